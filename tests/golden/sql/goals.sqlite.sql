-- facts
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
    AND "t0"."kind" IN ('accepted', 'handed_over', 'won')
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
    "t5"."amount_minor",
    "t5"."currency"
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
    "t8"."amount_minor",
    "t8"."currency",
    "t25"."gone_id",
    "t25"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), t27 AS MATERIALIZED (
  SELECT
    "t26"."kind",
    CAST("t26"."occurred_month" AS INTEGER) AS "month",
    IIF("t26"."kind" = 'won', COALESCE("t26"."currency", ''), '') AS "currency",
    IIF("t26"."kind" = 'won', COALESCE("t26"."amount_minor", 0), 0) AS "amount",
    (
      "t26"."kind" = 'won'
    ) AND (
      COALESCE("t26"."amount_minor", 0) = 0
    ) AS "has_none"
  FROM t26 AS t26
)
SELECT
  "t27"."kind",
  "t27"."month",
  "t27"."currency",
  COUNT(*) AS "n",
  SUM("t27"."amount") AS "amount",
  COUNT(IIF("t27"."has_none", 1, CAST(NULL AS INTEGER))) AS "without_amount"
FROM t27 AS t27
GROUP BY
  1,
  2,
  3

-- firsts
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
    AND "t0"."kind" IN ('captured', 'qualified')
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
    "t5"."worked_s"
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
    "t25"."gone_id",
    "t25"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), t27 AS MATERIALIZED (
  SELECT
    "t26"."seq",
    "t26"."id",
    "t26"."kind",
    "t26"."occurred_s",
    "t26"."occurred_month",
    "t26"."person_id",
    "t26"."side",
    "t26"."source",
    "t26"."value_code",
    "t26"."value_number",
    "t26"."points",
    "t26"."due_s",
    "t26"."worked_s",
    "t26"."lead_id" AS "own_lead_id",
    COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id"
  FROM t26 AS t26
), t28 AS MATERIALIZED (
  SELECT
    "t27"."lead_id",
    "t27"."kind",
    CAST(MIN("t27"."occurred_month") AS INTEGER) AS "month"
  FROM t27 AS t27
  GROUP BY
    1,
    2
)
SELECT
  "t28"."kind",
  "t28"."month",
  COUNT(*) AS "n"
FROM t28 AS t28
GROUP BY
  1,
  2

