"""How many objects can be matched at most, one to one: what StarDist and Cellpose count as right.

They take the assignment that matches the most pairs of at least the wanted IoU (Schmidt et al., "Cell Detection with
Star-convex Polygons", MICCAI 2018). Where masks do not overlap each other, no object has two partners above an IoU of
0.5 and nothing is to be chosen. Else paths are augmented (Kuhn 1955), which finds as many pairs as an assignment by
cost would.
"""

import numpy as np
from numpy.typing import NDArray


def most_pairs(fits: NDArray[np.bool_]) -> int:
    """The size of the largest one-to-one matching.

    Args:
        fits: (n, m) bool: which pairs may be matched.
    """
    partners = fits.sum(axis=1)
    if partners.max(initial=0) <= 1 and fits.sum(axis=0).max(initial=0) <= 1:
        return int(partners.sum())
    choices = [np.flatnonzero(row).tolist() for row in fits if row.any()]
    owner: dict[int, int] = {}
    return sum(_augment(place, choices, owner) for place in range(len(choices)))


def _augment(start: int, choices: list[list[int]], owner: dict[int, int]) -> bool:
    """Find a partner for one more, moving others to another partner of theirs where that makes room."""
    reached_from: dict[int, int] = {}
    waiting = [start]
    for place in waiting:
        for partner in choices[place]:
            if partner in reached_from:
                continue
            reached_from[partner] = place
            if partner not in owner:
                _hand_over(partner, start, reached_from, owner)
                return True
            waiting.append(owner[partner])
    return False


def _hand_over(partner: int, start: int, reached_from: dict[int, int], owner: dict[int, int]) -> None:
    """Give each of a path its new partner, from the free one back to where the path began."""
    held = {place: own for own, place in owner.items()}
    while True:
        place = reached_from[partner]
        owner[partner] = place
        if place == start:
            return
        partner = held[place]
