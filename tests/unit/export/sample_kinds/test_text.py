"""Pages of texts: HTML without Qt, everything else by the process that draws."""

from pathlib import Path

import pytest

from granview.core.errors import GranViewError
from granview.export.comparison_pages import ComparisonPages
from granview.export.sample_export import SAMPLE_EXPORTS
from granview.export.texts.renderer import PageRenderer
from tests.helpers.scored_texts import mixed_session

TEXT = SAMPLE_EXPORTS.get("text")


def test_html_needs_no_qt_and_pictures_do(tmp_path: Path) -> None:
    no_qt = PageRenderer((str(tmp_path / "no-qt-here"),))
    with mixed_session(tmp_path / "a.granview") as session:
        request = ComparisonPages(session, renderer=no_qt).request("story")
        TEXT.write_page(request, tmp_path / "page.html")
        with pytest.raises(GranViewError, match="did not start"):
            TEXT.write_page(request, tmp_path / "page.png")
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert not (tmp_path / "page.png").exists()
