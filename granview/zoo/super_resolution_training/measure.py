"""Measures a network that enlarges on unseen pictures, beside bicubic interpolation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import torch
from PIL import Image
from torch import nn

from granview.scoring.octaves import WAVELENGTHS_PX, explained, octave_powers
from granview.zoo.figures import Figures, FigureTable, Value
from granview.zoo.scenes.scene import ImageArray
from granview.zoo.super_resolution_training.pairs import DEGRADATION, SCALE, Pair, make_pair
from granview.zoo.super_resolution_training.pictures import read_rgb, unseen_scenes
from granview.zoo.super_resolution_training.quality import BORDER_PX, Quality, inner_luminance, quality

Enlarge = Callable[[ImageArray], ImageArray]
"""From a picture (h, w, 3) uint8 to one of twice the size."""

MAX_SIDE_PX: Final = 512
"""Of larger photographs the middle is measured."""


def network_enlarger(network: nn.Module) -> Enlarge:
    """Wraps a network as a function from a small picture to a large one, rounded as a file is."""

    def enlarge(image: ImageArray) -> ImageArray:
        pixels = torch.from_numpy(image.astype(np.float32) / 255).permute(2, 0, 1)[None]
        with torch.inference_mode():
            large = network(pixels)[0].clamp(0, 1) * 255
        rounded: ImageArray = large.round().permute(1, 2, 0).to(torch.uint8).numpy()
        return rounded

    return enlarge


def bicubic(image: ImageArray) -> ImageArray:
    """Pillow's bicubic enlargement."""
    height, width = image.shape[:2]
    size = (width * SCALE, height * SCALE)
    return np.asarray(Image.fromarray(image).resize(size, Image.Resampling.BICUBIC))


def _middle(picture: ImageArray) -> ImageArray:
    """At most 512 px of each side, about the middle."""
    rows, columns = (slice(max(side - MAX_SIDE_PX, 0) // 2, None) for side in picture.shape[:2])
    return picture[rows, columns][:MAX_SIDE_PX, :MAX_SIDE_PX]


def unseen_photos(gallery: Path) -> Iterator[tuple[str, Pair]]:
    """The gallery's photographs by name, none of which is trained on."""
    for path in sorted((gallery / "photos").iterdir()):
        yield path.stem, make_pair(_middle(read_rgb(path)))


def _mean(qualities: Iterable[Quality]) -> Quality:
    listed = list(qualities)
    return Quality(float(np.mean([one.psnr_db for one in listed])), float(np.mean([one.ssim for one in listed])))


def _row(name: str, ours: Quality, plain: Quality) -> tuple[Value, ...]:
    return (name, ours.psnr_db, plain.psnr_db, ours.ssim, plain.ssim)


def _by_octave(photos: Sequence[tuple[ImageArray, ImageArray]]) -> FigureTable:
    """How much of the detail of each size is brought back, of enlarged photographs and their originals."""
    scores = np.stack([explained(octave_powers(*map(inner_luminance, pair))) for pair in photos])
    names = [*(f"{low:g}-{high:g}" for low, high in pairwise(WAVELENGTHS_PX)), f">={WAVELENGTHS_PX[-1]:g}"]
    counts = np.isfinite(scores).sum(0)
    rows = [
        (name, int(count), float(np.nanmean(column)) if count else None)
        for name, count, column in zip(names, counts, scores.T, strict=True)
    ]
    return FigureTable(("grain (px)", "photographs", "explained"), tuple(rows), _OCTAVE_NOTE)


def measure_super_resolution(enlarge: Enlarge, gallery: Path) -> Figures:
    """The card's figures: each of the gallery's photographs, and test scenes.

    Args:
        enlarge: What is measured.
        gallery: The folder of the gallery of pictures.
    """
    photos = dict(unseen_photos(gallery))
    scenes = [make_pair(image) for image in unseen_scenes()]
    enlarged = {name: enlarge(pair.low) for name, pair in photos.items()}
    ours = {name: quality(enlarged[name], pair.high) for name, pair in photos.items()}
    plain = {name: quality(bicubic(pair.low), pair.high) for name, pair in photos.items()}
    drawn = _mean(quality(enlarge(pair.low), pair.high) for pair in scenes)
    drawn_plain = _mean(quality(bicubic(pair.low), pair.high) for pair in scenes)
    mean, mean_plain = _mean(ours.values()), _mean(plain.values())
    rows = [
        _row("all photographs", mean, mean_plain),
        *(_row(name, ours[name], plain[name]) for name in photos),
        _row(f"{len(scenes)} scenes", drawn, drawn_plain),
    ]
    return Figures(
        measured_on=f"{len(photos)} unseen photographs (those of the gallery, of each side at most {MAX_SIDE_PX} px) "
        f"and {len(scenes)} unseen scenes, {DEGRADATION}",
        metric="PSNR of Y",
        score=mean.psnr_db,
        others={
            "dB more than bicubic interpolation": mean.psnr_db - mean_plain.psnr_db,
            "SSIM of Y": mean.ssim,
            "SSIM of Y more than bicubic interpolation": mean.ssim - mean_plain.ssim,
        },
        tables=(
            FigureTable(_COLUMNS, tuple(rows), _NOTE),
            _by_octave([(enlarged[name], pair.high) for name, pair in photos.items()]),
        ),
        unit="dB",
    )


_COLUMNS: Final = ("picture", "PSNR (dB)", "PSNR of bicubic", "SSIM", "SSIM of bicubic")
_NOTE: Final = (
    "Y is the luminance of BT.601 in 16..235 (MATLAB's rgb2ycbcr) with a peak of 255; "
    f"{BORDER_PX} pixels of the border are left out; bicubic is Pillow's; means are over pictures."
)
_OCTAVE_NOTE: Final = (
    "Grain is the wavelength of detail, by octaves; explained is the share of the power of Y that the picture brings "
    "back, the mean over photographs."
)
