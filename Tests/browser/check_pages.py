#!/usr/bin/env python3
"""Checks HTML pages as their readers meet them.

    check_pages.py FILE.html...

Every page goes through the W3C checker, and in headless Chromium, light and dark, wide and on a phone, through axe.
No page may log to the console, ask for anything over the network, be wider than a phone, or have a link within the
page that does not lead to a visible place.
"""
import json
import pathlib
import subprocess
import sys

from chrome import AXE, VNU, Browser

CHECKS = ("validity", "axe", "console", "network", "overflow", "links")
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")

# The CSS part of the W3C checker is older than these.
NEWER_CSS = ("color-scheme",)

AXE_RUN = """const done = arguments[0];
axe.run(document, {resultTypes: ['violations']}).then(
  found => done(found.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary])),
  error => done([['axe failed', 1, String(error), '']]));"""

LINKS = """const done = arguments[0], bad = [];
(async () => {
  const links = [...document.querySelectorAll('a[href^="#"]')];
  for (const link of links) {
    const name = decodeURIComponent(link.getAttribute('href').slice(1));
    const target = document.getElementById(name);
    if (!target) { bad.push('#' + name + ': no such place'); continue; }
    link.click();
    await new Promise(next => setTimeout(next));
    if (!target.matches(':target')) bad.push('#' + name + ': not the target when clicked');
    else if (!target.checkVisibility()) bad.push('#' + name + ': not visible when clicked');
  }
  history.replaceState(null, '', location.pathname);
  done([links.length, bad]);
})();"""

OVERFLOW = """const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return null;
const wide = [...document.body.querySelectorAll('*')].find(e => e.getBoundingClientRect().right > width + 1);
return document.documentElement.scrollWidth + ' px: ' + (wide ? wide.outerHTML.slice(0, 160) : '?');"""


def validity(files):
    """What the W3C checker says of the files, errors and warnings alike; one run for all of them."""
    run = subprocess.run(["java", "-Xss8m", "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always", *files],
                         capture_output=True, text=True, check=True)
    for message in json.loads(run.stdout)["messages"]:
        if any(f"Property “{name}” doesn't exist" in message["message"] for name in NEWER_CSS):
            continue
        place = f"{message.get('url', '?').removeprefix('file:')}:{message.get('lastLine', '?')}"
        yield f"{place}: {message.get('subType') or message['type']}: {message['message']}"


def requests(browser):
    """Every address that was asked for since the last look."""
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"]


def behaviour(browser, file):
    """What is wrong with one page in the browser, as pairs of the check's name and what it found; and its link count."""
    links = 0
    own = pathlib.Path(file).resolve().as_uri()
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
            browser.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            browser.open(file)
            yield from (("network", url) for url in requests(browser) if url != own)
            yield from (("console", entry["message"]) for entry in browser.log("browser"))
            browser.run(AXE.read_text(encoding="utf-8"))
            for rule, count, html, why in browser.wait_for(AXE_RUN):
                yield "axe", f"{size}, {scheme}: {rule}, {count} times, first {html}\n    {why}"
            if size == "phone" and scheme == "light":
                wide = browser.run(OVERFLOW)
                if wide:
                    yield "overflow", wide
    links, bad = browser.wait_for(LINKS)
    yield from (("links", problem) for problem in bad)
    yield "count", links


def problems_of(files):
    """What each check finds wrong in the files, and how many links within pages were followed."""
    problems = {name: [] for name in CHECKS}
    problems["validity"] = list(validity(files))
    links = 0
    with Browser() as browser:
        browser.open(files[0])
        list(requests(browser))
        for file in files:
            for check, problem in behaviour(browser, file):
                if check == "count":
                    links += problem
                else:
                    problems[check].append(f"{file}: {problem}")
    return problems, links


def main(files):
    if not files:
        print(__doc__)
        return 64
    problems, links = problems_of(files)
    for check, found in problems.items():
        of = f"{links} links within pages, " if check == "links" else ""
        print(f"pages: {check}: {len(files)} pages, {of}{len(found)} problems")
        for problem in found[:20]:
            print(f"  {problem}")
    return int(any(problems.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
