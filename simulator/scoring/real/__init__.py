"""Real incidents before the judge: what was written down becomes facts, and nothing is added.

case = case_of(history, doctrine)
score(case)
"""

from simulator.scoring.real.case import NO_IMPACT, case_of, told_by

__all__ = ["NO_IMPACT", "case_of", "told_by"]
