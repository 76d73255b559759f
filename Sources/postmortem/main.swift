print("churn-postmortem")
