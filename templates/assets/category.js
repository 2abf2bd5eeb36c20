// The table of a category: sorted by any column, filtered, with the columns that a reader wants.
// All of it stands in the address: ?q=words&tier=a&sort=-group.id&columns=a.b,c.d&group.id=yes,no

// The publisher's order decides between equal cells, whatever the table was sorted by before.
const first = new WeakMap();

// Each cell has its place in its column. Cells without one come last in either direction: values
// that cannot be compared, then missing ones.
const placeOf = (row, column) => {
  const cell = row.cells[column];
  const text = cell.textContent.trim();
  const place = Number(cell.dataset.place ?? 0);
  return { place, text, tier: place > 0 ? 0 : text.startsWith("—") ? 2 : 1 };
};

const sorted = (rows, column, isReversed) => {
  const keys = new Map(rows.map((row) => [row, placeOf(row, column)]));
  // A template of the site's own may give no places.
  const hasPlaces = rows.some((row) => keys.get(row).tier === 0);
  const order = (a, b) => {
    if (hasPlaces) return a.place - b.place;
    return a.text.localeCompare(b.text, document.documentElement.lang, { numeric: true });
  };
  return [...rows].sort((x, y) => {
    const [a, b] = [keys.get(x), keys.get(y)];
    const way = isReversed ? -1 : 1;
    return a.tier - b.tier || order(a, b) * way || first.get(x) - first.get(y);
  });
};

const sort = (table, column, isReversed) => {
  const heads = [...table.tHead.rows[0].cells];
  const best = heads[column].dataset.best ?? "ascending";
  const worst = best === "ascending" ? "descending" : "ascending";
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[column].setAttribute("aria-sort", isReversed ? worst : best);
  table.tBodies[0].append(...sorted([...table.tBodies[0].rows], column, isReversed));
};

// Words in the address, with a comma between two; one within a word is written differently.
const inAddress = (words) => words.map((word) => {
  return word.replaceAll("%", "%25").replaceAll(",", "%2C");
}).join(",");
const fromAddress = (text) => text.split(",").map((word) => {
  return word.replaceAll("%2C", ",").replaceAll("%25", "%");
});

const wordOf = (cell) => cell.querySelector(".state")?.textContent.trim();
const distinct = (values) => [...new Set(values.filter(Boolean))];

// What can be filtered: the tier, and each criterion whose values are words.
const filters = (root, table) => {
  const rows = [...table.tBodies[0].rows];
  const tierOf = (row) => row.querySelector(".tier")?.textContent.trim();
  const tierNames = distinct(rows.map(tierOf));
  const tiers = { id: "tier", label: root.dataset.tier, values: tierNames, of: tierOf };
  const states = [...table.tHead.rows[0].cells].flatMap((head, column) => {
    const of = (row) => wordOf(row.cells[column]);
    const label = head.querySelector("bdi")?.textContent;
    const id = head.dataset.id;
    return id ? [{ id, label, values: distinct(rows.map(of)), of, column }] : [];
  });
  return [tiers, ...states].filter((filter) => filter.values.length > 1);
};

const boxes = (legend, name, choices, make) => {
  const set = make("fieldset");
  set.append(make("legend", legend), ...choices.map(({ value, label, checked }) => {
    const line = make("label");
    const box = make("input", "", { type: "checkbox", name, value, checked });
    line.append(box, " ", make("bdi", label));
    return line;
  }));
  return set;
};

