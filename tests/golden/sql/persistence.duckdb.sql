-- spells
WITH "t7" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t25" AS (
  SELECT
    "t14"."lead_id",
    "t14"."occurred_s",
    "t14"."seq",
    CAST(CASE
      WHEN "t14"."kind" = 'merged'
      THEN COALESCE("t14"."value_number", 0.0)
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
      FROM "t25" AS "t26"
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
              FROM "t25" AS "t27"
              INNER JOIN (
                SELECT
                  "t26"."lead_id",
                  MAX("t26"."occurred_s") AS "last_s"
                FROM "t25" AS "t26"
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
), "t51" AS (
  SELECT
    COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
    "t46"."side",
    "t46"."source",
    "t46"."occurred_s",
    "t46"."occurred_month",
    (
      "t46"."occurred_s" * 4000000000
    ) + "t46"."seq" AS "key"
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
            AND "t0"."kind" IN ('captured')
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
), "t54" AS (
  SELECT
    COALESCE("t50"."into_id", "t50"."lead_id") AS "lead_id",
    "t50"."recorded_s",
    "t50"."occurred_s",
    (
      "t50"."occurred_s" * 4000000000
    ) + "t50"."seq" AS "key",
    COALESCE("t50"."points", -1000000) AS "points",
    COALESCE("t50"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t24"."seq",
      "t24"."id",
      "t24"."kind",
      "t24"."occurred_s",
      "t24"."occurred_month",
      "t24"."lead_id",
      "t24"."person_id",
      "t24"."side",
      "t24"."source",
      "t24"."value_code",
      "t24"."value_number",
      "t24"."points",
      "t24"."due_s",
      "t24"."worked_s",
      "t24"."recorded_s",
      "t24"."pact_version",
      "t45"."gone_id",
      "t45"."into_id"
    FROM (
      SELECT
        "t13"."seq",
        "t13"."id",
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
        "t13"."worked_s",
        "t13"."recorded_s",
        "t13"."pact_version"
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
      WHERE
        COALESCE("t13"."lead_id", 0) <> 0
    ) AS "t24"
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
      ON "t24"."lead_id" = "t45"."gone_id"
  ) AS "t50"
), "t71" AS (
  SELECT
    "t61"."lead_id",
    "t61"."occurred_s",
    "t61"."key",
    "t61"."is_talk",
    "t61"."is_try",
    "t70"."hand_s",
    "t70"."points",
    "t70"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
      "t48"."occurred_s",
      (
        "t48"."occurred_s" * 4000000000
      ) + "t48"."seq" AS "key",
      CASE
        WHEN "t48"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t48"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t48"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t48"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t48"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
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
  ) AS "t61"
  LEFT OUTER JOIN (
    SELECT
      "t66"."occurred_s" AS "hand_s",
      CAST("t66"."points" AS BIGINT) AS "points",
      "t66"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t54" AS "t58"
      WHERE
        "t58"."key" IN (
          SELECT
            "t62"."first_key"
          FROM (
            SELECT
              "t58"."lead_id" AS "first_lead_id",
              MIN("t58"."key") AS "first_key"
            FROM "t54" AS "t58"
            GROUP BY
              1
          ) AS "t62"
        )
    ) AS "t66"
  ) AS "t70"
    ON "t61"."lead_id" = "t70"."handed_lead_id"
), "t76" AS (
  SELECT
    "t74"."lead_id",
    MIN("t74"."start_s") AS "start_s",
    MIN("t74"."points") AS "points",
    MIN("t74"."occurred_s") AS "first_s",
    MAX(CASE WHEN "t74"."is_try" = 1 THEN "t74"."occurred_s" ELSE -9000000000 END) AS "last_s",
    MAX(CASE WHEN "t74"."is_try" = 1 THEN "t74"."key" ELSE -9000000000000000000 END) AS "last_key",
    MIN(CASE WHEN "t74"."is_talk" = 1 THEN "t74"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t74"."is_talk" = 1 THEN "t74"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t72"."lead_id",
      "t72"."occurred_s",
      "t72"."key",
      "t72"."is_talk",
      "t72"."is_try",
      COALESCE("t72"."hand_s", -9000000000) AS "start_s",
      COALESCE("t72"."points", -1000000) AS "points"
    FROM "t71" AS "t72"
    WHERE
      "t72"."occurred_s" >= COALESCE("t72"."hand_s", -9000000000)
  ) AS "t74"
  GROUP BY
    1
), "t86" AS (
  SELECT
    "t80"."lead_id",
    "t80"."start_s",
    "t80"."points",
    "t80"."first_s",
    "t80"."last_s",
    "t80"."last_key",
    "t80"."reply_s",
    "t80"."reply_key",
    "t85"."told_lead_id",
    "t85"."deal_s",
    "t85"."won_s",
    "t85"."revived_key"
  FROM (
    SELECT
      *
    FROM "t76" AS "t77"
    WHERE
      "t77"."last_s" > -9000000000
  ) AS "t80"
  LEFT OUTER JOIN (
    SELECT
      "t83"."told_lead_id",
      MIN(
        CASE
          WHEN "t83"."kind" IN ('deal_opened', 'won')
          THEN "t83"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(CASE WHEN "t83"."kind" = 'won' THEN "t83"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t83"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t83"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t57"."kind",
          "t57"."occurred_s",
          "t57"."told_lead_id",
          "t57"."key",
          "t81"."lead_id",
          "t81"."start_s"
        FROM (
          SELECT
            "t49"."kind",
            "t49"."occurred_s",
            COALESCE("t49"."into_id", "t49"."lead_id") AS "told_lead_id",
            (
              "t49"."occurred_s" * 4000000000
            ) + "t49"."seq" AS "key"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
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
        ) AS "t57"
        INNER JOIN (
          SELECT
            "t77"."lead_id",
            "t77"."start_s"
          FROM "t76" AS "t77"
          WHERE
            "t77"."last_s" > -9000000000
        ) AS "t81"
          ON "t57"."told_lead_id" = "t81"."lead_id"
      ) AS "t82"
      WHERE
        "t82"."occurred_s" >= "t82"."start_s"
    ) AS "t83"
    GROUP BY
      1
  ) AS "t85"
    ON "t80"."lead_id" = "t85"."told_lead_id"
), "t96" AS (
  SELECT
    "t90"."lead_id",
    "t90"."start_s",
    "t90"."points",
    "t90"."first_s",
    "t90"."last_s",
    "t90"."last_key",
    "t90"."reply_s",
    "t90"."reply_key",
    "t90"."deal_s",
    "t90"."won_s",
    "t90"."revived_key",
    "t95"."told_lead_id",
    "t95"."lost_s",
    "t95"."quit_s"
  FROM (
    SELECT
      "t87"."lead_id",
      "t87"."start_s",
      "t87"."points",
      "t87"."first_s",
      "t87"."last_s",
      "t87"."last_key",
      "t87"."reply_s",
      "t87"."reply_key",
      COALESCE("t87"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t87"."won_s", 9000000000) AS "won_s",
      COALESCE("t87"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t86" AS "t87"
  ) AS "t90"
  LEFT OUTER JOIN (
    SELECT
      "t93"."told_lead_id",
      MIN(
        CASE
          WHEN "t93"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t93"."won_s" = 9000000000
          )
          AND (
            "t93"."key" > "t93"."revived_key"
          )
          THEN "t93"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t93"."kind" IN ('gave_up', 'recycled')
          AND (
            "t93"."key" > "t93"."revived_key"
          )
          AND (
            "t93"."key" > "t93"."last_key"
          )
          THEN "t93"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t56"."kind",
          "t56"."occurred_s",
          "t56"."told_lead_id",
          "t56"."key",
          "t91"."lead_id",
          "t91"."start_s",
          "t91"."won_s",
          "t91"."revived_key",
          "t91"."last_key"
        FROM (
          SELECT
            "t47"."kind",
            "t47"."occurred_s",
            COALESCE("t47"."into_id", "t47"."lead_id") AS "told_lead_id",
            (
              "t47"."occurred_s" * 4000000000
            ) + "t47"."seq" AS "key"
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
                    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
        ) AS "t56"
        INNER JOIN (
          SELECT
            "t87"."lead_id",
            "t87"."start_s",
            COALESCE("t87"."won_s", 9000000000) AS "won_s",
            COALESCE("t87"."revived_key", -9000000000000000000) AS "revived_key",
            "t87"."last_key"
          FROM "t86" AS "t87"
        ) AS "t91"
          ON "t56"."told_lead_id" = "t91"."lead_id"
      ) AS "t92"
      WHERE
        "t92"."occurred_s" >= "t92"."start_s"
    ) AS "t93"
    GROUP BY
      1
  ) AS "t95"
    ON "t90"."lead_id" = "t95"."told_lead_id"
)
SELECT
  "t108"."band",
  "t108"."source",
  "t108"."k",
  COUNT(*) AS "leads",
  COUNT(
    CASE
      WHEN (
        LEAST("t108"."reply_s", "t108"."deal_s") < 9000000000
      )
      AND (
        LEAST("t108"."reply_s", "t108"."deal_s") <= "t108"."lost_s"
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_event",
  COUNT(
    CASE
      WHEN NOT (
        (
          LEAST("t108"."reply_s", "t108"."deal_s") < 9000000000
        )
        AND (
          LEAST("t108"."reply_s", "t108"."deal_s") <= "t108"."lost_s"
        )
      )
      AND (
        "t108"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_lost",
  COUNT(
    CASE
      WHEN NOT (
        (
          LEAST("t108"."reply_s", "t108"."deal_s") < 9000000000
        )
        AND (
          LEAST("t108"."reply_s", "t108"."deal_s") <= "t108"."lost_s"
        )
      )
      AND NOT (
        "t108"."lost_s" < 9000000000
      )
      AND (
        (
          "t108"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t108"."reply_s", "t108"."deal_s") = 9000000000
          )
          AND (
            "t108"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_gave_up",
  COUNT(CASE WHEN "t108"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_event",
  COUNT(
    CASE
      WHEN NOT (
        "t108"."won_s" < 9000000000
      ) AND (
        "t108"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_lost",
  COUNT(
    CASE
      WHEN NOT (
        "t108"."won_s" < 9000000000
      )
      AND NOT (
        "t108"."lost_s" < 9000000000
      )
      AND (
        (
          "t108"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t108"."reply_s", "t108"."deal_s") = 9000000000
          )
          AND (
            "t108"."last_s" < (
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
    "t107"."lead_id",
    COALESCE("t107"."origin", 'unknown') AS "source",
    "t107"."reply_s",
    "t107"."deal_s",
    "t107"."won_s",
    "t107"."last_s",
    "t107"."lost_s",
    "t107"."quit_s",
    COALESCE("t107"."k", 0) AS "k",
    CASE
      WHEN "t107"."points" = -1000000
      THEN 'none'
      WHEN "t107"."points" < 40
      THEN '0-39'
      WHEN "t107"."points" < 60
      THEN '40-59'
      WHEN "t107"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM (
    SELECT
      "t100"."lead_id",
      "t100"."start_s",
      "t100"."points",
      "t100"."first_s",
      "t100"."last_s",
      "t100"."last_key",
      "t100"."reply_s",
      "t100"."reply_key",
      "t100"."deal_s",
      "t100"."won_s",
      "t100"."revived_key",
      "t100"."lost_s",
      "t100"."quit_s",
      "t106"."k",
      "t106"."tried_lead_id",
      "t69"."origin_lead_id",
      "t69"."origin_s",
      "t69"."origin"
    FROM (
      SELECT
        "t97"."lead_id",
        "t97"."start_s",
        "t97"."points",
        "t97"."first_s",
        "t97"."last_s",
        "t97"."last_key",
        "t97"."reply_s",
        "t97"."reply_key",
        "t97"."deal_s",
        "t97"."won_s",
        "t97"."revived_key",
        COALESCE("t97"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t97"."quit_s", 9000000000) AS "quit_s"
      FROM "t96" AS "t97"
    ) AS "t100"
    LEFT OUTER JOIN (
      SELECT
        "t104"."k",
        "t104"."lead_id" AS "tried_lead_id"
      FROM (
        SELECT
          "t103"."lead_id",
          COUNT(*) AS "k"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t75"."occurred_s",
              "t75"."key",
              "t75"."tried_id",
              "t101"."lead_id",
              "t101"."reply_key",
              "t101"."end_s"
            FROM (
              SELECT
                "t72"."occurred_s",
                "t72"."key",
                "t72"."lead_id" AS "tried_id"
              FROM "t71" AS "t72"
              WHERE
                "t72"."occurred_s" >= COALESCE("t72"."hand_s", -9000000000)
                AND "t72"."is_try" = 1
            ) AS "t75"
            INNER JOIN (
              SELECT
                "t97"."lead_id",
                "t97"."reply_key",
                LEAST("t97"."deal_s", COALESCE("t97"."lost_s", 9000000000)) AS "end_s"
              FROM "t96" AS "t97"
            ) AS "t101"
              ON "t75"."tried_id" = "t101"."lead_id"
          ) AS "t102"
          WHERE
            "t102"."key" <= "t102"."reply_key" AND "t102"."occurred_s" <= "t102"."end_s"
        ) AS "t103"
        GROUP BY
          1
      ) AS "t104"
    ) AS "t106"
      ON "t100"."lead_id" = "t106"."tried_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t65"."lead_id" AS "origin_lead_id",
        "t65"."occurred_s" AS "origin_s",
        COALESCE("t65"."source", 'unknown') AS "origin"
      FROM (
        SELECT
          *
        FROM "t51" AS "t55"
        WHERE
          "t55"."key" IN (
            SELECT
              "t60"."first_key"
            FROM (
              SELECT
                "t55"."lead_id" AS "first_lead_id",
                MIN("t55"."key") AS "first_key"
              FROM "t51" AS "t55"
              GROUP BY
                1
            ) AS "t60"
          )
      ) AS "t65"
    ) AS "t69"
      ON "t100"."lead_id" = "t69"."origin_lead_id"
  ) AS "t107"
  WHERE
    CASE
      WHEN "t107"."start_s" > -9000000000
      THEN "t107"."start_s"
      ELSE COALESCE("t107"."origin_s", "t107"."first_s")
    END >= ${since_s}
    AND CASE
      WHEN "t107"."start_s" > -9000000000
      THEN "t107"."start_s"
      ELSE COALESCE("t107"."origin_s", "t107"."first_s")
    END < ${until_s}
) AS "t108"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t7" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t25" AS (
  SELECT
    "t14"."lead_id",
    "t14"."occurred_s",
    "t14"."seq",
    CAST(CASE
      WHEN "t14"."kind" = 'merged'
      THEN COALESCE("t14"."value_number", 0.0)
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
      FROM "t25" AS "t26"
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
              FROM "t25" AS "t27"
              INNER JOIN (
                SELECT
                  "t26"."lead_id",
                  MAX("t26"."occurred_s") AS "last_s"
                FROM "t25" AS "t26"
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
), "t51" AS (
  SELECT
    COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
    "t46"."side",
    "t46"."source",
    "t46"."occurred_s",
    "t46"."occurred_month",
    (
      "t46"."occurred_s" * 4000000000
    ) + "t46"."seq" AS "key"
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
            AND "t0"."kind" IN ('captured')
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
), "t54" AS (
  SELECT
    COALESCE("t50"."into_id", "t50"."lead_id") AS "lead_id",
    "t50"."recorded_s",
    "t50"."occurred_s",
    (
      "t50"."occurred_s" * 4000000000
    ) + "t50"."seq" AS "key",
    COALESCE("t50"."points", -1000000) AS "points",
    COALESCE("t50"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t24"."seq",
      "t24"."id",
      "t24"."kind",
      "t24"."occurred_s",
      "t24"."occurred_month",
      "t24"."lead_id",
      "t24"."person_id",
      "t24"."side",
      "t24"."source",
      "t24"."value_code",
      "t24"."value_number",
      "t24"."points",
      "t24"."due_s",
      "t24"."worked_s",
      "t24"."recorded_s",
      "t24"."pact_version",
      "t45"."gone_id",
      "t45"."into_id"
    FROM (
      SELECT
        "t13"."seq",
        "t13"."id",
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
        "t13"."worked_s",
        "t13"."recorded_s",
        "t13"."pact_version"
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
      WHERE
        COALESCE("t13"."lead_id", 0) <> 0
    ) AS "t24"
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
      ON "t24"."lead_id" = "t45"."gone_id"
  ) AS "t50"
), "t71" AS (
  SELECT
    "t61"."lead_id",
    "t61"."occurred_s",
    "t61"."key",
    "t61"."is_talk",
    "t61"."is_try",
    "t70"."hand_s",
    "t70"."points",
    "t70"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
      "t48"."occurred_s",
      (
        "t48"."occurred_s" * 4000000000
      ) + "t48"."seq" AS "key",
      CASE
        WHEN "t48"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t48"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t48"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t48"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t48"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
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
  ) AS "t61"
  LEFT OUTER JOIN (
    SELECT
      "t66"."occurred_s" AS "hand_s",
      CAST("t66"."points" AS BIGINT) AS "points",
      "t66"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t54" AS "t58"
      WHERE
        "t58"."key" IN (
          SELECT
            "t62"."first_key"
          FROM (
            SELECT
              "t58"."lead_id" AS "first_lead_id",
              MIN("t58"."key") AS "first_key"
            FROM "t54" AS "t58"
            GROUP BY
              1
          ) AS "t62"
        )
    ) AS "t66"
  ) AS "t70"
    ON "t61"."lead_id" = "t70"."handed_lead_id"
), "t76" AS (
  SELECT
    "t74"."lead_id",
    MIN("t74"."start_s") AS "start_s",
    MIN("t74"."points") AS "points",
    MIN("t74"."occurred_s") AS "first_s",
    MAX(CASE WHEN "t74"."is_try" = 1 THEN "t74"."occurred_s" ELSE -9000000000 END) AS "last_s",
    MAX(CASE WHEN "t74"."is_try" = 1 THEN "t74"."key" ELSE -9000000000000000000 END) AS "last_key",
    MIN(CASE WHEN "t74"."is_talk" = 1 THEN "t74"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t74"."is_talk" = 1 THEN "t74"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t72"."lead_id",
      "t72"."occurred_s",
      "t72"."key",
      "t72"."is_talk",
      "t72"."is_try",
      COALESCE("t72"."hand_s", -9000000000) AS "start_s",
      COALESCE("t72"."points", -1000000) AS "points"
    FROM "t71" AS "t72"
    WHERE
      "t72"."occurred_s" >= COALESCE("t72"."hand_s", -9000000000)
  ) AS "t74"
  GROUP BY
    1
), "t86" AS (
  SELECT
    "t80"."lead_id",
    "t80"."start_s",
    "t80"."points",
    "t80"."first_s",
    "t80"."last_s",
    "t80"."last_key",
    "t80"."reply_s",
    "t80"."reply_key",
    "t85"."told_lead_id",
    "t85"."deal_s",
    "t85"."won_s",
    "t85"."revived_key"
  FROM (
    SELECT
      *
    FROM "t76" AS "t77"
    WHERE
      "t77"."last_s" > -9000000000
  ) AS "t80"
  LEFT OUTER JOIN (
    SELECT
      "t83"."told_lead_id",
      MIN(
        CASE
          WHEN "t83"."kind" IN ('deal_opened', 'won')
          THEN "t83"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(CASE WHEN "t83"."kind" = 'won' THEN "t83"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t83"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t83"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t57"."kind",
          "t57"."occurred_s",
          "t57"."told_lead_id",
          "t57"."key",
          "t81"."lead_id",
          "t81"."start_s"
        FROM (
          SELECT
            "t49"."kind",
            "t49"."occurred_s",
            COALESCE("t49"."into_id", "t49"."lead_id") AS "told_lead_id",
            (
              "t49"."occurred_s" * 4000000000
            ) + "t49"."seq" AS "key"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
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
        ) AS "t57"
        INNER JOIN (
          SELECT
            "t77"."lead_id",
            "t77"."start_s"
          FROM "t76" AS "t77"
          WHERE
            "t77"."last_s" > -9000000000
        ) AS "t81"
          ON "t57"."told_lead_id" = "t81"."lead_id"
      ) AS "t82"
      WHERE
        "t82"."occurred_s" >= "t82"."start_s"
    ) AS "t83"
    GROUP BY
      1
  ) AS "t85"
    ON "t80"."lead_id" = "t85"."told_lead_id"
), "t96" AS (
  SELECT
    "t90"."lead_id",
    "t90"."start_s",
    "t90"."points",
    "t90"."first_s",
    "t90"."last_s",
    "t90"."last_key",
    "t90"."reply_s",
    "t90"."reply_key",
    "t90"."deal_s",
    "t90"."won_s",
    "t90"."revived_key",
    "t95"."told_lead_id",
    "t95"."lost_s",
    "t95"."quit_s"
  FROM (
    SELECT
      "t87"."lead_id",
      "t87"."start_s",
      "t87"."points",
      "t87"."first_s",
      "t87"."last_s",
      "t87"."last_key",
      "t87"."reply_s",
      "t87"."reply_key",
      COALESCE("t87"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t87"."won_s", 9000000000) AS "won_s",
      COALESCE("t87"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t86" AS "t87"
  ) AS "t90"
  LEFT OUTER JOIN (
    SELECT
      "t93"."told_lead_id",
      MIN(
        CASE
          WHEN "t93"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t93"."won_s" = 9000000000
          )
          AND (
            "t93"."key" > "t93"."revived_key"
          )
          THEN "t93"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t93"."kind" IN ('gave_up', 'recycled')
          AND (
            "t93"."key" > "t93"."revived_key"
          )
          AND (
            "t93"."key" > "t93"."last_key"
          )
          THEN "t93"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t56"."kind",
          "t56"."occurred_s",
          "t56"."told_lead_id",
          "t56"."key",
          "t91"."lead_id",
          "t91"."start_s",
          "t91"."won_s",
          "t91"."revived_key",
          "t91"."last_key"
        FROM (
          SELECT
            "t47"."kind",
            "t47"."occurred_s",
            COALESCE("t47"."into_id", "t47"."lead_id") AS "told_lead_id",
            (
              "t47"."occurred_s" * 4000000000
            ) + "t47"."seq" AS "key"
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
                    AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
        ) AS "t56"
        INNER JOIN (
          SELECT
            "t87"."lead_id",
            "t87"."start_s",
            COALESCE("t87"."won_s", 9000000000) AS "won_s",
            COALESCE("t87"."revived_key", -9000000000000000000) AS "revived_key",
            "t87"."last_key"
          FROM "t86" AS "t87"
        ) AS "t91"
          ON "t56"."told_lead_id" = "t91"."lead_id"
      ) AS "t92"
      WHERE
        "t92"."occurred_s" >= "t92"."start_s"
    ) AS "t93"
    GROUP BY
      1
  ) AS "t95"
    ON "t90"."lead_id" = "t95"."told_lead_id"
)
SELECT
  "t109"."source",
  "t109"."days",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t109"."is_won" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(CASE WHEN "t109"."is_lost" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost"
FROM (
  SELECT
    "t108"."source",
    "t108"."won_s" < 9000000000 AS "is_won",
    (
      "t108"."lost_s" < 9000000000
    ) AND NOT (
      "t108"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST((
        CASE
          WHEN CASE
            WHEN "t108"."won_s" < 9000000000
            THEN "t108"."won_s"
            ELSE CASE
              WHEN "t108"."lost_s" < 9000000000
              THEN "t108"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t108"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t108"."won_s" < 9000000000
            THEN "t108"."won_s"
            ELSE CASE
              WHEN "t108"."lost_s" < 9000000000
              THEN "t108"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t108"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t108"."won_s" < 9000000000
              THEN "t108"."won_s"
              ELSE CASE
                WHEN "t108"."lost_s" < 9000000000
                THEN "t108"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t108"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t108"."won_s" < 9000000000
              THEN "t108"."won_s"
              ELSE CASE
                WHEN "t108"."lost_s" < 9000000000
                THEN "t108"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t108"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST((
        CASE
          WHEN CASE
            WHEN "t108"."won_s" < 9000000000
            THEN "t108"."won_s"
            ELSE CASE
              WHEN "t108"."lost_s" < 9000000000
              THEN "t108"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t108"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t108"."won_s" < 9000000000
            THEN "t108"."won_s"
            ELSE CASE
              WHEN "t108"."lost_s" < 9000000000
              THEN "t108"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t108"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t108"."won_s" < 9000000000
              THEN "t108"."won_s"
              ELSE CASE
                WHEN "t108"."lost_s" < 9000000000
                THEN "t108"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t108"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t108"."won_s" < 9000000000
              THEN "t108"."won_s"
              ELSE CASE
                WHEN "t108"."lost_s" < 9000000000
                THEN "t108"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t108"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      COALESCE("t107"."origin", 'unknown') AS "source",
      "t107"."won_s",
      COALESCE("t107"."k", 0) AS "k",
      "t107"."lost_s",
      LEAST("t107"."reply_s", "t107"."deal_s") AS "reply_s"
    FROM (
      SELECT
        "t100"."lead_id",
        "t100"."start_s",
        "t100"."points",
        "t100"."first_s",
        "t100"."last_s",
        "t100"."last_key",
        "t100"."reply_s",
        "t100"."reply_key",
        "t100"."deal_s",
        "t100"."won_s",
        "t100"."revived_key",
        "t100"."lost_s",
        "t100"."quit_s",
        "t106"."k",
        "t106"."tried_lead_id",
        "t69"."origin_lead_id",
        "t69"."origin_s",
        "t69"."origin"
      FROM (
        SELECT
          "t97"."lead_id",
          "t97"."start_s",
          "t97"."points",
          "t97"."first_s",
          "t97"."last_s",
          "t97"."last_key",
          "t97"."reply_s",
          "t97"."reply_key",
          "t97"."deal_s",
          "t97"."won_s",
          "t97"."revived_key",
          COALESCE("t97"."lost_s", 9000000000) AS "lost_s",
          COALESCE("t97"."quit_s", 9000000000) AS "quit_s"
        FROM "t96" AS "t97"
      ) AS "t100"
      LEFT OUTER JOIN (
        SELECT
          "t104"."k",
          "t104"."lead_id" AS "tried_lead_id"
        FROM (
          SELECT
            "t103"."lead_id",
            COUNT(*) AS "k"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t75"."occurred_s",
                "t75"."key",
                "t75"."tried_id",
                "t101"."lead_id",
                "t101"."reply_key",
                "t101"."end_s"
              FROM (
                SELECT
                  "t72"."occurred_s",
                  "t72"."key",
                  "t72"."lead_id" AS "tried_id"
                FROM "t71" AS "t72"
                WHERE
                  "t72"."occurred_s" >= COALESCE("t72"."hand_s", -9000000000)
                  AND "t72"."is_try" = 1
              ) AS "t75"
              INNER JOIN (
                SELECT
                  "t97"."lead_id",
                  "t97"."reply_key",
                  LEAST("t97"."deal_s", COALESCE("t97"."lost_s", 9000000000)) AS "end_s"
                FROM "t96" AS "t97"
              ) AS "t101"
                ON "t75"."tried_id" = "t101"."lead_id"
            ) AS "t102"
            WHERE
              "t102"."key" <= "t102"."reply_key" AND "t102"."occurred_s" <= "t102"."end_s"
          ) AS "t103"
          GROUP BY
            1
        ) AS "t104"
      ) AS "t106"
        ON "t100"."lead_id" = "t106"."tried_lead_id"
      LEFT OUTER JOIN (
        SELECT
          "t65"."lead_id" AS "origin_lead_id",
          "t65"."occurred_s" AS "origin_s",
          COALESCE("t65"."source", 'unknown') AS "origin"
        FROM (
          SELECT
            *
          FROM "t51" AS "t55"
          WHERE
            "t55"."key" IN (
              SELECT
                "t60"."first_key"
              FROM (
                SELECT
                  "t55"."lead_id" AS "first_lead_id",
                  MIN("t55"."key") AS "first_key"
                FROM "t51" AS "t55"
                GROUP BY
                  1
              ) AS "t60"
            )
        ) AS "t65"
      ) AS "t69"
        ON "t100"."lead_id" = "t69"."origin_lead_id"
    ) AS "t107"
    WHERE
      CASE
        WHEN "t107"."start_s" > -9000000000
        THEN "t107"."start_s"
        ELSE COALESCE("t107"."origin_s", "t107"."first_s")
      END >= ${since_s}
      AND CASE
        WHEN "t107"."start_s" > -9000000000
        THEN "t107"."start_s"
        ELSE COALESCE("t107"."origin_s", "t107"."first_s")
      END < ${until_s}
      AND COALESCE("t107"."k", 0) > 0
      AND LEAST("t107"."reply_s", "t107"."deal_s") < 9000000000
      AND LEAST("t107"."reply_s", "t107"."deal_s") <= "t107"."lost_s"
  ) AS "t108"
) AS "t109"
GROUP BY
  1,
  2
