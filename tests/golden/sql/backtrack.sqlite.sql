-- by_source
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
), t4 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
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
    "t11"."field"
  FROM t11 AS t11
  WHERE
    COALESCE("t11"."lead_id", 0) <> 0
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
), "t41" AS MATERIALIZED (
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
    "t20"."field",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t37 AS t37
    ON "t20"."lead_id" = "t37"."gone_id"
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('handed_over')
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
    "t8"."worked_s",
    "t8"."recorded_s",
    "t8"."pact_version"
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
    "t17"."recorded_s",
    "t17"."pact_version",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t37 AS t37
    ON "t17"."lead_id" = "t37"."gone_id"
), "t43" AS MATERIALIZED (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."recorded_s",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key",
    COALESCE("t38"."points", -1000000) AS "points",
    COALESCE("t38"."pact_version", 0) AS "version"
  FROM t38 AS t38
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
), "t45" AS MATERIALIZED (
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
), t53 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t43" AS "t46"
  GROUP BY
    1
), "t57" AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t53"."first_key"
      FROM t53 AS t53
    )
), t63 AS MATERIALIZED (
  SELECT
    "t59"."lead_id",
    "t59"."key" AS "hand_key",
    "t59"."occurred_s" AS "hand_s",
    "t59"."recorded_s" AS "heard_s",
    CAST("t59"."points" AS INTEGER) AS "points",
    CAST("t59"."version" AS INTEGER) AS "version"
  FROM "t57" AS "t59"
), t2 AS MATERIALIZED (
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
), t47 AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."kind",
    "t39"."side",
    "t39"."value_code",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key"
  FROM t39 AS t39
), t61 AS MATERIALIZED (
  SELECT
    "t59"."key" AS "hand_key",
    "t59"."lead_id" AS "handed_lead_id"
  FROM "t57" AS "t59"
), t66 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."kind",
    "t47"."side",
    "t47"."value_code",
    "t47"."occurred_s",
    "t47"."key",
    "t61"."hand_key",
    "t61"."handed_lead_id"
  FROM t47 AS t47
  INNER JOIN t61 AS t61
    ON "t47"."lead_id" = "t61"."handed_lead_id"
), t68 AS MATERIALIZED (
  SELECT
    "t66"."lead_id" AS "after_lead_id",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND (
          "t66"."kind" = 'handed_over'
        ),
        "t66"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND (
          "t66"."kind" = 'rejected'
        ),
        "t66"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        )
        AND "t66"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won'),
        "t66"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND "t66"."kind" IN ('deal_opened', 'won'),
        "t66"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND (
          "t66"."kind" = 'won'
        ),
        "t66"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        )
        AND "t66"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t66"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t66"."key" < "t66"."hand_key"
    ) AND (
      "t66"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t66 AS t66
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t48"."lead_id" AS "first_lead_id",
    MIN("t48"."key") AS "first_key"
  FROM "t45" AS "t48"
  GROUP BY
    1
), t58 AS MATERIALIZED (
  SELECT
    *
  FROM "t45" AS "t48"
  WHERE
    "t48"."key" IN (
      SELECT
        "t54"."first_key"
      FROM t54 AS t54
    )
), t65 AS MATERIALIZED (
  SELECT
    "t58"."lead_id" AS "origin_lead_id",
    COALESCE("t58"."source", 'unknown') AS "origin",
    IIF(
      "t58"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t58"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t58"."occurred_s" AS "origin_s",
    CAST("t58"."occurred_month" AS INTEGER) AS "origin_month"
  FROM t58 AS t58
), "t69" AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."hand_key",
    "t63"."hand_s",
    "t63"."heard_s",
    "t63"."points",
    "t63"."version",
    "t68"."after_lead_id",
    "t68"."next_key",
    "t68"."back_key",
    "t68"."taken_key",
    "t68"."deal_s",
    "t68"."won_s",
    "t68"."end_s",
    "t68"."is_early",
    "t65"."origin_lead_id",
    "t65"."origin",
    "t65"."found_by",
    "t65"."origin_s",
    "t65"."origin_month"
  FROM t63 AS t63
  INNER JOIN t68 AS t68
    ON "t63"."lead_id" = "t68"."after_lead_id"
  LEFT OUTER JOIN t65 AS t65
    ON "t63"."lead_id" = "t65"."origin_lead_id"
), t76 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    "t70"."hand_key",
    "t70"."hand_s",
    "t70"."heard_s",
    "t70"."points",
    "t70"."version",
    "t70"."deal_s",
    "t70"."won_s",
    "t70"."end_s",
    "t70"."is_early",
    COALESCE("t70"."origin", 'unknown') AS "source",
    CASE
      WHEN "t70"."back_key" < "t70"."next_key"
      THEN 'rejected'
      WHEN "t70"."taken_key" < "t70"."next_key"
      THEN 'accepted'
      ELSE 'open'
    END AS "answer"
  FROM "t69" AS "t70"
  WHERE
    "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
), t73 AS MATERIALIZED (
  SELECT
    "t70"."hand_key",
    "t70"."hand_s",
    "t70"."lead_id" AS "handed_lead_id"
  FROM "t69" AS "t70"
  WHERE
    "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
), t51 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."side",
    "t42"."occurred_s",
    (
      "t42"."occurred_s" * 4000000000
    ) + "t42"."seq" AS "key",
    COALESCE("t42"."field", '') AS "field",
    COALESCE("t42"."value_code", 'unknown') AS "code"
  FROM "t41" AS "t42"
  WHERE
    COALESCE("t42"."field", '') <> ''
    AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
    AND NOT (
      COALESCE("t42"."field", '') LIKE '%:%'
    )
), t77 AS MATERIALIZED (
  SELECT
    "t73"."hand_key",
    "t73"."hand_s",
    "t73"."handed_lead_id",
    "t51"."lead_id",
    "t51"."side",
    "t51"."occurred_s",
    "t51"."key",
    "t51"."field",
    "t51"."code"
  FROM t73 AS t73
  INNER JOIN t51 AS t51
    ON "t73"."handed_lead_id" = "t51"."lead_id"
), t81 AS MATERIALIZED (
  SELECT
    "t77"."handed_lead_id",
    "t77"."field",
    MAX(
      IIF("t77"."key" <= "t77"."hand_key", CAST("t77"."key" AS TEXT) || "t77"."code", '')
    ) AS "told_then"
  FROM t77 AS t77
  GROUP BY
    1,
    2
), t52 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."side",
    "t42"."occurred_s",
    (
      "t42"."occurred_s" * 4000000000
    ) + "t42"."seq" AS "key",
    COALESCE("t42"."field", '') AS "field",
    COALESCE("t42"."value_code", 'unknown') AS "code"
  FROM "t41" AS "t42"
  WHERE
    COALESCE("t42"."field", '') <> ''
    AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
    AND NOT (
      COALESCE("t42"."field", '') LIKE '%:%'
    )
    AND "t42"."side" = 'sales'
    AND COALESCE("t42"."value_code", 'unknown') <> 'unknown'
), t78 AS MATERIALIZED (
  SELECT
    "t73"."hand_key",
    "t73"."hand_s",
    "t73"."handed_lead_id",
    "t52"."lead_id",
    "t52"."side",
    "t52"."occurred_s",
    "t52"."key",
    "t52"."field",
    "t52"."code"
  FROM t73 AS t73
  INNER JOIN t52 AS t52
    ON "t73"."handed_lead_id" = "t52"."lead_id"
), t79 AS MATERIALIZED (
  SELECT
    *
  FROM t78 AS t78
  WHERE
    "t78"."key" > "t78"."hand_key"
    AND "t78"."occurred_s" <= (
      "t78"."hand_s" + (
        ${within_days} * 86400
      )
    )
), t83 AS MATERIALIZED (
  SELECT
    "t79"."handed_lead_id" AS "back_lead_id",
    "t79"."field" AS "named",
    MIN("t79"."code") AS "least",
    MAX("t79"."code") AS "most"
  FROM t79 AS t79
  GROUP BY
    1,
    2
), t84 AS MATERIALIZED (
  SELECT
    "t81"."handed_lead_id",
    "t81"."field",
    "t81"."told_then",
    "t83"."back_lead_id",
    "t83"."named",
    "t83"."least",
    "t83"."most"
  FROM t81 AS t81
  LEFT OUTER JOIN t83 AS t83
    ON "t81"."handed_lead_id" = "t83"."back_lead_id" AND "t81"."field" = "t83"."named"
), t86 AS MATERIALIZED (
  SELECT
    "t84"."handed_lead_id",
    "t84"."field",
    IIF(
      (
        SUBSTRING(
          "t84"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t84"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
        ) <> 'unknown'
      ),
      1,
      0
    ) AS "is_known",
    IIF(
      NOT (
        (
          SUBSTRING(
            "t84"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
          ) <> ''
        )
        AND (
          SUBSTRING(
            "t84"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
          ) <> 'unknown'
        )
      )
      AND (
        COALESCE("t84"."most", '') <> ''
      ),
      1,
      0
    ) AS "is_filled",
    IIF(
      (
        SUBSTRING(
          "t84"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t84"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
        ) <> 'unknown'
      )
      AND (
        COALESCE("t84"."most", '') <> ''
      )
      AND (
        (
          COALESCE("t84"."least", '') <> SUBSTRING(
            "t84"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
          )
        )
        OR (
          COALESCE("t84"."most", '') <> SUBSTRING(
            "t84"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
          )
        )
        OR (
          SUBSTRING(
            "t84"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t84"."told_then"))
          ) = 'known'
        )
      ),
      1,
      0
    ) AS "is_corrected"
  FROM t84 AS t84
), t74 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    COALESCE("t70"."origin", 'unknown') AS "source",
    "t70"."hand_s"
  FROM "t69" AS "t70"
  WHERE
    "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
), t87 AS MATERIALIZED (
  SELECT
    "t86"."handed_lead_id",
    "t86"."field",
    "t86"."is_known",
    "t86"."is_filled",
    "t86"."is_corrected",
    "t74"."lead_id",
    "t74"."source",
    "t74"."hand_s"
  FROM t86 AS t86
  INNER JOIN t74 AS t74
    ON "t86"."handed_lead_id" = "t74"."lead_id"
), t88 AS MATERIALIZED (
  SELECT
    "t87"."lead_id",
    "t87"."source",
    "t87"."hand_s",
    "t87"."field",
    "t87"."is_known",
    "t87"."is_filled",
    "t87"."is_corrected"
  FROM t87 AS t87
  WHERE
    (
      "t87"."is_filled" = 1
    ) OR (
      "t87"."is_corrected" = 1
    )
), t90 AS MATERIALIZED (
  SELECT
    "t88"."lead_id" AS "gone_lead_id",
    MAX("t88"."is_filled") AS "filled",
    MAX("t88"."is_corrected") AS "corrected"
  FROM t88 AS t88
  GROUP BY
    1
), t91 AS MATERIALIZED (
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
    "t90"."gone_lead_id",
    "t90"."filled",
    "t90"."corrected"
  FROM t76 AS t76
  LEFT OUTER JOIN t90 AS t90
    ON "t76"."lead_id" = "t90"."gone_lead_id"
), t92 AS MATERIALIZED (
  SELECT
    "t91"."lead_id",
    "t91"."source",
    COALESCE("t91"."filled", 0) AS "is_filled",
    COALESCE("t91"."corrected", 0) AS "is_corrected",
    IIF(
      (
        "t91"."hand_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s},
      1,
      0
    ) AS "is_young"
  FROM t91 AS t91
)
SELECT
  "t92"."source",
  COUNT(*) AS "leads",
  COUNT(
    IIF(
      (
        "t92"."is_filled" = 1
      ) OR (
        "t92"."is_corrected" = 1
      ),
      1,
      CAST(NULL AS INTEGER)
    )
  ) AS "back",
  COUNT(IIF("t92"."is_filled" = 1, 1, CAST(NULL AS INTEGER))) AS "filled",
  COUNT(IIF("t92"."is_corrected" = 1, 1, CAST(NULL AS INTEGER))) AS "corrected",
  COUNT(IIF("t92"."is_young" = 1, 1, CAST(NULL AS INTEGER))) AS "young"
FROM t92 AS t92
GROUP BY
  1

-- by_field
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
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
    "t8"."worked_s",
    "t8"."field"
  FROM t8 AS t8
  WHERE
    COALESCE("t8"."lead_id", 0) <> 0
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
), "t38" AS MATERIALIZED (
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
    "t17"."field",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t17 AS t17
  LEFT OUTER JOIN t37 AS t37
    ON "t17"."lead_id" = "t37"."gone_id"
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
    "t18"."recorded_s",
    "t18"."pact_version",
    "t37"."gone_id",
    "t37"."into_id"
  FROM t18 AS t18
  LEFT OUTER JOIN t37 AS t37
    ON "t18"."lead_id" = "t37"."gone_id"
), "t43" AS MATERIALIZED (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."recorded_s",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key",
    COALESCE("t39"."points", -1000000) AS "points",
    COALESCE("t39"."pact_version", 0) AS "version"
  FROM t39 AS t39
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
    "t37"."gone_id",
    "t37"."into_id"
  FROM t20 AS t20
  LEFT OUTER JOIN t37 AS t37
    ON "t20"."lead_id" = "t37"."gone_id"
), "t45" AS MATERIALIZED (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."side",
    "t41"."source",
    "t41"."occurred_s",
    "t41"."occurred_month",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key"
  FROM t41 AS t41
), t53 AS MATERIALIZED (
  SELECT
    "t46"."lead_id" AS "first_lead_id",
    MIN("t46"."key") AS "first_key"
  FROM "t43" AS "t46"
  GROUP BY
    1
), "t57" AS MATERIALIZED (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t53"."first_key"
      FROM t53 AS t53
    )
), t63 AS MATERIALIZED (
  SELECT
    "t59"."lead_id",
    "t59"."key" AS "hand_key",
    "t59"."occurred_s" AS "hand_s",
    "t59"."recorded_s" AS "heard_s",
    CAST("t59"."points" AS INTEGER) AS "points",
    CAST("t59"."version" AS INTEGER) AS "version"
  FROM "t57" AS "t59"
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
), t47 AS MATERIALIZED (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."kind",
    "t40"."side",
    "t40"."value_code",
    "t40"."occurred_s",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM t40 AS t40
), t61 AS MATERIALIZED (
  SELECT
    "t59"."key" AS "hand_key",
    "t59"."lead_id" AS "handed_lead_id"
  FROM "t57" AS "t59"
), t66 AS MATERIALIZED (
  SELECT
    "t47"."lead_id",
    "t47"."kind",
    "t47"."side",
    "t47"."value_code",
    "t47"."occurred_s",
    "t47"."key",
    "t61"."hand_key",
    "t61"."handed_lead_id"
  FROM t47 AS t47
  INNER JOIN t61 AS t61
    ON "t47"."lead_id" = "t61"."handed_lead_id"
), t68 AS MATERIALIZED (
  SELECT
    "t66"."lead_id" AS "after_lead_id",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND (
          "t66"."kind" = 'handed_over'
        ),
        "t66"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND (
          "t66"."kind" = 'rejected'
        ),
        "t66"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        )
        AND "t66"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won'),
        "t66"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND "t66"."kind" IN ('deal_opened', 'won'),
        "t66"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        ) AND (
          "t66"."kind" = 'won'
        ),
        "t66"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t66"."key" > "t66"."hand_key"
        )
        AND "t66"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t66"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t66"."key" < "t66"."hand_key"
    ) AND (
      "t66"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t66 AS t66
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t48"."lead_id" AS "first_lead_id",
    MIN("t48"."key") AS "first_key"
  FROM "t45" AS "t48"
  GROUP BY
    1
), t58 AS MATERIALIZED (
  SELECT
    *
  FROM "t45" AS "t48"
  WHERE
    "t48"."key" IN (
      SELECT
        "t54"."first_key"
      FROM t54 AS t54
    )
), t65 AS MATERIALIZED (
  SELECT
    "t58"."lead_id" AS "origin_lead_id",
    COALESCE("t58"."source", 'unknown') AS "origin",
    IIF(
      "t58"."side" IN ('buyer', 'marketing'),
      'marketing',
      IIF("t58"."side" = 'sales', 'sales', 'unknown')
    ) AS "found_by",
    "t58"."occurred_s" AS "origin_s",
    CAST("t58"."occurred_month" AS INTEGER) AS "origin_month"
  FROM t58 AS t58
), "t69" AS MATERIALIZED (
  SELECT
    "t63"."lead_id",
    "t63"."hand_key",
    "t63"."hand_s",
    "t63"."heard_s",
    "t63"."points",
    "t63"."version",
    "t68"."after_lead_id",
    "t68"."next_key",
    "t68"."back_key",
    "t68"."taken_key",
    "t68"."deal_s",
    "t68"."won_s",
    "t68"."end_s",
    "t68"."is_early",
    "t65"."origin_lead_id",
    "t65"."origin",
    "t65"."found_by",
    "t65"."origin_s",
    "t65"."origin_month"
  FROM t63 AS t63
  INNER JOIN t68 AS t68
    ON "t63"."lead_id" = "t68"."after_lead_id"
  LEFT OUTER JOIN t65 AS t65
    ON "t63"."lead_id" = "t65"."origin_lead_id"
), t73 AS MATERIALIZED (
  SELECT
    "t70"."hand_key",
    "t70"."hand_s",
    "t70"."lead_id" AS "handed_lead_id"
  FROM "t69" AS "t70"
  WHERE
    "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
), t51 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."side",
    "t42"."occurred_s",
    (
      "t42"."occurred_s" * 4000000000
    ) + "t42"."seq" AS "key",
    COALESCE("t42"."field", '') AS "field",
    COALESCE("t42"."value_code", 'unknown') AS "code"
  FROM "t38" AS "t42"
  WHERE
    COALESCE("t42"."field", '') <> ''
    AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
    AND NOT (
      COALESCE("t42"."field", '') LIKE '%:%'
    )
), t75 AS MATERIALIZED (
  SELECT
    "t73"."hand_key",
    "t73"."hand_s",
    "t73"."handed_lead_id",
    "t51"."lead_id",
    "t51"."side",
    "t51"."occurred_s",
    "t51"."key",
    "t51"."field",
    "t51"."code"
  FROM t73 AS t73
  INNER JOIN t51 AS t51
    ON "t73"."handed_lead_id" = "t51"."lead_id"
), t79 AS MATERIALIZED (
  SELECT
    "t75"."handed_lead_id",
    "t75"."field",
    MAX(
      IIF("t75"."key" <= "t75"."hand_key", CAST("t75"."key" AS TEXT) || "t75"."code", '')
    ) AS "told_then"
  FROM t75 AS t75
  GROUP BY
    1,
    2
), t52 AS MATERIALIZED (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."side",
    "t42"."occurred_s",
    (
      "t42"."occurred_s" * 4000000000
    ) + "t42"."seq" AS "key",
    COALESCE("t42"."field", '') AS "field",
    COALESCE("t42"."value_code", 'unknown') AS "code"
  FROM "t38" AS "t42"
  WHERE
    COALESCE("t42"."field", '') <> ''
    AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
    AND NOT (
      COALESCE("t42"."field", '') LIKE '%:%'
    )
    AND "t42"."side" = 'sales'
    AND COALESCE("t42"."value_code", 'unknown') <> 'unknown'
), t76 AS MATERIALIZED (
  SELECT
    "t73"."hand_key",
    "t73"."hand_s",
    "t73"."handed_lead_id",
    "t52"."lead_id",
    "t52"."side",
    "t52"."occurred_s",
    "t52"."key",
    "t52"."field",
    "t52"."code"
  FROM t73 AS t73
  INNER JOIN t52 AS t52
    ON "t73"."handed_lead_id" = "t52"."lead_id"
), t77 AS MATERIALIZED (
  SELECT
    *
  FROM t76 AS t76
  WHERE
    "t76"."key" > "t76"."hand_key"
    AND "t76"."occurred_s" <= (
      "t76"."hand_s" + (
        ${within_days} * 86400
      )
    )
), t81 AS MATERIALIZED (
  SELECT
    "t77"."handed_lead_id" AS "back_lead_id",
    "t77"."field" AS "named",
    MIN("t77"."code") AS "least",
    MAX("t77"."code") AS "most"
  FROM t77 AS t77
  GROUP BY
    1,
    2
), t82 AS MATERIALIZED (
  SELECT
    "t79"."handed_lead_id",
    "t79"."field",
    "t79"."told_then",
    "t81"."back_lead_id",
    "t81"."named",
    "t81"."least",
    "t81"."most"
  FROM t79 AS t79
  LEFT OUTER JOIN t81 AS t81
    ON "t79"."handed_lead_id" = "t81"."back_lead_id" AND "t79"."field" = "t81"."named"
), t84 AS MATERIALIZED (
  SELECT
    "t82"."handed_lead_id",
    "t82"."field",
    IIF(
      (
        SUBSTRING(
          "t82"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t82"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
        ) <> 'unknown'
      ),
      1,
      0
    ) AS "is_known",
    IIF(
      NOT (
        (
          SUBSTRING(
            "t82"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
          ) <> ''
        )
        AND (
          SUBSTRING(
            "t82"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
          ) <> 'unknown'
        )
      )
      AND (
        COALESCE("t82"."most", '') <> ''
      ),
      1,
      0
    ) AS "is_filled",
    IIF(
      (
        SUBSTRING(
          "t82"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t82"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
        ) <> 'unknown'
      )
      AND (
        COALESCE("t82"."most", '') <> ''
      )
      AND (
        (
          COALESCE("t82"."least", '') <> SUBSTRING(
            "t82"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
          )
        )
        OR (
          COALESCE("t82"."most", '') <> SUBSTRING(
            "t82"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
          )
        )
        OR (
          SUBSTRING(
            "t82"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t82"."told_then"))
          ) = 'known'
        )
      ),
      1,
      0
    ) AS "is_corrected"
  FROM t82 AS t82
), t74 AS MATERIALIZED (
  SELECT
    "t70"."lead_id",
    COALESCE("t70"."origin", 'unknown') AS "source",
    "t70"."hand_s"
  FROM "t69" AS "t70"
  WHERE
    "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
), t85 AS MATERIALIZED (
  SELECT
    "t84"."handed_lead_id",
    "t84"."field",
    "t84"."is_known",
    "t84"."is_filled",
    "t84"."is_corrected",
    "t74"."lead_id",
    "t74"."source",
    "t74"."hand_s"
  FROM t84 AS t84
  INNER JOIN t74 AS t74
    ON "t84"."handed_lead_id" = "t74"."lead_id"
), t86 AS MATERIALIZED (
  SELECT
    "t85"."lead_id",
    "t85"."source",
    "t85"."hand_s",
    "t85"."field",
    "t85"."is_known",
    "t85"."is_filled",
    "t85"."is_corrected"
  FROM t85 AS t85
)
SELECT
  "t86"."source",
  "t86"."field",
  COUNT(IIF("t86"."is_known" = 1, 1, CAST(NULL AS INTEGER))) AS "known",
  COUNT(IIF("t86"."is_filled" = 1, 1, CAST(NULL AS INTEGER))) AS "filled",
  COUNT(IIF("t86"."is_corrected" = 1, 1, CAST(NULL AS INTEGER))) AS "corrected"
FROM t86 AS t86
GROUP BY
  1,
  2
