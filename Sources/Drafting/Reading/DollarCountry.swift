import Language

/// Tells whose dollars a bare `$` means by the places that a note names.
enum DollarCountry {
  /// The code of the dollars of an amount that is cited so in a note: US dollars unless the note speaks more of another country.
  static func code(ofDollarsIn cited: String, in note: Note) -> String {
    guard cited.contains("$"), !cited.contains("US$"), !cited.lowercased().contains("usd") else {
      return "USD"
    }
    return code(of: note.texts)
  }

  /// The code of the dollars of the country that texts speak of most.
  static func code(of texts: [TokenizedText]) -> String {
    var counts: [Int] = Array(repeating: 0, count: countries.count)
    for text in texts {
      for token in text.tokens where token.kind == .word {
        let country = countryOfPlace.value(token.key)
        if country >= 0 { counts[Int(country)] += 1 }
      }
    }
    let most = counts.max() ?? 0
    guard most > 0, let best = counts.firstIndex(of: most) else { return "USD" }
    return countries[best].code
  }

  /// The index of the country that a place lies in.
  private static let countryOfPlace: WordTable = {
    var table = WordTable(capacity: 512)
    for (index, country) in countries.enumerated() {
      for place in TokenizedText(country.places).tokens { table.insert(place.key, Int32(index)) }
    }
    return table
  }()

  /// Places, and a few words, that are hardly of anywhere else, the United States first, which win a tie.
  private static let countries: [(code: String, places: String)] = [
    (
      "USD",
      """
      usa alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
      indiana iowa kansas kentucky louisiana maryland massachusetts michigan minnesota mississippi missouri montana
      nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
      atlanta boston chicago dallas denver detroit houston miami milwaukee minneapolis nashville philadelphia phoenix
      pittsburgh sacramento seattle brooklyn manhattan thanksgiving irs 401k
      """
    ),
    (
      "CAD",
      """
      canada canadian ontario quebec québec montreal montréal toronto vancouver calgary edmonton ottawa winnipeg
      manitoba saskatchewan saskatoon regina alberta halifax newfoundland yukon mississauga laval gatineau nunavut
      saguenay sherbrooke moncton fredericton kelowna nanaimo loonie brampton guelph oshawa
      kitchener sudbury lethbridge burnaby abbotsford kamloops yellowknife whitehorse iqaluit
      longueuil rimouski chicoutimi charlottetown hst
      """
    ),
    (
      "AUD",
      """
      australia australian aussie sydney melbourne brisbane adelaide canberra hobart queensland tasmania nsw qld
      geelong ballarat bendigo cairns townsville wollongong fremantle arvo dubbo wagga tamworth toowoomba
      rockhampton launceston kalgoorlie pilbara gippsland mildura shepparton albury wodonga
      parramatta bundaberg geraldton bunbury karratha ndis tafe aest aedt awst ute utes
      """
    ),
    (
      "NZD",
      """
      zealand kiwi auckland christchurch dunedin waikato tauranga rotorua otago taranaki invercargill whanganui
      aotearoa nz timaru motueka porirua whangarei gisborne masterton taupo oamaru nzdt nzst
      manawatu kapiti wairarapa hokitika greymouth queenstown wanaka iwi hapū
      whānau kaitaia ōpōtiki dannevirke marae
      """
    ),
    ("SGD", "singapore singaporean jurong tampines hdb"),
    ("HKD", "kowloon hongkong"),
    ("TTD", "trinidad tobago"),
    ("BBD", "barbados bridgetown"),
    ("JMD", "jamaica jamaican"),
  ]
}
