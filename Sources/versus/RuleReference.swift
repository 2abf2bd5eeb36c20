import Comparing
import Diagnosing
import Freezing
import Importing
import Markup
import Packing
import Planning
import Previewing
import Reading
import Rendering
import Templating

/// All rules, and the page that explains them, `docs/rules.md`.
///
/// A test compares the list with the files in the `Rules` folders, so no rule is forgotten.
enum RuleReference {
  struct Section {
    let title: String
    let rules: [Rule]
  }

  static let sections = [
    Section(
      title: "Content",
      rules: [
        .accentContrast,
        .bidiControl,
        .comparisonCategories,
        .comparisonName,
        .controlCharacter,
        .danglingReference,
        .drift,
        .duplicateKey,
        .duplicateSlug,
        .emptyHeading,
        .fileName,
        .fileSize,
        .frontMatter,
        .futureEvidence,
        .hiddenLink,
        .hiddenText,
        .idleReason,
        .idleWeek,
        .ignoredKey,
        .independentOwned,
        .invalidEncoding,
        .invalidSlug,
        .invalidURL,
        .invalidValue,
        .invalidWeek,
        .irregularFile,
        .markupLimit,
        .missingCategory,
        .missingFile,
        .missingKey,
        .missingOverride,
        .nestingDepth,
        .oldEvidence,
        .outsideLink,
        .ownAlternative,
        .renameCircle,
        .repeatedFolder,
        .repeatedReport,
        .repeatedTitle,
        .reservedID,
        .scaleOrder,
        .tabIndentation,
        .unfilledCriterion,
        .unfinishedText,
        .unknownKey,
        .unknownValue,
        .unseenArticle,
        .valueRange,
        .vanishedValue,
        .wrongType,
        .yamlFeature,
        .yamlSyntax,
      ]),
    Section(
      title: "Tables to import",
      rules: [
        .existingReport, .rowCount, .sameTarget, .sameVendor, .sharedSlug, .tableFormat,
        .unmergeableReport, .unusedColumn, .vanishedVendor,
      ]),
    Section(
      title: "Templates",
      rules: [
        .circularInclude, .duplicateBlock, .foreignTag, .idleCondition, .includeDepth, .mayBeNil,
        .missingEnd, .nothingShown,
        .rawContent, .repeatedAttribute,
        .stringArguments, .syntax, .templateCost, .templateSize, .typeMismatch, .unbalancedMarkup,
        .unclosedQuote, .unclosedTag, .unexpectedTag, .unknownAsset, .unknownBlock, .unknownMember,
        .unknownName, .unknownString, .unknownTemplate, .unpackable, .unsafePlace,
        .unusedArgument, .unusedName, .unusedSetting, .unusedString,
      ]),
    Section(
      title: "The site as a whole",
      rules: [
        .deadAnchor, .deadLink, .deadOutsideLink, .frozenReport, .hostPath, .leftOutValue,
        .routeCollision,
        .tooManyImages, .tooManyPages, .tooManyTwins, .unreadableFile, .unusedFile,
      ]),
  ]

  static var all: [Rule] { sections.flatMap(\.rules) }

  static var markdown: String {
    """
    # Rules

    `versus check` reports violations of these rules, with the rule's id in brackets. An error stops
    a build. A warning does not, and fails `versus check` only with `--strict`. This page is
    generated from the texts in the rules' source files.

    """ + sections.map(markdown).joined()
  }

  private static func markdown(_ section: Section) -> String {
    "\n## \(section.title)\n" + section.rules.map(markdown).joined()
  }

  private static func markdown(_ rule: Rule) -> String {
    """

    ### \(rule.id)

    \(rule.summary)\(rule.severity == .warning ? " *Warning.*" : "")

    - Why: \(rule.cause)
    - What to do: \(rule.remedy)

    """
  }
}
