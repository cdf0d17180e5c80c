"""Which transformers models GranView can run for segmentation, told from their config alone."""

from collections.abc import Mapping
from typing import Any, Final

from granview.core.errors import UnsupportedModel

UNIVERSAL: Final = frozenset({"mask2former", "maskformer"})
"""Model types that give masks per query instead of logits per pixel, and need their own post-processing."""


def is_transformers(config: Mapping[str, Any]) -> bool:
    """Whether this is the config of a transformers model."""
    return any(key in config for key in ("model_type", "architectures", "auto_map"))


def check_semantic(config: Mapping[str, Any], name: str) -> None:
    """Makes sure that the config is that of a semantic segmentation model which transformers itself knows.

    Args:
        config: The config as it stands in the file.
        name: What to call the model.

    Raises:
        UnsupportedModel: it is another kind of model, or needs code that comes with it.
    """
    from transformers.models.auto.modeling_auto import MODEL_FOR_SEMANTIC_SEGMENTATION_MAPPING_NAMES as KNOWN

    kind = config.get("model_type", "")
    saved_as = next(iter(config.get("architectures") or ()), None)
    if kind not in KNOWN:
        raise _another_kind(config, name, kind, saved_as, ", ".join(sorted((*KNOWN, *UNIVERSAL))))
    if saved_as is not None and saved_as != KNOWN[kind]:
        raise UnsupportedModel(
            f"{name} is a {saved_as}, not a {KNOWN[kind]}.", "Choose a model trained for semantic segmentation."
        )


def _another_kind(
    config: Mapping[str, Any], name: str, kind: str, saved_as: str | None, known: str
) -> UnsupportedModel:
    if "auto_map" in config:
        return UnsupportedModel(
            f"{name} needs program code that comes with the model, and GranView runs none.",
            f"Choose a model of a type that transformers knows: {known}.",
        )
    return UnsupportedModel(
        f"{name} is a {saved_as or kind or 'model of unknown type'}, not a semantic segmentation model.",
        f"Choose a model of one of the types {known}.",
    )
