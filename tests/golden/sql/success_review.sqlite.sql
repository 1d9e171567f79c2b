-- traits
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
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
), t48 AS MATERIALIZED (
  SELECT
    "t44"."seq",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."occurred_month",
    "t44"."person_id",
    "t44"."side",
    "t44"."source",
    "t44"."value_code",
    "t44"."value_number",
    "t44"."points",
    "t44"."due_s",
    "t44"."worked_s",
    "t44"."lead_id" AS "own_lead_id",
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id"
  FROM t44 AS t44
), t56 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    MIN(IIF("t48"."kind" = 'won', "t48"."occurred_s", 9000000000)) AS "won_s",
    MIN(IIF("t48"."kind" = 'deal_opened', "t48"."occurred_s", 9000000000)) AS "first_s"
  FROM t48 AS t48
  GROUP BY
    1
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
), t52 AS MATERIALIZED (
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
    "t52"."lead_id",
    "t52"."deal",
    MIN("t52"."key") AS "first_key",
    MAX(IIF("t52"."kind" IN ('deal_opened'), "t52"."key", -9000000000000000000)) AS "opened_key",
    MAX(IIF("t52"."kind" IN ('lost', 'won'), "t52"."key", -9000000000000000000)) AS "closed_key",
    MAX(IIF("t52"."kind" IN ('lost'), "t52"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t52"."kind" = 'lost', "t52"."occurred_s", -9000000000)) AS "lost_s"
  FROM t52 AS t52
  GROUP BY
    1,
    2
), t58 AS MATERIALIZED (
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
), t59 AS MATERIALIZED (
  SELECT
    "t58"."lead_id" AS "dealt_lead_id",
    MAX("t58"."begun_key") AS "begun_key",
    MAX("t58"."lost_key") AS "last_key",
    MAX("t58"."lost_s") AS "last_s",
    MAX(IIF("t58"."begun_key" > "t58"."closed_key", 1, 0)) AS "is_open"
  FROM t58 AS t58
  GROUP BY
    1
), t61 AS MATERIALIZED (
  SELECT
    "t59"."dealt_lead_id",
    IIF("t59"."is_open" = 0, "t59"."last_s", -9000000000) AS "lost_s"
  FROM t59 AS t59
  WHERE
    IIF("t59"."is_open" = 0, "t59"."last_s", -9000000000) > -9000000000
), t62 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."won_s",
    "t56"."first_s",
    "t61"."dealt_lead_id",
    "t61"."lost_s"
  FROM t56 AS t56
  LEFT OUTER JOIN t61 AS t61
    ON "t56"."lead_id" = "t61"."dealt_lead_id"
), "t63" AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    IIF("t62"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t62"."won_s" < 9000000000, "t62"."won_s", COALESCE("t62"."lost_s", -9000000000)) AS "end_s",
    IIF(
      "t62"."first_s" < IIF("t62"."won_s" < 9000000000, "t62"."won_s", COALESCE("t62"."lost_s", -9000000000)),
      "t62"."first_s",
      IIF("t62"."won_s" < 9000000000, "t62"."won_s", COALESCE("t62"."lost_s", -9000000000))
    ) AS "opened_s"
  FROM t62 AS t62
  WHERE
    (
      "t62"."won_s" < 9000000000
    )
    OR (
      COALESCE("t62"."lost_s", -9000000000) > -9000000000
    )
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM "t63" AS "t64"
  WHERE
    "t64"."end_s" >= ${since_s} AND "t64"."end_s" < ${until_s}
), t4 AS MATERIALIZED (
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
), t51 AS MATERIALIZED (
  SELECT
    COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
    "t45"."occurred_s",
    "t45"."seq",
    "t45"."side",
    "t45"."source"
  FROM t45 AS t45
), t68 AS MATERIALIZED (
  SELECT
    "t64"."end_s",
    "t64"."lead_id" AS "of_lead_id"
  FROM "t63" AS "t64"
  WHERE
    "t64"."end_s" >= ${since_s} AND "t64"."end_s" < ${until_s}
), t69 AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."occurred_s",
    "t51"."seq",
    "t51"."side",
    "t51"."source",
    "t68"."end_s",
    "t68"."of_lead_id"
  FROM t51 AS t51
  INNER JOIN t68 AS t68
    ON "t51"."lead_id" = "t68"."of_lead_id"
), t70 AS MATERIALIZED (
  SELECT
    "t69"."lead_id",
    CAST((
      (
        (
          "t69"."occurred_s" - "t69"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t69"."seq" + 1000000000000000000 AS TEXT) || IIF("t69"."side" IN ('buyer', 'marketing'), 'm', IIF("t69"."side" = 'sales', 's', 'u')) || COALESCE("t69"."source", 'unknown') AS "named"
  FROM t69 AS t69
), t71 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    MIN("t70"."named") AS "named"
  FROM t70 AS t70
  GROUP BY
    1
), t73 AS MATERIALIZED (
  SELECT
    "t71"."named",
    "t71"."lead_id" AS "origin_lead_id"
  FROM t71 AS t71
), "t74" AS MATERIALIZED (
  SELECT
    "t67"."lead_id",
    "t67"."is_won",
    "t67"."end_s",
    "t67"."opened_s",
    "t73"."named",
    "t73"."origin_lead_id"
  FROM t67 AS t67
  LEFT OUTER JOIN t73 AS t73
    ON "t67"."lead_id" = "t73"."origin_lead_id"
), t81 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    "t75"."is_won",
    "t75"."end_s",
    "t75"."opened_s",
    IIF(
      COALESCE("t75"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t75"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t75"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t75"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t75"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t75"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t75"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM "t74" AS "t75"
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
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
    "t10"."worked_s",
    "t10"."field",
    "t10"."recorded_s"
  FROM t10 AS t10
  WHERE
    COALESCE("t10"."lead_id", 0) <> 0
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
    "t21"."field",
    "t21"."recorded_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t21 AS t21
  LEFT OUTER JOIN t41 AS t41
    ON "t21"."lead_id" = "t41"."gone_id"
), t54 AS MATERIALIZED (
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
), t77 AS MATERIALIZED (
  SELECT
    "t75"."opened_s",
    "t75"."lead_id" AS "deal_lead_id"
  FROM "t74" AS "t75"
), t80 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    "t54"."occurred_s",
    "t54"."recorded_s",
    "t54"."field",
    "t54"."named",
    "t77"."opened_s",
    "t77"."deal_lead_id"
  FROM t54 AS t54
  INNER JOIN t77 AS t77
    ON "t54"."lead_id" = "t77"."deal_lead_id"
), t83 AS MATERIALIZED (
  SELECT
    *
  FROM t80 AS t80
  WHERE
    "t80"."occurred_s" < "t80"."opened_s" AND "t80"."recorded_s" < "t80"."opened_s"
), t87 AS MATERIALIZED (
  SELECT
    "t83"."lead_id" AS "field_lead_id",
    MAX(IIF("t83"."field" = 'segment', "t83"."named", '')) AS "named_segment",
    MAX(IIF("t83"."field" = 'industry', "t83"."named", '')) AS "named_industry",
    MAX(IIF("t83"."field" = 'employees', "t83"."named", '')) AS "named_employees",
    MAX(IIF("t83"."field" = 'country', "t83"."named", '')) AS "named_country",
    MAX(IIF("t83"."field" = 'region', "t83"."named", '')) AS "named_region",
    MAX(IIF("t83"."field" = 'language', "t83"."named", '')) AS "named_language",
    MAX(IIF("t83"."field" = 'budget', "t83"."named", '')) AS "named_budget",
    MAX(IIF("t83"."field" = 'authority', "t83"."named", '')) AS "named_authority",
    MAX(IIF("t83"."field" = 'tool_today', "t83"."named", '')) AS "named_tool_today"
  FROM t83 AS t83
  GROUP BY
    1
), t88 AS MATERIALIZED (
  SELECT
    "t81"."lead_id",
    "t81"."is_won",
    "t81"."end_s",
    "t81"."opened_s",
    "t81"."source",
    "t81"."found_by",
    "t87"."field_lead_id",
    "t87"."named_segment",
    "t87"."named_industry",
    "t87"."named_employees",
    "t87"."named_country",
    "t87"."named_region",
    "t87"."named_language",
    "t87"."named_budget",
    "t87"."named_authority",
    "t87"."named_tool_today"
  FROM t81 AS t81
  LEFT OUTER JOIN t87 AS t87
    ON "t81"."lead_id" = "t87"."field_lead_id"
), t90 AS MATERIALIZED (
  SELECT
    "t88"."lead_id",
    "t88"."is_won",
    "t88"."end_s",
    "t88"."source",
    "t88"."found_by",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_segment", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_segment", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_segment", '')))
      )
    ) AS "segment",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_industry", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_industry", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_industry", '')))
      )
    ) AS "industry",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_employees", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_employees", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_employees", '')))
      )
    ) AS "employees",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_country", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_country", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_country", '')))
      )
    ) AS "country",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_region", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_region", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_region", '')))
      )
    ) AS "region",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_language", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_language", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_language", '')))
      )
    ) AS "language",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_budget", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_budget", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_budget", '')))
      )
    ) AS "budget",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_authority", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_authority", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_authority", '')))
      )
    ) AS "authority",
    IIF(
      SUBSTRING(
        COALESCE("t88"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_tool_today", '')))
      ) = '',
      'unknown',
      SUBSTRING(
        COALESCE("t88"."named_tool_today", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t88"."named_tool_today", '')))
      )
    ) AS "tool_today"
  FROM t88 AS t88
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
    "t9"."recorded_s"
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
    "t20"."recorded_s",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t41 AS t41
    ON "t20"."lead_id" = "t41"."gone_id"
), t50 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."kind",
    "t42"."occurred_s",
    "t42"."recorded_s"
  FROM t42 AS t42
), t79 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."kind",
    "t50"."occurred_s",
    "t50"."recorded_s",
    "t77"."opened_s",
    "t77"."deal_lead_id"
  FROM t50 AS t50
  INNER JOIN t77 AS t77
    ON "t50"."lead_id" = "t77"."deal_lead_id"
), t82 AS MATERIALIZED (
  SELECT
    *
  FROM t79 AS t79
  WHERE
    "t79"."occurred_s" < "t79"."opened_s" AND "t79"."recorded_s" < "t79"."opened_s"
), t86 AS MATERIALIZED (
  SELECT
    "t82"."lead_id" AS "sign_lead_id",
    MAX(IIF("t82"."kind" = 'page_view', 1, 0)) AS "page_view",
    MAX(IIF("t82"."kind" = 'form_filled', 1, 0)) AS "form_filled",
    MAX(IIF("t82"."kind" = 'email_clicked', 1, 0)) AS "email_clicked",
    MAX(IIF("t82"."kind" = 'event_visit', 1, 0)) AS "event_visit",
    MAX(IIF("t82"."kind" = 'referred', 1, 0)) AS "referred",
    MAX(IIF("t82"."kind" = 'asset_viewed', 1, 0)) AS "asset_viewed",
    MAX(IIF("t82"."kind" = 'asset_sent', 1, 0)) AS "asset_sent"
  FROM t82 AS t82
  GROUP BY
    1
), t91 AS MATERIALIZED (
  SELECT
    "t90"."lead_id",
    "t90"."is_won",
    "t90"."end_s",
    "t90"."source",
    "t90"."found_by",
    "t90"."segment",
    "t90"."industry",
    "t90"."employees",
    "t90"."country",
    "t90"."region",
    "t90"."language",
    "t90"."budget",
    "t90"."authority",
    "t90"."tool_today",
    "t86"."sign_lead_id",
    "t86"."page_view",
    "t86"."form_filled",
    "t86"."email_clicked",
    "t86"."event_visit",
    "t86"."referred",
    "t86"."asset_viewed",
    "t86"."asset_sent"
  FROM t90 AS t90
  LEFT OUTER JOIN t86 AS t86
    ON "t90"."lead_id" = "t86"."sign_lead_id"
), "t92" AS MATERIALIZED (
  SELECT
    "t91"."lead_id",
    "t91"."is_won",
    "t91"."end_s",
    "t91"."source",
    "t91"."found_by",
    "t91"."segment",
    "t91"."industry",
    "t91"."employees",
    "t91"."country",
    "t91"."region",
    "t91"."language",
    "t91"."budget",
    "t91"."authority",
    "t91"."tool_today",
    IIF(COALESCE("t91"."page_view", 0) = 1, 'yes', 'no') AS "page_view",
    IIF(COALESCE("t91"."form_filled", 0) = 1, 'yes', 'no') AS "form_filled",
    IIF(COALESCE("t91"."email_clicked", 0) = 1, 'yes', 'no') AS "email_clicked",
    IIF(COALESCE("t91"."event_visit", 0) = 1, 'yes', 'no') AS "event_visit",
    IIF(COALESCE("t91"."referred", 0) = 1, 'yes', 'no') AS "referred",
    IIF(COALESCE("t91"."asset_viewed", 0) = 1, 'yes', 'no') AS "asset_viewed",
    IIF(COALESCE("t91"."asset_sent", 0) = 1, 'yes', 'no') AS "asset_sent"
  FROM t91 AS t91
), "t119" AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    COUNT(*) AS "deals",
    COUNT(IIF("t93"."page_view" = 'yes', 1, CAST(NULL AS INTEGER))) AS "page_view",
    COUNT(IIF("t93"."form_filled" = 'yes', 1, CAST(NULL AS INTEGER))) AS "form_filled",
    COUNT(IIF("t93"."email_clicked" = 'yes', 1, CAST(NULL AS INTEGER))) AS "email_clicked",
    COUNT(IIF("t93"."event_visit" = 'yes', 1, CAST(NULL AS INTEGER))) AS "event_visit",
    COUNT(IIF("t93"."referred" = 'yes', 1, CAST(NULL AS INTEGER))) AS "referred",
    COUNT(IIF("t93"."asset_viewed" = 'yes', 1, CAST(NULL AS INTEGER))) AS "asset_viewed",
    COUNT(IIF("t93"."asset_sent" = 'yes', 1, CAST(NULL AS INTEGER))) AS "asset_sent"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2
), t94 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."country",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t104 AS MATERIALIZED (
  SELECT
    "t94"."source",
    "t94"."is_won",
    "t94"."deals",
    'country' AS "trait",
    "t94"."country" AS "level"
  FROM t94 AS t94
), t95 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."region",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t105 AS MATERIALIZED (
  SELECT
    "t95"."source",
    "t95"."is_won",
    "t95"."deals",
    'region' AS "trait",
    "t95"."region" AS "level"
  FROM t95 AS t95
), t114 AS MATERIALIZED (
  SELECT
    *
  FROM t104 AS t104
  UNION ALL
  SELECT
    *
  FROM t105 AS t105
), t96 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."language",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t106 AS MATERIALIZED (
  SELECT
    "t96"."source",
    "t96"."is_won",
    "t96"."deals",
    'language' AS "trait",
    "t96"."language" AS "level"
  FROM t96 AS t96
), t97 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."budget",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t107 AS MATERIALIZED (
  SELECT
    "t97"."source",
    "t97"."is_won",
    "t97"."deals",
    'budget' AS "trait",
    "t97"."budget" AS "level"
  FROM t97 AS t97
), t115 AS MATERIALIZED (
  SELECT
    *
  FROM t106 AS t106
  UNION ALL
  SELECT
    *
  FROM t107 AS t107
), t120 AS MATERIALIZED (
  SELECT
    *
  FROM t114 AS t114
  UNION ALL
  SELECT
    *
  FROM t115 AS t115
), t98 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."authority",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t108 AS MATERIALIZED (
  SELECT
    "t98"."source",
    "t98"."is_won",
    "t98"."deals",
    'authority' AS "trait",
    "t98"."authority" AS "level"
  FROM t98 AS t98
), t99 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."tool_today",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t109 AS MATERIALIZED (
  SELECT
    "t99"."source",
    "t99"."is_won",
    "t99"."deals",
    'tool_today' AS "trait",
    "t99"."tool_today" AS "level"
  FROM t99 AS t99
), t116 AS MATERIALIZED (
  SELECT
    *
  FROM t108 AS t108
  UNION ALL
  SELECT
    *
  FROM t109 AS t109
), t123 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."deals",
    'source' AS "trait",
    "t122"."source" AS "level"
  FROM "t119" AS "t122"
), t124 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."page_view" AS "deals",
    'page_view' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t131 AS MATERIALIZED (
  SELECT
    *
  FROM t123 AS t123
  UNION ALL
  SELECT
    *
  FROM t124 AS t124
), t135 AS MATERIALIZED (
  SELECT
    *
  FROM t116 AS t116
  UNION ALL
  SELECT
    *
  FROM t131 AS t131
), t138 AS MATERIALIZED (
  SELECT
    *
  FROM t120 AS t120
  UNION ALL
  SELECT
    *
  FROM t135 AS t135
), t125 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."form_filled" AS "deals",
    'form_filled' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t126 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."email_clicked" AS "deals",
    'email_clicked' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t132 AS MATERIALIZED (
  SELECT
    *
  FROM t125 AS t125
  UNION ALL
  SELECT
    *
  FROM t126 AS t126
), t127 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."event_visit" AS "deals",
    'event_visit' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t128 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."referred" AS "deals",
    'referred' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t133 AS MATERIALIZED (
  SELECT
    *
  FROM t127 AS t127
  UNION ALL
  SELECT
    *
  FROM t128 AS t128
), t136 AS MATERIALIZED (
  SELECT
    *
  FROM t132 AS t132
  UNION ALL
  SELECT
    *
  FROM t133 AS t133
), t129 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."asset_viewed" AS "deals",
    'asset_viewed' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t130 AS MATERIALIZED (
  SELECT
    "t122"."source",
    "t122"."is_won",
    "t122"."asset_sent" AS "deals",
    'asset_sent' AS "trait",
    'yes' AS "level"
  FROM "t119" AS "t122"
), t134 AS MATERIALIZED (
  SELECT
    *
  FROM t129 AS t129
  UNION ALL
  SELECT
    *
  FROM t130 AS t130
), t100 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."found_by",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t110 AS MATERIALIZED (
  SELECT
    "t100"."source",
    "t100"."is_won",
    "t100"."deals",
    'found_by' AS "trait",
    "t100"."found_by" AS "level"
  FROM t100 AS t100
), t101 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."segment",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t111 AS MATERIALIZED (
  SELECT
    "t101"."source",
    "t101"."is_won",
    "t101"."deals",
    'segment' AS "trait",
    "t101"."segment" AS "level"
  FROM t101 AS t101
), t117 AS MATERIALIZED (
  SELECT
    *
  FROM t110 AS t110
  UNION ALL
  SELECT
    *
  FROM t111 AS t111
), t102 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."industry",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t112 AS MATERIALIZED (
  SELECT
    "t102"."source",
    "t102"."is_won",
    "t102"."deals",
    'industry' AS "trait",
    "t102"."industry" AS "level"
  FROM t102 AS t102
), t103 AS MATERIALIZED (
  SELECT
    "t93"."source",
    "t93"."is_won",
    "t93"."employees",
    COUNT(*) AS "deals"
  FROM "t92" AS "t93"
  GROUP BY
    1,
    2,
    3
), t113 AS MATERIALIZED (
  SELECT
    "t103"."source",
    "t103"."is_won",
    "t103"."deals",
    'employees' AS "trait",
    "t103"."employees" AS "level"
  FROM t103 AS t103
), t118 AS MATERIALIZED (
  SELECT
    *
  FROM t112 AS t112
  UNION ALL
  SELECT
    *
  FROM t113 AS t113
), t121 AS MATERIALIZED (
  SELECT
    *
  FROM t117 AS t117
  UNION ALL
  SELECT
    *
  FROM t118 AS t118
), t137 AS MATERIALIZED (
  SELECT
    *
  FROM t134 AS t134
  UNION ALL
  SELECT
    *
  FROM t121 AS t121
), t139 AS MATERIALIZED (
  SELECT
    *
  FROM t136 AS t136
  UNION ALL
  SELECT
    *
  FROM t137 AS t137
)
SELECT
  *
