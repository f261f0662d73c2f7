/// The order of dated things: what has no date comes before what has; a date counts as the last day it can mean; ties are
/// for the caller to break by path.
public func comesBefore(_ a: EDTFDate?, _ b: EDTFDate?) -> Bool { placeInOrder(a) < placeInOrder(b) }

/// The place of a date in that order, as a number: for sorting what is large by keys that are small.
func placeInOrder(_ date: EDTFDate?) -> Int64 { date.map { Int64($0.lastDay.number) } ?? .min }
