"""The ledger of an incident: what could be known of each fact that an update may claim, since when, and by
which line, beside what was really so.

Rules and the debrief measure every claim against it. `customers` is who is hurt and how much, `cause` what
could be thought of why, `effect` which change was seen to help, `safety` what becomes of customers' data.
"""
