"""The classes of a lane beside its predictions, so that whoever reads them knows what they mean."""

from pathlib import Path
from typing import Final

from granview.core.labels import LabelSet
from granview.io.class_files import FILE_NAMES
from granview.io.text_writer import write_json

CLASS_FILE: Final = Path(FILE_NAMES[0])
NO_CLASSES: Final = LabelSet((), ())


def write_class_file(path: Path, labels: LabelSet) -> None:
    """Write ``{"classes": [{"name", "color"}, …], "void"}`` as ``granview.io.class_files`` reads it.

    Raises:
        GranViewError: the file cannot be written.
    """
    classes = [{"name": name, "color": list(color)} for name, color in zip(labels.names, labels.colors, strict=True)]
    write_json(path, {"classes": classes, "void": labels.void})
