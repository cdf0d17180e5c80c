"""Images in the window: cells that share one viewport, predictions over pictures, values under the cursor."""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication

from granview.gui.model.view_state import Mode
from granview.gui.sample_kind_view import SAMPLE_KIND_VIEWS, SampleKindView

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

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

_ZOOM: Final = 1.25


class ImageKindView(SampleKindView):
    """Pictures."""

    rank: ClassVar[int] = 0
    icon: ClassVar[str] = "image"
    modes: ClassVar[frozenset[Mode]] = frozenset(Mode)
    acts: ClassVar[tuple[str, ...]] = (
        *("mode-swipe", "mode-blink", "mode-difference"),
        *("outline", "opacity-less", "opacity-more", "actual-size", "loupe", "picture", "navigator"),
    )
    is_surveyed: ClassVar[bool] = True

    def of_this_kind(self) -> str:
        """For pictures."""
        return translate("SampleKinds", "for pictures")

    def added(self, n: int) -> str:
        """That so many were added."""
        one, many = translate("SampleKinds", "1 image added"), translate("SampleKinds", "{n} images added")
        return one if n == 1 else many.format(n=f"{n:,}")

    def page_contents(self) -> str:
        """Pictures at their own size."""
        return translate("SampleKinds", "Every lane at native pixel size, with captions and legend.")

    def files_title(self) -> str:
        """Images."""
        return translate("SampleKinds", "Images")

    def fit(self, viewports: "Viewports") -> None:
        """Show the whole picture."""
        from granview.gui.model.viewport import Viewport

        viewports.get(Viewport).fit()

    def zoom(self, viewports: "Viewports", steps: int) -> None:
        """Zoom around the middle of what is shown."""
        from granview.gui.model.viewport import Viewport

        viewports.get(Viewport).zoom_by(_ZOOM**steps)

    def preload(self) -> None:
        """The grid of pictures."""
        import granview.gui.lanes.pictures.picture_grid  # noqa: F401

    def new_rows(self, services: "Services", parent: "QWidget") -> "SampleRows":
        """A thumbnail and the name."""
        from granview.gui.inputs.image_rows import ImageRows

        return ImageRows(services.thumbnails, parent)

    def new_unit_previews(self, services: "Services", parent: "QObject") -> "UnitPreviews":
        """Pieces of the picture with the reference's outline."""
        from granview.gui.unit_previews.picture_previews import PicturePreviews

        return PicturePreviews(services, parent)

    def new_opener(self, context: "OpenerContext") -> "SampleOpener":
        """The decoder's process."""
        from granview.gui.session.picture_opener import PictureOpener

        return PictureOpener(context)

    def new_cells(
        self, model: "ComparisonModel", loader: "SampleLoader", view: "ViewState", explainer: "Explainer"
    ) -> "CellMaker":
        """The picture with what is drawn over it."""
        from granview.gui.lanes.pictures.picture_cells import PictureCells

        return PictureCells(model, loader, view, explainer)

    def new_grid(self, context: "GridContext") -> "CellGrid":
        """Cells that share one viewport."""
        from granview.gui.lanes.pictures.picture_grid import PictureGrid
        from granview.gui.model.picture_tone import PictureTone
        from granview.gui.model.viewport import Viewport

        viewport, tone = context.viewports.get(Viewport), context.viewports.get(PictureTone)
        return PictureGrid(context.view, viewport, context.theme, context.pool, context.parent, tone)

    def new_tools(self, services: "Services") -> "QWidget":
        """Opacity and outlines."""
        from granview.gui.inspect.picture_tools import PictureTools

        return PictureTools(services)

    def new_legend(self, services: "Services", theme: "Theme") -> "ThemedWidget":
        """Classes and their parts of the picture."""
        from granview.gui.inspect.class_legend import ClassLegend

        return ClassLegend(services, theme, self.name)

    def new_values(self, services: "Services") -> "ValuesTable":
        """The pixel under the cursor."""
        from granview.gui.inspect.cursor_values import CursorValues

        return CursorValues(services)

    def explain_hint(self, services: "Services") -> str:
        """How a place is chosen; a whole region only where a prediction that is shown has any."""
        if services.explain.choice.place is not None:
            return ""
        from granview.scoring.region_at import has_regions

        shown = (*services.loader.predictions.values(), services.loader.reference_prediction)
        if any(has_regions(prediction) for prediction in shown if prediction is not None):
            return translate(
                "ExplainPanel",
                "Click a place or drag over it; Shift and drag for a box, Ctrl and click for a whole region.",
            )
        return translate("ExplainPanel", "Click a place or drag over it; Shift and drag for a box.")


SAMPLE_KIND_VIEWS.register("image")(ImageKindView("image"))
