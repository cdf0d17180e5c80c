"""The checkout's own virtual environment, filled from a lock file and left alone while that file is unchanged."""

import enum
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class Lock(enum.Enum):
    """The lock files: what running needs, and what checking needs (which holds the former, at the same versions)."""

    RUN = "run.lock"
    DEV = "dev.lock"

    @property
    def path(self) -> Path:
        """Path of the file."""
        return ROOT / "packaging" / self.value

    @property
    def digest(self) -> str:
        """SHA-256 of the file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


class Environment:
    """``.venv`` in the checkout."""

    def __init__(self, folder: Path = ROOT / ".venv") -> None:
        self.folder = folder
        self._stamp = folder / "granview.lock.sha256"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ensure(self, lock: Lock) -> None:
        """Create the environment if need be, and install the lock file's packages unless they are there already.

        Raises:
            subprocess.CalledProcessError: pip could not install.
        """
        installed = self._stamp.read_text().split() if self._stamp.exists() else []
        if self._works() and (lock.digest in installed or Lock.DEV.digest in installed):
            return
        if not self._works():
            print(f"Creating {self.folder.name} …", flush=True)
            venv.EnvBuilder(with_pip=True, clear=self.folder.exists()).create(self.folder)
        print(f"Installing the pinned packages of packaging/{lock.value} (a few minutes the first time) …", flush=True)
        pip = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--require-hashes", "--requirement", str(lock.path)], check=True)
        self._stamp.write_text(lock.digest)

    def call(self, *arguments: str) -> int:
        """Run the environment's Python in the checkout; returns its exit code."""
        return subprocess.run([str(self.python), *arguments], cwd=ROOT, check=False).returncode

    def relock(self) -> int:
        """Resolve pyproject.toml anew into both lock files, with hashes, for every system; returns the exit code.

        Needs ``uv`` on the path; it is not needed for anything else.
        """
        if shutil.which("uv") is None:
            print("Writing the lock files needs uv: pip install uv", file=sys.stderr)
            return 1
        compile_ = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
        plain = ["--no-annotate", "--no-header", "--no-emit-find-links", "pyproject.toml", "--upgrade"]
        run = ["--group", "build", "-o", str(Lock.RUN.path)]
        first = subprocess.run([*compile_, *plain, *run], cwd=ROOT, check=False)
        dev = ["--group", "dev", "-c", str(Lock.RUN.path), "-o", str(Lock.DEV.path)]
        return first.returncode or subprocess.run([*compile_, *plain, *dev], cwd=ROOT, check=False).returncode

    def _works(self) -> bool:
        """Whether the environment's interpreter starts: a moved or half-made environment does not."""
        if not self.python.exists():
            return False
        probe = [str(self.python), "-c", "import pip"]
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
