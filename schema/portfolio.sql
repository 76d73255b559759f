-- The store of a folder of post-mortems. docs/portfolio.md explains it and has queries to begin with.
--
-- Every table about an account is keyed by `name`, the name of its reports: reports/NAME.html, .md and .json. Dates are
-- ISO 8601 texts as precise as the note was (2025-03-04, 2025-03, 2025-Q1 or 2025); `line` is the line of `source` that
-- the fact stands on, NULL where it was computed.

CREATE TABLE site (
  key TEXT NOT NULL PRIMARY KEY,  -- 'index' (digest of index.html), 'index_of' (of what it was made from), 'shard' (3/16, where it is a part)
  value TEXT NOT NULL
) WITHOUT ROWID;

-- What each report was made from and what was written: this alone decides what the next run has to do.
CREATE TABLE note (
  name TEXT NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,           -- below the folder of notes; bytes that are not UTF-8 as \x{ff}; without a note, the answers' file
  content TEXT NOT NULL,        -- digest of the note's bytes, of its section where it is about several accounts
  input TEXT NOT NULL,          -- digest of its path, its bytes, the answers beside it and the rows about its account
  drafted_with TEXT NOT NULL,   -- digest of what else shaped the model: program, postmortem.yml
  rendered_with TEXT NOT NULL,  -- digest of what shaped the reports beside the model: program, postmortem.yml, templates
  markdown TEXT NOT NULL,       -- digests of the reports as we write them
  html TEXT NOT NULL,
  json TEXT NOT NULL,
  edit TEXT NOT NULL            -- digest of the Markdown report as a person edited it; '' where nobody did
) WITHOUT ROWID;

-- Reports on their way to the disk: a run that was killed leaves rows here, and the next one settles them.
CREATE TABLE pending (
  file TEXT NOT NULL,
  name TEXT NOT NULL,  -- of the note; '' for index.html
  before TEXT NOT NULL,  -- digest of what the file held before; '' where there was none
  PRIMARY KEY (file, before)
) WITHOUT ROWID;

