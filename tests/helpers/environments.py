"""Environments of Python that see the packages of the one that runs the tests, so that nothing is fetched."""

import sysconfig
import venv
from pathlib import Path

from environment import Environment


def make_environment(folder: Path) -> Environment:
    """An environment of its own, without packages of its own: it finds those of the environment that tests run in."""
    venv.EnvBuilder(with_pip=False).create(folder)
    own = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    (Path(own) / "zz_shared.pth").write_text(sysconfig.get_path("purelib"))
    return Environment(folder)
