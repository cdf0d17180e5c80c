import json

import numpy as np
import pytest
import torch

from granview.core.errors import InputError
from granview.core.params import Generation, TextParams
from granview.core.run_params import RunParams
from granview.core.text import Message, TextInput
from granview.core.variant import Variant
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, DECODERS, RECURRENT, byte_level, save_tiny_text

TASK = "text-generation"
PROMPTS = ("The quick brown", "北京是中国的", "What is the capital of France? The capital of")


class Listener:
    """Keeps what it is told, and cancels after so many tellings."""

    def __init__(self, patience=10**9):
        self.told = []
        self.patience = patience

    def written(self, index, text):
        self.told.append((index, text))

    def cancelled(self):
        return len(self.told) >= self.patience


@pytest.mark.parametrize("kind", [*DECODERS, *RECURRENT])
def test_greedy_search_agrees_with_the_pipeline(kind, tmp_path, load):
    from transformers import pipeline

    folder = save_tiny_text(kind, TASK, tmp_path)
    adapter = load(folder, task=TASK)
    said = [run_texts(adapter, [prompt])[0] for prompt in PROMPTS]
    own = pipeline(TASK, model=str(folder), device="cpu", dtype=torch.float32)
    options = {"max_new_tokens": 8, "do_sample": False, "clean_up_tokenization_spaces": False}
    for prompt, one in zip(PROMPTS, said, strict=True):
        expected = own(prompt, return_full_text=False, **options)[0]["generated_text"]
        assert one.prediction.text == expected
        assert one.new_tokens == 8 or one.prediction.stopped == "end"
        assert one.first_token_ms > 0


@pytest.mark.parametrize("kind", [*DECODERS, *RECURRENT])
def test_prompts_of_several_lengths_share_a_batch_and_change_nothing(kind, tmp_path, load):
    adapter = load(save_tiny_text(kind, TASK, tmp_path), task=TASK)
    together = run_texts(adapter, PROMPTS)
    for prompt, said in zip(PROMPTS, together, strict=True):
        alone = run_texts(adapter, [prompt])[0].prediction
        assert said.prediction.text == alone.text
        np.testing.assert_allclose(said.prediction.confidence, alone.confidence, atol=1e-4)
        assert said.prediction.nll == pytest.approx(alone.nll, rel=1e-4)


def own_generate(folder, prompt, **options):
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    network = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    inputs = tokenizer(prompt, return_tensors="pt")
    common = {"return_dict_in_generate": True, "output_scores": True, "pad_token_id": 2, "max_new_tokens": 8}
    output = network.generate(**inputs, **common, **options)
    new = output.sequences[0, inputs["input_ids"].shape[1] :]
    text = tokenizer.decode(output.sequences[0])[len(tokenizer.decode(inputs["input_ids"][0])) :]
    scores = network.compute_transition_scores(
        output.sequences, output.scores, output.get("beam_indices"), normalize_logits="beam_indices" not in output
    )
    return text, new, scores[0].exp().numpy()


def test_confidence_is_that_of_the_transition_scores(tmp_path, load):
    folder = save_tiny_text("llama", TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [PROMPTS[0]])[0].prediction
    text, new, probabilities = own_generate(folder, PROMPTS[0], do_sample=False)
    assert said.text == text.removesuffix("</s>")
    kept = [index for index, token in enumerate(new.tolist()) if token not in (0, 2)]
    np.testing.assert_allclose(said.confidence, probabilities[kept][: len(said.confidence)], atol=1e-5)


@pytest.mark.parametrize("kind", ["gpt2", "qwen2"])
def test_beam_search_agrees_with_generate(kind, tmp_path, load):
    folder = save_tiny_text(kind, TASK, tmp_path)
    said = run_texts(load(folder, task=TASK), [PROMPTS[0]], Generation(max_new_tokens=8, num_beams=3))[0]
    text, new, probabilities = own_generate(folder, PROMPTS[0], num_beams=3, do_sample=False)
    assert said.prediction.text == text.removesuffix("</s>")
    assert said.first_token_ms > 0
    np.testing.assert_allclose(said.prediction.confidence, probabilities[: len(said.prediction.confidence)], atol=1e-5)
    assert len(new) >= said.new_tokens


