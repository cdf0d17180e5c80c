import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from granview.core.errors import GranViewError
from granview.core.params import Generation, TextParams
from granview.io.toml_writer import toml_text
from granview.settings import Settings, load_settings, save_settings
from granview.settings.schema import MAX_RECENT

CHANGED = Settings(
    theme="dark",
    recent_files=("/a b/ü.png", 'C:\\x"y\\z.png', "tab\t, newline\n, delete\x7f"),
    last_lanes=("zoo:unet-nano,variant=bf16",),
    device="cuda:1",
    keep_confidence=False,
    boundary_tolerance_px=3.5,
    cpu_threads=4,
    text=TextParams(long_text="truncate", stride=32, prefix='say "this": '),
    generation=Generation(do_sample=True, temperature=0.7, seed=11),
)


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    assert load_settings(path).settings == Settings()
    save_settings(path, CHANGED)
    loaded = load_settings(path)
    assert (loaded.settings, loaded.notices) == (CHANGED, ())


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nfuture = {a = [1, 2], "b c" = 1979-05-27}\n')
    assert load_settings(path).unknown == {"future": {"a": [1, 2], "b c": date(1979, 5, 27)}}
    save_settings(path, Settings())
    assert tomllib.loads(path.read_text())["future"] == {"a": [1, 2], "b c": date(1979, 5, 27)}
    assert load_settings(path).settings.theme == "system"


def test_one_bad_value_costs_only_itself_and_is_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "purple"\ncpu_threads = -1\nboundary_tolerance_px = 3\n')
    loaded = load_settings(path)
    assert loaded.settings == replace(Settings(), boundary_tolerance_px=3.0)
    assert [("cpu_threads" in notice, "theme" in notice) for notice in loaded.notices] == [(True, False), (False, True)]


def test_prefix_that_is_not_set_is_told_from_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for text in (TextParams(prefix=None), TextParams(prefix="")):
        save_settings(path, Settings(text=text))
        assert load_settings(path).settings.text == text


@pytest.mark.parametrize("line", ["generation = {num_beams = 0}", 'text = {long_text = "forget"}', "text = 3"])
def test_bad_value_for_texts_costs_only_that_group(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"{line}\ncpu_threads = 3\n")
    loaded = load_settings(path)
    assert loaded.settings == Settings(cpu_threads=3)
    assert len(loaded.notices) == 1


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"theme = 1\ntheme = 2"])
def test_a_broken_file_gives_defaults_and_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert len(loaded.notices) == 1
    assert "default settings are used" in loaded.notices[0]
    save_settings(path, CHANGED)
    assert load_settings(path).settings == CHANGED
    assert (tmp_path / "settings.toml.broken").read_bytes() == content


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    assert "cannot be read" in load_settings(tmp_path).notices[0]
    with pytest.raises(GranViewError, match="cannot be written"):
        save_settings(tmp_path, Settings())


def test_recent_files_are_newest_first_each_once_and_few() -> None:
    settings = Settings()
    for index in range(MAX_RECENT + 5):
        settings = settings.with_recent_file(f"/{index}").with_recent_session(f"/s{index}")
    settings = settings.with_recent_file("/9")
    assert settings.recent_files[:2] == ("/9", f"/{MAX_RECENT + 4}")
    assert len(set(settings.recent_files)) == len(settings.recent_files) == MAX_RECENT
    assert len(settings.recent_sessions) == MAX_RECENT


def test_toml_has_no_none() -> None:
    with pytest.raises(TypeError, match="NoneType"):
        toml_text({"a": None})
