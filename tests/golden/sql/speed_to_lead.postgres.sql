-- strata
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
              'call',
              'captured',
              'deal_opened',
              'disqualified',
              'email',
              'gave_up',
              'handed_over',
              'lost',
              'meeting',
              'recycled',
              'rejected',
              'social',
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
  "t40"."source",
  "t40"."band",
  "t40"."arrival",
  "t40"."side",
  "t40"."state",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t40"."is_deal" = 1 THEN 1 ELSE 0 END) AS "deal",
  SUM(CASE WHEN "t40"."is_won" = 1 THEN 1 ELSE 0 END) AS "won"
FROM (
  SELECT
    "t39"."lead_id",
    "t39"."source",
    CASE
      WHEN "t39"."points" = -1000000
      THEN 'none'
      WHEN "t39"."points" < 40
      THEN '0-39'
      WHEN "t39"."points" < 60
      THEN '40-59'
      WHEN "t39"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    'unknown' AS "arrival",
    CASE
      WHEN "t39"."try_s" <= (
        "t39"."hand_s" + (
          ${fast_minutes} * 60
        )
      )
      THEN 'fast'
      ELSE 'slow'
    END AS "side",
    CASE
      WHEN (
        "t39"."deal_s" < "t39"."mark_s"
      ) OR (
        "t39"."end_s" < "t39"."mark_s"
      )
      THEN 'ended'
      WHEN (
        "t39"."mark_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 'young'
      ELSE 'counted'
    END AS "state",
    CASE
      WHEN (
        "t39"."deal_s" < 9000000000
      )
      AND (
        "t39"."deal_s" <= (
          "t39"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_deal",
    CASE
      WHEN (
        "t39"."won_s" < 9000000000
      )
      AND (
        "t39"."won_s" <= (
          "t39"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_won"
  FROM (
    SELECT
      "t38"."lead_id",
      "t38"."hand_key",
      "t38"."hand_s",
      "t38"."heard_s",
      "t38"."points",
      "t38"."version",
      "t38"."deal_s",
      "t38"."won_s",
      "t38"."end_s",
      "t38"."is_early",
      "t38"."try_s",
      "t38"."talk_s",
      CASE WHEN "t38"."origin" <> '' THEN "t38"."origin" ELSE 'unknown' END AS "source",
      CASE
        WHEN "t38"."back_key" < "t38"."next_key"
        THEN 'rejected'
        WHEN "t38"."taken_key" < "t38"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END AS "answer",
      CASE
        WHEN "t38"."try_s" < (
          "t38"."hand_s" + 604800
        )
        THEN "t38"."try_s"
        ELSE "t38"."hand_s" + 604800
      END AS "mark_s"
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
        ) AS "is_early",
        MIN(
          CASE
            WHEN (
              "t37"."key" > "t37"."hand_key"
            )
            AND (
              "t37"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                "t37"."side" = 'sales'
              )
            )
            THEN "t37"."occurred_s"
            ELSE 9000000000
          END
        ) AS "try_s",
        MIN(
          CASE
            WHEN (
              "t37"."key" > "t37"."hand_key"
            )
            AND (
              "t37"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                COALESCE("t37"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                OR (
                  "t37"."side" = 'buyer'
                )
              )
            )
            THEN "t37"."occurred_s"
            ELSE 9000000000
          END
        ) AS "talk_s"
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
      "t38"."hand_s" >= ${since_s} AND "t38"."hand_s" < ${until_s}
  ) AS "t39"
) AS "t40"
GROUP BY
  1,
  2,
  3,
  4,
  5
