"""Connected components of all classes of a label map at once, 8-connected.

Works on horizontal runs of equal labels, not on pixels, and joins touching runs by hooking each to its smallest
neighbour and then shortening all paths (Shiloach and Vishkin, "An O(log n) parallel connectivity algorithm", 1982).
So the cost follows the number of runs and not, as with a labelling per class, the number of classes.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.scoring.label_space import Labels

Indices = NDArray[np.int32]
Links = tuple[NDArray[Any], NDArray[Any]]


@dataclass(frozen=True)
class Components:
    """The components of a label map, n of them, in the order of their first pixel in raster order.

    Attributes:
        label: (n,) uint8 or uint16, the class or other value that the component consists of.
        area_px: (n,) int32, number of pixels, at least 1.
        x: (n,) int32, left edge of the bounding box, in pixels.
        y: (n,) int32, its top edge.
        w: (n,) int32, its width.
        h: (n,) int32, its height.
        starts: (H * W,) bool, whether a run starts at this pixel of the flattened map.
        of_run: (number of runs,) int32, the component of each run.
    """

    label: Labels
    area_px: Indices
    x: Indices
    y: Indices
    w: Indices
    h: Indices
    starts: NDArray[np.bool_]
    of_run: Indices

    def __len__(self) -> int:
        return len(self.label)


def component_at(labels: Labels, row: int, column: int) -> NDArray[np.bool_]:
    """The 8-connected component that a pixel belongs to: (H, W) bool."""
    found = find_components(labels)
    of_pixel = found.of_run[np.cumsum(found.starts, dtype=np.int32) - np.int32(1)].reshape(labels.shape)
    return np.asarray(of_pixel == of_pixel[row, column])


def find_components(labels: Labels) -> Components:
    """The 8-connected components of equal values in a label map (H, W) uint8 or uint16."""
    starts = _run_starts(labels)
    run_at = np.cumsum(starts, dtype=np.int32) - np.int32(1)
    first = np.flatnonzero(starts)
    root = _roots(len(first), _links(labels, first, run_at))
    is_root = root == np.arange(len(root), dtype=np.int32)
    roots = np.flatnonzero(is_root)
    of_run = (np.cumsum(is_root, dtype=np.int32) - np.int32(1))[root]
    columns = _boxes(first, labels.shape[1], labels.size, of_run, len(roots))
    return Components(label=labels.ravel()[first[roots]], starts=starts, of_run=of_run, **columns)


def _run_starts(labels: Labels) -> NDArray[np.bool_]:
    starts = np.ones(labels.shape, dtype=np.bool_)
    np.not_equal(labels[:, 1:], labels[:, :-1], out=starts[:, 1:])
    return starts.ravel()


def _links(labels: Labels, first: NDArray[np.intp], run_at: Indices) -> Links:
    """Pairs of runs of equal value in neighbouring rows that touch, at a side or a corner.

    Two runs first touch where one of them starts: straight above or below that pixel, or one to the left of that.
    """
    height, width = labels.shape
    flat = labels.ravel()
    inner = first % width > 0
    upper, lower = first >= width, first < (height - 1) * width
    ones: list[NDArray[Any]] = []
    others: list[NDArray[Any]] = []
    for step, usable in ((-width, upper), (-width - 1, upper & inner), (width, lower), (width - 1, lower & inner)):
        at = first[usable]
        equal = flat[at] == flat[at + step]
        at = at[equal]
        ones.append(run_at[at])
        others.append(run_at[at + step])
    return np.concatenate(ones), np.concatenate(others)


def _roots(n_runs: int, links: Links) -> Indices:
    """The smallest run that each run is connected to, through any number of links."""
    root = np.arange(n_runs, dtype=np.int32)
    one, other = links
    while one.size:
        np.minimum.at(root, np.maximum(one, other), np.minimum(one, other))
        root = _shortened(root)
        one, other = root[one], root[other]
        apart = one != other
        one, other = one[apart], other[apart]
    return root


def _shortened(parent: Indices) -> Indices:
    while True:
        grandparent = parent[parent]
        if np.array_equal(grandparent, parent):
            return parent
        parent = grandparent


def _boxes(
    first: NDArray[np.intp], width: int, n_pixels: int, of_run: Indices, n_components: int
) -> dict[str, Indices]:
    """Area and bounding box of each component, from its runs."""
    row, left = (part.astype(np.int32) for part in np.divmod(first, width))
    length = np.diff(first, append=n_pixels).astype(np.int32)
    area = np.bincount(of_run, weights=length, minlength=n_components).astype(np.int32)
    x, y = np.full((2, n_components), np.iinfo(np.int32).max, dtype=np.int32)
    right, bottom = np.zeros((2, n_components), dtype=np.int32)
    np.minimum.at(x, of_run, left)
    np.minimum.at(y, of_run, row)
    np.maximum.at(right, of_run, left + length)
    np.maximum.at(bottom, of_run, row + np.int32(1))
    return {"area_px": area, "x": x, "y": y, "w": right - x, "h": bottom - y}
