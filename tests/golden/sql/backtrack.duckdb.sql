-- by_source
WITH "t4" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t13" AS (
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
          FROM "t4"
        )
      )
  ) AS "t8"
), "t23" AS (
  SELECT
    "t22"."lead_id" AS "gone_id",
    MAX("t22"."target_id") AS "into_id",
    MAX("t22"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t13" AS "t14"
      WHERE
        "t14"."seq" IN (
          SELECT
            "t19"."last_seq"
          FROM (
            SELECT
              "t18"."lead_id",
              MAX("t18"."seq") AS "last_seq"
            FROM (
              SELECT
                "t15"."lead_id",
                "t15"."occurred_s",
                "t15"."seq",
                "t15"."target_id",
                "t17"."last_s"
              FROM "t13" AS "t15"
              INNER JOIN (
                SELECT
                  "t14"."lead_id",
                  MAX("t14"."occurred_s") AS "last_s"
                FROM "t13" AS "t14"
                GROUP BY
                  1
              ) AS "t17"
                ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
            ) AS "t18"
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
), "t36" AS (
  SELECT
    COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
    "t34"."kind",
    "t34"."occurred_s",
    "t34"."recorded_s",
    "t34"."source",
    "t34"."points",
    "t34"."pact_version",
    "t34"."side",
    "t34"."value_code",
    (
      "t34"."occurred_s" * 4000000000
    ) + "t34"."seq" AS "key"
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
      "t11"."recorded_s",
      "t11"."pact_version",
      "t33"."gone_id",
      "t33"."into_id"
    FROM (
      SELECT
        "t6"."seq",
        "t6"."id",
        "t6"."kind",
        "t6"."occurred_s",
        "t6"."occurred_month",
        "t6"."lead_id",
        "t6"."person_id",
        "t6"."side",
        "t6"."source",
        "t6"."value_code",
        "t6"."value_number",
        "t6"."points",
        "t6"."due_s",
        "t6"."worked_s",
        "t6"."recorded_s",
        "t6"."pact_version"
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
              'captured',
              'deal_opened',
              'disqualified',
              'gave_up',
              'handed_over',
              'lost',
              'recycled',
              'rejected',
              'won'
            )
        ) AS "t1"
        WHERE
          NOT (
            "t1"."id" IN (
              SELECT
                *
              FROM "t4"
            )
          )
      ) AS "t6"
      WHERE
        COALESCE("t6"."lead_id", 0) <> 0
    ) AS "t11"
    LEFT OUTER JOIN (
      SELECT
        "t31"."gone_id",
        COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          "t30"."into_id",
          "t27"."via_id",
          "t27"."onward_id"
        FROM (
          SELECT
            "t28"."gone_id",
            "t28"."merged_s",
            COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
          FROM (
            SELECT
              "t25"."gone_id",
              "t25"."into_id",
              "t25"."merged_s",
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
      ON "t11"."lead_id" = "t33"."gone_id"
  ) AS "t34"
), "t45" AS (
  SELECT
    "t44"."lead_id",
    MIN("t44"."hand_key") AS "hand_key",
    MAX(
      CASE
        WHEN "t44"."key" = "t44"."hand_key"
        THEN "t44"."occurred_s"
        ELSE -9000000000
      END
    ) AS "hand_s",
    MAX(
      CASE
        WHEN "t44"."key" = "t44"."hand_key"
        THEN "t44"."recorded_s"
        ELSE -9000000000
      END
    ) AS "heard_s",
    CAST(MAX(
      CASE
        WHEN "t44"."key" = "t44"."hand_key"
        THEN COALESCE("t44"."points", -1000000)
        ELSE -1000000
      END
    ) AS BIGINT) AS "points",
    CAST(MAX(
      CASE
        WHEN "t44"."key" = "t44"."hand_key"
        THEN COALESCE("t44"."pact_version", 0)
        ELSE 0
      END
    ) AS BIGINT) AS "version",
    MAX(
      CASE
        WHEN "t44"."key" = "t44"."captured_key"
        THEN COALESCE("t44"."source", 'unknown')
        ELSE ''
      END
    ) AS "origin",
    MIN(
      CASE
        WHEN (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'handed_over'
        )
        THEN "t44"."key"
        ELSE 9000000000000000000
      END
    ) AS "next_key",
    MIN(
      CASE
        WHEN (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'rejected'
        )
        THEN "t44"."key"
        ELSE 9000000000000000000
      END
    ) AS "back_key",
    MIN(
      CASE
        WHEN (
          "t44"."key" > "t44"."hand_key"
        )
        AND "t44"."kind" IN ('accepted', 'deal_opened', 'won')
        THEN "t44"."key"
        ELSE 9000000000000000000
      END
    ) AS "taken_key",
    MIN(
      CASE
        WHEN (
          "t44"."key" > "t44"."hand_key"
        ) AND "t44"."kind" IN ('deal_opened', 'won')
        THEN "t44"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(
      CASE
        WHEN (
          "t44"."key" > "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'won'
        )
        THEN "t44"."occurred_s"
        ELSE 9000000000
      END
    ) AS "won_s",
    MIN(
      CASE
        WHEN (
          "t44"."key" > "t44"."hand_key"
        )
        AND "t44"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
        THEN "t44"."occurred_s"
        ELSE 9000000000
      END
    ) AS "end_s",
    MAX(
      CASE
        WHEN (
          "t44"."key" < "t44"."hand_key"
        ) AND (
          "t44"."kind" = 'won'
        )
        THEN 1
        ELSE 0
      END
    ) AS "is_early"
  FROM (
    SELECT
      "t39"."lead_id",
      "t39"."kind",
      "t39"."occurred_s",
      "t39"."recorded_s",
      "t39"."source",
      "t39"."points",
      "t39"."pact_version",
      "t39"."side",
      "t39"."value_code",
      "t39"."key",
      "t43"."hand_key",
      "t43"."captured_key"
    FROM "t36" AS "t39"
    INNER JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t37"."lead_id",
          MIN(
            CASE WHEN "t37"."kind" = 'handed_over' THEN "t37"."key" ELSE 9000000000000000000 END
          ) AS "hand_key",
          MIN(
            CASE WHEN "t37"."kind" = 'captured' THEN "t37"."key" ELSE 9000000000000000000 END
          ) AS "captured_key"
        FROM "t36" AS "t37"
        GROUP BY
          1
      ) AS "t41"
      WHERE
        "t41"."hand_key" < 9000000000000000000
    ) AS "t43"
      ON "t39"."lead_id" = "t43"."lead_id"
  ) AS "t44"
  GROUP BY
    1
)
SELECT
  "t58"."source",
  COUNT(*) AS "leads",
  SUM(
    CASE
      WHEN (
        "t58"."is_filled" = 1
      ) OR (
        "t58"."is_corrected" = 1
      )
      THEN 1
      ELSE 0
    END
  ) AS "back",
  SUM(CASE WHEN "t58"."is_filled" = 1 THEN 1 ELSE 0 END) AS "filled",
  SUM(CASE WHEN "t58"."is_corrected" = 1 THEN 1 ELSE 0 END) AS "corrected",
  SUM(CASE WHEN "t58"."is_young" = 1 THEN 1 ELSE 0 END) AS "young"
FROM (
  SELECT
    "t57"."lead_id",
    "t57"."source",
    COALESCE("t57"."filled", 0) AS "is_filled",
    COALESCE("t57"."corrected", 0) AS "is_corrected",
    CASE
      WHEN (
        "t57"."hand_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 1
      ELSE 0
    END AS "is_young"
  FROM (
    SELECT
      "t50"."lead_id",
      "t50"."hand_key",
      "t50"."hand_s",
      "t50"."heard_s",
      "t50"."points",
      "t50"."version",
      "t50"."deal_s",
      "t50"."won_s",
      "t50"."end_s",
      "t50"."is_early",
      "t50"."source",
      "t50"."answer",
      "t56"."gone_lead_id",
      "t56"."filled",
      "t56"."corrected"
    FROM (
      SELECT
        "t46"."lead_id",
        "t46"."hand_key",
        "t46"."hand_s",
        "t46"."heard_s",
        "t46"."points",
        "t46"."version",
        "t46"."deal_s",
        "t46"."won_s",
        "t46"."end_s",
        "t46"."is_early",
        CASE WHEN "t46"."origin" <> '' THEN "t46"."origin" ELSE 'unknown' END AS "source",
        CASE
          WHEN "t46"."back_key" < "t46"."next_key"
          THEN 'rejected'
          WHEN "t46"."taken_key" < "t46"."next_key"
          THEN 'accepted'
          ELSE 'open'
        END AS "answer"
      FROM "t45" AS "t46"
      WHERE
        "t46"."hand_s" >= ${since_s} AND "t46"."hand_s" < ${until_s}
    ) AS "t50"
    LEFT OUTER JOIN (
      SELECT
        "t54"."lead_id" AS "gone_lead_id",
        MAX("t54"."is_filled") AS "filled",
        MAX("t54"."is_corrected") AS "corrected"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t52"."source",
            "t52"."field",
            "t52"."handed_lead_id" AS "lead_id",
            CASE
              WHEN (
                SUBSTRING(
                  "t52"."told_then",
                  CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                ) <> ''
              )
              AND (
                SUBSTRING(
                  "t52"."told_then",
                  CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                ) <> 'unknown'
              )
              THEN 1
              ELSE 0
            END AS "is_known",
            CASE
              WHEN NOT (
                (
                  SUBSTRING(
                    "t52"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                  ) <> ''
                )
                AND (
                  SUBSTRING(
                    "t52"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                  ) <> 'unknown'
                )
              )
              AND (
                "t52"."most" <> ''
              )
              THEN 1
              ELSE 0
            END AS "is_filled",
            CASE
              WHEN (
                SUBSTRING(
                  "t52"."told_then",
                  CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                ) <> ''
              )
              AND (
                SUBSTRING(
                  "t52"."told_then",
                  CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                ) <> 'unknown'
              )
              AND (
                "t52"."most" <> ''
              )
              AND (
                (
                  "t52"."least" <> '0' || SUBSTRING(
                    "t52"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                  )
                )
                OR (
                  "t52"."most" <> '0' || SUBSTRING(
                    "t52"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                  )
                )
                OR (
                  SUBSTRING(
                    "t52"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t52"."told_then") END
                  ) = 'known'
                )
              )
              THEN 1
              ELSE 0
            END AS "is_corrected"
          FROM (
            SELECT
              "t51"."handed_lead_id",
              "t51"."source",
              "t51"."field",
              MAX(
                CASE
                  WHEN "t51"."key" <= "t51"."hand_key"
                  THEN CAST("t51"."key" AS TEXT) || "t51"."code"
                  ELSE ''
                END
              ) AS "told_then",
              MIN(
                CASE
                  WHEN NOT (
                    "t51"."key" <= "t51"."hand_key"
                  )
                  AND (
                    "t51"."code" <> 'unknown'
                  )
                  AND (
                    "t51"."side" = 'sales'
                  )
                  AND (
                    "t51"."occurred_s" <= (
                      "t51"."hand_s" + (
                        ${within_days} * 86400
                      )
                    )
                  )
                  THEN '0' || "t51"."code"
                  ELSE '1'
                END
              ) AS "least",
              MAX(
                CASE
                  WHEN NOT (
                    "t51"."key" <= "t51"."hand_key"
                  )
                  AND (
                    "t51"."code" <> 'unknown'
                  )
                  AND (
                    "t51"."side" = 'sales'
                  )
                  AND (
                    "t51"."occurred_s" <= (
                      "t51"."hand_s" + (
                        ${within_days} * 86400
                      )
                    )
                  )
                  THEN '0' || "t51"."code"
                  ELSE ''
                END
              ) AS "most"
            FROM (
              SELECT
                "t49"."source",
                "t49"."hand_key",
                "t49"."hand_s",
                "t49"."handed_lead_id",
                "t40"."lead_id",
                "t40"."side",
                "t40"."occurred_s",
                "t40"."key",
                "t40"."field",
                "t40"."code"
              FROM (
                SELECT
                  CASE WHEN "t46"."origin" <> '' THEN "t46"."origin" ELSE 'unknown' END AS "source",
                  "t46"."hand_key",
                  "t46"."hand_s",
                  "t46"."lead_id" AS "handed_lead_id"
                FROM "t45" AS "t46"
                WHERE
                  "t46"."hand_s" >= ${since_s} AND "t46"."hand_s" < ${until_s}
              ) AS "t49"
              INNER JOIN (
                SELECT
                  COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
                  "t35"."side",
                  "t35"."occurred_s",
                  (
                    "t35"."occurred_s" * 4000000000
                  ) + "t35"."seq" AS "key",
                  COALESCE("t35"."field", '') AS "field",
                  COALESCE("t35"."value_code", 'unknown') AS "code"
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
                    "t12"."field",
                    "t33"."gone_id",
                    "t33"."into_id"
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
                      "t7"."worked_s",
                      "t7"."field"
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
                          AND "t0"."kind" IN ('described')
                      ) AS "t2"
                      WHERE
                        NOT (
                          "t2"."id" IN (
                            SELECT
                              *
                            FROM "t4"
                          )
                        )
                    ) AS "t7"
                    WHERE
                      COALESCE("t7"."lead_id", 0) <> 0
                  ) AS "t12"
                  LEFT OUTER JOIN (
                    SELECT
                      "t31"."gone_id",
                      COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t30"."gone_id",
                        "t30"."merged_s",
                        "t30"."into_id",
                        "t27"."via_id",
                        "t27"."onward_id"
                      FROM (
                        SELECT
                          "t28"."gone_id",
                          "t28"."merged_s",
                          COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t25"."gone_id",
                            "t25"."into_id",
                            "t25"."merged_s",
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
                    ON "t12"."lead_id" = "t33"."gone_id"
                ) AS "t35"
                WHERE
                  COALESCE("t35"."field", '') <> ''
                  AND COALESCE("t35"."field", '') <> 'email_is_free_mail'
                  AND NOT (
                    COALESCE("t35"."field", '') LIKE '%:%'
                  )
              ) AS "t40"
                ON "t49"."handed_lead_id" = "t40"."lead_id"
            ) AS "t51"
            GROUP BY
              1,
              2,
              3
          ) AS "t52"
        ) AS "t53"
        WHERE
          (
            "t53"."is_filled" = 1
          ) OR (
            "t53"."is_corrected" = 1
          )
      ) AS "t54"
      GROUP BY
        1
    ) AS "t56"
      ON "t50"."lead_id" = "t56"."gone_lead_id"
  ) AS "t57"
) AS "t58"
GROUP BY
  1

