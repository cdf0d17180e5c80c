from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.image_params import BINARY, ImageParams, MaskValues
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.truths.mask import ReferenceMask
from granview.io.reference_masks import read_reference
from tests.helpers.images import save

MODEL = LabelSet(("LABEL_0", "LABEL_1"), class_colors(("LABEL_0", "LABEL_1")), None)


def read(
    folder: Path, values: list[int], chosen: MaskValues | None, by_index: LabelSet | None = None, dtype: type = np.uint8
) -> ReferenceMask:
    path = save(folder / "x.png", np.array([values], dtype))
    return read_reference(path, by_index=by_index, params=ImageParams(mask_values=chosen))


def classes_of(mask: ReferenceMask) -> list[str]:
    """What each pixel is, by name."""
    names = dict(enumerate(mask.label_set.names))
    return ["void" if label == mask.label_set.void else names[int(label)] for label in mask.labels[0]]


@pytest.mark.parametrize("by_index", [None, MODEL])
def test_white_is_foreground_whatever_the_model_calls_its_classes(tmp_path: Path, by_index: LabelSet | None) -> None:
    mask = read(tmp_path, [0, 255, 0], BINARY, by_index)
    assert classes_of(mask) == ["background", "foreground", "background"]
    assert "0 is background, 255 is foreground" in mask.notices[0]


def test_a_mask_without_foreground_is_read_as_one_with_it(tmp_path: Path) -> None:
    """The rule is per value: what a value means never depends on which others a mask holds."""
    assert read(tmp_path, [0, 0], BINARY).label_set == read(tmp_path, [0, 255], BINARY).label_set
    assert classes_of(read(tmp_path, [255, 255], BINARY)) == ["foreground", "foreground"]


def test_without_a_choice_every_value_is_an_index_and_255_is_void(tmp_path: Path) -> None:
    assert classes_of(read(tmp_path, [0, 255], None, MODEL)) == ["LABEL_0", "void"]
    (tmp_path / "classes.txt").write_text("tissue\ncell")
    assert classes_of(read(tmp_path, [0, 255], None)) == ["tissue", "void"]


def test_values_named_after_the_classes_of_a_class_file(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("tissue\ncell\nwall")
    chosen = MaskValues(named={0: "Tissue", 128: "2", 255: "cell", 254: None})
    assert classes_of(read(tmp_path, [0, 128, 255, 254, 1], chosen)) == ["tissue", "wall", "cell", "void", "cell"]


def test_a_named_class_that_a_class_file_lacks_is_said(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("tissue\ncell")
    mask = read(tmp_path, [0, 1], MaskValues(named={7: "wall"}))
    assert classes_of(mask) == ["tissue", "cell"]
    assert "'wall' is no class of these references, so 7 is read as if nothing was said of it." in mask.notices


def test_masks_that_count_from_1(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("tissue\ncell\nwall")
    assert classes_of(read(tmp_path, [0, 1, 2, 3, 255], MaskValues(1))) == ["void", "tissue", "cell", "wall", "void"]
    with pytest.raises(InputError, match=r"holds 4 at x=1, y=0.*1 is the first class, 0 is void"):
        read(tmp_path, [0, 4], MaskValues(1))


def test_masks_that_count_from_1_without_names(tmp_path: Path) -> None:
    assert classes_of(read(tmp_path, [0, 1, 2], MaskValues(1))) == ["void", "0", "1"]
    assert classes_of(read(tmp_path, [0, 1, 2], MaskValues(1), MODEL)) == ["void", "LABEL_0", "LABEL_1"]


def test_another_void_value_besides_the_usual_reading(tmp_path: Path) -> None:
    chosen = MaskValues(named={254: None})
    assert classes_of(read(tmp_path, [0, 1, 254, 255], chosen, MODEL)) == ["LABEL_0", "LABEL_1", "void", "void"]
    assert classes_of(read(tmp_path, [0, 2, 254, 255], chosen)) == ["0", "2", "void", "void"]


def test_a_value_of_which_nothing_was_said_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds 128 at x=2, y=0, and it is not said what that is: 0 is background"):
        read(tmp_path, [0, 255, 128], BINARY)


def test_values_of_16_bits_and_more_than_255_classes(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("\n".join(f"class {i}" for i in range(300)))
    mask = read(tmp_path, [1, 300, 1000, 0], MaskValues(1, {1000: None}), dtype=np.uint16)
    assert classes_of(mask) == ["class 0", "class 299", "void", "void"]


def test_colours_are_classes_whatever_is_said_of_values(tmp_path: Path) -> None:
    (tmp_path / "classes.json").write_text(
        '[{"name": "sky", "color": [0, 0, 0]}, {"name": "sun", "color": [9, 8, 7]}]', encoding="utf-8"
    )
    path = save(tmp_path / "x.png", np.array([[[0, 0, 0], [9, 8, 7]]], np.uint8))
    assert classes_of(read_reference(path, params=ImageParams(mask_values=BINARY))) == ["sky", "sun"]


def test_the_nearest_folder_with_a_reading_says_what_values_mean(tmp_path: Path) -> None:
    values = MaskValues(named={0: "sky", 255: "sun"})
    params = ImageParams(mask_values=MaskValues(), mask_readings={str(tmp_path / "a"): BINARY, str(tmp_path): values})
    for folder, names in (("a", ["background", "foreground"]), ("b", ["sky", "sun"])):
        (tmp_path / folder).mkdir()
        path = save(tmp_path / folder / "m.png", np.array([[0, 255]], np.uint8))
        assert classes_of(read_reference(path, params=params)) == names
    assert params.values_of(tmp_path.parent / "m.png") == MaskValues()
