from threading import Thread

import torch

from granview.models.threads import one_thread


def test_only_the_calling_thread_is_held_to_one_core_and_only_for_a_while():
    seen = {}

    def beside():
        torch.set_num_threads(3)
        seen["before"] = torch.get_num_threads()
        with one_thread():
            seen["within"] = torch.get_num_threads()
        seen["after"] = torch.get_num_threads()

    torch.set_num_threads(2)
    thread = Thread(target=beside)
    thread.start()
    thread.join()
    try:
        assert seen == {"before": 3, "within": 1, "after": 3}
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(1)
