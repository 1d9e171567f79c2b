-- by_source
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
), t10 AS MATERIALIZED (
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
), "t15" AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t10 AS t10
), t19 AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    MAX("t16"."occurred_s") AS "last_s"
  FROM "t15" AS "t16"
  GROUP BY
    1
), t20 AS MATERIALIZED (
  SELECT
    "t17"."lead_id",
    "t17"."occurred_s",
    "t17"."seq",
    "t17"."target_id",
    "t19"."last_s"
  FROM "t15" AS "t17"
  INNER JOIN t19 AS t19
    ON "t17"."lead_id" = "t19"."lead_id" AND "t17"."occurred_s" = "t19"."last_s"
), t21 AS MATERIALIZED (
  SELECT
    "t20"."lead_id",
    MAX("t20"."seq") AS "last_seq"
  FROM t20 AS t20
  GROUP BY
    1
), t23 AS MATERIALIZED (
  SELECT
    *
  FROM "t15" AS "t16"
  WHERE
    "t16"."seq" IN (
      SELECT
        "t21"."last_seq"
      FROM t21 AS t21
    )
), t24 AS MATERIALIZED (
  SELECT
    *
  FROM t23 AS t23
  WHERE
    "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
), "t25" AS MATERIALIZED (
  SELECT
    "t24"."lead_id" AS "gone_id",
    MAX("t24"."target_id") AS "into_id",
    MAX("t24"."occurred_s") AS "merged_s"
  FROM t24 AS t24
  GROUP BY
    1
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
      'captured',
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
), t9 AS MATERIALIZED (
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
), t14 AS MATERIALIZED (
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
), t29 AS MATERIALIZED (
  SELECT
    "t26"."gone_id" AS "via_id",
    "t26"."into_id" AS "onward_id"
  FROM "t25" AS "t26"
), t30 AS MATERIALIZED (
  SELECT
    "t27"."gone_id",
    "t27"."into_id",
    "t27"."merged_s",
    "t29"."via_id",
    "t29"."onward_id"
  FROM "t25" AS "t27"
  LEFT OUTER JOIN t29 AS t29
    ON "t27"."into_id" = "t29"."via_id"
), t32 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
  FROM t30 AS t30
), t33 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s",
    "t32"."into_id",
    "t29"."via_id",
    "t29"."onward_id"
  FROM t32 AS t32
  LEFT OUTER JOIN t29 AS t29
    ON "t32"."into_id" = "t29"."via_id"
), t35 AS MATERIALIZED (
  SELECT
    "t33"."gone_id",
    COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
  FROM t33 AS t33
), "t37" AS MATERIALIZED (
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
    "t35"."gone_id",
    "t35"."into_id"
  FROM t14 AS t14
  LEFT OUTER JOIN t35 AS t35
    ON "t14"."lead_id" = "t35"."gone_id"
), t44 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."seq",
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
    ) AS "is_talk"
  FROM "t37" AS "t38"
), "t45" AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    MIN(IIF("t44"."kind" = 'captured', "t44"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t44"."occurred_s") AS "any_s",
    MIN(IIF("t44"."kind" = 'won', "t44"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t44"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t44"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(IIF("t44"."is_talk" = 1, "t44"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t44"."kind" = 'qualified', "t44"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t44"."kind" = 'handed_over', "t44"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t44"."kind" = 'accepted', "t44"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t44"."kind" = 'deal_opened', "t44"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t44 AS t44
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    "t46"."won_s",
    "t46"."first_talk_s",
    "t46"."qualified_s",
    "t46"."handed_over_s",
    "t46"."accepted_s",
    "t46"."deal_opened_s",
    IIF("t46"."captured_s" < 9000000000, "t46"."captured_s", "t46"."any_s") AS "since_s"
  FROM "t45" AS "t46"
), t41 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."seq"
  FROM "t37" AS "t38"
), t48 AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    "t46"."captured_s",
    "t46"."any_s",
    "t46"."won_s",
    "t46"."revived_s"
  FROM "t45" AS "t46"
), t51 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    "t41"."kind",
    "t41"."occurred_s",
    "t41"."seq",
    "t48"."captured_s",
    "t48"."any_s",
    "t48"."won_s",
    "t48"."revived_s"
  FROM t41 AS t41
  INNER JOIN t48 AS t48
    ON "t41"."lead_id" = "t48"."lead_id"
), t52 AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."kind",
    "t51"."occurred_s",
    "t51"."seq",
    IIF(
      (
        (
          "t51"."kind" = 'captured'
        ) AND (
          "t51"."occurred_s" = "t51"."captured_s"
        )
      )
      OR (
        (
          "t51"."captured_s" = 9000000000
        )
        AND (
          "t51"."occurred_s" = "t51"."any_s"
        )
      ),
      1,
      0
    ) AS "is_first",
    IIF(
      "t51"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
      AND (
        "t51"."occurred_s" >= "t51"."revived_s"
      )
      AND (
        "t51"."won_s" = 9000000000
      ),
      1,
      0
    ) AS "is_end"
  FROM t51 AS t51
), t53 AS MATERIALIZED (
  SELECT
    *
  FROM t52 AS t52
  WHERE
    (
      "t52"."is_first" = 1
    ) OR (
      "t52"."is_end" = 1
    )
), t55 AS MATERIALIZED (
  SELECT
    "t53"."lead_id" AS "story_lead_id",
    MIN(IIF("t53"."is_first" = 1, "t53"."seq", 9000000000000000000)) AS "first_seq",
    MIN(
      IIF(
        (
          "t53"."is_end" = 1
        ) AND "t53"."kind" IN ('disqualified', 'lost'),
        "t53"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        (
          "t53"."is_end" = 1
        ) AND "t53"."kind" IN ('gave_up', 'recycled', 'rejected'),
        "t53"."occurred_s",
        9000000000
      )
    ) AS "back_s"
  FROM t53 AS t53
  GROUP BY
    1
), t56 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."first_talk_s",
    "t50"."qualified_s",
    "t50"."handed_over_s",
    "t50"."accepted_s",
    "t50"."deal_opened_s",
    "t50"."since_s",
    "t55"."story_lead_id",
    "t55"."first_seq",
    "t55"."lost_s",
    "t55"."back_s"
  FROM t50 AS t50
  INNER JOIN t55 AS t55
    ON "t50"."lead_id" = "t55"."story_lead_id"
), t58 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."won_s",
    "t56"."first_talk_s",
    "t56"."qualified_s",
    "t56"."handed_over_s",
    "t56"."accepted_s",
    "t56"."deal_opened_s",
    "t56"."since_s",
    "t56"."first_seq",
    "t56"."lost_s",
    "t56"."back_s"
  FROM t56 AS t56
), t5 AS MATERIALIZED (
  SELECT
    "t0"."seq",
    "t0"."kind",
    "t0"."side",
    "t0"."source",
    "t0"."occurred_month"
  FROM "facts" AS "t0"
  WHERE
    "t0"."kind" IN (
      'captured',
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
), t59 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."won_s",
    "t58"."first_talk_s",
    "t58"."qualified_s",
    "t58"."handed_over_s",
    "t58"."accepted_s",
    "t58"."deal_opened_s",
    "t58"."since_s",
    "t58"."first_seq",
    "t58"."lost_s",
    "t58"."back_s",
    "t5"."seq",
    "t5"."kind",
    "t5"."side",
    "t5"."source",
    "t5"."occurred_month"
  FROM t58 AS t58
  INNER JOIN t5 AS t5
    ON "t58"."first_seq" = "t5"."seq"
), t61 AS MATERIALIZED (
  SELECT
    "t59"."lead_id",
    "t59"."won_s",
    "t59"."first_talk_s",
    "t59"."qualified_s",
    "t59"."handed_over_s",
    "t59"."accepted_s",
    "t59"."deal_opened_s",
    "t59"."since_s",
    "t59"."lost_s",
    "t59"."back_s",
    CAST("t59"."occurred_month" AS INTEGER) AS "month",
    IIF("t59"."kind" = 'captured', COALESCE("t59"."source", 'unknown'), 'unknown') AS "source",
    IIF(
      "t59"."kind" = 'captured',
      IIF(
        "t59"."side" IN ('buyer', 'marketing'),
        'marketing',
        IIF("t59"."side" = 'sales', 'sales', 'unknown')
      ),
      'unknown'
    ) AS "found_by"
  FROM t59 AS t59
  WHERE
    "t59"."since_s" >= ${since_s} AND "t59"."since_s" < ${until_s}
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('referred')
), t8 AS MATERIALIZED (
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
), t13 AS MATERIALIZED (
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
), t36 AS MATERIALIZED (
  SELECT
    "t13"."seq",
    "t13"."id",
    "t13"."kind",
    "t13"."occurred_s",
    "t13"."occurred_month",
    "t13"."lead_id",
    "t13"."person_id",
    "t13"."side",
    "t13"."source",
    "t13"."value_code",
    "t13"."value_number",
    "t13"."points",
    "t13"."due_s",
    "t13"."worked_s",
    "t35"."gone_id",
    "t35"."into_id"
  FROM t13 AS t13
  LEFT OUTER JOIN t35 AS t35
    ON "t13"."lead_id" = "t35"."gone_id"
), t39 AS MATERIALIZED (
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
    "t36"."lead_id" AS "own_lead_id",
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id"
  FROM t36 AS t36
), t43 AS MATERIALIZED (
  SELECT
    "t39"."lead_id" AS "referred_lead_id",
    MIN("t39"."occurred_s") AS "referred_s"
  FROM t39 AS t39
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t61"."lead_id",
    "t61"."won_s",
    "t61"."first_talk_s",
    "t61"."qualified_s",
    "t61"."handed_over_s",
    "t61"."accepted_s",
    "t61"."deal_opened_s",
    "t61"."since_s",
    "t61"."lost_s",
    "t61"."back_s",
    "t61"."month",
    "t61"."source",
    "t61"."found_by",
    "t43"."referred_lead_id",
    "t43"."referred_s"
  FROM t61 AS t61
  LEFT OUTER JOIN t43 AS t43
    ON "t61"."lead_id" = "t43"."referred_lead_id"
), t63 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."source",
    IIF(
      COALESCE("t62"."referred_s", 9000000000) <= "t62"."since_s",
      'others',
      "t62"."found_by"
    ) AS "developed_by",
    IIF("t62"."handed_over_s" < 9000000000, 1, 0) AS "is_handed_over",
    IIF("t62"."won_s" < 9000000000, 1, 0) AS "is_won"
  FROM t62 AS t62
)
SELECT
  "t63"."source",
  "t63"."developed_by",
  COUNT(*) AS "leads",
  SUM(IIF("t63"."is_handed_over" = 1, 1, 0)) AS "handed_over",
  SUM(IIF("t63"."is_won" = 1, 1, 0)) AS "won"
FROM t63 AS t63
GROUP BY
  1,
  2
