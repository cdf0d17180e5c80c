"""What the guide's site adds to its pages while MkDocs builds them: tables from the program, links that leave the site.

A page says where a table stands in a comment of its own line, such as ``<!-- table: tasks -->``; the comment stays
unseen where Markdown is read as it is.
"""

import posixpath
import re
from collections.abc import Callable
from typing import Any, Final

from guide_tables import metrics_table, tasks_table

TABLES: Final[dict[str, Callable[[], str]]] = {"tasks": tasks_table, "metrics": metrics_table}
"""What a comment may ask for."""

_COMMENT = re.compile(r"^<!-- table: ([\w-]+) -->$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s#]+)(#[^)\s]*)?\)")
_NOT_HERE = re.compile(r"^.*<!-- not in the site -->$", re.MULTILINE)
_FENCE = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)$)", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)-light\.png\)")


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Put tables in, and turn links to files that the site does not hold into the files' names."""
    text = _COMMENT.sub(lambda comment: TABLES[comment[1]](), _NOT_HERE.sub("", markdown))
    parts = _FENCE.split(text)
    home = posixpath.dirname(page.file.src_uri)
    for place in range(0, len(parts), 2):
        parts[place] = _LINK.sub(lambda link: without_outside(link, home), parts[place])
        parts[place] = _PICTURE.sub(light_and_dark, parts[place])
    return "".join(parts)


def without_outside(link: re.Match[str], home: str) -> str:
    """A link as it stands; of a file of the checkout that is no page of the site, its words and where it lies."""
    words, target = link[1], link[2]
    if "://" in target:
        return link[0]
    path = posixpath.normpath(posixpath.join(home, target))
    if path.startswith("../"):
        return f"{words} (`{path.removeprefix('../')}`)" if path.removeprefix("../") not in words else words
    if path.endswith((".py", ".toml")):
        return f"{words} (`docs/{path}`)"
    return link[0]


def light_and_dark(picture: re.Match[str]) -> str:
    """A picture of the light window, beside it that of the dark one: the site shows the one of its own scheme."""
    words, path = picture[1], picture[2]
    return f"![{words}]({path}-light.png#only-light)![{words}]({path}-dark.png#only-dark)"
