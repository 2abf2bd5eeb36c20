"""What readers see of names that are awkward: texts as they are, and figures in their order."""
import pathlib
import subprocess

import browser
import pages

NAMES = {"alpha": "A $& $` $' $$ <b>", "beta": "שלום 57 (x)"}


def awkward_site(binary: str, folder: pathlib.Path, base) -> "pages.Site":
    source, output = folder / "awkward", folder / "awkward-output"
    subprocess.run(["cp", "-r", str(base), str(source)], check=True)
    for slug, name in NAMES.items():
        report = source / f"content/reports/2026-W14/{slug}.md"
        report.write_text(report.read_text().replace(f"name: {slug.title()}", f'name: "{name}"'))
    subprocess.run([binary, "build", "--quiet", "-s", source, "-o", output], check=True)
    return pages.Site(output)


def names_as_they_are(window, root: str, site) -> list[str]:
    """The page that the browser's script makes shows each name whole, and isolates it."""
    found, page = [], window.new_page()
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.goto(f"{root}{site.base}compare/?vendors=alpha,beta")
    page.wait_for_selector(".side-by-side.ready table", timeout=5000)
    heads = " ".join(page.locator(".side-by-side table").first.locator("thead th").all_text_contents())
    found += [f"'{name}' is not in the head: {heads}" for name in NAMES.values() if name not in heads]
    isolated = set(page.locator(".side-by-side bdi").all_text_contents())
    found += [f"'{name}' is not isolated" for name in NAMES.values() if name not in isolated]
    page.close()
    return found


def figures_in_order(window, root: str, site) -> list[str]:
    """A name from right to left does not move what stands behind it: the sentence ends at the right."""
    found, page = [], window.new_page()
    for path in ["compare/alpha-vs-beta/", "vendors/beta/", "apps/", ""]:
        page.goto(root + site.base + path)
        found += page.evaluate("""
          (name) => {
            const found = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const node = walker.currentNode;
              const start = node.data.indexOf(name);
              const box = node.parentElement;
              if (start < 0 || box.closest("script, bdi, option, pre, svg")) continue;
              const alone = box.textContent.trim() === name;
              const isolated = node.data[start - 1] === "\\u2068";
              if (!alone && !isolated) found.push(location.pathname + ": " + node.data.trim());
            }
            return found;
          }""", NAMES["beta"])
    page.close()
    return found


def checks(binary: str, folder: pathlib.Path, base):
    site = awkward_site(binary, folder, base)
    with browser.opened(site) as (window, root):
        yield "names with $& and the like are shown as they are", names_as_they_are(window, root, site)
        yield "names from right to left are isolated", figures_in_order(window, root, site)
