"""Every refusal and notice of Explain is a whole sentence, whatever it is filled with; none is left out here."""

import ast
import re
import traceback
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch import Tensor, nn

import granview.explain
from granview.core.arrays import pack
from granview.core.errors import GranViewError
from granview.core.explain_query import ExplainQuery, MaskPlace, PointPlace, SpanPlace, TokenPlace
from granview.core.explanation import SPECIAL
from granview.explain.adapter_subject import subject_of
from granview.explain.attention.capture import CaptureRequest, Site
from granview.explain.attention.interface import _own_eager
from granview.explain.attention.tap import tap
from granview.explain.attention_notices import attention_notices, why_no_attention
from granview.explain.explainer import AdapterExplainer, explain, facts_of
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView, tokens_of
from granview.explain.method import METHODS
from granview.explain.prepared_sample import PreparedSample, prepare
from granview.explain.subject import Subject
from granview.explain.subjects.depth_estimation import depth_subject
from granview.explain.subjects.segmentation import segmentation_subject
from granview.explain.target import choose_target
from granview.explain.text_inputs import unread
from tests.helpers.explained import by_hand, prepared, prepared_with_classes, tokens
from tests.helpers.tiny_adapters import tiny_adapter
from tests.helpers.tiny_attention import ALL, WITH_CLASSES

ROOT = Path(granview.explain.__file__).parents[1]
FILES = [*ROOT.glob("explain/**/*.py"), ROOT / "core" / "explain_query.py"]
IMAGE = ImageView((20, 20), (20, 20), (5, 5, 15, 15))
WITHIN = ImageView((20, 20), (20, 20))
SITE = Site(0, "layers.0.attention", 4, 1, 11, 11)


def assert_sentence(text: str, goes_on: bool = False) -> None:
    """A sentence, or, where it ``goes_on`` from a name and a colon, its remainder."""
    assert re.fullmatch(r"[a-z].*\." if goes_on else r"(['\"]|[A-Z0-9]).*\.", text), text
    for sign in (
        "  ",
        " ,",
        ", ,",
        ",,",
        " .",
        "..",
        " :",
        ": .",
        ":.",
        "''",
        '""',
        "()",
        "[]",
        "None",
        "{",
        "}",
        "\n",
    ):
        assert sign not in text, f"{sign!r} in {text!r}"
    assert not re.search(r"\b1 [a-z ]*layers\b", text), text


class Elsewhere(nn.Module):
    """Looks at the image, and says what does not depend on that."""

    def __init__(self) -> None:
        super().__init__()
        self.look = nn.Conv2d(3, 8, 1)

    def forward(self, image: Tensor) -> Tensor:
        self.look(image)
        return image[:, :, ::2, ::2] * 2


class Aside(nn.Module):
    """Its attention decides nothing, and where ``constant`` neither does its input."""

    def __init__(self, constant: bool = False) -> None:
        super().__init__()
        self.bert = ALL["bert"].build()
        self.constant = constant

    def forward(self, input_ids: Tensor) -> Tensor:
        hidden = self.bert(input_ids).last_hidden_state
        return hidden.new_ones(1, 3) if self.constant else self.bert.get_input_embeddings()(input_ids).sum(1)


def asked(ready: PreparedSample, method: str, **options: object) -> None:
    explain(ready, ExplainQuery(method, **options))


def words(count: int = 3, special: int = 0) -> Subject:
    return Subject(nn.Identity(), {}, TextView(tokens(count, special=special)))


def aside(constant: bool = False) -> PreparedSample:
    ids = ALL["bert"].inputs()["input_ids"]
    return prepare(Subject(Aside(constant).eval(), {"input_ids": ids}, TextView(tokens(11))))


def misread() -> None:
    subject = Subject(WITH_CLASSES["bert"].build(), WITH_CLASSES["bert"].inputs(), TextView(tokens(5)))
    asked(prepare(subject), "input-gradients")


