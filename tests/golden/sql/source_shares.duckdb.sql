-- by_source
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t22" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    CAST(CASE
      WHEN "t13"."kind" = 'merged'
      THEN COALESCE("t13"."value_number", 0.0)
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
          FROM "t8"
        )
      )
  ) AS "t13"
), "t33" AS (
  SELECT
    "t32"."lead_id" AS "gone_id",
    MAX("t32"."target_id") AS "into_id",
    MAX("t32"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t22" AS "t24"
      WHERE
        "t24"."seq" IN (
          SELECT
            "t29"."last_seq"
          FROM (
            SELECT
              "t28"."lead_id",
              MAX("t28"."seq") AS "last_seq"
            FROM (
              SELECT
                "t25"."lead_id",
                "t25"."occurred_s",
                "t25"."seq",
                "t25"."target_id",
                "t27"."last_s"
              FROM "t22" AS "t25"
              INNER JOIN (
                SELECT
                  "t24"."lead_id",
                  MAX("t24"."occurred_s") AS "last_s"
                FROM "t22" AS "t24"
                GROUP BY
                  1
              ) AS "t27"
                ON "t25"."lead_id" = "t27"."lead_id" AND "t25"."occurred_s" = "t27"."last_s"
            ) AS "t28"
            GROUP BY
              1
          ) AS "t29"
        )
    ) AS "t31"
    WHERE
      "t31"."target_id" <> 0 AND "t31"."target_id" <> "t31"."lead_id"
  ) AS "t32"
  GROUP BY
    1
), "t50" AS (
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
      "t43"."gone_id",
      "t43"."into_id"
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
        ) AS "t3"
        WHERE
          NOT (
            "t3"."id" IN (
              SELECT
                *
              FROM "t8"
            )
          )
      ) AS "t11"
      WHERE
        COALESCE("t11"."lead_id", 0) <> 0
    ) AS "t20"
    LEFT OUTER JOIN (
      SELECT
        "t41"."gone_id",
        COALESCE("t41"."onward_id", "t41"."into_id") AS "into_id"
      FROM (
        SELECT
          "t40"."gone_id",
          "t40"."merged_s",
          "t40"."into_id",
          "t37"."via_id",
          "t37"."onward_id"
        FROM (
          SELECT
            "t38"."gone_id",
            "t38"."merged_s",
            COALESCE("t38"."onward_id", "t38"."into_id") AS "into_id"
          FROM (
            SELECT
              "t35"."gone_id",
              "t35"."into_id",
              "t35"."merged_s",
              "t37"."via_id",
              "t37"."onward_id"
            FROM "t33" AS "t35"
            LEFT OUTER JOIN (
              SELECT
                "t34"."gone_id" AS "via_id",
                "t34"."into_id" AS "onward_id"
              FROM "t33" AS "t34"
            ) AS "t37"
              ON "t35"."into_id" = "t37"."via_id"
          ) AS "t38"
        ) AS "t40"
        LEFT OUTER JOIN (
          SELECT
            "t34"."gone_id" AS "via_id",
            "t34"."into_id" AS "onward_id"
          FROM "t33" AS "t34"
        ) AS "t37"
          ON "t40"."into_id" = "t37"."via_id"
      ) AS "t41"
    ) AS "t43"
      ON "t20"."lead_id" = "t43"."gone_id"
  ) AS "t45"
), "t58" AS (
  SELECT
    "t54"."lead_id",
    MIN("t54"."key") AS "any_key",
    MIN(CASE WHEN "t54"."kind" = 'won' THEN "t54"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t54"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t54"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MIN(CASE WHEN "t54"."is_talk" THEN "t54"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t54"."kind" = 'qualified' THEN "t54"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t54"."kind" = 'handed_over' THEN "t54"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t54"."kind" = 'accepted' THEN "t54"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t54"."kind" = 'deal_opened' THEN "t54"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
      "t46"."kind",
      "t46"."occurred_s",
      (
        "t46"."occurred_s" * 4000000000
      ) + "t46"."seq" AS "key",
      "t46"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t46"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t46"."side" = 'buyer'
        )
      ) AS "is_talk"
    FROM (
      SELECT
        "t21"."seq",
        "t21"."id",
        "t21"."kind",
        "t21"."occurred_s",
        "t21"."occurred_month",
        "t21"."lead_id",
        "t21"."person_id",
        "t21"."side",
        "t21"."source",
        "t21"."value_code",
        "t21"."value_number",
        "t21"."points",
        "t21"."due_s",
        "t21"."worked_s",
        "t43"."gone_id",
        "t43"."into_id"
      FROM (
        SELECT
          "t12"."seq",
          "t12"."id",
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
          "t12"."worked_s"
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
                'deal_opened',
                'disqualified',
                'email',
                'gave_up',
                'handed_over',
                'lost',
                'meeting',
                'qualified',
                'recycled',
                'rejected',
                'social',
                'woken',
                'won'
              )
          ) AS "t4"
          WHERE
            NOT (
              "t4"."id" IN (
                SELECT
                  *
                FROM "t8"
              )
            )
        ) AS "t12"
        WHERE
          COALESCE("t12"."lead_id", 0) <> 0
      ) AS "t21"
      LEFT OUTER JOIN (
        SELECT
          "t41"."gone_id",
          COALESCE("t41"."onward_id", "t41"."into_id") AS "into_id"
        FROM (
          SELECT
            "t40"."gone_id",
            "t40"."merged_s",
            "t40"."into_id",
            "t37"."via_id",
            "t37"."onward_id"
          FROM (
            SELECT
              "t38"."gone_id",
              "t38"."merged_s",
              COALESCE("t38"."onward_id", "t38"."into_id") AS "into_id"
            FROM (
              SELECT
                "t35"."gone_id",
                "t35"."into_id",
                "t35"."merged_s",
                "t37"."via_id",
                "t37"."onward_id"
              FROM "t33" AS "t35"
              LEFT OUTER JOIN (
                SELECT
                  "t34"."gone_id" AS "via_id",
                  "t34"."into_id" AS "onward_id"
                FROM "t33" AS "t34"
              ) AS "t37"
                ON "t35"."into_id" = "t37"."via_id"
            ) AS "t38"
          ) AS "t40"
          LEFT OUTER JOIN (
            SELECT
              "t34"."gone_id" AS "via_id",
              "t34"."into_id" AS "onward_id"
            FROM "t33" AS "t34"
          ) AS "t37"
            ON "t40"."into_id" = "t37"."via_id"
        ) AS "t41"
      ) AS "t43"
        ON "t21"."lead_id" = "t43"."gone_id"
    ) AS "t46"
  ) AS "t54"
  GROUP BY
    1
), "t59" AS (
  SELECT
    *
  FROM "t50" AS "t52"
  WHERE
    "t52"."key" IN (
      SELECT
        "t56"."first_key"
      FROM (
        SELECT
          "t52"."lead_id" AS "first_lead_id",
          MIN("t52"."key") AS "first_key"
        FROM "t50" AS "t52"
        GROUP BY
          1
      ) AS "t56"
    )
), "t74" AS (
  SELECT
    "t73"."lead_id",
    "t73"."any_key",
    "t73"."won_s",
    "t73"."first_talk_s",
    "t73"."qualified_s",
    "t73"."handed_over_s",
    "t73"."accepted_s",
    "t73"."deal_opened_s",
    "t73"."lost_s",
    "t73"."back_s"
  FROM (
    SELECT
      "t62"."lead_id",
      "t62"."any_key",
      "t62"."won_s",
      "t62"."revived_s",
      "t62"."first_talk_s",
      "t62"."qualified_s",
      "t62"."handed_over_s",
      "t62"."accepted_s",
      "t62"."deal_opened_s",
      "t72"."ended_lead_id",
      "t72"."lost_s",
      "t72"."back_s"
    FROM "t58" AS "t62"
    LEFT OUTER JOIN (
      SELECT
        "t70"."ended_lead_id",
        MIN(
          CASE
            WHEN "t70"."kind" IN ('disqualified', 'lost')
            THEN "t70"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t70"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t70"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t51"."kind",
            "t51"."occurred_s",
            "t51"."ended_lead_id",
            "t65"."lead_id",
            "t65"."won_s",
            "t65"."revived_s"
          FROM (
            SELECT
              "t47"."kind",
              "t47"."occurred_s",
              COALESCE("t47"."into_id", "t47"."lead_id") AS "ended_lead_id"
            FROM (
              SELECT
                "t23"."seq",
                "t23"."id",
                "t23"."kind",
                "t23"."occurred_s",
                "t23"."occurred_month",
                "t23"."lead_id",
                "t23"."person_id",
                "t23"."side",
                "t23"."source",
                "t23"."value_code",
                "t23"."value_number",
                "t23"."points",
                "t23"."due_s",
                "t23"."worked_s",
                "t43"."gone_id",
                "t43"."into_id"
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
                  "t14"."worked_s"
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                  ) AS "t6"
                  WHERE
                    NOT (
                      "t6"."id" IN (
                        SELECT
                          *
                        FROM "t8"
                      )
                    )
                ) AS "t14"
                WHERE
                  COALESCE("t14"."lead_id", 0) <> 0
              ) AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t41"."gone_id",
                  COALESCE("t41"."onward_id", "t41"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t40"."gone_id",
                    "t40"."merged_s",
                    "t40"."into_id",
                    "t37"."via_id",
                    "t37"."onward_id"
                  FROM (
                    SELECT
                      "t38"."gone_id",
                      "t38"."merged_s",
                      COALESCE("t38"."onward_id", "t38"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t35"."gone_id",
                        "t35"."into_id",
                        "t35"."merged_s",
                        "t37"."via_id",
                        "t37"."onward_id"
                      FROM "t33" AS "t35"
                      LEFT OUTER JOIN (
                        SELECT
                          "t34"."gone_id" AS "via_id",
                          "t34"."into_id" AS "onward_id"
                        FROM "t33" AS "t34"
                      ) AS "t37"
                        ON "t35"."into_id" = "t37"."via_id"
                    ) AS "t38"
                  ) AS "t40"
                  LEFT OUTER JOIN (
                    SELECT
                      "t34"."gone_id" AS "via_id",
                      "t34"."into_id" AS "onward_id"
                    FROM "t33" AS "t34"
                  ) AS "t37"
                    ON "t40"."into_id" = "t37"."via_id"
                ) AS "t41"
              ) AS "t43"
                ON "t23"."lead_id" = "t43"."gone_id"
            ) AS "t47"
          ) AS "t51"
          INNER JOIN (
            SELECT
              "t60"."lead_id",
              "t60"."won_s",
              "t60"."revived_s"
            FROM "t58" AS "t60"
          ) AS "t65"
            ON "t51"."ended_lead_id" = "t65"."lead_id"
        ) AS "t69"
        WHERE
          "t69"."won_s" = 9000000000 AND "t69"."occurred_s" >= "t69"."revived_s"
      ) AS "t70"
      GROUP BY
        1
    ) AS "t72"
      ON "t62"."lead_id" = "t72"."ended_lead_id"
  ) AS "t73"
)
SELECT
  "t89"."source",
  "t89"."developed_by",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t89"."is_handed_over" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "handed_over",
  COUNT(CASE WHEN "t89"."is_won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t88"."lead_id",
    "t88"."source",
    CASE
      WHEN COALESCE("t88"."referred_s", 9000000000) <= "t88"."since_s"
      THEN 'others'
      ELSE "t88"."found_by"
    END AS "developed_by",
    CASE WHEN "t88"."handed_over_s" < 9000000000 THEN 1 ELSE 0 END AS "is_handed_over",
    CASE WHEN "t88"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won"
  FROM (
    SELECT
      "t87"."won_s",
      "t87"."first_talk_s",
      "t87"."qualified_s",
      "t87"."handed_over_s",
      "t87"."accepted_s",
      "t87"."deal_opened_s",
      "t87"."lost_s",
      "t87"."back_s",
      "t87"."found_by",
      "t87"."lead_id",
      "t87"."since_s",
      "t87"."month",
      "t87"."source",
      "t55"."referred_lead_id",
      "t55"."referred_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t78"."won_s", 9000000000) AS "won_s",
            COALESCE("t78"."first_talk_s", 9000000000) AS "first_talk_s",
            COALESCE("t78"."qualified_s", 9000000000) AS "qualified_s",
            COALESCE("t78"."handed_over_s", 9000000000) AS "handed_over_s",
            COALESCE("t78"."accepted_s", 9000000000) AS "accepted_s",
            COALESCE("t78"."deal_opened_s", 9000000000) AS "deal_opened_s",
            COALESCE("t78"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t78"."back_s", 9000000000) AS "back_s",
            "t78"."found_by",
            "t78"."origin_lead_id" AS "lead_id",
            "t78"."origin_s" AS "since_s",
            "t78"."origin_month" AS "month",
            "t78"."origin" AS "source"
          FROM (
            SELECT
              "t68"."origin_lead_id",
              "t68"."origin",
              "t68"."found_by",
              "t68"."origin_s",
              "t68"."origin_month",
              "t76"."lead_id",
              "t76"."any_key",
              "t76"."won_s",
              "t76"."first_talk_s",
              "t76"."qualified_s",
              "t76"."handed_over_s",
              "t76"."accepted_s",
              "t76"."deal_opened_s",
              "t76"."lost_s",
              "t76"."back_s"
            FROM (
              SELECT
                "t61"."lead_id" AS "origin_lead_id",
                COALESCE("t61"."source", 'unknown') AS "origin",
                CASE
                  WHEN "t61"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t61"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "found_by",
                "t61"."occurred_s" AS "origin_s",
                CAST("t61"."occurred_month" AS BIGINT) AS "origin_month"
              FROM "t59" AS "t61"
            ) AS "t68"
            LEFT OUTER JOIN "t74" AS "t76"
              ON "t68"."origin_lead_id" = "t76"."lead_id"
          ) AS "t78"
        ) AS "t80"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t83"."won_s", 9000000000) AS "won_s",
            COALESCE("t83"."first_talk_s", 9000000000) AS "first_talk_s",
            COALESCE("t83"."qualified_s", 9000000000) AS "qualified_s",
            COALESCE("t83"."handed_over_s", 9000000000) AS "handed_over_s",
            COALESCE("t83"."accepted_s", 9000000000) AS "accepted_s",
            COALESCE("t83"."deal_opened_s", 9000000000) AS "deal_opened_s",
            COALESCE("t83"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t83"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t83"."lead_id",
            "t83"."occurred_s" AS "since_s",
            CAST("t83"."occurred_month" AS BIGINT) AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t82"."lead_id",
              "t82"."won_s",
              "t82"."first_talk_s",
              "t82"."qualified_s",
              "t82"."handed_over_s",
              "t82"."accepted_s",
              "t82"."deal_opened_s",
              "t82"."lost_s",
              "t82"."back_s",
              "t82"."first_seq",
              "t7"."seq",
              "t7"."occurred_s",
              "t7"."occurred_month"
            FROM (
              SELECT
                "t79"."lead_id",
                "t79"."won_s",
                "t79"."first_talk_s",
                "t79"."qualified_s",
                "t79"."handed_over_s",
                "t79"."accepted_s",
                "t79"."deal_opened_s",
                "t79"."lost_s",
                "t79"."back_s",
                (
                  (
                    "t79"."any_key" % 4000000000
                  ) + 4000000000
                ) % 4000000000 AS "first_seq"
              FROM (
                SELECT
                  "t77"."lead_id",
                  "t77"."any_key",
                  "t77"."won_s",
                  "t77"."first_talk_s",
                  "t77"."qualified_s",
                  "t77"."handed_over_s",
                  "t77"."accepted_s",
                  "t77"."deal_opened_s",
                  "t77"."lost_s",
                  "t77"."back_s",
                  "t66"."origin_lead_id"
                FROM "t74" AS "t77"
                LEFT OUTER JOIN (
                  SELECT
                    "t61"."lead_id" AS "origin_lead_id"
                  FROM "t59" AS "t61"
                ) AS "t66"
                  ON "t77"."lead_id" = "t66"."origin_lead_id"
              ) AS "t79"
              WHERE
                COALESCE("t79"."origin_lead_id", 0) = 0
            ) AS "t82"
            INNER JOIN (
              SELECT
                "t0"."seq",
                "t0"."occurred_s",
                "t0"."occurred_month"
              FROM "facts" AS "t0"
              WHERE
                "t0"."kind" IN (
                  'qualified',
                  'won',
                  'call',
                  'email',
                  'meeting',
                  'social',
                  'disqualified',
                  'lost',
                  'gave_up',
                  'recycled',
                  'rejected',
                  'accepted',
                  'deal_opened',
                  'handed_over',
                  'woken'
                )
            ) AS "t7"
              ON "t82"."first_seq" = "t7"."seq"
          ) AS "t83"
        ) AS "t84"
      ) AS "t85"
      WHERE
        "t85"."since_s" >= ${since_s} AND "t85"."since_s" < ${until_s}
    ) AS "t87"
    LEFT OUTER JOIN (
      SELECT
        "t48"."lead_id" AS "referred_lead_id",
        MIN("t48"."occurred_s") AS "referred_s"
      FROM (
        SELECT
          "t44"."seq",
          "t44"."id",
          "t44"."kind",
          "t44"."occurred_s",
          "t44"."occurred_month",
          "t44"."person_id",
          "t44"."side",
          "t44"."source",
          "t44"."value_code",
          "t44"."value_number",
          "t44"."points",
          "t44"."due_s",
          "t44"."worked_s",
          "t44"."lead_id" AS "own_lead_id",
          COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id"
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
            "t43"."gone_id",
            "t43"."into_id"
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
                  AND "t0"."kind" IN ('referred')
              ) AS "t2"
              WHERE
                NOT (
                  "t2"."id" IN (
                    SELECT
                      *
                    FROM "t8"
                  )
                )
            ) AS "t10"
            WHERE
              COALESCE("t10"."lead_id", 0) <> 0
          ) AS "t19"
          LEFT OUTER JOIN (
            SELECT
              "t41"."gone_id",
              COALESCE("t41"."onward_id", "t41"."into_id") AS "into_id"
            FROM (
              SELECT
                "t40"."gone_id",
                "t40"."merged_s",
                "t40"."into_id",
                "t37"."via_id",
                "t37"."onward_id"
              FROM (
                SELECT
                  "t38"."gone_id",
                  "t38"."merged_s",
                  COALESCE("t38"."onward_id", "t38"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t35"."gone_id",
                    "t35"."into_id",
                    "t35"."merged_s",
                    "t37"."via_id",
                    "t37"."onward_id"
                  FROM "t33" AS "t35"
                  LEFT OUTER JOIN (
                    SELECT
                      "t34"."gone_id" AS "via_id",
                      "t34"."into_id" AS "onward_id"
                    FROM "t33" AS "t34"
                  ) AS "t37"
                    ON "t35"."into_id" = "t37"."via_id"
                ) AS "t38"
              ) AS "t40"
              LEFT OUTER JOIN (
                SELECT
                  "t34"."gone_id" AS "via_id",
                  "t34"."into_id" AS "onward_id"
                FROM "t33" AS "t34"
              ) AS "t37"
                ON "t40"."into_id" = "t37"."via_id"
            ) AS "t41"
          ) AS "t43"
            ON "t19"."lead_id" = "t43"."gone_id"
        ) AS "t44"
      ) AS "t48"
      GROUP BY
        1
    ) AS "t55"
      ON "t87"."lead_id" = "t55"."referred_lead_id"
  ) AS "t88"
) AS "t89"
GROUP BY
  1,
  2
