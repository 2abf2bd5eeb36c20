/// Returns a number with an English noun whose plural ends in s: `1 page`, `2 pages`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
