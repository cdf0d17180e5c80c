"""A plot that says what is under the mouse."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QToolTip, QVBoxLayout

from granview.gui.style.theme import Theme
from granview.gui.widgets.plot_host import Plot
from granview.gui.widgets.plot_style import destroy, new_plot


class HoverPlot(Plot):
    """What the plots share: the axes, and a tool tip that follows the mouse."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.plot = new_plot(theme)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def dispose(self) -> None:
        """Take the plot apart."""
        self.plot.scene().sigMouseMoved.disconnect(self._on_mouse)
        destroy(self.plot)

    def words_at(self, position: QPointF) -> str:
        """What to say of a place in the scene; empty where there is nothing."""
        raise NotImplementedError

    def _on_mouse(self, position: QPointF) -> None:
        words = self.words_at(position)
        if words:
            QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(position)), words, self.plot)
        else:
            QToolTip.hideText()
