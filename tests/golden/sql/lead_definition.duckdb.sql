-- pairs
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
), "t42" AS (
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
          AND "t0"."kind" IN (
            'accepted',
            'deal_opened',
            'disqualified',
            'handed_over',
            'lost',
            'qualified',
            'rejected',
            'stage_changed',
            'won'
          )
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
), "t57" AS (
  SELECT
    "t54"."lead_id",
    MIN("t54"."occurred_s") AS "first_s",
    CAST(MIN("t54"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t54"."kind" = 'won' THEN "t54"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t54"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t54"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
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
  ) AS "t54"
  GROUP BY
    1
), "t58" AS (
  SELECT
    *
  FROM "t47" AS "t51"
  WHERE
    "t51"."key" IN (
      SELECT
        "t55"."first_key"
      FROM (
        SELECT
          "t51"."lead_id" AS "first_lead_id",
          MIN("t51"."key") AS "first_key"
        FROM "t47" AS "t51"
        GROUP BY
          1
      ) AS "t55"
    )
), "t67" AS (
  SELECT
    "t60"."told_id",
    "t60"."hand_key",
    "t60"."said_key",
    CASE WHEN "t60"."hand_key" < 9000000000000000000 THEN "t60"."hand_key" ELSE 0 END AS "start_key"
  FROM (
    SELECT
      "t49"."lead_id" AS "told_id",
      MIN(
        CASE WHEN "t49"."kind" = 'handed_over' THEN "t49"."key" ELSE 9000000000000000000 END
      ) AS "hand_key",
      MIN(
        CASE
          WHEN (
            (
              "t49"."kind" = 'handed_over'
            )
            AND (
              COALESCE("t49"."reason", '') <> 'explored'
            )
          )
          OR (
            "t49"."kind" = 'qualified'
          )
          THEN "t49"."key"
          ELSE 9000000000000000000
        END
      ) AS "said_key"
    FROM (
      SELECT
        COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
        "t46"."kind",
        "t46"."side",
        "t46"."reason",
        (
          "t46"."occurred_s" * 4000000000
        ) + "t46"."seq" AS "key"
      FROM "t42" AS "t46"
    ) AS "t49"
    GROUP BY
      1
  ) AS "t60"
), "t81" AS (
  SELECT
    "t79"."lead_id",
    "t79"."first_s",
    "t79"."first_month",
    "t79"."won_s",
    "t79"."lost_s",
    "t79"."back_s"
  FROM (
    SELECT
      "t62"."lead_id",
      "t62"."first_s",
      "t62"."first_month",
      "t62"."won_s",
      "t62"."revived_key",
      "t77"."ended_lead_id",
      "t77"."lost_s",
      "t77"."back_s"
    FROM "t57" AS "t62"
    LEFT OUTER JOIN (
      SELECT
        "t74"."ended_lead_id",
        MIN(
          CASE
            WHEN "t74"."kind" IN ('disqualified', 'lost')
            THEN "t74"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t74"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t74"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t52"."kind",
            "t52"."occurred_s",
            "t52"."ended_lead_id",
            "t52"."key",
            "t65"."lead_id",
            "t65"."won_s",
            "t65"."revived_key"
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
          ) AS "t52"
          INNER JOIN (
            SELECT
              "t59"."lead_id",
              "t59"."won_s",
              "t59"."revived_key"
            FROM "t57" AS "t59"
          ) AS "t65"
            ON "t52"."ended_lead_id" = "t65"."lead_id"
        ) AS "t73"
        WHERE
          "t73"."won_s" = 9000000000 AND "t73"."key" > "t73"."revived_key"
      ) AS "t74"
      GROUP BY
        1
    ) AS "t77"
      ON "t62"."lead_id" = "t77"."ended_lead_id"
  ) AS "t79"
)
SELECT
  "t96"."source",
  "t96"."marketing",
  "t96"."sales",
  COUNT(*) AS "leads"
