"""A report of the pack as plain text: what its head says, then the whole of it."""

from clerk.domain.meetings import Report


def report_page(report: Report, text: str) -> str:
    """The fields that were found, one a line, and below them `text`, the report as it was read."""
    fields = (
        ("Decision No", report.decision_number),
        ("By", report.by),
        ("To", report.to),
        ("Date", report.date),
        ("Subject", report.subject),
        ("Classification", report.classification),
        ("Summary", report.summary),
        ("Recommendation", report.recommendation),
    )
    head = [f"{label}: {words.replace(chr(10), '; ')}" for label, words in fields if words]
    return "\n".join([*head, "", text.strip() or "The report's text is not kept.", ""])
