from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.image_params import ImageRange
from granview.core.sample import Sample
from granview.io.range_survey import RangeSurvey, chosen_range, deep_pictures, survey_ranges
from tests.helpers.images import save


def samples(folder: Path, *pictures: np.ndarray) -> list[Sample]:
    suffix = {"f": ".tif"}
    paths = [save(folder / f"s{i}{suffix.get(p.dtype.kind, '.png')}", p) for i, p in enumerate(pictures)]
    return [Sample(path.stem, str(path)) for path in paths]


def survey(folder: Path, *pictures: np.ndarray) -> RangeSurvey:
    return survey_ranges(deep_pictures(samples(folder, *pictures)))


def grey(*values: float, dtype: type = np.uint16) -> np.ndarray:
    return np.array([values], dtype)


@pytest.mark.parametrize(
    ("pictures", "suggested"),
    [
        ((grey(0, 900), grey(3, 4000)), ImageRange(0, 4095)),
        ((grey(0, 65000),), None),
        ((grey(0, 20000),), None),
        ((grey(0.0, 0.5, dtype=np.float32),), None),
        ((grey(-1000.0, 3000.0, dtype=np.float32),), ImageRange(-1000, 3000)),
        ((np.zeros((2, 2, 3), np.uint8),), None),
        ((grey(7, 7),), None),
    ],
)
def test_a_range_is_suggested_where_the_full_one_would_hide_what_is_there(
    tmp_path: Path, pictures: tuple[np.ndarray, ...], suggested: ImageRange | None
) -> None:
    assert survey(tmp_path, *pictures).suggested == suggested


def test_what_is_found_is_of_all_pictures(tmp_path: Path) -> None:
    found = survey(tmp_path, grey(5, 10), grey(100, 200), np.zeros((2, 2, 3), np.uint8))
    assert (found.n, found.observed) == (2, ImageRange(5, 200))
    assert found.outside(ImageRange(10, 100)) == 0.5
    assert found.preview is not None
    assert found.preview.tolist() == [[5, 10]]


def test_a_range_in_words(tmp_path: Path) -> None:
    given = survey(tmp_path, grey(*range(101)), grey(*range(101)))
    assert chosen_range("full", given) is None
    assert chosen_range(" 0, 4095", given) == ImageRange(0, 4095)
    assert chosen_range("0%,100%", given) == ImageRange(0, 100)
    assert chosen_range("10%,90%", given) == ImageRange(10, 90)
    assert chosen_range("1%,99%", RangeSurvey()) is None


@pytest.mark.parametrize("text", ["", "5", "5,", "9,3", "a,b", "1%,99", "99%,1%", "0%,101%", "nan,1", "0,inf"])
def test_words_that_are_no_range(tmp_path: Path, text: str) -> None:
    with pytest.raises(ArgumentError, match="range of brightness"):
        chosen_range(text, survey(tmp_path, grey(0, 9)))


def test_percentiles_of_one_single_value(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="all one"):
        chosen_range("1%,99%", survey(tmp_path, grey(7, 7)))
