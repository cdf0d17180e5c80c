import sys
from pathlib import Path

import pytest

from granview.core.errors import RuntimeProblem
from granview.runtime.backends import kernel_problem, offer_of, offers
from granview.runtime.lock_file import Wheel
from granview.runtime.machine import Gpu, Machine
from tests.helpers.runtimes import write_lock, write_wheels

OLD = Gpu("GeForce GTX 1080", 8 << 30, (6, 1))
NEW = Gpu("GeForce RTX 4090", 24 << 30, (8, 9))
CUDA = Wheel("nvidia-cuda-runtime", "13.2.86", "nvidia_cuda_runtime-13.2.86-py3-none-any.whl", 9, "0" * 64)


def machine(*gpus: Gpu, driver: tuple[int, int] | None = (13, 0)) -> Machine:
    return Machine(sys.platform, "x86_64", gpus, driver if gpus else None)


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    wheels = write_wheels(tmp_path / "index")
    write_lock(tmp_path / "locks", (*wheels, CUDA), "cuda")
    write_lock(tmp_path / "locks", wheels, "cpu")
    return tmp_path / "locks"


def test_a_gpu_is_recommended_its_build_and_a_machine_without_one_the_smallest(locks: Path) -> None:
    with_gpu, without = offers(locks, machine(NEW)), offers(locks, machine())

    assert [offer.backend for offer in with_gpu if offer.is_recommended] == ["cuda"]
    assert [offer.backend for offer in without if offer.is_recommended] == ["cpu"]
    cpu, cuda = offer_of(without, "cpu"), offer_of(without, "cuda")
    assert cuda.download_bytes == cpu.download_bytes + CUDA.size_bytes
    assert "no NVIDIA GPU" in cuda.warning
    assert not cuda.uses_gpu


def test_a_gpu_without_kernels_or_with_an_old_driver_is_said_before_anything_is_downloaded(locks: Path) -> None:
    old = offer_of(offers(locks, machine(OLD)), "cuda")
    assert old.warning == (
        "GeForce GTX 1080 has compute capability 6.1, and torch 0.1 has kernels for 7.5 and newer only: lanes would "
        "compute on the CPU."
    )
    assert not old.uses_gpu
    assert offer_of(offers(locks, machine(OLD)), "cpu").is_recommended
    assert old.lock is not None
    assert kernel_problem(old.lock, machine(OLD, NEW)) == "", "one that can is enough"

    behind = offer_of(offers(locks, machine(NEW, driver=(12, 8))), "cuda")
    assert "The NVIDIA driver runs CUDA 12.8 at most, and this build brings 13.2: update the driver" in behind.warning


def test_a_backend_without_a_lock_is_refused_in_words_and_none_takes_its_place(locks: Path) -> None:
    (locks / f"cpu-{sys.platform}.lock").unlink()
    listed = offers(locks, machine())

    assert [offer.backend for offer in listed if offer.is_recommended] == ["cuda"]
    with pytest.raises(RuntimeProblem, match=r"cannot build CPU: PyTorch's own index.+Choose one of cuda"):
        offer_of(listed, "cpu")
    with pytest.raises(RuntimeProblem, match="no build of torch for 'tpu'"):
        offer_of(listed, "tpu")
    (locks / f"cpu-{sys.platform}.lock").write_text("nonsense")
    assert "is no lock of a runtime" in next(each for each in offers(locks, machine()) if each.backend == "cpu").refusal


def test_devices_are_named_in_a_line() -> None:
    assert machine(NEW, NEW).device == "GeForce RTX 4090 (25.8 GB), and 1 more"
    assert machine().device == "CPU (x86_64)"
    assert "GPU" in Machine("darwin", "arm64").device
