"""The reference of timelines of real incidents: what may be written, and what each word means."""

from simulator.authoring.history.table import COLUMNS
from simulator.authoring.history.words import KINDS, STATUSES, TOLD
from simulator.domain.doctrine import STATES
from simulator.domain.history import EVENT_KINDS, STAGES

INTRODUCTION = """\
# Timelines of real incidents

What really happened can be given to icsim as a table, as JSON, or as what a public status page tells. `icsim
review FILE` judges it as far as it shows what was done, and `icsim review --many` many of them together: see
[Real incidents](../guides/real-incidents.md). `icsim new scenario NAME --from-timeline FILE` makes the first
draft of an outage from it; the debrief then sets what was done in the real outage beside each play.

One reader takes them all, and tells them apart by the text: what begins with a bracket is JSON, anything else
is a table. Text is UTF-8. Each mistake is told with its line and column; in a file of several incidents one
that is broken spoils no other.

## A table

```csv
# title: Orders fail
# records: alert, declare, change, verify, post
time,who,kind,text,id,state,scope,next
2026-03-04T14:05:00Z,,alert,shop errors beyond 5%,shop errors,,,
2026-03-04T14:09:00Z,ada,declare,,SEV-2,,,
2026-03-04T14:16:30Z,finn,change,"Rolled back the shop, all of it",c1,,,
2026-03-04T14:20:00Z,otto,post,Orders fail; we look.,status page,investigating,orders;search,20m
2026-03-04T14:31:00Z,finn,verify,Errors are gone.,c1,recovered,,
2026-03-04T14:33:00Z,ada,mitigated,,,,,
2026-03-04T15:00:00Z,ada,resolved,,,,,
```

CSV with commas, semicolons or tabs. The first row names the columns, in any order; other columns are passed
over, and so are empty rows and rows that begin with `#`. A text that holds the sign between the columns
wants quotes. Four rows that begin with `#` are read:

| row | says |
|---|---|
| `# title: ...`, `# id: ...`, `# source: ...` | what the incident is called, and where it is described |
| `# records: ...` | kinds of event of which every one is in the timeline, or `everything` |

What a timeline does not hold may have happened where nobody wrote it down, so by itself it is never a fault.
A kind of event that stands in `records` or in the timeline is taken to be written down whenever it happened.
"""
ABOUT = {
    "time": "when it happened; the only column that must be there",
    "who": "who did it",
    "kind": "what kind of event it is, see below; a note if left out",
    "text": "what was done or said",
    "id": "what it was about: the same word for a change and its verification; the audience of a post, the "
    "status page if left out; severity, role or alert; the person paged; `options` or `what changed` "
    "of a question; by when, of work for afterwards",
    "state": "what a post said the incident was in; how far a change, its undoing or a task was; what a "
    "verification said",
    "scope": "what a post named as affected, with `;` between; leave the column out if nobody noted it",
    "next": "when a post said that the next would come: after how long, or the date; else its text is read",
}
TIMES = """\
## Times

Either dates or times since the beginning, one of the two in a timeline.

| written | means |
|---|---|
| `2026-03-04T14:05:00Z`, `2026-03-04 15:05+01:00` | a date and time, ISO 8601; without an offset UTC |
| `0:12:30`, `12m`, `1h30m`, `+12m` | since the beginning |
| `-5m` | before it; then the earliest event is second 0 |

`14:05` alone is refused: it could be a time of day, or fourteen minutes. The order of the rows does not
matter. Second 0 is the first event where there are dates.
"""
MEANT = {
    "impact": "customers begin to be affected",
    "alert": "something showed it: an alert, a report of a customer",
    "declare": "it was called an incident",
    "severity": "its severity was set or changed",
    "page": "somebody was called",
    "join": "somebody came",
    "leave": "somebody left",
    "assign": "somebody got a role",
    "handover": "command passed to somebody",
    "task": "somebody was asked to do something",
    "ask": "the call was asked: for what can be tried quickly (`options`), or `what changed`",
    "brief": "the state of things was summed up",
    "decide": "a decision was stated",
    "change": "something was done to production",
    "verify": "somebody looked whether a change had helped",
    "revert": "a change was taken back",
    "post": "an update went out",
    "mitigated": "customers were no longer affected, as those who led it thought",
    "resolved": "it was over",
    "follow-up": "work for afterwards was given out; `who` owns it",
    "review": "who writes the review",
    "stand-down": "people were let go",
    "note": "anything else",
}
PROMISES = """\
## Promises in a text

When the next post was to come is read from the words of a post, where they are plain:

| words | read as |
|---|---|
| *Next update in 30 minutes.* *We will update again within 2 hours.* *More in twenty minutes.* | that long |
| *We will provide another update by 18:00 UTC.* | the next time that it is 18:00 UTC, within 18 hours |
| *We will provide updates as we learn more.* | no promise |
| *Next update by 2 pm Pacific.* *Another update tomorrow.* two times in one post | not understood |
| any text that was edited later than a minute after it was posted | not understood |

What was not understood is not judged. Status pages promise rarely.
"""
JSON = """\
## JSON

JSON Lines, a list, or an object with a list of `events` (and, if you like, `title`, `id`, `source` and
`records`). The fields are the columns above; `scope` is a list.

```json
{"time": "0:00:00", "kind": "alert", "text": "shop errors beyond 5%", "id": "shop errors"}
{"time": "4m", "kind": "declare", "who": "ada"}
{"time": "0:11:30", "kind": "change", "who": "finn", "text": "Rolled back the shop", "id": "c1"}
{"time": "15m", "kind": "post", "text": "We are looking into orders that fail.", "state": "investigating"}
{"time": "28m", "kind": "mitigated"}
```

## Incidents of a status page

`incidents.json` of a public status page, as its interface gives it: an object with a list of `incidents`. One
incident alone, a list of them and one on each line are understood, too. A file may hold thousands.

| field of an incident | gives |
|---|---|
| `name` or `title`, `id`, `impact`, `shortlink` or `url` | what it is called, and where it is described |
| `components`, and `affected_components` of its updates | what was affected |
| `incident_updates` or `updates` | a post each |
| `status` of an update; its `body` or `message` | the state of the post, and its text |
| its `affected_components`, but for those that are `operational` | what the post named as affected |
| its `updated_at`, if more than a minute later than it was made | that its text may have been another |
| its `created_at`, `at` or `display_at` | its time |
| `started_at` or `downtime_start` | the impact, if it is before the first post |
| `impact_window` with `downtime_end` | that it was mitigated, as the review found |
| `resolved_at` | that it was resolved, if no post says so |

An incident with the impact `maintenance`, or with a post that is `scheduled`, `in_progress`, `verifying` or
`completed`, is planned work. The first post that is `monitoring` counts as mitigated where no review says
more. What was done, and by whom, a status page does not tell: its record begins with what the public could
read, and the debrief says so.
"""


def timelines() -> str:
    """The whole page."""
    columns = "\n".join(f"| `{name}` | {ABOUT[name]} |" for name in COLUMNS)
    kinds = "\n".join(f"| `{kind}` | {MEANT[kind]} | {_also(kind)} |" for kind in EVENT_KINDS)
    return "\n".join(
        [
            INTRODUCTION,
            f"| column | holds |\n|---|---|\n{columns}\n",
            TIMES,
            f"## Kinds of event\n\n| kind | means | may be written |\n|---|---|---|\n{kinds}\n",
            _states(),
            PROMISES,
            JSON,
        ]
    )


def _states() -> str:
    """What a post, a change, a task and a verification may be in."""
    others = tuple(word for word in STATUSES if word not in STATES)
    every = (STATES, others, STAGES, TOLD)
    states, also, past, told = (", ".join(f"`{word}`" for word in words) for words in every)
    return (
        f"A post is in one of the states {states}. Status pages also say {also}.\n\n"
        f"A change, its undoing and a task are {past}; without a state a change was made then. A\n"
        f"verification says {told}.\n"
    )


def _also(kind: str) -> str:
    return (
        ", ".join(f"`{word}`" for word, of in KINDS.items() if of == kind and word not in (kind, "")) or "-"
    )
