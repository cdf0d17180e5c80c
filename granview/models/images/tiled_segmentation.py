"""Segmentation of pictures in tiles, for whichever network: each tile is prepared, run and blended into a label map."""

import itertools
import time
from collections.abc import Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final

import torch

from granview.core.errors import InputError, NotFinite
from granview.core.lane import ModelFacts
from granview.core.measurements import Cost
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.io.freed_memory import hand_back
from granview.models.adapter import (
    DEFAULT_PARAMS,
    NO_WATCHER,
    Adapter,
    Image,
    ModelOutput,
    Size,
    TimedOutput,
    Watcher,
)
from granview.models.images.blended_tiles import BlendedTiles
from granview.models.images.class_values import ClassValues
from granview.models.images.tile_plan import TilePlan, tile_plan, with_tile
from granview.models.images.tiles import Tile
from granview.models.unrun_flops import unrun_flops

_SMALLER_PX: Final = (2048, 1024, 512)
"""Sides of tiles for a picture that does not fit into memory; the last where no forecast can be made."""

_MOST_CHANNELS: Final = 4


@dataclass(frozen=True)
class TiledPictures:
    """Pictures that are run in tiles, one after another.

    Attributes:
        pictures: (H, W, 3) uint8 each.
        plans: The tiles of each.
        params: What was chosen for the run.
    """

    pictures: Sequence[Image]
    plans: Sequence[TilePlan]
    params: RunParams

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, 3, H, W) by the size of the first."""
        return len(self.pictures), 3, *self.plans[0].size


@dataclass
class _Times:
    """Milliseconds, all tiles together."""

    preprocess_ms: float = 0.0
    forward_ms: float = 0.0
    postprocess_ms: float = 0.0


@dataclass(frozen=True)
class _Pass:
    """Tiles of one size that share a pass.

    Attributes:
        places: The row and column of each.
        tiles: The tiles.
    """

    places: list[tuple[int, int]] = field(default_factory=list)
    tiles: list[Tile] = field(default_factory=list)

    @property
    def size(self) -> Size:
        """(height, width) in px."""
        return self.tiles[0].rows.length, self.tiles[0].columns.length


class TiledSegmentation(Adapter[Image, Size]):
    """A segmentation network that is given large pictures in tiles, and all others as it is without this.

    Tiles are prepared as pictures of their own, by the network's own image processor; the next one while this one
    runs. Their logits, or scores, are blended at the picture's own scale (see ``blended_tiles``).

    Args:
        adapter: The network.
        batch_size: How many tiles of one size share a pass at most.
    """

    task = "image-segmentation"

    def __init__(self, adapter: ClassValues, batch_size: int) -> None:
        self._adapter = adapter
        self._batch_size = batch_size
        self._numbers = itertools.count()

    @property
    def facts(self) -> ModelFacts:
        """The network's."""
        return self._adapter.facts

    @facts.setter
    def facts(self, facts: ModelFacts) -> None:
        self._adapter.facts = facts

    def known_now(self) -> ModelFacts:
        """The network's."""
        return self._adapter.known_now()

    @property
    def prepare_s(self) -> float:
        """The network's."""
        return self._adapter.prepare_s

    def batch_key(self, subject: Size) -> Hashable:
        """The network's; no two pictures that are run in tiles by themselves share a pass."""
        if self._plan(subject, DEFAULT_PARAMS).n == 1:
            return self._adapter.batch_key(subject)
        return self._adapter.batch_key(subject), next(self._numbers)

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Any:
        """Pictures to the network's own batch, or where one is run in tiles to pictures that are prepared one by one.

        Raises:
            InputError: tiles were chosen, and the image processor of the network crops what it is given.
        """
        plans = [self._plan((picture.shape[0], picture.shape[1]), params) for picture in sample_input]
        if all(plan.n == 1 for plan in plans):
            return self._adapter.preprocess(sample_input, params)
        if self._adapter.resizing.crops:
            raise InputError(
                "The model's image processor crops the centre of what it is given, so that tiles would have gaps.",
                "Leave --tile out for this model.",
            )
        return TiledPictures(sample_input, plans, params)

    def forward(self, batch: Any, watcher: Watcher = NO_WATCHER) -> Any:
        """The network's output, or within a ``TimedOutput`` the label map of each picture that was run in tiles."""
        if not isinstance(batch, TiledPictures):
            return self._adapter.forward(batch, watcher)
        times = _Times()
        hand_back()
        with ThreadPoolExecutor(1) as pool:
            found = [
                self._label_map(picture, plan, batch.params, times, pool, watcher)
                for picture, plan in zip(batch.pictures, batch.plans, strict=True)
            ]
        hand_back()
        return TimedOutput(found, times.preprocess_ms, times.forward_ms, times.postprocess_ms)

    def prepared_smaller(self, sample_input: Image, params: RunParams) -> TiledPictures | None:
        """A picture in the largest tiles that are forecast to fit.

        None where its image processor brings all to one size, and where a size of tiles was chosen.
        """
        size = (sample_input.shape[0], sample_input.shape[1])
        resizing = self._adapter.resizing
        if resizing.is_done or resizing.crops or task_params(self.task, params)["tile_px"]:
            return None
        plan = self._plan(size, with_tile(params, self.task, self._fitting_px()))
        return TiledPictures([sample_input], [plan], params) if plan.n > 1 else None

    def free_memory_bytes(self) -> int | None:
        """Of the network's device."""
        return self._adapter.free_memory_bytes()

    def forecast_bytes(self, batch: Any, free: int) -> int | None:
        """The network's; tiles are small by themselves."""
        return None if isinstance(batch, TiledPictures) else self._adapter.forecast_bytes(batch, free)

    def give_back_memory(self) -> None:
        """As the network does, and what decoded pictures have left."""
        self._adapter.give_back_memory()
        hand_back()

    def _fitting_px(self) -> int:
        free = self._adapter.free_memory_bytes()
        for side in _SMALLER_PX:
            needed = self._adapter.sample_bytes(side * side)
            if needed is not None and free is not None and needed * self._batch_size <= free:
                return side
        return _SMALLER_PX[-1]

    def warm_up(self, batch: Any) -> None:
        """Runs a batch; of pictures in tiles, one tile of each size."""
        for each in self._of_each_shape(batch):
            self._adapter.warm_up(each)

    def synchronize(self) -> None:
        """Waits until the device has done what it was given."""
        self._adapter.synchronize()

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """Label maps at the samples' own sizes; those of pictures in tiles are there already."""
        if isinstance(output, list):
            return output
        return self._adapter.postprocess(output, subjects, params)

    def count_flops(self, batch: Any) -> int | None:
        """Operations of one sample's forward pass: of a picture in tiles, those of all its tiles, overlaps and all."""
        if not isinstance(batch, TiledPictures):
            return self._adapter.count_flops(batch)
        total = 0
        for tiles in _by_size(batch.plans[0]).values():
            flops = self._flops(self._prepared(batch.pictures[0], tiles[:1], batch.params))
            if flops is None:
                return None
            total += flops * len(tiles)
        self._adapter.warm_up(self._prepared(batch.pictures[0], tiles[:1], batch.params))
        return total

    def _flops(self, data: Any) -> int | None:
        """Of one tile, without running it where that can be."""
        flops = unrun_flops(lambda shapes: self._adapter.call(self._adapter.network, shapes), data)
        return self._adapter.count_flops(data) if flops is None else flops

    def measured_cost(self) -> Cost:
        """The network's."""
        return self._adapter.measured_cost()

    def _plan(self, size: Size, params: RunParams) -> TilePlan:
        return tile_plan(size, self.task, params, self._adapter.resizing)

    def _of_each_shape(self, batch: Any) -> Iterator[Any]:
        if not isinstance(batch, TiledPictures):
            yield batch
            return
        for picture, plan in zip(batch.pictures, batch.plans, strict=True):
            for tiles in _by_size(plan).values():
                yield self._prepared(picture, tiles[: self._batch_size], batch.params)

    def _prepared(self, picture: Image, tiles: Sequence[Tile], params: RunParams) -> Any:
        parts = [picture[tile.rows.start : tile.rows.stop, tile.columns.start : tile.columns.stop] for tile in tiles]
        return self._adapter.preprocess(parts, params)

    def _label_map(
        self,
        picture: Image,
        plan: TilePlan,
        params: RunParams,
        times: _Times,
        pool: ThreadPoolExecutor,
        watcher: Watcher,
    ) -> ModelOutput | NotFinite:
        probability = self._adapter.probability if params.confidence else None
        blended = BlendedTiles(plan.size, plan.rows, plan.columns, len(self.facts.labels), probability)
        done, seen = 0, set[Size]()
        with self._adapter.failing_in_words(), torch.inference_mode():
            for each, data, preprocess_ms in self._prepared_passes(picture, plan, params, pool):
                times.preprocess_ms += preprocess_ms
                watcher.advanced(done, plan.n, "tile")
                if watcher.cancelled():
                    break
                seen.add(_input_size(data))
                output = self._timed_forward(data, times)
                try:
                    self._blend(output, each, blended, times)
                except NotFinite as error:
                    return error
                done += len(each.tiles)
        return ModelOutput(blended.label_map, (_notice(plan, blended, seen),) if plan.n > 1 else ())

    def _prepared_passes(
        self, picture: Image, plan: TilePlan, params: RunParams, pool: ThreadPoolExecutor
    ) -> Iterator[tuple[_Pass, Any, float]]:
        """Each pass with its model input and what that took; the next is prepared while the caller runs this one."""

        def prepare(each: _Pass) -> tuple[Any, float]:
            started = time.perf_counter()
            return self._prepared(picture, each.tiles, params), _ms_since(started)

        passes = list(_passes(plan, self._batch_size))
        pending = pool.submit(prepare, passes[0])
        for each, following in itertools.zip_longest(passes, passes[1:]):
            data, took_ms = pending.result()
            if following is not None:
                pending = pool.submit(prepare, following)
            yield each, data, took_ms

    def _timed_forward(self, data: Any, times: _Times) -> Any:
        started = time.perf_counter()
        output = self._adapter.forward(data)
        self._adapter.synchronize()
        times.forward_ms += _ms_since(started)
        return output

    def _blend(self, output: Any, each: _Pass, blended: BlendedTiles, times: _Times) -> None:
        started = time.perf_counter()
        for place, (row, column) in enumerate(each.places):
            blended.add(row, column, self._adapter.class_values(output, place))
        times.postprocess_ms += _ms_since(started)


