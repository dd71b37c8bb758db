import Desk
import Terminal
import Words

extension Console {
  /// Does what the layers asked for, in order.
  func apply(_ effects: [Effect]) {
    for effect in effects { apply(effect) }
  }

  private func apply(_ effect: Effect) {
    switch effect {
    case .push(let layer): push(layer)
    case .pop: layers.pop()
    case .show(let layer):
      layers.popAll()
      push(layer)
    case .home(let number): home(number)
    case .list(let typed): list(typed)
    case .run(let action): run(action)
    case .openForm(let target): openForm(target)
    case .perform(let command, let target): perform(command, from: target)
    case .performEach(let commands, let action): performEach(commands, action)
    case .showView(let view): show(view)
    case .keepView(let view): keep(view)
    case .keepViews(let views): keep(views)
    case .takeIn(let command, let whole): takeIn(command, partOf: whole)
    case .notice(let notice): self.notice = notice
    case .keepFile(let name, let text): keep(text, as: name)
    case .keepDraft(let draft): drafts.call = draft
    case .look(let move): look(move)
    case .refresh: layers.refreshTop(context, &books)
    case .takeBack: takeBack()
    case .openUnseen: openUnseen()
    case .propose(let contact): propose(contact)
    case .confirmPeople(let unit): confirmPeople(of: unit)
    case .nameIsMatter: nameIsMatter()
    case .openDraft(let place): openDraft(place)
    case .select(let number): returned(from: number)
    case .park(let form): park(form)
    case .switchLanguage: seat.language = seat.language.other
    case .switchTheme: requests.append(.nextTheme)
    case .toggleMouse:
      keyboard.isMouseTaken.toggle()
      requests.append(.mouse(keyboard.isMouseTaken))
      let words = seat.words
      notice = Notice(
        text: keyboard.isMouseTaken
          ? words.text("鼠标可用。", "The mouse works here.")
          : words.text("鼠标交给终端，可以选取文字。", "The mouse is the terminal's: text can be selected."), tone: .hint)
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .quit: requests.append(.quit)
    }
  }

  private func keep(_ text: String, as name: String) {
    do {
      let path = try port.keep(text, as: name)
      notice = Notice(
        text: context.say("已存为 \(path)，用浏览器打印。", "Kept as \(path); print it from a browser."), tone: .done)
    } catch {
      notice = Notice(text: port.sentence(for: error, in: seat.language), tone: .refused)
    }
  }

  /// Shows the slip of the order that is aimed at.
  private func showSlip() {
    let selection = selection
    let order =
      selection.order
      ?? selection.ticket.flatMap { number in
        context.desk.tickets[number].flatMap { $0.liveOrder ?? $0.orders.last }.map {
          OrderID(number, $0.index)
        }
      }
    if let order { return push(SlipScreen(order)) }
    notice = Notice(
      text: context.say("还没有派工单可打印，请先派单。", "There is no work order to print yet; dispatch somebody first."),
      tone: .hint)
  }

  func push(_ layer: any Layer) {
    var layer = layer
    // What was typed before a question appeared is no answer to it.
    if layer.scope == .confirm { keyboard.dropsTypedAhead = true }
    if let number = layer.selection(context).history { loadHistory(of: number) }
    layer.refresh(context, &books)
    if let number = layer.place?.ticket { alarm.see(number) }
    layers.push(layer)
  }

  private func home(_ number: TicketNumber?) {
    layers.popAll()
    if let number { layers.queue.select(number, context) }
  }

  /// The queue, narrowed to what that means.
  private func list(_ typed: String) {
    layers.popAll()
    layers.queue.narrow(to: typed)
    layers.queue.refresh(context, &books)
  }

  // MARK: actions

  /// Runs an action: the top layer first, then what means the same everywhere.
  func run(_ action: ActionName) {
    if let effects = layers.update(.action(action), context) { return apply(effects) }
    if let opening = ScreenTable.opening(action, from: layers.top, selection: selection, context) {
      switch opening {
      case .push(let layer): return push(layer)
      case .show(let layer): return apply(.show(layer))
      }
    }
    switch ActionTable.entry(action).meaning {
    case .step(let step): return self.step(action, step)
    case .look(let move): return self.step(inTime: move(context))
    case .view, .list: break
    }
    switch action {
    case .intake: intake()
    case .queue: home(nil)
    case .openView: openViews()
    case .nextPage: run(.pageDown)
    case .goBack: goBack()
    case .goForward: goForward()
    case .language: apply(.switchLanguage)
    case .theme: apply(.switchTheme)
    case .mouse: apply(.toggleMouse)
    case .redraw: apply(.redraw)
    case .suspend: apply(.suspend)
    case .quit: quit()
    case .slip: showSlip()
    case .called: noteCalled()
    case .drafts: openDrafts()
    case .back: apply(.pop)
    // What means nothing beyond its own screen.
    default: break
    }
  }

  private var selection: Selection { layers.top.selection(context) }

  private func intake() {
    if let why = context.whyNot(.intake, selection) {
      notice = Notice(text: why, tone: .refused)
    } else {
      // What was begun with another caller is put aside for this one, and not thrown away.
      drafts.park()
      var screen = IntakeScreen(context)
      if let unit = selection.unit { screen.takeUnit(unit, context) }
      open(screen)
    }
  }

  /// A call that comes in while people are being sent, or rooms are looked up, leads back there.
  func open(_ screen: IntakeScreen) {
    if layers.top.scope == .board || layers.top.scope == .registers {
      push(screen)
    } else {
      apply(.show(screen))
    }
    sayDrafts()
  }

  /// A letter leaves only the queue; elsewhere it goes back one layer.
  private func quit() {
    if case .character = keyboard.key, !layers.isQueueOnTop { return run(.back) }
    guard !drafts.isEmpty else { return apply(.quit) }
    push(Confirm(.quitWithDraft, asked: keyboard.key, then: .quit))
  }

  /// A step of a ticket or an order: refused with the reason, done at once, or asked about in a form.
  private func step(_ action: ActionName, _ step: Step) {
    let marked = selection.marked
    if step.subject == .lastStep, marked.isEmpty { return undo() }
    if !marked.isEmpty, step.subject != .emergency { return self.step(action, onMarked: marked) }
    if let why = context.whyNot(action, selection) {
      notice = Notice(text: why, tone: .refused)
      return
    }
    guard let target = ActionTarget(action, selection, context.desk) else { return }
    guard step.isPlain, let me = seat.me else { return openForm(target) }
    do throws(Unread) {
      guard let plain = try target.plainAction(context) else { return }
      let seen = target.ticket.flatMap { context.desk.tickets[$0]?.lastSeq }
      perform(Command(by: me, seen: seen, action: plain), from: target)
    } catch { complain(error.problem) }
  }

  private func openForm(_ target: ActionTarget) {
    if let number = target.ticket { loadHistory(of: number) }
    guard let form = Form.make(target, context, history: books.history) else { return }
    push(taken(up: form))
  }

  // MARK: history

  /// Reads the history of a ticket unless it is at hand and nothing was added.
  func loadHistory(of number: TicketNumber) {
    guard let last = port.desk.tickets[number]?.lastSeq else { return }
    if let known = books.history, known.number == number, known.lastSeq == last { return }
    books.history = TicketHistory(number: number, lastSeq: last, events: port.history(of: number))
  }
}
