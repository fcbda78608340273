import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kindlight.errors import KeysDamaged, PassphraseTooShort, WrongPassphrase, WrongRecoveryCode
from kindlight.vault import create, recovery, slots, unlock
from kindlight.vault.keys import CAP, FLOOR, Cost, calibrated, chosen, derive, spoken, stretch
from kindlight.vault.offer import all_words, offer_words
from kindlight.vault.slots import KeyFileSlot, RecoverySlot, blank, unwrap, wrap

SECRETS = st.binary(min_size=16, max_size=16)


def test_each_use_has_its_own_key():
    keys = derive(b"r" * 32, b"room" * 4)
    assert len({keys.database, keys.anchor, keys.media, b"r" * 32}) == 4
    assert keys == derive(b"r" * 32, b"room" * 4)
    assert keys != derive(b"r" * 32, b"moor" * 4)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(memory=FLOOR.memory - 1, passes=3, lanes=4),
        Cost(memory=FLOOR.memory, passes=2, lanes=4),
        Cost(memory=FLOOR.memory, passes=3, lanes=1),
        Cost(memory=CAP.memory + 1, passes=3, lanes=4),
        Cost(memory=FLOOR.memory, passes=11, lanes=4),
        Cost(memory=FLOOR.memory, passes=3, lanes=17),
    ],
)
def test_a_cost_that_is_too_cheap_or_a_trap_is_refused(cost):
    with pytest.raises(KeysDamaged):
        stretch(b"secret", b"s" * 16, cost)


def test_the_floor_is_the_second_choice_of_rfc_9106():
    assert Cost(memory=64 * 1024, passes=3, lanes=4) == FLOOR


@pytest.mark.parametrize(
    ("seconds", "memory"), [(0.6, 64), (0.5, 64), (0.2, 160), (0.1, 320), (0.01, 512), (0.0, 512), (-1.0, 512)]
)
def test_the_cost_is_set_so_that_a_guess_takes_half_a_second_here(seconds, memory):
    reading = iter(number * seconds for number in range(9))
    assert calibrated(lambda: next(reading)) == Cost(memory=memory * 1024, passes=3, lanes=4)


def test_a_busy_moment_makes_no_cheaper_key():
    reading = iter([0.0, 0.9, 1.0, 1.2, 2.0, 3.0])
    assert calibrated(lambda: next(reading)).memory == 160 * 1024


def test_a_machine_without_the_memory_stays_at_the_floor(monkeypatch):
    def spare(secret: bytes, salt: bytes, cost: Cost) -> bytes:
        if cost != FLOOR:
            raise MemoryError
        return secret + salt

    monkeypatch.setattr("kindlight.vault.keys.stretch", spare)
    reading = iter(number * 0.1 for number in range(9))
    assert calibrated(lambda: next(reading)) == FLOOR


def test_a_room_remembers_its_own_cost_and_a_changed_one_opens_nothing(tmp_path):
    cost = replace(FLOOR, memory=80 * 1024)
    create(tmp_path, "a quiet test passphrase", os.urandom, cost)[0].close()
    assert [slot.cost for slot in slots.read(tmp_path).slots if isinstance(slot, slots.PassphraseSlot)] == [cost]
    unlock(tmp_path, passphrase="a quiet test passphrase").close()
    written = (tmp_path / "keyslots.json").read_text("utf-8")
    (tmp_path / "keyslots.json").write_text(written.replace(str(80 * 1024), str(64 * 1024)), "utf-8")
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, passphrase="a quiet test passphrase")


def test_a_passphrase_is_the_same_however_it_is_typed():
    assert spoken("  re\u0301sume\u0301   two ") == spoken("r\u00e9sum\u00e9 two")


@pytest.mark.parametrize("short", ["", "1234567", "   1234567   "])
def test_a_short_passphrase_is_refused(short):
    with pytest.raises(PassphraseTooShort):
        chosen(short)


@given(SECRETS)
def test_a_recovery_code_comes_back_as_its_secret(secret):
    assert recovery.read(recovery.write(secret)) == secret


@given(SECRETS)
def test_a_recovery_code_forgives_how_it_is_typed(secret):
    typed = recovery.write(secret).lower().replace("0", "o").replace("1", "l").replace("-", " - ")
    assert recovery.read(typed) == secret


@given(SECRETS, st.integers(0, 27), st.sampled_from(recovery.ALPHABET))
def test_one_wrong_sign_is_never_another_secret(secret, place, sign):
    signs = recovery.write(secret).replace("-", "")
    slipped = signs[:place] + sign + signs[place + 1 :]
    try:
        assert recovery.read(slipped) == secret
    except WrongRecoveryCode:
        assert slipped != signs


@pytest.mark.parametrize("code", ["", "hello", "0000-0000-0000-0000-0000-0000-0000", "ü" * 28])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(WrongRecoveryCode):
        recovery.read(code)


def test_a_slot_opens_with_its_secret_and_nothing_else():
    slot = wrap(b"root" * 8, b"room" * 4, blank(RecoverySlot, os.urandom), b"secret")
    assert unwrap(b"room" * 4, slot, b"secret") == b"root" * 8
    assert unwrap(b"room" * 4, slot, b"Secret") is None
    assert unwrap(b"moor" * 4, slot, b"secret") is None


@given(st.sampled_from(["salt", "nonce", "wrapped"]), st.integers(0, 95))
def test_a_slot_with_any_bit_changed_opens_nothing(field, bit):
    slot = wrap(b"root" * 8, b"room" * 4, blank(KeyFileSlot, os.urandom), b"secret")
    value = bytearray(getattr(slot, field))
    value[bit // 8 % len(value)] ^= 1 << bit % 8
    assert unwrap(b"room" * 4, replace(slot, **{field: bytes(value)}), b"secret") is None


def test_the_words_offered_are_six_of_2048_plain_ones():
    words = all_words()
    assert len(words) == len(set(words)) == 2048
    assert [
        word for word in words if not (word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8)
    ] == []
    assert offer_words(lambda count: b"\xff" * count) == (words[-1],) * 6
    assert len(offer_words(os.urandom)) == 6
