"""Names are in the order of the numbers in them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from granview.core.natural_order import natural_order


def _by_parts(name: str) -> list[str | int]:
    """The order in its plainest form: texts and numbers by turns."""
    parts: list[str | int] = [*re.split(r"(\d+)", name.casefold())]
    parts[1::2] = map(int, parts[1::2])
    return parts


def test_numbers_count_as_numbers() -> None:
    names = ["scan10", "Scan2", "scan", "scan-1", "scan1b", "scan1", "2", "10", "b", "007", "٣"]
    assert sorted(names, key=natural_order) == [
        "2", "٣", "007", "10", "b", "scan", "scan1", "scan1b", "Scan2", "scan10", "scan-1",
    ]  # fmt: skip


@given(st.lists(st.text(alphabet="ab-_. 0123456789é", max_size=8), max_size=8))
def test_it_is_the_order_by_parts(names: list[str]) -> None:
    assert sorted(names, key=natural_order) == sorted(names, key=_by_parts)
