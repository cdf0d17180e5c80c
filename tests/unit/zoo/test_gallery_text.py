"""The gallery of texts: complete, in its own form, and what its manifest says."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from granview.core.resources import resource_path
from granview.io.gallery import read_gallery
from granview.scoring.expressions import evaluate, operations
from granview.zoo.gallery_text import read_text_gallery, write_texts
from granview.zoo.texts.entities import LABELS as ENTITY_LABELS
from granview.zoo.texts.sentiment import LABELS

GALLERY = resource_path("gallery-text")
GENERATED = ("sentiment.jsonl", "entities.jsonl", "code.jsonl")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GALLERY / name).read_text(encoding="utf-8").splitlines()]


def test_the_manifest_names_every_file_with_its_terms() -> None:
    entries = read_text_gallery(GALLERY).entries
    files = {path.relative_to(GALLERY).as_posix() for path in GALLERY.rglob("*") if path.is_file()}
    assert {entry.file for entry in entries} == files - {"gallery.json", "SOURCES.md"}
    assert [entry.file for entry in read_gallery(GALLERY)] == [entry.file for entry in entries]
    assert all(entry.title and entry.source and entry.licence and entry.author for entry in entries)
    sources = (GALLERY / "SOURCES.md").read_text(encoding="utf-8")
    assert all(f"`{entry.file}`" in sources for entry in entries)


def test_the_shipped_files_are_what_the_command_writes(tmp_path: Path) -> None:
    shutil.copytree(GALLERY, tmp_path, dirs_exist_ok=True)
    write_texts(tmp_path)
    for name in (*GENERATED, "gallery.json", "SOURCES.md"):
        assert (tmp_path / name).read_bytes() == (GALLERY / name).read_bytes(), name


@pytest.mark.parametrize("name", GENERATED)
def test_every_file_has_enough_texts_with_ids_of_their_own(name: str) -> None:
    found = rows(name)
    assert len(found) >= 24
    assert len({row["id"] for row in found}) == len({row["text"] for row in found}) == len(found)


def test_sentiment_has_every_label_at_every_depth_range() -> None:
    found = rows("sentiment.jsonl")
    assert {row["grain"] for row in found} == set(range(6))
    for deep in (False, True):
        assert {row["label"] for row in found if (row["grain"] >= 3) is deep} == set(LABELS)


def test_entities_are_exact_and_of_many_lengths() -> None:
    lengths, labels = set(), set()
    for row in rows("entities.jsonl"):
        for entity in row["entities"]:
            name = row["text"][entity["start"] : entity["end"]]
            assert name
            assert name == name.strip(" ,;")
            lengths.add(len(name.split()))
            labels.add(entity["label"])
    assert labels == set(ENTITY_LABELS)
    assert len(lengths) >= 6


def test_expressions_have_their_values() -> None:
    found = rows("code.jsonl")
    assert {operations(row["target"]) for row in found} == {1, 2, 3, 4, 5}
    for row in found:
        assert len(row["cases"]) >= 3
        for case in row["cases"]:
            assert evaluate(row["target"], case["variables"]) == case["value"]


def test_questions_are_in_the_form_of_squad_2_and_answers_stand_in_their_passage() -> None:
    squad = json.loads((GALLERY / "questions.json").read_text(encoding="utf-8"))
    assert squad["version"] == "v2.0"
    asked = impossible = 0
    for article in squad["data"]:
        for paragraph in article["paragraphs"]:
            passages = [path.read_text(encoding="utf-8").strip() for path in (GALLERY / "passages").glob("*.txt")]
            assert paragraph["context"] in passages
            for question in paragraph["qas"]:
                asked, impossible = asked + 1, impossible + question["is_impossible"]
                assert bool(question["answers"]) is not question["is_impossible"]
                for answer in question["answers"]:
                    start = answer["answer_start"]
                    assert paragraph["context"][start : start + len(answer["text"])] == answer["text"]
    assert asked >= 8
    assert impossible >= 3


def test_reviews_have_labels() -> None:
    with (GALLERY / "reviews.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert {row["label"] for row in found} == set(LABELS)
    assert all(row["text"].endswith(".") for row in found)


def test_passages_are_utf_8_in_three_scripts() -> None:
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in (GALLERY / "passages").glob("*.txt")}
    assert len(texts) >= 6
    assert all(text.endswith("\n") and "\r" not in text and not text.startswith("\ufeff") for text in texts.values())
    assert any("\u4e00" <= letter <= "\u9fff" for letter in texts["analects"])
    assert any("\u0600" <= letter <= "\u06ff" for letter in texts["mutanabbi"])
