"""A folder of saved predictions, looked at with care before a run and at a glance while its name is typed."""

from pathlib import Path

import pytest

from granview.core.errors import ArgumentError
from granview.io.saved.listing import check_saved, list_saved, name_below


def test_a_link_to_nothing_is_named_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b.png").symlink_to(tmp_path / "gone.png")
    with pytest.raises(ArgumentError, match=r"b\.png cannot be read"):
        list_saved(tmp_path)


def test_a_glance_stops_at_the_first_file(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b.png").symlink_to(tmp_path / "gone.png")
    check_saved(tmp_path)  # every file would be asked for its size, and this one has none


@pytest.mark.parametrize("check", [check_saved, list_saved])
def test_what_is_not_there_or_empty_is_refused(check: object, tmp_path: Path) -> None:
    assert callable(check)
    (tmp_path / "inner").mkdir()
    with pytest.raises(ArgumentError, match="holds no file"):
        check(tmp_path)
    with pytest.raises(ArgumentError, match="There is no folder or file"):
        check(tmp_path / "none")


@pytest.mark.parametrize(("path", "root"), [("/a/b/c.png", "/a"), ("/c.png", "/"), ("/a/b.png", "/a/")])
def test_a_name_below_a_folder_is_that_of_pathlib(path: str, root: str) -> None:
    assert name_below(Path(path), Path(root)) == Path(path).relative_to(root).as_posix()


def test_files_are_listed_by_their_suffixes_in_order(tmp_path: Path) -> None:
    for name in ("b.PNG", "a.png", "c.npy", "d.txt"):
        (tmp_path / name).write_bytes(b"x")
    listing = list_saved(tmp_path)
    assert [path.name for path in listing.of_suffix(".png")] == ["a.png", "b.PNG"]
    assert [path.name for path in listing.of_suffix(".npy", ".png")] == ["a.png", "b.PNG", "c.npy"]
    assert listing.of_suffix(".json") == ()
