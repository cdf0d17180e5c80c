"""Label Studio's tasks of texts, from the file to samples with entities and classes."""

import json
from pathlib import Path
from typing import Any

from granview.core.sample import Sample
from granview.core.text import Span
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem, SearchEvent


def span(start: int, end: int, label: str, text: str) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"type": "labels", "from_name": "ner", "to_name": "text", "value": value}


def choice(*names: str, tag: str = "mood") -> dict[str, Any]:
    return {"type": "choices", "from_name": tag, "to_name": "text", "value": {"choices": list(names)}}


def task(text: str, *results: dict[str, Any]) -> dict[str, Any]:
    return {"id": 1, "data": {"text": text}, "annotations": [{"result": list(results)}]}


def search(path: Path, tasks: list[dict[str, Any]]) -> tuple[list[Sample], list[SearchEvent]]:
    path.write_text(json.dumps(tasks), encoding="utf-8")
    events = list(find_samples([path]))
    return [event for event in events if isinstance(event, Sample)], events


def entities(sample: Sample) -> tuple[Span, ...] | None:
    assert sample.reference is not None
    assert sample.reference.text is not None
    return sample.reference.text.entities


def test_spans_are_entities_and_a_text_without_any_has_none(tmp_path: Path) -> None:
    tasks = [task("Ada lives in Bonn.", span(13, 17, "LOC", "Bonn"), span(0, 3, "PER", "Ada")), task("Nobody is here.")]
    samples, _ = search(tmp_path / "export.json", tasks)
    assert [entities(sample) for sample in samples] == [(Span(0, 3, "PER"), Span(13, 17, "LOC")), ()]
    assert samples[0].reference is not None
    assert set(samples[0].reference.data_set.types) == {"PER", "LOC"}


def test_places_are_counted_in_code_points(tmp_path: Path) -> None:
    samples, events = search(tmp_path / "export.json", [task("😀 in Bonn", span(6, 10, "LOC", "Bonn"))])
    assert entities(samples[0]) == (Span(5, 9, "LOC"),)
    assert not [event for event in events if type(event) is Problem]


def test_choices_are_classes(tmp_path: Path) -> None:
    tasks = [task("Fine.", choice("good")), task("Awful.", choice("bad"))]
    samples, _ = search(tmp_path / "export.json", tasks)
    assert [sample.reference.text.labels for sample in samples if sample.reference and sample.reference.text] == [
        ("good",), ("bad",),
    ]  # fmt: skip


def test_json_min_says_the_same(tmp_path: Path) -> None:
    written = [
        {
            "text": "Ada lives.",
            "id": 1,
            "ner": [{"start": 0, "end": 3, "text": "Ada", "labels": ["PER"]}],
            "annotator": 1,
        }
    ]
    samples, _ = search(tmp_path / "min.json", written)
    assert entities(samples[0]) == (Span(0, 3, "PER"),)


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    cancelled = task("Nothing.") | {"annotations": [{"was_cancelled": True, "result": []}]}
    relation = {"type": "relation", "from_id": "a", "to_id": "b"}
    samples, events = search(tmp_path / "export.json", [task("Ada.", span(0, 3, "PER", "Ada"), relation), cancelled])
    assert [sample.reference is None for sample in samples] == [False, True]
    assert [event.error for event in events if isinstance(event, Notice)] == [
        "Nothing was submitted for 1 task, which have no reference.",
        "Marks of other sorts are left alone: 1 of 'relation'.",
    ]


def test_a_span_that_does_not_fit_costs_the_reference_of_its_text(tmp_path: Path) -> None:
    samples, events = search(tmp_path / "export.json", [task("Ada.", span(0, 3, "PER", "Bob")), task("Bob.")])
    assert samples[0].reference is None
    assert entities(samples[1]) == ()
    assert [
        "record 1 has 'Ada' from 0 to 3, not the entity 'Bob'" in e.error for e in events if type(e) is Problem
    ] == [True]
