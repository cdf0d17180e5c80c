"""A small Pascal VOC: three pictures, two of them with masks, all with boxes, and lists."""

from collections.abc import Sequence
from pathlib import Path

from tests.helpers.laid_out import HEIGHT, WIDTH, columns, put_mask, put_picture

NAMES = ("2007_000033", "2007_000042", "2008_000001")
PERSON, TRAIN, VOID = 15, 19, 255
COLORS = {
    0: (0, 0, 0),
    PERSON: (192, 128, 128),
    TRAIN: (128, 192, 0),
    1: (128, 0, 0),
    2: (0, 128, 0),
    VOID: (224, 224, 192),
}


def write_voc(root: Path) -> Path:
    """The data set: ``val`` lists the second, ``train`` the first, ``Main/val`` the last two, and a class's list."""
    for name in NAMES:
        put_picture(root / "JPEGImages" / f"{name}.jpg")
        write_boxes(root / "Annotations" / f"{name}.xml", [("person", (1, 1, 10, 20)), ("train", (12, 1, 32, 24))])
    for name in NAMES[:2]:
        put_mask(root / "SegmentationClass" / f"{name}.png", columns(0, PERSON, VOID, TRAIN, PERSON), COLORS)
        put_mask(root / "SegmentationObject" / f"{name}.png", columns(0, 1, VOID, 2, 3), COLORS)
    write_list(root, "Segmentation/train.txt", NAMES[:1])
    write_list(root, "Segmentation/val.txt", NAMES[1:2])
    write_list(root, "Main/val.txt", NAMES[1:])
    write_list(root, "Main/aeroplane_val.txt", [f"{NAMES[1]} -1", f"{NAMES[2]}  1"])
    return root


def write_list(root: Path, name: str, lines: Sequence[str]) -> Path:
    """A list below ``ImageSets``."""
    path = root / "ImageSets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines))
    return path


def write_boxes(path: Path, boxes: Sequence[tuple[str, tuple[int, int, int, int]]]) -> Path:
    """The boxes of a picture; edges are counted from 1."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sides = ("xmin", "ymin", "xmax", "ymax")
    objects = "".join(
        f"<object><name>{name}</name><difficult>0</difficult><bndbox>"
        + "".join(f"<{side}>{value}</{side}>" for side, value in zip(sides, box, strict=True))
        + "</bndbox></object>"
        for name, box in boxes
    )
    size = f"<size><width>{WIDTH}</width><height>{HEIGHT}</height><depth>3</depth></size>"
    path.write_text(f"<annotation><filename>{path.stem}.jpg</filename>{size}{objects}</annotation>")
    return path
