/// `1 page`, `2 pages`: a number and an English noun whose plural ends in s.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
