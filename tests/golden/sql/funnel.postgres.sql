-- cohorts
WITH "t7" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t24" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    CAST(CASE
      WHEN "t13"."kind" = 'merged'
      THEN COALESCE("t13"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t13"."occurred_s" * 4000000000
    ) + "t13"."seq" AS "key"
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
  ) AS "t13"
), "t31" AS (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s",
    MAX("t30"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t24" AS "t26"
      WHERE
        "t26"."key" IN (
          SELECT
            "t27"."last_key"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."key") AS "last_key"
            FROM "t24" AS "t26"
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
), "t43" AS (
  SELECT
    "t21"."seq",
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
          AND "t0"."kind" IN ('accepted', 'handed_over', 'rejected')
      ) AS "t2"
      WHERE
        NOT (
          "t2"."id" IN (
            SELECT
              *
            FROM "t7"
          )
        )
    ) AS "t10"
    WHERE
      COALESCE("t10"."lead_id", 0) <> 0
  ) AS "t21"
  LEFT OUTER JOIN (
    SELECT
      "t39"."gone_id",
      COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
    FROM (
      SELECT
        "t38"."gone_id",
        "t38"."merged_s",
        "t38"."merged_key",
        "t38"."into_id",
        "t35"."via_id",
        "t35"."onward_id"
      FROM (
        SELECT
          "t36"."gone_id",
          "t36"."merged_s",
          "t36"."merged_key",
          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
        FROM (
          SELECT
            "t33"."gone_id",
            "t33"."into_id",
            "t33"."merged_s",
            "t33"."merged_key",
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
), "t49" AS (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."side",
    "t44"."source",
    "t44"."occurred_s",
    "t44"."occurred_month",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key"
  FROM (
    SELECT
      "t22"."seq",
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
      "t41"."gone_id",
      "t41"."into_id"
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
        ) AS "t3"
        WHERE
          NOT (
            "t3"."id" IN (
              SELECT
                *
              FROM "t7"
            )
          )
      ) AS "t11"
      WHERE
        COALESCE("t11"."lead_id", 0) <> 0
    ) AS "t22"
    LEFT OUTER JOIN (
      SELECT
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."merged_key",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            "t36"."merged_key",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
              "t33"."merged_key",
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
      ON "t22"."lead_id" = "t41"."gone_id"
  ) AS "t44"
), "t63" AS (
  SELECT
    "t56"."lead_id",
    MIN("t56"."occurred_s") AS "first_s",
    CAST(MIN("t56"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t56"."kind" = 'won' THEN "t56"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t56"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t56"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
    MIN(CASE WHEN "t56"."is_talk" THEN "t56"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t56"."kind" = 'qualified' THEN "t56"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t56"."kind" = 'handed_over' THEN "t56"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t56"."kind" = 'accepted' THEN "t56"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t56"."kind" = 'deal_opened' THEN "t56"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
      "t45"."kind",
      "t45"."occurred_s",
      "t45"."occurred_month",
      (
        "t45"."occurred_s" * 4000000000
      ) + "t45"."seq" AS "key",
      "t45"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t45"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t45"."side" = 'buyer'
        )
      ) AS "is_talk"
    FROM (
      SELECT
        "t23"."seq",
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
        "t41"."gone_id",
        "t41"."into_id"
      FROM (
        SELECT
          "t12"."seq",
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
                FROM "t7"
              )
            )
        ) AS "t12"
        WHERE
          COALESCE("t12"."lead_id", 0) <> 0
      ) AS "t23"
      LEFT OUTER JOIN (
        SELECT
          "t39"."gone_id",
          COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
        FROM (
          SELECT
            "t38"."gone_id",
            "t38"."merged_s",
            "t38"."merged_key",
            "t38"."into_id",
            "t35"."via_id",
            "t35"."onward_id"
          FROM (
            SELECT
              "t36"."gone_id",
              "t36"."merged_s",
              "t36"."merged_key",
              COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
            FROM (
              SELECT
                "t33"."gone_id",
                "t33"."into_id",
                "t33"."merged_s",
                "t33"."merged_key",
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
        ON "t23"."lead_id" = "t41"."gone_id"
    ) AS "t45"
  ) AS "t56"
  GROUP BY
    1
), "t64" AS (
  SELECT
    *
  FROM "t49" AS "t53"
  WHERE
    "t53"."key" IN (
      SELECT
        "t60"."first_key"
      FROM (
        SELECT
          "t53"."lead_id" AS "first_lead_id",
          MIN("t53"."key") AS "first_key"
        FROM "t49" AS "t53"
        GROUP BY
          1
      ) AS "t60"
    )
), "t84" AS (
  SELECT
    "t83"."lead_id",
    "t83"."first_s",
    "t83"."first_month",
    "t83"."won_s",
    "t83"."first_talk_s",
    "t83"."qualified_s",
    "t83"."handed_over_s",
    "t83"."accepted_s",
    "t83"."deal_opened_s",
    "t83"."lost_s",
    "t83"."back_s"
  FROM (
    SELECT
      "t68"."lead_id",
      "t68"."first_s",
      "t68"."first_month",
      "t68"."won_s",
      "t68"."revived_key",
      "t68"."first_talk_s",
      "t68"."qualified_s",
      "t68"."handed_over_s",
      "t68"."accepted_s",
      "t68"."deal_opened_s",
      "t82"."ended_lead_id",
      "t82"."lost_s",
      "t82"."back_s"
    FROM "t63" AS "t68"
    LEFT OUTER JOIN (
      SELECT
        "t77"."ended_lead_id",
        MIN(
          CASE
            WHEN "t77"."kind" IN ('disqualified', 'lost')
            THEN "t77"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t77"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t77"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t54"."kind",
            "t54"."occurred_s",
            "t54"."ended_lead_id",
            "t54"."key",
            "t71"."lead_id",
            "t71"."won_s",
            "t71"."revived_key"
          FROM (
            SELECT
              "t46"."kind",
              "t46"."occurred_s",
              COALESCE("t46"."into_id", "t46"."lead_id") AS "ended_lead_id",
              (
                "t46"."occurred_s" * 4000000000
              ) + "t46"."seq" AS "key"
            FROM (
              SELECT
                "t25"."seq",
                "t25"."kind",
                "t25"."occurred_s",
                "t25"."occurred_month",
                "t25"."lead_id",
                "t25"."person_id",
                "t25"."side",
                "t25"."source",
                "t25"."value_code",
                "t25"."value_number",
                "t25"."points",
                "t25"."due_s",
                "t25"."worked_s",
                "t41"."gone_id",
                "t41"."into_id"
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
                        FROM "t7"
                      )
                    )
                ) AS "t14"
                WHERE
                  COALESCE("t14"."lead_id", 0) <> 0
              ) AS "t25"
              LEFT OUTER JOIN (
                SELECT
                  "t39"."gone_id",
                  COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t38"."gone_id",
                    "t38"."merged_s",
                    "t38"."merged_key",
                    "t38"."into_id",
                    "t35"."via_id",
                    "t35"."onward_id"
                  FROM (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s",
                      "t36"."merged_key",
                      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t33"."gone_id",
                        "t33"."into_id",
                        "t33"."merged_s",
                        "t33"."merged_key",
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
                ON "t25"."lead_id" = "t41"."gone_id"
            ) AS "t46"
          ) AS "t54"
          INNER JOIN (
            SELECT
              "t65"."lead_id",
              "t65"."won_s",
              "t65"."revived_key"
            FROM "t63" AS "t65"
          ) AS "t71"
            ON "t54"."ended_lead_id" = "t71"."lead_id"
        ) AS "t75"
        WHERE
          "t75"."won_s" = 9000000000 AND "t75"."key" > "t75"."revived_key"
      ) AS "t77"
      GROUP BY
        1
    ) AS "t82"
      ON "t68"."lead_id" = "t82"."ended_lead_id"
  ) AS "t83"
)
SELECT
  "t99"."month",
  "t99"."source",
  "t99"."found_by",
  COUNT(CASE WHEN "t99"."captured_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "captured",
  COUNT(CASE WHEN "t99"."qualified_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "qualified",
  COUNT(
    CASE WHEN "t99"."handed_over_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "handed_over",
  COUNT(CASE WHEN "t99"."accepted_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted",
  COUNT(CASE WHEN "t99"."first_talk_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "first_talk",
  COUNT(
    CASE WHEN "t99"."deal_opened_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "deal_opened",
  COUNT(CASE WHEN "t99"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(
    CASE
      WHEN (
        "t99"."captured_s" < 9000000000
      ) AND (
        "t99"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "qualified_of_captured",
  COUNT(
    CASE
      WHEN (
        "t99"."qualified_s" < 9000000000
      )
      AND (
        "t99"."handed_over_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "handed_over_of_qualified",
  COUNT(
    CASE
      WHEN (
        "t99"."handed_over_s" < 9000000000
      )
      AND (
        "t99"."accepted_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "accepted_of_handed_over",
  COUNT(
    CASE
      WHEN (
        "t99"."accepted_s" < 9000000000
      ) AND (
        "t99"."first_talk_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "first_talk_of_accepted",
  COUNT(
    CASE
      WHEN (
        "t99"."first_talk_s" < 9000000000
      )
      AND (
        "t99"."deal_opened_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "deal_opened_of_first_talk",
  COUNT(
    CASE
      WHEN (
        "t99"."deal_opened_s" < 9000000000
      ) AND (
        "t99"."won_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_of_deal_opened",
  COUNT(
    CASE
      WHEN (
        "t99"."accepted_s" < 9000000000
      ) AND (
        "t99"."taken" > 0
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "not_sent_back",
  COUNT(CASE WHEN "t99"."lost_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost",
  COUNT(
    CASE
      WHEN (
        "t99"."lost_s" = 9000000000
      ) AND (
        "t99"."back_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "sent_back",
  COUNT(
    CASE
      WHEN NOT (
        "t99"."won_s" < 9000000000
      )
      AND NOT (
        "t99"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t99"."lost_s" = 9000000000
        ) AND (
          "t99"."back_s" < 9000000000
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "still_open",
  COUNT(
    CASE WHEN "t99"."won_s" < "t99"."captured_s" THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "won_before_captured",
  COUNT(
    CASE
      WHEN (
        "t99"."explored_s" < 9000000000
      )
      AND NOT (
        "t99"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "explored"
FROM (
  SELECT
    "t98"."lead_id",
    "t98"."month",
    "t98"."source",
    "t98"."found_by",
    "t98"."lost_s",
    "t98"."back_s",
    "t98"."qualified_s",
    "t98"."handed_over_s",
    "t98"."accepted_s",
    "t98"."first_talk_s",
    "t98"."deal_opened_s",
    "t98"."won_s",
    "t98"."captured_s",
    "t98"."explored_s",
    COALESCE("t98"."times", 0) AS "taken"
  FROM (
    SELECT
      "t97"."lead_id",
      "t97"."month",
      "t97"."source",
      "t97"."found_by",
      "t97"."lost_s",
      "t97"."back_s",
      "t97"."qualified_s",
      "t97"."handed_over_s",
      "t97"."accepted_s",
      "t97"."first_talk_s",
      "t97"."deal_opened_s",
      "t97"."won_s",
      "t97"."captured_s",
      "t97"."explored_s",
      "t80"."taken_lead_id",
      "t80"."times"
    FROM (
      SELECT
        "t95"."lead_id",
        "t95"."month",
        "t95"."source",
        "t95"."found_by",
        "t95"."lost_s",
        "t95"."back_s",
        "t95"."qualified_s",
        "t95"."handed_over_s",
        "t95"."accepted_s",
        "t95"."first_talk_s",
        "t95"."deal_opened_s",
        "t95"."won_s",
        "t95"."captured_s",
        COALESCE("t95"."first_explored_s", 9000000000) AS "explored_s"
      FROM (
        SELECT
          "t94"."lead_id",
          "t94"."month",
          "t94"."source",
          "t94"."found_by",
          "t94"."lost_s",
          "t94"."back_s",
          "t94"."qualified_s",
          "t94"."handed_over_s",
          "t94"."accepted_s",
          "t94"."first_talk_s",
          "t94"."deal_opened_s",
          "t94"."won_s",
          "t94"."captured_s",
          "t58"."explored_lead_id",
          "t58"."first_explored_s"
        FROM (
          SELECT
            "t92"."lead_id",
            "t92"."month",
            "t92"."source",
            "t92"."found_by",
            "t92"."lost_s",
            "t92"."back_s",
            "t92"."qualified_s",
            "t92"."handed_over_s",
            "t92"."accepted_s",
            "t92"."first_talk_s",
            "t92"."deal_opened_s",
            "t92"."won_s",
            "t92"."since_s" AS "captured_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                COALESCE("t89"."won_s", 9000000000) AS "won_s",
                COALESCE("t89"."first_talk_s", 9000000000) AS "first_talk_s",
                COALESCE("t89"."qualified_s", 9000000000) AS "qualified_s",
                COALESCE("t89"."handed_over_s", 9000000000) AS "handed_over_s",
                COALESCE("t89"."accepted_s", 9000000000) AS "accepted_s",
                COALESCE("t89"."deal_opened_s", 9000000000) AS "deal_opened_s",
                COALESCE("t89"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t89"."back_s", 9000000000) AS "back_s",
                "t89"."found_by",
                "t89"."origin_lead_id" AS "lead_id",
                "t89"."origin_s" AS "since_s",
                "t89"."origin_month" AS "month",
                "t89"."origin" AS "source"
              FROM (
                SELECT
                  "t74"."origin_lead_id",
                  "t74"."origin",
                  "t74"."found_by",
                  "t74"."origin_s",
                  "t74"."origin_month",
                  "t87"."lead_id",
                  "t87"."first_s",
                  "t87"."first_month",
                  "t87"."won_s",
                  "t87"."first_talk_s",
                  "t87"."qualified_s",
                  "t87"."handed_over_s",
                  "t87"."accepted_s",
                  "t87"."deal_opened_s",
                  "t87"."lost_s",
                  "t87"."back_s"
                FROM (
                  SELECT
                    "t67"."lead_id" AS "origin_lead_id",
                    COALESCE("t67"."source", 'unknown') AS "origin",
                    CASE
                      WHEN "t67"."side" IN ('buyer', 'marketing')
                      THEN 'marketing'
                      ELSE CASE WHEN "t67"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                    END AS "found_by",
                    "t67"."occurred_s" AS "origin_s",
                    CAST("t67"."occurred_month" AS BIGINT) AS "origin_month"
                  FROM "t64" AS "t67"
                ) AS "t74"
                LEFT OUTER JOIN "t84" AS "t87"
                  ON "t74"."origin_lead_id" = "t87"."lead_id"
              ) AS "t89"
            ) AS "t90"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                COALESCE("t88"."won_s", 9000000000) AS "won_s",
                COALESCE("t88"."first_talk_s", 9000000000) AS "first_talk_s",
                COALESCE("t88"."qualified_s", 9000000000) AS "qualified_s",
                COALESCE("t88"."handed_over_s", 9000000000) AS "handed_over_s",
                COALESCE("t88"."accepted_s", 9000000000) AS "accepted_s",
                COALESCE("t88"."deal_opened_s", 9000000000) AS "deal_opened_s",
                COALESCE("t88"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t88"."back_s", 9000000000) AS "back_s",
                'unknown' AS "found_by",
                "t88"."lead_id",
                "t88"."first_s" AS "since_s",
                "t88"."first_month" AS "month",
                'unknown' AS "source"
              FROM (
                SELECT
                  "t86"."lead_id",
                  "t86"."first_s",
                  "t86"."first_month",
                  "t86"."won_s",
                  "t86"."first_talk_s",
                  "t86"."qualified_s",
                  "t86"."handed_over_s",
                  "t86"."accepted_s",
                  "t86"."deal_opened_s",
                  "t86"."lost_s",
                  "t86"."back_s",
                  "t72"."origin_lead_id"
                FROM "t84" AS "t86"
                LEFT OUTER JOIN (
                  SELECT
                    "t67"."lead_id" AS "origin_lead_id"
                  FROM "t64" AS "t67"
                ) AS "t72"
                  ON "t86"."lead_id" = "t72"."origin_lead_id"
              ) AS "t88"
              WHERE
                COALESCE("t88"."origin_lead_id", 0) = 0
            ) AS "t91"
          ) AS "t92"
          WHERE
            "t92"."since_s" >= ${since_s} AND "t92"."since_s" < ${until_s}
        ) AS "t94"
        LEFT OUTER JOIN (
          SELECT
            "t48"."lead_id" AS "explored_lead_id",
            MIN("t48"."occurred_s") AS "first_explored_s"
          FROM (
            SELECT
              "t42"."seq",
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
                "t20"."reason",
                "t41"."gone_id",
                "t41"."into_id"
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
                  "t9"."reason"
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
                        FROM "t7"
                      )
                    )
                ) AS "t9"
                WHERE
                  COALESCE("t9"."lead_id", 0) <> 0
              ) AS "t20"
              LEFT OUTER JOIN (
                SELECT
                  "t39"."gone_id",
                  COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t38"."gone_id",
                    "t38"."merged_s",
                    "t38"."merged_key",
                    "t38"."into_id",
                    "t35"."via_id",
                    "t35"."onward_id"
                  FROM (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s",
                      "t36"."merged_key",
                      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t33"."gone_id",
                        "t33"."into_id",
                        "t33"."merged_s",
                        "t33"."merged_key",
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
            ) AS "t42"
            WHERE
              COALESCE("t42"."reason", '') = 'explored'
          ) AS "t48"
          GROUP BY
            1
        ) AS "t58"
          ON "t94"."lead_id" = "t58"."explored_lead_id"
      ) AS "t95"
    ) AS "t97"
    LEFT OUTER JOIN (
      SELECT
        "t78"."lead_id" AS "taken_lead_id",
        COUNT(*) AS "times"
      FROM (
        SELECT
          "t76"."lead_id",
          "t76"."occurred_s",
          "t76"."month",
          CASE WHEN "t76"."hands_before" > 0 THEN 1 ELSE 0 END AS "is_handed"
        FROM (
          SELECT
            "t66"."key",
            MIN("t66"."lead_id") AS "lead_id",
            MIN("t66"."occurred_s") AS "occurred_s",
            MIN("t66"."month") AS "month",
            COUNT(
              CASE
                WHEN (
                  "t66"."beside_kind" = 'handed_over'
                )
                AND (
                  "t66"."beside_key" < "t66"."key"
                )
                THEN 1
                ELSE CAST(NULL AS BIGINT)
              END
            ) AS "hands_before",
            MIN(
              CASE
                WHEN (
                  "t66"."beside_kind" = 'handed_over'
                )
                AND (
                  "t66"."beside_key" > "t66"."key"
                )
                THEN "t66"."beside_key"
                ELSE 9000000000000000000
              END
            ) AS "next_hand_key",
            MIN(
              CASE
                WHEN NOT (
                  "t66"."beside_kind" = 'handed_over'
                )
                AND (
                  "t66"."beside_key" > "t66"."key"
                )
                THEN "t66"."beside_key"
                ELSE 9000000000000000000
              END
            ) AS "next_answer_key"
          FROM (
            SELECT
              "t61"."key",
              "t61"."lead_id",
              "t61"."occurred_s",
              "t61"."month",
              "t55"."beside_lead_id",
              "t55"."beside_kind",
              "t55"."beside_key"
            FROM (
              SELECT
                "t51"."key",
                MIN("t51"."lead_id") AS "lead_id",
                MIN("t51"."occurred_s") AS "occurred_s",
                MIN("t51"."month") AS "month"
              FROM (
                SELECT
                  COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
                  "t47"."kind",
                  "t47"."occurred_s",
                  CAST("t47"."occurred_month" AS BIGINT) AS "month",
                  (
                    "t47"."occurred_s" * 4000000000
                  ) + "t47"."seq" AS "key"
                FROM "t43" AS "t47"
                WHERE
                  "t47"."kind" = 'accepted'
              ) AS "t51"
              GROUP BY
                1
            ) AS "t61"
            INNER JOIN (
              SELECT
                COALESCE("t47"."into_id", "t47"."lead_id") AS "beside_lead_id",
                "t47"."kind" AS "beside_kind",
                (
                  "t47"."occurred_s" * 4000000000
                ) + "t47"."seq" AS "beside_key"
              FROM "t43" AS "t47"
            ) AS "t55"
              ON "t61"."lead_id" = "t55"."beside_lead_id"
          ) AS "t66"
          GROUP BY
            1
        ) AS "t76"
        WHERE
          "t76"."next_answer_key" >= "t76"."next_hand_key"
      ) AS "t78"
      GROUP BY
        1
    ) AS "t80"
      ON "t97"."lead_id" = "t80"."taken_lead_id"
  ) AS "t98"
) AS "t99"
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
    "t34"."side",
    "t34"."source",
    "t34"."occurred_s",
    "t34"."occurred_month",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
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
), "t44" AS (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "first_s",
    CAST(MIN("t41"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t41"."kind" = 'won' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t41"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t41"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
    MIN(CASE WHEN "t41"."is_talk" THEN "t41"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t41"."kind" = 'qualified' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t41"."kind" = 'handed_over' THEN "t41"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t41"."kind" = 'accepted' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t41"."kind" = 'deal_opened' THEN "t41"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
      "t35"."kind",
      "t35"."occurred_s",
      "t35"."occurred_month",
      (
        "t35"."occurred_s" * 4000000000
      ) + "t35"."seq" AS "key",
      "t35"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t35"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  GROUP BY
    1
), "t45" AS (
  SELECT
    *
  FROM "t37" AS "t39"
  WHERE
    "t39"."key" IN (
      SELECT
        "t42"."first_key"
      FROM (
        SELECT
          "t39"."lead_id" AS "first_lead_id",
          MIN("t39"."key") AS "first_key"
        FROM "t37" AS "t39"
        GROUP BY
          1
      ) AS "t42"
    )
), "t60" AS (
  SELECT
    "t59"."lead_id",
    "t59"."first_s",
    "t59"."first_month",
    "t59"."won_s",
    "t59"."first_talk_s",
    "t59"."qualified_s",
    "t59"."handed_over_s",
    "t59"."accepted_s",
    "t59"."deal_opened_s",
    "t59"."lost_s",
    "t59"."back_s"
  FROM (
    SELECT
      "t48"."lead_id",
      "t48"."first_s",
      "t48"."first_month",
      "t48"."won_s",
      "t48"."revived_key",
      "t48"."first_talk_s",
      "t48"."qualified_s",
      "t48"."handed_over_s",
      "t48"."accepted_s",
      "t48"."deal_opened_s",
      "t58"."ended_lead_id",
      "t58"."lost_s",
      "t58"."back_s"
    FROM "t44" AS "t48"
    LEFT OUTER JOIN (
      SELECT
        "t56"."ended_lead_id",
        MIN(
          CASE
            WHEN "t56"."kind" IN ('disqualified', 'lost')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t56"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t40"."kind",
            "t40"."occurred_s",
            "t40"."ended_lead_id",
            "t40"."key",
            "t51"."lead_id",
            "t51"."won_s",
            "t51"."revived_key"
          FROM (
            SELECT
              "t36"."kind",
              "t36"."occurred_s",
              COALESCE("t36"."into_id", "t36"."lead_id") AS "ended_lead_id",
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
          ) AS "t40"
          INNER JOIN (
            SELECT
              "t46"."lead_id",
              "t46"."won_s",
              "t46"."revived_key"
            FROM "t44" AS "t46"
          ) AS "t51"
            ON "t40"."ended_lead_id" = "t51"."lead_id"
        ) AS "t55"
        WHERE
          "t55"."won_s" = 9000000000 AND "t55"."key" > "t55"."revived_key"
      ) AS "t56"
      GROUP BY
        1
    ) AS "t58"
      ON "t48"."lead_id" = "t58"."ended_lead_id"
  ) AS "t59"
), "t68" AS (
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t65"."won_s", 9000000000) AS "won_s",
      COALESCE("t65"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t65"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t65"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t65"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t65"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t65"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t65"."back_s", 9000000000) AS "back_s",
      "t65"."found_by",
      "t65"."origin_lead_id" AS "lead_id",
      "t65"."origin_s" AS "since_s",
      "t65"."origin_month" AS "month",
      "t65"."origin" AS "source"
    FROM (
      SELECT
        "t54"."origin_lead_id",
        "t54"."origin",
        "t54"."found_by",
        "t54"."origin_s",
        "t54"."origin_month",
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
          "t47"."lead_id" AS "origin_lead_id",
          COALESCE("t47"."source", 'unknown') AS "origin",
          CASE
            WHEN "t47"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t47"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "found_by",
          "t47"."occurred_s" AS "origin_s",
          CAST("t47"."occurred_month" AS BIGINT) AS "origin_month"
        FROM "t45" AS "t47"
      ) AS "t54"
      LEFT OUTER JOIN "t60" AS "t63"
        ON "t54"."origin_lead_id" = "t63"."lead_id"
    ) AS "t65"
  ) AS "t66"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t64"."won_s", 9000000000) AS "won_s",
      COALESCE("t64"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t64"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t64"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t64"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t64"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t64"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t64"."back_s", 9000000000) AS "back_s",
      'unknown' AS "found_by",
      "t64"."lead_id",
      "t64"."first_s" AS "since_s",
      "t64"."first_month" AS "month",
      'unknown' AS "source"
    FROM (
      SELECT
        "t62"."lead_id",
        "t62"."first_s",
        "t62"."first_month",
        "t62"."won_s",
        "t62"."first_talk_s",
        "t62"."qualified_s",
        "t62"."handed_over_s",
        "t62"."accepted_s",
        "t62"."deal_opened_s",
        "t62"."lost_s",
        "t62"."back_s",
        "t52"."origin_lead_id"
      FROM "t60" AS "t62"
      LEFT OUTER JOIN (
        SELECT
          "t47"."lead_id" AS "origin_lead_id"
        FROM "t45" AS "t47"
      ) AS "t52"
        ON "t62"."lead_id" = "t52"."origin_lead_id"
    ) AS "t64"
    WHERE
      COALESCE("t64"."origin_lead_id", 0) = 0
  ) AS "t67"
)
SELECT
  "t86"."source",
  "t86"."stage",
  "t86"."is_left",
  "t86"."days",
  COUNT(*) AS "leads"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t70"."source",
        "t70"."stage",
        CAST(CASE WHEN "t70"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST(CAST((
            (
              CASE
                WHEN "t70"."left_s" < 9000000000
                THEN "t70"."left_s"
                ELSE ${as_of_s}
              END - "t70"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t70"."left_s" < 9000000000
                  THEN "t70"."left_s"
                  ELSE ${as_of_s}
                END - "t70"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST(CAST((
            (
              CASE
                WHEN "t70"."left_s" < 9000000000
                THEN "t70"."left_s"
                ELSE ${as_of_s}
              END - "t70"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t70"."left_s" < 9000000000
                  THEN "t70"."left_s"
                  ELSE ${as_of_s}
                END - "t70"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t69"."source",
          'first_talk' AS "stage",
          "t69"."first_talk_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t69"."deal_opened_s" >= "t69"."first_talk_s"
              THEN "t69"."deal_opened_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t69"."won_s" >= "t69"."first_talk_s"
              THEN "t69"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t69"."lost_s" >= "t69"."first_talk_s"
              THEN "t69"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t69"."back_s" >= "t69"."first_talk_s"
              THEN "t69"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t68" AS "t69"
        WHERE
          "t69"."since_s" >= ${since_s}
          AND "t69"."since_s" < ${until_s}
          AND "t69"."first_talk_s" < 9000000000
      ) AS "t70"
    ) AS "t76"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t71"."source",
        "t71"."stage",
        CAST(CASE WHEN "t71"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST(CAST((
            (
              CASE
                WHEN "t71"."left_s" < 9000000000
                THEN "t71"."left_s"
                ELSE ${as_of_s}
              END - "t71"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t71"."left_s" < 9000000000
                  THEN "t71"."left_s"
                  ELSE ${as_of_s}
                END - "t71"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST(CAST((
            (
              CASE
                WHEN "t71"."left_s" < 9000000000
                THEN "t71"."left_s"
                ELSE ${as_of_s}
              END - "t71"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t71"."left_s" < 9000000000
                  THEN "t71"."left_s"
                  ELSE ${as_of_s}
                END - "t71"."entered_s"
              ) % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t69"."source",
          'deal_opened' AS "stage",
          "t69"."deal_opened_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t69"."won_s" >= "t69"."deal_opened_s"
              THEN "t69"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t69"."lost_s" >= "t69"."deal_opened_s"
              THEN "t69"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t69"."back_s" >= "t69"."deal_opened_s"
              THEN "t69"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t68" AS "t69"
        WHERE
          "t69"."since_s" >= ${since_s}
          AND "t69"."since_s" < ${until_s}
          AND "t69"."deal_opened_s" < 9000000000
      ) AS "t71"
    ) AS "t77"
  ) AS "t82"
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
          "t72"."source",
          "t72"."stage",
          CAST(CASE WHEN "t72"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t72"."left_s" < 9000000000
                  THEN "t72"."left_s"
                  ELSE ${as_of_s}
                END - "t72"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t72"."left_s" < 9000000000
                    THEN "t72"."left_s"
                    ELSE ${as_of_s}
                  END - "t72"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t72"."left_s" < 9000000000
                  THEN "t72"."left_s"
                  ELSE ${as_of_s}
                END - "t72"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t72"."left_s" < 9000000000
                    THEN "t72"."left_s"
                    ELSE ${as_of_s}
                  END - "t72"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t69"."source",
            'captured' AS "stage",
            "t69"."since_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t69"."qualified_s" >= "t69"."since_s"
                THEN "t69"."qualified_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."handed_over_s" >= "t69"."since_s"
                THEN "t69"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."accepted_s" >= "t69"."since_s"
                THEN "t69"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."first_talk_s" >= "t69"."since_s"
                THEN "t69"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."deal_opened_s" >= "t69"."since_s"
                THEN "t69"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t69"."won_s" >= "t69"."since_s" THEN "t69"."won_s" ELSE 9000000000 END,
              CASE WHEN "t69"."lost_s" >= "t69"."since_s" THEN "t69"."lost_s" ELSE 9000000000 END,
              CASE WHEN "t69"."back_s" >= "t69"."since_s" THEN "t69"."back_s" ELSE 9000000000 END
            ) AS "left_s"
          FROM "t68" AS "t69"
          WHERE
            "t69"."since_s" >= ${since_s}
            AND "t69"."since_s" < ${until_s}
            AND "t69"."since_s" < 9000000000
        ) AS "t72"
      ) AS "t78"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t73"."source",
          "t73"."stage",
          CAST(CASE WHEN "t73"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST(CAST((
              (
                CASE
                  WHEN "t73"."left_s" < 9000000000
                  THEN "t73"."left_s"
                  ELSE ${as_of_s}
                END - "t73"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t73"."left_s" < 9000000000
                    THEN "t73"."left_s"
                    ELSE ${as_of_s}
                  END - "t73"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST(CAST((
              (
                CASE
                  WHEN "t73"."left_s" < 9000000000
                  THEN "t73"."left_s"
                  ELSE ${as_of_s}
                END - "t73"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t73"."left_s" < 9000000000
                    THEN "t73"."left_s"
                    ELSE ${as_of_s}
                  END - "t73"."entered_s"
                ) % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t69"."source",
            'qualified' AS "stage",
            "t69"."qualified_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t69"."handed_over_s" >= "t69"."qualified_s"
                THEN "t69"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."accepted_s" >= "t69"."qualified_s"
                THEN "t69"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."first_talk_s" >= "t69"."qualified_s"
                THEN "t69"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."deal_opened_s" >= "t69"."qualified_s"
                THEN "t69"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."won_s" >= "t69"."qualified_s"
                THEN "t69"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."lost_s" >= "t69"."qualified_s"
                THEN "t69"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."back_s" >= "t69"."qualified_s"
                THEN "t69"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t68" AS "t69"
          WHERE
            "t69"."since_s" >= ${since_s}
            AND "t69"."since_s" < ${until_s}
            AND "t69"."qualified_s" < 9000000000
        ) AS "t73"
      ) AS "t79"
    ) AS "t83"
    UNION ALL
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
            "t69"."source",
            'handed_over' AS "stage",
            "t69"."handed_over_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t69"."accepted_s" >= "t69"."handed_over_s"
                THEN "t69"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."first_talk_s" >= "t69"."handed_over_s"
                THEN "t69"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."deal_opened_s" >= "t69"."handed_over_s"
                THEN "t69"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."won_s" >= "t69"."handed_over_s"
                THEN "t69"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."lost_s" >= "t69"."handed_over_s"
                THEN "t69"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."back_s" >= "t69"."handed_over_s"
                THEN "t69"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t68" AS "t69"
          WHERE
            "t69"."since_s" >= ${since_s}
            AND "t69"."since_s" < ${until_s}
            AND "t69"."handed_over_s" < 9000000000
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
            "t69"."source",
            'accepted' AS "stage",
            "t69"."accepted_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t69"."first_talk_s" >= "t69"."accepted_s"
                THEN "t69"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."deal_opened_s" >= "t69"."accepted_s"
                THEN "t69"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t69"."won_s" >= "t69"."accepted_s" THEN "t69"."won_s" ELSE 9000000000 END,
              CASE
                WHEN "t69"."lost_s" >= "t69"."accepted_s"
                THEN "t69"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t69"."back_s" >= "t69"."accepted_s"
                THEN "t69"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t68" AS "t69"
          WHERE
            "t69"."since_s" >= ${since_s}
            AND "t69"."since_s" < ${until_s}
            AND "t69"."accepted_s" < 9000000000
        ) AS "t75"
      ) AS "t81"
    ) AS "t84"
  ) AS "t85"
) AS "t86"
GROUP BY
  1,
  2,
  3,
  4
