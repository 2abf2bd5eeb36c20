package import Diagnosing

/// What a report assesses beside its criteria.
package struct Assessments: Sendable {
  /// Scores by framework id.
  package let frameworks: [FrameworkScores]
  package let stack: Stack?
  package let risks: [Risk]
  package let scenarios: [Scenario]
  package let alternatives: [Alternative]
  package let panel: [PanelVote]
  package let votes: Votes?
}

package struct FrameworkScores: Sendable {
  package let framework: String
  package let dimensions: [DimensionScore]
}

package struct DimensionScore: Sendable {
  package let dimension: String
  package let score: Int?
  /// Why the score is not what the checks give (T-10).
  package let override: (label: String, reason: String)?
  package let cap: (max: Int?, reason: String)?
  package let note: Markdown?
  package let checks: [Check]

  package struct Check: Sendable {
    package let id: String
    package let met: Bool
    package let note: Markdown?
  }
}

package struct Stack: Sendable {
  package let role: String?
  package let layer: String?
  package let upstream: Markdown?
  package let downstream: Markdown?
}

package struct Risk: Sendable {
  package let title: String
  package let text: Markdown?
  package let mitigation: Markdown?
}

package struct Scenario: Sendable {
  package let title: String
  package let fit: ScalePosition?
  package let text: Markdown?
}

/// Another product: a vendor of this site, or one by name and address.
package struct Alternative: Sendable {
  package enum Subject: Sendable {
    case vendor(Located<String>)
    case other(name: String, url: String?)
  }
  package let subject: Subject
  package let relation: String
  package let note: Markdown?
}

package struct PanelVote: Sendable {
  package let persona: String
  package let vote: String?
  package let quote: Markdown?
}

package struct Votes: Sendable {
  package let up: Int
  package let down: Int
}
