"""The metrics of tasks that find single objects, whether by boxes or by masks."""

from typing import Final

from msgspec.structs import replace

from granview.scoring.instances.tide import BACKGROUND_IOU, FOREGROUND_IOU
from granview.scoring.instances.tide import MAX_DETECTIONS as MOST_OF_A_PICTURE
from granview.tasks.base import Column

_RANKED: Final = (
    "All detections of all samples together are ranked by their score, class by class; equal ones stay in the order of "
    "the samples. Of each class and sample the 100 surest count, if the run does not say otherwise. Classes without an "
    "object are left out of the mean; detections of a class that the reference does not have count for nothing. The "
    "values are those of pycocotools."
)
_CROWD: Final = "What lies in a crowd is neither right nor wrong, and no crowd need be found."
_RANGE: Final = (
    "The area of an object is what its file states (in COCO files that of its outline, also where boxes are scored), "
    "else that of its mask, else of its box; a detection that matches nothing goes by its own. Both ends belong to a "
    "range."
)
_COUNTED: Final = (
    "Of the objects that are as sure as the run's counting score, 0.5 if not chosen, and found from the run's IoU on, "
    "0.5 if not chosen; the surest takes the object of its class that it overlaps most."
)
_COUNT: Final = (
    "Objects of all classes together that are as sure as the run's counting score, 0.5 if not chosen; mean over the "
    "samples, also those without an object. Crowds, and what lies in them, are not counted."
)
_HOOVER: Final = (
    "by more than half of their own area, and cover more than half of it together (over- and under-segmentation of "
    "Hoover et al. 1996 at a tolerance of 0.5, within a class). Objects of the run's counting score, of all samples "
    "together."
)
_STARDIST: Final = (
    "TP / (TP + FP + FN) over all samples together, of objects as sure as the run's counting score, with as many pairs "
    "of a class as can be matched; what StarDist and Cellpose call average precision (Schmidt et al. 2018, Stringer et "
    "al. 2021). It ranks nothing by score."
)
_TIDE: Final = (
    f"over all samples together (TIDE, Bolya et al. 2020, at IoU {FOREGROUND_IOU:g} and {BACKGROUND_IOU:g}, each kind "
    f"mended alone, so that they do not add up). Of a sample the {MOST_OF_A_PICTURE} surest detections count; classes "
    "that are detected and nowhere there count as 0, as in tidecv, whose recalls differ from pycocotools' in the last "
    "digit."
)


def _precision() -> tuple[Column, ...]:
    ten = (
        "Average precision over 101 recalls, mean over the IoU thresholds 0.50 to 0.95 in steps of 0.05 (of boxes, in "
        "instance segmentation of masks)"
    )
    alone = "alone; otherwise as AP, over all samples together."
    sizes = {"small": "up to 32² px²", "medium": "from 32² to 96² px²", "large": "from 96² px² on"}
    return (
        Column("ap", "AP", better="higher", description=f"{ten} and over classes. {_RANKED} {_CROWD}"),
        Column("ap50", "AP50", better="higher", description=f"AP at an IoU of 0.50 {alone}"),
        Column("ap75", "AP75", better="higher", description=f"AP at an IoU of 0.75 {alone}"),
        *(
            Column(
                f"ap_{name}",
                f"AP {name}",
                better="higher",
                description=f"AP of objects {size}, of all samples together. {_RANGE}",
            )
            for name, size in sizes.items()
        ),
    )


def _recall() -> tuple[Column, ...]:
    few = (
        "Share of the objects that are found by at most {} of each class and sample, mean over classes and the ten IoU "
    )
    counted = "thresholds of AP, of whatever score."
    return (
        Column("ar_1", "AR1", better="higher", description=few.format("the surest detection") + counted),
        Column("ar_10", "AR10", better="higher", description=few.format("the 10 surest detections") + counted),
        Column(
            "ar",
            "AR100",
            better="higher",
            description=few.format("the 100 surest detections (or as many as the run says)") + counted,
        ),
        *(
            Column(
                f"ar_{name}",
                f"AR {name}",
                better="higher",
                description=f"AR100 of {name} objects, of all samples together, in the ranges of AP by size. {_RANGE}",
            )
            for name in ("small", "medium", "large")
        ),
    )


