import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.core.gallery import Gallery, all_galleries
from granview.core.resources import resource_path
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.io.sample_search import Notice, Problem, SearchProgress, find_samples
from tests.helpers.laid_out import put_picture
from tests.helpers.reference_formats import points_format
from tests.helpers.sound import sounds
from tests.helpers.without_rights import open_folder, without_rights

IMAGES: frozenset[Kind] = frozenset({"image"})


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def find(
    *inputs: Path, references: tuple[Path, ...] = (), taken: tuple[str, ...] = (), kinds: frozenset[Kind] | None = None
) -> tuple[list[Sample], list[str]]:
    found = list(find_samples(inputs, references, taken, kinds=kinds))
    samples = [item for item in found if isinstance(item, Sample)]
    return samples, [item.error for item in found if isinstance(item, Problem)]


def pairs(samples: list[Sample]) -> dict[str, str | None]:
    return {s.filename: Path(s.reference.path).name if s.reference else None for s in samples}


def test_a_file_becomes_a_sample_with_its_size_and_without_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a b.png").write_bytes(b"12345")
    samples, problems = find(tmp_path / "a b.png")
    assert samples == [Sample("a b", str(tmp_path / "a b.png"), size_bytes=5)]
    assert problems == []


def test_paths_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path / "a.png")
    monkeypatch.chdir(tmp_path)
    assert find(Path("a.png"))[0][0].path == str(tmp_path / "a.png")


def test_a_folder_is_searched_to_its_depths_in_natural_order(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in ("x10.png", "x2.JPG", "sub/b.tif", "sub/deep/c.webp", "X1.bmp")))
    samples, _ = find(tmp_path)
    assert [s.filename for s in samples] == ["X1.bmp", "x2.JPG", "x10.png", "b.tif", "c.webp"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path / ".a.png", tmp_path / ".git" / "b.png", tmp_path / "__MACOSX" / "c.png")
    assert find(tmp_path) == ([], [])


def test_names_are_unique_also_against_those_taken(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.png", tmp_path / "b" / "X.png", tmp_path / "c" / "x-2.png")
    samples, _ = find(tmp_path, taken=("x",))
    assert [s.name for s in samples] == ["x-2", "X-3", "x-2-2"]


def test_files_that_are_no_images_are_one_line_per_folder(tmp_path: Path) -> None:
    touch(tmp_path / "a.png", tmp_path / "b.txt", tmp_path / "c.txt", tmp_path / "d.csv")
    samples, problems = find(tmp_path)
    assert [s.filename for s in samples] == ["a.png"]
    assert problems == [f"3 files in {tmp_path.name} passed over: no images (.txt, .csv)."]


def test_a_named_file_without_an_image_s_suffix_is_judged_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "notes.txt").write_bytes(b"hello")
    samples, problems = find(tmp_path / "photo", tmp_path / "notes.txt", kinds=IMAGES)
    assert [s.filename for s in samples] == ["photo"]
    assert problems == ["notes.txt is not an image that is read here: it holds text."]


def test_an_empty_file_is_a_sample_whose_error_shows_beside_it(tmp_path: Path) -> None:
    touch(tmp_path / "a.png")
    assert find(tmp_path)[0][0].size_bytes == 0


@pytest.mark.timeout(20)
def test_odd_things_are_lines_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    touch(folder / "a.png", folder / "x.png" / "inside.png", folder / "z.png")
    os.mkfifo(folder / "pipe.png")
    (folder / "gone.png").symlink_to("nowhere.png")
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "dev.png").symlink_to("/dev/zero")
    samples, problems = find(folder, tmp_path / "missing.png")
    assert [s.filename for s in samples] == ["a.png", "z.png", "inside.png"]
    assert sorted(problems) == [
        "dev.png is not a regular file.",
        "gone.png is a link to a file that is not there.",
        "loop.png is a link that leads back to itself.",
        "missing.png is not there.",
        "pipe.png is not a regular file.",
    ]


