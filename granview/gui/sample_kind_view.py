"""What the window does with each kind of sample: asked of the kind's object, never decided by its name.

A new kind is one new file in ``granview.gui.sample_kinds``, or in a plug-in's ``gui.sample_kinds``: a subclass of
``SampleKindView``, registered under the kind's name. The table knows nothing of widgets: each kind imports its own
when they are first wanted. A kind that answers only some of the questions is shown as far as it does.
"""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication

from granview.core.registry import Registry
from granview.core.sample_kind import SAMPLE_KINDS, Kind
from granview.gui.model.view_state import PAIR_MODES, Mode

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from granview.core.labels import LabelSet
    from granview.core.sample import Part
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


class SampleKindView:
    """One kind of samples in the window. What it has no answer to, it answers as this class does.

    Args:
        name: The kind's name, under which it is registered too.

    Attributes:
        rank: Kinds are listed in this order.
        icon: Name of the icon that stands for a sample of it.
        modes: How its lanes can be set beside or over each other.
        acts: Names of the window's acts that mean something for it alone.
        is_surveyed: Whether it must be found out from the files how they are to be read, before they are run.
    """

    rank: ClassVar[int] = 100
    icon: ClassVar[str] = "open"
    modes: ClassVar[frozenset[Mode]] = frozenset(Mode) - PAIR_MODES
    acts: ClassVar[tuple[str, ...]] = ()
    is_surveyed: ClassVar[bool] = False

    def __init__(self, name: Kind) -> None:
        self.name = name

    def plural(self) -> str:
        """Several of them in a sentence, such as ``images``."""
        return SAMPLE_KINDS.get(self.name).plural if self.name in SAMPLE_KINDS else self.name

    def of_this_kind(self) -> str:
        """What an act is for that means something for this kind alone, such as ``for pictures``."""
        return translate("SampleKinds", "for {samples}").format(samples=self.plural())

    def why_no_pairs(self) -> str:
        """Why two lanes cannot be shown over each other, where they cannot."""
        return translate("SampleKinds", "Not for {samples}: they stand side by side").format(samples=self.plural())

    def added(self, n: int) -> str:
        """That so many were added; ``n`` is at least 1."""
        words = translate("SampleKinds", "{n} {samples} added")
        return words.format(n=f"{n:,}", samples=self.plural())

    def page_contents(self) -> str:
        """What the page of one sample holds."""
        return translate("SampleKinds", "Every lane, with captions and legend.")

    def page_suffixes(self) -> tuple[str, ...]:
        """As what that page can be written, by file suffix; the first is offered first. Empty: there is no page."""
        from granview.export.sample_export import SAMPLE_EXPORTS

        return SAMPLE_EXPORTS.get(self.name).suffixes if self.name in SAMPLE_EXPORTS else ()

    def files_title(self) -> str:
        """How a dialog calls its files."""
        return self.plural().capitalize()

    def file_suffixes(self) -> frozenset[str]:
        """How the names of its files end."""
        from granview.io.sample_kind import SAMPLE_FILES

        return SAMPLE_FILES.get(self.name).suffixes if self.name in SAMPLE_FILES else frozenset()

    def fit(self, viewports: "Viewports") -> None:
        """Show all of the sample, or show it in its usual size."""

    def zoom(self, viewports: "Viewports", steps: int) -> None:
        """Show it larger by so many steps, or smaller when negative."""

    def preload(self) -> None:
        """Import what shows a sample; called off the window's thread, before the first one is there."""

    def new_rows(self, services: "Services", parent: "QWidget") -> "SampleRows | None":
        """What the list of inputs says of its samples; None: their names alone."""
        return None

    def new_unit_previews(self, services: "Services", parent: "QObject") -> "UnitPreviews | None":
        """What shows its units small, in tool tips; None: words alone tell of them."""
        return None

    def part_in_words(self, part: "Part") -> str:
        """What stands for a part of this kind in one line: its file's name, or its first words."""
        return part.path.replace("\\", "/").rpartition("/")[2]

    def new_opener(self, context: "OpenerContext") -> "SampleOpener | None":
        """What opens a sample to be shown; None: it cannot be opened."""
        return None

    def label_sets(self, model: "ComparisonModel", loader: "SampleLoader") -> "dict[str, LabelSet] | None":
        """The classes of each cell in shared colours, where that is a matter of the kind; None: as for any sample."""
        return None

    def new_cells(
        self, model: "ComparisonModel", loader: "SampleLoader", view: "ViewState", explainer: "Explainer"
    ) -> "CellMaker | None":
        """What makes the contents of its cells; None: it has no cells."""
        return None

    def new_grid(self, context: "GridContext") -> "CellGrid | None":
        """The widget that shows its cells; None: it has no cells."""
        return None

    def new_tools(self, services: "Services") -> "QWidget | None":
        """The choices in Inspect that are for it alone."""
        return None

    def new_legend(self, services: "Services", theme: "Theme") -> "ThemedWidget | None":
        """The classes of its samples, in Inspect."""
        return None

    def new_values(self, services: "Services") -> "ValuesTable | None":
        """What every cell says of the place under the mouse, in Inspect."""
        return None

    def explain_hint(self, services: "Services") -> str:
        """What to do next in Explain, once lanes can be asked about the sample that is shown."""
        return ""


SAMPLE_KIND_VIEWS: Final[Registry[SampleKindView]] = Registry("granview.gui.sample_kinds", "view of a kind of sample")
"""What the window does with each kind, one file each."""


def kind_views() -> tuple[SampleKindView, ...]:
    """All of them, in the order in which they are listed."""
    return tuple(sorted(SAMPLE_KIND_VIEWS.all().values(), key=lambda view: (view.rank, view.name)))


def kind_view(kind: Kind) -> SampleKindView:
    """That of a kind; for one that the window knows nothing of, the view that shows it by its name alone."""
    return SAMPLE_KIND_VIEWS.get(kind) if kind in SAMPLE_KIND_VIEWS else SampleKindView(kind)
