-- ages
WITH "t5" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t8 AS MATERIALIZED (
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
), "t11" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t15 AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    MAX("t12"."occurred_s") AS "last_s"
  FROM "t11" AS "t12"
  GROUP BY
    1
), t16 AS MATERIALIZED (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s"
  FROM "t11" AS "t13"
  INNER JOIN t15 AS t15
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
), t17 AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    MAX("t16"."seq") AS "last_seq"
  FROM t16 AS t16
  GROUP BY
    1
), t19 AS MATERIALIZED (
  SELECT
    *
  FROM "t11" AS "t12"
  WHERE
    "t12"."seq" IN (
      SELECT
        "t17"."last_seq"
      FROM t17 AS t17
    )
), t20 AS MATERIALIZED (
  SELECT
    *
  FROM t19 AS t19
  WHERE
    "t19"."target_id" <> 0 AND "t19"."target_id" <> "t19"."lead_id"
), "t21" AS MATERIALIZED (
  SELECT
    "t20"."lead_id" AS "gone_id",
    MAX("t20"."target_id") AS "into_id",
    MAX("t20"."occurred_s") AS "merged_s"
  FROM t20 AS t20
  GROUP BY
    1
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
      'captured',
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
), t7 AS MATERIALIZED (
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
), t10 AS MATERIALIZED (
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
), t25 AS MATERIALIZED (
  SELECT
    "t22"."gone_id" AS "via_id",
    "t22"."into_id" AS "onward_id"
  FROM "t21" AS "t22"
), t26 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    "t23"."into_id",
    "t23"."merged_s",
    "t25"."via_id",
    "t25"."onward_id"
  FROM "t21" AS "t23"
  LEFT OUTER JOIN t25 AS t25
    ON "t23"."into_id" = "t25"."via_id"
), t28 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
  FROM t26 AS t26
), t29 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."into_id",
    "t25"."via_id",
    "t25"."onward_id"
  FROM t28 AS t28
  LEFT OUTER JOIN t25 AS t25
    ON "t28"."into_id" = "t25"."via_id"
), t31 AS MATERIALIZED (
  SELECT
    "t29"."gone_id",
    COALESCE("t29"."onward_id", "t29"."into_id") AS "into_id"
  FROM t29 AS t29
), "t32" AS MATERIALIZED (
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
    "t10"."worked_s",
    "t31"."gone_id",
    "t31"."into_id"
  FROM t10 AS t10
  LEFT OUTER JOIN t31 AS t31
    ON "t10"."lead_id" = "t31"."gone_id"
), t36 AS MATERIALIZED (
  SELECT
    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."seq",
    IIF(
      "t33"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t33"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t33"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk"
  FROM "t32" AS "t33"
), "t37" AS MATERIALIZED (
  SELECT
    "t36"."lead_id",
    MIN(IIF("t36"."kind" = 'captured', "t36"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t36"."occurred_s") AS "any_s",
    MIN(IIF("t36"."kind" = 'won', "t36"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t36"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t36"."occurred_s",
        -9000000000
      )
    ) AS "revived_s"
  FROM t36 AS t36
  GROUP BY
    1
), t42 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."won_s",
    IIF("t38"."captured_s" < 9000000000, "t38"."captured_s", "t38"."any_s") AS "since_s"
  FROM "t37" AS "t38"
), t35 AS MATERIALIZED (
  SELECT
    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."seq"
  FROM "t32" AS "t33"
), t40 AS MATERIALIZED (
  SELECT
    *
  FROM "t37" AS "t38"
), t43 AS MATERIALIZED (
  SELECT
    "t35"."lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."seq",
    "t40"."captured_s",
    "t40"."any_s",
    "t40"."won_s",
    "t40"."revived_s"
  FROM t35 AS t35
  INNER JOIN t40 AS t40
    ON "t35"."lead_id" = "t40"."lead_id"
), t44 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."kind",
    "t43"."occurred_s",
    "t43"."seq",
    IIF(
      (
        (
          "t43"."kind" = 'captured'
        ) AND (
          "t43"."occurred_s" = "t43"."captured_s"
        )
      )
      OR (
        (
          "t43"."captured_s" = 9000000000
        )
        AND (
          "t43"."occurred_s" = "t43"."any_s"
        )
      ),
      1,
      0
    ) AS "is_first",
    IIF(
      "t43"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
      AND (
        "t43"."occurred_s" >= "t43"."revived_s"
      )
      AND (
        "t43"."won_s" = 9000000000
      ),
      1,
      0
    ) AS "is_end"
  FROM t43 AS t43
), t45 AS MATERIALIZED (
  SELECT
    *
  FROM t44 AS t44
  WHERE
    (
      "t44"."is_first" = 1
    ) OR (
      "t44"."is_end" = 1
    )
), t47 AS MATERIALIZED (
  SELECT
    "t45"."lead_id" AS "story_lead_id",
    MIN(IIF("t45"."is_first" = 1, "t45"."seq", 9000000000000000000)) AS "first_seq",
    MIN(
      IIF(
        (
          "t45"."is_end" = 1
        ) AND "t45"."kind" IN ('disqualified', 'lost'),
        "t45"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        (
          "t45"."is_end" = 1
        ) AND "t45"."kind" IN ('gave_up', 'recycled', 'rejected'),
        "t45"."occurred_s",
        9000000000
      )
    ) AS "back_s"
  FROM t45 AS t45
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."won_s",
    "t42"."since_s",
    "t47"."story_lead_id",
    "t47"."first_seq",
    "t47"."lost_s",
    "t47"."back_s"
  FROM t42 AS t42
  INNER JOIN t47 AS t47
    ON "t42"."lead_id" = "t47"."story_lead_id"
), t50 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."won_s",
    "t48"."since_s",
    "t48"."first_seq",
    "t48"."lost_s",
    "t48"."back_s"
  FROM t48 AS t48
), t4 AS MATERIALIZED (
  SELECT
    "t0"."seq",
    "t0"."kind",
    "t0"."side",
    "t0"."source",
    "t0"."occurred_month"
  FROM "facts" AS "t0"
  WHERE
    "t0"."kind" IN (
      'captured',
      'qualified',
      'won',
      'call',
      'email',
      'meeting',
      'social',
      'disqualified',
      'lost',
      'gave_up',
      'recycled',
      'rejected',
      'accepted',
      'deal_opened',
      'handed_over',
      'woken'
    )
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."since_s",
    "t50"."first_seq",
    "t50"."lost_s",
    "t50"."back_s",
    "t4"."seq",
    "t4"."kind",
    "t4"."side",
    "t4"."source",
    "t4"."occurred_month"
  FROM t50 AS t50
  INNER JOIN t4 AS t4
    ON "t50"."first_seq" = "t4"."seq"
), t52 AS MATERIALIZED (
  SELECT
    IIF("t51"."kind" = 'captured', COALESCE("t51"."source", 'unknown'), 'unknown') AS "source",
    IIF(
      "t51"."kind" = 'captured',
      IIF(
        "t51"."side" IN ('buyer', 'marketing'),
        'marketing',
        IIF("t51"."side" = 'sales', 'sales', 'unknown')
      ),
      'unknown'
    ) AS "found_by",
    "t51"."since_s",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) - IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) - IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    "t51"."won_s" < 9000000000 AS "is_won",
    (
      "t51"."lost_s" < 9000000000
    ) AND NOT (
      "t51"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t51"."lost_s" < 9000000000
    )
    AND (
      "t51"."back_s" < 9000000000
    )
    AND NOT (
      "t51"."won_s" < 9000000000
    ) AS "is_back",
    "t51"."won_s" < "t51"."since_s" AS "is_early",
    CAST(CAST((
      ${as_of_s} - "t51"."since_s"
    ) - (
      ${as_of_s} - "t51"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30 AS "is_ripe_30",
    CAST(CAST((
      ${as_of_s} - "t51"."since_s"
    ) - (
      ${as_of_s} - "t51"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60 AS "is_ripe_60",
    CAST(CAST((
      ${as_of_s} - "t51"."since_s"
    ) - (
      ${as_of_s} - "t51"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90 AS "is_ripe_90",
    CAST(CAST((
      ${as_of_s} - "t51"."since_s"
    ) - (
      ${as_of_s} - "t51"."since_s"
    ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        ${as_of_s} - "t51"."since_s"
      ) - (
        ${as_of_s} - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 30
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) - IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        ${as_of_s} - "t51"."since_s"
      ) - (
        ${as_of_s} - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 60
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) - IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        ${as_of_s} - "t51"."since_s"
      ) - (
        ${as_of_s} - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 90
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) - IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        ${as_of_s} - "t51"."since_s"
      ) - (
        ${as_of_s} - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) >= 180
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) - IIF(
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) < "t51"."since_s",
        0,
        IIF(
          "t51"."won_s" < 9000000000,
          "t51"."won_s",
          IIF(
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s") < 9000000000,
            IIF("t51"."lost_s" < "t51"."back_s", "t51"."lost_s", "t51"."back_s"),
            ${as_of_s}
          )
        ) - "t51"."since_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) <= 180
    ) AS "is_ripe_won_180"
  FROM t51 AS t51
  WHERE
    "t51"."since_s" >= ${since_s} AND "t51"."since_s" < ${until_s}
)
SELECT
  "t52"."source",
  "t52"."found_by",
  "t52"."days",
  COUNT(*) AS "leads",
  SUM(IIF("t52"."is_won", 1, 0)) AS "won",
  SUM(IIF("t52"."is_lost", 1, 0)) AS "lost",
  SUM(IIF("t52"."is_back", 1, 0)) AS "sent_back",
  SUM(IIF("t52"."is_early", 1, 0)) AS "won_before_captured",
  MAX("t52"."since_s") AS "youngest_s",
  SUM(IIF("t52"."is_ripe_30", 1, 0)) AS "ripe_30",
  SUM(IIF("t52"."is_ripe_60", 1, 0)) AS "ripe_60",
  SUM(IIF("t52"."is_ripe_90", 1, 0)) AS "ripe_90",
  SUM(IIF("t52"."is_ripe_180", 1, 0)) AS "ripe_180",
  SUM(IIF("t52"."is_ripe_won_30", 1, 0)) AS "ripe_won_30",
  SUM(IIF("t52"."is_ripe_won_60", 1, 0)) AS "ripe_won_60",
  SUM(IIF("t52"."is_ripe_won_90", 1, 0)) AS "ripe_won_90",
  SUM(IIF("t52"."is_ripe_won_180", 1, 0)) AS "ripe_won_180"
FROM t52 AS t52
GROUP BY
  1,
  2,
  3
