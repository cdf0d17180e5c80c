"""What the start page knows of comparisons opened lately, without opening them."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from granview.gui.start.recent_comparisons import forget_gone, keep_recent, read_recent


def test_a_picture_and_its_numbers_are_kept_and_sessions_that_are_gone_are_left_out(tmp_path: Path) -> None:
    session, bare = tmp_path / "cells.granview", tmp_path / "bare.granview"
    session.touch()
    bare.touch()
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))

    keep_recent(session, picture, 24, 3, tmp_path / "recent")
    named = [str(path) for path in (session, tmp_path / "gone.granview", bare)]
    shown = {one.recent.path: one for one in read_recent(named, tmp_path / "home", tmp_path / "recent")}
    kept, unknown = shown[session], shown[bare]

    assert len(shown) == 2
    assert (kept.n_samples, kept.n_lanes) == (24, 3)
    assert kept.picture.pixelColor(120, 90) == QColor("#123456")
    assert unknown.picture.isNull()
    assert unknown.n_samples < 0

    keep_recent(bare, picture, 1, 1, tmp_path / "recent")
    forget_gone([session], tmp_path / "recent")
    shown = {one.recent.path: one for one in read_recent(named, tmp_path / "home", tmp_path / "recent")}
    assert (shown[session].picture.isNull(), shown[bare].picture.isNull()) == (False, True)
