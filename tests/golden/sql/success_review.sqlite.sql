-- traits
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
    "t12"."seq",
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t12 AS t12
), t25 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."occurred_s") AS "last_s"
  FROM "t21" AS "t22"
  GROUP BY
    1
), t26 AS MATERIALIZED (
  SELECT
    "t23"."lead_id",
    "t23"."occurred_s",
    "t23"."seq",
    "t23"."target_id",
    "t25"."last_s"
  FROM "t21" AS "t23"
  INNER JOIN t25 AS t25
    ON "t23"."lead_id" = "t25"."lead_id" AND "t23"."occurred_s" = "t25"."last_s"
), t27 AS MATERIALIZED (
  SELECT
    "t26"."lead_id",
    MAX("t26"."seq") AS "last_seq"
  FROM t26 AS t26
  GROUP BY
    1
), t29 AS MATERIALIZED (
  SELECT
    *
  FROM "t21" AS "t22"
  WHERE
    "t22"."seq" IN (
      SELECT
        "t27"."last_seq"
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
    MAX("t30"."occurred_s") AS "merged_s"
  FROM t30 AS t30
  GROUP BY
    1
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
    "t35"."via_id",
    "t35"."onward_id"
  FROM "t31" AS "t33"
  LEFT OUTER JOIN t35 AS t35
    ON "t33"."into_id" = "t35"."via_id"
), t38 AS MATERIALIZED (
  SELECT
    "t36"."gone_id",
    "t36"."merged_s",
    COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
  FROM t36 AS t36
), t39 AS MATERIALIZED (
  SELECT
    "t38"."gone_id",
    "t38"."merged_s",
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
), t44 AS MATERIALIZED (
  SELECT
    "t19"."seq",
    "t19"."id",
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t19 AS t19
  LEFT OUTER JOIN t41 AS t41
    ON "t19"."lead_id" = "t41"."gone_id"
), t49 AS MATERIALIZED (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key"
  FROM t44 AS t44
), t53 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    MIN(IIF("t49"."kind" = 'won', "t49"."occurred_s", 9000000000)) AS "won_s",
    MAX(IIF("t49"."kind" = 'lost', "t49"."occurred_s", -9000000000)) AS "lost_s",
    MIN(IIF("t49"."kind" = 'deal_opened', "t49"."occurred_s", 9000000000)) AS "first_s",
    MAX(IIF("t49"."kind" = 'lost', "t49"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t49"."kind" = 'deal_opened', "t49"."key", -9000000000000000000)) AS "again_key"
  FROM t49 AS t49
  GROUP BY
    1
), "t54" AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    IIF("t53"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t53"."won_s" < 9000000000, "t53"."won_s", "t53"."lost_s") AS "end_s",
    IIF(
      "t53"."first_s" < IIF("t53"."won_s" < 9000000000, "t53"."won_s", "t53"."lost_s"),
      "t53"."first_s",
      IIF("t53"."won_s" < 9000000000, "t53"."won_s", "t53"."lost_s")
    ) AS "opened_s"
  FROM t53 AS t53
  WHERE
    (
      "t53"."won_s" < 9000000000
    ) OR (
      "t53"."lost_key" > "t53"."again_key"
    )
), t58 AS MATERIALIZED (
  SELECT
    *
  FROM "t54" AS "t55"
  WHERE
    "t55"."end_s" >= ${since_s} AND "t55"."end_s" < ${until_s}
), t4 AS MATERIALIZED (
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
), t45 AS MATERIALIZED (
  SELECT
    "t20"."seq",
    "t20"."id",
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
), t50 AS MATERIALIZED (
  SELECT
    COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
    "t45"."occurred_s",
    "t45"."seq",
    "t45"."side",
    "t45"."source"
  FROM t45 AS t45
), t59 AS MATERIALIZED (
  SELECT
    "t55"."end_s",
    "t55"."lead_id" AS "of_lead_id"
  FROM "t54" AS "t55"
  WHERE
    "t55"."end_s" >= ${since_s} AND "t55"."end_s" < ${until_s}
), t60 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."occurred_s",
    "t50"."seq",
    "t50"."side",
    "t50"."source",
    "t59"."end_s",
    "t59"."of_lead_id"
  FROM t50 AS t50
  INNER JOIN t59 AS t59
    ON "t50"."lead_id" = "t59"."of_lead_id"
), t61 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    CAST((
      (
        (
          "t60"."occurred_s" - "t60"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t60"."seq" + 1000000000000000000 AS TEXT) || IIF("t60"."side" IN ('buyer', 'marketing'), 'm', IIF("t60"."side" = 'sales', 's', 'u')) || COALESCE("t60"."source", 'unknown') AS "named"
  FROM t60 AS t60
), t62 AS MATERIALIZED (
  SELECT
    "t61"."lead_id",
    MIN("t61"."named") AS "named"
  FROM t61 AS t61
  GROUP BY
    1
), t64 AS MATERIALIZED (
  SELECT
    "t62"."named",
    "t62"."lead_id" AS "origin_lead_id"
  FROM t62 AS t62
), "t65" AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."is_won",
    "t58"."end_s",
    "t58"."opened_s",
    "t64"."named",
    "t64"."origin_lead_id"
  FROM t58 AS t58
  LEFT OUTER JOIN t64 AS t64
    ON "t58"."lead_id" = "t64"."origin_lead_id"
), t72 AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    "t66"."is_won",
    "t66"."end_s",
    "t66"."opened_s",
    IIF(
      COALESCE("t66"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t66"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t66"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t66"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t66"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t66"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t66"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM "t65" AS "t66"
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
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
    "t9"."worked_s",
    "t9"."field",
    "t9"."recorded_s"
  FROM t9 AS t9
  WHERE
    COALESCE("t9"."lead_id", 0) <> 0
), t43 AS MATERIALIZED (
  SELECT
    "t18"."seq",
    "t18"."id",
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
    "t18"."field",
    "t18"."recorded_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t41 AS t41
    ON "t18"."lead_id" = "t41"."gone_id"
), t52 AS MATERIALIZED (
  SELECT
    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
    "t43"."occurred_s",
    "t43"."recorded_s",
    "t43"."field",
    CAST((
      "t43"."occurred_s" * 2147483648
    ) + "t43"."seq" + 1000000000000000000 AS TEXT) || IIF(
      "t43"."field" = 'employees',
      CASE
        WHEN COALESCE("t43"."value_number", 0.0) < 1.0
        THEN 'unknown'
        WHEN COALESCE("t43"."value_number", 0.0) < 11.0
        THEN '1-10'
        WHEN COALESCE("t43"."value_number", 0.0) < 51.0
        THEN '11-50'
        WHEN COALESCE("t43"."value_number", 0.0) < 251.0
        THEN '51-250'
        WHEN COALESCE("t43"."value_number", 0.0) < 1001.0
        THEN '251-1000'
        ELSE '1001+'
      END,
      COALESCE("t43"."value_code", 'unknown')
    ) AS "named"
  FROM t43 AS t43
  WHERE
    COALESCE("t43"."field", '') IN (
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
), t68 AS MATERIALIZED (
  SELECT
    "t66"."opened_s",
    "t66"."lead_id" AS "deal_lead_id"
  FROM "t65" AS "t66"
), t71 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."occurred_s",
    "t52"."recorded_s",
    "t52"."field",
    "t52"."named",
    "t68"."opened_s",
    "t68"."deal_lead_id"
  FROM t52 AS t52
  INNER JOIN t68 AS t68
    ON "t52"."lead_id" = "t68"."deal_lead_id"
), t74 AS MATERIALIZED (
  SELECT
    *
  FROM t71 AS t71
  WHERE
    "t71"."occurred_s" < "t71"."opened_s" AND "t71"."recorded_s" < "t71"."opened_s"
), t78 AS MATERIALIZED (
  SELECT
    "t74"."lead_id" AS "field_lead_id",
    MAX(IIF("t74"."field" = 'segment', "t74"."named", '')) AS "named_segment",
    MAX(IIF("t74"."field" = 'industry', "t74"."named", '')) AS "named_industry",
    MAX(IIF("t74"."field" = 'employees', "t74"."named", '')) AS "named_employees",
    MAX(IIF("t74"."field" = 'country', "t74"."named", '')) AS "named_country",
    MAX(IIF("t74"."field" = 'region', "t74"."named", '')) AS "named_region",
    MAX(IIF("t74"."field" = 'language', "t74"."named", '')) AS "named_language",
    MAX(IIF("t74"."field" = 'budget', "t74"."named", '')) AS "named_budget",
    MAX(IIF("t74"."field" = 'authority', "t74"."named", '')) AS "named_authority",
    MAX(IIF("t74"."field" = 'tool_today', "t74"."named", '')) AS "named_tool_today"
  FROM t74 AS t74
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t72"."lead_id",
    "t72"."is_won",
    "t72"."end_s",
    "t72"."opened_s",
    "t72"."source",
    "t72"."found_by",
    "t78"."field_lead_id",
    "t78"."named_segment",
    "t78"."named_industry",
    "t78"."named_employees",
    "t78"."named_country",
    "t78"."named_region",
    "t78"."named_language",
    "t78"."named_budget",
    "t78"."named_authority",
    "t78"."named_tool_today"
  FROM t72 AS t72
  LEFT OUTER JOIN t78 AS t78
    ON "t72"."lead_id" = "t78"."field_lead_id"
), t81 AS MATERIALIZED (
  SELECT
    "t79"."lead_id",
    "t79"."is_won",
    "t79"."source",
    "t79"."found_by",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_segment", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_segment", '')))
      )
    ) AS "segment",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_industry", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_industry", '')))
      )
    ) AS "industry",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_employees", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_employees", '')))
      )
    ) AS "employees",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_country", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_country", '')))
      )
    ) AS "country",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_region", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_region", '')))
      )
    ) AS "region",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_language", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_language", '')))
      )
    ) AS "language",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_budget", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_budget", '')))
      )
    ) AS "budget",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_authority", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_authority", '')))
      )
    ) AS "authority",
    IIF(
      SUBSTRING(
        COALESCE("t79"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_tool_today", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t79"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t79"."named_tool_today", '')))
      )
    ) AS "tool_today"
  FROM t79 AS t79
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'asset_sent',
      'asset_viewed',
      'email_clicked',
      'event_visit',
      'form_filled',
      'page_view',
      'referred'
    )
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
    "t8"."worked_s",
    "t8"."recorded_s"
  FROM t8 AS t8
  WHERE
    COALESCE("t8"."lead_id", 0) <> 0
), t42 AS MATERIALIZED (
  SELECT
    "t17"."seq",
    "t17"."id",
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
    "t17"."recorded_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t41 AS t41
    ON "t17"."lead_id" = "t41"."gone_id"
), t48 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."kind",
    "t42"."occurred_s",
    "t42"."recorded_s"
  FROM t42 AS t42
), t70 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."kind",
    "t48"."occurred_s",
    "t48"."recorded_s",
    "t68"."opened_s",
    "t68"."deal_lead_id"
  FROM t48 AS t48
  INNER JOIN t68 AS t68
    ON "t48"."lead_id" = "t68"."deal_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    *
  FROM t70 AS t70
  WHERE
    "t70"."occurred_s" < "t70"."opened_s" AND "t70"."recorded_s" < "t70"."opened_s"
), t77 AS MATERIALIZED (
  SELECT
    "t73"."lead_id" AS "sign_lead_id",
    MAX(IIF("t73"."kind" = 'page_view', 1, 0)) AS "page_view",
    MAX(IIF("t73"."kind" = 'form_filled', 1, 0)) AS "form_filled",
    MAX(IIF("t73"."kind" = 'email_clicked', 1, 0)) AS "email_clicked",
    MAX(IIF("t73"."kind" = 'event_visit', 1, 0)) AS "event_visit",
    MAX(IIF("t73"."kind" = 'referred', 1, 0)) AS "referred",
    MAX(IIF("t73"."kind" = 'asset_viewed', 1, 0)) AS "asset_viewed",
    MAX(IIF("t73"."kind" = 'asset_sent', 1, 0)) AS "asset_sent"
  FROM t73 AS t73
  GROUP BY
    1
), t82 AS MATERIALIZED (
  SELECT
    "t81"."lead_id",
    "t81"."is_won",
    "t81"."source",
    "t81"."found_by",
    "t81"."segment",
    "t81"."industry",
    "t81"."employees",
    "t81"."country",
    "t81"."region",
    "t81"."language",
    "t81"."budget",
    "t81"."authority",
    "t81"."tool_today",
    "t77"."sign_lead_id",
    "t77"."page_view",
    "t77"."form_filled",
    "t77"."email_clicked",
    "t77"."event_visit",
    "t77"."referred",
    "t77"."asset_viewed",
    "t77"."asset_sent"
  FROM t81 AS t81
  LEFT OUTER JOIN t77 AS t77
    ON "t81"."lead_id" = "t77"."sign_lead_id"
), "t83" AS MATERIALIZED (
  SELECT
    "t82"."lead_id",
    "t82"."is_won",
    "t82"."source",
    "t82"."found_by",
    "t82"."segment",
    "t82"."industry",
    "t82"."employees",
    "t82"."country",
    "t82"."region",
    "t82"."language",
    "t82"."budget",
    "t82"."authority",
    "t82"."tool_today",
    IIF(COALESCE("t82"."page_view", 0) = 1, 'yes', 'no') AS "page_view",
    IIF(COALESCE("t82"."form_filled", 0) = 1, 'yes', 'no') AS "form_filled",
    IIF(COALESCE("t82"."email_clicked", 0) = 1, 'yes', 'no') AS "email_clicked",
    IIF(COALESCE("t82"."event_visit", 0) = 1, 'yes', 'no') AS "event_visit",
    IIF(COALESCE("t82"."referred", 0) = 1, 'yes', 'no') AS "referred",
    IIF(COALESCE("t82"."asset_viewed", 0) = 1, 'yes', 'no') AS "asset_viewed",
    IIF(COALESCE("t82"."asset_sent", 0) = 1, 'yes', 'no') AS "asset_sent"
  FROM t82 AS t82
), "t110" AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    COUNT(*) AS "deals",
    COUNT(IIF("t84"."page_view" = 'yes', 1, CAST(NULL AS INTEGER))) AS "page_view",
    COUNT(IIF("t84"."form_filled" = 'yes', 1, CAST(NULL AS INTEGER))) AS "form_filled",
    COUNT(IIF("t84"."email_clicked" = 'yes', 1, CAST(NULL AS INTEGER))) AS "email_clicked",
    COUNT(IIF("t84"."event_visit" = 'yes', 1, CAST(NULL AS INTEGER))) AS "event_visit",
    COUNT(IIF("t84"."referred" = 'yes', 1, CAST(NULL AS INTEGER))) AS "referred",
    COUNT(IIF("t84"."asset_viewed" = 'yes', 1, CAST(NULL AS INTEGER))) AS "asset_viewed",
    COUNT(IIF("t84"."asset_sent" = 'yes', 1, CAST(NULL AS INTEGER))) AS "asset_sent"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2
), t85 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."country",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t95 AS MATERIALIZED (
  SELECT
    "t85"."source",
    "t85"."is_won",
    "t85"."deals",
    'country' AS "trait",
    "t85"."country" AS "level"
  FROM t85 AS t85
), t86 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."region",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t96 AS MATERIALIZED (
  SELECT
    "t86"."source",
    "t86"."is_won",
    "t86"."deals",
    'region' AS "trait",
    "t86"."region" AS "level"
  FROM t86 AS t86
), t105 AS MATERIALIZED (
  SELECT
    *
  FROM t95 AS t95
  UNION ALL
  SELECT
    *
  FROM t96 AS t96
), t87 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."language",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t97 AS MATERIALIZED (
  SELECT
    "t87"."source",
    "t87"."is_won",
    "t87"."deals",
    'language' AS "trait",
    "t87"."language" AS "level"
  FROM t87 AS t87
), t88 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."budget",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t98 AS MATERIALIZED (
  SELECT
    "t88"."source",
    "t88"."is_won",
    "t88"."deals",
    'budget' AS "trait",
    "t88"."budget" AS "level"
  FROM t88 AS t88
), t106 AS MATERIALIZED (
  SELECT
    *
  FROM t97 AS t97
  UNION ALL
  SELECT
    *
  FROM t98 AS t98
), t111 AS MATERIALIZED (
  SELECT
    *
  FROM t105 AS t105
  UNION ALL
  SELECT
    *
  FROM t106 AS t106
), t89 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."authority",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t99 AS MATERIALIZED (
  SELECT
    "t89"."source",
    "t89"."is_won",
    "t89"."deals",
    'authority' AS "trait",
    "t89"."authority" AS "level"
  FROM t89 AS t89
), t90 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."tool_today",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t100 AS MATERIALIZED (
  SELECT
    "t90"."source",
    "t90"."is_won",
    "t90"."deals",
    'tool_today' AS "trait",
    "t90"."tool_today" AS "level"
  FROM t90 AS t90
), t107 AS MATERIALIZED (
  SELECT
    *
  FROM t99 AS t99
  UNION ALL
  SELECT
    *
  FROM t100 AS t100
), t114 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."deals",
    'source' AS "trait",
    "t113"."source" AS "level"
  FROM "t110" AS "t113"
), t115 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."page_view" AS "deals",
    'page_view' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t122 AS MATERIALIZED (
  SELECT
    *
  FROM t114 AS t114
  UNION ALL
  SELECT
    *
  FROM t115 AS t115
), t126 AS MATERIALIZED (
  SELECT
    *
  FROM t107 AS t107
  UNION ALL
  SELECT
    *
  FROM t122 AS t122
), t129 AS MATERIALIZED (
  SELECT
    *
  FROM t111 AS t111
  UNION ALL
  SELECT
    *
  FROM t126 AS t126
), t116 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."form_filled" AS "deals",
    'form_filled' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t117 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."email_clicked" AS "deals",
    'email_clicked' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t123 AS MATERIALIZED (
  SELECT
    *
  FROM t116 AS t116
  UNION ALL
  SELECT
    *
  FROM t117 AS t117
), t118 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."event_visit" AS "deals",
    'event_visit' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t119 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."referred" AS "deals",
    'referred' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t124 AS MATERIALIZED (
  SELECT
    *
  FROM t118 AS t118
  UNION ALL
  SELECT
    *
  FROM t119 AS t119
), t127 AS MATERIALIZED (
  SELECT
    *
  FROM t123 AS t123
  UNION ALL
  SELECT
    *
  FROM t124 AS t124
), t120 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."asset_viewed" AS "deals",
    'asset_viewed' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t121 AS MATERIALIZED (
  SELECT
    "t113"."source",
    "t113"."is_won",
    "t113"."asset_sent" AS "deals",
    'asset_sent' AS "trait",
    'yes' AS "level"
  FROM "t110" AS "t113"
), t125 AS MATERIALIZED (
  SELECT
    *
  FROM t120 AS t120
  UNION ALL
  SELECT
    *
  FROM t121 AS t121
), t91 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."found_by",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t101 AS MATERIALIZED (
  SELECT
    "t91"."source",
    "t91"."is_won",
    "t91"."deals",
    'found_by' AS "trait",
    "t91"."found_by" AS "level"
  FROM t91 AS t91
), t92 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."segment",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t102 AS MATERIALIZED (
  SELECT
    "t92"."source",
    "t92"."is_won",
    "t92"."deals",
    'segment' AS "trait",
    "t92"."segment" AS "level"
  FROM t92 AS t92
), t108 AS MATERIALIZED (
  SELECT
    *
  FROM t101 AS t101
  UNION ALL
  SELECT
    *
  FROM t102 AS t102
), t93 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."industry",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t103 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."deals",
    'industry' AS "trait",
    "t93"."industry" AS "level"
  FROM t93 AS t93
), t94 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."is_won",
    "t84"."employees",
    COUNT(*) AS "deals"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2,
    3
), t104 AS MATERIALIZED (
  SELECT
    "t94"."source",
    "t94"."is_won",
    "t94"."deals",
    'employees' AS "trait",
    "t94"."employees" AS "level"
  FROM t94 AS t94
), t109 AS MATERIALIZED (
  SELECT
    *
  FROM t103 AS t103
  UNION ALL
  SELECT
    *
  FROM t104 AS t104
), t112 AS MATERIALIZED (
  SELECT
    *
  FROM t108 AS t108
  UNION ALL
  SELECT
    *
  FROM t109 AS t109
), t128 AS MATERIALIZED (
  SELECT
    *
  FROM t125 AS t125
  UNION ALL
  SELECT
    *
  FROM t112 AS t112
), t130 AS MATERIALIZED (
  SELECT
    *
  FROM t127 AS t127
  UNION ALL
  SELECT
    *
  FROM t128 AS t128
)
SELECT
  *
