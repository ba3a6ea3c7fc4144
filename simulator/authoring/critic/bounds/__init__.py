"""Bounds: what a file may ask of whoever plays it. These are held when a file is read, and none is taste.

The bounds on the text itself (size, depth, aliases) are in `simulator.authoring.text.bounds`.
"""

from simulator.authoring.critic.bounds import (
    after_in_circle,
    asks_without_end,
    factors_run_away,
    needs_too_deep,
    too_long,
    too_many_at_once,
    too_much_happens,
    too_much_to_weigh,
)
from simulator.authoring.critic.rule import Rule

BOUNDS: tuple[Rule, ...] = (
    too_long,
    too_many_at_once,
    too_much_happens,
    too_much_to_weigh,
    factors_run_away,
    after_in_circle,
    needs_too_deep,
    asks_without_end,
)
"""Every bound."""
