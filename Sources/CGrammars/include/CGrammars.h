// The grammar files of the project, embedded in the program.

#ifndef KEHOACH_GRAMMARS_H
#define KEHOACH_GRAMMARS_H

#include <stddef.h>

/// A file of the grammar.
struct kehoach_grammar_file {
  /// Its name without folder.
  const char *name;
  /// Its bytes; no NUL is among them.
  const unsigned char *bytes;
  size_t count;
};

/// How many files there are.
size_t kehoach_grammar_file_count(void);

/// The file of an index, which is below the count.
struct kehoach_grammar_file kehoach_grammar_file_at(size_t index);

#endif
