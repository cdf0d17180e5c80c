"""The small pictures of the contact sheet: made when they come into view, the latest asked for first."""

from collections import OrderedDict
from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from granview.core.prediction import Prediction
from granview.gui.background.jobs import Job, Jobs
from granview.gui.contact_sheet.rendering import SheetRequest, read_predictions, reason, rendered
from granview.gui.session.document import Document

_MOST_KEPT: Final = 600
_MOST_WAITING: Final = 48
_AT_A_TIME: Final = 2


class SheetPictures(QObject):
    """Answers for another choice than the present one are dropped.

    Args:
        document: Reads what lanes said.
        jobs: Threads that draw.
        parent: Its owner.
    """

    changed = Signal(str)
    """The sample of which a picture, or the reason why there is none, has come."""

    def __init__(self, document: Document, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = jobs
        self._round = 0
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._errors: dict[str, str] = {}
        self._waiting: OrderedDict[str, SheetRequest] = OrderedDict()
        self._active: dict[str, Job] = {}

    def clear(self) -> None:
        """Something else is to be shown: forget all of it."""
        self._round += 1
        for job in self._active.values():
            job.cancel()
        for held in (self._pictures, self._errors, self._waiting, self._active):
            held.clear()

    def forget(self, name: str) -> None:
        """Something else is said of one sample."""
        self._pictures.pop(name, None)
        self._errors.pop(name, None)
        self.changed.emit(name)

    def get(self, request: SheetRequest) -> QPixmap | None:
        """The picture; None while it is being made, which this call begins, or where there is none."""
        name = request.sample.name
        found = self._pictures.get(name)
        if found is not None:
            self._pictures.move_to_end(name)
        elif name not in self._errors and name not in self._active:
            self._waiting[name] = request
            self._waiting.move_to_end(name)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._go_on()
        return found

    def error(self, name: str) -> str:
        """Why there is no picture, in words; empty while there is no reason."""
        return self._errors.get(name, "")

    def _go_on(self) -> None:
        while self._waiting and len(self._active) < _AT_A_TIME:
            name, request = self._waiting.popitem()
            done, failed = partial(self._draw, self._round, request), partial(self._on_failed, self._round, name)
            self._active[name] = self._document.read(partial(read_predictions, request=request), done, failed)

    def _draw(self, number: int, request: SheetRequest, predictions: Mapping[str, Prediction]) -> None:
        if number != self._round:
            return
        name = request.sample.name
        done, failed = partial(self._on_drawn, number, name), partial(self._on_failed, number, name)
        self._active[name] = self._jobs.start(lambda: rendered(request, predictions), done, failed)

    def _on_drawn(self, number: int, name: str, image: QImage) -> None:
        if number != self._round:
            return
        self._pictures[name] = QPixmap.fromImage(image)
        while len(self._pictures) > _MOST_KEPT:
            self._pictures.popitem(last=False)
        self._end(name)

    def _on_failed(self, number: int, name: str, error: Exception) -> None:
        if number == self._round:
            self._errors[name] = reason(error)
            self._end(name)

    def _end(self, name: str) -> None:
        self._active.pop(name, None)
        self.changed.emit(name)
        self._go_on()
