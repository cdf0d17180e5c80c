"""Write LICENCES.md: the licence, as its metadata states it, of every package that GranView runs with."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

HERE = Path(__file__).resolve().parent
_CLASSIFIER = "License :: OSI Approved :: "


def locked_names(lock: Path) -> list[str]:
    """Package names of a lock file, in order."""
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text(), flags=re.MULTILINE)


def licence_of(name: str) -> str | None:
    """A package's licence as its metadata states it; None where the package is not for this system."""
    try:
        metadata = distribution(name).metadata.json
    except PackageNotFoundError:
        return None
    if metadata.get("license_expression"):
        return str(metadata["license_expression"])
    classifiers = [line for line in metadata.get("classifier", []) if line.startswith(_CLASSIFIER)]
    if classifiers:
        return "; ".join(line.removeprefix(_CLASSIFIER) for line in classifiers)
    return str(metadata.get("license") or "not stated in the package's metadata").splitlines()[0][:80]


def main() -> None:
    """Write the table."""
    found = {name: licence_of(name) for name in sorted(set(locked_names(HERE / "run.lock")))}
    rows = [f"| {name} | {licence} |" for name, licence in found.items() if licence is not None]
    head = [
        "# Licences",
        "",
        "GranView itself is under the Apache License 2.0. It is installed and run with these packages (those that",
        "`packaging/run.lock` pins), each under the licence that its own metadata states (`python packaging/dev.py",
        "licences` writes this file, on Linux; packages of other systems are not listed). Photographs of the gallery:",
        "`resources/gallery/SOURCES.md`.",
        "",
        "| package | licence |",
        "|---|---|",
    ]
    (HERE / "LICENCES.md").write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
