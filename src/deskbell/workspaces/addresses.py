"""E-mail addresses in one form, so that equal ones compare equal. Pure: nothing is looked up."""

from email_validator import EmailNotValidError, validate_email


def normal_address(typed: str) -> str | None:
    """Lower case, trimmed; None when it is not an address. Addresses of an intranet are fine."""
    try:
        parsed = validate_email(typed.strip(), check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return None
    return parsed.normalized.lower()
