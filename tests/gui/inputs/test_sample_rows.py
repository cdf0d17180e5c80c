from PySide6.QtWidgets import QApplication

from granview.core.sample import Sample
from granview.gui.inputs.sample_rows import RowsByKind, SampleRows


def test_rows_are_made_for_a_kind_when_its_first_sample_is_listed(qapp: QApplication) -> None:
    made: list[str] = []

    def new_rows(kind: str) -> SampleRows:
        made.append(kind)
        return SampleRows()

    rows, changed = RowsByKind(new_rows), list[str]()
    rows.changed.connect(changed.append)
    assert made == []
    first = rows.of(Sample("a", "a.wav", kind="sound"))
    assert rows.of(Sample("b", "b.wav", kind="sound")) is first
    first.changed.emit("a.wav")
    assert (made, changed, rows.read_texts()) == (["sound"], ["a.wav"], {})


def test_rows_of_a_kind_that_says_nothing_leave_the_name_alone(qapp: QApplication) -> None:
    rows, sample = SampleRows(), Sample("a", "a.wav", kind="sound")
    assert (rows.title(sample), rows.note(sample), rows.error(sample)) == ("", "", "")
    assert (rows.thumbnail(sample), rows.tip(sample), rows.has_thumbnails) == (None, [], False)
