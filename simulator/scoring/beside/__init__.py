"""One timeline judged by two doctrines: which marks come out otherwise, and which settings make them."""

from simulator.scoring.beside.rules import MarkPair, RuleBeside, rules_beside
from simulator.scoring.beside.settings import Setting, differing, swapped

__all__ = ["MarkPair", "RuleBeside", "Setting", "differing", "rules_beside", "swapped"]
