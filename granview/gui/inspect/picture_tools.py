"""How predictions are drawn over a picture: opacity, outlines alone, and the choices and filters of their types."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from granview.gui.inspect.brightness import Brightness
from granview.gui.inspect.filter_sliders import FilterSliders
from granview.gui.inspect.kept_counts import KeptCounts
from granview.gui.inspect.option_lists import OptionLists
from granview.gui.presenters.picture_presenter import ViewChoice, choices_of, filters_of, options_of
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.services import Services

_STEPS: Final = 100


class PictureTools(QWidget):
    """Sets the view, and follows it. Offers what acts on the predictions of the sample that is shown."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        view = self._view = services.view
        self._loader = services.loader
        self._classes = ShownClasses(services.model, services.loader)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, _STEPS)
        self.opacity.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._caption = QLabel(self.tr("Opacity"))
        self._percent = QLabel()
        self._percent.setMinimumWidth(36)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.outline = QCheckBox(self.tr("Outline only"))
        fade = QHBoxLayout()
        fade.setSpacing(8)
        fade.addWidget(self._caption)
        fade.addWidget(self.opacity, 1)
        fade.addWidget(self._percent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(fade)
        layout.addWidget(self.outline)
        self.options = OptionLists(view)
        self.filters = FilterSliders(view)
        self.kept = KeptCounts(services)
        self.brightness = Brightness(services)
        for widget in (self.options, self.filters, self.kept, self.brightness):
            layout.addWidget(widget)
        view.changed.connect(self._on_view_changed)
        self.opacity.valueChanged.connect(lambda value: setattr(view, "opacity", value / _STEPS))
        self.outline.toggled.connect(lambda on: setattr(view, "outline_only", on))
        self._loader.changed.connect(self._offer)
        self._on_view_changed("opacity")
        self._on_view_changed("outline_only")

    def _offer(self) -> None:
        predictions = self._classes.predictions().values()
        choices = choices_of(predictions)
        self.filters.offer(filters_of(predictions))
        self.options.offer(options_of(predictions))
        for widget in (self._caption, self.opacity, self._percent):
            widget.setEnabled(ViewChoice.OPACITY in choices)
        self.outline.setEnabled(ViewChoice.OUTLINE in choices)

    def _on_view_changed(self, name: str) -> None:
        if name == "opacity":
            self.opacity.setValue(round(self._view.opacity * _STEPS))
            self._percent.setText(f"{self._view.opacity * 100:.0f} %")
        elif name == "outline_only":
            self.outline.setChecked(self._view.outline_only)
