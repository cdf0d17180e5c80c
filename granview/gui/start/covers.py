"""The pictures of the sample galleries' cards."""

from collections.abc import Mapping

from PySide6.QtGui import QImage

from granview.core.gallery import all_galleries
from granview.core.resources import resource_path


def read_covers() -> Mapping[str, QImage]:
    """By the gallery's name, of those that have one; for a thread of its own."""
    pictures = {
        gallery.name: QImage(str(resource_path("covers", f"{gallery.name}.png"))) for gallery in all_galleries()
    }
    return {name: picture for name, picture in pictures.items() if not picture.isNull()}
