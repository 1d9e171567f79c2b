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
    "t12"."seq",
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
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
), "t31" AS (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."seq" IN (
          SELECT
            "t27"."last_seq"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."seq") AS "last_seq"
            FROM (
              SELECT
                "t23"."lead_id",
                "t23"."occurred_s",
                "t23"."seq",
                "t23"."target_id",
                "t25"."last_s"
              FROM "t21" AS "t23"
              INNER JOIN (
                SELECT
                  "t22"."lead_id",
                  MAX("t22"."occurred_s") AS "last_s"
                FROM "t21" AS "t22"
                GROUP BY
                  1
              ) AS "t25"
                ON "t23"."lead_id" = "t25"."lead_id" AND "t23"."occurred_s" = "t25"."last_s"
            ) AS "t26"
            GROUP BY
              1
          ) AS "t27"
        )
    ) AS "t29"
    WHERE
      "t29"."target_id" <> 0 AND "t29"."target_id" <> "t29"."lead_id"
  ) AS "t30"
  GROUP BY
    1
), "t48" AS (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."recorded_s",
    "t44"."occurred_s",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key",
    COALESCE("t44"."points", -1000000) AS "points",
    COALESCE("t44"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t19"."seq",
      "t19"."id",
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
      "t19"."recorded_s",
      "t19"."pact_version",
      "t41"."gone_id",
      "t41"."into_id"
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
        "t10"."recorded_s",
        "t10"."pact_version"
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
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
              "t35"."via_id",
              "t35"."onward_id"
            FROM "t31" AS "t33"
            LEFT OUTER JOIN (
              SELECT
                "t32"."gone_id" AS "via_id",
                "t32"."into_id" AS "onward_id"
              FROM "t31" AS "t32"
            ) AS "t35"
              ON "t33"."into_id" = "t35"."via_id"
          ) AS "t36"
        ) AS "t38"
        LEFT OUTER JOIN (
          SELECT
            "t32"."gone_id" AS "via_id",
            "t32"."into_id" AS "onward_id"
          FROM "t31" AS "t32"
        ) AS "t35"
          ON "t38"."into_id" = "t35"."via_id"
      ) AS "t39"
    ) AS "t41"
      ON "t19"."lead_id" = "t41"."gone_id"
  ) AS "t44"
), "t49" AS (
  SELECT
    COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
    "t45"."side",
    "t45"."source",
    "t45"."occurred_s",
    "t45"."occurred_month",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key"
  FROM (
    SELECT
      "t20"."seq",
      "t20"."id",
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
      "t41"."gone_id",
      "t41"."into_id"
    FROM (
      SELECT
        "t11"."seq",
        "t11"."id",
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
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
              "t35"."via_id",
              "t35"."onward_id"
            FROM "t31" AS "t33"
            LEFT OUTER JOIN (
              SELECT
                "t32"."gone_id" AS "via_id",
                "t32"."into_id" AS "onward_id"
              FROM "t31" AS "t32"
            ) AS "t35"
              ON "t33"."into_id" = "t35"."via_id"
          ) AS "t36"
        ) AS "t38"
        LEFT OUTER JOIN (
          SELECT
            "t32"."gone_id" AS "via_id",
            "t32"."into_id" AS "onward_id"
          FROM "t31" AS "t32"
        ) AS "t35"
          ON "t38"."into_id" = "t35"."via_id"
      ) AS "t39"
    ) AS "t41"
      ON "t20"."lead_id" = "t41"."gone_id"
  ) AS "t45"
), "t60" AS (
  SELECT
    "t58"."first_lead_id",
    "t58"."hand_key",
    "t54"."lead_id",
    "t54"."recorded_s",
    "t54"."occurred_s",
    "t54"."key",
    "t54"."points",
    "t54"."version"
  FROM (
    SELECT
      "t52"."lead_id" AS "first_lead_id",
      MIN("t52"."key") AS "hand_key"
    FROM "t48" AS "t52"
    GROUP BY
      1
  ) AS "t58"
  INNER JOIN "t48" AS "t54"
    ON "t58"."first_lead_id" = "t54"."lead_id" AND "t58"."hand_key" = "t54"."key"
)
SELECT
  "t81"."source",
  "t81"."band",
  "t81"."arrival",
  "t81"."side",
  "t81"."state",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t81"."is_deal" = 1 THEN 1 ELSE 0 END) AS "deal",
  SUM(CASE WHEN "t81"."is_won" = 1 THEN 1 ELSE 0 END) AS "won"
