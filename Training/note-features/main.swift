import Answers
import Drafting
import Evidence
import Foundation
import PostmortemModel

// Reads notes for training and for measuring.
//
//   note-features features POINTS|- NOTE...     a line of JSON a note: its units and their features, its verdicts' traits
//   note-features look POINTS|- NOTE...         a line of JSON a note: what a first look tells, by which a second one judges
//   note-features draft POINTS|- OUT NOTE...    writes OUT/ID.json
//   note-features pack TABLE.tsv TABLE.points   packs a table of points
//   note-features show TABLE.points             prints a table of points in plain text
//
// POINTS is a folder with the points to use in place of the built-in ones, or `-`.
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

/// The built-in knowledge with the points of a folder, or as it is for `-`.
func knowledge(_ folder: String) -> Knowledge {
  guard folder != "-" else { return .standard }
  return .standard(
    with: [
      "units.points", "dates.points", "names.points", "trades.points", "units.look", "dates.look", "names.look",
      "verdicts.tsv",
    ].map { name in
      // What is not learnt yet is not there.
      let path = "\(folder)/\(name)"
      let isThere = FileManager.default.fileExists(atPath: path)
      return ("points/\(name)", PackedBytes(keeping: isThere ? contents(path) : []))
    })
}

/// A note by its path, named by its file.
func source(_ path: String) -> SourceText {
  SourceText(name: (path as NSString).lastPathComponent, bytes: contents(path))
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "features" where arguments.count > 2, "look" where arguments.count > 2:
  let knowledge = knowledge(arguments[1])
  let line = arguments[0] == "look" ? TrainingData.look : TrainingData.line
  for path in arguments[2...] {
    let note = source(path)
    print(line(String(note.name.dropLast(3)), note, answers(beside: path), knowledge))
  }
case "draft" where arguments.count > 3:
  let drafter = Drafter(knowledge: knowledge(arguments[1]))
  for path in arguments[3...] {
    let note = source(path)
    let draft = drafter.draft(note, answers: answers(beside: path))
    try Data(PostmortemJSON.encode(draft.postmortem))
      .write(to: URL(fileURLWithPath: "\(arguments[2])/\(note.name.dropLast(3)).json"))
  }
case "pack" where arguments.count == 3:
  try Data(PointTable.pack(contents(arguments[1])))
    .write(to: URL(fileURLWithPath: arguments[2]))
case "show" where arguments.count == 2:
  print(PointTable(PackedBytes(keeping: contents(arguments[1]))).text, terminator: "")
default:
  FileHandle.standardError.write(
    Data("usage: note-features features|look POINTS|- NOTE... | draft POINTS|- OUT NOTE... | pack TSV OUT | show TABLE\n".utf8))
  exit(64)
}
