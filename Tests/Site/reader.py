"""What readers do with the pages: pick two, compare, copy, filter. By mouse, by keyboard, without scripts.

The site is the project's own content: 68 vendors in one category, 6 in another.
"""
import gzip
import json
import re

from axe_playwright_python.sync_playwright import Axe

from browser import OPTIONS, opened

PAIR, CATEGORY = "compare/llama-vs-mistral/", "coding-models/"
# Bytes as they are, and by gzip.
BUDGETS = {r"assets/site\.[^/]*css": (18_000, 5_000), r"assets/site\.[^/]*js": (14_000, 4_500),
           PAIR + "index.html": (17_000, 4_000), CATEGORY + "index.html": (60_000, 12_000)}
SHIFT = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 300);
})"""


def checks(site):
    yield "files keep their budgets", budgets(site)
    yield from visits(site, [picker, without_scripts, tools, side_by_side, late_answers, failures, table, weights, rankings, axe])


def trust_checks(site):
    yield from visits(site, [tab_stops, only_two, paper])


def report_checks(site):
    yield from visits(site, [looks, paper])


def licenses_checks(site):
    yield from visits(site, [unranked])


def panel_checks(site):
    yield from visits(site, [votes, paper])


def only_two(page, root) -> list[str]:
    """Two vendors need no picker: their comparison is one click away."""
    found = []
    for path in ["", "llm-vendors/"]:
        page.goto(root + path)
        found += expect({path + " picker": (page.locator(".picker").count(), 0)})
        page.click(".action a")
        found += [] if page.url == root + PAIR else [f"{path}: to {page.url}"]
    return found


def unranked(page, root) -> list[str]:
    """A category that ranks nothing shows what it compares, and filters by it."""
    page.goto(root + "licenses/")
    found = expect({"rank": (page.locator(".ranking .rank").count(), 0),
                    "weights": (page.locator(".weights").count(), 0)})
    page.click("details.more summary")
    page.wait_for_selector("fieldset [name='conditions.network-use-disclose']")
    boxes = page.locator("[name='conditions.network-use-disclose']")
    found += expect({"best first": (boxes.evaluate_all("all => all.map((one) => one.value)"), ["Yes", "No"])})
    legends = page.locator("legend").all_inner_texts()
    found += [] if len(legends) == len(set(legends)) else [f"two filters have one name: {legends}"]
    boxes.first.check()
    until(page, "document.querySelector('.filters [role=status]').textContent !== ''")
    names = page.locator(".ranking tbody tr:visible th a").all_inner_texts()
    return found + ([] if "AGPL-3.0" in names and "MIT" not in names else [f"with a copyleft for networks: {names}"])


def votes(page, root) -> list[str]:
    """The category of a panel shows its votes; on a phone no part of a card sticks out of it."""
    page.goto(root + "developer-tools/")
    found = expect({"votes": (page.locator(".ranking td.n").first.inner_text().split(), ["100%", "4", "of", "4"])})
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(root + "compare/code-llama-4-vs-mistral-large-3/")
    outside = page.eval_on_selector_all(".card", """cards => cards.flatMap((card) => [...card.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > card.getBoundingClientRect().right)
        .map((one) => one.textContent))""")
    return found + [f"outside its card: {text}" for text in outside]


# What a sheet of A4 with usual margins has room for, in pixels.
SHEET = {"width": 718, "height": 1000}


def paper(page, root) -> list[str]:
    """Nothing is cut off on paper, nothing asks to be pressed, and a dark screen prints in light colours."""
    found = []
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(root)
    links = page.eval_on_selector_all("main a[href]", "all => all.map((one) => one.href)")
    for link in [root, *{link for link in links if link.startswith(root)}]:
        page.goto(link)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{link} takes {wide} px"] if wide > SHEET["width"] else []
        controls = page.locator("button:visible, input:visible, .action a:visible").evaluate_all(
            "all => all.filter((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)').length")
        found += [f"{link} prints {controls} controls"] if controls else []
    page.goto(root + PAIR)
    tracks = page.eval_on_selector_all("svg.bar", "all => all.map((one) => getComputedStyle(one).backgroundColor)")
    return found + [f"{link}: a dark track: {one}" for one in set(tracks) - {"rgb(204, 204, 204)"}]


def looks(page, root) -> list[str]:
    """What was seen to be wrong in pictures of the pages, and no rule of markup tells."""
    page.goto(root + "vendors/mistral/")
    bars = page.eval_on_selector_all(".picture rect.bar", """bars => bars.map((bar) => [
        bar.getAttribute("width"), String(parseFloat(getComputedStyle(bar).width))])""")
    found = [f"a bar of {right} is drawn {there} wide" for right, there in bars if float(right) != float(there)]
    found += [] if bars else ["no bars"]
    lines = page.eval_on_selector_all("td ul", "lists => lists.map((list) => getComputedStyle(list).textDecorationLine)")
    found += [] if lines and set(lines) == {"none"} else [f"lists look like links: {lines}"]
    page.set_viewport_size({"width": 320, "height": 640})
    tops = page.eval_on_selector_all(".brand, .menu", "all => all.map((one) => one.getBoundingClientRect().bottom)")
    found += [] if max(tops) - min(tops) < 12 else [f"the head of a narrow page takes two lines: {tops}"]
    page.emulate_media(media="print")
    page.goto(root + "llm-vendors/")
    return found + (["a heading is printed without its form"] if page.is_visible("#picker") else [])


def visits(site, checks):
    """Each check with a page of its own."""
    with opened(site) as (browser, root):
        for check in checks:
            context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
            page, found = context.new_page(), []
            page.set_default_timeout(8000)
            page.on("pageerror", lambda error: found.append(f"error: {error}"))
            try:
                found += check(page, root + site.base)
            except Exception as error:
                found.append(f"{type(error).__name__}: {str(error)[:300]}")
            context.close()
            yield f"readers: {check.__name__.replace('_', ' ')}", found


def budgets(site) -> list[str]:
    found, files = [], [path for path in site.output.rglob("*") if path.is_file()]
    for pattern, (most, packed) in BUDGETS.items():
        named = [path for path in files if re.fullmatch(pattern, str(path.relative_to(site.output)))]
        found += [] if named else [f"no file is {pattern}"]
        for path in named:
            data = path.read_bytes()
            size, small = len(data), len(gzip.compress(data, 9, mtime=0))
            if size > most or small > packed:
                found.append(f"{path.name}: {size} bytes of {most}, by gzip {small} of {packed}")
    return found


def expect(wanted: dict) -> list[str]:
    """What differs, of pairs of what is there and what should be."""
    return [f"{name}: {there!r}, not {right!r}" for name, (there, right) in wanted.items() if there != right]


def until(page, expression: str) -> None:
    """Waits; the page's own policy does not let the browser do so."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(60)
    raise TimeoutError(expression)


