"""The program's icon in the sizes and formats of each system, drawn from its SVG."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.layout import ROOT

SVG: Final = ROOT / "resources" / "icons" / "granview.svg"
HICOLOR_SIZES_PX: Final = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES_PX: Final = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZE_PX: Final = 1024
_NAMES: Final = ("apps/granview", "mimetypes/application-x-granview")


def write_hicolor(folder: Path, sizes_px: Iterable[int] = HICOLOR_SIZES_PX) -> None:
    """Icons of the program and of its files, as a theme of icons has them: ``48x48/apps/granview.png``."""
    for name in _NAMES:
        svg = folder / "scalable" / f"{name}.svg"
        svg.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SVG, svg)
        for size in sizes_px:
            file = folder / f"{size}x{size}" / f"{name}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            write_png(file, size)


def write_png(file: Path, size_px: int) -> None:
    """The icon as a square PNG."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(str(SVG)).render(painter, QRectF(0, 0, size_px, size_px))
    image.save(str(file))


def write_packed(file: Path, sizes_px: Iterable[int] = ICO_SIZES_PX) -> None:
    """The icon as one file with all sizes: ``.ico`` of Windows, ``.icns`` of macOS, by the file's suffix."""
    file.parent.mkdir(parents=True, exist_ok=True)
    largest = file.with_suffix(".png")
    write_png(largest, ICNS_SIZE_PX if file.suffix == ".icns" else max(sizes_px))
    with Image.open(largest) as image:
        if file.suffix == ".icns":
            image.save(file)
        else:
            image.save(file, sizes=[(size, size) for size in sizes_px])
    largest.unlink()
