from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

from granview.gui.background.connections import connect_while


class _Sender(QObject):
    told = Signal(int)


def test_a_function_is_called_while_its_owner_lives() -> None:
    sender, owner, heard = _Sender(), QObject(), []
    connect_while(owner, sender.told, heard.append)
    sender.told.emit(1)
    Shiboken.delete(owner)
    sender.told.emit(2)
    assert heard == [1]
