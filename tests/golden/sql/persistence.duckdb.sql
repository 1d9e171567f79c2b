-- spells
WITH "t9" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t30" AS (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    CAST(CASE
      WHEN "t15"."kind" = 'merged'
      THEN COALESCE("t15"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t15"."occurred_s" * 4000000000
    ) + "t15"."seq" AS "key"
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
          FROM "t9"
        )
      )
  ) AS "t15"
), "t39" AS (
  SELECT
    "t38"."lead_id" AS "gone_id",
    MAX("t38"."target_id") AS "into_id",
    MAX("t38"."occurred_s") AS "merged_s",
    MAX("t38"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t30" AS "t34"
      WHERE
        "t34"."key" IN (
          SELECT
            "t35"."last_key"
          FROM (
            SELECT
              "t34"."lead_id",
              MAX("t34"."key") AS "last_key"
            FROM "t30" AS "t34"
            GROUP BY
              1
          ) AS "t35"
        )
    ) AS "t37"
    WHERE
      "t37"."target_id" <> 0 AND "t37"."target_id" <> "t37"."lead_id"
  ) AS "t38"
  GROUP BY
    1
), "t58" AS (
  SELECT
    COALESCE("t52"."into_id", "t52"."lead_id") AS "lead_id",
    "t52"."side",
    "t52"."source",
    "t52"."occurred_s",
    "t52"."occurred_month",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
  FROM (
    SELECT
      "t28"."seq",
      "t28"."kind",
      "t28"."occurred_s",
      "t28"."occurred_month",
      "t28"."lead_id",
      "t28"."person_id",
      "t28"."side",
      "t28"."source",
      "t28"."value_code",
      "t28"."value_number",
      "t28"."points",
      "t28"."due_s",
      "t28"."worked_s",
      "t49"."gone_id",
      "t49"."into_id"
    FROM (
      SELECT
        "t13"."seq",
        "t13"."kind",
        "t13"."occurred_s",
        "t13"."occurred_month",
        "t13"."lead_id",
        "t13"."person_id",
        "t13"."side",
        "t13"."source",
        "t13"."value_code",
        "t13"."value_number",
        "t13"."points",
        "t13"."due_s",
        "t13"."worked_s"
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
              FROM "t9"
            )
          )
      ) AS "t13"
      WHERE
        COALESCE("t13"."lead_id", 0) <> 0
    ) AS "t28"
    LEFT OUTER JOIN (
      SELECT
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."merged_key",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            "t44"."merged_key",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t41"."merged_key",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t28"."lead_id" = "t49"."gone_id"
  ) AS "t52"
), "t59" AS (
  SELECT
    COALESCE("t53"."into_id", "t53"."lead_id") AS "lead_id",
    "t53"."recorded_s",
    "t53"."occurred_s",
    (
      "t53"."occurred_s" * 4000000000
    ) + "t53"."seq" AS "key",
    COALESCE("t53"."points", -1000000) AS "points",
    COALESCE("t53"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t29"."seq",
      "t29"."kind",
      "t29"."occurred_s",
      "t29"."occurred_month",
      "t29"."lead_id",
      "t29"."person_id",
      "t29"."side",
      "t29"."source",
      "t29"."value_code",
      "t29"."value_number",
      "t29"."points",
      "t29"."due_s",
      "t29"."worked_s",
      "t29"."recorded_s",
      "t29"."pact_version",
      "t49"."gone_id",
      "t49"."into_id"
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
        "t14"."recorded_s",
        "t14"."pact_version"
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
            AND "t0"."kind" IN ('handed_over')
        ) AS "t4"
        WHERE
          NOT (
            "t4"."id" IN (
              SELECT
                *
              FROM "t9"
            )
          )
      ) AS "t14"
      WHERE
        COALESCE("t14"."lead_id", 0) <> 0
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."merged_key",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            "t44"."merged_key",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t41"."merged_key",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t29"."lead_id" = "t49"."gone_id"
  ) AS "t53"
), "t84" AS (
  SELECT
    "t70"."lead_id",
    "t70"."occurred_s",
    "t70"."key",
    "t70"."is_talk",
    "t70"."is_try",
    "t82"."hand_s",
    "t82"."hand_key",
    "t82"."points",
    "t82"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
      "t51"."occurred_s",
      (
        "t51"."occurred_s" * 4000000000
      ) + "t51"."seq" AS "key",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t51"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t51"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t51"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
    FROM (
      SELECT
        "t27"."seq",
        "t27"."kind",
        "t27"."occurred_s",
        "t27"."occurred_month",
        "t27"."lead_id",
        "t27"."person_id",
        "t27"."side",
        "t27"."source",
        "t27"."value_code",
        "t27"."value_number",
        "t27"."points",
        "t27"."due_s",
        "t27"."worked_s",
        "t49"."gone_id",
        "t49"."into_id"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
          ) AS "t2"
          WHERE
            NOT (
              "t2"."id" IN (
                SELECT
                  *
                FROM "t9"
              )
            )
        ) AS "t12"
        WHERE
          COALESCE("t12"."lead_id", 0) <> 0
      ) AS "t27"
      LEFT OUTER JOIN (
        SELECT
          "t47"."gone_id",
          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
        FROM (
          SELECT
            "t46"."gone_id",
            "t46"."merged_s",
            "t46"."merged_key",
            "t46"."into_id",
            "t43"."via_id",
            "t43"."onward_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."merged_s",
              "t44"."merged_key",
              COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
            FROM (
              SELECT
                "t41"."gone_id",
                "t41"."into_id",
                "t41"."merged_s",
                "t41"."merged_key",
                "t43"."via_id",
                "t43"."onward_id"
              FROM "t39" AS "t41"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."gone_id" AS "via_id",
                  "t40"."into_id" AS "onward_id"
                FROM "t39" AS "t40"
              ) AS "t43"
                ON "t41"."into_id" = "t43"."via_id"
            ) AS "t44"
          ) AS "t46"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t46"."into_id" = "t43"."via_id"
        ) AS "t47"
      ) AS "t49"
        ON "t27"."lead_id" = "t49"."gone_id"
    ) AS "t51"
  ) AS "t70"
  LEFT OUTER JOIN (
    SELECT
      "t77"."occurred_s" AS "hand_s",
      "t77"."key" AS "hand_key",
      CAST("t77"."points" AS BIGINT) AS "points",
      "t77"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t59" AS "t64"
      WHERE
        "t64"."key" IN (
          SELECT
            "t72"."first_key"
          FROM (
            SELECT
              "t64"."lead_id" AS "first_lead_id",
              MIN("t64"."key") AS "first_key"
            FROM "t59" AS "t64"
            GROUP BY
              1
          ) AS "t72"
        )
    ) AS "t77"
  ) AS "t82"
    ON "t70"."lead_id" = "t82"."handed_lead_id"
), "t91" AS (
  SELECT
    "t89"."lead_id",
    MIN("t89"."start_s") AS "start_s",
    MIN("t89"."start_key") AS "start_key",
    MIN("t89"."points") AS "points",
    MAX(CASE WHEN "t89"."is_try" = 1 THEN "t89"."key" ELSE -9000000000000000000 END) AS "last_key",
    MAX(
      CASE
        WHEN (
          "t89"."is_try" = 1
        ) OR (
          "t89"."is_talk" = 1
        )
        THEN "t89"."occurred_s"
        ELSE -9000000000
      END
    ) AS "contact_s",
    MIN(CASE WHEN "t89"."is_talk" = 1 THEN "t89"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t89"."is_talk" = 1 THEN "t89"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t85"."lead_id",
      "t85"."occurred_s",
      "t85"."key",
      "t85"."is_talk",
      "t85"."is_try",
      COALESCE("t85"."hand_s", -9000000000) AS "start_s",
      COALESCE("t85"."hand_key", -9000000000000000000) AS "start_key",
      COALESCE("t85"."points", -1000000) AS "points"
    FROM "t84" AS "t85"
    WHERE
      "t85"."key" > COALESCE("t85"."hand_key", -9000000000000000000)
  ) AS "t89"
  GROUP BY
    1
), "t101" AS (
  SELECT
    "t95"."lead_id",
    "t95"."start_s",
    "t95"."start_key",
    "t95"."points",
    "t95"."last_key",
    "t95"."contact_s",
    "t95"."reply_s",
    "t95"."reply_key",
    "t100"."told_lead_id",
    "t100"."deal_s",
    "t100"."deal_key",
    "t100"."won_s",
    "t100"."revived_key"
  FROM (
    SELECT
      *
    FROM "t91" AS "t92"
    WHERE
      "t92"."last_key" > -9000000000000000000
  ) AS "t95"
  LEFT OUTER JOIN (
    SELECT
      "t98"."told_lead_id",
      MIN(
        CASE
          WHEN "t98"."kind" IN ('deal_opened', 'won')
          THEN "t98"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN "t98"."kind" IN ('deal_opened', 'won')
          THEN "t98"."key"
          ELSE 9000000000000000000
        END
      ) AS "deal_key",
      MIN(CASE WHEN "t98"."kind" = 'won' THEN "t98"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t98"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t98"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t66"."kind",
          "t66"."occurred_s",
          "t66"."told_lead_id",
          "t66"."key",
          "t96"."lead_id",
          "t96"."start_key"
        FROM (
          SELECT
            "t55"."kind",
            "t55"."occurred_s",
            COALESCE("t55"."into_id", "t55"."lead_id") AS "told_lead_id",
            (
              "t55"."occurred_s" * 4000000000
            ) + "t55"."seq" AS "key"
          FROM (
            SELECT
              "t32"."seq",
              "t32"."kind",
              "t32"."occurred_s",
              "t32"."occurred_month",
              "t32"."lead_id",
              "t32"."person_id",
              "t32"."side",
              "t32"."source",
              "t32"."value_code",
              "t32"."value_number",
              "t32"."points",
              "t32"."due_s",
              "t32"."worked_s",
              "t49"."gone_id",
              "t49"."into_id"
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
                "t17"."worked_s"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
                ) AS "t7"
                WHERE
                  NOT (
                    "t7"."id" IN (
                      SELECT
                        *
                      FROM "t9"
                    )
                  )
              ) AS "t17"
              WHERE
                COALESCE("t17"."lead_id", 0) <> 0
            ) AS "t32"
            LEFT OUTER JOIN (
              SELECT
                "t47"."gone_id",
                COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t46"."gone_id",
                  "t46"."merged_s",
                  "t46"."merged_key",
                  "t46"."into_id",
                  "t43"."via_id",
                  "t43"."onward_id"
                FROM (
                  SELECT
                    "t44"."gone_id",
                    "t44"."merged_s",
                    "t44"."merged_key",
                    COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t41"."gone_id",
                      "t41"."into_id",
                      "t41"."merged_s",
                      "t41"."merged_key",
                      "t43"."via_id",
                      "t43"."onward_id"
                    FROM "t39" AS "t41"
                    LEFT OUTER JOIN (
                      SELECT
                        "t40"."gone_id" AS "via_id",
                        "t40"."into_id" AS "onward_id"
                      FROM "t39" AS "t40"
                    ) AS "t43"
                      ON "t41"."into_id" = "t43"."via_id"
                  ) AS "t44"
                ) AS "t46"
                LEFT OUTER JOIN (
                  SELECT
                    "t40"."gone_id" AS "via_id",
                    "t40"."into_id" AS "onward_id"
                  FROM "t39" AS "t40"
                ) AS "t43"
                  ON "t46"."into_id" = "t43"."via_id"
              ) AS "t47"
            ) AS "t49"
              ON "t32"."lead_id" = "t49"."gone_id"
          ) AS "t55"
        ) AS "t66"
        INNER JOIN (
          SELECT
            "t92"."lead_id",
            "t92"."start_key"
          FROM "t91" AS "t92"
          WHERE
            "t92"."last_key" > -9000000000000000000
        ) AS "t96"
          ON "t66"."told_lead_id" = "t96"."lead_id"
      ) AS "t97"
      WHERE
        "t97"."key" >= "t97"."start_key"
    ) AS "t98"
    GROUP BY
      1
  ) AS "t100"
    ON "t95"."lead_id" = "t100"."told_lead_id"
), "t114" AS (
  SELECT
    "t105"."lead_id",
    "t105"."start_s",
    "t105"."start_key",
    "t105"."points",
    "t105"."last_key",
    "t105"."contact_s",
    "t105"."reply_s",
    "t105"."reply_key",
    "t105"."deal_s",
    "t105"."deal_key",
    "t105"."won_s",
    "t105"."revived_key",
    "t113"."told_lead_id",
    "t113"."lost_s",
    "t113"."lost_key",
    "t113"."quit_s"
  FROM (
    SELECT
      "t102"."lead_id",
      "t102"."start_s",
      "t102"."start_key",
      "t102"."points",
      "t102"."last_key",
      "t102"."contact_s",
      "t102"."reply_s",
      "t102"."reply_key",
      COALESCE("t102"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t102"."deal_key", 9000000000000000000) AS "deal_key",
      COALESCE("t102"."won_s", 9000000000) AS "won_s",
      COALESCE("t102"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t101" AS "t102"
  ) AS "t105"
  LEFT OUTER JOIN (
    SELECT
      "t111"."told_lead_id",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t111"."won_s" = 9000000000
          )
          AND (
            "t111"."key" > "t111"."revived_key"
          )
          THEN "t111"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t111"."won_s" = 9000000000
          )
          AND (
            "t111"."key" > "t111"."revived_key"
          )
          THEN "t111"."key"
          ELSE 9000000000000000000
        END
      ) AS "lost_key",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('gave_up', 'recycled')
          AND (
            "t111"."key" > "t111"."revived_key"
          )
          AND (
            "t111"."key" > "t111"."last_key"
          )
          THEN "t111"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        "t110"."kind",
        "t110"."occurred_s",
        "t110"."told_lead_id",
        "t110"."key",
        "t110"."lead_id",
        "t110"."start_key",
        "t110"."won_s",
        "t110"."revived_key",
        "t110"."last_key"
      FROM (
        SELECT
          "t109"."kind",
          "t109"."occurred_s",
          "t109"."told_lead_id",
          "t109"."key",
          "t109"."lead_id",
          "t109"."start_key",
          "t109"."won_s",
          "t109"."revived_key",
          "t109"."last_key",
          "t87"."dealt_lead_id",
          "t87"."begun_key",
          "t87"."over_key"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t65"."kind",
              "t65"."occurred_s",
              "t65"."told_lead_id",
              "t65"."key",
              "t106"."lead_id",
              "t106"."start_key",
              "t106"."won_s",
              "t106"."revived_key",
              "t106"."last_key"
            FROM (
              SELECT
                "t54"."kind",
                "t54"."occurred_s",
                COALESCE("t54"."into_id", "t54"."lead_id") AS "told_lead_id",
                (
                  "t54"."occurred_s" * 4000000000
                ) + "t54"."seq" AS "key"
              FROM (
                SELECT
                  "t31"."seq",
                  "t31"."kind",
                  "t31"."occurred_s",
                  "t31"."occurred_month",
                  "t31"."lead_id",
                  "t31"."person_id",
                  "t31"."side",
                  "t31"."source",
                  "t31"."value_code",
                  "t31"."value_number",
                  "t31"."points",
                  "t31"."due_s",
                  "t31"."worked_s",
                  "t49"."gone_id",
                  "t49"."into_id"
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
                    "t16"."worked_s"
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
                        AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                    ) AS "t6"
                    WHERE
                      NOT (
                        "t6"."id" IN (
                          SELECT
                            *
                          FROM "t9"
                        )
                      )
                  ) AS "t16"
                  WHERE
                    COALESCE("t16"."lead_id", 0) <> 0
                ) AS "t31"
                LEFT OUTER JOIN (
                  SELECT
                    "t47"."gone_id",
                    COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t46"."gone_id",
                      "t46"."merged_s",
                      "t46"."merged_key",
                      "t46"."into_id",
                      "t43"."via_id",
                      "t43"."onward_id"
                    FROM (
                      SELECT
                        "t44"."gone_id",
                        "t44"."merged_s",
                        "t44"."merged_key",
                        COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t41"."gone_id",
                          "t41"."into_id",
                          "t41"."merged_s",
                          "t41"."merged_key",
                          "t43"."via_id",
                          "t43"."onward_id"
                        FROM "t39" AS "t41"
                        LEFT OUTER JOIN (
                          SELECT
                            "t40"."gone_id" AS "via_id",
                            "t40"."into_id" AS "onward_id"
                          FROM "t39" AS "t40"
                        ) AS "t43"
                          ON "t41"."into_id" = "t43"."via_id"
                      ) AS "t44"
                    ) AS "t46"
                    LEFT OUTER JOIN (
                      SELECT
                        "t40"."gone_id" AS "via_id",
                        "t40"."into_id" AS "onward_id"
                      FROM "t39" AS "t40"
                    ) AS "t43"
                      ON "t46"."into_id" = "t43"."via_id"
                  ) AS "t47"
                ) AS "t49"
                  ON "t31"."lead_id" = "t49"."gone_id"
              ) AS "t54"
            ) AS "t65"
            INNER JOIN (
              SELECT
                "t102"."lead_id",
                "t102"."start_key",
                COALESCE("t102"."won_s", 9000000000) AS "won_s",
                COALESCE("t102"."revived_key", -9000000000000000000) AS "revived_key",
                "t102"."last_key"
              FROM "t101" AS "t102"
            ) AS "t106"
              ON "t65"."told_lead_id" = "t106"."lead_id"
          ) AS "t107"
          WHERE
            "t107"."key" >= "t107"."start_key"
        ) AS "t109"
        LEFT OUTER JOIN (
          SELECT
            "t83"."dealt_lead_id",
            "t83"."begun_key",
            CASE WHEN "t83"."is_open" = 0 THEN "t83"."last_key" ELSE -9000000000000000000 END AS "over_key"
          FROM (
            SELECT
              "t78"."lead_id" AS "dealt_lead_id",
              MAX("t78"."begun_key") AS "begun_key",
              MAX("t78"."lost_key") AS "last_key",
              MAX("t78"."lost_s") AS "last_s",
              MAX(CASE WHEN "t78"."begun_key" > "t78"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
            FROM (
              SELECT
                "t73"."lead_id",
                "t73"."deal",
                "t73"."first_key",
                "t73"."opened_key",
                "t73"."closed_key",
                "t73"."lost_key",
                "t73"."lost_s",
                GREATEST("t73"."first_key", "t73"."opened_key") AS "begun_key"
              FROM (
                SELECT
                  "t62"."lead_id",
                  "t62"."deal",
                  MIN("t62"."key") AS "first_key",
                  MAX(
                    CASE
                      WHEN "t62"."kind" IN ('deal_opened')
                      THEN "t62"."key"
                      ELSE -9000000000000000000
                    END
                  ) AS "opened_key",
                  MAX(
                    CASE
                      WHEN "t62"."kind" IN ('lost', 'won')
                      THEN "t62"."key"
                      ELSE -9000000000000000000
                    END
                  ) AS "closed_key",
                  MAX(
                    CASE WHEN "t62"."kind" IN ('lost') THEN "t62"."key" ELSE -9000000000000000000 END
                  ) AS "lost_key",
                  MAX(CASE WHEN "t62"."kind" = 'lost' THEN "t62"."occurred_s" ELSE -9000000000 END) AS "lost_s"
                FROM (
                  SELECT
                    COALESCE("t56"."into_id", "t56"."lead_id") AS "lead_id",
                    "t56"."kind",
                    "t56"."occurred_s",
                    (
                      "t56"."occurred_s" * 4000000000
                    ) + "t56"."seq" AS "key",
                    COALESCE("t56"."deal_id", 0) AS "deal"
                  FROM (
                    SELECT
                      "t33"."seq",
                      "t33"."kind",
                      "t33"."occurred_s",
                      "t33"."occurred_month",
                      "t33"."lead_id",
                      "t33"."person_id",
                      "t33"."side",
                      "t33"."source",
                      "t33"."value_code",
                      "t33"."value_number",
                      "t33"."points",
                      "t33"."due_s",
                      "t33"."worked_s",
                      "t33"."deal_id",
                      "t49"."gone_id",
                      "t49"."into_id"
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
                        "t18"."deal_id"
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
                        ) AS "t8"
                        WHERE
                          NOT (
                            "t8"."id" IN (
                              SELECT
                                *
                              FROM "t9"
                            )
                          )
                      ) AS "t18"
                      WHERE
                        COALESCE("t18"."lead_id", 0) <> 0
                    ) AS "t33"
                    LEFT OUTER JOIN (
                      SELECT
                        "t47"."gone_id",
                        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t46"."gone_id",
                          "t46"."merged_s",
                          "t46"."merged_key",
                          "t46"."into_id",
                          "t43"."via_id",
                          "t43"."onward_id"
                        FROM (
                          SELECT
                            "t44"."gone_id",
                            "t44"."merged_s",
                            "t44"."merged_key",
                            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                          FROM (
                            SELECT
                              "t41"."gone_id",
                              "t41"."into_id",
                              "t41"."merged_s",
                              "t41"."merged_key",
                              "t43"."via_id",
                              "t43"."onward_id"
                            FROM "t39" AS "t41"
                            LEFT OUTER JOIN (
                              SELECT
                                "t40"."gone_id" AS "via_id",
                                "t40"."into_id" AS "onward_id"
                              FROM "t39" AS "t40"
                            ) AS "t43"
                              ON "t41"."into_id" = "t43"."via_id"
                          ) AS "t44"
                        ) AS "t46"
                        LEFT OUTER JOIN (
                          SELECT
                            "t40"."gone_id" AS "via_id",
                            "t40"."into_id" AS "onward_id"
                          FROM "t39" AS "t40"
                        ) AS "t43"
                          ON "t46"."into_id" = "t43"."via_id"
                      ) AS "t47"
                    ) AS "t49"
                      ON "t33"."lead_id" = "t49"."gone_id"
                  ) AS "t56"
                ) AS "t62"
                GROUP BY
                  1,
                  2
              ) AS "t73"
            ) AS "t78"
            GROUP BY
              1
          ) AS "t83"
        ) AS "t87"
          ON "t109"."told_lead_id" = "t87"."dealt_lead_id"
      ) AS "t110"
      WHERE
        (
          (
            "t110"."kind" <> 'lost'
          )
          OR (
            "t110"."key" = COALESCE("t110"."over_key", -9000000000000000000)
          )
        )
        AND "t110"."key" >= COALESCE("t110"."begun_key", -9000000000000000000)
    ) AS "t111"
    GROUP BY
      1
  ) AS "t113"
    ON "t105"."lead_id" = "t113"."told_lead_id"
)
SELECT
  "t131"."band",
  "t131"."source",
  "t131"."k",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t131"."is_answered" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "reply_event",
  COUNT(
    CASE
      WHEN NOT (
        "t131"."is_answered" = 1
      ) AND (
        "t131"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_lost",
  COUNT(
    CASE
      WHEN NOT (
        "t131"."is_answered" = 1
      )
      AND NOT (
        "t131"."lost_s" < 9000000000
      )
      AND (
        (
          "t131"."quit_s" < 9000000000
        )
        OR (
          (
            "t131"."is_silent" = 1
          )
          AND (
            "t131"."contact_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_gave_up",
  COUNT(CASE WHEN "t131"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_event",
  COUNT(
    CASE
      WHEN NOT (
        "t131"."won_s" < 9000000000
      ) AND (
        "t131"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_lost",
  COUNT(
    CASE
      WHEN NOT (
        "t131"."won_s" < 9000000000
      )
      AND NOT (
        "t131"."lost_s" < 9000000000
      )
      AND (
        (
          "t131"."quit_s" < 9000000000
        )
        OR (
          (
            "t131"."has_deal" = 0
          )
          AND (
            "t131"."contact_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_gave_up"
FROM (
  SELECT
    "t130"."lead_id",
    "t130"."source",
    "t130"."cohort_s",
    "t130"."won_s",
    "t130"."contact_s",
    "t130"."lost_s",
    "t130"."quit_s",
    COALESCE("t130"."k", 0) AS "k",
    CASE
      WHEN "t130"."points" = -1000000
      THEN 'none'
      WHEN "t130"."points" < 40
      THEN '0-39'
      WHEN "t130"."points" < 60
      THEN '40-59'
      WHEN "t130"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    LEAST("t130"."reply_s", "t130"."deal_s") AS "answer_s",
    CASE
      WHEN LEAST("t130"."reply_key", "t130"."deal_key") = 9000000000000000000
      THEN 1
      ELSE 0
    END AS "is_silent",
    CASE WHEN "t130"."deal_key" < 9000000000000000000 THEN 1 ELSE 0 END AS "has_deal",
    CASE
      WHEN LEAST("t130"."reply_key", "t130"."deal_key") < "t130"."lost_key"
      THEN 1
      ELSE 0
    END AS "is_answered"
  FROM (
    SELECT
      "t129"."lead_id",
      "t129"."start_s",
      "t129"."start_key",
      "t129"."points",
      "t129"."last_key",
      "t129"."contact_s",
      "t129"."reply_s",
      "t129"."reply_key",
      "t129"."deal_s",
      "t129"."deal_key",
      "t129"."won_s",
      "t129"."revived_key",
      "t129"."lost_key",
      "t129"."lost_s",
      "t129"."quit_s",
      "t129"."source",
      "t129"."cohort_s",
      "t126"."tried_lead_id",
      "t126"."k"
    FROM (
      SELECT
        "t127"."lead_id",
        "t127"."start_s",
        "t127"."start_key",
        "t127"."points",
        "t127"."last_key",
        "t127"."contact_s",
        "t127"."reply_s",
        "t127"."reply_key",
        "t127"."deal_s",
        "t127"."deal_key",
        "t127"."won_s",
        "t127"."revived_key",
        "t127"."lost_key",
        "t127"."lost_s",
        "t127"."quit_s",
        "t127"."source",
        CASE
          WHEN "t127"."begun_s" > -9000000000
          THEN "t127"."begun_s"
          ELSE COALESCE("t127"."heard_s", -9000000000)
        END AS "cohort_s"
      FROM (
        SELECT
          "t124"."lead_id",
          "t124"."start_s",
          "t124"."start_key",
          "t124"."points",
          "t124"."last_key",
          "t124"."contact_s",
          "t124"."reply_s",
          "t124"."reply_key",
          "t124"."deal_s",
          "t124"."deal_key",
          "t124"."won_s",
          "t124"."revived_key",
          "t124"."lost_key",
          "t124"."lost_s",
          "t124"."quit_s",
          "t124"."source",
          "t124"."begun_s",
          "t68"."heard_lead_id",
          "t68"."heard_s"
        FROM (
          SELECT
            "t120"."lead_id",
            "t120"."start_s",
            "t120"."start_key",
            "t120"."points",
            "t120"."last_key",
            "t120"."contact_s",
            "t120"."reply_s",
            "t120"."reply_key",
            "t120"."deal_s",
            "t120"."deal_key",
            "t120"."won_s",
            "t120"."revived_key",
            "t120"."lost_key",
            "t120"."lost_s",
            "t120"."quit_s",
            COALESCE("t120"."origin", 'unknown') AS "source",
            CASE
              WHEN "t120"."start_s" > -9000000000
              THEN "t120"."start_s"
              ELSE COALESCE("t120"."origin_s", -9000000000)
            END AS "begun_s"
          FROM (
            SELECT
              "t118"."lead_id",
              "t118"."start_s",
              "t118"."start_key",
              "t118"."points",
              "t118"."last_key",
              "t118"."contact_s",
              "t118"."reply_s",
              "t118"."reply_key",
              "t118"."deal_s",
              "t118"."deal_key",
              "t118"."won_s",
              "t118"."revived_key",
              "t118"."lost_key",
              "t118"."lost_s",
              "t118"."quit_s",
              "t81"."origin_lead_id",
              "t81"."origin_s",
              "t81"."origin"
            FROM (
              SELECT
                "t115"."lead_id",
                "t115"."start_s",
                "t115"."start_key",
                "t115"."points",
                "t115"."last_key",
                "t115"."contact_s",
                "t115"."reply_s",
                "t115"."reply_key",
                "t115"."deal_s",
                "t115"."deal_key",
                "t115"."won_s",
                "t115"."revived_key",
                COALESCE("t115"."lost_key", 9000000000000000000) AS "lost_key",
                COALESCE("t115"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t115"."quit_s", 9000000000) AS "quit_s"
              FROM "t114" AS "t115"
            ) AS "t118"
            LEFT OUTER JOIN (
              SELECT
                "t76"."lead_id" AS "origin_lead_id",
                "t76"."occurred_s" AS "origin_s",
                COALESCE("t76"."source", 'unknown') AS "origin"
              FROM (
                SELECT
                  *
                FROM "t58" AS "t63"
                WHERE
                  "t63"."key" IN (
                    SELECT
                      "t71"."first_key"
                    FROM (
                      SELECT
                        "t63"."lead_id" AS "first_lead_id",
                        MIN("t63"."key") AS "first_key"
                      FROM "t58" AS "t63"
                      GROUP BY
                        1
                    ) AS "t71"
                  )
              ) AS "t76"
            ) AS "t81"
              ON "t118"."lead_id" = "t81"."origin_lead_id"
          ) AS "t120"
        ) AS "t124"
        LEFT OUTER JOIN (
          SELECT
            "t57"."lead_id" AS "heard_lead_id",
            MIN("t57"."occurred_s") AS "heard_s"
          FROM (
            SELECT
              "t50"."seq",
              "t50"."kind",
              "t50"."occurred_s",
              "t50"."occurred_month",
              "t50"."person_id",
              "t50"."side",
              "t50"."source",
              "t50"."value_code",
              "t50"."value_number",
              "t50"."points",
              "t50"."due_s",
              "t50"."worked_s",
              "t50"."lead_id" AS "own_lead_id",
              COALESCE("t50"."into_id", "t50"."lead_id") AS "lead_id"
            FROM (
              SELECT
                "t26"."seq",
                "t26"."kind",
                "t26"."occurred_s",
                "t26"."occurred_month",
                "t26"."lead_id",
                "t26"."person_id",
                "t26"."side",
                "t26"."source",
                "t26"."value_code",
                "t26"."value_number",
                "t26"."points",
                "t26"."due_s",
                "t26"."worked_s",
                "t49"."gone_id",
                "t49"."into_id"
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
                      AND "t0"."kind" IN (
                        'accepted',
                        'call',
                        'captured',
                        'deal_opened',
                        'disqualified',
                        'email',
                        'gave_up',
                        'handed_over',
                        'lost',
                        'meeting',
                        'qualified',
                        'recycled',
                        'rejected',
                        'social',
                        'woken',
                        'won'
                      )
                  ) AS "t1"
                  WHERE
                    NOT (
                      "t1"."id" IN (
                        SELECT
                          *
                        FROM "t9"
                      )
                    )
                ) AS "t11"
                WHERE
                  COALESCE("t11"."lead_id", 0) <> 0
              ) AS "t26"
              LEFT OUTER JOIN (
                SELECT
                  "t47"."gone_id",
                  COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t46"."gone_id",
                    "t46"."merged_s",
                    "t46"."merged_key",
                    "t46"."into_id",
                    "t43"."via_id",
                    "t43"."onward_id"
                  FROM (
                    SELECT
                      "t44"."gone_id",
                      "t44"."merged_s",
                      "t44"."merged_key",
                      COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t41"."gone_id",
                        "t41"."into_id",
                        "t41"."merged_s",
                        "t41"."merged_key",
                        "t43"."via_id",
                        "t43"."onward_id"
                      FROM "t39" AS "t41"
                      LEFT OUTER JOIN (
                        SELECT
                          "t40"."gone_id" AS "via_id",
                          "t40"."into_id" AS "onward_id"
                        FROM "t39" AS "t40"
                      ) AS "t43"
                        ON "t41"."into_id" = "t43"."via_id"
                    ) AS "t44"
                  ) AS "t46"
                  LEFT OUTER JOIN (
                    SELECT
                      "t40"."gone_id" AS "via_id",
                      "t40"."into_id" AS "onward_id"
                    FROM "t39" AS "t40"
                  ) AS "t43"
                    ON "t46"."into_id" = "t43"."via_id"
                ) AS "t47"
              ) AS "t49"
                ON "t26"."lead_id" = "t49"."gone_id"
            ) AS "t50"
          ) AS "t57"
          GROUP BY
            1
        ) AS "t68"
          ON "t124"."lead_id" = "t68"."heard_lead_id"
      ) AS "t127"
      WHERE
        CASE
          WHEN "t127"."begun_s" > -9000000000
          THEN "t127"."begun_s"
          ELSE COALESCE("t127"."heard_s", -9000000000)
        END >= ${since_s}
        AND CASE
          WHEN "t127"."begun_s" > -9000000000
          THEN "t127"."begun_s"
          ELSE COALESCE("t127"."heard_s", -9000000000)
        END < ${until_s}
    ) AS "t129"
    LEFT OUTER JOIN (
      SELECT
        "t122"."tried_id" AS "tried_lead_id",
        COUNT(*) AS "k"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t90"."key",
            "t90"."tried_id",
            "t119"."lead_id",
            "t119"."end_key"
          FROM (
            SELECT
              "t85"."key",
              "t85"."lead_id" AS "tried_id"
            FROM "t84" AS "t85"
            WHERE
              "t85"."key" > COALESCE("t85"."hand_key", -9000000000000000000)
              AND "t85"."is_try" = 1
          ) AS "t90"
          INNER JOIN (
            SELECT
              "t115"."lead_id",
              LEAST(
                "t115"."reply_key",
                "t115"."deal_key",
                COALESCE("t115"."lost_key", 9000000000000000000)
              ) AS "end_key"
            FROM "t114" AS "t115"
          ) AS "t119"
            ON "t90"."tried_id" = "t119"."lead_id"
        ) AS "t121"
        WHERE
          "t121"."key" <= "t121"."end_key"
      ) AS "t122"
      GROUP BY
        1
    ) AS "t126"
      ON "t129"."lead_id" = "t126"."tried_lead_id"
  ) AS "t130"
) AS "t131"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t9" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t30" AS (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    CAST(CASE
      WHEN "t15"."kind" = 'merged'
      THEN COALESCE("t15"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t15"."occurred_s" * 4000000000
    ) + "t15"."seq" AS "key"
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
          FROM "t9"
        )
      )
  ) AS "t15"
), "t39" AS (
  SELECT
    "t38"."lead_id" AS "gone_id",
    MAX("t38"."target_id") AS "into_id",
    MAX("t38"."occurred_s") AS "merged_s",
    MAX("t38"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t30" AS "t34"
      WHERE
        "t34"."key" IN (
          SELECT
            "t35"."last_key"
          FROM (
            SELECT
              "t34"."lead_id",
              MAX("t34"."key") AS "last_key"
            FROM "t30" AS "t34"
            GROUP BY
              1
          ) AS "t35"
        )
    ) AS "t37"
    WHERE
      "t37"."target_id" <> 0 AND "t37"."target_id" <> "t37"."lead_id"
  ) AS "t38"
  GROUP BY
    1
), "t58" AS (
  SELECT
    COALESCE("t52"."into_id", "t52"."lead_id") AS "lead_id",
    "t52"."side",
    "t52"."source",
    "t52"."occurred_s",
    "t52"."occurred_month",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
  FROM (
    SELECT
      "t28"."seq",
      "t28"."kind",
      "t28"."occurred_s",
      "t28"."occurred_month",
      "t28"."lead_id",
      "t28"."person_id",
      "t28"."side",
      "t28"."source",
      "t28"."value_code",
      "t28"."value_number",
      "t28"."points",
      "t28"."due_s",
      "t28"."worked_s",
      "t49"."gone_id",
      "t49"."into_id"
    FROM (
      SELECT
        "t13"."seq",
        "t13"."kind",
        "t13"."occurred_s",
        "t13"."occurred_month",
        "t13"."lead_id",
        "t13"."person_id",
        "t13"."side",
        "t13"."source",
        "t13"."value_code",
        "t13"."value_number",
        "t13"."points",
        "t13"."due_s",
        "t13"."worked_s"
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
              FROM "t9"
            )
          )
      ) AS "t13"
      WHERE
        COALESCE("t13"."lead_id", 0) <> 0
    ) AS "t28"
    LEFT OUTER JOIN (
      SELECT
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."merged_key",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            "t44"."merged_key",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t41"."merged_key",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t28"."lead_id" = "t49"."gone_id"
  ) AS "t52"
), "t59" AS (
  SELECT
    COALESCE("t53"."into_id", "t53"."lead_id") AS "lead_id",
    "t53"."recorded_s",
    "t53"."occurred_s",
    (
      "t53"."occurred_s" * 4000000000
    ) + "t53"."seq" AS "key",
    COALESCE("t53"."points", -1000000) AS "points",
    COALESCE("t53"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t29"."seq",
      "t29"."kind",
      "t29"."occurred_s",
      "t29"."occurred_month",
      "t29"."lead_id",
      "t29"."person_id",
      "t29"."side",
      "t29"."source",
      "t29"."value_code",
      "t29"."value_number",
      "t29"."points",
      "t29"."due_s",
      "t29"."worked_s",
      "t29"."recorded_s",
      "t29"."pact_version",
      "t49"."gone_id",
      "t49"."into_id"
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
        "t14"."recorded_s",
        "t14"."pact_version"
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
            AND "t0"."kind" IN ('handed_over')
        ) AS "t4"
        WHERE
          NOT (
            "t4"."id" IN (
              SELECT
                *
              FROM "t9"
            )
          )
      ) AS "t14"
      WHERE
        COALESCE("t14"."lead_id", 0) <> 0
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."merged_key",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            "t44"."merged_key",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t41"."merged_key",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t29"."lead_id" = "t49"."gone_id"
  ) AS "t53"
), "t84" AS (
  SELECT
    "t70"."lead_id",
    "t70"."occurred_s",
    "t70"."key",
    "t70"."is_talk",
    "t70"."is_try",
    "t82"."hand_s",
    "t82"."hand_key",
    "t82"."points",
    "t82"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
      "t51"."occurred_s",
      (
        "t51"."occurred_s" * 4000000000
      ) + "t51"."seq" AS "key",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t51"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t51"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t51"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
    FROM (
      SELECT
        "t27"."seq",
        "t27"."kind",
        "t27"."occurred_s",
        "t27"."occurred_month",
        "t27"."lead_id",
        "t27"."person_id",
        "t27"."side",
        "t27"."source",
        "t27"."value_code",
        "t27"."value_number",
        "t27"."points",
        "t27"."due_s",
        "t27"."worked_s",
        "t49"."gone_id",
        "t49"."into_id"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
          ) AS "t2"
          WHERE
            NOT (
              "t2"."id" IN (
                SELECT
                  *
                FROM "t9"
              )
            )
        ) AS "t12"
        WHERE
          COALESCE("t12"."lead_id", 0) <> 0
      ) AS "t27"
      LEFT OUTER JOIN (
        SELECT
          "t47"."gone_id",
          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
        FROM (
          SELECT
            "t46"."gone_id",
            "t46"."merged_s",
            "t46"."merged_key",
            "t46"."into_id",
            "t43"."via_id",
            "t43"."onward_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."merged_s",
              "t44"."merged_key",
              COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
            FROM (
              SELECT
                "t41"."gone_id",
                "t41"."into_id",
                "t41"."merged_s",
                "t41"."merged_key",
                "t43"."via_id",
                "t43"."onward_id"
              FROM "t39" AS "t41"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."gone_id" AS "via_id",
                  "t40"."into_id" AS "onward_id"
                FROM "t39" AS "t40"
              ) AS "t43"
                ON "t41"."into_id" = "t43"."via_id"
            ) AS "t44"
          ) AS "t46"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t46"."into_id" = "t43"."via_id"
        ) AS "t47"
      ) AS "t49"
        ON "t27"."lead_id" = "t49"."gone_id"
    ) AS "t51"
  ) AS "t70"
  LEFT OUTER JOIN (
    SELECT
      "t77"."occurred_s" AS "hand_s",
      "t77"."key" AS "hand_key",
      CAST("t77"."points" AS BIGINT) AS "points",
      "t77"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t59" AS "t64"
      WHERE
        "t64"."key" IN (
          SELECT
            "t72"."first_key"
          FROM (
            SELECT
              "t64"."lead_id" AS "first_lead_id",
              MIN("t64"."key") AS "first_key"
            FROM "t59" AS "t64"
            GROUP BY
              1
          ) AS "t72"
        )
    ) AS "t77"
  ) AS "t82"
    ON "t70"."lead_id" = "t82"."handed_lead_id"
), "t91" AS (
  SELECT
    "t89"."lead_id",
    MIN("t89"."start_s") AS "start_s",
    MIN("t89"."start_key") AS "start_key",
    MIN("t89"."points") AS "points",
    MAX(CASE WHEN "t89"."is_try" = 1 THEN "t89"."key" ELSE -9000000000000000000 END) AS "last_key",
    MAX(
      CASE
        WHEN (
          "t89"."is_try" = 1
        ) OR (
          "t89"."is_talk" = 1
        )
        THEN "t89"."occurred_s"
        ELSE -9000000000
      END
    ) AS "contact_s",
    MIN(CASE WHEN "t89"."is_talk" = 1 THEN "t89"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t89"."is_talk" = 1 THEN "t89"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t85"."lead_id",
      "t85"."occurred_s",
      "t85"."key",
      "t85"."is_talk",
      "t85"."is_try",
      COALESCE("t85"."hand_s", -9000000000) AS "start_s",
      COALESCE("t85"."hand_key", -9000000000000000000) AS "start_key",
      COALESCE("t85"."points", -1000000) AS "points"
    FROM "t84" AS "t85"
    WHERE
      "t85"."key" > COALESCE("t85"."hand_key", -9000000000000000000)
  ) AS "t89"
  GROUP BY
    1
), "t101" AS (
  SELECT
    "t95"."lead_id",
    "t95"."start_s",
    "t95"."start_key",
    "t95"."points",
    "t95"."last_key",
    "t95"."contact_s",
    "t95"."reply_s",
    "t95"."reply_key",
    "t100"."told_lead_id",
    "t100"."deal_s",
    "t100"."deal_key",
    "t100"."won_s",
    "t100"."revived_key"
  FROM (
    SELECT
      *
    FROM "t91" AS "t92"
    WHERE
      "t92"."last_key" > -9000000000000000000
  ) AS "t95"
  LEFT OUTER JOIN (
    SELECT
      "t98"."told_lead_id",
      MIN(
        CASE
          WHEN "t98"."kind" IN ('deal_opened', 'won')
          THEN "t98"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN "t98"."kind" IN ('deal_opened', 'won')
          THEN "t98"."key"
          ELSE 9000000000000000000
        END
      ) AS "deal_key",
      MIN(CASE WHEN "t98"."kind" = 'won' THEN "t98"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t98"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t98"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t66"."kind",
          "t66"."occurred_s",
          "t66"."told_lead_id",
          "t66"."key",
          "t96"."lead_id",
          "t96"."start_key"
        FROM (
          SELECT
            "t55"."kind",
            "t55"."occurred_s",
            COALESCE("t55"."into_id", "t55"."lead_id") AS "told_lead_id",
            (
              "t55"."occurred_s" * 4000000000
            ) + "t55"."seq" AS "key"
          FROM (
            SELECT
              "t32"."seq",
              "t32"."kind",
              "t32"."occurred_s",
              "t32"."occurred_month",
              "t32"."lead_id",
              "t32"."person_id",
              "t32"."side",
              "t32"."source",
              "t32"."value_code",
              "t32"."value_number",
              "t32"."points",
              "t32"."due_s",
              "t32"."worked_s",
              "t49"."gone_id",
              "t49"."into_id"
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
                "t17"."worked_s"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
                ) AS "t7"
                WHERE
                  NOT (
                    "t7"."id" IN (
                      SELECT
                        *
                      FROM "t9"
                    )
                  )
              ) AS "t17"
              WHERE
                COALESCE("t17"."lead_id", 0) <> 0
            ) AS "t32"
            LEFT OUTER JOIN (
              SELECT
                "t47"."gone_id",
                COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t46"."gone_id",
                  "t46"."merged_s",
                  "t46"."merged_key",
                  "t46"."into_id",
                  "t43"."via_id",
                  "t43"."onward_id"
                FROM (
                  SELECT
                    "t44"."gone_id",
                    "t44"."merged_s",
                    "t44"."merged_key",
                    COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t41"."gone_id",
                      "t41"."into_id",
                      "t41"."merged_s",
                      "t41"."merged_key",
                      "t43"."via_id",
                      "t43"."onward_id"
                    FROM "t39" AS "t41"
                    LEFT OUTER JOIN (
                      SELECT
                        "t40"."gone_id" AS "via_id",
                        "t40"."into_id" AS "onward_id"
                      FROM "t39" AS "t40"
                    ) AS "t43"
                      ON "t41"."into_id" = "t43"."via_id"
                  ) AS "t44"
                ) AS "t46"
                LEFT OUTER JOIN (
                  SELECT
                    "t40"."gone_id" AS "via_id",
                    "t40"."into_id" AS "onward_id"
                  FROM "t39" AS "t40"
                ) AS "t43"
                  ON "t46"."into_id" = "t43"."via_id"
              ) AS "t47"
            ) AS "t49"
              ON "t32"."lead_id" = "t49"."gone_id"
          ) AS "t55"
        ) AS "t66"
        INNER JOIN (
          SELECT
            "t92"."lead_id",
            "t92"."start_key"
          FROM "t91" AS "t92"
          WHERE
            "t92"."last_key" > -9000000000000000000
        ) AS "t96"
          ON "t66"."told_lead_id" = "t96"."lead_id"
      ) AS "t97"
      WHERE
        "t97"."key" >= "t97"."start_key"
    ) AS "t98"
    GROUP BY
      1
  ) AS "t100"
    ON "t95"."lead_id" = "t100"."told_lead_id"
), "t114" AS (
  SELECT
    "t105"."lead_id",
    "t105"."start_s",
    "t105"."start_key",
    "t105"."points",
    "t105"."last_key",
    "t105"."contact_s",
    "t105"."reply_s",
    "t105"."reply_key",
    "t105"."deal_s",
    "t105"."deal_key",
    "t105"."won_s",
    "t105"."revived_key",
    "t113"."told_lead_id",
    "t113"."lost_s",
    "t113"."lost_key",
    "t113"."quit_s"
  FROM (
    SELECT
      "t102"."lead_id",
      "t102"."start_s",
      "t102"."start_key",
      "t102"."points",
      "t102"."last_key",
      "t102"."contact_s",
      "t102"."reply_s",
      "t102"."reply_key",
      COALESCE("t102"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t102"."deal_key", 9000000000000000000) AS "deal_key",
      COALESCE("t102"."won_s", 9000000000) AS "won_s",
      COALESCE("t102"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t101" AS "t102"
  ) AS "t105"
  LEFT OUTER JOIN (
    SELECT
      "t111"."told_lead_id",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t111"."won_s" = 9000000000
          )
          AND (
            "t111"."key" > "t111"."revived_key"
          )
          THEN "t111"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t111"."won_s" = 9000000000
          )
          AND (
            "t111"."key" > "t111"."revived_key"
          )
          THEN "t111"."key"
          ELSE 9000000000000000000
        END
      ) AS "lost_key",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('gave_up', 'recycled')
          AND (
            "t111"."key" > "t111"."revived_key"
          )
          AND (
            "t111"."key" > "t111"."last_key"
          )
          THEN "t111"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        "t110"."kind",
        "t110"."occurred_s",
        "t110"."told_lead_id",
        "t110"."key",
        "t110"."lead_id",
        "t110"."start_key",
        "t110"."won_s",
        "t110"."revived_key",
        "t110"."last_key"
      FROM (
        SELECT
          "t109"."kind",
          "t109"."occurred_s",
          "t109"."told_lead_id",
          "t109"."key",
          "t109"."lead_id",
          "t109"."start_key",
          "t109"."won_s",
          "t109"."revived_key",
          "t109"."last_key",
          "t87"."dealt_lead_id",
          "t87"."begun_key",
          "t87"."over_key"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t65"."kind",
              "t65"."occurred_s",
              "t65"."told_lead_id",
              "t65"."key",
              "t106"."lead_id",
              "t106"."start_key",
              "t106"."won_s",
              "t106"."revived_key",
              "t106"."last_key"
            FROM (
              SELECT
                "t54"."kind",
                "t54"."occurred_s",
                COALESCE("t54"."into_id", "t54"."lead_id") AS "told_lead_id",
                (
                  "t54"."occurred_s" * 4000000000
                ) + "t54"."seq" AS "key"
              FROM (
                SELECT
                  "t31"."seq",
                  "t31"."kind",
                  "t31"."occurred_s",
                  "t31"."occurred_month",
                  "t31"."lead_id",
                  "t31"."person_id",
                  "t31"."side",
                  "t31"."source",
                  "t31"."value_code",
                  "t31"."value_number",
                  "t31"."points",
                  "t31"."due_s",
                  "t31"."worked_s",
                  "t49"."gone_id",
                  "t49"."into_id"
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
                    "t16"."worked_s"
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
                        AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                    ) AS "t6"
                    WHERE
                      NOT (
                        "t6"."id" IN (
                          SELECT
                            *
                          FROM "t9"
                        )
                      )
                  ) AS "t16"
                  WHERE
                    COALESCE("t16"."lead_id", 0) <> 0
                ) AS "t31"
                LEFT OUTER JOIN (
                  SELECT
                    "t47"."gone_id",
                    COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t46"."gone_id",
                      "t46"."merged_s",
                      "t46"."merged_key",
                      "t46"."into_id",
                      "t43"."via_id",
                      "t43"."onward_id"
                    FROM (
                      SELECT
                        "t44"."gone_id",
                        "t44"."merged_s",
                        "t44"."merged_key",
                        COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t41"."gone_id",
                          "t41"."into_id",
                          "t41"."merged_s",
                          "t41"."merged_key",
                          "t43"."via_id",
                          "t43"."onward_id"
                        FROM "t39" AS "t41"
                        LEFT OUTER JOIN (
                          SELECT
                            "t40"."gone_id" AS "via_id",
                            "t40"."into_id" AS "onward_id"
                          FROM "t39" AS "t40"
                        ) AS "t43"
                          ON "t41"."into_id" = "t43"."via_id"
                      ) AS "t44"
                    ) AS "t46"
                    LEFT OUTER JOIN (
                      SELECT
                        "t40"."gone_id" AS "via_id",
                        "t40"."into_id" AS "onward_id"
                      FROM "t39" AS "t40"
                    ) AS "t43"
                      ON "t46"."into_id" = "t43"."via_id"
                  ) AS "t47"
                ) AS "t49"
                  ON "t31"."lead_id" = "t49"."gone_id"
              ) AS "t54"
            ) AS "t65"
            INNER JOIN (
              SELECT
                "t102"."lead_id",
                "t102"."start_key",
                COALESCE("t102"."won_s", 9000000000) AS "won_s",
                COALESCE("t102"."revived_key", -9000000000000000000) AS "revived_key",
                "t102"."last_key"
              FROM "t101" AS "t102"
            ) AS "t106"
              ON "t65"."told_lead_id" = "t106"."lead_id"
          ) AS "t107"
          WHERE
            "t107"."key" >= "t107"."start_key"
        ) AS "t109"
        LEFT OUTER JOIN (
          SELECT
            "t83"."dealt_lead_id",
            "t83"."begun_key",
            CASE WHEN "t83"."is_open" = 0 THEN "t83"."last_key" ELSE -9000000000000000000 END AS "over_key"
          FROM (
            SELECT
              "t78"."lead_id" AS "dealt_lead_id",
              MAX("t78"."begun_key") AS "begun_key",
              MAX("t78"."lost_key") AS "last_key",
              MAX("t78"."lost_s") AS "last_s",
              MAX(CASE WHEN "t78"."begun_key" > "t78"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
            FROM (
              SELECT
                "t73"."lead_id",
                "t73"."deal",
                "t73"."first_key",
                "t73"."opened_key",
                "t73"."closed_key",
                "t73"."lost_key",
                "t73"."lost_s",
                GREATEST("t73"."first_key", "t73"."opened_key") AS "begun_key"
              FROM (
                SELECT
                  "t62"."lead_id",
                  "t62"."deal",
                  MIN("t62"."key") AS "first_key",
                  MAX(
                    CASE
                      WHEN "t62"."kind" IN ('deal_opened')
                      THEN "t62"."key"
                      ELSE -9000000000000000000
                    END
                  ) AS "opened_key",
                  MAX(
                    CASE
                      WHEN "t62"."kind" IN ('lost', 'won')
                      THEN "t62"."key"
                      ELSE -9000000000000000000
                    END
                  ) AS "closed_key",
                  MAX(
                    CASE WHEN "t62"."kind" IN ('lost') THEN "t62"."key" ELSE -9000000000000000000 END
                  ) AS "lost_key",
                  MAX(CASE WHEN "t62"."kind" = 'lost' THEN "t62"."occurred_s" ELSE -9000000000 END) AS "lost_s"
                FROM (
                  SELECT
                    COALESCE("t56"."into_id", "t56"."lead_id") AS "lead_id",
                    "t56"."kind",
                    "t56"."occurred_s",
                    (
                      "t56"."occurred_s" * 4000000000
                    ) + "t56"."seq" AS "key",
                    COALESCE("t56"."deal_id", 0) AS "deal"
                  FROM (
                    SELECT
                      "t33"."seq",
                      "t33"."kind",
                      "t33"."occurred_s",
                      "t33"."occurred_month",
                      "t33"."lead_id",
                      "t33"."person_id",
                      "t33"."side",
                      "t33"."source",
                      "t33"."value_code",
                      "t33"."value_number",
                      "t33"."points",
                      "t33"."due_s",
                      "t33"."worked_s",
                      "t33"."deal_id",
                      "t49"."gone_id",
                      "t49"."into_id"
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
                        "t18"."deal_id"
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
                        ) AS "t8"
                        WHERE
                          NOT (
                            "t8"."id" IN (
                              SELECT
                                *
                              FROM "t9"
                            )
                          )
                      ) AS "t18"
                      WHERE
                        COALESCE("t18"."lead_id", 0) <> 0
                    ) AS "t33"
                    LEFT OUTER JOIN (
                      SELECT
                        "t47"."gone_id",
                        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                      FROM (
                        SELECT
                          "t46"."gone_id",
                          "t46"."merged_s",
                          "t46"."merged_key",
                          "t46"."into_id",
                          "t43"."via_id",
                          "t43"."onward_id"
                        FROM (
                          SELECT
                            "t44"."gone_id",
                            "t44"."merged_s",
                            "t44"."merged_key",
                            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                          FROM (
                            SELECT
                              "t41"."gone_id",
                              "t41"."into_id",
                              "t41"."merged_s",
                              "t41"."merged_key",
                              "t43"."via_id",
                              "t43"."onward_id"
                            FROM "t39" AS "t41"
                            LEFT OUTER JOIN (
                              SELECT
                                "t40"."gone_id" AS "via_id",
                                "t40"."into_id" AS "onward_id"
                              FROM "t39" AS "t40"
                            ) AS "t43"
                              ON "t41"."into_id" = "t43"."via_id"
                          ) AS "t44"
                        ) AS "t46"
                        LEFT OUTER JOIN (
                          SELECT
                            "t40"."gone_id" AS "via_id",
                            "t40"."into_id" AS "onward_id"
                          FROM "t39" AS "t40"
                        ) AS "t43"
                          ON "t46"."into_id" = "t43"."via_id"
                      ) AS "t47"
                    ) AS "t49"
                      ON "t33"."lead_id" = "t49"."gone_id"
                  ) AS "t56"
                ) AS "t62"
                GROUP BY
                  1,
                  2
              ) AS "t73"
            ) AS "t78"
            GROUP BY
              1
          ) AS "t83"
        ) AS "t87"
          ON "t109"."told_lead_id" = "t87"."dealt_lead_id"
      ) AS "t110"
      WHERE
        (
          (
            "t110"."kind" <> 'lost'
          )
          OR (
            "t110"."key" = COALESCE("t110"."over_key", -9000000000000000000)
          )
        )
        AND "t110"."key" >= COALESCE("t110"."begun_key", -9000000000000000000)
    ) AS "t111"
    GROUP BY
      1
  ) AS "t113"
    ON "t105"."lead_id" = "t113"."told_lead_id"
)
SELECT
  "t131"."source",
  "t131"."days",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t131"."is_won" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(CASE WHEN "t131"."is_lost" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost"
