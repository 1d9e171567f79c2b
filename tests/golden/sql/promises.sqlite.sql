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
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t10"."occurred_s" * 4000000000
    ) + "t10"."seq" AS "key"
  FROM t10 AS t10
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."key") AS "last_key"
  FROM "t17" AS "t18"
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t17" AS "t18"
  WHERE
    "t18"."key" IN (
      SELECT
        "t19"."last_key"
      FROM t19 AS t19
    )
), t22 AS MATERIALIZED (
  SELECT
    *
  FROM t21 AS t21
  WHERE
    "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
), "t23" AS MATERIALIZED (
  SELECT
    "t22"."lead_id" AS "gone_id",
    MAX("t22"."target_id") AS "into_id",
    MAX("t22"."occurred_s") AS "merged_s",
    MAX("t22"."key") AS "merged_key"
  FROM t22 AS t22
  GROUP BY
    1
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'handed_over', 'queued', 'recycled', 'rejected')
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
), t27 AS MATERIALIZED (
  SELECT
    "t24"."gone_id" AS "via_id",
    "t24"."into_id" AS "onward_id"
  FROM "t23" AS "t24"
), t28 AS MATERIALIZED (
  SELECT
    "t25"."gone_id",
    "t25"."into_id",
    "t25"."merged_s",
    "t25"."merged_key",
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."merged_key",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."merged_key",
    "t30"."into_id",
    "t27"."via_id",
    "t27"."onward_id"
  FROM t30 AS t30
  LEFT OUTER JOIN t27 AS t27
    ON "t30"."into_id" = "t27"."via_id"
), t33 AS MATERIALIZED (
  SELECT
    "t31"."gone_id",
    COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
  FROM t31 AS t31
), "t35" AS MATERIALIZED (
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
  FROM t15 AS t15
  LEFT OUTER JOIN t33 AS t33
    ON "t15"."lead_id" = "t33"."gone_id"
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('accepted', 'handed_over', 'qualified', 'won')
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
), "t36" AS MATERIALIZED (
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
  FROM t16 AS t16
  LEFT OUTER JOIN t33 AS t33
    ON "t16"."lead_id" = "t33"."gone_id"
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
), t34 AS MATERIALIZED (
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
  FROM t14 AS t14
  LEFT OUTER JOIN t33 AS t33
    ON "t14"."lead_id" = "t33"."gone_id"
), "t39" AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."side",
    "t34"."source",
    "t34"."occurred_s",
    "t34"."occurred_month",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
  FROM t34 AS t34
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "first_lead_id",
    MIN("t42"."key") AS "first_key"
  FROM "t39" AS "t42"
  GROUP BY
    1
), "t54" AS MATERIALIZED (
  SELECT
    *
  FROM "t39" AS "t42"
  WHERE
    "t42"."key" IN (
      SELECT
        "t48"."first_key"
      FROM t48 AS t48
    )
), t44 AS MATERIALIZED (
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
), t49 AS MATERIALIZED (
  SELECT
    "t44"."key",
    MIN("t44"."lead_id") AS "wait_lead_id",
    MIN("t44"."occurred_s") AS "start_s",
    MIN("t44"."due_s") AS "due_s",
    MIN("t44"."occurred_month") AS "month"
  FROM t44 AS t44
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t49"."wait_lead_id",
    "t49"."start_s",
    "t49"."due_s",
    "t49"."month",
    "t49"."key" AS "wait_key"
  FROM t49 AS t49
  WHERE
    "t49"."start_s" >= ${since_s} AND "t49"."start_s" < ${until_s}
), t45 AS MATERIALIZED (
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
), t59 AS MATERIALIZED (
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
  FROM t55 AS t55
  INNER JOIN t45 AS t45
    ON "t55"."wait_lead_id" = "t45"."lead_id"
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  WHERE
    "t59"."key" > "t59"."wait_key"
), t67 AS MATERIALIZED (
  SELECT
    "t63"."wait_key" AS "stop_key",
    MIN(IIF("t63"."kind" = 'handed_over', "t63"."occurred_s", 9000000000)) AS "hand_s",
    MIN(IIF("t63"."kind" <> 'handed_over', "t63"."occurred_s", 9000000000)) AS "left_s"
  FROM t63 AS t63
  GROUP BY
    1
), t69 AS MATERIALIZED (
  SELECT
    "t55"."wait_lead_id",
    "t55"."start_s",
    "t55"."due_s",
    "t55"."month",
    "t55"."wait_key",
    "t67"."stop_key",
    "t67"."hand_s",
    "t67"."left_s"
  FROM t55 AS t55
  LEFT OUTER JOIN t67 AS t67
    ON "t55"."wait_key" = "t67"."stop_key"
), t74 AS MATERIALIZED (
  SELECT
    "t69"."wait_lead_id" AS "lead_id",
    'waiting' AS "promise",
    '' AS "part",
    CAST("t69"."month" AS INTEGER) AS "month",
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
  FROM t69 AS t69
), t60 AS MATERIALIZED (
  SELECT
    "t56"."lead_id" AS "origin_lead_id",
    COALESCE("t56"."source", 'unknown') AS "origin"
  FROM "t54" AS "t56"
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."promise",
    "t74"."part",
    "t74"."month",
    "t74"."state",
    "t60"."origin_lead_id",
    "t60"."origin"
  FROM t74 AS t74
  LEFT OUTER JOIN t60 AS t60
    ON "t74"."lead_id" = "t60"."origin_lead_id"
), t76 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    "t75"."promise",
    "t75"."part",
    "t75"."month",
    "t75"."state",
    COALESCE("t75"."origin", 'unknown') AS "source"
  FROM t75 AS t75
), t77 AS MATERIALIZED (
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
), t40 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    CAST("t38"."occurred_month" AS INTEGER) AS "month"
  FROM "t36" AS "t38"
  WHERE
    "t38"."kind" <> 'qualified'
    AND "t38"."occurred_s" >= ${since_s}
    AND "t38"."occurred_s" < ${until_s}
), t46 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    "t40"."kind",
    "t40"."month",
    MIN("t40"."occurred_s") AS "since_s"
  FROM t40 AS t40
  GROUP BY
    1,
    2,
    3
), t50 AS MATERIALIZED (
  SELECT
    *
  FROM t46 AS t46
), t58 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    'captured' AS "kind",
    CAST("t56"."occurred_month" AS INTEGER) AS "month",
    "t56"."occurred_s" AS "since_s"
  FROM "t54" AS "t56"
), t41 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    CAST("t38"."occurred_month" AS INTEGER) AS "month"
  FROM "t36" AS "t38"
  WHERE
    "t38"."kind" = 'qualified'
), t47 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    "t41"."kind",
    MIN("t41"."month") AS "month",
    MIN("t41"."occurred_s") AS "since_s"
  FROM t41 AS t41
  GROUP BY
    1,
    2
), t51 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
), t61 AS MATERIALIZED (
  SELECT
    *
  FROM t58 AS t58
  UNION ALL
  SELECT
    *
  FROM t51 AS t51
), t62 AS MATERIALIZED (
  SELECT
    *
  FROM t50 AS t50
  UNION ALL
  SELECT
    *
  FROM t61 AS t61
), t65 AS MATERIALIZED (
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
  FROM t62 AS t62
  WHERE
    "t62"."since_s" >= ${since_s} AND "t62"."since_s" < ${until_s}
), t68 AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."month",
    "t65"."part",
    "t65"."promise",
    "t65"."state",
    "t60"."origin_lead_id",
    "t60"."origin"
  FROM t65 AS t65
  LEFT OUTER JOIN t60 AS t60
    ON "t65"."lead_id" = "t60"."origin_lead_id"
), t70 AS MATERIALIZED (
  SELECT
    "t68"."lead_id",
    "t68"."month",
    "t68"."part",
    "t68"."promise",
    "t68"."state",
    COALESCE("t68"."origin", 'unknown') AS "source"
  FROM t68 AS t68
), t71 AS MATERIALIZED (
  SELECT
    "t70"."part",
    "t70"."month",
    "t70"."source",
    COUNT(*) AS "cases"
  FROM t70 AS t70
  GROUP BY
    1,
    2,
    3
), t72 AS MATERIALIZED (
  SELECT
    'volume' AS "promise",
    "t71"."part",
    "t71"."month",
    "t71"."source",
    'counted' AS "state",
    "t71"."cases"
  FROM t71 AS t71
)
SELECT
  *
