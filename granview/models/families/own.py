"""Models of one's own: a class in a Python file that a person has allowed to run."""

from importlib.metadata import version

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts, RanAs
from granview.core.own_code import CODE
from granview.core.palette import class_colors
from granview.io.weight_files import sha256_of
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.loading.source import ResolvedSource
from granview.models.own.adapter import OwnAdapter
from granview.models.own.loading import own_model
from granview.models.own.returned import READERS


class OwnFamily(Family):
    """Sources ``FILE.py:CLASS``, for one task.

    Args:
        task: The task.
    """

    def __init__(self, task: str) -> None:
        self.task = task

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source names a class."""
        return resolved.source.scheme == CODE

    def load(self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress) -> OwnAdapter:
        """An object of the class, ready to run.

        Raises:
            UnsupportedModel: it cannot be set up, is for another task, or a variant is asked for.
        """
        assert resolved.weights is not None
        name = resolved.source.detail
        if not spec.variant.is_plain:
            raise UnsupportedModel(f"{name} runs as it was written, not as {spec.variant}.", "Use the variant fp32.")
        model = own_model(resolved.weights, name, str(placement.device))
        own_task = getattr(model, "task", "") or spec.task
        if own_task != spec.task:
            raise UnsupportedModel(f"{name} is for {own_task}, not for {spec.task}.", f"Choose the task {own_task}.")
        classes = tuple(map(str, getattr(model, "classes", ())))
        params = getattr(model, "params", None)
        facts = ModelFacts(
            LabelSet(classes, class_colors(classes)),
            name,
            None if params is None else int(params),
            None,
            sha256_of([resolved.weights]),
            str(placement.device),
            placement.name,
            0.0,
            versions={"torch": version("torch")},
            ran=RanAs("", f"{name} in {resolved.weights.name}"),
            notices=(f"The code of {resolved.weights} was run: you have allowed it as it is now.",),
        )
        return OwnAdapter(model, facts, spec)


for _task in READERS:
    FAMILIES.register(f"own-{_task}")(OwnFamily(_task))
