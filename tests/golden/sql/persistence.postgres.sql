-- spells
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t23" AS (
  SELECT
    "t14"."lead_id",
    "t14"."occurred_s",
    "t14"."seq",
    CAST(CASE
      WHEN "t14"."kind" = 'merged'
      THEN COALESCE("t14"."value_number", 0.0)
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
      FROM "t23" AS "t24"
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
              FROM "t23" AS "t25"
              INNER JOIN (
                SELECT
                  "t24"."lead_id",
                  MAX("t24"."occurred_s") AS "last_s"
                FROM "t23" AS "t24"
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
), "t54" AS (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."points",
    CASE
      WHEN "t44"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t44"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t44"."side" = 'buyer'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_talk",
    CASE
      WHEN "t44"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t44"."side" = 'sales'
      )
      THEN 1
      ELSE 0
    END AS "is_try"
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
              'recycled',
              'rejected',
              'social',
              'woken',
              'won'
            )
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
), "t59" AS (
  SELECT
    "t53"."lead_id",
    MIN("t53"."key") AS "any_key",
    MIN(CASE WHEN "t53"."kind" = 'won' THEN "t53"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t53"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t53"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
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
  ) AS "t53"
  GROUP BY
    1
), "t62" AS (
  SELECT
    "t58"."first_lead_id",
    "t58"."first_key",
    "t52"."lead_id",
    "t52"."side",
    "t52"."source",
    "t52"."occurred_s",
    "t52"."occurred_month",
    "t52"."key"
  FROM (
    SELECT
      "t51"."lead_id" AS "first_lead_id",
      MIN("t51"."key") AS "first_key"
    FROM "t49" AS "t51"
    GROUP BY
      1
  ) AS "t58"
  INNER JOIN "t49" AS "t52"
    ON "t58"."first_lead_id" = "t52"."lead_id" AND "t58"."first_key" = "t52"."key"
), "t74" AS (
  SELECT
    "t57"."lead_id",
    "t57"."kind",
    "t57"."occurred_s",
    "t57"."seq",
    "t57"."points",
    "t57"."is_talk",
    "t57"."is_try",
    "t70"."start_s"
  FROM "t54" AS "t57"
  INNER JOIN (
    SELECT
      "t61"."lead_id",
      CASE WHEN "t61"."hand_s" < 9000000000 THEN "t61"."hand_s" ELSE -9000000000 END AS "start_s"
    FROM (
      SELECT
        "t55"."lead_id",
        MIN(
          CASE WHEN "t55"."kind" = 'handed_over' THEN "t55"."occurred_s" ELSE 9000000000 END
        ) AS "hand_s"
      FROM "t54" AS "t55"
      GROUP BY
        1
    ) AS "t61"
  ) AS "t70"
    ON "t57"."lead_id" = "t70"."lead_id"
), "t84" AS (
  SELECT
    "t77"."lead_id",
    MIN("t77"."start_s") AS "start_s",
    MAX(
      CASE
        WHEN (
          "t77"."kind" = 'handed_over'
        ) AND (
          "t77"."occurred_s" = "t77"."start_s"
        )
        THEN COALESCE("t77"."points", -1000000)
        ELSE -1000000
      END
    ) AS "points",
    MIN(CASE WHEN "t77"."is_talk" = 1 THEN "t77"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(
      CASE
        WHEN "t77"."kind" IN ('deal_opened', 'won')
        THEN "t77"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(CASE WHEN "t77"."kind" = 'won' THEN "t77"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t77"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t77"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MAX(CASE WHEN "t77"."is_try" = 1 THEN "t77"."occurred_s" ELSE -9000000000 END) AS "last_s"
  FROM (
    SELECT
      *
    FROM "t74" AS "t76"
    WHERE
      "t76"."occurred_s" >= "t76"."start_s"
  ) AS "t77"
  GROUP BY
    1
), "t89" AS (
  SELECT
    "t85"."lead_id",
    "t85"."any_key",
    "t85"."won_s",
    "t85"."lost_s",
    "t85"."back_s"
  FROM (
    SELECT
      "t63"."lead_id",
      "t63"."any_key",
      "t63"."won_s",
      "t63"."revived_s",
      "t83"."ended_lead_id",
      "t83"."lost_s",
      "t83"."back_s"
    FROM "t59" AS "t63"
    LEFT OUTER JOIN (
      SELECT
        "t75"."ended_lead_id",
        MIN(
          CASE
            WHEN "t75"."kind" IN ('disqualified', 'lost')
            THEN "t75"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t75"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t75"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t50"."kind",
            "t50"."occurred_s",
            "t50"."ended_lead_id",
            "t66"."lead_id",
            "t66"."won_s",
            "t66"."revived_s"
          FROM (
            SELECT
              "t47"."kind",
              "t47"."occurred_s",
              COALESCE("t47"."into_id", "t47"."lead_id") AS "ended_lead_id"
            FROM (
              SELECT
                "t22"."seq",
                "t22"."id",
                "t22"."kind",
                "t22"."occurred_s",
                "t22"."occurred_month",
                "t22"."lead_id",
                "t22"."person_id",
                "t22"."side",
                "t22"."source",
                "t22"."value_code",
                "t22"."value_number",
                "t22"."points",
                "t22"."due_s",
                "t22"."worked_s",
                "t43"."gone_id",
                "t43"."into_id"
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
                  "t13"."worked_s"
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
                WHERE
                  COALESCE("t13"."lead_id", 0) <> 0
              ) AS "t22"
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
                ON "t22"."lead_id" = "t43"."gone_id"
            ) AS "t47"
          ) AS "t50"
          INNER JOIN (
            SELECT
              "t60"."lead_id",
              "t60"."won_s",
              "t60"."revived_s"
            FROM "t59" AS "t60"
          ) AS "t66"
            ON "t50"."ended_lead_id" = "t66"."lead_id"
        ) AS "t72"
        WHERE
          "t72"."won_s" = 9000000000 AND "t72"."occurred_s" >= "t72"."revived_s"
      ) AS "t75"
      GROUP BY
        1
    ) AS "t83"
      ON "t63"."lead_id" = "t83"."ended_lead_id"
  ) AS "t85"
), "t103" AS (
  SELECT
    "t87"."lead_id",
    "t87"."start_s",
    "t87"."points",
    "t87"."reply_s",
    "t87"."deal_s",
    "t87"."won_s",
    "t87"."revived_s",
    "t87"."last_s",
    "t101"."reply_seq",
    "t101"."lost_s",
    "t101"."quit_s",
    "t101"."ended_lead_id"
  FROM "t84" AS "t87"
  LEFT OUTER JOIN (
    SELECT
      "t97"."reply_seq",
      "t97"."lost_s",
      "t97"."quit_s",
      "t97"."lead_id" AS "ended_lead_id"
    FROM (
      SELECT
        "t93"."lead_id",
        MIN(
          CASE
            WHEN (
              "t93"."is_talk" = 1
            ) AND (
              "t93"."occurred_s" = "t93"."reply_s"
            )
            THEN "t93"."seq"
            ELSE 9000000000000000000
          END
        ) AS "reply_seq",
        MIN(
          CASE
            WHEN "t93"."kind" IN ('disqualified', 'lost', 'rejected')
            AND (
              "t93"."won_s" = 9000000000
            )
            AND (
              "t93"."occurred_s" >= "t93"."revived_s"
            )
            THEN "t93"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t93"."kind" IN ('gave_up', 'recycled')
            AND (
              "t93"."occurred_s" >= "t93"."revived_s"
            )
            AND (
              "t93"."occurred_s" >= "t93"."last_s"
            )
            THEN "t93"."occurred_s"
            ELSE 9000000000
          END
        ) AS "quit_s"
      FROM (
        SELECT
          "t82"."lead_id",
          "t82"."kind",
          "t82"."occurred_s",
          "t82"."seq",
          "t82"."is_talk",
          "t88"."start_s",
          "t88"."points",
          "t88"."reply_s",
          "t88"."deal_s",
          "t88"."won_s",
          "t88"."revived_s",
          "t88"."last_s"
        FROM (
          SELECT
            "t76"."lead_id",
            "t76"."kind",
            "t76"."occurred_s",
            "t76"."seq",
            "t76"."is_talk"
          FROM "t74" AS "t76"
          WHERE
            "t76"."occurred_s" >= "t76"."start_s"
            AND (
              (
                "t76"."is_talk" = 1
              )
              OR "t76"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
            )
        ) AS "t82"
        INNER JOIN "t84" AS "t88"
          ON "t82"."lead_id" = "t88"."lead_id"
      ) AS "t93"
      GROUP BY
        1
    ) AS "t97"
  ) AS "t101"
    ON "t87"."lead_id" = "t101"."ended_lead_id"
)
SELECT
  "t119"."band",
  "t119"."source",
  "t119"."k",
  COUNT(*) AS "leads",
  SUM(
    CASE
      WHEN (
        LEAST("t119"."reply_s", "t119"."deal_s") < 9000000000
      )
      AND (
        LEAST("t119"."reply_s", "t119"."deal_s") <= "t119"."lost_s"
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_event",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t119"."reply_s", "t119"."deal_s") < 9000000000
        )
        AND (
          LEAST("t119"."reply_s", "t119"."deal_s") <= "t119"."lost_s"
        )
      )
      AND (
        "t119"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_lost",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t119"."reply_s", "t119"."deal_s") < 9000000000
        )
        AND (
          LEAST("t119"."reply_s", "t119"."deal_s") <= "t119"."lost_s"
        )
      )
      AND NOT (
        "t119"."lost_s" < 9000000000
      )
      AND (
        (
          "t119"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t119"."reply_s", "t119"."deal_s") = 9000000000
          )
          AND (
            "t119"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_gave_up",
  SUM(CASE WHEN "t119"."won_s" < 9000000000 THEN 1 ELSE 0 END) AS "won_event",
  SUM(
    CASE
      WHEN NOT (
        "t119"."won_s" < 9000000000
      ) AND (
        "t119"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_lost",
  SUM(
    CASE
      WHEN NOT (
        "t119"."won_s" < 9000000000
      )
      AND NOT (
        "t119"."lost_s" < 9000000000
      )
      AND (
        (
          "t119"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t119"."reply_s", "t119"."deal_s") = 9000000000
          )
          AND (
            "t119"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_gave_up"
FROM (
  SELECT
    "t118"."source",
    "t118"."reply_s",
    "t118"."deal_s",
    "t118"."won_s",
    "t118"."last_s",
    "t118"."lost_s",
    "t118"."quit_s",
    COALESCE("t118"."k", 0) AS "k",
    CASE
      WHEN "t118"."points" = -1000000
      THEN 'none'
      WHEN "t118"."points" < 40
      THEN '0-39'
      WHEN "t118"."points" < 60
      THEN '40-59'
      WHEN "t118"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM (
    SELECT
      "t111"."lead_id",
      "t111"."start_s",
      "t111"."points",
      "t111"."reply_s",
      "t111"."deal_s",
      "t111"."won_s",
      "t111"."revived_s",
      "t111"."last_s",
      "t111"."reply_seq",
      "t111"."lost_s",
      "t111"."quit_s",
      "t117"."k",
      "t117"."tried_lead_id",
      "t112"."since_s",
      "t112"."source",
      "t112"."told_lead_id"
    FROM (
      SELECT
        "t104"."lead_id",
        "t104"."start_s",
        "t104"."points",
        "t104"."reply_s",
        "t104"."deal_s",
        "t104"."won_s",
        "t104"."revived_s",
        "t104"."last_s",
        COALESCE("t104"."reply_seq", 9000000000000000000) AS "reply_seq",
        COALESCE("t104"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t104"."quit_s", 9000000000) AS "quit_s"
      FROM "t103" AS "t104"
      WHERE
        "t104"."last_s" > -9000000000
    ) AS "t111"
    LEFT OUTER JOIN (
      SELECT
        "t115"."k",
        "t115"."lead_id" AS "tried_lead_id"
      FROM (
        SELECT
          "t114"."lead_id",
          COUNT(*) AS "k"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t80"."lead_id",
              "t80"."occurred_s",
              "t80"."seq",
              "t110"."reply_s",
              "t110"."reply_seq",
              "t110"."deal_s",
              "t110"."lost_s"
            FROM (
              SELECT
                "t76"."lead_id",
                "t76"."occurred_s",
                "t76"."seq"
              FROM "t74" AS "t76"
              WHERE
                "t76"."occurred_s" >= "t76"."start_s" AND "t76"."is_try" = 1
            ) AS "t80"
            INNER JOIN (
              SELECT
                "t104"."lead_id",
                "t104"."reply_s",
                COALESCE("t104"."reply_seq", 9000000000000000000) AS "reply_seq",
                "t104"."deal_s",
                COALESCE("t104"."lost_s", 9000000000) AS "lost_s"
              FROM "t103" AS "t104"
            ) AS "t110"
              ON "t80"."lead_id" = "t110"."lead_id"
          ) AS "t113"
          WHERE
            (
              (
                "t113"."occurred_s" < "t113"."reply_s"
              )
              OR (
                (
                  "t113"."occurred_s" = "t113"."reply_s"
                )
                AND (
                  "t113"."seq" <= "t113"."reply_seq"
                )
              )
            )
            AND "t113"."occurred_s" <= "t113"."deal_s"
            AND "t113"."occurred_s" <= "t113"."lost_s"
        ) AS "t114"
        GROUP BY
          1
      ) AS "t115"
    ) AS "t117"
      ON "t111"."lead_id" = "t117"."tried_lead_id"
    INNER JOIN (
      SELECT
        "t106"."since_s",
        "t106"."source",
        "t106"."lead_id" AS "told_lead_id"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t94"."won_s", 9000000000) AS "won_s",
            COALESCE("t94"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t94"."back_s", 9000000000) AS "back_s",
            "t94"."found_by",
            "t94"."origin_lead_id" AS "lead_id",
            "t94"."origin_s" AS "since_s",
            "t94"."origin_month" AS "month",
            "t94"."origin" AS "source"
          FROM (
            SELECT
              "t73"."origin_lead_id",
              "t73"."origin",
              "t73"."found_by",
              "t73"."origin_s",
              "t73"."origin_month",
              "t91"."lead_id",
              "t91"."any_key",
              "t91"."won_s",
              "t91"."lost_s",
              "t91"."back_s"
            FROM (
              SELECT
                "t64"."first_lead_id" AS "origin_lead_id",
                COALESCE("t64"."source", 'unknown') AS "origin",
                CASE
                  WHEN "t64"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t64"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "found_by",
                "t64"."occurred_s" AS "origin_s",
                CAST("t64"."occurred_month" AS BIGINT) AS "origin_month"
              FROM "t62" AS "t64"
            ) AS "t73"
            LEFT OUTER JOIN "t89" AS "t91"
              ON "t73"."origin_lead_id" = "t91"."lead_id"
          ) AS "t94"
        ) AS "t96"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t102"."won_s", 9000000000) AS "won_s",
            COALESCE("t102"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t102"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t102"."lead_id",
            "t102"."occurred_s" AS "since_s",
            CAST("t102"."occurred_month" AS BIGINT) AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t99"."lead_id",
              "t99"."won_s",
              "t99"."lost_s",
              "t99"."back_s",
              "t99"."first_seq",
              "t7"."seq",
              "t7"."occurred_s",
              "t7"."occurred_month"
            FROM (
              SELECT
                "t95"."lead_id",
                "t95"."won_s",
                "t95"."lost_s",
                "t95"."back_s",
                (
                  (
                    "t95"."any_key" % 4000000000
                  ) + 4000000000
                ) % 4000000000 AS "first_seq"
              FROM (
                SELECT
                  "t92"."lead_id",
                  "t92"."any_key",
                  "t92"."won_s",
                  "t92"."lost_s",
                  "t92"."back_s",
                  "t69"."origin_lead_id"
                FROM "t89" AS "t92"
                LEFT OUTER JOIN (
                  SELECT
                    "t64"."first_lead_id" AS "origin_lead_id"
                  FROM "t62" AS "t64"
                ) AS "t69"
                  ON "t92"."lead_id" = "t69"."origin_lead_id"
              ) AS "t95"
              WHERE
                COALESCE("t95"."origin_lead_id", 0) = 0
            ) AS "t99"
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
              ON "t99"."first_seq" = "t7"."seq"
          ) AS "t102"
        ) AS "t105"
      ) AS "t106"
    ) AS "t112"
      ON "t111"."lead_id" = "t112"."told_lead_id"
  ) AS "t118"
  WHERE
    CASE
      WHEN "t118"."start_s" > -9000000000
      THEN "t118"."start_s"
      ELSE "t118"."since_s"
    END >= ${since_s}
    AND CASE
      WHEN "t118"."start_s" > -9000000000
      THEN "t118"."start_s"
      ELSE "t118"."since_s"
    END < ${until_s}
) AS "t119"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t23" AS (
  SELECT
    "t14"."lead_id",
    "t14"."occurred_s",
    "t14"."seq",
    CAST(CASE
      WHEN "t14"."kind" = 'merged'
      THEN COALESCE("t14"."value_number", 0.0)
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
      FROM "t23" AS "t24"
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
              FROM "t23" AS "t25"
              INNER JOIN (
                SELECT
                  "t24"."lead_id",
                  MAX("t24"."occurred_s") AS "last_s"
                FROM "t23" AS "t24"
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
), "t54" AS (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."points",
    CASE
      WHEN "t44"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t44"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t44"."side" = 'buyer'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_talk",
    CASE
      WHEN "t44"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t44"."side" = 'sales'
      )
      THEN 1
      ELSE 0
    END AS "is_try"
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
              'recycled',
              'rejected',
              'social',
              'woken',
              'won'
            )
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
), "t59" AS (
  SELECT
    "t53"."lead_id",
    MIN("t53"."key") AS "any_key",
    MIN(CASE WHEN "t53"."kind" = 'won' THEN "t53"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t53"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t53"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
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
  ) AS "t53"
  GROUP BY
    1
), "t62" AS (
  SELECT
    "t58"."first_lead_id",
    "t58"."first_key",
    "t52"."lead_id",
    "t52"."side",
    "t52"."source",
    "t52"."occurred_s",
    "t52"."occurred_month",
    "t52"."key"
  FROM (
    SELECT
      "t51"."lead_id" AS "first_lead_id",
      MIN("t51"."key") AS "first_key"
    FROM "t49" AS "t51"
    GROUP BY
      1
  ) AS "t58"
  INNER JOIN "t49" AS "t52"
    ON "t58"."first_lead_id" = "t52"."lead_id" AND "t58"."first_key" = "t52"."key"
), "t74" AS (
  SELECT
    "t57"."lead_id",
    "t57"."kind",
    "t57"."occurred_s",
    "t57"."seq",
    "t57"."points",
    "t57"."is_talk",
    "t57"."is_try",
    "t70"."start_s"
  FROM "t54" AS "t57"
  INNER JOIN (
    SELECT
      "t61"."lead_id",
      CASE WHEN "t61"."hand_s" < 9000000000 THEN "t61"."hand_s" ELSE -9000000000 END AS "start_s"
    FROM (
      SELECT
        "t55"."lead_id",
        MIN(
          CASE WHEN "t55"."kind" = 'handed_over' THEN "t55"."occurred_s" ELSE 9000000000 END
        ) AS "hand_s"
      FROM "t54" AS "t55"
      GROUP BY
        1
    ) AS "t61"
  ) AS "t70"
    ON "t57"."lead_id" = "t70"."lead_id"
), "t84" AS (
  SELECT
    "t77"."lead_id",
    MIN("t77"."start_s") AS "start_s",
    MAX(
      CASE
        WHEN (
          "t77"."kind" = 'handed_over'
        ) AND (
          "t77"."occurred_s" = "t77"."start_s"
        )
        THEN COALESCE("t77"."points", -1000000)
        ELSE -1000000
      END
    ) AS "points",
    MIN(CASE WHEN "t77"."is_talk" = 1 THEN "t77"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(
      CASE
        WHEN "t77"."kind" IN ('deal_opened', 'won')
        THEN "t77"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(CASE WHEN "t77"."kind" = 'won' THEN "t77"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t77"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t77"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MAX(CASE WHEN "t77"."is_try" = 1 THEN "t77"."occurred_s" ELSE -9000000000 END) AS "last_s"
  FROM (
    SELECT
      *
    FROM "t74" AS "t76"
    WHERE
      "t76"."occurred_s" >= "t76"."start_s"
  ) AS "t77"
  GROUP BY
    1
), "t89" AS (
  SELECT
    "t85"."lead_id",
    "t85"."any_key",
    "t85"."won_s",
    "t85"."lost_s",
    "t85"."back_s"
  FROM (
    SELECT
      "t63"."lead_id",
      "t63"."any_key",
      "t63"."won_s",
      "t63"."revived_s",
      "t83"."ended_lead_id",
      "t83"."lost_s",
      "t83"."back_s"
    FROM "t59" AS "t63"
    LEFT OUTER JOIN (
      SELECT
        "t75"."ended_lead_id",
        MIN(
          CASE
            WHEN "t75"."kind" IN ('disqualified', 'lost')
            THEN "t75"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t75"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t75"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t50"."kind",
            "t50"."occurred_s",
            "t50"."ended_lead_id",
            "t66"."lead_id",
            "t66"."won_s",
            "t66"."revived_s"
          FROM (
            SELECT
              "t47"."kind",
              "t47"."occurred_s",
              COALESCE("t47"."into_id", "t47"."lead_id") AS "ended_lead_id"
            FROM (
              SELECT
                "t22"."seq",
                "t22"."id",
                "t22"."kind",
                "t22"."occurred_s",
                "t22"."occurred_month",
                "t22"."lead_id",
                "t22"."person_id",
                "t22"."side",
                "t22"."source",
                "t22"."value_code",
                "t22"."value_number",
                "t22"."points",
                "t22"."due_s",
                "t22"."worked_s",
                "t43"."gone_id",
                "t43"."into_id"
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
                  "t13"."worked_s"
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
                WHERE
                  COALESCE("t13"."lead_id", 0) <> 0
              ) AS "t22"
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
                ON "t22"."lead_id" = "t43"."gone_id"
            ) AS "t47"
          ) AS "t50"
          INNER JOIN (
            SELECT
              "t60"."lead_id",
              "t60"."won_s",
              "t60"."revived_s"
            FROM "t59" AS "t60"
          ) AS "t66"
            ON "t50"."ended_lead_id" = "t66"."lead_id"
        ) AS "t72"
        WHERE
          "t72"."won_s" = 9000000000 AND "t72"."occurred_s" >= "t72"."revived_s"
      ) AS "t75"
      GROUP BY
        1
    ) AS "t83"
      ON "t63"."lead_id" = "t83"."ended_lead_id"
  ) AS "t85"
), "t103" AS (
  SELECT
    "t87"."lead_id",
    "t87"."start_s",
    "t87"."points",
    "t87"."reply_s",
    "t87"."deal_s",
    "t87"."won_s",
    "t87"."revived_s",
    "t87"."last_s",
    "t101"."reply_seq",
    "t101"."lost_s",
    "t101"."quit_s",
    "t101"."ended_lead_id"
  FROM "t84" AS "t87"
  LEFT OUTER JOIN (
    SELECT
      "t97"."reply_seq",
      "t97"."lost_s",
      "t97"."quit_s",
      "t97"."lead_id" AS "ended_lead_id"
    FROM (
      SELECT
        "t93"."lead_id",
        MIN(
          CASE
            WHEN (
              "t93"."is_talk" = 1
            ) AND (
              "t93"."occurred_s" = "t93"."reply_s"
            )
            THEN "t93"."seq"
            ELSE 9000000000000000000
          END
        ) AS "reply_seq",
        MIN(
          CASE
            WHEN "t93"."kind" IN ('disqualified', 'lost', 'rejected')
            AND (
              "t93"."won_s" = 9000000000
            )
            AND (
              "t93"."occurred_s" >= "t93"."revived_s"
            )
            THEN "t93"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t93"."kind" IN ('gave_up', 'recycled')
            AND (
              "t93"."occurred_s" >= "t93"."revived_s"
            )
            AND (
              "t93"."occurred_s" >= "t93"."last_s"
            )
            THEN "t93"."occurred_s"
            ELSE 9000000000
          END
        ) AS "quit_s"
      FROM (
        SELECT
          "t82"."lead_id",
          "t82"."kind",
          "t82"."occurred_s",
          "t82"."seq",
          "t82"."is_talk",
          "t88"."start_s",
          "t88"."points",
          "t88"."reply_s",
          "t88"."deal_s",
          "t88"."won_s",
          "t88"."revived_s",
          "t88"."last_s"
        FROM (
          SELECT
            "t76"."lead_id",
            "t76"."kind",
            "t76"."occurred_s",
            "t76"."seq",
            "t76"."is_talk"
          FROM "t74" AS "t76"
          WHERE
            "t76"."occurred_s" >= "t76"."start_s"
            AND (
              (
                "t76"."is_talk" = 1
              )
              OR "t76"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
            )
        ) AS "t82"
        INNER JOIN "t84" AS "t88"
          ON "t82"."lead_id" = "t88"."lead_id"
      ) AS "t93"
      GROUP BY
        1
    ) AS "t97"
  ) AS "t101"
    ON "t87"."lead_id" = "t101"."ended_lead_id"
)
SELECT
  "t120"."source",
  "t120"."days",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t120"."is_won" THEN 1 ELSE 0 END) AS "won",
  SUM(CASE WHEN "t120"."is_lost" THEN 1 ELSE 0 END) AS "lost"
FROM (
  SELECT
    "t119"."source",
    "t119"."won_s" < 9000000000 AS "is_won",
    (
      "t119"."lost_s" < 9000000000
    ) AND NOT (
      "t119"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t119"."won_s" < 9000000000
            THEN "t119"."won_s"
            ELSE CASE
              WHEN "t119"."lost_s" < 9000000000
              THEN "t119"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t119"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t119"."won_s" < 9000000000
            THEN "t119"."won_s"
            ELSE CASE
              WHEN "t119"."lost_s" < 9000000000
              THEN "t119"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t119"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t119"."won_s" < 9000000000
              THEN "t119"."won_s"
              ELSE CASE
                WHEN "t119"."lost_s" < 9000000000
                THEN "t119"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t119"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t119"."won_s" < 9000000000
              THEN "t119"."won_s"
              ELSE CASE
                WHEN "t119"."lost_s" < 9000000000
                THEN "t119"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t119"."reply_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t119"."won_s" < 9000000000
            THEN "t119"."won_s"
            ELSE CASE
              WHEN "t119"."lost_s" < 9000000000
              THEN "t119"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t119"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t119"."won_s" < 9000000000
            THEN "t119"."won_s"
            ELSE CASE
              WHEN "t119"."lost_s" < 9000000000
              THEN "t119"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t119"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t119"."won_s" < 9000000000
              THEN "t119"."won_s"
              ELSE CASE
                WHEN "t119"."lost_s" < 9000000000
                THEN "t119"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t119"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t119"."won_s" < 9000000000
              THEN "t119"."won_s"
              ELSE CASE
                WHEN "t119"."lost_s" < 9000000000
                THEN "t119"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t119"."reply_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t118"."source",
      "t118"."won_s",
      COALESCE("t118"."k", 0) AS "k",
      "t118"."lost_s",
      LEAST("t118"."reply_s", "t118"."deal_s") AS "reply_s"
    FROM (
      SELECT
        "t111"."lead_id",
        "t111"."start_s",
        "t111"."points",
        "t111"."reply_s",
        "t111"."deal_s",
        "t111"."won_s",
        "t111"."revived_s",
        "t111"."last_s",
        "t111"."reply_seq",
        "t111"."lost_s",
        "t111"."quit_s",
        "t117"."k",
        "t117"."tried_lead_id",
        "t112"."since_s",
        "t112"."source",
        "t112"."told_lead_id"
      FROM (
        SELECT
          "t104"."lead_id",
          "t104"."start_s",
          "t104"."points",
          "t104"."reply_s",
          "t104"."deal_s",
          "t104"."won_s",
          "t104"."revived_s",
          "t104"."last_s",
          COALESCE("t104"."reply_seq", 9000000000000000000) AS "reply_seq",
          COALESCE("t104"."lost_s", 9000000000) AS "lost_s",
          COALESCE("t104"."quit_s", 9000000000) AS "quit_s"
        FROM "t103" AS "t104"
        WHERE
          "t104"."last_s" > -9000000000
      ) AS "t111"
      LEFT OUTER JOIN (
        SELECT
          "t115"."k",
          "t115"."lead_id" AS "tried_lead_id"
        FROM (
          SELECT
            "t114"."lead_id",
            COUNT(*) AS "k"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t80"."lead_id",
                "t80"."occurred_s",
                "t80"."seq",
                "t110"."reply_s",
                "t110"."reply_seq",
                "t110"."deal_s",
                "t110"."lost_s"
              FROM (
                SELECT
                  "t76"."lead_id",
                  "t76"."occurred_s",
                  "t76"."seq"
                FROM "t74" AS "t76"
                WHERE
                  "t76"."occurred_s" >= "t76"."start_s" AND "t76"."is_try" = 1
              ) AS "t80"
              INNER JOIN (
                SELECT
                  "t104"."lead_id",
                  "t104"."reply_s",
                  COALESCE("t104"."reply_seq", 9000000000000000000) AS "reply_seq",
                  "t104"."deal_s",
                  COALESCE("t104"."lost_s", 9000000000) AS "lost_s"
                FROM "t103" AS "t104"
              ) AS "t110"
                ON "t80"."lead_id" = "t110"."lead_id"
            ) AS "t113"
            WHERE
              (
                (
                  "t113"."occurred_s" < "t113"."reply_s"
                )
                OR (
                  (
                    "t113"."occurred_s" = "t113"."reply_s"
                  )
                  AND (
                    "t113"."seq" <= "t113"."reply_seq"
                  )
                )
              )
              AND "t113"."occurred_s" <= "t113"."deal_s"
              AND "t113"."occurred_s" <= "t113"."lost_s"
          ) AS "t114"
          GROUP BY
            1
        ) AS "t115"
      ) AS "t117"
        ON "t111"."lead_id" = "t117"."tried_lead_id"
      INNER JOIN (
        SELECT
          "t106"."since_s",
          "t106"."source",
          "t106"."lead_id" AS "told_lead_id"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              COALESCE("t94"."won_s", 9000000000) AS "won_s",
              COALESCE("t94"."lost_s", 9000000000) AS "lost_s",
              COALESCE("t94"."back_s", 9000000000) AS "back_s",
              "t94"."found_by",
              "t94"."origin_lead_id" AS "lead_id",
              "t94"."origin_s" AS "since_s",
              "t94"."origin_month" AS "month",
              "t94"."origin" AS "source"
            FROM (
              SELECT
                "t73"."origin_lead_id",
                "t73"."origin",
                "t73"."found_by",
                "t73"."origin_s",
                "t73"."origin_month",
                "t91"."lead_id",
                "t91"."any_key",
                "t91"."won_s",
                "t91"."lost_s",
                "t91"."back_s"
              FROM (
                SELECT
                  "t64"."first_lead_id" AS "origin_lead_id",
                  COALESCE("t64"."source", 'unknown') AS "origin",
                  CASE
                    WHEN "t64"."side" IN ('buyer', 'marketing')
                    THEN 'marketing'
                    ELSE CASE WHEN "t64"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                  END AS "found_by",
                  "t64"."occurred_s" AS "origin_s",
                  CAST("t64"."occurred_month" AS BIGINT) AS "origin_month"
                FROM "t62" AS "t64"
              ) AS "t73"
              LEFT OUTER JOIN "t89" AS "t91"
                ON "t73"."origin_lead_id" = "t91"."lead_id"
            ) AS "t94"
          ) AS "t96"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              COALESCE("t102"."won_s", 9000000000) AS "won_s",
              COALESCE("t102"."lost_s", 9000000000) AS "lost_s",
              COALESCE("t102"."back_s", 9000000000) AS "back_s",
              'unknown' AS "found_by",
              "t102"."lead_id",
              "t102"."occurred_s" AS "since_s",
              CAST("t102"."occurred_month" AS BIGINT) AS "month",
              'unknown' AS "source"
            FROM (
              SELECT
                "t99"."lead_id",
                "t99"."won_s",
                "t99"."lost_s",
                "t99"."back_s",
                "t99"."first_seq",
                "t7"."seq",
                "t7"."occurred_s",
                "t7"."occurred_month"
              FROM (
                SELECT
                  "t95"."lead_id",
                  "t95"."won_s",
                  "t95"."lost_s",
                  "t95"."back_s",
                  (
                    (
                      "t95"."any_key" % 4000000000
                    ) + 4000000000
                  ) % 4000000000 AS "first_seq"
                FROM (
                  SELECT
                    "t92"."lead_id",
                    "t92"."any_key",
                    "t92"."won_s",
                    "t92"."lost_s",
                    "t92"."back_s",
                    "t69"."origin_lead_id"
                  FROM "t89" AS "t92"
                  LEFT OUTER JOIN (
                    SELECT
                      "t64"."first_lead_id" AS "origin_lead_id"
                    FROM "t62" AS "t64"
                  ) AS "t69"
                    ON "t92"."lead_id" = "t69"."origin_lead_id"
                ) AS "t95"
                WHERE
                  COALESCE("t95"."origin_lead_id", 0) = 0
              ) AS "t99"
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
                ON "t99"."first_seq" = "t7"."seq"
            ) AS "t102"
          ) AS "t105"
        ) AS "t106"
      ) AS "t112"
        ON "t111"."lead_id" = "t112"."told_lead_id"
    ) AS "t118"
    WHERE
      CASE
        WHEN "t118"."start_s" > -9000000000
        THEN "t118"."start_s"
        ELSE "t118"."since_s"
      END >= ${since_s}
      AND CASE
        WHEN "t118"."start_s" > -9000000000
        THEN "t118"."start_s"
        ELSE "t118"."since_s"
      END < ${until_s}
      AND COALESCE("t118"."k", 0) > 0
      AND LEAST("t118"."reply_s", "t118"."deal_s") < 9000000000
      AND LEAST("t118"."reply_s", "t118"."deal_s") <= "t118"."lost_s"
  ) AS "t119"
) AS "t120"
GROUP BY
  1,
  2
