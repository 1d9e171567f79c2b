-- pairs
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
    CAST(CASE
      WHEN "t14"."kind" = 'merged'
      THEN COALESCE("t14"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t14"."occurred_s" * 4000000000
    ) + "t14"."seq" AS "key"
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
      FROM "t25" AS "t26"
      WHERE
        "t26"."key" IN (
          SELECT
            "t27"."last_key"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."key") AS "last_key"
            FROM "t25" AS "t26"
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
), "t42" AS (
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
    "t20"."reason",
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
      "t9"."worked_s",
      "t9"."reason"
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
            'deal_opened',
            'disqualified',
            'handed_over',
            'lost',
            'qualified',
            'rejected',
            'stage_changed',
            'won'
          )
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
), "t48" AS (
  SELECT
    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
    "t43"."side",
    "t43"."source",
    "t43"."occurred_s",
    "t43"."occurred_month",
    (
      "t43"."occurred_s" * 4000000000
    ) + "t43"."seq" AS "key"
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
            AND "t0"."kind" IN ('captured')
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
), "t60" AS (
  SELECT
    "t56"."lead_id",
    MIN("t56"."occurred_s") AS "first_s",
    CAST(MIN("t56"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t56"."kind" = 'won' THEN "t56"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t56"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t56"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
  FROM (
    SELECT
      COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
      "t44"."kind",
      "t44"."occurred_s",
      "t44"."occurred_month",
      (
        "t44"."occurred_s" * 4000000000
      ) + "t44"."seq" AS "key",
      "t44"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t44"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t44"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  ) AS "t56"
  GROUP BY
    1
), "t61" AS (
  SELECT
    *
  FROM "t48" AS "t53"
  WHERE
    "t53"."key" IN (
      SELECT
        "t57"."first_key"
      FROM (
        SELECT
          "t53"."lead_id" AS "first_lead_id",
          MIN("t53"."key") AS "first_key"
        FROM "t48" AS "t53"
        GROUP BY
          1
      ) AS "t57"
    )
), "t71" AS (
  SELECT
    "t64"."told_id",
    "t64"."hand_key",
    "t64"."said_key",
    CASE WHEN "t64"."hand_key" < 9000000000000000000 THEN "t64"."hand_key" ELSE 0 END AS "start_key"
  FROM (
    SELECT
      "t51"."lead_id" AS "told_id",
      MIN(
        CASE WHEN "t51"."kind" = 'handed_over' THEN "t51"."key" ELSE 9000000000000000000 END
      ) AS "hand_key",
      MIN(
        CASE
          WHEN (
            (
              "t51"."kind" = 'handed_over'
            )
            AND (
              COALESCE("t51"."reason", '') <> 'explored'
            )
          )
          OR (
            "t51"."kind" = 'qualified'
          )
          THEN "t51"."key"
          ELSE 9000000000000000000
        END
      ) AS "said_key"
    FROM (
      SELECT
        COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
        "t47"."kind",
        "t47"."side",
        "t47"."reason",
        (
          "t47"."occurred_s" * 4000000000
        ) + "t47"."seq" AS "key"
      FROM "t42" AS "t47"
    ) AS "t51"
    GROUP BY
      1
  ) AS "t64"
), "t94" AS (
  SELECT
    "t93"."lead_id",
    "t93"."first_s",
    "t93"."first_month",
    "t93"."won_s",
    "t93"."lost_s",
    "t93"."back_s"
  FROM (
    SELECT
      "t66"."lead_id",
      "t66"."first_s",
      "t66"."first_month",
      "t66"."won_s",
      "t66"."revived_key",
      "t90"."ended_lead_id",
      "t90"."lost_s",
      "t90"."back_s"
    FROM "t60" AS "t66"
    LEFT OUTER JOIN (
      SELECT
        "t86"."ended_lead_id",
        MIN(
          CASE
            WHEN "t86"."kind" IN ('disqualified', 'lost')
            THEN "t86"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t86"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t86"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          "t84"."kind",
          "t84"."occurred_s",
          "t84"."ended_lead_id",
          "t84"."key",
          "t84"."lead_id",
          "t84"."won_s",
          "t84"."revived_key"
        FROM (
          SELECT
            "t83"."kind",
            "t83"."occurred_s",
            "t83"."ended_lead_id",
            "t83"."key",
            "t83"."lead_id",
            "t83"."won_s",
            "t83"."revived_key",
            "t81"."dealt_lead_id",
            "t81"."begun_key",
            "t81"."over_key"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t54"."kind",
                "t54"."occurred_s",
                "t54"."ended_lead_id",
                "t54"."key",
                "t69"."lead_id",
                "t69"."won_s",
                "t69"."revived_key"
              FROM (
                SELECT
                  "t45"."kind",
                  "t45"."occurred_s",
                  COALESCE("t45"."into_id", "t45"."lead_id") AS "ended_lead_id",
                  (
                    "t45"."occurred_s" * 4000000000
                  ) + "t45"."seq" AS "key"
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
                          AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
              ) AS "t54"
              INNER JOIN (
                SELECT
                  "t62"."lead_id",
                  "t62"."won_s",
                  "t62"."revived_key"
                FROM "t60" AS "t62"
              ) AS "t69"
                ON "t54"."ended_lead_id" = "t69"."lead_id"
            ) AS "t78"
            WHERE
              "t78"."won_s" = 9000000000 AND "t78"."key" > "t78"."revived_key"
          ) AS "t83"
          LEFT OUTER JOIN (
            SELECT
              "t72"."dealt_lead_id",
              "t72"."begun_key",
              CASE WHEN "t72"."is_open" = 0 THEN "t72"."last_key" ELSE -9000000000000000000 END AS "over_key"
            FROM (
              SELECT
                "t63"."lead_id" AS "dealt_lead_id",
                MAX("t63"."begun_key") AS "begun_key",
                MAX("t63"."lost_key") AS "last_key",
                MAX("t63"."lost_s") AS "last_s",
                MAX(CASE WHEN "t63"."begun_key" > "t63"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
              FROM (
                SELECT
                  "t58"."lead_id",
                  "t58"."deal",
                  "t58"."first_key",
                  "t58"."opened_key",
                  "t58"."closed_key",
                  "t58"."lost_key",
                  "t58"."lost_s",
                  GREATEST("t58"."first_key", "t58"."opened_key") AS "begun_key"
                FROM (
                  SELECT
                    "t50"."lead_id",
                    "t50"."deal",
                    MIN("t50"."key") AS "first_key",
                    MAX(
                      CASE
                        WHEN "t50"."kind" IN ('deal_opened')
                        THEN "t50"."key"
                        ELSE -9000000000000000000
                      END
                    ) AS "opened_key",
                    MAX(
                      CASE
                        WHEN "t50"."kind" IN ('lost', 'won')
                        THEN "t50"."key"
                        ELSE -9000000000000000000
                      END
                    ) AS "closed_key",
                    MAX(
                      CASE WHEN "t50"."kind" IN ('lost') THEN "t50"."key" ELSE -9000000000000000000 END
                    ) AS "lost_key",
                    MAX(CASE WHEN "t50"."kind" = 'lost' THEN "t50"."occurred_s" ELSE -9000000000 END) AS "lost_s"
                  FROM (
                    SELECT
                      COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                      "t46"."kind",
                      "t46"."occurred_s",
                      (
                        "t46"."occurred_s" * 4000000000
                      ) + "t46"."seq" AS "key",
                      COALESCE("t46"."deal_id", 0) AS "deal"
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
                        "t24"."deal_id",
                        "t41"."gone_id",
                        "t41"."into_id"
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
                          "t13"."deal_id"
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
                        ON "t24"."lead_id" = "t41"."gone_id"
                    ) AS "t46"
                  ) AS "t50"
                  GROUP BY
                    1,
                    2
                ) AS "t58"
              ) AS "t63"
              GROUP BY
                1
            ) AS "t72"
          ) AS "t81"
            ON "t83"."ended_lead_id" = "t81"."dealt_lead_id"
        ) AS "t84"
        WHERE
          (
            (
              "t84"."kind" <> 'lost'
            )
            OR (
              "t84"."key" = COALESCE("t84"."over_key", -9000000000000000000)
            )
          )
          AND "t84"."key" >= COALESCE("t84"."begun_key", -9000000000000000000)
      ) AS "t86"
      GROUP BY
        1
    ) AS "t90"
      ON "t66"."lead_id" = "t90"."ended_lead_id"
  ) AS "t93"
)
SELECT
  "t106"."source",
  "t106"."marketing",
  "t106"."sales",
  COUNT(*) AS "leads"
