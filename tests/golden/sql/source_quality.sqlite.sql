-- ages
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
    ) AS "revived_key"
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
    "t67"."lost_s",
    "t67"."back_s"
  FROM t58 AS t58
  LEFT OUTER JOIN "t64" AS "t67"
    ON "t58"."origin_lead_id" = "t67"."lead_id"
), t70 AS MATERIALIZED (
  SELECT
    COALESCE("t69"."won_s", 9000000000) AS "won_s",
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
    "t66"."lost_s",
    "t66"."back_s",
    "t56"."origin_lead_id"
  FROM "t64" AS "t66"
  LEFT OUTER JOIN t56 AS t56
    ON "t66"."lead_id" = "t56"."origin_lead_id"
), t71 AS MATERIALIZED (
  SELECT
    COALESCE("t68"."won_s", 9000000000) AS "won_s",
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
), t72 AS MATERIALIZED (
  SELECT
    *
  FROM t70 AS t70
  UNION ALL
  SELECT
    *
  FROM t71 AS t71
), t73 AS MATERIALIZED (
  SELECT
    "t72"."source",
    "t72"."found_by",
    "t72"."since_s",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) - IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) - IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    "t72"."won_s" < 9000000000 AS "is_won",
    (
      "t72"."lost_s" < 9000000000
    ) AND NOT (
      "t72"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t72"."lost_s" < 9000000000
    )
    AND (
      "t72"."back_s" < 9000000000
    )
    AND NOT (
      "t72"."won_s" < 9000000000
    ) AS "is_back",
    "t72"."won_s" < "t72"."since_s" AS "is_early",
    CAST(CAST((
      ${as_of_s} - "t72"."since_s"
    ) - (
      ${as_of_s} - "t72"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30 AS "is_ripe_30",
    CAST(CAST((
      ${as_of_s} - "t72"."since_s"
    ) - (
      ${as_of_s} - "t72"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60 AS "is_ripe_60",
    CAST(CAST((
      ${as_of_s} - "t72"."since_s"
    ) - (
      ${as_of_s} - "t72"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90 AS "is_ripe_90",
    CAST(CAST((
      ${as_of_s} - "t72"."since_s"
    ) - (
      ${as_of_s} - "t72"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        ${as_of_s} - "t72"."since_s"
      ) - (
        ${as_of_s} - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) - IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        ${as_of_s} - "t72"."since_s"
      ) - (
        ${as_of_s} - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) - IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        ${as_of_s} - "t72"."since_s"
      ) - (
        ${as_of_s} - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) - IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        ${as_of_s} - "t72"."since_s"
      ) - (
        ${as_of_s} - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) - IIF(
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) < "t72"."since_s",
        0,
        IIF(
          "t72"."won_s" < 9000000000,
          "t72"."won_s",
          IIF(
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s") < 9000000000,
            IIF("t72"."lost_s" < "t72"."back_s", "t72"."lost_s", "t72"."back_s"),
            ${as_of_s}
          )
        ) - "t72"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 180
    ) AS "is_ripe_won_180"
  FROM t72 AS t72
  WHERE
    "t72"."since_s" >= ${since_s} AND "t72"."since_s" < ${until_s}
)
SELECT
  "t73"."source",
  "t73"."found_by",
  "t73"."days",
  COUNT(*) AS "leads",
  COUNT(IIF("t73"."is_won", 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(IIF("t73"."is_lost", 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(IIF("t73"."is_back", 1, CAST(NULL AS INTEGER))) AS "sent_back",
  COUNT(IIF("t73"."is_early", 1, CAST(NULL AS INTEGER))) AS "won_before_captured",
  MAX("t73"."since_s") AS "youngest_s",
  COUNT(IIF("t73"."is_ripe_30", 1, CAST(NULL AS INTEGER))) AS "ripe_30",
  COUNT(IIF("t73"."is_ripe_60", 1, CAST(NULL AS INTEGER))) AS "ripe_60",
  COUNT(IIF("t73"."is_ripe_90", 1, CAST(NULL AS INTEGER))) AS "ripe_90",
  COUNT(IIF("t73"."is_ripe_180", 1, CAST(NULL AS INTEGER))) AS "ripe_180",
  COUNT(IIF("t73"."is_ripe_won_30", 1, CAST(NULL AS INTEGER))) AS "ripe_won_30",
  COUNT(IIF("t73"."is_ripe_won_60", 1, CAST(NULL AS INTEGER))) AS "ripe_won_60",
  COUNT(IIF("t73"."is_ripe_won_90", 1, CAST(NULL AS INTEGER))) AS "ripe_won_90",
  COUNT(IIF("t73"."is_ripe_won_180", 1, CAST(NULL AS INTEGER))) AS "ripe_won_180"
FROM t73 AS t73
GROUP BY
  1,
  2,
  3
