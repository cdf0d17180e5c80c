"""Imported by the fork server for lanes of transformers' models: what each of them would import for itself."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Final

from granview.core.plugins import modules_of
from granview.models import families

_IMPORTED: Final = (
    *("granview.worker.lane_main", "granview.models.load"),
    *("transformers.modeling_utils", "transformers.modeling_layers", "transformers.models.auto.modeling_auto"),
    *("transformers.models.auto.tokenization_auto", "transformers.models.auto.image_processing_auto"),
)


@contextmanager
def _in_silence() -> Iterator[None]:
    """Within it, nothing that libraries complain of reaches the terminal; a lane has an output of its own for that."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


with _in_silence():
    for _name in (*_IMPORTED, *modules_of(families)):
        # Not by the registry of families, which would also import those of plug-ins before any lane asks for one.
        import_module(_name)
    with suppress(ImportError, AttributeError):  # a table that transformers makes at its first use, and keeps
        import_module("transformers.conversion_mapping").get_checkpoint_conversion_mapping("bert")
