"""A legal clock, as a short text: `within 4h of data loss`, `within 72h of declaring`."""

import re

from simulator.authoring.forms.form import Form
from simulator.authoring.forms.times import LASTING
from simulator.domain.organisation import Notice
from simulator.domain.stakes import BEGINNINGS

_NOTICE = re.compile(rf"within (\S+) of ({'|'.join(BEGINNINGS)})", re.ASCII)


def _notice(text: str) -> Notice | None:
    found = _NOTICE.fullmatch(text)
    within = LASTING.read(found[1]) if found else None
    return Notice(within, found[2]) if found and within else None


NOTICE = Form(
    "a legal clock",
    f"'within 4h of {BEGINNINGS[1]}' (or of {BEGINNINGS[0]}, or {BEGINNINGS[2]})",
    rf"^within \S+ of ({'|'.join(BEGINNINGS)})$",
    _notice,
)
