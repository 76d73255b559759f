/// Works on things in parallel, and hands over what comes of them in their order.
package enum OrderedWork {
  /// How many things are begun ahead of what is due, where `jobs` are worked on at a time.
  static func ahead(_ jobs: Int) -> Int { jobs * 8 }

  /// Works on what `next` gives until it gives nothing, on up to `jobs` at a time, each in a slot from 0 on.
  ///
  /// Only so much is begun ahead of what is due that memory stays bounded. While something is being worked on, `next` is
  /// asked only where `isReady`: so it may wait for its input.
  package static func run<Thing: Sendable, Outcome: Sendable>(
    jobs: Int, next: () -> Thing?, isReady: () -> Bool = { true },
    work: @escaping @Sendable (_ thing: Thing, _ slot: Int) -> Outcome,
    take: (_ outcome: Outcome, _ thing: Thing) -> Void
  ) async {
    await withTaskGroup(of: (Int, Int, Outcome).self) { group in
      var slots = Array(0..<jobs)
      var begun: [Int: Thing] = [:]
      var done: [Int: Outcome] = [:]
      var (started, taken) = (0, 0)
      var isOver = false
      let ahead = ahead(jobs)
      while true {
        while !isOver, started - taken < ahead, let slot = slots.last {
          guard slots.count == jobs || isReady() else { break }
          guard let thing = next() else {
            isOver = true
            break
          }
          slots.removeLast()
          let index = started
          begun[index] = thing
          started += 1
          group.addTask { (index, slot, work(thing, slot)) }
        }
        guard let (index, slot, outcome) = await group.next() else { break }
        slots.append(slot)
        done[index] = outcome
        while let outcome = done.removeValue(forKey: taken),
          let thing = begun.removeValue(forKey: taken)
        {
          take(outcome, thing)
          taken += 1
        }
      }
    }
  }

  /// Works on each of `things`.
  package static func run<Thing: Sendable, Outcome: Sendable>(
    _ things: [Thing], jobs: Int,
    work: @escaping @Sendable (_ thing: Thing, _ slot: Int) -> Outcome,
    take: (_ outcome: Outcome, _ thing: Thing) -> Void
  ) async {
    var rest = things.makeIterator()
    await run(jobs: jobs, next: { rest.next() }, work: work, take: take)
  }
}
