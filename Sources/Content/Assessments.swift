package import Diagnosing
package import Markup

/// What a report assesses besides its criteria.
package struct Assessments: Sendable {
  /// One entry per framework that the report scores, by framework id.
  package var frameworks: [FrameworkScores] = []
  package var stack: Stack?
  package var risks: [Risk] = []
  package var scenarios: [Scenario] = []
  package var alternatives: [Alternative] = []
  package var panel: [PanelVote] = []
  package var votes: Votes?

  package init() {}
}

package struct FrameworkScores: Sendable {
  package let framework: String
  package let dimensions: [DimensionScore]

  package init(framework: String, dimensions: [DimensionScore]) {
    self.framework = framework
    self.dimensions = dimensions
  }
}

package struct DimensionScore: Sendable {
  package let dimension: String
  package let score: Int?
  /// The reason why the score differs from what the checks give (T-10).
  package let override: (label: String, reason: String)?
  package let cap: (max: Int?, reason: String)?
  package let note: Markdown?
  package let checks: [Check]

  package init(
    dimension: String, score: Int?, override: (label: String, reason: String)?,
    cap: (max: Int?, reason: String)?, note: Markdown?, checks: [Check]
  ) {
    self.dimension = dimension
    self.score = score
    self.override = override
    self.cap = cap
    self.note = note
    self.checks = checks
  }

  package struct Check: Sendable {
    package let id: String
    package let met: Bool
    package let note: Markdown?

    package init(id: String, met: Bool, note: Markdown?) {
      self.id = id
      self.met = met
      self.note = note
    }
  }
}

package struct Stack: Sendable {
  package let role: String?
  package let layer: String?
  package let upstream: Markdown?
  package let downstream: Markdown?

  package init(role: String?, layer: String?, upstream: Markdown?, downstream: Markdown?) {
    self.role = role
    self.layer = layer
    self.upstream = upstream
    self.downstream = downstream
  }
}

package struct Risk: Sendable {
  package let title: String
  package let text: Markdown?
  package let mitigation: Markdown?

  package init(title: String, text: Markdown?, mitigation: Markdown?) {
    self.title = title
    self.text = text
    self.mitigation = mitigation
  }
}

package struct Scenario: Sendable {
  package let title: String
  package let fit: ScalePosition?
  package let text: Markdown?

  package init(title: String, fit: ScalePosition?, text: Markdown?) {
    self.title = title
    self.fit = fit
    self.text = text
  }
}

/// Another product: a vendor of this site, or a name with an address.
package struct Alternative: Sendable {
  package enum Subject: Sendable {
    case vendor(Located<String>)
    case other(name: String, url: String?)
  }
  package let subject: Subject
  package let relation: String
  package let note: Markdown?

  package init(subject: Subject, relation: String, note: Markdown?) {
    self.subject = subject
    self.relation = relation
    self.note = note
  }
}

package struct PanelVote: Sendable {
  package let persona: String
  package let vote: String?
  package let quote: Markdown?

  package init(persona: String, vote: String?, quote: Markdown?) {
    self.persona = persona
    self.vote = vote
    self.quote = quote
  }
}

package struct Votes: Sendable {
  package let up: Int
  package let down: Int

  package init(up: Int, down: Int) {
    self.up = up
    self.down = down
  }
}
