//! A second answer: what a named set of estimates adds.

use detente::base::Index;
use detente::case::{Case, PartyIdx};
use detente::casefile::estimates_hash;
use detente::deals::{Answer, Choices, EstimatedAnswer, Listed, Lowered, PrincipleAnswer, Verdict, standing};
use detente::engine::End;
use detente::estimate::EstimateSet;
use detente_api::Asked;

use super::examples::shown_examples;
use super::stated::{letters, side_by_side};
use super::text::{count, indented, listed, packages, points, range, table, wrapped};
use super::words::conflicts;

pub(super) fn answer(asked: &Asked<'_>, set: &EstimateSet, answer: &EstimatedAnswer, details: bool) -> String {
    let view = View { case: asked.case, set, answer };
    let mut page = String::new();
    let hash = estimates_hash(&asked.opened.folder, set.id.as_str()).to_string();
    page.push_str(&wrapped(&format!("Assumed by: {}. Set {}.", set.author, &hash[..12]), 2));
    if let Some(note) = &set.note {
        page.push_str(&wrapped(note, 2));
    }
    page.push_str(&view.verdict());
    page.push_str(&view.parties());
    if let Some(found) = &answer.conflicts {
        page.push('\n');
        page.push_str(&conflicts(asked.case, Some(set), found));
    }
    let shown: Vec<&PrincipleAnswer> =
        answer.principles.iter().filter(|found| asked.principles.contains(&found.principle)).collect();
    page.push_str(&view.principles(&shown));
    page.push_str(&view.best_for());
    page.push_str(&view.examples());
    if details {
        page.push_str(&view.frontier());
    }
    page
}

struct View<'a> {
    case: &'a Case,
    set: &'a EstimateSet,
    answer: &'a EstimatedAnswer,
}

