import json
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.runtime.bundle import MARK, Bundle, this_bundle

PARTS = {"version": "1.4.0", "python": "bin/python3", "uv": "../uv", "locks": "../locks"}


def unpacked(folder: Path, parts: dict[str, str]) -> Path:
    prefix = folder / "python"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin" / "python3").touch()
    (folder / "uv").touch()
    (folder / "locks").mkdir()
    (prefix / MARK).write_text(json.dumps(parts))
    return prefix


def test_a_checkout_is_no_bundle(tmp_path: Path) -> None:
    assert this_bundle(tmp_path) is None
    assert this_bundle() is None


def test_paths_are_relative_to_the_mark(tmp_path: Path) -> None:
    prefix = unpacked(tmp_path, PARTS)

    bundle = Bundle("1.4.0", prefix / "bin/python3", prefix / "../uv", prefix / "../locks")
    assert this_bundle(prefix) == bundle
    assert bundle.uv.samefile(tmp_path / "uv")


@pytest.mark.parametrize(
    ("parts", "words"),
    [(PARTS | {"uv": "../gone"}, "gone is missing"), ({"version": "1"}, "granview-app.json")],
    ids=["a part is missing", "damaged"],
)
def test_what_is_not_whole_is_named(tmp_path: Path, parts: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words) as error:
        this_bundle(unpacked(tmp_path, parts))

    assert "Install GranView again" in error.value.hint
