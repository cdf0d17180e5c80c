import pytest
import torch
from torch import Tensor, nn

from granview.core.errors import ArgumentError, UnsupportedModel
from granview.core.explain_query import BoxPlace, ExplainQuery, PointPlace, SpanPlace, TokenPlace
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView
from granview.explain.subject import Subject, logits_of
from granview.explain.target import choose_target
from tests.helpers.explained import tokens

IMAGE = Subject(nn.Identity(), {}, ImageView((20, 20), (2, 2)))
TEXT = Subject(nn.Identity(), {}, TextView(tokens(3)))
PIXELS = torch.tensor([[[[5.0, 0], [0, 0]], [[0, 2], [3, 0]], [[1, 1], [1, 4]]]])
TOKENS = torch.tensor([[[5.0, 0], [0, 2], [1, 3]]])


def query(place: object = None, target: int | None = None) -> ExplainQuery:
    return ExplainQuery("grad-cam", place, target=target)


@pytest.mark.parametrize(
    ("subject", "logits", "asked", "index", "score"),
    [
        (IMAGE, torch.tensor([[1.0, 4, 2]]), query(), 1, 4),
        (IMAGE, torch.tensor([[1.0, 4, 2]]), query(target=2), 2, 2),
        (IMAGE, PIXELS, query(), 1, 5),
        (IMAGE, PIXELS, query(PointPlace(15, 15)), 2, 4),
        (IMAGE, PIXELS, query(BoxPlace(0, 0, 20, 10), target=2), 2, 2),
        (IMAGE, PIXELS, query(target=0), 0, 5),
        (TEXT, TOKENS, query(), 1, 3),
        (TEXT, TOKENS, query(SpanPlace(0, 1)), 0, 5),
        (TEXT, TOKENS, query(TokenPlace(1)), 1, 2),
        (TEXT, TOKENS, query(SpanPlace(0, 5), target=0), 0, 5),
    ],
)
def test_the_class_and_its_score(
    subject: Subject, logits: Tensor, asked: ExplainQuery, index: int, score: float
) -> None:
    target = choose_target(subject, logits, asked)
    assert target.index == index
    assert target.score(logits).tolist() == [score]


def test_a_class_predicted_nowhere_is_summed_everywhere() -> None:
    target = choose_target(IMAGE, torch.tensor([[[[1.0, 2]], [[3, 4]]]]), query(target=0))
    assert target.score(torch.tensor([[[[1.0, 2]], [[3, 4]]]])).tolist() == [3]


def test_scores_of_a_batch_are_each_its_own() -> None:
    target = choose_target(TEXT, TOKENS, query())
    assert target.score(torch.cat((TOKENS, 2 * TOKENS))).tolist() == [3, 6]


def test_what_there_is_not_is_told() -> None:
    with pytest.raises(ArgumentError, match="from 0 to 1"):
        choose_target(TEXT, TOKENS, query(target=2))
    with pytest.raises(ArgumentError, match="no token 3"):
        choose_target(TEXT, TOKENS, query(TokenPlace(3)))
    with pytest.raises(ArgumentError, match="not known"):
        choose_target(TEXT, TOKENS[:, :2], query(SpanPlace(0, 1)))
    with pytest.raises(UnsupportedModel, match="name no class"):
        choose_target(TEXT, torch.zeros(3), query())
    with pytest.raises(UnsupportedModel, match="no image"):
        choose_target(TEXT, PIXELS, query())


def test_logits_are_found_in_what_networks_return() -> None:
    one = torch.zeros(1)
    assert logits_of(one) is logits_of({"out": one}) is logits_of({"logits": one}) is one
    with pytest.raises(TypeError, match="no logits in dict"):
        logits_of({"hidden": one})
