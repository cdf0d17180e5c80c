import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.io.index_png import write_index_png
from granview.io.orientation import Frame
from granview.io.reference_masks import read_reference
from tests.helpers.images import save

LABELS = np.array([[0, 1, 2], [2, 255, 0]], np.uint8)
CLASSES = [
    {"name": "sky", "color": [1, 2, 3]},
    {"name": "road", "color": [4, 5, 6]},
    {"name": "car", "color": [7, 8, 9]},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "classes.json").write_text(json.dumps(CLASSES))
    return tmp_path


def save_palette(
    path: Path, labels: np.ndarray = LABELS, palette: tuple[int, ...] = (9, 9, 9, 8, 8, 8, 7, 7, 7)
) -> Path:
    image = Image.fromarray(labels)
    image.putpalette(palette + (0,) * (768 - len(palette)))
    image.save(path)
    return path


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp"])
def test_grey_values_are_indices(folder: Path, suffix: str) -> None:
    mask = read_reference(save(folder / f"x{suffix}", LABELS), Frame(2, 3))
    np.testing.assert_array_equal(mask.labels, LABELS)
    assert mask.labels.dtype == np.uint8
    assert mask.label_set == LabelSet(("sky", "road", "car"), ((1, 2, 3), (4, 5, 6), (7, 8, 9)))
    assert mask.notices == ()


def test_palette_values_are_indices_and_the_class_file_has_the_colours(folder: Path) -> None:
    mask = read_reference(save_palette(folder / "x.png"))
    np.testing.assert_array_equal(mask.labels, LABELS)
    assert mask.label_set.colors[0] == (1, 2, 3)


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_a_palette_image_of_few_bits(folder: Path, bits: int) -> None:
    labels = np.array([[0, 1, 1], [1, 0, 1]], np.uint8)
    image = Image.fromarray(labels)
    image.putpalette((0, 0, 0, 255, 255, 255))
    image.save(folder / "x.png", bits=bits)
    np.testing.assert_array_equal(read_reference(folder / "x.png").labels, labels)


def test_16_bit_indices(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("\n".join(f"class {i}" for i in range(1000)))
    labels = np.array([[0, 999], [65535, 300]], np.uint16)
    mask = read_reference(save(tmp_path / "x.png", labels))
    np.testing.assert_array_equal(mask.labels, labels)
    assert mask.labels.dtype == np.uint16
    assert mask.label_set.void == 65535


def test_colours_are_matched_to_the_class_file(folder: Path) -> None:
    lookup = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], np.uint8)
    labels = np.array([[0, 1, 2], [2, 2, 0]], np.uint8)
    mask = read_reference(save(folder / "x.png", lookup[labels]))
    np.testing.assert_array_equal(mask.labels, labels)
    assert mask.labels.dtype == np.uint8


def test_a_void_colour(tmp_path: Path) -> None:
    (tmp_path / "classes.json").write_text(json.dumps({"classes": CLASSES, "void": [224, 224, 192]}))
    pixels = np.array([[[4, 5, 6], [224, 224, 192]]], np.uint8)
    assert read_reference(save(tmp_path / "x.png", pixels)).labels.tolist() == [[1, 255]]


def test_a_colour_that_is_no_class_is_named_with_its_place(folder: Path) -> None:
    pixels = np.full((2, 3, 3), (1, 2, 3), np.uint8)
    pixels[1, 2] = 50, 60, 70
    with pytest.raises(InputError, match=r"x\.png has the colour \(50, 60, 70\) at x=2, y=1.*1 such pixels"):
        read_reference(save(folder / "x.png", pixels))


def test_two_classes_of_one_colour(tmp_path: Path) -> None:
    (tmp_path / "classes.json").write_text(json.dumps([CLASSES[0], {**CLASSES[0], "name": "sea"}]))
    with pytest.raises(InputError, match="same colour"):
        read_reference(save(tmp_path / "x.png", np.full((1, 1, 3), (1, 2, 3), np.uint8)))


def test_colours_without_a_class_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.png is in colour, and no class colours are known") as caught:
        read_reference(save(tmp_path / "x.png"))
    assert "classes.json" in caught.value.hint


def test_grey_saved_as_rgb_is_indices(tmp_path: Path) -> None:
    mask = read_reference(save(tmp_path / "x.png", np.dstack([LABELS] * 3)))
    np.testing.assert_array_equal(mask.labels, LABELS)


