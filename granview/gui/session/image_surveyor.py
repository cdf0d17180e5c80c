"""What pictures and masks hold, looked at off the window's thread whenever there are others."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from granview.core.sample import Sample
from granview.gui.background.jobs import Jobs
from granview.gui.model.compared_lanes import wanted_truths
from granview.gui.model.comparison import ComparisonModel
from granview.gui.sample_kind_view import kind_view
from granview.gui.session.document import Document
from granview.gui.session.sample_importer import SampleImporter

if TYPE_CHECKING:
    from granview.core.truth import Truth
    from granview.io.image_survey import ImageSurvey

_Key = frozenset[tuple[str, ...]]

_ANY: Final = ("", "*")
"""Seen where there was no lane: then all that may be a mask was looked at as one."""


class ImageSurveyor(QObject):
    """Looks at the images of the open session once they are there, and again when more have come.

    While there are lanes, what none of them reads as a mask is not looked at as one; where a lane has come since that
    may, it looks again.
    """

    surveyed = Signal(object)
    """``ImageSurvey`` of all images that are here now; None where nothing could be found out."""

    def __init__(
        self, model: ComparisonModel, document: Document, importer: SampleImporter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._jobs = Jobs(1, "image-survey", document.failed.emit, self)
        self._stop = Event()
        self._seen: _Key = frozenset()
        self.latest: ImageSurvey | None = None
        self.is_busy = False
        model.loaded.connect(self.survey)
        importer.finished.connect(self.survey)
        model.lanes.changed.connect(self._on_lanes_changed)
        document.replaced.connect(self._forget)

    def survey(self, *_: object) -> None:
        """Look, unless everything here was looked at already."""
        images = [sample for sample in self._model.samples.all() if kind_view(sample.kind).is_surveyed]
        truths = wanted_truths(self._model.lanes.all()) if images else []
        files = frozenset((s.path, *(each.path for each in s.references)) for s in images)
        compared = {("", each.__name__) for each in truths} or {_ANY}
        if not files or (files <= self._seen and (_ANY in self._seen or compared <= self._seen)):
            return
        self._seen = files | compared
        self._stop.set()
        self._stop = stop = Event()
        self.is_busy = True
        readings = frozenset(self._model.params.image.mask_readings)
        looking = _looking(images, truths, readings, stop)
        self._jobs.start(looking, partial(self._on_done, stop), partial(self._on_failed, stop))

    def close(self) -> None:
        """Stop looking; nothing is told any more."""
        self._stop.set()
        self._jobs.close()

    def _on_lanes_changed(self) -> None:
        """While another session is being shown nothing has been looked at yet: its samples come after its lanes."""
        if self._seen:
            self.survey()

    def _forget(self) -> None:
        self._stop.set()
        self._seen, self.latest, self.is_busy = frozenset(), None, False

    def _on_done(self, stop: Event, survey: "ImageSurvey") -> None:
        if stop.is_set():
            return
        self.is_busy, self.latest = False, survey
        self.surveyed.emit(survey)

    def _on_failed(self, stop: Event, error: Exception) -> None:
        """Nothing is known then, so nothing is asked."""
        if not stop.is_set():
            self.is_busy = False
            self._document.failed.emit(error)
            self.surveyed.emit(None)


def _looking(
    images: list[Sample], truths: "list[type[Truth]]", readings: frozenset[str], stop: Event
) -> "Callable[[], ImageSurvey]":
    def survey() -> "ImageSurvey":
        from granview.io.image_survey import survey_images

        return survey_images(images, lambda: not stop.is_set(), truths, readings)

    return survey
