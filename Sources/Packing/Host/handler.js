// Puts the pages of comparisons together from the parts in `_pairs/`, when they are asked for.
//
// A build with `--packed` writes this file twice: as `_worker.js`, which Cloudflare runs, and as
// `_pairs/handler.mjs`, which the servers beside it use. It has no dependency. It is written in the
// part of JavaScript that nginx understands: no classes, no destructuring, no `for … of`.
//
// The parts: `index.json` names the vendors; `<category>/program.json` is the page without its
// vendors, with the rules that compare two of them; `<category>/vendors/<slug>.json` is what one
// vendor contributes: its texts, each once, and for either side which of them its fragments are. A
// page consists of pieces: text, fragments of either vendor, and choices between pieces by *facts*
// of the pair, such as who leads a row. All numbers are whole.

const BASE = "/";
const FORMAT = 2;
// The most characters of parts to keep in memory, half of them recently used: a worker may have
// 128 MB, and a part takes two to three bytes a character.
const CACHE_SIZE = 10e6;

// ---- Requests

// Answers a request for a comparison. Returns null for any other address, which is the static
// files' to answer. `site` comes from `siteOf`; `request` has a method, a path and an ETag, if any.
async function answer(site, request) {
  const index = await part(site, "index.json");
  if (!index || index.format !== FORMAT) return null;
  const found = find(index, request.path);
  if (!found) return null;
  if (request.method !== "GET" && request.method !== "HEAD") {
    return response(index, 405, [["Allow", "GET, HEAD"]], "");
  }
  if (!found.isExact) return response(index, 301, [["Location", found.address]], "");
  if (found.isFile) return null;
  let parts = await partsOf(site, found);
  if (parts && !parts.belongTogether) {
    // A build replaced some of them just now.
    forget(site);
    parts = await partsOf(site, found);
  }
  if (!parts) return null;
  if (!parts.belongTogether) return response(index, 503, [["Retry-After", "1"]], "");
  const etag = '"' + parts.left.version + "-" + parts.right.version + '"';
  const headers = [["ETag", etag], ["Cache-Control", "public, max-age=0, must-revalidate"]];
  if (matches(request.etag, etag)) return response(index, 304, headers, "");
  headers.push(["Content-Type", "text/html; charset=utf-8"]);
  return response(index, 200, headers, page(parts.program, parts.left, parts.right));
}

function response(index, status, headers, body) {
  return { status: status, headers: headers.concat(index.headers), body: body };
}

function matches(header, etag) {
  if (!header) return false;
  return header.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

// Finds the pair at an address, in either order and with the endings that static hosts accept.
function find(index, path) {
  const address = decoded(path);
  if (address === null || !address.startsWith(index.before)) return null;
  const isFolder = index.after.endsWith("/");
  const endings = isFolder
    ? [index.after, index.after.slice(0, -1), index.after + "index.html"]
    : [index.after, index.after + ".html", index.after + "/"];
  for (let i = 0; i < endings.length; i += 1) {
    const end = address.length - endings[i].length;
    if (end > index.before.length && address.endsWith(endings[i])) {
      const pair = pairIn(index, address.slice(index.before.length, end));
      if (pair) {
        pair.isExact = i === 0 && !pair.isReversed;
        return pair;
      }
    }
  }
  return null;
}

// An address with its percent signs resolved; null for one that cannot be.
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    return null;
  }
}

