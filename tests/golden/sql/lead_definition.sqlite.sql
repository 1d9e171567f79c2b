-- pairs
WITH "t6" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t12 AS MATERIALIZED (
  SELECT
    *
  FROM t5 AS t5
  WHERE
    NOT (
      "t5"."id" IN (
        SELECT
          *
        FROM "t6"
      )
    )
), "t21" AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    "t12"."seq",
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t12 AS t12
), t25 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."occurred_s") AS "last_s"
  FROM "t21" AS "t22"
  GROUP BY
    1
), t26 AS MATERIALIZED (
  SELECT
    "t23"."lead_id",
    "t23"."occurred_s",
    "t23"."seq",
    "t23"."target_id",
    "t25"."last_s"
  FROM "t21" AS "t23"
  INNER JOIN t25 AS t25
    ON "t23"."lead_id" = "t25"."lead_id" AND "t23"."occurred_s" = "t25"."last_s"
), t27 AS MATERIALIZED (
  SELECT
    "t26"."lead_id",
    MAX("t26"."seq") AS "last_seq"
  FROM t26 AS t26
  GROUP BY
    1
), t29 AS MATERIALIZED (
  SELECT
    *
  FROM "t21" AS "t22"
  WHERE
    "t22"."seq" IN (
      SELECT
        "t27"."last_seq"
      FROM t27 AS t27
    )
), t30 AS MATERIALIZED (
  SELECT
    *
  FROM t29 AS t29
  WHERE
    "t29"."target_id" <> 0 AND "t29"."target_id" <> "t29"."lead_id"
), "t31" AS MATERIALIZED (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s"
  FROM t30 AS t30
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
      'deal_opened',
      'disqualified',
      'handed_over',
      'lost',
      'qualified',
      'rejected',
      'stage_changed',
      'won'
    )
), t8 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t6"
      )
    )
), t17 AS MATERIALIZED (
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
    "t8"."reason"
  FROM t8 AS t8
  WHERE
    COALESCE("t8"."lead_id", 0) <> 0
), t35 AS MATERIALIZED (
  SELECT
    "t32"."gone_id" AS "via_id",
    "t32"."into_id" AS "onward_id"
  FROM "t31" AS "t32"
), t36 AS MATERIALIZED (
  SELECT
    "t33"."gone_id",
    "t33"."into_id",
    "t33"."merged_s",
    "t35"."via_id",
    "t35"."onward_id"
  FROM "t31" AS "t33"
  LEFT OUTER JOIN t35 AS t35
    ON "t33"."into_id" = "t35"."via_id"
), t38 AS MATERIALIZED (
  SELECT
    "t36"."gone_id",
    "t36"."merged_s",
    COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
  FROM t36 AS t36
), t39 AS MATERIALIZED (
  SELECT
    "t38"."gone_id",
    "t38"."merged_s",
    "t38"."into_id",
    "t35"."via_id",
    "t35"."onward_id"
  FROM t38 AS t38
  LEFT OUTER JOIN t35 AS t35
    ON "t38"."into_id" = "t35"."via_id"
), t41 AS MATERIALIZED (
  SELECT
    "t39"."gone_id",
    COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
  FROM t39 AS t39
), "t42" AS MATERIALIZED (
  SELECT
    "t17"."seq",
    "t17"."id",
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
    "t17"."reason",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t41 AS t41
    ON "t17"."lead_id" = "t41"."gone_id"
), t2 AS MATERIALIZED (
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
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t6"
      )
    )
), t18 AS MATERIALIZED (
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
), t43 AS MATERIALIZED (
  SELECT
    "t18"."seq",
    "t18"."id",
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t41 AS t41
    ON "t18"."lead_id" = "t41"."gone_id"
), "t47" AS MATERIALIZED (
  SELECT
    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
    "t43"."side",
    "t43"."source",
    "t43"."occurred_s",
    "t43"."occurred_month",
    (
      "t43"."occurred_s" * 4000000000
    ) + "t43"."seq" AS "key"
  FROM t43 AS t43
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'qualified',
      'recycled',
      'rejected',
      'social',
      'woken',
      'won'
    )
), t10 AS MATERIALIZED (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    NOT (
      "t3"."id" IN (
        SELECT
          *
        FROM "t6"
      )
    )
), t19 AS MATERIALIZED (
  SELECT
    "t10"."seq",
    "t10"."id",
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
  FROM t10 AS t10
  WHERE
    COALESCE("t10"."lead_id", 0) <> 0
), t44 AS MATERIALIZED (
  SELECT
    "t19"."seq",
    "t19"."id",
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t19 AS t19
  LEFT OUTER JOIN t41 AS t41
    ON "t19"."lead_id" = "t41"."gone_id"
), t54 AS MATERIALIZED (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."occurred_month",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key",
    "t44"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t44"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t44"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t44 AS t44
), "t57" AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    MIN("t54"."occurred_s") AS "first_s",
    CAST(MIN("t54"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t54"."kind" = 'won', "t54"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t54"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t54"."key",
        -9000000000000000000
      )
    ) AS "revived_key"
  FROM t54 AS t54
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "first_lead_id",
    MIN("t51"."key") AS "first_key"
  FROM "t47" AS "t51"
  GROUP BY
    1
), "t58" AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t51"
  WHERE
    "t51"."key" IN (
      SELECT
        "t55"."first_key"
      FROM t55 AS t55
    )
), t49 AS MATERIALIZED (
  SELECT
    COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
    "t46"."kind",
    "t46"."side",
    "t46"."reason",
    (
      "t46"."occurred_s" * 4000000000
    ) + "t46"."seq" AS "key"
  FROM "t42" AS "t46"
), t60 AS MATERIALIZED (
  SELECT
    "t49"."lead_id" AS "told_id",
    MIN(IIF("t49"."kind" = 'handed_over', "t49"."key", 9000000000000000000)) AS "hand_key",
    MIN(
      IIF(
        (
          (
            "t49"."kind" = 'handed_over'
          )
          AND (
            COALESCE("t49"."reason", '') <> 'explored'
          )
        )
        OR (
          "t49"."kind" = 'qualified'
        ),
        "t49"."key",
        9000000000000000000
      )
    ) AS "said_key"
  FROM t49 AS t49
  GROUP BY
    1
), "t67" AS MATERIALIZED (
  SELECT
    "t60"."told_id",
    "t60"."hand_key",
    "t60"."said_key",
    IIF("t60"."hand_key" < 9000000000000000000, "t60"."hand_key", 0) AS "start_key"
  FROM t60 AS t60
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
), t11 AS MATERIALIZED (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    NOT (
      "t4"."id" IN (
        SELECT
          *
        FROM "t6"
      )
    )
), t20 AS MATERIALIZED (
  SELECT
    "t11"."seq",
    "t11"."id",
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
  FROM t11 AS t11
  WHERE
    COALESCE("t11"."lead_id", 0) <> 0
), t45 AS MATERIALIZED (
  SELECT
    "t20"."seq",
    "t20"."id",
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t41 AS t41
    ON "t20"."lead_id" = "t41"."gone_id"
), t52 AS MATERIALIZED (
  SELECT
    "t45"."kind",
    "t45"."occurred_s",
    COALESCE("t45"."into_id", "t45"."lead_id") AS "ended_lead_id",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key"
  FROM t45 AS t45
), t65 AS MATERIALIZED (
  SELECT
    "t59"."lead_id",
    "t59"."won_s",
    "t59"."revived_key"
  FROM "t57" AS "t59"
), t73 AS MATERIALIZED (
  SELECT
    "t52"."kind",
    "t52"."occurred_s",
    "t52"."ended_lead_id",
    "t52"."key",
    "t65"."lead_id",
    "t65"."won_s",
    "t65"."revived_key"
  FROM t52 AS t52
  INNER JOIN t65 AS t65
    ON "t52"."ended_lead_id" = "t65"."lead_id"
), t74 AS MATERIALIZED (
  SELECT
    *
  FROM t73 AS t73
  WHERE
    "t73"."won_s" = 9000000000 AND "t73"."key" > "t73"."revived_key"
), t77 AS MATERIALIZED (
  SELECT
    "t74"."ended_lead_id",
    MIN(IIF("t74"."kind" IN ('disqualified', 'lost'), "t74"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t74"."kind" IN ('gave_up', 'recycled', 'rejected'), "t74"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t74 AS t74
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."first_s",
    "t62"."first_month",
    "t62"."won_s",
    "t62"."revived_key",
    "t77"."ended_lead_id",
    "t77"."lost_s",
    "t77"."back_s"
  FROM "t57" AS "t62"
  LEFT OUTER JOIN t77 AS t77
    ON "t62"."lead_id" = "t77"."ended_lead_id"
), "t81" AS MATERIALIZED (
  SELECT
    "t79"."lead_id",
    "t79"."first_s",
    "t79"."first_month",
    "t79"."won_s",
    "t79"."lost_s",
    "t79"."back_s"
  FROM t79 AS t79
), t72 AS MATERIALIZED (
  SELECT
    "t61"."lead_id" AS "origin_lead_id",
    COALESCE("t61"."source", 'unknown') AS "origin",
    IIF(
      "t61"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t61"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t61"."occurred_s" AS "origin_s",
    CAST("t61"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t58" AS "t61"
), t88 AS MATERIALIZED (
  SELECT
    "t72"."origin_lead_id",
    "t72"."origin",
    "t72"."found_by",
    "t72"."origin_s",
    "t72"."origin_month",
    "t84"."lead_id",
    "t84"."first_s",
    "t84"."first_month",
    "t84"."won_s",
    "t84"."lost_s",
    "t84"."back_s"
  FROM t72 AS t72
  LEFT OUTER JOIN "t81" AS "t84"
    ON "t72"."origin_lead_id" = "t84"."lead_id"
), t90 AS MATERIALIZED (
  SELECT
    COALESCE("t88"."won_s", 9000000000) AS "won_s",
    COALESCE("t88"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t88"."back_s", 9000000000) AS "back_s",
    "t88"."found_by",
    "t88"."origin_lead_id" AS "lead_id",
    "t88"."origin_s" AS "since_s",
    "t88"."origin_month" AS "month",
    "t88"."origin" AS "source"
  FROM t88 AS t88
), t66 AS MATERIALIZED (
  SELECT
    "t61"."lead_id" AS "origin_lead_id"
  FROM "t58" AS "t61"
), t87 AS MATERIALIZED (
  SELECT
    "t83"."lead_id",
    "t83"."first_s",
    "t83"."first_month",
    "t83"."won_s",
    "t83"."lost_s",
    "t83"."back_s",
    "t66"."origin_lead_id"
  FROM "t81" AS "t83"
  LEFT OUTER JOIN t66 AS t66
    ON "t83"."lead_id" = "t66"."origin_lead_id"
), t91 AS MATERIALIZED (
  SELECT
    COALESCE("t87"."won_s", 9000000000) AS "won_s",
    COALESCE("t87"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t87"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t87"."lead_id",
    "t87"."first_s" AS "since_s",
    "t87"."first_month" AS "month",
    'unknown' AS "source"
  FROM t87 AS t87
  WHERE
    COALESCE("t87"."origin_lead_id", 0) = 0
), t92 AS MATERIALIZED (
  SELECT
    *
  FROM t90 AS t90
  UNION ALL
  SELECT
    *
  FROM t91 AS t91
), t94 AS MATERIALIZED (
  SELECT
    "t92"."lead_id",
    "t92"."since_s",
    "t92"."source",
    "t92"."found_by"
  FROM t92 AS t92
), t53 AS MATERIALIZED (
  SELECT
    COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
    "t46"."kind",
    "t46"."side",
    (
      "t46"."occurred_s" * 4000000000
    ) + "t46"."seq" AS "key"
  FROM "t42" AS "t46"
  WHERE
    "t46"."kind" <> 'qualified'
), t75 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."kind",
    "t53"."side",
    "t53"."key",
    "t71"."told_id",
    "t71"."hand_key",
    "t71"."said_key",
    "t71"."start_key"
  FROM t53 AS t53
  INNER JOIN "t67" AS "t71"
    ON "t53"."lead_id" = "t71"."told_id"
), t80 AS MATERIALIZED (
  SELECT
    "t75"."lead_id" AS "answered_id",
    MIN(
      IIF(
        (
          "t75"."key" > "t75"."start_key"
        ) AND (
          "t75"."kind" = 'handed_over'
        ),
        "t75"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t75"."key" > "t75"."start_key"
        )
        AND (
          (
            "t75"."kind" = 'rejected'
          )
          OR (
            (
              "t75"."kind" = 'disqualified'
            )
            AND (
              "t75"."side" = 'sales'
            )
            AND (
              "t75"."start_key" = 0
            )
          )
        ),
        "t75"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t75"."key" > "t75"."start_key"
        )
        AND "t75"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won'),
        "t75"."key",
        9000000000000000000
      )
    ) AS "taken_key"
  FROM t75 AS t75
  GROUP BY
    1
), t85 AS MATERIALIZED (
  SELECT
    "t70"."told_id",
    "t70"."hand_key",
    "t70"."said_key",
    "t70"."start_key",
    "t80"."answered_id",
    "t80"."next_key",
    "t80"."back_key",
    "t80"."taken_key"
  FROM "t67" AS "t70"
  LEFT OUTER JOIN t80 AS t80
    ON "t70"."told_id" = "t80"."answered_id"
), t89 AS MATERIALIZED (
  SELECT
    "t85"."told_id",
    COALESCE("t85"."hand_key", 9000000000000000000) AS "hand_key",
    COALESCE("t85"."said_key", 9000000000000000000) AS "said_key",
    COALESCE("t85"."next_key", 9000000000000000000) AS "next_key",
    COALESCE("t85"."back_key", 9000000000000000000) AS "back_key",
    COALESCE("t85"."taken_key", 9000000000000000000) AS "taken_key"
  FROM t85 AS t85
), t95 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."since_s",
    "t94"."source",
    "t94"."found_by",
    "t89"."told_id",
    "t89"."hand_key",
    "t89"."said_key",
    "t89"."next_key",
    "t89"."back_key",
    "t89"."taken_key"
  FROM t94 AS t94
  LEFT OUTER JOIN t89 AS t89
    ON "t94"."lead_id" = "t89"."told_id"
), t96 AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."source",
    IIF(
      COALESCE("t95"."said_key", 9000000000000000000) < MIN(
        COALESCE("t95"."back_key", 9000000000000000000),
        COALESCE("t95"."taken_key", 9000000000000000000)
      ),
      'good',
      'held_back'
    ) AS "marketing",
    CASE
      WHEN COALESCE("t95"."back_key", 9000000000000000000) < COALESCE("t95"."next_key", 9000000000000000000)
      THEN 'rejected'
      WHEN COALESCE("t95"."taken_key", 9000000000000000000) < COALESCE("t95"."next_key", 9000000000000000000)
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM t95 AS t95
  WHERE
    "t95"."since_s" >= ${since_s}
    AND "t95"."since_s" < ${until_s}
    AND (
      (
        IIF("t95"."found_by" = 'sales', 1, 0) = 0
      )
      OR (
        COALESCE("t95"."hand_key", 9000000000000000000) < 9000000000000000000
      )
    )
)
SELECT
  "t96"."source",
  "t96"."marketing",
  "t96"."sales",
  COUNT(*) AS "leads"
FROM t96 AS t96
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
    COALESCE("t63"."origin", 'unknown') AS "source",
    CAST(CASE
      WHEN "t63"."points" = -1000000
      THEN -1
      WHEN "t63"."points" < 10
      THEN 0
      WHEN "t63"."points" < 20
      THEN 10
      WHEN "t63"."points" < 30
      THEN 20
      WHEN "t63"."points" < 40
      THEN 30
      WHEN "t63"."points" < 50
      THEN 40
      WHEN "t63"."points" < 60
      THEN 50
      WHEN "t63"."points" < 70
      THEN 60
      WHEN "t63"."points" < 80
      THEN 70
      WHEN "t63"."points" < 90
      THEN 80
      ELSE 90
    END AS INTEGER) AS "band",
    IIF(
      "t63"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      ),
      'after',
      'before'
    ) AS "stretch"
  FROM t63 AS t63
  WHERE
    "t63"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t63"."hand_s" < (
      ${as_of_s} + 1
    )
)
SELECT
  "t64"."source",
  "t64"."band",
  COUNT(IIF("t64"."stretch" = 'before', 1, CAST(NULL AS INTEGER))) AS "before",
  COUNT(IIF("t64"."stretch" = 'after', 1, CAST(NULL AS INTEGER))) AS "after"
FROM t64 AS t64
GROUP BY
  1,
  2
