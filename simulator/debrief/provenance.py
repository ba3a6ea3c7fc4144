"""Where a debrief comes from, so that anyone can make it again and get the same."""

from dataclasses import dataclass

from simulator import __version__
from simulator.exercise import Recording
from simulator.scoring.case import Case


@dataclass(frozen=True, slots=True)
class Digest:
    """A file that went in, with the SHA-256 of its text."""

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Seed, files and program. `seed` is None for a timeline that was not played here."""

    scenario: str
    doctrine: str
    seed: int | None
    recording: str
    sources: tuple[Digest, ...]
    played_by: str
    judged_by: str
    parent: str


def played(recording: Recording) -> Provenance:
    """Where the debrief of a recording comes from."""
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
    )


def written(case: Case) -> Provenance:
    """Where the debrief of a timeline comes from that was written down rather than played."""
    return Provenance(case.scenario.id, case.doctrine.id, None, "", (), "", __version__, "")
