// What the file system charges for the pages of N vendors: `floor N THREADS BYTES DIR` writes
// DIR/vendor-0000-vs-vendor-0001/index.html and so on, each of BYTES bytes, and computes nothing.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int vendors, size, folder, next;
static char *bytes;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

// Takes one left-hand vendor after the other and writes its pages.
static void *work(void *unused) {
  for (int left; (left = __atomic_fetch_add(&next, 1, __ATOMIC_RELAXED)) < vendors;) {
    for (int right = left + 1; right < vendors; right++) {
      char path[80];
      snprintf(path, sizeof path, "vendor-%04d-vs-vendor-%04d", left, right);
      if (mkdirat(folder, path, 0755) < 0) fail(path);
      strcat(path, "/index.html");
      int file = openat(folder, path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
      if (file < 0 || write(file, bytes, size) != size) fail(path);
      close(file);
    }
  }
  return unused;
}

int main(int count, char **arguments) {
  if (count != 5) {
    fputs("usage: floor N THREADS BYTES DIR\n", stderr);
    return 2;
  }
  vendors = atoi(arguments[1]);
  int threads = atoi(arguments[2]);
  size = atoi(arguments[3]);
  if (vendors < 0 || threads < 1 || size < 1) {
    fputs("floor: N, THREADS and BYTES are counts\n", stderr);
    return 2;
  }
  if (mkdir(arguments[4], 0755) < 0) fail(arguments[4]);
  folder = open(arguments[4], O_DIRECTORY);
  bytes = malloc(size);
  pthread_t *workers = calloc(threads, sizeof *workers);
  if (folder < 0 || !bytes || !workers) fail("floor");
  memset(bytes, 'x', size);
  for (int i = 0; i < threads; i++)
    if (pthread_create(&workers[i], NULL, work, NULL) != 0) fail("pthread_create");
  for (int i = 0; i < threads; i++) pthread_join(workers[i], NULL);
  return 0;
}
