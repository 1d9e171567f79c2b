-- spells
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t15" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(CASE
      WHEN "t10"."kind" = 'merged'
      THEN COALESCE("t10"."value_number", 0.0)
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
    ) AS "t4"
    WHERE
      NOT (
        "t4"."id" IN (
          SELECT
            *
          FROM "t6"
        )
      )
  ) AS "t10"
), "t25" AS (
  SELECT
    "t24"."lead_id" AS "gone_id",
    MAX("t24"."target_id") AS "into_id",
    MAX("t24"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t15" AS "t16"
      WHERE
        "t16"."seq" IN (
          SELECT
            "t21"."last_seq"
          FROM (
            SELECT
              "t20"."lead_id",
              MAX("t20"."seq") AS "last_seq"
            FROM (
              SELECT
                "t17"."lead_id",
                "t17"."occurred_s",
                "t17"."seq",
                "t17"."target_id",
                "t19"."last_s"
              FROM "t15" AS "t17"
              INNER JOIN (
                SELECT
                  "t16"."lead_id",
                  MAX("t16"."occurred_s") AS "last_s"
                FROM "t15" AS "t16"
                GROUP BY
                  1
              ) AS "t19"
                ON "t17"."lead_id" = "t19"."lead_id" AND "t17"."occurred_s" = "t19"."last_s"
            ) AS "t20"
            GROUP BY
              1
          ) AS "t21"
        )
    ) AS "t23"
    WHERE
      "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
  ) AS "t24"
  GROUP BY
    1
), "t37" AS (
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
    "t14"."worked_s",
    "t35"."gone_id",
    "t35"."into_id"
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
      ) AS "t3"
      WHERE
        NOT (
          "t3"."id" IN (
            SELECT
              *
            FROM "t6"
          )
        )
    ) AS "t9"
    WHERE
      COALESCE("t9"."lead_id", 0) <> 0
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t33"."gone_id",
      COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
    FROM (
      SELECT
        "t32"."gone_id",
        "t32"."merged_s",
        "t32"."into_id",
        "t29"."via_id",
        "t29"."onward_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
        FROM (
          SELECT
            "t27"."gone_id",
            "t27"."into_id",
            "t27"."merged_s",
            "t29"."via_id",
            "t29"."onward_id"
          FROM "t25" AS "t27"
          LEFT OUTER JOIN (
            SELECT
              "t26"."gone_id" AS "via_id",
              "t26"."into_id" AS "onward_id"
            FROM "t25" AS "t26"
          ) AS "t29"
            ON "t27"."into_id" = "t29"."via_id"
        ) AS "t30"
      ) AS "t32"
      LEFT OUTER JOIN (
        SELECT
          "t26"."gone_id" AS "via_id",
          "t26"."into_id" AS "onward_id"
        FROM "t25" AS "t26"
      ) AS "t29"
        ON "t32"."into_id" = "t29"."via_id"
    ) AS "t33"
  ) AS "t35"
    ON "t14"."lead_id" = "t35"."gone_id"
), "t41" AS (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."kind",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."points",
    CASE
      WHEN "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t36"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t36"."side" = 'buyer'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_talk",
    CASE
      WHEN "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t36"."side" = 'sales'
      )
      THEN 1
      ELSE 0
    END AS "is_try"
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
      "t13"."worked_s",
      "t35"."gone_id",
      "t35"."into_id"
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
        ) AS "t2"
        WHERE
          NOT (
            "t2"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t8"
      WHERE
        COALESCE("t8"."lead_id", 0) <> 0
    ) AS "t13"
    LEFT OUTER JOIN (
      SELECT
        "t33"."gone_id",
        COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
      FROM (
        SELECT
          "t32"."gone_id",
          "t32"."merged_s",
          "t32"."into_id",
          "t29"."via_id",
          "t29"."onward_id"
        FROM (
          SELECT
            "t30"."gone_id",
            "t30"."merged_s",
            COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
          FROM (
            SELECT
              "t27"."gone_id",
              "t27"."into_id",
              "t27"."merged_s",
              "t29"."via_id",
              "t29"."onward_id"
            FROM "t25" AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t26"."gone_id" AS "via_id",
                "t26"."into_id" AS "onward_id"
              FROM "t25" AS "t26"
            ) AS "t29"
              ON "t27"."into_id" = "t29"."via_id"
          ) AS "t30"
        ) AS "t32"
        LEFT OUTER JOIN (
          SELECT
            "t26"."gone_id" AS "via_id",
            "t26"."into_id" AS "onward_id"
          FROM "t25" AS "t26"
        ) AS "t29"
          ON "t32"."into_id" = "t29"."via_id"
      ) AS "t33"
    ) AS "t35"
      ON "t13"."lead_id" = "t35"."gone_id"
  ) AS "t36"
), "t46" AS (
  SELECT
    "t43"."lead_id",
    MIN(CASE WHEN "t43"."kind" = 'captured' THEN "t43"."occurred_s" ELSE 9000000000 END) AS "captured_s",
    MIN("t43"."occurred_s") AS "any_s",
    MIN(CASE WHEN "t43"."kind" = 'won' THEN "t43"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t43"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t43"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
  FROM (
    SELECT
      COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
      "t38"."kind",
      "t38"."occurred_s",
      "t38"."seq",
      CASE
        WHEN "t38"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t38"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t38"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk"
    FROM "t37" AS "t38"
  ) AS "t43"
  GROUP BY
    1
), "t55" AS (
  SELECT
    "t44"."lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."points",
    "t44"."is_talk",
    "t44"."is_try",
    "t51"."start_s"
  FROM "t41" AS "t44"
  INNER JOIN (
    SELECT
      "t45"."lead_id",
      CASE WHEN "t45"."hand_s" < 9000000000 THEN "t45"."hand_s" ELSE -9000000000 END AS "start_s"
    FROM (
      SELECT
        "t42"."lead_id",
        MIN(
          CASE WHEN "t42"."kind" = 'handed_over' THEN "t42"."occurred_s" ELSE 9000000000 END
        ) AS "hand_s"
      FROM "t41" AS "t42"
      GROUP BY
        1
    ) AS "t45"
  ) AS "t51"
    ON "t44"."lead_id" = "t51"."lead_id"
), "t64" AS (
  SELECT
    "t57"."lead_id",
    MIN("t57"."start_s") AS "start_s",
    MAX(
      CASE
        WHEN (
          "t57"."kind" = 'handed_over'
        ) AND (
          "t57"."occurred_s" = "t57"."start_s"
        )
        THEN COALESCE("t57"."points", -1000000)
        ELSE -1000000
      END
    ) AS "points",
    MIN(CASE WHEN "t57"."is_talk" = 1 THEN "t57"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(
      CASE
        WHEN "t57"."kind" IN ('deal_opened', 'won')
        THEN "t57"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(CASE WHEN "t57"."kind" = 'won' THEN "t57"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t57"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t57"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MAX(CASE WHEN "t57"."is_try" = 1 THEN "t57"."occurred_s" ELSE -9000000000 END) AS "last_s"
  FROM (
    SELECT
      *
    FROM "t55" AS "t56"
    WHERE
      "t56"."occurred_s" >= "t56"."start_s"
  ) AS "t57"
  GROUP BY
    1
), "t78" AS (
  SELECT
    "t66"."lead_id",
    "t66"."start_s",
    "t66"."points",
    "t66"."reply_s",
    "t66"."deal_s",
    "t66"."won_s",
    "t66"."revived_s",
    "t66"."last_s",
    "t76"."reply_seq",
    "t76"."lost_s",
    "t76"."quit_s",
    "t76"."ended_lead_id"
  FROM "t64" AS "t66"
  LEFT OUTER JOIN (
    SELECT
      "t74"."reply_seq",
      "t74"."lost_s",
      "t74"."quit_s",
      "t74"."lead_id" AS "ended_lead_id"
    FROM (
      SELECT
        "t69"."lead_id",
        MIN(
          CASE
            WHEN (
              "t69"."is_talk" = 1
            ) AND (
              "t69"."occurred_s" = "t69"."reply_s"
            )
            THEN "t69"."seq"
            ELSE 9000000000000000000
          END
        ) AS "reply_seq",
        MIN(
          CASE
            WHEN "t69"."kind" IN ('disqualified', 'lost', 'rejected')
            AND (
              "t69"."won_s" = 9000000000
            )
            AND (
              "t69"."occurred_s" >= "t69"."revived_s"
            )
            THEN "t69"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t69"."kind" IN ('gave_up', 'recycled')
            AND (
              "t69"."occurred_s" >= "t69"."revived_s"
            )
            AND (
              "t69"."occurred_s" >= "t69"."last_s"
            )
            THEN "t69"."occurred_s"
            ELSE 9000000000
          END
        ) AS "quit_s"
      FROM (
        SELECT
          "t62"."lead_id",
          "t62"."kind",
          "t62"."occurred_s",
          "t62"."seq",
          "t62"."is_talk",
          "t67"."start_s",
          "t67"."points",
          "t67"."reply_s",
          "t67"."deal_s",
          "t67"."won_s",
          "t67"."revived_s",
          "t67"."last_s"
        FROM (
          SELECT
            "t56"."lead_id",
            "t56"."kind",
            "t56"."occurred_s",
            "t56"."seq",
            "t56"."is_talk"
          FROM "t55" AS "t56"
          WHERE
            "t56"."occurred_s" >= "t56"."start_s"
            AND (
              (
                "t56"."is_talk" = 1
              )
              OR "t56"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
            )
        ) AS "t62"
        INNER JOIN "t64" AS "t67"
          ON "t62"."lead_id" = "t67"."lead_id"
      ) AS "t69"
      GROUP BY
        1
    ) AS "t74"
  ) AS "t76"
    ON "t66"."lead_id" = "t76"."ended_lead_id"
)
SELECT
  "t92"."band",
  "t92"."source",
  "t92"."k",
  COUNT(*) AS "leads",
  SUM(
    CASE
      WHEN (
        LEAST("t92"."reply_s", "t92"."deal_s") < 9000000000
      )
      AND (
        LEAST("t92"."reply_s", "t92"."deal_s") <= "t92"."lost_s"
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_event",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t92"."reply_s", "t92"."deal_s") < 9000000000
        )
        AND (
          LEAST("t92"."reply_s", "t92"."deal_s") <= "t92"."lost_s"
        )
      )
      AND (
        "t92"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_lost",
  SUM(
    CASE
      WHEN NOT (
        (
          LEAST("t92"."reply_s", "t92"."deal_s") < 9000000000
        )
        AND (
          LEAST("t92"."reply_s", "t92"."deal_s") <= "t92"."lost_s"
        )
      )
      AND NOT (
        "t92"."lost_s" < 9000000000
      )
      AND (
        (
          "t92"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t92"."reply_s", "t92"."deal_s") = 9000000000
          )
          AND (
            "t92"."last_s" < (
              ${as_of_s} - ${rest_s}
            )
          )
        )
      )
      THEN 1
      ELSE 0
    END
  ) AS "reply_gave_up",
  SUM(CASE WHEN "t92"."won_s" < 9000000000 THEN 1 ELSE 0 END) AS "won_event",
  SUM(
    CASE
      WHEN NOT (
        "t92"."won_s" < 9000000000
      ) AND (
        "t92"."lost_s" < 9000000000
      )
      THEN 1
      ELSE 0
    END
  ) AS "won_lost",
  SUM(
    CASE
      WHEN NOT (
        "t92"."won_s" < 9000000000
      )
      AND NOT (
        "t92"."lost_s" < 9000000000
      )
      AND (
        (
          "t92"."quit_s" < 9000000000
        )
        OR (
          (
            LEAST("t92"."reply_s", "t92"."deal_s") = 9000000000
          )
          AND (
            "t92"."last_s" < (
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
    "t91"."source",
    "t91"."reply_s",
    "t91"."deal_s",
    "t91"."won_s",
    "t91"."last_s",
    "t91"."lost_s",
    "t91"."quit_s",
    COALESCE("t91"."k", 0) AS "k",
    CASE
      WHEN "t91"."points" = -1000000
      THEN 'none'
      WHEN "t91"."points" < 40
      THEN '0-39'
      WHEN "t91"."points" < 60
      THEN '40-59'
      WHEN "t91"."points" < 80
      THEN '60-79'
      ELSE '80+'
    END AS "band"
  FROM (
    SELECT
      "t85"."lead_id",
      "t85"."start_s",
      "t85"."points",
      "t85"."reply_s",
      "t85"."deal_s",
      "t85"."won_s",
      "t85"."revived_s",
      "t85"."last_s",
      "t85"."reply_seq",
      "t85"."lost_s",
      "t85"."quit_s",
      "t90"."k",
      "t90"."tried_lead_id",
      "t81"."since_s",
      "t81"."source",
      "t81"."told_lead_id"
    FROM (
      SELECT
        "t80"."lead_id",
        "t80"."start_s",
        "t80"."points",
        "t80"."reply_s",
        "t80"."deal_s",
        "t80"."won_s",
        "t80"."revived_s",
        "t80"."last_s",
        COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
        COALESCE("t80"."lost_s", 9000000000) AS "lost_s",
        COALESCE("t80"."quit_s", 9000000000) AS "quit_s"
      FROM "t78" AS "t80"
      WHERE
        "t80"."last_s" > -9000000000
    ) AS "t85"
    LEFT OUTER JOIN (
      SELECT
        "t88"."k",
        "t88"."lead_id" AS "tried_lead_id"
      FROM (
        SELECT
          "t87"."lead_id",
          COUNT(*) AS "k"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t60"."lead_id",
              "t60"."occurred_s",
              "t60"."seq",
              "t84"."reply_s",
              "t84"."reply_seq",
              "t84"."deal_s",
              "t84"."lost_s"
            FROM (
              SELECT
                "t56"."lead_id",
                "t56"."occurred_s",
                "t56"."seq"
              FROM "t55" AS "t56"
              WHERE
                "t56"."occurred_s" >= "t56"."start_s" AND "t56"."is_try" = 1
            ) AS "t60"
            INNER JOIN (
              SELECT
                "t80"."lead_id",
                "t80"."reply_s",
                COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
                "t80"."deal_s",
                COALESCE("t80"."lost_s", 9000000000) AS "lost_s"
              FROM "t78" AS "t80"
            ) AS "t84"
              ON "t60"."lead_id" = "t84"."lead_id"
          ) AS "t86"
          WHERE
            (
              (
                "t86"."occurred_s" < "t86"."reply_s"
              )
              OR (
                (
                  "t86"."occurred_s" = "t86"."reply_s"
                )
                AND (
                  "t86"."seq" <= "t86"."reply_seq"
                )
              )
            )
            AND "t86"."occurred_s" <= "t86"."deal_s"
            AND "t86"."occurred_s" <= "t86"."lost_s"
        ) AS "t87"
        GROUP BY
          1
      ) AS "t88"
    ) AS "t90"
      ON "t85"."lead_id" = "t90"."tried_lead_id"
    INNER JOIN (
      SELECT
        "t77"."since_s",
        CASE
          WHEN "t77"."kind" = 'captured'
          THEN COALESCE("t77"."source", 'unknown')
          ELSE 'unknown'
        END AS "source",
        "t77"."lead_id" AS "told_lead_id"
      FROM (
        SELECT
          "t73"."lead_id",
          "t73"."won_s",
          "t73"."since_s",
          "t73"."first_seq",
          "t73"."lost_s",
          "t73"."back_s",
          "t5"."seq",
          "t5"."kind",
          "t5"."side",
          "t5"."source",
          "t5"."occurred_month"
        FROM (
          SELECT
            "t71"."lead_id",
            "t71"."won_s",
            "t71"."since_s",
            "t71"."first_seq",
            "t71"."lost_s",
            "t71"."back_s"
          FROM (
            SELECT
              "t53"."lead_id",
              "t53"."won_s",
              "t53"."since_s",
              "t70"."story_lead_id",
              "t70"."first_seq",
              "t70"."lost_s",
              "t70"."back_s"
            FROM (
              SELECT
                "t47"."lead_id",
                "t47"."won_s",
                CASE
                  WHEN "t47"."captured_s" < 9000000000
                  THEN "t47"."captured_s"
                  ELSE "t47"."any_s"
                END AS "since_s"
              FROM "t46" AS "t47"
            ) AS "t53"
            INNER JOIN (
              SELECT
                "t63"."lead_id" AS "story_lead_id",
                MIN(CASE WHEN "t63"."is_first" = 1 THEN "t63"."seq" ELSE 9000000000000000000 END) AS "first_seq",
                MIN(
                  CASE
                    WHEN (
                      "t63"."is_end" = 1
                    ) AND "t63"."kind" IN ('disqualified', 'lost')
                    THEN "t63"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "lost_s",
                MIN(
                  CASE
                    WHEN (
                      "t63"."is_end" = 1
                    ) AND "t63"."kind" IN ('gave_up', 'recycled', 'rejected')
                    THEN "t63"."occurred_s"
                    ELSE 9000000000
                  END
                ) AS "back_s"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t54"."lead_id",
                    "t54"."kind",
                    "t54"."occurred_s",
                    "t54"."seq",
                    CASE
                      WHEN (
                        (
                          "t54"."kind" = 'captured'
                        ) AND (
                          "t54"."occurred_s" = "t54"."captured_s"
                        )
                      )
                      OR (
                        (
                          "t54"."captured_s" = 9000000000
                        )
                        AND (
                          "t54"."occurred_s" = "t54"."any_s"
                        )
                      )
                      THEN 1
                      ELSE 0
                    END AS "is_first",
                    CASE
                      WHEN "t54"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
                      AND (
                        "t54"."occurred_s" >= "t54"."revived_s"
                      )
                      AND (
                        "t54"."won_s" = 9000000000
                      )
                      THEN 1
                      ELSE 0
                    END AS "is_end"
                  FROM (
                    SELECT
                      "t40"."lead_id",
                      "t40"."kind",
                      "t40"."occurred_s",
                      "t40"."seq",
                      "t50"."captured_s",
                      "t50"."any_s",
                      "t50"."won_s",
                      "t50"."revived_s"
                    FROM (
                      SELECT
                        COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
                        "t38"."kind",
                        "t38"."occurred_s",
                        "t38"."seq"
                      FROM "t37" AS "t38"
                    ) AS "t40"
                    INNER JOIN (
                      SELECT
                        *
                      FROM "t46" AS "t47"
                    ) AS "t50"
                      ON "t40"."lead_id" = "t50"."lead_id"
                  ) AS "t54"
                ) AS "t61"
                WHERE
                  (
                    "t61"."is_first" = 1
                  ) OR (
                    "t61"."is_end" = 1
                  )
              ) AS "t63"
              GROUP BY
                1
            ) AS "t70"
              ON "t53"."lead_id" = "t70"."story_lead_id"
          ) AS "t71"
        ) AS "t73"
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
        ) AS "t5"
          ON "t73"."first_seq" = "t5"."seq"
      ) AS "t77"
    ) AS "t81"
      ON "t85"."lead_id" = "t81"."told_lead_id"
  ) AS "t91"
  WHERE
    CASE
      WHEN "t91"."start_s" > -9000000000
      THEN "t91"."start_s"
      ELSE "t91"."since_s"
    END >= ${since_s}
    AND CASE
      WHEN "t91"."start_s" > -9000000000
      THEN "t91"."start_s"
      ELSE "t91"."since_s"
    END < ${until_s}
) AS "t92"
GROUP BY
  1,
  2,
  3

-- ripening
WITH "t6" AS (
  SELECT
    "t0"."corrects_id"
  FROM "facts" AS "t0"
  WHERE
    "t0"."recorded_s" <= ${as_of_s}
    AND "t0"."kind" = 'corrected'
    AND COALESCE("t0"."corrects_id", '') <> ''
), "t15" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(CASE
      WHEN "t10"."kind" = 'merged'
      THEN COALESCE("t10"."value_number", 0.0)
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
    ) AS "t4"
    WHERE
      NOT (
        "t4"."id" IN (
          SELECT
            *
          FROM "t6"
        )
      )
  ) AS "t10"
), "t25" AS (
  SELECT
    "t24"."lead_id" AS "gone_id",
    MAX("t24"."target_id") AS "into_id",
    MAX("t24"."occurred_s") AS "merged_s"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "t15" AS "t16"
      WHERE
        "t16"."seq" IN (
          SELECT
            "t21"."last_seq"
          FROM (
            SELECT
              "t20"."lead_id",
              MAX("t20"."seq") AS "last_seq"
            FROM (
              SELECT
                "t17"."lead_id",
                "t17"."occurred_s",
                "t17"."seq",
                "t17"."target_id",
                "t19"."last_s"
              FROM "t15" AS "t17"
              INNER JOIN (
                SELECT
                  "t16"."lead_id",
                  MAX("t16"."occurred_s") AS "last_s"
                FROM "t15" AS "t16"
                GROUP BY
                  1
              ) AS "t19"
                ON "t17"."lead_id" = "t19"."lead_id" AND "t17"."occurred_s" = "t19"."last_s"
            ) AS "t20"
            GROUP BY
              1
          ) AS "t21"
        )
    ) AS "t23"
    WHERE
      "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
  ) AS "t24"
  GROUP BY
    1
), "t37" AS (
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
    "t14"."worked_s",
    "t35"."gone_id",
    "t35"."into_id"
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
      ) AS "t3"
      WHERE
        NOT (
          "t3"."id" IN (
            SELECT
              *
            FROM "t6"
          )
        )
    ) AS "t9"
    WHERE
      COALESCE("t9"."lead_id", 0) <> 0
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t33"."gone_id",
      COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
    FROM (
      SELECT
        "t32"."gone_id",
        "t32"."merged_s",
        "t32"."into_id",
        "t29"."via_id",
        "t29"."onward_id"
      FROM (
        SELECT
          "t30"."gone_id",
          "t30"."merged_s",
          COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
        FROM (
          SELECT
            "t27"."gone_id",
            "t27"."into_id",
            "t27"."merged_s",
            "t29"."via_id",
            "t29"."onward_id"
          FROM "t25" AS "t27"
          LEFT OUTER JOIN (
            SELECT
              "t26"."gone_id" AS "via_id",
              "t26"."into_id" AS "onward_id"
            FROM "t25" AS "t26"
          ) AS "t29"
            ON "t27"."into_id" = "t29"."via_id"
        ) AS "t30"
      ) AS "t32"
      LEFT OUTER JOIN (
        SELECT
          "t26"."gone_id" AS "via_id",
          "t26"."into_id" AS "onward_id"
        FROM "t25" AS "t26"
      ) AS "t29"
        ON "t32"."into_id" = "t29"."via_id"
    ) AS "t33"
  ) AS "t35"
    ON "t14"."lead_id" = "t35"."gone_id"
), "t41" AS (
  SELECT
    COALESCE("t36"."into_id", "t36"."lead_id") AS "lead_id",
    "t36"."kind",
    "t36"."occurred_s",
    "t36"."seq",
    "t36"."points",
    CASE
      WHEN "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        COALESCE("t36"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
        OR (
          "t36"."side" = 'buyer'
        )
      )
      THEN 1
      ELSE 0
    END AS "is_talk",
    CASE
      WHEN "t36"."kind" IN ('call', 'email', 'meeting', 'social')
      AND (
        "t36"."side" = 'sales'
      )
      THEN 1
      ELSE 0
    END AS "is_try"
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
      "t13"."worked_s",
      "t35"."gone_id",
      "t35"."into_id"
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
        ) AS "t2"
        WHERE
          NOT (
            "t2"."id" IN (
              SELECT
                *
              FROM "t6"
            )
          )
      ) AS "t8"
      WHERE
        COALESCE("t8"."lead_id", 0) <> 0
    ) AS "t13"
    LEFT OUTER JOIN (
      SELECT
        "t33"."gone_id",
        COALESCE("t33"."onward_id", "t33"."into_id") AS "into_id"
      FROM (
        SELECT
          "t32"."gone_id",
          "t32"."merged_s",
          "t32"."into_id",
          "t29"."via_id",
          "t29"."onward_id"
        FROM (
          SELECT
            "t30"."gone_id",
            "t30"."merged_s",
            COALESCE("t30"."onward_id", "t30"."into_id") AS "into_id"
          FROM (
            SELECT
              "t27"."gone_id",
              "t27"."into_id",
              "t27"."merged_s",
              "t29"."via_id",
              "t29"."onward_id"
            FROM "t25" AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t26"."gone_id" AS "via_id",
                "t26"."into_id" AS "onward_id"
              FROM "t25" AS "t26"
            ) AS "t29"
              ON "t27"."into_id" = "t29"."via_id"
          ) AS "t30"
        ) AS "t32"
        LEFT OUTER JOIN (
          SELECT
            "t26"."gone_id" AS "via_id",
            "t26"."into_id" AS "onward_id"
          FROM "t25" AS "t26"
        ) AS "t29"
          ON "t32"."into_id" = "t29"."via_id"
      ) AS "t33"
    ) AS "t35"
      ON "t13"."lead_id" = "t35"."gone_id"
  ) AS "t36"
), "t46" AS (
  SELECT
    "t43"."lead_id",
    MIN(CASE WHEN "t43"."kind" = 'captured' THEN "t43"."occurred_s" ELSE 9000000000 END) AS "captured_s",
    MIN("t43"."occurred_s") AS "any_s",
    MIN(CASE WHEN "t43"."kind" = 'won' THEN "t43"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t43"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t43"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s"
  FROM (
    SELECT
      COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
      "t38"."kind",
      "t38"."occurred_s",
      "t38"."seq",
      CASE
        WHEN "t38"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t38"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t38"."side" = 'buyer'
          )
        )
        THEN 1
        ELSE 0
      END AS "is_talk"
    FROM "t37" AS "t38"
  ) AS "t43"
  GROUP BY
    1
), "t55" AS (
  SELECT
    "t44"."lead_id",
    "t44"."kind",
    "t44"."occurred_s",
    "t44"."seq",
    "t44"."points",
    "t44"."is_talk",
    "t44"."is_try",
    "t51"."start_s"
  FROM "t41" AS "t44"
  INNER JOIN (
    SELECT
      "t45"."lead_id",
      CASE WHEN "t45"."hand_s" < 9000000000 THEN "t45"."hand_s" ELSE -9000000000 END AS "start_s"
    FROM (
      SELECT
        "t42"."lead_id",
        MIN(
          CASE WHEN "t42"."kind" = 'handed_over' THEN "t42"."occurred_s" ELSE 9000000000 END
        ) AS "hand_s"
      FROM "t41" AS "t42"
      GROUP BY
        1
    ) AS "t45"
  ) AS "t51"
    ON "t44"."lead_id" = "t51"."lead_id"
), "t64" AS (
  SELECT
    "t57"."lead_id",
    MIN("t57"."start_s") AS "start_s",
    MAX(
      CASE
        WHEN (
          "t57"."kind" = 'handed_over'
        ) AND (
          "t57"."occurred_s" = "t57"."start_s"
        )
        THEN COALESCE("t57"."points", -1000000)
        ELSE -1000000
      END
    ) AS "points",
    MIN(CASE WHEN "t57"."is_talk" = 1 THEN "t57"."occurred_s" ELSE 9000000000 END) AS "reply_s",
    MIN(
      CASE
        WHEN "t57"."kind" IN ('deal_opened', 'won')
        THEN "t57"."occurred_s"
        ELSE 9000000000
      END
    ) AS "deal_s",
    MIN(CASE WHEN "t57"."kind" = 'won' THEN "t57"."occurred_s" ELSE 9000000000 END) AS "won_s",
    MAX(
      CASE
        WHEN "t57"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken')
        THEN "t57"."occurred_s"
        ELSE -9000000000
      END
    ) AS "revived_s",
    MAX(CASE WHEN "t57"."is_try" = 1 THEN "t57"."occurred_s" ELSE -9000000000 END) AS "last_s"
  FROM (
    SELECT
      *
    FROM "t55" AS "t56"
    WHERE
      "t56"."occurred_s" >= "t56"."start_s"
  ) AS "t57"
  GROUP BY
    1
), "t78" AS (
  SELECT
    "t66"."lead_id",
    "t66"."start_s",
    "t66"."points",
    "t66"."reply_s",
    "t66"."deal_s",
    "t66"."won_s",
    "t66"."revived_s",
    "t66"."last_s",
    "t76"."reply_seq",
    "t76"."lost_s",
    "t76"."quit_s",
    "t76"."ended_lead_id"
  FROM "t64" AS "t66"
  LEFT OUTER JOIN (
    SELECT
      "t74"."reply_seq",
      "t74"."lost_s",
      "t74"."quit_s",
      "t74"."lead_id" AS "ended_lead_id"
    FROM (
      SELECT
        "t69"."lead_id",
        MIN(
          CASE
            WHEN (
              "t69"."is_talk" = 1
            ) AND (
              "t69"."occurred_s" = "t69"."reply_s"
            )
            THEN "t69"."seq"
            ELSE 9000000000000000000
          END
        ) AS "reply_seq",
        MIN(
          CASE
            WHEN "t69"."kind" IN ('disqualified', 'lost', 'rejected')
            AND (
              "t69"."won_s" = 9000000000
            )
            AND (
              "t69"."occurred_s" >= "t69"."revived_s"
            )
            THEN "t69"."occurred_s"
            ELSE 9000000000
          END
        ) AS "lost_s",
        MIN(
          CASE
            WHEN "t69"."kind" IN ('gave_up', 'recycled')
            AND (
              "t69"."occurred_s" >= "t69"."revived_s"
            )
            AND (
              "t69"."occurred_s" >= "t69"."last_s"
            )
            THEN "t69"."occurred_s"
            ELSE 9000000000
          END
        ) AS "quit_s"
      FROM (
        SELECT
          "t62"."lead_id",
          "t62"."kind",
          "t62"."occurred_s",
          "t62"."seq",
          "t62"."is_talk",
          "t67"."start_s",
          "t67"."points",
          "t67"."reply_s",
          "t67"."deal_s",
          "t67"."won_s",
          "t67"."revived_s",
          "t67"."last_s"
        FROM (
          SELECT
            "t56"."lead_id",
            "t56"."kind",
            "t56"."occurred_s",
            "t56"."seq",
            "t56"."is_talk"
          FROM "t55" AS "t56"
          WHERE
            "t56"."occurred_s" >= "t56"."start_s"
            AND (
              (
                "t56"."is_talk" = 1
              )
              OR "t56"."kind" IN ('disqualified', 'lost', 'rejected', 'gave_up', 'recycled')
            )
        ) AS "t62"
        INNER JOIN "t64" AS "t67"
          ON "t62"."lead_id" = "t67"."lead_id"
      ) AS "t69"
      GROUP BY
        1
    ) AS "t74"
  ) AS "t76"
    ON "t66"."lead_id" = "t76"."ended_lead_id"
)
SELECT
  "t93"."source",
  "t93"."days",
  COUNT(*) AS "leads",
  SUM(CASE WHEN "t93"."is_won" THEN 1 ELSE 0 END) AS "won",
  SUM(CASE WHEN "t93"."is_lost" THEN 1 ELSE 0 END) AS "lost"
