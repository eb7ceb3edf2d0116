// The table of versions in; the version of any day out. Without this script the table itself leads to every version.
(() => {
  const rows = [...document.querySelectorAll("tr[data-page]")].filter((row) => row.dataset.until !== row.dataset.from);
  const on = (day) => rows.find((row) => row.dataset.from <= day && (!row.dataset.until || day < row.dataset.until));
  const written = (day) => day.split("-").reverse().map(Number).join(".");
  const form = document.getElementById("datum");
  const field = document.getElementById("tag");
  const answer = document.getElementById("antwort");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  form.hidden = false;
  field.value = today;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = on(field.value);
    if (found) location.href = found.dataset.page;
    else answer.textContent = `Am ${written(field.value)} galt kein Text.`;
  });
  // The page was made on some day; since then another version may have come into force.
  const current = rows.find((row) => row.classList.contains("current"));
  const counting = on(today);
  if (current !== counting) {
    const band = document.getElementById("veraltet");
    band.textContent = "Seit diese Seite erstellt wurde, hat sich geändert, was gilt. ";
    if (counting) {
      const link = document.createElement("a");
      link.href = counting.dataset.page;
      link.textContent = "Zur Fassung, die heute gilt";
      band.append(link);
    }
    band.hidden = false;
  }
})();
