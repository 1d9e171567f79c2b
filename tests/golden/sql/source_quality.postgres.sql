-- ages
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
), "t41" AS (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."side",
    "t38"."source",
    "t38"."occurred_s",
    "t38"."occurred_month",
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
            AND "t0"."kind" IN ('captured')
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
), "t48" AS (
  SELECT
    "t45"."lead_id",
    MIN("t45"."occurred_s") AS "first_s",
    CAST(MIN("t45"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t45"."kind" = 'won' THEN "t45"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t45"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t45"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
  FROM (
    SELECT
      COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
      "t39"."kind",
      "t39"."occurred_s",
      "t39"."occurred_month",
      (
        "t39"."occurred_s" * 4000000000
      ) + "t39"."seq" AS "key",
      "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  GROUP BY
    1
), "t49" AS (
  SELECT
    *
  FROM "t41" AS "t43"
  WHERE
    "t43"."key" IN (
      SELECT
        "t46"."first_key"
      FROM (
        SELECT
          "t43"."lead_id" AS "first_lead_id",
          MIN("t43"."key") AS "first_key"
        FROM "t41" AS "t43"
        GROUP BY
          1
      ) AS "t46"
    )
), "t64" AS (
  SELECT
    "t63"."lead_id",
    "t63"."first_s",
    "t63"."first_month",
    "t63"."won_s",
    "t63"."lost_s",
    "t63"."back_s"
  FROM (
    SELECT
      "t52"."lead_id",
      "t52"."first_s",
      "t52"."first_month",
      "t52"."won_s",
      "t52"."revived_key",
      "t62"."ended_lead_id",
      "t62"."lost_s",
      "t62"."back_s"
    FROM "t48" AS "t52"
    LEFT OUTER JOIN (
      SELECT
        "t60"."ended_lead_id",
        MIN(
          CASE
            WHEN "t60"."kind" IN ('disqualified', 'lost')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t60"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t60"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t44"."kind",
            "t44"."occurred_s",
            "t44"."ended_lead_id",
            "t44"."key",
            "t55"."lead_id",
            "t55"."won_s",
            "t55"."revived_key"
          FROM (
            SELECT
              "t40"."kind",
              "t40"."occurred_s",
              COALESCE("t40"."into_id", "t40"."lead_id") AS "ended_lead_id",
              (
                "t40"."occurred_s" * 4000000000
              ) + "t40"."seq" AS "key"
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
                      AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
          ) AS "t44"
          INNER JOIN (
            SELECT
              "t50"."lead_id",
              "t50"."won_s",
              "t50"."revived_key"
            FROM "t48" AS "t50"
          ) AS "t55"
            ON "t44"."ended_lead_id" = "t55"."lead_id"
        ) AS "t59"
        WHERE
          "t59"."won_s" = 9000000000 AND "t59"."key" > "t59"."revived_key"
      ) AS "t60"
      GROUP BY
        1
    ) AS "t62"
      ON "t52"."lead_id" = "t62"."ended_lead_id"
  ) AS "t63"
)
SELECT
  "t73"."source",
  "t73"."found_by",
  "t73"."days",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t73"."is_won" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(CASE WHEN "t73"."is_lost" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost",
  COUNT(CASE WHEN "t73"."is_back" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "sent_back",
  COUNT(CASE WHEN "t73"."is_early" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_before_captured",
  MAX("t73"."since_s") AS "youngest_s",
  COUNT(CASE WHEN "t73"."is_ripe_30" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_30",
  COUNT(CASE WHEN "t73"."is_ripe_60" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_60",
  COUNT(CASE WHEN "t73"."is_ripe_90" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_90",
  COUNT(CASE WHEN "t73"."is_ripe_180" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_180",
  COUNT(CASE WHEN "t73"."is_ripe_won_30" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_30",
  COUNT(CASE WHEN "t73"."is_ripe_won_60" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_60",
  COUNT(CASE WHEN "t73"."is_ripe_won_90" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_90",
  COUNT(CASE WHEN "t73"."is_ripe_won_180" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_180"
FROM (
  SELECT
    "t72"."source",
    "t72"."found_by",
    "t72"."since_s",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t72"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t72"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t72"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t72"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t72"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t72"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t72"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t72"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    "t72"."won_s" < 9000000000 AS "is_won",
    (
      "t72"."lost_s" < 9000000000
    ) AND NOT (
      "t72"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t72"."lost_s" < 9000000000
    )
    AND (
      "t72"."back_s" < 9000000000
    )
    AND NOT (
      "t72"."won_s" < 9000000000
    ) AS "is_back",
    "t72"."won_s" < "t72"."since_s" AS "is_early",
    CAST(CAST((
      (
        ${as_of_s} - "t72"."since_s"
      ) - (
        (
          ${as_of_s} - "t72"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 30 AS "is_ripe_30",
    CAST(CAST((
      (
        ${as_of_s} - "t72"."since_s"
      ) - (
        (
          ${as_of_s} - "t72"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 60 AS "is_ripe_60",
    CAST(CAST((
      (
        ${as_of_s} - "t72"."since_s"
      ) - (
        (
          ${as_of_s} - "t72"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 90 AS "is_ripe_90",
    CAST(CAST((
      (
        ${as_of_s} - "t72"."since_s"
      ) - (
        (
          ${as_of_s} - "t72"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t72"."since_s"
        ) - (
          (
            ${as_of_s} - "t72"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 30
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t72"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t72"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t72"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t72"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t72"."since_s"
        ) - (
          (
            ${as_of_s} - "t72"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 60
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t72"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t72"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t72"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t72"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t72"."since_s"
        ) - (
          (
            ${as_of_s} - "t72"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 90
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t72"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t72"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t72"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t72"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t72"."since_s"
        ) - (
          (
            ${as_of_s} - "t72"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 180
    )
    AND (
      "t72"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t72"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t72"."won_s" < 9000000000
            THEN "t72"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t72"."lost_s" < "t72"."back_s"
                THEN "t72"."lost_s"
                ELSE "t72"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t72"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t72"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t72"."won_s" < 9000000000
              THEN "t72"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t72"."lost_s" < "t72"."back_s"
                  THEN "t72"."lost_s"
                  ELSE "t72"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t72"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 180
    ) AS "is_ripe_won_180"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t69"."won_s", 9000000000) AS "won_s",
        COALESCE("t69"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t69"."back_s", 9000000000) AS "back_s",
        "t69"."found_by",
        "t69"."origin_lead_id" AS "lead_id",
        "t69"."origin_s" AS "since_s",
        "t69"."origin_month" AS "month",
        "t69"."origin" AS "source"
      FROM (
        SELECT
          "t58"."origin_lead_id",
          "t58"."origin",
          "t58"."found_by",
          "t58"."origin_s",
          "t58"."origin_month",
          "t67"."lead_id",
          "t67"."first_s",
          "t67"."first_month",
          "t67"."won_s",
          "t67"."lost_s",
          "t67"."back_s"
        FROM (
          SELECT
            "t51"."lead_id" AS "origin_lead_id",
            COALESCE("t51"."source", 'unknown') AS "origin",
            CASE
              WHEN "t51"."side" IN ('buyer', 'marketing')
              THEN 'marketing'
              ELSE CASE WHEN "t51"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
            END AS "found_by",
            "t51"."occurred_s" AS "origin_s",
            CAST("t51"."occurred_month" AS BIGINT) AS "origin_month"
          FROM "t49" AS "t51"
        ) AS "t58"
        LEFT OUTER JOIN "t64" AS "t67"
          ON "t58"."origin_lead_id" = "t67"."lead_id"
      ) AS "t69"
    ) AS "t70"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t68"."won_s", 9000000000) AS "won_s",
        COALESCE("t68"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t68"."back_s", 9000000000) AS "back_s",
        'unknown' AS "found_by",
        "t68"."lead_id",
        "t68"."first_s" AS "since_s",
        "t68"."first_month" AS "month",
        'unknown' AS "source"
      FROM (
        SELECT
          "t66"."lead_id",
          "t66"."first_s",
          "t66"."first_month",
          "t66"."won_s",
          "t66"."lost_s",
          "t66"."back_s",
          "t56"."origin_lead_id"
        FROM "t64" AS "t66"
        LEFT OUTER JOIN (
          SELECT
            "t51"."lead_id" AS "origin_lead_id"
          FROM "t49" AS "t51"
        ) AS "t56"
          ON "t66"."lead_id" = "t56"."origin_lead_id"
      ) AS "t68"
      WHERE
        COALESCE("t68"."origin_lead_id", 0) = 0
    ) AS "t71"
  ) AS "t72"
  WHERE
    "t72"."since_s" >= ${since_s} AND "t72"."since_s" < ${until_s}
) AS "t73"
GROUP BY
  1,
  2,
  3
