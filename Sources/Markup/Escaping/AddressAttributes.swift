import System

/// Finds the HTML attributes that hold a single address.
package enum AddressAttributes {
  package struct Found {
    package let name: String
    /// The address between its quotes, as byte offsets.
    package let range: Range<Int>
  }

  private static let names = ["href", "src", "action", "poster"]

  /// Returns the attributes in order, without those that have no quotes.
  package static func all(in html: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while let equals = html.firstIndex(of: UInt8(ascii: "="), from: index) {
      index = equals + 1
      guard let name = name(before: equals, in: html), index < html.count,
        html[index] == UInt8(ascii: "\"") || html[index] == UInt8(ascii: "'"),
        let end = html.firstIndex(of: html[index], from: index + 1)
      else { continue }
      found.append(Found(name: name, range: index + 1..<end))
      index = end
    }
    return found
  }

  /// Returns the HTML with its addresses replaced. Quotes in a new address are percent-encoded,
  /// because they could end the attribute.
  static func replacing(in html: String, with address: (String) -> String) -> String {
    let bytes = Array(html.utf8)
    let found = all(in: bytes)
    if found.isEmpty { return html }
    var output: [UInt8] = []
    var end = 0
    for attribute in found {
      output += bytes[end..<attribute.range.lowerBound]
      let new = address(String(decoding: bytes[attribute.range], as: UTF8.self))
      output += new.replacingAll("\"", with: "%22").replacingAll("'", with: "%27").utf8
      end = attribute.range.upperBound
    }
    return String(decoding: output + bytes[end...], as: UTF8.self)
  }

  private static func name(before equals: Int, in html: [UInt8]) -> String? {
    names.first { name in
      let start = equals - name.utf8.count
      return start > 0 && html[start - 1] <= 0x20
        && html[start..<equals].elementsEqual(name.utf8) { $0 | 0x20 == $1 }
    }
  }
}
