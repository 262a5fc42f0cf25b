"""The same schema and the same services on a real PostgreSQL, started here and stopped here."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from desktop.models.database import Database
from desktop.models.opening import upgrade
from desktop.models.tables import Schema
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.practice import fill


def server_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    assert found, "PostgreSQL's server is missing: `make test` installs Debian's package postgresql"
    return found[-1].parent


def as_server_user() -> list[str]:
    """PostgreSQL refuses to run as root: its own user does it then."""
    if os.getuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    folder = Path(tempfile.mkdtemp(prefix="counter-pg-"))
    programs, user = server_programs(), as_server_user()
    if user:
        shutil.chown(folder, "postgres", "postgres")

    def do(*words: str) -> None:
        subprocess.run(
            [*user, *words], check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    data = str(folder / "data")
    do(
        f"{programs}/initdb",
        "-D",
        data,
        "-A",
        "trust",
        "-U",
        "counter",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    )
    try:
        do(
            f"{programs}/pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            f"{folder}/log",
            "-o",
            f"-k {folder} -h '' -F",
            "start",
        )
        try:
            made = create_engine(f"postgresql+psycopg://counter@/postgres?host={folder}", poolclass=NullPool)
            upgrade(made)
            yield made
        finally:
            do(f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def practice(
    engine: Engine, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Counter]:
    folders = Folders(tmp_path_factory.mktemp("data"), shared_cache)
    counter = build_counter(Database(engine), folders, SystemClock())
    fill(counter)
    yield counter
    counter.close()


def test_models_are_what_the_migrations_make_on_postgresql(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Schema.metadata) == []


def test_a_whole_practice_station_is_made_by_the_same_services(practice: Counter, engine: Engine) -> None:
    with engine.connect() as connection:
        people = connection.execute(
            text("select count(*) from person where current_id is not null")
        ).scalar_one()
        papers = connection.execute(text("select count(*) from paper")).scalar_one()
        cases = connection.execute(text("select count(*) from case_file")).scalar_one()
    assert people == 40
    assert papers == cases > 40


@pytest.mark.parametrize("asked", ["单雨桐", "shanyutong", "syt", "雨桐", "桐", "13900000001"])
def test_the_one_box_answers_the_same_on_postgresql(practice: Counter, asked: str) -> None:
    actor = practice.sign_in.sign_in("wangfang", "yanlian-01", 2)
    assert practice.lookup.find(actor, asked).hits[0].name == "单雨桐"
