import pytest

from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.gui.session.sample_opener import SampleOpener


def test_an_opener_that_says_no_more_reads_no_reference_and_never_anew() -> None:
    opener, nobody = SampleOpener(), lambda _: None
    assert opener.read_reference(Reference("a"), object(), None, None, nobody, nobody) is None
    assert not opener.reads_otherwise(RunParams(), RunParams())
    opener.cancel()
    with pytest.raises(NotImplementedError):
        opener.open(Sample("a", "a"), nobody, nobody)
