import pytest

from granview.core.errors import UnsupportedModel
from granview.models.loading.supported_models import HEADS, check_head


def config(model_type, architecture, **more):
    return {"model_type": model_type, "architectures": [architecture], **more}


@pytest.mark.parametrize(
    ("task", "accepted"),
    [
        ("text-classification", config("bert", "BertForSequenceClassification")),
        ("token-classification", config("xlm-roberta", "XLMRobertaForTokenClassification")),
        ("question-answering", config("deberta-v2", "DebertaV2ForQuestionAnswering")),
        ("fill-mask", config("bert", "BertForPreTraining")),
        ("fill-mask", {"model_type": "modernbert"}),
        ("text-generation", config("gpt2", "GPT2LMHeadModel")),
        ("summarization", config("pegasus", "PegasusForConditionalGeneration")),
        ("translation", config("marian", "MarianMTModel")),
        ("text2text-generation", config("t5", "T5WithLMHeadModel")),
    ],
)
def test_models_of_the_task_pass(task, accepted):
    check_head(accepted, "it", task)


@pytest.mark.parametrize(
    ("task", "refused", "words", "hint"),
    [
        (
            "token-classification",
            config("bert", "BertForMaskedLM"),
            "it is a BertForMaskedLM, not a model for token-classification",
            "Use --task fill-mask.",
        ),
        (
            "text-generation",
            config("bart", "BartForConditionalGeneration"),
            "it is a BartForConditionalGeneration",
            "Use --task fill-mask or summarization or translation or text2text-generation.",
        ),
        (
            "fill-mask",
            config("segformer", "SegformerForSemanticSegmentation"),
            "it is a SegformerForSemanticSegmentation",
            "Choose a model trained for fill-mask.",
        ),
        ("fill-mask", {"model_type": "nothing"}, "it is a nothing, not", "Choose a model trained for fill-mask."),
        (
            "text-generation",
            {"model_type": "own", "auto_map": {"AutoModelForCausalLM": "own.Own"}},
            "GranView runs none",
            "Choose a model of a type that transformers knows for text-generation.",
        ),
    ],
)
def test_others_are_told_what_they_are(task, refused, words, hint):
    with pytest.raises(UnsupportedModel, match=words) as error:
        check_head(refused, "it", task)
    assert error.value.hint == hint


@pytest.mark.parametrize("task", HEADS)
def test_every_head_names_classes_that_transformers_has(task):
    assert HEADS[task].load_class().__name__ == HEADS[task].auto_class
    least = {"image-to-image": 1, "depth-estimation": 7}.get(task, 21)
    assert len(HEADS[task].classes()) >= least
