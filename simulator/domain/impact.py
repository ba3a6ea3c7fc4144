"""The one currency: what an outage costs, in customer-minutes."""

LOST_WORK = 5.0
"""Work that is lost weighs so many times the minutes in which it was done: it has to be done again, by people
who thought that it was done (assumption)."""
