-- by_source
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t21" AS (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    "t12"."seq",
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
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
          FROM "t6"
        )
      )
  ) AS "t12"
), "t31" AS (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."seq" IN (
          SELECT
            "t27"."last_seq"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."seq") AS "last_seq"
            FROM (
              SELECT
                "t23"."lead_id",
                "t23"."occurred_s",
                "t23"."seq",
                "t23"."target_id",
                "t25"."last_s"
              FROM "t21" AS "t23"
              INNER JOIN (
                SELECT
                  "t22"."lead_id",
                  MAX("t22"."occurred_s") AS "last_s"
                FROM "t21" AS "t22"
                GROUP BY
                  1
              ) AS "t25"
                ON "t23"."lead_id" = "t25"."lead_id" AND "t23"."occurred_s" = "t25"."last_s"
            ) AS "t26"
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
), "t45" AS (
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
    "t20"."field",
    "t41"."gone_id",
    "t41"."into_id"
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
      "t11"."field"
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
      ) AS "t4"
      WHERE
        NOT (
          "t4"."id" IN (
            SELECT
              *
            FROM "t6"
          )
        )
    ) AS "t11"
    WHERE
      COALESCE("t11"."lead_id", 0) <> 0
  ) AS "t20"
  LEFT OUTER JOIN (
    SELECT
      "t39"."gone_id",
      COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
    FROM (
      SELECT
        "t38"."gone_id",
        "t38"."merged_s",
        "t38"."into_id",
        "t35"."via_id",
        "t35"."onward_id"
      FROM (
        SELECT
          "t36"."gone_id",
          "t36"."merged_s",
          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
        FROM (
          SELECT
            "t33"."gone_id",
            "t33"."into_id",
            "t33"."merged_s",
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
), "t47" AS (
  SELECT
    COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
    "t42"."recorded_s",
    "t42"."occurred_s",
    (
      "t42"."occurred_s" * 4000000000
    ) + "t42"."seq" AS "key",
    COALESCE("t42"."points", -1000000) AS "points",
    COALESCE("t42"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t17"."seq",
      "t17"."id",
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
      "t17"."worked_s",
      "t17"."recorded_s",
      "t17"."pact_version",
      "t41"."gone_id",
      "t41"."into_id"
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
        "t8"."worked_s",
        "t8"."recorded_s",
        "t8"."pact_version"
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
              FROM "t6"
            )
          )
      ) AS "t8"
      WHERE
        COALESCE("t8"."lead_id", 0) <> 0
    ) AS "t17"
    LEFT OUTER JOIN (
      SELECT
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
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
      ON "t17"."lead_id" = "t41"."gone_id"
  ) AS "t42"
), "t49" AS (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."side",
    "t44"."source",
    "t44"."occurred_s",
    "t44"."occurred_month",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key"
  FROM (
    SELECT
      "t19"."seq",
      "t19"."id",
      "t19"."kind",
      "t19"."occurred_s",
      "t19"."occurred_month",
      "t19"."lead_id",
      "t19"."person_id",
      "t19"."side",
      "t19"."source",
      "t19"."value_code",
      "t19"."value_number",
      "t19"."points",
      "t19"."due_s",
      "t19"."worked_s",
      "t41"."gone_id",
      "t41"."into_id"
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
            AND "t0"."kind" IN ('captured')
        ) AS "t3"
        WHERE
          NOT (
            "t3"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t10"
      WHERE
        COALESCE("t10"."lead_id", 0) <> 0
    ) AS "t19"
    LEFT OUTER JOIN (
      SELECT
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
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
      ON "t19"."lead_id" = "t41"."gone_id"
  ) AS "t44"
), "t61" AS (
  SELECT
    *
  FROM "t47" AS "t50"
  WHERE
    "t50"."key" IN (
      SELECT
        "t57"."first_key"
      FROM (
        SELECT
          "t50"."lead_id" AS "first_lead_id",
          MIN("t50"."key") AS "first_key"
        FROM "t47" AS "t50"
        GROUP BY
          1
      ) AS "t57"
    )
), "t73" AS (
  SELECT
    "t67"."lead_id",
    "t67"."hand_key",
    "t67"."hand_s",
    "t67"."heard_s",
    "t67"."points",
    "t67"."version",
    "t72"."after_lead_id",
    "t72"."next_key",
    "t72"."back_key",
    "t72"."taken_key",
    "t72"."deal_s",
    "t72"."won_s",
    "t72"."end_s",
    "t72"."is_early",
    "t69"."origin_lead_id",
    "t69"."origin",
    "t69"."found_by",
    "t69"."origin_s",
    "t69"."origin_month"
  FROM (
    SELECT
      "t63"."lead_id",
      "t63"."key" AS "hand_key",
      "t63"."occurred_s" AS "hand_s",
      "t63"."recorded_s" AS "heard_s",
      CAST("t63"."points" AS BIGINT) AS "points",
      CAST("t63"."version" AS BIGINT) AS "version"
    FROM "t61" AS "t63"
  ) AS "t67"
  INNER JOIN (
    SELECT
      "t70"."lead_id" AS "after_lead_id",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'handed_over'
          )
          THEN "t70"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'rejected'
          )
          THEN "t70"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          )
          AND "t70"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
          THEN "t70"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND "t70"."kind" IN ('deal_opened', 'won')
          THEN "t70"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'won'
          )
          THEN "t70"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          )
          AND "t70"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t70"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t70"."key" < "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t51"."lead_id",
        "t51"."kind",
        "t51"."side",
        "t51"."value_code",
        "t51"."occurred_s",
        "t51"."key",
        "t65"."hand_key",
        "t65"."handed_lead_id"
      FROM (
        SELECT
          COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
          "t43"."kind",
          "t43"."side",
          "t43"."value_code",
          "t43"."occurred_s",
          (
            "t43"."occurred_s" * 4000000000
          ) + "t43"."seq" AS "key"
        FROM (
          SELECT
            "t18"."seq",
            "t18"."id",
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
            "t41"."gone_id",
            "t41"."into_id"
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
                    FROM "t6"
                  )
                )
            ) AS "t9"
            WHERE
              COALESCE("t9"."lead_id", 0) <> 0
          ) AS "t18"
          LEFT OUTER JOIN (
            SELECT
              "t39"."gone_id",
              COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
            FROM (
              SELECT
                "t38"."gone_id",
                "t38"."merged_s",
                "t38"."into_id",
                "t35"."via_id",
                "t35"."onward_id"
              FROM (
                SELECT
                  "t36"."gone_id",
                  "t36"."merged_s",
                  COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t33"."gone_id",
                    "t33"."into_id",
                    "t33"."merged_s",
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
            ON "t18"."lead_id" = "t41"."gone_id"
        ) AS "t43"
      ) AS "t51"
      INNER JOIN (
        SELECT
          "t63"."key" AS "hand_key",
          "t63"."lead_id" AS "handed_lead_id"
        FROM "t61" AS "t63"
      ) AS "t65"
        ON "t51"."lead_id" = "t65"."handed_lead_id"
    ) AS "t70"
    GROUP BY
      1
  ) AS "t72"
    ON "t67"."lead_id" = "t72"."after_lead_id"
  LEFT OUTER JOIN (
    SELECT
      "t62"."lead_id" AS "origin_lead_id",
      COALESCE("t62"."source", 'unknown') AS "origin",
      CASE
        WHEN "t62"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t62"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END AS "found_by",
      "t62"."occurred_s" AS "origin_s",
      CAST("t62"."occurred_month" AS BIGINT) AS "origin_month"
    FROM (
      SELECT
        *
      FROM "t49" AS "t52"
      WHERE
        "t52"."key" IN (
          SELECT
            "t58"."first_key"
          FROM (
            SELECT
              "t52"."lead_id" AS "first_lead_id",
              MIN("t52"."key") AS "first_key"
            FROM "t49" AS "t52"
            GROUP BY
              1
          ) AS "t58"
        )
    ) AS "t62"
  ) AS "t69"
    ON "t67"."lead_id" = "t69"."origin_lead_id"
)
SELECT
  "t96"."source",
  COUNT(*) AS "leads",
  COUNT(
    CASE
      WHEN (
        "t96"."is_filled" = 1
      ) OR (
        "t96"."is_corrected" = 1
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "back",
  COUNT(CASE WHEN "t96"."is_filled" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "filled",
  COUNT(CASE WHEN "t96"."is_corrected" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "corrected",
  COUNT(CASE WHEN "t96"."is_young" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "young"
FROM (
  SELECT
    "t95"."lead_id",
    "t95"."source",
    COALESCE("t95"."filled", 0) AS "is_filled",
    COALESCE("t95"."corrected", 0) AS "is_corrected",
    CASE
      WHEN (
        "t95"."hand_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 1
      ELSE 0
    END AS "is_young"
  FROM (
    SELECT
      "t80"."lead_id",
      "t80"."hand_key",
      "t80"."hand_s",
      "t80"."heard_s",
      "t80"."points",
      "t80"."version",
      "t80"."deal_s",
      "t80"."won_s",
      "t80"."end_s",
      "t80"."is_early",
      "t80"."source",
      "t80"."answer",
      "t94"."gone_lead_id",
      "t94"."filled",
      "t94"."corrected"
    FROM (
      SELECT
        "t74"."lead_id",
        "t74"."hand_key",
        "t74"."hand_s",
        "t74"."heard_s",
        "t74"."points",
        "t74"."version",
        "t74"."deal_s",
        "t74"."won_s",
        "t74"."end_s",
        "t74"."is_early",
        COALESCE("t74"."origin", 'unknown') AS "source",
        CASE
          WHEN "t74"."back_key" < "t74"."next_key"
          THEN 'rejected'
          WHEN "t74"."taken_key" < "t74"."next_key"
          THEN 'accepted'
          ELSE 'open'
        END AS "answer"
      FROM "t73" AS "t74"
      WHERE
        "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
    ) AS "t80"
    LEFT OUTER JOIN (
      SELECT
        "t92"."lead_id" AS "gone_lead_id",
        MAX("t92"."is_filled") AS "filled",
        MAX("t92"."is_corrected") AS "corrected"
      FROM (
        SELECT
          "t91"."lead_id",
          "t91"."source",
          "t91"."field",
          "t91"."is_known",
          "t91"."is_filled",
          "t91"."is_corrected"
        FROM (
          SELECT
            "t90"."handed_lead_id",
            "t90"."field",
            "t90"."is_known",
            "t90"."is_filled",
            "t90"."is_corrected",
            "t78"."lead_id",
            "t78"."source"
          FROM (
            SELECT
              "t88"."handed_lead_id",
              "t88"."field",
              CASE
                WHEN (
                  SUBSTRING(
                    "t88"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                  ) <> ''
                )
                AND (
                  SUBSTRING(
                    "t88"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                  ) <> 'unknown'
                )
                THEN 1
                ELSE 0
              END AS "is_known",
              CASE
                WHEN NOT (
                  (
                    SUBSTRING(
                      "t88"."told_then",
                      CASE WHEN (
                        19 + 1
                      ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                    ) <> ''
                  )
                  AND (
                    SUBSTRING(
                      "t88"."told_then",
                      CASE WHEN (
                        19 + 1
                      ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                    ) <> 'unknown'
                  )
                )
                AND (
                  COALESCE("t88"."most", '') <> ''
                )
                THEN 1
                ELSE 0
              END AS "is_filled",
              CASE
                WHEN (
                  SUBSTRING(
                    "t88"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                  ) <> ''
                )
                AND (
                  SUBSTRING(
                    "t88"."told_then",
                    CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                  ) <> 'unknown'
                )
                AND (
                  COALESCE("t88"."most", '') <> ''
                )
                AND (
                  (
                    COALESCE("t88"."least", '') <> SUBSTRING(
                      "t88"."told_then",
                      CASE WHEN (
                        19 + 1
                      ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                    )
                  )
                  OR (
                    COALESCE("t88"."most", '') <> SUBSTRING(
                      "t88"."told_then",
                      CASE WHEN (
                        19 + 1
                      ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                    )
                  )
                  OR (
                    SUBSTRING(
                      "t88"."told_then",
                      CASE WHEN (
                        19 + 1
                      ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END
                    ) = 'known'
                  )
                )
                THEN 1
                ELSE 0
              END AS "is_corrected"
            FROM (
              SELECT
                "t85"."handed_lead_id",
                "t85"."field",
                "t85"."told_then",
                "t87"."back_lead_id",
                "t87"."named",
                "t87"."least",
                "t87"."most"
              FROM (
                SELECT
                  "t81"."handed_lead_id",
                  "t81"."field",
                  MAX(
                    CASE
                      WHEN "t81"."key" <= "t81"."hand_key"
                      THEN CAST("t81"."key" AS TEXT) || "t81"."code"
                      ELSE ''
                    END
                  ) AS "told_then"
                FROM (
                  SELECT
                    "t77"."hand_key",
                    "t77"."hand_s",
                    "t77"."handed_lead_id",
                    "t55"."lead_id",
                    "t55"."side",
                    "t55"."occurred_s",
                    "t55"."key",
                    "t55"."field",
                    "t55"."code"
                  FROM (
                    SELECT
                      "t74"."hand_key",
                      "t74"."hand_s",
                      "t74"."lead_id" AS "handed_lead_id"
                    FROM "t73" AS "t74"
                    WHERE
                      "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
                  ) AS "t77"
                  INNER JOIN (
                    SELECT
                      COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                      "t46"."side",
                      "t46"."occurred_s",
                      (
                        "t46"."occurred_s" * 4000000000
                      ) + "t46"."seq" AS "key",
                      COALESCE("t46"."field", '') AS "field",
                      COALESCE("t46"."value_code", 'unknown') AS "code"
                    FROM "t45" AS "t46"
                    WHERE
                      COALESCE("t46"."field", '') <> ''
                      AND COALESCE("t46"."field", '') <> 'email_is_free_mail'
                      AND NOT (
                        COALESCE("t46"."field", '') LIKE '%:%'
                      )
                  ) AS "t55"
                    ON "t77"."handed_lead_id" = "t55"."lead_id"
                ) AS "t81"
                GROUP BY
                  1,
                  2
              ) AS "t85"
              LEFT OUTER JOIN (
                SELECT
                  "t83"."handed_lead_id" AS "back_lead_id",
                  "t83"."field" AS "named",
                  MIN("t83"."code") AS "least",
                  MAX("t83"."code") AS "most"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t77"."hand_key",
                      "t77"."hand_s",
                      "t77"."handed_lead_id",
                      "t56"."lead_id",
                      "t56"."side",
                      "t56"."occurred_s",
                      "t56"."key",
                      "t56"."field",
                      "t56"."code"
                    FROM (
                      SELECT
                        "t74"."hand_key",
                        "t74"."hand_s",
                        "t74"."lead_id" AS "handed_lead_id"
                      FROM "t73" AS "t74"
                      WHERE
                        "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
                    ) AS "t77"
                    INNER JOIN (
                      SELECT
                        COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                        "t46"."side",
                        "t46"."occurred_s",
                        (
                          "t46"."occurred_s" * 4000000000
                        ) + "t46"."seq" AS "key",
                        COALESCE("t46"."field", '') AS "field",
                        COALESCE("t46"."value_code", 'unknown') AS "code"
                      FROM "t45" AS "t46"
                      WHERE
                        COALESCE("t46"."field", '') <> ''
                        AND COALESCE("t46"."field", '') <> 'email_is_free_mail'
                        AND NOT (
                          COALESCE("t46"."field", '') LIKE '%:%'
                        )
                        AND "t46"."side" = 'sales'
                        AND COALESCE("t46"."value_code", 'unknown') <> 'unknown'
                    ) AS "t56"
                      ON "t77"."handed_lead_id" = "t56"."lead_id"
                  ) AS "t82"
                  WHERE
                    "t82"."key" > "t82"."hand_key"
                    AND "t82"."occurred_s" <= (
                      "t82"."hand_s" + (
                        ${within_days} * 86400
                      )
                    )
                ) AS "t83"
                GROUP BY
                  1,
                  2
              ) AS "t87"
                ON "t85"."handed_lead_id" = "t87"."back_lead_id" AND "t85"."field" = "t87"."named"
            ) AS "t88"
          ) AS "t90"
          INNER JOIN (
            SELECT
              "t74"."lead_id",
              COALESCE("t74"."origin", 'unknown') AS "source"
            FROM "t73" AS "t74"
            WHERE
              "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
          ) AS "t78"
            ON "t90"."handed_lead_id" = "t78"."lead_id"
        ) AS "t91"
        WHERE
          (
            "t91"."is_filled" = 1
          ) OR (
            "t91"."is_corrected" = 1
          )
      ) AS "t92"
      GROUP BY
        1
    ) AS "t94"
      ON "t80"."lead_id" = "t94"."gone_lead_id"
  ) AS "t95"
) AS "t96"
GROUP BY
  1

-- by_field
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t21" AS (
  SELECT
    "t12"."lead_id",
    "t12"."occurred_s",
    "t12"."seq",
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
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
          FROM "t6"
        )
      )
  ) AS "t12"
), "t31" AS (
  SELECT
    "t30"."lead_id" AS "gone_id",
    MAX("t30"."target_id") AS "into_id",
    MAX("t30"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."seq" IN (
          SELECT
            "t27"."last_seq"
          FROM (
            SELECT
              "t26"."lead_id",
              MAX("t26"."seq") AS "last_seq"
            FROM (
              SELECT
                "t23"."lead_id",
                "t23"."occurred_s",
                "t23"."seq",
                "t23"."target_id",
                "t25"."last_s"
              FROM "t21" AS "t23"
              INNER JOIN (
                SELECT
                  "t22"."lead_id",
                  MAX("t22"."occurred_s") AS "last_s"
                FROM "t21" AS "t22"
                GROUP BY
                  1
              ) AS "t25"
                ON "t23"."lead_id" = "t25"."lead_id" AND "t23"."occurred_s" = "t25"."last_s"
            ) AS "t26"
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
    "t17"."seq",
    "t17"."id",
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
    "t17"."worked_s",
    "t17"."field",
    "t41"."gone_id",
    "t41"."into_id"
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
      "t8"."worked_s",
      "t8"."field"
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
            FROM "t6"
          )
        )
    ) AS "t8"
    WHERE
      COALESCE("t8"."lead_id", 0) <> 0
  ) AS "t17"
  LEFT OUTER JOIN (
    SELECT
      "t39"."gone_id",
      COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
    FROM (
      SELECT
        "t38"."gone_id",
        "t38"."merged_s",
        "t38"."into_id",
        "t35"."via_id",
        "t35"."onward_id"
      FROM (
        SELECT
          "t36"."gone_id",
          "t36"."merged_s",
          COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
        FROM (
          SELECT
            "t33"."gone_id",
            "t33"."into_id",
            "t33"."merged_s",
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
    ON "t17"."lead_id" = "t41"."gone_id"
), "t47" AS (
  SELECT
    COALESCE("t43"."into_id", "t43"."lead_id") AS "lead_id",
    "t43"."recorded_s",
    "t43"."occurred_s",
    (
      "t43"."occurred_s" * 4000000000
    ) + "t43"."seq" AS "key",
    COALESCE("t43"."points", -1000000) AS "points",
    COALESCE("t43"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t18"."seq",
      "t18"."id",
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
      "t18"."recorded_s",
      "t18"."pact_version",
      "t41"."gone_id",
      "t41"."into_id"
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
        "t9"."worked_s",
        "t9"."recorded_s",
        "t9"."pact_version"
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
        ) AS "t2"
        WHERE
          NOT (
            "t2"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t9"
      WHERE
        COALESCE("t9"."lead_id", 0) <> 0
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
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
      ON "t18"."lead_id" = "t41"."gone_id"
  ) AS "t43"
), "t49" AS (
  SELECT
    COALESCE("t45"."into_id", "t45"."lead_id") AS "lead_id",
    "t45"."side",
    "t45"."source",
    "t45"."occurred_s",
    "t45"."occurred_month",
    (
      "t45"."occurred_s" * 4000000000
    ) + "t45"."seq" AS "key"
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
      "t41"."gone_id",
      "t41"."into_id"
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
            AND "t0"."kind" IN ('captured')
        ) AS "t4"
        WHERE
          NOT (
            "t4"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t11"
      WHERE
        COALESCE("t11"."lead_id", 0) <> 0
    ) AS "t20"
    LEFT OUTER JOIN (
      SELECT
        "t39"."gone_id",
        COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
      FROM (
        SELECT
          "t38"."gone_id",
          "t38"."merged_s",
          "t38"."into_id",
          "t35"."via_id",
          "t35"."onward_id"
        FROM (
          SELECT
            "t36"."gone_id",
            "t36"."merged_s",
            COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
          FROM (
            SELECT
              "t33"."gone_id",
              "t33"."into_id",
              "t33"."merged_s",
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
  ) AS "t45"
), "t61" AS (
  SELECT
    *
  FROM "t47" AS "t50"
  WHERE
    "t50"."key" IN (
      SELECT
        "t57"."first_key"
      FROM (
        SELECT
          "t50"."lead_id" AS "first_lead_id",
          MIN("t50"."key") AS "first_key"
        FROM "t47" AS "t50"
        GROUP BY
          1
      ) AS "t57"
    )
), "t73" AS (
  SELECT
    "t67"."lead_id",
    "t67"."hand_key",
    "t67"."hand_s",
    "t67"."heard_s",
    "t67"."points",
    "t67"."version",
    "t72"."after_lead_id",
    "t72"."next_key",
    "t72"."back_key",
    "t72"."taken_key",
    "t72"."deal_s",
    "t72"."won_s",
    "t72"."end_s",
    "t72"."is_early",
    "t69"."origin_lead_id",
    "t69"."origin",
    "t69"."found_by",
    "t69"."origin_s",
    "t69"."origin_month"
  FROM (
    SELECT
      "t63"."lead_id",
      "t63"."key" AS "hand_key",
      "t63"."occurred_s" AS "hand_s",
      "t63"."recorded_s" AS "heard_s",
      CAST("t63"."points" AS BIGINT) AS "points",
      CAST("t63"."version" AS BIGINT) AS "version"
    FROM "t61" AS "t63"
  ) AS "t67"
  INNER JOIN (
    SELECT
      "t70"."lead_id" AS "after_lead_id",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'handed_over'
          )
          THEN "t70"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'rejected'
          )
          THEN "t70"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          )
          AND "t70"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
          THEN "t70"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND "t70"."kind" IN ('deal_opened', 'won')
          THEN "t70"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'won'
          )
          THEN "t70"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t70"."key" > "t70"."hand_key"
          )
          AND "t70"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t70"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t70"."key" < "t70"."hand_key"
          ) AND (
            "t70"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t51"."lead_id",
        "t51"."kind",
        "t51"."side",
        "t51"."value_code",
        "t51"."occurred_s",
        "t51"."key",
        "t65"."hand_key",
        "t65"."handed_lead_id"
      FROM (
        SELECT
          COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
          "t44"."kind",
          "t44"."side",
          "t44"."value_code",
          "t44"."occurred_s",
          (
            "t44"."occurred_s" * 4000000000
          ) + "t44"."seq" AS "key"
        FROM (
          SELECT
            "t19"."seq",
            "t19"."id",
            "t19"."kind",
            "t19"."occurred_s",
            "t19"."occurred_month",
            "t19"."lead_id",
            "t19"."person_id",
            "t19"."side",
            "t19"."source",
            "t19"."value_code",
            "t19"."value_number",
            "t19"."points",
            "t19"."due_s",
            "t19"."worked_s",
            "t41"."gone_id",
            "t41"."into_id"
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
              ) AS "t3"
              WHERE
                NOT (
                  "t3"."id" IN (
                    SELECT
                      *
                    FROM "t6"
                  )
                )
            ) AS "t10"
            WHERE
              COALESCE("t10"."lead_id", 0) <> 0
          ) AS "t19"
          LEFT OUTER JOIN (
            SELECT
              "t39"."gone_id",
              COALESCE("t39"."onward_id", "t39"."into_id") AS "into_id"
            FROM (
              SELECT
                "t38"."gone_id",
                "t38"."merged_s",
                "t38"."into_id",
                "t35"."via_id",
                "t35"."onward_id"
              FROM (
                SELECT
                  "t36"."gone_id",
                  "t36"."merged_s",
                  COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t33"."gone_id",
                    "t33"."into_id",
                    "t33"."merged_s",
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
            ON "t19"."lead_id" = "t41"."gone_id"
        ) AS "t44"
      ) AS "t51"
      INNER JOIN (
        SELECT
          "t63"."key" AS "hand_key",
          "t63"."lead_id" AS "handed_lead_id"
        FROM "t61" AS "t63"
      ) AS "t65"
        ON "t51"."lead_id" = "t65"."handed_lead_id"
    ) AS "t70"
    GROUP BY
      1
  ) AS "t72"
    ON "t67"."lead_id" = "t72"."after_lead_id"
  LEFT OUTER JOIN (
    SELECT
      "t62"."lead_id" AS "origin_lead_id",
      COALESCE("t62"."source", 'unknown') AS "origin",
      CASE
        WHEN "t62"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t62"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END AS "found_by",
      "t62"."occurred_s" AS "origin_s",
      CAST("t62"."occurred_month" AS BIGINT) AS "origin_month"
    FROM (
      SELECT
        *
      FROM "t49" AS "t52"
      WHERE
        "t52"."key" IN (
          SELECT
            "t58"."first_key"
          FROM (
            SELECT
              "t52"."lead_id" AS "first_lead_id",
              MIN("t52"."key") AS "first_key"
            FROM "t49" AS "t52"
            GROUP BY
              1
          ) AS "t58"
        )
    ) AS "t62"
  ) AS "t69"
    ON "t67"."lead_id" = "t69"."origin_lead_id"
)
SELECT
  "t90"."source",
  "t90"."field",
  COUNT(CASE WHEN "t90"."is_known" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "known",
  COUNT(CASE WHEN "t90"."is_filled" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "filled",
  COUNT(CASE WHEN "t90"."is_corrected" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "corrected"
FROM (
  SELECT
    "t89"."lead_id",
    "t89"."source",
    "t89"."field",
    "t89"."is_known",
    "t89"."is_filled",
    "t89"."is_corrected"
  FROM (
    SELECT
      "t88"."handed_lead_id",
      "t88"."field",
      "t88"."is_known",
      "t88"."is_filled",
      "t88"."is_corrected",
      "t77"."lead_id",
      "t77"."source"
    FROM (
      SELECT
        "t86"."handed_lead_id",
        "t86"."field",
        CASE
          WHEN (
            SUBSTRING(
              "t86"."told_then",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
            ) <> ''
          )
          AND (
            SUBSTRING(
              "t86"."told_then",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
            ) <> 'unknown'
          )
          THEN 1
          ELSE 0
        END AS "is_known",
        CASE
          WHEN NOT (
            (
              SUBSTRING(
                "t86"."told_then",
                CASE WHEN (
                  19 + 1
                ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
              ) <> ''
            )
            AND (
              SUBSTRING(
                "t86"."told_then",
                CASE WHEN (
                  19 + 1
                ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
              ) <> 'unknown'
            )
          )
          AND (
            COALESCE("t86"."most", '') <> ''
          )
          THEN 1
          ELSE 0
        END AS "is_filled",
        CASE
          WHEN (
            SUBSTRING(
              "t86"."told_then",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
            ) <> ''
          )
          AND (
            SUBSTRING(
              "t86"."told_then",
              CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
            ) <> 'unknown'
          )
          AND (
            COALESCE("t86"."most", '') <> ''
          )
          AND (
            (
              COALESCE("t86"."least", '') <> SUBSTRING(
                "t86"."told_then",
                CASE WHEN (
                  19 + 1
                ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
              )
            )
            OR (
              COALESCE("t86"."most", '') <> SUBSTRING(
                "t86"."told_then",
                CASE WHEN (
                  19 + 1
                ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
              )
            )
            OR (
              SUBSTRING(
                "t86"."told_then",
                CASE WHEN (
                  19 + 1
                ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t86"."told_then") END
              ) = 'known'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_corrected"
      FROM (
        SELECT
          "t83"."handed_lead_id",
          "t83"."field",
          "t83"."told_then",
          "t85"."back_lead_id",
          "t85"."named",
          "t85"."least",
          "t85"."most"
        FROM (
          SELECT
            "t79"."handed_lead_id",
            "t79"."field",
            MAX(
              CASE
                WHEN "t79"."key" <= "t79"."hand_key"
                THEN CAST("t79"."key" AS TEXT) || "t79"."code"
                ELSE ''
              END
            ) AS "told_then"
          FROM (
            SELECT
              "t78"."hand_key",
              "t78"."hand_s",
              "t78"."handed_lead_id",
              "t55"."lead_id",
              "t55"."side",
              "t55"."occurred_s",
              "t55"."key",
              "t55"."field",
              "t55"."code"
            FROM (
              SELECT
                "t74"."hand_key",
                "t74"."hand_s",
                "t74"."lead_id" AS "handed_lead_id"
              FROM "t73" AS "t74"
              WHERE
                "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
            ) AS "t78"
            INNER JOIN (
              SELECT
                COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                "t46"."side",
                "t46"."occurred_s",
                (
                  "t46"."occurred_s" * 4000000000
                ) + "t46"."seq" AS "key",
                COALESCE("t46"."field", '') AS "field",
                COALESCE("t46"."value_code", 'unknown') AS "code"
              FROM "t42" AS "t46"
              WHERE
                COALESCE("t46"."field", '') <> ''
                AND COALESCE("t46"."field", '') <> 'email_is_free_mail'
                AND NOT (
                  COALESCE("t46"."field", '') LIKE '%:%'
                )
            ) AS "t55"
              ON "t78"."handed_lead_id" = "t55"."lead_id"
          ) AS "t79"
          GROUP BY
            1,
            2
        ) AS "t83"
        LEFT OUTER JOIN (
          SELECT
            "t81"."handed_lead_id" AS "back_lead_id",
            "t81"."field" AS "named",
            MIN("t81"."code") AS "least",
            MAX("t81"."code") AS "most"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t78"."hand_key",
                "t78"."hand_s",
                "t78"."handed_lead_id",
                "t56"."lead_id",
                "t56"."side",
                "t56"."occurred_s",
                "t56"."key",
                "t56"."field",
                "t56"."code"
              FROM (
                SELECT
                  "t74"."hand_key",
                  "t74"."hand_s",
                  "t74"."lead_id" AS "handed_lead_id"
                FROM "t73" AS "t74"
                WHERE
                  "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
              ) AS "t78"
              INNER JOIN (
                SELECT
                  COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id",
                  "t46"."side",
                  "t46"."occurred_s",
                  (
                    "t46"."occurred_s" * 4000000000
                  ) + "t46"."seq" AS "key",
                  COALESCE("t46"."field", '') AS "field",
                  COALESCE("t46"."value_code", 'unknown') AS "code"
                FROM "t42" AS "t46"
                WHERE
                  COALESCE("t46"."field", '') <> ''
                  AND COALESCE("t46"."field", '') <> 'email_is_free_mail'
                  AND NOT (
                    COALESCE("t46"."field", '') LIKE '%:%'
                  )
                  AND "t46"."side" = 'sales'
                  AND COALESCE("t46"."value_code", 'unknown') <> 'unknown'
              ) AS "t56"
                ON "t78"."handed_lead_id" = "t56"."lead_id"
            ) AS "t80"
            WHERE
              "t80"."key" > "t80"."hand_key"
              AND "t80"."occurred_s" <= (
                "t80"."hand_s" + (
                  ${within_days} * 86400
                )
              )
          ) AS "t81"
          GROUP BY
            1,
            2
        ) AS "t85"
          ON "t83"."handed_lead_id" = "t85"."back_lead_id" AND "t83"."field" = "t85"."named"
      ) AS "t86"
    ) AS "t88"
    INNER JOIN (
      SELECT
        "t74"."lead_id",
        COALESCE("t74"."origin", 'unknown') AS "source"
      FROM "t73" AS "t74"
      WHERE
        "t74"."hand_s" >= ${since_s} AND "t74"."hand_s" < ${until_s}
    ) AS "t77"
      ON "t88"."handed_lead_id" = "t77"."lead_id"
  ) AS "t89"
) AS "t90"
GROUP BY
  1,
  2
