/// The time after which half were done, by the product-limit estimator of Kaplan and Meier; nil where the estimate stays above
/// half.
///
/// At each time at which some were done, the share still not done falls by those done of those still followed then; what is not
/// done yet counts as followed up to its own time.
func kaplanMeierMedian(_ times: [(days: Int, isDone: Bool)]) -> Int? {
  let sorted = times.sorted { $0.days < $1.days }
  var atRisk = sorted.count
  var survival = 1.0
  var index = 0
  while index < sorted.count {
    let day = sorted[index].days
    var (done, left) = (0, 0)
    while index < sorted.count, sorted[index].days == day {
      if sorted[index].isDone { done += 1 }
      left += 1
      index += 1
    }
    if done > 0 {
      survival *= 1 - Double(done) / Double(atRisk)
      // Rounding may leave a half a hair above itself.
      if survival <= 0.5 + 1e-9 { return day }
    }
    atRisk -= left
  }
  return nil
}