FROM (
  SELECT
    "t130"."source",
    "t130"."won_s" < 9000000000 AS "is_won",
    (
      "t130"."lost_s" < 9000000000
    ) AND NOT (
      "t130"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST((
        CASE
          WHEN CASE
            WHEN "t130"."won_s" < 9000000000
            THEN "t130"."won_s"
            ELSE CASE
              WHEN "t130"."lost_s" < 9000000000
              THEN "t130"."lost_s"
              ELSE ${as_of_s}
            END
          END < LEAST("t130"."reply_s", "t130"."deal_s")
          THEN 0
          ELSE CASE
            WHEN "t130"."won_s" < 9000000000
            THEN "t130"."won_s"
            ELSE CASE
              WHEN "t130"."lost_s" < 9000000000
              THEN "t130"."lost_s"
              ELSE ${as_of_s}
            END
          END - LEAST("t130"."reply_s", "t130"."deal_s")
        END - (
          CASE
            WHEN CASE
              WHEN "t130"."won_s" < 9000000000
              THEN "t130"."won_s"
              ELSE CASE
                WHEN "t130"."lost_s" < 9000000000
                THEN "t130"."lost_s"
                ELSE ${as_of_s}
              END
            END < LEAST("t130"."reply_s", "t130"."deal_s")
            THEN 0
            ELSE CASE
              WHEN "t130"."won_s" < 9000000000
              THEN "t130"."won_s"
              ELSE CASE
                WHEN "t130"."lost_s" < 9000000000
                THEN "t130"."lost_s"
                ELSE ${as_of_s}
              END
            END - LEAST("t130"."reply_s", "t130"."deal_s")
          END % 86400
        )
      ) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST((
        CASE
          WHEN CASE
            WHEN "t130"."won_s" < 9000000000
            THEN "t130"."won_s"
            ELSE CASE
              WHEN "t130"."lost_s" < 9000000000
              THEN "t130"."lost_s"
              ELSE ${as_of_s}
            END
          END < LEAST("t130"."reply_s", "t130"."deal_s")
          THEN 0
          ELSE CASE
            WHEN "t130"."won_s" < 9000000000
            THEN "t130"."won_s"
            ELSE CASE
              WHEN "t130"."lost_s" < 9000000000
              THEN "t130"."lost_s"
              ELSE ${as_of_s}
            END
          END - LEAST("t130"."reply_s", "t130"."deal_s")
        END - (
          CASE
            WHEN CASE
              WHEN "t130"."won_s" < 9000000000
              THEN "t130"."won_s"
              ELSE CASE
                WHEN "t130"."lost_s" < 9000000000
                THEN "t130"."lost_s"
                ELSE ${as_of_s}
              END
            END < LEAST("t130"."reply_s", "t130"."deal_s")
            THEN 0
            ELSE CASE
              WHEN "t130"."won_s" < 9000000000
              THEN "t130"."won_s"
              ELSE CASE
                WHEN "t130"."lost_s" < 9000000000
                THEN "t130"."lost_s"
                ELSE ${as_of_s}
              END
            END - LEAST("t130"."reply_s", "t130"."deal_s")
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t129"."lead_id",
      "t129"."start_s",
      "t129"."start_key",
      "t129"."points",
      "t129"."last_key",
      "t129"."contact_s",
      "t129"."reply_s",
      "t129"."reply_key",
      "t129"."deal_s",
      "t129"."deal_key",
      "t129"."won_s",
      "t129"."revived_key",
      "t129"."lost_key",
      "t129"."lost_s",
      "t129"."quit_s",
      "t129"."source",
      "t129"."cohort_s",
      "t126"."tried_lead_id",
      "t126"."k"
    FROM (
      SELECT
        "t127"."lead_id",
        "t127"."start_s",
        "t127"."start_key",
        "t127"."points",
        "t127"."last_key",
        "t127"."contact_s",
        "t127"."reply_s",
        "t127"."reply_key",
        "t127"."deal_s",
        "t127"."deal_key",
        "t127"."won_s",
        "t127"."revived_key",
        "t127"."lost_key",
        "t127"."lost_s",
        "t127"."quit_s",
        "t127"."source",
        CASE
          WHEN "t127"."begun_s" > -9000000000
          THEN "t127"."begun_s"
          ELSE COALESCE("t127"."heard_s", -9000000000)
        END AS "cohort_s"
      FROM (
        SELECT
          "t124"."lead_id",
          "t124"."start_s",
          "t124"."start_key",
          "t124"."points",
          "t124"."last_key",
          "t124"."contact_s",
          "t124"."reply_s",
          "t124"."reply_key",
          "t124"."deal_s",
          "t124"."deal_key",
          "t124"."won_s",
          "t124"."revived_key",
          "t124"."lost_key",
          "t124"."lost_s",
          "t124"."quit_s",
          "t124"."source",
          "t124"."begun_s",
          "t68"."heard_lead_id",
          "t68"."heard_s"
        FROM (
          SELECT
            "t120"."lead_id",
            "t120"."start_s",
            "t120"."start_key",
            "t120"."points",
            "t120"."last_key",
            "t120"."contact_s",
            "t120"."reply_s",
            "t120"."reply_key",
            "t120"."deal_s",
            "t120"."deal_key",
            "t120"."won_s",
            "t120"."revived_key",
            "t120"."lost_key",
            "t120"."lost_s",
            "t120"."quit_s",
            COALESCE("t120"."origin", 'unknown') AS "source",
            CASE
              WHEN "t120"."start_s" > -9000000000
              THEN "t120"."start_s"
              ELSE COALESCE("t120"."origin_s", -9000000000)
            END AS "begun_s"
          FROM (
            SELECT
              "t118"."lead_id",
              "t118"."start_s",
              "t118"."start_key",
              "t118"."points",
              "t118"."last_key",
              "t118"."contact_s",
              "t118"."reply_s",
              "t118"."reply_key",
              "t118"."deal_s",
              "t118"."deal_key",
              "t118"."won_s",
              "t118"."revived_key",
              "t118"."lost_key",
              "t118"."lost_s",
              "t118"."quit_s",
              "t81"."origin_lead_id",
              "t81"."origin_s",
              "t81"."origin"
            FROM (
              SELECT
                "t115"."lead_id",
                "t115"."start_s",
                "t115"."start_key",
                "t115"."points",
                "t115"."last_key",
                "t115"."contact_s",
                "t115"."reply_s",
                "t115"."reply_key",
                "t115"."deal_s",
                "t115"."deal_key",
                "t115"."won_s",
                "t115"."revived_key",
                COALESCE("t115"."lost_key", 9000000000000000000) AS "lost_key",
                COALESCE("t115"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t115"."quit_s", 9000000000) AS "quit_s"
              FROM "t114" AS "t115"
            ) AS "t118"
            LEFT OUTER JOIN (
              SELECT
                "t76"."lead_id" AS "origin_lead_id",
                "t76"."occurred_s" AS "origin_s",
                COALESCE("t76"."source", 'unknown') AS "origin"
              FROM (
                SELECT
                  *
                FROM "t58" AS "t63"
                WHERE
                  "t63"."key" IN (
                    SELECT
                      "t71"."first_key"
                    FROM (
                      SELECT
                        "t63"."lead_id" AS "first_lead_id",
                        MIN("t63"."key") AS "first_key"
                      FROM "t58" AS "t63"
                      GROUP BY
                        1
                    ) AS "t71"
                  )
              ) AS "t76"
            ) AS "t81"
              ON "t118"."lead_id" = "t81"."origin_lead_id"
          ) AS "t120"
        ) AS "t124"
        LEFT OUTER JOIN (
          SELECT
            "t57"."lead_id" AS "heard_lead_id",
            MIN("t57"."occurred_s") AS "heard_s"
          FROM (
            SELECT
              "t50"."seq",
              "t50"."kind",
              "t50"."occurred_s",
              "t50"."occurred_month",
              "t50"."person_id",
              "t50"."side",
              "t50"."source",
              "t50"."value_code",
              "t50"."value_number",
              "t50"."points",
              "t50"."due_s",
              "t50"."worked_s",
              "t50"."lead_id" AS "own_lead_id",
              COALESCE("t50"."into_id", "t50"."lead_id") AS "lead_id"
            FROM (
              SELECT
                "t26"."seq",
                "t26"."kind",
                "t26"."occurred_s",
                "t26"."occurred_month",
                "t26"."lead_id",
                "t26"."person_id",
                "t26"."side",
                "t26"."source",
                "t26"."value_code",
                "t26"."value_number",
                "t26"."points",
                "t26"."due_s",
                "t26"."worked_s",
                "t49"."gone_id",
                "t49"."into_id"
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
                      AND "t0"."kind" IN (
                        'accepted',
                        'call',
                        'captured',
                        'deal_opened',
                        'disqualified',
                        'email',
                        'gave_up',
                        'handed_over',
                        'lost',
                        'meeting',
                        'qualified',
                        'recycled',
                        'rejected',
                        'social',
                        'woken',
                        'won'
                      )
                  ) AS "t1"
                  WHERE
                    NOT (
                      "t1"."id" IN (
                        SELECT
                          *
                        FROM "t9"
                      )
                    )
                ) AS "t11"
                WHERE
                  COALESCE("t11"."lead_id", 0) <> 0
              ) AS "t26"
              LEFT OUTER JOIN (
                SELECT
                  "t47"."gone_id",
                  COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t46"."gone_id",
                    "t46"."merged_s",
                    "t46"."merged_key",
                    "t46"."into_id",
                    "t43"."via_id",
                    "t43"."onward_id"
                  FROM (
                    SELECT
                      "t44"."gone_id",
                      "t44"."merged_s",
                      "t44"."merged_key",
                      COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t41"."gone_id",
                        "t41"."into_id",
                        "t41"."merged_s",
                        "t41"."merged_key",
                        "t43"."via_id",
                        "t43"."onward_id"
                      FROM "t39" AS "t41"
                      LEFT OUTER JOIN (
                        SELECT
                          "t40"."gone_id" AS "via_id",
                          "t40"."into_id" AS "onward_id"
                        FROM "t39" AS "t40"
                      ) AS "t43"
                        ON "t41"."into_id" = "t43"."via_id"
                    ) AS "t44"
                  ) AS "t46"
                  LEFT OUTER JOIN (
                    SELECT
                      "t40"."gone_id" AS "via_id",
                      "t40"."into_id" AS "onward_id"
                    FROM "t39" AS "t40"
                  ) AS "t43"
                    ON "t46"."into_id" = "t43"."via_id"
                ) AS "t47"
              ) AS "t49"
                ON "t26"."lead_id" = "t49"."gone_id"
            ) AS "t50"
          ) AS "t57"
          GROUP BY
            1
        ) AS "t68"
          ON "t124"."lead_id" = "t68"."heard_lead_id"
      ) AS "t127"
      WHERE
        CASE
          WHEN "t127"."begun_s" > -9000000000
          THEN "t127"."begun_s"
          ELSE COALESCE("t127"."heard_s", -9000000000)
        END >= ${since_s}
        AND CASE
          WHEN "t127"."begun_s" > -9000000000
          THEN "t127"."begun_s"
          ELSE COALESCE("t127"."heard_s", -9000000000)
        END < ${until_s}
    ) AS "t129"
    LEFT OUTER JOIN (
      SELECT
        "t122"."tried_id" AS "tried_lead_id",
        COUNT(*) AS "k"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t90"."key",
            "t90"."tried_id",
            "t119"."lead_id",
            "t119"."end_key"
          FROM (
            SELECT
              "t85"."key",
              "t85"."lead_id" AS "tried_id"
            FROM "t84" AS "t85"
            WHERE
              "t85"."key" > COALESCE("t85"."hand_key", -9000000000000000000)
              AND "t85"."is_try" = 1
          ) AS "t90"
          INNER JOIN (
            SELECT
              "t115"."lead_id",
              LEAST(
                "t115"."reply_key",
                "t115"."deal_key",
                COALESCE("t115"."lost_key", 9000000000000000000)
              ) AS "end_key"
            FROM "t114" AS "t115"
          ) AS "t119"
            ON "t90"."tried_id" = "t119"."lead_id"
        ) AS "t121"
        WHERE
          "t121"."key" <= "t121"."end_key"
      ) AS "t122"
      GROUP BY
        1
    ) AS "t126"
      ON "t129"."lead_id" = "t126"."tried_lead_id"
  ) AS "t130"
  WHERE
    COALESCE("t130"."k", 0) > 0
    AND CASE
      WHEN LEAST("t130"."reply_key", "t130"."deal_key") < "t130"."lost_key"
      THEN 1
      ELSE 0
    END = 1
) AS "t131"
GROUP BY
  1,
  2
