// Writes Sources/Desk/Search/PinyinTable.swift from the toolchain's own transliteration:
//
//   swiftc -O Tests/Fixtures/make-pinyin.swift -o /tmp/make-pinyin && /tmp/make-pinyin > Sources/Desk/Search/PinyinTable.swift
//
// It gives one reading a character, and another one for surnames; both are taken, and the readings below besides,
// which residents' names and the words of a service desk need.
import Foundation

/// Further readings, a character and then what it is read as too.
let others = """
  单 shan chan 曾 zeng 解 xie 仇 qiu 区 ou 朴 piao po 查 zha 盖 ge 乐 yue yao 长 chang zhang 重 chong 行 hang 厦 xia
  调 tiao 还 hai 和 huo hu 都 du 传 zhuan 弹 tan 藏 zang 朝 zhao 车 ju 称 chen 乘 sheng 畜 xu 攒 cuan 大 dai 得 dei
  的 di 地 de 度 duo 恶 wu 佛 fu bi 给 ji 谷 yu 核 hu 红 gong 会 kuai gui 系 ji 降 xiang 强 jiang 角 jue 校 jiao 劲 jing
  卡 qia 壳 qiao 勒 lei 了 liao 六 lu 陆 liu 露 lou 率 shuai lv 落 la lao 脉 mo 没 mo 模 mu 弄 long 拗 niu 迫 pai 泊 po
  期 ji 奇 ji 亲 qing 圈 juan 券 xuan 雀 qiao 塞 se 色 shai 杉 sha 折 she 什 shi 参 shen cen 盛 cheng 石 dan 识 zhi
  似 shi 属 zhu 数 shuo 说 shui yue 宿 xiu 提 di 褪 tun 拓 ta 万 mo 尾 yi 尉 yu 蔚 yu 吓 he 纤 qian 巷 hang 削 xue
  血 xie 省 xing 吁 yu 咽 ye 叶 xie 遗 wei 艾 yi 员 yun 约 yao 扎 za 轧 ya ga 择 zhai 粘 nian 着 zhao zhuo 殖 shi
  种 chong 著 zhuo 幢 chuang 综 zeng 祭 zhai 翟 di 洗 xian 覃 tan 缪 mou miu 郇 huan 宓 fu 秘 bi 费 bi 薄 bao 暴 pu
  柏 bo 卜 bo 谌 shen 褚 zhu 丁 zheng 句 gou 贾 gu 靓 jing 隽 jun 能 nai 乜 nie 繁 po 蕃 bo 番 pan 乾 gan 且 ju 瞿 ju
  召 shao 莘 xin 沈 chen 隗 kui 琢 zuo 咖 ga 茄 jia 伽 qie ga 厕 si 剥 bao 堡 bu pu 便 pian 扁 pian 屏 bing 差 chai ci
  禅 shan 颤 zhan 裳 shang 嘲 zhao 尺 che 匙 shi 臭 xiu 绰 chao 伺 ci 撮 zuo 沓 da 叨 tao 澄 deng 囤 dun 否 pi 脯 pu
  咯 ka lo 蛤 ge 颈 geng 鹄 gu 龟 jun qiu 柜 ju 桧 hui 吭 hang 貉 hao 虹 jiang 豁 hua 缉 qi 稽 qi 夹 ga 见 xian 槛 kan
  嚼 jue 剿 chao 桔 ju 藉 ji 咀 zui 觉 jiao 咳 hai 溃 hui 括 gua 烙 luo 姥 mu 俩 lia 偻 lv 碌 liu 埋 man 蔓 wan 氓 meng
  糜 mei 泌 bi 抹 ma 摩 ma 牟 mu 娜 nuo 南 na 溺 niao 尿 sui 疟 yao 胖 pan 刨 bao 炮 bao 瀑 bao 曝 bao 栖 xi 蹊 xi
  茜 xi 若 re 栅 shan 蛇 yi 拾 she 熟 shou 汤 shang 陶 yao 圩 xu 涡 guo 戏 hu 铣 xian 邪 ye 颉 jie 殷 yan 熨 yu
  咋 ze zha 爪 zhao 仔 zai 卒 cu 嘎 ga 呢 ne 哪 na ne 那 nuo 吗 ma 嗯 en 哦 e 喔 o 噢 ao 这 zhei 谁 shui shei 晟 cheng
  莞 wan 浚 xun 忒 tui 适 kuo 逄 pang 冼 xian 亓 qi 仉 zhang 尹 yin 佘 she 占 zhan 任 ren 漏 lou 女 ru 阿 e 啊 a
  呆 ai 蚌 beng 磅 pang 膀 pang 辟 pi 缏 bian 骠 biao 伯 bai 簸 bo 侧 zhai 孱 can 刹 sha 杈 cha 单 dan 当 dang 倒 dao
  肚 du 敦 dui 垛 duo 坊 fang 菲 fei 缝 feng 伽 jia 杆 gan 搁 ge 蛤 ha 合 ge 吼 hou 囫 hu 哗 hua 徊 huai 圜 yuan
  """

