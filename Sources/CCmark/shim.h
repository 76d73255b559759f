// The one place where versions of libcmark could be told apart, should they ever differ for us.
#include <cmark.h>
#include <string.h>

/// The length of a C string: the C library's search is many times as fast as a loop over its bytes.
static inline size_t cmark_literal_length(const char *literal) { return strlen(literal); }
