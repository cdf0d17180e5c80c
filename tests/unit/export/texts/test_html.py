"""HTML pages: one file that a browser's rules accept, and in which nothing from a file is markup."""

import io
from html.parser import HTMLParser

import pytest

from granview.export.page_content import Detail, LegendEntry
from granview.export.texts.html import write_html
from granview.export.texts.page_content import Bar, Passage, TextColumn, TextFormat, TextPage, TextRun, Words

HOSTILE = "</td></div><script>alert('x')</script><img src=x onerror=\"alert(1)\">&lt;\0\ud800\u202e"
_VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page as a browser does, and fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def _page(said: str) -> TextPage:
    look = TextFormat((230, 159, 0), 0.34, about="dashed")
    blocks = (
        Passage((TextRun(said), TextRun(said, (look, TextFormat("bad", is_struck=True)), said)), said),
        Words(said, "warn"),
        Bar(said, 0.25, (1, 2, 3), False, True, said),
        Bar(said, None, "good"),
    )
    panel = TextColumn(said, (Detail(said), Detail(said, True)), blocks)
    return TextPage(said, said, blocks, (panel, panel), (LegendEntry(said, (1, 2, 3)),), (said,), said)


def _html(page: TextPage) -> str:
    buffer = io.BytesIO()
    write_html(page, buffer)
    return buffer.getvalue().decode()


def test_hostile_text_is_text_wherever_it_stands() -> None:
    reader = Reader(_html(_page(HOSTILE)))
    kinds = {tag for tag, _ in reader.tags}
    assert kinds.isdisjoint({"script", "img", "td", "link", "iframe", "svg"})
    assert not any(name.startswith("on") or name in ("src", "href") for _, given in reader.tags for name in given)
    shown = HOSTILE.replace("\0", "␀").replace("\ud800", "\ufffd")
    in_the_page_s_head = 1
    places = repr(_page("said")).count("'said'") + in_the_page_s_head
    named = shown.replace("\u202e", "[U+202E]")
    assert reader.text.count(shown) + reader.text.count(named) == places
    assert reader.text.count("<script>alert('x')</script>") == places
    assert reader.text.count(shown) == repr(_page("said")).count("TextRun(text='said'")


def test_a_page_needs_no_other_file_and_follows_the_reader_s_system() -> None:
    html = _html(_page("plain"))
    assert html.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in html
    assert "http:" not in html
    assert "https:" not in html
    assert "prefers-color-scheme: dark" in html
    assert "url(" not in html


@pytest.mark.parametrize("said", ["القاهرة عاصمة مصر", "北京是中国的首都", "I love it 🙂👍🏽", "e\u0301"])
def test_writing_of_any_kind_stays_and_finds_its_own_direction(said: str) -> None:
    reader = Reader(_html(_page(said)))
    assert said in reader.text
    for tag, given in reader.tags:
        if tag in ("h1", "h2") or "passage" in (given.get("class") or "").split():
            assert given["dir"] == "auto"


def test_stretches_and_bars_have_their_colours_lines_and_lengths() -> None:
    tags = Reader(_html(_page("plain"))).tags
    marks = [given for tag, given in tags if tag == "mark"]
    assert marks[0] == {"class": "about-dashed", "style": "--c:230 159 0;--a:0.34"}
    assert marks[1] == {"class": "struck", "style": "--c:var(--bad);--a:0"}
    assert {given["style"] for _, given in tags if given.get("class") == "fill"} == {"--c:1 2 3;width:25.00%"}
