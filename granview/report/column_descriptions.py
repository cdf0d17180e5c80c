"""What the columns of the tables are, in words: one source for tool tips, the command line, files and the API."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from granview.analysis.no_interval import NoInterval
from granview.tasks.base import TASKS, Task

_FORWARD: Final = (
    "of one sample, its share of the batch, synchronised with the device; passes that warm up are left out"
)
_PASSES: Final = "in forward passes alone, of those that did not warm up"

NAMES: Final[Mapping[str, str]] = {
    "sample": "The sample's name, told apart from others by a number where two are called alike.",
    "lane": "The lane's name: one model, as it was run on one device.",
    "model": "The source that the model was loaded from.",
    "variant": "The number format that the model ran in, and whether it was compiled.",
    "device": "Where the model ran, or is to run while it has never been loaded.",
    "status": "Whether the sample succeeded (ok), failed, or was not run.",
    "error": "Why the sample failed, in words, and what to do about it; empty where it did not.",
    "path": "The file that the sample was read from; empty for one that was typed or pasted.",
    "record": "Which record of its file the sample is, from 1; empty where the file holds one.",
    "notices": "What must be known of the result beside its numbers.",
    "n": "Samples that succeeded; costs rest on them.",
    "failed": "Samples that failed: they count in no metric and no cost.",
    "scored": "Samples that succeeded and were compared with a reference. A text that is merely measured, by the "
    "perplexity of its own tokens, is not among them.",
}
"""What identifies and counts, in ``results.csv`` and ``summary.csv``."""

COSTS: Final[Mapping[str, str]] = {
    "preprocess_ms": "Time from the decoded sample to the model's input, in milliseconds: its share of the batch.",
    "forward_ms": f"Time of the forward pass {_FORWARD}; in milliseconds.",
    "postprocess_ms": "Time from the model's output to the prediction, in milliseconds: its share of the batch.",
    "first_token_ms": "Time from the start of the forward pass to the first token written, in milliseconds.",
    "new_tokens": "Tokens that the model wrote for the sample, with the one that ended it.",
    "params": "Parameters of the model, shared ones counted once.",
    "weights_mb": "Size of the model's weight files on disk, in 10^6 bytes.",
    "flops": "Floating-point operations of one forward pass of one sample, the first that ran, by torch's own "
    "counter: a multiplication and an addition are two, and matrix products, convolutions and attention alone are "
    "counted; of a model that writes, over its prompt.",
    "load_s": "Time to load the model, in seconds, from looking for its files until it could be run.",
    "forward_ms_p50": f"Median time of the forward pass {_FORWARD}; in milliseconds.",
    "forward_ms_p90": f"Time that nine of ten forward passes stay under, {_FORWARD}; in milliseconds.",
    "throughput_per_s": f"Samples per second {_PASSES}; reading, pre- and postprocessing are left out.",
    "peak_rss_mb": "The largest resident memory of the lane's own process, in 10^6 bytes; its libraries are in it.",
    "peak_cuda_mb": "The most CUDA memory that torch held in the lane's process, in 10^6 bytes; empty on the CPU.",
    "energy_j": "Energy that the whole GPU used during the lane's forward passes, in joules, by NVML; empty on the "
    "CPU.",
    "energy_j_per_thousand": "Energy that the whole GPU used for a thousand samples, in joules: energy_j by the "
    "samples that were run.",
    "money_per_million": "What a million samples cost at the price of an hour that the user has set for the device, by "
    "the throughput of forward passes; in the price's currency.",
    "engine": "What computed the model, with its version: torch, or another library that its variant names.",
    "precision_ran": "The number format of most of the model's weights as they really were when it ran.",
    "covered": "The share of the model's weights, 0 to 1, that its variant has converted or looked at; empty where its "
    "variant converts none.",
    "sparsity": "The share of zeros, 0 to 1, among the weights of a pruned model, as counted after pruning.",
    "stored_mb": "What the weights took in memory when the model ran, counted by storage, in 10^6 bytes.",
    "prepare_s": "Time of compiling or exporting the model, in seconds; no latency contains it.",
    "first_token_ms_p50": "Median time from the start of a forward pass to the first token written, in milliseconds; "
    "passes that warm up are left out.",
    "tokens_per_s": f"Tokens written per second {_PASSES}, all samples together.",
}
"""What a lane costs. Times are wall time, with the device to the lane alone."""

OF_DATA: Final = "A column of the data set, as it stands beside the unit's sample."

UNITS: Final[Mapping[str, str]] = {
    "unit": "Number of the unit within its sample, from 0; the same unit has the same number in every lane.",
    "kind": "What the unit is, such as a region, an entity or a text measured by its length.",
    "grain": "The unit's size in its kind's own measure: the square root of a region's area in pixels, words of a "
    "text, depth of nesting.",
    "class": "The unit's class in the reference; empty for units without one.",
    "iou": "Intersection over union of a region with the predicted parts of its class that overlap it; of a boundary "
    "its boundary IoU.",
    "x": "Left edge of the region's box, in pixels.",
    "y": "Upper edge of the region's box, in pixels.",
    "w": "Width of the region's box, in pixels.",
    "h": "Height of the region's box, in pixels.",
    "area_px": "Pixels of the region; of a boundary, contour pixels of the reference.",
    "start": "Where the unit begins in its text, in code points, from 0.",
    "end": "Where the unit ends in its text, in code points: the first that is no longer in it.",
    "overlap": "Part of both spans together that the predicted entity standing for this one shares with it, 0 to 1.",
    "exact": "Whether the text or answer equals an accepted one: 1 or 0.",
    "radius_px": "Radius of the largest disc within the region or object, in pixels: half of how thick it is where "
    "it is thickest; empty for boundaries.",
    "thinness": "Area / (2 radius)²: how many times longer than wide; 1 for a square.",
    "contrast": "Difference of the mean luminance of the region or object from that around it, 0 to 1; empty where the "
    "picture was not at hand.",
    "neighbours": "Other regions that a region touches; of an object, other objects whose boxes meet its box, made "
    "twice as wide and high.",
    "border_px": "Distance of the box from the picture's border, in pixels; 0 where it is cut off.",
    "nested": "Other entities of the text that the entity lies in, holds or overlaps.",
    "text_words": "Words of the whole text.",
    "brackets": "How deep brackets stand within brackets in the text.",
    "negations": "Words of the text that negate, in English, German, French, Spanish and Chinese.",
    "rank": "Place of the right word among the candidates, from 1; 0 where it is none of them.",
}
"""The columns of ``units.csv``, but for ``score``, which is the task's ``unit_score``."""

