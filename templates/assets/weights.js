// A reader's own weights: a slider for each ranked criterion, and the order that they make. The
// table of the category keeps the publisher's order. The address keeps the weights:
// ?weights=a.b:3,c.d:1

const most = 5;

const criteria = (table) => [...table.tHead.rows[0].cells].flatMap((head, column) => {
  const label = head.querySelector("bdi")?.textContent;
  return head.dataset.id ? [{ id: head.dataset.id, label, column }] : [];
});

// The points of each row on a criterion: 100 for the first place, 0 for the last, null without one.
const points = (rows, { column }) => {
  const places = rows.map((row) => Number(row.cells[column].dataset.place));
  const last = Math.max(...places, 1);
  return places.map((place) => {
    if (place === 0) return null;
    return last === 1 ? 100 : 100 * (last - place) / (last - 1);
  });
};

// The weighted mean of a row; null where less than half of the weight has values.
const score = (row, all, weights) => {
  let [sum, known, total] = [0, 0, 0];
  all.forEach((values, number) => {
    total += weights[number];
    if (values[row] === null) return;
    sum += values[row] * weights[number];
    known += weights[number];
  });
  return known > 0 && known * 2 >= total ? sum / known : null;
};

// A site without a headline weighs all criteria alike.
const usual = (root, { id }) => {
  return root.dataset.headline ? Number(id === root.dataset.headline) * most : 1;
};

const stored = () => {
  const text = new URLSearchParams(location.search).get("weights");
  return text === null ? null : new Map(text.split(",").map((part) => {
    const [id, weight] = part.split(":");
    return [id, Math.min(Math.max(Math.round(Number(weight)) || 0, 0), most)];
  }));
};

const prepare = (root, table, { make, styled }) => {
  const room = root.querySelector(".columns");
  if (room.childElementCount > 0) return;
  styled();
  const given = stored();
  const sliders = make("div");
  for (const criterion of criteria(table)) {
    const line = make("p");
    const label = make("label");
    const value = given ? given.get(criterion.id) ?? 0 : usual(root, criterion);
    const slider = make("input", "", { type: "range", min: 0, max: most, name: criterion.id });
    slider.value = value;
    label.append(make("bdi", criterion.label), slider);
    line.append(label, make("span", String(value)));
    line.lastChild.setAttribute("aria-hidden", "true");
    sliders.append(line);
  }
  sliders.append(make("button", root.dataset.reset, { type: "button", className: "plain" }));
  const order = make("div");
  order.append(make("h3", root.dataset.order), make("ol"));
  room.append(sliders, order);
  root.open ||= given !== null;
};

// The best ten, each with its points and its place on this site.
const show = (root, table, { make, fill }) => {
  const rows = [...table.querySelectorAll("tbody tr")];
  const weights = [...root.querySelectorAll("input")].map((slider) => Number(slider.value));
  const values = criteria(table).map((criterion) => points(rows, criterion));
  const scored = rows.map((row, number) => ({ row, score: score(number, values, weights) }))
    .filter((one) => one.score !== null);
  const place = (row) => Number(row.querySelector(".rank")?.dataset.place) || Infinity;
  const name = (row) => row.querySelector("th a").textContent;
  scored.sort((a, b) => {
    return b.score - a.score || place(a.row) - place(b.row) || (name(a.row) < name(b.row) ? -1 : 1);
  });
  const { of, here, first, none } = root.dataset;
  root.querySelector("ol").replaceChildren(...scored.slice(0, 10).map(({ row, score: mean }) => {
    const item = make("li");
    const facts = [fill(of, { count: Math.round(mean) })];
    if (row.querySelector(".rank")) {
      const rank = Number.isFinite(place(row)) ? place(row) : "—";
      facts.push(fill(here, { rank }));
    }
    item.append(row.querySelector("th a").cloneNode(true), " ", make("small", facts.join(" · ")));
    return item;
  }));
  root.querySelector("[role=status]").textContent =
    scored.length > 0 ? fill(first, { name: name(scored[0].row) }) : none;
};

const remember = (root) => {
  const sliders = [...root.querySelectorAll("input")];
  const query = new URLSearchParams(location.search);
  query.delete("weights");
  if (sliders.some(({ name, value }) => Number(value) !== usual(root, { id: name }))) {
    const used = sliders.filter(({ value }) => value !== "0");
    query.set("weights", used.map(({ name, value }) => `${name}:${value}`).join(","));
  }
  const search = query.size > 0 ? `?${query}`.replace(/%2C/g, ",").replace(/%3A/g, ":") : "";
  history.replaceState(null, "", location.pathname + search + location.hash);
};

export default (root, event, shared) => {
  const table = document.querySelector("table.ranking");
  if (!table || (!event && !stored())) return;
  prepare(root, table, shared);
  for (const slider of root.querySelectorAll("input")) {
    if (event?.type === "click" && event.target.closest(".plain")) {
      slider.value = usual(root, { id: slider.name });
    }
    slider.closest("p").lastChild.textContent = slider.value;
  }
  show(root, table, shared);
  if (event && event.type !== "toggle") remember(root);
};
