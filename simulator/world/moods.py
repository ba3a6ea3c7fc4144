"""How angry those are who wait for news: silence and broken words raise an index, useful updates lower it."""

from collections.abc import Mapping

from simulator.domain.fact import Mood, MoodChanged
from simulator.world.scene import Scene

UNANNOUNCED = 2.0
"""Points a minute in which everybody fails and nobody says so; half of them make half of it (assumption)."""
TAKEN_BACK, MISSED, REPEATED, USEFUL = 15.0, 10.0, 1.0, -5.0
"""Points for a claim that was taken back, a promise not kept, an update with nothing new, a useful one."""
NOTICE_MISSED = 50.0
"""Points for a legal clock that ran out (assumption)."""
MARKS: tuple[tuple[float, Mood], ...] = ((50.0, "furious"), (25.0, "angry"), (10.0, "impatient"))
"""From how many points on someone is called so (assumption)."""


def mood_of(anger: float) -> Mood:
    """What someone with so many points is called."""
    for mark, mood in MARKS:
        if anger >= mark:
            return mood
    return "calm"


class Moods:
    """The anger of each stakeholder. Crossing a mark is an entry."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._anger: dict[str, float] = {}

    @property
    def anger(self) -> Mapping[str, float]:
        """Everyone's points so far."""
        return self._anger

    def mood(self, who: str) -> Mood:
        """What someone is like now."""
        return mood_of(self._anger.get(who, 0.0))

    def add(self, who: str, points: float, because: int = 0) -> None:
        """Raise or lower someone's anger; it never falls below nothing."""
        before = self._anger.get(who, 0.0)
        after = self._anger[who] = max(0.0, before + points)
        mood = mood_of(after)
        if mood != mood_of(before):
            self._scene.log.write(MoodChanged(who, mood, round(after, 1), mood_of(before)), because)
