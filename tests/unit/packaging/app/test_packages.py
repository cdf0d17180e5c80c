"""Packages are copied as their own records list them."""

import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from app.elf import is_elf, needed_libraries
from app.packages import copy_packages, kept_files


def test_a_package_comes_with_its_metadata_and_without_scripts_and_byte_code(tmp_path: Path) -> None:
    sizes = copy_packages(["tqdm"], tmp_path)

    copied = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert {"tqdm/__init__.py", "tqdm/std.py"} <= copied
    assert any(name.endswith(".dist-info/METADATA") for name in copied)
    assert not any("__pycache__" in name or "bin/" in name for name in copied)
    assert sizes == {"tqdm": sum((tmp_path / name).stat().st_size for name in copied)}


def test_what_is_kept_lies_where_its_record_says() -> None:
    assert all(source.is_file() for _, source in kept_files("msgspec"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files of Linux")
def test_no_library_that_is_kept_links_to_one_that_is_left_out() -> None:
    files = dict(kept_files("pyarrow"))
    kept, all_of_it = {path.name for path in files}, {Path(file).name for file in distribution("pyarrow").files or ()}

    linked = {name for file in files.values() if is_elf(file) for name in needed_libraries(file)}

    assert (linked & all_of_it) - kept == set()
    assert len(kept) < len(all_of_it)
