"""The content of a page in, the whole page out: head, way back, footer; nothing in it is loaded from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from .addresses import FEED, IMPRINT, SEARCH, START, STYLE
from .elements import NOTHING, Content, Markup, element, items, joined, link
from .settings import Settings

BINDING = "Verbindlich ist allein der Text, wie er beschlossen und amtlich bekannt gemacht wurde."
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows. `path`: its place in the site, from the root; `script`: the name of the one it runs, if any.

    `trail`: the pages above it, each with its address as seen from here. `data`: what machines read of it, as JSON.
    """

    path: str
    title: str
    content: Content
    trail: tuple[tuple[str, str], ...] = ()
    style: str = ""
    script: str = ""
    data: str = ""

    @property
    def root(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * self.path.count("/")


def whole(page: Page, settings: Settings) -> bytes:
    """The page as a file."""
    code = script(page.script) if page.script else ""
    allowed = f"; script-src 'sha256-{_digest(code)}'" if code else ""
    title = page.title if page.title == settings.title else f"{page.title} – {settings.title}"
    address = canonical(page.path, settings)
    head = joined(
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=Markup(_POLICY + allowed)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content="regelwerk"),
        element("title", title),
        element("link", rel="stylesheet", href=f"{page.root}{STYLE}"),
        element("link", rel="alternate", type="application/atom+xml", title="Änderungen", href=f"{page.root}{FEED}"),
        element("link", rel="canonical", href=address) if address else None,
        element("script", Markup(page.data), type="application/ld+json") if page.data else None,
    )
    body = joined(
        link("#inhalt", "Zum Inhalt", class_="skip"),
        _top(page, settings),
        page.content,
        _foot(page, settings),
        element("script", Markup(code)) if code else None,
    )
    document = element("html", element("head", head), element("body", body, class_=page.style or None), lang="de")
    return f"<!DOCTYPE html>\n{document}\n".encode()


@cache
def script(name: str) -> str:
    """One of our scripts."""
    return files(__package__).joinpath("files", name).read_text(encoding="utf-8")


def _digest(code: str) -> str:
    return b64encode(sha256(code.encode()).digest()).decode()


def canonical(path: str, settings: Settings) -> str:
    """The address of a page for good, "" where it is not known where the site is to be found."""
    return f"{settings.address}{path.removesuffix(START)}" if settings.address else ""


def _top(page: Page, settings: Settings) -> Markup:
    """Where the page stands in the site, and the ways that are on every page."""
    above = ((settings.title, page.root + START), *page.trail) if page.path != START else ()
    trail = element("ol", [element("li", link(address, words)) for words, address in above])
    ways = items([link(page.root + SEARCH, "Suche")])
    return element(
        "div",
        element("nav", trail, aria_label="Pfad", class_="trail") if above else element("span"),
        element("nav", ways, aria_label="Website", class_="ways"),
        class_="top",
    )


def _foot(page: Page, settings: Settings) -> Markup:
    links = items(
        [
            link(page.root + IMPRINT, "Impressum und Hinweise"),
            link(page.root + FEED, "Änderungen abonnieren (Atom)"),
        ]
    )
    body = element("p", settings.body) if settings.body else NOTHING
    address = canonical(page.path, settings)
    printed = element("p", "Adresse dieser Seite: ", address, class_="address") if address else NOTHING
    return element("footer", body, element("p", BINDING), printed, links, class_="site")


def main(*content: Content) -> Markup:
    """The main part of a page."""
    return element("main", *content, id="inhalt", tabindex="-1")
