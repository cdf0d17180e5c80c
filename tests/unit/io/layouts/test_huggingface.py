"""Data sets that Hugging Face's datasets has saved to disk, read without it."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.layout import recognise
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem

pytestmark = pytest.mark.slow

TEXTS = frozenset({"text"})


def saved(folder: Path, **splits: dict[str, list[Any]]) -> Path:
    from datasets import ClassLabel, Dataset, DatasetDict, Features, List, Value, disable_progress_bars

    disable_progress_bars()
    known = {
        "text": Value("string"),
        "label": ClassLabel(names=["neg", "pos"]),
        "tokens": List(Value("string")),
        "ner_tags": List(ClassLabel(names=["O", "B-PER"])),
        "question": Value("string"),
        "context": Value("string"),
        "answers": {"text": List(Value("string")), "answer_start": List(Value("int32"))},
    }
    data = {
        name: Dataset.from_dict(columns, features=Features({column: known[column] for column in columns}))
        for name, columns in splits.items()
    }
    shards = {name: min(len(each), 2) for name, each in data.items()}
    DatasetDict(data).save_to_disk(str(folder), num_shards=shards)
    return folder


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    columns = {"text": [f"A text, ä {place}" for place in range(6)], "label": [0, 1, 0, 1, 1, -1]}
    return saved(tmp_path / "reviews", train=columns, test=columns)


def test_splits_rows_and_classes_are_known_before_it_is_loaded(reviews: Path) -> None:
    known = recognise(reviews)
    assert known is not None
    assert (known.title, known.n_inputs, known.classes) == ("Hugging Face data set on disk", 12, ("neg", "pos"))
    assert [(split.name, split.n_inputs) for split in known.splits] == [("train", 6), ("test", 6)]


def test_rows_are_those_that_datasets_reads(reviews: Path) -> None:
    from datasets import load_from_disk

    theirs = load_from_disk(str(reviews))["train"]
    choices = DataSetChoices(DataSetChoice(splits=("train",)))
    samples = [event for event in find_samples([reviews], choices=choices) if isinstance(event, Sample)]
    assert [sample.text.text for sample in samples if sample.text] == theirs["text"][:]
    known = [sample.reference.text.labels if sample.reference and sample.reference.text else None for sample in samples]
    assert known == [None if row["label"] < 0 else (("neg", "pos")[row["label"]],) for row in theirs]


def test_one_split_and_one_file_are_read_too(reviews: Path) -> None:
    for path, n in ((reviews / "test", 6), (reviews / "test" / "data-00000-of-00002.arrow", 3)):
        samples = [event for event in find_samples([path]) if isinstance(event, Sample)]
        assert len(samples) == n
        assert samples[0].reference is not None
        assert samples[0].reference.data_set.labels == ("neg", "pos")


def test_tags_and_answers_that_are_nested(tmp_path: Path) -> None:
    answers = [{"text": ["Bonn"], "answer_start": [0]}]
    saved(tmp_path / "squad", val={"question": ["Where?"], "context": ["Bonn."], "answers": answers})
    saved(tmp_path / "ner", val={"tokens": [["Ada", "ran"]], "ner_tags": [[1, 0]]})
    (squad,), (ner,) = (
        [event for event in find_samples([tmp_path / name]) if isinstance(event, Sample)] for name in ("squad", "ner")
    )
    assert squad.reference is not None
    assert squad.reference.text is not None
    assert squad.reference.text.answers == ("Bonn",)
    assert ner.reference is not None
    assert ner.reference.text is not None
    assert [span.label for span in ner.reference.text.entities or ()] == ["PER"]


def test_pictures_beside_texts_are_said_where_only_texts_are_wanted(tmp_path: Path) -> None:
    from datasets import Dataset, Features, Image, Value, disable_progress_bars

    disable_progress_bars()
    data = {"image": [np.zeros((4, 4, 3), np.uint8)], "text": ["a picture"]}
    Dataset.from_dict(data, features=Features({"image": Image(), "text": Value("string")})).save_to_disk(
        str(tmp_path / "pictures")
    )
    events = list(find_samples([tmp_path / "pictures"], kinds=TEXTS))
    assert [event.text.text for event in events if isinstance(event, Sample) and event.text] == ["a picture"]
    said = [event.error for event in events if isinstance(event, Notice)]
    assert "What is packed into image is no text; tasks of pictures read pictures in rows." in said


def test_rows_of_pictures_alone_are_not_counted_as_texts(tmp_path: Path) -> None:
    from datasets import ClassLabel, Dataset, Features, Image, disable_progress_bars

    disable_progress_bars()
    data = {"image": [np.zeros((4, 4, 3), np.uint8)], "label": [0]}
    features = Features({"image": Image(), "label": ClassLabel(names=["cat"])})
    Dataset.from_dict(data, features=features).save_to_disk(str(tmp_path / "pictures"))
    with pytest.raises(InputError, match="pictures is a Hugging Face data set without texts") as raised:
        recognise(tmp_path / "pictures", TEXTS)
    assert "tasks of pictures" in raised.value.hint


def test_a_damaged_file_is_said_and_the_other_shards_are_read(reviews: Path) -> None:
    path = reviews / "test" / "data-00000-of-00002.arrow"
    data = path.read_bytes()
    for content in (data[:200], b"", bytes(300)):
        path.write_bytes(content)
        events = list(find_samples([reviews / "test"]))
        assert len([event for event in events if isinstance(event, Sample)]) == 3
        said = [event.error for event in events if type(event) is Problem and event.path == path]
        assert len(said) == 1
        assert said[0].startswith("data-00000-of-00002.arrow is no Arrow file, or damaged")


def test_missing_parts_are_said(reviews: Path) -> None:
    (reviews / "test" / "data-00000-of-00002.arrow").unlink()
    known = recognise(reviews)
    assert known is not None
    assert known.notes == ("data-00000-of-00002.arrow is not there, so that rows are missing.",)
    (reviews / "dataset_dict.json").write_text(json.dumps({"splits": ["train", "dev"]}))
    with pytest.raises(InputError, match=r"names splits whose folders are not there"):
        recognise(reviews)
