"""How the grey values of pictures are shown: one choice for all pictures of a comparison, of the view alone.

What models get does not depend on it; that is ``ImageParams.range``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import msgspec
from PySide6.QtCore import QObject, QPointF, Signal

from granview.core.image_params import ImageRange
from granview.core.pixel_size import PixelSize

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_GAMMA: Final = 0.2
MOST_GAMMA: Final = 5.0


class Tone(msgspec.Struct, frozen=True):
    """The window level and gamma, and which channel is shown.

    Attributes:
        window: The values that are shown black and white, in the file's own numbers; None: as models get them.
        gamma: A value v of 0 to 1 between them is shown as v to the power of 1/gamma; above 1 it lightens.
        channel: The name of the one channel that is shown, in grey; empty: as models get the picture.
    """

    window: ImageRange | None = None
    gamma: float = 1.0
    channel: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether pictures are shown as models get them."""
        return self == PLAIN


PLAIN: Final = Tone()


@dataclass(frozen=True, eq=False)
class PictureSource:
    """What is known of the file of the picture that is shown.

    Attributes:
        path: The sample's path, with the address of its page.
        values: (H, W, C) of the file's own type of number; None where they are those that are shown, or not read.
        levels: ``values`` at halves of halves, for painting from afar, the full size first.
        channels: A short name for each channel.
        full: The range of the type of number.
        is_as_shown: Whether the values are those that are shown, 8 bits of grey or RGB.
        pixel_size: How large a px is, where the file says so.
        histograms: For each channel, and for all under an empty name, how its values are spread.
    """

    path: str
    values: "NDArray[Any] | None"
    levels: "Sequence[NDArray[Any]]"
    channels: tuple[str, ...]
    full: ImageRange
    is_as_shown: bool
    pixel_size: PixelSize | None
    histograms: "dict[str, Histogram]" = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Histogram:
    """How the values of a picture are spread.

    Attributes:
        counts: (256,) how many values lie in each of as many equal parts of ``span``.
        span: From the smallest value to the largest.
        percentiles: Values below which 0.1, 1, 99 and 99.9 % lie.
    """

    counts: "NDArray[np.int64]"
    span: tuple[float, float]
    percentiles: tuple[float, float, float, float]


class PictureTone(QObject):
    """The choice, and the file of the picture that it is applied to.

    Attributes:
        error: Why that file could not be read, in words; empty while there is no reason.
    """

    changed = Signal()
    """Another choice: pictures look different."""

    page_changed = Signal()
    """Another page of the file is to be shown."""

    source_changed = Signal()
    """More, or something else, is known of the file of the picture that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tone = PLAIN
        self._page = ""
        self.error = ""
        self._source: PictureSource | None = None
        self._model_range: ImageRange | None = None

    @property
    def tone(self) -> Tone:
        """What is chosen."""
        return self._tone

    @property
    def source(self) -> PictureSource | None:
        """The file of the picture that is shown; None while it is not read."""
        return self._source

    def choose(self, tone: Tone) -> None:
        """Show pictures so from now on."""
        if tone != self._tone:
            self._tone = tone
            self.changed.emit()

    @property
    def page(self) -> str:
        """The path of the page that is shown in the place of the sample's own; empty: its own."""
        return self._page

    def show_page(self, path: str) -> None:
        """Show another page of the file, until another sample is shown; empty: the sample's own."""
        if path != self._page:
            self._page = path
            self.page_changed.emit()

    @property
    def is_plain(self) -> bool:
        """Whether pictures are shown as models get them."""
        return self._tone.is_plain and not self._page

    def set_source(self, source: PictureSource | None, model_range: ImageRange | None, error: str = "") -> None:
        """Take over the file of the picture that is shown, and the range in which models get it, if one is chosen."""
        after = (source, model_range, error)
        if after != (self._source, self._model_range, self.error):
            self._source, self._model_range, self.error = after
            self.source_changed.emit()

    @property
    def channel(self) -> str:
        """The channel that is shown; empty where the picture has none of the name that is chosen."""
        known = () if self._source is None else self._source.channels
        return self._tone.channel if self._tone.channel in known else ""

    @property
    def model_window(self) -> ImageRange:
        """The values that become black and white in what models get; 8 bits are given as they are."""
        if self._source is None or self._source.values is None:
            return ImageRange(0, 255)
        chosen = self._model_range if len(self._source.channels) == 1 else None
        return chosen or self._source.full

    @property
    def window(self) -> ImageRange:
        """The values that are shown black and white."""
        return self._tone.window or self.model_window

    def values_at(self, point: QPointF, picture: Any) -> tuple[float, ...]:
        """The file's own values of a px; empty outside the picture and where they are not known.

        Args:
            point: In image px.
            picture: What is shown, of which the values are taken where they are the file's.
        """
        source, row, column = self._source, math.floor(point.y()), math.floor(point.x())
        if source is None or picture is None or not (0 <= row < picture.height and 0 <= column < picture.width):
            return ()
        if source.values is not None:
            return tuple(source.values[row, column].tolist())
        if not source.is_as_shown:
            return ()
        blue, green, red = (int(value) for value in picture.levels[0].array[row, column, :3])
        return (red, green, blue) if len(source.channels) == 3 else (red,)
