import Language

/// A set of words, asked by a token's folded form, so that no string is built to look one up.
struct WordSet: Sendable {
  private let keys: WordKeys

  /// No words.
  init() { keys = WordKeys([]) }

  /// The words of `text`, white space between them.
  init(_ text: String) {
    keys = WordKeys(TokenizedText(text).tokens.filter(\.isWordLike).map(\.key))
  }

  /// The words of a vocabulary file that is a plain list in folded form; lines that begin with `#` are comments.
  init(list bytes: [UInt8]) { keys = WordKeys(list: bytes) }

  /// Whether the token is one of the words.
  func contains(_ token: Token) -> Bool { keys.contains(token.key) }
  func contains(_ key: UInt64) -> Bool { keys.contains(key) }
}

/// Words by which names are known for what they are: people's, places', tools that everybody has.
struct KnownNames: Sendable {
  var people: WordSet
  var places: WordSet
  /// Towns, of which some are also called as products and people are.
  var towns: WordSet
  var tools: WordSet
  /// Words with which sentences begin and which name nobody.
  var ordinary: WordSet
  /// Words that notes write in small letters.
  var small: WordSet
}

/// Classes of words that tell who is who.
enum NameWords {
  /// The writer of a note, or whoever speaks.
  static let writer = WordSet("i me i'm i'll i've i'd my myself mine im ive")
  /// What stands before the name of somebody.
  static let titles = WordSet(
    "mr mrs ms miss dr prof sir frau herr madame monsieur mme mlle sr sra dona don signor signora pani pan mevrouw meneer"
  )
  /// What people are at work.
  static let roles = WordSet(
    """
    head manager mgr director dir lead owner founder chair chairs chairman chairwoman president vp svp evp avp ceo coo cfo cto
    cio ciso dpo md gm officer controller administrator admin coordinator coord supervisor engineer dev developer analyst
    architect buyer bookkeeper accountant secretary treasurer principal dean registrar professor librarian nurse matron
    chief partner boss foreman supt superintendent specialist consultant assistant executive exec sponsor champion rep csm
    ae runs owns guy woman gentleman mechanic clerk deputy trustee warden chef landlord producer editor scientist
    researcher technician planner dispatcher controlling procurement renewals
    """)
  /// Teams of a software company, as notes write them.
  static let teams = WordSet(
    """
    sales support finance product engineering eng marketing legal security infosec onboarding implementation impl billing it
    ops operations accounting accts accounts procurement hr helpdesk platform data renewals services solutions enablement dev
    leadership management cs success partnerships design research field devops prodmktg
    """)
}
