-- grid
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
    CAST(IIF("t8"."kind" = 'merged', COALESCE("t8"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id",
    (
      "t8"."occurred_s" * 4000000000
    ) + "t8"."seq" AS "key"
  FROM t8 AS t8
), t15 AS MATERIALIZED (
  SELECT
    "t14"."lead_id",
    MAX("t14"."key") AS "last_key"
  FROM "t13" AS "t14"
  GROUP BY
    1
), t17 AS MATERIALIZED (
  SELECT
    *
  FROM "t13" AS "t14"
  WHERE
    "t14"."key" IN (
      SELECT
        "t15"."last_key"
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
    MAX("t18"."occurred_s") AS "merged_s",
    MAX("t18"."key") AS "merged_key"
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
    "t6"."reason",
    "t6"."stage",
    "t6"."pact_version"
  FROM t6 AS t6
  WHERE
    COALESCE("t6"."lead_id", 0) <> 0
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
    "t21"."merged_key",
    "t23"."via_id",
    "t23"."onward_id"
  FROM "t19" AS "t21"
  LEFT OUTER JOIN t23 AS t23
    ON "t21"."into_id" = "t23"."via_id"
), t26 AS MATERIALIZED (
  SELECT
    "t24"."gone_id",
    "t24"."merged_s",
    "t24"."merged_key",
    COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
  FROM t24 AS t24
), t27 AS MATERIALIZED (
  SELECT
    "t26"."gone_id",
    "t26"."merged_s",
    "t26"."merged_key",
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
    "t11"."reason",
    "t11"."stage",
    "t11"."pact_version",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t11 AS t11
  LEFT OUTER JOIN t29 AS t29
    ON "t11"."lead_id" = "t29"."gone_id"
), "t32" AS MATERIALIZED (
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
), t37 AS MATERIALIZED (
  SELECT
    "t34"."lead_id",
    MIN(IIF("t34"."kind" = 'captured', "t34"."key", 9000000000000000000)) AS "captured_key",
    MAX(IIF("t34"."kind" IN ('lost'), "t34"."key", 0)) AS "lost_key",
    MAX(IIF("t34"."kind" IN ('won'), "t34"."key", 0)) AS "won_key",
    MAX(IIF("t34"."kind" IN ('disqualified', 'gave_up', 'rejected'), "t34"."key", 0)) AS "end_key",
    MAX(
      IIF("t34"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'), "t34"."key", 0)
    ) AS "revived_key"
  FROM "t32" AS "t34"
  GROUP BY
    1
), t40 AS MATERIALIZED (
  SELECT
    *
  FROM t37 AS t37
  WHERE
    (
      "t37"."lost_key" > 0
    ) OR (
      "t37"."end_key" > 0
    )
), t2 AS MATERIALIZED (
  SELECT
    *
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."occurred_s" <= ${as_of_s}
    AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
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
    "t7"."deal_id"
  FROM t7 AS t7
  WHERE
    COALESCE("t7"."lead_id", 0) <> 0
), t31 AS MATERIALIZED (
  SELECT
    "t12"."seq",
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
    "t12"."deal_id",
    "t29"."gone_id",
    "t29"."into_id"
  FROM t12 AS t12
  LEFT OUTER JOIN t29 AS t29
    ON "t12"."lead_id" = "t29"."gone_id"
), t33 AS MATERIALIZED (
  SELECT
    COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id",
    "t31"."kind",
    "t31"."occurred_s",
    (
      "t31"."occurred_s" * 4000000000
    ) + "t31"."seq" AS "key",
    COALESCE("t31"."deal_id", 0) AS "deal"
  FROM t31 AS t31
), t36 AS MATERIALIZED (
  SELECT
    "t33"."lead_id",
    "t33"."deal",
    MIN("t33"."key") AS "first_key",
    MAX(IIF("t33"."kind" IN ('deal_opened'), "t33"."key", -9000000000000000000)) AS "opened_key",
    MAX(IIF("t33"."kind" IN ('lost', 'won'), "t33"."key", -9000000000000000000)) AS "closed_key",
    MAX(IIF("t33"."kind" IN ('lost'), "t33"."key", -9000000000000000000)) AS "lost_key",
    MAX(IIF("t33"."kind" = 'lost', "t33"."occurred_s", -9000000000)) AS "lost_s"
  FROM t33 AS t33
  GROUP BY
    1,
    2
), t38 AS MATERIALIZED (
  SELECT
    "t36"."lead_id",
    "t36"."deal",
    "t36"."first_key",
    "t36"."opened_key",
    "t36"."closed_key",
    "t36"."lost_key",
    "t36"."lost_s",
    MAX("t36"."first_key", "t36"."opened_key") AS "begun_key"
  FROM t36 AS t36
), t41 AS MATERIALIZED (
  SELECT
    "t38"."lead_id" AS "dealt_lead_id",
    MAX("t38"."begun_key") AS "begun_key",
    MAX("t38"."lost_key") AS "last_key",
    MAX("t38"."lost_s") AS "last_s",
    MAX(IIF("t38"."begun_key" > "t38"."closed_key", 1, 0)) AS "is_open"
  FROM t38 AS t38
  GROUP BY
    1
), t43 AS MATERIALIZED (
  SELECT
    "t41"."dealt_lead_id",
    "t41"."begun_key",
    IIF("t41"."is_open" = 0, "t41"."last_key", -9000000000000000000) AS "over_key"
  FROM t41 AS t41
), t44 AS MATERIALIZED (
  SELECT
    "t40"."lead_id",
    "t40"."captured_key",
    "t40"."lost_key",
    "t40"."won_key",
    "t40"."end_key",
    "t40"."revived_key",
    "t43"."dealt_lead_id",
    "t43"."begun_key",
    "t43"."over_key"
  FROM t40 AS t40
  LEFT OUTER JOIN t43 AS t43
    ON "t40"."lead_id" = "t43"."dealt_lead_id"
), t46 AS MATERIALIZED (
  SELECT
    "t44"."lead_id",
    "t44"."captured_key",
    "t44"."lost_key",
    "t44"."won_key",
    "t44"."end_key",
    MAX("t44"."revived_key", COALESCE("t44"."begun_key", -9000000000000000000)) AS "revived_key",
    COALESCE("t44"."over_key", -9000000000000000000) AS "over_key"
  FROM t44 AS t44
), "t47" AS MATERIALIZED (
  SELECT
    "t35"."lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."side",
    "t35"."source",
    "t35"."reason",
    "t35"."stage",
    "t35"."pact_version",
    "t35"."key",
    "t46"."captured_key",
    "t46"."lost_key",
    "t46"."won_key",
    "t46"."end_key",
    "t46"."revived_key",
    "t46"."over_key"
  FROM "t32" AS "t35"
  INNER JOIN t46 AS t46
    ON "t35"."lead_id" = "t46"."lead_id"
), t49 AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t48"
  WHERE
    "t48"."lost_key" > 0 AND "t48"."lost_key" > "t48"."won_key"
), t51 AS MATERIALIZED (
  SELECT
    "t49"."lead_id",
    MAX(IIF("t49"."key" = "t49"."captured_key", COALESCE("t49"."source", ''), '')) AS "source",
    MAX(
      IIF(
        "t49"."key" = "t49"."lost_key",
        IIF("t49"."kind" = 'lost', COALESCE("t49"."stage", ''), "t49"."kind"),
        ''
      )
    ) AS "stage",
    MAX(IIF("t49"."key" = "t49"."lost_key", COALESCE("t49"."reason", ''), '')) AS "reason",
    MAX(IIF("t49"."key" = "t49"."lost_key", COALESCE("t49"."side", ''), '')) AS "side",
    MAX(IIF("t49"."key" = "t49"."lost_key", COALESCE("t49"."pact_version", 0), 0)) AS "own_version",
    MAX(
      IIF(
        (
          "t49"."kind" = 'handed_over'
        ) AND (
          "t49"."key" < "t49"."lost_key"
        ),
        CAST("t49"."key" AS TEXT) || CAST(COALESCE("t49"."pact_version", 0) AS TEXT),
        ''
      )
    ) AS "hand",
    MAX(IIF("t49"."key" = "t49"."lost_key", "t49"."occurred_s", 0)) AS "lost_s"
  FROM t49 AS t49
  GROUP BY
    1
), t53 AS MATERIALIZED (
  SELECT
    "t51"."lead_id",
    "t51"."lost_s",
    "t51"."side",
    'deals' AS "what",
    IIF("t51"."source" = '', 'unknown', "t51"."source") AS "source",
    IIF("t51"."stage" = '', 'none', "t51"."stage") AS "stage",
    IIF("t51"."reason" = '', 'no_reason', "t51"."reason") AS "reason",
    IIF(
      "t51"."own_version" > 0,
      CAST("t51"."own_version" AS INTEGER),
      CAST(IIF(
        "t51"."hand" = '',
        '0',
        SUBSTRING("t51"."hand", IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH("t51"."hand")))
      ) AS INTEGER)
    ) AS "version"
  FROM t51 AS t51
), t50 AS MATERIALIZED (
  SELECT
    *
  FROM "t47" AS "t48"
  WHERE
    "t48"."end_key" > 0
    AND "t48"."end_key" > "t48"."won_key"
    AND (
      (
        "t48"."over_key" <> "t48"."lost_key"
      )
      OR (
        "t48"."revived_key" > "t48"."lost_key"
      )
    )
    AND "t48"."end_key" > "t48"."revived_key"
), t52 AS MATERIALIZED (
  SELECT
    "t50"."lead_id",
    MAX(IIF("t50"."key" = "t50"."captured_key", COALESCE("t50"."source", ''), '')) AS "source",
    MAX(
      IIF(
        "t50"."key" = "t50"."end_key",
        IIF("t50"."kind" = 'lost', COALESCE("t50"."stage", ''), "t50"."kind"),
        ''
      )
    ) AS "stage",
    MAX(IIF("t50"."key" = "t50"."end_key", COALESCE("t50"."reason", ''), '')) AS "reason",
    MAX(IIF("t50"."key" = "t50"."end_key", COALESCE("t50"."side", ''), '')) AS "side",
    MAX(IIF("t50"."key" = "t50"."end_key", COALESCE("t50"."pact_version", 0), 0)) AS "own_version",
    MAX(
      IIF(
        (
          "t50"."kind" = 'handed_over'
        ) AND (
          "t50"."key" < "t50"."end_key"
        ),
        CAST("t50"."key" AS TEXT) || CAST(COALESCE("t50"."pact_version", 0) AS TEXT),
        ''
      )
    ) AS "hand",
    MAX(IIF("t50"."key" = "t50"."end_key", "t50"."occurred_s", 0)) AS "lost_s"
  FROM t50 AS t50
  GROUP BY
    1
), t54 AS MATERIALIZED (
  SELECT
    "t52"."lead_id",
    "t52"."lost_s",
    "t52"."side",
    'leads' AS "what",
    IIF("t52"."source" = '', 'unknown', "t52"."source") AS "source",
    IIF("t52"."stage" = '', 'none', "t52"."stage") AS "stage",
    IIF("t52"."reason" = '', 'no_reason', "t52"."reason") AS "reason",
    IIF(
      "t52"."own_version" > 0,
      CAST("t52"."own_version" AS INTEGER),
      CAST(IIF(
        "t52"."hand" = '',
        '0',
        SUBSTRING("t52"."hand", IIF((
          19 + 1
        ) >= 1, 19 + 1, 19 + 1 + LENGTH("t52"."hand")))
      ) AS INTEGER)
    ) AS "version"
  FROM t52 AS t52
), t55 AS MATERIALIZED (
  SELECT
    *
  FROM t53 AS t53
  UNION ALL
  SELECT
    *
  FROM t54 AS t54
), t56 AS MATERIALIZED (
  SELECT
    *
  FROM t55 AS t55
  WHERE
    "t55"."lost_s" >= ${since_s} AND "t55"."lost_s" < ${until_s}
)
SELECT
  "t56"."what",
  "t56"."source",
  "t56"."stage",
  "t56"."version",
  "t56"."reason",
  "t56"."side",
  COUNT(*) AS "lost"
FROM t56 AS t56
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
