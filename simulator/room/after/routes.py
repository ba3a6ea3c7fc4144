"""Where the pages and deeds of afterwards are."""

from starlette.routing import Route

from simulator.room.after import doing, hosting, reading
from simulator.room.after.talk import TALK

SEAT, AFTER, LINK = "/r/{room}/{seat}", "/r/{room}/{seat}/after", "/s/{token}"

AFTERWARDS = [
    *TALK,
    *(
        route
        for base in (AFTER, LINK)
        for route in (
            Route(base, reading.overview),
            Route(f"{base}/debrief", reading.debriefed),
            Route(f"{base}/debrief.{{form}}", reading.debriefed),
            Route(f"{base}/replay", reading.replay),
            Route(f"{base}/film", reading.film),
            Route(f"{base}/film/far", reading.far),
            Route(f"{base}/board", reading.board),
            Route(f"{base}/comparison", reading.comparison),
        )
    ),
    Route(f"{AFTER}/beside", reading.compared),
    Route(f"{AFTER}/beside/{{code}}", reading.compared),
    Route(f"{AFTER}/guide/{{minutes:int}}", reading.guide),
    Route(f"{AFTER}/commitments", reading.committed),
    Route(f"{AFTER}/commitments.md", reading.commitments),
    Route(f"{AFTER}/commit", doing.promise, methods=["POST"]),
    Route(f"{AFTER}/retry", doing.retry, methods=["POST"]),
    Route(f"{AFTER}/share", doing.share, methods=["POST"]),
    Route(f"{AFTER}/everything.zip", doing.everything),
    Route(f"{SEAT}/note", doing.note, methods=["POST"]),
    Route(f"{SEAT}/notes", doing.noted),
    Route("/host/parallel", hosting.open_together, methods=["POST"]),
    Route("/host/side/{together}", hosting.side),
    Route("/host/side/{together}/now", hosting.now),
    Route("/host/side/{together}/clocks", hosting.all_clocks, methods=["POST"]),
    Route("/host/side/{together}/comparison", hosting.compared),
]
