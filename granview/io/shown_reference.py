"""Which of a sample's references is shown beside what lanes said, and as what."""

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
        reference = reference_of_type(sample, truth_type)
        if reference is not None and issubclass(truth_type_of(reference, truth_type), truth_type):
            return reference, truth_type
    rest = (one for one in sample.references if not (types and is_aside(one)))
    left = next(rest, None)
    return None if left is None else (left, None)
