from pathlib import Path

import pytest

from granview.core.errors import ArgumentError, InputError
from granview.core.model_source import Source, parse_source
from granview.core.own_code import own_code, summary_of, task_in

CODE = '''
raise SystemExit("this file was run")

class First:
    pass

class Second:
    """Says much.

    And more.
    """
    task: str = "depth-estimation"
'''


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(CODE)
    return path


def test_a_class_in_a_file_is_a_source_of_its_own_and_other_sources_are_none():
    assert own_code("./a/mine.py:MyModel") == (Path("a/mine.py"), "MyModel")
    assert parse_source("./mine.py:MyModel") == Source("code", "mine.py", "MyModel")
    assert parse_source(r"C:\models\mine.py:MyModel").detail == "MyModel"
    for other in ("zoo:unet-nano", "mine.py", "mine.py:", "mine.py:2x", "hf:org/name.py"):
        assert own_code(other) is None


def test_task_and_description_are_read_without_running_the_file(file):
    assert task_in(file, "Second") == "depth-estimation"
    assert task_in(file, "First") == ""
    assert summary_of(file, "Second") == "Says much."
    assert summary_of(file, "First") == ""


def test_what_is_not_there_is_named(file, tmp_path):
    with pytest.raises(ArgumentError, match=r"has no class Third\. Its classes: First, Second"):
        task_in(file, "Third")
    with pytest.raises(ArgumentError, match=r"none\.py cannot be read"):
        task_in(tmp_path / "none.py", "X")
    file.write_text("class Broken(:\n")
    with pytest.raises(InputError, match=r"mine\.py, line 1 is not valid Python"):
        task_in(file, "Broken")
