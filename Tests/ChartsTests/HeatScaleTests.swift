import Charts
import Testing

@Suite struct HeatScaleTests {
  @Test(arguments: 1...60)
  func everyCountHasTheShadeThatTheKeySays(_ most: Int) {
    let scale = HeatScale(most: most)
    for (place, counts) in scale.counts.enumerated() {
      for count in counts { #expect(scale.shade(of: count) == place + 1) }
    }
    #expect(scale.counts.flatMap { Array($0) } == Array(1...most))
    #expect(scale.shade(of: 0) == nil)
  }

  @Test func aTableOfNothingHasNoKey() { #expect(HeatScale(most: 0).counts == []) }
}
