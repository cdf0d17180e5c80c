"""A copied interpreter finds itself, wherever its folder lies, and forgets where it came from."""

from pathlib import Path

from app.interpreter import NOWHERE, as_long_as, forget_prefix
from app.layout import Layout


def test_texts_forget_the_folder_and_compiled_files_keep_their_length(tmp_path: Path) -> None:
    prefix = Path("/opt/somewhere/versions/3.11.7")
    layout = Layout(tmp_path / "GranView", "linux", "3.11")
    layout.stdlib.mkdir(parents=True)
    text, binary = layout.stdlib / "_sysconfigdata.py", layout.libraries / "libpython3.11.so.1.0"
    text.write_text(f"prefix = '{prefix}/lib'")
    content = b"\x7fELF" + str(prefix).encode() + b"/lib\0rest"
    binary.write_bytes(content)

    assert set(forget_prefix(layout, prefix)) == {text, binary}

    assert text.read_text() == f"prefix = '{NOWHERE}/lib'"
    assert str(prefix).encode() not in binary.read_bytes()
    assert len(binary.read_bytes()) == len(content)
    assert binary.read_bytes().endswith(b"/3.11.7/lib\0rest"), "the version may be the end of that very text"


def test_a_short_name_is_replaced_by_one_as_short() -> None:
    assert [len(as_long_as(Path(name))) for name in ("/opt/py", "/a/b", "/opt/somewhere/3.11.7")] == [7, 4, 21]


def test_a_system_s_own_folder_says_nothing_of_a_machine(tmp_path: Path) -> None:
    layout = Layout(tmp_path, "linux", "3.11")
    layout.stdlib.mkdir(parents=True)
    (layout.stdlib / "a.py").write_text("/usr/lib")

    assert forget_prefix(layout, Path("/usr")) == []
