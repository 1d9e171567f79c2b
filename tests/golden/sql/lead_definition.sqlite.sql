-- pairs
WITH "t3" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), "t9" AS MATERIALIZED (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
      FROM t15 AS t15
    )
), t18 AS MATERIALIZED (
  SELECT
    *
  FROM t17 AS t17
  WHERE
    "t17"."target_id" <> 0 AND "t17"."target_id" <> "t17"."lead_id"
), "t19" AS MATERIALIZED (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
), t1 AS MATERIALIZED (
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
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), t8 AS MATERIALIZED (
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
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
), t23 AS MATERIALIZED (
  SELECT
    "t20"."gone_id" AS "via_id",
    "t20"."into_id" AS "onward_id"
  FROM "t19" AS "t20"
), t24 AS MATERIALIZED (
  SELECT
    "t21"."gone_id",
    "t21"."into_id",
    "t21"."merged_s",
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t23 AS t23
    ON "t26"."into_id" = "t23"."via_id"
), t29 AS MATERIALIZED (
  SELECT
    "t27"."gone_id",
    COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
  FROM t27 AS t27
), t30 AS MATERIALIZED (
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
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), "t31" AS MATERIALIZED (
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
  FROM t30 AS t30
), t34 AS MATERIALIZED (
  SELECT
    "t32"."lead_id",
    MIN(IIF("t32"."kind" = 'handed_over', "t32"."key", 9000000000000000000)) AS "hand_key",
    MIN(IIF("t32"."kind" = 'captured', "t32"."key", 9000000000000000000)) AS "captured_key",
    MIN(IIF("t32"."kind" = 'qualified', "t32"."key", 9000000000000000000)) AS "qualified_key",
    MIN("t32"."key") AS "first_key"
  FROM "t31" AS "t32"
  GROUP BY
    1
), t36 AS MATERIALIZED (
  SELECT
    "t34"."lead_id",
    "t34"."hand_key",
    "t34"."qualified_key",
    IIF("t34"."hand_key" < 9000000000000000000, "t34"."hand_key", 0) AS "start_key",
    IIF("t34"."captured_key" < 9000000000000000000, "t34"."captured_key", "t34"."first_key") AS "origin_key"
  FROM t34 AS t34
), t37 AS MATERIALIZED (
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
  INNER JOIN t36 AS t36
    ON "t33"."lead_id" = "t36"."lead_id"
), t38 AS MATERIALIZED (
  SELECT
    "t37"."lead_id",
    MIN("t37"."hand_key") AS "hand_key",
    MIN("t37"."qualified_key") AS "qualified_key",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."start_key"
        ) AND (
          "t37"."kind" = 'handed_over'
        ),
        "t37"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
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
        ),
        "t37"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."start_key"
        )
        AND "t37"."kind" IN ('accepted', 'deal_opened', 'won'),
        "t37"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MAX(IIF("t37"."key" = "t37"."origin_key", "t37"."occurred_s", 0)) AS "since_s",
    MAX(
      IIF(
        (
          "t37"."key" = "t37"."origin_key"
        ) AND (
          "t37"."kind" = 'captured'
        ),
        COALESCE("t37"."source", ''),
        ''
      )
    ) AS "origin",
    MAX(
      IIF(
        (
          "t37"."key" = "t37"."origin_key"
        )
        AND (
          "t37"."kind" = 'captured'
        )
        AND (
          "t37"."side" = 'sales'
        ),
        1,
        0
      )
    ) AS "is_own",
    MAX(
      IIF(
        (
          "t37"."key" = "t37"."hand_key"
        )
        AND (
          COALESCE("t37"."reason", '') = 'explored'
        ),
        1,
        0
      )
    ) AS "is_explored"
  FROM t37 AS t37
  GROUP BY
    1
), t39 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."since_s",
    "t38"."is_own",
    "t38"."hand_key",
    IIF("t38"."origin" = '', 'unknown', "t38"."origin") AS "source",
    IIF(
      (
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
          "t38"."qualified_key" < MIN("t38"."back_key", "t38"."taken_key")
        )
      ),
      'good',
      'held_back'
    ) AS "marketing",
    CASE
      WHEN "t38"."back_key" < "t38"."next_key"
      THEN 'rejected'
      WHEN "t38"."taken_key" < "t38"."next_key"
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM t38 AS t38
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
)
SELECT
  "t39"."source",
  "t39"."marketing",
  "t39"."sales",
  COUNT(*) AS "leads"
