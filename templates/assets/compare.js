// Two to ten vendors side by side: /compare/?vendors=a,b,c. The address says who, in which order.

// What comes from content keeps its own direction, and the text around it keeps its order.
const node = (name, children, properties = {}) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...[children].flat());
  return element;
};
const isolated = (text) => node("bdi", text);
const small = (children) => [" ", node("small", children)];

// The words of the theme with one value in their gap, as nodes.
const phrase = (pattern, value) => {
  const [before, ...after] = pattern.split(/\{\w+\}/);
  return after.length === 0 ? [before] : [before, isolated(value), after.join("")];
};
// As the pages write dates: all of English alike.
const day = (date) => {
  const { lang } = document.documentElement;
  const form = { dateStyle: "long", timeZone: "UTC" };
  return new Date(date).toLocaleDateString(/^en\b/i.test(lang) ? "en-GB" : lang, form);
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

const noData = (words) => {
  const mark = node("span", "—", { ariaHidden: "true" });
  const text = node("span", words.noData, { className: "vh" });
  return node("span", [mark, text], { className: "none" });
};

// Rendered Markdown of the site, as its pages show it.
const rendered = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes];

const value = (row, words) => {
  if (row.shown === undefined) return noData(words);
  if (row.items) {
    const items = row.items.map((item) => node("li", rendered(item)));
    return node("ul", items, { className: row.kind === "set" ? "chips" : "plain" });
  }
  if (row.kind !== "state" && row.kind !== "level") return isolated(row.shown);
  const icon = node("span", "", { className: "icon", ariaHidden: "true" });
  return node("span", [icon, isolated(row.shown)], { className: `state ${row.value}` });
};

const cell = (row, isLeading, words) => {
  const data = node("td", value(row, words), { className: isLeading ? "lead" : "" });
  for (const text of [row.scope, row.note]) if (text) data.append(...small(isolated(text)));
  for (const source of row.evidence ?? []) {
    const link = node("a", isolated(source.title ?? source.url), { href: source.url });
    const read = source.accessed ? [" (", ...phrase(words.accessed, day(source.accessed)), ")"] : [];
    data.append(" ", node("small", [link, ...read], { className: "source" }));
  }
  if (row.confidence) data.append(...small(words[row.confidence.replace(/-\w/, (part) => {
    return part[1].toUpperCase();
  })]));
  if (row.asOf) data.append(...small(phrase(words.asOf, day(row.asOf))));
  return data;
};

const leaderCell = (rows, vendors, words) => {
  const { leading, isTie } = leaders(rows);
  const names = leading.map((position) => vendors[position].name);
  const values = rows.filter((row) => row.shown !== undefined).length;
  const unled = values > 1 ? words.notComparable : words.noData;
  const text = isTie ? words.tie : rows[0].better ? unled : words.notRanked;
  const isLed = !isTie && names.length > 0;
  return node("td", isLed ? commaList(names, (name) => [isolated(name)]) : text, {
    className: isLed ? "mark win" : "mark",
  });
};

const line = (group, position, groups, hasLeaders, vendors, words) => {
  const rows = toldApart(groups.map((other) => other.rows[position]));
  const [first, id] = [rows[0], `r-${group.id}-${rows[0].criterion}`];
  const label = node("th", isolated(first.label), { scope: "row" });
  if (first.better === "lower") {
    label.append(...small(first.kind === "date" ? words.earlierBetter : words.lower));
  }
  const link = node("a", "#", {
    href: `#${id}`, className: "to", tabIndex: -1, ariaHidden: "true",
  });
  label.append(" ", link);
  const { leading, isTie } = leaders(rows);
  const isSame = rows.every((row) => row.shown === first.shown);
  const cells = rows.map((row, column) => cell(row, !isTie && leading.includes(column), words));
  if (hasLeaders) cells.push(leaderCell(rows, vendors, words));
  return node("tr", [label, ...cells], { id, className: isSame ? "same" : "" });
};

