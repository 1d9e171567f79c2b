-- hand_offs
WITH "t11" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      "t5"."seq",
      "t5"."id",
      "t5"."kind",
      "t5"."occurred_s",
      "t5"."occurred_month",
      "t5"."lead_id",
      "t5"."person_id",
      "t5"."side",
      "t5"."source",
      "t5"."value_code",
      "t5"."value_number",
      "t5"."points",
      "t5"."due_s",
      "t5"."worked_s",
      "t6"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t5"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t6"
      ON "t5"."id" = "t6"."wrong_id"
  ) AS "t8"
  WHERE
    COALESCE("t8"."wrong_id", '') = ''
), "t20" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s",
    "t19"."last_seq"
  FROM "t11" AS "t13"
  INNER JOIN (
    SELECT
      "t12"."lead_id",
      MAX("t12"."occurred_s") AS "last_s"
    FROM "t11" AS "t12"
    GROUP BY
      1
  ) AS "t15"
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
  INNER JOIN (
    SELECT
      "t17"."last_seq"
    FROM (
      SELECT
        "t16"."lead_id",
        MAX("t16"."seq") AS "last_seq"
      FROM (
        SELECT
          "t13"."lead_id",
          "t13"."occurred_s",
          "t13"."seq",
          "t13"."target_id",
          "t15"."last_s"
        FROM "t11" AS "t13"
        INNER JOIN (
          SELECT
            "t12"."lead_id",
            MAX("t12"."occurred_s") AS "last_s"
          FROM "t11" AS "t12"
          GROUP BY
            1
        ) AS "t15"
          ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
      ) AS "t16"
      GROUP BY
        1
    ) AS "t17"
  ) AS "t19"
    ON "t13"."seq" = "t19"."last_seq"
)
SELECT
  COUNT(*) AS "hand_offs"
FROM (
  SELECT
    "t32"."seq",
    "t32"."id",
    "t32"."kind",
    "t32"."occurred_s",
    "t32"."occurred_month",
    "t32"."person_id",
    "t32"."side",
    "t32"."source",
    "t32"."value_code",
    "t32"."value_number",
    "t32"."points",
    "t32"."due_s",
    "t32"."worked_s",
    "t32"."lead_id" AS "own_lead_id",
    COALESCE("t32"."into_id", "t32"."lead_id") AS "lead_id"
  FROM (
    SELECT
      "t10"."seq",
      "t10"."id",
      "t10"."kind",
      "t10"."occurred_s",
      "t10"."occurred_month",
      "t10"."lead_id",
      "t10"."person_id",
      "t10"."side",
      "t10"."source",
      "t10"."value_code",
      "t10"."value_number",
      "t10"."points",
      "t10"."due_s",
      "t10"."worked_s",
      "t31"."gone_id",
      "t31"."into_id"
    FROM (
      SELECT
        "t7"."seq",
        "t7"."id",
        "t7"."kind",
        "t7"."occurred_s",
        "t7"."occurred_month",
        "t7"."lead_id",
        "t7"."person_id",
        "t7"."side",
        "t7"."source",
        "t7"."value_code",
        "t7"."value_number",
        "t7"."points",
        "t7"."due_s",
        "t7"."worked_s"
      FROM (
        SELECT
          "t4"."seq",
          "t4"."id",
          "t4"."kind",
          "t4"."occurred_s",
          "t4"."occurred_month",
          "t4"."lead_id",
          "t4"."person_id",
          "t4"."side",
          "t4"."source",
          "t4"."value_code",
          "t4"."value_number",
          "t4"."points",
          "t4"."due_s",
          "t4"."worked_s",
          "t6"."wrong_id"
        FROM (
          SELECT
            "t0"."seq",
            "t0"."id",
            "t0"."kind",
            "t0"."occurred_s",
            "t0"."occurred_month",
            "t0"."lead_id",
            "t0"."person_id",
            "t0"."side",
            "t0"."source",
            "t0"."value_code",
            "t0"."value_number",
            "t0"."points",
            "t0"."due_s",
            "t0"."worked_s"
          FROM "facts" AS "t0"
          WHERE
            "t0"."recorded_s" <= ${as_of_s}
            AND "t0"."occurred_s" <= ${as_of_s}
            AND "t0"."kind" IN ('handed_over')
        ) AS "t4"
        LEFT OUTER JOIN (
          SELECT DISTINCT
            COALESCE("t0"."corrects_id", '') AS "wrong_id"
          FROM "facts" AS "t0"
          WHERE
            "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
        ) AS "t6"
          ON "t4"."id" = "t6"."wrong_id"
      ) AS "t7"
      WHERE
        COALESCE("t7"."wrong_id", '') = '' AND COALESCE("t7"."lead_id", 0) <> 0
    ) AS "t10"
    LEFT OUTER JOIN (
      SELECT
        "t29"."gone_id",
        COALESCE("t29"."onward_id", "t29"."into_id") AS "into_id"
      FROM (
        SELECT
          "t28"."gone_id",
          "t28"."merged_s",
          "t28"."into_id",
          "t24"."via_id",
          "t24"."onward_id"
        FROM (
          SELECT
            "t26"."gone_id",
            "t26"."merged_s",
            COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
          FROM (
            SELECT
              "t25"."gone_id",
              "t25"."into_id",
              "t25"."merged_s",
              "t24"."via_id",
              "t24"."onward_id"
            FROM (
              SELECT
                "t21"."lead_id" AS "gone_id",
                "t21"."target_id" AS "into_id",
                "t21"."occurred_s" AS "merged_s"
              FROM "t20" AS "t21"
              WHERE
                "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
            ) AS "t25"
            LEFT OUTER JOIN (
              SELECT
                "t21"."lead_id" AS "via_id",
                "t21"."target_id" AS "onward_id"
              FROM "t20" AS "t21"
              WHERE
                "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
            ) AS "t24"
              ON "t25"."into_id" = "t24"."via_id"
          ) AS "t26"
        ) AS "t28"
        LEFT OUTER JOIN (
          SELECT
            "t21"."lead_id" AS "via_id",
            "t21"."target_id" AS "onward_id"
          FROM "t20" AS "t21"
          WHERE
            "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
        ) AS "t24"
          ON "t28"."into_id" = "t24"."via_id"
      ) AS "t29"
    ) AS "t31"
      ON "t10"."lead_id" = "t31"."gone_id"
  ) AS "t32"
  WHERE
    "t32"."occurred_s" >= ${since_s}
    AND "t32"."occurred_s" < ${until_s}
) AS "t33"

