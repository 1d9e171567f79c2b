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
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('asset_sent', 'asset_viewed')
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
    "t9"."worked_s",
    "t9"."asset_id"
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
), "t40" AS MATERIALIZED (
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
    "t16"."asset_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t16 AS t16
  LEFT OUTER JOIN t37 AS t37
    ON "t16"."lead_id" = "t37"."gone_id"
), t45 AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."asset_id",
    "t41"."occurred_s",
    IIF("t41"."side" = 'sales', 1, 0) AS "by_sales"
  FROM "t40" AS "t41"
  WHERE
    COALESCE("t41"."asset_id", 0) > 0
    AND "t41"."kind" = 'asset_sent'
    AND "t41"."side" IN ('sales', 'marketing')
), t47 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    "t45"."asset_id",
    "t45"."by_sales",
    MIN("t45"."occurred_s") AS "sent_s"
  FROM t45 AS t45
  GROUP BY
    1,
    2,
    3
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
), t44 AS MATERIALIZED (
  SELECT
    "t41"."seq",
    "t41"."id",
    "t41"."kind",
    "t41"."occurred_s",
    "t41"."occurred_month",
    "t41"."person_id",
    "t41"."side",
    "t41"."source",
    "t41"."value_code",
    "t41"."value_number",
    "t41"."points",
    "t41"."due_s",
    "t41"."worked_s",
    "t41"."asset_id",
    "t41"."lead_id" AS "own_lead_id",
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id"
  FROM "t40" AS "t41"
  WHERE
    COALESCE("t41"."asset_id", 0) > 0 AND "t41"."kind" = 'asset_viewed'
), t46 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."asset_id",
    "t44"."occurred_s",
    COUNT(*) AS "views"
  FROM t44 AS t44
  GROUP BY
    1,
    2,
    3
), t49 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "view_lead_id",
    "t46"."asset_id" AS "view_asset_id",
    "t46"."occurred_s" AS "view_s"
  FROM t46 AS t46
), t55 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."asset_id",
    "t52"."by_sales",
    "t52"."sent_s",
    "t49"."view_lead_id",
    "t49"."view_asset_id",
    "t49"."view_s"
  FROM t52 AS t52
  LEFT OUTER JOIN t49 AS t49
    ON "t52"."lead_id" = "t49"."view_lead_id"
    AND "t52"."asset_id" = "t49"."view_asset_id"
), t56 AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    "t55"."asset_id",
    "t55"."by_sales",
    "t55"."sent_s",
    IIF(
      COALESCE("t55"."view_s", 9000000000) >= "t55"."sent_s",
      COALESCE("t55"."view_s", 9000000000),
      9000000000
    ) AS "seen_s"
  FROM t55 AS t55
), t57 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."asset_id",
    "t56"."by_sales",
    MIN("t56"."sent_s") AS "sent_s",
    MIN("t56"."seen_s") AS "followed_s"
  FROM t56 AS t56
  GROUP BY
    1,
    2,
    3
), t58 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."sent_s",
    "t57"."followed_s",
    CAST("t57"."asset_id" AS TEXT) AS "name",
    IIF("t57"."by_sales" = 1, 'material_sales', 'material_marketing') AS "way"
  FROM t57 AS t57
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('email_clicked', 'referred')
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
    "t7"."campaign"
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
    "t14"."campaign",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t37 AS t37
    ON "t14"."lead_id" = "t37"."gone_id"
), t43 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."occurred_s" AS "sent_s",
    "t38"."occurred_s" AS "followed_s",
    IIF(
      "t38"."kind" = 'email_clicked',
      COALESCE("t38"."campaign", 'unknown'),
      COALESCE("t38"."source", 'unknown')
    ) AS "name",
    IIF("t38"."kind" = 'email_clicked', 'mail', 'recommendation') AS "way"
  FROM t38 AS t38
), "t59" AS MATERIALIZED (
  SELECT
    *
  FROM t58 AS t58
  UNION ALL
  SELECT
    *
  FROM t43 AS t43
), t61 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."sent_s",
    "t60"."followed_s",
    '' AS "name",
    "t60"."way"
  FROM "t59" AS "t60"
), t62 AS MATERIALIZED (
  SELECT
    *
  FROM "t59" AS "t60"
  UNION ALL
  SELECT
    *
  FROM t61 AS t61
), t63 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."way",
    "t62"."name",
    MIN("t62"."sent_s") AS "sent_s",
    MIN("t62"."followed_s") AS "followed_s"
  FROM t62 AS t62
  GROUP BY
    1,
    2,
    3
), t65 AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  WHERE
    "t63"."sent_s" >= ${since_s} AND "t63"."sent_s" < ${until_s}
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'call',
      'deal_opened',
      'email',
      'form_filled',
      'meeting',
      'page_view',
      'social',
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
), t42 AS MATERIALIZED (
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
    "t39"."lead_id" AS "own_lead_id",
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
  FROM t39 AS t39
), t51 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."occurred_s",
    MAX(IIF("t42"."kind" IN ('page_view', 'form_filled'), 1, 0)) AS "is_visit",
    MAX(
      IIF(
        "t42"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t42"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t42"."side" = 'buyer'
          )
        ),
        1,
        0
      )
    ) AS "is_talk",
    MAX(IIF("t42"."kind" IN ('deal_opened', 'won'), 1, 0)) AS "is_deal",
    MAX(IIF("t42"."kind" = 'won', 1, 0)) AS "is_won"
  FROM t42 AS t42
  GROUP BY
    1,
    2
), t54 AS MATERIALIZED (
  SELECT
    "t51"."is_visit",
    "t51"."is_talk",
    "t51"."is_deal",
    "t51"."is_won",
    "t51"."lead_id" AS "later_lead_id",
    "t51"."occurred_s" AS "later_s"
  FROM t51 AS t51
), t66 AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."way",
    "t65"."name",
    "t65"."sent_s",
    "t65"."followed_s",
    "t54"."is_visit",
    "t54"."is_talk",
    "t54"."is_deal",
    "t54"."is_won",
    "t54"."later_lead_id",
    "t54"."later_s"
  FROM t65 AS t65
  INNER JOIN t54 AS t54
    ON "t65"."lead_id" = "t54"."later_lead_id"
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM t66 AS t66
  WHERE
    "t66"."later_s" > "t66"."followed_s"
), t68 AS MATERIALIZED (
  SELECT
    "t67"."lead_id",
    "t67"."way",
    "t67"."name",
    MIN(IIF("t67"."is_visit" = 1, "t67"."later_s", 9000000000)) AS "visit_s",
    MAX("t67"."is_talk") AS "talked",
    MAX("t67"."is_deal") AS "deal",
    MAX("t67"."is_won") AS "won"
  FROM t67 AS t67
  GROUP BY
    1,
    2,
    3
), t70 AS MATERIALIZED (
  SELECT
    "t68"."visit_s",
    "t68"."talked",
    "t68"."deal",
    "t68"."won",
    "t68"."lead_id" AS "after_lead_id",
    "t68"."way" AS "after_way",
    "t68"."name" AS "after_name"
  FROM t68 AS t68
), t71 AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."way",
    "t65"."name",
    "t65"."sent_s",
    "t65"."followed_s",
    "t70"."visit_s",
    "t70"."talked",
    "t70"."deal",
    "t70"."won",
    "t70"."after_lead_id",
    "t70"."after_way",
    "t70"."after_name"
  FROM t65 AS t65
  LEFT OUTER JOIN t70 AS t70
    ON "t65"."lead_id" = "t70"."after_lead_id"
    AND "t65"."way" = "t70"."after_way"
    AND "t65"."name" = "t70"."after_name"
), t72 AS MATERIALIZED (
  SELECT
    "t71"."lead_id",
    "t71"."way",
    "t71"."name",
    IIF("t71"."followed_s" < 9000000000, 1, 0) AS "is_followed",
    IIF("t71"."followed_s" <= (
      ${as_of_s} - 2592000
    ), 1, 0) AS "is_ripe",
    IIF(
      (
        "t71"."followed_s" <= (
          ${as_of_s} - 2592000
        )
      )
      AND (
        "t71"."followed_s" < 9000000000
      )
      AND (
        COALESCE("t71"."visit_s", 9000000000) <= (
          "t71"."followed_s" + 2592000
        )
      ),
      1,
      0
    ) AS "came_back",
    COALESCE("t71"."talked", 0) AS "talked",
    COALESCE("t71"."deal", 0) AS "deal",
    COALESCE("t71"."won", 0) AS "won"
  FROM t71 AS t71
)
SELECT
  "t72"."way",
  "t72"."name",
  COUNT(*) AS "leads",
  SUM(IIF("t72"."is_followed" = 1, 1, 0)) AS "followed",
  SUM(IIF("t72"."is_ripe" = 1, 1, 0)) AS "ripe",
  SUM(IIF("t72"."came_back" = 1, 1, 0)) AS "came_back",
  SUM(IIF("t72"."talked" = 1, 1, 0)) AS "talked",
  SUM(IIF("t72"."deal" = 1, 1, 0)) AS "deal",
  SUM(IIF("t72"."won" = 1, 1, 0)) AS "won"
FROM t72 AS t72
GROUP BY
  1,
  2
