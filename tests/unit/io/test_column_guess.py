from collections.abc import Mapping
from typing import Any

import pytest

from granview.io.column_guess import guess_columns
from granview.io.column_roles import ColumnRoles, Preview
from granview.io.sample_kind import names_a_sample
from granview.io.usual_column_names import is_usual_column_name

LONG = "a sentence that is much longer than any label would be, number "


def guess(*rows: Mapping[str, Any]) -> dict[str, str]:
    roles = guess_columns(Preview.of(rows), names_a_sample)
    return {role: column for role in roles.__struct_fields__ if (column := getattr(roles, role)) is not None}


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        ({"idx": 0, "sentence": "a", "label": 1}, {"id": "idx", "text": "sentence", "label": "label"}),
        (
            {"premise": "a", "hypothesis": "b", "label": 1, "idx": 3},
            {"text": "premise", "pair": "hypothesis", "label": "label", "id": "idx"},
        ),
        (
            {"sentence1": "a", "sentence2": "b", "gold_label": "x"},
            {"text": "sentence1", "pair": "sentence2", "label": "gold_label"},
        ),
        ({"question1": "a", "question2": "b", "is": 1}, {"text": "question1", "pair": "question2"}),
        ({"question": "a", "sentence": "b", "label": 0}, {"text": "question", "pair": "sentence", "label": "label"}),
        (
            {"id": "1", "title": "t", "context": "c", "question": "q", "answers": {"text": ["c"], "answer_start": [0]}},
            {"id": "id", "context": "context", "question": "question", "answers": "answers"},
        ),
        (
            {"query": "q", "passage": "p", "answers": ["p"]},
            {"question": "query", "context": "passage", "answers": "answers"},
        ),
        ({"question": "2+2?", "answer": "4"}, {"text": "question", "target": "answer"}),
        (
            {"article": "long", "highlights": "short", "id": "x"},
            {"text": "article", "target": "highlights", "id": "id"},
        ),
        ({"dialogue": "a: b", "summary": "s"}, {"text": "dialogue", "target": "summary"}),
        (
            {"translation.en": "house", "translation.fr": "maison"},
            {"text": "translation.en", "target": "translation.fr"},
        ),
        ({"de": "Haus", "en": "house"}, {"text": "de", "target": "en"}),
        ({"tokens": ["a"], "ner_tags": [0], "pos_tags": [1]}, {"tokens": "tokens", "tags": "ner_tags"}),
        ({"words": ["a"], "labels": ["O"]}, {"tokens": "words", "tags": "labels"}),
        (
            {"Text": "a", "Label": 1, "Label Text": "bad"},
            {"text": "Text", "label": "Label", "label_name": "Label Text"},
        ),
        ({"Class Index": 3, "Title": "t", "Description": "d"}, {"label": "Class Index", "text": "Description"}),
        ({"text": "a", "target": "a + b", "cases": []}, {"text": "text", "target": "target", "cases": "cases"}),
        ({"prompt": "p", "completion": "c"}, {"text": "prompt", "target": "completion"}),
        ({"text": "a", "entities": [{"start": 0}]}, {"text": "text", "entities": "entities"}),
    ],
)
def test_usual_names_are_known(row: dict[str, Any], roles: dict[str, str]) -> None:
    assert guess(row) == roles


def test_without_names_the_longest_is_the_text_and_the_one_of_few_values_the_label() -> None:
    rows = [{"column 1": str(i), "column 2": f"{LONG}{i}", "column 3": "ab"[i % 2]} for i in range(10)]
    assert guess(*rows) == {"text": "column 2", "label": "column 3"}


def test_a_label_of_an_unknown_name_is_found_beside_a_known_text() -> None:
    rows = [{"review": f"{LONG}{i}", "verdict": ["good", "bad"][i % 2], "when": f"2020-{i}"} for i in range(10)]
    assert guess(*rows) == {"text": "review", "label": "verdict"}


