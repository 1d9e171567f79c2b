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
), "t51" AS (
  SELECT
    "t48"."lead_id",
    MIN("t48"."key") AS "any_key",
    MIN(CASE WHEN "t48"."kind" = 'won' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t48"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t48"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MIN(CASE WHEN "t48"."is_talk" THEN "t48"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t48"."kind" = 'qualified' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t48"."kind" = 'handed_over' THEN "t48"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t48"."kind" = 'accepted' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t48"."kind" = 'deal_opened' THEN "t48"."occurred_s" ELSE 9000000000 END
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
  ) AS "t48"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t50"."first_lead_id",
    "t50"."first_key",
    "t47"."lead_id",
    "t47"."side",
    "t47"."source",
    "t47"."occurred_s",
    "t47"."occurred_month",
    "t47"."key"
  FROM (
    SELECT
      "t46"."lead_id" AS "first_lead_id",
      MIN("t46"."key") AS "first_key"
    FROM "t44" AS "t46"
    GROUP BY
      1
  ) AS "t50"
  INNER JOIN "t44" AS "t47"
    ON "t50"."first_lead_id" = "t47"."lead_id" AND "t50"."first_key" = "t47"."key"
), "t67" AS (
  SELECT
    "t66"."lead_id",
    "t66"."any_key",
    "t66"."won_s",
    "t66"."first_talk_s",
    "t66"."qualified_s",
    "t66"."handed_over_s",
    "t66"."accepted_s",
    "t66"."deal_opened_s",
    "t66"."lost_s",
    "t66"."back_s"
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
      "t65"."ended_lead_id",
      "t65"."lost_s",
      "t65"."back_s"
    FROM "t51" AS "t54"
    LEFT OUTER JOIN (
      SELECT
        "t63"."ended_lead_id",
        MIN(
          CASE
            WHEN "t63"."kind" IN ('disqualified', 'lost')
            THEN "t63"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t63"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t63"."occurred_s"
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
            FROM "t51" AS "t52"
          ) AS "t57"
            ON "t45"."ended_lead_id" = "t57"."lead_id"
        ) AS "t61"
        WHERE
          "t61"."won_s" = 9000000000 AND "t61"."occurred_s" >= "t61"."revived_s"
      ) AS "t63"
      GROUP BY
        1
    ) AS "t65"
      ON "t54"."lead_id" = "t65"."ended_lead_id"
  ) AS "t66"
)
SELECT
  "t79"."month",
  "t79"."source",
  "t79"."found_by",
  SUM(CASE WHEN "t79"."captured_s" < 9000000000 THEN 1 ELSE 0 END) AS "captured",
  SUM(CASE WHEN "t79"."qualified_s" < 9000000000 THEN 1 ELSE 0 END) AS "qualified",
  SUM(CASE WHEN "t79"."handed_over_s" < 9000000000 THEN 1 ELSE 0 END) AS "handed_over",
  SUM(CASE WHEN "t79"."accepted_s" < 9000000000 THEN 1 ELSE 0 END) AS "accepted",
  SUM(CASE WHEN "t79"."first_talk_s" < 9000000000 THEN 1 ELSE 0 END) AS "first_talk",
  SUM(CASE WHEN "t79"."deal_opened_s" < 9000000000 THEN 1 ELSE 0 END) AS "deal_opened",
  SUM(CASE WHEN "t79"."won_s" < 9000000000 THEN 1 ELSE 0 END) AS "won",
  SUM(
    CASE
      WHEN (
        "t79"."captured_s" < 9000000000
      ) AND (
        "t79"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "qualified_of_captured",
  SUM(
    CASE
      WHEN (
        "t79"."qualified_s" < 9000000000
      )
      AND (
        "t79"."handed_over_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "handed_over_of_qualified",
  SUM(
    CASE
      WHEN (
        "t79"."handed_over_s" < 9000000000
      )
      AND (
        "t79"."accepted_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "accepted_of_handed_over",
  SUM(
    CASE
      WHEN (
        "t79"."accepted_s" < 9000000000
      ) AND (
        "t79"."first_talk_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "first_talk_of_accepted",
  SUM(
    CASE
      WHEN (
        "t79"."first_talk_s" < 9000000000
      )
      AND (
        "t79"."deal_opened_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "deal_opened_of_first_talk",
  SUM(
    CASE
      WHEN (
        "t79"."deal_opened_s" < 9000000000
      ) AND (
        "t79"."won_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_of_deal_opened",
  SUM(CASE WHEN "t79"."lost_s" < 9000000000 THEN 1 ELSE 0 END) AS "lost",
  SUM(
    CASE
      WHEN (
        "t79"."lost_s" = 9000000000
      ) AND (
        "t79"."back_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "sent_back",
  SUM(
    CASE
      WHEN NOT (
        "t79"."won_s" < 9000000000
      )
      AND NOT (
        "t79"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t79"."lost_s" = 9000000000
        ) AND (
          "t79"."back_s" < 9000000000
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "still_open",
  SUM(CASE WHEN "t79"."won_s" < "t79"."captured_s" THEN 1 ELSE 0 END) AS "won_before_captured"
FROM (
  SELECT
    "t78"."lead_id",
    "t78"."month",
    "t78"."source",
    "t78"."found_by",
    "t78"."lost_s",
    "t78"."back_s",
    "t78"."qualified_s",
    "t78"."handed_over_s",
    "t78"."accepted_s",
    "t78"."first_talk_s",
    "t78"."deal_opened_s",
    "t78"."won_s",
    "t78"."since_s" AS "captured_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t71"."won_s", 9000000000) AS "won_s",
        COALESCE("t71"."first_talk_s", 9000000000) AS "first_talk_s",
        COALESCE("t71"."qualified_s", 9000000000) AS "qualified_s",
        COALESCE("t71"."handed_over_s", 9000000000) AS "handed_over_s",
        COALESCE("t71"."accepted_s", 9000000000) AS "accepted_s",
        COALESCE("t71"."deal_opened_s", 9000000000) AS "deal_opened_s",
        COALESCE("t71"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t71"."back_s", 9000000000) AS "back_s",
        "t71"."found_by",
        "t71"."origin_lead_id" AS "lead_id",
        "t71"."origin_s" AS "since_s",
        "t71"."origin_month" AS "month",
        "t71"."origin" AS "source"
      FROM (
        SELECT
          "t62"."origin_lead_id",
          "t62"."origin",
          "t62"."found_by",
          "t62"."origin_s",
          "t62"."origin_month",
          "t69"."lead_id",
          "t69"."any_key",
          "t69"."won_s",
          "t69"."first_talk_s",
          "t69"."qualified_s",
          "t69"."handed_over_s",
          "t69"."accepted_s",
          "t69"."deal_opened_s",
          "t69"."lost_s",
          "t69"."back_s"
        FROM (
          SELECT
            "t55"."first_lead_id" AS "origin_lead_id",
            COALESCE("t55"."source", 'unknown') AS "origin",
            CASE
              WHEN "t55"."side" IN ('buyer', 'marketing')
              THEN 'marketing'
              ELSE CASE WHEN "t55"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
            END AS "found_by",
            "t55"."occurred_s" AS "origin_s",
            CAST("t55"."occurred_month" AS BIGINT) AS "origin_month"
          FROM "t53" AS "t55"
        ) AS "t62"
        LEFT OUTER JOIN "t67" AS "t69"
          ON "t62"."origin_lead_id" = "t69"."lead_id"
      ) AS "t71"
    ) AS "t73"
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
        "t76"."occurred_s" AS "since_s",
        CAST("t76"."occurred_month" AS BIGINT) AS "month",
        'unknown' AS "source"
      FROM (
        SELECT
          "t75"."lead_id",
          "t75"."won_s",
          "t75"."first_talk_s",
          "t75"."qualified_s",
          "t75"."handed_over_s",
          "t75"."accepted_s",
          "t75"."deal_opened_s",
          "t75"."lost_s",
          "t75"."back_s",
          "t75"."first_seq",
          "t6"."seq",
          "t6"."occurred_s",
          "t6"."occurred_month"
        FROM (
          SELECT
            "t72"."lead_id",
            "t72"."won_s",
            "t72"."first_talk_s",
            "t72"."qualified_s",
            "t72"."handed_over_s",
            "t72"."accepted_s",
            "t72"."deal_opened_s",
            "t72"."lost_s",
            "t72"."back_s",
            (
              (
                "t72"."any_key" % 4000000000
              ) + 4000000000
            ) % 4000000000 AS "first_seq"
          FROM (
            SELECT
              "t70"."lead_id",
              "t70"."any_key",
              "t70"."won_s",
              "t70"."first_talk_s",
              "t70"."qualified_s",
              "t70"."handed_over_s",
              "t70"."accepted_s",
              "t70"."deal_opened_s",
              "t70"."lost_s",
              "t70"."back_s",
              "t59"."origin_lead_id"
            FROM "t67" AS "t70"
            LEFT OUTER JOIN (
              SELECT
                "t55"."first_lead_id" AS "origin_lead_id"
              FROM "t53" AS "t55"
            ) AS "t59"
              ON "t70"."lead_id" = "t59"."origin_lead_id"
          ) AS "t72"
          WHERE
            COALESCE("t72"."origin_lead_id", 0) = 0
        ) AS "t75"
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
          ON "t75"."first_seq" = "t6"."seq"
      ) AS "t76"
    ) AS "t77"
  ) AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s} AND "t78"."since_s" < ${until_s}
) AS "t79"
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
), "t51" AS (
  SELECT
    "t48"."lead_id",
    MIN("t48"."key") AS "any_key",
    MIN(CASE WHEN "t48"."kind" = 'won' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t48"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t48"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MIN(CASE WHEN "t48"."is_talk" THEN "t48"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t48"."kind" = 'qualified' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t48"."kind" = 'handed_over' THEN "t48"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t48"."kind" = 'accepted' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t48"."kind" = 'deal_opened' THEN "t48"."occurred_s" ELSE 9000000000 END
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
  ) AS "t48"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t50"."first_lead_id",
    "t50"."first_key",
    "t47"."lead_id",
    "t47"."side",
    "t47"."source",
    "t47"."occurred_s",
    "t47"."occurred_month",
    "t47"."key"
  FROM (
    SELECT
      "t46"."lead_id" AS "first_lead_id",
      MIN("t46"."key") AS "first_key"
    FROM "t44" AS "t46"
    GROUP BY
      1
  ) AS "t50"
  INNER JOIN "t44" AS "t47"
    ON "t50"."first_lead_id" = "t47"."lead_id" AND "t50"."first_key" = "t47"."key"
), "t67" AS (
  SELECT
    "t66"."lead_id",
    "t66"."any_key",
    "t66"."won_s",
    "t66"."first_talk_s",
    "t66"."qualified_s",
    "t66"."handed_over_s",
    "t66"."accepted_s",
    "t66"."deal_opened_s",
    "t66"."lost_s",
    "t66"."back_s"
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
      "t65"."ended_lead_id",
      "t65"."lost_s",
      "t65"."back_s"
    FROM "t51" AS "t54"
    LEFT OUTER JOIN (
      SELECT
        "t63"."ended_lead_id",
        MIN(
          CASE
            WHEN "t63"."kind" IN ('disqualified', 'lost')
            THEN "t63"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t63"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t63"."occurred_s"
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
            FROM "t51" AS "t52"
          ) AS "t57"
            ON "t45"."ended_lead_id" = "t57"."lead_id"
        ) AS "t61"
        WHERE
          "t61"."won_s" = 9000000000 AND "t61"."occurred_s" >= "t61"."revived_s"
      ) AS "t63"
      GROUP BY
        1
    ) AS "t65"
      ON "t54"."lead_id" = "t65"."ended_lead_id"
  ) AS "t66"
), "t78" AS (
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t71"."won_s", 9000000000) AS "won_s",
      COALESCE("t71"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t71"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t71"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t71"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t71"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t71"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t71"."back_s", 9000000000) AS "back_s",
      "t71"."found_by",
      "t71"."origin_lead_id" AS "lead_id",
      "t71"."origin_s" AS "since_s",
      "t71"."origin_month" AS "month",
      "t71"."origin" AS "source"
    FROM (
      SELECT
        "t62"."origin_lead_id",
        "t62"."origin",
        "t62"."found_by",
        "t62"."origin_s",
        "t62"."origin_month",
        "t69"."lead_id",
        "t69"."any_key",
        "t69"."won_s",
        "t69"."first_talk_s",
        "t69"."qualified_s",
        "t69"."handed_over_s",
        "t69"."accepted_s",
        "t69"."deal_opened_s",
        "t69"."lost_s",
        "t69"."back_s"
      FROM (
        SELECT
          "t55"."first_lead_id" AS "origin_lead_id",
          COALESCE("t55"."source", 'unknown') AS "origin",
          CASE
            WHEN "t55"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t55"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "found_by",
          "t55"."occurred_s" AS "origin_s",
          CAST("t55"."occurred_month" AS BIGINT) AS "origin_month"
        FROM "t53" AS "t55"
      ) AS "t62"
      LEFT OUTER JOIN "t67" AS "t69"
        ON "t62"."origin_lead_id" = "t69"."lead_id"
    ) AS "t71"
  ) AS "t73"
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
      "t76"."occurred_s" AS "since_s",
      CAST("t76"."occurred_month" AS BIGINT) AS "month",
      'unknown' AS "source"
    FROM (
      SELECT
        "t75"."lead_id",
        "t75"."won_s",
        "t75"."first_talk_s",
        "t75"."qualified_s",
        "t75"."handed_over_s",
        "t75"."accepted_s",
        "t75"."deal_opened_s",
        "t75"."lost_s",
        "t75"."back_s",
        "t75"."first_seq",
        "t6"."seq",
        "t6"."occurred_s",
        "t6"."occurred_month"
      FROM (
        SELECT
          "t72"."lead_id",
          "t72"."won_s",
          "t72"."first_talk_s",
          "t72"."qualified_s",
          "t72"."handed_over_s",
          "t72"."accepted_s",
          "t72"."deal_opened_s",
          "t72"."lost_s",
          "t72"."back_s",
          (
            (
              "t72"."any_key" % 4000000000
            ) + 4000000000
          ) % 4000000000 AS "first_seq"
        FROM (
          SELECT
            "t70"."lead_id",
            "t70"."any_key",
            "t70"."won_s",
            "t70"."first_talk_s",
            "t70"."qualified_s",
            "t70"."handed_over_s",
            "t70"."accepted_s",
            "t70"."deal_opened_s",
            "t70"."lost_s",
            "t70"."back_s",
            "t59"."origin_lead_id"
          FROM "t67" AS "t70"
          LEFT OUTER JOIN (
            SELECT
              "t55"."first_lead_id" AS "origin_lead_id"
            FROM "t53" AS "t55"
          ) AS "t59"
            ON "t70"."lead_id" = "t59"."origin_lead_id"
        ) AS "t72"
        WHERE
          COALESCE("t72"."origin_lead_id", 0) = 0
      ) AS "t75"
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
        ON "t75"."first_seq" = "t6"."seq"
    ) AS "t76"
  ) AS "t77"
)
SELECT
  "t96"."source",
  "t96"."stage",
  "t96"."is_left",
  "t96"."days",
  COUNT(*) AS "leads"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t80"."source",
        "t80"."stage",
        CAST(CASE WHEN "t80"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST((
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
          ) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST((
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
          ) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t79"."source",
          'first_talk' AS "stage",
          "t79"."first_talk_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t79"."deal_opened_s" >= "t79"."first_talk_s"
              THEN "t79"."deal_opened_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t79"."won_s" >= "t79"."first_talk_s"
              THEN "t79"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t79"."lost_s" >= "t79"."first_talk_s"
              THEN "t79"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t79"."back_s" >= "t79"."first_talk_s"
              THEN "t79"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t78" AS "t79"
        WHERE
          "t79"."since_s" >= ${since_s}
          AND "t79"."since_s" < ${until_s}
          AND "t79"."first_talk_s" < 9000000000
      ) AS "t80"
    ) AS "t86"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t81"."source",
        "t81"."stage",
        CAST(CASE WHEN "t81"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST((
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
          ) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST((
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
          ) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t79"."source",
          'deal_opened' AS "stage",
          "t79"."deal_opened_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t79"."won_s" >= "t79"."deal_opened_s"
              THEN "t79"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t79"."lost_s" >= "t79"."deal_opened_s"
              THEN "t79"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t79"."back_s" >= "t79"."deal_opened_s"
              THEN "t79"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t78" AS "t79"
        WHERE
          "t79"."since_s" >= ${since_s}
          AND "t79"."since_s" < ${until_s}
          AND "t79"."deal_opened_s" < 9000000000
      ) AS "t81"
    ) AS "t87"
  ) AS "t92"
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
          "t82"."source",
          "t82"."stage",
          CAST(CASE WHEN "t82"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
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
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
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
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t79"."source",
            'captured' AS "stage",
            "t79"."since_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t79"."qualified_s" >= "t79"."since_s"
                THEN "t79"."qualified_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."handed_over_s" >= "t79"."since_s"
                THEN "t79"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."accepted_s" >= "t79"."since_s"
                THEN "t79"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."first_talk_s" >= "t79"."since_s"
                THEN "t79"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."deal_opened_s" >= "t79"."since_s"
                THEN "t79"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t79"."won_s" >= "t79"."since_s" THEN "t79"."won_s" ELSE 9000000000 END,
              CASE WHEN "t79"."lost_s" >= "t79"."since_s" THEN "t79"."lost_s" ELSE 9000000000 END,
              CASE WHEN "t79"."back_s" >= "t79"."since_s" THEN "t79"."back_s" ELSE 9000000000 END
            ) AS "left_s"
          FROM "t78" AS "t79"
          WHERE
            "t79"."since_s" >= ${since_s}
            AND "t79"."since_s" < ${until_s}
            AND "t79"."since_s" < 9000000000
        ) AS "t82"
      ) AS "t88"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t83"."source",
          "t83"."stage",
          CAST(CASE WHEN "t83"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
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
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
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
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t79"."source",
            'qualified' AS "stage",
            "t79"."qualified_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t79"."handed_over_s" >= "t79"."qualified_s"
                THEN "t79"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."accepted_s" >= "t79"."qualified_s"
                THEN "t79"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."first_talk_s" >= "t79"."qualified_s"
                THEN "t79"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."deal_opened_s" >= "t79"."qualified_s"
                THEN "t79"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."won_s" >= "t79"."qualified_s"
                THEN "t79"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."lost_s" >= "t79"."qualified_s"
                THEN "t79"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."back_s" >= "t79"."qualified_s"
                THEN "t79"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t78" AS "t79"
          WHERE
            "t79"."since_s" >= ${since_s}
            AND "t79"."since_s" < ${until_s}
            AND "t79"."qualified_s" < 9000000000
        ) AS "t83"
      ) AS "t89"
    ) AS "t93"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t84"."source",
          "t84"."stage",
          CAST(CASE WHEN "t84"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
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
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
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
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t79"."source",
            'handed_over' AS "stage",
            "t79"."handed_over_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t79"."accepted_s" >= "t79"."handed_over_s"
                THEN "t79"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."first_talk_s" >= "t79"."handed_over_s"
                THEN "t79"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."deal_opened_s" >= "t79"."handed_over_s"
                THEN "t79"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."won_s" >= "t79"."handed_over_s"
                THEN "t79"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."lost_s" >= "t79"."handed_over_s"
                THEN "t79"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."back_s" >= "t79"."handed_over_s"
                THEN "t79"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t78" AS "t79"
          WHERE
            "t79"."since_s" >= ${since_s}
            AND "t79"."since_s" < ${until_s}
            AND "t79"."handed_over_s" < 9000000000
        ) AS "t84"
      ) AS "t90"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t85"."source",
          "t85"."stage",
          CAST(CASE WHEN "t85"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
              (
                CASE
                  WHEN "t85"."left_s" < 9000000000
                  THEN "t85"."left_s"
                  ELSE ${as_of_s}
                END - "t85"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t85"."left_s" < 9000000000
                    THEN "t85"."left_s"
                    ELSE ${as_of_s}
                  END - "t85"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
              (
                CASE
                  WHEN "t85"."left_s" < 9000000000
                  THEN "t85"."left_s"
                  ELSE ${as_of_s}
                END - "t85"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t85"."left_s" < 9000000000
                    THEN "t85"."left_s"
                    ELSE ${as_of_s}
                  END - "t85"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t79"."source",
            'accepted' AS "stage",
            "t79"."accepted_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t79"."first_talk_s" >= "t79"."accepted_s"
                THEN "t79"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."deal_opened_s" >= "t79"."accepted_s"
                THEN "t79"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t79"."won_s" >= "t79"."accepted_s" THEN "t79"."won_s" ELSE 9000000000 END,
              CASE
                WHEN "t79"."lost_s" >= "t79"."accepted_s"
                THEN "t79"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t79"."back_s" >= "t79"."accepted_s"
                THEN "t79"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t78" AS "t79"
          WHERE
            "t79"."since_s" >= ${since_s}
            AND "t79"."since_s" < ${until_s}
            AND "t79"."accepted_s" < 9000000000
        ) AS "t85"
      ) AS "t91"
    ) AS "t94"
  ) AS "t95"
) AS "t96"
GROUP BY
  1,
  2,
  3,
  4
