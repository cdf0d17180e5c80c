"""The cells of one sample joined, by the links of the types of predictions that have any."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPointF

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.model.readout import Readout
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceSide, PredictionLinks, presenter_of


class LinkedArtists:
    """Keeps the links of each type while cells come and go.

    Args:
        background: Where cells are compared.
        on_ready: Called when there is something new to paint.
    """

    def __init__(self, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._background = background
        self._on_ready = on_ready
        self._style = OverlayStyle()
        self._links: dict[str, PredictionLinks | None] = {}

    def show(self, artists: Mapping[str, CellArtist]) -> None:
        """Join the cells of these artists, by key, those of one type with each other."""
        by_type: dict[str, dict[str, DifferenceSide[Any]]] = {name: {} for name in self._links}
        for key, artist in artists.items():
            side = artist.content.side
            if side is not None:
                by_type.setdefault(side.prediction.type_name, {})[key] = side
        for name, sides in by_type.items():
            links = self._links_of(name, sides)
            if links is not None:
                links.show(sides)
                for key in sides:
                    artists[key].join(links)

    def set_style(self, style: OverlayStyle) -> None:
        """Join what is left by these choices from now on."""
        self._style = style
        for links in self._made():
            links.set_style(style)

    def point_at(self, key: str | None, point: QPointF | None) -> bool:
        """Let what lies at a point of a cell stand out in all; whether that is another than before."""
        changes = [links.point_at(key, point) for links in self._made()]
        return any(changes)

    def readouts(self) -> Mapping[str, Readout]:
        """What each cell says of what stands out; empty while nothing does."""
        return {key: readout for links in self._made() for key, readout in links.readouts().items()}

    def _links_of(self, name: str, sides: Mapping[str, DifferenceSide[Any]]) -> PredictionLinks | None:
        if name not in self._links:
            presenter = presenter_of(next(iter(sides.values())).prediction)
            links = self._links[name] = presenter.links(self._background, self._on_ready)
            if links is not None:
                links.set_style(self._style)
        return self._links[name]

    def _made(self) -> list[PredictionLinks]:
        return [links for links in self._links.values() if links is not None]
