"""A consolidated text in, a Regelungstext in LegalDocML.de 1.8.2 out: with identifiers, FRBR data and life cycle."""

from __future__ import annotations

from datetime import date

from lxml import etree

from ..diagnostics import Diagnostic, DoesNotApply
from ..messages import _
from .choices import View
from .frame import UNDATED
from .legaldocml_body import write_text
from .legaldocml_elements import AKN, UNDEFINED, Maker
from .publication import ActEntry, Masthead, Publication

KIND = "/akn/ontology/de/concept/documenttype/bund/regelungstext-verkuendung"
METADATA = "http://MetadatenRegelungstext.LegalDocML.de/1.8.2/"


def render(publication: Publication) -> bytes:
    """The XML file.

    Raises DoesNotApply for comparisons, and for texts with units that the standard has no place for.
    """
    if publication.view is not View.CONSOLIDATED:
        problem = _("LegalDocML holds the text of a rulebook and nothing else.")
        raise DoesNotApply(Diagnostic(problem, hint=_("Export the consolidated text, or choose another format.")))
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={"akn": AKN})
    act = etree.SubElement(root, f"{{{AKN}}}act", name=KIND)
    make = Maker(publication.title)
    _meta(make, act, publication.masthead)
    write_text(make, act, publication.comparison.new, publication.body)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _meta(make: Maker, act: etree._Element, masthead: Masthead) -> None:
    meta = make(act, "meta")
    _identification(make, meta, masthead)
    cycle = make(meta, "lifecycle", source=UNDEFINED)
    starts = [_events(make, cycle, masthead.base or ActEntry(""), "generation")]
    starts += [_events(make, cycle, entry, "amendment") for entry in masthead.acts]
    times = make(meta, "temporalData", source=UNDEFINED)
    group = make(times, "temporalGroup")
    make(group, "timeInterval", refersTo="geltungszeit", start=f"#{starts[-1]}")
    own = make(meta, "proprietary", source=UNDEFINED)
    kind = etree.SubElement(own, f"{{{METADATA}}}legalDocML.de_metadaten", nsmap={"regtxt": METADATA})
    for name, value in (("typ", "satzung"), ("form", "stammform")):
        etree.SubElement(kind, f"{{{METADATA}}}{name}").text = value


def _events(make: Maker, cycle: etree._Element, entry: ActEntry, kind: str) -> str:
    """The events of one act: its adoption and its entry into force. Gives the identifier of the latter."""
    days = entry.adopted or entry.in_force or UNDATED, entry.in_force or entry.adopted or UNDATED
    for name, day in zip(("ausfertigung", "inkrafttreten"), days, strict=True):
        event = make(cycle, "eventRef", type=kind, date=day.isoformat(), refersTo=name, source=UNDEFINED)
    return event.get("eId", "")


def _identification(make: Maker, meta: etree._Element, masthead: Masthead) -> None:
    first = masthead.base.adopted if masthead.base and masthead.base.adopted else UNDATED
    work = f"eli/regelwerk/{make.slug}/{first.year}"
    expression = f"{work}/{(masthead.as_of or first).isoformat()}/{len(masthead.acts) + 1}/deu"
    manifestation = f"{expression}/{(masthead.as_of or first).isoformat()}"
    ident = make(meta, "identification", source=UNDEFINED)
    _work(make, make(ident, "FRBRWork"), work, first)
    _expression(make, make(ident, "FRBRExpression"), expression, masthead, first)
    found = make(ident, "FRBRManifestation")
    make(found, "FRBRthis", value=f"{manifestation}/regelungstext-verkuendung-1.xml")
    make(found, "FRBRuri", value=f"{manifestation}/regelungstext-verkuendung-1.xml")
    make(found, "FRBRdate", name="generierung", date=(masthead.as_of or first).isoformat())
    make(found, "FRBRauthor", href="recht.bund.de")
    make(found, "FRBRformat", value="xml")


def _work(make: Maker, work: etree._Element, uri: str, first: date) -> None:
    make(work, "FRBRthis", value=f"{uri}/regelungstext-verkuendung-1")
    make(work, "FRBRuri", value=uri)
    make(work, "FRBRalias", name="übergreifende-id", value=make.guid("work"))
    make(work, "FRBRdate", name="verkuendungsfassung-ausfertigungsdatum", date=first.isoformat())
    make(work, "FRBRauthor", href="recht.bund.de/institution/bundesregierung")
    make(work, "FRBRcountry", value="de")
    make(work, "FRBRnumber", value=make.slug)
    make(work, "FRBRname", value="regelwerk")
    make(work, "FRBRsubtype", value="regelungstext-verkuendung-1")


def _expression(make: Maker, found: etree._Element, uri: str, masthead: Masthead, first: date) -> None:
    make(found, "FRBRthis", value=f"{uri}/regelungstext-verkuendung-1")
    make(found, "FRBRuri", value=uri)
    make(found, "FRBRalias", name="aktuelle-version-id", value=make.guid(uri))
    make(found, "FRBRauthor", href="recht.bund.de/institution/bundesregierung")
    make(found, "FRBRdate", name="verkuendung", date=(masthead.as_of or first).isoformat())
    make(found, "FRBRlanguage", language="deu")
    make(found, "FRBRversionNumber", value=str(len(masthead.acts) + 1))
