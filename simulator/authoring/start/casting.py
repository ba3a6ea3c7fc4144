"""Casting: which of a company's services, changes and people play in the first draft of an outage."""

from collections.abc import Iterator, Mapping, Sequence

from simulator.authoring.start.fill import written
from simulator.authoring.start.troubles import TROUBLES, UNKNOWN, Trouble
from simulator.domain.duration import DAY, HOUR
from simulator.domain.organisation import Change, Organisation, Person, Shows
from simulator.domain.week import WEEK, show_moment

NOTICEABLE = 0.2
"""A service that fewer customers than this share need makes a quiet outage (assumption)."""
_SHOWN: Mapping[Shows, str] = {"latency": "slow: 5x", "load": "load: +60%", "hit rate": "lost: 30%"}
_DECOYS = ("restart", "cache", "scale", "flag", "config", "job")


def cast(organisation: Organisation, severities: Sequence[str], starts: int | None = None) -> dict[str, str]:
    """The words of the template of an outage, as far as the company has something for them."""
    moment = _at_work(organisation) if starts is None else starts
    remedies = _remedies(organisation)
    one, other = _first(remedies, None), _first(remedies, _first(remedies, None))
    decoy = next((c for c in _felt(organisation, _DECOYS) if c not in (one, other)), None)
    here = one.on if one else next(iter(_reached(organisation)))
    there = other.on if other else here
    words = {
        "organisation": written(organisation.id), "starts": show_moment(moment),
        **_cause("one", one, here, UNKNOWN[0]), **_cause("other", other, there, UNKNOWN[1]),
        **_sign("one", one, organisation), **_sign("other", other, organisation),
        **_danger((one, other)), **_look(there if there != here else "", other),
        **_people(organisation, here, moment, severities, decoy),
    }  # fmt: skip
    slow = next((c for c in _felt(organisation, ("hotfix",)) if c not in (one, other)), None)
    if slow:
        words["slow_fix"] = written(slow.name)
    if decoy:
        words |= {"decoy": written(decoy.name), "decoy_on": written(decoy.on)}
    return words


def _at_work(organisation: Organisation) -> int:
    """Four hours after the first office opened on its second day, so that people are there."""
    site = next(iter(organisation.sites.values()))
    day = site.hours.days[min(1, len(site.hours.days) - 1)]
    later = min(4 * HOUR, (site.hours.closes - site.hours.opens) // 2)
    return (day * DAY + site.hours.opens + later - site.offset) % WEEK


def _reached(organisation: Organisation) -> Mapping[str, float]:
    """The services that customers need, with the share of customers, most needed first."""
    shares = dict.fromkeys(organisation.services, 0.0)
    for journey in organisation.journeys.values():
        for name in dict.fromkeys(each for need in journey.needs for each in organisation.closures[need]):
            shares[name] += journey.share
    by_share = sorted(shares.items(), key=lambda pair: -pair[1])
    return {name: share for name, share in by_share if share > 0}


def _felt(organisation: Organisation, kinds: Sequence[str]) -> Iterator[Change]:
    """The changes of some kinds on what customers need, by kind; first those that most would notice."""
    shares = _reached(organisation)
    for least in (NOTICEABLE, 0.0):
        for kind in kinds:
            for change in organisation.runbook.values():
                share = shares.get(change.on, 0.0)
                if change.kind == kind and share > 0 and (share >= NOTICEABLE) == (least > 0):
                    yield change


def _remedies(organisation: Organisation) -> tuple[Change, ...]:
    return tuple(_felt(organisation, tuple(TROUBLES)))


def _first(remedies: Sequence[Change], beside: Change | None) -> Change | None:
    """The first remedy; beside another one, of another kind and better for another service."""
    if beside is None:
        return next(iter(remedies), None)
    others = [change for change in remedies if change.kind != beside.kind]
    return next((change for change in others if change.on != beside.on), next(iter(others), None))


def _cause(which: str, change: Change | None, on: str, unknown: Trouble) -> dict[str, str]:
    trouble = TROUBLES[change.kind] if change else unknown
    return {
        f"{which}_cause": written(trouble.cause),
        f"{which}_truth": written(trouble.truth),
        f"{which}_clue": written(trouble.clue),
        f"{which}_change": written(change.name) if change else "",
        f"{which}_on": written(on),
        f"{which}_for": "" if change else ", for: 1h",
    }


def _sign(which: str, change: Change | None, organisation: Organisation) -> dict[str, str]:
    """What the change's own signal shows beside errors, so that it can be verified on that signal."""
    signal = organisation.signals[change.signal] if change else None
    if signal is None or signal.shows not in _SHOWN or signal.of not in organisation.services:
        return {}
    return {f"{which}_seen": written(signal.of), f"{which}_sign": _SHOWN[signal.shows]}


def _danger(changes: Sequence[Change | None]) -> dict[str, str]:
    """The first hazard that the runbook names for one of the changes."""
    for change in changes:
        for hazard in change.hazards if change else ():
            return {
                "danger_change": written(change.name), "danger": written(hazard.name),
                "danger_on": written(change.on),
            } if change else {}  # fmt: skip
    return {}


def _look(elsewhere: str, other: Change | None) -> dict[str, str]:
    """Where the other cause shows: at a place of its own, or beside the first one."""
    clue = written((TROUBLES[other.kind] if other else UNKNOWN[1]).clue)
    if elsewhere:
        return {"elsewhere": written(elsewhere), "elsewhere_clue": clue}
    return {"beside_clue": clue}


def _people(
    organisation: Organisation, place: str, moment: int, severities: Sequence[str], decoy: Change | None
) -> dict[str, str]:
    """Who is paged and asked first, who offers the wrong thing, and who waits for news."""
    team = _team(organisation, place, moment)
    called = [organisation.people[each] for each in organisation.on_call(team, moment)] if team else []
    usual = severities[min(1, len(severities) - 1)]
    steps = [f"declare {usual}"]
    if called:
        steps += [f"page {team}", "signals", "wait"]
    waiting = next(
        (s for s in organisation.stakeholders.values() if s.hears not in ("", "status page")), None
    )
    return {
        "level": written(usual),
        **({"higher": written(severities[0])} if len(severities) > 1 else {}),
        "first_steps": f"[{', '.join(written(step) for step in steps)}]",
        **_offer(called, decoy),
        **({"hears": waiting.hears, "waiting": written(waiting.name)} if waiting else {}),
    }


def _team(organisation: Organisation, place: str, moment: int) -> str | None:
    """The team of a place, or else any that has somebody on call."""
    teams = (organisation.services[place].team, *organisation.teams)
    return next((team for team in teams if organisation.on_call(team, moment)), None)


def _offer(called: Sequence[Person], decoy: Change | None) -> dict[str, str]:
    if not called or decoy is None:
        return {}
    eager = next((person for person in called if person.temper == "eager"), called[0])
    return {"eager": written(eager.id), "offer": written(f"I could {decoy.name}. It has helped before.")}
