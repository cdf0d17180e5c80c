"""Figures of the structure: of a small checkout in which everything is known, and what is so of this one."""

import subprocess
import sys
from pathlib import Path

import pytest
import structure
from environment import ROOT

FILES = {
    "granview/__init__.py": '"""Not counted."""\n',
    "granview/core/__init__.py": "",
    "granview/core/predictions/__init__.py": "",
    "granview/core/predictions/label_map.py": "class LabelMap:\n    pass\n",
    "granview/tasks/__init__.py": "",
    "granview/tasks/segmentation.py": (
        "from granview.core.predictions.label_map import LabelMap\n\n\n"
        "def score(prediction):\n    assert isinstance(prediction, LabelMap)\n    return 1\n"
    ),
    "granview/gui/__init__.py": "",
    "granview/gui/label_map_painter.py": "from granview.core.predictions.label_map import LabelMap\n",
    "granview/gui/panel.py": (
        "from typing import TYPE_CHECKING\n\nfrom granview.gui import other\n"
        "from granview.core.predictions.label_map import LabelMap\n\n\n"
        "def show(sample, prediction):\n"
        "    if sample.kind == 'image' and isinstance(prediction, (LabelMap, int)):\n"
        "        return other\n"
    ),
    "granview/gui/other.py": "from granview.gui import panel\n",
    "granview/gui/typed.py": (
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n"
        "    from granview.core.predictions.label_map import LabelMap\n"
    ),
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_known_of_a_checkout_is_printed(checkout: Path) -> None:
    words = [sys.executable, str(ROOT / "packaging" / "structure.py"), str(checkout)]
    printed = subprocess.run(words, cwd=checkout, capture_output=True, text=True, check=True).stdout
    found = {line[:38].strip(): line[38:].strip() for line in printed.splitlines() if not line.startswith("==")}

    assert found["files"] == "6"
    assert found["lines"] == str(sum(text.count("\n") for name, text in FILES.items() if "__init__" not in name))
    assert found["lines of the longest file"] == "9"
    assert found["lines of a function, median"] == "3"
    assert found["circles of imports"] == found["the same, with imports for types alone"] == "1"
    assert found["files that import LabelMap"] == "3, 1 of them neither its own nor makers"
    assert found["isinstance of predictions"] == "1"
    assert found["comparisons with the name of a kind"] == "1"


@pytest.mark.slow
def test_nobody_here_asks_for_a_type_or_a_kind_and_nothing_imports_in_a_circle() -> None:
    found = structure.figures(ROOT)

    outsiders = {name: value.split()[1] for name, value in found.items() if name.startswith("files that import")}
    assert set(outsiders.values()) == {"0"}
    assert len(outsiders) == len(structure.PREDICTION_TYPES)
    assert found["isinstance of predictions"] == "0"
    assert found["comparisons with the name of a kind"] == "0"
    assert found["circles of imports"] == "0"
