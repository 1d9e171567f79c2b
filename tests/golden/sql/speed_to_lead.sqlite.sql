-- strata
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
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
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
    "t9"."recorded_s",
    "t9"."pact_version"
  FROM t9 AS t9
  WHERE
    COALESCE("t9"."lead_id", 0) <> 0
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
    "t18"."recorded_s",
    "t18"."pact_version",
    "t41"."gone_id",
    "t41"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t41 AS t41
    ON "t18"."lead_id" = "t41"."gone_id"
), "t47" AS MATERIALIZED (
  SELECT
    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
    "t43"."recorded_s",
    "t43"."occurred_s",
    (
      "t43"."occurred_s" * 4000000000
    ) + "t43"."seq" AS "key",
    COALESCE("t43"."points", -1000000) AS "points",
    COALESCE("t43"."pact_version", 0) AS "version"
  FROM t43 AS t43
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
), "t49" AS MATERIALIZED (
  SELECT
    COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
    "t45"."side",
    "t45"."source",
    "t45"."occurred_s",
    "t45"."occurred_month",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key"
  FROM t45 AS t45
), t54 AS MATERIALIZED (
  SELECT
    "t51"."lead_id" AS "first_lead_id",
    MIN("t51"."key") AS "first_key"
  FROM "t47" AS "t51"
  GROUP BY
    1
), "t58" AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t51"
  WHERE
    "t51"."key" IN (
      SELECT
        "t54"."first_key"
      FROM t54 AS t54
    )
), t64 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."key" AS "hand_key",
    "t60"."occurred_s" AS "hand_s",
    "t60"."recorded_s" AS "heard_s",
    CAST("t60"."points" AS INTEGER) AS "points",
    CAST("t60"."version" AS INTEGER) AS "version"
  FROM "t58" AS "t60"
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'deal_opened',
      'disqualified',
      'gave_up',
      'handed_over',
      'lost',
      'recycled',
      'rejected',
      'stage_changed',
      'won'
    )
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
), t52 AS MATERIALIZED (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."kind",
    "t44"."side",
    "t44"."value_code",
    "t44"."occurred_s",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key"
  FROM t44 AS t44
), t62 AS MATERIALIZED (
  SELECT
    "t60"."key" AS "hand_key",
    "t60"."lead_id" AS "handed_lead_id"
  FROM "t58" AS "t60"
), t68 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."kind",
    "t52"."side",
    "t52"."value_code",
    "t52"."occurred_s",
    "t52"."key",
    "t62"."hand_key",
    "t62"."handed_lead_id"
  FROM t52 AS t52
  INNER JOIN t62 AS t62
    ON "t52"."lead_id" = "t62"."handed_lead_id"
), t71 AS MATERIALIZED (
  SELECT
    "t68"."lead_id" AS "after_lead_id",
    MIN(
      IIF(
        (
          "t68"."key" > "t68"."hand_key"
        ) AND (
          "t68"."kind" = 'handed_over'
        ),
        "t68"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t68"."key" > "t68"."hand_key"
        ) AND (
          "t68"."kind" = 'rejected'
        ),
        "t68"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t68"."key" > "t68"."hand_key"
        )
        AND "t68"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won'),
        "t68"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t68"."key" > "t68"."hand_key"
        ) AND "t68"."kind" IN ('deal_opened', 'won'),
        "t68"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t68"."key" > "t68"."hand_key"
        ) AND (
          "t68"."kind" = 'won'
        ),
        "t68"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t68"."key" > "t68"."hand_key"
        )
        AND "t68"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t68"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t68"."key" < "t68"."hand_key"
    ) AND (
      "t68"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t68 AS t68
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "first_lead_id",
    MIN("t53"."key") AS "first_key"
  FROM "t49" AS "t53"
  GROUP BY
    1
), t59 AS MATERIALIZED (
  SELECT
    *
  FROM "t49" AS "t53"
  WHERE
    "t53"."key" IN (
      SELECT
        "t55"."first_key"
      FROM t55 AS t55
    )
), t66 AS MATERIALIZED (
  SELECT
    "t59"."lead_id" AS "origin_lead_id",
    COALESCE("t59"."source", 'unknown') AS "origin",
    IIF(
      "t59"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t59"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t59"."occurred_s" AS "origin_s",
    CAST("t59"."occurred_month" AS INTEGER) AS "origin_month"
  FROM t59 AS t59
), t73 AS MATERIALIZED (
  SELECT
    "t64"."lead_id",
    "t64"."hand_key",
    "t64"."hand_s",
    "t64"."heard_s",
    "t64"."points",
    "t64"."version",
    "t71"."after_lead_id",
    "t71"."next_key",
    "t71"."back_key",
    "t71"."taken_key",
    "t71"."deal_s",
    "t71"."won_s",
    "t71"."end_s",
    "t71"."is_early",
    "t66"."origin_lead_id",
    "t66"."origin",
    "t66"."found_by",
    "t66"."origin_s",
    "t66"."origin_month"
  FROM t64 AS t64
  INNER JOIN t71 AS t71
    ON "t64"."lead_id" = "t71"."after_lead_id"
  LEFT OUTER JOIN t66 AS t66
    ON "t64"."lead_id" = "t66"."origin_lead_id"
), t76 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."hand_key",
    "t73"."hand_s",
    "t73"."heard_s",
    "t73"."points",
    "t73"."version",
    "t73"."deal_s",
    "t73"."won_s",
    "t73"."end_s",
    "t73"."is_early",
    COALESCE("t73"."origin", 'unknown') AS "source",
    CASE
      WHEN "t73"."back_key" < "t73"."next_key"
      THEN 'rejected'
      WHEN "t73"."taken_key" < "t73"."next_key"
      THEN 'accepted'
      ELSE 'open'
    END AS "answer"
  FROM t73 AS t73
  WHERE
    "t73"."hand_s" >= ${since_s} AND "t73"."hand_s" < ${until_s}
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
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
    "t8"."worked_s"
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
    "t41"."gone_id",
    "t41"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t41 AS t41
    ON "t17"."lead_id" = "t41"."gone_id"
), t50 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."kind",
    "t42"."side",
    "t42"."value_code",
    "t42"."occurred_s",
    (
      "t42"."occurred_s" * 4000000000
    ) + "t42"."seq" AS "key"
  FROM t42 AS t42
), t67 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."kind",
    "t50"."side",
    "t50"."value_code",
    "t50"."occurred_s",
    "t50"."key",
    "t62"."hand_key",
    "t62"."handed_lead_id"
  FROM t50 AS t50
  INNER JOIN t62 AS t62
    ON "t50"."lead_id" = "t62"."handed_lead_id"
), t69 AS MATERIALIZED (
  SELECT
    *
  FROM t67 AS t67
  WHERE
    "t67"."key" > "t67"."hand_key"
), t74 AS MATERIALIZED (
  SELECT
    "t69"."lead_id" AS "contact_lead_id",
    MIN(
      IIF(
        "t69"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t69"."side" = 'sales'
        ),
        "t69"."occurred_s",
        9000000000
      )
    ) AS "try_s",
    MIN(
      IIF(
        "t69"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t69"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t69"."side" = 'buyer'
          )
        ),
        "t69"."occurred_s",
        9000000000
      )
    ) AS "talk_s"
  FROM t69 AS t69
  GROUP BY
    1
), t77 AS MATERIALIZED (
  SELECT
    "t76"."lead_id",
    "t76"."hand_key",
    "t76"."hand_s",
    "t76"."heard_s",
    "t76"."points",
    "t76"."version",
    "t76"."deal_s",
    "t76"."won_s",
    "t76"."end_s",
    "t76"."is_early",
    "t76"."source",
    "t76"."answer",
    "t74"."contact_lead_id",
    "t74"."try_s",
    "t74"."talk_s"
  FROM t76 AS t76
  LEFT OUTER JOIN t74 AS t74
    ON "t76"."lead_id" = "t74"."contact_lead_id"
), t78 AS MATERIALIZED (
  SELECT
    "t77"."lead_id",
    "t77"."hand_key",
    "t77"."hand_s",
    "t77"."heard_s",
    "t77"."points",
    "t77"."version",
    "t77"."deal_s",
    "t77"."won_s",
    "t77"."end_s",
    "t77"."is_early",
    "t77"."source",
    "t77"."answer",
    COALESCE("t77"."try_s", 9000000000) AS "try_s",
    COALESCE("t77"."talk_s", 9000000000) AS "talk_s",
    IIF(
      COALESCE("t77"."try_s", 9000000000) < (
        "t77"."hand_s" + 604800
      ),
      COALESCE("t77"."try_s", 9000000000),
      "t77"."hand_s" + 604800
    ) AS "mark_s"
  FROM t77 AS t77
), t79 AS MATERIALIZED (
  SELECT
    "t78"."lead_id",
    "t78"."source",
    CASE
      WHEN "t78"."points" = -1000000
      THEN 'none'
      WHEN "t78"."points" < 40
      THEN '0-39'
      WHEN "t78"."points" < 60
      THEN '40-59'
      WHEN "t78"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    'unknown' AS "arrival",
    IIF(
      "t78"."try_s" <= (
        "t78"."hand_s" + (
          ${fast_minutes} * 60
        )
      ),
      'fast',
      'slow'
    ) AS "side",
    CASE
      WHEN (
        "t78"."deal_s" < "t78"."mark_s"
      ) OR (
        "t78"."end_s" < "t78"."mark_s"
      )
      THEN 'ended'
      WHEN (
        "t78"."mark_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 'young'
      ELSE 'counted'
    END AS "state",
    IIF(
      (
        "t78"."deal_s" < 9000000000
      )
      AND (
        "t78"."deal_s" <= (
          "t78"."mark_s" + (
            ${within_days} * 86400
          )
        )
      ),
      1,
      0
    ) AS "is_deal",
    IIF(
      (
        "t78"."won_s" < 9000000000
      )
      AND (
        "t78"."won_s" <= (
          "t78"."mark_s" + (
            ${within_days} * 86400
          )
        )
      ),
      1,
      0
    ) AS "is_won"
  FROM t78 AS t78
)
SELECT
  "t79"."source",
  "t79"."band",
  "t79"."arrival",
  "t79"."side",
  "t79"."state",
  COUNT(*) AS "leads",
  COUNT(IIF("t79"."is_deal" = 1, 1, CAST(NULL AS INTEGER))) AS "deal",
  COUNT(IIF("t79"."is_won" = 1, 1, CAST(NULL AS INTEGER))) AS "won"
FROM t79 AS t79
GROUP BY
  1,
  2,
  3,
  4,
  5
