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
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
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
), "t27" AS (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s",
    MAX("t26"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t21" AS "t22"
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
    "t20"."field",
    "t37"."gone_id",
    "t37"."into_id"
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
      "t35"."gone_id",
      COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
    FROM (
      SELECT
        "t34"."gone_id",
        "t34"."merged_s",
        "t34"."merged_key",
        "t34"."into_id",
        "t31"."via_id",
        "t31"."onward_id"
      FROM (
        SELECT
          "t32"."gone_id",
          "t32"."merged_s",
          "t32"."merged_key",
          COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
        FROM (
          SELECT
            "t29"."gone_id",
            "t29"."into_id",
            "t29"."merged_s",
            "t29"."merged_key",
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
    ON "t20"."lead_id" = "t37"."gone_id"
), "t43" AS (
  SELECT
    COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
    "t38"."recorded_s",
    "t38"."occurred_s",
    (
      "t38"."occurred_s" * 4000000000
    ) + "t38"."seq" AS "key",
    COALESCE("t38"."points", -1000000) AS "points",
    COALESCE("t38"."pact_version", 0) AS "version"
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
      "t17"."worked_s",
      "t17"."recorded_s",
      "t17"."pact_version",
      "t37"."gone_id",
      "t37"."into_id"
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
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
        SELECT
          "t34"."gone_id",
          "t34"."merged_s",
          "t34"."merged_key",
          "t34"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."merged_s",
            "t32"."merged_key",
            COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
          FROM (
            SELECT
              "t29"."gone_id",
              "t29"."into_id",
              "t29"."merged_s",
              "t29"."merged_key",
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
      ON "t17"."lead_id" = "t37"."gone_id"
  ) AS "t38"
), "t45" AS (
  SELECT
    COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
    "t40"."side",
    "t40"."source",
    "t40"."occurred_s",
    "t40"."occurred_month",
    (
      "t40"."occurred_s" * 4000000000
    ) + "t40"."seq" AS "key"
  FROM (
    SELECT
      "t19"."seq",
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
      "t37"."gone_id",
      "t37"."into_id"
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
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
        SELECT
          "t34"."gone_id",
          "t34"."merged_s",
          "t34"."merged_key",
          "t34"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."merged_s",
            "t32"."merged_key",
            COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
          FROM (
            SELECT
              "t29"."gone_id",
              "t29"."into_id",
              "t29"."merged_s",
              "t29"."merged_key",
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
      ON "t19"."lead_id" = "t37"."gone_id"
  ) AS "t40"
), "t57" AS (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t53"."first_key"
      FROM (
        SELECT
          "t46"."lead_id" AS "first_lead_id",
          MIN("t46"."key") AS "first_key"
        FROM "t43" AS "t46"
        GROUP BY
          1
      ) AS "t53"
    )
), "t69" AS (
  SELECT
    "t63"."lead_id",
    "t63"."hand_key",
    "t63"."hand_s",
    "t63"."heard_s",
    "t63"."points",
    "t63"."version",
    "t68"."after_lead_id",
    "t68"."next_key",
    "t68"."back_key",
    "t68"."taken_key",
    "t68"."deal_s",
    "t68"."won_s",
    "t68"."end_s",
    "t68"."is_early",
    "t65"."origin_lead_id",
    "t65"."origin",
    "t65"."found_by",
    "t65"."origin_s",
    "t65"."origin_month"
  FROM (
    SELECT
      "t59"."lead_id",
      "t59"."key" AS "hand_key",
      "t59"."occurred_s" AS "hand_s",
      "t59"."recorded_s" AS "heard_s",
      CAST("t59"."points" AS BIGINT) AS "points",
      CAST("t59"."version" AS BIGINT) AS "version"
    FROM "t57" AS "t59"
  ) AS "t63"
  INNER JOIN (
    SELECT
      "t66"."lead_id" AS "after_lead_id",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'handed_over'
          )
          THEN "t66"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'rejected'
          )
          THEN "t66"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          )
          AND "t66"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
          THEN "t66"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND "t66"."kind" IN ('deal_opened', 'won')
          THEN "t66"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'won'
          )
          THEN "t66"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          )
          AND "t66"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t66"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t66"."key" < "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t47"."lead_id",
        "t47"."kind",
        "t47"."side",
        "t47"."value_code",
        "t47"."occurred_s",
        "t47"."key",
        "t61"."hand_key",
        "t61"."handed_lead_id"
      FROM (
        SELECT
          COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
          "t39"."kind",
          "t39"."side",
          "t39"."value_code",
          "t39"."occurred_s",
          (
            "t39"."occurred_s" * 4000000000
          ) + "t39"."seq" AS "key"
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
            "t37"."gone_id",
            "t37"."into_id"
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
              "t35"."gone_id",
              COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
            FROM (
              SELECT
                "t34"."gone_id",
                "t34"."merged_s",
                "t34"."merged_key",
                "t34"."into_id",
                "t31"."via_id",
                "t31"."onward_id"
              FROM (
                SELECT
                  "t32"."gone_id",
                  "t32"."merged_s",
                  "t32"."merged_key",
                  COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t29"."gone_id",
                    "t29"."into_id",
                    "t29"."merged_s",
                    "t29"."merged_key",
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
            ON "t18"."lead_id" = "t37"."gone_id"
        ) AS "t39"
      ) AS "t47"
      INNER JOIN (
        SELECT
          "t59"."key" AS "hand_key",
          "t59"."lead_id" AS "handed_lead_id"
        FROM "t57" AS "t59"
      ) AS "t61"
        ON "t47"."lead_id" = "t61"."handed_lead_id"
    ) AS "t66"
    GROUP BY
      1
  ) AS "t68"
    ON "t63"."lead_id" = "t68"."after_lead_id"
  LEFT OUTER JOIN (
    SELECT
      "t58"."lead_id" AS "origin_lead_id",
      COALESCE("t58"."source", 'unknown') AS "origin",
      CASE
        WHEN "t58"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t58"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END AS "found_by",
      "t58"."occurred_s" AS "origin_s",
      CAST("t58"."occurred_month" AS BIGINT) AS "origin_month"
    FROM (
      SELECT
        *
      FROM "t45" AS "t48"
      WHERE
        "t48"."key" IN (
          SELECT
            "t54"."first_key"
          FROM (
            SELECT
              "t48"."lead_id" AS "first_lead_id",
              MIN("t48"."key") AS "first_key"
            FROM "t45" AS "t48"
            GROUP BY
              1
          ) AS "t54"
        )
    ) AS "t58"
  ) AS "t65"
    ON "t63"."lead_id" = "t65"."origin_lead_id"
)
SELECT
  "t92"."source",
  COUNT(*) AS "leads",
  COUNT(
    CASE
      WHEN (
        "t92"."is_filled" = 1
      ) OR (
        "t92"."is_corrected" = 1
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "back",
  COUNT(CASE WHEN "t92"."is_filled" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "filled",
  COUNT(CASE WHEN "t92"."is_corrected" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "corrected",
  COUNT(CASE WHEN "t92"."is_young" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "young"
FROM (
  SELECT
    "t91"."lead_id",
    "t91"."source",
    COALESCE("t91"."filled", 0) AS "is_filled",
    COALESCE("t91"."corrected", 0) AS "is_corrected",
    CASE
      WHEN (
        "t91"."hand_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 1
      ELSE 0
    END AS "is_young"
  FROM (
    SELECT
      "t76"."lead_id",
      "t76"."hand_key",
      "t76"."hand_s",
      "t76"."heard_s",
      "t76"."points",
      "t76"."version",
      "t76"."deal_s",
      "t76"."won_s",
      "t76"."end_s",
      "t76"."is_early",
      "t76"."source",
      "t76"."answer",
      "t90"."gone_lead_id",
      "t90"."filled",
      "t90"."corrected"
    FROM (
      SELECT
        "t70"."lead_id",
        "t70"."hand_key",
        "t70"."hand_s",
        "t70"."heard_s",
        "t70"."points",
        "t70"."version",
        "t70"."deal_s",
        "t70"."won_s",
        "t70"."end_s",
        "t70"."is_early",
        COALESCE("t70"."origin", 'unknown') AS "source",
        CASE
          WHEN "t70"."back_key" < "t70"."next_key"
          THEN 'rejected'
          WHEN "t70"."taken_key" < "t70"."next_key"
          THEN 'accepted'
          ELSE 'open'
        END AS "answer"
      FROM "t69" AS "t70"
      WHERE
        "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
    ) AS "t76"
    LEFT OUTER JOIN (
      SELECT
        "t88"."lead_id" AS "gone_lead_id",
        MAX("t88"."is_filled") AS "filled",
        MAX("t88"."is_corrected") AS "corrected"
      FROM (
        SELECT
          "t87"."lead_id",
          "t87"."source",
          "t87"."hand_s",
          "t87"."field",
          "t87"."is_known",
          "t87"."is_filled",
          "t87"."is_corrected"
        FROM (
          SELECT
            "t86"."handed_lead_id",
            "t86"."field",
            "t86"."is_known",
            "t86"."is_filled",
            "t86"."is_corrected",
            "t74"."lead_id",
            "t74"."source",
            "t74"."hand_s"
          FROM (
            SELECT
              "t84"."handed_lead_id",
              "t84"."field",
              CASE
                WHEN (
                  SUBSTRING("t84"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) <> ''
                )
                AND (
                  SUBSTRING("t84"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) <> 'unknown'
                )
                THEN 1
                ELSE 0
              END AS "is_known",
              CASE
                WHEN NOT (
                  (
                    SUBSTRING("t84"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) <> ''
                  )
                  AND (
                    SUBSTRING("t84"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) <> 'unknown'
                  )
                )
                AND (
                  COALESCE("t84"."most", '') <> ''
                )
                THEN 1
                ELSE 0
              END AS "is_filled",
              CASE
                WHEN (
                  SUBSTRING("t84"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) <> ''
                )
                AND (
                  SUBSTRING("t84"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) <> 'unknown'
                )
                AND (
                  COALESCE("t84"."most", '') <> ''
                )
                AND (
                  (
                    COALESCE("t84"."least", '') <> SUBSTRING("t84"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END)
                  )
                  OR (
                    COALESCE("t84"."most", '') <> SUBSTRING("t84"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END)
                  )
                  OR (
                    SUBSTRING("t84"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t84"."told_then") END) = 'known'
                  )
                )
                THEN 1
                ELSE 0
              END AS "is_corrected"
            FROM (
              SELECT
                "t81"."handed_lead_id",
                "t81"."field",
                "t81"."told_then",
                "t83"."back_lead_id",
                "t83"."named",
                "t83"."least",
                "t83"."most"
              FROM (
                SELECT
                  "t77"."handed_lead_id",
                  "t77"."field",
                  MAX(
                    CASE
                      WHEN "t77"."key" <= "t77"."hand_key"
                      THEN CAST("t77"."key" AS VARCHAR) || "t77"."code"
                      ELSE ''
                    END
                  ) AS "told_then"
                FROM (
                  SELECT
                    "t73"."hand_key",
                    "t73"."hand_s",
                    "t73"."handed_lead_id",
                    "t51"."lead_id",
                    "t51"."side",
                    "t51"."occurred_s",
                    "t51"."key",
                    "t51"."field",
                    "t51"."code"
                  FROM (
                    SELECT
                      "t70"."hand_key",
                      "t70"."hand_s",
                      "t70"."lead_id" AS "handed_lead_id"
                    FROM "t69" AS "t70"
                    WHERE
                      "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
                  ) AS "t73"
                  INNER JOIN (
                    SELECT
                      COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                      "t42"."side",
                      "t42"."occurred_s",
                      (
                        "t42"."occurred_s" * 4000000000
                      ) + "t42"."seq" AS "key",
                      COALESCE("t42"."field", '') AS "field",
                      COALESCE("t42"."value_code", 'unknown') AS "code"
                    FROM "t41" AS "t42"
                    WHERE
                      COALESCE("t42"."field", '') <> ''
                      AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
                      AND NOT (
                        COALESCE("t42"."field", '') LIKE '%:%'
                      )
                  ) AS "t51"
                    ON "t73"."handed_lead_id" = "t51"."lead_id"
                ) AS "t77"
                GROUP BY
                  1,
                  2
              ) AS "t81"
              LEFT OUTER JOIN (
                SELECT
                  "t79"."handed_lead_id" AS "back_lead_id",
                  "t79"."field" AS "named",
                  MIN("t79"."code") AS "least",
                  MAX("t79"."code") AS "most"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t73"."hand_key",
                      "t73"."hand_s",
                      "t73"."handed_lead_id",
                      "t52"."lead_id",
                      "t52"."side",
                      "t52"."occurred_s",
                      "t52"."key",
                      "t52"."field",
                      "t52"."code"
                    FROM (
                      SELECT
                        "t70"."hand_key",
                        "t70"."hand_s",
                        "t70"."lead_id" AS "handed_lead_id"
                      FROM "t69" AS "t70"
                      WHERE
                        "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
                    ) AS "t73"
                    INNER JOIN (
                      SELECT
                        COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                        "t42"."side",
                        "t42"."occurred_s",
                        (
                          "t42"."occurred_s" * 4000000000
                        ) + "t42"."seq" AS "key",
                        COALESCE("t42"."field", '') AS "field",
                        COALESCE("t42"."value_code", 'unknown') AS "code"
                      FROM "t41" AS "t42"
                      WHERE
                        COALESCE("t42"."field", '') <> ''
                        AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
                        AND NOT (
                          COALESCE("t42"."field", '') LIKE '%:%'
                        )
                        AND "t42"."side" = 'sales'
                        AND COALESCE("t42"."value_code", 'unknown') <> 'unknown'
                    ) AS "t52"
                      ON "t73"."handed_lead_id" = "t52"."lead_id"
                  ) AS "t78"
                  WHERE
                    "t78"."key" > "t78"."hand_key"
                    AND "t78"."occurred_s" <= (
                      "t78"."hand_s" + (
                        ${within_days} * 86400
                      )
                    )
                ) AS "t79"
                GROUP BY
                  1,
                  2
              ) AS "t83"
                ON "t81"."handed_lead_id" = "t83"."back_lead_id" AND "t81"."field" = "t83"."named"
            ) AS "t84"
          ) AS "t86"
          INNER JOIN (
            SELECT
              "t70"."lead_id",
              COALESCE("t70"."origin", 'unknown') AS "source",
              "t70"."hand_s"
            FROM "t69" AS "t70"
            WHERE
              "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
          ) AS "t74"
            ON "t86"."handed_lead_id" = "t74"."lead_id"
        ) AS "t87"
        WHERE
          (
            "t87"."is_filled" = 1
          ) OR (
            "t87"."is_corrected" = 1
          )
      ) AS "t88"
      GROUP BY
        1
    ) AS "t90"
      ON "t76"."lead_id" = "t90"."gone_lead_id"
  ) AS "t91"
) AS "t92"
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
    CAST(CASE
      WHEN "t12"."kind" = 'merged'
      THEN COALESCE("t12"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t12"."occurred_s" * 4000000000
    ) + "t12"."seq" AS "key"
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
), "t27" AS (
  SELECT
    "t26"."lead_id" AS "gone_id",
    MAX("t26"."target_id") AS "into_id",
    MAX("t26"."occurred_s") AS "merged_s",
    MAX("t26"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t21" AS "t22"
      WHERE
        "t22"."key" IN (
          SELECT
            "t23"."last_key"
          FROM (
            SELECT
              "t22"."lead_id",
              MAX("t22"."key") AS "last_key"
            FROM "t21" AS "t22"
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
), "t38" AS (
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
    "t17"."worked_s",
    "t17"."field",
    "t37"."gone_id",
    "t37"."into_id"
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
      "t35"."gone_id",
      COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
    FROM (
      SELECT
        "t34"."gone_id",
        "t34"."merged_s",
        "t34"."merged_key",
        "t34"."into_id",
        "t31"."via_id",
        "t31"."onward_id"
      FROM (
        SELECT
          "t32"."gone_id",
          "t32"."merged_s",
          "t32"."merged_key",
          COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
        FROM (
          SELECT
            "t29"."gone_id",
            "t29"."into_id",
            "t29"."merged_s",
            "t29"."merged_key",
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
    ON "t17"."lead_id" = "t37"."gone_id"
), "t43" AS (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."recorded_s",
    "t39"."occurred_s",
    (
      "t39"."occurred_s" * 4000000000
    ) + "t39"."seq" AS "key",
    COALESCE("t39"."points", -1000000) AS "points",
    COALESCE("t39"."pact_version", 0) AS "version"
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
      "t18"."recorded_s",
      "t18"."pact_version",
      "t37"."gone_id",
      "t37"."into_id"
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
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
        SELECT
          "t34"."gone_id",
          "t34"."merged_s",
          "t34"."merged_key",
          "t34"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."merged_s",
            "t32"."merged_key",
            COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
          FROM (
            SELECT
              "t29"."gone_id",
              "t29"."into_id",
              "t29"."merged_s",
              "t29"."merged_key",
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
      ON "t18"."lead_id" = "t37"."gone_id"
  ) AS "t39"
), "t45" AS (
  SELECT
    COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
    "t41"."side",
    "t41"."source",
    "t41"."occurred_s",
    "t41"."occurred_month",
    (
      "t41"."occurred_s" * 4000000000
    ) + "t41"."seq" AS "key"
  FROM (
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
      "t37"."gone_id",
      "t37"."into_id"
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
        "t35"."gone_id",
        COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
      FROM (
        SELECT
          "t34"."gone_id",
          "t34"."merged_s",
          "t34"."merged_key",
          "t34"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."merged_s",
            "t32"."merged_key",
            COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
          FROM (
            SELECT
              "t29"."gone_id",
              "t29"."into_id",
              "t29"."merged_s",
              "t29"."merged_key",
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
      ON "t20"."lead_id" = "t37"."gone_id"
  ) AS "t41"
), "t57" AS (
  SELECT
    *
  FROM "t43" AS "t46"
  WHERE
    "t46"."key" IN (
      SELECT
        "t53"."first_key"
      FROM (
        SELECT
          "t46"."lead_id" AS "first_lead_id",
          MIN("t46"."key") AS "first_key"
        FROM "t43" AS "t46"
        GROUP BY
          1
      ) AS "t53"
    )
), "t69" AS (
  SELECT
    "t63"."lead_id",
    "t63"."hand_key",
    "t63"."hand_s",
    "t63"."heard_s",
    "t63"."points",
    "t63"."version",
    "t68"."after_lead_id",
    "t68"."next_key",
    "t68"."back_key",
    "t68"."taken_key",
    "t68"."deal_s",
    "t68"."won_s",
    "t68"."end_s",
    "t68"."is_early",
    "t65"."origin_lead_id",
    "t65"."origin",
    "t65"."found_by",
    "t65"."origin_s",
    "t65"."origin_month"
  FROM (
    SELECT
      "t59"."lead_id",
      "t59"."key" AS "hand_key",
      "t59"."occurred_s" AS "hand_s",
      "t59"."recorded_s" AS "heard_s",
      CAST("t59"."points" AS BIGINT) AS "points",
      CAST("t59"."version" AS BIGINT) AS "version"
    FROM "t57" AS "t59"
  ) AS "t63"
  INNER JOIN (
    SELECT
      "t66"."lead_id" AS "after_lead_id",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'handed_over'
          )
          THEN "t66"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'rejected'
          )
          THEN "t66"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          )
          AND "t66"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
          THEN "t66"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND "t66"."kind" IN ('deal_opened', 'won')
          THEN "t66"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'won'
          )
          THEN "t66"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t66"."key" > "t66"."hand_key"
          )
          AND "t66"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t66"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t66"."key" < "t66"."hand_key"
          ) AND (
            "t66"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t47"."lead_id",
        "t47"."kind",
        "t47"."side",
        "t47"."value_code",
        "t47"."occurred_s",
        "t47"."key",
        "t61"."hand_key",
        "t61"."handed_lead_id"
      FROM (
        SELECT
          COALESCE("t40"."into_id", "t40"."lead_id") AS "lead_id",
          "t40"."kind",
          "t40"."side",
          "t40"."value_code",
          "t40"."occurred_s",
          (
            "t40"."occurred_s" * 4000000000
          ) + "t40"."seq" AS "key"
        FROM (
          SELECT
            "t19"."seq",
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
            "t37"."gone_id",
            "t37"."into_id"
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
              "t35"."gone_id",
              COALESCE("t35"."onward_id", "t35"."into_id") AS "into_id"
            FROM (
              SELECT
                "t34"."gone_id",
                "t34"."merged_s",
                "t34"."merged_key",
                "t34"."into_id",
                "t31"."via_id",
                "t31"."onward_id"
              FROM (
                SELECT
                  "t32"."gone_id",
                  "t32"."merged_s",
                  "t32"."merged_key",
                  COALESCE("t32"."onward_id", "t32"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t29"."gone_id",
                    "t29"."into_id",
                    "t29"."merged_s",
                    "t29"."merged_key",
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
            ON "t19"."lead_id" = "t37"."gone_id"
        ) AS "t40"
      ) AS "t47"
      INNER JOIN (
        SELECT
          "t59"."key" AS "hand_key",
          "t59"."lead_id" AS "handed_lead_id"
        FROM "t57" AS "t59"
      ) AS "t61"
        ON "t47"."lead_id" = "t61"."handed_lead_id"
    ) AS "t66"
    GROUP BY
      1
  ) AS "t68"
    ON "t63"."lead_id" = "t68"."after_lead_id"
  LEFT OUTER JOIN (
    SELECT
      "t58"."lead_id" AS "origin_lead_id",
      COALESCE("t58"."source", 'unknown') AS "origin",
      CASE
        WHEN "t58"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t58"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END AS "found_by",
      "t58"."occurred_s" AS "origin_s",
      CAST("t58"."occurred_month" AS BIGINT) AS "origin_month"
    FROM (
      SELECT
        *
      FROM "t45" AS "t48"
      WHERE
        "t48"."key" IN (
          SELECT
            "t54"."first_key"
          FROM (
            SELECT
              "t48"."lead_id" AS "first_lead_id",
              MIN("t48"."key") AS "first_key"
            FROM "t45" AS "t48"
            GROUP BY
              1
          ) AS "t54"
        )
    ) AS "t58"
  ) AS "t65"
    ON "t63"."lead_id" = "t65"."origin_lead_id"
)
SELECT
  "t86"."source",
  "t86"."field",
  COUNT(CASE WHEN "t86"."is_known" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "known",
  COUNT(CASE WHEN "t86"."is_filled" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "filled",
  COUNT(CASE WHEN "t86"."is_corrected" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "corrected"
FROM (
  SELECT
    "t85"."lead_id",
    "t85"."source",
    "t85"."hand_s",
    "t85"."field",
    "t85"."is_known",
    "t85"."is_filled",
    "t85"."is_corrected"
  FROM (
    SELECT
      "t84"."handed_lead_id",
      "t84"."field",
      "t84"."is_known",
      "t84"."is_filled",
      "t84"."is_corrected",
      "t74"."lead_id",
      "t74"."source",
      "t74"."hand_s"
    FROM (
      SELECT
        "t82"."handed_lead_id",
        "t82"."field",
        CASE
          WHEN (
            SUBSTRING("t82"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) <> ''
          )
          AND (
            SUBSTRING("t82"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) <> 'unknown'
          )
          THEN 1
          ELSE 0
        END AS "is_known",
        CASE
          WHEN NOT (
            (
              SUBSTRING("t82"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) <> ''
            )
            AND (
              SUBSTRING("t82"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) <> 'unknown'
            )
          )
          AND (
            COALESCE("t82"."most", '') <> ''
          )
          THEN 1
          ELSE 0
        END AS "is_filled",
        CASE
          WHEN (
            SUBSTRING("t82"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) <> ''
          )
          AND (
            SUBSTRING("t82"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) <> 'unknown'
          )
          AND (
            COALESCE("t82"."most", '') <> ''
          )
          AND (
            (
              COALESCE("t82"."least", '') <> SUBSTRING("t82"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END)
            )
            OR (
              COALESCE("t82"."most", '') <> SUBSTRING("t82"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END)
            )
            OR (
              SUBSTRING("t82"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t82"."told_then") END) = 'known'
            )
          )
          THEN 1
          ELSE 0
        END AS "is_corrected"
      FROM (
        SELECT
          "t79"."handed_lead_id",
          "t79"."field",
          "t79"."told_then",
          "t81"."back_lead_id",
          "t81"."named",
          "t81"."least",
          "t81"."most"
        FROM (
          SELECT
            "t75"."handed_lead_id",
            "t75"."field",
            MAX(
              CASE
                WHEN "t75"."key" <= "t75"."hand_key"
                THEN CAST("t75"."key" AS VARCHAR) || "t75"."code"
                ELSE ''
              END
            ) AS "told_then"
          FROM (
            SELECT
              "t73"."hand_key",
              "t73"."hand_s",
              "t73"."handed_lead_id",
              "t51"."lead_id",
              "t51"."side",
              "t51"."occurred_s",
              "t51"."key",
              "t51"."field",
              "t51"."code"
            FROM (
              SELECT
                "t70"."hand_key",
                "t70"."hand_s",
                "t70"."lead_id" AS "handed_lead_id"
              FROM "t69" AS "t70"
              WHERE
                "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
            ) AS "t73"
            INNER JOIN (
              SELECT
                COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                "t42"."side",
                "t42"."occurred_s",
                (
                  "t42"."occurred_s" * 4000000000
                ) + "t42"."seq" AS "key",
                COALESCE("t42"."field", '') AS "field",
                COALESCE("t42"."value_code", 'unknown') AS "code"
              FROM "t38" AS "t42"
              WHERE
                COALESCE("t42"."field", '') <> ''
                AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
                AND NOT (
                  COALESCE("t42"."field", '') LIKE '%:%'
                )
            ) AS "t51"
              ON "t73"."handed_lead_id" = "t51"."lead_id"
          ) AS "t75"
          GROUP BY
            1,
            2
        ) AS "t79"
        LEFT OUTER JOIN (
          SELECT
            "t77"."handed_lead_id" AS "back_lead_id",
            "t77"."field" AS "named",
            MIN("t77"."code") AS "least",
            MAX("t77"."code") AS "most"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t73"."hand_key",
                "t73"."hand_s",
                "t73"."handed_lead_id",
                "t52"."lead_id",
                "t52"."side",
                "t52"."occurred_s",
                "t52"."key",
                "t52"."field",
                "t52"."code"
              FROM (
                SELECT
                  "t70"."hand_key",
                  "t70"."hand_s",
                  "t70"."lead_id" AS "handed_lead_id"
                FROM "t69" AS "t70"
                WHERE
                  "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
              ) AS "t73"
              INNER JOIN (
                SELECT
                  COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
                  "t42"."side",
                  "t42"."occurred_s",
                  (
                    "t42"."occurred_s" * 4000000000
                  ) + "t42"."seq" AS "key",
                  COALESCE("t42"."field", '') AS "field",
                  COALESCE("t42"."value_code", 'unknown') AS "code"
                FROM "t38" AS "t42"
                WHERE
                  COALESCE("t42"."field", '') <> ''
                  AND COALESCE("t42"."field", '') <> 'email_is_free_mail'
                  AND NOT (
                    COALESCE("t42"."field", '') LIKE '%:%'
                  )
                  AND "t42"."side" = 'sales'
                  AND COALESCE("t42"."value_code", 'unknown') <> 'unknown'
              ) AS "t52"
                ON "t73"."handed_lead_id" = "t52"."lead_id"
            ) AS "t76"
            WHERE
              "t76"."key" > "t76"."hand_key"
              AND "t76"."occurred_s" <= (
                "t76"."hand_s" + (
                  ${within_days} * 86400
                )
              )
          ) AS "t77"
          GROUP BY
            1,
            2
        ) AS "t81"
          ON "t79"."handed_lead_id" = "t81"."back_lead_id" AND "t79"."field" = "t81"."named"
      ) AS "t82"
    ) AS "t84"
    INNER JOIN (
      SELECT
        "t70"."lead_id",
        COALESCE("t70"."origin", 'unknown') AS "source",
        "t70"."hand_s"
      FROM "t69" AS "t70"
      WHERE
        "t70"."hand_s" >= ${since_s} AND "t70"."hand_s" < ${until_s}
    ) AS "t74"
      ON "t84"."handed_lead_id" = "t74"."lead_id"
  ) AS "t85"
) AS "t86"
GROUP BY
  1,
  2