-- people
WITH "t11" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      "t5"."seq",
      "t5"."id",
      "t5"."kind",
      "t5"."occurred_s",
      "t5"."occurred_month",
      "t5"."lead_id",
      "t5"."person_id",
      "t5"."side",
      "t5"."source",
      "t5"."value_code",
      "t5"."value_number",
      "t5"."points",
      "t5"."due_s",
      "t5"."worked_s",
      "t6"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t5"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t6"
      ON "t5"."id" = "t6"."wrong_id"
  ) AS "t8"
  WHERE
    COALESCE("t8"."wrong_id", '') = ''
), "t20" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s",
    "t19"."last_seq"
  FROM "t11" AS "t13"
  INNER JOIN (
    SELECT
      "t12"."lead_id",
      MAX("t12"."occurred_s") AS "last_s"
    FROM "t11" AS "t12"
    GROUP BY
      1
  ) AS "t15"
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
  INNER JOIN (
    SELECT
      "t17"."last_seq"
    FROM (
      SELECT
        "t16"."lead_id",
        MAX("t16"."seq") AS "last_seq"
      FROM (
        SELECT
          "t13"."lead_id",
          "t13"."occurred_s",
          "t13"."seq",
          "t13"."target_id",
          "t15"."last_s"
        FROM "t11" AS "t13"
        INNER JOIN (
          SELECT
            "t12"."lead_id",
            MAX("t12"."occurred_s") AS "last_s"
          FROM "t11" AS "t12"
          GROUP BY
            1
        ) AS "t15"
          ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
      ) AS "t16"
      GROUP BY
        1
    ) AS "t17"
  ) AS "t19"
    ON "t13"."seq" = "t19"."last_seq"
), "t29" AS (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."into_id",
    "t24"."via_id",
    "t24"."onward_id"
  FROM (
    SELECT
      "t26"."gone_id",
      "t26"."merged_s",
      COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
    FROM (
      SELECT
        "t25"."gone_id",
        "t25"."into_id",
        "t25"."merged_s",
        "t24"."via_id",
        "t24"."onward_id"
      FROM (
        SELECT
          "t21"."lead_id" AS "gone_id",
          "t21"."target_id" AS "into_id",
          "t21"."occurred_s" AS "merged_s"
        FROM "t20" AS "t21"
        WHERE
          "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
      ) AS "t25"
      LEFT OUTER JOIN (
        SELECT
          "t21"."lead_id" AS "via_id",
          "t21"."target_id" AS "onward_id"
        FROM "t20" AS "t21"
        WHERE
          "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
      ) AS "t24"
        ON "t25"."into_id" = "t24"."via_id"
    ) AS "t26"
  ) AS "t28"
  LEFT OUTER JOIN (
    SELECT
      "t21"."lead_id" AS "via_id",
      "t21"."target_id" AS "onward_id"
    FROM "t20" AS "t21"
    WHERE
      "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
  ) AS "t24"
    ON "t28"."into_id" = "t24"."via_id"
), "t35" AS (
  SELECT
    "t10"."seq",
    "t10"."id",
    "t10"."kind",
    "t10"."occurred_s",
    "t10"."occurred_month",
    "t10"."lead_id",
    "t10"."person_id",
    "t10"."side",
    "t10"."source",
    "t10"."value_code",
    "t10"."value_number",
    "t10"."points",
    "t10"."due_s",
    "t10"."worked_s",
    "t34"."gone_id",
    "t34"."into_id"
  FROM (
    SELECT
      "t7"."seq",
      "t7"."id",
      "t7"."kind",
      "t7"."occurred_s",
      "t7"."occurred_month",
      "t7"."lead_id",
      "t7"."person_id",
      "t7"."side",
      "t7"."source",
      "t7"."value_code",
      "t7"."value_number",
      "t7"."points",
      "t7"."due_s",
      "t7"."worked_s"
    FROM (
      SELECT
        "t4"."seq",
        "t4"."id",
        "t4"."kind",
        "t4"."occurred_s",
        "t4"."occurred_month",
        "t4"."lead_id",
        "t4"."person_id",
        "t4"."side",
        "t4"."source",
        "t4"."value_code",
        "t4"."value_number",
        "t4"."points",
        "t4"."due_s",
        "t4"."worked_s",
        "t6"."wrong_id"
      FROM (
        SELECT
          "t0"."seq",
          "t0"."id",
          "t0"."kind",
          "t0"."occurred_s",
          "t0"."occurred_month",
          "t0"."lead_id",
          "t0"."person_id",
          "t0"."side",
          "t0"."source",
          "t0"."value_code",
          "t0"."value_number",
          "t0"."points",
          "t0"."due_s",
          "t0"."worked_s"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s}
          AND "t0"."occurred_s" <= ${as_of_s}
          AND "t0"."kind" IN (
            'call',
            'deal_opened',
            'disqualified',
            'email',
            'gave_up',
            'handed_over',
            'lost',
            'meeting',
            'reassigned',
            'recycled',
            'rejected',
            'social',
            'won'
          )
      ) AS "t4"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t6"
        ON "t4"."id" = "t6"."wrong_id"
    ) AS "t7"
    WHERE
      COALESCE("t7"."wrong_id", '') = '' AND COALESCE("t7"."lead_id", 0) <> 0
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t30"."gone_id",
      COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
    FROM "t29" AS "t30"
  ) AS "t34"
    ON "t10"."lead_id" = "t34"."gone_id"
), "t44" AS (
  SELECT
    "t43"."seq",
    MIN("t43"."lead_id") AS "lead_id",
    MIN("t43"."own_lead_id") AS "own_lead_id",
    MIN("t43"."id") AS "hand_id",
    MIN("t43"."occurred_s") AS "start_s",
    MIN(COALESCE("t43"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t43"."person_id", 0)) AS "person_id",
    MIN(
      CASE
        WHEN (
          "t43"."later_s" > "t43"."occurred_s"
        )
        OR (
          (
            "t43"."later_s" = "t43"."occurred_s"
          )
          AND (
            "t43"."later_seq" > "t43"."seq"
          )
        )
        THEN "t43"."later_s"
        ELSE 9000000000
      END
    ) AS "next_s"
  FROM (
    SELECT
      "t39"."seq",
      "t39"."id",
      "t39"."kind",
      "t39"."occurred_s",
      "t39"."occurred_month",
      "t39"."person_id",
      "t39"."side",
      "t39"."source",
      "t39"."value_code",
      "t39"."value_number",
      "t39"."points",
      "t39"."due_s",
      "t39"."worked_s",
      "t39"."own_lead_id",
      "t39"."lead_id",
      "t40"."later_lead_id",
      "t40"."later_s",
      "t40"."later_seq"
    FROM (
      SELECT
        "t36"."seq",
        "t36"."id",
        "t36"."kind",
        "t36"."occurred_s",
        "t36"."occurred_month",
        "t36"."person_id",
        "t36"."side",
        "t36"."source",
        "t36"."value_code",
        "t36"."value_number",
        "t36"."points",
        "t36"."due_s",
        "t36"."worked_s",
        "t36"."lead_id" AS "own_lead_id",
        COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id"
      FROM "t35" AS "t36"
      WHERE
        "t36"."kind" = 'handed_over'
    ) AS "t39"
    INNER JOIN (
      SELECT
        COALESCE("t36"."into_id", "t36"."lead_id") AS "later_lead_id",
        "t36"."occurred_s" AS "later_s",
        "t36"."seq" AS "later_seq"
      FROM "t35" AS "t36"
      WHERE
        "t36"."kind" = 'handed_over'
    ) AS "t40"
      ON "t39"."lead_id" = "t40"."later_lead_id"
  ) AS "t43"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t51"."hand_seq",
    "t51"."lead_id",
    "t51"."start_s",
    "t51"."next_s",
    "t42"."fact_lead_id",
    "t42"."fact_s",
    "t42"."fact_kind",
    "t42"."fact_due_s",
    "t42"."fact_worked_s",
    "t42"."is_touch"
  FROM (
    SELECT
      "t45"."seq" AS "hand_seq",
      "t45"."lead_id",
      "t45"."start_s",
      "t45"."next_s"
    FROM "t44" AS "t45"
    WHERE
      "t45"."first_due_s" > 0
      AND "t45"."start_s" >= ${since_s}
      AND "t45"."start_s" < ${until_s}
  ) AS "t51"
  INNER JOIN (
    SELECT
      COALESCE("t36"."into_id", "t36"."lead_id") AS "fact_lead_id",
      "t36"."occurred_s" AS "fact_s",
      "t36"."kind" AS "fact_kind",
      COALESCE("t36"."due_s", 0) AS "fact_due_s",
      COALESCE("t36"."worked_s", -1) AS "fact_worked_s",
      CASE
        WHEN (
          "t36"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t36"."side" = 'sales'
          )
        )
        OR "t36"."kind" IN ('deal_opened', 'lost', 'won')
        THEN 1
        ELSE 0
      END AS "is_touch"
    FROM "t35" AS "t36"
    WHERE
      "t36"."kind" <> 'handed_over'
  ) AS "t42"
    ON "t51"."lead_id" = "t42"."fact_lead_id"
), "t56" AS (
  SELECT
    *
  FROM "t53" AS "t54"
  WHERE
    "t54"."fact_s" >= "t54"."start_s" AND "t54"."fact_s" < "t54"."next_s"
), "t67" AS (
  SELECT
    "t66"."hand_seq",
    MIN("t66"."touch_s") AS "touch_s",
    MIN("t66"."left_s") AS "left_s",
    MAX(
      CASE
        WHEN (
          "t66"."is_touch" = 1
        ) AND (
          "t66"."fact_s" = "t66"."touch_s"
        )
        THEN "t66"."fact_worked_s"
        ELSE -1
      END
    ) AS "worked_s",
    MAX(
      CASE
        WHEN (
          "t66"."fact_kind" = 'reassigned'
        )
        AND (
          "t66"."fact_due_s" > 0
        )
        AND (
          "t66"."fact_s" <= "t66"."touch_s"
        )
        THEN "t66"."fact_s"
        ELSE -9000000000
      END
    ) AS "new_s"
  FROM (
    SELECT
      "t61"."hand_seq",
      "t61"."lead_id",
      "t61"."start_s",
      "t61"."next_s",
      "t61"."fact_lead_id",
      "t61"."fact_s",
      "t61"."fact_kind",
      "t61"."fact_due_s",
      "t61"."fact_worked_s",
      "t61"."is_touch",
      "t65"."touch_s",
      "t65"."left_s"
    FROM "t56" AS "t61"
    INNER JOIN (
      SELECT
        "t58"."hand_seq",
        MIN(CASE WHEN "t58"."is_touch" = 1 THEN "t58"."fact_s" ELSE 9000000000 END) AS "touch_s",
        MIN(
          CASE
            WHEN "t58"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected')
            THEN "t58"."fact_s"
            ELSE 9000000000
          END
        ) AS "left_s"
      FROM "t56" AS "t58"
      GROUP BY
        1
    ) AS "t65"
      ON "t61"."hand_seq" = "t65"."hand_seq"
  ) AS "t66"
  GROUP BY
    1
)
SELECT
  "t85"."person_id",
  "t85"."is_reassigned",
  COUNT(*) AS "clocks",
  SUM(
    CASE
      WHEN (
        "t85"."due_s" <= ${as_of_s}
      ) AND (
        "t85"."is_withdrawn" = 0
      )
      THEN 1
      ELSE 0
    END
  ) AS "due",
  SUM(
    CASE
      WHEN (
        "t85"."due_s" <= ${as_of_s}
      )
      AND (
        "t85"."is_withdrawn" = 0
      )
      AND (
        "t85"."touch_s" <= "t85"."due_s"
      )
      THEN 1
      ELSE 0
    END
  ) AS "kept",
  SUM(
    CASE
      WHEN (
        "t85"."due_s" > ${as_of_s}
      ) AND (
        "t85"."is_open" = 1
      )
      THEN 1
      ELSE 0
    END
  ) AS "running",
  SUM(
    CASE
      WHEN (
        "t85"."due_s" <= ${as_of_s}
      )
      AND (
        "t85"."is_withdrawn" = 0
      )
      AND (
        "t85"."is_open" = 1
      )
      THEN 1
      ELSE 0
    END
  ) AS "overdue",
  SUM(CASE WHEN "t85"."is_withdrawn" = 1 THEN 1 ELSE 0 END) AS "withdrawn",
  SUM(CASE WHEN "t85"."is_touched" = 1 THEN 1 ELSE 0 END) AS "touched",
  SUM(CASE WHEN "t85"."is_late_again" = 1 THEN 1 ELSE 0 END) AS "late_again",
  SUM(CASE WHEN "t85"."is_unmeasured" = 1 THEN 1 ELSE 0 END) AS "unmeasured"
FROM (
  SELECT
    "t84"."hand_id",
    "t84"."person_id",
    "t84"."is_reassigned",
    "t84"."is_late_again",
    "t84"."due_s",
    "t84"."touch_s",
    CASE WHEN "t84"."touch_s" < 9000000000 THEN 1 ELSE 0 END AS "is_touched",
    CASE
      WHEN NOT (
        "t84"."touch_s" < 9000000000
      )
      AND (
        "t84"."withdrawn_s" <= "t84"."due_s"
      )
      THEN 1
      ELSE 0
    END AS "is_withdrawn",
    CASE
      WHEN (
        "t84"."touch_s" < 9000000000
      )
      OR (
        NOT (
          "t84"."touch_s" < 9000000000
        ) AND (
          "t84"."withdrawn_s" < 9000000000
        )
      )
      THEN 0
      ELSE 1
    END AS "is_open",
    CASE
      WHEN (
        "t84"."touch_s" < 9000000000
      ) AND (
        "t84"."worked_s" < 0
      )
      THEN 1
      ELSE 0
    END AS "is_unmeasured",
    CASE
      WHEN "t84"."worked_s" < 0
      THEN CASE
        WHEN "t84"."touch_s" < 9000000000
        THEN "t84"."touch_s"
        ELSE CASE
          WHEN NOT (
            "t84"."touch_s" < 9000000000
          ) AND (
            "t84"."withdrawn_s" < 9000000000
          )
          THEN "t84"."withdrawn_s"
          ELSE ${as_of_s}
        END
      END - "t84"."start_s"
      ELSE "t84"."worked_s"
    END AS "seconds"
  FROM (
    SELECT
      "t83"."hand_id",
      "t83"."person_id",
      "t83"."start_s",
      LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s") AS "withdrawn_s",
      CASE WHEN "t83"."new_due_s" > 0 THEN "t83"."new_due_s" ELSE "t83"."first_due_s" END AS "due_s",
      CASE
        WHEN "t83"."touch_s" <= LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s")
        THEN "t83"."touch_s"
        ELSE 9000000000
      END AS "touch_s",
      CASE
        WHEN "t83"."touch_s" <= LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s")
        THEN "t83"."worked_s"
        ELSE -1
      END AS "worked_s",
      CASE WHEN "t83"."new_due_s" > 0 THEN 1 ELSE 0 END AS "is_reassigned",
      CASE WHEN "t83"."new_s" > "t83"."first_due_s" THEN 1 ELSE 0 END AS "is_late_again"
    FROM (
      SELECT
        "t82"."lead_id",
        "t82"."own_lead_id",
        "t82"."hand_id",
        "t82"."start_s",
        "t82"."first_due_s",
        "t82"."person_id",
        "t82"."next_s",
        "t82"."hand_seq",
        "t82"."touch_s",
        "t82"."left_s",
        "t82"."worked_s",
        "t82"."new_s",
        "t82"."new_due_s",
        "t63"."merged_s",
        "t63"."key_seq"
      FROM (
        SELECT
          "t80"."lead_id",
          "t80"."own_lead_id",
          "t80"."hand_id",
          "t80"."start_s",
          "t80"."first_due_s",
          "t80"."person_id",
          "t80"."next_s",
          "t80"."hand_seq",
          "t80"."touch_s",
          "t80"."left_s",
          "t80"."worked_s",
          "t80"."new_s",
          COALESCE("t80"."new_due_s", 0) AS "new_due_s"
        FROM (
          SELECT
            "t77"."lead_id",
            "t77"."own_lead_id",
            "t77"."hand_id",
            "t77"."start_s",
            "t77"."first_due_s",
            "t77"."person_id",
            "t77"."next_s",
            "t77"."hand_seq",
            "t77"."touch_s",
            "t77"."left_s",
            "t77"."worked_s",
            "t77"."new_s",
            "t79"."new_due_s",
            "t79"."key_seq"
          FROM (
            SELECT
              "t73"."lead_id",
              "t73"."own_lead_id",
              "t73"."hand_id",
              "t73"."start_s",
              "t73"."first_due_s",
              "t73"."person_id",
              "t73"."next_s",
              "t73"."hand_seq",
              COALESCE("t73"."touch_s", 9000000000) AS "touch_s",
              COALESCE("t73"."left_s", 9000000000) AS "left_s",
              COALESCE("t73"."worked_s", -1) AS "worked_s",
              COALESCE("t73"."new_s", -9000000000) AS "new_s"
            FROM (
              SELECT
                "t49"."lead_id",
                "t49"."own_lead_id",
                "t49"."hand_id",
                "t49"."start_s",
                "t49"."first_due_s",
                "t49"."person_id",
                "t49"."next_s",
                "t49"."hand_seq",
                "t71"."touch_s",
                "t71"."left_s",
                "t71"."worked_s",
                "t71"."new_s",
                "t71"."key_seq"
              FROM (
                SELECT
                  "t45"."lead_id",
                  "t45"."own_lead_id",
                  "t45"."hand_id",
                  "t45"."start_s",
                  "t45"."first_due_s",
                  "t45"."person_id",
                  "t45"."next_s",
                  "t45"."seq" AS "hand_seq"
                FROM "t44" AS "t45"
                WHERE
                  "t45"."first_due_s" > 0
                  AND "t45"."start_s" >= ${since_s}
                  AND "t45"."start_s" < ${until_s}
              ) AS "t49"
              LEFT OUTER JOIN (
                SELECT
                  "t68"."touch_s",
                  "t68"."left_s",
                  "t68"."worked_s",
                  "t68"."new_s",
                  "t68"."hand_seq" AS "key_seq"
                FROM "t67" AS "t68"
              ) AS "t71"
                ON "t49"."hand_seq" = "t71"."key_seq"
            ) AS "t73"
          ) AS "t77"
          LEFT OUTER JOIN (
            SELECT
              "t76"."new_due_s",
              "t76"."hand_seq" AS "key_seq"
            FROM (
              SELECT
                "t74"."hand_seq",
                MAX("t74"."fact_due_s") AS "new_due_s"
              FROM (
                SELECT
                  "t59"."hand_seq",
                  "t59"."lead_id",
                  "t59"."start_s",
                  "t59"."next_s",
                  "t59"."fact_lead_id",
                  "t59"."fact_s",
                  "t59"."fact_kind",
                  "t59"."fact_due_s",
                  "t59"."fact_worked_s",
                  "t59"."is_touch",
                  "t72"."new_hand",
                  "t72"."new_s"
                FROM (
                  SELECT
                    *
                  FROM "t53" AS "t54"
                  WHERE
                    "t54"."fact_s" >= "t54"."start_s"
                    AND "t54"."fact_s" < "t54"."next_s"
                    AND "t54"."fact_kind" = 'reassigned'
                    AND "t54"."fact_due_s" > 0
                ) AS "t59"
                INNER JOIN (
                  SELECT
                    "t68"."hand_seq" AS "new_hand",
                    "t68"."new_s"
                  FROM "t67" AS "t68"
                ) AS "t72"
                  ON "t59"."hand_seq" = "t72"."new_hand" AND "t59"."fact_s" = "t72"."new_s"
              ) AS "t74"
              GROUP BY
                1
            ) AS "t76"
          ) AS "t79"
            ON "t77"."hand_seq" = "t79"."key_seq"
        ) AS "t80"
      ) AS "t82"
      LEFT OUTER JOIN (
        SELECT
          "t60"."merged_s",
          "t60"."hand_seq" AS "key_seq"
        FROM (
          SELECT
            "t55"."hand_seq",
            MIN("t55"."gone_s") AS "merged_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t50"."hand_seq",
                "t50"."own_lead_id",
                "t50"."start_s",
                "t32"."gone_id",
                "t32"."gone_s"
              FROM (
                SELECT
                  "t45"."seq" AS "hand_seq",
                  "t45"."own_lead_id",
                  "t45"."start_s"
                FROM "t44" AS "t45"
                WHERE
                  "t45"."first_due_s" > 0
                  AND "t45"."start_s" >= ${since_s}
                  AND "t45"."start_s" < ${until_s}
              ) AS "t50"
              INNER JOIN (
                SELECT
                  "t30"."gone_id",
                  "t30"."merged_s" AS "gone_s"
                FROM "t29" AS "t30"
              ) AS "t32"
                ON "t50"."own_lead_id" = "t32"."gone_id"
            ) AS "t52"
            WHERE
              "t52"."gone_s" >= "t52"."start_s"
          ) AS "t55"
          GROUP BY
            1
        ) AS "t60"
      ) AS "t63"
        ON "t82"."hand_seq" = "t63"."key_seq"
    ) AS "t83"
  ) AS "t84"
) AS "t85"
GROUP BY
  1,
  2

