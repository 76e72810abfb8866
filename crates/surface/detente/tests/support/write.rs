//! The same case written in many ways: other orders, other ids.

use detente::Opened;
use detente::casefile::{Folder, read};

use super::spec::{Cond, Consent, Estimates, Kind, Num, Rule, Set, Spec, Values};

/// The ids of everything in a [`Spec`].
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) parties: Vec<String>,
    pub(crate) issues: Vec<String>,
    /// By issue; of a range the amounts, whatever the naming.
    pub(crate) choices: Vec<Vec<String>>,
    pub(crate) rules: Vec<String>,
    pub(crate) red_lines: Vec<String>,
    pub(crate) offers: Vec<String>,
    pub(crate) sets: Vec<String>,
    /// Of linkages and estimated red lines, by their place in a party's list.
    pub(crate) inner: Vec<String>,
}

/// The order in which lists without meaning are written; 0 is the order of the structure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order(pub(crate) u64);

impl Order {
    /// A permutation of `0..n`, another for every `salt`.
    fn of(self, salt: u64, n: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..n).collect();
        if self.0 == 0 {
            return places;
        }
        let mut state = self.0 ^ salt.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for last in (1..n).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let bound = u64::try_from(last + 1).expect("small");
            places.swap(last, usize::try_from((state >> 33) % bound).expect("small"));
        }
        places
    }
}

impl Names {
    /// Names drawn by `seed`; 0 keeps the order of the structure.
    pub(crate) fn new(spec: &Spec, seed: u64) -> Self {
        let order = Order(seed);
        let pool = |salt: u64| order.of(salt, 104).into_iter().map(name);
        let mut ids = pool(1);
        let mut take = |n: usize| -> Vec<String> { ids.by_ref().take(n).collect() };
        let choices = spec.issues.iter().zip(2..).map(|(issue, salt)| match issue.kind {
            Kind::Named { .. } => pool(salt).take(issue.size).collect(),
            Kind::Range { .. } => (0..issue.size).map(|choice| decimal(issue.amount(choice))).collect(),
        });
        Self {
            parties: take(spec.parties.len()),
            issues: take(spec.issues.len()),
            rules: take(spec.rules.len()),
            red_lines: take(spec.red_lines.len()),
            offers: take(spec.offers.len()),
            sets: take(spec.sets.len()),
            inner: take(2),
            choices: choices.collect(),
        }
    }

    /// The same names, with the ids of two parties exchanged.
    pub(crate) fn with_parties_swapped(&self, a: usize, b: usize) -> Self {
        let mut names = self.clone();
        names.parties.swap(a, b);
        names
    }
}

fn name(k: usize) -> String {
    let letter = "abcdefghijklmnopqrstuvwxyz".chars().nth(k % 26).expect("a letter");
    format!("{letter}{}", ["", "-x", "2", "-1a"][k / 26])
}

