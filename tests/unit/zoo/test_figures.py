from granview.zoo.figures import Figures, FigureTable, figure_lines, figures_summary

TABLE = FigureTable(("group", "crops", "top-1"), (("cracks", 30, 0.75), ("dents", 0, None)), "By group.")


def test_a_share_and_what_has_a_unit_read_as_they_should() -> None:
    share = Figures("10 crops", "top-1 accuracy", 0.8, {"ECE": 0.02}, (TABLE,))
    assert figures_summary(share) == "Top-1 accuracy 0.800 on unseen pictures."
    decibels = Figures("10 pictures", "PSNR of Y", 31.25, {}, (), "dB")
    assert figures_summary(decibels) == "PSNR of Y 31.250 dB on unseen pictures."


def test_tables_tell_counts_shares_and_what_is_not_defined() -> None:
    lines = figure_lines(Figures("10 crops", "top-1 accuracy", 0.8, {"ECE": 0.02}, (TABLE,)))
    assert "- ECE 0.020" in lines
    assert (
        lines[-6:]
        == [
            "| group | crops | top-1 |",
            "| --- | --- | --- |",
            "| cracks | 30 | 0.750 |",
            "| dents | 0 | n/a |",
            "",
            "By group.",
            "",
        ][-6:]
    )