-- times
WITH "t11" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      "t5"."seq",
      "t5"."id",
      "t5"."kind",
      "t5"."occurred_s",
      "t5"."occurred_month",
      "t5"."lead_id",
      "t5"."person_id",
      "t5"."side",
      "t5"."source",
      "t5"."value_code",
      "t5"."value_number",
      "t5"."points",
      "t5"."due_s",
      "t5"."worked_s",
      "t6"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t5"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t6"
      ON "t5"."id" = "t6"."wrong_id"
  ) AS "t8"
  WHERE
    COALESCE("t8"."wrong_id", '') = ''
), "t20" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s",
    "t19"."last_seq"
  FROM "t11" AS "t13"
  INNER JOIN (
    SELECT
      "t12"."lead_id",
      MAX("t12"."occurred_s") AS "last_s"
    FROM "t11" AS "t12"
    GROUP BY
      1
  ) AS "t15"
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
  INNER JOIN (
    SELECT
      "t17"."last_seq"
    FROM (
      SELECT
        "t16"."lead_id",
        MAX("t16"."seq") AS "last_seq"
      FROM (
        SELECT
          "t13"."lead_id",
          "t13"."occurred_s",
          "t13"."seq",
          "t13"."target_id",
          "t15"."last_s"
        FROM "t11" AS "t13"
        INNER JOIN (
          SELECT
            "t12"."lead_id",
            MAX("t12"."occurred_s") AS "last_s"
          FROM "t11" AS "t12"
          GROUP BY
            1
        ) AS "t15"
          ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
      ) AS "t16"
      GROUP BY
        1
    ) AS "t17"
  ) AS "t19"
    ON "t13"."seq" = "t19"."last_seq"
), "t29" AS (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."into_id",
    "t24"."via_id",
    "t24"."onward_id"
  FROM (
    SELECT
      "t26"."gone_id",
      "t26"."merged_s",
      COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
    FROM (
      SELECT
        "t25"."gone_id",
        "t25"."into_id",
        "t25"."merged_s",
        "t24"."via_id",
        "t24"."onward_id"
      FROM (
        SELECT
          "t21"."lead_id" AS "gone_id",
          "t21"."target_id" AS "into_id",
          "t21"."occurred_s" AS "merged_s"
        FROM "t20" AS "t21"
        WHERE
          "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
      ) AS "t25"
      LEFT OUTER JOIN (
        SELECT
          "t21"."lead_id" AS "via_id",
          "t21"."target_id" AS "onward_id"
        FROM "t20" AS "t21"
        WHERE
          "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
      ) AS "t24"
        ON "t25"."into_id" = "t24"."via_id"
    ) AS "t26"
  ) AS "t28"
  LEFT OUTER JOIN (
    SELECT
      "t21"."lead_id" AS "via_id",
      "t21"."target_id" AS "onward_id"
    FROM "t20" AS "t21"
    WHERE
      "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
  ) AS "t24"
    ON "t28"."into_id" = "t24"."via_id"
), "t35" AS (
  SELECT
    "t10"."seq",
    "t10"."id",
    "t10"."kind",
    "t10"."occurred_s",
    "t10"."occurred_month",
    "t10"."lead_id",
    "t10"."person_id",
    "t10"."side",
    "t10"."source",
    "t10"."value_code",
    "t10"."value_number",
    "t10"."points",
    "t10"."due_s",
    "t10"."worked_s",
    "t34"."gone_id",
    "t34"."into_id"
  FROM (
    SELECT
      "t7"."seq",
      "t7"."id",
      "t7"."kind",
      "t7"."occurred_s",
      "t7"."occurred_month",
      "t7"."lead_id",
      "t7"."person_id",
      "t7"."side",
      "t7"."source",
      "t7"."value_code",
      "t7"."value_number",
      "t7"."points",
      "t7"."due_s",
      "t7"."worked_s"
    FROM (
      SELECT
        "t4"."seq",
        "t4"."id",
        "t4"."kind",
        "t4"."occurred_s",
        "t4"."occurred_month",
        "t4"."lead_id",
        "t4"."person_id",
        "t4"."side",
        "t4"."source",
        "t4"."value_code",
        "t4"."value_number",
        "t4"."points",
        "t4"."due_s",
        "t4"."worked_s",
        "t6"."wrong_id"
      FROM (
        SELECT
          "t0"."seq",
          "t0"."id",
          "t0"."kind",
          "t0"."occurred_s",
          "t0"."occurred_month",
          "t0"."lead_id",
          "t0"."person_id",
          "t0"."side",
          "t0"."source",
          "t0"."value_code",
          "t0"."value_number",
          "t0"."points",
          "t0"."due_s",
          "t0"."worked_s"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s}
          AND "t0"."occurred_s" <= ${as_of_s}
          AND "t0"."kind" IN (
            'call',
            'deal_opened',
            'disqualified',
            'email',
            'gave_up',
            'handed_over',
            'lost',
            'meeting',
            'reassigned',
            'recycled',
            'rejected',
            'social',
            'won'
          )
      ) AS "t4"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t6"
        ON "t4"."id" = "t6"."wrong_id"
    ) AS "t7"
    WHERE
      COALESCE("t7"."wrong_id", '') = '' AND COALESCE("t7"."lead_id", 0) <> 0
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t30"."gone_id",
      COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
    FROM "t29" AS "t30"
  ) AS "t34"
    ON "t10"."lead_id" = "t34"."gone_id"
), "t44" AS (
  SELECT
    "t43"."seq",
    MIN("t43"."lead_id") AS "lead_id",
    MIN("t43"."own_lead_id") AS "own_lead_id",
    MIN("t43"."id") AS "hand_id",
    MIN("t43"."occurred_s") AS "start_s",
    MIN(COALESCE("t43"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t43"."person_id", 0)) AS "person_id",
    MIN(
      CASE
        WHEN (
          "t43"."later_s" > "t43"."occurred_s"
        )
        OR (
          (
            "t43"."later_s" = "t43"."occurred_s"
          )
          AND (
            "t43"."later_seq" > "t43"."seq"
          )
        )
        THEN "t43"."later_s"
        ELSE 9000000000
      END
    ) AS "next_s"
  FROM (
    SELECT
      "t39"."seq",
      "t39"."id",
      "t39"."kind",
      "t39"."occurred_s",
      "t39"."occurred_month",
      "t39"."person_id",
      "t39"."side",
      "t39"."source",
      "t39"."value_code",
      "t39"."value_number",
      "t39"."points",
      "t39"."due_s",
      "t39"."worked_s",
      "t39"."own_lead_id",
      "t39"."lead_id",
      "t40"."later_lead_id",
      "t40"."later_s",
      "t40"."later_seq"
    FROM (
      SELECT
        "t36"."seq",
        "t36"."id",
        "t36"."kind",
        "t36"."occurred_s",
        "t36"."occurred_month",
        "t36"."person_id",
        "t36"."side",
        "t36"."source",
        "t36"."value_code",
        "t36"."value_number",
        "t36"."points",
        "t36"."due_s",
        "t36"."worked_s",
        "t36"."lead_id" AS "own_lead_id",
        COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id"
      FROM "t35" AS "t36"
      WHERE
        "t36"."kind" = 'handed_over'
    ) AS "t39"
    INNER JOIN (
      SELECT
        COALESCE("t36"."into_id", "t36"."lead_id") AS "later_lead_id",
        "t36"."occurred_s" AS "later_s",
        "t36"."seq" AS "later_seq"
      FROM "t35" AS "t36"
      WHERE
        "t36"."kind" = 'handed_over'
    ) AS "t40"
      ON "t39"."lead_id" = "t40"."later_lead_id"
  ) AS "t43"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t51"."hand_seq",
    "t51"."lead_id",
    "t51"."start_s",
    "t51"."next_s",
    "t42"."fact_lead_id",
    "t42"."fact_s",
    "t42"."fact_kind",
    "t42"."fact_due_s",
    "t42"."fact_worked_s",
    "t42"."is_touch"
  FROM (
    SELECT
      "t45"."seq" AS "hand_seq",
      "t45"."lead_id",
      "t45"."start_s",
      "t45"."next_s"
    FROM "t44" AS "t45"
    WHERE
      "t45"."first_due_s" > 0
      AND "t45"."start_s" >= ${since_s}
      AND "t45"."start_s" < ${until_s}
  ) AS "t51"
  INNER JOIN (
    SELECT
      COALESCE("t36"."into_id", "t36"."lead_id") AS "fact_lead_id",
      "t36"."occurred_s" AS "fact_s",
      "t36"."kind" AS "fact_kind",
      COALESCE("t36"."due_s", 0) AS "fact_due_s",
      COALESCE("t36"."worked_s", -1) AS "fact_worked_s",
      CASE
        WHEN (
          "t36"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t36"."side" = 'sales'
          )
        )
        OR "t36"."kind" IN ('deal_opened', 'lost', 'won')
        THEN 1
        ELSE 0
      END AS "is_touch"
    FROM "t35" AS "t36"
    WHERE
      "t36"."kind" <> 'handed_over'
  ) AS "t42"
    ON "t51"."lead_id" = "t42"."fact_lead_id"
), "t56" AS (
  SELECT
    *
  FROM "t53" AS "t54"
  WHERE
    "t54"."fact_s" >= "t54"."start_s" AND "t54"."fact_s" < "t54"."next_s"
), "t67" AS (
  SELECT
    "t66"."hand_seq",
    MIN("t66"."touch_s") AS "touch_s",
    MIN("t66"."left_s") AS "left_s",
    MAX(
      CASE
        WHEN (
          "t66"."is_touch" = 1
        ) AND (
          "t66"."fact_s" = "t66"."touch_s"
        )
        THEN "t66"."fact_worked_s"
        ELSE -1
      END
    ) AS "worked_s",
    MAX(
      CASE
        WHEN (
          "t66"."fact_kind" = 'reassigned'
        )
        AND (
          "t66"."fact_due_s" > 0
        )
        AND (
          "t66"."fact_s" <= "t66"."touch_s"
        )
        THEN "t66"."fact_s"
        ELSE -9000000000
      END
    ) AS "new_s"
  FROM (
    SELECT
      "t61"."hand_seq",
      "t61"."lead_id",
      "t61"."start_s",
      "t61"."next_s",
      "t61"."fact_lead_id",
      "t61"."fact_s",
      "t61"."fact_kind",
      "t61"."fact_due_s",
      "t61"."fact_worked_s",
      "t61"."is_touch",
      "t65"."touch_s",
      "t65"."left_s"
    FROM "t56" AS "t61"
    INNER JOIN (
      SELECT
        "t58"."hand_seq",
        MIN(CASE WHEN "t58"."is_touch" = 1 THEN "t58"."fact_s" ELSE 9000000000 END) AS "touch_s",
        MIN(
          CASE
            WHEN "t58"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected')
            THEN "t58"."fact_s"
            ELSE 9000000000
          END
        ) AS "left_s"
      FROM "t56" AS "t58"
      GROUP BY
        1
    ) AS "t65"
      ON "t61"."hand_seq" = "t65"."hand_seq"
  ) AS "t66"
  GROUP BY
    1
)
SELECT
  "t84"."hand_id",
  CASE WHEN "t84"."touch_s" < 9000000000 THEN 1 ELSE 0 END AS "is_touched",
  CASE
    WHEN (
      "t84"."touch_s" < 9000000000
    )
    OR (
      NOT (
        "t84"."touch_s" < 9000000000
      ) AND (
        "t84"."withdrawn_s" < 9000000000
      )
    )
    THEN 0
    ELSE 1
  END AS "is_open",
  CASE
    WHEN "t84"."worked_s" < 0
    THEN CASE
      WHEN "t84"."touch_s" < 9000000000
      THEN "t84"."touch_s"
      ELSE CASE
        WHEN NOT (
          "t84"."touch_s" < 9000000000
        ) AND (
          "t84"."withdrawn_s" < 9000000000
        )
        THEN "t84"."withdrawn_s"
        ELSE ${as_of_s}
      END
    END - "t84"."start_s"
    ELSE "t84"."worked_s"
  END AS "seconds"
FROM (
  SELECT
    "t83"."hand_id",
    "t83"."person_id",
    "t83"."start_s",
    LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s") AS "withdrawn_s",
    CASE WHEN "t83"."new_due_s" > 0 THEN "t83"."new_due_s" ELSE "t83"."first_due_s" END AS "due_s",
    CASE
      WHEN "t83"."touch_s" <= LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s")
      THEN "t83"."touch_s"
      ELSE 9000000000
    END AS "touch_s",
    CASE
      WHEN "t83"."touch_s" <= LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s")
      THEN "t83"."worked_s"
      ELSE -1
    END AS "worked_s",
    CASE WHEN "t83"."new_due_s" > 0 THEN 1 ELSE 0 END AS "is_reassigned",
    CASE WHEN "t83"."new_s" > "t83"."first_due_s" THEN 1 ELSE 0 END AS "is_late_again"
  FROM (
    SELECT
      "t82"."lead_id",
      "t82"."own_lead_id",
      "t82"."hand_id",
      "t82"."start_s",
      "t82"."first_due_s",
      "t82"."person_id",
      "t82"."next_s",
      "t82"."hand_seq",
      "t82"."touch_s",
      "t82"."left_s",
      "t82"."worked_s",
      "t82"."new_s",
      "t82"."new_due_s",
      "t63"."merged_s",
      "t63"."key_seq"
    FROM (
      SELECT
        "t80"."lead_id",
        "t80"."own_lead_id",
        "t80"."hand_id",
        "t80"."start_s",
        "t80"."first_due_s",
        "t80"."person_id",
        "t80"."next_s",
        "t80"."hand_seq",
        "t80"."touch_s",
        "t80"."left_s",
        "t80"."worked_s",
        "t80"."new_s",
        COALESCE("t80"."new_due_s", 0) AS "new_due_s"
      FROM (
        SELECT
          "t77"."lead_id",
          "t77"."own_lead_id",
          "t77"."hand_id",
          "t77"."start_s",
          "t77"."first_due_s",
          "t77"."person_id",
          "t77"."next_s",
          "t77"."hand_seq",
          "t77"."touch_s",
          "t77"."left_s",
          "t77"."worked_s",
          "t77"."new_s",
          "t79"."new_due_s",
          "t79"."key_seq"
        FROM (
          SELECT
            "t73"."lead_id",
            "t73"."own_lead_id",
            "t73"."hand_id",
            "t73"."start_s",
            "t73"."first_due_s",
            "t73"."person_id",
            "t73"."next_s",
            "t73"."hand_seq",
            COALESCE("t73"."touch_s", 9000000000) AS "touch_s",
            COALESCE("t73"."left_s", 9000000000) AS "left_s",
            COALESCE("t73"."worked_s", -1) AS "worked_s",
            COALESCE("t73"."new_s", -9000000000) AS "new_s"
          FROM (
            SELECT
              "t49"."lead_id",
              "t49"."own_lead_id",
              "t49"."hand_id",
              "t49"."start_s",
              "t49"."first_due_s",
              "t49"."person_id",
              "t49"."next_s",
              "t49"."hand_seq",
              "t71"."touch_s",
              "t71"."left_s",
              "t71"."worked_s",
              "t71"."new_s",
              "t71"."key_seq"
            FROM (
              SELECT
                "t45"."lead_id",
                "t45"."own_lead_id",
                "t45"."hand_id",
                "t45"."start_s",
                "t45"."first_due_s",
                "t45"."person_id",
                "t45"."next_s",
                "t45"."seq" AS "hand_seq"
              FROM "t44" AS "t45"
              WHERE
                "t45"."first_due_s" > 0
                AND "t45"."start_s" >= ${since_s}
                AND "t45"."start_s" < ${until_s}
            ) AS "t49"
            LEFT OUTER JOIN (
              SELECT
                "t68"."touch_s",
                "t68"."left_s",
                "t68"."worked_s",
                "t68"."new_s",
                "t68"."hand_seq" AS "key_seq"
              FROM "t67" AS "t68"
            ) AS "t71"
              ON "t49"."hand_seq" = "t71"."key_seq"
          ) AS "t73"
        ) AS "t77"
        LEFT OUTER JOIN (
          SELECT
            "t76"."new_due_s",
            "t76"."hand_seq" AS "key_seq"
          FROM (
            SELECT
              "t74"."hand_seq",
              MAX("t74"."fact_due_s") AS "new_due_s"
            FROM (
              SELECT
                "t59"."hand_seq",
                "t59"."lead_id",
                "t59"."start_s",
                "t59"."next_s",
                "t59"."fact_lead_id",
                "t59"."fact_s",
                "t59"."fact_kind",
                "t59"."fact_due_s",
                "t59"."fact_worked_s",
                "t59"."is_touch",
                "t72"."new_hand",
                "t72"."new_s"
              FROM (
                SELECT
                  *
                FROM "t53" AS "t54"
                WHERE
                  "t54"."fact_s" >= "t54"."start_s"
                  AND "t54"."fact_s" < "t54"."next_s"
                  AND "t54"."fact_kind" = 'reassigned'
                  AND "t54"."fact_due_s" > 0
              ) AS "t59"
              INNER JOIN (
                SELECT
                  "t68"."hand_seq" AS "new_hand",
                  "t68"."new_s"
                FROM "t67" AS "t68"
              ) AS "t72"
                ON "t59"."hand_seq" = "t72"."new_hand" AND "t59"."fact_s" = "t72"."new_s"
            ) AS "t74"
            GROUP BY
              1
          ) AS "t76"
        ) AS "t79"
          ON "t77"."hand_seq" = "t79"."key_seq"
      ) AS "t80"
    ) AS "t82"
    LEFT OUTER JOIN (
      SELECT
        "t60"."merged_s",
        "t60"."hand_seq" AS "key_seq"
      FROM (
        SELECT
          "t55"."hand_seq",
          MIN("t55"."gone_s") AS "merged_s"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t50"."hand_seq",
              "t50"."own_lead_id",
              "t50"."start_s",
              "t32"."gone_id",
              "t32"."gone_s"
            FROM (
              SELECT
                "t45"."seq" AS "hand_seq",
                "t45"."own_lead_id",
                "t45"."start_s"
              FROM "t44" AS "t45"
              WHERE
                "t45"."first_due_s" > 0
                AND "t45"."start_s" >= ${since_s}
                AND "t45"."start_s" < ${until_s}
            ) AS "t50"
            INNER JOIN (
              SELECT
                "t30"."gone_id",
                "t30"."merged_s" AS "gone_s"
              FROM "t29" AS "t30"
            ) AS "t32"
              ON "t50"."own_lead_id" = "t32"."gone_id"
          ) AS "t52"
          WHERE
            "t52"."gone_s" >= "t52"."start_s"
        ) AS "t55"
        GROUP BY
          1
      ) AS "t60"
    ) AS "t63"
      ON "t82"."hand_seq" = "t63"."key_seq"
  ) AS "t83"
) AS "t84"

