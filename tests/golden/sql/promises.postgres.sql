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
), "t39" AS (
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
          AND "t0"."kind" IN ('accepted', 'handed_over', 'qualified', 'won')
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
), "t40" AS (
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
          AND "t0"."kind" IN ('disqualified', 'handed_over', 'queued', 'recycled', 'rejected')
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
), "t43" AS (
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
), "t58" AS (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t52"."first_key"
      FROM (
        SELECT
          "t46"."lead_id" AS "first_lead_id",
          MIN("t46"."key") AS "first_key"
        FROM "t43" AS "t46"
        GROUP BY
          1
      ) AS "t52"
    )
)
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
      "t64"."origin_lead_id",
      "t64"."origin"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t66"."lead_id",
          'volume' AS "promise",
          CASE
            WHEN "t66"."kind" = 'captured'
            THEN 'leads_captured'
            WHEN "t66"."kind" = 'qualified'
            THEN 'qualified_leads'
            WHEN "t66"."kind" = 'handed_over'
            THEN 'handoffs'
            WHEN "t66"."kind" = 'accepted'
            THEN 'accepted_handoffs'
            WHEN "t66"."kind" = 'won'
            THEN 'deals_won'
            ELSE ''
          END AS "part",
          "t66"."month",
          'counted' AS "state"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t44"."lead_id",
                "t44"."kind",
                "t44"."month",
                MIN("t44"."occurred_s") AS "since_s"
              FROM (
                SELECT
                  COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                  "t41"."kind",
                  "t41"."occurred_s",
                  CAST("t41"."occurred_month" AS BIGINT) AS "month"
                FROM "t39" AS "t41"
                WHERE
                  "t41"."kind" <> 'qualified'
                  AND "t41"."occurred_s" >= ${since_s}
                  AND "t41"."occurred_s" < ${until_s}
              ) AS "t44"
              GROUP BY
                1,
                2,
                3
            ) AS "t50"
          ) AS "t54"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t60"."lead_id",
                'captured' AS "kind",
                CAST("t60"."occurred_month" AS BIGINT) AS "month",
                "t60"."occurred_s" AS "since_s"
              FROM "t58" AS "t60"
            ) AS "t62"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t45"."lead_id",
                  "t45"."kind",
                  MIN("t45"."month") AS "month",
                  MIN("t45"."occurred_s") AS "since_s"
                FROM (
                  SELECT
                    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                    "t41"."kind",
                    "t41"."occurred_s",
                    CAST("t41"."occurred_month" AS BIGINT) AS "month"
                  FROM "t39" AS "t41"
                  WHERE
                    "t41"."kind" = 'qualified'
                ) AS "t45"
                GROUP BY
                  1,
                  2
              ) AS "t51"
            ) AS "t55"
          ) AS "t65"
        ) AS "t66"
        WHERE
          "t66"."since_s" >= ${since_s} AND "t66"."since_s" < ${until_s}
      ) AS "t68"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t71"."wait_lead_id" AS "lead_id",
          'waiting' AS "promise",
          '' AS "part",
          CAST("t71"."month" AS BIGINT) AS "month",
          CASE
            WHEN (
              COALESCE("t71"."hand_s", 9000000000) <= "t71"."due_s"
            )
            AND (
              COALESCE("t71"."hand_s", 9000000000) <= COALESCE("t71"."left_s", 9000000000)
            )
            THEN 'kept'
            WHEN (
              COALESCE("t71"."left_s", 9000000000) <= "t71"."due_s"
            )
            AND (
              COALESCE("t71"."left_s", 9000000000) < COALESCE("t71"."hand_s", 9000000000)
            )
            THEN 'withdrawn'
            WHEN "t71"."due_s" <= ${as_of_s}
            THEN 'missed'
            ELSE 'running'
          END AS "state"
        FROM (
          SELECT
            "t59"."wait_lead_id",
            "t59"."start_s",
            "t59"."due_s",
            "t59"."month",
            "t59"."wait_key",
            "t70"."stop_key",
            "t70"."hand_s",
            "t70"."left_s"
          FROM (
            SELECT
              "t53"."wait_lead_id",
              "t53"."start_s",
              "t53"."due_s",
              "t53"."month",
              "t53"."key" AS "wait_key"
            FROM (
              SELECT
                "t48"."key",
                MIN("t48"."lead_id") AS "wait_lead_id",
                MIN("t48"."occurred_s") AS "start_s",
                MIN("t48"."due_s") AS "due_s",
                MIN("t48"."occurred_month") AS "month"
              FROM (
                SELECT
                  COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                  "t42"."kind",
                  "t42"."occurred_s",
                  "t42"."occurred_month",
                  "t42"."due_s",
                  (
                    "t42"."occurred_s" * 4000000000
                  ) + "t42"."seq" AS "key"
                FROM "t40" AS "t42"
                WHERE
                  "t42"."kind" = 'queued' AND COALESCE("t42"."due_s", 0) > 0
              ) AS "t48"
              GROUP BY
                1
            ) AS "t53"
            WHERE
              "t53"."start_s" >= ${since_s} AND "t53"."start_s" < ${until_s}
          ) AS "t59"
          LEFT OUTER JOIN (
            SELECT
              "t67"."wait_key" AS "stop_key",
              MIN(
                CASE WHEN "t67"."kind" = 'handed_over' THEN "t67"."occurred_s" ELSE 9000000000 END
              ) AS "hand_s",
              MIN(
                CASE WHEN "t67"."kind" <> 'handed_over' THEN "t67"."occurred_s" ELSE 9000000000 END
              ) AS "left_s"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t59"."wait_lead_id",
                  "t59"."start_s",
                  "t59"."due_s",
                  "t59"."month",
                  "t59"."wait_key",
                  "t49"."lead_id",
                  "t49"."kind",
                  "t49"."occurred_s",
                  "t49"."key"
                FROM (
                  SELECT
                    "t53"."wait_lead_id",
                    "t53"."start_s",
                    "t53"."due_s",
                    "t53"."month",
                    "t53"."key" AS "wait_key"
                  FROM (
                    SELECT
                      "t48"."key",
                      MIN("t48"."lead_id") AS "wait_lead_id",
                      MIN("t48"."occurred_s") AS "start_s",
                      MIN("t48"."due_s") AS "due_s",
                      MIN("t48"."occurred_month") AS "month"
                    FROM (
                      SELECT
                        COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                        "t42"."kind",
                        "t42"."occurred_s",
                        "t42"."occurred_month",
                        "t42"."due_s",
                        (
                          "t42"."occurred_s" * 4000000000
                        ) + "t42"."seq" AS "key"
                      FROM "t40" AS "t42"
                      WHERE
                        "t42"."kind" = 'queued' AND COALESCE("t42"."due_s", 0) > 0
                    ) AS "t48"
                    GROUP BY
                      1
                  ) AS "t53"
                  WHERE
                    "t53"."start_s" >= ${since_s} AND "t53"."start_s" < ${until_s}
                ) AS "t59"
                INNER JOIN (
                  SELECT
                    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                    "t42"."kind",
                    "t42"."occurred_s",
                    (
                      "t42"."occurred_s" * 4000000000
                    ) + "t42"."seq" AS "key"
                  FROM "t40" AS "t42"
                  WHERE
                    "t42"."kind" <> 'queued'
                ) AS "t49"
                  ON "t59"."wait_lead_id" = "t49"."lead_id"
              ) AS "t63"
              WHERE
                "t63"."key" > "t63"."wait_key"
            ) AS "t67"
            GROUP BY
              1
          ) AS "t70"
            ON "t59"."wait_key" = "t70"."stop_key"
        ) AS "t71"
      ) AS "t72"
    ) AS "t74"
    LEFT OUTER JOIN (
      SELECT
        "t60"."lead_id" AS "origin_lead_id",
        COALESCE("t60"."source", 'unknown') AS "origin"
      FROM "t58" AS "t60"
    ) AS "t64"
      ON "t74"."lead_id" = "t64"."origin_lead_id"
  ) AS "t75"
) AS "t76"
GROUP BY
  1,
  2,
  3,
  4,
  5

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
    "t6"."seq",
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
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
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."seq" IN (
          SELECT
            "t15"."last_seq"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."seq") AS "last_seq"
            FROM (
              SELECT
                "t11"."lead_id",
                "t11"."occurred_s",
                "t11"."seq",
                "t11"."target_id",
                "t13"."last_s"
              FROM "t9" AS "t11"
              INNER JOIN (
                SELECT
                  "t10"."lead_id",
                  MAX("t10"."occurred_s") AS "last_s"
                FROM "t9" AS "t10"
                GROUP BY
                  1
              ) AS "t13"
                ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
            ) AS "t14"
            GROUP BY
              1
          ) AS "t15"
        )
    ) AS "t17"
    WHERE
      "t17"."target_id" <> 0 AND "t17"."target_id" <> "t17"."lead_id"
  ) AS "t18"
  GROUP BY
    1
)
SELECT
  "t31"."step",
  COUNT(*) AS "hand_offs"
