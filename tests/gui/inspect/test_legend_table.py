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
