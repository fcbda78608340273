"""The model that ships: small, loaded late, and sure of the same whatever is read beside a line."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import numpy as np
import pytest
from corpus_lines import labelled

from kindlight.reading import read
from kindlight.reading.model import COMPONENTS, NAME, STANCES, TARGETS, shares, shipped, sigmoid

LINES = [line.text for line in labelled("blind")][::6]


def test_the_file_is_small():
    assert len((files("kindlight.reading") / f"{NAME}.onnx").read_bytes()) <= 25_000_000


def test_it_is_loaded_when_the_first_words_are_read_and_not_before():
    told = (
        "import sys, kindlight.cli, kindlight.reading as r; before = 'onnxruntime' in sys.modules;"
        "r.read('I was tired.'); print(before, 'onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_it_answers_every_question():
    asked = {*(f"stance:{name}" for name in STANCES), *(f"target:{name}" for name in TARGETS), *COMPONENTS, "care"}
    assert asked < set(shipped().answer("I was tired.").logits)


def test_what_it_saw_is_a_vector_of_length_one():
    assert np.linalg.norm(shipped().answer("I was tired.").seen) == pytest.approx(1, abs=1e-5)


def test_the_same_line_reads_the_same_alone_and_among_many_at_once():
    alone = [read(line) for line in LINES]
    with ThreadPoolExecutor(8) as hands:
        assert list(hands.map(read, LINES * 3)) == alone * 3


@pytest.mark.parametrize(("logit", "share"), [(0, 0.5), (800, 1.0), (-800, 0.0)])
def test_a_logit_of_any_size_is_a_share(logit, share):
    assert sigmoid(logit) == pytest.approx(share)


def test_shares_sum_to_one_and_keep_their_order():
    low, middle, high = shares([-900.0, 3.0, 4.0])
    assert low < middle < high
    assert low + middle + high == pytest.approx(1)
