"""Folders as segmentation-models-pytorch's ``save_pretrained`` writes them: network, classes, preprocessing.

The weights that an encoder was begun with are never fetched: those of the folder are all that there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.labels import BACKGROUND, FOREGROUND, LabelSet
from granview.core.model_tasks import SMP_CLASS
from granview.core.palette import class_colors
from granview.core.readable_errors import first_line
from granview.io.class_files import find_class_file
from granview.io.json_files import read_json_file
from granview.io.weight_files import weight_files
from granview.models.loading.state_dict import read_state_dict
from granview.models.loading.weight_report import WeightReport
from granview.zoo.normalise import MEAN, STD

_NAMES: Final = ("labels", "id2label")
"""Keys of a config under which people keep names of classes; the network is not built with them."""


class _Statistics(msgspec.Struct):
    """What the hub says of an encoder's input."""

    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    input_space: str = "RGB"
    input_range: tuple[float, float] = (0.0, 1.0)


@dataclass(frozen=True)
class Normalisation:
    """How pictures are given to a network: ``(px / scale - mean) / std``, channel by channel.

    Attributes:
        mean: Of red, green and blue, after scaling.
        std: Likewise.
        scale: 255 where the network takes 0 to 1, 1 where it takes 0 to 255.
        is_bgr: Whether it takes blue first; mean and std are in the order of the network.
    """

    mean: tuple[float, ...] = MEAN
    std: tuple[float, ...] = STD
    scale: float = 255.0
    is_bgr: bool = False


@dataclass(frozen=True)
class SmpFolder:
    """A model of segmentation-models-pytorch, loaded on the CPU.

    Attributes:
        network: It gives logits (N, classes, H, W); one of a single class gives (N, 1, H, W).
        labels: At least two classes: a network of one class knows background as well.
        normalisation: How pictures are given to it.
        files: Its weights.
        notices: What the user must know.
    """

    network: nn.Module
    labels: LabelSet
    normalisation: Normalisation
    files: tuple[Path, ...]
    notices: tuple[str, ...]


def load_smp_folder(folder: Path, config: Mapping[str, Any]) -> SmpFolder:
    """The network of a folder, its classes, and how pictures are given to it.

    Args:
        folder: What ``save_pretrained`` wrote.
        config: Its ``config.json``.

    Raises:
        UnsupportedModel: the package is not installed, the network is none of it, or takes something else than RGB.
        WeightsMissing: there are no weights, or some tensors are missing.
    """
    files, _ = weight_files(folder)
    if len(files) != 1:
        raise UnsupportedModel(f"The weights in {folder} lie in {len(files)} files.", "Save the model again.")
    network = _built(folder, config)
    weight_notices = _filled(network, files[0])
    labels, label_notices = _labels(folder, config)
    normalisation, input_notices = _normalisation(config)
    notices = (*weight_notices, *label_notices, *input_notices)
    return SmpFolder(network, labels, normalisation, tuple(files), notices)


def _library() -> Any:
    try:
        import segmentation_models_pytorch
    except ImportError as error:
        raise UnsupportedModel(
            "This is a model of segmentation-models-pytorch, which is not installed.", "pip install granview[smp]"
        ) from error
    return segmentation_models_pytorch


def _built(folder: Path, config: Mapping[str, Any]) -> nn.Module:
    """The network with random weights; without an activation, so that it gives logits."""
    library, name = _library(), str(config[SMP_CLASS])
    known = {each.__name__: each for each in library.MODEL_ARCHITECTURES_MAPPING.values()}
    if name not in known:
        raise UnsupportedModel(
            f"{folder} holds a {name}, which segmentation-models-pytorch does not know.",
            f"It knows {', '.join(known)}.",
        )
    if config.get("in_channels", 3) != 3:
        raise UnsupportedModel(
            f"The model in {folder} takes {config['in_channels']} channels.", "Give one that takes RGB."
        )
    encoder = str(config.get("encoder_name", ""))
    if ":" in encoder:  # such as tu-hf-hub:org/name, whose description would be downloaded
        raise UnsupportedModel(
            f"The model in {folder} names the encoder {encoder}, which lies elsewhere and is not fetched.",
            "Give a model whose encoder is one that timm or segmentation-models-pytorch brings.",
        )
    options = {key: value for key, value in config.items() if not key.startswith("_") and key not in _NAMES}
    try:
        with torch.random.fork_rng(devices=()):
            network: nn.Module = known[name](**{**options, "encoder_weights": None, "activation": None})
    except Exception as error:
        raise UnsupportedModel(
            f"segmentation-models-pytorch cannot build the model in {folder}: {first_line(error)}.",
            "Save it again with save_pretrained.",
        ) from error
    return network.eval()


