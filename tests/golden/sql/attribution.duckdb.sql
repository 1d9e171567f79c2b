-- all_wins
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
), "t35" AS (
  SELECT
    "t32"."lead_id",
    MIN("t32"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t32"."occurred_s" * 2147483648
      ) + "t32"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t32"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(CASE WHEN "t32"."side" = 'sales' THEN "t32"."occurred_s" ELSE 9000000000 END) AS "by_sales_s",
    MIN(CASE WHEN "t32"."side" = 'marketing' THEN "t32"."occurred_s" ELSE 9000000000 END) AS "by_marketing_s"
  FROM (
    SELECT
      "t30"."seq",
      "t30"."kind",
      "t30"."occurred_s",
      "t30"."occurred_month",
      "t30"."person_id",
      "t30"."side",
      "t30"."source",
      "t30"."value_code",
      "t30"."value_number",
      "t30"."points",
      "t30"."due_s",
      "t30"."worked_s",
      "t30"."account_id",
      "t30"."lead_id" AS "own_lead_id",
      COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id"
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
        "t11"."account_id",
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
          "t6"."account_id"
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
              AND "t0"."kind" IN ('won')
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
  ) AS "t32"
  GROUP BY
    1
)
SELECT
  "t47"."source",
  "t47"."found_by",
  "t47"."closer",
  COUNT(*) AS "wins"
