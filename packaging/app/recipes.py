"""What makes an installer of the folder on each system, and how a recipe is shown without being followed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import app.linux.recipe
import app.macos.recipe
import app.windows.recipe
from app.layout import ROOT, Layout
from app.steps import Say, Step

NOT_TRIED: Final = {"windows": "Windows", "macos": "macOS"}
"""Systems whose recipe has not been followed on such a machine yet: what is not checked here is what it says there."""


@dataclass(frozen=True)
class Recipe:
    """Makes what is downloaded from a built folder.

    Attributes:
        steps: The steps, from the layout and the folder that files go to.
        build: Follows them; returns the files.
    """

    steps: Callable[[Layout, Path], list[Step]]
    build: Callable[[Layout, Path, Say], list[Path]]


RECIPES: Final = {
    "linux": Recipe(app.linux.recipe.steps, app.linux.recipe.build),
    "macos": Recipe(app.macos.recipe.steps, app.macos.recipe.build),
    "windows": Recipe(app.windows.recipe.steps, app.windows.recipe.build),
}


def dry_run(layout: Layout, out: Path) -> int:
    """Print every path and step of a recipe; returns 1 where something that it needs is not in the checkout."""
    print(f"The {layout.system} application, in {layout.folder}:")
    parts = {"interpreter": layout.python, "standard library": layout.stdlib, "packages": layout.site_packages,
             "uv": layout.uv, "locks": layout.locks, "licences": layout.licences, "launcher": layout.launcher,
             "manifest": layout.manifest}  # fmt: skip
    for name, path in parts.items():
        print(f"  {name:<17}{path.relative_to(layout.folder).as_posix()}")
    problems: list[str] = []
    for number, step in enumerate(RECIPES[layout.system].steps(layout, out), 1):
        print(f"{number}. {step.what}" + (f" (only where {step.when} is set)" if step.when else ""))
        if step.command:
            print(f"     {' '.join(step.command)}")
        for file in step.needs:
            print(f"     needs {file.relative_to(ROOT) if file.is_relative_to(ROOT) else file}")
        problems += step.problems()
    for problem in problems:
        print(f"PROBLEM: {problem}")
    if layout.system in NOT_TRIED:
        print(f"This recipe has not been followed on {NOT_TRIED[layout.system]} yet.")
    return 1 if problems else 0
