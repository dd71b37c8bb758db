import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let place = ArgumentDefinition(
    placeholder: "U", help: Phrase("房号，如 3-2-1201", "the room, such as 3-2-1201"))
  private static let ownerFlag = OptionDefinition("owner", nil, Phrase("业主", "owns the place"))
  private static let tenantFlag = OptionDefinition("tenant", nil, Phrase("租户", "rents the place"))

  private static let proposed = OptionDefinition(
    "proposed", nil, Phrase("待核：由主管以后核实", "to be confirmed by a supervisor"))

  static let contactAdd = CommandDefinition(
    path: ["contact", "add"], section: .registers, summary: Phrase("添加联系人", "adds an owner or a tenant"),
    arguments: [place], options: [.name.required, .phone, ownerFlag, tenantFlag, proposed],
    examples: ["contact add 3-2-1201 --name 张磊 --phone 13800001234 --owner"],
    work: .change { call in
      let contact = Contact(
        unit: UnitCode(call.invocation.argument(0) ?? ""), name: call.invocation[.name] ?? "",
        tenure: try tenure(call.invocation) ?? .owner, phone: call.invocation[.phone] ?? "")
      return call.invocation.has(proposed) ? .proposeContact(contact) : .addContact(contact)
    })

  static let contactEdit = CommandDefinition(
    path: ["contact", "edit"], section: .registers, summary: Phrase("修改联系人", "changes an owner or a tenant"),
    arguments: [place], options: [.name.required, .phone, ownerFlag, tenantFlag],
    examples: ["contact edit 3-2-1201 --name 张磊 --phone 13900001234"],
    work: .change { call in
      let tenure = try tenure(call.invocation)
      let phone = call.invocation[.phone]
      let isProposed = call.desk.contact(
        UnitCode(call.invocation.argument(0) ?? ""), call.invocation[.name] ?? "")?.isProposed
      // Whoever is proposed is confirmed by it as they stand.
      guard tenure != nil || phone != nil || isProposed == true else {
        throw UsageFault.missingOneOf([.phone, ownerFlag, tenantFlag])
      }
      return .editContact(
        unit: UnitCode(call.invocation.argument(0) ?? ""), name: call.invocation[.name] ?? "", tenure: tenure,
        phone: phone)
    })

  static let contactList = CommandDefinition(
    path: ["contact", "list"], section: .registers,
    summary: Phrase("列出联系人，可只列一户", "lists owners and tenants, of one room or all"),
    arguments: [place.optional], options: [proposed, .excel],
    examples: ["contact list 3-2-1201", "contact list --proposed"],
    formats: [.json, .csv],
    work: .read { call in
      let desk = call.desk
      var households = desk.households.values.sorted { $0.unit.code < $1.unit.code }
      if let text = call.invocation.argument(0) {
        let code = UnitCode(text)
        guard let household = desk.households[code] else {
          throw Refusal.unknownUnit(code, similar: desk.unitsSimilar(to: code))
        }
        households = [household]
      }
      let contacts = households.flatMap(\.contacts)
      show(call.invocation.has(proposed) ? contacts.filter(\.isProposed) : contacts, call)
    })

  private static func tenure(_ invocation: Invocation) throws -> Tenure? {
    if invocation.has(ownerFlag), invocation.has(tenantFlag) {
      throw UsageFault.conflicting(ownerFlag, tenantFlag)
    }
    return invocation.has(ownerFlag) ? .owner : invocation.has(tenantFlag) ? .tenant : nil
  }

  private static func show(_ contacts: [Contact], _ call: Call) {
    let (words, out) = (call.session.words, call.session.out)
    if call.invocation.has(.json) {
      return out.json(contacts) { writer, contact in
        writer.field("unit", contact.unit.value)
        writer.field("name", contact.name)
        writer.field("role", contact.tenure.rawValue)
        writer.field("phone", contact.phone)
        if contact.isProposed { writer.field("proposed", true) }
      }
    }
    if call.invocation.has(.csv) {
      let columns = TableCatalogue.contacts.columns
      let file = CSV(call, columns.map(\.heading))
      for contact in contacts { file.row(columns.map { $0.value(contact) }) }
      return
    }
    var table = TextTable([
      .init(heading: words.unit), .init(heading: words.person), .init(heading: words.tenure),
      .init(heading: words.phone),
    ])
    for contact in contacts {
      table.add([
        .init(contact.unit.value), .init(contact.name), .init(words.name(contact.tenure)),
        .init(contact.phone + (contact.isProposed ? words.text(" 待核", " to be confirmed") : "")),
      ])
    }
    table.print(on: out, ink: call.session.ink)
  }
}
