"""The query of a request to the API, each parameter declared so that OpenAPI tells of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from greffier.views import Filter, Slice

LONGEST = 200
"""Code points of one value."""
MOST_VALUES = 20
MOST = 200
"""Items of one page."""

Values = Annotated[
    tuple[Annotated[str, Query(max_length=LONGEST)], ...], Query(max_length=MOST_VALUES)
]
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d\d-\d\d$")]


def filter_of(  # noqa: PLR0913 - a parameter a field of the filter
    who: Values = (),
    speaker: Values = (),
    addressee: Values = (),
    about: Values = (),
    place: Values = (),
    kind: Values = (),
    country: Values = (),
    type: Values = (),
    mode: Values = (),
    status: Values = (),
    outlet: Values = (),
    story: Values = (),
    document: Values = (),
    since: Day = None,
    until: Day = None,
    words: Annotated[str | None, Query(max_length=LONGEST)] = None,
) -> Filter:
    """What an answer is narrowed to."""
    return Filter(**locals())


def slice_of(
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Slice:
    """Which part of a long answer is wanted."""
    return Slice(limit, offset)


Asked = Annotated[Filter, Depends(filter_of)]
Part = Annotated[Slice, Depends(slice_of)]
