-- states
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
), "t35" AS (
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
          AND "t0"."kind" IN ('disqualified', 'handed_over', 'queued', 'recycled', 'rejected')
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
), "t36" AS (
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
          AND "t0"."kind" IN ('accepted', 'handed_over', 'qualified', 'won')
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
), "t39" AS (
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
), "t54" AS (
  SELECT
    *
  FROM "t39" AS "t42"
  WHERE
    "t42"."key" IN (
      SELECT
        "t48"."first_key"
      FROM (
        SELECT
          "t42"."lead_id" AS "first_lead_id",
          MIN("t42"."key") AS "first_key"
        FROM "t39" AS "t42"
        GROUP BY
          1
      ) AS "t48"
    )
)
SELECT
  *
FROM (
  SELECT
    "t76"."promise",
    "t76"."part",
    "t76"."month",
    "t76"."source",
    "t76"."state",
    COUNT(*) AS "cases"
  FROM (
    SELECT
      "t75"."lead_id",
      "t75"."promise",
      "t75"."part",
      "t75"."month",
      "t75"."state",
      COALESCE("t75"."origin", 'unknown') AS "source"
    FROM (
      SELECT
        "t74"."lead_id",
        "t74"."promise",
        "t74"."part",
        "t74"."month",
        "t74"."state",
        "t60"."origin_lead_id",
        "t60"."origin"
      FROM (
        SELECT
          "t69"."wait_lead_id" AS "lead_id",
          'waiting' AS "promise",
          '' AS "part",
          CAST("t69"."month" AS BIGINT) AS "month",
          CASE
            WHEN (
              COALESCE("t69"."hand_s", 9000000000) <= "t69"."due_s"
            )
            AND (
              COALESCE("t69"."hand_s", 9000000000) <= COALESCE("t69"."left_s", 9000000000)
            )
            THEN 'kept'
            WHEN (
              COALESCE("t69"."left_s", 9000000000) <= "t69"."due_s"
            )
            AND (
              COALESCE("t69"."left_s", 9000000000) < COALESCE("t69"."hand_s", 9000000000)
            )
            THEN 'withdrawn'
            WHEN "t69"."due_s" <= ${as_of_s}
            THEN 'missed'
            ELSE 'running'
          END AS "state"
        FROM (
          SELECT
            "t55"."wait_lead_id",
            "t55"."start_s",
            "t55"."due_s",
            "t55"."month",
            "t55"."wait_key",
            "t67"."stop_key",
            "t67"."hand_s",
            "t67"."left_s"
          FROM (
            SELECT
              "t49"."wait_lead_id",
              "t49"."start_s",
              "t49"."due_s",
              "t49"."month",
              "t49"."key" AS "wait_key"
            FROM (
              SELECT
                "t44"."key",
                MIN("t44"."lead_id") AS "wait_lead_id",
                MIN("t44"."occurred_s") AS "start_s",
                MIN("t44"."due_s") AS "due_s",
                MIN("t44"."occurred_month") AS "month"
              FROM (
                SELECT
                  COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id",
                  "t37"."kind",
                  "t37"."occurred_s",
                  "t37"."occurred_month",
                  "t37"."due_s",
                  (
                    "t37"."occurred_s" * 4000000000
                  ) + "t37"."seq" AS "key"
                FROM "t35" AS "t37"
                WHERE
                  "t37"."kind" = 'queued' AND COALESCE("t37"."due_s", 0) > 0
              ) AS "t44"
              GROUP BY
                1
            ) AS "t49"
            WHERE
              "t49"."start_s" >= ${since_s} AND "t49"."start_s" < ${until_s}
          ) AS "t55"
          LEFT OUTER JOIN (
            SELECT
              "t63"."wait_key" AS "stop_key",
              MIN(
                CASE WHEN "t63"."kind" = 'handed_over' THEN "t63"."occurred_s" ELSE 9000000000 END
              ) AS "hand_s",
              MIN(
                CASE WHEN "t63"."kind" <> 'handed_over' THEN "t63"."occurred_s" ELSE 9000000000 END
              ) AS "left_s"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t55"."wait_lead_id",
                  "t55"."start_s",
                  "t55"."due_s",
                  "t55"."month",
                  "t55"."wait_key",
                  "t45"."lead_id",
                  "t45"."kind",
                  "t45"."occurred_s",
                  "t45"."key"
                FROM (
                  SELECT
                    "t49"."wait_lead_id",
                    "t49"."start_s",
                    "t49"."due_s",
                    "t49"."month",
                    "t49"."key" AS "wait_key"
                  FROM (
                    SELECT
                      "t44"."key",
                      MIN("t44"."lead_id") AS "wait_lead_id",
                      MIN("t44"."occurred_s") AS "start_s",
                      MIN("t44"."due_s") AS "due_s",
                      MIN("t44"."occurred_month") AS "month"
                    FROM (
                      SELECT
                        COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id",
                        "t37"."kind",
                        "t37"."occurred_s",
                        "t37"."occurred_month",
                        "t37"."due_s",
                        (
                          "t37"."occurred_s" * 4000000000
                        ) + "t37"."seq" AS "key"
                      FROM "t35" AS "t37"
                      WHERE
                        "t37"."kind" = 'queued' AND COALESCE("t37"."due_s", 0) > 0
                    ) AS "t44"
                    GROUP BY
                      1
                  ) AS "t49"
                  WHERE
                    "t49"."start_s" >= ${since_s} AND "t49"."start_s" < ${until_s}
                ) AS "t55"
                INNER JOIN (
                  SELECT
                    COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id",
                    "t37"."kind",
                    "t37"."occurred_s",
                    (
                      "t37"."occurred_s" * 4000000000
                    ) + "t37"."seq" AS "key"
                  FROM "t35" AS "t37"
                  WHERE
                    "t37"."kind" <> 'queued'
                ) AS "t45"
                  ON "t55"."wait_lead_id" = "t45"."lead_id"
              ) AS "t59"
              WHERE
                "t59"."key" > "t59"."wait_key"
            ) AS "t63"
            GROUP BY
              1
          ) AS "t67"
            ON "t55"."wait_key" = "t67"."stop_key"
        ) AS "t69"
      ) AS "t74"
      LEFT OUTER JOIN (
        SELECT
          "t56"."lead_id" AS "origin_lead_id",
          COALESCE("t56"."source", 'unknown') AS "origin"
        FROM "t54" AS "t56"
      ) AS "t60"
        ON "t74"."lead_id" = "t60"."origin_lead_id"
    ) AS "t75"
  ) AS "t76"
  GROUP BY
    1,
    2,
    3,
    4,
    5
) AS "t77"
UNION ALL
SELECT
  *
