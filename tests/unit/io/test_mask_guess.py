from collections.abc import Collection
from pathlib import Path

import numpy as np
import pytest

from granview.core.image_params import BINARY, ImageParams, MaskValues
from granview.core.sample import Reference, Sample
from granview.io.mask_guess import MaskDoubt, MaskGuess, guess_masks
from granview.io.mask_survey import survey_masks
from tests.helpers.images import save

NAMES = ("tissue", "cell", "wall")
_TAG = 0x0112


def sample(folder: Path, index: int, values: list[int], orientation: int = 1, turned: bool = False) -> Sample:
    """A picture of two rows and its mask, which holds these values in each."""
    mask = np.array([values, values], np.uint8)
    exif = None
    if orientation != 1:
        from PIL import Image

        exif = Image.Exif()
        exif[_TAG] = orientation
    picture = save(folder / f"s{index}.png", np.zeros((*mask.shape, 3), np.uint8), **({"exif": exif} if exif else {}))
    path = save(folder / f"s{index}_mask.png", np.ascontiguousarray(mask.T) if turned else mask)
    return Sample(f"s{index}", str(picture), reference=Reference(str(path)))


def guess(
    folder: Path, *masks: list[int], names: int = 0, n_classes: Collection[int] = (), void: str = ""
) -> MaskGuess:
    if names:
        (folder / "classes.json").write_text(
            f'{{"classes": [{", ".join(f"{NAMES[i]!r}" for i in range(names))}]{void}}}'.replace("'", '"')
        )
    return guess_masks(survey_masks([sample(folder, i, values) for i, values in enumerate(masks)]), n_classes)


@pytest.mark.parametrize(
    ("masks", "values"),
    [
        (([0, 255], [0, 0]), BINARY),
        (([0, 0], [0, 0]), None),
        (([0, 1], [2, 255]), None),
        (([0, 15], [0, 3]), None),
        (([0, 7, 21, 30, 44, 59], [61, 80, 88, 92, 99, 101]), None),
    ],
)
def test_what_is_certain_without_a_class_file(tmp_path: Path, masks: tuple[list[int], ...], values: MaskValues) -> None:
    assert guess(tmp_path, *masks) == MaskGuess(values)


@pytest.mark.parametrize(
    ("masks", "values", "doubt"),
    [
        (([0, 1], [0, 0]), MaskValues(named={0: "background", 1: "foreground"}), MaskDoubt.BINARY_OR_INDEX),
        (
            ([0, 1], [0, 255]),
            MaskValues(named={0: "background", 1: "foreground", 255: None}),
            MaskDoubt.BINARY_OR_INDEX,
        ),
        (([0, 254], [0, 0]), MaskValues(named={0: "background", 254: "foreground"}), MaskDoubt.TWO_VALUES),
        (([0, 15], [0, 0]), None, MaskDoubt.TWO_VALUES),
        (([255, 255],), None, MaskDoubt.ALL_VOID),
        (([1, 2], [3, 3]), None, MaskDoubt.NO_ZERO),
        (([1, 255],), None, MaskDoubt.NO_ZERO),
        (([0, 85], [170, 255]), None, MaskDoubt.SHADES),
        (([0, 50, 100], [200, 254]), None, MaskDoubt.SHADES),
        (([0, 1, 2], [250, 255]), None, MaskDoubt.SHADES),
    ],
)
def test_what_is_asked_without_a_class_file(
    tmp_path: Path, masks: tuple[list[int], ...], values: MaskValues | None, doubt: MaskDoubt
) -> None:
    assert guess(tmp_path, *masks) == MaskGuess(values, doubts=(doubt,))


def test_the_number_of_the_models_classes_settles_some_of_it(tmp_path: Path) -> None:
    assert guess(tmp_path, [0, 1], n_classes=[2]).is_certain
    assert guess(tmp_path, [0, 1, 2, 3], n_classes=[3]) == MaskGuess(MaskValues(1), doubts=(MaskDoubt.COUNTED_FROM_1,))
    assert guess(tmp_path, [0, 9, 12], n_classes=[3]).doubts == (MaskDoubt.NO_CLASSES,)


@pytest.mark.parametrize(("second", "n"), [(2, 2), (15, 15), (20, 3)])
@pytest.mark.parametrize("void", [False, True])
def test_0_and_a_value_beyond_the_classes_are_background_and_foreground(
    tmp_path: Path, second: int, n: int, void: bool
) -> None:
    """With 0 as void, all that is scored would be one class, and a model that says it everywhere would be perfect."""
    named = {0: "background", second: "foreground", **({255: None} if void else {})}
    found = guess(tmp_path, [0, second, *([255] if void else [])], n_classes=[n])
    assert found == MaskGuess(MaskValues(named=named), doubts=(MaskDoubt.TWO_VALUES,))


@pytest.mark.parametrize("values", [[1, 2], [1, 2, 3], [1, 2, 255], [2, 3], [1], [1, 255]])
def test_masks_without_0_are_read_as_documented_unless_the_largest_value_is_the_number_of_classes(
    tmp_path: Path, values: list[int]
) -> None:
    top = max(value for value in values if value != 255)
    assert guess(tmp_path, values, n_classes=[15]) == MaskGuess(doubts=(MaskDoubt.NO_ZERO,))
    assert guess(tmp_path, values, n_classes=[top]) == MaskGuess(MaskValues(1), doubts=(MaskDoubt.COUNTED_FROM_1,))
    if top > 1:
        assert guess(tmp_path, values, n_classes=[top - 1]) == MaskGuess(doubts=(MaskDoubt.NO_CLASSES,))


