#ifndef CARCHIVE_LIBRARY_H
#define CARCHIVE_LIBRARY_H

#include <archive.h>
#include <archive_entry.h>

/// The functions of libarchive that are used, each under its name.
#define CARCHIVE_FUNCTIONS(use)                                                                    \
  use(archive_read_new) use(archive_read_free) use(archive_error_string)                           \
  use(archive_read_support_format_zip) use(archive_read_support_format_tar)                        \
  use(archive_read_support_filter_gzip) use(archive_read_support_filter_bzip2)                     \
  use(archive_read_support_filter_xz) use(archive_read_support_filter_zstd)                        \
  use(archive_read_open_memory) use(archive_read_open_filename)                                    \
  use(archive_read_next_header) use(archive_read_data)                                             \
  use(archive_entry_pathname) use(archive_entry_hardlink) use(archive_entry_filetype)              \
  use(archive_entry_size) use(archive_entry_size_is_set)                                           \
  use(archive_entry_mtime) use(archive_entry_mtime_is_set)

/// libarchive, opened when it is first needed, so that programs which unpack nothing do not pay
/// for loading it and the libraries behind it.
struct library {
#define CARCHIVE_FIELD(name) __typeof__(name) *name;
  CARCHIVE_FUNCTIONS(CARCHIVE_FIELD)
#undef CARCHIVE_FIELD
};

/// The library, or NULL when this machine lacks it; safe to call from any thread.
const struct library *carchive_library(void);

#endif
