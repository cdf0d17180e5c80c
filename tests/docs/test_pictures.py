"""The guide's pictures are there, small, in both themes, and the script that takes them knows how to take each."""

import re
from pathlib import Path

import pytest
from environment import ROOT

from tests.screenshots.pictures import MOST_BYTES, SHOTS, THEMES

PICTURES = ROOT / "docs" / "pictures"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)\s]+)\)")
TAKEN = {f"{name}-{theme}.png" for name in SHOTS for theme in THEMES}


def test_each_picture_that_the_script_takes_is_there_and_small_and_no_other() -> None:
    sizes = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert set(sizes) == TAKEN
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pictures_of_a_page_are_there_and_said_in_words(page: Path) -> None:
    for words, link in _PICTURE.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / link).resolve()
        assert path.is_file(), link
        assert len(words) > 8, link
        assert path.suffix == ".svg" or path.name in TAKEN, link
