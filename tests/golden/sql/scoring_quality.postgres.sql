-- by_points
WITH "t5" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t17" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(CASE
      WHEN "t10"."kind" = 'merged'
      THEN COALESCE("t10"."value_number", 0.0)
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
    ) AS "t4"
    WHERE
      NOT (
        "t4"."id" IN (
          SELECT
            *
          FROM "t5"
        )
      )
  ) AS "t10"
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
      FROM "t17" AS "t18"
      WHERE
        "t18"."seq" IN (
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
              FROM "t17" AS "t19"
              INNER JOIN (
                SELECT
                  "t18"."lead_id",
                  MAX("t18"."occurred_s") AS "last_s"
                FROM "t17" AS "t18"
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
), "t41" AS (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."recorded_s",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key",
    COALESCE("t38"."points", -1000000) AS "points",
    COALESCE("t38"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t14"."seq",
      "t14"."id",
      "t14"."kind",
      "t14"."occurred_s",
      "t14"."occurred_month",
      "t14"."lead_id",
      "t14"."person_id",
      "t14"."side",
      "t14"."source",
      "t14"."value_code",
      "t14"."value_number",
      "t14"."points",
      "t14"."due_s",
      "t14"."worked_s",
      "t14"."recorded_s",
      "t14"."pact_version",
      "t37"."gone_id",
      "t37"."into_id"
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
        "t7"."worked_s",
        "t7"."recorded_s",
        "t7"."pact_version"
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
              FROM "t5"
            )
          )
      ) AS "t7"
      WHERE
        COALESCE("t7"."lead_id", 0) <> 0
    ) AS "t14"
    LEFT OUTER JOIN (
      SELECT
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
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
      ) AS "t35"
    ) AS "t37"
      ON "t14"."lead_id" = "t37"."gone_id"
  ) AS "t38"
), "t43" AS (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."side",
    "t40"."source",
    "t40"."occurred_s",
    "t40"."occurred_month",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM (
    SELECT
      "t16"."seq",
      "t16"."id",
      "t16"."kind",
      "t16"."occurred_s",
      "t16"."occurred_month",
      "t16"."lead_id",
      "t16"."person_id",
      "t16"."side",
      "t16"."source",
      "t16"."value_code",
      "t16"."value_number",
      "t16"."points",
      "t16"."due_s",
      "t16"."worked_s",
      "t37"."gone_id",
      "t37"."into_id"
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
            AND "t0"."kind" IN ('captured')
        ) AS "t3"
        WHERE
          NOT (
            "t3"."id" IN (
              SELECT
                *
              FROM "t5"
            )
          )
      ) AS "t9"
      WHERE
        COALESCE("t9"."lead_id", 0) <> 0
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
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
      ) AS "t35"
    ) AS "t37"
      ON "t16"."lead_id" = "t37"."gone_id"
  ) AS "t40"
), "t51" AS (
  SELECT
    *
  FROM "t41" AS "t44"
  WHERE
    "t44"."key" IN (
      SELECT
        "t47"."first_key"
      FROM (
        SELECT
          "t44"."lead_id" AS "first_lead_id",
          MIN("t44"."key") AS "first_key"
        FROM "t41" AS "t44"
        GROUP BY
          1
      ) AS "t47"
    )
)
SELECT
  "t64"."points",
  "t64"."week",
  "t64"."is_scored",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t64"."accepted_judged" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted_judged",
  COUNT(CASE WHEN "t64"."accepted" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted",
  COUNT(CASE WHEN "t64"."won_judged" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_judged",
  COUNT(CASE WHEN "t64"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t63"."lead_id",
    COALESCE("t63"."origin", 'unknown') AS "source",
    "t63"."points",
    CAST(CAST((
      "t63"."hand_s" - (
        "t63"."hand_s" % 604800
      )
    ) AS DOUBLE PRECISION) / 604800 AS BIGINT) AS "week",
    CASE WHEN "t63"."points" <> -1000000 THEN 1 ELSE 0 END AS "is_scored",
    CASE
      WHEN CASE
        WHEN "t63"."back_key" < "t63"."next_key"
        THEN 'rejected'
        WHEN "t63"."taken_key" < "t63"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END <> 'open'
      THEN 1
      ELSE 0
    END AS "accepted_judged",
    CASE
      WHEN CASE
        WHEN "t63"."back_key" < "t63"."next_key"
        THEN 'rejected'
        WHEN "t63"."taken_key" < "t63"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END = 'accepted'
      THEN 1
      ELSE 0
    END AS "accepted",
    CASE
      WHEN (
        "t63"."hand_s" + (
          ${within_days} * 86400
        )
      ) <= ${as_of_s}
      THEN 1
      ELSE 0
    END AS "won_judged",
    CASE
      WHEN (
        (
          "t63"."hand_s" + (
            ${within_days} * 86400
          )
        ) <= ${as_of_s}
      )
      AND (
        "t63"."won_s" <= (
          "t63"."hand_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "won"
  FROM (
    SELECT
      "t57"."lead_id",
      "t57"."hand_key",
      "t57"."hand_s",
      "t57"."heard_s",
      "t57"."points",
      "t57"."version",
      "t62"."after_lead_id",
      "t62"."next_key",
      "t62"."back_key",
      "t62"."taken_key",
      "t62"."deal_s",
      "t62"."won_s",
      "t62"."end_s",
      "t62"."is_early",
      "t59"."origin_lead_id",
      "t59"."origin",
      "t59"."found_by",
      "t59"."origin_s",
      "t59"."origin_month"
    FROM (
      SELECT
        "t53"."lead_id",
        "t53"."key" AS "hand_key",
        "t53"."occurred_s" AS "hand_s",
        "t53"."recorded_s" AS "heard_s",
        CAST("t53"."points" AS BIGINT) AS "points",
        CAST("t53"."version" AS BIGINT) AS "version"
      FROM "t51" AS "t53"
    ) AS "t57"
    INNER JOIN (
      SELECT
        "t60"."lead_id" AS "after_lead_id",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'handed_over'
            )
            THEN "t60"."key"
            ELSE 9000000000000000000
          END
        ) AS "next_key",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'rejected'
            )
            THEN "t60"."key"
            ELSE 9000000000000000000
          END
        ) AS "back_key",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            )
            AND "t60"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
            THEN "t60"."key"
            ELSE 9000000000000000000
          END
        ) AS "taken_key",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND "t60"."kind" IN ('deal_opened', 'won')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "deal_s",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'won'
            )
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "won_s",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            )
            AND "t60"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "end_s",
        MAX(
          CASE
            WHEN (
              "t60"."key" < "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'won'
            )
            THEN 1
            ELSE 0
          END
        ) AS "is_early"
      FROM (
        SELECT
          "t45"."lead_id",
          "t45"."kind",
          "t45"."side",
          "t45"."value_code",
          "t45"."occurred_s",
          "t45"."key",
          "t55"."hand_key",
          "t55"."handed_lead_id"
        FROM (
          SELECT
            COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
            "t39"."kind",
            "t39"."side",
            "t39"."value_code",
            "t39"."occurred_s",
            (
              "t39"."occurred_s" * 4000000000
            ) + "t39"."seq" AS "key"
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
              "t37"."gone_id",
              "t37"."into_id"
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
                "t8"."worked_s"
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
                      'deal_opened',
                      'disqualified',
                      'gave_up',
                      'handed_over',
                      'lost',
                      'recycled',
                      'rejected',
                      'stage_changed',
                      'won'
                    )
                ) AS "t2"
                WHERE
                  NOT (
                    "t2"."id" IN (
                      SELECT
                        *
                      FROM "t5"
                    )
                  )
              ) AS "t8"
              WHERE
                COALESCE("t8"."lead_id", 0) <> 0
            ) AS "t15"
            LEFT OUTER JOIN (
              SELECT
                "t35"."gone_id",
                COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
              FROM (
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
              ) AS "t35"
            ) AS "t37"
              ON "t15"."lead_id" = "t37"."gone_id"
          ) AS "t39"
        ) AS "t45"
        INNER JOIN (
          SELECT
            "t53"."key" AS "hand_key",
            "t53"."lead_id" AS "handed_lead_id"
          FROM "t51" AS "t53"
        ) AS "t55"
          ON "t45"."lead_id" = "t55"."handed_lead_id"
      ) AS "t60"
      GROUP BY
        1
    ) AS "t62"
      ON "t57"."lead_id" = "t62"."after_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t52"."lead_id" AS "origin_lead_id",
        COALESCE("t52"."source", 'unknown') AS "origin",
        CASE
          WHEN "t52"."side" IN ('buyer', 'marketing')
          THEN 'marketing'
          ELSE CASE WHEN "t52"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
        END AS "found_by",
        "t52"."occurred_s" AS "origin_s",
        CAST("t52"."occurred_month" AS BIGINT) AS "origin_month"
      FROM (
        SELECT
          *
        FROM "t43" AS "t46"
        WHERE
          "t46"."key" IN (
            SELECT
              "t48"."first_key"
            FROM (
              SELECT
                "t46"."lead_id" AS "first_lead_id",
                MIN("t46"."key") AS "first_key"
              FROM "t43" AS "t46"
              GROUP BY
                1
            ) AS "t48"
          )
      ) AS "t52"
    ) AS "t59"
      ON "t57"."lead_id" = "t59"."origin_lead_id"
  ) AS "t63"
  WHERE
    "t63"."hand_s" >= ${since_s} AND "t63"."hand_s" < ${until_s}
) AS "t64"
GROUP BY
  1,
  2,
  3
