"""Why a number has no interval: one table of reasons for files, panels and passages.

An interval without width would claim that nothing is left to chance, where in truth nothing is known of it; so there is
none, and one of these reasons stands in its place.
"""

import enum

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES


class NoInterval(enum.StrEnum):
    """A reason, as tables have it."""

    FEW = "too few samples"
    FEW_DIFFER = "too few samples differ"
    SAME = "no sample differs"
    ALIKE = "the same in each sample"
    MOST_ALIKE = "nearly all samples the same"
    UNDEFINED = "undefined without one sample"
    BY_OUTCOME = "chosen by outcome"
    BIASED = "biased by chance"
    OTHER_TOKENS = "other tokens"


def no_interval(n: int, n_different: int, *, is_alike: bool, is_difference: bool = True) -> NoInterval:
    """Why there is no interval of a number of n samples.

    Args:
        n: How many samples it is over.
        n_different: In how many of them lanes differ; of a lane by itself, in how many its mean is not the usual one.
        is_alike: Whether the scatter over the samples is 0.
        is_difference: Whether it is of two lanes.
    """
    if n < MIN_SAMPLES:
        return NoInterval.FEW
    if not n_different:
        return NoInterval.SAME if is_difference else NoInterval.ALIKE
    if is_alike:
        return NoInterval.ALIKE
    if n_different >= MIN_DIFFERENT:
        return NoInterval.UNDEFINED
    return NoInterval.FEW_DIFFER if is_difference else NoInterval.MOST_ALIKE
