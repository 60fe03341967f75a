// One entry for each file in encodings/.

#include "CEncodings.h"

#include <string.h>

// Each file ends in a NUL, which tells its length.
static const struct {
  const char *name;
  const unsigned char *bytes;
} files[] = {
    {"fonts.list", (const unsigned char[]){
#embed "../../encodings/fonts.list" suffix(,)
         0}},
    {"syllables.list", (const unsigned char[]){
#embed "../../encodings/syllables.list" suffix(,)
         0}},
    {"tcvn3.tsv", (const unsigned char[]){
#embed "../../encodings/tcvn3.tsv" suffix(,)
         0}},
    {"viscii.tsv", (const unsigned char[]){
#embed "../../encodings/viscii.tsv" suffix(,)
         0}},
    {"vni.tsv", (const unsigned char[]){
#embed "../../encodings/vni.tsv" suffix(,)
         0}},
    {"vps.tsv", (const unsigned char[]){
#embed "../../encodings/vps.tsv" suffix(,)
         0}},
    {"windows-1252.tsv", (const unsigned char[]){
#embed "../../encodings/windows-1252.tsv" suffix(,)
         0}},
    {"windows-1258.tsv", (const unsigned char[]){
#embed "../../encodings/windows-1258.tsv" suffix(,)
         0}},
    {"words.list", (const unsigned char[]){
#embed "../../encodings/words.list" suffix(,)
         0}},
};

const unsigned char *kehoach_encoding_file(const char *name, size_t *count) {
  *count = 0;
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    if (strcmp(files[i].name, name) != 0) continue;
    *count = strlen((const char *)files[i].bytes);
    return files[i].bytes;
  }
  return NULL;
}
