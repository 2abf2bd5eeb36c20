import CICU

/// Converts text in any script to lower-case ASCII letters, by the rules of ICU.
///
/// A class, because it owns an ICU transliterator, which takes 20 ms and 2 MB. It is made for the
/// first text that is not ASCII.
@safe final class ASCIIFolding {
  /// A mu before Latin letters is read as a unit prefix: µLauncher becomes "mulauncher".
  private static let rules = """
    :: NFKC;
    [µμ] } [:Latin:] > mu;
    :: Any-Latin;
    :: Latin-ASCII;
    :: Lower;
    """

  private var opened: UnsafeMutablePointer<UTransliterator?>?

  deinit {
    // This object opened the transliterator and is the only one to use it.
    if let opened = unsafe opened { unsafe icu_close_transliterator(opened) }
  }

  /// Returns the text in lower-case ASCII; nil when ICU fails.
  func fold(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    if unsafe opened == nil { unsafe opened = Self.open() }
    guard let transliterator = unsafe opened else { return nil }
    let units = Array(text.utf16)
    // One letter may become several. ICU reports an error when there is not enough room.
    var room = units + Array(repeating: 0, count: units.count * 15 + 64)
    var length = Int32(units.count)
    var status = U_ZERO_ERROR
    // ICU writes at most as many units as the array has room for, and the array outlives the call.
    unsafe icu_transliterate(transliterator, &room, &length, Int32(room.count), &status)
    guard status.rawValue <= U_ZERO_ERROR.rawValue else { return nil }
    return String(decoding: room.prefix(Int(length)), as: UTF16.self)
  }

  private static func open() -> UnsafeMutablePointer<UTransliterator?>? {
    let units = Array(rules.utf16)
    var status = U_ZERO_ERROR
    // ICU reads exactly the units of the array and keeps no pointer to them.
    let opened = unsafe icu_open_transliterator(units, Int32(units.count), &status)
    return status.rawValue <= U_ZERO_ERROR.rawValue ? unsafe opened : nil
  }
}
