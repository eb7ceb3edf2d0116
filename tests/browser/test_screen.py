"""What the other tests of this folder rely on: a barrier, a wide page, a script that runs are noticed."""

from __future__ import annotations

from pathlib import Path

from screen import Screen

PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Beispiel</title></head>
<body><main><h1>Beispiel</h1><p style="color: #ccc; background: #fff">blass</p><hr style="width: 2000px">
<img alt="" src="fehlt.png"><script>alert("da")</script></main></body></html>
"""


def test_what_is_wrong_with_a_page_is_noticed(tmp_path: Path, screen: Screen):
    file = tmp_path / "seite.html"
    file.write_text(PAGE, encoding="utf-8")
    screen.open(file)
    assert screen.barriers() == ['color-contrast: <p style="color: #ccc; background: #fff">blass</p>']
    assert screen.overflow() == ["wider than 1280", '<hr style="width: 2000px">']
    assert screen.requests == [file.as_uri(), file.with_name("fehlt.png").as_uri()]
    assert sorted(screen.trouble) == ["Failed to load resource: net::ERR_FILE_NOT_FOUND", "dialog: da"]
