"""Makes the file that a person on Linux downloads: it unpacks and installs itself."""

import hashlib
import shutil
from pathlib import Path
from typing import Final

from app.elf import is_elf, newest_glibc
from app.icons import write_hicolor
from app.layout import Layout, this_machine, version
from app.linux.archives import write_archives
from app.steps import Say, Step

HERE: Final = Path(__file__).resolve().parent
SCRIPTS: Final = ("install.sh", "uninstall.sh", "refresh_desktop.sh", "check_system.py")
SHARED: Final = ("granview.desktop", "granview.xml")
_MIB: Final = 1 << 20


def steps(layout: Layout, out: Path) -> list[Step]:
    """What is done after the folder is built."""
    return [
        *(Step(f"copy {name} into the folder", needs=(HERE / name,)) for name in (*SCRIPTS, *SHARED)),
        Step(f"write {run_file(out).name}: a script that unpacks itself", needs=(HERE / "self_extracting.sh",)),
    ]


def build(layout: Layout, out: Path, say: Say) -> list[Path]:
    """Add what installs the folder, and pack it into one file; returns that file."""
    add_installer(layout.folder)
    say("Packing …")
    glibc = newest_glibc([file for file in layout.folder.rglob("*") if is_elf(file)])
    return [pack(layout.folder, run_file(out), ".".join(map(str, glibc)))]


def run_file(out: Path) -> Path:
    """The file that is downloaded."""
    return out / f"GranView-{version()}-linux-{this_machine()}.run"


def add_installer(folder: Path) -> None:
    """Put into a built folder what installs and removes it: scripts, the menu's entry, the file type, icons."""
    (folder / "VERSION").write_text(f"{version()}\n")
    (folder / "share").mkdir(exist_ok=True)
    for name in SCRIPTS:
        shutil.copyfile(HERE / name, folder / name)
        (folder / name).chmod(0o755)
    for name in SHARED:
        shutil.copyfile(HERE / name, folder / "share" / name)
    write_hicolor(folder / "share" / "icons")


def pack(folder: Path, file: Path, glibc: str) -> Path:
    """Write the folder behind a script that checks, unpacks and installs it.

    Args:
        folder: What is installed; it is called ``GranView`` within.
        file: What is written.
        glibc: From which version on it runs, for who opens the file in an editor.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    archive = file.with_suffix(".archives")
    with archive.open("w+b") as stream:
        first = write_archives(folder, stream)
        stream.seek(0)
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    whole = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    values = {
        "VERSION": version(),
        "MACHINE": this_machine(),
        "GLIBC": glibc,
        "NAME": file.name,
        "SHA256": digest,
        "FIRST": str(first),
        "MIB": str(whole // _MIB + 1),
    }
    with file.open("wb") as target, archive.open("rb") as stream:
        target.write(_script(values))
        shutil.copyfileobj(stream, target, _MIB)
    archive.unlink()
    file.chmod(0o755)
    return file


def _script(values: dict[str, str]) -> bytes:
    """The script, with its own length in it: the archive begins behind."""
    text = (HERE / "self_extracting.sh").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text.replace("@OFFSET@", str(len(text.encode()) + 1).ljust(len("@OFFSET@"))).encode()
