"""What a server does by itself within a minute, done at once."""

from __future__ import annotations

import psycopg

from installer.scratch_server import OWNER


def analyze(folder: str, database: str) -> None:
    """Count what is stored, so that plans know of it: those made while a table was empty read it whole for ever.

    A benchmark stores in seconds what a station does in weeks; autovacuum looks once a minute.
    """
    with psycopg.connect(host=folder, user=OWNER, dbname=database, autocommit=True) as connection:
        connection.execute("ANALYZE")
