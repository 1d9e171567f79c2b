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
WITH "t4" AS MATERIALIZED (
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
        FROM "t4"
      )
    )
), "t13" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t17 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."occurred_s") AS "last_s"
  FROM "t13" AS "t14"
  GROUP BY
    1
), t18 AS MATERIALIZED (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s"
  FROM "t13" AS "t15"
  INNER JOIN t17 AS t17
    ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."seq") AS "last_seq"
  FROM t18 AS t18
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t14"
  WHERE
    "t14"."seq" IN (
      SELECT
        "t19"."last_seq"
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
    MAX("t22"."occurred_s") AS "merged_s"
  FROM t22 AS t22
  GROUP BY
    1
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
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), "t31" AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."into_id",
    "t27"."via_id",
    "t27"."onward_id"
  FROM t30 AS t30
  LEFT OUTER JOIN t27 AS t27
    ON "t30"."into_id" = "t27"."via_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), t11 AS MATERIALIZED (
  SELECT
    "t6"."seq",
    "t6"."id",
    "t6"."kind",
    "t6"."occurred_s",
    "t6"."occurred_month",
    "t6"."lead_id",
    "t6"."person_id",
    "t6"."side",
    "t6"."source",
    "t6"."value_code",
    "t6"."value_number",
    "t6"."points",
    "t6"."due_s",
    "t6"."worked_s"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
), t36 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
  FROM "t31" AS "t32"
), t37 AS MATERIALIZED (
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
    "t11"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t36 AS t36
    ON "t11"."lead_id" = "t36"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    "t37"."seq",
    "t37"."id",
    "t37"."kind",
    "t37"."occurred_s",
    "t37"."occurred_month",
    "t37"."person_id",
    "t37"."side",
    "t37"."source",
    "t37"."value_code",
    "t37"."value_number",
    "t37"."points",
    "t37"."due_s",
    "t37"."worked_s",
    "t37"."lead_id" AS "own_lead_id",
    COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id"
  FROM t37 AS t37
), "t41" AS MATERIALIZED (
  SELECT
    "t39"."seq",
    MIN("t39"."lead_id") AS "lead_id",
    MIN("t39"."own_lead_id") AS "own_lead_id",
    MIN("t39"."id") AS "hand_id",
    MIN("t39"."occurred_s") AS "start_s",
    MIN(COALESCE("t39"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t39"."person_id", 0)) AS "person_id"
  FROM t39 AS t39
  GROUP BY
    1
), t47 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."own_lead_id",
    "t42"."hand_id",
    "t42"."start_s",
    "t42"."first_due_s",
    "t42"."person_id",
    "t42"."seq" AS "hand_seq"
  FROM "t41" AS "t42"
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "later_lead_id",
    "t42"."start_s" AS "later_s",
    "t42"."seq" AS "later_seq"
  FROM "t41" AS "t42"
), t51 AS MATERIALIZED (
  SELECT
    "t43"."seq",
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t48"."later_lead_id",
    "t48"."later_s",
    "t48"."later_seq"
  FROM "t41" AS "t43"
  INNER JOIN t48 AS t48
    ON "t43"."lead_id" = "t48"."later_lead_id"
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
  WHERE
    (
      "t51"."later_s" > "t51"."start_s"
    )
    OR (
      (
        "t51"."later_s" = "t51"."start_s"
      ) AND (
        "t51"."later_seq" > "t51"."seq"
      )
    )
), t53 AS MATERIALIZED (
  SELECT
    "t52"."seq",
    MIN("t52"."later_s") AS "next_s"
  FROM t52 AS t52
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t53"."next_s",
    "t53"."seq" AS "key_seq"
  FROM t53 AS t53
), "t56" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."own_lead_id",
    "t47"."hand_id",
    "t47"."start_s",
    "t47"."first_due_s",
    "t47"."person_id",
    "t47"."hand_seq",
    "t55"."next_s",
    "t55"."key_seq"
  FROM t47 AS t47
  LEFT OUTER JOIN t55 AS t55
    ON "t47"."hand_seq" = "t55"."key_seq"
), t63 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."lead_id",
    "t57"."start_s",
    COALESCE("t57"."next_s", 9000000000) AS "next_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
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
      'disqualified',
      'email',
      'gave_up',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
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
        FROM "t4"
      )
    )
), t12 AS MATERIALIZED (
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
), t38 AS MATERIALIZED (
  SELECT
    "t12"."seq",
    "t12"."id",
    "t12"."kind",
    "t12"."occurred_s",
    "t12"."occurred_month",
    "t12"."lead_id",
    "t12"."person_id",
    "t12"."side",
    "t12"."source",
    "t12"."value_code",
    "t12"."value_number",
    "t12"."points",
    "t12"."due_s",
    "t12"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t36 AS t36
    ON "t12"."lead_id" = "t36"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    "t38"."seq",
    "t38"."id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."occurred_month",
    "t38"."person_id",
    "t38"."side",
    "t38"."source",
    "t38"."value_code",
    "t38"."value_number",
    "t38"."points",
    "t38"."due_s",
    "t38"."worked_s",
    "t38"."lead_id" AS "own_lead_id",
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id"
  FROM t38 AS t38
), t46 AS MATERIALIZED (
  SELECT
    "t40"."seq",
    MIN("t40"."lead_id") AS "fact_lead_id",
    MIN("t40"."occurred_s") AS "fact_s",
    MIN("t40"."kind") AS "fact_kind",
    MIN(COALESCE("t40"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t40"."worked_s", -1)) AS "fact_worked_s",
    MIN(
      IIF(
        (
          "t40"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t40"."side" = 'sales'
          )
        )
        OR "t40"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t40 AS t40
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t46"."fact_lead_id",
    "t46"."fact_s",
    "t46"."fact_kind",
    "t46"."fact_due_s",
    "t46"."fact_worked_s",
    "t46"."is_touch"
  FROM t46 AS t46
), "t65" AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    "t63"."lead_id",
    "t63"."start_s",
    "t63"."next_s",
    "t50"."fact_lead_id",
    "t50"."fact_s",
    "t50"."fact_kind",
    "t50"."fact_due_s",
    "t50"."fact_worked_s",
    "t50"."is_touch"
  FROM t63 AS t63
  INNER JOIN t50 AS t50
    ON "t63"."lead_id" = "t50"."fact_lead_id"
), "t68" AS MATERIALIZED (
  SELECT
    *
  FROM "t65" AS "t66"
  WHERE
    "t66"."fact_s" >= "t66"."start_s" AND "t66"."fact_s" < "t66"."next_s"
), t77 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    MIN(IIF("t69"."is_touch" = 1, "t69"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t69"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t69"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t68" AS "t69"
  GROUP BY
    1
), t78 AS MATERIALIZED (
  SELECT
    "t71"."hand_seq",
    "t71"."lead_id",
    "t71"."start_s",
    "t71"."next_s",
    "t71"."fact_lead_id",
    "t71"."fact_s",
    "t71"."fact_kind",
    "t71"."fact_due_s",
    "t71"."fact_worked_s",
    "t71"."is_touch",
    "t77"."touch_s",
    "t77"."left_s"
  FROM "t68" AS "t71"
  INNER JOIN t77 AS t77
    ON "t71"."hand_seq" = "t77"."hand_seq"
), "t79" AS MATERIALIZED (
  SELECT
    "t78"."hand_seq",
    MIN("t78"."touch_s") AS "touch_s",
    MIN("t78"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t78"."is_touch" = 1
        ) AND (
          "t78"."fact_s" = "t78"."touch_s"
        ),
        "t78"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t78"."fact_kind" = 'reassigned'
        )
        AND (
          "t78"."fact_due_s" > 0
        )
        AND (
          "t78"."fact_s" <= "t78"."touch_s"
        ),
        "t78"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t78 AS t78
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."own_lead_id",
    "t57"."hand_id",
    "t57"."start_s",
    "t57"."first_due_s",
    "t57"."person_id",
    "t57"."hand_seq",
    COALESCE("t57"."next_s", 9000000000) AS "next_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t83 AS MATERIALIZED (
  SELECT
    "t80"."touch_s",
    "t80"."left_s",
    "t80"."worked_s",
    "t80"."new_s",
    "t80"."hand_seq" AS "key_seq"
  FROM "t79" AS "t80"
), t85 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."own_lead_id",
    "t62"."hand_id",
    "t62"."start_s",
    "t62"."first_due_s",
    "t62"."person_id",
    "t62"."hand_seq",
    "t62"."next_s",
    "t83"."touch_s",
    "t83"."left_s",
    "t83"."worked_s",
    "t83"."new_s",
    "t83"."key_seq"
  FROM t62 AS t62
  LEFT OUTER JOIN t83 AS t83
    ON "t62"."hand_seq" = "t83"."key_seq"
), t89 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."own_lead_id",
    "t85"."hand_id",
    "t85"."start_s",
    "t85"."first_due_s",
    "t85"."person_id",
    "t85"."hand_seq",
    "t85"."next_s",
    COALESCE("t85"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t85"."left_s", 9000000000) AS "left_s",
    COALESCE("t85"."worked_s", -1) AS "worked_s",
    COALESCE("t85"."new_s", -9000000000) AS "new_s"
  FROM t85 AS t85
), t73 AS MATERIALIZED (
  SELECT
    *
  FROM "t65" AS "t66"
  WHERE
    "t66"."fact_s" >= "t66"."start_s"
    AND "t66"."fact_s" < "t66"."next_s"
    AND IIF("t66"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t66"."fact_due_s" > 0
), t84 AS MATERIALIZED (
  SELECT
    "t80"."hand_seq" AS "new_hand",
    "t80"."new_s"
  FROM "t79" AS "t80"
), t86 AS MATERIALIZED (
  SELECT
    "t73"."hand_seq",
    "t73"."lead_id",
    "t73"."start_s",
    "t73"."next_s",
    "t73"."fact_lead_id",
    "t73"."fact_s",
    "t73"."fact_kind",
    "t73"."fact_due_s",
    "t73"."fact_worked_s",
    "t73"."is_touch",
    "t84"."new_hand",
    "t84"."new_s"
  FROM t73 AS t73
  INNER JOIN t84 AS t84
    ON "t73"."hand_seq" = "t84"."new_hand" AND "t73"."fact_s" = "t84"."new_s"
), t88 AS MATERIALIZED (
  SELECT
    "t86"."hand_seq",
    MAX("t86"."fact_due_s") AS "new_due_s"
  FROM t86 AS t86
  GROUP BY
    1
), t91 AS MATERIALIZED (
  SELECT
    "t88"."new_due_s",
    "t88"."hand_seq" AS "key_seq"
  FROM t88 AS t88
), t92 AS MATERIALIZED (
  SELECT
    "t89"."lead_id",
    "t89"."own_lead_id",
    "t89"."hand_id",
    "t89"."start_s",
    "t89"."first_due_s",
    "t89"."person_id",
    "t89"."hand_seq",
    "t89"."next_s",
    "t89"."touch_s",
    "t89"."left_s",
    "t89"."worked_s",
    "t89"."new_s",
    "t91"."new_due_s",
    "t91"."key_seq"
  FROM t89 AS t89
  LEFT OUTER JOIN t91 AS t91
    ON "t89"."hand_seq" = "t91"."key_seq"
), t94 AS MATERIALIZED (
  SELECT
    "t92"."lead_id",
    "t92"."own_lead_id",
    "t92"."hand_id",
    "t92"."start_s",
    "t92"."first_due_s",
    "t92"."person_id",
    "t92"."hand_seq",
    "t92"."next_s",
    "t92"."touch_s",
    "t92"."left_s",
    "t92"."worked_s",
    "t92"."new_s",
    COALESCE("t92"."new_due_s", 0) AS "new_due_s"
  FROM t92 AS t92
), t61 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t34 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s" AS "gone_s"
  FROM "t31" AS "t32"
), t64 AS MATERIALIZED (
  SELECT
    "t61"."hand_seq",
    "t61"."own_lead_id",
    "t61"."start_s",
    "t34"."gone_id",
    "t34"."gone_s"
  FROM t61 AS t61
  INNER JOIN t34 AS t34
    ON "t61"."own_lead_id" = "t34"."gone_id"
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM t64 AS t64
  WHERE
    "t64"."gone_s" >= "t64"."start_s"
), t70 AS MATERIALIZED (
  SELECT
    "t67"."hand_seq",
    MIN("t67"."gone_s") AS "merged_s"
  FROM t67 AS t67
  GROUP BY
    1
), t75 AS MATERIALIZED (
  SELECT
    "t70"."merged_s",
    "t70"."hand_seq" AS "key_seq"
  FROM t70 AS t70
), t95 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."own_lead_id",
    "t94"."hand_id",
    "t94"."start_s",
    "t94"."first_due_s",
    "t94"."person_id",
    "t94"."hand_seq",
    "t94"."next_s",
    "t94"."touch_s",
    "t94"."left_s",
    "t94"."worked_s",
    "t94"."new_s",
    "t94"."new_due_s",
    "t75"."merged_s",
    "t75"."key_seq"
  FROM t94 AS t94
  LEFT OUTER JOIN t75 AS t75
    ON "t94"."hand_seq" = "t75"."key_seq"
), t96 AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."hand_id",
    "t95"."person_id",
    "t95"."start_s",
    MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t95"."new_due_s" > 0
      ) AND (
        "t95"."new_s" <= "t95"."first_due_s"
      ),
      "t95"."new_due_s",
      "t95"."first_due_s"
    ) AS "due_s",
    IIF(
      "t95"."touch_s" <= MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s"),
      "t95"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t95"."touch_s" <= MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s"),
      "t95"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t95"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t95"."new_s" > "t95"."first_due_s", 1, 0) AS "is_late_again"
  FROM t95 AS t95
), t97 AS MATERIALIZED (
  SELECT
    "t96"."hand_id",
    "t96"."person_id",
    "t96"."is_reassigned",
    "t96"."is_late_again",
    "t96"."due_s",
    "t96"."touch_s",
    IIF("t96"."touch_s" < 9000000000, 1, 0) AS "is_touched",
    IIF(
      NOT (
        "t96"."touch_s" < 9000000000
      )
      AND (
        "t96"."withdrawn_s" <= "t96"."due_s"
      ),
      1,
      0
    ) AS "is_withdrawn",
    IIF(
      (
        "t96"."touch_s" < 9000000000
      )
      OR (
        NOT (
          "t96"."touch_s" < 9000000000
        ) AND (
          "t96"."withdrawn_s" < 9000000000
        )
      ),
      0,
      1
    ) AS "is_open",
    IIF((
      "t96"."touch_s" < 9000000000
    ) AND (
      "t96"."worked_s" < 0
    ), 1, 0) AS "is_unmeasured",
    IIF(
      "t96"."worked_s" < 0,
      IIF(
        "t96"."touch_s" < 9000000000,
        "t96"."touch_s",
        IIF(
          NOT (
            "t96"."touch_s" < 9000000000
          ) AND (
            "t96"."withdrawn_s" < 9000000000
          ),
          "t96"."withdrawn_s",
          ${as_of_s}
        )
      ) - "t96"."start_s",
      "t96"."worked_s"
    ) AS "seconds"
  FROM t96 AS t96
)
SELECT
  "t97"."person_id",
  "t97"."is_reassigned",
  COUNT(*) AS "clocks",
  COUNT(
    IIF(
      (
        "t97"."due_s" <= ${as_of_s}
      ) AND (
        "t97"."is_withdrawn" = 0
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "due",
  COUNT(
    IIF(
      (
        "t97"."due_s" <= ${as_of_s}
      )
      AND (
        "t97"."is_withdrawn" = 0
      )
      AND (
        "t97"."touch_s" <= "t97"."due_s"
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "kept",
  COUNT(
    IIF(
      (
        "t97"."due_s" > ${as_of_s}
      ) AND (
        "t97"."is_open" = 1
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "running",
  COUNT(
    IIF(
      (
        "t97"."due_s" <= ${as_of_s}
      )
      AND (
        "t97"."is_withdrawn" = 0
      )
      AND (
        "t97"."is_open" = 1
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "overdue",
  COUNT(IIF("t97"."is_withdrawn" = 1, 1, CAST(NULL AS INTEGER))) AS "withdrawn",
  COUNT(IIF("t97"."is_touched" = 1, 1, CAST(NULL AS INTEGER))) AS "touched",
  COUNT(IIF("t97"."is_late_again" = 1, 1, CAST(NULL AS INTEGER))) AS "late_again",
  COUNT(IIF("t97"."is_unmeasured" = 1, 1, CAST(NULL AS INTEGER))) AS "unmeasured"
FROM t97 AS t97
GROUP BY
  1,
  2

-- times
WITH "t4" AS MATERIALIZED (
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
        FROM "t4"
      )
    )
), "t13" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t17 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."occurred_s") AS "last_s"
  FROM "t13" AS "t14"
  GROUP BY
    1
), t18 AS MATERIALIZED (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s"
  FROM "t13" AS "t15"
  INNER JOIN t17 AS t17
    ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."seq") AS "last_seq"
  FROM t18 AS t18
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t14"
  WHERE
    "t14"."seq" IN (
      SELECT
        "t19"."last_seq"
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
    MAX("t22"."occurred_s") AS "merged_s"
  FROM t22 AS t22
  GROUP BY
    1
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
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), "t31" AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."into_id",
    "t27"."via_id",
    "t27"."onward_id"
  FROM t30 AS t30
  LEFT OUTER JOIN t27 AS t27
    ON "t30"."into_id" = "t27"."via_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), t11 AS MATERIALIZED (
  SELECT
    "t6"."seq",
    "t6"."id",
    "t6"."kind",
    "t6"."occurred_s",
    "t6"."occurred_month",
    "t6"."lead_id",
    "t6"."person_id",
    "t6"."side",
    "t6"."source",
    "t6"."value_code",
    "t6"."value_number",
    "t6"."points",
    "t6"."due_s",
    "t6"."worked_s"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
), t36 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
  FROM "t31" AS "t32"
), t37 AS MATERIALIZED (
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
    "t11"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t36 AS t36
    ON "t11"."lead_id" = "t36"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    "t37"."seq",
    "t37"."id",
    "t37"."kind",
    "t37"."occurred_s",
    "t37"."occurred_month",
    "t37"."person_id",
    "t37"."side",
    "t37"."source",
    "t37"."value_code",
    "t37"."value_number",
    "t37"."points",
    "t37"."due_s",
    "t37"."worked_s",
    "t37"."lead_id" AS "own_lead_id",
    COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id"
  FROM t37 AS t37
), "t41" AS MATERIALIZED (
  SELECT
    "t39"."seq",
    MIN("t39"."lead_id") AS "lead_id",
    MIN("t39"."own_lead_id") AS "own_lead_id",
    MIN("t39"."id") AS "hand_id",
    MIN("t39"."occurred_s") AS "start_s",
    MIN(COALESCE("t39"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t39"."person_id", 0)) AS "person_id"
  FROM t39 AS t39
  GROUP BY
    1
), t47 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."own_lead_id",
    "t42"."hand_id",
    "t42"."start_s",
    "t42"."first_due_s",
    "t42"."person_id",
    "t42"."seq" AS "hand_seq"
  FROM "t41" AS "t42"
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "later_lead_id",
    "t42"."start_s" AS "later_s",
    "t42"."seq" AS "later_seq"
  FROM "t41" AS "t42"
), t51 AS MATERIALIZED (
  SELECT
    "t43"."seq",
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t48"."later_lead_id",
    "t48"."later_s",
    "t48"."later_seq"
  FROM "t41" AS "t43"
  INNER JOIN t48 AS t48
    ON "t43"."lead_id" = "t48"."later_lead_id"
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
  WHERE
    (
      "t51"."later_s" > "t51"."start_s"
    )
    OR (
      (
        "t51"."later_s" = "t51"."start_s"
      ) AND (
        "t51"."later_seq" > "t51"."seq"
      )
    )
), t53 AS MATERIALIZED (
  SELECT
    "t52"."seq",
    MIN("t52"."later_s") AS "next_s"
  FROM t52 AS t52
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t53"."next_s",
    "t53"."seq" AS "key_seq"
  FROM t53 AS t53
), "t56" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."own_lead_id",
    "t47"."hand_id",
    "t47"."start_s",
    "t47"."first_due_s",
    "t47"."person_id",
    "t47"."hand_seq",
    "t55"."next_s",
    "t55"."key_seq"
  FROM t47 AS t47
  LEFT OUTER JOIN t55 AS t55
    ON "t47"."hand_seq" = "t55"."key_seq"
), t63 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."lead_id",
    "t57"."start_s",
    COALESCE("t57"."next_s", 9000000000) AS "next_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
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
      'disqualified',
      'email',
      'gave_up',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
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
        FROM "t4"
      )
    )
), t12 AS MATERIALIZED (
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
), t38 AS MATERIALIZED (
  SELECT
    "t12"."seq",
    "t12"."id",
    "t12"."kind",
    "t12"."occurred_s",
    "t12"."occurred_month",
    "t12"."lead_id",
    "t12"."person_id",
    "t12"."side",
    "t12"."source",
    "t12"."value_code",
    "t12"."value_number",
    "t12"."points",
    "t12"."due_s",
    "t12"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t36 AS t36
    ON "t12"."lead_id" = "t36"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    "t38"."seq",
    "t38"."id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."occurred_month",
    "t38"."person_id",
    "t38"."side",
    "t38"."source",
    "t38"."value_code",
    "t38"."value_number",
    "t38"."points",
    "t38"."due_s",
    "t38"."worked_s",
    "t38"."lead_id" AS "own_lead_id",
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id"
  FROM t38 AS t38
), t46 AS MATERIALIZED (
  SELECT
    "t40"."seq",
    MIN("t40"."lead_id") AS "fact_lead_id",
    MIN("t40"."occurred_s") AS "fact_s",
    MIN("t40"."kind") AS "fact_kind",
    MIN(COALESCE("t40"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t40"."worked_s", -1)) AS "fact_worked_s",
    MIN(
      IIF(
        (
          "t40"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t40"."side" = 'sales'
          )
        )
        OR "t40"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t40 AS t40
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t46"."fact_lead_id",
    "t46"."fact_s",
    "t46"."fact_kind",
    "t46"."fact_due_s",
    "t46"."fact_worked_s",
    "t46"."is_touch"
  FROM t46 AS t46
), "t65" AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    "t63"."lead_id",
    "t63"."start_s",
    "t63"."next_s",
    "t50"."fact_lead_id",
    "t50"."fact_s",
    "t50"."fact_kind",
    "t50"."fact_due_s",
    "t50"."fact_worked_s",
    "t50"."is_touch"
  FROM t63 AS t63
  INNER JOIN t50 AS t50
    ON "t63"."lead_id" = "t50"."fact_lead_id"
), "t68" AS MATERIALIZED (
  SELECT
    *
  FROM "t65" AS "t66"
  WHERE
    "t66"."fact_s" >= "t66"."start_s" AND "t66"."fact_s" < "t66"."next_s"
), t77 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    MIN(IIF("t69"."is_touch" = 1, "t69"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t69"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t69"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t68" AS "t69"
  GROUP BY
    1
), t78 AS MATERIALIZED (
  SELECT
    "t71"."hand_seq",
    "t71"."lead_id",
    "t71"."start_s",
    "t71"."next_s",
    "t71"."fact_lead_id",
    "t71"."fact_s",
    "t71"."fact_kind",
    "t71"."fact_due_s",
    "t71"."fact_worked_s",
    "t71"."is_touch",
    "t77"."touch_s",
    "t77"."left_s"
  FROM "t68" AS "t71"
  INNER JOIN t77 AS t77
    ON "t71"."hand_seq" = "t77"."hand_seq"
), "t79" AS MATERIALIZED (
  SELECT
    "t78"."hand_seq",
    MIN("t78"."touch_s") AS "touch_s",
    MIN("t78"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t78"."is_touch" = 1
        ) AND (
          "t78"."fact_s" = "t78"."touch_s"
        ),
        "t78"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t78"."fact_kind" = 'reassigned'
        )
        AND (
          "t78"."fact_due_s" > 0
        )
        AND (
          "t78"."fact_s" <= "t78"."touch_s"
        ),
        "t78"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t78 AS t78
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."own_lead_id",
    "t57"."hand_id",
    "t57"."start_s",
    "t57"."first_due_s",
    "t57"."person_id",
    "t57"."hand_seq",
    COALESCE("t57"."next_s", 9000000000) AS "next_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t83 AS MATERIALIZED (
  SELECT
    "t80"."touch_s",
    "t80"."left_s",
    "t80"."worked_s",
    "t80"."new_s",
    "t80"."hand_seq" AS "key_seq"
  FROM "t79" AS "t80"
), t85 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."own_lead_id",
    "t62"."hand_id",
    "t62"."start_s",
    "t62"."first_due_s",
    "t62"."person_id",
    "t62"."hand_seq",
    "t62"."next_s",
    "t83"."touch_s",
    "t83"."left_s",
    "t83"."worked_s",
    "t83"."new_s",
    "t83"."key_seq"
  FROM t62 AS t62
  LEFT OUTER JOIN t83 AS t83
    ON "t62"."hand_seq" = "t83"."key_seq"
), t89 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."own_lead_id",
    "t85"."hand_id",
    "t85"."start_s",
    "t85"."first_due_s",
    "t85"."person_id",
    "t85"."hand_seq",
    "t85"."next_s",
    COALESCE("t85"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t85"."left_s", 9000000000) AS "left_s",
    COALESCE("t85"."worked_s", -1) AS "worked_s",
    COALESCE("t85"."new_s", -9000000000) AS "new_s"
  FROM t85 AS t85
), t73 AS MATERIALIZED (
  SELECT
    *
  FROM "t65" AS "t66"
  WHERE
    "t66"."fact_s" >= "t66"."start_s"
    AND "t66"."fact_s" < "t66"."next_s"
    AND IIF("t66"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t66"."fact_due_s" > 0
), t84 AS MATERIALIZED (
  SELECT
    "t80"."hand_seq" AS "new_hand",
    "t80"."new_s"
  FROM "t79" AS "t80"
), t86 AS MATERIALIZED (
  SELECT
    "t73"."hand_seq",
    "t73"."lead_id",
    "t73"."start_s",
    "t73"."next_s",
    "t73"."fact_lead_id",
    "t73"."fact_s",
    "t73"."fact_kind",
    "t73"."fact_due_s",
    "t73"."fact_worked_s",
    "t73"."is_touch",
    "t84"."new_hand",
    "t84"."new_s"
  FROM t73 AS t73
  INNER JOIN t84 AS t84
    ON "t73"."hand_seq" = "t84"."new_hand" AND "t73"."fact_s" = "t84"."new_s"
), t88 AS MATERIALIZED (
  SELECT
    "t86"."hand_seq",
    MAX("t86"."fact_due_s") AS "new_due_s"
  FROM t86 AS t86
  GROUP BY
    1
), t91 AS MATERIALIZED (
  SELECT
    "t88"."new_due_s",
    "t88"."hand_seq" AS "key_seq"
  FROM t88 AS t88
), t92 AS MATERIALIZED (
  SELECT
    "t89"."lead_id",
    "t89"."own_lead_id",
    "t89"."hand_id",
    "t89"."start_s",
    "t89"."first_due_s",
    "t89"."person_id",
    "t89"."hand_seq",
    "t89"."next_s",
    "t89"."touch_s",
    "t89"."left_s",
    "t89"."worked_s",
    "t89"."new_s",
    "t91"."new_due_s",
    "t91"."key_seq"
  FROM t89 AS t89
  LEFT OUTER JOIN t91 AS t91
    ON "t89"."hand_seq" = "t91"."key_seq"
), t94 AS MATERIALIZED (
  SELECT
    "t92"."lead_id",
    "t92"."own_lead_id",
    "t92"."hand_id",
    "t92"."start_s",
    "t92"."first_due_s",
    "t92"."person_id",
    "t92"."hand_seq",
    "t92"."next_s",
    "t92"."touch_s",
    "t92"."left_s",
    "t92"."worked_s",
    "t92"."new_s",
    COALESCE("t92"."new_due_s", 0) AS "new_due_s"
  FROM t92 AS t92
), t61 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t34 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s" AS "gone_s"
  FROM "t31" AS "t32"
), t64 AS MATERIALIZED (
  SELECT
    "t61"."hand_seq",
    "t61"."own_lead_id",
    "t61"."start_s",
    "t34"."gone_id",
    "t34"."gone_s"
  FROM t61 AS t61
  INNER JOIN t34 AS t34
    ON "t61"."own_lead_id" = "t34"."gone_id"
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM t64 AS t64
  WHERE
    "t64"."gone_s" >= "t64"."start_s"
), t70 AS MATERIALIZED (
  SELECT
    "t67"."hand_seq",
    MIN("t67"."gone_s") AS "merged_s"
  FROM t67 AS t67
  GROUP BY
    1
), t75 AS MATERIALIZED (
  SELECT
    "t70"."merged_s",
    "t70"."hand_seq" AS "key_seq"
  FROM t70 AS t70
), t95 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."own_lead_id",
    "t94"."hand_id",
    "t94"."start_s",
    "t94"."first_due_s",
    "t94"."person_id",
    "t94"."hand_seq",
    "t94"."next_s",
    "t94"."touch_s",
    "t94"."left_s",
    "t94"."worked_s",
    "t94"."new_s",
    "t94"."new_due_s",
    "t75"."merged_s",
    "t75"."key_seq"
  FROM t94 AS t94
  LEFT OUTER JOIN t75 AS t75
    ON "t94"."hand_seq" = "t75"."key_seq"
), t96 AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."hand_id",
    "t95"."person_id",
    "t95"."start_s",
    MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t95"."new_due_s" > 0
      ) AND (
        "t95"."new_s" <= "t95"."first_due_s"
      ),
      "t95"."new_due_s",
      "t95"."first_due_s"
    ) AS "due_s",
    IIF(
      "t95"."touch_s" <= MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s"),
      "t95"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t95"."touch_s" <= MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s"),
      "t95"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t95"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t95"."new_s" > "t95"."first_due_s", 1, 0) AS "is_late_again"
  FROM t95 AS t95
)
SELECT
  "t96"."hand_id",
  IIF("t96"."touch_s" < 9000000000, 1, 0) AS "is_touched",
  IIF(
    (
      "t96"."touch_s" < 9000000000
    )
    OR (
      NOT (
        "t96"."touch_s" < 9000000000
      ) AND (
        "t96"."withdrawn_s" < 9000000000
      )
    ),
    0,
    1
  ) AS "is_open",
  IIF(
    "t96"."worked_s" < 0,
    IIF(
      "t96"."touch_s" < 9000000000,
      "t96"."touch_s",
      IIF(
        NOT (
          "t96"."touch_s" < 9000000000
        ) AND (
          "t96"."withdrawn_s" < 9000000000
        ),
        "t96"."withdrawn_s",
        ${as_of_s}
      )
    ) - "t96"."start_s",
    "t96"."worked_s"
  ) AS "seconds"
