import CICU

/// Writes text of any script in ASCII letters and lower case, by the rules of ICU.
///
/// A class, because it owns a transliterator of ICU. That is made for the first text that is not
/// ASCII: it takes 20 ms and 2 MB.
@safe final class ASCIIFolding {
  /// In front of Latin letters a mu is said, not transcribed: µLauncher is "mulauncher".
  private static let rules = """
    :: NFKC;
    [µμ] } [:Latin:] > mu;
    :: Any-Latin;
    :: Latin-ASCII;
    :: Lower;
    """

  private var opened: UnsafeMutablePointer<UTransliterator?>?

  deinit {
    if let opened = unsafe opened { unsafe icu_close_transliterator(opened) }
  }

  /// Nil when ICU fails.
  func fold(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    if unsafe opened == nil { unsafe opened = Self.open() }
    guard let transliterator = unsafe opened else { return nil }
    let units = Array(text.utf16)
    // A letter may become several; ICU says when the room is not enough.
    var room = units + Array(repeating: 0, count: units.count * 15 + 64)
    var length = Int32(units.count)
    var status = U_ZERO_ERROR
    // ICU writes no more units than the array has room for, and the array stays while it does.
    unsafe icu_transliterate(transliterator, &room, &length, Int32(room.count), &status)
    guard status.rawValue <= U_ZERO_ERROR.rawValue else { return nil }
    return String(decoding: room.prefix(Int(length)), as: UTF16.self)
  }

  private static func open() -> UnsafeMutablePointer<UTransliterator?>? {
    let units = Array(rules.utf16)
    var status = U_ZERO_ERROR
    // ICU reads as many units as the array has, and keeps none of them.
    let opened = unsafe icu_open_transliterator(units, Int32(units.count), &status)
    return status.rawValue <= U_ZERO_ERROR.rawValue ? unsafe opened : nil
  }
}
