// One entry for each file in grammars/; a test tells which is missing.

#include "CGrammars.h"

#include <string.h>

// Each file ends in a NUL, which tells its length and lets a file be empty.
static const struct {
  const char *name;
  const unsigned char *bytes;
} files[] = {
    {"abbreviations.list", (const unsigned char[]){
#embed "../../grammars/abbreviations.list" suffix(,)
         0}},
    {"action-verbs.list", (const unsigned char[]){
#embed "../../grammars/action-verbs.list" suffix(,)
         0}},
    {"actors.grammar", (const unsigned char[]){
#embed "../../grammars/actors.grammar" suffix(,)
         0}},
    {"appendix.grammar", (const unsigned char[]){
#embed "../../grammars/appendix.grammar" suffix(,)
         0}},
    {"bodies.grammar", (const unsigned char[]){
#embed "../../grammars/bodies.grammar" suffix(,)
         0}},
    {"closing.grammar", (const unsigned char[]){
#embed "../../grammars/closing.grammar" suffix(,)
         0}},
    {"columns.grammar", (const unsigned char[]){
#embed "../../grammars/columns.grammar" suffix(,)
         0}},
    {"counted-nouns.list", (const unsigned char[]){
#embed "../../grammars/counted-nouns.list" suffix(,)
         0}},
    {"document-codes.list", (const unsigned char[]){
#embed "../../grammars/document-codes.list" suffix(,)
         0}},
    {"document-kinds.list", (const unsigned char[]){
#embed "../../grammars/document-kinds.list" suffix(,)
         0}},
    {"duties.grammar", (const unsigned char[]){
#embed "../../grammars/duties.grammar" suffix(,)
         0}},
    {"ending.grammar", (const unsigned char[]){
#embed "../../grammars/ending.grammar" suffix(,)
         0}},
    {"funding.grammar", (const unsigned char[]){
#embed "../../grammars/funding.grammar" suffix(,)
         0}},
    {"furniture.grammar", (const unsigned char[]){
#embed "../../grammars/furniture.grammar" suffix(,)
         0}},
    {"header.grammar", (const unsigned char[]){
#embed "../../grammars/header.grammar" suffix(,)
         0}},
    {"identity-kinds.list", (const unsigned char[]){
#embed "../../grammars/identity-kinds.list" suffix(,)
         0}},
    {"issuer-forms.list", (const unsigned char[]){
#embed "../../grammars/issuer-forms.list" suffix(,)
         0}},
    {"issuer-heads.list", (const unsigned char[]){
#embed "../../grammars/issuer-heads.list" suffix(,)
         0}},
    {"issuer-units.list", (const unsigned char[]){
#embed "../../grammars/issuer-units.list" suffix(,)
         0}},
    {"issuer-words.list", (const unsigned char[]){
#embed "../../grammars/issuer-words.list" suffix(,)
         0}},
    {"kinds.grammar", (const unsigned char[]){
#embed "../../grammars/kinds.grammar" suffix(,)
         0}},
    {"laws.list", (const unsigned char[]){
#embed "../../grammars/laws.list" suffix(,)
         0}},
    {"line-ends.grammar", (const unsigned char[]){
#embed "../../grammars/line-ends.grammar" suffix(,)
         0}},
    {"measure-units.list", (const unsigned char[]){
#embed "../../grammars/measure-units.list" suffix(,)
         0}},
    {"misread.list", (const unsigned char[]){
#embed "../../grammars/misread.list" suffix(,)
         0}},
    {"money-scales.list", (const unsigned char[]){
#embed "../../grammars/money-scales.list" suffix(,)
         0}},
    {"name-fields.list", (const unsigned char[]){
#embed "../../grammars/name-fields.list" suffix(,)
         0}},
    {"name-heads.list", (const unsigned char[]){
#embed "../../grammars/name-heads.list" suffix(,)
         0}},
    {"named-bodies.grammar", (const unsigned char[]){
#embed "../../grammars/named-bodies.grammar" suffix(,)
         0}},
    {"names.list", (const unsigned char[]){
#embed "../../grammars/names.list" suffix(,)
         0}},
    {"number-words.list", (const unsigned char[]){
#embed "../../grammars/number-words.list" suffix(,)
         0}},
    {"opening-verbs.list", (const unsigned char[]){
#embed "../../grammars/opening-verbs.list" suffix(,)
         0}},
    {"outline.grammar", (const unsigned char[]){
#embed "../../grammars/outline.grammar" suffix(,)
         0}},
    {"places.grammar", (const unsigned char[]){
#embed "../../grammars/places.grammar" suffix(,)
         0}},
    {"preamble.grammar", (const unsigned char[]){
#embed "../../grammars/preamble.grammar" suffix(,)
         0}},
    {"programmes.list", (const unsigned char[]){
#embed "../../grammars/programmes.list" suffix(,)
         0}},
    {"quantities.grammar", (const unsigned char[]){
#embed "../../grammars/quantities.grammar" suffix(,)
         0}},
    {"rate-bases.list", (const unsigned char[]){
#embed "../../grammars/rate-bases.list" suffix(,)
         0}},
    {"references.grammar", (const unsigned char[]){
#embed "../../grammars/references.grammar" suffix(,)
         0}},
    {"reports.grammar", (const unsigned char[]){
#embed "../../grammars/reports.grammar" suffix(,)
         0}},
    {"roles.grammar", (const unsigned char[]){
#embed "../../grammars/roles.grammar" suffix(,)
         0}},
    {"surnames.list", (const unsigned char[]){
#embed "../../grammars/surnames.list" suffix(,)
         0}},
    {"target-states.grammar", (const unsigned char[]){
#embed "../../grammars/target-states.grammar" suffix(,)
         0}},
    {"target-tables.grammar", (const unsigned char[]){
#embed "../../grammars/target-tables.grammar" suffix(,)
         0}},
    {"targets.grammar", (const unsigned char[]){
#embed "../../grammars/targets.grammar" suffix(,)
         0}},
    {"task-lines.grammar", (const unsigned char[]){
#embed "../../grammars/task-lines.grammar" suffix(,)
         0}},
    {"time.grammar", (const unsigned char[]){
#embed "../../grammars/time.grammar" suffix(,)
         0}},
    {"weak-verbs.list", (const unsigned char[]){
#embed "../../grammars/weak-verbs.list" suffix(,)
         0}},
    {"writer-heads.list", (const unsigned char[]){
#embed "../../grammars/writer-heads.list" suffix(,)
         0}},
};

size_t kehoach_grammar_file_count(void) { return sizeof files / sizeof files[0]; }

struct kehoach_grammar_file kehoach_grammar_file_at(size_t index) {
  const char *text = (const char *)files[index].bytes;
  return (struct kehoach_grammar_file){files[index].name, files[index].bytes, strlen(text)};
}
