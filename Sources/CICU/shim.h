#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
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

/* Whether ICU has data of a language. For any other it would take the machine's own. */
static inline int icu_knows(const char *language) {
  for (int32_t i = uloc_countAvailable() - 1; i >= 0; i--)
    if (strcmp(uloc_getAvailable(i), language) == 0) return 1;
  return 0;
}

/* The functions below write a text and give its length; less than 0 when there is none. */

static inline int32_t icu_number_symbol(
    const char *locale, int32_t symbol, UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length =
      unum_getSymbol(format, (UNumberFormatSymbol)symbol, text, capacity, &status);
  unum_close(format);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}

static inline int32_t icu_number_pattern(
    const char *locale, int32_t style, UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format =
      unum_open((UNumberFormatStyle)style, NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = unum_toPattern(format, 0, text, capacity, &status);
  unum_close(format);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}

static inline int32_t icu_number_attribute(const char *locale, int32_t attribute) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status)) return -1;
  int32_t value = unum_getAttribute(format, (UNumberFormatAttribute)attribute);
  unum_close(format);
  return value;
}

static inline int32_t icu_whole_number(
    const char *locale, int32_t number, UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  /* An older interface of ICU ignores what a language says of short numbers. */
  UNumberFormatter *format = unumf_openForSkeletonAndLocale(u"", 0, locale, &status);
  UFormattedNumber *result = unumf_openResult(&status);
  unumf_formatInt(format, number, result, &status);
  int32_t length = unumf_resultToString(result, text, capacity, &status);
  unumf_closeResult(result);
  unumf_close(format);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}

/* - currency: three letters and a 0. */
static inline int32_t icu_currency_symbol(
    const char *locale, const UChar *currency, UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar *name =
      ucurr_getName(currency, locale, UCURR_SYMBOL_NAME, NULL, &length, &status);
  if (U_FAILURE(status) || length > capacity) return -1;
  memcpy(text, name, (size_t)length * sizeof(UChar));
  return length;
}

static inline UDateFormat *icu_open_dates(const char *locale, UErrorCode *status) {
  static const UChar zone[] = {'U', 'T', 'C'};
  return udat_open(UDAT_NONE, UDAT_LONG, locale, zone, 3, NULL, 0, status);
}

static inline int32_t icu_date_pattern(const char *locale, UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = icu_open_dates(locale, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = udat_toPattern(format, 0, text, capacity, &status);
  udat_close(format);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}

/* - kind: a UDateFormatSymbolType. */
static inline int32_t icu_date_symbol(
    const char *locale, int32_t kind, int32_t index, UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = icu_open_dates(locale, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = udat_getSymbols(
      format, (UDateFormatSymbolType)kind, index, text, capacity, &status);
  udat_close(format);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}

/* Whether a language is written from right to left. */
static inline int icu_is_right_to_left(const char *locale) { return uloc_isRightToLeft(locale); }

/* A number in plain digits with a unit, such as "30 Sek."; the skeleton names the unit. */
static inline int32_t icu_measure(
    const char *locale, const UChar *skeleton, int32_t skeleton_length, const char *number,
    UChar *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *format =
      unumf_openForSkeletonAndLocale(skeleton, skeleton_length, locale, &status);
  UFormattedNumber *result = unumf_openResult(&status);
  unumf_formatDecimal(format, number, -1, result, &status);
  int32_t length = unumf_resultToString(result, text, capacity, &status);
  unumf_closeResult(result);
  unumf_close(format);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}
