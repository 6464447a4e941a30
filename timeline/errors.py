"""What goes wrong, said in one sentence with a hint."""


class UserError(Exception):
    """Something the user can mend. `message` says what happened, `hint` what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadableError(UserError):
    """A document that cannot be read at all; the run goes on without it."""
