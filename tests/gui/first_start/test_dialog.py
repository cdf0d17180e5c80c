"""The dialog of the first start, in a real window: an index on this machine, a small torch, uv, the pointer."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.gui.first_start.dialog import RuntimeDialog
from granview.runtime.lock_file import Wheel
from tests.gui.conftest import OpenBench
from tests.helpers.runtimes import (
    TORCH,
    UV,
    IndexServer,
    bundle_in,
    serving,
    write_lock,
    write_wheel,
    write_wheels,
)
from tests.helpers.shell import Bench

pytestmark = pytest.mark.skipif(not UV.exists(), reason="uv is not installed here")

CUDA = Wheel("nvidia-cuda-runtime", "13.2.86", "nvidia_cuda_runtime-13.2.86-py3-none-any.whl", 9, "0" * 64)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexServer]:
    """An application with locks for two backends, and the index that has their wheels."""
    wheels = write_wheels(tmp_path / "index")
    write_lock(tmp_path / "locks", wheels, "cpu")
    if sys.platform != "darwin":
        write_lock(tmp_path / "locks", (*wheels, CUDA), "cuda")
    monkeypatch.setattr("granview.gui.new_services.own_bundle", lambda: bundle_in(tmp_path))
    for module in ("installed", "lanes"):
        monkeypatch.setattr(f"granview.runtime.{module}.runtimes_home", lambda: tmp_path / "runtimes")
    with serving(tmp_path / "index") as server:
        yield server


def opened(bench: Bench) -> RuntimeDialog:
    dialog = bench.work.face.runtimes.choose()
    assert dialog is not None
    bench.until(lambda: dialog.offers.cards)
    return dialog


@pytest.mark.slow
def test_the_first_start_builds_a_runtime_and_run_says_what_it_lacks_until_then(
    server: IndexServer, open_window: OpenBench
) -> None:
    bench = open_window()
    line, run = bench.work.face.reason_line, bench.work.window.actions_by_name["run"]
    assert line.reason is not None
    assert line.reason.act == "install-runtime"
    assert not run.isEnabled()

    bench.work.face.runtimes.choose_at_first(lambda: None)
    dialog = bench.work.window.findChild(RuntimeDialog)
    assert dialog is not None
    bench.until(lambda: dialog.offers.cards)
    assert dialog.device.text().startswith("This computer: ")
    assert dialog.offers.chosen is not None
    assert "to download" in dialog.offers.cards[0].size_label.text()
    assert dialog.build_button.isDefault()
    assert "PyTorch's own index" in dialog.offers.refusals.text() or not dialog.offers.why_not.isVisible()

    dialog.source.index_button.click()
    dialog.source.address.setText(f"{server.address}/nowhere")
    server.status = {"/simple/nowhere/torch/": 403}
    dialog.build_button.click()
    assert dialog.cancel_button.isVisible()
    assert not dialog.build_button.isVisible()
    bench.until(dialog.problem.isVisible)
    assert "it refuses access" in dialog.problem.text()
    assert dialog.build_button.text() == "Try again"

    dialog.source.address.setText(server.address)
    dialog.time_button.click()
    bench.until(dialog.time_button.isEnabled)
    dialog.build_button.click()
    bench.until(dialog.current.isVisible)
    assert dialog.current.text() == "Models run on runtime 1: CPU, torch 0.1, on CPU"
    assert bench.work.services.runtimes.is_there()
    bench.until(lambda: line.reason is None or line.reason.act != "install-runtime")
    dialog.reject()

    again = opened(bench)
    assert again.source.source.index == server.address, "the index of the last time"
    again.build_button.click()
    bench.until(lambda: again.current.text().startswith("Models run on runtime 2"))
    assert again.back_button.text() == "Back to runtime 1"
    again.back_button.click()
    bench.until(lambda: again.current.text().startswith("Models run on runtime 1"))
    again.reject()


def test_a_build_ends_with_its_dialog_and_says_that_what_has_come_is_kept(
    server: IndexServer, open_window: OpenBench, tmp_path: Path
) -> None:
    bench = open_window()
    dialog = opened(bench)
    dialog.source.use_folder(tmp_path / "empty")
    dialog.build()
    bench.until(dialog.problem.isVisible)
    assert "lacks 3 of 3 files" in dialog.problem.text()

    state = bench.work.services.runtimes
    dialog.source.use_folder(tmp_path / "index")
    dialog.build()
    dialog.cancel_button.click()
    bench.until(lambda: "cancelled" in dialog.problem.text())
    assert not state.is_there()
    dialog.reject()


def test_a_checkout_has_nothing_to_choose(open_window: OpenBench) -> None:
    bench = open_window()

    assert bench.work.services.runtimes.is_there()
    assert not bench.work.window.actions_by_name["install-runtime"].isEnabled()
    bench.work.face.runtimes.choose_at_first(lambda: None)
    assert bench.work.face.runtimes.choose() is None


def test_a_build_whose_hashes_an_index_states_says_so_and_its_size_once_that_was_asked(
    server: IndexServer, open_window: OpenBench
) -> None:
    lock = server.folder.parent / "locks" / f"cpu-{sys.platform}.lock"
    blocks = lock.read_text().split("torch==0.1 ")
    rest = blocks[1].partition("torchvision==")[2]
    lock.write_text(f"{blocks[0].replace('pypi', 'cpu')}torch==0.1+cpu\ntorchvision=={rest}")
    write_wheel(server.folder, "torch", "0.1+cpu", TORCH, 700_000)
    server.states_hashes = True
    bench = open_window()
    dialog = opened(bench)
    card = next(card for card in dialog.offers.cards if card.offer.backend == "cpu")

    assert card.size_label.text().endswith("to download, and torch, whose size PyTorch's index says")
    assert card.hash_label.text() == (
        "From download.pytorch.org, with the hashes that it states itself: torch. All else is checked by "
        "GranView's own list."
    )
    assert server.asked == []

    card.choice.setChecked(True)
    dialog.source.address.setText(server.address)
    dialog.time_button.click()
    bench.until(lambda: "on the disk" in card.size_label.text())
    assert not card.hash_label.isHidden()
