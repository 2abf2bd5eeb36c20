import CRSVG
import Synchronization
import System

/// Turns SVG pictures into PNG by librsvg.
///
/// The library is opened when the first picture is made. One picture is made at a time, because
/// font libraries are shared by all threads.
package enum PNGDrawing {
  /// The library, and what to do where it is missing.
  package static let library = "librsvg-2.so.2"
  package static let remedy =
    "it is not on this machine; install it (Debian: librsvg2-2 and fonts-dejavu-core)"

  /// Addresses of the library's functions. They are set once, before any thread reads them, and
  /// stay valid because the library is never closed.
  private struct Functions: @unchecked Sendable {
    let table: rsvg_library
  }

  private static let functions: Functions? = {
    var table = rsvg_library()
    // The function sets all members or gives 0.
    return unsafe rsvg_open(&table) == 0 ? nil : Functions(table: table)
  }()
  private static let turn = Mutex(())

  package static var isAvailable: Bool { functions != nil }

  /// The picture in PNG; nil where it cannot be drawn.
  package static func png(ofSVG svg: [UInt8], width: Int, height: Int) -> [UInt8]? {
    guard let functions else { return nil }
    return turn.withLock { _ in
      var output: [UInt8] = []
      var table = functions.table
      // The SVG and the output live for the call; the library keeps no pointer to either.
      let isDone = unsafe withUnsafeMutablePointer(to: &output) { output in
        unsafe rsvg_draw(
          &table, svg, svg.count, Int32(width), Int32(height),
          { closure, data, length in
            guard let closure = unsafe closure, let data = unsafe data else { return 1 }
            let output = unsafe closure.assumingMemoryBound(to: [UInt8].self)
            unsafe output.pointee.append(
              contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
            return 0
          }, output)
      }
      return isDone == 0 ? nil : output
    }
  }
}