def test_sampling_agrees_with_generate_from_the_same_seed(tmp_path, load):
    folder = save_tiny_text("gpt2", TASK, tmp_path)
    drawing = {"do_sample": True, "temperature": 1.5, "top_k": 20, "top_p": 0.9}
    generation = Generation(max_new_tokens=8, seed=7, **drawing)
    adapter = load(folder, task=TASK)
    before = torch.random.get_rng_state()
    said = run_texts(adapter, [PROMPTS[2], PROMPTS[0]], generation)
    assert torch.equal(torch.random.get_rng_state(), before)
    torch.manual_seed(7)
    text, _, _ = own_generate(folder, PROMPTS[0], **drawing)
    assert said[1].prediction.text == text.removesuffix("</s>")
    other = run_texts(adapter, [PROMPTS[0]], Generation(max_new_tokens=8, seed=8, **drawing))[0]
    assert other.prediction.text != said[1].prediction.text


def test_rules_on_repetition_are_kept(tmp_path, load):
    folder = save_tiny_text("gpt2", TASK, tmp_path)
    rules = {"repetition_penalty": 1.7, "no_repeat_ngram_size": 2}
    said = run_texts(load(folder, task=TASK), [PROMPTS[0]], Generation(max_new_tokens=8, **rules))[0]
    text, _, _ = own_generate(folder, PROMPTS[0], do_sample=False, **rules)
    assert said.prediction.text == text.removesuffix("</s>")


def test_each_token_has_its_place_in_the_text(tmp_path, load):
    adapter = load(save_tiny_text("gpt2", TASK, tmp_path), task=TASK)
    prediction = run_texts(adapter, [PROMPTS[1]], Generation(max_new_tokens=40))[0].prediction
    assert len(prediction.tokens) == len(prediction.confidence) > 10
    covered = {place for start, end in prediction.tokens.tolist() for place in range(start, end)}
    assert covered == set(range(len(prediction.text)))
    assert ((prediction.confidence > 0) & (prediction.confidence <= 1)).all()


def test_what_is_written_is_told_while_it_is_written(tmp_path, load):
    adapter = load(save_tiny_text("gpt2", TASK, tmp_path), task=TASK)
    adapter.written_every_s = 0.0
    listener = Listener()
    said = run_texts(adapter, PROMPTS[:2], watcher=listener)
    for place, one in enumerate(said):
        texts = [text for index, text in listener.told if index == place]
        assert len(texts) >= one.new_tokens
        assert texts[-1] == one.prediction.text.rstrip("�")
        assert all(one.prediction.text.startswith(text) for text in texts)


@pytest.mark.parametrize("generation", [Generation(max_new_tokens=60), Generation(max_new_tokens=60, do_sample=True)])
def test_a_cancelled_generation_ends_at_the_next_token(generation, tmp_path, load):
    adapter = load(save_tiny_text("llama", TASK, tmp_path), task=TASK)
    adapter.written_every_s = 0.0
    listener = Listener(patience=6)
    said = run_texts(adapter, PROMPTS[:2], generation, watcher=listener)
    assert sum(one.new_tokens for one in said) <= 8


def test_a_cancelled_beam_search_ends_at_once(tmp_path, load):
    adapter = load(save_tiny_text("llama", TASK, tmp_path), task=TASK)
    listener = Listener(patience=0)
    said = run_texts(adapter, PROMPTS[:1], Generation(max_new_tokens=60, num_beams=2), watcher=listener)
    assert said[0].new_tokens == 0


def test_the_prompt_s_likelihood_is_that_of_the_model_s_own_loss(tmp_path, load):
    from transformers import AutoModelForCausalLM, AutoTokenizer

    folder = save_tiny_text("qwen2", TASK, tmp_path)
    prediction = run_texts(load(folder, task=TASK), [PROMPTS[2]])[0].prediction
    inputs = AutoTokenizer.from_pretrained(folder)(PROMPTS[2], return_tensors="pt")
    with torch.inference_mode():
        loss = AutoModelForCausalLM.from_pretrained(folder).eval()(**inputs, labels=inputs["input_ids"]).loss
    count = inputs["input_ids"].shape[1] - 1
    assert (prediction.nll_of, prediction.nll_tokens) == ("input", count)
    assert prediction.nll == pytest.approx(float(loss) * count, rel=1e-4)


