-- states
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
), "t39" AS (
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
          AND "t0"."kind" IN ('handed_over', 'qualified', 'won')
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
), "t40" AS (
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
            'deal_opened',
            'disqualified',
            'gave_up',
            'handed_over',
            'lost',
            'queued',
            'recycled',
            'rejected',
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
), "t41" AS (
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
          AND "t0"."kind" IN ('accepted', 'handed_over', 'rejected')
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
), "t45" AS (
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
            AND "t0"."kind" IN ('captured')
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
), "t63" AS (
  SELECT
    *
  FROM "t45" AS "t48"
  WHERE
    "t48"."key" IN (
      SELECT
        "t56"."first_key"
      FROM (
        SELECT
          "t48"."lead_id" AS "first_lead_id",
          MIN("t48"."key") AS "first_key"
        FROM "t45" AS "t48"
        GROUP BY
          1
      ) AS "t56"
    )
)
SELECT
  *
FROM (
  SELECT
    "t88"."promise",
    "t88"."part",
    "t88"."month",
    "t88"."source",
    "t88"."state",
    COUNT(*) AS "cases"
  FROM (
    SELECT
      "t86"."lead_id",
      "t86"."promise",
      "t86"."part",
      "t86"."month",
      "t86"."state",
      COALESCE("t86"."origin", 'unknown') AS "source"
    FROM (
      SELECT
        "t83"."lead_id",
        "t83"."promise",
        "t83"."part",
        "t83"."month",
        "t83"."state",
        "t70"."origin_lead_id",
        "t70"."origin"
      FROM (
        SELECT
          "t79"."wait_lead_id" AS "lead_id",
          'waiting' AS "promise",
          '' AS "part",
          CAST("t79"."month" AS BIGINT) AS "month",
          CASE
            WHEN (
              COALESCE("t79"."hand_s", 9000000000) <= "t79"."due_s"
            )
            AND (
              COALESCE("t79"."hand_s", 9000000000) <= COALESCE("t79"."left_s", 9000000000)
            )
            THEN 'kept'
            WHEN (
              COALESCE("t79"."left_s", 9000000000) <= "t79"."due_s"
            )
            AND (
              COALESCE("t79"."left_s", 9000000000) < COALESCE("t79"."hand_s", 9000000000)
            )
            THEN 'withdrawn'
            WHEN "t79"."due_s" <= ${as_of_s}
            THEN 'missed'
            ELSE 'running'
          END AS "state"
        FROM (
          SELECT
            "t64"."wait_lead_id",
            "t64"."start_s",
            "t64"."due_s",
            "t64"."month",
            "t64"."wait_key",
            "t75"."stop_key",
            "t75"."hand_s",
            "t75"."left_s"
          FROM (
            SELECT
              "t57"."wait_lead_id",
              "t57"."start_s",
              "t57"."due_s",
              "t57"."month",
              "t57"."key" AS "wait_key"
            FROM (
              SELECT
                "t50"."key",
                MIN("t50"."lead_id") AS "wait_lead_id",
                MIN("t50"."occurred_s") AS "start_s",
                MIN("t50"."due_s") AS "due_s",
                MIN("t50"."occurred_month") AS "month"
              FROM (
                SELECT
                  COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                  "t43"."kind",
                  "t43"."occurred_s",
                  "t43"."occurred_month",
                  "t43"."due_s",
                  (
                    "t43"."occurred_s" * 4000000000
                  ) + "t43"."seq" AS "key"
                FROM "t40" AS "t43"
                WHERE
                  "t43"."kind" = 'queued' AND COALESCE("t43"."due_s", 0) > 0
              ) AS "t50"
              GROUP BY
                1
            ) AS "t57"
            WHERE
              "t57"."start_s" >= ${since_s} AND "t57"."start_s" < ${until_s}
          ) AS "t64"
          LEFT OUTER JOIN (
            SELECT
              "t72"."wait_key" AS "stop_key",
              MIN(
                CASE WHEN "t72"."kind" = 'handed_over' THEN "t72"."occurred_s" ELSE 9000000000 END
              ) AS "hand_s",
              MIN(
                CASE WHEN "t72"."kind" <> 'handed_over' THEN "t72"."occurred_s" ELSE 9000000000 END
              ) AS "left_s"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t64"."wait_lead_id",
                  "t64"."start_s",
                  "t64"."due_s",
                  "t64"."month",
                  "t64"."wait_key",
                  "t53"."lead_id",
                  "t53"."kind",
                  "t53"."occurred_s",
                  "t53"."key"
                FROM (
                  SELECT
                    "t57"."wait_lead_id",
                    "t57"."start_s",
                    "t57"."due_s",
                    "t57"."month",
                    "t57"."key" AS "wait_key"
                  FROM (
                    SELECT
                      "t50"."key",
                      MIN("t50"."lead_id") AS "wait_lead_id",
                      MIN("t50"."occurred_s") AS "start_s",
                      MIN("t50"."due_s") AS "due_s",
                      MIN("t50"."occurred_month") AS "month"
                    FROM (
                      SELECT
                        COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                        "t43"."kind",
                        "t43"."occurred_s",
                        "t43"."occurred_month",
                        "t43"."due_s",
                        (
                          "t43"."occurred_s" * 4000000000
                        ) + "t43"."seq" AS "key"
                      FROM "t40" AS "t43"
                      WHERE
                        "t43"."kind" = 'queued' AND COALESCE("t43"."due_s", 0) > 0
                    ) AS "t50"
                    GROUP BY
                      1
                  ) AS "t57"
                  WHERE
                    "t57"."start_s" >= ${since_s} AND "t57"."start_s" < ${until_s}
                ) AS "t64"
                INNER JOIN (
                  SELECT
                    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                    "t43"."kind",
                    "t43"."occurred_s",
                    (
                      "t43"."occurred_s" * 4000000000
                    ) + "t43"."seq" AS "key"
                  FROM "t40" AS "t43"
                  WHERE
                    "t43"."kind" <> 'queued'
                ) AS "t53"
                  ON "t64"."wait_lead_id" = "t53"."lead_id"
              ) AS "t69"
              WHERE
                "t69"."key" > "t69"."wait_key"
            ) AS "t72"
            GROUP BY
              1
          ) AS "t75"
            ON "t64"."wait_key" = "t75"."stop_key"
        ) AS "t79"
      ) AS "t83"
      LEFT OUTER JOIN (
        SELECT
          "t65"."lead_id" AS "origin_lead_id",
          COALESCE("t65"."source", 'unknown') AS "origin"
        FROM "t63" AS "t65"
      ) AS "t70"
        ON "t83"."lead_id" = "t70"."origin_lead_id"
    ) AS "t86"
  ) AS "t88"
  GROUP BY
    1,
    2,
    3,
    4,
    5
) AS "t90"
UNION ALL
SELECT
  *
