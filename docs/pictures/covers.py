"""Draw the covers of the sample galleries, ``resources/covers/*.png``, from the galleries' own samples and references.

Call it from the checkout: ``python docs/pictures/covers.py``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from granview.core.palette import OKABE_ITO

ROOT: Final = Path(__file__).parents[2]
RESOURCES: Final = ROOT / "resources"
SIZE: Final = (240, 180)
"""Width and height of a cover in px, twice what the start page shows at most scales."""

Pixels = NDArray[np.uint8]


def scene(name: str, corner: tuple[int, int], size: tuple[int, int] = SIZE) -> tuple[Pixels, Pixels]:
    """A piece of a scene, (H, W, 3) uint8 sRGB, and of its reference, (H, W) uint8."""
    box = (*corner, corner[0] + size[0], corner[1] + size[1])
    picture = Image.open(RESOURCES / "gallery" / "scenes" / f"{name}.png").convert("RGB").crop(box)
    mask = Image.open(RESOURCES / "gallery" / "references" / f"{name}.png").crop(box)
    return np.asarray(picture), np.asarray(mask)


def tinted(picture: Pixels, labels: Pixels, opacity: float = 0.62) -> Pixels:
    """The picture under its classes' colours; the lowest class of it is left as it is."""
    colors = np.array([(0, 0, 0), *OKABE_ITO[1:], *OKABE_ITO], float)
    lowest = int(labels.min())
    places = labels.astype(int) - lowest
    painted = picture * (1 - opacity) + colors[np.minimum(places, len(colors) - 1)] * opacity
    return np.where(places[..., None] > 0, painted, picture).astype(np.uint8)


def images() -> Pixels:
    """Plain on the left, with its mask on the right."""
    picture, labels = scene("cells-03", (120, 100))
    drawn = tinted(picture, labels)
    drawn[:, :120] = picture[:, :120]
    drawn[:, 119:121] = 255
    return drawn


def outlines() -> Pixels:
    """Edges of the classes, close by."""
    picture, labels = scene("cells-05", (190, 120), (120, 90))
    large = np.asarray(Image.fromarray(picture).resize(SIZE, Image.Resampling.BICUBIC)).copy()
    classes = np.asarray(Image.fromarray(labels).resize(SIZE, Image.Resampling.NEAREST))
    edge = np.zeros(classes.shape, bool)
    for axis in (0, 1):
        for by in (1, 2):
            edge |= classes != np.roll(classes, by, axis)
    large[edge] = OKABE_ITO[3]
    return large


def distilled() -> Pixels:
    """A road with its mask."""
    return tinted(*scene("road-02", (140, 130)))


def instances() -> Pixels:
    """Every object in a colour of its own."""
    picture, labels = scene("cells-01", (60, 60))
    here = labels > labels.min()
    numbers = np.zeros(labels.shape, np.uint8)
    stack: list[tuple[int, int]]
    count = 0
    for start in zip(*np.nonzero(here), strict=True):
        if numbers[start]:
            continue
        count, stack = count + 1, [(int(start[0]), int(start[1]))]
        while stack:
            y, x = stack.pop()
            if 0 <= y < here.shape[0] and 0 <= x < here.shape[1] and here[y, x] and not numbers[y, x]:
                numbers[y, x] = (count - 1) % 7 + 1
                stack += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
    return tinted(picture, numbers)


def classes() -> Pixels:
    """Crops of twelve kinds, four by three."""
    sheet = Image.new("RGB", SIZE)
    folders = sorted(path for path in (RESOURCES / "gallery-classes").iterdir() if path.is_dir())
    for place, folder in enumerate(folders[:12]):
        crop = Image.open(sorted(folder.glob("*.png"))[0]).convert("RGB").resize((60, 60))
        sheet.paste(crop, (place % 4 * 60, place // 4 * 60))
    return np.asarray(sheet)


def restoration() -> Pixels:
    """Coarse on the left, the original on the right."""
    original = Image.open(RESOURCES / "gallery-restoration" / "high" / "china.png").convert("RGB")
    width, height = original.size
    edge = min(width // 4, height // 3)
    piece = original.crop(
        ((width - 4 * edge) // 2, (height - 3 * edge) // 2, (width + 4 * edge) // 2, (height + 3 * edge) // 2)
    )
    fine = np.asarray(piece.resize(SIZE, Image.Resampling.LANCZOS)).copy()
    coarse = piece.resize((40, 30), Image.Resampling.BOX).resize(SIZE, Image.Resampling.NEAREST)
    fine[:, :119] = np.asarray(coarse)[:, :119]
    fine[:, 119:121] = 255
    return fine


def text() -> Pixels:
    """Lines of a text in which some words are marked."""
    sheet = Image.new("RGB", SIZE, (246, 244, 239))
    draw = ImageDraw.Draw(sheet)
    lines = ((70, 40, 60), (30, 84, 50), (90, 30, 44), (50, 66, 30), (40, 50, 74), (96, 40))
    marked = {(0, 1): 1, (1, 1): 2, (3, 1): 6, (4, 2): 1, (2, 0): 5}
    for row, words in enumerate(lines):
        x, y = 20, 20 + row * 25
        for place, width in enumerate(words):
            color = OKABE_ITO[marked[row, place]] if (row, place) in marked else (190, 188, 184)
            draw.rounded_rectangle((x, y, x + width, y + 13), 4, color)
            x += width + 9
    return np.asarray(sheet)


COVERS: Final[dict[str, Callable[[], Pixels]]] = {
    "images": images,
    "outlines": outlines,
    "distilled": distilled,
    "instances": instances,
    "classes": classes,
    "restoration": restoration,
    "text": text,
}
"""By the gallery's name."""


if __name__ == "__main__":
    for name, cover in COVERS.items():
        few = Image.fromarray(cover()).quantize(128, dither=Image.Dither.FLOYDSTEINBERG)
        few.save(RESOURCES / "covers" / f"{name}.png", optimize=True)
