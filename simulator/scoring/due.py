"""Whether words name when something is due: a date, a day, or a period; `never` and `whenever` do not.

And whether a period is so long that by then nobody remembers.
"""

import re

from simulator.domain.number_words import GAP, NUMBER, number_of

_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?s?"
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_PERIODS = (
    r"(?:working |business )?(?:minute|hour|day|morning|afternoon|evening|night|week|weekend|fortnight|sprint"
    r"|iteration|month|quarter|year|noon|midnight|christmas|easter|today|tonight|tomorrow|eod|eow|eom|eoq)s?"
)
_WHEN = re.compile(rf"\d|\b(?:{_DAYS}|{_MONTHS}|{_PERIODS})\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\b(?:never|whenever|some ?(?:day|time)|one day|one of these days|no (?:date|day|hurry|rush))\b",
    re.IGNORECASE,
)
FORGOTTEN = 31
"""Days after which nobody remembers what happened (assumption; reviews are held within days, PD-PM)."""
_DAYS_OF = {"d": 1, "w": 7, "f": 14, "s": 14, "mo": 30, "q": 91, "y": 365}
_PERIOD = re.compile(
    rf"(?<![\w.:-])({NUMBER}|next){GAP}(?:working |business )?"
    r"(d(?:ays?)?|w(?:eeks?)?|fortnights?|sprints?|mo(?:nths?)?|q(?:uarters?)?|y(?:(?:ea)?rs?)?)\b",
    re.IGNORECASE,
)


def names_a_day(words: str) -> bool:
    """Whether it can be told by these words when the time has come; what is put off for ever cannot."""
    return bool(_WHEN.search(words)) and not _NEVER.search(words)


def puts_off(words: str) -> bool:
    """Whether the longest period that these words name is over `FORGOTTEN` days."""
    return any(_days(count.lower(), unit.lower()) > FORGOTTEN for count, unit in _PERIOD.findall(words))


def _days(count: str, unit: str) -> int:
    """About how many days a period is; the next one may begin at once, but for a quarter or a year."""
    each = _DAYS_OF["mo" if unit.startswith("mo") else unit[0]]
    if count == "next":
        return each if each > _DAYS_OF["mo"] else 0
    return each * (number_of(count))
