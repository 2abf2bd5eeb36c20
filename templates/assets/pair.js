// What a reader can do with a comparison: copy it, swap its sides, take a third vendor along.

const text = (cell) => {
  const copy = cell.cloneNode(true);
  for (const extra of copy.querySelectorAll(".vh, .to, small, svg, .icon, .mark > [aria-hidden]")) extra.remove();
  const items = [...copy.querySelectorAll("li")].map((item) => item.textContent.trim());
  return (items.length > 0 ? items.join(", ") : copy.textContent).replace(/\s+/g, " ").trim();
};

// The rows that are in sight, each table with its heading.
const tables = () => [...document.querySelectorAll("main table.rows")].flatMap((table) => {
  const isShown = (row) => row.getClientRects().length > 0;
  const rows = [...table.tBodies[0].rows].filter(isShown).map((row) => [...row.cells].map(text));
  const heading = table.closest("section").querySelector("h2");
  const head = [...table.tHead.rows[0].cells].map(text);
  return rows.length > 0 ? [{ title: text(heading), head, rows }] : [];
});

const title = () => text(document.querySelector("h1"));

const markdown = () => {
  const line = (cells) => `| ${cells.map((cell) => cell.replace(/[\\|]/g, "\\$&")).join(" | ")} |`;
  const parts = tables().map((table) => [
    `## ${table.title}`, "", line(table.head), line(table.head.map(() => "---")),
    ...table.rows.map(line), "",
  ].join("\n"));
  const verdict = text(document.querySelector(".verdict"));
  return [`# ${title()}`, "", verdict, "", ...parts, `<${location.href}>`, ""].join("\n");
};

// A text that a spreadsheet would take for a formula gets an apostrophe before it.
const field = (value) => {
  const safe = /^[=+@\t\r]|^-\D/.test(value) ? `'${value}` : value;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const csv = () => tables().flatMap((table) => {
  return [[table.title, ...table.head.slice(1)], ...table.rows];
}).map((cells) => cells.map(field).join(",")).join("\r\n") + "\r\n";

const copy = async (value, root) => {
  const status = root.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(value);
    status.textContent = root.dataset.copied;
  } catch {
    status.textContent = root.dataset.notCopied;
  }
};

const exchange = (a, b) => {
  const place = document.createComment("");
  a.replaceWith(place);
  b.replaceWith(a);
  place.replaceWith(b);
};

const swap = () => {
  const cards = document.querySelectorAll(".versus > .card");
  if (cards.length === 2) exchange(...cards);
  const both = document.querySelectorAll(".tally > span");
  if (both.length === 3) exchange(both[0], both[2]);
  document.querySelector(".tally-bar")?.classList.toggle("swapped");
  const mirrored = { "◀": "▶", "▶": "◀" };
  for (const sign of document.querySelectorAll(".mark > [aria-hidden]")) {
    sign.textContent = mirrored[sign.textContent] ?? sign.textContent;
  }
  for (const { children } of document.querySelectorAll("main .columns")) {
    if (children.length === 2) exchange(...children);
  }
  for (const table of document.querySelectorAll("main table.rows")) {
    for (const row of table.rows) if (row.cells.length > 2) exchange(row.cells[1], row.cells[2]);
  }
};

// The address keeps the order, so that a link shows the page as it was sent.
const turn = () => {
  swap();
  const address = new URL(location.href);
  if (address.searchParams.has("swapped")) address.searchParams.delete("swapped");
  else address.searchParams.set("swapped", "");
  history.replaceState(null, "", address.href.replace("swapped=", "swapped"));
};

// The field for a third vendor is made when it is asked for.
const thirdField = (root, button, { make, combobox, everyone, list, gaps }) => {
  const line = make("p", "", { className: "another", hidden: true });
  const label = make("label", button.textContent, { htmlFor: "another" });
  const input = make("input", "", { id: "another" });
  line.append(label, input);
  root.querySelector("[role=status]").before(line);
  // The page may be open at another spelling of its address.
  const { pathname } = new URL(document.querySelector("link[rel=canonical]").href);
  const both = async () => gaps((await list()).paths.comparison, pathname);
  combobox(input, async () => {
    const [all, pair] = [await everyone(), await both()];
    const home = all.find((vendor) => vendor.slug === pair[0])?.category;
    return all.filter(({ slug, category }) => category === home && !pair.includes(slug));
  }, async (vendor) => {
    if (!vendor) return;
    const page = document.querySelector("#nav [aria-keyshortcuts]").href;
    location.href = `${page}?vendors=${[...await both(), vendor.slug].join(",")}`;
  });
  return line;
};

const another = (root, button, shared) => {
  const line = root.querySelector(".another") ?? thirdField(root, button, shared);
  line.hidden = !line.hidden;
  button.setAttribute("aria-expanded", String(!line.hidden));
  if (!line.hidden) line.querySelector("input").focus();
};

export default (root, event, shared) => {
  if (!event) {
    if (new URLSearchParams(location.search).has("swapped")) swap();
    return;
  }
  const button = event.type === "click" && event.target.closest("[data-tool]");
  if (!button) return;
  const tools = {
    markdown: () => copy(markdown(), root), csv: () => copy(csv(), root), swap: turn,
    another: () => another(root, button, shared),
  };
  tools[button.dataset.tool]();
};
