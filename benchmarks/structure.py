"""Text → structure against bluebell (PyPI: bluebell-akn), as a ratio of characters per second in one run.

Each reads the same law in its own notation: regelwerk the canonical text, bluebell its keywords and indentation, which
this script writes from the same tree. The law is generated, so that nothing but the two packages is needed. A second
figure is for the text as found, without indentation, one unit per line. Before that, how long a law of 2 MB takes.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from regelwerk.citation import Level
from regelwerk.diagnostics import Source
from regelwerk.provision import Provision
from regelwerk.structure import format_document, parse

_KEYWORDS = {
    Level.ABSCHNITT: "PART",
    Level.PARAGRAF: "SEC",
    Level.ABSATZ: "SUBSEC",
    Level.NUMMER: "PARA",
    Level.BUCHSTABE: "SUBPARA",
}


def law(paragraphs: int) -> str:
    """A law as found: Abschnitte of ten §§, each with three Absätze, one of them with a nested list."""
    lines = ["Beispielgesetz"]
    for number in range(1, paragraphs + 1):
        if number % 10 == 1:
            lines.append(f"Abschnitt {number // 10 + 1} Regelungen der Gruppe {number // 10 + 1}")
        lines += [
            f"§ {number} Aufgaben der Stelle {number}",
            f"(1) Die Stelle {number} berät nach § 4 Abs. 2 Nr. 3 die Gemeinden. Sie berichtet jährlich zum 1. Mai.",
            "(2) Sie hat die Aufgabe,",
            "1. Anträge zu prüfen, die nach Absatz 1 gestellt werden,",
            "2. Mittel zu vergeben, insbesondere",
            "a) an Schulen und Vereine,",
            "b) an Einrichtungen der Gemeinden, und",
            "3. den Kreistag zu unterrichten.",
            "Die Unterrichtung ist öffentlich.",
            "(3) Das Nähere regelt die Stelle durch eine Ordnung; sie bedarf der Zustimmung des Kreistages.",
        ]
    return "\n".join(lines) + "\n"


def bluebell_text(unit: Provision, depth: int = 0) -> str:
    """The tree in bluebell's notation."""
    keyword = _KEYWORDS.get(unit.level)
    indent = "  " * depth
    if keyword is None:
        own = f"{indent}{unit.text}\n" if unit.text else ""
        return own + "".join(bluebell_text(child, depth) for child in unit.children)
    heading = f" - {unit.heading}" if unit.heading else ""
    below = "".join(bluebell_text(child, depth + 1) for child in unit.children)
    return f"{indent}{keyword} {unit.label}{heading}\n{below}"


def speed(read: Callable[[str], object], text: str, rounds: int = 5) -> float:
    """Characters per second of processor time, the best of some rounds."""
    best = float("inf")
    for _round in range(rounds):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return len(text) / best


def main() -> None:
    """Print the speeds and their ratios."""
    gc.set_threshold(200_000)  # as the command line does
    found = law(150)
    document = parse(Source("law", found)).document
    ours = speed(lambda text: parse(Source("law", text)), format_document(document))
    loose = speed(lambda text: parse(Source("law", text)), found)
    large = law(2_000_000 // len(found) * 150)
    canonical = format_document(parse(Source("law", large)).document)
    for text, form in ((canonical, "canonical"), (large, "as found")):
        seconds = len(text) / speed(lambda text: parse(Source("law", text)), text)
        print(f"a law of {len(text) / 1e6:.1f} MB, {form}, is read in {seconds:.2f} s")
    try:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri
    except ImportError:
        print("bluebell is not installed (pip install bluebell-akn); no ratio")
        return
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/de/act/2020/1"))
    theirs = speed(lambda text: parser.parse_to_xml(text, "act"), bluebell_text(document))
    print(f"canonical text {ours / 1e6:.2f} MB/s, as found {loose / 1e6:.2f} MB/s, bluebell {theirs / 1e6:.2f} MB/s")
    print(f"ratio: canonical text {ours / theirs:.1f}, as found {loose / theirs:.1f}")


if __name__ == "__main__":
    main()
