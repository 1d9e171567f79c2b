-- traits
WITH "t7" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t24" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    CAST(CASE
      WHEN "t13"."kind" = 'merged'
      THEN COALESCE("t13"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t13"."occurred_s" * 4000000000
    ) + "t13"."seq" AS "key"
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
          FROM "t7"
        )
      )
  ) AS "t13"
), "t31" AS (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s",
    MAX("t30"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t24" AS "t26"
      WHERE
        "t26"."key" IN (
          SELECT
            "t27"."last_key"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."key") AS "last_key"
            FROM "t24" AS "t26"
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
), "t63" AS (
  SELECT
    "t62"."lead_id",
    CASE WHEN "t62"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE
      WHEN "t62"."won_s" < 9000000000
      THEN "t62"."won_s"
      ELSE COALESCE("t62"."lost_s", -9000000000)
    END AS "end_s",
    CASE
      WHEN "t62"."first_s" < CASE
        WHEN "t62"."won_s" < 9000000000
        THEN "t62"."won_s"
        ELSE COALESCE("t62"."lost_s", -9000000000)
      END
      THEN "t62"."first_s"
      ELSE CASE
        WHEN "t62"."won_s" < 9000000000
        THEN "t62"."won_s"
        ELSE COALESCE("t62"."lost_s", -9000000000)
      END
    END AS "opened_s"
  FROM (
    SELECT
      "t56"."lead_id",
      "t56"."won_s",
      "t56"."first_s",
      "t61"."dealt_lead_id",
      "t61"."lost_s"
    FROM (
      SELECT
        "t48"."lead_id",
        MIN(CASE WHEN "t48"."kind" = 'won' THEN "t48"."occurred_s" ELSE 9000000000 END) AS "won_s",
        MIN(
          CASE WHEN "t48"."kind" = 'deal_opened' THEN "t48"."occurred_s" ELSE 9000000000 END
        ) AS "first_s"
      FROM (
        SELECT
          "t44"."seq",
          "t44"."kind",
          "t44"."occurred_s",
          "t44"."occurred_month",
          "t44"."person_id",
          "t44"."side",
          "t44"."source",
          "t44"."value_code",
          "t44"."value_number",
          "t44"."points",
          "t44"."due_s",
          "t44"."worked_s",
          "t44"."lead_id" AS "own_lead_id",
          COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id"
        FROM (
          SELECT
            "t22"."seq",
            "t22"."kind",
            "t22"."occurred_s",
            "t22"."occurred_month",
            "t22"."lead_id",
            "t22"."person_id",
            "t22"."side",
            "t22"."source",
            "t22"."value_code",
            "t22"."value_number",
            "t22"."points",
            "t22"."due_s",
            "t22"."worked_s",
            "t41"."gone_id",
            "t41"."into_id"
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
                  AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
              ) AS "t3"
              WHERE
                NOT (
                  "t3"."id" IN (
                    SELECT
                      *
                    FROM "t7"
                  )
                )
            ) AS "t11"
            WHERE
              COALESCE("t11"."lead_id", 0) <> 0
          ) AS "t22"
          LEFT OUTER JOIN (
            SELECT
              "t39"."gone_id",
              COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
            FROM (
              SELECT
                "t38"."gone_id",
                "t38"."merged_s",
                "t38"."merged_key",
                "t38"."into_id",
                "t35"."via_id",
                "t35"."onward_id"
              FROM (
                SELECT
                  "t36"."gone_id",
                  "t36"."merged_s",
                  "t36"."merged_key",
                  COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t33"."gone_id",
                    "t33"."into_id",
                    "t33"."merged_s",
                    "t33"."merged_key",
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
            ON "t22"."lead_id" = "t41"."gone_id"
        ) AS "t44"
      ) AS "t48"
      GROUP BY
        1
    ) AS "t56"
    LEFT OUTER JOIN (
      SELECT
        "t59"."dealt_lead_id",
        CASE WHEN "t59"."is_open" = 0 THEN "t59"."last_s" ELSE -9000000000 END AS "lost_s"
      FROM (
        SELECT
          "t58"."lead_id" AS "dealt_lead_id",
          MAX("t58"."begun_key") AS "begun_key",
          MAX("t58"."lost_key") AS "last_key",
          MAX("t58"."lost_s") AS "last_s",
          MAX(CASE WHEN "t58"."begun_key" > "t58"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
        FROM (
          SELECT
            "t57"."lead_id",
            "t57"."deal",
            "t57"."first_key",
            "t57"."opened_key",
            "t57"."closed_key",
            "t57"."lost_key",
            "t57"."lost_s",
            GREATEST("t57"."first_key", "t57"."opened_key") AS "begun_key"
          FROM (
            SELECT
              "t52"."lead_id",
              "t52"."deal",
              MIN("t52"."key") AS "first_key",
              MAX(
                CASE
                  WHEN "t52"."kind" IN ('deal_opened')
                  THEN "t52"."key"
                  ELSE -9000000000000000000
                END
              ) AS "opened_key",
              MAX(
                CASE
                  WHEN "t52"."kind" IN ('lost', 'won')
                  THEN "t52"."key"
                  ELSE -9000000000000000000
                END
              ) AS "closed_key",
              MAX(
                CASE WHEN "t52"."kind" IN ('lost') THEN "t52"."key" ELSE -9000000000000000000 END
              ) AS "lost_key",
              MAX(CASE WHEN "t52"."kind" = 'lost' THEN "t52"."occurred_s" ELSE -9000000000 END) AS "lost_s"
            FROM (
              SELECT
                COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                "t46"."kind",
                "t46"."occurred_s",
                (
                  "t46"."occurred_s" * 4000000000
                ) + "t46"."seq" AS "key",
                COALESCE("t46"."deal_id", 0) AS "deal"
              FROM (
                SELECT
                  "t25"."seq",
                  "t25"."kind",
                  "t25"."occurred_s",
                  "t25"."occurred_month",
                  "t25"."lead_id",
                  "t25"."person_id",
                  "t25"."side",
                  "t25"."source",
                  "t25"."value_code",
                  "t25"."value_number",
                  "t25"."points",
                  "t25"."due_s",
                  "t25"."worked_s",
                  "t25"."deal_id",
                  "t41"."gone_id",
                  "t41"."into_id"
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
                    "t14"."deal_id"
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
                    ) AS "t6"
                    WHERE
                      NOT (
                        "t6"."id" IN (
                          SELECT
                            *
                          FROM "t7"
                        )
                      )
                  ) AS "t14"
                  WHERE
                    COALESCE("t14"."lead_id", 0) <> 0
                ) AS "t25"
                LEFT OUTER JOIN (
                  SELECT
                    "t39"."gone_id",
                    COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t38"."gone_id",
                      "t38"."merged_s",
                      "t38"."merged_key",
                      "t38"."into_id",
                      "t35"."via_id",
                      "t35"."onward_id"
                    FROM (
                      SELECT
                        "t36"."gone_id",
                        "t36"."merged_s",
                        "t36"."merged_key",
                        COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t33"."gone_id",
                          "t33"."into_id",
                          "t33"."merged_s",
                          "t33"."merged_key",
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
                  ON "t25"."lead_id" = "t41"."gone_id"
              ) AS "t46"
            ) AS "t52"
            GROUP BY
              1,
              2
          ) AS "t57"
        ) AS "t58"
        GROUP BY
          1
      ) AS "t59"
      WHERE
        CASE WHEN "t59"."is_open" = 0 THEN "t59"."last_s" ELSE -9000000000 END > -9000000000
    ) AS "t61"
      ON "t56"."lead_id" = "t61"."dealt_lead_id"
  ) AS "t62"
  WHERE
    (
      "t62"."won_s" < 9000000000
    )
    OR (
      COALESCE("t62"."lost_s", -9000000000) > -9000000000
    )
), "t74" AS (
  SELECT
    "t67"."lead_id",
    "t67"."is_won",
    "t67"."end_s",
    "t67"."opened_s",
    "t73"."named",
    "t73"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t63" AS "t64"
    WHERE
      "t64"."end_s" >= ${since_s} AND "t64"."end_s" < ${until_s}
  ) AS "t67"
  LEFT OUTER JOIN (
    SELECT
      "t71"."named",
      "t71"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t70"."lead_id",
        MIN("t70"."named") AS "named"
      FROM (
        SELECT
          "t69"."lead_id",
          CAST((
            (
              (
                "t69"."occurred_s" - "t69"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t69"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t69"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t69"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t69"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t51"."lead_id",
            "t51"."occurred_s",
            "t51"."seq",
            "t51"."side",
            "t51"."source",
            "t68"."end_s",
            "t68"."of_lead_id"
          FROM (
            SELECT
              COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
              "t45"."occurred_s",
              "t45"."seq",
              "t45"."side",
              "t45"."source"
            FROM (
              SELECT
                "t23"."seq",
                "t23"."kind",
                "t23"."occurred_s",
                "t23"."occurred_month",
                "t23"."lead_id",
                "t23"."person_id",
                "t23"."side",
                "t23"."source",
                "t23"."value_code",
                "t23"."value_number",
                "t23"."points",
                "t23"."due_s",
                "t23"."worked_s",
                "t41"."gone_id",
                "t41"."into_id"
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
                  "t12"."worked_s"
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
                        FROM "t7"
                      )
                    )
                ) AS "t12"
                WHERE
                  COALESCE("t12"."lead_id", 0) <> 0
              ) AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t39"."gone_id",
                  COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t38"."gone_id",
                    "t38"."merged_s",
                    "t38"."merged_key",
                    "t38"."into_id",
                    "t35"."via_id",
                    "t35"."onward_id"
                  FROM (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s",
                      "t36"."merged_key",
                      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t33"."gone_id",
                        "t33"."into_id",
                        "t33"."merged_s",
                        "t33"."merged_key",
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
                ON "t23"."lead_id" = "t41"."gone_id"
            ) AS "t45"
          ) AS "t51"
          INNER JOIN (
            SELECT
              "t64"."end_s",
              "t64"."lead_id" AS "of_lead_id"
            FROM "t63" AS "t64"
            WHERE
              "t64"."end_s" >= ${since_s} AND "t64"."end_s" < ${until_s}
          ) AS "t68"
            ON "t51"."lead_id" = "t68"."of_lead_id"
        ) AS "t69"
      ) AS "t70"
      GROUP BY
        1
    ) AS "t71"
  ) AS "t73"
    ON "t67"."lead_id" = "t73"."origin_lead_id"
), "t92" AS (
  SELECT
    "t91"."lead_id",
    "t91"."is_won",
    "t91"."end_s",
    "t91"."source",
    "t91"."found_by",
    "t91"."segment",
    "t91"."industry",
    "t91"."employees",
    "t91"."country",
    "t91"."region",
    "t91"."language",
    "t91"."budget",
    "t91"."authority",
    "t91"."tool_today",
    CASE WHEN COALESCE("t91"."page_view", 0) = 1 THEN 'yes' ELSE 'no' END AS "page_view",
    CASE WHEN COALESCE("t91"."form_filled", 0) = 1 THEN 'yes' ELSE 'no' END AS "form_filled",
    CASE WHEN COALESCE("t91"."email_clicked", 0) = 1 THEN 'yes' ELSE 'no' END AS "email_clicked",
    CASE WHEN COALESCE("t91"."event_visit", 0) = 1 THEN 'yes' ELSE 'no' END AS "event_visit",
    CASE WHEN COALESCE("t91"."referred", 0) = 1 THEN 'yes' ELSE 'no' END AS "referred",
    CASE WHEN COALESCE("t91"."asset_viewed", 0) = 1 THEN 'yes' ELSE 'no' END AS "asset_viewed",
    CASE WHEN COALESCE("t91"."asset_sent", 0) = 1 THEN 'yes' ELSE 'no' END AS "asset_sent"
  FROM (
    SELECT
      "t90"."lead_id",
      "t90"."is_won",
      "t90"."end_s",
      "t90"."source",
      "t90"."found_by",
      "t90"."segment",
      "t90"."industry",
      "t90"."employees",
      "t90"."country",
      "t90"."region",
      "t90"."language",
      "t90"."budget",
      "t90"."authority",
      "t90"."tool_today",
      "t86"."sign_lead_id",
      "t86"."page_view",
      "t86"."form_filled",
      "t86"."email_clicked",
      "t86"."event_visit",
      "t86"."referred",
      "t86"."asset_viewed",
      "t86"."asset_sent"
    FROM (
      SELECT
        "t88"."lead_id",
        "t88"."is_won",
        "t88"."end_s",
        "t88"."source",
        "t88"."found_by",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_segment", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_segment", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_segment", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_segment", ''))
          END)
        END AS "segment",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_industry", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_industry", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_industry", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_industry", ''))
          END)
        END AS "industry",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_employees", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_employees", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_employees", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_employees", ''))
          END)
        END AS "employees",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_country", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_country", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_country", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_country", ''))
          END)
        END AS "country",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_region", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_region", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_region", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_region", ''))
          END)
        END AS "region",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_language", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_language", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_language", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_language", ''))
          END)
        END AS "language",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_budget", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_budget", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_budget", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_budget", ''))
          END)
        END AS "budget",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_authority", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_authority", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_authority", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_authority", ''))
          END)
        END AS "authority",
        CASE
          WHEN SUBSTRING(COALESCE("t88"."named_tool_today", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_tool_today", ''))
          END) = ''
          THEN 'unknown'
          ELSE SUBSTRING(COALESCE("t88"."named_tool_today", '') FROM CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t88"."named_tool_today", ''))
          END)
        END AS "tool_today"
      FROM (
        SELECT
          "t81"."lead_id",
          "t81"."is_won",
          "t81"."end_s",
          "t81"."opened_s",
          "t81"."source",
          "t81"."found_by",
          "t87"."field_lead_id",
          "t87"."named_segment",
          "t87"."named_industry",
          "t87"."named_employees",
          "t87"."named_country",
          "t87"."named_region",
          "t87"."named_language",
          "t87"."named_budget",
          "t87"."named_authority",
          "t87"."named_tool_today"
        FROM (
          SELECT
            "t75"."lead_id",
            "t75"."is_won",
            "t75"."end_s",
            "t75"."opened_s",
            CASE
              WHEN COALESCE("t75"."named", '') = ''
              THEN 'unknown'
              ELSE SUBSTRING(COALESCE("t75"."named", '') FROM CASE
                WHEN (
                  20 + 1
                ) >= 1
                THEN 20 + 1
                ELSE 20 + 1 + LENGTH(COALESCE("t75"."named", ''))
              END)
            END AS "source",
            CASE
              WHEN SUBSTRING(COALESCE("t75"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t75"."named", ''))
              END FOR 1) = 'm'
              THEN 'marketing'
              WHEN SUBSTRING(COALESCE("t75"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t75"."named", ''))
              END FOR 1) = 's'
              THEN 'sales'
              ELSE 'unknown'
            END AS "found_by"
          FROM "t74" AS "t75"
        ) AS "t81"
        LEFT OUTER JOIN (
          SELECT
            "t83"."lead_id" AS "field_lead_id",
            MAX(CASE WHEN "t83"."field" = 'segment' THEN "t83"."named" ELSE '' END) AS "named_segment",
            MAX(CASE WHEN "t83"."field" = 'industry' THEN "t83"."named" ELSE '' END) AS "named_industry",
            MAX(CASE WHEN "t83"."field" = 'employees' THEN "t83"."named" ELSE '' END) AS "named_employees",
            MAX(CASE WHEN "t83"."field" = 'country' THEN "t83"."named" ELSE '' END) AS "named_country",
            MAX(CASE WHEN "t83"."field" = 'region' THEN "t83"."named" ELSE '' END) AS "named_region",
            MAX(CASE WHEN "t83"."field" = 'language' THEN "t83"."named" ELSE '' END) AS "named_language",
            MAX(CASE WHEN "t83"."field" = 'budget' THEN "t83"."named" ELSE '' END) AS "named_budget",
            MAX(CASE WHEN "t83"."field" = 'authority' THEN "t83"."named" ELSE '' END) AS "named_authority",
            MAX(CASE WHEN "t83"."field" = 'tool_today' THEN "t83"."named" ELSE '' END) AS "named_tool_today"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t54"."lead_id",
                "t54"."occurred_s",
                "t54"."recorded_s",
                "t54"."field",
                "t54"."named",
                "t77"."opened_s",
                "t77"."deal_lead_id"
              FROM (
                SELECT
                  COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                  "t43"."occurred_s",
                  "t43"."recorded_s",
                  "t43"."field",
                  CAST((
                    "t43"."occurred_s" * 2147483648
                  ) + "t43"."seq" + 1000000000000000000 AS VARCHAR) || CASE
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
                    "t21"."seq",
                    "t21"."kind",
                    "t21"."occurred_s",
                    "t21"."occurred_month",
                    "t21"."lead_id",
                    "t21"."person_id",
                    "t21"."side",
                    "t21"."source",
                    "t21"."value_code",
                    "t21"."value_number",
                    "t21"."points",
                    "t21"."due_s",
                    "t21"."worked_s",
                    "t21"."field",
                    "t21"."recorded_s",
                    "t41"."gone_id",
                    "t41"."into_id"
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
                      "t10"."worked_s",
                      "t10"."field",
                      "t10"."recorded_s"
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
                            FROM "t7"
                          )
                        )
                    ) AS "t10"
                    WHERE
                      COALESCE("t10"."lead_id", 0) <> 0
                  ) AS "t21"
                  LEFT OUTER JOIN (
                    SELECT
                      "t39"."gone_id",
                      COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t38"."gone_id",
                        "t38"."merged_s",
                        "t38"."merged_key",
                        "t38"."into_id",
                        "t35"."via_id",
                        "t35"."onward_id"
                      FROM (
                        SELECT
                          "t36"."gone_id",
                          "t36"."merged_s",
                          "t36"."merged_key",
                          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t33"."gone_id",
                            "t33"."into_id",
                            "t33"."merged_s",
                            "t33"."merged_key",
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
                    ON "t21"."lead_id" = "t41"."gone_id"
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
              ) AS "t54"
              INNER JOIN (
                SELECT
                  "t75"."opened_s",
                  "t75"."lead_id" AS "deal_lead_id"
                FROM "t74" AS "t75"
              ) AS "t77"
                ON "t54"."lead_id" = "t77"."deal_lead_id"
            ) AS "t80"
            WHERE
              "t80"."occurred_s" < "t80"."opened_s" AND "t80"."recorded_s" < "t80"."opened_s"
          ) AS "t83"
          GROUP BY
            1
        ) AS "t87"
          ON "t81"."lead_id" = "t87"."field_lead_id"
      ) AS "t88"
    ) AS "t90"
    LEFT OUTER JOIN (
      SELECT
        "t82"."lead_id" AS "sign_lead_id",
        MAX(CASE WHEN "t82"."kind" = 'page_view' THEN 1 ELSE 0 END) AS "page_view",
        MAX(CASE WHEN "t82"."kind" = 'form_filled' THEN 1 ELSE 0 END) AS "form_filled",
        MAX(CASE WHEN "t82"."kind" = 'email_clicked' THEN 1 ELSE 0 END) AS "email_clicked",
        MAX(CASE WHEN "t82"."kind" = 'event_visit' THEN 1 ELSE 0 END) AS "event_visit",
        MAX(CASE WHEN "t82"."kind" = 'referred' THEN 1 ELSE 0 END) AS "referred",
        MAX(CASE WHEN "t82"."kind" = 'asset_viewed' THEN 1 ELSE 0 END) AS "asset_viewed",
        MAX(CASE WHEN "t82"."kind" = 'asset_sent' THEN 1 ELSE 0 END) AS "asset_sent"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t50"."lead_id",
            "t50"."kind",
            "t50"."occurred_s",
            "t50"."recorded_s",
            "t77"."opened_s",
            "t77"."deal_lead_id"
          FROM (
            SELECT
              COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
              "t42"."kind",
              "t42"."occurred_s",
              "t42"."recorded_s"
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
                "t20"."recorded_s",
                "t41"."gone_id",
                "t41"."into_id"
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
                        FROM "t7"
                      )
                    )
                ) AS "t9"
                WHERE
                  COALESCE("t9"."lead_id", 0) <> 0
              ) AS "t20"
              LEFT OUTER JOIN (
                SELECT
                  "t39"."gone_id",
                  COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t38"."gone_id",
                    "t38"."merged_s",
                    "t38"."merged_key",
                    "t38"."into_id",
                    "t35"."via_id",
                    "t35"."onward_id"
                  FROM (
                    SELECT
                      "t36"."gone_id",
                      "t36"."merged_s",
                      "t36"."merged_key",
                      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t33"."gone_id",
                        "t33"."into_id",
                        "t33"."merged_s",
                        "t33"."merged_key",
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
            ) AS "t42"
          ) AS "t50"
          INNER JOIN (
            SELECT
              "t75"."opened_s",
              "t75"."lead_id" AS "deal_lead_id"
            FROM "t74" AS "t75"
          ) AS "t77"
            ON "t50"."lead_id" = "t77"."deal_lead_id"
        ) AS "t79"
        WHERE
          "t79"."occurred_s" < "t79"."opened_s" AND "t79"."recorded_s" < "t79"."opened_s"
      ) AS "t82"
      GROUP BY
        1
    ) AS "t86"
      ON "t90"."lead_id" = "t86"."sign_lead_id"
  ) AS "t91"
), "t119" AS (
  SELECT
    "t93"."source",
    "t93"."is_won",
    COUNT(*) AS "deals",
    COUNT(CASE WHEN "t93"."page_view" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "page_view",
    COUNT(CASE WHEN "t93"."form_filled" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "form_filled",
    COUNT(CASE WHEN "t93"."email_clicked" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "email_clicked",
    COUNT(CASE WHEN "t93"."event_visit" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "event_visit",
    COUNT(CASE WHEN "t93"."referred" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "referred",
    COUNT(CASE WHEN "t93"."asset_viewed" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "asset_viewed",
    COUNT(CASE WHEN "t93"."asset_sent" = 'yes' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "asset_sent"
  FROM "t92" AS "t93"
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
          "t94"."source",
          "t94"."is_won",
          "t94"."deals",
          'country' AS "trait",
          "t94"."country" AS "level"
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."country",
            COUNT(*) AS "deals"
          FROM "t92" AS "t93"
          GROUP BY
            1,
            2,
            3
        ) AS "t94"
      ) AS "t104"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t95"."source",
          "t95"."is_won",
          "t95"."deals",
          'region' AS "trait",
          "t95"."region" AS "level"
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."region",
            COUNT(*) AS "deals"
          FROM "t92" AS "t93"
          GROUP BY
            1,
            2,
            3
        ) AS "t95"
      ) AS "t105"
    ) AS "t114"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t96"."source",
          "t96"."is_won",
          "t96"."deals",
          'language' AS "trait",
          "t96"."language" AS "level"
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."language",
            COUNT(*) AS "deals"
          FROM "t92" AS "t93"
          GROUP BY
            1,
            2,
            3
        ) AS "t96"
      ) AS "t106"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t97"."source",
          "t97"."is_won",
          "t97"."deals",
          'budget' AS "trait",
          "t97"."budget" AS "level"
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."budget",
            COUNT(*) AS "deals"
          FROM "t92" AS "t93"
          GROUP BY
            1,
            2,
            3
        ) AS "t97"
      ) AS "t107"
    ) AS "t115"
  ) AS "t120"
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
          "t98"."source",
          "t98"."is_won",
          "t98"."deals",
          'authority' AS "trait",
          "t98"."authority" AS "level"
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."authority",
            COUNT(*) AS "deals"
          FROM "t92" AS "t93"
          GROUP BY
            1,
            2,
            3
        ) AS "t98"
      ) AS "t108"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t99"."source",
          "t99"."is_won",
          "t99"."deals",
          'tool_today' AS "trait",
          "t99"."tool_today" AS "level"
        FROM (
          SELECT
            "t93"."source",
            "t93"."is_won",
            "t93"."tool_today",
            COUNT(*) AS "deals"
          FROM "t92" AS "t93"
          GROUP BY
            1,
            2,
            3
        ) AS "t99"
      ) AS "t109"
    ) AS "t116"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t122"."source",
          "t122"."is_won",
          "t122"."deals",
          'source' AS "trait",
          "t122"."source" AS "level"
        FROM "t119" AS "t122"
      ) AS "t123"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t122"."source",
          "t122"."is_won",
          "t122"."page_view" AS "deals",
          'page_view' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t124"
    ) AS "t131"
  ) AS "t135"
) AS "t138"
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
          "t122"."source",
          "t122"."is_won",
          "t122"."form_filled" AS "deals",
          'form_filled' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t125"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t122"."source",
          "t122"."is_won",
          "t122"."email_clicked" AS "deals",
          'email_clicked' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t126"
    ) AS "t132"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t122"."source",
          "t122"."is_won",
          "t122"."event_visit" AS "deals",
          'event_visit' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t127"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t122"."source",
          "t122"."is_won",
          "t122"."referred" AS "deals",
          'referred' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t128"
    ) AS "t133"
  ) AS "t136"
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
          "t122"."source",
          "t122"."is_won",
          "t122"."asset_viewed" AS "deals",
          'asset_viewed' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t129"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t122"."source",
          "t122"."is_won",
          "t122"."asset_sent" AS "deals",
          'asset_sent' AS "trait",
          'yes' AS "level"
        FROM "t119" AS "t122"
      ) AS "t130"
    ) AS "t134"
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
            "t100"."source",
            "t100"."is_won",
            "t100"."deals",
            'found_by' AS "trait",
            "t100"."found_by" AS "level"
          FROM (
            SELECT
              "t93"."source",
              "t93"."is_won",
              "t93"."found_by",
              COUNT(*) AS "deals"
            FROM "t92" AS "t93"
            GROUP BY
              1,
              2,
              3
          ) AS "t100"
        ) AS "t110"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t101"."source",
            "t101"."is_won",
            "t101"."deals",
            'segment' AS "trait",
            "t101"."segment" AS "level"
          FROM (
            SELECT
              "t93"."source",
              "t93"."is_won",
              "t93"."segment",
              COUNT(*) AS "deals"
            FROM "t92" AS "t93"
            GROUP BY
              1,
              2,
              3
          ) AS "t101"
        ) AS "t111"
      ) AS "t117"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t102"."source",
            "t102"."is_won",
            "t102"."deals",
            'industry' AS "trait",
            "t102"."industry" AS "level"
          FROM (
            SELECT
              "t93"."source",
              "t93"."is_won",
              "t93"."industry",
              COUNT(*) AS "deals"
            FROM "t92" AS "t93"
            GROUP BY
              1,
              2,
              3
          ) AS "t102"
        ) AS "t112"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t103"."source",
            "t103"."is_won",
            "t103"."deals",
            'employees' AS "trait",
            "t103"."employees" AS "level"
          FROM (
            SELECT
              "t93"."source",
              "t93"."is_won",
              "t93"."employees",
              COUNT(*) AS "deals"
            FROM "t92" AS "t93"
            GROUP BY
              1,
              2,
              3
          ) AS "t103"
        ) AS "t113"
      ) AS "t118"
    ) AS "t121"
  ) AS "t137"
) AS "t139"