FROM (
  SELECT
    "t92"."source",
    "t92"."won_s" < 9000000000 AS "is_won",
    (
      "t92"."lost_s" < 9000000000
    ) AND NOT (
      "t92"."won_s" < 9000000000
    ) AS "is_lost",
    CASE
      WHEN CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t92"."won_s" < 9000000000
            THEN "t92"."won_s"
            ELSE CASE
              WHEN "t92"."lost_s" < 9000000000
              THEN "t92"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t92"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t92"."won_s" < 9000000000
            THEN "t92"."won_s"
            ELSE CASE
              WHEN "t92"."lost_s" < 9000000000
              THEN "t92"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t92"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t92"."won_s" < 9000000000
              THEN "t92"."won_s"
              ELSE CASE
                WHEN "t92"."lost_s" < 9000000000
                THEN "t92"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t92"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t92"."won_s" < 9000000000
              THEN "t92"."won_s"
              ELSE CASE
                WHEN "t92"."lost_s" < 9000000000
                THEN "t92"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t92"."reply_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) > 181
      THEN 181
      ELSE CAST(CAST((
        CASE
          WHEN CASE
            WHEN "t92"."won_s" < 9000000000
            THEN "t92"."won_s"
            ELSE CASE
              WHEN "t92"."lost_s" < 9000000000
              THEN "t92"."lost_s"
              ELSE ${as_of_s}
            END
          END < "t92"."reply_s"
          THEN 0
          ELSE CASE
            WHEN "t92"."won_s" < 9000000000
            THEN "t92"."won_s"
            ELSE CASE
              WHEN "t92"."lost_s" < 9000000000
              THEN "t92"."lost_s"
              ELSE ${as_of_s}
            END
          END - "t92"."reply_s"
        END - (
          CASE
            WHEN CASE
              WHEN "t92"."won_s" < 9000000000
              THEN "t92"."won_s"
              ELSE CASE
                WHEN "t92"."lost_s" < 9000000000
                THEN "t92"."lost_s"
                ELSE ${as_of_s}
              END
            END < "t92"."reply_s"
            THEN 0
            ELSE CASE
              WHEN "t92"."won_s" < 9000000000
              THEN "t92"."won_s"
              ELSE CASE
                WHEN "t92"."lost_s" < 9000000000
                THEN "t92"."lost_s"
                ELSE ${as_of_s}
              END
            END - "t92"."reply_s"
          END % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT)
    END AS "days"
  FROM (
    SELECT
      "t91"."source",
      "t91"."won_s",
      COALESCE("t91"."k", 0) AS "k",
      "t91"."lost_s",
      LEAST("t91"."reply_s", "t91"."deal_s") AS "reply_s"
    FROM (
      SELECT
        "t85"."lead_id",
        "t85"."start_s",
        "t85"."points",
        "t85"."reply_s",
        "t85"."deal_s",
        "t85"."won_s",
        "t85"."revived_s",
        "t85"."last_s",
        "t85"."reply_seq",
        "t85"."lost_s",
        "t85"."quit_s",
        "t90"."k",
        "t90"."tried_lead_id",
        "t81"."since_s",
        "t81"."source",
        "t81"."told_lead_id"
      FROM (
        SELECT
          "t80"."lead_id",
          "t80"."start_s",
          "t80"."points",
          "t80"."reply_s",
          "t80"."deal_s",
          "t80"."won_s",
          "t80"."revived_s",
          "t80"."last_s",
          COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
          COALESCE("t80"."lost_s", 9000000000) AS "lost_s",
          COALESCE("t80"."quit_s", 9000000000) AS "quit_s"
        FROM "t78" AS "t80"
        WHERE
          "t80"."last_s" > -9000000000
      ) AS "t85"
      LEFT OUTER JOIN (
        SELECT
          "t88"."k",
          "t88"."lead_id" AS "tried_lead_id"
        FROM (
          SELECT
            "t87"."lead_id",
            COUNT(*) AS "k"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t60"."lead_id",
                "t60"."occurred_s",
                "t60"."seq",
                "t84"."reply_s",
                "t84"."reply_seq",
                "t84"."deal_s",
                "t84"."lost_s"
              FROM (
                SELECT
                  "t56"."lead_id",
                  "t56"."occurred_s",
                  "t56"."seq"
                FROM "t55" AS "t56"
                WHERE
                  "t56"."occurred_s" >= "t56"."start_s" AND "t56"."is_try" = 1
              ) AS "t60"
              INNER JOIN (
                SELECT
                  "t80"."lead_id",
                  "t80"."reply_s",
                  COALESCE("t80"."reply_seq", 9000000000000000000) AS "reply_seq",
                  "t80"."deal_s",
                  COALESCE("t80"."lost_s", 9000000000) AS "lost_s"
                FROM "t78" AS "t80"
              ) AS "t84"
                ON "t60"."lead_id" = "t84"."lead_id"
            ) AS "t86"
            WHERE
              (
                (
                  "t86"."occurred_s" < "t86"."reply_s"
                )
                OR (
                  (
                    "t86"."occurred_s" = "t86"."reply_s"
                  )
                  AND (
                    "t86"."seq" <= "t86"."reply_seq"
                  )
                )
              )
              AND "t86"."occurred_s" <= "t86"."deal_s"
              AND "t86"."occurred_s" <= "t86"."lost_s"
          ) AS "t87"
          GROUP BY
            1
        ) AS "t88"
      ) AS "t90"
        ON "t85"."lead_id" = "t90"."tried_lead_id"
      INNER JOIN (
        SELECT
          "t77"."since_s",
          CASE
            WHEN "t77"."kind" = 'captured'
            THEN COALESCE("t77"."source", 'unknown')
            ELSE 'unknown'
          END AS "source",
          "t77"."lead_id" AS "told_lead_id"
        FROM (
          SELECT
            "t73"."lead_id",
            "t73"."won_s",
            "t73"."since_s",
            "t73"."first_seq",
            "t73"."lost_s",
            "t73"."back_s",
            "t5"."seq",
            "t5"."kind",
            "t5"."side",
            "t5"."source",
            "t5"."occurred_month"
          FROM (
            SELECT
              "t71"."lead_id",
              "t71"."won_s",
              "t71"."since_s",
              "t71"."first_seq",
              "t71"."lost_s",
              "t71"."back_s"
            FROM (
              SELECT
                "t53"."lead_id",
                "t53"."won_s",
                "t53"."since_s",
                "t70"."story_lead_id",
                "t70"."first_seq",
                "t70"."lost_s",
                "t70"."back_s"
              FROM (
                SELECT
                  "t47"."lead_id",
                  "t47"."won_s",
                  CASE
                    WHEN "t47"."captured_s" < 9000000000
                    THEN "t47"."captured_s"
                    ELSE "t47"."any_s"
                  END AS "since_s"
                FROM "t46" AS "t47"
              ) AS "t53"
              INNER JOIN (
                SELECT
                  "t63"."lead_id" AS "story_lead_id",
                  MIN(CASE WHEN "t63"."is_first" = 1 THEN "t63"."seq" ELSE 9000000000000000000 END) AS "first_seq",
                  MIN(
                    CASE
                      WHEN (
                        "t63"."is_end" = 1
                      ) AND "t63"."kind" IN ('disqualified', 'lost')
                      THEN "t63"."occurred_s"
                      ELSE 9000000000
                    END
                  ) AS "lost_s",
                  MIN(
                    CASE
                      WHEN (
                        "t63"."is_end" = 1
                      ) AND "t63"."kind" IN ('gave_up', 'recycled', 'rejected')
                      THEN "t63"."occurred_s"
                      ELSE 9000000000
                    END
                  ) AS "back_s"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t54"."lead_id",
                      "t54"."kind",
                      "t54"."occurred_s",
                      "t54"."seq",
                      CASE
                        WHEN (
                          (
                            "t54"."kind" = 'captured'
                          ) AND (
                            "t54"."occurred_s" = "t54"."captured_s"
                          )
                        )
                        OR (
                          (
                            "t54"."captured_s" = 9000000000
                          )
                          AND (
                            "t54"."occurred_s" = "t54"."any_s"
                          )
                        )
                        THEN 1
                        ELSE 0
                      END AS "is_first",
                      CASE
                        WHEN "t54"."kind" IN ('disqualified', 'lost', 'gave_up', 'recycled', 'rejected')
                        AND (
                          "t54"."occurred_s" >= "t54"."revived_s"
                        )
                        AND (
                          "t54"."won_s" = 9000000000
                        )
                        THEN 1
                        ELSE 0
                      END AS "is_end"
                    FROM (
                      SELECT
                        "t40"."lead_id",
                        "t40"."kind",
                        "t40"."occurred_s",
                        "t40"."seq",
                        "t50"."captured_s",
                        "t50"."any_s",
                        "t50"."won_s",
                        "t50"."revived_s"
                      FROM (
                        SELECT
                          COALESCE("t38"."into_id", "t38"."lead_id") AS "lead_id",
                          "t38"."kind",
                          "t38"."occurred_s",
                          "t38"."seq"
                        FROM "t37" AS "t38"
                      ) AS "t40"
                      INNER JOIN (
                        SELECT
                          *
                        FROM "t46" AS "t47"
                      ) AS "t50"
                        ON "t40"."lead_id" = "t50"."lead_id"
                    ) AS "t54"
                  ) AS "t61"
                  WHERE
                    (
                      "t61"."is_first" = 1
                    ) OR (
                      "t61"."is_end" = 1
                    )
                ) AS "t63"
                GROUP BY
                  1
              ) AS "t70"
                ON "t53"."lead_id" = "t70"."story_lead_id"
            ) AS "t71"
          ) AS "t73"
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
          ) AS "t5"
            ON "t73"."first_seq" = "t5"."seq"
        ) AS "t77"
      ) AS "t81"
        ON "t85"."lead_id" = "t81"."told_lead_id"
    ) AS "t91"
    WHERE
      CASE
        WHEN "t91"."start_s" > -9000000000
        THEN "t91"."start_s"
        ELSE "t91"."since_s"
      END >= ${since_s}
      AND CASE
        WHEN "t91"."start_s" > -9000000000
        THEN "t91"."start_s"
        ELSE "t91"."since_s"
      END < ${until_s}
      AND COALESCE("t91"."k", 0) > 0
      AND LEAST("t91"."reply_s", "t91"."deal_s") < 9000000000
      AND LEAST("t91"."reply_s", "t91"."deal_s") <= "t91"."lost_s"
  ) AS "t92"
) AS "t93"
GROUP BY
  1,
  2
