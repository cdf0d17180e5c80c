"""Every column of every file is described, in words that say how it is measured."""

from pathlib import Path

from granview.report.column_descriptions import COSTS, EXPLAINED, NAMES, UNITS, column_descriptions, descriptions_of
from granview.report.differences import COLUMNS as DIFFERENCE_COLUMNS
from granview.report.explanations import COLUMNS as EXPLANATION_COLUMNS
from granview.report.explanations import SIMILARITY_COLUMNS
from granview.report.results import result_columns
from granview.report.session_contents import SessionContents
from granview.report.summary import summary_columns
from granview.report.units import unit_columns
from granview.tasks.base import TASKS
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import mixed_session


def test_every_column_of_every_file_is_described(tmp_path: Path) -> None:
    for make in (scored_session, mixed_session):
        with make(tmp_path / f"{make.__name__}.granview") as session:
            contents = SessionContents.read(session)
        known = descriptions_of(contents.tasks.values())
        for columns in (result_columns(contents), summary_columns(contents), unit_columns(contents)):
            assert set(columns) <= set(known)
    assert {*EXPLANATION_COLUMNS, *SIMILARITY_COLUMNS, *DIFFERENCE_COLUMNS} <= set(column_descriptions())


def test_descriptions_are_sentences() -> None:
    for name, words in {**NAMES, **COSTS, **UNITS, **EXPLAINED, **column_descriptions()}.items():
        assert len(words.split()) >= 5, name
        assert words.endswith("."), name


def test_costs_name_their_unit() -> None:
    units = {"_ms": "milliseconds", "_ms_p50": "milliseconds", "_ms_p90": "milliseconds", "_mb": "10^6 bytes"}
    units |= {"_per_s": "per second", "_j": "joules", "load_s": "seconds"}
    for name, words in COSTS.items():
        for suffix, unit in units.items():
            if name.endswith(suffix):
                assert unit in words, name


def test_what_tasks_mean_by_one_name_is_told_apart() -> None:
    tasks = [TASKS.get("image-segmentation"), TASKS.get("token-classification")]
    both = descriptions_of(tasks)["score"]
    for task in tasks:
        assert f"{task.title}: {task.unit_score.description}" in both
    assert descriptions_of(tasks[:1])["score"] == tasks[0].unit_score.description
