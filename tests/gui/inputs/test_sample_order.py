import pytest

from granview.gui.inputs.panel import InputsPanel
from granview.gui.inputs.sample_order import ORDERS, Rank, in_order
from tests.helpers.shell import Bench
from tests.helpers.store import sample

RANKS = {"b": Rank(0.5, 0.1), "A": Rank(0.9, 0.7), "c": Rank(0.2, None), "none": Rank(None, 0.3)}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("added", ["c", "b", "A", "none", "new"]),
        ("name", ["A", "b", "c", "new", "none"]),
        ("score", ["c", "b", "A", "none", "new"]),
        ("disagreement", ["A", "none", "b", "c", "new"]),
    ],
)
def test_samples_in_order_those_without_a_value_last(order: str, expected: list[str]) -> None:
    added = [sample(name) for name in ("c", "b", "A", "none", "new")]
    assert [each.name for each in in_order(order, added, RANKS)] == expected


def test_every_order_is_offered(bench: Bench) -> None:
    panel = bench.work.window.docks.panels["inputs"]
    assert isinstance(panel, InputsPanel)
    assert {panel.sort.itemData(place) for place in range(panel.sort.count())} == set(ORDERS)
