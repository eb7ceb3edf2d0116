"""A browser window and what happens in it: what its pages ask for, what they complain of, what axe-core objects to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PHONE, DESK = 360, 1280
WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@dataclass
class Screen:
    """A browser window, and what the pages in it asked for, opened by themselves, or complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("popup", lambda popup: self.trouble.append(f"opened {popup.url}"))

    def _dialog(self, dialog) -> None:
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, file: Path) -> Page:
        self.page.goto(file.as_uri())
        return self.page

    def barriers(self) -> list[str]:
        """What axe-core objects to in the page: its rule and the elements."""
        options = {"preload": False}  # it would ask for the style sheets once more, which the pages forbid
        found = Axe().run(self.page, options=options).response["violations"]
        return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]

    def overflow(self) -> list[str]:
        """What reaches beyond the right edge of its table cell, and of the window if it can be scrolled sideways."""
        return self.page.evaluate(OVERFLOW)


OVERFLOW = """() => {
  const edge = document.documentElement.clientWidth;
  const right = e => e.getBoundingClientRect().right;
  const cells = [...document.querySelectorAll("td, th")].filter(
    cell => [...cell.children].some(e => getComputedStyle(e).position !== "absolute" && right(e) > right(cell) + 0.5));
  const found = cells.map(cell => "beyond its cell: " + cell.innerHTML.slice(0, 120));
  if (document.documentElement.scrollWidth <= edge) return found;
  const wide = [...document.body.querySelectorAll("*")].filter(e => right(e) > edge + 0.5);
  return [...found, "wider than " + edge, ...wide.map(e => e.outerHTML.slice(0, 120))];
}"""
