from pathlib import Path

from granview.core.sample import Sample
from granview.gui.model.opened_text import OpenedText
from granview.gui.session.sample_opener import Opened, OpenerContext
from granview.gui.session.text_opener import TextOpener
from tests.helpers.shell import Bench


def test_the_latest_text_is_opened_and_the_one_before_forgotten(bench: Bench, tmp_path: Path) -> None:
    work = bench.work
    opener = TextOpener(OpenerContext(work.document, work._pictures, lambda: work.model.params))
    opened, errors = list[Opened](), list[Exception]()
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text(f"The {name}.", encoding="utf-8")
        opener.open(Sample(name, str(tmp_path / f"{name}.txt"), kind="text"), opened.append, errors.append)
    bench.until(lambda: opened)
    bench.live(0.1)
    assert [one.content.text for one in opened if isinstance(one.content, OpenedText)] == ["The second."]
    opener.open(Sample("third", str(tmp_path / "second.txt"), kind="text"), opened.append, errors.append)
    opener.cancel()
    bench.live(0.2)
    assert (len(opened), errors) == (1, [])