FROM (
  SELECT
    "t105"."lead_id",
    "t105"."since_s",
    "t105"."source",
    CASE
      WHEN COALESCE("t105"."said_key", 9000000000000000000) < LEAST(
        COALESCE("t105"."back_key", 9000000000000000000),
        COALESCE("t105"."taken_key", 9000000000000000000)
      )
      THEN 'good'
      ELSE 'held_back'
    END AS "marketing",
    CASE
      WHEN COALESCE("t105"."back_key", 9000000000000000000) < COALESCE("t105"."next_key", 9000000000000000000)
      THEN 'rejected'
      WHEN COALESCE("t105"."taken_key", 9000000000000000000) < COALESCE("t105"."next_key", 9000000000000000000)
      THEN 'accepted'
      ELSE 'none'
    END AS "sales"
  FROM (
    SELECT
      "t104"."lead_id",
      "t104"."since_s",
      "t104"."source",
      "t104"."found_by",
      "t92"."told_id",
      "t92"."hand_key",
      "t92"."said_key",
      "t92"."next_key",
      "t92"."back_key",
      "t92"."taken_key"
    FROM (
      SELECT
        "t102"."lead_id",
        "t102"."since_s",
        "t102"."source",
        "t102"."found_by"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t99"."won_s", 9000000000) AS "won_s",
            COALESCE("t99"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t99"."back_s", 9000000000) AS "back_s",
            "t99"."found_by",
            "t99"."origin_lead_id" AS "lead_id",
            "t99"."origin_s" AS "since_s",
            "t99"."origin_month" AS "month",
            "t99"."origin" AS "source"
          FROM (
            SELECT
              "t77"."origin_lead_id",
              "t77"."origin",
              "t77"."found_by",
              "t77"."origin_s",
              "t77"."origin_month",
              "t97"."lead_id",
              "t97"."first_s",
              "t97"."first_month",
              "t97"."won_s",
              "t97"."lost_s",
              "t97"."back_s"
            FROM (
              SELECT
                "t65"."lead_id" AS "origin_lead_id",
                COALESCE("t65"."source", 'unknown') AS "origin",
                CASE
                  WHEN "t65"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t65"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "found_by",
                "t65"."occurred_s" AS "origin_s",
                CAST("t65"."occurred_month" AS BIGINT) AS "origin_month"
              FROM "t61" AS "t65"
            ) AS "t77"
            LEFT OUTER JOIN "t94" AS "t97"
              ON "t77"."origin_lead_id" = "t97"."lead_id"
          ) AS "t99"
        ) AS "t100"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t98"."won_s", 9000000000) AS "won_s",
            COALESCE("t98"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t98"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t98"."lead_id",
            "t98"."first_s" AS "since_s",
            "t98"."first_month" AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t96"."lead_id",
              "t96"."first_s",
              "t96"."first_month",
              "t96"."won_s",
              "t96"."lost_s",
              "t96"."back_s",
              "t70"."origin_lead_id"
            FROM "t94" AS "t96"
            LEFT OUTER JOIN (
              SELECT
                "t65"."lead_id" AS "origin_lead_id"
              FROM "t61" AS "t65"
            ) AS "t70"
              ON "t96"."lead_id" = "t70"."origin_lead_id"
          ) AS "t98"
          WHERE
            COALESCE("t98"."origin_lead_id", 0) = 0
        ) AS "t101"
      ) AS "t102"
    ) AS "t104"
    LEFT OUTER JOIN (
      SELECT
        "t88"."told_id",
        COALESCE("t88"."hand_key", 9000000000000000000) AS "hand_key",
        COALESCE("t88"."said_key", 9000000000000000000) AS "said_key",
        COALESCE("t88"."next_key", 9000000000000000000) AS "next_key",
        COALESCE("t88"."back_key", 9000000000000000000) AS "back_key",
        COALESCE("t88"."taken_key", 9000000000000000000) AS "taken_key"
      FROM (
        SELECT
          "t75"."told_id",
          "t75"."hand_key",
          "t75"."said_key",
          "t75"."start_key",
          "t87"."answered_id",
          "t87"."next_key",
          "t87"."back_key",
          "t87"."taken_key"
        FROM "t71" AS "t75"
        LEFT OUTER JOIN (
          SELECT
            "t82"."lead_id" AS "answered_id",
            MIN(
              CASE
                WHEN (
                  "t82"."key" > "t82"."start_key"
                ) AND (
                  "t82"."kind" = 'handed_over'
                )
                THEN "t82"."key"
                ELSE 9000000000000000000
              END
            ) AS "next_key",
            MIN(
              CASE
                WHEN (
                  "t82"."key" > "t82"."start_key"
                )
                AND (
                  (
                    "t82"."kind" = 'rejected'
                  )
                  OR (
                    (
                      "t82"."kind" = 'disqualified'
                    )
                    AND (
                      "t82"."side" = 'sales'
                    )
                    AND (
                      "t82"."start_key" = 0
                    )
                  )
                )
                THEN "t82"."key"
                ELSE 9000000000000000000
              END
            ) AS "back_key",
            MIN(
              CASE
                WHEN (
                  "t82"."key" > "t82"."start_key"
                )
                AND "t82"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                THEN "t82"."key"
                ELSE 9000000000000000000
              END
            ) AS "taken_key"
          FROM (
            SELECT
              "t55"."lead_id",
              "t55"."kind",
              "t55"."side",
              "t55"."key",
              "t76"."told_id",
              "t76"."hand_key",
              "t76"."said_key",
              "t76"."start_key"
            FROM (
              SELECT
                COALESCE("t47"."into_id", "t47"."lead_id") AS "lead_id",
                "t47"."kind",
                "t47"."side",
                (
                  "t47"."occurred_s" * 4000000000
                ) + "t47"."seq" AS "key"
              FROM "t42" AS "t47"
              WHERE
                "t47"."kind" <> 'qualified'
            ) AS "t55"
            INNER JOIN "t71" AS "t76"
              ON "t55"."lead_id" = "t76"."told_id"
          ) AS "t82"
          GROUP BY
            1
        ) AS "t87"
          ON "t75"."told_id" = "t87"."answered_id"
      ) AS "t88"
    ) AS "t92"
      ON "t104"."lead_id" = "t92"."told_id"
  ) AS "t105"
  WHERE
    "t105"."since_s" >= ${since_s}
    AND "t105"."since_s" < ${until_s}
    AND (
      (
        CASE WHEN "t105"."found_by" = 'sales' THEN 1 ELSE 0 END = 0
      )
      OR (
        COALESCE("t105"."hand_key", 9000000000000000000) < 9000000000000000000
      )
    )
) AS "t106"
GROUP BY
  1,
  2,
  3

