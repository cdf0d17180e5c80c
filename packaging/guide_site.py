"""Build the guide's site from ``docs``: ``python packaging/dev.py docs``, or this file where MkDocs is installed.

It lies in ``resources/guide``, which git ignores and the wheel takes along, and needs no network when it is read.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from environment import ROOT

PACKAGING: Final = ROOT / "packaging"
SITE: Final = ROOT / "resources" / "guide"
"""Where the window looks for it."""


def build_site(out: Path = SITE) -> Path:
    """Build the site anew, in this Python; a warning, such as of a link that leads nowhere, is an error.

    Args:
        out: The folder that it becomes; one that is there is replaced once the new site is whole.

    Returns:
        The site's first page.

    Raises:
        subprocess.CalledProcessError: a page is wrong; what is wrong has been printed.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".guide-") as made:
        options = ("--strict", "--quiet", "--config-file", str(PACKAGING / "mkdocs.yml"), "--site-dir", made)
        subprocess.run([sys.executable, "-m", "mkdocs", "build", *options], env=_surroundings(), check=True)
        if out.exists():
            shutil.rmtree(out)
        shutil.copytree(made, out)
    return out / "index.html"


def _surroundings() -> dict[str, str]:
    """The pages' hooks import the program and their own tables; the theme's makers need not announce their plans."""
    paths = os.pathsep.join((str(ROOT), str(PACKAGING)))
    return {**os.environ, "PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}


if __name__ == "__main__":
    try:
        print(build_site(*map(Path, sys.argv[1:2])))
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
