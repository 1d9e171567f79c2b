-- before
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
), t42 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key"
  FROM t38 AS t38
), t46 AS MATERIALIZED (
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
), "t47" AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    IIF("t46"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s") AS "end_s",
    IIF(
      "t46"."first_s" < IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s"),
      "t46"."first_s",
      IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s")
    ) AS "opened_s"
  FROM t46 AS t46
  WHERE
    (
      "t46"."won_s" < 9000000000
    ) OR (
      "t46"."lost_key" > "t46"."again_key"
    )
), t51 AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
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
), t52 AS MATERIALIZED (
  SELECT
    "t48"."end_s",
    "t48"."lead_id" AS "of_lead_id"
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
), t53 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."occurred_s",
    "t43"."seq",
    "t43"."side",
    "t43"."source",
    "t52"."end_s",
    "t52"."of_lead_id"
  FROM t43 AS t43
  INNER JOIN t52 AS t52
    ON "t43"."lead_id" = "t52"."of_lead_id"
), t54 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    CAST((
      (
        (
          "t53"."occurred_s" - "t53"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t53"."seq" + 1000000000000000000 AS TEXT) || IIF("t53"."side" IN ('buyer', 'marketing'), 'm', IIF("t53"."side" = 'sales', 's', 'u')) || COALESCE("t53"."source", 'unknown') AS "named"
  FROM t53 AS t53
), t55 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    MIN("t54"."named") AS "named"
  FROM t54 AS t54
  GROUP BY
    1
), t57 AS MATERIALIZED (
  SELECT
    "t55"."named",
    "t55"."lead_id" AS "origin_lead_id"
  FROM t55 AS t55
), "t58" AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."is_won",
    "t51"."end_s",
    "t51"."opened_s",
    "t57"."named",
    "t57"."origin_lead_id"
  FROM t51 AS t51
  LEFT OUTER JOIN t57 AS t57
    ON "t51"."lead_id" = "t57"."origin_lead_id"
), t2 AS MATERIALIZED (
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
), t45 AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."occurred_s",
    IIF(
      "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t39"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t39"."side" = 'buyer'
        )
      )
      AND (
        "t39"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t39"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t39"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t39 AS t39
), t61 AS MATERIALIZED (
  SELECT
    "t59"."opened_s",
    "t59"."end_s",
    "t59"."lead_id" AS "deal_lead_id"
  FROM "t58" AS "t59"
), t63 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    "t45"."occurred_s",
    "t45"."is_talk",
    "t45"."is_early",
    "t45"."is_material",
    "t61"."opened_s",
    "t61"."end_s",
    "t61"."deal_lead_id"
  FROM t45 AS t45
  INNER JOIN t61 AS t61
    ON "t45"."lead_id" = "t61"."deal_lead_id"
), "t65" AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  WHERE
    "t63"."occurred_s" <= "t63"."end_s"
), t64 AS MATERIALIZED (
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
  FROM "t58" AS "t59"
), t68 AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    MIN(IIF("t66"."is_talk" = 1, "t66"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t66"."opened_s") AS "opened_s"
  FROM "t65" AS "t66"
  GROUP BY
    1
), t70 AS MATERIALIZED (
  SELECT
    "t68"."lead_id" AS "begin_lead_id",
    IIF("t68"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t68"."talk_s" < "t68"."opened_s", "t68"."talk_s", "t68"."opened_s") AS "begin_s"
  FROM t68 AS t68
), t71 AS MATERIALIZED (
  SELECT
    "t67"."lead_id",
    "t67"."occurred_s",
    "t67"."is_talk",
    "t67"."is_early",
    "t67"."is_material",
    "t67"."opened_s",
    "t67"."end_s",
    "t67"."deal_lead_id",
    "t70"."begin_lead_id",
    "t70"."has_talk",
    "t70"."begin_s"
  FROM "t65" AS "t67"
  INNER JOIN t70 AS t70
    ON "t67"."lead_id" = "t70"."begin_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    "t71"."lead_id" AS "per_lead_id",
    MAX("t71"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t71"."is_early" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t71"."is_material" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t71"."is_early" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        "t71"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t71"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t71"."is_early" = 1
      ) OR (
        "t71"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t71 AS t71
  GROUP BY
    1
), t74 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    "t64"."is_won",
    "t64"."end_s",
    "t64"."opened_s",
    "t64"."source",
    "t64"."found_by",
    "t73"."per_lead_id",
    "t73"."has_talk",
    "t73"."touches",
    "t73"."material",
    "t73"."first_s",
    "t73"."begin_s",
    "t73"."everything"
  FROM t64 AS t64
  LEFT OUTER JOIN t73 AS t73
    ON "t64"."lead_id" = "t73"."per_lead_id"
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    "t74"."is_won",
    COALESCE("t74"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t74"."touches", 0) > 60, 60, COALESCE("t74"."touches", 0)) AS "touches",
    IIF(COALESCE("t74"."material", 0) > 60, 60, COALESCE("t74"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t74"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t74"."touches", 0) * 100
      ) - (
        COALESCE("t74"."touches", 0) * 100
      ) % IIF(COALESCE("t74"."everything", 0) > 0, COALESCE("t74"."everything", 0), 1) AS REAL) / IIF(COALESCE("t74"."everything", 0) > 0, COALESCE("t74"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t74 AS t74
)
SELECT
  "t75"."source",
  "t75"."is_won",
  "t75"."has_talk",
  "t75"."touches",
  "t75"."material",
  COUNT(*) AS "deals"
FROM t75 AS t75
GROUP BY
  1,
  2,
  3,
  4,
  5

-- days_before
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
), t42 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key"
  FROM t38 AS t38
), t46 AS MATERIALIZED (
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
), "t47" AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    IIF("t46"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s") AS "end_s",
    IIF(
      "t46"."first_s" < IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s"),
      "t46"."first_s",
      IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s")
    ) AS "opened_s"
  FROM t46 AS t46
  WHERE
    (
      "t46"."won_s" < 9000000000
    ) OR (
      "t46"."lost_key" > "t46"."again_key"
    )
), t51 AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
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
), t52 AS MATERIALIZED (
  SELECT
    "t48"."end_s",
    "t48"."lead_id" AS "of_lead_id"
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
), t53 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."occurred_s",
    "t43"."seq",
    "t43"."side",
    "t43"."source",
    "t52"."end_s",
    "t52"."of_lead_id"
  FROM t43 AS t43
  INNER JOIN t52 AS t52
    ON "t43"."lead_id" = "t52"."of_lead_id"
), t54 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    CAST((
      (
        (
          "t53"."occurred_s" - "t53"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t53"."seq" + 1000000000000000000 AS TEXT) || IIF("t53"."side" IN ('buyer', 'marketing'), 'm', IIF("t53"."side" = 'sales', 's', 'u')) || COALESCE("t53"."source", 'unknown') AS "named"
  FROM t53 AS t53
), t55 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    MIN("t54"."named") AS "named"
  FROM t54 AS t54
  GROUP BY
    1
), t57 AS MATERIALIZED (
  SELECT
    "t55"."named",
    "t55"."lead_id" AS "origin_lead_id"
  FROM t55 AS t55
), "t58" AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."is_won",
    "t51"."end_s",
    "t51"."opened_s",
    "t57"."named",
    "t57"."origin_lead_id"
  FROM t51 AS t51
  LEFT OUTER JOIN t57 AS t57
    ON "t51"."lead_id" = "t57"."origin_lead_id"
), t2 AS MATERIALIZED (
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
), t45 AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."occurred_s",
    IIF(
      "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t39"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t39"."side" = 'buyer'
        )
      )
      AND (
        "t39"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t39"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t39"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t39 AS t39
), t61 AS MATERIALIZED (
  SELECT
    "t59"."opened_s",
    "t59"."end_s",
    "t59"."lead_id" AS "deal_lead_id"
  FROM "t58" AS "t59"
), t63 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    "t45"."occurred_s",
    "t45"."is_talk",
    "t45"."is_early",
    "t45"."is_material",
    "t61"."opened_s",
    "t61"."end_s",
    "t61"."deal_lead_id"
  FROM t45 AS t45
  INNER JOIN t61 AS t61
    ON "t45"."lead_id" = "t61"."deal_lead_id"
), "t65" AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  WHERE
    "t63"."occurred_s" <= "t63"."end_s"
), t64 AS MATERIALIZED (
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
  FROM "t58" AS "t59"
), t68 AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    MIN(IIF("t66"."is_talk" = 1, "t66"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t66"."opened_s") AS "opened_s"
  FROM "t65" AS "t66"
  GROUP BY
    1
), t70 AS MATERIALIZED (
  SELECT
    "t68"."lead_id" AS "begin_lead_id",
    IIF("t68"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t68"."talk_s" < "t68"."opened_s", "t68"."talk_s", "t68"."opened_s") AS "begin_s"
  FROM t68 AS t68
), t71 AS MATERIALIZED (
  SELECT
    "t67"."lead_id",
    "t67"."occurred_s",
    "t67"."is_talk",
    "t67"."is_early",
    "t67"."is_material",
    "t67"."opened_s",
    "t67"."end_s",
    "t67"."deal_lead_id",
    "t70"."begin_lead_id",
    "t70"."has_talk",
    "t70"."begin_s"
  FROM "t65" AS "t67"
  INNER JOIN t70 AS t70
    ON "t67"."lead_id" = "t70"."begin_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    "t71"."lead_id" AS "per_lead_id",
    MAX("t71"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t71"."is_early" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t71"."is_material" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t71"."is_early" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        "t71"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t71"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t71"."is_early" = 1
      ) OR (
        "t71"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t71 AS t71
  GROUP BY
    1
), t74 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    "t64"."is_won",
    "t64"."end_s",
    "t64"."opened_s",
    "t64"."source",
    "t64"."found_by",
    "t73"."per_lead_id",
    "t73"."has_talk",
    "t73"."touches",
    "t73"."material",
    "t73"."first_s",
    "t73"."begin_s",
    "t73"."everything"
  FROM t64 AS t64
  LEFT OUTER JOIN t73 AS t73
    ON "t64"."lead_id" = "t73"."per_lead_id"
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    "t74"."is_won",
    COALESCE("t74"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t74"."touches", 0) > 60, 60, COALESCE("t74"."touches", 0)) AS "touches",
    IIF(COALESCE("t74"."material", 0) > 60, 60, COALESCE("t74"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t74"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t74"."touches", 0) * 100
      ) - (
        COALESCE("t74"."touches", 0) * 100
      ) % IIF(COALESCE("t74"."everything", 0) > 0, COALESCE("t74"."everything", 0), 1) AS REAL) / IIF(COALESCE("t74"."everything", 0) > 0, COALESCE("t74"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t74 AS t74
)
SELECT
  "t75"."source",
  "t75"."is_won",
  "t75"."days",
  COUNT(*) AS "deals"
FROM t75 AS t75
GROUP BY
  1,
  2,
  3

-- shares_before
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
), t42 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key"
  FROM t38 AS t38
), t46 AS MATERIALIZED (
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
), "t47" AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    IIF("t46"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s") AS "end_s",
    IIF(
      "t46"."first_s" < IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s"),
      "t46"."first_s",
      IIF("t46"."won_s" < 9000000000, "t46"."won_s", "t46"."lost_s")
    ) AS "opened_s"
  FROM t46 AS t46
  WHERE
    (
      "t46"."won_s" < 9000000000
    ) OR (
      "t46"."lost_key" > "t46"."again_key"
    )
), t51 AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
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
), t52 AS MATERIALIZED (
  SELECT
    "t48"."end_s",
    "t48"."lead_id" AS "of_lead_id"
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
), t53 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."occurred_s",
    "t43"."seq",
    "t43"."side",
    "t43"."source",
    "t52"."end_s",
    "t52"."of_lead_id"
  FROM t43 AS t43
  INNER JOIN t52 AS t52
    ON "t43"."lead_id" = "t52"."of_lead_id"
), t54 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    CAST((
      (
        (
          "t53"."occurred_s" - "t53"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t53"."seq" + 1000000000000000000 AS TEXT) || IIF("t53"."side" IN ('buyer', 'marketing'), 'm', IIF("t53"."side" = 'sales', 's', 'u')) || COALESCE("t53"."source", 'unknown') AS "named"
  FROM t53 AS t53
), t55 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    MIN("t54"."named") AS "named"
  FROM t54 AS t54
  GROUP BY
    1
), t57 AS MATERIALIZED (
  SELECT
    "t55"."named",
    "t55"."lead_id" AS "origin_lead_id"
  FROM t55 AS t55
), "t58" AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."is_won",
    "t51"."end_s",
    "t51"."opened_s",
    "t57"."named",
    "t57"."origin_lead_id"
  FROM t51 AS t51
  LEFT OUTER JOIN t57 AS t57
    ON "t51"."lead_id" = "t57"."origin_lead_id"
), t2 AS MATERIALIZED (
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
), t45 AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."occurred_s",
    IIF(
      "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t39"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t39"."side" = 'buyer'
        )
      )
      AND (
        "t39"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t39"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t39"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t39 AS t39
), t61 AS MATERIALIZED (
  SELECT
    "t59"."opened_s",
    "t59"."end_s",
    "t59"."lead_id" AS "deal_lead_id"
  FROM "t58" AS "t59"
), t63 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    "t45"."occurred_s",
    "t45"."is_talk",
    "t45"."is_early",
    "t45"."is_material",
    "t61"."opened_s",
    "t61"."end_s",
    "t61"."deal_lead_id"
  FROM t45 AS t45
  INNER JOIN t61 AS t61
    ON "t45"."lead_id" = "t61"."deal_lead_id"
), "t65" AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  WHERE
    "t63"."occurred_s" <= "t63"."end_s"
), t64 AS MATERIALIZED (
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
  FROM "t58" AS "t59"
), t68 AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    MIN(IIF("t66"."is_talk" = 1, "t66"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t66"."opened_s") AS "opened_s"
  FROM "t65" AS "t66"
  GROUP BY
    1
), t70 AS MATERIALIZED (
  SELECT
    "t68"."lead_id" AS "begin_lead_id",
    IIF("t68"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t68"."talk_s" < "t68"."opened_s", "t68"."talk_s", "t68"."opened_s") AS "begin_s"
  FROM t68 AS t68
), t71 AS MATERIALIZED (
  SELECT
    "t67"."lead_id",
    "t67"."occurred_s",
    "t67"."is_talk",
    "t67"."is_early",
    "t67"."is_material",
    "t67"."opened_s",
    "t67"."end_s",
    "t67"."deal_lead_id",
    "t70"."begin_lead_id",
    "t70"."has_talk",
    "t70"."begin_s"
  FROM "t65" AS "t67"
  INNER JOIN t70 AS t70
    ON "t67"."lead_id" = "t70"."begin_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    "t71"."lead_id" AS "per_lead_id",
    MAX("t71"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t71"."is_early" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t71"."is_material" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t71"."is_early" = 1
        ) AND (
          "t71"."occurred_s" < "t71"."begin_s"
        ),
        "t71"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t71"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t71"."is_early" = 1
      ) OR (
        "t71"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t71 AS t71
  GROUP BY
    1
), t74 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    "t64"."is_won",
    "t64"."end_s",
    "t64"."opened_s",
    "t64"."source",
    "t64"."found_by",
    "t73"."per_lead_id",
    "t73"."has_talk",
    "t73"."touches",
    "t73"."material",
    "t73"."first_s",
    "t73"."begin_s",
    "t73"."everything"
  FROM t64 AS t64
  LEFT OUTER JOIN t73 AS t73
    ON "t64"."lead_id" = "t73"."per_lead_id"
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    "t74"."is_won",
    COALESCE("t74"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t74"."touches", 0) > 60, 60, COALESCE("t74"."touches", 0)) AS "touches",
    IIF(COALESCE("t74"."material", 0) > 60, 60, COALESCE("t74"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t74"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t74"."touches", 0) * 100
      ) - (
        COALESCE("t74"."touches", 0) * 100
      ) % IIF(COALESCE("t74"."everything", 0) > 0, COALESCE("t74"."everything", 0), 1) AS REAL) / IIF(COALESCE("t74"."everything", 0) > 0, COALESCE("t74"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t74"."first_s", 9000000000) < 9000000000,
        "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t74"."first_s", 9000000000) < 9000000000,
          "t74"."end_s" - COALESCE("t74"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t74 AS t74
)
SELECT
  "t75"."source",
  "t75"."is_won",
  "t75"."touches_of_100",
  "t75"."days_of_100",
  COUNT(*) AS "deals"
FROM t75 AS t75
GROUP BY
  1,
  2,
  3,
  4
