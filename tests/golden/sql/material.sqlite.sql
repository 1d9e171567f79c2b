-- usage
WITH "t3" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), "t9" AS MATERIALIZED (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
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
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('asset_sent', 'asset_viewed')
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), t8 AS MATERIALIZED (
  SELECT
    "t5"."seq",
    "t5"."id",
    "t5"."kind",
    "t5"."occurred_s",
    "t5"."occurred_month",
    "t5"."lead_id",
    "t5"."person_id",
    "t5"."side",
    "t5"."source",
    "t5"."value_code",
    "t5"."value_number",
    "t5"."points",
    "t5"."due_s",
    "t5"."worked_s",
    "t5"."asset_id"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
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
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
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
), t30 AS MATERIALIZED (
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
    "t8"."asset_id",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), t31 AS MATERIALIZED (
  SELECT
    "t30"."seq",
    "t30"."id",
    "t30"."kind",
    "t30"."occurred_s",
    "t30"."occurred_month",
    "t30"."person_id",
    "t30"."side",
    "t30"."source",
    "t30"."value_code",
    "t30"."value_number",
    "t30"."points",
    "t30"."due_s",
    "t30"."worked_s",
    "t30"."asset_id",
    "t30"."lead_id" AS "own_lead_id",
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id"
  FROM t30 AS t30
  WHERE
    COALESCE("t30"."asset_id", 0) > 0
), t32 AS MATERIALIZED (
  SELECT
    "t31"."asset_id",
    "t31"."lead_id",
    MIN("t31"."occurred_s") AS "first_s",
    MAX("t31"."occurred_s") AS "last_s",
    COUNT(*) FILTER(WHERE
      (
        "t31"."kind" = 'asset_sent'
      ) AND (
        "t31"."side" = 'sales'
      )) AS "sent_by_sales",
    COUNT(*) FILTER(WHERE
      (
        "t31"."kind" = 'asset_sent'
      ) AND (
        "t31"."side" <> 'sales'
      )) AS "sent_by_marketing",
    COUNT(*) FILTER(WHERE
      NOT (
        "t31"."kind" = 'asset_sent'
      )) AS "viewed"
  FROM t31 AS t31
  GROUP BY
    1,
    2
)
SELECT
  "t32"."asset_id",
  SUM("t32"."sent_by_sales") AS "sent_by_sales",
  SUM("t32"."sent_by_marketing") AS "sent_by_marketing",
  SUM("t32"."viewed") AS "viewed",
  COUNT(*) AS "leads",
  COUNT(
    IIF(
      (
        "t32"."sent_by_sales" + "t32"."sent_by_marketing"
      ) > 0,
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "leads_sent",
  COUNT(IIF("t32"."viewed" > 0, 1, CAST(NULL AS INTEGER))) AS "leads_viewed",
  MIN("t32"."first_s") AS "first_s",
  MAX("t32"."last_s") AS "last_s"
FROM t32 AS t32
GROUP BY
  1

-- deals
WITH "t3" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), "t9" AS MATERIALIZED (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
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
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), t8 AS MATERIALIZED (
  SELECT
    "t5"."seq",
    "t5"."id",
    "t5"."kind",
    "t5"."occurred_s",
    "t5"."occurred_month",
    "t5"."lead_id",
    "t5"."person_id",
    "t5"."side",
    "t5"."source",
    "t5"."value_code",
    "t5"."value_number",
    "t5"."points",
    "t5"."due_s",
    "t5"."worked_s",
    "t5"."deal_id",
    "t5"."stage"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
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
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
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
), t30 AS MATERIALIZED (
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
    "t8"."deal_id",
    "t8"."stage",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), t31 AS MATERIALIZED (
  SELECT
    "t30"."seq",
    "t30"."id",
    "t30"."kind",
    "t30"."occurred_s",
    "t30"."occurred_month",
    "t30"."person_id",
    "t30"."side",
    "t30"."source",
    "t30"."value_code",
    "t30"."value_number",
    "t30"."points",
    "t30"."due_s",
    "t30"."worked_s",
    "t30"."deal_id",
    "t30"."stage",
    "t30"."lead_id" AS "own_lead_id",
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id"
  FROM t30 AS t30
  WHERE
    COALESCE("t30"."deal_id", 0) > 0
), t32 AS MATERIALIZED (
  SELECT
    "t31"."deal_id",
    MIN("t31"."lead_id") AS "lead_id",
    MIN("t31"."occurred_s") AS "opened_s",
    MIN(IIF("t31"."kind" IN ('won', 'lost'), "t31"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t31"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t31 AS t31
  GROUP BY
    1
), t33 AS MATERIALIZED (
  SELECT
    *
  FROM t32 AS t32
  WHERE
    "t32"."opened_s" >= ${since_s}
    AND "t32"."opened_s" < ${until_s}
)
SELECT
  COUNT(*) AS "deals",
  COUNT(IIF("t33"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t33 AS t33

-- with_it
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
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t6"."deal_id",
    "t6"."stage"
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
    "t11"."deal_id",
    "t11"."stage",
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
    "t34"."deal_id",
    "t34"."stage",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM t34 AS t34
  WHERE
    COALESCE("t34"."deal_id", 0) > 0
), t38 AS MATERIALIZED (
  SELECT
    "t36"."deal_id",
    MIN("t36"."lead_id") AS "lead_id",
    MIN("t36"."occurred_s") AS "opened_s",
    MIN(IIF("t36"."kind" IN ('won', 'lost'), "t36"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t36"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t36 AS t36
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    *
  FROM t38 AS t38
  WHERE
    "t38"."opened_s" >= ${since_s}
    AND "t38"."opened_s" < ${until_s}
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('asset_sent', 'asset_viewed')
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
    "t7"."asset_id"
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
    "t12"."asset_id",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t33 AS t33
    ON "t12"."lead_id" = "t33"."gone_id"
), t37 AS MATERIALIZED (
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
    "t35"."asset_id",
    "t35"."lead_id" AS "own_lead_id",
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
  FROM t35 AS t35
  WHERE
    COALESCE("t35"."asset_id", 0) > 0
), t39 AS MATERIALIZED (
  SELECT
    "t37"."asset_id",
    "t37"."lead_id",
    MIN("t37"."occurred_s") AS "first_s",
    MAX("t37"."occurred_s") AS "last_s",
    COUNT(*) FILTER(WHERE
      (
        "t37"."kind" = 'asset_sent'
      ) AND (
        "t37"."side" = 'sales'
      )) AS "sent_by_sales",
    COUNT(*) FILTER(WHERE
      (
        "t37"."kind" = 'asset_sent'
      ) AND (
        "t37"."side" <> 'sales'
      )) AS "sent_by_marketing",
    COUNT(*) FILTER(WHERE
      NOT (
        "t37"."kind" = 'asset_sent'
      )) AS "viewed"
  FROM t37 AS t37
  GROUP BY
    1,
    2
), t42 AS MATERIALIZED (
  SELECT
    "t39"."asset_id",
    "t39"."first_s",
    "t39"."lead_id" AS "use_lead_id"
  FROM t39 AS t39
), t44 AS MATERIALIZED (
  SELECT
    "t43"."deal_id",
    "t43"."lead_id",
    "t43"."opened_s",
    "t43"."closed_s",
    "t43"."is_won",
    "t42"."asset_id",
    "t42"."first_s",
    "t42"."use_lead_id"
  FROM t43 AS t43
  INNER JOIN t42 AS t42
    ON "t43"."lead_id" = "t42"."use_lead_id"
), t45 AS MATERIALIZED (
  SELECT
    *
  FROM t44 AS t44
  WHERE
    "t44"."first_s" < "t44"."closed_s"
)
SELECT
  "t45"."asset_id",
  COUNT(*) AS "deals",
  COUNT(IIF("t45"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t45 AS t45
GROUP BY
  1

-- left_stages
WITH "t3" AS MATERIALIZED (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('merged', 'unmerged')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), "t9" AS MATERIALIZED (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
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
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
), t5 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t3"
      )
    )
), t8 AS MATERIALIZED (
  SELECT
    "t5"."seq",
    "t5"."id",
    "t5"."kind",
    "t5"."occurred_s",
    "t5"."occurred_month",
    "t5"."lead_id",
    "t5"."person_id",
    "t5"."side",
    "t5"."source",
    "t5"."value_code",
    "t5"."value_number",
    "t5"."points",
    "t5"."due_s",
    "t5"."worked_s",
    "t5"."deal_id",
    "t5"."stage"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
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
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
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
), "t30" AS MATERIALIZED (
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
    "t8"."deal_id",
    "t8"."stage",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), t34 AS MATERIALIZED (
  SELECT
    "t31"."deal_id",
    COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id",
    COALESCE("t31"."stage", 'unknown') AS "stage",
    (
      "t31"."occurred_s" * 2147483648
    ) + "t31"."seq" + 1000000000000000000 AS "entry"
  FROM "t30" AS "t31"
  WHERE
    COALESCE("t31"."deal_id", 0) > 0
    AND IIF("t31"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) = 1
), t35 AS MATERIALIZED (
  SELECT
    "t31"."deal_id",
    COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id",
    "t31"."occurred_s",
    (
      "t31"."occurred_s" * 2147483648
    ) + "t31"."seq" + 1000000000000000000 AS "place",
    COALESCE("t31"."stage", 'unknown') AS "stage",
    IIF("t31"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) AS "is_entry",
    CAST((
      "t31"."occurred_s" * 2147483648
    ) + "t31"."seq" + 1000000000000000000 AS TEXT) || CASE
      WHEN "t31"."kind" = 'won'
      THEN 'w'
      WHEN "t31"."kind" = 'lost'
      THEN 'l'
      ELSE 's'
    END || COALESCE("t31"."stage", 'unknown') AS "named"
  FROM "t30" AS "t31"
  WHERE
    COALESCE("t31"."deal_id", 0) > 0
), t37 AS MATERIALIZED (
  SELECT
    "t35"."deal_id",
    "t35"."place",
    MIN("t35"."named") AS "named",
    MIN("t35"."occurred_s") AS "occurred_s"
  FROM t35 AS t35
  GROUP BY
    1,
    2
), t41 AS MATERIALIZED (
  SELECT
    "t37"."place",
    "t37"."named",
    "t37"."occurred_s",
    "t37"."deal_id" AS "later_deal_id"
  FROM t37 AS t37
), t42 AS MATERIALIZED (
  SELECT
    "t34"."deal_id",
    "t34"."lead_id",
    "t34"."stage",
    "t34"."entry",
    "t41"."place",
    "t41"."named",
    "t41"."occurred_s",
    "t41"."later_deal_id"
  FROM t34 AS t34
  INNER JOIN t41 AS t41
    ON "t34"."deal_id" = "t41"."later_deal_id"
), t43 AS MATERIALIZED (
  SELECT
    *
  FROM t42 AS t42
  WHERE
    "t42"."place" > "t42"."entry"
), t44 AS MATERIALIZED (
  SELECT
    "t43"."deal_id",
    "t43"."lead_id",
    "t43"."stage",
    "t43"."entry",
    MIN("t43"."occurred_s") AS "left_s",
    MIN("t43"."named") AS "named"
  FROM t43 AS t43
  GROUP BY
    1,
    2,
    3,
    4
), t45 AS MATERIALIZED (
  SELECT
    "t44"."deal_id",
    "t44"."lead_id",
    "t44"."stage",
    "t44"."left_s",
    "t44"."named",
    CASE
      WHEN SUBSTRING("t44"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t44"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t44"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t44"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t44"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t44"."named")))
    END AS "onward"
  FROM t44 AS t44
), t46 AS MATERIALIZED (
  SELECT
    *
  FROM t45 AS t45
  WHERE
    "t45"."onward" <> "t45"."stage"
), t47 AS MATERIALIZED (
  SELECT
    "t46"."deal_id",
    "t46"."stage",
    MIN("t46"."lead_id") AS "lead_id",
    MIN("t46"."left_s") AS "left_s",
    MIN("t46"."named") AS "named"
  FROM t46 AS t46
  GROUP BY
    1,
    2
), t49 AS MATERIALIZED (
  SELECT
    "t47"."deal_id",
    "t47"."lead_id",
    "t47"."stage",
    "t47"."left_s",
    CASE
      WHEN SUBSTRING("t47"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t47"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t47"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t47"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t47"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t47"."named")))
    END AS "onward"
  FROM t47 AS t47
), t32 AS MATERIALIZED (
  SELECT
    "t31"."seq",
    "t31"."id",
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
    "t31"."deal_id",
    "t31"."stage",
    "t31"."lead_id" AS "own_lead_id",
    COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id"
  FROM "t30" AS "t31"
  WHERE
    COALESCE("t31"."deal_id", 0) > 0
), t36 AS MATERIALIZED (
  SELECT
    "t32"."deal_id",
    MIN("t32"."lead_id") AS "lead_id",
    MIN("t32"."occurred_s") AS "opened_s",
    MIN(IIF("t32"."kind" IN ('won', 'lost'), "t32"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t32"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t32 AS t32
  GROUP BY
    1
), t40 AS MATERIALIZED (
  SELECT
    "t36"."deal_id" AS "chosen_id"
  FROM t36 AS t36
  WHERE
    "t36"."opened_s" >= ${since_s}
    AND "t36"."opened_s" < ${until_s}
), t50 AS MATERIALIZED (
  SELECT
    "t49"."deal_id",
    "t49"."lead_id",
    "t49"."stage",
    "t49"."left_s",
    "t49"."onward",
    "t40"."chosen_id"
  FROM t49 AS t49
  INNER JOIN t40 AS t40
    ON "t49"."deal_id" = "t40"."chosen_id"
), t51 AS MATERIALIZED (
  SELECT
    "t50"."deal_id",
    "t50"."lead_id",
    "t50"."stage",
    "t50"."left_s",
    "t50"."onward"
  FROM t50 AS t50
)
SELECT
  "t51"."stage",
  "t51"."onward",
  COUNT(*) AS "n"
FROM t51 AS t51
GROUP BY
  1,
  2

-- left_with_it
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
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t7"."deal_id",
    "t7"."stage"
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
), "t35" AS MATERIALIZED (
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
    "t12"."deal_id",
    "t12"."stage",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t33 AS t33
    ON "t12"."lead_id" = "t33"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    "t36"."deal_id",
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    COALESCE("t36"."stage", 'unknown') AS "stage",
    (
      "t36"."occurred_s" * 2147483648
    ) + "t36"."seq" + 1000000000000000000 AS "entry"
  FROM "t35" AS "t36"
  WHERE
    COALESCE("t36"."deal_id", 0) > 0
    AND IIF("t36"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) = 1
), t42 AS MATERIALIZED (
  SELECT
    "t36"."deal_id",
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."occurred_s",
    (
      "t36"."occurred_s" * 2147483648
    ) + "t36"."seq" + 1000000000000000000 AS "place",
    COALESCE("t36"."stage", 'unknown') AS "stage",
    IIF("t36"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) AS "is_entry",
    CAST((
      "t36"."occurred_s" * 2147483648
    ) + "t36"."seq" + 1000000000000000000 AS TEXT) || CASE
      WHEN "t36"."kind" = 'won'
      THEN 'w'
      WHEN "t36"."kind" = 'lost'
      THEN 'l'
      ELSE 's'
    END || COALESCE("t36"."stage", 'unknown') AS "named"
  FROM "t35" AS "t36"
  WHERE
    COALESCE("t36"."deal_id", 0) > 0
), t46 AS MATERIALIZED (
  SELECT
    "t42"."deal_id",
    "t42"."place",
    MIN("t42"."named") AS "named",
    MIN("t42"."occurred_s") AS "occurred_s"
  FROM t42 AS t42
  GROUP BY
    1,
    2
), t50 AS MATERIALIZED (
  SELECT
    "t46"."place",
    "t46"."named",
    "t46"."occurred_s",
    "t46"."deal_id" AS "later_deal_id"
  FROM t46 AS t46
), t51 AS MATERIALIZED (
  SELECT
    "t40"."deal_id",
    "t40"."lead_id",
    "t40"."stage",
    "t40"."entry",
    "t50"."place",
    "t50"."named",
    "t50"."occurred_s",
    "t50"."later_deal_id"
  FROM t40 AS t40
  INNER JOIN t50 AS t50
    ON "t40"."deal_id" = "t50"."later_deal_id"
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
  WHERE
    "t51"."place" > "t51"."entry"
), t53 AS MATERIALIZED (
  SELECT
    "t52"."deal_id",
    "t52"."lead_id",
    "t52"."stage",
    "t52"."entry",
    MIN("t52"."occurred_s") AS "left_s",
    MIN("t52"."named") AS "named"
  FROM t52 AS t52
  GROUP BY
    1,
    2,
    3,
    4
), t54 AS MATERIALIZED (
  SELECT
    "t53"."deal_id",
    "t53"."lead_id",
    "t53"."stage",
    "t53"."left_s",
    "t53"."named",
    CASE
      WHEN SUBSTRING("t53"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t53"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t53"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t53"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t53"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t53"."named")))
    END AS "onward"
  FROM t53 AS t53
), t55 AS MATERIALIZED (
  SELECT
    *
  FROM t54 AS t54
  WHERE
    "t54"."onward" <> "t54"."stage"
), t56 AS MATERIALIZED (
  SELECT
    "t55"."deal_id",
    "t55"."stage",
    MIN("t55"."lead_id") AS "lead_id",
    MIN("t55"."left_s") AS "left_s",
    MIN("t55"."named") AS "named"
  FROM t55 AS t55
  GROUP BY
    1,
    2
), t58 AS MATERIALIZED (
  SELECT
    "t56"."deal_id",
    "t56"."lead_id",
    "t56"."stage",
    "t56"."left_s",
    CASE
      WHEN SUBSTRING("t56"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t56"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t56"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t56"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t56"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t56"."named")))
    END AS "onward"
  FROM t56 AS t56
), t38 AS MATERIALIZED (
  SELECT
    "t36"."seq",
    "t36"."id",
    "t36"."kind",
    "t36"."occurred_s",
    "t36"."occurred_month",
    "t36"."person_id",
    "t36"."side",
    "t36"."source",
    "t36"."value_code",
    "t36"."value_number",
    "t36"."points",
    "t36"."due_s",
    "t36"."worked_s",
    "t36"."deal_id",
    "t36"."stage",
    "t36"."lead_id" AS "own_lead_id",
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id"
  FROM "t35" AS "t36"
  WHERE
    COALESCE("t36"."deal_id", 0) > 0
), t43 AS MATERIALIZED (
  SELECT
    "t38"."deal_id",
    MIN("t38"."lead_id") AS "lead_id",
    MIN("t38"."occurred_s") AS "opened_s",
    MIN(IIF("t38"."kind" IN ('won', 'lost'), "t38"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t38"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t38 AS t38
  GROUP BY
    1
), t49 AS MATERIALIZED (
  SELECT
    "t43"."deal_id" AS "chosen_id"
  FROM t43 AS t43
  WHERE
    "t43"."opened_s" >= ${since_s}
    AND "t43"."opened_s" < ${until_s}
), t59 AS MATERIALIZED (
  SELECT
    "t58"."deal_id",
    "t58"."lead_id",
    "t58"."stage",
    "t58"."left_s",
    "t58"."onward",
    "t49"."chosen_id"
  FROM t58 AS t58
  INNER JOIN t49 AS t49
    ON "t58"."deal_id" = "t49"."chosen_id"
), t61 AS MATERIALIZED (
  SELECT
    "t59"."deal_id",
    "t59"."lead_id",
    "t59"."stage",
    "t59"."left_s",
    "t59"."onward"
  FROM t59 AS t59
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('asset_sent', 'asset_viewed')
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
    "t6"."asset_id"
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
    "t11"."asset_id",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t33 AS t33
    ON "t11"."lead_id" = "t33"."gone_id"
), t37 AS MATERIALIZED (
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
    "t34"."asset_id",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM t34 AS t34
  WHERE
    COALESCE("t34"."asset_id", 0) > 0
), t41 AS MATERIALIZED (
  SELECT
    "t37"."asset_id",
    "t37"."lead_id",
    MIN("t37"."occurred_s") AS "first_s",
    MAX("t37"."occurred_s") AS "last_s",
    COUNT(*) FILTER(WHERE
      (
        "t37"."kind" = 'asset_sent'
      ) AND (
        "t37"."side" = 'sales'
      )) AS "sent_by_sales",
    COUNT(*) FILTER(WHERE
      (
        "t37"."kind" = 'asset_sent'
      ) AND (
        "t37"."side" <> 'sales'
      )) AS "sent_by_marketing",
    COUNT(*) FILTER(WHERE
      NOT (
        "t37"."kind" = 'asset_sent'
      )) AS "viewed"
  FROM t37 AS t37
  GROUP BY
    1,
    2
), t45 AS MATERIALIZED (
  SELECT
    "t41"."asset_id",
    "t41"."first_s",
    "t41"."lead_id" AS "use_lead_id"
  FROM t41 AS t41
), t62 AS MATERIALIZED (
  SELECT
    "t61"."deal_id",
    "t61"."lead_id",
    "t61"."stage",
    "t61"."left_s",
    "t61"."onward",
    "t45"."asset_id",
    "t45"."first_s",
    "t45"."use_lead_id"
  FROM t61 AS t61
  INNER JOIN t45 AS t45
    ON "t61"."lead_id" = "t45"."use_lead_id"
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t62 AS t62
  WHERE
    "t62"."first_s" < "t62"."left_s"
)
SELECT
  "t63"."asset_id",
  "t63"."stage",
  "t63"."onward",
  COUNT(*) AS "n"
FROM t63 AS t63
GROUP BY
  1,
  2,
  3
