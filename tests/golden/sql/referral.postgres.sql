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
    "t13"."seq",
    CAST(CASE
      WHEN "t13"."kind" = 'merged'
      THEN COALESCE("t13"."value_number", 0.0)
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
          FROM "t7"
        )
      )
  ) AS "t13"
), "t35" AS (
  SELECT
    "t34"."lead_id" AS "gone_id",
    MAX("t34"."target_id") AS "into_id",
    MAX("t34"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t24" AS "t26"
      WHERE
        "t26"."seq" IN (
          SELECT
            "t31"."last_seq"
          FROM (
            SELECT
              "t30"."lead_id",
              MAX("t30"."seq") AS "last_seq"
            FROM (
              SELECT
                "t27"."lead_id",
                "t27"."occurred_s",
                "t27"."seq",
                "t27"."target_id",
                "t29"."last_s"
              FROM "t24" AS "t27"
              INNER JOIN (
                SELECT
                  "t26"."lead_id",
                  MAX("t26"."occurred_s") AS "last_s"
                FROM "t24" AS "t26"
                GROUP BY
                  1
              ) AS "t29"
                ON "t27"."lead_id" = "t29"."lead_id" AND "t27"."occurred_s" = "t29"."last_s"
            ) AS "t30"
            GROUP BY
              1
          ) AS "t31"
        )
    ) AS "t33"
    WHERE
      "t33"."target_id" <> 0 AND "t33"."target_id" <> "t33"."lead_id"
  ) AS "t34"
  GROUP BY
    1
), "t71" AS (
  SELECT
    *
  FROM (
    SELECT
      "t69"."lead_id",
      "t69"."sent_s",
      "t69"."followed_s",
      CAST("t69"."asset_id" AS VARCHAR) AS "name",
      CASE WHEN "t69"."by_sales" = 1 THEN 'material_sales' ELSE 'material_marketing' END AS "way"
    FROM (
      SELECT
        "t68"."lead_id",
        "t68"."asset_id",
        "t68"."by_sales",
        MIN("t68"."sent_s") AS "sent_s",
        MIN("t68"."seen_s") AS "followed_s"
      FROM (
        SELECT
          "t67"."lead_id",
          "t67"."asset_id",
          "t67"."by_sales",
          "t67"."sent_s",
          CASE
            WHEN COALESCE("t67"."view_s", 9000000000) >= "t67"."sent_s"
            THEN COALESCE("t67"."view_s", 9000000000)
            ELSE 9000000000
          END AS "seen_s"
        FROM (
          SELECT
            "t64"."lead_id",
            "t64"."asset_id",
            "t64"."by_sales",
            "t64"."sent_s",
            "t63"."view_lead_id",
            "t63"."view_asset_id",
            "t63"."view_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t54"."lead_id",
                "t54"."asset_id",
                "t54"."by_sales",
                MIN("t54"."occurred_s") AS "sent_s"
              FROM (
                SELECT
                  COALESCE("t49"."into_id", "t49"."lead_id") AS "lead_id",
                  "t49"."asset_id",
                  "t49"."occurred_s",
                  CASE WHEN "t49"."side" = 'sales' THEN 1 ELSE 0 END AS "by_sales"
                FROM (
                  SELECT
                    "t23"."seq",
                    "t23"."id",
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
                    "t45"."gone_id",
                    "t45"."into_id"
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
                      "t43"."gone_id",
                      COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t42"."gone_id",
                        "t42"."merged_s",
                        "t42"."into_id",
                        "t39"."via_id",
                        "t39"."onward_id"
                      FROM (
                        SELECT
                          "t40"."gone_id",
                          "t40"."merged_s",
                          COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t37"."gone_id",
                            "t37"."into_id",
                            "t37"."merged_s",
                            "t39"."via_id",
                            "t39"."onward_id"
                          FROM "t35" AS "t37"
                          LEFT OUTER JOIN (
                            SELECT
                              "t36"."gone_id" AS "via_id",
                              "t36"."into_id" AS "onward_id"
                            FROM "t35" AS "t36"
                          ) AS "t39"
                            ON "t37"."into_id" = "t39"."via_id"
                        ) AS "t40"
                      ) AS "t42"
                      LEFT OUTER JOIN (
                        SELECT
                          "t36"."gone_id" AS "via_id",
                          "t36"."into_id" AS "onward_id"
                        FROM "t35" AS "t36"
                      ) AS "t39"
                        ON "t42"."into_id" = "t39"."via_id"
                    ) AS "t43"
                  ) AS "t45"
                    ON "t23"."lead_id" = "t45"."gone_id"
                ) AS "t49"
                WHERE
                  COALESCE("t49"."asset_id", 0) > 0 AND "t49"."side" IN ('sales', 'marketing')
              ) AS "t54"
              GROUP BY
                1,
                2,
                3
            ) AS "t59"
          ) AS "t64"
          LEFT OUTER JOIN (
            SELECT
              "t57"."lead_id" AS "view_lead_id",
              "t57"."asset_id" AS "view_asset_id",
              "t57"."occurred_s" AS "view_s"
            FROM (
              SELECT
                "t55"."lead_id",
                "t55"."asset_id",
                "t55"."occurred_s",
                COUNT(*) AS "views"
              FROM (
                SELECT
                  COALESCE("t50"."into_id", "t50"."lead_id") AS "lead_id",
                  "t50"."asset_id",
                  "t50"."occurred_s"
                FROM (
                  SELECT
                    "t25"."seq",
                    "t25"."id",
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
                    "t45"."gone_id",
                    "t45"."into_id"
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
                      "t43"."gone_id",
                      COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t42"."gone_id",
                        "t42"."merged_s",
                        "t42"."into_id",
                        "t39"."via_id",
                        "t39"."onward_id"
                      FROM (
                        SELECT
                          "t40"."gone_id",
                          "t40"."merged_s",
                          COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t37"."gone_id",
                            "t37"."into_id",
                            "t37"."merged_s",
                            "t39"."via_id",
                            "t39"."onward_id"
                          FROM "t35" AS "t37"
                          LEFT OUTER JOIN (
                            SELECT
                              "t36"."gone_id" AS "via_id",
                              "t36"."into_id" AS "onward_id"
                            FROM "t35" AS "t36"
                          ) AS "t39"
                            ON "t37"."into_id" = "t39"."via_id"
                        ) AS "t40"
                      ) AS "t42"
                      LEFT OUTER JOIN (
                        SELECT
                          "t36"."gone_id" AS "via_id",
                          "t36"."into_id" AS "onward_id"
                        FROM "t35" AS "t36"
                      ) AS "t39"
                        ON "t42"."into_id" = "t39"."via_id"
                    ) AS "t43"
                  ) AS "t45"
                    ON "t25"."lead_id" = "t45"."gone_id"
                ) AS "t50"
                WHERE
                  COALESCE("t50"."asset_id", 0) > 0
              ) AS "t55"
              GROUP BY
                1,
                2,
                3
            ) AS "t57"
          ) AS "t63"
            ON "t64"."lead_id" = "t63"."view_lead_id"
            AND "t64"."asset_id" = "t63"."view_asset_id"
        ) AS "t67"
      ) AS "t68"
      GROUP BY
        1,
        2,
        3
    ) AS "t69"
  ) AS "t70"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
      "t48"."occurred_s" AS "sent_s",
      "t48"."occurred_s" AS "followed_s",
      CASE
        WHEN "t48"."kind" = 'email_clicked'
        THEN COALESCE("t48"."campaign", 'unknown')
        ELSE COALESCE("t48"."source", 'unknown')
      END AS "name",
      CASE WHEN "t48"."kind" = 'email_clicked' THEN 'mail' ELSE 'recommendation' END AS "way"
    FROM (
      SELECT
        "t22"."seq",
        "t22"."id",
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
        "t45"."gone_id",
        "t45"."into_id"
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
          "t43"."gone_id",
          COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
        FROM (
          SELECT
            "t42"."gone_id",
            "t42"."merged_s",
            "t42"."into_id",
            "t39"."via_id",
            "t39"."onward_id"
          FROM (
            SELECT
              "t40"."gone_id",
              "t40"."merged_s",
              COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
            FROM (
              SELECT
                "t37"."gone_id",
                "t37"."into_id",
                "t37"."merged_s",
                "t39"."via_id",
                "t39"."onward_id"
              FROM "t35" AS "t37"
              LEFT OUTER JOIN (
                SELECT
                  "t36"."gone_id" AS "via_id",
                  "t36"."into_id" AS "onward_id"
                FROM "t35" AS "t36"
              ) AS "t39"
                ON "t37"."into_id" = "t39"."via_id"
            ) AS "t40"
          ) AS "t42"
          LEFT OUTER JOIN (
            SELECT
              "t36"."gone_id" AS "via_id",
              "t36"."into_id" AS "onward_id"
            FROM "t35" AS "t36"
          ) AS "t39"
            ON "t42"."into_id" = "t39"."via_id"
        ) AS "t43"
      ) AS "t45"
        ON "t22"."lead_id" = "t45"."gone_id"
    ) AS "t48"
  ) AS "t53"
), "t75" AS (
  SELECT
    "t74"."lead_id",
    "t74"."way",
    "t74"."name",
    MIN("t74"."sent_s") AS "sent_s",
    MIN("t74"."followed_s") AS "followed_s"
  FROM (
    SELECT
      *
    FROM "t71" AS "t72"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t72"."lead_id",
        "t72"."sent_s",
        "t72"."followed_s",
        '' AS "name",
        "t72"."way"
      FROM "t71" AS "t72"
    ) AS "t73"
  ) AS "t74"
  GROUP BY
    1,
    2,
    3
)
SELECT
  "t91"."way",
  "t91"."name",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t91"."is_followed" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "followed",
  COUNT(CASE WHEN "t91"."is_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe",
  COUNT(CASE WHEN "t91"."came_back" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "came_back",
  COUNT(CASE WHEN "t91"."talked" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked",
  COUNT(CASE WHEN "t91"."deal" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "deal",
  COUNT(CASE WHEN "t91"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t90"."lead_id",
    "t90"."way",
    "t90"."name",
    CASE WHEN "t90"."followed_s" < 9000000000 THEN 1 ELSE 0 END AS "is_followed",
    CASE
      WHEN "t90"."followed_s" <= (
        ${as_of_s} - 2592000
      )
      THEN 1
      ELSE 0
    END AS "is_ripe",
    CASE
      WHEN (
        "t90"."followed_s" <= (
          ${as_of_s} - 2592000
        )
      )
      AND (
        COALESCE("t90"."visits", 0) > 0
      )
      THEN 1
      ELSE 0
    END AS "came_back",
    CASE WHEN "t90"."talk_s" > "t90"."followed_s" THEN 1 ELSE 0 END AS "talked",
    CASE WHEN "t90"."deal_s" > "t90"."followed_s" THEN 1 ELSE 0 END AS "deal",
    CASE WHEN "t90"."won_s" > "t90"."followed_s" THEN 1 ELSE 0 END AS "won"
  FROM (
    SELECT
      "t85"."lead_id",
      "t85"."way",
      "t85"."name",
      "t85"."sent_s",
      "t85"."followed_s",
      "t85"."talk_s",
      "t85"."deal_s",
      "t85"."won_s",
      "t89"."back_lead_id",
      "t89"."back_followed_s",
      "t89"."visits"
    FROM (
      SELECT
        "t82"."lead_id",
        "t82"."way",
        "t82"."name",
        "t82"."sent_s",
        "t82"."followed_s",
        COALESCE("t82"."talk_s", -9000000000) AS "talk_s",
        COALESCE("t82"."deal_s", -9000000000) AS "deal_s",
        COALESCE("t82"."won_s", -9000000000) AS "won_s"
      FROM (
        SELECT
          "t79"."lead_id",
          "t79"."way",
          "t79"."name",
          "t79"."sent_s",
          "t79"."followed_s",
          "t66"."last_lead_id",
          "t66"."talk_s",
          "t66"."deal_s",
          "t66"."won_s"
        FROM (
          SELECT
            *
          FROM "t75" AS "t76"
          WHERE
            "t76"."sent_s" >= ${since_s} AND "t76"."sent_s" < ${until_s}
        ) AS "t79"
        LEFT OUTER JOIN (
          SELECT
            "t51"."lead_id" AS "last_lead_id",
            MAX(
              CASE
                WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  COALESCE("t51"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                  OR (
                    "t51"."side" = 'buyer'
                  )
                )
                THEN "t51"."occurred_s"
                ELSE -9000000000
              END
            ) AS "talk_s",
            MAX(
              CASE
                WHEN "t51"."kind" IN ('deal_opened', 'won')
                THEN "t51"."occurred_s"
                ELSE -9000000000
              END
            ) AS "deal_s",
            MAX(CASE WHEN "t51"."kind" = 'won' THEN "t51"."occurred_s" ELSE -9000000000 END) AS "won_s"
          FROM (
            SELECT
              "t46"."seq",
              "t46"."id",
              "t46"."kind",
              "t46"."occurred_s",
              "t46"."occurred_month",
              "t46"."person_id",
              "t46"."side",
              "t46"."source",
              "t46"."value_code",
              "t46"."value_number",
              "t46"."points",
              "t46"."due_s",
              "t46"."worked_s",
              "t46"."lead_id" AS "own_lead_id",
              COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id"
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
                "t45"."gone_id",
                "t45"."into_id"
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
                  "t43"."gone_id",
                  COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t42"."gone_id",
                    "t42"."merged_s",
                    "t42"."into_id",
                    "t39"."via_id",
                    "t39"."onward_id"
                  FROM (
                    SELECT
                      "t40"."gone_id",
                      "t40"."merged_s",
                      COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t37"."gone_id",
                        "t37"."into_id",
                        "t37"."merged_s",
                        "t39"."via_id",
                        "t39"."onward_id"
                      FROM "t35" AS "t37"
                      LEFT OUTER JOIN (
                        SELECT
                          "t36"."gone_id" AS "via_id",
                          "t36"."into_id" AS "onward_id"
                        FROM "t35" AS "t36"
                      ) AS "t39"
                        ON "t37"."into_id" = "t39"."via_id"
                    ) AS "t40"
                  ) AS "t42"
                  LEFT OUTER JOIN (
                    SELECT
                      "t36"."gone_id" AS "via_id",
                      "t36"."into_id" AS "onward_id"
                    FROM "t35" AS "t36"
                  ) AS "t39"
                    ON "t42"."into_id" = "t39"."via_id"
                ) AS "t43"
              ) AS "t45"
                ON "t20"."lead_id" = "t45"."gone_id"
            ) AS "t46"
          ) AS "t51"
          GROUP BY
            1
        ) AS "t66"
          ON "t79"."lead_id" = "t66"."last_lead_id"
      ) AS "t82"
    ) AS "t85"
    LEFT OUTER JOIN (
      SELECT
        "t87"."back_lead_id",
        "t87"."back_followed_s",
        COUNT(*) AS "visits"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t83"."back_lead_id",
            "t83"."back_followed_s",
            "t83"."links",
            "t60"."visit_lead_id",
            "t60"."visit_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t78"."lead_id" AS "back_lead_id",
                "t78"."followed_s" AS "back_followed_s",
                COUNT(*) AS "links"
              FROM (
                SELECT
                  *
                FROM "t75" AS "t76"
                WHERE
                  "t76"."sent_s" >= ${since_s}
                  AND "t76"."sent_s" < ${until_s}
                  AND "t76"."followed_s" < 9000000000
              ) AS "t78"
              GROUP BY
                1,
                2
            ) AS "t80"
          ) AS "t83"
          INNER JOIN (
            SELECT
              "t56"."lead_id" AS "visit_lead_id",
              "t56"."occurred_s" AS "visit_s"
            FROM (
              SELECT
                "t52"."lead_id",
                "t52"."occurred_s",
                COUNT(*) AS "times"
              FROM (
                SELECT
                  COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
                  "t47"."occurred_s"
                FROM (
                  SELECT
                    "t21"."seq",
                    "t21"."id",
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
                    "t45"."gone_id",
                    "t45"."into_id"
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
                      "t43"."gone_id",
                      COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t42"."gone_id",
                        "t42"."merged_s",
                        "t42"."into_id",
                        "t39"."via_id",
                        "t39"."onward_id"
                      FROM (
                        SELECT
                          "t40"."gone_id",
                          "t40"."merged_s",
                          COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t37"."gone_id",
                            "t37"."into_id",
                            "t37"."merged_s",
                            "t39"."via_id",
                            "t39"."onward_id"
                          FROM "t35" AS "t37"
                          LEFT OUTER JOIN (
                            SELECT
                              "t36"."gone_id" AS "via_id",
                              "t36"."into_id" AS "onward_id"
                            FROM "t35" AS "t36"
                          ) AS "t39"
                            ON "t37"."into_id" = "t39"."via_id"
                        ) AS "t40"
                      ) AS "t42"
                      LEFT OUTER JOIN (
                        SELECT
                          "t36"."gone_id" AS "via_id",
                          "t36"."into_id" AS "onward_id"
                        FROM "t35" AS "t36"
                      ) AS "t39"
                        ON "t42"."into_id" = "t39"."via_id"
                    ) AS "t43"
                  ) AS "t45"
                    ON "t21"."lead_id" = "t45"."gone_id"
                ) AS "t47"
              ) AS "t52"
              GROUP BY
                1,
                2
            ) AS "t56"
          ) AS "t60"
            ON "t83"."back_lead_id" = "t60"."visit_lead_id"
        ) AS "t86"
        WHERE
          "t86"."visit_s" > "t86"."back_followed_s"
          AND "t86"."visit_s" <= (
            "t86"."back_followed_s" + 2592000
          )
      ) AS "t87"
      GROUP BY
        1,
        2
    ) AS "t89"
      ON "t85"."lead_id" = "t89"."back_lead_id"
      AND "t85"."followed_s" = "t89"."back_followed_s"
  ) AS "t90"
) AS "t91"
GROUP BY
  1,
  2