// Reads two slugs from a text such as `a-vs-b`, whose parts may themselves contain `-vs-`.
function pairIn(index, text) {
  // Looking for slugs in an address of many times `-vs-` would take long.
  if (text.length > index.longest) return null;
  let reversed = null;
  let at = text.indexOf(index.between);
  while (at >= 0) {
    const first = index.places[text.slice(0, at)];
    const second = index.places[text.slice(at + index.between.length)];
    if (first && second && first !== second && first.category === second.category) {
      const isReversed = (first.position > second.position) !== index.isRightFirst;
      const left = first.position < second.position ? first : second;
      const right = left === first ? second : first;
      const slugs = index.isRightFirst ? [right.slug, left.slug] : [left.slug, right.slug];
      const pair = {
        category: left.category, left: left.slug, right: right.slug, isReversed: isReversed,
        address: index.before + slugs[0] + index.between + slugs[1] + index.after,
        isFile: left.category.isFile[left.slug + " " + right.slug] === true,
      };
      if (!isReversed) return pair;
      reversed = pair;
    }
    at = text.indexOf(index.between, at + 1);
  }
  return reversed;
}

// ---- Parts

// What the handler knows of a site. `read` returns the text of a file in `_pairs/`, or null. Where
// files change, `stamp` returns a text that changes with a file; it is asked once in a second.
function siteOf(read, stamp) {
  return { read: read, stamp: stamp, recent: Object.create(null), older: Object.create(null), size: 0 };
}

function forget(site) {
  site.recent = Object.create(null);
  site.older = Object.create(null);
  site.size = 0;
}

async function part(site, name) {
  const now = Date.now();
  let entry = site.recent[name] || site.older[name];
  if (entry && site.stamp && now - entry.checked > 1000) {
    if ((await site.stamp(name)) !== entry.stamp) entry = undefined;
    else entry.checked = now;
  }
  if (!entry) {
    const stamp = site.stamp ? await site.stamp(name) : "";
    const text = await site.read(name);
    if (text === null) return null;
    const value = JSON.parse(text);
    if (name === "index.json") prepare(value);
    entry = { value: value, size: text.length, stamp: stamp, checked: now };
  }
  if (site.recent[name] !== entry) keep(site, name, entry);
  return entry.value;
}

// Keeps a part. When the recent ones fill their half, the older ones are dropped.
function keep(site, name, entry) {
  if (site.size + entry.size > CACHE_SIZE / 2) {
    site.older = site.recent;
    site.recent = Object.create(null);
    site.size = 0;
  }
  site.recent[name] = entry;
  site.size += entry.size;
}

// Adds to the index where each vendor is, and which pairs have a file of their own.
function prepare(index) {
  index.places = Object.create(null);
  // The most characters of two slugs with the text between them.
  index.longest = 0;
  index.categories.forEach((category) => {
    category.isFile = Object.create(null);
    category.files.forEach((pair) => { category.isFile[pair] = true; });
    category.vendors.forEach((slug, position) => {
      index.longest = Math.max(index.longest, 2 * slug.length + index.between.length);
      index.places[slug] = { slug: slug, position: position, category: category };
    });
  });
}

async function partsOf(site, pair) {
  const folder = pair.category.slug + "/";
  const program = await part(site, folder + "program.json");
  const left = await part(site, folder + "vendors/" + pair.left + ".json");
  const right = await part(site, folder + "vendors/" + pair.right + ".json");
  if (!program || !left || !right) return null;
  return {
    program: program, left: left, right: right,
    belongTogether: left.program === program.version && right.program === program.version,
  };
}

// ---- Pages

function page(program, left, right) {
  return run(program.program.page, {
    inputs: program.program.inputs, parts: program.program.parts,
    left: left.left, leftTexts: left.texts, right: right.right, rightTexts: right.texts,
    facts: facts(program, left, right), names: [],
  });
}

function run(pieces, page) {
  let text = "";
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    switch (piece[0]) {
      case "left": text += page.leftTexts[page.left.fragments[piece[1]]]; break;
      case "right": text += page.rightTexts[page.right.fragments[piece[1]]]; break;
      case "fact": text += run(piece[2][page.facts[piece[1]]], page); break;
      case "leftTest": text += run(piece[2][page.left.tests[piece[1]]], page); break;
      case "rightTest": text += run(piece[2][page.right.tests[piece[1]]], page); break;
      case "pairTest": text += run(piece[3][value(piece[2], page, piece[1]) === true ? 1 : 0], page); break;
      case "compute": text += written(value(piece[2], page, piece[1]), piece[3]); break;
      case "evaluate": text += rendered(piece[2], page, piece[1]); break;
      case "part": text += run(page.parts[piece[1]], page); break;
    }
  }
  return text;
}

