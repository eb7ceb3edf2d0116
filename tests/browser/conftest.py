"""Chromium for the tests of what is seen in a browser; where it is not installed, they are skipped and say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from screen import DESK, Screen

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",  # in this order days are typed into a field
)


def pytest_runtest_setup() -> None:
    if CHROMIUM is None:
        pytest.skip("needs Chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def screen(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A new window, as wide and in the colours that the test is for, with or without script."""
    wanted = getattr(request.node, "callspec", None)
    chosen = wanted.params if wanted else {}
    context = chromium.new_context(
        viewport={"width": chosen.get("width", DESK), "height": 900},
        color_scheme=chosen.get("scheme", "light"),
        java_script_enabled=chosen.get("script", True),
        reduced_motion="reduce",
    )
    yield Screen(context.new_page())
    context.close()
