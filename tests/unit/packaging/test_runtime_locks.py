"""The locks of the application and its runtimes: what is shared is the same, and nothing is in both."""

import re

import pytest
import runtime_locks
from environment import Lock
from runtime_locks import APP_LOCK, FOLDER

PIN = re.compile(r"^([\w.-]+)==([^ ;\\\n]+)", re.MULTILINE)
LOCKS = sorted(path for path in FOLDER.glob("*.lock") if path != APP_LOCK)


def pins(text: str) -> set[tuple[str, str]]:
    return set(PIN.findall(text))


RUN = pins(Lock.RUN.path.read_text(encoding="utf-8"))
APP = pins(APP_LOCK.read_text(encoding="utf-8"))


def test_the_application_has_no_torch_and_the_pins_that_are_run() -> None:
    assert APP <= RUN
    assert {"pyside6-essentials", "polars", "huggingface-hub"} <= {name for name, _ in APP}
    assert not {"torch", "torchvision", "transformers", "onnxruntime"} & {name for name, _ in APP}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_runtime_adds_what_lanes_need_and_meets_no_pin_of_the_application(path: object) -> None:
    text = path.read_text(encoding="utf-8")
    added = pins(text)

    assert not {name for name, _ in APP} & {name for name, _ in added}
    assert {"torch", "torchvision", "transformers", "onnxruntime", "captum"} <= {name for name, _ in added}
    plain = {(name, version.partition("+")[0]) for name, version in added}
    assert plain - {(name, version) for name, version in plain if name.startswith(("nvidia", "cuda", "triton"))} <= RUN
    assert ("nvidia-cublas" in {name for name, _ in added}) == (path.stem == "cuda-linux")


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_wheel_that_a_lock_admits_stands_beneath_its_pin_with_its_size(path: object) -> None:
    text = path.read_text(encoding="utf-8")

    assert "://" not in text
    for block in re.split(r"\n(?=[A-Za-z0-9])", text.strip())[1:]:
        wheels = re.findall(r"^# (\S+\.whl) (\d+) ([0-9a-f]{64})$", block, re.MULTILINE)
        assert {digest for _, _, digest in wheels} == set(re.findall(r"--hash=sha256:(\w+)", block)), block
        assert all(int(size) > 0 for _, size, _ in wheels)


@pytest.mark.parametrize(
    ("filename", "system", "fits"),
    [
        ("torch-2.15.0-cp311-cp311-manylinux_2_28_x86_64.whl", "linux", True),
        ("torch-2.15.0-cp311-cp311-win_amd64.whl", "linux", False),
        ("torch-2.15.0-cp313-cp313t-manylinux_2_28_x86_64.whl", "linux", False),
        ("torch-2.15.0-cp310-cp310-manylinux_2_28_x86_64.whl", "linux", False),
        ("torch-2.14.0-cp311-cp311-manylinux_2_28_x86_64.whl", "linux", False),
        ("torch-2.15.0-cp39-abi3-win_amd64.whl", "win32", True),
        ("torch-2.15.0-py3-none-any.whl", "darwin", True),
        ("torch-2.15.0-cp311-cp311-musllinux_1_2_x86_64.whl", "linux", False),
        ("torch-2.15.0.tar.gz", "linux", False),
    ],
)
def test_wheels_for_a_system_are_told_by_their_names(filename: str, system: str, fits: bool) -> None:
    assert runtime_locks._fits(filename, "2.15.0", system) is fits


def test_the_cpu_on_linux_has_torch_by_its_version_alone_and_all_else_of_pypi() -> None:
    runtime = next(each for each in runtime_locks.RUNTIMES if (each.backend, each.system) == ("cpu", "linux"))
    text = runtime_locks.versions_alone(runtime, FOLDER / "cuda-linux.lock")
    cuda = (FOLDER / "cuda-linux.lock").read_text(encoding="utf-8")

    torch = {pin for pin in pins(text) if pin[0] in ("torch", "torchvision")}
    assert {(name, version.removesuffix("+cpu")) for name, version in torch} <= pins(cuda)
    assert all(version.endswith("+cpu") for _, version in torch)
    assert pins(text) - torch <= pins(cuda)
    assert "nvidia" not in text
    assert "triton" not in text
    if runtime_locks.has_versions_alone(runtime):
        assert runtime.path.read_text(encoding="utf-8") == text, "python packaging/dev.py lock writes it anew"