impl View<'_> {
    fn name(&self, party: PartyIdx) -> String {
        self.case.parties[party].name.clone()
    }

    fn names(&self, parties: &[PartyIdx]) -> String {
        listed(&parties.iter().map(|&party| self.name(party)).collect::<Vec<_>>())
    }

    fn lowered(&self) -> &Lowered {
        &self.answer.lowered
    }

    fn verdict(&self) -> String {
        let [low, centre, high] = self.answer.zones.each_ref().map(|zone| &zone.packages);
        let is_exact = [low, centre, high].iter().all(|number| number.exact().is_some());
        let status = if is_exact { "Exact, proved by full search" } else { "Whether there is a package is proved" };
        let words = match self.answer.verdict() {
            Verdict::Open => "Yes, wherever the bottom lines lie in their ranges",
            Verdict::Closed => "No, wherever the bottom lines lie in their ranges",
            Verdict::Depends => "It depends on bottom lines not known",
        };
        if [low, high].iter().all(|other| *other == centre) && !self.has_ranges() {
            let word = if self.answer.verdict() == Verdict::Closed { "No" } else { "Yes" };
            return wrapped(&format!("{word}: {}. {status}; other estimates at their centres.", packages(centre)), 2);
        }
        let counts = format!(
            "with every bottom line at its low end {}, at its centre {}, at its high end {}",
            packages(low),
            packages(centre),
            packages(high)
        );
        wrapped(&format!("{words}: {counts}. {status}; other estimates at their centres."), 2)
    }

    /// Whether any bottom line is not a single number.
    fn has_ranges(&self) -> bool {
        self.lowered().bottom_lines.iter().flatten().any(|line| line[0] != line[2])
    }

    fn parties(&self) -> String {
        let mut rows = table(
            ["party", "bottom line (points of its own)", "worth of these packages to it", ""]
                .map(str::to_owned)
                .to_vec(),
        );
        for party in self.case.parties.indices() {
            let line = self.lowered().bottom_line(party).map_or_else(
                || "none".to_owned(),
                |line| range(self.lowered().points(party, line[0]), self.lowered().points(party, line[2])),
            );
            let reach = self.answer.reach.get(party.position()).map_or_else(
                || "–".to_owned(),
                |reach| {
                    let end = |end: End| {
                        let units = points(self.lowered().whole_points(party, end.units));
                        if end.proved { units } else { format!("about {units}") }
                    };
                    format!("{} to {}", end(reach.least), end(reach.most))
                },
            );
            let mut notes = Vec::new();
            if self.answer.principals.contains(&party) {
                notes.push("principal");
            }
            if self.answer.no_stake.contains(&party) {
                notes.push("no stake stated");
            }
            rows.add_row([self.name(party), line, reach, notes.join(", ")]);
        }
        format!("\n{}", indented(&rows))
    }

    fn principles(&self, shown: &[&PrincipleAnswer]) -> String {
        if shown.is_empty() {
            return String::new();
        }
        let mut page =
            format!("\n{}", wrapped("Named principles, side by side, at the centres; none is a recommendation:", 2));
        let mut columns: Vec<(&Answer, Vec<String>)> = Vec::new();
        for found in shown {
            let header = format!("{} [{}]", found.principle.in_words(), found.principle.name());
            match found.answers.first() {
                None if found.proved => page.push_str(&wrapped(&format!("{header}: no principal can gain."), 4)),
                None => page.push_str(&wrapped(&format!("{header}: not decided; the search ended first."), 4)),
                Some(answer) => match columns.iter_mut().find(|(other, _)| other.choices == answer.choices) {
                    Some((_, headers)) => headers.push(header),
                    None => columns.push((answer, vec![header])),
                },
            }
        }
        let headers: Vec<String> = columns.iter().map(|(_, headers)| headers.join("; ")).collect();
        let packages: Vec<&Choices> = columns.iter().map(|(answer, _)| &answer.choices).collect();
        page.push_str(&self.compared(&headers, &packages));
        shown.iter().for_each(|found| page.push_str(&self.remarks(found)));
        page
    }

    /// Ties, who gains, who stands outside, what comparing points means.
    fn remarks(&self, found: &PrincipleAnswer) -> String {
        let name = found.principle.name();
        let mut page = String::new();
        if 1 < found.answers.len() {
            let all = if found.complete { String::new() } else { "more than ".to_owned() };
            let line = format!(
                "{name}: {all}{} different results attain it; the first in order of id is shown.",
                found.answers.len()
            );
            page.push_str(&wrapped(&line, 4));
        }
        if !found.proved && !found.answers.is_empty() {
            page.push_str(&wrapped(
                &format!("{name}: what was found in the time allowed; that nothing exceeds it is not proved."),
                4,
            ));
        }
        if let Some(number) = found.answers.first().and_then(|answer| answer.packages)
            && 1 < number
        {
            page.push_str(&wrapped(
                &format!("{name}: {} packages have these points; the first in order of id is shown.", count(number)),
                4,
            ));
        }
        if let Some(answer) = found.answers.first()
            && !answer.gaining.is_empty()
            && answer.gaining.len() < self.answer.principals.len()
        {
            page.push_str(&wrapped(
                &format!("{name}: not all principals can gain together; here {} gain.", self.names(&answer.gaining)),
                4,
            ));
        }
        if !found.left_out.is_empty() {
            page.push_str(&wrapped(
                &format!(
                    "{name}: without {}, who have no bottom line or nothing to gain.",
                    self.names(&found.left_out)
                ),
                4,
            ));
        }
        if found.principle.compares_parties() && !self.set.comparable && !found.answers.is_empty() {
            page.push_str(&wrapped(
                &format!("{name}: compares points across parties, which this file says has no meaning."),
                4,
            ));
        }
        page
    }

    fn compared(&self, headers: &[String], packages: &[&Choices]) -> String {
        let mut page = side_by_side(self.case, headers, packages);
        let mut rows = table(["party".to_owned()].into_iter().chain(headers.iter().cloned()).collect());
        for party in self.case.parties.indices() {
            let cells = packages.iter().map(|package| self.share(party, package));
            rows.add_row([self.name(party)].into_iter().chain(cells));
        }
        page.push_str(&indented(&rows));
        page
    }

    /// Where a package leaves a party: gain as a range, then its standing.
    fn share(&self, party: PartyIdx, choices: &Choices) -> String {
        let package = self.lowered().package(choices);
        let row = &self.lowered().model.parties[party.position()];
        if !row.is_asked_in(&package) {
            return "consent not needed".to_owned();
        }
        // The model was checked to fit 64-bit integers.
        let units = i64::try_from(row.utility(&package)).unwrap_or(i64::MAX);
        let worth = format!("worth {}", points(self.lowered().whole_points(party, units)));
        let Some(line) = self.lowered().bottom_line(party) else { return format!("{worth}, no bottom line") };
        let gain = |line: i64| points(self.lowered().whole_points(party, units - line));
        let gains = if line[0] == line[2] {
            gain(line[0])
        } else {
            format!("{} ({} to {})", gain(line[1]), gain(line[2]), gain(line[0]))
        };
        format!("{worth}, gains {gains}: {}", standing(units, Some(line)).in_words())
    }

    fn best_for(&self) -> String {
        let Some(best) = &self.answer.best_for else { return String::new() };
        let answers = &best.answers;
        let proved = if best.proved { "" } else { " (what was found; that nothing exceeds it is not proved)" };
        let title = format!("Most for {} within everybody's limits, at the centres{proved}:", self.name(best.party));
        if answers.is_empty() {
            return format!("\n{}{}", wrapped(&title, 2), wrapped("there is no package", 4));
        }
        let packages: Vec<&Choices> = answers.iter().take(4).map(|answer| &answer.choices).collect();
        format!("\n{}{}", wrapped(&title, 2), self.compared(&letters(packages.len()), &packages))
    }

    fn examples(&self) -> String {
        let packages: Vec<&Choices> = self.answer.examples.packages.iter().map(|example| &example.choices).collect();
        let title =
            "Examples within these estimates, chosen to be different from each other, not because they are better:";
        shown_examples(&self.answer.examples, title, || self.compared(&letters(packages.len()), &packages))
    }

    fn frontier(&self) -> String {
        let found = &self.answer.frontier;
        if found.listed == Listed::OutOfReach {
            let words = "All packages that nobody can better for one principal without worsening it for another: out of reach. \
                The principles above do not depend on them.";
            return format!("\n{}", wrapped(words, 2));
        }
        if found.points.is_empty() {
            return String::new();
        }
        let which = match &found.listed {
            Listed::Cover(epsilon) => {
                let off = self.answer.principals.iter().zip(epsilon);
                let off = off.map(|(&party, &units)| {
                    format!("{} for {}", self.lowered().points(party, units), self.name(party))
                });
                let off: Vec<String> = off.collect();
                format!("These stand for all: every package is matched by one of them up to {} points:", listed(&off))
            }
            _ => "All of them:".to_owned(),
        };
        let title = format!(
            "Packages that nobody can better for one principal without worsening it for another: {} results. {which}",
            count(found.points.len())
        );
        let headers = self.answer.principals.iter().map(|&party| self.name(party)).chain(["packages".to_owned()]);
        let mut rows = table(headers.collect());
        for point in &found.points {
            let cell = |&party: &PartyIdx| self.lowered().points(party, point.units[party.position()]).to_string();
            let number = point.packages.map_or_else(|| "–".to_owned(), count);
            rows.add_row(self.answer.principals.iter().map(cell).chain([number]));
        }
        format!("\n{}{}", wrapped(&title, 2), indented(&rows))
    }
}
