"""Whether a model is one of transformers, told from its source before anything is loaded."""

from pathlib import Path

from granview.core.errors import GranViewError
from granview.core.resources import embedded_model
from granview.io.model_config import config_if_any

_FORMAT = "format"
"""What the config of an embedded model in the zoo's own format has, and transformers' has not."""


def is_of_transformers(model: str) -> bool:
    """Whether its lane will need transformers' own code; False where that cannot be told.

    Args:
        model: A source, such as ``hf:org/name``, ``zoo:unet-nano`` or a folder.
    """
    scheme, colon, name = model.strip().partition(":")
    if colon and scheme == "hf":
        return True
    try:
        folder = embedded_model(name) if colon and scheme == "zoo" else Path(model.removeprefix("folder:")).expanduser()
        config = config_if_any(folder)
    except (GranViewError, OSError, RuntimeError):
        return False  # the lane itself will say it
    return bool(config) and _FORMAT not in config
