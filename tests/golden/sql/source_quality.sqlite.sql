-- ages
WITH "t13" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
  FROM (
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
      "t8"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t7"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t8"
      ON "t7"."id" = "t8"."wrong_id"
  ) AS "t10"
  WHERE
    COALESCE("t10"."wrong_id", '') = ''
), "t22" AS (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s",
    "t21"."last_seq"
  FROM "t13" AS "t15"
  INNER JOIN (
    SELECT
      "t14"."lead_id",
      MAX("t14"."occurred_s") AS "last_s"
    FROM "t13" AS "t14"
    GROUP BY
      1
  ) AS "t17"
    ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
  INNER JOIN (
    SELECT
      "t19"."last_seq"
    FROM (
      SELECT
        "t18"."lead_id",
        MAX("t18"."seq") AS "last_seq"
      FROM (
        SELECT
          "t15"."lead_id",
          "t15"."occurred_s",
          "t15"."seq",
          "t15"."target_id",
          "t17"."last_s"
        FROM "t13" AS "t15"
        INNER JOIN (
          SELECT
            "t14"."lead_id",
            MAX("t14"."occurred_s") AS "last_s"
          FROM "t13" AS "t14"
          GROUP BY
            1
        ) AS "t17"
          ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
      ) AS "t18"
      GROUP BY
        1
    ) AS "t19"
  ) AS "t21"
    ON "t15"."seq" = "t21"."last_seq"
), "t34" AS (
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
    "t33"."gone_id",
    "t33"."into_id"
  FROM (
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
    FROM (
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
        "t8"."wrong_id"
      FROM (
        SELECT
          "t0"."seq",
          "t0"."id",
          "t0"."kind",
          "t0"."occurred_s",
          "t0"."occurred_month",
          "t0"."lead_id",
          "t0"."person_id",
          "t0"."side",
          "t0"."source",
          "t0"."value_code",
          "t0"."value_number",
          "t0"."points",
          "t0"."due_s",
          "t0"."worked_s"
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
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t8"
        ON "t6"."id" = "t8"."wrong_id"
    ) AS "t9"
    WHERE
      COALESCE("t9"."wrong_id", '') = '' AND COALESCE("t9"."lead_id", 0) <> 0
  ) AS "t12"
  LEFT OUTER JOIN (
    SELECT
      "t31"."gone_id",
      COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
    FROM (
      SELECT
        "t30"."gone_id",
        "t30"."merged_s",
        "t30"."into_id",
        "t26"."via_id",
        "t26"."onward_id"
      FROM (
        SELECT
          "t28"."gone_id",
          "t28"."merged_s",
          COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
        FROM (
          SELECT
            "t27"."gone_id",
            "t27"."into_id",
            "t27"."merged_s",
            "t26"."via_id",
            "t26"."onward_id"
          FROM (
            SELECT
              "t23"."lead_id" AS "gone_id",
              "t23"."target_id" AS "into_id",
              "t23"."occurred_s" AS "merged_s"
            FROM "t22" AS "t23"
            WHERE
              "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
          ) AS "t27"
          LEFT OUTER JOIN (
            SELECT
              "t23"."lead_id" AS "via_id",
              "t23"."target_id" AS "onward_id"
            FROM "t22" AS "t23"
            WHERE
              "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
          ) AS "t26"
            ON "t27"."into_id" = "t26"."via_id"
        ) AS "t28"
      ) AS "t30"
      LEFT OUTER JOIN (
        SELECT
          "t23"."lead_id" AS "via_id",
          "t23"."target_id" AS "onward_id"
        FROM "t22" AS "t23"
        WHERE
          "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
      ) AS "t26"
        ON "t30"."into_id" = "t26"."via_id"
    ) AS "t31"
  ) AS "t33"
    ON "t12"."lead_id" = "t33"."gone_id"
), "t39" AS (
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
    ) AS "revived_s"
  FROM (
    SELECT
      "t35"."seq",
      "t35"."id",
      "t35"."kind",
      "t35"."occurred_s",
      "t35"."occurred_month",
      "t35"."person_id",
      "t35"."side",
      "t35"."source",
      "t35"."value_code",
      "t35"."value_number",
      "t35"."points",
      "t35"."due_s",
      "t35"."worked_s",
      "t35"."lead_id" AS "own_lead_id",
      COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
    FROM "t34" AS "t35"
  ) AS "t36"
  GROUP BY
    1
)
SELECT
  "t54"."source",
  "t54"."found_by",
  "t54"."days",
  COUNT(*) AS "leads",
  SUM(IIF("t54"."is_won", 1, 0)) AS "won",
  SUM(IIF("t54"."is_lost", 1, 0)) AS "lost",
  SUM(IIF("t54"."is_back", 1, 0)) AS "sent_back",
  SUM(IIF("t54"."is_early", 1, 0)) AS "won_before_captured",
  MAX("t54"."since_s") AS "youngest_s",
  SUM(IIF("t54"."is_ripe_30", 1, 0)) AS "ripe_30",
  SUM(IIF("t54"."is_ripe_60", 1, 0)) AS "ripe_60",
  SUM(IIF("t54"."is_ripe_90", 1, 0)) AS "ripe_90",
  SUM(IIF("t54"."is_ripe_180", 1, 0)) AS "ripe_180",
  SUM(IIF("t54"."is_ripe_won_30", 1, 0)) AS "ripe_won_30",
  SUM(IIF("t54"."is_ripe_won_60", 1, 0)) AS "ripe_won_60",
  SUM(IIF("t54"."is_ripe_won_90", 1, 0)) AS "ripe_won_90",
  SUM(IIF("t54"."is_ripe_won_180", 1, 0)) AS "ripe_won_180"