_REASONS: Final = ", ".join(NoInterval)

GRAIN: Final[Mapping[str, str]] = {
    "axis": "What is measured: the kind of units, and the column where that is not their size.",
    "column": "The column of units that is measured; data.NAME is a column of the data set.",
    "unit": "The measure's unit; empty for plain counts, ratios and categories.",
    "buckets": "How the measure is divided: own, quantile, log, coco, category, or the edges that were given.",
    "bucket": "What the bucket is called.",
    "low": "The bucket's lower edge, in it; empty for no bound, and for categories.",
    "high": "The bucket's upper edge, not in it; empty for no bound, and for categories.",
    "score": "The lane's mean score over the bucket's units.",
    "score_low": "Lower end of the mean's 95 % interval: whole samples drawn with all their units; empty where samples "
    "are too few.",
    "score_high": "Upper end of the mean's 95 % interval.",
    "score_no_interval": f"Why there is none: {_REASONS}.",
    "n_units": "Units of the bucket that the lane has a score of.",
    "n_samples": "Samples that these are of.",
    "difference": "The lane's mean less that of the lane in against, over units that both have a score of.",
    "difference_low": "Lower end of the difference's interval, 95 % over all buckets of the measure together.",
    "difference_high": "Upper end of the difference's interval.",
    "difference_no_interval": "Why there is none, in the same words.",
}
"""The columns of ``grain.csv``; low and high are of a bucket there, of a difference elsewhere."""

COSTS_OF_QUALITY: Final[Mapping[str, str]] = {
    "family": "Models of one architecture at several sizes; a lane without others is one by itself.",
    "value": "The lane's value of the metric, over all samples; of a bucket the mean score of its units.",
    "cost": "Which cost it is set against.",
    "cost_value": "That cost of the lane.",
    "cost_unit": "Its unit; empty for counts, and for money, which is in the price's currency.",
    "on_front": "Whether no other lane that rests on the same samples is cheaper and at least as good: 1 or 0.",
}
"""The columns of ``cost.csv`` that no other file has."""

ONE_BY_ONE: Final = "Each metric is tested on its own: of 20 true ties, one may be called more than chance."
"""What verdicts on many metrics at once do not say by themselves."""

