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
    "t34"."side",
    "t34"."source",
    "t34"."occurred_s",
    "t34"."occurred_month",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
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
), "t44" AS (
  SELECT
    "t41"."lead_id",
    MIN("t41"."occurred_s") AS "first_s",
    CAST(MIN("t41"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t41"."kind" = 'won' THEN "t41"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t41"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t41"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
  FROM (
    SELECT
      COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
      "t35"."kind",
      "t35"."occurred_s",
      "t35"."occurred_month",
      (
        "t35"."occurred_s" * 4000000000
      ) + "t35"."seq" AS "key",
      "t35"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t35"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t35"."side" = 'buyer'
        )
      ) AS "is_talk"
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
  GROUP BY
    1
), "t45" AS (
  SELECT
    *
  FROM "t37" AS "t39"
  WHERE
    "t39"."key" IN (
      SELECT
        "t42"."first_key"
      FROM (
        SELECT
          "t39"."lead_id" AS "first_lead_id",
          MIN("t39"."key") AS "first_key"
        FROM "t37" AS "t39"
        GROUP BY
          1
      ) AS "t42"
    )
), "t60" AS (
  SELECT
    "t59"."lead_id",
    "t59"."first_s",
    "t59"."first_month",
    "t59"."won_s",
    "t59"."lost_s",
    "t59"."back_s"
  FROM (
    SELECT
      "t48"."lead_id",
      "t48"."first_s",
      "t48"."first_month",
      "t48"."won_s",
      "t48"."revived_key",
      "t58"."ended_lead_id",
      "t58"."lost_s",
      "t58"."back_s"
    FROM "t44" AS "t48"
    LEFT OUTER JOIN (
      SELECT
        "t56"."ended_lead_id",
        MIN(
          CASE
            WHEN "t56"."kind" IN ('disqualified', 'lost')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t56"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t56"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t40"."kind",
            "t40"."occurred_s",
            "t40"."ended_lead_id",
            "t40"."key",
            "t51"."lead_id",
            "t51"."won_s",
            "t51"."revived_key"
          FROM (
            SELECT
              "t36"."kind",
              "t36"."occurred_s",
              COALESCE("t36"."into_id", "t36"."lead_id") AS "ended_lead_id",
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
          ) AS "t40"
          INNER JOIN (
            SELECT
              "t46"."lead_id",
              "t46"."won_s",
              "t46"."revived_key"
            FROM "t44" AS "t46"
          ) AS "t51"
            ON "t40"."ended_lead_id" = "t51"."lead_id"
        ) AS "t55"
        WHERE
          "t55"."won_s" = 9000000000 AND "t55"."key" > "t55"."revived_key"
      ) AS "t56"
      GROUP BY
        1
    ) AS "t58"
      ON "t48"."lead_id" = "t58"."ended_lead_id"
  ) AS "t59"
)
SELECT
  "t69"."source",
  "t69"."found_by",
  "t69"."days",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t69"."is_won" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(CASE WHEN "t69"."is_lost" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost",
  COUNT(CASE WHEN "t69"."is_back" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "sent_back",
  COUNT(CASE WHEN "t69"."is_early" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_before_captured",
  MAX("t69"."since_s") AS "youngest_s",
  COUNT(CASE WHEN "t69"."is_ripe_30" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_30",
  COUNT(CASE WHEN "t69"."is_ripe_60" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_60",
  COUNT(CASE WHEN "t69"."is_ripe_90" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_90",
  COUNT(CASE WHEN "t69"."is_ripe_180" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_180",
  COUNT(CASE WHEN "t69"."is_ripe_won_30" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_30",
  COUNT(CASE WHEN "t69"."is_ripe_won_60" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_60",
  COUNT(CASE WHEN "t69"."is_ripe_won_90" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_90",
  COUNT(CASE WHEN "t69"."is_ripe_won_180" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "ripe_won_180"
FROM (
  SELECT
    "t68"."source",
    "t68"."found_by",
    "t68"."since_s",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t68"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t68"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t68"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t68"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t68"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t68"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t68"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t68"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    "t68"."won_s" < 9000000000 AS "is_won",
    (
      "t68"."lost_s" < 9000000000
    ) AND NOT (
      "t68"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t68"."lost_s" < 9000000000
    )
    AND (
      "t68"."back_s" < 9000000000
    )
    AND NOT (
      "t68"."won_s" < 9000000000
    ) AS "is_back",
    "t68"."won_s" < "t68"."since_s" AS "is_early",
    CAST(CAST((
      (
        ${as_of_s} - "t68"."since_s"
      ) - (
        (
          ${as_of_s} - "t68"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 30 AS "is_ripe_30",
    CAST(CAST((
      (
        ${as_of_s} - "t68"."since_s"
      ) - (
        (
          ${as_of_s} - "t68"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 60 AS "is_ripe_60",
    CAST(CAST((
      (
        ${as_of_s} - "t68"."since_s"
      ) - (
        (
          ${as_of_s} - "t68"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 90 AS "is_ripe_90",
    CAST(CAST((
      (
        ${as_of_s} - "t68"."since_s"
      ) - (
        (
          ${as_of_s} - "t68"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t68"."since_s"
        ) - (
          (
            ${as_of_s} - "t68"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 30
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t68"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t68"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t68"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t68"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t68"."since_s"
        ) - (
          (
            ${as_of_s} - "t68"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 60
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t68"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t68"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t68"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t68"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t68"."since_s"
        ) - (
          (
            ${as_of_s} - "t68"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 90
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t68"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t68"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t68"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t68"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t68"."since_s"
        ) - (
          (
            ${as_of_s} - "t68"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 180
    )
    AND (
      "t68"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t68"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t68"."won_s" < 9000000000
            THEN "t68"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t68"."lost_s" < "t68"."back_s"
                THEN "t68"."lost_s"
                ELSE "t68"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t68"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t68"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t68"."won_s" < 9000000000
              THEN "t68"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t68"."lost_s" < "t68"."back_s"
                  THEN "t68"."lost_s"
                  ELSE "t68"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t68"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 180
    ) AS "is_ripe_won_180"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t65"."won_s", 9000000000) AS "won_s",
        COALESCE("t65"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t65"."back_s", 9000000000) AS "back_s",
        "t65"."found_by",
        "t65"."origin_lead_id" AS "lead_id",
        "t65"."origin_s" AS "since_s",
        "t65"."origin_month" AS "month",
        "t65"."origin" AS "source"
      FROM (
        SELECT
          "t54"."origin_lead_id",
          "t54"."origin",
          "t54"."found_by",
          "t54"."origin_s",
          "t54"."origin_month",
          "t63"."lead_id",
          "t63"."first_s",
          "t63"."first_month",
          "t63"."won_s",
          "t63"."lost_s",
          "t63"."back_s"
        FROM (
          SELECT
            "t47"."lead_id" AS "origin_lead_id",
            COALESCE("t47"."source", 'unknown') AS "origin",
            CASE
              WHEN "t47"."side" IN ('buyer', 'marketing')
              THEN 'marketing'
              ELSE CASE WHEN "t47"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
            END AS "found_by",
            "t47"."occurred_s" AS "origin_s",
            CAST("t47"."occurred_month" AS BIGINT) AS "origin_month"
          FROM "t45" AS "t47"
        ) AS "t54"
        LEFT OUTER JOIN "t60" AS "t63"
          ON "t54"."origin_lead_id" = "t63"."lead_id"
      ) AS "t65"
    ) AS "t66"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        COALESCE("t64"."won_s", 9000000000) AS "won_s",
        COALESCE("t64"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t64"."back_s", 9000000000) AS "back_s",
        'unknown' AS "found_by",
        "t64"."lead_id",
        "t64"."first_s" AS "since_s",
        "t64"."first_month" AS "month",
        'unknown' AS "source"
      FROM (
        SELECT
          "t62"."lead_id",
          "t62"."first_s",
          "t62"."first_month",
          "t62"."won_s",
          "t62"."lost_s",
          "t62"."back_s",
          "t52"."origin_lead_id"
        FROM "t60" AS "t62"
        LEFT OUTER JOIN (
          SELECT
            "t47"."lead_id" AS "origin_lead_id"
          FROM "t45" AS "t47"
        ) AS "t52"
          ON "t62"."lead_id" = "t52"."origin_lead_id"
      ) AS "t64"
      WHERE
        COALESCE("t64"."origin_lead_id", 0) = 0
    ) AS "t67"
  ) AS "t68"
  WHERE
    "t68"."since_s" >= ${since_s} AND "t68"."since_s" < ${until_s}
) AS "t69"
GROUP BY
  1,
  2,
  3
