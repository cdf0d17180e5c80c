from pathlib import Path

from PIL import Image

from granview.core.resources import resource_path
from granview.io.gallery import read_gallery
from granview.zoo.gallery_restoration import write_pairs

GALLERY = resource_path("gallery-restoration")
ENTRIES = read_gallery(GALLERY)


def test_every_picture_is_there_twice_and_states_its_source() -> None:
    assert len(ENTRIES) == 8
    sources = (GALLERY / "SOURCES.md").read_text(encoding="utf-8")
    for entry in ENTRIES:
        assert entry.reference == entry.file.replace("low/", "high/")
        assert entry.source
        assert f"| `{entry.file}` | {entry.title} | {entry.author} | {entry.licence} | {entry.source} |" in sources
        with Image.open(GALLERY / entry.file) as low, Image.open(GALLERY / str(entry.reference)) as high:
            assert (2 * low.width, 2 * low.height) == high.size
            assert min(high.size) >= 256
            assert max(high.size) <= 512


def test_the_shipped_files_are_what_the_command_writes(tmp_path: Path) -> None:
    write_pairs(tmp_path)
    for name in ("gallery.json", "SOURCES.md"):
        assert (tmp_path / name).read_bytes() == (GALLERY / name).read_bytes(), name
    files = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.png")}
    assert files == {path.relative_to(GALLERY) for path in GALLERY.rglob("*.png")}
    for file in files:
        with Image.open(tmp_path / file) as written, Image.open(GALLERY / file) as shipped:
            assert written.tobytes() == shipped.tobytes(), file


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in GALLERY.rglob("*") if path.is_file()) < 2e6
