"""Pascal VOC's boxes: edges from 1, classes of a whole folder, difficult objects, damage."""

from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from tests.helpers.coco import SIZE, write_pictures

FRAME = Frame(*SIZE)


def marked(name: str, box: tuple[object, ...], difficult: int = 0) -> str:
    edges = "".join(
        f"<{side}>{value}</{side}>" for side, value in zip(("xmin", "ymin", "xmax", "ymax"), box, strict=True)
    )
    return f"<object><name>{name}</name><difficult>{difficult}</difficult><bndbox>{edges}</bndbox></object>"


def write(path: Path, *objects: str, size: str = "<size><width>60</width><height>40</height></size>") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<annotation><filename>a.jpg</filename>{size}{''.join(objects)}</annotation>")
    return path


def read(path: Path, frame: Frame | None = FRAME) -> ReferenceInstances:
    truth = read_truth(Reference(str(path)), frame)
    assert isinstance(truth, ReferenceInstances)
    return truth


def test_edges_are_counted_from_one(tmp_path: Path) -> None:
    truth = read(write(tmp_path / "a.xml", marked("dog", (1, 1, 10, 20))))

    assert truth.instances.boxes_xyxy.tolist() == [[0, 0, 10, 20]]
    assert truth.areas_px.tolist() == [200]
    assert truth.instances.masks is None


def test_classes_are_those_of_all_files_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "b.xml", marked("cat", (1, 1, 2, 2)))
    path = write(tmp_path / "a.xml", marked("dog", (1, 1, 2, 2)))
    (tmp_path / "c.xml").write_text("<oops")

    assert read(path).label_set.names == ("cat", "dog")

    write(path, marked("emu", (1, 1, 2, 2)))
    assert read(path).label_set.names == ("cat", "emu")


def test_a_class_file_beside_it_says_the_classes(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("person\ndog\n")
    truth = read(write(tmp_path / "a.xml", marked("Dog", (1, 1, 2, 2))))
    assert (truth.label_set.names, truth.instances.class_ids.tolist()) == (("person", "dog"), [1])
    with pytest.raises(InputError, match="marks 'emu', which is none of its classes"):
        read(write(tmp_path / "a.xml", marked("emu", (1, 1, 2, 2))))


def test_difficult_objects_need_not_be_found_and_that_is_said(tmp_path: Path) -> None:
    truth = read(write(tmp_path / "a.xml", marked("dog", (1, 1, 2, 2), 1), marked("dog", (4, 4, 9, 9))))
    assert truth.instances.is_crowd.tolist() == [True, False]
    assert truth.notices == ("1 of 2 objects are marked as difficult, so they need not be found.",)


def test_a_picture_without_objects_is_a_reference(tmp_path: Path) -> None:
    assert len(read(write(tmp_path / "a.xml")).instances) == 0


def test_without_a_size_it_is_the_picture_s(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xml", size="")
    assert read(path).instances.size == SIZE
    with pytest.raises(InputError, match=r"a\.xml"):
        read(path, None)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is not XML"),
        ("<annotation>", "is not XML"),
        ("<html></html>", "holds 'html', not an annotation"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><annotation/>', "declares a document type"),
        (f"<annotation>{marked('dog', (9, 1, 2, 2))}</annotation>", "the box of a 'dog' ends before it begins"),
        (f"<annotation>{marked('dog', ('x', 1, 2, 2))}</annotation>", "the box of a 'dog' is not in numbers"),
        (f"<annotation>{marked('dog', ('nan', 1, 2, 2))}</annotation>", "which is none of a picture"),
        ("<annotation><object><name>dog</name></object></annotation>", "the box of a 'dog' is not in numbers"),
        ("<annotation><size><width>x</width></size></annotation>", "its size is not in numbers"),
    ],
)
def test_damage_is_said(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "a.xml").write_text(content)
    with pytest.raises(InputError, match=rf"a\.xml.*{words}"):
        read(tmp_path / "a.xml")


@pytest.mark.parametrize("folders", [("JPEGImages", "Annotations"), (".", ".")])
def test_files_are_paired_by_name(tmp_path: Path, folders: tuple[str, str]) -> None:
    write_pictures(tmp_path / folders[0], "a.png", "b.png")
    path = write(tmp_path / folders[1] / "a.xml")

    found = [event for event in find_samples([tmp_path]) if isinstance(event, Sample)]

    assert [(sample.filename, sample.reference) for sample in found] == [
        ("a.png", Reference(str(path))),
        ("b.png", None),
    ]


def test_a_named_folder_of_them_is_paired(tmp_path: Path) -> None:
    write_pictures(tmp_path / "pictures", "a.png")
    path = write(tmp_path / "boxes" / "a.xml")
    (sample,) = (event for event in find_samples([tmp_path / "pictures"], [path.parent]) if isinstance(event, Sample))
    assert sample.reference == Reference(str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_whatever_encoding(tmp_path: Path, encoding: str) -> None:
    lines = [f'<?xml version="1.0" encoding="{encoding}"?>', "<!DOCTYPE a [<!ENTITY x 'dog'>]>"]
    path = tmp_path / "a.xml"
    path.write_text("".join([*lines, "<annotation>", marked("&x;", (1, 1, 2, 2)), "</annotation>"]), encoding=encoding)
    with pytest.raises(InputError, match="declares a document type"):
        read(path)
