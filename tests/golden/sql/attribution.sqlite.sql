-- all_wins
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('won')
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
    "t6"."account_id"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
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
    "t11"."account_id",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t33 AS t33
    ON "t11"."lead_id" = "t33"."gone_id"
), t36 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."account_id",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM t34 AS t34
), "t39" AS MATERIALIZED (
  SELECT
    "t36"."lead_id",
    MIN("t36"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t36"."occurred_s" * 2147483648
      ) + "t36"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t36"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(IIF("t36"."side" = 'sales', "t36"."occurred_s", 9000000000)) AS "by_sales_s",
    MIN(IIF("t36"."side" = 'marketing', "t36"."occurred_s", 9000000000)) AS "by_marketing_s"
  FROM t36 AS t36
  GROUP BY
    1
), t44 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    "t40"."won_s",
    CAST(SUBSTRING("t40"."named", IIF((
      19 + 1
    ) >= 1, 19 + 1, 19 + 1 + LENGTH("t40"."named"))) AS INTEGER) AS "account_id",
    IIF(
      "t40"."by_sales_s" = "t40"."won_s",
      'sales',
      IIF("t40"."by_marketing_s" = "t40"."won_s", 'marketing', 'unknown')
    ) AS "closer"
  FROM "t39" AS "t40"
  WHERE
    "t40"."won_s" >= ${since_s} AND "t40"."won_s" < ${until_s}
), t2 AS MATERIALIZED (
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
    "t7"."worked_s"
  FROM t7 AS t7
  WHERE
    COALESCE("t7"."lead_id", 0) <> 0
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t33 AS t33
    ON "t12"."lead_id" = "t33"."gone_id"
), t38 AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."occurred_s",
    "t35"."seq",
    "t35"."side",
    "t35"."source"
  FROM t35 AS t35
), t42 AS MATERIALIZED (
  SELECT
    "t40"."won_s",
    "t40"."lead_id" AS "of_lead_id"
  FROM "t39" AS "t40"
  WHERE
    "t40"."won_s" >= ${since_s} AND "t40"."won_s" < ${until_s}
), t45 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."occurred_s",
    "t38"."seq",
    "t38"."side",
    "t38"."source",
    "t42"."won_s",
    "t42"."of_lead_id"
  FROM t38 AS t38
  INNER JOIN t42 AS t42
    ON "t38"."lead_id" = "t42"."of_lead_id"
), t46 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    CAST((
      (
        (
          "t45"."occurred_s" - "t45"."won_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t45"."seq" + 1000000000000000000 AS TEXT) || IIF("t45"."side" IN ('buyer', 'marketing'), 'm', IIF("t45"."side" = 'sales', 's', 'u')) || COALESCE("t45"."source", 'unknown') AS "named"
  FROM t45 AS t45
), t47 AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    MIN("t46"."named") AS "named"
  FROM t46 AS t46
  GROUP BY
    1
), t49 AS MATERIALIZED (
  SELECT
    "t47"."named",
    "t47"."lead_id" AS "origin_lead_id"
  FROM t47 AS t47
), t50 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."won_s",
    "t44"."account_id",
    "t44"."closer",
    "t49"."named",
    "t49"."origin_lead_id"
  FROM t44 AS t44
  LEFT OUTER JOIN t49 AS t49
    ON "t44"."lead_id" = "t49"."origin_lead_id"
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."account_id",
    "t50"."closer",
    IIF(
      COALESCE("t50"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t50"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t50"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t50"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t50"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t50"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t50"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM t50 AS t50
)
SELECT
  "t51"."source",
  "t51"."found_by",
  "t51"."closer",
  COUNT(*) AS "wins"
FROM t51 AS t51
GROUP BY
  1,
  2,
  3

-- wins
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
    AND "t0"."kind" IN ('won')
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
    "t8"."worked_s",
    "t8"."account_id"
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
    "t15"."account_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t37 AS t37
    ON "t15"."lead_id" = "t37"."gone_id"
), t41 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."id",
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
    "t39"."account_id",
    "t39"."lead_id" AS "own_lead_id",
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
  FROM t39 AS t39
), "t46" AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t41"."occurred_s" * 2147483648
      ) + "t41"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t41"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(IIF("t41"."side" = 'sales', "t41"."occurred_s", 9000000000)) AS "by_sales_s",
    MIN(IIF("t41"."side" = 'marketing', "t41"."occurred_s", 9000000000)) AS "by_marketing_s"
  FROM t41 AS t41
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."won_s",
    CAST(SUBSTRING("t47"."named", IIF((
      19 + 1
    ) >= 1, 19 + 1, 19 + 1 + LENGTH("t47"."named"))) AS INTEGER) AS "account_id",
    IIF(
      "t47"."by_sales_s" = "t47"."won_s",
      'sales',
      IIF("t47"."by_marketing_s" = "t47"."won_s", 'marketing', 'unknown')
    ) AS "closer"
  FROM "t46" AS "t47"
  WHERE
    "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
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
), t49 AS MATERIALIZED (
  SELECT
    "t47"."won_s",
    "t47"."lead_id" AS "of_lead_id"
  FROM "t46" AS "t47"
  WHERE
    "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
), t52 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."occurred_s",
    "t43"."seq",
    "t43"."side",
    "t43"."source",
    "t49"."won_s",
    "t49"."of_lead_id"
  FROM t43 AS t43
  INNER JOIN t49 AS t49
    ON "t43"."lead_id" = "t49"."of_lead_id"
), t53 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    CAST((
      (
        (
          "t52"."occurred_s" - "t52"."won_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t52"."seq" + 1000000000000000000 AS TEXT) || IIF("t52"."side" IN ('buyer', 'marketing'), 'm', IIF("t52"."side" = 'sales', 's', 'u')) || COALESCE("t52"."source", 'unknown') AS "named"
  FROM t52 AS t52
), t54 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    MIN("t53"."named") AS "named"
  FROM t53 AS t53
  GROUP BY
    1
), t56 AS MATERIALIZED (
  SELECT
    "t54"."named",
    "t54"."lead_id" AS "origin_lead_id"
  FROM t54 AS t54
), "t57" AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."won_s",
    "t51"."account_id",
    "t51"."closer",
    "t56"."named",
    "t56"."origin_lead_id"
  FROM t51 AS t51
  LEFT OUTER JOIN t56 AS t56
    ON "t51"."lead_id" = "t56"."origin_lead_id"
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
      'call',
      'email',
      'email_clicked',
      'email_opened',
      'event_visit',
      'form_filled',
      'meeting',
      'page_view',
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
    "t7"."worked_s",
    "t7"."account_id",
    "t7"."channel"
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
    "t14"."account_id",
    "t14"."channel",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t37 AS t37
    ON "t14"."lead_id" = "t37"."gone_id"
), t45 AS MATERIALIZED (
  SELECT
    "t38"."occurred_s",
    "t38"."seq",
    IIF(
      "t38"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t38"."side" = 'sales', 'sales', 'unknown')
    ) AS "team",
    IIF(COALESCE("t38"."channel", '') = '', "t38"."kind", COALESCE("t38"."channel", '')) AS "channel",
    IIF(
      (
        COALESCE("t38"."account_id", 0) > 0
      ) AND (
        ${is_by_account} = 1
      ),
      (
        COALESCE("t38"."account_id", 0) * 2
      ) + 1,
      COALESCE("t38"."into_id", "t38"."lead_id") * 2
    ) AS "key"
  FROM t38 AS t38
  WHERE
    NOT (
      "t38"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t38"."side" = 'buyer'
      )
    )
), t59 AS MATERIALIZED (
  SELECT
    "t58"."won_s",
    "t58"."lead_id" AS "win_id",
    "t58"."lead_id" * 2 AS "win_key"
  FROM "t57" AS "t58"
), t60 AS MATERIALIZED (
  SELECT
    "t58"."won_s",
    "t58"."lead_id" AS "win_id",
    (
      "t58"."account_id" * 2
    ) + 1 AS "win_key"
  FROM "t57" AS "t58"
  WHERE
    "t58"."account_id" > 0 AND ${is_by_account} = 1
), t61 AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  UNION ALL
  SELECT
    *
  FROM t60 AS t60
), t65 AS MATERIALIZED (
  SELECT
    *
  FROM t61 AS t61
), t66 AS MATERIALIZED (
  SELECT
    "t45"."occurred_s",
    "t45"."seq",
    "t45"."team",
    "t45"."channel",
    "t45"."key",
    "t65"."won_s",
    "t65"."win_id",
    "t65"."win_key"
  FROM t45 AS t45
  INNER JOIN t65 AS t65
    ON "t45"."key" = "t65"."win_key"
), t67 AS MATERIALIZED (
  SELECT
    "t66"."win_id",
    "t66"."team",
    "t66"."channel",
    (
      (
        ${window_s} - (
          "t66"."won_s" - "t66"."occurred_s"
        )
      ) * 8589934592
    ) + "t66"."seq" AS "place",
    CAST(CASE
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 0
      THEN 1048576
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 1
      THEN 949720
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 2
      THEN 860184
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 3
      THEN 779089
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 4
      THEN 705639
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 5
      THEN 639114
      ELSE 578861
    END AS INTEGER) * CAST(CASE
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 0
      THEN 1048576
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 1
      THEN 524288
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 2
      THEN 262144
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 3
      THEN 131072
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 4
      THEN 65536
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 5
      THEN 32768
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 6
      THEN 16384
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 7
      THEN 8192
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 8
      THEN 4096
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 9
      THEN 2048
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 10
      THEN 1024
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 11
      THEN 512
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 12
      THEN 256
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 13
      THEN 128
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 14
      THEN 64
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 15
      THEN 32
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 16
      THEN 16
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 17
      THEN 8
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 18
      THEN 4
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 19
      THEN 2
      ELSE 1
    END AS INTEGER) AS "weight"
  FROM t66 AS t66
  WHERE
    (
      "t66"."won_s" - "t66"."occurred_s"
    ) >= 0
    AND (
      "t66"."won_s" - "t66"."occurred_s"
    ) <= ${window_s}
), t68 AS MATERIALIZED (
  SELECT
    "t67"."win_id",
    "t67"."team",
    "t67"."channel",
    COUNT(*) AS "n",
    MIN("t67"."place") AS "first",
    MAX("t67"."place") AS "last",
    SUM("t67"."weight") AS "weight"
  FROM t67 AS t67
  GROUP BY
    1,
    2,
    3
), t69 AS MATERIALIZED (
  SELECT
    "t68"."win_id",
    SUM("t68"."n") AS "n",
    COUNT(*) AS "k",
    SUM("t68"."weight") AS "weight",
    MIN("t68"."first") AS "first",
    MAX("t68"."last") AS "last",
    SUM(IIF("t68"."team" = 'marketing', "t68"."n", 0)) AS "n_marketing",
    SUM(IIF("t68"."team" = 'sales', "t68"."n", 0)) AS "n_sales",
    SUM(IIF("t68"."team" = 'unknown', "t68"."n", 0)) AS "n_unknown",
    COUNT(IIF("t68"."team" = 'marketing', 1, CAST(NULL AS INTEGER))) AS "k_marketing",
    COUNT(IIF("t68"."team" = 'sales', 1, CAST(NULL AS INTEGER))) AS "k_sales",
    COUNT(IIF("t68"."team" = 'unknown', 1, CAST(NULL AS INTEGER))) AS "k_unknown",
    SUM(IIF("t68"."team" = 'marketing', "t68"."weight", 0)) AS "weight_marketing",
    SUM(IIF("t68"."team" = 'sales', "t68"."weight", 0)) AS "weight_sales",
    SUM(IIF("t68"."team" = 'unknown', "t68"."weight", 0)) AS "weight_unknown",
    MIN(IIF("t68"."team" = 'marketing', "t68"."first", 9000000000000000000)) AS "first_marketing",
    MIN(IIF("t68"."team" = 'sales', "t68"."first", 9000000000000000000)) AS "first_sales",
    MAX(IIF("t68"."team" = 'marketing', "t68"."last", -1)) AS "last_marketing",
    MAX(IIF("t68"."team" = 'sales', "t68"."last", -1)) AS "last_sales"
  FROM t68 AS t68
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t69"."win_id",
    IIF(
      "t69"."first_marketing" = "t69"."first",
      'marketing',
      IIF("t69"."first_sales" = "t69"."first", 'sales', 'unknown')
    ) AS "first_team",
    IIF(
      "t69"."last_marketing" = "t69"."last",
      'marketing',
      IIF("t69"."last_sales" = "t69"."last", 'sales', 'unknown')
    ) AS "last_team",
    "t69"."n_marketing",
    "t69"."n_sales",
    "t69"."n_unknown",
    CAST((
      CAST("t69"."weight_marketing" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t69"."weight_marketing" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t69"."weight_marketing" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "decay_marketing",
    CAST((
      CAST("t69"."weight_sales" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t69"."weight_sales" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t69"."weight_sales" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "decay_sales",
    CAST((
      CAST("t69"."weight_unknown" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t69"."weight_unknown" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t69"."weight_unknown" AS REAL) / NULLIF(CAST("t69"."weight" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "decay_unknown",
    CAST((
      CAST("t69"."k_marketing" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t69"."k_marketing" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t69"."k_marketing" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "shapley_marketing",
    CAST((
      CAST("t69"."k_sales" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t69"."k_sales" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t69"."k_sales" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "shapley_sales",
    CAST((
      CAST("t69"."k_unknown" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t69"."k_unknown" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t69"."k_unknown" AS REAL) / NULLIF(CAST("t69"."k" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "shapley_unknown"
  FROM t69 AS t69
), t63 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    IIF(
      COALESCE("t58"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t58"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t58"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t58"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t58"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t58"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t58"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by",
    "t58"."closer"
  FROM "t57" AS "t58"
), t72 AS MATERIALIZED (
  SELECT
    "t71"."win_id",
    "t71"."first_team",
    "t71"."last_team",
    "t71"."n_marketing",
    "t71"."n_sales",
    "t71"."n_unknown",
    "t71"."decay_marketing",
    "t71"."decay_sales",
    "t71"."decay_unknown",
    "t71"."shapley_marketing",
    "t71"."shapley_sales",
    "t71"."shapley_unknown",
    "t63"."lead_id",
    "t63"."source",
    "t63"."found_by",
    "t63"."closer"
  FROM t71 AS t71
  INNER JOIN t63 AS t63
    ON "t71"."win_id" = "t63"."lead_id"
)
SELECT
  "t72"."source",
  "t72"."found_by",
  "t72"."closer",
  "t72"."first_team",
  "t72"."last_team",
  "t72"."n_marketing",
  "t72"."n_sales",
  "t72"."n_unknown",
  COUNT(*) AS "wins",
  SUM("t72"."decay_marketing") AS "decay_marketing",
  SUM("t72"."decay_sales") AS "decay_sales",
  SUM("t72"."decay_unknown") AS "decay_unknown",
  SUM("t72"."shapley_marketing") AS "shapley_marketing",
  SUM("t72"."shapley_sales") AS "shapley_sales",
  SUM("t72"."shapley_unknown") AS "shapley_unknown"
FROM t72 AS t72
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8

-- channels
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
    AND "t0"."kind" IN ('won')
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
    "t8"."worked_s",
    "t8"."account_id"
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
    "t15"."account_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t37 AS t37
    ON "t15"."lead_id" = "t37"."gone_id"
), t41 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."id",
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
    "t39"."account_id",
    "t39"."lead_id" AS "own_lead_id",
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
  FROM t39 AS t39
), "t46" AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t41"."occurred_s" * 2147483648
      ) + "t41"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t41"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(IIF("t41"."side" = 'sales', "t41"."occurred_s", 9000000000)) AS "by_sales_s",
    MIN(IIF("t41"."side" = 'marketing', "t41"."occurred_s", 9000000000)) AS "by_marketing_s"
  FROM t41 AS t41
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."won_s",
    CAST(SUBSTRING("t47"."named", IIF((
      19 + 1
    ) >= 1, 19 + 1, 19 + 1 + LENGTH("t47"."named"))) AS INTEGER) AS "account_id",
    IIF(
      "t47"."by_sales_s" = "t47"."won_s",
      'sales',
      IIF("t47"."by_marketing_s" = "t47"."won_s", 'marketing', 'unknown')
    ) AS "closer"
  FROM "t46" AS "t47"
  WHERE
    "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
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
), t49 AS MATERIALIZED (
  SELECT
    "t47"."won_s",
    "t47"."lead_id" AS "of_lead_id"
  FROM "t46" AS "t47"
  WHERE
    "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
), t52 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."occurred_s",
    "t43"."seq",
    "t43"."side",
    "t43"."source",
    "t49"."won_s",
    "t49"."of_lead_id"
  FROM t43 AS t43
  INNER JOIN t49 AS t49
    ON "t43"."lead_id" = "t49"."of_lead_id"
), t53 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    CAST((
      (
        (
          "t52"."occurred_s" - "t52"."won_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t52"."seq" + 1000000000000000000 AS TEXT) || IIF("t52"."side" IN ('buyer', 'marketing'), 'm', IIF("t52"."side" = 'sales', 's', 'u')) || COALESCE("t52"."source", 'unknown') AS "named"
  FROM t52 AS t52
), t54 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    MIN("t53"."named") AS "named"
  FROM t53 AS t53
  GROUP BY
    1
), t56 AS MATERIALIZED (
  SELECT
    "t54"."named",
    "t54"."lead_id" AS "origin_lead_id"
  FROM t54 AS t54
), "t57" AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."won_s",
    "t51"."account_id",
    "t51"."closer",
    "t56"."named",
    "t56"."origin_lead_id"
  FROM t51 AS t51
  LEFT OUTER JOIN t56 AS t56
    ON "t51"."lead_id" = "t56"."origin_lead_id"
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
      'call',
      'email',
      'email_clicked',
      'email_opened',
      'event_visit',
      'form_filled',
      'meeting',
      'page_view',
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
    "t7"."worked_s",
    "t7"."account_id",
    "t7"."channel"
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
    "t14"."account_id",
    "t14"."channel",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t37 AS t37
    ON "t14"."lead_id" = "t37"."gone_id"
), t45 AS MATERIALIZED (
  SELECT
    "t38"."occurred_s",
    "t38"."seq",
    IIF(
      "t38"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t38"."side" = 'sales', 'sales', 'unknown')
    ) AS "team",
    IIF(COALESCE("t38"."channel", '') = '', "t38"."kind", COALESCE("t38"."channel", '')) AS "channel",
    IIF(
      (
        COALESCE("t38"."account_id", 0) > 0
      ) AND (
        ${is_by_account} = 1
      ),
      (
        COALESCE("t38"."account_id", 0) * 2
      ) + 1,
      COALESCE("t38"."into_id", "t38"."lead_id") * 2
    ) AS "key"
  FROM t38 AS t38
  WHERE
    NOT (
      "t38"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t38"."side" = 'buyer'
      )
    )
), t59 AS MATERIALIZED (
  SELECT
    "t58"."won_s",
    "t58"."lead_id" AS "win_id",
    "t58"."lead_id" * 2 AS "win_key"
  FROM "t57" AS "t58"
), t60 AS MATERIALIZED (
  SELECT
    "t58"."won_s",
    "t58"."lead_id" AS "win_id",
    (
      "t58"."account_id" * 2
    ) + 1 AS "win_key"
  FROM "t57" AS "t58"
  WHERE
    "t58"."account_id" > 0 AND ${is_by_account} = 1
), t62 AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  UNION ALL
  SELECT
    *
  FROM t60 AS t60
), t65 AS MATERIALIZED (
  SELECT
    *
  FROM t62 AS t62
), t66 AS MATERIALIZED (
  SELECT
    "t45"."occurred_s",
    "t45"."seq",
    "t45"."team",
    "t45"."channel",
    "t45"."key",
    "t65"."won_s",
    "t65"."win_id",
    "t65"."win_key"
  FROM t45 AS t45
  INNER JOIN t65 AS t65
    ON "t45"."key" = "t65"."win_key"
), t67 AS MATERIALIZED (
  SELECT
    "t66"."win_id",
    "t66"."team",
    "t66"."channel",
    (
      (
        ${window_s} - (
          "t66"."won_s" - "t66"."occurred_s"
        )
      ) * 8589934592
    ) + "t66"."seq" AS "place",
    CAST(CASE
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 0
      THEN 1048576
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 1
      THEN 949720
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 2
      THEN 860184
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 3
      THEN 779089
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 4
      THEN 705639
      WHEN CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 = 5
      THEN 639114
      ELSE 578861
    END AS INTEGER) * CAST(CASE
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 0
      THEN 1048576
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 1
      THEN 524288
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 2
      THEN 262144
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 3
      THEN 131072
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 4
      THEN 65536
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 5
      THEN 32768
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 6
      THEN 16384
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 7
      THEN 8192
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 8
      THEN 4096
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 9
      THEN 2048
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 10
      THEN 1024
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 11
      THEN 512
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 12
      THEN 256
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 13
      THEN 128
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 14
      THEN 64
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 15
      THEN 32
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 16
      THEN 16
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 17
      THEN 8
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 18
      THEN 4
      WHEN CAST(CAST(CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) - CAST(CAST((
        "t66"."won_s" - "t66"."occurred_s"
      ) - (
        "t66"."won_s" - "t66"."occurred_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) % 7 AS REAL) / 7 AS INTEGER) = 19
      THEN 2
      ELSE 1
    END AS INTEGER) AS "weight"
  FROM t66 AS t66
  WHERE
    (
      "t66"."won_s" - "t66"."occurred_s"
    ) >= 0
    AND (
      "t66"."won_s" - "t66"."occurred_s"
    ) <= ${window_s}
), "t68" AS MATERIALIZED (
  SELECT
    "t67"."win_id",
    "t67"."team",
    "t67"."channel",
    COUNT(*) AS "n",
    MIN("t67"."place") AS "first",
    MAX("t67"."place") AS "last",
    SUM("t67"."weight") AS "weight"
  FROM t67 AS t67
  GROUP BY
    1,
    2,
    3
), t71 AS MATERIALIZED (
  SELECT
    "t69"."win_id",
    SUM("t69"."n") AS "n",
    COUNT(*) AS "k",
    SUM("t69"."weight") AS "weight",
    MIN("t69"."first") AS "first",
    MAX("t69"."last") AS "last",
    SUM(IIF("t69"."team" = 'marketing', "t69"."n", 0)) AS "n_marketing",
    SUM(IIF("t69"."team" = 'sales', "t69"."n", 0)) AS "n_sales",
    SUM(IIF("t69"."team" = 'unknown', "t69"."n", 0)) AS "n_unknown",
    COUNT(IIF("t69"."team" = 'marketing', 1, CAST(NULL AS INTEGER))) AS "k_marketing",
    COUNT(IIF("t69"."team" = 'sales', 1, CAST(NULL AS INTEGER))) AS "k_sales",
    COUNT(IIF("t69"."team" = 'unknown', 1, CAST(NULL AS INTEGER))) AS "k_unknown",
    SUM(IIF("t69"."team" = 'marketing', "t69"."weight", 0)) AS "weight_marketing",
    SUM(IIF("t69"."team" = 'sales', "t69"."weight", 0)) AS "weight_sales",
    SUM(IIF("t69"."team" = 'unknown', "t69"."weight", 0)) AS "weight_unknown",
    MIN(IIF("t69"."team" = 'marketing', "t69"."first", 9000000000000000000)) AS "first_marketing",
    MIN(IIF("t69"."team" = 'sales', "t69"."first", 9000000000000000000)) AS "first_sales",
    MAX(IIF("t69"."team" = 'marketing', "t69"."last", -1)) AS "last_marketing",
    MAX(IIF("t69"."team" = 'sales', "t69"."last", -1)) AS "last_sales"
  FROM "t68" AS "t69"
  GROUP BY
    1
), t73 AS MATERIALIZED (
  SELECT
    "t71"."win_id" AS "whole_id",
    "t71"."k",
    "t71"."n" AS "n_all",
    "t71"."weight" AS "weight_all",
    "t71"."first" AS "first_all",
    "t71"."last" AS "last_all"
  FROM t71 AS t71
), t63 AS MATERIALIZED (
  SELECT
    IIF(
      COALESCE("t58"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t58"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t58"."named", '')))
      )
    ) AS "source",
    "t58"."lead_id" AS "won_id"
  FROM "t57" AS "t58"
), t74 AS MATERIALIZED (
  SELECT
    "t70"."win_id",
    "t70"."team",
    "t70"."channel",
    "t70"."n",
    "t70"."first",
    "t70"."last",
    "t70"."weight",
    "t73"."whole_id",
    "t73"."k",
    "t73"."n_all",
    "t73"."weight_all",
    "t73"."first_all",
    "t73"."last_all",
    "t63"."source",
    "t63"."won_id"
  FROM "t68" AS "t70"
  INNER JOIN t73 AS t73
    ON "t70"."win_id" = "t73"."whole_id"
  INNER JOIN t63 AS t63
    ON "t70"."win_id" = "t63"."won_id"
), t75 AS MATERIALIZED (
  SELECT
    "t74"."source",
    "t74"."team",
    "t74"."channel",
    IIF("t74"."first" = "t74"."first_all", 1, 0) AS "is_first",
    IIF("t74"."last" = "t74"."last_all", 1, 0) AS "is_last",
    CAST((
      CAST("t74"."n" AS REAL) / NULLIF(CAST("t74"."n_all" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t74"."n" AS REAL) / NULLIF(CAST("t74"."n_all" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t74"."n" AS REAL) / NULLIF(CAST("t74"."n_all" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "linear",
    CAST((
      CAST(IIF(
        "t74"."n_all" > 2,
        (
          (
            IIF("t74"."first" = "t74"."first_all", 1, 0) + IIF("t74"."last" = "t74"."last_all", 1, 0)
          ) * 2 * (
            "t74"."n_all" - 2
          )
        ) + (
          (
            "t74"."n" - IIF("t74"."first" = "t74"."first_all", 1, 0)
          ) - IIF("t74"."last" = "t74"."last_all", 1, 0)
        ),
        IIF("t74"."first" = "t74"."first_all", 1, 0) + IIF("t74"."last" = "t74"."last_all", 1, 0)
      ) AS REAL) / NULLIF(CAST(IIF("t74"."n_all" > 2, (
        "t74"."n_all" - 2
      ) * 5, 2) AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST(IIF(
          "t74"."n_all" > 2,
          (
            (
              IIF("t74"."first" = "t74"."first_all", 1, 0) + IIF("t74"."last" = "t74"."last_all", 1, 0)
            ) * 2 * (
              "t74"."n_all" - 2
            )
          ) + (
            (
              "t74"."n" - IIF("t74"."first" = "t74"."first_all", 1, 0)
            ) - IIF("t74"."last" = "t74"."last_all", 1, 0)
          ),
          IIF("t74"."first" = "t74"."first_all", 1, 0) + IIF("t74"."last" = "t74"."last_all", 1, 0)
        ) AS REAL) / NULLIF(CAST(IIF("t74"."n_all" > 2, (
          "t74"."n_all" - 2
        ) * 5, 2) AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST(IIF(
            "t74"."n_all" > 2,
            (
              (
                IIF("t74"."first" = "t74"."first_all", 1, 0) + IIF("t74"."last" = "t74"."last_all", 1, 0)
              ) * 2 * (
                "t74"."n_all" - 2
              )
            ) + (
              (
                "t74"."n" - IIF("t74"."first" = "t74"."first_all", 1, 0)
              ) - IIF("t74"."last" = "t74"."last_all", 1, 0)
            ),
            IIF("t74"."first" = "t74"."first_all", 1, 0) + IIF("t74"."last" = "t74"."last_all", 1, 0)
          ) AS REAL) / NULLIF(CAST(IIF("t74"."n_all" > 2, (
            "t74"."n_all" - 2
          ) * 5, 2) AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "position",
    CAST((
      CAST("t74"."weight" AS REAL) / NULLIF(CAST("t74"."weight_all" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST("t74"."weight" AS REAL) / NULLIF(CAST("t74"."weight_all" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST("t74"."weight" AS REAL) / NULLIF(CAST("t74"."weight_all" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "decay",
    CAST((
      CAST((
        IIF("t74"."first" = "t74"."first_all", 1, 0) * 0
      ) + 1 AS REAL) / NULLIF(CAST("t74"."k" AS REAL), 0.0)
    ) * 1000000000000.0 AS INTEGER) - IIF(
      CAST(CAST((
        CAST((
          IIF("t74"."first" = "t74"."first_all", 1, 0) * 0
        ) + 1 AS REAL) / NULLIF(CAST("t74"."k" AS REAL), 0.0)
      ) * 1000000000000.0 AS INTEGER) AS REAL) > (
        (
          CAST((
            IIF("t74"."first" = "t74"."first_all", 1, 0) * 0
          ) + 1 AS REAL) / NULLIF(CAST("t74"."k" AS REAL), 0.0)
        ) * 1000000000000.0
      ),
      1,
      0
    ) AS "shapley"
  FROM t74 AS t74
)
SELECT
  "t75"."source",
  "t75"."team",
  "t75"."channel",
  COUNT(*) AS "wins",
  COUNT(IIF("t75"."is_first" = 1, 1, CAST(NULL AS INTEGER))) AS "first",
  COUNT(IIF("t75"."is_last" = 1, 1, CAST(NULL AS INTEGER))) AS "last",
  SUM("t75"."linear") AS "linear",
  SUM("t75"."position") AS "position",
  SUM("t75"."decay") AS "decay",
  SUM("t75"."shapley") AS "shapley"
FROM t75 AS t75
GROUP BY
  1,
  2,
  3

-- steps
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
      'call',
      'email',
      'email_clicked',
      'email_opened',
      'event_visit',
      'form_filled',
      'meeting',
      'page_view',
      'referred',
      'social'
    )
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
    "t6"."account_id",
    "t6"."channel"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
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
    "t11"."account_id",
    "t11"."channel",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t33 AS t33
    ON "t11"."lead_id" = "t33"."gone_id"
), t38 AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."occurred_s",
    "t34"."seq",
    COALESCE("t34"."account_id", 0) AS "account_id",
    IIF(
      "t34"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t34"."side" = 'sales', 'sales', 'unknown')
    ) AS "team",
    IIF(COALESCE("t34"."channel", '') = '', "t34"."kind", COALESCE("t34"."channel", '')) AS "channel"
  FROM t34 AS t34
  WHERE
    NOT (
      "t34"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t34"."side" = 'buyer'
      )
    )
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('won')
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
    "t7"."worked_s"
  FROM t7 AS t7
  WHERE
    COALESCE("t7"."lead_id", 0) <> 0
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
    "t35"."lead_id" AS "own_lead_id",
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
  FROM t35 AS t35
), t40 AS MATERIALIZED (
  SELECT
    "t36"."lead_id" AS "won_lead_id",
    MIN("t36"."occurred_s") AS "won_s"
  FROM t36 AS t36
  GROUP BY
    1
), t41 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."occurred_s",
    "t38"."seq",
    "t38"."account_id",
    "t38"."team",
    "t38"."channel",
    "t40"."won_lead_id",
    "t40"."won_s"
  FROM t38 AS t38
  LEFT OUTER JOIN t40 AS t40
    ON "t38"."lead_id" = "t40"."won_lead_id"
), t42 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    (
      "t41"."occurred_s" * 2147483648
    ) + "t41"."seq" AS "place",
    CASE
      WHEN "t41"."team" = 'marketing'
      THEN 'm'
      WHEN "t41"."team" = 'sales'
      THEN 's'
      ELSE 'u'
    END || "t41"."channel" AS "player",
    IIF(COALESCE("t41"."won_s", 9000000000) < 9000000000, 1, 0) AS "is_won",
    IIF(
      (
        (
          COALESCE("t41"."won_s", 9000000000) < 9000000000
        )
        AND (
          "t41"."occurred_s" <= COALESCE("t41"."won_s", 9000000000)
        )
        AND (
          COALESCE("t41"."won_s", 9000000000) >= ${since_s}
        )
        AND (
          COALESCE("t41"."won_s", 9000000000) < ${until_s}
        )
      )
      OR (
        NOT (
          COALESCE("t41"."won_s", 9000000000) < 9000000000
        )
        AND (
          "t41"."occurred_s" >= ${since_s}
        )
        AND (
          "t41"."occurred_s" < ${until_s}
        )
      ),
      1,
      0
    ) AS "is_in"
  FROM t41 AS t41
), t43 AS MATERIALIZED (
  SELECT
    *
  FROM t42 AS t42
  WHERE
    "t42"."is_in" = 1
), t44 AS MATERIALIZED (
  SELECT
    "t43"."is_won",
    "t43"."player",
    LAG("t43"."player") OVER (
      PARTITION BY "t43"."lead_id"
      ORDER BY "t43"."place" ASC NULLS LAST
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "before"
  FROM t43 AS t43
), t45 AS MATERIALIZED (
  SELECT
    "t44"."is_won",
    "t44"."player",
    COALESCE("t44"."before", '') AS "before"
  FROM t44 AS t44
)
SELECT
  "t45"."is_won",
  "t45"."player",
  "t45"."before",
  COUNT(*) AS "touches"
FROM t45 AS t45
GROUP BY
  1,
  2,
  3
