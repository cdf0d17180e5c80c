"""An index of packages, as PyPI and its mirrors are: where wheels are, and what it says of them (PEP 503 and 691)."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

import msgspec

from granview.core.errors import RuntimeProblem
from granview.core.json_reading import JsonError, parse_json
from granview.runtime.https import LOST, is_final, open_url, unreachable, without_login
from granview.runtime.lock_file import Wheel

PYPI: Final = "https://pypi.org/simple"
PYTORCH: Final = "https://download.pytorch.org/whl"
_MAX_BYTES: Final = 256 << 20
_ACCEPTED: Final = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
_TRIES: Final = 3
_NOT_THERE: Final = 404


class IndexedFile(msgspec.Struct, frozen=True):
    """A file as an index lists it.

    Attributes:
        url: Where it is.
        sha256: Its SHA-256 as the index states it, in hexadecimal; empty where it states none.
        size_bytes: Its size; 0 where the index does not state it, as none does in HTML.
    """

    url: str
    sha256: str = ""
    size_bytes: int = 0


class WheelIndex:
    """Knows where wheels are; each package's page is read once.

    Builds of PyTorch's own, whose versions end in ``+cpu`` or the like, are searched under the address that is named,
    and in PyTorch's index where that does not have them. An address that is PyTorch's index or a mirror of it, which
    ends in the lock's folder, is not asked for anything else: PyPI is.

    Args:
        address: The index, such as ``https://pypi.org/simple``, with a name and a password before the host where it
            asks for them; empty for PyPI, and PyTorch's own for torch's builds.
        folder: The folder of PyTorch's index that a lock names; ``pypi`` for none.
    """

    def __init__(self, address: str = "", folder: str = "pypi") -> None:
        self._address = address.strip().rstrip("/")
        self._folder = folder
        self._pages: dict[str, dict[str, IndexedFile]] = {}

    def url(self, wheel: Wheel) -> str:
        """Where a wheel is.

        Raises:
            RuntimeProblem: the index cannot be reached, or does not have that file.
        """
        pages = self._addresses(wheel.package, wheel.version)
        for page in pages:
            if wheel.filename in (files := self._files(page, is_last=page == pages[-1])):
                return files[wheel.filename].url
        raise RuntimeProblem(
            f"{without_login(pages[-1])[0]} does not have {wheel.filename}.",
            "The index must be a whole mirror of PyPI; name another one, or take a folder of wheels.",
        )

    def files(self, package: str, version: str) -> tuple[str, dict[str, IndexedFile]]:
        """The first page that has files of a version, and those files by name.

        Raises:
            RuntimeProblem: the index cannot be reached, or has none.
        """
        pages = self._addresses(package, version)
        start = f"{re.sub(r'[-_.]+', '_', package)}-{version}-"
        for page in pages:
            listed = self._files(page, is_last=page == pages[-1])
            if files := {name: file for name, file in listed.items() if name.startswith(start)}:
                return page, files
        raise RuntimeProblem(
            f"{without_login(pages[-1])[0]} does not have {package} {version}.",
            "Another version of GranView may ask for one that it has.",
        )

    def _addresses(self, package: str, version: str) -> list[str]:
        """Pages that may have a version, in the order in which they are asked."""
        own = self._folder != "pypi" and "+" in version
        pytorch, is_pytorch = f"{PYTORCH}/{self._folder}", self._address.endswith(f"/{self._folder}")
        if own:
            indexes = [each for each in (self._address, "" if is_pytorch else pytorch) if each]
        else:
            indexes = [self._address if self._address and not is_pytorch else PYPI]
        return [f"{index}/{re.sub(r'[-_.]+', '-', package).lower()}/" for index in indexes]

    def _files(self, page: str, *, is_last: bool) -> dict[str, IndexedFile]:
        """What a page lists; nothing where there is no such page, and another one is asked after it."""
        if page not in self._pages:
            found = _read_page(page, may_be_missing=not is_last)
            self._pages[page] = {} if found is None else found
        return self._pages[page]


def _read_page(address: str, *, may_be_missing: bool) -> dict[str, IndexedFile] | None:
    """The files of a package's page, by name; None where there is no such page, and there need not be."""
    for rest in reversed(range(_TRIES)):
        try:
            with open_url(address, {"Accept": _ACCEPTED}) as reply:
                data, kind = reply.read(_MAX_BYTES), reply.headers.get_content_type()
                base = reply.url if reply.url != without_login(address)[0] else address
            return dict(_from_json(data, base) if kind.endswith("json") else _from_html(data, base))
        except LOST as error:
            if may_be_missing and getattr(error, "code", 0) == _NOT_THERE:
                return None
            if not rest or is_final(error):
                raise unreachable(address, error) from error
        except (JsonError, KeyError, TypeError, ValueError) as error:
            shown = without_login(address)[0]
            raise RuntimeProblem(f"{shown} is no page of an index.", "Name the address of a simple index.") from error
    raise AssertionError


def _from_json(data: bytes, base: str) -> Iterator[tuple[str, IndexedFile]]:
    page: Any = parse_json(data.decode("utf-8"))
    for file in page["files"]:
        digest = str(file.get("hashes", {}).get("sha256", ""))
        yield file["filename"], IndexedFile(urljoin(base, file["url"]), digest, int(file.get("size") or 0))


def _from_html(data: bytes, base: str) -> Iterable[tuple[str, IndexedFile]]:
    links = _Links()
    links.feed(data.decode("utf-8", "replace"))
    for href in links.targets:
        url, _, fragment = urljoin(base, href).partition("#")
        digest = re.fullmatch(r"sha256=([0-9a-f]{64})", fragment)
        yield unquote(urlsplit(url).path.rpartition("/")[2]), IndexedFile(url, digest[1] if digest else "")


class _Links(HTMLParser):
    """Collects what a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the target of a link."""
        self.targets += [value for name, value in attrs if tag == "a" and name == "href" and value]
