"""What git keeps of the work of an office, and what it is left alone with."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from offices import FIRST, SECOND, Office


def test_without_git_nothing_is_kept_in_git(amended: Office):
    assert amended.lines("verify")[1:3] == [
        "  4 files are as they were recorded.",
        "  3 steps: each text follows from the base text and the acts.",
    ]
    assert not Path(".git").exists()


def test_every_step_is_kept_in_git(with_git: None, amended: Office):
    assert amended.lines("verify")[3] == "  3 steps are kept in git, with the same texts."


def test_a_repository_that_is_there_already_is_used_and_its_other_files_are_left_alone(
    with_git: None, office: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(office.folder)
    Path("akten").mkdir()
    Path("akten/notiz.txt").write_text("von Hand")
    assert git("init", "akten") == 0
    _code, _out, err = office.does("init", "akten")
    assert "Every step will be kept in git, too." in err
    listed = subprocess.run(["git", "-C", "akten", "ls-files"], capture_output=True, text=True).stdout
    assert listed.split() == [".gitattributes", ".gitignore", "README.md", "regelwerk.toml"]


def test_in_the_repository_of_somebody_else_nothing_is_written(
    with_git: None, founded: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    code, _out, err = founded.does("apply", founded.paper("1.txt", FIRST), "--yes")
    assert (code, err.splitlines()[0]) == (2, "The git repository belongs to another user; git does not trust it.")
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_step_that_git_missed_is_kept_with_the_next(with_git: None, founded: Office, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as without:
        without.setenv("PATH", "")
        founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    founded.prints("apply", founded.paper("2.txt", SECOND), "--promulgated", "2018-05-31", "--yes")
    assert founded.lines("verify")[3] == "  3 steps are kept in git, with the same texts."


def git(*command: str) -> int:
    return subprocess.run(["git", *command], capture_output=True).returncode


def test_two_colleagues_share_over_a_remote_and_the_second_is_told(
    with_git: None, founded: Office, monkeypatch: pytest.MonkeyPatch
):
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Büro")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "buero@example.org")
    second = FIRST.replace("dreimal", "viermal")
    git("clone", "--bare", ".", "../server.git")
    git("remote", "add", "origin", "../server.git")
    git("fetch", "origin")
    git("branch", "--set-upstream-to", "origin/main")
    git("clone", "../server.git", "../kollegin")
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    assert git("push", "--follow-tags") == 0
    monkeypatch.chdir("../kollegin")
    founded.prints("apply", founded.paper("andere.txt", second), "--yes")
    assert git("pull", "--no-rebase") != 0
    code, err = founded.says("status")
    assert code == 3
    assert "Two people have added to this register, and git could not join it." in err
    assert git("merge", "--abort") == 0
    assert git("reset", "--keep", "@{u}") == 0
    code, err = founded.says("apply", "../andere.txt", "--yes")
    assert (code, err.splitlines()[0]) == (
        4,
        "../andere.txt:1:1: There is an amendment number 1 already: 1. Änderung der Geschäftsordnung des Beirats.",
    )
    again = founded.paper("andere.txt", second.replace("1. Änderung", "2. Änderung").replace("zweimal", "dreimal"))
    founded.prints("apply", again, "--yes")
    assert founded.lines("verify")[3] == "  3 steps are kept in git, with the same texts."
    assert git("push", "--follow-tags") == 0
