"""Writes ``packaging/runtime``: what the application holds, and what each of its runtimes adds to that.

``app.lock`` pins what the application that one double-clicks holds: everything of ``pyproject.toml`` but what lanes
alone import. Each ``BACKEND-SYSTEM.lock`` pins the rest for one device and one system, with the very versions of
``run.lock``, so that what both share is the same. It is a requirements file with hashes, which pip and uv read; beneath
each pin every wheel that it admits stands as a comment, with its size, so that what a download takes is known before
anything is asked of a network.

An index that cannot be reached leaves its locks as they were, and is named. The CPU's lock on Linux then pins torch
and torchvision by their versions alone: all else that it needs is what CUDA's lock has from PyPI, and the index is
asked for the files of those two, with their hashes, when a runtime is built.
"""

import json
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.error import URLError

from environment import ROOT, Lock

FOLDER: Final = ROOT / "packaging" / "runtime"
APP_LOCK: Final = FOLDER / "app.lock"
PYPI: Final = "https://pypi.org/simple"
PYTORCH: Final = "https://download.pytorch.org/whl"
COMPILE: Final = ("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--no-annotate")
PLAIN: Final = ("--no-header", "--no-emit-find-links", "--no-emit-index-url")

Pin = tuple[str, str, str]
"""A package's name, version and marker."""


@dataclass(frozen=True)
class Runtime:
    """A runtime that a lock is written for.

    Attributes:
        backend: What it computes on.
        system: As ``sys_platform`` has it.
        index: The folder of PyTorch's own index that has its wheels; empty where PyPI has them.
    """

    backend: str
    system: str
    index: str = ""

    @property
    def path(self) -> Path:
        """Its lock."""
        return FOLDER / f"{self.backend}-{self.system}.lock"


RUNTIMES: Final = (
    Runtime("cuda", "linux"),
    Runtime("cpu", "win32"),
    Runtime("cpu", "darwin"),
    Runtime("cpu", "linux", "cpu"),
    Runtime("cuda", "win32", "cu132"),
    Runtime("rocm", "linux", "rocm7.2"),
    Runtime("xpu", "linux", "xpu"),
    Runtime("xpu", "win32", "xpu"),
)
"""PyPI's torch is the CUDA build on Linux and the CPU build elsewhere; on Apple silicon that one drives the GPU too."""

_OF_TORCH: Final = re.compile(r"torch(vision)?|triton|nvidia-.+|cuda-.+")
_PIN: Final = re.compile(r"^([\w.-]+)==([^ ;\\\n]+)(?: ; ([^\\\n]+?))?(?: \\)?$", re.MULTILINE)
_PLATFORMS: Final = {
    "linux": re.compile(r"manylinux.*_(x86_64|aarch64)|linux_(x86_64|aarch64)"),
    "win32": re.compile(r"win_(amd64|arm64)"),
    "darwin": re.compile(r"macosx_.+"),
}


def write_runtime_locks() -> int:
    """Write all that can be reached; returns the exit code of the first step that failed, or 0."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    code = _compile(app_requirements(project), APP_LOCK, "--generate-hashes", "-c", str(Lock.RUN.path))
    if code:
        return code
    for runtime in RUNTIMES:
        try:
            pins = list(added_pins(runtime, project))
            runtime.path.write_text(lock_text(runtime, pins), encoding="utf-8")
        except (URLError, OSError, subprocess.CalledProcessError) as error:
            if has_versions_alone(runtime):
                runtime.path.write_text(versions_alone(runtime, RUNTIMES[0].path), encoding="utf-8")
            state = "stays as it is" if runtime.path.exists() else "is not made"
            print(f"{runtime.path.name} {state}: its index cannot be reached ({error}).", file=sys.stderr)
    return 0


def app_requirements(project: Mapping[str, Any]) -> list[str]:
    """The direct dependencies of the application: the project's, less what lanes alone import."""
    lanes = set(project["tool"]["granview"]["runtime"]["packages"])
    return [each for each in project["project"]["dependencies"] if _name(each) not in lanes]


def added_pins(runtime: Runtime, project: Mapping[str, Any]) -> Iterator[Pin]:
    """What a runtime adds to the application.

    Raises:
        subprocess.CalledProcessError: its index cannot be reached, or does not have these versions.
    """
    held = {name for name, _, _ in _pins(APP_LOCK)} | {_name(each) for each in _building(project)}
    pins = _pins(Lock.RUN.path) if not runtime.index else _pins_of_index(runtime, project)
    for name, version, marker in pins:
        if name not in held and _is_for(marker, runtime.system):
            yield name, version, marker


def lock_text(runtime: Runtime, pins: list[Pin]) -> str:
    """A lock: each pin with the hashes of the wheels that fit the system, and those wheels with their sizes."""
    with ThreadPoolExecutor(8) as pool:
        blocks = list(pool.map(lambda pin: _block(runtime, pin), pins))
    head = f"# backend: {runtime.backend}\n# system: {runtime.system}\n# index: {runtime.index or 'pypi'}\n"
    return head + "".join(blocks)


