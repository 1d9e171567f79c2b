-- by_source
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
    CAST(CASE
      WHEN "t11"."kind" = 'merged'
      THEN COALESCE("t11"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t11"."occurred_s" * 4000000000
    ) + "t11"."seq" AS "key"
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
      FROM "t20" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t20" AS "t22"
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
    "t39"."side",
    "t39"."source",
    "t39"."occurred_s",
    "t39"."occurred_month",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key"
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
), "t52" AS (
  SELECT
    "t48"."lead_id",
    MIN("t48"."occurred_s") AS "first_s",
    CAST(MIN("t48"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t48"."kind" = 'won' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t48"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t48"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
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
      COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
      "t40"."kind",
      "t40"."occurred_s",
      "t40"."occurred_month",
      (
        "t40"."occurred_s" * 4000000000
      ) + "t40"."seq" AS "key",
      "t40"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t40"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t40"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  GROUP BY
    1
), "t53" AS (
  SELECT
    *
  FROM "t43" AS "t45"
  WHERE
    "t45"."key" IN (
      SELECT
        "t50"."first_key"
      FROM (
        SELECT
          "t45"."lead_id" AS "first_lead_id",
          MIN("t45"."key") AS "first_key"
        FROM "t43" AS "t45"
        GROUP BY
          1
      ) AS "t50"
    )
), "t68" AS (
  SELECT
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
      "t56"."lead_id",
      "t56"."first_s",
      "t56"."first_month",
      "t56"."won_s",
      "t56"."revived_key",
      "t56"."first_talk_s",
      "t56"."qualified_s",
      "t56"."handed_over_s",
      "t56"."accepted_s",
      "t56"."deal_opened_s",
      "t66"."ended_lead_id",
      "t66"."lost_s",
      "t66"."back_s"
    FROM "t52" AS "t56"
    LEFT OUTER JOIN (
      SELECT
        "t64"."ended_lead_id",
        MIN(
          CASE
            WHEN "t64"."kind" IN ('disqualified', 'lost')
            THEN "t64"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t64"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t64"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t46"."kind",
            "t46"."occurred_s",
            "t46"."ended_lead_id",
            "t46"."key",
            "t59"."lead_id",
            "t59"."won_s",
            "t59"."revived_key"
          FROM (
            SELECT
              "t41"."kind",
              "t41"."occurred_s",
              COALESCE("t41"."into_id", "t41"."lead_id") AS "ended_lead_id",
              (
                "t41"."occurred_s" * 4000000000
              ) + "t41"."seq" AS "key"
            FROM (
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
                "t37"."gone_id",
                "t37"."into_id"
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
                ON "t21"."lead_id" = "t37"."gone_id"
            ) AS "t41"
          ) AS "t46"
          INNER JOIN (
            SELECT
              "t54"."lead_id",
              "t54"."won_s",
              "t54"."revived_key"
            FROM "t52" AS "t54"
          ) AS "t59"
            ON "t46"."ended_lead_id" = "t59"."lead_id"
        ) AS "t63"
        WHERE
          "t63"."won_s" = 9000000000 AND "t63"."key" > "t63"."revived_key"
      ) AS "t64"
      GROUP BY
        1
    ) AS "t66"
      ON "t56"."lead_id" = "t66"."ended_lead_id"
  ) AS "t67"
)
SELECT
  "t80"."source",
  "t80"."developed_by",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t80"."is_handed_over" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "handed_over",
  COUNT(CASE WHEN "t80"."is_won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t79"."lead_id",
    "t79"."since_s",
    "t79"."source",
    CASE
      WHEN COALESCE("t79"."referred_s", 9000000000) <= "t79"."since_s"
      THEN 'others'
      ELSE "t79"."found_by"
    END AS "developed_by",
    CASE WHEN "t79"."handed_over_s" < 9000000000 THEN 1 ELSE 0 END AS "is_handed_over",
    CASE WHEN "t79"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won"
  FROM (
    SELECT
      "t78"."won_s",
      "t78"."first_talk_s",
      "t78"."qualified_s",
      "t78"."handed_over_s",
      "t78"."accepted_s",
      "t78"."deal_opened_s",
      "t78"."lost_s",
      "t78"."back_s",
      "t78"."found_by",
      "t78"."lead_id",
      "t78"."since_s",
      "t78"."month",
      "t78"."source",
      "t49"."referred_lead_id",
      "t49"."referred_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t73"."won_s", 9000000000) AS "won_s",
            COALESCE("t73"."first_talk_s", 9000000000) AS "first_talk_s",
            COALESCE("t73"."qualified_s", 9000000000) AS "qualified_s",
            COALESCE("t73"."handed_over_s", 9000000000) AS "handed_over_s",
            COALESCE("t73"."accepted_s", 9000000000) AS "accepted_s",
            COALESCE("t73"."deal_opened_s", 9000000000) AS "deal_opened_s",
            COALESCE("t73"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t73"."back_s", 9000000000) AS "back_s",
            "t73"."found_by",
            "t73"."origin_lead_id" AS "lead_id",
            "t73"."origin_s" AS "since_s",
            "t73"."origin_month" AS "month",
            "t73"."origin" AS "source"
          FROM (
            SELECT
              "t62"."origin_lead_id",
              "t62"."origin",
              "t62"."found_by",
              "t62"."origin_s",
              "t62"."origin_month",
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
                "t55"."lead_id" AS "origin_lead_id",
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
            LEFT OUTER JOIN "t68" AS "t71"
              ON "t62"."origin_lead_id" = "t71"."lead_id"
          ) AS "t73"
        ) AS "t74"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t72"."won_s", 9000000000) AS "won_s",
            COALESCE("t72"."first_talk_s", 9000000000) AS "first_talk_s",
            COALESCE("t72"."qualified_s", 9000000000) AS "qualified_s",
            COALESCE("t72"."handed_over_s", 9000000000) AS "handed_over_s",
            COALESCE("t72"."accepted_s", 9000000000) AS "accepted_s",
            COALESCE("t72"."deal_opened_s", 9000000000) AS "deal_opened_s",
            COALESCE("t72"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t72"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t72"."lead_id",
            "t72"."first_s" AS "since_s",
            "t72"."first_month" AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t70"."lead_id",
              "t70"."first_s",
              "t70"."first_month",
              "t70"."won_s",
              "t70"."first_talk_s",
              "t70"."qualified_s",
              "t70"."handed_over_s",
              "t70"."accepted_s",
              "t70"."deal_opened_s",
              "t70"."lost_s",
              "t70"."back_s",
              "t60"."origin_lead_id"
            FROM "t68" AS "t70"
            LEFT OUTER JOIN (
              SELECT
                "t55"."lead_id" AS "origin_lead_id"
              FROM "t53" AS "t55"
            ) AS "t60"
              ON "t70"."lead_id" = "t60"."origin_lead_id"
          ) AS "t72"
          WHERE
            COALESCE("t72"."origin_lead_id", 0) = 0
        ) AS "t75"
      ) AS "t76"
      WHERE
        "t76"."since_s" >= ${since_s} AND "t76"."since_s" < ${until_s}
    ) AS "t78"
    LEFT OUTER JOIN (
      SELECT
        "t42"."lead_id" AS "referred_lead_id",
        MIN("t42"."occurred_s") AS "referred_s"
      FROM (
        SELECT
          "t38"."seq",
          "t38"."kind",
          "t38"."occurred_s",
          "t38"."occurred_month",
          "t38"."person_id",
          "t38"."side",
          "t38"."source",
          "t38"."value_code",
          "t38"."value_number",
          "t38"."points",
          "t38"."due_s",
          "t38"."worked_s",
          "t38"."lead_id" AS "own_lead_id",
          COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id"
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
                  AND "t0"."kind" IN ('referred')
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
      ) AS "t42"
      GROUP BY
        1
    ) AS "t49"
      ON "t78"."lead_id" = "t49"."referred_lead_id"
  ) AS "t79"
) AS "t80"
GROUP BY
  1,
  2
