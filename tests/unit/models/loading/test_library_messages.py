import logging
import warnings

from granview.models.loading.library_messages import LibraryMessages


def test_warnings_that_matter_are_collected_and_not_printed(capfd):
    with LibraryMessages() as chatter:
        logging.getLogger("transformers.models.any").warning("The first line\nand more")
        logging.getLogger("huggingface_hub.any").info("not a warning")
        warnings.warn("From warnings", UserWarning, stacklevel=1)
        warnings.warn("Old", DeprecationWarning, stacklevel=1)
    assert chatter.sentences == ["The first line", "From warnings"]
    assert capfd.readouterr() == ("", "")


def test_loggers_are_afterwards_as_they_were_before():
    logger = logging.getLogger("huggingface_hub")
    before = (logger.handlers[:], logger.propagate, logger.level)
    with LibraryMessages():
        assert logger.handlers != before[0]
    assert (logger.handlers, logger.propagate, logger.level) == before
