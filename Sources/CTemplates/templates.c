#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTemplates.h"

static const unsigned char schema[] = {
#embed "../../schema/postmortem.schema.json"
};
static const unsigned char portfolio_sql[] = {
#embed "../../schema/portfolio.sql"
};
static const unsigned char actions_html[] = {
#embed "../../templates/actions.html.mustache"
};
static const unsigned char alternatives_html[] = {
#embed "../../templates/alternatives.html.mustache"
};
static const unsigned char asks_html[] = {
#embed "../../templates/asks.html.mustache"
};
static const unsigned char causes_html[] = {
#embed "../../templates/causes.html.mustache"
};
static const unsigned char conflicts_html[] = {
#embed "../../templates/conflicts.html.mustache"
};
static const unsigned char entries_html[] = {
#embed "../../templates/entries.html.mustache"
};
static const unsigned char evidence_html[] = {
#embed "../../templates/evidence.html.mustache"
};
static const unsigned char excerpts_html[] = {
#embed "../../templates/excerpts.html.mustache"
};
static const unsigned char facts_html[] = {
#embed "../../templates/facts.html.mustache"
};
static const unsigned char head_html[] = {
#embed "../../templates/head.html.mustache"
};
static const unsigned char index_page_html[] = {
#embed "../../templates/index-page.html.mustache"
};
static const unsigned char index_html[] = {
#embed "../../templates/index.html.mustache"
};
static const unsigned char lessons_html[] = {
#embed "../../templates/lessons.html.mustache"
};
static const unsigned char notices_html[] = {
#embed "../../templates/notices.html.mustache"
};
static const unsigned char points_html[] = {
#embed "../../templates/points.html.mustache"
};
static const unsigned char quotes_html[] = {
#embed "../../templates/quotes.html.mustache"
};
static const unsigned char relationship_html[] = {
#embed "../../templates/relationship.html.mustache"
};
static const unsigned char report_header_html[] = {
#embed "../../templates/report-header.html.mustache"
};
static const unsigned char report_page_html[] = {
#embed "../../templates/report-page.html.mustache"
};
static const unsigned char report_css[] = {
#embed "../../templates/report.css"
};
static const unsigned char report_html[] = {
#embed "../../templates/report.html.mustache"
};
static const unsigned char report_md[] = {
#embed "../../templates/report.md.mustache"
};
static const unsigned char sources_html[] = {
#embed "../../templates/sources.html.mustache"
};
static const unsigned char statements_html[] = {
#embed "../../templates/statements.html.mustache"
};
static const unsigned char theme_css[] = {
#embed "../../templates/theme.css"
};
static const unsigned char tile_html[] = {
#embed "../../templates/tile.html.mustache"
};
static const unsigned char timeline_html[] = {
#embed "../../templates/timeline.html.mustache"
};
static const unsigned char timeline_svg[] = {
#embed "../../templates/timeline.svg.mustache"
};
static const unsigned char turning_point_html[] = {
#embed "../../templates/turning-point.html.mustache"
};
static const unsigned char verdict_html[] = {
#embed "../../templates/verdict.html.mustache"
};
static const unsigned char weighing_html[] = {
#embed "../../templates/weighing.html.mustache"
};

static const CEmbeddedFile files[] = {
  {"schema/portfolio.sql", portfolio_sql, sizeof portfolio_sql},
  {"schema/postmortem.schema.json", schema, sizeof schema},
  {"templates/actions.html.mustache", actions_html, sizeof actions_html},
  {"templates/alternatives.html.mustache", alternatives_html, sizeof alternatives_html},
  {"templates/asks.html.mustache", asks_html, sizeof asks_html},
  {"templates/causes.html.mustache", causes_html, sizeof causes_html},
  {"templates/conflicts.html.mustache", conflicts_html, sizeof conflicts_html},
  {"templates/entries.html.mustache", entries_html, sizeof entries_html},
  {"templates/evidence.html.mustache", evidence_html, sizeof evidence_html},
  {"templates/excerpts.html.mustache", excerpts_html, sizeof excerpts_html},
  {"templates/facts.html.mustache", facts_html, sizeof facts_html},
  {"templates/head.html.mustache", head_html, sizeof head_html},
  {"templates/index-page.html.mustache", index_page_html, sizeof index_page_html},
  {"templates/index.html.mustache", index_html, sizeof index_html},
  {"templates/lessons.html.mustache", lessons_html, sizeof lessons_html},
  {"templates/notices.html.mustache", notices_html, sizeof notices_html},
  {"templates/points.html.mustache", points_html, sizeof points_html},
  {"templates/quotes.html.mustache", quotes_html, sizeof quotes_html},
  {"templates/relationship.html.mustache", relationship_html, sizeof relationship_html},
  {"templates/report-header.html.mustache", report_header_html, sizeof report_header_html},
  {"templates/report-page.html.mustache", report_page_html, sizeof report_page_html},
  {"templates/report.css", report_css, sizeof report_css},
  {"templates/report.html.mustache", report_html, sizeof report_html},
  {"templates/report.md.mustache", report_md, sizeof report_md},
  {"templates/sources.html.mustache", sources_html, sizeof sources_html},
  {"templates/statements.html.mustache", statements_html, sizeof statements_html},
  {"templates/theme.css", theme_css, sizeof theme_css},
  {"templates/tile.html.mustache", tile_html, sizeof tile_html},
  {"templates/timeline.html.mustache", timeline_html, sizeof timeline_html},
  {"templates/timeline.svg.mustache", timeline_svg, sizeof timeline_svg},
  {"templates/turning-point.html.mustache", turning_point_html, sizeof turning_point_html},
  {"templates/verdict.html.mustache", verdict_html, sizeof verdict_html},
  {"templates/weighing.html.mustache", weighing_html, sizeof weighing_html},
};

const size_t c_embedded_file_count = sizeof files / sizeof files[0];

const CEmbeddedFile *c_embedded_file(size_t index) { return &files[index]; }
