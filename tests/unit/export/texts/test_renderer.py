"""The process that draws: what becomes of an export when it does not start, dies, hangs, or talks nonsense."""

import sys
import time
from pathlib import Path

import pytest

from granview.core.errors import GranViewError
from granview.export.texts.page_content import TextPage
from granview.export.texts.renderer import PageRenderer

PAGE = TextPage("page", "", (), (), (), (), "")
BEGIN = """
import sys
from pathlib import Path
from granview.export.texts.renderer_messages import Drawn, NotDrawn, Ready, read_message, write_message
out = sys.stdout.buffer
"""
SERVE = """
write_message(out, Ready())
while read_message(sys.stdin.buffer) is not None:
    {answer}
"""


def _process(tmp_path: Path, text: str) -> tuple[str, ...]:
    script = tmp_path / "process.py"
    script.write_text(BEGIN + text)
    return (sys.executable, str(script))


def test_pages_are_drawn_by_one_process(tmp_path: Path) -> None:
    answer = "Path(sys.argv[1]).open('a').write('x'); write_message(out, Drawn(b'picture'))"
    command = (*_process(tmp_path, SERVE.format(answer=answer)), str(tmp_path / "asked"))
    with PageRenderer(command) as renderer:
        assert [renderer.draw(PAGE, ".png") for _ in range(3)] == [b"picture"] * 3
    assert (tmp_path / "asked").read_text() == "xxx"


def test_a_process_that_does_not_start_is_said_in_words_and_not_tried_again(tmp_path: Path) -> None:
    started = tmp_path / "started"
    command = _process(tmp_path, f"Path({str(started)!r}).open('a').write('x'); sys.exit('libEGL.so.1 is missing.')")
    with PageRenderer(command) as renderer:
        for _ in range(2):
            with pytest.raises(GranViewError, match=r"did not start: libEGL\.so\.1 is missing\. The \.html file"):
                renderer.draw(PAGE, ".png")
    assert started.read_text() == "x"


def test_a_command_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with PageRenderer((str(tmp_path / "nothing"),)) as renderer, pytest.raises(GranViewError, match="No such file"):
        renderer.draw(PAGE, ".png")


def test_a_process_that_dies_of_a_page_loses_that_page_alone(tmp_path: Path) -> None:
    died = tmp_path / "died"
    answer = f"""
    if not Path({str(died)!r}).exists():
        Path({str(died)!r}).touch()
        sys.exit('out of memory')
    write_message(out, Drawn(b'picture'))"""
    with PageRenderer(_process(tmp_path, SERVE.format(answer=answer))) as renderer:
        with pytest.raises(GranViewError, match="ended: out of memory"):
            renderer.draw(PAGE, ".png")
        assert renderer.draw(PAGE, ".png") == b"picture"


def test_a_process_that_says_why_goes_on(tmp_path: Path) -> None:
    answer = "write_message(out, NotDrawn('The page cannot be drawn: it is too large.'))"
    with PageRenderer(_process(tmp_path, SERVE.format(answer=answer))) as renderer:
        for _ in range(2):
            with pytest.raises(GranViewError, match=r"cannot be drawn: it is too large\."):
                renderer.draw(PAGE, ".png")


@pytest.mark.slow
def test_a_process_that_hangs_is_ended(tmp_path: Path) -> None:
    command = _process(tmp_path, SERVE.format(answer="import time; time.sleep(600)"))
    began = time.monotonic()
    with PageRenderer(command, limit_s=3) as renderer, pytest.raises(GranViewError, match="took longer than 3 s"):
        renderer.draw(PAGE, ".png")
    assert time.monotonic() - began < 60


def test_a_process_that_talks_nonsense_is_no_renderer(tmp_path: Path) -> None:
    command = _process(tmp_path, "out.write(bytes([0, 0, 0, 2, 0xC1, 0xC1])); out.flush(); sys.stdin.buffer.read()")
    with PageRenderer(command) as renderer, pytest.raises(GranViewError, match="did not start"):
        renderer.draw(PAGE, ".png")