FROM (
  SELECT
    'volume' AS "promise",
    "t71"."part",
    "t71"."month",
    "t71"."source",
    'counted' AS "state",
    "t71"."cases"
  FROM (
    SELECT
      "t70"."part",
      "t70"."month",
      "t70"."source",
      COUNT(*) AS "cases"
    FROM (
      SELECT
        "t68"."lead_id",
        "t68"."month",
        "t68"."part",
        "t68"."promise",
        "t68"."state",
        COALESCE("t68"."origin", 'unknown') AS "source"
      FROM (
        SELECT
          "t65"."lead_id",
          "t65"."month",
          "t65"."part",
          "t65"."promise",
          "t65"."state",
          "t60"."origin_lead_id",
          "t60"."origin"
        FROM (
          SELECT
            "t62"."lead_id",
            "t62"."month",
            CASE
              WHEN "t62"."kind" = 'captured'
              THEN 'leads_captured'
              WHEN "t62"."kind" = 'qualified'
              THEN 'qualified_leads'
              WHEN "t62"."kind" = 'handed_over'
              THEN 'handoffs'
              WHEN "t62"."kind" = 'accepted'
              THEN 'accepted_handoffs'
              WHEN "t62"."kind" = 'won'
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
                  "t40"."lead_id",
                  "t40"."kind",
                  "t40"."month",
                  MIN("t40"."occurred_s") AS "since_s"
                FROM (
                  SELECT
                    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
                    "t38"."kind",
                    "t38"."occurred_s",
                    CAST("t38"."occurred_month" AS BIGINT) AS "month"
                  FROM "t36" AS "t38"
                  WHERE
                    "t38"."kind" <> 'qualified'
                    AND "t38"."occurred_s" >= ${since_s}
                    AND "t38"."occurred_s" < ${until_s}
                ) AS "t40"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t46"
            ) AS "t50"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t56"."lead_id",
                  'captured' AS "kind",
                  CAST("t56"."occurred_month" AS BIGINT) AS "month",
                  "t56"."occurred_s" AS "since_s"
                FROM "t54" AS "t56"
              ) AS "t58"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t41"."lead_id",
                    "t41"."kind",
                    MIN("t41"."month") AS "month",
                    MIN("t41"."occurred_s") AS "since_s"
                  FROM (
                    SELECT
                      COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
                      "t38"."kind",
                      "t38"."occurred_s",
                      CAST("t38"."occurred_month" AS BIGINT) AS "month"
                    FROM "t36" AS "t38"
                    WHERE
                      "t38"."kind" = 'qualified'
                  ) AS "t41"
                  GROUP BY
                    1,
                    2
                ) AS "t47"
              ) AS "t51"
            ) AS "t61"
          ) AS "t62"
          WHERE
            "t62"."since_s" >= ${since_s} AND "t62"."since_s" < ${until_s}
        ) AS "t65"
        LEFT OUTER JOIN (
          SELECT
            "t56"."lead_id" AS "origin_lead_id",
            COALESCE("t56"."source", 'unknown') AS "origin"
          FROM "t54" AS "t56"
        ) AS "t60"
          ON "t65"."lead_id" = "t60"."origin_lead_id"
      ) AS "t68"
    ) AS "t70"
    GROUP BY
      1,
      2,
      3
  ) AS "t71"
) AS "t72"

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
