-- grid
WITH "t4" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t13" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t8"."occurred_s" * 4000000000
    ) + "t8"."seq" AS "key"
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
    ) AS "t3"
    WHERE
      NOT (
        "t3"."id" IN (
          SELECT
            *
          FROM "t4"
        )
      )
  ) AS "t8"
), "t19" AS (
  SELECT
    "t18"."lead_id" AS "gone_id",
    MAX("t18"."target_id") AS "into_id",
    MAX("t18"."occurred_s") AS "merged_s",
    MAX("t18"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t13" AS "t14"
      WHERE
        "t14"."key" IN (
          SELECT
            "t15"."last_key"
          FROM (
            SELECT
              "t14"."lead_id",
              MAX("t14"."key") AS "last_key"
            FROM "t13" AS "t14"
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
), "t32" AS (
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
    FROM (
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
              FROM "t4"
            )
          )
      ) AS "t6"
      WHERE
        COALESCE("t6"."lead_id", 0) <> 0
    ) AS "t11"
    LEFT OUTER JOIN (
      SELECT
        "t27"."gone_id",
        COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
      FROM (
        SELECT
          "t26"."gone_id",
          "t26"."merged_s",
          "t26"."merged_key",
          "t26"."into_id",
          "t23"."via_id",
          "t23"."onward_id"
        FROM (
          SELECT
            "t24"."gone_id",
            "t24"."merged_s",
            "t24"."merged_key",
            COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
          FROM (
            SELECT
              "t21"."gone_id",
              "t21"."into_id",
              "t21"."merged_s",
              "t21"."merged_key",
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
      ON "t11"."lead_id" = "t29"."gone_id"
  ) AS "t30"
), "t47" AS (
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
  INNER JOIN (
    SELECT
      "t44"."lead_id",
      "t44"."captured_key",
      "t44"."lost_key",
      "t44"."won_key",
      "t44"."end_key",
      GREATEST("t44"."revived_key", COALESCE("t44"."begun_key", -9000000000000000000)) AS "revived_key",
      COALESCE("t44"."over_key", -9000000000000000000) AS "over_key"
    FROM (
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
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t34"."lead_id",
            MIN(
              CASE WHEN "t34"."kind" = 'captured' THEN "t34"."key" ELSE 9000000000000000000 END
            ) AS "captured_key",
            MAX(CASE WHEN "t34"."kind" IN ('lost') THEN "t34"."key" ELSE 0 END) AS "lost_key",
            MAX(CASE WHEN "t34"."kind" IN ('won') THEN "t34"."key" ELSE 0 END) AS "won_key",
            MAX(
              CASE
                WHEN "t34"."kind" IN ('disqualified', 'gave_up', 'rejected')
                THEN "t34"."key"
                ELSE 0
              END
            ) AS "end_key",
            MAX(
              CASE
                WHEN "t34"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
                THEN "t34"."key"
                ELSE 0
              END
            ) AS "revived_key"
          FROM "t32" AS "t34"
          GROUP BY
            1
        ) AS "t37"
        WHERE
          (
            "t37"."lost_key" > 0
          ) OR (
            "t37"."end_key" > 0
          )
      ) AS "t40"
      LEFT OUTER JOIN (
        SELECT
          "t41"."dealt_lead_id",
          "t41"."begun_key",
          CASE WHEN "t41"."is_open" = 0 THEN "t41"."last_key" ELSE -9000000000000000000 END AS "over_key"
        FROM (
          SELECT
            "t38"."lead_id" AS "dealt_lead_id",
            MAX("t38"."begun_key") AS "begun_key",
            MAX("t38"."lost_key") AS "last_key",
            MAX("t38"."lost_s") AS "last_s",
            MAX(CASE WHEN "t38"."begun_key" > "t38"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
          FROM (
            SELECT
              "t36"."lead_id",
              "t36"."deal",
              "t36"."first_key",
              "t36"."opened_key",
              "t36"."closed_key",
              "t36"."lost_key",
              "t36"."lost_s",
              GREATEST("t36"."first_key", "t36"."opened_key") AS "begun_key"
            FROM (
              SELECT
                "t33"."lead_id",
                "t33"."deal",
                MIN("t33"."key") AS "first_key",
                MAX(
                  CASE
                    WHEN "t33"."kind" IN ('deal_opened')
                    THEN "t33"."key"
                    ELSE -9000000000000000000
                  END
                ) AS "opened_key",
                MAX(
                  CASE
                    WHEN "t33"."kind" IN ('lost', 'won')
                    THEN "t33"."key"
                    ELSE -9000000000000000000
                  END
                ) AS "closed_key",
                MAX(
                  CASE WHEN "t33"."kind" IN ('lost') THEN "t33"."key" ELSE -9000000000000000000 END
                ) AS "lost_key",
                MAX(CASE WHEN "t33"."kind" = 'lost' THEN "t33"."occurred_s" ELSE -9000000000 END) AS "lost_s"
              FROM (
                SELECT
                  COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id",
                  "t31"."kind",
                  "t31"."occurred_s",
                  (
                    "t31"."occurred_s" * 4000000000
                  ) + "t31"."seq" AS "key",
                  COALESCE("t31"."deal_id", 0) AS "deal"
                FROM (
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
                  FROM (
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
                          AND "t0"."kind" IN ('deal_opened', 'lost', 'stage_changed', 'won')
                      ) AS "t2"
                      WHERE
                        NOT (
                          "t2"."id" IN (
                            SELECT
                              *
                            FROM "t4"
                          )
                        )
                    ) AS "t7"
                    WHERE
                      COALESCE("t7"."lead_id", 0) <> 0
                  ) AS "t12"
                  LEFT OUTER JOIN (
                    SELECT
                      "t27"."gone_id",
                      COALESCE("t27"."onward_id", "t27"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t26"."gone_id",
                        "t26"."merged_s",
                        "t26"."merged_key",
                        "t26"."into_id",
                        "t23"."via_id",
                        "t23"."onward_id"
                      FROM (
                        SELECT
                          "t24"."gone_id",
                          "t24"."merged_s",
                          "t24"."merged_key",
                          COALESCE("t24"."onward_id", "t24"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t21"."gone_id",
                            "t21"."into_id",
                            "t21"."merged_s",
                            "t21"."merged_key",
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
                    ON "t12"."lead_id" = "t29"."gone_id"
                ) AS "t31"
              ) AS "t33"
              GROUP BY
                1,
                2
            ) AS "t36"
          ) AS "t38"
          GROUP BY
            1
        ) AS "t41"
      ) AS "t43"
        ON "t40"."lead_id" = "t43"."dealt_lead_id"
    ) AS "t44"
  ) AS "t46"
    ON "t35"."lead_id" = "t46"."lead_id"
)
SELECT
  "t56"."what",
  "t56"."source",
  "t56"."stage",
  "t56"."version",
  "t56"."reason",
  "t56"."side",
  COUNT(*) AS "lost"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t51"."lead_id",
        "t51"."lost_s",
        "t51"."side",
        'deals' AS "what",
        CASE WHEN "t51"."source" = '' THEN 'unknown' ELSE "t51"."source" END AS "source",
        CASE WHEN "t51"."stage" = '' THEN 'none' ELSE "t51"."stage" END AS "stage",
        CASE WHEN "t51"."reason" = '' THEN 'no_reason' ELSE "t51"."reason" END AS "reason",
        CASE
          WHEN "t51"."own_version" > 0
          THEN CAST("t51"."own_version" AS BIGINT)
          ELSE CAST(CASE
            WHEN "t51"."hand" = ''
            THEN '0'
            ELSE SUBSTRING(
              "t51"."hand",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t51"."hand") END
            )
          END AS BIGINT)
        END AS "version"
      FROM (
        SELECT
          "t49"."lead_id",
          MAX(
            CASE
              WHEN "t49"."key" = "t49"."captured_key"
              THEN COALESCE("t49"."source", '')
              ELSE ''
            END
          ) AS "source",
          MAX(
            CASE
              WHEN "t49"."key" = "t49"."lost_key"
              THEN CASE
                WHEN "t49"."kind" = 'lost'
                THEN COALESCE("t49"."stage", '')
                ELSE "t49"."kind"
              END
              ELSE ''
            END
          ) AS "stage",
          MAX(
            CASE
              WHEN "t49"."key" = "t49"."lost_key"
              THEN COALESCE("t49"."reason", '')
              ELSE ''
            END
          ) AS "reason",
          MAX(
            CASE WHEN "t49"."key" = "t49"."lost_key" THEN COALESCE("t49"."side", '') ELSE '' END
          ) AS "side",
          MAX(
            CASE
              WHEN "t49"."key" = "t49"."lost_key"
              THEN COALESCE("t49"."pact_version", 0)
              ELSE 0
            END
          ) AS "own_version",
          MAX(
            CASE
              WHEN (
                "t49"."kind" = 'handed_over'
              ) AND (
                "t49"."key" < "t49"."lost_key"
              )
              THEN CAST("t49"."key" AS TEXT) || CAST(COALESCE("t49"."pact_version", 0) AS TEXT)
              ELSE ''
            END
          ) AS "hand",
          MAX(CASE WHEN "t49"."key" = "t49"."lost_key" THEN "t49"."occurred_s" ELSE 0 END) AS "lost_s"
        FROM (
          SELECT
            *
          FROM "t47" AS "t48"
          WHERE
            "t48"."lost_key" > 0 AND "t48"."lost_key" > "t48"."won_key"
        ) AS "t49"
        GROUP BY
          1
      ) AS "t51"
    ) AS "t53"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t52"."lead_id",
        "t52"."lost_s",
        "t52"."side",
        'leads' AS "what",
        CASE WHEN "t52"."source" = '' THEN 'unknown' ELSE "t52"."source" END AS "source",
        CASE WHEN "t52"."stage" = '' THEN 'none' ELSE "t52"."stage" END AS "stage",
        CASE WHEN "t52"."reason" = '' THEN 'no_reason' ELSE "t52"."reason" END AS "reason",
        CASE
          WHEN "t52"."own_version" > 0
          THEN CAST("t52"."own_version" AS BIGINT)
          ELSE CAST(CASE
            WHEN "t52"."hand" = ''
            THEN '0'
            ELSE SUBSTRING(
              "t52"."hand",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."hand") END
            )
          END AS BIGINT)
        END AS "version"
      FROM (
        SELECT
          "t50"."lead_id",
          MAX(
            CASE
              WHEN "t50"."key" = "t50"."captured_key"
              THEN COALESCE("t50"."source", '')
              ELSE ''
            END
          ) AS "source",
          MAX(
            CASE
              WHEN "t50"."key" = "t50"."end_key"
              THEN CASE
                WHEN "t50"."kind" = 'lost'
                THEN COALESCE("t50"."stage", '')
                ELSE "t50"."kind"
              END
              ELSE ''
            END
          ) AS "stage",
          MAX(
            CASE
              WHEN "t50"."key" = "t50"."end_key"
              THEN COALESCE("t50"."reason", '')
              ELSE ''
            END
          ) AS "reason",
          MAX(
            CASE WHEN "t50"."key" = "t50"."end_key" THEN COALESCE("t50"."side", '') ELSE '' END
          ) AS "side",
          MAX(
            CASE
              WHEN "t50"."key" = "t50"."end_key"
              THEN COALESCE("t50"."pact_version", 0)
              ELSE 0
            END
          ) AS "own_version",
          MAX(
            CASE
              WHEN (
                "t50"."kind" = 'handed_over'
              ) AND (
                "t50"."key" < "t50"."end_key"
              )
              THEN CAST("t50"."key" AS TEXT) || CAST(COALESCE("t50"."pact_version", 0) AS TEXT)
              ELSE ''
            END
          ) AS "hand",
          MAX(CASE WHEN "t50"."key" = "t50"."end_key" THEN "t50"."occurred_s" ELSE 0 END) AS "lost_s"
        FROM (
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
        ) AS "t50"
        GROUP BY
          1
      ) AS "t52"
    ) AS "t54"
  ) AS "t55"
  WHERE
    "t55"."lost_s" >= ${since_s} AND "t55"."lost_s" < ${until_s}
) AS "t56"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