def flash() -> None:
    network = ALL["bert"].build()
    network.config._attn_implementation_internal = "flash_attention_2"
    with tap(network, CaptureRequest()):
        pass


def too_many_gradients() -> None:
    network, inputs = ALL["bert"].build(), ALL["bert"].inputs()
    with tap(network, CaptureRequest(gradients=True), limit_bytes=4_000):
        network(**inputs)


def elsewhere() -> PreparedSample:
    return prepare(Subject(Elsewhere().eval(), {"": torch.randn(1, 3, 4, 4)}, ImageView((4, 4), (4, 4))))


def pixel_mask(size: int, *corner: int) -> MaskPlace:
    mask = np.zeros((size, size), bool)
    mask[corner] = True
    return MaskPlace(pack(mask))


def of_another_engine() -> None:
    adapter = tiny_adapter("text-classification", "bert")
    adapter.network.why_not_explained = "Its attention is not seen."
    AdapterExplainer(adapter, nullcontext())._refuse_other_engines()


def in_tiles() -> None:
    adapter = SimpleNamespace(task="image-segmentation", resizing=SimpleNamespace(is_done=False))
    segmentation_subject(adapter, np.broadcast_to(np.uint8(0), (5000, 5000, 3)))


LOGITS = torch.zeros(1, 3, 5)
REFUSALS: Mapping[str, Callable[[], object]] = {
    "method": lambda: asked(prepared("bert"), "grad-cam"),
    "no numbers": lambda: asked(by_hand([torch.full((1, 3, 3), torch.nan)]), "attention", place=TokenPlace(0)),
    "no stacks": lambda: elsewhere().stack(None),
    "no such stack": lambda: asked(prepared("bert"), "attention", stack="cross"),
    "nothing kept": lambda: asked(prepared("bert", 1000), "rollout"),
    "kernel": flash,
    "no function": lambda: _own_eager(nn.Linear(1, 1)),
    "too many gradients": too_many_gradients,
    "gradients of whole weights": lambda: asked(prepared_with_classes("deberta", 15_000), "relevance"),
    "unknown tokens": misread,
    "pixels in a text": lambda: tokens_of(PointPlace(1, 1), tokens(3)),
    "another text": lambda: tokens_of(SpanPlace(0, 1, "target"), tokens(3)),
    "special tokens alone": lambda: tokens_of(SpanPlace(0, 1), tokens(3, special=3)),
    "between tokens": lambda: tokens_of(SpanPlace(90, 91), tokens(3)),
    "a text in an image": lambda: IMAGE.cells_of(SpanPlace(0, 1), 4, 4),
    "a mask of another size": lambda: IMAGE.cells_of(pixel_mask(8, 1, 1), 4, 4),
    "outside the image": lambda: IMAGE.cells_of(PointPlace(90, 1), 4, 4),
    "outside what is shown": lambda: IMAGE.cells_of(PointPlace(1, 1), 4, 4),
    "a region outside what is shown": lambda: IMAGE.cells_of(pixel_mask(20, 1, 1), 4, 4),
    "no classes": lambda: choose_target(words(), torch.zeros(3), ExplainQuery("relevance")),
    "no such class": lambda: choose_target(words(), LOGITS, ExplainQuery("relevance", target=9)),
    "no image": lambda: choose_target(words(), torch.zeros(1, 2, 3, 3), ExplainQuery("relevance")),
    "no token named": lambda: choose_target(
        Subject(nn.Identity(), {}, TextView(tokens(3)), reads=None), LOGITS, ExplainQuery("relevance")
    ),
    "no such token": lambda: choose_target(words(), LOGITS, ExplainQuery("relevance", TokenPlace(9))),
    "tokens at no place": lambda: choose_target(words(4), LOGITS, ExplainQuery("relevance", SpanPlace(0, 1))),
    "rollout across": lambda: asked(prepared("bart"), "rollout", stack="cross"),
    "rollout to everything": lambda: asked(prepared("bert"), "rollout", direction="to"),
    "attention to everything": lambda: asked(prepared("bert"), "attention", direction="to"),
    "no such token in a layer": lambda: asked(prepared("bert"), "attention", place=TokenPlace(99)),
    "no layer for Grad-CAM": lambda: asked(elsewhere(), "grad-cam", target_layer="head"),
    "Grad-CAM does not matter": lambda: asked(elsewhere(), "grad-cam"),
    "attention does not matter": lambda: asked(aside(), "relevance"),
    "no gradient": lambda: asked(aside(constant=True), "relevance"),
    "another adapter": lambda: subject_of(object(), None),  # type: ignore[arg-type]
    "another engine": of_another_engine,
    "a picture in tiles": in_tiles,
    "depth": lambda: ExplainQuery("attention", depth=2.0),
    "a network of depth": lambda: depth_subject(None, None),  # type: ignore[arg-type]
    "no such layer": lambda: asked(prepared("bert"), "attention", layer=9),
    "no such head": lambda: asked(prepared("bert"), "attention", head=9),
}


