// Conveniences on top of pages that work without them: the picker, sorting, reversed addresses.

const list = async () => {
  const answer = await fetch(document.body.dataset.index);
  return answer.json();
};

// A pattern with its gaps filled; a text is inserted as it is, whatever `$&` or `$$` stands in it.
const fill = (pattern, values) => {
  return pattern.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
};

const comparison = (index, a, b) => {
  const [left, right] = a < b ? [a, b] : [b, a];
  return fill(index.paths.comparison, { left, right });
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

// Any two to ten vendors side by side: /compare/?vendors=a,b,c
const make = (name, text = "", properties = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  return Object.assign(element, properties);
};

// What comes from content keeps its own direction, and the text around it keeps its order.
const isolated = (text) => make("bdi", text);

// The words of the theme with one value in their gap, as nodes.
const phrase = (pattern, value) => {
  const [before, ...after] = pattern.split(/\{\w+\}/);
  return after.length === 0 ? [before] : [before, isolated(value), after.join("")];
};

const commaList = (items, nodes) => items.flatMap((item, position) => {
  return position === 0 ? nodes(item) : [", ", ...nodes(item)];
});

// Decimals as whole numbers of their smallest digit, so that 0.1 + 0.2 is 0.3.
const whole = (text, digits) => {
  const [units, part = ""] = text.split(".");
  return BigInt(units + part.padEnd(digits, "0"));
};
const digitsOf = (text) => (text.split(".")[1] ?? "").length;

// How much more one rank is than another; null when they cannot be compared.
const difference = (a, b, digits) => {
  if (a.version && b.version) {
    for (let i = 0; i < Math.max(a.version.length, b.version.length); i += 1) {
      const [x, y] = [a.version[i] ?? -1, b.version[i] ?? -1];
      if (x !== y) return x > y ? 1n : -1n;
    }
    return 0n;
  }
  if (a.version || b.version) return null;
  const agree = a.unit === undefined || b.unit === undefined || a.unit === b.unit;
  return agree ? whole(a.number, digits) - whole(b.number, digits) : null;
};

// Those whom nobody beats; several may lead together, and missing counts for nobody. For two it is
// what the page of the pair says.
const leaders = (rows) => {
  const known = rows.flatMap((row, position) => (row.rank ? [{ position, rank: row.rank }] : []));
  if (!rows[0].better || known.length < 2) return { leading: [], isTie: false };
  const numbers = known.flatMap(({ rank }) => (rank.number ? [rank.number] : []));
  const digits = Math.max(...[...numbers, rows[0].within].map(digitsOf));
  const within = whole(rows[0].within, digits);
  const sign = rows[0].better === "higher" ? 1n : -1n;
  const isBeaten = (one) => known.some((other) => {
    return difference(other.rank, one.rank, digits) * sign > within;
  });
  const isComparable = known.every((one) => known.every((other) => {
    return difference(one.rank, other.rank, digits) !== null;
  }));
  if (!isComparable) return { leading: [], isTie: false };
  const leading = known.filter((one) => !isBeaten(one)).map((one) => one.position);
  return { leading, isTie: leading.length === known.length };
};

// Values that look alike although they differ are shown with all of their digits.
const toldApart = (rows) => rows.map((row) => {
  const isAlike = rows.some((other) => other.shown === row.shown && other.exact !== row.exact);
  return isAlike ? { ...row, shown: row.exact ?? row.shown } : row;
});

const small = (text) => {
  const element = make("small");
  element.append(isolated(text));
  return element;
};

const cell = (row, isLeading, words) => {
  const data = make("td", "", { className: isLeading ? "lead" : "" });
  if (row.shown === undefined) {
    const mark = make("span", "—");
    mark.setAttribute("aria-hidden", "true");
    data.append(mark, make("span", words.noData, { className: "vh" }));
  } else if (row.items) {
    const list = make("ul", "", { className: "plain" });
    list.append(...row.items.map((item) => make("li", item)));
    data.append(list);
  } else {
    data.append(isolated(row.shown));
  }
  if (row.better && row.shown !== undefined && !row.evidence) {
    const mark = make("span", "°");
    mark.setAttribute("aria-hidden", "true");
    const mention = make("span", "", { className: "unsourced" });
    mention.append(mark, make("span", ` ${words.unsourced}`, { className: "vh" }));
    data.append(mention);
  }
  for (const text of [row.scope, row.note]) if (text) data.append(" ", small(text));
  for (const source of row.evidence ?? []) {
    const mention = make("small", "", { className: "source" });
    const link = make("a", "", { href: source.url });
    link.append(isolated(source.title ?? source.url));
    mention.append(link);
    data.append(" ", mention);
  }
  return data;
};

const leaderCell = (rows, vendors, words) => {
  const { leading, isTie } = leaders(rows);
  const names = leading.map((position) => vendors[position].name);
  const values = rows.filter((row) => row.shown !== undefined).length;
  const unled = values > 1 ? words.notComparable : words.noData;
  const text = isTie ? words.tie : rows[0].better ? unled : words.notRanked;
  const data = make("td", "", { className: "mark" });
  if (isTie || names.length === 0) data.append(text);
  else data.append(...commaList(names, (name) => phrase(words.leads, name)));
  return data;
};

const sideBySide = (group, position, vendors, words) => {
  const groups = vendors.map((vendor) => vendor.groups[position]);
  const caption = `${group.title}: ${vendors.map((vendor) => vendor.name).join(", ")}`;
  const hasLeaders = group.rows.some((row) => row.better);
  const head = make("tr");
  const heads = [group.rowHeader, ...vendors.map((vendor) => vendor.name)];
  head.append(...[...heads, ...(hasLeaders ? [words.leader] : [])].map((text) => {
    return make("th", text, { scope: "col" });
  }));
  const body = make("tbody");
  group.rows.forEach((first, index) => {
    const rows = toldApart(groups.map((other) => other.rows[index]));
    const label = make("th", "", { scope: "row" });
    label.append(isolated(first.label));
    if (first.better === "lower") label.append(" ", make("small", words.lower));
    const { leading, isTie } = leaders(rows);
    const line = make("tr");
    line.append(label, ...rows.map((row, column) => {
      return cell(row, !isTie && leading.includes(column), words);
    }));
    if (hasLeaders) line.append(leaderCell(rows, vendors, words));
    body.append(line);
  });
  const [table, top] = [make("table", "", { className: "rows" }), make("thead")];
  top.append(head);
  table.append(make("caption", caption, { className: "vh" }), top, body);
  const region = make("div", "", { className: "scroll", tabIndex: 0 });
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", caption);
  region.append(table);
  return [make("h3", group.title), region];
};

const vendorList = (vendors, words) => {
  const items = make("ul", "", { className: "links" });
  items.append(...vendors.map((vendor) => {
    const item = make("li");
    const link = make("a", "", { href: vendor.url });
    link.append(...phrase(words.report, vendor.name));
    item.append(link);
    item.append(" ", small(vendor.week));
    if (vendor.isStale) item.append(" ", make("small", words.stale, { className: "stale" }));
    if (vendor.relationship && vendor.relationship !== "none") {
      item.append(" ", make("small", fill(words.relationship, { kind: vendor.relationship })));
    }
    return item;
  }));
  return items;
};

const showSideBySide = async (section, wanted) => {
  const [words, status] = [section.dataset, section.querySelector("[role=status]")];
  const slugs = [...new Set(wanted)].slice(0, 10);
  const index = await list();
  const homes = slugs.map((slug) => index.categories.find((category) => {
    return category.vendors.some((vendor) => vendor.slug === slug);
  }));
  const unknown = slugs[homes.indexOf(undefined)];
  if (unknown !== undefined) {
    status.replaceChildren(...phrase(words.unknown, unknown));
  } else if (slugs.length < 2) {
    status.textContent = words.few;
  } else if (homes.some((category) => category !== homes[0])) {
    status.textContent = words.mixed;
  } else {
    const vendors = await Promise.all(slugs.map(async (slug) => {
      const answer = await fetch(fill(index.paths.data, { vendor: slug }));
      return answer.json();
    }));
    const tables = vendors[0].groups.flatMap((group, position) => {
      return sideBySide(group, position, vendors, words);
    });
    section.append(make("h2", words.heading), vendorList(vendors, words), ...tables);
    status.replaceChildren(...commaList(vendors, (vendor) => [isolated(vendor.name)]),
      new Set(wanted).size > 10 ? `. ${words.most}` : "");
  }
};

for (const section of document.querySelectorAll("[data-side-by-side]")) {
  const query = new URLSearchParams(location.search);
  const wanted = [...(query.get("vendors") ?? "").split(","), ...query.getAll("vendor")];
  const isAsked = query.has("vendors") || query.has("vendor");
  if (isAsked) showSideBySide(section, wanted.map((slug) => slug.trim()).filter(Boolean));
}

// Rankings can be sorted by any column, the best first. Each cell has its place in its column. Cells
// without one come last in either direction: values that cannot be compared, then missing ones.
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
    return a.tier === b.tier ? order(a, b) * (isReversed ? -1 : 1) : a.tier - b.tier;
  });
};

