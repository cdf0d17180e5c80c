"""The one label set that every zoo model predicts: the union of the three scene domains."""

from enum import IntEnum

from granview.zoo.config import ZooLabel


class Label(IntEnum):
    """Values in the label maps of scenes and zoo models."""

    BACKGROUND = 0
    CELL = 1
    NUCLEUS = 2
    MEMBRANE = 3
    GRANULE = 4
    SKY = 5
    ROADSIDE = 6
    ROAD = 7
    MARKING = 8
    VEHICLE = 9
    POLE = 10
    PLATE = 11
    CRACK = 12
    SCRATCH = 13
    PIT = 14


COLORS: dict[Label, tuple[int, int, int]] = {
    Label.BACKGROUND: (34, 34, 34),
    Label.CELL: (86, 180, 233),
    Label.NUCLEUS: (0, 70, 140),
    Label.MEMBRANE: (240, 228, 66),
    Label.GRANULE: (213, 94, 0),
    Label.SKY: (136, 204, 238),
    Label.ROADSIDE: (17, 119, 51),
    Label.ROAD: (110, 110, 120),
    Label.MARKING: (255, 255, 255),
    Label.VEHICLE: (204, 51, 17),
    Label.POLE: (230, 159, 0),
    Label.PLATE: (187, 187, 187),
    Label.CRACK: (136, 34, 85),
    Label.SCRATCH: (0, 158, 115),
    Label.PIT: (51, 34, 136),
}
"""sRGB, after Okabe and Ito (2008) and Tol (2021): distinct for the common colour-vision deficiencies
among the classes of one domain."""

LABELS: tuple[ZooLabel, ...] = tuple(ZooLabel(label.name.lower(), COLORS[label]) for label in Label)
NUM_LABELS = len(LABELS)
THIN_LABELS = (Label.MEMBRANE, Label.MARKING, Label.POLE, Label.CRACK, Label.SCRATCH)
"""Classes whose members are lines from one to a few pixels wide."""
