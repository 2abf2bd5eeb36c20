// Makes the n-th system call that writes fail, or kills the program there. The tests preload this
// library to see that the next build repairs whatever one leaves.
//
// VERSUS_FAULT is "kill:N", "hang:N", "ENOSPC:N" and so on; with a "+" behind ("ENOSPC:N+"), all
// calls from the n-th on fail. VERSUS_FAULT_COUNT names a file that gets the number of calls.
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
#include <unistd.h>

static atomic_int calls;
static int at = -1, code, is_lasting, is_hang;

__attribute__((constructor)) static void start(void) {
  const char *fault = getenv("VERSUS_FAULT");
  if (!fault) return;
  const char *colon = strchr(fault, ':');
  if (!colon) return;
  at = atoi(colon + 1);
  is_hang = !strncmp(fault, "hang", 4);
  is_lasting = fault[strlen(fault) - 1] == '+';
  code = !strncmp(fault, "ENOSPC", 6) ? ENOSPC : !strncmp(fault, "EDQUOT", 6) ? EDQUOT
       : !strncmp(fault, "EROFS", 5) ? EROFS : !strncmp(fault, "EIO", 3) ? EIO : 0;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("VERSUS_FAULT_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  at = -1;
  fprintf(file, "%d", atomic_load(&calls));
  fclose(file);
}

// Whether this call is one to fail.
static int is_hit(void) {
  int number = atomic_fetch_add(&calls, 1) + 1;
  return at >= 0 && number >= at && (number == at || is_lasting);
}

// Does not come back when the fault is a kill or a hang.
static int fail(void) {
  while (is_hang) sleep(60);
  if (!code) raise(SIGKILL);
  errno = code;
  return -1;
}

static int fails(void) { return is_hit() && fail(); }

#define NEXT(name) (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static mode_t mode_of(int flags, va_list list) {
  return flags & O_CREAT ? va_arg(list, mode_t) : 0;
}

int openat(int folder, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  if ((flags & (O_CREAT | O_TRUNC)) && fails()) return -1;
  return (NEXT(openat))(folder, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  if ((flags & (O_CREAT | O_TRUNC)) && fails()) return -1;
  return (NEXT(open))(path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (file <= 2 || !is_hit()) return (NEXT(write))(file, bytes, count);
  // A full disk takes what still fits, and a kill may come in the middle.
  if ((NEXT(write))(file, bytes, count / 2) < 0) return -1;
  return fail();
}

#define WRITING(name, parameters, arguments) \
  int name parameters { return fails() ? -1 : (NEXT(name)) arguments; }

WRITING(mkdir, (const char *path, mode_t mode), (path, mode))
WRITING(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
WRITING(rename, (const char *old, const char *new), (old, new))
WRITING(renameat, (int from, const char *old, int to, const char *new), (from, old, to, new))
WRITING(unlink, (const char *path), (path))
WRITING(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
