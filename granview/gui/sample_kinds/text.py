"""Texts in the window: pages of marked words, differences of words, search."""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from granview.core.sample import Part
from granview.gui.sample_kind_view import SAMPLE_KIND_VIEWS, SampleKindView

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from granview.core.labels import LabelSet
    from granview.gui.inputs.sample_rows import SampleRows
    from granview.gui.inspect.values_table import ValuesTable
    from granview.gui.lanes.cell_grid import CellGrid, CellMaker, GridContext
    from granview.gui.model.comparison import ComparisonModel
    from granview.gui.model.view_state import ViewState
    from granview.gui.model.viewports import Viewports
    from granview.gui.services import Services
    from granview.gui.session.explainer import Explainer
    from granview.gui.session.sample_loader import SampleLoader
    from granview.gui.session.sample_opener import OpenerContext, SampleOpener
    from granview.gui.style.theme import Theme
    from granview.gui.unit_previews.unit_previews import UnitPreviews
    from granview.gui.widgets.themed import ThemedWidget

translate = QCoreApplication.translate

_POINT_STEP: Final = 1.0


class TextKindView(SampleKindView):
    """Texts."""

    rank: ClassVar[int] = 1
    icon: ClassVar[str] = "text"
    acts: ClassVar[tuple[str, ...]] = ("text-difference", "confidence", "find", "find-next", "find-previous")

    def of_this_kind(self) -> str:
        """For texts."""
        return translate("SampleKinds", "for texts")

    def why_no_pairs(self) -> str:
        """Words over words cannot be read."""
        return translate("SampleKinds", "For pictures: texts stand side by side")

    def added(self, n: int) -> str:
        """That so many were added."""
        one, many = translate("SampleKinds", "1 text added"), translate("SampleKinds", "{n} texts added")
        return one if n == 1 else many.format(n=f"{n:,}")

    def page_contents(self) -> str:
        """The text too."""
        return translate("SampleKinds", "The text and every lane, with captions and legend.")

    def files_title(self) -> str:
        """Plain texts, and files with a text a row."""
        return translate("SampleKinds", "Texts and data sets of texts")

    def fit(self, viewports: "Viewports") -> None:
        """Show texts in letters of the usual size."""
        from granview.gui.model.text_viewport import TextViewport

        viewports.get(TextViewport).set_points(0)

    def zoom(self, viewports: "Viewports", steps: int) -> None:
        """Larger or smaller letters."""
        from granview.gui.model.text_viewport import TextViewport

        usual = QGuiApplication.font().pointSizeF() + 1
        texts = viewports.get(TextViewport)
        texts.set_points((texts.points or usual) + steps * _POINT_STEP)

    def preload(self) -> None:
        """The grid of texts."""
        import granview.gui.lanes.texts.text_grid  # noqa: F401

    def new_rows(self, services: "Services", parent: "QWidget") -> "SampleRows":
        """Rows that are titled with the first words of their texts."""
        from granview.gui.inputs.text_rows import TextRows

        return TextRows(services.jobs, parent)

    def part_in_words(self, part: Part) -> str:
        """The first words of a part that is a text itself; else the name of its file."""
        from granview.gui.widgets.text_preview import preview_of

        return super().part_in_words(part) if part.text is None else preview_of(part.text)

    def new_unit_previews(self, services: "Services", parent: "QObject") -> "UnitPreviews":
        """The words of a unit among those about it."""
        from granview.gui.unit_previews.text_previews import TextPreviews

        return TextPreviews(services, parent)

    def new_opener(self, context: "OpenerContext") -> "SampleOpener":
        """A thread of the session's."""
        from granview.gui.session.text_opener import TextOpener

        return TextOpener(context)

    def label_sets(self, model: "ComparisonModel", loader: "SampleLoader") -> "dict[str, LabelSet]":
        """By the names that lanes and reference have in common."""
        from granview.gui.presenters.text_classes import text_label_sets

        return text_label_sets(model, loader)

    def new_cells(
        self, model: "ComparisonModel", loader: "SampleLoader", view: "ViewState", explainer: "Explainer"
    ) -> "CellMaker":
        """The text with what is said of it."""
        from granview.gui.lanes.texts.text_cells import TextCells

        return TextCells(model, loader, view, explainer)

    def new_grid(self, context: "GridContext") -> "CellGrid":
        """Pages that scroll together."""
        from granview.gui.lanes.texts.text_grid import TextGrid
        from granview.gui.model.text_viewport import TextViewport

        texts = context.viewports.get(TextViewport)
        return TextGrid(context.view, texts, context.theme, context.pool, context.parent)

    def new_tools(self, services: "Services") -> "QWidget":
        """Differences, confidence, search."""
        from granview.gui.inspect.text_tools import TextTools

        return TextTools(services.view, services.texts, services.icons)

    def new_legend(self, services: "Services", theme: "Theme") -> "ThemedWidget":
        """Classes or entity types, and how much of each."""
        from granview.gui.inspect.text_legend import TextLegend

        return TextLegend(services, theme, self.name)

    def new_values(self, services: "Services") -> "ValuesTable":
        """The word under the mouse."""
        from granview.gui.inspect.text_values import TextValues

        return TextValues(services, self.name)

    def explain_hint(self, services: "Services") -> str:
        """What was asked about the text, and whose answer shades it."""
        from granview.gui.explain.text_hint import text_hint

        return text_hint(services)


SAMPLE_KIND_VIEWS.register("text")(TextKindView("text"))
