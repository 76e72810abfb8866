//! Who can take a stance: the case's parties and people under every name the case gives them.

use detente_case::{Case, PartyIdx, Person, PersonIdx};

use crate::phrases::{By, Phrases};
use crate::text::{Token, tokens};

/// Somebody of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    Person(PersonIdx),
    Party(PartyIdx),
}

/// Somebody who speaks or acts in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    /// The case's name, or the text's words where the case has none.
    pub(crate) name: String,
    pub(crate) person: Option<PersonIdx>,
    pub(crate) party: Option<PartyIdx>,
    /// Whether the text names a person.
    pub(crate) is_named: bool,
    /// Whether it is one of those who are never named: "a senior official".
    pub(crate) is_unnamed: bool,
}

/// The names of a case.
#[derive(Clone, Debug)]
pub(crate) struct Actors<'c> {
    case: &'c Case,
    names: Phrases<Who>,
}

impl<'c> Actors<'c> {
    pub(crate) fn of(case: &'c Case) -> Self {
        let mut names = Phrases::new(By::Name);
        for (idx, party) in case.parties.iter() {
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                names.add(name, Who::Party(idx));
            }
        }
        for (idx, person) in case.people.iter() {
            let mut add = |name: &str| names.add(name, Who::Person(idx));
            add(&person.name);
            person.aliases.iter().for_each(|alias| add(alias));
            surname(case, person).into_iter().for_each(&mut add);
            offices(case, person).iter().for_each(|office| add(office));
        }
        Self { case, names }
    }

    /// The longest name that begins at token `at`. A name that stands for several is a person's before a party's; one that
    /// could be two people or two parties is nobody's.
    pub(crate) fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, Actor)> {
        let (length, mut found) = self.names.at(tokens, at)?;
        found.sort_unstable();
        found.dedup();
        let people: Vec<PersonIdx> =
            found.iter().filter_map(|who| if let Who::Person(idx) = who { Some(*idx) } else { None }).collect();
        match (people.as_slice(), found.as_slice()) {
            (&[person], _) => Some((length, self.person(person))),
            ([], &[Who::Party(party)]) => Some((length, self.party(party))),
            _ => None,
        }
    }

    pub(crate) fn person(&self, person: PersonIdx) -> Actor {
        let row = &self.case.people[person];
        Actor { name: row.name.clone(), person: Some(person), party: row.party, is_named: true, is_unnamed: false }
    }

    pub(crate) fn party(&self, party: PartyIdx) -> Actor {
        let name = self.case.parties[party].name.clone();
        Actor { name, person: None, party: Some(party), is_named: false, is_unnamed: false }
    }

    /// The one person of `party` whose role holds all words of `office`.
    pub(crate) fn in_office(&self, party: PartyIdx, office: &[Token]) -> Option<Actor> {
        let holds = |person: &Person| {
            let role = tokens(person.role.as_deref().unwrap_or_default(), 0);
            person.party == Some(party)
                && office.iter().all(|word| role.iter().any(|of_role| of_role.form == word.form))
        };
        let mut found = self.case.people.iter().filter(|(_, person)| holds(person));
        let (idx, _) = found.next()?;
        found.next().is_none().then(|| self.person(idx))
    }
}

/// The last word of a name, if no other name of the case ends with it or is it.
fn surname<'p>(case: &'p Case, person: &'p Person) -> Option<&'p str> {
    let last = |name: &'p str| name.split_whitespace().last();
    let surname =
        last(&person.name).filter(|word| 3 <= word.chars().count() && word.starts_with(char::is_uppercase))?;
    let others = case.people.rows().filter(|other| last(&other.name) == Some(surname)).count();
    let is_party = case.parties.rows().any(|party| party.name == surname || party.aliases.iter().any(|a| a == surname));
    (others == 1 && !is_party).then_some(surname)
}

/// A person's role as texts write it: "President of Eastland", "Eastland's president".
fn offices(case: &Case, person: &Person) -> Vec<String> {
    let Some(role) = person.role.as_deref().filter(|role| role.split_whitespace().count() > 1) else {
        return Vec::new();
    };
    let role = decapitalised(role);
    let mut found = vec![role.clone()];
    if let (Some((office, whose)), Some(party)) = (role.split_once(" of "), person.party) {
        let party = &case.parties[party];
        let is_party = whose.trim_start_matches("the ") == party.name;
        let names = std::iter::once(&party.name).chain(&party.aliases).filter(|_| is_party);
        found.extend(names.map(|name| format!("{name} {office}")));
    }
    found
}

fn decapitalised(role: &str) -> String {
    let mut chars = role.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
