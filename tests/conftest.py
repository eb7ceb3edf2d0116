"""Offices at different points of their work, for all tests."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from offices import BASE, FIRST, SECOND, Office

from regelwerk.archive import has_git
from regelwerk.cli import workplace


@pytest.fixture
def with_git() -> None:
    """For tests that need git; the others work without it, and faster."""
    if not has_git():
        pytest.skip("git is not installed")


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Office:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))

    monkeypatch.setattr(workplace, "datetime", Clock)
    if "with_git" not in request.fixturenames:
        monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    made = Office(tmp_path, capsys)
    made.prints("init", "beirat")
    monkeypatch.chdir(tmp_path / "beirat")
    return made


@pytest.fixture
def founded(office: Office) -> Office:
    """An office that has recorded its base text."""
    file = office.paper("base.txt", BASE)
    office.prints("import", file, "--id", "ordnung", "--adopted", "20.03.2012", "--yes")
    return office


@pytest.fixture
def amended(founded: Office) -> Office:
    """An office that has recorded two amendments too."""
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    founded.prints("apply", founded.paper("2.txt", SECOND), "--promulgated", "2018-05-31", "--yes")
    return founded
