// The least that turning a folder of notes into pages can cost: each note is read, parsed and rendered by libcmark, and
// written. floor OUT NOTE...
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void page(const char *out, const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  size_t size = 0, room = 1 << 16;
  char *text = malloc(room);
  for (size_t got; (got = fread(text + size, 1, room - size, file)) > 0;) {
    size += got;
    if (size == room) text = realloc(text, room *= 2);
  }
  fclose(file);
  char *html = cmark_markdown_to_html(text, size, CMARK_OPT_DEFAULT);
  const char *slash = strrchr(path, '/');
  char name[4096];
  snprintf(name, sizeof name, "%s/%s.html", out, slash ? slash + 1 : path);
  FILE *target = fopen(name, "wb");
  if (!target || fwrite(html, 1, strlen(html), target) != strlen(html)) exit(1);
  fclose(target);
  free(html);
  free(text);
}

int main(int count, char **arguments) {
  for (int index = 2; index < count; index++) page(arguments[1], arguments[index]);
  return 0;
}
