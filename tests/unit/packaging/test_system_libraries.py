import os

import pytest
import system_libraries


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "_installed", lambda package: package != "libegl1")


@pytest.mark.usefixtures("bare_debian")
def test_a_user_is_told_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    said = system_libraries.ensure_system_libraries()

    assert said is not None
    assert "sudo apt-get install -y --no-install-recommends libegl1\n" in said


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "darwin")

    assert system_libraries.ensure_system_libraries() is None
