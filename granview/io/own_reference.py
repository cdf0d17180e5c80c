"""Samples that are their own ground truth: a task makes them worse, and its models are to undo that."""

from collections.abc import Iterable

from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.task_trait import task_params, traits_of
from granview.core.truth import Truth
from granview.io.reference_format import reference_of_type


def own_reference(sample: Sample, task: str, params: RunParams) -> Reference | None:
    """The sample itself as the reference of a task; None where the task takes it as it is.

    Args:
        sample: The sample.
        task: The task's name.
        params: What was chosen for the run.
    """
    own = traits_of(task).own_reference
    if own is None or not sample.path or task_params(task, params)[own.param] == own.unless:
        return None
    return Reference(sample.path, sample.sha256, format=own.format)


def first_own_reference(sample: Sample, tasks: Iterable[str], params: RunParams) -> Reference | None:
    """The sample itself as the reference of the first of some tasks of which it is one; None where it is of none."""
    own = (own_reference(sample, task, params) for task in tasks)
    return next((reference for reference in own if reference is not None), None)


def reference_for(sample: Sample, task: str, wanted: type[Truth], params: RunParams) -> Reference | None:
    """The reference that a task compares with: the sample itself where the run says so, else one that it has.

    Args:
        sample: The sample.
        task: The task's name.
        wanted: The type of truth that the task compares with.
        params: What was chosen for the run.
    """
    return own_reference(sample, task, params) or reference_of_type(sample, wanted)
