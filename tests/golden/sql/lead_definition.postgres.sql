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
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
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
      FROM "t21" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t21" AS "t22"
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
), "t38" AS (
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
    "t17"."reason",
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
), "t53" AS (
  SELECT
    "t50"."lead_id",
    MIN("t50"."occurred_s") AS "first_s",
    CAST(MIN("t50"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t50"."kind" = 'won' THEN "t50"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t50"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t50"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
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
  ) AS "t50"
  GROUP BY
    1
), "t54" AS (
  SELECT
    *
  FROM "t43" AS "t47"
  WHERE
    "t47"."key" IN (
      SELECT
        "t51"."first_key"
      FROM (
        SELECT
          "t47"."lead_id" AS "first_lead_id",
          MIN("t47"."key") AS "first_key"
        FROM "t43" AS "t47"
        GROUP BY
          1
      ) AS "t51"
    )
), "t63" AS (
  SELECT
    "t56"."told_id",
    "t56"."hand_key",
    "t56"."said_key",
    CASE WHEN "t56"."hand_key" < 9000000000000000000 THEN "t56"."hand_key" ELSE 0 END AS "start_key"
  FROM (
    SELECT
      "t45"."lead_id" AS "told_id",
      MIN(
        CASE WHEN "t45"."kind" = 'handed_over' THEN "t45"."key" ELSE 9000000000000000000 END
      ) AS "hand_key",
      MIN(
        CASE
          WHEN (
            (
              "t45"."kind" = 'handed_over'
            )
            AND (
              COALESCE("t45"."reason", '') <> 'explored'
            )
          )
          OR (
            "t45"."kind" = 'qualified'
          )
          THEN "t45"."key"
          ELSE 9000000000000000000
        END
      ) AS "said_key"
    FROM (
      SELECT
        COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
        "t42"."kind",
        "t42"."side",
        "t42"."reason",
        (
          "t42"."occurred_s" * 4000000000
        ) + "t42"."seq" AS "key"
      FROM "t38" AS "t42"
    ) AS "t45"
    GROUP BY
      1
  ) AS "t56"
), "t77" AS (
  SELECT
    "t75"."lead_id",
    "t75"."first_s",
    "t75"."first_month",
    "t75"."won_s",
    "t75"."lost_s",
    "t75"."back_s"
  FROM (
    SELECT
      "t58"."lead_id",
      "t58"."first_s",
      "t58"."first_month",
      "t58"."won_s",
      "t58"."revived_key",
      "t73"."ended_lead_id",
      "t73"."lost_s",
      "t73"."back_s"
    FROM "t53" AS "t58"
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
            "t48"."kind",
            "t48"."occurred_s",
            "t48"."ended_lead_id",
            "t48"."key",
            "t61"."lead_id",
            "t61"."won_s",
            "t61"."revived_key"
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
                "t37"."gone_id",
                "t37"."into_id"
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
                ON "t20"."lead_id" = "t37"."gone_id"
            ) AS "t41"
          ) AS "t48"
          INNER JOIN (
            SELECT
              "t55"."lead_id",
              "t55"."won_s",
              "t55"."revived_key"
            FROM "t53" AS "t55"
          ) AS "t61"
            ON "t48"."ended_lead_id" = "t61"."lead_id"
        ) AS "t69"
        WHERE
          "t69"."won_s" = 9000000000 AND "t69"."key" > "t69"."revived_key"
      ) AS "t70"
      GROUP BY
        1
    ) AS "t73"
      ON "t58"."lead_id" = "t73"."ended_lead_id"
  ) AS "t75"
)
SELECT
  "t92"."source",
  "t92"."marketing",
  "t92"."sales",
  COUNT(*) AS "leads"
