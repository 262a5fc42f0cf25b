"""On PostgreSQL the trail and the steps of cases lie in a table a year; on SQLite nothing changes.

A row's key begins with its moment, so a year is a span of keys: keys stay the only primary key on both engines.
What is there already becomes the first year as it is, without a row being copied.
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INDEXES: dict[str, dict[str, tuple[str, ...]]] = {
    "journal_entry": {
        f"ix_journal_entry_{'_'.join(columns)}": columns
        for columns in (
            ("on_date", "id"),
            ("person_id", "on_date", "id"),
            ("staff_id", "on_date", "id"),
            ("action", "on_date", "id"),
        )
    },
    "case_step": {"ix_case_step_case_id": ("case_id",)},
}
"""Each table that has years, and its indexes beside the key."""
PLACE = "uq_journal_entry_counter_number_sequence"
FOREIGN = "fk_case_step_case_id"
REFUSED = "the trail is never changed"
LEAST_KEPT = "6 months"

_FIRST_KEY = """
CREATE FUNCTION first_key_of(year integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT (extract(epoch FROM make_timestamp(year, 1, 1, 0, 0, 0) - timestamp '2020-01-01 08:00') * 1000)::bigint << 21
$$
"""
# a table is attached and not made in place: for that nobody who reads or writes has to wait
_ADD_YEAR = """
CREATE FUNCTION add_year(whole text, year integer) RETURNS boolean
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE part text := whole || '_' || year;
BEGIN
    IF to_regclass('years.' || part) IS NOT NULL THEN
        RETURN false;
    END IF;
    PERFORM make_part(whole, part);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION years.%I FOR VALUES FROM (%s) TO (%s)',
        whole, part, first_key_of(year), first_key_of(year + 1));
    RETURN true;
EXCEPTION WHEN check_violation OR invalid_object_definition THEN
    RETURN false;  -- rows of that year lie in another table already: they stay there
