from granview.gui.inspect.values_table import ValuesTable


def test_a_long_title_gives_way_and_leaves_the_panel_as_narrow_as_it_was(qapp):
    table = ValuesTable("Under the cursor")
    table.set_cells({"a": "net", "b": "net"})
    table.show_values({"a": "membrane 98 %"})
    before = table.minimumSizeHint().width()
    table.set_cells({"a": "net", "b": "unet-nano-magnitude-0.5-on-another-device"})
    table.show_values({"a": "membrane 98 %"})
    assert table.minimumSizeHint().width() == before
    assert table.texts() == {"a": "membrane 98 %", "b": "–"}
