"""Run by the Python that has LibreOffice's module: open a DOCX, accept or reject all changes, write the text.

office.py FILE.docx accept|reject OUT.txt
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main(source: str, what: str, target: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"regelwerk{Path(profile).name}"
        own_profile = f"-env:UserInstallation=file://{profile}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", own_profile, f"--accept=pipe,name={pipe};urp;"]
        )
        try:
            _convert(_desktop(pipe), source, what, target)
        finally:
            office.terminate()
            office.wait(30)


def _desktop(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager, context
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def _convert(office, source: str, what: str, target: str) -> None:
    services, context = office
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(Path(source).absolute().as_uri(), "_blank", 0, (_value("Hidden", True),))
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[what], "", 0, ())
    plain = (_value("FilterName", "Text (encoded)"), _value("FilterOptions", "UTF8,LF"))
    document.storeToURL(Path(target).absolute().as_uri(), plain)
    document.close(True)


def _value(name: str, value):
    return PropertyValue(Name=name, Value=value)


if __name__ == "__main__":
    main(*sys.argv[1:])
