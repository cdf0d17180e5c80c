"""Runtimes in small: real wheels of a torch that counts to a few thousand, an index that serves them, a bundle."""

import base64
import hashlib
import json
import sys
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

from granview.runtime.bundle import Bundle
from granview.runtime.index import WheelIndex
from granview.runtime.lock_file import RuntimeLock, Wheel, read_lock

UV = Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv")

TORCH = """
__version__ = "0.1"
class Tensor:
    def __init__(self, values): self.values = values
    def __matmul__(self, other): return Tensor([16.0] * 256)
    def __len__(self): return len(self.values)
    def reshape(self, *shape): return self
    def sum(self): return Tensor([sum(self.values)])
    def cpu(self): return self
    def __float__(self): return float(self.values[0])
def ones(shape, device="cpu"):
    size = 1
    for each in shape: size *= each
    return Tensor([1.0] * size)
class cuda:
    @staticmethod
    def is_available(): return False
class backends: pass
class nn:
    class functional:
        @staticmethod
        def conv2d(pixels, kernel): return Tensor([9.0 * 14 ** 2])
"""
"""Enough of torch for what is computed first."""

WRONG_TORCH = TORCH.replace("[16.0] * 256", "[15.0] * 256")
"""It imports, and cannot compute."""

VISION = "class ops:\n    @staticmethod\n    def nms(boxes, scores, limit): return [0]\n"


def write_wheel(folder: Path, name: str, version: str, source: str, filler: int = 0) -> Wheel:
    """A wheel of one module; ``filler`` bytes of it cannot be compressed."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": source.encode(),
        f"{name}/filler.bin": hashlib.shake_256(b"filler").digest(filler),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for file, data in files.items():
            archive.writestr(zipfile.ZipInfo(file), data)
        archive.writestr(
            zipfile.ZipInfo(f"{info}/RECORD"), "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
        )
    return Wheel(name, version, path.name, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())


def write_wheels(folder: Path, torch: str = TORCH, version: str = "0.1") -> tuple[Wheel, ...]:
    """The wheels of a runtime: torch with some hundred thousand bytes, and what is tried beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    return (
        write_wheel(folder, "torch", version, torch, 600_000),
        write_wheel(folder, "torchvision", "0.1", VISION),
        write_wheel(folder, "transformers", "0.1", ""),
    )


def write_lock(folder: Path, wheels: tuple[Wheel, ...], backend: str = "cpu", more: str = "") -> RuntimeLock:
    """A lock of these wheels, for this system."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{backend}-{sys.platform}.lock"
    pins = "".join(
        f"{wheel.package}=={wheel.version} \\\n    --hash=sha256:{wheel.sha256}\n"
        f"# {wheel.filename} {wheel.size_bytes} {wheel.sha256}\n"
        for wheel in wheels
    )
    path.write_text(f"# backend: {backend}\n# system: {sys.platform}\n# index: pypi\n{pins}{more}", encoding="utf-8")
    return read_lock(path)


def bundle_in(folder: Path) -> Bundle:
    """A bundle of this very Python, with locks in ``folder / "locks"``."""
    return Bundle("1.0", Path(sys.executable), UV, folder / "locks")


@dataclass
class IndexServer:
    """A simple index on this machine.

    Attributes:
        address: Where it is.
        asked: Paths that were asked for, each with its range.
        breaks: How many bytes of a file to send before the connection breaks off; each is used once.
        status: What to reply instead, by path.
        as_html: Whether its pages are HTML.
        login: ``name:password`` that it asks for; empty where it asks nobody.
        states_hashes: Whether its pages state the hashes of files.
    """

    folder: Path
    address: str = ""
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    status: dict[str, int] = field(default_factory=dict)
    as_html: bool = False
    login: str = ""
    states_hashes: bool = False

    @property
    def index(self) -> WheelIndex:
        """To be asked for addresses."""
        return WheelIndex(self.address)

    def page(self, package: str) -> tuple[str, bytes]:
        """A package's page: its kind and content."""
        names = sorted(path.name for path in self.folder.glob(f"{package}-*.whl"))
        if self.as_html:
            links = "".join(f'<a href="/files/{quote(name)}#sha256={self._digest(name)}">{name}</a>' for name in names)
            return "text/html", f"<html><body>{links}</body></html>".encode()
        files = [
            {"filename": name, "url": f"../../files/{quote(name)}", "hashes": {"sha256": self._digest(name)}}
            for name in names
        ]
        return "application/vnd.pypi.simple.v1+json", json.dumps({"name": package, "files": files}).encode()

    def _digest(self, name: str) -> str:
        return hashlib.sha256((self.folder / name).read_bytes()).hexdigest() if self.states_hashes else ""

    def ranges_of(self, filename: str) -> list[str | None]:
        """Which ranges of a file were asked for."""
        return [ranged for path, ranged in self.asked if path == f"/files/{filename}"]


def _handler(server: IndexServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            ranged = self.headers.get("Range")
            server.asked.append((self.path, ranged))
            wanted = f"Basic {base64.b64encode(server.login.encode()).decode()}"
            if server.login and self.headers.get("Authorization") != wanted:
                self.send_error(401)
            elif self.path in server.status:
                self.send_error(server.status[self.path])
            elif self.path.startswith("/files/"):
                self._send_file(ranged)
            else:
                kind, data = server.page(self.path.strip("/").rpartition("/")[2])
                self._send(200, data, {"Content-Type": kind})

        def _send_file(self, ranged: str | None) -> None:
            data = (server.folder / unquote(self.path.rpartition("/")[2])).read_bytes()
            start = int(ranged.removeprefix("bytes=").partition("-")[0]) if ranged else 0
            part = data[start:]
            if server.breaks:
                self.send_response(206 if ranged else 200)
                self.send_header("Content-Length", str(len(part)))
                self.end_headers()
                self.wfile.write(part[: server.breaks.pop(0)])
                self.close_connection = True
            else:
                self._send(206 if ranged else 200, part, {})

        def _send(self, status: int, data: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(data))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    return Handler


@contextmanager
def serving(folder: Path) -> Iterator[IndexServer]:
    """An index that serves the wheels of a folder."""
    server = IndexServer(folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(server)) as httpd:
        server.address = f"http://127.0.0.1:{httpd.server_port}/simple"
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        yield server
        httpd.shutdown()
        thread.join()
