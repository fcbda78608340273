"""Any value of the record and of the wire, for property tests. Hypothesis sees no msgspec bounds: they are here."""

from datetime import date

from hypothesis import strategies as st

from kindlight import events
from kindlight.reading import Aim, Reading, Sentence
from kindlight.scene import gestures as asked
from kindlight.scene import messages

ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
FEELINGS = ("joy", "grief", "fear", "relief")
ZONES = ("Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5")
SPECIES = ("lotus", "dahlia", "bell", "star")
WORDS = (
    "I",
    "can",
    "rest",
    "tonight",
    "mother",
    "work",
    "the",
    "river",
    "ümlaut",
    "İstanbul",
    "雨",
    "👩‍👧",
    "I'm",
    "don’t",
    "idiot",
    "gentle",
)

units = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
turns = st.integers(0, 999_999).map(lambda share: share / 1_000_000)
signed = st.integers(-1000, 1000).map(lambda thousandths: thousandths / 1000)
lengths = st.floats(0, 1000, allow_nan=False, width=32)
seeds = st.integers(0, 2**32 - 1)
ids = st.text(ALPHABET, min_size=8, max_size=64)
flags = st.booleans()
unicode = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)

phrases = st.lists(st.sampled_from(WORDS) | unicode, min_size=1, max_size=8).map(" ".join)
spaces = st.sampled_from(["", " ", "\n", "\n\n", "\t ", "\N{NO-BREAK SPACE}"])
lines = st.lists(phrases, max_size=3).map("\n".join)

days = st.dates(date(1800, 1, 1), date(2100, 12, 31)).map(date.isoformat)
minutes = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda clock: f"T{clock[0]:02}:{clock[1]:02}")
seconds = st.sampled_from(["", ":00", ":59", ":07.25", ":30.000001"])
offsets = st.sampled_from(["", "Z", "+00:00", "-03:30", "+14:00"])
zones = st.sampled_from(["", *(f"[{zone}]" for zone in ZONES)])
clocks = st.just("") | st.tuples(minutes, seconds, offsets, zones).map("".join)
whens = st.tuples(days, clocks).map("".join)


@st.composite
def aims(draw: st.DrawFn) -> Aim:
    """Three shares that sum to one."""
    low, high = sorted(draw(st.tuples(st.integers(0, 1000), st.integers(0, 1000))))
    return Aim(self_=low / 1000, other=(high - low) / 1000, none=(1000 - high) / 1000)


readings = st.builds(
    Reading,
    target=aims(),
    self_kindness=units,
    self_judgment=units,
    common_humanity=units,
    isolation=units,
    mindfulness=units,
    over_identification=units,
    kind_to_self=units,
    harsh_to_self=units,
    emotions=st.dictionaries(st.sampled_from(FEELINGS), units, max_size=2),
    care=units,
    model=st.sampled_from(["light-1", "light-2", "light-3", "unread"]),
)
sentences = st.builds(Sentence, start=st.just(0), end=st.just(0), reading=readings)
said = st.lists(sentences, max_size=6).map(tuple)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """A text, white space around and between included, and its sentences as spans of it."""
    text, read = draw(spaces), []
    for phrase in draw(st.lists(phrases, max_size=4)):
        read.append(Sentence(start=len(text), end=len(text) + len(phrase), reading=draw(readings)))
        text += phrase + draw(spaces)
    return text or ".", tuple(read)


@st.composite
def thoughts(draw: st.DrawFn) -> events.ThoughtKept:
    """A kept thought."""
    text, read = draw(texts())
    return events.ThoughtKept(id=draw(ids), when=draw(whens), text=text, sentences=read)


@st.composite
def entries(draw: st.DrawFn) -> events.EntryBrought:
    """An entry of a journal kept elsewhere."""
    text, read = draw(texts())
    return events.EntryBrought(
        id=draw(ids),
        when=draw(whens),
        source=draw(st.sampled_from(["jrnl", "dayone", "markdown"])),
        source_id=draw(unicode),
        title=draw(lines),
        text=text,
        tags=tuple(draw(st.lists(unicode, max_size=3))),
        starred=draw(flags),
        sentences=read,
    )


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
reaches = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
persons = st.builds(events.Person, name=names, reach=reaches)
regions = st.sampled_from(["", "de", "gb", "zz"])
founded = st.builds(events.RoomFounded, id=ids, when=whens, seed=seeds)
named = st.builds(
    events.PeopleNamed, id=ids, when=whens, people=st.lists(persons, max_size=3).map(tuple)
)  # twelve at most; three tell as much
arranged = st.builds(events.HelpArranged, id=ids, when=whens, region=regions, offers=flags)
facets = st.sampled_from(["strong", "confident", "wounded", "withdrawn", "kind"])
called = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
facet_named = st.builds(events.FacetNamed, id=ids, when=whens, facet=facets, name=called)
closed = st.builds(events.VisitClosed, id=ids, when=whens)
SAYS = ("harsh", "not-harsh", "kind", "not-kind", "about-me", "not-about-me")
says = st.sampled_from(SAYS)
places = st.integers(0, 5)
of_sentences = {"id": ids, "when": whens, "thread": ids, "place": places, "warmth": units, "silver": units}
corrected = st.builds(events.ReadingCorrected, **of_sentences, words=phrases, before=lines, says=says)
forgotten = st.builds(events.CorrectionForgotten, **of_sentences)
happenings: st.SearchStrategy[events.Happening] = st.one_of(
    thoughts(), entries(), founded, named, facet_named, arranged, closed, corrected, forgotten
)
histories = st.lists(happenings, max_size=10, unique_by=lambda event: event.id)
"""Any events, in any order, each told once."""

