#include <unicode/utrans.h>

/* ICU names its functions by version in macros, which Swift does not see. */

static inline UTransliterator *icu_open_transliterator(
    const UChar *rules, int32_t length, UErrorCode *status) {
  static const UChar name[] = {'v', 'e', 'r', 's', 'u', 's'};
  return utrans_openU(name, 6, UTRANS_FORWARD, rules, length, NULL, status);
}

static inline void icu_transliterate(
    const UTransliterator *transliterator, UChar *text, int32_t *length, int32_t capacity,
    UErrorCode *status) {
  int32_t limit = *length;
  utrans_transUChars(transliterator, text, length, capacity, 0, &limit, status);
}

static inline void icu_close_transliterator(UTransliterator *transliterator) {
  utrans_close(transliterator);
}
