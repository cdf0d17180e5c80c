"""All of it as one table."""

from typing import Final

from granview.gui.language.chinese.below.data_sets import DATA_SETS
from granview.gui.language.chinese.below.explain import EXPLAIN
from granview.gui.language.chinese.below.exported_models import EXPORTED_MODELS
from granview.gui.language.chinese.below.exports import EXPORTS
from granview.gui.language.chinese.below.files import FILES
from granview.gui.language.chinese.below.lanes import LANES
from granview.gui.language.chinese.below.model_files import MODEL_FILES
from granview.gui.language.chinese.below.model_loading import MODEL_LOADING
from granview.gui.language.chinese.below.phrases import PHRASES
from granview.gui.language.chinese.below.picture_models import PICTURE_MODELS
from granview.gui.language.chinese.below.pictures import PICTURES
from granview.gui.language.chinese.below.reference_formats import REFERENCE_FORMATS
from granview.gui.language.chinese.below.runtimes import RUNTIMES
from granview.gui.language.chinese.below.saved_predictions import SAVED_PREDICTIONS
from granview.gui.language.chinese.below.scores import SCORES
from granview.gui.language.chinese.below.sessions import SESSIONS
from granview.gui.language.chinese.below.text_models import TEXT_MODELS
from granview.gui.language.chinese.below.wishes import WISHES

BELOW: Final = {
    **DATA_SETS,
    **EXPLAIN,
    **EXPORTED_MODELS,
    **EXPORTS,
    **FILES,
    **LANES,
    **MODEL_FILES,
    **MODEL_LOADING,
    **PHRASES,
    **PICTURE_MODELS,
    **PICTURES,
    **REFERENCE_FORMATS,
    **RUNTIMES,
    **SAVED_PREDICTIONS,
    **SCORES,
    **SESSIONS,
    **TEXT_MODELS,
    **WISHES,
}
"""By the English text."""
