-- spells
WITH "t18" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    CAST(CASE
      WHEN "t13"."kind" = 'merged'
      THEN COALESCE("t13"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
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
      "t10"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t9"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t10"
      ON "t9"."id" = "t10"."wrong_id"
  ) AS "t13"
  WHERE
    COALESCE("t13"."wrong_id", '') = ''
), "t27" AS (
  SELECT
    "t20"."lead_id",
    "t20"."occurred_s",
    "t20"."seq",
    "t20"."target_id",
    "t22"."last_s",
    "t26"."last_seq"
  FROM "t18" AS "t20"
  INNER JOIN (
    SELECT
      "t19"."lead_id",
      MAX("t19"."occurred_s") AS "last_s"
    FROM "t18" AS "t19"
    GROUP BY
      1
  ) AS "t22"
    ON "t20"."lead_id" = "t22"."lead_id" AND "t20"."occurred_s" = "t22"."last_s"
  INNER JOIN (
    SELECT
      "t24"."last_seq"
    FROM (
      SELECT
        "t23"."lead_id",
        MAX("t23"."seq") AS "last_seq"
      FROM (
        SELECT
          "t20"."lead_id",
          "t20"."occurred_s",
          "t20"."seq",
          "t20"."target_id",
          "t22"."last_s"
        FROM "t18" AS "t20"
        INNER JOIN (
          SELECT
            "t19"."lead_id",
            MAX("t19"."occurred_s") AS "last_s"
          FROM "t18" AS "t19"
          GROUP BY
            1
        ) AS "t22"
          ON "t20"."lead_id" = "t22"."lead_id" AND "t20"."occurred_s" = "t22"."last_s"
      ) AS "t23"
      GROUP BY
        1
    ) AS "t24"
  ) AS "t26"
    ON "t20"."seq" = "t26"."last_seq"
), "t40" AS (
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
    "t38"."gone_id",
    "t38"."into_id"
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
        "t10"."wrong_id"
      FROM (
        SELECT
          "t0"."seq",
          "t0"."id",
          "t0"."kind",
          "t0"."occurred_s",
          "t0"."occurred_month",
          "t0"."lead_id",
          "t0"."person_id",
          "t0"."side",
          "t0"."source",
          "t0"."value_code",
          "t0"."value_number",
          "t0"."points",
          "t0"."due_s",
          "t0"."worked_s"
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
      ) AS "t8"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t10"
        ON "t8"."id" = "t10"."wrong_id"
    ) AS "t12"
    WHERE
      COALESCE("t12"."wrong_id", '') = '' AND COALESCE("t12"."lead_id", 0) <> 0
  ) AS "t17"
  LEFT OUTER JOIN (
    SELECT
      "t36"."gone_id",
      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
    FROM (
      SELECT
        "t35"."gone_id",
        "t35"."merged_s",
        "t35"."into_id",
        "t31"."via_id",
        "t31"."onward_id"
      FROM (
        SELECT
          "t33"."gone_id",
          "t33"."merged_s",
          COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."into_id",
            "t32"."merged_s",
            "t31"."via_id",
            "t31"."onward_id"
          FROM (
            SELECT
              "t28"."lead_id" AS "gone_id",
              "t28"."target_id" AS "into_id",
              "t28"."occurred_s" AS "merged_s"
            FROM "t27" AS "t28"
            WHERE
              "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
          ) AS "t32"
          LEFT OUTER JOIN (
            SELECT
              "t28"."lead_id" AS "via_id",
              "t28"."target_id" AS "onward_id"
            FROM "t27" AS "t28"
            WHERE
              "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
          ) AS "t31"
            ON "t32"."into_id" = "t31"."via_id"
        ) AS "t33"
      ) AS "t35"
      LEFT OUTER JOIN (
        SELECT
          "t28"."lead_id" AS "via_id",
          "t28"."target_id" AS "onward_id"
        FROM "t27" AS "t28"
        WHERE
          "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
      ) AS "t31"
        ON "t35"."into_id" = "t31"."via_id"
    ) AS "t36"
  ) AS "t38"
    ON "t17"."lead_id" = "t38"."gone_id"
), "t45" AS (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."kind",
    "t39"."occurred_s",
    "t39"."seq",
    "t39"."points",
    CASE
      WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_talk",
    CASE
      WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t39"."side" = 'sales'
      )
      THEN 1
      ELSE 0
    END AS "is_try"
  FROM (
    SELECT
      "t16"."seq",
      "t16"."id",
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
      "t38"."gone_id",
      "t38"."into_id"
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
          "t10"."wrong_id"
        FROM (
          SELECT
            "t0"."seq",
            "t0"."id",
            "t0"."kind",
            "t0"."occurred_s",
            "t0"."occurred_month",
            "t0"."lead_id",
            "t0"."person_id",
            "t0"."side",
            "t0"."source",
            "t0"."value_code",
            "t0"."value_number",
            "t0"."points",
            "t0"."due_s",
            "t0"."worked_s"
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
              'recycled',
              'rejected',
              'social',
              'woken',
              'won'
            )
        ) AS "t7"
        LEFT OUTER JOIN (
          SELECT DISTINCT
            COALESCE("t0"."corrects_id", '') AS "wrong_id"
          FROM "facts" AS "t0"
          WHERE
            "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
        ) AS "t10"
          ON "t7"."id" = "t10"."wrong_id"
      ) AS "t11"
      WHERE
        COALESCE("t11"."wrong_id", '') = '' AND COALESCE("t11"."lead_id", 0) <> 0
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t36"."gone_id",
        COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
      FROM (
        SELECT
          "t35"."gone_id",
          "t35"."merged_s",
          "t35"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t33"."gone_id",
            "t33"."merged_s",
            COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
          FROM (
            SELECT
              "t32"."gone_id",
              "t32"."into_id",
              "t32"."merged_s",
              "t31"."via_id",
              "t31"."onward_id"
            FROM (
              SELECT
                "t28"."lead_id" AS "gone_id",
                "t28"."target_id" AS "into_id",
                "t28"."occurred_s" AS "merged_s"
              FROM "t27" AS "t28"
              WHERE
                "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
            ) AS "t32"
            LEFT OUTER JOIN (
              SELECT
                "t28"."lead_id" AS "via_id",
                "t28"."target_id" AS "onward_id"
              FROM "t27" AS "t28"
              WHERE
                "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
            ) AS "t31"
              ON "t32"."into_id" = "t31"."via_id"
          ) AS "t33"
        ) AS "t35"
        LEFT OUTER JOIN (
          SELECT
            "t28"."lead_id" AS "via_id",
            "t28"."target_id" AS "onward_id"
          FROM "t27" AS "t28"
          WHERE
            "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
        ) AS "t31"
          ON "t35"."into_id" = "t31"."via_id"
      ) AS "t36"
    ) AS "t38"
      ON "t16"."lead_id" = "t38"."gone_id"
  ) AS "t39"
), "t48" AS (
  SELECT
    "t42"."lead_id",
    MIN(CASE WHEN "t42"."kind" = 'captured' THEN "t42"."occurred_s" ELSE 9000000000 END) AS "captured_s",
    MIN("t42"."occurred_s") AS "any_s",
    MIN(CASE WHEN "t42"."kind" = 'won' THEN "t42"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t42"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t42"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
  FROM (
    SELECT
      "t41"."seq",
      "t41"."id",
      "t41"."kind",
      "t41"."occurred_s",
      "t41"."occurred_month",
      "t41"."person_id",
      "t41"."side",
      "t41"."source",
      "t41"."value_code",
      "t41"."value_number",
      "t41"."points",
      "t41"."due_s",
      "t41"."worked_s",
      "t41"."lead_id" AS "own_lead_id",
      COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id"
    FROM "t40" AS "t41"
  ) AS "t42"
  GROUP BY
    1
), "t58" AS (
  SELECT
    "t47"."lead_id",
    "t47"."kind",
    "t47"."occurred_s",
    "t47"."seq",
    "t47"."points",
    "t47"."is_talk",
    "t47"."is_try",
    "t57"."start_s"
  FROM "t45" AS "t47"
  INNER JOIN (
    SELECT
      "t51"."lead_id",
      CASE WHEN "t51"."hand_s" < 9000000000 THEN "t51"."hand_s" ELSE -9000000000 END AS "start_s"
    FROM (
      SELECT
        "t46"."lead_id",
        MIN(
          CASE WHEN "t46"."kind" = 'handed_over' THEN "t46"."occurred_s" ELSE 9000000000 END
        ) AS "hand_s"
      FROM "t45" AS "t46"
      GROUP BY
        1
    ) AS "t51"
  ) AS "t57"
    ON "t47"."lead_id" = "t57"."lead_id"
), "t67" AS (
  SELECT
    "t61"."lead_id",
    MIN("t61"."start_s") AS "start_s",
    MAX(
      CASE
        WHEN (
          "t61"."kind" = 'handed_over'
        ) AND (
          "t61"."occurred_s" = "t61"."start_s"
        )
        THEN COALESCE("t61"."points", -1000000)
        ELSE -1000000
      END
    ) AS "points",
    MIN(CASE WHEN "t61"."is_talk" = 1 THEN "t61"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(
      CASE
        WHEN "t61"."kind" IN ('deal_opened', 'won')
        THEN "t61"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(CASE WHEN "t61"."kind" = 'won' THEN "t61"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t61"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t61"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MAX(CASE WHEN "t61"."is_try" = 1 THEN "t61"."occurred_s" ELSE -9000000000 END) AS "last_s"
  FROM (
    SELECT
      *
    FROM "t58" AS "t59"
    WHERE
      "t59"."occurred_s" >= "t59"."start_s"
  ) AS "t61"
  GROUP BY
    1
), "t83" AS (
  SELECT
    "t70"."lead_id",
    "t70"."start_s",
    "t70"."points",
    "t70"."reply_s",
    "t70"."deal_s",
    "t70"."won_s",
    "t70"."revived_s",
    "t70"."last_s",
    "t81"."reply_seq",
    "t81"."lost_s",
    "t81"."quit_s",
    "t81"."ended_lead_id"
  FROM "t67" AS "t70"
  LEFT OUTER JOIN (
    SELECT
      "t78"."reply_seq",
      "t78"."lost_s",
      "t78"."quit_s",
      "t78"."lead_id" AS "ended_lead_id"
    FROM (
      SELECT
        "t73"."lead_id",
        MIN(
          CASE
            WHEN (
              "t73"."is_talk" = 1
            ) AND (
              "t73"."occurred_s" = "t73"."reply_s"
            )
            THEN "t73"."seq"
            ELSE 9000000000000000000
          END
        ) AS "reply_seq",
        MIN(
          CASE
            WHEN "t73"."kind" IN ('disqualified', 'lost', 'rejected')
            AND (
              "t73"."won_s" = 9000000000
            )
            AND (
              "t73"."occurred_s" >= "t73"."revived_s"
            )
            THEN "t73"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t73"."kind" IN ('gave_up', 'recycled')
            AND (
              "t73"."occurred_s" >= "t73"."revived_s"
            )
            AND (
              "t73"."occurred_s" >= "t73"."last_s"
            )
            THEN "t73"."occurred_s"
            ELSE 9000000000
          END
        ) AS "quit_s"
      FROM (
        SELECT
          "t66"."lead_id",
          "t66"."kind",
          "t66"."occurred_s",
          "t66"."seq",
          "t66"."is_talk",
          "t71"."start_s",
          "t71"."points",
          "t71"."reply_s",
          "t71"."deal_s",
          "t71"."won_s",
          "t71"."revived_s",
          "t71"."last_s"
        FROM (
          SELECT
            "t59"."lead_id",
            "t59"."kind",
            "t59"."occurred_s",
            "t59"."seq",
            "t59"."is_talk"
          FROM "t58" AS "t59"
          WHERE
            "t59"."occurred_s" >= "t59"."start_s"
            AND (
              (
                "t59"."is_talk" = 1
              )
              OR "t59"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
            )
        ) AS "t66"
        INNER JOIN "t67" AS "t71"
          ON "t66"."lead_id" = "t71"."lead_id"
      ) AS "t73"
      GROUP BY
        1
    ) AS "t78"
  ) AS "t81"
    ON "t70"."lead_id" = "t81"."ended_lead_id"
)
SELECT
  "t95"."band",
  "t95"."source",
  "t95"."k",
  COUNT(*) AS "leads",
  SUM(
    CASE
      WHEN (
        LEAST("t95"."reply_s", "t95"."deal_s") < 9000000000
      )
      AND (
        LEAST("t95"."reply_s", "t95"."deal_s") <= "t95"."lost_s"
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_event",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t95"."reply_s", "t95"."deal_s") < 9000000000
        )
        AND (
          LEAST("t95"."reply_s", "t95"."deal_s") <= "t95"."lost_s"
        )
      )
      AND (
        "t95"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_lost",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t95"."reply_s", "t95"."deal_s") < 9000000000
        )
        AND (
          LEAST("t95"."reply_s", "t95"."deal_s") <= "t95"."lost_s"
        )
      )
      AND NOT (
        "t95"."lost_s" < 9000000000
      )
      AND (
        (
          "t95"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t95"."reply_s", "t95"."deal_s") = 9000000000
          )
          AND (
            "t95"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_gave_up",
  SUM(CASE WHEN "t95"."won_s" < 9000000000 THEN 1 ELSE 0 END) AS "won_event",
  SUM(
    CASE
      WHEN NOT (
        "t95"."won_s" < 9000000000
      ) AND (
        "t95"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_lost",
  SUM(
    CASE
      WHEN NOT (
        "t95"."won_s" < 9000000000
      )
      AND NOT (
        "t95"."lost_s" < 9000000000
      )
      AND (
        (
          "t95"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t95"."reply_s", "t95"."deal_s") = 9000000000
          )
          AND (
            "t95"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_gave_up"
FROM (
  SELECT
    "t94"."source",
    "t94"."reply_s",
    "t94"."deal_s",
    "t94"."won_s",
    "t94"."last_s",
    "t94"."lost_s",
    "t94"."quit_s",
    COALESCE("t94"."k", 0) AS "k",
    CASE
      WHEN "t94"."points" = -1000000
      THEN 'none'
      WHEN "t94"."points" < 40
      THEN '0-39'
      WHEN "t94"."points" < 60
      THEN '40-59'
      WHEN "t94"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM (
    SELECT
      "t88"."lead_id",
      "t88"."start_s",
      "t88"."points",
      "t88"."reply_s",
      "t88"."deal_s",
      "t88"."won_s",
      "t88"."revived_s",
      "t88"."last_s",
      "t88"."reply_seq",
      "t88"."lost_s",
      "t88"."quit_s",
      "t93"."k",
      "t93"."tried_lead_id",
      "t82"."since_s",
      "t82"."source",
      "t82"."told_lead_id"
    FROM (
      SELECT
        "t84"."lead_id",
        "t84"."start_s",
        "t84"."points",
        "t84"."reply_s",
        "t84"."deal_s",
        "t84"."won_s",
        "t84"."revived_s",
        "t84"."last_s",
        COALESCE("t84"."reply_seq", 9000000000000000000) AS "reply_seq",
        COALESCE("t84"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t84"."quit_s", 9000000000) AS "quit_s"
      FROM "t83" AS "t84"
      WHERE
        "t84"."last_s" > -9000000000
    ) AS "t88"
    LEFT OUTER JOIN (
      SELECT
        "t91"."k",
        "t91"."lead_id" AS "tried_lead_id"
      FROM (
        SELECT
          "t90"."lead_id",
          COUNT(*) AS "k"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t64"."lead_id",
              "t64"."occurred_s",
              "t64"."seq",
              "t87"."reply_s",
              "t87"."reply_seq",
              "t87"."deal_s",
              "t87"."lost_s"
            FROM (
              SELECT
                "t59"."lead_id",
                "t59"."occurred_s",
                "t59"."seq"
              FROM "t58" AS "t59"
              WHERE
                "t59"."occurred_s" >= "t59"."start_s" AND "t59"."is_try" = 1
            ) AS "t64"
            INNER JOIN (
              SELECT
                "t84"."lead_id",
                "t84"."reply_s",
                COALESCE("t84"."reply_seq", 9000000000000000000) AS "reply_seq",
                "t84"."deal_s",
                COALESCE("t84"."lost_s", 9000000000) AS "lost_s"
              FROM "t83" AS "t84"
            ) AS "t87"
              ON "t64"."lead_id" = "t87"."lead_id"
          ) AS "t89"
          WHERE
            (
              (
                "t89"."occurred_s" < "t89"."reply_s"
              )
              OR (
                (
                  "t89"."occurred_s" = "t89"."reply_s"
                )
                AND (
                  "t89"."seq" <= "t89"."reply_seq"
                )
              )
            )
            AND "t89"."occurred_s" <= "t89"."deal_s"
            AND "t89"."occurred_s" <= "t89"."lost_s"
        ) AS "t90"
        GROUP BY
          1
      ) AS "t91"
    ) AS "t93"
      ON "t88"."lead_id" = "t93"."tried_lead_id"
    INNER JOIN (
      SELECT
        "t77"."since_s",
        COALESCE("t77"."source", 'unknown') AS "source",
        "t77"."lead_id" AS "told_lead_id"
      FROM (
        SELECT
          "t76"."lead_id",
          "t76"."won_s",
          "t76"."since_s",
          "t76"."first_seq",
          "t76"."lost_s",
          "t76"."back_s",
          "t6"."seq",
          "t6"."kind",
          "t6"."side",
          "t6"."source",
          "t6"."occurred_month"
        FROM (
          SELECT
            "t74".*
            EXCLUDE ("story_lead_id")
          FROM (
            SELECT
              "t54"."lead_id",
              "t54"."won_s",
              "t54"."since_s",
              "t72"."story_lead_id",
              "t72"."first_seq",
              "t72"."lost_s",
              "t72"."back_s"
            FROM (
              SELECT
                "t49"."lead_id",
                "t49"."won_s",
                CASE
                  WHEN "t49"."captured_s" < 9000000000
                  THEN "t49"."captured_s"
                  ELSE "t49"."any_s"
                END AS "since_s"
              FROM "t48" AS "t49"
            ) AS "t54"
            INNER JOIN (
              SELECT
                "t65"."lead_id" AS "story_lead_id",
                MIN(CASE WHEN "t65"."is_first" = 1 THEN "t65"."seq" ELSE 9000000000000000000 END) AS "first_seq",
                MIN(
                  CASE
                    WHEN (
                      "t65"."is_end" = 1
                    ) AND "t65"."kind" IN ('disqualified', 'lost')
                    THEN "t65"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "lost_s",
                MIN(
                  CASE
                    WHEN (
                      "t65"."is_end" = 1
                    ) AND "t65"."kind" IN ('recycled', 'rejected')
                    THEN "t65"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "back_s"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t56"."lead_id",
                    "t56"."kind",
                    "t56"."occurred_s",
                    "t56"."seq",
                    CASE
                      WHEN (
                        (
                          "t56"."kind" = 'captured'
                        ) AND (
                          "t56"."occurred_s" = "t56"."captured_s"
                        )
                      )
                      OR (
                        (
                          "t56"."captured_s" = 9000000000
                        )
                        AND (
                          "t56"."occurred_s" = "t56"."any_s"
                        )
                      )
                      THEN 1
                      ELSE 0
                    END AS "is_first",
                    CASE
                      WHEN "t56"."kind" IN ('disqualified', 'lost', 'recycled', 'rejected')
                      AND (
                        "t56"."occurred_s" >= "t56"."revived_s"
                      )
                      AND (
                        "t56"."won_s" = 9000000000
                      )
                      THEN 1
                      ELSE 0
                    END AS "is_end"
                  FROM (
                    SELECT
                      "t44"."lead_id",
                      "t44"."kind",
                      "t44"."occurred_s",
                      "t44"."seq",
                      "t52"."captured_s",
                      "t52"."any_s",
                      "t52"."won_s",
                      "t52"."revived_s"
                    FROM (
                      SELECT
                        COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                        "t41"."kind",
                        "t41"."occurred_s",
                        "t41"."seq"
                      FROM "t40" AS "t41"
                    ) AS "t44"
                    INNER JOIN (
                      SELECT
                        *
                      FROM "t48" AS "t49"
                    ) AS "t52"
                      ON "t44"."lead_id" = "t52"."lead_id"
                  ) AS "t56"
                ) AS "t60"
                WHERE
                  (
                    "t60"."is_first" = 1
                  ) OR (
                    "t60"."is_end" = 1
                  )
              ) AS "t65"
              GROUP BY
                1
            ) AS "t72"
              ON "t54"."lead_id" = "t72"."story_lead_id"
          ) AS "t74"
        ) AS "t76"
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
              'recycled',
              'rejected',
              'accepted',
              'deal_opened',
              'handed_over',
              'woken'
            )
        ) AS "t6"
          ON "t76"."first_seq" = "t6"."seq"
      ) AS "t77"
    ) AS "t82"
      ON "t88"."lead_id" = "t82"."told_lead_id"
  ) AS "t94"
  WHERE
    CASE
      WHEN "t94"."start_s" > -9000000000
      THEN "t94"."start_s"
      ELSE "t94"."since_s"
    END >= ${since_s}
    AND CASE
      WHEN "t94"."start_s" > -9000000000
      THEN "t94"."start_s"
      ELSE "t94"."since_s"
    END < ${until_s}
) AS "t95"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t18" AS (
  SELECT
    "t13"."lead_id",
    "t13"."occurred_s",
    "t13"."seq",
    CAST(CASE
      WHEN "t13"."kind" = 'merged'
      THEN COALESCE("t13"."value_number", 0.0)
      ELSE 0.0
    END AS BIGINT) AS "target_id"
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
      "t10"."wrong_id"
    FROM (
      SELECT
        "t0"."seq",
        "t0"."id",
        "t0"."kind",
        "t0"."occurred_s",
        "t0"."occurred_month",
        "t0"."lead_id",
        "t0"."person_id",
        "t0"."side",
        "t0"."source",
        "t0"."value_code",
        "t0"."value_number",
        "t0"."points",
        "t0"."due_s",
        "t0"."worked_s"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s}
        AND "t0"."occurred_s" <= ${as_of_s}
        AND "t0"."kind" IN ('merged', 'unmerged')
    ) AS "t9"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t10"
      ON "t9"."id" = "t10"."wrong_id"
  ) AS "t13"
  WHERE
    COALESCE("t13"."wrong_id", '') = ''
), "t27" AS (
  SELECT
    "t20"."lead_id",
    "t20"."occurred_s",
    "t20"."seq",
    "t20"."target_id",
    "t22"."last_s",
    "t26"."last_seq"
  FROM "t18" AS "t20"
  INNER JOIN (
    SELECT
      "t19"."lead_id",
      MAX("t19"."occurred_s") AS "last_s"
    FROM "t18" AS "t19"
    GROUP BY
      1
  ) AS "t22"
    ON "t20"."lead_id" = "t22"."lead_id" AND "t20"."occurred_s" = "t22"."last_s"
  INNER JOIN (
    SELECT
      "t24"."last_seq"
    FROM (
      SELECT
        "t23"."lead_id",
        MAX("t23"."seq") AS "last_seq"
      FROM (
        SELECT
          "t20"."lead_id",
          "t20"."occurred_s",
          "t20"."seq",
          "t20"."target_id",
          "t22"."last_s"
        FROM "t18" AS "t20"
        INNER JOIN (
          SELECT
            "t19"."lead_id",
            MAX("t19"."occurred_s") AS "last_s"
          FROM "t18" AS "t19"
          GROUP BY
            1
        ) AS "t22"
          ON "t20"."lead_id" = "t22"."lead_id" AND "t20"."occurred_s" = "t22"."last_s"
      ) AS "t23"
      GROUP BY
        1
    ) AS "t24"
  ) AS "t26"
    ON "t20"."seq" = "t26"."last_seq"
), "t40" AS (
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
    "t38"."gone_id",
    "t38"."into_id"
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
        "t10"."wrong_id"
      FROM (
        SELECT
          "t0"."seq",
          "t0"."id",
          "t0"."kind",
          "t0"."occurred_s",
          "t0"."occurred_month",
          "t0"."lead_id",
          "t0"."person_id",
          "t0"."side",
          "t0"."source",
          "t0"."value_code",
          "t0"."value_number",
          "t0"."points",
          "t0"."due_s",
          "t0"."worked_s"
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
      ) AS "t8"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t10"
        ON "t8"."id" = "t10"."wrong_id"
    ) AS "t12"
    WHERE
      COALESCE("t12"."wrong_id", '') = '' AND COALESCE("t12"."lead_id", 0) <> 0
  ) AS "t17"
  LEFT OUTER JOIN (
    SELECT
      "t36"."gone_id",
      COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
    FROM (
      SELECT
        "t35"."gone_id",
        "t35"."merged_s",
        "t35"."into_id",
        "t31"."via_id",
        "t31"."onward_id"
      FROM (
        SELECT
          "t33"."gone_id",
          "t33"."merged_s",
          COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
        FROM (
          SELECT
            "t32"."gone_id",
            "t32"."into_id",
            "t32"."merged_s",
            "t31"."via_id",
            "t31"."onward_id"
          FROM (
            SELECT
              "t28"."lead_id" AS "gone_id",
              "t28"."target_id" AS "into_id",
              "t28"."occurred_s" AS "merged_s"
            FROM "t27" AS "t28"
            WHERE
              "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
          ) AS "t32"
          LEFT OUTER JOIN (
            SELECT
              "t28"."lead_id" AS "via_id",
              "t28"."target_id" AS "onward_id"
            FROM "t27" AS "t28"
            WHERE
              "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
          ) AS "t31"
            ON "t32"."into_id" = "t31"."via_id"
        ) AS "t33"
      ) AS "t35"
      LEFT OUTER JOIN (
        SELECT
          "t28"."lead_id" AS "via_id",
          "t28"."target_id" AS "onward_id"
        FROM "t27" AS "t28"
        WHERE
          "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
      ) AS "t31"
        ON "t35"."into_id" = "t31"."via_id"
    ) AS "t36"
  ) AS "t38"
    ON "t17"."lead_id" = "t38"."gone_id"
), "t45" AS (
  SELECT
    COALESCE("t39"."into_id", "t39"."lead_id") AS "lead_id",
    "t39"."kind",
    "t39"."occurred_s",
    "t39"."seq",
    "t39"."points",
    CASE
      WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t39"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t39"."side" = 'buyer'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_talk",
    CASE
      WHEN "t39"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t39"."side" = 'sales'
      )
      THEN 1
      ELSE 0
    END AS "is_try"
  FROM (
    SELECT
      "t16"."seq",
      "t16"."id",
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
      "t38"."gone_id",
      "t38"."into_id"
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
          "t10"."wrong_id"
        FROM (
          SELECT
            "t0"."seq",
            "t0"."id",
            "t0"."kind",
            "t0"."occurred_s",
            "t0"."occurred_month",
            "t0"."lead_id",
            "t0"."person_id",
            "t0"."side",
            "t0"."source",
            "t0"."value_code",
            "t0"."value_number",
            "t0"."points",
            "t0"."due_s",
            "t0"."worked_s"
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
              'recycled',
              'rejected',
              'social',
              'woken',
              'won'
            )
        ) AS "t7"
        LEFT OUTER JOIN (
          SELECT DISTINCT
            COALESCE("t0"."corrects_id", '') AS "wrong_id"
          FROM "facts" AS "t0"
          WHERE
            "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
        ) AS "t10"
          ON "t7"."id" = "t10"."wrong_id"
      ) AS "t11"
      WHERE
        COALESCE("t11"."wrong_id", '') = '' AND COALESCE("t11"."lead_id", 0) <> 0
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t36"."gone_id",
        COALESCE("t36"."onward_id", "t36"."into_id") AS "into_id"
      FROM (
        SELECT
          "t35"."gone_id",
          "t35"."merged_s",
          "t35"."into_id",
          "t31"."via_id",
          "t31"."onward_id"
        FROM (
          SELECT
            "t33"."gone_id",
            "t33"."merged_s",
            COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
          FROM (
            SELECT
              "t32"."gone_id",
              "t32"."into_id",
              "t32"."merged_s",
              "t31"."via_id",
              "t31"."onward_id"
            FROM (
              SELECT
                "t28"."lead_id" AS "gone_id",
                "t28"."target_id" AS "into_id",
                "t28"."occurred_s" AS "merged_s"
              FROM "t27" AS "t28"
              WHERE
                "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
            ) AS "t32"
            LEFT OUTER JOIN (
              SELECT
                "t28"."lead_id" AS "via_id",
                "t28"."target_id" AS "onward_id"
              FROM "t27" AS "t28"
              WHERE
                "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
            ) AS "t31"
              ON "t32"."into_id" = "t31"."via_id"
          ) AS "t33"
        ) AS "t35"
        LEFT OUTER JOIN (
          SELECT
            "t28"."lead_id" AS "via_id",
            "t28"."target_id" AS "onward_id"
          FROM "t27" AS "t28"
          WHERE
            "t28"."target_id" <> 0 AND "t28"."target_id" <> "t28"."lead_id"
        ) AS "t31"
          ON "t35"."into_id" = "t31"."via_id"
      ) AS "t36"
    ) AS "t38"
      ON "t16"."lead_id" = "t38"."gone_id"
  ) AS "t39"
), "t48" AS (
  SELECT
    "t42"."lead_id",
    MIN(CASE WHEN "t42"."kind" = 'captured' THEN "t42"."occurred_s" ELSE 9000000000 END) AS "captured_s",
    MIN("t42"."occurred_s") AS "any_s",
    MIN(CASE WHEN "t42"."kind" = 'won' THEN "t42"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t42"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t42"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
  FROM (
    SELECT
      "t41"."seq",
      "t41"."id",
      "t41"."kind",
      "t41"."occurred_s",
      "t41"."occurred_month",
      "t41"."person_id",
      "t41"."side",
      "t41"."source",
      "t41"."value_code",
      "t41"."value_number",
      "t41"."points",
      "t41"."due_s",
      "t41"."worked_s",
      "t41"."lead_id" AS "own_lead_id",
      COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id"
    FROM "t40" AS "t41"
  ) AS "t42"
  GROUP BY
    1
), "t58" AS (
  SELECT
    "t47"."lead_id",
    "t47"."kind",
    "t47"."occurred_s",
    "t47"."seq",
    "t47"."points",
    "t47"."is_talk",
    "t47"."is_try",
    "t57"."start_s"
  FROM "t45" AS "t47"
  INNER JOIN (
    SELECT
      "t51"."lead_id",
      CASE WHEN "t51"."hand_s" < 9000000000 THEN "t51"."hand_s" ELSE -9000000000 END AS "start_s"
    FROM (
      SELECT
        "t46"."lead_id",
        MIN(
          CASE WHEN "t46"."kind" = 'handed_over' THEN "t46"."occurred_s" ELSE 9000000000 END
        ) AS "hand_s"
      FROM "t45" AS "t46"
      GROUP BY
        1
    ) AS "t51"
  ) AS "t57"
    ON "t47"."lead_id" = "t57"."lead_id"
), "t67" AS (
  SELECT
    "t61"."lead_id",
    MIN("t61"."start_s") AS "start_s",
    MAX(
      CASE
        WHEN (
          "t61"."kind" = 'handed_over'
        ) AND (
          "t61"."occurred_s" = "t61"."start_s"
        )
        THEN COALESCE("t61"."points", -1000000)
        ELSE -1000000
      END
    ) AS "points",
    MIN(CASE WHEN "t61"."is_talk" = 1 THEN "t61"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(
      CASE
        WHEN "t61"."kind" IN ('deal_opened', 'won')
        THEN "t61"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(CASE WHEN "t61"."kind" = 'won' THEN "t61"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t61"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t61"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MAX(CASE WHEN "t61"."is_try" = 1 THEN "t61"."occurred_s" ELSE -9000000000 END) AS "last_s"
  FROM (
    SELECT
      *
    FROM "t58" AS "t59"
    WHERE
      "t59"."occurred_s" >= "t59"."start_s"
  ) AS "t61"
  GROUP BY
    1
), "t83" AS (
  SELECT
    "t70"."lead_id",
    "t70"."start_s",
    "t70"."points",
    "t70"."reply_s",
    "t70"."deal_s",
    "t70"."won_s",
    "t70"."revived_s",
    "t70"."last_s",
    "t81"."reply_seq",
    "t81"."lost_s",
    "t81"."quit_s",
    "t81"."ended_lead_id"
  FROM "t67" AS "t70"
  LEFT OUTER JOIN (
    SELECT
      "t78"."reply_seq",
      "t78"."lost_s",
      "t78"."quit_s",
      "t78"."lead_id" AS "ended_lead_id"
    FROM (
      SELECT
        "t73"."lead_id",
        MIN(
          CASE
            WHEN (
              "t73"."is_talk" = 1
            ) AND (
              "t73"."occurred_s" = "t73"."reply_s"
            )
            THEN "t73"."seq"
            ELSE 9000000000000000000
          END
        ) AS "reply_seq",
        MIN(
          CASE
            WHEN "t73"."kind" IN ('disqualified', 'lost', 'rejected')
            AND (
              "t73"."won_s" = 9000000000
            )
            AND (
              "t73"."occurred_s" >= "t73"."revived_s"
            )
            THEN "t73"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t73"."kind" IN ('gave_up', 'recycled')
            AND (
              "t73"."occurred_s" >= "t73"."revived_s"
            )
            AND (
              "t73"."occurred_s" >= "t73"."last_s"
            )
            THEN "t73"."occurred_s"
            ELSE 9000000000
          END
        ) AS "quit_s"
      FROM (
        SELECT
          "t66"."lead_id",
          "t66"."kind",
          "t66"."occurred_s",
          "t66"."seq",
          "t66"."is_talk",
          "t71"."start_s",
          "t71"."points",
          "t71"."reply_s",
          "t71"."deal_s",
          "t71"."won_s",
          "t71"."revived_s",
          "t71"."last_s"
        FROM (
          SELECT
            "t59"."lead_id",
            "t59"."kind",
            "t59"."occurred_s",
            "t59"."seq",
            "t59"."is_talk"
          FROM "t58" AS "t59"
          WHERE
            "t59"."occurred_s" >= "t59"."start_s"
            AND (
              (
                "t59"."is_talk" = 1
              )
              OR "t59"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
            )
        ) AS "t66"
        INNER JOIN "t67" AS "t71"
          ON "t66"."lead_id" = "t71"."lead_id"
      ) AS "t73"
      GROUP BY
        1
    ) AS "t78"
  ) AS "t81"
    ON "t70"."lead_id" = "t81"."ended_lead_id"
)
SELECT
  "t96"."source",
  "t96"."days",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t96"."is_won" THEN 1 ELSE 0 END) AS "won",
  SUM(CASE WHEN "t96"."is_lost" THEN 1 ELSE 0 END) AS "lost"
FROM (
  SELECT
    "t95"."source",
    "t95"."won_s" < 9000000000 AS "is_won",
    (
      "t95"."lost_s" < 9000000000
    ) AND NOT (
      "t95"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST((
        CASE
          WHEN CASE
            WHEN "t95"."won_s" < 9000000000
            THEN "t95"."won_s"
            ELSE CASE
              WHEN "t95"."lost_s" < 9000000000
              THEN "t95"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t95"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t95"."won_s" < 9000000000
            THEN "t95"."won_s"
            ELSE CASE
              WHEN "t95"."lost_s" < 9000000000
              THEN "t95"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t95"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t95"."won_s" < 9000000000
              THEN "t95"."won_s"
              ELSE CASE
                WHEN "t95"."lost_s" < 9000000000
                THEN "t95"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t95"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t95"."won_s" < 9000000000
              THEN "t95"."won_s"
              ELSE CASE
                WHEN "t95"."lost_s" < 9000000000
                THEN "t95"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t95"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST((
        CASE
          WHEN CASE
            WHEN "t95"."won_s" < 9000000000
            THEN "t95"."won_s"
            ELSE CASE
              WHEN "t95"."lost_s" < 9000000000
              THEN "t95"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t95"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t95"."won_s" < 9000000000
            THEN "t95"."won_s"
            ELSE CASE
              WHEN "t95"."lost_s" < 9000000000
              THEN "t95"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t95"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t95"."won_s" < 9000000000
              THEN "t95"."won_s"
              ELSE CASE
                WHEN "t95"."lost_s" < 9000000000
                THEN "t95"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t95"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t95"."won_s" < 9000000000
              THEN "t95"."won_s"
              ELSE CASE
                WHEN "t95"."lost_s" < 9000000000
                THEN "t95"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t95"."reply_s"
          END % 86400
        )
      ) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t94"."source",
      "t94"."won_s",
      COALESCE("t94"."k", 0) AS "k",
      "t94"."lost_s",
      LEAST("t94"."reply_s", "t94"."deal_s") AS "reply_s"
    FROM (
      SELECT
        "t88"."lead_id",
        "t88"."start_s",
        "t88"."points",
        "t88"."reply_s",
        "t88"."deal_s",
        "t88"."won_s",
        "t88"."revived_s",
        "t88"."last_s",
        "t88"."reply_seq",
        "t88"."lost_s",
        "t88"."quit_s",
        "t93"."k",
        "t93"."tried_lead_id",
        "t82"."since_s",
        "t82"."source",
        "t82"."told_lead_id"
      FROM (
        SELECT
          "t84"."lead_id",
          "t84"."start_s",
          "t84"."points",
          "t84"."reply_s",
          "t84"."deal_s",
          "t84"."won_s",
          "t84"."revived_s",
          "t84"."last_s",
          COALESCE("t84"."reply_seq", 9000000000000000000) AS "reply_seq",
          COALESCE("t84"."lost_s", 9000000000) AS "lost_s",
          COALESCE("t84"."quit_s", 9000000000) AS "quit_s"
        FROM "t83" AS "t84"
        WHERE
          "t84"."last_s" > -9000000000
      ) AS "t88"
      LEFT OUTER JOIN (
        SELECT
          "t91"."k",
          "t91"."lead_id" AS "tried_lead_id"
        FROM (
          SELECT
            "t90"."lead_id",
            COUNT(*) AS "k"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t64"."lead_id",
                "t64"."occurred_s",
                "t64"."seq",
                "t87"."reply_s",
                "t87"."reply_seq",
                "t87"."deal_s",
                "t87"."lost_s"
              FROM (
                SELECT
                  "t59"."lead_id",
                  "t59"."occurred_s",
                  "t59"."seq"
                FROM "t58" AS "t59"
                WHERE
                  "t59"."occurred_s" >= "t59"."start_s" AND "t59"."is_try" = 1
              ) AS "t64"
              INNER JOIN (
                SELECT
                  "t84"."lead_id",
                  "t84"."reply_s",
                  COALESCE("t84"."reply_seq", 9000000000000000000) AS "reply_seq",
                  "t84"."deal_s",
                  COALESCE("t84"."lost_s", 9000000000) AS "lost_s"
                FROM "t83" AS "t84"
              ) AS "t87"
                ON "t64"."lead_id" = "t87"."lead_id"
            ) AS "t89"
            WHERE
              (
                (
                  "t89"."occurred_s" < "t89"."reply_s"
                )
                OR (
                  (
                    "t89"."occurred_s" = "t89"."reply_s"
                  )
                  AND (
                    "t89"."seq" <= "t89"."reply_seq"
                  )
                )
              )
              AND "t89"."occurred_s" <= "t89"."deal_s"
              AND "t89"."occurred_s" <= "t89"."lost_s"
          ) AS "t90"
          GROUP BY
            1
        ) AS "t91"
      ) AS "t93"
        ON "t88"."lead_id" = "t93"."tried_lead_id"
      INNER JOIN (
        SELECT
          "t77"."since_s",
          COALESCE("t77"."source", 'unknown') AS "source",
          "t77"."lead_id" AS "told_lead_id"
        FROM (
          SELECT
            "t76"."lead_id",
            "t76"."won_s",
            "t76"."since_s",
            "t76"."first_seq",
            "t76"."lost_s",
            "t76"."back_s",
            "t6"."seq",
            "t6"."kind",
            "t6"."side",
            "t6"."source",
            "t6"."occurred_month"
          FROM (
            SELECT
              "t74".*
              EXCLUDE ("story_lead_id")
            FROM (
              SELECT
                "t54"."lead_id",
                "t54"."won_s",
                "t54"."since_s",
                "t72"."story_lead_id",
                "t72"."first_seq",
                "t72"."lost_s",
                "t72"."back_s"
              FROM (
                SELECT
                  "t49"."lead_id",
                  "t49"."won_s",
                  CASE
                    WHEN "t49"."captured_s" < 9000000000
                    THEN "t49"."captured_s"
                    ELSE "t49"."any_s"
                  END AS "since_s"
                FROM "t48" AS "t49"
              ) AS "t54"
              INNER JOIN (
                SELECT
                  "t65"."lead_id" AS "story_lead_id",
                  MIN(CASE WHEN "t65"."is_first" = 1 THEN "t65"."seq" ELSE 9000000000000000000 END) AS "first_seq",
                  MIN(
                    CASE
                      WHEN (
                        "t65"."is_end" = 1
                      ) AND "t65"."kind" IN ('disqualified', 'lost')
                      THEN "t65"."occurred_s"
                      ELSE 9000000000
                    END
                  ) AS "lost_s",
                  MIN(
                    CASE
                      WHEN (
                        "t65"."is_end" = 1
                      ) AND "t65"."kind" IN ('recycled', 'rejected')
                      THEN "t65"."occurred_s"
                      ELSE 9000000000
                    END
                  ) AS "back_s"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t56"."lead_id",
                      "t56"."kind",
                      "t56"."occurred_s",
                      "t56"."seq",
                      CASE
                        WHEN (
                          (
                            "t56"."kind" = 'captured'
                          ) AND (
                            "t56"."occurred_s" = "t56"."captured_s"
                          )
                        )
                        OR (
                          (
                            "t56"."captured_s" = 9000000000
                          )
                          AND (
                            "t56"."occurred_s" = "t56"."any_s"
                          )
                        )
                        THEN 1
                        ELSE 0
                      END AS "is_first",
                      CASE
                        WHEN "t56"."kind" IN ('disqualified', 'lost', 'recycled', 'rejected')
                        AND (
                          "t56"."occurred_s" >= "t56"."revived_s"
                        )
                        AND (
                          "t56"."won_s" = 9000000000
                        )
                        THEN 1
                        ELSE 0
                      END AS "is_end"
                    FROM (
                      SELECT
                        "t44"."lead_id",
                        "t44"."kind",
                        "t44"."occurred_s",
                        "t44"."seq",
                        "t52"."captured_s",
                        "t52"."any_s",
                        "t52"."won_s",
                        "t52"."revived_s"
                      FROM (
                        SELECT
                          COALESCE("t41"."into_id", "t41"."lead_id") AS "lead_id",
                          "t41"."kind",
                          "t41"."occurred_s",
                          "t41"."seq"
                        FROM "t40" AS "t41"
                      ) AS "t44"
                      INNER JOIN (
                        SELECT
                          *
                        FROM "t48" AS "t49"
                      ) AS "t52"
                        ON "t44"."lead_id" = "t52"."lead_id"
                    ) AS "t56"
                  ) AS "t60"
                  WHERE
                    (
                      "t60"."is_first" = 1
                    ) OR (
                      "t60"."is_end" = 1
                    )
                ) AS "t65"
                GROUP BY
                  1
              ) AS "t72"
                ON "t54"."lead_id" = "t72"."story_lead_id"
            ) AS "t74"
          ) AS "t76"
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
                'recycled',
                'rejected',
                'accepted',
                'deal_opened',
                'handed_over',
                'woken'
              )
          ) AS "t6"
            ON "t76"."first_seq" = "t6"."seq"
        ) AS "t77"
      ) AS "t82"
        ON "t88"."lead_id" = "t82"."told_lead_id"
    ) AS "t94"
    WHERE
      CASE
        WHEN "t94"."start_s" > -9000000000
        THEN "t94"."start_s"
        ELSE "t94"."since_s"
      END >= ${since_s}
      AND CASE
        WHEN "t94"."start_s" > -9000000000
        THEN "t94"."start_s"
        ELSE "t94"."since_s"
      END < ${until_s}
      AND COALESCE("t94"."k", 0) > 0
      AND LEAST("t94"."reply_s", "t94"."deal_s") < 9000000000
      AND LEAST("t94"."reply_s", "t94"."deal_s") <= "t94"."lost_s"
  ) AS "t95"
) AS "t96"
GROUP BY
  1,
  2