def has_versions_alone(runtime: Runtime) -> bool:
    """Whether a lock can do with versions of torch alone: the CPU's on Linux, unless it has their hashes already."""
    if (runtime.backend, runtime.system) != ("cpu", "linux"):
        return False
    return not runtime.path.exists() or "# torch-" not in runtime.path.read_text(encoding="utf-8")


def versions_alone(runtime: Runtime, of_pypi: Path) -> str:
    """A lock that has torch and torchvision by their versions alone, and all else from a lock of the same system.

    Args:
        runtime: What is locked; its builds of torch need none of the packages of a GPU.
        of_pypi: The lock of PyPI's torch.
    """
    head = f"# backend: {runtime.backend}\n# system: {runtime.system}\n# index: {runtime.index}\n"
    blocks = re.split(r"^(?=[A-Za-z0-9])", of_pypi.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return head + "".join(filter(None, (_version_alone(block, runtime.index) for block in blocks)))


def _version_alone(block: str, index: str) -> str:
    """A block as it is; of torch its version in an index; nothing of what only a GPU needs."""
    name, version, _ = _PIN.findall(block)[0]
    if not _OF_TORCH.fullmatch(name):
        return block
    return f"{name}=={version}+{index}\n" if name in ("torch", "torchvision") else ""


def _block(runtime: Runtime, pin: Pin) -> str:
    name, version, marker = pin
    wheels = sorted(_wheels(runtime, name, version))
    if not wheels:
        raise URLError(f"it has no wheel of {name} {version} for {runtime.system}")
    hashes = "".join(f" \\\n    --hash=sha256:{digest}" for digest in sorted({digest for _, _, digest in wheels}))
    listed = "".join(f"# {file} {size} {digest}\n" for file, size, digest in wheels)
    return f"{name}=={version}{f' ; {marker}' if marker else ''}{hashes}\n{listed}"


def _wheels(runtime: Runtime, name: str, version: str) -> Iterator[tuple[str, int, str]]:
    """The wheels of a version that fit a system: file name, bytes and SHA-256."""
    own = runtime.index and _OF_TORCH.fullmatch(name)
    address = f"{PYTORCH}/{runtime.index}/{name}/" if own else f"{PYPI}/{name}/"
    request = urllib.request.Request(address, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        files = json.load(answer)["files"]
    for file in files:
        if _fits(file["filename"], version, runtime.system):
            yield file["filename"], file["size"], file["hashes"]["sha256"]


def _fits(filename: str, version: str, system: str) -> bool:
    """Whether a file is a wheel of a version, for Python 3.11 or newer and a system."""
    if not filename.endswith(".whl"):
        return False
    parts = filename.removesuffix(".whl").split("-")
    python, abi, platform = parts[-3:]
    if parts[1] != version or re.fullmatch(r"cp3\d+t", abi):
        return False
    if abi == "abi3" or python.startswith("py"):
        new_enough = python != "py2"
    else:
        new_enough = any(int(number) >= 11 for number in re.findall(r"cp3(\d+)", python))
    return new_enough and (platform == "any" or any(map(_PLATFORMS[system].fullmatch, platform.split("."))))


def _pins_of_index(runtime: Runtime, project: Mapping[str, Any]) -> list[Pin]:
    """What resolves with torch of an index of its own, and everything else as it is pinned for running."""
    path = FOLDER / f".{runtime.path.name}.in"
    pins = {name: version for name, version, _ in _pins(Lock.RUN.path)}
    others = [f"{name}=={version}" for name, version in pins.items() if not _OF_TORCH.fullmatch(name)]
    own = [f"{name}=={pins[name]}+{runtime.index}" for name in ("torch", "torchvision")]
    path.write_text("\n".join((*others, *own)), encoding="utf-8")
    index = ("--index", f"{PYTORCH}/{runtime.index}", "--index-strategy", "unsafe-best-match")
    compiled = path.with_suffix(".out")
    try:
        code = _compile(project["project"]["dependencies"], compiled, *index, "-c", str(path))
        if code:
            raise subprocess.CalledProcessError(code, "uv pip compile")
        return _pins(compiled)
    finally:
        path.unlink()
        compiled.unlink(missing_ok=True)


def _compile(requirements: list[str], out: Path, *options: str) -> int:
    """Have uv resolve requirements into a file; returns its exit code."""
    command = [*COMPILE, *PLAIN, *options, "-", "-o", str(out)]
    return subprocess.run(command, input="\n".join(requirements), text=True, cwd=ROOT, check=False).returncode


def _pins(path: Path) -> list[Pin]:
    return [(name, version, marker) for name, version, marker in _PIN.findall(path.read_text(encoding="utf-8"))]


def _building(project: Mapping[str, Any]) -> list[str]:
    """What building the wheel needs, and what that needs: run.lock has it, no runtime does."""
    return [*project["build-system"]["requires"], "pathspec", "pluggy", "trove-classifiers"]


def _is_for(marker: str, system: str) -> bool:
    """Whether a marker admits a system; what else it asks is left to whoever installs."""
    named = re.findall(r"sys_platform == '(\w+)'", marker)
    return not named or system in named


def _name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match.group()).lower()


if __name__ == "__main__":
    sys.exit(write_runtime_locks())