def options(page) -> list[str]:
    return page.locator("[role=option]:visible").all_inner_texts()


def picker(page, root) -> list[str]:
    found = []
    for path in ["", CATEGORY]:
        page.goto(root + path)
        left, right = page.locator("[name=left]"), page.locator("[name=right]")
        for text, hit in [("sonnet 4", "sonnet-4"), ("4-high", "high"), ("maverick", "Maverick"), ("4 SONNET", "sonnet-4")]:
            left.fill(text)
            until(page, "document.querySelector('.picker [role=status]').textContent.length > 0")
            page.wait_for_selector("[role=option]:visible")
            if not options(page) or hit not in options(page)[0]:
                found.append(f"{path}: '{text}' finds {options(page)[:3]}")
        left.fill("no such vendor")
        until(page, "document.querySelector('.picker [role=status]').textContent === 'Found: 0'")
        # By keyboard.
        left.fill("maverick")
        page.wait_for_selector("[role=option]:visible")
        left.press("ArrowDown")
        found += expect({"active option": (left.get_attribute("aria-activedescendant") is not None, True),
                         "expanded": (left.get_attribute("aria-expanded"), "true")})
        left.press("Escape")
        found += expect({"closed": (left.get_attribute("aria-expanded"), "false")})
        left.press("ArrowDown")
        page.wait_for_selector("[role=option]:visible")
        left.press("Enter")
        found += expect({"chosen": (left.input_value(), "Llama 4 Maverick"),
                         "focus": (page.evaluate("document.activeElement.name"), "right")})
        page.keyboard.type("grok beta")
        page.wait_for_selector("[role=option]:visible")
        page.keyboard.press("Enter")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if "-vs-llama-4-maverick" not in page.url:
            found.append(f"{path}: by keyboard to {page.url}")
        # By mouse.
        page.goto(root + path)
        page.click("[name=left]")
        page.locator("[role=option]:visible").nth(2).click()
        page.click("[name=right]")
        page.locator("[role=option]:visible").nth(0).click()
        with page.expect_navigation():
            page.click(".picker button")
        found += [] if "-vs-" in page.url else [f"{path}: by mouse to {page.url}"]
    page.goto(root)
    page.click(".picker button")
    until(page, "document.querySelector('.picker [role=status]').textContent.includes('two')")
    return found


