// Conveniences on top of pages that work without them: the picker, sorting, reversed addresses.

const list = async () => {
  const answer = await fetch(document.body.dataset.index);
  return answer.json();
};

const comparison = (index, a, b) => {
  const [left, right] = a < b ? [a, b] : [b, a];
  return index.paths.comparison.replace("{left}", left).replace("{right}", right);
};

// The picker goes to the page of the two vendors, in the order of its address.
for (const form of document.querySelectorAll(".picker")) {
  const { left, right } = form.elements;
  if (right.options.length > 1 && right.selectedIndex === 0) right.selectedIndex = 1;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const status = form.querySelector(".status");
    if (left.value === right.value) {
      status.textContent = status.dataset.same;
      return;
    }
    location.href = comparison(await list(), left.value, right.value);
  });
}

// Rankings can be sorted by any column.
const key = (row, column) => {
  // What stands small beside a value, such as how it changed, is not the value.
  const own = [...row.cells[column].childNodes].filter((node) => node.nodeName !== "SMALL");
  const text = own.map((node) => node.textContent).join("").trim();
  const number = parseFloat(text.split("/")[0].replace(/[^0-9.-]/g, ""));
  return { text, number, isEmpty: text.startsWith("—") };
};

for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isDown = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows];
      rows.sort((x, y) => {
        const [a, b] = [key(x, column), key(y, column)];
        if (a.isEmpty !== b.isEmpty) return a.isEmpty ? 1 : -1;
        const order = Number.isNaN(a.number - b.number)
          ? a.text.localeCompare(b.text) : a.number - b.number;
        return isDown ? -order : order;
      });
      table.tBodies[0].append(...rows);
    });
  });
}

// A reversed address leads to the page of the pair. Slugs are matched whole: they never hold "-vs-".
if (document.querySelector("[data-not-found]")) {
  list().then((index) => {
    const [before] = index.paths.comparison.split("{left}");
    const between = index.paths.comparison.split("{left}")[1].split("{right}")[0];
    const after = index.paths.comparison.split("{right}")[1];
    const path = location.pathname;
    if (!path.startsWith(before)) return;
    const rest = path.slice(before.length).replace(/\/?$/, "/").slice(0, -after.length || undefined);
    const [a, b] = rest.split(between);
    for (const category of index.categories) {
      const slugs = new Set(category.vendors.map((vendor) => vendor.slug));
      if (a !== b && slugs.has(a) && slugs.has(b)) location.replace(comparison(index, a, b));
    }
  });
}