def _counting() -> tuple[Column, ...]:
    return (
        Column(
            "precision",
            "Precision",
            better="higher",
            description=f"Share of the predicted objects that are right. {_COUNTED} {_CROWD}",
        ),
        Column(
            "recall",
            "Recall",
            better="higher",
            description=f"Share of the reference's objects that are found. {_COUNTED}",
        ),
        Column(
            "f1",
            "F1",
            better="higher",
            description=f"2 TP / (2 TP + FP + FN) over all samples together. {_COUNTED}",
        ),
        Column(
            "count_error",
            "Count error",
            "objects",
            "lower",
            2,
            f"How far the number of objects is from the reference's, without sign. {_COUNT}",
        ),
        Column(
            "count_bias",
            "Count bias",
            "objects",
            digits=2,
            description=f"How many objects more than the reference's are counted, fewer if negative. {_COUNT}",
        ),
        Column(
            "invented",
            "Invented",
            "per sample",
            "lower",
            2,
            "Predicted objects that stand for none of the reference, of whatever class; mean over the samples. "
            f"{_CROWD}",
        ),
    )


def _pieces() -> tuple[Column, ...]:
    return (
        Column(
            "split",
            "Split",
            better="lower",
            description="Share of the reference's objects that are found as pieces alone: two predictions or more, "
            f"none of which has found another object, lie in it {_HOOVER}",
        ),
        Column(
            "merged",
            "Merged",
            better="lower",
            description="Share of the predicted objects that take several for one: two objects or more, none of which "
            f"is found by another prediction, lie in it {_HOOVER}",
        ),
    )


def _accuracy() -> tuple[Column, ...]:
    return (
        Column("accuracy_50", "TP/(TP+FP+FN)", better="higher", description=f"At an IoU of 0.50. {_STARDIST}"),
        Column(
            "accuracy",
            "TP/(TP+FP+FN) mean",
            better="higher",
            description=f"Mean over the IoU thresholds 0.50 to 0.95 in steps of 0.05. {_STARDIST}",
        ),
    )


def _errors() -> tuple[Column, ...]:
    kinds = (
        ("class", "Class errors", "detections on an object of another class were right or gone"),
        (
            "localisation",
            "Place errors",
            "detections that lie only partly on an object of their class were right or gone",
        ),
        ("both", "Class and place errors", "detections that lie only partly on an object of another class were gone"),
        ("duplicate", "Duplicates", "detections of an object that a surer one has found were gone"),
        ("background", "Background errors", "detections on nothing were gone"),
        ("missed", "Missed", "objects that no detection comes near, of their class or in their place, were not there"),
    )
    return tuple(
        Column(
            f"cost_{name}", f"{title}, AP lost", better="lower", description=f"What AP50 would gain if {if_}, {_TIDE}"
        )
        for name, title, if_ in kinds
    )


_FIRST: Final = ("ap", "ap50", "ap75", "precision", "recall", "f1", "count_error")
"""What a first look at objects is at: ranked by score, and counted."""

COLUMNS: Final = tuple(
    replace(column, is_further=column.name not in _FIRST)
    for column in (*_precision(), *_recall(), *_counting(), *_pieces(), *_accuracy(), *_errors())
)
"""Of boxes and of masks alike."""

_OF_THE_CLASS: Final = "Of the class's objects, over all samples together."

CLASS_COLUMNS: Final = (
    Column(
        "ap", "AP", better="higher", description="Average precision, mean over ten IoU thresholds. " + _OF_THE_CLASS
    ),
    Column("ap50", "AP50", better="higher", description=f"Average precision at an IoU of 0.50. {_OF_THE_CLASS}"),
    Column("ap75", "AP75", better="higher", description=f"Average precision at an IoU of 0.75. {_OF_THE_CLASS}"),
    Column("ar", "AR100", better="higher", description=f"Recall, mean over ten IoU thresholds. {_OF_THE_CLASS}"),
    Column(
        "precision", "Precision", better="higher", description=f"Share of predicted ones that are right. {_COUNTED}"
    ),
    Column("recall", "Recall", better="higher", description=f"Share of the reference's that are found. {_COUNTED}"),
    Column("f1", "F1", better="higher", description=f"2 TP / (2 TP + FP + FN), TP found in its class. {_COUNTED}"),
    Column(
        "count_error",
        "Count error",
        "objects",
        "lower",
        2,
        "How far the number of the class's objects is from the reference's, without sign; mean over all samples.",
    ),
)

CLASS_SIZE: Final = Column(
    "objects", "Objects", digits=0, description="Objects of the class in the references of all samples, without crowds."
)


UNIT_SCORE: Final = Column(
    "score",
    "Score",
    better="higher",
    description="IoU of an object of the reference with the prediction of its class that found it, 0 if "
    "none has, at the run's counting score and IoU. Crowds are no units; nor are invented objects, since units are "
    "the same for every lane: the column Invented counts those.",
)


AGREEMENT: Final = Column(
    "agreement",
    "Agreement",
    description="2 shared / all objects, where objects of a class that have an IoU of 0.5 or more are "
    "shared, one to one; of those with a score of 0.5 or more, over all samples that both have, classes matched by "
    "name; mean over lanes. It needs no reference.",
)