FROM (
  SELECT
    'volume' AS "promise",
    "t87"."part",
    "t87"."month",
    "t87"."source",
    'counted' AS "state",
    "t87"."cases"
  FROM (
    SELECT
      "t85"."part",
      "t85"."month",
      "t85"."source",
      COUNT(*) AS "cases"
    FROM (
      SELECT
        "t84"."lead_id",
        "t84"."month",
        "t84"."part",
        "t84"."promise",
        "t84"."state",
        COALESCE("t84"."origin", 'unknown') AS "source"
      FROM (
        SELECT
          "t81"."lead_id",
          "t81"."month",
          "t81"."part",
          "t81"."promise",
          "t81"."state",
          "t70"."origin_lead_id",
          "t70"."origin"
        FROM (
          SELECT
            "t78"."lead_id",
            "t78"."month",
            CASE
              WHEN "t78"."kind" = 'captured'
              THEN 'leads_captured'
              WHEN "t78"."kind" = 'qualified'
              THEN 'qualified_leads'
              WHEN "t78"."kind" = 'handed_over'
              THEN 'handoffs'
              WHEN "t78"."kind" = 'accepted'
              THEN 'accepted_handoffs'
              WHEN "t78"."kind" = 'won'
              THEN 'deals_won'
              ELSE ''
            END AS "part",
            'volume' AS "promise",
            'counted' AS "state"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t65"."lead_id",
                  'captured' AS "kind",
                  CAST("t65"."occurred_month" AS BIGINT) AS "month",
                  "t65"."occurred_s" AS "since_s"
                FROM "t63" AS "t65"
              ) AS "t68"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t47"."lead_id",
                    "t47"."kind",
                    MIN("t47"."month") AS "month",
                    MIN("t47"."since_s") AS "since_s"
                  FROM (
                    SELECT
                      COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                      "t42"."kind",
                      CAST("t42"."occurred_month" AS BIGINT) AS "month",
                      "t42"."occurred_s" AS "since_s"
                    FROM "t39" AS "t42"
                    WHERE
                      "t42"."kind" = 'qualified'
                  ) AS "t47"
                  GROUP BY
                    1,
                    2
                ) AS "t55"
              ) AS "t59"
            ) AS "t71"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                  "t42"."kind",
                  CAST("t42"."occurred_month" AS BIGINT) AS "month",
                  "t42"."occurred_s" AS "since_s"
                FROM "t39" AS "t42"
                WHERE
                  "t42"."kind" <> 'qualified'
              ) AS "t46"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t73"."lead_id",
                  'accepted' AS "kind",
                  "t73"."month",
                  "t73"."occurred_s" AS "since_s"
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
                      "t60"."key",
                      "t60"."lead_id",
                      "t60"."occurred_s",
                      "t60"."month",
                      "t54"."beside_lead_id",
                      "t54"."beside_kind",
                      "t54"."beside_key"
                    FROM (
                      SELECT
                        "t51"."key",
                        MIN("t51"."lead_id") AS "lead_id",
                        MIN("t51"."occurred_s") AS "occurred_s",
                        MIN("t51"."month") AS "month"
                      FROM (
                        SELECT
                          COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
                          "t44"."kind",
                          "t44"."occurred_s",
                          CAST("t44"."occurred_month" AS BIGINT) AS "month",
                          (
                            "t44"."occurred_s" * 4000000000
                          ) + "t44"."seq" AS "key"
                        FROM "t41" AS "t44"
                        WHERE
                          "t44"."kind" = 'accepted'
                      ) AS "t51"
                      GROUP BY
                        1
                    ) AS "t60"
                    INNER JOIN (
                      SELECT
                        COALESCE("t44"."into_id", "t44"."lead_id") AS "beside_lead_id",
                        "t44"."kind" AS "beside_kind",
                        (
                          "t44"."occurred_s" * 4000000000
                        ) + "t44"."seq" AS "beside_key"
                      FROM "t41" AS "t44"
                    ) AS "t54"
                      ON "t60"."lead_id" = "t54"."beside_lead_id"
                  ) AS "t66"
                  GROUP BY
                    1
                ) AS "t73"
                WHERE
                  "t73"."next_answer_key" >= "t73"."next_hand_key"
                  AND CASE WHEN "t73"."hands_before" > 0 THEN 1 ELSE 0 END = 1
              ) AS "t76"
            ) AS "t77"
          ) AS "t78"
          WHERE
            "t78"."since_s" >= ${since_s} AND "t78"."since_s" < ${until_s}
        ) AS "t81"
        LEFT OUTER JOIN (
          SELECT
            "t65"."lead_id" AS "origin_lead_id",
            COALESCE("t65"."source", 'unknown') AS "origin"
          FROM "t63" AS "t65"
        ) AS "t70"
          ON "t81"."lead_id" = "t70"."origin_lead_id"
      ) AS "t84"
    ) AS "t85"
    GROUP BY
      1,
      2,
      3
  ) AS "t87"
) AS "t89"

