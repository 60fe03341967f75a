#include "CICU.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int64_t cicu_compose(const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity) {
  if (length <= 0) return length;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;

  // UTF-16 never has more units than UTF-8 has bytes; NFC has at most three times as many.
  int64_t room = (int64_t)length * 3;
  if (room > INT32_MAX) room = INT32_MAX;
  UChar *units = malloc((size_t)length * sizeof(UChar));
  UChar *composed = malloc((size_t)room * sizeof(UChar));
  int64_t result = -1;
  if (units && composed) {
    int32_t count = 0;
    u_strFromUTF8(units, length, &count, (const char *)source, length, &status);
    int32_t written = unorm2_normalize(nfc, units, count, composed, (int32_t)room, &status);
    int32_t bytes = 0;
    u_strToUTF8((char *)target, capacity, &bytes, composed, written, &status);
    if (U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR) result = bytes;
  }
  free(units);
  free(composed);
  return result;
}
