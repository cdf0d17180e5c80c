"""What the values of a depth network are: metres, distances, or one by distances; told by its config."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from granview.core.predictions.depth_map import DepthKind


@dataclass(frozen=True)
class KnownKind:
    """What a network gives, and what must be said of how that is known."""

    kind: DepthKind
    notices: tuple[str, ...] = ()


_HOW: Final = "If that is wrong, set depth_kind."
_BY_TYPE: Final[Mapping[str, DepthKind]] = {"zoedepth": "metric", "glpn": "metric", "tipsv2_dpt": "metric"}
"""Types of models whose heads end at a distance in metres."""


def depth_kind(config: Any) -> KnownKind:
    """What a network of transformers gives, after its image processor's own post-processing.

    Args:
        config: The network's config.
    """
    model_type = str(config.model_type)
    if model_type in _BY_TYPE:
        return KnownKind(_BY_TYPE[model_type])
    if model_type == "depth_pro":
        return _of_depth_pro(config)
    said = getattr(config, "depth_estimation_type", None)
    if said == "metric":
        return KnownKind("metric")
    if said == "relative":
        return _of_relative(model_type)
    words = "Its config does not say what it gives: it is read as one by the distance, as MiDaS and DPT give it."
    return KnownKind("inverse", (f"{words} {_HOW}",))


def _of_depth_pro(config: Any) -> KnownKind:
    """Metres need the field of view, which is a part of the network that can be left out."""
    if getattr(config, "use_fov_model", False):
        return KnownKind("metric")
    return KnownKind("relative", ("It was saved without its part for the field of view, so it gives no metres.",))


def _of_relative(model_type: str) -> KnownKind:
    """Depth Anything calls relative what is one by the distance; the one with prompts gives distances."""
    return KnownKind("relative" if model_type == "prompt_depth_anything" else "inverse")