FROM (
  SELECT
    "t46"."lead_id",
    "t46"."won_s",
    "t46"."account_id",
    "t46"."closer",
    CASE
      WHEN COALESCE("t46"."named", '') = ''
      THEN 'unknown'
      ELSE SUBSTRING(
        COALESCE("t46"."named", ''),
        CASE
          WHEN (
            20 + 1
          ) >= 1
          THEN 20 + 1
          ELSE 20 + 1 + LENGTH(COALESCE("t46"."named", ''))
        END
      )
    END AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t46"."named", ''),
        CASE
          WHEN (
            19 + 1
          ) >= 1
          THEN 19 + 1
          ELSE 19 + 1 + LENGTH(COALESCE("t46"."named", ''))
        END,
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t46"."named", ''),
        CASE
          WHEN (
            19 + 1
          ) >= 1
          THEN 19 + 1
          ELSE 19 + 1 + LENGTH(COALESCE("t46"."named", ''))
        END,
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM (
    SELECT
      "t40"."lead_id",
      "t40"."won_s",
      "t40"."account_id",
      "t40"."closer",
      "t45"."named",
      "t45"."origin_lead_id"
    FROM (
      SELECT
        "t36"."lead_id",
        "t36"."won_s",
        CAST(SUBSTRING(
          "t36"."named",
          CASE WHEN (
            19 + 1
          ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t36"."named") END
        ) AS BIGINT) AS "account_id",
        CASE
          WHEN "t36"."by_sales_s" = "t36"."won_s"
          THEN 'sales'
          ELSE CASE WHEN "t36"."by_marketing_s" = "t36"."won_s" THEN 'marketing' ELSE 'unknown' END
        END AS "closer"
      FROM "t35" AS "t36"
      WHERE
        "t36"."won_s" >= ${since_s} AND "t36"."won_s" < ${until_s}
    ) AS "t40"
    LEFT OUTER JOIN (
      SELECT
        "t43"."named",
        "t43"."lead_id" AS "origin_lead_id"
      FROM (
        SELECT
          "t42"."lead_id",
          MIN("t42"."named") AS "named"
        FROM (
          SELECT
            "t41"."lead_id",
            CAST((
              (
                (
                  "t41"."occurred_s" - "t41"."won_s"
                ) + 2147483648
              ) * 2147483648
            ) + "t41"."seq" + 1000000000000000000 AS TEXT) || CASE
              WHEN "t41"."side" IN ('buyer', 'marketing')
              THEN 'm'
              ELSE CASE WHEN "t41"."side" = 'sales' THEN 's' ELSE 'u' END
            END || COALESCE("t41"."source", 'unknown') AS "named"
          FROM (
            SELECT
              "t34"."lead_id",
              "t34"."occurred_s",
              "t34"."seq",
              "t34"."side",
              "t34"."source",
              "t38"."won_s",
              "t38"."of_lead_id"
            FROM (
              SELECT
                COALESCE("t31"."into_id", "t31"."lead_id") AS "lead_id",
                "t31"."occurred_s",
                "t31"."seq",
                "t31"."side",
                "t31"."source"
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
                        AND "t0"."kind" IN ('captured')
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
            ) AS "t34"
            INNER JOIN (
              SELECT
                "t36"."won_s",
                "t36"."lead_id" AS "of_lead_id"
              FROM "t35" AS "t36"
              WHERE
                "t36"."won_s" >= ${since_s} AND "t36"."won_s" < ${until_s}
            ) AS "t38"
              ON "t34"."lead_id" = "t38"."of_lead_id"
          ) AS "t41"
        ) AS "t42"
        GROUP BY
          1
      ) AS "t43"
    ) AS "t45"
      ON "t40"."lead_id" = "t45"."origin_lead_id"
  ) AS "t46"
) AS "t47"
GROUP BY
  1,
  2,
  3

-- wins
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
), "t42" AS (
  SELECT
    "t37"."lead_id",
    MIN("t37"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t37"."occurred_s" * 2147483648
      ) + "t37"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t37"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(CASE WHEN "t37"."side" = 'sales' THEN "t37"."occurred_s" ELSE 9000000000 END) AS "by_sales_s",
    MIN(CASE WHEN "t37"."side" = 'marketing' THEN "t37"."occurred_s" ELSE 9000000000 END) AS "by_marketing_s"
  FROM (
    SELECT
      "t35"."seq",
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
        "t15"."account_id",
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
          "t8"."worked_s",
          "t8"."account_id"
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
              AND "t0"."kind" IN ('won')
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
  ) AS "t37"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t47"."lead_id",
    "t47"."won_s",
    "t47"."account_id",
    "t47"."closer",
    "t52"."named",
    "t52"."origin_lead_id"
  FROM (
    SELECT
      "t43"."lead_id",
      "t43"."won_s",
      CAST(SUBSTRING(
        "t43"."named",
        CASE WHEN (
          19 + 1
        ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t43"."named") END
      ) AS BIGINT) AS "account_id",
      CASE
        WHEN "t43"."by_sales_s" = "t43"."won_s"
        THEN 'sales'
        ELSE CASE WHEN "t43"."by_marketing_s" = "t43"."won_s" THEN 'marketing' ELSE 'unknown' END
      END AS "closer"
    FROM "t42" AS "t43"
    WHERE
      "t43"."won_s" >= ${since_s} AND "t43"."won_s" < ${until_s}
  ) AS "t47"
  LEFT OUTER JOIN (
    SELECT
      "t50"."named",
      "t50"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t49"."lead_id",
        MIN("t49"."named") AS "named"
      FROM (
        SELECT
          "t48"."lead_id",
          CAST((
            (
              (
                "t48"."occurred_s" - "t48"."won_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t48"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t48"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t48"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t48"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t39"."lead_id",
            "t39"."occurred_s",
            "t39"."seq",
            "t39"."side",
            "t39"."source",
            "t45"."won_s",
            "t45"."of_lead_id"
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
              "t43"."won_s",
              "t43"."lead_id" AS "of_lead_id"
            FROM "t42" AS "t43"
            WHERE
              "t43"."won_s" >= ${since_s} AND "t43"."won_s" < ${until_s}
          ) AS "t45"
            ON "t39"."lead_id" = "t45"."of_lead_id"
        ) AS "t48"
      ) AS "t49"
      GROUP BY
        1
    ) AS "t50"
  ) AS "t52"
    ON "t47"."lead_id" = "t52"."origin_lead_id"
)
SELECT
  "t68"."source",
  "t68"."found_by",
  "t68"."closer",
  "t68"."first_team",
  "t68"."last_team",
  "t68"."n_marketing",
  "t68"."n_sales",
  "t68"."n_unknown",
  COUNT(*) AS "wins",
  SUM("t68"."decay_marketing") AS "decay_marketing",
  SUM("t68"."decay_sales") AS "decay_sales",
  SUM("t68"."decay_unknown") AS "decay_unknown",
  SUM("t68"."shapley_marketing") AS "shapley_marketing",
  SUM("t68"."shapley_sales") AS "shapley_sales",
  SUM("t68"."shapley_unknown") AS "shapley_unknown"
FROM (
  SELECT
    "t67"."win_id",
    "t67"."first_team",
    "t67"."last_team",
    "t67"."n_marketing",
    "t67"."n_sales",
    "t67"."n_unknown",
    "t67"."decay_marketing",
    "t67"."decay_sales",
    "t67"."decay_unknown",
    "t67"."shapley_marketing",
    "t67"."shapley_sales",
    "t67"."shapley_unknown",
    "t59"."lead_id",
    "t59"."source",
    "t59"."found_by",
    "t59"."closer"
  FROM (
    SELECT
      "t65"."win_id",
      CASE
        WHEN "t65"."first_marketing" = "t65"."first"
        THEN 'marketing'
        ELSE CASE WHEN "t65"."first_sales" = "t65"."first" THEN 'sales' ELSE 'unknown' END
      END AS "first_team",
      CASE
        WHEN "t65"."last_marketing" = "t65"."last"
        THEN 'marketing'
        ELSE CASE WHEN "t65"."last_sales" = "t65"."last" THEN 'sales' ELSE 'unknown' END
      END AS "last_team",
      "t65"."n_marketing",
      "t65"."n_sales",
      "t65"."n_unknown",
      CAST((
        CAST("t65"."weight_marketing" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t65"."weight_marketing" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t65"."weight_marketing" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "decay_marketing",
      CAST((
        CAST("t65"."weight_sales" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t65"."weight_sales" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t65"."weight_sales" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "decay_sales",
      CAST((
        CAST("t65"."weight_unknown" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t65"."weight_unknown" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t65"."weight_unknown" AS DOUBLE) / NULLIF(CAST("t65"."weight" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "decay_unknown",
      CAST((
        CAST("t65"."k_marketing" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t65"."k_marketing" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t65"."k_marketing" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "shapley_marketing",
      CAST((
        CAST("t65"."k_sales" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t65"."k_sales" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t65"."k_sales" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "shapley_sales",
      CAST((
        CAST("t65"."k_unknown" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t65"."k_unknown" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t65"."k_unknown" AS DOUBLE) / NULLIF(CAST("t65"."k" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "shapley_unknown"
    FROM (
      SELECT
        "t64"."win_id",
        SUM("t64"."n") AS "n",
        COUNT(*) AS "k",
        SUM("t64"."weight") AS "weight",
        MIN("t64"."first") AS "first",
        MAX("t64"."last") AS "last",
        SUM(CASE WHEN "t64"."team" = 'marketing' THEN "t64"."n" ELSE 0 END) AS "n_marketing",
        SUM(CASE WHEN "t64"."team" = 'sales' THEN "t64"."n" ELSE 0 END) AS "n_sales",
        SUM(CASE WHEN "t64"."team" = 'unknown' THEN "t64"."n" ELSE 0 END) AS "n_unknown",
        COUNT(CASE WHEN "t64"."team" = 'marketing' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_marketing",
        COUNT(CASE WHEN "t64"."team" = 'sales' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_sales",
        COUNT(CASE WHEN "t64"."team" = 'unknown' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_unknown",
        SUM(CASE WHEN "t64"."team" = 'marketing' THEN "t64"."weight" ELSE 0 END) AS "weight_marketing",
        SUM(CASE WHEN "t64"."team" = 'sales' THEN "t64"."weight" ELSE 0 END) AS "weight_sales",
        SUM(CASE WHEN "t64"."team" = 'unknown' THEN "t64"."weight" ELSE 0 END) AS "weight_unknown",
        MIN(
          CASE WHEN "t64"."team" = 'marketing' THEN "t64"."first" ELSE 9000000000000000000 END
        ) AS "first_marketing",
        MIN(CASE WHEN "t64"."team" = 'sales' THEN "t64"."first" ELSE 9000000000000000000 END) AS "first_sales",
        MAX(CASE WHEN "t64"."team" = 'marketing' THEN "t64"."last" ELSE -1 END) AS "last_marketing",
        MAX(CASE WHEN "t64"."team" = 'sales' THEN "t64"."last" ELSE -1 END) AS "last_sales"
      FROM (
        SELECT
          "t63"."win_id",
          "t63"."team",
          "t63"."channel",
          COUNT(*) AS "n",
          MIN("t63"."place") AS "first",
          MAX("t63"."place") AS "last",
          SUM("t63"."weight") AS "weight"
        FROM (
          SELECT
            "t62"."win_id",
            "t62"."team",
            "t62"."channel",
            (
              (
                ${window_s} - (
                  "t62"."won_s" - "t62"."occurred_s"
                )
              ) * 8589934592
            ) + "t62"."seq" AS "place",
            CAST(CASE
              WHEN (
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 0
              THEN 1048576
              WHEN (
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 1
              THEN 949720
              WHEN (
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 2
              THEN 860184
              WHEN (
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 3
              THEN 779089
              WHEN (
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 4
              THEN 705639
              WHEN (
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 5
              THEN 639114
              ELSE 578861
            END AS BIGINT) * CAST(CASE
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 0
              THEN 1048576
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 1
              THEN 524288
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 2
              THEN 262144
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 3
              THEN 131072
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 4
              THEN 65536
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 5
              THEN 32768
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 6
              THEN 16384
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 7
              THEN 8192
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 8
              THEN 4096
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 9
              THEN 2048
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 10
              THEN 1024
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 11
              THEN 512
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 12
              THEN 256
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 13
              THEN 128
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 14
              THEN 64
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 15
              THEN 32
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 16
              THEN 16
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 17
              THEN 8
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 18
              THEN 4
              WHEN CAST((
                CAST((
                  (
                    "t62"."won_s" - "t62"."occurred_s"
                  ) - (
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t62"."won_s" - "t62"."occurred_s"
                    ) - (
                      (
                        "t62"."won_s" - "t62"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 19
              THEN 2
              ELSE 1
            END AS BIGINT) AS "weight"
          FROM (
            SELECT
              "t41"."occurred_s",
              "t41"."seq",
              "t41"."team",
              "t41"."channel",
              "t41"."key",
              "t61"."won_s",
              "t61"."win_id",
              "t61"."win_key"
            FROM (
              SELECT
                "t34"."occurred_s",
                "t34"."seq",
                CASE
                  WHEN "t34"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t34"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "team",
                CASE
                  WHEN COALESCE("t34"."channel", '') = ''
                  THEN "t34"."kind"
                  ELSE COALESCE("t34"."channel", '')
                END AS "channel",
                CASE
                  WHEN (
                    COALESCE("t34"."account_id", 0) > 0
                  ) AND (
                    ${is_by_account} = 1
                  )
                  THEN (
                    COALESCE("t34"."account_id", 0) * 2
                  ) + 1
                  ELSE COALESCE("t34"."into_id", "t34"."lead_id") * 2
                END AS "key"
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
                  "t14"."account_id",
                  "t14"."channel",
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
                    "t7"."worked_s",
                    "t7"."account_id",
                    "t7"."channel"
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
                          'call',
                          'email',
                          'email_clicked',
                          'email_opened',
                          'event_visit',
                          'form_filled',
                          'meeting',
                          'page_view',
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
              WHERE
                NOT (
                  "t34"."kind" IN ('call', 'email', 'meeting', 'social')
                  AND (
                    "t34"."side" = 'buyer'
                  )
                )
            ) AS "t41"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t54"."won_s",
                    "t54"."lead_id" AS "win_id",
                    "t54"."lead_id" * 2 AS "win_key"
                  FROM "t53" AS "t54"
                ) AS "t55"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t54"."won_s",
                    "t54"."lead_id" AS "win_id",
                    (
                      "t54"."account_id" * 2
                    ) + 1 AS "win_key"
                  FROM "t53" AS "t54"
                  WHERE
                    "t54"."account_id" > 0 AND ${is_by_account} = 1
                ) AS "t56"
              ) AS "t57"
            ) AS "t61"
              ON "t41"."key" = "t61"."win_key"
          ) AS "t62"
          WHERE
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) >= 0
            AND (
              "t62"."won_s" - "t62"."occurred_s"
            ) <= ${window_s}
        ) AS "t63"
        GROUP BY
          1,
          2,
          3
      ) AS "t64"
      GROUP BY
        1
    ) AS "t65"
  ) AS "t67"
  INNER JOIN (
    SELECT
      "t54"."lead_id",
      CASE
        WHEN COALESCE("t54"."named", '') = ''
        THEN 'unknown'
        ELSE SUBSTRING(
          COALESCE("t54"."named", ''),
          CASE
            WHEN (
              20 + 1
            ) >= 1
            THEN 20 + 1
            ELSE 20 + 1 + LENGTH(COALESCE("t54"."named", ''))
          END
        )
      END AS "source",
      CASE
        WHEN SUBSTRING(
          COALESCE("t54"."named", ''),
          CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t54"."named", ''))
          END,
          1
        ) = 'm'
        THEN 'marketing'
        WHEN SUBSTRING(
          COALESCE("t54"."named", ''),
          CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t54"."named", ''))
          END,
          1
        ) = 's'
        THEN 'sales'
        ELSE 'unknown'
      END AS "found_by",
      "t54"."closer"
    FROM "t53" AS "t54"
  ) AS "t59"
    ON "t67"."win_id" = "t59"."lead_id"
) AS "t68"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8

-- channels
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
), "t42" AS (
  SELECT
    "t37"."lead_id",
    MIN("t37"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t37"."occurred_s" * 2147483648
      ) + "t37"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t37"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(CASE WHEN "t37"."side" = 'sales' THEN "t37"."occurred_s" ELSE 9000000000 END) AS "by_sales_s",
    MIN(CASE WHEN "t37"."side" = 'marketing' THEN "t37"."occurred_s" ELSE 9000000000 END) AS "by_marketing_s"
  FROM (
    SELECT
      "t35"."seq",
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
        "t15"."account_id",
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
          "t8"."worked_s",
          "t8"."account_id"
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
              AND "t0"."kind" IN ('won')
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
  ) AS "t37"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t47"."lead_id",
    "t47"."won_s",
    "t47"."account_id",
    "t47"."closer",
    "t52"."named",
    "t52"."origin_lead_id"
  FROM (
    SELECT
      "t43"."lead_id",
      "t43"."won_s",
      CAST(SUBSTRING(
        "t43"."named",
        CASE WHEN (
          19 + 1
        ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t43"."named") END
      ) AS BIGINT) AS "account_id",
      CASE
        WHEN "t43"."by_sales_s" = "t43"."won_s"
        THEN 'sales'
        ELSE CASE WHEN "t43"."by_marketing_s" = "t43"."won_s" THEN 'marketing' ELSE 'unknown' END
      END AS "closer"
    FROM "t42" AS "t43"
    WHERE
      "t43"."won_s" >= ${since_s} AND "t43"."won_s" < ${until_s}
  ) AS "t47"
  LEFT OUTER JOIN (
    SELECT
      "t50"."named",
      "t50"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t49"."lead_id",
        MIN("t49"."named") AS "named"
      FROM (
        SELECT
          "t48"."lead_id",
          CAST((
            (
              (
                "t48"."occurred_s" - "t48"."won_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t48"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t48"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t48"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t48"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t39"."lead_id",
            "t39"."occurred_s",
            "t39"."seq",
            "t39"."side",
            "t39"."source",
            "t45"."won_s",
            "t45"."of_lead_id"
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
              "t43"."won_s",
              "t43"."lead_id" AS "of_lead_id"
            FROM "t42" AS "t43"
            WHERE
              "t43"."won_s" >= ${since_s} AND "t43"."won_s" < ${until_s}
          ) AS "t45"
            ON "t39"."lead_id" = "t45"."of_lead_id"
        ) AS "t48"
      ) AS "t49"
      GROUP BY
        1
    ) AS "t50"
  ) AS "t52"
    ON "t47"."lead_id" = "t52"."origin_lead_id"
), "t64" AS (
  SELECT
    "t63"."win_id",
    "t63"."team",
    "t63"."channel",
    COUNT(*) AS "n",
    MIN("t63"."place") AS "first",
    MAX("t63"."place") AS "last",
    SUM("t63"."weight") AS "weight"
  FROM (
    SELECT
      "t62"."win_id",
      "t62"."team",
      "t62"."channel",
      (
        (
          ${window_s} - (
            "t62"."won_s" - "t62"."occurred_s"
          )
        ) * 8589934592
      ) + "t62"."seq" AS "place",
      CAST(CASE
        WHEN (
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 0
        THEN 1048576
        WHEN (
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 1
        THEN 949720
        WHEN (
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 2
        THEN 860184
        WHEN (
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 3
        THEN 779089
        WHEN (
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 4
        THEN 705639
        WHEN (
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 5
        THEN 639114
        ELSE 578861
      END AS BIGINT) * CAST(CASE
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 0
        THEN 1048576
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 1
        THEN 524288
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 2
        THEN 262144
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 3
        THEN 131072
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 4
        THEN 65536
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 5
        THEN 32768
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 6
        THEN 16384
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 7
        THEN 8192
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 8
        THEN 4096
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 9
        THEN 2048
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 10
        THEN 1024
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 11
        THEN 512
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 12
        THEN 256
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 13
        THEN 128
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 14
        THEN 64
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 15
        THEN 32
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 16
        THEN 16
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 17
        THEN 8
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 18
        THEN 4
        WHEN CAST((
          CAST((
            (
              "t62"."won_s" - "t62"."occurred_s"
            ) - (
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t62"."won_s" - "t62"."occurred_s"
              ) - (
                (
                  "t62"."won_s" - "t62"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 19
        THEN 2
        ELSE 1
      END AS BIGINT) AS "weight"
    FROM (
      SELECT
        "t41"."occurred_s",
        "t41"."seq",
        "t41"."team",
        "t41"."channel",
        "t41"."key",
        "t61"."won_s",
        "t61"."win_id",
        "t61"."win_key"
      FROM (
        SELECT
          "t34"."occurred_s",
          "t34"."seq",
          CASE
            WHEN "t34"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t34"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "team",
          CASE
            WHEN COALESCE("t34"."channel", '') = ''
            THEN "t34"."kind"
            ELSE COALESCE("t34"."channel", '')
          END AS "channel",
          CASE
            WHEN (
              COALESCE("t34"."account_id", 0) > 0
            ) AND (
              ${is_by_account} = 1
            )
            THEN (
              COALESCE("t34"."account_id", 0) * 2
            ) + 1
            ELSE COALESCE("t34"."into_id", "t34"."lead_id") * 2
          END AS "key"
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
            "t14"."account_id",
            "t14"."channel",
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
              "t7"."worked_s",
              "t7"."account_id",
              "t7"."channel"
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
                    'call',
                    'email',
                    'email_clicked',
                    'email_opened',
                    'event_visit',
                    'form_filled',
                    'meeting',
                    'page_view',
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
        WHERE
          NOT (
            "t34"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t34"."side" = 'buyer'
            )
          )
      ) AS "t41"
      INNER JOIN (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t54"."won_s",
              "t54"."lead_id" AS "win_id",
              "t54"."lead_id" * 2 AS "win_key"
            FROM "t53" AS "t54"
          ) AS "t55"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t54"."won_s",
              "t54"."lead_id" AS "win_id",
              (
                "t54"."account_id" * 2
              ) + 1 AS "win_key"
            FROM "t53" AS "t54"
            WHERE
              "t54"."account_id" > 0 AND ${is_by_account} = 1
          ) AS "t56"
        ) AS "t58"
      ) AS "t61"
        ON "t41"."key" = "t61"."win_key"
    ) AS "t62"
    WHERE
      (
        "t62"."won_s" - "t62"."occurred_s"
      ) >= 0
      AND (
        "t62"."won_s" - "t62"."occurred_s"
      ) <= ${window_s}
  ) AS "t63"
  GROUP BY
    1,
    2,
    3
)
SELECT
  "t71"."source",
  "t71"."team",
  "t71"."channel",
  COUNT(*) AS "wins",
  COUNT(CASE WHEN "t71"."is_first" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "first",
  COUNT(CASE WHEN "t71"."is_last" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "last",
  SUM("t71"."linear") AS "linear",
  SUM("t71"."position") AS "position",
  SUM("t71"."decay") AS "decay",
  SUM("t71"."shapley") AS "shapley"
FROM (
  SELECT
    "t70"."source",
    "t70"."team",
    "t70"."channel",
    CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END AS "is_first",
    CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END AS "is_last",
    CAST((
      CAST("t70"."n" AS DOUBLE) / NULLIF(CAST("t70"."n_all" AS DOUBLE), 0.0)
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST("t70"."n" AS DOUBLE) / NULLIF(CAST("t70"."n_all" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST("t70"."n" AS DOUBLE) / NULLIF(CAST("t70"."n_all" AS DOUBLE), 0.0)
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "linear",
    CAST((
      CAST(CASE
        WHEN "t70"."n_all" > 2
        THEN (
          (
            CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
          ) * 2 * (
            "t70"."n_all" - 2
          )
        ) + (
          (
            "t70"."n" - CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END
          ) - CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
        )
        ELSE CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
      END AS DOUBLE) / NULLIF(
        CAST(CASE WHEN "t70"."n_all" > 2 THEN (
          "t70"."n_all" - 2
        ) * 5 ELSE 2 END AS DOUBLE),
        0.0
      )
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST(CASE
          WHEN "t70"."n_all" > 2
          THEN (
            (
              CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
            ) * 2 * (
              "t70"."n_all" - 2
            )
          ) + (
            (
              "t70"."n" - CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END
            ) - CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
          )
          ELSE CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
        END AS DOUBLE) / NULLIF(
          CAST(CASE WHEN "t70"."n_all" > 2 THEN (
            "t70"."n_all" - 2
          ) * 5 ELSE 2 END AS DOUBLE),
          0.0
        )
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST(CASE
            WHEN "t70"."n_all" > 2
            THEN (
              (
                CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
              ) * 2 * (
                "t70"."n_all" - 2
              )
            ) + (
              (
                "t70"."n" - CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END
              ) - CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
            )
            ELSE CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t70"."last" = "t70"."last_all" THEN 1 ELSE 0 END
          END AS DOUBLE) / NULLIF(
            CAST(CASE WHEN "t70"."n_all" > 2 THEN (
              "t70"."n_all" - 2
            ) * 5 ELSE 2 END AS DOUBLE),
            0.0
          )
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "position",
    CAST((
      CAST("t70"."weight" AS DOUBLE) / NULLIF(CAST("t70"."weight_all" AS DOUBLE), 0.0)
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST("t70"."weight" AS DOUBLE) / NULLIF(CAST("t70"."weight_all" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST("t70"."weight" AS DOUBLE) / NULLIF(CAST("t70"."weight_all" AS DOUBLE), 0.0)
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "decay",
    CAST((
      CAST((
        CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END * 0
      ) + 1 AS DOUBLE) / NULLIF(CAST("t70"."k" AS DOUBLE), 0.0)
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST((
          CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END * 0
        ) + 1 AS DOUBLE) / NULLIF(CAST("t70"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST((
            CASE WHEN "t70"."first" = "t70"."first_all" THEN 1 ELSE 0 END * 0
          ) + 1 AS DOUBLE) / NULLIF(CAST("t70"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "shapley"
  FROM (
    SELECT
      "t66"."win_id",
      "t66"."team",
      "t66"."channel",
      "t66"."n",
      "t66"."first",
      "t66"."last",
      "t66"."weight",
      "t69"."whole_id",
      "t69"."k",
      "t69"."n_all",
      "t69"."weight_all",
      "t69"."first_all",
      "t69"."last_all",
      "t59"."source",
      "t59"."won_id"
    FROM "t64" AS "t66"
    INNER JOIN (
      SELECT
        "t67"."win_id" AS "whole_id",
        "t67"."k",
        "t67"."n" AS "n_all",
        "t67"."weight" AS "weight_all",
        "t67"."first" AS "first_all",
        "t67"."last" AS "last_all"
      FROM (
        SELECT
          "t65"."win_id",
          SUM("t65"."n") AS "n",
          COUNT(*) AS "k",
          SUM("t65"."weight") AS "weight",
          MIN("t65"."first") AS "first",
          MAX("t65"."last") AS "last",
          SUM(CASE WHEN "t65"."team" = 'marketing' THEN "t65"."n" ELSE 0 END) AS "n_marketing",
          SUM(CASE WHEN "t65"."team" = 'sales' THEN "t65"."n" ELSE 0 END) AS "n_sales",
          SUM(CASE WHEN "t65"."team" = 'unknown' THEN "t65"."n" ELSE 0 END) AS "n_unknown",
          COUNT(CASE WHEN "t65"."team" = 'marketing' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_marketing",
          COUNT(CASE WHEN "t65"."team" = 'sales' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_sales",
          COUNT(CASE WHEN "t65"."team" = 'unknown' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_unknown",
          SUM(CASE WHEN "t65"."team" = 'marketing' THEN "t65"."weight" ELSE 0 END) AS "weight_marketing",
          SUM(CASE WHEN "t65"."team" = 'sales' THEN "t65"."weight" ELSE 0 END) AS "weight_sales",
          SUM(CASE WHEN "t65"."team" = 'unknown' THEN "t65"."weight" ELSE 0 END) AS "weight_unknown",
          MIN(
            CASE WHEN "t65"."team" = 'marketing' THEN "t65"."first" ELSE 9000000000000000000 END
          ) AS "first_marketing",
          MIN(CASE WHEN "t65"."team" = 'sales' THEN "t65"."first" ELSE 9000000000000000000 END) AS "first_sales",
          MAX(CASE WHEN "t65"."team" = 'marketing' THEN "t65"."last" ELSE -1 END) AS "last_marketing",
          MAX(CASE WHEN "t65"."team" = 'sales' THEN "t65"."last" ELSE -1 END) AS "last_sales"
        FROM "t64" AS "t65"
        GROUP BY
          1
      ) AS "t67"
    ) AS "t69"
      ON "t66"."win_id" = "t69"."whole_id"
    INNER JOIN (
      SELECT
        CASE
          WHEN COALESCE("t54"."named", '') = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t54"."named", ''),
            CASE
              WHEN (
                20 + 1
              ) >= 1
              THEN 20 + 1
              ELSE 20 + 1 + LENGTH(COALESCE("t54"."named", ''))
            END
          )
        END AS "source",
        "t54"."lead_id" AS "won_id"
      FROM "t53" AS "t54"
    ) AS "t59"
      ON "t66"."win_id" = "t59"."won_id"
  ) AS "t70"
) AS "t71"
GROUP BY
  1,
  2,
  3

-- steps
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
)
SELECT
  "t41"."is_won",
  "t41"."player",
  "t41"."before",
  COUNT(*) AS "touches"
FROM (
  SELECT
    "t40"."is_won",
    "t40"."player",
    COALESCE("t40"."before", '') AS "before"
  FROM (
    SELECT
      "t39"."is_won",
      "t39"."player",
      LAG("t39"."player") OVER (
        PARTITION BY "t39"."lead_id"
        ORDER BY "t39"."place" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "before"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t37"."lead_id",
          (
            "t37"."occurred_s" * 2147483648
          ) + "t37"."seq" AS "place",
          CASE
            WHEN "t37"."team" = 'marketing'
            THEN 'm'
            WHEN "t37"."team" = 'sales'
            THEN 's'
            ELSE 'u'
          END || "t37"."channel" AS "player",
          CASE WHEN COALESCE("t37"."won_s", 9000000000) < 9000000000 THEN 1 ELSE 0 END AS "is_won",
          CASE
            WHEN (
              (
                COALESCE("t37"."won_s", 9000000000) < 9000000000
              )
              AND (
                "t37"."occurred_s" <= COALESCE("t37"."won_s", 9000000000)
              )
              AND (
                COALESCE("t37"."won_s", 9000000000) >= ${since_s}
              )
              AND (
                COALESCE("t37"."won_s", 9000000000) < ${until_s}
              )
            )
            OR (
              NOT (
                COALESCE("t37"."won_s", 9000000000) < 9000000000
              )
              AND (
                "t37"."occurred_s" >= ${since_s}
              )
              AND (
                "t37"."occurred_s" < ${until_s}
              )
            )
            THEN 1
            ELSE 0
          END AS "is_in"
        FROM (
          SELECT
            "t34"."lead_id",
            "t34"."occurred_s",
            "t34"."seq",
            "t34"."account_id",
            "t34"."team",
            "t34"."channel",
            "t36"."won_lead_id",
            "t36"."won_s"
          FROM (
            SELECT
              COALESCE("t30"."into_id", "t30"."lead_id") AS "lead_id",
              "t30"."occurred_s",
              "t30"."seq",
              COALESCE("t30"."account_id", 0) AS "account_id",
              CASE
                WHEN "t30"."side" IN ('buyer', 'marketing')
                THEN 'marketing'
                ELSE CASE WHEN "t30"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
              END AS "team",
              CASE
                WHEN COALESCE("t30"."channel", '') = ''
                THEN "t30"."kind"
                ELSE COALESCE("t30"."channel", '')
              END AS "channel"
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
                "t11"."account_id",
                "t11"."channel",
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
                  "t6"."account_id",
                  "t6"."channel"
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
                        'call',
                        'email',
                        'email_clicked',
                        'email_opened',
                        'event_visit',
                        'form_filled',
                        'meeting',
                        'page_view',
                        'referred',
                        'social'
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
            WHERE
              NOT (
                "t30"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  "t30"."side" = 'buyer'
                )
              )
          ) AS "t34"
          LEFT OUTER JOIN (
            SELECT
              "t32"."lead_id" AS "won_lead_id",
              MIN("t32"."occurred_s") AS "won_s"
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
                        AND "t0"."kind" IN ('won')
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
            ) AS "t32"
            GROUP BY
              1
          ) AS "t36"
            ON "t34"."lead_id" = "t36"."won_lead_id"
        ) AS "t37"
      ) AS "t38"
      WHERE
        "t38"."is_in" = 1
    ) AS "t39"
  ) AS "t40"
) AS "t41"
GROUP BY
  1,
  2,
  3
