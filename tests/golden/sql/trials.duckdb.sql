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
    CAST(CASE
      WHEN "t16"."kind" = 'merged'
      THEN COALESCE("t16"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id",
    (
      "t16"."occurred_s" * 4000000000
    ) + "t16"."seq" AS "key"
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
), "t38" AS (
  SELECT
    "t37"."lead_id" AS "gone_id",
    MAX("t37"."target_id") AS "into_id",
    MAX("t37"."occurred_s") AS "merged_s",
    MAX("t37"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t30" AS "t33"
      WHERE
        "t33"."key" IN (
          SELECT
            "t34"."last_key"
          FROM (
            SELECT
              "t33"."lead_id",
              MAX("t33"."key") AS "last_key"
            FROM "t30" AS "t33"
            GROUP BY
              1
          ) AS "t34"
        )
    ) AS "t36"
    WHERE
      "t36"."target_id" <> 0 AND "t36"."target_id" <> "t36"."lead_id"
  ) AS "t37"
  GROUP BY
    1
), "t60" AS (
  SELECT
    COALESCE("t53"."into_id", "t53"."lead_id") AS "lead_id",
    "t53"."recorded_s",
    "t53"."occurred_s",
    (
      "t53"."occurred_s" * 4000000000
    ) + "t53"."seq" AS "key",
    COALESCE("t53"."points", -1000000) AS "points",
    COALESCE("t53"."pact_version", 0) AS "version"
  FROM (
    SELECT
      "t32"."seq",
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
      "t48"."gone_id",
      "t48"."into_id"
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
        "t17"."pact_version"
      FROM "t10" AS "t17"
      WHERE
        COALESCE("t17"."lead_id", 0) <> 0
    ) AS "t32"
    LEFT OUTER JOIN (
      SELECT
        "t46"."gone_id",
        COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
      FROM (
        SELECT
          "t45"."gone_id",
          "t45"."merged_s",
          "t45"."merged_key",
          "t45"."into_id",
          "t42"."via_id",
          "t42"."onward_id"
        FROM (
          SELECT
            "t43"."gone_id",
            "t43"."merged_s",
            "t43"."merged_key",
            COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
          FROM (
            SELECT
              "t40"."gone_id",
              "t40"."into_id",
              "t40"."merged_s",
              "t40"."merged_key",
              "t42"."via_id",
              "t42"."onward_id"
            FROM "t38" AS "t40"
            LEFT OUTER JOIN (
              SELECT
                "t39"."gone_id" AS "via_id",
                "t39"."into_id" AS "onward_id"
              FROM "t38" AS "t39"
            ) AS "t42"
              ON "t40"."into_id" = "t42"."via_id"
          ) AS "t43"
        ) AS "t45"
        LEFT OUTER JOIN (
          SELECT
            "t39"."gone_id" AS "via_id",
            "t39"."into_id" AS "onward_id"
          FROM "t38" AS "t39"
        ) AS "t42"
          ON "t45"."into_id" = "t42"."via_id"
      ) AS "t46"
    ) AS "t48"
      ON "t32"."lead_id" = "t48"."gone_id"
  ) AS "t53"
), "t62" AS (
  SELECT
    COALESCE("t55"."into_id", "t55"."lead_id") AS "lead_id",
    "t55"."side",
    "t55"."source",
    "t55"."occurred_s",
    "t55"."occurred_month",
    (
      "t55"."occurred_s" * 4000000000
    ) + "t55"."seq" AS "key"
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
      "t48"."gone_id",
      "t48"."into_id"
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
        "t46"."gone_id",
        COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
      FROM (
        SELECT
          "t45"."gone_id",
          "t45"."merged_s",
          "t45"."merged_key",
          "t45"."into_id",
          "t42"."via_id",
          "t42"."onward_id"
        FROM (
          SELECT
            "t43"."gone_id",
            "t43"."merged_s",
            "t43"."merged_key",
            COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
          FROM (
            SELECT
              "t40"."gone_id",
              "t40"."into_id",
              "t40"."merged_s",
              "t40"."merged_key",
              "t42"."via_id",
              "t42"."onward_id"
            FROM "t38" AS "t40"
            LEFT OUTER JOIN (
              SELECT
                "t39"."gone_id" AS "via_id",
                "t39"."into_id" AS "onward_id"
              FROM "t38" AS "t39"
            ) AS "t42"
              ON "t40"."into_id" = "t42"."via_id"
          ) AS "t43"
        ) AS "t45"
        LEFT OUTER JOIN (
          SELECT
            "t39"."gone_id" AS "via_id",
            "t39"."into_id" AS "onward_id"
          FROM "t38" AS "t39"
        ) AS "t42"
          ON "t45"."into_id" = "t42"."via_id"
      ) AS "t46"
    ) AS "t48"
      ON "t29"."lead_id" = "t48"."gone_id"
  ) AS "t55"
), "t72" AS (
  SELECT
    *
  FROM (
    SELECT
      "t56"."lead_id",
      MIN("t56"."occurred_s") AS "start_s"
    FROM (
      SELECT
        "t50"."seq",
        "t50"."kind",
        "t50"."occurred_s",
        "t50"."occurred_month",
        "t50"."person_id",
        "t50"."side",
        "t50"."source",
        "t50"."value_code",
        "t50"."value_number",
        "t50"."points",
        "t50"."due_s",
        "t50"."worked_s",
        "t50"."lead_id" AS "own_lead_id",
        COALESCE("t50"."into_id", "t50"."lead_id") AS "lead_id"
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
          "t48"."gone_id",
          "t48"."into_id"
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
            "t46"."gone_id",
            COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
          FROM (
            SELECT
              "t45"."gone_id",
              "t45"."merged_s",
              "t45"."merged_key",
              "t45"."into_id",
              "t42"."via_id",
              "t42"."onward_id"
            FROM (
              SELECT
                "t43"."gone_id",
                "t43"."merged_s",
                "t43"."merged_key",
                COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t40"."gone_id",
                  "t40"."into_id",
                  "t40"."merged_s",
                  "t40"."merged_key",
                  "t42"."via_id",
                  "t42"."onward_id"
                FROM "t38" AS "t40"
                LEFT OUTER JOIN (
                  SELECT
                    "t39"."gone_id" AS "via_id",
                    "t39"."into_id" AS "onward_id"
                  FROM "t38" AS "t39"
                ) AS "t42"
                  ON "t40"."into_id" = "t42"."via_id"
              ) AS "t43"
            ) AS "t45"
            LEFT OUTER JOIN (
              SELECT
                "t39"."gone_id" AS "via_id",
                "t39"."into_id" AS "onward_id"
              FROM "t38" AS "t39"
            ) AS "t42"
              ON "t45"."into_id" = "t42"."via_id"
          ) AS "t46"
        ) AS "t48"
          ON "t25"."lead_id" = "t48"."gone_id"
      ) AS "t50"
    ) AS "t56"
    GROUP BY
      1
  ) AS "t68"
  WHERE
    "t68"."start_s" >= ${since_s} AND "t68"."start_s" < ${until_s}
), "t79" AS (
  SELECT
    *
  FROM "t60" AS "t65"
  WHERE
    "t65"."key" IN (
      SELECT
        "t69"."first_key"
      FROM (
        SELECT
          "t65"."lead_id" AS "first_lead_id",
          MIN("t65"."key") AS "first_key"
        FROM "t60" AS "t65"
        GROUP BY
          1
      ) AS "t69"
    )
)
SELECT
  "t110"."trial",
  "t110"."arm",
  "t110"."band",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t110"."called_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "called_ripe",
  COUNT(CASE WHEN "t110"."talked_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked_ripe",
  COUNT(CASE WHEN "t110"."won_ripe" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_ripe",
  COUNT(CASE WHEN "t110"."called" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "called",
  COUNT(CASE WHEN "t110"."talked" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "talked",
  COUNT(CASE WHEN "t110"."won" = 1 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won"
FROM (
  SELECT
    "t109"."lead_id",
    "t109"."trial",
    "t109"."arm",
    "t109"."band",
    CASE WHEN (
      "t109"."start_s" + 86400
    ) <= ${as_of_s} THEN 1 ELSE 0 END AS "called_ripe",
    CASE
      WHEN (
        (
          "t109"."start_s" + 86400
        ) <= ${as_of_s}
      )
      AND (
        "t109"."called_s" <= (
          "t109"."start_s" + 86400
        )
      )
      THEN 1
      ELSE 0
    END AS "called",
    CASE WHEN (
      "t109"."start_s" + 2592000
    ) <= ${as_of_s} THEN 1 ELSE 0 END AS "talked_ripe",
    CASE
      WHEN (
        (
          "t109"."start_s" + 2592000
        ) <= ${as_of_s}
      )
      AND (
        "t109"."talked_s" <= (
          "t109"."start_s" + 2592000
        )
      )
      THEN 1
      ELSE 0
    END AS "talked",
    CASE
      WHEN (
        "t109"."start_s" + (
          ${within_days} * 86400
        )
      ) <= ${as_of_s}
      THEN 1
      ELSE 0
    END AS "won_ripe",
    CASE
      WHEN (
        (
          "t109"."start_s" + (
            ${within_days} * 86400
          )
        ) <= ${as_of_s}
      )
      AND (
        "t109"."won_s" <= (
          "t109"."start_s" + (
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
        "t107"."lead_id",
        CASE
          WHEN "t107"."is_explored" = 1
          THEN 'explored_slice'
          ELSE 'shuffled_call_order'
        END AS "trial",
        CASE
          WHEN "t107"."is_explored" = 1
          THEN 'explored'
          WHEN "t107"."place" < 0.5
          THEN 'earlier'
          ELSE 'later'
        END AS "arm",
        CASE
          WHEN "t107"."is_explored" = 1
          THEN CAST(CASE
            WHEN "t107"."points" = -1000000
            THEN -1
            WHEN "t107"."points" < 10
            THEN 0
            WHEN "t107"."points" < 20
            THEN 10
            WHEN "t107"."points" < 30
            THEN 20
            WHEN "t107"."points" < 40
            THEN 30
            WHEN "t107"."points" < 50
            THEN 40
            WHEN "t107"."points" < 60
            THEN 50
            WHEN "t107"."points" < 70
            THEN 60
            WHEN "t107"."points" < 80
            THEN 70
            WHEN "t107"."points" < 90
            THEN 80
            ELSE 90
          END AS BIGINT)
          ELSE 0
        END AS "band",
        "t107"."hand_s" AS "start_s",
        "t107"."try_s" AS "called_s",
        "t107"."talk_s" AS "talked_s",
        "t107"."won_s"
      FROM (
        SELECT
          "t106"."lead_id",
          "t106"."hand_key",
          "t106"."hand_s",
          "t106"."heard_s",
          "t106"."points",
          "t106"."version",
          "t106"."deal_s",
          "t106"."won_s",
          "t106"."end_s",
          "t106"."is_early",
          "t106"."source",
          "t106"."answer",
          "t106"."try_s",
          "t106"."talk_s",
          "t73"."mark_key",
          "t73"."is_explored",
          "t73"."place"
        FROM (
          SELECT
            "t104"."lead_id",
            "t104"."hand_key",
            "t104"."hand_s",
            "t104"."heard_s",
            "t104"."points",
            "t104"."version",
            "t104"."deal_s",
            "t104"."won_s",
            "t104"."end_s",
            "t104"."is_early",
            "t104"."source",
            "t104"."answer",
            COALESCE("t104"."try_s", 9000000000) AS "try_s",
            COALESCE("t104"."talk_s", 9000000000) AS "talk_s"
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
              "t103"."source",
              "t103"."answer",
              "t100"."contact_lead_id",
              "t100"."try_s",
              "t100"."talk_s"
            FROM (
              SELECT
                "t99"."lead_id",
                "t99"."hand_key",
                "t99"."hand_s",
                "t99"."heard_s",
                "t99"."points",
                "t99"."version",
                "t99"."deal_s",
                "t99"."won_s",
                "t99"."end_s",
                "t99"."is_early",
                COALESCE("t99"."origin", 'unknown') AS "source",
                CASE
                  WHEN "t99"."back_key" < "t99"."next_key"
                  THEN 'rejected'
                  WHEN "t99"."taken_key" < "t99"."next_key"
                  THEN 'accepted'
                  ELSE 'open'
                END AS "answer"
              FROM (
                SELECT
                  "t86"."lead_id",
                  "t86"."hand_key",
                  "t86"."hand_s",
                  "t86"."heard_s",
                  "t86"."points",
                  "t86"."version",
                  "t96"."after_lead_id",
                  "t96"."next_key",
                  "t96"."back_key",
                  "t96"."taken_key",
                  "t96"."deal_s",
                  "t96"."won_s",
                  "t96"."end_s",
                  "t96"."is_early",
                  "t89"."origin_lead_id",
                  "t89"."origin",
                  "t89"."found_by",
                  "t89"."origin_s",
                  "t89"."origin_month"
                FROM (
                  SELECT
                    "t81"."lead_id",
                    "t81"."key" AS "hand_key",
                    "t81"."occurred_s" AS "hand_s",
                    "t81"."recorded_s" AS "heard_s",
                    CAST("t81"."points" AS BIGINT) AS "points",
                    CAST("t81"."version" AS BIGINT) AS "version"
                  FROM "t79" AS "t81"
                ) AS "t86"
                INNER JOIN (
                  SELECT
                    "t91"."lead_id" AS "after_lead_id",
                    MIN(
                      CASE
                        WHEN (
                          "t91"."key" > "t91"."hand_key"
                        ) AND (
                          "t91"."kind" = 'handed_over'
                        )
                        THEN "t91"."key"
                        ELSE 9000000000000000000
                      END
                    ) AS "next_key",
                    MIN(
                      CASE
                        WHEN (
                          "t91"."key" > "t91"."hand_key"
                        ) AND (
                          "t91"."kind" = 'rejected'
                        )
                        THEN "t91"."key"
                        ELSE 9000000000000000000
                      END
                    ) AS "back_key",
                    MIN(
                      CASE
                        WHEN (
                          "t91"."key" > "t91"."hand_key"
                        )
                        AND "t91"."kind" IN ('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')
                        THEN "t91"."key"
                        ELSE 9000000000000000000
                      END
                    ) AS "taken_key",
                    MIN(
                      CASE
                        WHEN (
                          "t91"."key" > "t91"."hand_key"
                        ) AND "t91"."kind" IN ('deal_opened', 'won')
                        THEN "t91"."occurred_s"
                        ELSE 9000000000
                      END
                    ) AS "deal_s",
                    MIN(
                      CASE
                        WHEN (
                          "t91"."key" > "t91"."hand_key"
                        ) AND (
                          "t91"."kind" = 'won'
                        )
                        THEN "t91"."occurred_s"
                        ELSE 9000000000
                      END
                    ) AS "won_s",
                    MIN(
                      CASE
                        WHEN (
                          "t91"."key" > "t91"."hand_key"
                        )
                        AND "t91"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
                        THEN "t91"."occurred_s"
                        ELSE 9000000000
                      END
                    ) AS "end_s",
                    MAX(
                      CASE
                        WHEN (
                          "t91"."key" < "t91"."hand_key"
                        ) AND (
                          "t91"."kind" = 'won'
                        )
                        THEN 1
                        ELSE 0
                      END
                    ) AS "is_early"
                  FROM (
                    SELECT
                      "t66"."lead_id",
                      "t66"."kind",
                      "t66"."side",
                      "t66"."value_code",
                      "t66"."occurred_s",
                      "t66"."key",
                      "t84"."hand_key",
                      "t84"."handed_lead_id"
                    FROM (
                      SELECT
                        COALESCE("t54"."into_id", "t54"."lead_id") AS "lead_id",
                        "t54"."kind",
                        "t54"."side",
                        "t54"."value_code",
                        "t54"."occurred_s",
                        (
                          "t54"."occurred_s" * 4000000000
                        ) + "t54"."seq" AS "key"
                      FROM (
                        SELECT
                          "t28"."seq",
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
                          "t48"."gone_id",
                          "t48"."into_id"
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
                            "t46"."gone_id",
                            COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
                          FROM (
                            SELECT
                              "t45"."gone_id",
                              "t45"."merged_s",
                              "t45"."merged_key",
                              "t45"."into_id",
                              "t42"."via_id",
                              "t42"."onward_id"
                            FROM (
                              SELECT
                                "t43"."gone_id",
                                "t43"."merged_s",
                                "t43"."merged_key",
                                COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                              FROM (
                                SELECT
                                  "t40"."gone_id",
                                  "t40"."into_id",
                                  "t40"."merged_s",
                                  "t40"."merged_key",
                                  "t42"."via_id",
                                  "t42"."onward_id"
                                FROM "t38" AS "t40"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t39"."gone_id" AS "via_id",
                                    "t39"."into_id" AS "onward_id"
                                  FROM "t38" AS "t39"
                                ) AS "t42"
                                  ON "t40"."into_id" = "t42"."via_id"
                              ) AS "t43"
                            ) AS "t45"
                            LEFT OUTER JOIN (
                              SELECT
                                "t39"."gone_id" AS "via_id",
                                "t39"."into_id" AS "onward_id"
                              FROM "t38" AS "t39"
                            ) AS "t42"
                              ON "t45"."into_id" = "t42"."via_id"
                          ) AS "t46"
                        ) AS "t48"
                          ON "t28"."lead_id" = "t48"."gone_id"
                      ) AS "t54"
                    ) AS "t66"
                    INNER JOIN (
                      SELECT
                        "t81"."key" AS "hand_key",
                        "t81"."lead_id" AS "handed_lead_id"
                      FROM "t79" AS "t81"
                    ) AS "t84"
                      ON "t66"."lead_id" = "t84"."handed_lead_id"
                  ) AS "t91"
                  GROUP BY
                    1
                ) AS "t96"
                  ON "t86"."lead_id" = "t96"."after_lead_id"
                LEFT OUTER JOIN (
                  SELECT
                    "t80"."lead_id" AS "origin_lead_id",
                    COALESCE("t80"."source", 'unknown') AS "origin",
                    CASE
                      WHEN "t80"."side" IN ('buyer', 'marketing')
                      THEN 'marketing'
                      ELSE CASE WHEN "t80"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                    END AS "found_by",
                    "t80"."occurred_s" AS "origin_s",
                    CAST("t80"."occurred_month" AS BIGINT) AS "origin_month"
                  FROM (
                    SELECT
                      *
                    FROM "t62" AS "t67"
                    WHERE
                      "t67"."key" IN (
                        SELECT
                          "t70"."first_key"
                        FROM (
                          SELECT
                            "t67"."lead_id" AS "first_lead_id",
                            MIN("t67"."key") AS "first_key"
                          FROM "t62" AS "t67"
                          GROUP BY
                            1
                        ) AS "t70"
                      )
                  ) AS "t80"
                ) AS "t89"
                  ON "t86"."lead_id" = "t89"."origin_lead_id"
              ) AS "t99"
              WHERE
                "t99"."hand_s" >= ${since_s} AND "t99"."hand_s" < ${until_s}
            ) AS "t103"
            LEFT OUTER JOIN (
              SELECT
                "t92"."lead_id" AS "contact_lead_id",
                MIN(
                  CASE
                    WHEN "t92"."kind" IN ('call', 'email', 'meeting', 'social')
                    AND (
                      "t92"."side" = 'sales'
                    )
                    THEN "t92"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "try_s",
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
                ) AS "talk_s"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t64"."lead_id",
                    "t64"."kind",
                    "t64"."side",
                    "t64"."value_code",
                    "t64"."occurred_s",
                    "t64"."key",
                    "t84"."hand_key",
                    "t84"."handed_lead_id"
                  FROM (
                    SELECT
                      COALESCE("t52"."into_id", "t52"."lead_id") AS "lead_id",
                      "t52"."kind",
                      "t52"."side",
                      "t52"."value_code",
                      "t52"."occurred_s",
                      (
                        "t52"."occurred_s" * 4000000000
                      ) + "t52"."seq" AS "key"
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
                        "t48"."gone_id",
                        "t48"."into_id"
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
                          "t46"."gone_id",
                          COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t45"."gone_id",
                            "t45"."merged_s",
                            "t45"."merged_key",
                            "t45"."into_id",
                            "t42"."via_id",
                            "t42"."onward_id"
                          FROM (
                            SELECT
                              "t43"."gone_id",
                              "t43"."merged_s",
                              "t43"."merged_key",
                              COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                            FROM (
                              SELECT
                                "t40"."gone_id",
                                "t40"."into_id",
                                "t40"."merged_s",
                                "t40"."merged_key",
                                "t42"."via_id",
                                "t42"."onward_id"
                              FROM "t38" AS "t40"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t39"."gone_id" AS "via_id",
                                  "t39"."into_id" AS "onward_id"
                                FROM "t38" AS "t39"
                              ) AS "t42"
                                ON "t40"."into_id" = "t42"."via_id"
                            ) AS "t43"
                          ) AS "t45"
                          LEFT OUTER JOIN (
                            SELECT
                              "t39"."gone_id" AS "via_id",
                              "t39"."into_id" AS "onward_id"
                            FROM "t38" AS "t39"
                          ) AS "t42"
                            ON "t45"."into_id" = "t42"."via_id"
                        ) AS "t46"
                      ) AS "t48"
                        ON "t27"."lead_id" = "t48"."gone_id"
                    ) AS "t52"
                  ) AS "t64"
                  INNER JOIN (
                    SELECT
                      "t81"."key" AS "hand_key",
                      "t81"."lead_id" AS "handed_lead_id"
                    FROM "t79" AS "t81"
                  ) AS "t84"
                    ON "t64"."lead_id" = "t84"."handed_lead_id"
                ) AS "t90"
                WHERE
                  "t90"."key" > "t90"."hand_key"
              ) AS "t92"
              GROUP BY
                1
            ) AS "t100"
              ON "t103"."lead_id" = "t100"."contact_lead_id"
          ) AS "t104"
        ) AS "t106"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              (
                "t49"."occurred_s" * 4000000000
              ) + "t49"."seq" AS "mark_key",
              CASE WHEN COALESCE("t49"."reason", '') = 'explored' THEN 1 ELSE 0 END AS "is_explored",
              COALESCE("t49"."value_number", -1.0) AS "place"
            FROM (
              SELECT
                "t31"."seq",
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
                "t48"."gone_id",
                "t48"."into_id"
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
                  "t17"."reason"
                FROM "t10" AS "t17"
                WHERE
                  COALESCE("t17"."lead_id", 0) <> 0
              ) AS "t31"
              LEFT OUTER JOIN (
                SELECT
                  "t46"."gone_id",
                  COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t45"."gone_id",
                    "t45"."merged_s",
                    "t45"."merged_key",
                    "t45"."into_id",
                    "t42"."via_id",
                    "t42"."onward_id"
                  FROM (
                    SELECT
                      "t43"."gone_id",
                      "t43"."merged_s",
                      "t43"."merged_key",
                      COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t40"."gone_id",
                        "t40"."into_id",
                        "t40"."merged_s",
                        "t40"."merged_key",
                        "t42"."via_id",
                        "t42"."onward_id"
                      FROM "t38" AS "t40"
                      LEFT OUTER JOIN (
                        SELECT
                          "t39"."gone_id" AS "via_id",
                          "t39"."into_id" AS "onward_id"
                        FROM "t38" AS "t39"
                      ) AS "t42"
                        ON "t40"."into_id" = "t42"."via_id"
                    ) AS "t43"
                  ) AS "t45"
                  LEFT OUTER JOIN (
                    SELECT
                      "t39"."gone_id" AS "via_id",
                      "t39"."into_id" AS "onward_id"
                    FROM "t38" AS "t39"
                  ) AS "t42"
                    ON "t45"."into_id" = "t42"."via_id"
                ) AS "t46"
              ) AS "t48"
                ON "t31"."lead_id" = "t48"."gone_id"
            ) AS "t49"
          ) AS "t63"
          WHERE
            (
              "t63"."is_explored" = 1
            ) OR (
              "t63"."place" >= 0
            )
        ) AS "t73"
          ON "t106"."hand_key" = "t73"."mark_key"
      ) AS "t107"
    ) AS "t108"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t97"."lead_id",
        'persistence' AS "trial",
        'kept_on' AS "arm",
        0 AS "band",
        "t97"."start_s",
        COALESCE("t97"."called_s", 9000000000) AS "called_s",
        COALESCE("t97"."talked_s", 9000000000) AS "talked_s",
        COALESCE("t97"."won_s", 9000000000) AS "won_s"
      FROM (
        SELECT
          "t77"."lead_id",
          "t77"."start_s",
          "t95"."found_lead_id",
          "t95"."called_s",
          "t95"."talked_s",
          "t95"."won_s"
        FROM "t72" AS "t77"
        LEFT OUTER JOIN (
          SELECT
            "t88"."after_lead_id" AS "found_lead_id",
            MIN(
              CASE
                WHEN "t88"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  "t88"."side" = 'sales'
                )
                THEN "t88"."occurred_s"
                ELSE 9000000000
              END
            ) AS "called_s",
            MIN(
              CASE
                WHEN "t88"."kind" IN ('call', 'email', 'meeting', 'social')
                AND (
                  COALESCE("t88"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
                  OR (
                    "t88"."side" = 'buyer'
                  )
                )
                THEN "t88"."occurred_s"
                ELSE 9000000000
              END
            ) AS "talked_s",
            MIN(CASE WHEN "t88"."kind" = 'won' THEN "t88"."occurred_s" ELSE 9000000000 END) AS "won_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t58"."kind",
                "t58"."side",
                "t58"."value_code",
                "t58"."occurred_s",
                "t58"."after_lead_id",
                "t78"."lead_id",
                "t78"."start_s"
              FROM (
                SELECT
                  "t51"."kind",
                  "t51"."side",
                  "t51"."value_code",
                  "t51"."occurred_s",
                  COALESCE("t51"."into_id", "t51"."lead_id") AS "after_lead_id"
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
                    "t48"."gone_id",
                    "t48"."into_id"
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
                      "t46"."gone_id",
                      COALESCE("t46"."onward_id", "t46"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t45"."gone_id",
                        "t45"."merged_s",
                        "t45"."merged_key",
                        "t45"."into_id",
                        "t42"."via_id",
                        "t42"."onward_id"
                      FROM (
                        SELECT
                          "t43"."gone_id",
                          "t43"."merged_s",
                          "t43"."merged_key",
                          COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t40"."gone_id",
                            "t40"."into_id",
                            "t40"."merged_s",
                            "t40"."merged_key",
                            "t42"."via_id",
                            "t42"."onward_id"
                          FROM "t38" AS "t40"
                          LEFT OUTER JOIN (
                            SELECT
                              "t39"."gone_id" AS "via_id",
                              "t39"."into_id" AS "onward_id"
                            FROM "t38" AS "t39"
                          ) AS "t42"
                            ON "t40"."into_id" = "t42"."via_id"
                        ) AS "t43"
                      ) AS "t45"
                      LEFT OUTER JOIN (
                        SELECT
                          "t39"."gone_id" AS "via_id",
                          "t39"."into_id" AS "onward_id"
                        FROM "t38" AS "t39"
                      ) AS "t42"
                        ON "t45"."into_id" = "t42"."via_id"
                    ) AS "t46"
                  ) AS "t48"
                    ON "t26"."lead_id" = "t48"."gone_id"
                ) AS "t51"
              ) AS "t58"
              INNER JOIN "t72" AS "t78"
                ON "t58"."after_lead_id" = "t78"."lead_id"
            ) AS "t82"
            WHERE
              "t82"."occurred_s" >= "t82"."start_s"
          ) AS "t88"
          GROUP BY
            1
        ) AS "t95"
          ON "t77"."lead_id" = "t95"."found_lead_id"
      ) AS "t97"
    ) AS "t101"
  ) AS "t109"
) AS "t110"
GROUP BY
  1,
  2,
  3
