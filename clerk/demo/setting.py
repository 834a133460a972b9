"""Puts the invented council into a folder of its own, once."""

from clerk.demo.council import TO_PUBLISH, build
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.register_acts import CommitteeAdded, PersonAdded
from clerk.names import full


def set_up(office: Office) -> None:
    """Stores the council as on the office's today, and publishes the minutes of the last meetings.

    Where it is set up already, nothing changes: what a learner did there stays. A set-up that was
    cut short is completed. Raises StorageError.
    """
    register, meetings = build(office.today)
    if len(office.meeting_paths()) >= len(meetings):
        return
    for person in register.people.values():
        if person.id not in office.register.people:
            office.do(PersonAdded(person=person), f"{full(person.name)} added")
    for body in register.committees.values():
        if body.id not in office.register.committees:
            office.do(CommitteeAdded(committee=body), f"{body.name} added")
    called = {meeting.id: path for path, meeting in office.each_meeting()}
    for meeting in meetings:
        path = called.get(meeting.id) or office.call(meeting)
        with MeetingDesk(office, path) as desk:
            if meeting.id in TO_PUBLISH and desk.meeting.state == "draft":
                desk.publish()
