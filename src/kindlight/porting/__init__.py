"""Bringing a journal in, and taking everything out again. Reads and writes only the paths it is handed."""

from kindlight.porting.brought import events_of
from kindlight.porting.detect import look
from kindlight.porting.export import write_export
from kindlight.porting.journal import Entry, Note, Preview, Skipped

__all__ = ["Entry", "Note", "Preview", "Skipped", "events_of", "look", "write_export"]
