"""Alembic's entry: runs on the connection that `actions.store.migrating` hands over."""

from alembic import context

from actions.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
