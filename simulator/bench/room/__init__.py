"""A whole game day against a server of its own: many browsers, many rooms, and a server that is killed."""

from simulator.bench.room.measure import room

__all__ = ["room"]
