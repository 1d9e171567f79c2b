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
    "t8"."amount_minor",
    "t8"."currency",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), t31 AS MATERIALIZED (
  SELECT
    "t30"."kind",
    CAST("t30"."occurred_month" AS INTEGER) AS "month",
    IIF("t30"."kind" = 'won', COALESCE("t30"."currency", ''), '') AS "currency",
    IIF("t30"."kind" = 'won', COALESCE("t30"."amount_minor", 0), 0) AS "amount",
    (
      "t30"."kind" = 'won'
    ) AND (
      COALESCE("t30"."amount_minor", 0) = 0
    ) AS "has_none"
  FROM t30 AS t30
)
SELECT
  "t31"."kind",
  "t31"."month",
  "t31"."currency",
  COUNT(*) AS "n",
  SUM("t31"."amount") AS "amount",
  SUM(IIF("t31"."has_none", 1, 0)) AS "without_amount"
FROM t31 AS t31
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
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), t31 AS MATERIALIZED (
  SELECT
    "t30"."seq",
    "t30"."id",
    "t30"."kind",
    "t30"."occurred_s",
    "t30"."occurred_month",
    "t30"."person_id",
    "t30"."side",
    "t30"."source",
    "t30"."value_code",
    "t30"."value_number",
    "t30"."points",
    "t30"."due_s",
    "t30"."worked_s",
    "t30"."lead_id" AS "own_lead_id",
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id"
  FROM t30 AS t30
), t32 AS MATERIALIZED (
  SELECT
    "t31"."lead_id",
    "t31"."kind",
    CAST(MIN("t31"."occurred_month") AS INTEGER) AS "month"
  FROM t31 AS t31
  GROUP BY
    1,
    2
)
SELECT
  "t32"."kind",
  "t32"."month",
  COUNT(*) AS "n"
