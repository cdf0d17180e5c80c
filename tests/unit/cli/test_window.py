from pathlib import Path

import pytest

from granview.cli import window


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([], ""),
        (["--gallery"], "images"),
        (["--gallery", "text"], "text"),
        (["--gallery", "texts"], "text"),
        (["--gallery", "all"], "all"),
    ],
)
def test_galleries_are_opened_as_asked(monkeypatch: pytest.MonkeyPatch, given: list[str], wanted: str) -> None:
    opened: list[tuple[list[Path], Path | None, str, str]] = []
    monkeypatch.setattr(window, "has_display", lambda: True)
    monkeypatch.setattr(window, "_open", lambda *asked: opened.append(asked) or 0)
    assert window.main(given) == 0
    assert opened == [([], None, wanted, "")]


def test_the_language_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[list[Path], Path | None, str, str]] = []
    monkeypatch.setattr(window, "has_display", lambda: True)
    monkeypatch.setattr(window, "_open", lambda *asked: opened.append(asked) or 0)
    assert window.main(["--language", "zh_CN"]) == 0
    assert opened == [([], None, "", "zh_CN")]


def test_gallery_that_there_is_not_is_a_bad_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        window.main(["--gallery", "sounds"])
    assert ended.value.code == 2
    assert "images" in capsys.readouterr().err