FROM t129 AS t129
UNION ALL
SELECT
  *
FROM t130 AS t130

-- ways
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
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
), t42 AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."kind",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key"
  FROM t39 AS t39
), t45 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'won', "t42"."occurred_s", 9000000000)) AS "won_s",
    MAX(IIF("t42"."kind" = 'lost', "t42"."occurred_s", -9000000000)) AS "lost_s",
    MIN(IIF("t42"."kind" = 'deal_opened', "t42"."occurred_s", 9000000000)) AS "first_s",
    MAX(IIF("t42"."kind" = 'lost', "t42"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t42"."kind" = 'deal_opened', "t42"."key", -9000000000000000000)) AS "again_key"
  FROM t42 AS t42
  GROUP BY
    1
), "t48" AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    IIF("t45"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t45"."won_s" < 9000000000, "t45"."won_s", "t45"."lost_s") AS "end_s",
    IIF(
      "t45"."first_s" < IIF("t45"."won_s" < 9000000000, "t45"."won_s", "t45"."lost_s"),
      "t45"."first_s",
      IIF("t45"."won_s" < 9000000000, "t45"."won_s", "t45"."lost_s")
    ) AS "opened_s"
  FROM t45 AS t45
  WHERE
    (
      "t45"."won_s" < 9000000000
    ) OR (
      "t45"."lost_key" > "t45"."again_key"
    )
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'asset_sent',
      'asset_viewed',
      'call',
      'captured',
      'deal_opened',
      'email',
      'email_clicked',
      'event_visit',
      'form_filled',
      'handed_over',
      'meeting',
      'page_view',
      'qualified',
      'referred',
      'social'
    )
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
), t44 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."occurred_s",
    IIF(
      "t38"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t38"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t38"."side" = 'buyer'
        )
      ),
      'first_talk',
      "t38"."kind"
    ) AS "step"
  FROM t38 AS t38
), t47 AS MATERIALIZED (
  SELECT
    *
  FROM t44 AS t44
  WHERE
    "t44"."step" IN (
      'captured',
      'page_view',
      'form_filled',
      'email_clicked',
      'event_visit',
      'referred',
      'asset_viewed',
      'asset_sent',
      'qualified',
      'handed_over',
      'accepted',
      'first_talk',
      'deal_opened'
    )
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM "t48" AS "t49"
  WHERE
    "t49"."end_s" >= ${since_s} AND "t49"."end_s" < ${until_s}
), t3 AS MATERIALIZED (
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
), t43 AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."occurred_s",
    "t40"."seq",
    "t40"."side",
    "t40"."source"
  FROM t40 AS t40
), t53 AS MATERIALIZED (
  SELECT
    "t49"."end_s",
    "t49"."lead_id" AS "of_lead_id"
  FROM "t48" AS "t49"
  WHERE
    "t49"."end_s" >= ${since_s} AND "t49"."end_s" < ${until_s}
), t54 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."occurred_s",
    "t43"."seq",
    "t43"."side",
    "t43"."source",
    "t53"."end_s",
    "t53"."of_lead_id"
  FROM t43 AS t43
  INNER JOIN t53 AS t53
    ON "t43"."lead_id" = "t53"."of_lead_id"
), t55 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    CAST((
      (
        (
          "t54"."occurred_s" - "t54"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t54"."seq" + 1000000000000000000 AS TEXT) || IIF("t54"."side" IN ('buyer', 'marketing'), 'm', IIF("t54"."side" = 'sales', 's', 'u')) || COALESCE("t54"."source", 'unknown') AS "named"
  FROM t54 AS t54
), t56 AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    MIN("t55"."named") AS "named"
  FROM t55 AS t55
  GROUP BY
    1
), t58 AS MATERIALIZED (
  SELECT
    "t56"."named",
    "t56"."lead_id" AS "origin_lead_id"
  FROM t56 AS t56
), t59 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."is_won",
    "t52"."end_s",
    "t52"."opened_s",
    "t58"."named",
    "t58"."origin_lead_id"
  FROM t52 AS t52
  LEFT OUTER JOIN t58 AS t58
    ON "t52"."lead_id" = "t58"."origin_lead_id"
), t61 AS MATERIALIZED (
  SELECT
    "t59"."lead_id",
    "t59"."is_won",
    "t59"."end_s",
    "t59"."opened_s",
    IIF(
      COALESCE("t59"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t59"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t59"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t59"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t59"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t59"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t59"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM t59 AS t59
), t62 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."occurred_s",
    "t47"."step",
    "t61"."is_won",
    "t61"."end_s",
    "t61"."opened_s",
    "t61"."source",
    "t61"."found_by"
  FROM t47 AS t47
  INNER JOIN t61 AS t61
    ON "t47"."lead_id" = "t61"."lead_id"
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t62 AS t62
  WHERE
    "t62"."occurred_s" <= "t62"."end_s"
), t64 AS MATERIALIZED (
  SELECT
    "t63"."source",
    "t63"."is_won",
    "t63"."lead_id",
    "t63"."step",
    MIN("t63"."occurred_s") AS "first_s",
    MAX("t63"."end_s") AS "end_s"
  FROM t63 AS t63
  GROUP BY
    1,
    2,
    3,
    4
), t65 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    "t64"."source",
    "t64"."is_won",
    "t64"."step",
    IIF(
      CAST(CAST((
        "t64"."end_s" - "t64"."first_s"
      ) - (
        "t64"."end_s" - "t64"."first_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        "t64"."end_s" - "t64"."first_s"
      ) - (
        "t64"."end_s" - "t64"."first_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t64 AS t64
)
SELECT
  "t65"."source",
  "t65"."is_won",
  "t65"."step",
  "t65"."days",
  COUNT(*) AS "deals"
FROM t65 AS t65
GROUP BY
  1,
  2,
  3,
  4