-- clocks
WITH "t4" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), "t6" AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t8 AS MATERIALIZED (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    NOT (
      "t3"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), "t14" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t8"."occurred_s" * 4000000000
    ) + "t8"."seq" AS "key"
  FROM t8 AS t8
), t19 AS MATERIALIZED (
  SELECT
    "t17"."lead_id",
    MAX("t17"."key") AS "last_key"
  FROM "t14" AS "t17"
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t14" AS "t17"
  WHERE
    "t17"."key" IN (
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
), "t31" AS MATERIALIZED (
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
), t15 AS MATERIALIZED (
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
  FROM "t6" AS "t9"
  WHERE
    COALESCE("t9"."lead_id", 0) <> 0
), t36 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
  FROM "t31" AS "t32"
), t37 AS MATERIALIZED (
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
    "t36"."gone_id",
    "t36"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t36 AS t36
    ON "t15"."lead_id" = "t36"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    "t37"."seq",
    "t37"."id",
    "t37"."kind",
    "t37"."occurred_s",
    "t37"."occurred_month",
    "t37"."person_id",
    "t37"."side",
    "t37"."source",
    "t37"."value_code",
    "t37"."value_number",
    "t37"."points",
    "t37"."due_s",
    "t37"."worked_s",
    "t37"."lead_id" AS "own_lead_id",
    COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id"
  FROM t37 AS t37
), "t41" AS MATERIALIZED (
  SELECT
    "t39"."seq",
    MIN("t39"."lead_id") AS "lead_id",
    MIN("t39"."own_lead_id") AS "own_lead_id",
    MIN("t39"."id") AS "hand_id",
    MIN("t39"."occurred_s") AS "start_s",
    MIN((
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq") AS "start_key",
    MIN(COALESCE("t39"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t39"."person_id", 0)) AS "person_id"
  FROM t39 AS t39
  GROUP BY
    1
), t49 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."own_lead_id",
    "t42"."hand_id",
    "t42"."start_s",
    "t42"."start_key",
    "t42"."first_due_s",
    "t42"."person_id",
    "t42"."seq" AS "hand_seq"
  FROM "t41" AS "t42"
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "later_lead_id",
    "t42"."start_s" AS "later_s",
    "t42"."start_key" AS "later_key"
  FROM "t41" AS "t42"
), t51 AS MATERIALIZED (
  SELECT
    "t43"."seq",
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."start_key",
    "t43"."first_due_s",
    "t43"."person_id",
    "t48"."later_lead_id",
    "t48"."later_s",
    "t48"."later_key"
  FROM "t41" AS "t43"
  INNER JOIN t48 AS t48
    ON "t43"."lead_id" = "t48"."later_lead_id"
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
  WHERE
    "t51"."later_key" > "t51"."start_key"
), t53 AS MATERIALIZED (
  SELECT
    "t52"."seq",
    MIN("t52"."later_s") AS "next_s",
    MIN("t52"."later_key") AS "next_key"
  FROM t52 AS t52
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t53"."next_s",
    "t53"."next_key",
    "t53"."seq" AS "key_seq"
  FROM t53 AS t53
), "t56" AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    "t49"."own_lead_id",
    "t49"."hand_id",
    "t49"."start_s",
    "t49"."start_key",
    "t49"."first_due_s",
    "t49"."person_id",
    "t49"."hand_seq",
    "t55"."next_s",
    "t55"."next_key",
    "t55"."key_seq"
  FROM t49 AS t49
  LEFT OUTER JOIN t55 AS t55
    ON "t49"."hand_seq" = "t55"."key_seq"
), t63 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."lead_id",
    "t57"."start_key",
    COALESCE("t57"."next_key", 9000000000000000000) AS "next_key"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
      'won'
    )
), t7 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), t13 AS MATERIALIZED (
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
    "t13"."seq",
    "t13"."id",
    "t13"."kind",
    "t13"."occurred_s",
    "t13"."occurred_month",
    "t13"."lead_id",
    "t13"."person_id",
    "t13"."side",
    "t13"."source",
    "t13"."value_code",
    "t13"."value_number",
    "t13"."points",
    "t13"."due_s",
    "t13"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t13 AS t13
  LEFT OUTER JOIN t36 AS t36
    ON "t13"."lead_id" = "t36"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    "t38"."seq",
    "t38"."id",
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
  FROM t38 AS t38
), t44 AS MATERIALIZED (
  SELECT
    "t40"."seq",
    MIN("t40"."lead_id") AS "fact_lead_id",
    MIN("t40"."occurred_s") AS "fact_s",
    MIN((
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq") AS "fact_key",
    MIN("t40"."kind") AS "fact_kind",
    MIN(COALESCE("t40"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t40"."worked_s", -1)) AS "fact_worked_s",
    MIN(
      IIF(
        (
          "t40"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t40"."side" = 'sales'
          )
        )
        OR "t40"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t40 AS t40
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t44"."fact_lead_id",
    "t44"."fact_s",
    "t44"."fact_key",
    "t44"."fact_kind",
    "t44"."fact_due_s",
    "t44"."fact_worked_s",
    "t44"."is_touch"
  FROM t44 AS t44
), t65 AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    "t63"."lead_id",
    "t63"."start_key",
    "t63"."next_key",
    "t50"."fact_lead_id",
    "t50"."fact_s",
    "t50"."fact_key",
    "t50"."fact_kind",
    "t50"."fact_due_s",
    "t50"."fact_worked_s",
    "t50"."is_touch"
  FROM t63 AS t63
  INNER JOIN t50 AS t50
    ON "t63"."lead_id" = "t50"."fact_lead_id"
), "t67" AS MATERIALIZED (
  SELECT
    *
  FROM t65 AS t65
  WHERE
    "t65"."fact_key" > "t65"."start_key" AND "t65"."fact_key" < "t65"."next_key"
), t74 AS MATERIALIZED (
  SELECT
    "t68"."hand_seq",
    MIN(IIF("t68"."is_touch" = 1, "t68"."fact_key", 9000000000000000000)) AS "touch_key"
  FROM "t67" AS "t68"
  GROUP BY
    1
), t75 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    "t69"."lead_id",
    "t69"."start_key",
    "t69"."next_key",
    "t69"."fact_lead_id",
    "t69"."fact_s",
    "t69"."fact_key",
    "t69"."fact_kind",
    "t69"."fact_due_s",
    "t69"."fact_worked_s",
    "t69"."is_touch",
    "t74"."touch_key"
  FROM "t67" AS "t69"
  INNER JOIN t74 AS t74
    ON "t69"."hand_seq" = "t74"."hand_seq"
), "t76" AS MATERIALIZED (
  SELECT
    "t75"."hand_seq",
    MIN("t75"."touch_key") AS "touch_key",
    MIN(IIF("t75"."is_touch" = 1, "t75"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t75"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t75"."fact_key",
        9000000000000000000
      )
    ) AS "left_key",
    MIN(
      IIF(
        "t75"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t75"."fact_s",
        9000000000
      )
    ) AS "left_s",
    MAX(IIF("t75"."fact_key" = "t75"."touch_key", "t75"."fact_worked_s", -1)) AS "worked_s",
    MAX(
      IIF(
        (
          "t75"."fact_kind" = 'reassigned'
        )
        AND (
          "t75"."fact_due_s" > 0
        )
        AND (
          "t75"."fact_key" < "t75"."touch_key"
        ),
        "t75"."fact_key",
        -9000000000000000000
      )
    ) AS "new_key",
    MAX(
      IIF(
        (
          "t75"."fact_kind" = 'reassigned'
        )
        AND (
          "t75"."fact_due_s" > 0
        )
        AND (
          "t75"."fact_key" < "t75"."touch_key"
        ),
        "t75"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t75 AS t75
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."own_lead_id",
    "t57"."hand_id",
    "t57"."start_s",
    "t57"."start_key",
    "t57"."first_due_s",
    "t57"."person_id",
    "t57"."hand_seq",
    COALESCE("t57"."next_s", 9000000000) AS "next_s",
    COALESCE("t57"."next_key", 9000000000000000000) AS "next_key"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t80 AS MATERIALIZED (
  SELECT
    "t77"."touch_key",
    "t77"."touch_s",
    "t77"."left_key",
    "t77"."left_s",
    "t77"."worked_s",
    "t77"."new_s",
    "t77"."hand_seq" AS "key_seq"
  FROM "t76" AS "t77"
), t82 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."own_lead_id",
    "t62"."hand_id",
    "t62"."start_s",
    "t62"."start_key",
    "t62"."first_due_s",
    "t62"."person_id",
    "t62"."hand_seq",
    "t62"."next_s",
    "t62"."next_key",
    "t80"."touch_key",
    "t80"."touch_s",
    "t80"."left_key",
    "t80"."left_s",
    "t80"."worked_s",
    "t80"."new_s",
    "t80"."key_seq"
  FROM t62 AS t62
  LEFT OUTER JOIN t80 AS t80
    ON "t62"."hand_seq" = "t80"."key_seq"
), t86 AS MATERIALIZED (
  SELECT
    "t82"."lead_id",
    "t82"."own_lead_id",
    "t82"."hand_id",
    "t82"."start_s",
    "t82"."start_key",
    "t82"."first_due_s",
    "t82"."person_id",
    "t82"."hand_seq",
    "t82"."next_s",
    "t82"."next_key",
    COALESCE("t82"."touch_key", 9000000000000000000) AS "touch_key",
    COALESCE("t82"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t82"."left_key", 9000000000000000000) AS "left_key",
    COALESCE("t82"."left_s", 9000000000) AS "left_s",
    COALESCE("t82"."worked_s", -1) AS "worked_s",
    COALESCE("t82"."new_s", -9000000000) AS "new_s"
  FROM t82 AS t82
), t81 AS MATERIALIZED (
  SELECT
    "t77"."hand_seq" AS "new_hand",
    "t77"."new_key"
  FROM "t76" AS "t77"
), t83 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    "t69"."lead_id",
    "t69"."start_key",
    "t69"."next_key",
    "t69"."fact_lead_id",
    "t69"."fact_s",
    "t69"."fact_key",
    "t69"."fact_kind",
    "t69"."fact_due_s",
    "t69"."fact_worked_s",
    "t69"."is_touch",
    "t81"."new_hand",
    "t81"."new_key"
  FROM "t67" AS "t69"
  INNER JOIN t81 AS t81
    ON "t69"."hand_seq" = "t81"."new_hand" AND "t69"."fact_key" = "t81"."new_key"
), t85 AS MATERIALIZED (
  SELECT
    "t83"."hand_seq",
    MAX("t83"."fact_due_s") AS "new_due_s"
  FROM t83 AS t83
  GROUP BY
    1
), t88 AS MATERIALIZED (
  SELECT
    "t85"."new_due_s",
    "t85"."hand_seq" AS "key_seq"
  FROM t85 AS t85
), t89 AS MATERIALIZED (
  SELECT
    "t86"."lead_id",
    "t86"."own_lead_id",
    "t86"."hand_id",
    "t86"."start_s",
    "t86"."start_key",
    "t86"."first_due_s",
    "t86"."person_id",
    "t86"."hand_seq",
    "t86"."next_s",
    "t86"."next_key",
    "t86"."touch_key",
    "t86"."touch_s",
    "t86"."left_key",
    "t86"."left_s",
    "t86"."worked_s",
    "t86"."new_s",
    "t88"."new_due_s",
    "t88"."key_seq"
  FROM t86 AS t86
  LEFT OUTER JOIN t88 AS t88
    ON "t86"."hand_seq" = "t88"."key_seq"
), t91 AS MATERIALIZED (
  SELECT
    "t89"."lead_id",
    "t89"."own_lead_id",
    "t89"."hand_id",
    "t89"."start_s",
    "t89"."start_key",
    "t89"."first_due_s",
    "t89"."person_id",
    "t89"."hand_seq",
    "t89"."next_s",
    "t89"."next_key",
    "t89"."touch_key",
    "t89"."touch_s",
    "t89"."left_key",
    "t89"."left_s",
    "t89"."worked_s",
    "t89"."new_s",
    COALESCE("t89"."new_due_s", 0) AS "new_due_s"
  FROM t89 AS t89
), t61 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_key"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t34 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s" AS "gone_s",
    "t32"."merged_key" AS "gone_key"
  FROM "t31" AS "t32"
), t64 AS MATERIALIZED (
  SELECT
    "t61"."hand_seq",
    "t61"."own_lead_id",
    "t61"."start_key",
    "t34"."gone_id",
    "t34"."gone_s",
    "t34"."gone_key"
  FROM t61 AS t61
  INNER JOIN t34 AS t34
    ON "t61"."own_lead_id" = "t34"."gone_id"
), t66 AS MATERIALIZED (
  SELECT
    *
  FROM t64 AS t64
  WHERE
    "t64"."gone_key" > "t64"."start_key"
), t70 AS MATERIALIZED (
  SELECT
    "t66"."hand_seq",
    MIN("t66"."gone_s") AS "merged_s",
    MIN("t66"."gone_key") AS "merged_key"
  FROM t66 AS t66
  GROUP BY
    1
), t72 AS MATERIALIZED (
  SELECT
    "t70"."merged_key",
    "t70"."merged_s",
    "t70"."hand_seq" AS "key_seq"
  FROM t70 AS t70
), t92 AS MATERIALIZED (
  SELECT
    "t91"."lead_id",
    "t91"."own_lead_id",
    "t91"."hand_id",
    "t91"."start_s",
    "t91"."start_key",
    "t91"."first_due_s",
    "t91"."person_id",
    "t91"."hand_seq",
    "t91"."next_s",
    "t91"."next_key",
    "t91"."touch_key",
    "t91"."touch_s",
    "t91"."left_key",
    "t91"."left_s",
    "t91"."worked_s",
    "t91"."new_s",
    "t91"."new_due_s",
    "t72"."merged_key",
    "t72"."merged_s",
    "t72"."key_seq"
  FROM t91 AS t91
  LEFT OUTER JOIN t72 AS t72
    ON "t91"."hand_seq" = "t72"."key_seq"
), t93 AS MATERIALIZED (
  SELECT
    "t92"."lead_id",
    "t92"."hand_id",
    "t92"."person_id",
    "t92"."start_s",
    MIN("t92"."left_s", COALESCE("t92"."merged_s", 9000000000), "t92"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t92"."new_due_s" > 0
      ) AND (
        "t92"."new_s" <= "t92"."first_due_s"
      ),
      "t92"."new_due_s",
      "t92"."first_due_s"
    ) AS "due_s",
    IIF(
      "t92"."touch_key" < MIN(
        "t92"."left_key",
        COALESCE("t92"."merged_key", 9000000000000000000),
        "t92"."next_key"
      ),
      "t92"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t92"."touch_key" < MIN(
        "t92"."left_key",
        COALESCE("t92"."merged_key", 9000000000000000000),
        "t92"."next_key"
      ),
      "t92"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t92"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t92"."new_s" > "t92"."first_due_s", 1, 0) AS "is_late_again"
  FROM t92 AS t92
), t95 AS MATERIALIZED (
  SELECT
    "t93"."hand_id",
    (
      "t93"."due_s" <= ${as_of_s}
    )
    AND NOT (
      (
        "t93"."touch_s" > "t93"."due_s"
      )
      AND (
        "t93"."withdrawn_s" <= "t93"."due_s"
      )
    ) AS "is_due",
    (
      "t93"."due_s" <= ${as_of_s}
    )
    AND NOT (
      (
        "t93"."touch_s" > "t93"."due_s"
      )
      AND (
        "t93"."withdrawn_s" <= "t93"."due_s"
      )
    )
    AND (
      "t93"."touch_s" <= "t93"."due_s"
    ) AS "is_kept"
  FROM t93 AS t93
), t10 AS MATERIALIZED (
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
  FROM "t6" AS "t9"
), t18 AS MATERIALIZED (
  SELECT
    "t10"."id" AS "fact_id",
    MAX("t10"."occurred_month") AS "month"
  FROM t10 AS t10
  GROUP BY
    1
), t96 AS MATERIALIZED (
  SELECT
    "t95"."hand_id",
    "t95"."is_due",
    "t95"."is_kept",
    "t18"."fact_id",
    "t18"."month"
  FROM t95 AS t95
  INNER JOIN t18 AS t18
    ON "t95"."hand_id" = "t18"."fact_id"
), t97 AS MATERIALIZED (
  SELECT
    "t96"."is_due",
    "t96"."is_kept",
    CAST("t96"."month" AS INTEGER) AS "month"
  FROM t96 AS t96
)
SELECT
  "t97"."month",
  COUNT(IIF("t97"."is_due", 1, CAST(NULL AS INTEGER))) AS "due",
  COUNT(IIF("t97"."is_kept", 1, CAST(NULL AS INTEGER))) AS "kept"
FROM t97 AS t97
GROUP BY
  1
