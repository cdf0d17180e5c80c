"""The small switch of presets, and the buttons that fold the results and hide all panels, beside the menus."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from granview.gui.arrangement.arrangement import Arrangement
from granview.gui.arrangement.presets import PRESETS, preset_titles
from granview.gui.style.icons import IconSet
from granview.gui.widgets.action_set import ActionSet
from granview.gui.widgets.segmented import Segmented

_ICON_PX: Final = 15


class ArrangementSwitch(QWidget):
    """Shows how the panels are arranged, and changes it."""

    def __init__(self, arrangement: Arrangement, actions: ActionSet, icons: IconSet) -> None:
        super().__init__()
        self._arrangement = arrangement
        self.setProperty("small", "true")
        titles = preset_titles()
        self.presets = Segmented(
            [
                (name, titles[name][0], icons.icon(preset.icon), _tip(*titles[name], preset.key))
                for name, preset in PRESETS.items()
            ],
            icon_px=_ICON_PX,
        )
        self.presets.chosen.connect(arrangement.choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self.presets)
        for name in ("fold-results", "hide-panels"):
            layout.addWidget(_switch(actions, name))
        arrangement.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.presets.set_current(self._arrangement.preset.name)


def _tip(title: str, purpose: str, key: str) -> str:
    """What an icon stands for: its name and key, and under them what it is for."""
    return f"{title} ({key})\n{purpose}"


def _switch(actions: ActionSet, name: str) -> QToolButton:
    action = actions[name]
    button = QToolButton()
    button.setIcon(action.icon())
    button.setIconSize(QSize(_ICON_PX, _ICON_PX))
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text().replace("&", ""))
    button.setCheckable(True)
    button.setChecked(action.isChecked())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    action.toggled.connect(button.setChecked)
    return button