def without_scripts(page, root) -> list[str]:
    context = page.context.browser.new_context(java_script_enabled=False)
    page, found = context.new_page(), []
    for start in ["", CATEGORY, "compare/"]:
        page.goto(root + start)
        if page.locator("main button:visible, main input:visible").count() > 0:
            found.append(f"{start}: shows a control that needs scripts")
        summary = page.locator("details.all summary")
        if summary.count():
            summary.first.click()
        page.locator("main a:visible", has_text=re.compile("^Llama 4 Maverick$")).first.click()
        page.locator("a", has_text="Grok 3 Beta vs Llama 4 Maverick").first.click()
        found += [] if page.url.endswith("/grok-3-beta-vs-llama-4-maverick/") else [f"{start}: to {page.url}"]
    page.goto(root + PAIR)
    page.check("#differing")
    found += expect({"rows that differ": (page.locator("table.rows tbody tr[id]:visible").count(), 9)})
    # A ranking by one criterion is a link away; weights need scripts.
    page.goto(root + CATEGORY)
    found += expect({"weights": (page.locator(".weights:visible").count(), 0)})
    page.locator("section[aria-labelledby=rankings] a").first.click()
    found += [] if page.locator(".ranking tbody tr").count() == 68 else ["a ranking has not all vendors"]
    context.close()
    return found


def copied(page, tool: str) -> str:
    # The copy before may have said so already.
    page.evaluate("document.querySelector('.tools [role=status]').textContent = ''")
    page.click(f"[data-tool={tool}]")
    until(page, "document.querySelector('.tools [role=status]').textContent === 'Copied.'")
    return page.evaluate("navigator.clipboard.readText()")


