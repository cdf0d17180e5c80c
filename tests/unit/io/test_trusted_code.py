import pytest

from granview.core.errors import ArgumentError, UnsupportedModel
from granview.io.trusted_code import is_trusted, require_trust, trust, trusted_files


@pytest.fixture
def home(tmp_path):
    return tmp_path / "config" / "trusted.json"


def test_a_file_may_run_once_a_person_has_said_so_and_as_long_as_it_is_the_same(tmp_path, home):
    code = tmp_path / "mine.py"
    code.write_text("x = 1\n")
    assert not is_trusted(code, home)
    trust(code, home)
    assert is_trusted(code, home)
    code.write_text("x = 2\n")
    assert not is_trusted(code, home)
    with pytest.raises(UnsupportedModel, match=r"mine\.py is a program: to load it is to run it"):
        require_trust(code, home)


def test_it_is_kept_once_for_each_content(tmp_path, home):
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text("pass\n")
        trust(tmp_path / name, home)
    assert [each.path for each in trusted_files(home)] == [str(tmp_path / "b.py")]


def test_what_cannot_be_read_allows_nothing(tmp_path, home):
    code = tmp_path / "mine.py"
    code.write_text("")
    home.parent.mkdir()
    home.write_text("{nonsense")
    assert not is_trusted(code, home)
    with pytest.raises(ArgumentError, match="There is no file"):
        trust(tmp_path / "none.py", home)
