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
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
  FROM t6 AS t6
), t11 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."key") AS "last_key"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."key" IN (
      SELECT
        "t11"."last_key"
      FROM t11 AS t11
    )
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t13 AS t13
  WHERE
    "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
), "t15" AS MATERIALIZED (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM t14 AS t14
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
), t19 AS MATERIALIZED (
  SELECT
    "t16"."gone_id" AS "via_id",
    "t16"."into_id" AS "onward_id"
  FROM "t15" AS "t16"
), t20 AS MATERIALIZED (
  SELECT
    "t17"."gone_id",
    "t17"."into_id",
    "t17"."merged_s",
    "t17"."merged_key",
    "t19"."via_id",
    "t19"."onward_id"
  FROM "t15" AS "t17"
  LEFT OUTER JOIN t19 AS t19
    ON "t17"."into_id" = "t19"."via_id"
), t22 AS MATERIALIZED (
  SELECT
    "t20"."gone_id",
    "t20"."merged_s",
    "t20"."merged_key",
    COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
  FROM t20 AS t20
), t23 AS MATERIALIZED (
  SELECT
    "t22"."gone_id",
    "t22"."merged_s",
    "t22"."merged_key",
    "t22"."into_id",
    "t19"."via_id",
    "t19"."onward_id"
  FROM t22 AS t22
  LEFT OUTER JOIN t19 AS t19
    ON "t22"."into_id" = "t19"."via_id"
), t25 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
  FROM t23 AS t23
), t26 AS MATERIALIZED (
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
    "t8"."worked_s",
    "t8"."asset_id",
    "t25"."gone_id",
    "t25"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), t27 AS MATERIALIZED (
  SELECT
    "t26"."seq",
    "t26"."kind",
    "t26"."occurred_s",
    "t26"."occurred_month",
    "t26"."person_id",
    "t26"."side",
    "t26"."source",
    "t26"."value_code",
    "t26"."value_number",
    "t26"."points",
    "t26"."due_s",
    "t26"."worked_s",
    "t26"."asset_id",
    "t26"."lead_id" AS "own_lead_id",
    COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id"
  FROM t26 AS t26
  WHERE
    COALESCE("t26"."asset_id", 0) > 0
), t28 AS MATERIALIZED (
  SELECT
    "t27"."asset_id",
    "t27"."lead_id",
    MIN("t27"."occurred_s") AS "first_s",
    MAX("t27"."occurred_s") AS "last_s",
    COUNT(*) FILTER(WHERE
      (
        "t27"."kind" = 'asset_sent'
      ) AND (
        "t27"."side" = 'sales'
      )) AS "sent_by_sales",
    COUNT(*) FILTER(WHERE
      (
        "t27"."kind" = 'asset_sent'
      ) AND (
        "t27"."side" <> 'sales'
      )) AS "sent_by_marketing",
    COUNT(*) FILTER(WHERE
      NOT (
        "t27"."kind" = 'asset_sent'
      )) AS "viewed"
  FROM t27 AS t27
  GROUP BY
    1,
    2
)
SELECT
  "t28"."asset_id",
  SUM("t28"."sent_by_sales") AS "sent_by_sales",
  SUM("t28"."sent_by_marketing") AS "sent_by_marketing",
  SUM("t28"."viewed") AS "viewed",
  COUNT(*) AS "leads",
  COUNT(
    IIF(
      (
        "t28"."sent_by_sales" + "t28"."sent_by_marketing"
      ) > 0,
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "leads_sent",
  COUNT(IIF("t28"."viewed" > 0, 1, CAST(NULL AS INTEGER))) AS "leads_viewed",
  MIN("t28"."first_s") AS "first_s",
  MAX("t28"."last_s") AS "last_s"
FROM t28 AS t28
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
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
  FROM t6 AS t6
), t11 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."key") AS "last_key"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."key" IN (
      SELECT
        "t11"."last_key"
      FROM t11 AS t11
    )
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t13 AS t13
  WHERE
    "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
), "t15" AS MATERIALIZED (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM t14 AS t14
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
), t19 AS MATERIALIZED (
  SELECT
    "t16"."gone_id" AS "via_id",
    "t16"."into_id" AS "onward_id"
  FROM "t15" AS "t16"
), t20 AS MATERIALIZED (
  SELECT
    "t17"."gone_id",
    "t17"."into_id",
    "t17"."merged_s",
    "t17"."merged_key",
    "t19"."via_id",
    "t19"."onward_id"
  FROM "t15" AS "t17"
  LEFT OUTER JOIN t19 AS t19
    ON "t17"."into_id" = "t19"."via_id"
), t22 AS MATERIALIZED (
  SELECT
    "t20"."gone_id",
    "t20"."merged_s",
    "t20"."merged_key",
    COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
  FROM t20 AS t20
), t23 AS MATERIALIZED (
  SELECT
    "t22"."gone_id",
    "t22"."merged_s",
    "t22"."merged_key",
    "t22"."into_id",
    "t19"."via_id",
    "t19"."onward_id"
  FROM t22 AS t22
  LEFT OUTER JOIN t19 AS t19
    ON "t22"."into_id" = "t19"."via_id"
), t25 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
  FROM t23 AS t23
), t26 AS MATERIALIZED (
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
    "t8"."worked_s",
    "t8"."deal_id",
    "t8"."stage",
    "t25"."gone_id",
    "t25"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), t27 AS MATERIALIZED (
  SELECT
    "t26"."seq",
    "t26"."kind",
    "t26"."occurred_s",
    "t26"."occurred_month",
    "t26"."person_id",
    "t26"."side",
    "t26"."source",
    "t26"."value_code",
    "t26"."value_number",
    "t26"."points",
    "t26"."due_s",
    "t26"."worked_s",
    "t26"."deal_id",
    "t26"."stage",
    "t26"."lead_id" AS "own_lead_id",
    COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id"
  FROM t26 AS t26
  WHERE
    COALESCE("t26"."deal_id", 0) > 0
), t28 AS MATERIALIZED (
  SELECT
    "t27"."deal_id",
    MIN("t27"."lead_id") AS "lead_id",
    MIN("t27"."occurred_s") AS "opened_s",
    MIN(IIF("t27"."kind" IN ('won', 'lost'), "t27"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t27"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t27 AS t27
  GROUP BY
    1
), t29 AS MATERIALIZED (
  SELECT
    *
  FROM t28 AS t28
  WHERE
    "t28"."opened_s" >= ${since_s}
    AND "t28"."opened_s" < ${until_s}
)
SELECT
  COUNT(*) AS "deals",
  COUNT(IIF("t29"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t29 AS t29

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
    "t11"."deal_id",
    "t11"."stage",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t29 AS t29
    ON "t11"."lead_id" = "t29"."gone_id"
), t32 AS MATERIALIZED (
  SELECT
    "t30"."seq",
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
), t34 AS MATERIALIZED (
  SELECT
    "t32"."deal_id",
    MIN("t32"."lead_id") AS "lead_id",
    MIN("t32"."occurred_s") AS "opened_s",
    MIN(IIF("t32"."kind" IN ('won', 'lost'), "t32"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t32"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t32 AS t32
  GROUP BY
    1
), t39 AS MATERIALIZED (
  SELECT
    *
  FROM t34 AS t34
  WHERE
    "t34"."opened_s" >= ${since_s}
    AND "t34"."opened_s" < ${until_s}
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
    "t12"."asset_id",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t29 AS t29
    ON "t12"."lead_id" = "t29"."gone_id"
), t33 AS MATERIALIZED (
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
    "t31"."asset_id",
    "t31"."lead_id" AS "own_lead_id",
    COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id"
  FROM t31 AS t31
  WHERE
    COALESCE("t31"."asset_id", 0) > 0
), t35 AS MATERIALIZED (
  SELECT
    "t33"."asset_id",
    "t33"."lead_id",
    MIN("t33"."occurred_s") AS "first_s",
    MAX("t33"."occurred_s") AS "last_s",
    COUNT(*) FILTER(WHERE
      (
        "t33"."kind" = 'asset_sent'
      ) AND (
        "t33"."side" = 'sales'
      )) AS "sent_by_sales",
    COUNT(*) FILTER(WHERE
      (
        "t33"."kind" = 'asset_sent'
      ) AND (
        "t33"."side" <> 'sales'
      )) AS "sent_by_marketing",
    COUNT(*) FILTER(WHERE
      NOT (
        "t33"."kind" = 'asset_sent'
      )) AS "viewed"
  FROM t33 AS t33
  GROUP BY
    1,
    2
), t38 AS MATERIALIZED (
  SELECT
    "t35"."asset_id",
    "t35"."first_s",
    "t35"."lead_id" AS "use_lead_id"
  FROM t35 AS t35
), t40 AS MATERIALIZED (
  SELECT
    "t39"."deal_id",
    "t39"."lead_id",
    "t39"."opened_s",
    "t39"."closed_s",
    "t39"."is_won",
    "t38"."asset_id",
    "t38"."first_s",
    "t38"."use_lead_id"
  FROM t39 AS t39
  INNER JOIN t38 AS t38
    ON "t39"."lead_id" = "t38"."use_lead_id"
), t41 AS MATERIALIZED (
  SELECT
    *
  FROM t40 AS t40
  WHERE
    "t40"."first_s" < "t40"."closed_s"
)
SELECT
  "t41"."asset_id",
  COUNT(*) AS "deals",
  COUNT(IIF("t41"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t41 AS t41
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
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
  FROM t6 AS t6
), t11 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."key") AS "last_key"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."key" IN (
      SELECT
        "t11"."last_key"
      FROM t11 AS t11
    )
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t13 AS t13
  WHERE
    "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
), "t15" AS MATERIALIZED (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM t14 AS t14
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
), t19 AS MATERIALIZED (
  SELECT
    "t16"."gone_id" AS "via_id",
    "t16"."into_id" AS "onward_id"
  FROM "t15" AS "t16"
), t20 AS MATERIALIZED (
  SELECT
    "t17"."gone_id",
    "t17"."into_id",
    "t17"."merged_s",
    "t17"."merged_key",
    "t19"."via_id",
    "t19"."onward_id"
  FROM "t15" AS "t17"
  LEFT OUTER JOIN t19 AS t19
    ON "t17"."into_id" = "t19"."via_id"
), t22 AS MATERIALIZED (
  SELECT
    "t20"."gone_id",
    "t20"."merged_s",
    "t20"."merged_key",
    COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
  FROM t20 AS t20
), t23 AS MATERIALIZED (
  SELECT
    "t22"."gone_id",
    "t22"."merged_s",
    "t22"."merged_key",
    "t22"."into_id",
    "t19"."via_id",
    "t19"."onward_id"
  FROM t22 AS t22
  LEFT OUTER JOIN t19 AS t19
    ON "t22"."into_id" = "t19"."via_id"
), t25 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
  FROM t23 AS t23
), "t26" AS MATERIALIZED (
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
    "t8"."worked_s",
    "t8"."deal_id",
    "t8"."stage",
    "t25"."gone_id",
    "t25"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), t30 AS MATERIALIZED (
  SELECT
    "t27"."deal_id",
    COALESCE("t27"."into_id", "t27"."lead_id") AS "lead_id",
    COALESCE("t27"."stage", 'unknown') AS "stage",
    (
      "t27"."occurred_s" * 2147483648
    ) + "t27"."seq" + 1000000000000000000 AS "entry"
  FROM "t26" AS "t27"
  WHERE
    COALESCE("t27"."deal_id", 0) > 0
    AND IIF("t27"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) = 1
), t31 AS MATERIALIZED (
  SELECT
    "t27"."deal_id",
    COALESCE("t27"."into_id", "t27"."lead_id") AS "lead_id",
    "t27"."occurred_s",
    (
      "t27"."occurred_s" * 2147483648
    ) + "t27"."seq" + 1000000000000000000 AS "place",
    COALESCE("t27"."stage", 'unknown') AS "stage",
    IIF("t27"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) AS "is_entry",
    CAST((
      "t27"."occurred_s" * 2147483648
    ) + "t27"."seq" + 1000000000000000000 AS TEXT) || CASE
      WHEN "t27"."kind" = 'won'
      THEN 'w'
      WHEN "t27"."kind" = 'lost'
      THEN 'l'
      ELSE 's'
    END || COALESCE("t27"."stage", 'unknown') AS "named"
  FROM "t26" AS "t27"
  WHERE
    COALESCE("t27"."deal_id", 0) > 0
), t33 AS MATERIALIZED (
  SELECT
    "t31"."deal_id",
    "t31"."place",
    MIN("t31"."named") AS "named",
    MIN("t31"."occurred_s") AS "occurred_s"
  FROM t31 AS t31
  GROUP BY
    1,
    2
), t37 AS MATERIALIZED (
  SELECT
    "t33"."place",
    "t33"."named",
    "t33"."occurred_s",
    "t33"."deal_id" AS "later_deal_id"
  FROM t33 AS t33
), t38 AS MATERIALIZED (
  SELECT
    "t30"."deal_id",
    "t30"."lead_id",
    "t30"."stage",
    "t30"."entry",
    "t37"."place",
    "t37"."named",
    "t37"."occurred_s",
    "t37"."later_deal_id"
  FROM t30 AS t30
  INNER JOIN t37 AS t37
    ON "t30"."deal_id" = "t37"."later_deal_id"
), t39 AS MATERIALIZED (
  SELECT
    *
  FROM t38 AS t38
  WHERE
    "t38"."place" > "t38"."entry"
), t40 AS MATERIALIZED (
  SELECT
    "t39"."deal_id",
    "t39"."lead_id",
    "t39"."stage",
    "t39"."entry",
    MIN("t39"."occurred_s") AS "left_s",
    MIN("t39"."named") AS "named"
  FROM t39 AS t39
  GROUP BY
    1,
    2,
    3,
    4
), t41 AS MATERIALIZED (
  SELECT
    "t40"."deal_id",
    "t40"."lead_id",
    "t40"."stage",
    "t40"."left_s",
    "t40"."named",
    CASE
      WHEN SUBSTRING("t40"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t40"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t40"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t40"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t40"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t40"."named")))
    END AS "onward"
  FROM t40 AS t40
), t42 AS MATERIALIZED (
  SELECT
    *
  FROM t41 AS t41
  WHERE
    "t41"."onward" <> "t41"."stage"
), t43 AS MATERIALIZED (
  SELECT
    "t42"."deal_id",
    "t42"."stage",
    MIN("t42"."lead_id") AS "lead_id",
    MIN("t42"."left_s") AS "left_s",
    MIN("t42"."named") AS "named"
  FROM t42 AS t42
  GROUP BY
    1,
    2
), t45 AS MATERIALIZED (
  SELECT
    "t43"."deal_id",
    "t43"."lead_id",
    "t43"."stage",
    "t43"."left_s",
    CASE
      WHEN SUBSTRING("t43"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t43"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t43"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t43"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t43"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t43"."named")))
    END AS "onward"
  FROM t43 AS t43
), t28 AS MATERIALIZED (
  SELECT
    "t27"."seq",
    "t27"."kind",
    "t27"."occurred_s",
    "t27"."occurred_month",
    "t27"."person_id",
    "t27"."side",
    "t27"."source",
    "t27"."value_code",
    "t27"."value_number",
    "t27"."points",
    "t27"."due_s",
    "t27"."worked_s",
    "t27"."deal_id",
    "t27"."stage",
    "t27"."lead_id" AS "own_lead_id",
    COALESCE("t27"."into_id", "t27"."lead_id") AS "lead_id"
  FROM "t26" AS "t27"
  WHERE
    COALESCE("t27"."deal_id", 0) > 0
), t32 AS MATERIALIZED (
  SELECT
    "t28"."deal_id",
    MIN("t28"."lead_id") AS "lead_id",
    MIN("t28"."occurred_s") AS "opened_s",
    MIN(IIF("t28"."kind" IN ('won', 'lost'), "t28"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t28"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t28 AS t28
  GROUP BY
    1
), t36 AS MATERIALIZED (
  SELECT
    "t32"."opened_s",
    "t32"."deal_id" AS "chosen_id"
  FROM t32 AS t32
  WHERE
    "t32"."opened_s" >= ${since_s}
    AND "t32"."opened_s" < ${until_s}
), t46 AS MATERIALIZED (
  SELECT
    "t45"."deal_id",
    "t45"."lead_id",
    "t45"."stage",
    "t45"."left_s",
    "t45"."onward",
    "t36"."opened_s",
    "t36"."chosen_id"
  FROM t45 AS t45
  INNER JOIN t36 AS t36
    ON "t45"."deal_id" = "t36"."chosen_id"
), t47 AS MATERIALIZED (
  SELECT
    "t46"."deal_id",
    "t46"."lead_id",
    "t46"."stage",
    "t46"."left_s",
    "t46"."onward",
    "t46"."opened_s"
  FROM t46 AS t46
)
SELECT
  "t47"."stage",
  "t47"."onward",
  COUNT(*) AS "n"
FROM t47 AS t47
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
), "t31" AS MATERIALIZED (
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
    "t12"."deal_id",
    "t12"."stage",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t29 AS t29
    ON "t12"."lead_id" = "t29"."gone_id"
), t36 AS MATERIALIZED (
  SELECT
    "t32"."deal_id",
    COALESCE("t32"."into_id", "t32"."lead_id") AS "lead_id",
    COALESCE("t32"."stage", 'unknown') AS "stage",
    (
      "t32"."occurred_s" * 2147483648
    ) + "t32"."seq" + 1000000000000000000 AS "entry"
  FROM "t31" AS "t32"
  WHERE
    COALESCE("t32"."deal_id", 0) > 0
    AND IIF("t32"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) = 1
), t38 AS MATERIALIZED (
  SELECT
    "t32"."deal_id",
    COALESCE("t32"."into_id", "t32"."lead_id") AS "lead_id",
    "t32"."occurred_s",
    (
      "t32"."occurred_s" * 2147483648
    ) + "t32"."seq" + 1000000000000000000 AS "place",
    COALESCE("t32"."stage", 'unknown') AS "stage",
    IIF("t32"."kind" IN ('deal_opened', 'stage_changed'), 1, 0) AS "is_entry",
    CAST((
      "t32"."occurred_s" * 2147483648
    ) + "t32"."seq" + 1000000000000000000 AS TEXT) || CASE
      WHEN "t32"."kind" = 'won'
      THEN 'w'
      WHEN "t32"."kind" = 'lost'
      THEN 'l'
      ELSE 's'
    END || COALESCE("t32"."stage", 'unknown') AS "named"
  FROM "t31" AS "t32"
  WHERE
    COALESCE("t32"."deal_id", 0) > 0
), t42 AS MATERIALIZED (
  SELECT
    "t38"."deal_id",
    "t38"."place",
    MIN("t38"."named") AS "named",
    MIN("t38"."occurred_s") AS "occurred_s"
  FROM t38 AS t38
  GROUP BY
    1,
    2
), t46 AS MATERIALIZED (
  SELECT
    "t42"."place",
    "t42"."named",
    "t42"."occurred_s",
    "t42"."deal_id" AS "later_deal_id"
  FROM t42 AS t42
), t47 AS MATERIALIZED (
  SELECT
    "t36"."deal_id",
    "t36"."lead_id",
    "t36"."stage",
    "t36"."entry",
    "t46"."place",
    "t46"."named",
    "t46"."occurred_s",
    "t46"."later_deal_id"
  FROM t36 AS t36
  INNER JOIN t46 AS t46
    ON "t36"."deal_id" = "t46"."later_deal_id"
), t48 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
  WHERE
    "t47"."place" > "t47"."entry"
), t49 AS MATERIALIZED (
  SELECT
    "t48"."deal_id",
    "t48"."lead_id",
    "t48"."stage",
    "t48"."entry",
    MIN("t48"."occurred_s") AS "left_s",
    MIN("t48"."named") AS "named"
  FROM t48 AS t48
  GROUP BY
    1,
    2,
    3,
    4
), t50 AS MATERIALIZED (
  SELECT
    "t49"."deal_id",
    "t49"."lead_id",
    "t49"."stage",
    "t49"."left_s",
    "t49"."named",
    CASE
      WHEN SUBSTRING("t49"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t49"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t49"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t49"."named")))
    END AS "onward"
  FROM t49 AS t49
), t51 AS MATERIALIZED (
  SELECT
    *
  FROM t50 AS t50
  WHERE
    "t50"."onward" <> "t50"."stage"
), t52 AS MATERIALIZED (
  SELECT
    "t51"."deal_id",
    "t51"."stage",
    MIN("t51"."lead_id") AS "lead_id",
    MIN("t51"."left_s") AS "left_s",
    MIN("t51"."named") AS "named"
  FROM t51 AS t51
  GROUP BY
    1,
    2
), t54 AS MATERIALIZED (
  SELECT
    "t52"."deal_id",
    "t52"."lead_id",
    "t52"."stage",
    "t52"."left_s",
    CASE
      WHEN SUBSTRING("t52"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."named")), 1) = 'w'
      THEN 'won'
      WHEN SUBSTRING("t52"."named", IIF((
        19 + 1
      ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."named")), 1) = 'l'
      THEN 'lost'
      ELSE SUBSTRING("t52"."named", IIF((
        20 + 1
      ) >= 1, 20 + 1, 20 + 1 + LENGTH("t52"."named")))
    END AS "onward"
  FROM t52 AS t52
), t34 AS MATERIALIZED (
  SELECT
    "t32"."seq",
    "t32"."kind",
    "t32"."occurred_s",
    "t32"."occurred_month",
    "t32"."person_id",
    "t32"."side",
    "t32"."source",
    "t32"."value_code",
    "t32"."value_number",
    "t32"."points",
    "t32"."due_s",
    "t32"."worked_s",
    "t32"."deal_id",
    "t32"."stage",
    "t32"."lead_id" AS "own_lead_id",
    COALESCE("t32"."into_id", "t32"."lead_id") AS "lead_id"
  FROM "t31" AS "t32"
  WHERE
    COALESCE("t32"."deal_id", 0) > 0
), t39 AS MATERIALIZED (
  SELECT
    "t34"."deal_id",
    MIN("t34"."lead_id") AS "lead_id",
    MIN("t34"."occurred_s") AS "opened_s",
    MIN(IIF("t34"."kind" IN ('won', 'lost'), "t34"."occurred_s", 9000000000)) AS "closed_s",
    MAX(IIF("t34"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t34 AS t34
  GROUP BY
    1
), t45 AS MATERIALIZED (
  SELECT
    "t39"."opened_s",
    "t39"."deal_id" AS "chosen_id"
  FROM t39 AS t39
  WHERE
    "t39"."opened_s" >= ${since_s}
    AND "t39"."opened_s" < ${until_s}
), t55 AS MATERIALIZED (
  SELECT
    "t54"."deal_id",
    "t54"."lead_id",
    "t54"."stage",
    "t54"."left_s",
    "t54"."onward",
    "t45"."opened_s",
    "t45"."chosen_id"
  FROM t54 AS t54
  INNER JOIN t45 AS t45
    ON "t54"."deal_id" = "t45"."chosen_id"
), t57 AS MATERIALIZED (
  SELECT
    "t55"."deal_id",
    "t55"."lead_id",
    "t55"."stage",
    "t55"."left_s",
    "t55"."onward",
    "t55"."opened_s"
  FROM t55 AS t55
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
    "t11"."asset_id",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t29 AS t29
    ON "t11"."lead_id" = "t29"."gone_id"
), t33 AS MATERIALIZED (
  SELECT
    "t30"."seq",
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
), t37 AS MATERIALIZED (
  SELECT
    "t33"."asset_id",
    "t33"."lead_id",
    MIN("t33"."occurred_s") AS "first_s",
    MAX("t33"."occurred_s") AS "last_s",
    COUNT(*) FILTER(WHERE
      (
        "t33"."kind" = 'asset_sent'
      ) AND (
        "t33"."side" = 'sales'
      )) AS "sent_by_sales",
    COUNT(*) FILTER(WHERE
      (
        "t33"."kind" = 'asset_sent'
      ) AND (
        "t33"."side" <> 'sales'
      )) AS "sent_by_marketing",
    COUNT(*) FILTER(WHERE
      NOT (
        "t33"."kind" = 'asset_sent'
      )) AS "viewed"
  FROM t33 AS t33
  GROUP BY
    1,
    2
), t41 AS MATERIALIZED (
  SELECT
    "t37"."asset_id",
    "t37"."first_s",
    "t37"."lead_id" AS "use_lead_id"
  FROM t37 AS t37
), t58 AS MATERIALIZED (
  SELECT
    "t57"."deal_id",
    "t57"."lead_id",
    "t57"."stage",
    "t57"."left_s",
    "t57"."onward",
    "t57"."opened_s",
    "t41"."asset_id",
    "t41"."first_s",
    "t41"."use_lead_id"
  FROM t57 AS t57
  INNER JOIN t41 AS t41
    ON "t57"."lead_id" = "t41"."use_lead_id"
), t59 AS MATERIALIZED (
  SELECT
    *
  FROM t58 AS t58
  WHERE
    "t58"."first_s" < "t58"."left_s"
)
SELECT
  "t59"."asset_id",
  "t59"."stage",
  "t59"."onward",
  COUNT(*) AS "n"
FROM t59 AS t59
GROUP BY
  1,
  2,
  3
