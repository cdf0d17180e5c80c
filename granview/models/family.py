"""What a family of models is, and the table of families."""

from abc import ABC, abstractmethod
from typing import Final

from granview.core.lane import LaneSpec
from granview.core.registry import Registry
from granview.models.adapter import AnyAdapter, Progress
from granview.models.device import Placement
from granview.models.loading.source import ResolvedSource


class Family(ABC):
    """Models that are loaded and run in one way, for one task.

    Attributes:
        task: The task's name.
    """

    task: str

    @abstractmethod
    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether this source is of this family; looks at config files only."""

    @abstractmethod
    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> AnyAdapter:
        """The model, loaded. ``facts.load_s``, revision and notices of ``resolved`` and ``placement`` are the caller's.

        Raises:
            ModelError: it cannot be loaded.
        """


FAMILIES: Final[Registry[Family]] = Registry("granview.models.families", "model family")
