"""Workspaces: found, made, read with every seal checked, written in whole steps or not at all."""

from __future__ import annotations

import os
import signal
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from regelwerk.diagnostics import DoesNotApply, IntegrityBroken, RegelwerkError
from regelwerk.rulebook.filing import consolidated_file, register_file
from regelwerk.rulebook.register import Act, ActKind, Register, Text, TextKind
from regelwerk.rulebook.seal import seal
from regelwerk.workspace import NotHere, Stored, Workspace, create_workspace, find_workspace
from regelwerk.workspace.recording import add, writing
from regelwerk.workspace.storage import Unwritable

RECORDED = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
CONSOLIDATED = "documents/ordnung/consolidated.txt"


def create(workspace: Workspace, id: str = "ordnung", text: str = "Ordnung\n") -> Stored:
    data = text.encode()
    nothing = Stored(Register(id, "Ordnung", ()))
    entry = Text(
        kind=TextKind.BASE,
        number="0",
        file="base.txt",
        sha256=seal(data),
        recorded=RECORDED,
        result="",
        in_force=date(2012, 1, 1),
    )
    with writing(workspace, nothing):
        return add(workspace, nothing, entry, {f"documents/{id}/base.txt": data}, text)


def act(number: int, words: str = "", id: str = "ordnung") -> tuple[Act, dict[str, bytes], str]:
    data = f"{number}. Änderung {words}\n".encode()
    entry = Act(
        kind=ActKind.AMENDMENT,
        number=str(number),
        file=f"{number:02}.txt",
        sha256=seal(data),
        recorded=RECORDED,
        result="",
        in_force=date(2012 + number, 1, 1),
    )
    return entry, {f"amendments/{id}/{number:02}.txt": data}, f"Ordnung {number}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "büro an der see", "Liesmich\n")


@pytest.fixture
def stored(workspace: Workspace) -> Stored:
    return create(workspace)


def record(workspace: Workspace, before: Stored, number: int, words: str = "") -> Stored:
    with writing(workspace, before):
        return add(workspace, before, *act(number, words))


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".regelwerk.lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def message(error: pytest.ExceptionInfo[RegelwerkError]) -> str:
    return str(error.value)


def test_a_new_workspace_has_its_folders_and_says_what_it_is(workspace: Workspace):
    assert sorted(path.name for path in workspace.root.iterdir()) == [
        ".gitattributes",
        ".gitignore",
        "README.md",
        "amendments",
        "documents",
        "regelwerk.toml",
    ]
    assert workspace.ids == ()


def test_what_lies_in_the_folder_stays_as_it_is(tmp_path: Path):
    (tmp_path / "README.md").write_text("unser Büro")
    create_workspace(tmp_path, "Liesmich\n")
    assert (tmp_path / "README.md").read_text() == "unser Büro"


def test_a_workspace_is_made_once(workspace: Workspace):
    with pytest.raises(NotHere) as error:
        create_workspace(workspace.root, "")
    assert message(error) == f"{workspace.root} is a workspace already."


def test_no_workspace_is_made_inside_another(workspace: Workspace):
    inside = workspace.root / "documents" / "zweiter"
    with pytest.raises(NotHere) as error:
        create_workspace(inside, "Liesmich")
    assert message(error) == (
        f"{inside} would be inside the workspace {workspace.root}.\n"
        "  = hint: One workspace holds many rulebooks; for another one, go out of it first."
    )
    assert not inside.exists()


def test_a_workspace_is_found_from_any_folder_below(workspace: Workspace, stored: Stored):
    assert find_workspace(workspace.root / "documents" / "ordnung") == workspace


def test_a_folder_that_is_in_no_workspace_is_refused(tmp_path: Path):
    with pytest.raises(NotHere) as error:
        find_workspace(tmp_path)
    assert message(error) == (
        f"{tmp_path} is in no workspace.\n  = hint: „regelwerk init FOLDER“ makes one; „-C FOLDER“ says where yours is."
    )


def test_what_is_recorded_is_loaded_again(workspace: Workspace, stored: Stored):
    after = record(workspace, stored, 1)
    assert workspace.load("ordnung") == after
    assert after.consolidated.text == "Ordnung 1\n"
    assert [entry.number for entry in after.register.entries] == ["0", "1"]


def test_rulebooks_lie_side_by_side(workspace: Workspace, stored: Stored):
    create(workspace, "satzung", "Satzung\n")
    assert workspace.ids == ("ordnung", "satzung")
    assert workspace.load("ordnung") == stored


def test_a_rulebook_is_made_once(workspace: Workspace, stored: Stored):
    before = files(workspace.root)
    with pytest.raises(NotHere) as error:
        create(workspace)
    assert message(error) == (
        "There is a rulebook „ordnung“ here already.\n"
        "  = hint: Choose another id, or record a version of it (--as-version)."
    )
    assert files(workspace.root) == before


