"""What the register says of a text in; the metadata of a LegalDocML.de document out: FRBR data and life cycle."""

from __future__ import annotations

from datetime import date

from lxml import etree

from .frame import UNDATED
from .legaldocml_elements import UNDEFINED, Maker
from .publication import ActEntry, Masthead

METADATA = "http://MetadatenRegelungstext.LegalDocML.de/1.8.2/"


def write_meta(make: Maker, meta: etree._Element, masthead: Masthead) -> None:
    """All metadata of the text."""
    identification(make, meta, masthead, "regelungstext-verkuendung-1")
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


def identification(make: Maker, meta: etree._Element, masthead: Masthead, part: str) -> None:
    """What identifies a document: the text itself or another part of it, by the name of the part."""
    first = masthead.base.adopted if masthead.base and masthead.base.adopted else UNDATED
    work = f"eli/regelwerk/{make.slug}/{first.year}"
    expression = f"{work}/{(masthead.as_of or first).isoformat()}/{len(masthead.acts) + 1}/deu"
    manifestation = f"{expression}/{(masthead.as_of or first).isoformat()}"
    ident = make(meta, "identification", source=UNDEFINED)
    _work(make, make(ident, "FRBRWork"), work, first, part)
    _expression(make, make(ident, "FRBRExpression"), expression, masthead, first, part)
    found = make(ident, "FRBRManifestation")
    make(found, "FRBRthis", value=f"{manifestation}/{part}.xml")
    make(found, "FRBRuri", value=f"{manifestation}/{part}.xml")
    make(found, "FRBRdate", name="generierung", date=(masthead.as_of or first).isoformat())
    make(found, "FRBRauthor", href="recht.bund.de")
    make(found, "FRBRformat", value="xml")


def _work(make: Maker, work: etree._Element, uri: str, first: date, part: str) -> None:
    make(work, "FRBRthis", value=f"{uri}/{part}")
    make(work, "FRBRuri", value=uri)
    make(work, "FRBRalias", name="übergreifende-id", value=make.guid("work"))
    make(work, "FRBRdate", name="verkuendungsfassung-ausfertigungsdatum", date=first.isoformat())
    make(work, "FRBRauthor", href="recht.bund.de/institution/bundesregierung")
    make(work, "FRBRcountry", value="de")
    make(work, "FRBRnumber", value=make.slug)
    make(work, "FRBRname", value="regelwerk")
    make(work, "FRBRsubtype", value=part)


def _expression(make: Maker, found: etree._Element, uri: str, masthead: Masthead, first: date, part: str) -> None:
    make(found, "FRBRthis", value=f"{uri}/{part}")
    make(found, "FRBRuri", value=uri)
    make(found, "FRBRalias", name="aktuelle-version-id", value=make.guid(uri))
    make(found, "FRBRauthor", href="recht.bund.de/institution/bundesregierung")
    make(found, "FRBRdate", name="verkuendung", date=(masthead.as_of or first).isoformat())
    make(found, "FRBRlanguage", language="deu")
    make(found, "FRBRversionNumber", value=str(len(masthead.acts) + 1))
