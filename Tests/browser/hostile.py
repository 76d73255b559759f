"""The hostile texts that the checks put into notes and post-mortems."""
import json
import subprocess

from command import payload_folder

# What a grapheme-wise escaper lets through: a special character that, with the code point beside it, is another
# Character. `{0}` is the special character, `{1}` the code point; it may join from behind or from before.
BREAKOUTS = (
    '{0}{1} onfocus=alert(1) autofocus tabindex=1 x=',
    'x{1}{0}img src=x onerror=alert(1) x=',
)
SPECIALS = "\"'<>&"

# Of our own writing, for where the public payloads are absent.
OWN = [
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>", "' autofocus onfocus=alert(1) x='", "\" style=position:fixed x=\"",
    "</style><script>alert(1)</script>", "<style>*{background:url(//x.example)}</style>", "<!--", "-->", "<![CDATA[",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", "<base href=//x.example/>", "<plaintext>",
    "<meta http-equiv=refresh content=0;url=//x.example>", "<a href=javascript:alert(1)>x</a>", "<form action=//x.example>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:msgbox)", "[x](//x.example)", "![x](http://x.example/x.gif)",
    "![x](javascript:alert(1))", "<javascript:alert(1)>", "[x]: javascript:alert(1)", "{{name}}", "{{{name}}}", "{{=<% %>=}}",
    "&lt;script&gt;", "&#60;script&#62;alert(1)", "&amp;lt;", "&#x22; onload=&#x22;alert(1)", "\\\"><b>", "`<b>`", "| a | b |",
    "# heading", "- [ ] task", "> quote", "```\nfence", "~~~", "---", "===", "1. one", "    code", "@team #12", "www.example.org",
    "\u202eevil\u202c", "a\u200bb\ufeffc", "\u2028alert(1)", "\x1b[31mred", "\x07\x08", "\ufffe\uffff", "</p></div></main></body></html>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<svg><foreignObject><script>alert(1)</script>",
    "<template><img src=x onerror=alert(1)></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">", "<b", "</b", "<", "&", "\"", "'", ">", "a" * 3000, "e" + "\u0301\u0323" * 40,
]


def joiners(render_batch):
    """The code points that make one Character of a quotation mark, by Swift's own rules: (behind, before)."""
    out = subprocess.run([render_batch, "--joiners"], capture_output=True, text=True, check=True).stdout
    behind, before = (line.split() for line in out.splitlines())
    return [chr(int(c, 16)) for c in behind], [chr(int(c, 16)) for c in before]


def public():
    """The public payloads, or nothing where they are absent; blank ones left out, NUL and lone surrogates replaced."""
    folder = payload_folder()
    if not folder:
        return []
    found = json.loads((folder / "xss_payloads_16238.json").read_text(encoding="utf-8"))
    texts = (text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd") for _, text in found)
    return [text for text in texts if text.strip()]


def breakouts(render_batch):
    """Every special character with every code point that joins a quotation mark into one Character."""
    behind, before = joiners(render_batch)
    return [BREAKOUTS[0].format(special, mark) for special in SPECIALS for mark in behind] + [
        BREAKOUTS[1].format(special, mark) for special in SPECIALS for mark in before]
