-- arms
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t10" AS (
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
        FROM "t8"
      )
    )
), "t30" AS (
  SELECT
    "t16"."lead_id",
    "t16"."occurred_s",
    "t16"."seq",
    CAST(CASE
      WHEN "t16"."kind" = 'merged'
      THEN COALESCE("t16"."value_number", 0.0)
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
), "t42" AS (
  SELECT
    "t41"."lead_id" AS "gone_id",
    MAX("t41"."target_id") AS "into_id",
    MAX("t41"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t30" AS "t33"
      WHERE
        "t33"."seq" IN (
          SELECT
            "t38"."last_seq"
          FROM (
            SELECT
              "t37"."lead_id",
              MAX("t37"."seq") AS "last_seq"
            FROM (
              SELECT
                "t34"."lead_id",
                "t34"."occurred_s",
                "t34"."seq",
                "t34"."target_id",
                "t36"."last_s"
              FROM "t30" AS "t34"
              INNER JOIN (
                SELECT
                  "t33"."lead_id",
                  MAX("t33"."occurred_s") AS "last_s"
                FROM "t30" AS "t33"
                GROUP BY
                  1
              ) AS "t36"
                ON "t34"."lead_id" = "t36"."lead_id" AND "t34"."occurred_s" = "t36"."last_s"
            ) AS "t37"
            GROUP BY
              1
          ) AS "t38"
        )
    ) AS "t40"
    WHERE
      "t40"."target_id" <> 0 AND "t40"."target_id" <> "t40"."lead_id"
  ) AS "t41"
  GROUP BY
    1
), "t64" AS (
  SELECT
    COALESCE("t57"."into_id", "t57"."lead_id") AS "lead_id",
    "t57"."recorded_s",
    "t57"."occurred_s",
    (
      "t57"."occurred_s" * 4000000000
    ) + "t57"."seq" AS "key",
    COALESCE("t57"."points", -1000000) AS "points",
    COALESCE("t57"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t32"."seq",
      "t32"."id",
      "t32"."kind",
      "t32"."occurred_s",
      "t32"."occurred_month",
      "t32"."lead_id",
      "t32"."person_id",
      "t32"."side",
      "t32"."source",
      "t32"."value_code",
      "t32"."value_number",
      "t32"."points",
      "t32"."due_s",
      "t32"."worked_s",
      "t32"."recorded_s",
      "t32"."pact_version",
      "t52"."gone_id",
      "t52"."into_id"
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
        "t17"."pact_version"
      FROM "t10" AS "t17"
      WHERE
        COALESCE("t17"."lead_id", 0) <> 0
    ) AS "t32"
    LEFT OUTER JOIN (
      SELECT
        "t50"."gone_id",
        COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
      FROM (
        SELECT
          "t49"."gone_id",
          "t49"."merged_s",
          "t49"."into_id",
          "t46"."via_id",
          "t46"."onward_id"
        FROM (
          SELECT
            "t47"."gone_id",
            "t47"."merged_s",
            COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."into_id",
              "t44"."merged_s",
              "t46"."via_id",
              "t46"."onward_id"
            FROM "t42" AS "t44"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id" AS "via_id",
                "t43"."into_id" AS "onward_id"
              FROM "t42" AS "t43"
            ) AS "t46"
              ON "t44"."into_id" = "t46"."via_id"
          ) AS "t47"
        ) AS "t49"
        LEFT OUTER JOIN (
          SELECT
            "t43"."gone_id" AS "via_id",
            "t43"."into_id" AS "onward_id"
          FROM "t42" AS "t43"
        ) AS "t46"
          ON "t49"."into_id" = "t46"."via_id"
      ) AS "t50"
    ) AS "t52"
      ON "t32"."lead_id" = "t52"."gone_id"
  ) AS "t57"
), "t66" AS (
  SELECT
    COALESCE("t59"."into_id", "t59"."lead_id") AS "lead_id",
    "t59"."side",
    "t59"."source",
    "t59"."occurred_s",
    "t59"."occurred_month",
    (
      "t59"."occurred_s" * 4000000000
    ) + "t59"."seq" AS "key"
  FROM (
    SELECT
      "t29"."seq",
      "t29"."id",
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
      "t52"."gone_id",
      "t52"."into_id"
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
        "t15"."worked_s"
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
      WHERE
        COALESCE("t15"."lead_id", 0) <> 0
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t50"."gone_id",
        COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
      FROM (
        SELECT
          "t49"."gone_id",
          "t49"."merged_s",
          "t49"."into_id",
          "t46"."via_id",
          "t46"."onward_id"
        FROM (
          SELECT
            "t47"."gone_id",
            "t47"."merged_s",
            COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."into_id",
              "t44"."merged_s",
              "t46"."via_id",
              "t46"."onward_id"
            FROM "t42" AS "t44"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id" AS "via_id",
                "t43"."into_id" AS "onward_id"
              FROM "t42" AS "t43"
            ) AS "t46"
              ON "t44"."into_id" = "t46"."via_id"
          ) AS "t47"
        ) AS "t49"
        LEFT OUTER JOIN (
          SELECT
            "t43"."gone_id" AS "via_id",
            "t43"."into_id" AS "onward_id"
          FROM "t42" AS "t43"
        ) AS "t46"
          ON "t49"."into_id" = "t46"."via_id"
      ) AS "t50"
    ) AS "t52"
      ON "t29"."lead_id" = "t52"."gone_id"
  ) AS "t59"
), "t76" AS (
  SELECT
    *
  FROM (
    SELECT
      "t60"."lead_id",
      MIN("t60"."occurred_s") AS "start_s"
    FROM (
      SELECT
        "t54"."seq",
        "t54"."id",
        "t54"."kind",
        "t54"."occurred_s",
        "t54"."occurred_month",
        "t54"."person_id",
        "t54"."side",
        "t54"."source",
        "t54"."value_code",
        "t54"."value_number",
        "t54"."points",
        "t54"."due_s",
        "t54"."worked_s",
        "t54"."lead_id" AS "own_lead_id",
        COALESCE("t54"."into_id", "t54"."lead_id") AS "lead_id"
      FROM (
        SELECT
          "t25"."seq",
          "t25"."id",
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
          "t52"."gone_id",
          "t52"."into_id"
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
                AND "t0"."kind" IN ('kept_on')
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
        ) AS "t25"
        LEFT OUTER JOIN (
          SELECT
            "t50"."gone_id",
            COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
          FROM (
            SELECT
              "t49"."gone_id",
              "t49"."merged_s",
              "t49"."into_id",
              "t46"."via_id",
              "t46"."onward_id"
            FROM (
              SELECT
                "t47"."gone_id",
                "t47"."merged_s",
                COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t44"."gone_id",
                  "t44"."into_id",
                  "t44"."merged_s",
                  "t46"."via_id",
                  "t46"."onward_id"
                FROM "t42" AS "t44"
                LEFT OUTER JOIN (
                  SELECT
                    "t43"."gone_id" AS "via_id",
                    "t43"."into_id" AS "onward_id"
                  FROM "t42" AS "t43"
                ) AS "t46"
                  ON "t44"."into_id" = "t46"."via_id"
              ) AS "t47"
            ) AS "t49"
            LEFT OUTER JOIN (
              SELECT
                "t43"."gone_id" AS "via_id",
                "t43"."into_id" AS "onward_id"
              FROM "t42" AS "t43"
            ) AS "t46"
              ON "t49"."into_id" = "t46"."via_id"
          ) AS "t50"
        ) AS "t52"
          ON "t25"."lead_id" = "t52"."gone_id"
      ) AS "t54"
    ) AS "t60"
    GROUP BY
      1
  ) AS "t72"
  WHERE
    "t72"."start_s" >= ${since_s} AND "t72"."start_s" < ${until_s}
), "t83" AS (
  SELECT
    *
  FROM "t64" AS "t69"
  WHERE
    "t69"."key" IN (
      SELECT
        "t73"."first_key"
      FROM (
        SELECT
          "t69"."lead_id" AS "first_lead_id",
          MIN("t69"."key") AS "first_key"
        FROM "t64" AS "t69"
        GROUP BY
          1
      ) AS "t73"
    )
)
SELECT
  "t114"."trial",
  "t114"."arm",
  "t114"."band",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t114"."called_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "called_ripe",
  COUNT(CASE WHEN "t114"."talked_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked_ripe",
  COUNT(CASE WHEN "t114"."won_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_ripe",
  COUNT(CASE WHEN "t114"."called" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "called",
  COUNT(CASE WHEN "t114"."talked" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked",
  COUNT(CASE WHEN "t114"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t113"."lead_id",
    "t113"."trial",
    "t113"."arm",
    "t113"."band",
    CASE WHEN (
      "t113"."start_s" + 86400
    ) <= ${as_of_s} THEN 1 ELSE 0 END AS "called_ripe",
    CASE
      WHEN (
        (
          "t113"."start_s" + 86400
        ) <= ${as_of_s}
      )
      AND (
        "t113"."called_s" <= (
          "t113"."start_s" + 86400
        )
      )
      THEN 1
      ELSE 0
    END AS "called",
    CASE WHEN (
      "t113"."start_s" + 2592000
    ) <= ${as_of_s} THEN 1 ELSE 0 END AS "talked_ripe",
    CASE
      WHEN (
        (
          "t113"."start_s" + 2592000
        ) <= ${as_of_s}
      )
      AND (
        "t113"."talked_s" <= (
          "t113"."start_s" + 2592000
        )
      )
      THEN 1
      ELSE 0
    END AS "talked",
    CASE
      WHEN (
        "t113"."start_s" + (
          ${within_days} * 86400
        )
      ) <= ${as_of_s}
      THEN 1
      ELSE 0
    END AS "won_ripe",
    CASE
      WHEN (
        (
          "t113"."start_s" + (
            ${within_days} * 86400
          )
        ) <= ${as_of_s}
      )
      AND (
        "t113"."won_s" <= (
          "t113"."start_s" + (
            ${within_days} * 86400
          )
        )
      )
      THEN 1
      ELSE 0
    END AS "won"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t111"."lead_id",
        CASE
          WHEN "t111"."is_explored" = 1
          THEN 'explored_slice'
          ELSE 'shuffled_call_order'
        END AS "trial",
        CASE
          WHEN "t111"."is_explored" = 1
          THEN 'explored'
          WHEN "t111"."place" < 0.5
          THEN 'earlier'
          ELSE 'later'
        END AS "arm",
        CASE
          WHEN "t111"."is_explored" = 1
          THEN CAST(CASE
            WHEN "t111"."points" = -1000000
            THEN -1
            WHEN "t111"."points" < 10
            THEN 0
            WHEN "t111"."points" < 20
            THEN 10
            WHEN "t111"."points" < 30
            THEN 20
            WHEN "t111"."points" < 40
            THEN 30
            WHEN "t111"."points" < 50
            THEN 40
            WHEN "t111"."points" < 60
            THEN 50
            WHEN "t111"."points" < 70
            THEN 60
            WHEN "t111"."points" < 80
            THEN 70
            WHEN "t111"."points" < 90
            THEN 80
            ELSE 90
          END AS BIGINT)
          ELSE 0
        END AS "band",
        "t111"."hand_s" AS "start_s",
        "t111"."try_s" AS "called_s",
        "t111"."talk_s" AS "talked_s",
        "t111"."won_s"
      FROM (
        SELECT
          "t110"."lead_id",
          "t110"."hand_key",
          "t110"."hand_s",
          "t110"."heard_s",
          "t110"."points",
          "t110"."version",
          "t110"."deal_s",
          "t110"."won_s",
          "t110"."end_s",
          "t110"."is_early",
          "t110"."source",
          "t110"."answer",
          "t110"."try_s",
          "t110"."talk_s",
          "t77"."mark_key",
          "t77"."is_explored",
          "t77"."place"
        FROM (
          SELECT
            "t108"."lead_id",
            "t108"."hand_key",
            "t108"."hand_s",
            "t108"."heard_s",
            "t108"."points",
            "t108"."version",
            "t108"."deal_s",
            "t108"."won_s",
            "t108"."end_s",
            "t108"."is_early",
            "t108"."source",
            "t108"."answer",
            COALESCE("t108"."try_s", 9000000000) AS "try_s",
            COALESCE("t108"."talk_s", 9000000000) AS "talk_s"
          FROM (
            SELECT
              "t107"."lead_id",
              "t107"."hand_key",
              "t107"."hand_s",
              "t107"."heard_s",
              "t107"."points",
              "t107"."version",
              "t107"."deal_s",
              "t107"."won_s",
              "t107"."end_s",
              "t107"."is_early",
              "t107"."source",
              "t107"."answer",
              "t104"."contact_lead_id",
              "t104"."try_s",
              "t104"."talk_s"
            FROM (
              SELECT
                "t103"."lead_id",
                "t103"."hand_key",
                "t103"."hand_s",
                "t103"."heard_s",
                "t103"."points",
                "t103"."version",
                "t103"."deal_s",
                "t103"."won_s",
                "t103"."end_s",
                "t103"."is_early",
                COALESCE("t103"."origin", 'unknown') AS "source",
                CASE
                  WHEN "t103"."back_key" < "t103"."next_key"
                  THEN 'rejected'
                  WHEN "t103"."taken_key" < "t103"."next_key"
                  THEN 'accepted'
                  ELSE 'open'
                END AS "answer"
              FROM (
                SELECT
                  "t90"."lead_id",
                  "t90"."hand_key",
                  "t90"."hand_s",
                  "t90"."heard_s",
                  "t90"."points",
                  "t90"."version",
                  "t100"."after_lead_id",
                  "t100"."next_key",
                  "t100"."back_key",
                  "t100"."taken_key",
                  "t100"."deal_s",
                  "t100"."won_s",
                  "t100"."end_s",
                  "t100"."is_early",
                  "t93"."origin_lead_id",
                  "t93"."origin",
                  "t93"."found_by",
                  "t93"."origin_s",
                  "t93"."origin_month"
                FROM (
                  SELECT
                    "t85"."lead_id",
                    "t85"."key" AS "hand_key",
                    "t85"."occurred_s" AS "hand_s",
                    "t85"."recorded_s" AS "heard_s",
                    CAST("t85"."points" AS BIGINT) AS "points",
                    CAST("t85"."version" AS BIGINT) AS "version"
                  FROM "t83" AS "t85"
                ) AS "t90"
                INNER JOIN (
                  SELECT
                    "t95"."lead_id" AS "after_lead_id",
                    MIN(
                      CASE
                        WHEN (
                          "t95"."key" > "t95"."hand_key"
                        ) AND (
                          "t95"."kind" = 'handed_over'
                        )
                        THEN "t95"."key"
                        ELSE 9000000000000000000
                      END
                    ) AS "next_key",
                    MIN(
                      CASE
                        WHEN (
                          "t95"."key" > "t95"."hand_key"
                        ) AND (
                          "t95"."kind" = 'rejected'
                        )
                        THEN "t95"."key"
                        ELSE 9000000000000000000
                      END
                    ) AS "back_key",
                    MIN(
                      CASE
                        WHEN (
                          "t95"."key" > "t95"."hand_key"
                        )
                        AND "t95"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                        THEN "t95"."key"
                        ELSE 9000000000000000000
                      END
                    ) AS "taken_key",
                    MIN(
                      CASE
                        WHEN (
                          "t95"."key" > "t95"."hand_key"
                        ) AND "t95"."kind" IN ('deal_opened', 'won')
                        THEN "t95"."occurred_s"
                        ELSE 9000000000
                      END
                    ) AS "deal_s",
                    MIN(
                      CASE
                        WHEN (
                          "t95"."key" > "t95"."hand_key"
                        ) AND (
                          "t95"."kind" = 'won'
                        )
                        THEN "t95"."occurred_s"
                        ELSE 9000000000
                      END
                    ) AS "won_s",
                    MIN(
                      CASE
                        WHEN (
                          "t95"."key" > "t95"."hand_key"
                        )
                        AND "t95"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                        THEN "t95"."occurred_s"
                        ELSE 9000000000
                      END
                    ) AS "end_s",
                    MAX(
                      CASE
                        WHEN (
                          "t95"."key" < "t95"."hand_key"
                        ) AND (
                          "t95"."kind" = 'won'
                        )
                        THEN 1
                        ELSE 0
                      END
                    ) AS "is_early"
                  FROM (
                    SELECT
                      "t70"."lead_id",
                      "t70"."kind",
                      "t70"."side",
                      "t70"."value_code",
                      "t70"."occurred_s",
                      "t70"."key",
                      "t88"."hand_key",
                      "t88"."handed_lead_id"
                    FROM (
                      SELECT
                        COALESCE("t58"."into_id", "t58"."lead_id") AS "lead_id",
                        "t58"."kind",
                        "t58"."side",
                        "t58"."value_code",
                        "t58"."occurred_s",
                        (
                          "t58"."occurred_s" * 4000000000
                        ) + "t58"."seq" AS "key"
                      FROM (
                        SELECT
                          "t28"."seq",
                          "t28"."id",
                          "t28"."kind",
                          "t28"."occurred_s",
                          "t28"."occurred_month",
                          "t28"."lead_id",
                          "t28"."person_id",
                          "t28"."side",
                          "t28"."source",
                          "t28"."value_code",
                          "t28"."value_number",
                          "t28"."points",
                          "t28"."due_s",
                          "t28"."worked_s",
                          "t52"."gone_id",
                          "t52"."into_id"
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
                        ) AS "t28"
                        LEFT OUTER JOIN (
                          SELECT
                            "t50"."gone_id",
                            COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
                          FROM (
                            SELECT
                              "t49"."gone_id",
                              "t49"."merged_s",
                              "t49"."into_id",
                              "t46"."via_id",
                              "t46"."onward_id"
                            FROM (
                              SELECT
                                "t47"."gone_id",
                                "t47"."merged_s",
                                COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                              FROM (
                                SELECT
                                  "t44"."gone_id",
                                  "t44"."into_id",
                                  "t44"."merged_s",
                                  "t46"."via_id",
                                  "t46"."onward_id"
                                FROM "t42" AS "t44"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t43"."gone_id" AS "via_id",
                                    "t43"."into_id" AS "onward_id"
                                  FROM "t42" AS "t43"
                                ) AS "t46"
                                  ON "t44"."into_id" = "t46"."via_id"
                              ) AS "t47"
                            ) AS "t49"
                            LEFT OUTER JOIN (
                              SELECT
                                "t43"."gone_id" AS "via_id",
                                "t43"."into_id" AS "onward_id"
                              FROM "t42" AS "t43"
                            ) AS "t46"
                              ON "t49"."into_id" = "t46"."via_id"
                          ) AS "t50"
                        ) AS "t52"
                          ON "t28"."lead_id" = "t52"."gone_id"
                      ) AS "t58"
                    ) AS "t70"
                    INNER JOIN (
                      SELECT
                        "t85"."key" AS "hand_key",
                        "t85"."lead_id" AS "handed_lead_id"
                      FROM "t83" AS "t85"
                    ) AS "t88"
                      ON "t70"."lead_id" = "t88"."handed_lead_id"
                  ) AS "t95"
                  GROUP BY
                    1
                ) AS "t100"
                  ON "t90"."lead_id" = "t100"."after_lead_id"
                LEFT OUTER JOIN (
                  SELECT
                    "t84"."lead_id" AS "origin_lead_id",
                    COALESCE("t84"."source", 'unknown') AS "origin",
                    CASE
                      WHEN "t84"."side" IN ('buyer', 'marketing')
                      THEN 'marketing'
                      ELSE CASE WHEN "t84"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                    END AS "found_by",
                    "t84"."occurred_s" AS "origin_s",
                    CAST("t84"."occurred_month" AS BIGINT) AS "origin_month"
                  FROM (
                    SELECT
                      *
                    FROM "t66" AS "t71"
                    WHERE
                      "t71"."key" IN (
                        SELECT
                          "t74"."first_key"
                        FROM (
                          SELECT
                            "t71"."lead_id" AS "first_lead_id",
                            MIN("t71"."key") AS "first_key"
                          FROM "t66" AS "t71"
                          GROUP BY
                            1
                        ) AS "t74"
                      )
                  ) AS "t84"
                ) AS "t93"
                  ON "t90"."lead_id" = "t93"."origin_lead_id"
              ) AS "t103"
              WHERE
                "t103"."hand_s" >= ${since_s} AND "t103"."hand_s" < ${until_s}
            ) AS "t107"
            LEFT OUTER JOIN (
              SELECT
                "t96"."lead_id" AS "contact_lead_id",
                MIN(
                  CASE
                    WHEN "t96"."kind" IN ('call', 'email', 'meeting', 'social')
                    AND (
                      "t96"."side" = 'sales'
                    )
                    THEN "t96"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "try_s",
                MIN(
                  CASE
                    WHEN "t96"."kind" IN ('call', 'email', 'meeting', 'social')
                    AND (
                      COALESCE("t96"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                      OR (
                        "t96"."side" = 'buyer'
                      )
                    )
                    THEN "t96"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "talk_s"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t68"."lead_id",
                    "t68"."kind",
                    "t68"."side",
                    "t68"."value_code",
                    "t68"."occurred_s",
                    "t68"."key",
                    "t88"."hand_key",
                    "t88"."handed_lead_id"
                  FROM (
                    SELECT
                      COALESCE("t56"."into_id", "t56"."lead_id") AS "lead_id",
                      "t56"."kind",
                      "t56"."side",
                      "t56"."value_code",
                      "t56"."occurred_s",
                      (
                        "t56"."occurred_s" * 4000000000
                      ) + "t56"."seq" AS "key"
                    FROM (
                      SELECT
                        "t27"."seq",
                        "t27"."id",
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
                        "t52"."gone_id",
                        "t52"."into_id"
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
                          "t13"."worked_s"
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
                      ) AS "t27"
                      LEFT OUTER JOIN (
                        SELECT
                          "t50"."gone_id",
                          COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t49"."gone_id",
                            "t49"."merged_s",
                            "t49"."into_id",
                            "t46"."via_id",
                            "t46"."onward_id"
                          FROM (
                            SELECT
                              "t47"."gone_id",
                              "t47"."merged_s",
                              COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                            FROM (
                              SELECT
                                "t44"."gone_id",
                                "t44"."into_id",
                                "t44"."merged_s",
                                "t46"."via_id",
                                "t46"."onward_id"
                              FROM "t42" AS "t44"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t43"."gone_id" AS "via_id",
                                  "t43"."into_id" AS "onward_id"
                                FROM "t42" AS "t43"
                              ) AS "t46"
                                ON "t44"."into_id" = "t46"."via_id"
                            ) AS "t47"
                          ) AS "t49"
                          LEFT OUTER JOIN (
                            SELECT
                              "t43"."gone_id" AS "via_id",
                              "t43"."into_id" AS "onward_id"
                            FROM "t42" AS "t43"
                          ) AS "t46"
                            ON "t49"."into_id" = "t46"."via_id"
                        ) AS "t50"
                      ) AS "t52"
                        ON "t27"."lead_id" = "t52"."gone_id"
                    ) AS "t56"
                  ) AS "t68"
                  INNER JOIN (
                    SELECT
                      "t85"."key" AS "hand_key",
                      "t85"."lead_id" AS "handed_lead_id"
                    FROM "t83" AS "t85"
                  ) AS "t88"
                    ON "t68"."lead_id" = "t88"."handed_lead_id"
                ) AS "t94"
                WHERE
                  "t94"."key" > "t94"."hand_key"
              ) AS "t96"
              GROUP BY
                1
            ) AS "t104"
              ON "t107"."lead_id" = "t104"."contact_lead_id"
          ) AS "t108"
        ) AS "t110"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              (
                "t53"."occurred_s" * 4000000000
              ) + "t53"."seq" AS "mark_key",
              CASE WHEN COALESCE("t53"."reason", '') = 'explored' THEN 1 ELSE 0 END AS "is_explored",
              COALESCE("t53"."value_number", -1.0) AS "place"
            FROM (
              SELECT
                "t31"."seq",
                "t31"."id",
                "t31"."kind",
                "t31"."occurred_s",
                "t31"."occurred_month",
                "t31"."lead_id",
                "t31"."person_id",
                "t31"."side",
                "t31"."source",
                "t31"."value_code",
                "t31"."value_number",
                "t31"."points",
                "t31"."due_s",
                "t31"."worked_s",
                "t31"."reason",
                "t52"."gone_id",
                "t52"."into_id"
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
                  "t17"."reason"
                FROM "t10" AS "t17"
                WHERE
                  COALESCE("t17"."lead_id", 0) <> 0
              ) AS "t31"
              LEFT OUTER JOIN (
                SELECT
                  "t50"."gone_id",
                  COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t49"."gone_id",
                    "t49"."merged_s",
                    "t49"."into_id",
                    "t46"."via_id",
                    "t46"."onward_id"
                  FROM (
                    SELECT
                      "t47"."gone_id",
                      "t47"."merged_s",
                      COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t44"."gone_id",
                        "t44"."into_id",
                        "t44"."merged_s",
                        "t46"."via_id",
                        "t46"."onward_id"
                      FROM "t42" AS "t44"
                      LEFT OUTER JOIN (
                        SELECT
                          "t43"."gone_id" AS "via_id",
                          "t43"."into_id" AS "onward_id"
                        FROM "t42" AS "t43"
                      ) AS "t46"
                        ON "t44"."into_id" = "t46"."via_id"
                    ) AS "t47"
                  ) AS "t49"
                  LEFT OUTER JOIN (
                    SELECT
                      "t43"."gone_id" AS "via_id",
                      "t43"."into_id" AS "onward_id"
                    FROM "t42" AS "t43"
                  ) AS "t46"
                    ON "t49"."into_id" = "t46"."via_id"
                ) AS "t50"
              ) AS "t52"
                ON "t31"."lead_id" = "t52"."gone_id"
            ) AS "t53"
          ) AS "t67"
          WHERE
            (
              "t67"."is_explored" = 1
            ) OR (
              "t67"."place" >= 0
            )
        ) AS "t77"
          ON "t110"."hand_key" = "t77"."mark_key"
      ) AS "t111"
    ) AS "t112"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t101"."lead_id",
        'persistence' AS "trial",
        'kept_on' AS "arm",
        0 AS "band",
        "t101"."start_s",
        COALESCE("t101"."called_s", 9000000000) AS "called_s",
        COALESCE("t101"."talked_s", 9000000000) AS "talked_s",
        COALESCE("t101"."won_s", 9000000000) AS "won_s"
      FROM (
        SELECT
          "t81"."lead_id",
          "t81"."start_s",
          "t99"."found_lead_id",
          "t99"."called_s",
          "t99"."talked_s",
          "t99"."won_s"
        FROM "t76" AS "t81"
        LEFT OUTER JOIN (
          SELECT
            "t92"."after_lead_id" AS "found_lead_id",
            MIN(
              CASE
                WHEN "t92"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  "t92"."side" = 'sales'
                )
                THEN "t92"."occurred_s"
                ELSE 9000000000
              END
            ) AS "called_s",
            MIN(
              CASE
                WHEN "t92"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  COALESCE("t92"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                  OR (
                    "t92"."side" = 'buyer'
                  )
                )
                THEN "t92"."occurred_s"
                ELSE 9000000000
              END
            ) AS "talked_s",
            MIN(CASE WHEN "t92"."kind" = 'won' THEN "t92"."occurred_s" ELSE 9000000000 END) AS "won_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t62"."kind",
                "t62"."side",
                "t62"."value_code",
                "t62"."occurred_s",
                "t62"."after_lead_id",
                "t82"."lead_id",
                "t82"."start_s"
              FROM (
                SELECT
                  "t55"."kind",
                  "t55"."side",
                  "t55"."value_code",
                  "t55"."occurred_s",
                  COALESCE("t55"."into_id", "t55"."lead_id") AS "after_lead_id"
                FROM (
                  SELECT
                    "t26"."seq",
                    "t26"."id",
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
                    "t52"."gone_id",
                    "t52"."into_id"
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
                          AND "t0"."kind" IN ('call', 'email', 'meeting', 'social', 'won')
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
                  ) AS "t26"
                  LEFT OUTER JOIN (
                    SELECT
                      "t50"."gone_id",
                      COALESCE("t50"."onward_id", "t50"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t49"."gone_id",
                        "t49"."merged_s",
                        "t49"."into_id",
                        "t46"."via_id",
                        "t46"."onward_id"
                      FROM (
                        SELECT
                          "t47"."gone_id",
                          "t47"."merged_s",
                          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t44"."gone_id",
                            "t44"."into_id",
                            "t44"."merged_s",
                            "t46"."via_id",
                            "t46"."onward_id"
                          FROM "t42" AS "t44"
                          LEFT OUTER JOIN (
                            SELECT
                              "t43"."gone_id" AS "via_id",
                              "t43"."into_id" AS "onward_id"
                            FROM "t42" AS "t43"
                          ) AS "t46"
                            ON "t44"."into_id" = "t46"."via_id"
                        ) AS "t47"
                      ) AS "t49"
                      LEFT OUTER JOIN (
                        SELECT
                          "t43"."gone_id" AS "via_id",
                          "t43"."into_id" AS "onward_id"
                        FROM "t42" AS "t43"
                      ) AS "t46"
                        ON "t49"."into_id" = "t46"."via_id"
                    ) AS "t50"
                  ) AS "t52"
                    ON "t26"."lead_id" = "t52"."gone_id"
                ) AS "t55"
              ) AS "t62"
              INNER JOIN "t76" AS "t82"
                ON "t62"."after_lead_id" = "t82"."lead_id"
            ) AS "t86"
            WHERE
              "t86"."occurred_s" >= "t86"."start_s"
          ) AS "t92"
          GROUP BY
            1
        ) AS "t99"
          ON "t81"."lead_id" = "t99"."found_lead_id"
      ) AS "t101"
    ) AS "t105"
  ) AS "t113"
) AS "t114"
GROUP BY
  1,
  2,
  3