const section = (group, number, vendors, words) => {
  const groups = vendors.map((vendor) => vendor.groups[number]);
  const caption = `${group.title}: ${vendors.map((vendor) => vendor.name).join(", ")}`;
  const hasLeaders = group.rows.some((row) => row.better);
  const heads = [group.rowHeader, ...vendors.map((vendor) => vendor.name)].map(isolated);
  const head = [...heads, ...(hasLeaders ? [words.leader] : [])].map((child) => {
    return node("th", child, { scope: "col" });
  });
  const lines = group.rows.map((_, position) => {
    return line(group, position, groups, hasLeaders, vendors, words);
  });
  const table = node("table", [
    node("caption", caption, { className: "vh" }), node("thead", node("tr", head)),
    node("tbody", lines),
  ], { className: "rows" });
  const region = node("div", table, {
    className: "scroll", tabIndex: 0, role: "region", ariaLabel: caption,
  });
  return node("section", [node("h2", group.title), region]);
};

// Who wins each comparison with the others, as the pages of the pairs say: whoever is left after a
// knock-out is the only one who can, and is then compared with those it has not met.
const winner = async (vendors, { list, comparison }) => {
  const index = await list();
  const met = new Map();
  const wins = async (a, b) => {
    const address = comparison(index, a.slug, b.slug);
    if (!met.has(address)) {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const versus = page.querySelector(".versus");
      // Another page than that of the pair says nothing of who wins.
      if (!versus) throw new Error(address);
      met.set(address, versus.querySelector(".winner")?.getAttribute("aria-label"));
    }
    return met.get(address);
  };
  let best = vendors[0];
  for (const other of vendors.slice(1)) if (await wins(best, other) !== best.name) best = other;
  for (const other of vendors) {
    if (other !== best && await wins(best, other) !== best.name) return null;
  }
  return best;
};

const chips = (vendors, words, change) => {
  const tool = (mark, label, vendor, to, isOff) => {
    const button = node("button", mark, { type: "button", disabled: isOff });
    button.setAttribute("aria-label", label.replace("{name}", () => vendor.name));
    button.addEventListener("click", () => change(vendor, to, label));
    return button;
  };
  return vendors.map((vendor, position) => {
    const name = isolated(vendor.name);
    const about = vendor.url
      ? [node("a", name, { href: vendor.url }), ...small(vendor.week)] : [name];
    if (vendor.isStale) about.push(" ", node("small", words.stale, { className: "stale" }));
    if (vendor.relationship && vendor.relationship !== "none") {
      about.push(...small(phrase(words.relationship, vendor.relationship)));
    }
    const last = vendors.length - 1;
    return node("li", [
      node("span", about), tool("←", words.earlier, vendor, position - 1, position === 0),
      tool("→", words.later, vendor, position + 1, position === last),
      tool("×", words.remove, vendor, -1, false),
    ]);
  });
};

const asked = () => {
  const query = new URLSearchParams(location.search);
  const slugs = [...(query.get("vendors") ?? "").split(","), ...query.getAll("vendor")];
  return [...new Set(slugs.map((slug) => slug.trim()).filter(Boolean))];
};

const reports = new Map();
const report = (index, slug, fill) => {
  if (!reports.has(slug)) {
    const address = fill(index.paths.data, { vendor: slug });
    const answer = fetch(address).then((data) => data.json());
    answer.catch(() => reports.delete(slug));
    reports.set(slug, answer);
  }
  return reports.get(slug);
};

// What cannot be shown, in words; nothing when all is right.
const objection = (index, slugs, words) => {
  const homes = slugs.map((slug) => index.categories.find((category) => {
    return category.vendors.some((vendor) => vendor.slug === slug);
  }));
  const unknown = slugs[homes.indexOf(undefined)];
  if (unknown !== undefined) return phrase(words.unknown, unknown);
  if (homes.some((category) => category !== homes[0])) return [words.mixed];
  return null;
};

