import pytest

from kindlight.content import all_words, say
from kindlight.errors import CannotWrite, WrongPassphrase


def test_names_are_filled_in():
    assert say("refusal.port-taken", port=8765).startswith("Another program is using port 8765.")


def test_an_unknown_key_is_a_fault():
    with pytest.raises(KeyError):
        say("nowhere.to-be-found")


def test_a_missing_name_is_a_fault():
    with pytest.raises(KeyError):
        say("refusal.port-taken")


def test_a_refusal_knows_its_sentence(tmp_path):
    refusal = CannotWrite(path=tmp_path)
    assert str(tmp_path) in say(refusal.word, **refusal.values)
    assert WrongPassphrase().word in all_words()
