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
), "t39" AS (
  SELECT
    "t36"."lead_id",
    MIN("t36"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t36"."occurred_s" * 2147483648
      ) + "t36"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t36"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(CASE WHEN "t36"."side" = 'sales' THEN "t36"."occurred_s" ELSE 9000000000 END) AS "by_sales_s",
    MIN(CASE WHEN "t36"."side" = 'marketing' THEN "t36"."occurred_s" ELSE 9000000000 END) AS "by_marketing_s"
  FROM (
    SELECT
      "t34"."seq",
      "t34"."id",
      "t34"."kind",
      "t34"."occurred_s",
      "t34"."occurred_month",
      "t34"."person_id",
      "t34"."side",
      "t34"."source",
      "t34"."value_code",
      "t34"."value_number",
      "t34"."points",
      "t34"."due_s",
      "t34"."worked_s",
      "t34"."account_id",
      "t34"."lead_id" AS "own_lead_id",
      COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id"
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
        "t11"."account_id",
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
  ) AS "t36"
  GROUP BY
    1
)
SELECT
  "t51"."source",
  "t51"."found_by",
  "t51"."closer",
  COUNT(*) AS "wins"
FROM (
  SELECT
    "t50"."lead_id",
    "t50"."won_s",
    "t50"."account_id",
    "t50"."closer",
    CASE
      WHEN COALESCE("t50"."named", '') = ''
      THEN 'unknown'
      ELSE SUBSTRING(
        COALESCE("t50"."named", ''),
        CASE
          WHEN (
            20 + 1
          ) >= 1
          THEN 20 + 1
          ELSE 20 + 1 + LENGTH(COALESCE("t50"."named", ''))
        END
      )
    END AS "source",
    CASE
      WHEN SUBSTRING(
        COALESCE("t50"."named", ''),
        CASE
          WHEN (
            19 + 1
          ) >= 1
          THEN 19 + 1
          ELSE 19 + 1 + LENGTH(COALESCE("t50"."named", ''))
        END,
        1
      ) = 'm'
      THEN 'marketing'
      WHEN SUBSTRING(
        COALESCE("t50"."named", ''),
        CASE
          WHEN (
            19 + 1
          ) >= 1
          THEN 19 + 1
          ELSE 19 + 1 + LENGTH(COALESCE("t50"."named", ''))
        END,
        1
      ) = 's'
      THEN 'sales'
      ELSE 'unknown'
    END AS "found_by"
  FROM (
    SELECT
      "t44"."lead_id",
      "t44"."won_s",
      "t44"."account_id",
      "t44"."closer",
      "t49"."named",
      "t49"."origin_lead_id"
    FROM (
      SELECT
        "t40"."lead_id",
        "t40"."won_s",
        CAST(SUBSTRING(
          "t40"."named",
          CASE WHEN (
            19 + 1
          ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t40"."named") END
        ) AS BIGINT) AS "account_id",
        CASE
          WHEN "t40"."by_sales_s" = "t40"."won_s"
          THEN 'sales'
          ELSE CASE WHEN "t40"."by_marketing_s" = "t40"."won_s" THEN 'marketing' ELSE 'unknown' END
        END AS "closer"
      FROM "t39" AS "t40"
      WHERE
        "t40"."won_s" >= ${since_s} AND "t40"."won_s" < ${until_s}
    ) AS "t44"
    LEFT OUTER JOIN (
      SELECT
        "t47"."named",
        "t47"."lead_id" AS "origin_lead_id"
      FROM (
        SELECT
          "t46"."lead_id",
          MIN("t46"."named") AS "named"
        FROM (
          SELECT
            "t45"."lead_id",
            CAST((
              (
                (
                  "t45"."occurred_s" - "t45"."won_s"
                ) + 2147483648
              ) * 2147483648
            ) + "t45"."seq" + 1000000000000000000 AS TEXT) || CASE
              WHEN "t45"."side" IN ('buyer', 'marketing')
              THEN 'm'
              ELSE CASE WHEN "t45"."side" = 'sales' THEN 's' ELSE 'u' END
            END || COALESCE("t45"."source", 'unknown') AS "named"
          FROM (
            SELECT
              "t38"."lead_id",
              "t38"."occurred_s",
              "t38"."seq",
              "t38"."side",
              "t38"."source",
              "t42"."won_s",
              "t42"."of_lead_id"
            FROM (
              SELECT
                COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
                "t35"."occurred_s",
                "t35"."seq",
                "t35"."side",
                "t35"."source"
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
            ) AS "t38"
            INNER JOIN (
              SELECT
                "t40"."won_s",
                "t40"."lead_id" AS "of_lead_id"
              FROM "t39" AS "t40"
              WHERE
                "t40"."won_s" >= ${since_s} AND "t40"."won_s" < ${until_s}
            ) AS "t42"
              ON "t38"."lead_id" = "t42"."of_lead_id"
          ) AS "t45"
        ) AS "t46"
        GROUP BY
          1
      ) AS "t47"
    ) AS "t49"
      ON "t44"."lead_id" = "t49"."origin_lead_id"
  ) AS "t50"
) AS "t51"
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
), "t46" AS (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t41"."occurred_s" * 2147483648
      ) + "t41"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t41"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(CASE WHEN "t41"."side" = 'sales' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "by_sales_s",
    MIN(CASE WHEN "t41"."side" = 'marketing' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "by_marketing_s"
  FROM (
    SELECT
      "t39"."seq",
      "t39"."id",
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
      "t39"."account_id",
      "t39"."lead_id" AS "own_lead_id",
      COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
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
        "t15"."account_id",
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
  ) AS "t41"
  GROUP BY
    1
), "t57" AS (
  SELECT
    "t51"."lead_id",
    "t51"."won_s",
    "t51"."account_id",
    "t51"."closer",
    "t56"."named",
    "t56"."origin_lead_id"
  FROM (
    SELECT
      "t47"."lead_id",
      "t47"."won_s",
      CAST(SUBSTRING(
        "t47"."named",
        CASE WHEN (
          19 + 1
        ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t47"."named") END
      ) AS BIGINT) AS "account_id",
      CASE
        WHEN "t47"."by_sales_s" = "t47"."won_s"
        THEN 'sales'
        ELSE CASE WHEN "t47"."by_marketing_s" = "t47"."won_s" THEN 'marketing' ELSE 'unknown' END
      END AS "closer"
    FROM "t46" AS "t47"
    WHERE
      "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t54"."named",
      "t54"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t53"."lead_id",
        MIN("t53"."named") AS "named"
      FROM (
        SELECT
          "t52"."lead_id",
          CAST((
            (
              (
                "t52"."occurred_s" - "t52"."won_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t52"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t52"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t52"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t52"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t43"."lead_id",
            "t43"."occurred_s",
            "t43"."seq",
            "t43"."side",
            "t43"."source",
            "t49"."won_s",
            "t49"."of_lead_id"
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
              "t47"."won_s",
              "t47"."lead_id" AS "of_lead_id"
            FROM "t46" AS "t47"
            WHERE
              "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
          ) AS "t49"
            ON "t43"."lead_id" = "t49"."of_lead_id"
        ) AS "t52"
      ) AS "t53"
      GROUP BY
        1
    ) AS "t54"
  ) AS "t56"
    ON "t51"."lead_id" = "t56"."origin_lead_id"
)
SELECT
  "t72"."source",
  "t72"."found_by",
  "t72"."closer",
  "t72"."first_team",
  "t72"."last_team",
  "t72"."n_marketing",
  "t72"."n_sales",
  "t72"."n_unknown",
  COUNT(*) AS "wins",
  SUM("t72"."decay_marketing") AS "decay_marketing",
  SUM("t72"."decay_sales") AS "decay_sales",
  SUM("t72"."decay_unknown") AS "decay_unknown",
  SUM("t72"."shapley_marketing") AS "shapley_marketing",
  SUM("t72"."shapley_sales") AS "shapley_sales",
  SUM("t72"."shapley_unknown") AS "shapley_unknown"
FROM (
  SELECT
    "t71"."win_id",
    "t71"."first_team",
    "t71"."last_team",
    "t71"."n_marketing",
    "t71"."n_sales",
    "t71"."n_unknown",
    "t71"."decay_marketing",
    "t71"."decay_sales",
    "t71"."decay_unknown",
    "t71"."shapley_marketing",
    "t71"."shapley_sales",
    "t71"."shapley_unknown",
    "t63"."lead_id",
    "t63"."source",
    "t63"."found_by",
    "t63"."closer"
  FROM (
    SELECT
      "t69"."win_id",
      CASE
        WHEN "t69"."first_marketing" = "t69"."first"
        THEN 'marketing'
        ELSE CASE WHEN "t69"."first_sales" = "t69"."first" THEN 'sales' ELSE 'unknown' END
      END AS "first_team",
      CASE
        WHEN "t69"."last_marketing" = "t69"."last"
        THEN 'marketing'
        ELSE CASE WHEN "t69"."last_sales" = "t69"."last" THEN 'sales' ELSE 'unknown' END
      END AS "last_team",
      "t69"."n_marketing",
      "t69"."n_sales",
      "t69"."n_unknown",
      CAST((
        CAST("t69"."weight_marketing" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t69"."weight_marketing" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t69"."weight_marketing" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "decay_marketing",
      CAST((
        CAST("t69"."weight_sales" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t69"."weight_sales" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t69"."weight_sales" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "decay_sales",
      CAST((
        CAST("t69"."weight_unknown" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t69"."weight_unknown" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t69"."weight_unknown" AS DOUBLE) / NULLIF(CAST("t69"."weight" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "decay_unknown",
      CAST((
        CAST("t69"."k_marketing" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t69"."k_marketing" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t69"."k_marketing" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "shapley_marketing",
      CAST((
        CAST("t69"."k_sales" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t69"."k_sales" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t69"."k_sales" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "shapley_sales",
      CAST((
        CAST("t69"."k_unknown" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) - CASE
        WHEN CAST(CAST((
          CAST("t69"."k_unknown" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
          (
            CAST("t69"."k_unknown" AS DOUBLE) / NULLIF(CAST("t69"."k" AS DOUBLE), 0.0)
          ) * 1000000000000.0
        )
        THEN 1
        ELSE 0
      END AS "shapley_unknown"
    FROM (
      SELECT
        "t68"."win_id",
        SUM("t68"."n") AS "n",
        COUNT(*) AS "k",
        SUM("t68"."weight") AS "weight",
        MIN("t68"."first") AS "first",
        MAX("t68"."last") AS "last",
        SUM(CASE WHEN "t68"."team" = 'marketing' THEN "t68"."n" ELSE 0 END) AS "n_marketing",
        SUM(CASE WHEN "t68"."team" = 'sales' THEN "t68"."n" ELSE 0 END) AS "n_sales",
        SUM(CASE WHEN "t68"."team" = 'unknown' THEN "t68"."n" ELSE 0 END) AS "n_unknown",
        COUNT(CASE WHEN "t68"."team" = 'marketing' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_marketing",
        COUNT(CASE WHEN "t68"."team" = 'sales' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_sales",
        COUNT(CASE WHEN "t68"."team" = 'unknown' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_unknown",
        SUM(CASE WHEN "t68"."team" = 'marketing' THEN "t68"."weight" ELSE 0 END) AS "weight_marketing",
        SUM(CASE WHEN "t68"."team" = 'sales' THEN "t68"."weight" ELSE 0 END) AS "weight_sales",
        SUM(CASE WHEN "t68"."team" = 'unknown' THEN "t68"."weight" ELSE 0 END) AS "weight_unknown",
        MIN(
          CASE WHEN "t68"."team" = 'marketing' THEN "t68"."first" ELSE 9000000000000000000 END
        ) AS "first_marketing",
        MIN(CASE WHEN "t68"."team" = 'sales' THEN "t68"."first" ELSE 9000000000000000000 END) AS "first_sales",
        MAX(CASE WHEN "t68"."team" = 'marketing' THEN "t68"."last" ELSE -1 END) AS "last_marketing",
        MAX(CASE WHEN "t68"."team" = 'sales' THEN "t68"."last" ELSE -1 END) AS "last_sales"
      FROM (
        SELECT
          "t67"."win_id",
          "t67"."team",
          "t67"."channel",
          COUNT(*) AS "n",
          MIN("t67"."place") AS "first",
          MAX("t67"."place") AS "last",
          SUM("t67"."weight") AS "weight"
        FROM (
          SELECT
            "t66"."win_id",
            "t66"."team",
            "t66"."channel",
            (
              (
                ${window_s} - (
                  "t66"."won_s" - "t66"."occurred_s"
                )
              ) * 8589934592
            ) + "t66"."seq" AS "place",
            CAST(CASE
              WHEN (
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 0
              THEN 1048576
              WHEN (
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 1
              THEN 949720
              WHEN (
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 2
              THEN 860184
              WHEN (
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 3
              THEN 779089
              WHEN (
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) % 7
              ) = 4
              THEN 705639
              WHEN (
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
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
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 0
              THEN 1048576
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 1
              THEN 524288
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 2
              THEN 262144
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 3
              THEN 131072
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 4
              THEN 65536
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 5
              THEN 32768
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 6
              THEN 16384
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 7
              THEN 8192
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 8
              THEN 4096
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 9
              THEN 2048
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 10
              THEN 1024
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 11
              THEN 512
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 12
              THEN 256
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 13
              THEN 128
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 14
              THEN 64
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 15
              THEN 32
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 16
              THEN 16
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 17
              THEN 8
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
                      ) % 86400
                    )
                  ) / 86400 AS BIGINT) % 7
                )
              ) / 7 AS BIGINT) = 18
              THEN 4
              WHEN CAST((
                CAST((
                  (
                    "t66"."won_s" - "t66"."occurred_s"
                  ) - (
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) % 86400
                  )
                ) / 86400 AS BIGINT) - (
                  CAST((
                    (
                      "t66"."won_s" - "t66"."occurred_s"
                    ) - (
                      (
                        "t66"."won_s" - "t66"."occurred_s"
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
              "t45"."occurred_s",
              "t45"."seq",
              "t45"."team",
              "t45"."channel",
              "t45"."key",
              "t65"."won_s",
              "t65"."win_id",
              "t65"."win_key"
            FROM (
              SELECT
                "t38"."occurred_s",
                "t38"."seq",
                CASE
                  WHEN "t38"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t38"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "team",
                CASE
                  WHEN COALESCE("t38"."channel", '') = ''
                  THEN "t38"."kind"
                  ELSE COALESCE("t38"."channel", '')
                END AS "channel",
                CASE
                  WHEN (
                    COALESCE("t38"."account_id", 0) > 0
                  ) AND (
                    ${is_by_account} = 1
                  )
                  THEN (
                    COALESCE("t38"."account_id", 0) * 2
                  ) + 1
                  ELSE COALESCE("t38"."into_id", "t38"."lead_id") * 2
                END AS "key"
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
                  "t14"."account_id",
                  "t14"."channel",
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
              WHERE
                NOT (
                  "t38"."kind" IN ('call', 'email', 'meeting', 'social')
                  AND (
                    "t38"."side" = 'buyer'
                  )
                )
            ) AS "t45"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t58"."won_s",
                    "t58"."lead_id" AS "win_id",
                    "t58"."lead_id" * 2 AS "win_key"
                  FROM "t57" AS "t58"
                ) AS "t59"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t58"."won_s",
                    "t58"."lead_id" AS "win_id",
                    (
                      "t58"."account_id" * 2
                    ) + 1 AS "win_key"
                  FROM "t57" AS "t58"
                  WHERE
                    "t58"."account_id" > 0 AND ${is_by_account} = 1
                ) AS "t60"
              ) AS "t61"
            ) AS "t65"
              ON "t45"."key" = "t65"."win_key"
          ) AS "t66"
          WHERE
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) >= 0
            AND (
              "t66"."won_s" - "t66"."occurred_s"
            ) <= ${window_s}
        ) AS "t67"
        GROUP BY
          1,
          2,
          3
      ) AS "t68"
      GROUP BY
        1
    ) AS "t69"
  ) AS "t71"
  INNER JOIN (
    SELECT
      "t58"."lead_id",
      CASE
        WHEN COALESCE("t58"."named", '') = ''
        THEN 'unknown'
        ELSE SUBSTRING(
          COALESCE("t58"."named", ''),
          CASE
            WHEN (
              20 + 1
            ) >= 1
            THEN 20 + 1
            ELSE 20 + 1 + LENGTH(COALESCE("t58"."named", ''))
          END
        )
      END AS "source",
      CASE
        WHEN SUBSTRING(
          COALESCE("t58"."named", ''),
          CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t58"."named", ''))
          END,
          1
        ) = 'm'
        THEN 'marketing'
        WHEN SUBSTRING(
          COALESCE("t58"."named", ''),
          CASE
            WHEN (
              19 + 1
            ) >= 1
            THEN 19 + 1
            ELSE 19 + 1 + LENGTH(COALESCE("t58"."named", ''))
          END,
          1
        ) = 's'
        THEN 'sales'
        ELSE 'unknown'
      END AS "found_by",
      "t58"."closer"
    FROM "t57" AS "t58"
  ) AS "t63"
    ON "t71"."win_id" = "t63"."lead_id"
) AS "t72"
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
), "t46" AS (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "won_s",
    MIN(
      CAST((
        "t41"."occurred_s" * 2147483648
      ) + "t41"."seq" + 1000000000000000000 AS TEXT) || CAST(COALESCE("t41"."account_id", 0) AS TEXT)
    ) AS "named",
    MIN(CASE WHEN "t41"."side" = 'sales' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "by_sales_s",
    MIN(CASE WHEN "t41"."side" = 'marketing' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "by_marketing_s"
  FROM (
    SELECT
      "t39"."seq",
      "t39"."id",
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
      "t39"."account_id",
      "t39"."lead_id" AS "own_lead_id",
      COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id"
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
        "t15"."account_id",
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
  ) AS "t41"
  GROUP BY
    1
), "t57" AS (
  SELECT
    "t51"."lead_id",
    "t51"."won_s",
    "t51"."account_id",
    "t51"."closer",
    "t56"."named",
    "t56"."origin_lead_id"
  FROM (
    SELECT
      "t47"."lead_id",
      "t47"."won_s",
      CAST(SUBSTRING(
        "t47"."named",
        CASE WHEN (
          19 + 1
        ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t47"."named") END
      ) AS BIGINT) AS "account_id",
      CASE
        WHEN "t47"."by_sales_s" = "t47"."won_s"
        THEN 'sales'
        ELSE CASE WHEN "t47"."by_marketing_s" = "t47"."won_s" THEN 'marketing' ELSE 'unknown' END
      END AS "closer"
    FROM "t46" AS "t47"
    WHERE
      "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t54"."named",
      "t54"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t53"."lead_id",
        MIN("t53"."named") AS "named"
      FROM (
        SELECT
          "t52"."lead_id",
          CAST((
            (
              (
                "t52"."occurred_s" - "t52"."won_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t52"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t52"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t52"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t52"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t43"."lead_id",
            "t43"."occurred_s",
            "t43"."seq",
            "t43"."side",
            "t43"."source",
            "t49"."won_s",
            "t49"."of_lead_id"
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
              "t47"."won_s",
              "t47"."lead_id" AS "of_lead_id"
            FROM "t46" AS "t47"
            WHERE
              "t47"."won_s" >= ${since_s} AND "t47"."won_s" < ${until_s}
          ) AS "t49"
            ON "t43"."lead_id" = "t49"."of_lead_id"
        ) AS "t52"
      ) AS "t53"
      GROUP BY
        1
    ) AS "t54"
  ) AS "t56"
    ON "t51"."lead_id" = "t56"."origin_lead_id"
), "t68" AS (
  SELECT
    "t67"."win_id",
    "t67"."team",
    "t67"."channel",
    COUNT(*) AS "n",
    MIN("t67"."place") AS "first",
    MAX("t67"."place") AS "last",
    SUM("t67"."weight") AS "weight"
  FROM (
    SELECT
      "t66"."win_id",
      "t66"."team",
      "t66"."channel",
      (
        (
          ${window_s} - (
            "t66"."won_s" - "t66"."occurred_s"
          )
        ) * 8589934592
      ) + "t66"."seq" AS "place",
      CAST(CASE
        WHEN (
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 0
        THEN 1048576
        WHEN (
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 1
        THEN 949720
        WHEN (
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 2
        THEN 860184
        WHEN (
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 3
        THEN 779089
        WHEN (
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) % 7
        ) = 4
        THEN 705639
        WHEN (
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
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
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 0
        THEN 1048576
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 1
        THEN 524288
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 2
        THEN 262144
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 3
        THEN 131072
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 4
        THEN 65536
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 5
        THEN 32768
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 6
        THEN 16384
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 7
        THEN 8192
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 8
        THEN 4096
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 9
        THEN 2048
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 10
        THEN 1024
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 11
        THEN 512
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 12
        THEN 256
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 13
        THEN 128
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 14
        THEN 64
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 15
        THEN 32
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 16
        THEN 16
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 17
        THEN 8
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) % 7
          )
        ) / 7 AS BIGINT) = 18
        THEN 4
        WHEN CAST((
          CAST((
            (
              "t66"."won_s" - "t66"."occurred_s"
            ) - (
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) - (
            CAST((
              (
                "t66"."won_s" - "t66"."occurred_s"
              ) - (
                (
                  "t66"."won_s" - "t66"."occurred_s"
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
        "t45"."occurred_s",
        "t45"."seq",
        "t45"."team",
        "t45"."channel",
        "t45"."key",
        "t65"."won_s",
        "t65"."win_id",
        "t65"."win_key"
      FROM (
        SELECT
          "t38"."occurred_s",
          "t38"."seq",
          CASE
            WHEN "t38"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t38"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "team",
          CASE
            WHEN COALESCE("t38"."channel", '') = ''
            THEN "t38"."kind"
            ELSE COALESCE("t38"."channel", '')
          END AS "channel",
          CASE
            WHEN (
              COALESCE("t38"."account_id", 0) > 0
            ) AND (
              ${is_by_account} = 1
            )
            THEN (
              COALESCE("t38"."account_id", 0) * 2
            ) + 1
            ELSE COALESCE("t38"."into_id", "t38"."lead_id") * 2
          END AS "key"
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
            "t14"."account_id",
            "t14"."channel",
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
        WHERE
          NOT (
            "t38"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t38"."side" = 'buyer'
            )
          )
      ) AS "t45"
      INNER JOIN (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t58"."won_s",
              "t58"."lead_id" AS "win_id",
              "t58"."lead_id" * 2 AS "win_key"
            FROM "t57" AS "t58"
          ) AS "t59"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t58"."won_s",
              "t58"."lead_id" AS "win_id",
              (
                "t58"."account_id" * 2
              ) + 1 AS "win_key"
            FROM "t57" AS "t58"
            WHERE
              "t58"."account_id" > 0 AND ${is_by_account} = 1
          ) AS "t60"
        ) AS "t62"
      ) AS "t65"
        ON "t45"."key" = "t65"."win_key"
    ) AS "t66"
    WHERE
      (
        "t66"."won_s" - "t66"."occurred_s"
      ) >= 0
      AND (
        "t66"."won_s" - "t66"."occurred_s"
      ) <= ${window_s}
  ) AS "t67"
  GROUP BY
    1,
    2,
    3
)
SELECT
  "t75"."source",
  "t75"."team",
  "t75"."channel",
  COUNT(*) AS "wins",
  COUNT(CASE WHEN "t75"."is_first" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "first",
  COUNT(CASE WHEN "t75"."is_last" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "last",
  SUM("t75"."linear") AS "linear",
  SUM("t75"."position") AS "position",
  SUM("t75"."decay") AS "decay",
  SUM("t75"."shapley") AS "shapley"
FROM (
  SELECT
    "t74"."source",
    "t74"."team",
    "t74"."channel",
    CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END AS "is_first",
    CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END AS "is_last",
    CAST((
      CAST("t74"."n" AS DOUBLE) / NULLIF(CAST("t74"."n_all" AS DOUBLE), 0.0)
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST("t74"."n" AS DOUBLE) / NULLIF(CAST("t74"."n_all" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST("t74"."n" AS DOUBLE) / NULLIF(CAST("t74"."n_all" AS DOUBLE), 0.0)
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "linear",
    CAST((
      CAST(CASE
        WHEN "t74"."n_all" > 2
        THEN (
          (
            CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
          ) * 2 * (
            "t74"."n_all" - 2
          )
        ) + (
          (
            "t74"."n" - CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END
          ) - CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
        )
        ELSE CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
      END AS DOUBLE) / NULLIF(
        CAST(CASE WHEN "t74"."n_all" > 2 THEN (
          "t74"."n_all" - 2
        ) * 5 ELSE 2 END AS DOUBLE),
        0.0
      )
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST(CASE
          WHEN "t74"."n_all" > 2
          THEN (
            (
              CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
            ) * 2 * (
              "t74"."n_all" - 2
            )
          ) + (
            (
              "t74"."n" - CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END
            ) - CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
          )
          ELSE CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
        END AS DOUBLE) / NULLIF(
          CAST(CASE WHEN "t74"."n_all" > 2 THEN (
            "t74"."n_all" - 2
          ) * 5 ELSE 2 END AS DOUBLE),
          0.0
        )
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST(CASE
            WHEN "t74"."n_all" > 2
            THEN (
              (
                CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
              ) * 2 * (
                "t74"."n_all" - 2
              )
            ) + (
              (
                "t74"."n" - CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END
              ) - CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
            )
            ELSE CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END + CASE WHEN "t74"."last" = "t74"."last_all" THEN 1 ELSE 0 END
          END AS DOUBLE) / NULLIF(
            CAST(CASE WHEN "t74"."n_all" > 2 THEN (
              "t74"."n_all" - 2
            ) * 5 ELSE 2 END AS DOUBLE),
            0.0
          )
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "position",
    CAST((
      CAST("t74"."weight" AS DOUBLE) / NULLIF(CAST("t74"."weight_all" AS DOUBLE), 0.0)
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST("t74"."weight" AS DOUBLE) / NULLIF(CAST("t74"."weight_all" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST("t74"."weight" AS DOUBLE) / NULLIF(CAST("t74"."weight_all" AS DOUBLE), 0.0)
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "decay",
    CAST((
      CAST((
        CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END * 0
      ) + 1 AS DOUBLE) / NULLIF(CAST("t74"."k" AS DOUBLE), 0.0)
    ) * 1000000000000.0 AS BIGINT) - CASE
      WHEN CAST(CAST((
        CAST((
          CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END * 0
        ) + 1 AS DOUBLE) / NULLIF(CAST("t74"."k" AS DOUBLE), 0.0)
      ) * 1000000000000.0 AS BIGINT) AS DOUBLE) > (
        (
          CAST((
            CASE WHEN "t74"."first" = "t74"."first_all" THEN 1 ELSE 0 END * 0
          ) + 1 AS DOUBLE) / NULLIF(CAST("t74"."k" AS DOUBLE), 0.0)
        ) * 1000000000000.0
      )
      THEN 1
      ELSE 0
    END AS "shapley"
  FROM (
    SELECT
      "t70"."win_id",
      "t70"."team",
      "t70"."channel",
      "t70"."n",
      "t70"."first",
      "t70"."last",
      "t70"."weight",
      "t73"."whole_id",
      "t73"."k",
      "t73"."n_all",
      "t73"."weight_all",
      "t73"."first_all",
      "t73"."last_all",
      "t63"."source",
      "t63"."won_id"
    FROM "t68" AS "t70"
    INNER JOIN (
      SELECT
        "t71"."win_id" AS "whole_id",
        "t71"."k",
        "t71"."n" AS "n_all",
        "t71"."weight" AS "weight_all",
        "t71"."first" AS "first_all",
        "t71"."last" AS "last_all"
      FROM (
        SELECT
          "t69"."win_id",
          SUM("t69"."n") AS "n",
          COUNT(*) AS "k",
          SUM("t69"."weight") AS "weight",
          MIN("t69"."first") AS "first",
          MAX("t69"."last") AS "last",
          SUM(CASE WHEN "t69"."team" = 'marketing' THEN "t69"."n" ELSE 0 END) AS "n_marketing",
          SUM(CASE WHEN "t69"."team" = 'sales' THEN "t69"."n" ELSE 0 END) AS "n_sales",
          SUM(CASE WHEN "t69"."team" = 'unknown' THEN "t69"."n" ELSE 0 END) AS "n_unknown",
          COUNT(CASE WHEN "t69"."team" = 'marketing' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_marketing",
          COUNT(CASE WHEN "t69"."team" = 'sales' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_sales",
          COUNT(CASE WHEN "t69"."team" = 'unknown' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "k_unknown",
          SUM(CASE WHEN "t69"."team" = 'marketing' THEN "t69"."weight" ELSE 0 END) AS "weight_marketing",
          SUM(CASE WHEN "t69"."team" = 'sales' THEN "t69"."weight" ELSE 0 END) AS "weight_sales",
          SUM(CASE WHEN "t69"."team" = 'unknown' THEN "t69"."weight" ELSE 0 END) AS "weight_unknown",
          MIN(
            CASE WHEN "t69"."team" = 'marketing' THEN "t69"."first" ELSE 9000000000000000000 END
          ) AS "first_marketing",
          MIN(CASE WHEN "t69"."team" = 'sales' THEN "t69"."first" ELSE 9000000000000000000 END) AS "first_sales",
          MAX(CASE WHEN "t69"."team" = 'marketing' THEN "t69"."last" ELSE -1 END) AS "last_marketing",
          MAX(CASE WHEN "t69"."team" = 'sales' THEN "t69"."last" ELSE -1 END) AS "last_sales"
        FROM "t68" AS "t69"
        GROUP BY
          1
      ) AS "t71"
    ) AS "t73"
      ON "t70"."win_id" = "t73"."whole_id"
    INNER JOIN (
      SELECT
        CASE
          WHEN COALESCE("t58"."named", '') = ''
          THEN 'unknown'
          ELSE SUBSTRING(
            COALESCE("t58"."named", ''),
            CASE
              WHEN (
                20 + 1
              ) >= 1
              THEN 20 + 1
              ELSE 20 + 1 + LENGTH(COALESCE("t58"."named", ''))
            END
          )
        END AS "source",
        "t58"."lead_id" AS "won_id"
      FROM "t57" AS "t58"
    ) AS "t63"
      ON "t70"."win_id" = "t63"."won_id"
  ) AS "t74"
) AS "t75"
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
)
SELECT
  "t45"."is_won",
  "t45"."player",
  "t45"."before",
  COUNT(*) AS "touches"
FROM (
  SELECT
    "t44"."is_won",
    "t44"."player",
    COALESCE("t44"."before", '') AS "before"
  FROM (
    SELECT
      "t43"."is_won",
      "t43"."player",
      LAG("t43"."player") OVER (
        PARTITION BY "t43"."lead_id"
        ORDER BY "t43"."place" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "before"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t41"."lead_id",
          (
            "t41"."occurred_s" * 2147483648
          ) + "t41"."seq" AS "place",
          CASE
            WHEN "t41"."team" = 'marketing'
            THEN 'm'
            WHEN "t41"."team" = 'sales'
            THEN 's'
            ELSE 'u'
          END || "t41"."channel" AS "player",
          CASE WHEN COALESCE("t41"."won_s", 9000000000) < 9000000000 THEN 1 ELSE 0 END AS "is_won",
          CASE
            WHEN (
              (
                COALESCE("t41"."won_s", 9000000000) < 9000000000
              )
              AND (
                "t41"."occurred_s" <= COALESCE("t41"."won_s", 9000000000)
              )
              AND (
                COALESCE("t41"."won_s", 9000000000) >= ${since_s}
              )
              AND (
                COALESCE("t41"."won_s", 9000000000) < ${until_s}
              )
            )
            OR (
              NOT (
                COALESCE("t41"."won_s", 9000000000) < 9000000000
              )
              AND (
                "t41"."occurred_s" >= ${since_s}
              )
              AND (
                "t41"."occurred_s" < ${until_s}
              )
            )
            THEN 1
            ELSE 0
          END AS "is_in"
        FROM (
          SELECT
            "t38"."lead_id",
            "t38"."occurred_s",
            "t38"."seq",
            "t38"."account_id",
            "t38"."team",
            "t38"."channel",
            "t40"."won_lead_id",
            "t40"."won_s"
          FROM (
            SELECT
              COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
              "t34"."occurred_s",
              "t34"."seq",
              COALESCE("t34"."account_id", 0) AS "account_id",
              CASE
                WHEN "t34"."side" IN ('buyer', 'marketing')
                THEN 'marketing'
                ELSE CASE WHEN "t34"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
              END AS "team",
              CASE
                WHEN COALESCE("t34"."channel", '') = ''
                THEN "t34"."kind"
                ELSE COALESCE("t34"."channel", '')
              END AS "channel"
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
                "t11"."account_id",
                "t11"."channel",
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
              NOT (
                "t34"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  "t34"."side" = 'buyer'
                )
              )
          ) AS "t38"
          LEFT OUTER JOIN (
            SELECT
              "t36"."lead_id" AS "won_lead_id",
              MIN("t36"."occurred_s") AS "won_s"
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
            ) AS "t36"
            GROUP BY
              1
          ) AS "t40"
            ON "t38"."lead_id" = "t40"."won_lead_id"
        ) AS "t41"
      ) AS "t42"
      WHERE
        "t42"."is_in" = 1
    ) AS "t43"
  ) AS "t44"
) AS "t45"
GROUP BY
  1,
  2,
  3
