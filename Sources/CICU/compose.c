#include "CICU.h"
#include "order.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int64_t cicu_compose(const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity) {
  if (length <= 0) return length;
  // UTF-16 never has more units than UTF-8 has bytes, ordering at most doubles them, and NFC has at
  // most three units for each.
  int64_t room = (int64_t)length * 6;
  if (room > INT32_MAX) return -1;
  UChar *units = malloc((size_t)length * 2 * sizeof(UChar));
  UChar *composed = malloc((size_t)room * sizeof(UChar));
  int64_t result = -1;
  if (units && composed) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    u_strFromUTF8(units, length, &count, (const char *)source, length, &status);
    if (U_SUCCESS(status)) count = order_long_runs(units, count, length * 2);
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    int32_t written = 0;
    if (count >= 0) written = unorm2_normalize(nfc, units, count, composed, (int32_t)room, &status);
    if (count >= 0 && U_SUCCESS(status)) {
      int32_t bytes = 0;
      u_strToUTF8((char *)target, capacity, &bytes, composed, written, &status);
      if (U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR) result = bytes;
    }
  }
  free(units);
  free(composed);
  return result;
}