// ---- Facts

const NONE = 0, LEFT = 1, RIGHT = 2, TIE = 3, NOT_COMPARABLE = 4;
const MISSING = 0, FREE = -1, UNRANKED = -2;

// Who leads a row. A vendor's values are its units, texts and numbers: three numbers for each row.
function lead(a, b, row, rule) {
  const unit = a[3 * row], other = b[3 * row];
  if (unit === MISSING || other === MISSING) return NONE;
  const isComparable = unit === other || unit === FREE || other === FREE;
  if (unit === UNRANKED || other === UNRANKED || !isComparable) return NOT_COMPARABLE;
  const difference = a[3 * row + 2] - b[3 * row + 2];
  if (Math.abs(difference) <= rule[2]) return TIE;
  return difference > 0 === (rule[1] === 1) ? LEFT : RIGHT;
}

// The numbers that select pieces, in the order of PairFacts.
function facts(rubric, left, right) {
  const a = left.values, b = right.values, rules = rubric.rules;
  const leads = rules.map((rule, row) => lead(a, b, row, rule));
  const tally = [0, 0, 0, 0, 0];
  const isSame = [];
  let shared = 0, different = 0;
  rules.forEach((rule, row) => {
    const isComparable = leads[row] !== NOT_COMPARABLE;
    const differs = isComparable ? a[3 * row + 2] !== b[3 * row + 2] : a[3 * row + 1] !== b[3 * row + 1];
    if (rule[0]) tally[leads[row]] += 1;
    if (a[3 * row + 1] > 0 && b[3 * row + 1] > 0) {
      shared += 1;
      if (differs) different += 1;
    }
    const isMissing = a[3 * row] === MISSING || b[3 * row] === MISSING;
    isSame.push(isMissing ? a[3 * row] === b[3 * row] : !differs);
  });
  const won = verdict(rubric, tally, leads, a, b);
  const facts = rules.map((rule, row) => (rule[0] ? leads[row] : NONE));
  facts.push(
    won[0], won[1], shared >= rubric.indexed[0] && different >= rubric.indexed[1] ? 1 : 0,
    tally[LEFT], tally[RIGHT], tally[TIE], right.week > left.week ? 1 : 0,
    tally[LEFT] + tally[RIGHT] === 0 ? 1 : 0);
  rubric.sentences.forEach((rule) => facts.push(sentence(rule[1], leads[rule[0]], won[0])));
  rubric.digits.forEach((row, i) => {
    const leader = leads[row[0]] === LEFT || leads[row[0]] === RIGHT;
    facts.push(leader ? digits(row[1], left.digits[i], right.digits[i]) : 0);
  });
  return facts.concat(
    details(rubric, tally, isSame, left.fit.map((fit, i) => fit === right.fit[i])),
    emptyGroups(rubric, left, right));
}

// How many rows differ, in all and in each group, and which do.
function details(rubric, tally, isSame, isSameSegment) {
  const count = (answers) => answers.filter((isSame) => !isSame).length;
  let row = 0;
  const groups = rubric.groups.map((size) => count(isSame.slice(row, (row += size))));
  const answers = isSame.concat(isSameSegment).map((isSame) => (isSame ? 1 : 0));
  const total = tally[LEFT] + tally[RIGHT] + tally[TIE];
  return [total, count(isSame), count(isSameSegment)].concat(groups, answers);
}

// Whether neither vendor has a value in a group; the segments come last.
function emptyGroups(rubric, left, right) {
  return rubric.groups.concat(rubric.segments).map((_, group) =>
    left.empty.includes(group) && right.empty.includes(group) ? 1 : 0);
}

