"""Acts on the actions of a meeting: noted, changed, struck out."""

from typing import assert_never

from msgspec.structs import replace

from clerk.domain.actions import Action
from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.ordered import found, removed, replaced


class ActionNoted(Fact, frozen=True, tag="action-noted"):
    """Something undertaken in a minute."""

    action: Action


class ActionChanged(Fact, frozen=True, tag="action-changed"):
    """Another officer, day or wording; or done, or open again."""

    action: Action


class ActionRemoved(Fact, frozen=True, tag="action-removed"):
    """Struck out: it was none."""

    action: str


ActionAct = ActionNoted | ActionChanged | ActionRemoved


def apply_action(meeting: Meeting, act: ActionAct) -> Meeting:
    """`meeting` with the act done; raises RefusedError where minute or action is gone."""
    match act:
        case ActionNoted(action=action):
            found(meeting.minutes, action.minute)
            return replace(meeting, actions=(*meeting.actions, action))
        case ActionChanged(action=action):
            return replace(meeting, actions=replaced(meeting.actions, action))
        case ActionRemoved(action=action_id):
            return replace(meeting, actions=removed(meeting.actions, action_id))
        case _:
            assert_never(act)
