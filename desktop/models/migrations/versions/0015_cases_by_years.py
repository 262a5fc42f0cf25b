"""On PostgreSQL cases and papers lie in a table a year as well; what is there once for ever stands in tables beside them.

A unique constraint of a divided table must have the key in it that it is divided by, and a request's id and the
numbers have not. So each of them is stored by the INSERT itself in a small table without years too: the same request
is refused for ever, with the same fault, also where its year was taken out. What refers to a case or a paper refers to
its row there: for a divided table that is referred to PostgreSQL plans each check of a reference anew (decision 015).
What is there already becomes the first year as it is; no document is copied.
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

INDEXES: dict[str, dict[str, tuple[str, ...]]] = {
    "case_file": {
        "ix_case_file_person_id": ("person_id",),
        "ix_case_file_accepted_on": ("accepted_on", "counter_number"),
        "ix_case_file_resumes_case_id": ("resumes_case_id",),
        "ix_case_file_state": ("state", "due_on", "id", "kind", "staff_name"),
    },
    "paper": {
        "ix_paper_case_id": ("case_id",),
        "ix_paper_person_id": ("person_id",),
        "ix_paper_issued_on": ("issued_on",),
    },
}
"""Each table that has years now, those that others stand on first, and its indexes beside the key."""
ONCE: dict[str, tuple[str, ...]] = {"case_file": ("request_id", "case_number"), "paper": ("paper_number",)}
"""What is there once for ever."""
TO = {"person_row": "person", "staff_id": "staff"}
"""Whom a case refers to."""
REFERRING = (
    ("case_step", "case_id", "case_file"),
    ("attachment", "case_id", "case_file"),
    ("registration", "case_id", "case_file"),
    ("permit", "case_id", "case_file"),
    ("paper", "case_id", "case_file"),
    ("paper_copy", "paper_id", "paper"),
)
"""What refers to them: table, column, and to which."""
KEPT_MONTHS = 120
"""Cases and papers younger than this are not taken out where the station has set no other term (decision 013)."""

# runs inside the INSERT and looks for nothing: what it names it names in full
_KEEP_ONCE = """
CREATE FUNCTION keep_{whole}_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    INSERT INTO years.{whole}_once ({columns}) VALUES ({values});
    RETURN NULL;
END $$
"""
_CHANGE_ONCE = """
CREATE FUNCTION change_{whole}_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        UPDATE years.{whole}_once SET ({columns}) = ROW ({values}) WHERE id = OLD.id;
    ELSE
        DELETE FROM years.{whole}_once WHERE id = OLD.id;
    END IF;
    RETURN NULL;
END $$
"""
# within its year a number is unique as well: that is also what it is found by
_MAKE_PART = """
CREATE FUNCTION make_part(whole text, part text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM make_bare_part(whole, part);
    IF whole = 'case_file' THEN
        EXECUTE format('ALTER TABLE years.%I ADD UNIQUE (request_id), ADD UNIQUE (case_number)', part);
    ELSIF whole = 'paper' THEN
        EXECUTE format('ALTER TABLE years.%I ADD UNIQUE (paper_number)', part);
    END IF;
END $$
"""
_MAKE_YEARS = """
CREATE FUNCTION make_years() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    whole text;
    this integer := extract(year FROM now() AT TIME ZONE 'UTC-8');
    made integer := make_years_of_steps();
BEGIN
    FOREACH whole IN ARRAY ARRAY['case_file', 'paper'] LOOP
        FOR year IN this .. this + 1 LOOP
            made := made + add_year(whole, year)::integer;
        END LOOP;
    END LOOP;
    RETURN made;
END $$
"""
# a year of cases goes with its steps and papers; none goes that anything left here refers to
_DETACH_YEAR = """
CREATE FUNCTION detach_year(whole text, year integer) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    part text := whole || '_' || year;
    kept date := current_date - make_interval(months =>
        coalesce((SELECT value::integer FROM setting WHERE name = 'retention.person'), {months}));
    stays boolean;
    place regclass;
    name text;
    gone bigint := 0;
BEGIN
    IF whole = 'case_file' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM years.%I WHERE closed_at IS NULL)', part) INTO stays;
        IF stays THEN
            RAISE EXCEPTION 'year % of case_file stays: a case of it is open', year;
        END IF;
        FOREACH name IN ARRAY ARRAY['case_step', 'paper'] LOOP
            IF to_regclass('years.' || name || '_' || year) IS NOT NULL THEN
                gone := gone + detach_year(name, year);
            END IF;
        END LOOP;
    END IF;
    IF whole IN ('case_file', 'paper') THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM years.%I WHERE %I >= $1)', part,
            CASE whole WHEN 'paper' THEN 'issued_on' ELSE 'closed_at' END) INTO stays USING kept;
        IF stays THEN
            RAISE EXCEPTION 'year % of % stays: what is of % or later is kept', year, whole, kept;
        END IF;
    END IF;
    FOR place, name IN
        SELECT pg_class.oid::regclass, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = whole::regclass) AND relkind IN ('r', 'p')
            AND CASE whole WHEN 'case_file' THEN attname IN ('case_id', 'resumes_case_id')
                WHEN 'paper' THEN attname = 'paper_id' ELSE false END ORDER BY relname, attname
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s AS one JOIN years.%I AS theirs ON theirs.id = one.%I '
            'WHERE one.tableoid <> $1)', place, part, name) INTO stays USING to_regclass('years.' || part)::oid;
        IF stays THEN
            RAISE EXCEPTION 'year % of % stays: % refers to it', year, whole, place;
        END IF;
    END LOOP;
    gone := gone + detach_part(whole, year);
    FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = to_regclass('archived.' || part) AND contype = 'f' LOOP
        EXECUTE format('ALTER TABLE archived.%I DROP CONSTRAINT %I', part, name);
    END LOOP;
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
_EXTENDED = {
    "make_part(text, text)": "make_bare_part",
    "make_years()": "make_years_of_steps",
    "detach_year(text, integer)": "detach_part",
}
"""Functions of 0014 that others stand on now, and what they are called since."""


