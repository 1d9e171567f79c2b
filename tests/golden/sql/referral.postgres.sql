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
), "t40" AS (
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
    "t16"."asset_id",
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
      "t9"."worked_s",
      "t9"."asset_id"
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
          AND "t0"."kind" IN ('asset_sent', 'asset_viewed')
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
), "t59" AS (
  SELECT
    *
  FROM (
    SELECT
      "t57"."lead_id",
      "t57"."sent_s",
      "t57"."followed_s",
      CAST("t57"."asset_id" AS VARCHAR) AS "name",
      CASE WHEN "t57"."by_sales" = 1 THEN 'material_sales' ELSE 'material_marketing' END AS "way"
    FROM (
      SELECT
        "t56"."lead_id",
        "t56"."asset_id",
        "t56"."by_sales",
        MIN("t56"."sent_s") AS "sent_s",
        MIN("t56"."seen_s") AS "followed_s"
      FROM (
        SELECT
          "t55"."lead_id",
          "t55"."asset_id",
          "t55"."by_sales",
          "t55"."sent_s",
          CASE
            WHEN COALESCE("t55"."view_s", 9000000000) >= "t55"."sent_s"
            THEN COALESCE("t55"."view_s", 9000000000)
            ELSE 9000000000
          END AS "seen_s"
        FROM (
          SELECT
            "t52"."lead_id",
            "t52"."asset_id",
            "t52"."by_sales",
            "t52"."sent_s",
            "t49"."view_lead_id",
            "t49"."view_asset_id",
            "t49"."view_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t45"."lead_id",
                "t45"."asset_id",
                "t45"."by_sales",
                MIN("t45"."occurred_s") AS "sent_s"
              FROM (
                SELECT
                  COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                  "t41"."asset_id",
                  "t41"."occurred_s",
                  CASE WHEN "t41"."side" = 'sales' THEN 1 ELSE 0 END AS "by_sales"
                FROM "t40" AS "t41"
                WHERE
                  COALESCE("t41"."asset_id", 0) > 0
                  AND "t41"."kind" = 'asset_sent'
                  AND "t41"."side" IN ('sales', 'marketing')
              ) AS "t45"
              GROUP BY
                1,
                2,
                3
            ) AS "t47"
          ) AS "t52"
          LEFT OUTER JOIN (
            SELECT
              "t46"."lead_id" AS "view_lead_id",
              "t46"."asset_id" AS "view_asset_id",
              "t46"."occurred_s" AS "view_s"
            FROM (
              SELECT
                "t44"."lead_id",
                "t44"."asset_id",
                "t44"."occurred_s",
                COUNT(*) AS "views"
              FROM (
                SELECT
                  "t41"."seq",
                  "t41"."id",
                  "t41"."kind",
                  "t41"."occurred_s",
                  "t41"."occurred_month",
                  "t41"."person_id",
                  "t41"."side",
                  "t41"."source",
                  "t41"."value_code",
                  "t41"."value_number",
                  "t41"."points",
                  "t41"."due_s",
                  "t41"."worked_s",
                  "t41"."asset_id",
                  "t41"."lead_id" AS "own_lead_id",
                  COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id"
                FROM "t40" AS "t41"
                WHERE
                  COALESCE("t41"."asset_id", 0) > 0 AND "t41"."kind" = 'asset_viewed'
              ) AS "t44"
              GROUP BY
                1,
                2,
                3
            ) AS "t46"
          ) AS "t49"
            ON "t52"."lead_id" = "t49"."view_lead_id"
            AND "t52"."asset_id" = "t49"."view_asset_id"
        ) AS "t55"
      ) AS "t56"
      GROUP BY
        1,
        2,
        3
    ) AS "t57"
  ) AS "t58"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
      "t38"."occurred_s" AS "sent_s",
      "t38"."occurred_s" AS "followed_s",
      CASE
        WHEN "t38"."kind" = 'email_clicked'
        THEN COALESCE("t38"."campaign", 'unknown')
        ELSE COALESCE("t38"."source", 'unknown')
      END AS "name",
      CASE WHEN "t38"."kind" = 'email_clicked' THEN 'mail' ELSE 'recommendation' END AS "way"
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
        "t14"."campaign",
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
          "t7"."campaign"
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
              AND "t0"."kind" IN ('email_clicked', 'referred')
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
  ) AS "t43"
)
SELECT
  "t72"."way",
  "t72"."name",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t72"."is_followed" = 1 THEN 1 ELSE 0 END) AS "followed",
  SUM(CASE WHEN "t72"."is_ripe" = 1 THEN 1 ELSE 0 END) AS "ripe",
  SUM(CASE WHEN "t72"."came_back" = 1 THEN 1 ELSE 0 END) AS "came_back",
  SUM(CASE WHEN "t72"."talked" = 1 THEN 1 ELSE 0 END) AS "talked",
  SUM(CASE WHEN "t72"."deal" = 1 THEN 1 ELSE 0 END) AS "deal",
  SUM(CASE WHEN "t72"."won" = 1 THEN 1 ELSE 0 END) AS "won"
