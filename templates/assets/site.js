// Conveniences on top of pages that work without them: the picker, keys.
// What some pages use stands in modules.

let index;
const list = () => {
  index ??= fetch(document.body.dataset.index).then((answer) => answer.json());
  index.catch(() => index = null);
  return index;
};

// A pattern with its gaps filled; a text is inserted as it is, whatever `$&` or `$$` stands in it.
const fill = (pattern, values) => {
  return pattern.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
};

// The values in the gaps of a pattern, in their order; none for another text.
const gaps = (pattern, text) => {
  const parts = pattern.split(/\{\w+\}/);
  const literals = parts.map((part) => part.replace(/[.*+?^$|()[\]\\]/g, "\\$&"));
  return text.match(new RegExp(`^${literals.join("([^/]+?)")}$`))?.slice(1) ?? [];
};

const make = (name, text = "", properties = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  return Object.assign(element, properties);
};

const comparison = (index, a, b) => {
  const [left, right] = a < b ? [a, b] : [b, a];
  return fill(index.paths.comparison, { left, right });
};

// The style of what scripts put on a page, as soon as there is any.
let style;
const styled = () => {
  style ??= new Promise((resolve) => {
    const link = make("link", "", { rel: "stylesheet", href: document.body.dataset.style });
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
  return style;
};

// All vendors, each with its category.
const everyone = async () => (await list()).categories.flatMap((category) => {
  return category.vendors.map((vendor) => ({ ...vendor, category }));
});

// Search: any part of a name, words in any order; those at the beginning of a word come first.

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const found = (vendors, text) => {
  const wanted = wordsOf(text);
  const rated = vendors.flatMap((vendor) => {
    const words = wordsOf(`${vendor.name} ${vendor.slug}`);
    const all = words.join(" ");
    if (!wanted.every((word) => all.includes(word))) return [];
    const distance = (word) => {
      return words.includes(word) ? 0 : words.some((other) => other.startsWith(word)) ? 1 : 2;
    };
    return [{ vendor, far: wanted.reduce((sum, word) => sum + distance(word), 0) }];
  });
  return rated.sort((a, b) => a.far - b.far).map(({ vendor }) => vendor);
};

// The editable combobox with list autocomplete of the ARIA practices. `choices` gives the vendors
// that can be chosen now; `onChoose` is told of a choice, and of none after other input.
let boxes = 0;
const combobox = (input, choices, onChoose) => {
  const words = document.body.dataset;
  const [id, most] = [`options-${boxes += 1}`, 50];
  const options = make("ul", "", { id, className: "options", hidden: true });
  const status = input.closest("form, [data-module]").querySelector("[role=status]");
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", input.labels[0].textContent);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
  })) input.setAttribute(name, value);
  input.autocomplete = "off";
  input.after(options);
  let [shown, active, turn, sought] = [[], -1, 0];

  const mark = (position) => {
    active = position;
    [...options.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === active));
    });
    const option = options.children[active];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    turn += 1;
    options.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const choose = (vendor) => {
    input.value = vendor.name;
    close();
    status.textContent = "";
    onChoose(vendor);
  };
  const open = async (text) => {
    const mine = turn += 1;
    const [all] = await Promise.all([choices(), styled()]);
    if (mine !== turn) return;
    sought = text;
    const hits = found(all, text);
    shown = hits.slice(0, most);
    options.replaceChildren(...shown.map((vendor, number) => {
      const option = make("li", "", { id: `${id}-${number}` });
      option.setAttribute("role", "option");
      option.append(make("bdi", vendor.name));
      if (all.some((other) => other.category !== vendor.category)) {
        option.append(" ", make("small", vendor.category.title));
      }
      return option;
    }));
    options.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    status.textContent = fill(words.found, { count: hits.length });
    mark(-1);
  };

  input.addEventListener("input", () => {
    onChoose(null);
    open(input.value);
  });
  input.addEventListener("click", () => open(""));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", async (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (options.hidden) await open(input.value);
      const from = active < 0 && step < 0 ? 0 : active;
      if (!event.altKey) mark((from + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && !options.hidden && (sought || active >= 0)) {
      event.preventDefault();
      if (shown[Math.max(active, 0)]) choose(shown[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      if (options.hidden) {
        input.value = "";
        onChoose(null);
      }
      close();
    }
  });
  // The field keeps the focus.
  options.addEventListener("pointerdown", (event) => event.preventDefault());
  options.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) choose(shown[[...options.children].indexOf(option)]);
  });
};

