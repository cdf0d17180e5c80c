"""Loading what transformers saved: a network with weights checked by name, its processor or tokenizer, its facts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import torch
from torch import nn

from granview.core.errors import ModelError, UnsupportedModel, WeightsMissing
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.readable_errors import first_line
from granview.io.model_config import read_config
from granview.io.weight_files import weight_files
from granview.models.device import Placement
from granview.models.images.image_processor import crop_notices, size_notices
from granview.models.loading.config_bounds import check_network, stored_in
from granview.models.loading.labels import label_set
from granview.models.loading.object_labels import ObjectLabels, config_object_labels
from granview.models.loading.source import ResolvedSource
from granview.models.loading.state_dict import check_readable
from granview.models.loading.supported_models import HEADS, check_head, object_head
from granview.models.loading.weight_record import WeightRecord
from granview.models.loading.weight_report import WeightReport
from granview.models.network_adapter import network_facts
from granview.models.texts.tokenizer import load_tokenizer
from granview.models.variant import DTYPES
from granview.zoo.build import check_weights

_PROCESSORS: Final = ("preprocessor_config.json", "processor_config.json")


Labelled = tuple[LabelSet, tuple[str, ...]]
"""The classes of a model, and what the user must know about them."""


def load_network(auto_class: Any, folder: Path, dtype: torch.dtype) -> tuple[nn.Module, tuple[str, ...]]:
    """The network of a folder on the CPU, and what the user must know about its weights.

    Weights that the folder lacks are never made up, and no code that comes with a model is ever run.

    Args:
        auto_class: One of transformers' auto classes, such as ``AutoModelForSemanticSegmentation``.
        folder: Config and weights as ``save_pretrained`` writes them.
        dtype: The number format; transformers keeps in float32 what a network needs there, such as RoPE's frequencies.

    Raises:
        WeightsMissing: there are no weights, or some tensors are missing.
        InputError: a weight file is damaged.
        UnsupportedModel: the weights do not fit the config, or transformers cannot build the model.
    """
    files, safe = weight_files(folder)
    for path in files:
        check_readable(path)
    _check_size(auto_class, folder, dtype)
    try:
        network, report = auto_class.from_pretrained(
            folder,
            dtype=dtype,
            use_safetensors=safe,
            local_files_only=True,
            trust_remote_code=False,
            output_loading_info=True,
            ignore_mismatched_sizes=True,
        )
    except Exception as error:
        raise _cannot_build(folder, error) from error
    found = WeightReport(report["missing_keys"], report["unexpected_keys"], report["mismatched_keys"])
    return network, found.notices(folder)


def _check_size(auto_class: Any, folder: Path, dtype: torch.dtype) -> None:
    """Refuse a network far larger than its weights; one that cannot be built even without memory is told later."""
    from transformers import AutoConfig
    from transformers.initialization import no_init_weights

    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        with torch.device("meta"), no_init_weights():
            blank = auto_class.from_config(config, trust_remote_code=False)
    except Exception:  # noqa: BLE001  loading meets the same, and says it
        return
    check_network(blank, folder, stored_in(folder), dtype)


def load_processor(folder: Path, **processing: Any) -> Any:
    """The folder's image processor.

    Args:
        folder: The model's folder.
        processing: What it is to do otherwise than its file says.

    Raises:
        WeightsMissing: the folder does not say how pictures are prepared.
        UnsupportedModel: transformers cannot build it.
    """
    from transformers import AutoImageProcessor

    return _processor(AutoImageProcessor, folder, **processing)


def load_joint_processor(folder: Path) -> Any:
    """What prepares pictures and all that a model takes beside them, such as phrases and points.

    Raises:
        WeightsMissing: the folder does not say how pictures are prepared.
        UnsupportedModel: transformers cannot build it.
    """
    from transformers import AutoProcessor

    return _processor(AutoProcessor, folder)


def _processor(auto_class: Any, folder: Path, **processing: Any) -> Any:
    if not any((folder / name).is_file() for name in _PROCESSORS):
        raise WeightsMissing(
            f"{folder} holds no {_PROCESSORS[0]}, so it is unknown how pictures are prepared for this model.",
            "Copy it from the model's original repository, or save the image processor into the folder.",
        )
    try:
        return auto_class.from_pretrained(folder, local_files_only=True, trust_remote_code=False, **processing)
    except Exception as error:
        raise UnsupportedModel(
            f"The image processor in {folder} cannot be loaded: {first_line(error)}.",
            "Save it again with transformers.",
        ) from error


def _cannot_build(folder: Path, error: Exception) -> ModelError:
    if isinstance(error, ImportError):
        return UnsupportedModel(
            f"The model in {folder} needs a package that is not installed: {first_line(error)}.",
            "Choose another model.",
        )
    if type(error).__name__ == "UnpicklingError":
        return UnsupportedModel(
            f"The weights in {folder} hold more than tensors, and are not opened.", "Save them as safetensors."
        )
    return UnsupportedModel(
        f"transformers cannot load the model in {folder}: {first_line(error)}.", "Check its config.json and weights."
    )


def load_hf(
    auto_class: Any,
    resolved: ResolvedSource,
    spec: LaneSpec,
    placement: Placement,
    *,
    processor_of: Callable[[Path], Any] = load_processor,
    labels_of: Callable[[Any], Labelled] = label_set,
) -> tuple[nn.Module, ModelFacts, Any]:
    """A network in the lane's number format on the CPU, what is known of it, and its image processor.

    Args:
        auto_class: The class of transformers that loads it.
        resolved: Where its files are.
        spec: The lane's specification.
        placement: Where it will run.
        processor_of: Loads what prepares its input, from a folder.
        labels_of: The label set of the network's config.

    Raises:
        ModelError: as ``load_network``, ``load_processor`` and ``label_set`` say; an embedded model's weights are
            compared with the hash that was shipped.
    """
    folder = resolved.folder
    assert folder is not None
    if resolved.source.scheme == "zoo":
        check_weights(folder)
    processor = processor_of(folder)
    record = WeightRecord.of_folder(folder)
    network, weight_notices = load_network(auto_class, folder, DTYPES[spec.variant.precision])
    labels, label_notices = labels_of(network.config)
    facts = record.on(network_facts(network, labels, spec, placement, ("torchvision", "transformers")))
    notices = (*weight_notices, *label_notices, *size_notices(processor))
    return network, msgspec.structs.replace(facts, notices=notices), processor


def load_unlabelled(
    auto_class: Any, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, libraries: tuple[str, ...]
) -> tuple[nn.Module, ModelFacts]:
    """A network that knows no classes, in the lane's number format on the CPU, and what is known of it.

    Raises:
        ModelError: as ``load_network`` says; an embedded model's weights are compared with the hash that was shipped.
    """
    folder = resolved.folder
    assert folder is not None
    if resolved.source.scheme == "zoo":
        check_weights(folder)
    record = WeightRecord.of_folder(folder)
    network, notices = load_network(auto_class, folder, DTYPES[spec.variant.precision])
    facts = record.on(network_facts(network, NO_LABELS, spec, placement, libraries))
    return network, msgspec.structs.replace(facts, notices=notices)


@dataclass(frozen=True)
class LoadedObjects:
    """What a family of models that find objects makes an adapter of.

    Attributes:
        network: In the lane's number format, on the CPU.
        processor: Its image processor.
        classes: Which of its outputs are classes of objects.
        facts: What is known of the model.
    """

    network: nn.Module
    processor: Any
    classes: ObjectLabels
    facts: ModelFacts


def load_objects(
    resolved: ResolvedSource,
    spec: LaneSpec,
    placement: Placement,
    labels_of: Callable[[Any], ObjectLabels] = config_object_labels,
    **processing: Any,
) -> LoadedObjects:
    """A model that finds objects, from a transformers folder.

    Args:
        resolved: Where its files are.
        spec: The lane's specification.
        placement: Where it will run.
        labels_of: The classes of the network's config.
        processing: What the image processor is to do otherwise than its file says.

    Raises:
        ModelError: it is another kind of model, or cannot be loaded.
    """
    folder = resolved.folder
    assert folder is not None
    head = object_head(read_config(folder), resolved.source.name, spec.task)
    processor = load_processor(folder, **processing)
    record = WeightRecord.of_folder(folder)
    network, weight_notices = load_network(head.load_class(), folder, DTYPES[spec.variant.precision])
    classes = labels_of(network.config)
    facts = network_facts(network, classes.labels, spec, placement, ("torchvision", "transformers"))
    notices = (*weight_notices, *classes.notices, *crop_notices(processor))
    facts = msgspec.structs.replace(record.on(facts), notices=notices)
    return LoadedObjects(network, processor, classes, facts)


NO_LABELS: Final = LabelSet((), ())
LIBRARIES: Final = ("transformers", "tokenizers")


@dataclass(frozen=True)
class LoadedText:
    """What a family makes an adapter of.

    Attributes:
        network: In the lane's number format, on the CPU.
        tokenizer: As transformers loads it.
        facts: What is known of the model.
    """

    network: nn.Module
    tokenizer: Any
    facts: ModelFacts


def unlabelled(config: Any) -> Labelled:
    """The classes of a model that knows none."""
    return NO_LABELS, ()


def load_text(
    task: str,
    resolved: ResolvedSource,
    spec: LaneSpec,
    placement: Placement,
    labels_of: Callable[[Any], Labelled] = unlabelled,
) -> LoadedText:
    """A model for a task, from a transformers folder.

    Args:
        task: A key of ``HEADS``.
        resolved: Where its files are.
        spec: The lane's specification.
        placement: Where it will run.
        labels_of: The label set of the network's config.

    Raises:
        ModelError: it is another kind of model, or cannot be loaded; an embedded model's weights are compared with
            the hash that was shipped.
    """
    folder = resolved.folder
    assert folder is not None
    check_head(read_config(folder), resolved.source.name, task)
    if resolved.source.scheme == "zoo":
        check_weights(folder)
    record = WeightRecord.of_folder(folder)
    tokenizer = load_tokenizer(folder)
    network, weight_notices = load_network(HEADS[task].load_class(), folder, DTYPES[spec.variant.precision])
    labels, label_notices = labels_of(network.config)
    facts = record.on(network_facts(network, labels, spec, placement, LIBRARIES))
    notices = (*weight_notices, *label_notices)
    return LoadedText(network, tokenizer, msgspec.structs.replace(facts, notices=notices))
