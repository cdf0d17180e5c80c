"""What was measured of a lane: wall times of one sample, and what the lane has cost.

Times are in milliseconds of a monotonic clock unless the name says otherwise. What was not measured is None.
"""

import msgspec


class Timing(msgspec.Struct, frozen=True):
    """Wall time that one sample took in its lane, each part its share of the batch; None where it was not measured.

    Attributes:
        preprocess_ms: Decoded pixels to model input.
        forward_ms: The forward pass, synchronised with the device.
        postprocess_ms: Model output to prediction.
        decode_ms: File to pixels.
        score_ms: Prediction against reference.
        batch_size: Samples in the forward pass.
        warmup: Whether this pass also warmed the model up; such a pass is kept out of the lane's timings.
        first_token_ms: From the start of the forward pass to the first token written, for models that write.
        new_tokens: Tokens written, for models that write.
    """

    preprocess_ms: float | None = None
    forward_ms: float | None = None
    postprocess_ms: float | None = None
    decode_ms: float | None = None
    score_ms: float | None = None
    batch_size: int = 1
    warmup: bool = False
    first_token_ms: float | None = None
    new_tokens: int | None = None


class Cost(msgspec.Struct, frozen=True):
    """What a lane has cost so far; None where it was not measured.

    Attributes:
        flops: Floating-point operations of one forward pass of one sample, by torch's counter.
        flops_input: The input's shape for which ``flops`` was counted, such as ``1x3x512x512``.
        peak_rss_mb: The worker's largest resident memory, in 10^6 bytes.
        peak_cuda_mb: The most CUDA memory that torch held, in 10^6 bytes.
        energy_j: Energy that the GPU used during forward passes, in joules, by NVML.
    """

    flops: int | None = None
    flops_input: str | None = None
    peak_rss_mb: float | None = None
    peak_cuda_mb: float | None = None
    energy_j: float | None = None
