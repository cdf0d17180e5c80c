"""A film strip of a person's first minute, from the empty window to an exported picture, taken from the real window.

``python -m tests.film_strip`` writes ``out/film-strip-THEME-LANGUAGE.png`` for each theme and language, or for those
that are asked for; a strip that is not done within ``--seconds`` ends where it was, and says at which step. Without a
display, set ``QT_QPA_PLATFORM=offscreen``. Every step is a press or a key on what the window shows, and what follows is
waited for by what it brings. Under each frame stands what the person has done, after how many presses and seconds; a
ring shows where was pressed.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QToolButton, QWidget

from granview.core.gallery import all_galleries
from granview.gui.app import make_application, prepare_lanes
from granview.gui.dialogs.export import ExportDialog
from granview.gui.grain.panel import GrainPanel
from granview.gui.inspect.panel import InspectPanel
from granview.gui.style.theme import theme_for
from granview.settings import Settings
from tests.helpers.shell import Bench, open_bench

OUT: Final = Path(__file__).parents[1] / "out"
FRAME: Final = (1280, 800)
COLUMNS: Final = 3
_SCALE: Final = 0.5
_CAPTION_PX: Final = 40
_GAP_PX: Final = 12
_ENOUGH: Final = 10
"""Samples that every lane is done with."""
CAPTIONS: Final = {
    "start": {"en": "The window, before anything is loaded", "zh_CN": "窗口刚打开，尚未载入任何内容"},
    "gallery": {"en": "A gallery is pressed", "zh_CN": "点击一个示例库"},
    "loaded": {"en": "Its pictures and models are here, and run", "zh_CN": "图像和模型已载入，开始运行"},
    "first": {"en": "The first picture, in every lane", "zh_CN": "第一张图像，每个模型都有结果"},
    "verdict": {"en": "Enough is scored for a verdict, in a line below", "zh_CN": "评分样本已够，结论显示在下方一行"},
    "unfolded": {"en": "The results are unfolded: verdict, metrics, grain", "zh_CN": "展开结果：结论、指标、颗粒度"},
    "zoomed": {
        "en": "Folded again (Ctrl+J); the wheel zooms all cells",
        "zh_CN": "再次折叠（Ctrl+J）；滚轮同时缩放所有单元格",
    },
    "swipe": {"en": "Two lanes, swiped on each other", "zh_CN": "两个模型的滑动对比"},
    "difference": {"en": "Where they differ, and which of them is right", "zh_CN": "二者的差异，以及谁是对的"},
    "export": {"en": "Export (Ctrl+E)", "zh_CN": "导出（Ctrl+E）"},
    "exported": {"en": "The exported picture", "zh_CN": "导出的图像"},
}
"""What the person has done, by frame and language."""

_COUNTS: Final[dict[str, Callable[[int, float], str]]] = {
    "en": lambda n, seconds: f"{n} press{'' if n == 1 else 'es'}, {seconds:.0f} s",
    "zh_CN": lambda n, seconds: f"按 {n} 次，{seconds:.0f} 秒",
}
_DASHES: Final = {"en": " — ", "zh_CN": "——"}
_MOVING_S: Final = 3.0
_BETWEEN_S: Final = 0.25
_CHOOSING_S: Final = 3.0
"""How long the person looks at what there is to choose. It counts."""


@dataclass
class Film:
    """The frames so far.

    Attributes:
        bench: The window.
        language: Of the captions.
        patience_s: How long the strip may take.
        frames: Pictures of the window.
        captions: One for each.
        n_clicks: How often the person has pressed a button or a key so far.
        came_s: When came what was waited for last, unless a frame was taken since.
    """

    bench: Bench
    language: Literal["en", "zh_CN"]
    patience_s: float
    frames: list[QPixmap] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    n_clicks: int = 0
    began_s: float = field(default_factory=time.monotonic)
    pressed: QPoint | None = None
    came_s: float | None = None

    def press(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press on a widget with the mouse, in its middle."""
        place = widget.rect().center() if at is None else at
        self.pressed = widget.mapTo(self.bench.work.window, place) if self._is_in_window(widget) else None
        self.n_clicks += 1
        QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, place)

    def take(self, name: str, over: QWidget | None = None) -> None:
        """Take a frame of the window as it is, with a page over it, and the caption of that name."""
        seconds = self.came_s or time.monotonic() - self.began_s
        self.came_s = None
        frame = self.bench.work.window.grab()
        with QPainter(frame) as painter:
            if over is not None:
                page = over.grab()
                corner = QRect(QPoint(), page.size())
                corner.moveCenter(frame.rect().center())
                painter.fillRect(frame.rect(), QColor(0, 0, 0, 70))
                painter.drawPixmap(corner.topLeft(), page)
            if self.pressed is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor("#e0218a"), 4))
                painter.drawEllipse(self.pressed, 16, 16)
        self.pressed = None
        self.show(frame, name, seconds)

    def show(self, frame: QPixmap, name: str, seconds: float | None = None) -> None:
        """Add a picture, with what was done and how long it took; what has no caption is shown as it is."""
        seconds = time.monotonic() - self.began_s if seconds is None else seconds
        self.frames.append(frame)
        words = CAPTIONS[name][self.language] if name in CAPTIONS else name
        counts = _COUNTS[self.language](self.n_clicks, seconds)
        self.captions.append(f"{len(self.frames)}. {words}{_DASHES[self.language]}{counts}")

    def key(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.n_clicks += 1
        QTest.keyClick(self.bench.work.window, key, Qt.KeyboardModifier.ControlModifier)

    def until(self, words: str, condition: Callable[[], object]) -> None:
        """Wait until something holds.

        Raises:
            TimeoutError: it does not before the strip has to be done; names it.
        """
        try:
            self.bench.until(condition, max(self.began_s + self.patience_s - time.monotonic(), 0.0))
        except AssertionError as error:
            raise TimeoutError(f"not within {self.patience_s:.0f} s: {words}") from error
        self.came_s = time.monotonic() - self.began_s

    def still(self) -> None:
        """Wait until the window stands still, or for a moment where something in it goes on moving."""
        before, end = QImage(), time.monotonic() + _MOVING_S
        while time.monotonic() < end:
            self.bench.live(_BETWEEN_S)
            now = self.bench.work.window.grab().toImage()
            if now == before:
                return
            before = now

    def strip(self) -> QImage:
        """All frames in rows, each over its caption."""
        width, height = (round(edge * _SCALE) for edge in FRAME)
        rows = -(-len(self.frames) // COLUMNS)
        cell_px = height + _CAPTION_PX
        sheet = QImage(COLUMNS * (width + _GAP_PX) + _GAP_PX, rows * cell_px + _GAP_PX, QImage.Format.Format_RGB32)
        theme = theme_for(self.bench.app, self.bench.work.preferences.settings.theme)
        sheet.fill(theme.color("raised"))
        with QPainter(sheet) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(theme.color("text"))
            for place, (frame, caption) in enumerate(zip(self.frames, self.captions, strict=True)):
                row, column = divmod(place, COLUMNS)
                left, top = _GAP_PX + column * (width + _GAP_PX), _GAP_PX + row * cell_px
                small = frame.scaled(
                    width, height, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                painter.drawPixmap(left + (width - small.width()) // 2, top, small)
                painter.drawText(QRect(left, top + height, width, _CAPTION_PX - _GAP_PX), _CENTRE, caption)
        return sheet

    def _is_in_window(self, widget: QWidget) -> bool:
        return widget.window() is self.bench.work.window


_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_LEFT: Final = Qt.MouseButton.LeftButton


def first_minute(film: Film, out: Path) -> None:
    """What a person does, step by step, each step by the window's own buttons and keys.

    Raises:
        TimeoutError: something does not come in time.
    """
    film.bench.work.face.offer_tour()
    _open_gallery(film)
    _await_verdict(film)
    _look_closely(film)
    _export(film, out / "exported.png")


def _open_gallery(film: Film) -> None:
    work = film.bench.work
    page = work.face.centre.page
    film.until("covers", lambda: page.cards.cards and all(card.has_picture for card in page.cards.cards))
    work.services.jobs.start(prepare_lanes, lambda _: None, work.services.event_log.write_error)  # as the program does
    film.bench.live(_CHOOSING_S)
    film.take("start")
    film.press(next(c for c, g in zip(page.cards.cards, all_galleries(), strict=True) if g.name == "images"))
    film.take("gallery")
    film.until("samples", lambda: len(work.model.samples) and work.grid.cells)
    film.still()
    film.take("loaded")
    film.until("first picture", lambda: set(work.model.lanes.names()) <= set(work.services.loader.predictions))
    film.still()
    film.take("first")


def _await_verdict(film: Film) -> None:
    """Wait until enough is scored for a verdict. The run goes on; where it is over by then, the tour is dismissed."""
    work = film.bench.work
    model, tour = work.model, work.face.tour
    film.until(
        "verdict", lambda: len(model.samples) - max(len(model.missing(n)) for n in model.lanes.names()) >= _ENOUGH
    )
    film.still()
    film.take("verdict")
    if tour.is_on:
        film.press(tour.callout.dismiss)


def _look_closely(film: Film) -> None:
    window = film.bench.work.window
    panels = window.docks.panels
    grain, inspect = panels["grain"], panels["inspect"]
    assert isinstance(grain, GrainPanel)
    assert isinstance(inspect, InspectPanel)
    film.press(window.headline.unfold)
    film.until("panels", lambda: panels["verdict"].isVisible() and grain.words.text())
    film.still()
    film.take("unfolded")
    film.key(Qt.Key.Key_J)
    _wheel(film.bench.work.grid.cells[0].canvas)
    film.still()
    film.take("zoomed")
    _, swipe, _, difference, *_ = inspect.modes.findChildren(QToolButton)
    film.press(swipe)
    film.still()
    film.take("swipe")
    film.press(difference)
    film.still()
    film.take("difference")


def _export(film: Film, target: Path) -> None:
    finished: list[object] = []
    film.bench.work.exporter.finished.connect(finished.append)
    film.key(Qt.Key.Key_E)
    film.until("export", lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    film.take("export", over=dialog)
    QTimer.singleShot(0, lambda: _save_as(film, target))
    film.press(dialog.write)
    film.until("file", lambda: finished)
    film.press(dialog.cancel)
    film.show(QPixmap(str(target)), "exported")


def _wheel(canvas: QWidget) -> None:
    """Turn the wheel over the middle of a cell."""
    place = QPointF(canvas.rect().center())
    target = canvas.childAt(canvas.rect().center()) or canvas
    for _ in range(4):
        event = QWheelEvent(
            QPointF(target.mapFrom(canvas, place)) if target is not canvas else place,
            QPointF(canvas.mapToGlobal(place)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)


def _save_as(film: Film, target: Path) -> None:
    """Paste a name into the dialog of files, and press its button, once it is there."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(20, lambda: _save_as(film, target))
        return
    field, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert field is not None
    assert buttons is not None
    field.selectAll()
    field.insert(str(target))
    film.press(buttons.button(QDialogButtonBox.StandardButton.Save))


def shoot(
    app: QApplication, theme: Literal["light", "dark"], language: Literal["en", "zh_CN"], patience_s: float
) -> Path:
    """Make the film strip of one theme and language; returns its path."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        settings = Settings(theme=theme, language=language)
        bench = open_bench(app, home, settings=settings, folds_results=True, brings_panels=False)
        bench.work.window.activateWindow()
        film = Film(bench, language, patience_s)
        try:
            first_minute(film, home)
        except TimeoutError as error:
            film.take(str(error))
            print(f"{theme} {language}: {error}")
        finally:
            strip = film.strip()
            bench.close()
        OUT.mkdir(exist_ok=True)
        path = OUT / f"film-strip-{theme}-{language}.png"
        strip.save(str(path))
        return path


def main(words: Sequence[str] | None = None) -> None:
    """Make the film strips that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.film_strip", description=__doc__)
    parser.add_argument("--theme", choices=("light", "dark"), nargs="+", default=["light", "dark"])
    parser.add_argument("--language", choices=("en", "zh_CN"), nargs="+", default=["en", "zh_CN"])
    parser.add_argument("--seconds", type=float, default=240, help="how long a strip may take")
    asked = parser.parse_args(words)
    app = make_application()
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for language in asked.language:
        for theme in asked.theme:
            print(shoot(app, theme, language, asked.seconds))


if __name__ == "__main__":
    main()
