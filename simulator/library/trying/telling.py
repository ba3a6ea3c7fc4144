"""A trial as a person reads it: a table with bars, and what is wrong with its place."""

from collections.abc import Iterator, Sequence

from simulator.domain.duration import show_duration
from simulator.library.points import show_points
from simulator.library.trouble import counted
from simulator.library.trying.coverage import Covered
from simulator.library.trying.record import Paths, place
from simulator.library.trying.solved import CauseSolved
from simulator.library.trying.standing import Standing
from simulator.library.trying.trial import Trial

NAME, BAR = 20, 16
_PLURALS = {
    "cause": "causes", "outcome": "outcomes", "clue": "clues", "hazard": "hazards", "inject": "injects",
    "ending": "endings", "change": "changes of the company", "alert": "alerts of the company",
}  # fmt: skip


def tell(found: Trial, paths: Paths) -> str:
    """The whole trial in plain lines."""
    blocks = (_head(found), _players(found), _scores(found), _difficulty(found), _coverage(found, paths))
    text = ["\n".join(block) for block in (*map(list, blocks), list(_end(found, paths))) if block]
    return "\n\n".join(text)


def _head(found: Trial) -> Iterator[str]:
    swept = found.swept
    scenario = swept.outage.scenario
    yield f"{scenario.id}: {scenario.title}"
    plays = counted(len(swept.plays), "play")
    yield f"{counted(len(swept.players), 'player')}, seeds 1 to {swept.seeds}: {plays}"
    if swept.others:
        why = f", seeds {', '.join(map(str, swept.sought))} among them" if swept.sought else ""
        yield f"and {len(swept.others)} more to find what those did not reach{why}"


def _players(found: Trial) -> Iterator[str]:
    yield "Impact ended within the limit, by cause"
    for number, cause in enumerate(found.causes, 1):
        yield f"  {number}  {cause.cause} ({cause.weight:.0%})"
    yield ""
    heads = "".join(f"{number:>6}" for number in range(1, len(found.causes) + 1))
    yield f"  {'':<{NAME}}{heads}   minutes  {'customer-minutes lost, median':<{BAR}}"
    most = max(standing.lost for standing in found.standings)
    yield from (_player(found, standing, most) for standing in found.standings)
    yield from _by_heart(found)


def _player(found: Trial, standing: Standing, most: float) -> str:
    shares = "".join(f"{_share(*cause.solved.get(standing.player, (0, 0))):>6}" for cause in found.causes)
    minutes = "-" if standing.minutes is None else f"{standing.minutes:.0f}"
    cells = round(standing.lost / most * BAR) if most else 0
    bar = "#" * cells + "." * (BAR - cells)
    return f"  {standing.player:<{NAME}}{shares}{minutes:>10}  {bar} {standing.lost:>13,.0f}"


def _share(times: int, of: int) -> str:
    return f"{times / of:.0%}" if of else "-"


def _by_heart(found: Trial) -> Iterator[str]:
    """Whether it pays to know one world by heart."""
    others = {standing.player: standing.others for standing in found.standings}
    if {"memorised", "by-the-book"} <= set(others) and others["by-the-book"] and found.swept.seeds > 1:
        times = others["memorised"] / others["by-the-book"]
        yield ""
        yield (
            f"On seeds 2 to {found.swept.seeds} whoever knows only the cure of seed 1 loses "
            f"{times:.1f} times what the book loses (mean)."
        )


def _scores(found: Trial) -> Iterator[str]:
    axes = list(next((standing.axes for standing in found.standings if standing.axes), {}))
    shown = [axis.removeprefix("communication ") for axis in axes]
    yield f"Scores, median of {'seed 1' if found.scored == 1 else f'seeds 1 to {found.scored}'}"
    yield f"  {'':<{NAME}}{''.join(f'  {name:>10}' for name in shown)}  grades"
    for each in found.standings:
        points = [(name, each.axes.get(axis)) for name, axis in zip(shown, axes, strict=True)]
        cells = "".join(f"  {show_points(value):>{max(10, len(name))}}" for name, value in points)
        yield f"  {each.player:<{NAME}}{cells}  {_grades(each)}"


def _grades(standing: Standing) -> str:
    return ", ".join(f"{times} {grade or 'not scored'}" for grade, times in standing.grades.items())


def _difficulty(found: Trial) -> Iterator[str]:
    measured = found.difficulty
    if measured is None:
        yield "Difficulty: not measured; it takes idle, by-the-book and a player with a habit."
        return
    yield f"Difficulty: {measured.measured:.1f} of 5 measured, {measured.written} written."
    yield (
        f"  Habits lose {measured.habit:.0%} of what could be saved, the book {measured.book:.0%}; "
        f"it needs {show_duration(round(measured.minutes) * 60)}."
    )


def _coverage(found: Trial, paths: Paths) -> Iterator[str]:
    yield f"Reached in {counted(found.coverage.plays, 'play')}"
    for kind, (reached, of) in found.coverage.counts.items():
        if of:
            yield f"  {_PLURALS[kind]:<24}{reached:>4} of {of}"
    yield from _listed("Never reached", found.coverage.of("never"), paths)
    yield from _listed("Too rare to be met; odds as written", found.coverage.of("rare"), paths, odds=True)
    yield from _listed("No part of this outage, which is no fault", found.coverage.of("quiet"), paths)


def _listed(title: str, some: Sequence[Covered], paths: Paths, odds: bool = False) -> Iterator[str]:
    if some:
        yield ""
        yield f"{title}:"
    for each in some:
        chance = f" ({each.item.odds:.1%} of plays)" if odds else ""
        yield f"  {place(each.item.origin, paths)}: {each.item.kind} {each.item.name}{chance}"


def _end(found: Trial, paths: Paths) -> Iterator[str]:
    for cause in found.unsolved:
        book = cause.solved.get("by-the-book", (0, 0))[1]
        who = "by-the-book never ends it" if book else "nobody ends it"
        yield f"{place(cause.origin, paths)}: cause {cause.cause} cannot be solved: {who}"
    for cause in found.causes:
        yield from _lingers(cause, paths)
    if found.fine:
        yield "Everything that is written can be reached, and every cause can be solved."
        return
    never = len(found.coverage.of("never"))
    told = [f"{counted(never, 'thing')} can never be reached"] if never else []
    told += [f"{counted(len(found.unsolved), 'cause')} cannot be solved"] if found.unsolved else []
    yield f"{'; '.join(told)}."


def _lingers(cause: CauseSolved, paths: Paths) -> Iterator[str]:
    """What stayed overloaded though the cause was gone, where it mostly did."""
    seen = cause.lingers
    if seen.mostly:
        told = f"cured in {counted(seen.cured, 'play')}, and customers still failed"
        times = "" if seen.stayed == seen.cured else f" in {seen.stayed}"
        yield f"{place(cause.origin, paths)}: cause {cause.cause}: {told}{times}: {', '.join(seen.kept)}"
