-- facts
WITH "t4" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t13" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t8"."occurred_s" * 4000000000
    ) + "t8"."seq" AS "key"
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
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s",
    MAX("t18"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t13" AS "t14"
      WHERE
        "t14"."key" IN (
          SELECT
            "t15"."last_key"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."key") AS "last_key"
            FROM "t13" AS "t14"
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
), "t31" AS (
  SELECT
    "t12"."seq",
    "t12"."kind",
    "t12"."occurred_s",
    "t12"."occurred_month",
    "t12"."lead_id",
    "t12"."person_id",
    "t12"."side",
    "t12"."source",
    "t12"."value_code",
    "t12"."value_number",
    "t12"."points",
    "t12"."due_s",
    "t12"."worked_s",
    "t29"."gone_id",
    "t29"."into_id"
  FROM (
    SELECT
      "t7"."seq",
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
          AND "t0"."kind" IN ('accepted', 'handed_over', 'rejected')
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
  ) AS "t12"
  LEFT OUTER JOIN (
    SELECT
      "t27"."gone_id",
      COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
    FROM (
      SELECT
        "t26"."gone_id",
        "t26"."merged_s",
        "t26"."merged_key",
        "t26"."into_id",
        "t23"."via_id",
        "t23"."onward_id"
      FROM (
        SELECT
          "t24"."gone_id",
          "t24"."merged_s",
          "t24"."merged_key",
          COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
        FROM (
          SELECT
            "t21"."gone_id",
            "t21"."into_id",
            "t21"."merged_s",
            "t21"."merged_key",
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
    ON "t12"."lead_id" = "t29"."gone_id"
)
SELECT
  "t42"."kind",
  "t42"."month",
  "t42"."currency",
  COUNT(*) AS "n",
  SUM("t42"."amount") AS "amount",
  COUNT(CASE WHEN "t42"."has_none" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "without_amount"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t30"."kind",
      CAST("t30"."occurred_month" AS BIGINT) AS "month",
      CASE WHEN "t30"."kind" = 'won' THEN COALESCE("t30"."currency", '') ELSE '' END AS "currency",
      CASE WHEN "t30"."kind" = 'won' THEN COALESCE("t30"."amount_minor", 0) ELSE 0 END AS "amount",
      CASE
        WHEN (
          "t30"."kind" = 'won'
        ) AND (
          COALESCE("t30"."amount_minor", 0) = 0
        )
        THEN 1
        ELSE 0
      END AS "has_none"
    FROM (
      SELECT
        "t11"."seq",
        "t11"."kind",
        "t11"."occurred_s",
        "t11"."occurred_month",
        "t11"."lead_id",
        "t11"."person_id",
        "t11"."side",
        "t11"."source",
        "t11"."value_code",
        "t11"."value_number",
        "t11"."points",
        "t11"."due_s",
        "t11"."worked_s",
        "t11"."amount_minor",
        "t11"."currency",
        "t29"."gone_id",
        "t29"."into_id"
      FROM (
        SELECT
          "t6"."seq",
          "t6"."kind",
          "t6"."occurred_s",
          "t6"."occurred_month",
          "t6"."lead_id",
          "t6"."person_id",
          "t6"."side",
          "t6"."source",
          "t6"."value_code",
          "t6"."value_number",
          "t6"."points",
          "t6"."due_s",
          "t6"."worked_s",
          "t6"."amount_minor",
          "t6"."currency"
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
              AND "t0"."kind" IN ('handed_over', 'won')
          ) AS "t1"
          WHERE
            NOT (
              "t1"."id" IN (
                SELECT
                  *
                FROM "t4"
              )
            )
        ) AS "t6"
        WHERE
          COALESCE("t6"."lead_id", 0) <> 0
      ) AS "t11"
      LEFT OUTER JOIN (
        SELECT
          "t27"."gone_id",
          COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
        FROM (
          SELECT
            "t26"."gone_id",
            "t26"."merged_s",
            "t26"."merged_key",
            "t26"."into_id",
            "t23"."via_id",
            "t23"."onward_id"
          FROM (
            SELECT
              "t24"."gone_id",
              "t24"."merged_s",
              "t24"."merged_key",
              COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
            FROM (
              SELECT
                "t21"."gone_id",
                "t21"."into_id",
                "t21"."merged_s",
                "t21"."merged_key",
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
        ON "t11"."lead_id" = "t29"."gone_id"
    ) AS "t30"
  ) AS "t35"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'accepted' AS "kind",
      "t40"."month",
      '' AS "currency",
      0 AS "amount",
      0 AS "has_none"
    FROM (
      SELECT
        "t39"."key",
        MIN("t39"."lead_id") AS "lead_id",
        MIN("t39"."occurred_s") AS "occurred_s",
        MIN("t39"."month") AS "month",
        COUNT(
          CASE
            WHEN (
              "t39"."beside_kind" = 'handed_over'
            )
            AND (
              "t39"."beside_key" < "t39"."key"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "hands_before",
        MIN(
          CASE
            WHEN (
              "t39"."beside_kind" = 'handed_over'
            )
            AND (
              "t39"."beside_key" > "t39"."key"
            )
            THEN "t39"."beside_key"
            ELSE 9000000000000000000
          END
        ) AS "next_hand_key",
        MIN(
          CASE
            WHEN NOT (
              "t39"."beside_kind" = 'handed_over'
            )
            AND (
              "t39"."beside_key" > "t39"."key"
            )
            THEN "t39"."beside_key"
            ELSE 9000000000000000000
          END
        ) AS "next_answer_key"
      FROM (
        SELECT
          "t38"."key",
          "t38"."lead_id",
          "t38"."occurred_s",
          "t38"."month",
          "t36"."beside_lead_id",
          "t36"."beside_kind",
          "t36"."beside_key"
        FROM (
          SELECT
            "t33"."key",
            MIN("t33"."lead_id") AS "lead_id",
            MIN("t33"."occurred_s") AS "occurred_s",
            MIN("t33"."month") AS "month"
          FROM (
            SELECT
              COALESCE("t32"."into_id", "t32"."lead_id") AS "lead_id",
              "t32"."kind",
              "t32"."occurred_s",
              CAST("t32"."occurred_month" AS BIGINT) AS "month",
              (
                "t32"."occurred_s" * 4000000000
              ) + "t32"."seq" AS "key"
            FROM "t31" AS "t32"
            WHERE
              "t32"."kind" = 'accepted'
          ) AS "t33"
          GROUP BY
            1
        ) AS "t38"
        INNER JOIN (
          SELECT
            COALESCE("t32"."into_id", "t32"."lead_id") AS "beside_lead_id",
            "t32"."kind" AS "beside_kind",
            (
              "t32"."occurred_s" * 4000000000
            ) + "t32"."seq" AS "beside_key"
          FROM "t31" AS "t32"
        ) AS "t36"
          ON "t38"."lead_id" = "t36"."beside_lead_id"
      ) AS "t39"
      GROUP BY
        1
    ) AS "t40"
    WHERE
      "t40"."next_answer_key" >= "t40"."next_hand_key"
      AND CASE WHEN "t40"."hands_before" > 0 THEN 1 ELSE 0 END = 1
  ) AS "t41"
) AS "t42"
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
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
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
), "t15" AS (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."key" IN (
          SELECT
            "t11"."last_key"
          FROM (
            SELECT
              "t10"."lead_id",
              MAX("t10"."key") AS "last_key"
            FROM "t9" AS "t10"
            GROUP BY
              1
          ) AS "t11"
        )
    ) AS "t13"
    WHERE
      "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
  ) AS "t14"
  GROUP BY
    1
)
SELECT
  "t28"."kind",
  "t28"."month",
  COUNT(*) AS "n",
  MIN("t28"."first_s") AS "first_s"
FROM (
  SELECT
    "t27"."lead_id",
    "t27"."kind",
    CAST(MIN("t27"."occurred_month") AS BIGINT) AS "month",
    MIN("t27"."occurred_s") AS "first_s"
  FROM (
    SELECT
      "t26"."seq",
      "t26"."kind",
      "t26"."occurred_s",
      "t26"."occurred_month",
      "t26"."person_id",
      "t26"."side",
      "t26"."source",
      "t26"."value_code",
      "t26"."value_number",
      "t26"."points",
      "t26"."due_s",
      "t26"."worked_s",
      "t26"."lead_id" AS "own_lead_id",
      COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id"
    FROM (
      SELECT
        "t8"."seq",
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
        "t25"."gone_id",
        "t25"."into_id"
      FROM (
        SELECT
          "t5"."seq",
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
          "t23"."gone_id",
          COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
        FROM (
          SELECT
            "t22"."gone_id",
            "t22"."merged_s",
            "t22"."merged_key",
            "t22"."into_id",
            "t19"."via_id",
            "t19"."onward_id"
          FROM (
            SELECT
              "t20"."gone_id",
              "t20"."merged_s",
              "t20"."merged_key",
              COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
            FROM (
              SELECT
                "t17"."gone_id",
                "t17"."into_id",
                "t17"."merged_s",
                "t17"."merged_key",
                "t19"."via_id",
                "t19"."onward_id"
              FROM "t15" AS "t17"
              LEFT OUTER JOIN (
                SELECT
                  "t16"."gone_id" AS "via_id",
                  "t16"."into_id" AS "onward_id"
                FROM "t15" AS "t16"
              ) AS "t19"
                ON "t17"."into_id" = "t19"."via_id"
            ) AS "t20"
          ) AS "t22"
          LEFT OUTER JOIN (
            SELECT
              "t16"."gone_id" AS "via_id",
              "t16"."into_id" AS "onward_id"
            FROM "t15" AS "t16"
          ) AS "t19"
            ON "t22"."into_id" = "t19"."via_id"
        ) AS "t23"
      ) AS "t25"
        ON "t8"."lead_id" = "t25"."gone_id"
    ) AS "t26"
  ) AS "t27"
  GROUP BY
    1,
    2
) AS "t28"
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
), "t13" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t8"."occurred_s" * 4000000000
    ) + "t8"."seq" AS "key"
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
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s",
    MAX("t18"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t13" AS "t14"
      WHERE
        "t14"."key" IN (
          SELECT
            "t15"."last_key"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."key") AS "last_key"
            FROM "t13" AS "t14"
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
), "t27" AS (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."merged_key",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM (
    SELECT
      "t24"."gone_id",
      "t24"."merged_s",
      "t24"."merged_key",
      COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
    FROM (
      SELECT
        "t21"."gone_id",
        "t21"."into_id",
        "t21"."merged_s",
        "t21"."merged_key",
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
), "t37" AS (
  SELECT
    "t35"."seq",
    MIN("t35"."lead_id") AS "lead_id",
    MIN("t35"."own_lead_id") AS "own_lead_id",
    MIN("t35"."id") AS "hand_id",
    MIN("t35"."occurred_s") AS "start_s",
    MIN((
      "t35"."occurred_s" * 4000000000
    ) + "t35"."seq") AS "start_key",
    MIN(CAST("t35"."occurred_month" AS BIGINT)) AS "month",
    MIN(COALESCE("t35"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t35"."person_id", 0)) AS "person_id"
  FROM (
    SELECT
      "t33"."seq",
      "t33"."kind",
      "t33"."occurred_s",
      "t33"."occurred_month",
      "t33"."person_id",
      "t33"."side",
      "t33"."source",
      "t33"."value_code",
      "t33"."value_number",
      "t33"."points",
      "t33"."due_s",
      "t33"."worked_s",
      "t33"."id",
      "t33"."lead_id" AS "own_lead_id",
      COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id"
    FROM (
      SELECT
        "t11"."seq",
        "t11"."kind",
        "t11"."occurred_s",
        "t11"."occurred_month",
        "t11"."lead_id",
        "t11"."person_id",
        "t11"."side",
        "t11"."source",
        "t11"."value_code",
        "t11"."value_number",
        "t11"."points",
        "t11"."due_s",
        "t11"."worked_s",
        "t11"."id",
        "t32"."gone_id",
        "t32"."into_id"
      FROM (
        SELECT
          "t6"."seq",
          "t6"."kind",
          "t6"."occurred_s",
          "t6"."occurred_month",
          "t6"."lead_id",
          "t6"."person_id",
          "t6"."side",
          "t6"."source",
          "t6"."value_code",
          "t6"."value_number",
          "t6"."points",
          "t6"."due_s",
          "t6"."worked_s",
          "t6"."id"
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
        ) AS "t6"
        WHERE
          COALESCE("t6"."lead_id", 0) <> 0
      ) AS "t11"
      LEFT OUTER JOIN (
        SELECT
          "t28"."gone_id",
          COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
        FROM "t27" AS "t28"
      ) AS "t32"
        ON "t11"."lead_id" = "t32"."gone_id"
    ) AS "t33"
  ) AS "t35"
  GROUP BY
    1
), "t52" AS (
  SELECT
    "t45"."lead_id",
    "t45"."own_lead_id",
    "t45"."hand_id",
    "t45"."start_s",
    "t45"."start_key",
    "t45"."month",
    "t45"."first_due_s",
    "t45"."person_id",
    "t45"."hand_seq",
    "t51"."next_s",
    "t51"."next_key",
    "t51"."key_seq"
  FROM (
    SELECT
      "t38"."lead_id",
      "t38"."own_lead_id",
      "t38"."hand_id",
      "t38"."start_s",
      "t38"."start_key",
      "t38"."month",
      "t38"."first_due_s",
      "t38"."person_id",
      "t38"."seq" AS "hand_seq"
    FROM "t37" AS "t38"
  ) AS "t45"
  LEFT OUTER JOIN (
    SELECT
      "t49"."next_s",
      "t49"."next_key",
      "t49"."seq" AS "key_seq"
    FROM (
      SELECT
        "t48"."seq",
        MIN("t48"."later_s") AS "next_s",
        MIN("t48"."later_key") AS "next_key"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t39"."seq",
            "t39"."lead_id",
            "t39"."own_lead_id",
            "t39"."hand_id",
            "t39"."start_s",
            "t39"."start_key",
            "t39"."month",
            "t39"."first_due_s",
            "t39"."person_id",
            "t44"."later_lead_id",
            "t44"."later_s",
            "t44"."later_key"
          FROM "t37" AS "t39"
          INNER JOIN (
            SELECT
              "t38"."lead_id" AS "later_lead_id",
              "t38"."start_s" AS "later_s",
              "t38"."start_key" AS "later_key"
            FROM "t37" AS "t38"
          ) AS "t44"
            ON "t39"."lead_id" = "t44"."later_lead_id"
        ) AS "t47"
        WHERE
          "t47"."later_key" > "t47"."start_key"
      ) AS "t48"
      GROUP BY
        1
    ) AS "t49"
  ) AS "t51"
    ON "t45"."hand_seq" = "t51"."key_seq"
), "t63" AS (
  SELECT
    *
  FROM (
    SELECT
      "t59"."hand_seq",
      "t59"."lead_id",
      "t59"."start_key",
      "t59"."next_key",
      "t46"."fact_lead_id",
      "t46"."fact_s",
      "t46"."fact_key",
      "t46"."fact_kind",
      "t46"."fact_due_s",
      "t46"."fact_worked_s",
      "t46"."is_touch"
    FROM (
      SELECT
        "t53"."hand_seq",
        "t53"."lead_id",
        "t53"."start_key",
        COALESCE("t53"."next_key", 9000000000000000000) AS "next_key"
      FROM "t52" AS "t53"
      WHERE
        "t53"."first_due_s" > 0
        AND "t53"."start_s" >= ${since_s}
        AND "t53"."start_s" < ${until_s}
    ) AS "t59"
    INNER JOIN (
      SELECT
        "t40".*
        EXCLUDE ("seq")
      FROM (
        SELECT
          "t36"."seq",
          MIN("t36"."lead_id") AS "fact_lead_id",
          MIN("t36"."occurred_s") AS "fact_s",
          MIN((
            "t36"."occurred_s" * 4000000000
          ) + "t36"."seq") AS "fact_key",
          MIN("t36"."kind") AS "fact_kind",
          MIN(COALESCE("t36"."due_s", 0)) AS "fact_due_s",
          MIN(COALESCE("t36"."worked_s", -1)) AS "fact_worked_s",
          MIN(
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
            END
          ) AS "is_touch"
        FROM (
          SELECT
            "t34"."seq",
            "t34"."kind",
            "t34"."occurred_s",
            "t34"."occurred_month",
            "t34"."person_id",
            "t34"."side",
            "t34"."source",
            "t34"."value_code",
            "t34"."value_number",
            "t34"."points",
            "t34"."due_s",
            "t34"."worked_s",
            "t34"."lead_id" AS "own_lead_id",
            COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
          FROM (
            SELECT
              "t12"."seq",
              "t12"."kind",
              "t12"."occurred_s",
              "t12"."occurred_month",
              "t12"."lead_id",
              "t12"."person_id",
              "t12"."side",
              "t12"."source",
              "t12"."value_code",
              "t12"."value_number",
              "t12"."points",
              "t12"."due_s",
              "t12"."worked_s",
              "t32"."gone_id",
              "t32"."into_id"
            FROM (
              SELECT
                "t7"."seq",
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
            ) AS "t12"
            LEFT OUTER JOIN (
              SELECT
                "t28"."gone_id",
                COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
              FROM "t27" AS "t28"
            ) AS "t32"
              ON "t12"."lead_id" = "t32"."gone_id"
          ) AS "t34"
        ) AS "t36"
        GROUP BY
          1
      ) AS "t40"
    ) AS "t46"
      ON "t59"."lead_id" = "t46"."fact_lead_id"
  ) AS "t61"
  WHERE
    "t61"."fact_key" > "t61"."start_key" AND "t61"."fact_key" < "t61"."next_key"
), "t72" AS (
  SELECT
    "t71"."hand_seq",
    MIN("t71"."touch_key") AS "touch_key",
    MIN(CASE WHEN "t71"."is_touch" = 1 THEN "t71"."fact_s" ELSE 9000000000 END) AS "touch_s",
    MIN(
      CASE
        WHEN "t71"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected')
        THEN "t71"."fact_key"
        ELSE 9000000000000000000
      END
    ) AS "left_key",
    MIN(
      CASE
        WHEN "t71"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected')
        THEN "t71"."fact_s"
        ELSE 9000000000
      END
    ) AS "left_s",
    MAX(
      CASE
        WHEN "t71"."fact_key" = "t71"."touch_key"
        THEN "t71"."fact_worked_s"
        ELSE -1
      END
    ) AS "worked_s",
    MAX(
      CASE
        WHEN (
          "t71"."fact_kind" = 'reassigned'
        )
        AND (
          "t71"."fact_due_s" > 0
        )
        AND (
          "t71"."fact_key" < "t71"."touch_key"
        )
        THEN "t71"."fact_key"
        ELSE -9000000000000000000
      END
    ) AS "new_key",
    MAX(
      CASE
        WHEN (
          "t71"."fact_kind" = 'reassigned'
        )
        AND (
          "t71"."fact_due_s" > 0
        )
        AND (
          "t71"."fact_key" < "t71"."touch_key"
        )
        THEN "t71"."fact_s"
        ELSE -9000000000
      END
    ) AS "new_s"
  FROM (
    SELECT
      "t65"."hand_seq",
      "t65"."lead_id",
      "t65"."start_key",
      "t65"."next_key",
      "t65"."fact_lead_id",
      "t65"."fact_s",
      "t65"."fact_key",
      "t65"."fact_kind",
      "t65"."fact_due_s",
      "t65"."fact_worked_s",
      "t65"."is_touch",
      "t70"."touch_key"
    FROM "t63" AS "t65"
    INNER JOIN (
      SELECT
        "t64"."hand_seq",
        MIN(
          CASE WHEN "t64"."is_touch" = 1 THEN "t64"."fact_key" ELSE 9000000000000000000 END
        ) AS "touch_key"
      FROM "t63" AS "t64"
      GROUP BY
        1
    ) AS "t70"
      ON "t65"."hand_seq" = "t70"."hand_seq"
  ) AS "t71"
  GROUP BY
    1
)
SELECT
  "t90"."month",
  COUNT(CASE WHEN "t90"."is_due" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "due",
  COUNT(CASE WHEN "t90"."is_kept" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "kept"
FROM (
  SELECT
    "t89"."month",
    (
      "t89"."due_s" <= ${as_of_s}
    )
    AND NOT (
      (
        "t89"."touch_s" > "t89"."due_s"
      )
      AND (
        "t89"."withdrawn_s" <= "t89"."due_s"
      )
    ) AS "is_due",
    (
      "t89"."due_s" <= ${as_of_s}
    )
    AND NOT (
      (
        "t89"."touch_s" > "t89"."due_s"
      )
      AND (
        "t89"."withdrawn_s" <= "t89"."due_s"
      )
    )
    AND (
      "t89"."touch_s" <= "t89"."due_s"
    ) AS "is_kept"
  FROM (
    SELECT
      "t88"."lead_id",
      "t88"."hand_id",
      "t88"."person_id",
      "t88"."start_s",
      "t88"."month",
      LEAST("t88"."left_s", COALESCE("t88"."merged_s", 9000000000), "t88"."next_s") AS "withdrawn_s",
      CASE
        WHEN (
          "t88"."new_due_s" > 0
        ) AND (
          "t88"."new_s" <= "t88"."first_due_s"
        )
        THEN "t88"."new_due_s"
        ELSE "t88"."first_due_s"
      END AS "due_s",
      CASE
        WHEN "t88"."touch_key" < LEAST(
          "t88"."left_key",
          COALESCE("t88"."merged_key", 9000000000000000000),
          "t88"."next_key"
        )
        THEN "t88"."touch_s"
        ELSE 9000000000
      END AS "touch_s",
      CASE
        WHEN "t88"."touch_key" < LEAST(
          "t88"."left_key",
          COALESCE("t88"."merged_key", 9000000000000000000),
          "t88"."next_key"
        )
        THEN "t88"."worked_s"
        ELSE -1
      END AS "worked_s",
      CASE WHEN "t88"."new_due_s" > 0 THEN 1 ELSE 0 END AS "is_reassigned",
      CASE WHEN "t88"."new_s" > "t88"."first_due_s" THEN 1 ELSE 0 END AS "is_late_again"
    FROM (
      SELECT
        "t87"."lead_id",
        "t87"."own_lead_id",
        "t87"."hand_id",
        "t87"."start_s",
        "t87"."start_key",
        "t87"."month",
        "t87"."first_due_s",
        "t87"."person_id",
        "t87"."hand_seq",
        "t87"."next_s",
        "t87"."next_key",
        "t87"."touch_key",
        "t87"."touch_s",
        "t87"."left_key",
        "t87"."left_s",
        "t87"."worked_s",
        "t87"."new_s",
        "t87"."new_due_s",
        "t68"."merged_key",
        "t68"."merged_s",
        "t68"."key_seq"
      FROM (
        SELECT
          "t85"."lead_id",
          "t85"."own_lead_id",
          "t85"."hand_id",
          "t85"."start_s",
          "t85"."start_key",
          "t85"."month",
          "t85"."first_due_s",
          "t85"."person_id",
          "t85"."hand_seq",
          "t85"."next_s",
          "t85"."next_key",
          "t85"."touch_key",
          "t85"."touch_s",
          "t85"."left_key",
          "t85"."left_s",
          "t85"."worked_s",
          "t85"."new_s",
          COALESCE("t85"."new_due_s", 0) AS "new_due_s"
        FROM (
          SELECT
            "t82"."lead_id",
            "t82"."own_lead_id",
            "t82"."hand_id",
            "t82"."start_s",
            "t82"."start_key",
            "t82"."month",
            "t82"."first_due_s",
            "t82"."person_id",
            "t82"."hand_seq",
            "t82"."next_s",
            "t82"."next_key",
            "t82"."touch_key",
            "t82"."touch_s",
            "t82"."left_key",
            "t82"."left_s",
            "t82"."worked_s",
            "t82"."new_s",
            "t84"."new_due_s",
            "t84"."key_seq"
          FROM (
            SELECT
              "t78"."lead_id",
              "t78"."own_lead_id",
              "t78"."hand_id",
              "t78"."start_s",
              "t78"."start_key",
              "t78"."month",
              "t78"."first_due_s",
              "t78"."person_id",
              "t78"."hand_seq",
              "t78"."next_s",
              "t78"."next_key",
              COALESCE("t78"."touch_key", 9000000000000000000) AS "touch_key",
              COALESCE("t78"."touch_s", 9000000000) AS "touch_s",
              COALESCE("t78"."left_key", 9000000000000000000) AS "left_key",
              COALESCE("t78"."left_s", 9000000000) AS "left_s",
              COALESCE("t78"."worked_s", -1) AS "worked_s",
              COALESCE("t78"."new_s", -9000000000) AS "new_s"
            FROM (
              SELECT
                "t58"."lead_id",
                "t58"."own_lead_id",
                "t58"."hand_id",
                "t58"."start_s",
                "t58"."start_key",
                "t58"."month",
                "t58"."first_due_s",
                "t58"."person_id",
                "t58"."hand_seq",
                "t58"."next_s",
                "t58"."next_key",
                "t76"."touch_key",
                "t76"."touch_s",
                "t76"."left_key",
                "t76"."left_s",
                "t76"."worked_s",
                "t76"."new_s",
                "t76"."key_seq"
              FROM (
                SELECT
                  "t53"."lead_id",
                  "t53"."own_lead_id",
                  "t53"."hand_id",
                  "t53"."start_s",
                  "t53"."start_key",
                  "t53"."month",
                  "t53"."first_due_s",
                  "t53"."person_id",
                  "t53"."hand_seq",
                  COALESCE("t53"."next_s", 9000000000) AS "next_s",
                  COALESCE("t53"."next_key", 9000000000000000000) AS "next_key"
                FROM "t52" AS "t53"
                WHERE
                  "t53"."first_due_s" > 0
                  AND "t53"."start_s" >= ${since_s}
                  AND "t53"."start_s" < ${until_s}
              ) AS "t58"
              LEFT OUTER JOIN (
                SELECT
                  "t73"."touch_key",
                  "t73"."touch_s",
                  "t73"."left_key",
                  "t73"."left_s",
                  "t73"."worked_s",
                  "t73"."new_s",
                  "t73"."hand_seq" AS "key_seq"
                FROM "t72" AS "t73"
              ) AS "t76"
                ON "t58"."hand_seq" = "t76"."key_seq"
            ) AS "t78"
          ) AS "t82"
          LEFT OUTER JOIN (
            SELECT
              "t81"."new_due_s",
              "t81"."hand_seq" AS "key_seq"
            FROM (
              SELECT
                "t79"."hand_seq",
                MAX("t79"."fact_due_s") AS "new_due_s"
              FROM (
                SELECT
                  "t65"."hand_seq",
                  "t65"."lead_id",
                  "t65"."start_key",
                  "t65"."next_key",
                  "t65"."fact_lead_id",
                  "t65"."fact_s",
                  "t65"."fact_key",
                  "t65"."fact_kind",
                  "t65"."fact_due_s",
                  "t65"."fact_worked_s",
                  "t65"."is_touch",
                  "t77"."new_hand",
                  "t77"."new_key"
                FROM "t63" AS "t65"
                INNER JOIN (
                  SELECT
                    "t73"."hand_seq" AS "new_hand",
                    "t73"."new_key"
                  FROM "t72" AS "t73"
                ) AS "t77"
                  ON "t65"."hand_seq" = "t77"."new_hand" AND "t65"."fact_key" = "t77"."new_key"
              ) AS "t79"
              GROUP BY
                1
            ) AS "t81"
          ) AS "t84"
            ON "t82"."hand_seq" = "t84"."key_seq"
        ) AS "t85"
      ) AS "t87"
      LEFT OUTER JOIN (
        SELECT
          "t66"."merged_key",
          "t66"."merged_s",
          "t66"."hand_seq" AS "key_seq"
        FROM (
          SELECT
            "t62"."hand_seq",
            MIN("t62"."gone_s") AS "merged_s",
            MIN("t62"."gone_key") AS "merged_key"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t57"."hand_seq",
                "t57"."own_lead_id",
                "t57"."start_key",
                "t30"."gone_id",
                "t30"."gone_s",
                "t30"."gone_key"
              FROM (
                SELECT
                  "t53"."hand_seq",
                  "t53"."own_lead_id",
                  "t53"."start_key"
                FROM "t52" AS "t53"
                WHERE
                  "t53"."first_due_s" > 0
                  AND "t53"."start_s" >= ${since_s}
                  AND "t53"."start_s" < ${until_s}
              ) AS "t57"
              INNER JOIN (
                SELECT
                  "t28"."gone_id",
                  "t28"."merged_s" AS "gone_s",
                  "t28"."merged_key" AS "gone_key"
                FROM "t27" AS "t28"
              ) AS "t30"
                ON "t57"."own_lead_id" = "t30"."gone_id"
            ) AS "t60"
            WHERE
              "t60"."gone_key" > "t60"."start_key"
          ) AS "t62"
          GROUP BY
            1
        ) AS "t66"
      ) AS "t68"
        ON "t87"."hand_seq" = "t68"."key_seq"
    ) AS "t88"
  ) AS "t89"
) AS "t90"
GROUP BY
  1
