import Desk
import DeskStore
import Words

/// Looking back: the desk of another time, step by step.
extension Console {
  /// A step in time; in the present there is none to take.
  func step(inTime move: ReplayMove?) {
    guard let move else { return present() }
    guard port.replay != nil else {
      let key = context.key(.lookAt)
      return say("回看时才有用；\(key) 选择时刻。", "Only while looking back: \(key) chooses a time.")
    }
    look(move)
  }

  /// Goes somewhere in the past; where there is nothing to go to, that is said.
  func look(_ move: ReplayMove) {
    do {
      try port.look(move)
    } catch {
      return complain(error)
    }
    showAnotherDesk()
    if let number = port.replay?.event?.entry.body.ticket { layers.queue.follow(number, context, &books) }
  }

  private func present() {
    guard port.restriction?.isOtherMoment == true else { return say("这就是现在。", "This is the present.") }
    do {
      try port.lookAtPresent()
    } catch {
      return complain(error)
    }
    layers.queue.endFollowing()
    showAnotherDesk()
    say("回到现在。", "Back in the present.")
  }

  /// What was shown so far came from a false snapshot; the desk is what the journal says now.
  func wasMisled() {
    showAnotherDesk()
    say(seat.words.misled)
  }

  /// Nothing that was worked out before holds for another desk; screens of tickets that it does not have go.
  private func showAnotherDesk() {
    books = Books()
    alarm = Alarm()
    dropStrangers()
    trail.clear()
    refreshAll(rings: false)
  }
}

extension QueueScreen {
  /// Puts the cursor on the ticket that an event touched: on the list somebody chose, else on the list of all, until
  /// an event comes that the chosen one holds.
  mutating func follow(_ number: TicketNumber, _ context: Context, _ books: inout Books) {
    let chosen = left ?? list
    for name in [chosen, .all] {
      list = name
      refresh(context, &books)
      if entries.contains(where: { $0.number == number }) { break }
    }
    left = list == chosen ? nil : chosen
    select(number, context)
  }

  /// Back to the list somebody chose.
  mutating func endFollowing() {
    list = left ?? list
    left = nil
  }
}
