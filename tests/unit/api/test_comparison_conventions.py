"""Conventions stand beside the numbers: on the command line, in Python, on pages."""

from pathlib import Path

import pytest

from granview.api.comparison import Comparison
from granview.cli import info
from granview.cli.metric_legend import legend_text
from granview.cli.summary import summary_text
from granview.export.comparison_pages import ComparisonPages
from granview.export.picture_page import picture_page
from granview.report.column_descriptions import COSTS, DIFFERENCES, ONE_BY_ONE
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.scored import scored_session
from tests.helpers.scored_instances import instances_session

TASK = TASKS.get("image-segmentation")
SAID = {column.name: column.description for column in TASK.columns}


@pytest.fixture
def session(tmp_path: Path):
    with scored_session(tmp_path / "s.granview", samples=1) as found:
        yield found


def plain(text: str) -> str:
    return " ".join(text.split())


def test_below_a_summary_stands_what_each_metric_is(session: Session) -> None:
    lines = legend_text(session).splitlines()
    for name in ("miou", "dice", "boundary_iou", "boundary_f"):
        (line,) = (line for line in lines if line.split()[0] == name)
        assert SAID[name].startswith(line.removeprefix(name).strip())
    assert lines[-1] == "granview info --columns image-segmentation says more of every column."


def test_what_metrics_have_in_common_stands_once_below_a_summary(session: Session) -> None:
    text = legend_text(session)
    assert plain(text).count("those that only one of them has count as 0") == 1
    assert "miou, dice, boundary_iou, boundary_f: Each class" in plain(text)
    assert len(text.splitlines()) <= 14
    assert max(map(len, text.splitlines())) <= 100


def test_of_many_metrics_those_of_the_summary_are_told_and_the_others_counted(tmp_path: Path) -> None:
    with instances_session(tmp_path / "objects.granview") as objects:
        text = legend_text(objects)
        shown = summary_text(objects).splitlines()[0].split()
    assert {"ap", "f1", "count_error"} <= set(shown)
    assert not {"ar_10", "cost_missed"} & set(shown)
    assert "ar_10" not in text
    assert "further metrics are in summary.csv." in text
    assert len(text.splitlines()) < 30


def test_that_each_metric_is_tested_on_its_own_is_said_with_the_verdicts(session: Session) -> None:
    assert ONE_BY_ONE in plain(legend_text(session))
    assert ONE_BY_ONE in DIFFERENCES["verdict"]


def test_info_tells_every_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert info.main(["--columns"]) == 0
    told = plain(capsys.readouterr().out)
    for name in ("flops", "peak_rss_mb", "energy_j"):
        assert f"{name} {plain(COSTS[name])}" in told
    assert info.main(["--columns", TASK.name]) == 0
    told = plain(capsys.readouterr().out)
    assert f"score {plain(TASK.unit_score.description)}" in told
    assert "bleu" not in told


def test_python_has_the_words_of_every_column(session: Session) -> None:
    found = Comparison(session)
    assert found.column_descriptions["boundary_f"] == SAID["boundary_f"]
    assert set(found.results().columns) | set(found.summary().columns) <= set(found.column_descriptions)


def test_a_page_says_at_its_foot_what_its_metrics_are(session: Session) -> None:
    content = picture_page(ComparisonPages(session).request("s0"))
    assert content.notes == (f"mIoU: {SAID['miou']}", f"Boundary IoU: {SAID['boundary_iou']}")


def test_info_tells_the_parameters_of_a_task_with_what_they_can_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert info.main(["--params", "instance-segmentation", "image-to-image", "image-segmentation"]) == 0
    told = capsys.readouterr().out
    assert "(default: 0.5)." in plain(told)
    assert "jpeg; default: none)." in plain(told)
    assert max(map(len, told.splitlines())) <= 100
    assert info.main(["--params", "token-classification"]) == 0
    assert capsys.readouterr().out == "These tasks have no parameters of their own.\n"