FROM (
  SELECT
    "t95"."lead_id",
    "t95"."source",
    CASE
      WHEN COALESCE("t95"."said_key", 9000000000000000000) < LEAST(
        COALESCE("t95"."back_key", 9000000000000000000),
        COALESCE("t95"."taken_key", 9000000000000000000)
      )
      THEN 'good'
      ELSE 'held_back'
    END AS "marketing",
    CASE
      WHEN COALESCE("t95"."back_key", 9000000000000000000) < COALESCE("t95"."next_key", 9000000000000000000)
      THEN 'rejected'
      WHEN COALESCE("t95"."taken_key", 9000000000000000000) < COALESCE("t95"."next_key", 9000000000000000000)
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM (
    SELECT
      "t94"."lead_id",
      "t94"."since_s",
      "t94"."source",
      "t94"."found_by",
      "t89"."told_id",
      "t89"."hand_key",
      "t89"."said_key",
      "t89"."next_key",
      "t89"."back_key",
      "t89"."taken_key"
    FROM (
      SELECT
        "t92"."lead_id",
        "t92"."since_s",
        "t92"."source",
        "t92"."found_by"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t88"."won_s", 9000000000) AS "won_s",
            COALESCE("t88"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t88"."back_s", 9000000000) AS "back_s",
            "t88"."found_by",
            "t88"."origin_lead_id" AS "lead_id",
            "t88"."origin_s" AS "since_s",
            "t88"."origin_month" AS "month",
            "t88"."origin" AS "source"
          FROM (
            SELECT
              "t72"."origin_lead_id",
              "t72"."origin",
              "t72"."found_by",
              "t72"."origin_s",
              "t72"."origin_month",
              "t84"."lead_id",
              "t84"."first_s",
              "t84"."first_month",
              "t84"."won_s",
              "t84"."lost_s",
              "t84"."back_s"
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
              FROM "t58" AS "t61"
            ) AS "t72"
            LEFT OUTER JOIN "t81" AS "t84"
              ON "t72"."origin_lead_id" = "t84"."lead_id"
          ) AS "t88"
        ) AS "t90"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t87"."won_s", 9000000000) AS "won_s",
            COALESCE("t87"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t87"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t87"."lead_id",
            "t87"."first_s" AS "since_s",
            "t87"."first_month" AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t83"."lead_id",
              "t83"."first_s",
              "t83"."first_month",
              "t83"."won_s",
              "t83"."lost_s",
              "t83"."back_s",
              "t66"."origin_lead_id"
            FROM "t81" AS "t83"
            LEFT OUTER JOIN (
              SELECT
                "t61"."lead_id" AS "origin_lead_id"
              FROM "t58" AS "t61"
            ) AS "t66"
              ON "t83"."lead_id" = "t66"."origin_lead_id"
          ) AS "t87"
          WHERE
            COALESCE("t87"."origin_lead_id", 0) = 0
        ) AS "t91"
      ) AS "t92"
    ) AS "t94"
    LEFT OUTER JOIN (
      SELECT
        "t85"."told_id",
        COALESCE("t85"."hand_key", 9000000000000000000) AS "hand_key",
        COALESCE("t85"."said_key", 9000000000000000000) AS "said_key",
        COALESCE("t85"."next_key", 9000000000000000000) AS "next_key",
        COALESCE("t85"."back_key", 9000000000000000000) AS "back_key",
        COALESCE("t85"."taken_key", 9000000000000000000) AS "taken_key"
      FROM (
        SELECT
          "t70"."told_id",
          "t70"."hand_key",
          "t70"."said_key",
          "t70"."start_key",
          "t80"."answered_id",
          "t80"."next_key",
          "t80"."back_key",
          "t80"."taken_key"
        FROM "t67" AS "t70"
        LEFT OUTER JOIN (
          SELECT
            "t75"."lead_id" AS "answered_id",
            MIN(
              CASE
                WHEN (
                  "t75"."key" > "t75"."start_key"
                ) AND (
                  "t75"."kind" = 'handed_over'
                )
                THEN "t75"."key"
                ELSE 9000000000000000000
              END
            ) AS "next_key",
            MIN(
              CASE
                WHEN (
                  "t75"."key" > "t75"."start_key"
                )
                AND (
                  (
                    "t75"."kind" = 'rejected'
                  )
                  OR (
                    (
                      "t75"."kind" = 'disqualified'
                    )
                    AND (
                      "t75"."side" = 'sales'
                    )
                    AND (
                      "t75"."start_key" = 0
                    )
                  )
                )
                THEN "t75"."key"
                ELSE 9000000000000000000
              END
            ) AS "back_key",
            MIN(
              CASE
                WHEN (
                  "t75"."key" > "t75"."start_key"
                )
                AND "t75"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                THEN "t75"."key"
                ELSE 9000000000000000000
              END
            ) AS "taken_key"
          FROM (
            SELECT
              "t53"."lead_id",
              "t53"."kind",
              "t53"."side",
              "t53"."key",
              "t71"."told_id",
              "t71"."hand_key",
              "t71"."said_key",
              "t71"."start_key"
            FROM (
              SELECT
                COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                "t46"."kind",
                "t46"."side",
                (
                  "t46"."occurred_s" * 4000000000
                ) + "t46"."seq" AS "key"
              FROM "t42" AS "t46"
              WHERE
                "t46"."kind" <> 'qualified'
            ) AS "t53"
            INNER JOIN "t67" AS "t71"
              ON "t53"."lead_id" = "t71"."told_id"
          ) AS "t75"
          GROUP BY
            1
        ) AS "t80"
          ON "t70"."told_id" = "t80"."answered_id"
      ) AS "t85"
    ) AS "t89"
      ON "t94"."lead_id" = "t89"."told_id"
  ) AS "t95"
  WHERE
    "t95"."since_s" >= ${since_s}
    AND "t95"."since_s" < ${until_s}
    AND (
      (
        CASE WHEN "t95"."found_by" = 'sales' THEN 1 ELSE 0 END = 0
      )
      OR (
        COALESCE("t95"."hand_key", 9000000000000000000) < 9000000000000000000
      )
    )
) AS "t96"
GROUP BY
  1,
  2,
  3

