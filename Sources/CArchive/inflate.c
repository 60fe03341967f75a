#include "CArchive.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <zlib.h>

// zlib, opened when it is first needed, as libarchive is.
static __typeof__(inflateInit2_) *inflate_init;
static __typeof__(inflate) *inflate_more;
static __typeof__(inflateEnd) *inflate_end;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_zlib(void) {
  void *handle = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  inflate_init = (__typeof__(inflate_init))dlsym(handle, "inflateInit2_");
  inflate_more = (__typeof__(inflate_more))dlsym(handle, "inflate");
  inflate_end = (__typeof__(inflate_end))dlsym(handle, "inflateEnd");
}

// The two bytes of a header are passed over and the checksum is not looked at: writers get it
// wrong, and what reads PDF files does without it.
static const size_t header = 2;

uint8_t *carchive_inflate(const uint8_t *bytes, size_t length, size_t limit, size_t *count) {
  pthread_once(&once, open_zlib);
  if (!inflate_init || !inflate_more || !inflate_end) return NULL;
  if (length <= header || length > UINT32_MAX || limit > UINT32_MAX) return NULL;
  z_stream stream = {.next_in = (Bytef *)bytes + header, .avail_in = (uInt)(length - header)};
  if (inflate_init(&stream, -MAX_WBITS, ZLIB_VERSION, (int)sizeof stream) != Z_OK) return NULL;
  // One byte more than allowed tells what is longer.
  size_t most = limit + 1;
  size_t room = length < most / 4 ? length * 4 : most;
  uint8_t *data = malloc(room);
  int result = data ? Z_OK : Z_MEM_ERROR;
  while (result == Z_OK) {
    stream.next_out = data + stream.total_out;
    stream.avail_out = (uInt)(room - stream.total_out);
    result = inflate_more(&stream, Z_NO_FLUSH);
    if (result != Z_OK || stream.avail_out > 0) break;
    if (room == most) break;
    room = room < most / 2 ? room * 2 : most;
    uint8_t *larger = realloc(data, room);
    if (!larger) break;
    data = larger;
  }
  *count = stream.total_out;
  inflate_end(&stream);
  if (result == Z_STREAM_END && *count <= limit) return data;
  free(data);
  return NULL;
}

void carchive_free(uint8_t *data) { free(data); }
