import tomllib

from torch import nn

from granview.cli import BAD_ARGUMENTS, main
from tests.helpers.exported_networks import save_convolution


def test_a_guess_is_shown_with_its_reasons_and_kept_where_asked(tmp_path, capsys):
    path = save_convolution(tmp_path / "net.onnx", nn.Conv2d(3, 4, 3, padding=1))
    assert main(["describe", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "# takes pixels float32 (any, 3, any, any)" in shown
    assert "# gives logits float32 (any, 4, any, any)" in shown
    assert not (tmp_path / "net.toml").exists()
    assert tomllib.loads(shown)["task"] == "image-segmentation"
    assert main(["describe", str(path), "--write"]) == 0
    written = (tmp_path / "net.toml").read_text("utf-8")
    assert "# Pictures are taken at their own size." in written
    capsys.readouterr()
    assert main(["describe", str(path)]) == 0
    assert "guess" not in capsys.readouterr().out
    assert main(["describe", str(path), "--write"]) == 0
    assert "nothing is written" in capsys.readouterr().err
    assert (tmp_path / "net.toml").read_text("utf-8") == written


def test_another_file_is_refused(tmp_path, capsys):
    (tmp_path / "net.txt").touch()
    assert main(["describe", str(tmp_path / "net.txt")]) == BAD_ARGUMENTS
    assert "is no file of an exported network" in capsys.readouterr().err