/// A decimal as short as it can be written.
pub(crate) fn decimal(thousandths: i64) -> String {
    let (whole, places) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
    let sign = if thousandths < 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{places:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The case as a folder, read; it must be without errors.
pub(crate) fn open(spec: &Spec, names: &Names, order: Order) -> Opened {
    let writer = Writer { spec, names, order };
    let case = writer.case();
    let sets: Vec<(String, String)> = spec.sets.iter().enumerate().map(|(place, set)| writer.set(place, set)).collect();
    let files = [("case.toml", case.as_str())].into_iter();
    let folder = Folder::of_texts(files.chain(sets.iter().map(|(path, text)| (path.as_str(), text.as_str()))));
    let reading = read(&folder);
    let opened = Opened { root: std::path::PathBuf::new(), folder, reading };
    let diagnostics = opened.diagnostics(&detente::base::Silent).expect("small");
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let errors: Vec<String> = errors.map(|error| format!("{}: {}", error.code.name, error.message)).collect();
    assert!(errors.is_empty(), "{errors:?}\n{}", text(&opened));
    opened
}

/// Everything that is written, for messages.
pub(crate) fn text(opened: &Opened) -> String {
    opened.folder.files().map(|(_, file)| format!("# --- {}\n{}\n", file.path, file.text())).collect()
}

struct Writer<'s> {
    spec: &'s Spec,
    names: &'s Names,
    order: Order,
}

impl Writer<'_> {
    fn case(&self) -> String {
        let (spec, names) = (self.spec, self.names);
        let mut text = "format = 1\n[case]\nid = \"random\"\ntitle = \"A random case\"\n[parties]\n".to_owned();
        for party in self.order.of(11, spec.parties.len()) {
            let consent = match &spec.parties[party] {
                Consent::Always => String::new(),
                Consent::Never => ", consent = \"never\"".to_owned(),
                Consent::OnlyIf(cond) => format!(", consent = \"only if {}\"", self.cond(cond)),
            };
            text += &format!("{} = {{ name = \"A party\"{consent} }}\n", names.parties[party]);
        }
        for issue in self.order.of(12, spec.issues.len()) {
            text += &self.issue(issue);
        }
        for rule in self.order.of(13, spec.rules.len()) {
            text += &format!("[[rules]]\nid = \"{}\"\nbasis = \"definition\"\n", names.rules[rule]);
            text += &match &spec.rules[rule] {
                Rule::When(when, then) => format!("when = \"{}\"\nthen = \"{}\"\n", self.cond(when), self.cond(then)),
                Rule::Always(always) => format!("always = \"{}\"\n", self.cond(always)),
                Rule::Never(never) => format!("never = \"{}\"\n", self.cond(never)),
            };
        }
        for line in self.order.of(14, spec.red_lines.len()) {
            let (id, line) = (&names.red_lines[line], &spec.red_lines[line]);
            text += &format!("[[red_lines]]\nid = \"{id}\"\nparty = \"{}\"\n", names.parties[line.party]);
            text += &format!("never = \"{}\"\nfirmness = \"{}\"\n", self.cond(&line.never), line.firmness);
        }
        for offer in self.order.of(15, spec.offers.len()) {
            let (id, offer) = (&names.offers[offer], &spec.offers[offer]);
            text += &format!("[[conditional_offers]]\nid = \"{id}\"\nparty = \"{}\"\n", names.parties[offer.party]);
            text += &format!("offer = \"{}\"\nonly_if = \"{}\"\n", self.cond(&offer.offer), self.cond(&offer.only_if));
            text += &offer.status.map_or_else(String::new, |status| format!("status = \"{status}\"\n"));
        }
        text
    }

    fn issue(&self, place: usize) -> String {
        let (issue, names) = (&self.spec.issues[place], &self.names.choices[place]);
        let mut text = format!("[issues.{}]\ntitle = \"An issue\"\n", self.names.issues[place]);
        match issue.kind {
            Kind::Range { step, unit, .. } => {
                let (from, to) = (&names[0], &names[issue.size - 1]);
                let unit = if unit { ", unit = \"km2\"" } else { "" };
                text += &format!("range = {{ from = {from}, to = {to}, step = {}{unit} }}\n", decimal(step));
            }
            Kind::Named { scale } => {
                let salt = 20 + u64::try_from(place).expect("small");
                let order = if scale { (0..issue.size).collect() } else { self.order.of(salt, issue.size) };
                let choices: Vec<String> =
                    order.into_iter().map(|choice| format!("{} = \"A choice\"", names[choice])).collect();
                text += &format!("scale = {scale}\nchoices = {{ {} }}\n", choices.join(", "));
            }
        }
        text
    }

    fn cond(&self, cond: &Cond) -> String {
        let issue = |issue: usize| &self.names.issues[issue];
        let choice = |issue: usize, choice: usize| &self.names.choices[issue][choice];
        let join = |parts: &[Cond], word: &str| {
            let parts: Vec<String> = parts.iter().map(|part| self.cond(part)).collect();
            format!("({})", parts.join(word))
        };
        match cond {
            Cond::Constant(value) => value.to_string(),
            Cond::Is(i, c) => format!("{} = {}", issue(*i), choice(*i, *c)),
            Cond::IsNot(i, c) => format!("{} != {}", issue(*i), choice(*i, *c)),
            Cond::In(i, choices) => {
                let choices: Vec<&str> = choices.iter().map(|&c| choice(*i, c).as_str()).collect();
                format!("{} in {{{}}}", issue(*i), choices.join(", "))
            }
            Cond::Sum(terms, compare, bound) => {
                format!("{} {} {}", self.sum(terms), compare.sign(), decimal(*bound))
            }
            Cond::Not(inner) => format!("not ({})", self.cond(inner)),
            Cond::And(parts) => join(parts, " and "),
            Cond::Or(parts) => join(parts, " or "),
            Cond::Implies(left, right) => format!("({} => {})", self.cond(left), self.cond(right)),
        }
    }

    fn sum(&self, terms: &[(usize, i64)]) -> String {
        let mut text = String::new();
        for (place, &(issue, times)) in terms.iter().enumerate() {
            text += match (place, times < 0) {
                (0, true) => "-",
                (0, false) => "",
                (_, true) => " - ",
                (_, false) => " + ",
            };
            if times.abs() != 1000 {
                text += &format!("{}*", decimal(times.abs()));
            }
            text += &self.names.issues[issue];
        }
        text
    }

    fn set(&self, place: usize, set: &Set) -> (String, String) {
        let mut text = format!("[estimates]\nauthor = \"random\"\ncomparable = {}\n", set.comparable);
        text += if set.payoffs { "utility = \"payoffs\"\n" } else { "" };
        for party in self.order.of(31, set.parties.len()) {
            if let Some(estimates) = &set.parties[party] {
                text += &self.estimates(&self.names.parties[party], estimates);
            }
        }
        (format!("estimates/{}.toml", self.names.sets[place]), text)
    }

    fn estimates(&self, party: &str, estimates: &Estimates) -> String {
        let mut text = format!("[{party}]\nbecause = \"assumption\"\n");
        if let Some(line) = &estimates.bottom_line {
            text += &format!("bottom_line = {}\n", num(line));
        }
        for issue in self.order.of(32, self.spec.issues.len()) {
            if let Some(weight) = &estimates.weights[issue] {
                text += &format!("weights.{} = {}\n", self.names.issues[issue], num(weight));
            }
        }
        for issue in self.order.of(33, self.spec.issues.len()) {
            if let Some(values) = &estimates.values[issue] {
                text += &format!("values.{} = {{ {} }}\n", self.names.issues[issue], self.values(issue, values));
            }
        }
        for place in self.order.of(34, estimates.linkages.len()) {
            let (when, points) = &estimates.linkages[place];
            text += &format!("[[{party}.linkages]]\nid = \"{}\"\n", self.names.inner[place]);
            text += &format!("when = \"{}\"\npoints = {}\n", self.cond(when), num(points));
        }
        for place in self.order.of(35, estimates.red_lines.len()) {
            let (never, firmness, probability) = &estimates.red_lines[place];
            text += &format!("[[{party}.red_lines]]\nid = \"{}\"\n", self.names.inner[place]);
            text += &format!("never = \"{}\"\nfirmness = \"{firmness}\"\n", self.cond(never));
            text += &probability.as_ref().map_or_else(String::new, |odds| format!("probability = {}\n", num(odds)));
        }
        text
    }

    fn values(&self, issue: usize, values: &Values) -> String {
        match values {
            Values::Curve(corners) => {
                let corners: Vec<String> =
                    corners.iter().map(|(at, value)| format!("[{}, {}]", decimal(*at), num(value))).collect();
                format!("curve = [{}]", corners.join(", "))
            }
            Values::ByChoice(nums) => {
                let salt = 40 + u64::try_from(issue).expect("small");
                let order = self.order.of(salt, nums.len());
                let value = |place: usize| format!("\"{}\" = {}", self.names.choices[issue][place], num(&nums[place]));
                order.into_iter().map(value).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

fn num(num: &Num) -> String {
    match *num {
        Num::Single(a) => decimal(a),
        Num::Uniform(a, b) => format!("[{}, {}]", decimal(a), decimal(b)),
        Num::Triangular(a, b, c) => format!("[{}, {}, {}]", decimal(a), decimal(b), decimal(c)),
        Num::Word(word) => format!("\"{word}\""),
    }
}
