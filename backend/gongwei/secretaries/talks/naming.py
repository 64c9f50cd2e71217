"""How kinds of talk are called."""

from gongwei.secretaries.talks.models import TalkKind

KINDS: dict[TalkKind, tuple[str, str]] = {
    TalkKind.APPOINTMENT: ("任职谈话", "Appointment talk"),
    TalkKind.REMINDER: ("提醒约谈", "Reminder talk"),
    TalkKind.INQUIRY: ("函询", "Written inquiry"),
    TalkKind.LETTER: ("函告", "Official letter"),
}
