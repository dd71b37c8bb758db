/// Whether a word of a message is somebody's name.
enum PersonName {
  /// The name that a word is for certain: with a form of address, or after a label that says so.
  static func said(_ word: String, isLabelled: Bool) -> String? {
    var name = word
    var isCertain = isLabelled
    for opening in openings where name.hasPrefix(opening) {
      name = String(name.dropFirst(opening.count))
      isCertain = true
    }
    if titles.contains(where: { name.hasSuffix($0) && 1...3 ~= name.count - $0.count }), beginsAsName(name) {
      return name
    }
    return isCertain && canBeOne(name) ? name : nil
  }

  /// Whether an English word stands before a name.
  static func isTitle(_ word: String) -> Bool {
    ["mr", "mrs", "ms", "miss", "dr"].contains(word.lowercased())
  }

  /// Whether a word by itself can be a name: a surname before one or two hanzi, and no word of a matter.
  static func canBeOne(_ word: String) -> Bool {
    let isHanzi = word.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    let most = doubleSurnames.contains(String(word.prefix(2))) ? 4 : 3
    return isHanzi && 2...most ~= word.count && beginsAsName(word) && !others.contains(word)
      && MatterWords(word).topic == nil
  }

  private static func beginsAsName(_ word: String) -> Bool {
    word.first.map { surnames.contains($0) } == true || doubleSurnames.contains(String(word.prefix(2)))
  }

  private static let openings = ["我是业主", "我是", "我叫"]
  private static let titles = [
    "女士", "先生", "小姐", "太太", "阿姨", "叔叔", "大爷", "大妈", "大姐", "大哥", "奶奶", "爷爷", "老师", "师傅", "医生", "总",
  ]
  /// The commonest surnames, which more than nine of ten people have.
  private static let surnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
  )
  private static let doubleSurnames: Set = ["欧阳", "司马", "上官", "诸葛", "司徒", "东方", "夏侯", "皇甫", "尉迟"]
  /// Words that begin as names do.
  private static let others: Set = [
    "谢谢", "马上", "方便", "任何", "白天", "严重", "安排", "安装", "毛病", "高层", "高楼", "万一", "关门", "温度", "时间", "时候", "和谐",
    "全部", "全家", "应该", "应急", "明天", "明早", "明晚", "单元", "成功", "房东", "房间", "管家", "华为", "边上", "师傅", "和我",
    "解决", "连续", "党员", "查看", "查一下", "包括", "麻烦", "冷水", "牛奶", "向您", "许多", "于是", "何时", "农历", "时常", "易燃", "成了",
    "游泳池", "古树", "全屋", "全都", "明显", "荣幸", "桂花", "连夜", "路面", "阳台", "车库", "车子", "金属", "石头", "龙头", "万分",
    "叶子", "文明", "文件", "古怪", "关系", "关于", "单位", "解释", "宁静", "康复", "曲折", "江水",
  ]
}
