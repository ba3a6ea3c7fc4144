"""States in which customers are told that it is over, or all but over."""

from simulator.domain.doctrine import UpdateState

OVER: tuple[UpdateState, ...] = ("monitoring", "resolved")
