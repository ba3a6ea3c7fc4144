"""A page that stands by itself, opened from a room: with the way back, and the talk of who was there."""

from html import escape

from starlette.responses import HTMLResponse

BEGINS, ENDS = '<div class="sheet">', "</body>"
"""Where the content of such a page begins, and where it ends."""
STYLE = "padding-top: 1rem; margin-bottom: -1rem; font-size: .95rem"
SELF_CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
WITH_TALK = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For whoever sat in the room: the page holds their talk, and nothing but that runs."""
_RUNS = '<script type="module" src="/static/talk.js"></script>'


def with_way_back(html: str, to: str, called: str = "Afterwards") -> str:
    """The page with a link to where its reader came from; the file that is kept has none."""
    link = f'<a href="{escape(to)}">\N{LEFTWARDS ARROW} {escape(called)}</a>'
    way = f'<nav aria-label="Way back" style="{STYLE}">{link}</nav>'
    head, begins, rest = html.partition(BEGINS)
    return f"{head}{begins}\n{way}{rest}" if begins else html


def opened(html: str, to: str, talks: bool, called: str = "Afterwards") -> HTMLResponse:
    """The page as it is opened from a room; with what is said afterwards, for those who were there."""
    text, policy = with_way_back(html, to, called), WITH_TALK if talks else SELF_CONTAINED
    if talks:
        body, ends, rest = text.rpartition(ENDS)
        text = f"{body}{_RUNS}{ends}{rest}"
    return HTMLResponse(text, headers={"content-security-policy": policy})