-- missing
WITH "t3" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t9" AS (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
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
    ) AS "t2"
    WHERE
      NOT (
        "t2"."id" IN (
          SELECT
            *
          FROM "t3"
        )
      )
  ) AS "t6"
), "t15" AS (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."key" IN (
          SELECT
            "t11"."last_key"
          FROM (
            SELECT
              "t10"."lead_id",
              MAX("t10"."key") AS "last_key"
            FROM "t9" AS "t10"
            GROUP BY
              1
          ) AS "t11"
        )
    ) AS "t13"
    WHERE
      "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
  ) AS "t14"
  GROUP BY
    1
)
SELECT
  "t27"."step",
  COUNT(*) AS "hand_offs"
FROM (
  SELECT
    COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id",
    (
      "t26"."occurred_s" * 4000000000
    ) + "t26"."seq" AS "hand_key",
    "t26"."occurred_s" AS "hand_s",
    "t26"."recorded_s" AS "heard_s",
    "t26"."occurred_month" AS "month",
    COALESCE("t26"."step", '') AS "step"
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
      "t8"."recorded_s",
      "t8"."step",
      "t25"."gone_id",
      "t25"."into_id"
    FROM (
      SELECT
        "t5"."seq",
        "t5"."kind",
        "t5"."occurred_s",
        "t5"."occurred_month",
        "t5"."lead_id",
        "t5"."person_id",
        "t5"."side",
        "t5"."source",
        "t5"."value_code",
        "t5"."value_number",
        "t5"."points",
        "t5"."due_s",
        "t5"."worked_s",
        "t5"."recorded_s",
        "t5"."step"
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
              FROM "t3"
            )
          )
      ) AS "t5"
      WHERE
        COALESCE("t5"."lead_id", 0) <> 0
    ) AS "t8"
    LEFT OUTER JOIN (
      SELECT
        "t23"."gone_id",
        COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
      FROM (
        SELECT
          "t22"."gone_id",
          "t22"."merged_s",
          "t22"."merged_key",
          "t22"."into_id",
          "t19"."via_id",
          "t19"."onward_id"
        FROM (
          SELECT
            "t20"."gone_id",
            "t20"."merged_s",
            "t20"."merged_key",
            COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
          FROM (
            SELECT
              "t17"."gone_id",
              "t17"."into_id",
              "t17"."merged_s",
              "t17"."merged_key",
              "t19"."via_id",
              "t19"."onward_id"
            FROM "t15" AS "t17"
            LEFT OUTER JOIN (
              SELECT
                "t16"."gone_id" AS "via_id",
                "t16"."into_id" AS "onward_id"
              FROM "t15" AS "t16"
            ) AS "t19"
              ON "t17"."into_id" = "t19"."via_id"
          ) AS "t20"
        ) AS "t22"
        LEFT OUTER JOIN (
          SELECT
            "t16"."gone_id" AS "via_id",
            "t16"."into_id" AS "onward_id"
          FROM "t15" AS "t16"
        ) AS "t19"
          ON "t22"."into_id" = "t19"."via_id"
      ) AS "t23"
    ) AS "t25"
      ON "t8"."lead_id" = "t25"."gone_id"
  ) AS "t26"
  WHERE
    "t26"."side" <> 'sales'
    AND "t26"."occurred_s" >= ${since_s}
    AND "t26"."occurred_s" < ${until_s}
) AS "t27"
GROUP BY
  1
