#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTemplates.h"


static const unsigned char schema[] = {
#embed "../../schema/postmortem.schema.json"
};

const CEmbeddedFile c_embedded_files[] = {
  {"schema/postmortem.schema.json", schema, sizeof schema},
};
const size_t c_embedded_file_count = sizeof c_embedded_files / sizeof c_embedded_files[0];
