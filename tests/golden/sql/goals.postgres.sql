-- facts
WITH "t3" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t9" AS (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t2"
    WHERE
      NOT (
        "t2"."id" IN (
          SELECT
            *
          FROM "t3"
        )
      )
  ) AS "t6"
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."seq" IN (
          SELECT
            "t15"."last_seq"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."seq") AS "last_seq"
            FROM (
              SELECT
                "t11"."lead_id",
                "t11"."occurred_s",
                "t11"."seq",
                "t11"."target_id",
                "t13"."last_s"
              FROM "t9" AS "t11"
              INNER JOIN (
                SELECT
                  "t10"."lead_id",
                  MAX("t10"."occurred_s") AS "last_s"
                FROM "t9" AS "t10"
                GROUP BY
                  1
              ) AS "t13"
                ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
            ) AS "t14"
            GROUP BY
              1
          ) AS "t15"
        )
    ) AS "t17"
    WHERE
      "t17"."target_id" <> 0 AND "t17"."target_id" <> "t17"."lead_id"
  ) AS "t18"
  GROUP BY
    1
)
SELECT
  "t31"."kind",
  "t31"."month",
  "t31"."currency",
  COUNT(*) AS "n",
  SUM("t31"."amount") AS "amount",
  COUNT(CASE WHEN "t31"."has_none" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "without_amount"
FROM (
  SELECT
    "t30"."kind",
    CAST("t30"."occurred_month" AS BIGINT) AS "month",
    CASE WHEN "t30"."kind" = 'won' THEN COALESCE("t30"."currency", '') ELSE '' END AS "currency",
    CASE WHEN "t30"."kind" = 'won' THEN COALESCE("t30"."amount_minor", 0) ELSE 0 END AS "amount",
    (
      "t30"."kind" = 'won'
    ) AND (
      COALESCE("t30"."amount_minor", 0) = 0
    ) AS "has_none"
  FROM (
    SELECT
      "t8"."seq",
      "t8"."id",
      "t8"."kind",
      "t8"."occurred_s",
      "t8"."occurred_month",
      "t8"."lead_id",
      "t8"."person_id",
      "t8"."side",
      "t8"."source",
      "t8"."value_code",
      "t8"."value_number",
      "t8"."points",
      "t8"."due_s",
      "t8"."worked_s",
      "t8"."amount_minor",
      "t8"."currency",
      "t29"."gone_id",
      "t29"."into_id"
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
        "t5"."amount_minor",
        "t5"."currency"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "facts" AS "t0"
          WHERE
            "t0"."recorded_s" <= ${as_of_s}
            AND "t0"."occurred_s" <= ${as_of_s}
            AND "t0"."kind" IN ('accepted', 'handed_over', 'won')
        ) AS "t1"
        WHERE
          NOT (
            "t1"."id" IN (
              SELECT
                *
              FROM "t3"
            )
          )
      ) AS "t5"
      WHERE
        COALESCE("t5"."lead_id", 0) <> 0
    ) AS "t8"
    LEFT OUTER JOIN (
      SELECT
        "t27"."gone_id",
        COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
      FROM (
        SELECT
          "t26"."gone_id",
          "t26"."merged_s",
          "t26"."into_id",
          "t23"."via_id",
          "t23"."onward_id"
        FROM (
          SELECT
            "t24"."gone_id",
            "t24"."merged_s",
            COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
          FROM (
            SELECT
              "t21"."gone_id",
              "t21"."into_id",
              "t21"."merged_s",
              "t23"."via_id",
              "t23"."onward_id"
            FROM "t19" AS "t21"
            LEFT OUTER JOIN (
              SELECT
                "t20"."gone_id" AS "via_id",
                "t20"."into_id" AS "onward_id"
              FROM "t19" AS "t20"
            ) AS "t23"
              ON "t21"."into_id" = "t23"."via_id"
          ) AS "t24"
        ) AS "t26"
        LEFT OUTER JOIN (
          SELECT
            "t20"."gone_id" AS "via_id",
            "t20"."into_id" AS "onward_id"
          FROM "t19" AS "t20"
        ) AS "t23"
          ON "t26"."into_id" = "t23"."via_id"
      ) AS "t27"
    ) AS "t29"
      ON "t8"."lead_id" = "t29"."gone_id"
  ) AS "t30"
) AS "t31"
GROUP BY
  1,
  2,
  3

