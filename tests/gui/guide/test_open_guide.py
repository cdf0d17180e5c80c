"""Help opens the page about what has the focus: the site in a browser, or a checkout's Markdown in the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from granview.core.registry import Registry
from granview.core.resources import resource_path
from granview.gui.dialogs import dialog_page
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.keyboard import KeyboardDialog
from granview.gui.guide import open_guide as opening
from granview.gui.guide.guide_pages import FIRST_COMPARISON, FIRST_PAGE, WINDOW_PAGE, guide_page, html_name
from granview.gui.guide.guide_viewer import GuideViewer, slug
from granview.gui.guide.open_guide import open_guide
from granview.gui.panel import PANELS
from tests.helpers.shell import open_bench

DOCS = resource_path().parent / "docs"


@pytest.fixture
def no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a checkout in which nobody has built the site."""
    monkeypatch.setattr(opening, "guide_page", lambda name: guide_page(name, site=tmp_path / "none"))


def headings(page: Path) -> set[str]:
    lines = page.read_text(encoding="utf-8").splitlines()
    return {slug(line.lstrip("#").strip()) for line in lines if line.startswith("#")}


def dialogs() -> list[type[Page]]:
    Registry("granview.gui.dialogs", "dialog").all()
    waiting, known = [Page], []
    while waiting:
        waiting += (kinds := waiting.pop().__subclasses__())
        known += kinds
    return known


def test_every_panel_and_dialog_names_a_page_and_a_heading_that_are_there() -> None:
    names = {kind.guide for kind in (*PANELS.all().values(), *dialogs())} | {FIRST_PAGE, FIRST_COMPARISON, WINDOW_PAGE}
    assert len(names) > 15
    for name in names:
        path, _, heading = name.partition("#")
        assert (DOCS / path).is_file(), name
        assert not heading or heading in headings(DOCS / path), name


def test_the_site_comes_before_the_markdown_and_a_folder_s_first_page_is_its_index(tmp_path: Path) -> None:
    built = tmp_path / "guide" / "window.html"
    built.parent.mkdir()
    built.write_text("")

    page = guide_page("guide/window.md#keys", site=tmp_path)

    assert page is not None
    assert (page.path, page.is_site, page.url().fragment()) == (built, True, "keys")
    assert html_name("extending/README.md") == "extending/index.html"
    assert guide_page("guide/window.md", site=tmp_path / "none", source=tmp_path / "none") is None


def test_a_newcomer_s_pages_are_in_the_window_s_language(tmp_path: Path) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.Chinese))
        page = guide_page(FIRST_COMPARISON, site=tmp_path)
        other = guide_page(WINDOW_PAGE, site=tmp_path)
    finally:
        QLocale.setDefault(before)
    assert page is not None
    assert page.path == DOCS / "zh" / "first-comparison.md"
    assert other is not None
    assert other.path == DOCS / "guide" / "window.md"


def test_the_browser_gets_the_site_and_what_it_cannot_show_is_said(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = tmp_path / "index.html"
    built.write_text("")
    monkeypatch.setattr(opening, "guide_page", lambda name: guide_page(name, site=tmp_path))
    shown: list[QUrl] = []
    parent = QLineEdit()

    assert open_guide(FIRST_PAGE, parent, lambda url: not shown.append(url)) is None
    assert shown == [QUrl.fromLocalFile(str(built))]
    viewer = open_guide(FIRST_PAGE, parent, lambda _: False)
    assert isinstance(viewer, GuideViewer)
    assert str(built) in viewer.hint.text()

    monkeypatch.setattr(opening, "guide_page", lambda _: None)
    missing = open_guide(FIRST_PAGE, parent)
    assert isinstance(missing, GuideViewer)
    assert "python packaging/dev.py docs" in missing.hint.text()
    assert not missing.text.isVisible()


@pytest.mark.usefixtures("no_site")
def test_markdown_is_shown_from_its_heading_and_links_lead_on_and_back(qapp: QApplication) -> None:
    parent = QLineEdit()
    viewer = open_guide("guide/window.md#keys", parent)
    assert isinstance(viewer, GuideViewer)
    text = viewer.text
    qapp.processEvents()

    assert text.textCursor().block().text() == "Keys"
    assert text.verticalScrollBar().value() > 0
    text.setSource(text.source().resolved(QUrl("verdict.md")))
    assert "The verdict" in text.toPlainText()[:40]
    text.setSource(text.source().resolved(QUrl("../../pyproject.toml")))
    assert text.source().fileName() == "verdict.md"
    text.backward()
    assert text.source().fileName() == "window.md"


@pytest.mark.usefixtures("no_site")
def test_f1_opens_the_page_of_the_panel_or_dialog_that_has_the_focus(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    bench = open_bench(qapp, tmp_path)
    window = bench.work.window
    monkeypatch.setattr("granview.gui.commands.dialog_commands.open_guide", lambda name, _: opened.append(name))
    monkeypatch.setattr(dialog_page, "open_guide", lambda name, _: opened.append(name))

    window.activateWindow()
    for name in ("verdict", "explain"):
        window.docks.show_panel(name)
        panel = window.docks.panels[name]
        inside = panel.findChildren(QWidget)[-1]
        monkeypatch.setattr(QApplication, "focusWidget", lambda inside=inside: inside)
        QTest.keyClick(window, Qt.Key.Key_F1)
    window.actions_by_name["first-comparison"].trigger()
    dialog = KeyboardDialog([], window)
    dialog.show()
    dialog.buttons.helpRequested.emit()

    assert opened == ["guide/verdict.md", "guide/explanations.md", FIRST_COMPARISON, "guide/window.md#keys"]
    bench.close()
