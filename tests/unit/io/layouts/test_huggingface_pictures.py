"""Pictures in rows that Hugging Face's datasets has saved to disk, beside what datasets itself reads of them."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.data_survey import DataSurvey, survey_data
from granview.io.image_reader import read_image
from granview.io.layout import recognise
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem
from tests.helpers.packed_pictures import rows, save
from tests.helpers.without_rights import open_folder, without_rights

pytestmark = pytest.mark.slow

PICTURES = frozenset({"image"})


def searched(path: Path, *splits: str) -> tuple[list[Sample], list[Problem]]:
    choices = DataSetChoices(DataSetChoice(splits=splits or None))
    events = list(find_samples([path], choices=choices))
    problems = [event for event in events if isinstance(event, Problem) and not isinstance(event, Notice)]
    return [event for event in events if isinstance(event, Sample)], problems


def test_splits_references_and_columns_are_known_before_it_is_loaded(tmp_path: Path) -> None:
    known = recognise(save(tmp_path / "pets", train=rows(7), validation=rows(4)))
    assert known is not None
    assert (known.title, known.n_inputs) == ("Hugging Face data set of pictures on disk", 11)
    assert [(split.name, split.n_inputs) for split in known.splits] == [("train", 7), ("validation", 4)]
    assert [(each.name, each.title, each.truth) for each in known.references] == [
        ("mask", "masks of classes, in 'mask'", "masks"),
        ("label", "classes, in 'label'", "classes"),
    ]
    kept = "Kept beside its samples as columns of the data: 'score'; a slice asks for data.score."
    assert known.notes == ("The pictures are those of the column 'image'.", kept)


def test_rows_are_those_that_datasets_reads(tmp_path: Path) -> None:
    from datasets import load_from_disk

    folder = save(tmp_path / "pets", 3, train=rows(7), validation=rows(4))
    theirs = load_from_disk(str(folder))["train"]
    samples, problems = searched(folder, "train")
    assert problems == []
    assert [sample.name for sample in samples] == [f"train-{row:05d}" for row in range(7)]
    for sample, row in zip(samples, theirs, strict=True):
        np.testing.assert_array_equal(read_image(Path(sample.path)).pixels, np.asarray(row["image"]))
        mask, named = sample.references
        np.testing.assert_array_equal(read_truth(mask).labels, np.asarray(row["mask"]))
        assert read_truth(named).names == (("cat", "dog")[row["label"]],)
        assert [(part.role, part.text and part.text.text) for part in sample.parts] == [("phrase", row["caption"])]
        assert sample.columns == (("score", row["score"]),)


def test_one_split_and_one_file_are_read_too(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", 2, train=rows(7), validation=rows(4))
    for path, names in (
        (folder / "validation", [f"validation-{row:05d}" for row in range(4)]),
        (folder / "validation" / "data-00001-of-00002.arrow", [f"data-00001-of-00002-{row:05d}" for row in range(2)]),
    ):
        samples, _ = searched(path)
        assert [sample.name for sample in samples] == names
        assert all(len(sample.references) == 2 for sample in samples)


def test_values_of_masks_are_surveyed(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", val=rows(4))
    *_, survey = [event for event in survey_data([folder]) if isinstance(event, DataSurvey)]
    assert survey.masks is not None
    assert sorted(survey.masks.groups[0].pixels) == [0, 1, 2]
    assert survey.masks.folder == str(folder / "val")


def test_only_chosen_references_are_taken(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", val=rows(2))
    choices = DataSetChoices(DataSetChoice(references=("label",)))
    samples = [event for event in find_samples([folder], choices=choices) if isinstance(event, Sample)]
    assert [[one.format for one in sample.references] for sample in samples] == [["class-name"]] * 2


def test_rows_without_a_picture_or_a_mask_are_said_and_the_rest_is_read(tmp_path: Path) -> None:
    data = rows(5)
    pictures = [None if place == 1 else row["image"] for place, row in enumerate(data)]
    masks = [None if place in (2, 3) else row["mask"] for place, row in enumerate(data)]
    samples, problems = searched(
        save(tmp_path / "pets", val=rows(5, image=pictures, mask=masks, label=[0, 1, 1, -1, 0]))
    )
    assert [sample.name for sample in samples] == ["val-00000", "val-00002", "val-00003", "val-00004"]
    assert [[one.format for one in sample.references] for sample in samples] == [
        ["mask", "class-name"],
        ["class-name"],
        [],
        ["mask", "class-name"],
    ]
    file = "data-00000-of-00001.arrow"
    assert [problem.error for problem in problems] == [
        f"'image' holds no picture in row 1 of {file}, so nothing is read there.",
        f"'mask' is empty in 2 rows (2, 3) of {file}, which have no such reference.",
        f"'label' names no class in row 3 of {file}, so none is compared.",
    ]


def test_of_a_file_that_is_cut_the_rows_before_the_cut_are_read(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", 2, val=rows(250))
    path = folder / "val" / "data-00000-of-00002.arrow"
    path.write_bytes(path.read_bytes()[:-20_000])
    samples, (problem,) = searched(folder)
    assert len(samples) == 225
    assert problem.path == path
    assert problem.error.startswith(f"{path.name} is damaged or cut short, and its first 100 rows are taken: ")
    for content in (b"", bytes(300)):
        path.write_bytes(content)
        samples, (problem,) = searched(folder)
        assert len(samples) == 125
        assert problem.error.startswith(f"{path.name} is damaged or cut short, and nothing of it is read: ")


def test_references_that_are_given_are_matched_by_the_names_of_rows(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", val=rows(3))
    (tmp_path / "masks").mkdir()
    for row in (0, 2):
        Image.fromarray(np.zeros((20, 30), np.uint8)).save(tmp_path / "masks" / f"val-{row:05d}.png")
    samples = [event for event in find_samples([folder], [tmp_path / "masks"]) if isinstance(event, Sample)]
    names = [[Path(one.path).name for one in sample.references] for sample in samples]
    assert names == [["val-00000.png"], [], ["val-00002.png"]]


def test_a_data_set_of_which_no_file_can_be_read_is_refused_in_words(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", val=rows(2))
    path = folder / "val" / "data-00000-of-00001.arrow"
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(InputError, match=r"No Arrow file of val can be read, such as data-00000-of-00001.arrow"):
        recognise(folder)


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("state.json", "", "In val, state.json is not JSON: expecting value at character 1: all Arrow files beside it"),
        ("state.json", "{}", "In val, state.json lists no Arrow files: all Arrow files beside it are read."),
        ("state.json", None, "In val, state.json is not there: all Arrow files beside it are read."),
        ("dataset_info.json", "[]", "In val, dataset_info.json is not understood: expected an object, got a list: its"),
    ],
)
def test_pictures_are_read_though_what_describes_them_is_damaged(
    tmp_path: Path, file: str, content: str | None, words: str
) -> None:
    folder = save(tmp_path / "pets", 2, val=rows(4))
    path = folder / "val" / file
    path.unlink()
    if content is not None:
        path.write_text(content)
    known = recognise(folder)
    assert known is not None
    assert [note.startswith(words) for note in known.notes] == [False, False, True]
    samples, _ = searched(folder)
    assert [(sample.kind, len(sample.references)) for sample in samples] == [("image", 2)] * 4


@pytest.mark.skipif(os.name == "nt", reason="has no such permissions")
def test_a_file_that_may_not_be_read_is_not_said_to_be_damaged() -> None:
    with open_folder() as top:
        folder = save(top / "pets", val=rows(2))
        samples, _ = searched(folder)
        path = folder / "val" / "data-00000-of-00001.arrow"
        os.utime(path, (1, 1))  # what is kept of it counts no more
        path.chmod(0)
        with without_rights():
            for read in (lambda: recognise(folder), lambda: read_image(Path(samples[0].path))):
                with pytest.raises(InputError, match=rf"^{path.name} may not be read: permission is denied"):
                    read()
        path.chmod(0o644)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_of_files_one_of_which_cannot_be_opened_it_is_said_why(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", 2, val=rows(4))
    path = folder / "val" / "data-00001-of-00002.arrow"
    path.unlink()
    path.symlink_to(path)
    samples, (problem,) = searched(folder)
    assert len(samples) == 2
    assert (problem.path, problem.error) == (path, f"{path.name} is a link that leads back to itself.")


def test_where_only_texts_are_wanted_its_rows_are_texts(tmp_path: Path) -> None:
    folder = save(tmp_path / "pets", val=rows(2))
    events = list(find_samples([folder], kinds=frozenset({"text"})))
    assert [event.text.text for event in events if isinstance(event, Sample) and event.text] == [
        "picture 0",
        "picture 1",
    ]


def test_what_a_data_set_of_sounds_is_stays_said(tmp_path: Path) -> None:
    from datasets import ClassLabel, Dataset, Features, Image, List

    features = Features({"frames": List(Image()), "label": ClassLabel(names=["a"])})
    Dataset.from_dict({"frames": [[]], "label": [0]}, features=features).save_to_disk(str(tmp_path / "films"))
    assert recognise(tmp_path / "films", PICTURES) is None
