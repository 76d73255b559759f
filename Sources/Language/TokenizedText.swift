/// A text cut into tokens, sentences and quotations.
///
/// A line break (0x0A) is white space, unless the next line is blank or starts an item of a list.
public final class TokenizedText: Sendable {
  /// The text.
  public let utf8: [UInt8]
  /// Its words, numbers and marks, in order.
  public let tokens: [Token]
  /// Its sentences as ranges of `tokens`, in order and without gaps.
  public let sentences: [Range<Int>]
  /// The bytes between quotation marks, the marks not included, in order; none lies in another.
  public let quotations: [Range<Int>]

  /// Cuts up `utf8`.
  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var tokenizer = Tokenizer(utf8)
    tokenizer.run()
    tokens = tokenizer.tokens
    sentences = SentenceSplitter(utf8, tokenizer.tokens).sentences()
    quotations = QuotationFinder.quotations(in: utf8)
  }

  /// Cuts up `text`.
  public convenience init(_ text: String) { self.init(Array(text.utf8)) }

  /// The bytes from the first to the last token of `range`; empty where the range is.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The text from the first to the last token of `range`.
  public func text(of range: Range<Int>) -> String {
    String(decoding: utf8[bytes(of: range)], as: UTF8.self)
  }

  /// The index of the sentence that holds `token`.
  public func sentence(holding token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }

  /// The index of the first token that ends after the byte at `offset`; `tokens.count` where none does.
  public func token(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The clauses of a range of tokens, in order and without gaps.
  public func clauses(of sentence: Range<Int>) -> [Range<Int>] {
    ClauseSplitter.clauses(of: sentence, in: tokens)
  }
}
