-- ages
WITH "t5" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t11" AS (
  SELECT
    "t8"."lead_id",
    "t8"."occurred_s",
    "t8"."seq",
    CAST(CASE
      WHEN "t8"."kind" = 'merged'
      THEN COALESCE("t8"."value_number", 0.0)
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
    ) AS "t3"
    WHERE
      NOT (
        "t3"."id" IN (
          SELECT
            *
          FROM "t5"
        )
      )
  ) AS "t8"
), "t21" AS (
  SELECT
    "t20"."lead_id" AS "gone_id",
    MAX("t20"."target_id") AS "into_id",
    MAX("t20"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t11" AS "t12"
      WHERE
        "t12"."seq" IN (
          SELECT
            "t17"."last_seq"
          FROM (
            SELECT
              "t16"."lead_id",
              MAX("t16"."seq") AS "last_seq"
            FROM (
              SELECT
                "t13"."lead_id",
                "t13"."occurred_s",
                "t13"."seq",
                "t13"."target_id",
                "t15"."last_s"
              FROM "t11" AS "t13"
              INNER JOIN (
                SELECT
                  "t12"."lead_id",
                  MAX("t12"."occurred_s") AS "last_s"
                FROM "t11" AS "t12"
                GROUP BY
                  1
              ) AS "t15"
                ON "t13"."lead_id" = "t15"."lead_id" AND "t13"."occurred_s" = "t15"."last_s"
            ) AS "t16"
            GROUP BY
              1
          ) AS "t17"
        )
    ) AS "t19"
    WHERE
      "t19"."target_id" <> 0 AND "t19"."target_id" <> "t19"."lead_id"
  ) AS "t20"
  GROUP BY
    1
), "t32" AS (
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
    "t10"."worked_s",
    "t31"."gone_id",
    "t31"."into_id"
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
      ) AS "t2"
      WHERE
        NOT (
          "t2"."id" IN (
            SELECT
              *
            FROM "t5"
          )
        )
    ) AS "t7"
    WHERE
      COALESCE("t7"."lead_id", 0) <> 0
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t29"."gone_id",
      COALESCE("t29"."onward_id", "t29"."into_id") AS "into_id"
    FROM (
      SELECT
        "t28"."gone_id",
        "t28"."merged_s",
        "t28"."into_id",
        "t25"."via_id",
        "t25"."onward_id"
      FROM (
        SELECT
          "t26"."gone_id",
          "t26"."merged_s",
          COALESCE("t26"."onward_id", "t26"."into_id") AS "into_id"
        FROM (
          SELECT
            "t23"."gone_id",
            "t23"."into_id",
            "t23"."merged_s",
            "t25"."via_id",
            "t25"."onward_id"
          FROM "t21" AS "t23"
          LEFT OUTER JOIN (
            SELECT
              "t22"."gone_id" AS "via_id",
              "t22"."into_id" AS "onward_id"
            FROM "t21" AS "t22"
          ) AS "t25"
            ON "t23"."into_id" = "t25"."via_id"
        ) AS "t26"
      ) AS "t28"
      LEFT OUTER JOIN (
        SELECT
          "t22"."gone_id" AS "via_id",
          "t22"."into_id" AS "onward_id"
        FROM "t21" AS "t22"
      ) AS "t25"
        ON "t28"."into_id" = "t25"."via_id"
    ) AS "t29"
  ) AS "t31"
    ON "t10"."lead_id" = "t31"."gone_id"
), "t37" AS (
  SELECT
    "t36"."lead_id",
    MIN(CASE WHEN "t36"."kind" = 'captured' THEN "t36"."occurred_s" ELSE 9000000000 END) AS "captured_s",
    MIN("t36"."occurred_s") AS "any_s",
    MIN(CASE WHEN "t36"."kind" = 'won' THEN "t36"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t36"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t36"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
  FROM (
    SELECT
      COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
      "t33"."kind",
      "t33"."occurred_s",
      "t33"."seq",
      CASE
        WHEN "t33"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t33"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t33"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk"
    FROM "t32" AS "t33"
  ) AS "t36"
  GROUP BY
    1
)
SELECT
  "t52"."source",
  "t52"."found_by",
  "t52"."days",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t52"."is_won" THEN 1 ELSE 0 END) AS "won",
  SUM(CASE WHEN "t52"."is_lost" THEN 1 ELSE 0 END) AS "lost",
  SUM(CASE WHEN "t52"."is_back" THEN 1 ELSE 0 END) AS "sent_back",
  SUM(CASE WHEN "t52"."is_early" THEN 1 ELSE 0 END) AS "won_before_captured",
  MAX("t52"."since_s") AS "youngest_s",
  SUM(CASE WHEN "t52"."is_ripe_30" THEN 1 ELSE 0 END) AS "ripe_30",
  SUM(CASE WHEN "t52"."is_ripe_60" THEN 1 ELSE 0 END) AS "ripe_60",
  SUM(CASE WHEN "t52"."is_ripe_90" THEN 1 ELSE 0 END) AS "ripe_90",
  SUM(CASE WHEN "t52"."is_ripe_180" THEN 1 ELSE 0 END) AS "ripe_180",
  SUM(CASE WHEN "t52"."is_ripe_won_30" THEN 1 ELSE 0 END) AS "ripe_won_30",
  SUM(CASE WHEN "t52"."is_ripe_won_60" THEN 1 ELSE 0 END) AS "ripe_won_60",
  SUM(CASE WHEN "t52"."is_ripe_won_90" THEN 1 ELSE 0 END) AS "ripe_won_90",
  SUM(CASE WHEN "t52"."is_ripe_won_180" THEN 1 ELSE 0 END) AS "ripe_won_180"
FROM (
  SELECT
    CASE
      WHEN "t51"."kind" = 'captured'
      THEN COALESCE("t51"."source", 'unknown')
      ELSE 'unknown'
    END AS "source",
    CASE
      WHEN "t51"."kind" = 'captured'
      THEN CASE
        WHEN "t51"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t51"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END
      ELSE 'unknown'
    END AS "found_by",
    "t51"."since_s",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t51"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t51"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t51"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t51"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t51"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t51"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t51"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t51"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days",
    "t51"."won_s" < 9000000000 AS "is_won",
    (
      "t51"."lost_s" < 9000000000
    ) AND NOT (
      "t51"."won_s" < 9000000000
    ) AS "is_lost",
    NOT (
      "t51"."lost_s" < 9000000000
    )
    AND (
      "t51"."back_s" < 9000000000
    )
    AND NOT (
      "t51"."won_s" < 9000000000
    ) AS "is_back",
    "t51"."won_s" < "t51"."since_s" AS "is_early",
    CAST(CAST((
      (
        ${as_of_s} - "t51"."since_s"
      ) - (
        (
          ${as_of_s} - "t51"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 30 AS "is_ripe_30",
    CAST(CAST((
      (
        ${as_of_s} - "t51"."since_s"
      ) - (
        (
          ${as_of_s} - "t51"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 60 AS "is_ripe_60",
    CAST(CAST((
      (
        ${as_of_s} - "t51"."since_s"
      ) - (
        (
          ${as_of_s} - "t51"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 90 AS "is_ripe_90",
    CAST(CAST((
      (
        ${as_of_s} - "t51"."since_s"
      ) - (
        (
          ${as_of_s} - "t51"."since_s"
        ) % 86400
      )
    ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 180 AS "is_ripe_180",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t51"."since_s"
        ) - (
          (
            ${as_of_s} - "t51"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 30
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t51"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t51"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t51"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t51"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 30
    ) AS "is_ripe_won_30",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t51"."since_s"
        ) - (
          (
            ${as_of_s} - "t51"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 60
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t51"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t51"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t51"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t51"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 60
    ) AS "is_ripe_won_60",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t51"."since_s"
        ) - (
          (
            ${as_of_s} - "t51"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 90
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t51"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t51"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t51"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t51"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 90
    ) AS "is_ripe_won_90",
    (
      CAST(CAST((
        (
          ${as_of_s} - "t51"."since_s"
        ) - (
          (
            ${as_of_s} - "t51"."since_s"
          ) % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) >= 180
    )
    AND (
      "t51"."won_s" < 9000000000
    )
    AND (
      CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END < "t51"."since_s"
          THEN 0
          ELSE CASE
            WHEN "t51"."won_s" < 9000000000
            THEN "t51"."won_s"
            ELSE CASE
              WHEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END < 9000000000
              THEN CASE
                WHEN "t51"."lost_s" < "t51"."back_s"
                THEN "t51"."lost_s"
                ELSE "t51"."back_s"
              END
              ELSE ${as_of_s}
            END
          END - "t51"."since_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END < "t51"."since_s"
            THEN 0
            ELSE CASE
              WHEN "t51"."won_s" < 9000000000
              THEN "t51"."won_s"
              ELSE CASE
                WHEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END < 9000000000
                THEN CASE
                  WHEN "t51"."lost_s" < "t51"."back_s"
                  THEN "t51"."lost_s"
                  ELSE "t51"."back_s"
                END
                ELSE ${as_of_s}
              END
            END - "t51"."since_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) <= 180
    ) AS "is_ripe_won_180"
  FROM (
    SELECT
      "t50"."lead_id",
      "t50"."won_s",
      "t50"."since_s",
      "t50"."first_seq",
      "t50"."lost_s",
      "t50"."back_s",
      "t4"."seq",
      "t4"."kind",
      "t4"."side",
      "t4"."source",
      "t4"."occurred_month"
    FROM (
      SELECT
        "t48"."lead_id",
        "t48"."won_s",
        "t48"."since_s",
        "t48"."first_seq",
        "t48"."lost_s",
        "t48"."back_s"
      FROM (
        SELECT
          "t42"."lead_id",
          "t42"."won_s",
          "t42"."since_s",
          "t47"."story_lead_id",
          "t47"."first_seq",
          "t47"."lost_s",
          "t47"."back_s"
        FROM (
          SELECT
            "t38"."lead_id",
            "t38"."won_s",
            CASE
              WHEN "t38"."captured_s" < 9000000000
              THEN "t38"."captured_s"
              ELSE "t38"."any_s"
            END AS "since_s"
          FROM "t37" AS "t38"
        ) AS "t42"
        INNER JOIN (
          SELECT
            "t45"."lead_id" AS "story_lead_id",
            MIN(CASE WHEN "t45"."is_first" = 1 THEN "t45"."seq" ELSE 9000000000000000000 END) AS "first_seq",
            MIN(
              CASE
                WHEN (
                  "t45"."is_end" = 1
                ) AND "t45"."kind" IN ('disqualified', 'lost')
                THEN "t45"."occurred_s"
                ELSE 9000000000
              END
            ) AS "lost_s",
            MIN(
              CASE
                WHEN (
                  "t45"."is_end" = 1
                ) AND "t45"."kind" IN ('gave_up', 'recycled', 'rejected')
                THEN "t45"."occurred_s"
                ELSE 9000000000
              END
            ) AS "back_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t43"."lead_id",
                "t43"."kind",
                "t43"."occurred_s",
                "t43"."seq",
                CASE
                  WHEN (
                    (
                      "t43"."kind" = 'captured'
                    ) AND (
                      "t43"."occurred_s" = "t43"."captured_s"
                    )
                  )
                  OR (
                    (
                      "t43"."captured_s" = 9000000000
                    )
                    AND (
                      "t43"."occurred_s" = "t43"."any_s"
                    )
                  )
                  THEN 1
                  ELSE 0
                END AS "is_first",
                CASE
                  WHEN "t43"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
                  AND (
                    "t43"."occurred_s" >= "t43"."revived_s"
                  )
                  AND (
                    "t43"."won_s" = 9000000000
                  )
                  THEN 1
                  ELSE 0
                END AS "is_end"
              FROM (
                SELECT
                  "t35"."lead_id",
                  "t35"."kind",
                  "t35"."occurred_s",
                  "t35"."seq",
                  "t40"."captured_s",
                  "t40"."any_s",
                  "t40"."won_s",
                  "t40"."revived_s"
                FROM (
                  SELECT
                    COALESCE("t33"."into_id", "t33"."lead_id") AS "lead_id",
                    "t33"."kind",
                    "t33"."occurred_s",
                    "t33"."seq"
                  FROM "t32" AS "t33"
                ) AS "t35"
                INNER JOIN (
                  SELECT
                    *
                  FROM "t37" AS "t38"
                ) AS "t40"
                  ON "t35"."lead_id" = "t40"."lead_id"
              ) AS "t43"
            ) AS "t44"
            WHERE
              (
                "t44"."is_first" = 1
              ) OR (
                "t44"."is_end" = 1
              )
          ) AS "t45"
          GROUP BY
            1
        ) AS "t47"
          ON "t42"."lead_id" = "t47"."story_lead_id"
      ) AS "t48"
    ) AS "t50"
    INNER JOIN (
      SELECT
        "t0"."seq",
        "t0"."kind",
        "t0"."side",
        "t0"."source",
        "t0"."occurred_month"
      FROM "facts" AS "t0"
      WHERE
        "t0"."kind" IN (
          'captured',
          'qualified',
          'won',
          'call',
          'email',
          'meeting',
          'social',
          'disqualified',
          'lost',
          'gave_up',
          'recycled',
          'rejected',
          'accepted',
          'deal_opened',
          'handed_over',
          'woken'
        )
    ) AS "t4"
      ON "t50"."first_seq" = "t4"."seq"
  ) AS "t51"
  WHERE
    "t51"."since_s" >= ${since_s} AND "t51"."since_s" < ${until_s}
) AS "t52"
GROUP BY
  1,
  2,
  3
