"""What is shown where there is nothing."""

from detente.web.answer import Answer


def not_found(why: str) -> Answer:
    """Say that nothing is here, and why."""
    return Answer(template="missing.html", title="Not found", values={"why": why}, status=404)


def failed(why: str, status: int) -> Answer:
    """Say what went wrong, and that the record is as it was."""
    return Answer(
        template="missing.html", title="That did not work", values={"why": why}, status=status
    )
