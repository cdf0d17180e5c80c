"""The rows of the tables as they are selected: each column's type, which a damaged file may not keep to."""

import msgspec

from granview.core.sample_kind import Kind
from granview.store.rows import Status


class SampleCells(msgspec.Struct, array_like=True, frozen=True):
    """A row of ``samples``."""

    name: str
    path: str
    sha256: str | None
    size_bytes: int | None
    kind: Kind
    record: int | None
    text: bytes | None
    reference_path: str | None
    reference_sha256: str | None
    reference_text: bytes | None
    parts: bytes | None
    more_references: bytes | None
    reference_format: str | None
    reference_record: str | None
    prompts: bytes | None
    data_columns: bytes | None


class RunCells(msgspec.Struct, array_like=True, frozen=True):
    """A row of ``runs``."""

    id: int
    started_at: str
    params: str
    seeds: str
    environment: str


class ResultCells(msgspec.Struct, array_like=True, frozen=True):
    """A row of ``results``, with the names of its sample and lane."""

    sample: str
    lane: str
    status: Status
    run_id: int
    request_id: int
    error: str
    hint: str
    notices: str
    preprocess_ms: float | None
    forward_ms: float | None
    postprocess_ms: float | None
    decode_ms: float | None
    score_ms: float | None
    batch_size: int | None
    warmup: int | None
    first_token_ms: float | None
    new_tokens: int | None
    reference_labels_id: int | None
    class_map_id: int | None
    statistics: bytes | None


class ExplanationCells(msgspec.Struct, array_like=True, frozen=True):
    """A row of ``explanations``, with the names of its sample and lane."""

    sample: str
    lane: str
    query: str
    data: bytes
