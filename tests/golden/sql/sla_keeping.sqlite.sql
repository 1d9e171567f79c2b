-- hand_offs
WITH t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t3 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          "t0"."corrects_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s}
          AND "t0"."kind" = 'corrected'
          AND COALESCE("t0"."corrects_id", '') <> ''
      )
    )
), t4 AS MATERIALIZED (
  SELECT
    "t3"."seq",
    "t3"."id",
    "t3"."kind",
    "t3"."occurred_s",
    "t3"."occurred_month",
    "t3"."lead_id",
    "t3"."person_id",
    "t3"."side",
    "t3"."source",
    "t3"."value_code",
    "t3"."value_number",
    "t3"."points",
    "t3"."due_s",
    "t3"."worked_s"
  FROM t3 AS t3
  WHERE
    "t3"."occurred_s" >= ${since_s}
    AND "t3"."occurred_s" < ${until_s}
)
SELECT
  COUNT(*) AS "hand_offs"
FROM t4 AS t4

-- people
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
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
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
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
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
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), "t27" AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t23 AS t23
    ON "t26"."into_id" = "t23"."via_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
      'won'
    )
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
    "t5"."id",
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
    "t5"."worked_s"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
), t32 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM "t27" AS "t28"
), "t33" AS MATERIALIZED (
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
    "t8"."worked_s",
    "t32"."gone_id",
    "t32"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t32 AS t32
    ON "t8"."lead_id" = "t32"."gone_id"
), t35 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM "t33" AS "t34"
  WHERE
    "t34"."kind" = 'handed_over'
), "t37" AS MATERIALIZED (
  SELECT
    "t35"."seq",
    MIN("t35"."lead_id") AS "lead_id",
    MIN("t35"."own_lead_id") AS "own_lead_id",
    MIN("t35"."id") AS "hand_id",
    MIN("t35"."occurred_s") AS "start_s",
    MIN(COALESCE("t35"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t35"."person_id", 0)) AS "person_id"
  FROM t35 AS t35
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."own_lead_id",
    "t38"."hand_id",
    "t38"."start_s",
    "t38"."first_due_s",
    "t38"."person_id",
    "t38"."seq" AS "hand_seq"
  FROM "t37" AS "t38"
), t44 AS MATERIALIZED (
  SELECT
    "t38"."lead_id" AS "later_lead_id",
    "t38"."start_s" AS "later_s",
    "t38"."seq" AS "later_seq"
  FROM "t37" AS "t38"
), t47 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."lead_id",
    "t39"."own_lead_id",
    "t39"."hand_id",
    "t39"."start_s",
    "t39"."first_due_s",
    "t39"."person_id",
    "t44"."later_lead_id",
    "t44"."later_s",
    "t44"."later_seq"
  FROM "t37" AS "t39"
  INNER JOIN t44 AS t44
    ON "t39"."lead_id" = "t44"."later_lead_id"
), t48 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
  WHERE
    (
      "t47"."later_s" > "t47"."start_s"
    )
    OR (
      (
        "t47"."later_s" = "t47"."start_s"
      ) AND (
        "t47"."later_seq" > "t47"."seq"
      )
    )
), t49 AS MATERIALIZED (
  SELECT
    "t48"."seq",
    MIN("t48"."later_s") AS "next_s"
  FROM t48 AS t48
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t49"."next_s",
    "t49"."seq" AS "key_seq"
  FROM t49 AS t49
), "t52" AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t43"."hand_seq",
    "t51"."next_s",
    "t51"."key_seq"
  FROM t43 AS t43
  LEFT OUTER JOIN t51 AS t51
    ON "t43"."hand_seq" = "t51"."key_seq"
), t59 AS MATERIALIZED (
  SELECT
    "t53"."hand_seq",
    "t53"."lead_id",
    "t53"."start_s",
    COALESCE("t53"."next_s", 9000000000) AS "next_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t36 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM "t33" AS "t34"
  WHERE
    "t34"."kind" <> 'handed_over'
), t42 AS MATERIALIZED (
  SELECT
    "t36"."seq",
    MIN("t36"."lead_id") AS "fact_lead_id",
    MIN("t36"."occurred_s") AS "fact_s",
    MIN("t36"."kind") AS "fact_kind",
    MIN(COALESCE("t36"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t36"."worked_s", -1)) AS "fact_worked_s",
    MAX(
      IIF(
        (
          "t36"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t36"."side" = 'sales'
          )
        )
        OR "t36"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t36 AS t36
  GROUP BY
    1
), t46 AS MATERIALIZED (
  SELECT
    "t42"."fact_lead_id",
    "t42"."fact_s",
    "t42"."fact_kind",
    "t42"."fact_due_s",
    "t42"."fact_worked_s",
    "t42"."is_touch"
  FROM t42 AS t42
), "t61" AS MATERIALIZED (
  SELECT
    "t59"."hand_seq",
    "t59"."lead_id",
    "t59"."start_s",
    "t59"."next_s",
    "t46"."fact_lead_id",
    "t46"."fact_s",
    "t46"."fact_kind",
    "t46"."fact_due_s",
    "t46"."fact_worked_s",
    "t46"."is_touch"
  FROM t59 AS t59
  INNER JOIN t46 AS t46
    ON "t59"."lead_id" = "t46"."fact_lead_id"
), "t64" AS MATERIALIZED (
  SELECT
    *
  FROM "t61" AS "t62"
  WHERE
    "t62"."fact_s" >= "t62"."start_s" AND "t62"."fact_s" < "t62"."next_s"
), t73 AS MATERIALIZED (
  SELECT
    "t65"."hand_seq",
    MIN(IIF("t65"."is_touch" = 1, "t65"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t65"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t65"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t64" AS "t65"
  GROUP BY
    1
), t74 AS MATERIALIZED (
  SELECT
    "t67"."hand_seq",
    "t67"."lead_id",
    "t67"."start_s",
    "t67"."next_s",
    "t67"."fact_lead_id",
    "t67"."fact_s",
    "t67"."fact_kind",
    "t67"."fact_due_s",
    "t67"."fact_worked_s",
    "t67"."is_touch",
    "t73"."touch_s",
    "t73"."left_s"
  FROM "t64" AS "t67"
  INNER JOIN t73 AS t73
    ON "t67"."hand_seq" = "t73"."hand_seq"
), "t75" AS MATERIALIZED (
  SELECT
    "t74"."hand_seq",
    MIN("t74"."touch_s") AS "touch_s",
    MIN("t74"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t74"."is_touch" = 1
        ) AND (
          "t74"."fact_s" = "t74"."touch_s"
        ),
        "t74"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t74"."fact_kind" = 'reassigned'
        )
        AND (
          "t74"."fact_due_s" > 0
        )
        AND (
          "t74"."fact_s" <= "t74"."touch_s"
        ),
        "t74"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t74 AS t74
  GROUP BY
    1
), t58 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."own_lead_id",
    "t53"."hand_id",
    "t53"."start_s",
    "t53"."first_due_s",
    "t53"."person_id",
    "t53"."hand_seq",
    COALESCE("t53"."next_s", 9000000000) AS "next_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t79 AS MATERIALIZED (
  SELECT
    "t76"."touch_s",
    "t76"."left_s",
    "t76"."worked_s",
    "t76"."new_s",
    "t76"."hand_seq" AS "key_seq"
  FROM "t75" AS "t76"
), t81 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."own_lead_id",
    "t58"."hand_id",
    "t58"."start_s",
    "t58"."first_due_s",
    "t58"."person_id",
    "t58"."hand_seq",
    "t58"."next_s",
    "t79"."touch_s",
    "t79"."left_s",
    "t79"."worked_s",
    "t79"."new_s",
    "t79"."key_seq"
  FROM t58 AS t58
  LEFT OUTER JOIN t79 AS t79
    ON "t58"."hand_seq" = "t79"."key_seq"
), t85 AS MATERIALIZED (
  SELECT
    "t81"."lead_id",
    "t81"."own_lead_id",
    "t81"."hand_id",
    "t81"."start_s",
    "t81"."first_due_s",
    "t81"."person_id",
    "t81"."hand_seq",
    "t81"."next_s",
    COALESCE("t81"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t81"."left_s", 9000000000) AS "left_s",
    COALESCE("t81"."worked_s", -1) AS "worked_s",
    COALESCE("t81"."new_s", -9000000000) AS "new_s"
  FROM t81 AS t81
), t69 AS MATERIALIZED (
  SELECT
    *
  FROM "t61" AS "t62"
  WHERE
    "t62"."fact_s" >= "t62"."start_s"
    AND "t62"."fact_s" < "t62"."next_s"
    AND IIF("t62"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t62"."fact_due_s" > 0
), t80 AS MATERIALIZED (
  SELECT
    "t76"."hand_seq" AS "new_hand",
    "t76"."new_s"
  FROM "t75" AS "t76"
), t82 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    "t69"."lead_id",
    "t69"."start_s",
    "t69"."next_s",
    "t69"."fact_lead_id",
    "t69"."fact_s",
    "t69"."fact_kind",
    "t69"."fact_due_s",
    "t69"."fact_worked_s",
    "t69"."is_touch",
    "t80"."new_hand",
    "t80"."new_s"
  FROM t69 AS t69
  INNER JOIN t80 AS t80
    ON "t69"."hand_seq" = "t80"."new_hand" AND "t69"."fact_s" = "t80"."new_s"
), t84 AS MATERIALIZED (
  SELECT
    "t82"."hand_seq",
    MAX("t82"."fact_due_s") AS "new_due_s"
  FROM t82 AS t82
  GROUP BY
    1
), t87 AS MATERIALIZED (
  SELECT
    "t84"."new_due_s",
    "t84"."hand_seq" AS "key_seq"
  FROM t84 AS t84
), t88 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."own_lead_id",
    "t85"."hand_id",
    "t85"."start_s",
    "t85"."first_due_s",
    "t85"."person_id",
    "t85"."hand_seq",
    "t85"."next_s",
    "t85"."touch_s",
    "t85"."left_s",
    "t85"."worked_s",
    "t85"."new_s",
    "t87"."new_due_s",
    "t87"."key_seq"
  FROM t85 AS t85
  LEFT OUTER JOIN t87 AS t87
    ON "t85"."hand_seq" = "t87"."key_seq"
), t90 AS MATERIALIZED (
  SELECT
    "t88"."lead_id",
    "t88"."own_lead_id",
    "t88"."hand_id",
    "t88"."start_s",
    "t88"."first_due_s",
    "t88"."person_id",
    "t88"."hand_seq",
    "t88"."next_s",
    "t88"."touch_s",
    "t88"."left_s",
    "t88"."worked_s",
    "t88"."new_s",
    COALESCE("t88"."new_due_s", 0) AS "new_due_s"
  FROM t88 AS t88
), t57 AS MATERIALIZED (
  SELECT
    "t53"."hand_seq",
    "t53"."own_lead_id",
    "t53"."start_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s" AS "gone_s"
  FROM "t27" AS "t28"
), t60 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_s",
    "t30"."gone_id",
    "t30"."gone_s"
  FROM t57 AS t57
  INNER JOIN t30 AS t30
    ON "t57"."own_lead_id" = "t30"."gone_id"
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t60 AS t60
  WHERE
    "t60"."gone_s" >= "t60"."start_s"
), t66 AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    MIN("t63"."gone_s") AS "merged_s"
  FROM t63 AS t63
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t66"."merged_s",
    "t66"."hand_seq" AS "key_seq"
  FROM t66 AS t66
), t91 AS MATERIALIZED (
  SELECT
    "t90"."lead_id",
    "t90"."own_lead_id",
    "t90"."hand_id",
    "t90"."start_s",
    "t90"."first_due_s",
    "t90"."person_id",
    "t90"."hand_seq",
    "t90"."next_s",
    "t90"."touch_s",
    "t90"."left_s",
    "t90"."worked_s",
    "t90"."new_s",
    "t90"."new_due_s",
    "t71"."merged_s",
    "t71"."key_seq"
  FROM t90 AS t90
  LEFT OUTER JOIN t71 AS t71
    ON "t90"."hand_seq" = "t71"."key_seq"
), t92 AS MATERIALIZED (
  SELECT
    "t91"."hand_id",
    "t91"."person_id",
    "t91"."start_s",
    MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t91"."new_due_s" > 0
      ) AND (
        "t91"."new_s" <= "t91"."first_due_s"
      ),
      "t91"."new_due_s",
      "t91"."first_due_s"
    ) AS "due_s",
    IIF(
      "t91"."touch_s" <= MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s"),
      "t91"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t91"."touch_s" <= MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s"),
      "t91"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t91"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t91"."new_s" > "t91"."first_due_s", 1, 0) AS "is_late_again"
  FROM t91 AS t91
), t93 AS MATERIALIZED (
  SELECT
    "t92"."hand_id",
    "t92"."person_id",
    "t92"."is_reassigned",
    "t92"."is_late_again",
    "t92"."due_s",
    "t92"."touch_s",
    IIF("t92"."touch_s" < 9000000000, 1, 0) AS "is_touched",
    IIF(
      NOT (
        "t92"."touch_s" < 9000000000
      )
      AND (
        "t92"."withdrawn_s" <= "t92"."due_s"
      ),
      1,
      0
    ) AS "is_withdrawn",
    IIF(
      (
        "t92"."touch_s" < 9000000000
      )
      OR (
        NOT (
          "t92"."touch_s" < 9000000000
        ) AND (
          "t92"."withdrawn_s" < 9000000000
        )
      ),
      0,
      1
    ) AS "is_open",
    IIF((
      "t92"."touch_s" < 9000000000
    ) AND (
      "t92"."worked_s" < 0
    ), 1, 0) AS "is_unmeasured",
    IIF(
      "t92"."worked_s" < 0,
      IIF(
        "t92"."touch_s" < 9000000000,
        "t92"."touch_s",
        IIF(
          NOT (
            "t92"."touch_s" < 9000000000
          ) AND (
            "t92"."withdrawn_s" < 9000000000
          ),
          "t92"."withdrawn_s",
          ${as_of_s}
        )
      ) - "t92"."start_s",
      "t92"."worked_s"
    ) AS "seconds"
  FROM t92 AS t92
)
SELECT
  "t93"."person_id",
  "t93"."is_reassigned",
  COUNT(*) AS "clocks",
  SUM(
    IIF((
      "t93"."due_s" <= ${as_of_s}
    ) AND (
      "t93"."is_withdrawn" = 0
    ), 1, 0)
  ) AS "due",
  SUM(
    IIF(
      (
        "t93"."due_s" <= ${as_of_s}
      )
      AND (
        "t93"."is_withdrawn" = 0
      )
      AND (
        "t93"."touch_s" <= "t93"."due_s"
      ),
      1,
      0
    )
  ) AS "kept",
  SUM(
    IIF((
      "t93"."due_s" > ${as_of_s}
    ) AND (
      "t93"."is_open" = 1
    ), 1, 0)
  ) AS "running",
  SUM(
    IIF(
      (
        "t93"."due_s" <= ${as_of_s}
      )
      AND (
        "t93"."is_withdrawn" = 0
      )
      AND (
        "t93"."is_open" = 1
      ),
      1,
      0
    )
  ) AS "overdue",
  SUM(IIF("t93"."is_withdrawn" = 1, 1, 0)) AS "withdrawn",
  SUM(IIF("t93"."is_touched" = 1, 1, 0)) AS "touched",
  SUM(IIF("t93"."is_late_again" = 1, 1, 0)) AS "late_again",
  SUM(IIF("t93"."is_unmeasured" = 1, 1, 0)) AS "unmeasured"