FROM t138 AS t138
UNION ALL
SELECT
  *
FROM t139 AS t139

-- ways
WITH "t6" AS MATERIALIZED (
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
), "t20" AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    CAST(IIF("t11"."kind" = 'merged', COALESCE("t11"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t11"."occurred_s" * 4000000000
    ) + "t11"."seq" AS "key"
  FROM t11 AS t11
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."key") AS "last_key"
  FROM "t20" AS "t22"
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t20" AS "t22"
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
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
), t42 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."kind",
    "t39"."occurred_s",
    "t39"."occurred_month",
    "t39"."person_id",
    "t39"."side",
    "t39"."source",
    "t39"."value_code",
    "t39"."value_number",
    "t39"."points",
    "t39"."due_s",
    "t39"."worked_s",
    "t39"."lead_id" AS "own_lead_id",
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
  FROM t39 AS t39
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'won', "t42"."occurred_s", 9000000000)) AS "won_s",
    MIN(IIF("t42"."kind" = 'deal_opened', "t42"."occurred_s", 9000000000)) AS "first_s"
  FROM t42 AS t42
  GROUP BY
    1
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
), t21 AS MATERIALIZED (
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
    "t12"."deal_id"
  FROM t12 AS t12
  WHERE
    COALESCE("t12"."lead_id", 0) <> 0
), t41 AS MATERIALIZED (
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
    "t21"."deal_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t21 AS t21
  LEFT OUTER JOIN t37 AS t37
    ON "t21"."lead_id" = "t37"."gone_id"
), t45 AS MATERIALIZED (
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
    "t45"."lead_id",
    "t45"."deal",
    MIN("t45"."key") AS "first_key",
    MAX(IIF("t45"."kind" IN ('deal_opened'), "t45"."key", -9000000000000000000)) AS "opened_key",
    MAX(IIF("t45"."kind" IN ('lost', 'won'), "t45"."key", -9000000000000000000)) AS "closed_key",
    MAX(IIF("t45"."kind" IN ('lost'), "t45"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t45"."kind" = 'lost', "t45"."occurred_s", -9000000000)) AS "lost_s"
  FROM t45 AS t45
  GROUP BY
    1,
    2
), t52 AS MATERIALIZED (
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
), t53 AS MATERIALIZED (
  SELECT
    "t52"."lead_id" AS "dealt_lead_id",
    MAX("t52"."begun_key") AS "begun_key",
    MAX("t52"."lost_key") AS "last_key",
    MAX("t52"."lost_s") AS "last_s",
    MAX(IIF("t52"."begun_key" > "t52"."closed_key", 1, 0)) AS "is_open"
  FROM t52 AS t52
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t53"."dealt_lead_id",
    IIF("t53"."is_open" = 0, "t53"."last_s", -9000000000) AS "lost_s"
  FROM t53 AS t53
  WHERE
    IIF("t53"."is_open" = 0, "t53"."last_s", -9000000000) > -9000000000
), t56 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."won_s",
    "t48"."first_s",
    "t55"."dealt_lead_id",
    "t55"."lost_s"
  FROM t48 AS t48
  LEFT OUTER JOIN t55 AS t55
    ON "t48"."lead_id" = "t55"."dealt_lead_id"
), "t57" AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    IIF("t56"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t56"."won_s" < 9000000000, "t56"."won_s", COALESCE("t56"."lost_s", -9000000000)) AS "end_s",
    IIF(
      "t56"."first_s" < IIF("t56"."won_s" < 9000000000, "t56"."won_s", COALESCE("t56"."lost_s", -9000000000)),
      "t56"."first_s",
      IIF("t56"."won_s" < 9000000000, "t56"."won_s", COALESCE("t56"."lost_s", -9000000000))
    ) AS "opened_s"
  FROM t56 AS t56
  WHERE
    (
      "t56"."won_s" < 9000000000
    )
    OR (
      COALESCE("t56"."lost_s", -9000000000) > -9000000000
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
), t46 AS MATERIALIZED (
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
), t51 AS MATERIALIZED (
  SELECT
    *
  FROM t46 AS t46
  WHERE
    "t46"."step" IN (
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
), t61 AS MATERIALIZED (
  SELECT
    *
  FROM "t57" AS "t58"
  WHERE
    "t58"."end_s" >= ${since_s} AND "t58"."end_s" < ${until_s}
), t3 AS MATERIALIZED (
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
), t44 AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."occurred_s",
    "t40"."seq",
    "t40"."side",
    "t40"."source"
  FROM t40 AS t40
), t62 AS MATERIALIZED (
  SELECT
    "t58"."end_s",
    "t58"."lead_id" AS "of_lead_id"
  FROM "t57" AS "t58"
  WHERE
    "t58"."end_s" >= ${since_s} AND "t58"."end_s" < ${until_s}
), t63 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."side",
    "t44"."source",
    "t62"."end_s",
    "t62"."of_lead_id"
  FROM t44 AS t44
  INNER JOIN t62 AS t62
    ON "t44"."lead_id" = "t62"."of_lead_id"
), t64 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    CAST((
      (
        (
          "t63"."occurred_s" - "t63"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t63"."seq" + 1000000000000000000 AS TEXT) || IIF("t63"."side" IN ('buyer', 'marketing'), 'm', IIF("t63"."side" = 'sales', 's', 'u')) || COALESCE("t63"."source", 'unknown') AS "named"
  FROM t63 AS t63
), t65 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    MIN("t64"."named") AS "named"
  FROM t64 AS t64
  GROUP BY
    1
), t67 AS MATERIALIZED (
  SELECT
    "t65"."named",
    "t65"."lead_id" AS "origin_lead_id"
  FROM t65 AS t65
), t68 AS MATERIALIZED (
  SELECT
    "t61"."lead_id",
    "t61"."is_won",
    "t61"."end_s",
    "t61"."opened_s",
    "t67"."named",
    "t67"."origin_lead_id"
  FROM t61 AS t61
  LEFT OUTER JOIN t67 AS t67
    ON "t61"."lead_id" = "t67"."origin_lead_id"
), t70 AS MATERIALIZED (
  SELECT
    "t68"."lead_id",
    "t68"."is_won",
    "t68"."end_s",
    "t68"."opened_s",
    IIF(
      COALESCE("t68"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t68"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t68"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t68"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t68"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t68"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t68"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM t68 AS t68
), t71 AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."occurred_s",
    "t51"."step",
    "t70"."is_won",
    "t70"."end_s",
    "t70"."opened_s",
    "t70"."source",
    "t70"."found_by"
  FROM t51 AS t51
  INNER JOIN t70 AS t70
    ON "t51"."lead_id" = "t70"."lead_id"
), t72 AS MATERIALIZED (
  SELECT
    *
  FROM t71 AS t71
  WHERE
    "t71"."occurred_s" <= "t71"."end_s"
), t73 AS MATERIALIZED (
  SELECT
    "t72"."source",
    "t72"."is_won",
    "t72"."lead_id",
    "t72"."step",
    MIN("t72"."occurred_s") AS "first_s",
    MAX("t72"."end_s") AS "end_s"
  FROM t72 AS t72
  GROUP BY
    1,
    2,
    3,
    4
), t74 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."source",
    "t73"."is_won",
    "t73"."step",
    "t73"."end_s",
    IIF(
      CAST(CAST((
        "t73"."end_s" - "t73"."first_s"
      ) - (
        "t73"."end_s" - "t73"."first_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        "t73"."end_s" - "t73"."first_s"
      ) - (
        "t73"."end_s" - "t73"."first_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t73 AS t73
)
SELECT
  "t74"."source",
  "t74"."is_won",
  "t74"."step",
  "t74"."days",
  COUNT(*) AS "deals"
FROM t74 AS t74
GROUP BY
  1,
  2,
  3,
  4