FROM t77 AS t77
UNION ALL
SELECT
  *
FROM t72 AS t72

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
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
  FROM t6 AS t6
), t11 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."key") AS "last_key"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."key" IN (
      SELECT
        "t11"."last_key"
      FROM t11 AS t11
    )
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t13 AS t13
  WHERE
    "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
), "t15" AS MATERIALIZED (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM t14 AS t14
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
), t19 AS MATERIALIZED (
  SELECT
    "t16"."gone_id" AS "via_id",
    "t16"."into_id" AS "onward_id"
  FROM "t15" AS "t16"
), t20 AS MATERIALIZED (
  SELECT
    "t17"."gone_id",
    "t17"."into_id",
    "t17"."merged_s",
    "t17"."merged_key",
    "t19"."via_id",
    "t19"."onward_id"
  FROM "t15" AS "t17"
  LEFT OUTER JOIN t19 AS t19
    ON "t17"."into_id" = "t19"."via_id"
), t22 AS MATERIALIZED (
  SELECT
    "t20"."gone_id",
    "t20"."merged_s",
    "t20"."merged_key",
    COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
  FROM t20 AS t20
), t23 AS MATERIALIZED (
  SELECT
    "t22"."gone_id",
    "t22"."merged_s",
    "t22"."merged_key",
    "t22"."into_id",
    "t19"."via_id",
    "t19"."onward_id"
  FROM t22 AS t22
  LEFT OUTER JOIN t19 AS t19
    ON "t22"."into_id" = "t19"."via_id"
), t25 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
  FROM t23 AS t23
), t26 AS MATERIALIZED (
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
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), t27 AS MATERIALIZED (
  SELECT
    COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id",
    (
      "t26"."occurred_s" * 4000000000
    ) + "t26"."seq" AS "hand_key",
    "t26"."occurred_s" AS "hand_s",
    "t26"."recorded_s" AS "heard_s",
    "t26"."occurred_month" AS "month",
    COALESCE("t26"."step", '') AS "step"
  FROM t26 AS t26
  WHERE
    "t26"."side" <> 'sales'
    AND "t26"."occurred_s" >= ${since_s}
    AND "t26"."occurred_s" < ${until_s}
)
SELECT
  "t27"."step",
  COUNT(*) AS "hand_offs"
FROM t27 AS t27
GROUP BY
  1
