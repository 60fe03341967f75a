// The files of encodings/, embedded in the program.

#ifndef KEHOACH_ENCODINGS_H
#define KEHOACH_ENCODINGS_H

#include <stddef.h>

/// The bytes of a file of the folder by its name, or null; their number goes to `count`.
const unsigned char *_Nullable kehoach_encoding_file(const char *_Nonnull name,
                                                     size_t *_Nonnull count);

#endif
