"""Who spoke from a seat: a line tells of whoever did it, and not of who sits there by now."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded, Misread, Refused
from simulator.room.event import Event

PROGRAM = "a program"
"""What speaks from the commander's empty chair."""


class Voices:
    """Who sat in each seat since which second, and who said what from there.

    Words may wait for a busy seat, so those of an entry are found by what they say: whoever said them first
    and has not been heard yet. What came before the room `began`, in an exercise that is played on, is told
    of those who sat down first: it is their past.
    """

    def __init__(self, began: int = 0) -> None:
        self._began = began
        self._sat: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._said: dict[tuple[str, str], deque[str]] = defaultdict(deque)
        self._spoke: dict[int, str] = {}

    def sits(self, at: int, seat: str, name: str) -> None:
        """From a second on somebody sits in a seat; nobody if the name is empty."""
        self._sat[seat].append((at, name))

    def says(self, seat: str, text: str, name: str) -> None:
        """Somebody says something from a seat."""
        self._said[seat, text].append(name)

    def waits(self, seat: str, text: str, later: int) -> str:
        """Who said words that wait, when the same were said `later` times since from that seat."""
        names = self._said.get((seat, text), ())
        return names[-1 - later] if len(names) > later else ""

    def unsays(self, seat: str, text: str, later: int) -> None:
        """Words that waited were taken back."""
        names = self._said.get((seat, text))
        if names and len(names) > later:
            del names[-1 - later]

    def spoke(self, entry: Entry) -> str | None:
        """The name of whoever said the words of an entry; None where it has none, or nobody is known."""
        fact = entry.fact
        if not isinstance(fact, Commanded | Misread | Refused):
            return None
        if entry.number not in self._spoke:
            waiting = self._said.get((fact.seat, fact.text))
            if not waiting:
                return None
            self._spoke[entry.number] = waiting.popleft()
        return self._spoke[entry.number]

    def sat(self, seat: str, at: int) -> tuple[int, str]:
        """Who sat in a seat at a second, and since when; an empty name for nobody."""
        by = max(at, self._began)
        return next((since for since in reversed(self._sat[seat]) if since[0] <= by), (0, ""))

    def before(self, at: int) -> bool:
        """Whether a second is of the past of an exercise that is played on."""
        return at < self._began

    def recall(self, events: Iterable[Event]) -> None:
        """Take up who sat where, and who said what, as it is on record."""
        people: dict[str, tuple[str, str]] = {}
        for event in events:
            name, seat = people.get(event.who, ("", ""))
            if event.act in ("sat", "left") and seat:
                self.sits(event.at, seat, "")
            if event.act == "sat":
                name, seat = str(event.body["name"]), str(event.body["seat"])
                self.sits(event.at, seat, name)
                people[event.who] = (name, seat)
            elif event.act == "left":
                people[event.who] = (name, "")
            elif event.act == "said":
                known = str(event.body.get("name", "")) or name or named(event.who)
                self.says(str(event.body["seat"]), str(event.body["text"]), known)
            elif event.act == "unsaid":
                later = int(event.body["later"])
                self.unsays(str(event.body["seat"]), str(event.body["text"]), later)


def said_by(events: Iterable[Event]) -> Mapping[tuple[str, str], deque[str]]:
    """Who said which words from a seat, in order, where a name is known; empty where none is."""
    names: dict[str, str] = {}
    found: dict[tuple[str, str], deque[str]] = defaultdict(deque)
    for event in events:
        if event.act == "sat":
            names[event.who] = str(event.body["name"])
        elif event.act == "said":
            words = (str(event.body["seat"]), str(event.body["text"]))
            found[words].append(str(event.body.get("name", "")) or names.get(event.who, ""))
        elif event.act == "unsaid":
            words = (str(event.body["seat"]), str(event.body["text"]))
            del found[words][-1 - int(event.body["later"])]
    return found


def named(who: str) -> str:
    """What is said for nobody in particular: a program says it."""
    return "" if who else PROGRAM


class Heard:
    """The voices of a timeline as it is read on, line by line."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._last: dict[str, tuple[int, str]] = {}
        self._said: dict[int, str] = {}

    def hear(self, entry: Entry) -> None:
        """Take up who speaks in the next entry."""
        name = self._voices.spoke(entry)
        if name is not None:
            self._last[entry.fact.seat] = (entry.at, name)  # type: ignore[union-attr] # it has words
        if isinstance(entry.fact, Commanded):
            self._said[entry.number] = self.who(entry.fact.seat, entry.at)

    def said(self, entry: Entry) -> str:
        """The name of whoever said the words of an entry that was read, empty where nobody is known."""
        return self._said.get(entry.number, "")

    def who(self, seat: str, at: int) -> str:
        """Who a seat is at a second: whoever spoke last from it, or who has sat down there since."""
        spoke, name = self._last.get(seat, (-1, ""))
        since, sits = self._voices.sat(seat, at)
        past = spoke >= 0 and self._voices.before(at)  # whoever has sat down since was not there
        return name if spoke >= since or past else sits

    def all(self, seats: Iterable[str], at: int) -> Mapping[str, str]:
        """Who each of some seats is at a second."""
        return {seat: self.who(seat, at) for seat in seats}
