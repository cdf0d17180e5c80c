"""The pages that show an example's code hold it word for word: ``python packaging/include_examples.py`` writes it anew.

A page names the file in a line of its own, as a link that ends with a colon, and the block of code follows::

    [tasks/counting.py](../examples/a_plugin/a_plugin/tasks/counting.py):
"""

import re
import sys
from pathlib import Path

from environment import ROOT

_BLOCK = re.compile(
    r"^(\[[^\]]+\]\(([^)\s]+\.(?:py|toml))\):\n\n```(?:python|toml)\n).*?^```$", re.MULTILINE | re.DOTALL
)
"""A line with a link to a file, and the block after it: both up to the code, the link's target."""


def pages() -> list[Path]:
    """Every page of the documentation."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def with_code(page: Path) -> str:
    """A page's text with every example's code as its file has it now.

    Raises:
        FileNotFoundError: it names a file that is not there.
    """
    text = page.read_text(encoding="utf-8")
    return _BLOCK.sub(lambda block: f"{block[1]}{(page.parent / block[2]).read_text(encoding='utf-8')}```", text)


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
