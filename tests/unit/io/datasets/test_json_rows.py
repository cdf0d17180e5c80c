import json
from pathlib import Path
from typing import Any

import pytest

from granview.core.errors import InputError
from granview.io.datasets.json_rows import MAX_JSON_BYTES, read_json, read_json_lines
from granview.io.datasets.row_items import DamagedRecord, Row


def values(path: Path, content: str) -> list[Any]:
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    read = read_json if path.suffix == ".json" else read_json_lines
    return [dict(item.values) for item in read(path) if isinstance(item, Row)]


def test_a_record_per_line_with_whatever_characters(tmp_path: Path) -> None:
    content = '{"text": "a\\nb\\u0000\\ud800 \u2028 😀"}\n\n{"text": "\ud800"}\r\n"alone"'
    assert values(tmp_path / "a.jsonl", content) == [
        {"text": "a\nb\0\ud800 \u2028 😀"},
        {"text": "\ud800"},
        {"text": "alone"},
    ]


def test_damaged_lines_are_told_by_number_and_keep_their_place(tmp_path: Path) -> None:
    deep = "[" * 100_000
    lines = ['{"text": "a"}', '{"text": ', "[1]", "", deep, f'{{"n": {"9" * 5000}}}', '{"text": "b"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    items = list(read_json_lines(tmp_path / "a.jsonl"))
    assert [item for item in items if isinstance(item, DamagedRecord)] == [
        DamagedRecord(2, "is not JSON: expecting value at character 10"),
        DamagedRecord(3, "holds no object with named values"),
        DamagedRecord(5, "nests lists and objects more than 100 deep"),
        DamagedRecord(6, "holds a number that is too long"),
    ]
    assert [(item.record, item.place) for item in items if isinstance(item, Row)] == [(0, 1), (5, 7)]


def test_translations_are_columns_of_their_own(tmp_path: Path) -> None:
    content = '{"id": 1, "translation": {"en": "house", "fr": "maison"}}'
    assert values(tmp_path / "a.jsonl", content) == [{"id": 1, "translation.en": "house", "translation.fr": "maison"}]


RECORDS = [{"text": "a", "label": 1}, {"text": "b", "label": 0}]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS),
        json.dumps({"data": RECORDS}),
        json.dumps({"version": "1", "rows": RECORDS}),
        json.dumps({"text": ["a", "b"], "label": [1, 0]}),
        "\n".join(map(json.dumps, RECORDS)),
    ],
    ids=["list", "data", "rows", "columns", "lines"],
)
def test_the_forms_of_a_json_file(tmp_path: Path, content: str) -> None:
    assert values(tmp_path / "a.json", content) == RECORDS


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', "3", '{"text": "x"} trailing'])
def test_a_json_file_without_records_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"a.json (holds no records|is not JSON)"):
        values(tmp_path / "a.json", content)


def test_a_json_file_that_is_too_large_to_be_read_whole_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(MAX_JSON_BYTES + 1)
    with pytest.raises(InputError, match=r"a.json is larger than 100 MiB"):
        list(read_json(tmp_path / "a.json"))


def squad(*questions: Any, context: Any = "Bonn lies on the Rhine.") -> str:
    return json.dumps(
        {"version": "v2.0", "data": [{"title": "t", "paragraphs": [{"context": context, "qas": questions}]}]}
    )


def test_each_question_of_squad_is_a_row(tmp_path: Path) -> None:
    answers = [{"text": "Bonn", "answer_start": 0}]
    first = {"id": "1", "question": "What lies there?", "answers": answers}
    impossible = {"id": "2", "question": "Who?", "answers": answers, "is_impossible": True}
    unknown = {"id": "3", "question": "Where?"}
    read = values(tmp_path / "a.json", squad(first, impossible, unknown))
    assert [row["context"] for row in read] == ["Bonn lies on the Rhine."] * 3
    assert [row.get("answers") for row in read] == [answers, [], None]
    assert [row["id"] for row in read] == ["1", "2", "3"]


def test_damage_in_squad_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(squad({"id": "1", "question": "Who?"}, 7))
    items = list(read_json(tmp_path / "a.json"))
    assert isinstance(items[0], Row)
    assert items[1] == DamagedRecord(2, "has no context or is no question as SQuAD writes them")
    (tmp_path / "b.json").write_text(squad({"id": "1", "question": "Who?"}, context=None))
    assert [type(item) for item in read_json(tmp_path / "b.json")] == [DamagedRecord]
