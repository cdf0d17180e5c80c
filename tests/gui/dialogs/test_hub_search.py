import pytest
from huggingface_hub import constants

from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.hub_search import HubSearch
from tests.helpers.hub import reachable_hub, save_model
from tests.helpers.shell_waiting import until


@pytest.fixture
def hub(tmp_path, monkeypatch):
    with reachable_hub(monkeypatch) as server:
        config = {"model_type": "bert", "architectures": ["BertForMaskedLM"]}
        server.repos["org/bert"] = save_model(tmp_path / "bert", config)
        server.repos["org/odd"] = save_model(tmp_path / "odd")
        for repo in server.repos.values():
            repo.task = "fill-mask"
        server.repos["org/bert"].downloads, server.repos["org/bert"].likes = 1500, 1
        yield server


@pytest.fixture
def search(qapp, hub):
    jobs = Jobs(2, "test", lambda error: None)
    yield HubSearch(jobs, qapp)
    jobs.close()


def test_what_is_typed_is_searched_for_once_typing_rests(qapp, hub, search):
    heard = []
    search.arrived.connect(heard.append)
    for words in ("b", "be", "ber", "bert"):
        search.search(words, "fill-mask")
    until(qapp, lambda: heard)
    assert [query["search"] for query in hub.queries] == ["bert"]
    (entry,) = heard[0]
    assert (entry.source, entry.tasks, entry.local) == ("hf:org/bert", ("fill-mask",), False)
    assert entry.note == "1,500 downloads · 1 like"


def test_an_answer_that_nobody_wants_any_more_is_not_heard(qapp, hub, search):
    heard = []
    search.arrived.connect(lambda entries: heard.append([entry.title for entry in entries]))
    search.search("bert", "")
    until(qapp, lambda: hub.queries)
    search.search("odd", "fill-mask")
    until(qapp, lambda: heard)
    assert heard == [["org/odd"]]
    assert len(hub.queries) == 2


def test_a_model_whose_config_tells_no_task_is_for_the_one_that_was_asked_for(qapp, search):
    heard = []
    search.arrived.connect(heard.append)
    search.search("odd", "fill-mask")
    until(qapp, lambda: heard)
    assert heard[0][0].tasks == ("fill-mask",)


def test_offline_is_told(qapp, search, monkeypatch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    heard = []
    search.failed.connect(heard.append)
    search.search("bert", "")
    until(qapp, lambda: heard)
    assert "HF_HUB_OFFLINE forbids" in heard[0]
