import TestSupport
import Testing

@testable import Desk

/// Relations follow a merging (DOMAIN, clock rule 12).
@Suite struct RelationTests {
  @Test func aPartOfAMergedTicketIsOneOfTheTicketThatGoesOn() throws {
    var scene = Scene()
    let (whole, part, survivor) = (
      try scene.ticket(.inquiry), try scene.ticket(.inquiry), try scene.ticket(.inquiry)
    )
    try scene.step(part, .link(parent: whole))
    try scene.step(whole, .merge(into: survivor), by: "chen")
    #expect(scene.desk.links.parent(of: part) == survivor)
    #expect(scene.desk.links.children(of: survivor) == [part])
    #expect(scene.desk.links.children(of: whole).isEmpty)
    for number in [survivor, part] { try scene.step(number, .reply(text: "x", notice: false)) }
    try scene.step(survivor, .close(text: "", withChildren: true))
    #expect(try scene.found(part).status == .closed)
  }

  @Test func whatAMergedTicketWasAPartOfTheOneThatGoesOnIsAPartOf() throws {
    var scene = Scene()
    let (whole, part, survivor) = (
      try scene.ticket(.inquiry), try scene.ticket(.inquiry), try scene.ticket(.inquiry)
    )
    try scene.step(part, .link(parent: whole))
    try scene.step(part, .merge(into: survivor), by: "chen")
    #expect(scene.desk.links.parent(of: survivor) == whole)
    #expect(scene.desk.links.children(of: whole) == [survivor])
    // Taken apart by whoever looks at the one that goes on, and back where the merging is taken back.
    var undone = scene
    try undone.step(survivor, .link(parent: nil))
    #expect(undone.desk.links.parent(of: survivor) == nil && undone.desk.links.children(of: whole).isEmpty)
    try scene.step(part, .unmerge(text: ""), by: "chen")
    #expect(scene.desk.links.parent(of: survivor) == nil && scene.desk.links.parent(of: part) == whole)
  }

  @Test func nothingIsAPartOfWhatWasMergedIntoIt() throws {
    var scene = Scene()
    let (whole, part) = (try scene.ticket(.inquiry), try scene.ticket(.inquiry))
    try scene.step(part, .link(parent: whole))
    try scene.step(whole, .merge(into: part), by: "chen")
    #expect(scene.desk.links.parent(of: part) == nil && scene.desk.links.children(of: part).isEmpty)
  }

  @Test func whateverIsLinkedAndMergedPartsAndWholesAgreeAndNoWayGoesInACircle() {
    for round in 0..<300 {
      var random = SeededRandom(for: "relations \(round)")
      var links = TicketLinks()
      let numbers = (1...8).map { TicketNumber(Int32($0)) }
      for _ in 0..<30 {
        let (one, other) = (
          numbers.randomElement(using: &random) ?? .first, numbers.randomElement(using: &random) ?? .first
        )
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: links.link(one, parent: other)
        case 2: links.link(one, parent: nil)
        case 3: links.unmerge(one)
        default: _ = links.merge(one, into: other)
        }
        for number in numbers {
          // What is merged is no part of anything beside the ticket it goes on in.
          for part in links.children(of: number) {
            #expect(links.parent(of: part) == number && links.survivor(of: part) == nil)
          }
          if links.survivor(of: number) == nil, let parent = links.parent(of: number) {
            #expect(links.children(of: parent).contains(number) && parent != number)
            #expect(links.survivor(of: parent) == nil)
          }
          var (steps, step) = (0, number)
          while let next = links.parent(of: step), steps < 20 { (step, steps) = (next, steps + 1) }
          #expect(steps < 20)
        }
      }
    }
  }
}
