-- spells
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
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'recycled',
      'rejected',
      'social',
      'woken',
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
), "t41" AS MATERIALIZED (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."kind",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."points",
    IIF(
      "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t36"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t36"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t36"."side" = 'sales'
      ),
      1,
      0
    ) AS "is_try"
  FROM t36 AS t36
), t43 AS MATERIALIZED (
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
), "t46" AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    MIN(IIF("t43"."kind" = 'captured', "t43"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t43"."occurred_s") AS "any_s",
    MIN(IIF("t43"."kind" = 'won', "t43"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t43"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t43"."occurred_s",
        -9000000000
      )
    ) AS "revived_s"
  FROM t43 AS t43
  GROUP BY
    1
), t45 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'handed_over', "t42"."occurred_s", 9000000000)) AS "hand_s"
  FROM "t41" AS "t42"
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    IIF("t45"."hand_s" < 9000000000, "t45"."hand_s", -9000000000) AS "start_s"
  FROM t45 AS t45
), "t55" AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."points",
    "t44"."is_talk",
    "t44"."is_try",
    "t51"."start_s"
  FROM "t41" AS "t44"
  INNER JOIN t51 AS t51
    ON "t44"."lead_id" = "t51"."lead_id"
), t57 AS MATERIALIZED (
  SELECT
    *
  FROM "t55" AS "t56"
  WHERE
    "t56"."occurred_s" >= "t56"."start_s"
), "t64" AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    MIN("t57"."start_s") AS "start_s",
    MAX(
      IIF(
        (
          "t57"."kind" = 'handed_over'
        ) AND (
          "t57"."occurred_s" = "t57"."start_s"
        ),
        COALESCE("t57"."points", -1000000),
        -1000000
      )
    ) AS "points",
    MIN(IIF("t57"."is_talk" = 1, "t57"."occurred_s", 9000000000)) AS "reply_s",
    MIN(IIF("t57"."kind" IN ('deal_opened', 'won'), "t57"."occurred_s", 9000000000)) AS "deal_s",
    MIN(IIF("t57"."kind" = 'won', "t57"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t57"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t57"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MAX(IIF("t57"."is_try" = 1, "t57"."occurred_s", -9000000000)) AS "last_s"
  FROM t57 AS t57
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."kind",
    "t56"."occurred_s",
    "t56"."seq",
    "t56"."is_talk"
  FROM "t55" AS "t56"
  WHERE
    "t56"."occurred_s" >= "t56"."start_s"
    AND (
      (
        "t56"."is_talk" = 1
      )
      OR "t56"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
    )
), t69 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."kind",
    "t62"."occurred_s",
    "t62"."seq",
    "t62"."is_talk",
    "t67"."start_s",
    "t67"."points",
    "t67"."reply_s",
    "t67"."deal_s",
    "t67"."won_s",
    "t67"."revived_s",
    "t67"."last_s"
  FROM t62 AS t62
  INNER JOIN "t64" AS "t67"
    ON "t62"."lead_id" = "t67"."lead_id"
), t74 AS MATERIALIZED (
  SELECT
    "t69"."lead_id",
    MIN(
      IIF(
        (
          "t69"."is_talk" = 1
        ) AND (
          "t69"."occurred_s" = "t69"."reply_s"
        ),
        "t69"."seq",
        9000000000000000000
      )
    ) AS "reply_seq",
    MIN(
      IIF(
        "t69"."kind" IN ('disqualified', 'lost', 'rejected')
        AND (
          "t69"."won_s" = 9000000000
        )
        AND (
          "t69"."occurred_s" >= "t69"."revived_s"
        ),
        "t69"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        "t69"."kind" IN ('gave_up', 'recycled')
        AND (
          "t69"."occurred_s" >= "t69"."revived_s"
        )
        AND (
          "t69"."occurred_s" >= "t69"."last_s"
        ),
        "t69"."occurred_s",
        9000000000
      )
    ) AS "quit_s"
  FROM t69 AS t69
  GROUP BY
    1
), t76 AS MATERIALIZED (
  SELECT
    "t74"."reply_seq",
    "t74"."lost_s",
    "t74"."quit_s",
    "t74"."lead_id" AS "ended_lead_id"
  FROM t74 AS t74
), "t78" AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    "t66"."start_s",
    "t66"."points",
    "t66"."reply_s",
    "t66"."deal_s",
    "t66"."won_s",
    "t66"."revived_s",
    "t66"."last_s",
    "t76"."reply_seq",
    "t76"."lost_s",
    "t76"."quit_s",
    "t76"."ended_lead_id"
  FROM "t64" AS "t66"
  LEFT OUTER JOIN t76 AS t76
    ON "t66"."lead_id" = "t76"."ended_lead_id"
), t85 AS MATERIALIZED (
  SELECT
    "t80"."lead_id",
    "t80"."start_s",
    "t80"."points",
    "t80"."reply_s",
    "t80"."deal_s",
    "t80"."won_s",
    "t80"."revived_s",
    "t80"."last_s",
    COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
    COALESCE("t80"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t80"."quit_s", 9000000000) AS "quit_s"
  FROM "t78" AS "t80"
  WHERE
    "t80"."last_s" > -9000000000
), t60 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."occurred_s",
    "t56"."seq"
  FROM "t55" AS "t56"
  WHERE
    "t56"."occurred_s" >= "t56"."start_s" AND "t56"."is_try" = 1
), t84 AS MATERIALIZED (
  SELECT
    "t80"."lead_id",
    "t80"."reply_s",
    COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
    "t80"."deal_s",
    COALESCE("t80"."lost_s", 9000000000) AS "lost_s"
  FROM "t78" AS "t80"
), t86 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."occurred_s",
    "t60"."seq",
    "t84"."reply_s",
    "t84"."reply_seq",
    "t84"."deal_s",
    "t84"."lost_s"
  FROM t60 AS t60
  INNER JOIN t84 AS t84
    ON "t60"."lead_id" = "t84"."lead_id"
), t87 AS MATERIALIZED (
  SELECT
    *
  FROM t86 AS t86
  WHERE
    (
      (
        "t86"."occurred_s" < "t86"."reply_s"
      )
      OR (
        (
          "t86"."occurred_s" = "t86"."reply_s"
        )
        AND (
          "t86"."seq" <= "t86"."reply_seq"
        )
      )
    )
    AND "t86"."occurred_s" <= "t86"."deal_s"
    AND "t86"."occurred_s" <= "t86"."lost_s"
), t88 AS MATERIALIZED (
  SELECT
    "t87"."lead_id",
    COUNT(*) AS "k"
  FROM t87 AS t87
  GROUP BY
    1
), t90 AS MATERIALIZED (
  SELECT
    "t88"."k",
    "t88"."lead_id" AS "tried_lead_id"
  FROM t88 AS t88
), t53 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."won_s",
    IIF("t47"."captured_s" < 9000000000, "t47"."captured_s", "t47"."any_s") AS "since_s"
  FROM "t46" AS "t47"
), t40 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."seq"
  FROM "t37" AS "t38"
), t50 AS MATERIALIZED (
  SELECT
    *
  FROM "t46" AS "t47"
), t54 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    "t40"."kind",
    "t40"."occurred_s",
    "t40"."seq",
    "t50"."captured_s",
    "t50"."any_s",
    "t50"."won_s",
    "t50"."revived_s"
  FROM t40 AS t40
  INNER JOIN t50 AS t50
    ON "t40"."lead_id" = "t50"."lead_id"
), t61 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    "t54"."kind",
    "t54"."occurred_s",
    "t54"."seq",
    IIF(
      (
        (
          "t54"."kind" = 'captured'
        ) AND (
          "t54"."occurred_s" = "t54"."captured_s"
        )
      )
      OR (
        (
          "t54"."captured_s" = 9000000000
        )
        AND (
          "t54"."occurred_s" = "t54"."any_s"
        )
      ),
      1,
      0
    ) AS "is_first",
    IIF(
      "t54"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
      AND (
        "t54"."occurred_s" >= "t54"."revived_s"
      )
      AND (
        "t54"."won_s" = 9000000000
      ),
      1,
      0
    ) AS "is_end"
  FROM t54 AS t54
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t61 AS t61
  WHERE
    (
      "t61"."is_first" = 1
    ) OR (
      "t61"."is_end" = 1
    )
), t70 AS MATERIALIZED (
  SELECT
    "t63"."lead_id" AS "story_lead_id",
    MIN(IIF("t63"."is_first" = 1, "t63"."seq", 9000000000000000000)) AS "first_seq",
    MIN(
      IIF(
        (
          "t63"."is_end" = 1
        ) AND "t63"."kind" IN ('disqualified', 'lost'),
        "t63"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        (
          "t63"."is_end" = 1
        ) AND "t63"."kind" IN ('gave_up', 'recycled', 'rejected'),
        "t63"."occurred_s",
        9000000000
      )
    ) AS "back_s"
  FROM t63 AS t63
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."won_s",
    "t53"."since_s",
    "t70"."story_lead_id",
    "t70"."first_seq",
    "t70"."lost_s",
    "t70"."back_s"
  FROM t53 AS t53
  INNER JOIN t70 AS t70
    ON "t53"."lead_id" = "t70"."story_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    "t71"."lead_id",
    "t71"."won_s",
    "t71"."since_s",
    "t71"."first_seq",
    "t71"."lost_s",
    "t71"."back_s"
  FROM t71 AS t71
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
), t77 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."won_s",
    "t73"."since_s",
    "t73"."first_seq",
    "t73"."lost_s",
    "t73"."back_s",
    "t5"."seq",
    "t5"."kind",
    "t5"."side",
    "t5"."source",
    "t5"."occurred_month"
  FROM t73 AS t73
  INNER JOIN t5 AS t5
    ON "t73"."first_seq" = "t5"."seq"
), t81 AS MATERIALIZED (
  SELECT
    "t77"."since_s",
    IIF("t77"."kind" = 'captured', COALESCE("t77"."source", 'unknown'), 'unknown') AS "source",
    "t77"."lead_id" AS "told_lead_id"
  FROM t77 AS t77
), t91 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."start_s",
    "t85"."points",
    "t85"."reply_s",
    "t85"."deal_s",
    "t85"."won_s",
    "t85"."revived_s",
    "t85"."last_s",
    "t85"."reply_seq",
    "t85"."lost_s",
    "t85"."quit_s",
    "t90"."k",
    "t90"."tried_lead_id",
    "t81"."since_s",
    "t81"."source",
    "t81"."told_lead_id"
  FROM t85 AS t85
  LEFT OUTER JOIN t90 AS t90
    ON "t85"."lead_id" = "t90"."tried_lead_id"
  INNER JOIN t81 AS t81
    ON "t85"."lead_id" = "t81"."told_lead_id"
), t92 AS MATERIALIZED (
  SELECT
    "t91"."source",
    "t91"."reply_s",
    "t91"."deal_s",
    "t91"."won_s",
    "t91"."last_s",
    "t91"."lost_s",
    "t91"."quit_s",
    COALESCE("t91"."k", 0) AS "k",
    CASE
      WHEN "t91"."points" = -1000000
      THEN 'none'
      WHEN "t91"."points" < 40
      THEN '0-39'
      WHEN "t91"."points" < 60
      THEN '40-59'
      WHEN "t91"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM t91 AS t91
  WHERE
    IIF("t91"."start_s" > -9000000000, "t91"."start_s", "t91"."since_s") >= ${since_s}
    AND IIF("t91"."start_s" > -9000000000, "t91"."start_s", "t91"."since_s") < ${until_s}
)
SELECT
  "t92"."band",
  "t92"."source",
  "t92"."k",
  COUNT(*) AS "leads",
  SUM(
    IIF(
      (
        MIN("t92"."reply_s", "t92"."deal_s") < 9000000000
      )
      AND (
        MIN("t92"."reply_s", "t92"."deal_s") <= "t92"."lost_s"
      ),
      1,
      0
    )
  ) AS "reply_event",
  SUM(
    IIF(
      NOT (
        (
          MIN("t92"."reply_s", "t92"."deal_s") < 9000000000
        )
        AND (
          MIN("t92"."reply_s", "t92"."deal_s") <= "t92"."lost_s"
        )
      )
      AND (
        "t92"."lost_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "reply_lost",
  SUM(
    IIF(
      NOT (
        (
          MIN("t92"."reply_s", "t92"."deal_s") < 9000000000
        )
        AND (
          MIN("t92"."reply_s", "t92"."deal_s") <= "t92"."lost_s"
        )
      )
      AND NOT (
        "t92"."lost_s" < 9000000000
      )
      AND (
        (
          "t92"."quit_s" < 9000000000
        )
        OR (
          (
            MIN("t92"."reply_s", "t92"."deal_s") = 9000000000
          )
          AND (
            "t92"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      ),
      1,
      0
    )
  ) AS "reply_gave_up",
  SUM(IIF("t92"."won_s" < 9000000000, 1, 0)) AS "won_event",
  SUM(
    IIF(NOT (
      "t92"."won_s" < 9000000000
    ) AND (
      "t92"."lost_s" < 9000000000
    ), 1, 0)
  ) AS "won_lost",
  SUM(
    IIF(
      NOT (
        "t92"."won_s" < 9000000000
      )
      AND NOT (
        "t92"."lost_s" < 9000000000
      )
      AND (
        (
          "t92"."quit_s" < 9000000000
        )
        OR (
          (
            MIN("t92"."reply_s", "t92"."deal_s") = 9000000000
          )
          AND (
            "t92"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      ),
      1,
      0
    )
  ) AS "won_gave_up"
FROM t92 AS t92
GROUP BY
  1,
  2,
  3

-- ripening
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
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'recycled',
      'rejected',
      'social',
      'woken',
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
), "t41" AS MATERIALIZED (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."kind",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."points",
    IIF(
      "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t36"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t36"."side" = 'buyer'
        )
      ),
      1,
      0
    ) AS "is_talk",
    IIF(
      "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t36"."side" = 'sales'
      ),
      1,
      0
    ) AS "is_try"
  FROM t36 AS t36
), t43 AS MATERIALIZED (
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
), "t46" AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    MIN(IIF("t43"."kind" = 'captured', "t43"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t43"."occurred_s") AS "any_s",
    MIN(IIF("t43"."kind" = 'won', "t43"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t43"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t43"."occurred_s",
        -9000000000
      )
    ) AS "revived_s"
  FROM t43 AS t43
  GROUP BY
    1
), t45 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    MIN(IIF("t42"."kind" = 'handed_over', "t42"."occurred_s", 9000000000)) AS "hand_s"
  FROM "t41" AS "t42"
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t45"."lead_id",
    IIF("t45"."hand_s" < 9000000000, "t45"."hand_s", -9000000000) AS "start_s"
  FROM t45 AS t45
), "t55" AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."points",
    "t44"."is_talk",
    "t44"."is_try",
    "t51"."start_s"
  FROM "t41" AS "t44"
  INNER JOIN t51 AS t51
    ON "t44"."lead_id" = "t51"."lead_id"
), t57 AS MATERIALIZED (
  SELECT
    *
  FROM "t55" AS "t56"
  WHERE
    "t56"."occurred_s" >= "t56"."start_s"
), "t64" AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    MIN("t57"."start_s") AS "start_s",
    MAX(
      IIF(
        (
          "t57"."kind" = 'handed_over'
        ) AND (
          "t57"."occurred_s" = "t57"."start_s"
        ),
        COALESCE("t57"."points", -1000000),
        -1000000
      )
    ) AS "points",
    MIN(IIF("t57"."is_talk" = 1, "t57"."occurred_s", 9000000000)) AS "reply_s",
    MIN(IIF("t57"."kind" IN ('deal_opened', 'won'), "t57"."occurred_s", 9000000000)) AS "deal_s",
    MIN(IIF("t57"."kind" = 'won', "t57"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t57"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t57"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MAX(IIF("t57"."is_try" = 1, "t57"."occurred_s", -9000000000)) AS "last_s"
  FROM t57 AS t57
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."kind",
    "t56"."occurred_s",
    "t56"."seq",
    "t56"."is_talk"
  FROM "t55" AS "t56"
  WHERE
    "t56"."occurred_s" >= "t56"."start_s"
    AND (
      (
        "t56"."is_talk" = 1
      )
      OR "t56"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
    )
), t69 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."kind",
    "t62"."occurred_s",
    "t62"."seq",
    "t62"."is_talk",
    "t67"."start_s",
    "t67"."points",
    "t67"."reply_s",
    "t67"."deal_s",
    "t67"."won_s",
    "t67"."revived_s",
    "t67"."last_s"
  FROM t62 AS t62
  INNER JOIN "t64" AS "t67"
    ON "t62"."lead_id" = "t67"."lead_id"
), t74 AS MATERIALIZED (
  SELECT
    "t69"."lead_id",
    MIN(
      IIF(
        (
          "t69"."is_talk" = 1
        ) AND (
          "t69"."occurred_s" = "t69"."reply_s"
        ),
        "t69"."seq",
        9000000000000000000
      )
    ) AS "reply_seq",
    MIN(
      IIF(
        "t69"."kind" IN ('disqualified', 'lost', 'rejected')
        AND (
          "t69"."won_s" = 9000000000
        )
        AND (
          "t69"."occurred_s" >= "t69"."revived_s"
        ),
        "t69"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        "t69"."kind" IN ('gave_up', 'recycled')
        AND (
          "t69"."occurred_s" >= "t69"."revived_s"
        )
        AND (
          "t69"."occurred_s" >= "t69"."last_s"
        ),
        "t69"."occurred_s",
        9000000000
      )
    ) AS "quit_s"
  FROM t69 AS t69
  GROUP BY
    1
), t76 AS MATERIALIZED (
  SELECT
    "t74"."reply_seq",
    "t74"."lost_s",
    "t74"."quit_s",
    "t74"."lead_id" AS "ended_lead_id"
  FROM t74 AS t74
), "t78" AS MATERIALIZED (
  SELECT
    "t66"."lead_id",
    "t66"."start_s",
    "t66"."points",
    "t66"."reply_s",
    "t66"."deal_s",
    "t66"."won_s",
    "t66"."revived_s",
    "t66"."last_s",
    "t76"."reply_seq",
    "t76"."lost_s",
    "t76"."quit_s",
    "t76"."ended_lead_id"
  FROM "t64" AS "t66"
  LEFT OUTER JOIN t76 AS t76
    ON "t66"."lead_id" = "t76"."ended_lead_id"
), t85 AS MATERIALIZED (
  SELECT
    "t80"."lead_id",
    "t80"."start_s",
    "t80"."points",
    "t80"."reply_s",
    "t80"."deal_s",
    "t80"."won_s",
    "t80"."revived_s",
    "t80"."last_s",
    COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
    COALESCE("t80"."lost_s", 9000000000) AS "lost_s",
    COALESCE("t80"."quit_s", 9000000000) AS "quit_s"
  FROM "t78" AS "t80"
  WHERE
    "t80"."last_s" > -9000000000
), t60 AS MATERIALIZED (
  SELECT
    "t56"."lead_id",
    "t56"."occurred_s",
    "t56"."seq"
  FROM "t55" AS "t56"
  WHERE
    "t56"."occurred_s" >= "t56"."start_s" AND "t56"."is_try" = 1
), t84 AS MATERIALIZED (
  SELECT
    "t80"."lead_id",
    "t80"."reply_s",
    COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
    "t80"."deal_s",
    COALESCE("t80"."lost_s", 9000000000) AS "lost_s"
  FROM "t78" AS "t80"
), t86 AS MATERIALIZED (
  SELECT
    "t60"."lead_id",
    "t60"."occurred_s",
    "t60"."seq",
    "t84"."reply_s",
    "t84"."reply_seq",
    "t84"."deal_s",
    "t84"."lost_s"
  FROM t60 AS t60
  INNER JOIN t84 AS t84
    ON "t60"."lead_id" = "t84"."lead_id"
), t87 AS MATERIALIZED (
  SELECT
    *
  FROM t86 AS t86
  WHERE
    (
      (
        "t86"."occurred_s" < "t86"."reply_s"
      )
      OR (
        (
          "t86"."occurred_s" = "t86"."reply_s"
        )
        AND (
          "t86"."seq" <= "t86"."reply_seq"
        )
      )
    )
    AND "t86"."occurred_s" <= "t86"."deal_s"
    AND "t86"."occurred_s" <= "t86"."lost_s"
), t88 AS MATERIALIZED (
  SELECT
    "t87"."lead_id",
    COUNT(*) AS "k"
  FROM t87 AS t87
  GROUP BY
    1
), t90 AS MATERIALIZED (
  SELECT
    "t88"."k",
    "t88"."lead_id" AS "tried_lead_id"
  FROM t88 AS t88
), t53 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."won_s",
    IIF("t47"."captured_s" < 9000000000, "t47"."captured_s", "t47"."any_s") AS "since_s"
  FROM "t46" AS "t47"
), t40 AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."seq"
  FROM "t37" AS "t38"
), t50 AS MATERIALIZED (
  SELECT
    *
  FROM "t46" AS "t47"
), t54 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    "t40"."kind",
    "t40"."occurred_s",
    "t40"."seq",
    "t50"."captured_s",
    "t50"."any_s",
    "t50"."won_s",
    "t50"."revived_s"
  FROM t40 AS t40
  INNER JOIN t50 AS t50
    ON "t40"."lead_id" = "t50"."lead_id"
), t61 AS MATERIALIZED (
  SELECT
    "t54"."lead_id",
    "t54"."kind",
    "t54"."occurred_s",
    "t54"."seq",
    IIF(
      (
        (
          "t54"."kind" = 'captured'
        ) AND (
          "t54"."occurred_s" = "t54"."captured_s"
        )
      )
      OR (
        (
          "t54"."captured_s" = 9000000000
        )
        AND (
          "t54"."occurred_s" = "t54"."any_s"
        )
      ),
      1,
      0
    ) AS "is_first",
    IIF(
      "t54"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
      AND (
        "t54"."occurred_s" >= "t54"."revived_s"
      )
      AND (
        "t54"."won_s" = 9000000000
      ),
      1,
      0
    ) AS "is_end"
  FROM t54 AS t54
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t61 AS t61
  WHERE
    (
      "t61"."is_first" = 1
    ) OR (
      "t61"."is_end" = 1
    )
), t70 AS MATERIALIZED (
  SELECT
    "t63"."lead_id" AS "story_lead_id",
    MIN(IIF("t63"."is_first" = 1, "t63"."seq", 9000000000000000000)) AS "first_seq",
    MIN(
      IIF(
        (
          "t63"."is_end" = 1
        ) AND "t63"."kind" IN ('disqualified', 'lost'),
        "t63"."occurred_s",
        9000000000
      )
    ) AS "lost_s",
    MIN(
      IIF(
        (
          "t63"."is_end" = 1
        ) AND "t63"."kind" IN ('gave_up', 'recycled', 'rejected'),
        "t63"."occurred_s",
        9000000000
      )
    ) AS "back_s"
  FROM t63 AS t63
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."won_s",
    "t53"."since_s",
    "t70"."story_lead_id",
    "t70"."first_seq",
    "t70"."lost_s",
    "t70"."back_s"
  FROM t53 AS t53
  INNER JOIN t70 AS t70
    ON "t53"."lead_id" = "t70"."story_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    "t71"."lead_id",
    "t71"."won_s",
    "t71"."since_s",
    "t71"."first_seq",
    "t71"."lost_s",
    "t71"."back_s"
  FROM t71 AS t71
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
), t77 AS MATERIALIZED (
  SELECT
    "t73"."lead_id",
    "t73"."won_s",
    "t73"."since_s",
    "t73"."first_seq",
    "t73"."lost_s",
    "t73"."back_s",
    "t5"."seq",
    "t5"."kind",
    "t5"."side",
    "t5"."source",
    "t5"."occurred_month"
  FROM t73 AS t73
  INNER JOIN t5 AS t5
    ON "t73"."first_seq" = "t5"."seq"
), t81 AS MATERIALIZED (
  SELECT
    "t77"."since_s",
    IIF("t77"."kind" = 'captured', COALESCE("t77"."source", 'unknown'), 'unknown') AS "source",
    "t77"."lead_id" AS "told_lead_id"
  FROM t77 AS t77
), t91 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."start_s",
    "t85"."points",
    "t85"."reply_s",
    "t85"."deal_s",
    "t85"."won_s",
    "t85"."revived_s",
    "t85"."last_s",
    "t85"."reply_seq",
    "t85"."lost_s",
    "t85"."quit_s",
    "t90"."k",
    "t90"."tried_lead_id",
    "t81"."since_s",
    "t81"."source",
    "t81"."told_lead_id"
  FROM t85 AS t85
  LEFT OUTER JOIN t90 AS t90
    ON "t85"."lead_id" = "t90"."tried_lead_id"
  INNER JOIN t81 AS t81
    ON "t85"."lead_id" = "t81"."told_lead_id"
), t92 AS MATERIALIZED (
  SELECT
    "t91"."source",
    "t91"."won_s",
    COALESCE("t91"."k", 0) AS "k",
    "t91"."lost_s",
    MIN("t91"."reply_s", "t91"."deal_s") AS "reply_s"
  FROM t91 AS t91
  WHERE
    IIF("t91"."start_s" > -9000000000, "t91"."start_s", "t91"."since_s") >= ${since_s}
    AND IIF("t91"."start_s" > -9000000000, "t91"."start_s", "t91"."since_s") < ${until_s}
    AND COALESCE("t91"."k", 0) > 0
    AND MIN("t91"."reply_s", "t91"."deal_s") < 9000000000
    AND MIN("t91"."reply_s", "t91"."deal_s") <= "t91"."lost_s"
), t93 AS MATERIALIZED (
  SELECT
    "t92"."source",
    "t92"."won_s" < 9000000000 AS "is_won",
    (
      "t92"."lost_s" < 9000000000
    ) AND NOT (
      "t92"."won_s" < 9000000000
    ) AS "is_lost",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) < "t92"."reply_s",
        0,
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) - "t92"."reply_s"
      ) - IIF(
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) < "t92"."reply_s",
        0,
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) - "t92"."reply_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) < "t92"."reply_s",
        0,
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) - "t92"."reply_s"
      ) - IIF(
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) < "t92"."reply_s",
        0,
        IIF(
          "t92"."won_s" < 9000000000,
          "t92"."won_s",
          IIF("t92"."lost_s" < 9000000000, "t92"."lost_s", ${as_of_s})
        ) - "t92"."reply_s"
      ) % 86400 AS REAL) / 86400 AS INTEGER)
    ) AS "days"
  FROM t92 AS t92
)
SELECT
  "t93"."source",
  "t93"."days",
  COUNT(*) AS "leads",
  SUM(IIF("t93"."is_won", 1, 0)) AS "won",
  SUM(IIF("t93"."is_lost", 1, 0)) AS "lost"
FROM t93 AS t93
GROUP BY
  1,
  2