def tools(page, root) -> list[str]:
    found = []
    page.goto(root + PAIR)
    text = copied(page, "markdown")
    for line in ["# Llama vs Mistral", "| Category | Llama | Mistral | Leader |", "| Legal Risk Score | 90/100 | 78/100 | Mistral |"]:
        found += [] if line in text.splitlines() else [f"Markdown lacks {line}"]
    page.check("#differing")
    found += expect({"rows as CSV": (copied(page, "csv").count("\r\n"), 12)})
    page.uncheck("#differing")
    signs = lambda: page.locator("main .mark > [aria-hidden]").all_inner_texts()
    columns = lambda: page.locator("main .columns h3").all_inner_texts()
    mirrored = [{"◀": "▶", "▶": "◀"}.get(sign, sign) for sign in signs()]
    turned = [name for pair in zip(columns()[1::2], columns()[::2]) for name in pair]
    page.click("[data-tool=swap]")
    page.wait_for_url("**/?swapped")
    found += expect({"leaders point at": (signs(), mirrored), "columns": (columns(), turned)})
    found += [] if {"◀", "▶"} <= set(mirrored) and turned else ["no leader on one of the sides, or no columns"]
    heads = lambda: page.locator("table.rows thead").first.locator("th").all_inner_texts()[1:3]
    cards = lambda: page.locator(".card h2").all_inner_texts()
    found += expect({"swapped": (heads(), ["Mistral", "Llama"]), "cards": (cards(), ["Mistral", "Llama"])})
    page.reload(wait_until="networkidle")
    found += expect({"swapped by its address": (heads(), ["Mistral", "Llama"])})
    page.keyboard.press("s")
    page.wait_for_url("**/llama-vs-mistral/")
    page.hover("#r-scores-security th")
    found += expect({"permalink": (page.locator("#r-scores-security .to").get_attribute("href"), "#r-scores-security")})
    # Keys.
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open] dd")
    listed = page.locator("dialog dd").all_inner_texts()
    found += [] if "Copy as Markdown" in listed else [f"help lists {listed}"]
    page.uncheck("dialog input")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    found += expect({"dialog": (page.locator("dialog[open]").count(), 0), "keys are off": (page.is_checked("#differing"), False)})
    # Arrows lead through the tools, and a third vendor is one choice away.
    page.focus("#differing")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#another:visible")
    until(page, "document.activeElement.id === 'another'")
    page.keyboard.type("open")
    page.wait_for_selector("[role=option]:visible")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    found += expect({"a third": (page.url.split("?")[1], "vendors=llama,mistral,openai")})
    return found


def tab_stops(page, root) -> list[str]:
    """Where the Tab key stops on the whole page of two vendors: the tools are one stop, and a table that fits
    is none. On a narrow page each table that scrolls is one, so that the keyboard reaches its columns."""
    found = []
    for width, height in [(1280, 800), (360, 740)]:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(root + PAIR)
        page.wait_for_load_state("networkidle")
        stops = []
        while len(stops) < 40:
            page.keyboard.press("Tab")
            stop = page.evaluate("""(() => {
                const one = document.activeElement;
                return one === document.body ? "" : `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent.trim()}`;
            })()""")
            if not stop or stop in stops[:1]:
                break
            if width > 360 or not stop.startswith("DIV "):
                stops.append(stop)
        found += [f"{len(stops)} stops at {width}: {stops}"] if not 5 < len(stops) <= 13 else []
    return found


def side_by_side(page, root) -> list[str]:
    found = []
    for width, height in [(1280, 800), (360, 740)]:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(root + "compare/?vendors=o3,gpt-4-1,grok-3-beta")
        page.wait_for_selector(".ready table")
        shift = page.evaluate(SHIFT)
        found += [f"layout shift {shift:.3f} at {width}"] if shift >= .05 else []
    found += expect({
        "heading": (page.inner_text("h1"), "o3, gpt-4.1, and Grok 3 Beta side by side"),
        "title": (page.title().split(" — ")[0], "o3, gpt-4.1, and Grok 3 Beta side by side"),
        "winner": (page.inner_text(".side-by-side .verdict"), "o3 wins against each of the others.")})
    page.click("[aria-label='Move gpt-4.1 back']")
    page.wait_for_url("**/?vendors=gpt-4-1,o3,grok-3-beta")
    page.click("[aria-label='Remove o3']")
    page.wait_for_url("**/?vendors=gpt-4-1,grok-3-beta")
    until(page, "document.querySelectorAll('.chosen li').length === 2")
    page.fill("#add", "maverick")
    page.wait_for_selector("[role=option]:visible")
    page.press("#add", "Enter")
    page.wait_for_url("**/?vendors=gpt-4-1,grok-3-beta,llama-4-maverick")
    page.go_back()
    page.wait_for_url("**/?vendors=gpt-4-1,grok-3-beta")
    until(page, "document.querySelectorAll('.chosen li').length === 2")
    page.goto(root + "compare/?vendors=llama,mistral")
    page.wait_for_selector(".ready table")
    found += expect({"state": (page.locator("#r-compliance-gdpr .state.partial .icon").count(), 2)})
    return found


