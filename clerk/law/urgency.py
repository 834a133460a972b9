"""Business that was not on the agenda: who may take it up, and what the minutes then state."""

from clerk.law.rule import PRINCIPAL, Rule, Setting, holds

URGENT = Rule(code="U1", section="LGA 1972 s100B(4)(b)", kinds=PRINCIPAL)
PARISH_NOTICE = Rule(code="U2", section="LGA 1972 Sch 12 para 10(2)(b)", kinds=("parish",))


def urgency_refused(setting: Setting, reason: str) -> str:
    """Why an item may not be taken as urgent at such a meeting, in a sentence; empty if it may.

    A principal council needs the chair's reason, which the minutes state. A parish has no such
    way: business that the summons does not name cannot be decided.
    """
    if holds(PARISH_NOTICE, setting):
        return (
            "A parish cannot take urgent business: what was not in the summons cannot be decided "
            f"({PARISH_NOTICE.section}). Put it on the next agenda; here it can only be noted, as "
            "an ordinary item."
        )
    if holds(URGENT, setting) and not reason.strip():
        return (
            "Say by reason of which special circumstances the chair takes it as urgent: the "
            f"minutes must state it ({URGENT.section})."
        )
    return ""
