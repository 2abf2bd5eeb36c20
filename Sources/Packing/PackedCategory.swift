import Comparing
import Content
import Diagnosing
import Hashing
import Pairing
import Planning
import Rendering
import System
import Templating

/// The parts of a category's comparisons: one that all pages share, and one for each vendor.
struct PackedCategory: Sendable {
  let slug: String
  /// The vendors in the order of their positions, by which pairs are ordered.
  let vendors: [String]
  /// The pairs whose pages are files: those with an article.
  let pairFiles: [(left: String, right: String)]
  let files: [SiteFile]

  init?(
    _ renderer: SiteRenderer, _ category: CategoryPosition, jobs: Int, into log: inout Diagnostics
  ) {
    let entry = renderer.plan.edition[category]
    let pairs = renderer.pairs(inCategory: category, jobs: jobs).packing
    let vendors = entry.vendors.map(\.slug.text)
    slug = entry.category.slug.text
    self.vendors = vendors
    pairFiles = pairs.articlePairs.map { (vendors[$0.left], vendors[$0.right]) }
    let folder = Pack.folder + slug + "/"
    do throws(PackingFailure) {
      let program = try pairs.packedProgram()
      let version = Fingerprint { input in
        input.add(pairs.fingerprint)
        input.add(program.file)
      }
      for index in vendors.indices { try pairs.checkPacking(ofVendor: index) }
      let stamped = program.adding("version", version.text(digits: 16))
      files =
        [SiteFile(path: folder + "program.json", bytes: stamped.file)]
        + vendors.indices.map { index in
          Self.file(pairs, index, of: version, at: folder + "vendors/\(vendors[index]).json")
        }
    } catch {
      let obstacles = pairs.packingObstacles
      for obstacle in obstacles {
        log.report(.unpackable(obstacle.reason, at: obstacle.place ?? renderer.theme.origin))
      }
      if obstacles.isEmpty {
        log.report(.unpackable(error.reason, at: entry.category.file.start))
      }
      return nil
    }
  }

  /// - Parameter program: the version of the program, which a vendor's part belongs to.
  private static func file(
    _ pairs: PairRenderer, _ vendor: Int, of program: Fingerprint, at path: String
  ) -> SiteFile {
    let version = Lazy<Fingerprint>()
    @Sendable func fingerprint() -> Fingerprint {
      version.value {
        Fingerprint { input in
          input.add(program)
          input.add(pairs.fingerprint(ofVendor: vendor))
          for number in (try? pairs.packedNumbers(ofVendor: vendor)) ?? [] { input.add(number) }
        }
      }
    }
    return SiteFile(
      path: path, fingerprint: fingerprint,
      contents: .made {
        let part = try? pairs.packed(
          ofVendor: vendor, version: fingerprint().text(digits: 16),
          program: program.text(digits: 16))
        guard let part else { preconditionFailure("every vendor's part was checked") }
        return part.file
      })
  }
}