-- firsts
WITH "t3" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t9" AS (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t2"
    WHERE
      NOT (
        "t2"."id" IN (
          SELECT
            *
          FROM "t3"
        )
      )
  ) AS "t6"
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."seq" IN (
          SELECT
            "t15"."last_seq"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."seq") AS "last_seq"
            FROM (
              SELECT
                "t11"."lead_id",
                "t11"."occurred_s",
                "t11"."seq",
                "t11"."target_id",
                "t13"."last_s"
              FROM "t9" AS "t11"
              INNER JOIN (
                SELECT
                  "t10"."lead_id",
                  MAX("t10"."occurred_s") AS "last_s"
                FROM "t9" AS "t10"
                GROUP BY
                  1
              ) AS "t13"
                ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
            ) AS "t14"
            GROUP BY
              1
          ) AS "t15"
        )
    ) AS "t17"
    WHERE
      "t17"."target_id" <> 0 AND "t17"."target_id" <> "t17"."lead_id"
  ) AS "t18"
  GROUP BY
    1
)
SELECT
  "t32"."kind",
  "t32"."month",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t31"."lead_id",
    "t31"."kind",
    CAST(MIN("t31"."occurred_month") AS BIGINT) AS "month"
  FROM (
    SELECT
      "t30"."seq",
      "t30"."id",
      "t30"."kind",
      "t30"."occurred_s",
      "t30"."occurred_month",
      "t30"."person_id",
      "t30"."side",
      "t30"."source",
      "t30"."value_code",
      "t30"."value_number",
      "t30"."points",
      "t30"."due_s",
      "t30"."worked_s",
      "t30"."lead_id" AS "own_lead_id",
      COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id"
    FROM (
      SELECT
        "t8"."seq",
        "t8"."id",
        "t8"."kind",
        "t8"."occurred_s",
        "t8"."occurred_month",
        "t8"."lead_id",
        "t8"."person_id",
        "t8"."side",
        "t8"."source",
        "t8"."value_code",
        "t8"."value_number",
        "t8"."points",
        "t8"."due_s",
        "t8"."worked_s",
        "t29"."gone_id",
        "t29"."into_id"
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
          "t5"."worked_s"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "facts" AS "t0"
            WHERE
              "t0"."recorded_s" <= ${as_of_s}
              AND "t0"."occurred_s" <= ${as_of_s}
              AND "t0"."kind" IN ('captured', 'qualified')
          ) AS "t1"
          WHERE
            NOT (
              "t1"."id" IN (
                SELECT
                  *
                FROM "t3"
              )
            )
        ) AS "t5"
        WHERE
          COALESCE("t5"."lead_id", 0) <> 0
      ) AS "t8"
      LEFT OUTER JOIN (
        SELECT
          "t27"."gone_id",
          COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
        FROM (
          SELECT
            "t26"."gone_id",
            "t26"."merged_s",
            "t26"."into_id",
            "t23"."via_id",
            "t23"."onward_id"
          FROM (
            SELECT
              "t24"."gone_id",
              "t24"."merged_s",
              COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
            FROM (
              SELECT
                "t21"."gone_id",
                "t21"."into_id",
                "t21"."merged_s",
                "t23"."via_id",
                "t23"."onward_id"
              FROM "t19" AS "t21"
              LEFT OUTER JOIN (
                SELECT
                  "t20"."gone_id" AS "via_id",
                  "t20"."into_id" AS "onward_id"
                FROM "t19" AS "t20"
              ) AS "t23"
                ON "t21"."into_id" = "t23"."via_id"
            ) AS "t24"
          ) AS "t26"
          LEFT OUTER JOIN (
            SELECT
              "t20"."gone_id" AS "via_id",
              "t20"."into_id" AS "onward_id"
            FROM "t19" AS "t20"
          ) AS "t23"
            ON "t26"."into_id" = "t23"."via_id"
        ) AS "t27"
      ) AS "t29"
        ON "t8"."lead_id" = "t29"."gone_id"
    ) AS "t30"
  ) AS "t31"
  GROUP BY
    1,
    2
) AS "t32"
GROUP BY
  1,
  2

