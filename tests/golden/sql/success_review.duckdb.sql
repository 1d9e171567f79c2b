-- traits
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t21" AS (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    "t12"."seq",
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
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
    ) AS "t5"
    WHERE
      NOT (
        "t5"."id" IN (
          SELECT
            *
          FROM "t6"
        )
      )
  ) AS "t12"
), "t31" AS (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."seq" IN (
          SELECT
            "t27"."last_seq"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."seq") AS "last_seq"
            FROM (
              SELECT
                "t23"."lead_id",
                "t23"."occurred_s",
                "t23"."seq",
                "t23"."target_id",
                "t25"."last_s"
              FROM "t21" AS "t23"
              INNER JOIN (
                SELECT
                  "t22"."lead_id",
                  MAX("t22"."occurred_s") AS "last_s"
                FROM "t21" AS "t22"
                GROUP BY
                  1
              ) AS "t25"
                ON "t23"."lead_id" = "t25"."lead_id" AND "t23"."occurred_s" = "t25"."last_s"
            ) AS "t26"
            GROUP BY
              1
          ) AS "t27"
        )
    ) AS "t29"
    WHERE
      "t29"."target_id" <> 0 AND "t29"."target_id" <> "t29"."lead_id"
  ) AS "t30"
  GROUP BY
    1
), "t54" AS (
  SELECT
    "t53"."lead_id",
    CASE WHEN "t53"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t53"."won_s" < 9000000000 THEN "t53"."won_s" ELSE "t53"."lost_s" END AS "end_s",
    CASE
      WHEN "t53"."first_s" < CASE WHEN "t53"."won_s" < 9000000000 THEN "t53"."won_s" ELSE "t53"."lost_s" END
      THEN "t53"."first_s"
      ELSE CASE WHEN "t53"."won_s" < 9000000000 THEN "t53"."won_s" ELSE "t53"."lost_s" END
    END AS "opened_s"
  FROM (
    SELECT
      "t49"."lead_id",
      MIN(CASE WHEN "t49"."kind" = 'won' THEN "t49"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(CASE WHEN "t49"."kind" = 'lost' THEN "t49"."occurred_s" ELSE -9000000000 END) AS "lost_s",
      MIN(
        CASE WHEN "t49"."kind" = 'deal_opened' THEN "t49"."occurred_s" ELSE 9000000000 END
      ) AS "first_s",
      MAX(CASE WHEN "t49"."kind" = 'lost' THEN "t49"."key" ELSE -9000000000000000000 END) AS "lost_key",
      MAX(
        CASE
          WHEN "t49"."kind" = 'deal_opened'
          THEN "t49"."key"
          ELSE -9000000000000000000
        END
      ) AS "again_key"
    FROM (
      SELECT
        COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
        "t44"."kind",
        "t44"."occurred_s",
        (
          "t44"."occurred_s" * 4000000000
        ) + "t44"."seq" AS "key"
      FROM (
        SELECT
          "t19"."seq",
          "t19"."id",
          "t19"."kind",
          "t19"."occurred_s",
          "t19"."occurred_month",
          "t19"."lead_id",
          "t19"."person_id",
          "t19"."side",
          "t19"."source",
          "t19"."value_code",
          "t19"."value_number",
          "t19"."points",
          "t19"."due_s",
          "t19"."worked_s",
          "t41"."gone_id",
          "t41"."into_id"
        FROM (
          SELECT
            "t10"."seq",
            "t10"."id",
            "t10"."kind",
            "t10"."occurred_s",
            "t10"."occurred_month",
            "t10"."lead_id",
            "t10"."person_id",
            "t10"."side",
            "t10"."source",
            "t10"."value_code",
            "t10"."value_number",
            "t10"."points",
            "t10"."due_s",
            "t10"."worked_s"
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
                AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
            ) AS "t3"
            WHERE
              NOT (
                "t3"."id" IN (
                  SELECT
                    *
                  FROM "t6"
                )
              )
          ) AS "t10"
          WHERE
            COALESCE("t10"."lead_id", 0) <> 0
        ) AS "t19"
        LEFT OUTER JOIN (
          SELECT
            "t39"."gone_id",
            COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
          FROM (
            SELECT
              "t38"."gone_id",
              "t38"."merged_s",
              "t38"."into_id",
              "t35"."via_id",
              "t35"."onward_id"
            FROM (
              SELECT
                "t36"."gone_id",
                "t36"."merged_s",
                COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t33"."gone_id",
                  "t33"."into_id",
                  "t33"."merged_s",
                  "t35"."via_id",
                  "t35"."onward_id"
                FROM "t31" AS "t33"
                LEFT OUTER JOIN (
                  SELECT
                    "t32"."gone_id" AS "via_id",
                    "t32"."into_id" AS "onward_id"
                  FROM "t31" AS "t32"
                ) AS "t35"
                  ON "t33"."into_id" = "t35"."via_id"
              ) AS "t36"
            ) AS "t38"
            LEFT OUTER JOIN (
              SELECT
                "t32"."gone_id" AS "via_id",
                "t32"."into_id" AS "onward_id"
              FROM "t31" AS "t32"
            ) AS "t35"
              ON "t38"."into_id" = "t35"."via_id"
          ) AS "t39"
        ) AS "t41"
          ON "t19"."lead_id" = "t41"."gone_id"
      ) AS "t44"
    ) AS "t49"
    GROUP BY
      1
  ) AS "t53"
  WHERE
    (
      "t53"."won_s" < 9000000000
    ) OR (
      "t53"."lost_key" > "t53"."again_key"
    )
), "t65" AS (
  SELECT
    "t58"."lead_id",
    "t58"."is_won",
    "t58"."end_s",
    "t58"."opened_s",
    "t64"."named",
    "t64"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t54" AS "t55"
    WHERE
      "t55"."end_s" >= ${since_s} AND "t55"."end_s" < ${until_s}
  ) AS "t58"
  LEFT OUTER JOIN (
    SELECT
      "t62"."named",
      "t62"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t61"."lead_id",
        MIN("t61"."named") AS "named"
      FROM (
        SELECT
          "t60"."lead_id",
          CAST((
            (
              (
                "t60"."occurred_s" - "t60"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t60"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t60"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t60"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t60"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t50"."lead_id",
            "t50"."occurred_s",
            "t50"."seq",
            "t50"."side",
            "t50"."source",
            "t59"."end_s",
            "t59"."of_lead_id"
          FROM (
            SELECT
              COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
              "t45"."occurred_s",
              "t45"."seq",
              "t45"."side",
              "t45"."source"
            FROM (
              SELECT
                "t20"."seq",
                "t20"."id",
                "t20"."kind",
                "t20"."occurred_s",
                "t20"."occurred_month",
                "t20"."lead_id",
                "t20"."person_id",
                "t20"."side",
                "t20"."source",
                "t20"."value_code",
                "t20"."value_number",
                "t20"."points",
                "t20"."due_s",
                "t20"."worked_s",
                "t41"."gone_id",
                "t41"."into_id"
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
                  "t11"."worked_s"
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
                      AND "t0"."kind" IN ('captured')
                  ) AS "t4"
                  WHERE
                    NOT (
                      "t4"."id" IN (
                        SELECT
                          *
                        FROM "t6"
                      )
                    )
                ) AS "t11"
                WHERE
                  COALESCE("t11"."lead_id", 0) <> 0
              ) AS "t20"
              LEFT OUTER JOIN (
                SELECT
                  "t39"."gone_id",
                  COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t38"."gone_id",
                    "t38"."merged_s",
                    "t38"."into_id",
                    "t35"."via_id",
                    "t35"."onward_id"
                  FROM (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s",
                      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t33"."gone_id",
                        "t33"."into_id",
                        "t33"."merged_s",
                        "t35"."via_id",
                        "t35"."onward_id"
                      FROM "t31" AS "t33"
                      LEFT OUTER JOIN (
                        SELECT
                          "t32"."gone_id" AS "via_id",
                          "t32"."into_id" AS "onward_id"
                        FROM "t31" AS "t32"
                      ) AS "t35"
                        ON "t33"."into_id" = "t35"."via_id"
                    ) AS "t36"
                  ) AS "t38"
                  LEFT OUTER JOIN (
                    SELECT
                      "t32"."gone_id" AS "via_id",
                      "t32"."into_id" AS "onward_id"
                    FROM "t31" AS "t32"
                  ) AS "t35"
                    ON "t38"."into_id" = "t35"."via_id"
                ) AS "t39"
              ) AS "t41"
                ON "t20"."lead_id" = "t41"."gone_id"
            ) AS "t45"
          ) AS "t50"
          INNER JOIN (
            SELECT
              "t55"."end_s",
              "t55"."lead_id" AS "of_lead_id"
            FROM "t54" AS "t55"
            WHERE
              "t55"."end_s" >= ${since_s} AND "t55"."end_s" < ${until_s}
          ) AS "t59"
            ON "t50"."lead_id" = "t59"."of_lead_id"
        ) AS "t60"
      ) AS "t61"
      GROUP BY
        1
    ) AS "t62"
  ) AS "t64"
    ON "t58"."lead_id" = "t64"."origin_lead_id"
), "t83" AS (
  SELECT
    "t82"."lead_id",
    "t82"."is_won",
    "t82"."source",
    "t82"."found_by",
    "t82"."segment",
    "t82"."industry",
    "t82"."employees",
    "t82"."country",
    "t82"."region",
    "t82"."language",
    "t82"."budget",
    "t82"."authority",
    "t82"."tool_today",
    CASE WHEN COALESCE("t82"."page_view", 0) = 1 THEN 'yes' ELSE 'no' END AS "page_view",
    CASE WHEN COALESCE("t82"."form_filled", 0) = 1 THEN 'yes' ELSE 'no' END AS "form_filled",
    CASE WHEN COALESCE("t82"."email_clicked", 0) = 1 THEN 'yes' ELSE 'no' END AS "email_clicked",
    CASE WHEN COALESCE("t82"."event_visit", 0) = 1 THEN 'yes' ELSE 'no' END AS "event_visit",
    CASE WHEN COALESCE("t82"."referred", 0) = 1 THEN 'yes' ELSE 'no' END AS "referred",
    CASE WHEN COALESCE("t82"."asset_viewed", 0) = 1 THEN 'yes' ELSE 'no' END AS "asset_viewed",
    CASE WHEN COALESCE("t82"."asset_sent", 0) = 1 THEN 'yes' ELSE 'no' END AS "asset_sent"
  FROM (
    SELECT
      "t81"."lead_id",
      "t81"."is_won",
      "t81"."source",
      "t81"."found_by",
      "t81"."segment",
      "t81"."industry",
      "t81"."employees",
      "t81"."country",
      "t81"."region",
      "t81"."language",
      "t81"."budget",
      "t81"."authority",
      "t81"."tool_today",
      "t77"."sign_lead_id",
      "t77"."page_view",
      "t77"."form_filled",
      "t77"."email_clicked",
      "t77"."event_visit",
      "t77"."referred",
      "t77"."asset_viewed",
      "t77"."asset_sent"
    FROM (
      SELECT
        "t79"."lead_id",
        "t79"."is_won",
        "t79"."source",
        "t79"."found_by",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_segment", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_segment", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_segment", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_segment", ''))
            END
          )
        END AS "segment",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_industry", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_industry", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_industry", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_industry", ''))
            END
          )
        END AS "industry",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_employees", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_employees", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_employees", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_employees", ''))
            END
          )
        END AS "employees",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_country", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_country", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_country", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_country", ''))
            END
          )
        END AS "country",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_region", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_region", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_region", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_region", ''))
            END
          )
        END AS "region",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_language", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_language", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_language", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_language", ''))
            END
          )
        END AS "language",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_budget", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_budget", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_budget", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_budget", ''))
            END
          )
        END AS "budget",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_authority", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_authority", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_authority", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_authority", ''))
            END
          )
        END AS "authority",
        CASE
          WHEN SUBSTRING(
            COALESCE("t79"."named_tool_today", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_tool_today", ''))
            END
          ) = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t79"."named_tool_today", ''),
            CASE
              WHEN (
                19 + 1
              ) >= 1
              THEN 19 + 1
              ELSE 19 + 1 + LENGTH(COALESCE("t79"."named_tool_today", ''))
            END
          )
        END AS "tool_today"
      FROM (
        SELECT
          "t72"."lead_id",
          "t72"."is_won",
          "t72"."end_s",
          "t72"."opened_s",
          "t72"."source",
          "t72"."found_by",
          "t78"."field_lead_id",
          "t78"."named_segment",
          "t78"."named_industry",
          "t78"."named_employees",
          "t78"."named_country",
          "t78"."named_region",
          "t78"."named_language",
          "t78"."named_budget",
          "t78"."named_authority",
          "t78"."named_tool_today"
        FROM (
          SELECT
            "t66"."lead_id",
            "t66"."is_won",
            "t66"."end_s",
            "t66"."opened_s",
            CASE
              WHEN COALESCE("t66"."named", '') = ''
              THEN 'unknown'
              ELSE SUBSTRING(
                COALESCE("t66"."named", ''),
                CASE
                  WHEN (
                    20 + 1
                  ) >= 1
                  THEN 20 + 1
                  ELSE 20 + 1 + LENGTH(COALESCE("t66"."named", ''))
                END
              )
            END AS "source",
            CASE
              WHEN SUBSTRING(
                COALESCE("t66"."named", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t66"."named", ''))
                END,
                1
              ) = 'm'
              THEN 'marketing'
              WHEN SUBSTRING(
                COALESCE("t66"."named", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t66"."named", ''))
                END,
                1
              ) = 's'
              THEN 'sales'
              ELSE 'unknown'
            END AS "found_by"
          FROM "t65" AS "t66"
        ) AS "t72"
        LEFT OUTER JOIN (
          SELECT
            "t74"."lead_id" AS "field_lead_id",
            MAX(CASE WHEN "t74"."field" = 'segment' THEN "t74"."named" ELSE '' END) AS "named_segment",
            MAX(CASE WHEN "t74"."field" = 'industry' THEN "t74"."named" ELSE '' END) AS "named_industry",
            MAX(CASE WHEN "t74"."field" = 'employees' THEN "t74"."named" ELSE '' END) AS "named_employees",
            MAX(CASE WHEN "t74"."field" = 'country' THEN "t74"."named" ELSE '' END) AS "named_country",
            MAX(CASE WHEN "t74"."field" = 'region' THEN "t74"."named" ELSE '' END) AS "named_region",
            MAX(CASE WHEN "t74"."field" = 'language' THEN "t74"."named" ELSE '' END) AS "named_language",
            MAX(CASE WHEN "t74"."field" = 'budget' THEN "t74"."named" ELSE '' END) AS "named_budget",
            MAX(CASE WHEN "t74"."field" = 'authority' THEN "t74"."named" ELSE '' END) AS "named_authority",
            MAX(CASE WHEN "t74"."field" = 'tool_today' THEN "t74"."named" ELSE '' END) AS "named_tool_today"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t52"."lead_id",
                "t52"."occurred_s",
                "t52"."recorded_s",
                "t52"."field",
                "t52"."named",
                "t68"."opened_s",
                "t68"."deal_lead_id"
              FROM (
                SELECT
                  COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                  "t43"."occurred_s",
                  "t43"."recorded_s",
                  "t43"."field",
                  CAST((
                    "t43"."occurred_s" * 2147483648
                  ) + "t43"."seq" + 1000000000000000000 AS TEXT) || CASE
                    WHEN "t43"."field" = 'employees'
                    THEN CASE
                      WHEN COALESCE("t43"."value_number", 0.0) < 1.0
                      THEN 'unknown'
                      WHEN COALESCE("t43"."value_number", 0.0) < 11.0
                      THEN '1-10'
                      WHEN COALESCE("t43"."value_number", 0.0) < 51.0
                      THEN '11-50'
                      WHEN COALESCE("t43"."value_number", 0.0) < 251.0
                      THEN '51-250'
                      WHEN COALESCE("t43"."value_number", 0.0) < 1001.0
                      THEN '251-1000'
                      ELSE '1001+'
                    END
                    ELSE COALESCE("t43"."value_code", 'unknown')
                  END AS "named"
                FROM (
                  SELECT
                    "t18"."seq",
                    "t18"."id",
                    "t18"."kind",
                    "t18"."occurred_s",
                    "t18"."occurred_month",
                    "t18"."lead_id",
                    "t18"."person_id",
                    "t18"."side",
                    "t18"."source",
                    "t18"."value_code",
                    "t18"."value_number",
                    "t18"."points",
                    "t18"."due_s",
                    "t18"."worked_s",
                    "t18"."field",
                    "t18"."recorded_s",
                    "t41"."gone_id",
                    "t41"."into_id"
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
                      "t9"."worked_s",
                      "t9"."field",
                      "t9"."recorded_s"
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
                      ) AS "t2"
                      WHERE
                        NOT (
                          "t2"."id" IN (
                            SELECT
                              *
                            FROM "t6"
                          )
                        )
                    ) AS "t9"
                    WHERE
                      COALESCE("t9"."lead_id", 0) <> 0
                  ) AS "t18"
                  LEFT OUTER JOIN (
                    SELECT
                      "t39"."gone_id",
                      COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t38"."gone_id",
                        "t38"."merged_s",
                        "t38"."into_id",
                        "t35"."via_id",
                        "t35"."onward_id"
                      FROM (
                        SELECT
                          "t36"."gone_id",
                          "t36"."merged_s",
                          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t33"."gone_id",
                            "t33"."into_id",
                            "t33"."merged_s",
                            "t35"."via_id",
                            "t35"."onward_id"
                          FROM "t31" AS "t33"
                          LEFT OUTER JOIN (
                            SELECT
                              "t32"."gone_id" AS "via_id",
                              "t32"."into_id" AS "onward_id"
                            FROM "t31" AS "t32"
                          ) AS "t35"
                            ON "t33"."into_id" = "t35"."via_id"
                        ) AS "t36"
                      ) AS "t38"
                      LEFT OUTER JOIN (
                        SELECT
                          "t32"."gone_id" AS "via_id",
                          "t32"."into_id" AS "onward_id"
                        FROM "t31" AS "t32"
                      ) AS "t35"
                        ON "t38"."into_id" = "t35"."via_id"
                    ) AS "t39"
                  ) AS "t41"
                    ON "t18"."lead_id" = "t41"."gone_id"
                ) AS "t43"
                WHERE
                  COALESCE("t43"."field", '') IN (
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
              ) AS "t52"
              INNER JOIN (
                SELECT
                  "t66"."opened_s",
                  "t66"."lead_id" AS "deal_lead_id"
                FROM "t65" AS "t66"
              ) AS "t68"
                ON "t52"."lead_id" = "t68"."deal_lead_id"
            ) AS "t71"
            WHERE
              "t71"."occurred_s" < "t71"."opened_s" AND "t71"."recorded_s" < "t71"."opened_s"
          ) AS "t74"
          GROUP BY
            1
        ) AS "t78"
          ON "t72"."lead_id" = "t78"."field_lead_id"
      ) AS "t79"
    ) AS "t81"
    LEFT OUTER JOIN (
      SELECT
        "t73"."lead_id" AS "sign_lead_id",
        MAX(CASE WHEN "t73"."kind" = 'page_view' THEN 1 ELSE 0 END) AS "page_view",
        MAX(CASE WHEN "t73"."kind" = 'form_filled' THEN 1 ELSE 0 END) AS "form_filled",
        MAX(CASE WHEN "t73"."kind" = 'email_clicked' THEN 1 ELSE 0 END) AS "email_clicked",
        MAX(CASE WHEN "t73"."kind" = 'event_visit' THEN 1 ELSE 0 END) AS "event_visit",
        MAX(CASE WHEN "t73"."kind" = 'referred' THEN 1 ELSE 0 END) AS "referred",
        MAX(CASE WHEN "t73"."kind" = 'asset_viewed' THEN 1 ELSE 0 END) AS "asset_viewed",
        MAX(CASE WHEN "t73"."kind" = 'asset_sent' THEN 1 ELSE 0 END) AS "asset_sent"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t48"."lead_id",
            "t48"."kind",
            "t48"."occurred_s",
            "t48"."recorded_s",
            "t68"."opened_s",
            "t68"."deal_lead_id"
          FROM (
            SELECT
              COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
              "t42"."kind",
              "t42"."occurred_s",
              "t42"."recorded_s"
            FROM (
              SELECT
                "t17"."seq",
                "t17"."id",
                "t17"."kind",
                "t17"."occurred_s",
                "t17"."occurred_month",
                "t17"."lead_id",
                "t17"."person_id",
                "t17"."side",
                "t17"."source",
                "t17"."value_code",
                "t17"."value_number",
                "t17"."points",
                "t17"."due_s",
                "t17"."worked_s",
                "t17"."recorded_s",
                "t41"."gone_id",
                "t41"."into_id"
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
                  "t8"."recorded_s"
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
                        'asset_sent',
                        'asset_viewed',
                        'email_clicked',
                        'event_visit',
                        'form_filled',
                        'page_view',
                        'referred'
                      )
                  ) AS "t1"
                  WHERE
                    NOT (
                      "t1"."id" IN (
                        SELECT
                          *
                        FROM "t6"
                      )
                    )
                ) AS "t8"
                WHERE
                  COALESCE("t8"."lead_id", 0) <> 0
              ) AS "t17"
              LEFT OUTER JOIN (
                SELECT
                  "t39"."gone_id",
                  COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t38"."gone_id",
                    "t38"."merged_s",
                    "t38"."into_id",
                    "t35"."via_id",
                    "t35"."onward_id"
                  FROM (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s",
                      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t33"."gone_id",
                        "t33"."into_id",
                        "t33"."merged_s",
                        "t35"."via_id",
                        "t35"."onward_id"
                      FROM "t31" AS "t33"
                      LEFT OUTER JOIN (
                        SELECT
                          "t32"."gone_id" AS "via_id",
                          "t32"."into_id" AS "onward_id"
                        FROM "t31" AS "t32"
                      ) AS "t35"
                        ON "t33"."into_id" = "t35"."via_id"
                    ) AS "t36"
                  ) AS "t38"
                  LEFT OUTER JOIN (
                    SELECT
                      "t32"."gone_id" AS "via_id",
                      "t32"."into_id" AS "onward_id"
                    FROM "t31" AS "t32"
                  ) AS "t35"
                    ON "t38"."into_id" = "t35"."via_id"
                ) AS "t39"
              ) AS "t41"
                ON "t17"."lead_id" = "t41"."gone_id"
            ) AS "t42"
          ) AS "t48"
          INNER JOIN (
            SELECT
              "t66"."opened_s",
              "t66"."lead_id" AS "deal_lead_id"
            FROM "t65" AS "t66"
          ) AS "t68"
            ON "t48"."lead_id" = "t68"."deal_lead_id"
        ) AS "t70"
        WHERE
          "t70"."occurred_s" < "t70"."opened_s" AND "t70"."recorded_s" < "t70"."opened_s"
      ) AS "t73"
      GROUP BY
        1
    ) AS "t77"
      ON "t81"."lead_id" = "t77"."sign_lead_id"
  ) AS "t82"
), "t110" AS (
  SELECT
    "t84"."source",
    "t84"."is_won",
    COUNT(*) AS "deals",
    COUNT(CASE WHEN "t84"."page_view" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "page_view",
    COUNT(CASE WHEN "t84"."form_filled" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "form_filled",
    COUNT(CASE WHEN "t84"."email_clicked" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "email_clicked",
    COUNT(CASE WHEN "t84"."event_visit" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "event_visit",
    COUNT(CASE WHEN "t84"."referred" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "referred",
    COUNT(CASE WHEN "t84"."asset_viewed" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "asset_viewed",
    COUNT(CASE WHEN "t84"."asset_sent" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "asset_sent"
  FROM "t83" AS "t84"
  GROUP BY
    1,
    2
)
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
        *
      FROM (
        SELECT
          "t85"."source",
          "t85"."is_won",
          "t85"."deals",
          'country' AS "trait",
          "t85"."country" AS "level"
        FROM (
          SELECT
            "t84"."source",
            "t84"."is_won",
            "t84"."country",
            COUNT(*) AS "deals"
          FROM "t83" AS "t84"
          GROUP BY
            1,
            2,
            3
        ) AS "t85"
      ) AS "t95"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t86"."source",
          "t86"."is_won",
          "t86"."deals",
          'region' AS "trait",
          "t86"."region" AS "level"
        FROM (
          SELECT
            "t84"."source",
            "t84"."is_won",
            "t84"."region",
            COUNT(*) AS "deals"
          FROM "t83" AS "t84"
          GROUP BY
            1,
            2,
            3
        ) AS "t86"
      ) AS "t96"
    ) AS "t105"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t87"."source",
          "t87"."is_won",
          "t87"."deals",
          'language' AS "trait",
          "t87"."language" AS "level"
        FROM (
          SELECT
            "t84"."source",
            "t84"."is_won",
            "t84"."language",
            COUNT(*) AS "deals"
          FROM "t83" AS "t84"
          GROUP BY
            1,
            2,
            3
        ) AS "t87"
      ) AS "t97"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t88"."source",
          "t88"."is_won",
          "t88"."deals",
          'budget' AS "trait",
          "t88"."budget" AS "level"
        FROM (
          SELECT
            "t84"."source",
            "t84"."is_won",
            "t84"."budget",
            COUNT(*) AS "deals"
          FROM "t83" AS "t84"
          GROUP BY
            1,
            2,
            3
        ) AS "t88"
      ) AS "t98"
    ) AS "t106"
  ) AS "t111"
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
          "t89"."source",
          "t89"."is_won",
          "t89"."deals",
          'authority' AS "trait",
          "t89"."authority" AS "level"
        FROM (
          SELECT
            "t84"."source",
            "t84"."is_won",
            "t84"."authority",
            COUNT(*) AS "deals"
          FROM "t83" AS "t84"
          GROUP BY
            1,
            2,
            3
        ) AS "t89"
      ) AS "t99"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t90"."source",
          "t90"."is_won",
          "t90"."deals",
          'tool_today' AS "trait",
          "t90"."tool_today" AS "level"
        FROM (
          SELECT
            "t84"."source",
            "t84"."is_won",
            "t84"."tool_today",
            COUNT(*) AS "deals"
          FROM "t83" AS "t84"
          GROUP BY
            1,
            2,
            3
        ) AS "t90"
      ) AS "t100"
    ) AS "t107"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."deals",
          'source' AS "trait",
          "t113"."source" AS "level"
        FROM "t110" AS "t113"
      ) AS "t114"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."page_view" AS "deals",
          'page_view' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t115"
    ) AS "t122"
  ) AS "t126"
) AS "t129"
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
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."form_filled" AS "deals",
          'form_filled' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t116"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."email_clicked" AS "deals",
          'email_clicked' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t117"
    ) AS "t123"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."event_visit" AS "deals",
          'event_visit' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t118"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."referred" AS "deals",
          'referred' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t119"
    ) AS "t124"
  ) AS "t127"
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
          "t113"."source",
          "t113"."is_won",
          "t113"."asset_viewed" AS "deals",
          'asset_viewed' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t120"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t113"."source",
          "t113"."is_won",
          "t113"."asset_sent" AS "deals",
          'asset_sent' AS "trait",
          'yes' AS "level"
        FROM "t110" AS "t113"
      ) AS "t121"
    ) AS "t125"
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
            "t91"."source",
            "t91"."is_won",
            "t91"."deals",
            'found_by' AS "trait",
            "t91"."found_by" AS "level"
          FROM (
            SELECT
              "t84"."source",
              "t84"."is_won",
              "t84"."found_by",
              COUNT(*) AS "deals"
            FROM "t83" AS "t84"
            GROUP BY
              1,
              2,
              3
          ) AS "t91"
        ) AS "t101"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t92"."source",
            "t92"."is_won",
            "t92"."deals",
            'segment' AS "trait",
            "t92"."segment" AS "level"
          FROM (
            SELECT
              "t84"."source",
              "t84"."is_won",
              "t84"."segment",
              COUNT(*) AS "deals"
            FROM "t83" AS "t84"
            GROUP BY
              1,
              2,
              3
          ) AS "t92"
        ) AS "t102"
      ) AS "t108"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."deals",
            'industry' AS "trait",
            "t93"."industry" AS "level"
          FROM (
            SELECT
              "t84"."source",
              "t84"."is_won",
              "t84"."industry",
              COUNT(*) AS "deals"
            FROM "t83" AS "t84"
            GROUP BY
              1,
              2,
              3
          ) AS "t93"
        ) AS "t103"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t94"."source",
            "t94"."is_won",
            "t94"."deals",
            'employees' AS "trait",
            "t94"."employees" AS "level"
          FROM (
            SELECT
              "t84"."source",
              "t84"."is_won",
              "t84"."employees",
              COUNT(*) AS "deals"
            FROM "t83" AS "t84"
            GROUP BY
              1,
              2,
              3
          ) AS "t94"
        ) AS "t104"
      ) AS "t109"
    ) AS "t112"
  ) AS "t128"
) AS "t130"

