"""What a task is: it turns a prediction and a reference into unit rows and additive statistics, and those into metrics.

A new task is one new file in this package that registers an instance::

    TASKS.register("image-segmentation")(ImageSegmentation())
"""

import math
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.errors import NotFinite
from granview.core.labels import ClassMap, LabelSet
from granview.core.prediction import Prediction
from granview.core.registry import Registry
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth
from granview.core.unit import Statistics, UnitTable
from granview.scoring.agreement import Agreement

Metrics = dict[str, float | None]
"""Metric values by column name; None where a metric is undefined, never 0 for "no value"."""


class Column(msgspec.Struct, frozen=True):
    """A metric as tables show it.

    Attributes:
        name: Its key in ``Task.metrics`` and its header in CSV files.
        title: Its header on screen.
        unit: Unit of its values, empty for ratios.
        better: Whether ``higher`` or ``lower`` values are better; empty when neither is.
        digits: Digits after the point.
        description: Its convention in words, shown beside its values: what it is, over what it is averaged, and what
            becomes of absent classes, void pixels, borders, ties and white space.
        top: What a perfect prediction gets; by it, values of different columns are brought to 0 to 1.
        is_aside: Whether it says what the other values rest on: CSV files have it after all others, and screens show it
            only where it is not 0.
        needs_reference: Whether it compares with a reference; perplexity of the input needs none.
        is_further: Whether it is for a second look: CSV files have it, screens where further columns are asked for.
        leaves_out_perfect: Whether a sample that is predicted without any error has no value and is left out. Where
            lanes leave out different ones, one would lose by being perfect, so that their difference is not tested.
        is_biased: Whether chance alone pushes its value to one side, the more so the fewer samples there are and by
            more in one lane than in another, so that no difference of two lanes is tested.
        counted_in: The statistic, and its row, whose second number says of how many things, such as tokens, it is a
            mean; lanes that count other numbers of them in a sample do not compare. Empty where samples alone count.
    """

    name: str
    title: str
    unit: str = ""
    better: Literal["higher", "lower", ""] = ""
    digits: int = 3
    description: str = ""
    top: float = 1.0
    is_aside: bool = False
    needs_reference: bool = True
    is_further: bool = False
    leaves_out_perfect: bool = False
    is_biased: bool = False
    counted_in: tuple[str, int] | tuple[()] = ()

    @property
    def farthest(self) -> float | None:
        """How far apart two lanes can be at most: the best value of a share, whose worst is 0; None of all others."""
        return self.top if self.better == "higher" and not self.unit else None


GRAIN: Final = "grain"
"""The column of a unit's size."""


CLASS_SAMPLES: Final = "class_samples"
"""The column of how many samples of the session a unit's class is in."""

WORD_RARITY: Final = "word_rarity"
"""The column of how rare a unit's words are among all texts of the session."""


class GrainAxis(msgspec.Struct, frozen=True):
    """A measure by which a task's units can be told apart: their size, or anything else that is known of them.

    Attributes:
        kind: The kind of units that are measured so.
        title: What is measured, such as ``Region size``.
        unit: Its unit, such as ``px`` or ``tokens``; empty for plain counts, ratios and categories.
        edges: Increasing bucket edges; each bucket holds its lower edge. Empty where a task has none of its own.
        is_count: Whether grains are whole numbers, so that the bucket from 4 to 8 is called ``4–7``.
        harder: At which end the units are that only a good model gets right: small regions, but long entities.
        column: The column of units that it measures; a number or a category.
        is_root_area: Whether it is the square root of an area in px², so that COCO's bounds of sizes fit.
        description: How it is measured, in words.
    """

    kind: str
    title: str
    unit: str
    edges: tuple[float, ...]
    is_count: bool = False
    harder: Literal["small", "large"] = "small"
    column: str = GRAIN
    is_root_area: bool = False
    description: str = ""

    @property
    def name(self) -> str:
        """What it is called among a task's axes: ``region`` for the grain of regions, else ``region/contrast``."""
        return self.kind if self.column == GRAIN else f"{self.kind}/{self.column}"


