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
), "t48" AS (
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
), "t63" AS (
  SELECT
    "t61"."first_lead_id",
    "t61"."hand_key",
    "t53"."lead_id",
    "t53"."recorded_s",
    "t53"."occurred_s",
    "t53"."key",
    "t53"."points",
    "t53"."version"
  FROM (
    SELECT
      "t51"."lead_id" AS "first_lead_id",
      MIN("t51"."key") AS "hand_key"
    FROM "t48" AS "t51"
    GROUP BY
      1
  ) AS "t61"
  INNER JOIN "t48" AS "t53"
    ON "t61"."first_lead_id" = "t53"."lead_id" AND "t61"."hand_key" = "t53"."key"
), "t75" AS (
  SELECT
    "t69"."lead_id",
    "t69"."hand_key",
    "t69"."hand_s",
    "t69"."heard_s",
    "t69"."points",
    "t69"."version",
    "t74"."after_lead_id",
    "t74"."next_key",
    "t74"."back_key",
    "t74"."taken_key",
    "t74"."deal_s",
    "t74"."won_s",
    "t74"."end_s",
    "t74"."is_early",
    "t71"."origin_lead_id",
    "t71"."origin",
    "t71"."found_by",
    "t71"."origin_s",
    "t71"."origin_month"
  FROM (
    SELECT
      "t65"."lead_id",
      "t65"."hand_key",
      "t65"."occurred_s" AS "hand_s",
      "t65"."recorded_s" AS "heard_s",
      CAST("t65"."points" AS BIGINT) AS "points",
      CAST("t65"."version" AS BIGINT) AS "version"
    FROM "t63" AS "t65"
  ) AS "t69"
  INNER JOIN (
    SELECT
      "t72"."lead_id" AS "after_lead_id",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'handed_over'
          )
          THEN "t72"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'rejected'
          )
          THEN "t72"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          )
          AND "t72"."kind" IN ('accepted', 'deal_opened', 'won')
          THEN "t72"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND "t72"."kind" IN ('deal_opened', 'won')
          THEN "t72"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'won'
          )
          THEN "t72"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          )
          AND "t72"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t72"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t72"."key" < "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t50"."lead_id",
        "t50"."kind",
        "t50"."side",
        "t50"."value_code",
        "t50"."occurred_s",
        "t50"."key",
        "t67"."hand_key",
        "t67"."handed_lead_id"
      FROM (
        SELECT
          COALESCE("t42"."into_id", "t42"."lead_id") AS "lead_id",
          "t42"."kind",
          "t42"."side",
          "t42"."value_code",
          "t42"."occurred_s",
          (
            "t42"."occurred_s" * 4000000000
          ) + "t42"."seq" AS "key"
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
                    'won'
                  )
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
      ) AS "t50"
      INNER JOIN (
        SELECT
          "t65"."hand_key",
          "t65"."lead_id" AS "handed_lead_id"
        FROM "t63" AS "t65"
      ) AS "t67"
        ON "t50"."lead_id" = "t67"."handed_lead_id"
    ) AS "t72"
    GROUP BY
      1
  ) AS "t74"
    ON "t69"."lead_id" = "t74"."after_lead_id"
  LEFT OUTER JOIN (
    SELECT
      "t64"."first_lead_id" AS "origin_lead_id",
      COALESCE("t64"."source", 'unknown') AS "origin",
      CASE
        WHEN "t64"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t64"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END AS "found_by",
      "t64"."occurred_s" AS "origin_s",
      CAST("t64"."occurred_month" AS BIGINT) AS "origin_month"
    FROM (
      SELECT
        "t62"."first_lead_id",
        "t62"."first_key",
        "t54"."lead_id",
        "t54"."side",
        "t54"."source",
        "t54"."occurred_s",
        "t54"."occurred_month",
        "t54"."key"
      FROM (
        SELECT
          "t52"."lead_id" AS "first_lead_id",
          MIN("t52"."key") AS "first_key"
        FROM "t49" AS "t52"
        GROUP BY
          1
      ) AS "t62"
      INNER JOIN "t49" AS "t54"
        ON "t62"."first_lead_id" = "t54"."lead_id" AND "t62"."first_key" = "t54"."key"
    ) AS "t64"
  ) AS "t71"
    ON "t69"."lead_id" = "t71"."origin_lead_id"
)
SELECT
  "t98"."source",
  COUNT(*) AS "leads",
  SUM(
    CASE
      WHEN (
        "t98"."is_filled" = 1
      ) OR (
        "t98"."is_corrected" = 1
      )
      THEN 1
      ELSE 0
    END
  ) AS "back",
  SUM(CASE WHEN "t98"."is_filled" = 1 THEN 1 ELSE 0 END) AS "filled",
  SUM(CASE WHEN "t98"."is_corrected" = 1 THEN 1 ELSE 0 END) AS "corrected",
  SUM(CASE WHEN "t98"."is_young" = 1 THEN 1 ELSE 0 END) AS "young"