-- ways
WITH "t5" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t17" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(CASE
      WHEN "t10"."kind" = 'merged'
      THEN COALESCE("t10"."value_number", 0.0)
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
    ) AS "t4"
    WHERE
      NOT (
        "t4"."id" IN (
          SELECT
            *
          FROM "t5"
        )
      )
  ) AS "t10"
), "t27" AS (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t17" AS "t18"
      WHERE
        "t18"."seq" IN (
          SELECT
            "t23"."last_seq"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."seq") AS "last_seq"
            FROM (
              SELECT
                "t19"."lead_id",
                "t19"."occurred_s",
                "t19"."seq",
                "t19"."target_id",
                "t21"."last_s"
              FROM "t17" AS "t19"
              INNER JOIN (
                SELECT
                  "t18"."lead_id",
                  MAX("t18"."occurred_s") AS "last_s"
                FROM "t17" AS "t18"
                GROUP BY
                  1
              ) AS "t21"
                ON "t19"."lead_id" = "t21"."lead_id" AND "t19"."occurred_s" = "t21"."last_s"
            ) AS "t22"
            GROUP BY
              1
          ) AS "t23"
        )
    ) AS "t25"
    WHERE
      "t25"."target_id" <> 0 AND "t25"."target_id" <> "t25"."lead_id"
  ) AS "t26"
  GROUP BY
    1
), "t48" AS (
  SELECT
    "t45"."lead_id",
    CASE WHEN "t45"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t45"."won_s" < 9000000000 THEN "t45"."won_s" ELSE "t45"."lost_s" END AS "end_s",
    CASE
      WHEN "t45"."first_s" < CASE WHEN "t45"."won_s" < 9000000000 THEN "t45"."won_s" ELSE "t45"."lost_s" END
      THEN "t45"."first_s"
      ELSE CASE WHEN "t45"."won_s" < 9000000000 THEN "t45"."won_s" ELSE "t45"."lost_s" END
    END AS "opened_s"
  FROM (
    SELECT
      "t42"."lead_id",
      MIN(CASE WHEN "t42"."kind" = 'won' THEN "t42"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(CASE WHEN "t42"."kind" = 'lost' THEN "t42"."occurred_s" ELSE -9000000000 END) AS "lost_s",
      MIN(
        CASE WHEN "t42"."kind" = 'deal_opened' THEN "t42"."occurred_s" ELSE 9000000000 END
      ) AS "first_s",
      MAX(CASE WHEN "t42"."kind" = 'lost' THEN "t42"."key" ELSE -9000000000000000000 END) AS "lost_key",
      MAX(
        CASE
          WHEN "t42"."kind" = 'deal_opened'
          THEN "t42"."key"
          ELSE -9000000000000000000
        END
      ) AS "again_key"
    FROM (
      SELECT
        COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
        "t39"."kind",
        "t39"."occurred_s",
        (
          "t39"."occurred_s" * 4000000000
        ) + "t39"."seq" AS "key"
      FROM (
        SELECT
          "t15"."seq",
          "t15"."id",
          "t15"."kind",
          "t15"."occurred_s",
          "t15"."occurred_month",
          "t15"."lead_id",
          "t15"."person_id",
          "t15"."side",
          "t15"."source",
          "t15"."value_code",
          "t15"."value_number",
          "t15"."points",
          "t15"."due_s",
          "t15"."worked_s",
          "t37"."gone_id",
          "t37"."into_id"
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
            "t8"."worked_s"
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
                AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
            ) AS "t2"
            WHERE
              NOT (
                "t2"."id" IN (
                  SELECT
                    *
                  FROM "t5"
                )
              )
          ) AS "t8"
          WHERE
            COALESCE("t8"."lead_id", 0) <> 0
        ) AS "t15"
        LEFT OUTER JOIN (
          SELECT
            "t35"."gone_id",
            COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
          FROM (
            SELECT
              "t34"."gone_id",
              "t34"."merged_s",
              "t34"."into_id",
              "t31"."via_id",
              "t31"."onward_id"
            FROM (
              SELECT
                "t32"."gone_id",
                "t32"."merged_s",
                COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t29"."gone_id",
                  "t29"."into_id",
                  "t29"."merged_s",
                  "t31"."via_id",
                  "t31"."onward_id"
                FROM "t27" AS "t29"
                LEFT OUTER JOIN (
                  SELECT
                    "t28"."gone_id" AS "via_id",
                    "t28"."into_id" AS "onward_id"
                  FROM "t27" AS "t28"
                ) AS "t31"
                  ON "t29"."into_id" = "t31"."via_id"
              ) AS "t32"
            ) AS "t34"
            LEFT OUTER JOIN (
              SELECT
                "t28"."gone_id" AS "via_id",
                "t28"."into_id" AS "onward_id"
              FROM "t27" AS "t28"
            ) AS "t31"
              ON "t34"."into_id" = "t31"."via_id"
          ) AS "t35"
        ) AS "t37"
          ON "t15"."lead_id" = "t37"."gone_id"
      ) AS "t39"
    ) AS "t42"
    GROUP BY
      1
  ) AS "t45"
  WHERE
    (
      "t45"."won_s" < 9000000000
    ) OR (
      "t45"."lost_key" > "t45"."again_key"
    )
)
SELECT
  "t65"."source",
  "t65"."is_won",
  "t65"."step",
  "t65"."days",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t64"."lead_id",
    "t64"."source",
    "t64"."is_won",
    "t64"."step",
    CASE
      WHEN CAST((
        (
          "t64"."end_s" - "t64"."first_s"
        ) - (
          (
            "t64"."end_s" - "t64"."first_s"
          ) % 86400
        )
      ) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST((
        (
          "t64"."end_s" - "t64"."first_s"
        ) - (
          (
            "t64"."end_s" - "t64"."first_s"
          ) % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t63"."source",
      "t63"."is_won",
      "t63"."lead_id",
      "t63"."step",
      MIN("t63"."occurred_s") AS "first_s",
      MAX("t63"."end_s") AS "end_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t47"."lead_id",
          "t47"."occurred_s",
          "t47"."step",
          "t61"."is_won",
          "t61"."end_s",
          "t61"."opened_s",
          "t61"."source",
          "t61"."found_by"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
              "t38"."occurred_s",
              CASE
                WHEN "t38"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  COALESCE("t38"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                  OR (
                    "t38"."side" = 'buyer'
                  )
                )
                THEN 'first_talk'
                ELSE "t38"."kind"
              END AS "step"
            FROM (
              SELECT
                "t14"."seq",
                "t14"."id",
                "t14"."kind",
                "t14"."occurred_s",
                "t14"."occurred_month",
                "t14"."lead_id",
                "t14"."person_id",
                "t14"."side",
                "t14"."source",
                "t14"."value_code",
                "t14"."value_number",
                "t14"."points",
                "t14"."due_s",
                "t14"."worked_s",
                "t37"."gone_id",
                "t37"."into_id"
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
                  "t7"."worked_s"
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
                        'asset_sent',
                        'asset_viewed',
                        'call',
                        'captured',
                        'deal_opened',
                        'email',
                        'email_clicked',
                        'event_visit',
                        'form_filled',
                        'handed_over',
                        'meeting',
                        'page_view',
                        'qualified',
                        'referred',
                        'social'
                      )
                  ) AS "t1"
                  WHERE
                    NOT (
                      "t1"."id" IN (
                        SELECT
                          *
                        FROM "t5"
                      )
                    )
                ) AS "t7"
                WHERE
                  COALESCE("t7"."lead_id", 0) <> 0
              ) AS "t14"
              LEFT OUTER JOIN (
                SELECT
                  "t35"."gone_id",
                  COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t34"."gone_id",
                    "t34"."merged_s",
                    "t34"."into_id",
                    "t31"."via_id",
                    "t31"."onward_id"
                  FROM (
                    SELECT
                      "t32"."gone_id",
                      "t32"."merged_s",
                      COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t29"."gone_id",
                        "t29"."into_id",
                        "t29"."merged_s",
                        "t31"."via_id",
                        "t31"."onward_id"
                      FROM "t27" AS "t29"
                      LEFT OUTER JOIN (
                        SELECT
                          "t28"."gone_id" AS "via_id",
                          "t28"."into_id" AS "onward_id"
                        FROM "t27" AS "t28"
                      ) AS "t31"
                        ON "t29"."into_id" = "t31"."via_id"
                    ) AS "t32"
                  ) AS "t34"
                  LEFT OUTER JOIN (
                    SELECT
                      "t28"."gone_id" AS "via_id",
                      "t28"."into_id" AS "onward_id"
                    FROM "t27" AS "t28"
                  ) AS "t31"
                    ON "t34"."into_id" = "t31"."via_id"
                ) AS "t35"
              ) AS "t37"
                ON "t14"."lead_id" = "t37"."gone_id"
            ) AS "t38"
          ) AS "t44"
          WHERE
            "t44"."step" IN (
              'captured',
              'page_view',
              'form_filled',
              'email_clicked',
              'event_visit',
              'referred',
              'asset_viewed',
              'asset_sent',
              'qualified',
              'handed_over',
              'accepted',
              'first_talk',
              'deal_opened'
            )
        ) AS "t47"
        INNER JOIN (
          SELECT
            "t59"."lead_id",
            "t59"."is_won",
            "t59"."end_s",
            "t59"."opened_s",
            CASE
              WHEN COALESCE("t59"."named", '') = ''
              THEN 'unknown'
              ELSE SUBSTRING(
                COALESCE("t59"."named", ''),
                CASE
                  WHEN (
                    20 + 1
                  ) >= 1
                  THEN 20 + 1
                  ELSE 20 + 1 + LENGTH(COALESCE("t59"."named", ''))
                END
              )
            END AS "source",
            CASE
              WHEN SUBSTRING(
                COALESCE("t59"."named", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t59"."named", ''))
                END,
                1
              ) = 'm'
              THEN 'marketing'
              WHEN SUBSTRING(
                COALESCE("t59"."named", ''),
                CASE
                  WHEN (
                    19 + 1
                  ) >= 1
                  THEN 19 + 1
                  ELSE 19 + 1 + LENGTH(COALESCE("t59"."named", ''))
                END,
                1
              ) = 's'
              THEN 'sales'
              ELSE 'unknown'
            END AS "found_by"
          FROM (
            SELECT
              "t52"."lead_id",
              "t52"."is_won",
              "t52"."end_s",
              "t52"."opened_s",
              "t58"."named",
              "t58"."origin_lead_id"
            FROM (
              SELECT
                *
              FROM "t48" AS "t49"
              WHERE
                "t49"."end_s" >= ${since_s} AND "t49"."end_s" < ${until_s}
            ) AS "t52"
            LEFT OUTER JOIN (
              SELECT
                "t56"."named",
                "t56"."lead_id" AS "origin_lead_id"
              FROM (
                SELECT
                  "t55"."lead_id",
                  MIN("t55"."named") AS "named"
                FROM (
                  SELECT
                    "t54"."lead_id",
                    CAST((
                      (
                        (
                          "t54"."occurred_s" - "t54"."end_s"
                        ) + 2147483648
                      ) * 2147483648
                    ) + "t54"."seq" + 1000000000000000000 AS TEXT) || CASE
                      WHEN "t54"."side" IN ('buyer', 'marketing')
                      THEN 'm'
                      ELSE CASE WHEN "t54"."side" = 'sales' THEN 's' ELSE 'u' END
                    END || COALESCE("t54"."source", 'unknown') AS "named"
                  FROM (
                    SELECT
                      "t43"."lead_id",
                      "t43"."occurred_s",
                      "t43"."seq",
                      "t43"."side",
                      "t43"."source",
                      "t53"."end_s",
                      "t53"."of_lead_id"
                    FROM (
                      SELECT
                        COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
                        "t40"."occurred_s",
                        "t40"."seq",
                        "t40"."side",
                        "t40"."source"
                      FROM (
                        SELECT
                          "t16"."seq",
                          "t16"."id",
                          "t16"."kind",
                          "t16"."occurred_s",
                          "t16"."occurred_month",
                          "t16"."lead_id",
                          "t16"."person_id",
                          "t16"."side",
                          "t16"."source",
                          "t16"."value_code",
                          "t16"."value_number",
                          "t16"."points",
                          "t16"."due_s",
                          "t16"."worked_s",
                          "t37"."gone_id",
                          "t37"."into_id"
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
                              *
                            FROM (
                              SELECT
                                *
                              FROM "facts" AS "t0"
                              WHERE
                                "t0"."recorded_s" <= ${as_of_s}
                                AND "t0"."occurred_s" <= ${as_of_s}
                                AND "t0"."kind" IN ('captured')
                            ) AS "t3"
                            WHERE
                              NOT (
                                "t3"."id" IN (
                                  SELECT
                                    *
                                  FROM "t5"
                                )
                              )
                          ) AS "t9"
                          WHERE
                            COALESCE("t9"."lead_id", 0) <> 0
                        ) AS "t16"
                        LEFT OUTER JOIN (
                          SELECT
                            "t35"."gone_id",
                            COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                          FROM (
                            SELECT
                              "t34"."gone_id",
                              "t34"."merged_s",
                              "t34"."into_id",
                              "t31"."via_id",
                              "t31"."onward_id"
                            FROM (
                              SELECT
                                "t32"."gone_id",
                                "t32"."merged_s",
                                COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                              FROM (
                                SELECT
                                  "t29"."gone_id",
                                  "t29"."into_id",
                                  "t29"."merged_s",
                                  "t31"."via_id",
                                  "t31"."onward_id"
                                FROM "t27" AS "t29"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t28"."gone_id" AS "via_id",
                                    "t28"."into_id" AS "onward_id"
                                  FROM "t27" AS "t28"
                                ) AS "t31"
                                  ON "t29"."into_id" = "t31"."via_id"
                              ) AS "t32"
                            ) AS "t34"
                            LEFT OUTER JOIN (
                              SELECT
                                "t28"."gone_id" AS "via_id",
                                "t28"."into_id" AS "onward_id"
                              FROM "t27" AS "t28"
                            ) AS "t31"
                              ON "t34"."into_id" = "t31"."via_id"
                          ) AS "t35"
                        ) AS "t37"
                          ON "t16"."lead_id" = "t37"."gone_id"
                      ) AS "t40"
                    ) AS "t43"
                    INNER JOIN (
                      SELECT
                        "t49"."end_s",
                        "t49"."lead_id" AS "of_lead_id"
                      FROM "t48" AS "t49"
                      WHERE
                        "t49"."end_s" >= ${since_s} AND "t49"."end_s" < ${until_s}
                    ) AS "t53"
                      ON "t43"."lead_id" = "t53"."of_lead_id"
                  ) AS "t54"
                ) AS "t55"
                GROUP BY
                  1
              ) AS "t56"
            ) AS "t58"
              ON "t52"."lead_id" = "t58"."origin_lead_id"
          ) AS "t59"
        ) AS "t61"
          ON "t47"."lead_id" = "t61"."lead_id"
      ) AS "t62"
      WHERE
        "t62"."occurred_s" <= "t62"."end_s"
    ) AS "t63"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t64"
) AS "t65"
GROUP BY
  1,
  2,
  3,
  4