// Who wins, and why: headline, leads, tie, within the margin, insufficient data.
function verdict(rubric, tally, leads, a, b) {
  const rule = rubric.winner;
  const total = tally[LEFT] + tally[RIGHT] + tally[TIE];
  if (rule.by === "none") return [NONE, 0];
  if (total < rule.requireShared) return [NONE, 5];
  if (rule.by === "leads") {
    const difference = tally[LEFT] - tally[RIGHT];
    if (total === 0) return [NONE, 5];
    if (difference === 0) return [NONE, 3];
    if (Math.abs(difference) <= rule.margin) return [NONE, 4];
    return [difference > 0 ? LEFT : RIGHT, 2];
  }
  if (rule.headline === null) return [NONE, 5];
  const leader = leads[rule.headline], at = 3 * rule.headline + 2;
  if (leader === LEFT || leader === RIGHT) {
    return Math.abs(a[at] - b[at]) > rubric.rules[rule.headline][3] ? [leader, 1] : [NONE, 4];
  }
  return [NONE, leader === TIE ? 3 : 5];
}

// Which text of a rule of the assessment applies. The mask has a bit for each text that there is:
// for a leader, for a tie, for missing data, and for a leader that does not win.
function sentence(mask, leader, winner) {
  if (leader === LEFT || leader === RIGHT) {
    const hasLost = winner === (leader === LEFT ? RIGHT : LEFT);
    if (hasLost && mask & 8) return leader + 2;
    return mask & 1 ? leader : 0;
  }
  if (leader === TIE) return mask & 2 ? 5 : 0;
  return mask & 4 ? 6 : 0;
}

// The first of some numbers of digits that tells two numbers apart which look alike; 0 for the usual.
function digits(choices, left, right) {
  if (!left || !right || left[1] !== right[1]) return 0;
  let best = 0;
  choices.forEach((count, i) => {
    const tells = count > left[0] && count > right[0] && left[2 + i] !== right[2 + i];
    if (tells && (best === 0 || count < choices[best - 1])) best = i + 1;
  });
  return best;
}

// ---- Values that pages work out: nil is null, HTML is { h }, a record is { t, i, r }

// The value of an expression, whose inputs begin at `first`.
function value(expression, page, first) {
  const of = (operand) => value(operand, page, first);
  const a = expression[1], b = expression[2];
  switch (expression[0]) {
    case "value": return a;
    case "name": return page.names[a];
    case "input": return input(page.inputs[first + a], page);
    case "member": { const base = of(a); return base && base.r ? base.r[b] : null; }
    case "item": { const item = items(of(a))[b]; return item === undefined ? null : item; }
    case "element": return elementAt(of(a), of(b));
    case "list": return a.map(of);
    case "text": return a.map((part) => plain(of(part))).join("");
    case "phrase": return phrase(expression, expression[4].map((part) => plain(of(part))));
    case "call": return call(a, b.map(of));
    case "!": return of(a) !== true;
    case "?": return of(of(a) === true ? b : expression[3]);
    case "&&": { const test = of(a); return test === true ? of(b) : test; }
    case "||": { const test = of(a); return test === true ? test : of(b); }
    case "??": { const known = of(a); return known === null ? of(b) : known; }
    default: return computed(expression[0], of(a), of(b));
  }
}

function elementAt(list, index) {
  return Array.isArray(list) && Number.isInteger(index) && index >= 0 && index < list.length ? list[index] : null;
}

function input(from, page) {
  switch (from[0]) {
    case "value": return from[1];
    case "left": return page.left.values[from[1]];
    case "right": return page.right.values[from[1]];
    case "fact": return input(from[2][page.facts[from[1]]], page);
    case "leftTest": return input(from[2][page.left.tests[from[1]]], page);
    default: return input(from[2][page.right.tests[from[1]]], page);
  }
}

