"""A consolidated text in, a Regelungstext in LegalDocML.de 1.8.2 out: with identifiers, FRBR data and life cycle."""

from __future__ import annotations

from ..diagnostics import DoesNotApply
from ..messages import _
from .choices import View
from .legaldocml_annexes import write_annexes
from .legaldocml_body import annexes_of, write_text
from .legaldocml_elements import Maker, document, written
from .legaldocml_meta import write_meta
from .publication import Publication

KIND = "/akn/ontology/de/concept/documenttype/bund/regelungstext-verkuendung"


def render(publication: Publication) -> bytes:
    """The XML file.

    Raises DoesNotApply for comparisons.
    """
    if publication.view is not View.CONSOLIDATED:
        problem = _("LegalDocML holds the text of a rulebook and nothing else.")
        raise DoesNotApply.of(problem, hint=_("Export the consolidated text, or choose another format."))
    root, act = document("act", KIND)
    make = Maker(publication.title)
    text = publication.comparison.new
    write_meta(make, make(act, "meta"), publication.masthead)
    write_text(make, act, text)
    write_annexes(make, act, annexes_of(text), publication.masthead)
    return written(root)
