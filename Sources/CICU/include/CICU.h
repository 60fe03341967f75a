#ifndef CICU_H
#define CICU_H

#include <stdint.h>

/// Composes well-formed UTF-8 to Unicode NFC.
///
/// Writes at most `capacity` bytes to `target` and returns the number of bytes of the whole result,
/// which may be more than `capacity`: then the call is to be repeated with that much room.
/// Returns -1 when the source is no UTF-8 or memory runs out.
int64_t cicu_compose(const uint8_t *source, int32_t length, uint8_t *target, int32_t capacity);

#endif
