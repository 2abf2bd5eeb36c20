// Makes the n-th system call that writes fail, or kills the program there. The tests preload this
// library to see that the next build repairs whatever one leaves.
//
// VERSUS_FAULT is "kill:N", "hang:N", "ENOSPC:N" and so on; with a "+" behind ("ENOSPC:N+"), all
// calls from the n-th on fail. With "inodes:N" what makes a file or a folder fails from the n-th call
// on, as on a disk that has no inodes left; with "keeps:N" removals fail from the n-th call on. With
// "gone:N" the folder `public` is moved away just before the n-th call, which succeeds. "read:N"
// hangs at the n-th file that is opened for reading, and "output" where the program prints a result;
// VERSUS_FAULT_HUNG names a file that is made then. VERSUS_FAULT_COUNT names a file that gets the number of calls.
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
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls, reads;
static int at = -1, code, is_lasting, is_hang, is_inodes, is_keeps, is_gone, is_read, is_output;

__attribute__((constructor)) static void start(void) {
  const char *fault = getenv("VERSUS_FAULT");
  if (!fault) return;
  is_output = !strcmp(fault, "output");
  is_read = !strncmp(fault, "read", 4);
  const char *colon = strchr(fault, ':');
  if (!colon) return;
  at = atoi(colon + 1);
  is_hang = !strncmp(fault, "hang", 4);
  is_inodes = !strncmp(fault, "inodes", 6);
  is_keeps = !strncmp(fault, "keeps", 5);
  is_gone = !strncmp(fault, "gone", 4);
  is_lasting = is_inodes || is_keeps || fault[strlen(fault) - 1] == '+';
  code = is_inodes || !strncmp(fault, "ENOSPC", 6) ? ENOSPC : !strncmp(fault, "EDQUOT", 6) ? EDQUOT
       : is_keeps || !strncmp(fault, "EROFS", 5) ? EROFS : !strncmp(fault, "EIO", 3) ? EIO : 0;
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
  return at >= 0 && !is_read && number >= at && (number == at || is_lasting);
}

static void hang(void) {
  const char *path = getenv("VERSUS_FAULT_HUNG");
  if (path) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0600));
  for (;;) sleep(60);
}

static void hang_at_read(void) {
  if (is_read && atomic_fetch_add(&reads, 1) + 1 == at) hang();
}

// Does not come back when the fault is a kill or a hang.
static int fail(void) {
  if (is_hang) hang();
  if (!code) raise(SIGKILL);
  errno = code;
  return -1;
}

#define NEXT(name) (__typeof__(&name))dlsym(RTLD_NEXT, #name)

enum effect { WRITES, MAKES, REMOVES };

// Moves the output away where that is the fault; whether the call is to go on.
static int goes_on(enum effect effect) {
  if (is_gone) (NEXT(rename))("public", "public-gone");
  return is_gone || (is_inodes && effect != MAKES) || (is_keeps && effect != REMOVES);
}

static int fails(void) { return is_hit() && !goes_on(WRITES) && fail(); }
static int fails_to_make(void) { return is_hit() && !goes_on(MAKES) && fail(); }
static int fails_to_remove(void) { return is_hit() && !goes_on(REMOVES) && fail(); }

static mode_t mode_of(int flags, va_list list) {
  return flags & O_CREAT ? va_arg(list, mode_t) : 0;
}

int openat(int folder, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  if ((flags & (O_CREAT | O_TRUNC)) && fails_to_make()) return -1;
  hang_at_read();
  return (NEXT(openat))(folder, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  if ((flags & (O_CREAT | O_TRUNC)) && fails_to_make()) return -1;
  hang_at_read();
  return (NEXT(open))(path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (file == 1 && is_output) hang();
  if (file <= 2 || !is_hit() || goes_on(WRITES)) return (NEXT(write))(file, bytes, count);
  // A full disk takes what still fits, and a kill may come in the middle.
  if ((NEXT(write))(file, bytes, count / 2) < 0) return -1;
  return fail();
}

#define CALL(fails, name, parameters, arguments) \
  int name parameters { return fails() ? -1 : (NEXT(name)) arguments; }
#define WRITING(...) CALL(fails, __VA_ARGS__)
#define MAKING(...) CALL(fails_to_make, __VA_ARGS__)
#define REMOVING(...) CALL(fails_to_remove, __VA_ARGS__)

MAKING(mkdir, (const char *path, mode_t mode), (path, mode))
MAKING(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
WRITING(rename, (const char *old, const char *new), (old, new))
WRITING(renameat, (int from, const char *old, int to, const char *new), (from, old, to, new))
REMOVING(unlink, (const char *path), (path))
REMOVING(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
MAKING(symlinkat, (const char *target, int folder, const char *path), (target, folder, path))
MAKING(linkat, (int from, const char *old, int to, const char *new, int flags),
       (from, old, to, new, flags))
