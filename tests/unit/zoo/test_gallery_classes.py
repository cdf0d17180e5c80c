from pathlib import Path

from PIL import Image
from torchvision.datasets import ImageFolder

from granview.core.resources import resource_path
from granview.zoo.defects.crop import SIDE_PX
from granview.zoo.defects.kinds import Kind
from granview.zoo.defects.seeds import GALLERY_SEEDS
from granview.zoo.gallery_classes import write_crops

GALLERY = resource_path("gallery-classes")


def test_torchvision_reads_the_kinds_from_the_folders() -> None:
    folder = ImageFolder(str(GALLERY))
    assert folder.classes == sorted(kind.label for kind in Kind)
    assert len(folder) == len(Kind) * len(GALLERY_SEEDS)
    assert {image.size for image, _ in folder} == {(SIDE_PX, SIDE_PX)}


def test_the_shipped_files_are_what_the_command_writes(tmp_path: Path) -> None:
    entries = write_crops(tmp_path)
    assert (tmp_path / "SOURCES.md").read_bytes() == (GALLERY / "SOURCES.md").read_bytes()
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png")}
    assert files == {entry.file for entry in entries}
    assert files == {path.relative_to(GALLERY).as_posix() for path in GALLERY.rglob("*.png")}
    for file in files:
        with Image.open(tmp_path / file) as written, Image.open(GALLERY / file) as shipped:
            assert written.tobytes() == shipped.tobytes(), file


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in GALLERY.rglob("*") if path.is_file()) < 2e6
