from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.errors import RecordDamaged
from kindlight.vault.chain import GENESIS, Head, Row, follow, link

EVENTS = st.lists(st.tuples(st.text(), st.text(), st.integers(0, 9), st.text(), st.binary()), min_size=2, max_size=6)


def chained(events) -> list[Row]:
    rows, head = [], GENESIS
    for id_, kind, v, at, body in events:
        rows.append(link(head, id=id_, kind=kind, v=v, at=at, body=body))
        head = Head(rows[-1].seq, rows[-1].hash)
    return rows


def test_the_chain_is_the_one_described():
    row = link(GENESIS, id="a", kind="b", v=1, at="c", body=b"d")
    one = b"\0" * 7 + b"\1"  # every part is one byte long
    assert row == Row(1, "a", "b", 1, "c", b"d", sha256(b"\0" * 32 + b"%ba%bb%b1%bc%bd" % ((one,) * 5)).digest())


@given(EVENTS)
def test_a_whole_chain_is_followed_to_its_end(events):
    rows = chained(events)
    assert list(follow(GENESIS, rows)) == rows


@given(EVENTS, st.data())
def test_any_row_dropped_moved_or_changed_is_noticed_where_it_happened(events, data):
    rows = chained(events)
    place = data.draw(st.integers(0, len(rows) - 2))
    broken = data.draw(
        st.sampled_from(
            [
                rows[:place] + rows[place + 1 :],
                [*rows[:place], rows[place + 1], rows[place], *rows[place + 2 :]],
                [*rows[:place], rows[place]._replace(body=rows[place].body + b"!"), *rows[place + 1 :]],
                [*rows[:place], rows[place]._replace(at=rows[place].at + "!"), *rows[place + 1 :]],
            ]
        )
    )
    with pytest.raises(RecordDamaged) as refused:
        list(follow(GENESIS, broken))
    assert refused.value.values == {"seq": str(place + 1)}


@given(st.text(), st.text(min_size=1), st.binary())
def test_letters_cannot_wander_between_neighbours(one, two, body):
    there = link(GENESIS, id=one + two, kind="", v=1, at="", body=body)
    here = link(GENESIS, id=one, kind=two, v=1, at="", body=body)
    assert there.hash != here.hash
