import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from granview.store.recent_comparisons import RecentKind, recent_comparisons
from granview.store.session import Session
from granview.store.unnamed_sessions import forget_old_sessions, recoverable_sessions
from tests.helpers.store import new_session, sample


def test_every_comparison_is_listed_with_what_is_special_about_it(tmp_path: Path) -> None:
    home, saved, changed, used = (tmp_path / name for name in ("home", "a.granview", "b.granview", "c.granview"))
    for path in (saved, changed, used):
        new_session(path).close()
    with Session.open_document(changed, home=home) as session:
        session.add_samples([sample("late")])
    with Session.create(home=home) as unnamed:
        unnamed.add_samples([sample("s0")])
    code = f"""
from pathlib import Path; import os, signal
from granview.store.session import Session
from tests.helpers.store import sample
Session.create(home=Path({str(home)!r})).add_samples([sample("s0")])
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[3])
    os.utime(saved, (1, 1))
    with Session.open_document(used, home=home) as session:
        session.add_samples([sample("late")])
        listed = recent_comparisons([*map(str, (saved, changed, used)), str(tmp_path / "gone.granview")], home)
        session.close_unsaved()
    assert {each.path: each.kind for each in listed[:-1]} == {
        changed: RecentKind.CHANGED,
        used: RecentKind.SAVED,
        unnamed.path: RecentKind.UNNAMED,
        next(path for path in recoverable_sessions(home) if path != unnamed.path): RecentKind.INTERRUPTED,
    }
    assert (listed[-1].path, listed[-1].written_at) == (saved, 1.0)


def test_the_last_unnamed_comparisons_are_kept_and_interrupted_ones_always(tmp_path: Path) -> None:
    paths = []
    for n in range(12):
        with Session.create(home=tmp_path) as session:
            session.add_samples([sample(f"s{n}")])
        paths.append(session.path)
    connection = sqlite3.connect(paths[0], isolation_level=None)
    connection.execute("DELETE FROM facts WHERE key = 'closed'")  # as if the program had been killed
    connection.close()
    forget_old_sessions(tmp_path)
    assert set(recoverable_sessions(tmp_path)) == {paths[0], *paths[2:]}
