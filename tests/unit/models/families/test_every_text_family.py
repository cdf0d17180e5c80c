"""What holds for every family of text models."""

import numpy as np
import pytest
from safetensors.torch import load_file, save_file

from granview.core.errors import InputError, UnsupportedModel, WeightsMissing
from granview.core.prediction import pack_prediction, unpack_prediction
from granview.core.text import TextInput
from granview.core.variant import Variant
from granview.models.adapter import Adapter
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.loading.supported_models import HEADS
from granview.tasks.base import TASKS
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import save_tiny_text

KINDS = {
    "text-classification": "bert",
    "token-classification": "bert",
    "question-answering": "bert",
    "fill-mask": "bert",
    "text-generation": "gpt2",
    "text2text-generation": "t5",
    "summarization": "t5",
    "translation": "bart",
}
GIVEN = TextInput.of("Paris is the [MASK] of France.", question="What is Paris?")


def test_every_task_of_texts_is_here():
    assert set(KINDS) == {task for task in HEADS if TASKS.get(task).kind == "text"}


def saved(task, folder):
    head = "text2text-generation" if KINDS[task] in {"t5", "bart"} else task
    return save_tiny_text(KINDS[task], head, folder)


@pytest.mark.parametrize("task", KINDS)
def test_says_something_that_survives_the_journey_to_the_engine(task, tmp_path, load):
    adapter = load(saved(task, tmp_path), task=task)
    said = run_texts(adapter, [GIVEN, GIVEN])
    assert isinstance(adapter, Adapter)
    assert not isinstance(adapter, SegmentationAdapter)
    assert adapter.task == task
    assert len(said) == 2
    packed = pack_prediction(said[0].prediction)
    assert type(unpack_prediction(packed)) is type(said[0].prediction)


@pytest.mark.parametrize("task", KINDS)
def test_its_batch_carries_tokens_with_offsets(task, tmp_path, load):
    adapter = load(saved(task, tmp_path), task=task)
    batch = adapter.preprocess([GIVEN])
    tokens = batch.texts[0].tokens
    assert len(tokens.offsets) == len(tokens) == batch.passes[0]["input_ids"].shape[1]
    assert adapter.count_flops(batch) > 0
    assert adapter.length(GIVEN) == len(tokens)


@pytest.mark.parametrize("task", KINDS)
@pytest.mark.parametrize("precision", ["bf16"])
def test_runs_in_reduced_precision(task, precision, tmp_path, load):
    said = run_texts(load(saved(task, tmp_path), task=task, variant=Variant(precision)), [GIVEN])
    assert said[0].prediction is not None


@pytest.mark.parametrize("task", ["text-classification", "token-classification", "question-answering"])
def test_an_untrained_head_is_refused(task, tmp_path, load):
    folder = saved(task, tmp_path)
    weights = folder / "model.safetensors"
    state = {name: tensor for name, tensor in load_file(weights).items() if name.startswith("bert.")}
    save_file(state, weights, metadata={"format": "pt"})
    with pytest.raises(WeightsMissing, match=r"The weights in .* lack") as error:
        load(folder, task=task)
    assert error.value.hint.startswith("This may be a backbone without the head of its task")


@pytest.mark.parametrize("task", KINDS)
def test_a_folder_without_a_tokenizer_is_refused(task, tmp_path, load):
    folder = saved(task, tmp_path)
    for path in folder.glob("tokenizer*"):
        path.unlink()
    with pytest.raises(WeightsMissing, match="holds no tokenizer"):
        load(folder, task=task)


@pytest.mark.parametrize("task", ["token-classification", "question-answering"])
def test_a_tokenizer_that_cannot_tell_places_is_refused_where_they_are_needed(task, tmp_path, load):
    from transformers import ByT5Tokenizer

    folder = saved(task, tmp_path)
    for path in folder.glob("tokenizer*"):
        path.unlink()
    ByT5Tokenizer().save_pretrained(folder)
    with pytest.raises(UnsupportedModel, match="cannot tell where its tokens stand"):
        load(folder, task=task)


def test_a_tokenizer_written_in_python_does_for_classes_and_for_writing(tmp_path, load):
    from transformers import ByT5Tokenizer

    classes = save_tiny_text("bert", "text-classification", tmp_path / "classes", vocab_size=259)
    writes = save_tiny_text("t5", "text2text-generation", tmp_path / "writes", vocab_size=259)
    for folder, task in ((classes, "text-classification"), (writes, "summarization")):
        for path in folder.glob("tokenizer*"):
            path.unlink()
        ByT5Tokenizer(model_max_length=60).save_pretrained(folder)
        adapter = load(folder, task=task)
        assert np.isfinite(adapter.length(GIVEN))
        said = run_texts(adapter, ["Zürich 北京", "a much longer text, " * 6])
        assert said[1].notices


@pytest.mark.parametrize("task", ["text-classification", "token-classification", "text-generation", "summarization"])
def test_what_a_task_does_not_read_is_no_error(task, tmp_path, load):
    adapter = load(saved(task, tmp_path), task=task)
    said = run_texts(adapter, [TextInput.of("Paris", question="Where?", pair="London")])[0]
    assert said.notices[-1] == "The model does not read the question."
    assert len(said.notices) == (1 if task == "text-classification" else 2)


def test_a_context_without_a_question_is_an_error_of_the_input(tmp_path, load):
    with pytest.raises(InputError):
        run_texts(load(saved("question-answering", tmp_path), task="question-answering"), ["Paris"])
