// Text files of this repository, embedded at compile time so that the program is one file.
#ifndef CTEMPLATES_H
#define CTEMPLATES_H
#include <stddef.h>

/// One embedded file: its path inside the repository and its bytes.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} CEmbeddedFile;

/// How many files are embedded.
extern const size_t c_embedded_file_count;
/// The embedded file at `index`, which must be less than the count.
const CEmbeddedFile *_Nonnull c_embedded_file(size_t index);
#endif
