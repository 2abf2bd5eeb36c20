#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

/*
  libdeflate, brotli and zstd, opened when the first file is compressed: most runs compress none, and
  a machine that lacks them can do everything else.
*/

typedef struct {
  void *(*new_deflate)(int level);
  size_t (*gzip)(void *deflate, const void *in, size_t in_size, void *out, size_t out_size);
  void (*free_deflate)(void *deflate);
  int (*brotli)(int quality, int window, int mode, size_t in_size, const uint8_t *in,
                size_t *out_size, uint8_t *out);
  size_t (*zstd)(void *out, size_t out_size, const void *in, size_t in_size, int level);
  unsigned (*zstd_is_error)(size_t code);
} compression_library;

/* Gives 0 when one of the libraries is missing or too old. */
static inline int compression_open(compression_library *library) {
  void *deflate = dlopen("libdeflate.so.0", RTLD_NOW | RTLD_LOCAL);
  void *brotli = dlopen("libbrotlienc.so.1", RTLD_NOW | RTLD_LOCAL);
  void *zstd = dlopen("libzstd.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!deflate || !brotli || !zstd) return 0;
  *(void **)&library->new_deflate = dlsym(deflate, "libdeflate_alloc_compressor");
  *(void **)&library->gzip = dlsym(deflate, "libdeflate_gzip_compress");
  *(void **)&library->free_deflate = dlsym(deflate, "libdeflate_free_compressor");
  *(void **)&library->brotli = dlsym(brotli, "BrotliEncoderCompress");
  *(void **)&library->zstd = dlsym(zstd, "ZSTD_compress");
  *(void **)&library->zstd_is_error = dlsym(zstd, "ZSTD_isError");
  return library->new_deflate && library->gzip && library->free_deflate && library->brotli &&
         library->zstd && library->zstd_is_error;
}

/* Each gives the number of bytes written, and 0 when they do not fit. */

static inline size_t compression_gzip(
    const compression_library *library, void *deflate, const uint8_t *in, size_t in_size,
    uint8_t *out, size_t out_size) {
  return library->gzip(deflate, in, in_size, out, out_size);
}

static inline size_t compression_brotli(
    const compression_library *library, int quality, const uint8_t *in, size_t in_size,
    uint8_t *out, size_t out_size) {
  /* A window of 256 kB is more than most pages; mode 1 is for text. */
  return library->brotli(quality, 18, 1, in_size, in, &out_size, out) ? out_size : 0;
}

static inline size_t compression_zstd(
    const compression_library *library, int level, const uint8_t *in, size_t in_size,
    uint8_t *out, size_t out_size) {
  size_t size = library->zstd(out, out_size, in, in_size, level);
  return library->zstd_is_error(size) ? 0 : size;
}
