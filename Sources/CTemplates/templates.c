#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTemplates.h"


static const unsigned char schema[] = {
#embed "../../schema/postmortem.schema.json"
};

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

static const unsigned char vocabulary_roles[] = {
#embed "../../vocabulary/roles.txt"
};

static const unsigned char vocabulary_signals[] = {
#embed "../../vocabulary/signals.txt"
};

static const unsigned char vocabulary_topics[] = {
#embed "../../vocabulary/topics.txt"
};

const CEmbeddedFile c_embedded_files[] = {
  {"schema/postmortem.schema.json", schema, sizeof schema},
  {"vocabulary/causes.txt", vocabulary_causes, sizeof vocabulary_causes},
  {"vocabulary/classes.txt", vocabulary_classes, sizeof vocabulary_classes},
  {"vocabulary/departments.txt", vocabulary_departments, sizeof vocabulary_departments},
  {"vocabulary/fields.txt", vocabulary_fields, sizeof vocabulary_fields},
  {"vocabulary/headings.txt", vocabulary_headings, sizeof vocabulary_headings},
  {"vocabulary/roles.txt", vocabulary_roles, sizeof vocabulary_roles},
  {"vocabulary/signals.txt", vocabulary_signals, sizeof vocabulary_signals},
  {"vocabulary/topics.txt", vocabulary_topics, sizeof vocabulary_topics},
};
const size_t c_embedded_file_count = sizeof c_embedded_files / sizeof c_embedded_files[0];
