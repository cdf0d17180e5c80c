"""Exported networks that take pictures: ONNX, torch.export, TorchScript."""

from collections.abc import Callable, Mapping
from typing import Final

from granview.core.lane import LaneSpec
from granview.models.adapter import AnyAdapter, Progress
from granview.models.device import Placement
from granview.models.exported.classification import ExportedClassification
from granview.models.exported.depth import ExportedDepth
from granview.models.exported.detection import ExportedDetection
from granview.models.exported.loading import LoadedExport, is_exported, load_exported
from granview.models.exported.restoration import ExportedRestoration
from granview.models.exported.segmentation import ExportedSegmentation
from granview.models.family import FAMILIES, Family
from granview.models.loading.source import ResolvedSource

Make = Callable[[LoadedExport, LaneSpec, Placement], AnyAdapter]


class ExportedPicturesFamily(Family):
    """Files of exported networks for one task.

    Args:
        task: The task.
        make: Makes the adapter.
    """

    def __init__(self, task: str, make: Make) -> None:
        self.task = task
        self._make = make

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source is such a file."""
        return is_exported(resolved)

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> AnyAdapter:
        """The network with its description, which is guessed, and told, where the file has none.

        Raises:
            ModelError: as ``load_exported`` says.
        """
        return self._make(load_exported(resolved, spec, placement), spec, placement)


_TASKS: Final[Mapping[str, Make]] = {
    "image-segmentation": ExportedSegmentation,
    "image-classification": ExportedClassification,
    "object-detection": ExportedDetection,
    "depth-estimation": ExportedDepth,
    "image-to-image": ExportedRestoration,
}

for _task, _make in _TASKS.items():
    FAMILIES.register(f"exported-{_task}")(ExportedPicturesFamily(_task, _make))
