-- ways
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
), "t67" AS (
  SELECT
    *
  FROM (
    SELECT
      "t65"."lead_id",
      "t65"."sent_s",
      "t65"."followed_s",
      CAST("t65"."asset_id" AS VARCHAR) AS "name",
      CASE WHEN "t65"."by_sales" = 1 THEN 'material_sales' ELSE 'material_marketing' END AS "way"
    FROM (
      SELECT
        "t64"."lead_id",
        "t64"."asset_id",
        "t64"."by_sales",
        MIN("t64"."sent_s") AS "sent_s",
        MIN("t64"."seen_s") AS "followed_s"
      FROM (
        SELECT
          "t63"."lead_id",
          "t63"."asset_id",
          "t63"."by_sales",
          "t63"."sent_s",
          CASE
            WHEN COALESCE("t63"."view_s", 9000000000) >= "t63"."sent_s"
            THEN COALESCE("t63"."view_s", 9000000000)
            ELSE 9000000000
          END AS "seen_s"
        FROM (
          SELECT
            "t60"."lead_id",
            "t60"."asset_id",
            "t60"."by_sales",
            "t60"."sent_s",
            "t59"."view_lead_id",
            "t59"."view_asset_id",
            "t59"."view_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t50"."lead_id",
                "t50"."asset_id",
                "t50"."by_sales",
                MIN("t50"."occurred_s") AS "sent_s"
              FROM (
                SELECT
                  COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
                  "t45"."asset_id",
                  "t45"."occurred_s",
                  CASE WHEN "t45"."side" = 'sales' THEN 1 ELSE 0 END AS "by_sales"
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
                    "t23"."asset_id",
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
                      "t12"."worked_s",
                      "t12"."asset_id"
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
                          AND "t0"."kind" IN ('asset_sent')
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
                WHERE
                  COALESCE("t45"."asset_id", 0) > 0 AND "t45"."side" IN ('sales', 'marketing')
              ) AS "t50"
              GROUP BY
                1,
                2,
                3
            ) AS "t55"
          ) AS "t60"
          LEFT OUTER JOIN (
            SELECT
              "t53"."lead_id" AS "view_lead_id",
              "t53"."asset_id" AS "view_asset_id",
              "t53"."occurred_s" AS "view_s"
            FROM (
              SELECT
                "t51"."lead_id",
                "t51"."asset_id",
                "t51"."occurred_s",
                COUNT(*) AS "views"
              FROM (
                SELECT
                  COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                  "t46"."asset_id",
                  "t46"."occurred_s"
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
                    "t25"."asset_id",
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
                      "t14"."asset_id"
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
                          AND "t0"."kind" IN ('asset_viewed')
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
                WHERE
                  COALESCE("t46"."asset_id", 0) > 0
              ) AS "t51"
              GROUP BY
                1,
                2,
                3
            ) AS "t53"
          ) AS "t59"
            ON "t60"."lead_id" = "t59"."view_lead_id"
            AND "t60"."asset_id" = "t59"."view_asset_id"
        ) AS "t63"
      ) AS "t64"
      GROUP BY
        1,
        2,
        3
    ) AS "t65"
  ) AS "t66"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
      "t44"."occurred_s" AS "sent_s",
      "t44"."occurred_s" AS "followed_s",
      CASE
        WHEN "t44"."kind" = 'email_clicked'
        THEN COALESCE("t44"."campaign", 'unknown')
        ELSE COALESCE("t44"."source", 'unknown')
      END AS "name",
      CASE WHEN "t44"."kind" = 'email_clicked' THEN 'mail' ELSE 'recommendation' END AS "way"
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
        "t22"."campaign",
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
          "t11"."worked_s",
          "t11"."campaign"
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
  ) AS "t49"
), "t71" AS (
  SELECT
    "t70"."lead_id",
    "t70"."way",
    "t70"."name",
    MIN("t70"."sent_s") AS "sent_s",
    MIN("t70"."followed_s") AS "followed_s"
  FROM (
    SELECT
      *
    FROM "t67" AS "t68"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t68"."lead_id",
        "t68"."sent_s",
        "t68"."followed_s",
        '' AS "name",
        "t68"."way"
      FROM "t67" AS "t68"
    ) AS "t69"
  ) AS "t70"
  GROUP BY
    1,
    2,
    3
)
SELECT
  "t87"."way",
  "t87"."name",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t87"."is_followed" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "followed",
  COUNT(CASE WHEN "t87"."is_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe",
  COUNT(CASE WHEN "t87"."came_back" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "came_back",
  COUNT(CASE WHEN "t87"."talked" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked",
  COUNT(CASE WHEN "t87"."deal" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "deal",
  COUNT(CASE WHEN "t87"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t86"."lead_id",
    "t86"."way",
    "t86"."name",
    CASE WHEN "t86"."followed_s" < 9000000000 THEN 1 ELSE 0 END AS "is_followed",
    CASE
      WHEN "t86"."followed_s" <= (
        ${as_of_s} - 2592000
      )
      THEN 1
      ELSE 0
    END AS "is_ripe",
    CASE
      WHEN (
        "t86"."followed_s" <= (
          ${as_of_s} - 2592000
        )
      )
      AND (
        COALESCE("t86"."visits", 0) > 0
      )
      THEN 1
      ELSE 0
    END AS "came_back",
    CASE WHEN "t86"."talk_s" > "t86"."followed_s" THEN 1 ELSE 0 END AS "talked",
    CASE WHEN "t86"."deal_s" > "t86"."followed_s" THEN 1 ELSE 0 END AS "deal",
    CASE WHEN "t86"."won_s" > "t86"."followed_s" THEN 1 ELSE 0 END AS "won"
  FROM (
    SELECT
      "t81"."lead_id",
      "t81"."way",
      "t81"."name",
      "t81"."sent_s",
      "t81"."followed_s",
      "t81"."talk_s",
      "t81"."deal_s",
      "t81"."won_s",
      "t85"."back_lead_id",
      "t85"."back_followed_s",
      "t85"."visits"
    FROM (
      SELECT
        "t78"."lead_id",
        "t78"."way",
        "t78"."name",
        "t78"."sent_s",
        "t78"."followed_s",
        COALESCE("t78"."talk_s", -9000000000) AS "talk_s",
        COALESCE("t78"."deal_s", -9000000000) AS "deal_s",
        COALESCE("t78"."won_s", -9000000000) AS "won_s"
      FROM (
        SELECT
          "t75"."lead_id",
          "t75"."way",
          "t75"."name",
          "t75"."sent_s",
          "t75"."followed_s",
          "t62"."last_lead_id",
          "t62"."talk_s",
          "t62"."deal_s",
          "t62"."won_s"
        FROM (
          SELECT
            *
          FROM "t71" AS "t72"
          WHERE
            "t72"."sent_s" >= ${since_s} AND "t72"."sent_s" < ${until_s}
        ) AS "t75"
        LEFT OUTER JOIN (
          SELECT
            "t47"."lead_id" AS "last_lead_id",
            MAX(
              CASE
                WHEN "t47"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  COALESCE("t47"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                  OR (
                    "t47"."side" = 'buyer'
                  )
                )
                THEN "t47"."occurred_s"
                ELSE -9000000000
              END
            ) AS "talk_s",
            MAX(
              CASE
                WHEN "t47"."kind" IN ('deal_opened', 'won')
                THEN "t47"."occurred_s"
                ELSE -9000000000
              END
            ) AS "deal_s",
            MAX(CASE WHEN "t47"."kind" = 'won' THEN "t47"."occurred_s" ELSE -9000000000 END) AS "won_s"
          FROM (
            SELECT
              "t42"."seq",
              "t42"."kind",
              "t42"."occurred_s",
              "t42"."occurred_month",
              "t42"."person_id",
              "t42"."side",
              "t42"."source",
              "t42"."value_code",
              "t42"."value_number",
              "t42"."points",
              "t42"."due_s",
              "t42"."worked_s",
              "t42"."lead_id" AS "own_lead_id",
              COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id"
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
                      AND "t0"."kind" IN ('call', 'deal_opened', 'email', 'meeting', 'social', 'won')
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
          ) AS "t47"
          GROUP BY
            1
        ) AS "t62"
          ON "t75"."lead_id" = "t62"."last_lead_id"
      ) AS "t78"
    ) AS "t81"
    LEFT OUTER JOIN (
      SELECT
        "t83"."back_lead_id",
        "t83"."back_followed_s",
        COUNT(*) AS "visits"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t79"."back_lead_id",
            "t79"."back_followed_s",
            "t79"."links",
            "t56"."visit_lead_id",
            "t56"."visit_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t74"."lead_id" AS "back_lead_id",
                "t74"."followed_s" AS "back_followed_s",
                COUNT(*) AS "links"
              FROM (
                SELECT
                  *
                FROM "t71" AS "t72"
                WHERE
                  "t72"."sent_s" >= ${since_s}
                  AND "t72"."sent_s" < ${until_s}
                  AND "t72"."followed_s" < 9000000000
              ) AS "t74"
              GROUP BY
                1,
                2
            ) AS "t76"
          ) AS "t79"
          INNER JOIN (
            SELECT
              "t52"."lead_id" AS "visit_lead_id",
              "t52"."occurred_s" AS "visit_s"
            FROM (
              SELECT
                "t48"."lead_id",
                "t48"."occurred_s",
                COUNT(*) AS "times"
              FROM (
                SELECT
                  COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                  "t43"."occurred_s"
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
                          AND "t0"."kind" IN ('form_filled', 'page_view')
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
              ) AS "t48"
              GROUP BY
                1,
                2
            ) AS "t52"
          ) AS "t56"
            ON "t79"."back_lead_id" = "t56"."visit_lead_id"
        ) AS "t82"
        WHERE
          "t82"."visit_s" > "t82"."back_followed_s"
          AND "t82"."visit_s" <= (
            "t82"."back_followed_s" + 2592000
          )
      ) AS "t83"
      GROUP BY
        1,
        2
    ) AS "t85"
      ON "t81"."lead_id" = "t85"."back_lead_id"
      AND "t81"."followed_s" = "t85"."back_followed_s"
  ) AS "t86"
) AS "t87"
GROUP BY
  1,
  2

