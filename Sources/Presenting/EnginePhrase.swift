/// A phrase that the engine itself uses, with the names of its values.
///
/// The text is in the theme's strings, under the name of the case, so a site in another language
/// needs no new code.
package enum EnginePhrase: String, CaseIterable, Sendable {
  case pageTitle, comparisonTitle, vendorTitle, methodologyTitle, pickerTitle, notFoundTitle
  case homeDescription, comparisonDescription, vendorDescription, categoryDescription
  case methodologyDescription, pickerDescription, notFoundDescription, freePageDescription
  case breadcrumbHome, breadcrumbMethodology
  case comparisonCaption, vendorCaption
  case reasonHeadline, reasonLeads, reasonTie, reasonWithinMargin,
    reasonTieLeads, reasonWithinMarginLeads, reasonInsufficientData
  case reasonNone
  case valueFree, valueContact, valueOf
  case periodSecond, periodMinute, periodHour, periodDay
  case periodWeek, periodMonth, periodQuarter, periodYear
  case stateNo, statePartial, stateYes, stateUnknown, stateNotApplicable
  case fitAvoid, fitCaution, fitGood, fitUnknown
  case kindScore, kindCount, kindNumber, kindPercent, kindMoney, kindDuration, kindDate
  case kindVersion, kindState, kindLevel, kindSet, kindList, kindText, kindRating
  case directionHigher, directionLower, directionLater, directionEarlier, directionNone
  case criterionRange
  case winnerByHeadline, winnerByLeads, winnerByNone, winnerMargin, winnerShared
  case tieLead, tieEqual, tieWithin, tieMissing, tieRelationship
  case indexedAll, indexedBounds, indexedShared
  case disclosureMade, disclosureHuman, disclosureAssisted, disclosureGenerated
  case disclosureBy, disclosureReviewed
  case changeSince, changeSinceRedefined, changeFrom, changeNoTier, correctedOn
  case rubricAdded, rubricRetired, rubricRedefined, rubricWinner, criteriaBegun, criteriaEnded
  case chartTitle, chartDescription, chartCaption
  case movedTitle, movedDescription, retiredTitle, retiredDescription
  case archiveTitle, archiveDescription, changesTitle, changesDescription
  case feedSubtitle, vendorFeedTitle, vendorFeedSubtitle
  case feedAdded, feedAddedText, feedChanged, feedRetired, feedRetiredText
  case feedLine, feedName, feedTier, feedNoData
  case weekTitle, weekDescription, correctionsTitle, correctionsDescription
  case frameworkSummary, capApplied, capNone
  case searchTitle, searchDescription
  case alternativesTitle, alternativesDescription
  case dataTitle, dataDescription
  case allCategories, rankingTitle, rankingDescription, rankingLead, rankingShared
  case comparisonsTitle, comparisonsDescription
  case winner, socialPair
  case stale, badgeValue, badgeTitle, badgeText
  case useCasesTitle, criteriaTitle, authorTitle, authorDescription

  /// Returns the phrase for the period of a price, by the period's name in reports.
  static func period(_ name: String) -> EnginePhrase? {
    EnginePhrase(rawValue: "period" + name.prefix(1).uppercased() + name.dropFirst())
  }

  /// The labels of the scales that every category has.
  static let scaleLabels: [EnginePhrase] = [
    .stateNo, .statePartial, .stateYes, .stateUnknown, .stateNotApplicable, .fitAvoid,
    .fitCaution, .fitGood, .fitUnknown,
  ]

  /// The names that the text of the phrase may use.
  package var parameters: [String] {
    switch self {
    case .pageTitle: ["title", "site"]
    case .comparisonTitle, .socialPair: ["left", "right"]
    case .comparisonDescription: ["left", "right", "category"]
    case .vendorTitle: ["name"]
    case .vendorDescription: ["name", "category"]
    case .methodologyTitle, .methodologyDescription: ["category"]
    case .categoryDescription: ["category", "count"]
    case .homeDescription, .pickerDescription, .searchDescription, .notFoundDescription: ["site"]
    case .freePageDescription: ["title", "site"]
    case .comparisonCaption: ["group", "left", "right"]
    case .vendorCaption: ["group", "name"]
    case .reasonHeadline: ["winner", "criterion", "value", "other"]
    case .reasonLeads: ["winner", "count", "other"]
    case .reasonTie, .reasonWithinMargin: ["left", "right", "criterion"]
    case .reasonTieLeads, .reasonWithinMarginLeads: ["left", "right"]
    case .reasonInsufficientData, .winnerShared: ["count"]
    case .criterionRange: ["from", "to"]
    case .winnerByHeadline: ["criterion", "direction"]
    case .winnerMargin: ["margin"]
    case .indexedBounds: ["shared", "different"]
    case .indexedShared: ["count"]
    case .changeSince, .changeSinceRedefined: ["change", "week"]
    case .rubricAdded, .rubricRetired, .rubricRedefined, .rubricWinner: ["criteria", "week"]
    case .criteriaBegun, .criteriaEnded: ["criteria"]
    case .changeFrom: ["value", "week"]
    case .feedSubtitle: ["site"]
    case .vendorFeedTitle, .vendorFeedSubtitle: ["name", "site"]
    case .feedAdded, .feedAddedText, .feedChanged, .feedRetired, .feedRetiredText:
      ["name", "week", "category"]
    case .feedLine: ["what", "from", "to"]
    case .correctedOn: ["date"]
    case .chartTitle: ["criterion"]
    case .chartCaption: ["criterion", "first", "latest"]
    case .chartDescription: ["criterion", "from", "to", "lowest", "highest", "latest"]
    case .movedTitle, .movedDescription: ["path"]
    case .retiredTitle, .retiredDescription: ["name", "week"]
    case .archiveTitle, .archiveDescription: ["name", "week", "current"]
    case .weekTitle, .weekDescription: ["week", "since", "site"]
    case .changesDescription, .correctionsDescription: ["site"]
    case .disclosureMade: ["made"]
    case .disclosureBy: ["by"]
    case .disclosureReviewed: ["reviewer"]
    case .frameworkSummary: ["framework", "name"]
    case .capApplied: ["max"]
    case .alternativesTitle, .alternativesDescription: ["name", "category"]
    case .dataTitle, .dataDescription: ["category", "count"]
    case .rankingTitle: ["category", "criterion"]
    case .rankingDescription: ["category", "criterion", "count"]
    case .rankingLead: ["name", "value"]
    case .rankingShared: ["count", "value"]
    case .comparisonsTitle: ["name"]
    case .comparisonsDescription: ["name", "category", "count"]
    case .badgeValue: ["criterion", "value"]
    case .badgeTitle: ["name", "text", "week", "site"]
    case .badgeText: ["name", "site"]
    case .authorTitle: ["name"]
    case .authorDescription: ["name", "site"]
    default: []
    }
  }
}
