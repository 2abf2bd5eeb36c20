import Glibc

/// An opaque color in sRGB.
package struct Color: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rgb` or `#rrggbb`; nil for any other text.
  package init?(_ text: String) {
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    let all = digits.count == 3 ? digits.flatMap { [$0, $0] } : digits
    guard text.hasPrefix("#"), digits.count == text.count - 1, all.count == 6 else { return nil }
    let bytes = stride(from: 0, to: 6, by: 2).map {
      UInt8(truncatingIfNeeded: all[$0] << 4 | all[$0 + 1])
    }
    (red, green, blue) = (bytes[0], bytes[1], bytes[2])
  }

  /// The color as `#rrggbb`.
  package var text: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The relative luminance of WCAG 2.2, from 0 to 1.
  package var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Returns the contrast ratio of WCAG 2.2 between two colors, from 1 to 21.
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Returns the color mixed with another one, of which there is a number of percent.
  package func mixed(with other: Color, percent: Int) -> Color {
    func mixed(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(clamping: (Int(a) * (100 - percent) + Int(b) * percent + 50) / 100)
    }
    return Color(
      red: mixed(red, other.red), green: mixed(green, other.green), blue: mixed(blue, other.blue))
  }
}
