"""All or nothing: one transaction, durable when it ends, without a trace when it fails."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Everything done meanwhile is kept together or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # the engine itself rolls back after some faults
            connection.execute("ROLLBACK")
        raise
