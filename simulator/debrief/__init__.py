"""The debrief: from a judged timeline to pages a team reads together.

told = compose(case, score(case), decisions(case), references, played(recording))
to_html(told, templates)         # one page that opens anywhere
to_markdown(told, templates)
to_json(told)
to_text(told, width=80, colour=True)
"""

from simulator.debrief.card import to_text
from simulator.debrief.outcome import Reference
from simulator.debrief.page import to_html, to_markdown
from simulator.debrief.plain import plain_json, to_json
from simulator.debrief.provenance import Provenance, played
from simulator.debrief.reader import Reader, reader_of
from simulator.debrief.replays import Replay, Replayed
from simulator.debrief.report import Report, compose

__all__ = [
    "Provenance",
    "Reader",
    "Reference",
    "Replay",
    "Replayed",
    "Report",
    "compose",
    "plain_json",
    "played",
    "reader_of",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
]
