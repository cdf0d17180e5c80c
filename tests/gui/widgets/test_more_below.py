"""The shade below what is scrolled."""

from PySide6.QtWidgets import QApplication, QTextBrowser

from granview.gui.widgets.more_below import MoreBelow
from tests.helpers.canvas import settle


def test_a_shade_lies_on_the_last_line_until_the_end_is_in_view(qapp: QApplication) -> None:
    browser = QTextBrowser()
    shade = MoreBelow(browser)
    browser.resize(200, 100)
    browser.setPlainText("a line\n" * 40)
    browser.show()
    settle(qapp)
    bar, viewport = browser.verticalScrollBar(), browser.viewport()
    assert shade.isVisible()
    assert shade.geometry().bottomLeft() == viewport.rect().bottomLeft()
    bar.setValue(bar.maximum())
    assert shade.isHidden()
    bar.setValue(3)
    browser.resize(200, 160)
    settle(qapp)
    assert shade.isVisible()
    assert shade.geometry().bottom() == viewport.rect().bottom()
    browser.setPlainText("one line")
    settle(qapp)
    assert shade.isHidden()
    browser.close()
