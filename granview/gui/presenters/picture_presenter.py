"""What the window must know of a type of prediction about pictures: one object, one file of ``presenters.pictures``.

The grid, the legends, the cursor's values and Explain ask the object that is registered under the prediction's
``type_name``, and know no type. A plug-in's ``gui.presenters.pictures`` is looked through as well.
"""

import enum
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from granview.core.labels import ClassMap, Color, LabelSet
from granview.core.prediction import ClassAmounts, Prediction
from granview.core.registry import Registry
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.number_filter import FilterValues, NumberFilter
from granview.gui.model.readout import Readout
from granview.gui.model.shown_class import ShownClass
from granview.gui.model.view_option import ViewOption
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.style.theme import Theme

translate = QCoreApplication.translate

P = TypeVar("P", bound=Prediction)


class ViewChoice(enum.StrEnum):
    """Choices of the view that may act on how a prediction is drawn, by the names of the view state's attributes."""

    OPACITY = "opacity"
    OUTLINE = "outline_only"
    CLASSES = "hidden_classes"


class PredictionPainter(Protocol):
    """Draws one prediction over the picture: its areas, or its outlines where the style says so."""

    @property
    def notice(self) -> str:
        """What the user must know about what is drawn."""
        ...

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours for the same prediction."""

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""

    def close(self) -> None:
        """Forget what is still being prepared."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""


@dataclass(frozen=True)
class DifferenceSide(Generic[P]):
    """One of the two that are compared, or the reference that tells which of them is right.

    Attributes:
        title: As its cell is headed.
        prediction: What is said.
        labels: In which classes.
        class_map: Where these go in the reference's label set, as the lane was scored; None: matched by name.
        is_reference: Whether this is the ground truth.
    """

    title: str
    prediction: P
    labels: LabelSet
    class_map: ClassMap | None = None
    is_reference: bool = False

    def is_like(self, other: "DifferenceSide[Any]") -> bool:
        """Whether comparing it comes to the same: the same prediction in memory, in the same label space."""
        return self.prediction.is_same_as(other.prediction) and self._space() == other._space()

    def _space(self) -> tuple[object, ...]:
        return (self.title, self.is_reference, self.class_map, self.labels.names, self.labels.void)


@dataclass(frozen=True)
class DifferenceRow:
    """A line of the legend of a difference.

    Attributes:
        role: The colour: a role of the theme; empty for what is not coloured.
        text: What has this colour, in words.
        share: Part of what is compared, 0 to 1; None where nothing is.
        n: How many have this colour, where they are counted and that is shown instead of the share.
        is_dashed: Whether it is drawn with dashed lines.
        has_amount: Whether anything is counted; else the line has words alone.
        color: The colour itself, where it is none of the theme's.
    """

    role: str
    text: str
    share: float | None
    n: int | None = None
    is_dashed: bool = False
    has_amount: bool = True
    color: Color | None = None

    @property
    def amount(self) -> str:
        """The number or the share, as shown; empty for a line of words alone."""
        if not self.has_amount:
            return ""
        return self.percent if self.n is None else f"{self.n:,}"

    @property
    def percent(self) -> str:
        """The share as shown; ``n/a`` where nothing was scored, and never 0.0 % for something."""
        if self.share is None:
            return "n/a"
        return "< 0.1 %" if 0 < self.share < _LEAST else f"{self.share * 100:.1f} %"


_LEAST: Final = 0.001


class DifferenceLayer(Protocol):
    """Where two predictions differ, ready to be painted over the dimmed picture."""

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """The legend: the colours in words."""
        ...

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in the colours of a theme, at an opacity of 0 to 1, from now on."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""


DifferenceJob = Callable[[], DifferenceLayer]
"""Compares; takes its time, and runs off the window's thread."""


class PredictionLinks(Protocol):
    """Joins what all cells of one sample say in predictions of one type: what belongs together, and what is right."""

    def show(self, sides: Mapping[str, DifferenceSide[Any]]) -> None:
        """Join these from now on, by the keys of their cells, the reference among them; compared in the background."""

    def join(self, key: str, painter: PredictionPainter) -> None:
        """Let a cell's painter draw what is known from the others."""

    def set_style(self, style: OverlayStyle) -> None:
        """Join what is left by these choices from now on."""

    def legend(self, key: str) -> Sequence[DifferenceRow]:
        """Colours that a cell is drawn in besides those of its classes, in words; none where there are none."""
        ...

    def point_at(self, key: str | None, point: QPointF | None) -> bool:
        """Let what lies at a point of a cell, in image px, stand out in all; whether that is another than before."""
        ...

    def readouts(self) -> Mapping[str, Readout]:
        """What each cell says of what stands out; empty while nothing does."""
        ...

    def close(self) -> None:
        """Forget what is still being compared."""


