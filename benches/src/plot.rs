//! Plots the results: a line for each library over the number of rows. Both axes are logarithmic and have ticks at the
//! measured sizes. Lines differ in color and in mark, and their names are next to the plot.

use crate::report::{Figure, OURS, distinct};
use plotters::coord::combinators::BindKeyPoints;
use plotters::prelude::*;
use std::error::Error;
use std::ops::Range;
use std::path::Path;

/// The palette of Okabe and Ito, which color-blind readers can distinguish, without its yellow, which is pale on white.
const COLORS: [RGBColor; 6] = [
    RGBColor(213, 94, 0),
    RGBColor(0, 114, 178),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(230, 159, 0),
];

/// The width of the plot, without the names to its right.
const PLOT: i32 = 640;

/// Writes the figures of one subject as SVG.
pub fn plot(path: &Path, figures: &[Figure], subject: &str, unit: &str) -> Result<(), Box<dyn Error>> {
    let figures: Vec<&Figure> = figures.iter().filter(|it| it.subject == subject && it.value > 0.0).collect();
    let bounds = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::MAX, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (fewest, most) = bounds(&mut figures.iter().map(|it| it.rows as f64));
    let (low, high) = bounds(&mut figures.iter().map(|it| it.value));
    let mut sizes: Vec<f64> = figures.iter().map(|it| it.rows as f64).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();

    let root = SVGBackend::new(path, (900, 480)).into_drawing_area();
    root.fill(&WHITE)?;
    let (left, right) = root.split_horizontally(PLOT);
    let mut chart = ChartBuilder::on(&left)
        .caption(subject, ("sans-serif", 20))
        .margin(15)
        .x_label_area_size(50)
        .y_label_area_size(75)
        .build_cartesian_2d(
            (fewest * 0.8..most * 1.25).log_scale().with_key_points(sizes),
            (low * 0.7..high * 1.5).log_scale().with_key_points(ticks(low * 0.7..high * 1.5)),
        )?;
    let plain = |value: &f64| if *value < 1.0 { format!("{value}") } else { format!("{value:.0}") };
    chart
        .configure_mesh()
        .x_desc("rows")
        .y_desc(unit)
        .axis_desc_style(("sans-serif", 16))
        .label_style(("sans-serif", 14))
        .x_label_formatter(&plain)
        .y_label_formatter(&plain)
        .light_line_style(WHITE)
        .draw()?;
    for (index, name) in distinct(figures.iter().map(|it| it.name)).into_iter().enumerate() {
        let color = if name == OURS { BLACK } else { COLORS[index % COLORS.len()] };
        let style = color.stroke_width(if name == OURS { 3 } else { 2 });
        let points: Vec<(f64, f64)> =
            figures.iter().filter(|it| it.name == name).map(|it| (it.rows as f64, it.value)).collect();
        chart.draw_series(LineSeries::new(points.clone(), style))?;
        let in_key = (25, 60 + 26 * index as i32);
        right.draw(&PathElement::new([(0, in_key.1), (50, in_key.1)], style))?;
        right.draw(&Text::new(name, (60, in_key.1 - 8), ("sans-serif", 15)))?;
        match index % 3 {
            0 => {
                chart.draw_series(points.into_iter().map(|point| Circle::new(point, 4, color.filled())))?;
                right.draw(&Circle::new(in_key, 4, color.filled()))?;
            }
            1 => {
                chart.draw_series(points.into_iter().map(|at| TriangleMarker::new(at, 6, color.filled())))?;
                right.draw(&TriangleMarker::new(in_key, 6, color.filled()))?;
            }
            _ => {
                chart.draw_series(points.into_iter().map(|at| Cross::new(at, 5, color.stroke_width(2))))?;
                right.draw(&Cross::new(in_key, 5, color.stroke_width(2)))?;
            }
        }
    }
    root.present()?;
    Ok(())
}

/// Returns the ticks: 1, 2 and 5 times each power of ten, or only the powers of ten on a wide axis.
fn ticks(shown: Range<f64>) -> Vec<f64> {
    let steps: &[f64] = if shown.end / shown.start > 1_000.0 { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let powers = (-3..7).map(|power| 10_f64.powi(power));
    powers
        .flat_map(|power| steps.iter().map(move |step| step * power))
        .filter(|at| shown.contains(at))
        .collect()
}