def late_answers(page, root) -> list[str]:
    """The last choice is what stays, even if the answer to an earlier one comes after it."""
    page.add_init_script("""
        const fetched = window.fetch;
        window.fetch = async (address) => {
            if (/\/compare\/.*o3/.test(address)) {
                await new Promise((resolve) => setTimeout(resolve, 500));
            }
            return fetched(address);
        };""")
    page.goto(root + "compare/?vendors=o3,gpt-4-1,grok-3-beta")
    page.wait_for_selector(".ready table")
    page.click("[aria-label='Move gpt-4.1 back']")
    page.click("[aria-label='Remove o3']")
    until(page, "document.querySelectorAll('.chosen li').length === 2")
    page.wait_for_timeout(1800)
    found = late_options(page, root) + expect({
        "chips": (page.locator(".chosen li").count(), 2),
        "heading": (page.inner_text("h1"), "gpt-4.1 and Grok 3 Beta side by side")})
    page.goto(root + "compare/?vendors=o3,gpt-4-1,grok-3-beta")
    page.wait_for_selector(".ready table")
    page.evaluate("""() => {
        for (const name of ["gpt-4.1", "Grok 3 Beta"]) document.querySelector(`[aria-label='Remove ${name}']`).click();
    }""")
    until(page, "document.querySelectorAll('.chosen li').length === 1")
    page.wait_for_timeout(1800)
    return found + expect({
        "address": (page.url.split("?")[1], "vendors=o3"), "chip": (page.locator(".chosen li").count(), 1)})


def failures(page, root) -> list[str]:
    """What cannot be fetched, and what an address has wrong, leaves nothing false and nothing stuck."""
    page.route("**/compare/llama-vs-mistral/", lambda route: route.abort())
    page.goto(root + "compare/?vendors=llama,mistral")
    page.wait_for_selector(".ready table")
    found = expect({"verdict of an unknown winner": (page.is_visible(".side-by-side .verdict"), False)})
    page.unroute("**/compare/llama-vs-mistral/")
    page.goto(root + "compare/?vendors=llama,mistral,bogus")
    page.click("[aria-label='Remove bogus']")
    page.wait_for_selector(".ready table")
    found += expect({"verdict": (page.inner_text(".side-by-side .verdict"), "Mistral wins against each of the others.")})
    # An empty field chooses nothing.
    page.goto(root)
    left, right = page.locator("[name=left]").first, page.locator("[name=right]").first
    left.fill("maverick")
    page.wait_for_selector("[role=option]:visible")
    left.press("Enter")
    left.press("Escape")
    right.fill("openai")
    page.wait_for_selector("[role=option]:visible")
    # A list that did not come is asked for again.
    other, asked = page.context.new_page(), []
    other.route("**/index.json", lambda route: route.continue_() if asked else (asked.append(1), route.abort()))
    other.goto(root)
    other.locator("[name=left]").first.fill("openai")
    other.wait_for_timeout(300)
    found += [] if asked else ["the list was not asked for"]
    other.locator("[name=left]").first.fill("mistral")
    other.wait_for_selector("[role=option]:visible")
    return found


