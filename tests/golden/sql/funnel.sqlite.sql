-- cohorts
WITH "t13" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
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
      "t8"."wrong_id"
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
    ) AS "t7"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t8"
      ON "t7"."id" = "t8"."wrong_id"
  ) AS "t10"
  WHERE
    COALESCE("t10"."wrong_id", '') = ''
), "t22" AS (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s",
    "t21"."last_seq"
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
  INNER JOIN (
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
  ) AS "t21"
    ON "t15"."seq" = "t21"."last_seq"
), "t34" AS (
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
    "t33"."gone_id",
    "t33"."into_id"
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
        "t8"."wrong_id"
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
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t8"
        ON "t6"."id" = "t8"."wrong_id"
    ) AS "t9"
    WHERE
      COALESCE("t9"."wrong_id", '') = '' AND COALESCE("t9"."lead_id", 0) <> 0
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
        "t26"."via_id",
        "t26"."onward_id"
      FROM (
        SELECT
          "t28"."gone_id",
          "t28"."merged_s",
          COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
        FROM (
          SELECT
            "t27"."gone_id",
            "t27"."into_id",
            "t27"."merged_s",
            "t26"."via_id",
            "t26"."onward_id"
          FROM (
            SELECT
              "t23"."lead_id" AS "gone_id",
              "t23"."target_id" AS "into_id",
              "t23"."occurred_s" AS "merged_s"
            FROM "t22" AS "t23"
            WHERE
              "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
          ) AS "t27"
          LEFT OUTER JOIN (
            SELECT
              "t23"."lead_id" AS "via_id",
              "t23"."target_id" AS "onward_id"
            FROM "t22" AS "t23"
            WHERE
              "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
          ) AS "t26"
            ON "t27"."into_id" = "t26"."via_id"
        ) AS "t28"
      ) AS "t30"
      LEFT OUTER JOIN (
        SELECT
          "t23"."lead_id" AS "via_id",
          "t23"."target_id" AS "onward_id"
        FROM "t22" AS "t23"
        WHERE
          "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
      ) AS "t26"
        ON "t30"."into_id" = "t26"."via_id"
    ) AS "t31"
  ) AS "t33"
    ON "t12"."lead_id" = "t33"."gone_id"
), "t39" AS (
  SELECT
    "t36"."lead_id",
    MIN(IIF("t36"."kind" = 'captured', "t36"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t36"."occurred_s") AS "any_s",
    MIN(IIF("t36"."kind" = 'won', "t36"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t36"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t36"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(
      IIF(
        "t36"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t36"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t36"."side" = 'buyer'
          )
        ),
        "t36"."occurred_s",
        9000000000
      )
    ) AS "first_talk_s",
    MIN(IIF("t36"."kind" = 'qualified', "t36"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t36"."kind" = 'handed_over', "t36"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t36"."kind" = 'accepted', "t36"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t36"."kind" = 'deal_opened', "t36"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM (
    SELECT
      "t35"."seq",
      "t35"."id",
      "t35"."kind",
      "t35"."occurred_s",
      "t35"."occurred_month",
      "t35"."person_id",
      "t35"."side",
      "t35"."source",
      "t35"."value_code",
      "t35"."value_number",
      "t35"."points",
      "t35"."due_s",
      "t35"."worked_s",
      "t35"."lead_id" AS "own_lead_id",
      COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
    FROM "t34" AS "t35"
  ) AS "t36"
  GROUP BY
    1
)
SELECT
  "t54"."month",
  "t54"."source",
  "t54"."found_by",
  SUM(IIF("t54"."captured_s" < 9000000000, 1, 0)) AS "captured",
  SUM(IIF("t54"."qualified_s" < 9000000000, 1, 0)) AS "qualified",
  SUM(IIF("t54"."handed_over_s" < 9000000000, 1, 0)) AS "handed_over",
  SUM(IIF("t54"."accepted_s" < 9000000000, 1, 0)) AS "accepted",
  SUM(IIF("t54"."first_talk_s" < 9000000000, 1, 0)) AS "first_talk",
  SUM(IIF("t54"."deal_opened_s" < 9000000000, 1, 0)) AS "deal_opened",
  SUM(IIF("t54"."won_s" < 9000000000, 1, 0)) AS "won",
  SUM(
    IIF(
      (
        "t54"."captured_s" < 9000000000
      ) AND (
        "t54"."qualified_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "qualified_of_captured",
  SUM(
    IIF(
      (
        "t54"."qualified_s" < 9000000000
      )
      AND (
        "t54"."handed_over_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "handed_over_of_qualified",
  SUM(
    IIF(
      (
        "t54"."handed_over_s" < 9000000000
      )
      AND (
        "t54"."accepted_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "accepted_of_handed_over",
  SUM(
    IIF(
      (
        "t54"."accepted_s" < 9000000000
      ) AND (
        "t54"."first_talk_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "first_talk_of_accepted",
  SUM(
    IIF(
      (
        "t54"."first_talk_s" < 9000000000
      )
      AND (
        "t54"."deal_opened_s" < 9000000000
      ),
      1,
      0
    )
  ) AS "deal_opened_of_first_talk",
  SUM(
    IIF((
      "t54"."deal_opened_s" < 9000000000
    ) AND (
      "t54"."won_s" < 9000000000
    ), 1, 0)
  ) AS "won_of_deal_opened",
  SUM(IIF("t54"."lost_s" < 9000000000, 1, 0)) AS "lost",
  SUM(
    IIF((
      "t54"."lost_s" = 9000000000
    ) AND (
      "t54"."back_s" < 9000000000
    ), 1, 0)
  ) AS "sent_back",
  SUM(
    IIF(
      NOT (
        "t54"."won_s" < 9000000000
      )
      AND NOT (
        "t54"."lost_s" < 9000000000
      )
      AND NOT (
        (
          "t54"."lost_s" = 9000000000
        ) AND (
          "t54"."back_s" < 9000000000
        )
      ),
      1,
      0
    )
  ) AS "still_open",
  SUM(IIF("t54"."won_s" < "t54"."captured_s", 1, 0)) AS "won_before_captured"
FROM (
  SELECT
    "t53"."lead_id",
    CAST("t53"."occurred_month" AS INTEGER) AS "month",
    COALESCE("t53"."source", 'unknown') AS "source",
    IIF(
      "t53"."kind" = 'captured',
      IIF(
        "t53"."side" IN ('buyer', 'marketing'),
        'marketing',
        IIF("t53"."side" = 'sales', 'sales', 'unknown')
      ),
      'unknown'
    ) AS "found_by",
    "t53"."lost_s",
    "t53"."back_s",
    "t53"."qualified_s",
    "t53"."handed_over_s",
    "t53"."accepted_s",
    "t53"."first_talk_s",
    "t53"."deal_opened_s",
    "t53"."won_s",
    "t53"."since_s" AS "captured_s"
  FROM (
    SELECT
      "t52"."lead_id",
      "t52"."won_s",
      "t52"."first_talk_s",
      "t52"."qualified_s",
      "t52"."handed_over_s",
      "t52"."accepted_s",
      "t52"."deal_opened_s",
      "t52"."since_s",
      "t52"."first_seq",
      "t52"."lost_s",
      "t52"."back_s",
      "t5"."seq",
      "t5"."kind",
      "t5"."side",
      "t5"."source",
      "t5"."occurred_month"
    FROM (
      SELECT
        "t50"."lead_id",
        "t50"."won_s",
        "t50"."first_talk_s",
        "t50"."qualified_s",
        "t50"."handed_over_s",
        "t50"."accepted_s",
        "t50"."deal_opened_s",
        "t50"."since_s",
        "t50"."first_seq",
        "t50"."lost_s",
        "t50"."back_s"
      FROM (
        SELECT
          "t44"."lead_id",
          "t44"."won_s",
          "t44"."first_talk_s",
          "t44"."qualified_s",
          "t44"."handed_over_s",
          "t44"."accepted_s",
          "t44"."deal_opened_s",
          "t44"."since_s",
          "t49"."story_lead_id",
          "t49"."first_seq",
          "t49"."lost_s",
          "t49"."back_s"
        FROM (
          SELECT
            "t40"."lead_id",
            "t40"."won_s",
            "t40"."first_talk_s",
            "t40"."qualified_s",
            "t40"."handed_over_s",
            "t40"."accepted_s",
            "t40"."deal_opened_s",
            IIF("t40"."captured_s" < 9000000000, "t40"."captured_s", "t40"."any_s") AS "since_s"
          FROM "t39" AS "t40"
        ) AS "t44"
        INNER JOIN (
          SELECT
            "t47"."lead_id" AS "story_lead_id",
            MIN(IIF("t47"."is_first" = 1, "t47"."seq", 9000000000000000000)) AS "first_seq",
            MIN(
              IIF(
                (
                  "t47"."is_end" = 1
                ) AND "t47"."kind" IN ('disqualified', 'lost'),
                "t47"."occurred_s",
                9000000000
              )
            ) AS "lost_s",
            MIN(
              IIF(
                (
                  "t47"."is_end" = 1
                ) AND "t47"."kind" IN ('recycled', 'rejected'),
                "t47"."occurred_s",
                9000000000
              )
            ) AS "back_s"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t45"."lead_id",
                "t45"."kind",
                "t45"."occurred_s",
                "t45"."seq",
                IIF(
                  (
                    (
                      "t45"."kind" = 'captured'
                    ) AND (
                      "t45"."occurred_s" = "t45"."captured_s"
                    )
                  )
                  OR (
                    (
                      "t45"."captured_s" = 9000000000
                    )
                    AND (
                      "t45"."occurred_s" = "t45"."any_s"
                    )
                  ),
                  1,
                  0
                ) AS "is_first",
                IIF(
                  "t45"."kind" IN ('disqualified', 'lost', 'recycled', 'rejected')
                  AND (
                    "t45"."occurred_s" >= "t45"."revived_s"
                  )
                  AND (
                    "t45"."won_s" = 9000000000
                  ),
                  1,
                  0
                ) AS "is_end"
              FROM (
                SELECT
                  "t38"."lead_id",
                  "t38"."kind",
                  "t38"."occurred_s",
                  "t38"."seq",
                  "t42"."captured_s",
                  "t42"."any_s",
                  "t42"."won_s",
                  "t42"."revived_s"
                FROM (
                  SELECT
                    COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
                    "t35"."kind",
                    "t35"."occurred_s",
                    "t35"."seq"
                  FROM "t34" AS "t35"
                ) AS "t38"
                INNER JOIN (
                  SELECT
                    "t40"."lead_id",
                    "t40"."captured_s",
                    "t40"."any_s",
                    "t40"."won_s",
                    "t40"."revived_s"
                  FROM "t39" AS "t40"
                ) AS "t42"
                  ON "t38"."lead_id" = "t42"."lead_id"
              ) AS "t45"
            ) AS "t46"
            WHERE
              (
                "t46"."is_first" = 1
              ) OR (
                "t46"."is_end" = 1
              )
          ) AS "t47"
          GROUP BY
            1
        ) AS "t49"
          ON "t44"."lead_id" = "t49"."story_lead_id"
      ) AS "t50"
    ) AS "t52"
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
    ) AS "t5"
      ON "t52"."first_seq" = "t5"."seq"
  ) AS "t53"
  WHERE
    "t53"."since_s" >= ${since_s} AND "t53"."since_s" < ${until_s}
) AS "t54"
GROUP BY
  1,
  2,
  3

-- stays
WITH "t13" AS (
  SELECT
    "t10"."lead_id",
    "t10"."occurred_s",
    "t10"."seq",
    CAST(IIF("t10"."kind" = 'merged', COALESCE("t10"."value_number", 0.0), 0.0) AS INTEGER) AS "target_id"
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
      "t8"."wrong_id"
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
    ) AS "t7"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        COALESCE("t0"."corrects_id", '') AS "wrong_id"
      FROM "facts" AS "t0"
      WHERE
        "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
    ) AS "t8"
      ON "t7"."id" = "t8"."wrong_id"
  ) AS "t10"
  WHERE
    COALESCE("t10"."wrong_id", '') = ''
), "t22" AS (
  SELECT
    "t15"."lead_id",
    "t15"."occurred_s",
    "t15"."seq",
    "t15"."target_id",
    "t17"."last_s",
    "t21"."last_seq"
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
  INNER JOIN (
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
  ) AS "t21"
    ON "t15"."seq" = "t21"."last_seq"
), "t34" AS (
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
    "t33"."gone_id",
    "t33"."into_id"
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
        "t8"."wrong_id"
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
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          COALESCE("t0"."corrects_id", '') AS "wrong_id"
        FROM "facts" AS "t0"
        WHERE
          "t0"."recorded_s" <= ${as_of_s} AND "t0"."kind" = 'corrected'
      ) AS "t8"
        ON "t6"."id" = "t8"."wrong_id"
    ) AS "t9"
    WHERE
      COALESCE("t9"."wrong_id", '') = '' AND COALESCE("t9"."lead_id", 0) <> 0
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
        "t26"."via_id",
        "t26"."onward_id"
      FROM (
        SELECT
          "t28"."gone_id",
          "t28"."merged_s",
          COALESCE("t28"."onward_id", "t28"."into_id") AS "into_id"
        FROM (
          SELECT
            "t27"."gone_id",
            "t27"."into_id",
            "t27"."merged_s",
            "t26"."via_id",
            "t26"."onward_id"
          FROM (
            SELECT
              "t23"."lead_id" AS "gone_id",
              "t23"."target_id" AS "into_id",
              "t23"."occurred_s" AS "merged_s"
            FROM "t22" AS "t23"
            WHERE
              "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
          ) AS "t27"
          LEFT OUTER JOIN (
            SELECT
              "t23"."lead_id" AS "via_id",
              "t23"."target_id" AS "onward_id"
            FROM "t22" AS "t23"
            WHERE
              "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
          ) AS "t26"
            ON "t27"."into_id" = "t26"."via_id"
        ) AS "t28"
      ) AS "t30"
      LEFT OUTER JOIN (
        SELECT
          "t23"."lead_id" AS "via_id",
          "t23"."target_id" AS "onward_id"
        FROM "t22" AS "t23"
        WHERE
          "t23"."target_id" <> 0 AND "t23"."target_id" <> "t23"."lead_id"
      ) AS "t26"
        ON "t30"."into_id" = "t26"."via_id"
    ) AS "t31"
  ) AS "t33"
    ON "t12"."lead_id" = "t33"."gone_id"
), "t39" AS (
  SELECT
    "t36"."lead_id",
    MIN(IIF("t36"."kind" = 'captured', "t36"."occurred_s", 9000000000)) AS "captured_s",
    MIN("t36"."occurred_s") AS "any_s",
    MIN(IIF("t36"."kind" = 'won', "t36"."occurred_s", 9000000000)) AS "won_s",
    MAX(
      IIF(
        "t36"."kind" IN ('accepted', 'deal_opened', 'handed_over', 'woken'),
        "t36"."occurred_s",
        -9000000000
      )
    ) AS "revived_s",
    MIN(
      IIF(
        "t36"."kind" IN ('call', 'email', 'meeting', 'social')
        AND (
          COALESCE("t36"."value_code", '') IN ('held', 'reached', 'replied', 'reply')
          OR (
            "t36"."side" = 'buyer'
          )
        ),
        "t36"."occurred_s",
        9000000000
      )
    ) AS "first_talk_s",
    MIN(IIF("t36"."kind" = 'qualified', "t36"."occurred_s", 9000000000)) AS "qualified_s",
    MIN(IIF("t36"."kind" = 'handed_over', "t36"."occurred_s", 9000000000)) AS "handed_over_s",
    MIN(IIF("t36"."kind" = 'accepted', "t36"."occurred_s", 9000000000)) AS "accepted_s",
    MIN(IIF("t36"."kind" = 'deal_opened', "t36"."occurred_s", 9000000000)) AS "deal_opened_s"
  FROM (
    SELECT
      "t35"."seq",
      "t35"."id",
      "t35"."kind",
      "t35"."occurred_s",
      "t35"."occurred_month",
      "t35"."person_id",
      "t35"."side",
      "t35"."source",
      "t35"."value_code",
      "t35"."value_number",
      "t35"."points",
      "t35"."due_s",
      "t35"."worked_s",
      "t35"."lead_id" AS "own_lead_id",
      COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id"
    FROM "t34" AS "t35"
  ) AS "t36"
  GROUP BY
    1
), "t53" AS (
  SELECT
    "t52"."lead_id",
    "t52"."won_s",
    "t52"."first_talk_s",
    "t52"."qualified_s",
    "t52"."handed_over_s",
    "t52"."accepted_s",
    "t52"."deal_opened_s",
    "t52"."since_s",
    "t52"."first_seq",
    "t52"."lost_s",
    "t52"."back_s",
    "t5"."seq",
    "t5"."kind",
    "t5"."side",
    "t5"."source",
    "t5"."occurred_month"
  FROM (
    SELECT
      "t50"."lead_id",
      "t50"."won_s",
      "t50"."first_talk_s",
      "t50"."qualified_s",
      "t50"."handed_over_s",
      "t50"."accepted_s",
      "t50"."deal_opened_s",
      "t50"."since_s",
      "t50"."first_seq",
      "t50"."lost_s",
      "t50"."back_s"
    FROM (
      SELECT
        "t44"."lead_id",
        "t44"."won_s",
        "t44"."first_talk_s",
        "t44"."qualified_s",
        "t44"."handed_over_s",
        "t44"."accepted_s",
        "t44"."deal_opened_s",
        "t44"."since_s",
        "t49"."story_lead_id",
        "t49"."first_seq",
        "t49"."lost_s",
        "t49"."back_s"
      FROM (
        SELECT
          "t40"."lead_id",
          "t40"."won_s",
          "t40"."first_talk_s",
          "t40"."qualified_s",
          "t40"."handed_over_s",
          "t40"."accepted_s",
          "t40"."deal_opened_s",
          IIF("t40"."captured_s" < 9000000000, "t40"."captured_s", "t40"."any_s") AS "since_s"
        FROM "t39" AS "t40"
      ) AS "t44"
      INNER JOIN (
        SELECT
          "t47"."lead_id" AS "story_lead_id",
          MIN(IIF("t47"."is_first" = 1, "t47"."seq", 9000000000000000000)) AS "first_seq",
          MIN(
            IIF(
              (
                "t47"."is_end" = 1
              ) AND "t47"."kind" IN ('disqualified', 'lost'),
              "t47"."occurred_s",
              9000000000
            )
          ) AS "lost_s",
          MIN(
            IIF(
              (
                "t47"."is_end" = 1
              ) AND "t47"."kind" IN ('recycled', 'rejected'),
              "t47"."occurred_s",
              9000000000
            )
          ) AS "back_s"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t45"."lead_id",
              "t45"."kind",
              "t45"."occurred_s",
              "t45"."seq",
              IIF(
                (
                  (
                    "t45"."kind" = 'captured'
                  ) AND (
                    "t45"."occurred_s" = "t45"."captured_s"
                  )
                )
                OR (
                  (
                    "t45"."captured_s" = 9000000000
                  )
                  AND (
                    "t45"."occurred_s" = "t45"."any_s"
                  )
                ),
                1,
                0
              ) AS "is_first",
              IIF(
                "t45"."kind" IN ('disqualified', 'lost', 'recycled', 'rejected')
                AND (
                  "t45"."occurred_s" >= "t45"."revived_s"
                )
                AND (
                  "t45"."won_s" = 9000000000
                ),
                1,
                0
              ) AS "is_end"
            FROM (
              SELECT
                "t38"."lead_id",
                "t38"."kind",
                "t38"."occurred_s",
                "t38"."seq",
                "t42"."captured_s",
                "t42"."any_s",
                "t42"."won_s",
                "t42"."revived_s"
              FROM (
                SELECT
                  COALESCE("t35"."into_id", "t35"."lead_id") AS "lead_id",
                  "t35"."kind",
                  "t35"."occurred_s",
                  "t35"."seq"
                FROM "t34" AS "t35"
              ) AS "t38"
              INNER JOIN (
                SELECT
                  "t40"."lead_id",
                  "t40"."captured_s",
                  "t40"."any_s",
                  "t40"."won_s",
                  "t40"."revived_s"
                FROM "t39" AS "t40"
              ) AS "t42"
                ON "t38"."lead_id" = "t42"."lead_id"
            ) AS "t45"
          ) AS "t46"
          WHERE
            (
              "t46"."is_first" = 1
            ) OR (
              "t46"."is_end" = 1
            )
        ) AS "t47"
        GROUP BY
          1
      ) AS "t49"
        ON "t44"."lead_id" = "t49"."story_lead_id"
    ) AS "t50"
  ) AS "t52"
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
  ) AS "t5"
    ON "t52"."first_seq" = "t5"."seq"
)
SELECT
  "t71"."source",
  "t71"."stage",
  "t71"."is_left",
  "t71"."days",
  COUNT(*) AS "leads"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t55"."source",
        "t55"."stage",
        CAST(IIF("t55"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
        IIF(
          CAST(CAST((
            IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s"
          ) - MOD(
            IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s",
            86400
          ) AS REAL) / 86400 AS INTEGER) > 730,
          730,
          CAST(CAST((
            IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s"
          ) - MOD(
            IIF("t55"."left_s" < 9000000000, "t55"."left_s", ${as_of_s}) - "t55"."entered_s",
            86400
          ) AS REAL) / 86400 AS INTEGER)
        ) AS "days"
      FROM (
        SELECT
          COALESCE("t54"."source", 'unknown') AS "source",
          'first_talk' AS "stage",
          "t54"."first_talk_s" AS "entered_s",
          MIN(
            IIF("t54"."deal_opened_s" >= "t54"."first_talk_s", "t54"."deal_opened_s", 9000000000),
            IIF("t54"."won_s" >= "t54"."first_talk_s", "t54"."won_s", 9000000000),
            IIF("t54"."lost_s" >= "t54"."first_talk_s", "t54"."lost_s", 9000000000),
            IIF("t54"."back_s" >= "t54"."first_talk_s", "t54"."back_s", 9000000000)
          ) AS "left_s"
        FROM "t53" AS "t54"
        WHERE
          "t54"."since_s" >= ${since_s}
          AND "t54"."since_s" < ${until_s}
          AND "t54"."first_talk_s" < 9000000000
      ) AS "t55"
    ) AS "t61"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t56"."source",
        "t56"."stage",
        CAST(IIF("t56"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
        IIF(
          CAST(CAST((
            IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s"
          ) - MOD(
            IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s",
            86400
          ) AS REAL) / 86400 AS INTEGER) > 730,
          730,
          CAST(CAST((
            IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s"
          ) - MOD(
            IIF("t56"."left_s" < 9000000000, "t56"."left_s", ${as_of_s}) - "t56"."entered_s",
            86400
          ) AS REAL) / 86400 AS INTEGER)
        ) AS "days"
      FROM (
        SELECT
          COALESCE("t54"."source", 'unknown') AS "source",
          'deal_opened' AS "stage",
          "t54"."deal_opened_s" AS "entered_s",
          MIN(
            IIF("t54"."won_s" >= "t54"."deal_opened_s", "t54"."won_s", 9000000000),
            IIF("t54"."lost_s" >= "t54"."deal_opened_s", "t54"."lost_s", 9000000000),
            IIF("t54"."back_s" >= "t54"."deal_opened_s", "t54"."back_s", 9000000000)
          ) AS "left_s"
        FROM "t53" AS "t54"
        WHERE
          "t54"."since_s" >= ${since_s}
          AND "t54"."since_s" < ${until_s}
          AND "t54"."deal_opened_s" < 9000000000
      ) AS "t56"
    ) AS "t62"
  ) AS "t67"
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
          "t57"."source",
          "t57"."stage",
          CAST(IIF("t57"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
          IIF(
            CAST(CAST((
              IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s"
            ) - MOD(
              IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER) > 730,
            730,
            CAST(CAST((
              IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s"
            ) - MOD(
              IIF("t57"."left_s" < 9000000000, "t57"."left_s", ${as_of_s}) - "t57"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER)
          ) AS "days"
        FROM (
          SELECT
            COALESCE("t54"."source", 'unknown') AS "source",
            'captured' AS "stage",
            "t54"."since_s" AS "entered_s",
            MIN(
              IIF("t54"."qualified_s" >= "t54"."since_s", "t54"."qualified_s", 9000000000),
              IIF("t54"."handed_over_s" >= "t54"."since_s", "t54"."handed_over_s", 9000000000),
              IIF("t54"."accepted_s" >= "t54"."since_s", "t54"."accepted_s", 9000000000),
              IIF("t54"."first_talk_s" >= "t54"."since_s", "t54"."first_talk_s", 9000000000),
              IIF("t54"."deal_opened_s" >= "t54"."since_s", "t54"."deal_opened_s", 9000000000),
              IIF("t54"."won_s" >= "t54"."since_s", "t54"."won_s", 9000000000),
              IIF("t54"."lost_s" >= "t54"."since_s", "t54"."lost_s", 9000000000),
              IIF("t54"."back_s" >= "t54"."since_s", "t54"."back_s", 9000000000)
            ) AS "left_s"
          FROM "t53" AS "t54"
          WHERE
            "t54"."since_s" >= ${since_s}
            AND "t54"."since_s" < ${until_s}
            AND "t54"."since_s" < 9000000000
        ) AS "t57"
      ) AS "t63"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t58"."source",
          "t58"."stage",
          CAST(IIF("t58"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
          IIF(
            CAST(CAST((
              IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s"
            ) - MOD(
              IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER) > 730,
            730,
            CAST(CAST((
              IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s"
            ) - MOD(
              IIF("t58"."left_s" < 9000000000, "t58"."left_s", ${as_of_s}) - "t58"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER)
          ) AS "days"
        FROM (
          SELECT
            COALESCE("t54"."source", 'unknown') AS "source",
            'qualified' AS "stage",
            "t54"."qualified_s" AS "entered_s",
            MIN(
              IIF("t54"."handed_over_s" >= "t54"."qualified_s", "t54"."handed_over_s", 9000000000),
              IIF("t54"."accepted_s" >= "t54"."qualified_s", "t54"."accepted_s", 9000000000),
              IIF("t54"."first_talk_s" >= "t54"."qualified_s", "t54"."first_talk_s", 9000000000),
              IIF("t54"."deal_opened_s" >= "t54"."qualified_s", "t54"."deal_opened_s", 9000000000),
              IIF("t54"."won_s" >= "t54"."qualified_s", "t54"."won_s", 9000000000),
              IIF("t54"."lost_s" >= "t54"."qualified_s", "t54"."lost_s", 9000000000),
              IIF("t54"."back_s" >= "t54"."qualified_s", "t54"."back_s", 9000000000)
            ) AS "left_s"
          FROM "t53" AS "t54"
          WHERE
            "t54"."since_s" >= ${since_s}
            AND "t54"."since_s" < ${until_s}
            AND "t54"."qualified_s" < 9000000000
        ) AS "t58"
      ) AS "t64"
    ) AS "t68"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t59"."source",
          "t59"."stage",
          CAST(IIF("t59"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
          IIF(
            CAST(CAST((
              IIF("t59"."left_s" < 9000000000, "t59"."left_s", ${as_of_s}) - "t59"."entered_s"
            ) - MOD(
              IIF("t59"."left_s" < 9000000000, "t59"."left_s", ${as_of_s}) - "t59"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER) > 730,
            730,
            CAST(CAST((
              IIF("t59"."left_s" < 9000000000, "t59"."left_s", ${as_of_s}) - "t59"."entered_s"
            ) - MOD(
              IIF("t59"."left_s" < 9000000000, "t59"."left_s", ${as_of_s}) - "t59"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER)
          ) AS "days"
        FROM (
          SELECT
            COALESCE("t54"."source", 'unknown') AS "source",
            'handed_over' AS "stage",
            "t54"."handed_over_s" AS "entered_s",
            MIN(
              IIF("t54"."accepted_s" >= "t54"."handed_over_s", "t54"."accepted_s", 9000000000),
              IIF("t54"."first_talk_s" >= "t54"."handed_over_s", "t54"."first_talk_s", 9000000000),
              IIF("t54"."deal_opened_s" >= "t54"."handed_over_s", "t54"."deal_opened_s", 9000000000),
              IIF("t54"."won_s" >= "t54"."handed_over_s", "t54"."won_s", 9000000000),
              IIF("t54"."lost_s" >= "t54"."handed_over_s", "t54"."lost_s", 9000000000),
              IIF("t54"."back_s" >= "t54"."handed_over_s", "t54"."back_s", 9000000000)
            ) AS "left_s"
          FROM "t53" AS "t54"
          WHERE
            "t54"."since_s" >= ${since_s}
            AND "t54"."since_s" < ${until_s}
            AND "t54"."handed_over_s" < 9000000000
        ) AS "t59"
      ) AS "t65"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t60"."source",
          "t60"."stage",
          CAST(IIF("t60"."left_s" < 9000000000, 1, 0) AS INTEGER) AS "is_left",
          IIF(
            CAST(CAST((
              IIF("t60"."left_s" < 9000000000, "t60"."left_s", ${as_of_s}) - "t60"."entered_s"
            ) - MOD(
              IIF("t60"."left_s" < 9000000000, "t60"."left_s", ${as_of_s}) - "t60"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER) > 730,
            730,
            CAST(CAST((
              IIF("t60"."left_s" < 9000000000, "t60"."left_s", ${as_of_s}) - "t60"."entered_s"
            ) - MOD(
              IIF("t60"."left_s" < 9000000000, "t60"."left_s", ${as_of_s}) - "t60"."entered_s",
              86400
            ) AS REAL) / 86400 AS INTEGER)
          ) AS "days"
        FROM (
          SELECT
            COALESCE("t54"."source", 'unknown') AS "source",
            'accepted' AS "stage",
            "t54"."accepted_s" AS "entered_s",
            MIN(
              IIF("t54"."first_talk_s" >= "t54"."accepted_s", "t54"."first_talk_s", 9000000000),
              IIF("t54"."deal_opened_s" >= "t54"."accepted_s", "t54"."deal_opened_s", 9000000000),
              IIF("t54"."won_s" >= "t54"."accepted_s", "t54"."won_s", 9000000000),
              IIF("t54"."lost_s" >= "t54"."accepted_s", "t54"."lost_s", 9000000000),
              IIF("t54"."back_s" >= "t54"."accepted_s", "t54"."back_s", 9000000000)
            ) AS "left_s"
          FROM "t53" AS "t54"
          WHERE
            "t54"."since_s" >= ${since_s}
            AND "t54"."since_s" < ${until_s}
            AND "t54"."accepted_s" < 9000000000
        ) AS "t60"
      ) AS "t66"
    ) AS "t69"
  ) AS "t70"
) AS "t71"
GROUP BY
  1,
  2,
  3,
  4
