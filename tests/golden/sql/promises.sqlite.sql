-- states
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
    AND "t0"."kind" IN ('accepted', 'handed_over', 'qualified', 'won')
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
    "t8"."worked_s"
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
), "t39" AS MATERIALIZED (
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
  FROM t15 AS t15
  LEFT OUTER JOIN t37 AS t37
    ON "t15"."lead_id" = "t37"."gone_id"
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'handed_over', 'queued', 'recycled', 'rejected')
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
), "t40" AS MATERIALIZED (
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('captured')
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
), "t43" AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."side",
    "t38"."source",
    "t38"."occurred_s",
    "t38"."occurred_month",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key"
  FROM t38 AS t38
), t52 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t43" AS "t46"
  GROUP BY
    1
), "t58" AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t52"."first_key"
      FROM t52 AS t52
    )
), t44 AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."kind",
    "t41"."occurred_s",
    CAST("t41"."occurred_month" AS INTEGER) AS "month"
  FROM "t39" AS "t41"
  WHERE
    "t41"."kind" <> 'qualified'
    AND "t41"."occurred_s" >= ${since_s}
    AND "t41"."occurred_s" < ${until_s}
), t50 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."kind",
    "t44"."month",
    MIN("t44"."occurred_s") AS "since_s"
  FROM t44 AS t44
  GROUP BY
    1,
    2,
    3
), t54 AS MATERIALIZED (
  SELECT
    *
  FROM t50 AS t50
), t62 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    'captured' AS "kind",
    CAST("t60"."occurred_month" AS INTEGER) AS "month",
    "t60"."occurred_s" AS "since_s"
  FROM "t58" AS "t60"
), t45 AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."kind",
    "t41"."occurred_s",
    CAST("t41"."occurred_month" AS INTEGER) AS "month"
  FROM "t39" AS "t41"
  WHERE
    "t41"."kind" = 'qualified'
), t51 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    "t45"."kind",
    MIN("t45"."month") AS "month",
    MIN("t45"."occurred_s") AS "since_s"
  FROM t45 AS t45
  GROUP BY
    1,
    2
), t55 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
), t65 AS MATERIALIZED (
  SELECT
    *
  FROM t62 AS t62
  UNION ALL
  SELECT
    *
  FROM t55 AS t55
), t66 AS MATERIALIZED (
  SELECT
    *
  FROM t54 AS t54
  UNION ALL
  SELECT
    *
  FROM t65 AS t65
), t68 AS MATERIALIZED (
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
  FROM t66 AS t66
  WHERE
    "t66"."since_s" >= ${since_s} AND "t66"."since_s" < ${until_s}
), t48 AS MATERIALIZED (
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
), t53 AS MATERIALIZED (
  SELECT
    "t48"."key",
    MIN("t48"."lead_id") AS "wait_lead_id",
    MIN("t48"."occurred_s") AS "start_s",
    MIN("t48"."due_s") AS "due_s",
    MIN("t48"."occurred_month") AS "month"
  FROM t48 AS t48
  GROUP BY
    1
), t59 AS MATERIALIZED (
  SELECT
    "t53"."wait_lead_id",
    "t53"."start_s",
    "t53"."due_s",
    "t53"."month",
    "t53"."key" AS "wait_key"
  FROM t53 AS t53
  WHERE
    "t53"."start_s" >= ${since_s} AND "t53"."start_s" < ${until_s}
), t49 AS MATERIALIZED (
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
), t63 AS MATERIALIZED (
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
  FROM t59 AS t59
  INNER JOIN t49 AS t49
    ON "t59"."wait_lead_id" = "t49"."lead_id"
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  WHERE
    "t63"."key" > "t63"."wait_key"
), t70 AS MATERIALIZED (
  SELECT
    "t67"."wait_key" AS "stop_key",
    MIN(IIF("t67"."kind" = 'handed_over', "t67"."occurred_s", 9000000000)) AS "hand_s",
    MIN(IIF("t67"."kind" <> 'handed_over', "t67"."occurred_s", 9000000000)) AS "left_s"
  FROM t67 AS t67
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t59"."wait_lead_id",
    "t59"."start_s",
    "t59"."due_s",
    "t59"."month",
    "t59"."wait_key",
    "t70"."stop_key",
    "t70"."hand_s",
    "t70"."left_s"
  FROM t59 AS t59
  LEFT OUTER JOIN t70 AS t70
    ON "t59"."wait_key" = "t70"."stop_key"
), t72 AS MATERIALIZED (
  SELECT
    "t71"."wait_lead_id" AS "lead_id",
    'waiting' AS "promise",
    '' AS "part",
    CAST("t71"."month" AS INTEGER) AS "month",
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
  FROM t71 AS t71
), t74 AS MATERIALIZED (
  SELECT
    *
  FROM t68 AS t68
  UNION ALL
  SELECT
    *
  FROM t72 AS t72
), t64 AS MATERIALIZED (
  SELECT
    "t60"."lead_id" AS "origin_lead_id",
    COALESCE("t60"."source", 'unknown') AS "origin"
  FROM "t58" AS "t60"
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."promise",
    "t74"."part",
    "t74"."month",
    "t74"."state",
    "t64"."origin_lead_id",
    "t64"."origin"
  FROM t74 AS t74
  LEFT OUTER JOIN t64 AS t64
    ON "t74"."lead_id" = "t64"."origin_lead_id"
), t76 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    "t75"."promise",
    "t75"."part",
    "t75"."month",
    "t75"."state",
    COALESCE("t75"."origin", 'unknown') AS "source"
  FROM t75 AS t75
)
SELECT
  "t76"."promise",
  "t76"."part",
  "t76"."month",
  "t76"."source",
  "t76"."state",
  COUNT(*) AS "cases"
FROM t76 AS t76
GROUP BY
  1,
  2,
  3,
  4,
  5

-- missing
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
    AND "t0"."kind" IN ('handed_over')
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
    "t5"."recorded_s",
    "t5"."step"
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
    "t8"."recorded_s",
    "t8"."step",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), t31 AS MATERIALIZED (
  SELECT
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "hand_key",
    "t30"."occurred_s" AS "hand_s",
    "t30"."recorded_s" AS "heard_s",
    "t30"."occurred_month" AS "month",
    COALESCE("t30"."step", '') AS "step"
  FROM t30 AS t30
  WHERE
    "t30"."side" <> 'sales'
    AND "t30"."occurred_s" >= ${since_s}
    AND "t30"."occurred_s" < ${until_s}
)
SELECT
  "t31"."step",
  COUNT(*) AS "hand_offs"
FROM t31 AS t31
GROUP BY
  1
