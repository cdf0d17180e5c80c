"""The depth maps of one sample on one scale of colours, where they can be brought to one; legends say which."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.predictions.depth_map import DepthMap
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.model.readout import Readout
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.depth_map_painter import FAR, NEAR, DepthMapPainter
from granview.scoring.depth_alignment import Alignment, alignment
from granview.scoring.depth_colors import DepthShade, metric_shade, own_shade, sampled

translate = QCoreApplication.translate

Side = DifferenceSide[DepthMap]
Shades = dict[str, DepthShade]


def shades_of(sides: Mapping[str, Side]) -> Shades:
    """The scale of each depth map.

    With a reference, all are drawn on its scale in metres: those of metres as they are, others after they were aligned
    to it. Without one, those of metres share a scale, and others have their own.
    """
    reference = next((side.prediction for side in sides.values() if side.is_reference), None)
    if reference is not None:
        shared = replace(metric_shade([reference.values]), is_shared=len(sides) > 1)
        return {key: _on_scale(side.prediction, reference, shared) for key, side in sides.items()}
    metric = [side.prediction.values for side in sides.values() if side.prediction.is_metric]
    of_metres = metric_shade(metric) if metric else None
    return {
        key: of_metres
        if of_metres is not None and side.prediction.is_metric
        else own_shade(side.prediction.values, side.prediction.kind)
        for key, side in sides.items()
    }


def _on_scale(depth: DepthMap, reference: DepthMap, shared: DepthShade) -> DepthShade:
    own = own_shade(depth.values, depth.kind)
    if depth.is_metric:
        return shared
    if depth.size != reference.size:
        return own
    values, metres = sampled(depth.values).ravel(), sampled(reference.values).ravel()
    is_known = np.isfinite(metres) & np.isfinite(values)
    found = alignment(values[is_known], metres[is_known], depth.is_inverse)
    return own if found is None else replace(shared, alignment=found)


class DepthMapLinks:
    """Gives every cell's painter its scale.

    Args:
        background: Where depth maps are aligned.
        on_ready: Called when that is done.
    """

    def __init__(self, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._on_ready = on_ready
        self._sides: dict[str, Side] = {}
        self._shades: Shades = {}
        self._painters: dict[str, DepthMapPainter] = {}
        self._aligning: Latest[Shades] = Latest(background, self._on_aligned, self._on_failed)

    def show(self, sides: Mapping[str, DifferenceSide[Any]]) -> None:
        """Bring these to one scale, in the background."""
        before, self._sides = self._sides, dict(sides)
        self._painters = {key: painter for key, painter in self._painters.items() if key in sides}
        if before.keys() == sides.keys() and all(side.is_like(before[key]) for key, side in sides.items()):
            return
        self._shades = {}
        if not sides:
            self._aligning.cancel()
            return
        asked = dict(sides)
        self._aligning.submit(lambda: shades_of(asked))

    def join(self, key: str, painter: Any) -> None:
        """Let a cell's painter draw on its scale, once that is known."""
        if isinstance(painter, DepthMapPainter):
            self._painters[key] = painter
            if key in self._shades:
                painter.set_shade(self._shades[key])

    def set_style(self, style: OverlayStyle) -> None:
        """Scales do not depend on it."""

    def legend(self, key: str) -> Sequence[DifferenceRow]:
        """What the colours at both ends stand for, and whose scale it is."""
        shade = self._shades.get(key)
        return () if shade is None else _rows(shade)

    def point_at(self, key: str | None, point: QPointF | None) -> bool:
        """Nothing stands out."""
        return False

    def readouts(self) -> Mapping[str, Readout]:
        """None, since nothing stands out."""
        return {}

    def close(self) -> None:
        """Forget what is still being aligned."""
        self._aligning.cancel()

    def _on_aligned(self, shades: Shades) -> None:
        self._shades = shades
        for key, painter in self._painters.items():
            painter.set_shade(shades.get(key))
        self._on_ready()

    def _on_failed(self, _error: BaseException) -> None:
        """Each stays on its own scale; painters say what else is wrong."""
        self._on_ready()


def _rows(shade: DepthShade) -> list[DifferenceRow]:
    near, far = translate("DepthMapPresenter", "Near"), translate("DepthMapPresenter", "Far")
    if shade.alignment is not None:
        metres = translate("DepthMapPresenter", "{place}, {distance} m")
        near = metres.format(place=near, distance=f"{shade.low:.3g}")
        far = metres.format(place=far, distance=f"{shade.high:.3g}")
    ends = [DifferenceRow("", text, None, has_amount=False, color=color) for text, color in ((near, NEAR), (far, FAR))]
    return [*ends, DifferenceRow("", _whose(shade), None, has_amount=False)]


def _whose(shade: DepthShade) -> str:
    """Whose scale it is."""
    if shade.alignment is None:
        return translate("DepthMapPresenter", "Own scale: not comparable")
    words = {
        (True, True): translate("DepthMapPresenter", "One scale, aligned to the reference"),
        (True, False): translate("DepthMapPresenter", "One scale, in metres"),
        (False, True): translate("DepthMapPresenter", "Aligned to the reference"),
        (False, False): translate("DepthMapPresenter", "In metres"),
    }
    return words[shade.is_shared, shade.alignment != Alignment()]
