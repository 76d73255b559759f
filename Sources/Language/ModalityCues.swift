/// The words by which English denies, supposes, guesses and passes on.
enum ModalityCues {
  /// What a cue does, and how far it reaches.
  enum Role: String {
    /// Denies what follows in the clause.
    case negation
    /// Denies the few words that follow.
    case determiner
    /// Denies what follows, lists included.
    case denial
    /// Denies what stands before, across an aside.
    case retraction
    /// Calls what stands just before harmless.
    case absolution
    /// Is no negation though it holds one.
    case cancel
    /// Makes its clause a possibility.
    case condition
    /// Tells by supposing the opposite that its clause is so.
    case counterfactual
    /// Makes what follows a guess.
    case guess
    /// Makes the whole sentence a guess.
    case aside
    /// Makes what follows hearsay.
    case hearsay

    var isPlainNegation: Bool { self == .negation || self == .determiner }

    var effect: ModalitySpan.Effect {
      switch self {
      case .negation, .determiner, .denial, .retraction, .absolution, .cancel: .denial
      case .condition: .hypothesis
      case .counterfactual: .assertion
      case .guess, .aside: .guess
      case .hearsay: .hearsay
      }
    }
  }

  /// A vocabulary whose labels are roles.
  static let text = #"""
    {be} = "is" | "was" | "are" | "were" | "been" | "be" | "being" | "isn't" | "wasn't" | "aren't" | "weren't" | "it's" | "that's" | "wasnt" | "isnt"
    {isnot} = "isn't" | "wasn't" | "aren't" | "weren't" | is not | was not | are not | were not | is never | was never | were never | has never been | had never been | never been | "ain't" | hasn't been | hadn't been | had not been | has not been | never | not
    {fault} = issue | problem | reason | driver | factor | cause | concern | complaint | blocker | story | point | question | trouble | culprit | decider | dealbreaker | deal breaker | trigger | worry | objection
    {fine} = fine | great | ok | okay | good | brilliant | excellent | lovely | solid | decent | fair | spot on | all good | no problem | happy with | not bad | alright | all right
    {excuse} = excuse | cover story | pretext | smokescreen | fig leaf
    {people} = people | everyone | everybody | some | others | folks | colleagues | they all
    {det} = the | a | an | our | their | any | her | his
    {really} = really | actually | ever | even | quite | exactly | just | simply
    {bother} = come up | matter | count | feature | bother | worry | enter
    {had} = been | had | known | done | got | given | asked | called
    {they} = we | they | it | you | i | he | she | someone | anyone | somebody
    {we} = we | i | us | our team | my team
    [negation]
    not
    "isn't"|"wasn't"|"aren't"|"weren't"|"don't"|"doesn't"|"didn't"|"hasn't"|"haven't"|"hadn't"|"won't"|"wouldn't"|"can't"|"couldn't"|"shouldn't"|"mustn't"|"ain't"|"needn't"
    cannot
    never
    nobody
    no one
    noone
    none
    neither
    nor
    hardly
    nowt
    [determiner]
    no
    without
    nothing
    zero
    [denial]
    nothing wrong|bad with|about
    nothing (bad)? (to say)? against|about
    nothing (really)? to do with
    nowt wrong with
    no complaints|complaint|issue|problem|quarrel|objection|concern|grumble|gripe (at all|whatsoever)? about|with|on|over|around
    not (really)? because of|the
    not (really)? because
    not (down|due|owing)? to
    not (a|an)? (question|matter|case|result)? of
    (it|this)? {isnot} about
    (it|this)? {isnot} (really|actually)? (a|an|the|our|their|down)?
    {isnot} about
    did|do (not)? leave|go|cancel|churn|quit over|for|because
    didn't|don't (really)? leave|leaving|go|cancel|churn|quit|switch over|for|because|on
    {isnot} leaving|going|cancelling|switching over|for|because|on
    rather than
    instead of
    as opposed to
    other than
    regardless of
    no hard feelings about
    (can't|cannot|couldn't|could not)? fault|complain
    (can't|cannot)? complain about
    wasn't unhappy|upset|angry|bothered about|with|by
    happy|pleased|satisfied with|about
    no {fault} with
    leaving|setting|putting aside
    could have lived with
    couldn't care less about
    didn't|don't (even)? mind
    never complained|minded|worried|argued about|over
    [retraction]
    {isnot} ({really})? ({det})? (real|main|big|actual|biggest|deciding|whole|big)? {fault}
    {isnot} (really|actually)? why
    {isnot} what (really|actually)? (did|drove|killed|lost|made|sank|decided|finished)?
    {isnot} (really|actually)? it
    {isnot} the half of it
    nothing to do with (it|this|that)?
    never came up
    "didn't"|"doesn't" (even|really)? {bother}
    never mattered|featured|entered|bothered
    {be} (a|the)? red herring
    {be} (just|only|merely)? (an|a|the)? {excuse}
    {be} beside the point
    {be} neither here nor there
    played no part|role
    wasn't|isn't (really|actually)? (a|an)? * thing|one|matter|decision
    could have been sorted|solved|worked|lived
    {be} not to blame
    [absolution]
    {fine} too
    {be} (all|perfectly|absolutely|completely|actually|always|really|totally|very)? {fine}
    {be} never (in doubt|bad|wrong)?
    fine by (us|them|me|her|him)?
    no complaints
    no issues
    no problems
    all fine
    also fine
    fine
    [cancel]
    not only|just|merely|simply|least|to|until|long|surprisingly|surprising|surprised
    not even
    no doubt|question|wonder|longer|matter|sooner
    no longer
    no denying
    nothing but|short
    not without
    can't|cannot|couldn't deny|overstate|stress|emphasise|help
    couldn't agree|be|have more|clearer|worse
    not to mention
    not long after|before|ago
    why not
    if not
    not far
    not a|one single
    [condition]
    if
    unless
    whether
    in case
    might|may|could (have|be|well|not)?
    would have
    would be
    would|"i'd"|"we'd"|"they'd"|"she'd"|"he'd" (probably|still|never|not)? have
    could have
    wish|wished|hoping|hope
    supposing
    imagine
    "had" {they} {had}
    [counterfactual]
    if .. hadn't|weren't|wasn't
    if .. had not
    if it {isnot} for
    [guess]
    {we} (had|have|all|always|just|originally|initially|really|kind of|sort of|first)? (thought|assumed|figured|guessed|reckon|reckoned|suspect|suspected|guess|believed|presumed|supposed)?
    i|we think
    {we} (would|had)? put it down to
    our|my|the (working|first|initial|own|original|internal|best|pet)? theory|hunch|guess|assumption|hypothesis|suspicion|bet|impression
    our|my (own|first)? read|reading|sense|feeling|take is|was
    our|my (own)? (theory|hunch|guess|assumption|hypothesis|suspicion|bet|impression|take)?
    money is|was on
    my|our money "is"|"was"|"would"
    would bet|guess|say|imagine
    reading between the lines
    we|i (had)? put it down to
    presumably|maybe|perhaps|possibly|probably
    could be that
    seems|seemed|appear|appears|appeared like|that|to
    sounds|sounded|looks|looked like|as
    {we} wonder|wondered
    at first (glance)? (we|i|it)?
    i|we would have said
    "i'd"|"we'd" have said|guessed|bet|put
    pretty sure
    not sure (if|whether|that|why)?
    [aside]
    i|we guess|suppose|reckon|suspect|presume|imagine
    (or)? so (we|i)? think|thought|assumed
    (at|as)? a guess
    if you ask me
    (just)? my (two cents|opinion|hunch|guess|theory|take)?
    just guessing
    guessing here
    speculation|speculating
    i think|thought
    [hearsay]
    apparently|allegedly|supposedly|reportedly|rumour|rumoured|rumor|hearsay|gossip
    {people} say|says|said|claim|claims
    word is|was|has
    word on the street
    rumour|rumor has it
    i|we (have|had|also|since|later|only|just)? (hear|heard|hear)? that|from|it|they|through|about
    i am told
    "i'm"|"we're" told
    from what (i|we)? hear|heard|gather|gathered
    heard (it)? (through|via|second)? (the|a)?
    second hand
    secondhand
    on the grapevine
    the story goes
    """#
}
