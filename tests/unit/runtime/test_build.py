"""Runtimes in small, really built: an index on this machine, uv, a process that computes, the pointer."""

import dataclasses
import shutil
from collections import namedtuple
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
import pytest

from granview.core.errors import BuildCancelled, GranViewError, RuntimeProblem
from granview.runtime.backends import Offer
from granview.runtime.build import RuntimeBuilder, Source, check_folder
from granview.runtime.installed import InstalledRuntime, InstalledRuntimes
from granview.runtime.progress import BuildProgress, Step
from tests.helpers.runtimes import TORCH, UV, WRONG_TORCH, IndexServer, bundle_in, serving, write_lock, write_wheels

pytestmark = pytest.mark.skipif(not UV.exists(), reason="uv is not installed here")

Usage = namedtuple("Usage", "total used free")


@dataclasses.dataclass
class Yard:
    """Where runtimes are built."""

    folder: Path
    server: IndexServer
    installed: InstalledRuntimes
    told: list[BuildProgress] = dataclasses.field(default_factory=list)

    def offer(self, torch: str = TORCH, backend: str = "cpu", **changes: object) -> Offer:
        wheels = write_wheels(self.folder / "index", torch)
        lock = write_lock(self.folder / "locks", wheels, backend)
        return msgspec.structs.replace(Offer(backend, lock, wheels), **changes)

    def build(self, offer: Offer, source: Source | None = None, cancel_after: int = 10**9) -> InstalledRuntime:
        calls = count()
        builder = RuntimeBuilder(bundle_in(self.folder), self.installed)
        source = source or Source(self.server.address)
        return builder.build(offer, source, self.told.append, lambda: next(calls) >= cancel_after)

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.installed.home.iterdir())


@pytest.fixture
def yard(tmp_path: Path) -> Iterator[Yard]:
    (tmp_path / "index").mkdir()
    with serving(tmp_path / "index") as server:
        yield Yard(tmp_path, server, InstalledRuntimes(tmp_path / "runtimes"))


@pytest.mark.slow
def test_a_runtime_is_built_tried_and_pointed_at_and_the_one_before_is_one_step_away(yard: Yard) -> None:
    first = yard.build(yard.offer())

    assert (first.number, first.backend, first.torch, first.device, first.uses_gpu) == (1, "cpu", "0.1", "CPU", False)
    assert first.size_bytes > 600_000
    assert list(dict.fromkeys(told.step for told in yard.told)) == [Step.DOWNLOAD, Step.UNPACK, Step.TEST]
    assert yard.installed.current() == first
    assert (yard.installed.packages(1) / "torch" / "filler.bin").is_file()
    assert yard.files == ["1", "pointer.json"], "what was downloaded and kept meanwhile is gone"

    second, third = yard.build(yard.offer(backend="cuda")), yard.build(yard.offer(backend="cuda"))
    assert (second.number, third.number) == (2, 3)
    assert yard.files == ["2", "3", "pointer.json"], "the one before is kept, and no older one"
    assert yard.installed.roll_back() == second
    assert yard.installed.current() == second
    assert yard.installed.roll_back() == third, "and forth again"


@pytest.mark.slow
def test_what_cannot_compute_is_never_pointed_at(yard: Yard) -> None:
    first = yard.build(yard.offer())

    with pytest.raises(RuntimeProblem, match="a product of matrices is wrong on cpu: 3840 instead of 4096"):
        yard.build(yard.offer(WRONG_TORCH))
    with pytest.raises(RuntimeProblem, match=r"cannot drive the GPU, although it is there"):
        yard.build(yard.offer(backend="cuda", uses_gpu=True))
    with pytest.raises(RuntimeProblem, match=r"exit code 7; it printed nothing"):
        yard.build(yard.offer("import os; os._exit(7)"))
    with pytest.raises(RuntimeProblem, match=r"ImportError: no kernel image"):
        yard.build(yard.offer("raise ImportError('no kernel image')"))

    assert yard.installed.current() == first
    assert ".building" not in yard.files
    assert "wheels" in yard.files, "the next try need not download them again"


def test_a_wrong_hash_a_blocked_index_and_a_cancellation_leave_the_pointer(yard: Yard) -> None:
    first, offer = yard.build(yard.offer()), yard.offer()
    torch = yard.folder / "index" / offer.wheels[0].filename
    whole = torch.read_bytes()

    torch.write_bytes(whole[::-1])
    with pytest.raises(RuntimeProblem, match="is not the file that was locked"):
        yard.build(offer)
    yard.server.status = {"/simple/torch/": 407}
    with pytest.raises(RuntimeProblem, match="the proxy asks for a name and a password"):
        yard.build(offer)
    yard.server.status = {}
    torch.write_bytes(whole)
    with pytest.raises(BuildCancelled):
        yard.build(offer, cancel_after=1)
    assert yard.installed.current() == first

    assert yard.build(offer).number == 2
    assert yard.server.ranges_of(torch.name)[-1] is not None, "it went on"


def test_a_disk_that_is_too_small_is_said_before_anything_is_asked_for(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**6, 0, 10**6))
    with pytest.raises(RuntimeProblem, match=r"CPU needs 2 MB on the disk while it is built, and 1 MB are free"):
        yard.build(yard.offer())

    assert yard.server.asked == []


def test_a_folder_of_wheels_needs_no_network(yard: Yard) -> None:
    offer = yard.offer()
    assert yard.build(offer, Source(folder=yard.folder / "index")).number == 1
    assert yard.server.asked == []
    assert (yard.folder / "index" / offer.wheels[0].filename).is_file(), "what is the user's stays"

    (yard.folder / "index" / offer.wheels[2].filename).write_bytes(b"another")
    with pytest.raises(RuntimeProblem, match=r"transformers.+ is not the file that was locked"):
        check_folder(yard.folder / "index", offer.wheels)
    (yard.folder / "index" / offer.wheels[0].filename).unlink()
    with pytest.raises(RuntimeProblem, match=r"lacks 1 of 3 files: torch-0\.1-py3-none-any\.whl\."):
        check_folder(yard.folder / "index", offer.wheels)


def test_two_builds_at_once_are_one(yard: Yard) -> None:
    offer = yard.offer()

    def build_another(told: BuildProgress) -> None:
        if told.step is Step.UNPACK:
            with pytest.raises(RuntimeProblem, match="is being built already"):
                yard.build(offer)
            raise GranViewError("seen")

    with pytest.raises(GranViewError, match="seen"):
        RuntimeBuilder(bundle_in(yard.folder), yard.installed).build(
            offer, Source(yard.server.address), build_another, lambda: False
        )


def test_an_offer_that_is_refused_is_not_built(yard: Yard) -> None:
    with pytest.raises(RuntimeProblem, match="no lock here"):
        yard.build(Offer("rocm", None, refusal="There is no lock here."))
