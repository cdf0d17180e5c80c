"""Every package that is brought comes with its licence's own text."""

from pathlib import Path

from app.contents import locked_packages
from app.licence_texts import package_row


def test_every_package_of_the_application_has_a_text(tmp_path: Path) -> None:
    rows = [package_row(name, tmp_path) for name in locked_packages()]

    assert [row["name"] for row in rows if not row["files"] or not row["licence"]] == []
    for row in rows:
        assert all((tmp_path / name).stat().st_size > 100 for name in row["files"]), row["name"]


def test_qt_s_is_the_lesser_gpl_with_the_gpl_that_it_adds_to(tmp_path: Path) -> None:
    row = package_row("pyside6-essentials", tmp_path)

    texts = [(tmp_path / name).read_text() for name in row["files"]]
    assert any("GNU LESSER GENERAL PUBLIC LICENSE" in text for text in texts)
    assert any(text.lstrip().startswith("GNU GENERAL PUBLIC LICENSE") for text in texts)
