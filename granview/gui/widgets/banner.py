"""A strip above the lanes that says something the user must know, without stopping anybody."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from granview.gui.language.below import localized
from granview.gui.style.icons import IconSet
from granview.gui.style.stylesheet import mixed
from granview.gui.style.theme import Theme


class Banners(QWidget):
    """Banners under each other, at most one per topic."""

    emptied = Signal()
    """The last one has gone."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._banners: dict[str, _Banner] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_text(
        self, topic: str, text: str, act: tuple[str, Callable[[], object]] | None = None, warn: bool = True
    ) -> None:
        """Say something about a topic, instead of what was said about it before.

        Args:
            topic: What it is about.
            text: A sentence or two.
            act: What the user can do about it: the button's text, and what it does.
            warn: Whether it asks for attention.
        """
        self._drop(topic)
        banner = _Banner(localized(text), act, self._icons, warn)
        banner.set_theme(self._theme)
        banner.closed.clicked.connect(lambda: self.remove(topic))
        if banner.button is not None:
            banner.button.clicked.connect(lambda: self.remove(topic))
        self._banners[topic] = banner
        self._layout.addWidget(banner)
        self.show()

    def remove(self, topic: str) -> None:
        """Say nothing more about a topic."""
        if self._drop(topic) and not self._banners:
            self.emptied.emit()

    def _drop(self, topic: str) -> bool:
        """Take a banner away; False where there was none."""
        banner = self._banners.pop(topic, None)
        if banner is not None:
            self._layout.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))
        return banner is not None

    def clear(self) -> None:
        """Say nothing any more."""
        for topic in tuple(self._banners):
            self.remove(topic)

    def texts(self) -> dict[str, str]:
        """What is said now, by topic."""
        return {topic: banner.label.text() for topic, banner in self._banners.items()}

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        for banner in self._banners.values():
            banner.set_theme(theme)


class _Banner(QWidget):
    def __init__(self, text: str, act: tuple[str, Callable[[], object]] | None, icons: IconSet, warn: bool) -> None:
        super().__init__()
        self._icons = icons
        self._warn = warn
        self._sign = QLabel()
        self.label = QLabel(text, wordWrap=True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(act[0]) if act is not None else None
        self.closed = QToolButton()
        self.closed.setToolTip(self.tr("Close"))
        self.closed.setIcon(icons.icon("close"))
        self.closed.setIconSize(QSize(14, 14))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(8)
        layout.addWidget(self._sign)
        layout.addWidget(self.label, 1)
        if self.button is not None and act is not None:
            self.button.clicked.connect(lambda _=False: act[1]())
            layout.addWidget(self.button)
        layout.addWidget(self.closed)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def set_theme(self, theme: Theme) -> None:
        color = theme.warn if self._warn else theme.accent
        self._sign.setPixmap(self._icons.pixmap("warning" if self._warn else "info", 18, color))
        self.setStyleSheet(f"#banner {{ background: {mixed(theme.panel, color, 0.16)}; border-radius: 6px; }}")
