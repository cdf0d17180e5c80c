"""A film strip of a person's first minute, from the empty window to an exported picture, taken from the real window.

``python -m tests.film_strip`` writes ``out/film-strip-THEME-LANGUAGE.png`` for each theme and language, or for those
that are asked for; ``--seconds`` waits longer for a busy machine. Without a display, set ``QT_QPA_PLATFORM=offscreen``.
Under each frame stands what the person has done, after how many clicks and seconds; a ring shows where was pressed.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from granview.core.gallery import all_galleries
from granview.gui.app import make_application
from granview.gui.dialogs.export import SAMPLE, ExportDialog
from granview.settings import Settings
from tests.helpers.shell import Bench, open_bench

OUT: Final = Path(__file__).parents[1] / "out"
FRAME: Final = (1280, 800)
COLUMNS: Final = 3
_SCALE: Final = 0.5
_CAPTION_PX: Final = 40
_GAP_PX: Final = 12


@dataclass
class Film:
    """The frames so far.

    Attributes:
        bench: The window.
        frames: Pictures of the window.
        captions: One for each.
        n_clicks: How often the person has pressed so far.
    """

    bench: Bench
    frames: list[QPixmap] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    n_clicks: int = 0
    began_s: float = field(default_factory=time.monotonic)
    pressed: QPoint | None = None

    def press(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press on a widget with the mouse, in its middle."""
        place = widget.rect().center() if at is None else at
        self.pressed = widget.mapTo(self.bench.work.window, place) if self._is_in_window(widget) else None
        self.n_clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def take(self, words: str, over: QWidget | None = None) -> None:
        """Take a frame of the window as it is, with a page over it."""
        seconds = time.monotonic() - self.began_s
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
        self.frames.append(frame)
        self.captions.append(f"{len(self.frames)}. {words} — {self.n_clicks} clicks, {seconds:.0f} s")

    def strip(self) -> QImage:
        """All frames in rows, each over its caption."""
        width, height = (round(edge * _SCALE) for edge in FRAME)
        rows = -(-len(self.frames) // COLUMNS)
        cell_px = height + _CAPTION_PX
        sheet = QImage(COLUMNS * (width + _GAP_PX) + _GAP_PX, rows * cell_px + _GAP_PX, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#f4f4f4"))
        with QPainter(sheet) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(QColor("#222222"))
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


def first_minute(film: Film, out: Path, patience_s: float) -> None:
    """What a person does, step by step, each step by the window's own buttons."""
    bench, work = film.bench, film.bench.work
    face, model = work.face, work.model
    face.offer_tour()
    page = face.centre.page
    _until(bench, lambda: page.cards.cards and all(card.has_picture for card in page.cards.cards), patience_s)
    film.take("The window, before anything is loaded")
    card = next(c for c, g in zip(page.cards.cards, all_galleries(), strict=True) if g.name == "images")
    film.press(card)
    film.take("A gallery is pressed")
    _until(bench, lambda: len(model.samples), patience_s)
    bench.live(0.5)
    film.take("Its pictures and models are here, and run")
    _until(bench, lambda: set(model.lanes.names()) <= set(work.services.loader.predictions), patience_s)
    bench.live(1.5)
    film.take("The first picture, in every lane")
    _until(bench, lambda: all(not model.missing(name) for name in model.lanes.names()), patience_s)
    _until(bench, lambda: face.tour.is_on, patience_s)
    bench.live(2.5)
    film.take("All pictures are done; the tour begins")
    film.press(face.tour.callout.dismiss)
    bench.live(0.3)
    film.take("The tour is dismissed for good")
    work.window.actions_by_name["mode-swipe"].trigger()
    model.samples.select(model.samples.order[min(9, len(model.samples.order) - 1)])
    bench.live(1.5)
    film.take("Another picture, two lanes swiped on each other")
    work.window.actions_by_name["export"].trigger()
    bench.live(0.3)
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog)]
    film.take("Export (Ctrl+E)", over=dialog)
    target = out / "exported.png"
    finished: list[object] = []
    work.exporter.finished.connect(finished.append)
    film.n_clicks += 2
    dialog.write_to(SAMPLE, target)
    _until(bench, lambda: finished, patience_s)
    dialog.reject()
    film.frames.append(QPixmap(str(target)))
    seconds = time.monotonic() - film.began_s
    film.captions.append(f"{len(film.frames)}. The exported picture — {film.n_clicks} clicks, {seconds:.0f} s")


def _until(bench: Bench, condition: Callable[[], object], patience_s: float) -> None:
    bench.until(condition, patience_s)


def shoot(app: QApplication, theme: str, language: str, patience_s: float) -> Path:
    """Make the film strip of one theme and language; returns its path."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        settings = Settings(theme="dark" if theme == "dark" else "light", language=language)
        bench = open_bench(app, home, settings=settings)
        bench.work.window.resize(*FRAME)
        film = Film(bench)
        try:
            first_minute(film, home, patience_s)
        finally:
            bench.close()
        OUT.mkdir(exist_ok=True)
        path = OUT / f"film-strip-{theme}-{language or 'en'}.png"
        film.strip().save(str(path))
        return path


def main(words: Sequence[str] | None = None) -> None:
    """Make the film strips that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.film_strip", description=__doc__)
    parser.add_argument("--theme", choices=("light", "dark"), nargs="+", default=["light", "dark"])
    parser.add_argument("--language", choices=("en", "zh_CN"), nargs="+", default=["en", "zh_CN"])
    parser.add_argument("--seconds", type=float, default=180, help="how long to wait for each step")
    asked = parser.parse_args(words)
    app = make_application()
    for language in asked.language:
        for theme in asked.theme:
            print(shoot(app, theme, language, asked.seconds))


if __name__ == "__main__":
    main()
