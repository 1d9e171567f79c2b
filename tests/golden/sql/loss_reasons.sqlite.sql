-- grid
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
      'rejected',
      'woken',
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
    "t5"."reason",
    "t5"."stage",
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
    "t8"."reason",
    "t8"."stage",
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
    "t30"."side",
    "t30"."source",
    "t30"."reason",
    "t30"."stage",
    "t30"."pact_version",
    (
      "t30"."occurred_s" * 4000000000
    ) + "t30"."seq" AS "key"
  FROM t30 AS t30
), t34 AS MATERIALIZED (
  SELECT
    "t32"."lead_id",
    MIN(IIF("t32"."kind" = 'captured', "t32"."key", 9000000000000000000)) AS "captured_key",
    MAX(IIF("t32"."kind" IN ('lost'), "t32"."key", 0)) AS "lost_key",
    MAX(IIF("t32"."kind" IN ('won'), "t32"."key", 0)) AS "won_key",
    MAX(IIF("t32"."kind" IN ('disqualified', 'gave_up', 'rejected'), "t32"."key", 0)) AS "end_key",
    MAX(
      IIF("t32"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'), "t32"."key", 0)
    ) AS "revived_key"
  FROM "t31" AS "t32"
  GROUP BY
    1
), t36 AS MATERIALIZED (
  SELECT
    *
  FROM t34 AS t34
  WHERE
    (
      "t34"."lost_key" > 0
    ) OR (
      "t34"."end_key" > 0
    )
), "t37" AS MATERIALIZED (
  SELECT
    "t33"."lead_id",
    "t33"."kind",
    "t33"."occurred_s",
    "t33"."side",
    "t33"."source",
    "t33"."reason",
    "t33"."stage",
    "t33"."pact_version",
    "t33"."key",
    "t36"."captured_key",
    "t36"."lost_key",
    "t36"."won_key",
    "t36"."end_key",
    "t36"."revived_key"
  FROM "t31" AS "t33"
  INNER JOIN t36 AS t36
    ON "t33"."lead_id" = "t36"."lead_id"
), t39 AS MATERIALIZED (
  SELECT
    *
  FROM "t37" AS "t38"
  WHERE
    "t38"."lost_key" > 0 AND "t38"."lost_key" > "t38"."won_key"
), t41 AS MATERIALIZED (
  SELECT
    "t39"."lead_id",
    MAX(IIF("t39"."key" = "t39"."captured_key", COALESCE("t39"."source", ''), '')) AS "source",
    MAX(
      IIF(
        "t39"."key" = "t39"."lost_key",
        IIF("t39"."kind" = 'lost', COALESCE("t39"."stage", ''), "t39"."kind"),
        ''
      )
    ) AS "stage",
    MAX(IIF("t39"."key" = "t39"."lost_key", COALESCE("t39"."reason", ''), '')) AS "reason",
    MAX(IIF("t39"."key" = "t39"."lost_key", COALESCE("t39"."side", ''), '')) AS "side",
    MAX(IIF("t39"."key" = "t39"."lost_key", COALESCE("t39"."pact_version", 0), 0)) AS "own_version",
    MAX(
      IIF(
        (
          "t39"."kind" = 'handed_over'
        ) AND (
          "t39"."key" < "t39"."lost_key"
        ),
        CAST("t39"."key" AS TEXT) || CAST(COALESCE("t39"."pact_version", 0) AS TEXT),
        ''
      )
    ) AS "hand",
    MAX(IIF("t39"."key" = "t39"."lost_key", "t39"."occurred_s", 0)) AS "lost_s"
  FROM t39 AS t39
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    "t41"."lead_id",
    "t41"."lost_s",
    "t41"."side",
    'deals' AS "what",
    IIF("t41"."source" = '', 'unknown', "t41"."source") AS "source",
    IIF("t41"."stage" = '', 'none', "t41"."stage") AS "stage",
    IIF("t41"."reason" = '', 'no_reason', "t41"."reason") AS "reason",
    IIF(
      "t41"."own_version" > 0,
      CAST("t41"."own_version" AS INTEGER),
      CAST(IIF(
        "t41"."hand" = '',
        '0',
        SUBSTRING("t41"."hand", IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH("t41"."hand")))
      ) AS INTEGER)
    ) AS "version"
  FROM t41 AS t41
), t40 AS MATERIALIZED (
  SELECT
    *
  FROM "t37" AS "t38"
  WHERE
    "t38"."end_key" > 0
    AND "t38"."end_key" > "t38"."won_key"
    AND (
      (
        "t38"."lost_key" = 0
      ) OR (
        "t38"."revived_key" > "t38"."lost_key"
      )
    )
    AND "t38"."end_key" > "t38"."revived_key"
), t42 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    MAX(IIF("t40"."key" = "t40"."captured_key", COALESCE("t40"."source", ''), '')) AS "source",
    MAX(
      IIF(
        "t40"."key" = "t40"."end_key",
        IIF("t40"."kind" = 'lost', COALESCE("t40"."stage", ''), "t40"."kind"),
        ''
      )
    ) AS "stage",
    MAX(IIF("t40"."key" = "t40"."end_key", COALESCE("t40"."reason", ''), '')) AS "reason",
    MAX(IIF("t40"."key" = "t40"."end_key", COALESCE("t40"."side", ''), '')) AS "side",
    MAX(IIF("t40"."key" = "t40"."end_key", COALESCE("t40"."pact_version", 0), 0)) AS "own_version",
    MAX(
      IIF(
        (
          "t40"."kind" = 'handed_over'
        ) AND (
          "t40"."key" < "t40"."end_key"
        ),
        CAST("t40"."key" AS TEXT) || CAST(COALESCE("t40"."pact_version", 0) AS TEXT),
        ''
      )
    ) AS "hand",
    MAX(IIF("t40"."key" = "t40"."end_key", "t40"."occurred_s", 0)) AS "lost_s"
  FROM t40 AS t40
  GROUP BY
    1
), t44 AS MATERIALIZED (
  SELECT
    "t42"."lead_id",
    "t42"."lost_s",
    "t42"."side",
    'leads' AS "what",
    IIF("t42"."source" = '', 'unknown', "t42"."source") AS "source",
    IIF("t42"."stage" = '', 'none', "t42"."stage") AS "stage",
    IIF("t42"."reason" = '', 'no_reason', "t42"."reason") AS "reason",
    IIF(
      "t42"."own_version" > 0,
      CAST("t42"."own_version" AS INTEGER),
      CAST(IIF(
        "t42"."hand" = '',
        '0',
        SUBSTRING("t42"."hand", IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH("t42"."hand")))
      ) AS INTEGER)
    ) AS "version"
  FROM t42 AS t42
), t45 AS MATERIALIZED (
  SELECT
    *
  FROM t43 AS t43
  UNION ALL
  SELECT
    *
  FROM t44 AS t44
), t46 AS MATERIALIZED (
  SELECT
    *
  FROM t45 AS t45
  WHERE
    "t45"."lost_s" >= ${since_s} AND "t45"."lost_s" < ${until_s}
)
SELECT
  "t46"."what",
  "t46"."source",
  "t46"."stage",
  "t46"."version",
  "t46"."reason",
  "t46"."side",
  COUNT(*) AS "lost"
FROM t46 AS t46
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