FROM t93 AS t93
GROUP BY
  1,
  2

-- times
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
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
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
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
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
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), "t27" AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t23 AS t23
    ON "t26"."into_id" = "t23"."via_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
      'won'
    )
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
    "t5"."id",
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
    "t5"."worked_s"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
), t32 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM "t27" AS "t28"
), "t33" AS MATERIALIZED (
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
    "t8"."worked_s",
    "t32"."gone_id",
    "t32"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t32 AS t32
    ON "t8"."lead_id" = "t32"."gone_id"
), t35 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM "t33" AS "t34"
  WHERE
    "t34"."kind" = 'handed_over'
), "t37" AS MATERIALIZED (
  SELECT
    "t35"."seq",
    MIN("t35"."lead_id") AS "lead_id",
    MIN("t35"."own_lead_id") AS "own_lead_id",
    MIN("t35"."id") AS "hand_id",
    MIN("t35"."occurred_s") AS "start_s",
    MIN(COALESCE("t35"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t35"."person_id", 0)) AS "person_id"
  FROM t35 AS t35
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."own_lead_id",
    "t38"."hand_id",
    "t38"."start_s",
    "t38"."first_due_s",
    "t38"."person_id",
    "t38"."seq" AS "hand_seq"
  FROM "t37" AS "t38"
), t44 AS MATERIALIZED (
  SELECT
    "t38"."lead_id" AS "later_lead_id",
    "t38"."start_s" AS "later_s",
    "t38"."seq" AS "later_seq"
  FROM "t37" AS "t38"
), t47 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."lead_id",
    "t39"."own_lead_id",
    "t39"."hand_id",
    "t39"."start_s",
    "t39"."first_due_s",
    "t39"."person_id",
    "t44"."later_lead_id",
    "t44"."later_s",
    "t44"."later_seq"
  FROM "t37" AS "t39"
  INNER JOIN t44 AS t44
    ON "t39"."lead_id" = "t44"."later_lead_id"
), t48 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
  WHERE
    (
      "t47"."later_s" > "t47"."start_s"
    )
    OR (
      (
        "t47"."later_s" = "t47"."start_s"
      ) AND (
        "t47"."later_seq" > "t47"."seq"
      )
    )
), t49 AS MATERIALIZED (
  SELECT
    "t48"."seq",
    MIN("t48"."later_s") AS "next_s"
  FROM t48 AS t48
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t49"."next_s",
    "t49"."seq" AS "key_seq"
  FROM t49 AS t49
), "t52" AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t43"."hand_seq",
    "t51"."next_s",
    "t51"."key_seq"
  FROM t43 AS t43
  LEFT OUTER JOIN t51 AS t51
    ON "t43"."hand_seq" = "t51"."key_seq"
), t59 AS MATERIALIZED (
  SELECT
    "t53"."hand_seq",
    "t53"."lead_id",
    "t53"."start_s",
    COALESCE("t53"."next_s", 9000000000) AS "next_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t36 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM "t33" AS "t34"
  WHERE
    "t34"."kind" <> 'handed_over'
), t42 AS MATERIALIZED (
  SELECT
    "t36"."seq",
    MIN("t36"."lead_id") AS "fact_lead_id",
    MIN("t36"."occurred_s") AS "fact_s",
    MIN("t36"."kind") AS "fact_kind",
    MIN(COALESCE("t36"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t36"."worked_s", -1)) AS "fact_worked_s",
    MAX(
      IIF(
        (
          "t36"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t36"."side" = 'sales'
          )
        )
        OR "t36"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t36 AS t36
  GROUP BY
    1
), t46 AS MATERIALIZED (
  SELECT
    "t42"."fact_lead_id",
    "t42"."fact_s",
    "t42"."fact_kind",
    "t42"."fact_due_s",
    "t42"."fact_worked_s",
    "t42"."is_touch"
  FROM t42 AS t42
), "t61" AS MATERIALIZED (
  SELECT
    "t59"."hand_seq",
    "t59"."lead_id",
    "t59"."start_s",
    "t59"."next_s",
    "t46"."fact_lead_id",
    "t46"."fact_s",
    "t46"."fact_kind",
    "t46"."fact_due_s",
    "t46"."fact_worked_s",
    "t46"."is_touch"
  FROM t59 AS t59
  INNER JOIN t46 AS t46
    ON "t59"."lead_id" = "t46"."fact_lead_id"
), "t64" AS MATERIALIZED (
  SELECT
    *
  FROM "t61" AS "t62"
  WHERE
    "t62"."fact_s" >= "t62"."start_s" AND "t62"."fact_s" < "t62"."next_s"
), t73 AS MATERIALIZED (
  SELECT
    "t65"."hand_seq",
    MIN(IIF("t65"."is_touch" = 1, "t65"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t65"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t65"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t64" AS "t65"
  GROUP BY
    1
), t74 AS MATERIALIZED (
  SELECT
    "t67"."hand_seq",
    "t67"."lead_id",
    "t67"."start_s",
    "t67"."next_s",
    "t67"."fact_lead_id",
    "t67"."fact_s",
    "t67"."fact_kind",
    "t67"."fact_due_s",
    "t67"."fact_worked_s",
    "t67"."is_touch",
    "t73"."touch_s",
    "t73"."left_s"
  FROM "t64" AS "t67"
  INNER JOIN t73 AS t73
    ON "t67"."hand_seq" = "t73"."hand_seq"
), "t75" AS MATERIALIZED (
  SELECT
    "t74"."hand_seq",
    MIN("t74"."touch_s") AS "touch_s",
    MIN("t74"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t74"."is_touch" = 1
        ) AND (
          "t74"."fact_s" = "t74"."touch_s"
        ),
        "t74"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t74"."fact_kind" = 'reassigned'
        )
        AND (
          "t74"."fact_due_s" > 0
        )
        AND (
          "t74"."fact_s" <= "t74"."touch_s"
        ),
        "t74"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t74 AS t74
  GROUP BY
    1
), t58 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."own_lead_id",
    "t53"."hand_id",
    "t53"."start_s",
    "t53"."first_due_s",
    "t53"."person_id",
    "t53"."hand_seq",
    COALESCE("t53"."next_s", 9000000000) AS "next_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t79 AS MATERIALIZED (
  SELECT
    "t76"."touch_s",
    "t76"."left_s",
    "t76"."worked_s",
    "t76"."new_s",
    "t76"."hand_seq" AS "key_seq"
  FROM "t75" AS "t76"
), t81 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."own_lead_id",
    "t58"."hand_id",
    "t58"."start_s",
    "t58"."first_due_s",
    "t58"."person_id",
    "t58"."hand_seq",
    "t58"."next_s",
    "t79"."touch_s",
    "t79"."left_s",
    "t79"."worked_s",
    "t79"."new_s",
    "t79"."key_seq"
  FROM t58 AS t58
  LEFT OUTER JOIN t79 AS t79
    ON "t58"."hand_seq" = "t79"."key_seq"
), t85 AS MATERIALIZED (
  SELECT
    "t81"."lead_id",
    "t81"."own_lead_id",
    "t81"."hand_id",
    "t81"."start_s",
    "t81"."first_due_s",
    "t81"."person_id",
    "t81"."hand_seq",
    "t81"."next_s",
    COALESCE("t81"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t81"."left_s", 9000000000) AS "left_s",
    COALESCE("t81"."worked_s", -1) AS "worked_s",
    COALESCE("t81"."new_s", -9000000000) AS "new_s"
  FROM t81 AS t81
), t69 AS MATERIALIZED (
  SELECT
    *
  FROM "t61" AS "t62"
  WHERE
    "t62"."fact_s" >= "t62"."start_s"
    AND "t62"."fact_s" < "t62"."next_s"
    AND IIF("t62"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t62"."fact_due_s" > 0
), t80 AS MATERIALIZED (
  SELECT
    "t76"."hand_seq" AS "new_hand",
    "t76"."new_s"
  FROM "t75" AS "t76"
), t82 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    "t69"."lead_id",
    "t69"."start_s",
    "t69"."next_s",
    "t69"."fact_lead_id",
    "t69"."fact_s",
    "t69"."fact_kind",
    "t69"."fact_due_s",
    "t69"."fact_worked_s",
    "t69"."is_touch",
    "t80"."new_hand",
    "t80"."new_s"
  FROM t69 AS t69
  INNER JOIN t80 AS t80
    ON "t69"."hand_seq" = "t80"."new_hand" AND "t69"."fact_s" = "t80"."new_s"
), t84 AS MATERIALIZED (
  SELECT
    "t82"."hand_seq",
    MAX("t82"."fact_due_s") AS "new_due_s"
  FROM t82 AS t82
  GROUP BY
    1
), t87 AS MATERIALIZED (
  SELECT
    "t84"."new_due_s",
    "t84"."hand_seq" AS "key_seq"
  FROM t84 AS t84
), t88 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."own_lead_id",
    "t85"."hand_id",
    "t85"."start_s",
    "t85"."first_due_s",
    "t85"."person_id",
    "t85"."hand_seq",
    "t85"."next_s",
    "t85"."touch_s",
    "t85"."left_s",
    "t85"."worked_s",
    "t85"."new_s",
    "t87"."new_due_s",
    "t87"."key_seq"
  FROM t85 AS t85
  LEFT OUTER JOIN t87 AS t87
    ON "t85"."hand_seq" = "t87"."key_seq"
), t90 AS MATERIALIZED (
  SELECT
    "t88"."lead_id",
    "t88"."own_lead_id",
    "t88"."hand_id",
    "t88"."start_s",
    "t88"."first_due_s",
    "t88"."person_id",
    "t88"."hand_seq",
    "t88"."next_s",
    "t88"."touch_s",
    "t88"."left_s",
    "t88"."worked_s",
    "t88"."new_s",
    COALESCE("t88"."new_due_s", 0) AS "new_due_s"
  FROM t88 AS t88
), t57 AS MATERIALIZED (
  SELECT
    "t53"."hand_seq",
    "t53"."own_lead_id",
    "t53"."start_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s" AS "gone_s"
  FROM "t27" AS "t28"
), t60 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_s",
    "t30"."gone_id",
    "t30"."gone_s"
  FROM t57 AS t57
  INNER JOIN t30 AS t30
    ON "t57"."own_lead_id" = "t30"."gone_id"
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t60 AS t60
  WHERE
    "t60"."gone_s" >= "t60"."start_s"
), t66 AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    MIN("t63"."gone_s") AS "merged_s"
  FROM t63 AS t63
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t66"."merged_s",
    "t66"."hand_seq" AS "key_seq"
  FROM t66 AS t66
), t91 AS MATERIALIZED (
  SELECT
    "t90"."lead_id",
    "t90"."own_lead_id",
    "t90"."hand_id",
    "t90"."start_s",
    "t90"."first_due_s",
    "t90"."person_id",
    "t90"."hand_seq",
    "t90"."next_s",
    "t90"."touch_s",
    "t90"."left_s",
    "t90"."worked_s",
    "t90"."new_s",
    "t90"."new_due_s",
    "t71"."merged_s",
    "t71"."key_seq"
  FROM t90 AS t90
  LEFT OUTER JOIN t71 AS t71
    ON "t90"."hand_seq" = "t71"."key_seq"
), t92 AS MATERIALIZED (
  SELECT
    "t91"."hand_id",
    "t91"."person_id",
    "t91"."start_s",
    MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t91"."new_due_s" > 0
      ) AND (
        "t91"."new_s" <= "t91"."first_due_s"
      ),
      "t91"."new_due_s",
      "t91"."first_due_s"
    ) AS "due_s",
    IIF(
      "t91"."touch_s" <= MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s"),
      "t91"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t91"."touch_s" <= MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s"),
      "t91"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t91"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t91"."new_s" > "t91"."first_due_s", 1, 0) AS "is_late_again"
  FROM t91 AS t91
)
SELECT
  "t92"."hand_id",
  IIF("t92"."touch_s" < 9000000000, 1, 0) AS "is_touched",
  IIF(
    (
      "t92"."touch_s" < 9000000000
    )
    OR (
      NOT (
        "t92"."touch_s" < 9000000000
      ) AND (
        "t92"."withdrawn_s" < 9000000000
      )
    ),
    0,
    1
  ) AS "is_open",
  IIF(
    "t92"."worked_s" < 0,
    IIF(
      "t92"."touch_s" < 9000000000,
      "t92"."touch_s",
      IIF(
        NOT (
          "t92"."touch_s" < 9000000000
        ) AND (
          "t92"."withdrawn_s" < 9000000000
        ),
        "t92"."withdrawn_s",
        ${as_of_s}
      )
    ) - "t92"."start_s",
    "t92"."worked_s"
  ) AS "seconds"
