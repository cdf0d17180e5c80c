"""The translations of the window: ``python packaging/dev.py translations`` brings the ``.ts`` files up to date.

One file for each package of the window and language, in ``resources/translations``: what is new in the source is added
without a translation, what is gone is removed. ``build_translations`` makes of them the ``.qm`` files that Qt loads.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Final

from environment import ROOT
from translatable_strings import Source, read_sources
from ts_files import Translated, Translations, read_ts, ts_text

TRANSLATIONS: Final = ROOT / "resources" / "translations"
GUI: Final = ROOT / "granview" / "gui"
TOP: Final = "window"
"""The file for modules that stand in no package of the window."""

FORMS: Final = {"en": 2, "zh_CN": 1}
"""Each language with the number of its plural forms; English has a file for those alone."""

_LRELEASE: Final = ("PySide6", "lrelease.exe" if sys.platform == "win32" else "lrelease")


def parts() -> dict[str, list[Path]]:
    """The window's Python files by the ``.ts`` file that holds their strings."""
    files: dict[str, list[Path]] = {}
    for path in sorted(GUI.rglob("*.py")):
        relative = path.relative_to(GUI)
        files.setdefault(relative.parts[0] if len(relative.parts) > 1 else TOP, []).append(path)
    return files


def current(language: str, sources: set[Source], known: Translations) -> Translations:
    """The translations of what is in the source now; those of the same words elsewhere are taken over."""
    same = {(source.text, source.is_plural): translated for source, translated in known.items()}
    empty = {False: Translated(("",)), True: Translated(("",) * FORMS[language])}
    return {
        source: known.get(source) or same.get((source.text, source.is_plural)) or empty[source.is_plural]
        for source in sources
        if source.is_plural or language != "en"
    }


def update_translations() -> int:
    """Write every ``.ts`` file anew from the source; returns how many strings still have no translation."""
    by_part = {name: read_sources(files)[0] for name, files in parts().items()}
    missing = 0
    for language in FORMS:
        folder = TRANSLATIONS / language
        folder.mkdir(parents=True, exist_ok=True)
        known = {source: each for path in sorted(folder.glob("*.ts")) for source, each in read_ts(path).items()}
        for path in folder.glob("*.ts"):
            path.unlink()
        for name, sources in by_part.items():
            now = current(language, sources, known)
            missing += sum(not each.is_finished for each in now.values())
            if now:
                (folder / f"{name}.ts").write_text(ts_text(language, now), encoding="utf-8")
    return missing


def build_translations() -> list[Path]:
    """Make the ``.qm`` file of each language from its ``.ts`` files, where those are newer; returns those files.

    Raises:
        subprocess.CalledProcessError: Qt's ``lrelease`` cannot read one of them.
    """
    built = []
    for language in FORMS:
        sources = sorted((TRANSLATIONS / language).glob("*.ts"))
        target = TRANSLATIONS / f"{language}.qm"
        if sources and not _is_newer(target, [*sources, TRANSLATIONS / language]):
            fresh = target.with_suffix(".new")
            command = [str(_lrelease()), "-silent", *map(str, sources), "-qm", str(fresh)]
            subprocess.run(command, check=True)
            fresh.replace(target)
        built += [target] if sources else []
    return built


def _is_newer(target: Path, sources: list[Path]) -> bool:
    return target.exists() and target.stat().st_mtime >= max(path.stat().st_mtime for path in sources)


def _lrelease() -> Path:
    package, program = _LRELEASE
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("Qt's lrelease is part of PySide6-Essentials, which is not installed.")
    return Path(found.submodule_search_locations[0]) / program


def main() -> int:
    """``update`` or ``build``, as the command line says; returns the exit code."""
    if sys.argv[1:] == ["update"]:
        print(f"{update_translations()} strings have no translation.")
    build_translations()
    return 0


if __name__ == "__main__":
    sys.exit(main())
