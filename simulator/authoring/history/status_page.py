"""Incidents of a public status page, as its own interface tells them or as collections flatten them."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.authoring.history.making import make_history
from simulator.authoring.history.raw import Label, Place, Raw, Source
from simulator.authoring.history.times import read_date
from simulator.authoring.history.words import STATUSES, plain
from simulator.authoring.reading import Reading
from simulator.domain.history import History

UPDATES = ("incident_updates", "updates")
_TIMES = ("created_at", "at", "display_at")
_TEXTS = ("body", "message", "text")
_OVER = ("resolved", "completed")
_PLANNED = ("scheduled", "in_progress", "verifying", "completed")
TOUCHED = 60
"""A post changed later than this many seconds after it was made may have said something else (assumption)."""


def text_of(value: Mapping[str, Any], *names: str) -> str:
    """The first of some fields that holds anything, as text."""
    held = next((value[name] for name in names if value.get(name) not in (None, "")), "")
    return held if isinstance(held, str) else str(held) if isinstance(held, int | float) else ""


def read_incident(incident: Mapping[str, Any], place: Place, source: Source) -> Reading[History]:
    """The history of an incident: its posts, and what else the page tells."""
    updates = next(name for name in UPDATES if isinstance(incident.get(name), list))
    label = Label(
        place, text_of(incident, "name", "title"), text_of(incident, "id"), text_of(incident, "impact"),
        tuple(_components(incident, updates)), text_of(incident, "shortlink", "url"),
        page=True, planned=_planned(incident, updates),
    )  # fmt: skip
    posts = [_post(each, (*place, updates, n)) for n, each in enumerate(incident[updates])]
    if posts and posts[0].time > posts[-1].time:
        posts.reverse()
    return make_history([*_began(incident, posts, place), *_followed(incident, posts, place)], label, source)


def _planned(incident: Mapping[str, Any], updates: str) -> bool:
    """Whether it is work that was announced rather than an incident."""
    statuses = {text_of(each, "status").lower() for each in incident[updates] if isinstance(each, dict)}
    return text_of(incident, "impact").lower() == "maintenance" or not statuses.isdisjoint(_PLANNED)


def _components(incident: Mapping[str, Any], updates: str) -> list[str]:
    """What was affected, each once, in the order in which it was named."""
    lists = [incident.get("components")]
    lists += [one.get("affected_components") for one in incident[updates] if isinstance(one, dict)]
    named = (each for several in lists if isinstance(several, list) for each in several)
    names = (text_of(each, "name") if isinstance(each, dict) else str(each) for each in named)
    return [name for name in dict.fromkeys(names) if name]


def _post(update: Any, place: Place) -> Raw:
    value = update if isinstance(update, dict) else {}
    status = text_of(value, "status")
    kind = "note" if status.lower() == "postmortem" else "post"
    named = (("time", next((name for name in _TIMES if value.get(name)), _TIMES[0])), ("state", "status"))
    return Raw(
        place, text_of(value, *_TIMES), kind, text_of(value, *_TEXTS), state=status, scope=_scope(value),
        edited=_edited(value), named=named,
    )  # fmt: skip


def _scope(update: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The components that were shown as affected with a post; None where the page does not keep that."""
    named = update.get("affected_components")
    if not isinstance(named, list):
        return None
    affected = [each for each in named if not _well(each)]
    names = (text_of(each, "name") if isinstance(each, dict) else str(each) for each in affected)
    return tuple(plain(name) for name in dict.fromkeys(names) if name)


def _well(component: Any) -> bool:
    return isinstance(component, dict) and text_of(component, "new_status").lower() == "operational"


def _edited(update: Mapping[str, Any]) -> bool:
    """Whether its text may have been changed after people had read it."""
    made, changed = read_date(text_of(update, "created_at")), read_date(text_of(update, "updated_at"))
    return made is not None and changed is not None and changed - made > TOUCHED


def _began(incident: Mapping[str, Any], posts: list[Raw], place: Place) -> Iterator[Raw]:
    """When customers began to be affected, where the page says that it was before the first post."""
    name = "downtime_start" if incident.get("downtime_start") else "started_at"
    began = text_of(incident, name)
    if began and (not posts or began < posts[0].time):
        yield Raw(place, began, "impact", "Customers are affected from here on.", named=(("time", name),))


def _followed(incident: Mapping[str, Any], posts: list[Raw], place: Place) -> Iterator[Raw]:
    """The posts; and that it was mitigated and resolved, once each."""
    ended = text_of(incident, "resolved_at")
    well = text_of(incident, "downtime_end")
    told_well = bool(incident.get("impact_window")) and bool(well) and well < (ended or well + "Z")
    seen = dict[str, bool]()
    for post in posts:
        yield post
        state = STATUSES.get(post.state.lower())
        if state == "monitoring" and not told_well and not seen.get("mitigated"):
            seen["mitigated"] = True
            yield Raw(post.place, post.time, "mitigated", named=post.named)
        if post.state.lower() in _OVER and not seen.get("resolved"):
            seen["resolved"] = True
            yield Raw(post.place, post.time, "resolved", named=post.named)
    if told_well:
        text = "Customers are well again, as the review found."
        yield Raw(place, well, "mitigated", text, named=(("time", "downtime_end"),))
    if ended and not seen.get("resolved"):
        yield Raw(place, ended, "resolved", named=(("time", "resolved_at"),))
