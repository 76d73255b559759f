// The one place where versions of libcmark could be told apart, should they ever differ for us.
#include <cmark.h>
