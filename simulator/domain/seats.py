"""The seats that speak in an exercise, by their ids."""

COMMANDER = "commander"
"""The seat that leads, whoever sits in it."""
RELIEVED = "relieved"
"""The seat of whoever handed command over and is still there."""
FACILITATOR = "facilitator"
"""The seat that guides; no trainee takes it."""
OBSERVER, RESPONDER = "observer", "responder"
WITH_A_ROLE = ("deputy", "business-lead", "technical-lead", "scribe")
"""Seats that are a role at once: whoever speaks from one has it, when nobody was given it."""
OTHERS = (*WITH_A_ROLE, RESPONDER, OBSERVER)
"""Those who take part beside the commander."""
TRAINEES = (COMMANDER, *OTHERS)
"""Those that can be trained, and be spoken to privately."""