FROM t92 AS t92

-- buckets
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
    "t6"."seq",
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t6 AS t6
), t13 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."occurred_s") AS "last_s"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t14 AS MATERIALIZED (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    "t11"."seq",
    "t11"."target_id",
    "t13"."last_s"
  FROM "t9" AS "t11"
  INNER JOIN t13 AS t13
    ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."seq") AS "last_seq"
  FROM t14 AS t14
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."seq" IN (
      SELECT
        "t15"."last_seq"
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
    MAX("t18"."occurred_s") AS "merged_s"
  FROM t18 AS t18
  GROUP BY
    1
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
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), "t27" AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t23 AS t23
    ON "t26"."into_id" = "t23"."via_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'call',
      'deal_opened',
      'disqualified',
      'email',
      'gave_up',
      'handed_over',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
      'won'
    )
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
    "t5"."id",
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
    "t5"."worked_s"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
), t32 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM "t27" AS "t28"
), "t33" AS MATERIALIZED (
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
    "t8"."worked_s",
    "t32"."gone_id",
    "t32"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t32 AS t32
    ON "t8"."lead_id" = "t32"."gone_id"
), t35 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM "t33" AS "t34"
  WHERE
    "t34"."kind" = 'handed_over'
), "t37" AS MATERIALIZED (
  SELECT
    "t35"."seq",
    MIN("t35"."lead_id") AS "lead_id",
    MIN("t35"."own_lead_id") AS "own_lead_id",
    MIN("t35"."id") AS "hand_id",
    MIN("t35"."occurred_s") AS "start_s",
    MIN(COALESCE("t35"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t35"."person_id", 0)) AS "person_id"
  FROM t35 AS t35
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."own_lead_id",
    "t38"."hand_id",
    "t38"."start_s",
    "t38"."first_due_s",
    "t38"."person_id",
    "t38"."seq" AS "hand_seq"
  FROM "t37" AS "t38"
), t44 AS MATERIALIZED (
  SELECT
    "t38"."lead_id" AS "later_lead_id",
    "t38"."start_s" AS "later_s",
    "t38"."seq" AS "later_seq"
  FROM "t37" AS "t38"
), t47 AS MATERIALIZED (
  SELECT
    "t39"."seq",
    "t39"."lead_id",
    "t39"."own_lead_id",
    "t39"."hand_id",
    "t39"."start_s",
    "t39"."first_due_s",
    "t39"."person_id",
    "t44"."later_lead_id",
    "t44"."later_s",
    "t44"."later_seq"
  FROM "t37" AS "t39"
  INNER JOIN t44 AS t44
    ON "t39"."lead_id" = "t44"."later_lead_id"
), t48 AS MATERIALIZED (
  SELECT
    *
  FROM t47 AS t47
  WHERE
    (
      "t47"."later_s" > "t47"."start_s"
    )
    OR (
      (
        "t47"."later_s" = "t47"."start_s"
      ) AND (
        "t47"."later_seq" > "t47"."seq"
      )
    )
), t49 AS MATERIALIZED (
  SELECT
    "t48"."seq",
    MIN("t48"."later_s") AS "next_s"
  FROM t48 AS t48
  GROUP BY
    1
), t51 AS MATERIALIZED (
  SELECT
    "t49"."next_s",
    "t49"."seq" AS "key_seq"
  FROM t49 AS t49
), "t52" AS MATERIALIZED (
  SELECT
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t43"."hand_seq",
    "t51"."next_s",
    "t51"."key_seq"
  FROM t43 AS t43
  LEFT OUTER JOIN t51 AS t51
    ON "t43"."hand_seq" = "t51"."key_seq"
), t59 AS MATERIALIZED (
  SELECT
    "t53"."hand_seq",
    "t53"."lead_id",
    "t53"."start_s",
    COALESCE("t53"."next_s", 9000000000) AS "next_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t36 AS MATERIALIZED (
  SELECT
    "t34"."seq",
    "t34"."id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."occurred_month",
    "t34"."person_id",
    "t34"."side",
    "t34"."source",
    "t34"."value_code",
    "t34"."value_number",
    "t34"."points",
    "t34"."due_s",
    "t34"."worked_s",
    "t34"."lead_id" AS "own_lead_id",
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
  FROM "t33" AS "t34"
  WHERE
    "t34"."kind" <> 'handed_over'
), t42 AS MATERIALIZED (
  SELECT
    "t36"."seq",
    MIN("t36"."lead_id") AS "fact_lead_id",
    MIN("t36"."occurred_s") AS "fact_s",
    MIN("t36"."kind") AS "fact_kind",
    MIN(COALESCE("t36"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t36"."worked_s", -1)) AS "fact_worked_s",
    MAX(
      IIF(
        (
          "t36"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t36"."side" = 'sales'
          )
        )
        OR "t36"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t36 AS t36
  GROUP BY
    1
), t46 AS MATERIALIZED (
  SELECT
    "t42"."fact_lead_id",
    "t42"."fact_s",
    "t42"."fact_kind",
    "t42"."fact_due_s",
    "t42"."fact_worked_s",
    "t42"."is_touch"
  FROM t42 AS t42
), "t61" AS MATERIALIZED (
  SELECT
    "t59"."hand_seq",
    "t59"."lead_id",
    "t59"."start_s",
    "t59"."next_s",
    "t46"."fact_lead_id",
    "t46"."fact_s",
    "t46"."fact_kind",
    "t46"."fact_due_s",
    "t46"."fact_worked_s",
    "t46"."is_touch"
  FROM t59 AS t59
  INNER JOIN t46 AS t46
    ON "t59"."lead_id" = "t46"."fact_lead_id"
), "t64" AS MATERIALIZED (
  SELECT
    *
  FROM "t61" AS "t62"
  WHERE
    "t62"."fact_s" >= "t62"."start_s" AND "t62"."fact_s" < "t62"."next_s"
), t73 AS MATERIALIZED (
  SELECT
    "t65"."hand_seq",
    MIN(IIF("t65"."is_touch" = 1, "t65"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t65"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t65"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t64" AS "t65"
  GROUP BY
    1
), t74 AS MATERIALIZED (
  SELECT
    "t67"."hand_seq",
    "t67"."lead_id",
    "t67"."start_s",
    "t67"."next_s",
    "t67"."fact_lead_id",
    "t67"."fact_s",
    "t67"."fact_kind",
    "t67"."fact_due_s",
    "t67"."fact_worked_s",
    "t67"."is_touch",
    "t73"."touch_s",
    "t73"."left_s"
  FROM "t64" AS "t67"
  INNER JOIN t73 AS t73
    ON "t67"."hand_seq" = "t73"."hand_seq"
), "t75" AS MATERIALIZED (
  SELECT
    "t74"."hand_seq",
    MIN("t74"."touch_s") AS "touch_s",
    MIN("t74"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t74"."is_touch" = 1
        ) AND (
          "t74"."fact_s" = "t74"."touch_s"
        ),
        "t74"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t74"."fact_kind" = 'reassigned'
        )
        AND (
          "t74"."fact_due_s" > 0
        )
        AND (
          "t74"."fact_s" <= "t74"."touch_s"
        ),
        "t74"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t74 AS t74
  GROUP BY
    1
), t58 AS MATERIALIZED (
  SELECT
    "t53"."lead_id",
    "t53"."own_lead_id",
    "t53"."hand_id",
    "t53"."start_s",
    "t53"."first_due_s",
    "t53"."person_id",
    "t53"."hand_seq",
    COALESCE("t53"."next_s", 9000000000) AS "next_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t79 AS MATERIALIZED (
  SELECT
    "t76"."touch_s",
    "t76"."left_s",
    "t76"."worked_s",
    "t76"."new_s",
    "t76"."hand_seq" AS "key_seq"
  FROM "t75" AS "t76"
), t81 AS MATERIALIZED (
  SELECT
    "t58"."lead_id",
    "t58"."own_lead_id",
    "t58"."hand_id",
    "t58"."start_s",
    "t58"."first_due_s",
    "t58"."person_id",
    "t58"."hand_seq",
    "t58"."next_s",
    "t79"."touch_s",
    "t79"."left_s",
    "t79"."worked_s",
    "t79"."new_s",
    "t79"."key_seq"
  FROM t58 AS t58
  LEFT OUTER JOIN t79 AS t79
    ON "t58"."hand_seq" = "t79"."key_seq"
), t85 AS MATERIALIZED (
  SELECT
    "t81"."lead_id",
    "t81"."own_lead_id",
    "t81"."hand_id",
    "t81"."start_s",
    "t81"."first_due_s",
    "t81"."person_id",
    "t81"."hand_seq",
    "t81"."next_s",
    COALESCE("t81"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t81"."left_s", 9000000000) AS "left_s",
    COALESCE("t81"."worked_s", -1) AS "worked_s",
    COALESCE("t81"."new_s", -9000000000) AS "new_s"
  FROM t81 AS t81
), t69 AS MATERIALIZED (
  SELECT
    *
  FROM "t61" AS "t62"
  WHERE
    "t62"."fact_s" >= "t62"."start_s"
    AND "t62"."fact_s" < "t62"."next_s"
    AND IIF("t62"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t62"."fact_due_s" > 0
), t80 AS MATERIALIZED (
  SELECT
    "t76"."hand_seq" AS "new_hand",
    "t76"."new_s"
  FROM "t75" AS "t76"
), t82 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    "t69"."lead_id",
    "t69"."start_s",
    "t69"."next_s",
    "t69"."fact_lead_id",
    "t69"."fact_s",
    "t69"."fact_kind",
    "t69"."fact_due_s",
    "t69"."fact_worked_s",
    "t69"."is_touch",
    "t80"."new_hand",
    "t80"."new_s"
  FROM t69 AS t69
  INNER JOIN t80 AS t80
    ON "t69"."hand_seq" = "t80"."new_hand" AND "t69"."fact_s" = "t80"."new_s"
), t84 AS MATERIALIZED (
  SELECT
    "t82"."hand_seq",
    MAX("t82"."fact_due_s") AS "new_due_s"
  FROM t82 AS t82
  GROUP BY
    1
), t87 AS MATERIALIZED (
  SELECT
    "t84"."new_due_s",
    "t84"."hand_seq" AS "key_seq"
  FROM t84 AS t84
), t88 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."own_lead_id",
    "t85"."hand_id",
    "t85"."start_s",
    "t85"."first_due_s",
    "t85"."person_id",
    "t85"."hand_seq",
    "t85"."next_s",
    "t85"."touch_s",
    "t85"."left_s",
    "t85"."worked_s",
    "t85"."new_s",
    "t87"."new_due_s",
    "t87"."key_seq"
  FROM t85 AS t85
  LEFT OUTER JOIN t87 AS t87
    ON "t85"."hand_seq" = "t87"."key_seq"
), t90 AS MATERIALIZED (
  SELECT
    "t88"."lead_id",
    "t88"."own_lead_id",
    "t88"."hand_id",
    "t88"."start_s",
    "t88"."first_due_s",
    "t88"."person_id",
    "t88"."hand_seq",
    "t88"."next_s",
    "t88"."touch_s",
    "t88"."left_s",
    "t88"."worked_s",
    "t88"."new_s",
    COALESCE("t88"."new_due_s", 0) AS "new_due_s"
  FROM t88 AS t88
), t57 AS MATERIALIZED (
  SELECT
    "t53"."hand_seq",
    "t53"."own_lead_id",
    "t53"."start_s"
  FROM "t52" AS "t53"
  WHERE
    "t53"."first_due_s" > 0
    AND "t53"."start_s" >= ${since_s}
    AND "t53"."start_s" < ${until_s}
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s" AS "gone_s"
  FROM "t27" AS "t28"
), t60 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_s",
    "t30"."gone_id",
    "t30"."gone_s"
  FROM t57 AS t57
  INNER JOIN t30 AS t30
    ON "t57"."own_lead_id" = "t30"."gone_id"
), t63 AS MATERIALIZED (
  SELECT
    *
  FROM t60 AS t60
  WHERE
    "t60"."gone_s" >= "t60"."start_s"
), t66 AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    MIN("t63"."gone_s") AS "merged_s"
  FROM t63 AS t63
  GROUP BY
    1
), t71 AS MATERIALIZED (
  SELECT
    "t66"."merged_s",
    "t66"."hand_seq" AS "key_seq"
  FROM t66 AS t66
), t91 AS MATERIALIZED (
  SELECT
    "t90"."lead_id",
    "t90"."own_lead_id",
    "t90"."hand_id",
    "t90"."start_s",
    "t90"."first_due_s",
    "t90"."person_id",
    "t90"."hand_seq",
    "t90"."next_s",
    "t90"."touch_s",
    "t90"."left_s",
    "t90"."worked_s",
    "t90"."new_s",
    "t90"."new_due_s",
    "t71"."merged_s",
    "t71"."key_seq"
  FROM t90 AS t90
  LEFT OUTER JOIN t71 AS t71
    ON "t90"."hand_seq" = "t71"."key_seq"
), t92 AS MATERIALIZED (
  SELECT
    "t91"."hand_id",
    "t91"."person_id",
    "t91"."start_s",
    MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t91"."new_due_s" > 0
      ) AND (
        "t91"."new_s" <= "t91"."first_due_s"
      ),
      "t91"."new_due_s",
      "t91"."first_due_s"
    ) AS "due_s",
    IIF(
      "t91"."touch_s" <= MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s"),
      "t91"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t91"."touch_s" <= MIN("t91"."left_s", COALESCE("t91"."merged_s", 9000000000), "t91"."next_s"),
      "t91"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t91"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t91"."new_s" > "t91"."first_due_s", 1, 0) AS "is_late_again"
  FROM t91 AS t91
), t93 AS MATERIALIZED (
  SELECT
    "t92"."hand_id",
    "t92"."person_id",
    "t92"."is_reassigned",
    "t92"."is_late_again",
    "t92"."due_s",
    "t92"."touch_s",
    IIF("t92"."touch_s" < 9000000000, 1, 0) AS "is_touched",
    IIF(
      NOT (
        "t92"."touch_s" < 9000000000
      )
      AND (
        "t92"."withdrawn_s" <= "t92"."due_s"
      ),
      1,
      0
    ) AS "is_withdrawn",
    IIF(
      (
        "t92"."touch_s" < 9000000000
      )
      OR (
        NOT (
          "t92"."touch_s" < 9000000000
        ) AND (
          "t92"."withdrawn_s" < 9000000000
        )
      ),
      0,
      1
    ) AS "is_open",
    IIF((
      "t92"."touch_s" < 9000000000
    ) AND (
      "t92"."worked_s" < 0
    ), 1, 0) AS "is_unmeasured",
    IIF(
      "t92"."worked_s" < 0,
      IIF(
        "t92"."touch_s" < 9000000000,
        "t92"."touch_s",
        IIF(
          NOT (
            "t92"."touch_s" < 9000000000
          ) AND (
            "t92"."withdrawn_s" < 9000000000
          ),
          "t92"."withdrawn_s",
          ${as_of_s}
        )
      ) - "t92"."start_s",
      "t92"."worked_s"
    ) AS "seconds"
  FROM t92 AS t92
), t94 AS MATERIALIZED (
  SELECT
    "t93"."is_touched",
    CAST(CASE
      WHEN "t93"."seconds" <= 0
      THEN 0
      WHEN "t93"."seconds" <= 60
      THEN 1
      WHEN "t93"."seconds" <= 120
      THEN 2
      WHEN "t93"."seconds" <= 180
      THEN 3
      WHEN "t93"."seconds" <= 300
      THEN 5
      WHEN "t93"."seconds" <= 600
      THEN 10
      WHEN "t93"."seconds" <= 900
      THEN 15
      WHEN "t93"."seconds" <= 1200
      THEN 20
      WHEN "t93"."seconds" <= 1800
      THEN 30
      WHEN "t93"."seconds" <= 2700
      THEN 45
      WHEN "t93"."seconds" <= 3600
      THEN 60
      WHEN "t93"."seconds" <= 4500
      THEN 75
      WHEN "t93"."seconds" <= 5400
      THEN 90
      WHEN "t93"."seconds" <= 6300
      THEN 105
      WHEN "t93"."seconds" <= 7200
      THEN 120
      WHEN "t93"."seconds" <= 9000
      THEN 150
      WHEN "t93"."seconds" <= 10800
      THEN 180
      WHEN "t93"."seconds" <= 12600
      THEN 210
      WHEN "t93"."seconds" <= 14400
      THEN 240
      WHEN "t93"."seconds" <= 16200
      THEN 270
      WHEN "t93"."seconds" <= 18000
      THEN 300
      WHEN "t93"."seconds" <= 21600
      THEN 360
      WHEN "t93"."seconds" <= 25200
      THEN 420
      WHEN "t93"."seconds" <= 28800
      THEN 480
      WHEN "t93"."seconds" <= 32400
      THEN 540
      WHEN "t93"."seconds" <= 36000
      THEN 600
      WHEN "t93"."seconds" <= 43200
      THEN 720
      WHEN "t93"."seconds" <= 50400
      THEN 840
      WHEN "t93"."seconds" <= 57600
      THEN 960
      WHEN "t93"."seconds" <= 64800
      THEN 1080
      WHEN "t93"."seconds" <= 72000
      THEN 1200
      WHEN "t93"."seconds" <= 86400
      THEN 1440
      WHEN "t93"."seconds" <= 100800
      THEN 1680
      WHEN "t93"."seconds" <= 115200
      THEN 1920
      WHEN "t93"."seconds" <= 129600
      THEN 2160
      WHEN "t93"."seconds" <= 144000
      THEN 2400
      WHEN "t93"."seconds" <= 172800
      THEN 2880
      WHEN "t93"."seconds" <= 201600
      THEN 3360
      WHEN "t93"."seconds" <= 230400
      THEN 3840
      WHEN "t93"."seconds" <= 259200
      THEN 4320
      WHEN "t93"."seconds" <= 288000
      THEN 4800
      WHEN "t93"."seconds" <= 345600
      THEN 5760
      WHEN "t93"."seconds" <= 432000
      THEN 7200
      WHEN "t93"."seconds" <= 518400
      THEN 8640
      WHEN "t93"."seconds" <= 604800
      THEN 10080
      WHEN "t93"."seconds" <= 777600
      THEN 12960
      WHEN "t93"."seconds" <= 950400
      THEN 15840
      WHEN "t93"."seconds" <= 1209600
      THEN 20160
      WHEN "t93"."seconds" <= 1555200
      THEN 25920
      WHEN "t93"."seconds" <= 1900800
      THEN 31680
      WHEN "t93"."seconds" <= 2592000
      THEN 43200
      WHEN "t93"."seconds" <= 3456000
      THEN 57600
      WHEN "t93"."seconds" <= 5184000
      THEN 86400
      WHEN "t93"."seconds" <= 7776000
      THEN 129600
      WHEN "t93"."seconds" <= 15552000
      THEN 259200
      ELSE 525600
    END AS INTEGER) AS "minutes"
  FROM t93 AS t93
)
SELECT
  "t94"."minutes",
  "t94"."is_touched",
  COUNT(*) AS "clocks"
FROM t94 AS t94
GROUP BY
  1,
  2
