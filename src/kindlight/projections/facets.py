"""What the person calls their reflections. The latest name counts."""

from kindlight.events import FacetNamed, Happening
from kindlight.terms import Facet

State = dict[Facet, str]


def begin() -> State:
    """Nobody has a name yet."""
    return {}


def fold(state: State, event: Happening) -> State:
    """The names as last given; an empty one is none."""
    if not isinstance(event, FacetNamed):
        return state
    others = {facet: name for facet, name in state.items() if facet != event.facet}
    return {**others, event.facet: event.name} if event.name else others
