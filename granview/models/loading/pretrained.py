"""Loading what transformers saved: network, weights checked name by name, image processor."""

from pathlib import Path
from typing import Any

import torch
from torch import nn

from granview.core.errors import ModelError, UnsupportedModel, WeightsMissing
from granview.core.readable_errors import first_line
from granview.io.weight_files import weight_files
from granview.models.loading.config_bounds import check_network, stored_in
from granview.models.loading.state_dict import check_readable
from granview.models.loading.weight_report import WeightReport

_PROCESSOR = "preprocessor_config.json"


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

    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        with torch.device("meta"):
            blank = auto_class.from_config(config, trust_remote_code=False)
    except Exception:  # noqa: BLE001  loading meets the same, and says it
        return
    check_network(blank, folder, stored_in(folder), dtype)


def load_processor(folder: Path) -> Any:
    """The folder's image processor.

    Raises:
        WeightsMissing: the folder does not say how pictures are prepared.
        UnsupportedModel: transformers cannot build it.
    """
    from transformers import AutoImageProcessor

    if not (folder / _PROCESSOR).is_file():
        raise WeightsMissing(
            f"{folder} holds no {_PROCESSOR}, so it is unknown how pictures are prepared for this model.",
            "Copy it from the model's original repository, or save the image processor into the folder.",
        )
    try:
        return AutoImageProcessor.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
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
