"""A config says what a model is for."""

from typing import Any

import pytest

from granview.core.model_tasks import tasks_of_config

WRITING = {"text2text-generation", "summarization", "translation"}


@pytest.mark.parametrize(
    ("architecture", "task"),
    [
        ("SegformerForSemanticSegmentation", "image-segmentation"),
        ("Mask2FormerForUniversalSegmentation", "image-segmentation"),
        ("MaskFormerForInstanceSegmentation", "image-segmentation"),
        ("RfDetrForInstanceSegmentation", "instance-segmentation"),
        ("DetrForSegmentation", "panoptic-segmentation"),
        ("YolosForObjectDetection", "object-detection"),
        ("BertForSequenceClassification", "text-classification"),
        ("RobertaForTokenClassification", "token-classification"),
        ("DistilBertForQuestionAnswering", "question-answering"),
        ("XLNetForQuestionAnsweringSimple", "question-answering"),
        ("ElectraForMaskedLM", "fill-mask"),
        ("LlamaForCausalLM", "text-generation"),
        ("GPT2LMHeadModel", "text-generation"),
        ("T5ForConditionalGeneration", "text2text-generation"),
        ("MarianMTModel", "translation"),
    ],
)
def test_the_architecture_names_the_task(architecture: str, task: str) -> None:
    assert tasks_of_config({"architectures": [architecture]})[0] == task


def test_an_encoder_decoder_can_write_for_every_writing_task() -> None:
    assert set(tasks_of_config({"architectures": ["BartForConditionalGeneration"]})) == WRITING


@pytest.mark.parametrize(
    ("config", "first"),
    [
        ({"model_type": "pegasus"}, "summarization"),
        ({"model_type": "m2m_100"}, "translation"),
        ({"model_type": "bart", "task_specific_params": {"summarization": {}}}, "summarization"),
        ({"model_type": "t5", "task_specific_params": {"translation_en_to_de": {}}}, "translation"),
        ({"model_type": "t5", "task_specific_params": {"summarization": {}, "translation_en_to_de": {}}}, None),
    ],
)
def test_the_likeliest_task_comes_first(config: dict[str, Any], first: str | None) -> None:
    tasks = tasks_of_config({"architectures": ["XForConditionalGeneration"], **config})
    assert tasks[0] == (first or "text2text-generation")
    assert set(tasks) == WRITING


def test_an_embedded_segmentation_model_says_its_format() -> None:
    assert tasks_of_config({"format": "granview-zoo/1"}) == ("image-segmentation",)


def test_a_model_of_segmentation_models_pytorch_says_its_class() -> None:
    assert tasks_of_config({"_model_class": "UnetPlusPlus", "encoder_name": "resnet18"}) == ("image-segmentation",)


@pytest.mark.parametrize("architectures", [[], ["ViTModel"], None])
def test_what_is_not_known_has_no_task(architectures: list[str] | None) -> None:
    assert tasks_of_config({"architectures": architectures}) == tasks_of_config({}) == ()


def test_a_model_that_also_reads_pictures_is_not_one_for_texts() -> None:
    assert tasks_of_config({"architectures": ["Blip2ForConditionalGeneration"], "vision_config": {}}) == ()
