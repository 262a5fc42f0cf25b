"""Alembic's environment: runs on the connection it is handed, in that connection's transaction."""

from __future__ import annotations

from alembic import context

from desktop.models.tables import Schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Schema.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
