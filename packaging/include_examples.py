"""The pages that show an example's code hold it word for word: ``python packaging/include_examples.py`` writes it anew.

A page names the file in a line of its own, as a link that ends with a colon, and the block of code follows::

    [tasks/counting.py](../examples/a_plugin/a_plugin/tasks/counting.py):

In a table, a row that begins with links to files of examples and ends with a number ends with their count of lines.
"""

import re
import sys
from pathlib import Path

from environment import ROOT

_BLOCK = re.compile(
    r"^(\[[^\]]+\]\(([^)\s]+\.(?:py|toml))\):\n\n```(?:python|toml)\n).*?^```$", re.MULTILINE | re.DOTALL
)
"""A line with a link to a file, and the block after it: both up to the code, the link's target."""


_COUNTED = re.compile(r"^(\| (\[[^|]+\]\([^)\s]+\.py\)[^|]*) \| [^|]+ \|) \d+ \|$", re.MULTILINE)
"""A row that counts the lines of files: all before the number, and the links."""

_TARGET = re.compile(r"\]\(([^)\s]+\.py)\)")


def pages() -> list[Path]:
    """Every page of the documentation."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def with_code(page: Path) -> str:
    """A page's text with every example's code, and the number of its lines, as its file has them now.

    Raises:
        FileNotFoundError: it names a file that is not there.
    """
    text = page.read_text(encoding="utf-8")
    text = _COUNTED.sub(lambda row: f"{row[1]} {_lines(page, row[2])} |", text)
    return _BLOCK.sub(lambda block: f"{block[1]}{(page.parent / block[2]).read_text(encoding='utf-8')}```", text)


def _lines(page: Path, links: str) -> int:
    """How many lines the files have that a row of a table links to."""
    return sum((page.parent / target).read_text(encoding="utf-8").count("\n") for target in _TARGET.findall(links))


def counted_files(page: Path) -> list[Path]:
    """The files whose lines a page's tables count."""
    text = page.read_text(encoding="utf-8")
    return [(page.parent / target).resolve() for row in _COUNTED.finditer(text) for target in _TARGET.findall(row[2])]


def shown_files(page: Path) -> list[Path]:
    """The files whose code a page holds."""
    text = page.read_text(encoding="utf-8")
    return [(page.parent / block[2]).resolve() for block in _BLOCK.finditer(text)]


def main() -> int:
    """Write all pages anew; returns 0."""
    for page in pages():
        text = with_code(page)
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(page.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
