"""The guide's site: built from the pages without a warning, whole, and read without a network."""

import re
import subprocess
import sys
from pathlib import Path

import guide_hooks
import pytest
from environment import ROOT
from guide_tables import metrics_table, table, tasks_table

from granview.gui.guide.guide_pages import html_name
from granview.tasks.base import TASKS

FETCHED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=[\"'](?:https?:)?//[^\"']*", re.IGNORECASE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The guide's site, built once: a single test reads it."""
    out = tmp_path / "built" / "guide"
    out.parent.mkdir()
    built = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "guide_site.py"), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, ""), built.stdout + built.stderr
    assert built.stdout.strip() == str(out / "index.html")
    return out


@pytest.mark.slow
def test_the_site_holds_every_page_and_the_program_s_own_words_and_fetches_nothing_when_it_is_read(site: Path) -> None:
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert [name for name in pages if not name.startswith("examples/") and not (site / html_name(name)).is_file()] == []
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert FETCHED.findall(text) == [], page
        assert "iframe-worker.js" in text
    for style in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//|@import", style.read_text(encoding="utf-8")), style
    assert (site / "search" / "search_index.js").read_text(encoding="utf-8").startswith("var __index = {")
    assert list(site.parent.iterdir()) == [site]
    tasks = (site / "guide" / "tasks.html").read_text(encoding="utf-8")
    assert all(f"<code>{name}</code>" in tasks for name in TASKS.all())
    api = (site / "guide" / "python-api.html").read_text(encoding="utf-8")
    assert 'id="granview.api.Comparison.summary"' in api
    assert "not in the site" not in tasks + api
    assert 'lang="zh"' in (site / "index.html").read_text(encoding="utf-8")


def test_tables_come_from_the_tasks() -> None:
    assert tasks_table().count("\n") == len(TASKS.all()) + 2
    assert metrics_table().count("\n### ") + 1 == len(TASKS.all())
    assert table(("a", "b"), [("x|y", "z")]) == "| a | b |\n| --- | --- |\n| x\\|y | z |\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[LICENSE](../../packaging/LICENSE)", "LICENSE (`packaging/LICENSE`)"),
        ("[packaging/dev.py](../../packaging/dev.py)", "packaging/dev.py"),
        ("[a](../examples/own_models/threshold.py)", "a (`docs/examples/own_models/threshold.py`)"),
        ("[keys](window.md#keys)", "[keys](window.md#keys)"),
        ("[x](https://example.org/a.py)", "[x](https://example.org/a.py)"),
        ("```\n[a](../../b)\n```", "```\n[a](../../b)\n```"),
        (
            "![w](../pictures/w-light.png)",
            "![w](../pictures/w-light.png#only-light)![w](../pictures/w-dark.png#only-dark)",
        ),
    ],
)
def test_links_that_leave_the_site_become_words_and_pictures_follow_its_scheme(written: str, shown: str) -> None:
    class Page:
        class file:  # noqa: N801 -- as MkDocs has it
            src_uri = "guide/page.md"

    assert guide_hooks.on_page_markdown(written, page=Page) == shown