def _passes(plan: TilePlan, most: int) -> Iterator[_Pass]:
    """The tiles row by row; neighbours of one size share a pass."""
    found = _Pass()
    for row, rows in enumerate(plan.rows):
        for column, columns in enumerate(plan.columns):
            tile = Tile(rows, columns)
            if found.tiles and (len(found.tiles) == most or (rows.length, columns.length) != found.size):
                yield found
                found = _Pass()
            found.places.append((row, column))
            found.tiles.append(tile)
    yield found


def _by_size(plan: TilePlan) -> dict[Size, list[Tile]]:
    found: dict[Size, list[Tile]] = {}
    for rows, columns in itertools.product(plan.rows, plan.columns):
        found.setdefault((rows.length, columns.length), []).append(Tile(rows, columns))
    return found


def _input_size(data: Any) -> Size:
    """(height, width) of the pixels of model input."""
    pixels = data["pixel_values"] if isinstance(data, dict) else getattr(data, "pixels", data)
    if pixels.shape[-1] <= _MOST_CHANNELS:
        return int(pixels.shape[-3]), int(pixels.shape[-2])
    return int(pixels.shape[-2]), int(pixels.shape[-1])


def _notice(plan: TilePlan, blended: BlendedTiles, seen: set[Size]) -> str:
    """How a picture was run, and how far its tiles agree."""
    height, width = plan.largest
    words = f"Run in {plan.n} tiles of at most {width} x {height} px that overlap by {plan.overlap_px} px"
    down, across = max(seen)
    if (down, across) != (height, width) and len(seen) == 1:
        words += f", each brought to {across} x {down} px"
    agreed = blended.agreed_px / max(blended.shared_px, 1)
    return (
        f"{words}; where two meet they agree on {_percent(agreed)} of px. The network sees no farther than a tile: one "
        "that looks at the whole picture, or normalises over it, says something else in a whole run."
    )


def _percent(share: float) -> str:
    """Never rounded to all."""
    return "100 %" if share == 1 else f"{min(share, 0.9999):.2%}".replace("%", " %")


def _ms_since(started: float) -> float:
    return 1e3 * (time.perf_counter() - started)
