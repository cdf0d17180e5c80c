"""Commands are found wherever a page shows them, so that none escapes ``test_commands``."""

from pathlib import Path

import pytest

from tests.helpers.documented import commands_of, examples_of, mentions_of

PAGE = """# Page

Say `make test` or `python packaging/dev.py fuzz --seed 7`, never `granview-like` nor `granview/cli`.

    granview run --model zoo:a \\
                 --input "my scans/"  # a comment
    $ make run

```bash
cd somewhere && OMP_NUM_THREADS=1 .venv/bin/granview models
git clone somewhere
python -m granview.zoo train all
```

```python
granview.compare(["zoo:a"])
make = 1
```

- An item
    granview of the item's own sentence

~~~console
$ python main.py photo.jpg
~~~
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "docs" / "page.md"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_blocks_hold_commands(page: Path, tmp_path: Path) -> None:
    assert [(found.place, *found.words) for found in commands_of(page, tmp_path)] == [
        ("docs/page.md:6", "granview", "run", "--model", "zoo:a", "--input", "my scans/"),
        ("docs/page.md:7", "make", "run"),
        ("docs/page.md:10", ".venv/bin/granview", "models"),
        ("docs/page.md:12", "python", "-m", "granview.zoo", "train", "all"),
        ("docs/page.md:24", "python", "main.py", "photo.jpg"),
    ]


def test_running_text_mentions_commands(page: Path, tmp_path: Path) -> None:
    assert [found.words for found in mentions_of(page, tmp_path)] == [
        ("make", "test"),
        ("python", "packaging/dev.py", "fuzz", "--seed", "7"),
    ]


def test_a_help_ends_with_commands_and_what_they_do() -> None:
    examples = "  granview            open it\n  granview run --model a \\\n    --out b\n"
    told = f"usage: granview\n\nexamples:\n{examples}\nmore:\n  make it\n"

    assert [found.words for found in examples_of(told, "help")] == [
        ("granview",),
        ("granview", "run", "--model", "a", "--out", "b"),
    ]
