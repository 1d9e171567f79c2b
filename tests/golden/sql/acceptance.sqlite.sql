-- patterns
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
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
    "t7"."worked_s",
    "t7"."recorded_s",
    "t7"."pact_version"
  FROM t7 AS t7
  WHERE
    COALESCE("t7"."lead_id", 0) <> 0
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
    "t14"."recorded_s",
    "t14"."pact_version",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t37 AS t37
    ON "t14"."lead_id" = "t37"."gone_id"
), "t41" AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."recorded_s",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key",
    COALESCE("t38"."points", -1000000) AS "points",
    COALESCE("t38"."pact_version", 0) AS "version"
  FROM t38 AS t38
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
), t47 AS MATERIALIZED (
  SELECT
    "t44"."lead_id" AS "first_lead_id",
    MIN("t44"."key") AS "first_key"
  FROM "t41" AS "t44"
  GROUP BY
    1
), "t51" AS MATERIALIZED (
  SELECT
    *
  FROM "t41" AS "t44"
  WHERE
    "t44"."key" IN (
      SELECT
        "t47"."first_key"
      FROM t47 AS t47
    )
), t57 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."key" AS "hand_key",
    "t53"."occurred_s" AS "hand_s",
    "t53"."recorded_s" AS "heard_s",
    CAST("t53"."points" AS INTEGER) AS "points",
    CAST("t53"."version" AS INTEGER) AS "version"
  FROM "t51" AS "t53"
), t2 AS MATERIALIZED (
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t37 AS t37
    ON "t15"."lead_id" = "t37"."gone_id"
), t45 AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."kind",
    "t39"."side",
    "t39"."value_code",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key"
  FROM t39 AS t39
), t55 AS MATERIALIZED (
  SELECT
    "t53"."key" AS "hand_key",
    "t53"."lead_id" AS "handed_lead_id"
  FROM "t51" AS "t53"
), t60 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    "t45"."kind",
    "t45"."side",
    "t45"."value_code",
    "t45"."occurred_s",
    "t45"."key",
    "t55"."hand_key",
    "t55"."handed_lead_id"
  FROM t45 AS t45
  INNER JOIN t55 AS t55
    ON "t45"."lead_id" = "t55"."handed_lead_id"
), t62 AS MATERIALIZED (
  SELECT
    "t60"."lead_id" AS "after_lead_id",
    MIN(
      IIF(
        (
          "t60"."key" > "t60"."hand_key"
        ) AND (
          "t60"."kind" = 'handed_over'
        ),
        "t60"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t60"."key" > "t60"."hand_key"
        ) AND (
          "t60"."kind" = 'rejected'
        ),
        "t60"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t60"."key" > "t60"."hand_key"
        )
        AND "t60"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won'),
        "t60"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t60"."key" > "t60"."hand_key"
        ) AND "t60"."kind" IN ('deal_opened', 'won'),
        "t60"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t60"."key" > "t60"."hand_key"
        ) AND (
          "t60"."kind" = 'won'
        ),
        "t60"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t60"."key" > "t60"."hand_key"
        )
        AND "t60"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t60"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t60"."key" < "t60"."hand_key"
    ) AND (
      "t60"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t60 AS t60
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t43" AS "t46"
  GROUP BY
    1
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t48"."first_key"
      FROM t48 AS t48
    )
), t59 AS MATERIALIZED (
  SELECT
    "t52"."lead_id" AS "origin_lead_id",
    COALESCE("t52"."source", 'unknown') AS "origin",
    IIF(
      "t52"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t52"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t52"."occurred_s" AS "origin_s",
    CAST("t52"."occurred_month" AS INTEGER) AS "origin_month"
  FROM t52 AS t52
), t63 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."hand_key",
    "t57"."hand_s",
    "t57"."heard_s",
    "t57"."points",
    "t57"."version",
    "t62"."after_lead_id",
    "t62"."next_key",
    "t62"."back_key",
    "t62"."taken_key",
    "t62"."deal_s",
    "t62"."won_s",
    "t62"."end_s",
    "t62"."is_early",
    "t59"."origin_lead_id",
    "t59"."origin",
    "t59"."found_by",
    "t59"."origin_s",
    "t59"."origin_month"
  FROM t57 AS t57
  INNER JOIN t62 AS t62
    ON "t57"."lead_id" = "t62"."after_lead_id"
  LEFT OUTER JOIN t59 AS t59
    ON "t57"."lead_id" = "t59"."origin_lead_id"
), t64 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."hand_key",
    "t63"."hand_s",
    "t63"."heard_s",
    "t63"."points",
    "t63"."version",
    "t63"."deal_s",
    "t63"."won_s",
    "t63"."end_s",
    "t63"."is_early",
    COALESCE("t63"."origin", 'unknown') AS "source",
    CASE
      WHEN "t63"."back_key" < "t63"."next_key"
      THEN 'rejected'
      WHEN "t63"."taken_key" < "t63"."next_key"
      THEN 'accepted'
      ELSE 'open'
    END AS "answer"
  FROM t63 AS t63
  WHERE
    "t63"."hand_s" >= ${since_s} AND "t63"."hand_s" < ${until_s}
)
SELECT
  "t64"."source",
  COUNT(*) AS "leads",
  COUNT(IIF("t64"."answer" = 'accepted', 1, CAST(NULL AS INTEGER))) AS "accepted",
  COUNT(IIF("t64"."answer" = 'rejected', 1, CAST(NULL AS INTEGER))) AS "rejected",
  COUNT(IIF("t64"."won_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(IIF("t64"."is_early" = 1, 1, CAST(NULL AS INTEGER))) AS "won_early"
FROM t64 AS t64
GROUP BY
  1
