import socket

import pytest

from granview.core.errors import RuntimeProblem
from granview.runtime.index import WheelIndex
from granview.runtime.lock_file import Wheel

WHEEL = Wheel("torch", "1", "torch-1-py3-none-any.whl", 1, "0" * 64)


def test_an_index_that_is_not_there_is_named_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(RuntimeProblem, match=rf"http://127.0.0.1:{port}/simple/torch/ cannot be reached: ") as error:
        WheelIndex(f"http://127.0.0.1:{port}/simple/").url(WHEEL)

    assert "HTTPS_PROXY" in error.value.hint


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(RuntimeProblem, match="ftp://mirror/torch/ is no address of an index"):
        WheelIndex("ftp://mirror").url(WHEEL)
