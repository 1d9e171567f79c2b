-- pairs
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
), "t31" AS (
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
    "t30"."reason",
    "t30"."lead_id" AS "own_lead_id",
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "key"
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
      "t8"."reason",
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
        "t5"."reason"
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
              'accepted',
              'captured',
              'deal_opened',
              'disqualified',
              'handed_over',
              'qualified',
              'rejected',
              'won'
            )
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
)
SELECT
  "t39"."source",
  "t39"."marketing",
  "t39"."sales",
  COUNT(*) AS "leads"
FROM (
  SELECT
    "t38"."lead_id",
    "t38"."since_s",
    "t38"."is_own",
    "t38"."hand_key",
    CASE WHEN "t38"."origin" = '' THEN 'unknown' ELSE "t38"."origin" END AS "source",
    CASE
      WHEN (
        (
          "t38"."hand_key" < 9000000000000000000
        ) AND (
          "t38"."is_explored" = 0
        )
      )
      OR (
        (
          "t38"."qualified_key" < 9000000000000000000
        )
        AND (
          "t38"."qualified_key" < LEAST("t38"."back_key", "t38"."taken_key")
        )
      )
      THEN 'good'
      ELSE 'held_back'
    END AS "marketing",
    CASE
      WHEN "t38"."back_key" < "t38"."next_key"
      THEN 'rejected'
      WHEN "t38"."taken_key" < "t38"."next_key"
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM (
    SELECT
      "t37"."lead_id",
      MIN("t37"."hand_key") AS "hand_key",
      MIN("t37"."qualified_key") AS "qualified_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."start_key"
          ) AND (
            "t37"."kind" = 'handed_over'
          )
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."start_key"
          )
          AND (
            (
              "t37"."kind" = 'rejected'
            )
            OR (
              (
                "t37"."kind" = 'disqualified'
              )
              AND (
                "t37"."side" = 'sales'
              )
              AND (
                "t37"."start_key" = 0
              )
            )
          )
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."start_key"
          )
          AND "t37"."kind" IN ('accepted', 'deal_opened', 'won')
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MAX(CASE WHEN "t37"."key" = "t37"."origin_key" THEN "t37"."occurred_s" ELSE 0 END) AS "since_s",
      MAX(
        CASE
          WHEN (
            "t37"."key" = "t37"."origin_key"
          ) AND (
            "t37"."kind" = 'captured'
          )
          THEN COALESCE("t37"."source", '')
          ELSE ''
        END
      ) AS "origin",
      MAX(
        CASE
          WHEN (
            "t37"."key" = "t37"."origin_key"
          )
          AND (
            "t37"."kind" = 'captured'
          )
          AND (
            "t37"."side" = 'sales'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_own",
      MAX(
        CASE
          WHEN (
            "t37"."key" = "t37"."hand_key"
          )
          AND (
            COALESCE("t37"."reason", '') = 'explored'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_explored"
    FROM (
      SELECT
        "t33"."seq",
        "t33"."id",
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
        "t33"."reason",
        "t33"."own_lead_id",
        "t33"."lead_id",
        "t33"."key",
        "t36"."hand_key",
        "t36"."qualified_key",
        "t36"."start_key",
        "t36"."origin_key"
      FROM "t31" AS "t33"
      INNER JOIN (
        SELECT
          "t34"."lead_id",
          "t34"."hand_key",
          "t34"."qualified_key",
          CASE WHEN "t34"."hand_key" < 9000000000000000000 THEN "t34"."hand_key" ELSE 0 END AS "start_key",
          CASE
            WHEN "t34"."captured_key" < 9000000000000000000
            THEN "t34"."captured_key"
            ELSE "t34"."first_key"
          END AS "origin_key"
        FROM (
          SELECT
            "t32"."lead_id",
            MIN(
              CASE WHEN "t32"."kind" = 'handed_over' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "hand_key",
            MIN(
              CASE WHEN "t32"."kind" = 'captured' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "captured_key",
            MIN(
              CASE WHEN "t32"."kind" = 'qualified' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "qualified_key",
            MIN("t32"."key") AS "first_key"
          FROM "t31" AS "t32"
          GROUP BY
            1
        ) AS "t34"
      ) AS "t36"
        ON "t33"."lead_id" = "t36"."lead_id"
    ) AS "t37"
    GROUP BY
      1
  ) AS "t38"
  WHERE
    "t38"."since_s" >= ${since_s}
    AND "t38"."since_s" < ${until_s}
    AND (
      (
        "t38"."is_own" = 0
      ) OR (
        "t38"."hand_key" < 9000000000000000000
      )
    )
) AS "t39"
GROUP BY
  1,
  2,
  3

-- mix
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
), "t31" AS (
  SELECT
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    "t30"."kind",
    "t30"."occurred_s",
    "t30"."recorded_s",
    "t30"."source",
    "t30"."points",
    "t30"."pact_version",
    "t30"."side",
    "t30"."value_code",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "key"
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
      "t8"."recorded_s",
      "t8"."pact_version",
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
        "t5"."recorded_s",
        "t5"."pact_version"
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
              'accepted',
              'captured',
              'deal_opened',
              'disqualified',
              'gave_up',
              'handed_over',
              'lost',
              'recycled',
              'rejected',
              'won'
            )
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
)
SELECT
  "t39"."source",
  "t39"."band",
  SUM(CASE WHEN "t39"."stretch" = 'before' THEN 1 ELSE 0 END) AS "before",
  SUM(CASE WHEN "t39"."stretch" = 'after' THEN 1 ELSE 0 END) AS "after"
FROM (
  SELECT
    "t38"."lead_id",
    CASE WHEN "t38"."origin" <> '' THEN "t38"."origin" ELSE 'unknown' END AS "source",
    CAST(CASE
      WHEN "t38"."points" = -1000000
      THEN -1
      WHEN "t38"."points" < 10
      THEN 0
      WHEN "t38"."points" < 20
      THEN 10
      WHEN "t38"."points" < 30
      THEN 20
      WHEN "t38"."points" < 40
      THEN 30
      WHEN "t38"."points" < 50
      THEN 40
      WHEN "t38"."points" < 60
      THEN 50
      WHEN "t38"."points" < 70
      THEN 60
      WHEN "t38"."points" < 80
      THEN 70
      WHEN "t38"."points" < 90
      THEN 80
      ELSE 90
    END AS BIGINT) AS "band",
    CASE
      WHEN "t38"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      )
      THEN 'after'
      ELSE 'before'
    END AS "stretch"
  FROM (
    SELECT
      "t37"."lead_id",
      MIN("t37"."hand_key") AS "hand_key",
      MAX(
        CASE
          WHEN "t37"."key" = "t37"."hand_key"
          THEN "t37"."occurred_s"
          ELSE -9000000000
        END
      ) AS "hand_s",
      MAX(
        CASE
          WHEN "t37"."key" = "t37"."hand_key"
          THEN "t37"."recorded_s"
          ELSE -9000000000
        END
      ) AS "heard_s",
      CAST(MAX(
        CASE
          WHEN "t37"."key" = "t37"."hand_key"
          THEN COALESCE("t37"."points", -1000000)
          ELSE -1000000
        END
      ) AS BIGINT) AS "points",
      CAST(MAX(
        CASE
          WHEN "t37"."key" = "t37"."hand_key"
          THEN COALESCE("t37"."pact_version", 0)
          ELSE 0
        END
      ) AS BIGINT) AS "version",
      MAX(
        CASE
          WHEN "t37"."key" = "t37"."captured_key"
          THEN COALESCE("t37"."source", 'unknown')
          ELSE ''
        END
      ) AS "origin",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."hand_key"
          ) AND (
            "t37"."kind" = 'handed_over'
          )
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."hand_key"
          ) AND (
            "t37"."kind" = 'rejected'
          )
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."hand_key"
          )
          AND "t37"."kind" IN ('accepted', 'deal_opened', 'won')
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."hand_key"
          ) AND "t37"."kind" IN ('deal_opened', 'won')
          THEN "t37"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."hand_key"
          ) AND (
            "t37"."kind" = 'won'
          )
          THEN "t37"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."hand_key"
          )
          AND "t37"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t37"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t37"."key" < "t37"."hand_key"
          ) AND (
            "t37"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t33"."lead_id",
        "t33"."kind",
        "t33"."occurred_s",
        "t33"."recorded_s",
        "t33"."source",
        "t33"."points",
        "t33"."pact_version",
        "t33"."side",
        "t33"."value_code",
        "t33"."key",
        "t36"."hand_key",
        "t36"."captured_key"
      FROM "t31" AS "t33"
      INNER JOIN (
        SELECT
          *
        FROM (
          SELECT
            "t32"."lead_id",
            MIN(
              CASE WHEN "t32"."kind" = 'handed_over' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "hand_key",
            MIN(
              CASE WHEN "t32"."kind" = 'captured' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "captured_key"
          FROM "t31" AS "t32"
          GROUP BY
            1
        ) AS "t34"
        WHERE
          "t34"."hand_key" < 9000000000000000000
      ) AS "t36"
        ON "t33"."lead_id" = "t36"."lead_id"
    ) AS "t37"
    GROUP BY
      1
  ) AS "t38"
  WHERE
    "t38"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t38"."hand_s" < (
      ${as_of_s} + 1
    )
) AS "t39"
GROUP BY
  1,
  2
