-- cohorts
WITH "t6" AS MATERIALIZED (
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
), "t20" AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    CAST(IIF("t11"."kind" = 'merged', COALESCE("t11"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t11 AS t11
), t25 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."occurred_s") AS "last_s"
  FROM "t20" AS "t22"
  GROUP BY
    1
), t26 AS MATERIALIZED (
  SELECT
    "t23"."lead_id",
    "t23"."occurred_s",
    "t23"."seq",
    "t23"."target_id",
    "t25"."last_s"
  FROM "t20" AS "t23"
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
  FROM "t20" AS "t22"
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
), t51 AS MATERIALIZED (
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
), "t56" AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    MIN("t51"."occurred_s") AS "first_s",
    CAST(MIN("t51"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t51"."kind" = 'won', "t51"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t51"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t51"."key",
        -9000000000000000000
      )
    ) AS "revived_key",
    MIN(IIF("t51"."is_talk", "t51"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t51"."kind" = 'qualified', "t51"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t51"."kind" = 'handed_over', "t51"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t51"."kind" = 'accepted', "t51"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t51"."kind" = 'deal_opened', "t51"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t51 AS t51
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t49"."lead_id" AS "first_lead_id",
    MIN("t49"."key") AS "first_key"
  FROM "t47" AS "t49"
  GROUP BY
    1
), "t57" AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t49"
  WHERE
    "t49"."key" IN (
      SELECT
        "t54"."first_key"
      FROM t54 AS t54
    )
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
), t21 AS MATERIALIZED (
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
    "t12"."worked_s"
  FROM t12 AS t12
  WHERE
    COALESCE("t12"."lead_id", 0) <> 0
), t45 AS MATERIALIZED (
  SELECT
    "t21"."seq",
    "t21"."id",
    "t21"."kind",
    "t21"."occurred_s",
    "t21"."occurred_month",
    "t21"."lead_id",
    "t21"."person_id",
    "t21"."side",
    "t21"."source",
    "t21"."value_code",
    "t21"."value_number",
    "t21"."points",
    "t21"."due_s",
    "t21"."worked_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t21 AS t21
  LEFT OUTER JOIN t41 AS t41
    ON "t21"."lead_id" = "t41"."gone_id"
), t50 AS MATERIALIZED (
  SELECT
    "t45"."kind",
    "t45"."occurred_s",
    COALESCE("t45"."into_id", "t45"."lead_id") AS "ended_lead_id",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key"
  FROM t45 AS t45
), t63 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."won_s",
    "t58"."revived_key"
  FROM "t56" AS "t58"
), t67 AS MATERIALIZED (
  SELECT
    "t50"."kind",
    "t50"."occurred_s",
    "t50"."ended_lead_id",
    "t50"."key",
    "t63"."lead_id",
    "t63"."won_s",
    "t63"."revived_key"
  FROM t50 AS t50
  INNER JOIN t63 AS t63
    ON "t50"."ended_lead_id" = "t63"."lead_id"
), t68 AS MATERIALIZED (
  SELECT
    *
  FROM t67 AS t67
  WHERE
    "t67"."won_s" = 9000000000 AND "t67"."key" > "t67"."revived_key"
), t70 AS MATERIALIZED (
  SELECT
    "t68"."ended_lead_id",
    MIN(IIF("t68"."kind" IN ('disqualified', 'lost'), "t68"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t68"."kind" IN ('gave_up', 'recycled', 'rejected'), "t68"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t68 AS t68
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."first_s",
    "t60"."first_month",
    "t60"."won_s",
    "t60"."revived_key",
    "t60"."first_talk_s",
    "t60"."qualified_s",
    "t60"."handed_over_s",
    "t60"."accepted_s",
    "t60"."deal_opened_s",
    "t70"."ended_lead_id",
    "t70"."lost_s",
    "t70"."back_s"
  FROM "t56" AS "t60"
  LEFT OUTER JOIN t70 AS t70
    ON "t60"."lead_id" = "t70"."ended_lead_id"
), "t72" AS MATERIALIZED (
  SELECT
    "t71"."lead_id",
    "t71"."first_s",
    "t71"."first_month",
    "t71"."won_s",
    "t71"."first_talk_s",
    "t71"."qualified_s",
    "t71"."handed_over_s",
    "t71"."accepted_s",
    "t71"."deal_opened_s",
    "t71"."lost_s",
    "t71"."back_s"
  FROM t71 AS t71
), t66 AS MATERIALIZED (
  SELECT
    "t59"."lead_id" AS "origin_lead_id",
    COALESCE("t59"."source", 'unknown') AS "origin",
    IIF(
      "t59"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t59"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t59"."occurred_s" AS "origin_s",
    CAST("t59"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t57" AS "t59"
), t77 AS MATERIALIZED (
  SELECT
    "t66"."origin_lead_id",
    "t66"."origin",
    "t66"."found_by",
    "t66"."origin_s",
    "t66"."origin_month",
    "t75"."lead_id",
    "t75"."first_s",
    "t75"."first_month",
    "t75"."won_s",
    "t75"."first_talk_s",
    "t75"."qualified_s",
    "t75"."handed_over_s",
    "t75"."accepted_s",
    "t75"."deal_opened_s",
    "t75"."lost_s",
    "t75"."back_s"
  FROM t66 AS t66
  LEFT OUTER JOIN "t72" AS "t75"
    ON "t66"."origin_lead_id" = "t75"."lead_id"
), t78 AS MATERIALIZED (
  SELECT
    COALESCE("t77"."won_s", 9000000000) AS "won_s",
    COALESCE("t77"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t77"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t77"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t77"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t77"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t77"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t77"."back_s", 9000000000) AS "back_s",
    "t77"."found_by",
    "t77"."origin_lead_id" AS "lead_id",
    "t77"."origin_s" AS "since_s",
    "t77"."origin_month" AS "month",
    "t77"."origin" AS "source"
  FROM t77 AS t77
), t64 AS MATERIALIZED (
  SELECT
    "t59"."lead_id" AS "origin_lead_id"
  FROM "t57" AS "t59"
), t76 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."first_s",
    "t74"."first_month",
    "t74"."won_s",
    "t74"."first_talk_s",
    "t74"."qualified_s",
    "t74"."handed_over_s",
    "t74"."accepted_s",
    "t74"."deal_opened_s",
    "t74"."lost_s",
    "t74"."back_s",
    "t64"."origin_lead_id"
  FROM "t72" AS "t74"
  LEFT OUTER JOIN t64 AS t64
    ON "t74"."lead_id" = "t64"."origin_lead_id"
), t79 AS MATERIALIZED (
  SELECT
    COALESCE("t76"."won_s", 9000000000) AS "won_s",
    COALESCE("t76"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t76"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t76"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t76"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t76"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t76"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t76"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t76"."lead_id",
    "t76"."first_s" AS "since_s",
    "t76"."first_month" AS "month",
    'unknown' AS "source"
  FROM t76 AS t76
  WHERE
    COALESCE("t76"."origin_lead_id", 0) = 0
), t80 AS MATERIALIZED (
  SELECT
    *
  FROM t78 AS t78
  UNION ALL
  SELECT
    *
  FROM t79 AS t79
), t82 AS MATERIALIZED (
  SELECT
    "t80"."lead_id",
    "t80"."month",
    "t80"."source",
    "t80"."found_by",
    "t80"."lost_s",
    "t80"."back_s",
    "t80"."qualified_s",
    "t80"."handed_over_s",
    "t80"."accepted_s",
    "t80"."first_talk_s",
    "t80"."deal_opened_s",
    "t80"."won_s",
    "t80"."since_s" AS "captured_s"
  FROM t80 AS t80
  WHERE
    "t80"."since_s" >= ${since_s} AND "t80"."since_s" < ${until_s}
), t1 AS MATERIALIZED (
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
), t42 AS MATERIALIZED (
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
), t46 AS MATERIALIZED (
  SELECT
    "t42"."seq",
    "t42"."id",
    "t42"."kind",
    "t42"."occurred_s",
    "t42"."occurred_month",
    "t42"."person_id",
    "t42"."side",
    "t42"."source",
    "t42"."value_code",
    "t42"."value_number",
    "t42"."points",
    "t42"."due_s",
    "t42"."worked_s",
    "t42"."reason",
    "t42"."lead_id" AS "own_lead_id",
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id"
  FROM t42 AS t42
  WHERE
    COALESCE("t42"."reason", '') = 'explored'
), t53 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "explored_lead_id",
    MIN("t46"."occurred_s") AS "first_explored_s"
  FROM t46 AS t46
  GROUP BY
    1
), t83 AS MATERIALIZED (
  SELECT
    "t82"."lead_id",
    "t82"."month",
    "t82"."source",
    "t82"."found_by",
    "t82"."lost_s",
    "t82"."back_s",
    "t82"."qualified_s",
    "t82"."handed_over_s",
    "t82"."accepted_s",
    "t82"."first_talk_s",
    "t82"."deal_opened_s",
    "t82"."won_s",
    "t82"."captured_s",
    "t53"."explored_lead_id",
    "t53"."first_explored_s"
  FROM t82 AS t82
  LEFT OUTER JOIN t53 AS t53
    ON "t82"."lead_id" = "t53"."explored_lead_id"
), t84 AS MATERIALIZED (
  SELECT
    "t83"."lead_id",
    "t83"."month",
    "t83"."source",
    "t83"."found_by",
    "t83"."lost_s",
    "t83"."back_s",
    "t83"."qualified_s",
    "t83"."handed_over_s",
    "t83"."accepted_s",
    "t83"."first_talk_s",
    "t83"."deal_opened_s",
    "t83"."won_s",
    "t83"."captured_s",
    COALESCE("t83"."first_explored_s", 9000000000) AS "explored_s"
  FROM t83 AS t83
)
SELECT
  "t84"."month",
  "t84"."source",
  "t84"."found_by",
  COUNT(IIF("t84"."captured_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "captured",
  COUNT(IIF("t84"."qualified_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "qualified",
  COUNT(IIF("t84"."handed_over_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "handed_over",
  COUNT(IIF("t84"."accepted_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "accepted",
  COUNT(IIF("t84"."first_talk_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "first_talk",
  COUNT(IIF("t84"."deal_opened_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "deal_opened",
  COUNT(IIF("t84"."won_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(
    IIF(
      (
        "t84"."captured_s" < 9000000000
      ) AND (
        "t84"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "qualified_of_captured",
  COUNT(
    IIF(
      (
        "t84"."qualified_s" < 9000000000
      )
      AND (
        "t84"."handed_over_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "handed_over_of_qualified",
  COUNT(
    IIF(
      (
        "t84"."handed_over_s" < 9000000000
      )
      AND (
        "t84"."accepted_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "accepted_of_handed_over",
  COUNT(
    IIF(
      (
        "t84"."accepted_s" < 9000000000
      ) AND (
        "t84"."first_talk_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "first_talk_of_accepted",
  COUNT(
    IIF(
      (
        "t84"."first_talk_s" < 9000000000
      )
      AND (
        "t84"."deal_opened_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "deal_opened_of_first_talk",
  COUNT(
    IIF(
      (
        "t84"."deal_opened_s" < 9000000000
      ) AND (
        "t84"."won_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "won_of_deal_opened",
  COUNT(IIF("t84"."lost_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(
    IIF(
      (
        "t84"."lost_s" = 9000000000
      ) AND (
        "t84"."back_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "sent_back",
  COUNT(
    IIF(
      NOT (
        "t84"."won_s" < 9000000000
      )
      AND NOT (
        "t84"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t84"."lost_s" = 9000000000
        ) AND (
          "t84"."back_s" < 9000000000
        )
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "still_open",
  COUNT(IIF("t84"."won_s" < "t84"."captured_s", 1, CAST(NULL AS INTEGER))) AS "won_before_captured",
  COUNT(
    IIF(
      (
        "t84"."explored_s" < 9000000000
      )
      AND NOT (
        "t84"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "explored"
FROM t84 AS t84
GROUP BY
  1,
  2,
  3

-- stays
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t37 AS t37
    ON "t14"."lead_id" = "t37"."gone_id"
), "t41" AS MATERIALIZED (
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
), t2 AS MATERIALIZED (
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
    "t39"."occurred_s",
    "t39"."occurred_month",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key",
    "t39"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t39"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t39 AS t39
), "t48" AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    MIN("t45"."occurred_s") AS "first_s",
    CAST(MIN("t45"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t45"."kind" = 'won', "t45"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t45"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t45"."key",
        -9000000000000000000
      )
    ) AS "revived_key",
    MIN(IIF("t45"."is_talk", "t45"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t45"."kind" = 'qualified', "t45"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t45"."kind" = 'handed_over', "t45"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t45"."kind" = 'accepted', "t45"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t45"."kind" = 'deal_opened', "t45"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t45 AS t45
  GROUP BY
    1
), t46 AS MATERIALIZED (
  SELECT
    "t43"."lead_id" AS "first_lead_id",
    MIN("t43"."key") AS "first_key"
  FROM "t41" AS "t43"
  GROUP BY
    1
), "t49" AS MATERIALIZED (
  SELECT
    *
  FROM "t41" AS "t43"
  WHERE
    "t43"."key" IN (
      SELECT
        "t46"."first_key"
      FROM t46 AS t46
    )
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
), t44 AS MATERIALIZED (
  SELECT
    "t40"."kind",
    "t40"."occurred_s",
    COALESCE("t40"."into_id", "t40"."lead_id") AS "ended_lead_id",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM t40 AS t40
), t55 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."revived_key"
  FROM "t48" AS "t50"
), t59 AS MATERIALIZED (
  SELECT
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."ended_lead_id",
    "t44"."key",
    "t55"."lead_id",
    "t55"."won_s",
    "t55"."revived_key"
  FROM t44 AS t44
  INNER JOIN t55 AS t55
    ON "t44"."ended_lead_id" = "t55"."lead_id"
), t60 AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  WHERE
    "t59"."won_s" = 9000000000 AND "t59"."key" > "t59"."revived_key"
), t62 AS MATERIALIZED (
  SELECT
    "t60"."ended_lead_id",
    MIN(IIF("t60"."kind" IN ('disqualified', 'lost'), "t60"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t60"."kind" IN ('gave_up', 'recycled', 'rejected'), "t60"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t60 AS t60
  GROUP BY
    1
), t63 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."first_s",
    "t52"."first_month",
    "t52"."won_s",
    "t52"."revived_key",
    "t52"."first_talk_s",
    "t52"."qualified_s",
    "t52"."handed_over_s",
    "t52"."accepted_s",
    "t52"."deal_opened_s",
    "t62"."ended_lead_id",
    "t62"."lost_s",
    "t62"."back_s"
  FROM "t48" AS "t52"
  LEFT OUTER JOIN t62 AS t62
    ON "t52"."lead_id" = "t62"."ended_lead_id"
), "t64" AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."first_s",
    "t63"."first_month",
    "t63"."won_s",
    "t63"."first_talk_s",
    "t63"."qualified_s",
    "t63"."handed_over_s",
    "t63"."accepted_s",
    "t63"."deal_opened_s",
    "t63"."lost_s",
    "t63"."back_s"
  FROM t63 AS t63
), t58 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "origin_lead_id",
    COALESCE("t51"."source", 'unknown') AS "origin",
    IIF(
      "t51"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t51"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t51"."occurred_s" AS "origin_s",
    CAST("t51"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t49" AS "t51"
), t69 AS MATERIALIZED (
  SELECT
    "t58"."origin_lead_id",
    "t58"."origin",
    "t58"."found_by",
    "t58"."origin_s",
    "t58"."origin_month",
    "t67"."lead_id",
    "t67"."first_s",
    "t67"."first_month",
    "t67"."won_s",
    "t67"."first_talk_s",
    "t67"."qualified_s",
    "t67"."handed_over_s",
    "t67"."accepted_s",
    "t67"."deal_opened_s",
    "t67"."lost_s",
    "t67"."back_s"
  FROM t58 AS t58
  LEFT OUTER JOIN "t64" AS "t67"
    ON "t58"."origin_lead_id" = "t67"."lead_id"
), t70 AS MATERIALIZED (
  SELECT
    COALESCE("t69"."won_s", 9000000000) AS "won_s",
    COALESCE("t69"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t69"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t69"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t69"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t69"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t69"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t69"."back_s", 9000000000) AS "back_s",
    "t69"."found_by",
    "t69"."origin_lead_id" AS "lead_id",
    "t69"."origin_s" AS "since_s",
    "t69"."origin_month" AS "month",
    "t69"."origin" AS "source"
  FROM t69 AS t69
), t56 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "origin_lead_id"
  FROM "t49" AS "t51"
), t68 AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    "t66"."first_s",
    "t66"."first_month",
    "t66"."won_s",
    "t66"."first_talk_s",
    "t66"."qualified_s",
    "t66"."handed_over_s",
    "t66"."accepted_s",
    "t66"."deal_opened_s",
    "t66"."lost_s",
    "t66"."back_s",
    "t56"."origin_lead_id"
  FROM "t64" AS "t66"
  LEFT OUTER JOIN t56 AS t56
    ON "t66"."lead_id" = "t56"."origin_lead_id"
), t71 AS MATERIALIZED (
  SELECT
    COALESCE("t68"."won_s", 9000000000) AS "won_s",
    COALESCE("t68"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t68"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t68"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t68"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t68"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t68"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t68"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t68"."lead_id",
    "t68"."first_s" AS "since_s",
    "t68"."first_month" AS "month",
    'unknown' AS "source"
  FROM t68 AS t68
  WHERE
    COALESCE("t68"."origin_lead_id", 0) = 0
), "t72" AS MATERIALIZED (
  SELECT
    *
  FROM t70 AS t70
  UNION ALL
  SELECT
    *
  FROM t71 AS t71
), t74 AS MATERIALIZED (
  SELECT
    "t73"."source",
    'first_talk' AS "stage",
    "t73"."first_talk_s" AS "entered_s",
    MIN(
      IIF("t73"."deal_opened_s" >= "t73"."first_talk_s", "t73"."deal_opened_s", 9000000000),
      IIF("t73"."won_s" >= "t73"."first_talk_s", "t73"."won_s", 9000000000),
      IIF("t73"."lost_s" >= "t73"."first_talk_s", "t73"."lost_s", 9000000000),
      IIF("t73"."back_s" >= "t73"."first_talk_s", "t73"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t72" AS "t73"
  WHERE
    "t73"."since_s" >= ${since_s}
    AND "t73"."since_s" < ${until_s}
    AND "t73"."first_talk_s" < 9000000000
), t80 AS MATERIALIZED (
  SELECT
    "t74"."source",
    "t74"."stage",
    CAST(IIF("t74"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t74"."left_s" < 9000000000, "t74"."left_s", ${as_of_s}) - "t74"."entered_s"
      ) - (
        IIF("t74"."left_s" < 9000000000, "t74"."left_s", ${as_of_s}) - "t74"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t74"."left_s" < 9000000000, "t74"."left_s", ${as_of_s}) - "t74"."entered_s"
      ) - (
        IIF("t74"."left_s" < 9000000000, "t74"."left_s", ${as_of_s}) - "t74"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t74 AS t74
), t75 AS MATERIALIZED (
  SELECT
    "t73"."source",
    'deal_opened' AS "stage",
    "t73"."deal_opened_s" AS "entered_s",
    MIN(
      IIF("t73"."won_s" >= "t73"."deal_opened_s", "t73"."won_s", 9000000000),
      IIF("t73"."lost_s" >= "t73"."deal_opened_s", "t73"."lost_s", 9000000000),
      IIF("t73"."back_s" >= "t73"."deal_opened_s", "t73"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t72" AS "t73"
  WHERE
    "t73"."since_s" >= ${since_s}
    AND "t73"."since_s" < ${until_s}
    AND "t73"."deal_opened_s" < 9000000000
), t81 AS MATERIALIZED (
  SELECT
    "t75"."source",
    "t75"."stage",
    CAST(IIF("t75"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t75"."left_s" < 9000000000, "t75"."left_s", ${as_of_s}) - "t75"."entered_s"
      ) - (
        IIF("t75"."left_s" < 9000000000, "t75"."left_s", ${as_of_s}) - "t75"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t75"."left_s" < 9000000000, "t75"."left_s", ${as_of_s}) - "t75"."entered_s"
      ) - (
        IIF("t75"."left_s" < 9000000000, "t75"."left_s", ${as_of_s}) - "t75"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t75 AS t75
), t86 AS MATERIALIZED (
  SELECT
    *
  FROM t80 AS t80
  UNION ALL
  SELECT
    *
  FROM t81 AS t81
), t76 AS MATERIALIZED (
  SELECT
    "t73"."source",
    'captured' AS "stage",
    "t73"."since_s" AS "entered_s",
    MIN(
      IIF("t73"."qualified_s" >= "t73"."since_s", "t73"."qualified_s", 9000000000),
      IIF("t73"."handed_over_s" >= "t73"."since_s", "t73"."handed_over_s", 9000000000),
      IIF("t73"."accepted_s" >= "t73"."since_s", "t73"."accepted_s", 9000000000),
      IIF("t73"."first_talk_s" >= "t73"."since_s", "t73"."first_talk_s", 9000000000),
      IIF("t73"."deal_opened_s" >= "t73"."since_s", "t73"."deal_opened_s", 9000000000),
      IIF("t73"."won_s" >= "t73"."since_s", "t73"."won_s", 9000000000),
      IIF("t73"."lost_s" >= "t73"."since_s", "t73"."lost_s", 9000000000),
      IIF("t73"."back_s" >= "t73"."since_s", "t73"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t72" AS "t73"
  WHERE
    "t73"."since_s" >= ${since_s}
    AND "t73"."since_s" < ${until_s}
    AND "t73"."since_s" < 9000000000
), t82 AS MATERIALIZED (
  SELECT
    "t76"."source",
    "t76"."stage",
    CAST(IIF("t76"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t76"."left_s" < 9000000000, "t76"."left_s", ${as_of_s}) - "t76"."entered_s"
      ) - (
        IIF("t76"."left_s" < 9000000000, "t76"."left_s", ${as_of_s}) - "t76"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t76"."left_s" < 9000000000, "t76"."left_s", ${as_of_s}) - "t76"."entered_s"
      ) - (
        IIF("t76"."left_s" < 9000000000, "t76"."left_s", ${as_of_s}) - "t76"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t76 AS t76
), t77 AS MATERIALIZED (
  SELECT
    "t73"."source",
    'qualified' AS "stage",
    "t73"."qualified_s" AS "entered_s",
    MIN(
      IIF("t73"."handed_over_s" >= "t73"."qualified_s", "t73"."handed_over_s", 9000000000),
      IIF("t73"."accepted_s" >= "t73"."qualified_s", "t73"."accepted_s", 9000000000),
      IIF("t73"."first_talk_s" >= "t73"."qualified_s", "t73"."first_talk_s", 9000000000),
      IIF("t73"."deal_opened_s" >= "t73"."qualified_s", "t73"."deal_opened_s", 9000000000),
      IIF("t73"."won_s" >= "t73"."qualified_s", "t73"."won_s", 9000000000),
      IIF("t73"."lost_s" >= "t73"."qualified_s", "t73"."lost_s", 9000000000),
      IIF("t73"."back_s" >= "t73"."qualified_s", "t73"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t72" AS "t73"
  WHERE
    "t73"."since_s" >= ${since_s}
    AND "t73"."since_s" < ${until_s}
    AND "t73"."qualified_s" < 9000000000
), t83 AS MATERIALIZED (
  SELECT
    "t77"."source",
    "t77"."stage",
    CAST(IIF("t77"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t77"."left_s" < 9000000000, "t77"."left_s", ${as_of_s}) - "t77"."entered_s"
      ) - (
        IIF("t77"."left_s" < 9000000000, "t77"."left_s", ${as_of_s}) - "t77"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t77"."left_s" < 9000000000, "t77"."left_s", ${as_of_s}) - "t77"."entered_s"
      ) - (
        IIF("t77"."left_s" < 9000000000, "t77"."left_s", ${as_of_s}) - "t77"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t77 AS t77
), t87 AS MATERIALIZED (
  SELECT
    *
  FROM t82 AS t82
  UNION ALL
  SELECT
    *
  FROM t83 AS t83
), t78 AS MATERIALIZED (
  SELECT
    "t73"."source",
    'handed_over' AS "stage",
    "t73"."handed_over_s" AS "entered_s",
    MIN(
      IIF("t73"."accepted_s" >= "t73"."handed_over_s", "t73"."accepted_s", 9000000000),
      IIF("t73"."first_talk_s" >= "t73"."handed_over_s", "t73"."first_talk_s", 9000000000),
      IIF("t73"."deal_opened_s" >= "t73"."handed_over_s", "t73"."deal_opened_s", 9000000000),
      IIF("t73"."won_s" >= "t73"."handed_over_s", "t73"."won_s", 9000000000),
      IIF("t73"."lost_s" >= "t73"."handed_over_s", "t73"."lost_s", 9000000000),
      IIF("t73"."back_s" >= "t73"."handed_over_s", "t73"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t72" AS "t73"
  WHERE
    "t73"."since_s" >= ${since_s}
    AND "t73"."since_s" < ${until_s}
    AND "t73"."handed_over_s" < 9000000000
), t84 AS MATERIALIZED (
  SELECT
    "t78"."source",
    "t78"."stage",
    CAST(IIF("t78"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t78"."left_s" < 9000000000, "t78"."left_s", ${as_of_s}) - "t78"."entered_s"
      ) - (
        IIF("t78"."left_s" < 9000000000, "t78"."left_s", ${as_of_s}) - "t78"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t78"."left_s" < 9000000000, "t78"."left_s", ${as_of_s}) - "t78"."entered_s"
      ) - (
        IIF("t78"."left_s" < 9000000000, "t78"."left_s", ${as_of_s}) - "t78"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t78 AS t78
), t79 AS MATERIALIZED (
  SELECT
    "t73"."source",
    'accepted' AS "stage",
    "t73"."accepted_s" AS "entered_s",
    MIN(
      IIF("t73"."first_talk_s" >= "t73"."accepted_s", "t73"."first_talk_s", 9000000000),
      IIF("t73"."deal_opened_s" >= "t73"."accepted_s", "t73"."deal_opened_s", 9000000000),
      IIF("t73"."won_s" >= "t73"."accepted_s", "t73"."won_s", 9000000000),
      IIF("t73"."lost_s" >= "t73"."accepted_s", "t73"."lost_s", 9000000000),
      IIF("t73"."back_s" >= "t73"."accepted_s", "t73"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t72" AS "t73"
  WHERE
    "t73"."since_s" >= ${since_s}
    AND "t73"."since_s" < ${until_s}
    AND "t73"."accepted_s" < 9000000000
), t85 AS MATERIALIZED (
  SELECT
    "t79"."source",
    "t79"."stage",
    CAST(IIF("t79"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) - (
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) - (
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t79 AS t79
), t88 AS MATERIALIZED (
  SELECT
    *
  FROM t84 AS t84
  UNION ALL
  SELECT
    *
  FROM t85 AS t85
), t89 AS MATERIALIZED (
  SELECT
    *
  FROM t87 AS t87
  UNION ALL
  SELECT
    *
  FROM t88 AS t88
), t90 AS MATERIALIZED (
  SELECT
    *
  FROM t86 AS t86
  UNION ALL
  SELECT
    *
  FROM t89 AS t89
)
SELECT
  "t90"."source",
  "t90"."stage",
  "t90"."is_left",
  "t90"."days",
  COUNT(*) AS "leads"
FROM t90 AS t90
GROUP BY
  1,
  2,
  3,
  4
