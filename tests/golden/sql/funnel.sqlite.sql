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
    CAST(IIF("t11"."kind" = 'merged', COALESCE("t11"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t11"."occurred_s" * 4000000000
    ) + "t11"."seq" AS "key"
  FROM t11 AS t11
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."key") AS "last_key"
  FROM "t20" AS "t22"
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t20" AS "t22"
  WHERE
    "t22"."key" IN (
      SELECT
        "t23"."last_key"
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
    MAX("t26"."occurred_s") AS "merged_s",
    MAX("t26"."key") AS "merged_key"
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
    "t29"."merged_key",
    "t31"."via_id",
    "t31"."onward_id"
  FROM "t27" AS "t29"
  LEFT OUTER JOIN t31 AS t31
    ON "t29"."into_id" = "t31"."via_id"
), t34 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s",
    "t32"."merged_key",
    COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
  FROM t32 AS t32
), t35 AS MATERIALIZED (
  SELECT
    "t34"."gone_id",
    "t34"."merged_s",
    "t34"."merged_key",
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
    "t18"."seq",
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t37 AS t37
    ON "t18"."lead_id" = "t37"."gone_id"
), "t43" AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."side",
    "t39"."source",
    "t39"."occurred_s",
    "t39"."occurred_month",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key"
  FROM t39 AS t39
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
), t40 AS MATERIALIZED (
  SELECT
    "t19"."seq",
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t19 AS t19
  LEFT OUTER JOIN t37 AS t37
    ON "t19"."lead_id" = "t37"."gone_id"
), t47 AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."kind",
    "t40"."occurred_s",
    "t40"."occurred_month",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key",
    "t40"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t40"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t40"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t40 AS t40
), "t52" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    MIN("t47"."occurred_s") AS "first_s",
    CAST(MIN("t47"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t47"."kind" = 'won', "t47"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t47"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t47"."key",
        -9000000000000000000
      )
    ) AS "revived_key",
    MIN(IIF("t47"."is_talk", "t47"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t47"."kind" = 'qualified', "t47"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t47"."kind" = 'handed_over', "t47"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t47"."kind" = 'accepted', "t47"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t47"."kind" = 'deal_opened', "t47"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t47 AS t47
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t45"."lead_id" AS "first_lead_id",
    MIN("t45"."key") AS "first_key"
  FROM "t43" AS "t45"
  GROUP BY
    1
), "t53" AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t45"
  WHERE
    "t45"."key" IN (
      SELECT
        "t50"."first_key"
      FROM t50 AS t50
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
), t41 AS MATERIALIZED (
  SELECT
    "t21"."seq",
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t21 AS t21
  LEFT OUTER JOIN t37 AS t37
    ON "t21"."lead_id" = "t37"."gone_id"
), t46 AS MATERIALIZED (
  SELECT
    "t41"."kind",
    "t41"."occurred_s",
    COALESCE("t41"."into_id", "t41"."lead_id") AS "ended_lead_id",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key"
  FROM t41 AS t41
), t59 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    "t54"."won_s",
    "t54"."revived_key"
  FROM "t52" AS "t54"
), t63 AS MATERIALIZED (
  SELECT
    "t46"."kind",
    "t46"."occurred_s",
    "t46"."ended_lead_id",
    "t46"."key",
    "t59"."lead_id",
    "t59"."won_s",
    "t59"."revived_key"
  FROM t46 AS t46
  INNER JOIN t59 AS t59
    ON "t46"."ended_lead_id" = "t59"."lead_id"
), t64 AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  WHERE
    "t63"."won_s" = 9000000000 AND "t63"."key" > "t63"."revived_key"
), t66 AS MATERIALIZED (
  SELECT
    "t64"."ended_lead_id",
    MIN(IIF("t64"."kind" IN ('disqualified', 'lost'), "t64"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t64"."kind" IN ('gave_up', 'recycled', 'rejected'), "t64"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t64 AS t64
  GROUP BY
    1
), t67 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."first_s",
    "t56"."first_month",
    "t56"."won_s",
    "t56"."revived_key",
    "t56"."first_talk_s",
    "t56"."qualified_s",
    "t56"."handed_over_s",
    "t56"."accepted_s",
    "t56"."deal_opened_s",
    "t66"."ended_lead_id",
    "t66"."lost_s",
    "t66"."back_s"
  FROM "t52" AS "t56"
  LEFT OUTER JOIN t66 AS t66
    ON "t56"."lead_id" = "t66"."ended_lead_id"
), "t68" AS MATERIALIZED (
  SELECT
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
  FROM t67 AS t67
), t62 AS MATERIALIZED (
  SELECT
    "t55"."lead_id" AS "origin_lead_id",
    COALESCE("t55"."source", 'unknown') AS "origin",
    IIF(
      "t55"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t55"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t55"."occurred_s" AS "origin_s",
    CAST("t55"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t53" AS "t55"
), t73 AS MATERIALIZED (
  SELECT
    "t62"."origin_lead_id",
    "t62"."origin",
    "t62"."found_by",
    "t62"."origin_s",
    "t62"."origin_month",
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
  FROM t62 AS t62
  LEFT OUTER JOIN "t68" AS "t71"
    ON "t62"."origin_lead_id" = "t71"."lead_id"
), t74 AS MATERIALIZED (
  SELECT
    COALESCE("t73"."won_s", 9000000000) AS "won_s",
    COALESCE("t73"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t73"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t73"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t73"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t73"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t73"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t73"."back_s", 9000000000) AS "back_s",
    "t73"."found_by",
    "t73"."origin_lead_id" AS "lead_id",
    "t73"."origin_s" AS "since_s",
    "t73"."origin_month" AS "month",
    "t73"."origin" AS "source"
  FROM t73 AS t73
), t60 AS MATERIALIZED (
  SELECT
    "t55"."lead_id" AS "origin_lead_id"
  FROM "t53" AS "t55"
), t72 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    "t70"."first_s",
    "t70"."first_month",
    "t70"."won_s",
    "t70"."first_talk_s",
    "t70"."qualified_s",
    "t70"."handed_over_s",
    "t70"."accepted_s",
    "t70"."deal_opened_s",
    "t70"."lost_s",
    "t70"."back_s",
    "t60"."origin_lead_id"
  FROM "t68" AS "t70"
  LEFT OUTER JOIN t60 AS t60
    ON "t70"."lead_id" = "t60"."origin_lead_id"
), t75 AS MATERIALIZED (
  SELECT
    COALESCE("t72"."won_s", 9000000000) AS "won_s",
    COALESCE("t72"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t72"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t72"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t72"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t72"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t72"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t72"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t72"."lead_id",
    "t72"."first_s" AS "since_s",
    "t72"."first_month" AS "month",
    'unknown' AS "source"
  FROM t72 AS t72
  WHERE
    COALESCE("t72"."origin_lead_id", 0) = 0
), t76 AS MATERIALIZED (
  SELECT
    *
  FROM t74 AS t74
  UNION ALL
  SELECT
    *
  FROM t75 AS t75
), t78 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."month",
    "t76"."source",
    "t76"."found_by",
    "t76"."lost_s",
    "t76"."back_s",
    "t76"."qualified_s",
    "t76"."handed_over_s",
    "t76"."accepted_s",
    "t76"."first_talk_s",
    "t76"."deal_opened_s",
    "t76"."won_s",
    "t76"."since_s" AS "captured_s"
  FROM t76 AS t76
  WHERE
    "t76"."since_s" >= ${since_s} AND "t76"."since_s" < ${until_s}
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
), t38 AS MATERIALIZED (
  SELECT
    "t17"."seq",
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t37 AS t37
    ON "t17"."lead_id" = "t37"."gone_id"
), t42 AS MATERIALIZED (
  SELECT
    "t38"."seq",
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
    "t38"."reason",
    "t38"."lead_id" AS "own_lead_id",
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id"
  FROM t38 AS t38
  WHERE
    COALESCE("t38"."reason", '') = 'explored'
), t49 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "explored_lead_id",
    MIN("t42"."occurred_s") AS "first_explored_s"
  FROM t42 AS t42
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t78"."lead_id",
    "t78"."month",
    "t78"."source",
    "t78"."found_by",
    "t78"."lost_s",
    "t78"."back_s",
    "t78"."qualified_s",
    "t78"."handed_over_s",
    "t78"."accepted_s",
    "t78"."first_talk_s",
    "t78"."deal_opened_s",
    "t78"."won_s",
    "t78"."captured_s",
    "t49"."explored_lead_id",
    "t49"."first_explored_s"
  FROM t78 AS t78
  LEFT OUTER JOIN t49 AS t49
    ON "t78"."lead_id" = "t49"."explored_lead_id"
), t80 AS MATERIALIZED (
  SELECT
    "t79"."lead_id",
    "t79"."month",
    "t79"."source",
    "t79"."found_by",
    "t79"."lost_s",
    "t79"."back_s",
    "t79"."qualified_s",
    "t79"."handed_over_s",
    "t79"."accepted_s",
    "t79"."first_talk_s",
    "t79"."deal_opened_s",
    "t79"."won_s",
    "t79"."captured_s",
    COALESCE("t79"."first_explored_s", 9000000000) AS "explored_s"
  FROM t79 AS t79
)
SELECT
  "t80"."month",
  "t80"."source",
  "t80"."found_by",
  COUNT(IIF("t80"."captured_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "captured",
  COUNT(IIF("t80"."qualified_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "qualified",
  COUNT(IIF("t80"."handed_over_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "handed_over",
  COUNT(IIF("t80"."accepted_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "accepted",
  COUNT(IIF("t80"."first_talk_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "first_talk",
  COUNT(IIF("t80"."deal_opened_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "deal_opened",
  COUNT(IIF("t80"."won_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(
    IIF(
      (
        "t80"."captured_s" < 9000000000
      ) AND (
        "t80"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "qualified_of_captured",
  COUNT(
    IIF(
      (
        "t80"."qualified_s" < 9000000000
      )
      AND (
        "t80"."handed_over_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "handed_over_of_qualified",
  COUNT(
    IIF(
      (
        "t80"."handed_over_s" < 9000000000
      )
      AND (
        "t80"."accepted_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "accepted_of_handed_over",
  COUNT(
    IIF(
      (
        "t80"."accepted_s" < 9000000000
      ) AND (
        "t80"."first_talk_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "first_talk_of_accepted",
  COUNT(
    IIF(
      (
        "t80"."first_talk_s" < 9000000000
      )
      AND (
        "t80"."deal_opened_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "deal_opened_of_first_talk",
  COUNT(
    IIF(
      (
        "t80"."deal_opened_s" < 9000000000
      ) AND (
        "t80"."won_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "won_of_deal_opened",
  COUNT(IIF("t80"."lost_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(
    IIF(
      (
        "t80"."lost_s" = 9000000000
      ) AND (
        "t80"."back_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "sent_back",
  COUNT(
    IIF(
      NOT (
        "t80"."won_s" < 9000000000
      )
      AND NOT (
        "t80"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t80"."lost_s" = 9000000000
        ) AND (
          "t80"."back_s" < 9000000000
        )
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "still_open",
  COUNT(IIF("t80"."won_s" < "t80"."captured_s", 1, CAST(NULL AS INTEGER))) AS "won_before_captured",
  COUNT(
    IIF(
      (
        "t80"."explored_s" < 9000000000
      )
      AND NOT (
        "t80"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "explored"
FROM t80 AS t80
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
), "t37" AS MATERIALIZED (
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
), t35 AS MATERIALIZED (
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
), t41 AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."occurred_month",
    (
      "t35"."occurred_s" * 4000000000
    ) + "t35"."seq" AS "key",
    "t35"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t35"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t35 AS t35
), "t44" AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "first_s",
    CAST(MIN("t41"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t41"."kind" = 'won', "t41"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t41"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t41"."key",
        -9000000000000000000
      )
    ) AS "revived_key",
    MIN(IIF("t41"."is_talk", "t41"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t41"."kind" = 'qualified', "t41"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t41"."kind" = 'handed_over', "t41"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t41"."kind" = 'accepted', "t41"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t41"."kind" = 'deal_opened', "t41"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t41 AS t41
  GROUP BY
    1
), t42 AS MATERIALIZED (
  SELECT
    "t39"."lead_id" AS "first_lead_id",
    MIN("t39"."key") AS "first_key"
  FROM "t37" AS "t39"
  GROUP BY
    1
), "t45" AS MATERIALIZED (
  SELECT
    *
  FROM "t37" AS "t39"
  WHERE
    "t39"."key" IN (
      SELECT
        "t42"."first_key"
      FROM t42 AS t42
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
), t36 AS MATERIALIZED (
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
), t40 AS MATERIALIZED (
  SELECT
    "t36"."kind",
    "t36"."occurred_s",
    COALESCE("t36"."into_id", "t36"."lead_id") AS "ended_lead_id",
    (
      "t36"."occurred_s" * 4000000000
    ) + "t36"."seq" AS "key"
  FROM t36 AS t36
), t51 AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    "t46"."won_s",
    "t46"."revived_key"
  FROM "t44" AS "t46"
), t55 AS MATERIALIZED (
  SELECT
    "t40"."kind",
    "t40"."occurred_s",
    "t40"."ended_lead_id",
    "t40"."key",
    "t51"."lead_id",
    "t51"."won_s",
    "t51"."revived_key"
  FROM t40 AS t40
  INNER JOIN t51 AS t51
    ON "t40"."ended_lead_id" = "t51"."lead_id"
), t56 AS MATERIALIZED (
  SELECT
    *
  FROM t55 AS t55
  WHERE
    "t55"."won_s" = 9000000000 AND "t55"."key" > "t55"."revived_key"
), t58 AS MATERIALIZED (
  SELECT
    "t56"."ended_lead_id",
    MIN(IIF("t56"."kind" IN ('disqualified', 'lost'), "t56"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t56"."kind" IN ('gave_up', 'recycled', 'rejected'), "t56"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t56 AS t56
  GROUP BY
    1
), t59 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."first_s",
    "t48"."first_month",
    "t48"."won_s",
    "t48"."revived_key",
    "t48"."first_talk_s",
    "t48"."qualified_s",
    "t48"."handed_over_s",
    "t48"."accepted_s",
    "t48"."deal_opened_s",
    "t58"."ended_lead_id",
    "t58"."lost_s",
    "t58"."back_s"
  FROM "t44" AS "t48"
  LEFT OUTER JOIN t58 AS t58
    ON "t48"."lead_id" = "t58"."ended_lead_id"
), "t60" AS MATERIALIZED (
  SELECT
    "t59"."lead_id",
    "t59"."first_s",
    "t59"."first_month",
    "t59"."won_s",
    "t59"."first_talk_s",
    "t59"."qualified_s",
    "t59"."handed_over_s",
    "t59"."accepted_s",
    "t59"."deal_opened_s",
    "t59"."lost_s",
    "t59"."back_s"
  FROM t59 AS t59
), t54 AS MATERIALIZED (
  SELECT
    "t47"."lead_id" AS "origin_lead_id",
    COALESCE("t47"."source", 'unknown') AS "origin",
    IIF(
      "t47"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t47"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t47"."occurred_s" AS "origin_s",
    CAST("t47"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t45" AS "t47"
), t65 AS MATERIALIZED (
  SELECT
    "t54"."origin_lead_id",
    "t54"."origin",
    "t54"."found_by",
    "t54"."origin_s",
    "t54"."origin_month",
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
  FROM t54 AS t54
  LEFT OUTER JOIN "t60" AS "t63"
    ON "t54"."origin_lead_id" = "t63"."lead_id"
), t66 AS MATERIALIZED (
  SELECT
    COALESCE("t65"."won_s", 9000000000) AS "won_s",
    COALESCE("t65"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t65"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t65"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t65"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t65"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t65"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t65"."back_s", 9000000000) AS "back_s",
    "t65"."found_by",
    "t65"."origin_lead_id" AS "lead_id",
    "t65"."origin_s" AS "since_s",
    "t65"."origin_month" AS "month",
    "t65"."origin" AS "source"
  FROM t65 AS t65
), t52 AS MATERIALIZED (
  SELECT
    "t47"."lead_id" AS "origin_lead_id"
  FROM "t45" AS "t47"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."first_s",
    "t62"."first_month",
    "t62"."won_s",
    "t62"."first_talk_s",
    "t62"."qualified_s",
    "t62"."handed_over_s",
    "t62"."accepted_s",
    "t62"."deal_opened_s",
    "t62"."lost_s",
    "t62"."back_s",
    "t52"."origin_lead_id"
  FROM "t60" AS "t62"
  LEFT OUTER JOIN t52 AS t52
    ON "t62"."lead_id" = "t52"."origin_lead_id"
), t67 AS MATERIALIZED (
  SELECT
    COALESCE("t64"."won_s", 9000000000) AS "won_s",
    COALESCE("t64"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t64"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t64"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t64"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t64"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t64"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t64"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t64"."lead_id",
    "t64"."first_s" AS "since_s",
    "t64"."first_month" AS "month",
    'unknown' AS "source"
  FROM t64 AS t64
  WHERE
    COALESCE("t64"."origin_lead_id", 0) = 0
), "t68" AS MATERIALIZED (
  SELECT
    *
  FROM t66 AS t66
  UNION ALL
  SELECT
    *
  FROM t67 AS t67
), t70 AS MATERIALIZED (
  SELECT
    "t69"."source",
    'first_talk' AS "stage",
    "t69"."first_talk_s" AS "entered_s",
    MIN(
      IIF("t69"."deal_opened_s" >= "t69"."first_talk_s", "t69"."deal_opened_s", 9000000000),
      IIF("t69"."won_s" >= "t69"."first_talk_s", "t69"."won_s", 9000000000),
      IIF("t69"."lost_s" >= "t69"."first_talk_s", "t69"."lost_s", 9000000000),
      IIF("t69"."back_s" >= "t69"."first_talk_s", "t69"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t68" AS "t69"
  WHERE
    "t69"."since_s" >= ${since_s}
    AND "t69"."since_s" < ${until_s}
    AND "t69"."first_talk_s" < 9000000000
), t76 AS MATERIALIZED (
  SELECT
    "t70"."source",
    "t70"."stage",
    CAST(IIF("t70"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t70"."left_s" < 9000000000, "t70"."left_s", ${as_of_s}) - "t70"."entered_s"
      ) - (
        IIF("t70"."left_s" < 9000000000, "t70"."left_s", ${as_of_s}) - "t70"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t70"."left_s" < 9000000000, "t70"."left_s", ${as_of_s}) - "t70"."entered_s"
      ) - (
        IIF("t70"."left_s" < 9000000000, "t70"."left_s", ${as_of_s}) - "t70"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t70 AS t70
), t71 AS MATERIALIZED (
  SELECT
    "t69"."source",
    'deal_opened' AS "stage",
    "t69"."deal_opened_s" AS "entered_s",
    MIN(
      IIF("t69"."won_s" >= "t69"."deal_opened_s", "t69"."won_s", 9000000000),
      IIF("t69"."lost_s" >= "t69"."deal_opened_s", "t69"."lost_s", 9000000000),
      IIF("t69"."back_s" >= "t69"."deal_opened_s", "t69"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t68" AS "t69"
  WHERE
    "t69"."since_s" >= ${since_s}
    AND "t69"."since_s" < ${until_s}
    AND "t69"."deal_opened_s" < 9000000000
), t77 AS MATERIALIZED (
  SELECT
    "t71"."source",
    "t71"."stage",
    CAST(IIF("t71"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t71"."left_s" < 9000000000, "t71"."left_s", ${as_of_s}) - "t71"."entered_s"
      ) - (
        IIF("t71"."left_s" < 9000000000, "t71"."left_s", ${as_of_s}) - "t71"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t71"."left_s" < 9000000000, "t71"."left_s", ${as_of_s}) - "t71"."entered_s"
      ) - (
        IIF("t71"."left_s" < 9000000000, "t71"."left_s", ${as_of_s}) - "t71"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t71 AS t71
), t82 AS MATERIALIZED (
  SELECT
    *
  FROM t76 AS t76
  UNION ALL
  SELECT
    *
  FROM t77 AS t77
), t72 AS MATERIALIZED (
  SELECT
    "t69"."source",
    'captured' AS "stage",
    "t69"."since_s" AS "entered_s",
    MIN(
      IIF("t69"."qualified_s" >= "t69"."since_s", "t69"."qualified_s", 9000000000),
      IIF("t69"."handed_over_s" >= "t69"."since_s", "t69"."handed_over_s", 9000000000),
      IIF("t69"."accepted_s" >= "t69"."since_s", "t69"."accepted_s", 9000000000),
      IIF("t69"."first_talk_s" >= "t69"."since_s", "t69"."first_talk_s", 9000000000),
      IIF("t69"."deal_opened_s" >= "t69"."since_s", "t69"."deal_opened_s", 9000000000),
      IIF("t69"."won_s" >= "t69"."since_s", "t69"."won_s", 9000000000),
      IIF("t69"."lost_s" >= "t69"."since_s", "t69"."lost_s", 9000000000),
      IIF("t69"."back_s" >= "t69"."since_s", "t69"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t68" AS "t69"
  WHERE
    "t69"."since_s" >= ${since_s}
    AND "t69"."since_s" < ${until_s}
    AND "t69"."since_s" < 9000000000
), t78 AS MATERIALIZED (
  SELECT
    "t72"."source",
    "t72"."stage",
    CAST(IIF("t72"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t72"."left_s" < 9000000000, "t72"."left_s", ${as_of_s}) - "t72"."entered_s"
      ) - (
        IIF("t72"."left_s" < 9000000000, "t72"."left_s", ${as_of_s}) - "t72"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t72"."left_s" < 9000000000, "t72"."left_s", ${as_of_s}) - "t72"."entered_s"
      ) - (
        IIF("t72"."left_s" < 9000000000, "t72"."left_s", ${as_of_s}) - "t72"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t72 AS t72
), t73 AS MATERIALIZED (
  SELECT
    "t69"."source",
    'qualified' AS "stage",
    "t69"."qualified_s" AS "entered_s",
    MIN(
      IIF("t69"."handed_over_s" >= "t69"."qualified_s", "t69"."handed_over_s", 9000000000),
      IIF("t69"."accepted_s" >= "t69"."qualified_s", "t69"."accepted_s", 9000000000),
      IIF("t69"."first_talk_s" >= "t69"."qualified_s", "t69"."first_talk_s", 9000000000),
      IIF("t69"."deal_opened_s" >= "t69"."qualified_s", "t69"."deal_opened_s", 9000000000),
      IIF("t69"."won_s" >= "t69"."qualified_s", "t69"."won_s", 9000000000),
      IIF("t69"."lost_s" >= "t69"."qualified_s", "t69"."lost_s", 9000000000),
      IIF("t69"."back_s" >= "t69"."qualified_s", "t69"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t68" AS "t69"
  WHERE
    "t69"."since_s" >= ${since_s}
    AND "t69"."since_s" < ${until_s}
    AND "t69"."qualified_s" < 9000000000
), t79 AS MATERIALIZED (
  SELECT
    "t73"."source",
    "t73"."stage",
    CAST(IIF("t73"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t73"."left_s" < 9000000000, "t73"."left_s", ${as_of_s}) - "t73"."entered_s"
      ) - (
        IIF("t73"."left_s" < 9000000000, "t73"."left_s", ${as_of_s}) - "t73"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t73"."left_s" < 9000000000, "t73"."left_s", ${as_of_s}) - "t73"."entered_s"
      ) - (
        IIF("t73"."left_s" < 9000000000, "t73"."left_s", ${as_of_s}) - "t73"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t73 AS t73
), t83 AS MATERIALIZED (
  SELECT
    *
  FROM t78 AS t78
  UNION ALL
  SELECT
    *
  FROM t79 AS t79
), t74 AS MATERIALIZED (
  SELECT
    "t69"."source",
    'handed_over' AS "stage",
    "t69"."handed_over_s" AS "entered_s",
    MIN(
      IIF("t69"."accepted_s" >= "t69"."handed_over_s", "t69"."accepted_s", 9000000000),
      IIF("t69"."first_talk_s" >= "t69"."handed_over_s", "t69"."first_talk_s", 9000000000),
      IIF("t69"."deal_opened_s" >= "t69"."handed_over_s", "t69"."deal_opened_s", 9000000000),
      IIF("t69"."won_s" >= "t69"."handed_over_s", "t69"."won_s", 9000000000),
      IIF("t69"."lost_s" >= "t69"."handed_over_s", "t69"."lost_s", 9000000000),
      IIF("t69"."back_s" >= "t69"."handed_over_s", "t69"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t68" AS "t69"
  WHERE
    "t69"."since_s" >= ${since_s}
    AND "t69"."since_s" < ${until_s}
    AND "t69"."handed_over_s" < 9000000000
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
    "t69"."source",
    'accepted' AS "stage",
    "t69"."accepted_s" AS "entered_s",
    MIN(
      IIF("t69"."first_talk_s" >= "t69"."accepted_s", "t69"."first_talk_s", 9000000000),
      IIF("t69"."deal_opened_s" >= "t69"."accepted_s", "t69"."deal_opened_s", 9000000000),
      IIF("t69"."won_s" >= "t69"."accepted_s", "t69"."won_s", 9000000000),
      IIF("t69"."lost_s" >= "t69"."accepted_s", "t69"."lost_s", 9000000000),
      IIF("t69"."back_s" >= "t69"."accepted_s", "t69"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t68" AS "t69"
  WHERE
    "t69"."since_s" >= ${since_s}
    AND "t69"."since_s" < ${until_s}
    AND "t69"."accepted_s" < 9000000000
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
), t84 AS MATERIALIZED (
  SELECT
    *
  FROM t80 AS t80
  UNION ALL
  SELECT
    *
  FROM t81 AS t81
), t85 AS MATERIALIZED (
  SELECT
    *
  FROM t83 AS t83
  UNION ALL
  SELECT
    *
  FROM t84 AS t84
), t86 AS MATERIALIZED (
  SELECT
    *
  FROM t82 AS t82
  UNION ALL
  SELECT
    *
  FROM t85 AS t85
)
SELECT
  "t86"."source",
  "t86"."stage",
  "t86"."is_left",
  "t86"."days",
  COUNT(*) AS "leads"
FROM t86 AS t86
GROUP BY
  1,
  2,
  3,
  4