def raised_by(provoke: Callable[[], object]) -> tuple[GranViewError, tuple[str, int]]:
    """The error, and the file and line where it was raised."""
    try:
        provoke()
    except GranViewError as error:
        *_, (frame, line) = traceback.walk_tb(error.__traceback__)
        return error, (frame.f_code.co_filename, line)
    raise AssertionError(f"{provoke} refused nothing")


def test_every_refusal_is_a_sentence_with_advice_and_none_is_left_out() -> None:
    seen = set()
    for name, provoke in REFUSALS.items():
        error, where = raised_by(provoke)
        assert_sentence(error.message)
        if name != "a mask of another size":
            assert_sentence(error.hint)
        seen.add(where)
    missing = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and "TypeError" not in ast.dump(node.exc):
                lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                if not any((str(path), line) in seen for line in lines):
                    missing.append(f"{path}:{node.lineno}")
    assert not missing, "refusals that are not provoked here"


@pytest.mark.parametrize("name", ["bert", "bart", "vit"])
def test_what_methods_say_of_themselves_are_sentences(name: str) -> None:
    for method in METHODS.all().values():
        assert_sentence(method.facts.says)
        assert_sentence(method.facts.cannot_say)
        if why := method.why_not(prepared(name)):
            assert_sentence(why, goes_on=True)


def test_why_there_is_no_attention_goes_on_from_a_method_s_name() -> None:
    for sites, without_map in (([], []), ([SITE], []), ([], ["layers.0.attention"])):
        assert_sentence(why_no_attention(sites, without_map), goes_on=True)


@pytest.mark.parametrize("name", ["diffllama", "recurrent-gemma", "bert"])
@pytest.mark.parametrize(("unplaced", "without_map"), [(1, 1), (2, 3)])
def test_what_is_left_out_is_said_in_sentences(name: str, unplaced: int, without_map: int) -> None:
    said = attention_notices(ALL[name].build(), [], unplaced, ["layers.0.attention"] * without_map)
    assert len(said) >= 2
    for sentence in said:
        assert_sentence(sentence)


def test_notices_are_sentences() -> None:
    said = [*unread(type("Text", (), {"tokens": tokens(9000)})(), 512)]  # type: ignore[arg-type]
    said += facts_of(prepared("clipseg")).notices + facts_of(prepared("bert", 1000)).notices
    said += explain(prepared("segformer"), ExplainQuery("rollout")).notices
    said += explain(prepared("bart"), ExplainQuery("rollout")).notices
    said += explain(prepared_with_classes("bert"), ExplainQuery("integrated-gradients", target=1)).notices
    assert len(said) >= 5
    for sentence in said:
        assert_sentence(sentence)


def test_tokens_that_stand_for_no_text_are_not_called_by_an_empty_name() -> None:
    error, _ = raised_by(lambda: tokens_of(SpanPlace(0, 1), tokens(1, special=1)))
    assert "about ," not in error.message
    assert (tokens(1, special=1).part == SPECIAL).all()
