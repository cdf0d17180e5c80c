"""What each interval is about: the one place that says so. Tables, tips and pages refer to these.

An estimand is the number that would be known if there were no end of samples. All three speak of samples like those at
hand, drawn independently of each other; of samples that were chosen otherwise they say nothing.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Estimand:
    """A number that an interval is about.

    Attributes:
        title: Its name.
        what: The number itself, in a sentence.
        weights: What weighs how much in it.
        drawn: What is drawn anew for its interval.
        where: Where it is shown.
    """

    title: str
    what: str
    weights: str
    drawn: str
    where: str


METRIC_DIFFERENCE: Final = Estimand(
    "Difference of a metric",
    "The metric of one lane less that of another, each made of the statistics of all samples together.",
    "As the metric has it: of mIoU each pixel within its class and then each class, of entity F1 each entity, of "
    "accuracy each sample. It is no mean of the samples' metrics.",
    "Whole samples, each with both lanes' statistics.",
    "Metrics and Variants panels, differences.csv, variants.csv, Comparison.differences().",
)

UNIT_MEAN_DIFFERENCE: Final = Estimand(
    "Difference in a bucket of grain",
    "The mean score over the units of the bucket in one lane, less that in another.",
    "Each unit the same, so that a sample with many units weighs more than one with few.",
    "Whole samples, each with all its units in both lanes.",
    "The sentences of the Grain panel, where a variant loses most, the grain columns of variants.csv.",
)

UNIT_MEAN: Final = Estimand(
    "Mean score in a bucket of grain",
    "The mean score of one lane over the units of the bucket.",
    "Each unit the same.",
    "Whole samples, each with all its units.",
    "The bands of the Grain panel's plot. Two lanes are not compared by whether their bands overlap.",
)

ESTIMANDS: Final = (METRIC_DIFFERENCE, UNIT_MEAN_DIFFERENCE, UNIT_MEAN)

OVER_ONE_MEASURE: Final = (
    "Each pair of lanes is corrected over the buckets of this measure alone. The verdict is corrected over all that it "
    "says, so that it may show no difference in the same bucket."
)
"""Over what the intervals of differences in buckets hold together: said wherever they stand."""
