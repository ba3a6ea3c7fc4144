"""A real incident in sentences: what happened, what its timeline shows and what not. Nobody is blamed."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from simulator.debrief.real.measures import Measures, steps_back
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.entry import each, first
from simulator.domain.fact import ChangeStarted, Resolved, Verified
from simulator.domain.history import EVENT_KINDS, EventKind, History
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.clocks import spans
from simulator.scoring.real import NO_IMPACT
from simulator.scoring.words import listed

_NAMES: Mapping[EventKind, str] = {
    "impact": "when customers began to be affected", "alert": "alerts", "declare": "the declaration",
    "severity": "severities", "page": "pages", "join": "who joined", "leave": "who left", "assign": "roles",
    "handover": "hand-overs", "task": "tasks", "ask": "questions to the call", "brief": "situation reports",
    "decide": "decisions", "change": "changes", "verify": "verifications", "revert": "what was undone",
    "post": "updates", "mitigated": "that it was mitigated", "resolved": "that it was resolved",
    "follow-up": "follow-ups", "review": "who reviews it", "stand-down": "when people went", "note": "notes",
}  # fmt: skip


def date(history: History) -> str:
    """When it began, as people write it; empty where no date is told."""
    if not history.began:
        return ""
    began = datetime.fromisoformat(history.began)
    return f"{began.day} {began:%B %Y, %H:%M} UTC"


def utc(history: History, at: int) -> str:
    """The time of day of a second, in UTC; empty where no date is told."""
    return f"{datetime.fromisoformat(history.began) + timedelta(seconds=at):%H:%M}" if history.began else ""


def happened(history: History, case: Case, told: Measures) -> Iterator[str]:
    """What happened, in a few sentences."""
    if history.planned:
        yield "This was planned work, announced beforehand. It is no incident, so nothing is judged."
        return
    yield from _began(case, told)
    yield from _posted(told)
    yield from _changed(case)
    for one, later in steps_back(case.sent(PUBLIC)):
        was, then = one.fact.update.state, later.fact.update.state
        yield f"At {show_clock(later.at)} the state told to customers went back from {was} to {then}."
    yield _ended(case)


def _began(case: Case, told: Measures) -> Iterator[str]:
    posts, declared = case.sent(PUBLIC), case.declared
    if declared is not None:
        early = case.trouble is None or case.trouble.at > declared.at
        after = "" if early or not case.trouble else _after(declared.at - case.trouble.at, "the first alert")
        named = f" as {case.spans[0].severity}" if case.spans and case.spans[0].severity else ""
        yield f"It was declared{named} at {show_clock(declared.at)}{after}."
    if posts and told.lag is not None:
        yield f"Customers first heard at {show_clock(posts[0].at)}{_after(told.lag, told.since)}."
    elif posts and posts[0].at:
        yield f"Customers first heard at {show_clock(posts[0].at)}."
    elif posts:
        yield "The record begins with the first public update; what was before it is not shown."


def _after(seconds: int, what: str) -> str:
    return f", {show_minutes(seconds)} after {what}"


def _posted(told: Measures) -> Iterator[str]:
    if told.posts > 1:
        time = f" over {show_minutes(told.lasted)}" if told.lasted else ""
        longest = f"; the longest time between two was {show_minutes(told.longest)}" if told.longest else ""
        yield f"{told.posts} updates went out{time}{longest}."
    if told.promised == 1:
        came = "by then" if told.kept else "later or not at all"
        yield f"One update was promised for a time, and came {came}."
    elif told.promised:
        yield f"{told.promised} updates were promised for a time, and {told.kept} of them came by then."


def _changed(case: Case) -> Iterator[str]:
    changes = {fact.id for _, fact in each(case.seen, ChangeStarted)}
    watched = {fact.id for _, fact in each(case.seen, Verified)} & changes
    if changes:
        noun = "change was" if len(changes) == 1 else "changes were"
        seen = f"; for {len(watched)} it is told what was seen afterwards" if watched else ""
        yield f"{len(changes)} {noun} made{seen}."


def _ended(case: Case) -> str:
    over, posts = first(case.seen, Resolved), case.sent(PUBLIC)
    if over is not None:
        return f"It was called resolved at {show_clock(over.at)}."
    told = any(post.entry not in case.records.unmarked for post in posts)
    state = (
        f"; the last state that an update was marked with was {posts[-1].fact.update.state}" if told else ""
    )
    return f"The record ends at {show_clock(case.end)}{state}."


def shown(history: History, case: Case) -> str:
    """What the timeline holds."""
    if history.page:
        scope = " and what each named as affected" if case.shows("scope") else ""
        began = ", and when the impact began" if history.first("impact") else ""
        return f"what the status page shows: updates with their times and states{scope}{began}"
    if history.records == EVENT_KINDS:
        return "all that was done and told, as its writer says"
    return listed(name for kind, name in _NAMES.items() if case.shows(kind) or history.first(kind))


def not_shown(history: History, case: Case) -> Iterator[str]:
    """What could not be judged for want of a record, and what was done about it."""
    if history.planned:
        return
    if history.page and history.impact == NO_IMPACT:
        yield "The page calls it an incident without impact, so no clock ran for updates."
    if not case.shows("declare"):
        yield (
            "No declaration is shown. When the response began, and so by when customers had to hear first, "
            "is not known; how soon they first heard is not judged."
        )
    run = spans(case)
    if not case.shows("severity") and run and case.hears(PUBLIC):
        least = f"{run[0].severity}, the least at which customers are told"
        yield f"No severity is shown. Updates are held to {least}, or to their own promise if that is longer."
    if not case.shows("scope") and case.sent(PUBLIC):
        yield "What each update named as affected is not shown, so its scope is not judged."
    if case.records.unread:
        noun = "update" if len(case.records.unread) == 1 else "updates"
        yield (
            f"{len(case.records.unread)} {noun} may have said when the next would come, in words that were "
            "not understood or that were changed later. That is not judged."
        )
