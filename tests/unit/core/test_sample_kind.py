from typing import get_args

import msgspec

from granview.core.explain_query import Place, TokenPlace
from granview.core.sample import Part, Sample
from granview.core.sample_kind import SAMPLE_KINDS
from granview.core.text import TextInput


def test_pictures_and_texts_are_samples() -> None:
    assert {name: kind.plural for name, kind in SAMPLE_KINDS.all().items()} == {"image": "images", "text": "texts"}
    assert all(kind.name == name for name, kind in SAMPLE_KINDS.all().items())


def test_a_worker_holds_many_texts_so_that_those_of_one_length_share_a_pass() -> None:
    assert SAMPLE_KINDS.get("text").requests_ahead > SAMPLE_KINDS.get("image").requests_ahead == 0


def test_every_type_of_place_but_a_token_is_one_of_some_kind() -> None:
    of_kinds = {place for kind in SAMPLE_KINDS.all().values() for place in kind.places}
    assert of_kinds == {*get_args(Place)} - {TokenPlace}


def test_a_sample_holds_parts_of_other_kinds() -> None:
    phrase = Part("phrase", "text", text=TextInput.of("the largest cell"))
    sample = Sample("scan", "/scan.png", parts=(phrase, Part("after", "image", "/after.png")))

    back = msgspec.msgpack.decode(msgspec.msgpack.encode(sample), type=Sample)

    assert back == sample
    assert back.part("phrase") == phrase
    assert back.part("before") is None
