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
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t8"."occurred_s" * 4000000000
    ) + "t8"."seq" AS "key"
  FROM t8 AS t8
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."key") AS "last_key"
  FROM "t13" AS "t14"
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t14"
  WHERE
    "t14"."key" IN (
      SELECT
        "t15"."last_key"
      FROM t15 AS t15
    )
), t18 AS MATERIALIZED (
  SELECT
    *
  FROM t17 AS t17
  WHERE
    "t17"."target_id" <> 0 AND "t17"."target_id" <> "t17"."lead_id"
), "t19" AS MATERIALIZED (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s",
    MAX("t18"."key") AS "merged_key"
  FROM t18 AS t18
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
), t23 AS MATERIALIZED (
  SELECT
    "t20"."gone_id" AS "via_id",
    "t20"."into_id" AS "onward_id"
  FROM "t19" AS "t20"
), t24 AS MATERIALIZED (
  SELECT
    "t21"."gone_id",
    "t21"."into_id",
    "t21"."merged_s",
    "t21"."merged_key",
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    "t24"."merged_key",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."merged_key",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t23 AS t23
    ON "t26"."into_id" = "t23"."via_id"
), t29 AS MATERIALIZED (
  SELECT
    "t27"."gone_id",
    COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
  FROM t27 AS t27
), t31 AS MATERIALIZED (
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
    "t12"."worked_s",
    "t12"."account_id",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t29 AS t29
    ON "t12"."lead_id" = "t29"."gone_id"
), t32 AS MATERIALIZED (
  SELECT
    "t31"."seq",
    "t31"."kind",
    "t31"."occurred_s",
    "t31"."occurred_month",
    "t31"."person_id",
    "t31"."side",
    "t31"."source",
    "t31"."value_code",
    "t31"."value_number",
    "t31"."points",
    "t31"."due_s",
    "t31"."worked_s",
    "t31"."account_id",
    "t31"."lead_id" AS "own_lead_id",
    COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id"
  FROM t31 AS t31
  WHERE
    (
      COALESCE("t31"."account_id", 0) > 0
    )
    OR (
      (
        "t31"."occurred_s" >= IIF(
          ${since_s} > -9000000000,
          ${since_s},
          ${as_of_s} - 31536000
        )
      )
      AND (
        "t31"."occurred_s" < ${until_s}
      )
      AND "t31"."kind" IN ('page_view', 'form_filled', 'won')
    )
), t36 AS MATERIALIZED (
  SELECT
    "t32"."lead_id" AS "unit_lead_id",
    MAX(
      IIF(
        COALESCE("t32"."account_id", 0) > 0,
        CAST((
          "t32"."occurred_s" * 2147483648
        ) + "t32"."seq" + 1000000000000000000 AS TEXT) || CAST("t32"."account_id" AS TEXT),
        ''
      )
    ) AS "named",
    MAX(
      IIF(
        (
          "t32"."kind" = 'won'
        )
        AND (
          (
            "t32"."occurred_s" >= IIF(
              ${since_s} > -9000000000,
              ${since_s},
              ${as_of_s} - 31536000
            )
          )
          AND (
            "t32"."occurred_s" < ${until_s}
          )
        ),
        1,
        0
      )
    ) AS "is_customer",
    MAX(
      IIF(
        "t32"."kind" IN ('page_view', 'form_filled')
        AND (
          (
            "t32"."occurred_s" >= IIF(
              ${since_s} > -9000000000,
              ${since_s},
              ${as_of_s} - 31536000
            )
          )
          AND (
            "t32"."occurred_s" < ${until_s}
          )
        ),
        1,
        0
      )
    ) AS "is_visitor"
  FROM t32 AS t32
  GROUP BY
    1
), t37 AS MATERIALIZED (
  SELECT
    "t36"."unit_lead_id",
    "t36"."is_customer",
    "t36"."is_visitor",
    CAST(IIF(
      "t36"."named" = '',
      '0',
      SUBSTRING("t36"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t36"."named")))
    ) AS INTEGER) AS "account_id"
  FROM t36 AS t36
), t39 AS MATERIALIZED (
  SELECT
    "t37"."unit_lead_id",
    "t37"."is_customer",
    "t37"."is_visitor",
    IIF("t37"."account_id" > 0, (
      "t37"."account_id" * 2
    ) + 1, "t37"."unit_lead_id" * 2) AS "unit"
  FROM t37 AS t37
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
), t30 AS MATERIALIZED (
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
    "t11"."field",
    "t11"."recorded_s",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t29 AS t29
    ON "t11"."lead_id" = "t29"."gone_id"
), t33 AS MATERIALIZED (
  SELECT
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    "t30"."occurred_s",
    "t30"."recorded_s",
    "t30"."field",
    CAST((
      "t30"."occurred_s" * 2147483648
    ) + "t30"."seq" + 1000000000000000000 AS TEXT) || IIF(
      "t30"."field" = 'employees',
      CASE
        WHEN COALESCE("t30"."value_number", 0.0) < 1.0
        THEN 'unknown'
        WHEN COALESCE("t30"."value_number", 0.0) < 11.0
        THEN '1-10'
        WHEN COALESCE("t30"."value_number", 0.0) < 51.0
        THEN '11-50'
        WHEN COALESCE("t30"."value_number", 0.0) < 251.0
        THEN '51-250'
        WHEN COALESCE("t30"."value_number", 0.0) < 1001.0
        THEN '251-1000'
        ELSE '1001+'
      END,
      COALESCE("t30"."value_code", 'unknown')
    ) AS "named"
  FROM t30 AS t30
  WHERE
    COALESCE("t30"."field", '') IN (
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
), t35 AS MATERIALIZED (
  SELECT
    "t33"."lead_id" AS "value_lead_id",
    MAX(IIF("t33"."field" = 'segment', "t33"."named", '')) AS "named_segment",
    MAX(IIF("t33"."field" = 'industry', "t33"."named", '')) AS "named_industry",
    MAX(IIF("t33"."field" = 'employees', "t33"."named", '')) AS "named_employees",
    MAX(IIF("t33"."field" = 'country', "t33"."named", '')) AS "named_country",
    MAX(IIF("t33"."field" = 'region', "t33"."named", '')) AS "named_region",
    MAX(IIF("t33"."field" = 'language', "t33"."named", '')) AS "named_language",
    MAX(IIF("t33"."field" = 'budget', "t33"."named", '')) AS "named_budget",
    MAX(IIF("t33"."field" = 'authority', "t33"."named", '')) AS "named_authority",
    MAX(IIF("t33"."field" = 'tool_today', "t33"."named", '')) AS "named_tool_today"
  FROM t33 AS t33
  GROUP BY
    1
), t40 AS MATERIALIZED (
  SELECT
    "t39"."unit_lead_id",
    "t39"."is_customer",
    "t39"."is_visitor",
    "t39"."unit",
    "t35"."value_lead_id",
    "t35"."named_segment",
    "t35"."named_industry",
    "t35"."named_employees",
    "t35"."named_country",
    "t35"."named_region",
    "t35"."named_language",
    "t35"."named_budget",
    "t35"."named_authority",
    "t35"."named_tool_today"
  FROM t39 AS t39
  LEFT OUTER JOIN t35 AS t35
    ON "t39"."unit_lead_id" = "t35"."value_lead_id"
), "t41" AS MATERIALIZED (
  SELECT
    "t40"."unit",
    MAX("t40"."is_customer") AS "is_customer",
    MAX("t40"."is_visitor") AS "is_visitor",
    MAX(COALESCE("t40"."named_segment", '')) AS "named_segment",
    MAX(COALESCE("t40"."named_industry", '')) AS "named_industry",
    MAX(COALESCE("t40"."named_employees", '')) AS "named_employees",
    MAX(COALESCE("t40"."named_country", '')) AS "named_country",
    MAX(COALESCE("t40"."named_region", '')) AS "named_region",
    MAX(COALESCE("t40"."named_language", '')) AS "named_language",
    MAX(COALESCE("t40"."named_budget", '')) AS "named_budget",
    MAX(COALESCE("t40"."named_authority", '')) AS "named_authority",
    MAX(COALESCE("t40"."named_tool_today", '')) AS "named_tool_today"
  FROM t40 AS t40
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'employees' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_employees", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_employees", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t44 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'country' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_country", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_country", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t43 AS t43
  UNION ALL
  SELECT
    *
  FROM t44 AS t44
), t45 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'region' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_region", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_region", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t46 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'language' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_language", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_language", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t53 AS MATERIALIZED (
  SELECT
    *
  FROM t45 AS t45
  UNION ALL
  SELECT
    *
  FROM t46 AS t46
), t56 AS MATERIALIZED (
  SELECT
    *
  FROM t52 AS t52
  UNION ALL
  SELECT
    *
  FROM t53 AS t53
), t47 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'budget' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_budget", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_budget", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t48 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'authority' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_authority", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_authority", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t54 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
  UNION ALL
  SELECT
    *
  FROM t48 AS t48
), t49 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'tool_today' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_tool_today", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_tool_today", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t50 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'segment' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_segment", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_segment", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t51 AS MATERIALIZED (
  SELECT
    "t42"."is_customer",
    'industry' AS "field",
    IIF(
      SUBSTRING(
        COALESCE("t42"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_industry", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t42"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t42"."named_industry", '')))
      )
    ) AS "level"
  FROM "t41" AS "t42"
  WHERE
    (
      "t42"."is_customer" = 1
    ) OR (
      "t42"."is_visitor" = 1
    )
), t55 AS MATERIALIZED (
  SELECT
    *
  FROM t50 AS t50
  UNION ALL
  SELECT
    *
  FROM t51 AS t51
), t57 AS MATERIALIZED (
  SELECT
    *
  FROM t49 AS t49
  UNION ALL
  SELECT
    *
  FROM t55 AS t55
), t58 AS MATERIALIZED (
  SELECT
    *
  FROM t54 AS t54
  UNION ALL
  SELECT
    *
  FROM t57 AS t57
), t59 AS MATERIALIZED (
  SELECT
    *
  FROM t56 AS t56
  UNION ALL
  SELECT
    *
  FROM t58 AS t58
)
SELECT
  "t59"."field",
  "t59"."level",
  "t59"."is_customer",
  COUNT(*) AS "accounts"
FROM t59 AS t59
GROUP BY
  1,
  2,
  3
