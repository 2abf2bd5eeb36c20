// Finds words in the texts of the site. Pagefind and its index are loaded when the field is used.

let library;
const load = (root) => {
  library ??= import(root.dataset.program).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.dataset.base, excerptLength: 28 });
    return pagefind;
  });
  library.catch(() => library = null);
  return library;
};

const [step, most] = [10, 3];
let [hits, shown, turn] = [[], 0, 0];

// Of an excerpt, only its text and its marks.
const excerpt = (html, make) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const text = make("p");
  text.append(...[...body.childNodes].map((node) => {
    return node.nodeName === "MARK" ? make("mark", node.textContent) : node.textContent;
  }));
  return text;
};

const result = ({ url, meta, excerpt: html, sub_results: parts }, make) => {
  const item = make("li");
  const link = make("a", "", { href: url });
  link.append(make("bdi", meta.title));
  item.append(link, excerpt(html, make));
  const sections = parts.filter((part) => part.url.includes("#")).slice(0, most);
  if (sections.length > 0) {
    item.append(make("p", "", { className: "by" }));
    item.lastChild.append(...sections.flatMap((part, number) => {
      const section = make("a", part.title, { href: part.url });
      return number > 0 ? [" · ", section] : [section];
    }));
  }
  return item;
};

const showMore = async (root, { make }) => {
  const mine = turn;
  const some = hits.slice(shown, shown + step);
  shown += some.length;
  const more = await Promise.all(some.map((hit) => hit.data()));
  if (mine !== turn) return;
  root.querySelector("ol").append(...more.map((one) => result(one, make)));
  root.querySelector("button").hidden = shown >= hits.length;
};

const search = async (root, shared) => {
  const [field, list] = [root.elements.q, root.querySelector("ol")];
  const status = root.querySelector("[role=status]");
  const text = field.value.trim();
  const mine = turn += 1;
  const query = text ? `?${new URLSearchParams({ q: text })}` : "";
  history.replaceState(null, "", location.pathname + query);
  let found = [];
  try {
    const answer = text ? await (await load(root)).debouncedSearch(text) : { results: [] };
    if (mine !== turn || !answer) return;
    found = answer.results;
  } catch {
    if (mine !== turn) return;
    list.replaceChildren();
    root.querySelector("button").hidden = true;
    status.textContent = root.dataset.failed;
    return;
  }
  [hits, shown] = [found, 0];
  list.replaceChildren();
  status.textContent = text ? shared.fill(document.body.dataset.found, { count: hits.length }) : "";
  await showMore(root, shared);
};

export default async (root, event, shared) => {
  const field = root.elements.q;
  if (!event) {
    root.hidden = false;
    field.addEventListener("focus", () => load(root).catch(() => {}), { once: true });
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    if (field.value) search(root, shared);
  } else if (event.type === "click") {
    showMore(root, shared);
  } else if (event.type === "input" || event.type === "submit") {
    search(root, shared);
  }
};
