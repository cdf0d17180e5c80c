"""What a model is for is found on this machine: in the zoo, in the hub's cache, in a folder."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError, InputError
from granview.core.lane import LaneSpec
from granview.core.resources import resource_path
from granview.engine.catalog import catalog
from granview.engine.task_inference import infer_tasks, with_inferred_task
from granview.io.model_config import read_config

COMMIT = "b" * 40


def save(folder: Path, architecture: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"architectures": [architecture]}))
    return folder


def cached(cache: Path, name: str, architecture: str) -> None:
    home = cache / f"models--{name.replace('/', '--')}"
    save(home / "snapshots" / COMMIT, architecture)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text(COMMIT)


def test_embedded_models_say_what_they_are_for() -> None:
    assert infer_tasks("zoo:unet-nano") == ("image-segmentation",)
    assert infer_tasks("zoo:segformer-nano") == ("image-segmentation",)


@pytest.mark.parametrize("name", ["nobody", "", "../zoo/unet-nano", "."])
def test_an_embedded_model_that_is_not_there_is_a_bad_argument(name: str) -> None:
    with pytest.raises(ArgumentError, match="There is no embedded model"):
        infer_tasks(f"zoo:{name}")


@pytest.mark.parametrize("source", ["hf:org/ner", "hf:org/ner@main", f"hf:org/ner@{COMMIT}"])
def test_a_cached_model_of_the_hub_says_what_it_is_for(tmp_path: Path, source: str) -> None:
    cached(tmp_path, "org/ner", "BertForTokenClassification")
    assert infer_tasks(source, tmp_path) == ("token-classification",)


def test_a_folder_says_what_it_is_for(tmp_path: Path) -> None:
    folder = save(tmp_path / "model", "GPT2LMHeadModel")
    assert infer_tasks(str(folder)) == ("text-generation",)


def test_nothing_is_known_of_what_is_not_here(tmp_path: Path) -> None:
    assert infer_tasks("hf:org/unseen", tmp_path) == ()
    assert infer_tasks(str(tmp_path / "nowhere")) == ()
    assert with_inferred_task(LaneSpec("a", "hf:org/unseen", task=""), tmp_path).task == "image-segmentation"


def test_an_unknown_model_is_not_taken_for_segmentation_over_texts(tmp_path: Path) -> None:
    lane, table, picture = LaneSpec("a", "hf:org/unseen", task=""), tmp_path / "w.csv", tmp_path / "pictures" / "a.png"
    table.write_text("text,label\nGood,1\n")
    picture.parent.mkdir()
    with pytest.raises(ArgumentError, match=r"not known what hf:org/unseen is for.*--task"):
        with_inferred_task(lane, tmp_path, [table, picture.parent])
    picture.touch()
    for inputs in ([table, picture.parent], [table, picture], [tmp_path / "nowhere.csv"]):
        assert with_inferred_task(lane, tmp_path, inputs).task == "image-segmentation"
    asked = LaneSpec("a", "hf:org/unseen", task="text-classification")
    assert with_inferred_task(asked, tmp_path, [table]) == asked


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (os.mkfifo, "is a pipe"),
        (Path.mkdir, "is a folder"),
        (lambda path: path.symlink_to(path), "is a link that leads back to itself"),
    ],
    ids=["pipe", "folder", "loop"],
)
def test_a_config_that_is_no_file_cannot_be_read(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    model, table = tmp_path / "model", tmp_path / "w.csv"
    model.mkdir()
    make(model / "config.json")
    table.write_text("text,label\nGood,1\n")
    with pytest.raises(InputError, match=rf"The config of .*model cannot be read: config\.json {words}"):
        with_inferred_task(LaneSpec("a", str(model), task=""), tmp_path, [table])
    with pytest.raises(InputError, match=words):
        read_config(model)
    [listed] = [entry for entry in catalog(resource_path(), tmp_path, [model]) if entry.family == "Folder"]
    assert words in listed.note


def test_what_was_asked_for_stays(tmp_path: Path) -> None:
    folder = save(tmp_path / "model", "T5ForConditionalGeneration")
    assert with_inferred_task(LaneSpec("a", str(folder), task="summarization")).task == "summarization"
    assert with_inferred_task(LaneSpec("a", str(folder), task="")).task == "text2text-generation"


def test_methods_and_lone_weights_restore_pictures(tmp_path: Path) -> None:
    (tmp_path / "x4.pth").touch()
    for source in ("method:lanczos", str(tmp_path / "x4.pth"), str(tmp_path)):
        assert infer_tasks(source) == ("image-to-image",)
    assert infer_tasks("method:magic") == ()
