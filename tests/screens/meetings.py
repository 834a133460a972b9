"""A meeting at which everyone is present, opened without a key: tests of the room begin there."""

from textual.pilot import Pilot

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from screens.app import ClerkApp
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import press, settled


def with_everyone(office: Office) -> ClerkApp:
    """The app, opening the Environment Committee's next meeting with all its members present."""
    path = office.meeting_paths("environment-and-highways-committee")[-1]
    with MeetingDesk(office, path) as desk:
        desk.everyone_present()
        return ClerkApp(office, open_ref=desk.ref)


async def opened(pilot: Pilot[None], ref: str = "", *keys: str) -> MeetingScreen:
    """The meeting in the agenda, at the item of this reference if there is one; then these keys."""
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, MeetingScreen)
    item = next((item for item in screen.desk.meeting.items if item.ref == ref), None)
    if item is not None:
        screen.agenda.choose(f"item:{item.id}")
        await pilot.pause()
    await press(pilot, *keys)
    return screen
