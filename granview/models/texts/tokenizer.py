"""A model's tokenizer: loaded from its folder, and asked once for each text."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError, UnsupportedModel, WeightsMissing
from granview.core.limits import MAX_RUN_CHARS
from granview.core.readable_errors import first_line
from granview.models.texts.tokens import SPECIAL, Tokens

_FILES: Final = ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "vocab.json", "*.model", "*.spm", "*.tiktoken")
_REMEMBERED_TOKENS: Final = 2_000_000


def load_tokenizer(folder: Path, config: Any = None) -> Any:
    """The folder's tokenizer, a fast one where transformers can make one.

    Args:
        folder: Where its files are.
        config: The model's config, where transformers does not know the folder's own.

    Raises:
        WeightsMissing: the folder has none.
        UnsupportedModel: transformers cannot build it.
    """
    from transformers import AutoTokenizer

    if not any(next(folder.glob(pattern), None) for pattern in _FILES):
        raise WeightsMissing(
            f"{folder} holds no tokenizer, so it is unknown how texts are cut for this model.",
            "Copy tokenizer.json and tokenizer_config.json from the model's original repository.",
        )
    try:
        return AutoTokenizer.from_pretrained(folder, config=config, local_files_only=True, trust_remote_code=False)
    except BaseException as error:
        raise UnsupportedModel(
            f"The tokenizer in {folder} cannot be loaded: {first_line(error)}.", "Save it again with transformers."
        ) from error


class Tokenizing:
    """Turns texts into tokens.

    The library's own backend is called directly: transformers' call changes the backend's settings, which fails while
    another thread decodes with it. The text of a special token, such as ``[MASK]``, is that token.

    Args:
        tokenizer: As ``load_tokenizer`` gives it.

    Attributes:
        tokenizer: The same.
        has_offsets: Whether it can tell where its tokens stand in a text.
    """

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer
        self.has_offsets = bool(tokenizer.is_fast)
        self._remembered: OrderedDict[Hashable, Tokens] = OrderedDict()
        self._size = 0
        self._guard = threading.Lock()
        if self.has_offsets:
            tokenizer.backend_tokenizer.no_truncation()
            tokenizer.backend_tokenizer.no_padding()

    def tokens(self, text: str, pair: str | None = None, special: bool = True) -> Tokens:
        """All the tokens of a text or a pair.

        Args:
            text: The text.
            pair: The second text.
            special: Whether the tokenizer adds its special tokens.

        Raises:
            InputError: they have more than ``MAX_RUN_CHARS`` characters.
        """
        n_chars = len(text) + len(pair or "")
        if n_chars > MAX_RUN_CHARS:
            raise InputError(
                f"A text of {n_chars:,} characters cannot be cut into tokens: the limit is {MAX_RUN_CHARS:,}.",
                "Split it.",
            )
        if not self.has_offsets:
            return self._slowly(text, pair, special)
        backend = self.tokenizer.backend_tokenizer
        encoding = backend.encode(text, pair, add_special_tokens=special)
        parts = [SPECIAL if part is None else part for part in encoding.sequence_ids]
        return Tokens(encoding.ids, parts, encoding.type_ids, encoding.offsets)

    def remembered(self, key: Hashable, make: Callable[[], Tokens]) -> Tokens:
        """What ``make`` gives, made once for neighbouring uses of a key."""
        with self._guard:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return self._remembered[key]
            tokens = self._remembered[key] = make()
            self._size += len(tokens)
            while self._size > _REMEMBERED_TOKENS and len(self._remembered) > 1:
                self._size -= len(self._remembered.popitem(last=False)[1])
            return tokens

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Within it, nobody else makes tokens that are remembered: the tokenizer may be set otherwise meanwhile."""
        with self._guard:
            yield

    def pad_id(self, vocabulary: int) -> int:
        """What padding is filled with; masked, so that any token does where there is none for it.

        Args:
            vocabulary: Number of tokens that the network knows; some tokenizers know more.
        """
        candidates = (self.tokenizer.pad_token_id, self.tokenizer.eos_token_id, 0)
        return next(int(token) for token in candidates if token is not None and token < vocabulary)

    def _slowly(self, text: str, pair: str | None, special: bool) -> Tokens:
        """By a tokenizer written in Python, which cannot tell offsets."""
        coded = self.tokenizer(text, pair, add_special_tokens=special, verbose=False)
        ids = list(coded["input_ids"])
        types = list(coded.get("token_type_ids", [0] * len(ids)))
        return Tokens(ids, self._parts(ids, pair is not None) if special else [0] * len(ids), types)

    def _parts(self, ids: Sequence[int], is_pair: bool) -> list[int]:
        """Which text each token is of: special ones frame the texts, and stand between two."""
        written = {self.tokenizer.unk_token_id, self.tokenizer.mask_token_id}
        frame = set(self.tokenizer.all_special_ids) - written
        texts = [index for index, token in enumerate(ids) if token not in frame]
        parts = [SPECIAL] * len(ids)
        part = 0
        for before, index in zip([*texts[:1], *texts], texts, strict=False):
            part = 1 if is_pair and index > before + 1 else part
            parts[index] = part
        return parts
