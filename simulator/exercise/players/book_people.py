"""By the book: take command, get the people, size it up."""

from collections.abc import Iterator

from simulator.exercise.players.sight import Sight

LEAD = "business-lead"


def opening(sight: Sight, said: set[str]) -> Iterator[str]:
    """What comes first, in order; whatever was said already is not said again."""
    board = sight.board
    if not board.severity:
        yield f"declare {_level(sight)}"
        return
    yield from _once(said, "page lead", _page_lead(sight))
    if "freeze" not in said:
        yield from _once(said, "freeze", "" if board.frozen else "freeze")
    yield from _once(said, "signals", "signals")
    yield from _lead(sight, said)
    yield from _questions(sight, said)


def _once(said: set[str], key: str, text: str) -> Iterator[str]:
    if text and key not in said:
        said.add(key)
        yield text


def _level(sight: Sight) -> str:
    """The second highest level: customers are affected, and it may be raised."""
    levels = list(sight.doctrine.severities)
    return levels[min(1, len(levels) - 1)]


def lead_of(sight: Sight) -> str:
    """Someone trained as business lead, from an office that is open if there is one."""
    people = [p for p in sight.organisation.people.values() if p.role == LEAD]
    people.sort(key=lambda p: not sight.organisation.sites[p.site].open_at(sight.moment))
    missed = [p for p in people if sight.board.people.get(p.id) == "unanswered"]
    rest = [p for p in people if p not in missed] or people
    return rest[0].id if rest else ""


def _page_lead(sight: Sight) -> str:
    lead = lead_of(sight)
    return f"page {sight.name(lead)}" if lead and lead not in sight.board.people else ""


def _lead(sight: Sight, said: set[str]) -> Iterator[str]:
    board = sight.board
    trained = [p for p in board.here if sight.organisation.people[p].role == LEAD]
    if trained and LEAD not in board.roles and LEAD in sight.doctrine.roles:
        yield from _once(said, "lead", f"assign {LEAD} to {sight.name(trained[0])}")
    again = lead_of(sight)
    if board.people.get(again) is None and "page lead" in said and not trained:
        yield from _once(said, f"page {again}", f"page {sight.name(again)}")


def _questions(sight: Sight, said: set[str]) -> Iterator[str]:
    asked = [p for p in sight.board.here if not sight.busy(p) and sight.organisation.people[p].role != LEAD]
    if not asked:
        return
    yield from _once(said, "options", f"ask {sight.name(asked[0])} what can we quickly try")
