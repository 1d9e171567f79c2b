-- by_source
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t15" AS (
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
          FROM "t6"
        )
      )
  ) AS "t10"
), "t25" AS (
  SELECT
    "t24"."lead_id" AS "gone_id",
    MAX("t24"."target_id") AS "into_id",
    MAX("t24"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t15" AS "t16"
      WHERE
        "t16"."seq" IN (
          SELECT
            "t21"."last_seq"
          FROM (
            SELECT
              "t20"."lead_id",
              MAX("t20"."seq") AS "last_seq"
            FROM (
              SELECT
                "t17"."lead_id",
                "t17"."occurred_s",
                "t17"."seq",
                "t17"."target_id",
                "t19"."last_s"
              FROM "t15" AS "t17"
              INNER JOIN (
                SELECT
                  "t16"."lead_id",
                  MAX("t16"."occurred_s") AS "last_s"
                FROM "t15" AS "t16"
                GROUP BY
                  1
              ) AS "t19"
                ON "t17"."lead_id" = "t19"."lead_id" AND "t17"."occurred_s" = "t19"."last_s"
            ) AS "t20"
            GROUP BY
              1
          ) AS "t21"
        )
    ) AS "t23"
    WHERE
      "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
  ) AS "t24"
  GROUP BY
    1
), "t37" AS (
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
    "t35"."gone_id",
    "t35"."into_id"
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
            'call',
            'captured',
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
    ) AS "t9"
    WHERE
      COALESCE("t9"."lead_id", 0) <> 0
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t33"."gone_id",
      COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
    FROM (
      SELECT
        "t32"."gone_id",
        "t32"."merged_s",
        "t32"."into_id",
        "t29"."via_id",
        "t29"."onward_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
        FROM (
          SELECT
            "t27"."gone_id",
            "t27"."into_id",
            "t27"."merged_s",
            "t29"."via_id",
            "t29"."onward_id"
          FROM "t25" AS "t27"
          LEFT OUTER JOIN (
            SELECT
              "t26"."gone_id" AS "via_id",
              "t26"."into_id" AS "onward_id"
            FROM "t25" AS "t26"
          ) AS "t29"
            ON "t27"."into_id" = "t29"."via_id"
        ) AS "t30"
      ) AS "t32"
      LEFT OUTER JOIN (
        SELECT
          "t26"."gone_id" AS "via_id",
          "t26"."into_id" AS "onward_id"
        FROM "t25" AS "t26"
      ) AS "t29"
        ON "t32"."into_id" = "t29"."via_id"
    ) AS "t33"
  ) AS "t35"
    ON "t14"."lead_id" = "t35"."gone_id"
), "t45" AS (
  SELECT
    "t44"."lead_id",
    MIN(CASE WHEN "t44"."kind" = 'captured' THEN "t44"."occurred_s" ELSE 9000000000 END) AS "captured_s",
    MIN("t44"."occurred_s") AS "any_s",
    MIN(CASE WHEN "t44"."kind" = 'won' THEN "t44"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t44"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t44"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MIN(CASE WHEN "t44"."is_talk" = 1 THEN "t44"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t44"."kind" = 'qualified' THEN "t44"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t44"."kind" = 'handed_over' THEN "t44"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t44"."kind" = 'accepted' THEN "t44"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t44"."kind" = 'deal_opened' THEN "t44"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
      "t38"."kind",
      "t38"."occurred_s",
      "t38"."seq",
      CASE
        WHEN "t38"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t38"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t38"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk"
    FROM "t37" AS "t38"
  ) AS "t44"
  GROUP BY
    1
)
SELECT
  "t63"."source",
  "t63"."developed_by",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t63"."is_handed_over" = 1 THEN 1 ELSE 0 END) AS "handed_over",
  SUM(CASE WHEN "t63"."is_won" = 1 THEN 1 ELSE 0 END) AS "won"
FROM (
  SELECT
    "t62"."lead_id",
    "t62"."source",
    CASE
      WHEN COALESCE("t62"."referred_s", 9000000000) <= "t62"."since_s"
      THEN 'others'
      ELSE "t62"."found_by"
    END AS "developed_by",
    CASE WHEN "t62"."handed_over_s" < 9000000000 THEN 1 ELSE 0 END AS "is_handed_over",
    CASE WHEN "t62"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won"
  FROM (
    SELECT
      "t61"."lead_id",
      "t61"."won_s",
      "t61"."first_talk_s",
      "t61"."qualified_s",
      "t61"."handed_over_s",
      "t61"."accepted_s",
      "t61"."deal_opened_s",
      "t61"."since_s",
      "t61"."lost_s",
      "t61"."back_s",
      "t61"."month",
      "t61"."source",
      "t61"."found_by",
      "t43"."referred_lead_id",
      "t43"."referred_s"
    FROM (
      SELECT
        "t59"."lead_id",
        "t59"."won_s",
        "t59"."first_talk_s",
        "t59"."qualified_s",
        "t59"."handed_over_s",
        "t59"."accepted_s",
        "t59"."deal_opened_s",
        "t59"."since_s",
        "t59"."lost_s",
        "t59"."back_s",
        CAST("t59"."occurred_month" AS BIGINT) AS "month",
        CASE
          WHEN "t59"."kind" = 'captured'
          THEN COALESCE("t59"."source", 'unknown')
          ELSE 'unknown'
        END AS "source",
        CASE
          WHEN "t59"."kind" = 'captured'
          THEN CASE
            WHEN "t59"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t59"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END
          ELSE 'unknown'
        END AS "found_by"
      FROM (
        SELECT
          "t58"."lead_id",
          "t58"."won_s",
          "t58"."first_talk_s",
          "t58"."qualified_s",
          "t58"."handed_over_s",
          "t58"."accepted_s",
          "t58"."deal_opened_s",
          "t58"."since_s",
          "t58"."first_seq",
          "t58"."lost_s",
          "t58"."back_s",
          "t5"."seq",
          "t5"."kind",
          "t5"."side",
          "t5"."source",
          "t5"."occurred_month"
        FROM (
          SELECT
            "t56"."lead_id",
            "t56"."won_s",
            "t56"."first_talk_s",
            "t56"."qualified_s",
            "t56"."handed_over_s",
            "t56"."accepted_s",
            "t56"."deal_opened_s",
            "t56"."since_s",
            "t56"."first_seq",
            "t56"."lost_s",
            "t56"."back_s"
          FROM (
            SELECT
              "t50"."lead_id",
              "t50"."won_s",
              "t50"."first_talk_s",
              "t50"."qualified_s",
              "t50"."handed_over_s",
              "t50"."accepted_s",
              "t50"."deal_opened_s",
              "t50"."since_s",
              "t55"."story_lead_id",
              "t55"."first_seq",
              "t55"."lost_s",
              "t55"."back_s"
            FROM (
              SELECT
                "t46"."lead_id",
                "t46"."won_s",
                "t46"."first_talk_s",
                "t46"."qualified_s",
                "t46"."handed_over_s",
                "t46"."accepted_s",
                "t46"."deal_opened_s",
                CASE
                  WHEN "t46"."captured_s" < 9000000000
                  THEN "t46"."captured_s"
                  ELSE "t46"."any_s"
                END AS "since_s"
              FROM "t45" AS "t46"
            ) AS "t50"
            INNER JOIN (
              SELECT
                "t53"."lead_id" AS "story_lead_id",
                MIN(CASE WHEN "t53"."is_first" = 1 THEN "t53"."seq" ELSE 9000000000000000000 END) AS "first_seq",
                MIN(
                  CASE
                    WHEN (
                      "t53"."is_end" = 1
                    ) AND "t53"."kind" IN ('disqualified', 'lost')
                    THEN "t53"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "lost_s",
                MIN(
                  CASE
                    WHEN (
                      "t53"."is_end" = 1
                    ) AND "t53"."kind" IN ('gave_up', 'recycled', 'rejected')
                    THEN "t53"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "back_s"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t51"."lead_id",
                    "t51"."kind",
                    "t51"."occurred_s",
                    "t51"."seq",
                    CASE
                      WHEN (
                        (
                          "t51"."kind" = 'captured'
                        ) AND (
                          "t51"."occurred_s" = "t51"."captured_s"
                        )
                      )
                      OR (
                        (
                          "t51"."captured_s" = 9000000000
                        )
                        AND (
                          "t51"."occurred_s" = "t51"."any_s"
                        )
                      )
                      THEN 1
                      ELSE 0
                    END AS "is_first",
                    CASE
                      WHEN "t51"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
                      AND (
                        "t51"."occurred_s" >= "t51"."revived_s"
                      )
                      AND (
                        "t51"."won_s" = 9000000000
                      )
                      THEN 1
                      ELSE 0
                    END AS "is_end"
                  FROM (
                    SELECT
                      "t41"."lead_id",
                      "t41"."kind",
                      "t41"."occurred_s",
                      "t41"."seq",
                      "t48"."captured_s",
                      "t48"."any_s",
                      "t48"."won_s",
                      "t48"."revived_s"
                    FROM (
                      SELECT
                        COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
                        "t38"."kind",
                        "t38"."occurred_s",
                        "t38"."seq"
                      FROM "t37" AS "t38"
                    ) AS "t41"
                    INNER JOIN (
                      SELECT
                        "t46"."lead_id",
                        "t46"."captured_s",
                        "t46"."any_s",
                        "t46"."won_s",
                        "t46"."revived_s"
                      FROM "t45" AS "t46"
                    ) AS "t48"
                      ON "t41"."lead_id" = "t48"."lead_id"
                  ) AS "t51"
                ) AS "t52"
                WHERE
                  (
                    "t52"."is_first" = 1
                  ) OR (
                    "t52"."is_end" = 1
                  )
              ) AS "t53"
              GROUP BY
                1
            ) AS "t55"
              ON "t50"."lead_id" = "t55"."story_lead_id"
          ) AS "t56"
        ) AS "t58"
        INNER JOIN (
          SELECT
            "t0"."seq",
            "t0"."kind",
            "t0"."side",
            "t0"."source",
            "t0"."occurred_month"
          FROM "facts" AS "t0"
          WHERE
            "t0"."kind" IN (
              'captured',
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
        ) AS "t5"
          ON "t58"."first_seq" = "t5"."seq"
      ) AS "t59"
      WHERE
        "t59"."since_s" >= ${since_s} AND "t59"."since_s" < ${until_s}
    ) AS "t61"
    LEFT OUTER JOIN (
      SELECT
        "t39"."lead_id" AS "referred_lead_id",
        MIN("t39"."occurred_s") AS "referred_s"
      FROM (
        SELECT
          "t36"."seq",
          "t36"."id",
          "t36"."kind",
          "t36"."occurred_s",
          "t36"."occurred_month",
          "t36"."person_id",
          "t36"."side",
          "t36"."source",
          "t36"."value_code",
          "t36"."value_number",
          "t36"."points",
          "t36"."due_s",
          "t36"."worked_s",
          "t36"."lead_id" AS "own_lead_id",
          COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id"
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
            "t13"."worked_s",
            "t35"."gone_id",
            "t35"."into_id"
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
                  AND "t0"."kind" IN ('referred')
              ) AS "t2"
              WHERE
                NOT (
                  "t2"."id" IN (
                    SELECT
                      *
                    FROM "t6"
                  )
                )
            ) AS "t8"
            WHERE
              COALESCE("t8"."lead_id", 0) <> 0
          ) AS "t13"
          LEFT OUTER JOIN (
            SELECT
              "t33"."gone_id",
              COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
            FROM (
              SELECT
                "t32"."gone_id",
                "t32"."merged_s",
                "t32"."into_id",
                "t29"."via_id",
                "t29"."onward_id"
              FROM (
                SELECT
                  "t30"."gone_id",
                  "t30"."merged_s",
                  COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t27"."gone_id",
                    "t27"."into_id",
                    "t27"."merged_s",
                    "t29"."via_id",
                    "t29"."onward_id"
                  FROM "t25" AS "t27"
                  LEFT OUTER JOIN (
                    SELECT
                      "t26"."gone_id" AS "via_id",
                      "t26"."into_id" AS "onward_id"
                    FROM "t25" AS "t26"
                  ) AS "t29"
                    ON "t27"."into_id" = "t29"."via_id"
                ) AS "t30"
              ) AS "t32"
              LEFT OUTER JOIN (
                SELECT
                  "t26"."gone_id" AS "via_id",
                  "t26"."into_id" AS "onward_id"
                FROM "t25" AS "t26"
              ) AS "t29"
                ON "t32"."into_id" = "t29"."via_id"
            ) AS "t33"
          ) AS "t35"
            ON "t13"."lead_id" = "t35"."gone_id"
        ) AS "t36"
      ) AS "t39"
      GROUP BY
        1
    ) AS "t43"
      ON "t61"."lead_id" = "t43"."referred_lead_id"
  ) AS "t62"
) AS "t63"
GROUP BY
  1,
  2