def _filled(network: nn.Module, file: Path) -> tuple[str, ...]:
    """Puts the weights into the network; what must be said of them.

    The library itself renames what older versions saved, so that what is missing is known only after loading.
    """
    state = read_state_dict(file)
    wanted = network.state_dict()
    shapes = WeightReport.compare(state, wanted).mismatched
    WeightReport((), (), shapes).notices(file)
    missing, unexpected = network.load_state_dict(dict(state), strict=False, assign=True)
    return WeightReport(missing, unexpected, ()).notices(file)


def _labels(folder: Path, config: Mapping[str, Any]) -> tuple[LabelSet, tuple[str, ...]]:
    """The classes, from a ``classes.txt`` or the config, else by their index."""
    n = _count(folder, config)
    found = find_class_file(folder / "config.json")
    named = found.labels if found is not None else _named_in(config)
    if n == 1:
        return _of_one_class(named)
    if named is not None and len(named) == n:
        return named, ()
    unfit = (f"What names the classes near {folder.name} names {len(named)}, not {n}.",) if named is not None else ()
    names = tuple(map(str, range(n)))
    nameless = f"{folder.name} does not name its classes: they are called by their index. Put a classes.txt into it."
    return LabelSet(names, class_colors(names)), (*unfit, nameless)


def _count(folder: Path, config: Mapping[str, Any]) -> int:
    n = config.get("classes", 1)
    if not isinstance(n, int) or n < 1:
        raise UnsupportedModel(f"{folder / 'config.json'} says classes = {n}.", "Save the model again.")
    return n


def _of_one_class(named: LabelSet | None) -> tuple[LabelSet, tuple[str, ...]]:
    """Background, and the one class, which is where its probability is above a half."""
    if named is not None and len(named) == 2:
        return named, ()
    name = named.names[0] if named is not None and len(named) == 1 else FOREGROUND
    names = (BACKGROUND, name)
    told = () if name != FOREGROUND else ("The model's one class has no name: it is called foreground.",)
    return LabelSet(names, class_colors(names)), told


def _named_in(config: Mapping[str, Any]) -> LabelSet | None:
    said = next((config[key] for key in _NAMES if config.get(key)), None)
    if isinstance(said, Mapping):
        said = [said.get(str(index)) for index in range(len(said))]
    if not isinstance(said, list) or not all(isinstance(name, str) for name in said):
        return None
    return LabelSet(tuple(said), class_colors(tuple(said)))


def _normalisation(config: Mapping[str, Any]) -> tuple[Normalisation, tuple[str, ...]]:
    """What the encoder's own weights were trained with, as far as that is known on this machine."""
    encoder, begun_with = str(config.get("encoder_name", "")), config.get("encoder_weights")
    said = _of_timm(encoder) if encoder.startswith("tu-") else _of_hub_cache(encoder, str(begun_with or "imagenet"))
    if said is not None:
        scale = 255.0 if said.input_range[1] == 1 else 1.0
        return Normalisation(said.mean, said.std, scale, said.input_space == "BGR"), ()
    return Normalisation(), (
        f"It is not known here which mean and deviation the encoder {encoder} takes: those of ImageNet are used, "
        "which most take.",
    )


def _of_timm(encoder: str) -> _Statistics | None:
    """In timm's own tables."""
    try:
        found = _library().encoders.get_preprocessing_params(encoder)
    except (ValueError, RuntimeError, KeyError):
        return None
    return msgspec.convert(found, _Statistics, strict=False)


def _of_hub_cache(encoder: str, weights: str) -> _Statistics | None:
    """The library asks the hub for them; here only a file that is there already is read."""
    from huggingface_hub import try_to_load_from_cache

    settings = _library().encoders.encoders.get(encoder, {}).get("pretrained_settings", {}).get(weights)
    if not settings or "repo_id" not in settings:
        return None
    found = try_to_load_from_cache(settings["repo_id"], "config.json", revision=settings.get("revision"))
    if not isinstance(found, str):
        return None
    return read_json_file(Path(found), "Delete it: it is downloaded again.", _Statistics, last_wins=True)
