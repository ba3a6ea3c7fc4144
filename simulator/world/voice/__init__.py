"""How simulated people put things: varied, by temper, and never the same sentence twice in one exercise.

    voice.say("raj", "nothing found", place="cache")     # I see nothing on cache that would explain this.
    voice.quote("raj", "The replica is in step.")        # as the author wrote it; later: As I said: ...

An occasion names a pool of wordings in `people.py` or `outside.py`. Which one is taken is a draw with a key
of its own, so no wording disturbs any other luck. A wording comes back only when its pool is used up, a
sentence never.
"""

from simulator.world.voice.voice import Voice

__all__ = ["Voice"]
