"""Recipes of all systems can be shown on each, and name what they lack."""

from pathlib import Path

import pytest
from app.layout import SYSTEMS, Layout
from app.recipes import NOT_TRIED, RECIPES, dry_run
from app.steps import Step


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_recipe_is_shown_whole_and_lacks_nothing(
    system: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layout = Layout(tmp_path / "GranView", system, "3.11")

    assert dry_run(layout, tmp_path) == 0

    printed = capsys.readouterr().out
    assert all(step.what in printed for step in RECIPES[system].steps(layout, tmp_path))
    assert "granview-app.json" in printed
    assert ("has not been followed" in printed) is (system in NOT_TRIED)
    assert not layout.folder.exists()


def test_what_is_missing_is_a_problem(tmp_path: Path) -> None:
    assert Step("make", needs=(tmp_path / "none.iss",)).problems() == [f"{tmp_path / 'none.iss'} is missing"]


def test_a_program_that_is_not_there_or_fails_ends_it_in_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="nowhere-to-be-had is not installed: it is needed to make the image"):
        Step("make the image", ("nowhere-to-be-had",)).run(tmp_path)
    with pytest.raises(SystemExit, match="could not make the image"):
        Step("make the image", ("false",)).run(tmp_path)