_FEW: Final = (
    "empty below 8 samples, where the lanes differ in fewer than 6, and where samples were chosen by outcome or the "
    "metric is biased by chance"
)

DIFFERENCES: Final[Mapping[str, str]] = {
    "against": "The lane that the lane is compared with.",
    "metric": "The metric that is compared, by its name in summary.csv.",
    "lane_value": "The lane's metric over the samples that both lanes were scored on, n of them.",
    "against_value": "The other lane's metric over the same n samples.",
    "difference": "The lane's value less the other one's, over the same n samples.",
    "low": f"Lower end of the difference's 95 % interval: studentised bootstrap, whole samples drawn; {_FEW}, "
    "and where the difference is the same in each.",
    "high": f"Upper end of the difference's 95 % interval; {_FEW}.",
    "p_value": "Two-sided bootstrap p-value of no difference: at most 0.05 exactly where the interval leaves 0 out; "
    f"{_FEW}.",
    "lane_n": "Samples that the lane's own metric in summary.csv rests on.",
    "against_n": "Samples that the other lane's own metric in summary.csv rests on.",
    "verdict": "Whether the difference is more than chance, may be chance, or rests on too few samples to say; that "
    f"the lanes are the same on every sample; that the samples were chosen by outcome; or that chance alone raises "
    f"such a metric. {ONE_BY_ONE}",
    "p_holm": "The p-value corrected (Holm) over all rows of differences.csv, in variants.csv over the variants of the "
    f"same task: at most 0.05 where the difference is more than chance though so many were looked at; {_FEW}.",
    "smallest_detectable": "The smallest true difference that as many samples would call more than chance in 80 % of "
    f"cases, in the metric's unit; {_FEW}.",
    "samples_needed": "How many samples like these would call a true difference as large as this one more than chance "
    "in 80 % of cases; empty for a difference of 0, and as p_value.",
    "margin": "The largest difference that does not count, as chosen, in the metric's unit; empty without one.",
    "equivalent": "Whether the lanes are shown to differ by less than the margin (two one-sided tests, 5 %): 1, or 0 "
    "where that is not known; empty without a margin, and as p_value. Failures that none of n samples shows are not "
    "excluded: up to about 3 / n may fail so.",
    "p_equivalent": "The larger p-value of both one-sided tests.",
    "no_worse": "Whether the lane is shown to be worse than the other one by less than the margin, or better: 1, or 0 "
    "where that is not known.",
    "p_no_worse": "The one-sided p-value of that.",
}
"""The columns of ``differences.csv`` that no other file has; its ``n`` counts the samples of both lanes."""

VARIANTS: Final[Mapping[str, str]] = {
    "parent": "The lane that a variant is compared with: the same model, task and device, in plain fp32, or else with "
    "the least done to it.",
    "batch_size": "Samples in one forward pass.",
    "precision": "The number format of most of the weights, as the model really ran.",
    "engine": "What computed it, with its version.",
    "covered": "Share of the weights that the variant's recipes converted, 0 to 1; empty where none converts weights.",
    "sparsity": "Share of zeros among the weights, 0 to 1, as counted after pruning; empty where it was not counted.",
    "stored_mb": "What the weights take in memory, counted by storage, in 10^6 bytes.",
    "prepare_s": "Seconds of compiling or exporting the model, which no latency contains.",
    "headline": "Whether the metric is the one that says most in one number: 1 or 0.",
    "parent_value": "The parent's metric over the same n samples.",
    "share": "Share of the parent's quality that is kept: the value by the parent's, where lower is better the "
    "parent's by the value; empty where the parent's is not above 0.",
    "share_low": "The share at the worse end of the difference's interval, the parent's value taken as known; empty "
    "as p_value, and where no sample differs.",
    "mark": "Which of MLPerf's marks the share reaches: keeps 99.9 %, keeps 99 %, or below 99 %.",
    "forward_ms_ratio": "Median time of the forward pass by the parent's: below 1 is faster.",
    "throughput_ratio": "Samples per second of forward passes by the parent's: above 1 is faster.",
    "stored_ratio": "Memory of the weights, by storage, by the parent's.",
    "weights_ratio": "Size of the weight files by the parent's.",
    "peak_rss_ratio": "Largest resident memory by the parent's; libraries are in both.",
    "peak_cuda_ratio": "Most CUDA memory by the parent's; empty on the CPU.",
    "load_ratio": "Time to load by the parent's.",
    "flip_units": "Units that both have a score of, of the kind in grain_kind.",
    "lost": "Units that the parent has right and the variant has wrong; where units are neither right nor wrong, those "
    "whose score fell by more than 0.1.",
    "gained": "Units that the variant has right and the parent has wrong, or whose score rose by more than 0.1.",
    "lost_samples": "Samples that hold a lost unit.",
    "gained_samples": "Samples that hold a gained unit.",
    "grain_kind": "The kind of units by whose grain it is told where the variant loses.",
    "grain_bucket": "The bucket of grain, among those whose difference has an interval, in which the variant "
    "loses most by the mean score; empty where it loses in none.",
    "grain_difference": "Its mean score less the parent's in that bucket.",
    "grain_low": "Lower end of that difference's interval, 95 % over all buckets together.",
    "grain_high": "Upper end of that difference's interval.",
    "grain_units": "Units in that bucket that both have a score of.",
    "grain_samples": "Samples that these units are of.",
    "parent_score": "The unit's score in the parent.",
    "flip": "Whether the unit was lost or gained.",
}
"""The columns of ``variants.csv`` that no other file has."""

