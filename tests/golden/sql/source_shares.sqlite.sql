-- by_source
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
), t48 AS MATERIALIZED (
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
    "t48"."lead_id",
    MIN("t48"."occurred_s") AS "first_s",
    CAST(MIN("t48"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t48"."kind" = 'won', "t48"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t48"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t48"."key",
        -9000000000000000000
      )
    ) AS "revived_key",
    MIN(IIF("t48"."is_talk", "t48"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t48"."kind" = 'qualified', "t48"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t48"."kind" = 'handed_over', "t48"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t48"."kind" = 'accepted', "t48"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t48"."kind" = 'deal_opened', "t48"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t48 AS t48
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
    *
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
    AND "t0"."kind" IN ('referred')
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
    "t8"."worked_s"
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
    "t38"."lead_id" AS "own_lead_id",
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id"
  FROM t38 AS t38
), t49 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "referred_lead_id",
    MIN("t42"."occurred_s") AS "referred_s"
  FROM t42 AS t42
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t78"."won_s",
    "t78"."first_talk_s",
    "t78"."qualified_s",
    "t78"."handed_over_s",
    "t78"."accepted_s",
    "t78"."deal_opened_s",
    "t78"."lost_s",
    "t78"."back_s",
    "t78"."found_by",
    "t78"."lead_id",
    "t78"."since_s",
    "t78"."month",
    "t78"."source",
    "t49"."referred_lead_id",
    "t49"."referred_s"
  FROM t78 AS t78
  LEFT OUTER JOIN t49 AS t49
    ON "t78"."lead_id" = "t49"."referred_lead_id"
), t80 AS MATERIALIZED (
  SELECT
    "t79"."lead_id",
    "t79"."since_s",
    "t79"."source",
    IIF(
      COALESCE("t79"."referred_s", 9000000000) <= "t79"."since_s",
      'others',
      "t79"."found_by"
    ) AS "developed_by",
    IIF("t79"."handed_over_s" < 9000000000, 1, 0) AS "is_handed_over",
    IIF("t79"."won_s" < 9000000000, 1, 0) AS "is_won"
  FROM t79 AS t79
)
SELECT
  "t80"."source",
  "t80"."developed_by",
  COUNT(*) AS "leads",
  COUNT(IIF("t80"."is_handed_over" = 1, 1, CAST(NULL AS INTEGER))) AS "handed_over",
  COUNT(IIF("t80"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t80 AS t80
GROUP BY
  1,
  2
