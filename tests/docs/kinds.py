"""The reference of recordings: their lines, the notation, and every kind of entry with its fields."""

import sys
from collections.abc import Iterator
from inspect import getdoc
from types import UnionType
from typing import Literal, Union, get_args, get_origin

from simulator.domain.codec import kind_of, slots_of
from simulator.domain.fact import FACTS, Fact
from simulator.domain.update import Update
from simulator.exercise.recording import FORMAT

INTRODUCTION = f"""\
# Recordings and timelines

A play is kept as a *recording*: everything it was made from, everything that was said, and what happened, as
evidence. From the same texts, seed and commands the program makes the same entries again, on any machine.
`icsim replay` does so and names the first entry that comes out otherwise.

## The file

A recording is text in UTF-8, one JSON object a line (JSON Lines), format {FORMAT}. Each line is written as it
happens, so a play that was cut off is whole up to its last line. There are three kinds of line.

The first line says what the play was made from.

| field | holds |
|---|---|
| `icsim` | always `"recording"` |
| `format` | the format of the file; a program reads only its own |
| `program` | the version that wrote it |
| `seed` | what the luck of the play comes from |
| `scenario`, `doctrine` | the ids of the outage and of the incident process |
| `parent` | only in a what-if: `digest` of the recording it departs from, `at` which second, and the `mode` |
| `sources` | the files it was made from: `kind`, `name`, `digest` (SHA-256 of the text), full `text` |

A line for each command: the words, the second they were said, the seat that said them.

```json
{{"command":"declare P1","at":0,"seat":"commander"}}
```

A line for each entry of the timeline.

```json
{{"entry":14,"at":0,"kind":"declared","because":13,"fact":{{"severity":"P1","commander":"you"}}}}
```

| field | holds |
|---|---|
| `entry` | its number, from 1 without gaps |
| `at` | seconds since the start |
| `kind` | what kind of entry it is; all kinds are below |
| `seen` | one seat, or `truth` for what nobody could see; all on the call if left out |
| `because` | the number of the entry that brought it about, if one did |
| `source` | the line of the scenario it comes from, as `file:line:column`, if it comes from one |
| `fact` | the fields of its kind |

## The notation

For people there is a second spelling of the same entries: a line each, with the time, the kind, and the
fields as `name=value` in any order. The pages of the [rules](rules.md) are written in it.

```text
0:00:00 declared severity=P1 commander=you
0:07:05 change-started id=c1 change="roll back app" owner=bo
0:31:30 posted audience="status page" state=investigating scope="send a message" next_in=20m
```

- A field that is left out has its empty value: no text, 0, `no`, or the first of its words.
- A value with blanks is quoted. Within quotes `\\n` is a line break.
- Times within a line are seconds, or are written `90s`, `20m`, `1h30m`.
- Lists are separated by commas; a comma within an item is written `\\,`.
- The fields of an update stand beside those of its entry.
- `seen=`, `#=` (the entry that brought it about) and `source=` belong to every kind.
- Blank lines, and lines that begin with `#`, are passed over.
"""


def recording() -> str:
    """The whole page."""
    return "\n".join((INTRODUCTION, "## Kinds of entry\n", *_groups(), _update()))


def _groups() -> Iterator[str]:
    group = ""
    for fact in FACTS:
        if fact.__module__ != group:
            group = fact.__module__
            title = (sys.modules[group].__doc__ or "").partition("\n")[0].partition(":")[0].rstrip(".")
            yield f"### {title}\n"
        yield _kind(fact)


def _kind(fact: type[Fact]) -> str:
    about = " ".join((getdoc(fact) or "").split())
    return f"#### {kind_of(fact)}\n\n{about}\n\n{_fields(fact)}"


def _fields(shape: type) -> str:
    slots = slots_of(shape)
    if not slots:
        return "No fields.\n"
    return "; ".join(f"`{slot.name}` {_spelled(slot.type)}" for slot in slots) + "\n"


def _update() -> str:
    about = " ".join((getdoc(Update) or "").split())
    return f"### Updates\n\n{about}\n\n{_fields(Update)}"


def _spelled(kind: object) -> str:
    if kind is Update:
        return "the fields of an [update](#updates)"
    if get_origin(kind) is Literal:
        return " or ".join(f"`{each}`" for each in get_args(kind))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        some = next(each for each in get_args(kind) if each is not type(None))
        return f"{_spelled(some)}, or none"
    return {str: "text", int: "a whole number", float: "a number", bool: "yes or no"}[kind]  # type: ignore[index]


def _tuple(inner: tuple[object, ...]) -> str:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return f"a list, each {_spelled(inner[0])}"
    return " with ".join(_spelled(each) for each in inner)
