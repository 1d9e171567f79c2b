-- strata
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t21" AS (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
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
    ) AS "t5"
    WHERE
      NOT (
        "t5"."id" IN (
          SELECT
            *
          FROM "t6"
        )
      )
  ) AS "t12"
), "t27" AS (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s",
    MAX("t26"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t21" AS "t22"
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
), "t43" AS (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."recorded_s",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key",
    COALESCE("t39"."points", -1000000) AS "points",
    COALESCE("t39"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t18"."seq",
      "t18"."kind",
      "t18"."occurred_s",
      "t18"."occurred_month",
      "t18"."lead_id",
      "t18"."person_id",
      "t18"."side",
      "t18"."source",
      "t18"."value_code",
      "t18"."value_number",
      "t18"."points",
      "t18"."due_s",
      "t18"."worked_s",
      "t18"."recorded_s",
      "t18"."pact_version",
      "t37"."gone_id",
      "t37"."into_id"
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
        "t9"."worked_s",
        "t9"."recorded_s",
        "t9"."pact_version"
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
        ) AS "t2"
        WHERE
          NOT (
            "t2"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t9"
      WHERE
        COALESCE("t9"."lead_id", 0) <> 0
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
        SELECT
          "t34"."gone_id",
          "t34"."merged_s",
          "t34"."merged_key",
          "t34"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."merged_s",
            "t32"."merged_key",
            COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
          FROM (
            SELECT
              "t29"."gone_id",
              "t29"."into_id",
              "t29"."merged_s",
              "t29"."merged_key",
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
      ON "t18"."lead_id" = "t37"."gone_id"
  ) AS "t39"
), "t45" AS (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."side",
    "t41"."source",
    "t41"."occurred_s",
    "t41"."occurred_month",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key"
  FROM (
    SELECT
      "t20"."seq",
      "t20"."kind",
      "t20"."occurred_s",
      "t20"."occurred_month",
      "t20"."lead_id",
      "t20"."person_id",
      "t20"."side",
      "t20"."source",
      "t20"."value_code",
      "t20"."value_number",
      "t20"."points",
      "t20"."due_s",
      "t20"."worked_s",
      "t37"."gone_id",
      "t37"."into_id"
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
        "t11"."worked_s"
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
        ) AS "t4"
        WHERE
          NOT (
            "t4"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t11"
      WHERE
        COALESCE("t11"."lead_id", 0) <> 0
    ) AS "t20"
    LEFT OUTER JOIN (
      SELECT
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
        SELECT
          "t34"."gone_id",
          "t34"."merged_s",
          "t34"."merged_key",
          "t34"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."merged_s",
            "t32"."merged_key",
            COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
          FROM (
            SELECT
              "t29"."gone_id",
              "t29"."into_id",
              "t29"."merged_s",
              "t29"."merged_key",
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
      ON "t20"."lead_id" = "t37"."gone_id"
  ) AS "t41"
), "t54" AS (
  SELECT
    *
  FROM "t43" AS "t47"
  WHERE
    "t47"."key" IN (
      SELECT
        "t50"."first_key"
      FROM (
        SELECT
          "t47"."lead_id" AS "first_lead_id",
          MIN("t47"."key") AS "first_key"
        FROM "t43" AS "t47"
        GROUP BY
          1
      ) AS "t50"
    )
)
SELECT
  "t75"."source",
  "t75"."band",
  "t75"."arrival",
  "t75"."side",
  "t75"."state",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t75"."is_deal" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "deal",
  COUNT(CASE WHEN "t75"."is_won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    CASE
      WHEN "t74"."points" = -1000000
      THEN 'none'
      WHEN "t74"."points" < 40
      THEN '0-39'
      WHEN "t74"."points" < 60
      THEN '40-59'
      WHEN "t74"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    'unknown' AS "arrival",
    CASE
      WHEN "t74"."try_s" <= (
        "t74"."hand_s" + (
          ${fast_minutes} * 60
        )
      )
      THEN 'fast'
      ELSE 'slow'
    END AS "side",
    CASE
      WHEN (
        "t74"."deal_s" < "t74"."mark_s"
      ) OR (
        "t74"."end_s" < "t74"."mark_s"
      )
      THEN 'ended'
      WHEN (
        "t74"."mark_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 'young'
      ELSE 'counted'
    END AS "state",
    CASE
      WHEN (
        "t74"."deal_s" < 9000000000
      )
      AND (
        "t74"."deal_s" <= (
          "t74"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_deal",
    CASE
      WHEN (
        "t74"."won_s" < 9000000000
      )
      AND (
        "t74"."won_s" <= (
          "t74"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_won"
  FROM (
    SELECT
      "t73"."lead_id",
      "t73"."hand_key",
      "t73"."hand_s",
      "t73"."heard_s",
      "t73"."points",
      "t73"."version",
      "t73"."deal_s",
      "t73"."won_s",
      "t73"."end_s",
      "t73"."is_early",
      "t73"."source",
      "t73"."answer",
      COALESCE("t73"."try_s", 9000000000) AS "try_s",
      COALESCE("t73"."talk_s", 9000000000) AS "talk_s",
      CASE
        WHEN COALESCE("t73"."try_s", 9000000000) < (
          "t73"."hand_s" + 604800
        )
        THEN COALESCE("t73"."try_s", 9000000000)
        ELSE "t73"."hand_s" + 604800
      END AS "mark_s"
    FROM (
      SELECT
        "t72"."lead_id",
        "t72"."hand_key",
        "t72"."hand_s",
        "t72"."heard_s",
        "t72"."points",
        "t72"."version",
        "t72"."deal_s",
        "t72"."won_s",
        "t72"."end_s",
        "t72"."is_early",
        "t72"."source",
        "t72"."answer",
        "t70"."contact_lead_id",
        "t70"."try_s",
        "t70"."talk_s"
      FROM (
        SELECT
          "t69"."lead_id",
          "t69"."hand_key",
          "t69"."hand_s",
          "t69"."heard_s",
          "t69"."points",
          "t69"."version",
          "t69"."deal_s",
          "t69"."won_s",
          "t69"."end_s",
          "t69"."is_early",
          COALESCE("t69"."origin", 'unknown') AS "source",
          CASE
            WHEN "t69"."back_key" < "t69"."next_key"
            THEN 'rejected'
            WHEN "t69"."taken_key" < "t69"."next_key"
            THEN 'accepted'
            ELSE 'open'
          END AS "answer"
        FROM (
          SELECT
            "t60"."lead_id",
            "t60"."hand_key",
            "t60"."hand_s",
            "t60"."heard_s",
            "t60"."points",
            "t60"."version",
            "t67"."after_lead_id",
            "t67"."next_key",
            "t67"."back_key",
            "t67"."taken_key",
            "t67"."deal_s",
            "t67"."won_s",
            "t67"."end_s",
            "t67"."is_early",
            "t62"."origin_lead_id",
            "t62"."origin",
            "t62"."found_by",
            "t62"."origin_s",
            "t62"."origin_month"
          FROM (
            SELECT
              "t56"."lead_id",
              "t56"."key" AS "hand_key",
              "t56"."occurred_s" AS "hand_s",
              "t56"."recorded_s" AS "heard_s",
              CAST("t56"."points" AS BIGINT) AS "points",
              CAST("t56"."version" AS BIGINT) AS "version"
            FROM "t54" AS "t56"
          ) AS "t60"
          INNER JOIN (
            SELECT
              "t64"."lead_id" AS "after_lead_id",
              MIN(
                CASE
                  WHEN (
                    "t64"."key" > "t64"."hand_key"
                  ) AND (
                    "t64"."kind" = 'handed_over'
                  )
                  THEN "t64"."key"
                  ELSE 9000000000000000000
                END
              ) AS "next_key",
              MIN(
                CASE
                  WHEN (
                    "t64"."key" > "t64"."hand_key"
                  ) AND (
                    "t64"."kind" = 'rejected'
                  )
                  THEN "t64"."key"
                  ELSE 9000000000000000000
                END
              ) AS "back_key",
              MIN(
                CASE
                  WHEN (
                    "t64"."key" > "t64"."hand_key"
                  )
                  AND "t64"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                  THEN "t64"."key"
                  ELSE 9000000000000000000
                END
              ) AS "taken_key",
              MIN(
                CASE
                  WHEN (
                    "t64"."key" > "t64"."hand_key"
                  ) AND "t64"."kind" IN ('deal_opened', 'won')
                  THEN "t64"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "deal_s",
              MIN(
                CASE
                  WHEN (
                    "t64"."key" > "t64"."hand_key"
                  ) AND (
                    "t64"."kind" = 'won'
                  )
                  THEN "t64"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "won_s",
              MIN(
                CASE
                  WHEN (
                    "t64"."key" > "t64"."hand_key"
                  )
                  AND "t64"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                  THEN "t64"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "end_s",
              MAX(
                CASE
                  WHEN (
                    "t64"."key" < "t64"."hand_key"
                  ) AND (
                    "t64"."kind" = 'won'
                  )
                  THEN 1
                  ELSE 0
                END
              ) AS "is_early"
            FROM (
              SELECT
                "t48"."lead_id",
                "t48"."kind",
                "t48"."side",
                "t48"."value_code",
                "t48"."occurred_s",
                "t48"."key",
                "t58"."hand_key",
                "t58"."handed_lead_id"
              FROM (
                SELECT
                  COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
                  "t40"."kind",
                  "t40"."side",
                  "t40"."value_code",
                  "t40"."occurred_s",
                  (
                    "t40"."occurred_s" * 4000000000
                  ) + "t40"."seq" AS "key"
                FROM (
                  SELECT
                    "t19"."seq",
                    "t19"."kind",
                    "t19"."occurred_s",
                    "t19"."occurred_month",
                    "t19"."lead_id",
                    "t19"."person_id",
                    "t19"."side",
                    "t19"."source",
                    "t19"."value_code",
                    "t19"."value_number",
                    "t19"."points",
                    "t19"."due_s",
                    "t19"."worked_s",
                    "t37"."gone_id",
                    "t37"."into_id"
                  FROM (
                    SELECT
                      "t10"."seq",
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
                      "t10"."worked_s"
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
                      ) AS "t3"
                      WHERE
                        NOT (
                          "t3"."id" IN (
                            SELECT
                              *
                            FROM "t6"
                          )
                        )
                    ) AS "t10"
                    WHERE
                      COALESCE("t10"."lead_id", 0) <> 0
                  ) AS "t19"
                  LEFT OUTER JOIN (
                    SELECT
                      "t35"."gone_id",
                      COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t34"."gone_id",
                        "t34"."merged_s",
                        "t34"."merged_key",
                        "t34"."into_id",
                        "t31"."via_id",
                        "t31"."onward_id"
                      FROM (
                        SELECT
                          "t32"."gone_id",
                          "t32"."merged_s",
                          "t32"."merged_key",
                          COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t29"."gone_id",
                            "t29"."into_id",
                            "t29"."merged_s",
                            "t29"."merged_key",
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
                    ON "t19"."lead_id" = "t37"."gone_id"
                ) AS "t40"
              ) AS "t48"
              INNER JOIN (
                SELECT
                  "t56"."key" AS "hand_key",
                  "t56"."lead_id" AS "handed_lead_id"
                FROM "t54" AS "t56"
              ) AS "t58"
                ON "t48"."lead_id" = "t58"."handed_lead_id"
            ) AS "t64"
            GROUP BY
              1
          ) AS "t67"
            ON "t60"."lead_id" = "t67"."after_lead_id"
          LEFT OUTER JOIN (
            SELECT
              "t55"."lead_id" AS "origin_lead_id",
              COALESCE("t55"."source", 'unknown') AS "origin",
              CASE
                WHEN "t55"."side" IN ('buyer', 'marketing')
                THEN 'marketing'
                ELSE CASE WHEN "t55"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
              END AS "found_by",
              "t55"."occurred_s" AS "origin_s",
              CAST("t55"."occurred_month" AS BIGINT) AS "origin_month"
            FROM (
              SELECT
                *
              FROM "t45" AS "t49"
              WHERE
                "t49"."key" IN (
                  SELECT
                    "t51"."first_key"
                  FROM (
                    SELECT
                      "t49"."lead_id" AS "first_lead_id",
                      MIN("t49"."key") AS "first_key"
                    FROM "t45" AS "t49"
                    GROUP BY
                      1
                  ) AS "t51"
                )
            ) AS "t55"
          ) AS "t62"
            ON "t60"."lead_id" = "t62"."origin_lead_id"
        ) AS "t69"
        WHERE
          "t69"."hand_s" >= ${since_s} AND "t69"."hand_s" < ${until_s}
      ) AS "t72"
      LEFT OUTER JOIN (
        SELECT
          "t65"."lead_id" AS "contact_lead_id",
          MIN(
            CASE
              WHEN "t65"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                "t65"."side" = 'sales'
              )
              THEN "t65"."occurred_s"
              ELSE 9000000000
            END
          ) AS "try_s",
          MIN(
            CASE
              WHEN "t65"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                COALESCE("t65"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                OR (
                  "t65"."side" = 'buyer'
                )
              )
              THEN "t65"."occurred_s"
              ELSE 9000000000
            END
          ) AS "talk_s"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t46"."lead_id",
              "t46"."kind",
              "t46"."side",
              "t46"."value_code",
              "t46"."occurred_s",
              "t46"."key",
              "t58"."hand_key",
              "t58"."handed_lead_id"
            FROM (
              SELECT
                COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
                "t38"."kind",
                "t38"."side",
                "t38"."value_code",
                "t38"."occurred_s",
                (
                  "t38"."occurred_s" * 4000000000
                ) + "t38"."seq" AS "key"
              FROM (
                SELECT
                  "t17"."seq",
                  "t17"."kind",
                  "t17"."occurred_s",
                  "t17"."occurred_month",
                  "t17"."lead_id",
                  "t17"."person_id",
                  "t17"."side",
                  "t17"."source",
                  "t17"."value_code",
                  "t17"."value_number",
                  "t17"."points",
                  "t17"."due_s",
                  "t17"."worked_s",
                  "t37"."gone_id",
                  "t37"."into_id"
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
                        AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
                    ) AS "t1"
                    WHERE
                      NOT (
                        "t1"."id" IN (
                          SELECT
                            *
                          FROM "t6"
                        )
                      )
                  ) AS "t8"
                  WHERE
                    COALESCE("t8"."lead_id", 0) <> 0
                ) AS "t17"
                LEFT OUTER JOIN (
                  SELECT
                    "t35"."gone_id",
                    COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t34"."gone_id",
                      "t34"."merged_s",
                      "t34"."merged_key",
                      "t34"."into_id",
                      "t31"."via_id",
                      "t31"."onward_id"
                    FROM (
                      SELECT
                        "t32"."gone_id",
                        "t32"."merged_s",
                        "t32"."merged_key",
                        COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t29"."gone_id",
                          "t29"."into_id",
                          "t29"."merged_s",
                          "t29"."merged_key",
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
                  ON "t17"."lead_id" = "t37"."gone_id"
              ) AS "t38"
            ) AS "t46"
            INNER JOIN (
              SELECT
                "t56"."key" AS "hand_key",
                "t56"."lead_id" AS "handed_lead_id"
              FROM "t54" AS "t56"
            ) AS "t58"
              ON "t46"."lead_id" = "t58"."handed_lead_id"
          ) AS "t63"
          WHERE
            "t63"."key" > "t63"."hand_key"
        ) AS "t65"
        GROUP BY
          1
      ) AS "t70"
        ON "t72"."lead_id" = "t70"."contact_lead_id"
    ) AS "t73"
  ) AS "t74"
) AS "t75"
GROUP BY
  1,
  2,
  3,
  4,
  5
