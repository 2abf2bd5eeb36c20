import Comparing
import Content
import Diagnosing
import Foundation
import Packing
import Planning
import Rendering
import TestSeeds
import TestSites
import Testing

/// The handler makes the bytes of every comparison of random sites with all kinds of values.
struct RandomSiteTests {
  @Test(arguments: Seeds.first(8))
  func handlerMakesThePages(seed: UInt64) throws {
    let site = try TestSite.ofAllKinds(seed: seed, language: seed % 2 == 0 ? "en" : "de")
    let renderer = try site.renderer()
    var log = Diagnostics()
    let pack = try #require(Pack(renderer, jobs: 1, into: &log), "seed \(seed)")
    let (packed, plain) = ("packed/", "plain/")
    for file in pack.files { try site.write(Data(try file.bytes()), to: packed + file.path) }
    var addresses: [String] = []
    for category in renderer.plan.edition.categoryPositions {
      for left in renderer.plan.edition.vendorPositions(of: category) {
        for right in renderer.plan.rights(ofLeft: left) {
          let page = Page.comparison(PairPosition(category, left: left.index, right: right))
          var bytes: [UInt8] = []
          renderer.render(page, into: &bytes)
          try site.write(Data(bytes), to: plain + renderer.plan.file(of: page))
          addresses.append(renderer.plan.link(to: page))
        }
      }
    }
    try site.write(addresses.joined(separator: "\n"), to: "addresses")
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments =
      ["node", TestSite.root.appending(path: "Tests/Site/packed_law.mjs").path()]
      + [packed, plain].map { site.folder.appending(path: $0).path() }
      + [renderer.plan.base.path, site.folder.appending(path: "addresses").path()]
    let output = Pipe()
    node.standardOutput = output
    try node.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    node.waitUntilExit()
    #expect(addresses.count >= 36)
    #expect(
      text == "\(addresses.count) pages\n",
      """
      seed \(seed): 'facts' in Sources/Packing/Host/handler.js must give the numbers of PairFacts, \
      all of them and in their order
      """)
  }
}
