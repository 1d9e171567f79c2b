-- cohorts
WITH "t7" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t19" AS (
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
          FROM "t7"
        )
      )
  ) AS "t12"
), "t29" AS (
  SELECT
    "t28"."lead_id" AS "gone_id",
    MAX("t28"."target_id") AS "into_id",
    MAX("t28"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t19" AS "t20"
      WHERE
        "t20"."seq" IN (
          SELECT
            "t25"."last_seq"
          FROM (
            SELECT
              "t24"."lead_id",
              MAX("t24"."seq") AS "last_seq"
            FROM (
              SELECT
                "t21"."lead_id",
                "t21"."occurred_s",
                "t21"."seq",
                "t21"."target_id",
                "t23"."last_s"
              FROM "t19" AS "t21"
              INNER JOIN (
                SELECT
                  "t20"."lead_id",
                  MAX("t20"."occurred_s") AS "last_s"
                FROM "t19" AS "t20"
                GROUP BY
                  1
              ) AS "t23"
                ON "t21"."lead_id" = "t23"."lead_id" AND "t21"."occurred_s" = "t23"."last_s"
            ) AS "t24"
            GROUP BY
              1
          ) AS "t25"
        )
    ) AS "t27"
    WHERE
      "t27"."target_id" <> 0 AND "t27"."target_id" <> "t27"."lead_id"
  ) AS "t28"
  GROUP BY
    1
), "t44" AS (
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
      "t39"."gone_id",
      "t39"."into_id"
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
              FROM "t7"
            )
          )
      ) AS "t9"
      WHERE
        COALESCE("t9"."lead_id", 0) <> 0
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t37"."gone_id",
        COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
      FROM (
        SELECT
          "t36"."gone_id",
          "t36"."merged_s",
          "t36"."into_id",
          "t33"."via_id",
          "t33"."onward_id"
        FROM (
          SELECT
            "t34"."gone_id",
            "t34"."merged_s",
            COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
          FROM (
            SELECT
              "t31"."gone_id",
              "t31"."into_id",
              "t31"."merged_s",
              "t33"."via_id",
              "t33"."onward_id"
            FROM "t29" AS "t31"
            LEFT OUTER JOIN (
              SELECT
                "t30"."gone_id" AS "via_id",
                "t30"."into_id" AS "onward_id"
              FROM "t29" AS "t30"
            ) AS "t33"
              ON "t31"."into_id" = "t33"."via_id"
          ) AS "t34"
        ) AS "t36"
        LEFT OUTER JOIN (
          SELECT
            "t30"."gone_id" AS "via_id",
            "t30"."into_id" AS "onward_id"
          FROM "t29" AS "t30"
        ) AS "t33"
          ON "t36"."into_id" = "t33"."via_id"
      ) AS "t37"
    ) AS "t39"
      ON "t16"."lead_id" = "t39"."gone_id"
  ) AS "t40"
), "t50" AS (
  SELECT
    "t47"."lead_id",
    MIN("t47"."key") AS "any_key",
    MIN(CASE WHEN "t47"."kind" = 'won' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t47"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t47"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MIN(CASE WHEN "t47"."is_talk" THEN "t47"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t47"."kind" = 'qualified' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t47"."kind" = 'handed_over' THEN "t47"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t47"."kind" = 'accepted' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t47"."kind" = 'deal_opened' THEN "t47"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
      "t41"."kind",
      "t41"."occurred_s",
      (
        "t41"."occurred_s" * 4000000000
      ) + "t41"."seq" AS "key",
      "t41"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t41"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t41"."side" = 'buyer'
        )
      ) AS "is_talk"
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
        "t39"."gone_id",
        "t39"."into_id"
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
                FROM "t7"
              )
            )
        ) AS "t10"
        WHERE
          COALESCE("t10"."lead_id", 0) <> 0
      ) AS "t17"
      LEFT OUTER JOIN (
        SELECT
          "t37"."gone_id",
          COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            "t36"."into_id",
            "t33"."via_id",
            "t33"."onward_id"
          FROM (
            SELECT
              "t34"."gone_id",
              "t34"."merged_s",
              COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
            FROM (
              SELECT
                "t31"."gone_id",
                "t31"."into_id",
                "t31"."merged_s",
                "t33"."via_id",
                "t33"."onward_id"
              FROM "t29" AS "t31"
              LEFT OUTER JOIN (
                SELECT
                  "t30"."gone_id" AS "via_id",
                  "t30"."into_id" AS "onward_id"
                FROM "t29" AS "t30"
              ) AS "t33"
                ON "t31"."into_id" = "t33"."via_id"
            ) AS "t34"
          ) AS "t36"
          LEFT OUTER JOIN (
            SELECT
              "t30"."gone_id" AS "via_id",
              "t30"."into_id" AS "onward_id"
            FROM "t29" AS "t30"
          ) AS "t33"
            ON "t36"."into_id" = "t33"."via_id"
        ) AS "t37"
      ) AS "t39"
        ON "t17"."lead_id" = "t39"."gone_id"
    ) AS "t41"
  ) AS "t47"
  GROUP BY
    1
), "t51" AS (
  SELECT
    *
  FROM "t44" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t48"."first_key"
      FROM (
        SELECT
          "t46"."lead_id" AS "first_lead_id",
          MIN("t46"."key") AS "first_key"
        FROM "t44" AS "t46"
        GROUP BY
          1
      ) AS "t48"
    )
), "t66" AS (
  SELECT
    "t65"."lead_id",
    "t65"."any_key",
    "t65"."won_s",
    "t65"."first_talk_s",
    "t65"."qualified_s",
    "t65"."handed_over_s",
    "t65"."accepted_s",
    "t65"."deal_opened_s",
    "t65"."lost_s",
    "t65"."back_s"
  FROM (
    SELECT
      "t54"."lead_id",
      "t54"."any_key",
      "t54"."won_s",
      "t54"."revived_s",
      "t54"."first_talk_s",
      "t54"."qualified_s",
      "t54"."handed_over_s",
      "t54"."accepted_s",
      "t54"."deal_opened_s",
      "t64"."ended_lead_id",
      "t64"."lost_s",
      "t64"."back_s"
    FROM "t50" AS "t54"
    LEFT OUTER JOIN (
      SELECT
        "t62"."ended_lead_id",
        MIN(
          CASE
            WHEN "t62"."kind" IN ('disqualified', 'lost')
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t62"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t45"."kind",
            "t45"."occurred_s",
            "t45"."ended_lead_id",
            "t57"."lead_id",
            "t57"."won_s",
            "t57"."revived_s"
          FROM (
            SELECT
              "t42"."kind",
              "t42"."occurred_s",
              COALESCE("t42"."into_id", "t42"."lead_id") AS "ended_lead_id"
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
                "t39"."gone_id",
                "t39"."into_id"
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                  ) AS "t4"
                  WHERE
                    NOT (
                      "t4"."id" IN (
                        SELECT
                          *
                        FROM "t7"
                      )
                    )
                ) AS "t11"
                WHERE
                  COALESCE("t11"."lead_id", 0) <> 0
              ) AS "t18"
              LEFT OUTER JOIN (
                SELECT
                  "t37"."gone_id",
                  COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t36"."gone_id",
                    "t36"."merged_s",
                    "t36"."into_id",
                    "t33"."via_id",
                    "t33"."onward_id"
                  FROM (
                    SELECT
                      "t34"."gone_id",
                      "t34"."merged_s",
                      COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t31"."gone_id",
                        "t31"."into_id",
                        "t31"."merged_s",
                        "t33"."via_id",
                        "t33"."onward_id"
                      FROM "t29" AS "t31"
                      LEFT OUTER JOIN (
                        SELECT
                          "t30"."gone_id" AS "via_id",
                          "t30"."into_id" AS "onward_id"
                        FROM "t29" AS "t30"
                      ) AS "t33"
                        ON "t31"."into_id" = "t33"."via_id"
                    ) AS "t34"
                  ) AS "t36"
                  LEFT OUTER JOIN (
                    SELECT
                      "t30"."gone_id" AS "via_id",
                      "t30"."into_id" AS "onward_id"
                    FROM "t29" AS "t30"
                  ) AS "t33"
                    ON "t36"."into_id" = "t33"."via_id"
                ) AS "t37"
              ) AS "t39"
                ON "t18"."lead_id" = "t39"."gone_id"
            ) AS "t42"
          ) AS "t45"
          INNER JOIN (
            SELECT
              "t52"."lead_id",
              "t52"."won_s",
              "t52"."revived_s"
            FROM "t50" AS "t52"
          ) AS "t57"
            ON "t45"."ended_lead_id" = "t57"."lead_id"
        ) AS "t61"
        WHERE
          "t61"."won_s" = 9000000000 AND "t61"."occurred_s" >= "t61"."revived_s"
      ) AS "t62"
      GROUP BY
        1
    ) AS "t64"
      ON "t54"."lead_id" = "t64"."ended_lead_id"
  ) AS "t65"
)
SELECT
  "t78"."month",
  "t78"."source",
  "t78"."found_by",
  COUNT(CASE WHEN "t78"."captured_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "captured",
  COUNT(CASE WHEN "t78"."qualified_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "qualified",
  COUNT(
    CASE WHEN "t78"."handed_over_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "handed_over",
  COUNT(CASE WHEN "t78"."accepted_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted",
  COUNT(CASE WHEN "t78"."first_talk_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "first_talk",
  COUNT(
    CASE WHEN "t78"."deal_opened_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "deal_opened",
  COUNT(CASE WHEN "t78"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(
    CASE
      WHEN (
        "t78"."captured_s" < 9000000000
      ) AND (
        "t78"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "qualified_of_captured",
  COUNT(
    CASE
      WHEN (
        "t78"."qualified_s" < 9000000000
      )
      AND (
        "t78"."handed_over_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "handed_over_of_qualified",
  COUNT(
    CASE
      WHEN (
        "t78"."handed_over_s" < 9000000000
      )
      AND (
        "t78"."accepted_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "accepted_of_handed_over",
  COUNT(
    CASE
      WHEN (
        "t78"."accepted_s" < 9000000000
      ) AND (
        "t78"."first_talk_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "first_talk_of_accepted",
  COUNT(
    CASE
      WHEN (
        "t78"."first_talk_s" < 9000000000
      )
      AND (
        "t78"."deal_opened_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "deal_opened_of_first_talk",
  COUNT(
    CASE
      WHEN (
        "t78"."deal_opened_s" < 9000000000
      ) AND (
        "t78"."won_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_of_deal_opened",
  COUNT(CASE WHEN "t78"."lost_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost",
  COUNT(
    CASE
      WHEN (
        "t78"."lost_s" = 9000000000
      ) AND (
        "t78"."back_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "sent_back",
  COUNT(
    CASE
      WHEN NOT (
        "t78"."won_s" < 9000000000
      )
      AND NOT (
        "t78"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t78"."lost_s" = 9000000000
        ) AND (
          "t78"."back_s" < 9000000000
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "still_open",
  COUNT(
    CASE WHEN "t78"."won_s" < "t78"."captured_s" THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "won_before_captured"
FROM (
  SELECT
    "t77"."lead_id",
    "t77"."month",
    "t77"."source",
    "t77"."found_by",
    "t77"."lost_s",
    "t77"."back_s",
    "t77"."qualified_s",
    "t77"."handed_over_s",
    "t77"."accepted_s",
    "t77"."first_talk_s",
    "t77"."deal_opened_s",
    "t77"."won_s",
    "t77"."since_s" AS "captured_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t70"."won_s", 9000000000) AS "won_s",
        COALESCE("t70"."first_talk_s", 9000000000) AS "first_talk_s",
        COALESCE("t70"."qualified_s", 9000000000) AS "qualified_s",
        COALESCE("t70"."handed_over_s", 9000000000) AS "handed_over_s",
        COALESCE("t70"."accepted_s", 9000000000) AS "accepted_s",
        COALESCE("t70"."deal_opened_s", 9000000000) AS "deal_opened_s",
        COALESCE("t70"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t70"."back_s", 9000000000) AS "back_s",
        "t70"."found_by",
        "t70"."origin_lead_id" AS "lead_id",
        "t70"."origin_s" AS "since_s",
        "t70"."origin_month" AS "month",
        "t70"."origin" AS "source"
      FROM (
        SELECT
          "t60"."origin_lead_id",
          "t60"."origin",
          "t60"."found_by",
          "t60"."origin_s",
          "t60"."origin_month",
          "t68"."lead_id",
          "t68"."any_key",
          "t68"."won_s",
          "t68"."first_talk_s",
          "t68"."qualified_s",
          "t68"."handed_over_s",
          "t68"."accepted_s",
          "t68"."deal_opened_s",
          "t68"."lost_s",
          "t68"."back_s"
        FROM (
          SELECT
            "t53"."lead_id" AS "origin_lead_id",
            COALESCE("t53"."source", 'unknown') AS "origin",
            CASE
              WHEN "t53"."side" IN ('buyer', 'marketing')
              THEN 'marketing'
              ELSE CASE WHEN "t53"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
            END AS "found_by",
            "t53"."occurred_s" AS "origin_s",
            CAST("t53"."occurred_month" AS BIGINT) AS "origin_month"
          FROM "t51" AS "t53"
        ) AS "t60"
        LEFT OUTER JOIN "t66" AS "t68"
          ON "t60"."origin_lead_id" = "t68"."lead_id"
      ) AS "t70"
    ) AS "t72"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t75"."won_s", 9000000000) AS "won_s",
        COALESCE("t75"."first_talk_s", 9000000000) AS "first_talk_s",
        COALESCE("t75"."qualified_s", 9000000000) AS "qualified_s",
        COALESCE("t75"."handed_over_s", 9000000000) AS "handed_over_s",
        COALESCE("t75"."accepted_s", 9000000000) AS "accepted_s",
        COALESCE("t75"."deal_opened_s", 9000000000) AS "deal_opened_s",
        COALESCE("t75"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t75"."back_s", 9000000000) AS "back_s",
        'unknown' AS "found_by",
        "t75"."lead_id",
        "t75"."occurred_s" AS "since_s",
        CAST("t75"."occurred_month" AS BIGINT) AS "month",
        'unknown' AS "source"
      FROM (
        SELECT
          "t74"."lead_id",
          "t74"."won_s",
          "t74"."first_talk_s",
          "t74"."qualified_s",
          "t74"."handed_over_s",
          "t74"."accepted_s",
          "t74"."deal_opened_s",
          "t74"."lost_s",
          "t74"."back_s",
          "t74"."first_seq",
          "t6"."seq",
          "t6"."occurred_s",
          "t6"."occurred_month"
        FROM (
          SELECT
            "t71"."lead_id",
            "t71"."won_s",
            "t71"."first_talk_s",
            "t71"."qualified_s",
            "t71"."handed_over_s",
            "t71"."accepted_s",
            "t71"."deal_opened_s",
            "t71"."lost_s",
            "t71"."back_s",
            (
              (
                "t71"."any_key" % 4000000000
              ) + 4000000000
            ) % 4000000000 AS "first_seq"
          FROM (
            SELECT
              "t69"."lead_id",
              "t69"."any_key",
              "t69"."won_s",
              "t69"."first_talk_s",
              "t69"."qualified_s",
              "t69"."handed_over_s",
              "t69"."accepted_s",
              "t69"."deal_opened_s",
              "t69"."lost_s",
              "t69"."back_s",
              "t58"."origin_lead_id"
            FROM "t66" AS "t69"
            LEFT OUTER JOIN (
              SELECT
                "t53"."lead_id" AS "origin_lead_id"
              FROM "t51" AS "t53"
            ) AS "t58"
              ON "t69"."lead_id" = "t58"."origin_lead_id"
          ) AS "t71"
          WHERE
            COALESCE("t71"."origin_lead_id", 0) = 0
        ) AS "t74"
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
        ) AS "t6"
          ON "t74"."first_seq" = "t6"."seq"
      ) AS "t75"
    ) AS "t76"
  ) AS "t77"
  WHERE
    "t77"."since_s" >= ${since_s} AND "t77"."since_s" < ${until_s}
) AS "t78"
GROUP BY
  1,
  2,
  3

-- stays
WITH "t7" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t19" AS (
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
          FROM "t7"
        )
      )
  ) AS "t12"
), "t29" AS (
  SELECT
    "t28"."lead_id" AS "gone_id",
    MAX("t28"."target_id") AS "into_id",
    MAX("t28"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t19" AS "t20"
      WHERE
        "t20"."seq" IN (
          SELECT
            "t25"."last_seq"
          FROM (
            SELECT
              "t24"."lead_id",
              MAX("t24"."seq") AS "last_seq"
            FROM (
              SELECT
                "t21"."lead_id",
                "t21"."occurred_s",
                "t21"."seq",
                "t21"."target_id",
                "t23"."last_s"
              FROM "t19" AS "t21"
              INNER JOIN (
                SELECT
                  "t20"."lead_id",
                  MAX("t20"."occurred_s") AS "last_s"
                FROM "t19" AS "t20"
                GROUP BY
                  1
              ) AS "t23"
                ON "t21"."lead_id" = "t23"."lead_id" AND "t21"."occurred_s" = "t23"."last_s"
            ) AS "t24"
            GROUP BY
              1
          ) AS "t25"
        )
    ) AS "t27"
    WHERE
      "t27"."target_id" <> 0 AND "t27"."target_id" <> "t27"."lead_id"
  ) AS "t28"
  GROUP BY
    1
), "t44" AS (
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
      "t39"."gone_id",
      "t39"."into_id"
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
              FROM "t7"
            )
          )
      ) AS "t9"
      WHERE
        COALESCE("t9"."lead_id", 0) <> 0
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t37"."gone_id",
        COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
      FROM (
        SELECT
          "t36"."gone_id",
          "t36"."merged_s",
          "t36"."into_id",
          "t33"."via_id",
          "t33"."onward_id"
        FROM (
          SELECT
            "t34"."gone_id",
            "t34"."merged_s",
            COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
          FROM (
            SELECT
              "t31"."gone_id",
              "t31"."into_id",
              "t31"."merged_s",
              "t33"."via_id",
              "t33"."onward_id"
            FROM "t29" AS "t31"
            LEFT OUTER JOIN (
              SELECT
                "t30"."gone_id" AS "via_id",
                "t30"."into_id" AS "onward_id"
              FROM "t29" AS "t30"
            ) AS "t33"
              ON "t31"."into_id" = "t33"."via_id"
          ) AS "t34"
        ) AS "t36"
        LEFT OUTER JOIN (
          SELECT
            "t30"."gone_id" AS "via_id",
            "t30"."into_id" AS "onward_id"
          FROM "t29" AS "t30"
        ) AS "t33"
          ON "t36"."into_id" = "t33"."via_id"
      ) AS "t37"
    ) AS "t39"
      ON "t16"."lead_id" = "t39"."gone_id"
  ) AS "t40"
), "t50" AS (
  SELECT
    "t47"."lead_id",
    MIN("t47"."key") AS "any_key",
    MIN(CASE WHEN "t47"."kind" = 'won' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t47"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t47"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MIN(CASE WHEN "t47"."is_talk" THEN "t47"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t47"."kind" = 'qualified' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t47"."kind" = 'handed_over' THEN "t47"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t47"."kind" = 'accepted' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t47"."kind" = 'deal_opened' THEN "t47"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
      "t41"."kind",
      "t41"."occurred_s",
      (
        "t41"."occurred_s" * 4000000000
      ) + "t41"."seq" AS "key",
      "t41"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t41"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t41"."side" = 'buyer'
        )
      ) AS "is_talk"
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
        "t39"."gone_id",
        "t39"."into_id"
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
                FROM "t7"
              )
            )
        ) AS "t10"
        WHERE
          COALESCE("t10"."lead_id", 0) <> 0
      ) AS "t17"
      LEFT OUTER JOIN (
        SELECT
          "t37"."gone_id",
          COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            "t36"."into_id",
            "t33"."via_id",
            "t33"."onward_id"
          FROM (
            SELECT
              "t34"."gone_id",
              "t34"."merged_s",
              COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
            FROM (
              SELECT
                "t31"."gone_id",
                "t31"."into_id",
                "t31"."merged_s",
                "t33"."via_id",
                "t33"."onward_id"
              FROM "t29" AS "t31"
              LEFT OUTER JOIN (
                SELECT
                  "t30"."gone_id" AS "via_id",
                  "t30"."into_id" AS "onward_id"
                FROM "t29" AS "t30"
              ) AS "t33"
                ON "t31"."into_id" = "t33"."via_id"
            ) AS "t34"
          ) AS "t36"
          LEFT OUTER JOIN (
            SELECT
              "t30"."gone_id" AS "via_id",
              "t30"."into_id" AS "onward_id"
            FROM "t29" AS "t30"
          ) AS "t33"
            ON "t36"."into_id" = "t33"."via_id"
        ) AS "t37"
      ) AS "t39"
        ON "t17"."lead_id" = "t39"."gone_id"
    ) AS "t41"
  ) AS "t47"
  GROUP BY
    1
), "t51" AS (
  SELECT
    *
  FROM "t44" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t48"."first_key"
      FROM (
        SELECT
          "t46"."lead_id" AS "first_lead_id",
          MIN("t46"."key") AS "first_key"
        FROM "t44" AS "t46"
        GROUP BY
          1
      ) AS "t48"
    )
), "t66" AS (
  SELECT
    "t65"."lead_id",
    "t65"."any_key",
    "t65"."won_s",
    "t65"."first_talk_s",
    "t65"."qualified_s",
    "t65"."handed_over_s",
    "t65"."accepted_s",
    "t65"."deal_opened_s",
    "t65"."lost_s",
    "t65"."back_s"
  FROM (
    SELECT
      "t54"."lead_id",
      "t54"."any_key",
      "t54"."won_s",
      "t54"."revived_s",
      "t54"."first_talk_s",
      "t54"."qualified_s",
      "t54"."handed_over_s",
      "t54"."accepted_s",
      "t54"."deal_opened_s",
      "t64"."ended_lead_id",
      "t64"."lost_s",
      "t64"."back_s"
    FROM "t50" AS "t54"
    LEFT OUTER JOIN (
      SELECT
        "t62"."ended_lead_id",
        MIN(
          CASE
            WHEN "t62"."kind" IN ('disqualified', 'lost')
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t62"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t45"."kind",
            "t45"."occurred_s",
            "t45"."ended_lead_id",
            "t57"."lead_id",
            "t57"."won_s",
            "t57"."revived_s"
          FROM (
            SELECT
              "t42"."kind",
              "t42"."occurred_s",
              COALESCE("t42"."into_id", "t42"."lead_id") AS "ended_lead_id"
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
                "t39"."gone_id",
                "t39"."into_id"
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                  ) AS "t4"
                  WHERE
                    NOT (
                      "t4"."id" IN (
                        SELECT
                          *
                        FROM "t7"
                      )
                    )
                ) AS "t11"
                WHERE
                  COALESCE("t11"."lead_id", 0) <> 0
              ) AS "t18"
              LEFT OUTER JOIN (
                SELECT
                  "t37"."gone_id",
                  COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t36"."gone_id",
                    "t36"."merged_s",
                    "t36"."into_id",
                    "t33"."via_id",
                    "t33"."onward_id"
                  FROM (
                    SELECT
                      "t34"."gone_id",
                      "t34"."merged_s",
                      COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t31"."gone_id",
                        "t31"."into_id",
                        "t31"."merged_s",
                        "t33"."via_id",
                        "t33"."onward_id"
                      FROM "t29" AS "t31"
                      LEFT OUTER JOIN (
                        SELECT
                          "t30"."gone_id" AS "via_id",
                          "t30"."into_id" AS "onward_id"
                        FROM "t29" AS "t30"
                      ) AS "t33"
                        ON "t31"."into_id" = "t33"."via_id"
                    ) AS "t34"
                  ) AS "t36"
                  LEFT OUTER JOIN (
                    SELECT
                      "t30"."gone_id" AS "via_id",
                      "t30"."into_id" AS "onward_id"
                    FROM "t29" AS "t30"
                  ) AS "t33"
                    ON "t36"."into_id" = "t33"."via_id"
                ) AS "t37"
              ) AS "t39"
                ON "t18"."lead_id" = "t39"."gone_id"
            ) AS "t42"
          ) AS "t45"
          INNER JOIN (
            SELECT
              "t52"."lead_id",
              "t52"."won_s",
              "t52"."revived_s"
            FROM "t50" AS "t52"
          ) AS "t57"
            ON "t45"."ended_lead_id" = "t57"."lead_id"
        ) AS "t61"
        WHERE
          "t61"."won_s" = 9000000000 AND "t61"."occurred_s" >= "t61"."revived_s"
      ) AS "t62"
      GROUP BY
        1
    ) AS "t64"
      ON "t54"."lead_id" = "t64"."ended_lead_id"
  ) AS "t65"
), "t77" AS (
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t70"."won_s", 9000000000) AS "won_s",
      COALESCE("t70"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t70"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t70"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t70"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t70"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t70"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t70"."back_s", 9000000000) AS "back_s",
      "t70"."found_by",
      "t70"."origin_lead_id" AS "lead_id",
      "t70"."origin_s" AS "since_s",
      "t70"."origin_month" AS "month",
      "t70"."origin" AS "source"
    FROM (
      SELECT
        "t60"."origin_lead_id",
        "t60"."origin",
        "t60"."found_by",
        "t60"."origin_s",
        "t60"."origin_month",
        "t68"."lead_id",
        "t68"."any_key",
        "t68"."won_s",
        "t68"."first_talk_s",
        "t68"."qualified_s",
        "t68"."handed_over_s",
        "t68"."accepted_s",
        "t68"."deal_opened_s",
        "t68"."lost_s",
        "t68"."back_s"
      FROM (
        SELECT
          "t53"."lead_id" AS "origin_lead_id",
          COALESCE("t53"."source", 'unknown') AS "origin",
          CASE
            WHEN "t53"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t53"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "found_by",
          "t53"."occurred_s" AS "origin_s",
          CAST("t53"."occurred_month" AS BIGINT) AS "origin_month"
        FROM "t51" AS "t53"
      ) AS "t60"
      LEFT OUTER JOIN "t66" AS "t68"
        ON "t60"."origin_lead_id" = "t68"."lead_id"
    ) AS "t70"
  ) AS "t72"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t75"."won_s", 9000000000) AS "won_s",
      COALESCE("t75"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t75"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t75"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t75"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t75"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t75"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t75"."back_s", 9000000000) AS "back_s",
      'unknown' AS "found_by",
      "t75"."lead_id",
      "t75"."occurred_s" AS "since_s",
      CAST("t75"."occurred_month" AS BIGINT) AS "month",
      'unknown' AS "source"
    FROM (
      SELECT
        "t74"."lead_id",
        "t74"."won_s",
        "t74"."first_talk_s",
        "t74"."qualified_s",
        "t74"."handed_over_s",
        "t74"."accepted_s",
        "t74"."deal_opened_s",
        "t74"."lost_s",
        "t74"."back_s",
        "t74"."first_seq",
        "t6"."seq",
        "t6"."occurred_s",
        "t6"."occurred_month"
      FROM (
        SELECT
          "t71"."lead_id",
          "t71"."won_s",
          "t71"."first_talk_s",
          "t71"."qualified_s",
          "t71"."handed_over_s",
          "t71"."accepted_s",
          "t71"."deal_opened_s",
          "t71"."lost_s",
          "t71"."back_s",
          (
            (
              "t71"."any_key" % 4000000000
            ) + 4000000000
          ) % 4000000000 AS "first_seq"
        FROM (
          SELECT
            "t69"."lead_id",
            "t69"."any_key",
            "t69"."won_s",
            "t69"."first_talk_s",
            "t69"."qualified_s",
            "t69"."handed_over_s",
            "t69"."accepted_s",
            "t69"."deal_opened_s",
            "t69"."lost_s",
            "t69"."back_s",
            "t58"."origin_lead_id"
          FROM "t66" AS "t69"
          LEFT OUTER JOIN (
            SELECT
              "t53"."lead_id" AS "origin_lead_id"
            FROM "t51" AS "t53"
          ) AS "t58"
            ON "t69"."lead_id" = "t58"."origin_lead_id"
        ) AS "t71"
        WHERE
          COALESCE("t71"."origin_lead_id", 0) = 0
      ) AS "t74"
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
      ) AS "t6"
        ON "t74"."first_seq" = "t6"."seq"
    ) AS "t75"
  ) AS "t76"
)
SELECT
  "t95"."source",
  "t95"."stage",
  "t95"."is_left",
  "t95"."days",
  COUNT(*) AS "leads"