// The controls are made when they are first needed, from the table itself.
const prepare = (root, table, { make, styled }) => {
  styled();
  [...table.tBodies[0].rows].forEach((row, number) => {
    if (!first.has(row)) first.set(row, number);
  });
  const more = root.querySelector("details.more > div");
  if (!more || more.childElementCount > 0) return;
  const query = new URLSearchParams(location.search);
  const chosen = (name) => fromAddress(query.get(name) ?? "");
  const rows = [...table.tBodies[0].rows];
  for (const filter of filters(root, table)) {
    // The best value first, whatever the rows are sorted by.
    const values = filter.column === undefined ? filter.values
      : distinct(sorted(rows, filter.column, false).map(filter.of));
    more.append(boxes(filter.label, filter.id, values.map((value) => {
      return { value, label: value, checked: chosen(filter.id).includes(value) };
    }), make));
  }
  const heads = [...table.tHead.rows[0].cells].filter((head) => head.dataset.id);
  const columns = chosen("columns").filter((id) => heads.some((head) => head.dataset.id === id));
  const areAll = columns.length === 0 && query.get("columns") !== "";
  if (heads.length > 1) {
    more.append(boxes(root.dataset.columns, "columns", heads.map((head) => ({
      value: head.dataset.id, label: head.querySelector("bdi").textContent,
      checked: areAll || columns.includes(head.dataset.id),
    })), make));
  }
  root.querySelector("input[type=search]").value ||= query.get("q") ?? "";
  if (query.has("sort")) {
    const id = query.get("sort").replace(/^-/, "");
    const column = [...table.tHead.rows[0].cells].findIndex((head, number) => {
      return (head.dataset.id ?? String(number)) === id;
    });
    if (column >= 0) sort(table, column, query.get("sort").startsWith("-"));
  }
  const isFiltered = [...more.querySelectorAll("input")].some(({ name }) => query.has(name));
  more.parentElement.open ||= isFiltered;
};

const checked = (root, name) => [...root.querySelectorAll("input[type=checkbox]")]
  .filter((box) => box.name === name && box.checked).map((box) => box.value);

const show = (root, table, { wordsOf, fill }) => {
  const wanted = wordsOf(root.querySelector("input[type=search]")?.value ?? "");
  const all = filters(root, table).map((filter) => {
    return { ...filter, chosen: checked(root, filter.id) };
  });
  const rows = [...table.tBodies[0].rows];
  for (const row of rows) {
    const name = wordsOf(row.querySelector("th").textContent).join(" ");
    const isFound = wanted.every((word) => name.includes(word));
    const fits = ({ chosen, of }) => chosen.length === 0 || chosen.includes(of(row));
    row.hidden = !isFound || !all.every(fits);
  }
  const heads = [...table.tHead.rows[0].cells];
  const hidden = [...root.querySelectorAll("input[name=columns]")].filter((box) => !box.checked);
  const gone = new Set(hidden.map((box) => box.value));
  heads.forEach((head, column) => {
    const isGone = gone.has(head.dataset.id);
    for (const row of table.rows) row.cells[column].hidden = isGone;
  });
  const count = rows.filter((row) => !row.hidden).length;
  const status = root.querySelector("[role=status]");
  if (status) status.textContent = fill(root.dataset.shown, { count, all: rows.length });
  return { all, gone };
};

const remember = (root, table, { all, gone }) => {
  const query = new URLSearchParams();
  const text = root.querySelector("input[type=search]")?.value.trim();
  if (text) query.set("q", text);
  for (const { id, chosen } of all) if (chosen.length > 0) query.set(id, inAddress(chosen));
  if (gone.size > 0) query.set("columns", checked(root, "columns").join(","));
  const heads = [...table.tHead.rows[0].cells];
  const column = heads.findIndex((head) => head.hasAttribute("aria-sort"));
  if (column >= 0) {
    const head = heads[column];
    const isBest = head.getAttribute("aria-sort") === (head.dataset.best ?? "ascending");
    query.set("sort", `${isBest ? "" : "-"}${head.dataset.id ?? column}`);
  }
  const weights = new URLSearchParams(location.search).get("weights");
  if (weights !== null) query.set("weights", weights);
  const search = query.size > 0 ? `?${query}` : "";
  const short = search.replace(/%2C/g, ",").replace(/%3A/g, ":");
  history.replaceState(null, "", location.pathname + short + location.hash);
};

export default (root, event, shared) => {
  const table = root.querySelector("table[data-sortable]");
  prepare(root, table, shared);
  if (event?.type === "click") {
    const head = event.target.closest("thead th");
    if (!head) return;
    const isReversed = head.getAttribute("aria-sort") === (head.dataset.best ?? "ascending");
    sort(table, head.cellIndex, isReversed);
  }
  if (event?.type === "toggle" || event?.type === "submit") return;
  remember(root, table, show(root, table, shared));
};
