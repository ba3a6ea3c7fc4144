"""The facilitator's table of commands. No trainee's help, completion or answer knows any of them."""

from collections.abc import Iterator
from typing import get_args

from simulator.domain import command as said
from simulator.domain import guidance as guides
from simulator.domain.fact.news import Want
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Inject, Scenario
from simulator.domain.seats import TRAINEES
from simulator.domain.value import replace
from simulator.grammar.names import Name, Names
from simulator.grammar.row import Row
from simulator.grammar.table import TABLE
from simulator.grammar.verbs import Verbs
from simulator.grammar.vocabulary import Vocabulary

_SHOWN_WORDS = 6
"""So many words of an inject tell it from the others."""
_WANTS: dict[Want, str] = {
    "news": "hear how it stands", "eta": "hear when it is over", "severity": "argue about the severity",
    "command": "take over",
}  # fmt: skip
_PULLS: dict[guides.Pull, str] = {
    "errors": "that share of requests fails", "slowness": "answers take that much longer",
    "load": "that much more is asked of it",
}  # fmt: skip
_TIME = (said.Skip, said.Help)
_SAYING = "say|saying|says text:TEXT"

GUIDING: tuple[Row, ...] = (
    Row(
        ("fire", "trigger"), "INJECT [saying|say text:TEXT]", "fire 1",
        "have an inject happen now",
        "Whatever it waits for; in other words, if you give some.",
        "injects", guides.Fire,
    ),
    Row(
        ("hold", "hold back"), "INJECT", "hold 1",
        "keep an inject from happening",
        "Until you let it go. What has happened cannot be held.",
        "injects", guides.Hold,
    ),
    Row(
        ("reword", "edit"), "INJECT (saying|say|to text:TEXT)",
        'reword 1 saying "Twenty more tickets, and a reporter."',
        "have an inject said in other words, when its time comes",
        "It still waits for what it waits for. What has been said cannot be reworded.",
        "injects", guides.Reword,
    ),
    Row(
        ("plan", "schedule"), f"who:SPEAKER (in|after after:DURATION) ({_SAYING})",
        'plan support in 10m saying "A newspaper has called."',
        "have somebody say something later",
        "It waits among the injects, where you can hold, reword and fire it. Who is not on the call then "
        "says it once they have joined.",
        "injects", guides.Plan,
    ),
    Row(
        ("let go", "unhold"), "INJECT", "let go 1",
        "let a held inject come again",
        "It happens as soon as its conditions hold.",
        "injects", guides.LetGo,
    ),
    Row(
        ("have", "make"), f"who:SPEAKER ({_SAYING})", 'have support say "Ten more tickets, all the same."',
        "have somebody say something",
        "Stakeholders, providers, and people who are on the call.",
        "injects", guides.Prompt,
    ),
    Row(
        ("send in", "swoop"), "who:SENIOR [wanting|for wants:WANT] [saying|say text:TEXT]",
        "send in leadership wanting eta",
        "have a senior step into the room",
        "They stay until they are answered, and everything takes longer meanwhile.",
        "injects", guides.SendIn,
    ),
    Row(
        ("nudge",), "SERVICE PULL (by|at amount:PERCENT) (for|over lasts:DURATION)",
        "nudge app errors by 20% for 10m",
        "strain a service for a while",
        f"At most {guides.MOST_SHARE} % for {guides.MOST_SECONDS // 60} min, {guides.MOST_NUDGES} times; "
        "it goes by itself, and the debrief tells of it.",
        "the world", guides.Nudge,
    ),
    Row(
        ("whisper", "tell"), f"to:SEAT ({_SAYING})", 'whisper deputy saying "Watch the clock for her."',
        "tell one seat something, alone",
        "It costs them no attention, and nobody else learns of it before the debrief.",
        "people", guides.Whisper, idle=frozenset({"to"}),
    ),
    Row(
        ("hint",), f"to:SEAT STEP ({_SAYING})",
        'hint commander question saying "What changed an hour ago?"',
        "help one seat on",
        "A question first, then a direction, the answer last. The debrief says how often help was given.",
        "people", guides.GiveHint, idle=frozenset({"to", "for"}),
    ),
    replace(
        next(row for row in TABLE if row.kind is said.Say),
        example="say welcome, you begin in a minute",
        meaning="say something to everybody, in your own name",
        advice="Every channel shows it in a frame, and the big screen while time stands. It costs nobody "
        "attention. To one seat alone: whisper.",
    ),
    *(replace(row, group="time") for row in TABLE if row.kind in _TIME),
    Row(
        ("end", "end exercise", "stop exercise"), "", "end",
        "end the exercise for everybody",
        "Where it stands, whoever still suffers. The debrief opens.",
        "time", said.End, idle=frozenset({"exercise", "it", "now"}), guarded=True,
    ),
)  # fmt: skip
"""Every command of the facilitator's seat."""
GUIDING_VERBS = Verbs(GUIDING, introduced=("guide", "nudge"))


def guiding_vocabulary(
    vocabulary: Vocabulary, scenario: Scenario, injects: tuple[Inject, ...] = ()
) -> Vocabulary:
    """What a facilitator can name besides what a trainee can; `injects` are all there are, own ones too."""
    company = scenario.organisation
    kinds = {
        "INJECT": Names.of(_inject(one, number) for number, one in enumerate(injects or scenario.injects, 1)),
        "SPEAKER": Names.of(_speakers(company, vocabulary)),
        "SENIOR": Names.of(_seniors(company, vocabulary.public)),
        "WANT": Names.of(Name(want, want, _WANTS[want]) for want in get_args(Want)),
        "SERVICE": Names.of(Name(name, name, each.about) for name, each in company.services.items()),
        "PULL": Names.of(Name(pull, pull, _PULLS[pull]) for pull in guides.PULLS),
        "SEAT": Names.of(Name(seat, seat) for seat in TRAINEES),
        "STEP": Names.of(Name(step, step) for step in guides.STEPS),
    }
    return replace(vocabulary, kinds={**vocabulary.kinds, **kinds})


def described(inject: Inject) -> str:
    """An inject in a few words."""
    does = next((f"{effect.kind} on {effect.to}" for effect in inject.effects), inject.means)
    words = " ".join(inject.says.split()[:_SHOWN_WORDS])
    return f"{inject.who}: {words}" if inject.who and words else inject.who or does


def _inject(inject: Inject, number: int) -> Name:
    label = f"{number} {described(inject)}"
    return Name(str(number), label, inject.says, (f"inject {number}", described(inject)), str(number))


def _speakers(company: Organisation, vocabulary: Vocabulary) -> Iterator[Name]:
    for name, who in company.stakeholders.items():
        yield Name(name, name, f"waits for news: {who.hears}" if who.hears else "")
    for name in company.providers:
        if name not in company.stakeholders:
            yield Name(name, name, "outside")
    people = vocabulary.kinds["PERSON"]
    yield from (name for name in people.entries if name.value in company.people)


def _seniors(company: Organisation, public: frozenset[str]) -> Iterator[Name]:
    """Those who step in by themselves come first; anybody can who waits for news, but for the public."""
    every = company.stakeholders.values()
    waiting = [who for who in every if who.patience and who.hears not in public]
    for who in sorted(waiting, key=lambda each: not each.swoops):
        yield Name(who.name, who.name, f"of {who.hears}")