const nameIn = (index, slug) => {
  const all = index.categories.flatMap((category) => category.vendors);
  return all.find((vendor) => vendor.slug === slug)?.name ?? slug;
};

const rows = (vendors, words) => {
  if (vendors.length < 2) return [];
  return vendors[0].groups.map((group, number) => section(group, number, vendors, words));
};

let pageTitle;
const headings = (root, names, words) => {
  const heading = document.querySelector("h1");
  pageTitle ??= { title: document.title, heading: heading.textContent };
  const all = new Intl.ListFormat(document.documentElement.lang).format(names);
  const text = names.length > 1 ? words.heading.replace("{names}", () => all) : pageTitle.heading;
  heading.textContent = text;
  document.title = pageTitle.title.replace(pageTitle.heading, () => text);
};

let turn = 0;
const show = async (root, shared) => {
  const mine = turn += 1;
  const words = root.dataset;
  const status = root.querySelector("[role=status]");
  const slugs = asked().slice(0, 10);
  const index = await shared.list();
  const wrong = objection(index, slugs, words);
  const vendors = wrong ? [] : await Promise.all(slugs.map((slug) => {
    return report(index, slug, shared.fill);
  }));
  // Undefined where a comparison could not be read, null where nobody wins them all.
  const best = vendors.length > 1 ? await winner(vendors, shared).catch(() => undefined) : null;
  // Another choice may have been made meanwhile, whose answer came first.
  if (mine !== turn) return;
  const won = best ? phrase(words.winner, best.name) : [words.noWinner];
  headings(root, vendors.map((vendor) => vendor.name), words);
  const change = async (vendor, to, label) => {
    // The address knows of a choice that is not shown yet.
    const order = asked().filter((slug) => slug !== vendor.slug);
    if (to >= 0) order.splice(to, 0, vendor.slug);
    await go(root, order, shared);
    // The reader may have gone on.
    if (document.activeElement !== document.body) return;
    const name = label.replace("{name}", () => vendor.name);
    const same = [...root.querySelectorAll("button:enabled")].find((one) => one.ariaLabel === name);
    (same ?? root.querySelector(".chosen button:enabled") ?? root.querySelector("input")).focus();
  };
  root.querySelector(".chosen").replaceChildren(...chips(
    wrong ? slugs.map((slug) => ({ slug, name: nameIn(index, slug) })) : vendors, words, change,
  ));
  const answer = root.querySelector(".verdict");
  answer.replaceChildren(...(vendors.length > 1 ? won : []));
  answer.hidden = vendors.length < 2 || best === undefined;
  root.querySelector(".tools").hidden = vendors.length < 2;
  root.querySelector("#side-by-side").replaceChildren(...rows(vendors, words));
  if (wrong) status.replaceChildren(...wrong);
  else if (vendors.length === 1) status.textContent = words.few;
  else status.replaceChildren(...commaList(vendors, ({ name }) => [isolated(name)]),
    asked().length > 10 ? `. ${words.most}` : "");
  // The chips say the same to the eye.
  status.classList.toggle("vh", !wrong && vendors.length > 1);
  root.classList.add("ready");
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target) target.scrollIntoView();
};

const go = (root, slugs, shared) => {
  const query = slugs.length > 0 ? `?vendors=${slugs.map(encodeURIComponent).join(",")}` : "";
  history.pushState(null, "", location.pathname + query);
  return show(root, shared);
};

let isReady = false;
export default (root, event, shared) => {
  if (isReady) return;
  isReady = true;
  const input = root.querySelector("input");
  shared.combobox(input, async () => {
    const [all, slugs] = [await shared.everyone(), asked()];
    const home = all.find((vendor) => slugs.includes(vendor.slug))?.category;
    return all.filter(({ slug, category }) => {
      return !slugs.includes(slug) && (!home || category === home);
    });
  }, async (vendor) => {
    if (!vendor) return;
    input.value = "";
    go(root, [...asked(), vendor.slug], shared);
  });
  addEventListener("popstate", () => show(root, shared));
  show(root, shared);
};
