"""Whatever depends on a sample's kind is asked of the kind's object; one that is new, or unknown, is shown so far."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from granview.core.sample import Part, Sample
from granview.core.sample_kind import SAMPLE_KINDS
from granview.core.text import TextInput
from granview.gui.inputs.panel import InputsPanel
from granview.gui.inputs.sample_list_view import ROW_ROLE, SampleRow
from granview.gui.inspect.panel import InspectPanel
from granview.gui.model.view_state import PAIR_MODES, Mode
from granview.gui.sample_kind_view import SAMPLE_KIND_VIEWS, SampleKindView, kind_view, kind_views
from tests.helpers.shell import Bench, write_scene

GUI = Path(__file__).parents[2] / "granview" / "gui"


@pytest.fixture
def sound() -> Iterator[SampleKindView]:
    """A kind that a plug-in has added, with nothing but words."""

    class SoundView(SampleKindView):
        icon = "text"

        def plural(self) -> str:
            return "sounds"

    with SAMPLE_KIND_VIEWS.temporarily("sound", SoundView("sound")) as view:
        yield view


def test_every_kind_that_the_core_knows_has_a_view() -> None:
    assert set(SAMPLE_KINDS.all()) <= set(SAMPLE_KIND_VIEWS.all())
    assert [view.name for view in kind_views()] == ["image", "text"]


def test_nobody_in_the_window_compares_a_kind_with_a_name() -> None:
    written = ('kind == "', 'kind != "', 'takes == "', 'takes != "', 'kind in ("', '{"image":', '"text": self')
    found = [
        f"{path.relative_to(GUI)}: {line.strip()}"
        for path in sorted(GUI.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if any(words in line for words in written)
    ]
    assert not found


def test_the_table_of_kinds_imports_no_widgets_of_theirs() -> None:
    code = (
        "import sys; from granview.gui.sample_kind_view import kind_views; kind_views();"
        "print([name for name in sys.modules if name.startswith(('granview.gui.lanes', 'granview.gui.inspect'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=GUI.parents[1])
    assert done.stdout.strip() == "[]"


def test_a_kind_of_which_nothing_is_known_answers_in_words() -> None:
    view = kind_view("sound")
    assert view.added(2) == "2 sound added"
    assert view.of_this_kind() == "for sound"
    assert not view.modes & PAIR_MODES
    assert view.part_in_words(Part("before", "sound", "/data/one.wav")) == "one.wav"
    assert (view.files_title(), view.file_suffixes(), view.page_suffixes()) == ("Sound", frozenset(), ())


def test_a_sample_of_a_new_kind_is_listed_and_what_cannot_be_shown_is_said(
    bench: Bench, sound: SampleKindView, tmp_path: Path
) -> None:
    work = bench.work
    phrase = Part("phrase", "text", text=TextInput.of("a dog that barks"))
    work.model.samples.add([Sample("bark", str(tmp_path / "bark.wav"), kind="sound", parts=(phrase,))])
    bench.until(lambda: len(work.model.samples.order) == 1)
    inputs, inspect = work.window.docks.panels["inputs"], work.window.docks.panels["inspect"]
    assert isinstance(inputs, InputsPanel)
    assert isinstance(inspect, InspectPanel)
    index = inputs.list.model().index(0, 0)
    row = index.data(ROW_ROLE)
    assert isinstance(row, SampleRow)
    assert (row.title, row.text, row.icon) == ("bark", "a dog that barks", "text")
    assert "phrase: a dog that barks" in index.data(Qt.ItemDataRole.ToolTipRole)
    bench.until(lambda: work.grid.parts.texts() == ["phrase", "a dog that barks"])
    assert work.grid.cells == ()
    shown = work.model.samples.current
    assert shown is not None
    assert work.grid._words(shown) == "bark.wav: this version of GranView shows no sounds"
    assert not inspect.modes._buttons[Mode.SWIPE].isEnabled()
    assert not work.window.actions_by_name["outline"].isEnabled()
    assert not work.window.actions_by_name["find"].isEnabled()


def test_parts_of_a_picture_and_of_a_text_stand_above_their_cells(bench: Bench, tmp_path: Path) -> None:
    work, path = bench.work, write_scene(tmp_path, "scene")
    phrase, second = Part("phrase", "text", text=TextInput.of("the cell")), Part("after", "image", str(path))
    picture = Sample("picture", str(path), parts=(phrase, second))
    text = Sample("text", "", kind="text", text=TextInput.of("Words."), parts=(second,))
    work.model.samples.add([picture, text, Sample("bare", str(path) + "x")])
    for name, words in (
        ("picture", ["phrase", "the cell", "after", "scene.png"]),
        ("text", ["after", "scene.png"]),
        ("bare", []),
    ):
        work.model.samples.select(name)
        bench.until(lambda words=words: work.grid.parts.texts() == words)
        line = work.grid.parts.fontMetrics().height() if words else 0
        assert work.grid.parts.isHidden() == (not words)
        assert work.grid.cell_grid is not None
        assert work.grid.cell_grid.geometry().top() == work.grid.parts.height() >= line
