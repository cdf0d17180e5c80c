"""All that the zoo trains, by name."""

from granview.zoo.branch import Branch
from granview.zoo.classifier_training.branch import CLASSIFIER_BRANCH
from granview.zoo.instance_training.branch import DETECTOR_BRANCH
from granview.zoo.super_resolution_training.branch import SUPER_RESOLUTION_BRANCH
from granview.zoo.text_training.branch import TEXT_BRANCH
from granview.zoo.training.branch import SEGMENTATION_BRANCH

BRANCHES: tuple[Branch, ...] = (
    SEGMENTATION_BRANCH,
    DETECTOR_BRANCH,
    CLASSIFIER_BRANCH,
    SUPER_RESOLUTION_BRANCH,
    TEXT_BRANCH,
)
BRANCH_OF: dict[str, Branch] = {name: branch for branch in BRANCHES for name in branch.names}
NAMES = tuple(BRANCH_OF)
