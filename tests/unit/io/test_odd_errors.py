"""One file that makes a reader raise what nobody foresaw costs no other file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from granview.core.sample import Sample
from granview.io import text_samples
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem


@pytest.mark.parametrize("error", [MemoryError(), RecursionError("deep"), ZeroDivisionError("odd")])
def test_the_search_goes_on_with_the_next_file(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "odd", "z"):
        (tmp_path / f"{name}.jsonl").write_text('{"text": "x"}\n')
    read = text_samples.read_samples

    def odd(path: Path, *rest: Any, **named: Any) -> Iterator[Any]:
        if path.stem == "odd":
            raise error
        yield from read(path, *rest, **named)

    monkeypatch.setattr(text_samples, "read_samples", odd)
    found = list(find_samples([tmp_path], kinds=frozenset({"text"})))
    assert [sample.name for sample in found if isinstance(sample, Sample)] == ["a-0001", "z-0001"]
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert problem.path.name == "odd.jsonl"
    assert problem.error.startswith("odd.jsonl cannot be read: ")
