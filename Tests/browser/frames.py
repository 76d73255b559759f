"""Loads many pages in real frames with scripts on, and tells what ran in them and what stands in them."""
import json
import os
import tempfile

from chrome import Browser

# Runs first in every frame: each way in which a payload shows that it runs is counted against the frame, and stopped.
HOOK = """(() => {
  const ran = what => { try { top.ran(window.frameElement, what); } catch {} };
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    window[name] = () => { ran(name); throw new Error(name); };
  document.addEventListener('securitypolicyviolation', e => ran('csp ' + e.effectiveDirective + ' ' + e.blockedURI));
})();"""

# Each page becomes a frame of its own, some at a time. Told of each: what ran, and how its elements, with the names of
# their attributes and the schemes of their links, differ from those of the page that it is compared with.
CONTAINER = """<!doctype html><meta charset="utf-8"><title>frames</title><body><script>
const pages = PAGES, patience = PATIENCE, allowed = ALLOWED, runs = pages.map(() => []);
window.ran = (frame, what) => { if (frame) runs[frame.dataset.page].push(what); };
const LINKS = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'poster', 'background', 'cite', 'ping', 'srcset'];
const DRAWN = /^\/svg:(text class x y|polyline class points)$/;
function skeleton(doc) {
  const counts = new Map();
  for (const e of doc.querySelectorAll('*')) {
    let key = (e.namespaceURI.endsWith('xhtml') ? '' : e.namespaceURI.slice(-4) + ':') + e.localName;
    for (const a of [...e.attributes].sort((a, b) => a.name < b.name ? -1 : 1)) {
      key += ' ' + a.name;
      if (LINKS.includes(a.localName)) key += '=' + scheme(a.value);
    }
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
function scheme(value) {
  if (value.startsWith('#')) return '#';
  try { return new URL(value, 'relative://x').protocol; } catch { return 'invalid'; }
}
function difference(found, reference) {
  const differs = [];
  if (allowed) {
    const may = new Set(allowed);
    for (const [key, n] of found) if (!may.has(key)) differs.push(key + ': ' + n + ' foreign');
    return differs;
  }
  for (const key of new Set([...found.keys(), ...reference.keys()])) {
    // How many labels of a drawing fit hangs on how long they are.
    if (DRAWN.test(key) && reference.has(key)) continue;
    if (found.get(key) !== reference.get(key))
      differs.push(key + ': ' + (found.get(key) ?? 0) + ' instead of ' + (reference.get(key) ?? 0));
  }
  return differs;
}
// What waits for the reader's hand: every handler's event, and every link that is a script.
function provoke(doc) {
  for (const e of doc.querySelectorAll('*')) {
    for (const a of e.attributes) if (a.name.startsWith('on')) try { e.dispatchEvent(new Event(a.name.slice(2))); } catch {}
    if (e.protocol === 'javascript:') try { e.click(); } catch {}
  }
}
function load(index) {
  return new Promise(done => {
    const frame = document.createElement('iframe');
    frame.dataset.page = index;
    frame.sandbox = 'allow-scripts allow-same-origin';
    const finish = () => {
      clearTimeout(late);
      let found = null;
      try {
        if (frame.contentDocument.URL === 'about:srcdoc') { found = skeleton(frame.contentDocument); provoke(frame.contentDocument); }
      } catch {}
      frame.remove();
      done(found);
    };
    const late = setTimeout(finish, patience);
    frame.onload = () => { frame.onload = null; finish(); };
    frame.srcdoc = pages[index];
    document.body.append(frame);
  });
}
async function everything() {
  const found = [];
  let next = 0;
  await Promise.all(Array.from({length: 8}, async () => {
    while (next < pages.length) { const index = next++; found[index] = await load(index); }
  }));
  const reference = found[0] ?? new Map();
  return pages.map((_, i) => [runs[i], found[i] ? difference(found[i], reference) : ['the page navigated away']]);
}
</script>"""


class Frames:
    """A browser that loads pages by the hundred."""

    def __init__(self):
        self.browser = Browser(logs=False)
        self.browser.before_each_document(HOOK)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.driver.quit()

    def load(self, pages, allowed=None, patience=20):
        """For each page what ran in it, and how its skeleton differs from the first page's or from what is allowed.

        A page that has not loaded after `patience` seconds is judged as it stands.
        """
        literal = json.dumps(pages).replace("<", "\\u003c")
        html = CONTAINER.replace("PATIENCE", str(int(patience * 1000)), 1).replace("ALLOWED", json.dumps(allowed), 1).replace("PAGES", literal, 1)
        with tempfile.NamedTemporaryFile("w", suffix=".html", delete=False, encoding="utf-8") as file:
            file.write(html)
        try:
            self.browser.open(file.name)
            return self.browser.wait_for("everything().then(arguments[0])")
        finally:
            os.unlink(file.name)

    def skeleton(self, page):
        """The elements of a page as the comparisons know them."""
        return [line.rpartition(":")[0] for line in self.load([page], allowed=[])[0][1]]
