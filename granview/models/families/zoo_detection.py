"""The embedded detectors: Mask R-CNN and FCOS of torchvision on backbones of the zoo's own."""

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.region_detector import INSTANCES, RegionDetector
from granview.models.loading.object_labels import object_labels
from granview.models.loading.source import ResolvedSource
from granview.models.loading.zoo_folder import is_zoo_folder, load_zoo_folder, zoo_facts
from granview.models.variant import reduced


class ZooDetectionFamily(Family):
    """Folders in the zoo's own format whose networks find objects."""

    def __init__(self, task: str) -> None:
        self.task = task

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the folder's config says that it is in the zoo's format, and for this task."""
        return is_zoo_folder(resolved, self.task)

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> RegionDetector:
        """The network, after its weights were compared with the hash that was shipped."""
        assert resolved.folder is not None
        network, config = load_zoo_folder(resolved.folder)
        classes = object_labels([label.name for label in config.labels], has_background=True)
        labels = LabelSet(classes.labels.names, tuple(config.labels[output].color for output in classes.outputs))
        facts = zoo_facts(resolved.folder, network, labels, spec, placement, ("torchvision",))
        return RegionDetector(reduced(network, spec.variant), classes, facts, spec, placement)


for _task in ("object-detection", INSTANCES):
    FAMILIES.register(f"zoo-{_task}")(ZooDetectionFamily(_task))
