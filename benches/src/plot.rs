//! The results as plots: a line for each name over the number of rows, both axes logarithmic.

use crate::report::{Figure, OURS, distinct};
use plotters::prelude::*;
use std::error::Error;
use std::path::Path;

/// Writes the SVG of one subject's figures.
pub fn plot(path: &Path, figures: &[Figure], subject: &str, unit: &str) -> Result<(), Box<dyn Error>> {
    let figures: Vec<&Figure> = figures.iter().filter(|it| it.subject == subject && it.value > 0.0).collect();
    let bounds = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::MAX, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (fewest, most) = bounds(&mut figures.iter().map(|it| it.rows as f64));
    let (low, high) = bounds(&mut figures.iter().map(|it| it.value));

    let root = SVGBackend::new(path, (800, 480)).into_drawing_area();
    root.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&root)
        .caption(subject, ("sans-serif", 20))
        .margin(15)
        .x_label_area_size(40)
        .y_label_area_size(70)
        .build_cartesian_2d((fewest * 0.8..most * 4.0).log_scale(), (low * 0.7..high * 1.5).log_scale())?;
    let plain = |value: &f64| if *value < 1.0 { format!("{value:.3}") } else { format!("{value:.0}") };
    chart
        .configure_mesh()
        .x_desc("rows")
        .y_desc(unit)
        .x_label_formatter(&plain)
        .y_label_formatter(&plain)
        .light_line_style(WHITE)
        .draw()?;
    for (index, name) in distinct(figures.iter().map(|it| it.name)).into_iter().enumerate() {
        let color = if name == OURS { BLACK.to_rgba() } else { Palette99::pick(index).to_rgba() };
        let style = color.stroke_width(if name == OURS { 3 } else { 1 });
        let points: Vec<(f64, f64)> =
            figures.iter().filter(|it| it.name == name).map(|it| (it.rows as f64, it.value)).collect();
        chart
            .draw_series(LineSeries::new(points.clone(), style))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], style));
        chart.draw_series(points.into_iter().map(|point| Circle::new(point, 3, color.filled())))?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::MiddleRight)
        .border_style(BLACK.mix(0.3))
        .background_style(WHITE.mix(0.8))
        .draw()?;
    root.present()?;
    Ok(())
}
