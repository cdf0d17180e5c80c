"""``Comparison.verdict()``: facts and words of one comparison."""

from pathlib import Path

import pytest

from granview.api.comparison import Comparison
from granview.core.errors import ArgumentError
from granview.report.verdict.pair_facts import Advice
from tests.helpers.ladder_lanes import ladder_session


def test_facts_and_passage_are_of_one_comparison(tmp_path: Path) -> None:
    with ladder_session(tmp_path / "a.granview", samples=12) as session:
        comparison = Comparison(session)
        verdict = comparison.verdict()
        assert str(verdict).startswith(verdict.short.split(". ")[0])
        assert verdict.markdown.startswith("# Verdict: Segmentation")
        assert verdict.facts.pairs[2].advice is Advice.NOT_SHOWN
        assert "未显示差异" in comparison.verdict("zh").short
        wide = comparison.verdict(margin={"miou": 0.6, "score": 0.9999}, against="unet-base")
        assert {pair.larger for pair in wide.facts.pairs} == {"unet-base"}
        assert wide.facts.pairs[0].advice is Advice.ENOUGH
        assert wide.facts.against == "unet-base"


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    with ladder_session(tmp_path / "a.granview", samples=1) as session:
        comparison = Comparison(session)
        with pytest.raises(ArgumentError, match="no language 'fr'"):
            comparison.verdict("fr")
        with pytest.raises(ArgumentError, match="no two lanes of the task 'translation'"):
            comparison.verdict(task="translation")
        with pytest.raises(ArgumentError, match="no lane 'other'"):
            comparison.verdict(against="other")
        with pytest.raises(ArgumentError):
            comparison.verdict(margin=-1.0)