def test_a_target_of_few_values_is_a_label() -> None:
    rows = [{"text": f"{LONG}{i}", "target": i % 2 * 4} for i in range(10)]
    assert guess(*rows) == {"text": "text", "label": "target"}


def test_a_name_does_not_help_where_the_content_is_another() -> None:
    assert guess({"text": 3, "content": "words"}) == {"text": "content"}
    assert guess({"tokens": "many words", "label": "x"}) == {"text": "tokens", "label": "label"}


def test_a_title_is_the_text_only_where_nothing_is_longer() -> None:
    rows = [{"title": "A title", "abstract": LONG + str(i), "category": "ab"[i % 2]} for i in range(4)]
    assert guess(*rows) == {"text": "abstract", "label": "category"}
    rows = [{"headline": "A headline", "is_sarcastic": i % 2} for i in range(4)]
    assert guess(*rows) == {"text": "headline", "label": "is_sarcastic"}


def test_a_text_that_is_mostly_missing_and_an_identifier_that_repeats_are_none() -> None:
    rows = [{"instruction": f"do {i}", "input": "", "output": f"done {i}"} for i in range(4)]
    assert guess(*rows) == {"text": "instruction", "target": "output"}
    assert guess(
        {"SentenceId": 1, "Phrase": "a b", "PhraseId": 1}, {"SentenceId": 1, "Phrase": "a", "PhraseId": 2}
    ) == {
        "text": "Phrase",
        "id": "PhraseId",
    }


def test_tokens_with_tags_win_over_the_text_that_they_were_made_from() -> None:
    row = {"sentence": "It is.", "tokens": ["It", "is", "."], "ner_tags": ["O", "O", "O"]}
    assert guess(row) == {"tokens": "tokens", "tags": "ner_tags"}


def test_nothing_to_read_is_not_usable() -> None:
    assert not guess_columns(Preview.of([{"a": 1, "b": None}])).usable
    assert not guess_columns(Preview.of([])).usable
    assert ColumnRoles(context="c").usable


def test_a_preview_has_every_column_of_its_rows() -> None:
    preview = Preview.of([{"a": 1}, {"b": "", "a": 2}], ["said"])
    assert preview.columns == ("a", "b")
    assert preview.rows == ({"a": 1, "b": None}, {"a": 2, "b": ""})
    assert preview.values("b") == []
    assert preview.notices == ("said",)


@pytest.mark.parametrize(
    ("cell", "expected"), [("Text", True), ("label_text", True), ("en", True), ("a good film", False)]
)
def test_names_of_columns_are_known(cell: str, expected: bool) -> None:
    assert is_usual_column_name(cell) == expected


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        ({"image": "a.png", "phrase": "left"}, {"file": "image", "phrase": "phrase"}),
        ({"img_path": "x/a.JPG", "caption": "A cell."}, {"file": "img_path", "phrase": "caption"}),
        ({"image1": "a.png", "image2": "b.png", "id": 3}, {"file": "image1", "second": "image2", "id": "id"}),
        ({"image": "a.png", "question": "Where?"}, {"file": "image", "question": "question"}),
        ({"image": "a.png", "mask": "a_mask.png", "text": "t"}, {"file": "image", "reference": "mask", "text": "text"}),
    ],
)
def test_a_column_that_names_pictures_makes_them_the_samples(row: Mapping[str, Any], roles: dict[str, str]) -> None:
    assert guess(row) == roles


@pytest.mark.parametrize(
    "row", [{"image": "a.txt", "text": "t"}, {"image": "none", "text": "t"}, {"file": 3, "text": "t"}]
)
def test_a_column_that_is_only_called_so_is_none_of_files(row: Mapping[str, Any]) -> None:
    assert guess(row) == {"text": "text"}


def test_where_texts_alone_are_wanted_files_are_none() -> None:
    rows = [{"image": "a.png", "phrase": "left"}]
    assert guess_columns(Preview.of(rows)).file is None
