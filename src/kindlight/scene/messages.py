"""THE CONTRACT, downward: everything the engine may say to a page. What a page may say stands in `gestures.py`.

Two sorts go down. *Frames* (walls, glow) are states: the latest wins by key, and may be dropped.
*Moments* (a thread grew, words given) are happenings: in order, and never dropped.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kindlight.terms import Days, Facet, Id, Name, Signed, Target, Turn, Unit, When

Mood = Literal["arriving", "listening", "met", "kind", "resting", "darkness"]
Door = Literal["new", "locked", "open", "older"]
"""new: nothing kept yet · locked: it needs a passphrase · open · older: older than this machine remembers."""


class Thread(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """One text of the person, as a filament: where it hangs (stored, never moved) and how it is dyed."""

    id: Id
    when: When
    day: Days
    turn: Turn
    offset: Signed
    warmth: Unit
    silver: Unit
    weight: Unit


class Plant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """One flower: the genome its words made, and its place, which it keeps. Lengths in metres, angles in radians."""

    id: Id
    thread: Id
    order: int
    species: Literal["lotus", "dahlia", "bell", "star"]
    petals: int
    hue: Unit
    height: float
    width: float
    cup: Unit
    curl: Unit
    leaves: int
    lean: Signed
    seed: Annotated[int, Meta(ge=0, lt=2**32)]
    turn: Turn
    radius: float


Heard = Literal["kind", "harsh", "plain", "unread"]
"""How words were found toward their writer. unread: in a language that cannot be read here."""


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """A verbatim piece of the person's own words, the light it is read in, and how it was found.

    `told`: the person has said how it is meant.
    """

    text: str
    warmth: Unit
    silver: Unit
    heard: Heard
    about: Target
    told: bool


class Found(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """A text that holds the words looked for: its thread, its date and a verbatim piece of it."""

    id: Id
    when: When
    text: str


class Helper(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """Someone to turn to, as the person wrote them down."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    reach: Annotated[str, Meta(max_length=120)]


class Reflection(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """One of the great mirrors, and what the person calls who stands in it."""

    facet: Facet
    name: Name


class Frame(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True, rename="camel"):
    """A state of light. The latest of a kind wins; an older one may be dropped."""


class WallsFrame(Frame, frozen=True, kw_only=True, tag="walls", rename="camel"):
    """How the walls answer the words on the line. `echo` is the number of the draft that they answer."""

    echo: int
    mood: Mood
    warmth: Unit
    kindness: Unit
    silver: Unit
    stir: Unit


class GlowFrame(Frame, frozen=True, kw_only=True, tag="glow", rename="camel"):
    """The light that never goes out: `level` is never below the floor."""

    level: Annotated[float, Meta(ge=0.1, le=1)]


class Welcome(Frame, frozen=True, kw_only=True, tag="welcome", rename="camel"):
    """The first message: which contract is spoken, how the door stands, and the stone's seed."""

    contract: str
    door: Door
    returning: bool
    seed: int
    sign: str
    """Two words that only this install knows, shown before a passphrase is asked for."""


class KeysOffered(Frame, frozen=True, kw_only=True, tag="keys-offered", rename="camel"):
    """Six words for a passphrase; the person may take them, choose their own, or go without."""

    words: tuple[str, ...]


class RecoveryShown(Frame, frozen=True, kw_only=True, tag="recovery-shown", rename="camel"):
    """The recovery code, once."""

    code: str


class DoorMoved(Frame, frozen=True, kw_only=True, tag="door-moved", rename="camel"):
    """The room was opened, locked, or asks whether an older record is welcome."""

    door: Door
    returning: bool
    seed: int


class LoomShown(Frame, frozen=True, kw_only=True, tag="loom-shown", rename="camel"):
    """Threads already woven, a part at a time; `first` starts the loom afresh."""

    threads: tuple[Thread, ...]
    first: bool


class GardenShown(Frame, frozen=True, kw_only=True, tag="garden-shown", rename="camel"):
    """Flowers already grown, a part at a time; `first` starts the garden afresh."""

    plants: tuple[Plant, ...]
    first: bool


class ThoughtSaved(Frame, frozen=True, kw_only=True, tag="thought-saved", rename="camel"):
    """The thought is on disk. Only now may the room answer it with light."""

    id: Id
    met: Literal["kind", "harsh", "plain"]
    care: bool
    """Whether help is offered, softly."""


class ThreadGrew(Frame, frozen=True, kw_only=True, tag="thread-grew", rename="camel"):
    """One thread joined the loom; no other moved."""

    thread: Thread


class ThreadDyed(Frame, frozen=True, kw_only=True, tag="thread-dyed", rename="camel"):
    """A thread took another dye, since the person said how its words are meant. It hangs where it hung."""

    thread: Thread


class FlowerGrew(Frame, frozen=True, kw_only=True, tag="flower-grew", rename="camel"):
    """A kind thought grew a flower."""

    plant: Plant


class WordsGiven(Frame, frozen=True, kw_only=True, tag="words-given", rename="camel"):
    """The person's own words, verbatim, with their date. `place` is where they were kept before, if elsewhere."""

    id: Id
    when: When
    place: str
    spans: tuple[Span, ...]


class WordsFound(Frame, frozen=True, kw_only=True, tag="words-found", rename="camel"):
    """Where the words looked for occur in the record."""

    query: str
    found: tuple[Found, ...]


class HelpShown(Frame, frozen=True, kw_only=True, tag="help-shown", rename="camel"):
    """The person's own people, their region, and whether help may be offered."""

    people: tuple[Helper, ...]
    region: str
    offers: bool


class FacetsShown(Frame, frozen=True, kw_only=True, tag="facets-shown", rename="camel"):
    """The reflections that have a name."""

    facets: tuple[Reflection, ...]


class VisitEnded(Frame, frozen=True, kw_only=True, tag="visit-ended", rename="camel"):
    """The closing is on disk; the chamber may dissolve."""


class Refused(Frame, frozen=True, kw_only=True, tag="refused", rename="camel"):
    """A gesture could not be done. `word` is the key of the sentence that says so and what to do; nothing was lost."""

    gesture: str
    word: str
    values: dict[str, str]


SceneMessage = (
    WallsFrame | GlowFrame | Welcome | KeysOffered | RecoveryShown | DoorMoved | LoomShown | GardenShown | ThoughtSaved
    | ThreadGrew | ThreadDyed | FlowerGrew | WordsGiven | WordsFound | HelpShown | FacetsShown | VisitEnded | Refused
)  # fmt: skip
