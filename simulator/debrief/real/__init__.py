"""Real incidents: what their timeline shows, for the team whose it was; and many of them together."""

from simulator.debrief.real.account import Account, account
from simulator.debrief.real.card import account_text
from simulator.debrief.real.measures import Measures, measured
from simulator.debrief.real.page import account_html, account_markdown
from simulator.debrief.real.survey import Reviewed, Survey, reviewed, survey
from simulator.debrief.real.survey_page import survey_html, survey_markdown
from simulator.debrief.real.survey_text import survey_text

__all__ = [
    "Account", "Measures", "Reviewed", "Survey", "account", "account_html", "account_markdown",
    "account_text", "measured", "reviewed", "survey", "survey_html", "survey_markdown", "survey_text",
]  # fmt: skip
