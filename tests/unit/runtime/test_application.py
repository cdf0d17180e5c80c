import sys
from pathlib import Path

import pytest

from granview.core.errors import ArgumentError, RuntimeMissing, RuntimeProblem
from granview.runtime.application import Application, this_application
from granview.runtime.backends import offers
from granview.runtime.installed import InstalledRuntime, InstalledRuntimes, python_tag
from granview.runtime.lock_file import Wheel
from granview.runtime.machine import Gpu, Machine
from tests.helpers.runtimes import bundle_in, write_lock, write_wheels

MACHINE = Machine(sys.platform, "x86_64", (Gpu("GeForce RTX 4090", 24 << 30, (8, 9)),), (13, 0))
CUDA = Wheel("nvidia-cuda-runtime", "13.2.86", "nvidia_cuda_runtime-13.2.86-py3-none-any.whl", 9, "0" * 64)


def application(folder: Path) -> Application:
    made = Application(bundle_in(folder), InstalledRuntimes(folder / "runtimes"))
    made.__dict__["offers"] = offers(made.bundle.locks, MACHINE)
    return made


def add(app: Application, number: int, backend: str, digest: str, python: str = "") -> InstalledRuntime:
    folder = app.installed.home / ".building"
    (folder / "packages").mkdir(parents=True)
    runtime = InstalledRuntime(number, backend, digest, python or python_tag(), "0.1", "CPU", False, 9)
    app.installed.add(folder, runtime)
    return runtime


@pytest.fixture
def app(tmp_path: Path) -> Application:
    wheels = write_wheels(tmp_path / "index")
    write_lock(tmp_path / "locks", wheels, "cpu")
    write_lock(tmp_path / "locks", (*wheels, CUDA), "cuda")
    return application(tmp_path)


def digest_of(app: Application, backend: str) -> str:
    return next(offer.lock.digest for offer in app.offers if offer.backend == backend and offer.lock)


def test_an_update_keeps_the_backend_that_was_chosen(app: Application) -> None:
    assert app.outdated() is None, "nothing has been chosen yet"
    add(app, 1, "cpu", digest_of(app, "cpu"))
    assert app.outdated() is None

    write_lock(app.bundle.locks, write_wheels(app.bundle.locks, version="0.2"), "cpu")
    updated = application(app.bundle.locks.parent)
    outdated = updated.outdated()
    assert outdated is not None
    assert outdated.backend == "cpu"
    assert not outdated.is_recommended, "the GPU's build is recommended, and not taken unasked"
    assert updated.installed.current().number == 1, "until it is built, the one before goes on"


def test_a_runtime_for_another_python_is_named_and_offered_anew(app: Application) -> None:
    add(app, 1, "cpu", digest_of(app, "cpu"), "cp38")

    assert app.current() is None
    with pytest.raises(RuntimeProblem, match=r"Runtime 1 \(cpu\) was built for another Python \(cp38\)"):
        app.installed.current()
    assert app.outdated() is not None


def test_what_is_removed_counts_no_more(app: Application) -> None:
    with pytest.raises(RuntimeMissing, match="no runtime yet"):
        app.installed.current()
    with pytest.raises(RuntimeProblem, match="no earlier runtime"):
        app.installed.roll_back()
    add(app, 1, "cpu", "1")
    add(app, 2, "cpu", "2")
    app.installed.remove(1)
    with pytest.raises(RuntimeProblem, match="no earlier runtime"):
        app.installed.roll_back()
    app.installed.remove(2)
    assert app.current() is None
    assert app.chosen_backend() == "cpu"
    with pytest.raises(ArgumentError, match=r"no runtime 2\. Those that are there: none"):
        app.installed.remove(2)


def test_what_is_damaged_is_named(app: Application) -> None:
    add(app, 1, "cpu", "1")
    (app.installed.home / "1" / "runtime.json").write_text("{")
    with pytest.raises(RuntimeProblem, match="Runtime 1 is not there, or not whole"):
        app.installed.current()
    assert app.installed.all() == ()

    (app.installed.home / "pointer.json").write_text("nonsense")
    assert (app.current(), app.chosen_backend()) == (None, "")
    assert app.installed.next_number() == 2


def test_a_checkout_has_none() -> None:
    with pytest.raises(ArgumentError, match="has torch already"):
        this_application()
