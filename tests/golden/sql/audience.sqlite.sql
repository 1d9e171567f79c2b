-- levels
WITH "t4" AS MATERIALIZED (
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
        FROM "t4"
      )
    )
), "t13" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t17 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."occurred_s") AS "last_s"
  FROM "t13" AS "t14"
  GROUP BY
    1
), t18 AS MATERIALIZED (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s"
  FROM "t13" AS "t15"
  INNER JOIN t17 AS t17
    ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."seq") AS "last_seq"
  FROM t18 AS t18
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t14"
  WHERE
    "t14"."seq" IN (
      SELECT
        "t19"."last_seq"
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
    MAX("t22"."occurred_s") AS "merged_s"
  FROM t22 AS t22
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
      'action_done',
      'asked',
      'asset_sent',
      'asset_viewed',
      'call',
      'captured',
      'deal_opened',
      'described',
      'disqualified',
      'email',
      'email_clicked',
      'email_opened',
      'erased',
      'escalated',
      'event_visit',
      'form_filled',
      'gave_up',
      'handed_over',
      'kept_on',
      'lost',
      'meeting',
      'merged',
      'page_view',
      'promised',
      'qualified',
      'queued',
      'reassigned',
      'recycled',
      'referred',
      'rejected',
      'reminded',
      'scored',
      'social',
      'stage_changed',
      'unmerged',
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
        FROM "t4"
      )
    )
), t12 AS MATERIALIZED (
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
    "t7"."worked_s",
    "t7"."account_id"
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
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
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
), t35 AS MATERIALIZED (
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
    "t12"."worked_s",
    "t12"."account_id",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t33 AS t33
    ON "t12"."lead_id" = "t33"."gone_id"
), t36 AS MATERIALIZED (
  SELECT
    "t35"."seq",
    "t35"."id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."occurred_month",
    "t35"."person_id",
    "t35"."side",
    "t35"."source",
    "t35"."value_code",
    "t35"."value_number",
    "t35"."points",
    "t35"."due_s",
    "t35"."worked_s",
    "t35"."account_id",
    "t35"."lead_id" AS "own_lead_id",
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
  FROM t35 AS t35
  WHERE
    (
      COALESCE("t35"."account_id", 0) > 0
    )
    OR (
      (
        "t35"."occurred_s" >= IIF(
          ${since_s} > -9000000000,
          ${since_s},
          ${as_of_s} - 31536000
        )
      )
      AND (
        "t35"."occurred_s" < ${until_s}
      )
      AND "t35"."kind" IN ('page_view', 'form_filled', 'won')
    )
), t40 AS MATERIALIZED (
  SELECT
    "t36"."lead_id" AS "unit_lead_id",
    MAX(
      IIF(
        COALESCE("t36"."account_id", 0) > 0,
        CAST((
          "t36"."occurred_s" * 2147483648
        ) + "t36"."seq" + 1000000000000000000 AS TEXT) || CAST("t36"."account_id" AS TEXT),
        ''
      )
    ) AS "named",
    MAX(
      IIF(
        (
          "t36"."kind" = 'won'
        )
        AND (
          (
            "t36"."occurred_s" >= IIF(
              ${since_s} > -9000000000,
              ${since_s},
              ${as_of_s} - 31536000
            )
          )
          AND (
            "t36"."occurred_s" < ${until_s}
          )
        ),
        1,
        0
      )
    ) AS "is_customer",
    MAX(
      IIF(
        "t36"."kind" IN ('page_view', 'form_filled')
        AND (
          (
            "t36"."occurred_s" >= IIF(
              ${since_s} > -9000000000,
              ${since_s},
              ${as_of_s} - 31536000
            )
          )
          AND (
            "t36"."occurred_s" < ${until_s}
          )
        ),
        1,
        0
      )
    ) AS "is_visitor"
  FROM t36 AS t36
  GROUP BY
    1
), t41 AS MATERIALIZED (
  SELECT
    "t40"."unit_lead_id",
    "t40"."is_customer",
    "t40"."is_visitor",
    CAST(IIF(
      "t40"."named" = '',
      '0',
      SUBSTRING("t40"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t40"."named")))
    ) AS INTEGER) AS "account_id"
  FROM t40 AS t40
), t43 AS MATERIALIZED (
  SELECT
    "t41"."unit_lead_id",
    "t41"."is_customer",
    "t41"."is_visitor",
    IIF("t41"."account_id" > 0, (
      "t41"."account_id" * 2
    ) + 1, "t41"."unit_lead_id" * 2) AS "unit"
  FROM t41 AS t41
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), t11 AS MATERIALIZED (
  SELECT
    "t6"."seq",
    "t6"."id",
    "t6"."kind",
    "t6"."occurred_s",
    "t6"."occurred_month",
    "t6"."lead_id",
    "t6"."person_id",
    "t6"."side",
    "t6"."source",
    "t6"."value_code",
    "t6"."value_number",
    "t6"."points",
    "t6"."due_s",
    "t6"."worked_s",
    "t6"."field",
    "t6"."recorded_s"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
), t34 AS MATERIALIZED (
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
    "t11"."worked_s",
    "t11"."field",
    "t11"."recorded_s",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t33 AS t33
    ON "t11"."lead_id" = "t33"."gone_id"
), t37 AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."occurred_s",
    "t34"."recorded_s",
    "t34"."field",
    CAST((
      "t34"."occurred_s" * 2147483648
    ) + "t34"."seq" + 1000000000000000000 AS TEXT) || IIF(
      "t34"."field" = 'employees',
      CASE
        WHEN COALESCE("t34"."value_number", 0.0) < 1.0
        THEN 'unknown'
        WHEN COALESCE("t34"."value_number", 0.0) < 11.0
        THEN '1-10'
        WHEN COALESCE("t34"."value_number", 0.0) < 51.0
        THEN '11-50'
        WHEN COALESCE("t34"."value_number", 0.0) < 251.0
        THEN '51-250'
        WHEN COALESCE("t34"."value_number", 0.0) < 1001.0
        THEN '251-1000'
        ELSE '1001+'
      END,
      COALESCE("t34"."value_code", 'unknown')
    ) AS "named"
  FROM t34 AS t34
  WHERE
    COALESCE("t34"."field", '') IN (
      'segment',
      'industry',
      'employees',
      'country',
      'region',
      'language',
      'budget',
      'authority',
      'tool_today'
    )
), t39 AS MATERIALIZED (
  SELECT
    "t37"."lead_id" AS "value_lead_id",
    MAX(IIF("t37"."field" = 'segment', "t37"."named", '')) AS "named_segment",
    MAX(IIF("t37"."field" = 'industry', "t37"."named", '')) AS "named_industry",
    MAX(IIF("t37"."field" = 'employees', "t37"."named", '')) AS "named_employees",
    MAX(IIF("t37"."field" = 'country', "t37"."named", '')) AS "named_country",
    MAX(IIF("t37"."field" = 'region', "t37"."named", '')) AS "named_region",
    MAX(IIF("t37"."field" = 'language', "t37"."named", '')) AS "named_language",
    MAX(IIF("t37"."field" = 'budget', "t37"."named", '')) AS "named_budget",
    MAX(IIF("t37"."field" = 'authority', "t37"."named", '')) AS "named_authority",
    MAX(IIF("t37"."field" = 'tool_today', "t37"."named", '')) AS "named_tool_today"
  FROM t37 AS t37
  GROUP BY
    1
), t44 AS MATERIALIZED (
  SELECT
    "t43"."unit_lead_id",
    "t43"."is_customer",
    "t43"."is_visitor",
    "t43"."unit",
    "t39"."value_lead_id",
    "t39"."named_segment",
    "t39"."named_industry",
    "t39"."named_employees",
    "t39"."named_country",
    "t39"."named_region",
    "t39"."named_language",
    "t39"."named_budget",
    "t39"."named_authority",
    "t39"."named_tool_today"
  FROM t43 AS t43
  LEFT OUTER JOIN t39 AS t39
    ON "t43"."unit_lead_id" = "t39"."value_lead_id"
), "t45" AS MATERIALIZED (
  SELECT
    "t44"."unit",
    MAX("t44"."is_customer") AS "is_customer",
    MAX("t44"."is_visitor") AS "is_visitor",
    MAX(COALESCE("t44"."named_segment", '')) AS "named_segment",
    MAX(COALESCE("t44"."named_industry", '')) AS "named_industry",
    MAX(COALESCE("t44"."named_employees", '')) AS "named_employees",
    MAX(COALESCE("t44"."named_country", '')) AS "named_country",
    MAX(COALESCE("t44"."named_region", '')) AS "named_region",
    MAX(COALESCE("t44"."named_language", '')) AS "named_language",
    MAX(COALESCE("t44"."named_budget", '')) AS "named_budget",
    MAX(COALESCE("t44"."named_authority", '')) AS "named_authority",
    MAX(COALESCE("t44"."named_tool_today", '')) AS "named_tool_today"
  FROM t44 AS t44
  GROUP BY
    1
), t47 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'employees' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_employees", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_employees", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t48 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'country' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_country", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_country", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t56 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
  UNION ALL
  SELECT
    *
  FROM t48 AS t48
), t49 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'region' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_region", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_region", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t50 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'language' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_language", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_language", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t57 AS MATERIALIZED (
  SELECT
    *
  FROM t49 AS t49
  UNION ALL
  SELECT
    *
  FROM t50 AS t50
), t60 AS MATERIALIZED (
  SELECT
    *
  FROM t56 AS t56
  UNION ALL
  SELECT
    *
  FROM t57 AS t57
), t51 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'budget' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_budget", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_budget", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t52 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'authority' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_authority", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_authority", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t58 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
  UNION ALL
  SELECT
    *
  FROM t52 AS t52
), t53 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'tool_today' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_tool_today", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_tool_today", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t54 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'segment' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_segment", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_segment", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t55 AS MATERIALIZED (
  SELECT
    "t46"."is_customer",
    'industry' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t46"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_industry", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t46"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t46"."named_industry", '')))
      )
    ) AS "level"
  FROM "t45" AS "t46"
  WHERE
    (
      "t46"."is_customer" = 1
    ) OR (
      "t46"."is_visitor" = 1
    )
), t59 AS MATERIALIZED (
  SELECT
    *
  FROM t54 AS t54
  UNION ALL
  SELECT
    *
  FROM t55 AS t55
), t61 AS MATERIALIZED (
  SELECT
    *
  FROM t53 AS t53
  UNION ALL
  SELECT
    *
  FROM t59 AS t59
), t62 AS MATERIALIZED (
  SELECT
    *
  FROM t58 AS t58
  UNION ALL
  SELECT
    *
  FROM t61 AS t61
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t60 AS t60
  UNION ALL
  SELECT
    *
  FROM t62 AS t62
)
SELECT
  "t63"."field",
  "t63"."level",
  "t63"."is_customer",
  COUNT(*) AS "accounts"
FROM t63 AS t63
GROUP BY
  1,
  2,
  3
