/// The words of dates, in English, German, French, Spanish, Italian, Portuguese and Dutch.
///
/// Words in front of a `~` are fickle: they count only where what stands beside them says so.
enum DateVocabulary {
  /// What `key` has to do with dates.
  static func meaning(of key: WordKey) -> DateWord {
    guard key.isExact else { return .other }
    var slot = Int(key.digest) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.key == key { return entry.word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .other
  }

  private static let entries = words.map { (key: $0.key, word: $0.value) }

  /// The entries, open-addressed by their keys' digests: every word of a note is looked up here.
  private static let slots: [Int16] = {
    var slots = [Int16](repeating: -1, count: 4096)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.key.digest) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int16(number)
    }
    return slots
  }()

  private static let words: [WordKey: DateWord] = {
    var table: [WordKey: DateWord] = [:]
    func add(_ kind: DateWord.Kind, _ value: Int, _ words: String) {
      for word in words.split(separator: " ") {
        let isFickle = word.hasSuffix("~")
        let key = WordKey(String(isFickle ? word.dropLast() : word))
        if table[key] == nil { table[key] = DateWord(kind: kind, value: value, isFickle: isFickle) }
      }
    }
    for (index, words) in months.enumerated() { add(.month, index + 1, words) }
    for (index, words) in weekdays.enumerated() { add(.weekday, index, words) }
    for (index, words) in numbers.enumerated() { add(.number, index + 1, words) }
    for (index, words) in ordinals.enumerated() { add(.ordinal, index + 1, words) }
    for (unit, words) in units { add(.unit, unit.rawValue, words) }
    for (part, words) in parts { add(.part, part.rawValue, words) }
    for (pointer, words) in pointers { add(.pointer, pointer.rawValue, words) }
    for (direction, words) in directions { add(.direction, direction.rawValue, words) }
    for (feast, words) in feasts { add(.feast, feast.rawValue, words) }
    for (kind, value, words) in others { add(kind, value, words) }
    return table
  }()

  private static let months = [
    "january januar jänner janvier enero gennaio janeiro januari jan~ janv ene gen~ jän",
    "february februar février febrero febbraio fevereiro februari feb febr févr fev fevrier",
    "march~ märz mars~ marzo março maart mar~ mrt maerz ma\u{308}rz",
    "april~ avril abril aprile apr avr abr",
    "may~ mai~ mayo~ maggio maio mei~ mag~",
    "june~ juni juin junio giugno junho jun giu",
    "july juli juillet julio luglio julho jul juil lug",
    "august~ août agosto augustus~ aug aout",
    "september septembre septiembre settembre setembro sept sep",
    "october oktober octobre octubre ottobre outubro oct okt ott",
    "november novembre noviembre novembro nov",
    "december dezember décembre diciembre dicembre dezembro dec dez déc dic decembre",
  ]

  private static let weekdays = [
    "monday mon~ montag lundi lunes lunedì maandag segunda-feira",
    "tuesday tue~ tues dienstag mardi martes martedì dinsdag",
    "wednesday wed~ weds mittwoch mercredi miércoles mercoledì woensdag",
    "thursday thu thur thurs donnerstag jeudi jueves giovedì donderdag",
    "friday fri freitag vendredi viernes venerdì vrijdag",
    "saturday sat~ samstag sonnabend samedi sábado sabato zaterdag",
    "sunday sun~ sonntag dimanche domingo domenica zondag",
  ]

  private static let numbers = [
    "one a~ an~ ein eine einem einen einer un une una uno een",
    "two zwei deux dos due dois twee couple",
    "three drei trois tres tre três drie", "four vier quatre cuatro quattro quatro",
    "five fünf cinq cinco cinque vijf", "six sechs seis sei~ zes",
    "seven sieben sept~ siete sette zeven",
    "eight acht huit ocho otto~ oito", "nine neun neuf nueve nove negen",
    "ten zehn dix diez dieci dez~ tien",
    "eleven elf", "twelve zwölf twaalf", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty",
  ]

  private static let ordinals = [
    "first ersten erster erste premier primero primo primeiro eerste",
    "second~ zweiten zweite deuxième tweede",
    "third dritten dritte troisième derde", "fourth vierten quatrième vierde", "fifth", "sixth",
    "seventh", "eighth",
    "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second",
    "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
  ]

  private static let units: [(TimeUnit, String)] = [
    (.day, "day days tag tage tagen jour jours día días giorno giorni dia dias dag dagen"),
    (
      .week,
      "week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken"
    ),
    (.fortnight, "fortnight fortnights"),
    (
      .month,
      "month months mth mths monat monate monaten mois mes meses mese mesi mês maand maanden"
    ),
    (
      .year,
      "year years yr yrs jahr jahre jahren an~ ans année année's año años anno~ anni ano anos jaar"
    ),
  ]

  private static let parts: [(SpanPart, String)] = [
    (.early, "early start beginning anfang début principios inicio inizio início begin opening"),
    (.mid, "mid middle mitte mi-mois mediados metà meados midden halfway medio"),
    (.late, "late ende~ fin final finales fine~ fim eind eind~"),
    (.end, "end tail back"),
  ]

  private static let pointers: [(Pointer, String)] = [
    (.last, "last letzten letzte letzter letztes letztem vorigen past vorige"),
    (.next, "next nächsten nächste nächster nächstes prochain prochaine coming"),
    (.this, "this diesen dieser dieses diesem diese cette"),
    (.that, "that jenem jener"), (.same, "same selben gleichen"),
    (.previous, "previous prior~ preceding"), (.following, "following folgenden"),
  ]

  private static let directions: [(Direction, String)] = [
    (.after, "after nach après después dopo depois na~ into"),
    (.before, "before b4 vor~ avant antes prima~"),
    (.ago, "ago zuvor"), (.later, "later später plus~ tard afterwards"),
    (.earlier, "earlier früher beforehand previously"),
  ]

  private static let feasts: [(Feast, String)] = [
    (
      .christmas,
      "christmas xmas christmastime weihnachten noël navidad natale natal kerst yuletide"
    ),
    (.newYear, "newyear neujahr"), (.newYearsEve, "silvester hogmanay"),
    (.thanksgiving, "thanksgiving"),
    (.easter, "easter ostern pâques pasqua pascua pasen"), (.halloween, "halloween"),
    (.midsummer, "midsummer midsommar"), (.valentine, "valentine"), (.pongal, "pongal"),
    (.walpurgis, "valborg walpurgis"), (.lunarNewYear, "cny"),
    (.whitsun, "whitsun pentecost pfingsten"), (.carnival, "karneval fasching"),
  ]

  private static let others: [(DateWord.Kind, Int, String)] = [
    (.season, 1, "spring~ springtime frühjahr frühling printemps primavera"),
    (.season, 2, "summer summertime sommer été verano estate~"),
    (.season, 3, "autumn fall~ herbst automne otoño autunno outono"),
    (.season, 4, "winter wintertime hiver invierno inverno"),
    (.link, 0, "of the de du des le la el den der del della dello da do van het di"),
    (
      .preposition, 0,
      "in on since at around about circa ca over during seit am im ab vom en depuis desde dal nel em sinds op dated within throughout come mid-way für for when once"
    ),
    (
      .limit, 0,
      "by due deadline hasta entro spätestens"
    ),
    (.limit, 1, "until till untill til bis~ até tot"),
    (.through, 1, "to through thru au al"), (.through, 0, "and et y und or e~"),
    (.from, 0, "from between btw von zwischen entre"),
    (.quarter, 0, "quarter quarters quartal trimestre qtr kwartaal"),
    (.half, 0, "half halbjahr semestre"),
    (.nearDay, -1, "yesterday yday gestern hier~ ayer ieri ontem gisteren"),
    (.nearDay, 0, "today heute tonight"),
    (.nearDay, 1, "tomorrow tmrw tmw tomoz morgen~ demain mañana~ domani amanhã"),
    (.fiscal, 0, "fy fiscal financial"),
    (.feastLead, 0, "new black cyber labor labour boxing independence st lunar chinese"),
    (.weekMark, 0, "kw cw"),
    (.unitEnd, TimeUnit.month.rawValue, "eom"), (.unitEnd, TimeUnit.week.rawValue, "eow"),
    (.unitEnd, TimeUnit.day.rawValue, "eod cob"), (.unitEnd, TimeUnit.year.rawValue, "eoy"),
    (.unitEnd, TimeUnit.quarter.rawValue, "eoq"),
    (
      .dayPart, 0,
      "morning mornings~ afternoon arvo evening night weekend lunchtime nachmittag abend wochenende"
    ),
    (.recurring, 0, "every each per jeden jede jedes chaque cada ogni"),
    (
      .ahead, 0,
      "will shall ll going gonna wird werden plan planned scheduled upcoming should"
    ),
    (
      .past, 0,
      "was were had did went came got gave took told said asked wrote made began sent saw felt found left lost kept put knew thought became stood ran fell rose grew held brought bought sold paid dropped stopped didn wasn weren hadn couldn been war waren hatte hatten kam ging built ended"
    ),
    (.leaving, 0, "out off done gone finish finishing leaving lapses"),
    (.ending, 0, "ends ending expires expire expiring expiry runs finishes stops terminates endet"),
    (
      .talk, 0,
      "call called interview spoke spoken talk talked zoom phone phoned rang conversation chat debrief meeting met written recorded teams video exit gespräch interviewed note notes typed sat transcript saw seen visit visited telephone telephoned"
    ),
    (
      .term, 0,
      "contract renewal renew renewed live customer access term expiry leave"
    ),
    (.term, 1, "start started starts signed since"),
    (.pronoun, 0, "i we they he she it you who there ich wir sie er es"),
    (.happening, NamedEvent.Family.kickoff.rawValue, "kickoff kick"),
    (.happening, NamedEvent.Family.launch.rawValue, "golive launch launched cutover rollout"),
    (.quarterLetter, 0, "q"), (.halfLetter, 0, "h"),
    (
      .measure, 0,
      "score scored nps csat rating rated version v ver ticket tickets build release room page section step option level stars star points percent seats users licences licenses people pm phase"
    ),
    (.measure, 1, "hours hour hrs hr minutes minute mins min"),
  ]
}
