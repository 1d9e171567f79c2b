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
), "t53" AS (
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
), "t56" AS (
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
), "t73" AS (
  SELECT
    "t63"."lead_id",
    "t63"."occurred_s",
    "t63"."key",
    "t63"."is_talk",
    "t63"."is_try",
    "t72"."hand_s",
    "t72"."points",
    "t72"."handed_lead_id"
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
  ) AS "t63"
  LEFT OUTER JOIN (
    SELECT
      "t68"."occurred_s" AS "hand_s",
      CAST("t68"."points" AS BIGINT) AS "points",
      "t68"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        "t66"."first_lead_id",
        "t66"."hand_key",
        "t60"."lead_id",
        "t60"."recorded_s",
        "t60"."occurred_s",
        "t60"."key",
        "t60"."points",
        "t60"."version"
      FROM (
        SELECT
          "t58"."lead_id" AS "first_lead_id",
          MIN("t58"."key") AS "hand_key"
        FROM "t56" AS "t58"
        GROUP BY
          1
      ) AS "t66"
      INNER JOIN "t56" AS "t60"
        ON "t66"."first_lead_id" = "t60"."lead_id" AND "t66"."hand_key" = "t60"."key"
    ) AS "t68"
  ) AS "t72"
    ON "t63"."lead_id" = "t72"."handed_lead_id"
), "t78" AS (
  SELECT
    "t76"."lead_id",
    MIN("t76"."start_s") AS "start_s",
    MIN("t76"."points") AS "points",
    MIN("t76"."occurred_s") AS "first_s",
    MAX(CASE WHEN "t76"."is_try" = 1 THEN "t76"."occurred_s" ELSE -9000000000 END) AS "last_s",
    MIN(CASE WHEN "t76"."is_talk" = 1 THEN "t76"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t76"."is_talk" = 1 THEN "t76"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t74"."lead_id",
      "t74"."occurred_s",
      "t74"."key",
      "t74"."is_talk",
      "t74"."is_try",
      COALESCE("t74"."hand_s", -9000000000) AS "start_s",
      COALESCE("t74"."points", -1000000) AS "points"
    FROM "t73" AS "t74"
    WHERE
      "t74"."occurred_s" >= COALESCE("t74"."hand_s", -9000000000)
  ) AS "t76"
  GROUP BY
    1
), "t88" AS (
  SELECT
    "t82"."lead_id",
    "t82"."start_s",
    "t82"."points",
    "t82"."first_s",
    "t82"."last_s",
    "t82"."reply_s",
    "t82"."reply_key",
    "t87"."told_lead_id",
    "t87"."deal_s",
    "t87"."won_s",
    "t87"."revived_s"
  FROM (
    SELECT
      *
    FROM "t78" AS "t79"
    WHERE
      "t79"."last_s" > -9000000000
  ) AS "t82"
  LEFT OUTER JOIN (
    SELECT
      "t85"."told_lead_id",
      MIN(
        CASE
          WHEN "t85"."kind" IN ('deal_opened', 'won')
          THEN "t85"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(CASE WHEN "t85"."kind" = 'won' THEN "t85"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t85"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t85"."occurred_s"
          ELSE -9000000000
        END
      ) AS "revived_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t55"."kind",
          "t55"."occurred_s",
          "t55"."told_lead_id",
          "t83"."lead_id",
          "t83"."start_s"
        FROM (
          SELECT
            "t49"."kind",
            "t49"."occurred_s",
            COALESCE("t49"."into_id", "t49"."lead_id") AS "told_lead_id"
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
        ) AS "t55"
        INNER JOIN (
          SELECT
            "t79"."lead_id",
            "t79"."start_s"
          FROM "t78" AS "t79"
          WHERE
            "t79"."last_s" > -9000000000
        ) AS "t83"
          ON "t55"."told_lead_id" = "t83"."lead_id"
      ) AS "t84"
      WHERE
        "t84"."occurred_s" >= "t84"."start_s"
    ) AS "t85"
    GROUP BY
      1
  ) AS "t87"
    ON "t82"."lead_id" = "t87"."told_lead_id"
), "t98" AS (
  SELECT
    "t92"."lead_id",
    "t92"."start_s",
    "t92"."points",
    "t92"."first_s",
    "t92"."last_s",
    "t92"."reply_s",
    "t92"."reply_key",
    "t92"."deal_s",
    "t92"."won_s",
    "t92"."revived_s",
    "t97"."told_lead_id",
    "t97"."lost_s",
    "t97"."quit_s"
  FROM (
    SELECT
      "t89"."lead_id",
      "t89"."start_s",
      "t89"."points",
      "t89"."first_s",
      "t89"."last_s",
      "t89"."reply_s",
      "t89"."reply_key",
      COALESCE("t89"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t89"."won_s", 9000000000) AS "won_s",
      COALESCE("t89"."revived_s", -9000000000) AS "revived_s"
    FROM "t88" AS "t89"
  ) AS "t92"
  LEFT OUTER JOIN (
    SELECT
      "t95"."told_lead_id",
      MIN(
        CASE
          WHEN "t95"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t95"."won_s" = 9000000000
          )
          AND (
            "t95"."occurred_s" >= "t95"."revived_s"
          )
          THEN "t95"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t95"."kind" IN ('gave_up', 'recycled')
          AND (
            "t95"."occurred_s" >= "t95"."revived_s"
          )
          AND (
            "t95"."occurred_s" >= "t95"."last_s"
          )
          THEN "t95"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t54"."kind",
          "t54"."occurred_s",
          "t54"."told_lead_id",
          "t93"."lead_id",
          "t93"."start_s",
          "t93"."won_s",
          "t93"."revived_s",
          "t93"."last_s"
        FROM (
          SELECT
            "t47"."kind",
            "t47"."occurred_s",
            COALESCE("t47"."into_id", "t47"."lead_id") AS "told_lead_id"
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
        ) AS "t54"
        INNER JOIN (
          SELECT
            "t89"."lead_id",
            "t89"."start_s",
            COALESCE("t89"."won_s", 9000000000) AS "won_s",
            COALESCE("t89"."revived_s", -9000000000) AS "revived_s",
            "t89"."last_s"
          FROM "t88" AS "t89"
        ) AS "t93"
          ON "t54"."told_lead_id" = "t93"."lead_id"
      ) AS "t94"
      WHERE
        "t94"."occurred_s" >= "t94"."start_s"
    ) AS "t95"
    GROUP BY
      1
  ) AS "t97"
    ON "t92"."lead_id" = "t97"."told_lead_id"
)
SELECT
  "t110"."band",
  "t110"."source",
  "t110"."k",
  COUNT(*) AS "leads",
  SUM(
    CASE
      WHEN (
        LEAST("t110"."reply_s", "t110"."deal_s") < 9000000000
      )
      AND (
        LEAST("t110"."reply_s", "t110"."deal_s") <= "t110"."lost_s"
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_event",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t110"."reply_s", "t110"."deal_s") < 9000000000
        )
        AND (
          LEAST("t110"."reply_s", "t110"."deal_s") <= "t110"."lost_s"
        )
      )
      AND (
        "t110"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_lost",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t110"."reply_s", "t110"."deal_s") < 9000000000
        )
        AND (
          LEAST("t110"."reply_s", "t110"."deal_s") <= "t110"."lost_s"
        )
      )
      AND NOT (
        "t110"."lost_s" < 9000000000
      )
      AND (
        (
          "t110"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t110"."reply_s", "t110"."deal_s") = 9000000000
          )
          AND (
            "t110"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_gave_up",
  SUM(CASE WHEN "t110"."won_s" < 9000000000 THEN 1 ELSE 0 END) AS "won_event",
  SUM(
    CASE
      WHEN NOT (
        "t110"."won_s" < 9000000000
      ) AND (
        "t110"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_lost",
  SUM(
    CASE
      WHEN NOT (
        "t110"."won_s" < 9000000000
      )
      AND NOT (
        "t110"."lost_s" < 9000000000
      )
      AND (
        (
          "t110"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t110"."reply_s", "t110"."deal_s") = 9000000000
          )
          AND (
            "t110"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_gave_up"
FROM (
  SELECT
    COALESCE("t109"."origin", 'unknown') AS "source",
    "t109"."reply_s",
    "t109"."deal_s",
    "t109"."won_s",
    "t109"."last_s",
    "t109"."lost_s",
    "t109"."quit_s",
    COALESCE("t109"."k", 0) AS "k",
    CASE
      WHEN "t109"."points" = -1000000
      THEN 'none'
      WHEN "t109"."points" < 40
      THEN '0-39'
      WHEN "t109"."points" < 60
      THEN '40-59'
      WHEN "t109"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM (
    SELECT
      "t102"."lead_id",
      "t102"."start_s",
      "t102"."points",
      "t102"."first_s",
      "t102"."last_s",
      "t102"."reply_s",
      "t102"."reply_key",
      "t102"."deal_s",
      "t102"."won_s",
      "t102"."revived_s",
      "t102"."lost_s",
      "t102"."quit_s",
      "t108"."k",
      "t108"."tried_lead_id",
      "t71"."origin_lead_id",
      "t71"."origin_s",
      "t71"."origin"
    FROM (
      SELECT
        "t99"."lead_id",
        "t99"."start_s",
        "t99"."points",
        "t99"."first_s",
        "t99"."last_s",
        "t99"."reply_s",
        "t99"."reply_key",
        "t99"."deal_s",
        "t99"."won_s",
        "t99"."revived_s",
        COALESCE("t99"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t99"."quit_s", 9000000000) AS "quit_s"
      FROM "t98" AS "t99"
    ) AS "t102"
    LEFT OUTER JOIN (
      SELECT
        "t106"."k",
        "t106"."lead_id" AS "tried_lead_id"
      FROM (
        SELECT
          "t105"."lead_id",
          COUNT(*) AS "k"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t77"."occurred_s",
              "t77"."key",
              "t77"."tried_id",
              "t103"."lead_id",
              "t103"."reply_key",
              "t103"."end_s"
            FROM (
              SELECT
                "t74"."occurred_s",
                "t74"."key",
                "t74"."lead_id" AS "tried_id"
              FROM "t73" AS "t74"
              WHERE
                "t74"."occurred_s" >= COALESCE("t74"."hand_s", -9000000000)
                AND "t74"."is_try" = 1
            ) AS "t77"
            INNER JOIN (
              SELECT
                "t99"."lead_id",
                "t99"."reply_key",
                LEAST("t99"."deal_s", COALESCE("t99"."lost_s", 9000000000)) AS "end_s"
              FROM "t98" AS "t99"
            ) AS "t103"
              ON "t77"."tried_id" = "t103"."lead_id"
          ) AS "t104"
          WHERE
            "t104"."key" <= "t104"."reply_key" AND "t104"."occurred_s" <= "t104"."end_s"
        ) AS "t105"
        GROUP BY
          1
      ) AS "t106"
    ) AS "t108"
      ON "t102"."lead_id" = "t108"."tried_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t67"."first_lead_id" AS "origin_lead_id",
        "t67"."occurred_s" AS "origin_s",
        COALESCE("t67"."source", 'unknown') AS "origin"
      FROM (
        SELECT
          "t65"."first_lead_id",
          "t65"."first_key",
          "t59"."lead_id",
          "t59"."side",
          "t59"."source",
          "t59"."occurred_s",
          "t59"."occurred_month",
          "t59"."key"
        FROM (
          SELECT
            "t57"."lead_id" AS "first_lead_id",
            MIN("t57"."key") AS "first_key"
          FROM "t53" AS "t57"
          GROUP BY
            1
        ) AS "t65"
        INNER JOIN "t53" AS "t59"
          ON "t65"."first_lead_id" = "t59"."lead_id" AND "t65"."first_key" = "t59"."key"
      ) AS "t67"
    ) AS "t71"
      ON "t102"."lead_id" = "t71"."origin_lead_id"
  ) AS "t109"
  WHERE
    CASE
      WHEN "t109"."start_s" > -9000000000
      THEN "t109"."start_s"
      ELSE COALESCE("t109"."origin_s", "t109"."first_s")
    END >= ${since_s}
    AND CASE
      WHEN "t109"."start_s" > -9000000000
      THEN "t109"."start_s"
      ELSE COALESCE("t109"."origin_s", "t109"."first_s")
    END < ${until_s}
) AS "t110"
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
), "t53" AS (
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
), "t56" AS (
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
), "t73" AS (
  SELECT
    "t63"."lead_id",
    "t63"."occurred_s",
    "t63"."key",
    "t63"."is_talk",
    "t63"."is_try",
    "t72"."hand_s",
    "t72"."points",
    "t72"."handed_lead_id"
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
  ) AS "t63"
  LEFT OUTER JOIN (
    SELECT
      "t68"."occurred_s" AS "hand_s",
      CAST("t68"."points" AS BIGINT) AS "points",
      "t68"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        "t66"."first_lead_id",
        "t66"."hand_key",
        "t60"."lead_id",
        "t60"."recorded_s",
        "t60"."occurred_s",
        "t60"."key",
        "t60"."points",
        "t60"."version"
      FROM (
        SELECT
          "t58"."lead_id" AS "first_lead_id",
          MIN("t58"."key") AS "hand_key"
        FROM "t56" AS "t58"
        GROUP BY
          1
      ) AS "t66"
      INNER JOIN "t56" AS "t60"
        ON "t66"."first_lead_id" = "t60"."lead_id" AND "t66"."hand_key" = "t60"."key"
    ) AS "t68"
  ) AS "t72"
    ON "t63"."lead_id" = "t72"."handed_lead_id"
), "t78" AS (
  SELECT
    "t76"."lead_id",
    MIN("t76"."start_s") AS "start_s",
    MIN("t76"."points") AS "points",
    MIN("t76"."occurred_s") AS "first_s",
    MAX(CASE WHEN "t76"."is_try" = 1 THEN "t76"."occurred_s" ELSE -9000000000 END) AS "last_s",
    MIN(CASE WHEN "t76"."is_talk" = 1 THEN "t76"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t76"."is_talk" = 1 THEN "t76"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t74"."lead_id",
      "t74"."occurred_s",
      "t74"."key",
      "t74"."is_talk",
      "t74"."is_try",
      COALESCE("t74"."hand_s", -9000000000) AS "start_s",
      COALESCE("t74"."points", -1000000) AS "points"
    FROM "t73" AS "t74"
    WHERE
      "t74"."occurred_s" >= COALESCE("t74"."hand_s", -9000000000)
  ) AS "t76"
  GROUP BY
    1
), "t88" AS (
  SELECT
    "t82"."lead_id",
    "t82"."start_s",
    "t82"."points",
    "t82"."first_s",
    "t82"."last_s",
    "t82"."reply_s",
    "t82"."reply_key",
    "t87"."told_lead_id",
    "t87"."deal_s",
    "t87"."won_s",
    "t87"."revived_s"
  FROM (
    SELECT
      *
    FROM "t78" AS "t79"
    WHERE
      "t79"."last_s" > -9000000000
  ) AS "t82"
  LEFT OUTER JOIN (
    SELECT
      "t85"."told_lead_id",
      MIN(
        CASE
          WHEN "t85"."kind" IN ('deal_opened', 'won')
          THEN "t85"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(CASE WHEN "t85"."kind" = 'won' THEN "t85"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t85"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t85"."occurred_s"
          ELSE -9000000000
        END
      ) AS "revived_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t55"."kind",
          "t55"."occurred_s",
          "t55"."told_lead_id",
          "t83"."lead_id",
          "t83"."start_s"
        FROM (
          SELECT
            "t49"."kind",
            "t49"."occurred_s",
            COALESCE("t49"."into_id", "t49"."lead_id") AS "told_lead_id"
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
        ) AS "t55"
        INNER JOIN (
          SELECT
            "t79"."lead_id",
            "t79"."start_s"
          FROM "t78" AS "t79"
          WHERE
            "t79"."last_s" > -9000000000
        ) AS "t83"
          ON "t55"."told_lead_id" = "t83"."lead_id"
      ) AS "t84"
      WHERE
        "t84"."occurred_s" >= "t84"."start_s"
    ) AS "t85"
    GROUP BY
      1
  ) AS "t87"
    ON "t82"."lead_id" = "t87"."told_lead_id"
), "t98" AS (
  SELECT
    "t92"."lead_id",
    "t92"."start_s",
    "t92"."points",
    "t92"."first_s",
    "t92"."last_s",
    "t92"."reply_s",
    "t92"."reply_key",
    "t92"."deal_s",
    "t92"."won_s",
    "t92"."revived_s",
    "t97"."told_lead_id",
    "t97"."lost_s",
    "t97"."quit_s"
  FROM (
    SELECT
      "t89"."lead_id",
      "t89"."start_s",
      "t89"."points",
      "t89"."first_s",
      "t89"."last_s",
      "t89"."reply_s",
      "t89"."reply_key",
      COALESCE("t89"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t89"."won_s", 9000000000) AS "won_s",
      COALESCE("t89"."revived_s", -9000000000) AS "revived_s"
    FROM "t88" AS "t89"
  ) AS "t92"
  LEFT OUTER JOIN (
    SELECT
      "t95"."told_lead_id",
      MIN(
        CASE
          WHEN "t95"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t95"."won_s" = 9000000000
          )
          AND (
            "t95"."occurred_s" >= "t95"."revived_s"
          )
          THEN "t95"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t95"."kind" IN ('gave_up', 'recycled')
          AND (
            "t95"."occurred_s" >= "t95"."revived_s"
          )
          AND (
            "t95"."occurred_s" >= "t95"."last_s"
          )
          THEN "t95"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t54"."kind",
          "t54"."occurred_s",
          "t54"."told_lead_id",
          "t93"."lead_id",
          "t93"."start_s",
          "t93"."won_s",
          "t93"."revived_s",
          "t93"."last_s"
        FROM (
          SELECT
            "t47"."kind",
            "t47"."occurred_s",
            COALESCE("t47"."into_id", "t47"."lead_id") AS "told_lead_id"
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
        ) AS "t54"
        INNER JOIN (
          SELECT
            "t89"."lead_id",
            "t89"."start_s",
            COALESCE("t89"."won_s", 9000000000) AS "won_s",
            COALESCE("t89"."revived_s", -9000000000) AS "revived_s",
            "t89"."last_s"
          FROM "t88" AS "t89"
        ) AS "t93"
          ON "t54"."told_lead_id" = "t93"."lead_id"
      ) AS "t94"
      WHERE
        "t94"."occurred_s" >= "t94"."start_s"
    ) AS "t95"
    GROUP BY
      1
  ) AS "t97"
    ON "t92"."lead_id" = "t97"."told_lead_id"
)
SELECT
  "t111"."source",
  "t111"."days",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t111"."is_won" THEN 1 ELSE 0 END) AS "won",
  SUM(CASE WHEN "t111"."is_lost" THEN 1 ELSE 0 END) AS "lost"
