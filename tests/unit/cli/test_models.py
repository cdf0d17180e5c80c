import json

import pytest

from granview.cli import main
from tests.helpers.hub import reachable_hub, save_model


def test_the_catalogue_is_listed_rung_by_rung(capsys):
    assert main(["models", "--catalogue", "--task", "fill-mask"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == [
        "ladder",
        "rung",
        "model",
        "params",
        "(M)",
        "weights",
        "(MB)",
        "here",
        "licence",
        "note",
    ]
    tiny = next(line for line in lines if " tiny " in line)
    assert tiny.split()[:7] == [
        "bert",
        "tiny",
        "hf:google/bert_uncased_L-2_H-128_A-2",
        "4.40",
        "~18",
        "no",
        "Apache-2.0",
    ]
    assert next(line for line in lines if "codebert-base-mlm" in line).split()[5] == "unknown"


def test_the_catalogue_as_json_has_every_field(capsys):
    assert main(["models", "--catalogue", "--json", "--local"]) == 0
    rungs = json.loads(capsys.readouterr().out)
    lstm = next(rung for rung in rungs if rung["rung"] == "lstm")
    assert (lstm["ladder"], lstm["source"], lstm["local"]) == ("zoo-sentiment", "zoo:sentiment-bilstm", True)


@pytest.fixture
def hub(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        config = {"model_type": "bert", "architectures": ["BertForMaskedLM"]}
        server.repos["org/bert"] = save_model(tmp_path / "bert", config)
        server.repos["org/bert"].task, server.repos["org/bert"].downloads = "fill-mask", 12345
        yield server


def test_a_search_prints_what_the_hub_has(hub, capsys):
    assert main(["models", "--search", "bert", "--task", "fill-mask"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["hf:org/bert", "0.00", "0.0", "12,345", "0", "fill-mask"]
    assert main(["models", "--search", "no", "such", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert hub.queries[1]["search"] == "no such"


def test_a_search_that_comes_to_nothing_says_so(hub, capsys):
    assert main(["models", "--search", "unheard-of"]) == 0
    assert capsys.readouterr().out == "The hub has no model of that name.\n"
    hub.status = 503
    assert main(["models", "--search", "bert"]) == 2
    assert "answered with status 503" in capsys.readouterr().err
