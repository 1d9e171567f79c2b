-- spells
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t28" AS (
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
    ) AS "t6"
    WHERE
      NOT (
        "t6"."id" IN (
          SELECT
            *
          FROM "t8"
        )
      )
  ) AS "t15"
), "t35" AS (
  SELECT
    "t34"."lead_id" AS "gone_id",
    MAX("t34"."target_id") AS "into_id",
    MAX("t34"."occurred_s") AS "merged_s",
    MAX("t34"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t28" AS "t30"
      WHERE
        "t30"."key" IN (
          SELECT
            "t31"."last_key"
          FROM (
            SELECT
              "t30"."lead_id",
              MAX("t30"."key") AS "last_key"
            FROM "t28" AS "t30"
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
    COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
    "t48"."side",
    "t48"."source",
    "t48"."occurred_s",
    "t48"."occurred_month",
    (
      "t48"."occurred_s" * 4000000000
    ) + "t48"."seq" AS "key"
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
      "t45"."gone_id",
      "t45"."into_id"
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
            AND "t0"."kind" IN ('captured')
        ) AS "t3"
        WHERE
          NOT (
            "t3"."id" IN (
              SELECT
                *
              FROM "t8"
            )
          )
      ) AS "t12"
      WHERE
        COALESCE("t12"."lead_id", 0) <> 0
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t43"."gone_id",
        COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
      FROM (
        SELECT
          "t42"."gone_id",
          "t42"."merged_s",
          "t42"."merged_key",
          "t42"."into_id",
          "t39"."via_id",
          "t39"."onward_id"
        FROM (
          SELECT
            "t40"."gone_id",
            "t40"."merged_s",
            "t40"."merged_key",
            COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
          FROM (
            SELECT
              "t37"."gone_id",
              "t37"."into_id",
              "t37"."merged_s",
              "t37"."merged_key",
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
  ) AS "t48"
), "t54" AS (
  SELECT
    COALESCE("t49"."into_id", "t49"."lead_id") AS "lead_id",
    "t49"."recorded_s",
    "t49"."occurred_s",
    (
      "t49"."occurred_s" * 4000000000
    ) + "t49"."seq" AS "key",
    COALESCE("t49"."points", -1000000) AS "points",
    COALESCE("t49"."pact_version", 0) AS "version"
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
      "t26"."recorded_s",
      "t26"."pact_version",
      "t45"."gone_id",
      "t45"."into_id"
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
        ) AS "t4"
        WHERE
          NOT (
            "t4"."id" IN (
              SELECT
                *
              FROM "t8"
            )
          )
      ) AS "t13"
      WHERE
        COALESCE("t13"."lead_id", 0) <> 0
    ) AS "t26"
    LEFT OUTER JOIN (
      SELECT
        "t43"."gone_id",
        COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
      FROM (
        SELECT
          "t42"."gone_id",
          "t42"."merged_s",
          "t42"."merged_key",
          "t42"."into_id",
          "t39"."via_id",
          "t39"."onward_id"
        FROM (
          SELECT
            "t40"."gone_id",
            "t40"."merged_s",
            "t40"."merged_key",
            COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
          FROM (
            SELECT
              "t37"."gone_id",
              "t37"."into_id",
              "t37"."merged_s",
              "t37"."merged_key",
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
      ON "t26"."lead_id" = "t45"."gone_id"
  ) AS "t49"
), "t75" AS (
  SELECT
    "t64"."lead_id",
    "t64"."occurred_s",
    "t64"."key",
    "t64"."is_talk",
    "t64"."is_try",
    "t74"."hand_s",
    "t74"."hand_key",
    "t74"."points",
    "t74"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
      "t47"."occurred_s",
      (
        "t47"."occurred_s" * 4000000000
      ) + "t47"."seq" AS "key",
      CASE
        WHEN "t47"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t47"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t47"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t47"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t47"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
    FROM (
      SELECT
        "t24"."seq",
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
        "t45"."gone_id",
        "t45"."into_id"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
          ) AS "t2"
          WHERE
            NOT (
              "t2"."id" IN (
                SELECT
                  *
                FROM "t8"
              )
            )
        ) AS "t11"
        WHERE
          COALESCE("t11"."lead_id", 0) <> 0
      ) AS "t24"
      LEFT OUTER JOIN (
        SELECT
          "t43"."gone_id",
          COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
        FROM (
          SELECT
            "t42"."gone_id",
            "t42"."merged_s",
            "t42"."merged_key",
            "t42"."into_id",
            "t39"."via_id",
            "t39"."onward_id"
          FROM (
            SELECT
              "t40"."gone_id",
              "t40"."merged_s",
              "t40"."merged_key",
              COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
            FROM (
              SELECT
                "t37"."gone_id",
                "t37"."into_id",
                "t37"."merged_s",
                "t37"."merged_key",
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
    ) AS "t47"
  ) AS "t64"
  LEFT OUTER JOIN (
    SELECT
      "t70"."occurred_s" AS "hand_s",
      "t70"."key" AS "hand_key",
      CAST("t70"."points" AS BIGINT) AS "points",
      "t70"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t54" AS "t58"
      WHERE
        "t58"."key" IN (
          SELECT
            "t66"."first_key"
          FROM (
            SELECT
              "t58"."lead_id" AS "first_lead_id",
              MIN("t58"."key") AS "first_key"
            FROM "t54" AS "t58"
            GROUP BY
              1
          ) AS "t66"
        )
    ) AS "t70"
  ) AS "t74"
    ON "t64"."lead_id" = "t74"."handed_lead_id"
), "t80" AS (
  SELECT
    "t78"."lead_id",
    MIN("t78"."start_s") AS "start_s",
    MIN("t78"."start_key") AS "start_key",
    MIN("t78"."points") AS "points",
    MAX(CASE WHEN "t78"."is_try" = 1 THEN "t78"."key" ELSE -9000000000000000000 END) AS "last_key",
    MAX(
      CASE
        WHEN (
          "t78"."is_try" = 1
        ) OR (
          "t78"."is_talk" = 1
        )
        THEN "t78"."occurred_s"
        ELSE -9000000000
      END
    ) AS "contact_s",
    MIN(CASE WHEN "t78"."is_talk" = 1 THEN "t78"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t78"."is_talk" = 1 THEN "t78"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t76"."lead_id",
      "t76"."occurred_s",
      "t76"."key",
      "t76"."is_talk",
      "t76"."is_try",
      COALESCE("t76"."hand_s", -9000000000) AS "start_s",
      COALESCE("t76"."hand_key", -9000000000000000000) AS "start_key",
      COALESCE("t76"."points", -1000000) AS "points"
    FROM "t75" AS "t76"
    WHERE
      "t76"."key" > COALESCE("t76"."hand_key", -9000000000000000000)
  ) AS "t78"
  GROUP BY
    1
), "t90" AS (
  SELECT
    "t84"."lead_id",
    "t84"."start_s",
    "t84"."start_key",
    "t84"."points",
    "t84"."last_key",
    "t84"."contact_s",
    "t84"."reply_s",
    "t84"."reply_key",
    "t89"."told_lead_id",
    "t89"."deal_s",
    "t89"."deal_key",
    "t89"."won_s",
    "t89"."revived_key"
  FROM (
    SELECT
      *
    FROM "t80" AS "t81"
    WHERE
      "t81"."last_key" > -9000000000000000000
  ) AS "t84"
  LEFT OUTER JOIN (
    SELECT
      "t87"."told_lead_id",
      MIN(
        CASE
          WHEN "t87"."kind" IN ('deal_opened', 'won')
          THEN "t87"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN "t87"."kind" IN ('deal_opened', 'won')
          THEN "t87"."key"
          ELSE 9000000000000000000
        END
      ) AS "deal_key",
      MIN(CASE WHEN "t87"."kind" = 'won' THEN "t87"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t87"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t87"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t60"."kind",
          "t60"."occurred_s",
          "t60"."told_lead_id",
          "t60"."key",
          "t85"."lead_id",
          "t85"."start_key"
        FROM (
          SELECT
            "t51"."kind",
            "t51"."occurred_s",
            COALESCE("t51"."into_id", "t51"."lead_id") AS "told_lead_id",
            (
              "t51"."occurred_s" * 4000000000
            ) + "t51"."seq" AS "key"
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
              "t45"."gone_id",
              "t45"."into_id"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
                ) AS "t7"
                WHERE
                  NOT (
                    "t7"."id" IN (
                      SELECT
                        *
                      FROM "t8"
                    )
                  )
              ) AS "t16"
              WHERE
                COALESCE("t16"."lead_id", 0) <> 0
            ) AS "t29"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id",
                COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t42"."gone_id",
                  "t42"."merged_s",
                  "t42"."merged_key",
                  "t42"."into_id",
                  "t39"."via_id",
                  "t39"."onward_id"
                FROM (
                  SELECT
                    "t40"."gone_id",
                    "t40"."merged_s",
                    "t40"."merged_key",
                    COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t37"."gone_id",
                      "t37"."into_id",
                      "t37"."merged_s",
                      "t37"."merged_key",
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
              ON "t29"."lead_id" = "t45"."gone_id"
          ) AS "t51"
        ) AS "t60"
        INNER JOIN (
          SELECT
            "t81"."lead_id",
            "t81"."start_key"
          FROM "t80" AS "t81"
          WHERE
            "t81"."last_key" > -9000000000000000000
        ) AS "t85"
          ON "t60"."told_lead_id" = "t85"."lead_id"
      ) AS "t86"
      WHERE
        "t86"."key" >= "t86"."start_key"
    ) AS "t87"
    GROUP BY
      1
  ) AS "t89"
    ON "t84"."lead_id" = "t89"."told_lead_id"
), "t100" AS (
  SELECT
    "t94"."lead_id",
    "t94"."start_s",
    "t94"."start_key",
    "t94"."points",
    "t94"."last_key",
    "t94"."contact_s",
    "t94"."reply_s",
    "t94"."reply_key",
    "t94"."deal_s",
    "t94"."deal_key",
    "t94"."won_s",
    "t94"."revived_key",
    "t99"."told_lead_id",
    "t99"."lost_s",
    "t99"."lost_key",
    "t99"."quit_s"
  FROM (
    SELECT
      "t91"."lead_id",
      "t91"."start_s",
      "t91"."start_key",
      "t91"."points",
      "t91"."last_key",
      "t91"."contact_s",
      "t91"."reply_s",
      "t91"."reply_key",
      COALESCE("t91"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t91"."deal_key", 9000000000000000000) AS "deal_key",
      COALESCE("t91"."won_s", 9000000000) AS "won_s",
      COALESCE("t91"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t90" AS "t91"
  ) AS "t94"
  LEFT OUTER JOIN (
    SELECT
      "t97"."told_lead_id",
      MIN(
        CASE
          WHEN "t97"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t97"."won_s" = 9000000000
          )
          AND (
            "t97"."key" > "t97"."revived_key"
          )
          THEN "t97"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t97"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t97"."won_s" = 9000000000
          )
          AND (
            "t97"."key" > "t97"."revived_key"
          )
          THEN "t97"."key"
          ELSE 9000000000000000000
        END
      ) AS "lost_key",
      MIN(
        CASE
          WHEN "t97"."kind" IN ('gave_up', 'recycled')
          AND (
            "t97"."key" > "t97"."revived_key"
          )
          AND (
            "t97"."key" > "t97"."last_key"
          )
          THEN "t97"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t59"."kind",
          "t59"."occurred_s",
          "t59"."told_lead_id",
          "t59"."key",
          "t95"."lead_id",
          "t95"."start_key",
          "t95"."won_s",
          "t95"."revived_key",
          "t95"."last_key"
        FROM (
          SELECT
            "t50"."kind",
            "t50"."occurred_s",
            COALESCE("t50"."into_id", "t50"."lead_id") AS "told_lead_id",
            (
              "t50"."occurred_s" * 4000000000
            ) + "t50"."seq" AS "key"
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
              "t45"."gone_id",
              "t45"."into_id"
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
                "t14"."worked_s"
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
                ) AS "t5"
                WHERE
                  NOT (
                    "t5"."id" IN (
                      SELECT
                        *
                      FROM "t8"
                    )
                  )
              ) AS "t14"
              WHERE
                COALESCE("t14"."lead_id", 0) <> 0
            ) AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id",
                COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t42"."gone_id",
                  "t42"."merged_s",
                  "t42"."merged_key",
                  "t42"."into_id",
                  "t39"."via_id",
                  "t39"."onward_id"
                FROM (
                  SELECT
                    "t40"."gone_id",
                    "t40"."merged_s",
                    "t40"."merged_key",
                    COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t37"."gone_id",
                      "t37"."into_id",
                      "t37"."merged_s",
                      "t37"."merged_key",
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
              ON "t27"."lead_id" = "t45"."gone_id"
          ) AS "t50"
        ) AS "t59"
        INNER JOIN (
          SELECT
            "t91"."lead_id",
            "t91"."start_key",
            COALESCE("t91"."won_s", 9000000000) AS "won_s",
            COALESCE("t91"."revived_key", -9000000000000000000) AS "revived_key",
            "t91"."last_key"
          FROM "t90" AS "t91"
        ) AS "t95"
          ON "t59"."told_lead_id" = "t95"."lead_id"
      ) AS "t96"
      WHERE
        "t96"."key" >= "t96"."start_key"
    ) AS "t97"
    GROUP BY
      1
  ) AS "t99"
    ON "t94"."lead_id" = "t99"."told_lead_id"
)
SELECT
  "t117"."band",
  "t117"."source",
  "t117"."k",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t117"."is_answered" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "reply_event",
  COUNT(
    CASE
      WHEN NOT (
        "t117"."is_answered" = 1
      ) AND (
        "t117"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_lost",
  COUNT(
    CASE
      WHEN NOT (
        "t117"."is_answered" = 1
      )
      AND NOT (
        "t117"."lost_s" < 9000000000
      )
      AND (
        (
          "t117"."quit_s" < 9000000000
        )
        OR (
          (
            "t117"."is_silent" = 1
          )
          AND (
            "t117"."contact_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_gave_up",
  COUNT(CASE WHEN "t117"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_event",
  COUNT(
    CASE
      WHEN NOT (
        "t117"."won_s" < 9000000000
      ) AND (
        "t117"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_lost",
  COUNT(
    CASE
      WHEN NOT (
        "t117"."won_s" < 9000000000
      )
      AND NOT (
        "t117"."lost_s" < 9000000000
      )
      AND (
        (
          "t117"."quit_s" < 9000000000
        )
        OR (
          (
            "t117"."has_deal" = 0
          )
          AND (
            "t117"."contact_s" < (
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
    "t116"."lead_id",
    "t116"."source",
    "t116"."cohort_s",
    "t116"."won_s",
    "t116"."contact_s",
    "t116"."lost_s",
    "t116"."quit_s",
    COALESCE("t116"."k", 0) AS "k",
    CASE
      WHEN "t116"."points" = -1000000
      THEN 'none'
      WHEN "t116"."points" < 40
      THEN '0-39'
      WHEN "t116"."points" < 60
      THEN '40-59'
      WHEN "t116"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band",
    LEAST("t116"."reply_s", "t116"."deal_s") AS "answer_s",
    CASE
      WHEN LEAST("t116"."reply_key", "t116"."deal_key") = 9000000000000000000
      THEN 1
      ELSE 0
    END AS "is_silent",
    CASE WHEN "t116"."deal_key" < 9000000000000000000 THEN 1 ELSE 0 END AS "has_deal",
    CASE
      WHEN LEAST("t116"."reply_key", "t116"."deal_key") < "t116"."lost_key"
      THEN 1
      ELSE 0
    END AS "is_answered"
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
      "t115"."lost_key",
      "t115"."lost_s",
      "t115"."quit_s",
      "t115"."source",
      "t115"."cohort_s",
      "t112"."tried_lead_id",
      "t112"."k"
    FROM (
      SELECT
        "t113"."lead_id",
        "t113"."start_s",
        "t113"."start_key",
        "t113"."points",
        "t113"."last_key",
        "t113"."contact_s",
        "t113"."reply_s",
        "t113"."reply_key",
        "t113"."deal_s",
        "t113"."deal_key",
        "t113"."won_s",
        "t113"."revived_key",
        "t113"."lost_key",
        "t113"."lost_s",
        "t113"."quit_s",
        "t113"."source",
        CASE
          WHEN "t113"."begun_s" > -9000000000
          THEN "t113"."begun_s"
          ELSE COALESCE("t113"."heard_s", -9000000000)
        END AS "cohort_s"
      FROM (
        SELECT
          "t110"."lead_id",
          "t110"."start_s",
          "t110"."start_key",
          "t110"."points",
          "t110"."last_key",
          "t110"."contact_s",
          "t110"."reply_s",
          "t110"."reply_key",
          "t110"."deal_s",
          "t110"."deal_key",
          "t110"."won_s",
          "t110"."revived_key",
          "t110"."lost_key",
          "t110"."lost_s",
          "t110"."quit_s",
          "t110"."source",
          "t110"."begun_s",
          "t62"."heard_lead_id",
          "t62"."heard_s"
        FROM (
          SELECT
            "t106"."lead_id",
            "t106"."start_s",
            "t106"."start_key",
            "t106"."points",
            "t106"."last_key",
            "t106"."contact_s",
            "t106"."reply_s",
            "t106"."reply_key",
            "t106"."deal_s",
            "t106"."deal_key",
            "t106"."won_s",
            "t106"."revived_key",
            "t106"."lost_key",
            "t106"."lost_s",
            "t106"."quit_s",
            COALESCE("t106"."origin", 'unknown') AS "source",
            CASE
              WHEN "t106"."start_s" > -9000000000
              THEN "t106"."start_s"
              ELSE COALESCE("t106"."origin_s", -9000000000)
            END AS "begun_s"
          FROM (
            SELECT
              "t104"."lead_id",
              "t104"."start_s",
              "t104"."start_key",
              "t104"."points",
              "t104"."last_key",
              "t104"."contact_s",
              "t104"."reply_s",
              "t104"."reply_key",
              "t104"."deal_s",
              "t104"."deal_key",
              "t104"."won_s",
              "t104"."revived_key",
              "t104"."lost_key",
              "t104"."lost_s",
              "t104"."quit_s",
              "t73"."origin_lead_id",
              "t73"."origin_s",
              "t73"."origin"
            FROM (
              SELECT
                "t101"."lead_id",
                "t101"."start_s",
                "t101"."start_key",
                "t101"."points",
                "t101"."last_key",
                "t101"."contact_s",
                "t101"."reply_s",
                "t101"."reply_key",
                "t101"."deal_s",
                "t101"."deal_key",
                "t101"."won_s",
                "t101"."revived_key",
                COALESCE("t101"."lost_key", 9000000000000000000) AS "lost_key",
                COALESCE("t101"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t101"."quit_s", 9000000000) AS "quit_s"
              FROM "t100" AS "t101"
            ) AS "t104"
            LEFT OUTER JOIN (
              SELECT
                "t69"."lead_id" AS "origin_lead_id",
                "t69"."occurred_s" AS "origin_s",
                COALESCE("t69"."source", 'unknown') AS "origin"
              FROM (
                SELECT
                  *
                FROM "t53" AS "t57"
                WHERE
                  "t57"."key" IN (
                    SELECT
                      "t65"."first_key"
                    FROM (
                      SELECT
                        "t57"."lead_id" AS "first_lead_id",
                        MIN("t57"."key") AS "first_key"
                      FROM "t53" AS "t57"
                      GROUP BY
                        1
                    ) AS "t65"
                  )
              ) AS "t69"
            ) AS "t73"
              ON "t104"."lead_id" = "t73"."origin_lead_id"
          ) AS "t106"
        ) AS "t110"
        LEFT OUTER JOIN (
          SELECT
            "t52"."lead_id" AS "heard_lead_id",
            MIN("t52"."occurred_s") AS "heard_s"
          FROM (
            SELECT
              "t46"."seq",
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
                "t45"."gone_id",
                "t45"."into_id"
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
                        FROM "t8"
                      )
                    )
                ) AS "t10"
                WHERE
                  COALESCE("t10"."lead_id", 0) <> 0
              ) AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t43"."gone_id",
                  COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t42"."gone_id",
                    "t42"."merged_s",
                    "t42"."merged_key",
                    "t42"."into_id",
                    "t39"."via_id",
                    "t39"."onward_id"
                  FROM (
                    SELECT
                      "t40"."gone_id",
                      "t40"."merged_s",
                      "t40"."merged_key",
                      COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t37"."gone_id",
                        "t37"."into_id",
                        "t37"."merged_s",
                        "t37"."merged_key",
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
            ) AS "t46"
          ) AS "t52"
          GROUP BY
            1
        ) AS "t62"
          ON "t110"."lead_id" = "t62"."heard_lead_id"
      ) AS "t113"
      WHERE
        CASE
          WHEN "t113"."begun_s" > -9000000000
          THEN "t113"."begun_s"
          ELSE COALESCE("t113"."heard_s", -9000000000)
        END >= ${since_s}
        AND CASE
          WHEN "t113"."begun_s" > -9000000000
          THEN "t113"."begun_s"
          ELSE COALESCE("t113"."heard_s", -9000000000)
        END < ${until_s}
    ) AS "t115"
    LEFT OUTER JOIN (
      SELECT
        "t108"."tried_id" AS "tried_lead_id",
        COUNT(*) AS "k"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t79"."key",
            "t79"."tried_id",
            "t105"."lead_id",
            "t105"."end_key"
          FROM (
            SELECT
              "t76"."key",
              "t76"."lead_id" AS "tried_id"
            FROM "t75" AS "t76"
            WHERE
              "t76"."key" > COALESCE("t76"."hand_key", -9000000000000000000)
              AND "t76"."is_try" = 1
          ) AS "t79"
          INNER JOIN (
            SELECT
              "t101"."lead_id",
              LEAST(
                "t101"."reply_key",
                "t101"."deal_key",
                COALESCE("t101"."lost_key", 9000000000000000000)
              ) AS "end_key"
            FROM "t100" AS "t101"
          ) AS "t105"
            ON "t79"."tried_id" = "t105"."lead_id"
        ) AS "t107"
        WHERE
          "t107"."key" <= "t107"."end_key"
      ) AS "t108"
      GROUP BY
        1
    ) AS "t112"
      ON "t115"."lead_id" = "t112"."tried_lead_id"
  ) AS "t116"
) AS "t117"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t28" AS (
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
    ) AS "t6"
    WHERE
      NOT (
        "t6"."id" IN (
          SELECT
            *
          FROM "t8"
        )
      )
  ) AS "t15"
), "t35" AS (
  SELECT
    "t34"."lead_id" AS "gone_id",
    MAX("t34"."target_id") AS "into_id",
    MAX("t34"."occurred_s") AS "merged_s",
    MAX("t34"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t28" AS "t30"
      WHERE
        "t30"."key" IN (
          SELECT
            "t31"."last_key"
          FROM (
            SELECT
              "t30"."lead_id",
              MAX("t30"."key") AS "last_key"
            FROM "t28" AS "t30"
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
    COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
    "t48"."side",
    "t48"."source",
    "t48"."occurred_s",
    "t48"."occurred_month",
    (
      "t48"."occurred_s" * 4000000000
    ) + "t48"."seq" AS "key"
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
      "t45"."gone_id",
      "t45"."into_id"
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
            AND "t0"."kind" IN ('captured')
        ) AS "t3"
        WHERE
          NOT (
            "t3"."id" IN (
              SELECT
                *
              FROM "t8"
            )
          )
      ) AS "t12"
      WHERE
        COALESCE("t12"."lead_id", 0) <> 0
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t43"."gone_id",
        COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
      FROM (
        SELECT
          "t42"."gone_id",
          "t42"."merged_s",
          "t42"."merged_key",
          "t42"."into_id",
          "t39"."via_id",
          "t39"."onward_id"
        FROM (
          SELECT
            "t40"."gone_id",
            "t40"."merged_s",
            "t40"."merged_key",
            COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
          FROM (
            SELECT
              "t37"."gone_id",
              "t37"."into_id",
              "t37"."merged_s",
              "t37"."merged_key",
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
  ) AS "t48"
), "t54" AS (
  SELECT
    COALESCE("t49"."into_id", "t49"."lead_id") AS "lead_id",
    "t49"."recorded_s",
    "t49"."occurred_s",
    (
      "t49"."occurred_s" * 4000000000
    ) + "t49"."seq" AS "key",
    COALESCE("t49"."points", -1000000) AS "points",
    COALESCE("t49"."pact_version", 0) AS "version"
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
      "t26"."recorded_s",
      "t26"."pact_version",
      "t45"."gone_id",
      "t45"."into_id"
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
        ) AS "t4"
        WHERE
          NOT (
            "t4"."id" IN (
              SELECT
                *
              FROM "t8"
            )
          )
      ) AS "t13"
      WHERE
        COALESCE("t13"."lead_id", 0) <> 0
    ) AS "t26"
    LEFT OUTER JOIN (
      SELECT
        "t43"."gone_id",
        COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
      FROM (
        SELECT
          "t42"."gone_id",
          "t42"."merged_s",
          "t42"."merged_key",
          "t42"."into_id",
          "t39"."via_id",
          "t39"."onward_id"
        FROM (
          SELECT
            "t40"."gone_id",
            "t40"."merged_s",
            "t40"."merged_key",
            COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
          FROM (
            SELECT
              "t37"."gone_id",
              "t37"."into_id",
              "t37"."merged_s",
              "t37"."merged_key",
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
      ON "t26"."lead_id" = "t45"."gone_id"
  ) AS "t49"
), "t75" AS (
  SELECT
    "t64"."lead_id",
    "t64"."occurred_s",
    "t64"."key",
    "t64"."is_talk",
    "t64"."is_try",
    "t74"."hand_s",
    "t74"."hand_key",
    "t74"."points",
    "t74"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
      "t47"."occurred_s",
      (
        "t47"."occurred_s" * 4000000000
      ) + "t47"."seq" AS "key",
      CASE
        WHEN "t47"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t47"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t47"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t47"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t47"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
    FROM (
      SELECT
        "t24"."seq",
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
        "t45"."gone_id",
        "t45"."into_id"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
          ) AS "t2"
          WHERE
            NOT (
              "t2"."id" IN (
                SELECT
                  *
                FROM "t8"
              )
            )
        ) AS "t11"
        WHERE
          COALESCE("t11"."lead_id", 0) <> 0
      ) AS "t24"
      LEFT OUTER JOIN (
        SELECT
          "t43"."gone_id",
          COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
        FROM (
          SELECT
            "t42"."gone_id",
            "t42"."merged_s",
            "t42"."merged_key",
            "t42"."into_id",
            "t39"."via_id",
            "t39"."onward_id"
          FROM (
            SELECT
              "t40"."gone_id",
              "t40"."merged_s",
              "t40"."merged_key",
              COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
            FROM (
              SELECT
                "t37"."gone_id",
                "t37"."into_id",
                "t37"."merged_s",
                "t37"."merged_key",
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
    ) AS "t47"
  ) AS "t64"
  LEFT OUTER JOIN (
    SELECT
      "t70"."occurred_s" AS "hand_s",
      "t70"."key" AS "hand_key",
      CAST("t70"."points" AS BIGINT) AS "points",
      "t70"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t54" AS "t58"
      WHERE
        "t58"."key" IN (
          SELECT
            "t66"."first_key"
          FROM (
            SELECT
              "t58"."lead_id" AS "first_lead_id",
              MIN("t58"."key") AS "first_key"
            FROM "t54" AS "t58"
            GROUP BY
              1
          ) AS "t66"
        )
    ) AS "t70"
  ) AS "t74"
    ON "t64"."lead_id" = "t74"."handed_lead_id"
), "t80" AS (
  SELECT
    "t78"."lead_id",
    MIN("t78"."start_s") AS "start_s",
    MIN("t78"."start_key") AS "start_key",
    MIN("t78"."points") AS "points",
    MAX(CASE WHEN "t78"."is_try" = 1 THEN "t78"."key" ELSE -9000000000000000000 END) AS "last_key",
    MAX(
      CASE
        WHEN (
          "t78"."is_try" = 1
        ) OR (
          "t78"."is_talk" = 1
        )
        THEN "t78"."occurred_s"
        ELSE -9000000000
      END
    ) AS "contact_s",
    MIN(CASE WHEN "t78"."is_talk" = 1 THEN "t78"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t78"."is_talk" = 1 THEN "t78"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t76"."lead_id",
      "t76"."occurred_s",
      "t76"."key",
      "t76"."is_talk",
      "t76"."is_try",
      COALESCE("t76"."hand_s", -9000000000) AS "start_s",
      COALESCE("t76"."hand_key", -9000000000000000000) AS "start_key",
      COALESCE("t76"."points", -1000000) AS "points"
    FROM "t75" AS "t76"
    WHERE
      "t76"."key" > COALESCE("t76"."hand_key", -9000000000000000000)
  ) AS "t78"
  GROUP BY
    1
), "t90" AS (
  SELECT
    "t84"."lead_id",
    "t84"."start_s",
    "t84"."start_key",
    "t84"."points",
    "t84"."last_key",
    "t84"."contact_s",
    "t84"."reply_s",
    "t84"."reply_key",
    "t89"."told_lead_id",
    "t89"."deal_s",
    "t89"."deal_key",
    "t89"."won_s",
    "t89"."revived_key"
  FROM (
    SELECT
      *
    FROM "t80" AS "t81"
    WHERE
      "t81"."last_key" > -9000000000000000000
  ) AS "t84"
  LEFT OUTER JOIN (
    SELECT
      "t87"."told_lead_id",
      MIN(
        CASE
          WHEN "t87"."kind" IN ('deal_opened', 'won')
          THEN "t87"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN "t87"."kind" IN ('deal_opened', 'won')
          THEN "t87"."key"
          ELSE 9000000000000000000
        END
      ) AS "deal_key",
      MIN(CASE WHEN "t87"."kind" = 'won' THEN "t87"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t87"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t87"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t60"."kind",
          "t60"."occurred_s",
          "t60"."told_lead_id",
          "t60"."key",
          "t85"."lead_id",
          "t85"."start_key"
        FROM (
          SELECT
            "t51"."kind",
            "t51"."occurred_s",
            COALESCE("t51"."into_id", "t51"."lead_id") AS "told_lead_id",
            (
              "t51"."occurred_s" * 4000000000
            ) + "t51"."seq" AS "key"
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
              "t45"."gone_id",
              "t45"."into_id"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
                ) AS "t7"
                WHERE
                  NOT (
                    "t7"."id" IN (
                      SELECT
                        *
                      FROM "t8"
                    )
                  )
              ) AS "t16"
              WHERE
                COALESCE("t16"."lead_id", 0) <> 0
            ) AS "t29"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id",
                COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t42"."gone_id",
                  "t42"."merged_s",
                  "t42"."merged_key",
                  "t42"."into_id",
                  "t39"."via_id",
                  "t39"."onward_id"
                FROM (
                  SELECT
                    "t40"."gone_id",
                    "t40"."merged_s",
                    "t40"."merged_key",
                    COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t37"."gone_id",
                      "t37"."into_id",
                      "t37"."merged_s",
                      "t37"."merged_key",
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
              ON "t29"."lead_id" = "t45"."gone_id"
          ) AS "t51"
        ) AS "t60"
        INNER JOIN (
          SELECT
            "t81"."lead_id",
            "t81"."start_key"
          FROM "t80" AS "t81"
          WHERE
            "t81"."last_key" > -9000000000000000000
        ) AS "t85"
          ON "t60"."told_lead_id" = "t85"."lead_id"
      ) AS "t86"
      WHERE
        "t86"."key" >= "t86"."start_key"
    ) AS "t87"
    GROUP BY
      1
  ) AS "t89"
    ON "t84"."lead_id" = "t89"."told_lead_id"
), "t100" AS (
  SELECT
    "t94"."lead_id",
    "t94"."start_s",
    "t94"."start_key",
    "t94"."points",
    "t94"."last_key",
    "t94"."contact_s",
    "t94"."reply_s",
    "t94"."reply_key",
    "t94"."deal_s",
    "t94"."deal_key",
    "t94"."won_s",
    "t94"."revived_key",
    "t99"."told_lead_id",
    "t99"."lost_s",
    "t99"."lost_key",
    "t99"."quit_s"
  FROM (
    SELECT
      "t91"."lead_id",
      "t91"."start_s",
      "t91"."start_key",
      "t91"."points",
      "t91"."last_key",
      "t91"."contact_s",
      "t91"."reply_s",
      "t91"."reply_key",
      COALESCE("t91"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t91"."deal_key", 9000000000000000000) AS "deal_key",
      COALESCE("t91"."won_s", 9000000000) AS "won_s",
      COALESCE("t91"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t90" AS "t91"
  ) AS "t94"
  LEFT OUTER JOIN (
    SELECT
      "t97"."told_lead_id",
      MIN(
        CASE
          WHEN "t97"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t97"."won_s" = 9000000000
          )
          AND (
            "t97"."key" > "t97"."revived_key"
          )
          THEN "t97"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t97"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t97"."won_s" = 9000000000
          )
          AND (
            "t97"."key" > "t97"."revived_key"
          )
          THEN "t97"."key"
          ELSE 9000000000000000000
        END
      ) AS "lost_key",
      MIN(
        CASE
          WHEN "t97"."kind" IN ('gave_up', 'recycled')
          AND (
            "t97"."key" > "t97"."revived_key"
          )
          AND (
            "t97"."key" > "t97"."last_key"
          )
          THEN "t97"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t59"."kind",
          "t59"."occurred_s",
          "t59"."told_lead_id",
          "t59"."key",
          "t95"."lead_id",
          "t95"."start_key",
          "t95"."won_s",
          "t95"."revived_key",
          "t95"."last_key"
        FROM (
          SELECT
            "t50"."kind",
            "t50"."occurred_s",
            COALESCE("t50"."into_id", "t50"."lead_id") AS "told_lead_id",
            (
              "t50"."occurred_s" * 4000000000
            ) + "t50"."seq" AS "key"
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
              "t45"."gone_id",
              "t45"."into_id"
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
                "t14"."worked_s"
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
                ) AS "t5"
                WHERE
                  NOT (
                    "t5"."id" IN (
                      SELECT
                        *
                      FROM "t8"
                    )
                  )
              ) AS "t14"
              WHERE
                COALESCE("t14"."lead_id", 0) <> 0
            ) AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id",
                COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t42"."gone_id",
                  "t42"."merged_s",
                  "t42"."merged_key",
                  "t42"."into_id",
                  "t39"."via_id",
                  "t39"."onward_id"
                FROM (
                  SELECT
                    "t40"."gone_id",
                    "t40"."merged_s",
                    "t40"."merged_key",
                    COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t37"."gone_id",
                      "t37"."into_id",
                      "t37"."merged_s",
                      "t37"."merged_key",
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
              ON "t27"."lead_id" = "t45"."gone_id"
          ) AS "t50"
        ) AS "t59"
        INNER JOIN (
          SELECT
            "t91"."lead_id",
            "t91"."start_key",
            COALESCE("t91"."won_s", 9000000000) AS "won_s",
            COALESCE("t91"."revived_key", -9000000000000000000) AS "revived_key",
            "t91"."last_key"
          FROM "t90" AS "t91"
        ) AS "t95"
          ON "t59"."told_lead_id" = "t95"."lead_id"
      ) AS "t96"
      WHERE
        "t96"."key" >= "t96"."start_key"
    ) AS "t97"
    GROUP BY
      1
  ) AS "t99"
    ON "t94"."lead_id" = "t99"."told_lead_id"
)
SELECT
  "t117"."source",
  "t117"."days",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t117"."is_won" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(CASE WHEN "t117"."is_lost" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost"