for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const best = head.dataset.best ?? "ascending";
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isReversed = head.getAttribute("aria-sort") === best;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      const worst = best === "ascending" ? "descending" : "ascending";
      head.setAttribute("aria-sort", isReversed ? worst : best);
      table.tBodies[0].append(...sorted([...table.tBodies[0].rows], column, isReversed));
    });
  });
}

// The values in the gaps of a pattern, in the order of the text; none for another text.
const gaps = (pattern, text) => {
  const literals = pattern.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$|()[\]\\]/g, "\\$&"));
  return text.match(new RegExp(`^${literals.join("([^/]+?)")}$`))?.slice(1) ?? [];
};

// A reversed address leads to the page of the pair, and so does that of a vendor that was renamed.
if (document.querySelector("[data-not-found]")) {
  list().then((index) => {
    const renamed = new Map(Object.entries(index.renamed ?? {}));
    const path = location.pathname.replace(/\/?$/, "/");
    const [a, b] = gaps(index.paths.comparison, path).map((slug) => renamed.get(slug) ?? slug);
    for (const category of index.categories) {
      const slugs = new Set(category.vendors.map((vendor) => vendor.slug));
      if (a !== b && slugs.has(a) && slugs.has(b)) location.replace(comparison(index, a, b));
    }
  });
}
