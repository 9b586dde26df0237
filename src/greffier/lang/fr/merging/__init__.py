"""What merging articles must know of French: rare words, bodies, offices, what is counted."""

from __future__ import annotations

from greffier.lang.fr.merging.bodies import body, full_form, is_anonymous, is_vague, office, place
from greffier.lang.fr.merging.credits import credit
from greffier.lang.fr.merging.figures import counted, replaces
from greffier.lang.fr.merging.words import weight, words
from greffier.model.language import Merging

MERGING = Merging(
    words=words,
    weight=weight,
    body=body,
    is_vague=is_vague,
    full_form=full_form,
    office=office,
    is_anonymous=is_anonymous,
    place=place,
    counted=counted,
    replaces=replaces,
    credit=credit,
)
