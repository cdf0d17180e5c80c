import re
import tomllib

import pytest
from environment import ROOT, Lock

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\]+))?", re.MULTILINE)


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Lock) -> set[tuple[str, str, str]]:
    found = PIN.findall(lock.path.read_text(encoding="utf-8"))
    return {(canonical(name), version, marker.strip()) for name, version, marker in found}


def group(name: str) -> list[str]:
    found: list[str] = []
    for one in GROUPS[name]:
        found += [one] if isinstance(one, str) else group(one["include-group"])
    return found


def names(requirements: list[str]) -> set[str]:
    return {canonical(re.match(r"[A-Za-z0-9._-]+", requirement).group()) for requirement in requirements}


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        (Lock.RUN, PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]),
        (Lock.DEV, PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"] + group("dev")),
    ],
    ids=["run", "dev"],
)
def test_every_requirement_is_pinned(lock: Lock, requirements: list[str]) -> None:
    assert names(requirements) <= {name for name, _, _ in pins(lock)}


def test_the_build_group_is_what_building_requires() -> None:
    assert group("build") == PROJECT["build-system"]["requires"]


def test_what_is_tested_is_what_is_run() -> None:
    run = {(name, version) for name, version, _ in pins(Lock.RUN)}

    assert run <= {(name, version) for name, version, _ in pins(Lock.DEV)}


@pytest.mark.parametrize("lock", Lock)
def test_every_pin_has_a_hash_and_no_address(lock: Lock) -> None:
    text = lock.path.read_text(encoding="utf-8")

    assert "://" not in text
    for block in re.split(r"\n(?=[A-Za-z0-9])", text.strip()):
        assert "--hash=sha256:" in block, block


def test_the_licence_list_names_what_is_installed_here() -> None:
    from licences import licence_of, locked_names

    listed = (ROOT / "packaging" / "LICENCES.md").read_text(encoding="utf-8")
    installed = [name for name in locked_names(Lock.RUN.path) if licence_of(name) is not None]

    assert len(installed) > 20
    assert [name for name in installed if f"| {name} |" not in listed] == []