// The picker goes to the page of the two vendors, in the order of its address.
for (const form of document.querySelectorAll(".picker")) {
  const { left, right } = form.elements;
  const status = form.querySelector("[role=status]");
  const chosen = new Map();
  // The other one decides the category, and cannot be chosen again.
  const choices = (field) => async () => {
    const other = chosen.get(field === left ? right : left);
    return (await everyone()).filter((vendor) => {
      if (form.dataset.category && vendor.category.slug !== form.dataset.category) return false;
      return !other || (vendor.slug !== other.slug && vendor.category.slug === other.category.slug);
    });
  };
  // Who types a name in full need not choose it.
  const meant = async (field) => {
    const all = await choices(field)();
    const same = all.filter((vendor) => plain(vendor.name) === plain(field.value.trim()));
    const hits = same.length > 0 ? same : found(all, field.value);
    return chosen.get(field) ?? (field.value.trim() && hits.length === 1 ? hits[0] : null);
  };
  combobox(left, choices(left), (vendor) => {
    chosen.set(left, vendor);
    if (vendor && !chosen.get(right)) right.focus();
  });
  combobox(right, choices(right), (vendor) => {
    chosen.set(right, vendor);
    if (vendor && chosen.get(left)) form.querySelector("button").focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    for (const field of [left, right]) chosen.set(field, await meant(field));
    const [a, b] = [chosen.get(left), chosen.get(right)];
    if (a && b && a.slug !== b.slug) {
      location.href = comparison(await list(), a.slug, b.slug);
    } else {
      status.textContent = status.dataset.same;
      (a ? right : left).focus();
    }
  });
}

// Each row has an address. Its link appears where the reader is, and is no tab stop.
for (const row of document.querySelectorAll("table.rows tr[id]")) {
  const link = make("a", "#", { className: "to", href: `#${row.id}`, tabIndex: -1 });
  link.setAttribute("aria-hidden", "true");
  row.cells[0].append(" ", link);
}

// Keys: whatever names one is reached by it.
const opener = document.querySelector("[data-keys]");
const named = () => {
  const all = [...document.querySelectorAll("[aria-keyshortcuts]")].reverse();
  const inside = (one) => Number(one.closest("main") !== null);
  all.sort((a, b) => inside(a) - inside(b));
  return new Map(all.map((one) => [one.getAttribute("aria-keyshortcuts"), one]));
};
const memory = (value) => {
  try {
    if (value) localStorage.setItem("keys", value);
    return localStorage.getItem("keys") ?? value;
  } catch { /* A browser that keeps nothing. */
    return value;
  }
};
const keys = { areOn: memory() !== "off" };
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const one = keys.areOn && named().get(event.key);
  if (!one) return;
  event.preventDefault();
  // The dialog gives the focus back to where it was.
  if (one !== opener) one.focus();
  one.click();
});

// Modules. An element names the module that makes it work, and that gets its events.
const shared = {
  styled, list, fill, gaps, make, comparison, everyone, combobox, wordsOf, plain, keys, named,
  memory,
};
// What a criterion means, while its head has the focus or the pointer. The Escape key hides it.
const explain = (head, button) => {
  const id = `tip-${head.cellIndex}`;
  const tip = make("span", head.dataset.help, { id, className: "tip", hidden: true });
  tip.setAttribute("role", "tooltip");
  button.setAttribute("aria-describedby", id);
  head.append(tip);
  const shows = { focusin: true, mouseenter: true, focusout: false, mouseleave: false };
  for (const [type, isShown] of Object.entries(shows)) {
    head.addEventListener(type, async () => {
      await styled();
      tip.hidden = !isShown;
    });
  }
  document.addEventListener("keydown", ({ key }) => {
    tip.hidden ||= key === "Escape";
  });
};
for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const head of table.tHead.rows[0].cells) {
    const button = make("button", "", { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    if (head.dataset.help) explain(head, button);
  }
}
for (const root of document.querySelectorAll("[data-module]")) {
  const run = async (event) => {
    const module = await import(root.dataset.module);
    module.default(root, event, shared);
  };
  for (const type of ["click", "input", "change", "submit", "toggle"]) {
    root.addEventListener(type, (event) => {
      if (type === "submit") event.preventDefault();
      if (type !== "click" || event.target.closest("button")) run(event);
    }, true);
  }
  if ("now" in root.dataset || (location.search && root.closest("main"))) run();
}

// A region that does not scroll is no tab stop.
const regions = new ResizeObserver((all) => {
  for (const { target: one } of all) {
    const isLarger = getComputedStyle(one).overflowX !== "visible"
      && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);
    one.tabIndex = isLarger ? 0 : -1;
  }
});
for (const region of document.querySelectorAll(".scroll")) regions.observe(region);

// A toolbar is one tab stop; arrows lead through it.
for (const bar of document.querySelectorAll("[role=toolbar]")) {
  const tools = [...bar.querySelectorAll("input, button")];
  const stop = (tool) => tools.forEach((other) => {
    other.tabIndex = other === tool ? 0 : -1;
  });
  stop(tools[0]);
  bar.addEventListener("focusin", (event) => {
    if (tools.includes(event.target)) stop(event.target);
  });
  bar.addEventListener("keydown", (event) => {
    const ahead = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const last = tools.length - 1;
    const step = { ArrowRight: ahead, ArrowLeft: -ahead }[event.key];
    const edge = { Home: 0, End: last }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const next = edge ?? tools.indexOf(event.target) + step;
    tools[(next + tools.length) % tools.length].focus();
  });
}
