"""Torch for the CPU on Linux: an index in the form of PyTorch's is asked for what the lock has versions of alone."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.core.errors import RuntimeProblem
from granview.runtime import index
from granview.runtime.backends import Offer, offer_of, offers
from granview.runtime.build import RuntimeBuilder, Source
from granview.runtime.installed import InstalledRuntimes
from granview.runtime.machine import Machine
from tests.helpers.runtimes import TORCH, UV, VISION, IndexServer, bundle_in, serving, write_lock, write_wheel

pytestmark = pytest.mark.skipif(not UV.exists(), reason="uv is not installed here")


class Yard:
    """PyPI with transformers, PyTorch's index with torch, and an application that has torch by its version alone."""

    def __init__(self, folder: Path, pypi: IndexServer, pytorch: IndexServer) -> None:
        self.folder, self.pypi, self.pytorch = folder, pypi, pytorch
        self.installed = InstalledRuntimes(folder / "runtimes")
        self.builder = RuntimeBuilder(bundle_in(folder), self.installed)
        self.torch = write_wheel(pytorch.folder, "torch", "2.15.0+cpu", TORCH, 60_000)
        self.vision = write_wheel(pytorch.folder, "torchvision", "0.29.2+cpu", VISION)
        write_wheel(pytorch.folder, "torch", "2.14.0+cpu", "")
        locked = write_wheel(pypi.folder, "transformers", "0.1", "")
        write_lock(folder / "locks", (locked,), more="torch==2.15.0+cpu\ntorchvision==0.29.2+cpu\n")
        lock = folder / "locks" / f"cpu-{sys.platform}.lock"
        lock.write_text(lock.read_text().replace("# index: pypi", "# index: cpu"))

    @property
    def offer(self) -> Offer:
        return offer_of(offers(self.folder / "locks", Machine(sys.platform, "x86_64")), "cpu")

    def build(self, source: Source) -> int:
        return self.builder.build(self.offer, source, lambda _: None, lambda: False).number


@pytest.fixture
def yard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Yard]:
    folders = [tmp_path / "pypi", tmp_path / "pytorch"]
    for folder in folders:
        folder.mkdir()
    with serving(folders[0]) as pypi, serving(folders[1]) as pytorch:
        pytorch.as_html = pytorch.states_hashes = True
        pytorch.address = pytorch.address.removesuffix("/simple") + "/whl"
        monkeypatch.setattr(index, "PYPI", pypi.address)
        monkeypatch.setattr(index, "PYTORCH", pytorch.address)
        yield Yard(tmp_path, pypi, pytorch)


def test_sizes_and_hashes_are_those_that_the_index_states(yard: Yard) -> None:
    offer = yard.offer
    assert (offer.asks_index, offer.stated_by_index) == (True, ("torch", "torchvision"))
    assert yard.pytorch.asked == [], "nothing is asked before it is wanted"

    whole = yard.builder.completed(offer, Source())

    assert (whole.asks_index, whole.stated_by_index) == (False, ("torch", "torchvision"))
    assert set(whole.wheels) == {*offer.wheels, yard.torch, yard.vision}
    assert whole.download_bytes == offer.download_bytes + yard.torch.size_bytes + yard.vision.size_bytes
    assert {path for path, _ in yard.pytorch.asked if path.startswith("/whl")} == {
        "/whl/cpu/torch/",
        "/whl/cpu/torchvision/",
    }


@pytest.mark.slow
def test_it_is_built_of_both_indexes_and_of_one_that_is_named(yard: Yard) -> None:
    assert yard.build(Source()) == 1
    assert (yard.installed.packages(1) / "torch" / "filler.bin").stat().st_size == 60_000
    assert {path for path, _ in yard.pypi.asked} == {
        "/simple/transformers/",
        "/files/transformers-0.1-py3-none-any.whl",
    }

    assert yard.build(Source(f"{yard.pytorch.address}/cpu")) == 2, "PyTorch's index itself, and PyPI for all else"
    yard.pypi.status = {"/simple/torch/": 404, "/simple/torchvision/": 404}
    assert yard.build(Source(yard.pypi.address)) == 3, "a mirror of PyPI alone, and PyTorch's index behind it"


def test_what_is_not_the_file_that_the_index_states_is_not_installed(yard: Yard) -> None:
    whole = yard.builder.completed(yard.offer, Source())
    path = yard.pytorch.folder / yard.torch.filename
    path.write_bytes(path.read_bytes()[::-1])
    assert hashlib.sha256(path.read_bytes()).hexdigest() != yard.torch.sha256

    with pytest.raises(RuntimeProblem, match=r"torch-2\.15\.0\+cpu.+SHA-256 is another one"):
        yard.builder.build(whole, Source(), lambda _: None, lambda: False)
    yard.pytorch.states_hashes = False
    with pytest.raises(RuntimeProblem, match=r"states no SHA-256 of torch-2\.15\.0\+cpu"):
        yard.build(Source())
    yard.pytorch.status = {"/whl/cpu/torch/": 403}
    with pytest.raises(RuntimeProblem, match="it refuses access"):
        yard.build(Source())
    path.unlink()
    yard.pytorch.status = {}
    with pytest.raises(RuntimeProblem, match=r"/whl/cpu/torch/ does not have torch 2\.15\.0\+cpu"):
        yard.build(Source())
    with pytest.raises(RuntimeProblem, match="files in a folder cannot be checked"):
        yard.build(Source(folder=yard.pytorch.folder))
    assert yard.installed.pointer.number == 0