FROM (
  SELECT
    "t71"."lead_id",
    "t71"."way",
    "t71"."name",
    CASE WHEN "t71"."followed_s" < 9000000000 THEN 1 ELSE 0 END AS "is_followed",
    CASE
      WHEN "t71"."followed_s" <= (
        ${as_of_s} - 2592000
      )
      THEN 1
      ELSE 0
    END AS "is_ripe",
    CASE
      WHEN (
        "t71"."followed_s" <= (
          ${as_of_s} - 2592000
        )
      )
      AND (
        "t71"."followed_s" < 9000000000
      )
      AND (
        COALESCE("t71"."visit_s", 9000000000) <= (
          "t71"."followed_s" + 2592000
        )
      )
      THEN 1
      ELSE 0
    END AS "came_back",
    COALESCE("t71"."talked", 0) AS "talked",
    COALESCE("t71"."deal", 0) AS "deal",
    COALESCE("t71"."won", 0) AS "won"
  FROM (
    SELECT
      "t65"."lead_id",
      "t65"."way",
      "t65"."name",
      "t65"."sent_s",
      "t65"."followed_s",
      "t70"."visit_s",
      "t70"."talked",
      "t70"."deal",
      "t70"."won",
      "t70"."after_lead_id",
      "t70"."after_way",
      "t70"."after_name"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t62"."lead_id",
          "t62"."way",
          "t62"."name",
          MIN("t62"."sent_s") AS "sent_s",
          MIN("t62"."followed_s") AS "followed_s"
        FROM (
          SELECT
            *
          FROM "t59" AS "t60"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t60"."lead_id",
              "t60"."sent_s",
              "t60"."followed_s",
              '' AS "name",
              "t60"."way"
            FROM "t59" AS "t60"
          ) AS "t61"
        ) AS "t62"
        GROUP BY
          1,
          2,
          3
      ) AS "t63"
      WHERE
        "t63"."sent_s" >= ${since_s} AND "t63"."sent_s" < ${until_s}
    ) AS "t65"
    LEFT OUTER JOIN (
      SELECT
        "t68"."visit_s",
        "t68"."talked",
        "t68"."deal",
        "t68"."won",
        "t68"."lead_id" AS "after_lead_id",
        "t68"."way" AS "after_way",
        "t68"."name" AS "after_name"
      FROM (
        SELECT
          "t67"."lead_id",
          "t67"."way",
          "t67"."name",
          MIN(CASE WHEN "t67"."is_visit" = 1 THEN "t67"."later_s" ELSE 9000000000 END) AS "visit_s",
          MAX("t67"."is_talk") AS "talked",
          MAX("t67"."is_deal") AS "deal",
          MAX("t67"."is_won") AS "won"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t65"."lead_id",
              "t65"."way",
              "t65"."name",
              "t65"."sent_s",
              "t65"."followed_s",
              "t54"."is_visit",
              "t54"."is_talk",
              "t54"."is_deal",
              "t54"."is_won",
              "t54"."later_lead_id",
              "t54"."later_s"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t62"."lead_id",
                  "t62"."way",
                  "t62"."name",
                  MIN("t62"."sent_s") AS "sent_s",
                  MIN("t62"."followed_s") AS "followed_s"
                FROM (
                  SELECT
                    *
                  FROM "t59" AS "t60"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t60"."lead_id",
                      "t60"."sent_s",
                      "t60"."followed_s",
                      '' AS "name",
                      "t60"."way"
                    FROM "t59" AS "t60"
                  ) AS "t61"
                ) AS "t62"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t63"
              WHERE
                "t63"."sent_s" >= ${since_s} AND "t63"."sent_s" < ${until_s}
            ) AS "t65"
            INNER JOIN (
              SELECT
                "t51"."is_visit",
                "t51"."is_talk",
                "t51"."is_deal",
                "t51"."is_won",
                "t51"."lead_id" AS "later_lead_id",
                "t51"."occurred_s" AS "later_s"
              FROM (
                SELECT
                  "t42"."lead_id",
                  "t42"."occurred_s",
                  MAX(CASE WHEN "t42"."kind" IN ('page_view', 'form_filled') THEN 1 ELSE 0 END) AS "is_visit",
                  MAX(
                    CASE
                      WHEN "t42"."kind" IN ('call', 'email', 'meeting', 'social')
                      AND (
                        COALESCE("t42"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                        OR (
                          "t42"."side" = 'buyer'
                        )
                      )
                      THEN 1
                      ELSE 0
                    END
                  ) AS "is_talk",
                  MAX(CASE WHEN "t42"."kind" IN ('deal_opened', 'won') THEN 1 ELSE 0 END) AS "is_deal",
                  MAX(CASE WHEN "t42"."kind" = 'won' THEN 1 ELSE 0 END) AS "is_won"
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
                              'call',
                              'deal_opened',
                              'email',
                              'form_filled',
                              'meeting',
                              'page_view',
                              'social',
                              'won'
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
                ) AS "t42"
                GROUP BY
                  1,
                  2
              ) AS "t51"
            ) AS "t54"
              ON "t65"."lead_id" = "t54"."later_lead_id"
          ) AS "t66"
          WHERE
            "t66"."later_s" > "t66"."followed_s"
        ) AS "t67"
        GROUP BY
          1,
          2,
          3
      ) AS "t68"
    ) AS "t70"
      ON "t65"."lead_id" = "t70"."after_lead_id"
      AND "t65"."way" = "t70"."after_way"
      AND "t65"."name" = "t70"."after_name"
  ) AS "t71"
) AS "t72"
GROUP BY
  1,
  2
