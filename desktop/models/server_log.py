"""What the station's server says in its own log, which is not sealed: no row and no value.

A number that two counters register at the same moment is a fault that PostgreSQL tells with the number; a row that
does not fit, with the whole row; a slow statement, with what it was given.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import product
from typing import Any

import psycopg
from psycopg import sql

QUIET = {
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
"""Of each role's sessions, also behind a pooler. Whoever asked is told everything as before."""


def keep_quiet(connection: psycopg.Connection[Any], roles: Iterable[str]) -> None:
    """Have the server quote nobody; where the administrator is no superuser, or it knows no such setting, it stays."""
    for role, (name, value) in product(roles, QUIET.items()):
        words = sql.SQL("ALTER ROLE {} SET {} = {}")
        said = words.format(sql.Identifier(role), sql.Identifier(name), sql.Literal(value))
        refused = psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedObject
        with suppress(*refused), connection.transaction():
            connection.execute(said)
