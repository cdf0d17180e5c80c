from pathlib import Path

from granview.core.sample import Sample
from granview.gui.inputs.image_rows import ImageRows
from tests.helpers.shell import Bench, write_scene


def test_a_row_has_a_thumbnail_once_it_is_made_and_the_format(bench: Bench, tmp_path: Path) -> None:
    path = write_scene(tmp_path, "scene")
    rows, changed = ImageRows(bench.work.services.thumbnails), list[str]()
    rows.changed.connect(changed.append)
    sample = Sample("scene", str(path))
    assert rows.thumbnail(sample) is None
    bench.until(lambda: str(path) in changed)
    assert rows.thumbnail(sample) is not None
    assert (rows.title(sample), rows.note(sample), rows.error(sample)) == ("", "PNG", "")
    assert rows.note(Sample("stack-z0", str(tmp_path / "stack.ome.tif[page=0]"))) == "TIF"


def test_a_picture_that_cannot_be_read_says_why(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    rows, sample = ImageRows(bench.work.services.thumbnails), Sample("bad", str(tmp_path / "bad.png"))
    assert rows.thumbnail(sample) is None
    bench.until(lambda: rows.error(sample))
    assert "bad.png" in rows.error(sample)
