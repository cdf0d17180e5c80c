"""What was chosen of data sets is remembered by their folders."""

from itertools import count
from pathlib import Path

import pytest

from granview.core.image_params import MaskValues
from granview.gui.session import data_set_memory
from granview.gui.session.data_set_memory import DataSetMemory, KeptChoice
from granview.io.data_set import DataSetChoice

CHOSEN = KeptChoice(DataSetChoice(("val",), ("objects",)), MaskValues(named={0: "sky", 255: None}))


def _memory(folder: Path) -> DataSetMemory:
    return DataSetMemory(folder / "deep" / "kept.json", iter(map(float, count(1))).__next__)


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    _memory(tmp_path).keep({Path("/a"): CHOSEN})
    again = _memory(tmp_path).of(Path("/a"))
    assert again == KeptChoice(CHOSEN.choice, CHOSEN.values, 1.0)
    assert _memory(tmp_path).of(Path("/b")) is None


def test_it_is_forgotten_when_that_is_wanted(tmp_path: Path) -> None:
    memory = _memory(tmp_path)
    memory.keep({Path("/a"): CHOSEN, Path("/b"): CHOSEN})
    memory.forget(Path("/a"))
    memory.forget(Path("/never"))
    assert memory.of(Path("/a")) is None
    assert memory.of(Path("/b")) is not None


def test_what_was_used_longest_ago_is_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_set_memory, "MOST_KEPT", 2)
    memory = _memory(tmp_path)
    for n in range(4):
        memory.keep({Path(f"/{n}"): CHOSEN})
    assert [memory.of(Path(f"/{n}")) is None for n in range(4)] == [True, True, False, False]


def test_a_damaged_file_is_as_none_and_is_written_anew(tmp_path: Path) -> None:
    memory = _memory(tmp_path)
    memory.keep({Path("/a"): CHOSEN})
    (tmp_path / "deep" / "kept.json").write_text('{"/a": 7', encoding="utf-8")
    assert memory.of(Path("/a")) is None
    memory.keep({Path("/a"): CHOSEN})
    assert memory.of(Path("/a")) is not None
