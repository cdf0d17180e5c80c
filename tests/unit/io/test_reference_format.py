from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from granview.core.sample import Reference, Sample
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.text import ReferenceText
from granview.io.reference_format import format_name, read_truth, reference_of_type, reference_stem, reference_suffix
from tests.helpers.images import save
from tests.helpers.reference_formats import TruePoints, points_format


@pytest.fixture(autouse=True)
def _with_points() -> Iterator[None]:
    with points_format():
        yield


@pytest.mark.parametrize(
    ("name", "suffix", "stem", "named"),
    [
        ("scan.points.json", ".points.json", "scan", "points"),
        ("Scan.1.POINTS.JSON", ".points.json", "Scan.1", "points"),
        ("scan.png", ".png", "scan", "mask"),
        ("scan.v2.tif", ".tif", "scan.v2", "mask"),
        ("scan.json", "", "scan", "mask"),
        ("scan", "", "scan", "mask"),
    ],
)
def test_the_longest_ending_tells_the_format(name: str, suffix: str, stem: str, named: str) -> None:
    path = Path(name)
    assert (reference_suffix(path), reference_stem(path), format_name(path)) == (suffix, stem, named)


def test_each_file_is_read_in_its_own_format(tmp_path: Path) -> None:
    (tmp_path / "scan.points.json").write_text("[[1, 2]]")
    mask = save(tmp_path / "scan.png", np.zeros((2, 2), np.uint8))

    assert read_truth(tmp_path / "scan.points.json") == TruePoints(((1, 2),))
    assert isinstance(read_truth(mask), ReferenceMask)


def test_a_mask_that_is_called_otherwise_is_told_by_its_content(tmp_path: Path) -> None:
    mask = save(tmp_path / "scan.png", np.zeros((2, 2), np.uint8)).rename(tmp_path / "scan.mask")

    assert isinstance(read_truth(mask), ReferenceMask)


def test_a_task_is_given_the_reference_of_its_type_whichever_is_first() -> None:
    mask, points = Reference("/a_mask.png"), Reference("/a.points.json")
    one = Sample("a", "/a.png", reference=mask, more_references=(points,))
    other = Sample("a", "/a.png", reference=points, more_references=(mask,))
    with points_format():
        for sample in (one, other):
            assert reference_of_type(sample, ReferenceMask) == mask
            assert reference_of_type(sample, TruePoints) == points
            assert reference_of_type(sample, ReferenceText) == sample.reference
    assert reference_of_type(Sample("b", "/b.png"), ReferenceMask) is None