function computed(operator, a, b) {
  const areNumbers = typeof a === "number" && typeof b === "number";
  switch (operator) {
    case "==": return equal(a, b);
    case "!=": return !equal(a, b);
    case "<": return less(a, b);
    case "<=": return !less(b, a);
    case ">": return less(b, a);
    case ">=": return !less(a, b);
    case "-": return areNumbers ? sum(a, -b) : null;
    default:
      if (areNumbers) return sum(a, b);
      return Array.isArray(a) && Array.isArray(b) ? a.concat(b) : plain(a) + plain(b);
  }
}

// Numbers have at most six digits behind the point, and those that are added are small enough to be
// whole millionths, which are exact where fractions are not.
function sum(a, b) {
  return Number.isInteger(a) && Number.isInteger(b) ? a + b : (millionths(a) + millionths(b)) / 1e6;
}

function millionths(number) { return Math.round(number * 1e6); }

// Half of the last digit goes away from zero.
function rounded(number, digits) {
  const unit = Math.pow(10, 6 - Math.min(6, Math.max(0, Math.floor(digits))));
  const size = Math.abs(millionths(number));
  const rest = size % unit;
  return Math.sign(number) * (size - rest + (2 * rest >= unit ? unit : 0)) / 1e6;
}

function equal(a, b) {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  }
  if (a.r && b.r) return a.t === b.t && (a.i === null ? equal(a.r, b.r) : equal(a.r[a.i], b.r[b.i]));
  return a.h !== undefined && a.h === b.h;
}

// Compares numbers by value, and texts by their characters' numbers, which is the order of their bytes.
function less(a, b) {
  if (typeof a === "number" && typeof b === "number") return a < b;
  const x = plain(a), y = plain(b);
  for (let i = 0; i < x.length && i < y.length; i += 1) {
    const one = x.codePointAt(i), other = y.codePointAt(i);
    if (one !== other) return one < other;
  }
  return x.length < y.length;
}

function items(list) { return Array.isArray(list) ? list : []; }

function plain(item) {
  if (typeof item === "string") return item;
  if (item === null || item === undefined || Array.isArray(item)) return "";
  return typeof item === "object" ? item.h || "" : String(item);
}

function phrase(parts, values) {
  const isOne = parts[3] !== null && values[parts[3]] === "1";
  return parts[isOne ? 2 : 1].map((part) => (typeof part === "string" ? part : values[part])).join("");
}

function call(method, values) {
  const a = values[0], list = items(a);
  if (a === null) return null;
  const has = (all, item) => all.some((other) => equal(other, item));
  const numbers = () => values.filter((item) => typeof item === "number");
  switch (method) {
    case "isEmpty": return Array.isArray(a) ? a.length === 0 : plain(a) === "";
    case "count": return list.length;
    case "first": return list.length ? list[0] : null;
    case "last": return list.length ? list[list.length - 1] : null;
    case "contains": return typeof a === "string" ? a.includes(plain(values[1])) : has(list, values[1]);
    case "reversed": return list.slice().reverse();
    case "joined": {
      const isHTML = list.some((item) => item !== null && typeof item === "object" && item.h !== undefined);
      const text = list.map(plain).join(isHTML ? escaped(plain(values[1])) : plain(values[1]));
      return isHTML ? { h: text } : text;
    }
    case "min": return numbers().length ? Math.min.apply(null, numbers()) : 0;
    case "max": return numbers().length ? Math.max.apply(null, numbers()) : 0;
    case "rounded": return rounded(a, values[1]);
    case "common": return list.filter((item) => has(items(values[1]), item));
    case "without": return values[1] === null ? [] : list.filter((item) => !has(items(values[1]), item));
    case "isolated": return hasRightToLeft(plain(a)) ? "\u2068" + plain(a) + "\u2069" : plain(a);
    case "alwaysIsolated": return "\u2068" + plain(a) + "\u2069";
    case "paired": return paired(list, items(values[1]));
    default: return a;
  }
}