-- by_field
WITH "t4" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t13" AS (
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
          FROM "t4"
        )
      )
  ) AS "t8"
), "t23" AS (
  SELECT
    "t22"."lead_id" AS "gone_id",
    MAX("t22"."target_id") AS "into_id",
    MAX("t22"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t13" AS "t14"
      WHERE
        "t14"."seq" IN (
          SELECT
            "t19"."last_seq"
          FROM (
            SELECT
              "t18"."lead_id",
              MAX("t18"."seq") AS "last_seq"
            FROM (
              SELECT
                "t15"."lead_id",
                "t15"."occurred_s",
                "t15"."seq",
                "t15"."target_id",
                "t17"."last_s"
              FROM "t13" AS "t15"
              INNER JOIN (
                SELECT
                  "t14"."lead_id",
                  MAX("t14"."occurred_s") AS "last_s"
                FROM "t13" AS "t14"
                GROUP BY
                  1
              ) AS "t17"
                ON "t15"."lead_id" = "t17"."lead_id" AND "t15"."occurred_s" = "t17"."last_s"
            ) AS "t18"
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
), "t36" AS (
  SELECT
    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
    "t35"."kind",
    "t35"."occurred_s",
    "t35"."recorded_s",
    "t35"."source",
    "t35"."points",
    "t35"."pact_version",
    "t35"."side",
    "t35"."value_code",
    (
      "t35"."occurred_s" * 4000000000
    ) + "t35"."seq" AS "key"
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
      "t12"."recorded_s",
      "t12"."pact_version",
      "t33"."gone_id",
      "t33"."into_id"
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
            AND "t0"."kind" IN (
              'accepted',
              'captured',
              'deal_opened',
              'disqualified',
              'gave_up',
              'handed_over',
              'lost',
              'recycled',
              'rejected',
              'won'
            )
        ) AS "t2"
        WHERE
          NOT (
            "t2"."id" IN (
              SELECT
                *
              FROM "t4"
            )
          )
      ) AS "t7"
      WHERE
        COALESCE("t7"."lead_id", 0) <> 0
    ) AS "t12"
    LEFT OUTER JOIN (
      SELECT
        "t31"."gone_id",
        COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          "t30"."into_id",
          "t27"."via_id",
          "t27"."onward_id"
        FROM (
          SELECT
            "t28"."gone_id",
            "t28"."merged_s",
            COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
          FROM (
            SELECT
              "t25"."gone_id",
              "t25"."into_id",
              "t25"."merged_s",
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
      ON "t12"."lead_id" = "t33"."gone_id"
  ) AS "t35"
)
SELECT
  "t50"."source",
  "t50"."field",
  SUM(CASE WHEN "t50"."is_known" = 1 THEN 1 ELSE 0 END) AS "known",
  SUM(CASE WHEN "t50"."is_filled" = 1 THEN 1 ELSE 0 END) AS "filled",
  SUM(CASE WHEN "t50"."is_corrected" = 1 THEN 1 ELSE 0 END) AS "corrected"
FROM (
  SELECT
    "t49"."source",
    "t49"."field",
    "t49"."handed_lead_id" AS "lead_id",
    CASE
      WHEN (
        SUBSTRING(
          "t49"."told_then",
          CASE WHEN (
            19 + 1
          ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t49"."told_then",
          CASE WHEN (
            19 + 1
          ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
        ) <> 'unknown'
      )
      THEN 1
      ELSE 0
    END AS "is_known",
    CASE
      WHEN NOT (
        (
          SUBSTRING(
            "t49"."told_then",
            CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
          ) <> ''
        )
        AND (
          SUBSTRING(
            "t49"."told_then",
            CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
          ) <> 'unknown'
        )
      )
      AND (
        "t49"."most" <> ''
      )
      THEN 1
      ELSE 0
    END AS "is_filled",
    CASE
      WHEN (
        SUBSTRING(
          "t49"."told_then",
          CASE WHEN (
            19 + 1
          ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
        ) <> ''
      )
      AND (
        SUBSTRING(
          "t49"."told_then",
          CASE WHEN (
            19 + 1
          ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
        ) <> 'unknown'
      )
      AND (
        "t49"."most" <> ''
      )
      AND (
        (
          "t49"."least" <> '0' || SUBSTRING(
            "t49"."told_then",
            CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
          )
        )
        OR (
          "t49"."most" <> '0' || SUBSTRING(
            "t49"."told_then",
            CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
          )
        )
        OR (
          SUBSTRING(
            "t49"."told_then",
            CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t49"."told_then") END
          ) = 'known'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_corrected"
  FROM (
    SELECT
      "t48"."handed_lead_id",
      "t48"."source",
      "t48"."field",
      MAX(
        CASE
          WHEN "t48"."key" <= "t48"."hand_key"
          THEN CAST("t48"."key" AS TEXT) || "t48"."code"
          ELSE ''
        END
      ) AS "told_then",
      MIN(
        CASE
          WHEN NOT (
            "t48"."key" <= "t48"."hand_key"
          )
          AND (
            "t48"."code" <> 'unknown'
          )
          AND (
            "t48"."side" = 'sales'
          )
          AND (
            "t48"."occurred_s" <= (
              "t48"."hand_s" + (
                ${within_days} * 86400
              )
            )
          )
          THEN '0' || "t48"."code"
          ELSE '1'
        END
      ) AS "least",
      MAX(
        CASE
          WHEN NOT (
            "t48"."key" <= "t48"."hand_key"
          )
          AND (
            "t48"."code" <> 'unknown'
          )
          AND (
            "t48"."side" = 'sales'
          )
          AND (
            "t48"."occurred_s" <= (
              "t48"."hand_s" + (
                ${within_days} * 86400
              )
            )
          )
          THEN '0' || "t48"."code"
          ELSE ''
        END
      ) AS "most"
    FROM (
      SELECT
        "t47"."source",
        "t47"."hand_key",
        "t47"."hand_s",
        "t47"."handed_lead_id",
        "t39"."lead_id",
        "t39"."side",
        "t39"."occurred_s",
        "t39"."key",
        "t39"."field",
        "t39"."code"
      FROM (
        SELECT
          CASE WHEN "t45"."origin" <> '' THEN "t45"."origin" ELSE 'unknown' END AS "source",
          "t45"."hand_key",
          "t45"."hand_s",
          "t45"."lead_id" AS "handed_lead_id"
        FROM (
          SELECT
            "t44"."lead_id",
            MIN("t44"."hand_key") AS "hand_key",
            MAX(
              CASE
                WHEN "t44"."key" = "t44"."hand_key"
                THEN "t44"."occurred_s"
                ELSE -9000000000
              END
            ) AS "hand_s",
            MAX(
              CASE
                WHEN "t44"."key" = "t44"."hand_key"
                THEN "t44"."recorded_s"
                ELSE -9000000000
              END
            ) AS "heard_s",
            CAST(MAX(
              CASE
                WHEN "t44"."key" = "t44"."hand_key"
                THEN COALESCE("t44"."points", -1000000)
                ELSE -1000000
              END
            ) AS BIGINT) AS "points",
            CAST(MAX(
              CASE
                WHEN "t44"."key" = "t44"."hand_key"
                THEN COALESCE("t44"."pact_version", 0)
                ELSE 0
              END
            ) AS BIGINT) AS "version",
            MAX(
              CASE
                WHEN "t44"."key" = "t44"."captured_key"
                THEN COALESCE("t44"."source", 'unknown')
                ELSE ''
              END
            ) AS "origin",
            MIN(
              CASE
                WHEN (
                  "t44"."key" > "t44"."hand_key"
                ) AND (
                  "t44"."kind" = 'handed_over'
                )
                THEN "t44"."key"
                ELSE 9000000000000000000
              END
            ) AS "next_key",
            MIN(
              CASE
                WHEN (
                  "t44"."key" > "t44"."hand_key"
                ) AND (
                  "t44"."kind" = 'rejected'
                )
                THEN "t44"."key"
                ELSE 9000000000000000000
              END
            ) AS "back_key",
            MIN(
              CASE
                WHEN (
                  "t44"."key" > "t44"."hand_key"
                )
                AND "t44"."kind" IN ('accepted', 'deal_opened', 'won')
                THEN "t44"."key"
                ELSE 9000000000000000000
              END
            ) AS "taken_key",
            MIN(
              CASE
                WHEN (
                  "t44"."key" > "t44"."hand_key"
                ) AND "t44"."kind" IN ('deal_opened', 'won')
                THEN "t44"."occurred_s"
                ELSE 9000000000
              END
            ) AS "deal_s",
            MIN(
              CASE
                WHEN (
                  "t44"."key" > "t44"."hand_key"
                ) AND (
                  "t44"."kind" = 'won'
                )
                THEN "t44"."occurred_s"
                ELSE 9000000000
              END
            ) AS "won_s",
            MIN(
              CASE
                WHEN (
                  "t44"."key" > "t44"."hand_key"
                )
                AND "t44"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                THEN "t44"."occurred_s"
                ELSE 9000000000
              END
            ) AS "end_s",
            MAX(
              CASE
                WHEN (
                  "t44"."key" < "t44"."hand_key"
                ) AND (
                  "t44"."kind" = 'won'
                )
                THEN 1
                ELSE 0
              END
            ) AS "is_early"
          FROM (
            SELECT
              "t40"."lead_id",
              "t40"."kind",
              "t40"."occurred_s",
              "t40"."recorded_s",
              "t40"."source",
              "t40"."points",
              "t40"."pact_version",
              "t40"."side",
              "t40"."value_code",
              "t40"."key",
              "t43"."hand_key",
              "t43"."captured_key"
            FROM "t36" AS "t40"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t38"."lead_id",
                  MIN(
                    CASE WHEN "t38"."kind" = 'handed_over' THEN "t38"."key" ELSE 9000000000000000000 END
                  ) AS "hand_key",
                  MIN(
                    CASE WHEN "t38"."kind" = 'captured' THEN "t38"."key" ELSE 9000000000000000000 END
                  ) AS "captured_key"
                FROM "t36" AS "t38"
                GROUP BY
                  1
              ) AS "t41"
              WHERE
                "t41"."hand_key" < 9000000000000000000
            ) AS "t43"
              ON "t40"."lead_id" = "t43"."lead_id"
          ) AS "t44"
          GROUP BY
            1
        ) AS "t45"
        WHERE
          "t45"."hand_s" >= ${since_s} AND "t45"."hand_s" < ${until_s}
      ) AS "t47"
      INNER JOIN (
        SELECT
          COALESCE("t34"."into_id", "t34"."lead_id") AS "lead_id",
          "t34"."side",
          "t34"."occurred_s",
          (
            "t34"."occurred_s" * 4000000000
          ) + "t34"."seq" AS "key",
          COALESCE("t34"."field", '') AS "field",
          COALESCE("t34"."value_code", 'unknown') AS "code"
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
            "t11"."field",
            "t33"."gone_id",
            "t33"."into_id"
          FROM (
            SELECT
              "t6"."seq",
              "t6"."id",
              "t6"."kind",
              "t6"."occurred_s",
              "t6"."occurred_month",
              "t6"."lead_id",
              "t6"."person_id",
              "t6"."side",
              "t6"."source",
              "t6"."value_code",
              "t6"."value_number",
              "t6"."points",
              "t6"."due_s",
              "t6"."worked_s",
              "t6"."field"
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
                  AND "t0"."kind" IN ('described')
              ) AS "t1"
              WHERE
                NOT (
                  "t1"."id" IN (
                    SELECT
                      *
                    FROM "t4"
                  )
                )
            ) AS "t6"
            WHERE
              COALESCE("t6"."lead_id", 0) <> 0
          ) AS "t11"
          LEFT OUTER JOIN (
            SELECT
              "t31"."gone_id",
              COALESCE("t31"."onward_id", "t31"."into_id") AS "into_id"
            FROM (
              SELECT
                "t30"."gone_id",
                "t30"."merged_s",
                "t30"."into_id",
                "t27"."via_id",
                "t27"."onward_id"
              FROM (
                SELECT
                  "t28"."gone_id",
                  "t28"."merged_s",
                  COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t25"."gone_id",
                    "t25"."into_id",
                    "t25"."merged_s",
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
            ON "t11"."lead_id" = "t33"."gone_id"
        ) AS "t34"
        WHERE
          COALESCE("t34"."field", '') <> ''
          AND COALESCE("t34"."field", '') <> 'email_is_free_mail'
          AND NOT (
            COALESCE("t34"."field", '') LIKE '%:%'
          )
      ) AS "t39"
        ON "t47"."handed_lead_id" = "t39"."lead_id"
    ) AS "t48"
    GROUP BY
      1,
      2,
      3
  ) AS "t49"
) AS "t50"
GROUP BY
  1,
  2
