"""The real process: pages in every format, of any writing, without a screen."""

import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from granview.export.page_content import Detail, LegendEntry
from granview.export.texts.page_content import Bar, Passage, TextColumn, TextFormat, TextPage, TextRun, Words
from granview.export.texts.renderer import PageRenderer
from granview.export.texts.renderer_messages import NotDrawn
from granview.gui.page_renderer.__main__ import _reply
from granview.gui.page_renderer.fonts import Fonts

ORANGE, BLUE = (230, 159, 0), (0, 0, 255)
TEXTS = {
    "english": "Maria Curie met Albert Einstein. " * 8,
    "arabic": "التقت ماري كوري بألبرت أينشتاين في بروكسل " * 8,
    "chinese": "玛丽居里会见了爱因斯坦" * 20,
    "emoji": "I love it 🙂👍🏽 e\u0301 " * 8,
    "markup": "<script>alert(1)</script></td>&lt;<b>bold</b> " * 8,
    "overrides": "\u202eabc \u2067def ghi " * 8,
    "lines": "one\n\n\ttwo\n" * 4,
    "nothing": "",
}


@pytest.fixture(scope="module")
def renderer() -> Iterator[PageRenderer]:
    with PageRenderer() as renderer:
        yield renderer


def _page(text: str, panels: int = 2) -> TextPage:
    marked = Passage((TextRun(text), TextRun("Zealand", (TextFormat(ORANGE, 1.0),), "PLACE"), TextRun(" end")))
    panel = TextColumn("lane", (Detail("2 ms"), Detail("best", True)), (marked, Words("words"), Bar("yes", 0.5, BLUE)))
    return TextPage("page", "about it", (), (panel,) * panels, (LegendEntry("PLACE", ORANGE),), ("a note",), "GranView")


def _picture(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def _share(picture: np.ndarray, color: tuple[int, int, int]) -> float:
    return float((picture == color).all(axis=-1).mean())


@pytest.mark.parametrize("writing", TEXTS)
def test_a_page_of_any_writing_is_a_picture_with_its_marks_and_bars(renderer: PageRenderer, writing: str) -> None:
    picture = _picture(renderer.draw(_page(TEXTS[writing]), ".png"))
    height, width, _ = picture.shape
    assert width == 2 * (2 * 420 + 16 + 2 * 32)
    assert 400 < height < 4_000
    assert _share(picture, ORANGE) > 0.001
    assert _share(picture, BLUE) > 0.0005
    assert 0.5 < _share(picture, (255, 255, 255)) < 0.99


def test_letters_of_a_text_are_really_drawn(renderer: PageRenderer) -> None:
    with_text, without = (_picture(renderer.draw(_page(text), ".png")) for text in ("mm" * 2_000, ""))
    dark = [int((picture.max(axis=-1) < 80).sum()) for picture in (with_text, without)]
    assert dark[0] > 20 * dark[1]
    assert with_text.shape[0] > without.shape[0]


def test_the_same_page_is_the_same_picture(renderer: PageRenderer) -> None:
    page = _page(TEXTS["english"])
    assert renderer.draw(page, ".png") == renderer.draw(page, ".png")


def test_more_than_four_columns_go_on_below(renderer: PageRenderer) -> None:
    sizes = {n: _picture(renderer.draw(_page("short", n), ".png")).shape[:2] for n in (1, 4, 5, 6)}
    assert sizes[4][1] == 2 * (4 * 420 + 3 * 16 + 2 * 32)
    assert sizes[5][1] == sizes[6][1] == 2 * (3 * 420 + 2 * 16 + 2 * 32)
    assert sizes[5][0] == sizes[6][0] > sizes[4][0]
    assert sizes[1][1] >= 2 * 760


def test_a_very_long_page_is_drawn_smaller_rather_than_cut(renderer: PageRenderer) -> None:
    picture = _picture(renderer.draw(_page("line\n" * 1_500), ".png"))
    assert 31_000 < picture.shape[0] < 32_767
    assert _share(picture[-1_000:], ORANGE) > 0


def test_a_letter_that_no_font_has_is_said(renderer: PageRenderer) -> None:
    unassigned = "\U0003fffd"
    assert "no font on this machine" in renderer.draw(_page(unassigned), ".svg").decode()
    assert "no font on this machine" not in renderer.draw(_page("plain"), ".svg").decode()


def test_svg_has_the_words_and_their_font_and_pdf_is_one(renderer: PageRenderer) -> None:
    data = renderer.draw(_page("plain words"), ".svg")
    assert b"@font-face" in data
    svg = ElementTree.fromstring(data)
    words = " ".join("".join(element.itertext()) for element in svg.iter() if element.tag.endswith("text"))
    assert "plain words" in words
    assert renderer.draw(_page("plain words"), ".pdf").startswith(b"%PDF-")


def test_a_module_in_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "granview").mkdir()
    (tmp_path / "granview" / "__init__.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    with PageRenderer() as renderer:
        assert renderer.draw(_page("plain"), ".png").startswith(b"\x89PNG")


@pytest.mark.parametrize("order", [b"\xc1 no order", b""])
def test_an_order_that_is_none_is_replied_to(order: bytes, qapp: QApplication) -> None:
    reply = _reply(order, Fonts())
    assert isinstance(reply, NotDrawn)
    assert reply.message.startswith("The page cannot be drawn: ")
