"""What a lane asks of a model, whatever its family."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import NotFinite
from granview.core.labels import LabelSet
from granview.core.lane import ModelFacts
from granview.core.measurements import Cost
from granview.core.prediction import Prediction
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.io.free_memory import free_bytes

Image = NDArray[np.uint8]
"""(H, W, 3) uint8, sRGB."""

Size = tuple[int, int]
"""(height, width) in pixels."""

Progress = Callable[[str, float | None], None]
"""What loading is doing, in words, and how far it is (0 to 1, None where that cannot be known)."""

DEFAULT_PARAMS: Final = RunParams()

SampleInputT = TypeVar("SampleInputT")
"""What a model is given of one sample: an ``Image``, a ``TextInput``; a ``SampleInput`` where it takes parts."""

SubjectT = TypeVar("SubjectT")
"""What is kept of it once the forward pass has run: the ``Size`` of an image, the ``TextInput`` itself."""


@dataclass(frozen=True)
class SampleInput:
    """What a model that takes parts is given of one sample.

    Attributes:
        main: The first input: an ``Image``, a ``TextInput``.
        parts: By role, what the model has declared to take besides.
        prompts: What a model that is prompted is to outline.
        key: Equal for inputs whose ``main`` is the same, so that what was made of one serves the next.
    """

    main: Any
    parts: Mapping[str, Any]
    prompts: tuple[ObjectPrompt, ...] = ()
    key: Hashable = None


class Watcher(Protocol):
    """Who follows a pass that takes long, such as generation."""

    def written(self, index: int, text: str) -> None:
        """Told what has been written so far for a sample of the batch, by its place in it."""

    def advanced(self, done: int, total: int, part: str) -> None:
        """Told how many parts of the pass are done, such as windows of long texts; ``part`` is one of them in words."""

    def cancelled(self) -> bool:
        """Whether nobody wants the batch any more, so that the pass may end early, with whatever output."""


class NullWatcher:
    """A watcher that does not care."""

    def written(self, index: int, text: str) -> None:
        """Is not kept."""

    def advanced(self, done: int, total: int, part: str) -> None:
        """Is not kept."""

    def cancelled(self) -> bool:
        """Never."""
        return False


NO_WATCHER: Final = NullWatcher()


@dataclass(frozen=True)
class TimedOutput:
    """What ``forward`` gives where it is made of many passes, each prepared and made into a prediction by itself.

    Attributes:
        output: What ``postprocess`` takes.
        preprocess_ms: What preparing took, all passes together.
        forward_ms: The passes themselves, synchronised.
        postprocess_ms: What became of what they gave.
    """

    output: Any
    preprocess_ms: float
    forward_ms: float
    postprocess_ms: float


@dataclass(frozen=True)
class ModelOutput:
    """A prediction, and what must be said of how it came about.

    Attributes:
        prediction: What the model says.
        notices: Sentences that the user must see beside the sample, such as that its end was left out.
        first_token_ms: From the start of the forward pass to the first token, for models that write.
        new_tokens: Tokens written, for models that write.
        labels: The classes of the prediction, where they are those that the run asks for; None: those of the facts.
    """

    prediction: Prediction
    notices: tuple[str, ...] = ()
    first_token_ms: float | None = None
    new_tokens: int | None = None
    labels: LabelSet | None = None


class Adapter(ABC, Generic[SampleInputT, SubjectT]):
    """A loaded model, ready to run.

    ``preprocess``, ``forward`` and ``postprocess`` may each run on a thread of its own, on different batches at the
    same time; none of them is called twice at the same time. ``length`` runs on the thread of ``preprocess``.

    Attributes:
        part_roles: The parts of a sample that the model needs besides its first input, such as ``phrase``. A model
            that names any is given a ``SampleInput`` of each sample, and none of a sample that lacks one.
        takes_prompts: Whether the model outlines what it is asked for, so that it is given a ``SampleInput`` with
            prompts.
        takes_samples: Whether it takes each sample as a ``DescribedSample`` instead of its content, which is then
            not decoded.
        is_measured: Whether it runs a model, in its turn on the device, whose times and cost are measured.
        task: The task's name.
        facts: What was found out while loading.
    """

    part_roles: ClassVar[tuple[str, ...]] = ()
    takes_prompts: ClassVar[bool] = False
    takes_samples: ClassVar[bool] = False
    is_measured: ClassVar[bool] = True
    task: str
    facts: ModelFacts

    def known_now(self) -> ModelFacts:
        """The facts, with what passes have shown since: how the model really runs, and what preparing it took."""
        return self.facts

    @property
    def prepare_s(self) -> float:
        """Seconds of compiling or exporting so far; a pass in which they grew is no measurement."""
        return 0.0

    def probe(self) -> tuple[str, ...]:
        """Finds out, once, what of its behaviour only running it shows; called when it is loaded, outside timed passes.

        Returns:
            What the user must know of that.
        """
        return ()

    @abstractmethod
    def batch_key(self, subject: SubjectT) -> Hashable:
        """Samples whose keys are equal may share a forward pass."""

    def length(self, sample_input: SampleInputT) -> int:
        """How long an input is to the model, such as in tokens: samples of about the same length share a pass.

        0 where length plays no part.
        """
        return 0

    @abstractmethod
    def preprocess(self, sample_input: Sequence[SampleInputT], params: RunParams = DEFAULT_PARAMS) -> Any:
        """Inputs to a batch of model input, on the CPU. Their batch keys are equal."""

    @abstractmethod
    def forward(self, batch: Any, watcher: Watcher = NO_WATCHER) -> Any:
        """Copies what ``preprocess`` made to the device and runs the model; the caller synchronises and times.

        Returns:
            What ``postprocess`` takes; within a ``TimedOutput`` where more was done than the forward pass.

        Raises:
            DeviceError: the device's memory is exhausted.
            UnsupportedModel: the model cannot run in this variant.
        """

    def warm_up(self, batch: Any) -> None:
        """Runs a batch whose time nobody takes, and keeps nothing that would make the next pass of it a shorter one."""
        self.forward(batch)

    def free_memory_bytes(self) -> int | None:
        """What its device has free, in bytes; None where that cannot be told."""
        return free_bytes(self.facts.device)

    def forecast_bytes(self, batch: Any, free: int) -> int | None:
        """How much memory the pass over a batch will take, in bytes; None where it is small, or cannot be told.

        May run small parts of the batch; called outside of timed passes, with the device.

        Args:
            batch: From ``preprocess``.
            free: What is free, in bytes: what surely takes far less is not looked at closer.
        """
        return None

    def prepared_smaller(self, sample_input: SampleInputT, params: RunParams) -> Any | None:
        """One input as a batch of parts whose passes take less memory; None where it cannot be parted, or already is.

        Args:
            sample_input: What did not fit into memory as a whole.
            params: What was chosen for the run.
        """
        return None

    def give_back_memory(self) -> None:
        """Gives back what a pass that failed for want of memory has left with the library, before a smaller one."""

    @abstractmethod
    def synchronize(self) -> None:
        """Waits until the device has done what it was given."""

    @abstractmethod
    def postprocess(
        self, output: Any, subjects: Sequence[SubjectT], params: RunParams
    ) -> list[ModelOutput | NotFinite]:
        """What ``forward`` gave, as one prediction per sample.

        Every family looks whether it was given numbers before it makes anything of them (``granview.models.finite``).

        Returns:
            For each sample what the model says, or the error that its values are NaN or infinite.

        Raises:
            DeviceError: the device's memory is exhausted.
        """

    def likelihood(self, sample_input: SampleInputT, target: str, params: RunParams) -> tuple[float, int] | None:
        """How likely a model that writes finds a text that is right, given the sample.

        Runs the model; called outside of timed passes.

        Returns:
            The summed negative log-likelihood in nats, and the tokens that it is summed over; None for models that do
            not write.

        Raises:
            NotFinite: the model gave values that are no numbers.
        """
        return None

    @abstractmethod
    def count_flops(self, batch: Any) -> int | None:
        """Floating-point operations of one forward pass of one sample, by torch's counter; runs the model once.

        A multiplication and an addition are two operations. Only matrix products, convolutions and attention are
        counted. None where the model cannot be counted.
        """

    @abstractmethod
    def measured_cost(self) -> Cost:
        """The fields of ``Cost`` that the model's library measures; the rest is None."""


AnyAdapter = Adapter[Any, Any]
ImageAdapter = Adapter[Image, Size]
