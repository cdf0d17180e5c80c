"""The classes of the zoo's detectors: what can be counted in a scene."""

from typing import Final

from granview.zoo.config import ZooLabel
from granview.zoo.labels import LABELS, Label

THINGS: Final = (Label.CELL, Label.NUCLEUS, Label.VEHICLE, Label.POLE, Label.CRACK, Label.SCRATCH, Label.PIT)
"""Labels whose members are objects; the others are parts of these, or stuff such as sky and road."""
CLASS_OF: Final = {label: number for number, label in enumerate(THINGS, start=1)}
"""A detector's class by label, which is its category in the COCO format too; class 0 is the background."""
THING_LABELS: Final[tuple[ZooLabel, ...]] = (LABELS[Label.BACKGROUND], *(LABELS[label] for label in THINGS))
"""Names and colours by a detector's class."""
