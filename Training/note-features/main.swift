import Answers
import Drafting
import Evidence
import Foundation
import PostmortemModel

// Reads notes for training and for measuring.
//
//   note-features features NOTE...              a line of JSON a note: its units and their features
//   note-features draft [POINTS] OUT NOTE...    writes OUT/ID.json, with the points of the folder POINTS (or `-`)
//
// A file NOTE.answers.* beside a note is read with it. `Training/train.py` calls both.

/// Reads a file, or ends with a message.
func contents(_ path: String) -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    FileHandle.standardError.write(Data("cannot read \(path)\n".utf8))
    exit(66)
  }
  return [UInt8](data)
}

/// The answers beside the note at `path`.
func answers(beside path: String) -> AnswerRecord? {
  let stem = String(path.dropLast(3))
  for ending in ["yaml", "yml", "json", "csv"] {
    let candidate = "\(stem).answers.\(ending)"
    guard FileManager.default.fileExists(atPath: candidate),
      let format = AnswerFormat(fileExtension: ending)
    else { continue }
    let name = (candidate as NSString).lastPathComponent
    return AnswerSheet(reading: SourceText(name: name, bytes: contents(candidate)), as: format).records.first
  }
  return nil
}

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "features":
  for path in arguments.dropFirst() {
    let name = (path as NSString).lastPathComponent
    print(
      TrainingData.line(
        id: String(name.dropLast(3)), SourceText(name: name, bytes: contents(path)),
        answers: answers(beside: path), knowledge: .standard))
  }
case "draft" where arguments.count > 3:
  let rest = Array(arguments.dropFirst())
  var knowledge = Knowledge.standard
  if rest[0] != "-" {
    knowledge = .standard(with: ["units", "dates", "names", "causes"].map { ("points/\($0).tsv", contents("\(rest[0])/\($0).tsv")) })
  }
  let drafter = Drafter(knowledge: knowledge)
  for path in rest[2...] {
    let name = (path as NSString).lastPathComponent
    let draft = drafter.draft(SourceText(name: name, bytes: contents(path)), answers: answers(beside: path))
    try Data(PostmortemJSON.encode(draft.postmortem))
      .write(to: URL(fileURLWithPath: "\(rest[1])/\(name.dropLast(3)).json"))
  }
default:
  FileHandle.standardError.write(Data("usage: note-features features NOTE... | draft POINTS|- OUT NOTE...\n".utf8))
  exit(64)
}
