import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.singletons import keep_singletons


def test_calls_of_qt_never_use_up_none(qapp: QApplication) -> None:
    widget = QWidget()
    for _ in range(20_000):
        widget.update()
    assert sys.getrefcount(None) > 1 << 30


@pytest.mark.parametrize("thing", [None, True, False, NotImplemented])
def test_references_only_grow(thing: object) -> None:
    before = sys.getrefcount(thing)
    keep_singletons()
    assert sys.getrefcount(thing) >= before
