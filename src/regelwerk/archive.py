"""Steps of a rulebook in, commits and tags of a git repository out; and the texts of earlier steps back out of it.

Only plumbing is used, and nothing that a repository says is executed: no hooks, no filters, no programs from its
configuration. A rulebook needs no git; without it there is only no copy of every step.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory, TemporaryFile
from types import MappingProxyType
from typing import TYPE_CHECKING

from .diagnostics import RegelwerkError
from .messages import _

if TYPE_CHECKING:
    from datetime import datetime

_NOTHING_EXECUTED = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.fsync": "all",
    "core.fsyncMethod": "fsync",
    "core.filesRefLockTimeout": "1000",
}
"""Settings that hold whatever the repository says: no program of its own is run, what is written lasts, and who
comes second waits for a while."""

_PROGRAMS = {
    "gpg.format": "openpgp",
    "gpg.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultKeyCommand": "",
}
"""What signs, where the user's own configuration says nothing else; that of the repository is not asked."""

_NONE: Mapping[str, str] = MappingProxyType({})


class ArchiveError(RegelwerkError):
    """Git did not do what it was asked to; the files of the workspace are not touched by that."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What is to be committed: files by their path in the workspace, and the tag that names the step ("": none)."""

    message: str
    files: Mapping[str, bytes]
    when: datetime
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Archive:
    """The git repository of a workspace; `root` is the folder of both."""

    root: Path

    def commit(self, commit: Commit) -> None:
        """Add the files to the branch that is checked out, and tag the commit. Files that are the same make none.

        Raises ArchiveError if git refuses; then neither branch nor tag has moved.
        """
        blobs = self._store(commit.files)
        tip = self._tip()
        while True:
            try:
                self._commit(commit, blobs, *tip)
                break
            except ArchiveError:
                before, tip = tip, self._tip()
                if tip == before:  # nobody else was first, so trying again would change nothing
                    raise
        with suppress(ArchiveError):  # only what „git status“ compares with; git itself may be using it just now
            self._git("update-index", "--index-info", data=blobs)

    def tags(self, id: str) -> tuple[str, ...]:
        """The tags of the steps of a rulebook."""
        return tuple(self._git("for-each-ref", "--format=%(refname:lstrip=2)", f"refs/tags/{id}/").split())

    def read(self, names: Sequence[str]) -> list[bytes | None]:
        """The contents of objects, by names such as „TAG:PATH“, all in one run; None for what is not there."""
        data = self._run(("cat-file", "--batch"), "".join(f"{name}\n" for name in names).encode())
        found: list[bytes | None] = []
        place = 0
        for _name in names:
            end = data.index(b"\n", place)
            *_what, size = data[place:end].split()
            if size == b"missing":
                found.append(None)
                place = end + 1
            else:
                found.append(data[end + 1 : end + 1 + int(size)])
                place = end + 2 + int(size)
        return found

    def _store(self, files: Mapping[str, bytes]) -> str:
        """The files as objects, and what an index says of them."""
        with TemporaryDirectory() as folder:
            paths = [Path(folder) / str(number) for number, _file in enumerate(files)]
            for path, data in zip(paths, files.values(), strict=True):
                path.write_bytes(data)
            listed = "".join(f"{path.as_posix()}\n" for path in paths)
            hashes = self._git("hash-object", "-w", "--no-filters", "--stdin-paths", data=listed).split()
        return "".join(f"100644 {hash}\t{path}\n" for hash, path in zip(hashes, files, strict=True))

    def _tip(self) -> tuple[str, str]:
        """The branch that is checked out and its last commit, "" if it has none yet."""
        branch = self._find("symbolic-ref", "HEAD") or "HEAD"
        return branch, self._find("rev-parse", "--verify", f"{branch}^{{commit}}")

    def _commit(self, commit: Commit, blobs: str, branch: str, old: str) -> None:
        with TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            if old:
                self._git("read-tree", old, env=index)
            self._git("update-index", "--index-info", data=blobs, env=index)
            tree = self._git("write-tree", env=index)
        same = bool(old) and tree == self._find("rev-parse", "--verify", f"{old}^{{tree}}")
        new = old if same else self._commit_tree(commit, tree, old)
        moves = f"update {branch} {new} {old}\n" if old else f"create {branch} {new}\n"
        tag = f"create refs/tags/{commit.tag} {new}\n" if commit.tag else ""
        self._git("update-ref", "--no-deref", "-m", "regelwerk", "--stdin", data=moves + tag)

    def _commit_tree(self, commit: Commit, tree: str, parent: str) -> str:
        when = commit.when.isoformat()
        env = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        if not self._find("var", "GIT_COMMITTER_IDENT"):
            for role in ("AUTHOR", "COMMITTER"):
                env |= {f"GIT_{role}_NAME": "regelwerk", f"GIT_{role}_EMAIL": "regelwerk@localhost"}
        parents = ("-p", parent) if parent else ()
        command = ("commit-tree", tree, *parents)
        if self._own("commit.gpgsign") != "true":
            return self._git(*command, data=commit.message, env=env)
        programs = {name: self._own(name) or standard for name, standard in _PROGRAMS.items()}
        programs["gpg.program"] = self._own("gpg.openpgp.program") or programs["gpg.program"]
        sign = f"-S{self._own('user.signingkey')}"
        return self._git(*command, sign, data=commit.message, env=env, settings=programs)

    def _own(self, setting: str) -> str:
        """What the user's own configuration says, whatever that of the repository does."""
        return self._find("config", "--global", "--includes", setting)

    def _find(self, *command: str) -> str:
        """What git answers, "" if it has no answer."""
        try:
            return self._git(*command)
        except ArchiveError:
            return ""

    def _git(
        self, *command: str, data: str = "", env: Mapping[str, str] = _NONE, settings: Mapping[str, str] = _NONE
    ) -> str:
        return self._run(command, data.encode(), env, settings).decode().strip()

    def _run(
        self, command: Sequence[str], data: bytes, env: Mapping[str, str] = _NONE, settings: Mapping[str, str] = _NONE
    ) -> bytes:
        """What git prints. Raises ArchiveError with what it says if it refuses."""
        from git import Git
        from git.exc import CommandError

        fixed = {**settings, **_NOTHING_EXECUTED}
        options = [word for name, value in fixed.items() for word in ("-c", f"{name}={value}")]
        with TemporaryFile() as given:
            given.write(data)
            given.seek(0)
            try:
                printed = Git(self.root).execute(
                    ["git", *options, *command],
                    istream=given,
                    env={"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **env},
                    stdout_as_string=False,
                    strip_newline_in_stdout=False,
                )
            except CommandError as error:
                raise _refused(command, str(error.stderr)) from error
        assert isinstance(printed, bytes)
        return printed


def has_git() -> bool:
    """Whether git is installed."""
    return which("git") is not None


def open_archive(root: Path) -> Archive | None:
    """The repository whose top folder this is, None if there is none or no git.

    Raises ArchiveError if git does not trust it: it belongs to another user.
    """
    if not has_git() or not (root / ".git").exists():
        return None
    archive = Archive(root)
    top = archive._git("rev-parse", "--show-toplevel")
    return archive if Path(top).resolve() == root.resolve() else None


def create_archive(root: Path) -> Archive | None:
    """A new repository in the folder, None if git is not installed."""
    if not has_git():
        return None
    archive = Archive(root)
    archive._git("init", "--quiet", "--initial-branch=main")
    return archive


def _refused(command: Sequence[str], said: str) -> ArchiveError:
    if "dubious ownership" in said:
        message = _("The git repository belongs to another user; git does not trust it.")
        hint = _("If you do, say so: git config --global --add safe.directory FOLDER")
        return ArchiveError.of(message, hint=hint)
    reason = said.strip().removeprefix("stderr: ").strip("' \n")
    return ArchiveError.of(_("git {command}: {reason}").format(command=command[0], reason=reason))
