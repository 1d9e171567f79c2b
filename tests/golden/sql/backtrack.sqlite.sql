-- by_source
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
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'captured',
      'deal_opened',
      'disqualified',
      'gave_up',
      'handed_over',
      'lost',
      'recycled',
      'rejected',
      'won'
    )
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
    "t6"."worked_s",
    "t6"."recorded_s",
    "t6"."pact_version"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
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
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
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
    "t11"."recorded_s",
    "t11"."pact_version",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t33 AS t33
    ON "t11"."lead_id" = "t33"."gone_id"
), "t36" AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."recorded_s",
    "t34"."source",
    "t34"."points",
    "t34"."pact_version",
    "t34"."side",
    "t34"."value_code",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
  FROM t34 AS t34
), t41 AS MATERIALIZED (
  SELECT
    "t37"."lead_id",
    MIN(IIF("t37"."kind" = 'handed_over', "t37"."key", 9000000000000000000)) AS "hand_key",
    MIN(IIF("t37"."kind" = 'captured', "t37"."key", 9000000000000000000)) AS "captured_key"
  FROM "t36" AS "t37"
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    *
  FROM t41 AS t41
  WHERE
    "t41"."hand_key" < 9000000000000000000
), t44 AS MATERIALIZED (
  SELECT
    "t39"."lead_id",
    "t39"."kind",
    "t39"."occurred_s",
    "t39"."recorded_s",
    "t39"."source",
    "t39"."points",
    "t39"."pact_version",
    "t39"."side",
    "t39"."value_code",
    "t39"."key",
    "t43"."hand_key",
    "t43"."captured_key"
  FROM "t36" AS "t39"
  INNER JOIN t43 AS t43
    ON "t39"."lead_id" = "t43"."lead_id"
), "t45" AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    MIN("t44"."hand_key") AS "hand_key",
    MAX(IIF("t44"."key" = "t44"."hand_key", "t44"."occurred_s", -9000000000)) AS "hand_s",
    MAX(IIF("t44"."key" = "t44"."hand_key", "t44"."recorded_s", -9000000000)) AS "heard_s",
    CAST(MAX(
      IIF("t44"."key" = "t44"."hand_key", COALESCE("t44"."points", -1000000), -1000000)
    ) AS INTEGER) AS "points",
    CAST(MAX(IIF("t44"."key" = "t44"."hand_key", COALESCE("t44"."pact_version", 0), 0)) AS INTEGER) AS "version",
    MAX(IIF("t44"."key" = "t44"."captured_key", COALESCE("t44"."source", 'unknown'), '')) AS "origin",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'handed_over'
        ),
        "t44"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'rejected'
        ),
        "t44"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        )
        AND "t44"."kind" IN ('accepted', 'deal_opened', 'won'),
        "t44"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND "t44"."kind" IN ('deal_opened', 'won'),
        "t44"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'won'
        ),
        "t44"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        )
        AND "t44"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t44"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t44"."key" < "t44"."hand_key"
    ) AND (
      "t44"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t44 AS t44
  GROUP BY
    1
), t50 AS MATERIALIZED (
  SELECT
    "t46"."lead_id",
    "t46"."hand_key",
    "t46"."hand_s",
    "t46"."heard_s",
    "t46"."points",
    "t46"."version",
    "t46"."deal_s",
    "t46"."won_s",
    "t46"."end_s",
    "t46"."is_early",
    IIF("t46"."origin" <> '', "t46"."origin", 'unknown') AS "source",
    CASE
      WHEN "t46"."back_key" < "t46"."next_key"
      THEN 'rejected'
      WHEN "t46"."taken_key" < "t46"."next_key"
      THEN 'accepted'
      ELSE 'open'
    END AS "answer"
  FROM "t45" AS "t46"
  WHERE
    "t46"."hand_s" >= ${since_s} AND "t46"."hand_s" < ${until_s}
), t49 AS MATERIALIZED (
  SELECT
    IIF("t46"."origin" <> '', "t46"."origin", 'unknown') AS "source",
    "t46"."hand_key",
    "t46"."hand_s",
    "t46"."lead_id" AS "handed_lead_id"
  FROM "t45" AS "t46"
  WHERE
    "t46"."hand_s" >= ${since_s} AND "t46"."hand_s" < ${until_s}
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
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
    "t7"."worked_s",
    "t7"."field"
  FROM t7 AS t7
  WHERE
    COALESCE("t7"."lead_id", 0) <> 0
), t35 AS MATERIALIZED (
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
    "t12"."field",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t33 AS t33
    ON "t12"."lead_id" = "t33"."gone_id"
), t40 AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."side",
    "t35"."occurred_s",
    (
      "t35"."occurred_s" * 4000000000
    ) + "t35"."seq" AS "key",
    COALESCE("t35"."field", '') AS "field",
    COALESCE("t35"."value_code", 'unknown') AS "code"
  FROM t35 AS t35
  WHERE
    COALESCE("t35"."field", '') <> ''
    AND COALESCE("t35"."field", '') <> 'email_is_free_mail'
    AND NOT (
      COALESCE("t35"."field", '') LIKE '%:%'
    )
), t51 AS MATERIALIZED (
  SELECT
    "t49"."source",
    "t49"."hand_key",
    "t49"."hand_s",
    "t49"."handed_lead_id",
    "t40"."lead_id",
    "t40"."side",
    "t40"."occurred_s",
    "t40"."key",
    "t40"."field",
    "t40"."code"
  FROM t49 AS t49
  INNER JOIN t40 AS t40
    ON "t49"."handed_lead_id" = "t40"."lead_id"
), t52 AS MATERIALIZED (
  SELECT
    "t51"."handed_lead_id",
    "t51"."source",
    "t51"."field",
    MAX(
      IIF("t51"."key" <= "t51"."hand_key", CAST("t51"."key" AS TEXT) || "t51"."code", '')
    ) AS "told_then",
    MIN(
      IIF(
        NOT (
          "t51"."key" <= "t51"."hand_key"
        )
        AND (
          "t51"."code" <> 'unknown'
        )
        AND (
          "t51"."side" = 'sales'
        )
        AND (
          "t51"."occurred_s" <= (
            "t51"."hand_s" + (
              ${within_days} * 86400
            )
          )
        ),
        '0' || "t51"."code",
        '1'
      )
    ) AS "least",
    MAX(
      IIF(
        NOT (
          "t51"."key" <= "t51"."hand_key"
        )
        AND (
          "t51"."code" <> 'unknown'
        )
        AND (
          "t51"."side" = 'sales'
        )
        AND (
          "t51"."occurred_s" <= (
            "t51"."hand_s" + (
              ${within_days} * 86400
            )
          )
        ),
        '0' || "t51"."code",
        ''
      )
    ) AS "most"
  FROM t51 AS t51
  GROUP BY
    1,
    2,
    3
), t53 AS MATERIALIZED (
  SELECT
    "t52"."source",
    "t52"."field",
    "t52"."handed_lead_id" AS "lead_id",
    IIF(
      (
        SUBSTRING(
          "t52"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t52"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
        ) <> 'unknown'
      ),
      1,
      0
    ) AS "is_known",
    IIF(
      NOT (
        (
          SUBSTRING(
            "t52"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
          ) <> ''
        )
        AND (
          SUBSTRING(
            "t52"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
          ) <> 'unknown'
        )
      )
      AND (
        "t52"."most" <> ''
      ),
      1,
      0
    ) AS "is_filled",
    IIF(
      (
        SUBSTRING(
          "t52"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t52"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
        ) <> 'unknown'
      )
      AND (
        "t52"."most" <> ''
      )
      AND (
        (
          "t52"."least" <> '0' || SUBSTRING(
            "t52"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
          )
        )
        OR (
          "t52"."most" <> '0' || SUBSTRING(
            "t52"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
          )
        )
        OR (
          SUBSTRING(
            "t52"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."told_then"))
          ) = 'known'
        )
      ),
      1,
      0
    ) AS "is_corrected"
  FROM t52 AS t52
), t54 AS MATERIALIZED (
  SELECT
    *
  FROM t53 AS t53
  WHERE
    (
      "t53"."is_filled" = 1
    ) OR (
      "t53"."is_corrected" = 1
    )
), t56 AS MATERIALIZED (
  SELECT
    "t54"."lead_id" AS "gone_lead_id",
    MAX("t54"."is_filled") AS "filled",
    MAX("t54"."is_corrected") AS "corrected"
  FROM t54 AS t54
  GROUP BY
    1
), t57 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    "t50"."hand_key",
    "t50"."hand_s",
    "t50"."heard_s",
    "t50"."points",
    "t50"."version",
    "t50"."deal_s",
    "t50"."won_s",
    "t50"."end_s",
    "t50"."is_early",
    "t50"."source",
    "t50"."answer",
    "t56"."gone_lead_id",
    "t56"."filled",
    "t56"."corrected"
  FROM t50 AS t50
  LEFT OUTER JOIN t56 AS t56
    ON "t50"."lead_id" = "t56"."gone_lead_id"
), t58 AS MATERIALIZED (
  SELECT
    "t57"."lead_id",
    "t57"."source",
    COALESCE("t57"."filled", 0) AS "is_filled",
    COALESCE("t57"."corrected", 0) AS "is_corrected",
    IIF(
      (
        "t57"."hand_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s},
      1,
      0
    ) AS "is_young"
  FROM t57 AS t57
)
SELECT
  "t58"."source",
  COUNT(*) AS "leads",
  SUM(IIF((
    "t58"."is_filled" = 1
  ) OR (
    "t58"."is_corrected" = 1
  ), 1, 0)) AS "back",
  SUM(IIF("t58"."is_filled" = 1, 1, 0)) AS "filled",
  SUM(IIF("t58"."is_corrected" = 1, 1, 0)) AS "corrected",
  SUM(IIF("t58"."is_young" = 1, 1, 0)) AS "young"
FROM t58 AS t58
GROUP BY
  1

-- by_field
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
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN (
      'accepted',
      'captured',
      'deal_opened',
      'disqualified',
      'gave_up',
      'handed_over',
      'lost',
      'recycled',
      'rejected',
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
    "t7"."worked_s",
    "t7"."recorded_s",
    "t7"."pact_version"
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
), t31 AS MATERIALIZED (
  SELECT
    "t30"."gone_id",
    "t30"."merged_s",
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
), t35 AS MATERIALIZED (
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
    "t12"."recorded_s",
    "t12"."pact_version",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t33 AS t33
    ON "t12"."lead_id" = "t33"."gone_id"
), "t36" AS MATERIALIZED (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."recorded_s",
    "t35"."source",
    "t35"."points",
    "t35"."pact_version",
    "t35"."side",
    "t35"."value_code",
    (
      "t35"."occurred_s" * 4000000000
    ) + "t35"."seq" AS "key"
  FROM t35 AS t35
), t41 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    MIN(IIF("t38"."kind" = 'handed_over', "t38"."key", 9000000000000000000)) AS "hand_key",
    MIN(IIF("t38"."kind" = 'captured', "t38"."key", 9000000000000000000)) AS "captured_key"
  FROM "t36" AS "t38"
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    *
  FROM t41 AS t41
  WHERE
    "t41"."hand_key" < 9000000000000000000
), t44 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    "t40"."kind",
    "t40"."occurred_s",
    "t40"."recorded_s",
    "t40"."source",
    "t40"."points",
    "t40"."pact_version",
    "t40"."side",
    "t40"."value_code",
    "t40"."key",
    "t43"."hand_key",
    "t43"."captured_key"
  FROM "t36" AS "t40"
  INNER JOIN t43 AS t43
    ON "t40"."lead_id" = "t43"."lead_id"
), t45 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    MIN("t44"."hand_key") AS "hand_key",
    MAX(IIF("t44"."key" = "t44"."hand_key", "t44"."occurred_s", -9000000000)) AS "hand_s",
    MAX(IIF("t44"."key" = "t44"."hand_key", "t44"."recorded_s", -9000000000)) AS "heard_s",
    CAST(MAX(
      IIF("t44"."key" = "t44"."hand_key", COALESCE("t44"."points", -1000000), -1000000)
    ) AS INTEGER) AS "points",
    CAST(MAX(IIF("t44"."key" = "t44"."hand_key", COALESCE("t44"."pact_version", 0), 0)) AS INTEGER) AS "version",
    MAX(IIF("t44"."key" = "t44"."captured_key", COALESCE("t44"."source", 'unknown'), '')) AS "origin",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'handed_over'
        ),
        "t44"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'rejected'
        ),
        "t44"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        )
        AND "t44"."kind" IN ('accepted', 'deal_opened', 'won'),
        "t44"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND "t44"."kind" IN ('deal_opened', 'won'),
        "t44"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'won'
        ),
        "t44"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t44"."key" > "t44"."hand_key"
        )
        AND "t44"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t44"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t44"."key" < "t44"."hand_key"
    ) AND (
      "t44"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t44 AS t44
  GROUP BY
    1
), t47 AS MATERIALIZED (
  SELECT
    IIF("t45"."origin" <> '', "t45"."origin", 'unknown') AS "source",
    "t45"."hand_key",
    "t45"."hand_s",
    "t45"."lead_id" AS "handed_lead_id"
  FROM t45 AS t45
  WHERE
    "t45"."hand_s" >= ${since_s} AND "t45"."hand_s" < ${until_s}
), t1 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('described')
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
    "t6"."worked_s",
    "t6"."field"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
), t34 AS MATERIALIZED (
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
    "t11"."field",
    "t33"."gone_id",
    "t33"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t33 AS t33
    ON "t11"."lead_id" = "t33"."gone_id"
), t39 AS MATERIALIZED (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."side",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key",
    COALESCE("t34"."field", '') AS "field",
    COALESCE("t34"."value_code", 'unknown') AS "code"
  FROM t34 AS t34
  WHERE
    COALESCE("t34"."field", '') <> ''
    AND COALESCE("t34"."field", '') <> 'email_is_free_mail'
    AND NOT (
      COALESCE("t34"."field", '') LIKE '%:%'
    )
), t48 AS MATERIALIZED (
  SELECT
    "t47"."source",
    "t47"."hand_key",
    "t47"."hand_s",
    "t47"."handed_lead_id",
    "t39"."lead_id",
    "t39"."side",
    "t39"."occurred_s",
    "t39"."key",
    "t39"."field",
    "t39"."code"
  FROM t47 AS t47
  INNER JOIN t39 AS t39
    ON "t47"."handed_lead_id" = "t39"."lead_id"
), t49 AS MATERIALIZED (
  SELECT
    "t48"."handed_lead_id",
    "t48"."source",
    "t48"."field",
    MAX(
      IIF("t48"."key" <= "t48"."hand_key", CAST("t48"."key" AS TEXT) || "t48"."code", '')
    ) AS "told_then",
    MIN(
      IIF(
        NOT (
          "t48"."key" <= "t48"."hand_key"
        )
        AND (
          "t48"."code" <> 'unknown'
        )
        AND (
          "t48"."side" = 'sales'
        )
        AND (
          "t48"."occurred_s" <= (
            "t48"."hand_s" + (
              ${within_days} * 86400
            )
          )
        ),
        '0' || "t48"."code",
        '1'
      )
    ) AS "least",
    MAX(
      IIF(
        NOT (
          "t48"."key" <= "t48"."hand_key"
        )
        AND (
          "t48"."code" <> 'unknown'
        )
        AND (
          "t48"."side" = 'sales'
        )
        AND (
          "t48"."occurred_s" <= (
            "t48"."hand_s" + (
              ${within_days} * 86400
            )
          )
        ),
        '0' || "t48"."code",
        ''
      )
    ) AS "most"
  FROM t48 AS t48
  GROUP BY
    1,
    2,
    3
), t50 AS MATERIALIZED (
  SELECT
    "t49"."source",
    "t49"."field",
    "t49"."handed_lead_id" AS "lead_id",
    IIF(
      (
        SUBSTRING(
          "t49"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t49"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
        ) <> 'unknown'
      ),
      1,
      0
    ) AS "is_known",
    IIF(
      NOT (
        (
          SUBSTRING(
            "t49"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
          ) <> ''
        )
        AND (
          SUBSTRING(
            "t49"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
          ) <> 'unknown'
        )
      )
      AND (
        "t49"."most" <> ''
      ),
      1,
      0
    ) AS "is_filled",
    IIF(
      (
        SUBSTRING(
          "t49"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t49"."told_then",
          IIF((
            19 + 1
          ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
        ) <> 'unknown'
      )
      AND (
        "t49"."most" <> ''
      )
      AND (
        (
          "t49"."least" <> '0' || SUBSTRING(
            "t49"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
          )
        )
        OR (
          "t49"."most" <> '0' || SUBSTRING(
            "t49"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
          )
        )
        OR (
          SUBSTRING(
            "t49"."told_then",
            IIF((
              19 + 1
            ) >= 1, 19 + 1, 19 + 1 + LENGTH("t49"."told_then"))
          ) = 'known'
        )
      ),
      1,
      0
    ) AS "is_corrected"
  FROM t49 AS t49
)
SELECT
  "t50"."source",
  "t50"."field",
  SUM(IIF("t50"."is_known" = 1, 1, 0)) AS "known",
  SUM(IIF("t50"."is_filled" = 1, 1, 0)) AS "filled",
  SUM(IIF("t50"."is_corrected" = 1, 1, 0)) AS "corrected"
FROM t50 AS t50
GROUP BY
  1,
  2
