import json
import zipfile

import pytest
import torch
from torch import nn

from granview.core.errors import InputError
from granview.core.exported_model import TensorSpec
from granview.io.exported.pt2_signature import pt2_signature


class Tagged(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, padding=1)

    def forward(self, pixels):
        return {"logits": self.conv(pixels)}


def test_the_signature_is_read_without_running_anything(tmp_path):
    sides = {"pixels": {2: torch.export.Dim.AUTO, 3: torch.export.Dim.AUTO}}
    program = torch.export.export(Tagged().eval(), (torch.rand(1, 3, 16, 24),), dynamic_shapes=sides)
    torch.export.save(program, tmp_path / "a.pt2")
    signature = pt2_signature(tmp_path / "a.pt2")
    assert signature.inputs == (TensorSpec("pixels", "float32", (1, 3, None, None)),)
    assert signature.outputs == (TensorSpec("logits", "float32", (1, 4, None, None)),)
    assert signature.params == 4 * 3 * 9 + 4


def test_other_archives_and_other_json_are_refused_by_name(tmp_path):
    (tmp_path / "a.pt2").write_bytes(b"PK no")
    with zipfile.ZipFile(tmp_path / "b.pt2", "w") as archive:
        archive.writestr("b/models/model.json", json.dumps({"graph_module": {"signature": 3}}))
    with zipfile.ZipFile(tmp_path / "c.pt2", "w") as archive:
        archive.writestr("c/readme", "")
    for name in ("a.pt2", "b.pt2", "c.pt2"):
        with pytest.raises(InputError, match=rf"{name} is no file of torch\.export"):
            pt2_signature(tmp_path / name)


def written(path, text):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/models/model.json", text)
    return path


@pytest.mark.parametrize(
    "program",
    [
        [],
        {},
        {"graph_module": []},
        {"graph_module": {"graph": {"tensor_values": {}}, "signature": {"input_specs": [], "output_specs": []}}},
        {
            "graph_module": {
                "graph": {"tensor_values": {}},
                "signature": {"input_specs": [], "output_specs": []},
                "module_call_graph": [],
            }
        },
    ],
)
def test_what_lacks_parts_of_a_program_is_refused_by_name(tmp_path, program):
    with pytest.raises(InputError, match=r"a\.pt2 is no file of torch\.export"):
        pt2_signature(written(tmp_path / "a.pt2", json.dumps(program)))


def test_a_small_file_that_unpacks_to_a_large_text_is_refused_before_it_is_unpacked_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("granview.io.exported.pt2_signature._MOST_BYTES", 1000)
    with pytest.raises(InputError, match=r"a\.pt2 is no file of torch\.export"):
        pt2_signature(written(tmp_path / "a.pt2", " " * 1001 + "{}"))
