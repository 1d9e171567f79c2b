-- by_source
WITH "t7" AS MATERIALIZED (
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
), "t23" AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
  FROM t12 AS t12
), t27 AS MATERIALIZED (
  SELECT
    "t26"."lead_id",
    MAX("t26"."key") AS "last_key"
  FROM "t23" AS "t26"
  GROUP BY
    1
), t29 AS MATERIALIZED (
  SELECT
    *
  FROM "t23" AS "t26"
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
    AND "t0"."kind" IN ('captured')
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
), t43 AS MATERIALIZED (
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
), "t48" AS MATERIALIZED (
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
), "t59" AS MATERIALIZED (
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
    ) AS "revived_key",
    MIN(IIF("t54"."is_talk", "t54"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t54"."kind" = 'qualified', "t54"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t54"."kind" = 'handed_over', "t54"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t54"."kind" = 'accepted', "t54"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t54"."kind" = 'deal_opened', "t54"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t54 AS t54
  GROUP BY
    1
), t56 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "first_lead_id",
    MIN("t51"."key") AS "first_key"
  FROM "t48" AS "t51"
  GROUP BY
    1
), "t60" AS MATERIALIZED (
  SELECT
    *
  FROM "t48" AS "t51"
  WHERE
    "t51"."key" IN (
      SELECT
        "t56"."first_key"
      FROM t56 AS t56
    )
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
), t24 AS MATERIALIZED (
  SELECT
    "t13"."seq",
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
    "t13"."worked_s"
  FROM t13 AS t13
  WHERE
    COALESCE("t13"."lead_id", 0) <> 0
), t45 AS MATERIALIZED (
  SELECT
    "t24"."seq",
    "t24"."kind",
    "t24"."occurred_s",
    "t24"."occurred_month",
    "t24"."lead_id",
    "t24"."person_id",
    "t24"."side",
    "t24"."source",
    "t24"."value_code",
    "t24"."value_number",
    "t24"."points",
    "t24"."due_s",
    "t24"."worked_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t24 AS t24
  LEFT OUTER JOIN t41 AS t41
    ON "t24"."lead_id" = "t41"."gone_id"
), t52 AS MATERIALIZED (
  SELECT
    "t45"."kind",
    "t45"."occurred_s",
    COALESCE("t45"."into_id", "t45"."lead_id") AS "ended_lead_id",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key"
  FROM t45 AS t45
), t67 AS MATERIALIZED (
  SELECT
    "t61"."lead_id",
    "t61"."won_s",
    "t61"."revived_key"
  FROM "t59" AS "t61"
), t72 AS MATERIALIZED (
  SELECT
    "t52"."kind",
    "t52"."occurred_s",
    "t52"."ended_lead_id",
    "t52"."key",
    "t67"."lead_id",
    "t67"."won_s",
    "t67"."revived_key"
  FROM t52 AS t52
  INNER JOIN t67 AS t67
    ON "t52"."ended_lead_id" = "t67"."lead_id"
), t76 AS MATERIALIZED (
  SELECT
    *
  FROM t72 AS t72
  WHERE
    "t72"."won_s" = 9000000000 AND "t72"."key" > "t72"."revived_key"
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t14"."worked_s",
    "t14"."deal_id"
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
    "t25"."deal_id",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t25 AS t25
  LEFT OUTER JOIN t41 AS t41
    ON "t25"."lead_id" = "t41"."gone_id"
), t50 AS MATERIALIZED (
  SELECT
    COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
    "t46"."kind",
    "t46"."occurred_s",
    (
      "t46"."occurred_s" * 4000000000
    ) + "t46"."seq" AS "key",
    COALESCE("t46"."deal_id", 0) AS "deal"
  FROM t46 AS t46
), t57 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."deal",
    MIN("t50"."key") AS "first_key",
    MAX(IIF("t50"."kind" IN ('deal_opened'), "t50"."key", -9000000000000000000)) AS "opened_key",
    MAX(IIF("t50"."kind" IN ('lost', 'won'), "t50"."key", -9000000000000000000)) AS "closed_key",
    MAX(IIF("t50"."kind" IN ('lost'), "t50"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t50"."kind" = 'lost', "t50"."occurred_s", -9000000000)) AS "lost_s"
  FROM t50 AS t50
  GROUP BY
    1,
    2
), t62 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."deal",
    "t57"."first_key",
    "t57"."opened_key",
    "t57"."closed_key",
    "t57"."lost_key",
    "t57"."lost_s",
    MAX("t57"."first_key", "t57"."opened_key") AS "begun_key"
  FROM t57 AS t57
), t69 AS MATERIALIZED (
  SELECT
    "t62"."lead_id" AS "dealt_lead_id",
    MAX("t62"."begun_key") AS "begun_key",
    MAX("t62"."lost_key") AS "last_key",
    MAX("t62"."lost_s") AS "last_s",
    MAX(IIF("t62"."begun_key" > "t62"."closed_key", 1, 0)) AS "is_open"
  FROM t62 AS t62
  GROUP BY
    1
), t75 AS MATERIALIZED (
  SELECT
    "t69"."dealt_lead_id",
    "t69"."begun_key",
    IIF("t69"."is_open" = 0, "t69"."last_key", -9000000000000000000) AS "over_key"
  FROM t69 AS t69
), t77 AS MATERIALIZED (
  SELECT
    "t76"."kind",
    "t76"."occurred_s",
    "t76"."ended_lead_id",
    "t76"."key",
    "t76"."lead_id",
    "t76"."won_s",
    "t76"."revived_key",
    "t75"."dealt_lead_id",
    "t75"."begun_key",
    "t75"."over_key"
  FROM t76 AS t76
  LEFT OUTER JOIN t75 AS t75
    ON "t76"."ended_lead_id" = "t75"."dealt_lead_id"
), t78 AS MATERIALIZED (
  SELECT
    "t77"."kind",
    "t77"."occurred_s",
    "t77"."ended_lead_id",
    "t77"."key",
    "t77"."lead_id",
    "t77"."won_s",
    "t77"."revived_key"
  FROM t77 AS t77
  WHERE
    (
      (
        "t77"."kind" <> 'lost'
      )
      OR (
        "t77"."key" = COALESCE("t77"."over_key", -9000000000000000000)
      )
    )
    AND "t77"."key" >= COALESCE("t77"."begun_key", -9000000000000000000)
), t80 AS MATERIALIZED (
  SELECT
    "t78"."ended_lead_id",
    MIN(IIF("t78"."kind" IN ('disqualified', 'lost'), "t78"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t78"."kind" IN ('gave_up', 'recycled', 'rejected'), "t78"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t78 AS t78
  GROUP BY
    1
), t81 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    "t64"."first_s",
    "t64"."first_month",
    "t64"."won_s",
    "t64"."revived_key",
    "t64"."first_talk_s",
    "t64"."qualified_s",
    "t64"."handed_over_s",
    "t64"."accepted_s",
    "t64"."deal_opened_s",
    "t80"."ended_lead_id",
    "t80"."lost_s",
    "t80"."back_s"
  FROM "t59" AS "t64"
  LEFT OUTER JOIN t80 AS t80
    ON "t64"."lead_id" = "t80"."ended_lead_id"
), "t82" AS MATERIALIZED (
  SELECT
    "t81"."lead_id",
    "t81"."first_s",
    "t81"."first_month",
    "t81"."won_s",
    "t81"."first_talk_s",
    "t81"."qualified_s",
    "t81"."handed_over_s",
    "t81"."accepted_s",
    "t81"."deal_opened_s",
    "t81"."lost_s",
    "t81"."back_s"
  FROM t81 AS t81
), t71 AS MATERIALIZED (
  SELECT
    "t63"."lead_id" AS "origin_lead_id",
    COALESCE("t63"."source", 'unknown') AS "origin",
    IIF(
      "t63"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t63"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t63"."occurred_s" AS "origin_s",
    CAST("t63"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t60" AS "t63"
), t87 AS MATERIALIZED (
  SELECT
    "t71"."origin_lead_id",
    "t71"."origin",
    "t71"."found_by",
    "t71"."origin_s",
    "t71"."origin_month",
    "t85"."lead_id",
    "t85"."first_s",
    "t85"."first_month",
    "t85"."won_s",
    "t85"."first_talk_s",
    "t85"."qualified_s",
    "t85"."handed_over_s",
    "t85"."accepted_s",
    "t85"."deal_opened_s",
    "t85"."lost_s",
    "t85"."back_s"
  FROM t71 AS t71
  LEFT OUTER JOIN "t82" AS "t85"
    ON "t71"."origin_lead_id" = "t85"."lead_id"
), t88 AS MATERIALIZED (
  SELECT
    COALESCE("t87"."won_s", 9000000000) AS "won_s",
    COALESCE("t87"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t87"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t87"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t87"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t87"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t87"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t87"."back_s", 9000000000) AS "back_s",
    "t87"."found_by",
    "t87"."origin_lead_id" AS "lead_id",
    "t87"."origin_s" AS "since_s",
    "t87"."origin_month" AS "month",
    "t87"."origin" AS "source"
  FROM t87 AS t87
), t68 AS MATERIALIZED (
  SELECT
    "t63"."lead_id" AS "origin_lead_id"
  FROM "t60" AS "t63"
), t86 AS MATERIALIZED (
  SELECT
    "t84"."lead_id",
    "t84"."first_s",
    "t84"."first_month",
    "t84"."won_s",
    "t84"."first_talk_s",
    "t84"."qualified_s",
    "t84"."handed_over_s",
    "t84"."accepted_s",
    "t84"."deal_opened_s",
    "t84"."lost_s",
    "t84"."back_s",
    "t68"."origin_lead_id"
  FROM "t82" AS "t84"
  LEFT OUTER JOIN t68 AS t68
    ON "t84"."lead_id" = "t68"."origin_lead_id"
), t89 AS MATERIALIZED (
  SELECT
    COALESCE("t86"."won_s", 9000000000) AS "won_s",
    COALESCE("t86"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t86"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t86"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t86"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t86"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t86"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t86"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t86"."lead_id",
    "t86"."first_s" AS "since_s",
    "t86"."first_month" AS "month",
    'unknown' AS "source"
  FROM t86 AS t86
  WHERE
    COALESCE("t86"."origin_lead_id", 0) = 0
), t90 AS MATERIALIZED (
  SELECT
    *
  FROM t88 AS t88
  UNION ALL
  SELECT
    *
  FROM t89 AS t89
), t92 AS MATERIALIZED (
  SELECT
    *
  FROM t90 AS t90
  WHERE
    "t90"."since_s" >= ${since_s} AND "t90"."since_s" < ${until_s}
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('referred')
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
    "t9"."worked_s"
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t41 AS t41
    ON "t20"."lead_id" = "t41"."gone_id"
), t47 AS MATERIALIZED (
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
    "t42"."lead_id" AS "own_lead_id",
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id"
  FROM t42 AS t42
), t55 AS MATERIALIZED (
  SELECT
    "t47"."lead_id" AS "referred_lead_id",
    MIN("t47"."occurred_s") AS "referred_s"
  FROM t47 AS t47
  GROUP BY
    1
), t93 AS MATERIALIZED (
  SELECT
    "t92"."won_s",
    "t92"."first_talk_s",
    "t92"."qualified_s",
    "t92"."handed_over_s",
    "t92"."accepted_s",
    "t92"."deal_opened_s",
    "t92"."lost_s",
    "t92"."back_s",
    "t92"."found_by",
    "t92"."lead_id",
    "t92"."since_s",
    "t92"."month",
    "t92"."source",
    "t55"."referred_lead_id",
    "t55"."referred_s"
  FROM t92 AS t92
  LEFT OUTER JOIN t55 AS t55
    ON "t92"."lead_id" = "t55"."referred_lead_id"
), t94 AS MATERIALIZED (
  SELECT
    "t93"."lead_id",
    "t93"."since_s",
    "t93"."source",
    IIF(
      COALESCE("t93"."referred_s", 9000000000) <= "t93"."since_s",
      'others',
      "t93"."found_by"
    ) AS "developed_by",
    IIF("t93"."handed_over_s" < 9000000000, 1, 0) AS "is_handed_over",
    IIF("t93"."won_s" < 9000000000, 1, 0) AS "is_won"
  FROM t93 AS t93
)
SELECT
  "t94"."source",
  "t94"."developed_by",
  COUNT(*) AS "leads",
  COUNT(IIF("t94"."is_handed_over" = 1, 1, CAST(NULL AS INTEGER))) AS "handed_over",
  COUNT(IIF("t94"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t94 AS t94
GROUP BY
  1,
  2
