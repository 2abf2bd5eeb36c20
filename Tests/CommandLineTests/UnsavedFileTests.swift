import Foundation
import TestSites
import Testing

/// `check --stdin` judges the text of an editor at its place within the site.
struct UnsavedFileTests {
  private func check(_ site: TestSite, _ path: String, _ text: String) throws -> Program.Result {
    try Program.run(
      ["check", "--stdin", path, "-s", site.folder.path()], input: text)
  }

  @Test func aTemplateThatIsNotSavedIsJudged() throws {
    let site = try TestSite()
    let wrong = try check(site, "templates/not-found.html", "<p>\\(site.tilte)</p>")
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("templates/not-found.html:1:11: error"))
    #expect(wrong.errors.contains("did you mean 'title'?"))
    #expect(try check(site, "templates/not-found.html", "<p>\\(site.title)</p>").code == 0)
  }

  @Test func anEditorsTextReplacesWhatIsSaved() throws {
    let site = try TestSite()
    let path = "content/site.yaml"
    let saved = try site.read(text: path)
    #expect(try check(site, path, saved).code == 0)
    let wrong = try check(site, path, saved + "\ntilte: x\n")
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("content/site.yaml"))
    #expect(try site.read(text: path) == saved)
    #expect(try check(site, site.folder.path() + "/" + path, saved).code == 0)
  }

  @Test(arguments: ["x.html", "templates/../content/site.yaml", "/etc/passwd", "templates/"])
  func onlyFilesOfTheSiteAreTaken(path: String) throws {
    let site = try TestSite()
    let result = try check(site, path, "")
    #expect(result.code == 2)
    #expect(result.errors.contains("'--stdin' must be a file below content/ or templates/"))
  }
}
