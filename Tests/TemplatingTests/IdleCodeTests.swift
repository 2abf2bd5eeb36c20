import Diagnosing
import Testing

/// Warnings of what does nothing, and their absence where something is done.
struct IdleCodeTests {
  /// Returns the warnings of a page as `line:column rule`.
  private func warnings(_ text: String) -> [String] {
    let found = Sample.compile(text).diagnostics
    return found.sorted.map {
      #expect($0.severity == .warning, "\(text): \($0.message)")
      let place = $0.span.startPosition
      return "\(place.line):\(place.column) \($0.rule.id)"
    }
  }

  @Test(arguments: [
    (#"\(if true)a\(end)"#, "1:6"), (#"\(if !true)a\(else)b\(end)"#, "1:6"),
    (#"\(if 1 == 2)a\(end)"#, "1:6"), (#"\(if flag || true)a\(end)"#, "1:6"),
    (#"\(if flag && true)a\(end)"#, "1:14"), (#"\(if flag && flag)a\(end)"#, "1:6"),
    (#"\(if title == title)a\(end)"#, "1:6"), (#"\(if number < number)a\(end)"#, "1:6"),
    (#"\(if items.count < 0)a\(end)"#, "1:6"), (#"\(if items.count >= 0)a\(end)"#, "1:6"),
    (#"\(if flag)a\(else if flag)b\(end)"#, "1:22"), (#"\(if item == nil)a\(end)"#, "1:6"),
    (#"\(if title != nil && flag)a\(end)"#, "1:6"), (#"\(flag ? "a" : "a")"#, "1:3"),
    (#"\(true ? "a" : "b")"#, "1:3"), (#"\("\(1 > 2 ? "a" : "b")")"#, "1:6"),
    (#"\(for x in items where true)\(x.name)\(end)"#, "1:24"),
    (#"\(for x in items where 2 < 1)\(x.name)\(end)"#, "1:24"),
    (#"\(for x in [1, 2])\(x)\(else)never\(end)"#, "1:12"),
  ])
  func conditionsThatDecideNothing(template: String, place: String) {
    #expect(warnings(template) == ["\(place) idle-condition"])
  }

  @Test(arguments: [
    (#"\(for x in [])a\(end)"#, "1:12"), (#"\(for i in 3..<3)\(i)\(end)"#, "1:12"),
    (#"\(for x in items.prefix(0))\(x.name)\(end)"#, "1:12"), (#"\("")"#, "1:3"),
    (#"\(if flag)\(end)"#, "1:1"), (#"\(for x in items)\(end)"#, "1:1"),
  ])
  func whatShowsNothing(template: String, place: String) {
    #expect(warnings(template) == ["\(place) nothing-shown"])
  }

  @Test(arguments: [
    (#"\(let a = title)x"#, "1:7"), (#"\(title)\(let a = title)"#, "1:15"),
    (#"\(let a = title)\(let a = site)\(a)"#, "1:7"), (#"\(if let m = maybe)x\(end)"#, "1:10"),
    (#"\(for (i, x) in items.enumerated())\(x.name)\(end)"#, "1:8"),
    (#"\(if flag)\(let a = title)\(end)\(if flag)x\(end)"#, "1:17"),
  ])
  func namesThatNothingUses(template: String, place: String) {
    #expect(warnings(template) == ["\(place) unused-name"])
  }

  @Test(arguments: [
    #"\(if flag)a\(else if number > 1)b\(else)c\(end)"#, #"\(if maybe == nil)a\(end)"#,
    #"\(if items.count > 0)a\(end)"#, #"\(if items.count <= 0)a\(end)"#,
    #"\(for i in 0..<3)*\(end)"#, #"\(if flag)\(else)a\(end)"#, #"\(if flag) \(end)"#,
    #"\(let a = title)\(if flag)\(a)\(end)"#, #"\(let a = title)\(let b = a)\(b)"#,
    #"\(for (i, x) in items.enumerated() where i > 0)\(x.name)\(end)"#,
    #"\(for x in items)\(x.name)\(else)\(end)"#, #"\(let _ = title)"#,
    #"\(if let m = maybe, m == "x")a\(end)"#, #"\(flag ? "a" : "b")"#,
    #"\(include "sized")\(include "sized", size: "m")"#,
    #"\(include "hello", name: title == "x" ? "a" : "b")"#,
    "\\(extends \"layout\")\n\\(block main)\\(let a = title)\\(a)\\(end)",
    "\\(let a = title)\\(block main)\\(end)",
  ])
  func whatDoesSomethingIsNotReported(template: String) {
    #expect(warnings(template) == [])
  }

  /// A file is judged once, however often it is included.
  @Test func aMistakeInAFileHidesItsWarnings() {
    let found = Sample.compile(#"\(if true)a\(end)\(1 +)"#).diagnostics.sorted
    #expect(found.map(\.rule.id) == ["syntax"])
  }
}
