// The index of the page and the words in its field in; the places where all of them stand out, best first.
(() => {
  const SHOWN = 50, AROUND = 80;
  const fold = (text) =>
    text.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");
  const index = JSON.parse(document.getElementById("verzeichnis").textContent).map(([address, title, heading, words]) => ({
    address, title, heading, words, head: fold(`${title} ${heading}`), body: fold(words),
  }));
  const form = document.getElementById("suche");
  const field = document.getElementById("suchwort");
  const hits = document.getElementById("treffer");
  const count = document.getElementById("zahl");
  const headings = document.getElementById("ueberschriften");

  const rank = (entry, wanted) => wanted.reduce((sum, word) => sum + (entry.head.includes(word) ? 2 : 1), 0);

  // Folded letters are up to twice as many: the place in the text is found by folding it letter by letter.
  const place = (words, wanted) => {
    let folded = "";
    const starts = [];
    for (let i = 0; i < words.length; i++) {
      for (const _ of fold(words[i])) starts.push(i);
      folded += fold(words[i]);
    }
    const at = folded.indexOf(wanted);
    return at < 0 ? null : [starts[at], starts[at + wanted.length - 1] + 1];
  };

  const snippet = (entry, wanted) => {
    const text = document.createElement("p");
    const found = wanted.map((word) => place(entry.words, word)).find(Boolean) || [0, 0];
    const from = found[0] - AROUND, to = found[1] + AROUND;
    const start = from > 0 ? Math.min(entry.words.indexOf(" ", from) + 1, found[0]) : 0;
    const end = to < entry.words.length ? Math.max(entry.words.lastIndexOf(" ", to), found[1]) : entry.words.length;
    const mark = document.createElement("mark");
    mark.textContent = entry.words.slice(...found);
    text.append((start ? "… " : "") + entry.words.slice(start, found[0]), mark);
    text.append(entry.words.slice(found[1], end) + (end < entry.words.length ? " …" : ""));
    return text;
  };

  const hit = (entry, wanted) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.address;
    link.textContent = entry.heading;
    const title = document.createElement("span");
    title.textContent = ` – ${entry.title}`;
    item.append(link, title, snippet(entry, wanted));
    return item;
  };

  const search = () => {
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    const found = wanted.length
      ? index.filter((entry) => wanted.every((word) => entry.head.includes(word) || entry.body.includes(word)))
      : [];
    found.sort((a, b) => rank(b, wanted) - rank(a, wanted));
    hits.replaceChildren(...found.slice(0, SHOWN).map((entry) => hit(entry, wanted)));
    headings.hidden = wanted.length > 0;
    const more = found.length > SHOWN ? `, die ersten ${SHOWN} stehen hier` : "";
    count.textContent = wanted.length ? `${found.length === 1 ? "1 Stelle" : `${found.length} Stellen`} gefunden${more}.` : "";
  };

  form.hidden = false;
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  search();
})();
