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
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t10"."occurred_s" * 4000000000
    ) + "t10"."seq" AS "key"
  FROM t10 AS t10
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."key") AS "last_key"
  FROM "t17" AS "t18"
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t17" AS "t18"
  WHERE
    "t18"."key" IN (
      SELECT
        "t19"."last_key"
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
    MAX("t22"."occurred_s") AS "merged_s",
    MAX("t22"."key") AS "merged_key"
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
    "t25"."merged_key",
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."merged_key",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."merged_key",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t33 AS t33
    ON "t14"."lead_id" = "t33"."gone_id"
), t38 AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."kind",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
  FROM t34 AS t34
), t42 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    MIN(IIF("t38"."kind" = 'won', "t38"."occurred_s", 9000000000)) AS "won_s",
    MAX(IIF("t38"."kind" = 'lost', "t38"."occurred_s", -9000000000)) AS "lost_s",
    MIN(IIF("t38"."kind" = 'deal_opened', "t38"."occurred_s", 9000000000)) AS "first_s",
    MAX(IIF("t38"."kind" = 'lost', "t38"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t38"."kind" = 'deal_opened', "t38"."key", -9000000000000000000)) AS "again_key"
  FROM t38 AS t38
  GROUP BY
    1
), "t43" AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    IIF("t42"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s") AS "end_s",
    IIF(
      "t42"."first_s" < IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s"),
      "t42"."first_s",
      IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s")
    ) AS "opened_s"
  FROM t42 AS t42
  WHERE
    (
      "t42"."won_s" < 9000000000
    ) OR (
      "t42"."lost_key" > "t42"."again_key"
    )
), t47 AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t44"
  WHERE
    "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
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
), t36 AS MATERIALIZED (
  SELECT
    "t16"."seq",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t16 AS t16
  LEFT OUTER JOIN t33 AS t33
    ON "t16"."lead_id" = "t33"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."side",
    "t36"."source"
  FROM t36 AS t36
), t48 AS MATERIALIZED (
  SELECT
    "t44"."end_s",
    "t44"."lead_id" AS "of_lead_id"
  FROM "t43" AS "t44"
  WHERE
    "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
), t49 AS MATERIALIZED (
  SELECT
    "t39"."lead_id",
    "t39"."occurred_s",
    "t39"."seq",
    "t39"."side",
    "t39"."source",
    "t48"."end_s",
    "t48"."of_lead_id"
  FROM t39 AS t39
  INNER JOIN t48 AS t48
    ON "t39"."lead_id" = "t48"."of_lead_id"
), t50 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    CAST((
      (
        (
          "t49"."occurred_s" - "t49"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t49"."seq" + 1000000000000000000 AS TEXT) || IIF("t49"."side" IN ('buyer', 'marketing'), 'm', IIF("t49"."side" = 'sales', 's', 'u')) || COALESCE("t49"."source", 'unknown') AS "named"
  FROM t49 AS t49
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    MIN("t50"."named") AS "named"
  FROM t50 AS t50
  GROUP BY
    1
), t53 AS MATERIALIZED (
  SELECT
    "t51"."named",
    "t51"."lead_id" AS "origin_lead_id"
  FROM t51 AS t51
), "t54" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."is_won",
    "t47"."end_s",
    "t47"."opened_s",
    "t53"."named",
    "t53"."origin_lead_id"
  FROM t47 AS t47
  LEFT OUTER JOIN t53 AS t53
    ON "t47"."lead_id" = "t53"."origin_lead_id"
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
), t35 AS MATERIALIZED (
  SELECT
    "t15"."seq",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t33 AS t33
    ON "t15"."lead_id" = "t33"."gone_id"
), t41 AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."occurred_s",
    IIF(
      "t35"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t35"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t35"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t35"."side" = 'buyer'
        )
      )
      AND (
        "t35"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t35"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t35"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t35 AS t35
), t57 AS MATERIALIZED (
  SELECT
    "t55"."opened_s",
    "t55"."end_s",
    "t55"."lead_id" AS "deal_lead_id"
  FROM "t54" AS "t55"
), t59 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    "t41"."occurred_s",
    "t41"."is_talk",
    "t41"."is_early",
    "t41"."is_material",
    "t57"."opened_s",
    "t57"."end_s",
    "t57"."deal_lead_id"
  FROM t41 AS t41
  INNER JOIN t57 AS t57
    ON "t41"."lead_id" = "t57"."deal_lead_id"
), "t61" AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  WHERE
    "t59"."occurred_s" <= "t59"."end_s"
), t60 AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    "t55"."is_won",
    "t55"."end_s",
    "t55"."opened_s",
    IIF(
      COALESCE("t55"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t55"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t55"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t55"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM "t54" AS "t55"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    MIN(IIF("t62"."is_talk" = 1, "t62"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t62"."opened_s") AS "opened_s"
  FROM "t61" AS "t62"
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t64"."lead_id" AS "begin_lead_id",
    IIF("t64"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t64"."talk_s" < "t64"."opened_s", "t64"."talk_s", "t64"."opened_s") AS "begin_s"
  FROM t64 AS t64
), t67 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."occurred_s",
    "t63"."is_talk",
    "t63"."is_early",
    "t63"."is_material",
    "t63"."opened_s",
    "t63"."end_s",
    "t63"."deal_lead_id",
    "t66"."begin_lead_id",
    "t66"."has_talk",
    "t66"."begin_s"
  FROM "t61" AS "t63"
  INNER JOIN t66 AS t66
    ON "t63"."lead_id" = "t66"."begin_lead_id"
), t69 AS MATERIALIZED (
  SELECT
    "t67"."lead_id" AS "per_lead_id",
    MAX("t67"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t67"."is_early" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t67"."is_material" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t67"."is_early" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        "t67"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t67"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t67"."is_early" = 1
      ) OR (
        "t67"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t67 AS t67
  GROUP BY
    1
), t70 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t60"."source",
    "t60"."found_by",
    "t69"."per_lead_id",
    "t69"."has_talk",
    "t69"."touches",
    "t69"."material",
    "t69"."first_s",
    "t69"."begin_s",
    "t69"."everything"
  FROM t60 AS t60
  LEFT OUTER JOIN t69 AS t69
    ON "t60"."lead_id" = "t69"."per_lead_id"
), t71 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    "t70"."source",
    "t70"."is_won",
    "t70"."end_s",
    COALESCE("t70"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t70"."touches", 0) > 60, 60, COALESCE("t70"."touches", 0)) AS "touches",
    IIF(COALESCE("t70"."material", 0) > 60, 60, COALESCE("t70"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t70"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t70"."touches", 0) * 100
      ) - (
        COALESCE("t70"."touches", 0) * 100
      ) % IIF(COALESCE("t70"."everything", 0) > 0, COALESCE("t70"."everything", 0), 1) AS REAL) / IIF(COALESCE("t70"."everything", 0) > 0, COALESCE("t70"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t70 AS t70
)
SELECT
  "t71"."source",
  "t71"."is_won",
  "t71"."has_talk",
  "t71"."touches",
  "t71"."material",
  COUNT(*) AS "deals"
FROM t71 AS t71
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
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t10"."occurred_s" * 4000000000
    ) + "t10"."seq" AS "key"
  FROM t10 AS t10
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."key") AS "last_key"
  FROM "t17" AS "t18"
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t17" AS "t18"
  WHERE
    "t18"."key" IN (
      SELECT
        "t19"."last_key"
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
    MAX("t22"."occurred_s") AS "merged_s",
    MAX("t22"."key") AS "merged_key"
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
    "t25"."merged_key",
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."merged_key",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."merged_key",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t33 AS t33
    ON "t14"."lead_id" = "t33"."gone_id"
), t38 AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."kind",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
  FROM t34 AS t34
), t42 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    MIN(IIF("t38"."kind" = 'won', "t38"."occurred_s", 9000000000)) AS "won_s",
    MAX(IIF("t38"."kind" = 'lost', "t38"."occurred_s", -9000000000)) AS "lost_s",
    MIN(IIF("t38"."kind" = 'deal_opened', "t38"."occurred_s", 9000000000)) AS "first_s",
    MAX(IIF("t38"."kind" = 'lost', "t38"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t38"."kind" = 'deal_opened', "t38"."key", -9000000000000000000)) AS "again_key"
  FROM t38 AS t38
  GROUP BY
    1
), "t43" AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    IIF("t42"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s") AS "end_s",
    IIF(
      "t42"."first_s" < IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s"),
      "t42"."first_s",
      IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s")
    ) AS "opened_s"
  FROM t42 AS t42
  WHERE
    (
      "t42"."won_s" < 9000000000
    ) OR (
      "t42"."lost_key" > "t42"."again_key"
    )
), t47 AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t44"
  WHERE
    "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
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
), t36 AS MATERIALIZED (
  SELECT
    "t16"."seq",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t16 AS t16
  LEFT OUTER JOIN t33 AS t33
    ON "t16"."lead_id" = "t33"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."side",
    "t36"."source"
  FROM t36 AS t36
), t48 AS MATERIALIZED (
  SELECT
    "t44"."end_s",
    "t44"."lead_id" AS "of_lead_id"
  FROM "t43" AS "t44"
  WHERE
    "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
), t49 AS MATERIALIZED (
  SELECT
    "t39"."lead_id",
    "t39"."occurred_s",
    "t39"."seq",
    "t39"."side",
    "t39"."source",
    "t48"."end_s",
    "t48"."of_lead_id"
  FROM t39 AS t39
  INNER JOIN t48 AS t48
    ON "t39"."lead_id" = "t48"."of_lead_id"
), t50 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    CAST((
      (
        (
          "t49"."occurred_s" - "t49"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t49"."seq" + 1000000000000000000 AS TEXT) || IIF("t49"."side" IN ('buyer', 'marketing'), 'm', IIF("t49"."side" = 'sales', 's', 'u')) || COALESCE("t49"."source", 'unknown') AS "named"
  FROM t49 AS t49
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    MIN("t50"."named") AS "named"
  FROM t50 AS t50
  GROUP BY
    1
), t53 AS MATERIALIZED (
  SELECT
    "t51"."named",
    "t51"."lead_id" AS "origin_lead_id"
  FROM t51 AS t51
), "t54" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."is_won",
    "t47"."end_s",
    "t47"."opened_s",
    "t53"."named",
    "t53"."origin_lead_id"
  FROM t47 AS t47
  LEFT OUTER JOIN t53 AS t53
    ON "t47"."lead_id" = "t53"."origin_lead_id"
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
), t35 AS MATERIALIZED (
  SELECT
    "t15"."seq",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t33 AS t33
    ON "t15"."lead_id" = "t33"."gone_id"
), t41 AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."occurred_s",
    IIF(
      "t35"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t35"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t35"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t35"."side" = 'buyer'
        )
      )
      AND (
        "t35"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t35"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t35"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t35 AS t35
), t57 AS MATERIALIZED (
  SELECT
    "t55"."opened_s",
    "t55"."end_s",
    "t55"."lead_id" AS "deal_lead_id"
  FROM "t54" AS "t55"
), t59 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    "t41"."occurred_s",
    "t41"."is_talk",
    "t41"."is_early",
    "t41"."is_material",
    "t57"."opened_s",
    "t57"."end_s",
    "t57"."deal_lead_id"
  FROM t41 AS t41
  INNER JOIN t57 AS t57
    ON "t41"."lead_id" = "t57"."deal_lead_id"
), "t61" AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  WHERE
    "t59"."occurred_s" <= "t59"."end_s"
), t60 AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    "t55"."is_won",
    "t55"."end_s",
    "t55"."opened_s",
    IIF(
      COALESCE("t55"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t55"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t55"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t55"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM "t54" AS "t55"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    MIN(IIF("t62"."is_talk" = 1, "t62"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t62"."opened_s") AS "opened_s"
  FROM "t61" AS "t62"
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t64"."lead_id" AS "begin_lead_id",
    IIF("t64"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t64"."talk_s" < "t64"."opened_s", "t64"."talk_s", "t64"."opened_s") AS "begin_s"
  FROM t64 AS t64
), t67 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."occurred_s",
    "t63"."is_talk",
    "t63"."is_early",
    "t63"."is_material",
    "t63"."opened_s",
    "t63"."end_s",
    "t63"."deal_lead_id",
    "t66"."begin_lead_id",
    "t66"."has_talk",
    "t66"."begin_s"
  FROM "t61" AS "t63"
  INNER JOIN t66 AS t66
    ON "t63"."lead_id" = "t66"."begin_lead_id"
), t69 AS MATERIALIZED (
  SELECT
    "t67"."lead_id" AS "per_lead_id",
    MAX("t67"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t67"."is_early" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t67"."is_material" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t67"."is_early" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        "t67"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t67"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t67"."is_early" = 1
      ) OR (
        "t67"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t67 AS t67
  GROUP BY
    1
), t70 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t60"."source",
    "t60"."found_by",
    "t69"."per_lead_id",
    "t69"."has_talk",
    "t69"."touches",
    "t69"."material",
    "t69"."first_s",
    "t69"."begin_s",
    "t69"."everything"
  FROM t60 AS t60
  LEFT OUTER JOIN t69 AS t69
    ON "t60"."lead_id" = "t69"."per_lead_id"
), t71 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    "t70"."source",
    "t70"."is_won",
    "t70"."end_s",
    COALESCE("t70"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t70"."touches", 0) > 60, 60, COALESCE("t70"."touches", 0)) AS "touches",
    IIF(COALESCE("t70"."material", 0) > 60, 60, COALESCE("t70"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t70"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t70"."touches", 0) * 100
      ) - (
        COALESCE("t70"."touches", 0) * 100
      ) % IIF(COALESCE("t70"."everything", 0) > 0, COALESCE("t70"."everything", 0), 1) AS REAL) / IIF(COALESCE("t70"."everything", 0) > 0, COALESCE("t70"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t70 AS t70
)
SELECT
  "t71"."source",
  "t71"."is_won",
  "t71"."days",
  COUNT(*) AS "deals"
FROM t71 AS t71
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
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t10"."occurred_s" * 4000000000
    ) + "t10"."seq" AS "key"
  FROM t10 AS t10
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."key") AS "last_key"
  FROM "t17" AS "t18"
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t17" AS "t18"
  WHERE
    "t18"."key" IN (
      SELECT
        "t19"."last_key"
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
    MAX("t22"."occurred_s") AS "merged_s",
    MAX("t22"."key") AS "merged_key"
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
    "t25"."merged_key",
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."merged_key",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."merged_key",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t33 AS t33
    ON "t14"."lead_id" = "t33"."gone_id"
), t38 AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."kind",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
  FROM t34 AS t34
), t42 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    MIN(IIF("t38"."kind" = 'won', "t38"."occurred_s", 9000000000)) AS "won_s",
    MAX(IIF("t38"."kind" = 'lost', "t38"."occurred_s", -9000000000)) AS "lost_s",
    MIN(IIF("t38"."kind" = 'deal_opened', "t38"."occurred_s", 9000000000)) AS "first_s",
    MAX(IIF("t38"."kind" = 'lost', "t38"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t38"."kind" = 'deal_opened', "t38"."key", -9000000000000000000)) AS "again_key"
  FROM t38 AS t38
  GROUP BY
    1
), "t43" AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    IIF("t42"."won_s" < 9000000000, 1, 0) AS "is_won",
    IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s") AS "end_s",
    IIF(
      "t42"."first_s" < IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s"),
      "t42"."first_s",
      IIF("t42"."won_s" < 9000000000, "t42"."won_s", "t42"."lost_s")
    ) AS "opened_s"
  FROM t42 AS t42
  WHERE
    (
      "t42"."won_s" < 9000000000
    ) OR (
      "t42"."lost_key" > "t42"."again_key"
    )
), t47 AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t44"
  WHERE
    "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
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
), t36 AS MATERIALIZED (
  SELECT
    "t16"."seq",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t16 AS t16
  LEFT OUTER JOIN t33 AS t33
    ON "t16"."lead_id" = "t33"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."side",
    "t36"."source"
  FROM t36 AS t36
), t48 AS MATERIALIZED (
  SELECT
    "t44"."end_s",
    "t44"."lead_id" AS "of_lead_id"
  FROM "t43" AS "t44"
  WHERE
    "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
), t49 AS MATERIALIZED (
  SELECT
    "t39"."lead_id",
    "t39"."occurred_s",
    "t39"."seq",
    "t39"."side",
    "t39"."source",
    "t48"."end_s",
    "t48"."of_lead_id"
  FROM t39 AS t39
  INNER JOIN t48 AS t48
    ON "t39"."lead_id" = "t48"."of_lead_id"
), t50 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    CAST((
      (
        (
          "t49"."occurred_s" - "t49"."end_s"
        ) + 2147483648
      ) * 2147483648
    ) + "t49"."seq" + 1000000000000000000 AS TEXT) || IIF("t49"."side" IN ('buyer', 'marketing'), 'm', IIF("t49"."side" = 'sales', 's', 'u')) || COALESCE("t49"."source", 'unknown') AS "named"
  FROM t49 AS t49
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    MIN("t50"."named") AS "named"
  FROM t50 AS t50
  GROUP BY
    1
), t53 AS MATERIALIZED (
  SELECT
    "t51"."named",
    "t51"."lead_id" AS "origin_lead_id"
  FROM t51 AS t51
), "t54" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."is_won",
    "t47"."end_s",
    "t47"."opened_s",
    "t53"."named",
    "t53"."origin_lead_id"
  FROM t47 AS t47
  LEFT OUTER JOIN t53 AS t53
    ON "t47"."lead_id" = "t53"."origin_lead_id"
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
), t35 AS MATERIALIZED (
  SELECT
    "t15"."seq",
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM t15 AS t15
  LEFT OUTER JOIN t33 AS t33
    ON "t15"."lead_id" = "t33"."gone_id"
), t41 AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."occurred_s",
    IIF(
      "t35"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t35"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      NOT (
        "t35"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t35"."side" = 'buyer'
        )
      )
      AND (
        "t35"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_early",
    IIF(
      "t35"."kind" IN ('asset_sent', 'asset_viewed') AND (
        "t35"."side" <> 'sales'
      ),
      1,
      0
    ) AS "is_material"
  FROM t35 AS t35
), t57 AS MATERIALIZED (
  SELECT
    "t55"."opened_s",
    "t55"."end_s",
    "t55"."lead_id" AS "deal_lead_id"
  FROM "t54" AS "t55"
), t59 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    "t41"."occurred_s",
    "t41"."is_talk",
    "t41"."is_early",
    "t41"."is_material",
    "t57"."opened_s",
    "t57"."end_s",
    "t57"."deal_lead_id"
  FROM t41 AS t41
  INNER JOIN t57 AS t57
    ON "t41"."lead_id" = "t57"."deal_lead_id"
), "t61" AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  WHERE
    "t59"."occurred_s" <= "t59"."end_s"
), t60 AS MATERIALIZED (
  SELECT
    "t55"."lead_id",
    "t55"."is_won",
    "t55"."end_s",
    "t55"."opened_s",
    IIF(
      COALESCE("t55"."named", '') = '',
      'unknown',
      SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          20 + 1
        ) >= 1, 20 + 1, 20 + 1 + LENGTH(COALESCE("t55"."named", '')))
      )
    ) AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t55"."named", ''))),
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t55"."named", ''),
        IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH(COALESCE("t55"."named", ''))),
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM "t54" AS "t55"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    MIN(IIF("t62"."is_talk" = 1, "t62"."occurred_s", 9000000000)) AS "talk_s",
    MIN("t62"."opened_s") AS "opened_s"
  FROM "t61" AS "t62"
  GROUP BY
    1
), t66 AS MATERIALIZED (
  SELECT
    "t64"."lead_id" AS "begin_lead_id",
    IIF("t64"."talk_s" < 9000000000, 1, 0) AS "has_talk",
    IIF("t64"."talk_s" < "t64"."opened_s", "t64"."talk_s", "t64"."opened_s") AS "begin_s"
  FROM t64 AS t64
), t67 AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."occurred_s",
    "t63"."is_talk",
    "t63"."is_early",
    "t63"."is_material",
    "t63"."opened_s",
    "t63"."end_s",
    "t63"."deal_lead_id",
    "t66"."begin_lead_id",
    "t66"."has_talk",
    "t66"."begin_s"
  FROM "t61" AS "t63"
  INNER JOIN t66 AS t66
    ON "t63"."lead_id" = "t66"."begin_lead_id"
), t69 AS MATERIALIZED (
  SELECT
    "t67"."lead_id" AS "per_lead_id",
    MAX("t67"."has_talk") AS "has_talk",
    COUNT(
      IIF(
        (
          "t67"."is_early" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "touches",
    COUNT(
      IIF(
        (
          "t67"."is_material" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        1,
        CAST(NULL AS INTEGER)
      )
    ) AS "material",
    MIN(
      IIF(
        (
          "t67"."is_early" = 1
        ) AND (
          "t67"."occurred_s" < "t67"."begin_s"
        ),
        "t67"."occurred_s",
        9000000000
      )
    ) AS "first_s",
    MAX("t67"."begin_s") AS "begin_s",
    COUNT(
      IIF((
        "t67"."is_early" = 1
      ) OR (
        "t67"."is_talk" = 1
      ), 1, CAST(NULL AS INTEGER))
    ) AS "everything"
  FROM t67 AS t67
  GROUP BY
    1
), t70 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t60"."source",
    "t60"."found_by",
    "t69"."per_lead_id",
    "t69"."has_talk",
    "t69"."touches",
    "t69"."material",
    "t69"."first_s",
    "t69"."begin_s",
    "t69"."everything"
  FROM t60 AS t60
  LEFT OUTER JOIN t69 AS t69
    ON "t60"."lead_id" = "t69"."per_lead_id"
), t71 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    "t70"."source",
    "t70"."is_won",
    "t70"."end_s",
    COALESCE("t70"."has_talk", 0) AS "has_talk",
    IIF(COALESCE("t70"."touches", 0) > 60, 60, COALESCE("t70"."touches", 0)) AS "touches",
    IIF(COALESCE("t70"."material", 0) > 60, 60, COALESCE("t70"."material", 0)) AS "material",
    IIF(
      CAST(CAST(IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST(IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) - IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
        0
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    IIF(
      COALESCE("t70"."everything", 0) > 0,
      CAST(CAST((
        COALESCE("t70"."touches", 0) * 100
      ) - (
        COALESCE("t70"."touches", 0) * 100
      ) % IIF(COALESCE("t70"."everything", 0) > 0, COALESCE("t70"."everything", 0), 1) AS REAL) / IIF(COALESCE("t70"."everything", 0) > 0, COALESCE("t70"."everything", 0), 1) AS INTEGER),
      0
    ) AS "touches_of_100",
    IIF(
      IIF(
        COALESCE("t70"."first_s", 9000000000) < 9000000000,
        "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
        0
      ) > 0,
      CAST(CAST((
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
          0
        ) * 100
      ) - (
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000),
          0
        ) * 100
      ) % IIF(
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ),
        1
      ) AS REAL) / IIF(
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ) > 0,
        IIF(
          COALESCE("t70"."first_s", 9000000000) < 9000000000,
          "t70"."end_s" - COALESCE("t70"."first_s", 9000000000),
          0
        ),
        1
      ) AS INTEGER),
      0
    ) AS "days_of_100"
  FROM t70 AS t70
)
SELECT
  "t71"."source",
  "t71"."is_won",
  "t71"."touches_of_100",
  "t71"."days_of_100",
  COUNT(*) AS "deals"
FROM t71 AS t71
GROUP BY
  1,
  2,
  3,
  4
