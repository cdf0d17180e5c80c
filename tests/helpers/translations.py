"""The window's translations, built when a test needs them."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]


@cache
def build() -> None:
    """Have the files that Qt loads, as up to date as the ``.ts`` files."""
    subprocess.run([sys.executable, str(_ROOT / "packaging" / "translations.py"), "build"], check=True)
