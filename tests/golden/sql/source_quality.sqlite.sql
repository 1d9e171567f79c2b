-- ages
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
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
  FROM t12 AS t12
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."key") AS "last_key"
  FROM "t21" AS "t22"
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t21" AS "t22"
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('captured')
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
), "t42" AS MATERIALIZED (
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
), t47 AS MATERIALIZED (
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
), "t51" AS MATERIALIZED (
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
    ) AS "revived_key"
  FROM t47 AS t47
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t45"."lead_id" AS "first_lead_id",
    MIN("t45"."key") AS "first_key"
  FROM "t42" AS "t45"
  GROUP BY
    1
), "t52" AS MATERIALIZED (
  SELECT
    *
  FROM "t42" AS "t45"
  WHERE
    "t45"."key" IN (
      SELECT
        "t48"."first_key"
      FROM t48 AS t48
    )
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
), t46 AS MATERIALIZED (
  SELECT
    "t40"."kind",
    "t40"."occurred_s",
    COALESCE("t40"."into_id", "t40"."lead_id") AS "ended_lead_id",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM t40 AS t40
), t59 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."won_s",
    "t53"."revived_key"
  FROM "t51" AS "t53"
), t64 AS MATERIALIZED (
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
), t68 AS MATERIALIZED (
  SELECT
    *
  FROM t64 AS t64
  WHERE
    "t64"."won_s" = 9000000000 AND "t64"."key" > "t64"."revived_key"
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t11"."worked_s",
    "t11"."deal_id"
  FROM t11 AS t11
  WHERE
    COALESCE("t11"."lead_id", 0) <> 0
), t41 AS MATERIALIZED (
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
    "t20"."deal_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t37 AS t37
    ON "t20"."lead_id" = "t37"."gone_id"
), t44 AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."kind",
    "t41"."occurred_s",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key",
    COALESCE("t41"."deal_id", 0) AS "deal"
  FROM t41 AS t41
), t49 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."deal",
    MIN("t44"."key") AS "first_key",
    MAX(IIF("t44"."kind" IN ('deal_opened'), "t44"."key", -9000000000000000000)) AS "opened_key",
    MAX(IIF("t44"."kind" IN ('lost', 'won'), "t44"."key", -9000000000000000000)) AS "closed_key",
    MAX(IIF("t44"."kind" IN ('lost'), "t44"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t44"."kind" = 'lost', "t44"."occurred_s", -9000000000)) AS "lost_s"
  FROM t44 AS t44
  GROUP BY
    1,
    2
), t54 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    "t49"."deal",
    "t49"."first_key",
    "t49"."opened_key",
    "t49"."closed_key",
    "t49"."lost_key",
    "t49"."lost_s",
    MAX("t49"."first_key", "t49"."opened_key") AS "begun_key"
  FROM t49 AS t49
), t61 AS MATERIALIZED (
  SELECT
    "t54"."lead_id" AS "dealt_lead_id",
    MAX("t54"."begun_key") AS "begun_key",
    MAX("t54"."lost_key") AS "last_key",
    MAX("t54"."lost_s") AS "last_s",
    MAX(IIF("t54"."begun_key" > "t54"."closed_key", 1, 0)) AS "is_open"
  FROM t54 AS t54
  GROUP BY
    1
), t67 AS MATERIALIZED (
  SELECT
    "t61"."dealt_lead_id",
    "t61"."begun_key",
    IIF("t61"."is_open" = 0, "t61"."last_key", -9000000000000000000) AS "over_key"
  FROM t61 AS t61
), t69 AS MATERIALIZED (
  SELECT
    "t68"."kind",
    "t68"."occurred_s",
    "t68"."ended_lead_id",
    "t68"."key",
    "t68"."lead_id",
    "t68"."won_s",
    "t68"."revived_key",
    "t67"."dealt_lead_id",
    "t67"."begun_key",
    "t67"."over_key"
  FROM t68 AS t68
  LEFT OUTER JOIN t67 AS t67
    ON "t68"."ended_lead_id" = "t67"."dealt_lead_id"
), t70 AS MATERIALIZED (
  SELECT
    "t69"."kind",
    "t69"."occurred_s",
    "t69"."ended_lead_id",
    "t69"."key",
    "t69"."lead_id",
    "t69"."won_s",
    "t69"."revived_key"
  FROM t69 AS t69
  WHERE
    (
      (
        "t69"."kind" <> 'lost'
      )
      OR (
        "t69"."key" = COALESCE("t69"."over_key", -9000000000000000000)
      )
    )
    AND "t69"."key" >= COALESCE("t69"."begun_key", -9000000000000000000)
), t72 AS MATERIALIZED (
  SELECT
    "t70"."ended_lead_id",
    MIN(IIF("t70"."kind" IN ('disqualified', 'lost'), "t70"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t70"."kind" IN ('gave_up', 'recycled', 'rejected'), "t70"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t70 AS t70
  GROUP BY
    1
), t73 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."first_s",
    "t56"."first_month",
    "t56"."won_s",
    "t56"."revived_key",
    "t72"."ended_lead_id",
    "t72"."lost_s",
    "t72"."back_s"
  FROM "t51" AS "t56"
  LEFT OUTER JOIN t72 AS t72
    ON "t56"."lead_id" = "t72"."ended_lead_id"
), "t74" AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."first_s",
    "t73"."first_month",
    "t73"."won_s",
    "t73"."lost_s",
    "t73"."back_s"
  FROM t73 AS t73
), t63 AS MATERIALIZED (
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
  FROM "t52" AS "t55"
), t79 AS MATERIALIZED (
  SELECT
    "t63"."origin_lead_id",
    "t63"."origin",
    "t63"."found_by",
    "t63"."origin_s",
    "t63"."origin_month",
    "t77"."lead_id",
    "t77"."first_s",
    "t77"."first_month",
    "t77"."won_s",
    "t77"."lost_s",
    "t77"."back_s"
  FROM t63 AS t63
  LEFT OUTER JOIN "t74" AS "t77"
    ON "t63"."origin_lead_id" = "t77"."lead_id"
), t80 AS MATERIALIZED (
  SELECT
    COALESCE("t79"."won_s", 9000000000) AS "won_s",
    COALESCE("t79"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t79"."back_s", 9000000000) AS "back_s",
    "t79"."found_by",
    "t79"."origin_lead_id" AS "lead_id",
    "t79"."origin_s" AS "since_s",
    "t79"."origin_month" AS "month",
    "t79"."origin" AS "source"
  FROM t79 AS t79
), t60 AS MATERIALIZED (
  SELECT
    "t55"."lead_id" AS "origin_lead_id"
  FROM "t52" AS "t55"
), t78 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."first_s",
    "t76"."first_month",
    "t76"."won_s",
    "t76"."lost_s",
    "t76"."back_s",
    "t60"."origin_lead_id"
  FROM "t74" AS "t76"
  LEFT OUTER JOIN t60 AS t60
    ON "t76"."lead_id" = "t60"."origin_lead_id"
), t81 AS MATERIALIZED (
  SELECT
    COALESCE("t78"."won_s", 9000000000) AS "won_s",
    COALESCE("t78"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t78"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t78"."lead_id",
    "t78"."first_s" AS "since_s",
    "t78"."first_month" AS "month",
    'unknown' AS "source"
  FROM t78 AS t78
  WHERE
    COALESCE("t78"."origin_lead_id", 0) = 0
), t82 AS MATERIALIZED (
  SELECT
    *
  FROM t80 AS t80
  UNION ALL
  SELECT
    *
  FROM t81 AS t81
), t83 AS MATERIALIZED (
  SELECT
    "t82"."source",
    "t82"."found_by",
    "t82"."since_s",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) - IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) - IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    "t82"."won_s" < 9000000000 AS "is_won",
    (
      "t82"."lost_s" < 9000000000
    ) AND NOT (
      "t82"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t82"."lost_s" < 9000000000
    )
    AND (
      "t82"."back_s" < 9000000000
    )
    AND NOT (
      "t82"."won_s" < 9000000000
    ) AS "is_back",
    "t82"."won_s" < "t82"."since_s" AS "is_early",
    CAST(CAST((
      ${as_of_s} - "t82"."since_s"
    ) - (
      ${as_of_s} - "t82"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30 AS "is_ripe_30",
    CAST(CAST((
      ${as_of_s} - "t82"."since_s"
    ) - (
      ${as_of_s} - "t82"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60 AS "is_ripe_60",
    CAST(CAST((
      ${as_of_s} - "t82"."since_s"
    ) - (
      ${as_of_s} - "t82"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90 AS "is_ripe_90",
    CAST(CAST((
      ${as_of_s} - "t82"."since_s"
    ) - (
      ${as_of_s} - "t82"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        ${as_of_s} - "t82"."since_s"
      ) - (
        ${as_of_s} - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30
    )
    AND (
      "t82"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) - IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        ${as_of_s} - "t82"."since_s"
      ) - (
        ${as_of_s} - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60
    )
    AND (
      "t82"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) - IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        ${as_of_s} - "t82"."since_s"
      ) - (
        ${as_of_s} - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90
    )
    AND (
      "t82"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) - IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        ${as_of_s} - "t82"."since_s"
      ) - (
        ${as_of_s} - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180
    )
    AND (
      "t82"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) - IIF(
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) < "t82"."since_s",
        0,
        IIF(
          "t82"."won_s" < 9000000000,
          "t82"."won_s",
          IIF(
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s") < 9000000000,
            IIF("t82"."lost_s" < "t82"."back_s", "t82"."lost_s", "t82"."back_s"),
            ${as_of_s}
          )
        ) - "t82"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 180
    ) AS "is_ripe_won_180"
  FROM t82 AS t82
  WHERE
    "t82"."since_s" >= ${since_s} AND "t82"."since_s" < ${until_s}
)
SELECT
  "t83"."source",
  "t83"."found_by",
  "t83"."days",
  COUNT(*) AS "leads",
  COUNT(IIF("t83"."is_won", 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(IIF("t83"."is_lost", 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(IIF("t83"."is_back", 1, CAST(NULL AS INTEGER))) AS "sent_back",
  COUNT(IIF("t83"."is_early", 1, CAST(NULL AS INTEGER))) AS "won_before_captured",
  MAX("t83"."since_s") AS "youngest_s",
  COUNT(IIF("t83"."is_ripe_30", 1, CAST(NULL AS INTEGER))) AS "ripe_30",
  COUNT(IIF("t83"."is_ripe_60", 1, CAST(NULL AS INTEGER))) AS "ripe_60",
  COUNT(IIF("t83"."is_ripe_90", 1, CAST(NULL AS INTEGER))) AS "ripe_90",
  COUNT(IIF("t83"."is_ripe_180", 1, CAST(NULL AS INTEGER))) AS "ripe_180",
  COUNT(IIF("t83"."is_ripe_won_30", 1, CAST(NULL AS INTEGER))) AS "ripe_won_30",
  COUNT(IIF("t83"."is_ripe_won_60", 1, CAST(NULL AS INTEGER))) AS "ripe_won_60",
  COUNT(IIF("t83"."is_ripe_won_90", 1, CAST(NULL AS INTEGER))) AS "ripe_won_90",
  COUNT(IIF("t83"."is_ripe_won_180", 1, CAST(NULL AS INTEGER))) AS "ripe_won_180"
FROM t83 AS t83
GROUP BY
  1,
  2,
  3
