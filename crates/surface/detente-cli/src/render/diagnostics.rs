//! Diagnostics, each with the line it speaks of.

use detente::Opened;
use detente::base::{Diagnostic, Label, Severity};
use detente::casefile::File;
use detente_api::Check;
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};

/// The diagnostics, in order, as a person reads them.
pub(crate) fn diagnostics(opened: &Opened, diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| one(opened, diagnostic)).collect()
}

fn one(opened: &Opened, diagnostic: &Diagnostic) -> String {
    let main = diagnostic.labels.first().and_then(|label| opened.folder.file(label.span.file));
    let here = |label: &&Label| main.is_some_and(|main| same(opened, label, main));
    let (here, elsewhere): (Vec<_>, Vec<_>) = diagnostic.labels.iter().partition(here);
    let spans: Vec<LabeledSpan> = here
        .iter()
        .enumerate()
        .map(|(rank, label)| {
            let range = label.span.start..label.span.end.max(label.span.start);
            let text = Some(label.text.clone());
            // The first label is what the diagnostic speaks of: its place stands in the header.
            if rank == 0 {
                LabeledSpan::new_primary_with_span(text, range)
            } else {
                LabeledSpan::new_with_span(text, range)
            }
        })
        .collect();
    let severity = match diagnostic.code.severity {
        Severity::Error => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
    };
    let mut shown = MietteDiagnostic::new(diagnostic.message.clone())
        .with_code(format!("{} {}", diagnostic.code.severity, diagnostic.code.name))
        .with_severity(severity)
        .with_labels(spans);
    let help = help(opened, diagnostic, &elsewhere);
    if !help.is_empty() {
        shown = shown.with_help(help);
    }
    let report = match main {
        Some(file) => Report::new(shown).with_source_code(NamedSource::new(&file.path, file.text().to_owned())),
        None => Report::new(shown),
    };
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(104);
    let mut text = String::new();
    // Writing to a String cannot fail, and a report that cannot be drawn still has its sentence.
    if handler.render_report(&mut text, report.as_ref()).is_err() {
        text = format!("{}: {}\n", diagnostic.code.name, diagnostic.message);
    }
    let lines: String = text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    format!("{}\n\n", lines.trim_end())
}

fn same(opened: &Opened, label: &Label, main: &File) -> bool {
    opened.folder.file(label.span.file).is_some_and(|file| std::ptr::eq(file, main))
}

fn help(opened: &Opened, diagnostic: &Diagnostic, elsewhere: &[&Label]) -> String {
    let others = elsewhere.iter().filter_map(|label| {
        let file = opened.folder.file(label.span.file)?;
        let line = file.text().get(..label.span.start)?.matches('\n').count() + 1;
        Some(format!("{}:{line}: {}", file.path, label.text))
    });
    diagnostic.hint.iter().cloned().chain(others).collect::<Vec<_>>().join("\n")
}

/// The last lines of `check`.
pub(crate) fn check_summary(check: &Check) -> String {
    let plural = |number: usize, one: &str| if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") };
    let wrong = format!("{}, {}", plural(check.errors, "error"), plural(check.warnings, "warning"));
    let verdict = if check.errors + check.warnings == 0 { "clean".to_owned() } else { wrong };
    let quotes = match (check.quotes_found, check.quotes_text_not_held) {
        (0, 0) => "quotes: none".to_owned(),
        (found, 0) => format!("quotes: {found} found in their texts"),
        (0, held) => {
            format!("quotes: {held} not compared, text not held (put it in texts/SOURCE-ID.txt, or --texts DIR)")
        }
        (found, held) => format!("quotes: {found} found in their texts, {held} not compared, text not held"),
    };
    let assumptions = match check.unexplained_assumptions {
        0 => "unexplained assumptions: none".to_owned(),
        some => format!("unexplained assumptions: {some}"),
    };
    format!("{verdict}\n{quotes}\n{assumptions}\n")
}
