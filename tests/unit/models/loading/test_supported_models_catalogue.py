"""Every model of the catalogue is one that GranView runs: told from what its config says, before a byte is loaded."""

import json

import pytest
import torchvision

from granview.core.errors import WeightsMissing
from granview.core.lane import LaneSpec
from granview.core.model_tasks import tasks_of_config
from granview.core.resources import embedded_models
from granview.engine.task_inference import infer_tasks
from granview.io.catalogue_file import read_catalogue
from granview.models.load import load_adapter

RUNGS = [rung for ladder in read_catalogue() for rung in ladder.rungs]
SORTS = sorted({(r.task, r.model_type, r.architecture) for r in RUNGS if r.source.startswith("hf:")})
LOCAL = [rung for rung in RUNGS if not rung.source.startswith("hf:")]


def config_of(model_type, architecture):
    return {"model_type": model_type, **({"architectures": [architecture]} if architecture else {})}


@pytest.mark.parametrize(("task", "model_type", "architecture"), SORTS)
def test_a_family_takes_what_the_config_says(task, model_type, architecture, tmp_path):
    """Another kind of model would be refused as such; this one lacks nothing but its files."""
    config = config_of(model_type, architecture)
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(WeightsMissing):
        load_adapter(LaneSpec("x", str(tmp_path), task=task, device="cpu"), lambda what, share: None)
    assert not architecture or task in tasks_of_config(config)


@pytest.mark.parametrize("rung", LOCAL, ids=lambda rung: rung.source)
def test_a_model_without_a_config_is_one_that_there_is_for_its_task(rung):
    scheme, _, name = rung.source.partition(":")
    assert name in (embedded_models() if scheme == "zoo" else torchvision.models.list_models())
    assert rung.task in infer_tasks(rung.source)


@pytest.mark.parametrize("rung", [r for r in LOCAL if r.source.startswith("torchvision:")], ids=lambda r: r.source)
def test_torchvisions_models_have_as_many_parameters_as_is_said(rung):
    weights = torchvision.models.get_model_weights(rung.source.partition(":")[2]).DEFAULT
    assert rung.params == pytest.approx(weights.meta["num_params"], rel=0.02)


def test_what_the_first_users_asked_for_has_a_row():
    wanted = {
        "hf:google-bert/bert-base-uncased": "fill-mask",
        "hf:openai-community/gpt2": "text-generation",
        "hf:Helsinki-NLP/opus-mt-en-de": "translation",
        "hf:google-t5/t5-small": "summarization",
        "zoo:sentiment-bilstm": "text-classification",
        "hf:Salesforce/codet5-base": "text2text-generation",
        "hf:microsoft/codebert-base-mlm": "fill-mask",
    }
    known = {rung.source: rung.task for rung in RUNGS}
    assert {source: known.get(source) for source in wanted} == wanted


def test_every_task_has_a_ladder():
    from granview.tasks.base import TASKS

    assert {rung.task for rung in RUNGS} == set(TASKS.all())
