#define _GNU_SOURCE
#include "CArchive.h"
#include "library.h"

#include <ctype.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct carchive {
  const struct library *library;
  struct archive *archive;
  struct archive_entry *entry;
  const char *error;
  char message[256];
};

/// A locale in which names are UTF-8: libarchive turns names into the charset of the locale.
static locale_t utf8;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_locale(void) { utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

static void fail(carchive *reader, const char *message) {
  snprintf(reader->message, sizeof reader->message, "%s", message ? message : "it is damaged");
  // "Truncated ZIP file data" begins a sentence, "ZIP bad" an abbreviation.
  if (isupper((unsigned char)reader->message[0]) && islower((unsigned char)reader->message[1])) {
    reader->message[0] = (char)tolower((unsigned char)reader->message[0]);
  }
  size_t length = strlen(reader->message);
  if (length > 0 && reader->message[length - 1] == '.') reader->message[length - 1] = 0;
  reader->error = reader->message;
}

static void fail_here(carchive *reader) {
  fail(reader, reader->library->archive_error_string(reader->archive));
}

/// A reader that has everything but its source.
static carchive *make(int formats) {
  carchive *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  const struct library *library = reader->library = carchive_library();
  if (!library) {
    fail(reader, "libarchive is missing; install the package libarchive13 "
                 "(apt-get install libarchive13)");
    return reader;
  }
  pthread_once(&once, make_locale);
  struct archive *archive = reader->archive = library->archive_read_new();
  if (!archive) {
    fail(reader, "there is no memory to unpack it");
    return reader;
  }
  if (formats & CARCHIVE_ZIP) library->archive_read_support_format_zip(archive);
  if (formats & CARCHIVE_TAR) {
    library->archive_read_support_format_tar(archive);
    // By name: the others that libarchive knows start programs of the machine.
    library->archive_read_support_filter_gzip(archive);
    library->archive_read_support_filter_bzip2(archive);
    library->archive_read_support_filter_xz(archive);
    library->archive_read_support_filter_zstd(archive);
  }
  return reader;
}

carchive *carchive_open_memory(const uint8_t *bytes, size_t length, int formats) {
  carchive *reader = make(formats);
  if (!reader || reader->error) return reader;
  if (reader->library->archive_read_open_memory(reader->archive, bytes, length) != ARCHIVE_OK) {
    fail_here(reader);
  }
  return reader;
}

carchive *carchive_open_file(const char *path, int formats) {
  carchive *reader = make(formats);
  if (!reader || reader->error) return reader;
  const size_t piece = 1 << 16;
  if (reader->library->archive_read_open_filename(reader->archive, path, piece) != ARCHIVE_OK) {
    fail_here(reader);
  }
  return reader;
}

const char *carchive_error(const carchive *reader) { return reader->error; }

int carchive_next(carchive *reader) {
  if (!reader->archive || (reader->error && !reader->entry)) return -1;
  reader->error = NULL;
  reader->entry = NULL;
  locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
  struct archive_entry *entry = NULL;
  int code, tries = 0;
  do {
    code = reader->library->archive_read_next_header(reader->archive, &entry);
  } while (code == ARCHIVE_RETRY && ++tries < 100);
  if (before) uselocale(before);
  if (code == ARCHIVE_EOF) return 0;
  if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
    fail_here(reader);
    return -1;
  }
  reader->entry = entry;
  return 1;
}

const char *carchive_name(const carchive *reader, size_t *length) {
  const char *name = NULL;
  if (reader->entry) {
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    name = reader->library->archive_entry_pathname(reader->entry);
    if (before) uselocale(before);
  }
  if (!name) name = "";
  *length = strlen(name);
  return name;
}

int carchive_type(const carchive *reader) {
  if (!reader->entry) return CARCHIVE_OTHER;
  if (reader->library->archive_entry_hardlink(reader->entry)) return CARCHIVE_LINK;
  switch (reader->library->archive_entry_filetype(reader->entry)) {
  case AE_IFREG: return CARCHIVE_FILE;
  case AE_IFDIR: return CARCHIVE_FOLDER;
  case AE_IFLNK: return CARCHIVE_LINK;
  default: return CARCHIVE_OTHER;
  }
}

int64_t carchive_size(const carchive *reader) {
  if (!reader->entry || !reader->library->archive_entry_size_is_set(reader->entry)) return -1;
  return reader->library->archive_entry_size(reader->entry);
}

int64_t carchive_modified(const carchive *reader) {
  if (!reader->entry || !reader->library->archive_entry_mtime_is_set(reader->entry)) return -1;
  return reader->library->archive_entry_mtime(reader->entry);
}

int64_t carchive_read(carchive *reader, uint8_t *target, size_t capacity) {
  if (!reader->entry) return -1;
  la_ssize_t count;
  int tries = 0;
  do {
    count = reader->library->archive_read_data(reader->archive, target, capacity);
  } while (count == ARCHIVE_RETRY && ++tries < 100);
  if (count >= 0) return count;
  fail_here(reader);
  return -1;
}

void carchive_close(carchive *reader) {
  if (!reader) return;
  if (reader->archive) reader->library->archive_read_free(reader->archive);
  free(reader);
}
