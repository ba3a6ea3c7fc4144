"""Where a debrief comes from, so that anyone can make it again and get the same."""

from collections.abc import Iterable

from simulator import __version__
from simulator.domain.source import Source
from simulator.domain.value import Value, replace
from simulator.exercise import Recording
from simulator.scoring.case import Case

UNNAMED = "RECORDING"
"""What stands in a command for a recording whose name is not known."""


class Digest(Value):
    """A file that went in, with the SHA-256 of its text."""

    kind: str
    name: str
    digest: str


class Provenance(Value):
    """Seed, files and program. `seed` is None for a timeline that was not played here.

    `name` is what a command finds the recording by. `doctrine` is the one that judges; `played_under` the one
    that the play was led under, empty where that is the same.
    """

    scenario: str
    doctrine: str
    seed: int | None
    recording: str
    sources: tuple[Digest, ...]
    played_by: str
    judged_by: str
    parent: str
    name: str = UNNAMED
    played_under: str = ""


def played(recording: Recording, name: str = UNNAMED) -> Provenance:
    """Where the debrief of a recording comes from, and what a command finds it by."""
    header = recording.header
    sources = tuple(Digest(source.kind, source.name, source.digest) for source in header.sources)
    parent = f"{header.parent.digest} at {header.parent.at} s, {header.parent.mode}" if header.parent else ""
    return Provenance(
        header.scenario,
        header.doctrine,
        header.seed,
        recording.digest,
        sources,
        header.program,
        __version__,
        parent,
        name,
    )


def judged_under(made: Provenance, doctrine: str, sources: Iterable[Source]) -> Provenance:
    """The same, judged under a process; where it was led under another, both are named with their files."""
    used = {source.digest for source in made.sources}
    others = tuple(
        Digest(f"judging {source.kind}", source.name, source.digest)
        for source in sources
        if source.kind == "doctrine" and used and source.digest not in used
    )
    led = made.doctrine if made.doctrine != doctrine else ""
    return replace(made, doctrine=doctrine, played_under=led, sources=(*made.sources, *others))


def written(case: Case) -> Provenance:
    """Where the debrief of a timeline comes from that was written down rather than played."""
    return Provenance(case.scenario.id, case.doctrine.id, None, "", (), "", __version__, "")
