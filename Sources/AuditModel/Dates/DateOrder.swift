/// The order of dated things: what has no date comes before what has; a date counts as the last day it can mean; ties are
/// for the caller to break by path.
public func comesBefore(_ a: EDTFDate?, _ b: EDTFDate?) -> Bool {
  switch (a, b) {
  case (nil, nil): false
  case (nil, _): true
  case (_, nil): false
  case (let a?, let b?): a.lastDay < b.lastDay
  }
}
