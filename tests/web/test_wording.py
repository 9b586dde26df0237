"""Every message is said in French, and dates keep their precision."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from greffier.web.wording import catalogue, wording

WEB = Path(str(resources.files("greffier.web")))
METHODS = [("**.py", "python"), ("**/templates/**", "jinja2")]
OPTIONS = {"**/templates/**": {"newstyle_gettext": "true", "trimmed": "true"}}
CALLS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def said_by(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def messages() -> set[str]:
    """All that templates and code say."""
    found = extract_from_dir(str(WEB), METHODS, OPTIONS, CALLS)
    return {said_by(said) for _, _, said, _, _ in found}


def test_every_message_has_its_french() -> None:
    known = catalogue("fr")
    missing = [m for m in sorted(messages()) if (told := known.get(m)) is None or not told.string]
    assert missing == []


def test_the_catalogue_holds_nothing_that_no_page_says() -> None:
    said = messages()
    unused = [
        m.id
        for m in catalogue("fr")
        if m.id and (m.id[0] if isinstance(m.id, tuple) else m.id) not in said
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2019-03-18", "lundi 18 mars 2019", "Monday, March 18, 2019"),
        ("2019-03", "mars 2019", "March 2019"),
        ("2019", "2019", "2019"),
        ("XXXX-WXX-7", "XXXX-WXX-7", "XXXX-WXX-7"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    value: str, french: str, english: str
) -> None:
    assert wording("fr").day(value) == french
    assert wording("en").day(value) == english


def test_nothing_is_singular_in_french_and_plural_in_english() -> None:
    assert wording("fr").ngettext("one", "many", 0) == "one"
    assert wording("en").ngettext("one", "many", 0) == "many"
