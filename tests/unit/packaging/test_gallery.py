from pathlib import Path

import dev
import pytest

from granview.core.resources import resource_path
from granview.engine.catalog import catalog
from granview.gui.session.galleries import gallery_named


class Asked:
    """An environment that notes what it is asked to run."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.calls: list[tuple[str, ...]] = []

    def call(self, *arguments: str) -> int:
        self.calls.append(arguments)
        return self.code


def test_the_gallery_s_lanes_are_in_the_zoo_and_the_same_with_and_without_a_screen() -> None:
    here = {entry.source for entry in catalog(resource_path()) if entry.local}

    without = [lane for lanes in dev.TEXT_LANES.values() for lane in lanes]
    assert gallery_named("images").models == dev.GALLERY_LANES
    assert set(gallery_named("text").models) <= set(without)
    assert {lane for lanes, _, _ in dev.comparisons() for lane in lanes} <= here


def test_images_and_texts_of_the_gallery_are_compared_each_into_a_folder_of_its_own() -> None:
    inputs = [given for _, given, _ in dev.comparisons()]
    outs = [out for *_, out in dev.comparisons()]

    assert all(given.exists() for given in inputs)
    assert [given.name for given in inputs] == ["gallery", "sentiment.jsonl", "entities.jsonl", "code.jsonl"]
    assert len(set(outs)) == len(outs)
    assert not any(one.is_relative_to(other) for one in outs for other in outs if one is not other)


@pytest.mark.parametrize("code", [0, 1])
def test_a_comparison_says_where_its_results_are_and_hands_on_how_it_went(
    code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = Asked(code)
    out = dev.ROOT / "out" / "here"

    assert dev.compare(asked, ("zoo:a", "zoo:b"), dev.ROOT / "resources" / "gallery", out) == code
    (call,) = asked.calls
    assert call[:6] == ("main.py", "run", "--model", "zoo:a", "--model", "zoo:b")
    said = capsys.readouterr().out
    assert str(out / "comparison") in said
    assert str(Path("resources") / "gallery") in said
