"""What stands below buckets, at any width."""

import itertools

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from granview.gui.grain.bucket_labels import BucketNames, bucket_labels

SIZES = BucketNames(
    ["<2", "2–4", "4–8", "8–16", "16–32", "32–64", "64–128", "128–256", "≥256"],
    ["<2", "2", "4", "8", "16", "32", "64", "128", "256"],
    [698, 1636, 208, 230, 218, 152, 58, 24, 27],
    [24] * 9,
)
CLASSES = BucketNames(
    [f"a long name of a class {place}" for place in range(12)],
    [f"a long name of a class {place}" for place in range(12)],
    [100_000] * 12,
    [24] * 12,
    are_names=True,
)


@pytest.mark.parametrize("names", [SIZES, CLASSES])
@pytest.mark.parametrize("bucket_px", [8, 15, 27, 40, 60, 130, 300])
def test_labels_never_collide_and_no_number_is_cut(qapp: QApplication, names: BucketNames, bucket_px: int) -> None:
    metrics = QFontMetrics(QFont())
    labels = bucket_labels(names, bucket_px, metrics)
    assert labels[0][0] == 0
    spans = []
    for place, text in labels:
        title, _, count = text.partition("\n")
        half = max(metrics.horizontalAdvance(title), metrics.horizontalAdvance(count)) / 2
        spans.append((place * bucket_px - half, place * bucket_px + half))
        if not names.are_names:
            assert title in {names.titles[place], names.short_titles[place]}
        assert "…" not in count
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


def test_with_room_everything_is_said(qapp: QApplication) -> None:
    labels = bucket_labels(SIZES, 200, QFontMetrics(QFont()))
    assert [text for _, text in labels][:2] == ["<2\n698 / 24", "2–4\n1,636 / 24"]
    assert len(labels) == 9


def test_a_name_keeps_its_beginning_and_its_end(qapp: QApplication) -> None:
    labels = bucket_labels(CLASSES, 90, QFontMetrics(QFont()))
    title = labels[11][1].partition("\n")[0]
    assert title.startswith("a")
    assert title.endswith("11")
