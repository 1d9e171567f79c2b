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
    ) AS "revived_key"
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
    "t63"."lost_s",
    "t63"."back_s"
  FROM t54 AS t54
  LEFT OUTER JOIN "t60" AS "t63"
    ON "t54"."origin_lead_id" = "t63"."lead_id"
), t66 AS MATERIALIZED (
  SELECT
    COALESCE("t65"."won_s", 9000000000) AS "won_s",
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
    "t62"."lost_s",
    "t62"."back_s",
    "t52"."origin_lead_id"
  FROM "t60" AS "t62"
  LEFT OUTER JOIN t52 AS t52
    ON "t62"."lead_id" = "t52"."origin_lead_id"
), t67 AS MATERIALIZED (
  SELECT
    COALESCE("t64"."won_s", 9000000000) AS "won_s",
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
), t68 AS MATERIALIZED (
  SELECT
    *
  FROM t66 AS t66
  UNION ALL
  SELECT
    *
  FROM t67 AS t67
), t69 AS MATERIALIZED (
  SELECT
    "t68"."source",
    "t68"."found_by",
    "t68"."since_s",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) - IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) - IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    "t68"."won_s" < 9000000000 AS "is_won",
    (
      "t68"."lost_s" < 9000000000
    ) AND NOT (
      "t68"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t68"."lost_s" < 9000000000
    )
    AND (
      "t68"."back_s" < 9000000000
    )
    AND NOT (
      "t68"."won_s" < 9000000000
    ) AS "is_back",
    "t68"."won_s" < "t68"."since_s" AS "is_early",
    CAST(CAST((
      ${as_of_s} - "t68"."since_s"
    ) - (
      ${as_of_s} - "t68"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30 AS "is_ripe_30",
    CAST(CAST((
      ${as_of_s} - "t68"."since_s"
    ) - (
      ${as_of_s} - "t68"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60 AS "is_ripe_60",
    CAST(CAST((
      ${as_of_s} - "t68"."since_s"
    ) - (
      ${as_of_s} - "t68"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90 AS "is_ripe_90",
    CAST(CAST((
      ${as_of_s} - "t68"."since_s"
    ) - (
      ${as_of_s} - "t68"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        ${as_of_s} - "t68"."since_s"
      ) - (
        ${as_of_s} - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) - IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        ${as_of_s} - "t68"."since_s"
      ) - (
        ${as_of_s} - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) - IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        ${as_of_s} - "t68"."since_s"
      ) - (
        ${as_of_s} - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) - IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        ${as_of_s} - "t68"."since_s"
      ) - (
        ${as_of_s} - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) - IIF(
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) < "t68"."since_s",
        0,
        IIF(
          "t68"."won_s" < 9000000000,
          "t68"."won_s",
          IIF(
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s") < 9000000000,
            IIF("t68"."lost_s" < "t68"."back_s", "t68"."lost_s", "t68"."back_s"),
            ${as_of_s}
          )
        ) - "t68"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 180
    ) AS "is_ripe_won_180"
  FROM t68 AS t68
  WHERE
    "t68"."since_s" >= ${since_s} AND "t68"."since_s" < ${until_s}
)
SELECT
  "t69"."source",
  "t69"."found_by",
  "t69"."days",
  COUNT(*) AS "leads",
  COUNT(IIF("t69"."is_won", 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(IIF("t69"."is_lost", 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(IIF("t69"."is_back", 1, CAST(NULL AS INTEGER))) AS "sent_back",
  COUNT(IIF("t69"."is_early", 1, CAST(NULL AS INTEGER))) AS "won_before_captured",
  MAX("t69"."since_s") AS "youngest_s",
  COUNT(IIF("t69"."is_ripe_30", 1, CAST(NULL AS INTEGER))) AS "ripe_30",
  COUNT(IIF("t69"."is_ripe_60", 1, CAST(NULL AS INTEGER))) AS "ripe_60",
  COUNT(IIF("t69"."is_ripe_90", 1, CAST(NULL AS INTEGER))) AS "ripe_90",
  COUNT(IIF("t69"."is_ripe_180", 1, CAST(NULL AS INTEGER))) AS "ripe_180",
  COUNT(IIF("t69"."is_ripe_won_30", 1, CAST(NULL AS INTEGER))) AS "ripe_won_30",
  COUNT(IIF("t69"."is_ripe_won_60", 1, CAST(NULL AS INTEGER))) AS "ripe_won_60",
  COUNT(IIF("t69"."is_ripe_won_90", 1, CAST(NULL AS INTEGER))) AS "ripe_won_90",
  COUNT(IIF("t69"."is_ripe_won_180", 1, CAST(NULL AS INTEGER))) AS "ripe_won_180"
FROM t69 AS t69
GROUP BY
  1,
  2,
  3
