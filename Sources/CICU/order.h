#ifndef CICU_ORDER_H
#define CICU_ORDER_H

#include <stdint.h>
#include <unicode/utypes.h>

/// Puts long runs of combining marks into canonical order, decomposed.
///
/// ICU orders marks by insertion, which takes quadratic time on a run of thousands; a run that is in
/// order already costs it nothing. Returns the new number of units, or -1 when memory runs out or
/// the result does not fit `capacity` (twice `count` always fits).
int32_t order_long_runs(UChar *units, int32_t count, int32_t capacity);

#endif