@pytest.mark.parametrize("values", [[0, 1], [0, 2], [0, 15], [0, 1, 2], [1, 2], [1, 2, 3], [2, 3], [0, 9, 12]])
def test_no_doubt_vanishes_with_another_lane(tmp_path: Path, values: list[int]) -> None:
    numbers = (1, 2, 3, 15, 21)
    alone = {n: set(guess(tmp_path, values, n_classes=[n]).doubts) for n in numbers}
    for n in numbers:
        for other in numbers:
            assert set(guess(tmp_path, values, n_classes=[n, other]).doubts) == alone[n] | alone[other]


def test_where_numbers_of_classes_ask_for_different_readings_it_is_the_documented_one(tmp_path: Path) -> None:
    assert guess(tmp_path, [0, 1, 2], n_classes=[2, 15]) == MaskGuess(doubts=(MaskDoubt.COUNTED_FROM_1,))


@pytest.mark.parametrize(
    ("names", "void", "masks", "values", "doubt"),
    [
        (3, "", [0, 1, 2, 255], None, None),
        (2, "", [0, 255], MaskValues(named={0: "tissue", 255: "cell"}), None),
        (2, ', "void": 255', [0, 255], None, None),
        (2, ', "void": null', [0, 255], MaskValues(named={0: "tissue", 255: "cell"}), MaskDoubt.IN_ORDER),
        (3, "", [0, 1, 2, 3], MaskValues(1), MaskDoubt.COUNTED_FROM_1),
        (2, "", [0, 2], MaskValues(named={0: "tissue", 2: "cell", 255: None}), MaskDoubt.IN_ORDER),
        (3, "", [0, 3], None, MaskDoubt.NO_CLASSES),
        (1, "", [0, 1], None, MaskDoubt.NO_CLASSES),
        (2, "", [0, 254], MaskValues(named={0: "tissue", 254: "cell", 255: None}), MaskDoubt.IN_ORDER),
        (
            3,
            "",
            [0, 100, 200],
            MaskValues(named={0: "tissue", 100: "cell", 200: "wall", 255: None}),
            MaskDoubt.IN_ORDER,
        ),
        (3, "", [0, 1, 77], MaskValues(named={0: "tissue", 1: "cell", 77: "wall", 255: None}), MaskDoubt.IN_ORDER),
        (3, "", [0, 1, 2, 77], None, MaskDoubt.NO_CLASSES),
    ],
)
def test_what_a_class_file_settles(
    tmp_path: Path, names: int, void: str, masks: list[int], values: MaskValues | None, doubt: MaskDoubt | None
) -> None:
    found = guess(tmp_path, masks, names=names, void=void)
    assert found == MaskGuess(values, doubts=() if doubt is None else (doubt,))


def test_the_guess_is_of_the_set_and_a_choice_wins_over_it(tmp_path: Path) -> None:
    """One mask with a 1 makes 255 void in all, and it is one rule for all that is kept."""
    alone = guess(tmp_path, [0, 255])
    together = guess(tmp_path, [0, 255], [0, 1])
    assert alone.values == BINARY
    assert together.values == MaskValues(named={0: "background", 1: "foreground", 255: None})
    chosen = ImageParams(mask_values=MaskValues())
    assert together.applied(chosen) == chosen
    assert together.unanswered_doubts(chosen) == ()


def test_groups_that_ask_for_different_readings_are_a_doubt(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "classes.txt").write_text("tissue\ncell")
    samples = [sample(tmp_path / "a", 0, [0, 255]), sample(tmp_path / "b", 1, [0, 255])]
    assert MaskDoubt.DIFFERENT in guess_masks(survey_masks(samples)).doubts


def test_how_masks_lie_is_a_doubt_and_those_whose_size_tells_are_a_hint(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("\n".join(NAMES))
    unclear = sample(tmp_path, 0, [0, 1, 2], orientation=3)
    assert guess_masks(survey_masks([unclear])) == MaskGuess(doubts=(MaskDoubt.FRAME,))
    as_stored = sample(tmp_path, 1, [0, 1, 2], orientation=6)
    assert guess_masks(survey_masks([unclear, as_stored])) == MaskGuess(frame="stored", doubts=(MaskDoubt.FRAME,))
    as_shown = sample(tmp_path, 2, [0, 1, 2], orientation=6, turned=True)
    assert guess_masks(survey_masks([unclear, as_stored, as_shown])).frame is None
    assert guess_masks(survey_masks([as_stored, as_shown])) == MaskGuess()


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    good, bad = sample(tmp_path, 0, [0, 255]), sample(tmp_path, 1, [0, 1])
    (tmp_path / "s1_mask.png").write_bytes(b"no mask")
    text = Sample("t", "/t.txt", kind="text")
    assert guess_masks(survey_masks([good, bad, text])) == MaskGuess(BINARY)
