-- cohorts
WITH "t5" AS MATERIALIZED (
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
        FROM "t5"
      )
    )
), "t11" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t15 AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    MAX("t12"."occurred_s") AS "last_s"
  FROM "t11" AS "t12"
  GROUP BY
    1
), t16 AS MATERIALIZED (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s"
  FROM "t11" AS "t13"
  INNER JOIN t15 AS t15
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
), t17 AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    MAX("t16"."seq") AS "last_seq"
  FROM t16 AS t16
  GROUP BY
    1
), t19 AS MATERIALIZED (
  SELECT
    *
  FROM "t11" AS "t12"
  WHERE
    "t12"."seq" IN (
      SELECT
        "t17"."last_seq"
      FROM t17 AS t17
    )
), t20 AS MATERIALIZED (
  SELECT
    *
  FROM t19 AS t19
  WHERE
    "t19"."target_id" <> 0 AND "t19"."target_id" <> "t19"."lead_id"
), "t21" AS MATERIALIZED (
  SELECT
    "t20"."lead_id" AS "gone_id",
    MAX("t20"."target_id") AS "into_id",
    MAX("t20"."occurred_s") AS "merged_s"
  FROM t20 AS t20
  GROUP BY
    1
), t2 AS MATERIALIZED (
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
), t7 AS MATERIALIZED (
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
), t10 AS MATERIALIZED (
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
), t25 AS MATERIALIZED (
  SELECT
    "t22"."gone_id" AS "via_id",
    "t22"."into_id" AS "onward_id"
  FROM "t21" AS "t22"
), t26 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    "t23"."into_id",
    "t23"."merged_s",
    "t25"."via_id",
    "t25"."onward_id"
  FROM "t21" AS "t23"
  LEFT OUTER JOIN t25 AS t25
    ON "t23"."into_id" = "t25"."via_id"
), t28 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
  FROM t26 AS t26
), t29 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."into_id",
    "t25"."via_id",
    "t25"."onward_id"
  FROM t28 AS t28
  LEFT OUTER JOIN t25 AS t25
    ON "t28"."into_id" = "t25"."via_id"
), t31 AS MATERIALIZED (
  SELECT
    "t29"."gone_id",
    COALESCE("t29"."onward_id", "t29"."into_id") AS "into_id"
  FROM t29 AS t29
), "t32" AS MATERIALIZED (
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
    "t10"."worked_s",
    "t31"."gone_id",
    "t31"."into_id"
  FROM t10 AS t10
  LEFT OUTER JOIN t31 AS t31
    ON "t10"."lead_id" = "t31"."gone_id"
), t36 AS MATERIALIZED (
  SELECT
    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."seq",
    IIF(
      "t33"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t33"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t33"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk"
  FROM "t32" AS "t33"
), "t37" AS MATERIALIZED (
  SELECT
    "t36"."lead_id",
    MIN(IIF("t36"."kind" = 'captured', "t36"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t36"."occurred_s") AS "any_s",
    MIN(IIF("t36"."kind" = 'won', "t36"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t36"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t36"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(IIF("t36"."is_talk" = 1, "t36"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t36"."kind" = 'qualified', "t36"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t36"."kind" = 'handed_over', "t36"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t36"."kind" = 'accepted', "t36"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t36"."kind" = 'deal_opened', "t36"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t36 AS t36
  GROUP BY
    1
), t42 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."won_s",
    "t38"."first_talk_s",
    "t38"."qualified_s",
    "t38"."handed_over_s",
    "t38"."accepted_s",
    "t38"."deal_opened_s",
    IIF("t38"."captured_s" < 9000000000, "t38"."captured_s", "t38"."any_s") AS "since_s"
  FROM "t37" AS "t38"
), t35 AS MATERIALIZED (
  SELECT
    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."seq"
  FROM "t32" AS "t33"
), t40 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."captured_s",
    "t38"."any_s",
    "t38"."won_s",
    "t38"."revived_s"
  FROM "t37" AS "t38"
), t43 AS MATERIALIZED (
  SELECT
    "t35"."lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."seq",
    "t40"."captured_s",
    "t40"."any_s",
    "t40"."won_s",
    "t40"."revived_s"
  FROM t35 AS t35
  INNER JOIN t40 AS t40
    ON "t35"."lead_id" = "t40"."lead_id"
), t44 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."kind",
    "t43"."occurred_s",
    "t43"."seq",
    IIF(
      (
        (
          "t43"."kind" = 'captured'
        ) AND (
          "t43"."occurred_s" = "t43"."captured_s"
        )
      )
      OR (
        (
          "t43"."captured_s" = 9000000000
        )
        AND (
          "t43"."occurred_s" = "t43"."any_s"
        )
      ),
      1,
      0
    ) AS "is_first",
    IIF(
      "t43"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
      AND (
        "t43"."occurred_s" >= "t43"."revived_s"
      )
      AND (
        "t43"."won_s" = 9000000000
      ),
      1,
      0
    ) AS "is_end"
  FROM t43 AS t43
), t45 AS MATERIALIZED (
  SELECT
    *
  FROM t44 AS t44
  WHERE
    (
      "t44"."is_first" = 1
    ) OR (
      "t44"."is_end" = 1
    )
), t47 AS MATERIALIZED (
  SELECT
    "t45"."lead_id" AS "story_lead_id",
    MIN(IIF("t45"."is_first" = 1, "t45"."seq", 9000000000000000000)) AS "first_seq",
    MIN(
      IIF(
        (
          "t45"."is_end" = 1
        ) AND "t45"."kind" IN ('disqualified', 'lost'),
        "t45"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        (
          "t45"."is_end" = 1
        ) AND "t45"."kind" IN ('gave_up', 'recycled', 'rejected'),
        "t45"."occurred_s",
        9000000000
      )
    ) AS "back_s"
  FROM t45 AS t45
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."won_s",
    "t42"."first_talk_s",
    "t42"."qualified_s",
    "t42"."handed_over_s",
    "t42"."accepted_s",
    "t42"."deal_opened_s",
    "t42"."since_s",
    "t47"."story_lead_id",
    "t47"."first_seq",
    "t47"."lost_s",
    "t47"."back_s"
  FROM t42 AS t42
  INNER JOIN t47 AS t47
    ON "t42"."lead_id" = "t47"."story_lead_id"
), t50 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."won_s",
    "t48"."first_talk_s",
    "t48"."qualified_s",
    "t48"."handed_over_s",
    "t48"."accepted_s",
    "t48"."deal_opened_s",
    "t48"."since_s",
    "t48"."first_seq",
    "t48"."lost_s",
    "t48"."back_s"
  FROM t48 AS t48
), t4 AS MATERIALIZED (
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
), t51 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."first_talk_s",
    "t50"."qualified_s",
    "t50"."handed_over_s",
    "t50"."accepted_s",
    "t50"."deal_opened_s",
    "t50"."since_s",
    "t50"."first_seq",
    "t50"."lost_s",
    "t50"."back_s",
    "t4"."seq",
    "t4"."kind",
    "t4"."side",
    "t4"."source",
    "t4"."occurred_month"
  FROM t50 AS t50
  INNER JOIN t4 AS t4
    ON "t50"."first_seq" = "t4"."seq"
), t52 AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    CAST("t51"."occurred_month" AS INTEGER) AS "month",
    IIF("t51"."kind" = 'captured', COALESCE("t51"."source", 'unknown'), 'unknown') AS "source",
    IIF(
      "t51"."kind" = 'captured',
      IIF(
        "t51"."side" IN ('buyer', 'marketing'),
        'marketing',
        IIF("t51"."side" = 'sales', 'sales', 'unknown')
      ),
      'unknown'
    ) AS "found_by",
    "t51"."lost_s",
    "t51"."back_s",
    "t51"."qualified_s",
    "t51"."handed_over_s",
    "t51"."accepted_s",
    "t51"."first_talk_s",
    "t51"."deal_opened_s",
    "t51"."won_s",
    "t51"."since_s" AS "captured_s"
  FROM t51 AS t51
  WHERE
    "t51"."since_s" >= ${since_s} AND "t51"."since_s" < ${until_s}
)
SELECT
  "t52"."month",
  "t52"."source",
  "t52"."found_by",
  SUM(IIF("t52"."captured_s" < 9000000000, 1, 0)) AS "captured",
  SUM(IIF("t52"."qualified_s" < 9000000000, 1, 0)) AS "qualified",
  SUM(IIF("t52"."handed_over_s" < 9000000000, 1, 0)) AS "handed_over",
  SUM(IIF("t52"."accepted_s" < 9000000000, 1, 0)) AS "accepted",
  SUM(IIF("t52"."first_talk_s" < 9000000000, 1, 0)) AS "first_talk",
  SUM(IIF("t52"."deal_opened_s" < 9000000000, 1, 0)) AS "deal_opened",
  SUM(IIF("t52"."won_s" < 9000000000, 1, 0)) AS "won",
  SUM(
    IIF(
      (
        "t52"."captured_s" < 9000000000
      ) AND (
        "t52"."qualified_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "qualified_of_captured",
  SUM(
    IIF(
      (
        "t52"."qualified_s" < 9000000000
      )
      AND (
        "t52"."handed_over_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "handed_over_of_qualified",
  SUM(
    IIF(
      (
        "t52"."handed_over_s" < 9000000000
      )
      AND (
        "t52"."accepted_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "accepted_of_handed_over",
  SUM(
    IIF(
      (
        "t52"."accepted_s" < 9000000000
      ) AND (
        "t52"."first_talk_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "first_talk_of_accepted",
  SUM(
    IIF(
      (
        "t52"."first_talk_s" < 9000000000
      )
      AND (
        "t52"."deal_opened_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "deal_opened_of_first_talk",
  SUM(
    IIF((
      "t52"."deal_opened_s" < 9000000000
    ) AND (
      "t52"."won_s" < 9000000000
    ), 1, 0)
  ) AS "won_of_deal_opened",
  SUM(IIF("t52"."lost_s" < 9000000000, 1, 0)) AS "lost",
  SUM(
    IIF((
      "t52"."lost_s" = 9000000000
    ) AND (
      "t52"."back_s" < 9000000000
    ), 1, 0)
  ) AS "sent_back",
  SUM(
    IIF(
      NOT (
        "t52"."won_s" < 9000000000
      )
      AND NOT (
        "t52"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t52"."lost_s" = 9000000000
        ) AND (
          "t52"."back_s" < 9000000000
        )
      ),
      1,
      0
    )
  ) AS "still_open",
  SUM(IIF("t52"."won_s" < "t52"."captured_s", 1, 0)) AS "won_before_captured"
FROM t52 AS t52
GROUP BY
  1,
  2,
  3

-- stays
WITH "t5" AS MATERIALIZED (
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
        FROM "t5"
      )
    )
), "t11" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t15 AS MATERIALIZED (
  SELECT
    "t12"."lead_id",
    MAX("t12"."occurred_s") AS "last_s"
  FROM "t11" AS "t12"
  GROUP BY
    1
), t16 AS MATERIALIZED (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    "t13"."target_id",
    "t15"."last_s"
  FROM "t11" AS "t13"
  INNER JOIN t15 AS t15
    ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
), t17 AS MATERIALIZED (
  SELECT
    "t16"."lead_id",
    MAX("t16"."seq") AS "last_seq"
  FROM t16 AS t16
  GROUP BY
    1
), t19 AS MATERIALIZED (
  SELECT
    *
  FROM "t11" AS "t12"
  WHERE
    "t12"."seq" IN (
      SELECT
        "t17"."last_seq"
      FROM t17 AS t17
    )
), t20 AS MATERIALIZED (
  SELECT
    *
  FROM t19 AS t19
  WHERE
    "t19"."target_id" <> 0 AND "t19"."target_id" <> "t19"."lead_id"
), "t21" AS MATERIALIZED (
  SELECT
    "t20"."lead_id" AS "gone_id",
    MAX("t20"."target_id") AS "into_id",
    MAX("t20"."occurred_s") AS "merged_s"
  FROM t20 AS t20
  GROUP BY
    1
), t2 AS MATERIALIZED (
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
), t7 AS MATERIALIZED (
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
), t10 AS MATERIALIZED (
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
), t25 AS MATERIALIZED (
  SELECT
    "t22"."gone_id" AS "via_id",
    "t22"."into_id" AS "onward_id"
  FROM "t21" AS "t22"
), t26 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    "t23"."into_id",
    "t23"."merged_s",
    "t25"."via_id",
    "t25"."onward_id"
  FROM "t21" AS "t23"
  LEFT OUTER JOIN t25 AS t25
    ON "t23"."into_id" = "t25"."via_id"
), t28 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
  FROM t26 AS t26
), t29 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    "t28"."into_id",
    "t25"."via_id",
    "t25"."onward_id"
  FROM t28 AS t28
  LEFT OUTER JOIN t25 AS t25
    ON "t28"."into_id" = "t25"."via_id"
), t31 AS MATERIALIZED (
  SELECT
    "t29"."gone_id",
    COALESCE("t29"."onward_id", "t29"."into_id") AS "into_id"
  FROM t29 AS t29
), "t32" AS MATERIALIZED (
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
    "t10"."worked_s",
    "t31"."gone_id",
    "t31"."into_id"
  FROM t10 AS t10
  LEFT OUTER JOIN t31 AS t31
    ON "t10"."lead_id" = "t31"."gone_id"
), t36 AS MATERIALIZED (
  SELECT
    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."seq",
    IIF(
      "t33"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t33"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t33"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk"
  FROM "t32" AS "t33"
), "t37" AS MATERIALIZED (
  SELECT
    "t36"."lead_id",
    MIN(IIF("t36"."kind" = 'captured', "t36"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t36"."occurred_s") AS "any_s",
    MIN(IIF("t36"."kind" = 'won', "t36"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t36"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t36"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(IIF("t36"."is_talk" = 1, "t36"."occurred_s", 9000000000)) AS "first_talk_s",
    MIN(IIF("t36"."kind" = 'qualified', "t36"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t36"."kind" = 'handed_over', "t36"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t36"."kind" = 'accepted', "t36"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t36"."kind" = 'deal_opened', "t36"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM t36 AS t36
  GROUP BY
    1
), t42 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."won_s",
    "t38"."first_talk_s",
    "t38"."qualified_s",
    "t38"."handed_over_s",
    "t38"."accepted_s",
    "t38"."deal_opened_s",
    IIF("t38"."captured_s" < 9000000000, "t38"."captured_s", "t38"."any_s") AS "since_s"
  FROM "t37" AS "t38"
), t35 AS MATERIALIZED (
  SELECT
    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."seq"
  FROM "t32" AS "t33"
), t40 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."captured_s",
    "t38"."any_s",
    "t38"."won_s",
    "t38"."revived_s"
  FROM "t37" AS "t38"
), t43 AS MATERIALIZED (
  SELECT
    "t35"."lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."seq",
    "t40"."captured_s",
    "t40"."any_s",
    "t40"."won_s",
    "t40"."revived_s"
  FROM t35 AS t35
  INNER JOIN t40 AS t40
    ON "t35"."lead_id" = "t40"."lead_id"
), t44 AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."kind",
    "t43"."occurred_s",
    "t43"."seq",
    IIF(
      (
        (
          "t43"."kind" = 'captured'
        ) AND (
          "t43"."occurred_s" = "t43"."captured_s"
        )
      )
      OR (
        (
          "t43"."captured_s" = 9000000000
        )
        AND (
          "t43"."occurred_s" = "t43"."any_s"
        )
      ),
      1,
      0
    ) AS "is_first",
    IIF(
      "t43"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
      AND (
        "t43"."occurred_s" >= "t43"."revived_s"
      )
      AND (
        "t43"."won_s" = 9000000000
      ),
      1,
      0
    ) AS "is_end"
  FROM t43 AS t43
), t45 AS MATERIALIZED (
  SELECT
    *
  FROM t44 AS t44
  WHERE
    (
      "t44"."is_first" = 1
    ) OR (
      "t44"."is_end" = 1
    )
), t47 AS MATERIALIZED (
  SELECT
    "t45"."lead_id" AS "story_lead_id",
    MIN(IIF("t45"."is_first" = 1, "t45"."seq", 9000000000000000000)) AS "first_seq",
    MIN(
      IIF(
        (
          "t45"."is_end" = 1
        ) AND "t45"."kind" IN ('disqualified', 'lost'),
        "t45"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        (
          "t45"."is_end" = 1
        ) AND "t45"."kind" IN ('gave_up', 'recycled', 'rejected'),
        "t45"."occurred_s",
        9000000000
      )
    ) AS "back_s"
  FROM t45 AS t45
  GROUP BY
    1
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."won_s",
    "t42"."first_talk_s",
    "t42"."qualified_s",
    "t42"."handed_over_s",
    "t42"."accepted_s",
    "t42"."deal_opened_s",
    "t42"."since_s",
    "t47"."story_lead_id",
    "t47"."first_seq",
    "t47"."lost_s",
    "t47"."back_s"
  FROM t42 AS t42
  INNER JOIN t47 AS t47
    ON "t42"."lead_id" = "t47"."story_lead_id"
), t50 AS MATERIALIZED (
  SELECT
    "t48"."lead_id",
    "t48"."won_s",
    "t48"."first_talk_s",
    "t48"."qualified_s",
    "t48"."handed_over_s",
    "t48"."accepted_s",
    "t48"."deal_opened_s",
    "t48"."since_s",
    "t48"."first_seq",
    "t48"."lost_s",
    "t48"."back_s"
  FROM t48 AS t48
), t4 AS MATERIALIZED (
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
), "t51" AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."first_talk_s",
    "t50"."qualified_s",
    "t50"."handed_over_s",
    "t50"."accepted_s",
    "t50"."deal_opened_s",
    "t50"."since_s",
    "t50"."first_seq",
    "t50"."lost_s",
    "t50"."back_s",
    "t4"."seq",
    "t4"."kind",
    "t4"."side",
    "t4"."source",
    "t4"."occurred_month"
  FROM t50 AS t50
  INNER JOIN t4 AS t4
    ON "t50"."first_seq" = "t4"."seq"
), t53 AS MATERIALIZED (
  SELECT
    IIF("t52"."kind" = 'captured', COALESCE("t52"."source", 'unknown'), 'unknown') AS "source",
    'first_talk' AS "stage",
    "t52"."first_talk_s" AS "entered_s",
    MIN(
      IIF("t52"."deal_opened_s" >= "t52"."first_talk_s", "t52"."deal_opened_s", 9000000000),
      IIF("t52"."won_s" >= "t52"."first_talk_s", "t52"."won_s", 9000000000),
      IIF("t52"."lost_s" >= "t52"."first_talk_s", "t52"."lost_s", 9000000000),
      IIF("t52"."back_s" >= "t52"."first_talk_s", "t52"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t51" AS "t52"
  WHERE
    "t52"."since_s" >= ${since_s}
    AND "t52"."since_s" < ${until_s}
    AND "t52"."first_talk_s" < 9000000000
), t59 AS MATERIALIZED (
  SELECT
    "t53"."source",
    "t53"."stage",
    CAST(IIF("t53"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t53"."left_s" < 9000000000, "t53"."left_s", ${as_of_s}) - "t53"."entered_s"
      ) - (
        IIF("t53"."left_s" < 9000000000, "t53"."left_s", ${as_of_s}) - "t53"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t53"."left_s" < 9000000000, "t53"."left_s", ${as_of_s}) - "t53"."entered_s"
      ) - (
        IIF("t53"."left_s" < 9000000000, "t53"."left_s", ${as_of_s}) - "t53"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t53 AS t53
), t54 AS MATERIALIZED (
  SELECT
    IIF("t52"."kind" = 'captured', COALESCE("t52"."source", 'unknown'), 'unknown') AS "source",
    'deal_opened' AS "stage",
    "t52"."deal_opened_s" AS "entered_s",
    MIN(
      IIF("t52"."won_s" >= "t52"."deal_opened_s", "t52"."won_s", 9000000000),
      IIF("t52"."lost_s" >= "t52"."deal_opened_s", "t52"."lost_s", 9000000000),
      IIF("t52"."back_s" >= "t52"."deal_opened_s", "t52"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t51" AS "t52"
  WHERE
    "t52"."since_s" >= ${since_s}
    AND "t52"."since_s" < ${until_s}
    AND "t52"."deal_opened_s" < 9000000000
), t60 AS MATERIALIZED (
  SELECT
    "t54"."source",
    "t54"."stage",
    CAST(IIF("t54"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t54"."left_s" < 9000000000, "t54"."left_s", ${as_of_s}) - "t54"."entered_s"
      ) - (
        IIF("t54"."left_s" < 9000000000, "t54"."left_s", ${as_of_s}) - "t54"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t54"."left_s" < 9000000000, "t54"."left_s", ${as_of_s}) - "t54"."entered_s"
      ) - (
        IIF("t54"."left_s" < 9000000000, "t54"."left_s", ${as_of_s}) - "t54"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t54 AS t54
), t65 AS MATERIALIZED (
  SELECT
    *
  FROM t59 AS t59
  UNION ALL
  SELECT
    *
  FROM t60 AS t60
), t55 AS MATERIALIZED (
  SELECT
    IIF("t52"."kind" = 'captured', COALESCE("t52"."source", 'unknown'), 'unknown') AS "source",
    'captured' AS "stage",
    "t52"."since_s" AS "entered_s",
    MIN(
      IIF("t52"."qualified_s" >= "t52"."since_s", "t52"."qualified_s", 9000000000),
      IIF("t52"."handed_over_s" >= "t52"."since_s", "t52"."handed_over_s", 9000000000),
      IIF("t52"."accepted_s" >= "t52"."since_s", "t52"."accepted_s", 9000000000),
      IIF("t52"."first_talk_s" >= "t52"."since_s", "t52"."first_talk_s", 9000000000),
      IIF("t52"."deal_opened_s" >= "t52"."since_s", "t52"."deal_opened_s", 9000000000),
      IIF("t52"."won_s" >= "t52"."since_s", "t52"."won_s", 9000000000),
      IIF("t52"."lost_s" >= "t52"."since_s", "t52"."lost_s", 9000000000),
      IIF("t52"."back_s" >= "t52"."since_s", "t52"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t51" AS "t52"
  WHERE
    "t52"."since_s" >= ${since_s}
    AND "t52"."since_s" < ${until_s}
    AND "t52"."since_s" < 9000000000
), t61 AS MATERIALIZED (
  SELECT
    "t55"."source",
    "t55"."stage",
    CAST(IIF("t55"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s"
      ) - (
        IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s"
      ) - (
        IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t55 AS t55
), t56 AS MATERIALIZED (
  SELECT
    IIF("t52"."kind" = 'captured', COALESCE("t52"."source", 'unknown'), 'unknown') AS "source",
    'qualified' AS "stage",
    "t52"."qualified_s" AS "entered_s",
    MIN(
      IIF("t52"."handed_over_s" >= "t52"."qualified_s", "t52"."handed_over_s", 9000000000),
      IIF("t52"."accepted_s" >= "t52"."qualified_s", "t52"."accepted_s", 9000000000),
      IIF("t52"."first_talk_s" >= "t52"."qualified_s", "t52"."first_talk_s", 9000000000),
      IIF("t52"."deal_opened_s" >= "t52"."qualified_s", "t52"."deal_opened_s", 9000000000),
      IIF("t52"."won_s" >= "t52"."qualified_s", "t52"."won_s", 9000000000),
      IIF("t52"."lost_s" >= "t52"."qualified_s", "t52"."lost_s", 9000000000),
      IIF("t52"."back_s" >= "t52"."qualified_s", "t52"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t51" AS "t52"
  WHERE
    "t52"."since_s" >= ${since_s}
    AND "t52"."since_s" < ${until_s}
    AND "t52"."qualified_s" < 9000000000
), t62 AS MATERIALIZED (
  SELECT
    "t56"."source",
    "t56"."stage",
    CAST(IIF("t56"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s"
      ) - (
        IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s"
      ) - (
        IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t56 AS t56
), t66 AS MATERIALIZED (
  SELECT
    *
  FROM t61 AS t61
  UNION ALL
  SELECT
    *
  FROM t62 AS t62
), t57 AS MATERIALIZED (
  SELECT
    IIF("t52"."kind" = 'captured', COALESCE("t52"."source", 'unknown'), 'unknown') AS "source",
    'handed_over' AS "stage",
    "t52"."handed_over_s" AS "entered_s",
    MIN(
      IIF("t52"."accepted_s" >= "t52"."handed_over_s", "t52"."accepted_s", 9000000000),
      IIF("t52"."first_talk_s" >= "t52"."handed_over_s", "t52"."first_talk_s", 9000000000),
      IIF("t52"."deal_opened_s" >= "t52"."handed_over_s", "t52"."deal_opened_s", 9000000000),
      IIF("t52"."won_s" >= "t52"."handed_over_s", "t52"."won_s", 9000000000),
      IIF("t52"."lost_s" >= "t52"."handed_over_s", "t52"."lost_s", 9000000000),
      IIF("t52"."back_s" >= "t52"."handed_over_s", "t52"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t51" AS "t52"
  WHERE
    "t52"."since_s" >= ${since_s}
    AND "t52"."since_s" < ${until_s}
    AND "t52"."handed_over_s" < 9000000000
), t63 AS MATERIALIZED (
  SELECT
    "t57"."source",
    "t57"."stage",
    CAST(IIF("t57"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s"
      ) - (
        IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s"
      ) - (
        IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t57 AS t57
), t58 AS MATERIALIZED (
  SELECT
    IIF("t52"."kind" = 'captured', COALESCE("t52"."source", 'unknown'), 'unknown') AS "source",
    'accepted' AS "stage",
    "t52"."accepted_s" AS "entered_s",
    MIN(
      IIF("t52"."first_talk_s" >= "t52"."accepted_s", "t52"."first_talk_s", 9000000000),
      IIF("t52"."deal_opened_s" >= "t52"."accepted_s", "t52"."deal_opened_s", 9000000000),
      IIF("t52"."won_s" >= "t52"."accepted_s", "t52"."won_s", 9000000000),
      IIF("t52"."lost_s" >= "t52"."accepted_s", "t52"."lost_s", 9000000000),
      IIF("t52"."back_s" >= "t52"."accepted_s", "t52"."back_s", 9000000000)
    ) AS "left_s"
  FROM "t51" AS "t52"
  WHERE
    "t52"."since_s" >= ${since_s}
    AND "t52"."since_s" < ${until_s}
    AND "t52"."accepted_s" < 9000000000
), t64 AS MATERIALIZED (
  SELECT
    "t58"."source",
    "t58"."stage",
    CAST(IIF("t58"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
    IIF(
      CAST(CAST((
        IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s"
      ) - (
        IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 730,
      730,
      CAST(CAST((
        IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s"
      ) - (
        IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t58 AS t58
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM t63 AS t63
  UNION ALL
  SELECT
    *
  FROM t64 AS t64
), t68 AS MATERIALIZED (
  SELECT
    *
  FROM t66 AS t66
  UNION ALL
  SELECT
    *
  FROM t67 AS t67
), t69 AS MATERIALIZED (
  SELECT
    *
  FROM t65 AS t65
  UNION ALL
  SELECT
    *
  FROM t68 AS t68
)
SELECT
  "t69"."source",
  "t69"."stage",
  "t69"."is_left",
  "t69"."days",
  COUNT(*) AS "leads"
FROM t69 AS t69
GROUP BY
  1,
  2,
  3,
  4
