"""The one curve of the judge: full credit up to a bound, then a straight line to none."""


def falling(value: float, full: float, nothing: float) -> float:
    """1 for a value up to `full`, 0 from `nothing` on, a straight line between."""
    if value <= full:
        return 1.0
    if value >= nothing:
        return 0.0
    return (nothing - value) / (nothing - full)