@pytest.mark.timeout(20)
def test_odd_things_that_are_named_themselves(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    os.mkfifo(tmp_path / "pipe")
    assert find(tmp_path / "pipe.png", tmp_path / "pipe") == (
        [],
        ["pipe.png is a pipe, not a file.", "pipe is a pipe, not a file."],
    )


def test_a_name_that_is_no_text_is_a_line(tmp_path: Path) -> None:
    """Such a name could not be stored in a session, nor sent to a worker."""
    bad = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    touch(bad, tmp_path / "good.png")
    for given in (tmp_path, bad):
        samples, problems = find(given)
        assert [s.filename for s in samples] == ["good.png"] * (given == tmp_path)
        assert problems == [r"caf\udce9.png has a name that is no valid text, or lies in such a folder."]


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    samples, problems = find(tmp_path / ("x" * 300), Path("a\0b.png"), references=(tmp_path / ("y" * 300),))
    assert samples == []
    assert len(problems) == 3


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.png")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    samples, problems = find(tmp_path)
    assert [s.filename for s in samples] == ["x.png"]
    assert sorted(problems) == [
        "again is a link to a folder that was searched already.",
        "b is a link to a folder that was searched already.",
    ]


def test_a_file_given_twice_is_one_sample(tmp_path: Path) -> None:
    touch(tmp_path / "a.png")
    assert len(find(tmp_path / "a.png", tmp_path / "a.png", tmp_path)[0]) == 1


def test_ten_thousand_files_in_well_under_two_seconds(tmp_path: Path) -> None:
    for i in range(10_000):
        (tmp_path / f"{i}.png").touch()
    start = time.process_time()
    found = find_samples([tmp_path])
    first = next(item for item in found if isinstance(item, Sample))
    rest = list(found)
    assert time.process_time() - start < 2
    assert first.name == "0"
    assert sum(isinstance(item, Sample) for item in rest) == 9_999
    assert sum(isinstance(item, SearchProgress) for item in rest) == 21


def test_ten_thousand_files_of_one_name(tmp_path: Path) -> None:
    for i in range(2_000):
        touch(tmp_path / f"{i}" / "image.png")
    start = time.process_time()
    samples, _ = find(tmp_path)
    assert time.process_time() - start < 2
    assert samples[-1].name == "image-2000"


def test_samples_stream(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.png", tmp_path / "b" / "y.png")
    found: Iterator[object] = find_samples([tmp_path])
    assert next(item for item in found if isinstance(item, Sample)).name == "x"
    (tmp_path / "b" / "y.png").rename(tmp_path / "b" / "late.png")
    assert next(item for item in found if isinstance(item, Sample)).name == "late"


@pytest.mark.parametrize(
    ("image", "reference"),
    [
        ("x.jpg", "x.png"),
        ("x.jpg", "X.tif"),
        ("x.png", "x_mask.png"),
        ("x.png", "x-gt.png"),
        ("x.png", "x_cp_masks.png"),
        ("x.png", "x_label.png"),
        ("x.png", "x_L.png"),
        ("x_leftImg8bit.png", "x_gtFine_labelIds.png"),
        ("x_label.png", "x_label.png"),
        ("x_image.png", "x_image.png"),
    ],
)
def test_references_are_matched_by_name(tmp_path: Path, image: str, reference: str) -> None:
    touch(tmp_path / "i" / image, tmp_path / "i" / "other.png", tmp_path / "r" / reference)
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert pairs(samples)[image] == reference
    assert pairs(samples)["other.png"] is None
    assert problems == []


def test_one_file_for_one_file_is_its_reference_whatever_its_name(tmp_path: Path) -> None:
    touch(tmp_path / "photo.jpg", tmp_path / "truth of it.png")
    samples, problems = find(tmp_path / "photo.jpg", references=(tmp_path / "truth of it.png",))
    assert pairs(samples) == {"photo.jpg": "truth of it.png"}
    assert problems == []


def test_references_that_match_nothing_are_said(tmp_path: Path) -> None:
    touch(tmp_path / "i" / "x.png", tmp_path / "r" / "y.png", tmp_path / "r" / "z.png", tmp_path / "r" / "classes.json")
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert pairs(samples) == {"x.png": None}
    assert problems == ["2 references match no input: y.png, z.png."]


def test_a_reference_that_is_not_there_is_said(tmp_path: Path) -> None:
    touch(tmp_path / "i" / "x.png")
    samples, problems = find(tmp_path / "i" / "x.png", references=(tmp_path / "gone.png",))
    assert pairs(samples) == {"x.png": None}
    assert problems == ["gone.png is not there."]


def test_a_jpeg_among_references_is_said(tmp_path: Path) -> None:
    touch(tmp_path / "i" / "x.png", tmp_path / "r" / "x.jpg")
    assert find(tmp_path / "i", references=(tmp_path / "r",))[1] == [
        "x.jpg is no reference: its format changes values."
    ]


def test_of_several_references_the_one_in_the_like_named_folder_wins(tmp_path: Path) -> None:
    touch(*(tmp_path / top / city / "x.png" for top in ("i", "r") for city in ("bonn", "ulm")))
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert [Path(s.reference.path).parent.name for s in samples if s.reference] == ["bonn", "ulm"]
    assert problems == []


def test_several_references_are_none(tmp_path: Path) -> None:
    touch(tmp_path / "i" / "x.png", tmp_path / "r" / "a" / "x.png", tmp_path / "r" / "b" / "x.png")
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert pairs(samples) == {"x.png": None}
    assert problems[0].startswith("x.png has several references, so none is used")


def test_explicit_references_inside_the_input_folder_are_no_samples(tmp_path: Path) -> None:
    touch(tmp_path / "x.jpg", tmp_path / "truth" / "x.png")
    samples, problems = find(tmp_path, references=(tmp_path / "truth",))
    assert pairs(samples) == {"x.jpg": "x.png"}
    assert problems == []


def test_images_beside_masks_are_a_data_set(tmp_path: Path) -> None:
    touch(
        *(tmp_path / "Images" / name for name in ("a.jpg", "b.jpg")),
        tmp_path / "masks" / "a.png",
        tmp_path / "depth" / "a.png",
    )
    samples, problems = find(tmp_path)
    assert pairs(samples) == {"a.jpg": "a.png", "b.jpg": None}
    assert problems == ["Beside Images and masks, these folders are passed over: depth."]


def test_masks_in_a_folder_among_the_images_are_their_references(tmp_path: Path) -> None:
    touch(tmp_path / "a.jpg", tmp_path / "b.png", tmp_path / "c.png", tmp_path / "c_mask.png")
    touch(tmp_path / "Masks" / "a.png", tmp_path / "Masks" / "sub" / "b_gt.png", tmp_path / "Masks" / "odd.png")
    touch(tmp_path / "more" / "d.png")
    samples, problems = find(tmp_path)
    assert pairs(samples) == {"a.jpg": "a.png", "b.png": "b_gt.png", "c.png": "c_mask.png", "d.png": None}
    assert problems == ["1 reference matches no input: odd.png."]


def test_a_folder_called_as_references_are_whose_files_are_called_otherwise_holds_images(tmp_path: Path) -> None:
    touch(tmp_path / "a.png", tmp_path / "labels" / "b.png")
    assert pairs(find(tmp_path)[0]) == {"a.png": None, "b.png": None}


@pytest.mark.parametrize("given_as", ["folder", "files"])
def test_a_mask_beside_its_image_is_its_reference(tmp_path: Path, given_as: str) -> None:
    names = ("a.jpg", "a_mask.png", "b.png", "c_mask.png")
    touch(*(tmp_path / name for name in names))
    samples, problems = find(*([tmp_path] if given_as == "folder" else [tmp_path / name for name in names]))
    assert pairs(samples) == {"a.jpg": "a_mask.png", "b.png": None, "c_mask.png": None}
    assert problems == []


def test_a_gallery_is_what_it_says(tmp_path: Path) -> None:
    touch(tmp_path / "p" / "a.png", tmp_path / "t" / "truth.png", tmp_path / "unlisted.png", tmp_path / "b.png")
    entries = [{"file": "b.png", "title": "B"}, {"file": "p/a.png", "reference": "t/truth.png"}, {"file": "gone.png"}]
    (tmp_path / "gallery.json").write_text(json.dumps({"entries": entries}))
    samples, problems = find(tmp_path)
    assert [s.filename for s in samples] == ["b.png", "a.png"]
    assert pairs(samples)["a.png"] == "truth.png"
    assert problems == ["gone.png is not there."]


@pytest.mark.parametrize("content", ["{", '[{"title": "no file"}]', '[{"file": "../x.png"}]', '[{"file": "/x.png"}]'])
def test_a_gallery_that_cannot_be_used(tmp_path: Path, content: str) -> None:
    (tmp_path / "gallery.json").write_text(content)
    samples, problems = find(tmp_path)
    assert samples == []
    assert "gallery.json" in problems[0]


def test_the_program_s_own_gallery_is_found_without_a_problem() -> None:
    samples, problems = find(resource_path("gallery"))
    assert problems == []
    assert sum(sample.reference is not None for sample in samples) == 24
    assert sum(sample.reference is None for sample in samples) >= 3


def test_results_of_an_earlier_run_inside_the_inputs_are_no_inputs_and_that_is_said(tmp_path: Path) -> None:
    own = ("session.granview", "results.csv", "predictions/lane/a.png", "comparison/a.png", "explanations/a.png")
    touch(tmp_path / "a.png", tmp_path / "out" / "mine.png", *(tmp_path / "out" / name for name in own))
    touch(tmp_path / "predictions" / "b.png")
    samples, problems = find(tmp_path, kinds=IMAGES)
    assert sorted(sample.filename for sample in samples) == ["a.png", "b.png", "mine.png"]
    assert problems == ["out holds results of GranView, which are passed over as inputs."]
    named, _ = find(tmp_path / "out" / "predictions", kinds=IMAGES)
    assert [sample.filename for sample in named] == ["a.png"]


def test_a_file_of_a_format_of_references_belongs_to_the_image_beside_it(tmp_path: Path) -> None:
    touch(tmp_path / "scan.png", tmp_path / "scan.points.json", tmp_path / "other.points.json")
    with points_format():
        samples, problems = find(tmp_path)
        named, _ = find(tmp_path / "scan.png", tmp_path / "scan.points.json")
    assert pairs(samples) == pairs(named) == {"scan.png": "scan.points.json"}
    assert problems == [f"1 file in {tmp_path.name} passed over: no images (.points.json)."]


def test_a_picture_has_a_reference_of_each_type(tmp_path: Path) -> None:
    touch(tmp_path / "a.png", tmp_path / "a_mask.png", tmp_path / "a.points.json")
    touch(tmp_path / "b.png", tmp_path / "b_mask.png", tmp_path / "b_gt.png", tmp_path / "b.points.json")
    with points_format():
        samples, problems = find(tmp_path)
    held = {sample.filename: sorted(Path(each.path).name for each in sample.references) for sample in samples}
    assert held == {"a.png": ["a.points.json", "a_mask.png"], "b.png": ["b.points.json"]}
    assert [words for words in problems if "several" in words] == [
        f"b.png has several references, so none is used: {tmp_path / 'b_gt.png'}, {tmp_path / 'b_mask.png'}."
    ]


def test_files_of_a_format_of_references_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    touch(tmp_path / "images" / "a.png", tmp_path / "labels" / "a.points.json")
    touch(tmp_path / "more" / "b.png", tmp_path / "more" / "labels" / "b.points.json")
    with points_format():
        beside, _ = find(tmp_path)
        among, _ = find(tmp_path / "more")
    assert pairs(beside) == {"a.png": "a.points.json"}
    assert pairs(among) == {"b.png": "b.points.json"}


def test_given_references_may_be_of_any_format(tmp_path: Path) -> None:
    touch(tmp_path / "in" / "a.png", tmp_path / "in" / "b.png", tmp_path / "truth" / "a.points.json")
    touch(tmp_path / "b.points.json")
    with points_format():
        samples, problems = find(tmp_path / "in", references=(tmp_path / "truth", tmp_path / "b.points.json"))
    assert pairs(samples) == {"a.png": "a.points.json", "b.png": "b.points.json"}
    assert problems == []


def test_labels_of_texts_beside_images_are_no_references(tmp_path: Path) -> None:
    touch(tmp_path / "a.png", tmp_path / "labels" / "a.txt")
    samples, problems = find(tmp_path)
    assert pairs(samples) == {"a.png": None}
    assert problems == ["1 file in labels passed over: no images (.txt)."]


def _pairs_table(folder: Path, name: str = "rows.jsonl") -> Path:
    touch(folder / "a.png", folder / "b.png")
    rows = [{"image": "a.png", "phrase": "left"}, {"image": "a.png", "phrase": "right"}, {"image": "b.png"}]
    (folder / name).write_text("\n".join(map(json.dumps, rows)))
    return folder / name


@pytest.mark.parametrize("kinds", [None, IMAGES])
def test_a_table_of_pictures_and_phrases_is_the_pictures_with_their_phrases(
    tmp_path: Path, kinds: frozenset[Kind] | None
) -> None:
    samples, problems = find(_pairs_table(tmp_path), kinds=kinds)
    assert [(s.name, s.kind, Path(s.path).name) for s in samples] == [
        ("a", "image", "a.png"),
        ("a-2", "image", "a.png"),
        ("b", "image", "b.png"),
    ]
    assert [[part.text.text for part in s.parts if part.text] for s in samples] == [["left"], ["right"], []]
    assert len({s.origin for s in samples}) == 3
    assert problems == []


def test_where_texts_alone_are_searched_for_a_table_holds_texts(tmp_path: Path) -> None:
    samples, _ = find(_pairs_table(tmp_path), kinds=frozenset({"text"}))
    assert {s.kind for s in samples} == {"text"}


def test_pictures_that_a_table_names_have_the_references_that_were_given(tmp_path: Path) -> None:
    touch(tmp_path / "masks" / "a_mask.png")
    samples, _ = find(_pairs_table(tmp_path), references=(tmp_path / "masks",), kinds=IMAGES)
    assert [Path(s.reference.path).name if s.reference else None for s in samples] == [
        *("a_mask.png", "a_mask.png"),
        None,
    ]


def test_a_table_of_texts_is_no_input_of_models_for_images(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("text,label\nGood.,yes\n")
    samples, problems = find(tmp_path / "rows.csv", kinds=IMAGES)
    assert samples == []
    assert problems == ["rows.csv is not an image that is read here: it holds text."]


@pytest.mark.parametrize("gallery", all_galleries(), ids=lambda gallery: gallery.name)
def test_no_gallery_of_the_program_holds_what_must_be_passed_over(gallery: Gallery) -> None:
    found = list(find_samples([gallery.path]))
    assert [item.error for item in found if isinstance(item, Problem) and not isinstance(item, Notice)] == []


def test_a_kind_that_brings_its_own_files_is_found_beside_images_with_its_references(tmp_path: Path) -> None:
    touch(tmp_path / "a.png", tmp_path / "b.wav", tmp_path / "b.points.json", tmp_path / "c.txt")
    with sounds(), points_format():
        samples, problems = find(tmp_path)
    assert [(s.filename, s.kind) for s in samples] == [("a.png", "image"), ("b.wav", "sound")]
    assert pairs(samples) == {"a.png": None, "b.wav": "b.points.json"}
    assert problems == [f"1 file in {tmp_path.name} passed over: no images and no sounds (.txt)."]


def test_a_table_may_name_files_of_any_kind(tmp_path: Path) -> None:
    touch(tmp_path / "b.wav")
    (tmp_path / "rows.csv").write_text("file,question\nb.wav,Who speaks?\n")
    with sounds():
        (sample,), _ = find(tmp_path / "rows.csv")
    assert (sample.kind, [part.role for part in sample.parts]) == ("sound", ["question"])


def test_a_folder_of_references_of_which_nothing_is_read_is_told(tmp_path: Path) -> None:
    touch(tmp_path / "images" / "a.png", tmp_path / "labels" / "a.txt", tmp_path / "labels" / "b.txt")
    samples, problems = find(tmp_path)
    assert [sample.reference for sample in samples] == [None]
    assert problems == ["labels holds nothing that is read as a reference (.txt)."]


@pytest.mark.skipif(os.name == "nt", reason="has no such permissions")
def test_a_folder_that_may_not_be_read_is_said_and_the_rest_is_found() -> None:
    with open_folder() as top:
        for name in ("images/a.png", "masks/a.png"):
            put_picture(top / name)
        (top / "masks").chmod(0)
        list(find_samples([top]))  # loads what is needed, as root
        with without_rights():
            events = list(find_samples([top]))
        (top / "masks").chmod(0o755)
    assert [event.name for event in events if isinstance(event, Sample)] == ["a"]
    said = [event.error for event in events if isinstance(event, Problem)]
    assert said == ["masks may not be read: permission is denied."]


def test_an_empty_file_of_annotations_is_named(tmp_path: Path) -> None:
    put_picture(tmp_path / "a.png")
    for name in ("a.json", "instances.json"):
        (tmp_path / name).touch()
    (tmp_path / "other.json").write_text("{}")
    said = [event.error for event in find_samples([tmp_path]) if isinstance(event, Problem)]
    assert f"3 files in {tmp_path.name} passed over: no images (.json). Empty: a.json, instances.json." in said
