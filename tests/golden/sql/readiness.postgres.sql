-- before
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
), "t43" AS (
  SELECT
    "t42"."lead_id",
    CASE WHEN "t42"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END AS "end_s",
    CASE
      WHEN "t42"."first_s" < CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END
      THEN "t42"."first_s"
      ELSE CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END
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
        COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
        "t34"."kind",
        "t34"."occurred_s",
        (
          "t34"."occurred_s" * 4000000000
        ) + "t34"."seq" AS "key"
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
                AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
    ) AS "t38"
    GROUP BY
      1
  ) AS "t42"
  WHERE
    (
      "t42"."won_s" < 9000000000
    ) OR (
      "t42"."lost_key" > "t42"."again_key"
    )
), "t54" AS (
  SELECT
    "t47"."lead_id",
    "t47"."is_won",
    "t47"."end_s",
    "t47"."opened_s",
    "t53"."named",
    "t53"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t43" AS "t44"
    WHERE
      "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
  ) AS "t47"
  LEFT OUTER JOIN (
    SELECT
      "t51"."named",
      "t51"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t50"."lead_id",
        MIN("t50"."named") AS "named"
      FROM (
        SELECT
          "t49"."lead_id",
          CAST((
            (
              (
                "t49"."occurred_s" - "t49"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t49"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t49"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t49"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t49"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t39"."lead_id",
            "t39"."occurred_s",
            "t39"."seq",
            "t39"."side",
            "t39"."source",
            "t48"."end_s",
            "t48"."of_lead_id"
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
              "t44"."end_s",
              "t44"."lead_id" AS "of_lead_id"
            FROM "t43" AS "t44"
            WHERE
              "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
          ) AS "t48"
            ON "t39"."lead_id" = "t48"."of_lead_id"
        ) AS "t49"
      ) AS "t50"
      GROUP BY
        1
    ) AS "t51"
  ) AS "t53"
    ON "t47"."lead_id" = "t53"."origin_lead_id"
), "t61" AS (
  SELECT
    *
  FROM (
    SELECT
      "t41"."lead_id",
      "t41"."occurred_s",
      "t41"."is_talk",
      "t41"."is_early",
      "t41"."is_material",
      "t57"."opened_s",
      "t57"."end_s",
      "t57"."deal_lead_id"
    FROM (
      SELECT
        COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
        "t35"."occurred_s",
        CASE
          WHEN "t35"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
            OR (
              "t35"."side" = 'buyer'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t35"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t35"."side" = 'buyer'
            )
          )
          AND (
            "t35"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t35"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t35"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t41"
    INNER JOIN (
      SELECT
        "t55"."opened_s",
        "t55"."end_s",
        "t55"."lead_id" AS "deal_lead_id"
      FROM "t54" AS "t55"
    ) AS "t57"
      ON "t41"."lead_id" = "t57"."deal_lead_id"
  ) AS "t59"
  WHERE
    "t59"."occurred_s" <= "t59"."end_s"
)
SELECT
  "t71"."source",
  "t71"."is_won",
  "t71"."has_talk",
  "t71"."touches",
  "t71"."material",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t70"."lead_id",
    "t70"."source",
    "t70"."is_won",
    "t70"."end_s",
    COALESCE("t70"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t70"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t70"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t70"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t70"."material", 0)
    END AS "material",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t70"."everything", 0) > 0
      THEN CAST(CAST((
        (
          COALESCE("t70"."touches", 0) * 100
        ) - (
          (
            COALESCE("t70"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t70"."everything", 0) > 0
            THEN COALESCE("t70"."everything", 0)
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN COALESCE("t70"."everything", 0) > 0
        THEN COALESCE("t70"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
        THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST(CAST((
        (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t60"."lead_id",
      "t60"."is_won",
      "t60"."end_s",
      "t60"."opened_s",
      "t60"."source",
      "t60"."found_by",
      "t69"."per_lead_id",
      "t69"."has_talk",
      "t69"."touches",
      "t69"."material",
      "t69"."first_s",
      "t69"."begin_s",
      "t69"."everything"
    FROM (
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
      FROM "t54" AS "t55"
    ) AS "t60"
    LEFT OUTER JOIN (
      SELECT
        "t67"."lead_id" AS "per_lead_id",
        MAX("t67"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t67"."is_material" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN "t67"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t67"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) OR (
              "t67"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t63"."lead_id",
          "t63"."occurred_s",
          "t63"."is_talk",
          "t63"."is_early",
          "t63"."is_material",
          "t63"."opened_s",
          "t63"."end_s",
          "t63"."deal_lead_id",
          "t66"."begin_lead_id",
          "t66"."has_talk",
          "t66"."begin_s"
        FROM "t61" AS "t63"
        INNER JOIN (
          SELECT
            "t64"."lead_id" AS "begin_lead_id",
            CASE WHEN "t64"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t64"."talk_s" < "t64"."opened_s"
              THEN "t64"."talk_s"
              ELSE "t64"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t62"."lead_id",
              MIN(CASE WHEN "t62"."is_talk" = 1 THEN "t62"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t62"."opened_s") AS "opened_s"
            FROM "t61" AS "t62"
            GROUP BY
              1
          ) AS "t64"
        ) AS "t66"
          ON "t63"."lead_id" = "t66"."begin_lead_id"
      ) AS "t67"
      GROUP BY
        1
    ) AS "t69"
      ON "t60"."lead_id" = "t69"."per_lead_id"
  ) AS "t70"
) AS "t71"
GROUP BY
  1,
  2,
  3,
  4,
  5

-- days_before
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
), "t43" AS (
  SELECT
    "t42"."lead_id",
    CASE WHEN "t42"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END AS "end_s",
    CASE
      WHEN "t42"."first_s" < CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END
      THEN "t42"."first_s"
      ELSE CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END
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
        COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
        "t34"."kind",
        "t34"."occurred_s",
        (
          "t34"."occurred_s" * 4000000000
        ) + "t34"."seq" AS "key"
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
                AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
    ) AS "t38"
    GROUP BY
      1
  ) AS "t42"
  WHERE
    (
      "t42"."won_s" < 9000000000
    ) OR (
      "t42"."lost_key" > "t42"."again_key"
    )
), "t54" AS (
  SELECT
    "t47"."lead_id",
    "t47"."is_won",
    "t47"."end_s",
    "t47"."opened_s",
    "t53"."named",
    "t53"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t43" AS "t44"
    WHERE
      "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
  ) AS "t47"
  LEFT OUTER JOIN (
    SELECT
      "t51"."named",
      "t51"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t50"."lead_id",
        MIN("t50"."named") AS "named"
      FROM (
        SELECT
          "t49"."lead_id",
          CAST((
            (
              (
                "t49"."occurred_s" - "t49"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t49"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t49"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t49"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t49"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t39"."lead_id",
            "t39"."occurred_s",
            "t39"."seq",
            "t39"."side",
            "t39"."source",
            "t48"."end_s",
            "t48"."of_lead_id"
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
              "t44"."end_s",
              "t44"."lead_id" AS "of_lead_id"
            FROM "t43" AS "t44"
            WHERE
              "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
          ) AS "t48"
            ON "t39"."lead_id" = "t48"."of_lead_id"
        ) AS "t49"
      ) AS "t50"
      GROUP BY
        1
    ) AS "t51"
  ) AS "t53"
    ON "t47"."lead_id" = "t53"."origin_lead_id"
), "t61" AS (
  SELECT
    *
  FROM (
    SELECT
      "t41"."lead_id",
      "t41"."occurred_s",
      "t41"."is_talk",
      "t41"."is_early",
      "t41"."is_material",
      "t57"."opened_s",
      "t57"."end_s",
      "t57"."deal_lead_id"
    FROM (
      SELECT
        COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
        "t35"."occurred_s",
        CASE
          WHEN "t35"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
            OR (
              "t35"."side" = 'buyer'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t35"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t35"."side" = 'buyer'
            )
          )
          AND (
            "t35"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t35"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t35"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t41"
    INNER JOIN (
      SELECT
        "t55"."opened_s",
        "t55"."end_s",
        "t55"."lead_id" AS "deal_lead_id"
      FROM "t54" AS "t55"
    ) AS "t57"
      ON "t41"."lead_id" = "t57"."deal_lead_id"
  ) AS "t59"
  WHERE
    "t59"."occurred_s" <= "t59"."end_s"
)
SELECT
  "t71"."source",
  "t71"."is_won",
  "t71"."days",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t70"."lead_id",
    "t70"."source",
    "t70"."is_won",
    "t70"."end_s",
    COALESCE("t70"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t70"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t70"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t70"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t70"."material", 0)
    END AS "material",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t70"."everything", 0) > 0
      THEN CAST(CAST((
        (
          COALESCE("t70"."touches", 0) * 100
        ) - (
          (
            COALESCE("t70"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t70"."everything", 0) > 0
            THEN COALESCE("t70"."everything", 0)
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN COALESCE("t70"."everything", 0) > 0
        THEN COALESCE("t70"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
        THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST(CAST((
        (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t60"."lead_id",
      "t60"."is_won",
      "t60"."end_s",
      "t60"."opened_s",
      "t60"."source",
      "t60"."found_by",
      "t69"."per_lead_id",
      "t69"."has_talk",
      "t69"."touches",
      "t69"."material",
      "t69"."first_s",
      "t69"."begin_s",
      "t69"."everything"
    FROM (
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
      FROM "t54" AS "t55"
    ) AS "t60"
    LEFT OUTER JOIN (
      SELECT
        "t67"."lead_id" AS "per_lead_id",
        MAX("t67"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t67"."is_material" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN "t67"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t67"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) OR (
              "t67"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t63"."lead_id",
          "t63"."occurred_s",
          "t63"."is_talk",
          "t63"."is_early",
          "t63"."is_material",
          "t63"."opened_s",
          "t63"."end_s",
          "t63"."deal_lead_id",
          "t66"."begin_lead_id",
          "t66"."has_talk",
          "t66"."begin_s"
        FROM "t61" AS "t63"
        INNER JOIN (
          SELECT
            "t64"."lead_id" AS "begin_lead_id",
            CASE WHEN "t64"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t64"."talk_s" < "t64"."opened_s"
              THEN "t64"."talk_s"
              ELSE "t64"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t62"."lead_id",
              MIN(CASE WHEN "t62"."is_talk" = 1 THEN "t62"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t62"."opened_s") AS "opened_s"
            FROM "t61" AS "t62"
            GROUP BY
              1
          ) AS "t64"
        ) AS "t66"
          ON "t63"."lead_id" = "t66"."begin_lead_id"
      ) AS "t67"
      GROUP BY
        1
    ) AS "t69"
      ON "t60"."lead_id" = "t69"."per_lead_id"
  ) AS "t70"
) AS "t71"
GROUP BY
  1,
  2,
  3

-- shares_before
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
), "t43" AS (
  SELECT
    "t42"."lead_id",
    CASE WHEN "t42"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END AS "end_s",
    CASE
      WHEN "t42"."first_s" < CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END
      THEN "t42"."first_s"
      ELSE CASE WHEN "t42"."won_s" < 9000000000 THEN "t42"."won_s" ELSE "t42"."lost_s" END
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
        COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
        "t34"."kind",
        "t34"."occurred_s",
        (
          "t34"."occurred_s" * 4000000000
        ) + "t34"."seq" AS "key"
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
                AND "t0"."kind" IN ('deal_opened', 'lost', 'won')
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
    ) AS "t38"
    GROUP BY
      1
  ) AS "t42"
  WHERE
    (
      "t42"."won_s" < 9000000000
    ) OR (
      "t42"."lost_key" > "t42"."again_key"
    )
), "t54" AS (
  SELECT
    "t47"."lead_id",
    "t47"."is_won",
    "t47"."end_s",
    "t47"."opened_s",
    "t53"."named",
    "t53"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t43" AS "t44"
    WHERE
      "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
  ) AS "t47"
  LEFT OUTER JOIN (
    SELECT
      "t51"."named",
      "t51"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t50"."lead_id",
        MIN("t50"."named") AS "named"
      FROM (
        SELECT
          "t49"."lead_id",
          CAST((
            (
              (
                "t49"."occurred_s" - "t49"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t49"."seq" + 1000000000000000000 AS VARCHAR) || CASE
            WHEN "t49"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t49"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t49"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t39"."lead_id",
            "t39"."occurred_s",
            "t39"."seq",
            "t39"."side",
            "t39"."source",
            "t48"."end_s",
            "t48"."of_lead_id"
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
              "t44"."end_s",
              "t44"."lead_id" AS "of_lead_id"
            FROM "t43" AS "t44"
            WHERE
              "t44"."end_s" >= ${since_s} AND "t44"."end_s" < ${until_s}
          ) AS "t48"
            ON "t39"."lead_id" = "t48"."of_lead_id"
        ) AS "t49"
      ) AS "t50"
      GROUP BY
        1
    ) AS "t51"
  ) AS "t53"
    ON "t47"."lead_id" = "t53"."origin_lead_id"
), "t61" AS (
  SELECT
    *
  FROM (
    SELECT
      "t41"."lead_id",
      "t41"."occurred_s",
      "t41"."is_talk",
      "t41"."is_early",
      "t41"."is_material",
      "t57"."opened_s",
      "t57"."end_s",
      "t57"."deal_lead_id"
    FROM (
      SELECT
        COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
        "t35"."occurred_s",
        CASE
          WHEN "t35"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
            OR (
              "t35"."side" = 'buyer'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t35"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t35"."side" = 'buyer'
            )
          )
          AND (
            "t35"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t35"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t35"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t41"
    INNER JOIN (
      SELECT
        "t55"."opened_s",
        "t55"."end_s",
        "t55"."lead_id" AS "deal_lead_id"
      FROM "t54" AS "t55"
    ) AS "t57"
      ON "t41"."lead_id" = "t57"."deal_lead_id"
  ) AS "t59"
  WHERE
    "t59"."occurred_s" <= "t59"."end_s"
)
SELECT
  "t71"."source",
  "t71"."is_won",
  "t71"."touches_of_100",
  "t71"."days_of_100",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t70"."lead_id",
    "t70"."source",
    "t70"."is_won",
    "t70"."end_s",
    COALESCE("t70"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t70"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t70"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t70"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t70"."material", 0)
    END AS "material",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST(CAST((
        CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t70"."everything", 0) > 0
      THEN CAST(CAST((
        (
          COALESCE("t70"."touches", 0) * 100
        ) - (
          (
            COALESCE("t70"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t70"."everything", 0) > 0
            THEN COALESCE("t70"."everything", 0)
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN COALESCE("t70"."everything", 0) > 0
        THEN COALESCE("t70"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
        THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST(CAST((
        (
          CASE
            WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t70"."begin_s", 9000000000) - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
              THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) AS DOUBLE PRECISION) / CASE
        WHEN CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t70"."first_s", 9000000000) < 9000000000
          THEN "t70"."end_s" - COALESCE("t70"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t60"."lead_id",
      "t60"."is_won",
      "t60"."end_s",
      "t60"."opened_s",
      "t60"."source",
      "t60"."found_by",
      "t69"."per_lead_id",
      "t69"."has_talk",
      "t69"."touches",
      "t69"."material",
      "t69"."first_s",
      "t69"."begin_s",
      "t69"."everything"
    FROM (
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
      FROM "t54" AS "t55"
    ) AS "t60"
    LEFT OUTER JOIN (
      SELECT
        "t67"."lead_id" AS "per_lead_id",
        MAX("t67"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t67"."is_material" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) AND (
              "t67"."occurred_s" < "t67"."begin_s"
            )
            THEN "t67"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t67"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t67"."is_early" = 1
            ) OR (
              "t67"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t63"."lead_id",
          "t63"."occurred_s",
          "t63"."is_talk",
          "t63"."is_early",
          "t63"."is_material",
          "t63"."opened_s",
          "t63"."end_s",
          "t63"."deal_lead_id",
          "t66"."begin_lead_id",
          "t66"."has_talk",
          "t66"."begin_s"
        FROM "t61" AS "t63"
        INNER JOIN (
          SELECT
            "t64"."lead_id" AS "begin_lead_id",
            CASE WHEN "t64"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t64"."talk_s" < "t64"."opened_s"
              THEN "t64"."talk_s"
              ELSE "t64"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t62"."lead_id",
              MIN(CASE WHEN "t62"."is_talk" = 1 THEN "t62"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t62"."opened_s") AS "opened_s"
            FROM "t61" AS "t62"
            GROUP BY
              1
          ) AS "t64"
        ) AS "t66"
          ON "t63"."lead_id" = "t66"."begin_lead_id"
      ) AS "t67"
      GROUP BY
        1
    ) AS "t69"
      ON "t60"."lead_id" = "t69"."per_lead_id"
  ) AS "t70"
) AS "t71"
GROUP BY
  1,
  2,
  3,
  4