@pytest.mark.parametrize("id", ["..", "../ordnung", "Ordnung", "ordnung-", "", "a" * 65, "ordnung\n", "straße"])
def test_an_id_that_is_none_is_refused(workspace: Workspace, id: str):
    with pytest.raises(NotHere) as error:
        workspace.load(id)
    assert error.value.diagnostics[0].message == f"„{id}“ cannot be the id of a rulebook."
    with pytest.raises(NotHere):
        create(workspace, id)
    assert workspace.ids == ()


def test_an_unknown_rulebook_is_refused_with_those_there_are(workspace: Workspace, stored: Stored):
    with pytest.raises(NotHere) as error:
        workspace.load("satzung")
    assert message(error) == "There is no rulebook „satzung“ here.\n  = hint: There is: ordnung."


def test_a_changed_act_is_named(workspace: Workspace, stored: Stored):
    record(workspace, stored, 1)
    (workspace.root / "amendments/ordnung/01.txt").write_text("anders")
    (workspace.root / "documents/ordnung/base.txt").unlink()
    with pytest.raises(IntegrityBroken) as error:
        workspace.load("ordnung")
    assert message(error) == (
        "amendments/ordnung/01.txt: The file is not as it was recorded.\n"
        "  = hint: Put it back as it was, from git or from a backup. A mistake in it is mended by a new act.\n"
        "documents/ordnung/base.txt: The file is missing.\n"
        "  = hint: Put it back as it was, from git or from a backup. A mistake in it is mended by a new act."
    )


def test_a_changed_consolidated_text_is_named(workspace: Workspace, stored: Stored):
    (workspace.root / CONSOLIDATED).write_text("anders")
    with pytest.raises(IntegrityBroken) as error:
        workspace.load("ordnung")
    assert message(error) == (
        "documents/ordnung/consolidated.txt: The file is not as it was recorded.\n"
        "  = hint: It is made from the base text and the acts: „regelwerk verify ordnung --restore“ writes it again."
    )


def test_a_changed_entry_is_named_with_its_line(workspace: Workspace, stored: Stored):
    record(workspace, stored, 1)
    path = workspace.root / register_file("ordnung")
    path.write_text(path.read_text().replace("2013-01-01", "2014-01-01"))
    with pytest.raises(IntegrityBroken) as error:
        workspace.load("ordnung")
    assert message(error) == (
        "documents/ordnung/rulebook.toml:17:1: The entry of number 1 is not as it was recorded.\n"
        "   |\n17 | [[amendment]]\n   | ^^^^^^^^^^^^^\n"
        "  = hint: Put it back as it was, from git or a backup; what changes later needs an entry of its own."
    )


def test_a_changed_head_is_a_changed_base_entry(workspace: Workspace, stored: Stored):
    path = workspace.root / register_file("ordnung")
    path.write_text(path.read_text().replace('title = "Ordnung"', 'title = "Satzung"'))
    with pytest.raises(IntegrityBroken) as error:
        workspace.load("ordnung")
    assert error.value.diagnostics[0].message == "The entry of number 0 is not as it was recorded."


def test_comments_in_the_register_are_no_change(workspace: Workspace, stored: Stored):
    path = workspace.root / register_file("ordnung")
    path.write_text("# von Hand\n" + path.read_text() + "# Ende\n")
    after = record(workspace, workspace.load("ordnung"), 1)
    assert workspace.load("ordnung") == after
    assert after.register_text.startswith("# von Hand\n") and "# Ende\n" in after.register_text


def test_entries_of_two_people_joined_by_git_are_explained(workspace: Workspace, stored: Stored):
    path = workspace.root / register_file("ordnung")
    mine = record(workspace, stored, 1)
    path.write_text(stored.register_text)
    (workspace.root / CONSOLIDATED).write_text("Ordnung\n")
    theirs = record(workspace, stored, 2)
    path.write_text(mine.register_text + theirs.register_text.removeprefix(stored.register_text))
    with pytest.raises(IntegrityBroken) as error:
        workspace.load("ordnung")
    assert message(error) == (
        "documents/ordnung/rulebook.toml:27:1: "
        "Number 2 was recorded after number 0, at the same time as number 1.\n"
        "   |\n27 | [[amendment]]\n   | ^^^^^^^^^^^^^\n"
        "  = hint: Two people have added to this register. Remove this entry, and record its act again."
    )


