#include "order.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

// Marks in a run that ICU may order itself.
enum { LONG_RUN = 256 };

// Decomposes and orders units[start..<end], which are marks only, into `out`; returns the number of
// units written or -1. Counting sort: combining classes are 0...255 and the order must be stable.
static int32_t order_run(const UNormalizer2 *nfd, const UChar *units, int32_t start, int32_t end,
                         UChar *out) {
  // No mark decomposes to more than two.
  size_t most = (size_t)(end - start) * 2;
  UChar32 *marks = malloc(most * sizeof(UChar32));
  uint8_t *classes = malloc(most);
  if (!marks || !classes) {
    free(marks);
    free(classes);
    return -1;
  }
  size_t count = 0;
  size_t units_of_class[257] = {0};
  for (int32_t index = start; index < end;) {
    UChar32 mark;
    U16_NEXT(units, index, end, mark);
    UChar parts[16];
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = unorm2_getDecomposition(nfd, mark, parts, 16, &status);
    if (length < 0 || U_FAILURE(status)) {
      length = 0;
      U16_APPEND_UNSAFE(parts, length, mark);
    }
    for (int32_t part = 0; part < length && count < most;) {
      UChar32 one;
      U16_NEXT(parts, part, length, one);
      marks[count] = one;
      classes[count] = unorm2_getCombiningClass(nfd, one);
      units_of_class[classes[count] + 1] += (size_t)U16_LENGTH(one);
      count += 1;
    }
  }
  for (int class = 0; class < 256; class += 1) units_of_class[class + 1] += units_of_class[class];
  for (size_t index = 0; index < count; index += 1) {
    size_t *at = &units_of_class[classes[index]];
    U16_APPEND_UNSAFE(out, *at, marks[index]);
  }
  free(marks);
  free(classes);
  return (int32_t)units_of_class[255];
}

int32_t order_long_runs(UChar *units, int32_t count, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return -1;
  UChar *ordered = NULL;
  int32_t copied = 0, written = 0;
  for (int32_t index = 0; index < count;) {
    int32_t start = index, marks = 0;
    while (index < count) {
      int32_t next = index;
      UChar32 scalar;
      U16_NEXT(units, next, count, scalar);
      // Nothing below U+0300 begins with a mark.
      if (scalar < 0x300 || unorm2_hasBoundaryBefore(nfd, scalar)) {
        if (marks == 0) index = next;
        break;
      }
      index = next;
      marks += 1;
    }
    if (marks <= LONG_RUN) continue;
    if (!ordered) ordered = malloc((size_t)count * 2 * sizeof(UChar));
    if (!ordered) return -1;
    memcpy(ordered + written, units + copied, (size_t)(start - copied) * sizeof(UChar));
    written += start - copied;
    int32_t length = order_run(nfd, units, start, index, ordered + written);
    if (length < 0) {
      free(ordered);
      return -1;
    }
    written += length;
    copied = index;
  }
  if (!ordered) return count;
  memcpy(ordered + written, units + copied, (size_t)(count - copied) * sizeof(UChar));
  written += count - copied;
  if (written > capacity) written = -1;
  if (written > 0) memcpy(units, ordered, (size_t)written * sizeof(UChar));
  free(ordered);
  return written;
}
