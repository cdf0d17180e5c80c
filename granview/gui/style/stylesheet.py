"""How the theme reaches Qt: Fusion's palette, and a compact style sheet on an 8 px grid."""

from string import Template
from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from granview.core.resources import resource_path
from granview.gui.style.theme import Theme

QUIET_SHARE: Final = 0.17
"""How much of the accent is in the ground of what is selected: text of every colour still stands out from it."""

_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
}

_QSS: Final = Template("""
* { outline: none; }
QMainWindow::separator { background: $window; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: $border; }
QMenuBar { background: $window; padding: 1px 6px; }
QMenuBar::item { padding: 3px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $panel; border: 1px solid $border; border-radius: 8px; padding: 6px; }
*[surface="popup"] { background: $panel; border: 1px solid $border; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 5px 7px; }
QToolBar { background: $window; border: none; padding: 2px 8px 4px 8px; spacing: 6px; }
QToolBar#headline { padding: 0; spacing: 0; border-top: 1px solid $border; }
QToolBar::separator { background: $border; width: 1px; margin: 6px 6px; }
QStatusBar { background: $window; color: $muted; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; border: 1px solid $edge; }
QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 3px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabWidget::pane { border: none; }
QPushButton, QToolButton[shape="button"] { background: $raised; border: 1px solid $border; border-radius: 6px;
  padding: 5px 12px; min-height: 16px; }
QPushButton:hover, QToolButton[shape="button"]:hover { border-color: $muted; }
QPushButton:pressed, QToolButton[shape="button"]:pressed { background: $border; }
QPushButton:focus, QToolButton[shape="button"]:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: transparent; }
QPushButton:default, QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover, QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled { background: $raised; color: $muted;
  border-color: $border; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $raised; border-color: $border; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[labelled="true"] { padding: 4px 8px; }
QToolButton[segment="true"] { border-radius: 5px; padding: 4px 6px; }
QToolButton[segment="true"]:checked { background: $accent_quiet; border-color: $accent_quiet; color: $text; }
*[small="true"] QToolButton { padding: 1px 3px; }
*[small="true"] QToolButton[segment="true"] { padding: 1px 7px; color: $muted; }
*[small="true"] QToolButton[segment="true"]:checked { color: $text; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { background: $field; border: 1px solid $edge; border-radius: 6px;
  padding: 4px 8px; min-height: 16px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0 6px; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $border; padding: 4px; }
QComboBox[quiet="true"] { background: transparent; border-color: transparent; }
QComboBox[quiet="true"]:hover { background: $raised; }
QAbstractItemView { background: $panel; border: none; selection-background-color: $accent_quiet;
  selection-color: $text; gridline-color: $border; }
QAbstractItemView::item { border: none; }
QAbstractItemView::item:focus { border: 1px solid $accent; }
QAbstractItemView::item:hover { background: $raised; }
QAbstractItemView::item:selected { background: $accent_quiet; color: $text; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 4px 8px; font-weight: normal; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $panel; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:hover { background: $accent; }
QSlider::handle:horizontal:focus { background: $panel; border: 3px solid $accent; border-radius: 7px; width: 8px;
  height: 8px; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal:disabled { background: $muted; }
QProgressBar { background: $border; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0;
  border: none; subcontrol-origin: content; subcontrol-position: center left; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px 0; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 14px; height: 14px;
  border: 1px solid $muted; background: $field; }
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
CheckList::item { min-height: 18px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; }
QGroupBox { border: none; margin-top: 18px; padding: 0; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
QPlainTextEdit, QTextBrowser { background: $panel; border: none; selection-background-color: $accent;
  selection-color: $on_accent; }
QPlainTextEdit[field="true"] { background: $field; border: 1px solid $edge; border-radius: 6px; padding: 1px 4px; }
QPlainTextEdit[field="true"]:focus { border: 2px solid $accent; padding: 0 3px; }
QDialog { background: $panel; }
QSplitter::handle { background: $window; }
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid $on_accent; padding: 4px 11px; }
QToolButton[segment="true"]:checked:focus, QToolButton:checked:focus { border-color: $accent; }
QCheckBox, QRadioButton { border: 1px solid transparent; border-radius: 4px; padding: 1px 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QTabBar::tab:selected:focus { background: $accent_quiet; border: 1px solid $accent; border-bottom: 2px solid $accent;
  padding: 4px 11px 5px 11px; }
QAbstractItemView, QTextBrowser, QPlainTextEdit, QGraphicsView, QScrollArea { border: 1px solid transparent; }
QAbstractItemView:focus, QTextBrowser:focus, QPlainTextEdit:focus, QGraphicsView:focus, QScrollArea:focus {
  border-color: $accent; }
QScrollArea[bare="true"], QHeaderView { border: none; }
QComboBox QAbstractItemView { border: 1px solid $edge; }
QComboBox[quiet="true"]:focus { border-color: $accent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="warn"] { color: $warn; }
QWidget[surface="panel"] { background: $panel; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
""")


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in a theme; what is already on the screen follows."""
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The theme as a Qt palette."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(getattr(theme, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return result


def style_sheet(theme: Theme) -> str:
    """The theme as a style sheet."""
    return _QSS.substitute(
        window=theme.window,
        panel=theme.panel,
        raised=theme.raised,
        border=theme.border,
        edge=theme.edge,
        text=theme.text,
        muted=theme.muted,
        accent=theme.accent,
        on_accent=theme.on_accent,
        bad=theme.bad,
        warn=theme.warn,
        field=theme.window if theme.is_dark else "#ffffff",
        accent_hover=mixed(theme.accent, theme.text, 0.12),
        check=resource_path("icons", f"check-{'dark' if theme.is_dark else 'light'}.svg").as_posix(),
        arrow=resource_path("icons", f"arrow-{'dark' if theme.is_dark else 'light'}.svg").as_posix(),
        accent_quiet=mixed(theme.panel, theme.accent, QUIET_SHARE),
    )


def mixed(first: str, second: str, part: float) -> str:
    """A colour between two, as ``#rrggbb``; ``part`` 0 is the first, 1 the second."""
    a, b = QColor(first), QColor(second)
    channels = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * part) for x, y in channels)).name()


def tabular(font: QFont) -> QFont:
    """The font with digits of one width, so that numbers under each other line up."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
