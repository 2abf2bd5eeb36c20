import Drawing
import Planning
import System

/// What drawing the pictures of shared pages needs of the machine.
enum DrawingRequirement {
  /// - Throws: `FileFailure` when the site has pictures and the machine cannot draw.
  static func check(_ plan: SitePlan) throws(FileFailure) {
    guard plan.hasSocialImages, !PNGDrawing.isAvailable else { return }
    throw FileFailure(
      "cannot make social images with", PNGDrawing.library,
      because: "\(PNGDrawing.remedy), or write 'socialImages: none' in 'site.yaml'")
  }
}
