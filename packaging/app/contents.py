"""Which packages the application brings: what the window's side imports, and what these need themselves.

Lanes are processes under another interpreter, whose packages are installed at the first start. So nothing that the
worker's side alone imports is brought: neither torch nor transformers.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

WORKERS_SIDE: Final = ("worker", "explain", "models", "zoo")
"""The packages within ``granview`` that run under the lanes' interpreter."""

LEFT_OUT: Final = {
    "matplotlib": "pycocotools draws with it, and only reads and writes masks here",
    "scipy": "nltk and others name it for parts that are not used here",
    "setuptools": "named by packages that are already installed",
}
"""What a package says that it needs and does not need for what is done here, and why."""


def window_imports(package: Path) -> set[str]:
    """Names that the window's side imports anywhere, also within functions; the standard library's left out."""
    files = (file for file in package.rglob("*.py") if file.relative_to(package).parts[0] not in WORKERS_SIDE)
    names = {name for file in files for name in _imported(ast.parse(file.read_text(encoding="utf-8")))}
    return names - set(sys.stdlib_module_names) - {package.name}


def distributions_of(imports: Iterable[str]) -> list[str]:
    """The distributions that bring the imports, with all that they need on this system, in order.

    Raises:
        PackageNotFoundError: one is not installed.
    """
    known = packages_distributions()
    queue = [name for each in sorted(imports) for name in _bringing(each, known)]
    found: dict[str, None] = {}
    while queue:
        name = normalised(queue.pop(0))
        if name not in found and name not in LEFT_OUT:
            found[name] = None
            queue.extend(_needs(name))
    return sorted(found)


def normalised(name: str) -> str:
    """A distribution's name as the package index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _bringing(name: str, known: Mapping[str, list[str]]) -> list[str]:
    """The distributions of a module; those that are not installed here are of other systems, and are named."""
    if name not in known:
        raise PackageNotFoundError(name)
    return known[name]


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def _needs(name: str) -> Iterator[str]:
    """What a distribution needs by its own metadata, without its extras."""
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name