FROM (
  SELECT
    "t80"."lead_id",
    "t80"."source",
    CASE
      WHEN "t80"."points" = -1000000
      THEN 'none'
      WHEN "t80"."points" < 40
      THEN '0-39'
      WHEN "t80"."points" < 60
      THEN '40-59'
      WHEN "t80"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    'unknown' AS "arrival",
    CASE
      WHEN "t80"."try_s" <= (
        "t80"."hand_s" + (
          ${fast_minutes} * 60
        )
      )
      THEN 'fast'
      ELSE 'slow'
    END AS "side",
    CASE
      WHEN (
        "t80"."deal_s" < "t80"."mark_s"
      ) OR (
        "t80"."end_s" < "t80"."mark_s"
      )
      THEN 'ended'
      WHEN (
        "t80"."mark_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 'young'
      ELSE 'counted'
    END AS "state",
    CASE
      WHEN (
        "t80"."deal_s" < 9000000000
      )
      AND (
        "t80"."deal_s" <= (
          "t80"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_deal",
    CASE
      WHEN (
        "t80"."won_s" < 9000000000
      )
      AND (
        "t80"."won_s" <= (
          "t80"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_won"
  FROM (
    SELECT
      "t79"."lead_id",
      "t79"."hand_key",
      "t79"."hand_s",
      "t79"."heard_s",
      "t79"."points",
      "t79"."version",
      "t79"."deal_s",
      "t79"."won_s",
      "t79"."end_s",
      "t79"."is_early",
      "t79"."source",
      "t79"."answer",
      COALESCE("t79"."try_s", 9000000000) AS "try_s",
      COALESCE("t79"."talk_s", 9000000000) AS "talk_s",
      CASE
        WHEN COALESCE("t79"."try_s", 9000000000) < (
          "t79"."hand_s" + 604800
        )
        THEN COALESCE("t79"."try_s", 9000000000)
        ELSE "t79"."hand_s" + 604800
      END AS "mark_s"
    FROM (
      SELECT
        "t78"."lead_id",
        "t78"."hand_key",
        "t78"."hand_s",
        "t78"."heard_s",
        "t78"."points",
        "t78"."version",
        "t78"."deal_s",
        "t78"."won_s",
        "t78"."end_s",
        "t78"."is_early",
        "t78"."source",
        "t78"."answer",
        "t76"."contact_lead_id",
        "t76"."try_s",
        "t76"."talk_s"
      FROM (
        SELECT
          "t75"."lead_id",
          "t75"."hand_key",
          "t75"."hand_s",
          "t75"."heard_s",
          "t75"."points",
          "t75"."version",
          "t75"."deal_s",
          "t75"."won_s",
          "t75"."end_s",
          "t75"."is_early",
          COALESCE("t75"."origin", 'unknown') AS "source",
          CASE
            WHEN "t75"."back_key" < "t75"."next_key"
            THEN 'rejected'
            WHEN "t75"."taken_key" < "t75"."next_key"
            THEN 'accepted'
            ELSE 'open'
          END AS "answer"
        FROM (
          SELECT
            "t66"."lead_id",
            "t66"."hand_key",
            "t66"."hand_s",
            "t66"."heard_s",
            "t66"."points",
            "t66"."version",
            "t73"."after_lead_id",
            "t73"."next_key",
            "t73"."back_key",
            "t73"."taken_key",
            "t73"."deal_s",
            "t73"."won_s",
            "t73"."end_s",
            "t73"."is_early",
            "t68"."origin_lead_id",
            "t68"."origin",
            "t68"."found_by",
            "t68"."origin_s",
            "t68"."origin_month"
          FROM (
            SELECT
              "t62"."lead_id",
              "t62"."hand_key",
              "t62"."occurred_s" AS "hand_s",
              "t62"."recorded_s" AS "heard_s",
              CAST("t62"."points" AS BIGINT) AS "points",
              CAST("t62"."version" AS BIGINT) AS "version"
            FROM "t60" AS "t62"
          ) AS "t66"
          INNER JOIN (
            SELECT
              "t70"."lead_id" AS "after_lead_id",
              MIN(
                CASE
                  WHEN (
                    "t70"."key" > "t70"."hand_key"
                  ) AND (
                    "t70"."kind" = 'handed_over'
                  )
                  THEN "t70"."key"
                  ELSE 9000000000000000000
                END
              ) AS "next_key",
              MIN(
                CASE
                  WHEN (
                    "t70"."key" > "t70"."hand_key"
                  ) AND (
                    "t70"."kind" = 'rejected'
                  )
                  THEN "t70"."key"
                  ELSE 9000000000000000000
                END
              ) AS "back_key",
              MIN(
                CASE
                  WHEN (
                    "t70"."key" > "t70"."hand_key"
                  )
                  AND "t70"."kind" IN ('accepted', 'deal_opened', 'won')
                  THEN "t70"."key"
                  ELSE 9000000000000000000
                END
              ) AS "taken_key",
              MIN(
                CASE
                  WHEN (
                    "t70"."key" > "t70"."hand_key"
                  ) AND "t70"."kind" IN ('deal_opened', 'won')
                  THEN "t70"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "deal_s",
              MIN(
                CASE
                  WHEN (
                    "t70"."key" > "t70"."hand_key"
                  ) AND (
                    "t70"."kind" = 'won'
                  )
                  THEN "t70"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "won_s",
              MIN(
                CASE
                  WHEN (
                    "t70"."key" > "t70"."hand_key"
                  )
                  AND "t70"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                  THEN "t70"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "end_s",
              MAX(
                CASE
                  WHEN (
                    "t70"."key" < "t70"."hand_key"
                  ) AND (
                    "t70"."kind" = 'won'
                  )
                  THEN 1
                  ELSE 0
                END
              ) AS "is_early"
            FROM (
              SELECT
                "t51"."lead_id",
                "t51"."kind",
                "t51"."side",
                "t51"."value_code",
                "t51"."occurred_s",
                "t51"."key",
                "t64"."hand_key",
                "t64"."handed_lead_id"
              FROM (
                SELECT
                  COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                  "t43"."kind",
                  "t43"."side",
                  "t43"."value_code",
                  "t43"."occurred_s",
                  (
                    "t43"."occurred_s" * 4000000000
                  ) + "t43"."seq" AS "key"
                FROM (
                  SELECT
                    "t18"."seq",
                    "t18"."id",
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
                    "t41"."gone_id",
                    "t41"."into_id"
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
                          AND "t0"."kind" IN (
                            'accepted',
                            'deal_opened',
                            'disqualified',
                            'gave_up',
                            'handed_over',
                            'lost',
                            'recycled',
                            'rejected',
                            'won'
                          )
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
                      "t39"."gone_id",
                      COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t38"."gone_id",
                        "t38"."merged_s",
                        "t38"."into_id",
                        "t35"."via_id",
                        "t35"."onward_id"
                      FROM (
                        SELECT
                          "t36"."gone_id",
                          "t36"."merged_s",
                          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t33"."gone_id",
                            "t33"."into_id",
                            "t33"."merged_s",
                            "t35"."via_id",
                            "t35"."onward_id"
                          FROM "t31" AS "t33"
                          LEFT OUTER JOIN (
                            SELECT
                              "t32"."gone_id" AS "via_id",
                              "t32"."into_id" AS "onward_id"
                            FROM "t31" AS "t32"
                          ) AS "t35"
                            ON "t33"."into_id" = "t35"."via_id"
                        ) AS "t36"
                      ) AS "t38"
                      LEFT OUTER JOIN (
                        SELECT
                          "t32"."gone_id" AS "via_id",
                          "t32"."into_id" AS "onward_id"
                        FROM "t31" AS "t32"
                      ) AS "t35"
                        ON "t38"."into_id" = "t35"."via_id"
                    ) AS "t39"
                  ) AS "t41"
                    ON "t18"."lead_id" = "t41"."gone_id"
                ) AS "t43"
              ) AS "t51"
              INNER JOIN (
                SELECT
                  "t62"."hand_key",
                  "t62"."lead_id" AS "handed_lead_id"
                FROM "t60" AS "t62"
              ) AS "t64"
                ON "t51"."lead_id" = "t64"."handed_lead_id"
            ) AS "t70"
            GROUP BY
              1
          ) AS "t73"
            ON "t66"."lead_id" = "t73"."after_lead_id"
          LEFT OUTER JOIN (
            SELECT
              "t61"."first_lead_id" AS "origin_lead_id",
              COALESCE("t61"."source", 'unknown') AS "origin",
              CASE
                WHEN "t61"."side" IN ('buyer', 'marketing')
                THEN 'marketing'
                ELSE CASE WHEN "t61"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
              END AS "found_by",
              "t61"."occurred_s" AS "origin_s",
              CAST("t61"."occurred_month" AS BIGINT) AS "origin_month"
            FROM (
              SELECT
                "t59"."first_lead_id",
                "t59"."first_key",
                "t55"."lead_id",
                "t55"."side",
                "t55"."source",
                "t55"."occurred_s",
                "t55"."occurred_month",
                "t55"."key"
              FROM (
                SELECT
                  "t53"."lead_id" AS "first_lead_id",
                  MIN("t53"."key") AS "first_key"
                FROM "t49" AS "t53"
                GROUP BY
                  1
              ) AS "t59"
              INNER JOIN "t49" AS "t55"
                ON "t59"."first_lead_id" = "t55"."lead_id" AND "t59"."first_key" = "t55"."key"
            ) AS "t61"
          ) AS "t68"
            ON "t66"."lead_id" = "t68"."origin_lead_id"
        ) AS "t75"
        WHERE
          "t75"."hand_s" >= ${since_s} AND "t75"."hand_s" < ${until_s}
      ) AS "t78"
      LEFT OUTER JOIN (
        SELECT
          "t71"."lead_id" AS "contact_lead_id",
          MIN(
            CASE
              WHEN "t71"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                "t71"."side" = 'sales'
              )
              THEN "t71"."occurred_s"
              ELSE 9000000000
            END
          ) AS "try_s",
          MIN(
            CASE
              WHEN "t71"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                COALESCE("t71"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                OR (
                  "t71"."side" = 'buyer'
                )
              )
              THEN "t71"."occurred_s"
              ELSE 9000000000
            END
          ) AS "talk_s"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t50"."lead_id",
              "t50"."kind",
              "t50"."side",
              "t50"."value_code",
              "t50"."occurred_s",
              "t50"."key",
              "t64"."hand_key",
              "t64"."handed_lead_id"
            FROM (
              SELECT
                COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                "t42"."kind",
                "t42"."side",
                "t42"."value_code",
                "t42"."occurred_s",
                (
                  "t42"."occurred_s" * 4000000000
                ) + "t42"."seq" AS "key"
              FROM (
                SELECT
                  "t17"."seq",
                  "t17"."id",
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
                  "t41"."gone_id",
                  "t41"."into_id"
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
                    "t39"."gone_id",
                    COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t38"."gone_id",
                      "t38"."merged_s",
                      "t38"."into_id",
                      "t35"."via_id",
                      "t35"."onward_id"
                    FROM (
                      SELECT
                        "t36"."gone_id",
                        "t36"."merged_s",
                        COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t33"."gone_id",
                          "t33"."into_id",
                          "t33"."merged_s",
                          "t35"."via_id",
                          "t35"."onward_id"
                        FROM "t31" AS "t33"
                        LEFT OUTER JOIN (
                          SELECT
                            "t32"."gone_id" AS "via_id",
                            "t32"."into_id" AS "onward_id"
                          FROM "t31" AS "t32"
                        ) AS "t35"
                          ON "t33"."into_id" = "t35"."via_id"
                      ) AS "t36"
                    ) AS "t38"
                    LEFT OUTER JOIN (
                      SELECT
                        "t32"."gone_id" AS "via_id",
                        "t32"."into_id" AS "onward_id"
                      FROM "t31" AS "t32"
                    ) AS "t35"
                      ON "t38"."into_id" = "t35"."via_id"
                  ) AS "t39"
                ) AS "t41"
                  ON "t17"."lead_id" = "t41"."gone_id"
              ) AS "t42"
            ) AS "t50"
            INNER JOIN (
              SELECT
                "t62"."hand_key",
                "t62"."lead_id" AS "handed_lead_id"
              FROM "t60" AS "t62"
            ) AS "t64"
              ON "t50"."lead_id" = "t64"."handed_lead_id"
          ) AS "t69"
          WHERE
            "t69"."key" > "t69"."hand_key"
        ) AS "t71"
        GROUP BY
          1
      ) AS "t76"
        ON "t78"."lead_id" = "t76"."contact_lead_id"
    ) AS "t79"
  ) AS "t80"
) AS "t81"
GROUP BY
  1,
  2,
  3,
  4,
  5
