import Templating

/// The names that the timeline's drawing can use; all coordinates are in the drawing's own units.
enum ChartShapes {
  /// A vertical line with words at its foot.
  static let tick = TemplateShape("tick", ["x": .text, "label": .text])
  /// A dated thing on the axis.
  static let mark = TemplateShape(
    "mark",
    ["x": .text, "width": .text, "is_span": .flag, "key": .text, "is_turning_point": .flag])
  /// A line of a label.
  static let row = TemplateShape("row", ["y": .text, "text": .text])
  /// Words joined to a mark.
  static let label = TemplateShape(
    "label",
    [
      "pole": .text, "text_x": .text, "date_y": .text, "date": .text, "rows": .list(of: row),
      "is_turning_point": .flag,
    ])
  /// The drawing.
  static let chart = TemplateShape(
    "chart",
    [
      "width": .text, "height": .text, "axis_y": .text, "plot_bottom": .text,
      "axis_left": .text, "axis_right": .text, "mark_top": .text, "tick_label_y": .text,
      "term_x": .text, "term_width": .text, "ticks": .list(of: tick), "marks": .list(of: mark),
      "labels": .list(of: label), "description": .text,
    ])
}
