-- spells
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t29" AS (
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
), "t39" AS (
  SELECT
    "t38"."lead_id" AS "gone_id",
    MAX("t38"."target_id") AS "into_id",
    MAX("t38"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t29" AS "t30"
      WHERE
        "t30"."seq" IN (
          SELECT
            "t35"."last_seq"
          FROM (
            SELECT
              "t34"."lead_id",
              MAX("t34"."seq") AS "last_seq"
            FROM (
              SELECT
                "t31"."lead_id",
                "t31"."occurred_s",
                "t31"."seq",
                "t31"."target_id",
                "t33"."last_s"
              FROM "t29" AS "t31"
              INNER JOIN (
                SELECT
                  "t30"."lead_id",
                  MAX("t30"."occurred_s") AS "last_s"
                FROM "t29" AS "t30"
                GROUP BY
                  1
              ) AS "t33"
                ON "t31"."lead_id" = "t33"."lead_id" AND "t31"."occurred_s" = "t33"."last_s"
            ) AS "t34"
            GROUP BY
              1
          ) AS "t35"
        )
    ) AS "t37"
    WHERE
      "t37"."target_id" <> 0 AND "t37"."target_id" <> "t37"."lead_id"
  ) AS "t38"
  GROUP BY
    1
), "t50" AS (
  SELECT
    "t23"."seq",
    "t23"."id",
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
    "t49"."gone_id",
    "t49"."into_id"
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
          AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
      "t47"."gone_id",
      COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
    FROM (
      SELECT
        "t46"."gone_id",
        "t46"."merged_s",
        "t46"."into_id",
        "t43"."via_id",
        "t43"."onward_id"
      FROM (
        SELECT
          "t44"."gone_id",
          "t44"."merged_s",
          COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
        FROM (
          SELECT
            "t41"."gone_id",
            "t41"."into_id",
            "t41"."merged_s",
            "t43"."via_id",
            "t43"."onward_id"
          FROM "t39" AS "t41"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t41"."into_id" = "t43"."via_id"
        ) AS "t44"
      ) AS "t46"
      LEFT OUTER JOIN (
        SELECT
          "t40"."gone_id" AS "via_id",
          "t40"."into_id" AS "onward_id"
        FROM "t39" AS "t40"
      ) AS "t43"
        ON "t46"."into_id" = "t43"."via_id"
    ) AS "t47"
  ) AS "t49"
    ON "t23"."lead_id" = "t49"."gone_id"
), "t57" AS (
  SELECT
    COALESCE("t52"."into_id", "t52"."lead_id") AS "lead_id",
    "t52"."side",
    "t52"."source",
    "t52"."occurred_s",
    "t52"."occurred_month",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
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
      "t49"."gone_id",
      "t49"."into_id"
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
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t25"."lead_id" = "t49"."gone_id"
  ) AS "t52"
), "t59" AS (
  SELECT
    COALESCE("t55"."into_id", "t55"."lead_id") AS "lead_id",
    "t55"."recorded_s",
    "t55"."occurred_s",
    (
      "t55"."occurred_s" * 4000000000
    ) + "t55"."seq" AS "key",
    COALESCE("t55"."points", -1000000) AS "points",
    COALESCE("t55"."pact_version", 0) AS "version"
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
      "t28"."recorded_s",
      "t28"."pact_version",
      "t49"."gone_id",
      "t49"."into_id"
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
        "t15"."recorded_s",
        "t15"."pact_version"
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
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t28"."lead_id" = "t49"."gone_id"
  ) AS "t55"
), "t74" AS (
  SELECT
    "t67"."lead_id",
    MIN("t67"."occurred_s") AS "first_s",
    CAST(MIN("t67"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t67"."kind" = 'won' THEN "t67"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t67"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t67"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
  FROM (
    SELECT
      COALESCE("t53"."into_id", "t53"."lead_id") AS "lead_id",
      "t53"."kind",
      "t53"."occurred_s",
      "t53"."occurred_month",
      (
        "t53"."occurred_s" * 4000000000
      ) + "t53"."seq" AS "key",
      "t53"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t53"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t53"."side" = 'buyer'
        )
      ) AS "is_talk"
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
        "t49"."gone_id",
        "t49"."into_id"
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
          "t47"."gone_id",
          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
        FROM (
          SELECT
            "t46"."gone_id",
            "t46"."merged_s",
            "t46"."into_id",
            "t43"."via_id",
            "t43"."onward_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."merged_s",
              COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
            FROM (
              SELECT
                "t41"."gone_id",
                "t41"."into_id",
                "t41"."merged_s",
                "t43"."via_id",
                "t43"."onward_id"
              FROM "t39" AS "t41"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."gone_id" AS "via_id",
                  "t40"."into_id" AS "onward_id"
                FROM "t39" AS "t40"
              ) AS "t43"
                ON "t41"."into_id" = "t43"."via_id"
            ) AS "t44"
          ) AS "t46"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t46"."into_id" = "t43"."via_id"
        ) AS "t47"
      ) AS "t49"
        ON "t26"."lead_id" = "t49"."gone_id"
    ) AS "t53"
  ) AS "t67"
  GROUP BY
    1
), "t75" AS (
  SELECT
    *
  FROM "t57" AS "t62"
  WHERE
    "t62"."key" IN (
      SELECT
        "t70"."first_key"
      FROM (
        SELECT
          "t62"."lead_id" AS "first_lead_id",
          MIN("t62"."key") AS "first_key"
        FROM "t57" AS "t62"
        GROUP BY
          1
      ) AS "t70"
    )
), "t89" AS (
  SELECT
    "t69"."lead_id",
    "t69"."occurred_s",
    "t69"."key",
    "t69"."is_talk",
    "t69"."is_try",
    "t85"."hand_s",
    "t85"."points",
    "t85"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
      "t51"."occurred_s",
      (
        "t51"."occurred_s" * 4000000000
      ) + "t51"."seq" AS "key",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t51"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t51"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t51"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
    FROM (
      SELECT
        "t24"."seq",
        "t24"."id",
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
        "t49"."gone_id",
        "t49"."into_id"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
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
          "t47"."gone_id",
          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
        FROM (
          SELECT
            "t46"."gone_id",
            "t46"."merged_s",
            "t46"."into_id",
            "t43"."via_id",
            "t43"."onward_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."merged_s",
              COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
            FROM (
              SELECT
                "t41"."gone_id",
                "t41"."into_id",
                "t41"."merged_s",
                "t43"."via_id",
                "t43"."onward_id"
              FROM "t39" AS "t41"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."gone_id" AS "via_id",
                  "t40"."into_id" AS "onward_id"
                FROM "t39" AS "t40"
              ) AS "t43"
                ON "t41"."into_id" = "t43"."via_id"
            ) AS "t44"
          ) AS "t46"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t46"."into_id" = "t43"."via_id"
        ) AS "t47"
      ) AS "t49"
        ON "t24"."lead_id" = "t49"."gone_id"
    ) AS "t51"
  ) AS "t69"
  LEFT OUTER JOIN (
    SELECT
      "t77"."occurred_s" AS "hand_s",
      CAST("t77"."points" AS BIGINT) AS "points",
      "t77"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t59" AS "t64"
      WHERE
        "t64"."key" IN (
          SELECT
            "t71"."first_key"
          FROM (
            SELECT
              "t64"."lead_id" AS "first_lead_id",
              MIN("t64"."key") AS "first_key"
            FROM "t59" AS "t64"
            GROUP BY
              1
          ) AS "t71"
        )
    ) AS "t77"
  ) AS "t85"
    ON "t69"."lead_id" = "t85"."handed_lead_id"
), "t97" AS (
  SELECT
    "t93"."lead_id",
    MIN("t93"."start_s") AS "start_s",
    MIN("t93"."points") AS "points",
    MAX(CASE WHEN "t93"."is_try" = 1 THEN "t93"."occurred_s" ELSE -9000000000 END) AS "last_s",
    MAX(CASE WHEN "t93"."is_try" = 1 THEN "t93"."key" ELSE -9000000000000000000 END) AS "last_key",
    MIN(CASE WHEN "t93"."is_talk" = 1 THEN "t93"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t93"."is_talk" = 1 THEN "t93"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t90"."lead_id",
      "t90"."occurred_s",
      "t90"."key",
      "t90"."is_talk",
      "t90"."is_try",
      COALESCE("t90"."hand_s", -9000000000) AS "start_s",
      COALESCE("t90"."points", -1000000) AS "points"
    FROM "t89" AS "t90"
    WHERE
      "t90"."occurred_s" >= COALESCE("t90"."hand_s", -9000000000)
  ) AS "t93"
  GROUP BY
    1
), "t100" AS (
  SELECT
    "t99"."lead_id",
    "t99"."first_s",
    "t99"."first_month",
    "t99"."won_s",
    "t99"."lost_s",
    "t99"."back_s"
  FROM (
    SELECT
      "t79"."lead_id",
      "t79"."first_s",
      "t79"."first_month",
      "t79"."won_s",
      "t79"."revived_key",
      "t96"."ended_lead_id",
      "t96"."lost_s",
      "t96"."back_s"
    FROM "t74" AS "t79"
    LEFT OUTER JOIN (
      SELECT
        "t91"."ended_lead_id",
        MIN(
          CASE
            WHEN "t91"."kind" IN ('disqualified', 'lost')
            THEN "t91"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t91"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t91"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t66"."kind",
            "t66"."occurred_s",
            "t66"."ended_lead_id",
            "t66"."key",
            "t82"."lead_id",
            "t82"."won_s",
            "t82"."revived_key"
          FROM (
            SELECT
              "t56"."kind",
              "t56"."occurred_s",
              COALESCE("t56"."into_id", "t56"."lead_id") AS "ended_lead_id",
              (
                "t56"."occurred_s" * 4000000000
              ) + "t56"."seq" AS "key"
            FROM "t50" AS "t56"
          ) AS "t66"
          INNER JOIN (
            SELECT
              "t76"."lead_id",
              "t76"."won_s",
              "t76"."revived_key"
            FROM "t74" AS "t76"
          ) AS "t82"
            ON "t66"."ended_lead_id" = "t82"."lead_id"
        ) AS "t88"
        WHERE
          "t88"."won_s" = 9000000000 AND "t88"."key" > "t88"."revived_key"
      ) AS "t91"
      GROUP BY
        1
    ) AS "t96"
      ON "t79"."lead_id" = "t96"."ended_lead_id"
  ) AS "t99"
), "t119" AS (
  SELECT
    "t104"."lead_id",
    "t104"."start_s",
    "t104"."points",
    "t104"."last_s",
    "t104"."last_key",
    "t104"."reply_s",
    "t104"."reply_key",
    "t118"."told_lead_id",
    "t118"."deal_s",
    "t118"."won_s",
    "t118"."revived_key"
  FROM (
    SELECT
      *
    FROM "t97" AS "t98"
    WHERE
      "t98"."last_s" > -9000000000
  ) AS "t104"
  LEFT OUTER JOIN (
    SELECT
      "t111"."told_lead_id",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('deal_opened', 'won')
          THEN "t111"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(CASE WHEN "t111"."kind" = 'won' THEN "t111"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t111"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t111"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t63"."kind",
          "t63"."occurred_s",
          "t63"."told_lead_id",
          "t63"."key",
          "t105"."lead_id",
          "t105"."start_s"
        FROM (
          SELECT
            "t54"."kind",
            "t54"."occurred_s",
            COALESCE("t54"."into_id", "t54"."lead_id") AS "told_lead_id",
            (
              "t54"."occurred_s" * 4000000000
            ) + "t54"."seq" AS "key"
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
              "t49"."gone_id",
              "t49"."into_id"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
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
            ) AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t47"."gone_id",
                COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t46"."gone_id",
                  "t46"."merged_s",
                  "t46"."into_id",
                  "t43"."via_id",
                  "t43"."onward_id"
                FROM (
                  SELECT
                    "t44"."gone_id",
                    "t44"."merged_s",
                    COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t41"."gone_id",
                      "t41"."into_id",
                      "t41"."merged_s",
                      "t43"."via_id",
                      "t43"."onward_id"
                    FROM "t39" AS "t41"
                    LEFT OUTER JOIN (
                      SELECT
                        "t40"."gone_id" AS "via_id",
                        "t40"."into_id" AS "onward_id"
                      FROM "t39" AS "t40"
                    ) AS "t43"
                      ON "t41"."into_id" = "t43"."via_id"
                  ) AS "t44"
                ) AS "t46"
                LEFT OUTER JOIN (
                  SELECT
                    "t40"."gone_id" AS "via_id",
                    "t40"."into_id" AS "onward_id"
                  FROM "t39" AS "t40"
                ) AS "t43"
                  ON "t46"."into_id" = "t43"."via_id"
              ) AS "t47"
            ) AS "t49"
              ON "t27"."lead_id" = "t49"."gone_id"
          ) AS "t54"
        ) AS "t63"
        INNER JOIN (
          SELECT
            "t98"."lead_id",
            "t98"."start_s"
          FROM "t97" AS "t98"
          WHERE
            "t98"."last_s" > -9000000000
        ) AS "t105"
          ON "t63"."told_lead_id" = "t105"."lead_id"
      ) AS "t108"
      WHERE
        "t108"."occurred_s" >= "t108"."start_s"
    ) AS "t111"
    GROUP BY
      1
  ) AS "t118"
    ON "t104"."lead_id" = "t118"."told_lead_id"
), "t129" AS (
  SELECT
    "t123"."lead_id",
    "t123"."start_s",
    "t123"."points",
    "t123"."last_s",
    "t123"."last_key",
    "t123"."reply_s",
    "t123"."reply_key",
    "t123"."deal_s",
    "t123"."won_s",
    "t123"."revived_key",
    "t128"."told_lead_id",
    "t128"."lost_s",
    "t128"."quit_s"
  FROM (
    SELECT
      "t120"."lead_id",
      "t120"."start_s",
      "t120"."points",
      "t120"."last_s",
      "t120"."last_key",
      "t120"."reply_s",
      "t120"."reply_key",
      COALESCE("t120"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t120"."won_s", 9000000000) AS "won_s",
      COALESCE("t120"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t119" AS "t120"
  ) AS "t123"
  LEFT OUTER JOIN (
    SELECT
      "t126"."told_lead_id",
      MIN(
        CASE
          WHEN "t126"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t126"."won_s" = 9000000000
          )
          AND (
            "t126"."key" > "t126"."revived_key"
          )
          THEN "t126"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t126"."kind" IN ('gave_up', 'recycled')
          AND (
            "t126"."key" > "t126"."revived_key"
          )
          AND (
            "t126"."key" > "t126"."last_key"
          )
          THEN "t126"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t65"."kind",
          "t65"."occurred_s",
          "t65"."told_lead_id",
          "t65"."key",
          "t124"."lead_id",
          "t124"."start_s",
          "t124"."won_s",
          "t124"."revived_key",
          "t124"."last_key"
        FROM (
          SELECT
            "t56"."kind",
            "t56"."occurred_s",
            COALESCE("t56"."into_id", "t56"."lead_id") AS "told_lead_id",
            (
              "t56"."occurred_s" * 4000000000
            ) + "t56"."seq" AS "key"
          FROM "t50" AS "t56"
        ) AS "t65"
        INNER JOIN (
          SELECT
            "t120"."lead_id",
            "t120"."start_s",
            COALESCE("t120"."won_s", 9000000000) AS "won_s",
            COALESCE("t120"."revived_key", -9000000000000000000) AS "revived_key",
            "t120"."last_key"
          FROM "t119" AS "t120"
        ) AS "t124"
          ON "t65"."told_lead_id" = "t124"."lead_id"
      ) AS "t125"
      WHERE
        "t125"."occurred_s" >= "t125"."start_s"
    ) AS "t126"
    GROUP BY
      1
  ) AS "t128"
    ON "t123"."lead_id" = "t128"."told_lead_id"
)
SELECT
  "t141"."band",
  "t141"."source",
  "t141"."k",
  COUNT(*) AS "leads",
  COUNT(
    CASE
      WHEN (
        LEAST("t141"."reply_s", "t141"."deal_s") < 9000000000
      )
      AND (
        LEAST("t141"."reply_s", "t141"."deal_s") <= "t141"."lost_s"
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_event",
  COUNT(
    CASE
      WHEN NOT (
        (
          LEAST("t141"."reply_s", "t141"."deal_s") < 9000000000
        )
        AND (
          LEAST("t141"."reply_s", "t141"."deal_s") <= "t141"."lost_s"
        )
      )
      AND (
        "t141"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_lost",
  COUNT(
    CASE
      WHEN NOT (
        (
          LEAST("t141"."reply_s", "t141"."deal_s") < 9000000000
        )
        AND (
          LEAST("t141"."reply_s", "t141"."deal_s") <= "t141"."lost_s"
        )
      )
      AND NOT (
        "t141"."lost_s" < 9000000000
      )
      AND (
        (
          "t141"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t141"."reply_s", "t141"."deal_s") = 9000000000
          )
          AND (
            "t141"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "reply_gave_up",
  COUNT(CASE WHEN "t141"."won_s" < 9000000000 THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won_event",
  COUNT(
    CASE
      WHEN NOT (
        "t141"."won_s" < 9000000000
      ) AND (
        "t141"."lost_s" < 9000000000
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_lost",
  COUNT(
    CASE
      WHEN NOT (
        "t141"."won_s" < 9000000000
      )
      AND NOT (
        "t141"."lost_s" < 9000000000
      )
      AND (
        (
          "t141"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t141"."reply_s", "t141"."deal_s") = 9000000000
          )
          AND (
            "t141"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE CAST(NULL AS BIGINT)
    END
  ) AS "won_gave_up"
FROM (
  SELECT
    "t140"."lead_id",
    "t140"."source",
    "t140"."reply_s",
    "t140"."deal_s",
    "t140"."won_s",
    "t140"."last_s",
    "t140"."lost_s",
    "t140"."quit_s",
    COALESCE("t140"."k", 0) AS "k",
    CASE
      WHEN "t140"."points" = -1000000
      THEN 'none'
      WHEN "t140"."points" < 40
      THEN '0-39'
      WHEN "t140"."points" < 60
      THEN '40-59'
      WHEN "t140"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM (
    SELECT
      "t133"."lead_id",
      "t133"."start_s",
      "t133"."points",
      "t133"."last_s",
      "t133"."last_key",
      "t133"."reply_s",
      "t133"."reply_key",
      "t133"."deal_s",
      "t133"."won_s",
      "t133"."revived_key",
      "t133"."lost_s",
      "t133"."quit_s",
      "t139"."k",
      "t139"."tried_lead_id",
      "t117"."since_s",
      "t117"."source",
      "t117"."story_id"
    FROM (
      SELECT
        "t130"."lead_id",
        "t130"."start_s",
        "t130"."points",
        "t130"."last_s",
        "t130"."last_key",
        "t130"."reply_s",
        "t130"."reply_key",
        "t130"."deal_s",
        "t130"."won_s",
        "t130"."revived_key",
        COALESCE("t130"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t130"."quit_s", 9000000000) AS "quit_s"
      FROM "t129" AS "t130"
    ) AS "t133"
    LEFT OUTER JOIN (
      SELECT
        "t137"."k",
        "t137"."lead_id" AS "tried_lead_id"
      FROM (
        SELECT
          "t136"."lead_id",
          COUNT(*) AS "k"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t94"."occurred_s",
              "t94"."key",
              "t94"."tried_id",
              "t134"."lead_id",
              "t134"."reply_key",
              "t134"."end_s"
            FROM (
              SELECT
                "t90"."occurred_s",
                "t90"."key",
                "t90"."lead_id" AS "tried_id"
              FROM "t89" AS "t90"
              WHERE
                "t90"."occurred_s" >= COALESCE("t90"."hand_s", -9000000000)
                AND "t90"."is_try" = 1
            ) AS "t94"
            INNER JOIN (
              SELECT
                "t130"."lead_id",
                "t130"."reply_key",
                LEAST("t130"."deal_s", COALESCE("t130"."lost_s", 9000000000)) AS "end_s"
              FROM "t129" AS "t130"
            ) AS "t134"
              ON "t94"."tried_id" = "t134"."lead_id"
          ) AS "t135"
          WHERE
            "t135"."key" <= "t135"."reply_key" AND "t135"."occurred_s" <= "t135"."end_s"
        ) AS "t136"
        GROUP BY
          1
      ) AS "t137"
    ) AS "t139"
      ON "t133"."lead_id" = "t139"."tried_lead_id"
    INNER JOIN (
      SELECT
        "t114"."since_s",
        "t114"."source",
        "t114"."lead_id" AS "story_id"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t110"."won_s", 9000000000) AS "won_s",
            COALESCE("t110"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t110"."back_s", 9000000000) AS "back_s",
            "t110"."found_by",
            "t110"."origin_lead_id" AS "lead_id",
            "t110"."origin_s" AS "since_s",
            "t110"."origin_month" AS "month",
            "t110"."origin" AS "source"
          FROM (
            SELECT
              "t87"."origin_lead_id",
              "t87"."origin",
              "t87"."found_by",
              "t87"."origin_s",
              "t87"."origin_month",
              "t107"."lead_id",
              "t107"."first_s",
              "t107"."first_month",
              "t107"."won_s",
              "t107"."lost_s",
              "t107"."back_s"
            FROM (
              SELECT
                "t78"."lead_id" AS "origin_lead_id",
                COALESCE("t78"."source", 'unknown') AS "origin",
                CASE
                  WHEN "t78"."side" IN ('buyer', 'marketing')
                  THEN 'marketing'
                  ELSE CASE WHEN "t78"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                END AS "found_by",
                "t78"."occurred_s" AS "origin_s",
                CAST("t78"."occurred_month" AS BIGINT) AS "origin_month"
              FROM "t75" AS "t78"
            ) AS "t87"
            LEFT OUTER JOIN "t100" AS "t107"
              ON "t87"."origin_lead_id" = "t107"."lead_id"
          ) AS "t110"
        ) AS "t112"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            COALESCE("t109"."won_s", 9000000000) AS "won_s",
            COALESCE("t109"."lost_s", 9000000000) AS "lost_s",
            COALESCE("t109"."back_s", 9000000000) AS "back_s",
            'unknown' AS "found_by",
            "t109"."lead_id",
            "t109"."first_s" AS "since_s",
            "t109"."first_month" AS "month",
            'unknown' AS "source"
          FROM (
            SELECT
              "t106"."lead_id",
              "t106"."first_s",
              "t106"."first_month",
              "t106"."won_s",
              "t106"."lost_s",
              "t106"."back_s",
              "t84"."origin_lead_id"
            FROM "t100" AS "t106"
            LEFT OUTER JOIN (
              SELECT
                "t78"."lead_id" AS "origin_lead_id"
              FROM "t75" AS "t78"
            ) AS "t84"
              ON "t106"."lead_id" = "t84"."origin_lead_id"
          ) AS "t109"
          WHERE
            COALESCE("t109"."origin_lead_id", 0) = 0
        ) AS "t113"
      ) AS "t114"
    ) AS "t117"
      ON "t133"."lead_id" = "t117"."story_id"
  ) AS "t140"
  WHERE
    CASE
      WHEN "t140"."start_s" > -9000000000
      THEN "t140"."start_s"
      ELSE "t140"."since_s"
    END >= ${since_s}
    AND CASE
      WHEN "t140"."start_s" > -9000000000
      THEN "t140"."start_s"
      ELSE "t140"."since_s"
    END < ${until_s}
) AS "t141"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t8" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t29" AS (
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
), "t39" AS (
  SELECT
    "t38"."lead_id" AS "gone_id",
    MAX("t38"."target_id") AS "into_id",
    MAX("t38"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t29" AS "t30"
      WHERE
        "t30"."seq" IN (
          SELECT
            "t35"."last_seq"
          FROM (
            SELECT
              "t34"."lead_id",
              MAX("t34"."seq") AS "last_seq"
            FROM (
              SELECT
                "t31"."lead_id",
                "t31"."occurred_s",
                "t31"."seq",
                "t31"."target_id",
                "t33"."last_s"
              FROM "t29" AS "t31"
              INNER JOIN (
                SELECT
                  "t30"."lead_id",
                  MAX("t30"."occurred_s") AS "last_s"
                FROM "t29" AS "t30"
                GROUP BY
                  1
              ) AS "t33"
                ON "t31"."lead_id" = "t33"."lead_id" AND "t31"."occurred_s" = "t33"."last_s"
            ) AS "t34"
            GROUP BY
              1
          ) AS "t35"
        )
    ) AS "t37"
    WHERE
      "t37"."target_id" <> 0 AND "t37"."target_id" <> "t37"."lead_id"
  ) AS "t38"
  GROUP BY
    1
), "t50" AS (
  SELECT
    "t23"."seq",
    "t23"."id",
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
    "t49"."gone_id",
    "t49"."into_id"
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
          AND "t0"."kind" IN ('disqualified', 'gave_up', 'lost', 'recycled', 'rejected')
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
      "t47"."gone_id",
      COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
    FROM (
      SELECT
        "t46"."gone_id",
        "t46"."merged_s",
        "t46"."into_id",
        "t43"."via_id",
        "t43"."onward_id"
      FROM (
        SELECT
          "t44"."gone_id",
          "t44"."merged_s",
          COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
        FROM (
          SELECT
            "t41"."gone_id",
            "t41"."into_id",
            "t41"."merged_s",
            "t43"."via_id",
            "t43"."onward_id"
          FROM "t39" AS "t41"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t41"."into_id" = "t43"."via_id"
        ) AS "t44"
      ) AS "t46"
      LEFT OUTER JOIN (
        SELECT
          "t40"."gone_id" AS "via_id",
          "t40"."into_id" AS "onward_id"
        FROM "t39" AS "t40"
      ) AS "t43"
        ON "t46"."into_id" = "t43"."via_id"
    ) AS "t47"
  ) AS "t49"
    ON "t23"."lead_id" = "t49"."gone_id"
), "t57" AS (
  SELECT
    COALESCE("t52"."into_id", "t52"."lead_id") AS "lead_id",
    "t52"."side",
    "t52"."source",
    "t52"."occurred_s",
    "t52"."occurred_month",
    (
      "t52"."occurred_s" * 4000000000
    ) + "t52"."seq" AS "key"
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
      "t49"."gone_id",
      "t49"."into_id"
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
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t25"."lead_id" = "t49"."gone_id"
  ) AS "t52"
), "t59" AS (
  SELECT
    COALESCE("t55"."into_id", "t55"."lead_id") AS "lead_id",
    "t55"."recorded_s",
    "t55"."occurred_s",
    (
      "t55"."occurred_s" * 4000000000
    ) + "t55"."seq" AS "key",
    COALESCE("t55"."points", -1000000) AS "points",
    COALESCE("t55"."pact_version", 0) AS "version"
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
      "t28"."recorded_s",
      "t28"."pact_version",
      "t49"."gone_id",
      "t49"."into_id"
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
        "t15"."recorded_s",
        "t15"."pact_version"
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
        "t47"."gone_id",
        COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
      FROM (
        SELECT
          "t46"."gone_id",
          "t46"."merged_s",
          "t46"."into_id",
          "t43"."via_id",
          "t43"."onward_id"
        FROM (
          SELECT
            "t44"."gone_id",
            "t44"."merged_s",
            COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
          FROM (
            SELECT
              "t41"."gone_id",
              "t41"."into_id",
              "t41"."merged_s",
              "t43"."via_id",
              "t43"."onward_id"
            FROM "t39" AS "t41"
            LEFT OUTER JOIN (
              SELECT
                "t40"."gone_id" AS "via_id",
                "t40"."into_id" AS "onward_id"
              FROM "t39" AS "t40"
            ) AS "t43"
              ON "t41"."into_id" = "t43"."via_id"
          ) AS "t44"
        ) AS "t46"
        LEFT OUTER JOIN (
          SELECT
            "t40"."gone_id" AS "via_id",
            "t40"."into_id" AS "onward_id"
          FROM "t39" AS "t40"
        ) AS "t43"
          ON "t46"."into_id" = "t43"."via_id"
      ) AS "t47"
    ) AS "t49"
      ON "t28"."lead_id" = "t49"."gone_id"
  ) AS "t55"
), "t74" AS (
  SELECT
    "t67"."lead_id",
    MIN("t67"."occurred_s") AS "first_s",
    CAST(MIN("t67"."occurred_month") AS BIGINT) AS "first_month",
    MIN(CASE WHEN "t67"."kind" = 'won' THEN "t67"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t67"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t67"."key"
        ELSE -9000000000000000000
      END
    ) AS "revived_key"
  FROM (
    SELECT
      COALESCE("t53"."into_id", "t53"."lead_id") AS "lead_id",
      "t53"."kind",
      "t53"."occurred_s",
      "t53"."occurred_month",
      (
        "t53"."occurred_s" * 4000000000
      ) + "t53"."seq" AS "key",
      "t53"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t53"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t53"."side" = 'buyer'
        )
      ) AS "is_talk"
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
        "t49"."gone_id",
        "t49"."into_id"
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
          "t47"."gone_id",
          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
        FROM (
          SELECT
            "t46"."gone_id",
            "t46"."merged_s",
            "t46"."into_id",
            "t43"."via_id",
            "t43"."onward_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."merged_s",
              COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
            FROM (
              SELECT
                "t41"."gone_id",
                "t41"."into_id",
                "t41"."merged_s",
                "t43"."via_id",
                "t43"."onward_id"
              FROM "t39" AS "t41"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."gone_id" AS "via_id",
                  "t40"."into_id" AS "onward_id"
                FROM "t39" AS "t40"
              ) AS "t43"
                ON "t41"."into_id" = "t43"."via_id"
            ) AS "t44"
          ) AS "t46"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t46"."into_id" = "t43"."via_id"
        ) AS "t47"
      ) AS "t49"
        ON "t26"."lead_id" = "t49"."gone_id"
    ) AS "t53"
  ) AS "t67"
  GROUP BY
    1
), "t75" AS (
  SELECT
    *
  FROM "t57" AS "t62"
  WHERE
    "t62"."key" IN (
      SELECT
        "t70"."first_key"
      FROM (
        SELECT
          "t62"."lead_id" AS "first_lead_id",
          MIN("t62"."key") AS "first_key"
        FROM "t57" AS "t62"
        GROUP BY
          1
      ) AS "t70"
    )
), "t89" AS (
  SELECT
    "t69"."lead_id",
    "t69"."occurred_s",
    "t69"."key",
    "t69"."is_talk",
    "t69"."is_try",
    "t85"."hand_s",
    "t85"."points",
    "t85"."handed_lead_id"
  FROM (
    SELECT
      COALESCE("t51"."into_id", "t51"."lead_id") AS "lead_id",
      "t51"."occurred_s",
      (
        "t51"."occurred_s" * 4000000000
      ) + "t51"."seq" AS "key",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t51"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t51"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk",
      CASE
        WHEN "t51"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          "t51"."side" = 'sales'
        )
        THEN 1
        ELSE 0
      END AS "is_try"
    FROM (
      SELECT
        "t24"."seq",
        "t24"."id",
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
        "t49"."gone_id",
        "t49"."into_id"
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
              AND "t0"."kind" IN ('call', 'email', 'meeting', 'social')
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
          "t47"."gone_id",
          COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
        FROM (
          SELECT
            "t46"."gone_id",
            "t46"."merged_s",
            "t46"."into_id",
            "t43"."via_id",
            "t43"."onward_id"
          FROM (
            SELECT
              "t44"."gone_id",
              "t44"."merged_s",
              COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
            FROM (
              SELECT
                "t41"."gone_id",
                "t41"."into_id",
                "t41"."merged_s",
                "t43"."via_id",
                "t43"."onward_id"
              FROM "t39" AS "t41"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."gone_id" AS "via_id",
                  "t40"."into_id" AS "onward_id"
                FROM "t39" AS "t40"
              ) AS "t43"
                ON "t41"."into_id" = "t43"."via_id"
            ) AS "t44"
          ) AS "t46"
          LEFT OUTER JOIN (
            SELECT
              "t40"."gone_id" AS "via_id",
              "t40"."into_id" AS "onward_id"
            FROM "t39" AS "t40"
          ) AS "t43"
            ON "t46"."into_id" = "t43"."via_id"
        ) AS "t47"
      ) AS "t49"
        ON "t24"."lead_id" = "t49"."gone_id"
    ) AS "t51"
  ) AS "t69"
  LEFT OUTER JOIN (
    SELECT
      "t77"."occurred_s" AS "hand_s",
      CAST("t77"."points" AS BIGINT) AS "points",
      "t77"."lead_id" AS "handed_lead_id"
    FROM (
      SELECT
        *
      FROM "t59" AS "t64"
      WHERE
        "t64"."key" IN (
          SELECT
            "t71"."first_key"
          FROM (
            SELECT
              "t64"."lead_id" AS "first_lead_id",
              MIN("t64"."key") AS "first_key"
            FROM "t59" AS "t64"
            GROUP BY
              1
          ) AS "t71"
        )
    ) AS "t77"
  ) AS "t85"
    ON "t69"."lead_id" = "t85"."handed_lead_id"
), "t97" AS (
  SELECT
    "t93"."lead_id",
    MIN("t93"."start_s") AS "start_s",
    MIN("t93"."points") AS "points",
    MAX(CASE WHEN "t93"."is_try" = 1 THEN "t93"."occurred_s" ELSE -9000000000 END) AS "last_s",
    MAX(CASE WHEN "t93"."is_try" = 1 THEN "t93"."key" ELSE -9000000000000000000 END) AS "last_key",
    MIN(CASE WHEN "t93"."is_talk" = 1 THEN "t93"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(CASE WHEN "t93"."is_talk" = 1 THEN "t93"."key" ELSE 9000000000000000000 END) AS "reply_key"
  FROM (
    SELECT
      "t90"."lead_id",
      "t90"."occurred_s",
      "t90"."key",
      "t90"."is_talk",
      "t90"."is_try",
      COALESCE("t90"."hand_s", -9000000000) AS "start_s",
      COALESCE("t90"."points", -1000000) AS "points"
    FROM "t89" AS "t90"
    WHERE
      "t90"."occurred_s" >= COALESCE("t90"."hand_s", -9000000000)
  ) AS "t93"
  GROUP BY
    1
), "t100" AS (
  SELECT
    "t99"."lead_id",
    "t99"."first_s",
    "t99"."first_month",
    "t99"."won_s",
    "t99"."lost_s",
    "t99"."back_s"
  FROM (
    SELECT
      "t79"."lead_id",
      "t79"."first_s",
      "t79"."first_month",
      "t79"."won_s",
      "t79"."revived_key",
      "t96"."ended_lead_id",
      "t96"."lost_s",
      "t96"."back_s"
    FROM "t74" AS "t79"
    LEFT OUTER JOIN (
      SELECT
        "t91"."ended_lead_id",
        MIN(
          CASE
            WHEN "t91"."kind" IN ('disqualified', 'lost')
            THEN "t91"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t91"."kind" IN ('gave_up', 'recycled', 'rejected')
            THEN "t91"."occurred_s"
            ELSE 9000000000
          END
        ) AS "back_s"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t66"."kind",
            "t66"."occurred_s",
            "t66"."ended_lead_id",
            "t66"."key",
            "t82"."lead_id",
            "t82"."won_s",
            "t82"."revived_key"
          FROM (
            SELECT
              "t56"."kind",
              "t56"."occurred_s",
              COALESCE("t56"."into_id", "t56"."lead_id") AS "ended_lead_id",
              (
                "t56"."occurred_s" * 4000000000
              ) + "t56"."seq" AS "key"
            FROM "t50" AS "t56"
          ) AS "t66"
          INNER JOIN (
            SELECT
              "t76"."lead_id",
              "t76"."won_s",
              "t76"."revived_key"
            FROM "t74" AS "t76"
          ) AS "t82"
            ON "t66"."ended_lead_id" = "t82"."lead_id"
        ) AS "t88"
        WHERE
          "t88"."won_s" = 9000000000 AND "t88"."key" > "t88"."revived_key"
      ) AS "t91"
      GROUP BY
        1
    ) AS "t96"
      ON "t79"."lead_id" = "t96"."ended_lead_id"
  ) AS "t99"
), "t119" AS (
  SELECT
    "t104"."lead_id",
    "t104"."start_s",
    "t104"."points",
    "t104"."last_s",
    "t104"."last_key",
    "t104"."reply_s",
    "t104"."reply_key",
    "t118"."told_lead_id",
    "t118"."deal_s",
    "t118"."won_s",
    "t118"."revived_key"
  FROM (
    SELECT
      *
    FROM "t97" AS "t98"
    WHERE
      "t98"."last_s" > -9000000000
  ) AS "t104"
  LEFT OUTER JOIN (
    SELECT
      "t111"."told_lead_id",
      MIN(
        CASE
          WHEN "t111"."kind" IN ('deal_opened', 'won')
          THEN "t111"."occurred_s"
          ELSE 9000000000
        END
      ) AS "deal_s",
      MIN(CASE WHEN "t111"."kind" = 'won' THEN "t111"."occurred_s" ELSE 9000000000 END) AS "won_s",
      MAX(
        CASE
          WHEN "t111"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
          THEN "t111"."key"
          ELSE -9000000000000000000
        END
      ) AS "revived_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t63"."kind",
          "t63"."occurred_s",
          "t63"."told_lead_id",
          "t63"."key",
          "t105"."lead_id",
          "t105"."start_s"
        FROM (
          SELECT
            "t54"."kind",
            "t54"."occurred_s",
            COALESCE("t54"."into_id", "t54"."lead_id") AS "told_lead_id",
            (
              "t54"."occurred_s" * 4000000000
            ) + "t54"."seq" AS "key"
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
              "t49"."gone_id",
              "t49"."into_id"
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
                    AND "t0"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken', 'won')
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
            ) AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t47"."gone_id",
                COALESCE("t47"."onward_id", "t47"."into_id") AS "into_id"
              FROM (
                SELECT
                  "t46"."gone_id",
                  "t46"."merged_s",
                  "t46"."into_id",
                  "t43"."via_id",
                  "t43"."onward_id"
                FROM (
                  SELECT
                    "t44"."gone_id",
                    "t44"."merged_s",
                    COALESCE("t44"."onward_id", "t44"."into_id") AS "into_id"
                  FROM (
                    SELECT
                      "t41"."gone_id",
                      "t41"."into_id",
                      "t41"."merged_s",
                      "t43"."via_id",
                      "t43"."onward_id"
                    FROM "t39" AS "t41"
                    LEFT OUTER JOIN (
                      SELECT
                        "t40"."gone_id" AS "via_id",
                        "t40"."into_id" AS "onward_id"
                      FROM "t39" AS "t40"
                    ) AS "t43"
                      ON "t41"."into_id" = "t43"."via_id"
                  ) AS "t44"
                ) AS "t46"
                LEFT OUTER JOIN (
                  SELECT
                    "t40"."gone_id" AS "via_id",
                    "t40"."into_id" AS "onward_id"
                  FROM "t39" AS "t40"
                ) AS "t43"
                  ON "t46"."into_id" = "t43"."via_id"
              ) AS "t47"
            ) AS "t49"
              ON "t27"."lead_id" = "t49"."gone_id"
          ) AS "t54"
        ) AS "t63"
        INNER JOIN (
          SELECT
            "t98"."lead_id",
            "t98"."start_s"
          FROM "t97" AS "t98"
          WHERE
            "t98"."last_s" > -9000000000
        ) AS "t105"
          ON "t63"."told_lead_id" = "t105"."lead_id"
      ) AS "t108"
      WHERE
        "t108"."occurred_s" >= "t108"."start_s"
    ) AS "t111"
    GROUP BY
      1
  ) AS "t118"
    ON "t104"."lead_id" = "t118"."told_lead_id"
), "t129" AS (
  SELECT
    "t123"."lead_id",
    "t123"."start_s",
    "t123"."points",
    "t123"."last_s",
    "t123"."last_key",
    "t123"."reply_s",
    "t123"."reply_key",
    "t123"."deal_s",
    "t123"."won_s",
    "t123"."revived_key",
    "t128"."told_lead_id",
    "t128"."lost_s",
    "t128"."quit_s"
  FROM (
    SELECT
      "t120"."lead_id",
      "t120"."start_s",
      "t120"."points",
      "t120"."last_s",
      "t120"."last_key",
      "t120"."reply_s",
      "t120"."reply_key",
      COALESCE("t120"."deal_s", 9000000000) AS "deal_s",
      COALESCE("t120"."won_s", 9000000000) AS "won_s",
      COALESCE("t120"."revived_key", -9000000000000000000) AS "revived_key"
    FROM "t119" AS "t120"
  ) AS "t123"
  LEFT OUTER JOIN (
    SELECT
      "t126"."told_lead_id",
      MIN(
        CASE
          WHEN "t126"."kind" IN ('disqualified', 'lost', 'rejected')
          AND (
            "t126"."won_s" = 9000000000
          )
          AND (
            "t126"."key" > "t126"."revived_key"
          )
          THEN "t126"."occurred_s"
          ELSE 9000000000
        END
      ) AS "lost_s",
      MIN(
        CASE
          WHEN "t126"."kind" IN ('gave_up', 'recycled')
          AND (
            "t126"."key" > "t126"."revived_key"
          )
          AND (
            "t126"."key" > "t126"."last_key"
          )
          THEN "t126"."occurred_s"
          ELSE 9000000000
        END
      ) AS "quit_s"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t65"."kind",
          "t65"."occurred_s",
          "t65"."told_lead_id",
          "t65"."key",
          "t124"."lead_id",
          "t124"."start_s",
          "t124"."won_s",
          "t124"."revived_key",
          "t124"."last_key"
        FROM (
          SELECT
            "t56"."kind",
            "t56"."occurred_s",
            COALESCE("t56"."into_id", "t56"."lead_id") AS "told_lead_id",
            (
              "t56"."occurred_s" * 4000000000
            ) + "t56"."seq" AS "key"
          FROM "t50" AS "t56"
        ) AS "t65"
        INNER JOIN (
          SELECT
            "t120"."lead_id",
            "t120"."start_s",
            COALESCE("t120"."won_s", 9000000000) AS "won_s",
            COALESCE("t120"."revived_key", -9000000000000000000) AS "revived_key",
            "t120"."last_key"
          FROM "t119" AS "t120"
        ) AS "t124"
          ON "t65"."told_lead_id" = "t124"."lead_id"
      ) AS "t125"
      WHERE
        "t125"."occurred_s" >= "t125"."start_s"
    ) AS "t126"
    GROUP BY
      1
  ) AS "t128"
    ON "t123"."lead_id" = "t128"."told_lead_id"
)
SELECT
  "t142"."source",
  "t142"."days",
  COUNT(*) AS "leads",
  COUNT(CASE WHEN "t142"."is_won" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "won",
  COUNT(CASE WHEN "t142"."is_lost" THEN 1 ELSE CAST(NULL AS BIGINT) END) AS "lost"
FROM (
  SELECT
    "t141"."source",
    "t141"."won_s" < 9000000000 AS "is_won",
    (
      "t141"."lost_s" < 9000000000
    ) AND NOT (
      "t141"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST((
        CASE
          WHEN CASE
            WHEN "t141"."won_s" < 9000000000
            THEN "t141"."won_s"
            ELSE CASE
              WHEN "t141"."lost_s" < 9000000000
              THEN "t141"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t141"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t141"."won_s" < 9000000000
            THEN "t141"."won_s"
            ELSE CASE
              WHEN "t141"."lost_s" < 9000000000
              THEN "t141"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t141"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t141"."won_s" < 9000000000
              THEN "t141"."won_s"
              ELSE CASE
                WHEN "t141"."lost_s" < 9000000000
                THEN "t141"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t141"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t141"."won_s" < 9000000000
              THEN "t141"."won_s"
              ELSE CASE
                WHEN "t141"."lost_s" < 9000000000
                THEN "t141"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t141"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST((
        CASE
          WHEN CASE
            WHEN "t141"."won_s" < 9000000000
            THEN "t141"."won_s"
            ELSE CASE
              WHEN "t141"."lost_s" < 9000000000
              THEN "t141"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t141"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t141"."won_s" < 9000000000
            THEN "t141"."won_s"
            ELSE CASE
              WHEN "t141"."lost_s" < 9000000000
              THEN "t141"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t141"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t141"."won_s" < 9000000000
              THEN "t141"."won_s"
              ELSE CASE
                WHEN "t141"."lost_s" < 9000000000
                THEN "t141"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t141"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t141"."won_s" < 9000000000
              THEN "t141"."won_s"
              ELSE CASE
                WHEN "t141"."lost_s" < 9000000000
                THEN "t141"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t141"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t140"."source",
      "t140"."won_s",
      COALESCE("t140"."k", 0) AS "k",
      "t140"."lost_s",
      LEAST("t140"."reply_s", "t140"."deal_s") AS "reply_s"
    FROM (
      SELECT
        "t133"."lead_id",
        "t133"."start_s",
        "t133"."points",
        "t133"."last_s",
        "t133"."last_key",
        "t133"."reply_s",
        "t133"."reply_key",
        "t133"."deal_s",
        "t133"."won_s",
        "t133"."revived_key",
        "t133"."lost_s",
        "t133"."quit_s",
        "t139"."k",
        "t139"."tried_lead_id",
        "t117"."since_s",
        "t117"."source",
        "t117"."story_id"
      FROM (
        SELECT
          "t130"."lead_id",
          "t130"."start_s",
          "t130"."points",
          "t130"."last_s",
          "t130"."last_key",
          "t130"."reply_s",
          "t130"."reply_key",
          "t130"."deal_s",
          "t130"."won_s",
          "t130"."revived_key",
          COALESCE("t130"."lost_s", 9000000000) AS "lost_s",
          COALESCE("t130"."quit_s", 9000000000) AS "quit_s"
        FROM "t129" AS "t130"
      ) AS "t133"
      LEFT OUTER JOIN (
        SELECT
          "t137"."k",
          "t137"."lead_id" AS "tried_lead_id"
        FROM (
          SELECT
            "t136"."lead_id",
            COUNT(*) AS "k"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t94"."occurred_s",
                "t94"."key",
                "t94"."tried_id",
                "t134"."lead_id",
                "t134"."reply_key",
                "t134"."end_s"
              FROM (
                SELECT
                  "t90"."occurred_s",
                  "t90"."key",
                  "t90"."lead_id" AS "tried_id"
                FROM "t89" AS "t90"
                WHERE
                  "t90"."occurred_s" >= COALESCE("t90"."hand_s", -9000000000)
                  AND "t90"."is_try" = 1
              ) AS "t94"
              INNER JOIN (
                SELECT
                  "t130"."lead_id",
                  "t130"."reply_key",
                  LEAST("t130"."deal_s", COALESCE("t130"."lost_s", 9000000000)) AS "end_s"
                FROM "t129" AS "t130"
              ) AS "t134"
                ON "t94"."tried_id" = "t134"."lead_id"
            ) AS "t135"
            WHERE
              "t135"."key" <= "t135"."reply_key" AND "t135"."occurred_s" <= "t135"."end_s"
          ) AS "t136"
          GROUP BY
            1
        ) AS "t137"
      ) AS "t139"
        ON "t133"."lead_id" = "t139"."tried_lead_id"
      INNER JOIN (
        SELECT
          "t114"."since_s",
          "t114"."source",
          "t114"."lead_id" AS "story_id"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              COALESCE("t110"."won_s", 9000000000) AS "won_s",
              COALESCE("t110"."lost_s", 9000000000) AS "lost_s",
              COALESCE("t110"."back_s", 9000000000) AS "back_s",
              "t110"."found_by",
              "t110"."origin_lead_id" AS "lead_id",
              "t110"."origin_s" AS "since_s",
              "t110"."origin_month" AS "month",
              "t110"."origin" AS "source"
            FROM (
              SELECT
                "t87"."origin_lead_id",
                "t87"."origin",
                "t87"."found_by",
                "t87"."origin_s",
                "t87"."origin_month",
                "t107"."lead_id",
                "t107"."first_s",
                "t107"."first_month",
                "t107"."won_s",
                "t107"."lost_s",
                "t107"."back_s"
              FROM (
                SELECT
                  "t78"."lead_id" AS "origin_lead_id",
                  COALESCE("t78"."source", 'unknown') AS "origin",
                  CASE
                    WHEN "t78"."side" IN ('buyer', 'marketing')
                    THEN 'marketing'
                    ELSE CASE WHEN "t78"."side" = 'sales' THEN 'sales' ELSE 'unknown' END
                  END AS "found_by",
                  "t78"."occurred_s" AS "origin_s",
                  CAST("t78"."occurred_month" AS BIGINT) AS "origin_month"
                FROM "t75" AS "t78"
              ) AS "t87"
              LEFT OUTER JOIN "t100" AS "t107"
                ON "t87"."origin_lead_id" = "t107"."lead_id"
            ) AS "t110"
          ) AS "t112"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              COALESCE("t109"."won_s", 9000000000) AS "won_s",
              COALESCE("t109"."lost_s", 9000000000) AS "lost_s",
              COALESCE("t109"."back_s", 9000000000) AS "back_s",
              'unknown' AS "found_by",
              "t109"."lead_id",
              "t109"."first_s" AS "since_s",
              "t109"."first_month" AS "month",
              'unknown' AS "source"
            FROM (
              SELECT
                "t106"."lead_id",
                "t106"."first_s",
                "t106"."first_month",
                "t106"."won_s",
                "t106"."lost_s",
                "t106"."back_s",
                "t84"."origin_lead_id"
              FROM "t100" AS "t106"
              LEFT OUTER JOIN (
                SELECT
                  "t78"."lead_id" AS "origin_lead_id"
                FROM "t75" AS "t78"
              ) AS "t84"
                ON "t106"."lead_id" = "t84"."origin_lead_id"
            ) AS "t109"
            WHERE
              COALESCE("t109"."origin_lead_id", 0) = 0
          ) AS "t113"
        ) AS "t114"
      ) AS "t117"
        ON "t133"."lead_id" = "t117"."story_id"
    ) AS "t140"
    WHERE
      CASE
        WHEN "t140"."start_s" > -9000000000
        THEN "t140"."start_s"
        ELSE "t140"."since_s"
      END >= ${since_s}
      AND CASE
        WHEN "t140"."start_s" > -9000000000
        THEN "t140"."start_s"
        ELSE "t140"."since_s"
      END < ${until_s}
      AND COALESCE("t140"."k", 0) > 0
      AND LEAST("t140"."reply_s", "t140"."deal_s") < 9000000000
      AND LEAST("t140"."reply_s", "t140"."deal_s") <= "t140"."lost_s"
  ) AS "t141"
) AS "t142"
GROUP BY
  1,
  2
