"""The settings in which two doctrines differ, and a doctrine with one of them taken from the other."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Literal, TypeAlias, TypeVar

from simulator.authoring.shapes.thresholds import meaning_of, unit_of
from simulator.domain.doctrine import Clock, Doctrine, Role, UpdateState
from simulator.domain.duration import MINUTE, show_duration, show_minutes
from simulator.domain.value import Value, replace
from simulator.scoring.words import listed, percent

SettingKind: TypeAlias = Literal["threshold", "switch", "clock", "role", "easy kinds"]
T = TypeVar("T")


class Setting(Value):
    """What two doctrines say differently, in words, each with its source; `about` says what it is."""

    kind: SettingKind
    name: str
    about: str
    here: str
    there: str
    source_here: str
    source_there: str


def differing(here: Doctrine, there: Doctrine, severities: Collection[str] = ()) -> tuple[Setting, ...]:
    """Every setting that differs. Clocks are told for some severities, all that differ if none are given.

    Levels count as the same when one doctrine knows the name that the other has for them.
    """
    levels = tuple(here.level(name) for name in severities if here.knows(name))
    kinds = (_thresholds(here, there), _switches(here, there), _clocks(here, there, levels))
    return (*(one for kind in kinds for one in kind), *_roles(here, there), *_easy(here, there))


def swapped(here: Doctrine, there: Doctrine, setting: Setting) -> Doctrine:
    """The first doctrine, with one setting of the other, in its own names of the levels."""
    match setting.kind:
        case "threshold":
            return replace(here, thresholds=_with(here.thresholds, there.thresholds, setting.name))
        case "switch":
            return replace(here, switches=_with(here.switches, there.switches, setting.name))
        case "clock":
            return replace(here, clocks=_with(here.clocks, _clocks_in(here, there), setting.name))
        case "role":
            return replace(here, roles=_with(here.roles, _roles_in(here, there), setting.name))
        case "easy kinds":
            return replace(here, easy_kinds=there.easy_kinds)


def _with(ours: Mapping[str, T], theirs: Mapping[str, T], name: str) -> Mapping[str, T]:
    """Our entries in our order, one of them as theirs is: replaced, added or left out."""
    kept = {each: theirs.get(each, value) if each == name else value for each, value in ours.items()}
    if name not in theirs:
        del kept[name]
    elif name not in ours:
        kept[name] = theirs[name]
    return kept


def _thresholds(here: Doctrine, there: Doctrine) -> Iterator[Setting]:
    for name, ours in here.thresholds.items():
        theirs = there.thresholds.get(name)
        if theirs is not None and theirs.value != ours.value:
            yield Setting(
                "threshold", name, meaning_of(name), _value(name, ours.value), _value(name, theirs.value),
                ours.source, theirs.source,
            )  # fmt: skip


def _value(name: str, value: float) -> str:
    match unit_of(name):
        case "time":
            return _time(value)
        case "share":
            return percent(value)
        case "number":
            return f"{value:g}"


def _time(seconds: float) -> str:
    """A time as people say it, unless that would round it."""
    exact = seconds < MINUTE or seconds % MINUTE == 0
    return show_minutes(seconds) if exact else show_duration(round(seconds))


def _switches(here: Doctrine, there: Doctrine) -> Iterator[Setting]:
    for name, ours in here.switches.items():
        theirs = there.switches.get(name, ours)
        if theirs != ours:
            yield Setting("switch", name, name, _yes(ours), _yes(theirs), here.source, there.source)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _clocks(here: Doctrine, there: Doctrine, levels: Collection[str]) -> Iterator[Setting]:
    theirs = _clocks_in(here, there)
    for audience in dict.fromkeys((*here.clocks, *theirs)):
        one, other = here.clocks.get(audience), theirs.get(audience)
        apart = [level for level in here.severities if _hears(one, level) != _hears(other, level)]
        if apart:
            told = [level for level in apart if level in levels] or apart
            names = [_known_as(there, here, level) for level in told]
            about = f"how soon and how often {audience} hears"
            ours = "; ".join(f"{level}: {_hears(one, level)}" for level in told)
            hears = "; ".join(
                f"{name}: {_hears(other, level)}" for level, name in zip(told, names, strict=True)
            )
            yield Setting("clock", audience, about, ours, hears, _source(one), _source(other))


def _known_as(there: Doctrine, here: Doctrine, level: str) -> str:
    """What the other doctrine calls one of our levels; our own name where it has none for it."""
    names = (level, *here.severities[level].aliases)
    return next((there.level(name) for name in names if there.knows(name)), level)


def _hears(clock: Clock | None, level: str) -> str:
    """A clock at a level, in words; a level may owe further updates to who was told at another one."""
    return ", ".join(_owes(clock, level) if clock else ()) or "nothing owed"


def _owes(clock: Clock, level: str) -> Iterator[str]:
    begins = level in clock.first
    if begins:
        yield f"first within {_time(clock.first[level])}"
    if clock.then.get(level):
        yield f"{'then' if begins else 'once told'} every {_gaps(clock.then[level])}"
    if clock.settles and clock.later.get(level):
        yield f"from {_time(clock.settles)} on every {_gaps(clock.later[level])}"


def _gaps(by_state: Mapping[UpdateState, int]) -> str:
    """The time between updates; by state where it depends on that."""
    if len(set(by_state.values())) == 1:
        return _time(next(iter(by_state.values())))
    return listed(f"{_time(gap)} ({state})" for state, gap in by_state.items())


def _clocks_in(here: Doctrine, there: Doctrine) -> Mapping[str, Clock]:
    """The other doctrine's clocks in this one's names of the levels."""
    names = _renamed(here, there)
    return {
        audience: replace(
            clock,
            first=_told(clock.first, names),
            then=_told(clock.then, names),
            later=_told(clock.later, names),
        )
        for audience, clock in there.clocks.items()
    }


def _renamed(here: Doctrine, there: Doctrine) -> Callable[[str], tuple[str, ...]]:
    """Which of our levels stand for one of theirs."""
    ours: dict[str, tuple[str, ...]] = {}
    for level in here.severities:
        theirs = _known_as(there, here, level)
        ours[theirs] = (*ours.get(theirs, ()), level)
    return lambda level: ours.get(level, ())


def _told(by_level: Mapping[str, T], names: Callable[[str], tuple[str, ...]]) -> dict[str, T]:
    return {ours: value for level, value in by_level.items() for ours in names(level)}


def _roles(here: Doctrine, there: Doctrine) -> Iterator[Setting]:
    theirs = _roles_in(here, there)
    for name in dict.fromkeys((*here.roles, *theirs)):
        one, other = here.roles.get(name), theirs.get(name)
        if _required(one) != _required(other):
            about, other = f"when somebody must be {name}", there.roles.get(name)
            yield Setting(
                "role", name, about, _required(one), _required(other), _source(one), _source(other)
            )  # fmt: skip


def _roles_in(here: Doctrine, there: Doctrine) -> Mapping[str, Role]:
    """The other doctrine's roles in this one's names of the levels, in the order of ours."""
    names = _renamed(here, there)

    def renamed(role: Role) -> Role:
        required = {level for theirs in role.required_at for level in names(theirs)}
        return replace(role, required_at=tuple(level for level in here.severities if level in required))

    return {name: renamed(role) for name, role in there.roles.items()}


def _required(role: Role | None) -> str:
    return f"at {listed(role.required_at)}" if role and role.required_at else "never required"


def _source(one: Clock | Role | None) -> str:
    return one.source if one else ""


def _easy(here: Doctrine, there: Doctrine) -> Iterator[Setting]:
    if set(here.easy_kinds) != set(there.easy_kinds):
        ours, theirs = listed(here.easy_kinds), listed(there.easy_kinds)
        about = "which changes count as easy"
        yield Setting("easy kinds", "easy kinds", about, ours, theirs, here.source, there.source)
