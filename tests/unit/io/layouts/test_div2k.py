"""DIV2K: small pictures with their large ones, one way of making them small at a time."""

from pathlib import Path

import pytest

from granview.core.truths.picture import ReferencePicture
from granview.io.layout import recognise
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from tests.helpers.images import noise, save
from tests.helpers.laid_out import known, loaded, reference_names, words_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for part, name in (("train", "0001"), ("valid", "0801"), ("valid", "0802")):
        put(tmp_path / f"DIV2K_{part}_HR" / f"{name}.png", 48)
        for how in ("bicubic", "unknown"):
            for scale in (2, 4):
                put(tmp_path / f"DIV2K_{part}_LR_{how}" / f"X{scale}" / f"{name}x{scale}.png", 48 // scale)
    put(tmp_path / "DIV2K_valid_LR_wild" / "0801x4w2.png", 12)
    return tmp_path


def put(path: Path, side: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, noise(side, side))


def test_says_a_split_for_each_way_of_making_small(root: Path) -> None:
    data_set = known(root)
    assert [split.name for split in data_set.splits] == [
        *(
            f"{part}-{how}-{scale}"
            for part in ("train", "valid")
            for how in ("bicubic", "unknown")
            for scale in ("X2", "X4")
        ),
        "valid-wild",
    ]
    assert data_set.usual_splits == ("valid-bicubic-X2",)
    assert (data_set.leftovers, data_set.notes) == ((), ())


def test_small_pictures_go_with_their_large_ones(root: Path) -> None:
    samples, _ = loaded(root)
    assert [(Path(sample.path).name, reference_names(sample)) for sample in samples] == [
        ("0801x2.png", ["0801.png"]),
        ("0802x2.png", ["0802.png"]),
    ]
    truth = read_truth(samples[0].references[0], Frame(24, 24))
    assert isinstance(truth, ReferencePicture)
    assert (truth.scale, truth.pixels.shape) == (2.0, (48, 48, 3))
    (wild,), _ = loaded(root, ["valid-wild"])
    assert reference_names(wild) == ["0801.png"]


def test_what_lacks_its_other_half_is_said(root: Path) -> None:
    (root / "DIV2K_valid_HR" / "0802.png").unlink()
    put(root / "DIV2K_valid_HR" / "0900.png", 48)
    samples, problems = loaded(root)
    assert [len(sample.references) for sample in samples] == [1, 0]
    words = words_of(problems)
    assert "4 small pictures have no large picture." in words
    assert "1 file in DIV2K_valid_HR is left alone: they go with no small picture." in words


def test_large_pictures_alone_are_none(tmp_path: Path) -> None:
    put(tmp_path / "DIV2K_valid_HR" / "0801.png", 48)
    assert recognise(tmp_path) is None
