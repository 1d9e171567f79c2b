"""Statements that make the database refuse to change or delete a fact."""

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