-- in_all
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
), "t67" AS (
  SELECT
    *
  FROM (
    SELECT
      "t65"."lead_id",
      "t65"."sent_s",
      "t65"."followed_s",
      CAST("t65"."asset_id" AS VARCHAR) AS "name",
      CASE WHEN "t65"."by_sales" = 1 THEN 'material_sales' ELSE 'material_marketing' END AS "way"
    FROM (
      SELECT
        "t64"."lead_id",
        "t64"."asset_id",
        "t64"."by_sales",
        MIN("t64"."sent_s") AS "sent_s",
        MIN("t64"."seen_s") AS "followed_s"
      FROM (
        SELECT
          "t63"."lead_id",
          "t63"."asset_id",
          "t63"."by_sales",
          "t63"."sent_s",
          CASE
            WHEN COALESCE("t63"."view_s", 9000000000) >= "t63"."sent_s"
            THEN COALESCE("t63"."view_s", 9000000000)
            ELSE 9000000000
          END AS "seen_s"
        FROM (
          SELECT
            "t60"."lead_id",
            "t60"."asset_id",
            "t60"."by_sales",
            "t60"."sent_s",
            "t59"."view_lead_id",
            "t59"."view_asset_id",
            "t59"."view_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t50"."lead_id",
                "t50"."asset_id",
                "t50"."by_sales",
                MIN("t50"."occurred_s") AS "sent_s"
              FROM (
                SELECT
                  COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
                  "t45"."asset_id",
                  "t45"."occurred_s",
                  CASE WHEN "t45"."side" = 'sales' THEN 1 ELSE 0 END AS "by_sales"
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
                    "t23"."asset_id",
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
                      "t12"."worked_s",
                      "t12"."asset_id"
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
                          AND "t0"."kind" IN ('asset_sent')
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
                WHERE
                  COALESCE("t45"."asset_id", 0) > 0 AND "t45"."side" IN ('sales', 'marketing')
              ) AS "t50"
              GROUP BY
                1,
                2,
                3
            ) AS "t55"
          ) AS "t60"
          LEFT OUTER JOIN (
            SELECT
              "t53"."lead_id" AS "view_lead_id",
              "t53"."asset_id" AS "view_asset_id",
              "t53"."occurred_s" AS "view_s"
            FROM (
              SELECT
                "t51"."lead_id",
                "t51"."asset_id",
                "t51"."occurred_s",
                COUNT(*) AS "views"
              FROM (
                SELECT
                  COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                  "t46"."asset_id",
                  "t46"."occurred_s"
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
                    "t25"."asset_id",
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
                      "t14"."asset_id"
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
                          AND "t0"."kind" IN ('asset_viewed')
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
                WHERE
                  COALESCE("t46"."asset_id", 0) > 0
              ) AS "t51"
              GROUP BY
                1,
                2,
                3
            ) AS "t53"
          ) AS "t59"
            ON "t60"."lead_id" = "t59"."view_lead_id"
            AND "t60"."asset_id" = "t59"."view_asset_id"
        ) AS "t63"
      ) AS "t64"
      GROUP BY
        1,
        2,
        3
    ) AS "t65"
  ) AS "t66"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
      "t44"."occurred_s" AS "sent_s",
      "t44"."occurred_s" AS "followed_s",
      CASE
        WHEN "t44"."kind" = 'email_clicked'
        THEN COALESCE("t44"."campaign", 'unknown')
        ELSE COALESCE("t44"."source", 'unknown')
      END AS "name",
      CASE WHEN "t44"."kind" = 'email_clicked' THEN 'mail' ELSE 'recommendation' END AS "way"
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
        "t22"."campaign",
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
          "t11"."worked_s",
          "t11"."campaign"
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
  ) AS "t49"
), "t71" AS (
  SELECT
    "t70"."lead_id",
    "t70"."way",
    "t70"."name",
    MIN("t70"."sent_s") AS "sent_s",
    MIN("t70"."followed_s") AS "followed_s"
  FROM (
    SELECT
      *
    FROM "t67" AS "t68"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t68"."lead_id",
        "t68"."sent_s",
        "t68"."followed_s",
        '' AS "name",
        "t68"."way"
      FROM "t67" AS "t68"
    ) AS "t69"
  ) AS "t70"
  GROUP BY
    1,
    2,
    3
)
SELECT
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t88"."is_followed" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "followed",
  COUNT(CASE WHEN "t88"."is_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe",
  COUNT(CASE WHEN "t88"."came_back" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "came_back",
  COUNT(CASE WHEN "t88"."talked" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked",
  COUNT(CASE WHEN "t88"."deal" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "deal",
  COUNT(CASE WHEN "t88"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t87"."lead_id",
    MAX("t87"."is_followed") AS "is_followed",
    MAX("t87"."is_ripe") AS "is_ripe",
    MAX("t87"."came_back") AS "came_back",
    MAX("t87"."talked") AS "talked",
    MAX("t87"."deal") AS "deal",
    MAX("t87"."won") AS "won"
  FROM (
    SELECT
      "t86"."lead_id",
      "t86"."way",
      "t86"."name",
      CASE WHEN "t86"."followed_s" < 9000000000 THEN 1 ELSE 0 END AS "is_followed",
      CASE
        WHEN "t86"."followed_s" <= (
          ${as_of_s} - 2592000
        )
        THEN 1
        ELSE 0
      END AS "is_ripe",
      CASE
        WHEN (
          "t86"."followed_s" <= (
            ${as_of_s} - 2592000
          )
        )
        AND (
          COALESCE("t86"."visits", 0) > 0
        )
        THEN 1
        ELSE 0
      END AS "came_back",
      CASE WHEN "t86"."talk_s" > "t86"."followed_s" THEN 1 ELSE 0 END AS "talked",
      CASE WHEN "t86"."deal_s" > "t86"."followed_s" THEN 1 ELSE 0 END AS "deal",
      CASE WHEN "t86"."won_s" > "t86"."followed_s" THEN 1 ELSE 0 END AS "won"
    FROM (
      SELECT
        "t81"."lead_id",
        "t81"."way",
        "t81"."name",
        "t81"."sent_s",
        "t81"."followed_s",
        "t81"."talk_s",
        "t81"."deal_s",
        "t81"."won_s",
        "t85"."back_lead_id",
        "t85"."back_followed_s",
        "t85"."visits"
      FROM (
        SELECT
          "t78"."lead_id",
          "t78"."way",
          "t78"."name",
          "t78"."sent_s",
          "t78"."followed_s",
          COALESCE("t78"."talk_s", -9000000000) AS "talk_s",
          COALESCE("t78"."deal_s", -9000000000) AS "deal_s",
          COALESCE("t78"."won_s", -9000000000) AS "won_s"
        FROM (
          SELECT
            "t75"."lead_id",
            "t75"."way",
            "t75"."name",
            "t75"."sent_s",
            "t75"."followed_s",
            "t62"."last_lead_id",
            "t62"."talk_s",
            "t62"."deal_s",
            "t62"."won_s"
          FROM (
            SELECT
              *
            FROM "t71" AS "t72"
            WHERE
              "t72"."sent_s" >= ${since_s} AND "t72"."sent_s" < ${until_s}
          ) AS "t75"
          LEFT OUTER JOIN (
            SELECT
              "t47"."lead_id" AS "last_lead_id",
              MAX(
                CASE
                  WHEN "t47"."kind" IN ('call', 'email', 'meeting', 'social')
                  AND (
                    COALESCE("t47"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                    OR (
                      "t47"."side" = 'buyer'
                    )
                  )
                  THEN "t47"."occurred_s"
                  ELSE -9000000000
                END
              ) AS "talk_s",
              MAX(
                CASE
                  WHEN "t47"."kind" IN ('deal_opened', 'won')
                  THEN "t47"."occurred_s"
                  ELSE -9000000000
                END
              ) AS "deal_s",
              MAX(CASE WHEN "t47"."kind" = 'won' THEN "t47"."occurred_s" ELSE -9000000000 END) AS "won_s"
            FROM (
              SELECT
                "t42"."seq",
                "t42"."kind",
                "t42"."occurred_s",
                "t42"."occurred_month",
                "t42"."person_id",
                "t42"."side",
                "t42"."source",
                "t42"."value_code",
                "t42"."value_number",
                "t42"."points",
                "t42"."due_s",
                "t42"."worked_s",
                "t42"."lead_id" AS "own_lead_id",
                COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id"
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
                        AND "t0"."kind" IN ('call', 'deal_opened', 'email', 'meeting', 'social', 'won')
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
            ) AS "t47"
            GROUP BY
              1
          ) AS "t62"
            ON "t75"."lead_id" = "t62"."last_lead_id"
        ) AS "t78"
      ) AS "t81"
      LEFT OUTER JOIN (
        SELECT
          "t83"."back_lead_id",
          "t83"."back_followed_s",
          COUNT(*) AS "visits"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t79"."back_lead_id",
              "t79"."back_followed_s",
              "t79"."links",
              "t56"."visit_lead_id",
              "t56"."visit_s"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t74"."lead_id" AS "back_lead_id",
                  "t74"."followed_s" AS "back_followed_s",
                  COUNT(*) AS "links"
                FROM (
                  SELECT
                    *
                  FROM "t71" AS "t72"
                  WHERE
                    "t72"."sent_s" >= ${since_s}
                    AND "t72"."sent_s" < ${until_s}
                    AND "t72"."followed_s" < 9000000000
                ) AS "t74"
                GROUP BY
                  1,
                  2
              ) AS "t76"
            ) AS "t79"
            INNER JOIN (
              SELECT
                "t52"."lead_id" AS "visit_lead_id",
                "t52"."occurred_s" AS "visit_s"
              FROM (
                SELECT
                  "t48"."lead_id",
                  "t48"."occurred_s",
                  COUNT(*) AS "times"
                FROM (
                  SELECT
                    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
                    "t43"."occurred_s"
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
                            AND "t0"."kind" IN ('form_filled', 'page_view')
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
                ) AS "t48"
                GROUP BY
                  1,
                  2
              ) AS "t52"
            ) AS "t56"
              ON "t79"."back_lead_id" = "t56"."visit_lead_id"
          ) AS "t82"
          WHERE
            "t82"."visit_s" > "t82"."back_followed_s"
            AND "t82"."visit_s" <= (
              "t82"."back_followed_s" + 2592000
            )
        ) AS "t83"
        GROUP BY
          1,
          2
      ) AS "t85"
        ON "t81"."lead_id" = "t85"."back_lead_id"
        AND "t81"."followed_s" = "t85"."back_followed_s"
    ) AS "t86"
    WHERE
      "t86"."name" = ''
  ) AS "t87"
  GROUP BY
    1
) AS "t88"
