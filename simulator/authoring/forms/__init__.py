"""The short texts that stand for values: `12m`, `40%`, `+80%`, `4x`, `60% for 6m`, `at 12m`."""

from simulator.authoring.forms.amounts import CHANGE, FACTOR, INNER, LEVEL, PERCENT, RATE, SHED
from simulator.authoring.forms.crossing import CROSSING, Crossing
from simulator.authoring.forms.form import LONGEST, Form
from simulator.authoring.forms.notice import NOTICE
from simulator.authoring.forms.occasion import OCCASION, Occasion
from simulator.authoring.forms.places import TARGET
from simulator.authoring.forms.relief import RELIEF
from simulator.authoring.forms.signs import SIGNS
from simulator.authoring.forms.times import DURATION, HOURS, LASTING, MOMENT, OFFSET

__all__ = [
    "CHANGE",
    "CROSSING",
    "DURATION",
    "FACTOR",
    "HOURS",
    "INNER",
    "LASTING",
    "LEVEL",
    "LONGEST",
    "MOMENT",
    "NOTICE",
    "OCCASION",
    "OFFSET",
    "PERCENT",
    "RATE",
    "RELIEF",
    "SHED",
    "SIGNS",
    "TARGET",
    "Crossing",
    "Form",
    "Occasion",
]
