"""Object detection: boxes about single objects, ranked as COCO ranks them, and counted."""

from granview.tasks.base import TASKS
from granview.tasks.object_task import ObjectTask

TASKS.register("object-detection")(ObjectTask("object-detection", "Objects", "boxes", rank=3, by_mask=False))
