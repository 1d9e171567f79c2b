-- cohorts
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
), t12 AS MATERIALIZED (
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
), "t19" AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    "t12"."seq",
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t12 AS t12
), t23 AS MATERIALIZED (
  SELECT
    "t20"."lead_id",
    MAX("t20"."occurred_s") AS "last_s"
  FROM "t19" AS "t20"
  GROUP BY
    1
), t24 AS MATERIALIZED (
  SELECT
    "t21"."lead_id",
    "t21"."occurred_s",
    "t21"."seq",
    "t21"."target_id",
    "t23"."last_s"
  FROM "t19" AS "t21"
  INNER JOIN t23 AS t23
    ON "t21"."lead_id" = "t23"."lead_id" AND "t21"."occurred_s" = "t23"."last_s"
), t25 AS MATERIALIZED (
  SELECT
    "t24"."lead_id",
    MAX("t24"."seq") AS "last_seq"
  FROM t24 AS t24
  GROUP BY
    1
), t27 AS MATERIALIZED (
  SELECT
    *
  FROM "t19" AS "t20"
  WHERE
    "t20"."seq" IN (
      SELECT
        "t25"."last_seq"
      FROM t25 AS t25
    )
), t28 AS MATERIALIZED (
  SELECT
    *
  FROM t27 AS t27
  WHERE
    "t27"."target_id" <> 0 AND "t27"."target_id" <> "t27"."lead_id"
), "t29" AS MATERIALIZED (
  SELECT
    "t28"."lead_id" AS "gone_id",
    MAX("t28"."target_id") AS "into_id",
    MAX("t28"."occurred_s") AS "merged_s"
  FROM t28 AS t28
  GROUP BY
    1
), t2 AS MATERIALIZED (
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
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t7"
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
), t33 AS MATERIALIZED (
  SELECT
    "t30"."gone_id" AS "via_id",
    "t30"."into_id" AS "onward_id"
  FROM "t29" AS "t30"
), t34 AS MATERIALIZED (
  SELECT
    "t31"."gone_id",
    "t31"."into_id",
    "t31"."merged_s",
    "t33"."via_id",
    "t33"."onward_id"
  FROM "t29" AS "t31"
  LEFT OUTER JOIN t33 AS t33
    ON "t31"."into_id" = "t33"."via_id"
), t36 AS MATERIALIZED (
  SELECT
    "t34"."gone_id",
    "t34"."merged_s",
    COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
  FROM t34 AS t34
), t37 AS MATERIALIZED (
  SELECT
    "t36"."gone_id",
    "t36"."merged_s",
    "t36"."into_id",
    "t33"."via_id",
    "t33"."onward_id"
  FROM t36 AS t36
  LEFT OUTER JOIN t33 AS t33
    ON "t36"."into_id" = "t33"."via_id"
), t39 AS MATERIALIZED (
  SELECT
    "t37"."gone_id",
    COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
  FROM t37 AS t37
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
    "t39"."gone_id",
    "t39"."into_id"
  FROM t16 AS t16
  LEFT OUTER JOIN t39 AS t39
    ON "t16"."lead_id" = "t39"."gone_id"
), "t44" AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."side",
    "t40"."source",
    "t40"."occurred_s",
    "t40"."occurred_month",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM t40 AS t40
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'qualified',
      'recycled',
      'rejected',
      'social',
      'woken',
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
        FROM "t7"
      )
    )
), t17 AS MATERIALIZED (
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
), t41 AS MATERIALIZED (
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
    "t39"."gone_id",
    "t39"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t39 AS t39
    ON "t17"."lead_id" = "t39"."gone_id"
), t47 AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."kind",
    "t41"."occurred_s",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key",
    "t41"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t41"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t41"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t41 AS t41
), "t50" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    MIN("t47"."key") AS "any_key",
    MIN(IIF("t47"."kind" = 'won', "t47"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t47"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t47"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(IIF("t47"."is_talk", "t47"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t47"."kind" = 'qualified', "t47"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t47"."kind" = 'handed_over', "t47"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t47"."kind" = 'accepted', "t47"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t47"."kind" = 'deal_opened', "t47"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t47 AS t47
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t44" AS "t46"
  GROUP BY
    1
), "t51" AS MATERIALIZED (
  SELECT
    *
  FROM "t44" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t48"."first_key"
      FROM t48 AS t48
    )
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
), t11 AS MATERIALIZED (
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
), t18 AS MATERIALIZED (
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
), t42 AS MATERIALIZED (
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
    "t39"."gone_id",
    "t39"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t39 AS t39
    ON "t18"."lead_id" = "t39"."gone_id"
), t45 AS MATERIALIZED (
  SELECT
    "t42"."kind",
    "t42"."occurred_s",
    COALESCE("t42"."into_id", "t42"."lead_id") AS "ended_lead_id"
  FROM t42 AS t42
), t57 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."won_s",
    "t52"."revived_s"
  FROM "t50" AS "t52"
), t61 AS MATERIALIZED (
  SELECT
    "t45"."kind",
    "t45"."occurred_s",
    "t45"."ended_lead_id",
    "t57"."lead_id",
    "t57"."won_s",
    "t57"."revived_s"
  FROM t45 AS t45
  INNER JOIN t57 AS t57
    ON "t45"."ended_lead_id" = "t57"."lead_id"
), t62 AS MATERIALIZED (
  SELECT
    *
  FROM t61 AS t61
  WHERE
    "t61"."won_s" = 9000000000 AND "t61"."occurred_s" >= "t61"."revived_s"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."ended_lead_id",
    MIN(IIF("t62"."kind" IN ('disqualified', 'lost'), "t62"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t62"."kind" IN ('gave_up', 'recycled', 'rejected'), "t62"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t62 AS t62
  GROUP BY
    1
), t65 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    "t54"."any_key",
    "t54"."won_s",
    "t54"."revived_s",
    "t54"."first_talk_s",
    "t54"."qualified_s",
    "t54"."handed_over_s",
    "t54"."accepted_s",
    "t54"."deal_opened_s",
    "t64"."ended_lead_id",
    "t64"."lost_s",
    "t64"."back_s"
  FROM "t50" AS "t54"
  LEFT OUTER JOIN t64 AS t64
    ON "t54"."lead_id" = "t64"."ended_lead_id"
), "t66" AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."any_key",
    "t65"."won_s",
    "t65"."first_talk_s",
    "t65"."qualified_s",
    "t65"."handed_over_s",
    "t65"."accepted_s",
    "t65"."deal_opened_s",
    "t65"."lost_s",
    "t65"."back_s"
  FROM t65 AS t65
), t60 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "origin_lead_id",
    COALESCE("t53"."source", 'unknown') AS "origin",
    IIF(
      "t53"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t53"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t53"."occurred_s" AS "origin_s",
    CAST("t53"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t51" AS "t53"
), t70 AS MATERIALIZED (
  SELECT
    "t60"."origin_lead_id",
    "t60"."origin",
    "t60"."found_by",
    "t60"."origin_s",
    "t60"."origin_month",
    "t68"."lead_id",
    "t68"."any_key",
    "t68"."won_s",
    "t68"."first_talk_s",
    "t68"."qualified_s",
    "t68"."handed_over_s",
    "t68"."accepted_s",
    "t68"."deal_opened_s",
    "t68"."lost_s",
    "t68"."back_s"
  FROM t60 AS t60
  LEFT OUTER JOIN "t66" AS "t68"
    ON "t60"."origin_lead_id" = "t68"."lead_id"
), t72 AS MATERIALIZED (
  SELECT
    COALESCE("t70"."won_s", 9000000000) AS "won_s",
    COALESCE("t70"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t70"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t70"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t70"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t70"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t70"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t70"."back_s", 9000000000) AS "back_s",
    "t70"."found_by",
    "t70"."origin_lead_id" AS "lead_id",
    "t70"."origin_s" AS "since_s",
    "t70"."origin_month" AS "month",
    "t70"."origin" AS "source"
  FROM t70 AS t70
), t58 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "origin_lead_id"
  FROM "t51" AS "t53"
), t71 AS MATERIALIZED (
  SELECT
    "t69"."lead_id",
    "t69"."any_key",
    "t69"."won_s",
    "t69"."first_talk_s",
    "t69"."qualified_s",
    "t69"."handed_over_s",
    "t69"."accepted_s",
    "t69"."deal_opened_s",
    "t69"."lost_s",
    "t69"."back_s",
    "t58"."origin_lead_id"
  FROM "t66" AS "t69"
  LEFT OUTER JOIN t58 AS t58
    ON "t69"."lead_id" = "t58"."origin_lead_id"
), t74 AS MATERIALIZED (
  SELECT
    "t71"."lead_id",
    "t71"."won_s",
    "t71"."first_talk_s",
    "t71"."qualified_s",
    "t71"."handed_over_s",
    "t71"."accepted_s",
    "t71"."deal_opened_s",
    "t71"."lost_s",
    "t71"."back_s",
    (
      "t71"."any_key" % 4000000000 + 4000000000
    ) % 4000000000 AS "first_seq"
  FROM t71 AS t71
  WHERE
    COALESCE("t71"."origin_lead_id", 0) = 0
), t6 AS MATERIALIZED (
  SELECT
    "t0"."seq",
    "t0"."occurred_s",
    "t0"."occurred_month"
  FROM "facts" AS "t0"
  WHERE
    "t0"."kind" IN (
      'qualified',
      'won',
      'call',
      'email',
      'meeting',
      'social',
      'disqualified',
      'lost',
      'gave_up',
      'recycled',
      'rejected',
      'accepted',
      'deal_opened',
      'handed_over',
      'woken'
    )
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."won_s",
    "t74"."first_talk_s",
    "t74"."qualified_s",
    "t74"."handed_over_s",
    "t74"."accepted_s",
    "t74"."deal_opened_s",
    "t74"."lost_s",
    "t74"."back_s",
    "t74"."first_seq",
    "t6"."seq",
    "t6"."occurred_s",
    "t6"."occurred_month"
  FROM t74 AS t74
  INNER JOIN t6 AS t6
    ON "t74"."first_seq" = "t6"."seq"
), t76 AS MATERIALIZED (
  SELECT
    COALESCE("t75"."won_s", 9000000000) AS "won_s",
    COALESCE("t75"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t75"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t75"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t75"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t75"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t75"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t75"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t75"."lead_id",
    "t75"."occurred_s" AS "since_s",
    CAST("t75"."occurred_month" AS INTEGER) AS "month",
    'unknown' AS "source"
  FROM t75 AS t75
), t77 AS MATERIALIZED (
  SELECT
    *
  FROM t72 AS t72
  UNION ALL
  SELECT
    *
  FROM t76 AS t76
), t78 AS MATERIALIZED (
  SELECT
    "t77"."lead_id",
    "t77"."month",
    "t77"."source",
    "t77"."found_by",
    "t77"."lost_s",
    "t77"."back_s",
    "t77"."qualified_s",
    "t77"."handed_over_s",
    "t77"."accepted_s",
    "t77"."first_talk_s",
    "t77"."deal_opened_s",
    "t77"."won_s",
    "t77"."since_s" AS "captured_s"
  FROM t77 AS t77
  WHERE
    "t77"."since_s" >= ${since_s} AND "t77"."since_s" < ${until_s}
)
SELECT
  "t78"."month",
  "t78"."source",
  "t78"."found_by",
  COUNT(IIF("t78"."captured_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "captured",
  COUNT(IIF("t78"."qualified_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "qualified",
  COUNT(IIF("t78"."handed_over_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "handed_over",
  COUNT(IIF("t78"."accepted_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "accepted",
  COUNT(IIF("t78"."first_talk_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "first_talk",
  COUNT(IIF("t78"."deal_opened_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "deal_opened",
  COUNT(IIF("t78"."won_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "won",
  COUNT(
    IIF(
      (
        "t78"."captured_s" < 9000000000
      ) AND (
        "t78"."qualified_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "qualified_of_captured",
  COUNT(
    IIF(
      (
        "t78"."qualified_s" < 9000000000
      )
      AND (
        "t78"."handed_over_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "handed_over_of_qualified",
  COUNT(
    IIF(
      (
        "t78"."handed_over_s" < 9000000000
      )
      AND (
        "t78"."accepted_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "accepted_of_handed_over",
  COUNT(
    IIF(
      (
        "t78"."accepted_s" < 9000000000
      ) AND (
        "t78"."first_talk_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "first_talk_of_accepted",
  COUNT(
    IIF(
      (
        "t78"."first_talk_s" < 9000000000
      )
      AND (
        "t78"."deal_opened_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "deal_opened_of_first_talk",
  COUNT(
    IIF(
      (
        "t78"."deal_opened_s" < 9000000000
      ) AND (
        "t78"."won_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "won_of_deal_opened",
  COUNT(IIF("t78"."lost_s" < 9000000000, 1, CAST(NULL AS INTEGER))) AS "lost",
  COUNT(
    IIF(
      (
        "t78"."lost_s" = 9000000000
      ) AND (
        "t78"."back_s" < 9000000000
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "sent_back",
  COUNT(
    IIF(
      NOT (
        "t78"."won_s" < 9000000000
      )
      AND NOT (
        "t78"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t78"."lost_s" = 9000000000
        ) AND (
          "t78"."back_s" < 9000000000
        )
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "still_open",
  COUNT(IIF("t78"."won_s" < "t78"."captured_s", 1, CAST(NULL AS INTEGER))) AS "won_before_captured"
FROM t78 AS t78
GROUP BY
  1,
  2,
  3

-- stays
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
), t12 AS MATERIALIZED (
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
), "t19" AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    "t12"."seq",
    CAST(IIF("t12"."kind" = 'merged', COALESCE("t12"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t12 AS t12
), t23 AS MATERIALIZED (
  SELECT
    "t20"."lead_id",
    MAX("t20"."occurred_s") AS "last_s"
  FROM "t19" AS "t20"
  GROUP BY
    1
), t24 AS MATERIALIZED (
  SELECT
    "t21"."lead_id",
    "t21"."occurred_s",
    "t21"."seq",
    "t21"."target_id",
    "t23"."last_s"
  FROM "t19" AS "t21"
  INNER JOIN t23 AS t23
    ON "t21"."lead_id" = "t23"."lead_id" AND "t21"."occurred_s" = "t23"."last_s"
), t25 AS MATERIALIZED (
  SELECT
    "t24"."lead_id",
    MAX("t24"."seq") AS "last_seq"
  FROM t24 AS t24
  GROUP BY
    1
), t27 AS MATERIALIZED (
  SELECT
    *
  FROM "t19" AS "t20"
  WHERE
    "t20"."seq" IN (
      SELECT
        "t25"."last_seq"
      FROM t25 AS t25
    )
), t28 AS MATERIALIZED (
  SELECT
    *
  FROM t27 AS t27
  WHERE
    "t27"."target_id" <> 0 AND "t27"."target_id" <> "t27"."lead_id"
), "t29" AS MATERIALIZED (
  SELECT
    "t28"."lead_id" AS "gone_id",
    MAX("t28"."target_id") AS "into_id",
    MAX("t28"."occurred_s") AS "merged_s"
  FROM t28 AS t28
  GROUP BY
    1
), t2 AS MATERIALIZED (
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
  FROM t2 AS t2
  WHERE
    NOT (
      "t2"."id" IN (
        SELECT
          *
        FROM "t7"
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
), t33 AS MATERIALIZED (
  SELECT
    "t30"."gone_id" AS "via_id",
    "t30"."into_id" AS "onward_id"
  FROM "t29" AS "t30"
), t34 AS MATERIALIZED (
  SELECT
    "t31"."gone_id",
    "t31"."into_id",
    "t31"."merged_s",
    "t33"."via_id",
    "t33"."onward_id"
  FROM "t29" AS "t31"
  LEFT OUTER JOIN t33 AS t33
    ON "t31"."into_id" = "t33"."via_id"
), t36 AS MATERIALIZED (
  SELECT
    "t34"."gone_id",
    "t34"."merged_s",
    COALESCE("t34"."onward_id", "t34"."into_id") AS "into_id"
  FROM t34 AS t34
), t37 AS MATERIALIZED (
  SELECT
    "t36"."gone_id",
    "t36"."merged_s",
    "t36"."into_id",
    "t33"."via_id",
    "t33"."onward_id"
  FROM t36 AS t36
  LEFT OUTER JOIN t33 AS t33
    ON "t36"."into_id" = "t33"."via_id"
), t39 AS MATERIALIZED (
  SELECT
    "t37"."gone_id",
    COALESCE("t37"."onward_id", "t37"."into_id") AS "into_id"
  FROM t37 AS t37
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
    "t39"."gone_id",
    "t39"."into_id"
  FROM t16 AS t16
  LEFT OUTER JOIN t39 AS t39
    ON "t16"."lead_id" = "t39"."gone_id"
), "t44" AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."side",
    "t40"."source",
    "t40"."occurred_s",
    "t40"."occurred_month",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM t40 AS t40
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'qualified',
      'recycled',
      'rejected',
      'social',
      'woken',
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
        FROM "t7"
      )
    )
), t17 AS MATERIALIZED (
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
), t41 AS MATERIALIZED (
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
    "t39"."gone_id",
    "t39"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t39 AS t39
    ON "t17"."lead_id" = "t39"."gone_id"
), t47 AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."kind",
    "t41"."occurred_s",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key",
    "t41"."kind" IN ('call', 'email', 'meeting', 'social')
    AND (
      COALESCE("t41"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
      OR (
        "t41"."side" = 'buyer'
      )
    ) AS "is_talk"
  FROM t41 AS t41
), "t50" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    MIN("t47"."key") AS "any_key",
    MIN(IIF("t47"."kind" = 'won', "t47"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t47"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t47"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(IIF("t47"."is_talk", "t47"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t47"."kind" = 'qualified', "t47"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t47"."kind" = 'handed_over', "t47"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t47"."kind" = 'accepted', "t47"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t47"."kind" = 'deal_opened', "t47"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t47 AS t47
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t44" AS "t46"
  GROUP BY
    1
), "t51" AS MATERIALIZED (
  SELECT
    *
  FROM "t44" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t48"."first_key"
      FROM t48 AS t48
    )
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
), t11 AS MATERIALIZED (
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
), t18 AS MATERIALIZED (
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
), t42 AS MATERIALIZED (
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
    "t39"."gone_id",
    "t39"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t39 AS t39
    ON "t18"."lead_id" = "t39"."gone_id"
), t45 AS MATERIALIZED (
  SELECT
    "t42"."kind",
    "t42"."occurred_s",
    COALESCE("t42"."into_id", "t42"."lead_id") AS "ended_lead_id"
  FROM t42 AS t42
), t57 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."won_s",
    "t52"."revived_s"
  FROM "t50" AS "t52"
), t61 AS MATERIALIZED (
  SELECT
    "t45"."kind",
    "t45"."occurred_s",
    "t45"."ended_lead_id",
    "t57"."lead_id",
    "t57"."won_s",
    "t57"."revived_s"
  FROM t45 AS t45
  INNER JOIN t57 AS t57
    ON "t45"."ended_lead_id" = "t57"."lead_id"
), t62 AS MATERIALIZED (
  SELECT
    *
  FROM t61 AS t61
  WHERE
    "t61"."won_s" = 9000000000 AND "t61"."occurred_s" >= "t61"."revived_s"
), t64 AS MATERIALIZED (
  SELECT
    "t62"."ended_lead_id",
    MIN(IIF("t62"."kind" IN ('disqualified', 'lost'), "t62"."occurred_s", 9000000000)) AS "lost_s",
    MIN(
      IIF("t62"."kind" IN ('gave_up', 'recycled', 'rejected'), "t62"."occurred_s", 9000000000)
    ) AS "back_s"
  FROM t62 AS t62
  GROUP BY
    1
), t65 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    "t54"."any_key",
    "t54"."won_s",
    "t54"."revived_s",
    "t54"."first_talk_s",
    "t54"."qualified_s",
    "t54"."handed_over_s",
    "t54"."accepted_s",
    "t54"."deal_opened_s",
    "t64"."ended_lead_id",
    "t64"."lost_s",
    "t64"."back_s"
  FROM "t50" AS "t54"
  LEFT OUTER JOIN t64 AS t64
    ON "t54"."lead_id" = "t64"."ended_lead_id"
), "t66" AS MATERIALIZED (
  SELECT
    "t65"."lead_id",
    "t65"."any_key",
    "t65"."won_s",
    "t65"."first_talk_s",
    "t65"."qualified_s",
    "t65"."handed_over_s",
    "t65"."accepted_s",
    "t65"."deal_opened_s",
    "t65"."lost_s",
    "t65"."back_s"
  FROM t65 AS t65
), t60 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "origin_lead_id",
    COALESCE("t53"."source", 'unknown') AS "origin",
    IIF(
      "t53"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t53"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t53"."occurred_s" AS "origin_s",
    CAST("t53"."occurred_month" AS INTEGER) AS "origin_month"
  FROM "t51" AS "t53"
), t70 AS MATERIALIZED (
  SELECT
    "t60"."origin_lead_id",
    "t60"."origin",
    "t60"."found_by",
    "t60"."origin_s",
    "t60"."origin_month",
    "t68"."lead_id",
    "t68"."any_key",
    "t68"."won_s",
    "t68"."first_talk_s",
    "t68"."qualified_s",
    "t68"."handed_over_s",
    "t68"."accepted_s",
    "t68"."deal_opened_s",
    "t68"."lost_s",
    "t68"."back_s"
  FROM t60 AS t60
  LEFT OUTER JOIN "t66" AS "t68"
    ON "t60"."origin_lead_id" = "t68"."lead_id"
), t72 AS MATERIALIZED (
  SELECT
    COALESCE("t70"."won_s", 9000000000) AS "won_s",
    COALESCE("t70"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t70"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t70"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t70"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t70"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t70"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t70"."back_s", 9000000000) AS "back_s",
    "t70"."found_by",
    "t70"."origin_lead_id" AS "lead_id",
    "t70"."origin_s" AS "since_s",
    "t70"."origin_month" AS "month",
    "t70"."origin" AS "source"
  FROM t70 AS t70
), t58 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "origin_lead_id"
  FROM "t51" AS "t53"
), t71 AS MATERIALIZED (
  SELECT
    "t69"."lead_id",
    "t69"."any_key",
    "t69"."won_s",
    "t69"."first_talk_s",
    "t69"."qualified_s",
    "t69"."handed_over_s",
    "t69"."accepted_s",
    "t69"."deal_opened_s",
    "t69"."lost_s",
    "t69"."back_s",
    "t58"."origin_lead_id"
  FROM "t66" AS "t69"
  LEFT OUTER JOIN t58 AS t58
    ON "t69"."lead_id" = "t58"."origin_lead_id"
), t74 AS MATERIALIZED (
  SELECT
    "t71"."lead_id",
    "t71"."won_s",
    "t71"."first_talk_s",
    "t71"."qualified_s",
    "t71"."handed_over_s",
    "t71"."accepted_s",
    "t71"."deal_opened_s",
    "t71"."lost_s",
    "t71"."back_s",
    (
      "t71"."any_key" % 4000000000 + 4000000000
    ) % 4000000000 AS "first_seq"
  FROM t71 AS t71
  WHERE
    COALESCE("t71"."origin_lead_id", 0) = 0
), t6 AS MATERIALIZED (
  SELECT
    "t0"."seq",
    "t0"."occurred_s",
    "t0"."occurred_month"
  FROM "facts" AS "t0"
  WHERE
    "t0"."kind" IN (
      'qualified',
      'won',
      'call',
      'email',
      'meeting',
      'social',
      'disqualified',
      'lost',
      'gave_up',
      'recycled',
      'rejected',
      'accepted',
      'deal_opened',
      'handed_over',
      'woken'
    )
), t75 AS MATERIALIZED (
  SELECT
    "t74"."lead_id",
    "t74"."won_s",
    "t74"."first_talk_s",
    "t74"."qualified_s",
    "t74"."handed_over_s",
    "t74"."accepted_s",
    "t74"."deal_opened_s",
    "t74"."lost_s",
    "t74"."back_s",
    "t74"."first_seq",
    "t6"."seq",
    "t6"."occurred_s",
    "t6"."occurred_month"
  FROM t74 AS t74
  INNER JOIN t6 AS t6
    ON "t74"."first_seq" = "t6"."seq"
), t76 AS MATERIALIZED (
  SELECT
    COALESCE("t75"."won_s", 9000000000) AS "won_s",
    COALESCE("t75"."first_talk_s", 9000000000) AS "first_talk_s",
    COALESCE("t75"."qualified_s", 9000000000) AS "qualified_s",
    COALESCE("t75"."handed_over_s", 9000000000) AS "handed_over_s",
    COALESCE("t75"."accepted_s", 9000000000) AS "accepted_s",
    COALESCE("t75"."deal_opened_s", 9000000000) AS "deal_opened_s",
    COALESCE("t75"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t75"."back_s", 9000000000) AS "back_s",
    'unknown' AS "found_by",
    "t75"."lead_id",
    "t75"."occurred_s" AS "since_s",
    CAST("t75"."occurred_month" AS INTEGER) AS "month",
    'unknown' AS "source"
  FROM t75 AS t75
), "t77" AS MATERIALIZED (
  SELECT
    *
  FROM t72 AS t72
  UNION ALL
  SELECT
    *
  FROM t76 AS t76
), t79 AS MATERIALIZED (
  SELECT
    "t78"."source",
    'first_talk' AS "stage",
    "t78"."first_talk_s" AS "entered_s",
    MIN(
      IIF("t78"."deal_opened_s" >= "t78"."first_talk_s", "t78"."deal_opened_s", 9000000000),
      IIF("t78"."won_s" >= "t78"."first_talk_s", "t78"."won_s", 9000000000),
      IIF("t78"."lost_s" >= "t78"."first_talk_s", "t78"."lost_s", 9000000000),
      IIF("t78"."back_s" >= "t78"."first_talk_s", "t78"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t77" AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s}
    AND "t78"."since_s" < ${until_s}
    AND "t78"."first_talk_s" < 9000000000
), t85 AS MATERIALIZED (
  SELECT
    "t79"."source",
    "t79"."stage",
    CAST(IIF("t79"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) - (
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) - (
        IIF("t79"."left_s" < 9000000000, "t79"."left_s", ${as_of_s}) - "t79"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t79 AS t79
), t80 AS MATERIALIZED (
  SELECT
    "t78"."source",
    'deal_opened' AS "stage",
    "t78"."deal_opened_s" AS "entered_s",
    MIN(
      IIF("t78"."won_s" >= "t78"."deal_opened_s", "t78"."won_s", 9000000000),
      IIF("t78"."lost_s" >= "t78"."deal_opened_s", "t78"."lost_s", 9000000000),
      IIF("t78"."back_s" >= "t78"."deal_opened_s", "t78"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t77" AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s}
    AND "t78"."since_s" < ${until_s}
    AND "t78"."deal_opened_s" < 9000000000
), t86 AS MATERIALIZED (
  SELECT
    "t80"."source",
    "t80"."stage",
    CAST(IIF("t80"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t80"."left_s" < 9000000000, "t80"."left_s", ${as_of_s}) - "t80"."entered_s"
      ) - (
        IIF("t80"."left_s" < 9000000000, "t80"."left_s", ${as_of_s}) - "t80"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t80"."left_s" < 9000000000, "t80"."left_s", ${as_of_s}) - "t80"."entered_s"
      ) - (
        IIF("t80"."left_s" < 9000000000, "t80"."left_s", ${as_of_s}) - "t80"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t80 AS t80
), t91 AS MATERIALIZED (
  SELECT
    *
  FROM t85 AS t85
  UNION ALL
  SELECT
    *
  FROM t86 AS t86
), t81 AS MATERIALIZED (
  SELECT
    "t78"."source",
    'captured' AS "stage",
    "t78"."since_s" AS "entered_s",
    MIN(
      IIF("t78"."qualified_s" >= "t78"."since_s", "t78"."qualified_s", 9000000000),
      IIF("t78"."handed_over_s" >= "t78"."since_s", "t78"."handed_over_s", 9000000000),
      IIF("t78"."accepted_s" >= "t78"."since_s", "t78"."accepted_s", 9000000000),
      IIF("t78"."first_talk_s" >= "t78"."since_s", "t78"."first_talk_s", 9000000000),
      IIF("t78"."deal_opened_s" >= "t78"."since_s", "t78"."deal_opened_s", 9000000000),
      IIF("t78"."won_s" >= "t78"."since_s", "t78"."won_s", 9000000000),
      IIF("t78"."lost_s" >= "t78"."since_s", "t78"."lost_s", 9000000000),
      IIF("t78"."back_s" >= "t78"."since_s", "t78"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t77" AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s}
    AND "t78"."since_s" < ${until_s}
    AND "t78"."since_s" < 9000000000
), t87 AS MATERIALIZED (
  SELECT
    "t81"."source",
    "t81"."stage",
    CAST(IIF("t81"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t81"."left_s" < 9000000000, "t81"."left_s", ${as_of_s}) - "t81"."entered_s"
      ) - (
        IIF("t81"."left_s" < 9000000000, "t81"."left_s", ${as_of_s}) - "t81"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t81"."left_s" < 9000000000, "t81"."left_s", ${as_of_s}) - "t81"."entered_s"
      ) - (
        IIF("t81"."left_s" < 9000000000, "t81"."left_s", ${as_of_s}) - "t81"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t81 AS t81
), t82 AS MATERIALIZED (
  SELECT
    "t78"."source",
    'qualified' AS "stage",
    "t78"."qualified_s" AS "entered_s",
    MIN(
      IIF("t78"."handed_over_s" >= "t78"."qualified_s", "t78"."handed_over_s", 9000000000),
      IIF("t78"."accepted_s" >= "t78"."qualified_s", "t78"."accepted_s", 9000000000),
      IIF("t78"."first_talk_s" >= "t78"."qualified_s", "t78"."first_talk_s", 9000000000),
      IIF("t78"."deal_opened_s" >= "t78"."qualified_s", "t78"."deal_opened_s", 9000000000),
      IIF("t78"."won_s" >= "t78"."qualified_s", "t78"."won_s", 9000000000),
      IIF("t78"."lost_s" >= "t78"."qualified_s", "t78"."lost_s", 9000000000),
      IIF("t78"."back_s" >= "t78"."qualified_s", "t78"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t77" AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s}
    AND "t78"."since_s" < ${until_s}
    AND "t78"."qualified_s" < 9000000000
), t88 AS MATERIALIZED (
  SELECT
    "t82"."source",
    "t82"."stage",
    CAST(IIF("t82"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t82"."left_s" < 9000000000, "t82"."left_s", ${as_of_s}) - "t82"."entered_s"
      ) - (
        IIF("t82"."left_s" < 9000000000, "t82"."left_s", ${as_of_s}) - "t82"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t82"."left_s" < 9000000000, "t82"."left_s", ${as_of_s}) - "t82"."entered_s"
      ) - (
        IIF("t82"."left_s" < 9000000000, "t82"."left_s", ${as_of_s}) - "t82"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t82 AS t82
), t92 AS MATERIALIZED (
  SELECT
    *
  FROM t87 AS t87
  UNION ALL
  SELECT
    *
  FROM t88 AS t88
), t83 AS MATERIALIZED (
  SELECT
    "t78"."source",
    'handed_over' AS "stage",
    "t78"."handed_over_s" AS "entered_s",
    MIN(
      IIF("t78"."accepted_s" >= "t78"."handed_over_s", "t78"."accepted_s", 9000000000),
      IIF("t78"."first_talk_s" >= "t78"."handed_over_s", "t78"."first_talk_s", 9000000000),
      IIF("t78"."deal_opened_s" >= "t78"."handed_over_s", "t78"."deal_opened_s", 9000000000),
      IIF("t78"."won_s" >= "t78"."handed_over_s", "t78"."won_s", 9000000000),
      IIF("t78"."lost_s" >= "t78"."handed_over_s", "t78"."lost_s", 9000000000),
      IIF("t78"."back_s" >= "t78"."handed_over_s", "t78"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t77" AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s}
    AND "t78"."since_s" < ${until_s}
    AND "t78"."handed_over_s" < 9000000000
), t89 AS MATERIALIZED (
  SELECT
    "t83"."source",
    "t83"."stage",
    CAST(IIF("t83"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t83"."left_s" < 9000000000, "t83"."left_s", ${as_of_s}) - "t83"."entered_s"
      ) - (
        IIF("t83"."left_s" < 9000000000, "t83"."left_s", ${as_of_s}) - "t83"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t83"."left_s" < 9000000000, "t83"."left_s", ${as_of_s}) - "t83"."entered_s"
      ) - (
        IIF("t83"."left_s" < 9000000000, "t83"."left_s", ${as_of_s}) - "t83"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t83 AS t83
), t84 AS MATERIALIZED (
  SELECT
    "t78"."source",
    'accepted' AS "stage",
    "t78"."accepted_s" AS "entered_s",
    MIN(
      IIF("t78"."first_talk_s" >= "t78"."accepted_s", "t78"."first_talk_s", 9000000000),
      IIF("t78"."deal_opened_s" >= "t78"."accepted_s", "t78"."deal_opened_s", 9000000000),
      IIF("t78"."won_s" >= "t78"."accepted_s", "t78"."won_s", 9000000000),
      IIF("t78"."lost_s" >= "t78"."accepted_s", "t78"."lost_s", 9000000000),
      IIF("t78"."back_s" >= "t78"."accepted_s", "t78"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t77" AS "t78"
  WHERE
    "t78"."since_s" >= ${since_s}
    AND "t78"."since_s" < ${until_s}
    AND "t78"."accepted_s" < 9000000000
), t90 AS MATERIALIZED (
  SELECT
    "t84"."source",
    "t84"."stage",
    CAST(IIF("t84"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t84"."left_s" < 9000000000, "t84"."left_s", ${as_of_s}) - "t84"."entered_s"
      ) - (
        IIF("t84"."left_s" < 9000000000, "t84"."left_s", ${as_of_s}) - "t84"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t84"."left_s" < 9000000000, "t84"."left_s", ${as_of_s}) - "t84"."entered_s"
      ) - (
        IIF("t84"."left_s" < 9000000000, "t84"."left_s", ${as_of_s}) - "t84"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t84 AS t84
), t93 AS MATERIALIZED (
  SELECT
    *
  FROM t89 AS t89
  UNION ALL
  SELECT
    *
  FROM t90 AS t90
), t94 AS MATERIALIZED (
  SELECT
    *
  FROM t92 AS t92
  UNION ALL
  SELECT
    *
  FROM t93 AS t93
), t95 AS MATERIALIZED (
  SELECT
    *
  FROM t91 AS t91
  UNION ALL
  SELECT
    *
  FROM t94 AS t94
)
SELECT
  "t95"."source",
  "t95"."stage",
  "t95"."is_left",
  "t95"."days",
  COUNT(*) AS "leads"
FROM t95 AS t95
GROUP BY
  1,
  2,
  3,
  4
