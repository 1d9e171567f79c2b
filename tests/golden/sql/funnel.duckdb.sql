-- cohorts
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t27" AS (
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
), "t35" AS (
  SELECT
    "t34"."lead_id" AS "gone_id",
    MAX("t34"."target_id") AS "into_id",
    MAX("t34"."occurred_s") AS "merged_s",
    MAX("t34"."key") AS "merged_key"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t27" AS "t30"
      WHERE
        "t30"."key" IN (
          SELECT
            "t31"."last_key"
          FROM (
            SELECT
              "t30"."lead_id",
              MAX("t30"."key") AS "last_key"
            FROM "t27" AS "t30"
            GROUP BY
              1
          ) AS "t31"
        )
    ) AS "t33"
    WHERE
      "t33"."target_id" <> 0 AND "t33"."target_id" <> "t33"."lead_id"
  ) AS "t34"
  GROUP BY
    1
), "t47" AS (
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
    "t45"."gone_id",
    "t45"."into_id"
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
          AND "t0"."kind" IN ('accepted', 'handed_over', 'rejected')
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
  ) AS "t24"
  LEFT OUTER JOIN (
    SELECT
      "t43"."gone_id",
      COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
    FROM (
      SELECT
        "t42"."gone_id",
        "t42"."merged_s",
        "t42"."merged_key",
        "t42"."into_id",
        "t39"."via_id",
        "t39"."onward_id"
      FROM (
        SELECT
          "t40"."gone_id",
          "t40"."merged_s",
          "t40"."merged_key",
          COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
        FROM (
          SELECT
            "t37"."gone_id",
            "t37"."into_id",
            "t37"."merged_s",
            "t37"."merged_key",
            "t39"."via_id",
            "t39"."onward_id"
          FROM "t35" AS "t37"
          LEFT OUTER JOIN (
            SELECT
              "t36"."gone_id" AS "via_id",
              "t36"."into_id" AS "onward_id"
            FROM "t35" AS "t36"
          ) AS "t39"
            ON "t37"."into_id" = "t39"."via_id"
        ) AS "t40"
      ) AS "t42"
      LEFT OUTER JOIN (
        SELECT
          "t36"."gone_id" AS "via_id",
          "t36"."into_id" AS "onward_id"
        FROM "t35" AS "t36"
      ) AS "t39"
        ON "t42"."into_id" = "t39"."via_id"
    ) AS "t43"
  ) AS "t45"
    ON "t24"."lead_id" = "t45"."gone_id"
), "t54" AS (
  SELECT
    COALESCE("t48"."into_id", "t48"."lead_id") AS "lead_id",
    "t48"."side",
    "t48"."source",
    "t48"."occurred_s",
    "t48"."occurred_month",
    (
      "t48"."occurred_s" * 4000000000
    ) + "t48"."seq" AS "key"
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
      "t45"."gone_id",
      "t45"."into_id"
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
            AND "t0"."kind" IN ('captured')
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
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t43"."gone_id",
        COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
      FROM (
        SELECT
          "t42"."gone_id",
          "t42"."merged_s",
          "t42"."merged_key",
          "t42"."into_id",
          "t39"."via_id",
          "t39"."onward_id"
        FROM (
          SELECT
            "t40"."gone_id",
            "t40"."merged_s",
            "t40"."merged_key",
            COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
          FROM (
            SELECT
              "t37"."gone_id",
              "t37"."into_id",
              "t37"."merged_s",
              "t37"."merged_key",
              "t39"."via_id",
              "t39"."onward_id"
            FROM "t35" AS "t37"
            LEFT OUTER JOIN (
              SELECT
                "t36"."gone_id" AS "via_id",
                "t36"."into_id" AS "onward_id"
              FROM "t35" AS "t36"
            ) AS "t39"
              ON "t37"."into_id" = "t39"."via_id"
          ) AS "t40"
        ) AS "t42"
        LEFT OUTER JOIN (
          SELECT
            "t36"."gone_id" AS "via_id",
            "t36"."into_id" AS "onward_id"
          FROM "t35" AS "t36"
        ) AS "t39"
          ON "t42"."into_id" = "t39"."via_id"
      ) AS "t43"
    ) AS "t45"
      ON "t25"."lead_id" = "t45"."gone_id"
  ) AS "t48"
), "t70" AS (
  SELECT
    "t62"."lead_id",
    MIN("t62"."occurred_s") AS "first_s",
    CAST(MIN("t62"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t62"."kind" = 'won' THEN "t62"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t62"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t62"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
    MIN(CASE WHEN "t62"."is_talk" THEN "t62"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t62"."kind" = 'qualified' THEN "t62"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t62"."kind" = 'handed_over' THEN "t62"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t62"."kind" = 'accepted' THEN "t62"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t62"."kind" = 'deal_opened' THEN "t62"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
  FROM (
    SELECT
      COALESCE("t49"."into_id", "t49"."lead_id") AS "lead_id",
      "t49"."kind",
      "t49"."occurred_s",
      "t49"."occurred_month",
      (
        "t49"."occurred_s" * 4000000000
      ) + "t49"."seq" AS "key",
      "t49"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t49"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t49"."side" = 'buyer'
        )
      ) AS "is_talk"
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
        "t45"."gone_id",
        "t45"."into_id"
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
      ) AS "t26"
      LEFT OUTER JOIN (
        SELECT
          "t43"."gone_id",
          COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
        FROM (
          SELECT
            "t42"."gone_id",
            "t42"."merged_s",
            "t42"."merged_key",
            "t42"."into_id",
            "t39"."via_id",
            "t39"."onward_id"
          FROM (
            SELECT
              "t40"."gone_id",
              "t40"."merged_s",
              "t40"."merged_key",
              COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
            FROM (
              SELECT
                "t37"."gone_id",
                "t37"."into_id",
                "t37"."merged_s",
                "t37"."merged_key",
                "t39"."via_id",
                "t39"."onward_id"
              FROM "t35" AS "t37"
              LEFT OUTER JOIN (
                SELECT
                  "t36"."gone_id" AS "via_id",
                  "t36"."into_id" AS "onward_id"
                FROM "t35" AS "t36"
              ) AS "t39"
                ON "t37"."into_id" = "t39"."via_id"
            ) AS "t40"
          ) AS "t42"
          LEFT OUTER JOIN (
            SELECT
              "t36"."gone_id" AS "via_id",
              "t36"."into_id" AS "onward_id"
            FROM "t35" AS "t36"
          ) AS "t39"
            ON "t42"."into_id" = "t39"."via_id"
        ) AS "t43"
      ) AS "t45"
        ON "t26"."lead_id" = "t45"."gone_id"
    ) AS "t49"
  ) AS "t62"
  GROUP BY
    1
), "t71" AS (
  SELECT
    *
  FROM "t54" AS "t59"
  WHERE
    "t59"."key" IN (
      SELECT
        "t66"."first_key"
      FROM (
        SELECT
          "t59"."lead_id" AS "first_lead_id",
          MIN("t59"."key") AS "first_key"
        FROM "t54" AS "t59"
        GROUP BY
          1
      ) AS "t66"
    )
), "t98" AS (
  SELECT
    "t97"."lead_id",
    "t97"."first_s",
    "t97"."first_month",
    "t97"."won_s",
    "t97"."first_talk_s",
    "t97"."qualified_s",
    "t97"."handed_over_s",
    "t97"."accepted_s",
    "t97"."deal_opened_s",
    "t97"."lost_s",
    "t97"."back_s"
  FROM (
    SELECT
      "t76"."lead_id",
      "t76"."first_s",
      "t76"."first_month",
      "t76"."won_s",
      "t76"."revived_key",
      "t76"."first_talk_s",
      "t76"."qualified_s",
      "t76"."handed_over_s",
      "t76"."accepted_s",
      "t76"."deal_opened_s",
      "t96"."ended_lead_id",
      "t96"."lost_s",
      "t96"."back_s"
    FROM "t70" AS "t76"
    LEFT OUTER JOIN (
      SELECT
        "t94"."ended_lead_id",
        MIN(
          CASE
            WHEN "t94"."kind" IN ('disqualified', 'lost')
            THEN "t94"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t94"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t94"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          "t93"."kind",
          "t93"."occurred_s",
          "t93"."ended_lead_id",
          "t93"."key",
          "t93"."lead_id",
          "t93"."won_s",
          "t93"."revived_key"
        FROM (
          SELECT
            "t89"."kind",
            "t89"."occurred_s",
            "t89"."ended_lead_id",
            "t89"."key",
            "t89"."lead_id",
            "t89"."won_s",
            "t89"."revived_key",
            "t88"."dealt_lead_id",
            "t88"."begun_key",
            "t88"."over_key"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t60"."kind",
                "t60"."occurred_s",
                "t60"."ended_lead_id",
                "t60"."key",
                "t79"."lead_id",
                "t79"."won_s",
                "t79"."revived_key"
              FROM (
                SELECT
                  "t50"."kind",
                  "t50"."occurred_s",
                  COALESCE("t50"."into_id", "t50"."lead_id") AS "ended_lead_id",
                  (
                    "t50"."occurred_s" * 4000000000
                  ) + "t50"."seq" AS "key"
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
                    "t45"."gone_id",
                    "t45"."into_id"
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
                          AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
                  ) AS "t28"
                  LEFT OUTER JOIN (
                    SELECT
                      "t43"."gone_id",
                      COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t42"."gone_id",
                        "t42"."merged_s",
                        "t42"."merged_key",
                        "t42"."into_id",
                        "t39"."via_id",
                        "t39"."onward_id"
                      FROM (
                        SELECT
                          "t40"."gone_id",
                          "t40"."merged_s",
                          "t40"."merged_key",
                          COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t37"."gone_id",
                            "t37"."into_id",
                            "t37"."merged_s",
                            "t37"."merged_key",
                            "t39"."via_id",
                            "t39"."onward_id"
                          FROM "t35" AS "t37"
                          LEFT OUTER JOIN (
                            SELECT
                              "t36"."gone_id" AS "via_id",
                              "t36"."into_id" AS "onward_id"
                            FROM "t35" AS "t36"
                          ) AS "t39"
                            ON "t37"."into_id" = "t39"."via_id"
                        ) AS "t40"
                      ) AS "t42"
                      LEFT OUTER JOIN (
                        SELECT
                          "t36"."gone_id" AS "via_id",
                          "t36"."into_id" AS "onward_id"
                        FROM "t35" AS "t36"
                      ) AS "t39"
                        ON "t42"."into_id" = "t39"."via_id"
                    ) AS "t43"
                  ) AS "t45"
                    ON "t28"."lead_id" = "t45"."gone_id"
                ) AS "t50"
              ) AS "t60"
              INNER JOIN (
                SELECT
                  "t72"."lead_id",
                  "t72"."won_s",
                  "t72"."revived_key"
                FROM "t70" AS "t72"
              ) AS "t79"
                ON "t60"."ended_lead_id" = "t79"."lead_id"
            ) AS "t84"
            WHERE
              "t84"."won_s" = 9000000000 AND "t84"."key" > "t84"."revived_key"
          ) AS "t89"
          LEFT OUTER JOIN (
            SELECT
              "t81"."dealt_lead_id",
              "t81"."begun_key",
              CASE WHEN "t81"."is_open" = 0 THEN "t81"."last_key" ELSE -9000000000000000000 END AS "over_key"
            FROM (
              SELECT
                "t73"."lead_id" AS "dealt_lead_id",
                MAX("t73"."begun_key") AS "begun_key",
                MAX("t73"."lost_key") AS "last_key",
                MAX("t73"."lost_s") AS "last_s",
                MAX(CASE WHEN "t73"."begun_key" > "t73"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
              FROM (
                SELECT
                  "t68"."lead_id",
                  "t68"."deal",
                  "t68"."first_key",
                  "t68"."opened_key",
                  "t68"."closed_key",
                  "t68"."lost_key",
                  "t68"."lost_s",
                  GREATEST("t68"."first_key", "t68"."opened_key") AS "begun_key"
                FROM (
                  SELECT
                    "t56"."lead_id",
                    "t56"."deal",
                    MIN("t56"."key") AS "first_key",
                    MAX(
                      CASE
                        WHEN "t56"."kind" IN ('deal_opened')
                        THEN "t56"."key"
                        ELSE -9000000000000000000
                      END
                    ) AS "opened_key",
                    MAX(
                      CASE
                        WHEN "t56"."kind" IN ('lost', 'won')
                        THEN "t56"."key"
                        ELSE -9000000000000000000
                      END
                    ) AS "closed_key",
                    MAX(
                      CASE WHEN "t56"."kind" IN ('lost') THEN "t56"."key" ELSE -9000000000000000000 END
                    ) AS "lost_key",
                    MAX(CASE WHEN "t56"."kind" = 'lost' THEN "t56"."occurred_s" ELSE -9000000000 END) AS "lost_s"
                  FROM (
                    SELECT
                      COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
                      "t51"."kind",
                      "t51"."occurred_s",
                      (
                        "t51"."occurred_s" * 4000000000
                      ) + "t51"."seq" AS "key",
                      COALESCE("t51"."deal_id", 0) AS "deal"
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
                        "t29"."deal_id",
                        "t45"."gone_id",
                        "t45"."into_id"
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
                          "t16"."deal_id"
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
                        WHERE
                          COALESCE("t16"."lead_id", 0) <> 0
                      ) AS "t29"
                      LEFT OUTER JOIN (
                        SELECT
                          "t43"."gone_id",
                          COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                        FROM (
                          SELECT
                            "t42"."gone_id",
                            "t42"."merged_s",
                            "t42"."merged_key",
                            "t42"."into_id",
                            "t39"."via_id",
                            "t39"."onward_id"
                          FROM (
                            SELECT
                              "t40"."gone_id",
                              "t40"."merged_s",
                              "t40"."merged_key",
                              COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                            FROM (
                              SELECT
                                "t37"."gone_id",
                                "t37"."into_id",
                                "t37"."merged_s",
                                "t37"."merged_key",
                                "t39"."via_id",
                                "t39"."onward_id"
                              FROM "t35" AS "t37"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t36"."gone_id" AS "via_id",
                                  "t36"."into_id" AS "onward_id"
                                FROM "t35" AS "t36"
                              ) AS "t39"
                                ON "t37"."into_id" = "t39"."via_id"
                            ) AS "t40"
                          ) AS "t42"
                          LEFT OUTER JOIN (
                            SELECT
                              "t36"."gone_id" AS "via_id",
                              "t36"."into_id" AS "onward_id"
                            FROM "t35" AS "t36"
                          ) AS "t39"
                            ON "t42"."into_id" = "t39"."via_id"
                        ) AS "t43"
                      ) AS "t45"
                        ON "t29"."lead_id" = "t45"."gone_id"
                    ) AS "t51"
                  ) AS "t56"
                  GROUP BY
                    1,
                    2
                ) AS "t68"
              ) AS "t73"
              GROUP BY
                1
            ) AS "t81"
          ) AS "t88"
            ON "t89"."ended_lead_id" = "t88"."dealt_lead_id"
        ) AS "t93"
        WHERE
          (
            (
              "t93"."kind" <> 'lost'
            )
            OR (
              "t93"."key" = COALESCE("t93"."over_key", -9000000000000000000)
            )
          )
          AND "t93"."key" >= COALESCE("t93"."begun_key", -9000000000000000000)
      ) AS "t94"
      GROUP BY
        1
    ) AS "t96"
      ON "t76"."lead_id" = "t96"."ended_lead_id"
  ) AS "t97"
)
SELECT
  "t113"."month",
  "t113"."source",
  "t113"."found_by",
  COUNT(CASE WHEN "t113"."captured_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "captured",
  COUNT(CASE WHEN "t113"."qualified_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "qualified",
  COUNT(
    CASE WHEN "t113"."handed_over_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "handed_over",
  COUNT(CASE WHEN "t113"."accepted_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "accepted",
  COUNT(
    CASE WHEN "t113"."first_talk_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "first_talk",
  COUNT(
    CASE WHEN "t113"."deal_opened_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "deal_opened",
  COUNT(CASE WHEN "t113"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(
    CASE
      WHEN (
        "t113"."captured_s" < 9000000000
      )
      AND (
        "t113"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "qualified_of_captured",
  COUNT(
    CASE
      WHEN (
        "t113"."qualified_s" < 9000000000
      )
      AND (
        "t113"."handed_over_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "handed_over_of_qualified",
  COUNT(
    CASE
      WHEN (
        "t113"."handed_over_s" < 9000000000
      )
      AND (
        "t113"."accepted_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "accepted_of_handed_over",
  COUNT(
    CASE
      WHEN (
        "t113"."accepted_s" < 9000000000
      )
      AND (
        "t113"."first_talk_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "first_talk_of_accepted",
  COUNT(
    CASE
      WHEN (
        "t113"."first_talk_s" < 9000000000
      )
      AND (
        "t113"."deal_opened_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "deal_opened_of_first_talk",
  COUNT(
    CASE
      WHEN (
        "t113"."deal_opened_s" < 9000000000
      ) AND (
        "t113"."won_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_of_deal_opened",
  COUNT(
    CASE
      WHEN (
        "t113"."accepted_s" < 9000000000
      ) AND (
        "t113"."taken" > 0
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "not_sent_back",
  COUNT(CASE WHEN "t113"."lost_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost",
  COUNT(
    CASE
      WHEN (
        "t113"."lost_s" = 9000000000
      ) AND (
        "t113"."back_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "sent_back",
  COUNT(
    CASE
      WHEN NOT (
        "t113"."won_s" < 9000000000
      )
      AND NOT (
        "t113"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t113"."lost_s" = 9000000000
        ) AND (
          "t113"."back_s" < 9000000000
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "still_open",
  COUNT(
    CASE WHEN "t113"."won_s" < "t113"."captured_s" THEN 1 ELSE CAST(NULL AS BIGINT) END
  ) AS "won_before_captured",
  COUNT(
    CASE
      WHEN (
        "t113"."explored_s" < 9000000000
      )
      AND NOT (
        "t113"."qualified_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "explored"
FROM (
  SELECT
    "t112"."lead_id",
    "t112"."month",
    "t112"."source",
    "t112"."found_by",
    "t112"."lost_s",
    "t112"."back_s",
    "t112"."qualified_s",
    "t112"."handed_over_s",
    "t112"."accepted_s",
    "t112"."first_talk_s",
    "t112"."deal_opened_s",
    "t112"."won_s",
    "t112"."captured_s",
    "t112"."explored_s",
    COALESCE("t112"."times", 0) AS "taken"
  FROM (
    SELECT
      "t111"."lead_id",
      "t111"."month",
      "t111"."source",
      "t111"."found_by",
      "t111"."lost_s",
      "t111"."back_s",
      "t111"."qualified_s",
      "t111"."handed_over_s",
      "t111"."accepted_s",
      "t111"."first_talk_s",
      "t111"."deal_opened_s",
      "t111"."won_s",
      "t111"."captured_s",
      "t111"."explored_s",
      "t92"."taken_lead_id",
      "t92"."times"
    FROM (
      SELECT
        "t109"."lead_id",
        "t109"."month",
        "t109"."source",
        "t109"."found_by",
        "t109"."lost_s",
        "t109"."back_s",
        "t109"."qualified_s",
        "t109"."handed_over_s",
        "t109"."accepted_s",
        "t109"."first_talk_s",
        "t109"."deal_opened_s",
        "t109"."won_s",
        "t109"."captured_s",
        COALESCE("t109"."first_explored_s", 9000000000) AS "explored_s"
      FROM (
        SELECT
          "t108"."lead_id",
          "t108"."month",
          "t108"."source",
          "t108"."found_by",
          "t108"."lost_s",
          "t108"."back_s",
          "t108"."qualified_s",
          "t108"."handed_over_s",
          "t108"."accepted_s",
          "t108"."first_talk_s",
          "t108"."deal_opened_s",
          "t108"."won_s",
          "t108"."captured_s",
          "t64"."explored_lead_id",
          "t64"."first_explored_s"
        FROM (
          SELECT
            "t106"."lead_id",
            "t106"."month",
            "t106"."source",
            "t106"."found_by",
            "t106"."lost_s",
            "t106"."back_s",
            "t106"."qualified_s",
            "t106"."handed_over_s",
            "t106"."accepted_s",
            "t106"."first_talk_s",
            "t106"."deal_opened_s",
            "t106"."won_s",
            "t106"."since_s" AS "captured_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                COALESCE("t103"."won_s", 9000000000) AS "won_s",
                COALESCE("t103"."first_talk_s", 9000000000) AS "first_talk_s",
                COALESCE("t103"."qualified_s", 9000000000) AS "qualified_s",
                COALESCE("t103"."handed_over_s", 9000000000) AS "handed_over_s",
                COALESCE("t103"."accepted_s", 9000000000) AS "accepted_s",
                COALESCE("t103"."deal_opened_s", 9000000000) AS "deal_opened_s",
                COALESCE("t103"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t103"."back_s", 9000000000) AS "back_s",
                "t103"."found_by",
                "t103"."origin_lead_id" AS "lead_id",
                "t103"."origin_s" AS "since_s",
                "t103"."origin_month" AS "month",
                "t103"."origin" AS "source"
              FROM (
                SELECT
                  "t83"."origin_lead_id",
                  "t83"."origin",
                  "t83"."found_by",
                  "t83"."origin_s",
                  "t83"."origin_month",
                  "t101"."lead_id",
                  "t101"."first_s",
                  "t101"."first_month",
                  "t101"."won_s",
                  "t101"."first_talk_s",
                  "t101"."qualified_s",
                  "t101"."handed_over_s",
                  "t101"."accepted_s",
                  "t101"."deal_opened_s",
                  "t101"."lost_s",
                  "t101"."back_s"
                FROM (
                  SELECT
                    "t75"."lead_id" AS "origin_lead_id",
                    COALESCE("t75"."source", 'unknown') AS "origin",
                    CASE
                      WHEN "t75"."side" IN ('buyer', 'marketing')
                      THEN 'marketing'
                      ELSE CASE WHEN "t75"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                    END AS "found_by",
                    "t75"."occurred_s" AS "origin_s",
                    CAST("t75"."occurred_month" AS BIGINT) AS "origin_month"
                  FROM "t71" AS "t75"
                ) AS "t83"
                LEFT OUTER JOIN "t98" AS "t101"
                  ON "t83"."origin_lead_id" = "t101"."lead_id"
              ) AS "t103"
            ) AS "t104"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                COALESCE("t102"."won_s", 9000000000) AS "won_s",
                COALESCE("t102"."first_talk_s", 9000000000) AS "first_talk_s",
                COALESCE("t102"."qualified_s", 9000000000) AS "qualified_s",
                COALESCE("t102"."handed_over_s", 9000000000) AS "handed_over_s",
                COALESCE("t102"."accepted_s", 9000000000) AS "accepted_s",
                COALESCE("t102"."deal_opened_s", 9000000000) AS "deal_opened_s",
                COALESCE("t102"."lost_s", 9000000000) AS "lost_s",
                COALESCE("t102"."back_s", 9000000000) AS "back_s",
                'unknown' AS "found_by",
                "t102"."lead_id",
                "t102"."first_s" AS "since_s",
                "t102"."first_month" AS "month",
                'unknown' AS "source"
              FROM (
                SELECT
                  "t100"."lead_id",
                  "t100"."first_s",
                  "t100"."first_month",
                  "t100"."won_s",
                  "t100"."first_talk_s",
                  "t100"."qualified_s",
                  "t100"."handed_over_s",
                  "t100"."accepted_s",
                  "t100"."deal_opened_s",
                  "t100"."lost_s",
                  "t100"."back_s",
                  "t80"."origin_lead_id"
                FROM "t98" AS "t100"
                LEFT OUTER JOIN (
                  SELECT
                    "t75"."lead_id" AS "origin_lead_id"
                  FROM "t71" AS "t75"
                ) AS "t80"
                  ON "t100"."lead_id" = "t80"."origin_lead_id"
              ) AS "t102"
              WHERE
                COALESCE("t102"."origin_lead_id", 0) = 0
            ) AS "t105"
          ) AS "t106"
          WHERE
            "t106"."since_s" >= ${since_s}
            AND "t106"."since_s" < ${until_s}
        ) AS "t108"
        LEFT OUTER JOIN (
          SELECT
            "t53"."lead_id" AS "explored_lead_id",
            MIN("t53"."occurred_s") AS "first_explored_s"
          FROM (
            SELECT
              "t46"."seq",
              "t46"."kind",
              "t46"."occurred_s",
              "t46"."occurred_month",
              "t46"."person_id",
              "t46"."side",
              "t46"."source",
              "t46"."value_code",
              "t46"."value_number",
              "t46"."points",
              "t46"."due_s",
              "t46"."worked_s",
              "t46"."reason",
              "t46"."lead_id" AS "own_lead_id",
              COALESCE("t46"."into_id", "t46"."lead_id") AS "lead_id"
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
                "t23"."reason",
                "t45"."gone_id",
                "t45"."into_id"
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
                  "t10"."worked_s",
                  "t10"."reason"
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
                        FROM "t8"
                      )
                    )
                ) AS "t10"
                WHERE
                  COALESCE("t10"."lead_id", 0) <> 0
              ) AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t43"."gone_id",
                  COALESCE("t43"."onward_id", "t43"."into_id") AS "into_id"
                FROM (
                  SELECT
                    "t42"."gone_id",
                    "t42"."merged_s",
                    "t42"."merged_key",
                    "t42"."into_id",
                    "t39"."via_id",
                    "t39"."onward_id"
                  FROM (
                    SELECT
                      "t40"."gone_id",
                      "t40"."merged_s",
                      "t40"."merged_key",
                      COALESCE("t40"."onward_id", "t40"."into_id") AS "into_id"
                    FROM (
                      SELECT
                        "t37"."gone_id",
                        "t37"."into_id",
                        "t37"."merged_s",
                        "t37"."merged_key",
                        "t39"."via_id",
                        "t39"."onward_id"
                      FROM "t35" AS "t37"
                      LEFT OUTER JOIN (
                        SELECT
                          "t36"."gone_id" AS "via_id",
                          "t36"."into_id" AS "onward_id"
                        FROM "t35" AS "t36"
                      ) AS "t39"
                        ON "t37"."into_id" = "t39"."via_id"
                    ) AS "t40"
                  ) AS "t42"
                  LEFT OUTER JOIN (
                    SELECT
                      "t36"."gone_id" AS "via_id",
                      "t36"."into_id" AS "onward_id"
                    FROM "t35" AS "t36"
                  ) AS "t39"
                    ON "t42"."into_id" = "t39"."via_id"
                ) AS "t43"
              ) AS "t45"
                ON "t23"."lead_id" = "t45"."gone_id"
            ) AS "t46"
            WHERE
              COALESCE("t46"."reason", '') = 'explored'
          ) AS "t53"
          GROUP BY
            1
        ) AS "t64"
          ON "t108"."lead_id" = "t64"."explored_lead_id"
      ) AS "t109"
    ) AS "t111"
    LEFT OUTER JOIN (
      SELECT
        "t90"."lead_id" AS "taken_lead_id",
        COUNT(*) AS "times"
      FROM (
        SELECT
          "t85"."lead_id",
          "t85"."occurred_s",
          "t85"."month",
          CASE WHEN "t85"."hands_before" > 0 THEN 1 ELSE 0 END AS "is_handed"
        FROM (
          SELECT
            "t74"."key",
            MIN("t74"."lead_id") AS "lead_id",
            MIN("t74"."occurred_s") AS "occurred_s",
            MIN("t74"."month") AS "month",
            COUNT(
              CASE
                WHEN (
                  "t74"."beside_kind" = 'handed_over'
                )
                AND (
                  "t74"."beside_key" < "t74"."key"
                )
                THEN 1
                ELSE CAST(NULL AS BIGINT)
              END
            ) AS "hands_before",
            MIN(
              CASE
                WHEN (
                  "t74"."beside_kind" = 'handed_over'
                )
                AND (
                  "t74"."beside_key" > "t74"."key"
                )
                THEN "t74"."beside_key"
                ELSE 9000000000000000000
              END
            ) AS "next_hand_key",
            MIN(
              CASE
                WHEN NOT (
                  "t74"."beside_kind" = 'handed_over'
                )
                AND (
                  "t74"."beside_key" > "t74"."key"
                )
                THEN "t74"."beside_key"
                ELSE 9000000000000000000
              END
            ) AS "next_answer_key"
          FROM (
            SELECT
              "t67"."key",
              "t67"."lead_id",
              "t67"."occurred_s",
              "t67"."month",
              "t61"."beside_lead_id",
              "t61"."beside_kind",
              "t61"."beside_key"
            FROM (
              SELECT
                "t57"."key",
                MIN("t57"."lead_id") AS "lead_id",
                MIN("t57"."occurred_s") AS "occurred_s",
                MIN("t57"."month") AS "month"
              FROM (
                SELECT
                  COALESCE("t52"."into_id", "t52"."lead_id") AS "lead_id",
                  "t52"."kind",
                  "t52"."occurred_s",
                  CAST("t52"."occurred_month" AS BIGINT) AS "month",
                  (
                    "t52"."occurred_s" * 4000000000
                  ) + "t52"."seq" AS "key"
                FROM "t47" AS "t52"
                WHERE
                  "t52"."kind" = 'accepted'
              ) AS "t57"
              GROUP BY
                1
            ) AS "t67"
            INNER JOIN (
              SELECT
                COALESCE("t52"."into_id", "t52"."lead_id") AS "beside_lead_id",
                "t52"."kind" AS "beside_kind",
                (
                  "t52"."occurred_s" * 4000000000
                ) + "t52"."seq" AS "beside_key"
              FROM "t47" AS "t52"
            ) AS "t61"
              ON "t67"."lead_id" = "t61"."beside_lead_id"
          ) AS "t74"
          GROUP BY
            1
        ) AS "t85"
        WHERE
          "t85"."next_answer_key" >= "t85"."next_hand_key"
      ) AS "t90"
      GROUP BY
        1
    ) AS "t92"
      ON "t111"."lead_id" = "t92"."taken_lead_id"
  ) AS "t112"
) AS "t113"
GROUP BY
  1,
  2,
  3

-- stays
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
), "t42" AS (
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
            AND "t0"."kind" IN ('captured')
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
), "t51" AS (
  SELECT
    "t47"."lead_id",
    MIN("t47"."occurred_s") AS "first_s",
    CAST(MIN("t47"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t47"."kind" = 'won' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t47"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t47"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key",
    MIN(CASE WHEN "t47"."is_talk" THEN "t47"."occurred_s" ELSE 9000000000 END) AS "first_talk_s",
    MIN(CASE WHEN "t47"."kind" = 'qualified' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "qualified_s",
    MIN(
      CASE WHEN "t47"."kind" = 'handed_over' THEN "t47"."occurred_s" ELSE 9000000000 END
    ) AS "handed_over_s",
    MIN(CASE WHEN "t47"."kind" = 'accepted' THEN "t47"."occurred_s" ELSE 9000000000 END) AS "accepted_s",
    MIN(
      CASE WHEN "t47"."kind" = 'deal_opened' THEN "t47"."occurred_s" ELSE 9000000000 END
    ) AS "deal_opened_s"
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
  GROUP BY
    1
), "t52" AS (
  SELECT
    *
  FROM "t42" AS "t45"
  WHERE
    "t45"."key" IN (
      SELECT
        "t48"."first_key"
      FROM (
        SELECT
          "t45"."lead_id" AS "first_lead_id",
          MIN("t45"."key") AS "first_key"
        FROM "t42" AS "t45"
        GROUP BY
          1
      ) AS "t48"
    )
), "t74" AS (
  SELECT
    "t73"."lead_id",
    "t73"."first_s",
    "t73"."first_month",
    "t73"."won_s",
    "t73"."first_talk_s",
    "t73"."qualified_s",
    "t73"."handed_over_s",
    "t73"."accepted_s",
    "t73"."deal_opened_s",
    "t73"."lost_s",
    "t73"."back_s"
  FROM (
    SELECT
      "t56"."lead_id",
      "t56"."first_s",
      "t56"."first_month",
      "t56"."won_s",
      "t56"."revived_key",
      "t56"."first_talk_s",
      "t56"."qualified_s",
      "t56"."handed_over_s",
      "t56"."accepted_s",
      "t56"."deal_opened_s",
      "t72"."ended_lead_id",
      "t72"."lost_s",
      "t72"."back_s"
    FROM "t51" AS "t56"
    LEFT OUTER JOIN (
      SELECT
        "t70"."ended_lead_id",
        MIN(
          CASE
            WHEN "t70"."kind" IN ('disqualified', 'lost')
            THEN "t70"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t70"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t70"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          "t69"."kind",
          "t69"."occurred_s",
          "t69"."ended_lead_id",
          "t69"."key",
          "t69"."lead_id",
          "t69"."won_s",
          "t69"."revived_key"
        FROM (
          SELECT
            "t68"."kind",
            "t68"."occurred_s",
            "t68"."ended_lead_id",
            "t68"."key",
            "t68"."lead_id",
            "t68"."won_s",
            "t68"."revived_key",
            "t67"."dealt_lead_id",
            "t67"."begun_key",
            "t67"."over_key"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t46"."kind",
                "t46"."occurred_s",
                "t46"."ended_lead_id",
                "t46"."key",
                "t59"."lead_id",
                "t59"."won_s",
                "t59"."revived_key"
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
                          AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
              ) AS "t46"
              INNER JOIN (
                SELECT
                  "t53"."lead_id",
                  "t53"."won_s",
                  "t53"."revived_key"
                FROM "t51" AS "t53"
              ) AS "t59"
                ON "t46"."ended_lead_id" = "t59"."lead_id"
            ) AS "t64"
            WHERE
              "t64"."won_s" = 9000000000 AND "t64"."key" > "t64"."revived_key"
          ) AS "t68"
          LEFT OUTER JOIN (
            SELECT
              "t61"."dealt_lead_id",
              "t61"."begun_key",
              CASE WHEN "t61"."is_open" = 0 THEN "t61"."last_key" ELSE -9000000000000000000 END AS "over_key"
            FROM (
              SELECT
                "t54"."lead_id" AS "dealt_lead_id",
                MAX("t54"."begun_key") AS "begun_key",
                MAX("t54"."lost_key") AS "last_key",
                MAX("t54"."lost_s") AS "last_s",
                MAX(CASE WHEN "t54"."begun_key" > "t54"."closed_key" THEN 1 ELSE 0 END) AS "is_open"
              FROM (
                SELECT
                  "t49"."lead_id",
                  "t49"."deal",
                  "t49"."first_key",
                  "t49"."opened_key",
                  "t49"."closed_key",
                  "t49"."lost_key",
                  "t49"."lost_s",
                  GREATEST("t49"."first_key", "t49"."opened_key") AS "begun_key"
                FROM (
                  SELECT
                    "t44"."lead_id",
                    "t44"."deal",
                    MIN("t44"."key") AS "first_key",
                    MAX(
                      CASE
                        WHEN "t44"."kind" IN ('deal_opened')
                        THEN "t44"."key"
                        ELSE -9000000000000000000
                      END
                    ) AS "opened_key",
                    MAX(
                      CASE
                        WHEN "t44"."kind" IN ('lost', 'won')
                        THEN "t44"."key"
                        ELSE -9000000000000000000
                      END
                    ) AS "closed_key",
                    MAX(
                      CASE WHEN "t44"."kind" IN ('lost') THEN "t44"."key" ELSE -9000000000000000000 END
                    ) AS "lost_key",
                    MAX(CASE WHEN "t44"."kind" = 'lost' THEN "t44"."occurred_s" ELSE -9000000000 END) AS "lost_s"
                  FROM (
                    SELECT
                      COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                      "t41"."kind",
                      "t41"."occurred_s",
                      (
                        "t41"."occurred_s" * 4000000000
                      ) + "t41"."seq" AS "key",
                      COALESCE("t41"."deal_id", 0) AS "deal"
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
                        "t20"."deal_id",
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
                          "t11"."deal_id"
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
                  ) AS "t44"
                  GROUP BY
                    1,
                    2
                ) AS "t49"
              ) AS "t54"
              GROUP BY
                1
            ) AS "t61"
          ) AS "t67"
            ON "t68"."ended_lead_id" = "t67"."dealt_lead_id"
        ) AS "t69"
        WHERE
          (
            (
              "t69"."kind" <> 'lost'
            )
            OR (
              "t69"."key" = COALESCE("t69"."over_key", -9000000000000000000)
            )
          )
          AND "t69"."key" >= COALESCE("t69"."begun_key", -9000000000000000000)
      ) AS "t70"
      GROUP BY
        1
    ) AS "t72"
      ON "t56"."lead_id" = "t72"."ended_lead_id"
  ) AS "t73"
), "t82" AS (
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t79"."won_s", 9000000000) AS "won_s",
      COALESCE("t79"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t79"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t79"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t79"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t79"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t79"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t79"."back_s", 9000000000) AS "back_s",
      "t79"."found_by",
      "t79"."origin_lead_id" AS "lead_id",
      "t79"."origin_s" AS "since_s",
      "t79"."origin_month" AS "month",
      "t79"."origin" AS "source"
    FROM (
      SELECT
        "t63"."origin_lead_id",
        "t63"."origin",
        "t63"."found_by",
        "t63"."origin_s",
        "t63"."origin_month",
        "t77"."lead_id",
        "t77"."first_s",
        "t77"."first_month",
        "t77"."won_s",
        "t77"."first_talk_s",
        "t77"."qualified_s",
        "t77"."handed_over_s",
        "t77"."accepted_s",
        "t77"."deal_opened_s",
        "t77"."lost_s",
        "t77"."back_s"
      FROM (
        SELECT
          "t55"."lead_id" AS "origin_lead_id",
          COALESCE("t55"."source", 'unknown') AS "origin",
          CASE
            WHEN "t55"."side" IN ('buyer', 'marketing')
            THEN 'marketing'
            ELSE CASE WHEN "t55"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
          END AS "found_by",
          "t55"."occurred_s" AS "origin_s",
          CAST("t55"."occurred_month" AS BIGINT) AS "origin_month"
        FROM "t52" AS "t55"
      ) AS "t63"
      LEFT OUTER JOIN "t74" AS "t77"
        ON "t63"."origin_lead_id" = "t77"."lead_id"
    ) AS "t79"
  ) AS "t80"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      COALESCE("t78"."won_s", 9000000000) AS "won_s",
      COALESCE("t78"."first_talk_s", 9000000000) AS "first_talk_s",
      COALESCE("t78"."qualified_s", 9000000000) AS "qualified_s",
      COALESCE("t78"."handed_over_s", 9000000000) AS "handed_over_s",
      COALESCE("t78"."accepted_s", 9000000000) AS "accepted_s",
      COALESCE("t78"."deal_opened_s", 9000000000) AS "deal_opened_s",
      COALESCE("t78"."lost_s", 9000000000) AS "lost_s",
      COALESCE("t78"."back_s", 9000000000) AS "back_s",
      'unknown' AS "found_by",
      "t78"."lead_id",
      "t78"."first_s" AS "since_s",
      "t78"."first_month" AS "month",
      'unknown' AS "source"
    FROM (
      SELECT
        "t76"."lead_id",
        "t76"."first_s",
        "t76"."first_month",
        "t76"."won_s",
        "t76"."first_talk_s",
        "t76"."qualified_s",
        "t76"."handed_over_s",
        "t76"."accepted_s",
        "t76"."deal_opened_s",
        "t76"."lost_s",
        "t76"."back_s",
        "t60"."origin_lead_id"
      FROM "t74" AS "t76"
      LEFT OUTER JOIN (
        SELECT
          "t55"."lead_id" AS "origin_lead_id"
        FROM "t52" AS "t55"
      ) AS "t60"
        ON "t76"."lead_id" = "t60"."origin_lead_id"
    ) AS "t78"
    WHERE
      COALESCE("t78"."origin_lead_id", 0) = 0
  ) AS "t81"
)
SELECT
  "t100"."source",
  "t100"."stage",
  "t100"."is_left",
  "t100"."days",
  COUNT(*) AS "leads"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t84"."source",
        "t84"."stage",
        CAST(CASE WHEN "t84"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST((
            (
              CASE
                WHEN "t84"."left_s" < 9000000000
                THEN "t84"."left_s"
                ELSE ${as_of_s}
              END - "t84"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t84"."left_s" < 9000000000
                  THEN "t84"."left_s"
                  ELSE ${as_of_s}
                END - "t84"."entered_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST((
            (
              CASE
                WHEN "t84"."left_s" < 9000000000
                THEN "t84"."left_s"
                ELSE ${as_of_s}
              END - "t84"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t84"."left_s" < 9000000000
                  THEN "t84"."left_s"
                  ELSE ${as_of_s}
                END - "t84"."entered_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t83"."source",
          'first_talk' AS "stage",
          "t83"."first_talk_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t83"."deal_opened_s" >= "t83"."first_talk_s"
              THEN "t83"."deal_opened_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t83"."won_s" >= "t83"."first_talk_s"
              THEN "t83"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t83"."lost_s" >= "t83"."first_talk_s"
              THEN "t83"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t83"."back_s" >= "t83"."first_talk_s"
              THEN "t83"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t82" AS "t83"
        WHERE
          "t83"."since_s" >= ${since_s}
          AND "t83"."since_s" < ${until_s}
          AND "t83"."first_talk_s" < 9000000000
      ) AS "t84"
    ) AS "t90"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t85"."source",
        "t85"."stage",
        CAST(CASE WHEN "t85"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
        CASE
          WHEN CAST((
            (
              CASE
                WHEN "t85"."left_s" < 9000000000
                THEN "t85"."left_s"
                ELSE ${as_of_s}
              END - "t85"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t85"."left_s" < 9000000000
                  THEN "t85"."left_s"
                  ELSE ${as_of_s}
                END - "t85"."entered_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT) > 730
          THEN 730
          ELSE CAST((
            (
              CASE
                WHEN "t85"."left_s" < 9000000000
                THEN "t85"."left_s"
                ELSE ${as_of_s}
              END - "t85"."entered_s"
            ) - (
              (
                CASE
                  WHEN "t85"."left_s" < 9000000000
                  THEN "t85"."left_s"
                  ELSE ${as_of_s}
                END - "t85"."entered_s"
              ) % 86400
            )
          ) / 86400 AS BIGINT)
        END AS "days"
      FROM (
        SELECT
          "t83"."source",
          'deal_opened' AS "stage",
          "t83"."deal_opened_s" AS "entered_s",
          LEAST(
            CASE
              WHEN "t83"."won_s" >= "t83"."deal_opened_s"
              THEN "t83"."won_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t83"."lost_s" >= "t83"."deal_opened_s"
              THEN "t83"."lost_s"
              ELSE 9000000000
            END,
            CASE
              WHEN "t83"."back_s" >= "t83"."deal_opened_s"
              THEN "t83"."back_s"
              ELSE 9000000000
            END
          ) AS "left_s"
        FROM "t82" AS "t83"
        WHERE
          "t83"."since_s" >= ${since_s}
          AND "t83"."since_s" < ${until_s}
          AND "t83"."deal_opened_s" < 9000000000
      ) AS "t85"
    ) AS "t91"
  ) AS "t96"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t86"."source",
          "t86"."stage",
          CAST(CASE WHEN "t86"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
              (
                CASE
                  WHEN "t86"."left_s" < 9000000000
                  THEN "t86"."left_s"
                  ELSE ${as_of_s}
                END - "t86"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t86"."left_s" < 9000000000
                    THEN "t86"."left_s"
                    ELSE ${as_of_s}
                  END - "t86"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
              (
                CASE
                  WHEN "t86"."left_s" < 9000000000
                  THEN "t86"."left_s"
                  ELSE ${as_of_s}
                END - "t86"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t86"."left_s" < 9000000000
                    THEN "t86"."left_s"
                    ELSE ${as_of_s}
                  END - "t86"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t83"."source",
            'captured' AS "stage",
            "t83"."since_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t83"."qualified_s" >= "t83"."since_s"
                THEN "t83"."qualified_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."handed_over_s" >= "t83"."since_s"
                THEN "t83"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."accepted_s" >= "t83"."since_s"
                THEN "t83"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."first_talk_s" >= "t83"."since_s"
                THEN "t83"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."deal_opened_s" >= "t83"."since_s"
                THEN "t83"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t83"."won_s" >= "t83"."since_s" THEN "t83"."won_s" ELSE 9000000000 END,
              CASE WHEN "t83"."lost_s" >= "t83"."since_s" THEN "t83"."lost_s" ELSE 9000000000 END,
              CASE WHEN "t83"."back_s" >= "t83"."since_s" THEN "t83"."back_s" ELSE 9000000000 END
            ) AS "left_s"
          FROM "t82" AS "t83"
          WHERE
            "t83"."since_s" >= ${since_s}
            AND "t83"."since_s" < ${until_s}
            AND "t83"."since_s" < 9000000000
        ) AS "t86"
      ) AS "t92"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t87"."source",
          "t87"."stage",
          CAST(CASE WHEN "t87"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
              (
                CASE
                  WHEN "t87"."left_s" < 9000000000
                  THEN "t87"."left_s"
                  ELSE ${as_of_s}
                END - "t87"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t87"."left_s" < 9000000000
                    THEN "t87"."left_s"
                    ELSE ${as_of_s}
                  END - "t87"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
              (
                CASE
                  WHEN "t87"."left_s" < 9000000000
                  THEN "t87"."left_s"
                  ELSE ${as_of_s}
                END - "t87"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t87"."left_s" < 9000000000
                    THEN "t87"."left_s"
                    ELSE ${as_of_s}
                  END - "t87"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t83"."source",
            'qualified' AS "stage",
            "t83"."qualified_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t83"."handed_over_s" >= "t83"."qualified_s"
                THEN "t83"."handed_over_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."accepted_s" >= "t83"."qualified_s"
                THEN "t83"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."first_talk_s" >= "t83"."qualified_s"
                THEN "t83"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."deal_opened_s" >= "t83"."qualified_s"
                THEN "t83"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."won_s" >= "t83"."qualified_s"
                THEN "t83"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."lost_s" >= "t83"."qualified_s"
                THEN "t83"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."back_s" >= "t83"."qualified_s"
                THEN "t83"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t82" AS "t83"
          WHERE
            "t83"."since_s" >= ${since_s}
            AND "t83"."since_s" < ${until_s}
            AND "t83"."qualified_s" < 9000000000
        ) AS "t87"
      ) AS "t93"
    ) AS "t97"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t88"."source",
          "t88"."stage",
          CAST(CASE WHEN "t88"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
              (
                CASE
                  WHEN "t88"."left_s" < 9000000000
                  THEN "t88"."left_s"
                  ELSE ${as_of_s}
                END - "t88"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t88"."left_s" < 9000000000
                    THEN "t88"."left_s"
                    ELSE ${as_of_s}
                  END - "t88"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
              (
                CASE
                  WHEN "t88"."left_s" < 9000000000
                  THEN "t88"."left_s"
                  ELSE ${as_of_s}
                END - "t88"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t88"."left_s" < 9000000000
                    THEN "t88"."left_s"
                    ELSE ${as_of_s}
                  END - "t88"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t83"."source",
            'handed_over' AS "stage",
            "t83"."handed_over_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t83"."accepted_s" >= "t83"."handed_over_s"
                THEN "t83"."accepted_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."first_talk_s" >= "t83"."handed_over_s"
                THEN "t83"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."deal_opened_s" >= "t83"."handed_over_s"
                THEN "t83"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."won_s" >= "t83"."handed_over_s"
                THEN "t83"."won_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."lost_s" >= "t83"."handed_over_s"
                THEN "t83"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."back_s" >= "t83"."handed_over_s"
                THEN "t83"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t82" AS "t83"
          WHERE
            "t83"."since_s" >= ${since_s}
            AND "t83"."since_s" < ${until_s}
            AND "t83"."handed_over_s" < 9000000000
        ) AS "t88"
      ) AS "t94"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t89"."source",
          "t89"."stage",
          CAST(CASE WHEN "t89"."left_s" < 9000000000 THEN 1 ELSE 0 END AS BIGINT) AS "is_left",
          CASE
            WHEN CAST((
              (
                CASE
                  WHEN "t89"."left_s" < 9000000000
                  THEN "t89"."left_s"
                  ELSE ${as_of_s}
                END - "t89"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t89"."left_s" < 9000000000
                    THEN "t89"."left_s"
                    ELSE ${as_of_s}
                  END - "t89"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT) > 730
            THEN 730
            ELSE CAST((
              (
                CASE
                  WHEN "t89"."left_s" < 9000000000
                  THEN "t89"."left_s"
                  ELSE ${as_of_s}
                END - "t89"."entered_s"
              ) - (
                (
                  CASE
                    WHEN "t89"."left_s" < 9000000000
                    THEN "t89"."left_s"
                    ELSE ${as_of_s}
                  END - "t89"."entered_s"
                ) % 86400
              )
            ) / 86400 AS BIGINT)
          END AS "days"
        FROM (
          SELECT
            "t83"."source",
            'accepted' AS "stage",
            "t83"."accepted_s" AS "entered_s",
            LEAST(
              CASE
                WHEN "t83"."first_talk_s" >= "t83"."accepted_s"
                THEN "t83"."first_talk_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."deal_opened_s" >= "t83"."accepted_s"
                THEN "t83"."deal_opened_s"
                ELSE 9000000000
              END,
              CASE WHEN "t83"."won_s" >= "t83"."accepted_s" THEN "t83"."won_s" ELSE 9000000000 END,
              CASE
                WHEN "t83"."lost_s" >= "t83"."accepted_s"
                THEN "t83"."lost_s"
                ELSE 9000000000
              END,
              CASE
                WHEN "t83"."back_s" >= "t83"."accepted_s"
                THEN "t83"."back_s"
                ELSE 9000000000
              END
            ) AS "left_s"
          FROM "t82" AS "t83"
          WHERE
            "t83"."since_s" >= ${since_s}
            AND "t83"."since_s" < ${until_s}
            AND "t83"."accepted_s" < 9000000000
        ) AS "t89"
      ) AS "t95"
    ) AS "t98"
  ) AS "t99"
) AS "t100"
GROUP BY
  1,
  2,
  3,
  4
