-- cohorts
WITH "t7" AS MATERIALIZED (
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
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM t5 AS t5
  WHERE
    NOT (
      "t5"."id" IN (
        SELECT
          *
        FROM "t7"
      )
    )
), "t24" AS MATERIALIZED (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    CAST(IIF("t13"."kind" = 'merged', COALESCE("t13"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t13"."occurred_s" * 4000000000
    ) + "t13"."seq" AS "key"
  FROM t13 AS t13
), t27 AS MATERIALIZED (
  SELECT
    "t26"."lead_id",
    MAX("t26"."key") AS "last_key"
  FROM "t24" AS "t26"
  GROUP BY
    1
), t29 AS MATERIALIZED (
  SELECT
    *
  FROM "t24" AS "t26"
  WHERE
    "t26"."key" IN (
      SELECT
        "t27"."last_key"
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
    MAX("t30"."occurred_s") AS "merged_s",
    MAX("t30"."key") AS "merged_key"
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
    AND "t0"."kind" IN ('accepted', 'handed_over', 'rejected')
), t10 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t7"
      )
    )
), t21 AS MATERIALIZED (
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
    "t33"."merged_key",
    "t35"."via_id",
    "t35"."onward_id"
  FROM "t31" AS "t33"
  LEFT OUTER JOIN t35 AS t35
    ON "t33"."into_id" = "t35"."via_id"
), t38 AS MATERIALIZED (
  SELECT
    "t36"."gone_id",
    "t36"."merged_s",
    "t36"."merged_key",
    COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
  FROM t36 AS t36
), t39 AS MATERIALIZED (
  SELECT
    "t38"."gone_id",
    "t38"."merged_s",
    "t38"."merged_key",
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
), "t43" AS MATERIALIZED (
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t21 AS t21
  LEFT OUTER JOIN t41 AS t41
    ON "t21"."lead_id" = "t41"."gone_id"
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('captured')
), t11 AS MATERIALIZED (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    NOT (
      "t3"."id" IN (
        SELECT
          *
        FROM "t7"
      )
    )
), t22 AS MATERIALIZED (
  SELECT
    "t11"."seq",
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
), t44 AS MATERIALIZED (
  SELECT
    "t22"."seq",
    "t22"."kind",
    "t22"."occurred_s",
    "t22"."occurred_month",
    "t22"."lead_id",
    "t22"."person_id",
    "t22"."side",
    "t22"."source",
    "t22"."value_code",
    "t22"."value_number",
    "t22"."points",
    "t22"."due_s",
    "t22"."worked_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t22 AS t22
  LEFT OUTER JOIN t41 AS t41
    ON "t22"."lead_id" = "t41"."gone_id"
), "t49" AS MATERIALIZED (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."side",
    "t44"."source",
    "t44"."occurred_s",
    "t44"."occurred_month",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key"
  FROM t44 AS t44
), t4 AS MATERIALIZED (
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
), t12 AS MATERIALIZED (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    NOT (
      "t4"."id" IN (
        SELECT
          *
        FROM "t7"
      )
    )
), t23 AS MATERIALIZED (
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
), t45 AS MATERIALIZED (
  SELECT
    "t23"."seq",
    "t23"."kind",
    "t23"."occurred_s",
    "t23"."occurred_month",
    "t23"."lead_id",
    "t23"."person_id",
    "t23"."side",
    "t23"."source",
    "t23"."value_code",
    "t23"."value_number",
    "t23"."points",
    "t23"."due_s",
    "t23"."worked_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t23 AS t23
  LEFT OUTER JOIN t41 AS t41
    ON "t23"."lead_id" = "t41"."gone_id"
), t56 AS MATERIALIZED (
  SELECT
    COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
    "t45"."kind",
    "t45"."occurred_s",
    "t45"."occurred_month",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key",
    "t45"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t45"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t45"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t45 AS t45
), "t63" AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    MIN("t56"."occurred_s") AS "first_s",
    CAST(MIN("t56"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t56"."kind" = 'won', "t56"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t56"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t56"."key",
        -9000000000000000000
      )
    ) AS "revived_key",
    MIN(IIF("t56"."is_talk", "t56"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t56"."kind" = 'qualified', "t56"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t56"."kind" = 'handed_over', "t56"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t56"."kind" = 'accepted', "t56"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t56"."kind" = 'deal_opened', "t56"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t56 AS t56
  GROUP BY
    1
), t60 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "first_lead_id",
    MIN("t53"."key") AS "first_key"
  FROM "t49" AS "t53"
  GROUP BY
    1
), "t64" AS MATERIALIZED (
  SELECT
    *
  FROM "t49" AS "t53"
  WHERE
    "t53"."key" IN (
      SELECT
        "t60"."first_key"
      FROM t60 AS t60
    )
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t6 AS t6
  WHERE
    NOT (
      "t6"."id" IN (
        SELECT
          *
        FROM "t7"
      )
    )
), t25 AS MATERIALIZED (
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
    "t14"."worked_s"
  FROM t14 AS t14
  WHERE
    COALESCE("t14"."lead_id", 0) <> 0
), t46 AS MATERIALIZED (
  SELECT
    "t25"."seq",
    "t25"."kind",
    "t25"."occurred_s",
    "t25"."occurred_month",
    "t25"."lead_id",
    "t25"."person_id",
    "t25"."side",
    "t25"."source",
    "t25"."value_code",
    "t25"."value_number",
    "t25"."points",
    "t25"."due_s",
    "t25"."worked_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t25 AS t25
  LEFT OUTER JOIN t41 AS t41
    ON "t25"."lead_id" = "t41"."gone_id"
), t54 AS MATERIALIZED (
  SELECT
    "t46"."kind",
    "t46"."occurred_s",
    COALESCE("t46"."into_id", "t46"."lead_id") AS "ended_lead_id",
    (
      "t46"."occurred_s" * 4000000000
    ) + "t46"."seq" AS "key"
  FROM t46 AS t46
), t71 AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."won_s",
    "t65"."revived_key"
  FROM "t63" AS "t65"
), t75 AS MATERIALIZED (
  SELECT
    "t54"."kind",
    "t54"."occurred_s",
    "t54"."ended_lead_id",
    "t54"."key",
    "t71"."lead_id",
    "t71"."won_s",
    "t71"."revived_key"
  FROM t54 AS t54
  INNER JOIN t71 AS t71
    ON "t54"."ended_lead_id" = "t71"."lead_id"
), t77 AS MATERIALIZED (
  SELECT
    *
  FROM t75 AS t75
  WHERE
    "t75"."won_s" = 9000000000 AND "t75"."key" > "t75"."revived_key"
), t82 AS MATERIALIZED (
  SELECT
    "t77"."ended_lead_id",
    MIN(IIF("t77"."kind" IN ('disqualified', 'lost'), "t77"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t77"."kind" IN ('gave_up', 'recycled', 'rejected'), "t77"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t77 AS t77
  GROUP BY
    1
), t83 AS MATERIALIZED (
  SELECT
    "t68"."lead_id",
    "t68"."first_s",
    "t68"."first_month",
    "t68"."won_s",
    "t68"."revived_key",
    "t68"."first_talk_s",
    "t68"."qualified_s",
    "t68"."handed_over_s",
    "t68"."accepted_s",
    "t68"."deal_opened_s",
    "t82"."ended_lead_id",
    "t82"."lost_s",
    "t82"."back_s"
  FROM "t63" AS "t68"
  LEFT OUTER JOIN t82 AS t82
    ON "t68"."lead_id" = "t82"."ended_lead_id"
), "t84" AS MATERIALIZED (
  SELECT
    "t83"."lead_id",
    "t83"."first_s",
    "t83"."first_month",
    "t83"."won_s",
    "t83"."first_talk_s",
    "t83"."qualified_s",
    "t83"."handed_over_s",
    "t83"."accepted_s",
    "t83"."deal_opened_s",
    "t83"."lost_s",
    "t83"."back_s"
  FROM t83 AS t83
), t74 AS MATERIALIZED (
  SELECT
    "t67"."lead_id" AS "origin_lead_id",
    COALESCE("t67"."source", 'unknown') AS "origin",
    IIF(
      "t67"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t67"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t67"."occurred_s" AS "origin_s",
    CAST("t67"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t64" AS "t67"
), t89 AS MATERIALIZED (
  SELECT
    "t74"."origin_lead_id",
    "t74"."origin",
    "t74"."found_by",
    "t74"."origin_s",
    "t74"."origin_month",
    "t87"."lead_id",
    "t87"."first_s",
    "t87"."first_month",
    "t87"."won_s",
    "t87"."first_talk_s",
    "t87"."qualified_s",
    "t87"."handed_over_s",
    "t87"."accepted_s",
    "t87"."deal_opened_s",
    "t87"."lost_s",
    "t87"."back_s"
  FROM t74 AS t74
  LEFT OUTER JOIN "t84" AS "t87"
    ON "t74"."origin_lead_id" = "t87"."lead_id"
), t90 AS MATERIALIZED (
  SELECT
    COALESCE("t89"."won_s", 9000000000) AS "won_s",
    COALESCE("t89"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t89"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t89"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t89"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t89"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t89"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t89"."back_s", 9000000000) AS "back_s",
    "t89"."found_by",
    "t89"."origin_lead_id" AS "lead_id",
    "t89"."origin_s" AS "since_s",
    "t89"."origin_month" AS "month",
    "t89"."origin" AS "source"
  FROM t89 AS t89
), t72 AS MATERIALIZED (
  SELECT
    "t67"."lead_id" AS "origin_lead_id"
  FROM "t64" AS "t67"
), t88 AS MATERIALIZED (
  SELECT
    "t86"."lead_id",
    "t86"."first_s",
    "t86"."first_month",
    "t86"."won_s",
    "t86"."first_talk_s",
    "t86"."qualified_s",
    "t86"."handed_over_s",
    "t86"."accepted_s",
    "t86"."deal_opened_s",
    "t86"."lost_s",
    "t86"."back_s",
    "t72"."origin_lead_id"
  FROM "t84" AS "t86"
  LEFT OUTER JOIN t72 AS t72
    ON "t86"."lead_id" = "t72"."origin_lead_id"
), t91 AS MATERIALIZED (
  SELECT
    COALESCE("t88"."won_s", 9000000000) AS "won_s",
    COALESCE("t88"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t88"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t88"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t88"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t88"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t88"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t88"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t88"."lead_id",
    "t88"."first_s" AS "since_s",
    "t88"."first_month" AS "month",
    'unknown' AS "source"
  FROM t88 AS t88
  WHERE
    COALESCE("t88"."origin_lead_id", 0) = 0
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
    "t92"."month",
    "t92"."source",
    "t92"."found_by",
    "t92"."lost_s",
    "t92"."back_s",
    "t92"."qualified_s",
    "t92"."handed_over_s",
    "t92"."accepted_s",
    "t92"."first_talk_s",
    "t92"."deal_opened_s",
    "t92"."won_s",
    "t92"."since_s" AS "captured_s"
  FROM t92 AS t92
  WHERE
    "t92"."since_s" >= ${since_s} AND "t92"."since_s" < ${until_s}
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t9 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t7"
      )
    )
), t20 AS MATERIALIZED (
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
    "t9"."worked_s",
    "t9"."reason"
  FROM t9 AS t9
  WHERE
    COALESCE("t9"."lead_id", 0) <> 0
), t42 AS MATERIALIZED (
  SELECT
    "t20"."seq",
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
    "t20"."reason",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t41 AS t41
    ON "t20"."lead_id" = "t41"."gone_id"
), t48 AS MATERIALIZED (
  SELECT
    "t42"."seq",
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
), t58 AS MATERIALIZED (
  SELECT
    "t48"."lead_id" AS "explored_lead_id",
    MIN("t48"."occurred_s") AS "first_explored_s"
  FROM t48 AS t48
  GROUP BY
    1
), t95 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."month",
    "t94"."source",
    "t94"."found_by",
    "t94"."lost_s",
    "t94"."back_s",
    "t94"."qualified_s",
    "t94"."handed_over_s",
    "t94"."accepted_s",
    "t94"."first_talk_s",
    "t94"."deal_opened_s",
    "t94"."won_s",
    "t94"."captured_s",
    "t58"."explored_lead_id",
    "t58"."first_explored_s"
  FROM t94 AS t94
  LEFT OUTER JOIN t58 AS t58
    ON "t94"."lead_id" = "t58"."explored_lead_id"
), t97 AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."month",
    "t95"."source",
    "t95"."found_by",
    "t95"."lost_s",
    "t95"."back_s",
    "t95"."qualified_s",
    "t95"."handed_over_s",
    "t95"."accepted_s",
    "t95"."first_talk_s",
    "t95"."deal_opened_s",
    "t95"."won_s",
    "t95"."captured_s",
    COALESCE("t95"."first_explored_s", 9000000000) AS "explored_s"
  FROM t95 AS t95
), t51 AS MATERIALIZED (
  SELECT
    COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
    "t47"."kind",
    "t47"."occurred_s",
    CAST("t47"."occurred_month" AS INTEGER) AS "month",
    (
      "t47"."occurred_s" * 4000000000
    ) + "t47"."seq" AS "key"
  FROM "t43" AS "t47"
  WHERE
    "t47"."kind" = 'accepted'
), t61 AS MATERIALIZED (
  SELECT
    "t51"."key",
    MIN("t51"."lead_id") AS "lead_id",
    MIN("t51"."occurred_s") AS "occurred_s",
    MIN("t51"."month") AS "month"
  FROM t51 AS t51
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    COALESCE("t47"."into_id", "t47"."lead_id") AS "beside_lead_id",
    "t47"."kind" AS "beside_kind",
    (
      "t47"."occurred_s" * 4000000000
    ) + "t47"."seq" AS "beside_key"
  FROM "t43" AS "t47"
), t66 AS MATERIALIZED (
  SELECT
    "t61"."key",
    "t61"."lead_id",
    "t61"."occurred_s",
    "t61"."month",
    "t55"."beside_lead_id",
    "t55"."beside_kind",
    "t55"."beside_key"
  FROM t61 AS t61
  INNER JOIN t55 AS t55
    ON "t61"."lead_id" = "t55"."beside_lead_id"
), t76 AS MATERIALIZED (
  SELECT
    "t66"."key",
    MIN("t66"."lead_id") AS "lead_id",
    MIN("t66"."occurred_s") AS "occurred_s",
    MIN("t66"."month") AS "month",
    COUNT(
      IIF(
        (
          "t66"."beside_kind" = 'handed_over'
        )
        AND (
          "t66"."beside_key" < "t66"."key"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "hands_before",
    MIN(
      IIF(
        (
          "t66"."beside_kind" = 'handed_over'
        )
        AND (
          "t66"."beside_key" > "t66"."key"
        ),
        "t66"."beside_key",
        9000000000000000000
      )
    ) AS "next_hand_key",
    MIN(
      IIF(
        NOT (
          "t66"."beside_kind" = 'handed_over'
        )
        AND (
          "t66"."beside_key" > "t66"."key"
        ),
        "t66"."beside_key",
        9000000000000000000
      )
    ) AS "next_answer_key"
  FROM t66 AS t66
  GROUP BY
    1
), t78 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."occurred_s",
    "t76"."month",
    IIF("t76"."hands_before" > 0, 1, 0) AS "is_handed"
  FROM t76 AS t76
  WHERE
    "t76"."next_answer_key" >= "t76"."next_hand_key"
), t80 AS MATERIALIZED (
  SELECT
    "t78"."lead_id" AS "taken_lead_id",
    COUNT(*) AS "times"
  FROM t78 AS t78
  GROUP BY
    1
), t98 AS MATERIALIZED (
  SELECT
    "t97"."lead_id",
    "t97"."month",
    "t97"."source",
    "t97"."found_by",
    "t97"."lost_s",
    "t97"."back_s",
    "t97"."qualified_s",
    "t97"."handed_over_s",
    "t97"."accepted_s",
    "t97"."first_talk_s",
    "t97"."deal_opened_s",
    "t97"."won_s",
    "t97"."captured_s",
    "t97"."explored_s",
    "t80"."taken_lead_id",
    "t80"."times"
  FROM t97 AS t97
  LEFT OUTER JOIN t80 AS t80
    ON "t97"."lead_id" = "t80"."taken_lead_id"
), t99 AS MATERIALIZED (
  SELECT
    "t98"."lead_id",
    "t98"."month",
    "t98"."source",
    "t98"."found_by",
    "t98"."lost_s",
    "t98"."back_s",
    "t98"."qualified_s",
    "t98"."handed_over_s",
    "t98"."accepted_s",
    "t98"."first_talk_s",
    "t98"."deal_opened_s",
    "t98"."won_s",
    "t98"."captured_s",
    "t98"."explored_s",
    COALESCE("t98"."times", 0) AS "taken"
  FROM t98 AS t98
)
SELECT
  "t99"."month",
  "t99"."source",
  "t99"."found_by",
  COUNT(IIF("t99"."captured_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "captured",
  COUNT(IIF("t99"."qualified_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "qualified",
  COUNT(IIF("t99"."handed_over_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "handed_over",
  COUNT(IIF("t99"."accepted_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "accepted",
  COUNT(IIF("t99"."first_talk_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "first_talk",
  COUNT(IIF("t99"."deal_opened_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "deal_opened",
  COUNT(IIF("t99"."won_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(
    IIF(
      (
        "t99"."captured_s" < 9000000000
      ) AND (
        "t99"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "qualified_of_captured",
  COUNT(
    IIF(
      (
        "t99"."qualified_s" < 9000000000
      )
      AND (
        "t99"."handed_over_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "handed_over_of_qualified",
  COUNT(
    IIF(
      (
        "t99"."handed_over_s" < 9000000000
      )
      AND (
        "t99"."accepted_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "accepted_of_handed_over",
  COUNT(
    IIF(
      (
        "t99"."accepted_s" < 9000000000
      ) AND (
        "t99"."first_talk_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "first_talk_of_accepted",
  COUNT(
    IIF(
      (
        "t99"."first_talk_s" < 9000000000
      )
      AND (
        "t99"."deal_opened_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "deal_opened_of_first_talk",
  COUNT(
    IIF(
      (
        "t99"."deal_opened_s" < 9000000000
      ) AND (
        "t99"."won_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "won_of_deal_opened",
  COUNT(
    IIF(
      (
        "t99"."accepted_s" < 9000000000
      ) AND (
        "t99"."taken" > 0
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "not_sent_back",
  COUNT(IIF("t99"."lost_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(
    IIF(
      (
        "t99"."lost_s" = 9000000000
      ) AND (
        "t99"."back_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "sent_back",
  COUNT(
    IIF(
      NOT (
        "t99"."won_s" < 9000000000
      )
      AND NOT (
        "t99"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t99"."lost_s" = 9000000000
        ) AND (
          "t99"."back_s" < 9000000000
        )
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "still_open",
  COUNT(IIF("t99"."won_s" < "t99"."captured_s", 1, CAST(NULL AS INTEGER))) AS "won_before_captured",
  COUNT(
    IIF(
      (
        "t99"."explored_s" < 9000000000
      )
      AND NOT (
        "t99"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "explored"
FROM t99 AS t99
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
