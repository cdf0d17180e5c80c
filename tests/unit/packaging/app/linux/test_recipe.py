"""The file for Linux unpacks and installs itself, upgrades beside what runs, and removes all that it brought."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from app.linux.recipe import HERE, SCRIPTS, add_installer, pack

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an installer of Linux")

SMALL = '#!/bin/sh\ncase $1 in --version) echo "granview 0" ;; *) printf "%s\\n" "$@" ;; esac\n'
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that installs a program which only repeats what it is called with."""
    folder = tmp_path_factory.mktemp("built") / "GranView"
    (folder / "python" / "bin").mkdir(parents=True)
    (folder / "python" / "bin" / "python3").symlink_to(Path(sys._base_executable).resolve())
    packages = folder / "python" / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "packed.py").write_text("# by xz")
    (folder / "granview").write_text(SMALL)
    (folder / "granview").chmod(0o755)
    add_installer(folder)
    return pack(folder, folder.parent / "GranView-0-linux-x86_64.run", "2.35")


class Person:
    """Somebody with a home, who calls programs there; nothing of this machine's own settings is known to them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.apps = home / ".local" / "share" / "granview" / "app"

    def call(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        surroundings = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        words = [str(word) for word in command]
        return subprocess.run(words, env=surroundings, cwd=self.home, capture_output=True, text=True, check=False)

    def files(self) -> set[str]:
        return {path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if not path.is_dir()}


@pytest.fixture
def person(tmp_path: Path) -> Person:
    home = tmp_path / 'home of "Zoë" & 100% $HOME'
    home.mkdir()
    return Person(home)


@pytest.mark.slow
def test_it_is_installed_opened_by_its_file_type_upgraded_and_removed(small: Path, person: Person) -> None:
    (person.home / "kept.granview").write_text("mine")
    installed = person.call("sh", small)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    assert person.call(person.home / ".local" / "bin" / "granview", "a b").stdout == "a b\n"
    assert exec_of(person, "session ä.granview") == ["session ä.granview"]
    first = (person.apps / "current").resolve()
    icons = person.home / ".local" / "share" / "icons" / "hicolor"
    assert {file.name for file in icons.glob("*x*/*/*.png")} == {"granview.png", "application-x-granview.png"}
    assert (icons / "scalable" / "apps" / "granview.svg").is_file()

    assert person.call("sh", small).returncode == 0
    second = (person.apps / "current").resolve()
    assert (second != first, first.is_dir()) == (True, True), "what may be running keeps its folder"
    assert person.call("sh", small).returncode == 0
    assert not first.exists(), "of older versions only the one before is kept"
    assert sorted(path.name for path in person.apps.iterdir() if path.name.startswith(".")) == []

    removed = person.call(person.apps / "current" / "uninstall.sh")
    assert removed.returncode == 0, removed.stderr
    assert not person.apps.parent.exists()
    left = {name for name in person.files() if "granview" in name.lower()}
    assert left <= {"kept.granview", ".config/mimeapps.list"}


def exec_of(person: Person, file: str) -> list[str]:
    """What the menu's entry calls its program with, by the rules of desktop entries."""
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.read(person.home / ".local" / "share" / "applications" / "granview.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert Path(section["TryExec"].replace("\\\\", "\\")).is_file()
    assert section["MimeType"] == "application/x-granview;"
    value = section["Exec"].replace("\\\\", "\\")
    quoted, _, rest = value.removeprefix('"').rpartition('"')
    assert rest.strip() == "%F"
    for letter in '"`$\\':
        quoted = quoted.replace(f"\\{letter}", letter)
    return person.call(quoted.replace("%%", "%"), file).stdout.splitlines()


def test_other_folders_beside_the_versions_and_another_command_of_that_name_stay(small: Path, person: Person) -> None:
    others = person.home / "apps"
    (others / "other").mkdir(parents=True)
    (others / "other" / "VERSION").write_text("1")
    command = person.home / ".local" / "bin" / "granview"
    command.parent.mkdir(parents=True)
    command.write_text("mine")
    for _ in range(3):
        installed = person.call("sh", small, "--into", others)
    assert command.read_text() == "mine"
    assert f"{command} is another program" in installed.stdout

    assert person.call(others / "current" / "uninstall.sh").returncode == 0
    assert [path.name for path in others.iterdir()] == ["other"]
    assert (others / "other" / "VERSION").read_text() == "1"
    assert command.read_text() == "mine"


def test_a_version_that_does_not_start_changes_nothing(small: Path, person: Person, tmp_path: Path) -> None:
    assert person.call("sh", small).returncode == 0
    before = (person.apps / "current").resolve()
    assert person.call("sh", small, "--extract", tmp_path / "out").returncode == 0
    broken = tmp_path / "out" / "GranView"
    (broken / "granview").write_text("#!/bin/sh\necho no libz >&2\nexit 1\n")

    ended = person.call(broken / "install.sh")

    assert ended.returncode == 1
    assert "does not start here" in ended.stderr
    assert "no libz" in ended.stderr
    assert (person.apps / "current").resolve() == before
    assert [path for path in person.apps.iterdir() if not path.is_symlink()] == [before]


def test_a_file_that_did_not_come_whole_says_so(small: Path, person: Person, tmp_path: Path) -> None:
    cut = tmp_path / "cut.run"
    cut.write_bytes(small.read_bytes()[:-100])

    ended = person.call("sh", cut)

    assert (ended.returncode, person.files()) == (1, set())
    assert "did not come whole" in ended.stderr
    assert person.call("sh", small, "--check").returncode == 0


def test_a_folder_that_is_used_where_it_lies_is_not_uninstalled(small: Path, person: Person, tmp_path: Path) -> None:
    person.call("sh", small, "--extract", tmp_path)

    ended = person.call(tmp_path / "GranView" / "uninstall.sh")

    assert ended.returncode == 1
    assert (tmp_path / "GranView" / "granview").is_file()


@pytest.mark.parametrize("name", [name for name in (*SCRIPTS, "self_extracting.sh") if name.endswith(".sh")])
def test_scripts_are_plain_sh(name: str) -> None:
    assert subprocess.run(["sh", "-n", str(HERE / name)], check=False).returncode == 0
    checker = shutil.which("shellcheck")
    if checker:
        assert subprocess.run([checker, "-s", "sh", "-e", "SC2015", str(HERE / name)], check=False).returncode == 0


def test_sessions_are_known_by_their_first_bytes_and_their_name() -> None:
    root = ElementTree.parse(HERE / "granview.xml").getroot()
    outer = root.find(".//m:magic/m:match", MIME)
    assert outer is not None
    inner = outer.find("m:match", MIME)
    assert inner is not None

    from granview.store.schema import APPLICATION_ID

    assert outer.get("value") == "SQLite format 3\\000"
    assert (inner.get("offset"), inner.get("value")) == ("68", APPLICATION_ID.to_bytes(4, "big").decode())
    assert root.find(".//m:glob", MIME).get("pattern") == "*.granview"


def test_the_desktop_s_own_checker_has_nothing_to_say(small: Path, person: Person) -> None:
    checker = shutil.which("desktop-file-validate")
    if checker is None:
        pytest.skip("desktop-file-validate is not installed")
    person.call("sh", small)
    entry = person.home / ".local" / "share" / "applications" / "granview.desktop"
    ended = subprocess.run([checker, str(entry)], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "")
