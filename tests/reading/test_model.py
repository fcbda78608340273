"""The model that comes with the package: whole, small, and the same when it is packed again."""

import pytest

from kindlight.reading.features import BUCKETS
from kindlight.reading.model import HEADS, pack, shares, shipped, sigmoid, unpack


def test_every_head_has_a_column_with_a_weight_for_each_bucket():
    columns = shipped().columns
    assert set(columns) == set(HEADS)
    assert {len(column.weights) for column in columns.values()} == {BUCKETS}


def test_packing_loses_nothing():
    assert unpack(pack(shipped())) == shipped()


@pytest.mark.parametrize(("logit", "share"), [(0, 0.5), (800, 1.0), (-800, 0.0)])
def test_a_logit_of_any_size_is_a_share(logit, share):
    assert sigmoid(logit) == pytest.approx(share)


def test_shares_sum_to_one_and_keep_their_order():
    low, middle, high = shares([-900.0, 3.0, 4.0])
    assert low < middle < high
    assert low + middle + high == pytest.approx(1)
