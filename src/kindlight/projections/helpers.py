"""Whom to turn to: the person's own people, their region, and whether help may be offered. The latest word counts."""

from msgspec import Struct
from msgspec.structs import replace

from kindlight.events import Happening, HelpArranged, PeopleNamed, Person


class Helpers(Struct, frozen=True, kw_only=True):
    """What the Help page shows first."""

    people: tuple[Person, ...] = ()
    region: str = ""
    offers: bool = True


State = Helpers


def begin() -> State:
    """Nobody written down yet; help may be offered."""
    return Helpers()


def fold(state: State, event: Happening) -> State:
    """The people and the choice as last written."""
    match event:
        case PeopleNamed(people=people):
            return replace(state, people=people)
        case HelpArranged(region=region, offers=offers):
            return replace(state, region=region, offers=offers)
        case _:
            return state
