"""The table of what samples of each kind are on pages."""

from pathlib import Path

import pytest

from granview.core.errors import GranViewError
from granview.core.sample import Sample
from granview.core.sample_kind import SAMPLE_KINDS
from granview.export.comparison_pages import ComparisonPages
from granview.export.explanation_groups import ExplanationGroup
from granview.export.page_request import PageRequest, PageTools
from granview.export.sample_export import SAMPLE_EXPORTS, SampleExport, page_suffixes
from granview.store.session import Session
from tests.helpers.scored import scored_session


@pytest.mark.parametrize("kind", SAMPLE_KINDS.all())
def test_every_kind_has_pages_in_the_formats_that_it_is_always_written_in(kind: str) -> None:
    export = SAMPLE_EXPORTS.get(kind)
    assert {".png", ".svg", ".pdf"} <= set(export.suffixes)
    assert set(export.always) <= set(export.suffixes) <= page_suffixes()


def test_a_kind_that_draws_no_explanations_need_say_nothing_of_them() -> None:
    class Pages(SampleExport):
        suffixes = (".txt",)

        def write_page(self, request: PageRequest, path: Path) -> None:
            path.write_text(request.sample.name)

    assert not Pages().draws_explanations(ExplanationGroup(Sample("a", ""), "rollout", ()))


def test_what_pages_are_made_with_comes_with_what_is_asked_for(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        request = ComparisonPages(session, 0.25, ["poor"]).request("s0")
        assert request.tools == PageTools(session)
        assert (request.sample.name, [lane.name for lane in request.lanes], request.opacity) == ("s0", ["poor"], 0.25)


def test_a_kind_without_pages_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        monkeypatch.setattr(Session, "samples", lambda _: [Sample("a", "", kind="smell")])
        with pytest.raises(GranViewError, match="no export of samples of the kind 'smell'"):
            ComparisonPages(session).save("a", tmp_path / "a.png")
