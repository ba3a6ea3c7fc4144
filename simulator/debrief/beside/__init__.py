"""One play under two incident processes, side by side: the same deeds, judged twice.

told = beside(case, other_doctrine, played(recording))
beside_html(told, templates)
"""

from simulator.debrief.beside.account import Beside, beside
from simulator.debrief.beside.card import beside_text
from simulator.debrief.beside.page import beside_html, beside_markdown

__all__ = ["Beside", "beside", "beside_html", "beside_markdown", "beside_text"]
