import os

import pytest

from granview.core.errors import ArgumentError, InputError
from granview.core.exported_model import Description, InputDescription, OutputDescription
from granview.io.exported.description_file import (
    description_of,
    description_text,
    parsed_description,
    read_description,
    write_description,
)

FULL = Description(
    "object-detection",
    OutputDescription("yolo", ("output0",), ("cell", 'a "quoted" one'), iou=0.5),
    InputDescription("images", (640, 480), 32, "letterbox", "NHWC", "BGR", 1.0, (1.0, 2.0, 3.0), (4.0, 5.0, 6.0)),
)


def test_a_description_is_read_as_it_was_written(tmp_path):
    model = tmp_path / "net.onnx"
    path = write_description(model, FULL, ("It has boxes.",))
    assert path == tmp_path / "net.toml"
    assert path.read_text("utf-8").startswith("# It has boxes.\n")
    assert description_of(model) == FULL
    assert parsed_description(description_text(Description("depth-estimation", OutputDescription("depth"))), tmp_path)


def test_one_description_serves_all_files_of_a_folder_that_have_none(tmp_path):
    write_description(tmp_path / "model.onnx", FULL)
    assert description_of(tmp_path / "other.onnx") == FULL
    assert description_of(tmp_path / "deeper" / "x.onnx") is None


def test_classes_may_stand_in_a_file_of_lines(tmp_path):
    (tmp_path / "labels.txt").write_text("wall\n\ndoor\n", "utf-8")
    text = 'task = "image-segmentation"\n[output]\nkind = "logits"\nclasses_file = "labels.txt"\n'
    assert parsed_description(text, tmp_path).output.classes == ("wall", "door")
    with pytest.raises(ArgumentError, match=r"none\.txt cannot be read"):
        parsed_description(text.replace("labels", "none"), tmp_path)


@pytest.mark.parametrize("name", ["../labels.txt", "{}/labels.txt", "pipe"])
def test_a_file_of_classes_lies_beside_its_description_and_is_a_file(tmp_path, name):
    """A folder from elsewhere shall neither show what lies in other places nor have the window wait for ever."""
    (tmp_path / "labels.txt").write_text("secret\n")
    (tmp_path / "inner").mkdir()
    os.mkfifo(tmp_path / "inner" / "pipe")
    name = name.format(tmp_path)
    text = f'task = "image-segmentation"\n[output]\nkind = "logits"\nclasses_file = "{name}"\n'
    with pytest.raises(ArgumentError, match=r"outside its folder|cannot be read"):
        parsed_description(text, tmp_path / "inner")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("task = = 1", "line 1"),
        ('task = "image-segmentation"\n', "output"),
        ('task = "image-segmentation"\n[output]\nkind = "yolo"\n', r"output\.kind is 'yolo', for image-segmentation"),
        ('task = "flying"\n[output]\nkind = "logits"\n', "task is 'flying'"),
        ('task = "image-segmentation"\n[output]\nkind = "logits"\nclases = ["a"]\n', "clases"),
        (
            'task = "image-segmentation"\n[output]\nkind = "logits"\n[input]\nsize = [4, 4]\n',
            "contradict each other",
        ),
        (
            'task = "image-segmentation"\n[output]\nkind = "logits"\n[input]\nmean = [0.5]\n',
            r"input\.mean has 1 values",
        ),
        ('task = "image-segmentation"\n[output]\nkind = "logits"\n[input]\nstd = [0.0, 1.0, 1.0]\n', "above 0"),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_place(tmp_path, text, words):
    path = tmp_path / "net.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=words) as caught:
        read_description(path)
    assert str(path) in caught.value.message
