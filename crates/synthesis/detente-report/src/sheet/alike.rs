//! Parts of a lens about which a sheet says the same stand in one row.

use detente_case::IssueIdx;

use super::about::About;
use super::words::listed;

impl About<'_> {
    /// Rows that begin with an issue's title; neighbours that are parts of one lens and say the same become one.
    pub(super) fn alike(&self, rows: impl Iterator<Item = (IssueIdx, Vec<String>)>) -> Vec<Vec<String>> {
        let mut groups: Vec<(Vec<IssueIdx>, Vec<String>)> = Vec::new();
        for (issue, row) in rows {
            match groups.last_mut() {
                Some((issues, first)) if self.go_together(issues, issue) && first.get(1..) == row.get(1..) => {
                    issues.push(issue);
                }
                _ => groups.push((vec![issue], row)),
            }
        }
        let named = |(issues, mut row): (Vec<IssueIdx>, Vec<String>)| {
            if let Some(title) = row.first_mut() {
                *title = self.titles(&issues);
            }
            row
        };
        groups.into_iter().map(named).collect()
    }

    fn go_together(&self, issues: &[IssueIdx], next: IssueIdx) -> bool {
        let lens = |issue: IssueIdx| self.case.part_of(issue).map(|(lens, _)| lens);
        lens(next).is_some() && issues.last().is_some_and(|&last| lens(last) == lens(next))
    }

    /// The title of one issue, or that of a lens with the names of several of its parts.
    fn titles(&self, issues: &[IssueIdx]) -> String {
        if let [only] = issues {
            return self.case.issues[*only].title.clone();
        }
        let part = |&issue: &IssueIdx| {
            let (lens, place) = self.case.part_of(issue)?;
            self.case.lenses[lens].parts.get(place).map(|part| part.name.clone())
        };
        let lens = issues.first().and_then(|&issue| self.case.part_of(issue)).map(|(lens, _)| lens);
        let title = lens.map_or_else(String::new, |lens| self.case.lenses[lens].title.clone());
        format!("{title}: {}", listed(&issues.iter().filter_map(part).collect::<Vec<_>>()))
    }
}
