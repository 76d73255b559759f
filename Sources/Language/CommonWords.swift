/// Words that stand in nearly every note, under which no phrase should be filed if another word serves.
enum CommonWords {
  /// Whether a stem or a folded form is a common word's.
  static func contains(_ key: UInt64) -> Bool { stems.value(key) > 0 }

  private static let stems: WordTable = {
    let words = """
      a an the i we they he she it you me us them him her our their his my your its to of in on at by for from with \
      into over up out off down about and or but so if as than then that this these those there here is are was were \
      be been being am do does did have has had will would can could should not no never nothing none nobody didnt \
      dont doesnt wasnt werent isnt arent cant couldnt wont wouldnt all any some one only just even still too very \
      more most what when which who why how where get got go went gone make made say said tell told want use work \
      customer team price support product time month week year day call mail email tool back two three four first \
      last new now after before until since another every again ask asked wrote sent send take took taken give gave \
      come came see saw need know knew think thought look put run ran keep kept left leave people everyone anyone \
      someone somebody thing way own other each both much many few same long end start next without because while \
      during through around data contract renewal number user account meeting ticket invoice system software \
      question answer quote notice date cost money bit lot well good better best like happy fine right wrong always \
      half yes against between within around under also maybe really quite far away please let set open close
      """
    var form = WordForm()
    var stems = WordTable(capacity: 1024)
    for word in words.utf8.split(separator: 0x20) {
      let bytes = Array(word)
      let (key, stem) = form.read(bytes, 0..<bytes.count)
      for common in [key, stem] { stems.insert(common, 1) }
    }
    return stems
  }()
}