@pytest.mark.parametrize("kind", ["llama", "recurrent-gemma"])
def test_a_long_prompt_s_likelihood_is_computed_piece_by_piece_where_there_is_a_cache(
    kind, tmp_path, load, monkeypatch
):
    adapter = load(save_tiny_text(kind, TASK, tmp_path), task=TASK)
    whole = run_texts(adapter, [PROMPTS[2]])[0].prediction.nll
    monkeypatch.setattr("granview.models.generation.causal_adapter._AT_ONCE", 5)
    assert run_texts(adapter, [PROMPTS[2]])[0].prediction.nll == pytest.approx(whole, rel=1e-4)


def test_a_long_prompt_keeps_its_end_and_says_so(tmp_path, load):
    folder = save_tiny_text("gpt2", TASK, tmp_path)
    adapter = load(folder, task=TASK)
    long = " ".join(CORPUS)
    said = run_texts(adapter, [long])[0]
    ids = adapter.tokenizer(long, verbose=False)["input_ids"]
    assert said.notices == (
        f"The model's window holds 128 tokens, 8 of them new: the last 120 of the prompt's {len(ids):,} were read.",
    )
    with torch.inference_mode():
        logits = adapter.network(input_ids=torch.tensor([ids[-120:]])).logits[0, -1]
    assert said.prediction.confidence[0] == pytest.approx(float(logits.softmax(-1).max()), abs=1e-5)


def test_more_new_tokens_than_the_window_holds_are_told(tmp_path, load):
    adapter = load(save_tiny_text("llama", TASK, tmp_path), task=TASK)
    said = run_texts(adapter, [PROMPTS[0]], Generation(max_new_tokens=1000))[0]
    assert said.new_tokens <= 64
    assert said.notices == ("Only 64 of 1,000 new tokens fit into the model's window of 128.",)


def with_chat(folder):
    save_tiny_text("llama", TASK, folder)
    byte_level(chat=True).save_pretrained(folder)
    return folder


def test_a_chat_template_frames_the_prompt(tmp_path, load):
    adapter = load(with_chat(tmp_path), task=TASK)
    given = TextInput.of("What is 北京?")
    messages = [{"role": "user", "content": given.text}]
    expected = adapter.tokenizer.apply_chat_template(messages, add_generation_prompt=True)["input_ids"]
    tokens = adapter.tokens(given)
    assert list(tokens.ids) == list(expected)
    assert next(given.text[start:end] for start, end in tokens.offsets[tokens.part == 0].tolist()) == "W"
    assert tokens.offsets[tokens.part == 0].max() == len(given.text)
    assert run_texts(adapter, [given])[0].prediction.nll_tokens == (tokens.part == 0).sum()
    plain = adapter.preprocess([given], RunParams(text=TextParams(chat=False)))
    assert plain.passes[0]["input_ids"].tolist() == [adapter.tokenizer(given.text)["input_ids"]]


def as_given(adapter, messages):
    """The prompt as the library writes it."""
    return adapter.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)


def test_a_system_prompt_is_the_first_message_and_the_prompt_is_kept_as_it_was_given(tmp_path, load):
    adapter = load(with_chat(tmp_path), task=TASK)
    params = RunParams(of_task={TASK: {"system_prompt": "Be short."}}, generation=Generation(max_new_tokens=2))
    sample = TextInput.of("What is 北京?\n")
    batch = adapter.preprocess([sample], params)
    (said,) = adapter.postprocess(adapter.forward(batch), [sample], params)
    expected = as_given(
        adapter, [{"role": "system", "content": "Be short."}, {"role": "user", "content": "What is 北京?"}]
    )
    assert said.prediction.prompt == expected
    assert said.prediction.prompt_tokens == len(adapter.tokenizer(expected)["input_ids"])
    assert said.prediction.prompt_left_out == 0
    assert any("line end at the end" in notice for notice in said.notices)
    assert not any("line end" in notice for notice in run_texts(adapter, ["What is it?"])[0].notices)


def test_the_prompt_says_what_had_no_room(tmp_path, load):
    prediction = run_texts(load(with_chat(tmp_path), task=TASK), [" ".join(CORPUS)])[0].prediction
    assert prediction.prompt.startswith("<|user|>")
    assert prediction.prompt_tokens == 128 - 8
    assert prediction.prompt_left_out > 0