FROM (
  SELECT
    "t110"."source",
    "t110"."won_s" < 9000000000 AS "is_won",
    (
      "t110"."lost_s" < 9000000000
    ) AND NOT (
      "t110"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST((
        CASE
          WHEN CASE
            WHEN "t110"."won_s" < 9000000000
            THEN "t110"."won_s"
            ELSE CASE
              WHEN "t110"."lost_s" < 9000000000
              THEN "t110"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t110"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t110"."won_s" < 9000000000
            THEN "t110"."won_s"
            ELSE CASE
              WHEN "t110"."lost_s" < 9000000000
              THEN "t110"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t110"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t110"."won_s" < 9000000000
              THEN "t110"."won_s"
              ELSE CASE
                WHEN "t110"."lost_s" < 9000000000
                THEN "t110"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t110"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t110"."won_s" < 9000000000
              THEN "t110"."won_s"
              ELSE CASE
                WHEN "t110"."lost_s" < 9000000000
                THEN "t110"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t110"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST((
        CASE
          WHEN CASE
            WHEN "t110"."won_s" < 9000000000
            THEN "t110"."won_s"
            ELSE CASE
              WHEN "t110"."lost_s" < 9000000000
              THEN "t110"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t110"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t110"."won_s" < 9000000000
            THEN "t110"."won_s"
            ELSE CASE
              WHEN "t110"."lost_s" < 9000000000
              THEN "t110"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t110"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t110"."won_s" < 9000000000
              THEN "t110"."won_s"
              ELSE CASE
                WHEN "t110"."lost_s" < 9000000000
                THEN "t110"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t110"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t110"."won_s" < 9000000000
              THEN "t110"."won_s"
              ELSE CASE
                WHEN "t110"."lost_s" < 9000000000
                THEN "t110"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t110"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      COALESCE("t109"."origin", 'unknown') AS "source",
      "t109"."won_s",
      COALESCE("t109"."k", 0) AS "k",
      "t109"."lost_s",
      LEAST("t109"."reply_s", "t109"."deal_s") AS "reply_s"
    FROM (
      SELECT
        "t102"."lead_id",
        "t102"."start_s",
        "t102"."points",
        "t102"."first_s",
        "t102"."last_s",
        "t102"."reply_s",
        "t102"."reply_key",
        "t102"."deal_s",
        "t102"."won_s",
        "t102"."revived_s",
        "t102"."lost_s",
        "t102"."quit_s",
        "t108"."k",
        "t108"."tried_lead_id",
        "t71"."origin_lead_id",
        "t71"."origin_s",
        "t71"."origin"
      FROM (
        SELECT
          "t99"."lead_id",
          "t99"."start_s",
          "t99"."points",
          "t99"."first_s",
          "t99"."last_s",
          "t99"."reply_s",
          "t99"."reply_key",
          "t99"."deal_s",
          "t99"."won_s",
          "t99"."revived_s",
          COALESCE("t99"."lost_s", 9000000000) AS "lost_s",
          COALESCE("t99"."quit_s", 9000000000) AS "quit_s"
        FROM "t98" AS "t99"
      ) AS "t102"
      LEFT OUTER JOIN (
        SELECT
          "t106"."k",
          "t106"."lead_id" AS "tried_lead_id"
        FROM (
          SELECT
            "t105"."lead_id",
            COUNT(*) AS "k"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t77"."occurred_s",
                "t77"."key",
                "t77"."tried_id",
                "t103"."lead_id",
                "t103"."reply_key",
                "t103"."end_s"
              FROM (
                SELECT
                  "t74"."occurred_s",
                  "t74"."key",
                  "t74"."lead_id" AS "tried_id"
                FROM "t73" AS "t74"
                WHERE
                  "t74"."occurred_s" >= COALESCE("t74"."hand_s", -9000000000)
                  AND "t74"."is_try" = 1
              ) AS "t77"
              INNER JOIN (
                SELECT
                  "t99"."lead_id",
                  "t99"."reply_key",
                  LEAST("t99"."deal_s", COALESCE("t99"."lost_s", 9000000000)) AS "end_s"
                FROM "t98" AS "t99"
              ) AS "t103"
                ON "t77"."tried_id" = "t103"."lead_id"
            ) AS "t104"
            WHERE
              "t104"."key" <= "t104"."reply_key" AND "t104"."occurred_s" <= "t104"."end_s"
          ) AS "t105"
          GROUP BY
            1
        ) AS "t106"
      ) AS "t108"
        ON "t102"."lead_id" = "t108"."tried_lead_id"
      LEFT OUTER JOIN (
        SELECT
          "t67"."first_lead_id" AS "origin_lead_id",
          "t67"."occurred_s" AS "origin_s",
          COALESCE("t67"."source", 'unknown') AS "origin"
        FROM (
          SELECT
            "t65"."first_lead_id",
            "t65"."first_key",
            "t59"."lead_id",
            "t59"."side",
            "t59"."source",
            "t59"."occurred_s",
            "t59"."occurred_month",
            "t59"."key"
          FROM (
            SELECT
              "t57"."lead_id" AS "first_lead_id",
              MIN("t57"."key") AS "first_key"
            FROM "t53" AS "t57"
            GROUP BY
              1
          ) AS "t65"
          INNER JOIN "t53" AS "t59"
            ON "t65"."first_lead_id" = "t59"."lead_id" AND "t65"."first_key" = "t59"."key"
        ) AS "t67"
      ) AS "t71"
        ON "t102"."lead_id" = "t71"."origin_lead_id"
    ) AS "t109"
    WHERE
      CASE
        WHEN "t109"."start_s" > -9000000000
        THEN "t109"."start_s"
        ELSE COALESCE("t109"."origin_s", "t109"."first_s")
      END >= ${since_s}
      AND CASE
        WHEN "t109"."start_s" > -9000000000
        THEN "t109"."start_s"
        ELSE COALESCE("t109"."origin_s", "t109"."first_s")
      END < ${until_s}
      AND COALESCE("t109"."k", 0) > 0
      AND LEAST("t109"."reply_s", "t109"."deal_s") < 9000000000
      AND LEAST("t109"."reply_s", "t109"."deal_s") <= "t109"."lost_s"
  ) AS "t110"
) AS "t111"
GROUP BY
  1,
  2
