// Lets system calls fail, for tests: preloaded into the program, it lets the n-th call of a kind fail, or every n-th.
//
//   FAULT_CALL   write, pwrite, open, rename, fsync, unlink, link or mkdir
//   FAULT_AT     which call fails (from 1); with FAULT_EVERY=1 each multiple of it, with FAULT_ON=1 all from it on
//   FAULT_ERRNO  the number of the error
//   FAULT_KILL   1: the call kills the program and the one that watches over it, in place of failing
//   FAULT_BELOW  only calls on files whose path contains this
//   FAULT_CRASH  a text: a read that returns it ends in SIGSEGV, as a fault in a parser would
//   FAULT_TALLY  a file to which the number of such calls is added when the program ends
//   FAULT_IN     only in processes that have this among their arguments
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int concerns(const char *path) {
  const char *below = getenv("FAULT_BELOW");
  return !below || (path && strstr(path, below));
}

static int concerns_descriptor(int descriptor) {
  char link[64], path[4096];
  if (!getenv("FAULT_BELOW")) return 1;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return concerns(path);
}

static int fails(const char *call) {
  const char *wanted = getenv("FAULT_CALL");
  if (!wanted || strcmp(wanted, call)) return 0;
  const char *at = getenv("FAULT_AT"), *number = getenv("FAULT_ERRNO");
  long due = at ? atol(at) : 1, count = atomic_fetch_add(&calls, 1) + 1;
  if (getenv("FAULT_EVERY") ? count % due : getenv("FAULT_ON") ? count < due : count != due) return 0;
  if (getenv("FAULT_KILL")) kill(0, SIGKILL);
  errno = number ? atoi(number) : EIO;
  return 1;
}

__attribute__((destructor)) static void tally(void) {
  const char *path = getenv("FAULT_TALLY");
  FILE *file = path ? fopen(path, "a") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", (long)atomic_load(&calls));
  fclose(file);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor > 2 && concerns_descriptor(descriptor) && fails("write")) return -1;
  return NEXT(write)(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at) {
  if (concerns_descriptor(descriptor) && fails("pwrite")) return -1;
  return NEXT(pwrite)(descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at) {
  if (concerns_descriptor(descriptor) && fails("pwrite")) return -1;
  return NEXT(pwrite64)(descriptor, bytes, count, at);
}

static int concerns_process(void) {
  const char *wanted = getenv("FAULT_IN");
  if (!wanted) return 1;
  char arguments[4096];
  int file = NEXT(open)("/proc/self/cmdline", O_RDONLY);
  ssize_t length = NEXT(read)(file, arguments, sizeof arguments);
  close(file);
  return length > 0 && memmem(arguments, (size_t)length, wanted, strlen(wanted));
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  ssize_t got = NEXT(read)(descriptor, bytes, count);
  const char *crash = getenv("FAULT_CRASH");
  if (crash && concerns_process() && got > 0 && memmem(bytes, (size_t)got, crash, strlen(crash))) *(volatile int *)8 = 1;
  return got;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (concerns(path) && fails("open")) return -1;
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (concerns(path) && fails("open")) return -1;
  return NEXT(open64)(path, flags, mode);
}

int rename(const char *old, const char *new) {
  if (concerns(new) && fails("rename")) return -1;
  return NEXT(rename)(old, new);
}

int unlink(const char *path) {
  if (concerns(path) && fails("unlink")) return -1;
  return NEXT(unlink)(path);
}

int mkdir(const char *path, mode_t mode) {
  if (concerns(path) && fails("mkdir")) return -1;
  return NEXT(mkdir)(path, mode);
}

int link(const char *old, const char *new) {
  if (concerns(new) && fails("link")) return -1;
  return NEXT(link)(old, new);
}

int fsync(int descriptor) {
  if (concerns_descriptor(descriptor) && fails("fsync")) return -1;
  return NEXT(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  if (concerns_descriptor(descriptor) && fails("fsync")) return -1;
  return NEXT(fdatasync)(descriptor);
}

int syncfs(int descriptor) {
  if (concerns_descriptor(descriptor) && fails("fsync")) return -1;
  return NEXT(syncfs)(descriptor);
}
