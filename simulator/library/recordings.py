"""Recordings from disk: what was played, and its outage, made again from the texts it holds."""

from pathlib import Path

from simulator.domain.value import Value
from simulator.exercise import Damage, Header, Recording, read_recording
from simulator.library.library import Library
from simulator.library.outage import Outage, Written, make
from simulator.library.shelf import named
from simulator.library.trouble import Unknown, Unusable

_BREAKS = {number: f"\\u{number:04x}" for number in (0x85, 0x2028, 0x2029)}
"""Line breaks within what somebody typed, which end no line of a recording."""


class NoRecording(Unusable):
    """A file holds no recording that can be used."""


class Play(Value):
    """A recording with its outage. `damage` names what could not be read; all before it is here."""

    path: Path
    recording: Recording
    outage: Outage
    damage: tuple[Damage, ...] = ()

    @property
    def warning(self) -> str:
        """What of the file could not be read, empty when all of it could."""
        if not self.damage:
            return ""
        last = len(self.recording.order) + 1
        told = "; ".join(str(each) for each in self.damage)
        return f"{self.path} is damaged at {told}. The {last} lines before it are used."


def open_play(path: Path, library: Library, doctrine: str | None = None) -> Play:
    """The play in a file, judged by its own doctrine or another one of the library.

    Raises `NoRecording` when there is none in it, `Faulty` when a text in it does not fit this program.
    """
    read = read_recording(_text(path))
    if read.recording is None:
        raise NoRecording(f"{path}: {'; '.join(str(each) for each in read.damage)}")
    outage = remake(read.recording.header, path, library)
    if doctrine:
        outage = under(outage, library.doctrine(doctrine), library)
    return Play(path, read.recording, outage, read.damage)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace").translate(_BREAKS)
    except OSError as error:
        raise NoRecording(f"{path}: {(error.strerror or str(error)).lower()}") from None


def remake(header: Header, path: Path, library: Library) -> Outage:
    """The outage in a recording's header; one without texts is looked up in the library by its ids."""
    if not header.sources:
        return library.outage(header.scenario, header.doctrine)
    texts = {source.kind: Written(source, f"{path}, its {source.name}") for source in header.sources}
    missing = [kind for kind in ("organisation", "doctrine", "scenario") if kind not in texts]
    if missing:
        raise NoRecording(f"{path}: its first line lacks the text of the {' and the '.join(missing)}")
    doctrines = {header.doctrine, named("doctrine", texts["scenario"].source.text)}
    return make(texts["organisation"], texts["doctrine"], texts["scenario"], tuple(sorted(doctrines)))


def under(outage: Outage, doctrine: Written, library: Library) -> Outage:
    """The same outage under another doctrine."""
    texts = {source.kind: Written(source, source.name) for source in outage.sources}
    if not texts:
        raise Unknown("the outage does not come with its texts")
    ids = {*library.ids("doctrine"), named("doctrine", texts["scenario"].source.text)}
    return make(texts["organisation"], doctrine, texts["scenario"], tuple(sorted(ids)))