FROM t39 AS t39
GROUP BY
  1,
  2,
  3

-- mix
WITH "t5" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t10 AS MATERIALIZED (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    NOT (
      "t4"."id" IN (
        SELECT
          *
        FROM "t5"
      )
    )
), "t17" AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t10 AS t10
), t21 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."occurred_s") AS "last_s"
  FROM "t17" AS "t18"
  GROUP BY
    1
), t22 AS MATERIALIZED (
  SELECT
    "t19"."lead_id",
    "t19"."occurred_s",
    "t19"."seq",
    "t19"."target_id",
    "t21"."last_s"
  FROM "t17" AS "t19"
  INNER JOIN t21 AS t21
    ON "t19"."lead_id" = "t21"."lead_id" AND "t19"."occurred_s" = "t21"."last_s"
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."seq") AS "last_seq"
  FROM t22 AS t22
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t17" AS "t18"
  WHERE
    "t18"."seq" IN (
      SELECT
        "t23"."last_seq"
      FROM t23 AS t23
    )
), t26 AS MATERIALIZED (
  SELECT
    *
  FROM t25 AS t25
  WHERE
    "t25"."target_id" <> 0 AND "t25"."target_id" <> "t25"."lead_id"
), "t27" AS MATERIALIZED (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s"
  FROM t26 AS t26
  GROUP BY
    1
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t8 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t5"
      )
    )
), t15 AS MATERIALIZED (
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
  FROM t8 AS t8
  WHERE
    COALESCE("t8"."lead_id", 0) <> 0
), t31 AS MATERIALIZED (
  SELECT
    "t28"."gone_id" AS "via_id",
    "t28"."into_id" AS "onward_id"
  FROM "t27" AS "t28"
), t32 AS MATERIALIZED (
  SELECT
    "t29"."gone_id",
    "t29"."into_id",
    "t29"."merged_s",
    "t31"."via_id",
    "t31"."onward_id"
  FROM "t27" AS "t29"
  LEFT OUTER JOIN t31 AS t31
    ON "t29"."into_id" = "t31"."via_id"
), t34 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s",
    COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
  FROM t32 AS t32
), t35 AS MATERIALIZED (
  SELECT
    "t34"."gone_id",
    "t34"."merged_s",
    "t34"."into_id",
    "t31"."via_id",
    "t31"."onward_id"
  FROM t34 AS t34
  LEFT OUTER JOIN t31 AS t31
    ON "t34"."into_id" = "t31"."via_id"
), t37 AS MATERIALIZED (
  SELECT
    "t35"."gone_id",
    COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
  FROM t35 AS t35
), t39 AS MATERIALIZED (
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
  FROM t15 AS t15
  LEFT OUTER JOIN t37 AS t37
    ON "t15"."lead_id" = "t37"."gone_id"
), "t42" AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."recorded_s",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key",
    COALESCE("t39"."points", -1000000) AS "points",
    COALESCE("t39"."pact_version", 0) AS "version"
  FROM t39 AS t39
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('captured')
), t9 AS MATERIALIZED (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    NOT (
      "t3"."id" IN (
        SELECT
          *
        FROM "t5"
      )
    )
), t16 AS MATERIALIZED (
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
  FROM t9 AS t9
  WHERE
    COALESCE("t9"."lead_id", 0) <> 0
), t40 AS MATERIALIZED (
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
  FROM t16 AS t16
  LEFT OUTER JOIN t37 AS t37
    ON "t16"."lead_id" = "t37"."gone_id"
), "t43" AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."side",
    "t40"."source",
    "t40"."occurred_s",
    "t40"."occurred_month",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM t40 AS t40
), t51 AS MATERIALIZED (
  SELECT
    "t45"."lead_id" AS "first_lead_id",
    MIN("t45"."key") AS "hand_key"
  FROM "t42" AS "t45"
  GROUP BY
    1
), "t53" AS MATERIALIZED (
  SELECT
    "t51"."first_lead_id",
    "t51"."hand_key",
    "t47"."lead_id",
    "t47"."recorded_s",
    "t47"."occurred_s",
    "t47"."key",
    "t47"."points",
    "t47"."version"
  FROM t51 AS t51
  INNER JOIN "t42" AS "t47"
    ON "t51"."first_lead_id" = "t47"."lead_id" AND "t51"."hand_key" = "t47"."key"
), t59 AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    "t55"."hand_key",
    "t55"."occurred_s" AS "hand_s",
    "t55"."recorded_s" AS "heard_s",
    CAST("t55"."points" AS INTEGER) AS "points",
    CAST("t55"."version" AS INTEGER) AS "version"
  FROM "t53" AS "t55"
), t1 AS MATERIALIZED (
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
), t7 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t5"
      )
    )
), t14 AS MATERIALIZED (
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
  FROM t7 AS t7
  WHERE
    COALESCE("t7"."lead_id", 0) <> 0
), t38 AS MATERIALIZED (
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
  FROM t14 AS t14
  LEFT OUTER JOIN t37 AS t37
    ON "t14"."lead_id" = "t37"."gone_id"
), t44 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."side",
    "t38"."value_code",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key"
  FROM t38 AS t38
), t57 AS MATERIALIZED (
  SELECT
    "t55"."hand_key",
    "t55"."lead_id" AS "handed_lead_id"
  FROM "t53" AS "t55"
), t62 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."kind",
    "t44"."side",
    "t44"."value_code",
    "t44"."occurred_s",
    "t44"."key",
    "t57"."hand_key",
    "t57"."handed_lead_id"
  FROM t44 AS t44
  INNER JOIN t57 AS t57
    ON "t44"."lead_id" = "t57"."handed_lead_id"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."lead_id" AS "after_lead_id",
    MIN(
      IIF(
        (
          "t62"."key" > "t62"."hand_key"
        ) AND (
          "t62"."kind" = 'handed_over'
        ),
        "t62"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t62"."key" > "t62"."hand_key"
        ) AND (
          "t62"."kind" = 'rejected'
        ),
        "t62"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t62"."key" > "t62"."hand_key"
        )
        AND "t62"."kind" IN ('accepted', 'deal_opened', 'won'),
        "t62"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t62"."key" > "t62"."hand_key"
        ) AND "t62"."kind" IN ('deal_opened', 'won'),
        "t62"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t62"."key" > "t62"."hand_key"
        ) AND (
          "t62"."kind" = 'won'
        ),
        "t62"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t62"."key" > "t62"."hand_key"
        )
        AND "t62"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t62"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t62"."key" < "t62"."hand_key"
    ) AND (
      "t62"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t62 AS t62
  GROUP BY
    1
), t52 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t43" AS "t46"
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t52"."first_lead_id",
    "t52"."first_key",
    "t48"."lead_id",
    "t48"."side",
    "t48"."source",
    "t48"."occurred_s",
    "t48"."occurred_month",
    "t48"."key"
  FROM t52 AS t52
  INNER JOIN "t43" AS "t48"
    ON "t52"."first_lead_id" = "t48"."lead_id" AND "t52"."first_key" = "t48"."key"
), t61 AS MATERIALIZED (
  SELECT
    "t54"."first_lead_id" AS "origin_lead_id",
    COALESCE("t54"."source", 'unknown') AS "origin",
    IIF(
      "t54"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t54"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t54"."occurred_s" AS "origin_s",
    CAST("t54"."occurred_month" AS INTEGER) AS "origin_month"
  FROM t54 AS t54
), t65 AS MATERIALIZED (
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
  FROM t59 AS t59
  INNER JOIN t64 AS t64
    ON "t59"."lead_id" = "t64"."after_lead_id"
  LEFT OUTER JOIN t61 AS t61
    ON "t59"."lead_id" = "t61"."origin_lead_id"
), t66 AS MATERIALIZED (
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
    END AS INTEGER) AS "band",
    IIF(
      "t65"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      ),
      'after',
      'before'
    ) AS "stretch"
  FROM t65 AS t65
  WHERE
    "t65"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t65"."hand_s" < (
      ${as_of_s} + 1
    )
)
SELECT
  "t66"."source",
  "t66"."band",
  SUM(IIF("t66"."stretch" = 'before', 1, 0)) AS "before",
  SUM(IIF("t66"."stretch" = 'after', 1, 0)) AS "after"
FROM t66 AS t66
GROUP BY
  1,
  2
