"""From a file to an exported network, its description and what is known of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import UnsupportedModel
from granview.core.exported_model import TEXT_TASKS, Description, Signature
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts, RanAs
from granview.core.palette import class_colors
from granview.io.exported.formats import ExportedFormat, all_files, described, exported_format
from granview.io.trusted_code import trusted_bytes
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.device import Placement
from granview.models.exported.network import ExportedNetwork, OnnxNetwork, torch_export, torchscript
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts

Open = Callable[[Path, bytes, "Signature | None", Placement], ExportedNetwork]
"""What opens a file: its path, what it holds where that is a program (the bytes that were allowed), what it says of
itself, and where it is to run."""


@dataclass(frozen=True)
class LoadedExport:
    """What a family makes an adapter of.

    Attributes:
        network: The network.
        description: What goes in and what comes out.
        signature: What the file says of itself; None where it says nothing.
        facts: What is known of it, with the classes of its description.
    """

    network: ExportedNetwork
    description: Description
    signature: Signature | None
    facts: ModelFacts


def is_exported(resolved: ResolvedSource) -> bool:
    """Whether a source is a file of an exported network."""
    return resolved.weights is not None and exported_format(resolved.weights) is not None


def load_exported(resolved: ResolvedSource, spec: LaneSpec, placement: Placement) -> LoadedExport:
    """The network of a file.

    Raises:
        InputError: the file or its description cannot be read.
        UnsupportedModel: it is a program that nobody has allowed to run, it is for another task, it cannot be loaded,
            or a variant is asked for that an exported network cannot have.
    """
    path = resolved.weights
    kind = None if path is None else exported_format(path)
    assert path is not None
    assert kind is not None
    _check_variant(spec, kind)
    program = trusted_bytes(path) if kind.runs_code else b""
    description, reasons = described(path, spec.task)
    if description.task != spec.task:
        raise UnsupportedModel(
            f"{path.name} is described as a model for {description.task}, not for {spec.task}.",
            f"Choose the task {description.task}, or correct the description.",
        )
    signature = None if kind.signature is None else kind.signature(path)
    network = _OPEN[path.suffix.lower()](path, program, signature, placement)
    facts = _facts(network, description, signature, kind, spec, placement)
    guessed = (f"{path.name} has no description; it is guessed. {' '.join(reasons)}",) if reasons else ()
    files = all_files(path)
    return LoadedExport(
        network,
        description,
        signature,
        msgspec.structs.replace(
            facts, weights_mb=megabytes_of(files), weights_sha256=sha256_of(files), notices=guessed
        ),
    )


def ran_as(loaded: LoadedExport) -> RanAs:
    """How an exported network runs: its weights are held by its engine, and their bytes are not known here."""
    told = "" if loaded.signature is None else loaded.signature.precision
    return RanAs(told or loaded.network.precision, loaded.network.engine)


def _facts(
    network: ExportedNetwork,
    description: Description,
    signature: Signature | None,
    kind: ExportedFormat,
    spec: LaneSpec,
    placement: Placement,
) -> ModelFacts:
    names = () if description.task in TEXT_TASKS else description.output.classes
    facts = network_facts(network, LabelSet(names, class_colors(names)), spec, placement, _LIBRARIES[kind.title])
    counted = facts.params or (None if signature is None else signature.params)
    return msgspec.structs.replace(facts, architecture=f"{kind.title} network", params=counted or None)


_LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "ONNX": ("onnxruntime", "onnx"), "torch.export": (), "TorchScript": (),
}  # fmt: skip


def _check_variant(spec: LaneSpec, kind: ExportedFormat) -> None:
    if not spec.variant.is_plain:
        raise UnsupportedModel(
            f"A file of {kind.title} runs as it was exported, not as {spec.variant}.",
            "Use the variant fp32, or export it in another number format.",
        )


def _open_onnx(path: Path, _: bytes, __: Signature | None, placement: Placement) -> ExportedNetwork:
    return OnnxNetwork(path, str(placement.device))


def _open_export(path: Path, program: bytes, signature: Signature | None, _: Placement) -> ExportedNetwork:
    assert signature is not None
    return torch_export(path, program, signature)


def _open_script(path: Path, program: bytes, _: Signature | None, __: Placement) -> ExportedNetwork:
    return torchscript(path, program)


_OPEN: Final[Mapping[str, Open]] = {".onnx": _open_onnx, ".pt2": _open_export, ".pt": _open_script}
