"""How true to life the simulated world is: what happens in many plays, held against measured outages.

`docs/background/realism.md` explains each row. Observations are gathered from plays (`by_the_book`,
`silence`, `roll_call`), over all cores (`crew`), and put beside their sources (`rows`).
"""

from simulator.bench.realism.measure import realism

__all__ = ["realism"]