def test_messages_before_the_last_go_to_the_model_with_their_own_system_message(tmp_path, load):
    adapter = load(with_chat(tmp_path), task=TASK)
    said = [("system", "Be long."), ("user", "a b"), ("assistant", "c"), ("user", "d e\n")]
    sample = TextInput.of_messages([Message.of(*each) for each in said])
    assert run_texts(adapter, [sample])[0].prediction.prompt == as_given(
        adapter, [{"role": role, "content": content} for role, content in said]
    )
    params = RunParams(of_task={TASK: {"system_prompt": "Be short."}})
    assert any("system message of their own" in notice for notice in adapter.prepared(sample, params).notices)


def test_without_a_template_neither_a_system_prompt_nor_messages_are_read_and_that_is_told(tmp_path, load):
    adapter = load(save_tiny_text("gpt2", TASK, tmp_path), task=TASK)
    sample = TextInput.of_messages([Message.of("user", "a"), Message.of("user", "b")])
    prepared = adapter.prepared(sample, RunParams(of_task={TASK: {"system_prompt": "Be short."}}))
    assert prepared.notices[0] == "The model does not read the messages before the last."
    assert prepared.notices[1].startswith("The system prompt is not used")
    assert run_texts(adapter, [sample])[0].prediction.prompt == "b"


def test_a_template_that_refuses_a_role_is_told(tmp_path, load):
    adapter = load(with_chat(tmp_path), task=TASK)
    adapter.tokenizer.chat_template = "{{ raise_exception('System role not supported') }}"
    with pytest.raises(InputError, match="does not take messages of system, user: System role not supported"):
        adapter.prepared(TextInput.of("a"), RunParams(of_task={TASK: {"system_prompt": "Be short."}}))


def test_a_long_message_keeps_the_chat_s_frame(tmp_path, load):
    adapter = load(with_chat(tmp_path), task=TASK)
    row = adapter.preprocess([TextInput.of(" ".join(CORPUS))]).passes[0]["input_ids"][0].tolist()
    words = adapter.tokenizer.decode(row)
    assert words.startswith("<|user|>")
    assert words.endswith("\n<|assistant|>")
    assert len(row) == 128 - 64


def test_an_end_of_text_stops_a_sample_and_not_its_neighbour(tmp_path, load):
    adapter = load(save_tiny_text("gpt2", TASK, tmp_path), task=TASK)
    _, written = adapter.forward(adapter.preprocess([TextInput.of(PROMPTS[0])]))
    adapter._own.eos_token_id = [2, written[0].ids[1]]
    said = run_texts(adapter, PROMPTS, Generation(max_new_tokens=6))
    assert said[0].prediction.stopped == "end"
    assert said[0].new_tokens <= 2
    for prompt, one in zip(PROMPTS, said, strict=True):
        assert one.prediction.text == run_texts(adapter, [prompt], Generation(max_new_tokens=6))[0].prediction.text
    assert any(one.prediction.stopped == "length" for one in said)


def test_what_the_model_recommends_is_told_and_not_used(tmp_path, load):
    folder = save_tiny_text("gpt2", TASK, tmp_path)
    path = folder / "generation_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"num_beams": 4, "min_new_tokens": 5}))
    adapter = load(folder, task=TASK)
    assert adapter.facts.notices == (
        "Its generation_config.json recommends num_beams 4, min_new_tokens 5; the run's own parameters are used.",
    )
    assert run_texts(adapter, [PROMPTS[0]], Generation(max_new_tokens=2))[0].new_tokens <= 2


def test_an_empty_prompt_is_told(tmp_path, load):
    with pytest.raises(InputError, match="The prompt is empty"):
        run_texts(load(save_tiny_text("gpt2", TASK, tmp_path), task=TASK), [""])


def test_operations_are_those_of_the_prompt(tmp_path, load):
    adapter = load(save_tiny_text("llama", TASK, tmp_path), task=TASK)
    batch = adapter.preprocess([TextInput.of(PROMPTS[2])])
    tokens = batch.shape[1]
    layer = 2 * tokens * (32 * 32 * 2 + 32 * 16 * 2 + 3 * 32 * 48) + 2 * 2 * tokens * tokens * 32
    head = 2 * 32 * 330
    counted = adapter.count_flops(batch)
    assert counted == pytest.approx(2 * layer + head, rel=0.02)


def test_reduced_precision_runs(tmp_path, load):
    adapter = load(save_tiny_text("llama", TASK, tmp_path), task=TASK, variant=Variant("bf16"))
    assert run_texts(adapter, PROMPTS)[0].new_tokens > 0