threads = st.builds(
    messages.Thread,
    id=ids,
    when=whens,
    day=lengths,
    turn=turns,
    offset=signed,
    warmth=units,
    silver=units,
    weight=units,
)
plants = st.builds(
    messages.Plant,
    id=ids,
    thread=ids,
    order=st.integers(0, 10**6),
    species=st.sampled_from(SPECIES),
    petals=st.integers(1, 60),
    hue=units,
    height=lengths,
    width=lengths,
    cup=units,
    curl=units,
    leaves=st.integers(1, 4),
    lean=signed,
    seed=seeds,
    turn=turns,
    radius=lengths,
)
helpers = st.builds(messages.Helper, name=names, reach=reaches)
spans = st.builds(
    messages.Span,
    text=lines,
    warmth=units,
    silver=units,
    heard=st.sampled_from(["kind", "harsh", "plain", "unread"]),
    about=st.sampled_from(["self", "other", "none"]),
    told=flags,
)
found = st.builds(messages.Found, id=ids, when=whens, text=lines)
doors = st.sampled_from(["new", "locked", "open", "older"])
moods = st.sampled_from(["arriving", "listening", "met", "kind", "resting", "darkness"])
keys = st.text(ALPHABET, max_size=40)
echoes = st.integers(0, 2**53)
words = st.text(ALPHABET, max_size=20)

walls = st.builds(messages.WallsFrame, echo=echoes, mood=moods, warmth=units, kindness=units, silver=units, stir=units)
glows = st.builds(messages.GlowFrame, level=st.integers(100, 1000).map(lambda thousandths: thousandths / 1000))
frames: st.SearchStrategy[messages.WallsFrame | messages.GlowFrame] = walls | glows
moments: st.SearchStrategy[messages.SceneMessage] = st.one_of(
    st.builds(messages.Welcome, contract=keys, door=doors, returning=flags, seed=seeds, sign=words),
    st.builds(messages.KeysOffered, words=st.lists(words, max_size=6).map(tuple)),
    st.builds(messages.RecoveryShown, code=keys),
    st.builds(messages.DoorMoved, door=doors, returning=flags, seed=seeds),
    st.builds(messages.LoomShown, threads=st.lists(threads, max_size=3).map(tuple), first=flags),
    st.builds(messages.GardenShown, plants=st.lists(plants, max_size=3).map(tuple), first=flags),
    st.builds(messages.ThoughtSaved, id=ids, met=st.sampled_from(["kind", "harsh", "plain"]), care=flags),
    st.builds(messages.ThreadGrew, thread=threads),
    st.builds(messages.ThreadDyed, thread=threads),
    st.builds(messages.FlowerGrew, plant=plants),
    st.builds(messages.WordsGiven, id=ids, when=whens, place=words, spans=st.lists(spans, max_size=3).map(tuple)),
    st.builds(messages.WordsFound, query=lines, found=st.lists(found, max_size=3).map(tuple)),
    st.builds(messages.HelpShown, people=st.lists(helpers, max_size=3).map(tuple), region=regions, offers=flags),
    st.builds(
        messages.FacetsShown,
        facets=st.lists(st.builds(messages.Reflection, facet=facets, name=called), max_size=3).map(tuple),
    ),
    st.builds(messages.VisitEnded),
    st.builds(messages.Refused, gesture=words, word=words, values=st.dictionaries(words, words, max_size=2)),
)
scene_messages: st.SearchStrategy[messages.SceneMessage] = frames | moments

passphrases = st.text(st.characters(exclude_categories=["Cs"]), max_size=1000)
keepings = st.builds(asked.KeepThought, id=ids, text=lines)
deeds: st.SearchStrategy[asked.Gesture] = st.one_of(
    keepings,
    st.builds(asked.NamePeople, people=st.lists(helpers, max_size=12).map(tuple)),
    st.builds(asked.NameFacet, facet=facets, name=called),
    st.builds(asked.ArrangeHelp, region=st.text(max_size=8), offers=flags),
    st.builds(asked.CloseVisit),
)
gestures: st.SearchStrategy[asked.Gesture] = deeds | st.one_of(
    st.builds(asked.Enter, key=keys, contract=keys),
    st.builds(asked.Draft, echo=echoes, text=lines),
    st.builds(asked.FoundRoom, passphrase=st.none() | passphrases),
    st.builds(asked.Unlock, passphrase=passphrases),
    st.builds(asked.Recover, code=st.text(ALPHABET, max_size=100), passphrase=passphrases),
    st.builds(asked.AcceptOlder),
    st.builds(asked.LockRoom),
    st.builds(asked.OpenThread, id=ids),
    st.builds(asked.CorrectWords, id=ids, place=places, says=says),
    st.builds(asked.ForgetCorrection, id=ids, place=places),
    st.builds(asked.FindWords, query=st.text(st.characters(exclude_categories=["Cs"]), max_size=200)),
)
