"""What each unit, date and name of a case is, by the case's labels."""
from .notes import S, is_brief, item, place_anchors, turning_anchors

KINDS = ["usage-decline", "unresolved-issue", "missed-touchpoint", "champion-left", "sentiment-drop", "escalation",
         "billing-friction", "competitor-evaluation", "org-change", "scope-reduction"]
LEVELS = ["likely", "possible", "unlikely"]
CAUSES = ["product-gap", "product-quality", "onboarding", "adoption", "support", "customer-success", "sales-fit", "pricing",
          "budget", "champion-loss", "competitor", "in-house", "restructuring", "business-closure", "security-compliance"]
DATES = ["event", "start_date", "notice_date", "renewal_date", "churn_date"]
NAMES = ["competitor", "account", "csm"]


# What the questions are said to ask for whose answers hold what the labels find only in the answers file.
ANSWERS = {"lesson": {"ask=lessons"}, "turning_point": {"ask=turning_point"}, "signal": {"ask=signals"},
           "action": {"ask=actions", "ask=task"}, "quote": {"ask=quotes"}}


def place_answers(case, target, anchors):
    """What of the answers is `target`, where a label says that it stands in there without saying where: the answers to questions
    for it; of the others one cannot tell, nor of any where no question asks for it."""
    if "@answers" not in anchors: return
    units = [u for u in case["units"] if u["source"] == case["label"]["answers"]]
    asked = [u for u in units if ANSWERS[target] & set(u["features"])]
    for unit in asked: unit["is"].add(target)
    for unit in units:
        if unit not in asked and (not asked or target in ("signal", "quote")): unit["unsure"].add(target)


def is_day(date):
    """Whether a date is known to the day: the timeline lists each day once."""
    return len(date["date"]) == 10


def label(case):
    """Adds to a case's units, dates and names the set `is` of what each is."""
    place_anchors(case)
    L, answers = case["label"], case["label"].get("answers")
    def hit(thing, anchor, quote=None):
        return anchor != "@answers" and S["found"](item(thing, quote), anchor, answers)
    turning = turning_anchors(L)
    for unit in case["units"]:
        unit["unsure"] = set()
        unit["is"] = {t for t, key in (("lesson", "lessons"), ("action", "actions")) if any(hit(unit, l["anchor"]) for l in L[key])}
        if any(hit(unit, a, unit["told"]) for a in turning): unit["is"].add("turning_point")
        for signal in L["signals"]:
            if hit(unit, signal["anchor"], unit["told"]): unit["is"] |= {"signal", "signal/" + signal["kind"]}
        spoken = unit["speech"] or ([unit["quote"]] if unit["customer"] else [])
        if any(hit(unit, q["anchor"], s) for q in L["quotes"] for s in spoken): unit["is"].add("quote")
        if hit(unit, L["root_cause"]["anchor"]): unit["is"].add("cause/" + L["root_cause"]["primary"])
        for mark in L["evidence"] or []:
            if not hit(unit, mark["anchor"]): continue
            if mark["key"] == "winback": unit["is"].add("win_back/" + mark["value"])
            else: unit["is"].add("cause/" + mark["value"])
            if mark["key"] == "denied": unit["is"].add("stance/denied")
        unit["may_return"] = any(f in ("ask=win_back", "sec=win-back!", "sec=win-back", "key=win_back") or f.startswith("cue=role/winback") for f in unit["features"])
    for target, key in (("lesson", "lessons"), ("action", "actions"), ("signal", "signals"), ("quote", "quotes")):
        place_answers(case, target, [l["anchor"] for l in L[key]])
    place_answers(case, "turning_point", turning)
    known = {v for k, v in L["account"].items() if k.endswith("_date")}
    told = {l["date"] for l in L["timeline"]}
    for date in case["dates"]:
        date["case"] = L["id"]
        date["is"] = {k for k in DATES[1:] if L["account"].get(k) == date["date"]}
        if any(l["date"] == date["date"] and (S["found"](date, l["anchor"], None) if l["anchor"] != "@answers" else date["evidence"] and date["evidence"][0]["source"] == answers)
               for l in L["timeline"]): date["is"].add("event")
        # Neither right nor wrong as an event: a date that the account carries, and a day that the timeline tells elsewhere.
        elif date["date"] in known or is_day(date) and date["date"] in told: date["is"].add("neutral")
    for trade in case["trades"]:
        trade["case"] = L["id"]
        trade["is"] = {"industry"} if S["alike"](trade["text"], L["account"].get("industry", "")) else set()
    for name in case["names"]:
        name["is"] = set()
        if any(S["norm"](name["name"]) == S["norm"](c) for c in L["competitors"]): name["is"].add("competitor")
        # A part of a rival's name, or more than the name, is neither right nor wrong.
        elif any(S["alike"](name["name"], c) for c in L["competitors"]): name["is"].add("neutral")
        if S["alike"](name["name"], L["account"].get("name", "")): name["is"].add("account")
        if L["account"].get("csm") and S["alike"](name["name"], L["account"]["csm"]): name["is"].add("csm")
    if is_brief(L["id"]):
        for unit in case["units"]: unit["unsure"] |= {"lesson", "action", "signal", "quote", "turning_point"} - unit["is"]
        case["dates"], case["trades"] = [], []