FROM (
  SELECT
    "t97"."lead_id",
    "t97"."source",
    COALESCE("t97"."filled", 0) AS "is_filled",
    COALESCE("t97"."corrected", 0) AS "is_corrected",
    CASE
      WHEN (
        "t97"."hand_s" + (
          ${within_days} * 86400
        )
      ) > ${as_of_s}
      THEN 1
      ELSE 0
    END AS "is_young"
  FROM (
    SELECT
      "t82"."lead_id",
      "t82"."hand_key",
      "t82"."hand_s",
      "t82"."heard_s",
      "t82"."points",
      "t82"."version",
      "t82"."deal_s",
      "t82"."won_s",
      "t82"."end_s",
      "t82"."is_early",
      "t82"."source",
      "t82"."answer",
      "t96"."gone_lead_id",
      "t96"."filled",
      "t96"."corrected"
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
        COALESCE("t76"."origin", 'unknown') AS "source",
        CASE
          WHEN "t76"."back_key" < "t76"."next_key"
          THEN 'rejected'
          WHEN "t76"."taken_key" < "t76"."next_key"
          THEN 'accepted'
          ELSE 'open'
        END AS "answer"
      FROM "t75" AS "t76"
      WHERE
        "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
    ) AS "t82"
    LEFT OUTER JOIN (
      SELECT
        "t94"."lead_id" AS "gone_lead_id",
        MAX("t94"."is_filled") AS "filled",
        MAX("t94"."is_corrected") AS "corrected"
      FROM (
        SELECT
          "t93"."lead_id",
          "t93"."source",
          "t93"."field",
          "t93"."is_known",
          "t93"."is_filled",
          "t93"."is_corrected"
        FROM (
          SELECT
            "t92"."handed_lead_id",
            "t92"."field",
            "t92"."is_known",
            "t92"."is_filled",
            "t92"."is_corrected",
            "t80"."lead_id",
            "t80"."source"
          FROM (
            SELECT
              "t90"."handed_lead_id",
              "t90"."field",
              CASE
                WHEN (
                  SUBSTRING("t90"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) <> ''
                )
                AND (
                  SUBSTRING("t90"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) <> 'unknown'
                )
                THEN 1
                ELSE 0
              END AS "is_known",
              CASE
                WHEN NOT (
                  (
                    SUBSTRING("t90"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) <> ''
                  )
                  AND (
                    SUBSTRING("t90"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) <> 'unknown'
                  )
                )
                AND (
                  COALESCE("t90"."most", '') <> ''
                )
                THEN 1
                ELSE 0
              END AS "is_filled",
              CASE
                WHEN (
                  SUBSTRING("t90"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) <> ''
                )
                AND (
                  SUBSTRING("t90"."told_then" FROM CASE WHEN (
                    19 + 1
                  ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) <> 'unknown'
                )
                AND (
                  COALESCE("t90"."most", '') <> ''
                )
                AND (
                  (
                    COALESCE("t90"."least", '') <> SUBSTRING("t90"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END)
                  )
                  OR (
                    COALESCE("t90"."most", '') <> SUBSTRING("t90"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END)
                  )
                  OR (
                    SUBSTRING("t90"."told_then" FROM CASE WHEN (
                      19 + 1
                    ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t90"."told_then") END) = 'known'
                  )
                )
                THEN 1
                ELSE 0
              END AS "is_corrected"
            FROM (
              SELECT
                "t87"."handed_lead_id",
                "t87"."field",
                "t87"."told_then",
                "t89"."back_lead_id",
                "t89"."named",
                "t89"."least",
                "t89"."most"
              FROM (
                SELECT
                  "t83"."handed_lead_id",
                  "t83"."field",
                  MAX(
                    CASE
                      WHEN "t83"."key" <= "t83"."hand_key"
                      THEN CAST("t83"."key" AS VARCHAR) || "t83"."code"
                      ELSE ''
                    END
                  ) AS "told_then"
                FROM (
                  SELECT
                    "t79"."hand_key",
                    "t79"."hand_s",
                    "t79"."handed_lead_id",
                    "t57"."lead_id",
                    "t57"."side",
                    "t57"."occurred_s",
                    "t57"."key",
                    "t57"."field",
                    "t57"."code"
                  FROM (
                    SELECT
                      "t76"."hand_key",
                      "t76"."hand_s",
                      "t76"."lead_id" AS "handed_lead_id"
                    FROM "t75" AS "t76"
                    WHERE
                      "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
                  ) AS "t79"
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
                  ) AS "t57"
                    ON "t79"."handed_lead_id" = "t57"."lead_id"
                ) AS "t83"
                GROUP BY
                  1,
                  2
              ) AS "t87"
              LEFT OUTER JOIN (
                SELECT
                  "t85"."handed_lead_id" AS "back_lead_id",
                  "t85"."field" AS "named",
                  MIN("t85"."code") AS "least",
                  MAX("t85"."code") AS "most"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t79"."hand_key",
                      "t79"."hand_s",
                      "t79"."handed_lead_id",
                      "t58"."lead_id",
                      "t58"."side",
                      "t58"."occurred_s",
                      "t58"."key",
                      "t58"."field",
                      "t58"."code"
                    FROM (
                      SELECT
                        "t76"."hand_key",
                        "t76"."hand_s",
                        "t76"."lead_id" AS "handed_lead_id"
                      FROM "t75" AS "t76"
                      WHERE
                        "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
                    ) AS "t79"
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
                    ) AS "t58"
                      ON "t79"."handed_lead_id" = "t58"."lead_id"
                  ) AS "t84"
                  WHERE
                    "t84"."key" > "t84"."hand_key"
                    AND "t84"."occurred_s" <= (
                      "t84"."hand_s" + (
                        ${within_days} * 86400
                      )
                    )
                ) AS "t85"
                GROUP BY
                  1,
                  2
              ) AS "t89"
                ON "t87"."handed_lead_id" = "t89"."back_lead_id" AND "t87"."field" = "t89"."named"
            ) AS "t90"
          ) AS "t92"
          INNER JOIN (
            SELECT
              "t76"."lead_id",
              COALESCE("t76"."origin", 'unknown') AS "source"
            FROM "t75" AS "t76"
            WHERE
              "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
          ) AS "t80"
            ON "t92"."handed_lead_id" = "t80"."lead_id"
        ) AS "t93"
        WHERE
          (
            "t93"."is_filled" = 1
          ) OR (
            "t93"."is_corrected" = 1
          )
      ) AS "t94"
      GROUP BY
        1
    ) AS "t96"
      ON "t82"."lead_id" = "t96"."gone_lead_id"
  ) AS "t97"
) AS "t98"
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
), "t48" AS (
  SELECT
    COALESCE("t44"."into_id", "t44"."lead_id") AS "lead_id",
    "t44"."recorded_s",
    "t44"."occurred_s",
    (
      "t44"."occurred_s" * 4000000000
    ) + "t44"."seq" AS "key",
    COALESCE("t44"."points", -1000000) AS "points",
    COALESCE("t44"."pact_version", 0) AS "version"
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
      "t19"."recorded_s",
      "t19"."pact_version",
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
        "t10"."worked_s",
        "t10"."recorded_s",
        "t10"."pact_version"
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
), "t63" AS (
  SELECT
    "t61"."first_lead_id",
    "t61"."hand_key",
    "t55"."lead_id",
    "t55"."recorded_s",
    "t55"."occurred_s",
    "t55"."key",
    "t55"."points",
    "t55"."version"
  FROM (
    SELECT
      "t51"."lead_id" AS "first_lead_id",
      MIN("t51"."key") AS "hand_key"
    FROM "t48" AS "t51"
    GROUP BY
      1
  ) AS "t61"
  INNER JOIN "t48" AS "t55"
    ON "t61"."first_lead_id" = "t55"."lead_id" AND "t61"."hand_key" = "t55"."key"
), "t75" AS (
  SELECT
    "t69"."lead_id",
    "t69"."hand_key",
    "t69"."hand_s",
    "t69"."heard_s",
    "t69"."points",
    "t69"."version",
    "t74"."after_lead_id",
    "t74"."next_key",
    "t74"."back_key",
    "t74"."taken_key",
    "t74"."deal_s",
    "t74"."won_s",
    "t74"."end_s",
    "t74"."is_early",
    "t71"."origin_lead_id",
    "t71"."origin",
    "t71"."found_by",
    "t71"."origin_s",
    "t71"."origin_month"
  FROM (
    SELECT
      "t65"."lead_id",
      "t65"."hand_key",
      "t65"."occurred_s" AS "hand_s",
      "t65"."recorded_s" AS "heard_s",
      CAST("t65"."points" AS BIGINT) AS "points",
      CAST("t65"."version" AS BIGINT) AS "version"
    FROM "t63" AS "t65"
  ) AS "t69"
  INNER JOIN (
    SELECT
      "t72"."lead_id" AS "after_lead_id",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'handed_over'
          )
          THEN "t72"."key"
          ELSE 9000000000000000000
        END
      ) AS "next_key",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'rejected'
          )
          THEN "t72"."key"
          ELSE 9000000000000000000
        END
      ) AS "back_key",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          )
          AND "t72"."kind" IN ('accepted', 'deal_opened', 'won')
          THEN "t72"."key"
          ELSE 9000000000000000000
        END
      ) AS "taken_key",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND "t72"."kind" IN ('deal_opened', 'won')
          THEN "t72"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'won'
          )
          THEN "t72"."occurred_s"
          ELSE 9000000000
        END
      ) AS "won_s",
      MIN(
        CASE
          WHEN (
            "t72"."key" > "t72"."hand_key"
          )
          AND "t72"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
          THEN "t72"."occurred_s"
          ELSE 9000000000
        END
      ) AS "end_s",
      MAX(
        CASE
          WHEN (
            "t72"."key" < "t72"."hand_key"
          ) AND (
            "t72"."kind" = 'won'
          )
          THEN 1
          ELSE 0
        END
      ) AS "is_early"
    FROM (
      SELECT
        "t50"."lead_id",
        "t50"."kind",
        "t50"."side",
        "t50"."value_code",
        "t50"."occurred_s",
        "t50"."key",
        "t67"."hand_key",
        "t67"."handed_lead_id"
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
      ) AS "t50"
      INNER JOIN (
        SELECT
          "t65"."hand_key",
          "t65"."lead_id" AS "handed_lead_id"
        FROM "t63" AS "t65"
      ) AS "t67"
        ON "t50"."lead_id" = "t67"."handed_lead_id"
    ) AS "t72"
    GROUP BY
      1
  ) AS "t74"
    ON "t69"."lead_id" = "t74"."after_lead_id"
  LEFT OUTER JOIN (
    SELECT
      "t64"."first_lead_id" AS "origin_lead_id",
      COALESCE("t64"."source", 'unknown') AS "origin",
      CASE
        WHEN "t64"."side" IN ('buyer', 'marketing')
        THEN 'marketing'
        ELSE CASE WHEN "t64"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
      END AS "found_by",
      "t64"."occurred_s" AS "origin_s",
      CAST("t64"."occurred_month" AS BIGINT) AS "origin_month"
    FROM (
      SELECT
        "t62"."first_lead_id",
        "t62"."first_key",
        "t56"."lead_id",
        "t56"."side",
        "t56"."source",
        "t56"."occurred_s",
        "t56"."occurred_month",
        "t56"."key"
      FROM (
        SELECT
          "t52"."lead_id" AS "first_lead_id",
          MIN("t52"."key") AS "first_key"
        FROM "t49" AS "t52"
        GROUP BY
          1
      ) AS "t62"
      INNER JOIN "t49" AS "t56"
        ON "t62"."first_lead_id" = "t56"."lead_id" AND "t62"."first_key" = "t56"."key"
    ) AS "t64"
  ) AS "t71"
    ON "t69"."lead_id" = "t71"."origin_lead_id"
)
SELECT
  "t92"."source",
  "t92"."field",
  SUM(CASE WHEN "t92"."is_known" = 1 THEN 1 ELSE 0 END) AS "known",
  SUM(CASE WHEN "t92"."is_filled" = 1 THEN 1 ELSE 0 END) AS "filled",
  SUM(CASE WHEN "t92"."is_corrected" = 1 THEN 1 ELSE 0 END) AS "corrected"
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
      "t79"."lead_id",
      "t79"."source"
    FROM (
      SELECT
        "t88"."handed_lead_id",
        "t88"."field",
        CASE
          WHEN (
            SUBSTRING("t88"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) <> ''
          )
          AND (
            SUBSTRING("t88"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) <> 'unknown'
          )
          THEN 1
          ELSE 0
        END AS "is_known",
        CASE
          WHEN NOT (
            (
              SUBSTRING("t88"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) <> ''
            )
            AND (
              SUBSTRING("t88"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) <> 'unknown'
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
            SUBSTRING("t88"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) <> ''
          )
          AND (
            SUBSTRING("t88"."told_then" FROM CASE WHEN (
              19 + 1
            ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) <> 'unknown'
          )
          AND (
            COALESCE("t88"."most", '') <> ''
          )
          AND (
            (
              COALESCE("t88"."least", '') <> SUBSTRING("t88"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END)
            )
            OR (
              COALESCE("t88"."most", '') <> SUBSTRING("t88"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END)
            )
            OR (
              SUBSTRING("t88"."told_then" FROM CASE WHEN (
                19 + 1
              ) >= 1 THEN 19 + 1 ELSE 19 + 1 + LENGTH("t88"."told_then") END) = 'known'
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
                THEN CAST("t81"."key" AS VARCHAR) || "t81"."code"
                ELSE ''
              END
            ) AS "told_then"
          FROM (
            SELECT
              "t80"."hand_key",
              "t80"."hand_s",
              "t80"."handed_lead_id",
              "t57"."lead_id",
              "t57"."side",
              "t57"."occurred_s",
              "t57"."key",
              "t57"."field",
              "t57"."code"
            FROM (
              SELECT
                "t76"."hand_key",
                "t76"."hand_s",
                "t76"."lead_id" AS "handed_lead_id"
              FROM "t75" AS "t76"
              WHERE
                "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
            ) AS "t80"
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
            ) AS "t57"
              ON "t80"."handed_lead_id" = "t57"."lead_id"
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
                "t80"."hand_key",
                "t80"."hand_s",
                "t80"."handed_lead_id",
                "t58"."lead_id",
                "t58"."side",
                "t58"."occurred_s",
                "t58"."key",
                "t58"."field",
                "t58"."code"
              FROM (
                SELECT
                  "t76"."hand_key",
                  "t76"."hand_s",
                  "t76"."lead_id" AS "handed_lead_id"
                FROM "t75" AS "t76"
                WHERE
                  "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
              ) AS "t80"
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
              ) AS "t58"
                ON "t80"."handed_lead_id" = "t58"."lead_id"
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
        "t76"."lead_id",
        COALESCE("t76"."origin", 'unknown') AS "source"
      FROM "t75" AS "t76"
      WHERE
        "t76"."hand_s" >= ${since_s} AND "t76"."hand_s" < ${until_s}
    ) AS "t79"
      ON "t90"."handed_lead_id" = "t79"."lead_id"
  ) AS "t91"
) AS "t92"
GROUP BY
  1,
  2
