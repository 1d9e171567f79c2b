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
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
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
), "t27" AS (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s",
    MAX("t26"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t21" AS "t22"
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
), "t50" AS (
  SELECT
    "t49"."lead_id",
    CASE WHEN "t49"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t49"."won_s" < 9000000000 THEN "t49"."won_s" ELSE "t49"."lost_s" END AS "end_s",
    CASE
      WHEN "t49"."first_s" < CASE WHEN "t49"."won_s" < 9000000000 THEN "t49"."won_s" ELSE "t49"."lost_s" END
      THEN "t49"."first_s"
      ELSE CASE WHEN "t49"."won_s" < 9000000000 THEN "t49"."won_s" ELSE "t49"."lost_s" END
    END AS "opened_s"
  FROM (
    SELECT
      "t45"."lead_id",
      MIN(CASE WHEN "t45"."kind" = 'won' THEN "t45"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(CASE WHEN "t45"."kind" = 'lost' THEN "t45"."occurred_s" ELSE -9000000000 END) AS "lost_s",
      MIN(
        CASE WHEN "t45"."kind" = 'deal_opened' THEN "t45"."occurred_s" ELSE 9000000000 END
      ) AS "first_s",
      MAX(CASE WHEN "t45"."kind" = 'lost' THEN "t45"."key" ELSE -9000000000000000000 END) AS "lost_key",
      MAX(
        CASE
          WHEN "t45"."kind" = 'deal_opened'
          THEN "t45"."key"
          ELSE -9000000000000000000
        END
      ) AS "again_key"
    FROM (
      SELECT
        COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
        "t40"."kind",
        "t40"."occurred_s",
        (
          "t40"."occurred_s" * 4000000000
        ) + "t40"."seq" AS "key"
      FROM (
        SELECT
          "t19"."seq",
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
          "t37"."gone_id",
          "t37"."into_id"
        FROM (
          SELECT
            "t10"."seq",
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
            "t35"."gone_id",
            COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
          FROM (
            SELECT
              "t34"."gone_id",
              "t34"."merged_s",
              "t34"."merged_key",
              "t34"."into_id",
              "t31"."via_id",
              "t31"."onward_id"
            FROM (
              SELECT
                "t32"."gone_id",
                "t32"."merged_s",
                "t32"."merged_key",
                COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t29"."gone_id",
                  "t29"."into_id",
                  "t29"."merged_s",
                  "t29"."merged_key",
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
          ON "t19"."lead_id" = "t37"."gone_id"
      ) AS "t40"
    ) AS "t45"
    GROUP BY
      1
  ) AS "t49"
  WHERE
    (
      "t49"."won_s" < 9000000000
    ) OR (
      "t49"."lost_key" > "t49"."again_key"
    )
), "t61" AS (
  SELECT
    "t54"."lead_id",
    "t54"."is_won",
    "t54"."end_s",
    "t54"."opened_s",
    "t60"."named",
    "t60"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t50" AS "t51"
    WHERE
      "t51"."end_s" >= ${since_s} AND "t51"."end_s" < ${until_s}
  ) AS "t54"
  LEFT OUTER JOIN (
    SELECT
      "t58"."named",
      "t58"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t57"."lead_id",
        MIN("t57"."named") AS "named"
      FROM (
        SELECT
          "t56"."lead_id",
          CAST((
            (
              (
                "t56"."occurred_s" - "t56"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t56"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t56"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t56"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t56"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t46"."lead_id",
            "t46"."occurred_s",
            "t46"."seq",
            "t46"."side",
            "t46"."source",
            "t55"."end_s",
            "t55"."of_lead_id"
          FROM (
            SELECT
              COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
              "t41"."occurred_s",
              "t41"."seq",
              "t41"."side",
              "t41"."source"
            FROM (
              SELECT
                "t20"."seq",
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
                "t37"."gone_id",
                "t37"."into_id"
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
                  "t35"."gone_id",
                  COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t34"."gone_id",
                    "t34"."merged_s",
                    "t34"."merged_key",
                    "t34"."into_id",
                    "t31"."via_id",
                    "t31"."onward_id"
                  FROM (
                    SELECT
                      "t32"."gone_id",
                      "t32"."merged_s",
                      "t32"."merged_key",
                      COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t29"."gone_id",
                        "t29"."into_id",
                        "t29"."merged_s",
                        "t29"."merged_key",
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
                ON "t20"."lead_id" = "t37"."gone_id"
            ) AS "t41"
          ) AS "t46"
          INNER JOIN (
            SELECT
              "t51"."end_s",
              "t51"."lead_id" AS "of_lead_id"
            FROM "t50" AS "t51"
            WHERE
              "t51"."end_s" >= ${since_s} AND "t51"."end_s" < ${until_s}
          ) AS "t55"
            ON "t46"."lead_id" = "t55"."of_lead_id"
        ) AS "t56"
      ) AS "t57"
      GROUP BY
        1
    ) AS "t58"
  ) AS "t60"
    ON "t54"."lead_id" = "t60"."origin_lead_id"
), "t79" AS (
  SELECT
    "t78"."lead_id",
    "t78"."is_won",
    "t78"."end_s",
    "t78"."source",
    "t78"."found_by",
    "t78"."segment",
    "t78"."industry",
    "t78"."employees",
    "t78"."country",
    "t78"."region",
    "t78"."language",
    "t78"."budget",
    "t78"."authority",
    "t78"."tool_today",
    CASE WHEN COALESCE("t78"."page_view", 0) = 1 THEN 'yes' ELSE 'no' END AS "page_view",
    CASE WHEN COALESCE("t78"."form_filled", 0) = 1 THEN 'yes' ELSE 'no' END AS "form_filled",
    CASE WHEN COALESCE("t78"."email_clicked", 0) = 1 THEN 'yes' ELSE 'no' END AS "email_clicked",
    CASE WHEN COALESCE("t78"."event_visit", 0) = 1 THEN 'yes' ELSE 'no' END AS "event_visit",
    CASE WHEN COALESCE("t78"."referred", 0) = 1 THEN 'yes' ELSE 'no' END AS "referred",
    CASE WHEN COALESCE("t78"."asset_viewed", 0) = 1 THEN 'yes' ELSE 'no' END AS "asset_viewed",
    CASE WHEN COALESCE("t78"."asset_sent", 0) = 1 THEN 'yes' ELSE 'no' END AS "asset_sent"
  FROM (
    SELECT
      "t77"."lead_id",
      "t77"."is_won",
      "t77"."end_s",
      "t77"."source",
      "t77"."found_by",
      "t77"."segment",
      "t77"."industry",
      "t77"."employees",
      "t77"."country",
      "t77"."region",
      "t77"."language",
      "t77"."budget",
      "t77"."authority",
      "t77"."tool_today",
      "t73"."sign_lead_id",
      "t73"."page_view",
      "t73"."form_filled",
      "t73"."email_clicked",
      "t73"."event_visit",
      "t73"."referred",
      "t73"."asset_viewed",
      "t73"."asset_sent"
    FROM (
      SELECT
        "t75"."lead_id",
        "t75"."is_won",
        "t75"."end_s",
        "t75"."source",
        "t75"."found_by",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_segment", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_segment", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_segment", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_segment", ''))
          END)
        END AS "segment",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_industry", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_industry", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_industry", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_industry", ''))
          END)
        END AS "industry",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_employees", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_employees", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_employees", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_employees", ''))
          END)
        END AS "employees",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_country", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_country", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_country", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_country", ''))
          END)
        END AS "country",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_region", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_region", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_region", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_region", ''))
          END)
        END AS "region",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_language", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_language", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_language", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_language", ''))
          END)
        END AS "language",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_budget", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_budget", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_budget", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_budget", ''))
          END)
        END AS "budget",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_authority", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_authority", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_authority", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_authority", ''))
          END)
        END AS "authority",
        CASE
          WHEN SUBSTRING(COALESCE("t75"."named_tool_today", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_tool_today", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t75"."named_tool_today", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t75"."named_tool_today", ''))
          END)
        END AS "tool_today"
      FROM (
        SELECT
          "t68"."lead_id",
          "t68"."is_won",
          "t68"."end_s",
          "t68"."opened_s",
          "t68"."source",
          "t68"."found_by",
          "t74"."field_lead_id",
          "t74"."named_segment",
          "t74"."named_industry",
          "t74"."named_employees",
          "t74"."named_country",
          "t74"."named_region",
          "t74"."named_language",
          "t74"."named_budget",
          "t74"."named_authority",
          "t74"."named_tool_today"
        FROM (
          SELECT
            "t62"."lead_id",
            "t62"."is_won",
            "t62"."end_s",
            "t62"."opened_s",
            CASE
              WHEN COALESCE("t62"."named", '') = ''
              THEN 'unknown'
              ELSE SUBSTRING(COALESCE("t62"."named", '') FROM CASE
                WHEN (
                  20 + 1
                ) >= 1
                THEN 20 + 1
                ELSE 20 + 1 + LENGTH(COALESCE("t62"."named", ''))
              END)
            END AS "source",
            CASE
              WHEN SUBSTRING(COALESCE("t62"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t62"."named", ''))
              END FOR 1) = 'm'
              THEN 'marketing'
              WHEN SUBSTRING(COALESCE("t62"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t62"."named", ''))
              END FOR 1) = 's'
              THEN 'sales'
              ELSE 'unknown'
            END AS "found_by"
          FROM "t61" AS "t62"
        ) AS "t68"
        LEFT OUTER JOIN (
          SELECT
            "t70"."lead_id" AS "field_lead_id",
            MAX(CASE WHEN "t70"."field" = 'segment' THEN "t70"."named" ELSE '' END) AS "named_segment",
            MAX(CASE WHEN "t70"."field" = 'industry' THEN "t70"."named" ELSE '' END) AS "named_industry",
            MAX(CASE WHEN "t70"."field" = 'employees' THEN "t70"."named" ELSE '' END) AS "named_employees",
            MAX(CASE WHEN "t70"."field" = 'country' THEN "t70"."named" ELSE '' END) AS "named_country",
            MAX(CASE WHEN "t70"."field" = 'region' THEN "t70"."named" ELSE '' END) AS "named_region",
            MAX(CASE WHEN "t70"."field" = 'language' THEN "t70"."named" ELSE '' END) AS "named_language",
            MAX(CASE WHEN "t70"."field" = 'budget' THEN "t70"."named" ELSE '' END) AS "named_budget",
            MAX(CASE WHEN "t70"."field" = 'authority' THEN "t70"."named" ELSE '' END) AS "named_authority",
            MAX(CASE WHEN "t70"."field" = 'tool_today' THEN "t70"."named" ELSE '' END) AS "named_tool_today"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t48"."lead_id",
                "t48"."occurred_s",
                "t48"."recorded_s",
                "t48"."field",
                "t48"."named",
                "t64"."opened_s",
                "t64"."deal_lead_id"
              FROM (
                SELECT
                  COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
                  "t39"."occurred_s",
                  "t39"."recorded_s",
                  "t39"."field",
                  CAST((
                    "t39"."occurred_s" * 2147483648
                  ) + "t39"."seq" + 1000000000000000000 AS VARCHAR) || CASE
                    WHEN "t39"."field" = 'employees'
                    THEN CASE
                      WHEN COALESCE("t39"."value_number", 0.0) < 1.0
                      THEN 'unknown'
                      WHEN COALESCE("t39"."value_number", 0.0) < 11.0
                      THEN '1-10'
                      WHEN COALESCE("t39"."value_number", 0.0) < 51.0
                      THEN '11-50'
                      WHEN COALESCE("t39"."value_number", 0.0) < 251.0
                      THEN '51-250'
                      WHEN COALESCE("t39"."value_number", 0.0) < 1001.0
                      THEN '251-1000'
                      ELSE '1001+'
                    END
                    ELSE COALESCE("t39"."value_code", 'unknown')
                  END AS "named"
                FROM (
                  SELECT
                    "t18"."seq",
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
                    "t37"."gone_id",
                    "t37"."into_id"
                  FROM (
                    SELECT
                      "t9"."seq",
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
                      "t35"."gone_id",
                      COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t34"."gone_id",
                        "t34"."merged_s",
                        "t34"."merged_key",
                        "t34"."into_id",
                        "t31"."via_id",
                        "t31"."onward_id"
                      FROM (
                        SELECT
                          "t32"."gone_id",
                          "t32"."merged_s",
                          "t32"."merged_key",
                          COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t29"."gone_id",
                            "t29"."into_id",
                            "t29"."merged_s",
                            "t29"."merged_key",
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
                    ON "t18"."lead_id" = "t37"."gone_id"
                ) AS "t39"
                WHERE
                  COALESCE("t39"."field", '') IN (
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
              ) AS "t48"
              INNER JOIN (
                SELECT
                  "t62"."opened_s",
                  "t62"."lead_id" AS "deal_lead_id"
                FROM "t61" AS "t62"
              ) AS "t64"
                ON "t48"."lead_id" = "t64"."deal_lead_id"
            ) AS "t67"
            WHERE
              "t67"."occurred_s" < "t67"."opened_s" AND "t67"."recorded_s" < "t67"."opened_s"
          ) AS "t70"
          GROUP BY
            1
        ) AS "t74"
          ON "t68"."lead_id" = "t74"."field_lead_id"
      ) AS "t75"
    ) AS "t77"
    LEFT OUTER JOIN (
      SELECT
        "t69"."lead_id" AS "sign_lead_id",
        MAX(CASE WHEN "t69"."kind" = 'page_view' THEN 1 ELSE 0 END) AS "page_view",
        MAX(CASE WHEN "t69"."kind" = 'form_filled' THEN 1 ELSE 0 END) AS "form_filled",
        MAX(CASE WHEN "t69"."kind" = 'email_clicked' THEN 1 ELSE 0 END) AS "email_clicked",
        MAX(CASE WHEN "t69"."kind" = 'event_visit' THEN 1 ELSE 0 END) AS "event_visit",
        MAX(CASE WHEN "t69"."kind" = 'referred' THEN 1 ELSE 0 END) AS "referred",
        MAX(CASE WHEN "t69"."kind" = 'asset_viewed' THEN 1 ELSE 0 END) AS "asset_viewed",
        MAX(CASE WHEN "t69"."kind" = 'asset_sent' THEN 1 ELSE 0 END) AS "asset_sent"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t44"."lead_id",
            "t44"."kind",
            "t44"."occurred_s",
            "t44"."recorded_s",
            "t64"."opened_s",
            "t64"."deal_lead_id"
          FROM (
            SELECT
              COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
              "t38"."kind",
              "t38"."occurred_s",
              "t38"."recorded_s"
            FROM (
              SELECT
                "t17"."seq",
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
                "t37"."gone_id",
                "t37"."into_id"
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
                  "t35"."gone_id",
                  COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t34"."gone_id",
                    "t34"."merged_s",
                    "t34"."merged_key",
                    "t34"."into_id",
                    "t31"."via_id",
                    "t31"."onward_id"
                  FROM (
                    SELECT
                      "t32"."gone_id",
                      "t32"."merged_s",
                      "t32"."merged_key",
                      COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t29"."gone_id",
                        "t29"."into_id",
                        "t29"."merged_s",
                        "t29"."merged_key",
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
                ON "t17"."lead_id" = "t37"."gone_id"
            ) AS "t38"
          ) AS "t44"
          INNER JOIN (
            SELECT
              "t62"."opened_s",
              "t62"."lead_id" AS "deal_lead_id"
            FROM "t61" AS "t62"
          ) AS "t64"
            ON "t44"."lead_id" = "t64"."deal_lead_id"
        ) AS "t66"
        WHERE
          "t66"."occurred_s" < "t66"."opened_s" AND "t66"."recorded_s" < "t66"."opened_s"
      ) AS "t69"
      GROUP BY
        1
    ) AS "t73"
      ON "t77"."lead_id" = "t73"."sign_lead_id"
  ) AS "t78"
), "t106" AS (
  SELECT
    "t80"."source",
    "t80"."is_won",
    COUNT(*) AS "deals",
    COUNT(CASE WHEN "t80"."page_view" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "page_view",
    COUNT(CASE WHEN "t80"."form_filled" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "form_filled",
    COUNT(CASE WHEN "t80"."email_clicked" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "email_clicked",
    COUNT(CASE WHEN "t80"."event_visit" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "event_visit",
    COUNT(CASE WHEN "t80"."referred" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "referred",
    COUNT(CASE WHEN "t80"."asset_viewed" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "asset_viewed",
    COUNT(CASE WHEN "t80"."asset_sent" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "asset_sent"
  FROM "t79" AS "t80"
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
          "t81"."source",
          "t81"."is_won",
          "t81"."deals",
          'country' AS "trait",
          "t81"."country" AS "level"
        FROM (
          SELECT
            "t80"."source",
            "t80"."is_won",
            "t80"."country",
            COUNT(*) AS "deals"
          FROM "t79" AS "t80"
          GROUP BY
            1,
            2,
            3
        ) AS "t81"
      ) AS "t91"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t82"."source",
          "t82"."is_won",
          "t82"."deals",
          'region' AS "trait",
          "t82"."region" AS "level"
        FROM (
          SELECT
            "t80"."source",
            "t80"."is_won",
            "t80"."region",
            COUNT(*) AS "deals"
          FROM "t79" AS "t80"
          GROUP BY
            1,
            2,
            3
        ) AS "t82"
      ) AS "t92"
    ) AS "t101"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t83"."source",
          "t83"."is_won",
          "t83"."deals",
          'language' AS "trait",
          "t83"."language" AS "level"
        FROM (
          SELECT
            "t80"."source",
            "t80"."is_won",
            "t80"."language",
            COUNT(*) AS "deals"
          FROM "t79" AS "t80"
          GROUP BY
            1,
            2,
            3
        ) AS "t83"
      ) AS "t93"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t84"."source",
          "t84"."is_won",
          "t84"."deals",
          'budget' AS "trait",
          "t84"."budget" AS "level"
        FROM (
          SELECT
            "t80"."source",
            "t80"."is_won",
            "t80"."budget",
            COUNT(*) AS "deals"
          FROM "t79" AS "t80"
          GROUP BY
            1,
            2,
            3
        ) AS "t84"
      ) AS "t94"
    ) AS "t102"
  ) AS "t107"
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
          "t85"."source",
          "t85"."is_won",
          "t85"."deals",
          'authority' AS "trait",
          "t85"."authority" AS "level"
        FROM (
          SELECT
            "t80"."source",
            "t80"."is_won",
            "t80"."authority",
            COUNT(*) AS "deals"
          FROM "t79" AS "t80"
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
          'tool_today' AS "trait",
          "t86"."tool_today" AS "level"
        FROM (
          SELECT
            "t80"."source",
            "t80"."is_won",
            "t80"."tool_today",
            COUNT(*) AS "deals"
          FROM "t79" AS "t80"
          GROUP BY
            1,
            2,
            3
        ) AS "t86"
      ) AS "t96"
    ) AS "t103"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."deals",
          'source' AS "trait",
          "t109"."source" AS "level"
        FROM "t106" AS "t109"
      ) AS "t110"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."page_view" AS "deals",
          'page_view' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t111"
    ) AS "t118"
  ) AS "t122"
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
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."form_filled" AS "deals",
          'form_filled' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t112"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."email_clicked" AS "deals",
          'email_clicked' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t113"
    ) AS "t119"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."event_visit" AS "deals",
          'event_visit' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t114"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."referred" AS "deals",
          'referred' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t115"
    ) AS "t120"
  ) AS "t123"
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
          "t109"."source",
          "t109"."is_won",
          "t109"."asset_viewed" AS "deals",
          'asset_viewed' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t116"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t109"."source",
          "t109"."is_won",
          "t109"."asset_sent" AS "deals",
          'asset_sent' AS "trait",
          'yes' AS "level"
        FROM "t106" AS "t109"
      ) AS "t117"
    ) AS "t121"
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
            "t87"."source",
            "t87"."is_won",
            "t87"."deals",
            'found_by' AS "trait",
            "t87"."found_by" AS "level"
          FROM (
            SELECT
              "t80"."source",
              "t80"."is_won",
              "t80"."found_by",
              COUNT(*) AS "deals"
            FROM "t79" AS "t80"
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
            'segment' AS "trait",
            "t88"."segment" AS "level"
          FROM (
            SELECT
              "t80"."source",
              "t80"."is_won",
              "t80"."segment",
              COUNT(*) AS "deals"
            FROM "t79" AS "t80"
            GROUP BY
              1,
              2,
              3
          ) AS "t88"
        ) AS "t98"
      ) AS "t104"
      UNION ALL
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
            'industry' AS "trait",
            "t89"."industry" AS "level"
          FROM (
            SELECT
              "t80"."source",
              "t80"."is_won",
              "t80"."industry",
              COUNT(*) AS "deals"
            FROM "t79" AS "t80"
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
            'employees' AS "trait",
            "t90"."employees" AS "level"
          FROM (
            SELECT
              "t80"."source",
              "t80"."is_won",
              "t80"."employees",
              COUNT(*) AS "deals"
            FROM "t79" AS "t80"
            GROUP BY
              1,
              2,
              3
          ) AS "t90"
        ) AS "t100"
      ) AS "t105"
    ) AS "t108"
  ) AS "t124"
) AS "t126"

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
    CAST(CASE
      WHEN "t10"."kind" = 'merged'
      THEN COALESCE("t10"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t10"."occurred_s" * 4000000000
    ) + "t10"."seq" AS "key"
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
), "t23" AS (
  SELECT
    "t22"."lead_id" AS "gone_id",
    MAX("t22"."target_id") AS "into_id",
    MAX("t22"."occurred_s") AS "merged_s",
    MAX("t22"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t17" AS "t18"
      WHERE
        "t18"."key" IN (
          SELECT
            "t19"."last_key"
          FROM (
            SELECT
              "t18"."lead_id",
              MAX("t18"."key") AS "last_key"
            FROM "t17" AS "t18"
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
), "t44" AS (
  SELECT
    "t41"."lead_id",
    CASE WHEN "t41"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t41"."won_s" < 9000000000 THEN "t41"."won_s" ELSE "t41"."lost_s" END AS "end_s",
    CASE
      WHEN "t41"."first_s" < CASE WHEN "t41"."won_s" < 9000000000 THEN "t41"."won_s" ELSE "t41"."lost_s" END
      THEN "t41"."first_s"
      ELSE CASE WHEN "t41"."won_s" < 9000000000 THEN "t41"."won_s" ELSE "t41"."lost_s" END
    END AS "opened_s"
  FROM (
    SELECT
      "t38"."lead_id",
      MIN(CASE WHEN "t38"."kind" = 'won' THEN "t38"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(CASE WHEN "t38"."kind" = 'lost' THEN "t38"."occurred_s" ELSE -9000000000 END) AS "lost_s",
      MIN(
        CASE WHEN "t38"."kind" = 'deal_opened' THEN "t38"."occurred_s" ELSE 9000000000 END
      ) AS "first_s",
      MAX(CASE WHEN "t38"."kind" = 'lost' THEN "t38"."key" ELSE -9000000000000000000 END) AS "lost_key",
      MAX(
        CASE
          WHEN "t38"."kind" = 'deal_opened'
          THEN "t38"."key"
          ELSE -9000000000000000000
        END
      ) AS "again_key"
    FROM (
      SELECT
        COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
        "t35"."kind",
        "t35"."occurred_s",
        (
          "t35"."occurred_s" * 4000000000
        ) + "t35"."seq" AS "key"
      FROM (
        SELECT
          "t15"."seq",
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
          "t33"."gone_id",
          "t33"."into_id"
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
            "t31"."gone_id",
            COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
          FROM (
            SELECT
              "t30"."gone_id",
              "t30"."merged_s",
              "t30"."merged_key",
              "t30"."into_id",
              "t27"."via_id",
              "t27"."onward_id"
            FROM (
              SELECT
                "t28"."gone_id",
                "t28"."merged_s",
                "t28"."merged_key",
                COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t25"."gone_id",
                  "t25"."into_id",
                  "t25"."merged_s",
                  "t25"."merged_key",
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
          ON "t15"."lead_id" = "t33"."gone_id"
      ) AS "t35"
    ) AS "t38"
    GROUP BY
      1
  ) AS "t41"
  WHERE
    (
      "t41"."won_s" < 9000000000
    ) OR (
      "t41"."lost_key" > "t41"."again_key"
    )
)
SELECT
  "t61"."source",
  "t61"."is_won",
  "t61"."step",
  "t61"."days",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t60"."lead_id",
    "t60"."source",
    "t60"."is_won",
    "t60"."step",
    "t60"."end_s",
    CASE
      WHEN CAST(CAST((
        (
          "t60"."end_s" - "t60"."first_s"
        ) - (
          (
            "t60"."end_s" - "t60"."first_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        (
          "t60"."end_s" - "t60"."first_s"
        ) - (
          (
            "t60"."end_s" - "t60"."first_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t59"."source",
      "t59"."is_won",
      "t59"."lead_id",
      "t59"."step",
      MIN("t59"."occurred_s") AS "first_s",
      MAX("t59"."end_s") AS "end_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t43"."lead_id",
          "t43"."occurred_s",
          "t43"."step",
          "t57"."is_won",
          "t57"."end_s",
          "t57"."opened_s",
          "t57"."source",
          "t57"."found_by"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
              "t34"."occurred_s",
              CASE
                WHEN "t34"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  COALESCE("t34"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                  OR (
                    "t34"."side" = 'buyer'
                  )
                )
                THEN 'first_talk'
                ELSE "t34"."kind"
              END AS "step"
            FROM (
              SELECT
                "t14"."seq",
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
                "t33"."gone_id",
                "t33"."into_id"
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
                  "t31"."gone_id",
                  COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t30"."gone_id",
                    "t30"."merged_s",
                    "t30"."merged_key",
                    "t30"."into_id",
                    "t27"."via_id",
                    "t27"."onward_id"
                  FROM (
                    SELECT
                      "t28"."gone_id",
                      "t28"."merged_s",
                      "t28"."merged_key",
                      COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t25"."gone_id",
                        "t25"."into_id",
                        "t25"."merged_s",
                        "t25"."merged_key",
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
                ON "t14"."lead_id" = "t33"."gone_id"
            ) AS "t34"
          ) AS "t40"
          WHERE
            "t40"."step" IN (
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
        ) AS "t43"
        INNER JOIN (
          SELECT
            "t55"."lead_id",
            "t55"."is_won",
            "t55"."end_s",
            "t55"."opened_s",
            CASE
              WHEN COALESCE("t55"."named", '') = ''
              THEN 'unknown'
              ELSE SUBSTRING(COALESCE("t55"."named", '') FROM CASE
                WHEN (
                  20 + 1
                ) >= 1
                THEN 20 + 1
                ELSE 20 + 1 + LENGTH(COALESCE("t55"."named", ''))
              END)
            END AS "source",
            CASE
              WHEN SUBSTRING(COALESCE("t55"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t55"."named", ''))
              END FOR 1) = 'm'
              THEN 'marketing'
              WHEN SUBSTRING(COALESCE("t55"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t55"."named", ''))
              END FOR 1) = 's'
              THEN 'sales'
              ELSE 'unknown'
            END AS "found_by"
          FROM (
            SELECT
              "t48"."lead_id",
              "t48"."is_won",
              "t48"."end_s",
              "t48"."opened_s",
              "t54"."named",
              "t54"."origin_lead_id"
            FROM (
              SELECT
                *
              FROM "t44" AS "t45"
              WHERE
                "t45"."end_s" >= ${since_s} AND "t45"."end_s" < ${until_s}
            ) AS "t48"
            LEFT OUTER JOIN (
              SELECT
                "t52"."named",
                "t52"."lead_id" AS "origin_lead_id"
              FROM (
                SELECT
                  "t51"."lead_id",
                  MIN("t51"."named") AS "named"
                FROM (
                  SELECT
                    "t50"."lead_id",
                    CAST((
                      (
                        (
                          "t50"."occurred_s" - "t50"."end_s"
                        ) + 2147483648
                      ) * 2147483648
                    ) + "t50"."seq" + 1000000000000000000 AS VARCHAR) || CASE
                      WHEN "t50"."side" IN ('buyer', 'marketing')
                      THEN 'm'
                      ELSE CASE WHEN "t50"."side" = 'sales' THEN 's' ELSE 'u' END
                    END || COALESCE("t50"."source", 'unknown') AS "named"
                  FROM (
                    SELECT
                      "t39"."lead_id",
                      "t39"."occurred_s",
                      "t39"."seq",
                      "t39"."side",
                      "t39"."source",
                      "t49"."end_s",
                      "t49"."of_lead_id"
                    FROM (
                      SELECT
                        COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
                        "t36"."occurred_s",
                        "t36"."seq",
                        "t36"."side",
                        "t36"."source"
                      FROM (
                        SELECT
                          "t16"."seq",
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
                          "t33"."gone_id",
                          "t33"."into_id"
                        FROM (
                          SELECT
                            "t9"."seq",
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
                            "t31"."gone_id",
                            COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
                          FROM (
                            SELECT
                              "t30"."gone_id",
                              "t30"."merged_s",
                              "t30"."merged_key",
                              "t30"."into_id",
                              "t27"."via_id",
                              "t27"."onward_id"
                            FROM (
                              SELECT
                                "t28"."gone_id",
                                "t28"."merged_s",
                                "t28"."merged_key",
                                COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                              FROM (
                                SELECT
                                  "t25"."gone_id",
                                  "t25"."into_id",
                                  "t25"."merged_s",
                                  "t25"."merged_key",
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
                          ON "t16"."lead_id" = "t33"."gone_id"
                      ) AS "t36"
                    ) AS "t39"
                    INNER JOIN (
                      SELECT
                        "t45"."end_s",
                        "t45"."lead_id" AS "of_lead_id"
                      FROM "t44" AS "t45"
                      WHERE
                        "t45"."end_s" >= ${since_s} AND "t45"."end_s" < ${until_s}
                    ) AS "t49"
                      ON "t39"."lead_id" = "t49"."of_lead_id"
                  ) AS "t50"
                ) AS "t51"
                GROUP BY
                  1
              ) AS "t52"
            ) AS "t54"
              ON "t48"."lead_id" = "t54"."origin_lead_id"
          ) AS "t55"
        ) AS "t57"
          ON "t43"."lead_id" = "t57"."lead_id"
      ) AS "t58"
      WHERE
        "t58"."occurred_s" <= "t58"."end_s"
    ) AS "t59"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t60"
) AS "t61"
GROUP BY
  1,
  2,
  3,
  4
