"""Checking files of authors: every problem of every file, also of those that are in no library.

`check` finds what keeps a file from being used; `criticise` goes on, once there is none of that, to what
makes it a bad one.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.authoring import (
    Problem,
    Reading,
    did_you_mean,
    in_order,
    read_alone,
    read_doctrine,
    read_organisation,
    read_scenario,
    unknown_doctrine,
)
from simulator.authoring.critic import DRILL_RULES, RULES, Draft, allowances, found_by, heeded
from simulator.domain.doctrine import Doctrine
from simulator.domain.organisation import Organisation
from simulator.domain.origin import Origin
from simulator.domain.scenario import Scenario
from simulator.domain.value import Value
from simulator.library import critic
from simulator.library.critic import ALL_RULES, COMPANY_RULES
from simulator.library.critic.hazard_of_no_outage import Company
from simulator.library.library import Library
from simulator.library.outage import Outage
from simulator.library.shelf import LARGEST, Kept, keep, named

_UNCHECKED = "the names that the outage takes from it are checked once these are mended"
ENDINGS = (".yaml", ".yml")
_BY_NAME = {rule.NAME: rule for rule in ALL_RULES}


class Found(Value):
    """What was found in one file: its kind (empty when it is none of ours), its text and its problems."""

    path: Path
    kind: str
    text: str
    problems: tuple[Problem, ...]


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among paths, and every YAML file in the folders among them."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.suffix in ENDINGS and each.is_file())
        else:
            yield path


def check(path: Path, library: Library) -> Found:
    """What keeps a file from being used; an outage is held against the organisation that lies nearest."""
    kept = keep(path, str(path))
    if kept is None:
        return Found(path, "", "", (_at_top(path, *_no_file(path)),))
    return Found(path, kept.kind, kept.text, _reading(kept, library.beside(kept.path)).problems)


def criticise(path: Path, library: Library) -> Found:
    """What keeps a file from being used, or else what the critic finds and no allowance covers."""
    kept = keep(path, str(path))
    if kept is None:
        return Found(path, "", "", (_at_top(path, *_no_file(path)),))
    near = library.beside(kept.path)
    reading = _reading(kept, near)
    if reading.problems or reading.tree is None:
        return Found(path, kept.kind, kept.text, reading.problems)
    given = allowances(kept.text, str(path))
    return Found(path, kept.kind, kept.text, heeded(_findings(reading, kept, near), given, _BY_NAME))


def _reading(kept: Kept, near: Library) -> "Reading[Organisation] | Reading[Doctrine] | Reading[Scenario]":
    if kept.kind == "organisation":
        return _organisation(kept, near)
    if kept.kind == "doctrine":
        return read_doctrine(kept.text, str(kept.path))
    return _scenario(kept, near)


def _organisation(kept: Kept, near: Library) -> Reading[Organisation]:
    """An organisation, held against the doctrines that there are."""
    reading = read_organisation(kept.text, str(kept.path))
    wrong = unknown_doctrine(reading.tree, near.ids("doctrine")) if reading.tree else ()
    return Reading(None, wrong) if wrong else reading


def _scenario(kept: Kept, near: Library) -> Reading[Scenario]:
    name = named("organisation", kept.text)
    company = near.kept.get(("organisation", name))
    if company is None:
        known = near.ids("organisation")
        told = f"there is no organisation {name!r}" if name else "no organisation is named"
        return _alone(kept, told, f"one of {', '.join(known)}", did_you_mean(name, known))
    reading = _organisation(company, near)
    if reading.value is None:
        told = f"the organisation {name!r} has problems of its own: icsim check {company.path}"
        return _alone(kept, told, "an organisation without problems", _UNCHECKED)
    return read_scenario(kept.text, str(kept.path), reading.value, near.ids("doctrine"))


def _alone(kept: Kept, message: str, expected: str, hint: str) -> Reading[Scenario]:
    """An outage that no organisation can be held against, with what is wrong in it by itself."""
    problem = _at_key(kept, "organisation", message, expected, hint)
    return Reading(None, in_order((problem,), read_alone(kept.text, str(kept.path))))


def _findings(
    reading: "Reading[Organisation] | Reading[Doctrine] | Reading[Scenario]", kept: Kept, near: Library
) -> Iterator[Problem]:
    """What the rules for a file of this kind find in it."""
    assert reading.tree is not None
    value = reading.value
    drill = isinstance(value, Scenario) and value.drill is not None
    one = DRILL_RULES if drill else [rule for rule in RULES if kept.kind == rule.OF]
    yield from found_by(one, Draft(value, reading.tree, kept.kind))
    if isinstance(value, Organisation):
        company = Company(value, tuple(_outages(value, near)))
        yield from found_by(COMPANY_RULES, Draft(company, reading.tree, kept.kind))
    elif isinstance(value, Scenario):
        process = near.kept.get(("doctrine", value.doctrine))
        doctrine = read_doctrine(process.text, str(process.path)).value if process else None
        if doctrine:
            more = critic.DRILL_RULES if drill else critic.OUTAGE_RULES
            yield from found_by(more, Draft(Outage(value, doctrine), reading.tree, kept.kind))


def _outages(organisation: Organisation, near: Library) -> Iterator[Scenario]:
    """The outages of an organisation that can be read."""
    doctrines = near.ids("doctrine")
    for kept in near.kept.values():
        if kept.kind == "scenario" and named("organisation", kept.text) == organisation.id:
            outage = read_scenario(kept.text, str(kept.path), organisation, doctrines).value
            if outage and outage.drill is None:
                yield outage


def _at_key(kept: Kept, key: str, message: str, expected: str, hint: str) -> Problem:
    lines = kept.text.splitlines()
    number = next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
    return Problem(Origin(str(kept.path), number, 1), message, expected, hint, path=key, width=len(key))


def _at_top(path: Path, message: str, expected: str) -> Problem:
    return Problem(Origin(str(path), 1, 1), message, expected)


def _no_file(path: Path) -> tuple[str, str]:
    if not path.exists():
        return "there is no such file", "a file or a folder"
    try:
        if path.stat().st_size > LARGEST:
            return "the file is too large to be one of icsim", f"at most {LARGEST:,} bytes"
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return "the file is not UTF-8 text", "YAML in UTF-8"
    except OSError as error:
        return f"the file cannot be read: {(error.strerror or str(error)).lower()}", "a file"
    return "nothing says which kind of file this is", "a first line such as `scenario: some-id`"
