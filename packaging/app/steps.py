"""A step of a recipe: what is done, by which program, and which files it needs; so that it can be shown undone."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Say = Callable[[str], None]


@dataclass(frozen=True)
class Step:
    """One thing that is done.

    Attributes:
        what: In words.
        command: The program that does it, with its arguments; empty where Python does.
        needs: Files of the checkout that must be there.
        when: A setting of the environment without which the step is left out, such as a certificate's name.
    """

    what: str
    command: tuple[str, ...] = ()
    needs: tuple[Path, ...] = ()
    when: str = ""

    def problems(self) -> list[str]:
        """What is not there."""
        return [f"{file} is missing" for file in self.needs if not file.exists()]

    def run(self, cwd: Path) -> None:
        """Run the command.

        Raises:
            SystemExit: the program is not there, or failed.
        """
        if shutil.which(self.command[0]) is None:
            raise SystemExit(f"{self.command[0]} is not installed: it is needed to {self.what}.")
        code = subprocess.run(self.command, cwd=cwd, check=False).returncode
        if code:
            raise SystemExit(f"'{' '.join(self.command)}' failed with {code}: could not {self.what}.")
