// The vocabulary and the points learnt from labelled notes, embedded at compile time so that the program is one file.
#ifndef CVOCABULARY_H
#define CVOCABULARY_H
#include <stddef.h>

/// One embedded file: its path inside the repository and its bytes.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} CVocabularyFile;

/// How many files are embedded.
extern const size_t c_vocabulary_file_count;

/// The first of the embedded files; the others follow it.
const CVocabularyFile *_Nonnull c_vocabulary_files(void);
#endif
