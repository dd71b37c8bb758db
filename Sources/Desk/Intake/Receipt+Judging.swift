/// What of a receipt can be judged by the words of its summary.
public enum JudgedMember: Hashable, Sendable { case topic, urgency }

extension Receipt {
  /// Gives topic and urgency by the words of the summary where nobody has said any, and tells which: the one judge for every
  /// door, be it the form, one line, the command line or a file (DOMAIN, intake).
  public mutating func judge(isTopicSaid: Bool, isUrgencySaid: Bool) -> Set<JudgedMember> {
    let words = MatterWords(summary)
    var judged: Set<JudgedMember> = []
    if !isTopicSaid, let topic = words.topic {
      self.topic = topic
      judged.insert(.topic)
    }
    if !isUrgencySaid, let urgency = words.urgency {
      self.urgency = urgency
      judged.insert(.urgency)
    }
    return judged
  }
}
