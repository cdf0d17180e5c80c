"""In which window level, gamma and channel pictures are shown, and what models get beside it."""

from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from granview.core.image_params import ImageRange
from granview.gui.inspect.histogram import HistogramView
from granview.gui.inspect.shown_pages import sister_pages
from granview.gui.model.picture_tone import (
    LEAST_GAMMA,
    MOST_GAMMA,
    Histogram,
    PictureSource,
    PictureTone,
    Tone,
)
from granview.gui.services import Services

translate = QCoreApplication.translate

_STEPS: Final = 100
_EIGHT_BITS: Final = 255
_MODEL: Final = "model"


class Brightness(QWidget):
    """Sets how pictures are shown, one choice for the whole comparison, and says what models get."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._samples = services.model.samples
        self._tone = services.viewports.get(PictureTone)
        self.head = QToolButton()
        self.head.setText(self.tr("Brightness and channels"))
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.body = QWidget()
        self.channel, self.page, self.window_level = QComboBox(), QComboBox(), QComboBox()
        self.histogram = HistogramView()
        self.gamma = QSlider(Qt.Orientation.Horizontal)
        self.gamma.setRange(-_STEPS, _STEPS)
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "muted")
        self._lay_out()
        self._connect()
        self._open(False)
        self._refresh()

    def _lay_out(self) -> None:
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._captions: dict[QWidget, QLabel] = {}
        rows = (
            (self.tr("Channel"), self.channel, self.tr("Which channel of the picture is shown, in grey")),
            (self.tr("Page"), self.page, self.tr("Which page of the file is shown under what models said of theirs")),
            (self.tr("Window"), self.window_level, self.tr("Which values are shown black and white, in all pictures")),
        )
        for row, (caption, widget, hint) in enumerate(rows):
            widget.setToolTip(hint)
            widget.setAccessibleName(caption)
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(8)
            self._captions[widget] = QLabel(caption)
            grid.addWidget(self._captions[widget], row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(self.histogram, 3, 0, 1, 2)
        grid.addWidget(QLabel(self.tr("Gamma")), 4, 0)
        grid.addWidget(self.gamma, 4, 1)
        grid.addWidget(self.words, 5, 0, 1, 2)
        self.gamma.setAccessibleName(self.tr("Gamma"))
        self.gamma.setToolTip(self.tr("To the right what is dark becomes lighter, to the left darker"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.body)

    def _connect(self) -> None:
        self.head.toggled.connect(self._open)
        self.channel.activated.connect(lambda _: self._choose(channel=self.channel.currentData()))
        self.page.activated.connect(lambda _: self._tone.show_page(self.page.currentData()))
        self.window_level.activated.connect(lambda _: self._on_window())
        self.histogram.chosen.connect(lambda low, high: self._choose(window=ImageRange(low, high)))
        self.gamma.valueChanged.connect(lambda step: self._choose(gamma=gamma_of(step / _STEPS)))
        self._tone.changed.connect(self._refresh)
        self._tone.source_changed.connect(self._refresh)

    def _open(self, on: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.body.setVisible(on)

    def _choose(self, **changes: object) -> None:
        self._tone.choose(msgspec.structs.replace(self._tone.tone, **changes))

    def _on_window(self) -> None:
        chosen = self.window_level.currentData()
        if chosen == _MODEL:
            self._tone.choose(Tone(channel=self._tone.tone.channel))
        elif isinstance(chosen, ImageRange):
            self._choose(window=chosen)

    def _refresh(self) -> None:
        source, tone = self._tone.source, self._tone.tone
        histogram = None if source is None else source.histograms.get(self._tone.channel)
        self.histogram.show_values(histogram, self._tone.window)
        self._fill_channels(source)
        self._fill_pages(source)
        self._fill_windows(source, histogram)
        with QSignalBlocker(self.gamma):
            self.gamma.setValue(round(step_of(tone.gamma) * _STEPS))
        self.words.setText(tone_words(self._tone))

    def _fill_channels(self, source: PictureSource | None) -> None:
        names = () if source is None or len(source.channels) < 2 else source.channels
        entries = [(self.tr("As the model gets it"), ""), *((channel_title(name), name) for name in names)]
        _fill(self.channel, entries, self._tone.channel)
        self._show_row(self.channel, bool(names))

    def _fill_pages(self, source: PictureSource | None) -> None:
        pages = [] if source is None else sister_pages(source.path, self._samples.all())
        _fill(self.page, [(self.tr("That of the model"), ""), *pages], self._tone.page)
        self._show_row(self.page, bool(pages))

    def _fill_windows(self, source: PictureSource | None, histogram: Histogram | None) -> None:
        entries: list[tuple[str, object]] = [(self.tr("As the model gets it"), _MODEL)]
        if source is not None and histogram is not None:
            least, first, last, most = histogram.percentiles
            entries += [
                (self.tr("Full: {range}").format(range=_range_words(source.full)), source.full),
                *_entry(self.tr("Smallest to largest: {range}"), *histogram.span),
                *_entry(self.tr("0.1 to 99.9 %: {range}"), least, most),
                *_entry(self.tr("1 to 99 %: {range}"), first, last),
            ]
        window = self._tone.tone.window
        if window is not None and all(window != data for _, data in entries):
            entries.append((self.tr("Own: {range}").format(range=_range_words(window)), window))
        _fill(self.window_level, entries, _MODEL if window is None else window)

    def _show_row(self, widget: QWidget, on: bool) -> None:
        widget.setVisible(on)
        self._captions[widget].setVisible(on)


def tone_words(tone: PictureTone) -> str:
    """What is shown beside what models get, such as ``Shown: 120 to 900. The model gets: 0 to 65535 as 0 to 255.``"""
    source = tone.source
    if source is None:
        return tone.error or translate("Brightness", "The picture's file is being read.")
    parts = [translate("Brightness", "Shown: {range}").format(range=_range_words(tone.window))]
    if tone.tone.gamma != 1:
        parts.append(translate("Brightness", "gamma {gamma}").format(gamma=f"{tone.tone.gamma:.2f}"))
    if tone.channel:
        parts.append(translate("Brightness", "channel {name} alone").format(name=channel_title(tone.channel)))
    if tone.page:
        parts.append(translate("Brightness", "another page of the file"))
    model = tone.model_window
    words = translate("Brightness", "The model gets: {range} as 0 to 255, whatever is shown.")
    if model.low == 0 and model.high == _EIGHT_BITS:
        words = translate("Brightness", "The model gets: {range} as they are, whatever is shown.")
    if source.values is not None and len(source.channels) > 1 and source.full.high > 255:
        words = translate("Brightness", "The model gets: {range}, the upper 8 bits of each channel, whatever is shown.")
    unread = translate("Brightness", "The file's own values are too many to be read here.")
    note = [] if source.values is not None or source.is_as_shown else [unread]
    return " ".join([", ".join(parts) + ".", words.format(range=_range_words(model)), *note])


def channel_title(name: str) -> str:
    """A channel as it is called on screen."""
    titles = {
        "R": translate("Brightness", "Red"),
        "G": translate("Brightness", "Green"),
        "B": translate("Brightness", "Blue"),
        "A": translate("Brightness", "Opacity"),
        "V": translate("Brightness", "Grey"),
        "#": translate("Brightness", "Index of the palette"),
    }
    return titles.get(name, name)


def gamma_of(part: float) -> float:
    """The gamma at a place of the slider: 1 in the middle, and the same factor each way.

    Args:
        part: From -1, the least gamma, to 1, the largest.
    """
    ends = (1 / LEAST_GAMMA, MOST_GAMMA)
    return round(float(ends[part >= 0] ** part), 2)


def step_of(gamma: float) -> float:
    """The place on the slider, -1 to 1, of a gamma."""
    from math import log

    return log(gamma) / log(MOST_GAMMA if gamma >= 1 else 1 / LEAST_GAMMA)


def _entry(words: str, low: float, high: float) -> list[tuple[str, object]]:
    """A range of the picture's own values; none where all of them are one."""
    return [(words.format(range=_range_words(ImageRange(low, high))), ImageRange(low, high))] if high > low else []


def _range_words(window: ImageRange) -> str:
    return translate("Brightness", "{low} to {high}").format(low=f"{window.low:.6g}", high=f"{window.high:.6g}")


def _fill(combo: QComboBox, entries: "list[tuple[str, object]] | list[tuple[str, str]]", current: object) -> None:
    kept = [(combo.itemText(place), combo.itemData(place)) for place in range(combo.count())]
    if kept != entries:
        combo.clear()
        for words, data in entries:
            combo.addItem(words, data)
            combo.setItemData(combo.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    place = next((place for place, (_, data) in enumerate(entries) if data == current), 0)
    combo.setCurrentIndex(place)