-- mix
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
), "t37" AS (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."recorded_s",
    "t34"."occurred_s",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key",
    COALESCE("t34"."points", -1000000) AS "points",
    COALESCE("t34"."pact_version", 0) AS "version"
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
      "t14"."pact_version",
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
        "t7"."worked_s",
        "t7"."recorded_s",
        "t7"."pact_version"
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
), "t39" AS (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."side",
    "t36"."source",
    "t36"."occurred_s",
    "t36"."occurred_month",
    (
      "t36"."occurred_s" * 4000000000
    ) + "t36"."seq" AS "key"
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
), "t47" AS (
  SELECT
    *
  FROM "t37" AS "t40"
  WHERE
    "t40"."key" IN (
      SELECT
        "t43"."first_key"
      FROM (
        SELECT
          "t40"."lead_id" AS "first_lead_id",
          MIN("t40"."key") AS "first_key"
        FROM "t37" AS "t40"
        GROUP BY
          1
      ) AS "t43"
    )
)
SELECT
  "t60"."source",
  "t60"."band",
  COUNT(CASE WHEN "t60"."stretch" = 'before' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "before",
  COUNT(CASE WHEN "t60"."stretch" = 'after' THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "after"
FROM (
  SELECT
    "t59"."lead_id",
    COALESCE("t59"."origin", 'unknown') AS "source",
    CAST(CASE
      WHEN "t59"."points" = -1000000
      THEN -1
      WHEN "t59"."points" < 10
      THEN 0
      WHEN "t59"."points" < 20
      THEN 10
      WHEN "t59"."points" < 30
      THEN 20
      WHEN "t59"."points" < 40
      THEN 30
      WHEN "t59"."points" < 50
      THEN 40
      WHEN "t59"."points" < 60
      THEN 50
      WHEN "t59"."points" < 70
      THEN 60
      WHEN "t59"."points" < 80
      THEN 70
      WHEN "t59"."points" < 90
      THEN 80
      ELSE 90
    END AS BIGINT) AS "band",
    CASE
      WHEN "t59"."hand_s" >= (
        ${as_of_s} - (
          ${recent_days} * 86400
        )
      )
      THEN 'after'
      ELSE 'before'
    END AS "stretch"
  FROM (
    SELECT
      "t53"."lead_id",
      "t53"."hand_key",
      "t53"."hand_s",
      "t53"."heard_s",
      "t53"."points",
      "t53"."version",
      "t58"."after_lead_id",
      "t58"."next_key",
      "t58"."back_key",
      "t58"."taken_key",
      "t58"."deal_s",
      "t58"."won_s",
      "t58"."end_s",
      "t58"."is_early",
      "t55"."origin_lead_id",
      "t55"."origin",
      "t55"."found_by",
      "t55"."origin_s",
      "t55"."origin_month"
    FROM (
      SELECT
        "t49"."lead_id",
        "t49"."key" AS "hand_key",
        "t49"."occurred_s" AS "hand_s",
        "t49"."recorded_s" AS "heard_s",
        CAST("t49"."points" AS BIGINT) AS "points",
        CAST("t49"."version" AS BIGINT) AS "version"
      FROM "t47" AS "t49"
    ) AS "t53"
    INNER JOIN (
      SELECT
        "t56"."lead_id" AS "after_lead_id",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'handed_over'
            )
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "next_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'rejected'
            )
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "back_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            )
            AND "t56"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
            THEN "t56"."key"
            ELSE 9000000000000000000
          END
        ) AS "taken_key",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND "t56"."kind" IN ('deal_opened', 'won')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "deal_s",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'won'
            )
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "won_s",
        MIN(
          CASE
            WHEN (
              "t56"."key" > "t56"."hand_key"
            )
            AND "t56"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "end_s",
        MAX(
          CASE
            WHEN (
              "t56"."key" < "t56"."hand_key"
            ) AND (
              "t56"."kind" = 'won'
            )
            THEN 1
            ELSE 0
          END
        ) AS "is_early"
      FROM (
        SELECT
          "t41"."lead_id",
          "t41"."kind",
          "t41"."side",
          "t41"."value_code",
          "t41"."occurred_s",
          "t41"."key",
          "t51"."hand_key",
          "t51"."handed_lead_id"
        FROM (
          SELECT
            COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
            "t35"."kind",
            "t35"."side",
            "t35"."value_code",
            "t35"."occurred_s",
            (
              "t35"."occurred_s" * 4000000000
            ) + "t35"."seq" AS "key"
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
                      'accepted',
                      'deal_opened',
                      'disqualified',
                      'gave_up',
                      'handed_over',
                      'lost',
                      'recycled',
                      'rejected',
                      'stage_changed',
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
            "t49"."key" AS "hand_key",
            "t49"."lead_id" AS "handed_lead_id"
          FROM "t47" AS "t49"
        ) AS "t51"
          ON "t41"."lead_id" = "t51"."handed_lead_id"
      ) AS "t56"
      GROUP BY
        1
    ) AS "t58"
      ON "t53"."lead_id" = "t58"."after_lead_id"
    LEFT OUTER JOIN (
      SELECT
        "t48"."lead_id" AS "origin_lead_id",
        COALESCE("t48"."source", 'unknown') AS "origin",
        CASE
          WHEN "t48"."side" IN ('buyer', 'marketing')
          THEN 'marketing'
          ELSE CASE WHEN "t48"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
        END AS "found_by",
        "t48"."occurred_s" AS "origin_s",
        CAST("t48"."occurred_month" AS BIGINT) AS "origin_month"
      FROM (
        SELECT
          *
        FROM "t39" AS "t42"
        WHERE
          "t42"."key" IN (
            SELECT
              "t44"."first_key"
            FROM (
              SELECT
                "t42"."lead_id" AS "first_lead_id",
                MIN("t42"."key") AS "first_key"
              FROM "t39" AS "t42"
              GROUP BY
                1
            ) AS "t44"
          )
      ) AS "t48"
    ) AS "t55"
      ON "t53"."lead_id" = "t55"."origin_lead_id"
  ) AS "t59"
  WHERE
    "t59"."hand_s" >= (
      ${as_of_s} - (
        ${recent_days} * 86400 * 4
      )
    )
    AND "t59"."hand_s" < (
      ${as_of_s} + 1
    )
) AS "t60"
GROUP BY
  1,
  2