FROM (
  SELECT
    COALESCE("t53"."source", 'unknown') AS "source",
    IIF(
      "t53"."kind" = 'captured',
      IIF(
        "t53"."side" IN ('buyer', 'marketing'),
        'marketing',
        IIF("t53"."side" = 'sales', 'sales', 'unknown')
      ),
      'unknown'
    ) AS "found_by",
    "t53"."since_s",
    IIF(
      CAST(CAST(IIF(
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) < "t53"."since_s",
        0,
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) - "t53"."since_s"
      ) - MOD(
        IIF(
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) < "t53"."since_s",
          0,
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) - "t53"."since_s"
        ),
        86400
      ) AS REAL) / 86400 AS INTEGER) > 181,
      181,
      CAST(CAST(IIF(
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) < "t53"."since_s",
        0,
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) - "t53"."since_s"
      ) - MOD(
        IIF(
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) < "t53"."since_s",
          0,
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) - "t53"."since_s"
        ),
        86400
      ) AS REAL) / 86400 AS INTEGER)
    ) AS "days",
    "t53"."won_s" < 9000000000 AS "is_won",
    (
      "t53"."lost_s" < 9000000000
    ) AND NOT (
      "t53"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t53"."lost_s" < 9000000000
    )
    AND (
      "t53"."back_s" < 9000000000
    )
    AND NOT (
      "t53"."won_s" < 9000000000
    ) AS "is_back",
    "t53"."won_s" < "t53"."since_s" AS "is_early",
    CAST(CAST((
      ${as_of_s} - "t53"."since_s"
    ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 30 AS "is_ripe_30",
    CAST(CAST((
      ${as_of_s} - "t53"."since_s"
    ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 60 AS "is_ripe_60",
    CAST(CAST((
      ${as_of_s} - "t53"."since_s"
    ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 90 AS "is_ripe_90",
    CAST(CAST((
      ${as_of_s} - "t53"."since_s"
    ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        ${as_of_s} - "t53"."since_s"
      ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 30
    )
    AND (
      "t53"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) < "t53"."since_s",
        0,
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) - "t53"."since_s"
      ) - MOD(
        IIF(
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) < "t53"."since_s",
          0,
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) - "t53"."since_s"
        ),
        86400
      ) AS REAL) / 86400 AS INTEGER) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        ${as_of_s} - "t53"."since_s"
      ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 60
    )
    AND (
      "t53"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) < "t53"."since_s",
        0,
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) - "t53"."since_s"
      ) - MOD(
        IIF(
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) < "t53"."since_s",
          0,
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) - "t53"."since_s"
        ),
        86400
      ) AS REAL) / 86400 AS INTEGER) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        ${as_of_s} - "t53"."since_s"
      ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 90
    )
    AND (
      "t53"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) < "t53"."since_s",
        0,
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) - "t53"."since_s"
      ) - MOD(
        IIF(
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) < "t53"."since_s",
          0,
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) - "t53"."since_s"
        ),
        86400
      ) AS REAL) / 86400 AS INTEGER) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        ${as_of_s} - "t53"."since_s"
      ) - MOD(${as_of_s} - "t53"."since_s", 86400) AS REAL) / 86400 AS INTEGER) >= 180
    )
    AND (
      "t53"."won_s" < 9000000000
    )
    AND (
      CAST(CAST(IIF(
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) < "t53"."since_s",
        0,
        IIF(
          "t53"."won_s" < 9000000000,
          "t53"."won_s",
          IIF(
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
            IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
            ${as_of_s}
          )
        ) - "t53"."since_s"
      ) - MOD(
        IIF(
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) < "t53"."since_s",
          0,
          IIF(
            "t53"."won_s" < 9000000000,
            "t53"."won_s",
            IIF(
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s") < 9000000000,
              IIF("t53"."lost_s" < "t53"."back_s", "t53"."lost_s", "t53"."back_s"),
              ${as_of_s}
            )
          ) - "t53"."since_s"
        ),
        86400
      ) AS REAL) / 86400 AS INTEGER) <= 180
    ) AS "is_ripe_won_180"
  FROM (
    SELECT
      "t52"."lead_id",
      "t52"."won_s",
      "t52"."since_s",
      "t52"."first_seq",
      "t52"."lost_s",
      "t52"."back_s",
      "t5"."seq",
      "t5"."kind",
      "t5"."side",
      "t5"."source",
      "t5"."occurred_month"
    FROM (
      SELECT
        "t50"."lead_id",
        "t50"."won_s",
        "t50"."since_s",
        "t50"."first_seq",
        "t50"."lost_s",
        "t50"."back_s"
      FROM (
        SELECT
          "t44"."lead_id",
          "t44"."won_s",
          "t44"."since_s",
          "t49"."story_lead_id",
          "t49"."first_seq",
          "t49"."lost_s",
          "t49"."back_s"
        FROM (
          SELECT
            "t40"."lead_id",
            "t40"."won_s",
            IIF("t40"."captured_s" < 9000000000, "t40"."captured_s", "t40"."any_s") AS "since_s"
          FROM "t39" AS "t40"
        ) AS "t44"
        INNER JOIN (
          SELECT
            "t47"."lead_id" AS "story_lead_id",
            MIN(IIF("t47"."is_first" = 1, "t47"."seq", 9000000000000000000)) AS "first_seq",
            MIN(
              IIF(
                (
                  "t47"."is_end" = 1
                ) AND "t47"."kind" IN ('disqualified', 'lost'),
                "t47"."occurred_s",
                9000000000
              )
            ) AS "lost_s",
            MIN(
              IIF(
                (
                  "t47"."is_end" = 1
                ) AND "t47"."kind" IN ('recycled', 'rejected'),
                "t47"."occurred_s",
                9000000000
              )
            ) AS "back_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t45"."lead_id",
                "t45"."kind",
                "t45"."occurred_s",
                "t45"."seq",
                IIF(
                  (
                    (
                      "t45"."kind" = 'captured'
                    ) AND (
                      "t45"."occurred_s" = "t45"."captured_s"
                    )
                  )
                  OR (
                    (
                      "t45"."captured_s" = 9000000000
                    )
                    AND (
                      "t45"."occurred_s" = "t45"."any_s"
                    )
                  ),
                  1,
                  0
                ) AS "is_first",
                IIF(
                  "t45"."kind" IN ('disqualified', 'lost', 'recycled', 'rejected')
                  AND (
                    "t45"."occurred_s" >= "t45"."revived_s"
                  )
                  AND (
                    "t45"."won_s" = 9000000000
                  ),
                  1,
                  0
                ) AS "is_end"
              FROM (
                SELECT
                  "t38"."lead_id",
                  "t38"."kind",
                  "t38"."occurred_s",
                  "t38"."seq",
                  "t42"."captured_s",
                  "t42"."any_s",
                  "t42"."won_s",
                  "t42"."revived_s"
                FROM (
                  SELECT
                    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
                    "t35"."kind",
                    "t35"."occurred_s",
                    "t35"."seq"
                  FROM "t34" AS "t35"
                ) AS "t38"
                INNER JOIN (
                  SELECT
                    *
                  FROM "t39" AS "t40"
                ) AS "t42"
                  ON "t38"."lead_id" = "t42"."lead_id"
              ) AS "t45"
            ) AS "t46"
            WHERE
              (
                "t46"."is_first" = 1
              ) OR (
                "t46"."is_end" = 1
              )
          ) AS "t47"
          GROUP BY
            1
        ) AS "t49"
          ON "t44"."lead_id" = "t49"."story_lead_id"
      ) AS "t50"
    ) AS "t52"
    INNER JOIN (
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
          'recycled',
          'rejected',
          'accepted',
          'deal_opened',
          'handed_over',
          'woken'
        )
    ) AS "t5"
      ON "t52"."first_seq" = "t5"."seq"
  ) AS "t53"
  WHERE
    "t53"."since_s" >= ${since_s} AND "t53"."since_s" < ${until_s}
) AS "t54"
GROUP BY
  1,
  2,
  3
