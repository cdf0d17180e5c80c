"""Which of a sample's references is shown beside what lanes said, and as what; which others lanes go by."""

from collections.abc import Iterable

from granview.core.sample import Reference, Sample
from granview.core.truth import Truth
from granview.io.reference_format import is_aside, reference_of_type, truth_type_of


def shown_reference(sample: Sample, wanted: Iterable[type[Truth]]) -> tuple[Reference, type[Truth] | None] | None:
    """The reference with which the first lane that can be is compared, and the type of truth as which it is read.

    What no lane is compared with, and is said only aside, is not shown beside lanes.

    Args:
        sample: The sample.
        wanted: The types of truth that the lanes' tasks compare with, in the order of the lanes.

    Returns:
        The sample's first reference, read as its name says, where no lane is compared with any; None without one.
    """
    types = tuple(wanted)
    for truth_type in types:
        reference = _compared(sample, truth_type)
        if reference is not None:
            return reference, truth_type
    rest = (one for one in sample.references if not (types and is_aside(one)))
    left = next(rest, None)
    return None if left is None else (left, None)


def references_besides(sample: Sample, shown: Reference, wanted: Iterable[type[Truth]]) -> tuple[Reference, ...]:
    """The references that lanes are compared with while another one is shown, each once.

    Args:
        sample: The sample.
        shown: The one that is shown.
        wanted: The types of truth that the lanes' tasks compare with, in the order of the lanes.
    """
    found = (_compared(sample, truth_type) for truth_type in wanted)
    return tuple(dict.fromkeys(one for one in found if one is not None and one != shown))


def _compared(sample: Sample, truth_type: type[Truth]) -> Reference | None:
    """The reference of a sample that is of a type of truth; None without one."""
    reference = reference_of_type(sample, truth_type)
    fits = reference is not None and issubclass(truth_type_of(reference, truth_type), truth_type)
    return reference if fits else None
