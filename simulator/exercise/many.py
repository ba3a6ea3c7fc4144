"""Playing thousands of short exercises in one process."""

import gc

BETWEEN_COLLECTIONS = 20_000
"""New objects between two looks for garbage: about ten exercises' worth, instead of a third of one's."""


def expect_many() -> None:
    """Set Python's collector of garbage up for many exercises one after the other.

    What is loaded now stays for good and need not be looked through each time; an exercise is garbage as a
    whole when it is over, so looking seldom is enough. Costs some megabytes, saves about a tenth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(BETWEEN_COLLECTIONS, 20, 20)
