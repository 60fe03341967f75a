#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct library library;
static bool is_there;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  // Stays open for good: closing it would gain nothing.
  void *handle = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  bool complete = true;
#define CSQLITE_FIND(name)                                                                         \
  library.name = (__typeof__(library.name))dlsym(handle, #name);                                   \
  complete = complete && library.name;
  CSQLITE_FUNCTIONS(CSQLITE_FIND)
#undef CSQLITE_FIND
  is_there = complete;
}

const struct library *csqlite_library(void) {
  pthread_once(&once, open_library);
  return is_there ? &library : NULL;
}
