"""Statements that make the database refuse to change or delete a fact, or to change a signed pact."""

SAYS = "facts are append-only: mend a mistake with a corrected fact"
SQLITE = (
    f"CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
    f"CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
)
SQLITE_OFF = ("DROP TRIGGER facts_no_update", "DROP TRIGGER facts_no_delete")
POSTGRESQL = (
    f"CREATE FUNCTION refuse_change() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{SAYS}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER facts_no_change BEFORE UPDATE OR DELETE ON facts FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER facts_no_truncate BEFORE TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)

SIGNED_SAYS = "a signed pact never changes: propose a new version"
_SIGNED = " OR ".join(
    f"NEW.{column} IS DISTINCT FROM OLD.{column}"
    for column in (
        "name", "version", "text", "tree", "state", "marketing_signed_by_id", "marketing_signed_s",
        "sales_signed_by_id", "sales_signed_s", "effective_s",
    )
)  # fmt: skip
SIGNED_SQLITE = (
    (
        "CREATE TRIGGER pact_signed_no_update BEFORE UPDATE ON ledger_pactversion "
        f"WHEN OLD.effective_s IS NOT NULL AND ({_SIGNED.replace('IS DISTINCT FROM', 'IS NOT')}) "
        f"BEGIN SELECT RAISE(ABORT, '{SIGNED_SAYS}'); END"
    ),
)
SIGNED_POSTGRESQL = (
    (
        f"CREATE FUNCTION refuse_signed() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{SIGNED_SAYS}'; END $$ "
        "LANGUAGE plpgsql"
    ),
    (
        "CREATE TRIGGER pact_signed_no_update BEFORE UPDATE ON ledger_pactversion FOR EACH ROW "
        f"WHEN (OLD.effective_s IS NOT NULL AND ({_SIGNED})) EXECUTE FUNCTION refuse_signed()"
    ),
)
