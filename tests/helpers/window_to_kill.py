"""A whole window as a program of its own, which says each result that it has shown, until somebody kills it.

Arguments: the folder of the images; the folder that holds the session, which is opened where there is one.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from granview.core.events import Event, ResultArrived
from granview.gui.app import make_application
from granview.store.session import Session
from tests.helpers.shell import nano, open_bench


class Sayer:
    """Says each result on a line, and counts them: a short run may begin and end within one turn of the event loop."""

    def __init__(self) -> None:
        self.said = 0

    def say(self, events: Sequence[Event]) -> None:
        """One line per result: the sample's name and the number of its request."""
        for event in events:
            if isinstance(event, ResultArrived):
                print(event.result.sample.name, event.result.request_id, flush=True)
                self.said += 1


def main(images: Path, home: Path) -> None:
    """Run everything again and again."""
    path = home / "killed.granview"
    session = Session.open(path) if path.exists() else Session.create(path)
    app = make_application()
    bench = open_bench(app, home, session)
    runner, model = bench.work.services.runner, bench.work.model
    sayer = Sayer()
    runner.events.connect(sayer.say)
    bench.drop(images)
    bench.until(lambda: len(model.samples))
    if not len(model.lanes):
        runner.add_lanes([nano()])
    while True:
        wanted = sayer.said + len(model.samples)
        runner.run(force=True)
        bench.until(lambda: sayer.said >= wanted)  # noqa: B023  called before the next turn of the loop


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
