"""A verdict in English."""

from typing import Final

from granview.report.verdict.caveat import CaveatKind
from granview.report.verdict.cost_facts import Apart, CostKind
from granview.report.verdict.english_places import place_in_line, place_names, units_of
from granview.report.verdict.figures import NO_BREAK
from granview.report.verdict.pair_facts import Advice, PairKind
from granview.report.verdict.words import (
    AdviceWords,
    CostWords,
    GroupTitles,
    Headings,
    Names,
    StatementWords,
    Words,
)

ENGLISH: Final = Words(
    code="en",
    title="English",
    separator=" ",
    headings=Headings("Verdict", "Over all", "Where", "Cost", "Recommendation", "To be known", "How it was made"),
    nothing="There is nothing to compare: a verdict needs two models with one task.",
    pair="{larger} and {smaller}",
    kinds={
        PairKind.ENDS: "largest and smallest of {family}",
        PairKind.NEIGHBOURS: "neighbours in {family}",
        PairKind.VARIANT: "variant of {family}",
        PairKind.FAMILIES: "the largest of each family",
        PairKind.APART: "not known to be of one family",
        PairKind.AGAINST: "against the chosen model",
    },
    names=Names(
        samples=("{n} sample", "{n} samples"),
        statements=("{n} statement", "{n} statements"),
        units=units_of,
        places=place_names,
        place_in_line=place_in_line,
        metric=str,
        family=str,
    ),
    statements=StatementWords(
        over_all="{metric} {larger_value} ({larger}) against {smaller_value} ({smaller}): {change} ({evidence})"
        "{direction}.{lost}",
        unscored="No sample was scored in both against a reference.",
        line="{name}: {change} ({evidence})",
        in_samples="{units} in {samples}",
        same="the same on each of {rests_on}",
        few="{rests_on}, too few for an interval",
        few_differ=(
            "{rests_on}, of which {n} differs, too few for an interval",
            "{rests_on}, of which {n} differ, too few for an interval",
        ),
        alike="{rests_on}, the same in each sample{p}",
        interval="95 % interval {low} to {high}; {rests_on}{p}",
        p=f"; p{NO_BREAK}{{p}}",
        p_corrected=f"; p{NO_BREAK}{{p}}{NO_BREAK}corrected (Holm)",
        p_value=str,
        lower_is_better=", lower is better",
        lost=" By itself it would be shown; among the {statements} of this verdict it may be chance.",
    ),
    advice=AdviceWords(
        sentences={
            Advice.UNSCORED: "Nothing can be said of {larger} and {smaller}: no sample was scored in both against a "
            "reference.",
            Advice.TOO_FEW: "{too_few}",
            Advice.NOT_SHOWN: "No difference shown between {larger} and {smaller}: {short}. {power}",
            Advice.ENOUGH: "{is_enough}",
            Advice.ENOUGH_EXCEPT: "{is_enough} But {needs}.",
            Advice.SMALLER: "{smaller_better}{takes}.",
            Advice.SMALLER_EXCEPT: "{smaller_better}{takes}. But {needs}.",
            Advice.LARGER: "{larger_better}{and_cost}.{needed}",
            Advice.LARGER_EXCEPT: "{larger_better}{and_cost}.{needed_also} {does}.",
            Advice.SPLIT: "{not_shown}; {does}, but {needs}.",
            Advice.LARGER_AT: "{not_shown}, but {needs}.",
            Advice.SMALLER_AT: "{not_shown}; {does}. {power}",
        },
        too_few=(
            "Too few samples to compare {larger} and {smaller}: {n} sample was scored in both, and at least {least} "
            "are needed.",
            "Too few samples to compare {larger} and {smaller}: {n} samples were scored in both, and at least {least} "
            "are needed.",
        ),
        too_few_differ="Too few samples to tell {larger} and {smaller} apart: they differ in {n_different} of "
        "{n_samples} ({metric} {change}), and at least {min_different} are needed.",
        same="No difference shown: {larger} and {smaller} have the same {metric} on each of {samples}. A difference "
        "that shows in few samples may have been missed.",
        short="{metric} {change}, 95 % interval {low} to {high}, {samples}{lost}",
        short_same="the same {metric} on each of {samples}",
        short_alike="{metric} {change}, the same in each of {samples}{lost}",
        lost="; by itself it would be shown, among all that is said here not",
        better="{better} is better than {other} by {size} {metric} (95 % interval {near} to {far}, {samples})",
        better_alike="{better} is better than {other} by {size} {metric} (in each of {samples})",
        directions={"higher": "higher", "lower": "lower"},
        is_enough="{smaller} is enough{rare}: over all, a difference of {margin} {metric} from {larger} is ruled out "
        "({short}){takes}.",
        rare=", rare failures aside",
        rare_in_places=" (rare failures aside)",
        same_time="in the same time",
        times_the_time="at {ratio} times the time",
        times_the_parameters="with {ratio} times the parameters",
        and_cost=", {cost}",
        takes="; {larger} does it {cost}",
        needs="{larger} is needed for {needed_for}{and_cost}",
        needed=" It is needed for {needed_for}.",
        needed_also=" It is needed for {needed_for};",
        better_for="{smaller} is better for {places}",
        enough_for="{smaller} is enough{rare} for {places}",
        joined=" and ",
        not_shown="Over all no difference is shown between {larger} and {smaller} ({short})",
        missed="With these {samples} a difference below {detectable} is missed in more than 20 of 100 cases.",
        missed_until="With these {samples} a difference below {detectable} is missed in more than 20 of 100 cases; "
        "about {samples_needed} would be needed to see one of {margin}.",
        samples_needed=("{n} sample", "{n} samples"),
    ),
    groups=GroupTitles(
        needs_larger="{larger} is better",
        smaller_better="{smaller} is better",
        enough="{smaller} is enough{rare}: a difference of {margin} is ruled out",
        undecided="No difference shown, and none ruled out",
        out_of_reach="Too few samples to show anything among so many statements",
        too_few="Too few samples",
    ),
    costs=CostWords(
        names={
            CostKind.TIME: "Time of a forward pass",
            CostKind.MEMORY: "Peak memory",
            CostKind.PARAMETERS: "Parameters",
            CostKind.ENERGY: "Energy of a sample",
        },
        line="{name}: {larger} {takes} {ratio} times as {much} ({larger_value} against {smaller_value}{samples}).",
        line_alike="{name}: {larger} {takes} about as {much} ({larger_value} against {smaller_value}{samples}).",
        not_compared="{name}: not compared, since {reason}.",
        apart={
            Apart.SAVED: "{lane} holds saved predictions",
            Apart.NOT_MEASURED: "it was not measured{of_lane}",
            Apart.OTHER_DEVICE: "the two ran on different devices",
            Apart.OTHER_RUN: "the two were timed in no run together: run both again",
            Apart.OTHER_BATCH: "the two ran with different batch sizes",
        },
        of_lane=" of {lane}",
        median=", median of {samples}",
        takes={
            CostKind.TIME: "takes",
            CostKind.MEMORY: "takes",
            CostKind.PARAMETERS: "has",
            CostKind.ENERGY: "takes",
        },
        much={
            CostKind.TIME: "much",
            CostKind.MEMORY: "much",
            CostKind.PARAMETERS: "many",
            CostKind.ENERGY: "much",
        },
    ),
    some_of="{n} of {all_samples}",
    failed_on="But {lane} failed on {some_of}.",
    caveats={
        CaveatKind.FAILED: ("{lane} failed on {some_of}: {words}",) * 2,
        CaveatKind.PARTIAL: ("{lane} was scored on {some_of}; differences rest on those of both.",) * 2,
        CaveatKind.OTHER_SETTINGS: ("{lane} has run {some_of} with other settings than those of now: run again.",) * 2,
        CaveatKind.MARKED: (
            "{n} reference is marked as wrong or unclear, and still counted.",
            "{n} references are marked as wrong or unclear, and still counted.",
        ),
        CaveatKind.UNPAIRED: (
            "{lane} was scored against another reference on {samples}, which is left out where places are compared.",
            "{lane} was scored against another reference on {samples}, which are left out where places are compared.",
        ),
        CaveatKind.REFUSED: ("{lane} is not compared, since it did not run: {words}",) * 2,
        CaveatKind.RAN_OTHERWISE: ("{lane} really ran in {words}.",) * 2,
        CaveatKind.NO_TIMES: ("{lane} holds saved predictions, of which no cost is known.",) * 2,
        CaveatKind.FEW: (
            "{samples} is few: below {total}, intervals are too narrow at times.",
            "{samples} are few: below {total}, intervals are too narrow at times.",
        ),
        CaveatKind.BY_OUTCOME: (
            "The slice “{words}” is left out: its units were chosen by what a model makes of them, among which models "
            "differ by that choice alone.",
        )
        * 2,
        CaveatKind.FEW_IN_PLACES: (
            "{n} statement about a place rests on fewer than {total} samples, of which intervals are too narrow at "
            "times.",
            "{n} statements about places rest on fewer than {total} samples, of which intervals are too narrow at "
            "times.",
        ),
        CaveatKind.RARE: (
            "Enough leaves rare failures aside: what fails on none of {samples} may fail on up to {unseen} % of others "
            "(Clopper–Pearson, one-sided 95 %). {total} samples without a failure would tell that such failures cost "
            "less than the margin.",
        )
        * 2,
        CaveatKind.COPIES: (
            "{some_of} holds the same as another one, and is counted as if it were independent of it, so that "
            "intervals are too narrow and p-values too small.",
            "{some_of} hold the same as others, and are counted as if they were independent of them, so that "
            "intervals are too narrow and p-values too small.",
        ),
        CaveatKind.UNSCORED: ("{lane} was scored on none of {all_samples}.",) * 2,
        CaveatKind.UNSCORED_SINCE: ("{lane} was scored on none of {all_samples}: {words}",) * 2,
    },
    method={
        "interval": (
            "Every difference is of the samples that both models were scored on, and a 95 % interval says how "
            "sure it is: whole samples are drawn anew with all that lies in them, {resamples} times.",
        )
        * 2,
        "places": ("By place, the mean score of what lies there is compared: 0 is worst, 1 is best.",) * 2,
        "correction": (
            "A difference is called shown where its p-value is at most {level:g}; this verdict makes one statement, "
            "so that there is nothing to correct for.",
            "A difference is called shown where its p-value is at most {level:g}, corrected (Holm, Shaffer) "
            "for all {statements} of this verdict together; what holds over all weighs as much as all places.",
        ),
        "margin": (
            "Enough means: a difference of the margin's size or more is ruled out (two one-sided tests). "
            "No difference shown does not mean that there is none.",
            "Enough means: a difference of the margin's size or more is ruled out (two one-sided tests), "
            "corrected in the same way. No difference shown does not mean that there is none.",
        ),
    },
)
