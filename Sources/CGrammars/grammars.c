// One entry for each file in grammars/; a test tells which is missing.

#include "CGrammars.h"

#include <string.h>

// Each file ends in a NUL, which tells its length and lets a file be empty.
static const struct {
  const char *name;
  const unsigned char *bytes;
} files[] = {
    {"header.grammar", (const unsigned char[]){
#embed "../../grammars/header.grammar" suffix(,)
         0}},
};

size_t kehoach_grammar_file_count(void) { return sizeof files / sizeof files[0]; }

struct kehoach_grammar_file kehoach_grammar_file_at(size_t index) {
  const char *text = (const char *)files[index].bytes;
  return (struct kehoach_grammar_file){files[index].name, files[index].bytes, strlen(text)};
}
