"""Lanes: a model, how it is run, and where."""

import re
from collections.abc import Iterable

import msgspec

from granview.core.errors import ArgumentError
from granview.core.file_names import unique_name
from granview.core.labels import LabelSet
from granview.core.variant import Variant


class LaneSpec(msgspec.Struct, frozen=True):
    """One column of a comparison, as the user asked for it.

    Attributes:
        name: Unique in the session, safe as a folder name; shown as the column's title.
        model: The source: ``zoo:unet-nano``, ``torchvision:fcn_resnet50``, ``hf:org/name@revision`` or a folder.
        variant: How the model is run.
        device: ``auto``, ``cpu`` or ``cuda:N``.
        task: A task's name; Hugging Face pipeline tags.
        batch_size: Samples in one forward pass, at least 1.
        reading: How saved predictions are read, see ``READING_OPTIONS``; empty for models.
    """

    name: str
    model: str
    variant: Variant = Variant()
    device: str = "auto"
    task: str = "image-segmentation"
    batch_size: int = 1
    reading: dict[str, str] = {}

    def __post_init__(self) -> None:
        if self.batch_size < 1:
            raise ArgumentError(f"The batch size is {self.batch_size}.", "It must be at least 1.")
        if not re.fullmatch(r"auto|cpu|cuda(:\d+)?", self.device):
            raise ArgumentError(f"'{self.device}' is not a device.", "Use auto, cpu, cuda or cuda:N.")


class RanAs(msgspec.Struct, frozen=True):
    """How a model really runs, which need not be what its variant asks for; None where it was not measured.

    Attributes:
        precision: The number format of most of its weights, such as ``bf16`` or ``int8``; empty where it is not known.
        engine: What computes it, with its version, such as ``torch 2.15.0``.
        stored_mb: What its weights take in memory, counted by storage, in 10^6 bytes.
        covered: The share of its weights, 0 to 1, that recipes have converted; None where it has no such recipe.
        sparsity: The share of zeros among its weights.
        prepare_s: Seconds of compiling or exporting it, which no latency contains.
    """

    precision: str
    engine: str
    stored_mb: float | None = None
    covered: float | None = None
    sparsity: float | None = None
    prepare_s: float | None = None


class ModelFacts(msgspec.Struct, frozen=True):
    """What a worker found out about its model while loading it; None where it could not be known.

    Attributes:
        labels: The classes of a segmentation model.
        architecture: The model class's name.
        params: Number of parameters; None for lanes that run no model.
        weights_mb: Size of the weight files on disk, in 10^6 bytes.
        weights_sha256: Hex digest of the weight file, or of the digests of several in name order; of saved predictions
            that of their names, sizes and times of last change.
        revision: Commit hash of a model from the hub.
        device: Where it really runs: ``cpu`` or ``cuda:N``; empty for lanes that run no model.
        device_name: The device's own name.
        notices: Sentences that the user must see, such as why it runs on the CPU.
        versions: Library versions, by name.
        load_s: Wall seconds from start to loaded, without the process start; None for lanes that run no model.
        ran: How it really runs; None where that was not found out, and for lanes that run no model.
    """

    labels: LabelSet
    architecture: str
    params: int | None
    weights_mb: float | None
    weights_sha256: str | None
    device: str
    device_name: str
    load_s: float | None
    revision: str | None = None
    notices: tuple[str, ...] = ()
    versions: dict[str, str] = {}
    ran: RanAs | None = None

    def after(self, before: "ModelFacts | None") -> "ModelFacts":
        """These facts as a lane keeps them that had others before.

        A lane is loaded again for every question once its session was reopened, then often from the system's file
        cache. So the time stays that of the first load, as long as weights and device are the same. A model whose
        classes are named by each run knows none when it is loaded: it keeps those of its last run.
        """
        if before is None or before.weights_sha256 is None:
            return self
        same = (before.weights_sha256, before.device, before.device_name)
        is_same = same == (self.weights_sha256, self.device, self.device_name)
        found = msgspec.structs.replace(self, load_s=before.load_s) if is_same else self
        has_lost_classes = not len(self.labels) and before.weights_sha256 == self.weights_sha256
        return msgspec.structs.replace(found, labels=before.labels) if has_lost_classes else found


def lane_name(model: str, variant: Variant, taken: Iterable[str]) -> str:
    """A short unique lane name from a model source: ``zoo:unet-nano`` at fp32 is ``unet-nano``."""
    short = re.split(r"[:/\\]", model.rstrip("/\\").partition("@")[0])[-1]
    return unique_name(short if variant == Variant() else f"{short}-{variant.short}", taken)
