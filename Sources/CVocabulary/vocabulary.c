#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CVocabulary.h"

static const unsigned char vocabulary_causes[] = {
#embed "../../vocabulary/causes.txt"
};

static const unsigned char vocabulary_classes[] = {
#embed "../../vocabulary/classes.txt"
};

static const unsigned char vocabulary_departments[] = {
#embed "../../vocabulary/departments.txt"
};

static const unsigned char vocabulary_fields[] = {
#embed "../../vocabulary/fields.txt"
};

static const unsigned char vocabulary_headings[] = {
#embed "../../vocabulary/headings.txt"
};

static const unsigned char vocabulary_moves[] = {
#embed "../../vocabulary/moves.txt"
};

static const unsigned char vocabulary_roles[] = {
#embed "../../vocabulary/roles.txt"
};

static const unsigned char vocabulary_signals[] = {
#embed "../../vocabulary/signals.txt"
};

static const unsigned char vocabulary_given_names[] = {
#embed "../../vocabulary/given-names.txt"
};

static const unsigned char vocabulary_names[] = {
#embed "../../vocabulary/names.txt"
};

static const unsigned char vocabulary_trades[] = {
#embed "../../vocabulary/trades.txt"
};

static const unsigned char vocabulary_everyday_tools[] = {
#embed "../../vocabulary/everyday-tools.txt"
};

static const unsigned char vocabulary_places[] = {
#embed "../../vocabulary/places.txt"
};

static const unsigned char vocabulary_ordinary_words[] = {
#embed "../../vocabulary/ordinary-words.txt"
};

static const unsigned char vocabulary_towns[] = {
#embed "../../vocabulary/towns.txt"
};

static const unsigned char vocabulary_small_words[] = {
#embed "../../vocabulary/small-words.txt"
};

static const unsigned char points_verdicts[] = {
#embed "../../points/verdicts.tsv"
};

static const unsigned char points_dates[] = {
#embed "../../points/dates.points"
};

static const unsigned char points_names[] = {
#embed "../../points/names.points"
};

static const unsigned char points_trades[] = {
#embed "../../points/trades.points"
};

static const unsigned char points_units[] = {
#embed "../../points/units.points"
};

static const unsigned char look_dates[] = {
#embed "../../points/dates.look"
};

static const unsigned char look_names[] = {
#embed "../../points/names.look"
};

static const unsigned char look_units[] = {
#embed "../../points/units.look"
};

static const CVocabularyFile files[] = {
  {"vocabulary/causes.txt", vocabulary_causes, sizeof vocabulary_causes},
  {"vocabulary/classes.txt", vocabulary_classes, sizeof vocabulary_classes},
  {"vocabulary/departments.txt", vocabulary_departments, sizeof vocabulary_departments},
  {"vocabulary/fields.txt", vocabulary_fields, sizeof vocabulary_fields},
  {"vocabulary/headings.txt", vocabulary_headings, sizeof vocabulary_headings},
  {"vocabulary/moves.txt", vocabulary_moves, sizeof vocabulary_moves},
  {"vocabulary/roles.txt", vocabulary_roles, sizeof vocabulary_roles},
  {"vocabulary/signals.txt", vocabulary_signals, sizeof vocabulary_signals},
  {"vocabulary/given-names.txt", vocabulary_given_names, sizeof vocabulary_given_names},
  {"vocabulary/names.txt", vocabulary_names, sizeof vocabulary_names},
  {"vocabulary/trades.txt", vocabulary_trades, sizeof vocabulary_trades},
  {"vocabulary/everyday-tools.txt", vocabulary_everyday_tools, sizeof vocabulary_everyday_tools},
  {"vocabulary/places.txt", vocabulary_places, sizeof vocabulary_places},
  {"vocabulary/ordinary-words.txt", vocabulary_ordinary_words, sizeof vocabulary_ordinary_words},
  {"vocabulary/towns.txt", vocabulary_towns, sizeof vocabulary_towns},
  {"vocabulary/small-words.txt", vocabulary_small_words, sizeof vocabulary_small_words},
  {"points/verdicts.tsv", points_verdicts, sizeof points_verdicts},
  {"points/dates.points", points_dates, sizeof points_dates},
  {"points/names.points", points_names, sizeof points_names},
  {"points/trades.points", points_trades, sizeof points_trades},
  {"points/units.points", points_units, sizeof points_units},
  {"points/dates.look", look_dates, sizeof look_dates},
  {"points/names.look", look_names, sizeof look_names},
  {"points/units.look", look_units, sizeof look_units},
};

const size_t c_vocabulary_file_count = sizeof files / sizeof files[0];

const CVocabularyFile *c_vocabulary_files(void) { return files; }