// Whether a text has letters that are written from right to left.
function hasRightToLeft(text) {
  const ranges = [0x590, 0x8ff, 0xfb1d, 0xfdff, 0xfe70, 0xfeff, 0x10800, 0x10fff, 0x1e800, 0x1efff];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i);
    for (let j = 0; j < ranges.length; j += 2) {
      if (code >= ranges[j] && code <= ranges[j + 1]) return true;
    }
  }
  return false;
}

// Records of a key and what both lists have for it.
function paired(list, others) {
  const runs = [];
  list.forEach((one) => {
    const other = others.find((other) => equal(one.r[0], other.r[0]));
    if (other) runs.push({ t: "run", i: null, r: [one.r[0], one.r[1], other.r[1]] });
  });
  return runs;
}

// ---- Parts of pages that are evaluated

function rendered(nodes, page, first) {
  let text = "";
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (typeof node === "string") {
      text += node;
      continue;
    }
    switch (node[0]) {
      case "write": text += written(value(node[1], page, first), node[2]); break;
      case "let": page.names[node[1]] = value(node[2], page, first); break;
      case "if": {
        const taken = node[1].find((branch) => holds(branch[0], page, first));
        text += rendered(taken ? taken[1] : node[2], page, first);
        break;
      }
      case "for": {
        const list = items(value(node[3], page, first));
        list.forEach((item, position) => {
          if (node[1] !== null) page.names[node[1]] = position;
          page.names[node[2]] = item;
          text += rendered(node[4], page, first);
        });
        if (list.length === 0) text += rendered(node[5], page, first);
        break;
      }
    }
  }
  return text;
}

function holds(conditions, page, first) {
  return conditions.every((condition) => {
    if (condition[0] === "test") return value(condition[1], page, first) === true;
    const bound = value(condition[2], page, first);
    if (bound !== null) page.names[condition[1]] = bound;
    return bound !== null;
  });
}

// ---- Escaping, by the place of a value

function written(item, place) {
  const text = plain(item);
  switch (place) {
    case "raw": return text;
    case "html": return escaped(text);
    case "link": return escaped(isSafe(text, false) ? text : "about:invalid");
    case "resource": return escaped(isSafe(text, true) ? text : "about:invalid");
    case "string": return inJSON(text);
    default: return typeof item === "number" || typeof item === "boolean" ? text : '"' + inJSON(text) + '"';
  }
}

const REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\0": "\ufffd" };

function escaped(text) {
  return text.replace(/[&<>"'\0]/g, (character) => REFERENCES[character]);
}

const SHORT = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

function inJSON(text) {
  return text.replace(/["\\&<>'\u0000-\u001f\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return SHORT[character] || "\\u" + "0000".slice(code.length) + code;
  });
}

// Whether an address leads to where an address may lead.
function isSafe(address, isResource) {
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return false;
  if (isResource && address.startsWith("//")) return false;
  const head = address.split(/[/?#]/)[0];
  const colon = head.indexOf(":");
  if (colon < 0) return true;
  return !isResource && ["http", "https", "mailto"].indexOf(head.slice(0, colon).toLowerCase()) >= 0;
}

// ---- Cloudflare, and any host that calls `fetch`

let assets = null;

async function fetchPage(request, env) {
  const url = new URL(request.url);
  // The files of a deployment never change, so a part is read once.
  assets = assets || siteOf(async (name) => {
    const file = await env.ASSETS.fetch(new URL(BASE + "_pairs/" + name, url.origin));
    return file.status === 200 ? file.text() : null;
  });
  const found = await answer(assets, {
    method: request.method, path: url.pathname, etag: request.headers.get("If-None-Match"),
  });
  if (!found) return env.ASSETS.fetch(request);
  const headers = new Headers(found.headers);
  if (request.method === "HEAD" && found.status === 200) {
    headers.set("Content-Length", String(new TextEncoder().encode(found.body).length));
  }
  const hasBody = found.status === 200 && request.method === "GET";
  return new Response(hasBody ? found.body : null, { status: found.status, headers: headers });
}

export default { fetch: fetchPage, answer: answer, siteOf: siteOf, run: run };