END $$
"""
_MAKE_PART = """
CREATE FUNCTION make_part(whole text, part text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    EXECUTE format('CREATE TABLE years.%I (LIKE %I INCLUDING ALL)', part, whole);
    IF whole = 'journal_entry' THEN
        EXECUTE format('ALTER TABLE years.%I ADD UNIQUE (counter_number, sequence)', part);
        EXECUTE format('CREATE TRIGGER kept_whole BEFORE UPDATE OR TRUNCATE ON years.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END IF;
END $$
"""
# what the program may call: it asks for no year, so none can be made but this one and the next
_MAKE_YEARS = """
CREATE FUNCTION make_years() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    whole text;
    this integer := extract(year FROM now() AT TIME ZONE 'UTC-8');
    made integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(24110, 14);
    FOREACH whole IN ARRAY ARRAY['journal_entry', 'case_step'] LOOP
        FOR year IN this .. this + 1 LOOP
            made := made + add_year(whole, year)::integer;
        END LOOP;
    END LOOP;
    RETURN made;
END $$
"""
# of the trail only what lies below an archived head, and is old enough (see 0012)
_DETACH_YEAR = """
CREATE FUNCTION detach_year(whole text, year integer) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    part text := whole || '_' || year;
    stays boolean;
    gone bigint;
BEGIN
    IF whole = 'journal_entry' THEN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM (SELECT counter_number, max(sequence) AS last, '
            'max(on_date) AS day FROM years.%I GROUP BY counter_number) AS theirs '
            'WHERE day >= current_date - interval ''{least_kept}'' OR NOT EXISTS (SELECT 1 FROM trail_archive AS cut '
            'WHERE cut.counter_number = theirs.counter_number AND cut.sequence >= theirs.last))', part) INTO stays;
        IF stays THEN
            RAISE EXCEPTION '{refused}';
        END IF;
    END IF;
    EXECUTE format('SELECT count(*) FROM years.%I', part) INTO gone;
    CREATE SCHEMA IF NOT EXISTS archived;
    EXECUTE format('ALTER TABLE %I DETACH PARTITION years.%I', whole, part);
    EXECUTE format('ALTER TABLE years.%I SET SCHEMA archived', part);
    RETURN gone;
END $$
"""
_FIRST_YEAR = """
DO $$ DECLARE
    newest bigint := (SELECT max(id) FROM years.{whole});
    until integer := extract(year FROM now() AT TIME ZONE 'UTC-8');
BEGIN
    WHILE newest >= first_key_of(until + 1) LOOP until := until + 1; END LOOP;
    EXECUTE format('ALTER TABLE {whole} ATTACH PARTITION years.{whole} FOR VALUES FROM (MINVALUE) TO (%s)',
        first_key_of(until + 1));
    EXECUTE format('ALTER TABLE years.{whole} RENAME TO {whole}_%s', until);
END $$
"""
_OWNERS = ("add_year(text, integer)", "make_part(text, text)", "make_years()", "detach_year(text, integer)")


def upgrade() -> None:
    """Bring the schema here."""
    if op.get_context().dialect.name != "postgresql":
        return
    op.execute("CREATE SCHEMA years")
    for function in (_FIRST_KEY, _MAKE_PART, _ADD_YEAR, _MAKE_YEARS):
        op.execute(function)
    op.execute(_DETACH_YEAR.format(least_kept=LEAST_KEPT, refused=REFUSED))
    for function in _OWNERS:
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
    op.execute("DROP TRIGGER journal_entry_grows ON journal_entry")
    op.execute("DROP TRIGGER journal_entry_stays ON journal_entry")
    for whole, indexes in INDEXES.items():
        _divide(whole, indexes)
    op.execute(
        "CREATE TRIGGER journal_entry_grows BEFORE UPDATE OR TRUNCATE ON journal_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry "
        "FOR EACH ROW EXECUTE FUNCTION refuse_taking_away()"
    )
    op.execute("SELECT make_years()")


def downgrade() -> None:
    """Take the schema back: every year's rows into one table again."""
    if op.get_context().dialect.name != "postgresql":
        return
    for whole, indexes in INDEXES.items():
        op.execute(f"CREATE TABLE one (LIKE {whole} INCLUDING DEFAULTS)")
        op.execute(f"INSERT INTO one SELECT * FROM {whole}")  # noqa: S608 # nosec B608 - a name of ours
        op.execute(f"DROP TABLE {whole}")
        op.execute(f"ALTER TABLE one RENAME TO {whole}")
        op.execute(f"ALTER TABLE {whole} ADD CONSTRAINT pk_{whole} PRIMARY KEY (id)")
        for name, columns in indexes.items():
            op.create_index(name, whole, list(columns), unique=False)
    op.create_unique_constraint(PLACE, "journal_entry", ["counter_number", "sequence"])
    op.create_foreign_key(FOREIGN, "case_step", "case_file", ["case_id"], ["id"])
    op.execute(
        "CREATE TRIGGER journal_entry_grows BEFORE UPDATE OR TRUNCATE ON journal_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry "
        "FOR EACH ROW EXECUTE FUNCTION refuse_taking_away()"
    )
    for function in (*_OWNERS, "first_key_of(integer)"):
        op.execute(f"DROP FUNCTION {function}")
    op.execute("DROP SCHEMA years")


def _divide(whole: str, indexes: dict[str, tuple[str, ...]]) -> None:
    """Have the table as it is be the first year of a divided one, and one more catch what is of no year."""
    op.execute(f"ALTER TABLE {whole} SET SCHEMA years")
    op.execute(
        f"CREATE TABLE {whole} (LIKE years.{whole} INCLUDING DEFAULTS, CONSTRAINT pk_{whole} PRIMARY KEY (id)) "
        "PARTITION BY RANGE (id)"
    )
    for name, columns in indexes.items():
        op.create_index(name, whole, list(columns), unique=False)
    if whole == "case_step":
        op.create_foreign_key(FOREIGN, whole, "case_file", ["case_id"], ["id"])
    else:
        op.execute(
            f"CREATE TRIGGER kept_whole BEFORE UPDATE OR TRUNCATE ON years.{whole} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    op.execute(_FIRST_YEAR.format(whole=whole))
    op.execute(f"SELECT make_part('{whole}', '{whole}_other')")  # nosec B608 - a name of ours
    op.execute(f"ALTER TABLE {whole} ATTACH PARTITION years.{whole}_other DEFAULT")
