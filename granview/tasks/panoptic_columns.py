"""The metrics of panoptic segmentation."""

from collections.abc import Iterator
from typing import Final

from granview.tasks.base import Column

_RULES: Final = (
    "Segments of a class match at an IoU above 0.5; void pixels of the reference are left out of the prediction, and "
    "an unmatched segment that lies by more than half in void or in crowds of its class is passed over. Segments below "
    "the run's counting score, 0.5 if not chosen, are not there (Kirillov et al. 2019, as panopticapi counts)."
)
_MEAN: Final = (
    "Of each class over all samples together; mean over the classes that either side has, where one without a match "
    "counts as 0."
)
_QUALITIES: Final = {
    "pq": ("PQ", "Panoptic quality, summed IoU of matches / (TP + FP / 2 + FN / 2)"),
    "sq": ("SQ", "Segmentation quality, mean IoU of matches"),
    "rq": ("RQ", "Recognition quality, TP / (TP + FP / 2 + FN / 2), the F1 of segments"),
}
GROUPS: Final = {"": "", "things": "of things, which can be counted", "stuff": "of stuff, which cannot"}
"""Which classes a mean is over, by the end of the column's name."""


def column_name(quality: str, group: str) -> str:
    """The name of a quality's mean over a group of classes."""
    return f"{quality}_{group}" if group else quality


def _columns() -> Iterator[Column]:
    for group, words in GROUPS.items():
        for quality, (title, description) in _QUALITIES.items():
            yield Column(
                column_name(quality, group),
                f"{title} {group}".strip(),
                better="higher",
                description=f"{description}{f', {words}' if words else ''}. {_MEAN} {_RULES}",
                is_further=bool(group) and quality != "pq",
            )


COLUMNS: Final = tuple(_columns())

CLASS_COLUMNS: Final = tuple(
    Column(name, title, better="higher", description=f"{words}, of the class over all samples together. {_RULES}")
    for name, (title, words) in _QUALITIES.items()
)

CLASS_SIZE: Final = Column(
    "segments", "Segments", digits=0, description="Segments of the class in the references of all samples, no crowds."
)

UNIT_SCORE: Final = Column(
    "score",
    "Score",
    better="higher",
    description="IoU of a segment of the reference with the one that matches it, void left out; 0 where none does, "
    "which takes an IoU above 0.5. Crowds are no units; nor are invented segments, since units are the same for every "
    "lane.",
)

AGREEMENT: Final = Column(
    "agreement",
    "Agreement",
    description="2 shared / all segments, where segments of a class whose masks have an IoU of 0.5 or more are shared, "
    "one to one; of those with a score of 0.5 or more, over all samples that both have, classes matched by name; mean "
    "over lanes. It needs no reference.",
)
