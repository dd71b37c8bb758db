import Desk
import DeskStore
import Terminal

/// What reaches a screen.
enum Input: Equatable {
  /// A key that is text here, or that only the screen itself can know.
  case key(Key)
  /// Something from the action table.
  case action(ActionName)
  /// The mouse went down on a thing.
  case press(HitTarget)
  /// The wheel: lines to move, negative upwards.
  case scroll(Int)
}

/// A thing on the screen that the mouse can press.
enum HitTarget: Hashable {
  case action(ActionName)
  case row(Int)
  /// A row of the second pane.
  case sideRow(Int)
  case field(Int)
  case choice(Int)
}

/// What a screen wants to happen beyond itself.
enum Effect {
  /// Another layer on top of this one.
  case push(any Layer)
  /// This layer goes away.
  case pop
  /// Another screen in place of all above the queue.
  case show(any Layer)
  /// Back to the queue, with this ticket selected if it is on the list.
  case home(select: TicketNumber?)
  /// The list of all tickets, narrowed to what such a text means.
  case list(String)
  /// Runs an action as if its key had been pressed, after the layer that says so has gone.
  case run(ActionName)
  /// Opens the form of an action for a ticket or an order.
  case openForm(ActionTarget)
  /// Records something.
  case perform(Command, from: ActionTarget?)
  /// Records a new ticket and makes it a part of another one.
  case takeIn(Command, partOf: TicketNumber)
  case notice(Notice)
  /// Records several, each by itself.
  case performEach([Command], ActionName)
  case showView(SavedView)
  case keepView(SavedView)
  case keepViews(SavedViews)
  /// Keeps a text as a file.
  case keepFile(name: String, text: String)
  /// Keeps what was typed into the intake form.
  case keepDraft(IntakeScreen?)
  /// Goes somewhere in the past.
  case look(ReplayMove)
  /// The lists are worked out anew.
  case refresh
  /// Takes back the last step.
  case takeBack
  /// Opens the emergency that nobody here has looked at.
  case openUnseen
  /// Puts somebody on record without leaving the form.
  case propose(Contact)
  /// Confirms everybody of a room who was put on record so.
  case confirmPeople(UnitCode)
  /// What stands in the field for a name is what the matter is.
  case nameIsMatter
  /// Goes on with a call that was not taken in to the end.
  case openDraft(Int)
  /// The cursor goes to the ticket that was worked on.
  case select(TicketNumber)
  /// Keeps what was typed into a form.
  case park(Form)
  case switchLanguage, switchTheme, toggleMouse, redraw, suspend, quit
}

/// One line for the person at the console, until the next key.
struct Notice: Equatable {
  enum Tone { case done, hint, refused }
  var text: String
  var tone: Tone
  /// It stays whatever is typed, until it is put away.
  var isKept = false
}
