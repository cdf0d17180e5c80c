"""What is narrowed is told once, and cleared at once."""

from granview.core.slices import EVERYTHING, Condition
from granview.gui.model.focus import Focus, UnitPlace


def test_narrowing_is_told_once() -> None:
    focus = Focus()
    seen: list[str] = []
    focus.slice_changed.connect(lambda: seen.append(str(focus.slice)))
    focus.narrow(Condition("grain", high=8))
    focus.narrow(Condition("grain", high=8))
    focus.narrow(Condition("class", ("car",)))
    assert seen == ["grain < 8", "grain < 8 and class is car"]


def test_clearing_forgets_the_slice_and_the_unit() -> None:
    focus = Focus()
    focus.narrow(Condition("grain", high=8))
    focus.show_unit(UnitPlace("image-segmentation", "a", 3))
    seen: list[str] = []
    focus.slice_changed.connect(lambda: seen.append("slice"))
    focus.unit_changed.connect(lambda: seen.append("unit"))
    focus.clear()
    assert (focus.slice, focus.unit) == (EVERYTHING, None)
    assert seen == ["slice", "unit"]
