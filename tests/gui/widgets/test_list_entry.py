"""From a filter into its list and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from granview.gui.widgets.list_entry import ListEntry


@pytest.fixture
def page(qapp: QApplication) -> QWidget:
    root = QWidget()
    rows = QVBoxLayout(root)
    field, listed = QLineEdit(root), QListWidget(root)
    rows.addWidget(field)
    rows.addWidget(listed)
    ListEntry(field, listed)
    root.show()
    root.activateWindow()
    while not root.isActiveWindow():
        qapp.processEvents()
    field.setFocus()
    return root


def test_down_enters_the_list_and_up_on_its_first_row_goes_back(page: QWidget) -> None:
    field, listed = page.findChild(QLineEdit), page.findChild(QListWidget)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.hasFocus(), "there is no row to go to"

    listed.addItems(["a", "b"])
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (listed.hasFocus(), listed.currentRow()) == (True, 0)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentRow() == 1
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert listed.hasFocus()
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert field.hasFocus()

    listed.setCurrentRow(1)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert listed.currentRow() == 1
