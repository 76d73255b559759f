import Templating

/// The names that the timeline's drawing can use; all coordinates are in the drawing's own units.
enum ChartShapes {
  /// A vertical line with words at its foot.
  static let tick = TemplateShape("tick", ["x": .text, "label": .text])
  /// A dated thing on the axis.
  static let mark = TemplateShape(
    "mark",
    ["x": .text, "width": .text, "is_span": .flag, "key": .text, "is_turning_point": .flag])
  /// Words beside a mark.
  static let label = TemplateShape(
    "label",
    [
      "x": .text, "leader_top": .text, "leader_bottom": .text, "text_x": .text, "anchor": .text,
      "date_y": .text, "date": .text, "first_y": .text, "first": .text, "second_y": .text,
      "second": .text, "is_turning_point": .flag,
    ])
  /// The drawing.
  static let chart = TemplateShape(
    "chart",
    [
      "width": .text, "height": .text, "axis_y": .text, "plot_top": .text, "plot_bottom": .text,
      "axis_left": .text, "axis_right": .text, "mark_top": .text, "tick_label_y": .text,
      "term_x": .text, "term_width": .text, "ticks": .list(of: tick), "marks": .list(of: mark),
      "labels": .list(of: label), "turning_x": .text, "description": .text,
    ])
}
