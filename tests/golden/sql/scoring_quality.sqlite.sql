-- by_points
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
    "t5"."worked_s",
    "t5"."recorded_s",
    "t5"."pact_version"
  FROM t5 AS t5
  WHERE
    COALESCE("t5"."lead_id", 0) <> 0
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
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."into_id",
    "t23"."via_id",
    "t23"."onward_id"
  FROM t26 AS t26
  LEFT OUTER JOIN t23 AS t23
    ON "t26"."into_id" = "t23"."via_id"
), t29 AS MATERIALIZED (
  SELECT
    "t27"."gone_id",
    COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
  FROM t27 AS t27
), t30 AS MATERIALIZED (
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
    "t8"."recorded_s",
    "t8"."pact_version",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t29 AS t29
    ON "t8"."lead_id" = "t29"."gone_id"
), "t31" AS MATERIALIZED (
  SELECT
    COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
    "t30"."kind",
    "t30"."occurred_s",
    "t30"."recorded_s",
    "t30"."source",
    "t30"."points",
    "t30"."pact_version",
    "t30"."side",
    "t30"."value_code",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "key"
  FROM t30 AS t30
), t34 AS MATERIALIZED (
  SELECT
    "t32"."lead_id",
    MIN(IIF("t32"."kind" = 'handed_over', "t32"."key", 9000000000000000000)) AS "hand_key",
    MIN(IIF("t32"."kind" = 'captured', "t32"."key", 9000000000000000000)) AS "captured_key"
  FROM "t31" AS "t32"
  GROUP BY
    1
), t36 AS MATERIALIZED (
  SELECT
    *
  FROM t34 AS t34
  WHERE
    "t34"."hand_key" < 9000000000000000000
), t37 AS MATERIALIZED (
  SELECT
    "t33"."lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."recorded_s",
    "t33"."source",
    "t33"."points",
    "t33"."pact_version",
    "t33"."side",
    "t33"."value_code",
    "t33"."key",
    "t36"."hand_key",
    "t36"."captured_key"
  FROM "t31" AS "t33"
  INNER JOIN t36 AS t36
    ON "t33"."lead_id" = "t36"."lead_id"
), t38 AS MATERIALIZED (
  SELECT
    "t37"."lead_id",
    MIN("t37"."hand_key") AS "hand_key",
    MAX(IIF("t37"."key" = "t37"."hand_key", "t37"."occurred_s", -9000000000)) AS "hand_s",
    MAX(IIF("t37"."key" = "t37"."hand_key", "t37"."recorded_s", -9000000000)) AS "heard_s",
    CAST(MAX(
      IIF("t37"."key" = "t37"."hand_key", COALESCE("t37"."points", -1000000), -1000000)
    ) AS INTEGER) AS "points",
    CAST(MAX(IIF("t37"."key" = "t37"."hand_key", COALESCE("t37"."pact_version", 0), 0)) AS INTEGER) AS "version",
    MAX(IIF("t37"."key" = "t37"."captured_key", COALESCE("t37"."source", 'unknown'), '')) AS "origin",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."hand_key"
        ) AND (
          "t37"."kind" = 'handed_over'
        ),
        "t37"."key",
        9000000000000000000
      )
    ) AS "next_key",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."hand_key"
        ) AND (
          "t37"."kind" = 'rejected'
        ),
        "t37"."key",
        9000000000000000000
      )
    ) AS "back_key",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."hand_key"
        )
        AND "t37"."kind" IN ('accepted', 'deal_opened', 'won'),
        "t37"."key",
        9000000000000000000
      )
    ) AS "taken_key",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."hand_key"
        ) AND "t37"."kind" IN ('deal_opened', 'won'),
        "t37"."occurred_s",
        9000000000
      )
    ) AS "deal_s",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."hand_key"
        ) AND (
          "t37"."kind" = 'won'
        ),
        "t37"."occurred_s",
        9000000000
      )
    ) AS "won_s",
    MIN(
      IIF(
        (
          "t37"."key" > "t37"."hand_key"
        )
        AND "t37"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected'),
        "t37"."occurred_s",
        9000000000
      )
    ) AS "end_s",
    MAX(IIF((
      "t37"."key" < "t37"."hand_key"
    ) AND (
      "t37"."kind" = 'won'
    ), 1, 0)) AS "is_early"
  FROM t37 AS t37
  GROUP BY
    1
), t39 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    IIF("t38"."origin" <> '', "t38"."origin", 'unknown') AS "source",
    "t38"."points",
    CAST(CAST("t38"."hand_s" - "t38"."hand_s" % 604800 AS REAL) / 604800 AS INTEGER) AS "week",
    IIF("t38"."points" <> -1000000, 1, 0) AS "is_scored",
    IIF(
      CASE
        WHEN "t38"."back_key" < "t38"."next_key"
        THEN 'rejected'
        WHEN "t38"."taken_key" < "t38"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END <> 'open',
      1,
      0
    ) AS "accepted_judged",
    IIF(
      CASE
        WHEN "t38"."back_key" < "t38"."next_key"
        THEN 'rejected'
        WHEN "t38"."taken_key" < "t38"."next_key"
        THEN 'accepted'
        ELSE 'open'
      END = 'accepted',
      1,
      0
    ) AS "accepted",
    IIF(
      (
        "t38"."hand_s" + (
          ${within_days} * 86400
        )
      ) <= ${as_of_s},
      1,
      0
    ) AS "won_judged",
    IIF(
      (
        (
          "t38"."hand_s" + (
            ${within_days} * 86400
          )
        ) <= ${as_of_s}
      )
      AND (
        "t38"."won_s" <= (
          "t38"."hand_s" + (
            ${within_days} * 86400
          )
        )
      ),
      1,
      0
    ) AS "won"
  FROM t38 AS t38
  WHERE
    "t38"."hand_s" >= ${since_s} AND "t38"."hand_s" < ${until_s}
)
SELECT
  "t39"."points",
  "t39"."week",
  "t39"."is_scored",
  COUNT(*) AS "leads",
  SUM(IIF("t39"."accepted_judged" = 1, 1, 0)) AS "accepted_judged",
  SUM(IIF("t39"."accepted" = 1, 1, 0)) AS "accepted",
  SUM(IIF("t39"."won_judged" = 1, 1, 0)) AS "won_judged",
  SUM(IIF("t39"."won" = 1, 1, 0)) AS "won"
FROM t39 AS t39
GROUP BY
  1,
  2,
  3
