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
    CAST(CASE
      WHEN "t6"."kind" = 'merged'
      THEN COALESCE("t6"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t6"."occurred_s" * 4000000000
    ) + "t6"."seq" AS "key"
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
), "t15" AS (
  SELECT
    "t14"."lead_id" AS "gone_id",
    MAX("t14"."target_id") AS "into_id",
    MAX("t14"."occurred_s") AS "merged_s",
    MAX("t14"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t9" AS "t10"
      WHERE
        "t10"."key" IN (
          SELECT
            "t11"."last_key"
          FROM (
            SELECT
              "t10"."lead_id",
              MAX("t10"."key") AS "last_key"
            FROM "t9" AS "t10"
            GROUP BY
              1
          ) AS "t11"
        )
    ) AS "t13"
    WHERE
      "t13"."target_id" <> 0 AND "t13"."target_id" <> "t13"."lead_id"
  ) AS "t14"
  GROUP BY
    1
), "t27" AS (
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
  FROM (
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
    FROM (
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
        "t23"."gone_id",
        COALESCE("t23"."onward_id", "t23"."into_id") AS "into_id"
      FROM (
        SELECT
          "t22"."gone_id",
          "t22"."merged_s",
          "t22"."merged_key",
          "t22"."into_id",
          "t19"."via_id",
          "t19"."onward_id"
        FROM (
          SELECT
            "t20"."gone_id",
            "t20"."merged_s",
            "t20"."merged_key",
            COALESCE("t20"."onward_id", "t20"."into_id") AS "into_id"
          FROM (
            SELECT
              "t17"."gone_id",
              "t17"."into_id",
              "t17"."merged_s",
              "t17"."merged_key",
              "t19"."via_id",
              "t19"."onward_id"
            FROM "t15" AS "t17"
            LEFT OUTER JOIN (
              SELECT
                "t16"."gone_id" AS "via_id",
                "t16"."into_id" AS "onward_id"
              FROM "t15" AS "t16"
            ) AS "t19"
              ON "t17"."into_id" = "t19"."via_id"
          ) AS "t20"
        ) AS "t22"
        LEFT OUTER JOIN (
          SELECT
            "t16"."gone_id" AS "via_id",
            "t16"."into_id" AS "onward_id"
          FROM "t15" AS "t16"
        ) AS "t19"
          ON "t22"."into_id" = "t19"."via_id"
      ) AS "t23"
    ) AS "t25"
      ON "t8"."lead_id" = "t25"."gone_id"
  ) AS "t26"
), "t33" AS (
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
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t28"."lead_id",
        MIN(
          CASE WHEN "t28"."kind" = 'captured' THEN "t28"."key" ELSE 9000000000000000000 END
        ) AS "captured_key",
        MAX(CASE WHEN "t28"."kind" IN ('lost') THEN "t28"."key" ELSE 0 END) AS "lost_key",
        MAX(CASE WHEN "t28"."kind" IN ('won') THEN "t28"."key" ELSE 0 END) AS "won_key",
        MAX(
          CASE
            WHEN "t28"."kind" IN ('disqualified', 'gave_up', 'rejected')
            THEN "t28"."key"
            ELSE 0
          END
        ) AS "end_key",
        MAX(
          CASE
            WHEN "t28"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
            THEN "t28"."key"
            ELSE 0
          END
        ) AS "revived_key"
      FROM "t27" AS "t28"
      GROUP BY
        1
    ) AS "t30"
    WHERE
      (
        "t30"."lost_key" > 0
      ) OR (
        "t30"."end_key" > 0
      )
  ) AS "t32"
    ON "t29"."lead_id" = "t32"."lead_id"
)
SELECT
  "t42"."what",
  "t42"."source",
  "t42"."stage",
  "t42"."version",
  "t42"."reason",
  "t42"."side",
  COUNT(*) AS "lost"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t37"."lead_id",
        "t37"."lost_s",
        "t37"."side",
        'deals' AS "what",
        CASE WHEN "t37"."source" = '' THEN 'unknown' ELSE "t37"."source" END AS "source",
        CASE WHEN "t37"."stage" = '' THEN 'none' ELSE "t37"."stage" END AS "stage",
        CASE WHEN "t37"."reason" = '' THEN 'no_reason' ELSE "t37"."reason" END AS "reason",
        CASE
          WHEN "t37"."own_version" > 0
          THEN CAST("t37"."own_version" AS BIGINT)
          ELSE CAST(CASE
            WHEN "t37"."hand" = ''
            THEN '0'
            ELSE SUBSTRING("t37"."hand" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t37"."hand") END)
          END AS BIGINT)
        END AS "version"
      FROM (
        SELECT
          "t35"."lead_id",
          MAX(
            CASE
              WHEN "t35"."key" = "t35"."captured_key"
              THEN COALESCE("t35"."source", '')
              ELSE ''
            END
          ) AS "source",
          MAX(
            CASE
              WHEN "t35"."key" = "t35"."lost_key"
              THEN CASE
                WHEN "t35"."kind" = 'lost'
                THEN COALESCE("t35"."stage", '')
                ELSE "t35"."kind"
              END
              ELSE ''
            END
          ) AS "stage",
          MAX(
            CASE
              WHEN "t35"."key" = "t35"."lost_key"
              THEN COALESCE("t35"."reason", '')
              ELSE ''
            END
          ) AS "reason",
          MAX(
            CASE WHEN "t35"."key" = "t35"."lost_key" THEN COALESCE("t35"."side", '') ELSE '' END
          ) AS "side",
          MAX(
            CASE
              WHEN "t35"."key" = "t35"."lost_key"
              THEN COALESCE("t35"."pact_version", 0)
              ELSE 0
            END
          ) AS "own_version",
          MAX(
            CASE
              WHEN (
                "t35"."kind" = 'handed_over'
              ) AND (
                "t35"."key" < "t35"."lost_key"
              )
              THEN CAST("t35"."key" AS VARCHAR) || CAST(COALESCE("t35"."pact_version", 0) AS VARCHAR)
              ELSE ''
            END
          ) AS "hand",
          MAX(CASE WHEN "t35"."key" = "t35"."lost_key" THEN "t35"."occurred_s" ELSE 0 END) AS "lost_s"
        FROM (
          SELECT
            *
          FROM "t33" AS "t34"
          WHERE
            "t34"."lost_key" > 0 AND "t34"."lost_key" > "t34"."won_key"
        ) AS "t35"
        GROUP BY
          1
      ) AS "t37"
    ) AS "t39"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t38"."lead_id",
        "t38"."lost_s",
        "t38"."side",
        'leads' AS "what",
        CASE WHEN "t38"."source" = '' THEN 'unknown' ELSE "t38"."source" END AS "source",
        CASE WHEN "t38"."stage" = '' THEN 'none' ELSE "t38"."stage" END AS "stage",
        CASE WHEN "t38"."reason" = '' THEN 'no_reason' ELSE "t38"."reason" END AS "reason",
        CASE
          WHEN "t38"."own_version" > 0
          THEN CAST("t38"."own_version" AS BIGINT)
          ELSE CAST(CASE
            WHEN "t38"."hand" = ''
            THEN '0'
            ELSE SUBSTRING("t38"."hand" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t38"."hand") END)
          END AS BIGINT)
        END AS "version"
      FROM (
        SELECT
          "t36"."lead_id",
          MAX(
            CASE
              WHEN "t36"."key" = "t36"."captured_key"
              THEN COALESCE("t36"."source", '')
              ELSE ''
            END
          ) AS "source",
          MAX(
            CASE
              WHEN "t36"."key" = "t36"."end_key"
              THEN CASE
                WHEN "t36"."kind" = 'lost'
                THEN COALESCE("t36"."stage", '')
                ELSE "t36"."kind"
              END
              ELSE ''
            END
          ) AS "stage",
          MAX(
            CASE
              WHEN "t36"."key" = "t36"."end_key"
              THEN COALESCE("t36"."reason", '')
              ELSE ''
            END
          ) AS "reason",
          MAX(
            CASE WHEN "t36"."key" = "t36"."end_key" THEN COALESCE("t36"."side", '') ELSE '' END
          ) AS "side",
          MAX(
            CASE
              WHEN "t36"."key" = "t36"."end_key"
              THEN COALESCE("t36"."pact_version", 0)
              ELSE 0
            END
          ) AS "own_version",
          MAX(
            CASE
              WHEN (
                "t36"."kind" = 'handed_over'
              ) AND (
                "t36"."key" < "t36"."end_key"
              )
              THEN CAST("t36"."key" AS VARCHAR) || CAST(COALESCE("t36"."pact_version", 0) AS VARCHAR)
              ELSE ''
            END
          ) AS "hand",
          MAX(CASE WHEN "t36"."key" = "t36"."end_key" THEN "t36"."occurred_s" ELSE 0 END) AS "lost_s"
        FROM (
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
        ) AS "t36"
        GROUP BY
          1
      ) AS "t38"
    ) AS "t40"
  ) AS "t41"
  WHERE
    "t41"."lost_s" >= ${since_s} AND "t41"."lost_s" < ${until_s}
) AS "t42"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
