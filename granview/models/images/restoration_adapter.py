"""Networks that give back a picture: whole or in tiles, from uint8 to uint8."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn

from granview.core.errors import MemoryExhausted, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.restored_picture import Pixels
from granview.core.run_params import RunParams
from granview.core.tile_params import LARGEST_TILE_PX, MOST_WHOLE_PX, TILE_PX
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, Image, ModelOutput, Size, Watcher
from granview.models.device import Placement
from granview.models.finite import not_finite
from granview.models.images.restoration import TASK, input_pictures, restoration_params, restored_output
from granview.models.images.tiles import Tile, Tiling
from granview.models.network_adapter import NetworkAdapter
from granview.scoring.seams import seam_ratio

_LUMA: Final = (0.299, 0.587, 0.114)
"""Of BT.601: what a network that knows grey alone is given of red, green and blue."""

_SEEN: Final = 1.1
"""From this ratio on, seams are said to be there to be seen."""


@dataclass(frozen=True)
class RestorationTraits:
    """What a network that gives back a picture is like.

    Attributes:
        scale: How many times larger it makes each side.
        channels: 3 for colours; 1 for a network that knows grey alone, and is given luminance.
        multiple_px: Tiles begin at multiples of it.
        needs_whole: Whether it must see the whole picture at once, so that it is never run in tiles.
    """

    scale: int = 1
    channels: int = 3
    multiple_px: int = 1
    needs_whole: bool = False


@dataclass(frozen=True)
class PictureBatch:
    """Pictures of one size, and how they are parted.

    Attributes:
        pixels: (N, H, W, 3) uint8, on the CPU.
        tiling: In which tiles they are run.
    """

    pixels: Tensor
    tiling: Tiling


@dataclass(frozen=True)
class RestoredBatch:
    """What a network made of a batch.

    Attributes:
        pixels: (N, H x scale, W x scale, 3) uint8, on the CPU.
        is_finite: (N,) bool: whether all values were numbers.
        tiling: In which tiles it was run.
        size: (height, width) px of what it was given.
    """

    pixels: Tensor
    is_finite: Tensor
    tiling: Tiling
    size: Size


class RestorationAdapter(NetworkAdapter[Image, Size]):
    """A network that takes pictures (N, channels, h, w), 0 to 1, and gives pictures scale times as large.

    Each tile is brought to the device, run, cut and brought back as uint8, so that memory on the device depends on the
    tile alone. A picture that is run whole is a single tile.
    """

    task = TASK

    def __init__(
        self,
        network: nn.Module,
        facts: ModelFacts,
        spec: LaneSpec,
        placement: Placement,
        traits: RestorationTraits,
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.traits = traits

    @abstractmethod
    def restored(self, network: Any, pixels: Tensor) -> Tensor:
        """What the network makes of pixels.

        Args:
            network: The network, compiled or not.
            pixels: (N, channels, h, w) on the device, in the lane's number format, 0 to 1.

        Returns:
            (N, channels, h x scale, w x scale), about 0 to 1.
        """

    def batch_key(self, subject: Size) -> Hashable:
        """Only pictures of one size share a batch."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> PictureBatch:
        """(H, W, 3) uint8 pictures of one size to a batch, each made worse where the run says so."""
        given = np.stack(input_pictures(sample_input, params, self.traits.scale))
        return PictureBatch(self.pinned(torch.from_numpy(given)), self._tiling(params, given.shape[1] * given.shape[2]))

    def forward(self, batch: PictureBatch, watcher: Watcher = NO_WATCHER) -> RestoredBatch:
        """Runs the network over a batch, tile by tile.

        Raises:
            DeviceError: the device's memory is exhausted.
        """
        try:
            restored: RestoredBatch = super().forward(batch, watcher)
        except MemoryExhausted as error:
            smaller = "Run it in smaller tiles" if batch.tiling.tile_px else "Run it in tiles"
            raise error.with_hint(f"{smaller}: set tile_px, such as to 256, or take another device.") from error
        return restored

    def call(self, network: Any, batch: PictureBatch) -> RestoredBatch:
        """What a network makes of a batch from ``preprocess``."""
        n, height, width, _ = batch.pixels.shape
        scale = self.traits.scale
        whole = torch.empty((n, height * scale, width * scale, 3), dtype=torch.uint8)
        is_finite = torch.ones(n, dtype=torch.bool)
        for tile in batch.tiling.tiles(height, width):
            restored = self.restored(network, self._part(batch.pixels, tile))
            is_finite &= torch.isfinite(restored.sum(dim=(1, 2, 3), dtype=torch.float32)).cpu()
            self._keep(restored, tile, whole)
        return RestoredBatch(whole, is_finite, batch.tiling, (height, width))

    def picture_shape(self, batch: PictureBatch) -> tuple[int, int, int]:
        """Pictures, height and width; of a batch that is run in tiles those of a tile."""
        count, height, width, _ = batch.pixels.shape
        most = batch.tiling.tile_px or max(height, width)
        return count, min(height, most), min(width, most)

    def part_of(self, batch: PictureBatch, side_px: int) -> PictureBatch:
        """The upper left square of the first picture."""
        return PictureBatch(batch.pixels[:1, :side_px, :side_px].clone(), Tiling())

    def batch_length(self, batch: PictureBatch) -> int:
        """Pictures in a batch."""
        return len(batch.pixels)

    def postprocess(
        self, output: RestoredBatch, subjects: Sequence[Size], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """The restored pictures, and how much their seams show where they were run in tiles."""
        with self.beside_the_next_pass():
            return self.of_each(
                lambda pixels, is_finite, size: self._says(pixels, is_finite, size, output, params),
                output.pixels.numpy(),
                output.is_finite.tolist(),
                subjects,
            )

    def _tiling(self, params: RunParams, pixels: int) -> Tiling:
        """As chosen; where nothing was, large pictures are run in tiles by themselves."""
        own = restoration_params(params)
        tile_px = own["tile_px"] or (TILE_PX // 2 if pixels > MOST_WHOLE_PX else 0)
        if self.traits.needs_whole or tile_px == LARGEST_TILE_PX:
            return Tiling()
        return Tiling(tile_px, own["overlap_px"], self.traits.multiple_px)

    def _part(self, pixels: Tensor, tile: Tile) -> Tensor:
        part = pixels[:, tile.rows.start : tile.rows.stop, tile.columns.start : tile.columns.stop]
        there = part.to(self.device, non_blocking=True).permute(0, 3, 1, 2).to(torch.float32) / 255
        if self.traits.channels == 1:
            there = (there * there.new_tensor(_LUMA)[:, None, None]).sum(1, keepdim=True)
        return there.to(self.dtype).contiguous()

    def _keep(self, restored: Tensor, tile: Tile, whole: Tensor) -> None:
        """Put what is kept of a tile in its place."""
        scale, rows, columns = self.traits.scale, tile.rows, tile.columns
        kept = restored[
            ...,
            (rows.kept_from - rows.start) * scale : (rows.kept_to - rows.start) * scale,
            (columns.kept_from - columns.start) * scale : (columns.kept_to - columns.start) * scale,
        ]
        levels = (kept.float().clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1)
        whole[
            :,
            rows.kept_from * scale : rows.kept_to * scale,
            columns.kept_from * scale : columns.kept_to * scale,
        ] = levels.cpu()

    def _says(
        self, pixels: Pixels, is_finite: bool, size: Size, output: RestoredBatch, params: RunParams
    ) -> ModelOutput:
        if not is_finite:
            raise not_finite("NaN or infinite")
        notices = (*self._whole_notice(params), *_seam_notice(pixels, output, self.traits.scale))
        return restored_output(pixels, self.traits.scale, size, params, notices)

    def _whole_notice(self, params: RunParams) -> tuple[str, ...]:
        is_wanted = self.traits.needs_whole and restoration_params(params)["tile_px"]
        return ("This network must see the whole picture, and was not run in tiles.",) if is_wanted else ()


def _seam_notice(pixels: Pixels, output: RestoredBatch, scale: int) -> tuple[str, ...]:
    """How much the seams show, where there are any."""
    rows, columns = ([seam * scale for seam in output.tiling.seams(side)] for side in output.size)
    ratio = seam_ratio(pixels, rows, columns)
    if ratio is None:
        return ()
    n = (len(rows) + 1) * (len(columns) + 1)
    seen = ": they may be seen; let tiles overlap more" if ratio > _SEEN else ""
    return (f"Run in {n} tiles; steps of brightness at their seams are {ratio:.2f} times those elsewhere{seen}.",)
