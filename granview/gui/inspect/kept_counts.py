"""How many things of each lane's prediction the filters leave, of how many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from granview.gui.presenters.picture_presenter import presenter_of
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.services import Services


class KeptCounts(QLabel):
    """A line for each lane; takes no room where nothing can be filtered."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._view = services.view
        self._lanes = services.model.lanes
        self._classes = ShownClasses(services.model, services.loader)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(self.tr("Shown, of all that a model said of this picture"))
        services.loader.changed.connect(self.refresh)
        services.view.changed.connect(self._on_view_changed)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        predictions, filters = self._classes.predictions(), self._view.filters
        said = {name: predictions[name] for name in self._lanes.names() if name in predictions}
        kept = {lane: presenter_of(prediction).kept(prediction, filters) for lane, prediction in said.items()}
        words = self.tr("{lane}: {left} of {all}")
        lines = [
            words.format(lane=lane, left=f"{count[0]:,}", all=f"{count[1]:,}") for lane, count in kept.items() if count
        ]
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def _on_view_changed(self, name: str) -> None:
        if name == "filters":
            self.refresh()
