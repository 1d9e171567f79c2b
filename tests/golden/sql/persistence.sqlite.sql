-- spells
WITH "t8" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t7 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t16 AS MATERIALIZED (
  SELECT
    *
  FROM t7 AS t7
  WHERE
    NOT (
      "t7"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), "t29" AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    "t16"."occurred_s",
    CAST(IIF("t16"."kind" = 'merged', COALESCE("t16"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t16"."occurred_s" * 4000000000
    ) + "t16"."seq" AS "key"
  FROM t16 AS t16
), t31 AS MATERIALIZED (
  SELECT
    "t30"."lead_id",
    MAX("t30"."key") AS "last_key"
  FROM "t29" AS "t30"
  GROUP BY
    1
), t33 AS MATERIALIZED (
  SELECT
    *
  FROM "t29" AS "t30"
  WHERE
    "t30"."key" IN (
      SELECT
        "t31"."last_key"
      FROM t31 AS t31
    )
), t34 AS MATERIALIZED (
  SELECT
    *
  FROM t33 AS t33
  WHERE
    "t33"."target_id" <> 0 AND "t33"."target_id" <> "t33"."lead_id"
), "t35" AS MATERIALIZED (
  SELECT
    "t34"."lead_id" AS "gone_id",
    MAX("t34"."target_id") AS "into_id",
    MAX("t34"."occurred_s") AS "merged_s",
    MAX("t34"."key") AS "merged_key"
  FROM t34 AS t34
  GROUP BY
    1
), t1 AS MATERIALIZED (
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
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t23 AS MATERIALIZED (
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
), t39 AS MATERIALIZED (
  SELECT
    "t36"."gone_id" AS "via_id",
    "t36"."into_id" AS "onward_id"
  FROM "t35" AS "t36"
), t40 AS MATERIALIZED (
  SELECT
    "t37"."gone_id",
    "t37"."into_id",
    "t37"."merged_s",
    "t37"."merged_key",
    "t39"."via_id",
    "t39"."onward_id"
  FROM "t35" AS "t37"
  LEFT OUTER JOIN t39 AS t39
    ON "t37"."into_id" = "t39"."via_id"
), t42 AS MATERIALIZED (
  SELECT
    "t40"."gone_id",
    "t40"."merged_s",
    "t40"."merged_key",
    COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
  FROM t40 AS t40
), t43 AS MATERIALIZED (
  SELECT
    "t42"."gone_id",
    "t42"."merged_s",
    "t42"."merged_key",
    "t42"."into_id",
    "t39"."via_id",
    "t39"."onward_id"
  FROM t42 AS t42
  LEFT OUTER JOIN t39 AS t39
    ON "t42"."into_id" = "t39"."via_id"
), t45 AS MATERIALIZED (
  SELECT
    "t43"."gone_id",
    COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
  FROM t43 AS t43
), "t46" AS MATERIALIZED (
  SELECT
    "t23"."seq",
    "t23"."id",
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
    "t45"."gone_id",
    "t45"."into_id"
  FROM t23 AS t23
  LEFT OUTER JOIN t45 AS t45
    ON "t23"."lead_id" = "t45"."gone_id"
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('captured')
), t12 AS MATERIALIZED (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    NOT (
      "t3"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t25 AS MATERIALIZED (
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
), t48 AS MATERIALIZED (
  SELECT
    "t25"."seq",
    "t25"."id",
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
    "t45"."gone_id",
    "t45"."into_id"
  FROM t25 AS t25
  LEFT OUTER JOIN t45 AS t45
    ON "t25"."lead_id" = "t45"."gone_id"
), "t53" AS MATERIALIZED (
  SELECT
    COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
    "t48"."side",
    "t48"."source",
    "t48"."occurred_s",
    "t48"."occurred_month",
    (
      "t48"."occurred_s" * 4000000000
    ) + "t48"."seq" AS "key"
  FROM t48 AS t48
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t15 AS MATERIALIZED (
  SELECT
    *
  FROM t6 AS t6
  WHERE
    NOT (
      "t6"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t28 AS MATERIALIZED (
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
    "t15"."recorded_s",
    "t15"."pact_version"
  FROM t15 AS t15
  WHERE
    COALESCE("t15"."lead_id", 0) <> 0
), t51 AS MATERIALIZED (
  SELECT
    "t28"."seq",
    "t28"."id",
    "t28"."kind",
    "t28"."occurred_s",
    "t28"."occurred_month",
    "t28"."lead_id",
    "t28"."person_id",
    "t28"."side",
    "t28"."source",
    "t28"."value_code",
    "t28"."value_number",
    "t28"."points",
    "t28"."due_s",
    "t28"."worked_s",
    "t28"."recorded_s",
    "t28"."pact_version",
    "t45"."gone_id",
    "t45"."into_id"
  FROM t28 AS t28
  LEFT OUTER JOIN t45 AS t45
    ON "t28"."lead_id" = "t45"."gone_id"
), "t55" AS MATERIALIZED (
  SELECT
    COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
    "t51"."recorded_s",
    "t51"."occurred_s",
    (
      "t51"."occurred_s" * 4000000000
    ) + "t51"."seq" AS "key",
    COALESCE("t51"."points", -1000000) AS "points",
    COALESCE("t51"."pact_version", 0) AS "version"
  FROM t51 AS t51
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
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    NOT (
      "t4"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t26 AS MATERIALIZED (
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
    "t13"."worked_s"
  FROM t13 AS t13
  WHERE
    COALESCE("t13"."lead_id", 0) <> 0
), t49 AS MATERIALIZED (
  SELECT
    "t26"."seq",
    "t26"."id",
    "t26"."kind",
    "t26"."occurred_s",
    "t26"."occurred_month",
    "t26"."lead_id",
    "t26"."person_id",
    "t26"."side",
    "t26"."source",
    "t26"."value_code",
    "t26"."value_number",
    "t26"."points",
    "t26"."due_s",
    "t26"."worked_s",
    "t45"."gone_id",
    "t45"."into_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t45 AS t45
    ON "t26"."lead_id" = "t45"."gone_id"
), t63 AS MATERIALIZED (
  SELECT
    COALESCE("t49"."into_id", "t49"."lead_id") AS "lead_id",
    "t49"."kind",
    "t49"."occurred_s",
    "t49"."occurred_month",
    (
      "t49"."occurred_s" * 4000000000
    ) + "t49"."seq" AS "key",
    "t49"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t49"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t49"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t49 AS t49
), "t70" AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    MIN("t63"."occurred_s") AS "first_s",
    CAST(MIN("t63"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t63"."kind" = 'won', "t63"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t63"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t63"."key",
        -9000000000000000000
      )
    ) AS "revived_key"
  FROM t63 AS t63
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t58"."lead_id" AS "first_lead_id",
    MIN("t58"."key") AS "first_key"
  FROM "t53" AS "t58"
  GROUP BY
    1
), "t71" AS MATERIALIZED (
  SELECT
    *
  FROM "t53" AS "t58"
  WHERE
    "t58"."key" IN (
      SELECT
        "t66"."first_key"
      FROM t66 AS t66
    )
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
), t11 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t24 AS MATERIALIZED (
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
), t47 AS MATERIALIZED (
  SELECT
    "t24"."seq",
    "t24"."id",
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
    "t45"."gone_id",
    "t45"."into_id"
  FROM t24 AS t24
  LEFT OUTER JOIN t45 AS t45
    ON "t24"."lead_id" = "t45"."gone_id"
), t65 AS MATERIALIZED (
  SELECT
    COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
    "t47"."occurred_s",
    (
      "t47"."occurred_s" * 4000000000
    ) + "t47"."seq" AS "key",
    IIF(
      "t47"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t47"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t47"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      "t47"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t47"."side" = 'sales'
      ),
      1,
      0
    ) AS "is_try"
  FROM t47 AS t47
), t67 AS MATERIALIZED (
  SELECT
    "t60"."lead_id" AS "first_lead_id",
    MIN("t60"."key") AS "first_key"
  FROM "t55" AS "t60"
  GROUP BY
    1
), t73 AS MATERIALIZED (
  SELECT
    *
  FROM "t55" AS "t60"
  WHERE
    "t60"."key" IN (
      SELECT
        "t67"."first_key"
      FROM t67 AS t67
    )
), t81 AS MATERIALIZED (
  SELECT
    "t73"."occurred_s" AS "hand_s",
    CAST("t73"."points" AS INTEGER) AS "points",
    "t73"."lead_id" AS "handed_lead_id"
  FROM t73 AS t73
), "t85" AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."occurred_s",
    "t65"."key",
    "t65"."is_talk",
    "t65"."is_try",
    "t81"."hand_s",
    "t81"."points",
    "t81"."handed_lead_id"
  FROM t65 AS t65
  LEFT OUTER JOIN t81 AS t81
    ON "t65"."lead_id" = "t81"."handed_lead_id"
), t89 AS MATERIALIZED (
  SELECT
    "t86"."lead_id",
    "t86"."occurred_s",
    "t86"."key",
    "t86"."is_talk",
    "t86"."is_try",
    COALESCE("t86"."hand_s", -9000000000) AS "start_s",
    COALESCE("t86"."points", -1000000) AS "points"
  FROM "t85" AS "t86"
  WHERE
    "t86"."occurred_s" >= COALESCE("t86"."hand_s", -9000000000)
), "t93" AS MATERIALIZED (
  SELECT
    "t89"."lead_id",
    MIN("t89"."start_s") AS "start_s",
    MIN("t89"."points") AS "points",
    MAX(IIF("t89"."is_try" = 1, "t89"."occurred_s", -9000000000)) AS "last_s",
    MAX(IIF("t89"."is_try" = 1, "t89"."key", -9000000000000000000)) AS "last_key",
    MIN(IIF("t89"."is_talk" = 1, "t89"."occurred_s", 9000000000)) AS "reply_s",
    MIN(IIF("t89"."is_talk" = 1, "t89"."key", 9000000000000000000)) AS "reply_key"
  FROM t89 AS t89
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t52"."kind",
    "t52"."occurred_s",
    COALESCE("t52"."into_id", "t52"."lead_id") AS "ended_lead_id",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
  FROM "t46" AS "t52"
), t78 AS MATERIALIZED (
  SELECT
    "t72"."lead_id",
    "t72"."won_s",
    "t72"."revived_key"
  FROM "t70" AS "t72"
), t84 AS MATERIALIZED (
  SELECT
    "t62"."kind",
    "t62"."occurred_s",
    "t62"."ended_lead_id",
    "t62"."key",
    "t78"."lead_id",
    "t78"."won_s",
    "t78"."revived_key"
  FROM t62 AS t62
  INNER JOIN t78 AS t78
    ON "t62"."ended_lead_id" = "t78"."lead_id"
), t87 AS MATERIALIZED (
  SELECT
    *
  FROM t84 AS t84
  WHERE
    "t84"."won_s" = 9000000000 AND "t84"."key" > "t84"."revived_key"
), t92 AS MATERIALIZED (
  SELECT
    "t87"."ended_lead_id",
    MIN(IIF("t87"."kind" IN ('disqualified', 'lost'), "t87"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t87"."kind" IN ('gave_up', 'recycled', 'rejected'), "t87"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t87 AS t87
  GROUP BY
    1
), t95 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    "t75"."first_s",
    "t75"."first_month",
    "t75"."won_s",
    "t75"."revived_key",
    "t92"."ended_lead_id",
    "t92"."lost_s",
    "t92"."back_s"
  FROM "t70" AS "t75"
  LEFT OUTER JOIN t92 AS t92
    ON "t75"."lead_id" = "t92"."ended_lead_id"
), "t96" AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."first_s",
    "t95"."first_month",
    "t95"."won_s",
    "t95"."lost_s",
    "t95"."back_s"
  FROM t95 AS t95
), t100 AS MATERIALIZED (
  SELECT
    *
  FROM "t93" AS "t94"
  WHERE
    "t94"."last_s" > -9000000000
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t5 AS t5
  WHERE
    NOT (
      "t5"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t27 AS MATERIALIZED (
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
    "t14"."worked_s"
  FROM t14 AS t14
  WHERE
    COALESCE("t14"."lead_id", 0) <> 0
), t50 AS MATERIALIZED (
  SELECT
    "t27"."seq",
    "t27"."id",
    "t27"."kind",
    "t27"."occurred_s",
    "t27"."occurred_month",
    "t27"."lead_id",
    "t27"."person_id",
    "t27"."side",
    "t27"."source",
    "t27"."value_code",
    "t27"."value_number",
    "t27"."points",
    "t27"."due_s",
    "t27"."worked_s",
    "t45"."gone_id",
    "t45"."into_id"
  FROM t27 AS t27
  LEFT OUTER JOIN t45 AS t45
    ON "t27"."lead_id" = "t45"."gone_id"
), t59 AS MATERIALIZED (
  SELECT
    "t50"."kind",
    "t50"."occurred_s",
    COALESCE("t50"."into_id", "t50"."lead_id") AS "told_lead_id",
    (
      "t50"."occurred_s" * 4000000000
    ) + "t50"."seq" AS "key"
  FROM t50 AS t50
), t101 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."start_s"
  FROM "t93" AS "t94"
  WHERE
    "t94"."last_s" > -9000000000
), t104 AS MATERIALIZED (
  SELECT
    "t59"."kind",
    "t59"."occurred_s",
    "t59"."told_lead_id",
    "t59"."key",
    "t101"."lead_id",
    "t101"."start_s"
  FROM t59 AS t59
  INNER JOIN t101 AS t101
    ON "t59"."told_lead_id" = "t101"."lead_id"
), t107 AS MATERIALIZED (
  SELECT
    *
  FROM t104 AS t104
  WHERE
    "t104"."occurred_s" >= "t104"."start_s"
), t114 AS MATERIALIZED (
  SELECT
    "t107"."told_lead_id",
    MIN(IIF("t107"."kind" IN ('deal_opened', 'won'), "t107"."occurred_s", 9000000000)) AS "deal_s",
    MIN(IIF("t107"."kind" = 'won', "t107"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t107"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t107"."key",
        -9000000000000000000
      )
    ) AS "revived_key"
  FROM t107 AS t107
  GROUP BY
    1
), "t115" AS MATERIALIZED (
  SELECT
    "t100"."lead_id",
    "t100"."start_s",
    "t100"."points",
    "t100"."last_s",
    "t100"."last_key",
    "t100"."reply_s",
    "t100"."reply_key",
    "t114"."told_lead_id",
    "t114"."deal_s",
    "t114"."won_s",
    "t114"."revived_key"
  FROM t100 AS t100
  LEFT OUTER JOIN t114 AS t114
    ON "t100"."lead_id" = "t114"."told_lead_id"
), t119 AS MATERIALIZED (
  SELECT
    "t116"."lead_id",
    "t116"."start_s",
    "t116"."points",
    "t116"."last_s",
    "t116"."last_key",
    "t116"."reply_s",
    "t116"."reply_key",
    COALESCE("t116"."deal_s", 9000000000) AS "deal_s",
    COALESCE("t116"."won_s", 9000000000) AS "won_s",
    COALESCE("t116"."revived_key", -9000000000000000000) AS "revived_key"
  FROM "t115" AS "t116"
), t61 AS MATERIALIZED (
  SELECT
    "t52"."kind",
    "t52"."occurred_s",
    COALESCE("t52"."into_id", "t52"."lead_id") AS "told_lead_id",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
  FROM "t46" AS "t52"
), t120 AS MATERIALIZED (
  SELECT
    "t116"."lead_id",
    "t116"."start_s",
    COALESCE("t116"."won_s", 9000000000) AS "won_s",
    COALESCE("t116"."revived_key", -9000000000000000000) AS "revived_key",
    "t116"."last_key"
  FROM "t115" AS "t116"
), t121 AS MATERIALIZED (
  SELECT
    "t61"."kind",
    "t61"."occurred_s",
    "t61"."told_lead_id",
    "t61"."key",
    "t120"."lead_id",
    "t120"."start_s",
    "t120"."won_s",
    "t120"."revived_key",
    "t120"."last_key"
  FROM t61 AS t61
  INNER JOIN t120 AS t120
    ON "t61"."told_lead_id" = "t120"."lead_id"
), t122 AS MATERIALIZED (
  SELECT
    *
  FROM t121 AS t121
  WHERE
    "t121"."occurred_s" >= "t121"."start_s"
), t124 AS MATERIALIZED (
  SELECT
    "t122"."told_lead_id",
    MIN(
      IIF(
        "t122"."kind" IN ('disqualified', 'lost', 'rejected')
        AND (
          "t122"."won_s" = 9000000000
        )
        AND (
          "t122"."key" > "t122"."revived_key"
        ),
        "t122"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        "t122"."kind" IN ('gave_up', 'recycled')
        AND (
          "t122"."key" > "t122"."revived_key"
        )
        AND (
          "t122"."key" > "t122"."last_key"
        ),
        "t122"."occurred_s",
        9000000000
      )
    ) AS "quit_s"
  FROM t122 AS t122
  GROUP BY
    1
), "t125" AS MATERIALIZED (
  SELECT
    "t119"."lead_id",
    "t119"."start_s",
    "t119"."points",
    "t119"."last_s",
    "t119"."last_key",
    "t119"."reply_s",
    "t119"."reply_key",
    "t119"."deal_s",
    "t119"."won_s",
    "t119"."revived_key",
    "t124"."told_lead_id",
    "t124"."lost_s",
    "t124"."quit_s"
  FROM t119 AS t119
  LEFT OUTER JOIN t124 AS t124
    ON "t119"."lead_id" = "t124"."told_lead_id"
), t129 AS MATERIALIZED (
  SELECT
    "t126"."lead_id",
    "t126"."start_s",
    "t126"."points",
    "t126"."last_s",
    "t126"."last_key",
    "t126"."reply_s",
    "t126"."reply_key",
    "t126"."deal_s",
    "t126"."won_s",
    "t126"."revived_key",
    COALESCE("t126"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t126"."quit_s", 9000000000) AS "quit_s"
  FROM "t125" AS "t126"
), t90 AS MATERIALIZED (
  SELECT
    "t86"."occurred_s",
    "t86"."key",
    "t86"."lead_id" AS "tried_id"
  FROM "t85" AS "t86"
  WHERE
    "t86"."occurred_s" >= COALESCE("t86"."hand_s", -9000000000)
    AND "t86"."is_try" = 1
), t130 AS MATERIALIZED (
  SELECT
    "t126"."lead_id",
    "t126"."reply_key",
    MIN("t126"."deal_s", COALESCE("t126"."lost_s", 9000000000)) AS "end_s"
  FROM "t125" AS "t126"
), t131 AS MATERIALIZED (
  SELECT
    "t90"."occurred_s",
    "t90"."key",
    "t90"."tried_id",
    "t130"."lead_id",
    "t130"."reply_key",
    "t130"."end_s"
  FROM t90 AS t90
  INNER JOIN t130 AS t130
    ON "t90"."tried_id" = "t130"."lead_id"
), t132 AS MATERIALIZED (
  SELECT
    *
  FROM t131 AS t131
  WHERE
    "t131"."key" <= "t131"."reply_key" AND "t131"."occurred_s" <= "t131"."end_s"
), t133 AS MATERIALIZED (
  SELECT
    "t132"."lead_id",
    COUNT(*) AS "k"
  FROM t132 AS t132
  GROUP BY
    1
), t135 AS MATERIALIZED (
  SELECT
    "t133"."k",
    "t133"."lead_id" AS "tried_lead_id"
  FROM t133 AS t133
), t83 AS MATERIALIZED (
  SELECT
    "t74"."lead_id" AS "origin_lead_id",
    COALESCE("t74"."source", 'unknown') AS "origin",
    IIF(
      "t74"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t74"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t74"."occurred_s" AS "origin_s",
    CAST("t74"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t71" AS "t74"
), t106 AS MATERIALIZED (
  SELECT
    "t83"."origin_lead_id",
    "t83"."origin",
    "t83"."found_by",
    "t83"."origin_s",
    "t83"."origin_month",
    "t103"."lead_id",
    "t103"."first_s",
    "t103"."first_month",
    "t103"."won_s",
    "t103"."lost_s",
    "t103"."back_s"
  FROM t83 AS t83
  LEFT OUTER JOIN "t96" AS "t103"
    ON "t83"."origin_lead_id" = "t103"."lead_id"
), t108 AS MATERIALIZED (
  SELECT
    COALESCE("t106"."won_s", 9000000000) AS "won_s",
    COALESCE("t106"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t106"."back_s", 9000000000) AS "back_s",
    "t106"."found_by",
    "t106"."origin_lead_id" AS "lead_id",
    "t106"."origin_s" AS "since_s",
    "t106"."origin_month" AS "month",
    "t106"."origin" AS "source"
  FROM t106 AS t106
), t80 AS MATERIALIZED (
  SELECT
    "t74"."lead_id" AS "origin_lead_id"
  FROM "t71" AS "t74"
), t105 AS MATERIALIZED (
  SELECT
    "t102"."lead_id",
    "t102"."first_s",
    "t102"."first_month",
    "t102"."won_s",
    "t102"."lost_s",
    "t102"."back_s",
    "t80"."origin_lead_id"
  FROM "t96" AS "t102"
  LEFT OUTER JOIN t80 AS t80
    ON "t102"."lead_id" = "t80"."origin_lead_id"
), t109 AS MATERIALIZED (
  SELECT
    COALESCE("t105"."won_s", 9000000000) AS "won_s",
    COALESCE("t105"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t105"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t105"."lead_id",
    "t105"."first_s" AS "since_s",
    "t105"."first_month" AS "month",
    'unknown' AS "source"
  FROM t105 AS t105
  WHERE
    COALESCE("t105"."origin_lead_id", 0) = 0
), t110 AS MATERIALIZED (
  SELECT
    *
  FROM t108 AS t108
  UNION ALL
  SELECT
    *
  FROM t109 AS t109
), t113 AS MATERIALIZED (
  SELECT
    "t110"."since_s",
    "t110"."source",
    "t110"."lead_id" AS "story_id"
  FROM t110 AS t110
), t136 AS MATERIALIZED (
  SELECT
    "t129"."lead_id",
    "t129"."start_s",
    "t129"."points",
    "t129"."last_s",
    "t129"."last_key",
    "t129"."reply_s",
    "t129"."reply_key",
    "t129"."deal_s",
    "t129"."won_s",
    "t129"."revived_key",
    "t129"."lost_s",
    "t129"."quit_s",
    "t135"."k",
    "t135"."tried_lead_id",
    "t113"."since_s",
    "t113"."source",
    "t113"."story_id"
  FROM t129 AS t129
  LEFT OUTER JOIN t135 AS t135
    ON "t129"."lead_id" = "t135"."tried_lead_id"
  INNER JOIN t113 AS t113
    ON "t129"."lead_id" = "t113"."story_id"
), t137 AS MATERIALIZED (
  SELECT
    "t136"."lead_id",
    "t136"."source",
    "t136"."reply_s",
    "t136"."deal_s",
    "t136"."won_s",
    "t136"."last_s",
    "t136"."lost_s",
    "t136"."quit_s",
    COALESCE("t136"."k", 0) AS "k",
    CASE
      WHEN "t136"."points" = -1000000
      THEN 'none'
      WHEN "t136"."points" < 40
      THEN '0-39'
      WHEN "t136"."points" < 60
      THEN '40-59'
      WHEN "t136"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM t136 AS t136
  WHERE
    IIF("t136"."start_s" > -9000000000, "t136"."start_s", "t136"."since_s") >= ${since_s}
    AND IIF("t136"."start_s" > -9000000000, "t136"."start_s", "t136"."since_s") < ${until_s}
)
SELECT
  "t137"."band",
  "t137"."source",
  "t137"."k",
  COUNT(*) AS "leads",
  COUNT(
    IIF(
      (
        MIN("t137"."reply_s", "t137"."deal_s") < 9000000000
      )
      AND (
        MIN("t137"."reply_s", "t137"."deal_s") <= "t137"."lost_s"
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "reply_event",
  COUNT(
    IIF(
      NOT (
        (
          MIN("t137"."reply_s", "t137"."deal_s") < 9000000000
        )
        AND (
          MIN("t137"."reply_s", "t137"."deal_s") <= "t137"."lost_s"
        )
      )
      AND (
        "t137"."lost_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "reply_lost",
  COUNT(
    IIF(
      NOT (
        (
          MIN("t137"."reply_s", "t137"."deal_s") < 9000000000
        )
        AND (
          MIN("t137"."reply_s", "t137"."deal_s") <= "t137"."lost_s"
        )
      )
      AND NOT (
        "t137"."lost_s" < 9000000000
      )
      AND (
        (
          "t137"."quit_s" < 9000000000
        )
        OR (
          (
            MIN("t137"."reply_s", "t137"."deal_s") = 9000000000
          )
          AND (
            "t137"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "reply_gave_up",
  COUNT(IIF("t137"."won_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "won_event",
  COUNT(
    IIF(
      NOT (
        "t137"."won_s" < 9000000000
      ) AND (
        "t137"."lost_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "won_lost",
  COUNT(
    IIF(
      NOT (
        "t137"."won_s" < 9000000000
      )
      AND NOT (
        "t137"."lost_s" < 9000000000
      )
      AND (
        (
          "t137"."quit_s" < 9000000000
        )
        OR (
          (
            MIN("t137"."reply_s", "t137"."deal_s") = 9000000000
          )
          AND (
            "t137"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "won_gave_up"
FROM t137 AS t137
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t8" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t7 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t16 AS MATERIALIZED (
  SELECT
    *
  FROM t7 AS t7
  WHERE
    NOT (
      "t7"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), "t29" AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    "t16"."occurred_s",
    CAST(IIF("t16"."kind" = 'merged', COALESCE("t16"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t16"."occurred_s" * 4000000000
    ) + "t16"."seq" AS "key"
  FROM t16 AS t16
), t31 AS MATERIALIZED (
  SELECT
    "t30"."lead_id",
    MAX("t30"."key") AS "last_key"
  FROM "t29" AS "t30"
  GROUP BY
    1
), t33 AS MATERIALIZED (
  SELECT
    *
  FROM "t29" AS "t30"
  WHERE
    "t30"."key" IN (
      SELECT
        "t31"."last_key"
      FROM t31 AS t31
    )
), t34 AS MATERIALIZED (
  SELECT
    *
  FROM t33 AS t33
  WHERE
    "t33"."target_id" <> 0 AND "t33"."target_id" <> "t33"."lead_id"
), "t35" AS MATERIALIZED (
  SELECT
    "t34"."lead_id" AS "gone_id",
    MAX("t34"."target_id") AS "into_id",
    MAX("t34"."occurred_s") AS "merged_s",
    MAX("t34"."key") AS "merged_key"
  FROM t34 AS t34
  GROUP BY
    1
), t1 AS MATERIALIZED (
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
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t23 AS MATERIALIZED (
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
), t39 AS MATERIALIZED (
  SELECT
    "t36"."gone_id" AS "via_id",
    "t36"."into_id" AS "onward_id"
  FROM "t35" AS "t36"
), t40 AS MATERIALIZED (
  SELECT
    "t37"."gone_id",
    "t37"."into_id",
    "t37"."merged_s",
    "t37"."merged_key",
    "t39"."via_id",
    "t39"."onward_id"
  FROM "t35" AS "t37"
  LEFT OUTER JOIN t39 AS t39
    ON "t37"."into_id" = "t39"."via_id"
), t42 AS MATERIALIZED (
  SELECT
    "t40"."gone_id",
    "t40"."merged_s",
    "t40"."merged_key",
    COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
  FROM t40 AS t40
), t43 AS MATERIALIZED (
  SELECT
    "t42"."gone_id",
    "t42"."merged_s",
    "t42"."merged_key",
    "t42"."into_id",
    "t39"."via_id",
    "t39"."onward_id"
  FROM t42 AS t42
  LEFT OUTER JOIN t39 AS t39
    ON "t42"."into_id" = "t39"."via_id"
), t45 AS MATERIALIZED (
  SELECT
    "t43"."gone_id",
    COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
  FROM t43 AS t43
), "t46" AS MATERIALIZED (
  SELECT
    "t23"."seq",
    "t23"."id",
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
    "t45"."gone_id",
    "t45"."into_id"
  FROM t23 AS t23
  LEFT OUTER JOIN t45 AS t45
    ON "t23"."lead_id" = "t45"."gone_id"
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('captured')
), t12 AS MATERIALIZED (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    NOT (
      "t3"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t25 AS MATERIALIZED (
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
), t48 AS MATERIALIZED (
  SELECT
    "t25"."seq",
    "t25"."id",
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
    "t45"."gone_id",
    "t45"."into_id"
  FROM t25 AS t25
  LEFT OUTER JOIN t45 AS t45
    ON "t25"."lead_id" = "t45"."gone_id"
), "t53" AS MATERIALIZED (
  SELECT
    COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
    "t48"."side",
    "t48"."source",
    "t48"."occurred_s",
    "t48"."occurred_month",
    (
      "t48"."occurred_s" * 4000000000
    ) + "t48"."seq" AS "key"
  FROM t48 AS t48
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t15 AS MATERIALIZED (
  SELECT
    *
  FROM t6 AS t6
  WHERE
    NOT (
      "t6"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t28 AS MATERIALIZED (
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
    "t15"."recorded_s",
    "t15"."pact_version"
  FROM t15 AS t15
  WHERE
    COALESCE("t15"."lead_id", 0) <> 0
), t51 AS MATERIALIZED (
  SELECT
    "t28"."seq",
    "t28"."id",
    "t28"."kind",
    "t28"."occurred_s",
    "t28"."occurred_month",
    "t28"."lead_id",
    "t28"."person_id",
    "t28"."side",
    "t28"."source",
    "t28"."value_code",
    "t28"."value_number",
    "t28"."points",
    "t28"."due_s",
    "t28"."worked_s",
    "t28"."recorded_s",
    "t28"."pact_version",
    "t45"."gone_id",
    "t45"."into_id"
  FROM t28 AS t28
  LEFT OUTER JOIN t45 AS t45
    ON "t28"."lead_id" = "t45"."gone_id"
), "t55" AS MATERIALIZED (
  SELECT
    COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
    "t51"."recorded_s",
    "t51"."occurred_s",
    (
      "t51"."occurred_s" * 4000000000
    ) + "t51"."seq" AS "key",
    COALESCE("t51"."points", -1000000) AS "points",
    COALESCE("t51"."pact_version", 0) AS "version"
  FROM t51 AS t51
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
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    NOT (
      "t4"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t26 AS MATERIALIZED (
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
    "t13"."worked_s"
  FROM t13 AS t13
  WHERE
    COALESCE("t13"."lead_id", 0) <> 0
), t49 AS MATERIALIZED (
  SELECT
    "t26"."seq",
    "t26"."id",
    "t26"."kind",
    "t26"."occurred_s",
    "t26"."occurred_month",
    "t26"."lead_id",
    "t26"."person_id",
    "t26"."side",
    "t26"."source",
    "t26"."value_code",
    "t26"."value_number",
    "t26"."points",
    "t26"."due_s",
    "t26"."worked_s",
    "t45"."gone_id",
    "t45"."into_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t45 AS t45
    ON "t26"."lead_id" = "t45"."gone_id"
), t63 AS MATERIALIZED (
  SELECT
    COALESCE("t49"."into_id", "t49"."lead_id") AS "lead_id",
    "t49"."kind",
    "t49"."occurred_s",
    "t49"."occurred_month",
    (
      "t49"."occurred_s" * 4000000000
    ) + "t49"."seq" AS "key",
    "t49"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t49"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t49"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t49 AS t49
), "t70" AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    MIN("t63"."occurred_s") AS "first_s",
    CAST(MIN("t63"."occurred_month") AS INTEGER) AS "first_month",
    MIN(IIF("t63"."kind" = 'won', "t63"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t63"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t63"."key",
        -9000000000000000000
      )
    ) AS "revived_key"
  FROM t63 AS t63
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t58"."lead_id" AS "first_lead_id",
    MIN("t58"."key") AS "first_key"
  FROM "t53" AS "t58"
  GROUP BY
    1
), "t71" AS MATERIALIZED (
  SELECT
    *
  FROM "t53" AS "t58"
  WHERE
    "t58"."key" IN (
      SELECT
        "t66"."first_key"
      FROM t66 AS t66
    )
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
), t11 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t24 AS MATERIALIZED (
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
), t47 AS MATERIALIZED (
  SELECT
    "t24"."seq",
    "t24"."id",
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
    "t45"."gone_id",
    "t45"."into_id"
  FROM t24 AS t24
  LEFT OUTER JOIN t45 AS t45
    ON "t24"."lead_id" = "t45"."gone_id"
), t65 AS MATERIALIZED (
  SELECT
    COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
    "t47"."occurred_s",
    (
      "t47"."occurred_s" * 4000000000
    ) + "t47"."seq" AS "key",
    IIF(
      "t47"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t47"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t47"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      "t47"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t47"."side" = 'sales'
      ),
      1,
      0
    ) AS "is_try"
  FROM t47 AS t47
), t67 AS MATERIALIZED (
  SELECT
    "t60"."lead_id" AS "first_lead_id",
    MIN("t60"."key") AS "first_key"
  FROM "t55" AS "t60"
  GROUP BY
    1
), t73 AS MATERIALIZED (
  SELECT
    *
  FROM "t55" AS "t60"
  WHERE
    "t60"."key" IN (
      SELECT
        "t67"."first_key"
      FROM t67 AS t67
    )
), t81 AS MATERIALIZED (
  SELECT
    "t73"."occurred_s" AS "hand_s",
    CAST("t73"."points" AS INTEGER) AS "points",
    "t73"."lead_id" AS "handed_lead_id"
  FROM t73 AS t73
), "t85" AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."occurred_s",
    "t65"."key",
    "t65"."is_talk",
    "t65"."is_try",
    "t81"."hand_s",
    "t81"."points",
    "t81"."handed_lead_id"
  FROM t65 AS t65
  LEFT OUTER JOIN t81 AS t81
    ON "t65"."lead_id" = "t81"."handed_lead_id"
), t89 AS MATERIALIZED (
  SELECT
    "t86"."lead_id",
    "t86"."occurred_s",
    "t86"."key",
    "t86"."is_talk",
    "t86"."is_try",
    COALESCE("t86"."hand_s", -9000000000) AS "start_s",
    COALESCE("t86"."points", -1000000) AS "points"
  FROM "t85" AS "t86"
  WHERE
    "t86"."occurred_s" >= COALESCE("t86"."hand_s", -9000000000)
), "t93" AS MATERIALIZED (
  SELECT
    "t89"."lead_id",
    MIN("t89"."start_s") AS "start_s",
    MIN("t89"."points") AS "points",
    MAX(IIF("t89"."is_try" = 1, "t89"."occurred_s", -9000000000)) AS "last_s",
    MAX(IIF("t89"."is_try" = 1, "t89"."key", -9000000000000000000)) AS "last_key",
    MIN(IIF("t89"."is_talk" = 1, "t89"."occurred_s", 9000000000)) AS "reply_s",
    MIN(IIF("t89"."is_talk" = 1, "t89"."key", 9000000000000000000)) AS "reply_key"
  FROM t89 AS t89
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t52"."kind",
    "t52"."occurred_s",
    COALESCE("t52"."into_id", "t52"."lead_id") AS "ended_lead_id",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
  FROM "t46" AS "t52"
), t78 AS MATERIALIZED (
  SELECT
    "t72"."lead_id",
    "t72"."won_s",
    "t72"."revived_key"
  FROM "t70" AS "t72"
), t84 AS MATERIALIZED (
  SELECT
    "t62"."kind",
    "t62"."occurred_s",
    "t62"."ended_lead_id",
    "t62"."key",
    "t78"."lead_id",
    "t78"."won_s",
    "t78"."revived_key"
  FROM t62 AS t62
  INNER JOIN t78 AS t78
    ON "t62"."ended_lead_id" = "t78"."lead_id"
), t87 AS MATERIALIZED (
  SELECT
    *
  FROM t84 AS t84
  WHERE
    "t84"."won_s" = 9000000000 AND "t84"."key" > "t84"."revived_key"
), t92 AS MATERIALIZED (
  SELECT
    "t87"."ended_lead_id",
    MIN(IIF("t87"."kind" IN ('disqualified', 'lost'), "t87"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t87"."kind" IN ('gave_up', 'recycled', 'rejected'), "t87"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t87 AS t87
  GROUP BY
    1
), t95 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    "t75"."first_s",
    "t75"."first_month",
    "t75"."won_s",
    "t75"."revived_key",
    "t92"."ended_lead_id",
    "t92"."lost_s",
    "t92"."back_s"
  FROM "t70" AS "t75"
  LEFT OUTER JOIN t92 AS t92
    ON "t75"."lead_id" = "t92"."ended_lead_id"
), "t96" AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."first_s",
    "t95"."first_month",
    "t95"."won_s",
    "t95"."lost_s",
    "t95"."back_s"
  FROM t95 AS t95
), t100 AS MATERIALIZED (
  SELECT
    *
  FROM "t93" AS "t94"
  WHERE
    "t94"."last_s" > -9000000000
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t5 AS t5
  WHERE
    NOT (
      "t5"."id" IN (
        SELECT
          *
        FROM "t8"
      )
    )
), t27 AS MATERIALIZED (
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
    "t14"."worked_s"
  FROM t14 AS t14
  WHERE
    COALESCE("t14"."lead_id", 0) <> 0
), t50 AS MATERIALIZED (
  SELECT
    "t27"."seq",
    "t27"."id",
    "t27"."kind",
    "t27"."occurred_s",
    "t27"."occurred_month",
    "t27"."lead_id",
    "t27"."person_id",
    "t27"."side",
    "t27"."source",
    "t27"."value_code",
    "t27"."value_number",
    "t27"."points",
    "t27"."due_s",
    "t27"."worked_s",
    "t45"."gone_id",
    "t45"."into_id"
  FROM t27 AS t27
  LEFT OUTER JOIN t45 AS t45
    ON "t27"."lead_id" = "t45"."gone_id"
), t59 AS MATERIALIZED (
  SELECT
    "t50"."kind",
    "t50"."occurred_s",
    COALESCE("t50"."into_id", "t50"."lead_id") AS "told_lead_id",
    (
      "t50"."occurred_s" * 4000000000
    ) + "t50"."seq" AS "key"
  FROM t50 AS t50
), t101 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."start_s"
  FROM "t93" AS "t94"
  WHERE
    "t94"."last_s" > -9000000000
), t104 AS MATERIALIZED (
  SELECT
    "t59"."kind",
    "t59"."occurred_s",
    "t59"."told_lead_id",
    "t59"."key",
    "t101"."lead_id",
    "t101"."start_s"
  FROM t59 AS t59
  INNER JOIN t101 AS t101
    ON "t59"."told_lead_id" = "t101"."lead_id"
), t107 AS MATERIALIZED (
  SELECT
    *
  FROM t104 AS t104
  WHERE
    "t104"."occurred_s" >= "t104"."start_s"
), t114 AS MATERIALIZED (
  SELECT
    "t107"."told_lead_id",
    MIN(IIF("t107"."kind" IN ('deal_opened', 'won'), "t107"."occurred_s", 9000000000)) AS "deal_s",
    MIN(IIF("t107"."kind" = 'won', "t107"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t107"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t107"."key",
        -9000000000000000000
      )
    ) AS "revived_key"
  FROM t107 AS t107
  GROUP BY
    1
), "t115" AS MATERIALIZED (
  SELECT
    "t100"."lead_id",
    "t100"."start_s",
    "t100"."points",
    "t100"."last_s",
    "t100"."last_key",
    "t100"."reply_s",
    "t100"."reply_key",
    "t114"."told_lead_id",
    "t114"."deal_s",
    "t114"."won_s",
    "t114"."revived_key"
  FROM t100 AS t100
  LEFT OUTER JOIN t114 AS t114
    ON "t100"."lead_id" = "t114"."told_lead_id"
), t119 AS MATERIALIZED (
  SELECT
    "t116"."lead_id",
    "t116"."start_s",
    "t116"."points",
    "t116"."last_s",
    "t116"."last_key",
    "t116"."reply_s",
    "t116"."reply_key",
    COALESCE("t116"."deal_s", 9000000000) AS "deal_s",
    COALESCE("t116"."won_s", 9000000000) AS "won_s",
    COALESCE("t116"."revived_key", -9000000000000000000) AS "revived_key"
  FROM "t115" AS "t116"
), t61 AS MATERIALIZED (
  SELECT
    "t52"."kind",
    "t52"."occurred_s",
    COALESCE("t52"."into_id", "t52"."lead_id") AS "told_lead_id",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
  FROM "t46" AS "t52"
), t120 AS MATERIALIZED (
  SELECT
    "t116"."lead_id",
    "t116"."start_s",
    COALESCE("t116"."won_s", 9000000000) AS "won_s",
    COALESCE("t116"."revived_key", -9000000000000000000) AS "revived_key",
    "t116"."last_key"
  FROM "t115" AS "t116"
), t121 AS MATERIALIZED (
  SELECT
    "t61"."kind",
    "t61"."occurred_s",
    "t61"."told_lead_id",
    "t61"."key",
    "t120"."lead_id",
    "t120"."start_s",
    "t120"."won_s",
    "t120"."revived_key",
    "t120"."last_key"
  FROM t61 AS t61
  INNER JOIN t120 AS t120
    ON "t61"."told_lead_id" = "t120"."lead_id"
), t122 AS MATERIALIZED (
  SELECT
    *
  FROM t121 AS t121
  WHERE
    "t121"."occurred_s" >= "t121"."start_s"
), t124 AS MATERIALIZED (
  SELECT
    "t122"."told_lead_id",
    MIN(
      IIF(
        "t122"."kind" IN ('disqualified', 'lost', 'rejected')
        AND (
          "t122"."won_s" = 9000000000
        )
        AND (
          "t122"."key" > "t122"."revived_key"
        ),
        "t122"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        "t122"."kind" IN ('gave_up', 'recycled')
        AND (
          "t122"."key" > "t122"."revived_key"
        )
        AND (
          "t122"."key" > "t122"."last_key"
        ),
        "t122"."occurred_s",
        9000000000
      )
    ) AS "quit_s"
  FROM t122 AS t122
  GROUP BY
    1
), "t125" AS MATERIALIZED (
  SELECT
    "t119"."lead_id",
    "t119"."start_s",
    "t119"."points",
    "t119"."last_s",
    "t119"."last_key",
    "t119"."reply_s",
    "t119"."reply_key",
    "t119"."deal_s",
    "t119"."won_s",
    "t119"."revived_key",
    "t124"."told_lead_id",
    "t124"."lost_s",
    "t124"."quit_s"
  FROM t119 AS t119
  LEFT OUTER JOIN t124 AS t124
    ON "t119"."lead_id" = "t124"."told_lead_id"
), t129 AS MATERIALIZED (
  SELECT
    "t126"."lead_id",
    "t126"."start_s",
    "t126"."points",
    "t126"."last_s",
    "t126"."last_key",
    "t126"."reply_s",
    "t126"."reply_key",
    "t126"."deal_s",
    "t126"."won_s",
    "t126"."revived_key",
    COALESCE("t126"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t126"."quit_s", 9000000000) AS "quit_s"
  FROM "t125" AS "t126"
), t90 AS MATERIALIZED (
  SELECT
    "t86"."occurred_s",
    "t86"."key",
    "t86"."lead_id" AS "tried_id"
  FROM "t85" AS "t86"
  WHERE
    "t86"."occurred_s" >= COALESCE("t86"."hand_s", -9000000000)
    AND "t86"."is_try" = 1
), t130 AS MATERIALIZED (
  SELECT
    "t126"."lead_id",
    "t126"."reply_key",
    MIN("t126"."deal_s", COALESCE("t126"."lost_s", 9000000000)) AS "end_s"
  FROM "t125" AS "t126"
), t131 AS MATERIALIZED (
  SELECT
    "t90"."occurred_s",
    "t90"."key",
    "t90"."tried_id",
    "t130"."lead_id",
    "t130"."reply_key",
    "t130"."end_s"
  FROM t90 AS t90
  INNER JOIN t130 AS t130
    ON "t90"."tried_id" = "t130"."lead_id"
), t132 AS MATERIALIZED (
  SELECT
    *
  FROM t131 AS t131
  WHERE
    "t131"."key" <= "t131"."reply_key" AND "t131"."occurred_s" <= "t131"."end_s"
), t133 AS MATERIALIZED (
  SELECT
    "t132"."lead_id",
    COUNT(*) AS "k"
  FROM t132 AS t132
  GROUP BY
    1
), t135 AS MATERIALIZED (
  SELECT
    "t133"."k",
    "t133"."lead_id" AS "tried_lead_id"
  FROM t133 AS t133
), t83 AS MATERIALIZED (
  SELECT
    "t74"."lead_id" AS "origin_lead_id",
    COALESCE("t74"."source", 'unknown') AS "origin",
    IIF(
      "t74"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t74"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t74"."occurred_s" AS "origin_s",
    CAST("t74"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t71" AS "t74"
), t106 AS MATERIALIZED (
  SELECT
    "t83"."origin_lead_id",
    "t83"."origin",
    "t83"."found_by",
    "t83"."origin_s",
    "t83"."origin_month",
    "t103"."lead_id",
    "t103"."first_s",
    "t103"."first_month",
    "t103"."won_s",
    "t103"."lost_s",
    "t103"."back_s"
  FROM t83 AS t83
  LEFT OUTER JOIN "t96" AS "t103"
    ON "t83"."origin_lead_id" = "t103"."lead_id"
), t108 AS MATERIALIZED (
  SELECT
    COALESCE("t106"."won_s", 9000000000) AS "won_s",
    COALESCE("t106"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t106"."back_s", 9000000000) AS "back_s",
    "t106"."found_by",
    "t106"."origin_lead_id" AS "lead_id",
    "t106"."origin_s" AS "since_s",
    "t106"."origin_month" AS "month",
    "t106"."origin" AS "source"
  FROM t106 AS t106
), t80 AS MATERIALIZED (
  SELECT
    "t74"."lead_id" AS "origin_lead_id"
  FROM "t71" AS "t74"
), t105 AS MATERIALIZED (
  SELECT
    "t102"."lead_id",
    "t102"."first_s",
    "t102"."first_month",
    "t102"."won_s",
    "t102"."lost_s",
    "t102"."back_s",
    "t80"."origin_lead_id"
  FROM "t96" AS "t102"
  LEFT OUTER JOIN t80 AS t80
    ON "t102"."lead_id" = "t80"."origin_lead_id"
), t109 AS MATERIALIZED (
  SELECT
    COALESCE("t105"."won_s", 9000000000) AS "won_s",
    COALESCE("t105"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t105"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t105"."lead_id",
    "t105"."first_s" AS "since_s",
    "t105"."first_month" AS "month",
    'unknown' AS "source"
  FROM t105 AS t105
  WHERE
    COALESCE("t105"."origin_lead_id", 0) = 0
), t110 AS MATERIALIZED (
  SELECT
    *
  FROM t108 AS t108
  UNION ALL
  SELECT
    *
  FROM t109 AS t109
), t113 AS MATERIALIZED (
  SELECT
    "t110"."since_s",
    "t110"."source",
    "t110"."lead_id" AS "story_id"
  FROM t110 AS t110
), t136 AS MATERIALIZED (
  SELECT
    "t129"."lead_id",
    "t129"."start_s",
    "t129"."points",
    "t129"."last_s",
    "t129"."last_key",
    "t129"."reply_s",
    "t129"."reply_key",
    "t129"."deal_s",
    "t129"."won_s",
    "t129"."revived_key",
    "t129"."lost_s",
    "t129"."quit_s",
    "t135"."k",
    "t135"."tried_lead_id",
    "t113"."since_s",
    "t113"."source",
    "t113"."story_id"
  FROM t129 AS t129
  LEFT OUTER JOIN t135 AS t135
    ON "t129"."lead_id" = "t135"."tried_lead_id"
  INNER JOIN t113 AS t113
    ON "t129"."lead_id" = "t113"."story_id"
), t137 AS MATERIALIZED (
  SELECT
    "t136"."source",
    "t136"."won_s",
    COALESCE("t136"."k", 0) AS "k",
    "t136"."lost_s",
    MIN("t136"."reply_s", "t136"."deal_s") AS "reply_s"
  FROM t136 AS t136
  WHERE
    IIF("t136"."start_s" > -9000000000, "t136"."start_s", "t136"."since_s") >= ${since_s}
    AND IIF("t136"."start_s" > -9000000000, "t136"."start_s", "t136"."since_s") < ${until_s}
    AND COALESCE("t136"."k", 0) > 0
    AND MIN("t136"."reply_s", "t136"."deal_s") < 9000000000
    AND MIN("t136"."reply_s", "t136"."deal_s") <= "t136"."lost_s"
), t138 AS MATERIALIZED (
  SELECT
    "t137"."source",
    "t137"."won_s" < 9000000000 AS "is_won",
    (
      "t137"."lost_s" < 9000000000
    ) AND NOT (
      "t137"."won_s" < 9000000000
    ) AS "is_lost",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) < "t137"."reply_s",
        0,
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) - "t137"."reply_s"
      ) - IIF(
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) < "t137"."reply_s",
        0,
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) - "t137"."reply_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) < "t137"."reply_s",
        0,
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) - "t137"."reply_s"
      ) - IIF(
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) < "t137"."reply_s",
        0,
        IIF(
          "t137"."won_s" < 9000000000,
          "t137"."won_s",
          IIF("t137"."lost_s" < 9000000000, "t137"."lost_s", ${as_of_s})
        ) - "t137"."reply_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t137 AS t137
)
SELECT
  "t138"."source",
  "t138"."days",
  COUNT(*) AS "leads",
  COUNT(IIF("t138"."is_won", 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(IIF("t138"."is_lost", 1, CAST(NULL AS INTEGER))) AS "lost"
FROM t138 AS t138
GROUP BY
  1,
  2
