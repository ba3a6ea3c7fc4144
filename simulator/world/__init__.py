"""The running outage, on SimPy. One door: `World`. The timeline is the only thing that leaves.

State changes only at events; between them health is a formula. Every draw is keyed. Doctrine never
enters: the world knows what is possible, not what is wise.
"""

from simulator.world.dice import Redrawn, drawn
from simulator.world.world import World

__all__ = ["Redrawn", "World", "drawn"]
