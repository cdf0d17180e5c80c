"""An index of packages, as PyPI and its mirrors are: the addresses of wheels by their names (PEP 503 and 691)."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from granview.core.errors import RuntimeProblem
from granview.core.json_reading import JsonError, parse_json
from granview.runtime.https import LOST, is_final, open_url, unreachable, without_login
from granview.runtime.lock_file import Wheel

PYPI: Final = "https://pypi.org/simple"
PYTORCH: Final = "https://download.pytorch.org/whl"
_MAX_BYTES: Final = 256 << 20
_ACCEPTED: Final = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
_TRIES: Final = 3


class WheelIndex:
    """Knows where wheels are; each package's page is read once.

    Args:
        address: The index, such as ``https://pypi.org/simple``, with a name and a password before the host where it
            asks for them; empty for PyPI, and PyTorch's own for torch's builds.
        folder: The folder of PyTorch's index that a lock names; ``pypi`` for none.
    """

    def __init__(self, address: str = "", folder: str = "pypi") -> None:
        self._address = address.strip().rstrip("/")
        self._folder = folder
        self._pages: dict[str, dict[str, str]] = {}

    def url(self, wheel: Wheel) -> str:
        """Where a wheel is.

        Raises:
            RuntimeProblem: the index cannot be reached, or does not have that file.
        """
        page = self._page_address(wheel)
        if page not in self._pages:
            self._pages[page] = _read_page(page)
        files = self._pages[page]
        if wheel.filename not in files:
            raise RuntimeProblem(
                f"{without_login(page)[0]} does not have {wheel.filename}.",
                "The index must be a whole mirror of PyPI; name another one, or take a folder of wheels.",
            )
        return files[wheel.filename]

    def _page_address(self, wheel: Wheel) -> str:
        own = self._folder != "pypi" and "+" in wheel.version
        index = self._address or (f"{PYTORCH}/{self._folder}" if own else PYPI)
        return f"{index}/{re.sub(r'[-_.]+', '-', wheel.package).lower()}/"


def _read_page(address: str) -> dict[str, str]:
    """The files of a package's page, by name."""
    for rest in reversed(range(_TRIES)):
        try:
            with open_url(address, {"Accept": _ACCEPTED}) as reply:
                data, kind = reply.read(_MAX_BYTES), reply.headers.get_content_type()
                base = reply.url if reply.url != without_login(address)[0] else address
            return dict(_from_json(data, base) if kind.endswith("json") else _from_html(data, base))
        except LOST as error:
            if not rest or is_final(error):
                raise unreachable(address, error) from error
        except (JsonError, KeyError, TypeError, ValueError) as error:
            shown = without_login(address)[0]
            raise RuntimeProblem(f"{shown} is no page of an index.", "Name the address of a simple index.") from error
    raise AssertionError


def _from_json(data: bytes, base: str) -> Iterator[tuple[str, str]]:
    page: Any = parse_json(data.decode("utf-8"))
    for file in page["files"]:
        yield file["filename"], urljoin(base, file["url"])


def _from_html(data: bytes, base: str) -> Iterable[tuple[str, str]]:
    links = _Links()
    links.feed(data.decode("utf-8", "replace"))
    urls = [urljoin(base, href).partition("#")[0] for href in links.targets]
    return [(unquote(urlsplit(url).path.rpartition("/")[2]), url) for url in urls]


class _Links(HTMLParser):
    """Collects what a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the target of a link."""
        self.targets += [value for name, value in attrs if tag == "a" and name == "href" and value]