FROM t32 AS t32
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
), "t13" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t18 AS MATERIALIZED (
  SELECT
    "t15"."lead_id",
    MAX("t15"."occurred_s") AS "last_s"
  FROM "t13" AS "t15"
  GROUP BY
    1
), t19 AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    "t16"."occurred_s",
    "t16"."seq",
    "t16"."target_id",
    "t18"."last_s"
  FROM "t13" AS "t16"
  INNER JOIN t18 AS t18
    ON "t16"."lead_id" = "t18"."lead_id" AND "t16"."occurred_s" = "t18"."last_s"
), t20 AS MATERIALIZED (
  SELECT
    "t19"."lead_id",
    MAX("t19"."seq") AS "last_seq"
  FROM t19 AS t19
  GROUP BY
    1
), t22 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t15"
  WHERE
    "t15"."seq" IN (
      SELECT
        "t20"."last_seq"
      FROM t20 AS t20
    )
), t23 AS MATERIALIZED (
  SELECT
    *
  FROM t22 AS t22
  WHERE
    "t22"."target_id" <> 0 AND "t22"."target_id" <> "t22"."lead_id"
), "t24" AS MATERIALIZED (
  SELECT
    "t23"."lead_id" AS "gone_id",
    MAX("t23"."target_id") AS "into_id",
    MAX("t23"."occurred_s") AS "merged_s"
  FROM t23 AS t23
  GROUP BY
    1
), t28 AS MATERIALIZED (
  SELECT
    "t25"."gone_id" AS "via_id",
    "t25"."into_id" AS "onward_id"
  FROM "t24" AS "t25"
), t29 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."into_id",
    "t26"."merged_s",
    "t28"."via_id",
    "t28"."onward_id"
  FROM "t24" AS "t26"
  LEFT OUTER JOIN t28 AS t28
    ON "t26"."into_id" = "t28"."via_id"
), t31 AS MATERIALIZED (
  SELECT
    "t29"."gone_id",
    "t29"."merged_s",
    COALESCE("t29"."onward_id", "t29"."into_id") AS "into_id"
  FROM t29 AS t29
), "t32" AS MATERIALIZED (
  SELECT
    "t31"."gone_id",
    "t31"."merged_s",
    "t31"."into_id",
    "t28"."via_id",
    "t28"."onward_id"
  FROM t31 AS t31
  LEFT OUTER JOIN t28 AS t28
    ON "t31"."into_id" = "t28"."via_id"
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
      'handed_over',
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
), t12 AS MATERIALIZED (
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
), t37 AS MATERIALIZED (
  SELECT
    "t33"."gone_id",
    COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
  FROM "t32" AS "t33"
), "t38" AS MATERIALIZED (
  SELECT
    "t12"."seq",
    "t12"."id",
    "t12"."kind",
    "t12"."occurred_s",
    "t12"."occurred_month",
    "t12"."lead_id",
    "t12"."person_id",
    "t12"."side",
    "t12"."source",
    "t12"."value_code",
    "t12"."value_number",
    "t12"."points",
    "t12"."due_s",
    "t12"."worked_s",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t37 AS t37
    ON "t12"."lead_id" = "t37"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."id",
    "t39"."kind",
    "t39"."occurred_s",
    "t39"."occurred_month",
    "t39"."person_id",
    "t39"."side",
    "t39"."source",
    "t39"."value_code",
    "t39"."value_number",
    "t39"."points",
    "t39"."due_s",
    "t39"."worked_s",
    "t39"."lead_id" AS "own_lead_id",
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
  FROM "t38" AS "t39"
  WHERE
    "t39"."kind" = 'handed_over'
), "t42" AS MATERIALIZED (
  SELECT
    "t40"."seq",
    MIN("t40"."lead_id") AS "lead_id",
    MIN("t40"."own_lead_id") AS "own_lead_id",
    MIN("t40"."id") AS "hand_id",
    MIN("t40"."occurred_s") AS "start_s",
    MIN(COALESCE("t40"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t40"."person_id", 0)) AS "person_id"
  FROM t40 AS t40
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t43"."seq" AS "hand_seq"
  FROM "t42" AS "t43"
), t49 AS MATERIALIZED (
  SELECT
    "t43"."lead_id" AS "later_lead_id",
    "t43"."start_s" AS "later_s",
    "t43"."seq" AS "later_seq"
  FROM "t42" AS "t43"
), t52 AS MATERIALIZED (
  SELECT
    "t44"."seq",
    "t44"."lead_id",
    "t44"."own_lead_id",
    "t44"."hand_id",
    "t44"."start_s",
    "t44"."first_due_s",
    "t44"."person_id",
    "t49"."later_lead_id",
    "t49"."later_s",
    "t49"."later_seq"
  FROM "t42" AS "t44"
  INNER JOIN t49 AS t49
    ON "t44"."lead_id" = "t49"."later_lead_id"
), t53 AS MATERIALIZED (
  SELECT
    *
  FROM t52 AS t52
  WHERE
    (
      "t52"."later_s" > "t52"."start_s"
    )
    OR (
      (
        "t52"."later_s" = "t52"."start_s"
      ) AND (
        "t52"."later_seq" > "t52"."seq"
      )
    )
), t54 AS MATERIALIZED (
  SELECT
    "t53"."seq",
    MIN("t53"."later_s") AS "next_s"
  FROM t53 AS t53
  GROUP BY
    1
), t56 AS MATERIALIZED (
  SELECT
    "t54"."next_s",
    "t54"."seq" AS "key_seq"
  FROM t54 AS t54
), "t57" AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."own_lead_id",
    "t48"."hand_id",
    "t48"."start_s",
    "t48"."first_due_s",
    "t48"."person_id",
    "t48"."hand_seq",
    "t56"."next_s",
    "t56"."key_seq"
  FROM t48 AS t48
  LEFT OUTER JOIN t56 AS t56
    ON "t48"."hand_seq" = "t56"."key_seq"
), t64 AS MATERIALIZED (
  SELECT
    "t58"."hand_seq",
    "t58"."lead_id",
    "t58"."start_s",
    COALESCE("t58"."next_s", 9000000000) AS "next_s"
  FROM "t57" AS "t58"
  WHERE
    "t58"."first_due_s" > 0
    AND "t58"."start_s" >= ${since_s}
    AND "t58"."start_s" < ${until_s}
), t41 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."id",
    "t39"."kind",
    "t39"."occurred_s",
    "t39"."occurred_month",
    "t39"."person_id",
    "t39"."side",
    "t39"."source",
    "t39"."value_code",
    "t39"."value_number",
    "t39"."points",
    "t39"."due_s",
    "t39"."worked_s",
    "t39"."lead_id" AS "own_lead_id",
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
  FROM "t38" AS "t39"
  WHERE
    "t39"."kind" <> 'handed_over'
), t47 AS MATERIALIZED (
  SELECT
    "t41"."seq",
    MIN("t41"."lead_id") AS "fact_lead_id",
    MIN("t41"."occurred_s") AS "fact_s",
    MIN("t41"."kind") AS "fact_kind",
    MIN(COALESCE("t41"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t41"."worked_s", -1)) AS "fact_worked_s",
    MAX(
      IIF(
        (
          "t41"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t41"."side" = 'sales'
          )
        )
        OR "t41"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t41 AS t41
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t47"."fact_lead_id",
    "t47"."fact_s",
    "t47"."fact_kind",
    "t47"."fact_due_s",
    "t47"."fact_worked_s",
    "t47"."is_touch"
  FROM t47 AS t47
), "t66" AS MATERIALIZED (
  SELECT
    "t64"."hand_seq",
    "t64"."lead_id",
    "t64"."start_s",
    "t64"."next_s",
    "t51"."fact_lead_id",
    "t51"."fact_s",
    "t51"."fact_kind",
    "t51"."fact_due_s",
    "t51"."fact_worked_s",
    "t51"."is_touch"
  FROM t64 AS t64
  INNER JOIN t51 AS t51
    ON "t64"."lead_id" = "t51"."fact_lead_id"
), "t69" AS MATERIALIZED (
  SELECT
    *
  FROM "t66" AS "t67"
  WHERE
    "t67"."fact_s" >= "t67"."start_s" AND "t67"."fact_s" < "t67"."next_s"
), t78 AS MATERIALIZED (
  SELECT
    "t70"."hand_seq",
    MIN(IIF("t70"."is_touch" = 1, "t70"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t70"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t70"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t69" AS "t70"
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t72"."hand_seq",
    "t72"."lead_id",
    "t72"."start_s",
    "t72"."next_s",
    "t72"."fact_lead_id",
    "t72"."fact_s",
    "t72"."fact_kind",
    "t72"."fact_due_s",
    "t72"."fact_worked_s",
    "t72"."is_touch",
    "t78"."touch_s",
    "t78"."left_s"
  FROM "t69" AS "t72"
  INNER JOIN t78 AS t78
    ON "t72"."hand_seq" = "t78"."hand_seq"
), "t80" AS MATERIALIZED (
  SELECT
    "t79"."hand_seq",
    MIN("t79"."touch_s") AS "touch_s",
    MIN("t79"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t79"."is_touch" = 1
        ) AND (
          "t79"."fact_s" = "t79"."touch_s"
        ),
        "t79"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t79"."fact_kind" = 'reassigned'
        )
        AND (
          "t79"."fact_due_s" > 0
        )
        AND (
          "t79"."fact_s" <= "t79"."touch_s"
        ),
        "t79"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t79 AS t79
  GROUP BY
    1
), t63 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."own_lead_id",
    "t58"."hand_id",
    "t58"."start_s",
    "t58"."first_due_s",
    "t58"."person_id",
    "t58"."hand_seq",
    COALESCE("t58"."next_s", 9000000000) AS "next_s"
  FROM "t57" AS "t58"
  WHERE
    "t58"."first_due_s" > 0
    AND "t58"."start_s" >= ${since_s}
    AND "t58"."start_s" < ${until_s}
), t84 AS MATERIALIZED (
  SELECT
    "t81"."touch_s",
    "t81"."left_s",
    "t81"."worked_s",
    "t81"."new_s",
    "t81"."hand_seq" AS "key_seq"
  FROM "t80" AS "t81"
), t86 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."own_lead_id",
    "t63"."hand_id",
    "t63"."start_s",
    "t63"."first_due_s",
    "t63"."person_id",
    "t63"."hand_seq",
    "t63"."next_s",
    "t84"."touch_s",
    "t84"."left_s",
    "t84"."worked_s",
    "t84"."new_s",
    "t84"."key_seq"
  FROM t63 AS t63
  LEFT OUTER JOIN t84 AS t84
    ON "t63"."hand_seq" = "t84"."key_seq"
), t90 AS MATERIALIZED (
  SELECT
    "t86"."lead_id",
    "t86"."own_lead_id",
    "t86"."hand_id",
    "t86"."start_s",
    "t86"."first_due_s",
    "t86"."person_id",
    "t86"."hand_seq",
    "t86"."next_s",
    COALESCE("t86"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t86"."left_s", 9000000000) AS "left_s",
    COALESCE("t86"."worked_s", -1) AS "worked_s",
    COALESCE("t86"."new_s", -9000000000) AS "new_s"
  FROM t86 AS t86
), t74 AS MATERIALIZED (
  SELECT
    *
  FROM "t66" AS "t67"
  WHERE
    "t67"."fact_s" >= "t67"."start_s"
    AND "t67"."fact_s" < "t67"."next_s"
    AND IIF("t67"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t67"."fact_due_s" > 0
), t85 AS MATERIALIZED (
  SELECT
    "t81"."hand_seq" AS "new_hand",
    "t81"."new_s"
  FROM "t80" AS "t81"
), t87 AS MATERIALIZED (
  SELECT
    "t74"."hand_seq",
    "t74"."lead_id",
    "t74"."start_s",
    "t74"."next_s",
    "t74"."fact_lead_id",
    "t74"."fact_s",
    "t74"."fact_kind",
    "t74"."fact_due_s",
    "t74"."fact_worked_s",
    "t74"."is_touch",
    "t85"."new_hand",
    "t85"."new_s"
  FROM t74 AS t74
  INNER JOIN t85 AS t85
    ON "t74"."hand_seq" = "t85"."new_hand" AND "t74"."fact_s" = "t85"."new_s"
), t89 AS MATERIALIZED (
  SELECT
    "t87"."hand_seq",
    MAX("t87"."fact_due_s") AS "new_due_s"
  FROM t87 AS t87
  GROUP BY
    1
), t92 AS MATERIALIZED (
  SELECT
    "t89"."new_due_s",
    "t89"."hand_seq" AS "key_seq"
  FROM t89 AS t89
), t93 AS MATERIALIZED (
  SELECT
    "t90"."lead_id",
    "t90"."own_lead_id",
    "t90"."hand_id",
    "t90"."start_s",
    "t90"."first_due_s",
    "t90"."person_id",
    "t90"."hand_seq",
    "t90"."next_s",
    "t90"."touch_s",
    "t90"."left_s",
    "t90"."worked_s",
    "t90"."new_s",
    "t92"."new_due_s",
    "t92"."key_seq"
  FROM t90 AS t90
  LEFT OUTER JOIN t92 AS t92
    ON "t90"."hand_seq" = "t92"."key_seq"
), t95 AS MATERIALIZED (
  SELECT
    "t93"."lead_id",
    "t93"."own_lead_id",
    "t93"."hand_id",
    "t93"."start_s",
    "t93"."first_due_s",
    "t93"."person_id",
    "t93"."hand_seq",
    "t93"."next_s",
    "t93"."touch_s",
    "t93"."left_s",
    "t93"."worked_s",
    "t93"."new_s",
    COALESCE("t93"."new_due_s", 0) AS "new_due_s"
  FROM t93 AS t93
), t62 AS MATERIALIZED (
  SELECT
    "t58"."hand_seq",
    "t58"."own_lead_id",
    "t58"."start_s"
  FROM "t57" AS "t58"
  WHERE
    "t58"."first_due_s" > 0
    AND "t58"."start_s" >= ${since_s}
    AND "t58"."start_s" < ${until_s}
), t35 AS MATERIALIZED (
  SELECT
    "t33"."gone_id",
    "t33"."merged_s" AS "gone_s"
  FROM "t32" AS "t33"
), t65 AS MATERIALIZED (
  SELECT
    "t62"."hand_seq",
    "t62"."own_lead_id",
    "t62"."start_s",
    "t35"."gone_id",
    "t35"."gone_s"
  FROM t62 AS t62
  INNER JOIN t35 AS t35
    ON "t62"."own_lead_id" = "t35"."gone_id"
), t68 AS MATERIALIZED (
  SELECT
    *
  FROM t65 AS t65
  WHERE
    "t65"."gone_s" >= "t65"."start_s"
), t71 AS MATERIALIZED (
  SELECT
    "t68"."hand_seq",
    MIN("t68"."gone_s") AS "merged_s"
  FROM t68 AS t68
  GROUP BY
    1
), t76 AS MATERIALIZED (
  SELECT
    "t71"."merged_s",
    "t71"."hand_seq" AS "key_seq"
  FROM t71 AS t71
), t96 AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."own_lead_id",
    "t95"."hand_id",
    "t95"."start_s",
    "t95"."first_due_s",
    "t95"."person_id",
    "t95"."hand_seq",
    "t95"."next_s",
    "t95"."touch_s",
    "t95"."left_s",
    "t95"."worked_s",
    "t95"."new_s",
    "t95"."new_due_s",
    "t76"."merged_s",
    "t76"."key_seq"
  FROM t95 AS t95
  LEFT OUTER JOIN t76 AS t76
    ON "t95"."hand_seq" = "t76"."key_seq"
), t97 AS MATERIALIZED (
  SELECT
    "t96"."hand_id",
    "t96"."person_id",
    "t96"."start_s",
    MIN("t96"."left_s", COALESCE("t96"."merged_s", 9000000000), "t96"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t96"."new_due_s" > 0
      ) AND (
        "t96"."new_s" <= "t96"."first_due_s"
      ),
      "t96"."new_due_s",
      "t96"."first_due_s"
    ) AS "due_s",
    IIF(
      "t96"."touch_s" <= MIN("t96"."left_s", COALESCE("t96"."merged_s", 9000000000), "t96"."next_s"),
      "t96"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t96"."touch_s" <= MIN("t96"."left_s", COALESCE("t96"."merged_s", 9000000000), "t96"."next_s"),
      "t96"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t96"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t96"."new_s" > "t96"."first_due_s", 1, 0) AS "is_late_again"
  FROM t96 AS t96
), t99 AS MATERIALIZED (
  SELECT
    "t97"."hand_id",
    (
      "t97"."due_s" <= ${as_of_s}
    )
    AND NOT (
      (
        "t97"."touch_s" > "t97"."due_s"
      )
      AND (
        "t97"."withdrawn_s" <= "t97"."due_s"
      )
    ) AS "is_due",
    (
      "t97"."due_s" <= ${as_of_s}
    )
    AND NOT (
      (
        "t97"."touch_s" > "t97"."due_s"
      )
      AND (
        "t97"."withdrawn_s" <= "t97"."due_s"
      )
    )
    AND (
      "t97"."touch_s" <= "t97"."due_s"
    ) AS "is_kept"
  FROM t97 AS t97
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t6 AS MATERIALIZED (
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
), t9 AS MATERIALIZED (
  SELECT
    "t6"."seq",
    "t6"."id",
    "t6"."kind",
    "t6"."occurred_s",
    "t6"."occurred_month",
    "t6"."lead_id",
    "t6"."person_id",
    "t6"."side",
    "t6"."source",
    "t6"."value_code",
    "t6"."value_number",
    "t6"."points",
    "t6"."due_s",
    "t6"."worked_s"
  FROM t6 AS t6
), t14 AS MATERIALIZED (
  SELECT
    "t9"."id" AS "fact_id",
    MAX("t9"."occurred_month") AS "month"
  FROM t9 AS t9
  GROUP BY
    1
), t100 AS MATERIALIZED (
  SELECT
    "t99"."hand_id",
    "t99"."is_due",
    "t99"."is_kept",
    "t14"."fact_id",
    "t14"."month"
  FROM t99 AS t99
  INNER JOIN t14 AS t14
    ON "t99"."hand_id" = "t14"."fact_id"
), t101 AS MATERIALIZED (
  SELECT
    "t100"."is_due",
    "t100"."is_kept",
    CAST("t100"."month" AS INTEGER) AS "month"
  FROM t100 AS t100
)
SELECT
  "t101"."month",
  SUM(IIF("t101"."is_due", 1, 0)) AS "due",
  SUM(IIF("t101"."is_kept", 1, 0)) AS "kept"
FROM t101 AS t101
GROUP BY
  1
