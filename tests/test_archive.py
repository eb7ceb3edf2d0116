"""Git: one commit and one tag for each step, nothing lost, and nothing executed that a repository brings along."""

from __future__ import annotations

import os
import subprocess
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from regelwerk.archive import Archive, ArchiveError, Commit, create_archive, has_git, open_archive

pytestmark = pytest.mark.skipif(not has_git(), reason="git is not installed")

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's configuration for the test alone."""
    path = tmp_path / "gitconfig"
    path.write_text("[user]\nname = Schriftführung\nemail = rat@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    (tmp_path / "büro").mkdir()
    made = create_archive(tmp_path / "büro")
    assert made
    return made


def step(number: int, tag: bool = True) -> Commit:
    return Commit(
        f"ordnung: {number}. Änderung\n\nAmendment: {number}\n",
        {"documents/ordnung/über.txt": f"Fassung {number}\n".encode(), f"amendments/ordnung/{number}.txt": b"Akte\n"},
        WHEN,
        f"ordnung/{number:03}" if tag else "",
    )


def git(archive: Archive, *command: str) -> str:
    return subprocess.run(["git", *command], cwd=archive.root, check=True, capture_output=True, text=True).stdout


def write(archive: Archive, commit: Commit) -> None:
    for path, data in commit.files.items():
        (archive.root / path).parent.mkdir(parents=True, exist_ok=True)
        (archive.root / path).write_bytes(data)
    archive.commit(commit)


def test_a_step_is_one_commit_and_one_tag(archive: Archive):
    write(archive, step(1))
    write(archive, step(2))
    assert git(archive, "log", "--format=%an|%aI|%s", "--reverse").splitlines() == [
        "Schriftführung|2026-03-01T09:30:00+00:00|ordnung: 1. Änderung",
        "Schriftführung|2026-03-01T09:30:00+00:00|ordnung: 2. Änderung",
    ]
    assert archive.tags("ordnung") == ("ordnung/001", "ordnung/002")
    assert git(archive, "log", "--format=%(trailers:key=Amendment,valueonly,separator=)") == "2\n1\n"
    assert git(archive, "status", "--porcelain") == ""
    assert git(archive, "fsck", "--strict") == ""


def test_earlier_steps_are_read_in_one_run(archive: Archive):
    write(archive, step(1))
    write(archive, step(2))
    names = ["ordnung/001:documents/ordnung/über.txt", "ordnung/003:fehlt", "ordnung/002:documents/ordnung/über.txt"]
    assert archive.read(names) == [b"Fassung 1\n", None, b"Fassung 2\n"]


def test_files_that_are_the_same_make_no_commit_but_the_tag_is_set(archive: Archive):
    write(archive, step(1, tag=False))
    write(archive, step(1))
    assert git(archive, "rev-list", "--count", "HEAD") == "1\n"
    assert archive.tags("ordnung") == ("ordnung/001",)


def test_a_tag_is_never_moved(archive: Archive):
    write(archive, step(1))
    other = Commit("anders", {"a": b"b"}, WHEN, "ordnung/001")
    with pytest.raises(ArchiveError):
        archive.commit(other)
    assert git(archive, "log", "--format=%s") == "ordnung: 1. Änderung\n"


def test_what_the_user_has_prepared_stays_prepared(archive: Archive):
    write(archive, step(1))
    (archive.root / "notiz.txt").write_text("von Hand")
    git(archive, "add", "notiz.txt")
    write(archive, step(2))
    assert git(archive, "status", "--porcelain") == "A  notiz.txt\n"


def test_a_branch_is_not_needed(archive: Archive):
    write(archive, step(1))
    git(archive, "checkout", "--quiet", "--detach")
    write(archive, step(2))
    assert git(archive, "log", "--format=%s", "HEAD") == "ordnung: 2. Änderung\nordnung: 1. Änderung\n"
    assert git(archive, "log", "--format=%s", "main") == "ordnung: 1. Änderung\n"


def test_who_has_no_name_in_git_can_work_too(
    archive: Archive, own_configuration: Path, monkeypatch: pytest.MonkeyPatch
):
    own_configuration.write_text("[user]\nuseConfigOnly = true\n")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    write(archive, step(1))
    assert git(archive, "log", "--format=%an <%ae>") == "regelwerk <regelwerk@localhost>\n"


def test_nothing_that_a_repository_brings_along_is_executed(archive: Archive):
    write(archive, step(1))
    trap = archive.root / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{archive.root}/executed'\ncat\n")
    trap.chmod(0o755)
    for hook in ("pre-commit", "post-commit", "commit-msg", "reference-transaction", "post-index-change"):
        path = archive.root / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(trap.read_text())
        path.chmod(0o755)
    for setting in ("core.fsmonitor", "gpg.program", "filter.trap.clean", "filter.trap.process", "core.editor"):
        git(archive, "config", setting, str(trap))
    git(archive, "config", "commit.gpgsign", "true")
    (archive.root / ".git" / "info" / "attributes").write_text("* filter=trap\n")
    write(archive, step(2))
    assert archive.read(["ordnung/002:documents/ordnung/über.txt"]) == [b"Fassung 2\n"]
    assert not (archive.root / "executed").exists()


def test_steps_are_signed_where_the_user_signs(archive: Archive, own_configuration: Path):
    program = archive.root / "sign.sh"
    program.write_text("#!/bin/sh\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED ' >&2\necho '-----SIGNED-----'\n")
    program.chmod(0o755)
    own_configuration.write_text(
        own_configuration.read_text() + f"signingkey = ABCD\n[commit]\ngpgsign = true\n[gpg]\nprogram = {program}\n"
    )
    write(archive, step(1))
    assert "gpgsig -----SIGNED-----" in git(archive, "cat-file", "commit", "HEAD")


def test_two_who_commit_at_once_lose_nothing(archive: Archive):
    write(archive, step(0))

    def writer(first: int) -> None:
        for number in range(first, first + 20):
            archive.commit(Commit(f"{number}", {f"amendments/{number}": b"Akte"}, WHEN, f"ordnung/{number:03}"))

    threads = [threading.Thread(target=writer, args=(first,)) for first in (100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(archive.tags("ordnung")) == 41
    assert git(archive, "rev-list", "--count", "HEAD") == "41\n"
    assert len(git(archive, "ls-tree", "--name-only", "HEAD:amendments").splitlines()) == 41


def test_a_folder_inside_the_repository_of_something_else_has_none(archive: Archive):
    inside = archive.root / "innen"
    inside.mkdir()
    assert open_archive(inside) is None
    assert open_archive(archive.root) == archive


def test_a_repository_of_somebody_else_is_refused(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ArchiveError) as error:
        open_archive(archive.root)
    assert str(error.value) == (
        "The git repository belongs to another user; git does not trust it.\n"
        "  = hint: If you do, say so: git config --global --add safe.directory FOLDER"
    )


def test_without_git_there_is_no_archive(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", os.devnull)
    assert open_archive(archive.root) is None
    assert create_archive(archive.root) is None