-- mix
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
    "t38"."recorded_s",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key",
    COALESCE("t38"."points", -1000000) AS "points",
    COALESCE("t38"."pact_version", 0) AS "version"
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
      "t14"."recorded_s",
      "t14"."pact_version",
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
        "t7"."worked_s",
        "t7"."recorded_s",
        "t7"."pact_version"
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
), "t43" AS (
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
            AND "t0"."kind" IN ('captured')
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
), "t51" AS (
  SELECT
    *
  FROM "t41" AS "t44"
  WHERE
    "t44"."key" IN (
      SELECT
        "t47"."first_key"
      FROM (
        SELECT
          "t44"."lead_id" AS "first_lead_id",
          MIN("t44"."key") AS "first_key"
        FROM "t41" AS "t44"
        GROUP BY
          1
      ) AS "t47"
    )
)
SELECT
  "t64"."source",
  "t64"."band",
  COUNT(CASE WHEN "t64"."stretch" = 'before' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "before",
  COUNT(CASE WHEN "t64"."stretch" = 'after' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "after"
FROM (
  SELECT
    "t63"."lead_id",
    COALESCE("t63"."origin", 'unknown') AS "source",
    CAST(CASE
      WHEN "t63"."points" = -1000000
      THEN -1
      WHEN "t63"."points" < 10
      THEN 0
      WHEN "t63"."points" < 20
      THEN 10
      WHEN "t63"."points" < 30
      THEN 20
      WHEN "t63"."points" < 40
      THEN 30
      WHEN "t63"."points" < 50
      THEN 40
      WHEN "t63"."points" < 60
      THEN 50
      WHEN "t63"."points" < 70
      THEN 60
      WHEN "t63"."points" < 80
      THEN 70
      WHEN "t63"."points" < 90
      THEN 80
      ELSE 90
    END AS BIGINT) AS "band",
    CASE
      WHEN "t63"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      )
      THEN 'after'
      ELSE 'before'
    END AS "stretch"
  FROM (
    SELECT
      "t57"."lead_id",
      "t57"."hand_key",
      "t57"."hand_s",
      "t57"."heard_s",
      "t57"."points",
      "t57"."version",
      "t62"."after_lead_id",
      "t62"."next_key",
      "t62"."back_key",
      "t62"."taken_key",
      "t62"."deal_s",
      "t62"."won_s",
      "t62"."end_s",
      "t62"."is_early",
      "t59"."origin_lead_id",
      "t59"."origin",
      "t59"."found_by",
      "t59"."origin_s",
      "t59"."origin_month"
    FROM (
      SELECT
        "t53"."lead_id",
        "t53"."key" AS "hand_key",
        "t53"."occurred_s" AS "hand_s",
        "t53"."recorded_s" AS "heard_s",
        CAST("t53"."points" AS BIGINT) AS "points",
        CAST("t53"."version" AS BIGINT) AS "version"
      FROM "t51" AS "t53"
    ) AS "t57"
    INNER JOIN (
      SELECT
        "t60"."lead_id" AS "after_lead_id",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'handed_over'
            )
            THEN "t60"."key"
            ELSE 9000000000000000000
          END
        ) AS "next_key",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'rejected'
            )
            THEN "t60"."key"
            ELSE 9000000000000000000
          END
        ) AS "back_key",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            )
            AND "t60"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
            THEN "t60"."key"
            ELSE 9000000000000000000
          END
        ) AS "taken_key",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND "t60"."kind" IN ('deal_opened', 'won')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "deal_s",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'won'
            )
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "won_s",
        MIN(
          CASE
            WHEN (
              "t60"."key" > "t60"."hand_key"
            )
            AND "t60"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "end_s",
        MAX(
          CASE
            WHEN (
              "t60"."key" < "t60"."hand_key"
            ) AND (
              "t60"."kind" = 'won'
            )
            THEN 1
            ELSE 0
          END
        ) AS "is_early"
      FROM (
        SELECT
          "t45"."lead_id",
          "t45"."kind",
          "t45"."side",
          "t45"."value_code",
          "t45"."occurred_s",
          "t45"."key",
          "t55"."hand_key",
          "t55"."handed_lead_id"
        FROM (
          SELECT
            COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
            "t39"."kind",
            "t39"."side",
            "t39"."value_code",
            "t39"."occurred_s",
            (
              "t39"."occurred_s" * 4000000000
            ) + "t39"."seq" AS "key"
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
        INNER JOIN (
          SELECT
            "t53"."key" AS "hand_key",
            "t53"."lead_id" AS "handed_lead_id"
          FROM "t51" AS "t53"
        ) AS "t55"
          ON "t45"."lead_id" = "t55"."handed_lead_id"
      ) AS "t60"
      GROUP BY
        1
    ) AS "t62"
      ON "t57"."lead_id" = "t62"."after_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t52"."lead_id" AS "origin_lead_id",
        COALESCE("t52"."source", 'unknown') AS "origin",
        CASE
          WHEN "t52"."side" IN ('buyer', 'marketing')
          THEN 'marketing'
          ELSE CASE WHEN "t52"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
        END AS "found_by",
        "t52"."occurred_s" AS "origin_s",
        CAST("t52"."occurred_month" AS BIGINT) AS "origin_month"
      FROM (
        SELECT
          *
        FROM "t43" AS "t46"
        WHERE
          "t46"."key" IN (
            SELECT
              "t48"."first_key"
            FROM (
              SELECT
                "t46"."lead_id" AS "first_lead_id",
                MIN("t46"."key") AS "first_key"
              FROM "t43" AS "t46"
              GROUP BY
                1
            ) AS "t48"
          )
      ) AS "t52"
    ) AS "t59"
      ON "t57"."lead_id" = "t59"."origin_lead_id"
  ) AS "t63"
  WHERE
    "t63"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t63"."hand_s" < (
      ${as_of_s} + 1
    )
) AS "t64"
GROUP BY
  1,
  2
