"""Where the guide lies: as the site that ``packaging/dev.py docs`` builds, or as the Markdown of a checkout.

A page is named as its file under ``docs``, with the heading that is meant: ``guide/window.md#keys``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QUrl

from granview.core.errors import GranViewError
from granview.core.resources import resource_path

FIRST_PAGE: Final = "index.md"
FIRST_COMPARISON: Final = "guide/first-comparison.md"
WINDOW_PAGE: Final = "guide/window.md"

_IN_CHINESE: Final = {FIRST_PAGE: "zh/index.md", FIRST_COMPARISON: "zh/first-comparison.md"}


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide that is there.

    Attributes:
        path: Its file, HTML of the site or Markdown.
        heading: The heading that is meant, as links spell it; empty for the top.
    """

    path: Path
    heading: str

    @property
    def is_site(self) -> bool:
        """Whether a browser is to show it."""
        return self.path.suffix == ".html"

    def url(self) -> QUrl:
        """Its address."""
        url = QUrl.fromLocalFile(str(self.path))
        if self.heading:
            url.setFragment(self.heading)
        return url


def guide_page(name: str, site: Path | None = None, source: Path | None = None) -> GuidePage | None:
    """The page of a name: the built site's where there is one, else the checkout's; None where there is neither.

    Args:
        name: Such as ``guide/window.md#keys``.
        site: Where the site lies; by default among the resources.
        source: Where the Markdown lies; by default beside the resources.
    """
    try:
        resources = resource_path()
    except GranViewError:
        return None
    path, _, heading = in_language(name).partition("#")
    files = ((site or resources / "guide") / html_name(path), (source or resources.parent / "docs") / path)
    return next((GuidePage(file, heading) for file in files if file.is_file()), None)


def in_language(name: str) -> str:
    """The name of the same page in the window's language, where the guide has it."""
    return _IN_CHINESE.get(name, name) if QLocale().language() == QLocale.Language.Chinese else name


def html_name(path: str) -> str:
    """The site's file of a page: a folder's ``README.md`` is its ``index.html``."""
    return f"{path.removesuffix('.md')}.html".replace("README.html", "index.html")
