-- levels
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
), "t41" AS (
  SELECT
    "t40"."unit",
    MAX("t40"."is_customer") AS "is_customer",
    MAX("t40"."is_visitor") AS "is_visitor",
    MAX(COALESCE("t40"."named_segment", '')) AS "named_segment",
    MAX(COALESCE("t40"."named_industry", '')) AS "named_industry",
    MAX(COALESCE("t40"."named_employees", '')) AS "named_employees",
    MAX(COALESCE("t40"."named_country", '')) AS "named_country",
    MAX(COALESCE("t40"."named_region", '')) AS "named_region",
    MAX(COALESCE("t40"."named_language", '')) AS "named_language",
    MAX(COALESCE("t40"."named_budget", '')) AS "named_budget",
    MAX(COALESCE("t40"."named_authority", '')) AS "named_authority",
    MAX(COALESCE("t40"."named_tool_today", '')) AS "named_tool_today"
  FROM (
    SELECT
      "t39"."unit_lead_id",
      "t39"."is_customer",
      "t39"."is_visitor",
      "t39"."unit",
      "t35"."value_lead_id",
      "t35"."named_segment",
      "t35"."named_industry",
      "t35"."named_employees",
      "t35"."named_country",
      "t35"."named_region",
      "t35"."named_language",
      "t35"."named_budget",
      "t35"."named_authority",
      "t35"."named_tool_today"
    FROM (
      SELECT
        "t37"."unit_lead_id",
        "t37"."is_customer",
        "t37"."is_visitor",
        CASE
          WHEN "t37"."account_id" > 0
          THEN (
            "t37"."account_id" * 2
          ) + 1
          ELSE "t37"."unit_lead_id" * 2
        END AS "unit"
      FROM (
        SELECT
          "t36"."unit_lead_id",
          "t36"."is_customer",
          "t36"."is_visitor",
          CAST(CASE
            WHEN "t36"."named" = ''
            THEN '0'
            ELSE SUBSTRING(
              "t36"."named",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t36"."named") END
            )
          END AS BIGINT) AS "account_id"
        FROM (
          SELECT
            "t32"."lead_id" AS "unit_lead_id",
            MAX(
              CASE
                WHEN COALESCE("t32"."account_id", 0) > 0
                THEN CAST((
                  "t32"."occurred_s" * 2147483648
                ) + "t32"."seq" + 1000000000000000000 AS TEXT) || CAST("t32"."account_id" AS TEXT)
                ELSE ''
              END
            ) AS "named",
            MAX(
              CASE
                WHEN (
                  "t32"."kind" = 'won'
                )
                AND (
                  (
                    "t32"."occurred_s" >= CASE
                      WHEN ${since_s} > -9000000000
                      THEN ${since_s}
                      ELSE ${as_of_s} - 31536000
                    END
                  )
                  AND (
                    "t32"."occurred_s" < ${until_s}
                  )
                )
                THEN 1
                ELSE 0
              END
            ) AS "is_customer",
            MAX(
              CASE
                WHEN "t32"."kind" IN ('page_view', 'form_filled')
                AND (
                  (
                    "t32"."occurred_s" >= CASE
                      WHEN ${since_s} > -9000000000
                      THEN ${since_s}
                      ELSE ${as_of_s} - 31536000
                    END
                  )
                  AND (
                    "t32"."occurred_s" < ${until_s}
                  )
                )
                THEN 1
                ELSE 0
              END
            ) AS "is_visitor"
          FROM (
            SELECT
              "t31"."seq",
              "t31"."kind",
              "t31"."occurred_s",
              "t31"."occurred_month",
              "t31"."person_id",
              "t31"."side",
              "t31"."source",
              "t31"."value_code",
              "t31"."value_number",
              "t31"."points",
              "t31"."due_s",
              "t31"."worked_s",
              "t31"."account_id",
              "t31"."lead_id" AS "own_lead_id",
              COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id"
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
                "t12"."account_id",
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
                  "t7"."account_id"
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
                        'action_done',
                        'asked',
                        'asset_sent',
                        'asset_viewed',
                        'call',
                        'captured',
                        'deal_opened',
                        'described',
                        'disqualified',
                        'email',
                        'email_clicked',
                        'email_opened',
                        'erased',
                        'escalated',
                        'event_visit',
                        'form_filled',
                        'gave_up',
                        'handed_over',
                        'kept_on',
                        'lost',
                        'meeting',
                        'merged',
                        'page_view',
                        'promised',
                        'qualified',
                        'queued',
                        'reassigned',
                        'recycled',
                        'referred',
                        'rejected',
                        'reminded',
                        'scored',
                        'social',
                        'stage_changed',
                        'unmerged',
                        'woken',
                        'won'
                      )
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
            WHERE
              (
                COALESCE("t31"."account_id", 0) > 0
              )
              OR (
                (
                  "t31"."occurred_s" >= CASE
                    WHEN ${since_s} > -9000000000
                    THEN ${since_s}
                    ELSE ${as_of_s} - 31536000
                  END
                )
                AND (
                  "t31"."occurred_s" < ${until_s}
                )
                AND "t31"."kind" IN ('page_view', 'form_filled', 'won')
              )
          ) AS "t32"
          GROUP BY
            1
        ) AS "t36"
      ) AS "t37"
    ) AS "t39"
    LEFT OUTER JOIN (
      SELECT
        "t33"."lead_id" AS "value_lead_id",
        MAX(CASE WHEN "t33"."field" = 'segment' THEN "t33"."named" ELSE '' END) AS "named_segment",
        MAX(CASE WHEN "t33"."field" = 'industry' THEN "t33"."named" ELSE '' END) AS "named_industry",
        MAX(CASE WHEN "t33"."field" = 'employees' THEN "t33"."named" ELSE '' END) AS "named_employees",
        MAX(CASE WHEN "t33"."field" = 'country' THEN "t33"."named" ELSE '' END) AS "named_country",
        MAX(CASE WHEN "t33"."field" = 'region' THEN "t33"."named" ELSE '' END) AS "named_region",
        MAX(CASE WHEN "t33"."field" = 'language' THEN "t33"."named" ELSE '' END) AS "named_language",
        MAX(CASE WHEN "t33"."field" = 'budget' THEN "t33"."named" ELSE '' END) AS "named_budget",
        MAX(CASE WHEN "t33"."field" = 'authority' THEN "t33"."named" ELSE '' END) AS "named_authority",
        MAX(CASE WHEN "t33"."field" = 'tool_today' THEN "t33"."named" ELSE '' END) AS "named_tool_today"
      FROM (
        SELECT
          COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
          "t30"."occurred_s",
          "t30"."recorded_s",
          "t30"."field",
          CAST((
            "t30"."occurred_s" * 2147483648
          ) + "t30"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t30"."field" = 'employees'
            THEN CASE
              WHEN COALESCE("t30"."value_number", 0.0) < 1.0
              THEN 'unknown'
              WHEN COALESCE("t30"."value_number", 0.0) < 11.0
              THEN '1-10'
              WHEN COALESCE("t30"."value_number", 0.0) < 51.0
              THEN '11-50'
              WHEN COALESCE("t30"."value_number", 0.0) < 251.0
              THEN '51-250'
              WHEN COALESCE("t30"."value_number", 0.0) < 1001.0
              THEN '251-1000'
              ELSE '1001+'
            END
            ELSE COALESCE("t30"."value_code", 'unknown')
          END AS "named"
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
            "t11"."field",
            "t11"."recorded_s",
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
              "t6"."field",
              "t6"."recorded_s"
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
                  AND "t0"."kind" IN ('described')
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
        WHERE
          COALESCE("t30"."field", '') IN (
            'segment',
            'industry',
            'employees',
            'country',
            'region',
            'language',
            'budget',
            'authority',
            'tool_today'
          )
      ) AS "t33"
      GROUP BY
        1
    ) AS "t35"
      ON "t39"."unit_lead_id" = "t35"."value_lead_id"
  ) AS "t40"
  GROUP BY
    1
)
SELECT
  "t59"."field",
  "t59"."level",
  "t59"."is_customer",
  COUNT(*) AS "accounts"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'employees' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_employees", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_employees", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_employees", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_employees", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t43"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'country' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_country", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_country", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_country", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_country", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t44"
    ) AS "t52"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'region' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_region", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_region", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_region", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_region", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t45"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'language' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_language", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_language", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_language", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_language", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t46"
    ) AS "t53"
  ) AS "t56"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'budget' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_budget", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_budget", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_budget", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_budget", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t47"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'authority' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_authority", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_authority", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_authority", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_authority", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t48"
    ) AS "t54"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t42"."is_customer",
          'tool_today' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t42"."named_tool_today", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_tool_today", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t42"."named_tool_today", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_tool_today", ''))
              END
            )
          END AS "level"
        FROM "t41" AS "t42"
        WHERE
          (
            "t42"."is_customer" = 1
          ) OR (
            "t42"."is_visitor" = 1
          )
      ) AS "t49"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t42"."is_customer",
            'segment' AS "field",
            CASE
              WHEN SUBSTRING(
                COALESCE("t42"."named_segment", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_segment", ''))
                END
              ) = ''
              THEN 'unknown'
              ELSE SUBSTRING(
                COALESCE("t42"."named_segment", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_segment", ''))
                END
              )
            END AS "level"
          FROM "t41" AS "t42"
          WHERE
            (
              "t42"."is_customer" = 1
            ) OR (
              "t42"."is_visitor" = 1
            )
        ) AS "t50"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t42"."is_customer",
            'industry' AS "field",
            CASE
              WHEN SUBSTRING(
                COALESCE("t42"."named_industry", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_industry", ''))
                END
              ) = ''
              THEN 'unknown'
              ELSE SUBSTRING(
                COALESCE("t42"."named_industry", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t42"."named_industry", ''))
                END
              )
            END AS "level"
          FROM "t41" AS "t42"
          WHERE
            (
              "t42"."is_customer" = 1
            ) OR (
              "t42"."is_visitor" = 1
            )
        ) AS "t51"
      ) AS "t55"
    ) AS "t57"
  ) AS "t58"
) AS "t59"
GROUP BY
  1,
  2,
  3
