"""Exports of sessions with texts: what is written, under which names, and what is said when Qt is not there."""

import json
from pathlib import Path

import pytest
from PIL import Image

from granview.core.errors import ArgumentError
from granview.export import output_files
from granview.export.comparison_pages import ComparisonPages
from granview.export.output_files import write_outputs
from granview.export.output_plan import OutputKind
from granview.export.texts.renderer import PageRenderer
from tests.helpers.scored_texts import mixed_session


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_predictions_and_pages_of_texts_are_written_under_their_names(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with mixed_session(tmp_path / "a.granview") as session:
        exported = write_outputs(session, out, parts=[OutputKind.PREDICTIONS, OutputKind.COMPARISON])
    assert exported.problems == []
    names = ("names", "plain", "review", "story")
    assert _files(out) == [
        *(f"comparison/{name}{suffix}" for name in names for suffix in (".html", ".png")),
        "predictions/feel/classes.json",
        "predictions/feel/plain.json",
        "predictions/feel/review.json",
        "predictions/find/classes.json",
        "predictions/find/names.json",
        "predictions/write/plain.json",
        "predictions/write/story.json",
    ]
    assert json.loads((out / "predictions/write/story.json").read_bytes())["generated_text"] == "a story of a cat"
    with Image.open(out / "comparison/story.png") as picture:
        assert picture.width > 1_000
    assert "a story of a cat" not in (out / "comparison/review.html").read_text("utf-8")


def test_a_page_shows_the_lanes_that_take_its_text_alone(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        for sample, lanes in (("names", {"find"}), ("story", {"write"}), ("plain", {"feel", "find", "write"})):
            ComparisonPages(session).save(sample, tmp_path / "page.html")
            html = (tmp_path / "page.html").read_text("utf-8")
            assert {lane for lane in ("feel", "find", "write") if f">{lane}</h2>" in html} == lanes


def test_without_qt_the_html_is_written_and_the_rest_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_files, "PageRenderer", lambda: PageRenderer((str(tmp_path / "no-qt-here"),)))
    with mixed_session(tmp_path / "a.granview") as session:
        exported = write_outputs(session, tmp_path / "out", parts=[OutputKind.COMPARISON], samples=["story", "plain"])
    assert _files(tmp_path / "out") == ["comparison/plain.html", "comparison/story.html"]
    assert [problem.partition(": ")[0] for problem in exported.problems] == [
        "comparison/story.png",
        "comparison/plain.png",
    ]
    assert all("did not start" in problem and ".html" in problem for problem in exported.problems)


@pytest.mark.parametrize(("suffix", "begin"), [(".svg", b"<?xml"), (".pdf", b"%PDF-"), (".html", b"<!DOCTYPE")])
def test_a_page_alone_is_written_in_any_format(tmp_path: Path, suffix: str, begin: bytes) -> None:
    with mixed_session(tmp_path / "a.granview") as session:
        ComparisonPages(session).save("story", tmp_path / f"page{suffix}")
    assert (tmp_path / f"page{suffix}").read_bytes().startswith(begin)


def test_a_format_that_nobody_knows_is_refused_in_words(tmp_path: Path) -> None:
    with (
        mixed_session(tmp_path / "a.granview") as session,
        pytest.raises(ArgumentError, match=r"Name it \.html, \.png"),
    ):
        ComparisonPages(session).save("story", tmp_path / "page.gif")
