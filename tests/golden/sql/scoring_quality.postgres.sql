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
    CAST(CASE
      WHEN "t10"."kind" = 'merged'
      THEN COALESCE("t10"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t10"."occurred_s" * 4000000000
    ) + "t10"."seq" AS "key"
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
), "t23" AS (
  SELECT
    "t22"."lead_id" AS "gone_id",
    MAX("t22"."target_id") AS "into_id",
    MAX("t22"."occurred_s") AS "merged_s",
    MAX("t22"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t17" AS "t18"
      WHERE
        "t18"."key" IN (
          SELECT
            "t19"."last_key"
          FROM (
            SELECT
              "t18"."lead_id",
              MAX("t18"."key") AS "last_key"
            FROM "t17" AS "t18"
            GROUP BY
              1
          ) AS "t19"
        )
    ) AS "t21"
    WHERE
      "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
  ) AS "t22"
  GROUP BY
    1
), "t37" AS (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."recorded_s",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key",
    COALESCE("t34"."points", -1000000) AS "points",
    COALESCE("t34"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t14"."seq",
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
      "t33"."gone_id",
      "t33"."into_id"
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
        "t31"."gone_id",
        COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          "t30"."merged_key",
          "t30"."into_id",
          "t27"."via_id",
          "t27"."onward_id"
        FROM (
          SELECT
            "t28"."gone_id",
            "t28"."merged_s",
            "t28"."merged_key",
            COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
          FROM (
            SELECT
              "t25"."gone_id",
              "t25"."into_id",
              "t25"."merged_s",
              "t25"."merged_key",
              "t27"."via_id",
              "t27"."onward_id"
            FROM "t23" AS "t25"
            LEFT OUTER JOIN (
              SELECT
                "t24"."gone_id" AS "via_id",
                "t24"."into_id" AS "onward_id"
              FROM "t23" AS "t24"
            ) AS "t27"
              ON "t25"."into_id" = "t27"."via_id"
          ) AS "t28"
        ) AS "t30"
        LEFT OUTER JOIN (
          SELECT
            "t24"."gone_id" AS "via_id",
            "t24"."into_id" AS "onward_id"
          FROM "t23" AS "t24"
        ) AS "t27"
          ON "t30"."into_id" = "t27"."via_id"
      ) AS "t31"
    ) AS "t33"
      ON "t14"."lead_id" = "t33"."gone_id"
  ) AS "t34"
), "t39" AS (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."side",
    "t36"."source",
    "t36"."occurred_s",
    "t36"."occurred_month",
    (
      "t36"."occurred_s" * 4000000000
    ) + "t36"."seq" AS "key"
  FROM (
    SELECT
      "t16"."seq",
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
      "t33"."gone_id",
      "t33"."into_id"
    FROM (
      SELECT
        "t9"."seq",
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
        "t31"."gone_id",
        COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          "t30"."merged_key",
          "t30"."into_id",
          "t27"."via_id",
          "t27"."onward_id"
        FROM (
          SELECT
            "t28"."gone_id",
            "t28"."merged_s",
            "t28"."merged_key",
            COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
          FROM (
            SELECT
              "t25"."gone_id",
              "t25"."into_id",
              "t25"."merged_s",
              "t25"."merged_key",
              "t27"."via_id",
              "t27"."onward_id"
            FROM "t23" AS "t25"
            LEFT OUTER JOIN (
              SELECT
                "t24"."gone_id" AS "via_id",
                "t24"."into_id" AS "onward_id"
              FROM "t23" AS "t24"
            ) AS "t27"
              ON "t25"."into_id" = "t27"."via_id"
          ) AS "t28"
        ) AS "t30"
        LEFT OUTER JOIN (
          SELECT
            "t24"."gone_id" AS "via_id",
            "t24"."into_id" AS "onward_id"
          FROM "t23" AS "t24"
        ) AS "t27"
          ON "t30"."into_id" = "t27"."via_id"
      ) AS "t31"
    ) AS "t33"
      ON "t16"."lead_id" = "t33"."gone_id"
  ) AS "t36"
), "t47" AS (
  SELECT
    *
  FROM "t37" AS "t40"
  WHERE
    "t40"."key" IN (
      SELECT
        "t43"."first_key"
      FROM (
        SELECT
          "t40"."lead_id" AS "first_lead_id",
          MIN("t40"."key") AS "first_key"
        FROM "t37" AS "t40"
        GROUP BY
          1
      ) AS "t43"
    )
)
SELECT
  "t60"."points",
  "t60"."week",
  "t60"."is_scored",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t60"."accepted_judged" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted_judged",
  COUNT(CASE WHEN "t60"."accepted" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted",
  COUNT(CASE WHEN "t60"."won_judged" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_judged",
  COUNT(CASE WHEN "t60"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t59"."lead_id",
    COALESCE("t59"."origin", 'unknown') AS "source",
    "t59"."points",
    CAST(CAST((
      "t59"."hand_s" - (
        "t59"."hand_s" % 604800
      )
    ) AS DOUBLE PRECISION) / 604800 AS BIGINT) AS "week",
    CASE WHEN "t59"."points" <> -1000000 THEN 1 ELSE 0 END AS "is_scored",
    CASE
      WHEN CASE
        WHEN "t59"."back_key" < "t59"."next_key"
        THEN 'rejected'
        WHEN "t59"."taken_key" < "t59"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END <> 'open'
      THEN 1
      ELSE 0
    END AS "accepted_judged",
    CASE
      WHEN CASE
        WHEN "t59"."back_key" < "t59"."next_key"
        THEN 'rejected'
        WHEN "t59"."taken_key" < "t59"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END = 'accepted'
      THEN 1
      ELSE 0
    END AS "accepted",
    CASE
      WHEN (
        "t59"."hand_s" + (
          ${within_days} * 86400
        )
      ) <= ${as_of_s}
      THEN 1
      ELSE 0
    END AS "won_judged",
    CASE
      WHEN (
        (
          "t59"."hand_s" + (
            ${within_days} * 86400
          )
        ) <= ${as_of_s}
      )
      AND (
        "t59"."won_s" <= (
          "t59"."hand_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "won"
  FROM (
    SELECT
      "t53"."lead_id",
      "t53"."hand_key",
      "t53"."hand_s",
      "t53"."heard_s",
      "t53"."points",
      "t53"."version",
      "t58"."after_lead_id",
      "t58"."next_key",
      "t58"."back_key",
      "t58"."taken_key",
      "t58"."deal_s",
      "t58"."won_s",
      "t58"."end_s",
      "t58"."is_early",
      "t55"."origin_lead_id",
      "t55"."origin",
      "t55"."found_by",
      "t55"."origin_s",
      "t55"."origin_month"
    FROM (
      SELECT
        "t49"."lead_id",
        "t49"."key" AS "hand_key",
        "t49"."occurred_s" AS "hand_s",
        "t49"."recorded_s" AS "heard_s",
        CAST("t49"."points" AS BIGINT) AS "points",
        CAST("t49"."version" AS BIGINT) AS "version"
      FROM "t47" AS "t49"
    ) AS "t53"
    INNER JOIN (
      SELECT
        "t56"."lead_id" AS "after_lead_id",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'handed_over'
            )
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "next_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'rejected'
            )
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "back_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            )
            AND "t56"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "taken_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND "t56"."kind" IN ('deal_opened', 'won')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "deal_s",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'won'
            )
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "won_s",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            )
            AND "t56"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "end_s",
        MAX(
          CASE
            WHEN (
              "t56"."key" < "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'won'
            )
            THEN 1
            ELSE 0
          END
        ) AS "is_early"
      FROM (
        SELECT
          "t41"."lead_id",
          "t41"."kind",
          "t41"."side",
          "t41"."value_code",
          "t41"."occurred_s",
          "t41"."key",
          "t51"."hand_key",
          "t51"."handed_lead_id"
        FROM (
          SELECT
            COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
            "t35"."kind",
            "t35"."side",
            "t35"."value_code",
            "t35"."occurred_s",
            (
              "t35"."occurred_s" * 4000000000
            ) + "t35"."seq" AS "key"
          FROM (
            SELECT
              "t15"."seq",
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
              "t33"."gone_id",
              "t33"."into_id"
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
                "t31"."gone_id",
                COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t30"."gone_id",
                  "t30"."merged_s",
                  "t30"."merged_key",
                  "t30"."into_id",
                  "t27"."via_id",
                  "t27"."onward_id"
                FROM (
                  SELECT
                    "t28"."gone_id",
                    "t28"."merged_s",
                    "t28"."merged_key",
                    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t25"."gone_id",
                      "t25"."into_id",
                      "t25"."merged_s",
                      "t25"."merged_key",
                      "t27"."via_id",
                      "t27"."onward_id"
                    FROM "t23" AS "t25"
                    LEFT OUTER JOIN (
                      SELECT
                        "t24"."gone_id" AS "via_id",
                        "t24"."into_id" AS "onward_id"
                      FROM "t23" AS "t24"
                    ) AS "t27"
                      ON "t25"."into_id" = "t27"."via_id"
                  ) AS "t28"
                ) AS "t30"
                LEFT OUTER JOIN (
                  SELECT
                    "t24"."gone_id" AS "via_id",
                    "t24"."into_id" AS "onward_id"
                  FROM "t23" AS "t24"
                ) AS "t27"
                  ON "t30"."into_id" = "t27"."via_id"
              ) AS "t31"
            ) AS "t33"
              ON "t15"."lead_id" = "t33"."gone_id"
          ) AS "t35"
        ) AS "t41"
        INNER JOIN (
          SELECT
            "t49"."key" AS "hand_key",
            "t49"."lead_id" AS "handed_lead_id"
          FROM "t47" AS "t49"
        ) AS "t51"
          ON "t41"."lead_id" = "t51"."handed_lead_id"
      ) AS "t56"
      GROUP BY
        1
    ) AS "t58"
      ON "t53"."lead_id" = "t58"."after_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t48"."lead_id" AS "origin_lead_id",
        COALESCE("t48"."source", 'unknown') AS "origin",
        CASE
          WHEN "t48"."side" IN ('buyer', 'marketing')
          THEN 'marketing'
          ELSE CASE WHEN "t48"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
        END AS "found_by",
        "t48"."occurred_s" AS "origin_s",
        CAST("t48"."occurred_month" AS BIGINT) AS "origin_month"
      FROM (
        SELECT
          *
        FROM "t39" AS "t42"
        WHERE
          "t42"."key" IN (
            SELECT
              "t44"."first_key"
            FROM (
              SELECT
                "t42"."lead_id" AS "first_lead_id",
                MIN("t42"."key") AS "first_key"
              FROM "t39" AS "t42"
              GROUP BY
                1
            ) AS "t44"
          )
      ) AS "t48"
    ) AS "t55"
      ON "t53"."lead_id" = "t55"."origin_lead_id"
  ) AS "t59"
  WHERE
    "t59"."hand_s" >= ${since_s} AND "t59"."hand_s" < ${until_s}
) AS "t60"
GROUP BY
  1,
  2,
  3
