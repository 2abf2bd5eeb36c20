// Lists the pages that have the words of the field, as Pagefind finds them.
const form = document.querySelector("[role=search]");
const [list, status] = [form.querySelector("ul"), form.querySelector("[role=status]")];
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.q.addEventListener("input", async ({ target }) => {
  try {
    const pagefind = await import(form.dataset.program);
    await pagefind.options({ baseUrl: form.dataset.base });
    const found = await pagefind.debouncedSearch(target.value.trim());
    if (!found) return;
    const pages = await Promise.all(found.results.slice(0, 20).map((result) => result.data()));
    list.replaceChildren(...pages.map(({ url, meta }) => {
      const line = document.createElement("li");
      line.append(Object.assign(document.createElement("a"), { href: url, textContent: meta.title }));
      return line;
    }));
    status.textContent = String(found.results.length);
  } catch {
    status.textContent = form.dataset.failed;
  }
});
