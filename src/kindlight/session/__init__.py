"""Decide, keep, fold, compose: one open room, given a record, a clock and a maker of names."""

from kindlight.session.session import Reply, Session, Wish

__all__ = ["Reply", "Session", "Wish"]
