"""What stands in the centre while there is no sample: what to open, and examples to begin with."""

import enum
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QScrollArea, QWidget

from granview.core.gallery import Gallery, all_galleries
from granview.gui.language.mnemonics import without_mnemonic
from granview.gui.start.card_grid import CardGrid
from granview.gui.start.drop_button import DropButton
from granview.gui.start.picture_card import PictureCard
from granview.gui.start.recent_comparisons import RecentPicture
from granview.gui.start.start_button import StartButton
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import SPACING, Theme
from granview.gui.widgets.text_preview import as_tip
from granview.store.recent_comparisons import RecentKind

translate = QCoreApplication.translate

_MOST_PX: Final = 1160
_EDGE_PX: Final = 2 * SPACING
_GAP_PX: Final = int(1.5 * SPACING)
_NAMED: Final = frozenset({RecentKind.SAVED, RecentKind.CHANGED})
_LARGE_PX: Final = 620
"""From this height on, there is room for a larger headline and for air."""


class Cards(enum.Enum):
    """Which cards stand under the buttons."""

    GALLERY = "gallery"
    RECENT = "recent"


class StartPage(QScrollArea):
    """Three large buttons, the cards of the one that is chosen, and a field for what is dropped."""

    open_requested = Signal()
    gallery_requested = Signal(str)
    """A gallery's name."""
    session_requested = Signal(object)
    """The ``Path`` of a session."""
    shown = Signal()
    """It came into sight: what it lists may be out of date."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._recent: tuple[RecentPicture, ...] = ()
        self._covers: Mapping[str, QImage] = {}
        self._chosen: Cards | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Start"))
        self._page = QWidget()
        self.setWidget(self._page)
        self.headline = QLabel(self._page)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = self._new_buttons(icons)
        self.cards = CardGrid(self._page)
        self.note = QLabel(self._page)
        self.note.setProperty("role", "muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setWordWrap(True)
        self.drop = DropButton(
            self.tr("Drop pictures, texts, folders, models or a comparison anywhere"),
            self.tr("or press here to choose files"),
            theme,
            self._page,
        )
        self.drop.clicked.connect(self.open_requested)
        self.set_theme(theme)
        self.say_lanes(())
        self._show_cards()

    @property
    def first(self) -> QWidget:
        """Where the keys go when the page comes up."""
        return self.buttons["open"]

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self.viewport().setStyleSheet("")
        self.setStyleSheet(f"StartPage, StartPage > QWidget > QWidget {{ background: {theme.canvas}; }}")
        self.cards.set_theme(theme)
        for button in (*self.buttons.values(), self.drop):
            button.set_theme(theme)

    def say_lanes(self, names: Sequence[str]) -> None:
        """Say what is missing: everything, or samples for these lanes."""
        if not names:
            self.headline.setText(self.tr("Which model sees the finer grain?"))
        else:
            words = self.tr("Models are ready: {names}. What shall they look at?")
            self.headline.setText(words.format(names=", ".join(names[:4]) + (", …" if len(names) > 4 else "")))
        self._lay_out()

    def say_opening(self) -> None:
        """Say that samples are on their way."""
        self.headline.setText(self.tr("Opening the gallery…"))
        self._lay_out()

    def show_recent(self, recent: Sequence[RecentPicture]) -> None:
        """List these comparisons; they come first where there are any and nothing else was chosen."""
        if tuple(recent) == self._recent:
            return
        self._recent = tuple(recent)
        self._show_cards()

    def show_covers(self, covers: Mapping[str, QImage]) -> None:
        """Give the cards of galleries their pictures, by the galleries' names."""
        self._covers = covers
        self._show_cards()

    def choose(self, cards: Cards) -> None:
        """Show other cards from now on."""
        self._chosen = cards
        self._show_cards()

    @property
    def shows(self) -> Cards:
        """Which cards stand there now."""
        return self._chosen or (Cards.RECENT if self._recent else Cards.GALLERY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, and ask for what was opened lately."""
        super().showEvent(event)
        self.shown.emit()

    def _new_buttons(self, icons: IconSet) -> dict[str, StartButton]:
        tr = self.tr
        come_along = tr("Samples with their models, one click")
        words = {
            "open": (tr("Open files…"), tr("Your pictures, texts, tables or a comparison"), "open"),
            Cards.GALLERY.value: (tr("Sample gallery"), come_along, "gallery"),
            Cards.RECENT.value: (tr("Recent comparisons"), tr("Go on where you were"), "session"),
        }
        buttons = {
            key: StartButton(title, detail, icon, icons, self._theme, self._page)
            for key, (title, detail, icon) in words.items()
        }
        buttons["open"].clicked.connect(self.open_requested)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for button in buttons.values():
            group.addButton(button)
        for cards in Cards:
            buttons[cards.value].setCheckable(True)
            buttons[cards.value].clicked.connect(partial(self._choose, cards))
        return buttons

    def _choose(self, cards: Cards, _checked: bool = False) -> None:
        self.choose(cards)

    def _show_cards(self) -> None:
        for cards in Cards:
            self.buttons[cards.value].setChecked(cards is self.shows)
        new = {Cards.GALLERY: self._gallery_cards, Cards.RECENT: self._recent_cards}[self.shows]()
        self.cards.show_cards(new)
        empty = self.tr("Comparisons that you save under a name are listed here.")
        self.note.setText("" if new else empty)
        self._lay_out()

    def _gallery_cards(self) -> list[PictureCard]:
        return [self._gallery_card(gallery) for gallery in all_galleries()]

    def _gallery_card(self, gallery: Gallery) -> PictureCard:
        title = without_mnemonic(translate("Galleries", gallery.title))
        card = PictureCard(title, self.tr("{n} models").format(n=len(gallery.models)), self._theme, self.cards)
        tip = translate("Galleries", gallery.tip)
        card.setToolTip(tip)
        card.setAccessibleDescription(tip)
        card.clicked.connect(partial(self._ask_gallery, gallery.name))
        if gallery.name in self._covers:
            card.set_picture(QPixmap.fromImage(self._covers[gallery.name]))
        return card

    def _ask_gallery(self, name: str, _checked: bool = False) -> None:
        self.gallery_requested.emit(name)

    def _recent_cards(self) -> list[PictureCard]:
        cards: list[PictureCard] = []
        for shown in self._recent:
            path = shown.recent.path
            is_named = shown.recent.kind in _NAMED
            title = path.stem if is_named else self.tr("Unsaved comparison")
            card = PictureCard(title, self._recent_detail(shown), self._theme, self.cards)
            card.setToolTip(as_tip(str(path)))
            card.clicked.connect(partial(self._ask_session, path))
            card.set_sign(self._icons.icon("session", self._theme.muted))
            if not shown.picture.isNull():
                card.set_picture(QPixmap.fromImage(shown.picture))
            cards.append(card)
        return cards

    def _ask_session(self, path: Path, _checked: bool = False) -> None:
        self.session_requested.emit(path)

    def _recent_detail(self, shown: RecentPicture) -> str:
        locale = QLocale()
        when = QDateTime.fromSecsSinceEpoch(int(shown.recent.written_at))
        words = [locale.toString(when, QLocale.FormatType.ShortFormat)]
        if shown.recent.kind is RecentKind.CHANGED:
            words.append(self.tr("with unsaved changes"))
        elif shown.n_samples >= 0:
            counts = self.tr("{samples} samples, {lanes} lanes")
            words.append(counts.format(samples=locale.toString(shown.n_samples), lanes=shown.n_lanes))
        return "\n".join(words)

    def _lay_out(self) -> None:
        """Everything from top to bottom, in the middle where there is room, high cards where all fit."""
        view = self.viewport().size()
        is_large = view.height() >= _LARGE_PX
        gap = 3 * SPACING if is_large else _GAP_PX
        width = max(min(view.width() - 2 * _EDGE_PX, _MOST_PX), 1)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * (1.9 if is_large else 1.35))
        font.setWeight(font.Weight.DemiBold)
        self.headline.setFont(font)
        heights = {
            "headline": self.headline.heightForWidth(width),
            "buttons": self._button_height(width),
            "drop": self.drop.heightForWidth(width) + (2 * SPACING if is_large else 0),
        }
        note = self.note.heightForWidth(width) + 2 * SPACING if self.note.text() else 0
        rest = view.height() - sum(heights.values()) - note - 3 * gap - 2 * _EDGE_PX
        cards = self.cards.lay_out(width, max(rest, 0)) or note
        total = sum(heights.values()) + cards + 3 * gap
        left = max((view.width() - width) // 2, 0)
        y = max((view.height() - total) // 2, _EDGE_PX)
        self.headline.setGeometry(left, y, width, heights["headline"])
        y += heights["headline"] + gap
        self._place_buttons(left, y, width, heights["buttons"])
        y += heights["buttons"] + gap
        self.cards.setGeometry(left, y, width, cards)
        self.note.setGeometry(left, y, width, note)
        y += cards + gap
        self.drop.setGeometry(left, y, width, heights["drop"])
        self._page.resize(view.width(), max(view.height(), y + heights["drop"] + _EDGE_PX))

    def _each_button(self, width: int) -> int:
        return (width - (len(self.buttons) - 1) * _GAP_PX) // len(self.buttons)

    def _button_height(self, width: int) -> int:
        return max(button.heightForWidth(self._each_button(width)) for button in self.buttons.values())

    def _place_buttons(self, left: int, top: int, width: int, height: int) -> None:
        each = self._each_button(width)
        for place, button in enumerate(self.buttons.values()):
            button.setGeometry(left + place * (each + _GAP_PX), top, each, height)
