// Comparisons in nginx, with its module for JavaScript (njs). `nginx.conf` beside it says how.
//
// nginx starts each request anew, so parts are read from the system's cache of files every time.

import fs from "fs";
import handler from "handler.mjs";

async function answer(r) {
  // A link to the newest release may move meanwhile; a page is made of one.
  const folder = fs.realpathSync(r.variables.versus_pairs);
  const site = handler.siteOf((name) =>
    fs.promises.readFile(folder + "/" + name).then((bytes) => bytes.toString(), () => null));
  // nginx has resolved the percent signs; what remains of them is text.
  const path = r.uri.replace(/%/g, "%25");
  try {
    const found = await handler.answer(site, {
      method: r.method, path: path, etag: r.headersIn["If-None-Match"],
    });
    if (!found) {
      r.internalRedirect("@versus_files");
      return;
    }
    let text = found.body;
    found.headers.forEach((header) => {
      // nginx takes the target of a redirect in place of the body.
      if (header[0] === "Location") text = header[1];
      else r.headersOut[header[0]] = header[1];
    });
    r.return(found.status, text);
  } catch (error) {
    r.error(String(error));
    r.return(500);
  }
}

export default { answer: answer };
