"""Contents of the cells of a text."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from PySide6.QtCore import QCoreApplication

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.gui.lanes.lane_cells import LaneCells
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.task_titles import passed_over
from granview.gui.model.view_state import TextDifference
from granview.gui.paint.heat import Heat
from granview.gui.presenters.heat_shades import special_share
from granview.gui.presenters.text_classes import lane_names
from granview.gui.presenters.text_content import TARGET_SPACE, TEXT_KEY, Compared, TextContent, lane_space

translate = QCoreApplication.translate

_WORTH_SAYING: Final = 0.05
"""Less weight than this on special tokens is not spoken of."""


class TextCells(LaneCells):
    """Makes contents of what the loader has opened of a text."""

    def cells(self, sample: Sample, lanes: Sequence[Lane], sets: Mapping[str, LabelSet]) -> list[TextContent]:
        """The text itself where no other cell shows it, the reference where there is one, then the lanes."""
        writing = [lane for lane in lanes if lane.writes]
        target = self._target() if writing or not lanes else None
        notice = self._passed_over(sample, lanes)
        reference = [self._reference(sets, target, notice)] if sample.reference is not None else []
        needs_text = bool(writing) and (target is not None or not reference)
        bare = [self._bare(sample, lanes, writing)] if needs_text or not (lanes or reference) else []
        return [*bare, *reference, *(self._lane(sample, lane, sets) for lane in lanes)]

    def _text(self) -> OpenedText | None:
        return cast("OpenedText | None", self._loader.content)

    def _bare(self, sample: Sample, lanes: Sequence[Lane], writing: Sequence[Lane]) -> TextContent:
        """The text alone, shaded by what one of the lanes that write attends to in it."""
        hint = "" if lanes else translate("GridController", "Add a model to see what it makes of this text.")
        hint = self._passed_over(sample, lanes) or hint
        title = translate("GridController", "Text") if lanes else sample.filename
        by_pin = sorted(writing, key=lambda lane: lane.name != self._view.pinned)
        shading = self._explainer.explanations.foremost([lane.name for lane in by_pin])
        words = translate("GridController", "as {lane} attends to it")
        return TextContent(
            TEXT_KEY,
            title,
            words.format(lane=shading) if shading else "",
            heat=self._explainer.explanations.heat(shading),
            message=self._loader.error or hint,
            failed=bool(self._loader.error),
            opened=self._text(),
        )

    def _passed_over(self, sample: Sample, lanes: Sequence[Lane]) -> str:
        """Why a text has no cell of a lane."""
        return "" if lanes else passed_over(sample, self._model.lanes.all())

    def _reference(self, sets: Mapping[str, LabelSet], target: str | None, notice: str) -> TextContent:
        return TextContent(
            REFERENCE_KEY,
            translate("GridController", "Reference"),
            message=self._loader.error or notice,
            is_reference=True,
            failed=bool(self._loader.error),
            opened=self._text(),
            labels=sets.get(REFERENCE_KEY),
            reference=self._loader.reference_text,
            target=target,
        )

    def _lane(self, sample: Sample, lane: Lane, sets: Mapping[str, LabelSet]) -> TextContent:
        found = self._loader.predictions.get(lane.name)
        heat = self._explainer.explanations.heat(lane.name)
        return TextContent(
            **self.lane_fields(sample, lane, sets.get(lane.name), self._explained(lane.name, heat)),
            opened=self._text(),
            prediction=found,
            labels=sets.get(lane.name),
            known_labels=sets.get(REFERENCE_KEY),
            names=lane_names(self._model, sample, lane, self._loader.reference_text),
            reference=self._loader.reference_text,
            partial=self._loader.partials.get(lane.name),
            compared=self._compared(lane.name, found),
            writes=lane.writes,
            heat=heat,
        )

    def _explained(self, lane: str, heat: Heat | None) -> str:
        """What the user must know of a lane's explanation."""
        share = None if heat is None else special_share(heat)
        words = translate("GridController", "{percent} % on special tokens.")
        special = words.format(percent=round(100 * share)) if share is not None and share >= _WORTH_SAYING else ""
        return " ".join(filter(None, (special, self._explainer.message(lane))))

    def _target(self) -> str | None:
        reference = self._loader.reference_text
        return next(iter(reference.targets or ()), None) if reference is not None else None

    def _compared(self, lane: str, prediction: Prediction | None) -> Compared | None:
        """What a written text is compared with; without a choice, what other cells are aligned by."""
        if prediction is None or prediction.written is None:
            return None
        target, pinned = self._target(), self._view.pinned
        if target is not None and self._view.text_difference is not TextDifference.PINNED:
            return Compared(target, TARGET_SPACE)
        other = None if pinned is None or pinned == lane else self._loader.predictions.get(pinned)
        if other is not None and other.written is not None and pinned is not None:
            return Compared(other.written, lane_space(pinned))
        return None