def test_names_from_a_text_file_take_the_palette_of_the_image(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("# three of them\nsky\n\nroad\n car \n")
    mask = read_reference(save_palette(tmp_path / "x.png"))
    assert mask.label_set.names == ("sky", "road", "car")
    assert mask.label_set.colors == ((9, 9, 9), (8, 8, 8), (7, 7, 7))


def test_names_without_colours_get_the_program_s_own(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("sky\nroad\ncar")
    assert read_reference(save(tmp_path / "x.png", LABELS)).label_set.colors == class_colors(("sky", "road", "car"))


def test_the_class_file_may_lie_one_folder_up(folder: Path) -> None:
    (folder / "masks").mkdir()
    assert read_reference(save(folder / "masks" / "x.png", LABELS)).label_set.names == ("sky", "road", "car")


def test_a_changed_class_file_is_read_again(folder: Path) -> None:
    path = save(folder / "x.png", LABELS)
    assert read_reference(path).label_set.names[0] == "sky"
    (folder / "classes.json").write_text('["water", "road", "car"]')
    os.utime(folder / "classes.json", ns=(1, 1))
    assert read_reference(path).label_set.names[0] == "water"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("classes.json", b"[", "is not JSON: expecting value at character 2"),
        ("classes.json", b'[{"color": [1, 2, 3]}]', "is not understood"),
        ("classes.json", b"[]", "names no class"),
        ("classes.json", b'[{"name": "a", "color": [1, 2, 300]}]', "colour outside"),
        ("classes.json", b'{"classes": ["a"], "void": -1}', "void index out of range"),
        ("classes.txt", b"\xff\xfe\x00", "is not UTF-8"),
    ],
)
def test_a_class_file_that_cannot_be_used(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=words) as caught:
        read_reference(save(tmp_path / "x.png", LABELS))
    assert name in caught.value.message


@pytest.mark.timeout(10)
def test_a_class_file_that_is_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "classes.json")
    with pytest.raises(InputError, match=r"classes\.json is a pipe"):
        read_reference(save(tmp_path / "x.png", LABELS))


def test_without_names_classes_are_called_by_their_index(tmp_path: Path) -> None:
    mask = read_reference(save_palette(tmp_path / "x.png"))
    assert mask.label_set.names == ("0", "1", "2")
    assert mask.label_set.colors == ((9, 9, 9), (8, 8, 8), (7, 7, 7))
    assert "called by their index" in mask.notices[0]


def test_without_names_the_model_s_classes_are_taken_by_index(tmp_path: Path) -> None:
    model = LabelSet(("a", "b", "c", "d"), class_colors(("a", "b", "c", "d")), None)
    mask = read_reference(save(tmp_path / "x.png", LABELS), by_index=model)
    assert mask.label_set == LabelSet(model.names, model.colors, 255)
    assert "index order" in mask.notices[0]


def test_names_beside_the_reference_win_over_the_model_s(folder: Path) -> None:
    model = LabelSet(("a",), ((0, 0, 0),))
    assert read_reference(save(folder / "x.png", LABELS), by_index=model).label_set.names == ("sky", "road", "car")


def test_an_index_that_is_no_class_is_named_with_its_place(folder: Path) -> None:
    labels = LABELS.copy()
    labels[1, 0] = 37
    with pytest.raises(InputError, match=r"x\.png holds 37 at x=0, y=1, but there are 3 classes and void is 255"):
        read_reference(save(folder / "x.png", labels))


def test_no_void_at_all(tmp_path: Path) -> None:
    (tmp_path / "classes.json").write_text(json.dumps({"classes": CLASSES, "void": None}))
    with pytest.raises(InputError, match="holds 255 at x=1, y=1, but there are 3 classes and there is no void index"):
        read_reference(save(tmp_path / "x.png", LABELS))


def test_one_bit_is_two_classes(tmp_path: Path) -> None:
    Image.fromarray(np.array([[False, True]])).save(tmp_path / "x.png")
    assert read_reference(tmp_path / "x.png").labels.tolist() == [[0, 1]]


def test_black_and_void_where_the_class_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "classes.json").write_text('{"classes": ["tissue", "cell"], "void": 255}')
    mask = read_reference(save(tmp_path / "x.png", np.array([[0, 255]], np.uint8)))
    assert mask.labels.tolist() == [[0, 255]]
    assert mask.notices == ()


def test_another_size_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match=r"The reference x\.png is 3 x 2 pixels, its image 3 x 4"):
        read_reference(save(folder / "x.png", LABELS), Frame(4, 3))


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_a_lossy_format_is_refused(folder: Path, suffix: str) -> None:
    with pytest.raises(InputError, match="does not keep exact values"):
        read_reference(save(folder / f"x{suffix}", LABELS))


def test_orientation_applies_to_references_too(folder: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    mask = read_reference(save(folder / "x.png", LABELS, exif=exif), Frame(3, 2))
    np.testing.assert_array_equal(mask.labels, np.rot90(LABELS, -1))


def test_negative_values_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.array([[-1, 2]], np.int32)).save(tmp_path / "x.tif")
    with pytest.raises(InputError, match="values outside 0 to 65535"):
        read_reference(tmp_path / "x.tif")


def test_what_is_written_is_read_back(folder: Path) -> None:
    classes = LabelSet(("sky", "road", "car"), ((1, 2, 3), (4, 5, 6), (7, 8, 9)))
    write_index_png(folder / "x.png", LABELS, classes)
    mask = read_reference(folder / "x.png")
    np.testing.assert_array_equal(mask.labels, LABELS)
    assert mask.label_set == classes
