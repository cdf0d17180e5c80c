"""brat's folders, from the files to entities: parts, relations, what does not fit."""

from pathlib import Path

import pytest

from granview.core.sample import Sample
from granview.core.text import Span
from granview.io.layout import recognise
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem, RefusedReference

TEXT = "Zoë King lebt in Köln und Bonn."
OTHERS = "R1\tLives Arg1:T1 Arg2:T2\nE1\tX:T1\nA1\tNeg T1\n#1\tNote T1\tx\n"
ANN = f"T1\tPER 0 8\tZoë King\nT2\tLOC 17 21;26 30\tKöln Bonn\n{OTHERS}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(ANN, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Niemand.", encoding="utf-8")
    (tmp_path / "b.ann").write_text("", encoding="utf-8")
    (tmp_path / "c.ann").write_text("T1\tPER 0 1\tx\n", encoding="utf-8")
    return tmp_path


def entities(sample: Sample) -> tuple[Span, ...] | None:
    return None if sample.reference is None or sample.reference.text is None else sample.reference.text.entities


def test_says_types_and_what_is_left_alone(folder: Path) -> None:
    known = recognise(folder)
    assert known is not None
    assert (known.title, known.n_inputs, known.classes) == ("brat", 2, ("PER", "LOC"))
    assert {(each.sort, each.n) for each in known.leftovers} == {
        ("relations", 1), ("events", 1), ("attributes", 1), ("notes", 1), (".ann files", 1),
    }  # fmt: skip
    assert known.notes == ("1 entity has several parts; such are read from the first part to the last.",)


def test_entities_of_several_parts_reach_from_the_first_to_the_last(folder: Path) -> None:
    samples = [event for event in find_samples([folder]) if isinstance(event, Sample)]
    assert [entities(sample) for sample in samples] == [(Span(0, 8, "PER"), Span(17, 30, "LOC")), ()]


def test_one_text_by_itself_says_what_is_left_alone(folder: Path) -> None:
    events = list(find_samples([folder / "a.txt"]))
    assert [event.error for event in events if isinstance(event, Notice)] == [
        "a.ann: 1 entity of several parts is read from the first part to the last.",
        "a.ann: 1 relation, 1 event, 1 attribute, 1 note left alone: entities alone are read.",
    ]


def test_folders_of_such_are_splits(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    top = tmp_path_factory.mktemp("corpus")
    folder.rename(top / "dev")
    known = recognise(top)
    assert known is not None
    assert [(split.name, split.n_inputs) for split in known.splits] == [("dev", 2)]
    assert len([event for event in find_samples([top]) if isinstance(event, Sample)]) == 2


@pytest.mark.parametrize(
    ("damaged", "words"),
    [
        ("T1\tPER 0 80\tZoë", "a.ann does not fit its text: T1"),
        ("T1\tPER 0 3\tZoe", "a.ann does not fit its text: T1"),
        ("T1\tPER x 3\tZoë", "a.ann has an entity that is not written as brat does: T1"),
    ],
)
def test_what_does_not_fit_costs_one_reference(folder: Path, damaged: str, words: str) -> None:
    (folder / "a.ann").write_text(damaged, encoding="utf-8")
    (folder / "annotation.conf").touch()
    if recognise(folder) is None:
        assert "x 3" in damaged
    events = list(find_samples([folder / "a.txt", folder / "b.txt"]))
    assert [entities(event) for event in events if isinstance(event, Sample)] == [None, ()]
    (refusal,) = [event for event in events if isinstance(event, RefusedReference)]
    assert refusal.error.startswith(words)
    assert not [event for event in events if type(event) is Problem]


def test_whatever_else_lies_there_is_said_but_for_brats_own_set_up(folder: Path) -> None:
    (folder / "annotation.conf").touch()
    (folder / "scan.pdf").touch()
    known = recognise(folder)
    assert known is not None
    assert [(each.sort, each.example.name) for each in known.leftovers][-1] == (".pdf files", "scan.pdf")
    assert not any(each.example.suffix == ".conf" for each in known.leftovers)


def test_annotations_without_a_text_are_said_where_there_is_no_data_set(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Niemand.")
    for name in ("a.ann", "b.ann"):
        (tmp_path / name).touch()
    said = [event.error for event in find_samples([tmp_path]) if isinstance(event, Problem)]
    assert said == [f"1 file in {tmp_path.name} passed over: no texts (.ann)."]


def test_entities_of_one_identifier_are_all_read_and_said(folder: Path) -> None:
    (folder / "a.ann").write_text("T1\tPER 0 3\tZoë\nT1\tLOC 17 21\tKöln\n", encoding="utf-8")
    known = recognise(folder)
    assert known is not None
    assert known.notes == ("In a.ann several entities are called T1; all are read: number each once.",)
    events = list(find_samples([folder / "a.txt"]))
    assert [entities(event) for event in events if isinstance(event, Sample)] == [
        (Span(0, 3, "PER"), Span(17, 21, "LOC"))
    ]
    assert [event.error for event in events if isinstance(event, Notice)] == [
        "a.ann: several entities are called T1, and all are read: number each once."
    ]
