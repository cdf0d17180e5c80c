import io
import re
from html.parser import HTMLParser

from granview.export.report.html.write_html import write_html
from tests.helpers.reports import HOSTILE, document_of

VOID = {"meta", "img", "br"}


class Tree(HTMLParser):
    """What a page holds; fails where an element is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []
        self.links += [str(values[name]) for name in ("href", "src") if name in values]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def written(name: str = "unet-small") -> str:
    buffer = io.BytesIO()
    write_html(document_of(name), buffer)
    return buffer.getvalue().decode()


def parsed(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    tree.close()
    assert tree.open == []
    return tree


def test_a_page_is_well_formed_and_fetches_nothing() -> None:
    tree = parsed(written())
    assert "script" not in tree.tags
    assert {"svg", "table", "thead", "img", "dl", "nav", "pre", "mark"} <= set(tree.tags)
    assert all(link.startswith(("#", "data:image/jpeg;base64,")) for link in tree.links)
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", written())


def test_links_of_the_contents_lead_somewhere() -> None:
    tree = parsed(written())
    assert {link[1:] for link in tree.links if link.startswith("#")} <= set(tree.ids)


def test_hostile_names_are_text_everywhere() -> None:
    plain, hostile = parsed(written()), parsed(written(HOSTILE))
    assert plain.tags == hostile.tags
    page = written(HOSTILE)
    assert "<script" not in page
    assert "49" not in "".join(text for text in hostile.texts if "alert" in text)
    assert "\x07" not in page
    assert "␇" in page


def test_the_same_document_is_the_same_file() -> None:
    assert written() == written()


def test_names_cannot_reorder_what_stands_beside_them() -> None:
    page = written("user\u202egnp.exe")
    outside = re.sub(r'<div class="passage.*?</div>', "", page, flags=re.DOTALL)
    assert "user[U+202E]gnp.exe" in outside
    assert "\u202e" not in outside
