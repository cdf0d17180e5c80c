"""Long texts: work that grows with the text and no faster, told window by window, ended when nobody wants it."""

import sys

import numpy as np
import pytest

from granview.core.run_params import RunParams
from granview.core.text import TextInput
from granview.models.texts.tokens import Tokens
from tests.helpers.tiny_adapters import tiny_adapter

TASKS = ("text-classification", "token-classification", "question-answering", "fill-mask")
PARAMS = RunParams()
WINDOW = 32


def long_text(task, windows):
    """A text of about so many windows."""
    word = "<mask> word on " if task == "fill-mask" else "a word, and on "
    question = "a word?" if task == "question-answering" else None
    return TextInput.of((word * (windows + 1))[: 13 * windows], question=question)


class Turned(list):
    """A list that counts how often it is turned into an array."""

    def __init__(self, values):
        super().__init__(values)
        self.count = 0

    def __array__(self, *args, **kwargs):
        self.count += 1
        return np.array(list(self), *args[:1])


class Listener:
    """Notes how far a pass is; wants it until so many parts are done."""

    def __init__(self, until=10**9):
        self.told = []
        self._until = until

    def written(self, index, text):
        raise AssertionError("nothing is written")

    def advanced(self, done, total, part):
        self.told.append((done, total, part))

    def cancelled(self):
        return len(self.told) >= self._until


@pytest.fixture(scope="module", params=TASKS)
def adapter(request):
    made = tiny_adapter(request.param, "bert")
    made.window = WINDOW
    return made


def steps_of(work):
    """How many instructions of Python a piece of work takes in GranView's own code."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        if "granview" not in frame.f_code.co_filename:
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_twice_the_text_takes_twice_the_steps(adapter):
    def steps(windows):
        text = long_text(adapter.task, windows)

        def work():
            batch = adapter.preprocess([text], PARAMS)
            output = adapter.forward(batch)
            adapter.postprocess(output, [text], PARAMS)

        return steps_of(work)

    steps(4)
    fewer, more = steps(12), steps(24)
    assert more < 2.2 * fewer


def test_a_long_text_is_turned_into_arrays_once(adapter, monkeypatch):
    made = []
    tokens_of = adapter.tokenizing.tokens

    def counted(*texts):
        tokens = tokens_of(*texts)
        made.extend(Turned(values) for values in (tokens.ids, tokens.parts, tokens.types))
        return Tokens(*made[-3:], tokens.spans)

    monkeypatch.setattr(adapter.tokenizing, "tokens", counted)
    text = long_text(adapter.task, 31)
    batch = adapter.preprocess([text], PARAMS)
    adapter.postprocess(adapter.forward(batch), [text], PARAMS)
    assert len(batch.texts[0].windows) > 10
    assert len(made) == 3
    assert all(values.count <= 1 for values in made)


def test_each_window_is_told_and_nobody_s_text_ends_after_one(adapter):
    batch = adapter.preprocess([long_text(adapter.task, 12)], PARAMS)
    n = len(batch.texts[0].windows)
    listener = Listener()
    _, outputs = adapter.forward(batch, listener)
    assert listener.told == [(done, n, "window") for done in range(1, n + 1)]
    assert len(outputs) == n
    _, outputs = adapter.forward(batch, Listener(until=3))
    assert len(outputs) == 3


def test_of_windows_of_one_shape_the_operations_of_one_are_counted(adapter):
    batch = adapter.preprocess([long_text(adapter.task, 30)], PARAMS)
    ((one, windows),) = batch.by_shape()
    assert windows == len(batch.passes) > 10
    calls = []
    hook = adapter.network.register_forward_hook(lambda *_: calls.append(1))
    assert adapter.count_flops(batch) == windows * adapter.count_flops(one) > 0
    adapter.warm_up(batch)
    hook.remove()
    assert len(calls) == 3
