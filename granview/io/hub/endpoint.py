"""Which hub is asked."""

import os


def hub_endpoint() -> str:
    """The hub's address without a slash at its end: ``HF_ENDPOINT`` where that is set, else the hub client's own."""
    from huggingface_hub import constants

    return os.environ.get("HF_ENDPOINT", constants.ENDPOINT).rstrip("/")
