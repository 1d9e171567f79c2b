-- grid
WITH "t3" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t9" AS (
  SELECT
    "t6"."lead_id",
    "t6"."occurred_s",
    "t6"."seq",
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t2"
    WHERE
      NOT (
        "t2"."id" IN (
          SELECT
            *
          FROM "t3"
        )
      )
  ) AS "t6"
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."seq" IN (
          SELECT
            "t15"."last_seq"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."seq") AS "last_seq"
            FROM (
              SELECT
                "t11"."lead_id",
                "t11"."occurred_s",
                "t11"."seq",
                "t11"."target_id",
                "t13"."last_s"
              FROM "t9" AS "t11"
              INNER JOIN (
                SELECT
                  "t10"."lead_id",
                  MAX("t10"."occurred_s") AS "last_s"
                FROM "t9" AS "t10"
                GROUP BY
                  1
              ) AS "t13"
                ON "t11"."lead_id" = "t13"."lead_id" AND "t11"."occurred_s" = "t13"."last_s"
            ) AS "t14"
            GROUP BY
              1
          ) AS "t15"
        )
    ) AS "t17"
    WHERE
      "t17"."target_id" <> 0 AND "t17"."target_id" <> "t17"."lead_id"
  ) AS "t18"
  GROUP BY
    1
), "t31" AS (
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
  FROM (
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
    FROM (
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
      FROM (
        SELECT
          *
        FROM (
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
        ) AS "t1"
        WHERE
          NOT (
            "t1"."id" IN (
              SELECT
                *
              FROM "t3"
            )
          )
      ) AS "t5"
      WHERE
        COALESCE("t5"."lead_id", 0) <> 0
    ) AS "t8"
    LEFT OUTER JOIN (
      SELECT
        "t27"."gone_id",
        COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
      FROM (
        SELECT
          "t26"."gone_id",
          "t26"."merged_s",
          "t26"."into_id",
          "t23"."via_id",
          "t23"."onward_id"
        FROM (
          SELECT
            "t24"."gone_id",
            "t24"."merged_s",
            COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
          FROM (
            SELECT
              "t21"."gone_id",
              "t21"."into_id",
              "t21"."merged_s",
              "t23"."via_id",
              "t23"."onward_id"
            FROM "t19" AS "t21"
            LEFT OUTER JOIN (
              SELECT
                "t20"."gone_id" AS "via_id",
                "t20"."into_id" AS "onward_id"
              FROM "t19" AS "t20"
            ) AS "t23"
              ON "t21"."into_id" = "t23"."via_id"
          ) AS "t24"
        ) AS "t26"
        LEFT OUTER JOIN (
          SELECT
            "t20"."gone_id" AS "via_id",
            "t20"."into_id" AS "onward_id"
          FROM "t19" AS "t20"
        ) AS "t23"
          ON "t26"."into_id" = "t23"."via_id"
      ) AS "t27"
    ) AS "t29"
      ON "t8"."lead_id" = "t29"."gone_id"
  ) AS "t30"
), "t37" AS (
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
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t32"."lead_id",
        MIN(
          CASE WHEN "t32"."kind" = 'captured' THEN "t32"."key" ELSE 9000000000000000000 END
        ) AS "captured_key",
        MAX(CASE WHEN "t32"."kind" IN ('lost') THEN "t32"."key" ELSE 0 END) AS "lost_key",
        MAX(CASE WHEN "t32"."kind" IN ('won') THEN "t32"."key" ELSE 0 END) AS "won_key",
        MAX(
          CASE
            WHEN "t32"."kind" IN ('disqualified', 'gave_up', 'rejected')
            THEN "t32"."key"
            ELSE 0
          END
        ) AS "end_key",
        MAX(
          CASE
            WHEN "t32"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
            THEN "t32"."key"
            ELSE 0
          END
        ) AS "revived_key"
      FROM "t31" AS "t32"
      GROUP BY
        1
    ) AS "t34"
    WHERE
      (
        "t34"."lost_key" > 0
      ) OR (
        "t34"."end_key" > 0
      )
  ) AS "t36"
    ON "t33"."lead_id" = "t36"."lead_id"
)
SELECT
  "t46"."what",
  "t46"."source",
  "t46"."stage",
  "t46"."version",
  "t46"."reason",
  "t46"."side",
  COUNT(*) AS "lost"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t41"."lead_id",
        "t41"."lost_s",
        "t41"."side",
        'deals' AS "what",
        CASE WHEN "t41"."source" = '' THEN 'unknown' ELSE "t41"."source" END AS "source",
        CASE WHEN "t41"."stage" = '' THEN 'none' ELSE "t41"."stage" END AS "stage",
        CASE WHEN "t41"."reason" = '' THEN 'no_reason' ELSE "t41"."reason" END AS "reason",
        CASE
          WHEN "t41"."own_version" > 0
          THEN CAST("t41"."own_version" AS BIGINT)
          ELSE CAST(CASE
            WHEN "t41"."hand" = ''
            THEN '0'
            ELSE SUBSTRING(
              "t41"."hand",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t41"."hand") END
            )
          END AS BIGINT)
        END AS "version"
      FROM (
        SELECT
          "t39"."lead_id",
          MAX(
            CASE
              WHEN "t39"."key" = "t39"."captured_key"
              THEN COALESCE("t39"."source", '')
              ELSE ''
            END
          ) AS "source",
          MAX(
            CASE
              WHEN "t39"."key" = "t39"."lost_key"
              THEN CASE
                WHEN "t39"."kind" = 'lost'
                THEN COALESCE("t39"."stage", '')
                ELSE "t39"."kind"
              END
              ELSE ''
            END
          ) AS "stage",
          MAX(
            CASE
              WHEN "t39"."key" = "t39"."lost_key"
              THEN COALESCE("t39"."reason", '')
              ELSE ''
            END
          ) AS "reason",
          MAX(
            CASE WHEN "t39"."key" = "t39"."lost_key" THEN COALESCE("t39"."side", '') ELSE '' END
          ) AS "side",
          MAX(
            CASE
              WHEN "t39"."key" = "t39"."lost_key"
              THEN COALESCE("t39"."pact_version", 0)
              ELSE 0
            END
          ) AS "own_version",
          MAX(
            CASE
              WHEN (
                "t39"."kind" = 'handed_over'
              ) AND (
                "t39"."key" < "t39"."lost_key"
              )
              THEN CAST("t39"."key" AS TEXT) || CAST(COALESCE("t39"."pact_version", 0) AS TEXT)
              ELSE ''
            END
          ) AS "hand",
          MAX(CASE WHEN "t39"."key" = "t39"."lost_key" THEN "t39"."occurred_s" ELSE 0 END) AS "lost_s"
        FROM (
          SELECT
            *
          FROM "t37" AS "t38"
          WHERE
            "t38"."lost_key" > 0 AND "t38"."lost_key" > "t38"."won_key"
        ) AS "t39"
        GROUP BY
          1
      ) AS "t41"
    ) AS "t43"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t42"."lead_id",
        "t42"."lost_s",
        "t42"."side",
        'leads' AS "what",
        CASE WHEN "t42"."source" = '' THEN 'unknown' ELSE "t42"."source" END AS "source",
        CASE WHEN "t42"."stage" = '' THEN 'none' ELSE "t42"."stage" END AS "stage",
        CASE WHEN "t42"."reason" = '' THEN 'no_reason' ELSE "t42"."reason" END AS "reason",
        CASE
          WHEN "t42"."own_version" > 0
          THEN CAST("t42"."own_version" AS BIGINT)
          ELSE CAST(CASE
            WHEN "t42"."hand" = ''
            THEN '0'
            ELSE SUBSTRING(
              "t42"."hand",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t42"."hand") END
            )
          END AS BIGINT)
        END AS "version"
      FROM (
        SELECT
          "t40"."lead_id",
          MAX(
            CASE
              WHEN "t40"."key" = "t40"."captured_key"
              THEN COALESCE("t40"."source", '')
              ELSE ''
            END
          ) AS "source",
          MAX(
            CASE
              WHEN "t40"."key" = "t40"."end_key"
              THEN CASE
                WHEN "t40"."kind" = 'lost'
                THEN COALESCE("t40"."stage", '')
                ELSE "t40"."kind"
              END
              ELSE ''
            END
          ) AS "stage",
          MAX(
            CASE
              WHEN "t40"."key" = "t40"."end_key"
              THEN COALESCE("t40"."reason", '')
              ELSE ''
            END
          ) AS "reason",
          MAX(
            CASE WHEN "t40"."key" = "t40"."end_key" THEN COALESCE("t40"."side", '') ELSE '' END
          ) AS "side",
          MAX(
            CASE
              WHEN "t40"."key" = "t40"."end_key"
              THEN COALESCE("t40"."pact_version", 0)
              ELSE 0
            END
          ) AS "own_version",
          MAX(
            CASE
              WHEN (
                "t40"."kind" = 'handed_over'
              ) AND (
                "t40"."key" < "t40"."end_key"
              )
              THEN CAST("t40"."key" AS TEXT) || CAST(COALESCE("t40"."pact_version", 0) AS TEXT)
              ELSE ''
            END
          ) AS "hand",
          MAX(CASE WHEN "t40"."key" = "t40"."end_key" THEN "t40"."occurred_s" ELSE 0 END) AS "lost_s"
        FROM (
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
        ) AS "t40"
        GROUP BY
          1
      ) AS "t42"
    ) AS "t44"
  ) AS "t45"
  WHERE
    "t45"."lost_s" >= ${since_s} AND "t45"."lost_s" < ${until_s}
) AS "t46"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
