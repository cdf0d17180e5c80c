"""Write the guide's pictures: ``python -m tests.screenshots``, or with the names of some.

Takes a minute, and needs no screen. Every number in them is measured on this machine, on the CPU.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import granview
from granview.gui.app import make_application
from granview.settings import Settings
from granview.store.session import Session
from tests.helpers.shell import open_bench
from tests.screenshots.pictures import MOST_BYTES, SAMPLE, SHOTS, THEMES, Comparison

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1280, 800)
FIRST_S = 5.0
SETTLE_S = 2.0
COLORS = (255, 160, 96, 48)
"""How many colours a picture has, the next fewer where it would not fit into its bytes."""


def main() -> None:
    """Compare, then take each picture in both themes."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SHOTS)}; all where none is named")
    names = parser.parse_args().names or list(SHOTS)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    with tempfile.TemporaryDirectory() as home:
        for comparison in dict.fromkeys(SHOTS[name].comparison for name in names):
            session = compare(comparison, Path(home))
            wanted = [name for name in names if SHOTS[name].comparison == comparison]
            for theme in THEMES:
                take(app, session, wanted, theme)


def compare(comparison: Comparison, home: Path) -> Path:
    """Run models over an input; returns the session."""
    given, models = comparison
    session = home / Path(given).stem / "session.granview"
    session.parent.mkdir()
    with granview.compare(list(models), str(ROOT / given), device="cpu", session=session):
        pass
    return session


def take(app: QApplication, session: Path, names: list[str], theme: str) -> None:
    """Open a copy of a session in a theme, and take pictures of it."""
    home = session.with_name(theme)
    home.mkdir()
    copy = Path(shutil.copy(session, home / "comparison.granview"))
    bench = open_bench(app, home, Session.open(copy), Settings(theme=theme))
    bench.work.window.resize(*SIZE)
    samples = bench.work.model.samples
    samples.select(SAMPLE if SAMPLE in samples else next(iter(samples.all())).name)
    bench.until(lambda: set(bench.work.model.lanes.names()) <= set(bench.work.services.loader.predictions))
    bench.live(FIRST_S)
    for name in names:
        shown = SHOTS[name].show(bench)
        bench.live(SETTLE_S)
        save(shown, PICTURES / f"{name}-{theme}.png")
        if isinstance(shown, QDialog):
            shown.close()
    bench.close()


def save(shown: QWidget, path: Path) -> None:
    """What a widget shows, with no more colours than a small file holds."""
    whole = path.with_suffix(".whole.png")
    shown.grab().save(str(whole))
    with Image.open(whole) as picture:
        rgb = picture.convert("RGB")
    whole.unlink()
    for colors in COLORS:
        rgb.quantize(colors, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= MOST_BYTES:
            break
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} KB", flush=True)


if __name__ == "__main__":
    main()
