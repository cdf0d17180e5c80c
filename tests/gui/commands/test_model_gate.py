"""Models, samples and sessions dropped on the real window, each by itself and together."""

from pathlib import Path

from granview.core.resources import resource_path
from granview.gui.dialogs.add_lanes import AddLanesDialog
from granview.store.session import Session
from tests.helpers.shell import Bench, write_scene


def test_a_model_folder_becomes_a_lane_and_what_came_with_it_is_opened_as_samples(bench: Bench, tmp_path: Path) -> None:
    work = bench.work
    bench.drop(resource_path("zoo", "unet-nano"), write_scene(tmp_path / "in", "scene"))
    bench.until(lambda: len(work.model.samples) == 1 and len(work.model.lanes) == 1)

    (lane,) = work.model.lanes.all()
    assert (lane.name, lane.spec.task) == ("unet-nano", "image-segmentation")
    assert any("became a lane" in entry.text for entry in work.services.event_log.entries)

    unclear = tmp_path / "unclear.onnx"
    unclear.write_bytes(b"")
    bench.drop(unclear)
    bench.until(lambda: work.window.findChildren(AddLanesDialog))
    (dialog,) = work.window.findChildren(AddLanesDialog)
    assert dialog.other.field.text() == str(unclear)
    dialog.reject()


def test_a_session_is_opened_before_what_is_dropped_with_it(bench: Bench, tmp_path: Path) -> None:
    work, kept = bench.work, tmp_path / "kept.granview"
    Session.create(kept).close()
    work.window.banners.show_text("intake", "Not used: a file of the comparison before.")

    bench.drop(write_scene(tmp_path / "in", "scene"), kept)
    bench.until(lambda: work.document.session.path == kept and len(work.model.samples) == 1)

    assert not work.window.banners.texts()
    with Session.open(kept, read_only=True):
        assert work.model.samples.current is not None
