import Foundation
import TestSites
import Testing

/// Texts of the site's own, also those that no page of the site shows.
@Suite struct OwnStringTests {
  /// Every text with values is refused with others.
  @Test func everyPlaceholderIsChecked() throws {
    let site = try TestSite()
    let english = try Program.run(["theme", "show", "strings/en.yaml"]).output
    let lines = english.split(separator: "\n").filter {
      $0.contains("\\(") && $0.first?.isLetter == true
    }
    let wrong = lines.map { $0.replacing(/\\\(\w+\)/, with: "\\(wrong)") }
    #expect(lines.count > 100)
    try site.write(wrong.joined(separator: "\n") + "\n", to: "templates/strings/en.yaml")
    let check = try Program.run(["check", "-s", site.folder.path()])
    #expect(check.code == 1)
    for line in lines {
      let key = line.prefix { $0 != ":" }
      #expect(check.errors.contains("the string '\(key)' "), "\(key)")
    }
  }

  /// The texts of other languages have the same values, so a copy of them is right.
  @Test(arguments: ["en", "de", "fr", "es"]) func theBuiltInTextsAreRight(_ language: String) throws
  {
    let site = try TestSite()
    try site.write(
      "title: T\nbaseURL: https://example.org/\nlanguage: \(language)\n", to: "content/site.yaml")
    let text = try Program.run(["theme", "show", "strings/\(language).yaml"]).output
    try site.write(text + "# mine\n", to: "templates/strings/\(language).yaml")
    let check = try Program.run(["check", "--strict", "-s", site.folder.path()])
    #expect(check.code == 0, "\(check.errors)")
  }

  /// A template of the site's own may give a text other values.
  @Test func ownTemplatesDecide() throws {
    let site = try TestSite()
    try site.write(
      #"\(// x)\#n\(extends "base")\#n\(block main)\#n"#
        + #"<h1>\(strings.tallyEven(name: left.name))</h1>\#n\(end)\#n"#,
      to: "templates/comparison.html")
    try site.write(#"tallyEven: 'Even with \(name)'"#, to: "templates/strings/en.yaml")
    let check = try Program.run(["check", "-s", site.folder.path()])
    #expect(!check.errors.contains("tallyEven"), "\(check.errors)")
  }
}
