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
    "t8"."seq",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
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
), "t23" AS (
  SELECT
    "t22"."lead_id" AS "gone_id",
    MAX("t22"."target_id") AS "into_id",
    MAX("t22"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t13" AS "t14"
      WHERE
        "t14"."seq" IN (
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
        )
    ) AS "t21"
    WHERE
      "t21"."target_id" <> 0 AND "t21"."target_id" <> "t21"."lead_id"
  ) AS "t22"
  GROUP BY
    1
), "t45" AS (
  SELECT
    "t44"."unit",
    MAX("t44"."is_customer") AS "is_customer",
    MAX("t44"."is_visitor") AS "is_visitor",
    MAX(COALESCE("t44"."named_segment", '')) AS "named_segment",
    MAX(COALESCE("t44"."named_industry", '')) AS "named_industry",
    MAX(COALESCE("t44"."named_employees", '')) AS "named_employees",
    MAX(COALESCE("t44"."named_country", '')) AS "named_country",
    MAX(COALESCE("t44"."named_region", '')) AS "named_region",
    MAX(COALESCE("t44"."named_language", '')) AS "named_language",
    MAX(COALESCE("t44"."named_budget", '')) AS "named_budget",
    MAX(COALESCE("t44"."named_authority", '')) AS "named_authority",
    MAX(COALESCE("t44"."named_tool_today", '')) AS "named_tool_today"
  FROM (
    SELECT
      "t43"."unit_lead_id",
      "t43"."is_customer",
      "t43"."is_visitor",
      "t43"."unit",
      "t39"."value_lead_id",
      "t39"."named_segment",
      "t39"."named_industry",
      "t39"."named_employees",
      "t39"."named_country",
      "t39"."named_region",
      "t39"."named_language",
      "t39"."named_budget",
      "t39"."named_authority",
      "t39"."named_tool_today"
    FROM (
      SELECT
        "t41"."unit_lead_id",
        "t41"."is_customer",
        "t41"."is_visitor",
        CASE
          WHEN "t41"."account_id" > 0
          THEN (
            "t41"."account_id" * 2
          ) + 1
          ELSE "t41"."unit_lead_id" * 2
        END AS "unit"
      FROM (
        SELECT
          "t40"."unit_lead_id",
          "t40"."is_customer",
          "t40"."is_visitor",
          CAST(CASE
            WHEN "t40"."named" = ''
            THEN '0'
            ELSE SUBSTRING(
              "t40"."named",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t40"."named") END
            )
          END AS BIGINT) AS "account_id"
        FROM (
          SELECT
            "t36"."lead_id" AS "unit_lead_id",
            MAX(
              CASE
                WHEN COALESCE("t36"."account_id", 0) > 0
                THEN CAST((
                  "t36"."occurred_s" * 2147483648
                ) + "t36"."seq" + 1000000000000000000 AS TEXT) || CAST("t36"."account_id" AS TEXT)
                ELSE ''
              END
            ) AS "named",
            MAX(
              CASE
                WHEN (
                  "t36"."kind" = 'won'
                )
                AND (
                  (
                    "t36"."occurred_s" >= CASE
                      WHEN ${since_s} > -9000000000
                      THEN ${since_s}
                      ELSE ${as_of_s} - 31536000
                    END
                  )
                  AND (
                    "t36"."occurred_s" < ${until_s}
                  )
                )
                THEN 1
                ELSE 0
              END
            ) AS "is_customer",
            MAX(
              CASE
                WHEN "t36"."kind" IN ('page_view', 'form_filled')
                AND (
                  (
                    "t36"."occurred_s" >= CASE
                      WHEN ${since_s} > -9000000000
                      THEN ${since_s}
                      ELSE ${as_of_s} - 31536000
                    END
                  )
                  AND (
                    "t36"."occurred_s" < ${until_s}
                  )
                )
                THEN 1
                ELSE 0
              END
            ) AS "is_visitor"
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
              "t35"."account_id",
              "t35"."lead_id" AS "own_lead_id",
              COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
            FROM (
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
                "t12"."account_id",
                "t33"."gone_id",
                "t33"."into_id"
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
                  "t31"."gone_id",
                  COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t30"."gone_id",
                    "t30"."merged_s",
                    "t30"."into_id",
                    "t27"."via_id",
                    "t27"."onward_id"
                  FROM (
                    SELECT
                      "t28"."gone_id",
                      "t28"."merged_s",
                      COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t25"."gone_id",
                        "t25"."into_id",
                        "t25"."merged_s",
                        "t27"."via_id",
                        "t27"."onward_id"
                      FROM "t23" AS "t25"
                      LEFT OUTER JOIN (
                        SELECT
                          "t24"."gone_id" AS "via_id",
                          "t24"."into_id" AS "onward_id"
                        FROM "t23" AS "t24"
                      ) AS "t27"
                        ON "t25"."into_id" = "t27"."via_id"
                    ) AS "t28"
                  ) AS "t30"
                  LEFT OUTER JOIN (
                    SELECT
                      "t24"."gone_id" AS "via_id",
                      "t24"."into_id" AS "onward_id"
                    FROM "t23" AS "t24"
                  ) AS "t27"
                    ON "t30"."into_id" = "t27"."via_id"
                ) AS "t31"
              ) AS "t33"
                ON "t12"."lead_id" = "t33"."gone_id"
            ) AS "t35"
            WHERE
              (
                COALESCE("t35"."account_id", 0) > 0
              )
              OR (
                (
                  "t35"."occurred_s" >= CASE
                    WHEN ${since_s} > -9000000000
                    THEN ${since_s}
                    ELSE ${as_of_s} - 31536000
                  END
                )
                AND (
                  "t35"."occurred_s" < ${until_s}
                )
                AND "t35"."kind" IN ('page_view', 'form_filled', 'won')
              )
          ) AS "t36"
          GROUP BY
            1
        ) AS "t40"
      ) AS "t41"
    ) AS "t43"
    LEFT OUTER JOIN (
      SELECT
        "t37"."lead_id" AS "value_lead_id",
        MAX(CASE WHEN "t37"."field" = 'segment' THEN "t37"."named" ELSE '' END) AS "named_segment",
        MAX(CASE WHEN "t37"."field" = 'industry' THEN "t37"."named" ELSE '' END) AS "named_industry",
        MAX(CASE WHEN "t37"."field" = 'employees' THEN "t37"."named" ELSE '' END) AS "named_employees",
        MAX(CASE WHEN "t37"."field" = 'country' THEN "t37"."named" ELSE '' END) AS "named_country",
        MAX(CASE WHEN "t37"."field" = 'region' THEN "t37"."named" ELSE '' END) AS "named_region",
        MAX(CASE WHEN "t37"."field" = 'language' THEN "t37"."named" ELSE '' END) AS "named_language",
        MAX(CASE WHEN "t37"."field" = 'budget' THEN "t37"."named" ELSE '' END) AS "named_budget",
        MAX(CASE WHEN "t37"."field" = 'authority' THEN "t37"."named" ELSE '' END) AS "named_authority",
        MAX(CASE WHEN "t37"."field" = 'tool_today' THEN "t37"."named" ELSE '' END) AS "named_tool_today"
      FROM (
        SELECT
          COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
          "t34"."occurred_s",
          "t34"."recorded_s",
          "t34"."field",
          CAST((
            "t34"."occurred_s" * 2147483648
          ) + "t34"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t34"."field" = 'employees'
            THEN CASE
              WHEN COALESCE("t34"."value_number", 0.0) < 1.0
              THEN 'unknown'
              WHEN COALESCE("t34"."value_number", 0.0) < 11.0
              THEN '1-10'
              WHEN COALESCE("t34"."value_number", 0.0) < 51.0
              THEN '11-50'
              WHEN COALESCE("t34"."value_number", 0.0) < 251.0
              THEN '51-250'
              WHEN COALESCE("t34"."value_number", 0.0) < 1001.0
              THEN '251-1000'
              ELSE '1001+'
            END
            ELSE COALESCE("t34"."value_code", 'unknown')
          END AS "named"
        FROM (
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
            "t11"."recorded_s",
            "t33"."gone_id",
            "t33"."into_id"
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
              "t31"."gone_id",
              COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
            FROM (
              SELECT
                "t30"."gone_id",
                "t30"."merged_s",
                "t30"."into_id",
                "t27"."via_id",
                "t27"."onward_id"
              FROM (
                SELECT
                  "t28"."gone_id",
                  "t28"."merged_s",
                  COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t25"."gone_id",
                    "t25"."into_id",
                    "t25"."merged_s",
                    "t27"."via_id",
                    "t27"."onward_id"
                  FROM "t23" AS "t25"
                  LEFT OUTER JOIN (
                    SELECT
                      "t24"."gone_id" AS "via_id",
                      "t24"."into_id" AS "onward_id"
                    FROM "t23" AS "t24"
                  ) AS "t27"
                    ON "t25"."into_id" = "t27"."via_id"
                ) AS "t28"
              ) AS "t30"
              LEFT OUTER JOIN (
                SELECT
                  "t24"."gone_id" AS "via_id",
                  "t24"."into_id" AS "onward_id"
                FROM "t23" AS "t24"
              ) AS "t27"
                ON "t30"."into_id" = "t27"."via_id"
            ) AS "t31"
          ) AS "t33"
            ON "t11"."lead_id" = "t33"."gone_id"
        ) AS "t34"
        WHERE
          COALESCE("t34"."field", '') IN (
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
      ) AS "t37"
      GROUP BY
        1
    ) AS "t39"
      ON "t43"."unit_lead_id" = "t39"."value_lead_id"
  ) AS "t44"
  GROUP BY
    1
)
SELECT
  "t63"."field",
  "t63"."level",
  "t63"."is_customer",
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
          "t46"."is_customer",
          'employees' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_employees", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_employees", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_employees", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_employees", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t47"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t46"."is_customer",
          'country' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_country", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_country", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_country", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_country", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t48"
    ) AS "t56"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t46"."is_customer",
          'region' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_region", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_region", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_region", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_region", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t49"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t46"."is_customer",
          'language' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_language", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_language", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_language", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_language", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t50"
    ) AS "t57"
  ) AS "t60"
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
          "t46"."is_customer",
          'budget' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_budget", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_budget", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_budget", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_budget", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t51"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t46"."is_customer",
          'authority' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_authority", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_authority", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_authority", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_authority", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t52"
    ) AS "t58"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t46"."is_customer",
          'tool_today' AS "field",
          CASE
            WHEN SUBSTRING(
              COALESCE("t46"."named_tool_today", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_tool_today", ''))
              END
            ) = ''
            THEN 'unknown'
            ELSE SUBSTRING(
              COALESCE("t46"."named_tool_today", ''),
              CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_tool_today", ''))
              END
            )
          END AS "level"
        FROM "t45" AS "t46"
        WHERE
          (
            "t46"."is_customer" = 1
          ) OR (
            "t46"."is_visitor" = 1
          )
      ) AS "t53"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t46"."is_customer",
            'segment' AS "field",
            CASE
              WHEN SUBSTRING(
                COALESCE("t46"."named_segment", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_segment", ''))
                END
              ) = ''
              THEN 'unknown'
              ELSE SUBSTRING(
                COALESCE("t46"."named_segment", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_segment", ''))
                END
              )
            END AS "level"
          FROM "t45" AS "t46"
          WHERE
            (
              "t46"."is_customer" = 1
            ) OR (
              "t46"."is_visitor" = 1
            )
        ) AS "t54"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t46"."is_customer",
            'industry' AS "field",
            CASE
              WHEN SUBSTRING(
                COALESCE("t46"."named_industry", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_industry", ''))
                END
              ) = ''
              THEN 'unknown'
              ELSE SUBSTRING(
                COALESCE("t46"."named_industry", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t46"."named_industry", ''))
                END
              )
            END AS "level"
          FROM "t45" AS "t46"
          WHERE
            (
              "t46"."is_customer" = 1
            ) OR (
              "t46"."is_visitor" = 1
            )
        ) AS "t55"
      ) AS "t59"
    ) AS "t61"
  ) AS "t62"
) AS "t63"
GROUP BY
  1,
  2,
  3
