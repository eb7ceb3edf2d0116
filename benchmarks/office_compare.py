"""Run by the Python that has LibreOffice's module: compare two texts and export the result as PDF, start included.

office_compare.py OLD NEW OUT.pdf
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(old: str, new: str, target: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"regelwerk{Path(profile).name}"
        options = [f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"]
        office = subprocess.Popen(["soffice", "--headless", "--norestore", *options])
        try:
            _compare(*_started(pipe), old, new, target)
        finally:
            office.terminate()
            office.wait(30)


def _started(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager, context
        except NoConnectException:
            time.sleep(0.05)
    raise SystemExit("LibreOffice did not start")


def _compare(services, context, old: str, new: str, target: str) -> None:
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(_url(new), "_blank", 0, (_value("Hidden", True),))
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:CompareDocuments", "", 0, (_value("URL", _url(old)),))
    document.storeToURL(_url(target), (_value("FilterName", "writer_pdf_Export"),))
    document.close(True)


def _url(path: str) -> str:
    return Path(path).absolute().as_uri()


def _value(name: str, value):
    return PropertyValue(Name=name, Value=value)


if __name__ == "__main__":
    main(*sys.argv[1:])
