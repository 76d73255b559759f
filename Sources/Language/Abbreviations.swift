/// Words after which a full stop need not end the sentence.
enum Abbreviations {
  /// Before a name.
  static let titles = WordKeys("dr mr mrs ms prof st rev messrs mt sgt capt")
  /// Hardly ever words of their own.
  static let always = WordKeys(
    """
    eg ie etc vs approx ltd inc co corp dept est cf incl excl avg no nos fig sr jr tel ext mgr mtg mgmt acct \
    qtr yr yrs wk wks hr hrs resp jan feb apr aug sept oct nov dec tues thur thurs bn pls govt intl assoc \
    bros cust impl eng gmbh pty pvt ca viz al ref para attn w
    """)
  /// Also words or names.
  static let maybe = WordKeys(
    "sat sun mon tue wed thu fri mar jun jul sep mo min max temp rep prod sec art")
  /// How the months start, for `4. März`.
  static let months = WordKeys(
    """
    january february march april may june july august september october november december januar februar marz \
    mai juni juli oktober dezember
    """)
  /// Words that start a sentence far more often than a name does.
  static let starters = WordKeys(
    """
    the they we i he she it you this that these those there then but and so because when if our their his her \
    my your its in on at after before since while although though however no not nobody nothing what who why \
    how which as by for from with to all also now still only once next last asked told said
    """)
}