-- clocks
WITH "t4" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t6" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "facts" AS "t0"
    WHERE
      "t0"."recorded_s" <= ${as_of_s}
      AND "t0"."occurred_s" <= ${as_of_s}
      AND "t0"."kind" IN ('handed_over')
  ) AS "t1"
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), "t14" AS (
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
      *
    FROM (
      SELECT
        *
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t3"
    WHERE
      NOT (
        "t3"."id" IN (
          SELECT
            *
          FROM "t4"
        )
      )
  ) AS "t8"
), "t27" AS (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t14" AS "t17"
      WHERE
        "t17"."seq" IN (
          SELECT
            "t23"."last_seq"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."seq") AS "last_seq"
            FROM (
              SELECT
                "t19"."lead_id",
                "t19"."occurred_s",
                "t19"."seq",
                "t19"."target_id",
                "t21"."last_s"
              FROM "t14" AS "t19"
              INNER JOIN (
                SELECT
                  "t17"."lead_id",
                  MAX("t17"."occurred_s") AS "last_s"
                FROM "t14" AS "t17"
                GROUP BY
                  1
              ) AS "t21"
                ON "t19"."lead_id" = "t21"."lead_id" AND "t19"."occurred_s" = "t21"."last_s"
            ) AS "t22"
            GROUP BY
              1
          ) AS "t23"
        )
    ) AS "t25"
    WHERE
      "t25"."target_id" <> 0 AND "t25"."target_id" <> "t25"."lead_id"
  ) AS "t26"
  GROUP BY
    1
), "t35" AS (
  SELECT
    "t34"."gone_id",
    "t34"."merged_s",
    "t34"."into_id",
    "t31"."via_id",
    "t31"."onward_id"
  FROM (
    SELECT
      "t32"."gone_id",
      "t32"."merged_s",
      COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
    FROM (
      SELECT
        "t29"."gone_id",
        "t29"."into_id",
        "t29"."merged_s",
        "t31"."via_id",
        "t31"."onward_id"
      FROM "t27" AS "t29"
      LEFT OUTER JOIN (
        SELECT
          "t28"."gone_id" AS "via_id",
          "t28"."into_id" AS "onward_id"
        FROM "t27" AS "t28"
      ) AS "t31"
        ON "t29"."into_id" = "t31"."via_id"
    ) AS "t32"
  ) AS "t34"
  LEFT OUTER JOIN (
    SELECT
      "t28"."gone_id" AS "via_id",
      "t28"."into_id" AS "onward_id"
    FROM "t27" AS "t28"
  ) AS "t31"
    ON "t34"."into_id" = "t31"."via_id"
), "t45" AS (
  SELECT
    "t43"."seq",
    MIN("t43"."lead_id") AS "lead_id",
    MIN("t43"."own_lead_id") AS "own_lead_id",
    MIN("t43"."id") AS "hand_id",
    MIN("t43"."occurred_s") AS "start_s",
    MIN(COALESCE("t43"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t43"."person_id", 0)) AS "person_id"
  FROM (
    SELECT
      "t41"."seq",
      "t41"."id",
      "t41"."kind",
      "t41"."occurred_s",
      "t41"."occurred_month",
      "t41"."person_id",
      "t41"."side",
      "t41"."source",
      "t41"."value_code",
      "t41"."value_number",
      "t41"."points",
      "t41"."due_s",
      "t41"."worked_s",
      "t41"."lead_id" AS "own_lead_id",
      COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id"
    FROM (
      SELECT
        "t15"."seq",
        "t15"."id",
        "t15"."kind",
        "t15"."occurred_s",
        "t15"."occurred_month",
        "t15"."lead_id",
        "t15"."person_id",
        "t15"."side",
        "t15"."source",
        "t15"."value_code",
        "t15"."value_number",
        "t15"."points",
        "t15"."due_s",
        "t15"."worked_s",
        "t40"."gone_id",
        "t40"."into_id"
      FROM (
        SELECT
          "t9"."seq",
          "t9"."id",
          "t9"."kind",
          "t9"."occurred_s",
          "t9"."occurred_month",
          "t9"."lead_id",
          "t9"."person_id",
          "t9"."side",
          "t9"."source",
          "t9"."value_code",
          "t9"."value_number",
          "t9"."points",
          "t9"."due_s",
          "t9"."worked_s"
        FROM "t6" AS "t9"
        WHERE
          COALESCE("t9"."lead_id", 0) <> 0
      ) AS "t15"
      LEFT OUTER JOIN (
        SELECT
          "t36"."gone_id",
          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
        FROM "t35" AS "t36"
      ) AS "t40"
        ON "t15"."lead_id" = "t40"."gone_id"
    ) AS "t41"
  ) AS "t43"
  GROUP BY
    1
), "t60" AS (
  SELECT
    "t51"."lead_id",
    "t51"."own_lead_id",
    "t51"."hand_id",
    "t51"."start_s",
    "t51"."first_due_s",
    "t51"."person_id",
    "t51"."hand_seq",
    "t59"."next_s",
    "t59"."key_seq"
  FROM (
    SELECT
      "t46"."lead_id",
      "t46"."own_lead_id",
      "t46"."hand_id",
      "t46"."start_s",
      "t46"."first_due_s",
      "t46"."person_id",
      "t46"."seq" AS "hand_seq"
    FROM "t45" AS "t46"
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t57"."next_s",
      "t57"."seq" AS "key_seq"
    FROM (
      SELECT
        "t56"."seq",
        MIN("t56"."later_s") AS "next_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t47"."seq",
            "t47"."lead_id",
            "t47"."own_lead_id",
            "t47"."hand_id",
            "t47"."start_s",
            "t47"."first_due_s",
            "t47"."person_id",
            "t52"."later_lead_id",
            "t52"."later_s",
            "t52"."later_seq"
          FROM "t45" AS "t47"
          INNER JOIN (
            SELECT
              "t46"."lead_id" AS "later_lead_id",
              "t46"."start_s" AS "later_s",
              "t46"."seq" AS "later_seq"
            FROM "t45" AS "t46"
          ) AS "t52"
            ON "t47"."lead_id" = "t52"."later_lead_id"
        ) AS "t55"
        WHERE
          (
            "t55"."later_s" > "t55"."start_s"
          )
          OR (
            (
              "t55"."later_s" = "t55"."start_s"
            ) AND (
              "t55"."later_seq" > "t55"."seq"
            )
          )
      ) AS "t56"
      GROUP BY
        1
    ) AS "t57"
  ) AS "t59"
    ON "t51"."hand_seq" = "t59"."key_seq"
), "t69" AS (
  SELECT
    "t67"."hand_seq",
    "t67"."lead_id",
    "t67"."start_s",
    "t67"."next_s",
    "t54"."fact_lead_id",
    "t54"."fact_s",
    "t54"."fact_kind",
    "t54"."fact_due_s",
    "t54"."fact_worked_s",
    "t54"."is_touch"
  FROM (
    SELECT
      "t61"."hand_seq",
      "t61"."lead_id",
      "t61"."start_s",
      COALESCE("t61"."next_s", 9000000000) AS "next_s"
    FROM "t60" AS "t61"
    WHERE
      "t61"."first_due_s" > 0
      AND "t61"."start_s" >= ${since_s}
      AND "t61"."start_s" < ${until_s}
  ) AS "t67"
  INNER JOIN (
    SELECT
      "t50"."fact_lead_id",
      "t50"."fact_s",
      "t50"."fact_kind",
      "t50"."fact_due_s",
      "t50"."fact_worked_s",
      "t50"."is_touch"
    FROM (
      SELECT
        "t44"."seq",
        MIN("t44"."lead_id") AS "fact_lead_id",
        MIN("t44"."occurred_s") AS "fact_s",
        MIN("t44"."kind") AS "fact_kind",
        MIN(COALESCE("t44"."due_s", 0)) AS "fact_due_s",
        MIN(COALESCE("t44"."worked_s", -1)) AS "fact_worked_s",
        MIN(
          CASE
            WHEN (
              "t44"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                "t44"."side" = 'sales'
              )
            )
            OR "t44"."kind" IN ('deal_opened', 'lost', 'won')
            THEN 1
            ELSE 0
          END
        ) AS "is_touch"
      FROM (
        SELECT
          "t42"."seq",
          "t42"."id",
          "t42"."kind",
          "t42"."occurred_s",
          "t42"."occurred_month",
          "t42"."person_id",
          "t42"."side",
          "t42"."source",
          "t42"."value_code",
          "t42"."value_number",
          "t42"."points",
          "t42"."due_s",
          "t42"."worked_s",
          "t42"."lead_id" AS "own_lead_id",
          COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id"
        FROM (
          SELECT
            "t13"."seq",
            "t13"."id",
            "t13"."kind",
            "t13"."occurred_s",
            "t13"."occurred_month",
            "t13"."lead_id",
            "t13"."person_id",
            "t13"."side",
            "t13"."source",
            "t13"."value_code",
            "t13"."value_number",
            "t13"."points",
            "t13"."due_s",
            "t13"."worked_s",
            "t40"."gone_id",
            "t40"."into_id"
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
                *
              FROM (
                SELECT
                  *
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
                    'lost',
                    'meeting',
                    'reassigned',
                    'recycled',
                    'rejected',
                    'social',
                    'won'
                  )
              ) AS "t2"
              WHERE
                NOT (
                  "t2"."id" IN (
                    SELECT
                      *
                    FROM "t4"
                  )
                )
            ) AS "t7"
            WHERE
              COALESCE("t7"."lead_id", 0) <> 0
          ) AS "t13"
          LEFT OUTER JOIN (
            SELECT
              "t36"."gone_id",
              COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
            FROM "t35" AS "t36"
          ) AS "t40"
            ON "t13"."lead_id" = "t40"."gone_id"
        ) AS "t42"
      ) AS "t44"
      GROUP BY
        1
    ) AS "t50"
  ) AS "t54"
    ON "t67"."lead_id" = "t54"."fact_lead_id"
), "t72" AS (
  SELECT
    *
  FROM "t69" AS "t70"
  WHERE
    "t70"."fact_s" >= "t70"."start_s" AND "t70"."fact_s" < "t70"."next_s"
), "t83" AS (
  SELECT
    "t82"."hand_seq",
    MIN("t82"."touch_s") AS "touch_s",
    MIN("t82"."left_s") AS "left_s",
    MAX(
      CASE
        WHEN (
          "t82"."is_touch" = 1
        ) AND (
          "t82"."fact_s" = "t82"."touch_s"
        )
        THEN "t82"."fact_worked_s"
        ELSE -1
      END
    ) AS "worked_s",
    MAX(
      CASE
        WHEN (
          "t82"."fact_kind" = 'reassigned'
        )
        AND (
          "t82"."fact_due_s" > 0
        )
        AND (
          "t82"."fact_s" <= "t82"."touch_s"
        )
        THEN "t82"."fact_s"
        ELSE -9000000000
      END
    ) AS "new_s"
  FROM (
    SELECT
      "t75"."hand_seq",
      "t75"."lead_id",
      "t75"."start_s",
      "t75"."next_s",
      "t75"."fact_lead_id",
      "t75"."fact_s",
      "t75"."fact_kind",
      "t75"."fact_due_s",
      "t75"."fact_worked_s",
      "t75"."is_touch",
      "t81"."touch_s",
      "t81"."left_s"
    FROM "t72" AS "t75"
    INNER JOIN (
      SELECT
        "t73"."hand_seq",
        MIN(CASE WHEN "t73"."is_touch" = 1 THEN "t73"."fact_s" ELSE 9000000000 END) AS "touch_s",
        MIN(
          CASE
            WHEN "t73"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected')
            THEN "t73"."fact_s"
            ELSE 9000000000
          END
        ) AS "left_s"
      FROM "t72" AS "t73"
      GROUP BY
        1
    ) AS "t81"
      ON "t75"."hand_seq" = "t81"."hand_seq"
  ) AS "t82"
  GROUP BY
    1
)
SELECT
  "t104"."month",
  COUNT(CASE WHEN "t104"."is_due" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "due",
  COUNT(CASE WHEN "t104"."is_kept" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "kept"
FROM (
  SELECT
    "t103"."is_due",
    "t103"."is_kept",
    CAST("t103"."month" AS BIGINT) AS "month"
  FROM (
    SELECT
      "t102"."hand_id",
      "t102"."is_due",
      "t102"."is_kept",
      "t18"."fact_id",
      "t18"."month"
    FROM (
      SELECT
        "t100"."hand_id",
        (
          "t100"."due_s" <= ${as_of_s}
        )
        AND NOT (
          (
            "t100"."touch_s" > "t100"."due_s"
          )
          AND (
            "t100"."withdrawn_s" <= "t100"."due_s"
          )
        ) AS "is_due",
        (
          "t100"."due_s" <= ${as_of_s}
        )
        AND NOT (
          (
            "t100"."touch_s" > "t100"."due_s"
          )
          AND (
            "t100"."withdrawn_s" <= "t100"."due_s"
          )
        )
        AND (
          "t100"."touch_s" <= "t100"."due_s"
        ) AS "is_kept"
      FROM (
        SELECT
          "t99"."lead_id",
          "t99"."hand_id",
          "t99"."person_id",
          "t99"."start_s",
          LEAST("t99"."left_s", COALESCE("t99"."merged_s", 9000000000), "t99"."next_s") AS "withdrawn_s",
          CASE
            WHEN (
              "t99"."new_due_s" > 0
            ) AND (
              "t99"."new_s" <= "t99"."first_due_s"
            )
            THEN "t99"."new_due_s"
            ELSE "t99"."first_due_s"
          END AS "due_s",
          CASE
            WHEN "t99"."touch_s" <= LEAST("t99"."left_s", COALESCE("t99"."merged_s", 9000000000), "t99"."next_s")
            THEN "t99"."touch_s"
            ELSE 9000000000
          END AS "touch_s",
          CASE
            WHEN "t99"."touch_s" <= LEAST("t99"."left_s", COALESCE("t99"."merged_s", 9000000000), "t99"."next_s")
            THEN "t99"."worked_s"
            ELSE -1
          END AS "worked_s",
          CASE WHEN "t99"."new_due_s" > 0 THEN 1 ELSE 0 END AS "is_reassigned",
          CASE WHEN "t99"."new_s" > "t99"."first_due_s" THEN 1 ELSE 0 END AS "is_late_again"
        FROM (
          SELECT
            "t98"."lead_id",
            "t98"."own_lead_id",
            "t98"."hand_id",
            "t98"."start_s",
            "t98"."first_due_s",
            "t98"."person_id",
            "t98"."hand_seq",
            "t98"."next_s",
            "t98"."touch_s",
            "t98"."left_s",
            "t98"."worked_s",
            "t98"."new_s",
            "t98"."new_due_s",
            "t79"."merged_s",
            "t79"."key_seq"
          FROM (
            SELECT
              "t96"."lead_id",
              "t96"."own_lead_id",
              "t96"."hand_id",
              "t96"."start_s",
              "t96"."first_due_s",
              "t96"."person_id",
              "t96"."hand_seq",
              "t96"."next_s",
              "t96"."touch_s",
              "t96"."left_s",
              "t96"."worked_s",
              "t96"."new_s",
              COALESCE("t96"."new_due_s", 0) AS "new_due_s"
            FROM (
              SELECT
                "t93"."lead_id",
                "t93"."own_lead_id",
                "t93"."hand_id",
                "t93"."start_s",
                "t93"."first_due_s",
                "t93"."person_id",
                "t93"."hand_seq",
                "t93"."next_s",
                "t93"."touch_s",
                "t93"."left_s",
                "t93"."worked_s",
                "t93"."new_s",
                "t95"."new_due_s",
                "t95"."key_seq"
              FROM (
                SELECT
                  "t89"."lead_id",
                  "t89"."own_lead_id",
                  "t89"."hand_id",
                  "t89"."start_s",
                  "t89"."first_due_s",
                  "t89"."person_id",
                  "t89"."hand_seq",
                  "t89"."next_s",
                  COALESCE("t89"."touch_s", 9000000000) AS "touch_s",
                  COALESCE("t89"."left_s", 9000000000) AS "left_s",
                  COALESCE("t89"."worked_s", -1) AS "worked_s",
                  COALESCE("t89"."new_s", -9000000000) AS "new_s"
                FROM (
                  SELECT
                    "t66"."lead_id",
                    "t66"."own_lead_id",
                    "t66"."hand_id",
                    "t66"."start_s",
                    "t66"."first_due_s",
                    "t66"."person_id",
                    "t66"."hand_seq",
                    "t66"."next_s",
                    "t87"."touch_s",
                    "t87"."left_s",
                    "t87"."worked_s",
                    "t87"."new_s",
                    "t87"."key_seq"
                  FROM (
                    SELECT
                      "t61"."lead_id",
                      "t61"."own_lead_id",
                      "t61"."hand_id",
                      "t61"."start_s",
                      "t61"."first_due_s",
                      "t61"."person_id",
                      "t61"."hand_seq",
                      COALESCE("t61"."next_s", 9000000000) AS "next_s"
                    FROM "t60" AS "t61"
                    WHERE
                      "t61"."first_due_s" > 0
                      AND "t61"."start_s" >= ${since_s}
                      AND "t61"."start_s" < ${until_s}
                  ) AS "t66"
                  LEFT OUTER JOIN (
                    SELECT
                      "t84"."touch_s",
                      "t84"."left_s",
                      "t84"."worked_s",
                      "t84"."new_s",
                      "t84"."hand_seq" AS "key_seq"
                    FROM "t83" AS "t84"
                  ) AS "t87"
                    ON "t66"."hand_seq" = "t87"."key_seq"
                ) AS "t89"
              ) AS "t93"
              LEFT OUTER JOIN (
                SELECT
                  "t92"."new_due_s",
                  "t92"."hand_seq" AS "key_seq"
                FROM (
                  SELECT
                    "t90"."hand_seq",
                    MAX("t90"."fact_due_s") AS "new_due_s"
                  FROM (
                    SELECT
                      "t77"."hand_seq",
                      "t77"."lead_id",
                      "t77"."start_s",
                      "t77"."next_s",
                      "t77"."fact_lead_id",
                      "t77"."fact_s",
                      "t77"."fact_kind",
                      "t77"."fact_due_s",
                      "t77"."fact_worked_s",
                      "t77"."is_touch",
                      "t88"."new_hand",
                      "t88"."new_s"
                    FROM (
                      SELECT
                        *
                      FROM "t69" AS "t70"
                      WHERE
                        "t70"."fact_s" >= "t70"."start_s"
                        AND "t70"."fact_s" < "t70"."next_s"
                        AND CASE WHEN "t70"."fact_kind" = 'reassigned' THEN 1 ELSE 0 END = 1
                        AND "t70"."fact_due_s" > 0
                    ) AS "t77"
                    INNER JOIN (
                      SELECT
                        "t84"."hand_seq" AS "new_hand",
                        "t84"."new_s"
                      FROM "t83" AS "t84"
                    ) AS "t88"
                      ON "t77"."hand_seq" = "t88"."new_hand" AND "t77"."fact_s" = "t88"."new_s"
                  ) AS "t90"
                  GROUP BY
                    1
                ) AS "t92"
              ) AS "t95"
                ON "t93"."hand_seq" = "t95"."key_seq"
            ) AS "t96"
          ) AS "t98"
          LEFT OUTER JOIN (
            SELECT
              "t74"."merged_s",
              "t74"."hand_seq" AS "key_seq"
            FROM (
              SELECT
                "t71"."hand_seq",
                MIN("t71"."gone_s") AS "merged_s"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t65"."hand_seq",
                    "t65"."own_lead_id",
                    "t65"."start_s",
                    "t38"."gone_id",
                    "t38"."gone_s"
                  FROM (
                    SELECT
                      "t61"."hand_seq",
                      "t61"."own_lead_id",
                      "t61"."start_s"
                    FROM "t60" AS "t61"
                    WHERE
                      "t61"."first_due_s" > 0
                      AND "t61"."start_s" >= ${since_s}
                      AND "t61"."start_s" < ${until_s}
                  ) AS "t65"
                  INNER JOIN (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s" AS "gone_s"
                    FROM "t35" AS "t36"
                  ) AS "t38"
                    ON "t65"."own_lead_id" = "t38"."gone_id"
                ) AS "t68"
                WHERE
                  "t68"."gone_s" >= "t68"."start_s"
              ) AS "t71"
              GROUP BY
                1
            ) AS "t74"
          ) AS "t79"
            ON "t98"."hand_seq" = "t79"."key_seq"
        ) AS "t99"
      ) AS "t100"
    ) AS "t102"
    INNER JOIN (
      SELECT
        "t10"."id" AS "fact_id",
        MAX("t10"."occurred_month") AS "month"
      FROM (
        SELECT
          "t9"."seq",
          "t9"."id",
          "t9"."kind",
          "t9"."occurred_s",
          "t9"."occurred_month",
          "t9"."lead_id",
          "t9"."person_id",
          "t9"."side",
          "t9"."source",
          "t9"."value_code",
          "t9"."value_number",
          "t9"."points",
          "t9"."due_s",
          "t9"."worked_s"
        FROM "t6" AS "t9"
      ) AS "t10"
      GROUP BY
        1
    ) AS "t18"
      ON "t102"."hand_id" = "t18"."fact_id"
  ) AS "t103"
) AS "t104"
GROUP BY
  1
