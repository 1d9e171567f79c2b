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
), "t47" AS (
  SELECT
    "t46"."lead_id",
    CASE WHEN "t46"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END AS "end_s",
    CASE
      WHEN "t46"."first_s" < CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END
      THEN "t46"."first_s"
      ELSE CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END
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
        COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
        "t38"."kind",
        "t38"."occurred_s",
        (
          "t38"."occurred_s" * 4000000000
        ) + "t38"."seq" AS "key"
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
    ) AS "t42"
    GROUP BY
      1
  ) AS "t46"
  WHERE
    (
      "t46"."won_s" < 9000000000
    ) OR (
      "t46"."lost_key" > "t46"."again_key"
    )
), "t58" AS (
  SELECT
    "t51"."lead_id",
    "t51"."is_won",
    "t51"."end_s",
    "t51"."opened_s",
    "t57"."named",
    "t57"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t47" AS "t48"
    WHERE
      "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t55"."named",
      "t55"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t54"."lead_id",
        MIN("t54"."named") AS "named"
      FROM (
        SELECT
          "t53"."lead_id",
          CAST((
            (
              (
                "t53"."occurred_s" - "t53"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t53"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t53"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t53"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t53"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t43"."lead_id",
            "t43"."occurred_s",
            "t43"."seq",
            "t43"."side",
            "t43"."source",
            "t52"."end_s",
            "t52"."of_lead_id"
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
              "t48"."end_s",
              "t48"."lead_id" AS "of_lead_id"
            FROM "t47" AS "t48"
            WHERE
              "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
          ) AS "t52"
            ON "t43"."lead_id" = "t52"."of_lead_id"
        ) AS "t53"
      ) AS "t54"
      GROUP BY
        1
    ) AS "t55"
  ) AS "t57"
    ON "t51"."lead_id" = "t57"."origin_lead_id"
), "t65" AS (
  SELECT
    *
  FROM (
    SELECT
      "t45"."lead_id",
      "t45"."occurred_s",
      "t45"."is_talk",
      "t45"."is_early",
      "t45"."is_material",
      "t61"."opened_s",
      "t61"."end_s",
      "t61"."deal_lead_id"
    FROM (
      SELECT
        COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
        "t39"."occurred_s",
        CASE
          WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
            OR (
              "t39"."side" = 'buyer'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t39"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t39"."side" = 'buyer'
            )
          )
          AND (
            "t39"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t39"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t39"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t45"
    INNER JOIN (
      SELECT
        "t59"."opened_s",
        "t59"."end_s",
        "t59"."lead_id" AS "deal_lead_id"
      FROM "t58" AS "t59"
    ) AS "t61"
      ON "t45"."lead_id" = "t61"."deal_lead_id"
  ) AS "t63"
  WHERE
    "t63"."occurred_s" <= "t63"."end_s"
)
SELECT
  "t75"."source",
  "t75"."is_won",
  "t75"."has_talk",
  "t75"."touches",
  "t75"."material",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    "t74"."is_won",
    COALESCE("t74"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t74"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t74"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t74"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t74"."material", 0)
    END AS "material",
    CASE
      WHEN CAST((
        CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST((
        CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t74"."everything", 0) > 0
      THEN CAST((
        (
          COALESCE("t74"."touches", 0) * 100
        ) - (
          (
            COALESCE("t74"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t74"."everything", 0) > 0
            THEN COALESCE("t74"."everything", 0)
            ELSE 1
          END
        )
      ) / CASE
        WHEN COALESCE("t74"."everything", 0) > 0
        THEN COALESCE("t74"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
        THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST((
        (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) / CASE
        WHEN CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t64"."lead_id",
      "t64"."is_won",
      "t64"."end_s",
      "t64"."opened_s",
      "t64"."source",
      "t64"."found_by",
      "t73"."per_lead_id",
      "t73"."has_talk",
      "t73"."touches",
      "t73"."material",
      "t73"."first_s",
      "t73"."begin_s",
      "t73"."everything"
    FROM (
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
      FROM "t58" AS "t59"
    ) AS "t64"
    LEFT OUTER JOIN (
      SELECT
        "t71"."lead_id" AS "per_lead_id",
        MAX("t71"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t71"."is_material" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN "t71"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t71"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) OR (
              "t71"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t67"."lead_id",
          "t67"."occurred_s",
          "t67"."is_talk",
          "t67"."is_early",
          "t67"."is_material",
          "t67"."opened_s",
          "t67"."end_s",
          "t67"."deal_lead_id",
          "t70"."begin_lead_id",
          "t70"."has_talk",
          "t70"."begin_s"
        FROM "t65" AS "t67"
        INNER JOIN (
          SELECT
            "t68"."lead_id" AS "begin_lead_id",
            CASE WHEN "t68"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t68"."talk_s" < "t68"."opened_s"
              THEN "t68"."talk_s"
              ELSE "t68"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t66"."lead_id",
              MIN(CASE WHEN "t66"."is_talk" = 1 THEN "t66"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t66"."opened_s") AS "opened_s"
            FROM "t65" AS "t66"
            GROUP BY
              1
          ) AS "t68"
        ) AS "t70"
          ON "t67"."lead_id" = "t70"."begin_lead_id"
      ) AS "t71"
      GROUP BY
        1
    ) AS "t73"
      ON "t64"."lead_id" = "t73"."per_lead_id"
  ) AS "t74"
) AS "t75"
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
), "t47" AS (
  SELECT
    "t46"."lead_id",
    CASE WHEN "t46"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END AS "end_s",
    CASE
      WHEN "t46"."first_s" < CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END
      THEN "t46"."first_s"
      ELSE CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END
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
        COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
        "t38"."kind",
        "t38"."occurred_s",
        (
          "t38"."occurred_s" * 4000000000
        ) + "t38"."seq" AS "key"
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
    ) AS "t42"
    GROUP BY
      1
  ) AS "t46"
  WHERE
    (
      "t46"."won_s" < 9000000000
    ) OR (
      "t46"."lost_key" > "t46"."again_key"
    )
), "t58" AS (
  SELECT
    "t51"."lead_id",
    "t51"."is_won",
    "t51"."end_s",
    "t51"."opened_s",
    "t57"."named",
    "t57"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t47" AS "t48"
    WHERE
      "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t55"."named",
      "t55"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t54"."lead_id",
        MIN("t54"."named") AS "named"
      FROM (
        SELECT
          "t53"."lead_id",
          CAST((
            (
              (
                "t53"."occurred_s" - "t53"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t53"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t53"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t53"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t53"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t43"."lead_id",
            "t43"."occurred_s",
            "t43"."seq",
            "t43"."side",
            "t43"."source",
            "t52"."end_s",
            "t52"."of_lead_id"
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
              "t48"."end_s",
              "t48"."lead_id" AS "of_lead_id"
            FROM "t47" AS "t48"
            WHERE
              "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
          ) AS "t52"
            ON "t43"."lead_id" = "t52"."of_lead_id"
        ) AS "t53"
      ) AS "t54"
      GROUP BY
        1
    ) AS "t55"
  ) AS "t57"
    ON "t51"."lead_id" = "t57"."origin_lead_id"
), "t65" AS (
  SELECT
    *
  FROM (
    SELECT
      "t45"."lead_id",
      "t45"."occurred_s",
      "t45"."is_talk",
      "t45"."is_early",
      "t45"."is_material",
      "t61"."opened_s",
      "t61"."end_s",
      "t61"."deal_lead_id"
    FROM (
      SELECT
        COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
        "t39"."occurred_s",
        CASE
          WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
            OR (
              "t39"."side" = 'buyer'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t39"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t39"."side" = 'buyer'
            )
          )
          AND (
            "t39"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t39"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t39"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t45"
    INNER JOIN (
      SELECT
        "t59"."opened_s",
        "t59"."end_s",
        "t59"."lead_id" AS "deal_lead_id"
      FROM "t58" AS "t59"
    ) AS "t61"
      ON "t45"."lead_id" = "t61"."deal_lead_id"
  ) AS "t63"
  WHERE
    "t63"."occurred_s" <= "t63"."end_s"
)
SELECT
  "t75"."source",
  "t75"."is_won",
  "t75"."days",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    "t74"."is_won",
    COALESCE("t74"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t74"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t74"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t74"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t74"."material", 0)
    END AS "material",
    CASE
      WHEN CAST((
        CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST((
        CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t74"."everything", 0) > 0
      THEN CAST((
        (
          COALESCE("t74"."touches", 0) * 100
        ) - (
          (
            COALESCE("t74"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t74"."everything", 0) > 0
            THEN COALESCE("t74"."everything", 0)
            ELSE 1
          END
        )
      ) / CASE
        WHEN COALESCE("t74"."everything", 0) > 0
        THEN COALESCE("t74"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
        THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST((
        (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) / CASE
        WHEN CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t64"."lead_id",
      "t64"."is_won",
      "t64"."end_s",
      "t64"."opened_s",
      "t64"."source",
      "t64"."found_by",
      "t73"."per_lead_id",
      "t73"."has_talk",
      "t73"."touches",
      "t73"."material",
      "t73"."first_s",
      "t73"."begin_s",
      "t73"."everything"
    FROM (
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
      FROM "t58" AS "t59"
    ) AS "t64"
    LEFT OUTER JOIN (
      SELECT
        "t71"."lead_id" AS "per_lead_id",
        MAX("t71"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t71"."is_material" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN "t71"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t71"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) OR (
              "t71"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t67"."lead_id",
          "t67"."occurred_s",
          "t67"."is_talk",
          "t67"."is_early",
          "t67"."is_material",
          "t67"."opened_s",
          "t67"."end_s",
          "t67"."deal_lead_id",
          "t70"."begin_lead_id",
          "t70"."has_talk",
          "t70"."begin_s"
        FROM "t65" AS "t67"
        INNER JOIN (
          SELECT
            "t68"."lead_id" AS "begin_lead_id",
            CASE WHEN "t68"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t68"."talk_s" < "t68"."opened_s"
              THEN "t68"."talk_s"
              ELSE "t68"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t66"."lead_id",
              MIN(CASE WHEN "t66"."is_talk" = 1 THEN "t66"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t66"."opened_s") AS "opened_s"
            FROM "t65" AS "t66"
            GROUP BY
              1
          ) AS "t68"
        ) AS "t70"
          ON "t67"."lead_id" = "t70"."begin_lead_id"
      ) AS "t71"
      GROUP BY
        1
    ) AS "t73"
      ON "t64"."lead_id" = "t73"."per_lead_id"
  ) AS "t74"
) AS "t75"
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
), "t47" AS (
  SELECT
    "t46"."lead_id",
    CASE WHEN "t46"."won_s" < 9000000000 THEN 1 ELSE 0 END AS "is_won",
    CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END AS "end_s",
    CASE
      WHEN "t46"."first_s" < CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END
      THEN "t46"."first_s"
      ELSE CASE WHEN "t46"."won_s" < 9000000000 THEN "t46"."won_s" ELSE "t46"."lost_s" END
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
        COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
        "t38"."kind",
        "t38"."occurred_s",
        (
          "t38"."occurred_s" * 4000000000
        ) + "t38"."seq" AS "key"
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
    ) AS "t42"
    GROUP BY
      1
  ) AS "t46"
  WHERE
    (
      "t46"."won_s" < 9000000000
    ) OR (
      "t46"."lost_key" > "t46"."again_key"
    )
), "t58" AS (
  SELECT
    "t51"."lead_id",
    "t51"."is_won",
    "t51"."end_s",
    "t51"."opened_s",
    "t57"."named",
    "t57"."origin_lead_id"
  FROM (
    SELECT
      *
    FROM "t47" AS "t48"
    WHERE
      "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t55"."named",
      "t55"."lead_id" AS "origin_lead_id"
    FROM (
      SELECT
        "t54"."lead_id",
        MIN("t54"."named") AS "named"
      FROM (
        SELECT
          "t53"."lead_id",
          CAST((
            (
              (
                "t53"."occurred_s" - "t53"."end_s"
              ) + 2147483648
            ) * 2147483648
          ) + "t53"."seq" + 1000000000000000000 AS TEXT) || CASE
            WHEN "t53"."side" IN ('buyer', 'marketing')
            THEN 'm'
            ELSE CASE WHEN "t53"."side" = 'sales' THEN 's' ELSE 'u' END
          END || COALESCE("t53"."source", 'unknown') AS "named"
        FROM (
          SELECT
            "t43"."lead_id",
            "t43"."occurred_s",
            "t43"."seq",
            "t43"."side",
            "t43"."source",
            "t52"."end_s",
            "t52"."of_lead_id"
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
              "t48"."end_s",
              "t48"."lead_id" AS "of_lead_id"
            FROM "t47" AS "t48"
            WHERE
              "t48"."end_s" >= ${since_s} AND "t48"."end_s" < ${until_s}
          ) AS "t52"
            ON "t43"."lead_id" = "t52"."of_lead_id"
        ) AS "t53"
      ) AS "t54"
      GROUP BY
        1
    ) AS "t55"
  ) AS "t57"
    ON "t51"."lead_id" = "t57"."origin_lead_id"
), "t65" AS (
  SELECT
    *
  FROM (
    SELECT
      "t45"."lead_id",
      "t45"."occurred_s",
      "t45"."is_talk",
      "t45"."is_early",
      "t45"."is_material",
      "t61"."opened_s",
      "t61"."end_s",
      "t61"."deal_lead_id"
    FROM (
      SELECT
        COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
        "t39"."occurred_s",
        CASE
          WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
          AND (
            COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
            OR (
              "t39"."side" = 'buyer'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_talk",
        CASE
          WHEN NOT (
            "t39"."kind" IN ('call', 'email', 'meeting', 'social')
            AND (
              "t39"."side" = 'buyer'
            )
          )
          AND (
            "t39"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_early",
        CASE
          WHEN "t39"."kind" IN ('asset_sent', 'asset_viewed') AND (
            "t39"."side" <> 'sales'
          )
          THEN 1
          ELSE 0
        END AS "is_material"
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
    ) AS "t45"
    INNER JOIN (
      SELECT
        "t59"."opened_s",
        "t59"."end_s",
        "t59"."lead_id" AS "deal_lead_id"
      FROM "t58" AS "t59"
    ) AS "t61"
      ON "t45"."lead_id" = "t61"."deal_lead_id"
  ) AS "t63"
  WHERE
    "t63"."occurred_s" <= "t63"."end_s"
)
SELECT
  "t75"."source",
  "t75"."is_won",
  "t75"."touches_of_100",
  "t75"."days_of_100",
  COUNT(*) AS "deals"
FROM (
  SELECT
    "t74"."lead_id",
    "t74"."source",
    "t74"."is_won",
    COALESCE("t74"."has_talk", 0) AS "has_talk",
    CASE
      WHEN COALESCE("t74"."touches", 0) > 60
      THEN 60
      ELSE COALESCE("t74"."touches", 0)
    END AS "touches",
    CASE
      WHEN COALESCE("t74"."material", 0) > 60
      THEN 60
      ELSE COALESCE("t74"."material", 0)
    END AS "material",
    CASE
      WHEN CAST((
        CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) / 86400 AS BIGINT) > 730
      THEN 730
      ELSE CAST((
        CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END - (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days",
    CASE
      WHEN COALESCE("t74"."everything", 0) > 0
      THEN CAST((
        (
          COALESCE("t74"."touches", 0) * 100
        ) - (
          (
            COALESCE("t74"."touches", 0) * 100
          ) % CASE
            WHEN COALESCE("t74"."everything", 0) > 0
            THEN COALESCE("t74"."everything", 0)
            ELSE 1
          END
        )
      ) / CASE
        WHEN COALESCE("t74"."everything", 0) > 0
        THEN COALESCE("t74"."everything", 0)
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "touches_of_100",
    CASE
      WHEN CASE
        WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
        THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
        ELSE 0
      END > 0
      THEN CAST((
        (
          CASE
            WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
            THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
            ELSE 0
          END * 100
        ) - (
          (
            CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN COALESCE("t74"."begin_s", 9000000000) - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END * 100
          ) % CASE
            WHEN CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END > 0
            THEN CASE
              WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
              THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
              ELSE 0
            END
            ELSE 1
          END
        )
      ) / CASE
        WHEN CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END > 0
        THEN CASE
          WHEN COALESCE("t74"."first_s", 9000000000) < 9000000000
          THEN "t74"."end_s" - COALESCE("t74"."first_s", 9000000000)
          ELSE 0
        END
        ELSE 1
      END AS BIGINT)
      ELSE 0
    END AS "days_of_100"
  FROM (
    SELECT
      "t64"."lead_id",
      "t64"."is_won",
      "t64"."end_s",
      "t64"."opened_s",
      "t64"."source",
      "t64"."found_by",
      "t73"."per_lead_id",
      "t73"."has_talk",
      "t73"."touches",
      "t73"."material",
      "t73"."first_s",
      "t73"."begin_s",
      "t73"."everything"
    FROM (
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
      FROM "t58" AS "t59"
    ) AS "t64"
    LEFT OUTER JOIN (
      SELECT
        "t71"."lead_id" AS "per_lead_id",
        MAX("t71"."has_talk") AS "has_talk",
        COUNT(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "touches",
        COUNT(
          CASE
            WHEN (
              "t71"."is_material" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "material",
        MIN(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) AND (
              "t71"."occurred_s" < "t71"."begin_s"
            )
            THEN "t71"."occurred_s"
            ELSE 9000000000
          END
        ) AS "first_s",
        MAX("t71"."begin_s") AS "begin_s",
        COUNT(
          CASE
            WHEN (
              "t71"."is_early" = 1
            ) OR (
              "t71"."is_talk" = 1
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END
        ) AS "everything"
      FROM (
        SELECT
          "t67"."lead_id",
          "t67"."occurred_s",
          "t67"."is_talk",
          "t67"."is_early",
          "t67"."is_material",
          "t67"."opened_s",
          "t67"."end_s",
          "t67"."deal_lead_id",
          "t70"."begin_lead_id",
          "t70"."has_talk",
          "t70"."begin_s"
        FROM "t65" AS "t67"
        INNER JOIN (
          SELECT
            "t68"."lead_id" AS "begin_lead_id",
            CASE WHEN "t68"."talk_s" < 9000000000 THEN 1 ELSE 0 END AS "has_talk",
            CASE
              WHEN "t68"."talk_s" < "t68"."opened_s"
              THEN "t68"."talk_s"
              ELSE "t68"."opened_s"
            END AS "begin_s"
          FROM (
            SELECT
              "t66"."lead_id",
              MIN(CASE WHEN "t66"."is_talk" = 1 THEN "t66"."occurred_s" ELSE 9000000000 END) AS "talk_s",
              MIN("t66"."opened_s") AS "opened_s"
            FROM "t65" AS "t66"
            GROUP BY
              1
          ) AS "t68"
        ) AS "t70"
          ON "t67"."lead_id" = "t70"."begin_lead_id"
      ) AS "t71"
      GROUP BY
        1
    ) AS "t73"
      ON "t64"."lead_id" = "t73"."per_lead_id"
  ) AS "t74"
) AS "t75"
GROUP BY
  1,
  2,
  3,
  4
