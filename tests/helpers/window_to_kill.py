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


def say(events: Sequence[Event]) -> None:
    """One line per result: the sample's name and the number of its request."""
    for event in events:
        if isinstance(event, ResultArrived):
            print(event.result.sample.name, event.result.request_id, flush=True)


def main(images: Path, home: Path) -> None:
    """Run everything again and again."""
    path = home / "killed.granview"
    session = Session.open(path) if path.exists() else Session.create(path)
    app = make_application()
    bench = open_bench(app, home, session)
    runner, model = bench.work.desk.runner, bench.work.model
    runner.events.connect(say)
    bench.drop(images)
    bench.until(lambda: len(model.samples))
    if not len(model.lanes):
        runner.add_lanes([nano()])
    while True:
        runner.run(force=True)
        bench.until(lambda: model.lanes.is_running)
        bench.until(lambda: not model.lanes.is_running)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
