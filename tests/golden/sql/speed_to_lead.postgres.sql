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
), "t47" AS (
  SELECT
    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
    "t43"."recorded_s",
    "t43"."occurred_s",
    (
      "t43"."occurred_s" * 4000000000
    ) + "t43"."seq" AS "key",
    COALESCE("t43"."points", -1000000) AS "points",
    COALESCE("t43"."pact_version", 0) AS "version"
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
      "t18"."recorded_s",
      "t18"."pact_version",
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
), "t58" AS (
  SELECT
    *
  FROM "t47" AS "t51"
  WHERE
    "t51"."key" IN (
      SELECT
        "t54"."first_key"
      FROM (
        SELECT
          "t51"."lead_id" AS "first_lead_id",
          MIN("t51"."key") AS "first_key"
        FROM "t47" AS "t51"
        GROUP BY
          1
      ) AS "t54"
    )
)
SELECT
  "t79"."source",
  "t79"."band",
  "t79"."arrival",
  "t79"."side",
  "t79"."state",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t79"."is_deal" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "deal",
  COUNT(CASE WHEN "t79"."is_won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t78"."lead_id",
    "t78"."source",
    CASE
      WHEN "t78"."points" = -1000000
      THEN 'none'
      WHEN "t78"."points" < 40
      THEN '0-39'
      WHEN "t78"."points" < 60
      THEN '40-59'
      WHEN "t78"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    'unknown' AS "arrival",
    CASE
      WHEN "t78"."try_s" <= (
        "t78"."hand_s" + (
          ${fast_minutes} * 60
        )
      )
      THEN 'fast'
      ELSE 'slow'
    END AS "side",
    CASE
      WHEN (
        "t78"."deal_s" < "t78"."mark_s"
      ) OR (
        "t78"."end_s" < "t78"."mark_s"
      )
      THEN 'ended'
      WHEN (
        "t78"."mark_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 'young'
      ELSE 'counted'
    END AS "state",
    CASE
      WHEN (
        "t78"."deal_s" < 9000000000
      )
      AND (
        "t78"."deal_s" <= (
          "t78"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_deal",
    CASE
      WHEN (
        "t78"."won_s" < 9000000000
      )
      AND (
        "t78"."won_s" <= (
          "t78"."mark_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "is_won"
  FROM (
    SELECT
      "t77"."lead_id",
      "t77"."hand_key",
      "t77"."hand_s",
      "t77"."heard_s",
      "t77"."points",
      "t77"."version",
      "t77"."deal_s",
      "t77"."won_s",
      "t77"."end_s",
      "t77"."is_early",
      "t77"."source",
      "t77"."answer",
      COALESCE("t77"."try_s", 9000000000) AS "try_s",
      COALESCE("t77"."talk_s", 9000000000) AS "talk_s",
      CASE
        WHEN COALESCE("t77"."try_s", 9000000000) < (
          "t77"."hand_s" + 604800
        )
        THEN COALESCE("t77"."try_s", 9000000000)
        ELSE "t77"."hand_s" + 604800
      END AS "mark_s"
    FROM (
      SELECT
        "t76"."lead_id",
        "t76"."hand_key",
        "t76"."hand_s",
        "t76"."heard_s",
        "t76"."points",
        "t76"."version",
        "t76"."deal_s",
        "t76"."won_s",
        "t76"."end_s",
        "t76"."is_early",
        "t76"."source",
        "t76"."answer",
        "t74"."contact_lead_id",
        "t74"."try_s",
        "t74"."talk_s"
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
          COALESCE("t73"."origin", 'unknown') AS "source",
          CASE
            WHEN "t73"."back_key" < "t73"."next_key"
            THEN 'rejected'
            WHEN "t73"."taken_key" < "t73"."next_key"
            THEN 'accepted'
            ELSE 'open'
          END AS "answer"
        FROM (
          SELECT
            "t64"."lead_id",
            "t64"."hand_key",
            "t64"."hand_s",
            "t64"."heard_s",
            "t64"."points",
            "t64"."version",
            "t71"."after_lead_id",
            "t71"."next_key",
            "t71"."back_key",
            "t71"."taken_key",
            "t71"."deal_s",
            "t71"."won_s",
            "t71"."end_s",
            "t71"."is_early",
            "t66"."origin_lead_id",
            "t66"."origin",
            "t66"."found_by",
            "t66"."origin_s",
            "t66"."origin_month"
          FROM (
            SELECT
              "t60"."lead_id",
              "t60"."key" AS "hand_key",
              "t60"."occurred_s" AS "hand_s",
              "t60"."recorded_s" AS "heard_s",
              CAST("t60"."points" AS BIGINT) AS "points",
              CAST("t60"."version" AS BIGINT) AS "version"
            FROM "t58" AS "t60"
          ) AS "t64"
          INNER JOIN (
            SELECT
              "t68"."lead_id" AS "after_lead_id",
              MIN(
                CASE
                  WHEN (
                    "t68"."key" > "t68"."hand_key"
                  ) AND (
                    "t68"."kind" = 'handed_over'
                  )
                  THEN "t68"."key"
                  ELSE 9000000000000000000
                END
              ) AS "next_key",
              MIN(
                CASE
                  WHEN (
                    "t68"."key" > "t68"."hand_key"
                  ) AND (
                    "t68"."kind" = 'rejected'
                  )
                  THEN "t68"."key"
                  ELSE 9000000000000000000
                END
              ) AS "back_key",
              MIN(
                CASE
                  WHEN (
                    "t68"."key" > "t68"."hand_key"
                  )
                  AND "t68"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                  THEN "t68"."key"
                  ELSE 9000000000000000000
                END
              ) AS "taken_key",
              MIN(
                CASE
                  WHEN (
                    "t68"."key" > "t68"."hand_key"
                  ) AND "t68"."kind" IN ('deal_opened', 'won')
                  THEN "t68"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "deal_s",
              MIN(
                CASE
                  WHEN (
                    "t68"."key" > "t68"."hand_key"
                  ) AND (
                    "t68"."kind" = 'won'
                  )
                  THEN "t68"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "won_s",
              MIN(
                CASE
                  WHEN (
                    "t68"."key" > "t68"."hand_key"
                  )
                  AND "t68"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                  THEN "t68"."occurred_s"
                  ELSE 9000000000
                END
              ) AS "end_s",
              MAX(
                CASE
                  WHEN (
                    "t68"."key" < "t68"."hand_key"
                  ) AND (
                    "t68"."kind" = 'won'
                  )
                  THEN 1
                  ELSE 0
                END
              ) AS "is_early"
            FROM (
              SELECT
                "t52"."lead_id",
                "t52"."kind",
                "t52"."side",
                "t52"."value_code",
                "t52"."occurred_s",
                "t52"."key",
                "t62"."hand_key",
                "t62"."handed_lead_id"
              FROM (
                SELECT
                  COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
                  "t44"."kind",
                  "t44"."side",
                  "t44"."value_code",
                  "t44"."occurred_s",
                  (
                    "t44"."occurred_s" * 4000000000
                  ) + "t44"."seq" AS "key"
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
              ) AS "t52"
              INNER JOIN (
                SELECT
                  "t60"."key" AS "hand_key",
                  "t60"."lead_id" AS "handed_lead_id"
                FROM "t58" AS "t60"
              ) AS "t62"
                ON "t52"."lead_id" = "t62"."handed_lead_id"
            ) AS "t68"
            GROUP BY
              1
          ) AS "t71"
            ON "t64"."lead_id" = "t71"."after_lead_id"
          LEFT OUTER JOIN (
            SELECT
              "t59"."lead_id" AS "origin_lead_id",
              COALESCE("t59"."source", 'unknown') AS "origin",
              CASE
                WHEN "t59"."side" IN ('buyer', 'marketing')
                THEN 'marketing'
                ELSE CASE WHEN "t59"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
              END AS "found_by",
              "t59"."occurred_s" AS "origin_s",
              CAST("t59"."occurred_month" AS BIGINT) AS "origin_month"
            FROM (
              SELECT
                *
              FROM "t49" AS "t53"
              WHERE
                "t53"."key" IN (
                  SELECT
                    "t55"."first_key"
                  FROM (
                    SELECT
                      "t53"."lead_id" AS "first_lead_id",
                      MIN("t53"."key") AS "first_key"
                    FROM "t49" AS "t53"
                    GROUP BY
                      1
                  ) AS "t55"
                )
            ) AS "t59"
          ) AS "t66"
            ON "t64"."lead_id" = "t66"."origin_lead_id"
        ) AS "t73"
        WHERE
          "t73"."hand_s" >= ${since_s} AND "t73"."hand_s" < ${until_s}
      ) AS "t76"
      LEFT OUTER JOIN (
        SELECT
          "t69"."lead_id" AS "contact_lead_id",
          MIN(
            CASE
              WHEN "t69"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                "t69"."side" = 'sales'
              )
              THEN "t69"."occurred_s"
              ELSE 9000000000
            END
          ) AS "try_s",
          MIN(
            CASE
              WHEN "t69"."kind" IN ('call', 'email', 'meeting', 'social')
              AND (
                COALESCE("t69"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                OR (
                  "t69"."side" = 'buyer'
                )
              )
              THEN "t69"."occurred_s"
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
              "t62"."hand_key",
              "t62"."handed_lead_id"
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
                "t60"."key" AS "hand_key",
                "t60"."lead_id" AS "handed_lead_id"
              FROM "t58" AS "t60"
            ) AS "t62"
              ON "t50"."lead_id" = "t62"."handed_lead_id"
          ) AS "t67"
          WHERE
            "t67"."key" > "t67"."hand_key"
        ) AS "t69"
        GROUP BY
          1
      ) AS "t74"
        ON "t76"."lead_id" = "t74"."contact_lead_id"
    ) AS "t77"
  ) AS "t78"
) AS "t79"
GROUP BY
  1,
  2,
  3,
  4,
  5
