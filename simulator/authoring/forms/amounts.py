"""Amounts: shares, levels, relative changes, factors, rates."""

import re

from simulator.authoring.forms.form import Form, match

SHARE = r"\d{1,3}(?:\.\d{1,4})?%"


def percentage(text: str) -> float | None:
    """The share in a percentage: 1.4 for 140%."""
    return _hundredth(text.removesuffix("%")) if match(SHARE, text) else None


def _hundredth(digits: str) -> float:
    return round(float(digits) / 100, 8)


def part_of_all(text: str) -> float | None:
    """The share in a percentage of at most 100 %."""
    share = percentage(text)
    return share if share is not None and share <= 1 else None


def _mend_percent(text: str) -> str:
    found = match(r"[-+]?(\d{1,3}(?:\.\d{1,4})?)\s*(%|percent)?", text)
    if not found:
        return ""
    number, unit = float(found[1]), found[2]
    return f"{number * 100:g}%" if not unit and number <= 1 else f"{number:g}%"


PERCENT = Form("a share of at most 100%", "5% or 62.5%", rf"^{SHARE}$", part_of_all, _mend_percent)


def _shed(text: str) -> float | None:
    share = part_of_all(text.removeprefix("-"))
    return -share if share is not None and text.startswith("-") else share


def _mend_shed(text: str) -> str:
    mended = _mend_percent(text)
    return f"-{mended}" if mended and text.startswith("-") else mended


SHED = Form("a share of at most 100%, or less than none", "60% or -60%", rf"^-?{SHARE}$", _shed, _mend_shed)


def _inner(text: str) -> float | None:
    share = percentage(text)
    return share if share is not None and 0.01 <= share <= 0.99 else None


def _level(text: str) -> float | None:
    share = percentage(text)
    return share if share is not None and share >= 0.01 else None


INNER = Form("a share from 1% to 99%", "92%", rf"^{SHARE}$", _inner, _mend_percent)
LEVEL = Form("a percentage of at least 1%", "60% or 140%", rf"^{SHARE}$", _level, _mend_percent)


def _change(text: str) -> float | None:
    if not match(rf"[-+]{SHARE.replace('{1,3}', '{1,5}', 1)}", text):
        return None
    amount = _hundredth(text.removesuffix("%"))
    return amount if amount >= -1 else None


def _mend_change(text: str) -> str:
    mended = _mend_percent(text)
    return f"{'-' if text.startswith('-') else '+'}{mended}" if mended else ""


CHANGE = Form("a relative change", "+80% or -65%", r"^[-+]\d{1,5}(?:\.\d{1,4})?%$", _change, _mend_change)


def factor(text: str) -> float | None:
    """The number in a factor: 4.0 for 4x."""
    found = match(r"(\d{1,4}(?:\.\d{1,3})?)x", text)
    return float(found[1]) if found else None


def _mend_factor(text: str) -> str:
    found = match(r"x?\s*(\d{1,4}(?:\.\d{1,3})?)\s*(%|x|times)?", text)
    if not found:
        return ""
    number, unit = float(found[1]), found[2]
    return f"{number / 100 if unit == '%' else number:g}x"


def _at_least_one(text: str) -> float | None:
    number = factor(text)
    return number if number is not None and number >= 1 else None


FACTOR = Form(
    "a factor of at least 1", "4x or 1.5x", r"^\d{1,4}(?:\.\d{1,3})?x$", _at_least_one, _mend_factor
)


def _rate(text: str) -> float | None:
    found = match(r"(\d{1,3}(?:\.\d{1,2})?) per 1000 an hour", text)
    return float(found[1]) if found else None


def _mend_rate(text: str) -> str:
    found = re.match(r"\d{1,3}(?:\.\d{1,2})?", text, re.ASCII)
    return f"{found[0]} per 1000 an hour" if found else ""


RATE = Form(
    "a rate of reports", "4 per 1000 an hour", r"^\d{1,3}(?:\.\d{1,2})? per 1000 an hour$", _rate, _mend_rate
)