/// The readings of a character without tones, the usual one first; ü written v and also u.
func readings(_ character: Character, _ more: [Character: [String]]) -> [String] {
  var found: [String] = []
  func add(_ syllable: String) {
    for form in syllable.contains("v")
      ? [syllable, syllable.replacingOccurrences(of: "v", with: "u")] : [syllable]
    where !found.contains(form) { found.append(form) }
  }
  for transform in [StringTransform.mandarinToLatin, StringTransform("Han-Latin/Names")] {
    if let syllable = plain(String(character), transform) { add(syllable) }
  }
  for syllable in more[character] ?? [] { add(syllable) }
  return found
}

/// One reading in the letters a to z; nil where the transliteration has none.
func plain(_ text: String, _ transform: StringTransform) -> String? {
  guard let latin = text.applyingTransform(transform, reverse: false), latin != text else { return nil }
  var letters = ""
  for scalar in latin.decomposedStringWithCanonicalMapping.unicodeScalars {
    if scalar == "\u{308}", letters.last == "u" {
      letters.removeLast()
      letters.append("v")
    } else if ("a"..."z").contains(scalar) {
      letters.unicodeScalars.append(scalar)
    }
  }
  return letters.isEmpty ? nil : letters
}

var more: [Character: [String]] = [:]
var current: Character?
for word in others.split(whereSeparator: \.isWhitespace) {
  if let first = word.first, !first.isASCII {
    current = first
  } else if let current {
    more[current, default: []].append(String(word))
  }
}

/// All printable ASCII but the quotation mark and the backslash.
let digits = (33...126).filter { $0 != 34 && $0 != 92 }.map { String(UnicodeScalar(UInt8($0))) }
var places: [String: Int] = ["": 0]
var sets = [""]
var rows: [String] = []
var row = ""
for value in UInt32(0x4E00)...0x9FFF {
  let set = readings(Character(UnicodeScalar(value)!), more).joined(separator: "/")
  if places[set] == nil {
    places[set] = sets.count
    sets.append(set)
  }
  let place = places[set]!
  row += digits[place / digits.count] + digits[place % digits.count]
  if row.utf8.count == 96 || value == 0x9FFF {
    rows.append(row)
    row = ""
  }
}
var lines: [String] = [""]
for set in sets.dropFirst() {
  if lines[lines.count - 1].utf8.count + set.utf8.count > 95 { lines.append("") }
  lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + set
}
print(
  """
  /// The readings of the hanzi U+4E00–9FFF, written by `Tests/Fixtures/make-pinyin.swift` from the transliteration that
  /// comes with Swift: not to be changed by hand.
  enum PinyinTable {
    /// The different sets of readings; a set's readings stand between slashes, the usual one first.
    static let sets: StaticString = \"\"\"
      \(lines.joined(separator: "\n    "))
      \"\"\"

    /// Two digits a hanzi, 48 hanzi a row: the place of its set from 1 on, 0 where it has none. The digits are the
    /// printable ASCII characters but the quotation mark and the backslash.
    static let codes: StaticString = \"\"\"
      \(rows.joined(separator: "\n    "))
      \"\"\"
  }
  """)
