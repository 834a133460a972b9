"""The line at a screen's foot that keeps the last message: a notice that fades is no record."""

from textual.widgets import Static

from screens.literal import Severity, plain

_SIGNS: dict[Severity, str] = {"information": "", "warning": "! ", "error": "!! "}


class SaidLine(Static):
    """The last message; an error is marked by a sign as well as by colour."""

    def let_go(self) -> None:
        """What was said of something else goes; a warning or an error stays."""
        if not (self.has_class("-warning") or self.has_class("-error")):
            self.update("")

    def keep(self, message: str, severity: Severity = "information") -> None:
        """Shows the message until there is another."""
        self.set_class(severity == "warning", "-warning")
        self.set_class(severity == "error", "-error")
        self.update(plain(_SIGNS[severity] + " ".join(message.split())))
