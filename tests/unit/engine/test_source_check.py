"""A model that is to be on this machine and is not is refused before anything is started."""

from pathlib import Path

import pytest

from granview.core.errors import ArgumentError
from granview.engine.source_check import check_source


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("zoo:unet-nan", "There is no embedded model 'unet-nan'. There are: .*unet-nano"),
        ("unet-nano", "There is no folder .*unet-nano. For the embedded model of that name write zoo:unet-nano."),
        ("./no-such-model", "There is no folder .*no-such-model. For an embedded model write zoo:NAME"),
        ("x" * 1000, "cannot be read: File name too long"),
        ("model.bin", "model.bin is a file"),
        ("method:magic", "There is no method 'magic'. There are: bicubic"),
        ("torchvision:fcn_resnet50@gone.pth", "There is no file .*gone.pth"),
        ("torchvision:fcn_resnet50@gone/weights", "There is no file .*weights"),
    ],
)
def test_what_is_not_there_is_named(source: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model.bin").touch()
    with pytest.raises(ArgumentError, match=words):
        check_source(source)


@pytest.mark.parametrize(
    "source",
    [
        *("zoo:unet-nano", "hf:org/unseen", "unet-nano", "torchvision:fcn_resnet50", "torchvision:fcn_resnet50@a.pth"),
        "torchvision:fcn_resnet50@FCN_ResNet50_Weights.DEFAULT",
        *("method:bicubic", "a.pth"),
    ],
)
def test_what_is_there_or_comes_from_the_network_passes(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "unet-nano").mkdir()
    (tmp_path / "a.pth").touch()
    check_source(source)
