import json

import pytest

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.resources import resource_path
from granview.core.run_params import RunParams
from granview.models.family import FAMILIES
from granview.models.load import load_adapter
from granview.models.loading.supported_models import HEADS
from granview.tasks.base import TASKS
from granview.zoo.labels import LABELS
from tests.helpers.texts import run_texts
from tests.helpers.tiny_models import save_tiny


def test_progress_says_what_is_done(tmp_path):
    said = []
    load_adapter(LaneSpec("x", str(save_tiny("segformer", tmp_path)), device="cpu"), lambda *step: said.append(step))
    assert said == [("loading the model", None)]


def test_the_device_s_notice_is_among_the_facts(tmp_path):
    adapter = load_adapter(LaneSpec("x", str(save_tiny("segformer", tmp_path)), device="auto"), lambda *step: None)
    on_cpu = adapter.facts.device == "cpu"
    assert any(notice.startswith("Runs on the CPU") for notice in adapter.facts.notices) == on_cpu


def test_a_model_of_another_task_is_told(tmp_path):
    spec = LaneSpec("x", str(save_tiny("segformer", tmp_path)), device="cpu", task="summarization")
    words = "is a SegformerForSemanticSegmentation, not a model for summarization"
    with pytest.raises(UnsupportedModel, match=words):
        load_adapter(spec, lambda *step: None)


def test_a_folder_that_no_family_knows_is_told(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(UnsupportedModel, match="No family of models for image-segmentation knows") as error:
        load_adapter(LaneSpec("x", str(tmp_path), device="cpu"), lambda *step: None)
    assert error.value.hint == "Give a folder with the config.json of a semantic segmentation model."
    with pytest.raises(UnsupportedModel, match="No family of models for fill-mask knows") as error:
        load_adapter(LaneSpec("x", str(tmp_path), device="cpu", task="fill-mask"), lambda *step: None)
    assert error.value.hint == "Give a folder with the config.json of a masked language model."


def test_an_old_config_that_does_not_say_which_model_it_is_says_what_to_add(tmp_path):
    (tmp_path / "config.json").write_text('{"hidden_size": 256}')
    with pytest.raises(UnsupportedModel, match="No family of models for fill-mask knows") as error:
        load_adapter(LaneSpec("x", str(tmp_path), device="cpu", task="fill-mask"), lambda *step: None)
    assert error.value.hint == 'Its config.json does not say which model it is: add its "model_type", such as "bert".'


@pytest.mark.parametrize("family", FAMILIES.all().values(), ids=FAMILIES.all())
def test_every_family_names_its_task(family):
    assert family.task in TASKS


def test_every_text_task_has_a_family():
    assert {family.task for family in FAMILIES.all().values()} >= set(HEADS)


EMBEDDED = {model["name"]: model for model in json.loads(resource_path("zoo", "index.json").read_text())["models"]}


TEXT = "the service was not good, but Maria liked the soup"


@pytest.mark.parametrize("name", EMBEDDED)
def test_every_embedded_model_is_what_the_index_says(name):
    entry = EMBEDDED[name]
    spec = LaneSpec(name, f"zoo:{name}", device="cpu", task=entry.get("task", "image-segmentation"))
    facts = load_adapter(spec, lambda *step: None).facts
    assert facts.params == entry["params"]
    assert facts.weights_sha256 == entry["sha256"]
    assert facts.notices == ()


@pytest.mark.parametrize("name", EMBEDDED)
def test_every_embedded_model_runs(name, picture):
    task = EMBEDDED[name].get("task", "image-segmentation")
    adapter = load_adapter(LaneSpec(name, f"zoo:{name}", device="cpu", task=task), lambda *step: None)
    if TASKS.get(task).kind == "text":
        assert run_texts(adapter, [TEXT])[0].notices == ()
        return
    output = adapter.forward(adapter.preprocess([picture]))
    if task != "image-segmentation":
        (said,) = adapter.postprocess(output, [(81, 108)], RunParams())
        assert said.prediction.fits((81, 108))
        return
    assert adapter.postprocess(output, [(81, 108)], RunParams())[0].prediction.size == (81, 108)
    assert adapter.facts.labels == LabelSet(tuple(x.name for x in LABELS), tuple(x.color for x in LABELS))
