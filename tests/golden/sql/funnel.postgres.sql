-- cohorts
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t20" AS (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    CAST(CASE
      WHEN "t11"."kind" = 'merged'
      THEN COALESCE("t11"."value_number", 0.0)
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
          FROM "t6"
        )
      )
  ) AS "t11"
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
      FROM "t20" AS "t22"
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
              FROM "t20" AS "t23"
              INNER JOIN (
                SELECT
                  "t22"."lead_id",
                  MAX("t22"."occurred_s") AS "last_s"
                FROM "t20" AS "t22"
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
    "t43"."side",
    "t43"."source",
    "t43"."occurred_s",
    "t43"."occurred_month",
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
            AND "t0"."kind" IN ('captured')
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
), "t56" AS (
  SELECT
    "t51"."lead_id",
    MIN("t51"."occurred_s") AS "first_s",
    CAST(MIN("t51"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t51"."kind" = 'won' THEN "t51"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t51"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t51"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
    MIN(CASE WHEN "t51"."is_talk" THEN "t51"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t51"."kind" = 'qualified' THEN "t51"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t51"."kind" = 'handed_over' THEN "t51"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t51"."kind" = 'accepted' THEN "t51"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t51"."kind" = 'deal_opened' THEN "t51"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
      "t44"."kind",
      "t44"."occurred_s",
      "t44"."occurred_month",
      (
        "t44"."occurred_s" * 4000000000
      ) + "t44"."seq" AS "key",
      "t44"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t44"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t44"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  ) AS "t51"
  GROUP BY
    1
), "t57" AS (
  SELECT
    *
  FROM "t47" AS "t49"
  WHERE
    "t49"."key" IN (
      SELECT
        "t54"."first_key"
      FROM (
        SELECT
          "t49"."lead_id" AS "first_lead_id",
          MIN("t49"."key") AS "first_key"
        FROM "t47" AS "t49"
        GROUP BY
          1
      ) AS "t54"
    )
), "t72" AS (
  SELECT
    "t71"."lead_id",
    "t71"."first_s",
    "t71"."first_month",
    "t71"."won_s",
    "t71"."first_talk_s",
    "t71"."qualified_s",
    "t71"."handed_over_s",
    "t71"."accepted_s",
    "t71"."deal_opened_s",
    "t71"."lost_s",
    "t71"."back_s"
  FROM (
    SELECT
      "t60"."lead_id",
      "t60"."first_s",
      "t60"."first_month",
      "t60"."won_s",
      "t60"."revived_key",
      "t60"."first_talk_s",
      "t60"."qualified_s",
      "t60"."handed_over_s",
      "t60"."accepted_s",
      "t60"."deal_opened_s",
      "t70"."ended_lead_id",
      "t70"."lost_s",
      "t70"."back_s"
    FROM "t56" AS "t60"
    LEFT OUTER JOIN (
      SELECT
        "t68"."ended_lead_id",
        MIN(
          CASE
            WHEN "t68"."kind" IN ('disqualified', 'lost')
            THEN "t68"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t68"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t68"."occurred_s"
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
            "t50"."key",
            "t63"."lead_id",
            "t63"."won_s",
            "t63"."revived_key"
          FROM (
            SELECT
              "t45"."kind",
              "t45"."occurred_s",
              COALESCE("t45"."into_id", "t45"."lead_id") AS "ended_lead_id",
              (
                "t45"."occurred_s" * 4000000000
              ) + "t45"."seq" AS "key"
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
                "t41"."gone_id",
                "t41"."into_id"
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
                WHERE
                  COALESCE("t12"."lead_id", 0) <> 0
              ) AS "t21"
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
                ON "t21"."lead_id" = "t41"."gone_id"
            ) AS "t45"
          ) AS "t50"
          INNER JOIN (
            SELECT
              "t58"."lead_id",
              "t58"."won_s",
              "t58"."revived_key"
            FROM "t56" AS "t58"
          ) AS "t63"
            ON "t50"."ended_lead_id" = "t63"."lead_id"
        ) AS "t67"
        WHERE
          "t67"."won_s" = 9000000000 AND "t67"."key" > "t67"."revived_key"
      ) AS "t68"
      GROUP BY
        1
    ) AS "t70"
      ON "t60"."lead_id" = "t70"."ended_lead_id"
  ) AS "t71"
)
SELECT
  "t84"."month",
  "t84"."source",
  "t84"."found_by",
  COUNT(CASE WHEN "t84"."captured_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "captured",
  COUNT(CASE WHEN "t84"."qualified_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "qualified",
  COUNT(
    CASE WHEN "t84"."handed_over_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "handed_over",
  COUNT(CASE WHEN "t84"."accepted_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted",
  COUNT(CASE WHEN "t84"."first_talk_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "first_talk",
  COUNT(
    CASE WHEN "t84"."deal_opened_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "deal_opened",
  COUNT(CASE WHEN "t84"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(
    CASE
      WHEN (
        "t84"."captured_s" < 9000000000
      ) AND (
        "t84"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "qualified_of_captured",
  COUNT(
    CASE
      WHEN (
        "t84"."qualified_s" < 9000000000
      )
      AND (
        "t84"."handed_over_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "handed_over_of_qualified",
  COUNT(
    CASE
      WHEN (
        "t84"."handed_over_s" < 9000000000
      )
      AND (
        "t84"."accepted_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "accepted_of_handed_over",
  COUNT(
    CASE
      WHEN (
        "t84"."accepted_s" < 9000000000
      ) AND (
        "t84"."first_talk_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "first_talk_of_accepted",
  COUNT(
    CASE
      WHEN (
        "t84"."first_talk_s" < 9000000000
      )
      AND (
        "t84"."deal_opened_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "deal_opened_of_first_talk",
  COUNT(
    CASE
      WHEN (
        "t84"."deal_opened_s" < 9000000000
      ) AND (
        "t84"."won_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_of_deal_opened",
  COUNT(CASE WHEN "t84"."lost_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost",
  COUNT(
    CASE
      WHEN (
        "t84"."lost_s" = 9000000000
      ) AND (
        "t84"."back_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "sent_back",
  COUNT(
    CASE
      WHEN NOT (
        "t84"."won_s" < 9000000000
      )
      AND NOT (
        "t84"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t84"."lost_s" = 9000000000
        ) AND (
          "t84"."back_s" < 9000000000
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "still_open",
  COUNT(
    CASE WHEN "t84"."won_s" < "t84"."captured_s" THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "won_before_captured",
  COUNT(
    CASE
      WHEN (
        "t84"."explored_s" < 9000000000
      )
      AND NOT (
        "t84"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "explored"
FROM (
  SELECT
    "t83"."lead_id",
    "t83"."month",
    "t83"."source",
    "t83"."found_by",
    "t83"."lost_s",
    "t83"."back_s",
    "t83"."qualified_s",
    "t83"."handed_over_s",
    "t83"."accepted_s",
    "t83"."first_talk_s",
    "t83"."deal_opened_s",
    "t83"."won_s",
    "t83"."captured_s",
    COALESCE("t83"."first_explored_s", 9000000000) AS "explored_s"
  FROM (
    SELECT
      "t82"."lead_id",
      "t82"."month",
      "t82"."source",
      "t82"."found_by",
      "t82"."lost_s",
      "t82"."back_s",
      "t82"."qualified_s",
      "t82"."handed_over_s",
      "t82"."accepted_s",
      "t82"."first_talk_s",
      "t82"."deal_opened_s",
      "t82"."won_s",
      "t82"."captured_s",
      "t53"."explored_lead_id",
      "t53"."first_explored_s"
    FROM (
      SELECT
        "t80"."lead_id",
        "t80"."month",
        "t80"."source",
        "t80"."found_by",
        "t80"."lost_s",
        "t80"."back_s",
        "t80"."qualified_s",
        "t80"."handed_over_s",
        "t80"."accepted_s",
        "t80"."first_talk_s",
        "t80"."deal_opened_s",
        "t80"."won_s",
        "t80"."since_s" AS "captured_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t77"."won_s", 9000000000) AS "won_s",
            COALESCE("t77"."first_talk_s", 9000000000) AS "first_talk_s",
            COALESCE("t77"."qualified_s", 9000000000) AS "qualified_s",
            COALESCE("t77"."handed_over_s", 9000000000) AS "handed_over_s",
            COALESCE("t77"."accepted_s", 9000000000) AS "accepted_s",
            COALESCE("t77"."deal_opened_s", 9000000000) AS "deal_opened_s",
            COALESCE("t77"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t77"."back_s", 9000000000) AS "back_s",
            "t77"."found_by",
            "t77"."origin_lead_id" AS "lead_id",
            "t77"."origin_s" AS "since_s",
            "t77"."origin_month" AS "month",
            "t77"."origin" AS "source"
          FROM (
            SELECT
              "t66"."origin_lead_id",
              "t66"."origin",
              "t66"."found_by",
              "t66"."origin_s",
              "t66"."origin_month",
              "t75"."lead_id",
              "t75"."first_s",
              "t75"."first_month",
              "t75"."won_s",
              "t75"."first_talk_s",
              "t75"."qualified_s",
              "t75"."handed_over_s",
              "t75"."accepted_s",
              "t75"."deal_opened_s",
              "t75"."lost_s",
              "t75"."back_s"
            FROM (
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
              FROM "t57" AS "t59"
            ) AS "t66"
            LEFT OUTER JOIN "t72" AS "t75"
              ON "t66"."origin_lead_id" = "t75"."lead_id"
          ) AS "t77"
        ) AS "t78"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t76"."won_s", 9000000000) AS "won_s",
            COALESCE("t76"."first_talk_s", 9000000000) AS "first_talk_s",
            COALESCE("t76"."qualified_s", 9000000000) AS "qualified_s",
            COALESCE("t76"."handed_over_s", 9000000000) AS "handed_over_s",
            COALESCE("t76"."accepted_s", 9000000000) AS "accepted_s",
            COALESCE("t76"."deal_opened_s", 9000000000) AS "deal_opened_s",
            COALESCE("t76"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t76"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t76"."lead_id",
            "t76"."first_s" AS "since_s",
            "t76"."first_month" AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t74"."lead_id",
              "t74"."first_s",
              "t74"."first_month",
              "t74"."won_s",
              "t74"."first_talk_s",
              "t74"."qualified_s",
              "t74"."handed_over_s",
              "t74"."accepted_s",
              "t74"."deal_opened_s",
              "t74"."lost_s",
              "t74"."back_s",
              "t64"."origin_lead_id"
            FROM "t72" AS "t74"
            LEFT OUTER JOIN (
              SELECT
                "t59"."lead_id" AS "origin_lead_id"
              FROM "t57" AS "t59"
            ) AS "t64"
              ON "t74"."lead_id" = "t64"."origin_lead_id"
          ) AS "t76"
          WHERE
            COALESCE("t76"."origin_lead_id", 0) = 0
        ) AS "t79"
      ) AS "t80"
      WHERE
        "t80"."since_s" >= ${since_s} AND "t80"."since_s" < ${until_s}
    ) AS "t82"
    LEFT OUTER JOIN (
      SELECT
        "t46"."lead_id" AS "explored_lead_id",
        MIN("t46"."occurred_s") AS "first_explored_s"
      FROM (
        SELECT
          "t42"."seq",
          "t42"."id",
          "t42"."kind",
          "t42"."occurred_s",
          "t42"."occurred_month",
          "t42"."person_id",
          "t42"."side",
          "t42"."source",
          "t42"."value_code",
          "t42"."value_number",
          "t42"."points",
          "t42"."due_s",
          "t42"."worked_s",
          "t42"."reason",
          "t42"."lead_id" AS "own_lead_id",
          COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id"
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
            "t17"."reason",
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
              "t8"."worked_s",
              "t8"."reason"
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
        WHERE
          COALESCE("t42"."reason", '') = 'explored'
      ) AS "t46"
      GROUP BY
        1
    ) AS "t53"
      ON "t82"."lead_id" = "t53"."explored_lead_id"
  ) AS "t83"
) AS "t84"
GROUP BY
  1,
  2,
  3

-- stays
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
    "t38"."side",
    "t38"."source",
    "t38"."occurred_s",
    "t38"."occurred_month",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key"
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
            AND "t0"."kind" IN ('captured')
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
), "t48" AS (
  SELECT
    "t45"."lead_id",
    MIN("t45"."occurred_s") AS "first_s",
    CAST(MIN("t45"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t45"."kind" = 'won' THEN "t45"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t45"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t45"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
    MIN(CASE WHEN "t45"."is_talk" THEN "t45"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t45"."kind" = 'qualified' THEN "t45"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t45"."kind" = 'handed_over' THEN "t45"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t45"."kind" = 'accepted' THEN "t45"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t45"."kind" = 'deal_opened' THEN "t45"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
      "t39"."kind",
      "t39"."occurred_s",
      "t39"."occurred_month",
      (
        "t39"."occurred_s" * 4000000000
      ) + "t39"."seq" AS "key",
      "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  GROUP BY
    1
), "t49" AS (
  SELECT
    *
  FROM "t41" AS "t43"
  WHERE
    "t43"."key" IN (
      SELECT
        "t46"."first_key"
      FROM (
        SELECT
          "t43"."lead_id" AS "first_lead_id",
          MIN("t43"."key") AS "first_key"
        FROM "t41" AS "t43"
        GROUP BY
          1
      ) AS "t46"
    )
), "t64" AS (
  SELECT
    "t63"."lead_id",
    "t63"."first_s",
    "t63"."first_month",
    "t63"."won_s",
    "t63"."first_talk_s",
    "t63"."qualified_s",
    "t63"."handed_over_s",
    "t63"."accepted_s",
    "t63"."deal_opened_s",
    "t63"."lost_s",
    "t63"."back_s"
  FROM (
    SELECT
      "t52"."lead_id",
      "t52"."first_s",
      "t52"."first_month",
      "t52"."won_s",
      "t52"."revived_key",
      "t52"."first_talk_s",
      "t52"."qualified_s",
      "t52"."handed_over_s",
      "t52"."accepted_s",
      "t52"."deal_opened_s",
      "t62"."ended_lead_id",
      "t62"."lost_s",
      "t62"."back_s"
    FROM "t48" AS "t52"
    LEFT OUTER JOIN (
      SELECT
        "t60"."ended_lead_id",
        MIN(
          CASE
            WHEN "t60"."kind" IN ('disqualified', 'lost')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t60"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t44"."kind",
            "t44"."occurred_s",
            "t44"."ended_lead_id",
            "t44"."key",
            "t55"."lead_id",
            "t55"."won_s",
            "t55"."revived_key"
          FROM (
            SELECT
              "t40"."kind",
              "t40"."occurred_s",
              COALESCE("t40"."into_id", "t40"."lead_id") AS "ended_lead_id",
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
          ) AS "t44"
          INNER JOIN (
            SELECT
              "t50"."lead_id",
              "t50"."won_s",
              "t50"."revived_key"
            FROM "t48" AS "t50"
          ) AS "t55"
            ON "t44"."ended_lead_id" = "t55"."lead_id"
        ) AS "t59"
        WHERE
          "t59"."won_s" = 9000000000 AND "t59"."key" > "t59"."revived_key"
      ) AS "t60"
      GROUP BY
        1
    ) AS "t62"
      ON "t52"."lead_id" = "t62"."ended_lead_id"
  ) AS "t63"
), "t72" AS (
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t69"."won_s", 9000000000) AS "won_s",
      COALESCE("t69"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t69"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t69"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t69"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t69"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t69"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t69"."back_s", 9000000000) AS "back_s",
      "t69"."found_by",
      "t69"."origin_lead_id" AS "lead_id",
      "t69"."origin_s" AS "since_s",
      "t69"."origin_month" AS "month",
      "t69"."origin" AS "source"
    FROM (
      SELECT
        "t58"."origin_lead_id",
        "t58"."origin",
        "t58"."found_by",
        "t58"."origin_s",
        "t58"."origin_month",
        "t67"."lead_id",
        "t67"."first_s",
        "t67"."first_month",
        "t67"."won_s",
        "t67"."first_talk_s",
        "t67"."qualified_s",
        "t67"."handed_over_s",
        "t67"."accepted_s",
        "t67"."deal_opened_s",
        "t67"."lost_s",
        "t67"."back_s"
      FROM (
        SELECT
          "t51"."lead_id" AS "origin_lead_id",
          COALESCE("t51"."source", 'unknown') AS "origin",
          CASE
            WHEN "t51"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t51"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "found_by",
          "t51"."occurred_s" AS "origin_s",
          CAST("t51"."occurred_month" AS BIGINT) AS "origin_month"
        FROM "t49" AS "t51"
      ) AS "t58"
      LEFT OUTER JOIN "t64" AS "t67"
        ON "t58"."origin_lead_id" = "t67"."lead_id"
    ) AS "t69"
  ) AS "t70"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t68"."won_s", 9000000000) AS "won_s",
      COALESCE("t68"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t68"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t68"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t68"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t68"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t68"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t68"."back_s", 9000000000) AS "back_s",
      'unknown' AS "found_by",
      "t68"."lead_id",
      "t68"."first_s" AS "since_s",
      "t68"."first_month" AS "month",
      'unknown' AS "source"
    FROM (
      SELECT
        "t66"."lead_id",
        "t66"."first_s",
        "t66"."first_month",
        "t66"."won_s",
        "t66"."first_talk_s",
        "t66"."qualified_s",
        "t66"."handed_over_s",
        "t66"."accepted_s",
        "t66"."deal_opened_s",
        "t66"."lost_s",
        "t66"."back_s",
        "t56"."origin_lead_id"
      FROM "t64" AS "t66"
      LEFT OUTER JOIN (
        SELECT
          "t51"."lead_id" AS "origin_lead_id"
        FROM "t49" AS "t51"
      ) AS "t56"
        ON "t66"."lead_id" = "t56"."origin_lead_id"
    ) AS "t68"
    WHERE
      COALESCE("t68"."origin_lead_id", 0) = 0
  ) AS "t71"
)
SELECT
  "t90"."source",
  "t90"."stage",
  "t90"."is_left",
  "t90"."days",
  COUNT(*) AS "leads"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t74"."source",
        "t74"."stage",
        CAST(CASE WHEN "t74"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST(CAST((
            (
              CASE
                WHEN "t74"."left_s" < 9000000000
                THEN "t74"."left_s"
                ELSE ${as_of_s}
              END - "t74"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t74"."left_s" < 9000000000
                  THEN "t74"."left_s"
                  ELSE ${as_of_s}
                END - "t74"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST(CAST((
            (
              CASE
                WHEN "t74"."left_s" < 9000000000
                THEN "t74"."left_s"
                ELSE ${as_of_s}
              END - "t74"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t74"."left_s" < 9000000000
                  THEN "t74"."left_s"
                  ELSE ${as_of_s}
                END - "t74"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t73"."source",
          'first_talk' AS "stage",
          "t73"."first_talk_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t73"."deal_opened_s" >= "t73"."first_talk_s"
              THEN "t73"."deal_opened_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t73"."won_s" >= "t73"."first_talk_s"
              THEN "t73"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t73"."lost_s" >= "t73"."first_talk_s"
              THEN "t73"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t73"."back_s" >= "t73"."first_talk_s"
              THEN "t73"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t72" AS "t73"
        WHERE
          "t73"."since_s" >= ${since_s}
          AND "t73"."since_s" < ${until_s}
          AND "t73"."first_talk_s" < 9000000000
      ) AS "t74"
    ) AS "t80"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t75"."source",
        "t75"."stage",
        CAST(CASE WHEN "t75"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST(CAST((
            (
              CASE
                WHEN "t75"."left_s" < 9000000000
                THEN "t75"."left_s"
                ELSE ${as_of_s}
              END - "t75"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t75"."left_s" < 9000000000
                  THEN "t75"."left_s"
                  ELSE ${as_of_s}
                END - "t75"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST(CAST((
            (
              CASE
                WHEN "t75"."left_s" < 9000000000
                THEN "t75"."left_s"
                ELSE ${as_of_s}
              END - "t75"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t75"."left_s" < 9000000000
                  THEN "t75"."left_s"
                  ELSE ${as_of_s}
                END - "t75"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t73"."source",
          'deal_opened' AS "stage",
          "t73"."deal_opened_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t73"."won_s" >= "t73"."deal_opened_s"
              THEN "t73"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t73"."lost_s" >= "t73"."deal_opened_s"
              THEN "t73"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t73"."back_s" >= "t73"."deal_opened_s"
              THEN "t73"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t72" AS "t73"
        WHERE
          "t73"."since_s" >= ${since_s}
          AND "t73"."since_s" < ${until_s}
          AND "t73"."deal_opened_s" < 9000000000
      ) AS "t75"
    ) AS "t81"
  ) AS "t86"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t76"."source",
          "t76"."stage",
          CAST(CASE WHEN "t76"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t76"."left_s" < 9000000000
                  THEN "t76"."left_s"
                  ELSE ${as_of_s}
                END - "t76"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t76"."left_s" < 9000000000
                    THEN "t76"."left_s"
                    ELSE ${as_of_s}
                  END - "t76"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t76"."left_s" < 9000000000
                  THEN "t76"."left_s"
                  ELSE ${as_of_s}
                END - "t76"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t76"."left_s" < 9000000000
                    THEN "t76"."left_s"
                    ELSE ${as_of_s}
                  END - "t76"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t73"."source",
            'captured' AS "stage",
            "t73"."since_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t73"."qualified_s" >= "t73"."since_s"
                THEN "t73"."qualified_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."handed_over_s" >= "t73"."since_s"
                THEN "t73"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."accepted_s" >= "t73"."since_s"
                THEN "t73"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."first_talk_s" >= "t73"."since_s"
                THEN "t73"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."deal_opened_s" >= "t73"."since_s"
                THEN "t73"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t73"."won_s" >= "t73"."since_s" THEN "t73"."won_s" ELSE 9000000000 END,
              CASE WHEN "t73"."lost_s" >= "t73"."since_s" THEN "t73"."lost_s" ELSE 9000000000 END,
              CASE WHEN "t73"."back_s" >= "t73"."since_s" THEN "t73"."back_s" ELSE 9000000000 END
            ) AS "left_s"
          FROM "t72" AS "t73"
          WHERE
            "t73"."since_s" >= ${since_s}
            AND "t73"."since_s" < ${until_s}
            AND "t73"."since_s" < 9000000000
        ) AS "t76"
      ) AS "t82"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t77"."source",
          "t77"."stage",
          CAST(CASE WHEN "t77"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t77"."left_s" < 9000000000
                  THEN "t77"."left_s"
                  ELSE ${as_of_s}
                END - "t77"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t77"."left_s" < 9000000000
                    THEN "t77"."left_s"
                    ELSE ${as_of_s}
                  END - "t77"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t77"."left_s" < 9000000000
                  THEN "t77"."left_s"
                  ELSE ${as_of_s}
                END - "t77"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t77"."left_s" < 9000000000
                    THEN "t77"."left_s"
                    ELSE ${as_of_s}
                  END - "t77"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t73"."source",
            'qualified' AS "stage",
            "t73"."qualified_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t73"."handed_over_s" >= "t73"."qualified_s"
                THEN "t73"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."accepted_s" >= "t73"."qualified_s"
                THEN "t73"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."first_talk_s" >= "t73"."qualified_s"
                THEN "t73"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."deal_opened_s" >= "t73"."qualified_s"
                THEN "t73"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."won_s" >= "t73"."qualified_s"
                THEN "t73"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."lost_s" >= "t73"."qualified_s"
                THEN "t73"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."back_s" >= "t73"."qualified_s"
                THEN "t73"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t72" AS "t73"
          WHERE
            "t73"."since_s" >= ${since_s}
            AND "t73"."since_s" < ${until_s}
            AND "t73"."qualified_s" < 9000000000
        ) AS "t77"
      ) AS "t83"
    ) AS "t87"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t78"."source",
          "t78"."stage",
          CAST(CASE WHEN "t78"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t78"."left_s" < 9000000000
                  THEN "t78"."left_s"
                  ELSE ${as_of_s}
                END - "t78"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t78"."left_s" < 9000000000
                    THEN "t78"."left_s"
                    ELSE ${as_of_s}
                  END - "t78"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t78"."left_s" < 9000000000
                  THEN "t78"."left_s"
                  ELSE ${as_of_s}
                END - "t78"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t78"."left_s" < 9000000000
                    THEN "t78"."left_s"
                    ELSE ${as_of_s}
                  END - "t78"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t73"."source",
            'handed_over' AS "stage",
            "t73"."handed_over_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t73"."accepted_s" >= "t73"."handed_over_s"
                THEN "t73"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."first_talk_s" >= "t73"."handed_over_s"
                THEN "t73"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."deal_opened_s" >= "t73"."handed_over_s"
                THEN "t73"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."won_s" >= "t73"."handed_over_s"
                THEN "t73"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."lost_s" >= "t73"."handed_over_s"
                THEN "t73"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."back_s" >= "t73"."handed_over_s"
                THEN "t73"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t72" AS "t73"
          WHERE
            "t73"."since_s" >= ${since_s}
            AND "t73"."since_s" < ${until_s}
            AND "t73"."handed_over_s" < 9000000000
        ) AS "t78"
      ) AS "t84"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t79"."source",
          "t79"."stage",
          CAST(CASE WHEN "t79"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t79"."left_s" < 9000000000
                  THEN "t79"."left_s"
                  ELSE ${as_of_s}
                END - "t79"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t79"."left_s" < 9000000000
                    THEN "t79"."left_s"
                    ELSE ${as_of_s}
                  END - "t79"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t79"."left_s" < 9000000000
                  THEN "t79"."left_s"
                  ELSE ${as_of_s}
                END - "t79"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t79"."left_s" < 9000000000
                    THEN "t79"."left_s"
                    ELSE ${as_of_s}
                  END - "t79"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t73"."source",
            'accepted' AS "stage",
            "t73"."accepted_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t73"."first_talk_s" >= "t73"."accepted_s"
                THEN "t73"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."deal_opened_s" >= "t73"."accepted_s"
                THEN "t73"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t73"."won_s" >= "t73"."accepted_s" THEN "t73"."won_s" ELSE 9000000000 END,
              CASE
                WHEN "t73"."lost_s" >= "t73"."accepted_s"
                THEN "t73"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t73"."back_s" >= "t73"."accepted_s"
                THEN "t73"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t72" AS "t73"
          WHERE
            "t73"."since_s" >= ${since_s}
            AND "t73"."since_s" < ${until_s}
            AND "t73"."accepted_s" < 9000000000
        ) AS "t79"
      ) AS "t85"
    ) AS "t88"
  ) AS "t89"
) AS "t90"
GROUP BY
  1,
  2,
  3,
  4
