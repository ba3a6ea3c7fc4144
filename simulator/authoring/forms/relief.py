"""How much of its effects a change takes away, and for how long: `60% for 6m`."""

from simulator.authoring.forms.amounts import SHARE, part_of_all
from simulator.authoring.forms.form import Form, match
from simulator.authoring.forms.times import DURATION, TIME


def _relief(text: str) -> tuple[float, int] | None:
    found = match(rf"({SHARE}) for (\S+)", text)
    if not found:
        return None
    share, seconds = part_of_all(found[1]), DURATION.read(found[2])
    return (share, seconds) if share and seconds else None


RELIEF = Form("a share for a time", "60% for 6m", rf"^{SHARE} for {TIME}$", _relief)
