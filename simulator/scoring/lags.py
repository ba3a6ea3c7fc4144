"""How often the lag of a signal has to pass before what it shows is taken to hold."""

LAGS = 3
"""A recovery is seen to hold after this many times the lag of the signal that showed it."""
