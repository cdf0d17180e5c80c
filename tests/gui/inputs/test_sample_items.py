"""What a row of the list of samples says below its name."""

import pytest

from granview.core.mark import UnitId, UnitMark
from granview.core.sample import Sample
from granview.gui.inputs.sample_items import SampleItems
from granview.gui.inputs.sample_list_view import ROW_ROLE
from granview.gui.inputs.sample_order import Rank
from granview.gui.inputs.sample_rows import RowsByKind, SampleRows
from granview.gui.style.theme import DARK
from tests.helpers.shell import Bench


@pytest.mark.parametrize(("n_marks", "text"), [(0, "0.70 · 12 %"), (1, "⚑ 0.70 · 12 %"), (3, "⚑3 0.70 · 12 %")])
def test_marks_stand_before_the_score_and_push_nothing_away(bench: Bench, n_marks: int, text: str) -> None:
    services = bench.work.services
    rows = RowsByKind(lambda _kind: SampleRows())
    items = SampleItems(services.model, rows, DARK, services.marks)
    for place in range(n_marks):
        services.marks.put(UnitMark(UnitId("scene", "image-segmentation", place), "unclear", unit_kind="region"))
    items.show([Sample("scene", "scene.png")], {"scene": Rank(0.7, 0.12)})
    assert items.index(0).data(ROW_ROLE).text == text