def test_who_comes_second_is_told_so_and_nothing_is_lost(workspace: Workspace, stored: Stored):
    first = record(workspace, stored, 1)
    before = files(workspace.root)
    with pytest.raises(DoesNotApply) as error:
        record(workspace, stored, 1, "anders")
    assert message(error) == (
        "Somebody else has recorded something in „ordnung“ in the meantime. Nothing was written.\n"
        "  = hint: Look at it with „regelwerk status“, then try again."
    )
    assert files(workspace.root) == before
    assert workspace.load("ordnung") == first


def test_a_file_that_no_register_names_is_not_overwritten(workspace: Workspace, stored: Stored):
    path = workspace.root / "amendments/ordnung/01.txt"
    path.parent.mkdir()
    path.write_text("Notiz")
    with pytest.raises(NotHere) as error:
        record(workspace, stored, 1)
    assert message(error) == (
        "amendments/ordnung/01.txt: there is another file of this name, which no register names.\n"
        "  = hint: Move it away, then try again."
    )
    assert path.read_text() == "Notiz"


def test_only_one_writes_at_a_time(workspace: Workspace):
    with writing(workspace), pytest.raises(DoesNotApply) as error, writing(workspace):
        pass
    assert message(error) == (
        "Somebody else is recording something here at this moment. Nothing was written.\n"
        "  = hint: Try again when that is done."
    )


def test_two_writers_at_once_lose_nothing(workspace: Workspace):
    """In each round both load the rulebook and record an act at once; after ten rounds they go on to the next."""
    for number in range(10):
        create(workspace, f"ordnung{number}")
    told: list[str] = []
    together = threading.Barrier(2)

    def writer(name: str, done: list[int]) -> None:
        for number in range(100):
            id = f"ordnung{number // 10}"
            together.wait()
            before = workspace.load(id)
            together.wait()
            try:
                with writing(workspace, before):
                    add(workspace, before, *act(len(before.register.entries), name, id))
            except DoesNotApply as error:
                told.append(error.diagnostics[0].message.split(" has ")[0].split(" is ")[0])
            else:
                done.append(number)

    done: tuple[list[int], list[int]] = ([], [])
    other = threading.Thread(target=writer, args=("zwei", done[1]))
    other.start()
    writer("eins", done[0])
    other.join()
    assert sorted(done[0] + done[1]) == list(range(100))
    assert told == ["Somebody else"] * 100
    recorded = [len(workspace.load(f"ordnung{n}").register.entries) for n in range(10)]
    assert recorded == [11] * 10


def test_a_read_only_folder_is_refused(workspace: Workspace, stored: Stored, monkeypatch: pytest.MonkeyPatch):
    def refuse(_handle: int) -> None:
        raise PermissionError(13, "Permission denied", CONSOLIDATED)

    before = files(workspace.root)
    with writing(workspace, stored):
        monkeypatch.setattr(os, "fsync", refuse)
        with pytest.raises(Unwritable) as error:
            add(workspace, stored, *act(1))
        monkeypatch.undo()
    assert message(error) == (
        "documents/ordnung/consolidated.txt: this cannot be written (the system does not permit it). "
        "Nothing was changed."
    )
    assert files(workspace.root) == before


def test_a_full_disk_is_refused_and_leaves_nothing_behind(
    workspace: Workspace, stored: Stored, monkeypatch: pytest.MonkeyPatch
):
    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", CONSOLIDATED)

    before = files(workspace.root)
    with writing(workspace, stored):
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(Unwritable):
            add(workspace, stored, *act(1))
        monkeypatch.undo()
    assert files(workspace.root) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process in the middle of its work")
def test_killed_at_any_point_the_step_is_there_as_a_whole_or_not_at_all(workspace: Workspace, stored: Stored):
    before, point, states = stored, 0, set()
    while True:
        point += 1
        number = len(before.register.entries)
        if not killed_at(point, workspace, before, number):
            break
        found = workspace.load("ordnung")
        states.add(found != before)
        assert found.register.entries[: len(before.register.entries)] == before.register.entries
        assert {path.removesuffix(".staged") for path in files(workspace.root)} == set(files(workspace.root))
        after = record(workspace, found, len(found.register.entries))
        there = {path: data for path, data in files(workspace.root).items() if "/" in path}
        assert there == {**after.files, register_file("ordnung"): after.register_text.encode()}
        before = after
    assert point > 20
    assert states == {True, False}
    assert workspace.load("ordnung").text(consolidated_file("ordnung")).text == f"Ordnung {number}\n"


def killed_at(point: int, workspace: Workspace, before: Stored, number: int) -> bool:
    """Whether a process that records an act was killed before its file operation of this number."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, _args: object) -> None:
            nonlocal seen
            if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.scandir", "fcntl.flock"):
                seen += 1
                if seen == point:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            record(workspace, before, number)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
