import Desk

/// Zones typed in from the zone database (2025b), so that nothing here depends on the machine: each with the years
/// that the cases use.
enum ReferenceZones {
  /// A zone whose clocks go forward at the first second, back at the second, and so on.
  private static func swinging(
    _ name: String, winter: Int32, summer: Int32, endsFirst: Bool = false, _ seconds: [Int64]
  ) -> Zone {
    let offsets = endsFirst ? [winter, summer] : [summer, winter]
    return Zone(
      name: name, firstOffset: offsets[1],
      transitions: seconds.enumerated().map {
        Zone.Transition(second: $0.element, offset: offsets[$0.offset % 2])
      })
  }

  /// No changes since 1991; summer time from 1986 on.
  static let shanghai = swinging(
    "Asia/Shanghai", winter: 28_800, summer: 32_400,
    [
      515_527_200, 527_014_800, 545_162_400, 558_464_400, 577_216_800, 589_914_000, 608_666_400, 621_968_400,
      640_116_000, 653_418_000, 671_565_600, 684_867_600,
    ])

  static let berlin = swinging(
    "Europe/Berlin", winter: 3600, summer: 7200,
    [
      1_459_040_400, 1_477_789_200, 1_490_490_000, 1_509_238_800, 1_521_939_600, 1_540_688_400, 1_553_994_000,
      1_572_138_000, 1_585_443_600, 1_603_587_600, 1_616_893_200, 1_635_642_000, 1_648_342_800, 1_667_091_600,
      1_679_792_400, 1_698_541_200, 1_711_846_800, 1_729_990_800, 1_743_296_400, 1_761_440_400, 1_774_746_000,
      1_792_890_000, 1_806_195_600, 1_824_944_400,
    ])

  static let newYork = swinging(
    "America/New_York", winter: -18_000, summer: -14_400,
    [
      1_457_852_400, 1_478_412_000, 1_489_302_000, 1_509_861_600, 1_520_751_600, 1_541_311_200, 1_552_201_200,
      1_572_760_800, 1_583_650_800, 1_604_210_400, 1_615_705_200, 1_636_264_800, 1_647_154_800, 1_667_714_400,
      1_678_604_400, 1_699_164_000, 1_710_054_000, 1_730_613_600, 1_741_503_600, 1_762_063_200, 1_772_953_200,
      1_793_512_800, 1_805_007_600, 1_825_567_200,
    ])

  /// Summer time is half an hour.
  static let lordHowe = swinging(
    "Australia/Lord_Howe", winter: 37_800, summer: 39_600, endsFirst: true,
    [
      1_459_609_200, 1_475_335_800, 1_491_058_800, 1_506_785_400, 1_522_508_400, 1_538_839_800, 1_554_562_800,
      1_570_289_400, 1_586_012_400, 1_601_739_000, 1_617_462_000, 1_633_188_600, 1_648_911_600, 1_664_638_200,
      1_680_361_200, 1_696_087_800, 1_712_415_600, 1_728_142_200, 1_743_865_200, 1_759_591_800, 1_775_314_800,
      1_791_041_400, 1_806_764_400, 1_822_491_000,
    ])

  /// Half an hour beside the full hours, and until 2011 changes at one minute past midnight.
  static let stJohns = swinging(
    "America/St_Johns", winter: -12_600, summer: -9000,
    [
      1_112_499_060, 1_130_639_460, 1_143_948_660, 1_162_089_060, 1_173_583_860, 1_194_143_460, 1_205_033_460,
      1_225_593_060, 1_236_483_060, 1_257_042_660, 1_268_537_460, 1_289_097_060, 1_299_987_060, 1_320_553_800,
      1_331_443_800, 1_352_003_400, 1_362_893_400, 1_383_453_000, 1_394_343_000, 1_414_902_600, 1_425_792_600,
      1_446_352_200,
    ])

  /// Changes at midnight: a day begins at one o'clock, another has its last hour twice.
  static let saoPaulo = swinging(
    "America/Sao_Paulo", winter: -10_800, summer: -7200, endsFirst: true,
    [
      1_266_717_600, 1_287_284_400, 1_298_167_200, 1_318_734_000, 1_330_221_600, 1_350_788_400, 1_361_066_400,
      1_382_238_000, 1_392_516_000, 1_413_687_600, 1_424_570_400, 1_445_137_200, 1_456_020_000, 1_476_586_800,
      1_487_469_600, 1_508_036_400, 1_518_919_200, 1_541_300_400, 1_550_368_800,
    ])

  /// Crossed the date line: 2011-12-30 was no day there.
  static let apia = Zone(
    name: "Pacific/Apia", firstOffset: -39_600,
    transitions: [
      (1_285_498_800, -36_000), (1_301_752_800, -39_600), (1_316_872_800, -36_000), (1_325_239_200, 50_400),
      (1_333_202_400, 46_800), (1_348_927_200, 50_400), (1_365_256_800, 46_800), (1_380_376_800, 50_400),
    ].map { Zone.Transition(second: $0.0, offset: $0.1) })

  /// Three quarters of an hour.
  static let kathmandu = Zone(
    name: "Asia/Kathmandu", firstOffset: 19_800, transitions: [.init(second: 504_901_800, offset: 20_700)])

  static let all = [shanghai, berlin, newYork, lordHowe, stJohns, saoPaulo, apia, kathmandu]
}
