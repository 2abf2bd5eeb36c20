import System

/// An input of a derived value.
package protocol Fingerprinted: Sendable {
  /// Adds everything that the value contains, so that equal fingerprints mean equal values.
  func add(to input: inout FingerprintInput)
}

/// A value that names its inputs and is made on demand.
///
/// The maker receives nothing but the inputs, and the fingerprint is computed from them, so no
/// dependency can be forgotten. Pass a function that captures nothing.
package struct Derived<Value: Sendable>: Sendable {
  private let source: @Sendable () -> Fingerprint
  private let make: @Sendable () -> Value

  package init<each Input: Fingerprinted>(
    from inputs: repeat each Input, make: @escaping @Sendable (repeat each Input) -> Value
  ) {
    source = {
      Fingerprint { input in
        for item in repeat each inputs { item.add(to: &input) }
      }
    }
    self.make = { make(repeat each inputs) }
  }

  private init(source: @escaping @Sendable () -> Fingerprint, make: @escaping @Sendable () -> Value)
  {
    self.source = source
    self.make = make
  }

  /// A fingerprint that changes whenever the value does; computed without making the value.
  package var fingerprint: Fingerprint { source() }
  package var value: Value { make() }

  /// A copy that makes its value once and keeps it.
  package var remembered: Derived<Value> {
    let made = Lazy<Value>()
    return Derived(source: source) { made.value(make) }
  }

  /// Returns a value that depends on this one alone.
  package func map<Other>(
    _ transform: @escaping @Sendable (Value) -> Other
  ) -> Derived<Other> {
    Derived<Other>(source: source) { transform(make()) }
  }
}
