"""``granview slices``, and what ``granview export --slice`` writes."""

from pathlib import Path

import polars
import pytest

from granview.api.comparison import Comparison
from granview.cli import main
from granview.store.session import Session
from tests.helpers.scored import scored_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with scored_session(tmp_path / "a.granview", samples=10) as session:
        return session.path


def test_a_slice_is_shown_saved_and_removed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slices", str(path), "--slice", "class=cell, grain<100", "--save", "cells"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("class is cell, grain < 100\n")
    assert "region" in shown
    assert main(["slices", str(path)]) == 0
    assert "cells" in capsys.readouterr().out
    assert main(["slices", str(path), "--slice", "cells"]) == 0
    assert main(["slices", str(path), "--remove", "cells"]) == 0
    assert "No slice is saved" in capsys.readouterr().out.splitlines()[-1]
    assert main(["slices", str(path), "--remove", "cells"]) == 2


def test_columns_are_listed_with_their_values(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slices", str(path), "--columns"]) == 0
    shown = capsys.readouterr().out
    assert "class by poor" in shown
    assert "poor is" in shown
    assert "membrane" in shown


def test_what_is_printed_can_be_pasted_back(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = 'not 4<=grain<8, sample is "s1" or s2, poor is not wrong'
    assert main(["slices", str(path), "--slice", wanted, "--save", "some, and more"]) == 0
    first = capsys.readouterr().out
    assert main(["slices", str(path), "--slice", first.splitlines()[0]]) == 0
    assert capsys.readouterr().out == first
    assert main(["slices", str(path)]) == 0
    assert first.splitlines()[0] in capsys.readouterr().out


def test_a_class_that_is_nowhere_is_refused_with_those_that_there_are(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["slices", str(path), "--slice", "class=cell|nothere"]) == 2
    told = capsys.readouterr().err
    assert "There is no class 'nothere' here. There are: " in told
    assert "membrane" in told
    assert main(["slices", str(path), "--slice", "mark=important"]) == 0


def test_of_units_chosen_by_outcome_it_is_said_why_no_interval_stands_there(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["slices", str(path), "--slice", "poor is right"]) == 0
    shown = capsys.readouterr().out
    assert "chosen by outcome" in shown
    assert "there are no intervals" in shown
    assert " to 0." not in shown


def test_what_cannot_be_asked_ends_with_a_sentence(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slices", str(path), "--slice", "granularity<8"]) == 2
    assert "No task has the column 'granularity'" in capsys.readouterr().err
    assert main(["slices", str(path), "--slice", "class"]) == 2
    assert "is no condition" in capsys.readouterr().err


def test_an_export_of_a_slice_is_of_its_units(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    wanted = "sample=s1|s2, class=cell"
    assert main(["export", str(path), "--out", str(out), "--only", "tables", "session", "--slice", wanted]) == 0
    units = polars.read_csv(out / "units.csv")
    assert set(units["class"]) == {"cell"}
    assert set(units["sample"]) == {"s1", "s2"}
    assert units.filter(polars.col("kind") == "region")["unit"].min() > 0
    assert polars.read_csv(out / "summary.csv")["n"].to_list() == [2, 2]
    assert not (out / "session.granview").exists()


def test_python_has_the_same_slice(path: Path) -> None:
    with Session.open(path, read_only=True) as session:
        found = Comparison(session).slice("class=cell, sample=s1|s2")
        assert found.samples == ("s1", "s2")
        assert set(found.units()["class"]) == {"cell"}
        assert set(found.metrics()["n_samples"]) == {2}
        assert Comparison(session).marks().columns[0] == "sample"
