"""Post-mortems, as JSON, with chosen texts in every place that holds text of a note."""


def evidence(line, text, source="note.md"):
    return [{"source": source, "line": line, "end_line": line, "quote": text}]


def metric(line, text):
    return {"value": 7, "date": "2025-03", "evidence": evidence(line, text)}


def day(evidence):
    """A date of its own for each of some lines, so that the timeline has something to draw."""
    return f"2025-{1 + evidence[0]['line'] % 12:02}-{1 + evidence[0]['line'] % 28:02}"


METRICS = ("nps", "health_score", "touchpoints_per_month", "response_time_hours", "seats", "active_users",
           "usage_change_percent", "open_tickets")


def model(texts, one, first_line=1, source="note.md", word=None):
    """A model with an item of every list for each of `texts`, and `one` wherever there is just one text.

    `word`, where given, stands in place of every word of an open vocabulary, and `source` is the name of the note.
    """
    def each(make):
        return [make(text, evidence(line, text, source)) for line, text in enumerate(texts, first_line)]

    here = evidence(first_line, one, source)
    cause = {"category": word or "product-quality", "summary": one, "controllable": "yes", "confidence": 0.8, "evidence": here}
    department = word or "product"
    return {
        "schema_version": 1, "id": one,
        "account": {
            "name": one, "segment": one, "industry": one, "region": one, "csm": one,
            "contract_value": {"amount": 84000, "currency": "USD"}, "start_date": "2022-04-01", "notice_date": "2025-03-28",
            "renewal_date": "2025-06-30", "churn_date": "2025-06-30", "tenure_months": 39, "journey_stage": "renewal",
            "evidence": {"name": here, "churn_date": here},
        },
        "outcome": "lost",
        "root_cause": {
            "primary": cause,
            "contributing": each(lambda text, at: {**cause, "summary": text, "evidence": at}),
            "ruled_out": each(lambda text, at: {"category": word or "pricing", "evidence": at}),
            "stated_reason": {"category": word or "budget", "summary": one, "evidence": here},
            "trigger": {"summary": one, "date": "2025-01", "evidence": here},
            "candidates": [{"category": word or "product-quality", "points": 7.5,
                            "because": each(lambda text, at: {"what": text, "points": 3.0, "evidence": at})}],
        },
        "turning_point": {"summary": one, "date": "2025-02-11", "journey_stage": "adoption", "confidence": 0.7, "evidence": here,
                          "alternatives": each(lambda text, at: {"summary": text, "date": None, "evidence": at})},
        "timeline": each(lambda text, at: {"date": day(at), "what": text, "kind": "incident", "evidence": at}),
        "signals": each(lambda text, at: {"kind": "escalation", "what": text, "date": "2024-11", "evidence": at}),
        "save_attempts": each(lambda text, at: {"what": text, "date": None, "outcome": "unsuccessful", "evidence": at}),
        "went_well": each(lambda text, at: {"statement": text, "evidence": at}),
        "lessons": each(lambda text, at: {"statement": text, "department": department, "evidence": at}),
        "actions": each(lambda text, at: {"task": text, "owner": text, "due": "2025-08-01", "done": False,
                                          "department": department, "evidence": at}),
        "departments": each(lambda text, at: {"department": department, "why": text, "message": text, "asks": [text, text],
                                              "evidence": at}),
        "competitors": each(lambda text, at: {"name": text, "evidence": at}),
        "quotes": each(lambda text, at: {"text": text, "speaker": text, "evidence": at}),
        "risk": {"stage": "closed-unsuccessful", "department_owner": one, "leadership_owner": one, "action_owner": one,
                 "identified_on": None, "closed_on": None, "days_at_risk": 12, "incidents": 1},
        "relationship": {"win_back": {"likelihood": "possible", "condition": one, "revisit_on": None, "evidence": here},
                         "csm_related": False, "csm_stayed": None, "goodwill": None,
                         "offboarding": each(lambda text, at: {"step": text, "done": True, "evidence": at})},
        "metrics": {name: metric(first_line, one) for name in METRICS},
        "open_questions": [{"field": text, "question": text} for text in texts],
        "conflicts": each(lambda text, at: {"field": "account.churn_date", "kept": text, "other": text, "evidence": at}),
        "sources": [{"file": source, "kind": "notes", "sha256": "0" * 64, "lines": len(texts)}],
    }
