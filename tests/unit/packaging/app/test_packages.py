"""Packages are copied as their own records list them."""

from pathlib import Path

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
