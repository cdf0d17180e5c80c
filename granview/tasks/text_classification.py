"""Classes of a text as a whole: one that is right, or several that do not exclude each other."""

import numpy as np

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth, required_truth
from granview.core.truths.text import ReferenceText
from granview.core.unit import Statistics, UnitTable
from granview.scoring.words import count_words
from granview.tasks.base import TASKS, Column, GrainAxis, Scores, TaskInputs
from granview.tasks.class_axes import class_axes
from granview.tasks.classification import Classification, compare_classes, predicted_columns
from granview.tasks.missing_reference import missing_reference_notice
from granview.tasks.text_classification_columns import AGREEMENT, CLASS_COLUMNS, CLASS_SIZE, COLUMNS, UNIT_SCORE
from granview.tasks.text_units import NESTING, TEXT_MEASURES, sample_units, text_axes, units, word_axis


class TextClassification(Classification):
    """The task ``text-classification``; its statistics are those of ``Classification``."""

    name: str = "text-classification"
    title: str = "Text classification"
    short: str = "classes"
    rank: int = 10
    kind: Kind = "text"
    truth_type: type[Truth] = ReferenceText
    inputs: TaskInputs = TaskInputs(facts=frozenset({"labels"}), optional=frozenset({"pair"}))
    writes_text: bool = False
    things: str = "texts"
    grain_axes: tuple[GrainAxis, ...] = (
        word_axis("text", "Text length"),
        NESTING,
        *class_axes("text"),
        *text_axes("text"),
    )
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("accuracy",)
    headline: tuple[str, ...] = ("accuracy",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    unit_columns: tuple[str, ...] = ("class", *TEXT_MEASURES)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score class probabilities against the reference's labels, by name, with the edits of ``params``.

        The label set of the scores holds the model's classes and those of the reference's data set. A label that the
        model has no class for counts as missed, with a notice: who cannot say it is not right. Where too few of them
        have one, nothing is scored, see ``granview.core.class_matching``.
        """
        assert isinstance(prediction, ClassScores)
        truth = required_truth(truth, ReferenceText)
        wanted = truth.reference.labels
        if wanted is None:
            return Scores({}, _no_units(), labels, notices=missing_reference_notice(truth.reference, "labels"))
        known, threshold = truth.data_set.labels, params.text.threshold
        compared = compare_classes(prediction, labels, wanted, params.class_edits, known, threshold)
        classes = compared.classes
        if not compared.is_scored:
            return Scores({}, _no_units(), classes.labels, classes.class_map, compared.notices)
        statistics = self.counts(prediction, compared)
        n_words = count_words(truth.text_input.text) + count_words(truth.text_input.pair or "")
        class_id = classes.reference[0] if classes.reference else -1
        score, extra = float(compared.is_right), {"class_id": class_id, **predicted_columns(prediction, compared)}
        table = sample_units("text", n_words, truth.reference.grain, score, truth.text_input, extra)
        return Scores(statistics, table, classes.labels, classes.class_map, compared.notices)

    def comparable(self, statistics: Statistics) -> Statistics:
        """None of texts of whose labels the model has no class, which earlier sessions counted as well."""
        strangers = statistics.get("strangers")
        return {} if strangers is not None and strangers[0] > 0 else statistics


def _no_units() -> UnitTable:
    return units((), [], [], [], {"class_id": np.empty(0, np.int32)})


TASKS.register("text-classification")(TextClassification())
