"""Words in a language that cannot be read are known for that, and mislabelled by no one."""

import pytest
from corpus_lines import STRANGERS, labelled
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kindlight.reading import UNREAD, read, read_all
from kindlight.reading.language import is_readable

ELSEWHERE = [
    "Ich bin so ein Idiot, ich hasse mich dafür.",
    "Ich war müde und darf heute freundlich zu mir sein.",
    "je suis vraiment nul, je n'y arrive jamais",
    "J'ai fait de mon mieux aujourd'hui.",
    "soy un desastre y no valgo nada",
    "Hoy he hecho lo que he podido, y está bien.",
    "sou um fracasso, não presto para nada",
    "sono stanca e non voglio alzarmi",
    "ik ben moe en ik mag rusten",
    "jag är trött och det är okej",
    "jestem do niczego i zawsze będę",
    "olen väsynyt ja se on ihan hyvä",
    "ben çok yoruldum ve bu iyi değil",
    "nem vagyok elég jó és ez az én hibám",
    "saya tidak berguna dan selalu gagal",
    "tôi mệt quá và không muốn dậy",
    "Я такой дурак.",
    "今日は疲れた。でも大丈夫。",
    "나는 정말 바보야",
    "أنا متعب جدا",
    "אני כל כך עייף",
    "είμαι κουρασμένος",
    "मैं बहुत थक गया हूँ",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_another_language_is_said_to_be_unread_and_moves_no_light(text):
    reading = read(text)
    assert reading == structs.replace(read(""), model=UNREAD)
    assert (reading.kind_to_self, reading.harsh_to_self, reading.care) == (0, 0, 0)
    assert reading.target.none == 1


ENGLISH = (
    *("Idiot.", "ok", "C'est la vie, I was tired.", "naïve of me, again", "🙂", "12:30", "Zürich tomorrow"),
    *("omg im sooo tired lol", "Café. Rain.", "", "hopeless"),
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_a_foreign_word_is_read(text):
    assert is_readable(text)


def test_hardly_any_line_of_strangers_is_taken_for_another_language():
    lines = labelled(*STRANGERS, "blind", "unseen_care")
    unread = [line.text for line in lines if not is_readable(line.text)]
    assert len(unread) <= len(lines) / 500, unread


def test_each_sentence_is_known_for_its_own_language():
    first, second = read_all("Ich bin müde und das ist so. I was tired and that is fine.")
    assert (first.reading.model == UNREAD, second.reading.model == UNREAD) == (True, False)


@given(st.text(max_size=400))
def test_any_text_is_either_readable_or_not(text):
    assert is_readable(text) in (True, False)
