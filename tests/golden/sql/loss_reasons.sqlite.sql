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
    CAST(IIF("t6"."kind" = 'merged', COALESCE("t6"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
  FROM t6 AS t6
), t11 AS MATERIALIZED (
  SELECT
    "t10"."lead_id",
    MAX("t10"."key") AS "last_key"
  FROM "t9" AS "t10"
  GROUP BY
    1
), t13 AS MATERIALIZED (
  SELECT
    *
  FROM "t9" AS "t10"
  WHERE
    "t10"."key" IN (
      SELECT
        "t11"."last_key"
      FROM t11 AS t11
    )
), t14 AS MATERIALIZED (
  SELECT
    *
  FROM t13 AS t13
  WHERE
    "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
), "t15" AS MATERIALIZED (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM t14 AS t14
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
), t19 AS MATERIALIZED (
  SELECT
    "t16"."gone_id" AS "via_id",
    "t16"."into_id" AS "onward_id"
  FROM "t15" AS "t16"
), t20 AS MATERIALIZED (
  SELECT
    "t17"."gone_id",
    "t17"."into_id",
    "t17"."merged_s",
    "t17"."merged_key",
    "t19"."via_id",
    "t19"."onward_id"
  FROM "t15" AS "t17"
  LEFT OUTER JOIN t19 AS t19
    ON "t17"."into_id" = "t19"."via_id"
), t22 AS MATERIALIZED (
  SELECT
    "t20"."gone_id",
    "t20"."merged_s",
    "t20"."merged_key",
    COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
  FROM t20 AS t20
), t23 AS MATERIALIZED (
  SELECT
    "t22"."gone_id",
    "t22"."merged_s",
    "t22"."merged_key",
    "t22"."into_id",
    "t19"."via_id",
    "t19"."onward_id"
  FROM t22 AS t22
  LEFT OUTER JOIN t19 AS t19
    ON "t22"."into_id" = "t19"."via_id"
), t25 AS MATERIALIZED (
  SELECT
    "t23"."gone_id",
    COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
  FROM t23 AS t23
), t26 AS MATERIALIZED (
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
    "t8"."reason",
    "t8"."stage",
    "t8"."pact_version",
    "t25"."gone_id",
    "t25"."into_id"
  FROM t8 AS t8
  LEFT OUTER JOIN t25 AS t25
    ON "t8"."lead_id" = "t25"."gone_id"
), "t27" AS MATERIALIZED (
  SELECT
    COALESCE("t26"."into_id", "t26"."lead_id") AS "lead_id",
    "t26"."kind",
    "t26"."occurred_s",
    "t26"."side",
    "t26"."source",
    "t26"."reason",
    "t26"."stage",
    "t26"."pact_version",
    (
      "t26"."occurred_s" * 4000000000
    ) + "t26"."seq" AS "key"
  FROM t26 AS t26
), t30 AS MATERIALIZED (
  SELECT
    "t28"."lead_id",
    MIN(IIF("t28"."kind" = 'captured', "t28"."key", 9000000000000000000)) AS "captured_key",
    MAX(IIF("t28"."kind" IN ('lost'), "t28"."key", 0)) AS "lost_key",
    MAX(IIF("t28"."kind" IN ('won'), "t28"."key", 0)) AS "won_key",
    MAX(IIF("t28"."kind" IN ('disqualified', 'gave_up', 'rejected'), "t28"."key", 0)) AS "end_key",
    MAX(
      IIF("t28"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'), "t28"."key", 0)
    ) AS "revived_key"
  FROM "t27" AS "t28"
  GROUP BY
    1
), t32 AS MATERIALIZED (
  SELECT
    *
  FROM t30 AS t30
  WHERE
    (
      "t30"."lost_key" > 0
    ) OR (
      "t30"."end_key" > 0
    )
), "t33" AS MATERIALIZED (
  SELECT
    "t29"."lead_id",
    "t29"."kind",
    "t29"."occurred_s",
    "t29"."side",
    "t29"."source",
    "t29"."reason",
    "t29"."stage",
    "t29"."pact_version",
    "t29"."key",
    "t32"."captured_key",
    "t32"."lost_key",
    "t32"."won_key",
    "t32"."end_key",
    "t32"."revived_key"
  FROM "t27" AS "t29"
  INNER JOIN t32 AS t32
    ON "t29"."lead_id" = "t32"."lead_id"
), t35 AS MATERIALIZED (
  SELECT
    *
  FROM "t33" AS "t34"
  WHERE
    "t34"."lost_key" > 0 AND "t34"."lost_key" > "t34"."won_key"
), t37 AS MATERIALIZED (
  SELECT
    "t35"."lead_id",
    MAX(IIF("t35"."key" = "t35"."captured_key", COALESCE("t35"."source", ''), '')) AS "source",
    MAX(
      IIF(
        "t35"."key" = "t35"."lost_key",
        IIF("t35"."kind" = 'lost', COALESCE("t35"."stage", ''), "t35"."kind"),
        ''
      )
    ) AS "stage",
    MAX(IIF("t35"."key" = "t35"."lost_key", COALESCE("t35"."reason", ''), '')) AS "reason",
    MAX(IIF("t35"."key" = "t35"."lost_key", COALESCE("t35"."side", ''), '')) AS "side",
    MAX(IIF("t35"."key" = "t35"."lost_key", COALESCE("t35"."pact_version", 0), 0)) AS "own_version",
    MAX(
      IIF(
        (
          "t35"."kind" = 'handed_over'
        ) AND (
          "t35"."key" < "t35"."lost_key"
        ),
        CAST("t35"."key" AS TEXT) || CAST(COALESCE("t35"."pact_version", 0) AS TEXT),
        ''
      )
    ) AS "hand",
    MAX(IIF("t35"."key" = "t35"."lost_key", "t35"."occurred_s", 0)) AS "lost_s"
  FROM t35 AS t35
  GROUP BY
    1
), t39 AS MATERIALIZED (
  SELECT
    "t37"."lead_id",
    "t37"."lost_s",
    "t37"."side",
    'deals' AS "what",
    IIF("t37"."source" = '', 'unknown', "t37"."source") AS "source",
    IIF("t37"."stage" = '', 'none', "t37"."stage") AS "stage",
    IIF("t37"."reason" = '', 'no_reason', "t37"."reason") AS "reason",
    IIF(
      "t37"."own_version" > 0,
      CAST("t37"."own_version" AS INTEGER),
      CAST(IIF(
        "t37"."hand" = '',
        '0',
        SUBSTRING("t37"."hand", IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH("t37"."hand")))
      ) AS INTEGER)
    ) AS "version"
  FROM t37 AS t37
), t36 AS MATERIALIZED (
  SELECT
    *
  FROM "t33" AS "t34"
  WHERE
    "t34"."end_key" > 0
    AND "t34"."end_key" > "t34"."won_key"
    AND (
      (
        "t34"."lost_key" = 0
      ) OR (
        "t34"."revived_key" > "t34"."lost_key"
      )
    )
    AND "t34"."end_key" > "t34"."revived_key"
), t38 AS MATERIALIZED (
  SELECT
    "t36"."lead_id",
    MAX(IIF("t36"."key" = "t36"."captured_key", COALESCE("t36"."source", ''), '')) AS "source",
    MAX(
      IIF(
        "t36"."key" = "t36"."end_key",
        IIF("t36"."kind" = 'lost', COALESCE("t36"."stage", ''), "t36"."kind"),
        ''
      )
    ) AS "stage",
    MAX(IIF("t36"."key" = "t36"."end_key", COALESCE("t36"."reason", ''), '')) AS "reason",
    MAX(IIF("t36"."key" = "t36"."end_key", COALESCE("t36"."side", ''), '')) AS "side",
    MAX(IIF("t36"."key" = "t36"."end_key", COALESCE("t36"."pact_version", 0), 0)) AS "own_version",
    MAX(
      IIF(
        (
          "t36"."kind" = 'handed_over'
        ) AND (
          "t36"."key" < "t36"."end_key"
        ),
        CAST("t36"."key" AS TEXT) || CAST(COALESCE("t36"."pact_version", 0) AS TEXT),
        ''
      )
    ) AS "hand",
    MAX(IIF("t36"."key" = "t36"."end_key", "t36"."occurred_s", 0)) AS "lost_s"
  FROM t36 AS t36
  GROUP BY
    1
), t40 AS MATERIALIZED (
  SELECT
    "t38"."lead_id",
    "t38"."lost_s",
    "t38"."side",
    'leads' AS "what",
    IIF("t38"."source" = '', 'unknown', "t38"."source") AS "source",
    IIF("t38"."stage" = '', 'none', "t38"."stage") AS "stage",
    IIF("t38"."reason" = '', 'no_reason', "t38"."reason") AS "reason",
    IIF(
      "t38"."own_version" > 0,
      CAST("t38"."own_version" AS INTEGER),
      CAST(IIF(
        "t38"."hand" = '',
        '0',
        SUBSTRING("t38"."hand", IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH("t38"."hand")))
      ) AS INTEGER)
    ) AS "version"
  FROM t38 AS t38
), t41 AS MATERIALIZED (
  SELECT
    *
  FROM t39 AS t39
  UNION ALL
  SELECT
    *
  FROM t40 AS t40
), t42 AS MATERIALIZED (
  SELECT
    *
  FROM t41 AS t41
  WHERE
    "t41"."lost_s" >= ${since_s} AND "t41"."lost_s" < ${until_s}
)
SELECT
  "t42"."what",
  "t42"."source",
  "t42"."stage",
  "t42"."version",
  "t42"."reason",
  "t42"."side",
  COUNT(*) AS "lost"
FROM t42 AS t42
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