EXPLAINED: Final[Mapping[str, str]] = {
    "method": "The method of explanation, by its name in --explain.",
    "stack": "The stack of layers that was asked, such as an encoder; empty where the method has none.",
    "layer": "The layer that was asked, from 0; empty where the method takes several.",
    "depth": "The layer's relative depth that was asked for, from 0 (first) to 1 (last).",
    "head": "The attention head that was asked, from 0; empty for the mean of all.",
    "direction": "Whether it is what the place attends to (from), or what attends to it (to).",
    "place": "The place that was asked about: a point, a box, tokens, or everywhere.",
    "target": "The class that was explained, by its index; empty where the method explains none.",
    "entropy": "Shannon entropy of the weights divided by their sum, in nats: 0 for one peak.",
    "entropy_normalised": "Entropy over that of equal weights, 0 (one point) to 1 (everywhere alike), so that grids of "
    "different size compare.",
    "distance_px": "Mean distance from the place to the centres of the cells, weighted by their attention, in pixels "
    "of the sample.",
    "distance_tokens": "Mean distance from the place to the tokens, weighted by their attention, in tokens.",
    "share_inside": "Share of the weight that lies inside the region named, 0 to 1; a cell's weight is spread evenly "
    "over it.",
    "share_elsewhere": "Share of the attention that goes to tokens that stand for no place of the sample, such as "
    "[CLS].",
    "pointing": "Whether the region named covers at least half of the cell with the largest weight: 1 or 0.",
    "score_change": "What the class's score changes by from a text of blank tokens to this one.",
    "completeness_gap": "By how much all attributions together miss the change of the score.",
    "pearson": "Pearson's correlation between two lanes' maps on the finer grid, −1 to 1.",
    "cosine": "Cosine of the angle between two lanes' maps on the finer grid, −1 to 1.",
    "jensen_shannon": "Jensen–Shannon divergence of two lanes' maps as distributions, in nats: 0 for equal ones, "
    "0.693 for disjoint ones; empty for maps with negative values.",
    "other": "The lane that the first one is compared with.",
}
"""The columns of ``explanations.csv`` and ``explanation_similarity.csv`` that no other file has."""


def descriptions_of(tasks: Iterable[Task]) -> dict[str, str]:
    """What the columns of ``results.csv``, ``summary.csv`` and ``units.csv`` are for lanes of some tasks, by name.

    Where tasks mean different things by one name, each is said.
    """
    meanings: dict[str, dict[str, list[str]]] = {}
    for task in tasks:
        for column in (*task.columns, task.unit_score):
            meanings.setdefault(column.name, {}).setdefault(column.description, []).append(task.title)
    return {**NAMES, **COSTS, **UNITS, **{name: _joined(meanings_of) for name, meanings_of in meanings.items()}}


def column_descriptions() -> dict[str, str]:
    """As ``descriptions_of`` of every task, and the columns of tables of differences, variants and explanations."""
    return {**EXPLAINED, **DIFFERENCES, **VARIANTS, **descriptions_of(TASKS.all().values())}


def _joined(meanings_of: Mapping[str, Sequence[str]]) -> str:
    """A meaning; several with the tasks that they are for."""
    if len(meanings_of) == 1:
        return next(iter(meanings_of))
    return " ".join(f"{', '.join(titles)}: {words}" for words, titles in meanings_of.items())
