-- before
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
), "t56" AS (
  SELECT
    "t55"."lead_id",
    CASE WHEN "t55"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE
      WHEN "t55"."won_s" < 9000000000
      THEN "t55"."won_s"
      ELSE COALESCE("t55"."lost_s", -9000000000)
    END AS "end_s",
    CASE
      WHEN "t55"."first_s" < CASE
        WHEN "t55"."won_s" < 9000000000
        THEN "t55"."won_s"
        ELSE COALESCE("t55"."lost_s", -9000000000)
      END
      THEN "t55"."first_s"
      ELSE CASE
        WHEN "t55"."won_s" < 9000000000
        THEN "t55"."won_s"
        ELSE COALESCE("t55"."lost_s", -9000000000)
      END
    END AS "opened_s"
  FROM (
    SELECT
      "t49"."lead_id",
      "t49"."won_s",
      "t49"."first_s",
      "t54"."dealt_lead_id",
      "t54"."lost_s"
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
    ) AS "t49"
    LEFT OUTER JOIN (
      SELECT
        "t52"."dealt_lead_id",
        CASE WHEN "t52"."is_open" = 0 THEN "t52"."last_s" ELSE -9000000000 END AS "lost_s"
      FROM (
        SELECT
          "t51"."lead_id" AS "dealt_lead_id",
          MAX("t51"."begun_key") AS "begun_key",
          MAX("t51"."lost_key") AS "last_key",
          MAX("t51"."lost_s") AS "last_s",
          MAX(CASE WHEN "t51"."begun_key" > "t51"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
        FROM (
          SELECT
            "t50"."lead_id",
            "t50"."deal",
            "t50"."first_key",
            "t50"."opened_key",
            "t50"."closed_key",
            "t50"."lost_key",
            "t50"."lost_s",
            GREATEST("t50"."first_key", "t50"."opened_key") AS "begun_key"
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
                  "t20"."deal_id",
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
                    "t11"."worked_s",
                    "t11"."deal_id"
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
            ) AS "t45"
            GROUP BY
              1,
              2
          ) AS "t50"
        ) AS "t51"
        GROUP BY
          1
      ) AS "t52"
      WHERE
        CASE WHEN "t52"."is_open" = 0 THEN "t52"."last_s" ELSE -9000000000 END > -9000000000
    ) AS "t54"
      ON "t49"."lead_id" = "t54"."dealt_lead_id"
  ) AS "t55"
  WHERE
    (
      "t55"."won_s" < 9000000000
    )
    OR (
      COALESCE("t55"."lost_s", -9000000000) > -9000000000
    )
), "t67" AS (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t66"."named",
    "t66"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t56" AS "t57"
    WHERE
      "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
  ) AS "t60"
  LEFT OUTER JOIN (
    SELECT
      "t64"."named",
      "t64"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t63"."lead_id",
        MIN("t63"."named") AS "named"
      FROM (
        SELECT
          "t62"."lead_id",
          CAST((
            (
              (
                "t62"."occurred_s" - "t62"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t62"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t62"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t62"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t62"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t44"."lead_id",
            "t44"."occurred_s",
            "t44"."seq",
            "t44"."side",
            "t44"."source",
            "t61"."end_s",
            "t61"."of_lead_id"
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
              "t57"."end_s",
              "t57"."lead_id" AS "of_lead_id"
            FROM "t56" AS "t57"
            WHERE
              "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
          ) AS "t61"
            ON "t44"."lead_id" = "t61"."of_lead_id"
        ) AS "t62"
      ) AS "t63"
      GROUP BY
        1
    ) AS "t64"
  ) AS "t66"
    ON "t60"."lead_id" = "t66"."origin_lead_id"
), "t74" AS (
  SELECT
    *
  FROM (
    SELECT
      "t47"."lead_id",
      "t47"."occurred_s",
      "t47"."is_talk",
      "t47"."is_early",
      "t47"."is_material",
      "t70"."opened_s",
      "t70"."end_s",
      "t70"."deal_lead_id"
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
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t38"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t38"."side" = 'buyer'
            )
          )
          AND (
            "t38"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t38"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t38"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t47"
    INNER JOIN (
      SELECT
        "t68"."opened_s",
        "t68"."end_s",
        "t68"."lead_id" AS "deal_lead_id"
      FROM "t67" AS "t68"
    ) AS "t70"
      ON "t47"."lead_id" = "t70"."deal_lead_id"
  ) AS "t72"
  WHERE
    "t72"."occurred_s" <= "t72"."end_s"
)
SELECT
  "t84"."source",
  "t84"."is_won",
  "t84"."has_talk",
  "t84"."touches",
  "t84"."material",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t83"."lead_id",
    "t83"."source",
    "t83"."is_won",
    "t83"."end_s",
    COALESCE("t83"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t83"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t83"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t83"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t83"."material", 0)
    END AS "material",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t83"."everything", 0) > 0
      THEN CAST(CAST((
        (
          COALESCE("t83"."touches", 0) * 100
        ) - (
          (
            COALESCE("t83"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t83"."everything", 0) > 0
            THEN COALESCE("t83"."everything", 0)
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN COALESCE("t83"."everything", 0) > 0
        THEN COALESCE("t83"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
        THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST(CAST((
        (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t73"."lead_id",
      "t73"."is_won",
      "t73"."end_s",
      "t73"."opened_s",
      "t73"."source",
      "t73"."found_by",
      "t82"."per_lead_id",
      "t82"."has_talk",
      "t82"."touches",
      "t82"."material",
      "t82"."first_s",
      "t82"."begin_s",
      "t82"."everything"
    FROM (
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
      FROM "t67" AS "t68"
    ) AS "t73"
    LEFT OUTER JOIN (
      SELECT
        "t80"."lead_id" AS "per_lead_id",
        MAX("t80"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t80"."is_material" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN "t80"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t80"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) OR (
              "t80"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t76"."lead_id",
          "t76"."occurred_s",
          "t76"."is_talk",
          "t76"."is_early",
          "t76"."is_material",
          "t76"."opened_s",
          "t76"."end_s",
          "t76"."deal_lead_id",
          "t79"."begin_lead_id",
          "t79"."has_talk",
          "t79"."begin_s"
        FROM "t74" AS "t76"
        INNER JOIN (
          SELECT
            "t77"."lead_id" AS "begin_lead_id",
            CASE WHEN "t77"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t77"."talk_s" < "t77"."opened_s"
              THEN "t77"."talk_s"
              ELSE "t77"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t75"."lead_id",
              MIN(CASE WHEN "t75"."is_talk" = 1 THEN "t75"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t75"."opened_s") AS "opened_s"
            FROM "t74" AS "t75"
            GROUP BY
              1
          ) AS "t77"
        ) AS "t79"
          ON "t76"."lead_id" = "t79"."begin_lead_id"
      ) AS "t80"
      GROUP BY
        1
    ) AS "t82"
      ON "t73"."lead_id" = "t82"."per_lead_id"
  ) AS "t83"
) AS "t84"
GROUP BY
  1,
  2,
  3,
  4,
  5

-- days_before
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
), "t56" AS (
  SELECT
    "t55"."lead_id",
    CASE WHEN "t55"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE
      WHEN "t55"."won_s" < 9000000000
      THEN "t55"."won_s"
      ELSE COALESCE("t55"."lost_s", -9000000000)
    END AS "end_s",
    CASE
      WHEN "t55"."first_s" < CASE
        WHEN "t55"."won_s" < 9000000000
        THEN "t55"."won_s"
        ELSE COALESCE("t55"."lost_s", -9000000000)
      END
      THEN "t55"."first_s"
      ELSE CASE
        WHEN "t55"."won_s" < 9000000000
        THEN "t55"."won_s"
        ELSE COALESCE("t55"."lost_s", -9000000000)
      END
    END AS "opened_s"
  FROM (
    SELECT
      "t49"."lead_id",
      "t49"."won_s",
      "t49"."first_s",
      "t54"."dealt_lead_id",
      "t54"."lost_s"
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
    ) AS "t49"
    LEFT OUTER JOIN (
      SELECT
        "t52"."dealt_lead_id",
        CASE WHEN "t52"."is_open" = 0 THEN "t52"."last_s" ELSE -9000000000 END AS "lost_s"
      FROM (
        SELECT
          "t51"."lead_id" AS "dealt_lead_id",
          MAX("t51"."begun_key") AS "begun_key",
          MAX("t51"."lost_key") AS "last_key",
          MAX("t51"."lost_s") AS "last_s",
          MAX(CASE WHEN "t51"."begun_key" > "t51"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
        FROM (
          SELECT
            "t50"."lead_id",
            "t50"."deal",
            "t50"."first_key",
            "t50"."opened_key",
            "t50"."closed_key",
            "t50"."lost_key",
            "t50"."lost_s",
            GREATEST("t50"."first_key", "t50"."opened_key") AS "begun_key"
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
                  "t20"."deal_id",
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
                    "t11"."worked_s",
                    "t11"."deal_id"
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
            ) AS "t45"
            GROUP BY
              1,
              2
          ) AS "t50"
        ) AS "t51"
        GROUP BY
          1
      ) AS "t52"
      WHERE
        CASE WHEN "t52"."is_open" = 0 THEN "t52"."last_s" ELSE -9000000000 END > -9000000000
    ) AS "t54"
      ON "t49"."lead_id" = "t54"."dealt_lead_id"
  ) AS "t55"
  WHERE
    (
      "t55"."won_s" < 9000000000
    )
    OR (
      COALESCE("t55"."lost_s", -9000000000) > -9000000000
    )
), "t67" AS (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t66"."named",
    "t66"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t56" AS "t57"
    WHERE
      "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
  ) AS "t60"
  LEFT OUTER JOIN (
    SELECT
      "t64"."named",
      "t64"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t63"."lead_id",
        MIN("t63"."named") AS "named"
      FROM (
        SELECT
          "t62"."lead_id",
          CAST((
            (
              (
                "t62"."occurred_s" - "t62"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t62"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t62"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t62"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t62"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t44"."lead_id",
            "t44"."occurred_s",
            "t44"."seq",
            "t44"."side",
            "t44"."source",
            "t61"."end_s",
            "t61"."of_lead_id"
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
              "t57"."end_s",
              "t57"."lead_id" AS "of_lead_id"
            FROM "t56" AS "t57"
            WHERE
              "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
          ) AS "t61"
            ON "t44"."lead_id" = "t61"."of_lead_id"
        ) AS "t62"
      ) AS "t63"
      GROUP BY
        1
    ) AS "t64"
  ) AS "t66"
    ON "t60"."lead_id" = "t66"."origin_lead_id"
), "t74" AS (
  SELECT
    *
  FROM (
    SELECT
      "t47"."lead_id",
      "t47"."occurred_s",
      "t47"."is_talk",
      "t47"."is_early",
      "t47"."is_material",
      "t70"."opened_s",
      "t70"."end_s",
      "t70"."deal_lead_id"
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
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t38"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t38"."side" = 'buyer'
            )
          )
          AND (
            "t38"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t38"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t38"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t47"
    INNER JOIN (
      SELECT
        "t68"."opened_s",
        "t68"."end_s",
        "t68"."lead_id" AS "deal_lead_id"
      FROM "t67" AS "t68"
    ) AS "t70"
      ON "t47"."lead_id" = "t70"."deal_lead_id"
  ) AS "t72"
  WHERE
    "t72"."occurred_s" <= "t72"."end_s"
)
SELECT
  "t84"."source",
  "t84"."is_won",
  "t84"."days",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t83"."lead_id",
    "t83"."source",
    "t83"."is_won",
    "t83"."end_s",
    COALESCE("t83"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t83"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t83"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t83"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t83"."material", 0)
    END AS "material",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t83"."everything", 0) > 0
      THEN CAST(CAST((
        (
          COALESCE("t83"."touches", 0) * 100
        ) - (
          (
            COALESCE("t83"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t83"."everything", 0) > 0
            THEN COALESCE("t83"."everything", 0)
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN COALESCE("t83"."everything", 0) > 0
        THEN COALESCE("t83"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
        THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST(CAST((
        (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t73"."lead_id",
      "t73"."is_won",
      "t73"."end_s",
      "t73"."opened_s",
      "t73"."source",
      "t73"."found_by",
      "t82"."per_lead_id",
      "t82"."has_talk",
      "t82"."touches",
      "t82"."material",
      "t82"."first_s",
      "t82"."begin_s",
      "t82"."everything"
    FROM (
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
      FROM "t67" AS "t68"
    ) AS "t73"
    LEFT OUTER JOIN (
      SELECT
        "t80"."lead_id" AS "per_lead_id",
        MAX("t80"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t80"."is_material" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN "t80"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t80"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) OR (
              "t80"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t76"."lead_id",
          "t76"."occurred_s",
          "t76"."is_talk",
          "t76"."is_early",
          "t76"."is_material",
          "t76"."opened_s",
          "t76"."end_s",
          "t76"."deal_lead_id",
          "t79"."begin_lead_id",
          "t79"."has_talk",
          "t79"."begin_s"
        FROM "t74" AS "t76"
        INNER JOIN (
          SELECT
            "t77"."lead_id" AS "begin_lead_id",
            CASE WHEN "t77"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t77"."talk_s" < "t77"."opened_s"
              THEN "t77"."talk_s"
              ELSE "t77"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t75"."lead_id",
              MIN(CASE WHEN "t75"."is_talk" = 1 THEN "t75"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t75"."opened_s") AS "opened_s"
            FROM "t74" AS "t75"
            GROUP BY
              1
          ) AS "t77"
        ) AS "t79"
          ON "t76"."lead_id" = "t79"."begin_lead_id"
      ) AS "t80"
      GROUP BY
        1
    ) AS "t82"
      ON "t73"."lead_id" = "t82"."per_lead_id"
  ) AS "t83"
) AS "t84"
GROUP BY
  1,
  2,
  3

-- shares_before
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
), "t56" AS (
  SELECT
    "t55"."lead_id",
    CASE WHEN "t55"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE
      WHEN "t55"."won_s" < 9000000000
      THEN "t55"."won_s"
      ELSE COALESCE("t55"."lost_s", -9000000000)
    END AS "end_s",
    CASE
      WHEN "t55"."first_s" < CASE
        WHEN "t55"."won_s" < 9000000000
        THEN "t55"."won_s"
        ELSE COALESCE("t55"."lost_s", -9000000000)
      END
      THEN "t55"."first_s"
      ELSE CASE
        WHEN "t55"."won_s" < 9000000000
        THEN "t55"."won_s"
        ELSE COALESCE("t55"."lost_s", -9000000000)
      END
    END AS "opened_s"
  FROM (
    SELECT
      "t49"."lead_id",
      "t49"."won_s",
      "t49"."first_s",
      "t54"."dealt_lead_id",
      "t54"."lost_s"
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
    ) AS "t49"
    LEFT OUTER JOIN (
      SELECT
        "t52"."dealt_lead_id",
        CASE WHEN "t52"."is_open" = 0 THEN "t52"."last_s" ELSE -9000000000 END AS "lost_s"
      FROM (
        SELECT
          "t51"."lead_id" AS "dealt_lead_id",
          MAX("t51"."begun_key") AS "begun_key",
          MAX("t51"."lost_key") AS "last_key",
          MAX("t51"."lost_s") AS "last_s",
          MAX(CASE WHEN "t51"."begun_key" > "t51"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
        FROM (
          SELECT
            "t50"."lead_id",
            "t50"."deal",
            "t50"."first_key",
            "t50"."opened_key",
            "t50"."closed_key",
            "t50"."lost_key",
            "t50"."lost_s",
            GREATEST("t50"."first_key", "t50"."opened_key") AS "begun_key"
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
                  "t20"."deal_id",
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
                    "t11"."worked_s",
                    "t11"."deal_id"
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
            ) AS "t45"
            GROUP BY
              1,
              2
          ) AS "t50"
        ) AS "t51"
        GROUP BY
          1
      ) AS "t52"
      WHERE
        CASE WHEN "t52"."is_open" = 0 THEN "t52"."last_s" ELSE -9000000000 END > -9000000000
    ) AS "t54"
      ON "t49"."lead_id" = "t54"."dealt_lead_id"
  ) AS "t55"
  WHERE
    (
      "t55"."won_s" < 9000000000
    )
    OR (
      COALESCE("t55"."lost_s", -9000000000) > -9000000000
    )
), "t67" AS (
  SELECT
    "t60"."lead_id",
    "t60"."is_won",
    "t60"."end_s",
    "t60"."opened_s",
    "t66"."named",
    "t66"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t56" AS "t57"
    WHERE
      "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
  ) AS "t60"
  LEFT OUTER JOIN (
    SELECT
      "t64"."named",
      "t64"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t63"."lead_id",
        MIN("t63"."named") AS "named"
      FROM (
        SELECT
          "t62"."lead_id",
          CAST((
            (
              (
                "t62"."occurred_s" - "t62"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t62"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t62"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t62"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t62"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t44"."lead_id",
            "t44"."occurred_s",
            "t44"."seq",
            "t44"."side",
            "t44"."source",
            "t61"."end_s",
            "t61"."of_lead_id"
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
              "t57"."end_s",
              "t57"."lead_id" AS "of_lead_id"
            FROM "t56" AS "t57"
            WHERE
              "t57"."end_s" >= ${since_s} AND "t57"."end_s" < ${until_s}
          ) AS "t61"
            ON "t44"."lead_id" = "t61"."of_lead_id"
        ) AS "t62"
      ) AS "t63"
      GROUP BY
        1
    ) AS "t64"
  ) AS "t66"
    ON "t60"."lead_id" = "t66"."origin_lead_id"
), "t74" AS (
  SELECT
    *
  FROM (
    SELECT
      "t47"."lead_id",
      "t47"."occurred_s",
      "t47"."is_talk",
      "t47"."is_early",
      "t47"."is_material",
      "t70"."opened_s",
      "t70"."end_s",
      "t70"."deal_lead_id"
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
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t38"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t38"."side" = 'buyer'
            )
          )
          AND (
            "t38"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t38"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t38"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t47"
    INNER JOIN (
      SELECT
        "t68"."opened_s",
        "t68"."end_s",
        "t68"."lead_id" AS "deal_lead_id"
      FROM "t67" AS "t68"
    ) AS "t70"
      ON "t47"."lead_id" = "t70"."deal_lead_id"
  ) AS "t72"
  WHERE
    "t72"."occurred_s" <= "t72"."end_s"
)
SELECT
  "t84"."source",
  "t84"."is_won",
  "t84"."touches_of_100",
  "t84"."days_of_100",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t83"."lead_id",
    "t83"."source",
    "t83"."is_won",
    "t83"."end_s",
    COALESCE("t83"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t83"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t83"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t83"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t83"."material", 0)
    END AS "material",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t83"."everything", 0) > 0
      THEN CAST(CAST((
        (
          COALESCE("t83"."touches", 0) * 100
        ) - (
          (
            COALESCE("t83"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t83"."everything", 0) > 0
            THEN COALESCE("t83"."everything", 0)
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN COALESCE("t83"."everything", 0) > 0
        THEN COALESCE("t83"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
        THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST(CAST((
        (
          CASE
            WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t83"."begin_s", 9000000000) - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
              THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t83"."first_s", 9000000000) < 9000000000
          THEN "t83"."end_s" - COALESCE("t83"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t73"."lead_id",
      "t73"."is_won",
      "t73"."end_s",
      "t73"."opened_s",
      "t73"."source",
      "t73"."found_by",
      "t82"."per_lead_id",
      "t82"."has_talk",
      "t82"."touches",
      "t82"."material",
      "t82"."first_s",
      "t82"."begin_s",
      "t82"."everything"
    FROM (
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
      FROM "t67" AS "t68"
    ) AS "t73"
    LEFT OUTER JOIN (
      SELECT
        "t80"."lead_id" AS "per_lead_id",
        MAX("t80"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t80"."is_material" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) AND (
              "t80"."occurred_s" < "t80"."begin_s"
            )
            THEN "t80"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t80"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t80"."is_early" = 1
            ) OR (
              "t80"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t76"."lead_id",
          "t76"."occurred_s",
          "t76"."is_talk",
          "t76"."is_early",
          "t76"."is_material",
          "t76"."opened_s",
          "t76"."end_s",
          "t76"."deal_lead_id",
          "t79"."begin_lead_id",
          "t79"."has_talk",
          "t79"."begin_s"
        FROM "t74" AS "t76"
        INNER JOIN (
          SELECT
            "t77"."lead_id" AS "begin_lead_id",
            CASE WHEN "t77"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t77"."talk_s" < "t77"."opened_s"
              THEN "t77"."talk_s"
              ELSE "t77"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t75"."lead_id",
              MIN(CASE WHEN "t75"."is_talk" = 1 THEN "t75"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t75"."opened_s") AS "opened_s"
            FROM "t74" AS "t75"
            GROUP BY
              1
          ) AS "t77"
        ) AS "t79"
          ON "t76"."lead_id" = "t79"."begin_lead_id"
      ) AS "t80"
      GROUP BY
        1
    ) AS "t82"
      ON "t73"."lead_id" = "t82"."per_lead_id"
  ) AS "t83"
) AS "t84"
GROUP BY
  1,
  2,
  3,
  4
