"""Parameters of the tasks that find objects in pictures, and what all of them keep to."""

from typing import Final

from granview.core.task_param import TaskParam

COUNTED_SCORE: Final = 0.5
"""How sure of an object a model must be for it to be shown and counted where nobody has said."""

MAX_INSTANCES: Final = 100_000
"""No picture has more objects: a damaged session or file must not exhaust memory."""

SCORE_THRESHOLD: Final = TaskParam(
    "score_threshold",
    "Shown from a score of",
    COUNTED_SCORE,
    "Less sure objects are not drawn; nothing is scored by it",
    low=0,
    high=1,
    rescores=True,
)
COUNT_CONFIDENCE: Final = TaskParam(
    "count_confidence",
    "Counted from a score of",
    COUNTED_SCORE,
    "Less sure objects count neither as found nor as invented in precision, recall, F1 and the count's error; average "
    "precision takes all",
    low=0,
    high=1,
    rescores=True,
)
IOU_THRESHOLD: Final = TaskParam(
    "iou_threshold",
    "Found from an IoU of",
    0.5,
    "An object of the reference is found by one that overlaps it at least so much, in precision, recall and F1",
    low=0.01,
    high=1,
    rescores=True,
)
MAX_DETECTIONS: Final = TaskParam(
    "max_detections",
    "Objects of a picture",
    100,
    "So many of the surest objects of a picture are kept, and no more of a class are scored by average precision and "
    "recall, as COCO has it",
    low=1,
    high=10_000,
)
PHRASES: Final = TaskParam(
    "phrases",
    "What is looked for",
    (),
    "Words for the objects that a model of open vocabulary looks for, and so its classes; other models take no words",
)
STUFF: Final = TaskParam(
    "stuff",
    "Classes of stuff",
    (),
    "Classes that cannot be counted, such as sky: all that is of one of them is one segment",
)

COUNTING: Final = (SCORE_THRESHOLD, COUNT_CONFIDENCE, IOU_THRESHOLD, MAX_DETECTIONS)
"""Those of every task that finds single objects."""
