"""Asks every lane that is prompted to outline what the user points at, and keeps the prompts in the session."""

from functools import partial

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.sample import Sample
from granview.core.task_trait import traits_of
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.model.prompt_state import PromptState
from granview.gui.model.viewport import Viewport
from granview.gui.session.document import Document
from granview.gui.session.runner import Runner
from granview.store.session import Session


class Prompter(QObject):
    """Follows the viewport's picks while prompts are on: a click adds a point, with Ctrl one that is left out.

    A box that is drawn with Shift is the object's box. Each change runs the sample in the lanes that are prompted, and
    in no other.
    """

    changed = Signal()
    """The prompts of the sample that is shown are others."""

    def __init__(
        self,
        state: PromptState,
        model: ComparisonModel,
        viewport: Viewport,
        runner: Runner,
        document: Document,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._model = model
        self._viewport = viewport
        self._runner = runner
        self._document = document
        self._earlier: list[tuple[ObjectPrompt, ...]] = []
        viewport.picked.connect(self._on_picked)
        viewport.region_picked.connect(self._on_left_out)
        state.changed.connect(self._show)
        model.samples.current_changed.connect(self._on_sample_changed)

    @property
    def prompts(self) -> tuple[ObjectPrompt, ...]:
        """Those of the sample that is shown."""
        sample = self._model.samples.current
        return () if sample is None else sample.prompts

    @property
    def lanes(self) -> list[Lane]:
        """The lanes that are prompted."""
        return [lane for lane in self._model.lanes.all() if traits_of(lane.spec.task).takes_prompts]

    def ask_for(self, phrase: str) -> None:
        """Ask for what a phrase names, as another object."""
        if phrase.strip():
            self._say((*self.prompts, ObjectPrompt(phrase=phrase.strip())))
            self._state.begin_anew()

    def undo(self) -> None:
        """Take back what was said last; of prompts that the session kept, the last point or the last object."""
        now = self.prompts
        if not now:
            return
        earlier = self._earlier.pop() if self._earlier else _shortened(now)
        self._set(earlier)
        if len(earlier) != len(now):
            self._state.begin_anew()

    def clear(self) -> None:
        """Ask for nothing any more in this sample."""
        self._say(())
        self._state.begin_anew()

    def _on_sample_changed(self) -> None:
        self._earlier.clear()
        self._state.begin_anew()
        self._show()

    def _on_picked(self, area: QRectF) -> None:
        if not self._state.is_on:
            return
        if area.isEmpty():
            self._add_point(PointPrompt(area.x(), area.y()))
        else:
            self._add_box((area.left(), area.top(), area.right(), area.bottom()))

    def _on_left_out(self, _cell: str, point: QPointF) -> None:
        if self._state.is_on and self.prompts and not self._state.begins_anew:
            self._add_point(PointPrompt(point.x(), point.y(), adds=False))

    def _add_point(self, point: PointPrompt) -> None:
        if self._state.begins_anew or not self.prompts:
            self._say((*self.prompts, ObjectPrompt((point,))))
        else:
            *before, last = self.prompts
            self._say((*before, last.with_point(point)))
        self._state.begin_anew(False)

    def _add_box(self, box_xyxy: tuple[float, float, float, float]) -> None:
        """A box begins an object, unless the one that was begun has none yet."""
        if self._state.begins_anew or not self.prompts or self.prompts[-1].box_xyxy is not None:
            self._say((*self.prompts, ObjectPrompt(box_xyxy=box_xyxy)))
        else:
            *before, last = self.prompts
            self._say((*before, ObjectPrompt(last.points, box_xyxy, last.phrase)))
        self._state.begin_anew(False)

    def _say(self, prompts: tuple[ObjectPrompt, ...]) -> None:
        """Ask for these, and remember what was asked for before."""
        if not self._document.is_read_only:
            self._earlier.append(self.prompts)
        self._set(prompts)

    def _set(self, prompts: tuple[ObjectPrompt, ...]) -> None:
        sample = self._model.samples.current
        if sample is None or self._document.is_read_only:
            return
        self._model.set_prompts(sample.name, prompts)
        self._document.write(partial(Session.set_prompts, name=sample.name, prompts=prompts))
        self._show()
        asked = self._model.samples.get(sample.name)
        if prompts and asked is not None:
            self._ask(asked)

    def _ask(self, sample: Sample) -> None:
        for lane in self.lanes:
            self._runner.run_sample(lane.name, sample)

    def _show(self) -> None:
        self._viewport.set_prompts(self.prompts if self._state.is_on else ())
        self.changed.emit()


def _shortened(prompts: tuple[ObjectPrompt, ...]) -> tuple[ObjectPrompt, ...]:
    """The prompts without the last point, or without the last object where nothing else says where that is."""
    *before, last = prompts
    points = last.points[:-1]
    if not last.points or not (any(point.adds for point in points) or last.box_xyxy or last.phrase):
        return tuple(before)
    return (*before, ObjectPrompt(points, last.box_xyxy, last.phrase))
