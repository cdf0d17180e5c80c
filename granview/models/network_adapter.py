"""What adapters share that run one torch network: where it is, how it is called, what it costs."""

import gc
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from math import prod
from typing import Any, ClassVar, Final

import msgspec
import torch
from torch import Tensor, nn

from granview.core.errors import NotFinite, UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost
from granview.models.adapter import NO_WATCHER, Adapter, ModelOutput, SampleInputT, SubjectT, Watcher
from granview.models.compile_clock import CompileClock
from granview.models.device import Placement
from granview.models.finite import why_not_finite
from granview.models.fp32_products import multiplying_as, refuse_tf32
from granview.models.live_bytes import peak_bytes
from granview.models.operation_counter import operation_counter
from granview.models.pass_forecast import MARGIN, PassGrowth, measure_growth
from granview.models.ran_as import facts_after
from granview.models.recipe import Applied, Engine, with_recipes
from granview.models.threads import one_thread
from granview.models.variant import DTYPES, compiled, prepare, readable_error


class NetworkAdapter(Adapter[SampleInputT, SubjectT]):
    """A network on its device, in its number format.

    Args:
        network: The network with its weights, in the lane's number format.
        facts: What is known of it.
        spec: The lane's specification.
        placement: Where it runs.

    Attributes:
        network: The network on its device, in its number format, in evaluation mode; not compiled.
        device: Where it is.
        dtype: Its number format.
        runs_forward_alone: Whether a pass calls the network and nothing of its parts, so that something else may
            compute it: an engine of another library, ``torch.compile``.
    """

    runs_forward_alone: ClassVar[bool] = True

    def __init__(self, network: nn.Module, facts: ModelFacts, spec: LaneSpec, placement: Placement) -> None:
        refuse_tf32(spec.variant, placement.device)
        self.device = placement.device
        self.dtype = DTYPES[spec.variant.precision]
        self.network, applied = with_recipes(
            prepare(network, spec.variant, placement.device), spec.variant, placement.device
        )
        self.facts = facts_after(facts, self.network, spec.variant, applied)
        self._variant = spec.variant
        self._engine = self._only_engine(applied)
        self._clock = CompileClock() if spec.variant.compiled else None
        self._run = self._engine or compiled(self.network, spec.variant)
        self._engine_notices: tuple[str, ...] = ()
        self._side_stream = _new_stream(placement.device)
        self._growth: PassGrowth | None = None

    @abstractmethod
    def call(self, network: Any, batch: Any) -> Any:
        """What a network, compiled or not, returns for a batch from ``preprocess``."""

    @abstractmethod
    def batch_length(self, batch: Any) -> int:
        """Samples in a batch."""

    def forward(self, batch: Any, watcher: Watcher = NO_WATCHER) -> Any:
        """Runs the network on a batch; returns what the network returned, on the device."""
        with self.failing_in_words(), torch.inference_mode(), multiplying_as(self._variant, self.device):
            output = self.call(self._run, batch)
        self._refuse_if_nothing_was_prepared()
        return output

    def known_now(self) -> ModelFacts:
        """The facts, with how the network really runs as its passes have shown it."""
        ran = self.facts.ran
        if ran is None or (self._engine is None and self._clock is None):
            return self.facts
        if self._engine is None:
            return msgspec.structs.replace(self.facts, ran=msgspec.structs.replace(ran, prepare_s=self.prepare_s))
        known = [words for words in self.facts.notices if words not in self._engine_notices]
        self._engine_notices = self._engine.notices
        return msgspec.structs.replace(self.facts, ran=self._engine.ran(ran), notices=(*known, *self._engine_notices))

    @property
    def prepare_s(self) -> float:
        """Seconds of compiling or exporting so far."""
        if self._engine is not None:
            return self._engine.prepare_s
        return 0.0 if self._clock is None else self._clock.seconds

    @property
    def why_not_explained(self) -> str:
        """Why nothing can be explained of what this lane computes, as a sentence; empty where it can."""
        if self._engine is not None:
            return self._engine.why_not_explained
        return str(getattr(self.network, "why_not_explained", ""))

    def part_of(self, batch: Any, side_px: int) -> Any | None:
        """The upper left square of the first picture of a batch, as a batch; None for what is no batch of pictures."""
        return batch[:1, :, :side_px, :side_px].clone() if _is_of_pictures(batch) else None

    def picture_shape(self, batch: Any) -> tuple[int, int, int] | None:
        """Pictures, height and width of a batch; None for what is no batch of pictures."""
        return (len(batch), *batch.shape[2:]) if _is_of_pictures(batch) else None

    def free_memory_bytes(self) -> int | None:
        """On a GPU what the driver has, and what torch's allocator keeps for later."""
        if self.device.type != "cuda":
            return super().free_memory_bytes()
        kept = torch.cuda.memory_reserved(self.device) - torch.cuda.memory_allocated(self.device)
        return int(torch.cuda.mem_get_info(self.device)[0]) + kept

    def forecast_bytes(self, batch: Any, free: int) -> int | None:
        """As ``granview.models.pass_forecast`` says, for pictures that may be large."""
        shape = self.picture_shape(batch)
        if shape is None or prod(shape) * _CHANNELS_AT_MOST * self.dtype.itemsize < _SURE_SHARE * free:
            return None
        if self._growth is None:
            self._growth = self._measured_growth(batch, min(shape[1:]))
        if self._growth is None:
            return None
        count, height, width = shape
        return round(MARGIN * count * self._growth.peak_bytes(height * width))

    def sample_bytes(self, pixels: int) -> int | None:
        """Memory of a pass over one picture of so many px, in bytes; None where no forecast was made before."""
        return None if self._growth is None else round(MARGIN * self._growth.peak_bytes(pixels))

    def _measured_growth(self, batch: Any, largest_px: int) -> PassGrowth | None:
        """None where the network cannot run small parts, such as one with positions for one size alone."""

        def peak_of(side_px: int) -> int:
            part = self.part_of(batch, side_px)  # a copy: of a view, all that it is a view of would be counted
            with torch.inference_mode():
                return peak_bytes(lambda: self.call(self.network, part))

        try:
            return measure_growth(peak_of, largest_px)
        except Exception:  # noqa: BLE001  the pass itself will say what is wrong, if anything is
            return None

    def give_back_memory(self) -> None:
        """Lets go of unreachable tensors, and of the blocks that CUDA's allocator keeps for later."""
        gc.collect()
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def synchronize(self) -> None:
        """Waits until the device has done what it was given."""
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)

    def count_flops(self, batch: Any) -> int | None:
        """Operations of one sample's forward pass, by torch's counter; None where it meets what it cannot count."""
        counter = operation_counter()
        try:
            with torch.inference_mode(), counter:
                self.call(self.network, batch)
        except RuntimeError:
            return None
        return int(counter.get_total_flops()) // self.batch_length(batch) or None

    def measured_cost(self) -> Cost:
        """The most CUDA memory that torch held, where the model runs on CUDA."""
        if self.device.type != "cuda":
            return Cost()
        return Cost(peak_cuda_mb=torch.cuda.max_memory_allocated(self.device) / 1e6)

    def pinned(self, batch: Tensor) -> Tensor:
        """The batch where it can be copied to the device without waiting."""
        return batch.pin_memory() if self.device.type == "cuda" else batch

    @contextmanager
    def beside_the_next_pass(self) -> Iterator[None]:
        """Within it, work on what the network gave uses one core, and a stream of its own on a GPU."""
        with (
            self.failing_in_words(),
            one_thread(),
            torch.inference_mode(),
            torch.cuda.stream(self._side_stream),
        ):
            yield

    def of_each(self, says: Callable[..., ModelOutput], *columns: Iterable[Any]) -> list[ModelOutput | NotFinite]:
        """What is said of each sample of a batch, so that one whose values are no numbers spoils no other.

        Args:
            says: Makes a sample's answer; raises ``NotFinite`` where nothing can be told.
            columns: Its arguments, one entry for each sample.
        """
        return [self._output_or_error(says, *sample) for sample in zip(*columns, strict=True)]

    def _output_or_error(self, says: Callable[..., ModelOutput], *sample: Any) -> ModelOutput | NotFinite:
        try:
            with self.failing_in_words():
                return says(*sample)
        except NotFinite as error:
            return error

    def _only_engine(self, applied: Sequence[Applied]) -> Engine | None:
        """The engine of the variant.

        Raises:
            UnsupportedModel: the model is run by more than its forward pass.
        """
        engine = next((each.engine for each in applied if each.engine is not None), None)
        if engine is not None and not self.runs_forward_alone:
            step = self._variant.step_of("engine")
            title = "Another engine" if step is None else step.traits.title
            raise UnsupportedModel(
                f"{title} computes one forward pass, and this model is run by its parts or word by word.",
                "Choose a variant that torch computes.",
            )
        return engine

    def _refuse_if_nothing_was_prepared(self) -> None:
        """Refuse a variant whose first pass has shown that it changes nothing."""
        if (self._engine is None and self._clock is None) or self.prepare_s:
            return
        what = "torch.compile compiled" if self._engine is None else "the engine computed"
        raise UnsupportedModel(
            f"The variant {self._variant} did nothing: {what} no part of this model's pass.", "Choose another variant."
        )

    @cached_property
    def _reason_not_finite(self) -> str:
        return why_not_finite(self.network, self._variant)

    @contextmanager
    def failing_in_words(self) -> Iterator[None]:
        """Within it, whatever torch raises becomes an error of GranView's."""
        try:
            yield
        except NotFinite as error:
            raise NotFinite(error.message, error.hint or self._reason_not_finite) from error
        except Exception as error:
            raise readable_error(error, self._variant, self.device) from error


_CHANNELS_AT_MOST: Final = 512
"""Values that a network holds at once for each pixel of its input, at most: a generous guess, only to tell which passes
are surely small. Measured: 30 for a SegFormer of b0's shape, 110 for a U-Net."""

_SURE_SHARE: Final = 0.25


def _is_of_pictures(batch: Any) -> bool:
    return isinstance(batch, Tensor) and batch.ndim == 4 and batch.is_floating_point()


def _new_stream(device: torch.device) -> torch.cuda.Stream | None:
    return torch.cuda.Stream(device) if device.type == "cuda" else None  # type: ignore[no-untyped-call]


def network_facts(
    network: nn.Module, labels: LabelSet, spec: LaneSpec, placement: Placement, libraries: Sequence[str]
) -> ModelFacts:
    """The facts that any network tells; the weight files' fields are None."""
    return ModelFacts(
        labels=labels,
        architecture=type(network).__name__,
        params=sum(parameter.numel() for parameter in network.parameters()),
        weights_mb=None,
        weights_sha256=None,
        device=str(placement.device),
        device_name=placement.name,
        load_s=0.0,
        versions={name: version(name) for name in ("torch", *libraries)},
    )
