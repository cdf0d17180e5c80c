"""doccano's exports as JSON lines: spans, classes, texts that a text should become, relations."""

import json
from pathlib import Path
from typing import Any

import pytest

from granview.core.sample import Sample
from granview.core.text import Span, TextReference
from granview.io.sample_search import find_samples
from granview.io.search_events import GuessedColumns, Problem, SearchEvent


def search(path: Path, *rows: dict[str, Any]) -> tuple[list[TextReference | None], list[SearchEvent]]:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    events = list(find_samples([path]))
    samples = [event for event in events if isinstance(event, Sample)]
    return [None if sample.reference is None else sample.reference.text for sample in samples], events


@pytest.mark.parametrize("column", ["label", "labels"])
def test_spans_are_entities_and_an_empty_list_is_none(tmp_path: Path, column: str) -> None:
    first = {"id": 1, "text": "Zoë lebt in Köln", column: [[12, 16, "LOC"], [0, 3, "PER"]], "Comments": []}
    known, events = search(tmp_path / "admin.jsonl", first, {"id": 2, "text": "Niemand", column: []})
    assert [each.entities for each in known if each] == [(Span(0, 3, "PER"), Span(12, 16, "LOC")), ()]
    (guess,) = [event for event in events if isinstance(event, GuessedColumns)]
    assert guess.roles.entities == column


def test_relations_have_entities_with_offsets(tmp_path: Path) -> None:
    entity = {"id": 7, "label": "PER", "start_offset": 0, "end_offset": 3}
    row = {"id": 1, "text": "Ada ran", "entities": [entity], "relations": [{"id": 1, "from_id": 7, "to_id": 7}]}
    known, _ = search(tmp_path / "all.jsonl", row)
    assert [each.entities for each in known if each] == [(Span(0, 3, "PER"),)]


def test_lists_of_names_are_classes(tmp_path: Path) -> None:
    rows = [{"text": f"text {place}", "label": [["good"], ["bad", "long"], []][place % 3]} for place in range(6)]
    known, _ = search(tmp_path / "all.jsonl", *rows)
    assert [each.labels for each in known if each][:3] == [("good",), ("bad", "long"), ()]


def test_one_sentence_each_is_a_target(tmp_path: Path) -> None:
    rows = [{"text": f"A long text {place}.", "label": [f"It was number {place}."]} for place in range(4)]
    known, _ = search(tmp_path / "all.jsonl", *rows)
    assert [each.targets for each in known if each] == [(f"It was number {place}.",) for place in range(4)]


def test_a_span_outside_the_text_costs_its_reference_alone(tmp_path: Path) -> None:
    known, events = search(
        tmp_path / "all.jsonl",
        {"text": "Ada", "label": [[0, 30, "PER"]]},
        {"text": "Bob", "label": [[0, 3, "PER"]]},
        {"text": "Eve", "label": [[0, None, "PER"]]},
    )
    assert [each is None for each in known] == [True, False, True]
    said = [event.error for event in events if type(event) is Problem]
    assert said[0].startswith("all.jsonl: line 1 has an entity from 0 to 30, but 3 characters")
    assert said[1].startswith("all.jsonl: line 3 has an entity without start, end and label")