-- ways
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t20" AS (
  SELECT
    "t11"."lead_id",
    "t11"."occurred_s",
    CAST(CASE
      WHEN "t11"."kind" = 'merged'
      THEN COALESCE("t11"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t11"."occurred_s" * 4000000000
    ) + "t11"."seq" AS "key"
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
          FROM "t6"
        )
      )
  ) AS "t11"
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
      FROM "t20" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t20" AS "t22"
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
), "t57" AS (
  SELECT
    "t56"."lead_id",
    CASE WHEN "t56"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE
      WHEN "t56"."won_s" < 9000000000
      THEN "t56"."won_s"
      ELSE COALESCE("t56"."lost_s", -9000000000)
    END AS "end_s",
    CASE
      WHEN "t56"."first_s" < CASE
        WHEN "t56"."won_s" < 9000000000
        THEN "t56"."won_s"
        ELSE COALESCE("t56"."lost_s", -9000000000)
      END
      THEN "t56"."first_s"
      ELSE CASE
        WHEN "t56"."won_s" < 9000000000
        THEN "t56"."won_s"
        ELSE COALESCE("t56"."lost_s", -9000000000)
      END
    END AS "opened_s"
  FROM (
    SELECT
      "t48"."lead_id",
      "t48"."won_s",
      "t48"."first_s",
      "t55"."dealt_lead_id",
      "t55"."lost_s"
    FROM (
      SELECT
        "t42"."lead_id",
        MIN(CASE WHEN "t42"."kind" = 'won' THEN "t42"."occurred_s" ELSE 9000000000 END) AS "won_s",
        MIN(
          CASE WHEN "t42"."kind" = 'deal_opened' THEN "t42"."occurred_s" ELSE 9000000000 END
        ) AS "first_s"
      FROM (
        SELECT
          "t39"."seq",
          "t39"."kind",
          "t39"."occurred_s",
          "t39"."occurred_month",
          "t39"."person_id",
          "t39"."side",
          "t39"."source",
          "t39"."value_code",
          "t39"."value_number",
          "t39"."points",
          "t39"."due_s",
          "t39"."worked_s",
          "t39"."lead_id" AS "own_lead_id",
          COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
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
                  AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
      ) AS "t42"
      GROUP BY
        1
    ) AS "t48"
    LEFT OUTER JOIN (
      SELECT
        "t53"."dealt_lead_id",
        CASE WHEN "t53"."is_open" = 0 THEN "t53"."last_s" ELSE -9000000000 END AS "lost_s"
      FROM (
        SELECT
          "t52"."lead_id" AS "dealt_lead_id",
          MAX("t52"."begun_key") AS "begun_key",
          MAX("t52"."lost_key") AS "last_key",
          MAX("t52"."lost_s") AS "last_s",
          MAX(CASE WHEN "t52"."begun_key" > "t52"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
        FROM (
          SELECT
            "t49"."lead_id",
            "t49"."deal",
            "t49"."first_key",
            "t49"."opened_key",
            "t49"."closed_key",
            "t49"."lost_key",
            "t49"."lost_s",
            GREATEST("t49"."first_key", "t49"."opened_key") AS "begun_key"
          FROM (
            SELECT
              "t45"."lead_id",
              "t45"."deal",
              MIN("t45"."key") AS "first_key",
              MAX(
                CASE
                  WHEN "t45"."kind" IN ('deal_opened')
                  THEN "t45"."key"
                  ELSE -9000000000000000000
                END
              ) AS "opened_key",
              MAX(
                CASE
                  WHEN "t45"."kind" IN ('lost', 'won')
                  THEN "t45"."key"
                  ELSE -9000000000000000000
                END
              ) AS "closed_key",
              MAX(
                CASE WHEN "t45"."kind" IN ('lost') THEN "t45"."key" ELSE -9000000000000000000 END
              ) AS "lost_key",
              MAX(CASE WHEN "t45"."kind" = 'lost' THEN "t45"."occurred_s" ELSE -9000000000 END) AS "lost_s"
            FROM (
              SELECT
                COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                "t41"."kind",
                "t41"."occurred_s",
                (
                  "t41"."occurred_s" * 4000000000
                ) + "t41"."seq" AS "key",
                COALESCE("t41"."deal_id", 0) AS "deal"
              FROM (
                SELECT
                  "t21"."seq",
                  "t21"."kind",
                  "t21"."occurred_s",
                  "t21"."occurred_month",
                  "t21"."lead_id",
                  "t21"."person_id",
                  "t21"."side",
                  "t21"."source",
                  "t21"."value_code",
                  "t21"."value_number",
                  "t21"."points",
                  "t21"."due_s",
                  "t21"."worked_s",
                  "t21"."deal_id",
                  "t37"."gone_id",
                  "t37"."into_id"
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
                    "t12"."deal_id"
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
                  WHERE
                    COALESCE("t12"."lead_id", 0) <> 0
                ) AS "t21"
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
                  ON "t21"."lead_id" = "t37"."gone_id"
              ) AS "t41"
            ) AS "t45"
            GROUP BY
              1,
              2
          ) AS "t49"
        ) AS "t52"
        GROUP BY
          1
      ) AS "t53"
      WHERE
        CASE WHEN "t53"."is_open" = 0 THEN "t53"."last_s" ELSE -9000000000 END > -9000000000
    ) AS "t55"
      ON "t48"."lead_id" = "t55"."dealt_lead_id"
  ) AS "t56"
  WHERE
    (
      "t56"."won_s" < 9000000000
    )
    OR (
      COALESCE("t56"."lost_s", -9000000000) > -9000000000
    )
)
SELECT
  "t74"."source",
  "t74"."is_won",
  "t74"."step",
  "t74"."days",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t73"."lead_id",
    "t73"."source",
    "t73"."is_won",
    "t73"."step",
    "t73"."end_s",
    CASE
      WHEN CAST(CAST((
        (
          "t73"."end_s" - "t73"."first_s"
        ) - (
          (
            "t73"."end_s" - "t73"."first_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        (
          "t73"."end_s" - "t73"."first_s"
        ) - (
          (
            "t73"."end_s" - "t73"."first_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t72"."source",
      "t72"."is_won",
      "t72"."lead_id",
      "t72"."step",
      MIN("t72"."occurred_s") AS "first_s",
      MAX("t72"."end_s") AS "end_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t51"."lead_id",
          "t51"."occurred_s",
          "t51"."step",
          "t70"."is_won",
          "t70"."end_s",
          "t70"."opened_s",
          "t70"."source",
          "t70"."found_by"
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
          ) AS "t46"
          WHERE
            "t46"."step" IN (
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
        ) AS "t51"
        INNER JOIN (
          SELECT
            "t68"."lead_id",
            "t68"."is_won",
            "t68"."end_s",
            "t68"."opened_s",
            CASE
              WHEN COALESCE("t68"."named", '') = ''
              THEN 'unknown'
              ELSE SUBSTRING(COALESCE("t68"."named", '') FROM CASE
                WHEN (
                  20 + 1
                ) >= 1
                THEN 20 + 1
                ELSE 20 + 1 + LENGTH(COALESCE("t68"."named", ''))
              END)
            END AS "source",
            CASE
              WHEN SUBSTRING(COALESCE("t68"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t68"."named", ''))
              END FOR 1) = 'm'
              THEN 'marketing'
              WHEN SUBSTRING(COALESCE("t68"."named", '') FROM CASE
                WHEN (
                  19 + 1
                ) >= 1
                THEN 19 + 1
                ELSE 19 + 1 + LENGTH(COALESCE("t68"."named", ''))
              END FOR 1) = 's'
              THEN 'sales'
              ELSE 'unknown'
            END AS "found_by"
          FROM (
            SELECT
              "t61"."lead_id",
              "t61"."is_won",
              "t61"."end_s",
              "t61"."opened_s",
              "t67"."named",
              "t67"."origin_lead_id"
            FROM (
              SELECT
                *
              FROM "t57" AS "t58"
              WHERE
                "t58"."end_s" >= ${since_s} AND "t58"."end_s" < ${until_s}
            ) AS "t61"
            LEFT OUTER JOIN (
              SELECT
                "t65"."named",
                "t65"."lead_id" AS "origin_lead_id"
              FROM (
                SELECT
                  "t64"."lead_id",
                  MIN("t64"."named") AS "named"
                FROM (
                  SELECT
                    "t63"."lead_id",
                    CAST((
                      (
                        (
                          "t63"."occurred_s" - "t63"."end_s"
                        ) + 2147483648
                      ) * 2147483648
                    ) + "t63"."seq" + 1000000000000000000 AS VARCHAR) || CASE
                      WHEN "t63"."side" IN ('buyer', 'marketing')
                      THEN 'm'
                      ELSE CASE WHEN "t63"."side" = 'sales' THEN 's' ELSE 'u' END
                    END || COALESCE("t63"."source", 'unknown') AS "named"
                  FROM (
                    SELECT
                      "t44"."lead_id",
                      "t44"."occurred_s",
                      "t44"."seq",
                      "t44"."side",
                      "t44"."source",
                      "t62"."end_s",
                      "t62"."of_lead_id"
                    FROM (
                      SELECT
                        COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
                        "t40"."occurred_s",
                        "t40"."seq",
                        "t40"."side",
                        "t40"."source"
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
                                AND "t0"."kind" IN ('captured')
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
                    ) AS "t44"
                    INNER JOIN (
                      SELECT
                        "t58"."end_s",
                        "t58"."lead_id" AS "of_lead_id"
                      FROM "t57" AS "t58"
                      WHERE
                        "t58"."end_s" >= ${since_s} AND "t58"."end_s" < ${until_s}
                    ) AS "t62"
                      ON "t44"."lead_id" = "t62"."of_lead_id"
                  ) AS "t63"
                ) AS "t64"
                GROUP BY
                  1
              ) AS "t65"
            ) AS "t67"
              ON "t61"."lead_id" = "t67"."origin_lead_id"
          ) AS "t68"
        ) AS "t70"
          ON "t51"."lead_id" = "t70"."lead_id"
      ) AS "t71"
      WHERE
        "t71"."occurred_s" <= "t71"."end_s"
    ) AS "t72"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t73"
) AS "t74"
GROUP BY
  1,
  2,
  3,
  4
