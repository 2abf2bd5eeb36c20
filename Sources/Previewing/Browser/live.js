// Keeps an open page up to date while its site is written: what changed on the server is changed
// here, where it stands, so that scroll, focus and open details stay. Added by the preview only.
"use strict";

(() => {
  // The page as the server sent it: what is here when parsing ends and deferred scripts have not run.
  let sent = null;
  let isBusy = false;
  let isLate = false;

  /// A change that cannot be made in place.
  class NeedsReload extends Error {}

  // The version that the page was loaded again for: once is enough, whatever scripts do to it.
  let loadedFor = null;

  const reload = (tag) => {
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    sessionStorage.setItem("versus", JSON.stringify(
      { path: location.pathname, open, y: scrollY, tag }));
    location.reload();
  };

  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem("versus") ?? "null");
    sessionStorage.removeItem("versus");
    if (kept?.path !== location.pathname) return;
    loadedFor = kept.tag;
    document.querySelectorAll("details").forEach((details, index) => {
      details.open = kept.open[index] ?? details.open;
    });
    scrollTo(0, kept.y);
  };

  // Whether the live node is still what the server sent; what a reader opens and what the Tab key
  // passes over is no difference.
  const isUntouched = (live, old) => {
    if (live.nodeName !== old.nodeName || live.childNodes.length !== old.childNodes.length) {
      return false;
    }
    if (live.nodeType !== Node.ELEMENT_NODE) return live.nodeValue === old.nodeValue;
    const names = new Set([...live.getAttributeNames(), ...old.getAttributeNames()]);
    names.delete(live.nodeName === "DETAILS" ? "open" : "tabindex");
    return [...names].every((name) => live.getAttribute(name) === old.getAttribute(name));
  };

  // Data about the page is no script that runs.
  const program = "script:not([type$='json'])";
  // Scripts of the page have bound themselves to such elements when it was loaded.
  const bound = `${program}, form, table, dialog, [data-not-found]`;
  const check = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.matches(bound) || node.querySelector(bound)) throw new NeedsReload();
  };

  const patchAttributes = (live, old, next) => {
    for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
      const value = next.getAttribute(name);
      if (value === old.getAttribute(name)) continue;
      if (value === null) live.removeAttribute(name);
      else live.setAttribute(name, value);
    }
  };

  // Makes of `live`, which shows `old`, what `next` shows; first all is looked at, then changed.
  const patch = (live, old, next, steps) => {
    if (old.isEqualNode(next)) return;
    if (!isUntouched(live, old)) throw new NeedsReload();
    if (live.nodeType === Node.ELEMENT_NODE && live.matches(program)) throw new NeedsReload();
    if (live.nodeType !== Node.ELEMENT_NODE) {
      steps.push(() => { live.nodeValue = next.nodeValue; });
      return;
    }
    steps.push(() => patchAttributes(live, old, next));
    const [lives, olds, nexts] = [live, old, next].map((node) => [...node.childNodes]);
    patchRun(live, lives, olds, nexts, null, steps);
  };

  // What tells a section from others beside it.
  const key = (node) => node.nodeType === Node.ELEMENT_NODE
    ? node.id || node.getAttribute("aria-labelledby") : null;

  // Patches siblings, which stand before `before`. Sections that come or go leave the others in
  // place: the run is divided at a section that is on both pages.
  const patchRun = (live, lives, olds, nexts, before, steps) => {
    let start = 0;
    while (start < Math.min(olds.length, nexts.length) && olds[start].isEqualNode(nexts[start])) {
      start += 1;
    }
    let end = 0;
    while (end < Math.min(olds.length, nexts.length) - start
      && olds[olds.length - 1 - end].isEqualNode(nexts[nexts.length - 1 - end])) {
      end += 1;
    }
    const [oldEnd, nextEnd] = [olds.length - end, nexts.length - end];
    const isSameShape = oldEnd === nextEnd && olds.slice(start, oldEnd)
      .every((node, index) => node.nodeName === nexts[start + index].nodeName);
    if (isSameShape) {
      for (let index = start; index < oldEnd; index += 1) {
        patch(lives[index], olds[index], nexts[index], steps);
      }
      return;
    }
    const after = lives[oldEnd] ?? before;
    for (let index = start; index < nextEnd; index += 1) {
      const name = key(nexts[index]);
      const match = name ? olds.findIndex((node) => key(node) === name) : -1;
      if (match < start || match >= oldEnd) continue;
      if (olds[match].nodeName !== nexts[index].nodeName) continue;
      const run = ([from, to], [nextFrom, nextTo], place) => patchRun(
        live, lives.slice(from, to), olds.slice(from, to), nexts.slice(nextFrom, nextTo), place,
        steps);
      run([start, match], [start, index], lives[match]);
      patch(lives[match], olds[match], nexts[index], steps);
      run([match + 1, oldEnd], [index + 1, nextEnd], after);
      return;
    }
    lives.slice(start, oldEnd).forEach(check);
    nexts.slice(start, nextEnd).forEach(check);
    const added = nexts.slice(start, nextEnd).map((node) => document.importNode(node, true));
    steps.push(() => {
      lives.slice(start, oldEnd).forEach((node) => node.remove());
      added.forEach((node) => live.insertBefore(node, after));
    });
  };

  const isSheet = (node) => node.nodeName === "LINK" && node.rel === "stylesheet";

  // The new sheet stands in before the old one goes, so that the page is never without.
  const swapSheets = (head) => {
    const links = (node) => [...node.children].filter(isSheet);
    const [lives, nexts] = [links(document.head), links(head)];
    nexts.forEach((next, index) => {
      const live = lives[index];
      if (live?.getAttribute("href") === next.getAttribute("href")) return;
      const link = document.importNode(next, true);
      link.addEventListener("load", () => live?.remove());
      link.addEventListener("error", () => live?.remove());
      if (live) live.after(link);
      else document.head.append(link);
    });
    lives.slice(nexts.length).forEach((live) => live.remove());
  };

  // In the head, only style sheets, the title and facts about the page can change in place.
  const patchHead = (old, next, steps) => {
    const scripts = (head) => [...head.querySelectorAll(`${program}, style, base`)]
      .map((node) => node.outerHTML).join();
    if (scripts(old) !== scripts(next)) throw new NeedsReload();
    const facts = (head) => [...head.children].filter((node) => !isSheet(node)
      && node.matches("meta, link, title, script[type$='json']"));
    if (facts(old).map((node) => node.outerHTML).join()
      !== facts(next).map((node) => node.outerHTML).join()) {
      steps.push(() => {
        facts(document.head).forEach((node) => node.remove());
        facts(next).forEach((node) => document.head.append(document.importNode(node, true)));
      });
    }
    steps.push(() => swapSheets(next));
  };

  // A path of positions leads to the element that takes the place of one that is gone.
  const pathTo = (node) => {
    const path = [];
    for (let at = node; at && at !== document.body; at = at.parentElement) {
      path.unshift([...at.parentElement.children].indexOf(at));
    }
    return path;
  };

  const keepFocus = (change) => {
    const focused = document.activeElement;
    const isInside = focused !== document.body && document.body.contains(focused);
    const path = isInside ? pathTo(focused) : null;
    const { scrollX: x, scrollY: y } = window;
    change();
    if (path && !focused.isConnected) {
      const same = focused.id ? document.getElementById(focused.id)
        : path.reduce((node, index) => node?.children[index], document.body);
      same?.focus({ preventScroll: true });
    }
    scrollTo({ left: x, top: y, behavior: "instant" });
  };

  const update = async () => {
    if (isBusy) {
      isLate = true;
      return;
    }
    isBusy = true;
    let tag = null;
    try {
      const answer = await fetch(location.href, { cache: "no-cache" });
      const type = answer.headers.get("Content-Type") ?? "";
      tag = answer.headers.get("ETag");
      if (answer.redirected || !type.startsWith("text/html")) throw new NeedsReload();
      const next = new DOMParser().parseFromString(await answer.text(), "text/html")
        .documentElement;
      const isLoaded = tag !== null && tag === loadedFor;
      loadedFor = null;
      if (isLoaded) sent = next;
      if (sent.isEqualNode(next)) return;
      const steps = [];
      patchHead(sent.querySelector("head"), next.querySelector("head"), steps);
      patchAttributes(document.documentElement, sent, next);
      patch(document.body, sent.querySelector("body"), next.querySelector("body"), steps);
      keepFocus(() => steps.forEach((step) => step()));
      sent = next;
    } catch (error) {
      if (error instanceof NeedsReload) reload(tag);
      // Otherwise the server is away; the next event asks again.
    } finally {
      isBusy = false;
      if (isLate) {
        isLate = false;
        update();
      }
    }
  };

  const loads = (assets) => [...document.querySelectorAll("[src], [srcset], link[href], [poster]")]
    .some((node) => assets.some((asset) => ["src", "srcset", "href", "poster"]
      .some((name) => node.getAttribute(name)?.includes(asset))));

  // The overlay stands beside the page's body in a tree of its own, so neither styles the other.
  let overlay = null;
  const element = (name, className, ...children) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };

  const entry = (mistake) => {
    const place = `${mistake.file}:${mistake.line}:${mistake.column}`;
    const item = element("li", mistake.severity,
      element("p", "place", element("span", "file", place), ` ${mistake.severity}`),
      element("p", "message", `${mistake.message} `, element("code", "", `[${mistake.rule}]`)));
    if (mistake.excerpt.length === 3) {
      const [before, marked, behind] = mistake.excerpt;
      item.append(element("pre", "", element("span", "number", `${mistake.line} | `), before,
        element("mark", "", marked), behind));
    }
    if (mistake.suggestion) {
      item.append(element("p", "", `Did you mean “${mistake.suggestion}”?`));
    }
    return item;
  };

  const show = ({ mistakes, mistakeCount }) => {
    overlay?.remove();
    overlay = null;
    const errors = mistakes.filter((mistake) => mistake.severity === "error");
    if (errors.length === 0) return;
    overlay = document.createElement("versus-overlay");
    const root = overlay.attachShadow({ mode: "open" });
    const sheet = element("link");
    sheet.rel = "stylesheet";
    sheet.href = "/_versus/overlay.css";
    const close = element("button", "", "Hide");
    close.type = "button";
    const hide = () => overlay?.remove();
    close.addEventListener("click", hide);
    const rest = mistakeCount - mistakes.length;
    const panel = element("section", "", element("h2", "",
      `${mistakeCount} ${mistakeCount === 1 ? "mistake" : "mistakes"} to mend`), close,
    element("p", "", "This page stays as it was; it follows again when they are gone."),
    element("ol", "", ...mistakes.map(entry)), rest > 0 ? `and ${rest} more` : "");
    panel.setAttribute("role", "alertdialog");
    panel.setAttribute("aria-label", "Mistakes in the site");
    panel.tabIndex = -1;
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    root.append(sheet, panel);
    document.documentElement.append(overlay);
  };

  // The stream begins with the newest message, so a page that was read before a change follows too.
  const listen = () => {
    const stream = new EventSource("/_versus/events");
    stream.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      show(message);
      if (loads(message.assets)) reload(null);
      else update();
    });
    addEventListener("pagehide", () => stream.close());
  };

  document.addEventListener("readystatechange", () => {
    sent = document.documentElement.cloneNode(true);
    listen();
  }, { once: true });
  addEventListener("DOMContentLoaded", restore);
  // A page out of the browser's memory has no stream any more.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
