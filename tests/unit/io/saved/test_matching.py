"""Which saved prediction is that of a sample."""

from granview.core.sample import Sample
from granview.io.saved.matching import sample_names


def test_a_file_is_called_by_its_path_its_name_and_its_stem() -> None:
    names = sample_names(Sample("a", "/data/val/a.png"))
    assert {"val/a", "a", "a.png"} <= set(names)


def test_a_row_is_called_by_its_name_alone_since_its_file_holds_many() -> None:
    sample = Sample("val-00003", "/data/val/data-00000-of-00001.arrow[column=image,row=3]")
    assert sample_names(sample) == ("val-00003",)
