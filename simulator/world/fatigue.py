"""What hours on a call and the dead of night do to people."""

from simulator.domain.duration import DAY, HOUR

SHIFT = 4 * HOUR
"""Engineers and commanders are rotated after this long (Google SRE workbook, a 10-hour incident)."""
PER_HOUR = 0.08
"""Extra time and error for each hour beyond the shift (assumption)."""
DEAD_OF_NIGHT, FROM, TO = 1.3, 0, 6 * HOUR
"""Factor between midnight and six, where they sit (assumption; fatal commands are typed late)."""


def fatigue(on_call: int, local: int) -> float:
    """How much longer work takes, and how much oftener it goes wrong, than for somebody fresh by day.

    `on_call` is the seconds on the call, `local` the moment of the week where they sit.
    """
    late = DEAD_OF_NIGHT if FROM <= local % DAY < TO else 1.0
    return late * (1 + PER_HOUR * max(0, on_call - SHIFT) / HOUR)