-- buckets
WITH "t11" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      "t5"."seq",
      "t5"."id",
      "t5"."kind",
      "t5"."occurred_s",
      "t5"."occurred_month",
      "t5"."lead_id",
      "t5"."person_id",
      "t5"."side",
      "t5"."source",
      "t5"."value_code",
      "t5"."value_number",
      "t5"."points",
      "t5"."due_s",
      "t5"."worked_s",
      "t6"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t5"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t6"
      ON "t5"."id" = "t6"."wrong_id"
  ) AS "t8"
  WHERE
    COALESCE("t8"."wrong_id", '') = ''
), "t20" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s",
    "t19"."last_seq"
  FROM "t11" AS "t13"
  INNER JOIN (
    SELECT
      "t12"."lead_id",
      MAX("t12"."occurred_s") AS "last_s"
    FROM "t11" AS "t12"
    GROUP BY
      1
  ) AS "t15"
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
  INNER JOIN (
    SELECT
      "t17"."last_seq"
    FROM (
      SELECT
        "t16"."lead_id",
        MAX("t16"."seq") AS "last_seq"
      FROM (
        SELECT
          "t13"."lead_id",
          "t13"."occurred_s",
          "t13"."seq",
          "t13"."target_id",
          "t15"."last_s"
        FROM "t11" AS "t13"
        INNER JOIN (
          SELECT
            "t12"."lead_id",
            MAX("t12"."occurred_s") AS "last_s"
          FROM "t11" AS "t12"
          GROUP BY
            1
        ) AS "t15"
          ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
      ) AS "t16"
      GROUP BY
        1
    ) AS "t17"
  ) AS "t19"
    ON "t13"."seq" = "t19"."last_seq"
), "t29" AS (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."into_id",
    "t24"."via_id",
    "t24"."onward_id"
  FROM (
    SELECT
      "t26"."gone_id",
      "t26"."merged_s",
      COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
    FROM (
      SELECT
        "t25"."gone_id",
        "t25"."into_id",
        "t25"."merged_s",
        "t24"."via_id",
        "t24"."onward_id"
      FROM (
        SELECT
          "t21"."lead_id" AS "gone_id",
          "t21"."target_id" AS "into_id",
          "t21"."occurred_s" AS "merged_s"
        FROM "t20" AS "t21"
        WHERE
          "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
      ) AS "t25"
      LEFT OUTER JOIN (
        SELECT
          "t21"."lead_id" AS "via_id",
          "t21"."target_id" AS "onward_id"
        FROM "t20" AS "t21"
        WHERE
          "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
      ) AS "t24"
        ON "t25"."into_id" = "t24"."via_id"
    ) AS "t26"
  ) AS "t28"
  LEFT OUTER JOIN (
    SELECT
      "t21"."lead_id" AS "via_id",
      "t21"."target_id" AS "onward_id"
    FROM "t20" AS "t21"
    WHERE
      "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
  ) AS "t24"
    ON "t28"."into_id" = "t24"."via_id"
), "t35" AS (
  SELECT
    "t10"."seq",
    "t10"."id",
    "t10"."kind",
    "t10"."occurred_s",
    "t10"."occurred_month",
    "t10"."lead_id",
    "t10"."person_id",
    "t10"."side",
    "t10"."source",
    "t10"."value_code",
    "t10"."value_number",
    "t10"."points",
    "t10"."due_s",
    "t10"."worked_s",
    "t34"."gone_id",
    "t34"."into_id"
  FROM (
    SELECT
      "t7"."seq",
      "t7"."id",
      "t7"."kind",
      "t7"."occurred_s",
      "t7"."occurred_month",
      "t7"."lead_id",
      "t7"."person_id",
      "t7"."side",
      "t7"."source",
      "t7"."value_code",
      "t7"."value_number",
      "t7"."points",
      "t7"."due_s",
      "t7"."worked_s"
    FROM (
      SELECT
        "t4"."seq",
        "t4"."id",
        "t4"."kind",
        "t4"."occurred_s",
        "t4"."occurred_month",
        "t4"."lead_id",
        "t4"."person_id",
        "t4"."side",
        "t4"."source",
        "t4"."value_code",
        "t4"."value_number",
        "t4"."points",
        "t4"."due_s",
        "t4"."worked_s",
        "t6"."wrong_id"
      FROM (
        SELECT
          "t0"."seq",
          "t0"."id",
          "t0"."kind",
          "t0"."occurred_s",
          "t0"."occurred_month",
          "t0"."lead_id",
          "t0"."person_id",
          "t0"."side",
          "t0"."source",
          "t0"."value_code",
          "t0"."value_number",
          "t0"."points",
          "t0"."due_s",
          "t0"."worked_s"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s}
          AND "t0"."occurred_s" <= ${as_of_s}
          AND "t0"."kind" IN (
            'call',
            'deal_opened',
            'disqualified',
            'email',
            'gave_up',
            'handed_over',
            'lost',
            'meeting',
            'reassigned',
            'recycled',
            'rejected',
            'social',
            'won'
          )
      ) AS "t4"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t6"
        ON "t4"."id" = "t6"."wrong_id"
    ) AS "t7"
    WHERE
      COALESCE("t7"."wrong_id", '') = '' AND COALESCE("t7"."lead_id", 0) <> 0
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t30"."gone_id",
      COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
    FROM "t29" AS "t30"
  ) AS "t34"
    ON "t10"."lead_id" = "t34"."gone_id"
), "t44" AS (
  SELECT
    "t43"."seq",
    MIN("t43"."lead_id") AS "lead_id",
    MIN("t43"."own_lead_id") AS "own_lead_id",
    MIN("t43"."id") AS "hand_id",
    MIN("t43"."occurred_s") AS "start_s",
    MIN(COALESCE("t43"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t43"."person_id", 0)) AS "person_id",
    MIN(
      CASE
        WHEN (
          "t43"."later_s" > "t43"."occurred_s"
        )
        OR (
          (
            "t43"."later_s" = "t43"."occurred_s"
          )
          AND (
            "t43"."later_seq" > "t43"."seq"
          )
        )
        THEN "t43"."later_s"
        ELSE 9000000000
      END
    ) AS "next_s"
  FROM (
    SELECT
      "t39"."seq",
      "t39"."id",
      "t39"."kind",
      "t39"."occurred_s",
      "t39"."occurred_month",
      "t39"."person_id",
      "t39"."side",
      "t39"."source",
      "t39"."value_code",
      "t39"."value_number",
      "t39"."points",
      "t39"."due_s",
      "t39"."worked_s",
      "t39"."own_lead_id",
      "t39"."lead_id",
      "t40"."later_lead_id",
      "t40"."later_s",
      "t40"."later_seq"
    FROM (
      SELECT
        "t36"."seq",
        "t36"."id",
        "t36"."kind",
        "t36"."occurred_s",
        "t36"."occurred_month",
        "t36"."person_id",
        "t36"."side",
        "t36"."source",
        "t36"."value_code",
        "t36"."value_number",
        "t36"."points",
        "t36"."due_s",
        "t36"."worked_s",
        "t36"."lead_id" AS "own_lead_id",
        COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id"
      FROM "t35" AS "t36"
      WHERE
        "t36"."kind" = 'handed_over'
    ) AS "t39"
    INNER JOIN (
      SELECT
        COALESCE("t36"."into_id", "t36"."lead_id") AS "later_lead_id",
        "t36"."occurred_s" AS "later_s",
        "t36"."seq" AS "later_seq"
      FROM "t35" AS "t36"
      WHERE
        "t36"."kind" = 'handed_over'
    ) AS "t40"
      ON "t39"."lead_id" = "t40"."later_lead_id"
  ) AS "t43"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t51"."hand_seq",
    "t51"."lead_id",
    "t51"."start_s",
    "t51"."next_s",
    "t42"."fact_lead_id",
    "t42"."fact_s",
    "t42"."fact_kind",
    "t42"."fact_due_s",
    "t42"."fact_worked_s",
    "t42"."is_touch"
  FROM (
    SELECT
      "t45"."seq" AS "hand_seq",
      "t45"."lead_id",
      "t45"."start_s",
      "t45"."next_s"
    FROM "t44" AS "t45"
    WHERE
      "t45"."first_due_s" > 0
      AND "t45"."start_s" >= ${since_s}
      AND "t45"."start_s" < ${until_s}
  ) AS "t51"
  INNER JOIN (
    SELECT
      COALESCE("t36"."into_id", "t36"."lead_id") AS "fact_lead_id",
      "t36"."occurred_s" AS "fact_s",
      "t36"."kind" AS "fact_kind",
      COALESCE("t36"."due_s", 0) AS "fact_due_s",
      COALESCE("t36"."worked_s", -1) AS "fact_worked_s",
      CASE
        WHEN (
          "t36"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t36"."side" = 'sales'
          )
        )
        OR "t36"."kind" IN ('deal_opened', 'lost', 'won')
        THEN 1
        ELSE 0
      END AS "is_touch"
    FROM "t35" AS "t36"
    WHERE
      "t36"."kind" <> 'handed_over'
  ) AS "t42"
    ON "t51"."lead_id" = "t42"."fact_lead_id"
), "t56" AS (
  SELECT
    *
  FROM "t53" AS "t54"
  WHERE
    "t54"."fact_s" >= "t54"."start_s" AND "t54"."fact_s" < "t54"."next_s"
), "t67" AS (
  SELECT
    "t66"."hand_seq",
    MIN("t66"."touch_s") AS "touch_s",
    MIN("t66"."left_s") AS "left_s",
    MAX(
      CASE
        WHEN (
          "t66"."is_touch" = 1
        ) AND (
          "t66"."fact_s" = "t66"."touch_s"
        )
        THEN "t66"."fact_worked_s"
        ELSE -1
      END
    ) AS "worked_s",
    MAX(
      CASE
        WHEN (
          "t66"."fact_kind" = 'reassigned'
        )
        AND (
          "t66"."fact_due_s" > 0
        )
        AND (
          "t66"."fact_s" <= "t66"."touch_s"
        )
        THEN "t66"."fact_s"
        ELSE -9000000000
      END
    ) AS "new_s"
  FROM (
    SELECT
      "t61"."hand_seq",
      "t61"."lead_id",
      "t61"."start_s",
      "t61"."next_s",
      "t61"."fact_lead_id",
      "t61"."fact_s",
      "t61"."fact_kind",
      "t61"."fact_due_s",
      "t61"."fact_worked_s",
      "t61"."is_touch",
      "t65"."touch_s",
      "t65"."left_s"
    FROM "t56" AS "t61"
    INNER JOIN (
      SELECT
        "t58"."hand_seq",
        MIN(CASE WHEN "t58"."is_touch" = 1 THEN "t58"."fact_s" ELSE 9000000000 END) AS "touch_s",
        MIN(
          CASE
            WHEN "t58"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected')
            THEN "t58"."fact_s"
            ELSE 9000000000
          END
        ) AS "left_s"
      FROM "t56" AS "t58"
      GROUP BY
        1
    ) AS "t65"
      ON "t61"."hand_seq" = "t65"."hand_seq"
  ) AS "t66"
  GROUP BY
    1
)
SELECT
  "t86"."minutes",
  "t86"."is_touched",
  COUNT(*) AS "clocks"
FROM (
  SELECT
    "t85"."is_touched",
    CAST(CASE
      WHEN "t85"."seconds" <= 0
      THEN 0
      WHEN "t85"."seconds" <= 60
      THEN 1
      WHEN "t85"."seconds" <= 120
      THEN 2
      WHEN "t85"."seconds" <= 180
      THEN 3
      WHEN "t85"."seconds" <= 300
      THEN 5
      WHEN "t85"."seconds" <= 600
      THEN 10
      WHEN "t85"."seconds" <= 900
      THEN 15
      WHEN "t85"."seconds" <= 1200
      THEN 20
      WHEN "t85"."seconds" <= 1800
      THEN 30
      WHEN "t85"."seconds" <= 2700
      THEN 45
      WHEN "t85"."seconds" <= 3600
      THEN 60
      WHEN "t85"."seconds" <= 4500
      THEN 75
      WHEN "t85"."seconds" <= 5400
      THEN 90
      WHEN "t85"."seconds" <= 6300
      THEN 105
      WHEN "t85"."seconds" <= 7200
      THEN 120
      WHEN "t85"."seconds" <= 9000
      THEN 150
      WHEN "t85"."seconds" <= 10800
      THEN 180
      WHEN "t85"."seconds" <= 12600
      THEN 210
      WHEN "t85"."seconds" <= 14400
      THEN 240
      WHEN "t85"."seconds" <= 16200
      THEN 270
      WHEN "t85"."seconds" <= 18000
      THEN 300
      WHEN "t85"."seconds" <= 21600
      THEN 360
      WHEN "t85"."seconds" <= 25200
      THEN 420
      WHEN "t85"."seconds" <= 28800
      THEN 480
      WHEN "t85"."seconds" <= 32400
      THEN 540
      WHEN "t85"."seconds" <= 36000
      THEN 600
      WHEN "t85"."seconds" <= 43200
      THEN 720
      WHEN "t85"."seconds" <= 50400
      THEN 840
      WHEN "t85"."seconds" <= 57600
      THEN 960
      WHEN "t85"."seconds" <= 64800
      THEN 1080
      WHEN "t85"."seconds" <= 72000
      THEN 1200
      WHEN "t85"."seconds" <= 86400
      THEN 1440
      WHEN "t85"."seconds" <= 100800
      THEN 1680
      WHEN "t85"."seconds" <= 115200
      THEN 1920
      WHEN "t85"."seconds" <= 129600
      THEN 2160
      WHEN "t85"."seconds" <= 144000
      THEN 2400
      WHEN "t85"."seconds" <= 172800
      THEN 2880
      WHEN "t85"."seconds" <= 201600
      THEN 3360
      WHEN "t85"."seconds" <= 230400
      THEN 3840
      WHEN "t85"."seconds" <= 259200
      THEN 4320
      WHEN "t85"."seconds" <= 288000
      THEN 4800
      WHEN "t85"."seconds" <= 345600
      THEN 5760
      WHEN "t85"."seconds" <= 432000
      THEN 7200
      WHEN "t85"."seconds" <= 518400
      THEN 8640
      WHEN "t85"."seconds" <= 604800
      THEN 10080
      WHEN "t85"."seconds" <= 777600
      THEN 12960
      WHEN "t85"."seconds" <= 950400
      THEN 15840
      WHEN "t85"."seconds" <= 1209600
      THEN 20160
      WHEN "t85"."seconds" <= 1555200
      THEN 25920
      WHEN "t85"."seconds" <= 1900800
      THEN 31680
      WHEN "t85"."seconds" <= 2592000
      THEN 43200
      WHEN "t85"."seconds" <= 3456000
      THEN 57600
      WHEN "t85"."seconds" <= 5184000
      THEN 86400
      WHEN "t85"."seconds" <= 7776000
      THEN 129600
      WHEN "t85"."seconds" <= 15552000
      THEN 259200
      ELSE 525600
    END AS BIGINT) AS "minutes"
  FROM (
    SELECT
      "t84"."hand_id",
      "t84"."person_id",
      "t84"."is_reassigned",
      "t84"."is_late_again",
      "t84"."due_s",
      "t84"."touch_s",
      CASE WHEN "t84"."touch_s" < 9000000000 THEN 1 ELSE 0 END AS "is_touched",
      CASE
        WHEN NOT (
          "t84"."touch_s" < 9000000000
        )
        AND (
          "t84"."withdrawn_s" <= "t84"."due_s"
        )
        THEN 1
        ELSE 0
      END AS "is_withdrawn",
      CASE
        WHEN (
          "t84"."touch_s" < 9000000000
        )
        OR (
          NOT (
            "t84"."touch_s" < 9000000000
          ) AND (
            "t84"."withdrawn_s" < 9000000000
          )
        )
        THEN 0
        ELSE 1
      END AS "is_open",
      CASE
        WHEN (
          "t84"."touch_s" < 9000000000
        ) AND (
          "t84"."worked_s" < 0
        )
        THEN 1
        ELSE 0
      END AS "is_unmeasured",
      CASE
        WHEN "t84"."worked_s" < 0
        THEN CASE
          WHEN "t84"."touch_s" < 9000000000
          THEN "t84"."touch_s"
          ELSE CASE
            WHEN NOT (
              "t84"."touch_s" < 9000000000
            ) AND (
              "t84"."withdrawn_s" < 9000000000
            )
            THEN "t84"."withdrawn_s"
            ELSE ${as_of_s}
          END
        END - "t84"."start_s"
        ELSE "t84"."worked_s"
      END AS "seconds"
    FROM (
      SELECT
        "t83"."hand_id",
        "t83"."person_id",
        "t83"."start_s",
        LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s") AS "withdrawn_s",
        CASE WHEN "t83"."new_due_s" > 0 THEN "t83"."new_due_s" ELSE "t83"."first_due_s" END AS "due_s",
        CASE
          WHEN "t83"."touch_s" <= LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s")
          THEN "t83"."touch_s"
          ELSE 9000000000
        END AS "touch_s",
        CASE
          WHEN "t83"."touch_s" <= LEAST("t83"."left_s", COALESCE("t83"."merged_s", 9000000000), "t83"."next_s")
          THEN "t83"."worked_s"
          ELSE -1
        END AS "worked_s",
        CASE WHEN "t83"."new_due_s" > 0 THEN 1 ELSE 0 END AS "is_reassigned",
        CASE WHEN "t83"."new_s" > "t83"."first_due_s" THEN 1 ELSE 0 END AS "is_late_again"
      FROM (
        SELECT
          "t82"."lead_id",
          "t82"."own_lead_id",
          "t82"."hand_id",
          "t82"."start_s",
          "t82"."first_due_s",
          "t82"."person_id",
          "t82"."next_s",
          "t82"."hand_seq",
          "t82"."touch_s",
          "t82"."left_s",
          "t82"."worked_s",
          "t82"."new_s",
          "t82"."new_due_s",
          "t63"."merged_s",
          "t63"."key_seq"
        FROM (
          SELECT
            "t80"."lead_id",
            "t80"."own_lead_id",
            "t80"."hand_id",
            "t80"."start_s",
            "t80"."first_due_s",
            "t80"."person_id",
            "t80"."next_s",
            "t80"."hand_seq",
            "t80"."touch_s",
            "t80"."left_s",
            "t80"."worked_s",
            "t80"."new_s",
            COALESCE("t80"."new_due_s", 0) AS "new_due_s"
          FROM (
            SELECT
              "t77"."lead_id",
              "t77"."own_lead_id",
              "t77"."hand_id",
              "t77"."start_s",
              "t77"."first_due_s",
              "t77"."person_id",
              "t77"."next_s",
              "t77"."hand_seq",
              "t77"."touch_s",
              "t77"."left_s",
              "t77"."worked_s",
              "t77"."new_s",
              "t79"."new_due_s",
              "t79"."key_seq"
            FROM (
              SELECT
                "t73"."lead_id",
                "t73"."own_lead_id",
                "t73"."hand_id",
                "t73"."start_s",
                "t73"."first_due_s",
                "t73"."person_id",
                "t73"."next_s",
                "t73"."hand_seq",
                COALESCE("t73"."touch_s", 9000000000) AS "touch_s",
                COALESCE("t73"."left_s", 9000000000) AS "left_s",
                COALESCE("t73"."worked_s", -1) AS "worked_s",
                COALESCE("t73"."new_s", -9000000000) AS "new_s"
              FROM (
                SELECT
                  "t49"."lead_id",
                  "t49"."own_lead_id",
                  "t49"."hand_id",
                  "t49"."start_s",
                  "t49"."first_due_s",
                  "t49"."person_id",
                  "t49"."next_s",
                  "t49"."hand_seq",
                  "t71"."touch_s",
                  "t71"."left_s",
                  "t71"."worked_s",
                  "t71"."new_s",
                  "t71"."key_seq"
                FROM (
                  SELECT
                    "t45"."lead_id",
                    "t45"."own_lead_id",
                    "t45"."hand_id",
                    "t45"."start_s",
                    "t45"."first_due_s",
                    "t45"."person_id",
                    "t45"."next_s",
                    "t45"."seq" AS "hand_seq"
                  FROM "t44" AS "t45"
                  WHERE
                    "t45"."first_due_s" > 0
                    AND "t45"."start_s" >= ${since_s}
                    AND "t45"."start_s" < ${until_s}
                ) AS "t49"
                LEFT OUTER JOIN (
                  SELECT
                    "t68"."touch_s",
                    "t68"."left_s",
                    "t68"."worked_s",
                    "t68"."new_s",
                    "t68"."hand_seq" AS "key_seq"
                  FROM "t67" AS "t68"
                ) AS "t71"
                  ON "t49"."hand_seq" = "t71"."key_seq"
              ) AS "t73"
            ) AS "t77"
            LEFT OUTER JOIN (
              SELECT
                "t76"."new_due_s",
                "t76"."hand_seq" AS "key_seq"
              FROM (
                SELECT
                  "t74"."hand_seq",
                  MAX("t74"."fact_due_s") AS "new_due_s"
                FROM (
                  SELECT
                    "t59"."hand_seq",
                    "t59"."lead_id",
                    "t59"."start_s",
                    "t59"."next_s",
                    "t59"."fact_lead_id",
                    "t59"."fact_s",
                    "t59"."fact_kind",
                    "t59"."fact_due_s",
                    "t59"."fact_worked_s",
                    "t59"."is_touch",
                    "t72"."new_hand",
                    "t72"."new_s"
                  FROM (
                    SELECT
                      *
                    FROM "t53" AS "t54"
                    WHERE
                      "t54"."fact_s" >= "t54"."start_s"
                      AND "t54"."fact_s" < "t54"."next_s"
                      AND "t54"."fact_kind" = 'reassigned'
                      AND "t54"."fact_due_s" > 0
                  ) AS "t59"
                  INNER JOIN (
                    SELECT
                      "t68"."hand_seq" AS "new_hand",
                      "t68"."new_s"
                    FROM "t67" AS "t68"
                  ) AS "t72"
                    ON "t59"."hand_seq" = "t72"."new_hand" AND "t59"."fact_s" = "t72"."new_s"
                ) AS "t74"
                GROUP BY
                  1
              ) AS "t76"
            ) AS "t79"
              ON "t77"."hand_seq" = "t79"."key_seq"
          ) AS "t80"
        ) AS "t82"
        LEFT OUTER JOIN (
          SELECT
            "t60"."merged_s",
            "t60"."hand_seq" AS "key_seq"
          FROM (
            SELECT
              "t55"."hand_seq",
              MIN("t55"."gone_s") AS "merged_s"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t50"."hand_seq",
                  "t50"."own_lead_id",
                  "t50"."start_s",
                  "t32"."gone_id",
                  "t32"."gone_s"
                FROM (
                  SELECT
                    "t45"."seq" AS "hand_seq",
                    "t45"."own_lead_id",
                    "t45"."start_s"
                  FROM "t44" AS "t45"
                  WHERE
                    "t45"."first_due_s" > 0
                    AND "t45"."start_s" >= ${since_s}
                    AND "t45"."start_s" < ${until_s}
                ) AS "t50"
                INNER JOIN (
                  SELECT
                    "t30"."gone_id",
                    "t30"."merged_s" AS "gone_s"
                  FROM "t29" AS "t30"
                ) AS "t32"
                  ON "t50"."own_lead_id" = "t32"."gone_id"
              ) AS "t52"
              WHERE
                "t52"."gone_s" >= "t52"."start_s"
            ) AS "t55"
            GROUP BY
              1
          ) AS "t60"
        ) AS "t63"
          ON "t82"."hand_seq" = "t63"."key_seq"
      ) AS "t83"
    ) AS "t84"
  ) AS "t85"
) AS "t86"
GROUP BY
  1,
  2
