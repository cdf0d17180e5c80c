"""The interpreter can be unpacked by every tar; what follows, by the interpreter; together they are the folder."""

import io
import lzma
import tarfile
from pathlib import Path

import pytest
from app.linux import archives

FILES = {
    "python/bin/python3": b"program",
    "python/lib/libpython.so": b"library",
    "python/lib/python3.11/os.py": b"standard library",
    "python/lib/python3.11/site-packages/a/b.so": bytes(range(256)) * 40,
    "python/granview-app.json": b"{}",
    "bin/uv": b"uv",
    "granview": b"#!/bin/sh",
}


def test_both_archives_are_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_CHUNK_BYTES", 4096)
    folder = tmp_path / "GranView"
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    with (tmp_path / "out").open("w+b") as target:
        target.write(b"before")
        first = archives.write_archives(folder, target)

    content = (tmp_path / "out").read_bytes().removeprefix(b"before")
    interpreter = _members(content[:first])
    rest = _members(lzma.decompress(content[first:]))
    assert set(interpreter) == {name for name in FILES if "/bin/" in name or name.endswith((".so", "os.py"))} - {
        "python/lib/python3.11/site-packages/a/b.so"
    }
    assert interpreter | rest == FILES
    assert set(interpreter).isdisjoint(rest)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["GranView", "out"]


def _members(data: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        files = [member for member in tar.getmembers() if member.isfile()]
        assert {member.uname for member in files} == {""}
        return {member.name.removeprefix("GranView/"): tar.extractfile(member).read() for member in files}  # type: ignore[union-attr]
