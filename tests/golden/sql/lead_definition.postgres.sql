-- pairs
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
), "t31" AS (
  SELECT
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    "t30"."kind",
    "t30"."occurred_s",
    "t30"."side",
    "t30"."source",
    "t30"."reason",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "key"
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
      "t8"."reason",
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
        "t5"."reason"
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
              'captured',
              'deal_opened',
              'disqualified',
              'handed_over',
              'qualified',
              'rejected',
              'won'
            )
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
)
SELECT
  "t39"."source",
  "t39"."marketing",
  "t39"."sales",
  COUNT(*) AS "leads"
FROM (
  SELECT
    "t38"."lead_id",
    "t38"."since_s",
    "t38"."is_own",
    "t38"."hand_key",
    CASE WHEN "t38"."origin" = '' THEN 'unknown' ELSE "t38"."origin" END AS "source",
    CASE
      WHEN (
        (
          "t38"."hand_key" < 9000000000000000000
        ) AND (
          "t38"."is_explored" = 0
        )
      )
      OR (
        (
          "t38"."qualified_key" < 9000000000000000000
        )
        AND (
          "t38"."qualified_key" < LEAST("t38"."back_key", "t38"."taken_key")
        )
      )
      THEN 'good'
      ELSE 'held_back'
    END AS "marketing",
    CASE
      WHEN "t38"."back_key" < "t38"."next_key"
      THEN 'rejected'
      WHEN "t38"."taken_key" < "t38"."next_key"
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM (
    SELECT
      "t37"."lead_id",
      MIN("t37"."hand_key") AS "hand_key",
      MIN("t37"."qualified_key") AS "qualified_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."start_key"
          ) AND (
            "t37"."kind" = 'handed_over'
          )
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."start_key"
          )
          AND (
            (
              "t37"."kind" = 'rejected'
            )
            OR (
              (
                "t37"."kind" = 'disqualified'
              )
              AND (
                "t37"."side" = 'sales'
              )
              AND (
                "t37"."start_key" = 0
              )
            )
          )
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t37"."key" > "t37"."start_key"
          )
          AND "t37"."kind" IN ('accepted', 'deal_opened', 'won')
          THEN "t37"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MAX(CASE WHEN "t37"."key" = "t37"."origin_key" THEN "t37"."occurred_s" ELSE 0 END) AS "since_s",
      MAX(
        CASE
          WHEN (
            "t37"."key" = "t37"."origin_key"
          ) AND (
            "t37"."kind" = 'captured'
          )
          THEN COALESCE("t37"."source", '')
          ELSE ''
        END
      ) AS "origin",
      MAX(
        CASE
          WHEN (
            "t37"."key" = "t37"."origin_key"
          )
          AND (
            "t37"."kind" = 'captured'
          )
          AND (
            "t37"."side" = 'sales'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_own",
      MAX(
        CASE
          WHEN (
            "t37"."key" = "t37"."hand_key"
          )
          AND (
            COALESCE("t37"."reason", '') = 'explored'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_explored"
    FROM (
      SELECT
        "t33"."lead_id",
        "t33"."kind",
        "t33"."occurred_s",
        "t33"."side",
        "t33"."source",
        "t33"."reason",
        "t33"."key",
        "t36"."hand_key",
        "t36"."qualified_key",
        "t36"."start_key",
        "t36"."origin_key"
      FROM "t31" AS "t33"
      INNER JOIN (
        SELECT
          "t34"."lead_id",
          "t34"."hand_key",
          "t34"."qualified_key",
          CASE WHEN "t34"."hand_key" < 9000000000000000000 THEN "t34"."hand_key" ELSE 0 END AS "start_key",
          CASE
            WHEN "t34"."captured_key" < 9000000000000000000
            THEN "t34"."captured_key"
            ELSE "t34"."first_key"
          END AS "origin_key"
        FROM (
          SELECT
            "t32"."lead_id",
            MIN(
              CASE WHEN "t32"."kind" = 'handed_over' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "hand_key",
            MIN(
              CASE WHEN "t32"."kind" = 'captured' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "captured_key",
            MIN(
              CASE WHEN "t32"."kind" = 'qualified' THEN "t32"."key" ELSE 9000000000000000000 END
            ) AS "qualified_key",
            MIN("t32"."key") AS "first_key"
          FROM "t31" AS "t32"
          GROUP BY
            1
        ) AS "t34"
      ) AS "t36"
        ON "t33"."lead_id" = "t36"."lead_id"
    ) AS "t37"
    GROUP BY
      1
  ) AS "t38"
  WHERE
    "t38"."since_s" >= ${since_s}
    AND "t38"."since_s" < ${until_s}
    AND (
      (
        "t38"."is_own" = 0
      ) OR (
        "t38"."hand_key" < 9000000000000000000
      )
    )
) AS "t39"
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
), "t42" AS (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."recorded_s",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key",
    COALESCE("t39"."points", -1000000) AS "points",
    COALESCE("t39"."pact_version", 0) AS "version"
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
      "t15"."recorded_s",
      "t15"."pact_version",
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
        "t8"."worked_s",
        "t8"."recorded_s",
        "t8"."pact_version"
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
), "t53" AS (
  SELECT
    "t51"."first_lead_id",
    "t51"."hand_key",
    "t47"."lead_id",
    "t47"."recorded_s",
    "t47"."occurred_s",
    "t47"."key",
    "t47"."points",
    "t47"."version"
  FROM (
    SELECT
      "t45"."lead_id" AS "first_lead_id",
      MIN("t45"."key") AS "hand_key"
    FROM "t42" AS "t45"
    GROUP BY
      1
  ) AS "t51"
  INNER JOIN "t42" AS "t47"
    ON "t51"."first_lead_id" = "t47"."lead_id" AND "t51"."hand_key" = "t47"."key"
)
SELECT
  "t66"."source",
  "t66"."band",
  SUM(CASE WHEN "t66"."stretch" = 'before' THEN 1 ELSE 0 END) AS "before",
  SUM(CASE WHEN "t66"."stretch" = 'after' THEN 1 ELSE 0 END) AS "after"
FROM (
  SELECT
    "t65"."lead_id",
    COALESCE("t65"."origin", 'unknown') AS "source",
    CAST(CASE
      WHEN "t65"."points" = -1000000
      THEN -1
      WHEN "t65"."points" < 10
      THEN 0
      WHEN "t65"."points" < 20
      THEN 10
      WHEN "t65"."points" < 30
      THEN 20
      WHEN "t65"."points" < 40
      THEN 30
      WHEN "t65"."points" < 50
      THEN 40
      WHEN "t65"."points" < 60
      THEN 50
      WHEN "t65"."points" < 70
      THEN 60
      WHEN "t65"."points" < 80
      THEN 70
      WHEN "t65"."points" < 90
      THEN 80
      ELSE 90
    END AS BIGINT) AS "band",
    CASE
      WHEN "t65"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      )
      THEN 'after'
      ELSE 'before'
    END AS "stretch"
  FROM (
    SELECT
      "t59"."lead_id",
      "t59"."hand_key",
      "t59"."hand_s",
      "t59"."heard_s",
      "t59"."points",
      "t59"."version",
      "t64"."after_lead_id",
      "t64"."next_key",
      "t64"."back_key",
      "t64"."taken_key",
      "t64"."deal_s",
      "t64"."won_s",
      "t64"."end_s",
      "t64"."is_early",
      "t61"."origin_lead_id",
      "t61"."origin",
      "t61"."found_by",
      "t61"."origin_s",
      "t61"."origin_month"
    FROM (
      SELECT
        "t55"."lead_id",
        "t55"."hand_key",
        "t55"."occurred_s" AS "hand_s",
        "t55"."recorded_s" AS "heard_s",
        CAST("t55"."points" AS BIGINT) AS "points",
        CAST("t55"."version" AS BIGINT) AS "version"
      FROM "t53" AS "t55"
    ) AS "t59"
    INNER JOIN (
      SELECT
        "t62"."lead_id" AS "after_lead_id",
        MIN(
          CASE
            WHEN (
              "t62"."key" > "t62"."hand_key"
            ) AND (
              "t62"."kind" = 'handed_over'
            )
            THEN "t62"."key"
            ELSE 9000000000000000000
          END
        ) AS "next_key",
        MIN(
          CASE
            WHEN (
              "t62"."key" > "t62"."hand_key"
            ) AND (
              "t62"."kind" = 'rejected'
            )
            THEN "t62"."key"
            ELSE 9000000000000000000
          END
        ) AS "back_key",
        MIN(
          CASE
            WHEN (
              "t62"."key" > "t62"."hand_key"
            )
            AND "t62"."kind" IN ('accepted', 'deal_opened', 'won')
            THEN "t62"."key"
            ELSE 9000000000000000000
          END
        ) AS "taken_key",
        MIN(
          CASE
            WHEN (
              "t62"."key" > "t62"."hand_key"
            ) AND "t62"."kind" IN ('deal_opened', 'won')
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "deal_s",
        MIN(
          CASE
            WHEN (
              "t62"."key" > "t62"."hand_key"
            ) AND (
              "t62"."kind" = 'won'
            )
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "won_s",
        MIN(
          CASE
            WHEN (
              "t62"."key" > "t62"."hand_key"
            )
            AND "t62"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
            THEN "t62"."occurred_s"
            ELSE 9000000000
          END
        ) AS "end_s",
        MAX(
          CASE
            WHEN (
              "t62"."key" < "t62"."hand_key"
            ) AND (
              "t62"."kind" = 'won'
            )
            THEN 1
            ELSE 0
          END
        ) AS "is_early"
      FROM (
        SELECT
          "t44"."lead_id",
          "t44"."kind",
          "t44"."side",
          "t44"."value_code",
          "t44"."occurred_s",
          "t44"."key",
          "t57"."hand_key",
          "t57"."handed_lead_id"
        FROM (
          SELECT
            COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
            "t38"."kind",
            "t38"."side",
            "t38"."value_code",
            "t38"."occurred_s",
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
                    AND "t0"."kind" IN (
                      'accepted',
                      'deal_opened',
                      'disqualified',
                      'gave_up',
                      'handed_over',
                      'lost',
                      'recycled',
                      'rejected',
                      'won'
                    )
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
        ) AS "t44"
        INNER JOIN (
          SELECT
            "t55"."hand_key",
            "t55"."lead_id" AS "handed_lead_id"
          FROM "t53" AS "t55"
        ) AS "t57"
          ON "t44"."lead_id" = "t57"."handed_lead_id"
      ) AS "t62"
      GROUP BY
        1
    ) AS "t64"
      ON "t59"."lead_id" = "t64"."after_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t54"."first_lead_id" AS "origin_lead_id",
        COALESCE("t54"."source", 'unknown') AS "origin",
        CASE
          WHEN "t54"."side" IN ('buyer', 'marketing')
          THEN 'marketing'
          ELSE CASE WHEN "t54"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
        END AS "found_by",
        "t54"."occurred_s" AS "origin_s",
        CAST("t54"."occurred_month" AS BIGINT) AS "origin_month"
      FROM (
        SELECT
          "t52"."first_lead_id",
          "t52"."first_key",
          "t48"."lead_id",
          "t48"."side",
          "t48"."source",
          "t48"."occurred_s",
          "t48"."occurred_month",
          "t48"."key"
        FROM (
          SELECT
            "t46"."lead_id" AS "first_lead_id",
            MIN("t46"."key") AS "first_key"
          FROM "t43" AS "t46"
          GROUP BY
            1
        ) AS "t52"
        INNER JOIN "t43" AS "t48"
          ON "t52"."first_lead_id" = "t48"."lead_id" AND "t52"."first_key" = "t48"."key"
      ) AS "t54"
    ) AS "t61"
      ON "t59"."lead_id" = "t61"."origin_lead_id"
  ) AS "t65"
  WHERE
    "t65"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t65"."hand_s" < (
      ${as_of_s} + 1
    )
) AS "t66"
GROUP BY
  1,
  2
