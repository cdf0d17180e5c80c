"""Adding variants: check boxes, what a device cannot do, and the lanes that come of them."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QWidget

from granview.core.lane import LaneSpec
from granview.core.recipe import RECIPES
from granview.core.sibling_lanes import usual_variants
from granview.core.variant import PRECISIONS, Variant
from granview.gui.dialogs.add_lanes import AddLanesDialog
from granview.gui.dialogs.add_variants import AddVariantsDialog
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.variant_chooser import VariantChooser
from tests.helpers.shell import Bench, nano

LANE = LaneSpec("mine", "zoo:u", device="cpu")


@pytest.fixture
def home(qapp: object) -> QWidget:
    return QWidget()


def opened(home: QWidget, *lanes: LaneSpec, kind: str = "cpu") -> AddVariantsDialog:
    return AddVariantsDialog([(lane, kind) for lane in lanes or (LANE,)], (lanes or (LANE,))[0].name, home)


def added(dialog: AddVariantsDialog) -> Sequence[str]:
    return [f"{spec.name} {spec.variant} {spec.batch_size}" for spec in dialog.specs()]


def test_every_number_format_and_recipe_can_be_checked_and_nothing_is_at_first(home: QWidget) -> None:
    dialog = opened(home)
    assert set(dialog.chooser.rungs) == {*PRECISIONS, *RECIPES.all(), "compile"}
    assert (dialog.specs(), dialog.add.isEnabled()) == ([], False)
    assert dialog.preview.text().startswith("Check what is to be tried.")


def test_what_the_device_cannot_run_is_grey_with_the_reason(home: QWidget) -> None:
    on_cpu, on_gpu = opened(home), opened(home, kind="cuda")
    for name in ("tf32", "2:4"):
        assert not on_cpu.chooser.rungs[name].box.isEnabled()
        assert on_gpu.chooser.rungs[name].box.isEnabled()
    assert on_cpu.chooser.rungs["2:4"].note.text() == "2:4 sparsity runs on CUDA only."
    assert "neither faster nor smaller" in on_cpu.chooser.rungs["magnitude"].note.text()
    on_cpu.chooser.rungs["2:4"].box.setChecked(True)
    assert on_cpu.specs() == []


def test_the_usual_ones_are_a_click_and_their_lanes_are_named(home: QWidget) -> None:
    dialog = opened(home)
    dialog.chooser.usual.click()
    assert {spec.variant for spec in dialog.specs()} == set(usual_variants("cpu"))
    assert dialog.preview.text().startswith("Adds 4 lanes: mine-bf16, ")
    chosen: list[list[LaneSpec]] = []
    dialog.lanes_chosen.connect(chosen.append)
    dialog.accept()
    assert [{spec.model for spec in specs} for specs in chosen] == [{"zoo:u"}]


def test_amounts_batches_and_what_is_typed_are_lanes_of_their_own(home: QWidget) -> None:
    dialog = opened(home)
    rung = dialog.chooser.rungs["magnitude"]
    rung.box.setChecked(True)
    assert rung.amounts is not None
    rung.amounts.setText("0.3 0,7")
    dialog.chooser.batches.setText("1 8")
    dialog.chooser.further.setText("bf16+int8")
    assert added(dialog) == [
        "mine-magnitude-0.3 fp32+magnitude=0.3 1",
        "mine-magnitude-0.7 fp32+magnitude=0.7 1",
        "mine-bf16+int8 bf16+int8 1",
        "mine-batch8 fp32 8",
    ]
    rung.amounts.setText("much")
    assert "is not an amount of Magnitude pruning" in dialog.preview.text()
    assert not dialog.add.isEnabled()
    rung.box.setChecked(False)
    dialog.chooser.batches.setText("none")
    assert "'none' is not a batch size" in dialog.preview.text()


def test_a_lane_that_is_there_already_is_not_added_again_and_a_plain_one_is_offered(home: QWidget) -> None:
    half = LaneSpec("half", "zoo:u", Variant("bf16"), "cpu")
    dialog = opened(home, half, LaneSpec("other", "zoo:v", device="cpu"))
    assert added(dialog) == ["u fp32 1"]
    dialog.chooser.rungs["bf16"].box.setChecked(True)
    dialog.chooser.rungs["int8"].box.setChecked(True)
    assert [text.split()[1] for text in added(dialog)] == ["fp32", "bf16+int8"]
    dialog.lane.setCurrentIndex(1)
    assert [spec.model for spec in dialog.specs()] == ["zoo:v"] * 2


def test_the_menu_of_a_lane_opens_it_for_that_lane(bench: Bench) -> None:
    assert not bench.work.window.actions_by_name["add-variants"].isEnabled()
    bench.work.services.runner.add_lanes([nano("one"), nano("two")], load=False)
    bench.work.window.strip.variants_requested.emit("two")
    (dialog,) = bench.work.window.findChildren(AddVariantsDialog)
    assert dialog.lane.currentText() == "two"
    dialog.chooser.rungs["channels-last"].box.setChecked(True)
    dialog.lanes_chosen.disconnect()
    assert [spec.name for spec in dialog.specs()] == ["two-channels-last"]


def test_models_that_are_added_bring_the_variants_that_their_row_names(bench: Bench) -> None:
    bench.work.window.actions_by_name["add-lanes"].trigger()
    (dialog,) = bench.work.window.findChildren(AddLanesDialog)
    dialog.other.field.setText("zoo:unet-nano")
    bench.until(dialog.specs)
    assert dialog.options.more.text() == "More variants…"
    dialog.options.device.setCurrentText("cpu")
    dialog.options.more.click()
    (page,) = [each for each in dialog.findChildren(Page) if each is not dialog]
    chooser = page.findChild(VariantChooser)
    assert chooser is not None
    assert not chooser.rungs["2:4"].box.isEnabled()
    chooser.rungs["int8"].box.setChecked(True)
    chooser.further.setText("bf16+channels-last")
    page.accept()
    assert dialog.options.more.text() == "2 more variants…"
    assert [spec.name for spec in dialog.specs()] == ["unet-nano", "unet-nano-int8", "unet-nano-bf16+channels-last"]
    dialog.options.more.click()
    again = next(each for each in dialog.findChildren(VariantChooser) if each is not chooser)
    assert (again.rungs["int8"].box.isChecked(), again.further.text()) == (True, "bf16+channels-last")
