-- before
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
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
  FROM t12 AS t12
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."key") AS "last_key"
  FROM "t21" AS "t22"
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t21" AS "t22"
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
), t49 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'won', "t42"."occurred_s", 9000000000)) AS "won_s",
    MIN(IIF("t42"."kind" = 'deal_opened', "t42"."occurred_s", 9000000000)) AS "first_s"
  FROM t42 AS t42
  GROUP BY
    1
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t11"."deal_id"
  FROM t11 AS t11
  WHERE
    COALESCE("t11"."lead_id", 0) <> 0
), t41 AS MATERIALIZED (
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
    "t20"."deal_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t37 AS t37
    ON "t20"."lead_id" = "t37"."gone_id"
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
), t50 AS MATERIALIZED (
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
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."deal",
    "t50"."first_key",
    "t50"."opened_key",
    "t50"."closed_key",
    "t50"."lost_key",
    "t50"."lost_s",
    MAX("t50"."first_key", "t50"."opened_key") AS "begun_key"
  FROM t50 AS t50
), t52 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "dealt_lead_id",
    MAX("t51"."begun_key") AS "begun_key",
    MAX("t51"."lost_key") AS "last_key",
    MAX("t51"."lost_s") AS "last_s",
    MAX(IIF("t51"."begun_key" > "t51"."closed_key", 1, 0)) AS "is_open"
  FROM t51 AS t51
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t52"."dealt_lead_id",
    IIF("t52"."is_open" = 0, "t52"."last_s", -9000000000) AS "lost_s"
  FROM t52 AS t52
  WHERE
    IIF("t52"."is_open" = 0, "t52"."last_s", -9000000000) > -9000000000
), t55 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    "t49"."won_s",
    "t49"."first_s",
    "t54"."dealt_lead_id",
    "t54"."lost_s"
  FROM t49 AS t49
  LEFT OUTER JOIN t54 AS t54
    ON "t49"."lead_id" = "t54"."dealt_lead_id"
), "t56" AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    IIF("t55"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000)) AS "end_s",
    IIF(
      "t55"."first_s" < IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000)),
      "t55"."first_s",
      IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000))
    ) AS "opened_s"
  FROM t55 AS t55
  WHERE
    (
      "t55"."won_s" < 9000000000
    )
    OR (
      COALESCE("t55"."lost_s", -9000000000) > -9000000000
    )
), t60 AS MATERIALIZED (
  SELECT
    *
  FROM "t56" AS "t57"
  WHERE
    "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
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
), t61 AS MATERIALIZED (
  SELECT
    "t57"."end_s",
    "t57"."lead_id" AS "of_lead_id"
  FROM "t56" AS "t57"
  WHERE
    "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
), t62 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."side",
    "t44"."source",
    "t61"."end_s",
    "t61"."of_lead_id"
  FROM t44 AS t44
  INNER JOIN t61 AS t61
    ON "t44"."lead_id" = "t61"."of_lead_id"
), t63 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    CAST((
      (
        (
          "t62"."occurred_s" - "t62"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t62"."seq" + 1000000000000000000 AS TEXT) || IIF("t62"."side" IN ('buyer', 'marketing'), 'm', IIF("t62"."side" = 'sales', 's', 'u')) || COALESCE("t62"."source", 'unknown') AS "named"
  FROM t62 AS t62
), t64 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    MIN("t63"."named") AS "named"
  FROM t63 AS t63
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t64"."named",
    "t64"."lead_id" AS "origin_lead_id"
  FROM t64 AS t64
), "t67" AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t66"."named",
    "t66"."origin_lead_id"
  FROM t60 AS t60
  LEFT OUTER JOIN t66 AS t66
    ON "t60"."lead_id" = "t66"."origin_lead_id"
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
), t47 AS MATERIALIZED (
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
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t38"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t38"."side" = 'buyer'
        )
      )
      AND (
        "t38"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t38"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t38"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t38 AS t38
), t70 AS MATERIALIZED (
  SELECT
    "t68"."opened_s",
    "t68"."end_s",
    "t68"."lead_id" AS "deal_lead_id"
  FROM "t67" AS "t68"
), t72 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."occurred_s",
    "t47"."is_talk",
    "t47"."is_early",
    "t47"."is_material",
    "t70"."opened_s",
    "t70"."end_s",
    "t70"."deal_lead_id"
  FROM t47 AS t47
  INNER JOIN t70 AS t70
    ON "t47"."lead_id" = "t70"."deal_lead_id"
), "t74" AS MATERIALIZED (
  SELECT
    *
  FROM t72 AS t72
  WHERE
    "t72"."occurred_s" <= "t72"."end_s"
), t73 AS MATERIALIZED (
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
  FROM "t67" AS "t68"
), t77 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    MIN(IIF("t75"."is_talk" = 1, "t75"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t75"."opened_s") AS "opened_s"
  FROM "t74" AS "t75"
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t77"."lead_id" AS "begin_lead_id",
    IIF("t77"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t77"."talk_s" < "t77"."opened_s", "t77"."talk_s", "t77"."opened_s") AS "begin_s"
  FROM t77 AS t77
), t80 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."occurred_s",
    "t76"."is_talk",
    "t76"."is_early",
    "t76"."is_material",
    "t76"."opened_s",
    "t76"."end_s",
    "t76"."deal_lead_id",
    "t79"."begin_lead_id",
    "t79"."has_talk",
    "t79"."begin_s"
  FROM "t74" AS "t76"
  INNER JOIN t79 AS t79
    ON "t76"."lead_id" = "t79"."begin_lead_id"
), t82 AS MATERIALIZED (
  SELECT
    "t80"."lead_id" AS "per_lead_id",
    MAX("t80"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t80"."is_early" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t80"."is_material" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t80"."is_early" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        "t80"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t80"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t80"."is_early" = 1
      ) OR (
        "t80"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t80 AS t80
  GROUP BY
    1
), t83 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."is_won",
    "t73"."end_s",
    "t73"."opened_s",
    "t73"."source",
    "t73"."found_by",
    "t82"."per_lead_id",
    "t82"."has_talk",
    "t82"."touches",
    "t82"."material",
    "t82"."first_s",
    "t82"."begin_s",
    "t82"."everything"
  FROM t73 AS t73
  LEFT OUTER JOIN t82 AS t82
    ON "t73"."lead_id" = "t82"."per_lead_id"
), t84 AS MATERIALIZED (
  SELECT
    "t83"."lead_id",
    "t83"."source",
    "t83"."is_won",
    "t83"."end_s",
    COALESCE("t83"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t83"."touches", 0) > 60, 60, COALESCE("t83"."touches", 0)) AS "touches",
    IIF(COALESCE("t83"."material", 0) > 60, 60, COALESCE("t83"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t83"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t83"."touches", 0) * 100
      ) - (
        COALESCE("t83"."touches", 0) * 100
      ) % IIF(COALESCE("t83"."everything", 0) > 0, COALESCE("t83"."everything", 0), 1) AS REAL) / IIF(COALESCE("t83"."everything", 0) > 0, COALESCE("t83"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t83 AS t83
)
SELECT
  "t84"."source",
  "t84"."is_won",
  "t84"."has_talk",
  "t84"."touches",
  "t84"."material",
  COUNT(*) AS "deals"
FROM t84 AS t84
GROUP BY
  1,
  2,
  3,
  4,
  5

-- days_before
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
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
  FROM t12 AS t12
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."key") AS "last_key"
  FROM "t21" AS "t22"
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t21" AS "t22"
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
), t49 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'won', "t42"."occurred_s", 9000000000)) AS "won_s",
    MIN(IIF("t42"."kind" = 'deal_opened', "t42"."occurred_s", 9000000000)) AS "first_s"
  FROM t42 AS t42
  GROUP BY
    1
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t11"."deal_id"
  FROM t11 AS t11
  WHERE
    COALESCE("t11"."lead_id", 0) <> 0
), t41 AS MATERIALIZED (
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
    "t20"."deal_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t37 AS t37
    ON "t20"."lead_id" = "t37"."gone_id"
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
), t50 AS MATERIALIZED (
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
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."deal",
    "t50"."first_key",
    "t50"."opened_key",
    "t50"."closed_key",
    "t50"."lost_key",
    "t50"."lost_s",
    MAX("t50"."first_key", "t50"."opened_key") AS "begun_key"
  FROM t50 AS t50
), t52 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "dealt_lead_id",
    MAX("t51"."begun_key") AS "begun_key",
    MAX("t51"."lost_key") AS "last_key",
    MAX("t51"."lost_s") AS "last_s",
    MAX(IIF("t51"."begun_key" > "t51"."closed_key", 1, 0)) AS "is_open"
  FROM t51 AS t51
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t52"."dealt_lead_id",
    IIF("t52"."is_open" = 0, "t52"."last_s", -9000000000) AS "lost_s"
  FROM t52 AS t52
  WHERE
    IIF("t52"."is_open" = 0, "t52"."last_s", -9000000000) > -9000000000
), t55 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    "t49"."won_s",
    "t49"."first_s",
    "t54"."dealt_lead_id",
    "t54"."lost_s"
  FROM t49 AS t49
  LEFT OUTER JOIN t54 AS t54
    ON "t49"."lead_id" = "t54"."dealt_lead_id"
), "t56" AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    IIF("t55"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000)) AS "end_s",
    IIF(
      "t55"."first_s" < IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000)),
      "t55"."first_s",
      IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000))
    ) AS "opened_s"
  FROM t55 AS t55
  WHERE
    (
      "t55"."won_s" < 9000000000
    )
    OR (
      COALESCE("t55"."lost_s", -9000000000) > -9000000000
    )
), t60 AS MATERIALIZED (
  SELECT
    *
  FROM "t56" AS "t57"
  WHERE
    "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
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
), t61 AS MATERIALIZED (
  SELECT
    "t57"."end_s",
    "t57"."lead_id" AS "of_lead_id"
  FROM "t56" AS "t57"
  WHERE
    "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
), t62 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."side",
    "t44"."source",
    "t61"."end_s",
    "t61"."of_lead_id"
  FROM t44 AS t44
  INNER JOIN t61 AS t61
    ON "t44"."lead_id" = "t61"."of_lead_id"
), t63 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    CAST((
      (
        (
          "t62"."occurred_s" - "t62"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t62"."seq" + 1000000000000000000 AS TEXT) || IIF("t62"."side" IN ('buyer', 'marketing'), 'm', IIF("t62"."side" = 'sales', 's', 'u')) || COALESCE("t62"."source", 'unknown') AS "named"
  FROM t62 AS t62
), t64 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    MIN("t63"."named") AS "named"
  FROM t63 AS t63
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t64"."named",
    "t64"."lead_id" AS "origin_lead_id"
  FROM t64 AS t64
), "t67" AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t66"."named",
    "t66"."origin_lead_id"
  FROM t60 AS t60
  LEFT OUTER JOIN t66 AS t66
    ON "t60"."lead_id" = "t66"."origin_lead_id"
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
), t47 AS MATERIALIZED (
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
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t38"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t38"."side" = 'buyer'
        )
      )
      AND (
        "t38"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t38"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t38"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t38 AS t38
), t70 AS MATERIALIZED (
  SELECT
    "t68"."opened_s",
    "t68"."end_s",
    "t68"."lead_id" AS "deal_lead_id"
  FROM "t67" AS "t68"
), t72 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."occurred_s",
    "t47"."is_talk",
    "t47"."is_early",
    "t47"."is_material",
    "t70"."opened_s",
    "t70"."end_s",
    "t70"."deal_lead_id"
  FROM t47 AS t47
  INNER JOIN t70 AS t70
    ON "t47"."lead_id" = "t70"."deal_lead_id"
), "t74" AS MATERIALIZED (
  SELECT
    *
  FROM t72 AS t72
  WHERE
    "t72"."occurred_s" <= "t72"."end_s"
), t73 AS MATERIALIZED (
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
  FROM "t67" AS "t68"
), t77 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    MIN(IIF("t75"."is_talk" = 1, "t75"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t75"."opened_s") AS "opened_s"
  FROM "t74" AS "t75"
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t77"."lead_id" AS "begin_lead_id",
    IIF("t77"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t77"."talk_s" < "t77"."opened_s", "t77"."talk_s", "t77"."opened_s") AS "begin_s"
  FROM t77 AS t77
), t80 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."occurred_s",
    "t76"."is_talk",
    "t76"."is_early",
    "t76"."is_material",
    "t76"."opened_s",
    "t76"."end_s",
    "t76"."deal_lead_id",
    "t79"."begin_lead_id",
    "t79"."has_talk",
    "t79"."begin_s"
  FROM "t74" AS "t76"
  INNER JOIN t79 AS t79
    ON "t76"."lead_id" = "t79"."begin_lead_id"
), t82 AS MATERIALIZED (
  SELECT
    "t80"."lead_id" AS "per_lead_id",
    MAX("t80"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t80"."is_early" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t80"."is_material" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t80"."is_early" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        "t80"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t80"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t80"."is_early" = 1
      ) OR (
        "t80"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t80 AS t80
  GROUP BY
    1
), t83 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."is_won",
    "t73"."end_s",
    "t73"."opened_s",
    "t73"."source",
    "t73"."found_by",
    "t82"."per_lead_id",
    "t82"."has_talk",
    "t82"."touches",
    "t82"."material",
    "t82"."first_s",
    "t82"."begin_s",
    "t82"."everything"
  FROM t73 AS t73
  LEFT OUTER JOIN t82 AS t82
    ON "t73"."lead_id" = "t82"."per_lead_id"
), t84 AS MATERIALIZED (
  SELECT
    "t83"."lead_id",
    "t83"."source",
    "t83"."is_won",
    "t83"."end_s",
    COALESCE("t83"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t83"."touches", 0) > 60, 60, COALESCE("t83"."touches", 0)) AS "touches",
    IIF(COALESCE("t83"."material", 0) > 60, 60, COALESCE("t83"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t83"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t83"."touches", 0) * 100
      ) - (
        COALESCE("t83"."touches", 0) * 100
      ) % IIF(COALESCE("t83"."everything", 0) > 0, COALESCE("t83"."everything", 0), 1) AS REAL) / IIF(COALESCE("t83"."everything", 0) > 0, COALESCE("t83"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t83 AS t83
)
SELECT
  "t84"."source",
  "t84"."is_won",
  "t84"."days",
  COUNT(*) AS "deals"
FROM t84 AS t84
GROUP BY
  1,
  2,
  3

-- shares_before
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
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
  FROM t12 AS t12
), t23 AS MATERIALIZED (
  SELECT
    "t22"."lead_id",
    MAX("t22"."key") AS "last_key"
  FROM "t21" AS "t22"
  GROUP BY
    1
), t25 AS MATERIALIZED (
  SELECT
    *
  FROM "t21" AS "t22"
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
), t49 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'won', "t42"."occurred_s", 9000000000)) AS "won_s",
    MIN(IIF("t42"."kind" = 'deal_opened', "t42"."occurred_s", 9000000000)) AS "first_s"
  FROM t42 AS t42
  GROUP BY
    1
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t11"."deal_id"
  FROM t11 AS t11
  WHERE
    COALESCE("t11"."lead_id", 0) <> 0
), t41 AS MATERIALIZED (
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
    "t20"."deal_id",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t37 AS t37
    ON "t20"."lead_id" = "t37"."gone_id"
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
), t50 AS MATERIALIZED (
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
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."deal",
    "t50"."first_key",
    "t50"."opened_key",
    "t50"."closed_key",
    "t50"."lost_key",
    "t50"."lost_s",
    MAX("t50"."first_key", "t50"."opened_key") AS "begun_key"
  FROM t50 AS t50
), t52 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "dealt_lead_id",
    MAX("t51"."begun_key") AS "begun_key",
    MAX("t51"."lost_key") AS "last_key",
    MAX("t51"."lost_s") AS "last_s",
    MAX(IIF("t51"."begun_key" > "t51"."closed_key", 1, 0)) AS "is_open"
  FROM t51 AS t51
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t52"."dealt_lead_id",
    IIF("t52"."is_open" = 0, "t52"."last_s", -9000000000) AS "lost_s"
  FROM t52 AS t52
  WHERE
    IIF("t52"."is_open" = 0, "t52"."last_s", -9000000000) > -9000000000
), t55 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    "t49"."won_s",
    "t49"."first_s",
    "t54"."dealt_lead_id",
    "t54"."lost_s"
  FROM t49 AS t49
  LEFT OUTER JOIN t54 AS t54
    ON "t49"."lead_id" = "t54"."dealt_lead_id"
), "t56" AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    IIF("t55"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000)) AS "end_s",
    IIF(
      "t55"."first_s" < IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000)),
      "t55"."first_s",
      IIF("t55"."won_s" < 9000000000, "t55"."won_s", COALESCE("t55"."lost_s", -9000000000))
    ) AS "opened_s"
  FROM t55 AS t55
  WHERE
    (
      "t55"."won_s" < 9000000000
    )
    OR (
      COALESCE("t55"."lost_s", -9000000000) > -9000000000
    )
), t60 AS MATERIALIZED (
  SELECT
    *
  FROM "t56" AS "t57"
  WHERE
    "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
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
), t61 AS MATERIALIZED (
  SELECT
    "t57"."end_s",
    "t57"."lead_id" AS "of_lead_id"
  FROM "t56" AS "t57"
  WHERE
    "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
), t62 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."side",
    "t44"."source",
    "t61"."end_s",
    "t61"."of_lead_id"
  FROM t44 AS t44
  INNER JOIN t61 AS t61
    ON "t44"."lead_id" = "t61"."of_lead_id"
), t63 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    CAST((
      (
        (
          "t62"."occurred_s" - "t62"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t62"."seq" + 1000000000000000000 AS TEXT) || IIF("t62"."side" IN ('buyer', 'marketing'), 'm', IIF("t62"."side" = 'sales', 's', 'u')) || COALESCE("t62"."source", 'unknown') AS "named"
  FROM t62 AS t62
), t64 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    MIN("t63"."named") AS "named"
  FROM t63 AS t63
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t64"."named",
    "t64"."lead_id" AS "origin_lead_id"
  FROM t64 AS t64
), "t67" AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t66"."named",
    "t66"."origin_lead_id"
  FROM t60 AS t60
  LEFT OUTER JOIN t66 AS t66
    ON "t60"."lead_id" = "t66"."origin_lead_id"
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
), t47 AS MATERIALIZED (
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
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t38"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t38"."side" = 'buyer'
        )
      )
      AND (
        "t38"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t38"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t38"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t38 AS t38
), t70 AS MATERIALIZED (
  SELECT
    "t68"."opened_s",
    "t68"."end_s",
    "t68"."lead_id" AS "deal_lead_id"
  FROM "t67" AS "t68"
), t72 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."occurred_s",
    "t47"."is_talk",
    "t47"."is_early",
    "t47"."is_material",
    "t70"."opened_s",
    "t70"."end_s",
    "t70"."deal_lead_id"
  FROM t47 AS t47
  INNER JOIN t70 AS t70
    ON "t47"."lead_id" = "t70"."deal_lead_id"
), "t74" AS MATERIALIZED (
  SELECT
    *
  FROM t72 AS t72
  WHERE
    "t72"."occurred_s" <= "t72"."end_s"
), t73 AS MATERIALIZED (
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
  FROM "t67" AS "t68"
), t77 AS MATERIALIZED (
  SELECT
    "t75"."lead_id",
    MIN(IIF("t75"."is_talk" = 1, "t75"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t75"."opened_s") AS "opened_s"
  FROM "t74" AS "t75"
  GROUP BY
    1
), t79 AS MATERIALIZED (
  SELECT
    "t77"."lead_id" AS "begin_lead_id",
    IIF("t77"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t77"."talk_s" < "t77"."opened_s", "t77"."talk_s", "t77"."opened_s") AS "begin_s"
  FROM t77 AS t77
), t80 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."occurred_s",
    "t76"."is_talk",
    "t76"."is_early",
    "t76"."is_material",
    "t76"."opened_s",
    "t76"."end_s",
    "t76"."deal_lead_id",
    "t79"."begin_lead_id",
    "t79"."has_talk",
    "t79"."begin_s"
  FROM "t74" AS "t76"
  INNER JOIN t79 AS t79
    ON "t76"."lead_id" = "t79"."begin_lead_id"
), t82 AS MATERIALIZED (
  SELECT
    "t80"."lead_id" AS "per_lead_id",
    MAX("t80"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t80"."is_early" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t80"."is_material" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t80"."is_early" = 1
        ) AND (
          "t80"."occurred_s" < "t80"."begin_s"
        ),
        "t80"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t80"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t80"."is_early" = 1
      ) OR (
        "t80"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t80 AS t80
  GROUP BY
    1
), t83 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."is_won",
    "t73"."end_s",
    "t73"."opened_s",
    "t73"."source",
    "t73"."found_by",
    "t82"."per_lead_id",
    "t82"."has_talk",
    "t82"."touches",
    "t82"."material",
    "t82"."first_s",
    "t82"."begin_s",
    "t82"."everything"
  FROM t73 AS t73
  LEFT OUTER JOIN t82 AS t82
    ON "t73"."lead_id" = "t82"."per_lead_id"
), t84 AS MATERIALIZED (
  SELECT
    "t83"."lead_id",
    "t83"."source",
    "t83"."is_won",
    "t83"."end_s",
    COALESCE("t83"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t83"."touches", 0) > 60, 60, COALESCE("t83"."touches", 0)) AS "touches",
    IIF(COALESCE("t83"."material", 0) > 60, 60, COALESCE("t83"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t83"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t83"."touches", 0) * 100
      ) - (
        COALESCE("t83"."touches", 0) * 100
      ) % IIF(COALESCE("t83"."everything", 0) > 0, COALESCE("t83"."everything", 0), 1) AS REAL) / IIF(COALESCE("t83"."everything", 0) > 0, COALESCE("t83"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t83"."first_s", 9000000000) < 9000000000,
        "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t83"."first_s", 9000000000) < 9000000000,
          "t83"."end_s" - COALESCE("t83"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t83 AS t83
)
SELECT
  "t84"."source",
  "t84"."is_won",
  "t84"."touches_of_100",
  "t84"."days_of_100",
  COUNT(*) AS "deals"
FROM t84 AS t84
GROUP BY
  1,
  2,
  3,
  4