@dataclass(frozen=True)
class TaskInputs:
    """What a sample must hold, and may hold, for a task, besides being of its kind.

    Attributes:
        facts: What a text's reference says for this task: names of fields of ``TextReference``. Beside lanes of other
            tasks, a text of which something else is known is passed over.
        needed: Parts of a sample without which the task cannot be done, such as ``question``.
        optional: Parts that its models can read as well, such as ``pair``.
    """

    facts: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Scores:
    """What a task found for one sample.

    Attributes:
        statistics: Additive counts by name; empty when nothing could be compared, and a notice says why.
        units: Unit rows, which depend on the reference alone but for their scores; so row i is the same unit for every
            lane, except when ``statistics`` is empty, where there are none.
        labels: The label set in which the statistics are counted; empty for a task without classes.
        class_map: How the model's classes went into ``labels``; None for a task without classes.
        notices: Sentences that the user must see beside this sample.
    """

    statistics: dict[str, NDArray[Any]]
    units: UnitTable
    labels: LabelSet
    class_map: ClassMap | None = None
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make sure that what is added up are numbers: one NaN would make NaN of all samples.

        Raises:
            NotFinite: a statistic is not.
        """
        for name, array in self.statistics.items():
            if not np.isfinite(array).all():
                raise NotFinite(f"The statistic '{name}' is no number (NaN or infinite).")


class Task(Protocol):
    """One kind of work that models do.

    Attributes:
        name: The Hugging Face pipeline tag.
        title: Its name on screen.
        short: What its models say, in a word for the face of a lane, such as ``masks``.
        rank: Where choosers list it: the lower the earlier.
        kind: The kind of samples that it is done with.
        truth_type: The type of ground truth that it compares with: of a sample's references, it is given that one.
        inputs: What of a sample it is about.
        writes_text: Whether its models write, token by token.
        grain_axes: How its units are measured; the first is shown where nothing else is asked for.
        columns: The metrics, in the order in which tables show them.
        caption_columns: Columns that captions name, where a lane's prediction stands on a page.
        headline: Columns that say in one number how good a prediction is; the first that has a value counts.
        class_columns: The metrics of one class, the most telling first; empty for a task without classes.
        class_size: How much of a class the references hold; None for a task without classes.
        has_confusion: Whether it is counted which class was taken for which.
        unit_columns: The task's own columns of ``units.csv``, after the common ones: keys of ``UnitTable.extra``, but
            for ``class``, which is the name in the reference's label set of the row's ``class_id``.
        unit_score: What ``UnitTable.score`` is for this task, 0 to 1.
        agreement_column: What ``Agreement.value`` is for this task.
    """

    name: str
    title: str
    short: str
    rank: int
    kind: Kind
    truth_type: type[Truth]
    inputs: TaskInputs
    writes_text: bool
    grain_axes: tuple[GrainAxis, ...]
    columns: tuple[Column, ...]
    caption_columns: tuple[str, ...]
    headline: tuple[str, ...]
    class_columns: tuple[Column, ...]
    class_size: Column | None
    has_confusion: bool
    unit_columns: tuple[str, ...]
    unit_score: Column
    agreement_column: Column

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score a prediction, in the classes of ``labels``, against the ground truth of the same sample."""
        ...

    def metrics(self, statistics: Statistics) -> Metrics:
        """Metrics of one sample's statistics or of merged ones; every column's name is a key."""
        ...

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """The columns that a sample counts for, by its statistics: what its reference says something about.

        It depends on the reference alone, never on what a lane said, so that lanes that were run on the same samples
        rest on the same ones. A metric may be undefined for a sample that counts: no entity there, and none found.
        The exception is a value that is infinite: no mean has room for it, so that no lane is compared there.
        """
        ...

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Metrics of each class of the label set, in its order; empty when the statistics are, or without classes.

        Keys are the names of ``class_columns`` and of ``class_size``.
        """
        ...

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """How often the class of the reference in each row was taken for that in each column.

        (n, n) in label order, or (n + 1, n + 1), where the last column holds what was missed, and the last row what was
        said though the reference has nothing there. None where it is not counted.
        """
        ...

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The statistics, counted in the classes of ``labels``, in those of ``wanted``, which has them all."""
        ...

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """What agreement of two lanes on a sample is made of, additive over samples; None if it cannot be compared."""
        ...

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """The agreement that (merged) counts say."""
        ...


def finite_metrics(task: Task, statistics: Statistics) -> Metrics:
    """A task's metrics, None where they are undefined; what is no finite number never leaves as one."""
    return without_nonfinite(task.metrics(statistics))


_MOST_FORMS: Final = 1000
_forms: dict[tuple[str, frozenset[tuple[str, int]]], bool] = {}


def is_measurable(task: Task, statistics: Statistics) -> bool:
    """Whether a task can make metrics of statistics: a damaged file may name them otherwise. Tried once per form."""
    form = (task.name, frozenset((name, array.ndim) for name, array in statistics.items()))
    if form not in _forms:
        if len(_forms) >= _MOST_FORMS:
            _forms.clear()
        _forms[form] = _can_be_measured(task, statistics)
    return _forms[form]


def _can_be_measured(task: Task, statistics: Statistics) -> bool:
    try:
        task.metrics(statistics)
        task.counted(statistics)
    except (LookupError, ValueError, TypeError, ArithmeticError):
        return False
    return True


def without_nonfinite(metrics: Metrics) -> Metrics:
    """The metrics with None for each that is NaN or infinite."""
    return {name: value if value is None or math.isfinite(value) else None for name, value in metrics.items()}


def is_compared(task: Task, statistics: Statistics) -> bool:
    """Whether a sample with these statistics was compared with a reference, and not merely measured without."""
    counted = task.counted(statistics)
    return any(column.needs_reference and column.name in counted for column in task.columns)


TASKS: Registry[Task] = Registry("granview.tasks", "task")
