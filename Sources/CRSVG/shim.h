#include <dlfcn.h>
#include <stddef.h>

/*
  librsvg, cairo and GObject, opened when a picture is made: most runs make none, and a machine that
  lacks them can do everything else.
*/

typedef struct {
  double x, y, width, height;
} rsvg_area;

typedef int (*rsvg_writer)(void *closure, const unsigned char *data, unsigned int length);

typedef struct {
  void *(*new_handle)(const unsigned char *data, size_t length, void **error);
  int (*render)(void *handle, void *cairo, const rsvg_area *area, void **error);
  void (*unref)(void *object);
  void *(*new_surface)(int format, int width, int height);
  void *(*new_cairo)(void *surface);
  void (*free_cairo)(void *cairo);
  void (*free_surface)(void *surface);
  int (*status)(void *surface);
  int (*write_png)(void *surface, rsvg_writer writer, void *closure);
} rsvg_library;

/* Gives 0 when one of the libraries is missing or too old. */
static inline int rsvg_open(rsvg_library *library) {
  void *rsvg = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  void *cairo = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
  void *object = dlopen("libgobject-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!rsvg || !cairo || !object) return 0;
  *(void **)&library->new_handle = dlsym(rsvg, "rsvg_handle_new_from_data");
  *(void **)&library->render = dlsym(rsvg, "rsvg_handle_render_document");
  *(void **)&library->unref = dlsym(object, "g_object_unref");
  *(void **)&library->new_surface = dlsym(cairo, "cairo_image_surface_create");
  *(void **)&library->new_cairo = dlsym(cairo, "cairo_create");
  *(void **)&library->free_cairo = dlsym(cairo, "cairo_destroy");
  *(void **)&library->free_surface = dlsym(cairo, "cairo_surface_destroy");
  *(void **)&library->status = dlsym(cairo, "cairo_surface_status");
  *(void **)&library->write_png = dlsym(cairo, "cairo_surface_write_to_png_stream");
  return library->new_handle && library->render && library->unref && library->new_surface &&
         library->new_cairo && library->free_cairo && library->free_surface && library->status &&
         library->write_png;
}

/* Draws an SVG picture and gives its PNG to the writer, piece by piece; 0 when that fails. */
static inline int rsvg_draw(
    const rsvg_library *library, const unsigned char *svg, size_t length, int width, int height,
    rsvg_writer writer, void *closure) {
  void *handle = library->new_handle(svg, length, NULL);
  if (!handle) return 0;
  /* 1 is a format without transparency. */
  void *surface = library->new_surface(1, width, height);
  void *cairo = library->new_cairo(surface);
  rsvg_area area = {0, 0, width, height};
  int is_done = library->status(surface) == 0 && library->render(handle, cairo, &area, NULL) &&
                library->write_png(surface, writer, closure) == 0;
  library->free_cairo(cairo);
  library->free_surface(surface);
  library->unref(handle);
  return is_done;
}
