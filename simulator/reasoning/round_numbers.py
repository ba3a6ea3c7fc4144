"""Numbers of customers as closely as anybody reads them off a dashboard.

They are the E24 series of preferred numbers (IEC 60063), 24 to each power of ten: what is read is rarely
more than five percent off, and never more than eight. Moments that look alike are then one question with
one answer, which is what makes asking it again free.
"""

from decimal import Decimal

E24 = (10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91, 100)
"""The series from one power of ten to the next, in tenths."""


def in_round_numbers(customers: float) -> float:
    """The preferred number next to a positive one, of two as near the smaller; 0 stays 0."""
    if not customers:
        return 0.0
    exact = Decimal(str(customers))
    power = exact.adjusted() - 1
    tenths = exact.scaleb(-power)
    return float(Decimal(min(E24, key=lambda each: abs(each - tenths))).scaleb(power))
