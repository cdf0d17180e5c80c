"""A plot that says what is under the mouse."""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtWidgets import QToolTip, QVBoxLayout

from granview.gui.style.theme import Theme
from granview.gui.widgets.plot_host import Plot
from granview.gui.widgets.plot_style import destroy, new_plot


class HoverPlot(Plot):
    """What the plots share: the axes, and a tool tip that follows the mouse."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._position: QPointF | None = None
        self.plot = new_plot(theme)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.plot.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def dispose(self) -> None:
        """Take the plot apart."""
        self.plot.viewport().removeEventFilter(self)
        self.plot.scene().sigMouseMoved.disconnect(self._on_mouse)
        destroy(self.plot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the tip while the mouse rests: a scene of Qt's would hide what its items know nothing of."""
        if event.type() == QEvent.Type.ToolTip:
            if self._position is not None:
                self._on_mouse(self._position)
            return True
        return super().eventFilter(watched, event)

    def words_at(self, position: QPointF) -> str:
        """What to say of a place in the scene; empty where there is nothing."""
        raise NotImplementedError

    def say_again(self) -> None:
        """More is known of the place under the mouse: its tip, where it is shown, says that too."""
        if self._position is not None and QToolTip.isVisible() and self.plot.underMouse():
            self._on_mouse(self._position)

    def _on_mouse(self, position: QPointF) -> None:
        self._position = position
        words = self.words_at(position)
        if words:
            QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(position)), words, self.plot)
        else:
            QToolTip.hideText()