-- The model of each account, as `postmortem parse` prints it, without white space.
CREATE TABLE model (name TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

-- Of each account whose Markdown report a person edited, the model that it was written from: what the edit is told from.
CREATE TABLE base (name TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

-- The texts that the evidence stands in: notes and answers.
CREATE TABLE source_text (sha256 TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  kind TEXT NOT NULL,  -- notes or answers
  sha256 TEXT NOT NULL REFERENCES source_text,
  lines INTEGER NOT NULL,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- What is known of an account, and the verdict on it.
CREATE TABLE account (
  name TEXT NOT NULL PRIMARY KEY REFERENCES note,
  account TEXT,
  segment TEXT,
  industry TEXT,
  region TEXT,
  csm TEXT,
  value REAL,              -- contract value a year
  currency TEXT,
  start_date TEXT,
  notice_date TEXT,
  renewal_date TEXT,
  churn_date TEXT,
  churn_quarter TEXT,      -- 2025-Q1; NULL where the churn date is not known, or only its year
  tenure_months INTEGER,
  journey_stage TEXT,
  outcome TEXT NOT NULL,   -- lost, partly-lost, at-risk, recovered
  cause TEXT NOT NULL,     -- category of the root cause
  cause_summary TEXT NOT NULL,
  controllable TEXT NOT NULL,
  confidence REAL NOT NULL,
  stated_reason TEXT,      -- category of the reason they gave, where it differs
  trigger TEXT,            -- the upheaval that opened the question
  turning_point TEXT,
  turning_point_date TEXT,
  turning_point_stage TEXT,
  win_back TEXT NOT NULL,  -- likely, possible, unlikely, not-stated
  win_back_condition TEXT,
  revisit_on TEXT,
  risk_stage TEXT NOT NULL,
  csm_related INTEGER NOT NULL,
  goodwill INTEGER
) WITHOUT ROWID;

CREATE TABLE cause (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,  -- primary, contributing, ruled-out
  category TEXT NOT NULL,
  summary TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  quote TEXT,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

CREATE TABLE timeline (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  date TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- Warnings before the loss.
CREATE TABLE signal (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  date TEXT,
  what TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

CREATE TABLE save_attempt (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  date TEXT,
  outcome TEXT NOT NULL,
  what TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- Lessons, and with kind 'went-well' what went well.
CREATE TABLE lesson (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,  -- lesson, went-well
  statement TEXT NOT NULL,
  department TEXT,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

CREATE TABLE action (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  task TEXT NOT NULL,
  owner TEXT,
  due TEXT,
  done INTEGER NOT NULL,
  department TEXT,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- Whom to notify, and of what; `asks` is a line for each.
CREATE TABLE department (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  department TEXT NOT NULL,
  why TEXT NOT NULL,
  message TEXT NOT NULL,
  asks TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

CREATE TABLE competitor (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  competitor TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- The customer's own words.
CREATE TABLE quote (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  speaker TEXT,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

CREATE TABLE metric (
  name TEXT NOT NULL REFERENCES note,
  metric TEXT NOT NULL,
  value REAL NOT NULL,
  date TEXT,
  source TEXT,
  line INTEGER,
  PRIMARY KEY (name, metric)
) WITHOUT ROWID;

-- What the note leaves open ('question') and where its inputs contradict each other ('conflict').
CREATE TABLE doubt (
  name TEXT NOT NULL REFERENCES note,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- What the run told of inputs and reports; `name` is '' for what is about the folder as a whole.
CREATE TABLE finding (
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  severity TEXT NOT NULL,  -- note, warning, error
  message TEXT NOT NULL,
  base TEXT NOT NULL,      -- what `source` is relative to: notes, site, or '' for a path as it was given
  source TEXT NOT NULL,
  line INTEGER,
  "column" INTEGER,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

-- Notes that gave no report in the last run.
CREATE TABLE failure (path TEXT NOT NULL PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;

-- Questions that everybody has. ------------------------------------------------------------------------------------

CREATE VIEW lost_by_cause_and_quarter AS
SELECT coalesce(churn_quarter, substr(churn_date, 1, 4), 'not known') AS quarter, cause, count(*) AS accounts,
  coalesce(currency, '') AS currency, sum(value) AS value, sum(value IS NULL) AS without_value
FROM account WHERE outcome IN ('lost', 'partly-lost')
GROUP BY 1, cause, coalesce(currency, '') ORDER BY 1, sum(value) DESC;

CREATE VIEW value_lost_by_cause AS
SELECT cause, coalesce(currency, '') AS currency, count(*) AS accounts, sum(value) AS value, sum(value IS NULL) AS without_value
FROM account WHERE outcome IN ('lost', 'partly-lost')
GROUP BY cause, coalesce(currency, '') ORDER BY sum(value) DESC;

CREATE VIEW value_lost AS
SELECT account, name, value, currency, churn_date, cause, cause_summary, controllable, segment, industry, csm
FROM account WHERE outcome IN ('lost', 'partly-lost') ORDER BY value DESC;

CREATE VIEW lessons AS
SELECT account.account, lesson.name, lesson.statement, lesson.department, account.cause, account.value, account.currency,
  lesson.source, lesson.line
FROM lesson JOIN account USING (name) WHERE lesson.kind = 'lesson';

CREATE VIEW actions_open AS
SELECT action.due, action.owner, action.task, action.department, account.account, action.name, action.source, action.line
FROM action JOIN account USING (name) WHERE NOT action.done ORDER BY action.due IS NULL, action.due;

CREATE VIEW departments_to_notify AS
SELECT department.department, account.account, department.name, department.why, department.message, department.asks,
  account.churn_date, account.value, account.currency, department.source, department.line
FROM department JOIN account USING (name) ORDER BY department.department;

CREATE VIEW quotes AS
SELECT account.account, quote.name, quote.speaker, quote.text, account.cause, quote.source, quote.line
FROM quote JOIN account USING (name);

CREATE VIEW timelines AS
SELECT account.account, timeline.name, timeline.date, timeline.kind, timeline.what, timeline.source, timeline.line
FROM timeline JOIN account USING (name);

-- How long before the end each warning came, where both days are known.
CREATE VIEW warnings_before_loss AS
SELECT account.account, signal.name, signal.kind, signal.date, signal.what, account.churn_date,
  CASE WHEN length(signal.date) = 10 AND length(account.churn_date) = 10
    THEN cast(julianday(account.churn_date) - julianday(signal.date) AS INTEGER) END AS days_before,
  signal.source, signal.line
FROM signal JOIN account USING (name);

CREATE VIEW turning_points AS
SELECT account, name, turning_point_date AS date, turning_point_stage AS journey_stage, turning_point AS what, cause, value, currency
FROM account WHERE turning_point IS NOT NULL;

CREATE VIEW competitors AS
SELECT competitor.competitor, count(*) AS accounts, group_concat(account.account, '; ') AS lost_accounts
FROM competitor JOIN account USING (name) GROUP BY competitor.competitor ORDER BY 2 DESC, 1;

CREATE VIEW findings AS
SELECT severity, id, message, base, source, line, "column", name
FROM finding ORDER BY severity = 'error' DESC, severity = 'warning' DESC, id, source, line;
