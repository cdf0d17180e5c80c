"""What holds for every recipe, on one tiny network of each kind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from granview.core.errors import GranViewError, UnsupportedModel
from granview.core.explain_query import ExplainQuery, PointPlace
from granview.core.recipe import RECIPES
from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.core.variant import Step, Variant
from granview.explain.explainer import AdapterExplainer
from granview.models.adapter import Adapter
from tests.helpers.tiny_models import save_tiny
from tests.helpers.tiny_text_models import save_tiny_text
from tests.helpers.tiny_zoo import save_tiny_zoo

TEXT = TextInput.of("Paris is the capital of France.")
IN_TORCH = sorted(name for name, traits in RECIPES.all().items() if traits.group != "engine")
ENGINES = sorted(name for name, traits in RECIPES.all().items() if traits.group == "engine")


def _picture() -> Any:
    return np.random.default_rng(0).integers(0, 255, (64, 96, 3), dtype=np.uint8)


NETWORKS: dict[str, tuple[str, Callable[[Path], Any], Any]] = {
    "segmentation": ("image-segmentation", lambda folder: save_tiny("segformer", folder), _picture()),
    "detection": ("object-detection", lambda folder: save_tiny_zoo("fcos", folder), _picture()),
    "text": (
        "text-classification",
        lambda folder: save_tiny_text("bert", "text-classification", folder),
        TEXT,
    ),
    "writing": ("text-generation", lambda folder: save_tiny_text("gpt2", "text-generation", folder), TEXT),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return {kind: make(tmp_path_factory.mktemp(kind)) for kind, (_, make, _) in NETWORKS.items()}


def _variant(recipe: str) -> Variant:
    traits = RECIPES.get(recipe)
    amount = None if traits.amount is None else 0.6
    precision = next(each for each in ("fp32", "bf16") if each in traits.precisions)
    return Variant.of(precision, (Step(recipe, amount),))


def _run(adapter: Adapter[Any, Any], sample_input: Any) -> Any:
    subject = sample_input.shape[:2] if isinstance(sample_input, np.ndarray) else sample_input
    params = RunParams()
    return adapter.postprocess(adapter.forward(adapter.preprocess([sample_input], params)), [subject], params)[0]


def _has_changed(adapter: Adapter[Any, Any], plain: Adapter[Any, Any]) -> bool:
    ran, before = adapter.known_now().ran, plain.known_now().ran
    network = adapter.network
    return (
        ran.stored_mb < before.stored_mb
        or (ran.sparsity or 0.0) > 0.1
        or ran.engine != before.engine
        or any(each.ndim == 4 and not each.is_contiguous() for each in network.parameters())
    )


@pytest.mark.parametrize("kind", NETWORKS)
def test_each_recipe_of_torch_changes_a_network_or_is_refused_in_words(kind: str, saved, load) -> None:
    task, _, sample_input = NETWORKS[kind]
    plain = load(saved[kind], task=task)
    refused = {}
    for recipe in IN_TORCH:
        try:
            adapter = load(saved[kind], task=task, variant=_variant(recipe))
            assert _run(adapter, sample_input).prediction is not None
        except GranViewError as error:
            refused[recipe] = error
        else:
            assert _has_changed(adapter, plain), recipe
    assert set(refused) == {"2:4", *({"channels-last"} if kind in {"text", "writing"} else ())}
    assert all(error.hint for error in refused.values())


def test_every_engine_is_tried_here_or_beside_its_network() -> None:
    assert ENGINES == ["onnx-int8-dynamic", "onnx-int8-static", "onnxruntime"]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["onnx-int8-static", "onnxruntime"])
def test_an_engine_computes_a_text_model_and_refuses_one_that_writes(engine: str, saved, load) -> None:
    variant = _variant(engine)
    with pytest.raises(UnsupportedModel, match="word by word"):
        load(saved["writing"], task="text-generation", variant=variant)
    with pytest.raises(UnsupportedModel, match="by its parts"):
        load(saved["detection"], task="object-detection", variant=variant)
    adapter = load(saved["text"], task="text-classification", variant=variant)
    expected = _run(load(saved["text"], task="text-classification"), TEXT).prediction.scores

    prediction = _run(adapter, TEXT).prediction

    atol = 1e-4 if engine == "onnxruntime" else 0.05
    np.testing.assert_allclose(prediction.scores, expected, atol=atol)
    facts = adapter.known_now()
    assert facts.ran.engine.startswith("onnxruntime ")
    assert facts.ran.prepare_s > 0
    assert any("differ by at most" in words for words in facts.notices)


@pytest.mark.parametrize("recipe", ["int8", "int4", "magnitude", "structured", "channels-last"])
def test_explanations_are_of_the_variant(recipe: str, saved, load) -> None:
    device = _Alone()
    query = ExplainQuery("relevance", PointPlace(10, 20))
    plain, changed = (
        AdapterExplainer(load(saved["segmentation"], variant=variant), device).explain(
            "sample", _picture(), None, query, lambda: False
        )
        for variant in (Variant(), _variant(recipe))
    )
    assert changed.weights.values.shape == plain.weights.values.shape
    assert np.isfinite(changed.weights.values).all()
    assert (recipe == "channels-last") == np.allclose(
        changed.weights.values, plain.weights.values, rtol=1e-3, atol=1e-6
    )


def test_what_onnxruntime_computes_in_int8_cannot_be_explained(saved, load) -> None:
    adapter = load(saved["segmentation"], variant=_variant("onnx-int8-dynamic"))
    with pytest.raises(UnsupportedModel, match="cannot be read"):
        AdapterExplainer(adapter, _Alone()).facts("sample", _picture(), None, lambda: False)


class _Alone:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...