class PicturePresenter(ABC, Generic[P]):
    """Serves one type of prediction about pictures. Holds nothing: one object serves all predictions of its type.

    Attributes:
        type_name: The tag of the type.
        choices: The choices of the view that act on how it is drawn.
    """

    type_name: str
    choices: ClassVar[Collection[ViewChoice]] = frozenset({ViewChoice.OPACITY})

    @property
    @abstractmethod
    def plural(self) -> str:
        """Several predictions of the type in a sentence, such as ``masks``."""

    @abstractmethod
    def painter(
        self, prediction: P, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> PredictionPainter:
        """Draws the prediction over the picture.

        Args:
            prediction: What is drawn.
            labels: Its classes.
            background: Where whatever takes longer than a frame is prepared.
            on_ready: Called, on the window's thread, whenever there is something new to paint.
        """

    @property
    def filters(self) -> Sequence[NumberFilter]:
        """The numbers by which the user can leave out a part of what is said, each a slider in Inspect."""
        return ()

    def filtered(self, prediction: P, values: FilterValues) -> P:
        """What is left of a prediction: what is read at the cursor, and counted in the legend.

        Painters get the same values in ``OverlayStyle.filters``.
        """
        return prediction

    @property
    def options(self) -> Sequence[ViewOption]:
        """The ways of drawing among which the user can choose, each a list in Inspect; painters get what was chosen."""
        return ()

    def kept(self, prediction: P, values: FilterValues) -> tuple[int, int] | None:
        """How many things of a prediction filtering leaves, and how many there are in all; None: that says nothing."""
        return None

    def links(self, background: BackgroundPool, on_ready: Callable[[], None]) -> PredictionLinks | None:
        """What joins the cells of one sample; None: they stand for themselves.

        Args:
            background: Where cells are compared.
            on_ready: Called, on the window's thread, whenever there is something new to paint.
        """
        return None

    def legend_entries(self, prediction: P, labels: LabelSet) -> Sequence[ShownClass]:
        """Lines that the legend has for a prediction besides the classes of its label set."""
        return ()

    def legend_amounts(self, prediction: P, labels: LabelSet) -> ClassAmounts | None:
        """How much of each line of the legend there is in a prediction, by name; None where that is not counted."""
        return prediction.class_amounts(labels)

    def readout(self, prediction: P, labels: LabelSet, point: QPointF) -> Readout | None:
        """What is said of a point of the picture, in image px; None where nothing is."""
        return None

    def difference(
        self, left: DifferenceSide[P], right: DifferenceSide[P], reference: DifferenceSide[P] | None
    ) -> DifferenceJob | str:
        """What compares two predictions of the type, or the sentence that says why they cannot be compared."""
        return translate("PicturePresenter", "Differences of {plural} cannot be drawn.").format(plural=self.plural)

    def filter_difference(self, layer: DifferenceLayer, values: FilterValues) -> None:
        """Leave out of a difference what is filtered; without an answer it compares all that was said."""


PICTURE_PRESENTERS: Final[Registry[PicturePresenter[Any]]] = Registry(
    "granview.gui.presenters.pictures", "presenter of predictions about pictures"
)
"""By ``type_name``, what serves a type of prediction."""

PresenterT = TypeVar("PresenterT", bound=type[PicturePresenter[Any]])


def picture_presenter(presenter: PresenterT) -> PresenterT:
    """Class decorator: registers an object of a presenter under its type."""
    PICTURE_PRESENTERS.register(presenter.type_name)(presenter())
    return presenter


def presenter_of(prediction: Prediction) -> PicturePresenter[Any]:
    """What serves a prediction; where nobody has registered any, what says so in words."""
    name = prediction.type_name
    return PICTURE_PRESENTERS.get(name) if name in PICTURE_PRESENTERS else _NoPresenter(name)


def choices_of(predictions: Iterable[Prediction]) -> frozenset[ViewChoice]:
    """The choices of the view that act on any of these predictions; all while there is none."""
    acting = [presenter_of(prediction).choices for prediction in predictions]
    return frozenset(choice for choices in acting for choice in choices) if acting else frozenset(ViewChoice)


def filters_of(predictions: Iterable[Prediction]) -> list[NumberFilter]:
    """The numbers by which any of these predictions can be filtered, each name once."""
    found: dict[str, NumberFilter] = {}
    for prediction in predictions:
        for each in presenter_of(prediction).filters:
            found.setdefault(each.name, each)
    return list(found.values())


def options_of(predictions: Iterable[Prediction]) -> list[ViewOption]:
    """The ways of drawing any of these predictions, each name once."""
    found: dict[str, ViewOption] = {}
    for prediction in predictions:
        for each in presenter_of(prediction).options:
            found.setdefault(each.name, each)
    return list(found.values())


def difference_of(
    left: DifferenceSide[Any], right: DifferenceSide[Any], reference: DifferenceSide[Any] | None
) -> DifferenceJob | str:
    """What compares two predictions, or the sentence that says why they cannot be compared.

    Args:
        left: One.
        right: The other.
        reference: Tells which of them is right; one of another type tells nothing.
    """
    one, other = presenter_of(left.prediction), presenter_of(right.prediction)
    if one.type_name != other.type_name:
        words = translate("PicturePresenter", "{left} and {right} cannot be compared with each other.")
        return words.format(left=_capitalized(one.plural), right=other.plural)
    is_alike = reference is not None and reference.prediction.type_name == one.type_name
    return one.difference(left, right, reference if is_alike else None)


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]


class _NoPresenter(PicturePresenter[Prediction]):
    """Stands in for the presenter of a type that nobody here can draw."""

    choices = frozenset()

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name

    @property
    def plural(self) -> str:
        """By the name of the type: nobody has told another."""
        return translate("PicturePresenter", "predictions of the type “{name}”").format(name=self.type_name)

    def painter(
        self, prediction: Prediction, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> "_NoPainter":
        """Draws nothing, and says why."""
        words = translate("PicturePresenter", "There is no painter for {plural}: update what makes them.")
        return _NoPainter(words.format(plural=self.plural))


class _NoPainter:
    def __init__(self, notice: str) -> None:
        self.notice = notice

    def set_labels(self, labels: LabelSet) -> None:
        """Nothing is drawn in their colours."""

    def set_style(self, style: OverlayStyle) -> None:
        """Nothing is drawn by these choices."""

    def close(self) -> None:
        """Nothing is being prepared."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Nothing is drawn."""
