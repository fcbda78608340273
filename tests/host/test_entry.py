"""Facts about who may come in."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.host.entry import Entry, cookie_name, read_cookie, set_cookie_header

NOON = 1_000.0
HOUR = 3600.0


def an_entry():
    numbers = count(1)
    return Entry(lambda size: next(numbers).to_bytes(size, "big"))


def admitted(entry, now=NOON):
    return entry.admit(entry.mint(now), now)


def test_a_token_carries_256_bits_and_nothing_that_an_address_must_escape():
    token = Entry(lambda size: b"\xff" * size).mint(NOON)
    assert token == "_" * 42 + "8"


def test_a_token_opens_once():
    entry = an_entry()
    token = entry.mint(NOON)
    assert entry.admit(token, NOON) is not None
    assert entry.admit(token, NOON) is None


@pytest.mark.parametrize(("age", "opens"), [(0, True), (59.9, True), (60, False), (1e9, False)])
def test_a_token_is_good_for_a_minute(age, opens):
    entry = an_entry()
    token = entry.mint(NOON)
    assert (entry.admit(token, NOON + age) is not None) is opens


@pytest.mark.parametrize("token", ["", "x", "é", "\ud800", "A" * 10_000])
def test_no_other_token_opens(token):
    entry = an_entry()
    entry.mint(NOON)
    assert entry.admit(token, NOON) is None


def test_cookie_and_key_are_known_together():
    entry = an_entry()
    ours = admitted(entry)
    assert entry.knows(ours.cookie, ours.key, NOON)


def test_neither_cookie_nor_key_is_enough():
    entry = an_entry()
    ours = admitted(entry)
    tries = [(ours.cookie, ""), (None, ours.key), ("", ours.key), (ours.key, ours.cookie), (ours.cookie, ours.cookie)]
    assert [entry.knows(cookie, key, NOON) for cookie, key in tries] == [False] * 5


def test_the_cookie_of_one_admission_does_not_go_with_the_key_of_another():
    entry = an_entry()
    one, two = admitted(entry), admitted(entry)
    assert not entry.knows(one.cookie, two.key, NOON)
    assert entry.knows(one.cookie, one.key, NOON)
    assert entry.knows(two.cookie, two.key, NOON)


def test_fifteen_idle_minutes_lock():
    entry = an_entry()
    ours = admitted(entry)
    assert entry.knows(ours.cookie, ours.key, NOON + HOUR / 4 - 1)
    assert not entry.knows(ours.cookie, ours.key, NOON + HOUR / 4)
    assert not entry.touch(ours.cookie, ours.key, NOON + HOUR / 4)


def test_a_touch_begins_the_idle_time_anew_for_that_admission_only():
    entry = an_entry()
    one, two = admitted(entry), admitted(entry)
    assert entry.touch(one.cookie, one.key, NOON + 600)
    assert entry.knows(one.cookie, one.key, NOON + 1_200)
    assert not entry.knows(two.cookie, two.key, NOON + 1_200)


def test_looking_does_not_count_as_a_touch():
    entry = an_entry()
    ours = admitted(entry)
    assert entry.knows(ours.cookie, ours.key, NOON + 600)
    assert not entry.knows(ours.cookie, ours.key, NOON + 1_200)


def test_twelve_hours_end_it_however_often_it_was_touched():
    entry = an_entry()
    ours = admitted(entry)
    touches = [entry.touch(ours.cookie, ours.key, NOON + 600 * n) for n in range(73)]
    assert touches == [True] * 72 + [False]


def test_no_secret_is_held_in_the_clear():
    entry = an_entry()
    token, ours = entry.mint(NOON), admitted(entry)
    held = repr(vars(entry))
    assert not [secret for secret in (token, ours.cookie, ours.key) if secret in held]


@given(st.lists(st.tuples(st.sampled_from(["mint", "admit", "touch"]), st.floats(0, 400)), max_size=40))
def test_an_admission_is_known_exactly_as_long_as_the_two_spans_say(steps):
    entry, now, ours, since, touched = an_entry(), 0.0, None, 0.0, 0.0
    for step, wait in steps:
        now += wait
        alive = ours is not None and now - touched < 900 and now - since < 12 * HOUR
        match step:
            case "mint":
                entry.mint(now)
            case "admit":
                ours, since, touched, alive = admitted(entry, now), now, now, True
            case "touch" if ours is not None:
                assert entry.touch(ours.cookie, ours.key, now) is alive
                touched = now if alive else touched
        assert ours is None or entry.knows(ours.cookie, ours.key, now) is alive


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites():
    assert set_cookie_header("abc", 8123) == (
        b"set-cookie",
        b"kindlight_8123=abc; HttpOnly; SameSite=Strict; Path=/",
    )


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], None),
        ([b"kindlight_8123=abc"], "abc"),
        ([b"a=b; kindlight_8123=abc; c=d"], "abc"),
        ([b"a=b", b"kindlight_8123=a=b"], "a=b"),
        ([b"kindlight_8124=abc"], None),
        ([b"Kindlight_8123=abc"], None),
        ([b"kindlight_8123"], ""),
        ([b"kindlight_8123=abc; kindlight_8123=evil"], None),
        ([b"kindlight_8123=abc", b"kindlight_8123=abc"], None),
        ([b"kindlight_8123=\xff"], "ÿ"),
    ],
)
def test_a_cookie_is_read_only_when_one_claims_the_name(lines, found):
    assert read_cookie([(b"cookie", line) for line in lines], 8123) == found


def test_the_cookie_carries_the_port():
    assert cookie_name(8123) == "kindlight_8123"
