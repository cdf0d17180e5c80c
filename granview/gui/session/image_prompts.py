"""What a session's user was asked about pictures and masks, and what comes of it when others have arrived."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from granview.core.image_params import ImageParams, MaskFrame, MaskValues
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.io.image_survey import ImageSurvey
    from granview.io.mask_guess import MaskGuess

Topic = Literal["masks", "range"]

_KEY: Final = "image-questions"
_LISTED: Final = 12


@dataclass(frozen=True)
class Decision:
    """What follows from a look at pictures and masks.

    Attributes:
        params: How they are read from now on.
        prompts: What was asked by now.
        asked: What is to be asked.
        sentences: What is to be said of it, in sentences.
    """

    params: ImageParams
    prompts: "ImagePrompts"
    asked: tuple[Topic, ...]
    sentences: tuple[str, ...]


class ImagePrompts(msgspec.Struct, frozen=True):
    """What is kept in a session, so that no question comes twice.

    Attributes:
        asked: The questions that were asked, each by what it was about.
        values: What the values of masks were guessed to mean; a choice that differs is the user's own.
        frame: How masks were guessed to lie.
        is_settled: Whether the user has said what masks mean, so that no guess comes in its place.
    """

    asked: tuple[str, ...] = ()
    values: MaskValues | None = None
    frame: MaskFrame | None = None
    is_settled: bool = False

    def after(self, survey: "ImageSurvey", params: ImageParams, n_classes: Collection[int]) -> Decision:
        """What follows from a look and from how many classes the models have.

        Guesses give way to better ones, the user's own choices stay.
        """
        from granview.io.mask_guess import guess_masks

        guess = guess_masks(survey.masks, n_classes)
        own = self.own(params)
        applied = guess.applied(own)
        topics = {"masks": _of_masks(survey, guess, own), "range": _of_ranges(survey, own)}
        new = {topic: about for topic, about in topics.items() if about and about not in self.asked}
        asked_by_now = (*self.asked, *new.values())
        prompts = ImagePrompts(asked_by_now, guess.values, guess.frame, self.is_settled)
        asked: tuple[Topic, ...] = tuple(topic for topic in ("masks", "range") if topic in new)
        return Decision(applied, prompts, asked, _sentences(survey, params, applied))

    def own(self, params: ImageParams) -> ImageParams:
        """Parameters without what was only guessed."""
        if self.is_settled:
            return params
        values = None if params.mask_values == self.values else params.mask_values
        frame = None if params.mask_frame == self.frame else params.mask_frame
        return msgspec.structs.replace(params, mask_values=values, mask_frame=frame)


def read_prompts(session: Session) -> ImagePrompts:
    """What was asked in a session."""
    return session.get_view(_KEY, ImagePrompts, ImagePrompts())


def save_prompts(session: Session, prompts: ImagePrompts) -> None:
    """Keep what was asked."""
    session.set_view(_KEY, prompts)


def _of_masks(survey: "ImageSurvey", guess: "MaskGuess", own: ImageParams) -> str:
    """What there is to ask about masks; empty where it is certain or chosen."""
    doubts = guess.unanswered_doubts(own)
    return f"masks: {_held(survey)}: {', '.join(doubt.name for doubt in doubts)}" if doubts else ""


def _of_ranges(survey: "ImageSurvey", own: ImageParams) -> str:
    suggested = survey.ranges.suggested if own.range is None else None
    return f"range: {suggested}" if suggested is not None else ""


def _held(survey: "ImageSurvey") -> str:
    values = sorted({value for group in survey.masks.groups for value in group.pixels})
    return ", ".join(map(str, values[:_LISTED])) + (", …" if len(values) > _LISTED else "")


def _sentences(survey: "ImageSurvey", before: ImageParams, after: ImageParams) -> tuple[str, ...]:
    lines = [survey.trouble] if survey.trouble else []
    if after.mask_values is not None and after.mask_values != before.mask_values:
        lines.append(f"The masks hold {_held(survey)}; they are read so: {after.mask_values.in_words}.")
    return tuple(lines)
