import Evidence

extension AnswersFile {
  /// Reads the files about many accounts of a run, the one first that is to be believed most.
  ///
  /// - Parameters:
  ///   - answers: What was answered about each account.
  ///   - accounts: Facts of each, from a customer database.
  ///   - column: The header of the column with the account's name, in either.
  /// - Returns: Those of the two that are named.
  /// - Throws: `unreadable` where one cannot be read, `unusable` where none has that column.
  public static func exports(
    answers: FilePath?, accounts: FilePath?, accountColumn column: String?
  ) throws(WorkspaceError) -> [AnswersFile] {
    var exports: [AnswersFile] = []
    var missing: [Finding] = []
    for case let (path?, content) in [(answers, Content.answers), (accounts, .accounts)] {
      // Evidence knows its source by name: two of one name are told apart by their paths.
      let isTwin = exports.contains { $0.file.path.name == path.name }
      let file = try InputFile(
        reading: path, name: isTwin ? String(decoding: path.bytes, as: UTF8.self) : nil)
      do throws(WorkspaceError) {
        exports.append(try AnswersFile(file, content: content, accountColumn: column))
      } catch {
        // The column may be meant for the other file.
        guard column != nil, case .unusable(let findings) = error else { throw error }
        missing += findings
        exports.append(try AnswersFile(file, content: content))
      }
    }
    if !missing.isEmpty, missing.count == exports.count { throw .unusable(missing) }
    return exports
  }
}
