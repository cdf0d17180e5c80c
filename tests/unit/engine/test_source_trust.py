import pytest

from granview.core.errors import ArgumentError
from granview.engine.source_trust import code_file, refuse_untrusted, trust_all, trust_programs, untrusted_code


@pytest.fixture(autouse=True)
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text('class Mine:\n    """Mine, and nobody else\'s."""\n')
    return path


def test_only_programs_are_asked_about(file, tmp_path):
    for name in ("a.onnx", "b.pt", "c.pt2", "d.safetensors"):
        (tmp_path / name).write_bytes(name.encode())
    models = [f"{file}:Mine", *(str(tmp_path / name) for name in ("a.onnx", "b.pt", "c.pt2", "d.safetensors"))]
    models += ["zoo:unet-nano", str(tmp_path), str(tmp_path / "gone.pt")]
    asked = [code_file(model) for model in models]
    assert [path.name for path in asked if path is not None] == ["mine.py", "b.pt", "c.pt2"]


def test_a_program_is_asked_about_until_it_is_allowed_and_again_when_it_changes(file):
    model = f"{file}:Mine"
    (code,) = untrusted_code([model, model])
    assert code.summary == "Mine, and nobody else's."
    with pytest.raises(ArgumentError, match="--trust-code FILE"):
        refuse_untrusted([model])
    trust_all([file])
    refuse_untrusted([model])
    file.write_text("class Mine:\n    pass\n")
    assert len(untrusted_code([model])) == 1


def test_a_program_that_is_changed_while_the_person_is_asked_is_not_allowed(file):
    programs = untrusted_code([f"{file}:Mine"])
    file.write_text("class Mine:\n    'Another.'\n")
    with pytest.raises(ArgumentError, match="was changed while you were asked"):
        trust_programs(programs)
    assert len(untrusted_code([f"{file}:Mine"])) == 1
