from PySide6.QtCore import QObject

from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports


class SoundViewport(QObject):
    """As a kind of a plug-in would bring it."""


def test_there_is_one_viewport_of_each_class_that_a_kind_asks_for() -> None:
    known = Viewport()
    viewports = Viewports(known)
    assert viewports.get(Viewport) is known
    assert isinstance(viewports.get(SoundViewport), SoundViewport)
    assert viewports.get(SoundViewport) is viewports.get(SoundViewport)