FROM (
  SELECT
    "t91"."lead_id",
    "t91"."since_s",
    "t91"."source",
    CASE
      WHEN COALESCE("t91"."said_key", 9000000000000000000) < LEAST(
        COALESCE("t91"."back_key", 9000000000000000000),
        COALESCE("t91"."taken_key", 9000000000000000000)
      )
      THEN 'good'
      ELSE 'held_back'
    END AS "marketing",
    CASE
      WHEN COALESCE("t91"."back_key", 9000000000000000000) < COALESCE("t91"."next_key", 9000000000000000000)
      THEN 'rejected'
      WHEN COALESCE("t91"."taken_key", 9000000000000000000) < COALESCE("t91"."next_key", 9000000000000000000)
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM (
    SELECT
      "t90"."lead_id",
      "t90"."since_s",
      "t90"."source",
      "t90"."found_by",
      "t85"."told_id",
      "t85"."hand_key",
      "t85"."said_key",
      "t85"."next_key",
      "t85"."back_key",
      "t85"."taken_key"
    FROM (
      SELECT
        "t88"."lead_id",
        "t88"."since_s",
        "t88"."source",
        "t88"."found_by"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t84"."won_s", 9000000000) AS "won_s",
            COALESCE("t84"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t84"."back_s", 9000000000) AS "back_s",
            "t84"."found_by",
            "t84"."origin_lead_id" AS "lead_id",
            "t84"."origin_s" AS "since_s",
            "t84"."origin_month" AS "month",
            "t84"."origin" AS "source"
          FROM (
            SELECT
              "t68"."origin_lead_id",
              "t68"."origin",
              "t68"."found_by",
              "t68"."origin_s",
              "t68"."origin_month",
              "t80"."lead_id",
              "t80"."first_s",
              "t80"."first_month",
              "t80"."won_s",
              "t80"."lost_s",
              "t80"."back_s"
            FROM (
              SELECT
                "t57"."lead_id" AS "origin_lead_id",
                COALESCE("t57"."source", 'unknown') AS "origin",
                CASE
                  WHEN "t57"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t57"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "found_by",
                "t57"."occurred_s" AS "origin_s",
                CAST("t57"."occurred_month" AS BIGINT) AS "origin_month"
              FROM "t54" AS "t57"
            ) AS "t68"
            LEFT OUTER JOIN "t77" AS "t80"
              ON "t68"."origin_lead_id" = "t80"."lead_id"
          ) AS "t84"
        ) AS "t86"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t83"."won_s", 9000000000) AS "won_s",
            COALESCE("t83"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t83"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t83"."lead_id",
            "t83"."first_s" AS "since_s",
            "t83"."first_month" AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t79"."lead_id",
              "t79"."first_s",
              "t79"."first_month",
              "t79"."won_s",
              "t79"."lost_s",
              "t79"."back_s",
              "t62"."origin_lead_id"
            FROM "t77" AS "t79"
            LEFT OUTER JOIN (
              SELECT
                "t57"."lead_id" AS "origin_lead_id"
              FROM "t54" AS "t57"
            ) AS "t62"
              ON "t79"."lead_id" = "t62"."origin_lead_id"
          ) AS "t83"
          WHERE
            COALESCE("t83"."origin_lead_id", 0) = 0
        ) AS "t87"
      ) AS "t88"
    ) AS "t90"
    LEFT OUTER JOIN (
      SELECT
        "t81"."told_id",
        COALESCE("t81"."hand_key", 9000000000000000000) AS "hand_key",
        COALESCE("t81"."said_key", 9000000000000000000) AS "said_key",
        COALESCE("t81"."next_key", 9000000000000000000) AS "next_key",
        COALESCE("t81"."back_key", 9000000000000000000) AS "back_key",
        COALESCE("t81"."taken_key", 9000000000000000000) AS "taken_key"
      FROM (
        SELECT
          "t66"."told_id",
          "t66"."hand_key",
          "t66"."said_key",
          "t66"."start_key",
          "t76"."answered_id",
          "t76"."next_key",
          "t76"."back_key",
          "t76"."taken_key"
        FROM "t63" AS "t66"
        LEFT OUTER JOIN (
          SELECT
            "t71"."lead_id" AS "answered_id",
            MIN(
              CASE
                WHEN (
                  "t71"."key" > "t71"."start_key"
                ) AND (
                  "t71"."kind" = 'handed_over'
                )
                THEN "t71"."key"
                ELSE 9000000000000000000
              END
            ) AS "next_key",
            MIN(
              CASE
                WHEN (
                  "t71"."key" > "t71"."start_key"
                )
                AND (
                  (
                    "t71"."kind" = 'rejected'
                  )
                  OR (
                    (
                      "t71"."kind" = 'disqualified'
                    )
                    AND (
                      "t71"."side" = 'sales'
                    )
                    AND (
                      "t71"."start_key" = 0
                    )
                  )
                )
                THEN "t71"."key"
                ELSE 9000000000000000000
              END
            ) AS "back_key",
            MIN(
              CASE
                WHEN (
                  "t71"."key" > "t71"."start_key"
                )
                AND "t71"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                THEN "t71"."key"
                ELSE 9000000000000000000
              END
            ) AS "taken_key"
          FROM (
            SELECT
              "t49"."lead_id",
              "t49"."kind",
              "t49"."side",
              "t49"."key",
              "t67"."told_id",
              "t67"."hand_key",
              "t67"."said_key",
              "t67"."start_key"
            FROM (
              SELECT
                COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                "t42"."kind",
                "t42"."side",
                (
                  "t42"."occurred_s" * 4000000000
                ) + "t42"."seq" AS "key"
              FROM "t38" AS "t42"
              WHERE
                "t42"."kind" <> 'qualified'
            ) AS "t49"
            INNER JOIN "t63" AS "t67"
              ON "t49"."lead_id" = "t67"."told_id"
          ) AS "t71"
          GROUP BY
            1
        ) AS "t76"
          ON "t66"."told_id" = "t76"."answered_id"
      ) AS "t81"
    ) AS "t85"
      ON "t90"."lead_id" = "t85"."told_id"
  ) AS "t91"
  WHERE
    "t91"."since_s" >= ${since_s}
    AND "t91"."since_s" < ${until_s}
    AND (
      (
        CASE WHEN "t91"."found_by" = 'sales' THEN 1 ELSE 0 END = 0
      )
      OR (
        COALESCE("t91"."hand_key", 9000000000000000000) < 9000000000000000000
      )
    )
) AS "t92"
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
    "t34"."recorded_s",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key",
    COALESCE("t34"."points", -1000000) AS "points",
    COALESCE("t34"."pact_version", 0) AS "version"
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
      "t14"."recorded_s",
      "t14"."pact_version",
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
), "t39" AS (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."side",
    "t36"."source",
    "t36"."occurred_s",
    "t36"."occurred_month",
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
), "t47" AS (
  SELECT
    *
  FROM "t37" AS "t40"
  WHERE
    "t40"."key" IN (
      SELECT
        "t43"."first_key"
      FROM (
        SELECT
          "t40"."lead_id" AS "first_lead_id",
          MIN("t40"."key") AS "first_key"
        FROM "t37" AS "t40"
        GROUP BY
          1
      ) AS "t43"
    )
)
SELECT
  "t60"."source",
  "t60"."band",
  COUNT(CASE WHEN "t60"."stretch" = 'before' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "before",
  COUNT(CASE WHEN "t60"."stretch" = 'after' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "after"
FROM (
  SELECT
    "t59"."lead_id",
    COALESCE("t59"."origin", 'unknown') AS "source",
    CAST(CASE
      WHEN "t59"."points" = -1000000
      THEN -1
      WHEN "t59"."points" < 10
      THEN 0
      WHEN "t59"."points" < 20
      THEN 10
      WHEN "t59"."points" < 30
      THEN 20
      WHEN "t59"."points" < 40
      THEN 30
      WHEN "t59"."points" < 50
      THEN 40
      WHEN "t59"."points" < 60
      THEN 50
      WHEN "t59"."points" < 70
      THEN 60
      WHEN "t59"."points" < 80
      THEN 70
      WHEN "t59"."points" < 90
      THEN 80
      ELSE 90
    END AS BIGINT) AS "band",
    CASE
      WHEN "t59"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      )
      THEN 'after'
      ELSE 'before'
    END AS "stretch"
  FROM (
    SELECT
      "t53"."lead_id",
      "t53"."hand_key",
      "t53"."hand_s",
      "t53"."heard_s",
      "t53"."points",
      "t53"."version",
      "t58"."after_lead_id",
      "t58"."next_key",
      "t58"."back_key",
      "t58"."taken_key",
      "t58"."deal_s",
      "t58"."won_s",
      "t58"."end_s",
      "t58"."is_early",
      "t55"."origin_lead_id",
      "t55"."origin",
      "t55"."found_by",
      "t55"."origin_s",
      "t55"."origin_month"
    FROM (
      SELECT
        "t49"."lead_id",
        "t49"."key" AS "hand_key",
        "t49"."occurred_s" AS "hand_s",
        "t49"."recorded_s" AS "heard_s",
        CAST("t49"."points" AS BIGINT) AS "points",
        CAST("t49"."version" AS BIGINT) AS "version"
      FROM "t47" AS "t49"
    ) AS "t53"
    INNER JOIN (
      SELECT
        "t56"."lead_id" AS "after_lead_id",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'handed_over'
            )
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "next_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'rejected'
            )
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "back_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            )
            AND "t56"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "taken_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND "t56"."kind" IN ('deal_opened', 'won')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "deal_s",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'won'
            )
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "won_s",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            )
            AND "t56"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "end_s",
        MAX(
          CASE
            WHEN (
              "t56"."key" < "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'won'
            )
            THEN 1
            ELSE 0
          END
        ) AS "is_early"
      FROM (
        SELECT
          "t41"."lead_id",
          "t41"."kind",
          "t41"."side",
          "t41"."value_code",
          "t41"."occurred_s",
          "t41"."key",
          "t51"."hand_key",
          "t51"."handed_lead_id"
        FROM (
          SELECT
            COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
            "t35"."kind",
            "t35"."side",
            "t35"."value_code",
            "t35"."occurred_s",
            (
              "t35"."occurred_s" * 4000000000
            ) + "t35"."seq" AS "key"
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
        INNER JOIN (
          SELECT
            "t49"."key" AS "hand_key",
            "t49"."lead_id" AS "handed_lead_id"
          FROM "t47" AS "t49"
        ) AS "t51"
          ON "t41"."lead_id" = "t51"."handed_lead_id"
      ) AS "t56"
      GROUP BY
        1
    ) AS "t58"
      ON "t53"."lead_id" = "t58"."after_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t48"."lead_id" AS "origin_lead_id",
        COALESCE("t48"."source", 'unknown') AS "origin",
        CASE
          WHEN "t48"."side" IN ('buyer', 'marketing')
          THEN 'marketing'
          ELSE CASE WHEN "t48"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
        END AS "found_by",
        "t48"."occurred_s" AS "origin_s",
        CAST("t48"."occurred_month" AS BIGINT) AS "origin_month"
      FROM (
        SELECT
          *
        FROM "t39" AS "t42"
        WHERE
          "t42"."key" IN (
            SELECT
              "t44"."first_key"
            FROM (
              SELECT
                "t42"."lead_id" AS "first_lead_id",
                MIN("t42"."key") AS "first_key"
              FROM "t39" AS "t42"
              GROUP BY
                1
            ) AS "t44"
          )
      ) AS "t48"
    ) AS "t55"
      ON "t53"."lead_id" = "t55"."origin_lead_id"
  ) AS "t59"
  WHERE
    "t59"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t59"."hand_s" < (
      ${as_of_s} + 1
    )
) AS "t60"
GROUP BY
  1,
  2