FROM t96 AS t96

-- buckets
WITH "t4" AS MATERIALIZED (
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
        FROM "t4"
      )
    )
), "t13" AS MATERIALIZED (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM t8 AS t8
), t17 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."occurred_s") AS "last_s"
  FROM "t13" AS "t14"
  GROUP BY
    1
), t18 AS MATERIALIZED (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s"
  FROM "t13" AS "t15"
  INNER JOIN t17 AS t17
    ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
), t19 AS MATERIALIZED (
  SELECT
    "t18"."lead_id",
    MAX("t18"."seq") AS "last_seq"
  FROM t18 AS t18
  GROUP BY
    1
), t21 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t14"
  WHERE
    "t14"."seq" IN (
      SELECT
        "t19"."last_seq"
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
    MAX("t22"."occurred_s") AS "merged_s"
  FROM t22 AS t22
  GROUP BY
    1
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
    "t27"."via_id",
    "t27"."onward_id"
  FROM "t23" AS "t25"
  LEFT OUTER JOIN t27 AS t27
    ON "t25"."into_id" = "t27"."via_id"
), t30 AS MATERIALIZED (
  SELECT
    "t28"."gone_id",
    "t28"."merged_s",
    COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
  FROM t28 AS t28
), "t31" AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
    "t30"."into_id",
    "t27"."via_id",
    "t27"."onward_id"
  FROM t30 AS t30
  LEFT OUTER JOIN t27 AS t27
    ON "t30"."into_id" = "t27"."via_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
), t6 AS MATERIALIZED (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    NOT (
      "t1"."id" IN (
        SELECT
          *
        FROM "t4"
      )
    )
), t11 AS MATERIALIZED (
  SELECT
    "t6"."seq",
    "t6"."id",
    "t6"."kind",
    "t6"."occurred_s",
    "t6"."occurred_month",
    "t6"."lead_id",
    "t6"."person_id",
    "t6"."side",
    "t6"."source",
    "t6"."value_code",
    "t6"."value_number",
    "t6"."points",
    "t6"."due_s",
    "t6"."worked_s"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
), t36 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
  FROM "t31" AS "t32"
), t37 AS MATERIALIZED (
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
    "t11"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t36 AS t36
    ON "t11"."lead_id" = "t36"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    "t37"."seq",
    "t37"."id",
    "t37"."kind",
    "t37"."occurred_s",
    "t37"."occurred_month",
    "t37"."person_id",
    "t37"."side",
    "t37"."source",
    "t37"."value_code",
    "t37"."value_number",
    "t37"."points",
    "t37"."due_s",
    "t37"."worked_s",
    "t37"."lead_id" AS "own_lead_id",
    COALESCE("t37"."into_id", "t37"."lead_id") AS "lead_id"
  FROM t37 AS t37
), "t41" AS MATERIALIZED (
  SELECT
    "t39"."seq",
    MIN("t39"."lead_id") AS "lead_id",
    MIN("t39"."own_lead_id") AS "own_lead_id",
    MIN("t39"."id") AS "hand_id",
    MIN("t39"."occurred_s") AS "start_s",
    MIN(COALESCE("t39"."due_s", 0)) AS "first_due_s",
    MIN(COALESCE("t39"."person_id", 0)) AS "person_id"
  FROM t39 AS t39
  GROUP BY
    1
), t47 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."own_lead_id",
    "t42"."hand_id",
    "t42"."start_s",
    "t42"."first_due_s",
    "t42"."person_id",
    "t42"."seq" AS "hand_seq"
  FROM "t41" AS "t42"
), t48 AS MATERIALIZED (
  SELECT
    "t42"."lead_id" AS "later_lead_id",
    "t42"."start_s" AS "later_s",
    "t42"."seq" AS "later_seq"
  FROM "t41" AS "t42"
), t51 AS MATERIALIZED (
  SELECT
    "t43"."seq",
    "t43"."lead_id",
    "t43"."own_lead_id",
    "t43"."hand_id",
    "t43"."start_s",
    "t43"."first_due_s",
    "t43"."person_id",
    "t48"."later_lead_id",
    "t48"."later_s",
    "t48"."later_seq"
  FROM "t41" AS "t43"
  INNER JOIN t48 AS t48
    ON "t43"."lead_id" = "t48"."later_lead_id"
), t52 AS MATERIALIZED (
  SELECT
    *
  FROM t51 AS t51
  WHERE
    (
      "t51"."later_s" > "t51"."start_s"
    )
    OR (
      (
        "t51"."later_s" = "t51"."start_s"
      ) AND (
        "t51"."later_seq" > "t51"."seq"
      )
    )
), t53 AS MATERIALIZED (
  SELECT
    "t52"."seq",
    MIN("t52"."later_s") AS "next_s"
  FROM t52 AS t52
  GROUP BY
    1
), t55 AS MATERIALIZED (
  SELECT
    "t53"."next_s",
    "t53"."seq" AS "key_seq"
  FROM t53 AS t53
), "t56" AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."own_lead_id",
    "t47"."hand_id",
    "t47"."start_s",
    "t47"."first_due_s",
    "t47"."person_id",
    "t47"."hand_seq",
    "t55"."next_s",
    "t55"."key_seq"
  FROM t47 AS t47
  LEFT OUTER JOIN t55 AS t55
    ON "t47"."hand_seq" = "t55"."key_seq"
), t63 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."lead_id",
    "t57"."start_s",
    COALESCE("t57"."next_s", 9000000000) AS "next_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
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
      'disqualified',
      'email',
      'gave_up',
      'lost',
      'meeting',
      'reassigned',
      'recycled',
      'rejected',
      'social',
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
        FROM "t4"
      )
    )
), t12 AS MATERIALIZED (
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
), t38 AS MATERIALIZED (
  SELECT
    "t12"."seq",
    "t12"."id",
    "t12"."kind",
    "t12"."occurred_s",
    "t12"."occurred_month",
    "t12"."lead_id",
    "t12"."person_id",
    "t12"."side",
    "t12"."source",
    "t12"."value_code",
    "t12"."value_number",
    "t12"."points",
    "t12"."due_s",
    "t12"."worked_s",
    "t36"."gone_id",
    "t36"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t36 AS t36
    ON "t12"."lead_id" = "t36"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    "t38"."seq",
    "t38"."id",
    "t38"."kind",
    "t38"."occurred_s",
    "t38"."occurred_month",
    "t38"."person_id",
    "t38"."side",
    "t38"."source",
    "t38"."value_code",
    "t38"."value_number",
    "t38"."points",
    "t38"."due_s",
    "t38"."worked_s",
    "t38"."lead_id" AS "own_lead_id",
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id"
  FROM t38 AS t38
), t46 AS MATERIALIZED (
  SELECT
    "t40"."seq",
    MIN("t40"."lead_id") AS "fact_lead_id",
    MIN("t40"."occurred_s") AS "fact_s",
    MIN("t40"."kind") AS "fact_kind",
    MIN(COALESCE("t40"."due_s", 0)) AS "fact_due_s",
    MIN(COALESCE("t40"."worked_s", -1)) AS "fact_worked_s",
    MIN(
      IIF(
        (
          "t40"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            "t40"."side" = 'sales'
          )
        )
        OR "t40"."kind" IN ('deal_opened', 'lost', 'won'),
        1,
        0
      )
    ) AS "is_touch"
  FROM t40 AS t40
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t46"."fact_lead_id",
    "t46"."fact_s",
    "t46"."fact_kind",
    "t46"."fact_due_s",
    "t46"."fact_worked_s",
    "t46"."is_touch"
  FROM t46 AS t46
), "t65" AS MATERIALIZED (
  SELECT
    "t63"."hand_seq",
    "t63"."lead_id",
    "t63"."start_s",
    "t63"."next_s",
    "t50"."fact_lead_id",
    "t50"."fact_s",
    "t50"."fact_kind",
    "t50"."fact_due_s",
    "t50"."fact_worked_s",
    "t50"."is_touch"
  FROM t63 AS t63
  INNER JOIN t50 AS t50
    ON "t63"."lead_id" = "t50"."fact_lead_id"
), "t68" AS MATERIALIZED (
  SELECT
    *
  FROM "t65" AS "t66"
  WHERE
    "t66"."fact_s" >= "t66"."start_s" AND "t66"."fact_s" < "t66"."next_s"
), t77 AS MATERIALIZED (
  SELECT
    "t69"."hand_seq",
    MIN(IIF("t69"."is_touch" = 1, "t69"."fact_s", 9000000000)) AS "touch_s",
    MIN(
      IIF(
        "t69"."fact_kind" IN ('disqualified', 'gave_up', 'recycled', 'rejected'),
        "t69"."fact_s",
        9000000000
      )
    ) AS "left_s"
  FROM "t68" AS "t69"
  GROUP BY
    1
), t78 AS MATERIALIZED (
  SELECT
    "t71"."hand_seq",
    "t71"."lead_id",
    "t71"."start_s",
    "t71"."next_s",
    "t71"."fact_lead_id",
    "t71"."fact_s",
    "t71"."fact_kind",
    "t71"."fact_due_s",
    "t71"."fact_worked_s",
    "t71"."is_touch",
    "t77"."touch_s",
    "t77"."left_s"
  FROM "t68" AS "t71"
  INNER JOIN t77 AS t77
    ON "t71"."hand_seq" = "t77"."hand_seq"
), "t79" AS MATERIALIZED (
  SELECT
    "t78"."hand_seq",
    MIN("t78"."touch_s") AS "touch_s",
    MIN("t78"."left_s") AS "left_s",
    MAX(
      IIF(
        (
          "t78"."is_touch" = 1
        ) AND (
          "t78"."fact_s" = "t78"."touch_s"
        ),
        "t78"."fact_worked_s",
        -1
      )
    ) AS "worked_s",
    MAX(
      IIF(
        (
          "t78"."fact_kind" = 'reassigned'
        )
        AND (
          "t78"."fact_due_s" > 0
        )
        AND (
          "t78"."fact_s" <= "t78"."touch_s"
        ),
        "t78"."fact_s",
        -9000000000
      )
    ) AS "new_s"
  FROM t78 AS t78
  GROUP BY
    1
), t62 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."own_lead_id",
    "t57"."hand_id",
    "t57"."start_s",
    "t57"."first_due_s",
    "t57"."person_id",
    "t57"."hand_seq",
    COALESCE("t57"."next_s", 9000000000) AS "next_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t83 AS MATERIALIZED (
  SELECT
    "t80"."touch_s",
    "t80"."left_s",
    "t80"."worked_s",
    "t80"."new_s",
    "t80"."hand_seq" AS "key_seq"
  FROM "t79" AS "t80"
), t85 AS MATERIALIZED (
  SELECT
    "t62"."lead_id",
    "t62"."own_lead_id",
    "t62"."hand_id",
    "t62"."start_s",
    "t62"."first_due_s",
    "t62"."person_id",
    "t62"."hand_seq",
    "t62"."next_s",
    "t83"."touch_s",
    "t83"."left_s",
    "t83"."worked_s",
    "t83"."new_s",
    "t83"."key_seq"
  FROM t62 AS t62
  LEFT OUTER JOIN t83 AS t83
    ON "t62"."hand_seq" = "t83"."key_seq"
), t89 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."own_lead_id",
    "t85"."hand_id",
    "t85"."start_s",
    "t85"."first_due_s",
    "t85"."person_id",
    "t85"."hand_seq",
    "t85"."next_s",
    COALESCE("t85"."touch_s", 9000000000) AS "touch_s",
    COALESCE("t85"."left_s", 9000000000) AS "left_s",
    COALESCE("t85"."worked_s", -1) AS "worked_s",
    COALESCE("t85"."new_s", -9000000000) AS "new_s"
  FROM t85 AS t85
), t73 AS MATERIALIZED (
  SELECT
    *
  FROM "t65" AS "t66"
  WHERE
    "t66"."fact_s" >= "t66"."start_s"
    AND "t66"."fact_s" < "t66"."next_s"
    AND IIF("t66"."fact_kind" = 'reassigned', 1, 0) = 1
    AND "t66"."fact_due_s" > 0
), t84 AS MATERIALIZED (
  SELECT
    "t80"."hand_seq" AS "new_hand",
    "t80"."new_s"
  FROM "t79" AS "t80"
), t86 AS MATERIALIZED (
  SELECT
    "t73"."hand_seq",
    "t73"."lead_id",
    "t73"."start_s",
    "t73"."next_s",
    "t73"."fact_lead_id",
    "t73"."fact_s",
    "t73"."fact_kind",
    "t73"."fact_due_s",
    "t73"."fact_worked_s",
    "t73"."is_touch",
    "t84"."new_hand",
    "t84"."new_s"
  FROM t73 AS t73
  INNER JOIN t84 AS t84
    ON "t73"."hand_seq" = "t84"."new_hand" AND "t73"."fact_s" = "t84"."new_s"
), t88 AS MATERIALIZED (
  SELECT
    "t86"."hand_seq",
    MAX("t86"."fact_due_s") AS "new_due_s"
  FROM t86 AS t86
  GROUP BY
    1
), t91 AS MATERIALIZED (
  SELECT
    "t88"."new_due_s",
    "t88"."hand_seq" AS "key_seq"
  FROM t88 AS t88
), t92 AS MATERIALIZED (
  SELECT
    "t89"."lead_id",
    "t89"."own_lead_id",
    "t89"."hand_id",
    "t89"."start_s",
    "t89"."first_due_s",
    "t89"."person_id",
    "t89"."hand_seq",
    "t89"."next_s",
    "t89"."touch_s",
    "t89"."left_s",
    "t89"."worked_s",
    "t89"."new_s",
    "t91"."new_due_s",
    "t91"."key_seq"
  FROM t89 AS t89
  LEFT OUTER JOIN t91 AS t91
    ON "t89"."hand_seq" = "t91"."key_seq"
), t94 AS MATERIALIZED (
  SELECT
    "t92"."lead_id",
    "t92"."own_lead_id",
    "t92"."hand_id",
    "t92"."start_s",
    "t92"."first_due_s",
    "t92"."person_id",
    "t92"."hand_seq",
    "t92"."next_s",
    "t92"."touch_s",
    "t92"."left_s",
    "t92"."worked_s",
    "t92"."new_s",
    COALESCE("t92"."new_due_s", 0) AS "new_due_s"
  FROM t92 AS t92
), t61 AS MATERIALIZED (
  SELECT
    "t57"."hand_seq",
    "t57"."own_lead_id",
    "t57"."start_s"
  FROM "t56" AS "t57"
  WHERE
    "t57"."first_due_s" > 0
    AND "t57"."start_s" >= ${since_s}
    AND "t57"."start_s" < ${until_s}
), t34 AS MATERIALIZED (
  SELECT
    "t32"."gone_id",
    "t32"."merged_s" AS "gone_s"
  FROM "t31" AS "t32"
), t64 AS MATERIALIZED (
  SELECT
    "t61"."hand_seq",
    "t61"."own_lead_id",
    "t61"."start_s",
    "t34"."gone_id",
    "t34"."gone_s"
  FROM t61 AS t61
  INNER JOIN t34 AS t34
    ON "t61"."own_lead_id" = "t34"."gone_id"
), t67 AS MATERIALIZED (
  SELECT
    *
  FROM t64 AS t64
  WHERE
    "t64"."gone_s" >= "t64"."start_s"
), t70 AS MATERIALIZED (
  SELECT
    "t67"."hand_seq",
    MIN("t67"."gone_s") AS "merged_s"
  FROM t67 AS t67
  GROUP BY
    1
), t75 AS MATERIALIZED (
  SELECT
    "t70"."merged_s",
    "t70"."hand_seq" AS "key_seq"
  FROM t70 AS t70
), t95 AS MATERIALIZED (
  SELECT
    "t94"."lead_id",
    "t94"."own_lead_id",
    "t94"."hand_id",
    "t94"."start_s",
    "t94"."first_due_s",
    "t94"."person_id",
    "t94"."hand_seq",
    "t94"."next_s",
    "t94"."touch_s",
    "t94"."left_s",
    "t94"."worked_s",
    "t94"."new_s",
    "t94"."new_due_s",
    "t75"."merged_s",
    "t75"."key_seq"
  FROM t94 AS t94
  LEFT OUTER JOIN t75 AS t75
    ON "t94"."hand_seq" = "t75"."key_seq"
), t96 AS MATERIALIZED (
  SELECT
    "t95"."lead_id",
    "t95"."hand_id",
    "t95"."person_id",
    "t95"."start_s",
    MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s") AS "withdrawn_s",
    IIF(
      (
        "t95"."new_due_s" > 0
      ) AND (
        "t95"."new_s" <= "t95"."first_due_s"
      ),
      "t95"."new_due_s",
      "t95"."first_due_s"
    ) AS "due_s",
    IIF(
      "t95"."touch_s" <= MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s"),
      "t95"."touch_s",
      9000000000
    ) AS "touch_s",
    IIF(
      "t95"."touch_s" <= MIN("t95"."left_s", COALESCE("t95"."merged_s", 9000000000), "t95"."next_s"),
      "t95"."worked_s",
      -1
    ) AS "worked_s",
    IIF("t95"."new_due_s" > 0, 1, 0) AS "is_reassigned",
    IIF("t95"."new_s" > "t95"."first_due_s", 1, 0) AS "is_late_again"
  FROM t95 AS t95
), t97 AS MATERIALIZED (
  SELECT
    "t96"."hand_id",
    "t96"."person_id",
    "t96"."is_reassigned",
    "t96"."is_late_again",
    "t96"."due_s",
    "t96"."touch_s",
    IIF("t96"."touch_s" < 9000000000, 1, 0) AS "is_touched",
    IIF(
      NOT (
        "t96"."touch_s" < 9000000000
      )
      AND (
        "t96"."withdrawn_s" <= "t96"."due_s"
      ),
      1,
      0
    ) AS "is_withdrawn",
    IIF(
      (
        "t96"."touch_s" < 9000000000
      )
      OR (
        NOT (
          "t96"."touch_s" < 9000000000
        ) AND (
          "t96"."withdrawn_s" < 9000000000
        )
      ),
      0,
      1
    ) AS "is_open",
    IIF((
      "t96"."touch_s" < 9000000000
    ) AND (
      "t96"."worked_s" < 0
    ), 1, 0) AS "is_unmeasured",
    IIF(
      "t96"."worked_s" < 0,
      IIF(
        "t96"."touch_s" < 9000000000,
        "t96"."touch_s",
        IIF(
          NOT (
            "t96"."touch_s" < 9000000000
          ) AND (
            "t96"."withdrawn_s" < 9000000000
          ),
          "t96"."withdrawn_s",
          ${as_of_s}
        )
      ) - "t96"."start_s",
      "t96"."worked_s"
    ) AS "seconds"
  FROM t96 AS t96
), t98 AS MATERIALIZED (
  SELECT
    "t97"."is_touched",
    CAST(CASE
      WHEN "t97"."seconds" <= 0
      THEN 0
      WHEN "t97"."seconds" <= 60
      THEN 1
      WHEN "t97"."seconds" <= 120
      THEN 2
      WHEN "t97"."seconds" <= 180
      THEN 3
      WHEN "t97"."seconds" <= 300
      THEN 5
      WHEN "t97"."seconds" <= 600
      THEN 10
      WHEN "t97"."seconds" <= 900
      THEN 15
      WHEN "t97"."seconds" <= 1200
      THEN 20
      WHEN "t97"."seconds" <= 1800
      THEN 30
      WHEN "t97"."seconds" <= 2700
      THEN 45
      WHEN "t97"."seconds" <= 3600
      THEN 60
      WHEN "t97"."seconds" <= 4500
      THEN 75
      WHEN "t97"."seconds" <= 5400
      THEN 90
      WHEN "t97"."seconds" <= 6300
      THEN 105
      WHEN "t97"."seconds" <= 7200
      THEN 120
      WHEN "t97"."seconds" <= 9000
      THEN 150
      WHEN "t97"."seconds" <= 10800
      THEN 180
      WHEN "t97"."seconds" <= 12600
      THEN 210
      WHEN "t97"."seconds" <= 14400
      THEN 240
      WHEN "t97"."seconds" <= 16200
      THEN 270
      WHEN "t97"."seconds" <= 18000
      THEN 300
      WHEN "t97"."seconds" <= 21600
      THEN 360
      WHEN "t97"."seconds" <= 25200
      THEN 420
      WHEN "t97"."seconds" <= 28800
      THEN 480
      WHEN "t97"."seconds" <= 32400
      THEN 540
      WHEN "t97"."seconds" <= 36000
      THEN 600
      WHEN "t97"."seconds" <= 43200
      THEN 720
      WHEN "t97"."seconds" <= 50400
      THEN 840
      WHEN "t97"."seconds" <= 57600
      THEN 960
      WHEN "t97"."seconds" <= 64800
      THEN 1080
      WHEN "t97"."seconds" <= 72000
      THEN 1200
      WHEN "t97"."seconds" <= 86400
      THEN 1440
      WHEN "t97"."seconds" <= 100800
      THEN 1680
      WHEN "t97"."seconds" <= 115200
      THEN 1920
      WHEN "t97"."seconds" <= 129600
      THEN 2160
      WHEN "t97"."seconds" <= 144000
      THEN 2400
      WHEN "t97"."seconds" <= 172800
      THEN 2880
      WHEN "t97"."seconds" <= 201600
      THEN 3360
      WHEN "t97"."seconds" <= 230400
      THEN 3840
      WHEN "t97"."seconds" <= 259200
      THEN 4320
      WHEN "t97"."seconds" <= 288000
      THEN 4800
      WHEN "t97"."seconds" <= 345600
      THEN 5760
      WHEN "t97"."seconds" <= 432000
      THEN 7200
      WHEN "t97"."seconds" <= 518400
      THEN 8640
      WHEN "t97"."seconds" <= 604800
      THEN 10080
      WHEN "t97"."seconds" <= 777600
      THEN 12960
      WHEN "t97"."seconds" <= 950400
      THEN 15840
      WHEN "t97"."seconds" <= 1209600
      THEN 20160
      WHEN "t97"."seconds" <= 1555200
      THEN 25920
      WHEN "t97"."seconds" <= 1900800
      THEN 31680
      WHEN "t97"."seconds" <= 2592000
      THEN 43200
      WHEN "t97"."seconds" <= 3456000
      THEN 57600
      WHEN "t97"."seconds" <= 5184000
      THEN 86400
      WHEN "t97"."seconds" <= 7776000
      THEN 129600
      WHEN "t97"."seconds" <= 15552000
      THEN 259200
      ELSE 525600
    END AS INTEGER) AS "minutes"
  FROM t97 AS t97
)
SELECT
  "t98"."minutes",
  "t98"."is_touched",
  COUNT(*) AS "clocks"
FROM t98 AS t98
GROUP BY
  1,
  2
