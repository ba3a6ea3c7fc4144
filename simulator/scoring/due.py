"""Whether words name when something is due: a date, a day, or a period; `never` and `whenever` do not."""

import re

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


def names_a_day(words: str) -> bool:
    """Whether it can be told by these words when the time has come; what is put off for ever cannot."""
    return bool(_WHEN.search(words)) and not _NEVER.search(words)
