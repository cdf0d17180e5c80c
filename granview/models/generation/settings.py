"""How text is generated: the run's parameters and the model's own tokens, as transformers takes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import torch

from granview.core.params import Generation

_OWN: Final = (
    *("bos_token_id", "eos_token_id", "pad_token_id", "decoder_start_token_id"),
    *("forced_bos_token_id", "forced_eos_token_id", "suppress_tokens", "begin_suppress_tokens", "bad_words_ids"),
)
"""What of a model's generation config belongs to the model: which tokens begin, end, and may not stand in a text."""

_CHOSEN: Final = {
    **{"num_beams": 1, "do_sample": False, "temperature": 1.0, "top_k": 50, "top_p": 1.0},
    **{"repetition_penalty": 1.0, "no_repeat_ngram_size": 0, "encoder_no_repeat_ngram_size": 0},
    **{"length_penalty": 1.0, "min_length": 0, "min_new_tokens": 0, "early_stopping": False},
}
"""What a model's generation config may recommend, and the run decides; with the values that recommend nothing."""


def own_settings(network: Any, pad_id: int) -> Any:
    """A generation config of what belongs to the model; padding is ``pad_id`` where the model names none."""
    from transformers import GenerationConfig

    own = {name: getattr(network.generation_config, name, None) for name in _OWN}
    kept = {name: value for name, value in own.items() if value is not None}
    return GenerationConfig(**{"pad_token_id": pad_id, **kept})


def unused_settings(network: Any) -> tuple[str, ...]:
    """What must be said of the settings that a model recommends, and that the run's parameters replace."""
    recommended = network.generation_config.to_diff_dict()
    named = [
        f"{name} {recommended[name]}"
        for name, nothing in _CHOSEN.items()
        if recommended.get(name) not in (None, nothing)
    ]
    if not named:
        return ()
    return (f"Its generation_config.json recommends {', '.join(named)}; the run's own parameters are used.",)


def as_transformers(generation: Generation, own: Any, max_new_tokens: int) -> Any:
    """The generation config of a run.

    Args:
        generation: The run's parameters.
        own: As ``own_settings`` gives it.
        max_new_tokens: The run's, or fewer where the model's window holds no more.
    """
    from transformers import GenerationConfig

    drawing = {"temperature": generation.temperature, "top_k": generation.top_k, "top_p": generation.top_p}
    kept = {name: getattr(own, name) for name in _OWN if getattr(own, name, None) is not None}
    return GenerationConfig(
        max_new_tokens=max_new_tokens,
        num_beams=generation.num_beams,
        do_sample=generation.do_sample,
        repetition_penalty=generation.repetition_penalty,
        no_repeat_ngram_size=generation.no_repeat_ngram_size,
        return_dict_in_generate=True,
        output_scores=generation.num_beams > 1,
        **(drawing if generation.do_sample else {}),
        **kept,
    )


@contextmanager
def seeded(generation: Generation, device: torch.device) -> Iterator[None]:
    """Within it, draws begin at the seed; the program's other draws go on afterwards as if nothing had been."""
    devices = [device] if device.type == "cuda" else []
    with torch.random.fork_rng(devices, enabled=generation.do_sample):
        if generation.do_sample:
            torch.manual_seed(generation.seed)
        yield
