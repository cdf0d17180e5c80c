"""Instance segmentation: the masks of single objects, ranked as COCO ranks them, and counted."""

from granview.tasks.base import TASKS
from granview.tasks.object_task import ObjectTask

TASKS.register("instance-segmentation")(
    ObjectTask("instance-segmentation", "Instances", "instances", rank=1, by_mask=True)
)
