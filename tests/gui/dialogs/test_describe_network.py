from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from granview.gui.dialogs.add_lanes import AddLanesDialog
from granview.gui.dialogs.describe_network import DescribeNetworkDialog
from granview.gui.dialogs.trust_code import TrustCodeDialog
from granview.io.exported.description_file import description_of
from tests.helpers.exported_networks import save_means
from tests.helpers.shell import Bench


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return save_means(tmp_path / "net.onnx", np.eye(3), np.zeros(3))


def _chooser(bench: Bench) -> AddLanesDialog:
    bench.work.window.actions_by_name["add-lanes"].trigger()
    (dialog,) = bench.work.window.findChildren(AddLanesDialog)
    return dialog


def test_the_guess_is_shown_before_a_network_is_added_and_kept_once_it_was_corrected(
    bench: Bench, network: Path
) -> None:
    chooser = _chooser(bench)
    assert not chooser.other.describe.isVisibleTo(chooser)
    chooser.other.field.setText(str(network))
    assert chooser.other.describe.isVisibleTo(chooser)
    bench.until(lambda: chooser.other.choice() == [(str(network), "image-classification")])
    chooser.other.describe.click()
    (dialog,) = chooser.findChildren(DescribeNetworkDialog)
    bench.until(dialog.keep.isEnabled)
    text = dialog.text.toPlainText()
    assert "# Pictures are brought to 32x32 px (stretch)." in text
    dialog.text.setPlainText(text.replace("image-classification", "flying"))
    bench.until(lambda: not dialog.keep.isEnabled())
    dialog.text.setPlainText(text.replace('"class 0", "class 1", "class 2"', '"a", "b", "c"'))
    bench.until(dialog.keep.isEnabled)
    dialog.keep.click()
    bench.until(lambda: description_of(network) is not None)
    description = description_of(network)
    assert description is not None
    assert description.output.classes == ("a", "b", "c")


def test_a_program_is_added_once_the_person_has_said_so(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    code = tmp_path / "mine.py"
    code.write_text('class Mine:\n    """Says nothing."""\n    task = "depth-estimation"\n')
    for agrees in (False, True):
        chooser = _chooser(bench)
        chooser.other.field.setText(f"{code}:Mine")
        bench.until(lambda chooser=chooser: chooser.other.choice()[0][1] == "depth-estimation")
        chooser.accept()
        bench.until(lambda: bool(_questions(bench.work.window)))
        (question,) = _questions(bench.work.window)
        (question.accept if agrees else question.reject)()
        bench.until(lambda: not _questions(bench.work.window))
        bench.until(lambda agrees=agrees: (len(bench.work.services.model.lanes) == 1) == agrees)


def _questions(window: QWidget) -> list[TrustCodeDialog]:
    return [dialog for dialog in window.findChildren(TrustCodeDialog) if dialog.isVisible()]
