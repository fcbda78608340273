"""Finding texts by their words: of common words only the latest texts are weighed, so a long record stays quick."""

import unicodedata
from collections.abc import Iterator

import apsw

RANKED = 1_000
"""The latest texts that hold the words; only these are weighed."""
ENDINGS = 48
"""How many words an unfinished one may become before it is left to the index, which then reads all their texts."""
SLOWNESS = 1.2
"""How soon saying a word again stops mattering (BM25's k1)."""

VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'texts', 'instance')"
WORD_FROM = "SELECT term FROM temp.vocabulary WHERE term >= ? ORDER BY term LIMIT 1"
AFTER = "\1"
"""Comes right after a word that it ends: asked for anything greater, the engine would step over each of its places."""
PLACES = (
    f"SELECT rowid AS place, weigh(texts) AS weight FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT {RANKED}"  # noqa: S608 - constants
)


COMMON = f"SELECT 1 FROM texts WHERE texts MATCH ? LIMIT 1 OFFSET {RANKED - 1}"  # noqa: S608 - constants


def prepare(connection: apsw.Connection) -> None:
    """Teach a connection to weigh, and to look words up; nothing of it is stored."""
    connection.register_fts5_function("weigh", weigh)
    connection.execute(VOCABULARY)


def weigh(found: apsw.FTS5ExtensionApi, *_: object) -> float:
    """How much of a text is these words, lowest for the most: BM25 without rarity, which would count every text."""
    length = 1 + found.column_size(-1) / (1 + found.column_total_size(-1) / max(1, found.row_count))
    said = [sum(map(len, found.phrase_locations(phrase))) for phrase in range(found.phrase_count)]
    return -sum(times / (times + SLOWNESS * length) for times in said)


def quoted(connection: apsw.Connection, query: str) -> str:
    """A query in which every word is only a word, and the last may go on."""
    words = query.replace("\0", " ").split()
    if not words:
        return ""
    return " AND ".join([*map(_quote, words[:-1]), unfinished(connection, words[-1])])


def unfinished(connection: apsw.Connection, word: str) -> str:
    """A word that may go on, as all the words of the record that it may become; or as it is when they are many.

    A word that fills the latest texts as it stands need not go on: to look further costs a walk past all its places.
    """
    if word.isalnum() and connection.execute(COMMON, (_quote(word),)).get:
        return _quote(word)
    endings = list(_endings(connection, folded(word))) if word.isalnum() else []
    if not 0 < len(endings) <= ENDINGS:
        return _quote(word) + "*"
    return "(" + " OR ".join(map(_quote, endings)) + ")"


def folded(word: str) -> str:
    """A word as it stands in the index: in small letters, without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(sign))


def _endings(connection: apsw.Connection, start: str) -> Iterator[str]:
    found = connection.execute(WORD_FROM, (start,)).get
    for _ in range(ENDINGS + 1):
        if found is None or not found.startswith(start):
            return
        yield found
        found = connection.execute(WORD_FROM, (found + AFTER,)).get


def _quote(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
