"""The label maps of one sample joined with its reference: which px of each are right, and the legend of the colours."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.predictions.label_map import LabelMap
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.model.readout import Readout
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.label_map_choices import BY_CLASS, BY_CONFIDENCE, BY_OUTCOME, COLOR_BY
from granview.gui.presenters.pictures.label_map_outcome import Outcome, outcome_of
from granview.gui.presenters.pictures.label_map_painter import LabelMapPainter
from granview.gui.presenters.pictures.label_map_shades import legend_color

translate = QCoreApplication.translate

Side = DifferenceSide[LabelMap]
Outcomes = dict[str, Outcome | None]


class LabelMapLinks:
    """Gives every cell's painter its outcome, where that is wanted.

    Args:
        background: Where maps are compared.
        on_ready: Called when that is done.
    """

    def __init__(self, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._on_ready = on_ready
        self._color_by = BY_CLASS
        self._sides: dict[str, Side] = {}
        self._outcomes: Outcomes = {}
        self._is_compared = False
        self._painters: dict[str, LabelMapPainter] = {}
        self._comparing: Latest[Outcomes] = Latest(background, self._on_compared, self._on_failed)

    def show(self, sides: Mapping[str, DifferenceSide[Any]]) -> None:
        """Join these from now on; they are compared once that is wanted."""
        before, self._sides = self._sides, dict(sides)
        self._painters = {key: painter for key, painter in self._painters.items() if key in sides}
        if before.keys() != sides.keys() or not all(side.is_like(before[key]) for key, side in sides.items()):
            self._comparing.cancel()
            self._outcomes, self._is_compared = {}, False
            self._compare()

    def join(self, key: str, painter: Any) -> None:
        """Let a cell's painter draw what is right, once that is known."""
        if isinstance(painter, LabelMapPainter):
            self._painters[key] = painter
            painter.set_outcome(self._outcomes.get(key))

    def set_style(self, style: OverlayStyle) -> None:
        """Compare where right and wrong are wanted."""
        self._color_by = COLOR_BY.value_in(style.options)
        self._compare()

    def legend(self, key: str) -> Sequence[DifferenceRow]:
        """What the colours mean that are no classes."""
        side = self._sides.get(key)
        if side is None or side.is_reference:
            return ()
        if self._color_by == BY_CONFIDENCE:
            return confidence_rows(side.prediction.confidence is not None)
        return self._outcome_rows(key) if self._color_by == BY_OUTCOME else ()

    def point_at(self, key: str | None, point: QPointF | None) -> bool:
        """Nothing stands out."""
        return False

    def readouts(self) -> Mapping[str, Readout]:
        """None, since nothing stands out."""
        return {}

    def close(self) -> None:
        """Forget what is still being compared."""
        self._comparing.cancel()

    def _outcome_rows(self, key: str) -> Sequence[DifferenceRow]:
        if not any(side.is_reference for side in self._sides.values()):
            words = translate("LabelMapPresenter", "No reference says what is right")
            return (DifferenceRow("", words, None, has_amount=False),)
        outcome = self._outcomes.get(key)
        if outcome is None:
            return ()
        wrong = None if outcome.right is None else 1 - outcome.right
        return (
            DifferenceRow("right", translate("LabelMapPresenter", "Right"), outcome.right),
            DifferenceRow("missed", translate("LabelMapPresenter", "Wrong, hatched"), wrong),
        )

    def _compare(self) -> None:
        reference = next((side for side in self._sides.values() if side.is_reference), None)
        if self._color_by != BY_OUTCOME or self._is_compared or reference is None:
            return
        self._is_compared = True
        lanes = {key: side for key, side in self._sides.items() if not side.is_reference}
        self._comparing.submit(lambda: {key: outcome_of(side, reference) for key, side in lanes.items()})

    def _on_compared(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes
        for key, painter in self._painters.items():
            painter.set_outcome(outcomes.get(key))
        self._on_ready()

    def _on_failed(self, _error: BaseException) -> None:
        """Classes stay drawn; painters say what else is wrong."""
        self._on_ready()


def confidence_rows(is_kept: bool) -> Sequence[DifferenceRow]:
    """What lightness means, or that nothing is known of it."""
    if not is_kept:
        words = translate("LabelMapPresenter", "No confidence was kept: see Preferences")
        return (DifferenceRow("", words, None, has_amount=False),)
    words = translate("LabelMapPresenter", "{percent} % sure")
    ends = ((1.0, "100"), (0.5, "50"), (0.0, "0"))
    return tuple(
        DifferenceRow("", words.format(percent=percent), None, has_amount=False, color=legend_color(part))
        for part, percent in ends
    )
