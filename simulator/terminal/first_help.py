"""The first page of help: ten words that a first outage is led with. `help all` has every command."""

FIRST = """\
Ten words to begin with. Put your own for what is in capitals:
  declare SEVERITY         open the incident and take command
  page TEAM                get somebody; people shows who there is
  ask NAME what changed    of one who has joined; or: ask NAME theory
  investigate PLACE by NAME within 5m    have somebody look at it
  runbook                  the changes there are, how quick, how safe
  order CHANGE by NAME     have one made on production
  verify CHANGE            have somebody watch whether it helped
  wait                     until there is news; wait 5m for so long
  board                    where you stand, and what you owe to whom
  post status page investigating affecting WHAT next in 20m
At the end: mitigated, resolve, end. Ctrl-C twice leaves, to go on another day.
help all shows every command, help order one, help NAME what is called so.
"""
ALL = ("all", "commands", "everything")
"""What one asks for to see every command."""