def late_options(page, root) -> list[str]:
    """A list of vendors that comes late does not open under a reader who has gone on."""
    other = page.context.new_page()
    other.add_init_script("""
        const fetched = window.fetch;
        window.fetch = async (address) => {
            await new Promise((resolve) => setTimeout(resolve, 500));
            return fetched(address);
        };""")
    other.goto(root)
    other.locator("[name=left]").first.press_sequentially("gpt")
    other.keyboard.press("Tab")
    other.wait_for_timeout(1200)
    found = [f"options open late: {options(other)}"] if options(other) else []
    # Escape means what is typed, whether the list is there yet or not.
    other.reload()
    other.locator("[name=left]").first.press_sequentially("llama")
    other.keyboard.press("Escape")
    other.wait_for_timeout(1200)
    found += [f"options open after Escape: {options(other)}"] if options(other) else []
    other.locator("[name=left]").first.click()
    other.wait_for_selector("[role=option]:visible")
    return found


def table(page, root) -> list[str]:
    found = []
    page.goto(root + CATEGORY)
    rows = lambda: page.locator(".ranking tbody tr:visible").count()
    shown = lambda start: until(page, f"document.querySelector('.filters [role=status]').textContent.startsWith('{start}')")
    page.fill("#q", "sonnet 4")
    page.wait_for_url("**/?q=sonnet+4")
    shown(str(rows()) + " of 68")
    found += [f"'sonnet 4' leaves {rows()} rows"] if not 0 < rows() < 9 else []
    page.fill("#q", "")
    shown("68")
    page.click("thead th[data-id='results.cost'] button")
    page.wait_for_url("**/?sort=results.cost")
    found += expect({"sorted": (page.get_attribute("thead th[data-id='results.cost']", "aria-sort"), "ascending")})
    # What a criterion means, by keyboard and by mouse; Escape hides it.
    help = "th[data-help] [role=tooltip]"
    page.locator("th[data-help] button").first.focus()
    page.wait_for_selector(help + ":visible")
    page.keyboard.press("Escape")
    found += expect({"explanation": (page.locator(help + ":visible").count(), 0)})
    page.locator("th[data-help]").first.hover()
    page.wait_for_selector(help + ":visible")
    page.mouse.move(0, 0)
    until(page, "document.querySelector('[role=tooltip]').hidden")
    page.click("details.more summary")
    page.wait_for_selector("input[name=columns]")
    page.uncheck("input[value='results.errors']")
    page.wait_for_url("**columns=*")
    found += expect({"column": (page.locator("th[data-id='results.errors']").is_visible(), False)})
    page.reload()
    until(page, "document.querySelector('th[data-id=\"results.errors\"]').hidden")
    found += expect({"order by its address": (page.get_attribute("thead th[data-id='results.cost']", "aria-sort"), "ascending")})
    page.goto(root + "llm-vendors/")
    page.locator("th[data-id='compliance.soc2'] button").focus()
    text = page.locator("th[data-id='compliance.soc2'] [role=tooltip]:visible")
    found += expect({"what a value means": (text.inner_text().strip(), "From worst to best: No, Partial, Yes")})
    page.goto(root + "llm-vendors/?compliance.soc2=Yes")
    shown("1 of 6")
    found += expect({"rows with SOC 2": (rows(), 1)})
    # A word may have a comma, and a percent sign.
    page.route("**/llm-vendors/*", lambda route: route.fulfill(
        response=(answer := route.fetch()), body=answer.text().replace("</span>No</span>", "</span>No, 0%2C yet</span>")))
    page.goto(root + "llm-vendors/?")
    page.click("details.more summary")
    box = "[name='compliance.soc2'][value='No, 0%2C yet']"
    page.check(box)
    page.wait_for_url("**/?compliance.soc2=*")
    left = rows()
    page.reload()
    page.wait_for_selector(box + ":checked")
    return found + expect({"rows with a comma": (rows(), left), "fewer": (0 < left < 6, True)})


