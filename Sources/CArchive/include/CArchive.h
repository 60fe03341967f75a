#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stddef.h>
#include <stdint.h>

/// A packed file that is being read, entry by entry, from its beginning to its end.
///
/// Nothing is read ahead of what is asked for, and a reader may be closed at any byte: how much to
/// take of a file that unpacks without end is for the caller to say. A reader is used by one
/// thread at a time; threads may have readers of their own.
typedef struct carchive carchive;

/// What a packed file may be; an OR of these is given on opening.
enum {
  /// ZIP, DOCX and ODT among them.
  CARCHIVE_ZIP = 1,
  /// tar, plain or packed by gzip, bzip2, xz or zstd.
  CARCHIVE_TAR = 2,
};

/// What an entry is.
enum {
  CARCHIVE_FILE = 1,
  CARCHIVE_FOLDER = 2,
  /// A symbolic or hard link: it has no data of its own.
  CARCHIVE_LINK = 3,
  /// A device, a pipe, a socket.
  CARCHIVE_OTHER = 4,
};

/// Opens bytes in memory, which must stay as they are until the reader is closed.
///
/// Returns a reader even when it fails, unless memory runs out: `carchive_error` tells why.
carchive *carchive_open_memory(const uint8_t *bytes, size_t length, int formats);

/// Opens the file at a path; else like `carchive_open_memory`.
carchive *carchive_open_file(const char *path, int formats);

/// Why the last call failed, or NULL if it did not: lower case, no full stop.
const char *carchive_error(const carchive *reader);

/// Goes to the next entry: 1 when there is one, 0 at the end, -1 when it cannot be read.
///
/// What is left of the entry before is passed over, and a packed tar has to be unpacked for that:
/// a caller with a limit reads the entry to its end instead. After -1 there is nothing more.
int carchive_next(carchive *reader);

/// The bytes of the entry's name as they stand in the file, or in UTF-8 where it says what they
/// are; they are valid until the next call of `carchive_next`.
const char *carchive_name(const carchive *reader, size_t *length);

/// What the entry is: CARCHIVE_FILE and so on.
int carchive_type(const carchive *reader);

/// The size that the file states for the entry, -1 when it states none. It may be a lie.
int64_t carchive_size(const carchive *reader);

/// When the entry was last changed, in seconds since 1970, or -1 when the file does not tell.
int64_t carchive_modified(const carchive *reader);

/// Reads at most `capacity` bytes of the entry: how many, 0 at its end, -1 when it cannot be read.
///
/// After -1 the next entry may still be read.
int64_t carchive_read(carchive *reader, uint8_t *target, size_t capacity);

/// Closes a reader, wherever it stands; NULL is allowed.
void carchive_close(carchive *reader);

/// Unpacks data in the format of zlib (RFC 1950), whatever its checksum says; what stands behind
/// its end is left alone.
///
/// Returns the data, for `carchive_free`, and its length in `count`; NULL when it is damaged, cut
/// off, longer than `limit`, or when this machine has no zlib.
uint8_t *carchive_inflate(const uint8_t *bytes, size_t length, size_t limit, size_t *count);

/// Gives back what `carchive_inflate` returned.
void carchive_free(uint8_t *data);

#endif
