"""What the score of found objects is made of: additive counts and listed detections, and the metrics that they say."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.unit import Statistics
from granview.scoring import ratios
from granview.scoring.class_counts import class_places, relabelled, summed
from granview.scoring.instances.coco_matching import counted_objects, match_detections
from granview.scoring.instances.coco_summary import CocoSummary, summarize
from granview.scoring.instances.counting import CountedObjects, accuracy_counts, split_and_merged
from granview.scoring.instances.instance_pair import InstancePair
from granview.scoring.instances.tide import error_costs, split_errors

NO_CLASS: Final = np.iinfo(np.uint16).max
"""Instead of a class, in lists: none."""

_BY_CLASS: Final = ("objects", "counts", "count_error", "missed")
_LISTS_OF_CLASSES: Final = ("detection.class[]", "detection.mended[]", "class_pair[]")


def object_statistics(
    pair: InstancePair, counted: CountedObjects, n_classes: int, most: int
) -> dict[str, NDArray[Any]]:
    """The statistics of one sample, over a label set of k classes.

    Returns:
        Sums, int64: ``objects`` (k, 4), by range of area; ``counts`` (k, 3), found, in the reference, predicted;
        ``count_error`` (k,), without sign; ``missed`` (k,), objects that TIDE calls missed; ``samples`` (4,), the
        count's error over all classes without and with sign, invented objects, samples; ``accuracy`` (10, 3), matched,
        in the reference, predicted, by IoU; ``pieces`` (4,), split objects, objects, merging predictions, predictions.
        Lists with a row for each detection that is ranked: ``detection.class[]``, ``.score[]``, ``.rank[]``,
        ``.right[]`` and ``.wrong[]`` (4 numbers a row, see ``RankedDetections``), ``.error[]`` and ``.mended[]`` (see
        ``DetectionErrors``). A list with a row for each object and each invented one: ``class_pair[]`` (2 numbers a
        row), its class and that of what stands for it, ``NO_CLASS`` for none.
    """
    ranked, errors = match_detections(pair, most), split_errors(pair)
    counts, pairs = counted.by_class(n_classes), counted.class_pairs(NO_CLASS)
    split, merged = split_and_merged(counted)
    surplus = counts[:, 2] - counts[:, 1]
    n_invented = np.count_nonzero(pairs[:, 0] == NO_CLASS)
    pieces = (np.count_nonzero(each) for each in (split, counted.is_there, merged, counted.is_counted))
    return {
        "objects": counted_objects(pair, n_classes),
        "counts": counts,
        "count_error": np.abs(surplus),
        "missed": np.bincount(pair.reference_class[errors.missed], minlength=n_classes),
        "samples": np.array([abs(surplus.sum()), surplus.sum(), n_invented, 1], np.int64),
        "accuracy": accuracy_counts(counted),
        "pieces": np.array([*pieces], np.int64),
        "detection.class[]": ranked.class_id,
        "detection.score[]": ranked.score,
        "detection.rank[]": ranked.rank,
        "detection.right[]": ranked.right,
        "detection.wrong[]": ranked.wrong,
        "detection.error[]": errors.kind[ranked.place],
        "detection.mended[]": errors.mended_class[ranked.place],
        "class_pair[]": pairs,
    }


def object_metrics(statistics: Statistics) -> dict[str, float | None]:
    """The metrics of (merged) statistics by column, None where one is undefined."""
    precision, recall, f1 = (each[0] for each in _precision_recall_f1(summed(statistics["counts"])))
    error, bias, n_invented, n_samples = np.asarray(statistics["samples"], np.float64)
    n_split, n_objects, n_merged, n_predicted = np.asarray(statistics["pieces"], np.float64)
    found = {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "count_error": error / n_samples,
        "count_bias": bias / n_samples,
        "invented": n_invented / n_samples,
        "split": ratios.ratio(n_split, n_objects)[()],
        "merged": ratios.ratio(n_merged, n_predicted)[()],
    }
    accuracy = ratios.iou(*np.asarray(statistics["accuracy"]).T)
    return {
        **_summary(statistics).metrics(),
        **{name: ratios.or_none(value) for name, value in found.items()},
        "accuracy_50": ratios.or_none(accuracy[0]),
        "accuracy": ratios.mean(accuracy),
        **{f"cost_{name}": cost for name, cost in _costs(statistics).items()},
    }


def object_class_metrics(statistics: Statistics) -> list[dict[str, float | None]]:
    """The metrics of each class, and how many objects of it there are."""
    counts = np.asarray(statistics["counts"])
    precision, recall, f1 = _precision_recall_f1(counts)
    columns = {
        **_summary(statistics).of_classes(),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "count_error": np.asarray(statistics["count_error"]) / statistics["samples"][3],
        "objects": counts[:, 1].astype(np.float64),
    }
    return [{name: ratios.or_none(values[i]) for name, values in columns.items()} for i in range(len(counts))]


def object_confusion(statistics: Statistics) -> NDArray[np.int64]:
    """Objects by class and by the class of what stands for them, (k + 1, k + 1); missed and invented ones last."""
    return class_pair_matrix(statistics["class_pair[]"], len(statistics["counts"]))


def class_pair_matrix(pairs: NDArray[Any], n_classes: int) -> NDArray[np.int64]:
    """Pairs of classes (k, 2), ``NO_CLASS`` for none, counted: (n_classes + 1, n_classes + 1), none last."""
    size = n_classes + 1
    rows, columns = np.minimum(pairs.astype(np.int64), n_classes).T
    return np.bincount(rows * size + columns, minlength=size * size).reshape(size, size)


def in_labels(statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
    """The statistics, counted in ``labels``, in ``wanted``; classes in ``wanted`` alone get 0.

    Raises:
        ValueError: ``wanted`` lacks a class.
    """
    places, n = class_places(labels, wanted), len(wanted)
    sums = {name: relabelled(statistics[name], places, n) for name in _BY_CLASS}
    return {**statistics, **sums, **{name: moved_classes(statistics[name], places) for name in _LISTS_OF_CLASSES}}


def moved_classes(class_ids: NDArray[Any], places: list[int]) -> NDArray[np.uint16]:
    """Class indices, or ``NO_CLASS``, at their new places."""
    table = np.arange(NO_CLASS + 1, dtype=np.uint16)
    table[: len(places)] = places
    moved: NDArray[np.uint16] = table[class_ids]
    return moved


def _precision_recall_f1(counts: NDArray[Any]) -> tuple[ratios.Ratios, ratios.Ratios, ratios.Ratios]:
    """Of each class, from (n, 3) counts: NaN where nothing is predicted, nothing is there, or neither."""
    found, there, predicted = counts.T
    return ratios.ratio(found, predicted), ratios.ratio(found, there), ratios.dice(found, there, predicted)


def _summary(statistics: Statistics) -> CocoSummary:
    return summarize(
        statistics["detection.class[]"],
        statistics["detection.score[]"],
        statistics["detection.rank[]"],
        statistics["detection.right[]"],
        statistics["detection.wrong[]"],
        statistics["objects"],
    )


def _costs(statistics: Statistics) -> dict[str, float | None]:
    return error_costs(
        statistics["detection.class[]"],
        statistics["detection.score[]"],
        statistics["detection.error[]"],
        statistics["detection.mended[]"],
        statistics["objects"][:, 0],
        statistics["missed"],
    )