def weights(page, root) -> list[str]:
    """The sliders start at the order of the site, which the table keeps whatever they say."""
    found = []
    page.goto(root + "llm-vendors/")
    names = lambda where: page.locator(f"{where} a").all_inner_texts()
    table = names(".ranking tbody th")
    page.click(".weights summary")
    page.wait_for_selector(".weights li")
    found += expect({"order at first": (names(".weights li"), table[:len(names(".weights li"))])})
    slider = page.locator(".weights input[name='scores.trust']")
    slider.focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    # The status follows the keys by a moment.
    until(page, "document.querySelector('.weights [role=status]').innerText.startsWith('Give')")
    found += expect({"without weights": (page.inner_text(".weights [role=status]"), "Give at least one criterion a weight.")})
    page.locator(".weights input[name='signals.positive-mentions']").press("ArrowRight")
    page.wait_for_url("**/?weights=signals.positive-mentions:1")
    best = page.evaluate("""[...document.querySelectorAll(".ranking tbody tr")]
        .find((row) => row.cells[[...document.querySelectorAll(".ranking thead th")]
            .findIndex((head) => head.dataset.id === "signals.positive-mentions")].dataset.place === "1")
        .querySelector("th a").textContent""")
    found += expect({"first by weights": (names(".weights li")[0], best), "table": (names(".ranking tbody th"), table),
                     "said": (page.inner_text(".weights [role=status]"), f"First by your weights: {best}.")})
    # The filters of the table and the weights share the address.
    page.fill("#q", "l")
    page.wait_for_url("**/?q=l&weights=signals.positive-mentions:1")
    page.reload()
    page.wait_for_selector(".weights li")
    found += expect({"by its address": (names(".weights li")[0], best), "open": (page.locator(".weights[open]").count(), 1)})
    page.click(".weights button")
    page.wait_for_url("**/?q=l")
    return found


def rankings(page, root) -> list[str]:
    found = []
    page.goto(root + "methodology/llm-vendors/")
    page.locator("main a", has_text="Legal Risk Score").click()
    found += expect({"address": (page.url.removeprefix(root), "llm-vendors/scores/legal-risk/"),
                     "heading": (page.inner_text("h1"), "LLM vendors by Legal Risk Score")})
    values = [int(text.split("/")[0]) for text in page.locator(".ranking tbody td:last-child").all_inner_texts()
              if text[0].isdigit()]
    found += [] if values == sorted(values) and values else [f"lower is better, but the order is {values}"]
    page.locator("main a", has_text="Security Score").click()
    found += expect({"other": (page.inner_text("h1"), "LLM vendors by Security Score")})
    return found


def axe(page, root) -> list[str]:
    """What opens only on use, in the widths and colours that readers have."""
    browser, found = page.context.browser, []
    looks = [("light", "none"), ("dark", "none"), ("light", "active")]
    for width in [320, 768, 1440]:
        for scheme, forced in looks:
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme,
                                          forced_colors=forced, bypass_csp=True)
            one = context.new_page()
            for path, act in [
                (PAIR, lambda: (one.keyboard.press("?"), one.wait_for_selector("dialog[open]"))),
                ("", lambda: (one.fill("[name=left]", "grok"), one.wait_for_selector("[role=option]:visible"))),
                ("compare/?vendors=o3,gpt-4-1,grok-3-beta", lambda: one.wait_for_selector(".ready table")),
                (CATEGORY, lambda: (one.click("details.more summary"), one.wait_for_selector("[name=columns]"))),
                ("llm-vendors/", lambda: (one.click(".weights summary"), one.wait_for_selector(".weights li"))),
                ("llm-vendors/scores/trust/", lambda: None),
                ("vendors/mistral/", lambda: None),
            ]:
                one.goto(root + path)
                act()
                one.wait_for_load_state("networkidle")
                for violation in Axe().run(one, options=OPTIONS).response["violations"]:
                    found.append(f"{path} at {width}, {scheme}, forced {forced}: {json.dumps(violation['id'])}: "
                                 f"{violation['nodes'][0]['html'][:110]}")
                wide = one.evaluate("document.documentElement.scrollWidth")
                found += [f"{path} at {width} is {wide} px wide"] if wide > width else []
            context.close()
    return found