def upgrade() -> None:
    """Bring the schema here."""
    if op.get_context().dialect.name != "postgresql":
        return
    for function, name in _EXTENDED.items():
        op.execute(f"ALTER FUNCTION {function} RENAME TO {name}")
    for function in (_MAKE_PART, _MAKE_YEARS, _DETACH_YEAR.format(months=KEPT_MONTHS)):
        op.execute(function)
    for function in _EXTENDED:
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
    _let_go()
    for whole in INDEXES:
        _keep_once(whole)
        _divide(whole)
    for table, column, whole in REFERRING:
        op.create_foreign_key(
            f"fk_{table}_{column}", table, f"{whole}_once", [column], ["id"], referent_schema="years"
        )
    op.execute("SELECT make_years()")


def downgrade() -> None:
    """Take the schema back: every year's rows into one table again."""
    if op.get_context().dialect.name != "postgresql":
        return
    _let_go()
    for whole, indexes in INDEXES.items():
        op.execute(f"CREATE TABLE one (LIKE {whole} INCLUDING DEFAULTS)")
        op.execute(f"INSERT INTO one SELECT * FROM {whole}")  # noqa: S608 # nosec B608 - a name of ours
        op.execute(f"DROP TABLE {whole}")
        op.execute(f"DROP TABLE years.{whole}_once")
        op.execute(f"DROP FUNCTION keep_{whole}_once()")
        op.execute(f"DROP FUNCTION change_{whole}_once()")
        op.execute(f"ALTER TABLE one RENAME TO {whole}")
        op.execute(f"ALTER TABLE {whole} ADD CONSTRAINT pk_{whole} PRIMARY KEY (id)")
        for column in ONCE[whole]:
            op.create_unique_constraint(f"uq_{whole}_{column}", whole, [column])
        for name, columns in indexes.items():
            op.create_index(name, whole, list(columns), unique=False)
    _refer("case_file")
    for table, column, whole in REFERRING:
        op.create_foreign_key(f"fk_{table}_{column}", table, whole, [column], ["id"])
    for function, name in _EXTENDED.items():
        op.execute(f"DROP FUNCTION {function}")
        op.execute(
            f"ALTER FUNCTION {name}{function[function.index('(') :]} RENAME TO {function.partition('(')[0]}"
        )


def _let_go() -> None:
    """Have nothing refer to what becomes another table."""
    for table, column, _ in REFERRING:
        op.drop_constraint(f"fk_{table}_{column}", table, type_="foreignkey")


def _refer(table: str) -> None:
    """Have a case refer to whom it is about and who took it."""
    for column, other in TO.items():
        op.create_foreign_key(f"fk_{table}_{column}", table, other, [column], ["id"])


def _keep_once(whole: str) -> None:
    """Have what is there once for ever in a table of its own, whose constraints have the names that there were."""
    columns = ("id", *ONCE[whole])
    op.execute(
        f"CREATE TABLE years.{whole}_once AS SELECT {', '.join(columns)} FROM {whole}"  # noqa: S608 # nosec B608 - names of ours
    )
    op.execute(f"ALTER TABLE years.{whole}_once ADD CONSTRAINT pk_{whole}_once PRIMARY KEY (id)")
    for column in ONCE[whole]:
        op.execute(f"ALTER TABLE {whole} RENAME CONSTRAINT uq_{whole}_{column} TO {whole}_{column}_key")
        op.execute(
            f"ALTER TABLE years.{whole}_once ALTER {column} SET NOT NULL, "
            f"ADD CONSTRAINT uq_{whole}_{column} UNIQUE ({column})"
        )
    words = {
        "whole": whole,
        "columns": ", ".join(columns),
        "values": ", ".join(f"NEW.{column}" for column in columns),
    }
    for what, function in (("keep", _KEEP_ONCE), ("change", _CHANGE_ONCE)):
        op.execute(function.format(**words))
        op.execute(f"REVOKE ALL ON FUNCTION {what}_{whole}_once() FROM PUBLIC")


def _divide(whole: str) -> None:
    """Have the table as it is be the first year of a divided one, and one more catch what is of no year."""
    op.execute(f"ALTER TABLE {whole} SET SCHEMA years")
    op.execute(
        f"CREATE TABLE {whole} (LIKE years.{whole} INCLUDING DEFAULTS, CONSTRAINT pk_{whole} PRIMARY KEY (id)) "
        "PARTITION BY RANGE (id)"
    )
    for name, columns in INDEXES[whole].items():
        op.create_index(name, whole, list(columns), unique=False)
    if whole == "case_file":
        _refer(whole)
    op.execute(_FIRST_YEAR.format(whole=whole))
    op.execute(f"SELECT make_part('{whole}', '{whole}_other')")  # nosec B608 - a name of ours
    op.execute(f"ALTER TABLE {whole} ATTACH PARTITION years.{whole}_other DEFAULT")
    op.execute(
        f"CREATE TRIGGER {whole}_once AFTER INSERT ON {whole} FOR EACH ROW EXECUTE FUNCTION keep_{whole}_once()"
    )
    op.execute(
        f"CREATE TRIGGER {whole}_once_changed AFTER UPDATE OF id, {', '.join(ONCE[whole])} OR DELETE ON {whole} "
        f"FOR EACH ROW EXECUTE FUNCTION change_{whole}_once()"
    )
