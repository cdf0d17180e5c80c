"""Searching the hub for models by words of their names."""

from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import decode_large_json
from granview.core.model_tasks import tasks_of_config
from granview.io.hub.endpoint import hub_endpoint
from granview.io.hub.refusals import network_errors, network_reason

_TIMEOUT_S: Final = 8.0
_HERE: Final = "Models on this machine stand under Downloaded in the window, and granview models lists them."
_EXPANDED: Final = ("pipeline_tag", "downloads", "likes", "safetensors", "gated", "config")
_TAGS: Final = {"panoptic-segmentation": "image-segmentation", "instance-segmentation": "image-segmentation"}
"""The hub's tag for tasks for which it has none of their own."""

_BITS: Final = {"F64": 64, "F32": 32, "I32": 32, "F16": 16, "BF16": 16, "I8": 8, "U8": 8, "F8_E4M3": 8, "F8_E5M2": 8}


class HubModel(msgspec.Struct, frozen=True):
    """A model that a search has come upon.

    Attributes:
        name: The repository's id.
        tasks: The tasks of GranView that its config is for, the likeliest first; empty where that is not known.
        downloads: How often it was downloaded in the last month.
        likes: How many people like it.
        params: Number of parameters; None where the hub does not know it.
        weights_mb: Their size in 10^6 bytes, by their number formats; None where the hub does not know it.
        gated: Whether its terms must be accepted first.
    """

    name: str
    tasks: tuple[str, ...]
    downloads: int
    likes: int
    params: int | None
    weights_mb: float | None
    gated: bool


class _Safetensors(msgspec.Struct):
    parameters: dict[str, int] = {}
    total: int | None = None


class _Listed(msgspec.Struct):
    """One model as the hub's interface describes it; what GranView does not use is left out."""

    id: str
    pipeline_tag: str | None = None
    downloads: int = 0
    likes: int = 0
    safetensors: _Safetensors | None = None
    gated: bool | str = False
    config: dict[str, Any] | None = None


def search_models(words: str, task: str = "", limit: int = 30) -> tuple[HubModel, ...]:
    """Models of transformers whose names have these words, those most often downloaded first.

    Args:
        words: What to search for.
        task: A task's name; empty for all.
        limit: How many at most.

    Raises:
        InputError: the hub cannot be reached, or what it answers is not understood.
    """
    from huggingface_hub import utils

    tools: Any = utils
    query: dict[str, Any] = {"search": words, "filter": "transformers", "sort": "downloads", "limit": limit}
    query["expand"] = list(_EXPANDED)
    if task:
        query["pipeline_tag"] = _TAGS.get(task, task)
    try:
        response = tools.get_session().get(
            f"{hub_endpoint()}/api/models", params=query, headers=tools.build_hf_headers(), timeout=_TIMEOUT_S
        )
        tools.hf_raise_for_status(response)
        every = decode_large_json(response.content, "A list of models", "Check HF_ENDPOINT.", list[_Listed])
    except network_errors() as error:
        reason = network_reason(error)
        raise InputError(f"The search came to nothing: {reason}.", _HERE) from error
    except InputError as error:
        words = f"{hub_endpoint()} gave an answer that is not a hub's. {error.message}"
        raise InputError(words, error.hint) from error
    return tuple(map(_model, every))


def _model(listed: _Listed) -> HubModel:
    weights = listed.safetensors or _Safetensors()
    bits = [_BITS.get(kind) for kind in weights.parameters]
    is_known = bool(bits) and None not in bits
    size = sum(count * (_BITS.get(kind) or 0) for kind, count in weights.parameters.items()) / 8e6
    return HubModel(
        listed.id,
        tasks_of_config(listed.config or {}),
        listed.downloads,
        listed.likes,
        weights.total,
        size if is_known else None,
        bool(listed.gated),
    )
