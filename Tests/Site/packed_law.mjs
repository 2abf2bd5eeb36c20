// Asks the handler of a packed site for every page that a plain build writes, as Cloudflare does:
// `node packed_law.mjs PACKED PLAIN BASE LIST`, with the addresses as the lines of a file. Runs in
// Node, Bun and Deno. Prints a line for each page that differs.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [packed, plain, base, list] = process.argv.slice(2);
const { default: worker } = await import(pathToFileURL(path.join(packed, "_pairs/handler.mjs")).href);

function read(folder, address) {
  const name = decodeURIComponent(address).slice(base.length);
  for (const file of name.endsWith("/") || name === "" ? [name + "index.html"] : [name, name + ".html"]) {
    try {
      return fs.readFileSync(path.join(folder, file));
    } catch {
      // The next form of the name may be there.
    }
  }
  return null;
}

const env = {
  ASSETS: {
    async fetch(request) {
      const body = read(packed, new URL(request.url ?? request).pathname);
      return new Response(body ?? read(packed, base + "404.html"), { status: body ? 200 : 404 });
    },
  },
};

let count = 0;
for (const address of fs.readFileSync(list, "utf8").split("\n").filter(Boolean)) {
  const wanted = read(plain, address);
  const url = "https://example.org" + address;
  const response = await worker.fetch(new Request(url), env);
  const page = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) console.log(`${address}: ${response.status}`);
  else if (!wanted.equals(page)) {
    const at = page.findIndex((byte, index) => byte !== wanted[index]);
    console.log(`${address}: differs at ${at}: ${page.subarray(at, at + 80)} | ${wanted.subarray(at, at + 80)}`);
  }
  count += 1;
}
console.log(`${count} pages`);