FROM (
  SELECT
    "t116"."source",
    "t116"."won_s" < 9000000000 AS "is_won",
    (
      "t116"."lost_s" < 9000000000
    ) AND NOT (
      "t116"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t116"."won_s" < 9000000000
            THEN "t116"."won_s"
            ELSE CASE
              WHEN "t116"."lost_s" < 9000000000
              THEN "t116"."lost_s"
              ELSE ${as_of_s}
            END
          END < LEAST("t116"."reply_s", "t116"."deal_s")
          THEN 0
          ELSE CASE
            WHEN "t116"."won_s" < 9000000000
            THEN "t116"."won_s"
            ELSE CASE
              WHEN "t116"."lost_s" < 9000000000
              THEN "t116"."lost_s"
              ELSE ${as_of_s}
            END
          END - LEAST("t116"."reply_s", "t116"."deal_s")
        END - (
          CASE
            WHEN CASE
              WHEN "t116"."won_s" < 9000000000
              THEN "t116"."won_s"
              ELSE CASE
                WHEN "t116"."lost_s" < 9000000000
                THEN "t116"."lost_s"
                ELSE ${as_of_s}
              END
            END < LEAST("t116"."reply_s", "t116"."deal_s")
            THEN 0
            ELSE CASE
              WHEN "t116"."won_s" < 9000000000
              THEN "t116"."won_s"
              ELSE CASE
                WHEN "t116"."lost_s" < 9000000000
                THEN "t116"."lost_s"
                ELSE ${as_of_s}
              END
            END - LEAST("t116"."reply_s", "t116"."deal_s")
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t116"."won_s" < 9000000000
            THEN "t116"."won_s"
            ELSE CASE
              WHEN "t116"."lost_s" < 9000000000
              THEN "t116"."lost_s"
              ELSE ${as_of_s}
            END
          END < LEAST("t116"."reply_s", "t116"."deal_s")
          THEN 0
          ELSE CASE
            WHEN "t116"."won_s" < 9000000000
            THEN "t116"."won_s"
            ELSE CASE
              WHEN "t116"."lost_s" < 9000000000
              THEN "t116"."lost_s"
              ELSE ${as_of_s}
            END
          END - LEAST("t116"."reply_s", "t116"."deal_s")
        END - (
          CASE
            WHEN CASE
              WHEN "t116"."won_s" < 9000000000
              THEN "t116"."won_s"
              ELSE CASE
                WHEN "t116"."lost_s" < 9000000000
                THEN "t116"."lost_s"
                ELSE ${as_of_s}
              END
            END < LEAST("t116"."reply_s", "t116"."deal_s")
            THEN 0
            ELSE CASE
              WHEN "t116"."won_s" < 9000000000
              THEN "t116"."won_s"
              ELSE CASE
                WHEN "t116"."lost_s" < 9000000000
                THEN "t116"."lost_s"
                ELSE ${as_of_s}
              END
            END - LEAST("t116"."reply_s", "t116"."deal_s")
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days"
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
      "t115"."lost_key",
      "t115"."lost_s",
      "t115"."quit_s",
      "t115"."source",
      "t115"."cohort_s",
      "t112"."tried_lead_id",
      "t112"."k"
    FROM (
      SELECT
        "t113"."lead_id",
        "t113"."start_s",
        "t113"."start_key",
        "t113"."points",
        "t113"."last_key",
        "t113"."contact_s",
        "t113"."reply_s",
        "t113"."reply_key",
        "t113"."deal_s",
        "t113"."deal_key",
        "t113"."won_s",
        "t113"."revived_key",
        "t113"."lost_key",
        "t113"."lost_s",
        "t113"."quit_s",
        "t113"."source",
        CASE
          WHEN "t113"."begun_s" > -9000000000
          THEN "t113"."begun_s"
          ELSE COALESCE("t113"."heard_s", -9000000000)
        END AS "cohort_s"
      FROM (
        SELECT
          "t110"."lead_id",
          "t110"."start_s",
          "t110"."start_key",
          "t110"."points",
          "t110"."last_key",
          "t110"."contact_s",
          "t110"."reply_s",
          "t110"."reply_key",
          "t110"."deal_s",
          "t110"."deal_key",
          "t110"."won_s",
          "t110"."revived_key",
          "t110"."lost_key",
          "t110"."lost_s",
          "t110"."quit_s",
          "t110"."source",
          "t110"."begun_s",
          "t62"."heard_lead_id",
          "t62"."heard_s"
        FROM (
          SELECT
            "t106"."lead_id",
            "t106"."start_s",
            "t106"."start_key",
            "t106"."points",
            "t106"."last_key",
            "t106"."contact_s",
            "t106"."reply_s",
            "t106"."reply_key",
            "t106"."deal_s",
            "t106"."deal_key",
            "t106"."won_s",
            "t106"."revived_key",
            "t106"."lost_key",
            "t106"."lost_s",
            "t106"."quit_s",
            COALESCE("t106"."origin", 'unknown') AS "source",
            CASE
              WHEN "t106"."start_s" > -9000000000
              THEN "t106"."start_s"
              ELSE COALESCE("t106"."origin_s", -9000000000)
            END AS "begun_s"
          FROM (
            SELECT
              "t104"."lead_id",
              "t104"."start_s",
              "t104"."start_key",
              "t104"."points",
              "t104"."last_key",
              "t104"."contact_s",
              "t104"."reply_s",
              "t104"."reply_key",
              "t104"."deal_s",
              "t104"."deal_key",
              "t104"."won_s",
              "t104"."revived_key",
              "t104"."lost_key",
              "t104"."lost_s",
              "t104"."quit_s",
              "t73"."origin_lead_id",
              "t73"."origin_s",
              "t73"."origin"
            FROM (
              SELECT
                "t101"."lead_id",
                "t101"."start_s",
                "t101"."start_key",
                "t101"."points",
                "t101"."last_key",
                "t101"."contact_s",
                "t101"."reply_s",
                "t101"."reply_key",
                "t101"."deal_s",
                "t101"."deal_key",
                "t101"."won_s",
                "t101"."revived_key",
                COALESCE("t101"."lost_key", 9000000000000000000) AS "lost_key",
                COALESCE("t101"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t101"."quit_s", 9000000000) AS "quit_s"
              FROM "t100" AS "t101"
            ) AS "t104"
            LEFT OUTER JOIN (
              SELECT
                "t69"."lead_id" AS "origin_lead_id",
                "t69"."occurred_s" AS "origin_s",
                COALESCE("t69"."source", 'unknown') AS "origin"
              FROM (
                SELECT
                  *
                FROM "t53" AS "t57"
                WHERE
                  "t57"."key" IN (
                    SELECT
                      "t65"."first_key"
                    FROM (
                      SELECT
                        "t57"."lead_id" AS "first_lead_id",
                        MIN("t57"."key") AS "first_key"
                      FROM "t53" AS "t57"
                      GROUP BY
                        1
                    ) AS "t65"
                  )
              ) AS "t69"
            ) AS "t73"
              ON "t104"."lead_id" = "t73"."origin_lead_id"
          ) AS "t106"
        ) AS "t110"
        LEFT OUTER JOIN (
          SELECT
            "t52"."lead_id" AS "heard_lead_id",
            MIN("t52"."occurred_s") AS "heard_s"
          FROM (
            SELECT
              "t46"."seq",
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
                "t45"."gone_id",
                "t45"."into_id"
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
                        FROM "t8"
                      )
                    )
                ) AS "t10"
                WHERE
                  COALESCE("t10"."lead_id", 0) <> 0
              ) AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t43"."gone_id",
                  COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t42"."gone_id",
                    "t42"."merged_s",
                    "t42"."merged_key",
                    "t42"."into_id",
                    "t39"."via_id",
                    "t39"."onward_id"
                  FROM (
                    SELECT
                      "t40"."gone_id",
                      "t40"."merged_s",
                      "t40"."merged_key",
                      COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t37"."gone_id",
                        "t37"."into_id",
                        "t37"."merged_s",
                        "t37"."merged_key",
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
            ) AS "t46"
          ) AS "t52"
          GROUP BY
            1
        ) AS "t62"
          ON "t110"."lead_id" = "t62"."heard_lead_id"
      ) AS "t113"
      WHERE
        CASE
          WHEN "t113"."begun_s" > -9000000000
          THEN "t113"."begun_s"
          ELSE COALESCE("t113"."heard_s", -9000000000)
        END >= ${since_s}
        AND CASE
          WHEN "t113"."begun_s" > -9000000000
          THEN "t113"."begun_s"
          ELSE COALESCE("t113"."heard_s", -9000000000)
        END < ${until_s}
    ) AS "t115"
    LEFT OUTER JOIN (
      SELECT
        "t108"."tried_id" AS "tried_lead_id",
        COUNT(*) AS "k"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t79"."key",
            "t79"."tried_id",
            "t105"."lead_id",
            "t105"."end_key"
          FROM (
            SELECT
              "t76"."key",
              "t76"."lead_id" AS "tried_id"
            FROM "t75" AS "t76"
            WHERE
              "t76"."key" > COALESCE("t76"."hand_key", -9000000000000000000)
              AND "t76"."is_try" = 1
          ) AS "t79"
          INNER JOIN (
            SELECT
              "t101"."lead_id",
              LEAST(
                "t101"."reply_key",
                "t101"."deal_key",
                COALESCE("t101"."lost_key", 9000000000000000000)
              ) AS "end_key"
            FROM "t100" AS "t101"
          ) AS "t105"
            ON "t79"."tried_id" = "t105"."lead_id"
        ) AS "t107"
        WHERE
          "t107"."key" <= "t107"."end_key"
      ) AS "t108"
      GROUP BY
        1
    ) AS "t112"
      ON "t115"."lead_id" = "t112"."tried_lead_id"
  ) AS "t116"
  WHERE
    COALESCE("t116"."k", 0) > 0
    AND CASE
      WHEN LEAST("t116"."reply_key", "t116"."deal_key") < "t116"."lost_key"
      THEN 1
      ELSE 0
    END = 1
) AS "t117"
GROUP BY
  1,
  2
