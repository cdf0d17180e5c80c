import io

from granview.cli import trust_options
from granview.engine.source_trust import UntrustedCode


def test_what_a_program_says_of_itself_cannot_hide_the_question(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    code = UntrustedCode(tmp_path / "mine\x1b[8m.py", "0" * 64, "Safe.\x1b[2K\rNothing runs.")
    assert not trust_options._is_allowed(code)
    shown = capsys.readouterr().err
    assert "Safe.?[2K?Nothing runs." in shown
    assert "\x1b" not in shown
