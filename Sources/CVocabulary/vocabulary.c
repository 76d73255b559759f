#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CVocabulary.h"

static const unsigned char vocabulary_causes[] = {
#embed "../../vocabulary/causes.txt"
};

static const unsigned char vocabulary_classes[] = {
#embed "../../vocabulary/classes.txt"
};

static const unsigned char points_causes[] = {
#embed "../../points/causes.tsv"
};

static const unsigned char points_units[] = {
#embed "../../points/units.tsv"
};

static const CVocabularyFile files[] = {
  {"vocabulary/causes.txt", vocabulary_causes, sizeof vocabulary_causes},
  {"vocabulary/classes.txt", vocabulary_classes, sizeof vocabulary_classes},
  {"points/causes.tsv", points_causes, sizeof points_causes},
  {"points/units.tsv", points_units, sizeof points_units},
};

const size_t c_vocabulary_file_count = sizeof files / sizeof files[0];

const CVocabularyFile *c_vocabulary_files(void) { return files; }