FROM (
  SELECT
    *
  FROM (
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
          "t78"."source",
          'first_talk' AS "stage",
          "t78"."first_talk_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t78"."deal_opened_s" >= "t78"."first_talk_s"
              THEN "t78"."deal_opened_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t78"."won_s" >= "t78"."first_talk_s"
              THEN "t78"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t78"."lost_s" >= "t78"."first_talk_s"
              THEN "t78"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t78"."back_s" >= "t78"."first_talk_s"
              THEN "t78"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t77" AS "t78"
        WHERE
          "t78"."since_s" >= ${since_s}
          AND "t78"."since_s" < ${until_s}
          AND "t78"."first_talk_s" < 9000000000
      ) AS "t79"
    ) AS "t85"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t80"."source",
        "t80"."stage",
        CAST(CASE WHEN "t80"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST(CAST((
            (
              CASE
                WHEN "t80"."left_s" < 9000000000
                THEN "t80"."left_s"
                ELSE ${as_of_s}
              END - "t80"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t80"."left_s" < 9000000000
                  THEN "t80"."left_s"
                  ELSE ${as_of_s}
                END - "t80"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST(CAST((
            (
              CASE
                WHEN "t80"."left_s" < 9000000000
                THEN "t80"."left_s"
                ELSE ${as_of_s}
              END - "t80"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t80"."left_s" < 9000000000
                  THEN "t80"."left_s"
                  ELSE ${as_of_s}
                END - "t80"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t78"."source",
          'deal_opened' AS "stage",
          "t78"."deal_opened_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t78"."won_s" >= "t78"."deal_opened_s"
              THEN "t78"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t78"."lost_s" >= "t78"."deal_opened_s"
              THEN "t78"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t78"."back_s" >= "t78"."deal_opened_s"
              THEN "t78"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t77" AS "t78"
        WHERE
          "t78"."since_s" >= ${since_s}
          AND "t78"."since_s" < ${until_s}
          AND "t78"."deal_opened_s" < 9000000000
      ) AS "t80"
    ) AS "t86"
  ) AS "t91"
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
          "t81"."source",
          "t81"."stage",
          CAST(CASE WHEN "t81"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t81"."left_s" < 9000000000
                  THEN "t81"."left_s"
                  ELSE ${as_of_s}
                END - "t81"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t81"."left_s" < 9000000000
                    THEN "t81"."left_s"
                    ELSE ${as_of_s}
                  END - "t81"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t81"."left_s" < 9000000000
                  THEN "t81"."left_s"
                  ELSE ${as_of_s}
                END - "t81"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t81"."left_s" < 9000000000
                    THEN "t81"."left_s"
                    ELSE ${as_of_s}
                  END - "t81"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t78"."source",
            'captured' AS "stage",
            "t78"."since_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t78"."qualified_s" >= "t78"."since_s"
                THEN "t78"."qualified_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."handed_over_s" >= "t78"."since_s"
                THEN "t78"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."accepted_s" >= "t78"."since_s"
                THEN "t78"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."first_talk_s" >= "t78"."since_s"
                THEN "t78"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."deal_opened_s" >= "t78"."since_s"
                THEN "t78"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t78"."won_s" >= "t78"."since_s" THEN "t78"."won_s" ELSE 9000000000 END,
              CASE WHEN "t78"."lost_s" >= "t78"."since_s" THEN "t78"."lost_s" ELSE 9000000000 END,
              CASE WHEN "t78"."back_s" >= "t78"."since_s" THEN "t78"."back_s" ELSE 9000000000 END
            ) AS "left_s"
          FROM "t77" AS "t78"
          WHERE
            "t78"."since_s" >= ${since_s}
            AND "t78"."since_s" < ${until_s}
            AND "t78"."since_s" < 9000000000
        ) AS "t81"
      ) AS "t87"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t82"."source",
          "t82"."stage",
          CAST(CASE WHEN "t82"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t82"."left_s" < 9000000000
                  THEN "t82"."left_s"
                  ELSE ${as_of_s}
                END - "t82"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t82"."left_s" < 9000000000
                    THEN "t82"."left_s"
                    ELSE ${as_of_s}
                  END - "t82"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t82"."left_s" < 9000000000
                  THEN "t82"."left_s"
                  ELSE ${as_of_s}
                END - "t82"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t82"."left_s" < 9000000000
                    THEN "t82"."left_s"
                    ELSE ${as_of_s}
                  END - "t82"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t78"."source",
            'qualified' AS "stage",
            "t78"."qualified_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t78"."handed_over_s" >= "t78"."qualified_s"
                THEN "t78"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."accepted_s" >= "t78"."qualified_s"
                THEN "t78"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."first_talk_s" >= "t78"."qualified_s"
                THEN "t78"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."deal_opened_s" >= "t78"."qualified_s"
                THEN "t78"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."won_s" >= "t78"."qualified_s"
                THEN "t78"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."lost_s" >= "t78"."qualified_s"
                THEN "t78"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."back_s" >= "t78"."qualified_s"
                THEN "t78"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t77" AS "t78"
          WHERE
            "t78"."since_s" >= ${since_s}
            AND "t78"."since_s" < ${until_s}
            AND "t78"."qualified_s" < 9000000000
        ) AS "t82"
      ) AS "t88"
    ) AS "t92"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t83"."source",
          "t83"."stage",
          CAST(CASE WHEN "t83"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t83"."left_s" < 9000000000
                  THEN "t83"."left_s"
                  ELSE ${as_of_s}
                END - "t83"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t83"."left_s" < 9000000000
                    THEN "t83"."left_s"
                    ELSE ${as_of_s}
                  END - "t83"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t83"."left_s" < 9000000000
                  THEN "t83"."left_s"
                  ELSE ${as_of_s}
                END - "t83"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t83"."left_s" < 9000000000
                    THEN "t83"."left_s"
                    ELSE ${as_of_s}
                  END - "t83"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t78"."source",
            'handed_over' AS "stage",
            "t78"."handed_over_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t78"."accepted_s" >= "t78"."handed_over_s"
                THEN "t78"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."first_talk_s" >= "t78"."handed_over_s"
                THEN "t78"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."deal_opened_s" >= "t78"."handed_over_s"
                THEN "t78"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."won_s" >= "t78"."handed_over_s"
                THEN "t78"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."lost_s" >= "t78"."handed_over_s"
                THEN "t78"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."back_s" >= "t78"."handed_over_s"
                THEN "t78"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t77" AS "t78"
          WHERE
            "t78"."since_s" >= ${since_s}
            AND "t78"."since_s" < ${until_s}
            AND "t78"."handed_over_s" < 9000000000
        ) AS "t83"
      ) AS "t89"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t84"."source",
          "t84"."stage",
          CAST(CASE WHEN "t84"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t84"."left_s" < 9000000000
                  THEN "t84"."left_s"
                  ELSE ${as_of_s}
                END - "t84"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t84"."left_s" < 9000000000
                    THEN "t84"."left_s"
                    ELSE ${as_of_s}
                  END - "t84"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t84"."left_s" < 9000000000
                  THEN "t84"."left_s"
                  ELSE ${as_of_s}
                END - "t84"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t84"."left_s" < 9000000000
                    THEN "t84"."left_s"
                    ELSE ${as_of_s}
                  END - "t84"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t78"."source",
            'accepted' AS "stage",
            "t78"."accepted_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t78"."first_talk_s" >= "t78"."accepted_s"
                THEN "t78"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."deal_opened_s" >= "t78"."accepted_s"
                THEN "t78"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t78"."won_s" >= "t78"."accepted_s" THEN "t78"."won_s" ELSE 9000000000 END,
              CASE
                WHEN "t78"."lost_s" >= "t78"."accepted_s"
                THEN "t78"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t78"."back_s" >= "t78"."accepted_s"
                THEN "t78"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t77" AS "t78"
          WHERE
            "t78"."since_s" >= ${since_s}
            AND "t78"."since_s" < ${until_s}
            AND "t78"."accepted_s" < 9000000000
        ) AS "t84"
      ) AS "t90"
    ) AS "t93"
  ) AS "t94"
) AS "t95"
GROUP BY
  1,
  2,
  3,
  4
