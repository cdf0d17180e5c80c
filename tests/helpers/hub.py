"""A local HTTP server that speaks as much of the Hugging Face hub's protocol as a model's download needs."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, unquote

import pytest
from huggingface_hub import constants

CLAIMED_MORE_BYTES = 0
"""So much larger than they are the server says that large files are."""

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Repo:
    """A repository on the server.

    Attributes:
        folder: Its files.
        revisions: Branch and tag names, with their commit hashes.
        gated: Whether its terms must be accepted first.
        token: The login that may see it; None for everyone.
        task: Its pipeline tag.
        downloads: How often it was downloaded.
        likes: How many like it.
    """

    folder: Path
    revisions: dict[str, str] = field(default_factory=lambda: {"main": COMMIT, "v1": COMMIT})
    gated: bool = False
    token: str | None = None
    task: str = "image-segmentation"
    downloads: int = 0
    likes: int = 0

    def commit(self, revision: str) -> str | None:
        return self.revisions.get(revision) or next((c for c in self.revisions.values() if c == revision), None)

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


class HubServer:
    """Serves repositories on a free port of this machine, and remembers what was asked for.

    Attributes:
        repos: Repositories by id.
        requests: Method, path and ``Range`` header of every request.
        logins: The ``Authorization`` header of every request.
        queries: What was searched for.
        cut: Places in files after which an answer is cut off, by file name; each is used once, in order.
        flipped: A byte of each of these files is sent with other bits.
        halted: Files of which an answer sends the first half at most, until the event is set.
        broken: Names of files whose content is answered with status 503.
        status: A status to give to everything, in place of an answer.
    """

    def __init__(self) -> None:
        self.repos: dict[str, Repo] = {}
        self.requests: list[tuple[str, str, str]] = []
        self.logins: list[str] = []
        self.queries: list[dict[str, str]] = []
        self.cut: dict[str, list[int]] = {}
        self.flipped: set[str] = set()
        self.halted: dict[str, Event] = {}
        self.asked_for_halted = Event()
        self.broken: set[str] = set()
        self.status: int | None = None
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.hub = self
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def downloads(self) -> list[str]:
        """Names of the files whose content was sent, in order."""
        return [path.rpartition("/")[2] for method, path, _ in self.requests if method == "GET" and "/resolve/" in path]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for event in self.halted.values():
            event.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def reachable_hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    """A server that this process takes for the hub."""
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    with HubServer() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield server


def save_model(folder: Path, config: dict[str, object] | None = None, weight_bytes: int = 1000) -> Repo:
    """A repository that looks like a model's, with weights of so many bytes."""
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(config or {}))
    (folder / "model.safetensors").write_bytes(bytes(range(256)) * (weight_bytes // 256 + 1))
    return Repo(folder)


class _Server(ThreadingHTTPServer):
    hub: HubServer


class _Handler(BaseHTTPRequestHandler):
    @property
    def hub(self) -> HubServer:
        assert isinstance(self.server, _Server)
        return self.server.hub

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the terminal quiet."""

    def _answer(self, body: bool) -> None:
        path, _, query = self.path.partition("?")
        path = unquote(path)
        self.hub.requests.append((self.command, path, self.headers.get("Range", "")))
        self.hub.logins.append(self.headers.get("Authorization", ""))
        if self.hub.status is not None:
            self._fail(self.hub.status, "", body)
        elif path == "/api/models":
            self._search(dict(parse_qsl(query)))
        elif path.startswith("/api/models/"):
            self._api(path.removeprefix("/api/models/"), body)
        else:
            repo_id, _, rest = path.strip("/").partition("/resolve/")
            self._with_commit(repo_id, rest.partition("/")[0], body, lambda r, c: self._file(r, c, rest, body), True)

    def _with_commit(
        self, repo_id: str, revision: str, body: bool, go: Callable[[Repo, str], None], is_file: bool = False
    ) -> None:
        repo = self.hub.repos.get(repo_id)
        if repo is None:
            self._fail(404, "RepoNotFound", body)
        elif repo.token is not None and self.headers.get("Authorization") != f"Bearer {repo.token}":
            self._fail(401, "RepoNotFound", body)
        elif repo.gated and is_file:
            self._fail(403, "GatedRepo", body)
        elif (commit := repo.commit(revision)) is None:
            self._fail(404, "RevisionNotFound", body)
        else:
            go(repo, commit)

    def _api(self, path: str, body: bool) -> None:
        for verb, answer in (("/tree/", self._tree), ("/revision/", self._info)):
            repo_id, found, revision = path.partition(verb)
            if found:
                self._with_commit(repo_id, revision.strip("/"), body, lambda r, c, a=answer, i=repo_id: a(i, r, c))
                return
        self._with_commit(path, "main", body, lambda repo, commit: self._info(path, repo, commit))

    def _info(self, repo_id: str, repo: Repo, commit: str) -> None:
        siblings = [
            {"rfilename": _name(repo, p), "size": _claimed_bytes(p), "blobId": _git_hash(p), **_lfs(p)}
            for p in repo.files()
        ]
        known = {"id": repo_id, "modelId": repo_id, "sha": commit, "private": False}
        self._json({**known, "gated": "manual" if repo.gated else False, "siblings": siblings})

    def _tree(self, repo_id: str, repo: Repo, commit: str) -> None:
        self._json(
            [
                {"type": "file", "path": _name(repo, p), "size": p.stat().st_size, "oid": _git_hash(p), **_lfs(p)}
                for p in repo.files()
            ]
        )

    def _search(self, query: dict[str, str]) -> None:
        """Models whose id has the text that is searched for, those most often downloaded first."""
        self.hub.queries.append(query)
        wanted, task = query.get("search", "").casefold(), query.get("pipeline_tag")
        found = [
            {
                "id": name,
                "pipeline_tag": repo.task,
                "downloads": repo.downloads,
                "likes": repo.likes,
                "gated": "manual" if repo.gated else False,
                "safetensors": {"parameters": {"F32": 1000}, "total": 1000},
                "config": json.loads((repo.folder / "config.json").read_text()),
            }
            for name, repo in sorted(self.hub.repos.items(), key=lambda item: -item[1].downloads)
            if wanted in name.casefold() and task in (None, repo.task)
        ]
        self._json(found[: int(query.get("limit", "100"))])

    def _file(self, repo: Repo, commit: str, rest: str, body: bool) -> None:
        path = repo.folder / rest.partition("/")[2]
        if not path.is_file():
            self._fail(404, "EntryNotFound", body, commit)
            return
        if body and path.name in self.hub.broken:
            self._fail(503, "", body)
            return
        content = path.read_bytes()
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        if start >= len(content) > 0:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(content)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(206 if start else 200)
        self.send_header("X-Repo-Commit", commit)
        self.send_header("ETag", f'"{_etag(path)}"')
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(content) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        if body:
            self._send(path.name, content, start)

    def _send(self, name: str, content: bytes, start: int) -> None:
        if name in self.hub.flipped:
            middle = len(content) // 2
            content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        cuts = self.hub.cut.get(name)
        end = cuts.pop(0) if cuts else len(content)
        if (halt := self.hub.halted.get(name)) is not None:
            self.wfile.write(content[start : len(content) // 2])
            self.wfile.flush()
            self.hub.asked_for_halted.set()
            halt.wait()
            start = max(start, len(content) // 2)
        with suppress(ConnectionError):
            self.wfile.write(content[start:end])

    def _json(self, content: object) -> None:
        data = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _fail(self, status: int, code: str, body: bool, commit: str = "") -> None:
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
            self.send_header("X-Error-Message", code)
        if commit:
            self.send_header("X-Repo-Commit", commit)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _name(repo: Repo, path: Path) -> str:
    return path.relative_to(repo.folder).as_posix()


_LARGE = (".safetensors", ".bin", ".pth")
"""Suffixes of files that the hub keeps by their hash, outside of git."""


def _etag(path: Path) -> str:
    return _sha256(path) if path.suffix in _LARGE else _git_hash(path)


def _git_hash(path: Path) -> str:
    return hashlib.sha1(path.read_bytes()).hexdigest()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _claimed_bytes(path: Path) -> int:
    return path.stat().st_size + (CLAIMED_MORE_BYTES if path.suffix in _LARGE else 0)


def _lfs(path: Path) -> dict[str, object]:
    if path.suffix not in _LARGE:
        return {}
    size = path.stat().st_size
    digest = _sha256(path)
    return {"lfs": {"oid": digest, "sha256": digest, "size": size, "pointerSize": 134}}
