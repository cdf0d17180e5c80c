from PySide6.QtCore import Qt

from granview.gui.inspect.legend_items import LegendColumn, LegendItems
from granview.gui.inspect.legend_table import LegendTable
from granview.gui.model.shown_class import ShownClass


def test_a_large_count_is_shown_whole(qapp):
    items = LegendItems()
    table = LegendTable(items)
    classes = [ShownClass("PERSON", (200, 100, 0))]
    items.show(classes, [LegendColumn("net", "#ff0000", {"PERSON": 2}, "count")], frozenset())
    narrow = table.columnWidth(1)
    items.show(classes, [LegendColumn("net", "#ff0000", {"PERSON": 123_456}, "count")], frozenset())
    text = items.index(0, 1).data()
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance(text) + 6
    assert table.columnWidth(1) > narrow


def test_shares_that_have_no_room_lose_their_decimal_and_never_their_end(qapp):
    items = LegendItems()
    table = LegendTable(items)
    classes = [ShownClass("roadside", (200, 100, 0)), ShownClass("vehicle", (0, 100, 200))]
    shares = {"roadside": 0.5724, "vehicle": 0.004}
    table.resize(228, 200)
    table.show()
    for lanes, first, second in ((3, "57.2", "0.4"), (5, "57", "<1")):
        items.show(classes, [LegendColumn(f"net {n}", "#ff0000", shares) for n in range(lanes)], frozenset())
        assert [items.index(row, lanes).data() for row in (0, 1)] == [first, second]
        assert table.horizontalHeader().length() <= table.viewport().width()
        assert table.columnWidth(lanes) >= table.fontMetrics().horizontalAdvance(first) + 6
        assert items.index(0, lanes).data(Qt.ItemDataRole.ToolTipRole) == f"net {lanes - 1}: 57.240 %"
    table.resize(600, 200)
    assert items.index(0, 1).data() == "57.2"
    table.close()