FROM (
  SELECT
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "hand_key",
    "t30"."occurred_s" AS "hand_s",
    "t30"."recorded_s" AS "heard_s",
    "t30"."occurred_month" AS "month",
    COALESCE("t30"."step", '') AS "step"
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
      "t8"."recorded_s",
      "t8"."step",
      "t29"."gone_id",
      "t29"."into_id"
    FROM (
      SELECT
        "t5"."seq",
        "t5"."id",
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
        "t27"."gone_id",
        COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
      FROM (
        SELECT
          "t26"."gone_id",
          "t26"."merged_s",
          "t26"."into_id",
          "t23"."via_id",
          "t23"."onward_id"
        FROM (
          SELECT
            "t24"."gone_id",
            "t24"."merged_s",
            COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
          FROM (
            SELECT
              "t21"."gone_id",
              "t21"."into_id",
              "t21"."merged_s",
              "t23"."via_id",
              "t23"."onward_id"
            FROM "t19" AS "t21"
            LEFT OUTER JOIN (
              SELECT
                "t20"."gone_id" AS "via_id",
                "t20"."into_id" AS "onward_id"
              FROM "t19" AS "t20"
            ) AS "t23"
              ON "t21"."into_id" = "t23"."via_id"
          ) AS "t24"
        ) AS "t26"
        LEFT OUTER JOIN (
          SELECT
            "t20"."gone_id" AS "via_id",
            "t20"."into_id" AS "onward_id"
          FROM "t19" AS "t20"
        ) AS "t23"
          ON "t26"."into_id" = "t23"."via_id"
      ) AS "t27"
    ) AS "t29"
      ON "t8"."lead_id" = "t29"."gone_id"
  ) AS "t30"
  WHERE
    "t30"."side" <> 'sales'
    AND "t30"."occurred_s" >= ${since_s}
    AND "t30"."occurred_s" < ${until_s}
) AS "t31"
GROUP BY
  1
