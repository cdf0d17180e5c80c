"""A language model from a GGUF file, by transformers' own reader: config, tokenizer, and weights that are unpacked."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import nn

from granview.core.errors import InputError, UnsupportedModel
from granview.core.readable_errors import first_line
from granview.models.loading.weight_report import WeightReport

_WORTH_NAMING: Final = 0.001
"""Formats of a smaller share of the weights are not named."""

_SPARE: Final = 1.5
"""A network of more parameters than the file's weights by this factor is none of them."""


@dataclass(frozen=True)
class GgufFile:
    """What a file says of itself.

    Attributes:
        path: The file.
        architecture: As llama.cpp names it, such as ``llama``.
        formats: The share of the weights, 0 to 1, that is stored in each format, such as ``Q4_1``; the largest first.
        weights: How many weights it has.
    """

    path: Path
    architecture: str
    formats: dict[str, float]
    weights: int

    def stored_as(self) -> str:
        """The formats in words, such as ``Q4_1 (98.1%) and F32 (1.9%)``."""
        named = [f"{name} ({share:.1%})" for name, share in self.formats.items() if share >= _WORTH_NAMING]
        return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def read_gguf(path: Path) -> GgufFile:
    """Read a file's head.

    Raises:
        InputError: it is damaged.
    """
    from gguf import GGUFReader

    try:
        reader = GGUFReader(path)
        field = reader.get_field("general.architecture")
        architecture = "" if field is None else str(field.contents())
        counts: Counter[str] = Counter()
        for tensor in reader.tensors:
            counts[tensor.tensor_type.name] += int(tensor.n_elements)
    except Exception as error:
        raise _damaged(path, error) from error
    total = counts.total()
    if not total:
        raise InputError(f"{path} holds no weights.", "Download it again.")
    return GgufFile(path, architecture, {name: count / total for name, count in counts.most_common()}, total)


def load_gguf_network(file: GgufFile, dtype: torch.dtype) -> tuple[nn.Module, tuple[str, ...]]:
    """Its network on the CPU, with its weights unpacked to a number format, and what must be said of them.

    Raises:
        InputError: the file is damaged.
        UnsupportedModel: transformers cannot read its architecture, or its weights are not those of its config.
    """
    from transformers import AutoModelForCausalLM
    from transformers.initialization import no_init_weights
    from transformers.modeling_gguf_pytorch_utils import load_gguf_checkpoint

    config = _config(file)
    try:
        with torch.device("meta"), no_init_weights():
            blank = AutoModelForCausalLM.from_config(config, trust_remote_code=False)
    except Exception as error:
        raise _unsupported(file, error) from error
    if sum(parameter.numel() for parameter in blank.parameters()) > _SPARE * file.weights:
        raise UnsupportedModel(
            f"{file.path} holds {file.weights:,} weights, fewer than its config needs.", "Download it again."
        )
    with no_init_weights():
        network: Any = AutoModelForCausalLM.from_config(config, dtype=dtype, trust_remote_code=False)
    try:
        read = load_gguf_checkpoint(str(file.path), return_tensors=True, model_to_load=blank, torch_dtype=dtype)
        tensors = {name: tensor.to(dtype) for name, tensor in read["tensors"].items()}
    except Exception as error:
        raise _damaged(file.path, error) from error
    return network, _fill(network, tensors, file)


def load_gguf_tokenizer(file: GgufFile) -> Any:
    """Its tokenizer.

    Raises:
        UnsupportedModel: transformers cannot make one of what the file says.
    """
    from transformers import AutoTokenizer

    try:
        return AutoTokenizer.from_pretrained(
            file.path.parent, gguf_file=file.path.name, local_files_only=True, trust_remote_code=False
        )
    except Exception as error:
        raise UnsupportedModel(
            f"transformers cannot make the tokenizer of {file.path}: {first_line(error)}.",
            "Use the model's original folder, with its tokenizer.json.",
        ) from error


def _config(file: GgufFile) -> Any:
    from transformers import AutoConfig

    try:
        return AutoConfig.from_pretrained(
            file.path.parent, gguf_file=file.path.name, local_files_only=True, trust_remote_code=False
        )
    except Exception as error:
        raise _unsupported(file, error) from error


def _fill(network: Any, tensors: dict[str, torch.Tensor], file: GgufFile) -> tuple[str, ...]:
    """Put the weights where they belong; weights that the file lacks are never made up."""
    own = network.state_dict()
    wrong = [name for name, tensor in tensors.items() if name in own and own[name].shape != tensor.shape]
    if wrong:
        raise UnsupportedModel(
            f"{file.path}: {wrong[0]} is {tuple(tensors[wrong[0]].shape)}, and its config asks for "
            f"{tuple(own[wrong[0]].shape)}.",
            "Download it again.",
        )
    found = network.load_state_dict(tensors, strict=False, assign=True)
    network.tie_weights()
    tied = set(getattr(network, "_tied_weights_keys", None) or ())
    missing = [name for name in found.missing_keys if name not in tied]
    return WeightReport(missing, list(found.unexpected_keys), []).notices(file.path)


def _damaged(path: Path, error: Exception) -> InputError:
    return InputError(f"{path} is damaged, or is no GGUF file: {first_line(error)}.", "Download it again.")


def _unsupported(file: GgufFile, error: Exception) -> UnsupportedModel:
    return UnsupportedModel(
        f"transformers cannot read the architecture '{file.architecture}' of {file.path}: {first_line(error)}.",
        "Use the model's original folder (config.json and safetensors), or another architecture, such as llama.",
    )
