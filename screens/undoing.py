"""Taking back what was done to committees and people, and doing it again.

Keys: u takes the last change back, in every file that it touched; y does it again (1 each).
"""

from screens.base import ClerkScreen


class UndoesRegister(ClerkScreen):
    """A screen of the register: an import of several papers is one change here."""

    def show_anew(self) -> None:
        """Shows what came of a change."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Takes back the last change of committees and people, or the last import."""
        said = self.attempt(self.office.undo_register)
        if said is not None:
            self.show_anew()
            self.tell(f"Taken back: {said}. y does it again.")

    def action_redo(self) -> None:
        """Does again what was taken back last."""
        said = self.attempt(self.office.redo_register)
        if said is not None:
            self.show_anew()
            self.tell(f"{said}.")
