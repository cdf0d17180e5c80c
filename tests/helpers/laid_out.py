"""Data sets as their makers lay them out: small ones, of real pictures and masks."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from granview.core.sample import Reference, Sample
from granview.io.data_set import DataSet, DataSetChoice, DataSetChoices
from granview.io.layout import recognise
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem
from tests.helpers.images import noise, save

HEIGHT, WIDTH = 24, 32


def put_picture(path: Path) -> Path:
    """A picture of 32x24 px."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return save(path, noise(HEIGHT, WIDTH))


def columns(*values: int) -> NDArray[np.uint16]:
    """(24, 32) of these values in columns of about the same width."""
    row = np.array(values, np.uint16)[np.arange(WIDTH) * len(values) // WIDTH]
    return np.repeat(row[None], HEIGHT, 0)


def put_mask(path: Path, values: NDArray[np.integer], colors: Mapping[int, tuple[int, int, int]] | None = None) -> Path:  # type: ignore[type-arg]
    """A mask: grey of 8 bits, or of 16 where it has to be; with colours, one with a palette.

    Args:
        path: Where.
        values: (H, W).
        colors: The colours of some values of the palette.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    small = values.max() < 256
    image = Image.fromarray(values.astype(np.uint8 if small else np.uint16))
    if colors is not None:
        image = image.convert("P")
        palette = [0] * 768
        for value, color in colors.items():
            palette[3 * value : 3 * value + 3] = color
        image.putdata(values.ravel().tolist())
        image.putpalette(palette)
    image.save(path)
    return path


def put_colors(path: Path, values: NDArray[np.integer], colors: Mapping[int, tuple[int, int, int]]) -> Path:  # type: ignore[type-arg]
    """A mask in colours, one for each value."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rgb = np.zeros((*values.shape, 3), np.uint8)
    for value, color in colors.items():
        rgb[values == value] = color
    Image.fromarray(rgb).save(path)
    return path


def known(folder: Path) -> DataSet:
    """The data set that a folder is recognised as."""
    found = recognise(folder)
    assert found is not None, f"{folder} is not recognised"
    return found


def loaded(
    folder: Path, splits: Iterable[str] | None = None, references: Iterable[str] | None = None
) -> tuple[list[Sample], list[Problem]]:
    """The samples of a folder, and all that was said."""
    choice = DataSetChoice(None if splits is None else tuple(splits), None if references is None else tuple(references))
    events = list(find_samples([folder], choices=DataSetChoices(choice)))
    samples = [event for event in events if isinstance(event, Sample)]
    return samples, [event for event in events if isinstance(event, Problem)]


def reference_names(sample: Sample) -> list[str]:
    """The files of a sample's references."""
    return [Path(each.path).name for each in sample.references]


def reference_in(sample: Sample, folder: str) -> Reference:
    """The reference of a sample that lies in a folder of that name, or below it."""
    return next(each for each in sample.references if folder in Path(each.path).parts)


def words_of(problems: Iterable[Problem]) -> str:
    """All that was said, a line each."""
    return "\n".join(problem.error for problem in problems)
