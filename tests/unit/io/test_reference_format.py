from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truth import Truth
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.text import ReferenceText
from granview.io.reference_format import (
    REFERENCE_FORMATS,
    format_of,
    read_truth,
    reference_of_type,
    reference_stem,
    reference_suffix,
    truth_type_of,
)
from tests.helpers.images import save
from tests.helpers.reference_formats import PointsFormat, TruePoints, points_format


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
    assert (reference_suffix(path), reference_stem(path)) == (suffix, stem)
    assert format_of(Reference(name)) is REFERENCE_FORMATS.get(named)


def test_each_file_is_read_in_its_own_format(tmp_path: Path) -> None:
    (tmp_path / "scan.points.json").write_text("[[1, 2]]")
    mask = save(tmp_path / "scan.png", np.zeros((2, 2), np.uint8))

    assert read_truth(Reference(str(tmp_path / "scan.points.json"))) == TruePoints(((1, 2),))
    assert isinstance(read_truth(Reference(str(mask))), ReferenceMask)


def test_a_mask_that_is_called_otherwise_is_told_by_its_content(tmp_path: Path) -> None:
    mask = save(tmp_path / "scan.png", np.zeros((2, 2), np.uint8)).rename(tmp_path / "scan.mask")

    assert isinstance(read_truth(Reference(str(mask))), ReferenceMask)


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


class PicturesAsPoints(PointsFormat):
    suffixes = frozenset({".png"})
    is_only_where_wanted = True


def test_what_is_wanted_decides_between_formats_of_one_suffix() -> None:
    with REFERENCE_FORMATS.temporarily("a-first-name", PicturesAsPoints()) as points:
        reference = Reference("/a.png")
        assert format_of(reference) is REFERENCE_FORMATS.get("mask")
        assert format_of(reference, ReferenceMask) is REFERENCE_FORMATS.get("mask")
        assert format_of(reference, TruePoints) is points
        assert truth_type_of(reference, TruePoints) is TruePoints


def test_a_reference_that_names_its_format_is_read_in_it() -> None:
    with REFERENCE_FORMATS.temporarily("a-first-name", PicturesAsPoints()) as points:
        assert format_of(Reference("/a.png", format="a-first-name"), ReferenceMask) is points


def test_a_format_that_nobody_knows_is_said_in_words() -> None:
    unknown = Reference("/a.png", format="voxels")
    assert truth_type_of(unknown) is Truth
    with pytest.raises(InputError, match=r"/a\.png is in the format 'voxels'"):
        format_of(unknown)
