"""``granview [FILES…]``: the window."""

import gc
import os
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import granview
from granview.cli import BAD_ARGUMENTS, COMMANDS
from granview.cli.parser import new_parser

NO_DISPLAY: Final = (
    "granview: There is no display to open a window on. "
    "'granview run' does the same without one: see 'granview run --help'."
)
_SUFFIX = ".granview"


_ALSO: Final = {"texts": "text", "image": "images"}
"""Other names under which galleries are asked for."""


def _parser() -> ArgumentParser:
    from granview.core.gallery import all_galleries
    from granview.settings.schema import LANGUAGES

    commands = "\n".join(f"  granview {name:<8} {summary}" for name, summary in COMMANDS.items())
    parser = new_parser(
        "granview",
        "Compare models side by side on your own images and texts: does the bigger model see the finer grain,\n"
        "and what does it cost?\n\nWithout a command, the window opens.",
        f"commands, each with its own --help:\n{commands}\n\n"
        "examples:\n"
        "  granview                          open the window\n"
        "  granview photo.jpg scans/         open it with these inputs\n"
        "  granview study.granview           open a session\n"
        "  granview --gallery                open it with sample images and three models\n"
        "  granview --gallery text           open it with sample texts and models for them\n"
        "  granview run --model zoo:unet-nano --model zoo:unet-base --input scans/ --out out/",
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="image, text, folder, or one session to open"
    )
    parser.add_argument(
        "--gallery",
        nargs="?",
        type=lambda name: _ALSO.get(name, name),
        choices=(*(gallery.name for gallery in all_galleries()), "all"),
        const="images",
        default="",
        help="begin with samples that come with the program, and models for them (default: images)",
    )
    parser.add_argument(
        "--language",
        choices=("system", *LANGUAGES),
        default="",
        help="language of the window (default: as in its preferences)",
    )
    parser.add_argument("--version", action="version", version=f"granview {granview.__version__}")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Open the window; returns its exit code, or 2 where there is no display or an argument is wrong."""
    parser = _parser()
    options = parser.parse_args(arguments)
    sessions = [path for path in options.files if path.suffix.lower() == _SUFFIX and not path.is_dir()]
    if len(sessions) > 1:
        parser.error("only one session can be open")
    missing = [path for path in options.files if not path.exists()]
    if missing:
        parser.error(f"there is no {missing[0]}")
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return BAD_ARGUMENTS
    files = [path.absolute() for path in options.files if path not in sessions]
    return _open(files, sessions[0].absolute() if sessions else None, options.gallery, options.language)


def _open(files: list[Path], session: Path | None, gallery: str, language: str) -> int:
    """Read the settings and open the window.

    Garbage is not collected meanwhile: what a start makes, stays, and looking through it again and again takes a tenth
    of the time. From then on the window's ``GarbageKeeper`` sees to it. Once a window was there, collection stays off
    for the rest of the program: no thread that is still ending may collect what is left of the window.
    """
    gc.disable()
    try:
        return _open_uncollected(files, session, gallery, language)
    except BaseException:
        gc.enable()
        raise


def _open_uncollected(files: list[Path], session: Path | None, gallery: str, language: str) -> int:
    try:
        from granview.gui.app import main as window_main
    except ImportError as error:
        from granview.cli.system_libraries import readable_import_error

        raise (readable_import_error(error) or error) from error
    from granview.settings import load_settings, settings_path

    loaded = load_settings(settings_path())
    for notice in loaded.notices:
        print(f"granview: {notice}", file=sys.stderr)
    return window_main(files, session, loaded.settings, gallery, language)


def has_display() -> bool:
    """Whether a window can be opened; Qt would end the program where it cannot."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM", "").startswith(
        ("offscreen", "minimal")
    ):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    return bool(display) and (not display.startswith(":") or _x_server_listens(display))


def _x_server_listens(display: str) -> bool:
    """Whether an X server on this machine listens as ``:N`` or ``:N.M``."""
    number = display.removeprefix(":").partition(".")[0]
    for address in (f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
